/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-csv-writer.h"

#include <string.h>

#include "atlas-labels.h"
#include "atlas-table-text.h"
#include "atlas-translation.h"

/*
 * Writes the records of a scope as a table for spreadsheets: CSV according to RFC 4180, in UTF-8
 * with a byte order mark, without which spreadsheets assume another encoding. Each record is one
 * line. atlas_fact_table_new_members() has the columns. Their order and their cells are the same in
 * every language, for programs; the line of heads is in the language of the export, for people.
 *
 * When the dataset is partial, the first line has the kind "left-out", no id, and a note that says
 * how many records are left out.
 */

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define LEFT_OUT_KIND "left-out"

/* The title of a column; with the kind of its records if an earlier column has the same title, as
 * those who take part in an event and in a project. */
static char *
dup_title (AtlasFactTable *table, guint column, GHashTable *titles)
{
  const AtlasLanguage language = table->facts->language;
  const guint kinds = g_array_index (table->columns, AtlasFactColumn, column).kinds;
  g_autofree char *title = atlas_fact_table_dup_title (table, column);

  if (g_hash_table_add (titles, g_strdup (title)) || kinds == 0)
    return g_steal_pointer (&title);
  return g_strdup_printf (atlas_translate (language, "%s (%s)"), title,
                          atlas_label_for_record_kind ((AtlasRecordKind) g_bit_nth_lsf (kinds, -1),
                                                       language));
}

static void
add_head (AtlasTableText *text, AtlasFactTable *table)
{
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < table->columns->len; i++)
    {
      g_autofree char *title = dup_title (table, i, titles);

      atlas_table_text_add_words (text, title);
    }
  atlas_table_text_end_line (text);
}

static void
add_left_out (AtlasTableText *text, AtlasFactTable *table)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (table->facts->scope);
  g_autofree char *words = atlas_facts_describe_left_out (table->facts);
  g_autofree char *number = g_strdup_printf ("%u", atlas_dataset_get_n_at_fault (dataset) +
                                                     atlas_dataset_get_n_dependent (dataset));

  if (*words == '\0')
    return;
  for (guint i = 0; i < table->columns->len; i++)
    {
      const char *key = g_array_index (table->columns, AtlasFactColumn, i).key;

      if (g_str_equal (key, "name"))
        atlas_table_text_add_words (text, words);
      else
        atlas_table_text_add_plain (text, g_str_equal (key, "kind")    ? LEFT_OUT_KIND
                                          : g_str_equal (key, "value") ? number
                                                                       : "");
    }
  atlas_table_text_end_line (text);
}

/**
 * atlas_csv_writer_write:
 * @facts: the facts to write; names are in its language
 *
 * Returns: (transfer full): a CSV file with the records in the scope and the filter, and a line
 *   about the records left out if the dataset is partial
 */
GBytes *
atlas_csv_writer_write (const AtlasFacts *facts)
{
  g_autoptr (AtlasFactTable) table = atlas_fact_table_new_members (facts);
  AtlasTableText *text = atlas_table_text_new (ATLAS_TABLE_FORMAT_CSV, BYTE_ORDER_MARK);
  char *csv;

  add_head (text, table);
  add_left_out (text, table);
  for (guint row = 0; row < table->rows->len; row++)
    {
      for (guint column = 0; column < table->columns->len; column++)
        atlas_table_text_add_cell (text, table, row, column);
      atlas_table_text_end_line (text);
    }
  csv = atlas_table_text_free_to_string (text);
  return g_bytes_new_take (csv, strlen (csv));
}
