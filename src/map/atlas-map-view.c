/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-map-view-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "atlas-map-source.h"
#include "atlas-province.h"
#include "atlas-scale-bar.h"
#include "atlas-viewport.h"
#include "atlas-widget-tools.h"

/*
 * AtlasMapView: the map with land, links, places, legend and controls.
 *
 * It follows its navigation and sets the scope there. Actions: map.zoom-in, map.zoom-out, and
 * map.fit, which shows the whole province.
 */
G_DEFINE_FINAL_TYPE (AtlasMapView, atlas_map_view, GTK_TYPE_WIDGET)

/* A map with fewer pixels in either direction counts as small. */
#define SMALL_WIDTH 640
#define SMALL_HEIGHT 480

/* The largest share of the width that an unfolded legend may take. */
#define LEGEND_SHARE 0.32

/* The largest share of the width that legend and attribution side by side may take. */
#define NOTES_SHARE 0.75

/* The margin that widgets side by side can share. */
#define SHARED_MARGIN 14

/* The width of the notes in characters, on a map without room. */
#define SHORT_LINE 22

/* The same, if the notes do not fit beside the folded legend otherwise. */
#define MIN_LINE 12

enum
{
  PROP_0,
  PROP_NAVIGATION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  ONLINE_UNREACHABLE,
  RESIZED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Online tiles contain names. Where the server has no tiles, the offline land is visible too, so
 * name both sources. */
static void
update_attribution (AtlasMapView *self)
{
  const char *online = _("© OpenStreetMap contributors");
  g_autofree char *both = g_strconcat (online, "\n", ATLAS_BASE_MAP_ATTRIBUTION, NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->labels), self->online == NULL || self->is_unreachable);
  gtk_label_set_label (self->attribution_label, self->online == NULL   ? ATLAS_BASE_MAP_ATTRIBUTION
                                                : self->is_unreachable ? both
                                                                       : online);
}

static void
unreachable_cb (AtlasMapView *self, const char *reason, AtlasOnlineSource *source)
{
  /* A source that was replaced may still report an error. */
  if (self->is_unreachable || source != self->online)
    return;
  self->is_unreachable = TRUE;
  update_attribution (self);
  g_signal_emit (self, signals[ONLINE_UNREACHABLE], 0, reason);
}

static ShumateMapSource *
create_offline_source (AtlasMapView *self)
{
  const double density = gtk_widget_get_scale_factor (GTK_WIDGET (self)) * self->magnification;

  return SHUMATE_MAP_SOURCE (atlas_map_source_new (
    self->base_map, self->style, (const char *const *) self->highlights, (int) ceil (density)));
}

static void
show_offline_land (AtlasMapView *self)
{
  g_autoptr (ShumateMapSource) source = create_offline_source (self);

  atlas_tile_layer_set_source (self->land, source);
}

static void
show_online_land (AtlasMapView *self)
{
  g_autoptr (ShumateMapSource) offline = create_offline_source (self);
  g_autofree char *url = g_settings_get_string (self->settings, "tile-url");

  g_clear_object (&self->online);
  self->online = atlas_online_source_new (url, offline);
  g_signal_connect_object (self->online, "unreachable", G_CALLBACK (unreachable_cb), self,
                           G_CONNECT_SWAPPED);
  atlas_tile_layer_set_source (self->land, SHUMATE_MAP_SOURCE (self->online));
}

/* Online tiles have only one style. If offline land replaces missing tiles, it must follow the
 * style; the tiles are also requested again, in case the server works by now. */
static void
update_land (AtlasMapView *self)
{
  if (self->online == NULL)
    show_offline_land (self);
  else if (self->is_unreachable)
    show_online_land (self);
}

static void
online_changed_cb (AtlasMapView *self)
{
  self->is_unreachable = FALSE;
  if (g_settings_get_boolean (self->settings, "online-tiles"))
    show_online_land (self);
  else
    {
      g_clear_object (&self->online);
      show_offline_land (self);
    }
  update_attribution (self);
}

