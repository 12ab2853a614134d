/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-tile-layer.h"

#include <math.h>

#include "atlas-picture.h"
#include "atlas-tile-source.h"
#include "atlas-viewport.h"

/*
 * AtlasTileLayer: the tiles of a map source, sharp at every scale.
 *
 * The layer of libshumate stretches tiles between whole zoom levels and draws them at fractional
 * pixels, so lines are blurred and up to twice too wide. When the map has come to rest, this layer
 * requests tiles in the size in which they are shown and draws them at whole pixels. During
 * zooming, and until a tile is ready, the old tiles stay, stretched. They also stay when the source
 * changes, so that a new style appears without a flash.
 */
struct _AtlasTileLayer
{
  ShumateLayer parent_instance;

  ShumateMapSource *source;
  guint generation;    /* incremented with each source */
  GHashTable *entries; /* set of Entry, by tile */
  double scale;        /* pixels per unit when the map last came to rest */
  double last_scale;
  double magnification;
  gboolean is_loading;
  guint update_id;
  guint rest_id;
};

typedef struct
{
  int x;
  int y;
  int zoom;
} Place;

typedef struct
{
  Place place;
  GdkPaintable *paintable; /* the picture that is shown, or NULL */
  GCancellable *pending;   /* of the tile being drawn, or NULL */
  int size;                /* of the tile shown or being drawn, in pixels */
  guint generation;        /* of the source of that tile */
} Entry;

/* The tiles that the view needs. */
typedef struct
{
  int zoom;
  int size;
  gboolean is_at_rest;
  int x0, y0, x1, y1;
} Grid;

G_DEFINE_FINAL_TYPE (AtlasTileLayer, atlas_tile_layer, SHUMATE_TYPE_LAYER)

#define TILE_SIZE 256

/* Tiles are requested this many pixels before they come into view. */
#define MARGIN 96.0

/* The map is at rest when its scale has not changed for this time. */
#define REST_MS 120

static void queue_update (AtlasTileLayer *self);

static guint
hash_entry (gconstpointer key)
{
  const Place *place = key;

  return ((guint) place->x * 73856093u) ^ ((guint) place->y * 19349663u) ^ (guint) place->zoom;
}

static gboolean
equal_entries (gconstpointer a, gconstpointer b)
{
  const Place *p = a, *q = b;

  return p->x == q->x && p->y == q->y && p->zoom == q->zoom;
}

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  if (entry->pending != NULL)
    g_cancellable_cancel (entry->pending);
  g_clear_object (&entry->pending);
  g_clear_object (&entry->paintable);
  g_free (entry);
}

static double
get_scale (AtlasTileLayer *self)
{
  return atlas_viewport_get_pixels_per_unit (shumate_layer_get_viewport (SHUMATE_LAYER (self)));
}

/* Only sources of this program draw tiles of any size. */
static gboolean
is_scalable (AtlasTileLayer *self)
{
  return ATLAS_IS_TILE_SOURCE (self->source);
}

static Grid
find_grid (AtlasTileLayer *self, double scale)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  AtlasExtent visible = atlas_viewport_get_extent (viewport, GTK_WIDGET (self));
  int max_zoom = (int) shumate_map_source_get_max_zoom_level (self->source);
  int min_zoom = (int) shumate_map_source_get_min_zoom_level (self->source);
  Grid grid = { .zoom = CLAMP ((int) lround (log2 (scale / TILE_SIZE)), min_zoom, max_zoom) };
  double count = exp2 (grid.zoom), margin = MARGIN / scale;

  grid.is_at_rest = scale == self->scale;
  grid.size = grid.is_at_rest && is_scalable (self) ? (int) lround (scale / count) : TILE_SIZE;
  grid.x0 = (int) floor (MAX (visible.x0 - margin, 0) * count);
  grid.y0 = (int) floor (MAX (visible.y0 - margin, 0) * count);
  grid.x1 = (int) ceil (MIN (visible.x1 + margin, 1) * count);
  grid.y1 = (int) ceil (MIN (visible.y1 + margin, 1) * count);
  return grid;
}

typedef struct
{
  AtlasTileLayer *layer;
  ShumateTile *tile;
  GCancellable *cancellable;
  Place place;
} Request;

static void
free_request (Request *request)
{
  g_object_unref (request->layer);
  g_object_unref (request->tile);
  g_object_unref (request->cancellable);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, free_request)

