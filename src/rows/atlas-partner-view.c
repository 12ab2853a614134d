/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-partner-view.h"

#include "atlas-description.h"
#include "atlas-widget-tools.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

/*
 * AtlasPartnerView: the widget of the diagram of partners.
 *
 * The partner or link under the pointer is highlighted here and on the map, and a click opens it.
 * Each stop of the diagram is a transparent widget, so that keyboard and assistive technology can
 * reach partners and lines: Tab enters and leaves the diagram, arrow keys move around.
 */
struct _AtlasPartnerView
{
  GtkWidget parent_instance;

  AtlasPartnerDiagram *diagram;
  AtlasNavigation *navigation;
  GPtrArray *stops;     /* of GtkButton, in the order of the stops */
  guint current;        /* the last focused stop */
  AtlasRecord *hovered; /* under the pointer in this widget; borrowed, and only compared */
};

G_DEFINE_FINAL_TYPE (AtlasPartnerView, atlas_partner_view, GTK_TYPE_WIDGET)

static AtlasChartStyle
get_style (AtlasPartnerView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  return (AtlasChartStyle) {
    .font = pango_context_get_font_description (context),
    .language = atlas_language_get_default (),
    .dark = adw_style_manager_get_dark (adw_style_manager_get_default ()),
  };
}

/* A line highlights itself, even if it opens a more general agreement. */
static void
set_hovered (AtlasPartnerView *self, const AtlasDiagramStop *stop)
{
  AtlasRecord *former = self->hovered;

  if (self->navigation == NULL)
    return;
  self->hovered = stop == NULL ? NULL : stop->is_partner ? stop->record : stop->links->pdata[0];
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), stop != NULL ? "pointer" : NULL);
  if (stop != NULL)
    atlas_navigation_set_hovered (self->navigation, self->hovered);
  else
    atlas_navigation_leave (self->navigation, former);
}

static void
motion_cb (AtlasPartnerView *self, double x, double y)
{
  set_hovered (self, atlas_partner_diagram_pick (self->diagram, x, y));
}

static void
leave_cb (AtlasPartnerView *self)
{
  set_hovered (self, NULL);
}

static void
released_cb (AtlasPartnerView *self, int n_press, double x, double y)
{
  const AtlasDiagramStop *stop = atlas_partner_diagram_pick (self->diagram, x, y);

  if (n_press == 1 && stop != NULL)
    atlas_navigation_visit (self->navigation, stop->record);
}

static const AtlasDiagramStop *
get_stop (AtlasPartnerView *self, guint index)
{
  return atlas_partner_diagram_get_stop (self->diagram, index);
}

static void
clicked_cb (AtlasPartnerView *self, GtkButton *button)
{
  guint index;

  if (g_ptr_array_find (self->stops, button, &index))
    atlas_navigation_visit (self->navigation, get_stop (self, index)->record);
}

/* Describes a partner with its links, or a line with all links that it represents. */
static char *
describe (const AtlasDiagramStop *stop)
{
  g_autofree char *names =
    atlas_join_names (stop->links, ATLAS_MAX_NAMES, atlas_language_get_default ());

  if (!stop->is_partner)
    return g_steal_pointer (&names);
  return g_strdup_printf (C_("matrix", "%s: %s"),
                             atlas_record_get_name (stop->record, atlas_language_get_default ()),
                             names);
}

static gboolean
atlas_partner_view_query_tooltip (GtkWidget *widget,
                                  int x,
                                  int y,
                                  gboolean keyboard_mode,
                                  GtkTooltip *tooltip)
{
  AtlasPartnerView *self = ATLAS_PARTNER_VIEW (widget);
  const AtlasDiagramStop *stop = atlas_partner_diagram_pick (self->diagram, x, y);
  g_autofree char *words = NULL;

  if (stop == NULL)
    return FALSE;
  words = describe (stop);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

static void
atlas_partner_view_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  AtlasPartnerView *self = ATLAS_PARTNER_VIEW (widget);
  const AtlasChartStyle style = get_style (self);

  /* GTK requires that children are measured before they are allocated. */
  for (guint i = 0; i < self->stops->len; i++)
    gtk_widget_measure (self->stops->pdata[i], orientation, -1, NULL, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = (int) ceil (atlas_partner_diagram_get_height (self->diagram, &style));
}

static void
atlas_partner_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AtlasPartnerView *self = ATLAS_PARTNER_VIEW (widget);
  const AtlasChartStyle style = get_style (self);

  atlas_partner_diagram_lay_out (self->diagram, width, &style);
  for (guint i = 0; i < self->stops->len; i++)
    {
      const AtlasExtent *box = &get_stop (self, i)->box;

      gtk_widget_size_allocate (self->stops->pdata[i],
                                &(GtkAllocation) { (int) box->x0, (int) box->y0,
                                                   (int) ceil (box->x1 - box->x0),
                                                   (int) ceil (box->y1 - box->y0) },
                                -1);
    }
}