static void
style_changed_cb (AtlasMapView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  AtlasMapStyle style = adw_style_manager_get_high_contrast (manager) ? ATLAS_STYLE_HIGH_CONTRAST
                        : adw_style_manager_get_dark (manager)        ? ATLAS_STYLE_DARK
                                                                      : ATLAS_STYLE_LIGHT;

  if (style == self->style)
    return;
  self->style = style;
  atlas_label_layer_set_style (self->labels, style);
  atlas_link_layer_set_style (self->links, style);
  atlas_arrow_layer_set_style (self->arrows, style);
  atlas_legend_view_set_style (self->legend, style);
  atlas_map_picking_set_style (self->picking, style);
  update_land (self);
}

/* Highlights the prefectures of the scope. */
static void
update_highlights (AtlasMapView *self)
{
  AtlasScope *scope = atlas_navigation_get_scope (self->navigation);
  g_auto (GStrv) highlights = scope != NULL ? atlas_scope_dup_prefectures (scope) : NULL;

  if (highlights == self->highlights ||
      (highlights != NULL && self->highlights != NULL &&
       g_strv_equal ((const char *const *) highlights, (const char *const *) self->highlights)))
    return;
  g_strfreev (self->highlights);
  self->highlights = g_steal_pointer (&highlights);
  update_land (self);
}

/* For a dataset outside Jilin, the button shows the whole dataset, so change its label. */
static void
update_home (AtlasMapView *self)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (self->navigation);
  AtlasDataset *former = self->home_dataset;
  const gboolean is_same =
    former != NULL && dataset != NULL &&
    (former == dataset ||
     atlas_dataset_has_same_records (former, dataset, ATLAS_RECORD_KIND_PLACE));
  const char *label;

  g_set_object (&self->home_dataset, dataset);
  if (is_same)
    return;
  _atlas_map_view_update_home (self);
  label = dataset != NULL ? atlas_province_describe_whole (dataset, atlas_language_get_default ())
                          : _("Whole province");
  gtk_widget_set_tooltip_text (self->fit_button, label);
  atlas_set_accessible_label (self->fit_button, label);
  atlas_set_accessible_label (self->map, self->is_at_jilin ? _("Map of Jilin province") : _("Map"));
}

/* Shows the approval number of the map, if the dataset states one. */
static void
update_approval (AtlasMapView *self)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (self->navigation);
  const char *number = dataset != NULL ? atlas_dataset_get_approval_number (dataset) : NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->approval_label), number != NULL);
  if (number == NULL)
    return;
  text = g_strdup_printf (_("Map approval number: %s"), number);
  gtk_label_set_text (self->approval_label, text);
}

/* Runs after the links have been updated. */
static void
update_signs (AtlasMapView *self)
{
  AtlasLinkSigns signs;

  atlas_link_layer_find_signs (self->links, &signs);
  atlas_legend_view_set_signs (self->legend, &signs);
}

static void
scope_changed_cb (AtlasMapView *self)
{
  update_home (self);
  update_highlights (self);
  update_signs (self);
  update_approval (self);
  _atlas_map_view_forget_target (self);
  _atlas_map_view_dismiss_card (self);
  _atlas_map_view_show_scope (self);
}

/* Names of places have priority, then numbers of links, then names of the land. */
static void
arranged_cb (AtlasMapView *self)
{
  GArray *names = atlas_place_layer_get_occupied (self->places);
  g_autoptr (GArray) occupied = g_array_copy (names);
  g_auto (GStrv) codes = atlas_place_layer_dup_codes (self->places);

  atlas_link_layer_set_occupied (self->links, names);
  atlas_link_layer_add_occupied (self->links, occupied);
  _atlas_map_view_add_outlines (self, occupied);
  atlas_label_layer_set_occupied (self->labels, occupied, codes);
  /* After this, something else may be under the pointer. */
  _atlas_map_view_forget_target (self);
}

