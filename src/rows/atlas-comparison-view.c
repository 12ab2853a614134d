/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-comparison-view.h"

#include <glib/gi18n.h>

#include "atlas-citation-mark.h"
#include "atlas-description.h"
#include "atlas-filter-words.h"
#include "atlas-industry-chip.h"
#include "atlas-widget-tools.h"

/*
 * AtlasComparisonView: a comparison in three columns: what belongs to one place or link, to both,
 * and to the other.
 *
 * Industries, partners, plans, projects and next steps each have a heading; for links, first their
 * ends and the links between these. Names open their scopes. Below are the figures of both that
 * measure the same, each with its citation.
 */
struct _AtlasComparisonView
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkGrid *grid;

  /* Owned references */
  AtlasComparison *comparison;
  AtlasNavigation *navigation;

  int n_lines; /* number of lines of the grid so far */
};

G_DEFINE_FINAL_TYPE (AtlasComparisonView, atlas_comparison_view, GTK_TYPE_WIDGET)

/* The number of names that a column shows before the user asks for all, and the largest number it
 * shows at all. */
#define FEW_NAMES 6
#define MAX_NAMES 60

#define N_COLUMNS ATLAS_N_SHARES

/* The column for both is in the middle. */
static const AtlasShare columns[N_COLUMNS] = {
  ATLAS_SHARE_FIRST,
  ATLAS_SHARE_COMMON,
  ATLAS_SHARE_SECOND,
};

static GtkWidget *
create_label (const char *words, const char *css_class, double align)
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
add_line (AtlasComparisonView *self, GtkWidget *whole)
{
  gtk_grid_attach (self->grid, whole, 0, self->n_lines++, N_COLUMNS, 1);
}

static void
add_heading (AtlasComparisonView *self, const char *words)
{
  add_line (self, create_label (words, "heading", 0));
}

/* Names -------------------------------------------------------------------------------------- */

static void
visit_cb (AtlasComparisonView *self, GtkButton *button)
{
  atlas_navigation_visit (self->navigation, g_object_get_data (G_OBJECT (button), "record"));
}

static void
enter_cb (GtkEventController *motion)
{
  GtkWidget *button = gtk_event_controller_get_widget (motion);
  GtkWidget *view = gtk_widget_get_ancestor (button, ATLAS_TYPE_COMPARISON_VIEW);

  atlas_navigation_set_hovered (ATLAS_COMPARISON_VIEW (view)->navigation,
                                g_object_get_data (G_OBJECT (button), "record"));
}

static void
leave_cb (GtkEventController *motion)
{
  GtkWidget *button = gtk_event_controller_get_widget (motion);
  GtkWidget *view = gtk_widget_get_ancestor (button, ATLAS_TYPE_COMPARISON_VIEW);

  if (view != NULL)
    atlas_navigation_leave (ATLAS_COMPARISON_VIEW (view)->navigation,
                            g_object_get_data (G_OBJECT (button), "record"));
}

static GtkWidget *
create_name (AtlasComparisonView *self, AtlasRecord *record, const char *css_class, double align)
{
  const char *name = atlas_record_get_name (record, atlas_language_get_default ());
  GtkWidget *button = gtk_button_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_button_set_child (GTK_BUTTON (button), create_label (name, css_class, align));
  gtk_widget_add_css_class (button, "name");
  atlas_set_accessible_label (button, name);
  g_object_set_data_full (G_OBJECT (button), "record", g_object_ref (record), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (visit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (motion, "enter", G_CALLBACK (enter_cb), NULL);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), NULL);
  gtk_widget_add_controller (button, motion);
  return button;
}

/* Adds the links to a partner. */
static void
add_links_of_partner (AtlasComparisonView *self, GtkWidget *name, AtlasRecord *partner)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (int side = 0; side < ATLAS_N_SIDES; side++)
    {
      g_autofree char *links = atlas_join_names (
        atlas_comparison_get_links_with (self->comparison, (AtlasSide) side, partner),
        ATLAS_MAX_NAMES, atlas_language_get_default ());

      if (*links != '\0' && !g_str_equal (links, words->str))
        g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", links);
    }
  gtk_widget_set_tooltip_text (name, words->str);
}

static GtkWidget *
create_entry (AtlasComparisonView *self, AtlasRecord *record)
{
  GtkWidget *name;

  if (ATLAS_IS_INDUSTRY (record))
    return atlas_industry_chip_new (ATLAS_INDUSTRY (record), self->navigation);
  name = create_name (self, record, "caption", 0);
  gtk_widget_add_css_class (name, "flat");
  if (ATLAS_IS_PLACE (record) || atlas_record_get_kind (record) == ATLAS_RECORD_KIND_ORGANIZATION)
    add_links_of_partner (self, name, record);
  return name;
}

static const char *
get_head_of_both (AtlasComparisonView *self)
{
  if (atlas_comparison_has_link (self->comparison))
    /* Translators: a column between those of two, one of which is a link. */
    return C_("comparison of links", "Both");
  /* Translators: a column between those of two places. */
  return C_("comparison", "Both");
}

/* Adds the names of the two subjects, and the heading of the column for both. */
static void
add_heads (AtlasComparisonView *self)
{
  for (int i = 0; i < N_COLUMNS; i++)
    {
      AtlasRecord *subject =
        columns[i] != ATLAS_SHARE_COMMON
          ? atlas_comparison_get_subject (self->comparison, (AtlasSide) columns[i])
          : NULL;

      gtk_grid_attach (self->grid,
                       subject != NULL ? create_name (self, subject, "place", 0.5)
                                       : create_label (get_head_of_both (self), "place", 0.5),
                       i, self->n_lines, 1, 1);
    }
  self->n_lines++;
}

