/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-legend-row.h"

#include "atlas-enum-types.h"
#include "atlas-format.h"
#include "atlas-link-painter.h"

/*
 * AtlasLegendRow: a kind of facts that can be hidden: how it looks on the map, its name, and how many
 * there are. It is active while the kind is shown.
 */
struct _AtlasLegendRow
{
  GtkToggleButton parent_instance;

  /* Template widgets */
  GtkDrawingArea *sample;
  GtkImage       *icon;
  GtkLabel       *label;
  GtkLabel       *count;

  AtlasFacet    facet;
  guint         value;
  AtlasMapStyle style;
};

G_DEFINE_FINAL_TYPE (AtlasLegendRow, atlas_legend_row, GTK_TYPE_TOGGLE_BUTTON)

static void
draw_sample_cb (GtkDrawingArea *area,
                cairo_t        *cr,
                int             width,
                int             height,
                gpointer        user_data)
{
  AtlasLegendRow *self = user_data;

  atlas_link_painter_paint_sample (cr, (AtlasLinkGroup) self->value, self->style, 0, height / 2.0,
                                   width);
}

static void
atlas_legend_row_class_init (AtlasLegendRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "legendrow");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-legend-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasLegendRow, sample);
  gtk_widget_class_bind_template_child (widget_class, AtlasLegendRow, icon);
  gtk_widget_class_bind_template_child (widget_class, AtlasLegendRow, label);
  gtk_widget_class_bind_template_child (widget_class, AtlasLegendRow, count);
}

static void
atlas_legend_row_init (AtlasLegendRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->sample, draw_sample_cb, self, NULL);
}

/* The icon of an event is named after its kind. */
static void
set_icon (AtlasLegendRow *self)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (ATLAS_TYPE_EVENT_KIND);
  g_autofree char *name =
    g_strdup_printf ("atlas-%s-symbolic", g_enum_get_value (kinds, (int) self->value)->value_nick);

  gtk_image_set_from_icon_name (self->icon, name);
}

/**
 * atlas_legend_row_new:
 * @facet: a facet
 * @value: one of its values
 *
 * Returns: (transfer floating): a row for @value
 */
GtkWidget *
atlas_legend_row_new (AtlasFacet facet,
                      guint      value)
{
  AtlasLegendRow *self = g_object_new (ATLAS_TYPE_LEGEND_ROW, NULL);
  const char *name = atlas_facet_get_label (facet, value, atlas_language_get_default ());

  self->facet = facet;
  self->value = value;
  gtk_widget_set_visible (GTK_WIDGET (self->sample), facet == ATLAS_FACET_LINKS);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), facet == ATLAS_FACET_EVENTS);
  if (facet == ATLAS_FACET_EVENTS)
    set_icon (self);
  gtk_label_set_text (self->label, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

/**
 * atlas_legend_row_get_value:
 * @self: a row
 *
 * Returns: the value of its facet
 */
guint
atlas_legend_row_get_value (AtlasLegendRow *self)
{
  g_return_val_if_fail (ATLAS_IS_LEGEND_ROW (self), 0);

  return self->value;
}

/**
 * atlas_legend_row_set_count:
 * @self: a row
 * @count: how many records there are to show or hide
 */
void
atlas_legend_row_set_count (AtlasLegendRow *self,
                            guint           count)
{
  g_autofree char *digits = NULL;

  g_return_if_fail (ATLAS_IS_LEGEND_ROW (self));

  digits = atlas_format_number (count, atlas_language_get_default ());
  gtk_label_set_text (self->count, digits);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  digits, -1);
}

/**
 * atlas_legend_row_set_style:
 * @self: a row
 * @style: how the map looks, so that the sample looks the same
 */
void
atlas_legend_row_set_style (AtlasLegendRow *self,
                            AtlasMapStyle   style)
{
  g_return_if_fail (ATLAS_IS_LEGEND_ROW (self));

  self->style = style;
  gtk_widget_queue_draw (GTK_WIDGET (self->sample));
}
