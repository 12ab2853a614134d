/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-place-layer.h"

#include <math.h>
#include <string.h>

#include "atlas-base-map.h"
#include "atlas-labels.h"
#include "atlas-link.h"
#include "atlas-viewport.h"
#include "atlas-widget-tools.h"

/*
 * AtlasPlaceLayer: the places of the dataset as markers.
 *
 * Cities are visible at every zoom level, less important places from higher levels on, and places
 * in the scope always. Only places in view have widgets. Names are placed again when the zoom level
 * or the places in view change.
 */
typedef struct
{
  AtlasPlace *place; /* borrowed from the dataset */
  AtlasPoint at;
  double first_zoom;
  guint position; /* its index in the file */
  AtlasPlaceState state;
  AtlasPlaceMarker *marker; /* NULL when the place is not in view */
  AtlasMarkerSide side;
} Entry;

struct _AtlasPlaceLayer
{
  ShumateLayer parent_instance;

  AtlasNavigation *navigation;
  AtlasDataset *dataset;
  GArray *entries;        /* of Entry, the most important first */
  GArray *occupied;       /* of AtlasExtent, in pixels from the corner of the square */
  GArray *obstacles;      /* of AtlasExtent, in pixels from the corner of the layer */
  GArray *avoided;        /* of AtlasExtent, in the coordinates of occupied: obstacles, and what
                           * is out of view */
  double pixels_per_unit; /* 0 when everything must be arranged again */
  int width;
  int height;
  guint update_id;
};

G_DEFINE_FINAL_TYPE (AtlasPlaceLayer, atlas_place_layer, SHUMATE_TYPE_LAYER)

enum
{
  ARRANGED,
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The zoom level from which on a kind of place is visible. The base map already names the
 * provinces. */
static const double first_zooms[] = {
  [ATLAS_PLACE_KIND_PROVINCE] = G_MAXDOUBLE,
  [ATLAS_PLACE_KIND_PREFECTURE] = 0,
  [ATLAS_PLACE_KIND_COUNTY] = 8,
  [ATLAS_PLACE_KIND_ZONE] = 9,
  [ATLAS_PLACE_KIND_STATION] = 10.5,
  [ATLAS_PLACE_KIND_PORT] = 7,
  [ATLAS_PLACE_KIND_AREA] = 8.6,
  [ATLAS_PLACE_KIND_TOWN] = 9.6,
};

/* Two places closer than this, in pixels, share one marker. */
#define SAME_POINT 3.0

/* Markers are created this many pixels before they come into view, so that names do not jump
 * there. */
#define MARGIN 160.0

static Entry *
get_entry (AtlasPlaceLayer *self, guint index)
{
  return &g_array_index (self->entries, Entry, index);
}

static gboolean
shows (const Entry *entry, double zoom)
{
  gboolean is_in_scope =
    entry->state == ATLAS_PLACE_STATE_LIT || entry->state == ATLAS_PLACE_STATE_SUBJECT;

  return zoom >= entry->first_zoom || (is_in_scope && entry->first_zoom < G_MAXDOUBLE);
}

static void
activate_cb (AtlasPlaceLayer *self, AtlasPlaceMarker *marker)
{
  g_signal_emit (self, signals[CHOSEN], 0, marker, FALSE);
}

static void
compare_cb (AtlasPlaceLayer *self, AtlasPlaceMarker *marker)
{
  g_signal_emit (self, signals[CHOSEN], 0, marker, TRUE);
}

static void
make_marker (AtlasPlaceLayer *self, Entry *entry)
{
  entry->marker = atlas_place_marker_new (entry->place);
  atlas_place_marker_set_state (entry->marker, entry->state);
  if (entry->first_zoom == 0)
    gtk_widget_add_css_class (GTK_WIDGET (entry->marker), "city");
  g_signal_connect_object (entry->marker, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry->marker, "compare", G_CALLBACK (compare_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (entry->marker), GTK_WIDGET (self));
}

static void
drop_marker (Entry *entry)
{
  if (entry->marker != NULL)
    gtk_widget_unparent (GTK_WIDGET (entry->marker));
  entry->marker = NULL;
}

/* Creates the markers that come into view, and removes those that leave it. */
static gboolean
update_markers (AtlasPlaceLayer *self, double pixels_per_unit)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  double zoom = shumate_viewport_get_zoom_level (viewport);
  AtlasExtent visible = atlas_viewport_get_extent (viewport, GTK_WIDGET (self));
  double margin = MARGIN / pixels_per_unit;
  gboolean changed = FALSE;

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = get_entry (self, i);
      gboolean is_wanted = shows (entry, zoom) && entry->at.x > visible.x0 - margin &&
                           entry->at.x < visible.x1 + margin && entry->at.y > visible.y0 - margin &&
                           entry->at.y < visible.y1 + margin;

      if (is_wanted == (entry->marker != NULL))
        continue;
      changed = TRUE;
      if (is_wanted)
        make_marker (self, entry);
      else
        drop_marker (entry);
    }
  return changed;
}