static void
draw_scale_bar_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  AtlasMapView *self = user_data;
  double latitude = shumate_location_get_latitude (SHUMATE_LOCATION (self->viewport));

  atlas_scale_bar_draw (cr, width - 1, height - 3, width - 2,
                        atlas_projection_metres_per_unit (latitude) /
                          atlas_viewport_get_pixels_per_unit (self->viewport),
                        self->style, atlas_language_get_default ());
}

static void
fold_legend (AtlasMapView *self)
{
  self->is_legend_small = self->is_small;
  if (self->is_small)
    {
      g_settings_unbind (self->legend, "folded");
      g_object_set (self->legend, "folded", TRUE, NULL);
    }
  else
    g_settings_bind (self->settings, "show-legend", self->legend, "folded",
                     G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_INVERT_BOOLEAN);
}

static int
measure_width (GtkWidget *widget)
{
  int natural = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* Without room, the attribution is behind a button and the required note is wrapped. */
static void
fold_attribution (AtlasMapView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->attribution_label), !self->is_short_of_room);
  gtk_widget_set_visible (self->attribution_button, self->is_short_of_room);
  gtk_widget_set_can_target (self->notes, self->is_short_of_room);
  gtk_label_set_wrap (self->sketch_label, self->is_short_of_room);
  gtk_label_set_max_width_chars (self->sketch_label, self->is_short_of_room ? SHORT_LINE : -1);
  if (self->is_short_of_room && atlas_legend_view_measure_folded (self->legend) +
                                    measure_width (self->notes) - SHARED_MARGIN >
                                  self->width)
    gtk_label_set_max_width_chars (self->sketch_label, MIN_LINE);
  self->folded_width = self->width;
}

static gboolean
fold_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (widget);

  self->fold_id = 0;
  if (self->is_small != self->is_legend_small)
    fold_legend (self);
  fold_attribution (self);
  return G_SOURCE_REMOVE;
}

/* Folds the legend and the attribution if the map is too small, until the user unfolds them. The
 * limit depends on the size of the text. Runs in the next frame, because widgets must not change
 * their size during allocation. */
static void
update_folding (AtlasMapView *self)
{
  const int legend = atlas_legend_view_measure_unfolded (self->legend);
  const int attribution = measure_width (GTK_WIDGET (self->attribution_label));
  gboolean is_small =
    self->width < SMALL_WIDTH || self->height < SMALL_HEIGHT || legend > self->width * LEGEND_SHARE;
  gboolean is_short_of_room = is_small || legend + attribution > self->width * NOTES_SHARE;

  /* A hidden label measures 0, so use its last width. */
  if (!gtk_widget_get_visible (GTK_WIDGET (self->attribution_label)))
    is_short_of_room = is_small || legend + self->attribution_width > self->width * NOTES_SHARE;
  else
    self->attribution_width = attribution;
  if (is_small == self->is_small && is_short_of_room == self->is_short_of_room &&
      (!is_short_of_room || self->width == self->folded_width))
    return;
  self->is_small = is_small;
  self->is_short_of_room = is_short_of_room;
  if (self->fold_id == 0)
    self->fold_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), fold_cb, NULL, NULL);
}

