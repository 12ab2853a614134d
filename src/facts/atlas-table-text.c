/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-table-text.h"

#include <string.h>

/*
 * AtlasTableText: a table as text for other programs, written cell by cell and line by line.
 *
 * There are three kinds of cells: text that needs no quotation marks, such as numbers; text from
 * the program; and data, which may come from any file and is escaped so that it is not read as a
 * formula.
 */
struct _AtlasTableText
{
  AtlasTableFormat format;
  GString *lines;
  gboolean in_line;
};

/**
 * atlas_table_text_new:
 * @format: the format
 * @beginning: the beginning of the text, such as a byte order mark, or ""
 *
 * Returns: (transfer full): a table without lines
 */
AtlasTableText *
atlas_table_text_new (AtlasTableFormat format, const char *beginning)
{
  AtlasTableText *self = g_new0 (AtlasTableText, 1);

  self->format = format;
  self->lines = g_string_new (beginning);
  return self;
}

/**
 * atlas_table_text_free_to_string:
 * @self: (transfer full): a table
 *
 * Returns: (transfer full): the text
 */
char *
atlas_table_text_free_to_string (AtlasTableText *self)
{
  char *text = g_string_free (self->lines, FALSE);

  g_free (self);
  return text;
}

static void
begin_cell (AtlasTableText *self)
{
  if (self->in_line)
    g_string_append_c (self->lines, self->format == ATLAS_TABLE_FORMAT_CSV ? ',' : '\t');
  self->in_line = TRUE;
}

/**
 * atlas_table_text_add_plain:
 * @self: a table
 * @text: the text of the next cell, which needs no quotation marks
 */
void
atlas_table_text_add_plain (AtlasTableText *self, const char *text)
{
  begin_cell (self);
  g_string_append (self->lines, text);
}

static void
add_quoted (AtlasTableText *self, const char *text, const char *before)
{
  g_string_append_printf (self->lines, "\"%s", before);
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (self->lines, '"');
      g_string_append_c (self->lines, *text);
    }
  g_string_append_c (self->lines, '"');
}

/* Replaces tabs and line breaks, which a cell cannot contain. */
static void
add_on_a_line (AtlasTableText *self, const char *text, const char *before)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\t\r\n", ' ');

  g_string_append (self->lines, before);
  g_string_append (self->lines, line);
}

static void
add_text (AtlasTableText *self, const char *text, const char *before)
{
  begin_cell (self);
  if (self->format == ATLAS_TABLE_FORMAT_CSV)
    add_quoted (self, text, before);
  else
    add_on_a_line (self, text, before);
}

/**
 * atlas_table_text_add_words:
 * @self: a table
 * @text: the text of the next cell, written unchanged: text or a number from the program, or the id
 *   of a record
 */
void
atlas_table_text_add_words (AtlasTableText *self, const char *text)
{
  add_text (self, text, "");
}

/* Spreadsheets read text with such a beginning as a formula. */
static gboolean
looks_like_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

/**
 * atlas_table_text_add_data:
 * @self: a table
 * @text: the text of the next cell, from a dataset; an apostrophe is added if it looks like a
 *   formula
 */
void
atlas_table_text_add_data (AtlasTableText *self, const char *text)
{
  add_text (self, text, looks_like_formula (text) ? "'" : "");
}

/**
 * atlas_table_text_add_cell:
 * @self: a table
 * @table: a table of facts
 * @row: one of its rows
 * @column: one of its columns
 *
 * Adds a cell of @table as the next cell. Its detail replaces an empty text.
 */
void
atlas_table_text_add_cell (AtlasTableText *self, AtlasFactTable *table, guint row, guint column)
{
  g_auto (AtlasFactCell) cell = atlas_fact_table_dup_cell (table, row, column);

  switch (cell.type)
    {
    case ATLAS_FACT_TYPE_NUMBER:
    case ATLAS_FACT_TYPE_DATE:
    case ATLAS_FACT_TYPE_CODE:
      atlas_table_text_add_plain (self, cell.text);
      break;
    case ATLAS_FACT_TYPE_AMOUNT:
    case ATLAS_FACT_TYPE_VALUE:
    case ATLAS_FACT_TYPE_ID:
      atlas_table_text_add_words (self, cell.text);
      break;
    case ATLAS_FACT_TYPE_NAME:
    case ATLAS_FACT_TYPE_RECORDS:
    case ATLAS_FACT_TYPE_TEXT:
    default:
      atlas_table_text_add_data (self, *cell.text == '\0' && cell.detail != NULL ? cell.detail
                                                                                 : cell.text);
    }
}

/**
 * atlas_table_text_end_line:
 * @self: a table
 *
 * Ends a line.
 */
void
atlas_table_text_end_line (AtlasTableText *self)
{
  g_string_append (self->lines, self->format == ATLAS_TABLE_FORMAT_CSV ? "\r\n" : "\n");
  self->in_line = FALSE;
}

static gboolean
is_empty (AtlasFactTable *table, guint column)
{
  for (guint row = 0; row < table->rows->len; row++)
    {
      g_auto (AtlasFactCell) cell = atlas_fact_table_dup_cell (table, row, column);

      if (*cell.text != '\0' || (cell.detail != NULL && *cell.detail != '\0'))
        return FALSE;
    }
  return TRUE;
}

/**
 * atlas_table_text_from_facts:
 * @table: a table of facts
 * @format: the format
 *
 * Returns: (transfer full): @table as text, with the titles of its columns; columns that are empty
 *   in all rows are left out
 */
char *
atlas_table_text_from_facts (AtlasFactTable *table, AtlasTableFormat format)
{
  AtlasTableText *self = atlas_table_text_new (format, "");
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint column = 0; column < table->columns->len; column++)
    if (!is_empty (table, column))
      {
        g_autofree char *title = atlas_fact_table_dup_title (table, column);

        g_array_append_val (shown, column);
        atlas_table_text_add_words (self, title);
      }
  atlas_table_text_end_line (self);
  for (guint row = 0; row < table->rows->len; row++)
    {
      for (guint i = 0; i < shown->len; i++)
        atlas_table_text_add_cell (self, table, row, g_array_index (shown, guint, i));
      atlas_table_text_end_line (self);
    }
  return atlas_table_text_free_to_string (self);
}
