/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-legend-signs.h"

#include <glib/gi18n.h>

#include "atlas-filter-words.h"

/*
 * AtlasLegendSigns: explains the numbers on lines, outlines around places, and pale lines.
 *
 * Each has a row with a sample, which is visible only while the map has such a sign.
 */
typedef enum
{
  SIGN_TRIPS,
  SIGN_COUNT,
  SIGN_OUTLINE,
  SIGN_PALE,
} Sign;

#define N_SIGNS (SIGN_PALE + 1)

struct _AtlasLegendSigns
{
  GtkBox parent_instance;

  GtkWidget *lines[N_SIGNS];
  AtlasLinkSigns signs;
  AtlasMapStyle style;
};

G_DEFINE_FINAL_TYPE (AtlasLegendSigns, atlas_legend_signs, GTK_TYPE_BOX)

/* Example values for the samples. */
#define SAMPLE_TRIPS 37
#define SAMPLE_COUNT 3

#define SAMPLE_WIDTH 30
#define SAMPLE_HEIGHT 18

static AtlasLegendSigns *
get_signs (GtkDrawingArea *area)
{
  return ATLAS_LEGEND_SIGNS (gtk_widget_get_ancestor (GTK_WIDGET (area), ATLAS_TYPE_LEGEND_SIGNS));
}

static void
draw_trips_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  atlas_link_pill_paint_sample (cr, ATLAS_LINK_GROUP_BUS, SAMPLE_TRIPS, get_signs (area)->style,
                                width / 2.0, height / 2.0);
}

static void
draw_count_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  AtlasLegendSigns *self = get_signs (area);

  atlas_link_pill_paint_sample (cr, self->signs.count_group, SAMPLE_COUNT, self->style, width / 2.0,
                                height / 2.0);
}

static void
draw_outline_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  AtlasLegendSigns *self = get_signs (area);

  atlas_link_painter_paint_outline_sample (cr, self->signs.outline_group, self->style, width,
                                           height);
}

static void
draw_pale_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  AtlasLegendSigns *self = get_signs (area);

  atlas_link_painter_paint_pale_sample (cr, self->signs.pale_group, self->style, 0, height / 2.0,
                                        width);
}

static void
add_line (AtlasLegendSigns *self, Sign sign, const char *words, GtkDrawingAreaDrawFunc draw)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *sample =
    g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                  "content-width", SAMPLE_WIDTH, "content-height", SAMPLE_HEIGHT, "valign",
                  GTK_ALIGN_CENTER, NULL);
  GtkWidget *label =
    g_object_new (GTK_TYPE_LABEL, "label", words, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (sample), draw, NULL, NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (line), sample);
  gtk_box_append (GTK_BOX (line), label);
  gtk_widget_add_css_class (line, "sign");
  gtk_widget_set_visible (line, FALSE);
  gtk_box_append (GTK_BOX (self), line);
  self->lines[sign] = line;
}

static void
atlas_legend_signs_class_init (AtlasLegendSignsClass *klass)
{
}

static void
atlas_legend_signs_init (AtlasLegendSigns *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  /* Translators: in the legend, beside the number on the line of a bus route. */
  add_line (self, SIGN_TRIPS, C_("legend", "Bus trips a day"), draw_trips_cb);
  /* Translators: in the legend, beside the number on a line that stands for several links. */
  add_line (self, SIGN_COUNT, C_("legend", "Links in one line"), draw_count_cb);
  /* Translators: in the legend, beside the outline around places that co-operate. */
  add_line (self, SIGN_OUTLINE, C_("legend", "Three or more parties"), draw_outline_cb);
  add_line (self, SIGN_PALE, atlas_undated_explain (atlas_language_get_default ()), draw_pale_cb);
}

/**
 * atlas_legend_signs_new:
 *
 * Returns: (transfer floating): hidden rows for the signs on the map
 */
GtkWidget *
atlas_legend_signs_new (void)
{
  return g_object_new (ATLAS_TYPE_LEGEND_SIGNS, NULL);
}

/**
 * atlas_legend_signs_show:
 * @self: the signs of a legend
 * @signs: the signs that are on the map
 */
void
atlas_legend_signs_show (AtlasLegendSigns *self, const AtlasLinkSigns *signs)
{
  g_return_if_fail (ATLAS_IS_LEGEND_SIGNS (self));
  g_return_if_fail (signs != NULL);

  self->signs = *signs;
  gtk_widget_set_visible (self->lines[SIGN_TRIPS], signs->has_trips);
  gtk_widget_set_visible (self->lines[SIGN_COUNT], signs->has_counts);
  gtk_widget_set_visible (self->lines[SIGN_OUTLINE], signs->has_outlines);
  gtk_widget_set_visible (self->lines[SIGN_PALE], signs->has_pale);
}

/**
 * atlas_legend_signs_set_style:
 * @self: the signs of a legend
 * @style: the map style, for the samples
 */
void
atlas_legend_signs_set_style (AtlasLegendSigns *self, AtlasMapStyle style)
{
  g_return_if_fail (ATLAS_IS_LEGEND_SIGNS (self));

  self->style = style;
  for (guint i = 0; i < N_SIGNS; i++)
    gtk_widget_queue_draw (gtk_widget_get_first_child (self->lines[i]));
}
