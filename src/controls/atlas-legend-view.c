/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-legend-view.h"

#include "atlas-legend-section.h"
#include "atlas-widget-tools.h"

/*
 * AtlasLegendView: the legend of the map, which is also its filter.
 *
 * Each group of links has a row with a sample of its line, its name and its count. A click on the
 * row hides or shows the group; a button in the row shows only this group. Rows for numbers and
 * outlines follow if the map has such signs, then folded sections for industries and kinds of
 * events. Only one of these two is unfolded at a time, to leave room for the map. The legend itself
 * folds to its heading and then needs only the width of the heading.
 */
struct _AtlasLegendView
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkBox *rows;
  GtkToggleButton *fold_button;
  GtkRevealer *revealer;

  AtlasLegendSection *sections[ATLAS_N_FACETS];
};

G_DEFINE_FINAL_TYPE (AtlasLegendView, atlas_legend_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_FOLDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The section of links stays unfolded, because it explains the lines of the map. */
static void
unfolded_cb (AtlasLegendView *self, GParamSpec *pspec, AtlasLegendSection *section)
{
  if (!atlas_legend_section_get_unfolded (section))
    return;
  for (guint i = ATLAS_FACET_LINKS + 1; i < ATLAS_N_FACETS; i++)
    if (self->sections[i] != section)
      atlas_legend_section_set_unfolded (self->sections[i], FALSE);
}

static void
atlas_legend_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AtlasLegendView *self = ATLAS_LEGEND_VIEW (object);

  switch (prop_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, !gtk_revealer_get_reveal_child (self->revealer));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_legend_view_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  AtlasLegendView *self = ATLAS_LEGEND_VIEW (object);

  switch (prop_id)
    {
    case PROP_FOLDED:
      gtk_toggle_button_set_active (self->fold_button, !g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* GtkRevealer keeps the width of its hidden child, so hide the revealer when it has closed. */
static void
update_revealer (AtlasLegendView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->revealer),
                          gtk_revealer_get_reveal_child (self->revealer) ||
                            gtk_revealer_get_child_revealed (self->revealer));
}

static void
fold_changed_cb (AtlasLegendView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
atlas_legend_view_dispose (GObject *object)
{
  atlas_unparent_children (object);

  G_OBJECT_CLASS (atlas_legend_view_parent_class)->dispose (object);
}

static void
atlas_legend_view_class_init (AtlasLegendViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_legend_view_dispose;
  object_class->get_property = atlas_legend_view_get_property;
  object_class->set_property = atlas_legend_view_set_property;

  /**
   * AtlasLegendView:folded:
   *
   * Whether only its heading is shown.
   */
  properties[PROP_FOLDED] =
    g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "maplegend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-legend-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasLegendView, rows);
  gtk_widget_class_bind_template_child (widget_class, AtlasLegendView, fold_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasLegendView, revealer);
  gtk_widget_class_bind_template_callback (widget_class, fold_changed_cb);
}

static void
atlas_legend_view_init (AtlasLegendView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->revealer, "notify::reveal-child", G_CALLBACK (update_revealer),
                            self);
  g_signal_connect_swapped (self->revealer, "notify::child-revealed", G_CALLBACK (update_revealer),
                            self);
  update_revealer (self);
}

/**
 * atlas_legend_view_new:
 * @navigation: whose records it counts and whose filter it is
 *
 * Returns: (transfer floating): a legend
 */
GtkWidget *
atlas_legend_view_new (AtlasNavigation *navigation)
{
  AtlasLegendView *self = g_object_new (ATLAS_TYPE_LEGEND_VIEW, NULL);

  for (guint i = 0; i < ATLAS_N_FACETS; i++)
    {
      GtkWidget *section = atlas_legend_section_new ((AtlasFacet) i, navigation);

      self->sections[i] = ATLAS_LEGEND_SECTION (section);
      gtk_box_append (self->rows, section);
      if (i != ATLAS_FACET_LINKS)
        g_signal_connect_swapped (section, "notify::unfolded", G_CALLBACK (unfolded_cb), self);
    }
  return GTK_WIDGET (self);
}

static int
measure_width (GtkWidget *widget)
{
  int natural = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
measure_frame (AtlasLegendView *self)
{
  return measure_width (GTK_WIDGET (self)) -
         measure_width (gtk_widget_get_first_child (GTK_WIDGET (self)));
}

/**
 * atlas_legend_view_measure_folded:
 * @self: a legend
 *
 * Returns: the width of the folded legend with its margins, in pixels
 */
int
atlas_legend_view_measure_folded (AtlasLegendView *self)
{
  g_return_val_if_fail (ATLAS_IS_LEGEND_VIEW (self), 0);

  return measure_frame (self) + measure_width (GTK_WIDGET (self->fold_button));
}

/**
 * atlas_legend_view_measure_unfolded:
 * @self: a legend
 *
 * Returns: the width of the unfolded legend with its margins, in pixels, whether it is folded now
 *   or not
 */
int
atlas_legend_view_measure_unfolded (AtlasLegendView *self)
{
  g_return_val_if_fail (ATLAS_IS_LEGEND_VIEW (self), 0);

  return measure_frame (self) + MAX (measure_width (GTK_WIDGET (self->fold_button)),
                                     measure_width (GTK_WIDGET (self->rows)));
}

/**
 * atlas_legend_view_set_signs:
 * @self: a legend
 * @signs: the signs on the map, which the legend explains
 */
void
atlas_legend_view_set_signs (AtlasLegendView *self, const AtlasLinkSigns *signs)
{
  g_return_if_fail (ATLAS_IS_LEGEND_VIEW (self));

  atlas_legend_section_set_signs (self->sections[ATLAS_FACET_LINKS], signs);
}

/**
 * atlas_legend_view_set_style:
 * @self: a legend
 * @style: the map style, for the samples
 */
void
atlas_legend_view_set_style (AtlasLegendView *self, AtlasMapStyle style)
{
  g_return_if_fail (ATLAS_IS_LEGEND_VIEW (self));

  for (guint i = 0; i < ATLAS_N_FACETS; i++)
    atlas_legend_section_set_style (self->sections[i], style);
}
