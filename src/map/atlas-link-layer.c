/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-link-layer.h"

#include <math.h>

#include "atlas-beginning.h"
#include "atlas-link-pill.h"
#include "atlas-link-source.h"
#include "atlas-tile-layer.h"
#include "atlas-viewport.h"

/*
 * AtlasLinkLayer: all links on the map, with their numbers.
 *
 * It follows the navigation: the filter selects the links, and the scope decides which are
 * highlighted. Each line is a render node no larger than the line. While the map is panned, the
 * nodes are kept and only translated. The link under the pointer is drawn on top.
 *
 * With many links this would be too slow. Then a tile layer below shows them, drawn in threads, and
 * this layer draws only the highlighted ones.
 */
struct _AtlasLinkLayer
{
  ShumateLayer parent_instance;

  AtlasNavigation *navigation;
  AtlasDataset *dataset;       /* the dataset of the geometry, or one with the same links */
  AtlasLinkGeometry *geometry; /* NULL when it must be computed again */
  GPtrArray *drawn;            /* of AtlasLinkCurve; the curves of the geometry that this layer
                                * draws */
  AtlasTileLayer *tiles;       /* the layer below, for the other curves */
  gboolean is_unfolded;
  gboolean is_whole;         /* whether the scope is everything, so that nothing is highlighted */
  AtlasRecord *unfolders[2]; /* the subjects of the scope that unfold links; or NULL */
  AtlasMapStyle style;
  GArray *occupied; /* of AtlasExtent; the boxes of names, in pixels from 0, 0 */
  double magnification;
  GArray *pills; /* of AtlasLinkPill; NULL when they must be placed again */
  double pills_scale;

  GskRenderNode *node; /* the cached drawing, or NULL */
  AtlasExtent extent;  /* the part of the square that the node covers */
  double pixels_per_unit;
};

G_DEFINE_FINAL_TYPE (AtlasLinkLayer, atlas_link_layer, SHUMATE_TYPE_LAYER)

/* From this zoom level on, the zones of a city are far enough apart. */
#define UNFOLD_ZOOM 9.0

/* The largest distance in pixels between a click and a line. */
#define REACH 6.0

/* Two lines are found together if their distances from the pointer differ by less than this. */
#define SPREAD 2.0

/* The margin of the cached drawing on each side, as a share of the size of the view. */
#define SPARE 0.25

/* The largest number of curves that this layer draws; more go to the tiles. */
#define MAX_DRAWN 60

/* With more curves than these no numbers are shown. */
#define MAX_NUMBERED_CURVES 400

static void
discard_node (AtlasLinkLayer *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
discard_pills (AtlasLinkLayer *self)
{
  g_clear_pointer (&self->pills, g_array_unref);
  discard_node (self);
}

static void
discard_geometry (AtlasLinkLayer *self)
{
  g_clear_pointer (&self->geometry, atlas_link_geometry_unref);
  discard_pills (self);
}

/* A comparison has two subjects. NULL for none. */
static void
find_unfolders (AtlasLinkLayer *self, AtlasRecord *unfolders[2])
{
  AtlasScope *scope = atlas_navigation_get_scope (self->navigation);
  AtlasDataset *dataset;

  unfolders[0] = unfolders[1] = NULL;
  if (scope == NULL)
    return;
  dataset = atlas_scope_get_dataset (scope);
  unfolders[0] = atlas_link_geometry_get_unfolder (atlas_scope_get_subject (scope), dataset);
  unfolders[1] = atlas_link_geometry_get_unfolder (atlas_scope_get_other (scope), dataset);
}

static gboolean
has_other_unfolders (AtlasLinkLayer *self)
{
  AtlasRecord *unfolders[2];

  find_unfolders (self, unfolders);
  return unfolders[0] != self->unfolders[0] || unfolders[1] != self->unfolders[1];
}

static gboolean
is_unfolded (AtlasLinkLayer *self)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));

  return shumate_viewport_get_zoom_level (viewport) >= UNFOLD_ZOOM;
}

