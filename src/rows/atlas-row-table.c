/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-row-table.h"

#include <glib/gi18n.h>
#include <string.h>

#include "atlas-description.h"
#include "atlas-row.h"
#include "atlas-translation.h"

/*
 * Converts the rows of a list model to a table for other programs: the text of the rows, with full
 * citations. Columns that are empty in all rows are left out.
 */

typedef enum
{
  COLUMN_GROUP,
  COLUMN_NAME,
  COLUMN_VALUE,
  COLUMN_CHANGE,
  COLUMN_DETAILS,
  COLUMN_SOURCE,
  N_COLUMNS
} Column;

static const char *const headings[N_COLUMNS] = {
  [COLUMN_GROUP] = NC_ ("column", "Group"),     [COLUMN_NAME] = NC_ ("column", "Name"),
  [COLUMN_VALUE] = NC_ ("column", "Value"),     [COLUMN_CHANGE] = NC_ ("column", "Change"),
  [COLUMN_DETAILS] = NC_ ("column", "Details"), [COLUMN_SOURCE] = NC_ ("column", "Source"),
};

static char *
describe_details (AtlasRow *row)
{
  const char *subtitle = atlas_row_get_subtitle (row);
  const char *lead = atlas_row_get_lead (row);
  GPtrArray *links = atlas_row_get_links (row);
  g_autofree char *names = atlas_join_names (links, 0, atlas_language_get_default ());
  g_autofree char *linked = lead != NULL ? g_strdup_printf ("%s %s", lead, names) : g_strdup ("");
  g_auto (GStrv) lines = g_strsplit (subtitle != NULL ? subtitle : "", "\n", -1);
  g_autofree char *words = g_strjoinv (" · ", lines);

  return atlas_join_facts (words, g_strchomp (linked), NULL);
}

/* Returns "" for an empty cell. @group is the heading of the group of the row. */
static char *
describe_cell (AtlasRow *row, AtlasDataset *dataset, Column column, const char *group)
{
  AtlasRecord *record = atlas_row_get_record (row);

  switch (column)
    {
    case COLUMN_GROUP:
      return g_strdup (group);
    case COLUMN_NAME:
      return g_strdup (atlas_row_get_title (row));
    case COLUMN_VALUE:
      return g_strdup (atlas_row_get_value (row) != NULL ? atlas_row_get_value (row) : "");
    case COLUMN_CHANGE:
      return g_strdup (atlas_row_get_change (row) != NULL ? atlas_row_get_change (row) : "");
    case COLUMN_DETAILS:
      return describe_details (row);
    case COLUMN_SOURCE:
      return record != NULL
               ? atlas_describe_citations (record, dataset, "; ", atlas_language_get_default ())
               : g_strdup ("");
    case N_COLUMNS:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

/* Returns an array of string arrays, one for each row. */
static GPtrArray *
list_cells (GListModel *rows, AtlasDataset *dataset)
{
  GPtrArray *table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autofree char *group = g_strdup ("");

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (AtlasRow) row = g_list_model_get_item (rows, i);
      char **cells;

      if (atlas_row_is_first (row))
        {
          g_free (group);
          group = g_strdup (atlas_row_get_heading (row) != NULL ? atlas_row_get_heading (row) : "");
        }
      /* Skip rows with a drawing, because other rows contain the same data as text. */
      if (atlas_row_get_content (row) != NULL)
        continue;
      cells = g_new0 (char *, N_COLUMNS + 1);
      for (int column = 0; column < N_COLUMNS; column++)
        cells[column] = describe_cell (row, dataset, (Column) column, group);
      g_ptr_array_add (table, cells);
    }
  return table;
}

static gboolean
is_said (GPtrArray *table, int column)
{
  for (guint i = 0; i < table->len; i++)
    if (*((char **) table->pdata[i])[column] != '\0')
      return TRUE;
  return FALSE;
}

/* Values are text from the program, so they need no protection against formulas. */
static void
add_cell (AtlasTableText *text, Column column, const char *cell)
{
  if (column == COLUMN_VALUE || column == COLUMN_CHANGE)
    atlas_table_text_add_words (text, cell);
  else
    atlas_table_text_add_data (text, cell);
}

/**
 * atlas_row_table_to_string:
 * @rows: a list model of #AtlasRow
 * @dataset: the dataset of their records
 * @format: the format
 *
 * Returns: (transfer full): the rows as a table, with a header line
 */
char *
atlas_row_table_to_string (GListModel *rows, AtlasDataset *dataset, AtlasTableFormat format)
{
  const AtlasLanguage language = atlas_language_get_default ();
  g_autoptr (GPtrArray) table = NULL;
  AtlasTableText *text;
  Column said[N_COLUMNS];
  guint n_said = 0;

  g_return_val_if_fail (G_IS_LIST_MODEL (rows), NULL);

  table = list_cells (rows, dataset);
  text = atlas_table_text_new (format, "");
  for (int column = 0; column < N_COLUMNS; column++)
    if (is_said (table, column))
      said[n_said++] = (Column) column;
  for (guint i = 0; i < n_said; i++)
    atlas_table_text_add_words (text,
                                atlas_translate_context (language, "column", headings[said[i]]));
  atlas_table_text_end_line (text);
  for (guint i = 0; i < table->len; i++)
    {
      for (guint j = 0; j < n_said; j++)
        add_cell (text, said[j], ((char **) table->pdata[i])[said[j]]);
      atlas_table_text_end_line (text);
    }
  return atlas_table_text_free_to_string (text);
}

/**
 * atlas_row_table_copy:
 * @rows: a list model of #AtlasRow
 * @dataset: the dataset of their records
 * @widget: the widget whose clipboard is set
 *
 * Copies the rows to the clipboard as text and as "text/csv".
 */
void
atlas_row_table_copy (GListModel *rows, AtlasDataset *dataset, GtkWidget *widget)
{
  g_autofree char *text = NULL;
  char *csv;
  g_autoptr (GBytes) bytes = NULL;
  GdkContentProvider *parts[2];
  g_autoptr (GdkContentProvider) provider = NULL;

  g_return_if_fail (G_IS_LIST_MODEL (rows));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  text = atlas_row_table_to_string (rows, dataset, ATLAS_TABLE_FORMAT_TABS);
  csv = atlas_row_table_to_string (rows, dataset, ATLAS_TABLE_FORMAT_CSV);
  bytes = g_bytes_new_take (csv, strlen (csv));
  parts[0] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  parts[1] = gdk_content_provider_new_for_bytes ("text/csv", bytes);
  provider = gdk_content_provider_new_union (parts, G_N_ELEMENTS (parts));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), provider);
}