static void
tile_filled_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  AtlasTileLayer *self = request->layer;
  gboolean success =
    shumate_map_source_fill_tile_finish (SHUMATE_MAP_SOURCE (object), result, NULL);
  Entry *entry = g_hash_table_lookup (self->entries, &request->place);

  /* Another tile was requested since, or none is needed here any more. */
  if (entry == NULL || entry->pending != request->cancellable)
    return;
  g_clear_object (&entry->pending);
  if (success)
    g_set_object (&entry->paintable, shumate_tile_get_paintable (request->tile));
  queue_update (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
request_tile (AtlasTileLayer *self, Entry *entry, int size)
{
  Request *request = g_new (Request, 1);

  if (entry->pending != NULL)
    g_cancellable_cancel (entry->pending);
  g_clear_object (&entry->pending);
  entry->pending = g_cancellable_new ();
  entry->size = size;
  entry->generation = self->generation;
  *request = (Request) {
    .layer = g_object_ref (self),
    .tile = shumate_tile_new_full ((guint) entry->place.x, (guint) entry->place.y, (guint) size,
                                   (guint) entry->place.zoom),
    .cancellable = g_object_ref (entry->pending),
    .place = entry->place,
  };
  shumate_map_source_fill_tile_async (self->source, request->tile, entry->pending, tile_filled_cb,
                                      request);
  /* The source sets a substitute from its cache at once. */
  if (entry->paintable == NULL)
    g_set_object (&entry->paintable, shumate_tile_get_paintable (request->tile));
}

/* Whether the tile is the one that the view needs. While the scale changes, any size is good. */
static gboolean
is_right (AtlasTileLayer *self, const Entry *entry, const Grid *grid)
{
  return entry->generation == self->generation && (entry->size == grid->size || !grid->is_at_rest);
}

/* Requests missing tiles; returns whether the view is complete. */
static gboolean
request_tiles (AtlasTileLayer *self, const Grid *grid)
{
  gboolean is_complete = TRUE;

  for (int y = grid->y0; y < grid->y1; y++)
    for (int x = grid->x0; x < grid->x1; x++)
      {
        Place place = { x, y, grid->zoom };
        Entry *entry = g_hash_table_lookup (self->entries, &place);

        if (entry == NULL)
          {
            entry = g_new0 (Entry, 1);
            entry->place = place;
            g_hash_table_add (self->entries, entry);
          }
        if (!is_right (self, entry, grid))
          request_tile (self, entry, grid->size);
        is_complete = is_complete && entry->pending == NULL;
      }
  return is_complete;
}

static gboolean
is_within (const Place *place, const Grid *grid)
{
  double step = exp2 (grid->zoom - place->zoom);

  return place->x * step < grid->x1 && (place->x + 1) * step > grid->x0 &&
         place->y * step < grid->y1 && (place->y + 1) * step > grid->y0;
}

/* Removes tiles of other levels once the view is complete. */
static void
drop_tiles (AtlasTileLayer *self, const Grid *grid, gboolean is_complete)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const Entry *entry = key;
      gboolean is_other = entry->place.zoom != grid->zoom;

      if (!is_within (&entry->place, grid) ||
          (is_other && (is_complete || entry->paintable == NULL)))
        g_hash_table_iter_remove (&iter);
    }
}

/* At rest, round the scale so that tiles have whole pixels. It changes by less than one part in
 * 300. */
static gboolean
rest_cb (gpointer user_data)
{
  AtlasTileLayer *self = user_data;
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));

  self->rest_id = 0;
  if (is_scalable (self))
    shumate_viewport_set_zoom_level (
      viewport,
      atlas_viewport_zoom_for_scale (viewport, atlas_viewport_round_scale (get_scale (self))));
  self->scale = self->last_scale = get_scale (self);
  queue_update (self);
  return G_SOURCE_REMOVE;
}

static void
wait_for_rest (AtlasTileLayer *self, double scale)
{
  if (self->scale == 0)
    self->scale = scale;
  else if (scale != self->last_scale)
    {
      g_clear_handle_id (&self->rest_id, g_source_remove);
      self->rest_id = g_timeout_add (REST_MS, rest_cb, self);
    }
  self->last_scale = scale;
}

static void
update (AtlasTileLayer *self)
{
  double scale = get_scale (self);
  gboolean is_complete;
  Grid grid;

  if (gtk_widget_get_width (GTK_WIDGET (self)) == 0 || self->source == NULL)
    return;
  wait_for_rest (self, scale);
  grid = find_grid (self, scale);
  is_complete = request_tiles (self, &grid);
  drop_tiles (self, &grid, is_complete);
  self->is_loading = !is_complete;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
update_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AtlasTileLayer *self = ATLAS_TILE_LAYER (widget);

  self->update_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
queue_update (AtlasTileLayer *self)
{
  if (self->update_id == 0 && self->source != NULL)
    self->update_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), update_cb, NULL, NULL);
}

static int
compare_for_drawing (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Entry *p = *(const Entry *const *) a, *q = *(const Entry *const *) b;
  int zoom = GPOINTER_TO_INT (user_data);

  if ((p->place.zoom == zoom) != (q->place.zoom == zoom))
    return p->place.zoom == zoom ? 1 : -1;
  return p->place.zoom - q->place.zoom;
}

/* Returns the tiles to draw from bottom to top: those of the current level are on top. */
static GPtrArray *
sort_entries (AtlasTileLayer *self, int zoom)
{
  GPtrArray *sorted = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (((const Entry *) key)->paintable != NULL)
      g_ptr_array_add (sorted, key);
  g_ptr_array_sort_with_data (sorted, compare_for_drawing, GINT_TO_POINTER (zoom));
  return sorted;
}