static void
viewport_changed_cb (AtlasLinkLayer *self)
{
  if (is_unfolded (self) != self->is_unfolded)
    discard_geometry (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static AtlasLinkState
get_state (AtlasLinkLayer *self, const AtlasLinkCurve *curve)
{
  return atlas_link_painter_get_state (curve, atlas_navigation_get_scope (self->navigation), NULL);
}

static void
list_drawn (AtlasLinkLayer *self, AtlasLinkState lowest)
{
  guint n_curves = atlas_link_geometry_get_n_curves (self->geometry);

  g_ptr_array_set_size (self->drawn, 0);
  for (guint i = 0; i < n_curves; i++)
    {
      const AtlasLinkCurve *curve = atlas_link_geometry_get_curve (self->geometry, i);

      if (get_state (self, curve) >= lowest)
        g_ptr_array_add (self->drawn, (gpointer) curve);
    }
}

/* Decides which curves this layer draws, and leaves the others to the tiles. */
static void
divide (AtlasLinkLayer *self)
{
  gboolean is_many = atlas_link_geometry_get_n_curves (self->geometry) > MAX_DRAWN;
  g_autoptr (AtlasLinkSource) source = NULL;

  list_drawn (self, is_many ? ATLAS_LINK_STATE_LIT : ATLAS_LINK_STATE_DIMMED);
  if (is_many)
    {
      gboolean is_too_many = self->drawn->len > MAX_DRAWN;

      if (is_too_many)
        g_ptr_array_set_size (self->drawn, 0);
      source = atlas_link_source_new (
        self->geometry, atlas_navigation_get_scope (self->navigation), self->style,
        is_too_many ? ATLAS_LINK_STATE_LIT : ATLAS_LINK_STATE_PLAIN,
        (int) ceil (self->magnification * gtk_widget_get_scale_factor (GTK_WIDGET (self))));
    }
  atlas_tile_layer_set_source (self->tiles, (ShumateMapSource *) source);
}

static gboolean
is_whole (AtlasLinkLayer *self)
{
  AtlasScope *scope = atlas_navigation_get_scope (self->navigation);

  return scope == NULL || atlas_scope_get_kind (scope) == ATLAS_SCOPE_KIND_PROVINCE;
}

static AtlasLinkGeometry *
ensure_geometry (AtlasLinkLayer *self)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (self->navigation);

  if (self->geometry == NULL && dataset != NULL)
    {
      self->is_unfolded = is_unfolded (self);
      self->is_whole = is_whole (self);
      find_unfolders (self, self->unfolders);
      g_set_object (&self->dataset, dataset);
      self->geometry =
        atlas_link_geometry_new (dataset, atlas_dataset_get_links (dataset),
                                 atlas_navigation_get_filter (self->navigation),
                                 atlas_navigation_get_scope (self->navigation), self->is_unfolded);
      divide (self);
    }
  return self->geometry;
}

/* Whether the geometry is valid for the dataset of the navigation. */
static gboolean
has_same_links (AtlasLinkLayer *self)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (self->navigation);

  return self->dataset == dataset ||
         (dataset != NULL &&
          atlas_dataset_has_same_records (self->dataset, dataset, ATLAS_RECORD_KIND_PLACE) &&
          atlas_beginning_is_same (self->dataset, dataset));
}

/* A new scope changes which lines are highlighted. It changes the geometry only if it unfolds
 * links. An edit of other records than those of the map changes nothing. */
static void
scope_changed_cb (AtlasLinkLayer *self)
{
  const gboolean was_whole = self->is_whole;

  self->is_whole = is_whole (self);
  if (self->geometry == NULL || !has_same_links (self) || has_other_unfolders (self))
    {
      discard_geometry (self);
      return;
    }
  g_set_object (&self->dataset, atlas_navigation_get_dataset (self->navigation));
  if (was_whole && self->is_whole)
    return;
  divide (self);
  discard_pills (self);
}

static gboolean
contains_box (const AtlasExtent *outer, const AtlasExtent *inner)
{
  return outer->x0 <= inner->x0 && inner->x1 <= outer->x1 && outer->y0 <= inner->y0 &&
         inner->y1 <= outer->y1;
}