static void
show_all_cb (GtkWidget *button)
{
  for (GtkWidget *entry = gtk_widget_get_first_child (gtk_widget_get_parent (button));
       entry != NULL; entry = gtk_widget_get_next_sibling (entry))
    gtk_widget_set_visible (entry, entry != button);
}

static void
add_show_all (GtkBox *cell, guint n_records)
{
  /* Translators: a button that shows all of a list; %u is how many there are. */
  g_autofree char *words = g_strdup_printf (_("All %u"), n_records);
  GtkWidget *button = gtk_button_new_with_label (words);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "all");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect (button, "clicked", G_CALLBACK (show_all_cb), NULL);
  gtk_box_append (cell, button);
}

/* The widgets of names and industries are both buttons with a label. */
static void
mark_undated (GtkWidget *entry, AtlasRecord *record)
{
  const AtlasLanguage language = atlas_language_get_default ();
  g_autofree char *words = atlas_undated_mark (atlas_record_get_name (record, language), language);

  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (entry))), words);
  atlas_set_accessible_label (entry, words);
}

/* Creates a cell with the first of @records, and a button that shows the others. */
static GtkWidget *
create_cell (AtlasComparisonView *self, GPtrArray *records, AtlasShare share)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  /* If only one more would be hidden, it takes the place of the button. */
  const guint n_shown = records->len > FEW_NAMES + 1 ? FEW_NAMES : records->len;

  gtk_widget_set_valign (cell, GTK_ALIGN_START);
  for (guint i = 0; i < MIN (records->len, MAX_NAMES); i++)
    {
      GtkWidget *entry = create_entry (self, records->pdata[i]);

      if (atlas_comparison_is_in_doubt (self->comparison, records->pdata[i], share))
        mark_undated (entry, records->pdata[i]);
      gtk_widget_set_visible (entry, i < n_shown);
      gtk_box_append (GTK_BOX (cell), entry);
    }
  if (n_shown < records->len)
    add_show_all (GTK_BOX (cell), records->len);
  /* Show a dash for an empty cell, so that the column does not seem to end. */
  if (records->len == 0)
    gtk_box_append (GTK_BOX (cell), create_label ("–", "dim-label", 0.5));
  return cell;
}

static void
add_section (AtlasComparisonView *self, guint section)
{
  GPtrArray *shares[N_COLUMNS];
  guint n_records = 0;

  for (int i = 0; i < N_COLUMNS; i++)
    {
      shares[i] = atlas_comparison_get_section (self->comparison, section, columns[i]);
      n_records += shares[i]->len;
    }
  if (n_records == 0)
    return;
  add_heading (self, atlas_comparison_name_section (self->comparison, section,
                                                    atlas_language_get_default ()));
  for (int i = 0; i < N_COLUMNS; i++)
    gtk_grid_attach (self->grid, create_cell (self, shares[i], columns[i]), i, self->n_lines, 1, 1);
  self->n_lines++;
}

/* Figures ------------------------------------------------------------------------------------ */

/* Creates a value with its name and citation. */
static GtkWidget *
create_figure (AtlasFigure *figure, AtlasDataset *dataset)
{
  const AtlasLanguage language = atlas_language_get_default ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *mark = atlas_citation_mark_new ();
  g_autofree char *value = atlas_describe_value (ATLAS_RECORD (figure), dataset, NULL, language);

  gtk_box_append (GTK_BOX (box), create_label (value, "value", 0));
  gtk_box_append (GTK_BOX (box),
                  create_label (atlas_record_get_name (ATLAS_RECORD (figure), language), "detail",
                                0));
  atlas_citation_mark_set_record (ATLAS_CITATION_MARK (mark), dataset, ATLAS_RECORD (figure));
  gtk_widget_set_halign (mark, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), mark);
  return box;
}

/* Adds the figures of both to the outer columns; the middle column stays empty. */
static void
add_figures (AtlasComparisonView *self)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (self->navigation);
  GArray *pairs = atlas_comparison_get_figures (self->comparison);

  add_heading (self, _("Figures that measure the same"));
  for (guint i = 0; i < pairs->len; i++, self->n_lines++)
    {
      const AtlasFigurePair *pair = &g_array_index (pairs, AtlasFigurePair, i);

      gtk_grid_attach (self->grid, create_figure (pair->figures[ATLAS_SIDE_FIRST], dataset), 0,
                       self->n_lines, 1, 1);
      gtk_grid_attach (self->grid, create_figure (pair->figures[ATLAS_SIDE_SECOND], dataset),
                       N_COLUMNS - 1, self->n_lines, 1, 1);
    }
  if (pairs->len == 0)
    add_line (self, create_label (_("The source states no figure of both in the same unit, for the "
                                    "same time and about the same matter."),
                                    "detail", 0));
}

static void
atlas_comparison_view_dispose (GObject *object)
{
  AtlasComparisonView *self = ATLAS_COMPARISON_VIEW (object);

  atlas_unparent_children (self);
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
 * @navigation: the navigation whose scope is changed
 *
 * Returns: (transfer floating): a view of @comparison
 */
GtkWidget *
atlas_comparison_view_new (AtlasComparison *comparison, AtlasNavigation *navigation)
{
  AtlasComparisonView *self = g_object_new (ATLAS_TYPE_COMPARISON_VIEW, NULL);

  self->comparison = g_object_ref (comparison);
  self->navigation = g_object_ref (navigation);
  add_heads (self);
  for (guint i = 0; i < atlas_comparison_get_n_sections (comparison); i++)
    add_section (self, i);
  add_figures (self);
  return GTK_WIDGET (self);
}
