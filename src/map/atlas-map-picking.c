/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-map-picking.h"

#include <glib/gi18n.h>

#include "atlas-position.h"
#include "atlas-viewport.h"
#include "atlas-widget-tools.h"

/*
 * AtlasMapPicking: picks the position of a new place, or the two ends of a new link, on the map.
 *
 * It has the state of the mode and draws it on top of the map: a hint, the line that follows the
 * pointer, rings around the ends, and the cross in the middle of the map. What was picked stays
 * visible until it is forgotten, because a new record is on the map only when it is complete.
 *
 * It changes no data and handles no events of the map: the map tells it what is under the pointer.
 * Places are kept by id, so that the dataset can be replaced meanwhile.
 */
struct _AtlasMapPicking
{
  GtkWidget parent_instance;

  GtkWidget *hint;
  GtkLabel *label;

  AtlasNavigation *navigation;
  ShumateViewport *viewport;
  AtlasMapStyle style;

  AtlasMapPickingMode mode;
  gboolean by_key;
  char *start;        /* the end that was chosen first, or NULL */
  char *pressed;      /* the place on which the pointer is pressed, or NULL */
  char *aim;          /* the place under the pointer or with the focus, or NULL */
  AtlasPoint pointer; /* in pixels; negative while it is outside of the map */

  /* What was picked last */
  gboolean has_point;
  AtlasPoint point; /* in the Web Mercator square */
  char *from;       /* NULL if no link was picked */
  char *to;
};

G_DEFINE_FINAL_TYPE (AtlasMapPicking, atlas_map_picking, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  PLACE_PICKED,
  LINK_PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define LINE_WIDTH 2.5
#define CASING_WIDTH 5.5
#define RING_RADIUS 11.0
#define CROSS_RADIUS 14.0
#define CROSS_GAP 4.0

/* The width of the hint in characters, before it is wrapped. */
#define HINT_CHARS 72

static AtlasPlace *
lookup (AtlasMapPicking *self, const char *id)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (self->navigation);
  AtlasRecord *record = dataset != NULL && id != NULL ? atlas_dataset_lookup (dataset, id) : NULL;

  return record != NULL && ATLAS_IS_PLACE (record) ? ATLAS_PLACE (record) : NULL;
}

static void
set_id (char **id, AtlasPlace *place)
{
  g_free (*id);
  *id = place != NULL ? g_strdup (atlas_record_get_id (ATLAS_RECORD (place))) : NULL;
}

static void
update_hint (AtlasMapPicking *self)
{
  AtlasPlace *start = lookup (self, self->start);
  g_autofree char *words = NULL;

  if (self->mode == ATLAS_MAP_PICKING_PLACE)
    words = g_strdup (_("Click where the place is, or move the map and press Enter. Esc cancels."));
  else if (start != NULL)
    /* Translators: %s is the name of a place */
    words = g_strdup_printf (_("From %s: choose the other place. Esc cancels."),
                               atlas_record_get_name (ATLAS_RECORD (start),
                                                      atlas_language_get_default ()));
  else
    words = g_strdup (_("Drag from one place to another, or choose the two. Esc cancels."));
  gtk_label_set_text (self->label, words);
  gtk_widget_set_visible (self->hint, self->mode != ATLAS_MAP_PICKING_NONE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Forgets the ends that the new dataset does not have. A link that was picked is on the map now, or
 * its ends have gone. */
static void
dataset_cb (AtlasMapPicking *self)
{
  set_id (&self->start, lookup (self, self->start));
  set_id (&self->pressed, lookup (self, self->pressed));
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);
  update_hint (self);
}

/* Drawing ------------------------------------------------------------------------------------- */

static AtlasPoint
project (AtlasMapPicking *self, AtlasPoint at)
{
  const AtlasExtent visible = atlas_viewport_get_extent (self->viewport, GTK_WIDGET (self));
  const double scale = atlas_viewport_get_pixels_per_unit (self->viewport);

  return (AtlasPoint) { (at.x - visible.x0) * scale, (at.y - visible.y0) * scale };
}

static AtlasPoint
project_place (AtlasMapPicking *self, AtlasPlace *place)
{
  return project (self, atlas_projection_of_place (place));
}

/* Strokes the path, with a casing that sets it off from any ground. */
static void
stroke (AtlasMapPicking *self, cairo_t *cr)
{
  const AtlasMapPalette *palette = atlas_map_style_get_palette (self->style);

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, CASING_WIDTH);
  atlas_map_style_set_source (cr, palette->halo);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, LINE_WIDTH);
  atlas_map_style_set_source (cr, palette->text);
  cairo_stroke (cr);
}

