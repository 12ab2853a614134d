/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-legend-section.h"

#include <glib/gi18n.h>

#include "atlas-legend-row.h"
#include "atlas-legend-signs.h"
#include "atlas-widget-tools.h"

/*
 * AtlasLegendSection: the rows of one facet in the legend.
 *
 * The rows of links are always visible. Each other facet has a heading that unfolds it and tells
 * how many values are hidden. Its rows are created when they are first shown, so that they do not
 * delay the start.
 */
struct _AtlasLegendSection
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkToggleButton *heading;
  GtkLabel *name;
  GtkLabel *hidden;
  GtkBox *rows;

  AtlasLegendSigns *signs; /* NULL except in the section of links */

  AtlasNavigation *navigation;
  AtlasFacet facet;
  AtlasMapStyle style;
};

G_DEFINE_FINAL_TYPE (AtlasLegendSection, atlas_legend_section, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_UNFOLDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
row_toggled_cb (AtlasLegendSection *self, GtkToggleButton *row)
{
  atlas_filter_set_shows (atlas_navigation_get_filter (self->navigation), self->facet,
                          atlas_legend_row_get_value (ATLAS_LEGEND_ROW (row)),
                          gtk_toggle_button_get_active (row));
}

static void
row_alone_cb (AtlasLegendSection *self, AtlasLegendRow *row)
{
  atlas_filter_show_only (atlas_navigation_get_filter (self->navigation), self->facet,
                          atlas_legend_row_get_value (row));
}

/* Returns the row of a line; the line is an overlay of the row and its button "Only". */
static AtlasLegendRow *
get_row (GtkWidget *line)
{
  return ATLAS_LEGEND_ROW (gtk_overlay_get_child (GTK_OVERLAY (line)));
}

static void
update_heading (AtlasLegendSection *self)
{
  AtlasFilter *filter = atlas_navigation_get_filter (self->navigation);
  g_autofree char *words = NULL;
  guint n_hidden = 0;

  for (guint value = 0; value < atlas_facet_get_n_values (self->facet); value++)
    n_hidden += !atlas_filter_get_shows (filter, self->facet, value);
  if (n_hidden > 0)
    /* Translators: how many industries, or kinds of events, are hidden. */
    words = g_strdup_printf (ngettext ("%u hidden", "%u hidden", n_hidden), n_hidden);
  gtk_label_set_text (self->hidden, words != NULL ? words : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words != NULL ? words : "",
                                  -1);
}

static void
update (AtlasLegendSection *self)
{
  AtlasFilter *filter = atlas_navigation_get_filter (self->navigation);
  guint counts[ATLAS_MAX_FACET_VALUES];
  guint undated[ATLAS_MAX_FACET_VALUES];

  update_heading (self);
  if (!atlas_legend_section_get_unfolded (self))
    return;
  atlas_navigation_count (self->navigation, self->facet, counts, undated);
  for (GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    {
      AtlasLegendRow *row = get_row (line);
      const guint value = atlas_legend_row_get_value (row);

      atlas_legend_row_set_count (row, counts[value] - undated[value], undated[value]);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (row),
                                    atlas_filter_get_shows (filter, self->facet, value));
    }
}

static void
only_clicked_cb (AtlasLegendRow *row)
{
  g_signal_emit_by_name (row, "alone");
}

/* Creates a button on top of the count that shows only this value. It is visible and clickable
 * while the pointer is on the line; Tab reaches it at any time. */
static GtkWidget *
create_only_button (AtlasLegendSection *self, guint value, AtlasLegendRow *row, GtkWidget *line)
{
  /* Translators: a short button in the legend that hides all other kinds. */
  GtkWidget *button = gtk_button_new_with_label (C_("legend", "Only"));
  GtkEventController *motion = gtk_event_controller_motion_new ();
  /* Translators: the name of the button; %s is a kind of links, industries or events. */
  g_autofree char *name =
    g_strdup_printf (C_("legend", "Only %s"),
                        atlas_facet_get_label (self->facet, value, atlas_language_get_default ()));

  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "only");
  gtk_widget_set_tooltip_text (button, _("Show this alone, or all again"));
  atlas_set_accessible_label (button, name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (only_clicked_cb), row, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (line, motion);
  g_object_bind_property (motion, "contains-pointer", button, "can-target", G_BINDING_SYNC_CREATE);
  return button;
}

static void
add_rows (AtlasLegendSection *self)
{
  for (guint value = 0; value < atlas_facet_get_n_values (self->facet); value++)
    {
      GtkWidget *row = atlas_legend_row_new (self->facet, value);
      GtkWidget *line = gtk_overlay_new ();

      atlas_legend_row_set_style (ATLAS_LEGEND_ROW (row), self->style);
      g_signal_connect_swapped (row, "toggled", G_CALLBACK (row_toggled_cb), self);
      g_signal_connect_swapped (row, "alone", G_CALLBACK (row_alone_cb), self);
      gtk_widget_add_css_class (line, "line");
      gtk_overlay_set_child (GTK_OVERLAY (line), row);
      gtk_overlay_add_overlay (GTK_OVERLAY (line),
                               create_only_button (self, value, ATLAS_LEGEND_ROW (row), line));
      gtk_box_append (self->rows, line);
    }
}

static void
toggled_cb (AtlasLegendSection *self)
{
  if (atlas_legend_section_get_unfolded (self) &&
      gtk_widget_get_first_child (GTK_WIDGET (self->rows)) == NULL)
    add_rows (self);
  update (self);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_STATE_EXPANDED,
                               atlas_legend_section_get_unfolded (self), -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNFOLDED]);
}