static AtlasMarkerBox
measure_entry (const Entry *entry, double pixels_per_unit)
{
  AtlasMarkerBox box = {
    .at = { entry->at.x * pixels_per_unit, entry->at.y * pixels_per_unit },
    .must_show = entry->state == ATLAS_PLACE_STATE_SUBJECT,
  };

  atlas_place_marker_measure (entry->marker, &box);
  return box;
}

/* Names avoid the edges of the view and the widgets on top of the map. The edges are those at the
 * last change of scale or size; otherwise names would change sides during panning. */
static void
update_avoided (AtlasPlaceLayer *self)
{
  AtlasPoint origin = atlas_viewport_get_origin (shumate_layer_get_viewport (SHUMATE_LAYER (self)),
                                                 GTK_WIDGET (self));
  const double x1 = origin.x + self->width, y1 = origin.y + self->height;
  const AtlasExtent beyond[] = { { -G_MAXDOUBLE, -G_MAXDOUBLE, origin.x, G_MAXDOUBLE },
                                 { -G_MAXDOUBLE, -G_MAXDOUBLE, G_MAXDOUBLE, origin.y },
                                 { x1, -G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE },
                                 { -G_MAXDOUBLE, y1, G_MAXDOUBLE, G_MAXDOUBLE } };

  g_array_set_size (self->avoided, 0);
  g_array_append_vals (self->avoided, beyond, G_N_ELEMENTS (beyond));
  for (guint i = 0; i < self->obstacles->len; i++)
    {
      AtlasExtent box = g_array_index (self->obstacles, AtlasExtent, i);

      box = (AtlasExtent) { box.x0 + origin.x, box.y0 + origin.y, box.x1 + origin.x,
                            box.y1 + origin.y };
      g_array_append_val (self->avoided, box);
    }
}

static void
arrange (AtlasPlaceLayer *self, double pixels_per_unit)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (AtlasMarkerBox));
  guint next = 0;

  for (guint i = 0; i < self->entries->len; i++)
    if (get_entry (self, i)->marker != NULL)
      {
        AtlasMarkerBox box = measure_entry (get_entry (self, i), pixels_per_unit);

        g_array_append_val (boxes, box);
      }
  if (pixels_per_unit != self->pixels_per_unit)
    update_avoided (self);
  g_clear_pointer (&self->occupied, g_array_unref);
  self->occupied =
    atlas_marker_arrange ((AtlasMarkerBox *) (void *) boxes->data, boxes->len, self->avoided);
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = get_entry (self, i);

      if (entry->marker == NULL)
        continue;
      entry->side = g_array_index (boxes, AtlasMarkerBox, next++).side;
      gtk_widget_set_child_visible (GTK_WIDGET (entry->marker),
                                    entry->side != ATLAS_MARKER_SIDE_HIDDEN);
    }
  self->pixels_per_unit = pixels_per_unit;
  g_signal_emit (self, signals[ARRANGED], 0);
}

static void
update (AtlasPlaceLayer *self)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  double pixels_per_unit = atlas_viewport_get_pixels_per_unit (viewport);
  gboolean changed;

  if (self->width == 0)
    return;
  changed = update_markers (self, pixels_per_unit);
  if (self->dataset != NULL && (changed || pixels_per_unit != self->pixels_per_unit))
    arrange (self, pixels_per_unit);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
update_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AtlasPlaceLayer *self = ATLAS_PLACE_LAYER (widget);

  self->update_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* A viewport notifies each property separately, so handle all in the next frame. Before the first
 * frame, update at once, so that the frame has the markers and a thread can paint the names of the
 * land around them. */
static void
queue_update (AtlasPlaceLayer *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  else if (self->update_id == 0)
    self->update_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), update_cb, NULL, NULL);
}

