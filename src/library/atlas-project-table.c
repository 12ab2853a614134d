/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-project-table.h"

#include <glib/gi18n.h>

#include "atlas-description.h"
#include "atlas-format.h"
#include "atlas-labels.h"
#include "atlas-widget-tools.h"

/*
 * AtlasProjectTable: projects as a table that can be sorted by each column.
 *
 * What is not stated is empty, and comes last in ascending order.
 */
struct _AtlasProjectTable
{
  AdwBin parent_instance;

  GtkColumnView *view;
  GtkSingleSelection *selection;
  gboolean is_selecting; /* whether the selection is set by code */
};

G_DEFINE_FINAL_TYPE (AtlasProjectTable, atlas_project_table, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Cells --------------------------------------------------------------------------------------- */

static AtlasRecord *
get_record (AtlasProjectItem *item)
{
  return ATLAS_RECORD (atlas_project_item_get_project (item));
}

static char *
describe_name (AtlasProjectItem *item, AtlasLanguage language)
{
  return g_strdup (atlas_record_get_name (get_record (item), language));
}

static char *
describe_places (AtlasProjectItem *item, AtlasLanguage language)
{
  return atlas_describe_references (get_record (item), atlas_project_item_get_dataset (item),
                                    ATLAS_ROLE_PLACES, ATLAS_MAX_NAMES, language);
}

static char *
describe_kind (AtlasProjectItem *item, AtlasLanguage language)
{
  return g_strdup (atlas_describe_kind (get_record (item), language));
}

static char *
describe_level (AtlasProjectItem *item, AtlasLanguage language)
{
  return g_strdup (atlas_describe_word (get_record (item), "level", language));
}

static char *
describe_stage (AtlasProjectItem *item, AtlasLanguage language)
{
  return g_strdup (atlas_describe_word (get_record (item), "stage", language));
}

static char *
describe_planned (AtlasProjectItem *item, AtlasLanguage language)
{
  return atlas_project_item_describe_sum (item, ATLAS_INVESTMENT_PLANNED, language);
}

static char *
describe_completed (AtlasProjectItem *item, AtlasLanguage language)
{
  return atlas_project_item_describe_sum (item, ATLAS_INVESTMENT_COMPLETED, language);
}

static char *
describe_date (const AtlasDate *date, AtlasLanguage language)
{
  return date != NULL ? atlas_format_date_short (date, language) : g_strdup ("");
}

static char *
describe_expected (AtlasProjectItem *item, AtlasLanguage language)
{
  return describe_date (atlas_project_get_expected (atlas_project_item_get_project (item)),
                        language);
}

static char *
describe_keeper (AtlasProjectItem *item, AtlasLanguage language)
{
  return atlas_describe_references (get_record (item), atlas_project_item_get_dataset (item),
                                    ATLAS_ROLE_KEEPER, 0, language);
}

static char *
describe_last_change (AtlasProjectItem *item, AtlasLanguage language)
{
  return describe_date (atlas_project_item_get_last_change (item), language);
}

static char *
describe_source (AtlasProjectItem *item, AtlasLanguage language)
{
  if (atlas_record_get_n_citations (get_record (item)) == 0)
    return g_strdup (atlas_describe_no_source (language));
  return atlas_format_citation (get_record (item), atlas_project_item_get_dataset (item), 0,
                                language);
}

/* Order --------------------------------------------------------------------------------------- */

static int
compare_kinds (AtlasProjectItem *a, AtlasProjectItem *b)
{
  return (int) atlas_project_get_kind (atlas_project_item_get_project (a)) -
         (int) atlas_project_get_kind (atlas_project_item_get_project (b));
}

/* A value that is not stated is 0 and comes last. */
static int
compare_words (int a, int b)
{
  return (a == 0) != (b == 0) ? (a == 0) - (b == 0) : a - b;
}

static int
compare_levels (AtlasProjectItem *a, AtlasProjectItem *b)
{
  return compare_words ((int) atlas_project_get_level (atlas_project_item_get_project (a)),
                        (int) atlas_project_get_level (atlas_project_item_get_project (b)));
}

static int
compare_stages (AtlasProjectItem *a, AtlasProjectItem *b)
{
  return compare_words ((int) atlas_project_get_stage (atlas_project_item_get_project (a)),
                        (int) atlas_project_get_stage (atlas_project_item_get_project (b)));
}

static int
compare_sums (AtlasProjectItem *a, AtlasProjectItem *b, AtlasInvestment which)
{
  const AtlasDecimal *first = atlas_project_item_get_sum (a, which);
  const AtlasDecimal *second = atlas_project_item_get_sum (b, which);

  if (first == NULL || second == NULL)
    return (first == NULL) - (second == NULL);
  return *first < *second ? -1 : *first > *second;
}

static int
compare_planned (AtlasProjectItem *a, AtlasProjectItem *b)
{
  return compare_sums (a, b, ATLAS_INVESTMENT_PLANNED);
}

static int
compare_completed (AtlasProjectItem *a, AtlasProjectItem *b)
{
  return compare_sums (a, b, ATLAS_INVESTMENT_COMPLETED);
}

static int
compare_expected (AtlasProjectItem *a, AtlasProjectItem *b)
{
  return atlas_date_compare (atlas_project_get_expected (atlas_project_item_get_project (a)),
                             atlas_project_get_expected (atlas_project_item_get_project (b)));
}

static int
compare_last_changes (AtlasProjectItem *a, AtlasProjectItem *b)
{
  return atlas_date_compare (atlas_project_item_get_last_change (a),
                             atlas_project_item_get_last_change (b));
}

/* Columns ------------------------------------------------------------------------------------- */

typedef struct
{
  const char *title;
  gboolean is_number;
  char *(*describe) (AtlasProjectItem *item, AtlasLanguage language);
  int (*compare) (AtlasProjectItem *a, AtlasProjectItem *b); /* or NULL to compare the texts */
} Column;

static const Column columns[] = {
  { NC_ ("column", "Project"), FALSE, describe_name, NULL },
  { NC_ ("column", "Places"), FALSE, describe_places, NULL },
  { NC_ ("column", "Kind"), FALSE, describe_kind, compare_kinds },
  { NC_ ("column", "Level"), FALSE, describe_level, compare_levels },
  { NC_ ("column", "Stage"), FALSE, describe_stage, compare_stages },
  { NC_ ("column", "Planned"), TRUE, describe_planned, compare_planned },
  { NC_ ("column", "Completed"), TRUE, describe_completed, compare_completed },
  { NC_ ("column", "Expected"), FALSE, describe_expected, compare_expected },
  { NC_ ("column", "Kept by"), FALSE, describe_keeper, NULL },
  { NC_ ("column", "Last change"), FALSE, describe_last_change, compare_last_changes },
  { NC_ ("column", "Source"), FALSE, describe_source, NULL },
};

#define MAX_WIDTH_IN_CHARS 28

/* The smallest width of the first column, which has the names, and of the others. */
#define NAME_WIDTH_IN_CHARS 18
#define MIN_WIDTH_IN_CHARS 6

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const Column *column = data;
  const AtlasLanguage language = atlas_language_get_default ();
  AtlasProjectItem *first = ATLAS_PROJECT_ITEM ((gpointer) a);
  AtlasProjectItem *second = ATLAS_PROJECT_ITEM ((gpointer) b);
  g_autofree char *words = NULL;
  g_autofree char *other = NULL;

  if (column->compare != NULL)
    return gtk_ordering_from_cmpfunc (column->compare (first, second));
  words = column->describe (first, language);
  other = column->describe (second, language);
  if (*words == '\0' || *other == '\0')
    return gtk_ordering_from_cmpfunc ((*words == '\0') - (*other == '\0'));
  return gtk_ordering_from_cmpfunc (g_utf8_collate (words, other));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, const Column *column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column->is_number ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label),
                             column == columns ? NAME_WIDTH_IN_CHARS : MIN_WIDTH_IN_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_WIDTH_IN_CHARS);
  if (column->is_number)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (cell, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, const Column *column)
{
  GtkWidget *label = gtk_list_item_get_child (cell);
  g_autofree char *words =
    column->describe (gtk_list_item_get_item (cell), atlas_language_get_default ());

  gtk_label_set_label (GTK_LABEL (label), words);
  gtk_widget_set_tooltip_text (label, *words != '\0' ? words : NULL);
}