static void
follow_navigation (AtlasMapView *self)
{
  AtlasFilter *filter = atlas_navigation_get_filter (self->navigation);

  g_signal_connect_object (self->navigation, "notify::scope", G_CALLBACK (scope_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigation, "reveal", G_CALLBACK (_atlas_map_view_show_record),
                           self, G_CONNECT_SWAPPED);
  /* Connected after the link layer: fewer links have fewer numbers. */
  g_signal_connect_object (filter, "changed", G_CALLBACK (arranged_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (filter, "changed", G_CALLBACK (update_signs), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->viewport, "notify::zoom-level", G_CALLBACK (update_signs), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update_home (self);
  update_highlights (self);
  update_approval (self);
  update_signs (self);
}

static GtkRequisition
get_natural_size (gpointer widget)
{
  GtkRequisition size = { 0, 0 };

  if (gtk_widget_get_visible (widget))
    gtk_widget_get_preferred_size (widget, NULL, &size);
  return size;
}

/* Places the legend beside the buttons and the notes. If the map is too narrow for that, the legend
 * is above the notes and its rows scroll. It is always below chips and hint. A folded legend
 * shortens its heading instead of moving to the middle of the map. */
static gboolean
position_legend_cb (AtlasMapView *self, GtkWidget *widget, GdkRectangle *allocation)
{
  const int legend = measure_width (GTK_WIDGET (self->legend));
  const GtkRequisition notes = get_natural_size (self->notes);
  const GtkRequisition buttons = get_natural_size (self->buttons);
  const int beside_notes = MIN (self->width - notes.width + SHARED_MARGIN, self->width);
  const int beside_buttons = MIN (self->width - buttons.width + SHARED_MARGIN, self->width);
  gboolean is_folded = FALSE;
  int chips = 0, minimum, narrowest, top, bottom;

  if (widget != GTK_WIDGET (self->legend))
    return FALSE;
  g_object_get (widget, "folded", &is_folded, NULL);
  if (gtk_widget_get_visible (self->filter_bar))
    gtk_widget_measure (self->filter_bar, GTK_ORIENTATION_VERTICAL, self->width, NULL, &chips, NULL,
                        NULL);
  chips = MAX (chips, atlas_map_picking_measure_hint (self->picking, self->width));
  bottom = self->height -
           (!is_folded && legend > beside_notes ? MAX (notes.height, self->foot) : self->foot);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &narrowest, NULL, NULL, NULL);
  top = MIN (chips, bottom - minimum);
  *allocation = (GdkRectangle) { 0, top, is_folded ? beside_notes : beside_buttons, bottom - top };
  allocation->width = MAX (allocation->width, narrowest);
  return TRUE;
}

static void
atlas_map_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (ATLAS_MAP_VIEW (widget)->overlay), orientation, for_size, minimum,
                      natural, minimum_baseline, natural_baseline);
}

/* The widgets on top of the map are allocated after the map. */
static gboolean
obstacles_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (widget);

  self->obstacles_id = 0;
  _atlas_map_view_update_obstacles (self);
  if (self->width == self->reported_width && self->height == self->reported_height &&
      self->foot == self->reported_foot)
    return G_SOURCE_REMOVE;
  self->reported_width = self->width;
  self->reported_height = self->height;
  self->reported_foot = self->foot;
  g_signal_emit (self, signals[RESIZED], 0);
  return G_SOURCE_REMOVE;
}

/* Update the viewport before the layers are allocated, so that the first frame is right. */
static void
atlas_map_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (widget);

  if (width != self->width || height != self->height)
    _atlas_map_view_forget_target (self);
  _atlas_map_view_resize (self, width, height);
  update_folding (self);
  gtk_widget_size_allocate (GTK_WIDGET (self->overlay), &(GtkAllocation) { 0, 0, width, height },
                            baseline);
  if (self->obstacles_id == 0)
    self->obstacles_id = gtk_widget_add_tick_callback (widget, obstacles_cb, NULL, NULL);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static gboolean
atlas_map_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ATLAS_MAP_VIEW (widget)->map));
}