/* Rounds to a whole pixel of the screen. */
static double
round_to_pixel (AtlasTileLayer *self, double position)
{
  return round (position * self->magnification) / self->magnification;
}

static void
append_tile (AtlasTileLayer *self,
             GtkSnapshot *snapshot,
             const Entry *entry,
             double scale,
             AtlasPoint origin)
{
  double side = scale * exp2 (-entry->place.zoom);
  double x0 = entry->place.x * side - origin.x, x1 = x0 + side;
  double y0 = entry->place.y * side - origin.y, y1 = y0 + side;

  /* Adjacent tiles meet at the same rounded pixel, so there is no gap. */
  x0 = round_to_pixel (self, x0);
  y0 = round_to_pixel (self, y0);
  atlas_picture_append (snapshot, GTK_WIDGET (self), entry->paintable,
                        &GRAPHENE_RECT_INIT ((float) x0, (float) y0,
                                             (float) (round_to_pixel (self, x1) - x0),
                                             (float) (round_to_pixel (self, y1) - y0)));
}

static void
atlas_tile_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasTileLayer *self = ATLAS_TILE_LAYER (widget);
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  AtlasPoint origin = atlas_viewport_get_origin (viewport, widget);
  double scale = get_scale (self);
  g_autoptr (GPtrArray) sorted = NULL;

  if (self->source == NULL)
    return;
  sorted = sort_entries (self, find_grid (self, scale).zoom);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                         gtk_widget_get_height (widget)));
  for (guint i = 0; i < sorted->len; i++)
    append_tile (self, snapshot, g_ptr_array_index (sorted, i), scale, origin);
  gtk_snapshot_pop (snapshot);
}

static void
atlas_tile_layer_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  /* Update at once, so that threads draw tiles while the first frame is being built. */
  update (ATLAS_TILE_LAYER (widget));
}

static void
atlas_tile_layer_constructed (GObject *object)
{
  G_OBJECT_CLASS (atlas_tile_layer_parent_class)->constructed (object);

  g_signal_connect_object (shumate_layer_get_viewport (SHUMATE_LAYER (object)), "notify",
                           G_CALLBACK (queue_update), object, G_CONNECT_SWAPPED);
}

static void
atlas_tile_layer_dispose (GObject *object)
{
  AtlasTileLayer *self = ATLAS_TILE_LAYER (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_hash_table_remove_all (self->entries);
  g_clear_object (&self->source);

  G_OBJECT_CLASS (atlas_tile_layer_parent_class)->dispose (object);
}

static void
atlas_tile_layer_finalize (GObject *object)
{
  g_hash_table_unref (ATLAS_TILE_LAYER (object)->entries);

  G_OBJECT_CLASS (atlas_tile_layer_parent_class)->finalize (object);
}

static void
atlas_tile_layer_class_init (AtlasTileLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = atlas_tile_layer_constructed;
  object_class->dispose = atlas_tile_layer_dispose;
  object_class->finalize = atlas_tile_layer_finalize;
  widget_class->size_allocate = atlas_tile_layer_size_allocate;
  widget_class->snapshot = atlas_tile_layer_snapshot;

  gtk_widget_class_set_css_name (widget_class, "tilelayer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
atlas_tile_layer_init (AtlasTileLayer *self)
{
  self->entries = g_hash_table_new_full (hash_entry, equal_entries, free_entry, NULL);
  self->is_loading = TRUE;
  self->magnification = 1;
}

/**
 * atlas_tile_layer_new:
 * @viewport: the viewport of a map, with a reference map source
 *
 * Returns: (transfer floating): a layer without a source
 */
AtlasTileLayer *
atlas_tile_layer_new (ShumateViewport *viewport)
{
  return g_object_new (ATLAS_TYPE_TILE_LAYER, "viewport", viewport, NULL);
}

/**
 * atlas_tile_layer_set_source:
 * @self: a layer
 * @source: (nullable): the source of its tiles, in Web Mercator
 */
void
atlas_tile_layer_set_source (AtlasTileLayer *self, ShumateMapSource *source)
{
  g_return_if_fail (ATLAS_IS_TILE_LAYER (self));
  g_return_if_fail (source == NULL || SHUMATE_IS_MAP_SOURCE (source));

  if (!g_set_object (&self->source, source))
    return;
  self->generation++;
  if (source == NULL)
    {
      g_hash_table_remove_all (self->entries);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  queue_update (self);
}

/**
 * atlas_tile_layer_set_magnification:
 * @self: a layer
 * @magnification: how many times larger the map is shown, at least 1
 */
void
atlas_tile_layer_set_magnification (AtlasTileLayer *self, double magnification)
{
  g_return_if_fail (ATLAS_IS_TILE_LAYER (self));
  g_return_if_fail (magnification >= 1);

  self->magnification = magnification;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atlas_tile_layer_is_loading:
 * @self: a layer
 *
 * Returns: whether tiles of the view are not complete yet
 */
gboolean
atlas_tile_layer_is_loading (AtlasTileLayer *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_LAYER (self), FALSE);

  return self->is_loading;
}