static void
add_column (AtlasProjectTable *self, const Column *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) added = NULL;
  g_autoptr (GtkSorter) sorter =
    GTK_SORTER (gtk_custom_sorter_new (compare_cb, (gpointer) column, NULL));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) column);
  added = gtk_column_view_column_new (g_dpgettext2 (NULL, "column", column->title), factory);
  gtk_column_view_column_set_sorter (added, sorter);
  gtk_column_view_column_set_resizable (added, TRUE);
  gtk_column_view_append_column (self->view, added);
}

static void
selected_cb (AtlasProjectTable *self)
{
  AtlasProjectItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (!self->is_selecting && item != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, atlas_project_item_get_project (item));
}

/* Object -------------------------------------------------------------------------------------- */

static void
atlas_project_table_dispose (GObject *object)
{
  AtlasProjectTable *self = ATLAS_PROJECT_TABLE (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (atlas_project_table_parent_class)->dispose (object);
}

static void
atlas_project_table_class_init (AtlasProjectTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_project_table_dispose;

  /**
   * AtlasProjectTable::chosen:
   * @self: the table
   * @project: a project
   *
   * Emitted when the user selects a project.
   */
  signals[CHOSEN] = g_signal_new ("chosen", ATLAS_TYPE_PROJECT_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, ATLAS_TYPE_RECORD);
}

static void
atlas_project_table_init (AtlasProjectTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  atlas_set_accessible_label (self->view,
                              atlas_label_for_record_kind (ATLAS_RECORD_KIND_PROJECT,
                                                           atlas_language_get_default ()));
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (self, &columns[i]);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * atlas_project_table_new:
 * @items: (element-type AtlasProjectItem): the projects; the table follows its changes
 *
 * Returns: (transfer floating): a table
 */
GtkWidget *
atlas_project_table_new (GListModel *items)
{
  AtlasProjectTable *self = g_object_new (ATLAS_TYPE_PROJECT_TABLE, NULL);
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);
  GtkSortListModel *sorted = gtk_sort_list_model_new (g_object_ref (items), g_object_ref (sorter));

  self->selection = g_object_new (GTK_TYPE_SINGLE_SELECTION, "autoselect", FALSE, "can-unselect",
                                  TRUE, "model", sorted, NULL);
  g_object_unref (sorted);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                            self);
  return GTK_WIDGET (self);
}

/**
 * atlas_project_table_select:
 * @self: a table
 * @project: (nullable): a project
 *
 * Selects @project without emitting #AtlasProjectTable::chosen; nothing if it is not in the table.
 */
void
atlas_project_table_select (AtlasProjectTable *self, AtlasRecord *project)
{
  const guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint found = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < n_items && project != NULL && found == GTK_INVALID_LIST_POSITION; i++)
    {
      g_autoptr (AtlasProjectItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (get_record (item) == project)
        found = i;
    }
  self->is_selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, found);
  self->is_selecting = FALSE;
}
