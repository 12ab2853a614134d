/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-arrow-layer.h"

#include <string.h>

#include "atlas-map-text.h"
#include "atlas-viewport.h"

/*
 * AtlasArrowLayer: arrows at the edge of the map that point to ends of links outside the view.
 *
 * It has a fixed number of buttons. Each move of the map allocates the layer again, and
 * size_allocate() assigns the arrows to the buttons.
 */
struct _AtlasArrowLayer
{
  ShumateLayer parent_instance;

  AtlasNavigation *navigation;
  AtlasLinkLayer *links; /* borrowed: both layers belong to the same map */
  AtlasArrowButton *buttons[ATLAS_MAX_EDGE_ARROWS];
  PangoContext *context;
  AtlasMapStyle style;
  GArray *obstacles; /* of AtlasExtent */
  gboolean has_arrows;

  /* The list of ends, and the geometry and scope from which it was made. */
  GPtrArray *ends;
  AtlasLinkGeometry *geometry;
  AtlasScope *scope;
};

G_DEFINE_FINAL_TYPE (AtlasArrowLayer, atlas_arrow_layer, SHUMATE_TYPE_LAYER)

#define FONT_SIZE 12.0

/* The value of "gtk-xft-dpi" at which text has its normal size. */
#define USUAL_DPI (96.0 * 1024.0)

enum
{
  ARRANGED,
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
activate_cb (AtlasArrowLayer *self, AtlasArrowButton *button)
{
  g_signal_emit (self, signals[CHOSEN], 0, button);
}

/* Lists the ends again only when links or scope have changed, because it takes long with many
 * links. */
static void
ensure_ends (AtlasArrowLayer *self, AtlasLinkGeometry *geometry, AtlasScope *scope)
{
  if (self->geometry == geometry && self->scope == scope && self->ends != NULL)
    return;
  g_clear_pointer (&self->ends, g_ptr_array_unref);
  g_clear_pointer (&self->geometry, atlas_link_geometry_unref);
  self->geometry = atlas_link_geometry_ref (geometry);
  g_set_object (&self->scope, scope);
  self->ends = atlas_edge_arrows_list_ends (geometry, scope);
}

static double
get_font_size (AtlasArrowLayer *self)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? FONT_SIZE * dpi / USUAL_DPI : FONT_SIZE;
}

static GPtrArray *
place_arrows (AtlasArrowLayer *self, int width, int height)
{
  AtlasLinkGeometry *geometry = atlas_link_layer_get_geometry (self->links);
  const AtlasEdgeArrowsRequest request = {
    .extent = atlas_viewport_get_extent (shumate_layer_get_viewport (SHUMATE_LAYER (self)),
                                         GTK_WIDGET (self)),
    .width = width,
    .height = height,
    .obstacles = (const void *) self->obstacles->data,
    .n_obstacles = self->obstacles->len,
    .context = self->context,
    .font_size = get_font_size (self),
    .language = atlas_language_get_default (),
  };

  if (geometry == NULL || width <= 0 || height <= 0)
    return NULL;
  ensure_ends (self, geometry, atlas_navigation_get_scope (self->navigation));
  return atlas_edge_arrows_place (self->ends, &request);
}

static void
atlas_arrow_layer_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AtlasArrowLayer *self = ATLAS_ARROW_LAYER (widget);
  g_autoptr (GPtrArray) arrows = place_arrows (self, width, height);
  const gboolean has_arrows = arrows != NULL && arrows->len > 0;

  for (guint i = 0; i < ATLAS_MAX_EDGE_ARROWS; i++)
    atlas_arrow_button_show (self->buttons[i], arrows, i, self->style);
  if (has_arrows || self->has_arrows)
    g_signal_emit (self, signals[ARRANGED], 0);
  self->has_arrows = has_arrows;
}

static void
atlas_arrow_layer_constructed (GObject *object)
{
  G_OBJECT_CLASS (atlas_arrow_layer_parent_class)->constructed (object);

  g_signal_connect_object (shumate_layer_get_viewport (SHUMATE_LAYER (object)), "notify",
                           G_CALLBACK (gtk_widget_queue_allocate), object, G_CONNECT_SWAPPED);
}