/* Starts a cairo node for the part of @box within @limits. Returns NULL if there is none. */
static cairo_t *
append_cairo (GtkSnapshot *snapshot, const AtlasExtent *box, const AtlasExtent *limits)
{
  graphene_rect_t bounds;
  float x0 = (float) MAX (box->x0, limits->x0), y0 = (float) MAX (box->y0, limits->y0);
  float x1 = (float) MIN (box->x1, limits->x1), y1 = (float) MIN (box->y1, limits->y1);

  if (!atlas_extent_meets (box, limits, 0))
    return NULL;
  graphene_rect_init (&bounds, x0, y0, x1 - x0, y1 - y0);
  graphene_rect_round_extents (&bounds, &bounds);
  return gtk_snapshot_append_cairo (snapshot, &bounds);
}

static void
append_line (GtkSnapshot *snapshot,
             const AtlasLinkView *view,
             const AtlasLinkCurve *curve,
             const AtlasExtent *limits,
             AtlasLinkState state)
{
  AtlasExtent box = atlas_link_painter_measure_line (view, curve);
  cairo_t *cr = append_cairo (snapshot, &box, limits);

  if (cr == NULL)
    return;
  atlas_link_painter_paint_line (cr, view, curve, state);
  cairo_destroy (cr);
}

static void
append_pill (GtkSnapshot *snapshot,
             const AtlasLinkView *view,
             const AtlasLinkPill *pill,
             const AtlasExtent *limits,
             AtlasLinkState state)
{
  AtlasExtent box = atlas_link_pill_measure (pill, view);
  cairo_t *cr;

  box = (AtlasExtent) { box.x0 - 1, box.y0 - 1, box.x1 + 1, box.y1 + 1 };
  cr = append_cairo (snapshot, &box, limits);
  if (cr == NULL)
    return;
  atlas_link_pill_paint (cr, pill, view, state);
  cairo_destroy (cr);
}

/* Numbers are placed once for a zoom level, independent of the view, so that they do not move while
 * the map is panned. */
static void
ensure_pills (AtlasLinkLayer *self, double pixels_per_unit)
{
  AtlasLinkView view = { { 0, 0 }, pixels_per_unit, self->style };
  g_autoptr (GArray) occupied = NULL;

  if (self->pills != NULL && self->pills_scale == pixels_per_unit)
    return;
  g_clear_pointer (&self->pills, g_array_unref);
  self->pills_scale = pixels_per_unit;
  if (atlas_link_geometry_get_n_curves (self->geometry) > MAX_NUMBERED_CURVES)
    {
      self->pills = g_array_new (FALSE, FALSE, sizeof (AtlasLinkPill));
      return;
    }
  occupied = g_array_copy (self->occupied);
  self->pills = atlas_link_pill_place_all (self->geometry, &view,
                                           atlas_navigation_get_scope (self->navigation), occupied);
}

static void
append_pills (AtlasLinkLayer *self,
              GtkSnapshot *snapshot,
              const AtlasLinkView *view,
              const AtlasExtent *limits)
{
  for (guint i = 0; i < self->pills->len; i++)
    {
      const AtlasLinkPill *pill = &g_array_index (self->pills, AtlasLinkPill, i);

      append_pill (snapshot, view, pill, limits, get_state (self, pill->curve));
    }
}

/* Draws everything within the view and its margin into nodes that are kept. */
static GskRenderNode *
build_node (AtlasLinkLayer *self, const AtlasExtent *visible, double pixels_per_unit)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  double width = visible->x1 - visible->x0, height = visible->y1 - visible->y0;
  AtlasExtent limits = { 0, 0, width * (1 + 2 * SPARE) * pixels_per_unit,
                         height * (1 + 2 * SPARE) * pixels_per_unit };
  AtlasLinkView view = { .pixels_per_unit = pixels_per_unit, .style = self->style };

  self->extent = (AtlasExtent) { visible->x0 - width * SPARE, visible->y0 - height * SPARE,
                                 visible->x1 + width * SPARE, visible->y1 + height * SPARE };
  self->pixels_per_unit = pixels_per_unit;
  view.origin = (AtlasPoint) { self->extent.x0, self->extent.y0 };
  for (guint state = 0; state < ATLAS_LINK_STATE_HOVERED; state++)
    for (guint i = 0; i < self->drawn->len; i++)
      {
        const AtlasLinkCurve *curve = g_ptr_array_index (self->drawn, i);

        if (get_state (self, curve) == (AtlasLinkState) state)
          append_line (snapshot, &view, curve, &limits, (AtlasLinkState) state);
      }
  append_pills (self, snapshot, &view, &limits);
  return gtk_snapshot_to_node (snapshot);
}