static AtlasPlaceState
find_state (AtlasScope *scope, AtlasPlace *place)
{
  if (scope == NULL || atlas_scope_get_kind (scope) == ATLAS_SCOPE_KIND_PROVINCE)
    return ATLAS_PLACE_STATE_PLAIN;
  if (atlas_scope_is_about (scope, ATLAS_RECORD (place)))
    return ATLAS_PLACE_STATE_SUBJECT;
  return atlas_scope_lights (scope, ATLAS_RECORD (place)) ? ATLAS_PLACE_STATE_LIT
                                                          : ATLAS_PLACE_STATE_DIMMED;
}

static int
get_rank (const Entry *entry)
{
  static const int ranks[] = {
    [ATLAS_PLACE_STATE_PLAIN] = 1,
    [ATLAS_PLACE_STATE_LIT] = 1,
    [ATLAS_PLACE_STATE_SUBJECT] = 0,
    [ATLAS_PLACE_STATE_DIMMED] = 2,
  };

  return ranks[entry->state];
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *p = a, *q = b;

  if (get_rank (p) != get_rank (q))
    return get_rank (p) - get_rank (q);
  if (p->first_zoom != q->first_zoom)
    return p->first_zoom < q->first_zoom ? -1 : 1;
  return p->position < q->position ? -1 : p->position > q->position;
}

/* Places with other states have another order, and their names are placed again. */
static void
scope_changed_cb (AtlasPlaceLayer *self)
{
  AtlasScope *scope = atlas_navigation_get_scope (self->navigation);
  gboolean changed = FALSE;

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = get_entry (self, i);
      const AtlasPlaceState state = find_state (scope, entry->place);

      if (state == entry->state)
        continue;
      changed = TRUE;
      entry->state = state;
      if (entry->marker != NULL)
        atlas_place_marker_set_state (entry->marker, state);
    }
  if (!changed)
    return;
  g_array_sort (self->entries, compare_entries);
  self->pixels_per_unit = 0;
  queue_update (self);
}

static void
hovered_changed_cb (AtlasPlaceLayer *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = get_entry (self, i);

      if (entry->marker != NULL)
        atlas_place_marker_set_hovered (
          entry->marker, atlas_navigation_lifts (self->navigation, ATLAS_RECORD (entry->place)));
    }
}

/* The places where links end. */
static GHashTable *
find_ends (AtlasDataset *dataset)
{
  GPtrArray *links = atlas_dataset_get_links (dataset);
  GHashTable *all = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < links->len; i++)
    {
      g_autoptr (GPtrArray) ends = atlas_link_dup_ends (g_ptr_array_index (links, i), dataset);

      for (guint j = 0; j < ends->len; j++)
        g_hash_table_add (all, g_ptr_array_index (ends, j));
    }
  return all;
}

static void
add_entry (GArray *entries, AtlasPlace *place, gboolean is_end)
{
  AtlasPlaceKind kind = atlas_place_get_kind (place);
  Entry entry = {
    .place = place,
    .at = atlas_projection_of_place (place),
    /* An area where links end, such as Changbaishan, counts as a city. */
    .first_zoom = kind == ATLAS_PLACE_KIND_AREA && is_end ? 0 : first_zooms[kind],
    .position = entries->len,
  };

  g_array_append_val (entries, entry);
}

static GArray *
create_entries (AtlasDataset *dataset)
{
  GListModel *places = atlas_dataset_get_records (dataset, ATLAS_RECORD_KIND_PLACE);
  g_autoptr (GHashTable) ends = find_ends (dataset);
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);

      add_entry (entries, place, g_hash_table_contains (ends, place));
    }
  return entries;
}

/* Moves the state and the marker of each place that is the same record to its new entry. Returns
 * whether this is so for all places. */
static gboolean
keep_markers (GArray *entries, GArray *old)
{
  g_autoptr (GHashTable) by_place = g_hash_table_new (NULL, NULL);
  guint n_kept = 0;

  for (guint i = 0; i < old->len; i++)
    g_hash_table_insert (by_place, g_array_index (old, Entry, i).place,
                         &g_array_index (old, Entry, i));
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);
      Entry *former = g_hash_table_lookup (by_place, entry->place);

      if (former == NULL || former->first_zoom != entry->first_zoom)
        continue;
      entry->state = former->state;
      entry->side = former->side;
      entry->marker = g_steal_pointer (&former->marker);
      n_kept++;
    }
  return n_kept == entries->len && n_kept == old->len;
}

