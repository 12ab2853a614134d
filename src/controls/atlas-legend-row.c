/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-legend-row.h"

#include "atlas-enum-types.h"
#include "atlas-filter-words.h"
#include "atlas-format.h"
#include "atlas-link-painter.h"
#include "atlas-widget-tools.h"

/*
 * AtlasLegendRow: one value of a facet, with a sample, its name and its count. It is active while
 * the value is shown. A click or Enter with Ctrl shows only this value.
 */
struct _AtlasLegendRow
{
  GtkToggleButton parent_instance;

  /* Template widgets */
  GtkDrawingArea *sample;
  GtkImage *icon;
  GtkLabel *label;
  GtkLabel *count;

  AtlasFacet facet;
  guint value;
  AtlasMapStyle style;
  gboolean is_alone; /* whether Ctrl was held when the pointer was pressed */
};

G_DEFINE_FINAL_TYPE (AtlasLegendRow, atlas_legend_row, GTK_TYPE_TOGGLE_BUTTON)

enum
{
  ALONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
draw_sample_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  AtlasLegendRow *self = user_data;

  atlas_link_painter_paint_sample (cr, (AtlasLinkGroup) self->value, self->style, 0, height / 2.0,
                                   width);
}

/* Stores whether Ctrl is held. The button emits "clicked" for this press later. */
static void
pressed_cb (AtlasLegendRow *self, int n_press, double x, double y, GtkGesture *gesture)
{
  const GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  self->is_alone = (state & gtk_accelerator_get_default_mod_mask ()) == GDK_CONTROL_MASK;
}

static void
atlas_legend_row_clicked (GtkButton *button)
{
  AtlasLegendRow *self = ATLAS_LEGEND_ROW (button);

  if (self->is_alone)
    g_signal_emit (self, signals[ALONE], 0);
  else
    GTK_BUTTON_CLASS (atlas_legend_row_parent_class)->clicked (button);
  self->is_alone = FALSE;
}

static void
atlas_legend_row_class_init (AtlasLegendRowClass *klass)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GTK_BUTTON_CLASS (klass)->clicked = atlas_legend_row_clicked;

  /**
   * AtlasLegendRow::alone:
   * @self: a row
   *
   * Emitted when the user wants to see only this value.
   */
  signals[ALONE] =
    g_signal_new ("alone", ATLAS_TYPE_LEGEND_ROW, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_signal (widget_class, keys[i], GDK_CONTROL_MASK, "alone", NULL);

  gtk_widget_class_set_css_name (widget_class, "legendrow");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-legend-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasLegendRow, sample);
  gtk_widget_class_bind_template_child (widget_class, AtlasLegendRow, icon);
  gtk_widget_class_bind_template_child (widget_class, AtlasLegendRow, label);
  gtk_widget_class_bind_template_child (widget_class, AtlasLegendRow, count);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
atlas_legend_row_init (AtlasLegendRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->sample, draw_sample_cb, self, NULL);
}

/* The icon of an event has the name of its kind. */
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
atlas_legend_row_new (AtlasFacet facet, guint value)
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
  atlas_set_accessible_label (self, name);
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
 * @count: the number of records of this value
 * @n_undated: the number of further records that are undated, so that it is not known whether they
 *   lie in the time shown
 *
 * Shows "12", or "12+3" with an accessible description of the second number.
 */
void
atlas_legend_row_set_count (AtlasLegendRow *self, guint count, guint n_undated)
{
  const AtlasLanguage language = atlas_language_get_default ();
  g_autofree char *digits = NULL;
  g_autofree char *more = NULL;
  g_autofree char *both = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (ATLAS_IS_LEGEND_ROW (self));

  digits = atlas_format_number (count, language);
  if (n_undated > 0)
    {
      more = atlas_undated_count (n_undated, language);
      both = atlas_undated_add (count, n_undated, language);
      words = g_strdup_printf ("%s · %s", digits, more);
    }
  /* Replacing a tooltip is slow, and most edits change no count. */
  if (g_str_equal (gtk_label_get_text (self->count), both != NULL ? both : digits))
    return;
  gtk_label_set_text (self->count, both != NULL ? both : digits);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), more);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : digits, -1);
}

/**
 * atlas_legend_row_set_style:
 * @self: a row
 * @style: the map style, for the sample
 */
void
atlas_legend_row_set_style (AtlasLegendRow *self, AtlasMapStyle style)
{
  g_return_if_fail (ATLAS_IS_LEGEND_ROW (self));

  self->style = style;
  gtk_widget_queue_draw (GTK_WIDGET (self->sample));
}