static void
atlas_legend_section_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_UNFOLDED:
      g_value_set_boolean (value,
                           atlas_legend_section_get_unfolded (ATLAS_LEGEND_SECTION (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_legend_section_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_UNFOLDED:
      atlas_legend_section_set_unfolded (ATLAS_LEGEND_SECTION (object),
                                         g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_legend_section_dispose (GObject *object)
{
  AtlasLegendSection *self = ATLAS_LEGEND_SECTION (object);

  g_clear_object (&self->navigation);
  atlas_unparent_children (self);

  G_OBJECT_CLASS (atlas_legend_section_parent_class)->dispose (object);
}

static void
atlas_legend_section_class_init (AtlasLegendSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_legend_section_dispose;
  object_class->get_property = atlas_legend_section_get_property;
  object_class->set_property = atlas_legend_section_set_property;

  /**
   * AtlasLegendSection:unfolded:
   *
   * Whether the rows are shown.
   */
  properties[PROP_UNFOLDED] =
    g_param_spec_boolean ("unfolded", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "legendsection");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-legend-section.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasLegendSection, heading);
  gtk_widget_class_bind_template_child (widget_class, AtlasLegendSection, name);
  gtk_widget_class_bind_template_child (widget_class, AtlasLegendSection, hidden);
  gtk_widget_class_bind_template_child (widget_class, AtlasLegendSection, rows);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
atlas_legend_section_init (AtlasLegendSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
    GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

/**
 * atlas_legend_section_new:
 * @facet: the facet whose values the section lists
 * @navigation: the navigation whose records are counted and whose filter is changed
 *
 * Returns: (transfer floating): a section; the section of links is unfolded and has no heading
 */
GtkWidget *
atlas_legend_section_new (AtlasFacet facet, AtlasNavigation *navigation)
{
  AtlasLegendSection *self = g_object_new (ATLAS_TYPE_LEGEND_SECTION, NULL);
  const char *name = atlas_facet_get_name (facet, atlas_language_get_default ());

  self->facet = facet;
  self->navigation = g_object_ref (navigation);
  g_signal_connect_object (navigation, "notify::scope", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (atlas_navigation_get_filter (navigation), "changed", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  gtk_label_set_text (self->name, name);
  atlas_set_accessible_label (self, name);
  atlas_set_accessible_label (self->heading, name);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE,
                               -1);
  gtk_widget_set_visible (GTK_WIDGET (self->heading), facet != ATLAS_FACET_LINKS);
  atlas_legend_section_set_unfolded (self, facet == ATLAS_FACET_LINKS);
  if (facet == ATLAS_FACET_LINKS)
    {
      self->signs = ATLAS_LEGEND_SIGNS (atlas_legend_signs_new ());
      gtk_widget_insert_before (GTK_WIDGET (self->signs), GTK_WIDGET (self), NULL);
    }
  update (self);
  return GTK_WIDGET (self);
}

/**
 * atlas_legend_section_get_unfolded:
 * @self: a section
 *
 * Returns: whether its rows are shown
 */
gboolean
atlas_legend_section_get_unfolded (AtlasLegendSection *self)
{
  g_return_val_if_fail (ATLAS_IS_LEGEND_SECTION (self), FALSE);

  return gtk_toggle_button_get_active (self->heading);
}

/**
 * atlas_legend_section_set_unfolded:
 * @self: a section
 * @unfolded: whether to show its rows
 */
void
atlas_legend_section_set_unfolded (AtlasLegendSection *self, gboolean unfolded)
{
  g_return_if_fail (ATLAS_IS_LEGEND_SECTION (self));

  gtk_toggle_button_set_active (self->heading, unfolded);
}

/**
 * atlas_legend_section_set_style:
 * @self: a section
 * @style: the map style, for the samples
 */
void
atlas_legend_section_set_style (AtlasLegendSection *self, AtlasMapStyle style)
{
  g_return_if_fail (ATLAS_IS_LEGEND_SECTION (self));

  self->style = style;
  for (GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    atlas_legend_row_set_style (get_row (line), style);
  if (self->signs != NULL)
    atlas_legend_signs_set_style (self->signs, style);
}

/**
 * atlas_legend_section_set_signs:
 * @self: a section
 * @signs: the signs on the map, which the section of links explains
 */
void
atlas_legend_section_set_signs (AtlasLegendSection *self, const AtlasLinkSigns *signs)
{
  g_return_if_fail (ATLAS_IS_LEGEND_SECTION (self));

  if (self->signs != NULL)
    atlas_legend_signs_show (self->signs, signs);
}