static void
draw_ring (AtlasMapPicking *self, cairo_t *cr, AtlasPoint at)
{
  cairo_new_path (cr);
  cairo_arc (cr, at.x, at.y, RING_RADIUS, 0, 2 * G_PI);
  stroke (self, cr);
}

static void
draw_cross (AtlasMapPicking *self, cairo_t *cr, AtlasPoint at)
{
  static const struct
  {
    int x;
    int y;
  } arms[] = { { -1, 0 }, { 1, 0 }, { 0, -1 }, { 0, 1 } };

  cairo_new_path (cr);
  for (gsize i = 0; i < G_N_ELEMENTS (arms); i++)
    {
      cairo_move_to (cr, at.x + arms[i].x * CROSS_GAP, at.y + arms[i].y * CROSS_GAP);
      cairo_line_to (cr, at.x + arms[i].x * CROSS_RADIUS, at.y + arms[i].y * CROSS_RADIUS);
    }
  stroke (self, cr);
}

static void
draw_line (AtlasMapPicking *self, cairo_t *cr, AtlasPoint from, AtlasPoint to)
{
  cairo_new_path (cr);
  cairo_move_to (cr, from.x, from.y);
  cairo_line_to (cr, to.x, to.y);
  stroke (self, cr);
}

/* Draws the ends that are chosen, and the line to the place that is aimed at or to the pointer. */
static void
draw_link (AtlasMapPicking *self, cairo_t *cr)
{
  AtlasPlace *from = lookup (self, self->pressed != NULL ? self->pressed : self->start);
  AtlasPlace *to = lookup (self, self->aim);

  if (from != NULL && to != NULL && to != from)
    draw_line (self, cr, project_place (self, from), project_place (self, to));
  else if (from != NULL && to == NULL && !self->by_key && self->pointer.x >= 0)
    draw_line (self, cr, project_place (self, from), self->pointer);
  if (from != NULL)
    draw_ring (self, cr, project_place (self, from));
  if (to != NULL && to != from)
    draw_ring (self, cr, project_place (self, to));
}

static void
draw_picked (AtlasMapPicking *self, cairo_t *cr)
{
  AtlasPlace *from = lookup (self, self->from);
  AtlasPlace *to = lookup (self, self->to);

  if (self->has_point)
    draw_cross (self, cr, project (self, self->point));
  if (from == NULL || to == NULL)
    return;
  draw_line (self, cr, project_place (self, from), project_place (self, to));
  draw_ring (self, cr, project_place (self, from));
  draw_ring (self, cr, project_place (self, to));
}

static void
atlas_map_picking_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasMapPicking *self = ATLAS_MAP_PICKING (widget);
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->mode != ATLAS_MAP_PICKING_NONE || self->has_point || self->from != NULL)
    {
      cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
      draw_picked (self, cr);
      if (self->mode == ATLAS_MAP_PICKING_LINK)
        draw_link (self, cr);
      else if (self->mode == ATLAS_MAP_PICKING_PLACE && self->by_key)
        draw_cross (self, cr, (AtlasPoint) { width / 2.0, height / 2.0 });
      cairo_destroy (cr);
    }
  GTK_WIDGET_CLASS (atlas_map_picking_parent_class)->snapshot (widget, snapshot);
}

