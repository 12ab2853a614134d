/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-legend-view.h"

#include <glib/gi18n.h>

#include "atlas-enum-types.h"
#include "atlas-format.h"
#include "atlas-labels.h"
#include "atlas-link-painter.h"

/*
 * AtlasLegendView: the legend of the map, which is its filter: each family of links has a row with
 * a sample of its line, its name and how many of it belong to the scope, and a click on the row
 * hides the family or shows it again. The legend folds away to its heading.
 */
struct _AtlasLegendView
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkBox          *rows;
  GtkToggleButton *fold_button;
  GtkRevealer     *revealer;

  /* Of each family */
  GtkToggleButton *buttons[ATLAS_N_LINK_GROUPS];
  GtkLabel        *counts[ATLAS_N_LINK_GROUPS];
  GtkWidget       *samples[ATLAS_N_LINK_GROUPS];

  AtlasNavigation *navigation;
  AtlasMapStyle    style;
};

G_DEFINE_FINAL_TYPE (AtlasLegendView, atlas_legend_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_NAVIGATION,
  PROP_FOLDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

#define SAMPLE_WIDTH 30
#define SAMPLE_HEIGHT 14

static AtlasLinkGroup
get_group (AtlasLegendView *self,
           gpointer         button)
{
  for (guint i = 0; i < ATLAS_N_LINK_GROUPS; i++)
    if (button == (gpointer) self->buttons[i] || button == (gpointer) self->samples[i])
      return (AtlasLinkGroup) i;
  g_return_val_if_reached (ATLAS_LINK_GROUP_ZONE);
}

static void
draw_sample_cb (GtkDrawingArea *area,
                cairo_t        *cr,
                int             width,
                int             height,
                gpointer        user_data)
{
  AtlasLegendView *self = user_data;

  atlas_link_painter_paint_sample (cr, get_group (self, area), self->style, 0, height / 2.0,
                                   width);
}

static void
toggled_cb (AtlasLegendView *self,
            GtkToggleButton *button)
{
  if (self->navigation != NULL)
    atlas_filter_set_shows_group (atlas_navigation_get_filter (self->navigation),
                                  get_group (self, button),
                                  gtk_toggle_button_get_active (button));
}

static void
add_row (AtlasLegendView *self,
         AtlasLinkGroup   group)
{
  const char *name =
    atlas_label_for (ATLAS_TYPE_LINK_GROUP, (int) group, atlas_language_get_default ());
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *count = gtk_label_new (NULL);
  GtkWidget *sample = gtk_drawing_area_new ();
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (sample), SAMPLE_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (sample), SAMPLE_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (sample), draw_sample_cb, self, NULL);
  gtk_widget_set_valign (sample, GTK_ALIGN_CENTER);
  gtk_accessible_update_state (GTK_ACCESSIBLE (sample), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (count), 1);
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "dim-label");
  gtk_box_append (GTK_BOX (box), sample);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);

  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (self->rows, button);

  self->buttons[group] = GTK_TOGGLE_BUTTON (button);
  self->counts[group] = GTK_LABEL (count);
  self->samples[group] = sample;
}

static void
count_links (AtlasLegendView *self,
             guint           *n_links)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (self->navigation);
  AtlasScope *scope = atlas_navigation_get_scope (self->navigation);
  GPtrArray *links = dataset != NULL ? atlas_dataset_get_links (dataset) : NULL;

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      AtlasRecord *link = g_ptr_array_index (links, i);

      if (atlas_scope_contains (scope, link))
        n_links[atlas_link_get_group (ATLAS_LINK (link))]++;
    }
}

static void
update (AtlasLegendView *self)
{
  guint n_links[ATLAS_N_LINK_GROUPS] = { 0 };
  AtlasFilter *filter = atlas_navigation_get_filter (self->navigation);

  count_links (self, n_links);
  for (guint i = 0; i < ATLAS_N_LINK_GROUPS; i++)
    {
      g_autofree char *count = atlas_format_number (n_links[i], atlas_language_get_default ());

      gtk_label_set_text (self->counts[i], count);
      gtk_toggle_button_set_active (self->buttons[i],
                                    atlas_filter_get_shows_group (filter, (AtlasLinkGroup) i));
    }
}

static void
set_navigation (AtlasLegendView *self,
                AtlasNavigation *navigation)
{
  if (navigation == NULL || !g_set_object (&self->navigation, navigation))
    return;
  g_signal_connect_object (navigation, "notify::scope", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (atlas_navigation_get_filter (navigation), "changed",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
atlas_legend_view_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  AtlasLegendView *self = ATLAS_LEGEND_VIEW (object);

  switch (prop_id)
    {
    case PROP_NAVIGATION:
      g_value_set_object (value, self->navigation);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, !gtk_revealer_get_reveal_child (self->revealer));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_legend_view_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  AtlasLegendView *self = ATLAS_LEGEND_VIEW (object);

  switch (prop_id)
    {
    case PROP_NAVIGATION:
      set_navigation (self, g_value_get_object (value));
      break;
    case PROP_FOLDED:
      gtk_toggle_button_set_active (self->fold_button, !g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fold_changed_cb (AtlasLegendView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
atlas_legend_view_dispose (GObject *object)
{
  AtlasLegendView *self = ATLAS_LEGEND_VIEW (object);
  GtkWidget *child;

  g_clear_object (&self->navigation);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

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
   * AtlasLegendView:navigation:
   *
   * The navigation whose links it counts and whose filter it is.
   */
  properties[PROP_NAVIGATION] =
    g_param_spec_object ("navigation", NULL, NULL, ATLAS_TYPE_NAVIGATION,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * AtlasLegendView:folded:
   *
   * Whether only its heading is shown.
   */
  properties[PROP_FOLDED] = g_param_spec_boolean (
    "folded", NULL, NULL, FALSE,
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
  for (guint i = 0; i < ATLAS_N_LINK_GROUPS; i++)
    add_row (self, (AtlasLinkGroup) i);
}

/**
 * atlas_legend_view_set_style:
 * @self: a legend
 * @style: how the map looks, so that the samples look the same
 */
void
atlas_legend_view_set_style (AtlasLegendView *self,
                             AtlasMapStyle    style)
{
  g_return_if_fail (ATLAS_IS_LEGEND_VIEW (self));

  self->style = style;
  for (guint i = 0; i < ATLAS_N_LINK_GROUPS; i++)
    gtk_widget_queue_draw (self->samples[i]);
}