/* A viewport without a map source has no coordinates. */
static void
add_layers (AtlasMapView *self)
{
  g_autoptr (AtlasMapSource) source = atlas_map_source_new (self->base_map, self->style, NULL, 1);

  shumate_viewport_set_reference_map_source (self->viewport, SHUMATE_MAP_SOURCE (source));
  self->land = atlas_tile_layer_new (self->viewport);
  self->links = atlas_link_layer_new (self->viewport, self->navigation);
  self->places = atlas_place_layer_new (self->viewport, self->navigation);
  self->labels = atlas_label_layer_new (self->viewport, self->base_map);
  self->arrows = atlas_arrow_layer_new (self->viewport, self->links, self->navigation);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->land));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->links));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->labels));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->places));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->arrows));
  g_signal_connect_object (self->places, "arranged", G_CALLBACK (arranged_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Filter bar and legend stand on the map above the buttons and below the notes. */
static void
add_filter (AtlasMapView *self)
{
  self->filter_bar = atlas_filter_bar_new (self->navigation);
  gtk_widget_insert_after (self->filter_bar, GTK_WIDGET (self->overlay), self->buttons);
  self->legend = ATLAS_LEGEND_VIEW (atlas_legend_view_new (self->navigation));
  gtk_widget_insert_after (GTK_WIDGET (self->legend), GTK_WIDGET (self->overlay), self->filter_bar);
}

static void
atlas_map_view_constructed (GObject *object)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (object);
  AdwStyleManager *manager = adw_style_manager_get_default ();

  G_OBJECT_CLASS (atlas_map_view_parent_class)->constructed (object);

  _atlas_map_view_init_camera (self);
  add_layers (self);
  add_filter (self);
  _atlas_map_view_init_picking (self);
  _atlas_map_view_init_pointer (self);
  g_signal_connect_swapped (self->overlay, "get-child-position", G_CALLBACK (position_legend_cb),
                            self);
  gtk_drawing_area_set_draw_func (self->scale_bar, draw_scale_bar_cb, self, NULL);
  g_signal_connect_object (self->viewport, "notify", G_CALLBACK (gtk_widget_queue_draw),
                           self->scale_bar, G_CONNECT_SWAPPED);

  self->settings = g_settings_new (ATLAS_APPLICATION_ID);
  g_settings_bind (self->settings, "show-legend", self->legend, "folded",
                   G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_INVERT_BOOLEAN);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (update_land), NULL);
  g_signal_connect_object (self->settings, "changed::online-tiles", G_CALLBACK (online_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::tile-url", G_CALLBACK (online_changed_cb),
                           self, G_CONNECT_SWAPPED);
  style_changed_cb (self);
  online_changed_cb (self);
  follow_navigation (self);
}

static void
atlas_map_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (object);

  switch (prop_id)
    {
    case PROP_NAVIGATION:
      self->navigation = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_map_view_dispose (GObject *object)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (object);

  g_clear_handle_id (&self->card_id, g_source_remove);
  g_clear_pointer (&self->described, g_ptr_array_unref);
  g_clear_pointer (&self->target, g_ptr_array_unref);
  g_clear_pointer (&self->pressed, g_ptr_array_unref);
  g_clear_pointer (&self->highlights, g_strfreev);
  g_clear_object (&self->online);
  g_clear_object (&self->settings);
  atlas_unparent_children (self);
  self->overlay = NULL;
  self->popover = NULL;
  g_clear_object (&self->home_dataset);
  g_clear_object (&self->navigation);

  G_OBJECT_CLASS (atlas_map_view_parent_class)->dispose (object);
}

static void
atlas_map_view_class_init (AtlasMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = atlas_map_view_constructed;
  object_class->dispose = atlas_map_view_dispose;
  object_class->set_property = atlas_map_view_set_property;
  widget_class->grab_focus = atlas_map_view_grab_focus;
  widget_class->measure = atlas_map_view_measure;
  widget_class->size_allocate = atlas_map_view_size_allocate;

  /**
   * AtlasMapView:navigation:
   *
   * The navigation that the map follows.
   */
  properties[PROP_NAVIGATION] =
    g_param_spec_object ("navigation", NULL, NULL, ATLAS_TYPE_NAVIGATION,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AtlasMapView::online-unreachable:
   * @self: a map
   * @reason: the message of the system; plain text, not markup
   *
   * Emitted when online tiles are enabled but a tile could not be loaded, so the offline land is
   * shown. Emitted once each time that the user enables them.
   */
  signals[ONLINE_UNREACHABLE] =
    g_signal_new ("online-unreachable", ATLAS_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * AtlasMapView::resized:
   * @self: a map
   *
   * Emitted in the frame after the map or its foot got another size, when the widgets on top of the
   * map have their places.
   */
  signals[RESIZED] = g_signal_new ("resized", ATLAS_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  g_type_ensure (ATLAS_TYPE_HOVER_CARD);
  g_type_ensure (SHUMATE_TYPE_MAP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-map-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasMapView, overlay);
  gtk_widget_class_bind_template_child (widget_class, AtlasMapView, map);
  gtk_widget_class_bind_template_child (widget_class, AtlasMapView, card);
  gtk_widget_class_bind_template_child (widget_class, AtlasMapView, fit_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasMapView, buttons);
  gtk_widget_class_bind_template_child (widget_class, AtlasMapView, notes);
  gtk_widget_class_bind_template_child (widget_class, AtlasMapView, scale_bar);
  gtk_widget_class_bind_template_child (widget_class, AtlasMapView, distance_label);
  gtk_widget_class_bind_template_child (widget_class, AtlasMapView, sketch_label);
  gtk_widget_class_bind_template_child (widget_class, AtlasMapView, approval_label);
  gtk_widget_class_bind_template_child (widget_class, AtlasMapView, attribution_label);
  gtk_widget_class_bind_template_child (widget_class, AtlasMapView, attribution_button);
  gtk_widget_class_set_css_name (widget_class, "mapview");
  _atlas_map_view_class_install_actions (klass);
  _atlas_map_view_class_install_menu_actions (klass);
}

static void
atlas_map_view_init (AtlasMapView *self)
{
  self->magnification = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atlas_map_view_new:
 * @navigation: the navigation to follow
 *
 * Returns: (transfer floating): a map of the province
 */
GtkWidget *
atlas_map_view_new (AtlasNavigation *navigation)
{
  return g_object_new (ATLAS_TYPE_MAP_VIEW, "navigation", navigation, NULL);
}

/**
 * atlas_map_view_set_foot:
 * @self: a map
 * @foot: the height of what covers the map at its foot, in pixels of the map before magnification;
 * 0 for nothing
 *
 * Keeps notes and legend above the foot, and scopes out of it.
 */
void
atlas_map_view_set_foot (AtlasMapView *self, int foot)
{
  gboolean was_fitted;

  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));
  g_return_if_fail (foot >= 0);

  if (foot == self->foot)
    return;
  was_fitted = self->is_fitted;
  self->foot = foot;
  gtk_widget_set_margin_bottom (self->notes, foot);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->distance_label), foot);
  gtk_widget_queue_allocate (GTK_WIDGET (self->overlay));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (was_fitted && self->width > 0)
    _atlas_map_view_fit (self, FALSE);
}

/**
 * atlas_map_view_set_has_buttons:
 * @self: a map
 * @has_buttons: whether it has buttons to zoom
 */
void
atlas_map_view_set_has_buttons (AtlasMapView *self, gboolean has_buttons)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  gtk_widget_set_visible (self->buttons, has_buttons);
}

