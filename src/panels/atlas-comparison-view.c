/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-comparison-view.h"

#include <glib/gi18n.h>

#include "atlas-citation-mark.h"
#include "atlas-enum-types.h"
#include "atlas-format.h"
#include "atlas-industry-chip.h"
#include "atlas-labels.h"
#include "atlas-shared-rows.h"

/*
 * AtlasComparisonView: two places side by side: a column each, and between them what they share.
 *
 * How many records tell of either; figures that measure the same, each with its source; industries
 * of both, and group by group those of one alone. Names and industries lead to their scopes.
 */
struct _AtlasComparisonView
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkGrid *grid;

  /* Owned references */
  AtlasComparison *comparison;
  AtlasNavigation *navigation;

  int n_lines; /* of the grid, so far */
};

G_DEFINE_FINAL_TYPE (AtlasComparisonView, atlas_comparison_view, GTK_TYPE_WIDGET)

/* As many industries as stand in one column; others are counted. */
#define MOST_CHIPS 40

static GtkWidget *
create_label (const char *words,
              const char *css_class,
              double      align)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), (float) align);
  gtk_label_set_justify (GTK_LABEL (label), align == 0.5 ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_line (AtlasComparisonView *self,
          GtkWidget           *whole)
{
  gtk_grid_attach (self->grid, whole, 0, self->n_lines++, ATLAS_N_SIDES, 1);
}

static void
add_heading (AtlasComparisonView *self,
             const char          *words)
{
  add_line (self, create_label (words, "heading", 0));
}

static void
visit_cb (AtlasComparisonView *self,
          GtkButton           *head)
{
  atlas_navigation_visit (self->navigation, g_object_get_data (G_OBJECT (head), "place"));
}

static void
add_heads (AtlasComparisonView *self)
{
  for (int side = 0; side < ATLAS_N_SIDES; side++)
    {
      AtlasPlace *place = atlas_comparison_get_place (self->comparison, (AtlasSide) side);
      const char *name =
        atlas_record_get_name (ATLAS_RECORD (place), atlas_language_get_default ());
      GtkWidget *head = gtk_button_new ();

      gtk_button_set_child (GTK_BUTTON (head), create_label (name, "place", 0.5));
      gtk_accessible_update_property (GTK_ACCESSIBLE (head), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      g_object_set_data_full (G_OBJECT (head), "place", g_object_ref (place), g_object_unref);
      g_signal_connect_swapped (head, "clicked", G_CALLBACK (visit_cb), self);
      gtk_grid_attach (self->grid, head, side, self->n_lines, 1, 1);
    }
  self->n_lines++;
}

/* "3   Partnerships   1" */
static void
add_count (AtlasComparisonView *self,
           AtlasRecordKind      kind)
{
  const AtlasLanguage language = atlas_language_get_default ();
  const guint first = atlas_comparison_count (self->comparison, ATLAS_SIDE_FIRST, kind);
  const guint second = atlas_comparison_count (self->comparison, ATLAS_SIDE_SECOND, kind);
  g_autofree char *first_number = atlas_format_number (first, language);
  g_autofree char *second_number = atlas_format_number (second, language);
  GtkWidget *line;

  if (first == 0 && second == 0)
    return;
  line = gtk_center_box_new ();
  gtk_center_box_set_start_widget (GTK_CENTER_BOX (line),
                                   create_label (first_number, "value", 0));
  gtk_center_box_set_center_widget (
    GTK_CENTER_BOX (line),
    create_label (atlas_label_for_record_kind (kind, language), "detail", 0.5));
  gtk_center_box_set_end_widget (GTK_CENTER_BOX (line), create_label (second_number, "value", 1));
  add_line (self, line);
}

static void
add_counts (AtlasComparisonView *self)
{
  static const AtlasRecordKind kinds[] = {
    ATLAS_RECORD_KIND_PARTNERSHIP, ATLAS_RECORD_KIND_ROUTE,   ATLAS_RECORD_KIND_INDUSTRY,
    ATLAS_RECORD_KIND_EVENT,       ATLAS_RECORD_KIND_PROJECT, ATLAS_RECORD_KIND_COMMITMENT,
  };
  guint n_records = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    n_records += atlas_comparison_count (self->comparison, ATLAS_SIDE_FIRST, kinds[i]) +
                 atlas_comparison_count (self->comparison, ATLAS_SIDE_SECOND, kinds[i]);
  if (n_records == 0)
    return;
  add_heading (self, _("In this atlas"));
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_count (self, kinds[i]);
}

/* A value with its name and its source. */
static GtkWidget *
create_figure (AtlasFigure *figure)
{
  const AtlasLanguage language = atlas_language_get_default ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *mark = atlas_citation_mark_new ();
  g_autofree char *value = atlas_figure_is_change (figure)
                             ? atlas_figure_format_change (figure)
                             : atlas_format_figure (figure, language);

  gtk_box_append (GTK_BOX (box), create_label (value, "value", 0));
  gtk_box_append (GTK_BOX (box),
                  create_label (atlas_record_get_name (ATLAS_RECORD (figure), language), "detail",
                                0));
  atlas_citation_mark_set_record (ATLAS_CITATION_MARK (mark), ATLAS_RECORD (figure));
  gtk_widget_set_halign (mark, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), mark);
  return box;
}

static void
add_figures (AtlasComparisonView *self)
{
  GArray *pairs = atlas_comparison_get_figures (self->comparison);

  add_heading (self, _("Figures that measure the same"));
  for (guint i = 0; i < pairs->len; i++, self->n_lines++)
    {
      const AtlasFigurePair *pair = &g_array_index (pairs, AtlasFigurePair, i);

      for (int side = 0; side < ATLAS_N_SIDES; side++)
        gtk_grid_attach (self->grid, create_figure (pair->figures[side]), side, self->n_lines, 1,
                         1);
    }
  if (pairs->len == 0)
    add_line (self, create_label (_("The source states no figure of both in the same unit, for the "
                                    "same time and about the same matter."),
                                  "detail", 0));
}

/* The chips of one group, or of all groups, in a column; NULL when there are none. */
static GtkWidget *
create_chips (AtlasComparisonView *self,
              AtlasShare           share,
              int                  group)
{
  GPtrArray *industries = atlas_comparison_get_industries (self->comparison, share);
  g_autoptr (GtkWidget) box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  guint n_chips = 0;

  for (guint i = 0; i < industries->len; i++)
    if ((group < 0 || (int) atlas_industry_get_group (industries->pdata[i]) == group) &&
        ++n_chips <= MOST_CHIPS)
      gtk_box_append (GTK_BOX (box),
                      atlas_industry_chip_new (industries->pdata[i], self->navigation));
  if (n_chips > MOST_CHIPS)
    {
      g_autofree char *words = g_strdup_printf (
        ngettext (" and %u more", " and %u more", n_chips - MOST_CHIPS), n_chips - MOST_CHIPS);

      gtk_box_append (GTK_BOX (box), create_label (g_strchug (words), "detail", 0));
    }
  return gtk_widget_get_first_child (box) != NULL ? g_steal_pointer (&box) : NULL;
}

static void
add_common_industries (AtlasComparisonView *self)
{
  g_autoptr (GtkWidget) chips = create_chips (self, ATLAS_SHARE_COMMON, -1);

  add_heading (self, _("Industries in common"));
  add_line (self, chips != NULL ? chips
                                : create_label (_("No industry is named for both."), "detail", 0));
}

/* Industries of one group that are worded differently stand side by side, not as one. */
static void
add_group (AtlasComparisonView *self,
           int                  group)
{
  g_autoptr (GtkWidget) first = create_chips (self, ATLAS_SHARE_FIRST, group);
  g_autoptr (GtkWidget) second = create_chips (self, ATLAS_SHARE_SECOND, group);

  if (first == NULL && second == NULL)
    return;
  add_line (self, create_label (atlas_label_for (ATLAS_TYPE_INDUSTRY_GROUP, group,
                                                 atlas_language_get_default ()),
                                "detail", 0));
  if (first != NULL)
    gtk_grid_attach (self->grid, first, ATLAS_SIDE_FIRST, self->n_lines, 1, 1);
  if (second != NULL)
    gtk_grid_attach (self->grid, second, ATLAS_SIDE_SECOND, self->n_lines, 1, 1);
  self->n_lines++;
}

static void
add_industries (AtlasComparisonView *self)
{
  add_common_industries (self);
  if (atlas_comparison_get_industries (self->comparison, ATLAS_SHARE_FIRST)->len == 0 &&
      atlas_comparison_get_industries (self->comparison, ATLAS_SHARE_SECOND)->len == 0)
    return;
  add_heading (self, _("Industries apart"));
  for (int group = 0; group < ATLAS_N_INDUSTRY_GROUPS; group++)
    add_group (self, group);
}

static void
atlas_comparison_view_dispose (GObject *object)
{
  AtlasComparisonView *self = ATLAS_COMPARISON_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->comparison);
  g_clear_object (&self->navigation);

  G_OBJECT_CLASS (atlas_comparison_view_parent_class)->dispose (object);
}

static void
atlas_comparison_view_class_init (AtlasComparisonViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_comparison_view_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-comparison-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasComparisonView, grid);
  gtk_widget_class_set_css_name (widget_class, "atlas-comparison");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_comparison_view_init (AtlasComparisonView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atlas_comparison_view_new:
 * @comparison: a comparison
 * @navigation: where names and industries lead
 *
 * Returns: (transfer floating): a view of @comparison
 */
GtkWidget *
atlas_comparison_view_new (AtlasComparison *comparison,
                           AtlasNavigation *navigation)
{
  AtlasComparisonView *self = g_object_new (ATLAS_TYPE_COMPARISON_VIEW, NULL);

  self->comparison = g_object_ref (comparison);
  self->navigation = g_object_ref (navigation);
  add_heads (self);
  add_counts (self);
  add_industries (self);
  add_figures (self);
  return GTK_WIDGET (self);
}
