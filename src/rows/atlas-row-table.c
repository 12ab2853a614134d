/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-row-table.h"

#include <glib/gi18n.h>
#include <string.h>

#include "atlas-description.h"
#include "atlas-event.h"
#include "atlas-format.h"
#include "atlas-industry.h"
#include "atlas-plan.h"
#include "atlas-row.h"

/* The text between the parts of details. */
#define SEPARATOR " · "

/*
 * Converts the rows of a list model to a table for other programs: the text of the rows, the
 * columns that tables on pages have for the kinds of their records, and full citations. Columns
 * that are empty in all rows are left out.
 */

static char *
describe_group (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return g_strdup (row->heading != NULL ? row->heading : "");
}

static char *
describe_title (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return g_strdup (atlas_row_get_title (row->item));
}

static char *
describe_value (const AtlasFacts *facts, const AtlasFactRow *row)
{
  const char *value = atlas_row_get_value (row->item);

  return g_strdup (value != NULL ? value : "");
}

static char *
describe_change (const AtlasFacts *facts, const AtlasFactRow *row)
{
  const char *change = atlas_row_get_change (row->item);

  return g_strdup (change != NULL ? change : "");
}

static char *
describe_source (const AtlasFacts *facts, const AtlasFactRow *row)
{
  AtlasRecord *cited = atlas_row_get_cited (row->item);

  return cited != NULL ? atlas_describe_citations (cited, atlas_scope_get_dataset (facts->scope),
                                                   "; ", facts->language)
                       : g_strdup ("");
}

/* Whether the columns of the kind have all that the lines below the title of @row say. */
static gboolean
is_in_columns (AtlasRecord *record)
{
  return ATLAS_IS_LINK (record) || ATLAS_IS_INDUSTRY (record) || ATLAS_IS_EVENT (record) ||
         ATLAS_IS_PLAN (record) || ATLAS_IS_PROJECT (record);
}

/* Returns the subtitle of @row, without status and time of a figure, which have columns. */
static const char *
get_subtitle (const AtlasFacts *facts, const AtlasFactRow *row)
{
  const char *subtitle = atlas_row_get_subtitle (row->item);
  g_autofree char *standing = NULL;

  if (subtitle == NULL)
    return "";
  if (!ATLAS_IS_FIGURE (row->record))
    return subtitle;
  standing = atlas_format_figure_standing (ATLAS_FIGURE (row->record), facts->language);
  if (!g_str_has_prefix (subtitle, standing))
    return subtitle;
  subtitle += strlen (standing);
  return g_str_has_prefix (subtitle, SEPARATOR) ? subtitle + strlen (SEPARATOR) : subtitle;
}

static char *
describe_details (const AtlasFacts *facts, const AtlasFactRow *row)
{
  const char *lead = atlas_row_get_lead (row->item);
  g_autofree char *names = atlas_join_names (atlas_row_get_links (row->item), 0, facts->language);
  g_autofree char *linked = lead != NULL ? g_strdup_printf ("%s %s", lead, names) : g_strdup ("");
  g_auto (GStrv) lines = g_strsplit (get_subtitle (facts, row), "\n", -1);
  g_autofree char *words = g_strjoinv (SEPARATOR, lines);

  if (is_in_columns (row->record))
    return g_strdup ("");
  return atlas_join_facts (words, g_strchomp (linked), NULL);
}

#define COLUMN(key, title, type, describe)                                                         \
  { key, title, 0, ATLAS_FACT_TYPE_##type, describe, 0, NULL, 0, FALSE }

static const AtlasFactColumn first_columns[] = {
  COLUMN ("group", NC_ ("column", "Group"), TEXT, describe_group),
  COLUMN ("name", NC_ ("column", "Name"), TEXT, describe_title),
  COLUMN ("value", NC_ ("column", "Value"), VALUE, describe_value),
  COLUMN ("change", NC_ ("column", "Change"), VALUE, describe_change),
};

static const AtlasFactColumn last_columns[] = {
  COLUMN ("details", NC_ ("column", "Details"), TEXT, describe_details),
  COLUMN ("source", NC_ ("column", "Source"), TEXT, describe_source),
};

static void
add_row (AtlasFactTable *table, AtlasRow *item, const char *group)
{
  AtlasRecord *record = atlas_row_get_record (item);
  const AtlasFactRow row = { .record = record, .heading = g_strdup (group), .item = item };

  if (record != NULL)
    atlas_fact_table_add_columns_of_kind (table, atlas_record_get_kind (record));
  g_array_append_val (table->rows, row);
}

/* @rows are borrowed. Leaves out rows with a drawing, because others contain the same as text. */
static AtlasFactTable *
create_table (GListModel *rows, const AtlasFacts *facts)
{
  AtlasFactTable *table =
    atlas_fact_table_new_empty (facts, first_columns, G_N_ELEMENTS (first_columns));
  const char *group = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (AtlasRow) row = g_list_model_get_item (rows, i);

      if (atlas_row_is_first (row))
        group = atlas_row_get_heading (row);
      if (atlas_row_get_content (row) == NULL)
        add_row (table, row, group);
    }
  g_array_append_vals (table->columns, last_columns, G_N_ELEMENTS (last_columns));
  return table;
}

/**
 * atlas_row_table_to_string:
 * @rows: a list model of #AtlasRow
 * @facts: what they show
 * @format: the format
 *
 * Returns: (transfer full): the rows as a table, with a header line
 */
char *
atlas_row_table_to_string (GListModel *rows, const AtlasFacts *facts, AtlasTableFormat format)
{
  g_autoptr (AtlasFactTable) table = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (rows), NULL);

  table = create_table (rows, facts);
  return atlas_table_text_from_facts (table, format);
}

/**
 * atlas_row_table_copy:
 * @rows: a list model of #AtlasRow
 * @navigation: the navigation with their scope and filter
 * @widget: the widget whose clipboard is set
 *
 * Copies the rows to the clipboard as text and as "text/csv".
 */
void
atlas_row_table_copy (GListModel *rows, AtlasNavigation *navigation, GtkWidget *widget)
{
  const AtlasFacts facts = { atlas_navigation_get_scope (navigation),
                             atlas_navigation_get_filter (navigation),
                             atlas_language_get_default (), ATLAS_SHOWN_PART_ALL };
  g_autofree char *text = NULL;
  char *csv;
  g_autoptr (GBytes) bytes = NULL;
  GdkContentProvider *parts[2];
  g_autoptr (GdkContentProvider) provider = NULL;

  g_return_if_fail (G_IS_LIST_MODEL (rows));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  text = atlas_row_table_to_string (rows, &facts, ATLAS_TABLE_FORMAT_TABS);
  csv = atlas_row_table_to_string (rows, &facts, ATLAS_TABLE_FORMAT_CSV);
  bytes = g_bytes_new_take (csv, strlen (csv));
  parts[0] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  parts[1] = gdk_content_provider_new_for_bytes ("text/csv", bytes);
  provider = gdk_content_provider_new_union (parts, G_N_ELEMENTS (parts));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), provider);
}