/**
 * atlas_map_view_set_has_card:
 * @self: a map
 * @has_card: whether a card describes what is under the pointer
 */
void
atlas_map_view_set_has_card (AtlasMapView *self, gboolean has_card)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  if (self->is_without_card == !has_card)
    return;
  self->is_without_card = !has_card;
  _atlas_map_view_hover (self);
}

/**
 * atlas_map_view_set_magnification:
 * @self: a map
 * @magnification: how many times larger the map is shown, at least 1
 *
 * Draws the map with as many pixels as it needs when a container magnifies it.
 */
void
atlas_map_view_set_magnification (AtlasMapView *self, double magnification)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));
  g_return_if_fail (magnification >= 1);

  if (magnification == self->magnification)
    return;
  self->magnification = magnification;
  atlas_tile_layer_set_magnification (self->land, magnification);
  atlas_link_layer_set_magnification (self->links, magnification);
  atlas_label_layer_set_magnification (self->labels, magnification);
  update_land (self);
}

/**
 * atlas_map_view_is_loading:
 * @self: a map
 *
 * Returns: whether tiles or names in the view are not complete yet
 */
gboolean
atlas_map_view_is_loading (AtlasMapView *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), FALSE);

  return atlas_tile_layer_is_loading (self->land) ||
         (gtk_widget_get_visible (GTK_WIDGET (self->labels)) &&
          atlas_label_layer_is_loading (self->labels));
}