static gboolean
is_lifted (AtlasLinkLayer *self, const AtlasLinkCurve *curve)
{
  for (guint i = 0; i < curve->links->len; i++)
    if (atlas_navigation_lifts (self->navigation, curve->links->pdata[i]))
      return TRUE;
  return FALSE;
}

/* Draws the records under the pointer, and those that they are about, again on top. */
static void
append_hovered (AtlasLinkLayer *self, GtkSnapshot *snapshot, const AtlasExtent *visible)
{
  AtlasLinkView view = { { visible->x0, visible->y0 }, self->pixels_per_unit, self->style };
  AtlasExtent limits = { 0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                         gtk_widget_get_height (GTK_WIDGET (self)) };
  guint n_curves = atlas_link_geometry_get_n_curves (self->geometry);

  if (atlas_navigation_get_hovered (self->navigation) == NULL)
    return;
  for (guint i = 0; i < n_curves; i++)
    {
      const AtlasLinkCurve *curve = atlas_link_geometry_get_curve (self->geometry, i);

      if (!is_lifted (self, curve))
        continue;
      append_line (snapshot, &view, curve, &limits, ATLAS_LINK_STATE_HOVERED);
      for (guint j = 0; j < self->pills->len; j++)
        if (g_array_index (self->pills, AtlasLinkPill, j).curve == curve)
          append_pill (snapshot, &view, &g_array_index (self->pills, AtlasLinkPill, j), &limits,
                       ATLAS_LINK_STATE_HOVERED);
    }
}

static void
atlas_link_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasLinkLayer *self = ATLAS_LINK_LAYER (widget);
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  double pixels_per_unit = atlas_viewport_get_pixels_per_unit (viewport);
  AtlasExtent visible = atlas_viewport_get_extent (viewport, widget);

  if (ensure_geometry (self) == NULL)
    return;
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->tiles), snapshot);
  ensure_pills (self, pixels_per_unit);
  if (self->node == NULL || pixels_per_unit != self->pixels_per_unit ||
      !contains_box (&self->extent, &visible))
    {
      g_clear_pointer (&self->node, gsk_render_node_unref);
      self->node = build_node (self, &visible, pixels_per_unit);
    }
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                         gtk_widget_get_height (widget)));
  if (self->node != NULL)
    {
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (
        snapshot,
        &GRAPHENE_POINT_INIT ((float) ((self->extent.x0 - visible.x0) * pixels_per_unit),
                              (float) ((self->extent.y0 - visible.y0) * pixels_per_unit)));
      gtk_snapshot_append_node (snapshot, self->node);
      gtk_snapshot_restore (snapshot);
    }
  append_hovered (self, snapshot, &visible);
  gtk_snapshot_pop (snapshot);
}

static void
atlas_link_layer_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *tiles = GTK_WIDGET (ATLAS_LINK_LAYER (widget)->tiles);

  gtk_widget_measure (tiles, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (tiles, &(GtkAllocation) { 0, 0, width, height }, baseline);
}

static void
atlas_link_layer_constructed (GObject *object)
{
  AtlasLinkLayer *self = ATLAS_LINK_LAYER (object);
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (object));

  G_OBJECT_CLASS (atlas_link_layer_parent_class)->constructed (object);

  self->tiles = atlas_tile_layer_new (viewport);
  gtk_widget_set_parent (GTK_WIDGET (self->tiles), GTK_WIDGET (self));
  g_signal_connect_object (viewport, "notify", G_CALLBACK (viewport_changed_cb), object,
                           G_CONNECT_SWAPPED);
}

