/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-industry-chip.h"

#include <adwaita.h>

#include "atlas-enum-types.h"
#include "atlas-industry-color.h"
#include "atlas-labels.h"
#include "atlas-widget-tools.h"

/*
 * AtlasIndustryChip: an industry as a small button in the color of its group.
 *
 * Activating it makes the industry the scope.
 */
struct _AtlasIndustryChip
{
  GtkButton parent_instance;

  AtlasIndustry *industry;
  AtlasNavigation *navigation;
};

G_DEFINE_FINAL_TYPE (AtlasIndustryChip, atlas_industry_chip, GTK_TYPE_BUTTON)

#define RADIUS 6.0f
#define EDGE 3.0f
#define TINT 0.15f

static GdkRGBA
get_color (AtlasIndustryChip *self)
{
  const AtlasChartColor color =
    atlas_industry_color_for_group (atlas_industry_get_group (self->industry),
                                    adw_style_manager_get_dark (adw_style_manager_get_default ()));

  return (GdkRGBA) { (float) color.red, (float) color.green, (float) color.blue, 1 };
}

/* Draw the tint below the background that the theme draws for hover and focus. */
/* The largest number of lines; the tooltip and the page of the industry have the full name. */
#define MAX_LINES 4

static void
atlas_industry_chip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GdkRGBA color = get_color (ATLAS_INDUSTRY_CHIP (widget));
  const float width = (float) gtk_widget_get_width (widget);
  const float height = (float) gtk_widget_get_height (widget);
  const gboolean reversed = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (reversed ? width - EDGE : 0, 0, EDGE, height));
  color.alpha = TINT;
  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_snapshot_pop (snapshot);
  GTK_WIDGET_CLASS (atlas_industry_chip_parent_class)->snapshot (widget, snapshot);
}

static void
atlas_industry_chip_clicked (GtkButton *button)
{
  AtlasIndustryChip *self = ATLAS_INDUSTRY_CHIP (button);

  atlas_navigation_visit (self->navigation, ATLAS_RECORD (self->industry));
}

static void
atlas_industry_chip_dispose (GObject *object)
{
  AtlasIndustryChip *self = ATLAS_INDUSTRY_CHIP (object);

  g_clear_object (&self->industry);
  g_clear_object (&self->navigation);

  G_OBJECT_CLASS (atlas_industry_chip_parent_class)->dispose (object);
}

static void
atlas_industry_chip_class_init (AtlasIndustryChipClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_industry_chip_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = atlas_industry_chip_snapshot;
  GTK_BUTTON_CLASS (klass)->clicked = atlas_industry_chip_clicked;
}

static void
atlas_industry_chip_init (AtlasIndustryChip *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), MAX_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (self), label);
  gtk_widget_add_css_class (GTK_WIDGET (self), "atlas-industry-chip");
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * atlas_industry_chip_new:
 * @industry: an industry
 * @navigation: the navigation whose scope is changed
 *
 * Returns: (transfer floating): a chip
 */
GtkWidget *
atlas_industry_chip_new (AtlasIndustry *industry, AtlasNavigation *navigation)
{
  AtlasIndustryChip *self = g_object_new (ATLAS_TYPE_INDUSTRY_CHIP, NULL);
  const char *name = atlas_record_get_name (ATLAS_RECORD (industry), atlas_language_get_default ());

  self->industry = g_object_ref (industry);
  self->navigation = g_object_ref (navigation);
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self))), name);
  atlas_set_accessible_label (self, name);
  return GTK_WIDGET (self);
}

/**
 * atlas_industry_chip_get_industry:
 * @self: a chip
 *
 * Returns: (transfer none): its industry
 */
AtlasIndustry *
atlas_industry_chip_get_industry (AtlasIndustryChip *self)
{
  g_return_val_if_fail (ATLAS_IS_INDUSTRY_CHIP (self), NULL);

  return self->industry;
}

static void
update_tooltip (AtlasIndustryChip *self, gboolean is_short)
{
  const AtlasLanguage language = atlas_language_get_default ();
  const char *group = atlas_label_for (ATLAS_TYPE_INDUSTRY_GROUP,
                                       (int) atlas_industry_get_group (self->industry), language);
  g_autofree char *both = g_strdup_printf (
    "%s\n%s", atlas_record_get_name (ATLAS_RECORD (self->industry), language), group);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self), is_short ? both : group);
}

/**
 * atlas_industry_chip_set_short:
 * @self: a chip
 * @is_short: whether its name has only one line
 *
 * A name that does not fit is shortened, and the tooltip has the full name. The tooltip always has
 * the group of the industry, to explain the color.
 */
void
atlas_industry_chip_set_short (AtlasIndustryChip *self, gboolean is_short)
{
  GtkLabel *label;

  g_return_if_fail (ATLAS_IS_INDUSTRY_CHIP (self));

  label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self)));
  gtk_label_set_wrap (label, !is_short);
  gtk_label_set_ellipsize (label, is_short ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  /* A label with an ellipsize mode wraps into its number of lines even if wrapping is off. */
  gtk_label_set_lines (label, is_short ? 1 : MAX_LINES);
  update_tooltip (self, is_short);
}