/* An edit replaces few records, so most markers stay. */
static void
dataset_changed_cb (AtlasPlaceLayer *self)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (self->navigation);
  GArray *entries;

  if (dataset == self->dataset)
    return;
  entries = create_entries (dataset);
  if (!keep_markers (entries, self->entries))
    {
      self->pixels_per_unit = 0;
      queue_update (self);
    }
  g_array_set_size (self->entries, 0);
  g_array_append_vals (self->entries, entries->data, entries->len);
  g_array_unref (entries);
  g_set_object (&self->dataset, dataset);
  g_array_sort (self->entries, compare_entries);
  scope_changed_cb (self);
}

static void
atlas_place_layer_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AtlasPlaceLayer *self = ATLAS_PLACE_LAYER (widget);
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  AtlasExtent visible = atlas_viewport_get_extent (viewport, widget);
  double pixels_per_unit = atlas_viewport_get_pixels_per_unit (viewport);

  /* Another size shows other places. */
  if (width != self->width || height != self->height)
    {
      self->width = width;
      self->height = height;
      self->pixels_per_unit = 0;
      queue_update (self);
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = get_entry (self, i);
      AtlasPoint at = { (entry->at.x - visible.x0) * pixels_per_unit,
                        (entry->at.y - visible.y0) * pixels_per_unit };

      if (entry->marker != NULL && gtk_widget_get_child_visible (GTK_WIDGET (entry->marker)))
        atlas_place_marker_allocate (entry->marker, at, entry->side);
    }
}

static void
atlas_place_layer_constructed (GObject *object)
{
  G_OBJECT_CLASS (atlas_place_layer_parent_class)->constructed (object);

  g_signal_connect_object (shumate_layer_get_viewport (SHUMATE_LAYER (object)), "notify",
                           G_CALLBACK (queue_update), object, G_CONNECT_SWAPPED);
}

static void
atlas_place_layer_dispose (GObject *object)
{
  AtlasPlaceLayer *self = ATLAS_PLACE_LAYER (object);

  g_array_set_size (self->entries, 0);
  g_clear_object (&self->dataset);
  g_clear_object (&self->navigation);

  G_OBJECT_CLASS (atlas_place_layer_parent_class)->dispose (object);
}

static void
atlas_place_layer_finalize (GObject *object)
{
  AtlasPlaceLayer *self = ATLAS_PLACE_LAYER (object);

  g_array_unref (self->entries);
  g_array_unref (self->occupied);
  g_array_unref (self->obstacles);
  g_array_unref (self->avoided);

  G_OBJECT_CLASS (atlas_place_layer_parent_class)->finalize (object);
}