static void
atlas_link_layer_dispose (GObject *object)
{
  AtlasLinkLayer *self = ATLAS_LINK_LAYER (object);

  g_clear_object (&self->navigation);
  g_clear_object (&self->dataset);
  g_clear_pointer (&self->geometry, atlas_link_geometry_unref);
  g_clear_pointer (&self->pills, g_array_unref);
  g_clear_pointer (&self->occupied, g_array_unref);
  g_clear_pointer (&self->drawn, g_ptr_array_unref);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  if (self->tiles != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->tiles));
  self->tiles = NULL;

  G_OBJECT_CLASS (atlas_link_layer_parent_class)->dispose (object);
}

static void
atlas_link_layer_class_init (AtlasLinkLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = atlas_link_layer_constructed;
  object_class->dispose = atlas_link_layer_dispose;
  widget_class->size_allocate = atlas_link_layer_size_allocate;
  widget_class->snapshot = atlas_link_layer_snapshot;
  gtk_widget_class_set_css_name (widget_class, "linklayer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
atlas_link_layer_init (AtlasLinkLayer *self)
{
  self->occupied = g_array_new (FALSE, FALSE, sizeof (AtlasExtent));
  self->drawn = g_ptr_array_new ();
  self->magnification = 1;
  /* The map view handles the pointer; otherwise the layer would block it. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * atlas_link_layer_new:
 * @viewport: the viewport of a map, with a reference map source
 * @navigation: the navigation to follow
 *
 * Returns: (transfer floating): a layer of all links of the dataset
 */
AtlasLinkLayer *
atlas_link_layer_new (ShumateViewport *viewport, AtlasNavigation *navigation)
{
  AtlasLinkLayer *self = g_object_new (ATLAS_TYPE_LINK_LAYER, "viewport", viewport, NULL);

  self->navigation = g_object_ref (navigation);
  g_signal_connect_object (navigation, "notify::scope", G_CALLBACK (scope_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (navigation, "notify::hovered", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (atlas_navigation_get_filter (navigation), "changed",
                           G_CALLBACK (discard_geometry), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * atlas_link_layer_set_style:
 * @self: a layer
 * @style: the map style
 */
void
atlas_link_layer_set_style (AtlasLinkLayer *self, AtlasMapStyle style)
{
  g_return_if_fail (ATLAS_IS_LINK_LAYER (self));

  self->style = style;
  discard_geometry (self);
}

/**
 * atlas_link_layer_set_magnification:
 * @self: a layer
 * @magnification: how many times larger the map is shown, at least 1
 */
void
atlas_link_layer_set_magnification (AtlasLinkLayer *self, double magnification)
{
  g_return_if_fail (ATLAS_IS_LINK_LAYER (self));
  g_return_if_fail (magnification >= 1);

  self->magnification = magnification;
  atlas_tile_layer_set_magnification (self->tiles, magnification);
  discard_geometry (self);
}

/**
 * atlas_link_layer_set_occupied:
 * @self: a layer
 * @occupied: (element-type AtlasExtent): boxes that no number may cover, in pixels at the current
 *   zoom level from the corner of the Web Mercator square
 */
void
atlas_link_layer_set_occupied (AtlasLinkLayer *self, GArray *occupied)
{
  g_return_if_fail (ATLAS_IS_LINK_LAYER (self));

  g_array_unref (self->occupied);
  self->occupied = g_array_ref (occupied);
  discard_pills (self);
}

/**
 * atlas_link_layer_add_occupied:
 * @self: a layer
 * @occupied: (element-type AtlasExtent): the boxes of the numbers are added to these, in pixels at
 *   the current zoom level from the corner of the Web Mercator square
 */
void
atlas_link_layer_add_occupied (AtlasLinkLayer *self, GArray *occupied)
{
  AtlasLinkView view = { .style = self->style };

  g_return_if_fail (ATLAS_IS_LINK_LAYER (self));

  if (ensure_geometry (self) == NULL)
    return;
  view.pixels_per_unit =
    atlas_viewport_get_pixels_per_unit (shumate_layer_get_viewport (SHUMATE_LAYER (self)));
  ensure_pills (self, view.pixels_per_unit);
  for (guint i = 0; i < self->pills->len; i++)
    {
      AtlasExtent box =
        atlas_link_pill_measure (&g_array_index (self->pills, AtlasLinkPill, i), &view);

      g_array_append_val (occupied, box);
    }
}

/**
 * atlas_link_layer_get_geometry:
 * @self: a layer
 *
 * Returns: (transfer none) (nullable): the geometry of the layer, valid until scope, filter or zoom
 *   level change; %NULL while there is no dataset
 */
AtlasLinkGeometry *
atlas_link_layer_get_geometry (AtlasLinkLayer *self)
{
  g_return_val_if_fail (ATLAS_IS_LINK_LAYER (self), NULL);

  return ensure_geometry (self);
}

/* Returns the line whose number contains the point. Numbers are larger than lines and on top of
 * them. */
static const AtlasLinkCurve *
find_by_number (AtlasLinkLayer *self, AtlasPoint point)
{
  AtlasLinkView view = { { 0, 0 }, self->pills_scale, self->style };

  for (guint i = self->pills->len; i > 0; i--)
    {
      const AtlasLinkPill *pill = &g_array_index (self->pills, AtlasLinkPill, i - 1);
      AtlasExtent box = atlas_link_pill_measure (pill, &view);
      double x = point.x * self->pills_scale, y = point.y * self->pills_scale;

      if (x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1)
        return pill->curve;
    }
  return NULL;
}

static void
add_links (GPtrArray *links, const AtlasLinkCurve *curve)
{
  for (guint i = 0; i < curve->links->len; i++)
    g_ptr_array_add (links, g_object_ref (curve->links->pdata[i]));
}

/**
 * atlas_link_layer_find_signs:
 * @self: a layer
 * @signs: (out): return location for the signs
 *
 * Finds the signs on the map that the legend explains. With too many lines there are no numbers.
 */
void
atlas_link_layer_find_signs (AtlasLinkLayer *self, AtlasLinkSigns *signs)
{
  AtlasLinkGeometry *geometry = atlas_link_layer_get_geometry (self);

  atlas_link_signs_find (signs, geometry, atlas_navigation_get_scope (self->navigation));
  if (geometry != NULL && atlas_link_geometry_get_n_curves (geometry) > MAX_NUMBERED_CURVES)
    signs->has_trips = signs->has_counts = FALSE;
}

/**
 * atlas_link_layer_find:
 * @self: a layer
 * @x: the x coordinate, in pixels from the corner of the layer
 * @y: the y coordinate, the same
 *
 * A number is part of its line. If several lines are about equally near, all are found. If a line
 * gathers several links, all of these are found.
 *
 * Returns: (transfer full) (element-type AtlasRecord): the links at this point, or at most 6 pixels
 *   away, those of the nearest line first; empty when there are none
 */
GPtrArray *
atlas_link_layer_find (AtlasLinkLayer *self, double x, double y)
{
  GPtrArray *links = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) curves = NULL;
  const AtlasLinkCurve *numbered;
  ShumateViewport *viewport;
  double pixels_per_unit;
  AtlasExtent visible;
  AtlasPoint point;

  g_return_val_if_fail (ATLAS_IS_LINK_LAYER (self), links);

  if (ensure_geometry (self) == NULL)
    return links;
  viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  pixels_per_unit = atlas_viewport_get_pixels_per_unit (viewport);
  visible = atlas_viewport_get_extent (viewport, GTK_WIDGET (self));
  point = (AtlasPoint) { visible.x0 + x / pixels_per_unit, visible.y0 + y / pixels_per_unit };
  ensure_pills (self, pixels_per_unit);
  numbered = find_by_number (self, point);
  if (numbered != NULL)
    {
      add_links (links, numbered);
      return links;
    }
  curves = atlas_link_geometry_find_all (self->geometry, point, REACH / pixels_per_unit,
                                         SPREAD / pixels_per_unit);
  for (guint i = 0; i < curves->len; i++)
    add_links (links, curves->pdata[i]);
  return links;
}
