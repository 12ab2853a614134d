/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-chart-view.h"

#include <adwaita.h>
#include <math.h>
#include <string.h>

/*
 * AtlasChartView: a widget that shows a chart.
 *
 * It passes width, font and style of the window to the chart, reports the record under the pointer,
 * and shows its exact value in a tooltip. For assistive technology it is an image, because the rows
 * around it contain the same numbers.
 */
struct _AtlasChartView
{
  GtkWidget parent_instance;

  AtlasChart *chart;
};

G_DEFINE_FINAL_TYPE (AtlasChartView, atlas_chart_view, GTK_TYPE_WIDGET)

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static AtlasChartStyle
get_style (AtlasChartView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  return (AtlasChartStyle) {
    .font = pango_context_get_font_description (context),
    .language = atlas_language_get_default (),
    .dark = adw_style_manager_get_dark (adw_style_manager_get_default ()),
  };
}

static void
motion_cb (AtlasChartView *self, double x, double y)
{
  if (self->chart != NULL)
    g_signal_emit (self, signals[PICKED], 0,
                   atlas_chart_pick (self->chart, x, y, gtk_widget_get_width (GTK_WIDGET (self))));
}

static void
leave_cb (AtlasChartView *self)
{
  g_signal_emit (self, signals[PICKED], 0, NULL);
}

/* Makes the name bold, as on the hover card of the map. */
static char *
mark_up (const char *words)
{
  const char *rest = strchrnul (words, '\n');
  g_autofree char *name = g_strndup (words, (gsize) (rest - words));

  return g_markup_printf_escaped ("<b>%s</b>%s", name, rest);
}

static gboolean
atlas_chart_view_query_tooltip (GtkWidget *widget,
                                int x,
                                int y,
                                gboolean keyboard_mode,
                                GtkTooltip *tooltip)
{
  AtlasChartView *self = ATLAS_CHART_VIEW (widget);
  g_autofree char *words = NULL;
  g_autofree char *markup = NULL;

  if (self->chart == NULL)
    return FALSE;
  words = atlas_chart_tell (self->chart, x, y, gtk_widget_get_width (widget),
                            atlas_language_get_default ());
  if (words == NULL)
    return FALSE;
  markup = mark_up (words);
  gtk_tooltip_set_markup (tooltip, markup);
  return TRUE;
}

static void
atlas_chart_view_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  AtlasChartView *self = ATLAS_CHART_VIEW (widget);
  const AtlasChartStyle style = get_style (self);

  if (orientation == GTK_ORIENTATION_VERTICAL && self->chart != NULL)
    *minimum = *natural = (int) ceil (atlas_chart_get_height (self->chart, &style));
}

static void
atlas_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasChartView *self = ATLAS_CHART_VIEW (widget);
  const AtlasChartStyle style = get_style (self);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->chart == NULL || width <= 0)
    return;
  cr =
    gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  atlas_chart_draw (self->chart, cr, width, &style);
  cairo_destroy (cr);
}

static void
atlas_chart_view_dispose (GObject *object)
{
  AtlasChartView *self = ATLAS_CHART_VIEW (object);

  g_clear_object (&self->chart);

  G_OBJECT_CLASS (atlas_chart_view_parent_class)->dispose (object);
}

static void
atlas_chart_view_class_init (AtlasChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_chart_view_dispose;
  widget_class->query_tooltip = atlas_chart_view_query_tooltip;
  widget_class->measure = atlas_chart_view_measure;
  widget_class->snapshot = atlas_chart_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "atlas-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);

  /**
   * AtlasChartView::picked:
   * @self: a chart view
   * @record: (nullable): the record under the pointer
   *
   * Emitted when the pointer has moved in the chart, or has left it.
   */
  signals[PICKED] = g_signal_new ("picked", ATLAS_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, ATLAS_TYPE_RECORD);
}

static void
atlas_chart_view_init (AtlasChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * atlas_chart_view_set_chart:
 * @self: a chart view
 * @chart: (nullable): the chart to show
 */
void
atlas_chart_view_set_chart (AtlasChartView *self, AtlasChart *chart)
{
  g_return_if_fail (ATLAS_IS_CHART_VIEW (self));
  g_return_if_fail (chart == NULL || ATLAS_IS_CHART (chart));

  if (g_set_object (&self->chart, chart))
    gtk_widget_queue_resize (GTK_WIDGET (self));
}