static void
atlas_partner_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasPartnerView *self = ATLAS_PARTNER_VIEW (widget);
  const AtlasChartStyle style = get_style (self);
  cairo_t *cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                   (float) gtk_widget_get_height (widget)));

  atlas_partner_diagram_draw (self->diagram, cr, &style,
                              atlas_navigation_get_hovered (self->navigation));
  cairo_destroy (cr);
  GTK_WIDGET_CLASS (atlas_partner_view_parent_class)->snapshot (widget, snapshot);
}

static void
atlas_partner_view_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  AtlasPartnerView *self = ATLAS_PARTNER_VIEW (widget);
  guint index;

  GTK_WIDGET_CLASS (atlas_partner_view_parent_class)->set_focus_child (widget, child);
  if (child != NULL && g_ptr_array_find (self->stops, child, &index))
    {
      self->current = index;
      set_hovered (self, get_stop (self, index));
    }
  else
    set_hovered (self, NULL);
}

static gboolean
atlas_partner_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  AtlasPartnerView *self = ATLAS_PARTNER_VIEW (widget);

  return gtk_widget_get_focus_child (widget) == NULL && self->stops->len > 0 &&
         gtk_widget_grab_focus (self->stops->pdata[MIN (self->current, self->stops->len - 1)]);
}

/* Bind the arrow keys here, because the list around the diagram would handle them. */
static gboolean
step_cb (GtkWidget *widget, GVariant *steps, gpointer user_data)
{
  AtlasPartnerView *self = ATLAS_PARTNER_VIEW (widget);
  const guint n_stops = self->stops->len;

  if (n_stops == 0)
    return FALSE;
  return gtk_widget_grab_focus (
    self->stops->pdata[(self->current + n_stops + (guint) g_variant_get_int32 (steps)) % n_stops]);
}

static void
bind_arrows (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, step_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, step_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, step_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, step_cb, "i", -1);
}

static void
remove_stops (AtlasPartnerView *self)
{
  for (guint i = 0; i < self->stops->len; i++)
    gtk_widget_unparent (self->stops->pdata[i]);
  g_ptr_array_set_size (self->stops, 0);
}

static void
atlas_partner_view_dispose (GObject *object)
{
  AtlasPartnerView *self = ATLAS_PARTNER_VIEW (object);

  if (self->navigation != NULL)
    g_signal_handlers_disconnect_by_data (self->navigation, self);
  set_hovered (self, NULL);
  remove_stops (self);
  g_clear_object (&self->diagram);
  g_clear_object (&self->navigation);

  G_OBJECT_CLASS (atlas_partner_view_parent_class)->dispose (object);
}

static void
atlas_partner_view_finalize (GObject *object)
{
  g_ptr_array_unref (ATLAS_PARTNER_VIEW (object)->stops);

  G_OBJECT_CLASS (atlas_partner_view_parent_class)->finalize (object);
}

static void
atlas_partner_view_class_init (AtlasPartnerViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_partner_view_dispose;
  object_class->finalize = atlas_partner_view_finalize;
  widget_class->focus = atlas_partner_view_focus;
  widget_class->measure = atlas_partner_view_measure;
  widget_class->query_tooltip = atlas_partner_view_query_tooltip;
  widget_class->set_focus_child = atlas_partner_view_set_focus_child;
  widget_class->size_allocate = atlas_partner_view_size_allocate;
  widget_class->snapshot = atlas_partner_view_snapshot;
  bind_arrows (widget_class);
  gtk_widget_class_set_css_name (widget_class, "atlas-partners");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_partner_view_init (AtlasPartnerView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->stops = g_ptr_array_new ();
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  atlas_set_accessible_label (self, _("Partners"));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/* The diagram handles the pointer, because it knows the shapes of lines; stops are only for the
 * keyboard. */
static void
add_stop (AtlasPartnerView *self, const AtlasDiagramStop *stop)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *words = describe (stop);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_can_target (button, FALSE);
  atlas_set_accessible_label (button, words);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_ptr_array_add (self->stops, button);
}

/**
 * atlas_partner_view_new:
 * @diagram: a diagram
 * @navigation: the navigation whose scope is changed
 *
 * Returns: (transfer floating): a view of @diagram
 */
GtkWidget *
atlas_partner_view_new (AtlasPartnerDiagram *diagram, AtlasNavigation *navigation)
{
  AtlasPartnerView *self = g_object_new (ATLAS_TYPE_PARTNER_VIEW, NULL);
  AtlasChartStyle style;

  self->diagram = g_object_ref (diagram);
  self->navigation = g_object_ref (navigation);
  style = get_style (self);
  atlas_partner_diagram_lay_out (diagram, 0, &style);
  for (guint i = 0; i < atlas_partner_diagram_get_n_stops (diagram); i++)
    add_stop (self, get_stop (self, i));
  g_signal_connect_swapped (navigation, "notify::hovered", G_CALLBACK (gtk_widget_queue_draw),
                            self);
  return GTK_WIDGET (self);
}