static void
atlas_arrow_layer_dispose (GObject *object)
{
  AtlasArrowLayer *self = ATLAS_ARROW_LAYER (object);

  for (guint i = 0; i < ATLAS_MAX_EDGE_ARROWS; i++)
    if (self->buttons[i] != NULL)
      gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->buttons[i])));
  g_clear_object (&self->navigation);
  g_clear_object (&self->context);
  g_clear_object (&self->scope);
  g_clear_pointer (&self->ends, g_ptr_array_unref);
  g_clear_pointer (&self->geometry, atlas_link_geometry_unref);
  g_clear_pointer (&self->obstacles, g_array_unref);

  G_OBJECT_CLASS (atlas_arrow_layer_parent_class)->dispose (object);
}

static void
atlas_arrow_layer_class_init (AtlasArrowLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = atlas_arrow_layer_constructed;
  object_class->dispose = atlas_arrow_layer_dispose;
  widget_class->size_allocate = atlas_arrow_layer_size_allocate;

  /**
   * AtlasArrowLayer::arranged:
   * @self: a layer
   *
   * Emitted when arrows appear, disappear or move.
   */
  signals[ARRANGED] = g_signal_new ("arranged", ATLAS_TYPE_ARROW_LAYER, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
  /**
   * AtlasArrowLayer::chosen:
   * @self: a layer
   * @button: one of its arrows
   *
   * Emitted when an arrow is activated by keyboard or by assistive technology.
   */
  signals[CHOSEN] = g_signal_new ("chosen", ATLAS_TYPE_ARROW_LAYER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, ATLAS_TYPE_ARROW_BUTTON);
  gtk_widget_class_set_css_name (widget_class, "arrowlayer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_arrow_layer_init (AtlasArrowLayer *self)
{
  self->context = atlas_map_text_create_context (atlas_language_get_default ());
  self->obstacles = g_array_new (FALSE, FALSE, sizeof (AtlasExtent));
  for (guint i = 0; i < ATLAS_MAX_EDGE_ARROWS; i++)
    {
      self->buttons[i] = atlas_arrow_button_new ();
      gtk_widget_set_parent (GTK_WIDGET (self->buttons[i]), GTK_WIDGET (self));
      gtk_widget_set_child_visible (GTK_WIDGET (self->buttons[i]), FALSE);
      g_signal_connect_object (self->buttons[i], "activate", G_CALLBACK (activate_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

/**
 * atlas_arrow_layer_new:
 * @viewport: the viewport of a map, with a reference map source
 * @links: the links of the same map
 * @navigation: the navigation to follow
 *
 * Returns: (transfer floating): a layer of arrows
 */
AtlasArrowLayer *
atlas_arrow_layer_new (ShumateViewport *viewport,
                       AtlasLinkLayer *links,
                       AtlasNavigation *navigation)
{
  AtlasArrowLayer *self = g_object_new (ATLAS_TYPE_ARROW_LAYER, "viewport", viewport, NULL);

  self->links = links;
  self->navigation = g_object_ref (navigation);
  g_signal_connect_object (navigation, "notify::scope", G_CALLBACK (gtk_widget_queue_allocate),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (atlas_navigation_get_filter (navigation), "changed",
                           G_CALLBACK (gtk_widget_queue_allocate), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * atlas_arrow_layer_set_style:
 * @self: a layer
 * @style: the map style
 */
void
atlas_arrow_layer_set_style (AtlasArrowLayer *self, AtlasMapStyle style)
{
  g_return_if_fail (ATLAS_IS_ARROW_LAYER (self));

  self->style = style;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * atlas_arrow_layer_set_obstacles:
 * @self: a layer
 * @obstacles: (array length=n_obstacles): the boxes of widgets on top of the map, in pixels from
 *   its corner
 * @n_obstacles: the number of @obstacles
 */
void
atlas_arrow_layer_set_obstacles (AtlasArrowLayer *self,
                                 const AtlasExtent *obstacles,
                                 guint n_obstacles)
{
  g_return_if_fail (ATLAS_IS_ARROW_LAYER (self));

  if (n_obstacles == self->obstacles->len &&
      (n_obstacles == 0 ||
       memcmp (obstacles, self->obstacles->data, n_obstacles * sizeof *obstacles) == 0))
    return;
  g_array_set_size (self->obstacles, 0);
  g_array_append_vals (self->obstacles, obstacles, n_obstacles);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