/* The map gets the events, except those of the hint. */
static gboolean
atlas_map_picking_contains (GtkWidget *widget, double x, double y)
{
  return FALSE;
}

/* The class ----------------------------------------------------------------------------------- */

static void
cancel_cb (AtlasMapPicking *self)
{
  atlas_map_picking_set_mode (self, ATLAS_MAP_PICKING_NONE);
}

static void
atlas_map_picking_dispose (GObject *object)
{
  AtlasMapPicking *self = ATLAS_MAP_PICKING (object);

  g_clear_object (&self->navigation);
  g_clear_object (&self->viewport);
  g_clear_pointer (&self->hint, gtk_widget_unparent);

  G_OBJECT_CLASS (atlas_map_picking_parent_class)->dispose (object);
}

static void
atlas_map_picking_finalize (GObject *object)
{
  AtlasMapPicking *self = ATLAS_MAP_PICKING (object);

  g_free (self->start);
  g_free (self->pressed);
  g_free (self->aim);
  g_free (self->from);
  g_free (self->to);

  G_OBJECT_CLASS (atlas_map_picking_parent_class)->finalize (object);
}

static void
atlas_map_picking_class_init (AtlasMapPickingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_map_picking_dispose;
  object_class->finalize = atlas_map_picking_finalize;
  widget_class->snapshot = atlas_map_picking_snapshot;
  widget_class->contains = atlas_map_picking_contains;

  /**
   * AtlasMapPicking::changed:
   * @self: a picking
   *
   * Emitted when the mode or the hint has changed.
   */
  signals[CHANGED] = g_signal_new ("changed", ATLAS_TYPE_MAP_PICKING, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  /**
   * AtlasMapPicking::place-picked:
   * @self: a picking
   * @latitude: degrees north, WGS 84, as exact as the map shows them
   * @longitude: degrees east, the same
   *
   * Emitted when the user has shown where a new place is. The mode has ended.
   */
  signals[PLACE_PICKED] =
    g_signal_new ("place-picked", ATLAS_TYPE_MAP_PICKING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  /**
   * AtlasMapPicking::link-picked:
   * @self: a picking
   * @from: the place that was chosen first
   * @to: another place
   *
   * Emitted when the user has chosen the two ends of a new link. The mode has ended.
   */
  signals[LINK_PICKED] =
    g_signal_new ("link-picked", ATLAS_TYPE_MAP_PICKING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, ATLAS_TYPE_PLACE, ATLAS_TYPE_PLACE);

  gtk_widget_class_set_css_name (widget_class, "mappicking");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
atlas_map_picking_init (AtlasMapPicking *self)
{
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->pointer = (AtlasPoint) { -1, -1 };
  self->label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "max-width-chars",
                              HINT_CHARS, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  self->hint = g_object_new (GTK_TYPE_BOX, "halign", GTK_ALIGN_CENTER, "valign", GTK_ALIGN_START,
                             "visible", FALSE, NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_set_valign (cancel, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (cancel, "flat");
  gtk_widget_add_css_class (self->hint, "hint");
  gtk_box_append (GTK_BOX (self->hint), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (self->hint), cancel);
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
}

/**
 * atlas_map_picking_new:
 * @viewport: the viewport of a map, with a reference map source
 * @navigation: the navigation of the map
 *
 * Returns: (transfer floating): a widget to be put on top of the map, of the same size
 */
AtlasMapPicking *
atlas_map_picking_new (ShumateViewport *viewport, AtlasNavigation *navigation)
{
  AtlasMapPicking *self = g_object_new (ATLAS_TYPE_MAP_PICKING, NULL);

  self->viewport = g_object_ref (viewport);
  self->navigation = g_object_ref (navigation);
  g_signal_connect_object (viewport, "notify", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (navigation, "notify::dataset", G_CALLBACK (dataset_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * atlas_map_picking_set_style:
 * @self: a picking
 * @style: the map style
 */
void
atlas_map_picking_set_style (AtlasMapPicking *self, AtlasMapStyle style)
{
  g_return_if_fail (ATLAS_IS_MAP_PICKING (self));

  self->style = style;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atlas_map_picking_get_mode:
 * @self: a picking
 *
 * Returns: what the user picks now
 */
AtlasMapPickingMode
atlas_map_picking_get_mode (AtlasMapPicking *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_PICKING (self), ATLAS_MAP_PICKING_NONE);

  return self->mode;
}

/**
 * atlas_map_picking_set_mode:
 * @self: a picking
 * @mode: what the user is to pick; %ATLAS_MAP_PICKING_NONE ends the mode
 *
 * Begins or ends a mode. What was chosen before is forgotten.
 */
void
atlas_map_picking_set_mode (AtlasMapPicking *self, AtlasMapPickingMode mode)
{
  g_return_if_fail (ATLAS_IS_MAP_PICKING (self));

  if (mode == ATLAS_MAP_PICKING_NONE && self->mode == mode)
    return;
  self->mode = mode;
  self->by_key = TRUE;
  g_clear_pointer (&self->start, g_free);
  g_clear_pointer (&self->pressed, g_free);
  g_clear_pointer (&self->aim, g_free);
  atlas_map_picking_forget (self);
  update_hint (self);
}

/**
 * atlas_map_picking_get_by_key:
 * @self: a picking
 *
 * Returns: whether the user picks with the keyboard, and not with the pointer
 */
gboolean
atlas_map_picking_get_by_key (AtlasMapPicking *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_PICKING (self), FALSE);

  return self->by_key;
}

/**
 * atlas_map_picking_set_by_key:
 * @self: a picking
 * @by_key: whether the user has used the keyboard last, and not moved the pointer
 *
 * With the keyboard, the middle of the map is picked, so a cross shows it.
 */
void
atlas_map_picking_set_by_key (AtlasMapPicking *self, gboolean by_key)
{
  g_return_if_fail (ATLAS_IS_MAP_PICKING (self));

  if (by_key == self->by_key)
    return;
  self->by_key = by_key;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atlas_map_picking_get_hint:
 * @self: a picking
 *
 * Returns: (nullable): what the user is to do now, as plain text, or %NULL without a mode
 */
const char *
atlas_map_picking_get_hint (AtlasMapPicking *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_PICKING (self), NULL);

  return self->mode != ATLAS_MAP_PICKING_NONE ? gtk_label_get_text (self->label) : NULL;
}

/**
 * atlas_map_picking_measure_hint:
 * @self: a picking
 * @width: the width of the map in pixels
 *
 * Returns: the height at the top of the map that the hint takes, in pixels; 0 without a mode
 */
int
atlas_map_picking_measure_hint (AtlasMapPicking *self, int width)
{
  int minimum = 0, natural = 0;

  g_return_val_if_fail (ATLAS_IS_MAP_PICKING (self), 0);

  if (!gtk_widget_get_visible (self->hint))
    return 0;
  gtk_widget_measure (self->hint, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (self->hint, GTK_ORIENTATION_VERTICAL, MAX (width, minimum), NULL, &natural,
                      NULL, NULL);
  return natural;
}

/**
 * atlas_map_picking_aim:
 * @self: a picking
 * @place: (nullable): the place under the pointer, or with the focus
 * @x: where the pointer is, in pixels from the corner of the map; negative outside of it
 * @y: the same
 *
 * Leads the line of a new link there.
 */
void
atlas_map_picking_aim (AtlasMapPicking *self, AtlasPlace *place, double x, double y)
{
  g_return_if_fail (ATLAS_IS_MAP_PICKING (self));

  set_id (&self->aim, place);
  self->pointer = (AtlasPoint) { x, y };
  if (self->start != NULL || self->pressed != NULL)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What was picked is shown after the mode has ended. */
static void
pick_link (AtlasMapPicking *self, AtlasPlace *from, AtlasPlace *to)
{
  atlas_map_picking_set_mode (self, ATLAS_MAP_PICKING_NONE);
  set_id (&self->from, from);
  set_id (&self->to, to);
  g_signal_emit (self, signals[LINK_PICKED], 0, from, to);
}

/**
 * atlas_map_picking_press:
 * @self: a picking
 * @place: the place on which the user presses the pointer
 *
 * Begins a line there.
 */
void
atlas_map_picking_press (AtlasMapPicking *self, AtlasPlace *place)
{
  g_return_if_fail (ATLAS_IS_MAP_PICKING (self));
  g_return_if_fail (ATLAS_IS_PLACE (place));

  if (self->mode != ATLAS_MAP_PICKING_LINK)
    return;
  set_id (&self->pressed, place);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atlas_map_picking_release:
 * @self: a picking
 * @place: (nullable): the place under the pointer
 * @has_moved: whether the pointer has been dragged since it was pressed
 *
 * Ends the line that was begun. On another place, the link is picked. On the same place, it was a
 * click that chooses the place. On no place, nothing is picked and the mode goes on.
 */
void
atlas_map_picking_release (AtlasMapPicking *self, AtlasPlace *place, gboolean has_moved)
{
  g_autofree char *pressed = NULL;
  AtlasPlace *from;

  g_return_if_fail (ATLAS_IS_MAP_PICKING (self));
  g_return_if_fail (place == NULL || ATLAS_IS_PLACE (place));

  pressed = g_steal_pointer (&self->pressed);
  from = lookup (self, pressed);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (from == NULL)
    return;
  if (place == NULL && !has_moved)
    place = from;
  if (place == from)
    atlas_map_picking_choose (self, from);
  else if (place != NULL)
    pick_link (self, from, place);
}

/**
 * atlas_map_picking_choose:
 * @self: a picking
 * @place: a place that the user clicks, or chooses with the keyboard
 *
 * Chooses the first end of a link, or the second one, which picks the link. Choosing the first one
 * again takes it back.
 */
void
atlas_map_picking_choose (AtlasMapPicking *self, AtlasPlace *place)
{
  AtlasPlace *start;

  g_return_if_fail (ATLAS_IS_MAP_PICKING (self));
  g_return_if_fail (ATLAS_IS_PLACE (place));

  if (self->mode != ATLAS_MAP_PICKING_LINK)
    return;
  start = lookup (self, self->start);
  if (start != NULL && start != place)
    {
      pick_link (self, start, place);
      return;
    }
  set_id (&self->start, start == NULL ? place : NULL);
  update_hint (self);
}

/**
 * atlas_map_picking_pick_point:
 * @self: a picking
 * @point: a point of the Web Mercator square
 *
 * Picks the position of a new place.
 */
void
atlas_map_picking_pick_point (AtlasMapPicking *self, AtlasPoint point)
{
  double scale, latitude, longitude;

  g_return_if_fail (ATLAS_IS_MAP_PICKING (self));

  if (self->mode != ATLAS_MAP_PICKING_PLACE)
    return;
  scale = atlas_viewport_get_pixels_per_unit (self->viewport);
  latitude = atlas_position_round (atlas_projection_latitude (point.y), scale);
  longitude = atlas_position_round (atlas_projection_longitude (point.x), scale);
  atlas_map_picking_set_mode (self, ATLAS_MAP_PICKING_NONE);
  self->has_point = TRUE;
  self->point = (AtlasPoint) { atlas_projection_x (longitude), atlas_projection_y (latitude) };
  g_signal_emit (self, signals[PLACE_PICKED], 0, latitude, longitude);
}

/**
 * atlas_map_picking_forget:
 * @self: a picking
 *
 * Removes what was picked last from the map.
 */
void
atlas_map_picking_forget (AtlasMapPicking *self)
{
  g_return_if_fail (ATLAS_IS_MAP_PICKING (self));

  self->has_point = FALSE;
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