static void
atlas_place_layer_class_init (AtlasPlaceLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = atlas_place_layer_constructed;
  object_class->dispose = atlas_place_layer_dispose;
  object_class->finalize = atlas_place_layer_finalize;
  widget_class->size_allocate = atlas_place_layer_size_allocate;

  /**
   * AtlasPlaceLayer::arranged:
   * @self: a layer
   *
   * Emitted when markers and names have moved; see atlas_place_layer_get_occupied().
   */
  signals[ARRANGED] = g_signal_new ("arranged", ATLAS_TYPE_PLACE_LAYER, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
  /**
   * AtlasPlaceLayer::chosen:
   * @self: a layer
   * @marker: one of its markers
   * @compare: whether to compare its place with the scope
   *
   * Emitted when a marker is activated by keyboard or by assistive technology.
   */
  signals[CHOSEN] =
    g_signal_new ("chosen", ATLAS_TYPE_PLACE_LAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, ATLAS_TYPE_PLACE_MARKER, G_TYPE_BOOLEAN);
  gtk_widget_class_set_css_name (widget_class, "placelayer");
  /* The role "presentation" would hide the markers from assistive technology. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_place_layer_init (AtlasPlaceLayer *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, (GDestroyNotify) drop_marker);
  self->occupied = g_array_new (FALSE, FALSE, sizeof (AtlasExtent));
  self->obstacles = g_array_new (FALSE, FALSE, sizeof (AtlasExtent));
  self->avoided = g_array_new (FALSE, FALSE, sizeof (AtlasExtent));
  atlas_set_accessible_label (self, atlas_label_for_record_kind (ATLAS_RECORD_KIND_PLACE,
                                                                 atlas_language_get_default ()));
}

/**
 * atlas_place_layer_new:
 * @viewport: the viewport of a map, with a reference map source
 * @navigation: the navigation to follow
 *
 * Returns: (transfer floating): a layer of the places of the dataset
 */
AtlasPlaceLayer *
atlas_place_layer_new (ShumateViewport *viewport, AtlasNavigation *navigation)
{
  AtlasPlaceLayer *self = g_object_new (ATLAS_TYPE_PLACE_LAYER, "viewport", viewport, NULL);

  self->navigation = g_object_ref (navigation);
  g_signal_connect_object (navigation, "notify::dataset", G_CALLBACK (dataset_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (navigation, "notify::scope", G_CALLBACK (scope_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (navigation, "notify::hovered", G_CALLBACK (hovered_changed_cb), self,
                           G_CONNECT_SWAPPED);
  dataset_changed_cb (self);
  return self;
}

/**
 * atlas_place_layer_set_obstacles:
 * @self: a layer
 * @obstacles: (array length=n_obstacles): the boxes of widgets on top of the map, in pixels from
 *   its corner
 * @n_obstacles: the number of @obstacles
 *
 * Names avoid these boxes if possible.
 */
void
atlas_place_layer_set_obstacles (AtlasPlaceLayer *self,
                                 const AtlasExtent *obstacles,
                                 guint n_obstacles)
{
  g_return_if_fail (ATLAS_IS_PLACE_LAYER (self));

  if (n_obstacles == self->obstacles->len &&
      (n_obstacles == 0 ||
       memcmp (obstacles, self->obstacles->data, n_obstacles * sizeof *obstacles) == 0))
    return;
  g_array_set_size (self->obstacles, 0);
  g_array_append_vals (self->obstacles, obstacles, n_obstacles);
  self->pixels_per_unit = 0;
  queue_update (self);
}

/**
 * atlas_place_layer_get_occupied:
 * @self: a layer
 *
 * Returns: (transfer none) (element-type AtlasExtent): the boxes of markers and names, in pixels at
 *   the current zoom level from the corner of the Web Mercator square
 */
GArray *
atlas_place_layer_get_occupied (AtlasPlaceLayer *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE_LAYER (self), NULL);

  return self->occupied;
}

/**
 * atlas_place_layer_dup_codes:
 * @self: a layer
 *
 * Returns: (transfer full): the GB/T 2260 codes of the places that have a marker now
 */
GStrv
atlas_place_layer_dup_codes (AtlasPlaceLayer *self)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  g_return_val_if_fail (ATLAS_IS_PLACE_LAYER (self), NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = get_entry (self, i);
      const char *code = atlas_place_get_code (entry->place);

      /* Avoid a second name of a city on the map if the dataset does not state its code. */
      if (code == NULL && atlas_place_get_kind (entry->place) == ATLAS_PLACE_KIND_PREFECTURE)
        code = atlas_base_map_get_town_code (
          atlas_base_map_get_default (),
          atlas_projection_x (atlas_place_get_longitude (entry->place)),
          atlas_projection_y (atlas_place_get_latitude (entry->place)));
      if (entry->marker != NULL && code != NULL)
        g_strv_builder_add (codes, code);
    }
  return g_strv_builder_end (codes);
}

/**
 * atlas_place_layer_dup_places:
 * @self: a layer
 * @marker: one of its markers
 *
 * Two places may lie on the same point, such as a city and its railway station. Then one marker
 * represents both.
 *
 * Returns: (transfer full) (element-type AtlasRecord): the place of @marker, then those that share
 *   it
 */
GPtrArray *
atlas_place_layer_dup_places (AtlasPlaceLayer *self, AtlasPlaceMarker *marker)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_object_unref);
  const Entry *first = NULL;

  g_return_val_if_fail (ATLAS_IS_PLACE_LAYER (self), places);

  for (guint i = 0; i < self->entries->len && first == NULL; i++)
    if (get_entry (self, i)->marker == marker)
      first = get_entry (self, i);
  if (first == NULL)
    return places;
  g_ptr_array_add (places, g_object_ref (first->place));
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = get_entry (self, i);

      if (entry != first && entry->marker != NULL && entry->side == ATLAS_MARKER_SIDE_HIDDEN &&
          hypot (entry->at.x - first->at.x, entry->at.y - first->at.y) * self->pixels_per_unit <=
            SAME_POINT)
        g_ptr_array_add (places, g_object_ref (entry->place));
    }
  return places;
}
