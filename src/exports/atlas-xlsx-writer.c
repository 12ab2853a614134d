/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-xlsx-writer.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "atlas-description.h"
#include "atlas-enum-types.h"
#include "atlas-fact-table.h"
#include "atlas-labels.h"
#include "atlas-map-block.h"
#include "atlas-office-text.h"
#include "atlas-print-date.h"
#include "atlas-translation.h"

/*
 * Writes the records of a scope as a workbook for Excel, WPS and LibreOffice: a sheet for each kind
 * of record, and a last one that says what the file is. atlas_fact_table_new_of_kind() has the
 * columns.
 *
 * Numbers and complete dates are typed, so that a spreadsheet sorts and adds them. A date of which
 * only the year or the month is known is text, because a typed date has a day, which the source
 * does not state. Everything else is a string, which spreadsheets never read as a formula or a
 * link.
 */

/* The largest length of a string in a cell, in units of UTF-16. */
#define MAX_CELL_LENGTH 32767

/* The largest length of the name of a sheet. */
#define MAX_NAME_LENGTH 31

/* The first year of the calendar of Excel. */
#define FIRST_YEAR 1900

/* Widths of columns, in digits. A longer text is wrapped. */
#define MIN_WIDTH 8
#define MAX_WIDTH 44
#define ROOM_FOR_FILTER 3
#define LABEL_WIDTH 16
#define VALUE_WIDTH 90

/* Of a line of wrapped text, in points. Excel finds the height of a row itself, others do not. */
#define LINE_HEIGHT 15.5
#define MAX_LINES 24

/* The largest number of printed pages beside each other. */
#define MAX_PAGES 2

typedef enum
{
  FORMAT_HEAD,
  FORMAT_NAME,
  FORMAT_TEXT,
  FORMAT_NUMBER,
  FORMAT_DATE,
  N_FORMATS
} Format;

typedef struct
{
  const AtlasFacts *facts;
  const AtlasPageSetup *setup;
  lxw_workbook *book;
  lxw_format *formats[N_FORMATS];
} Writer;

static const AtlasRecordKind kinds[] = {
  ATLAS_RECORD_KIND_PARTNERSHIP, ATLAS_RECORD_KIND_ROUTE,  ATLAS_RECORD_KIND_INDUSTRY,
  ATLAS_RECORD_KIND_EVENT,       ATLAS_RECORD_KIND_FIGURE, ATLAS_RECORD_KIND_PROJECT,
  ATLAS_RECORD_KIND_COMMITMENT,  ATLAS_RECORD_KIND_PLAN,   ATLAS_RECORD_KIND_ORGANIZATION,
  ATLAS_RECORD_KIND_PLACE,       ATLAS_RECORD_KIND_SOURCE,
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == ATLAS_N_RECORD_KINDS);

/* The font of an office for the letters of a language. */
static const char *const fonts[ATLAS_N_LANGUAGES] = {
  [ATLAS_LANGUAGE_ZH] = "宋体",
  [ATLAS_LANGUAGE_EN] = "Calibri",
  [ATLAS_LANGUAGE_KO] = "맑은 고딕",
};

static void
add_formats (Writer *self)
{
  for (guint i = 0; i < N_FORMATS; i++)
    {
      self->formats[i] = workbook_add_format (self->book);
      format_set_font_name (self->formats[i], fonts[self->facts->language]);
      format_set_align (self->formats[i], LXW_ALIGN_VERTICAL_TOP);
      if (i != FORMAT_NUMBER)
        format_set_align (self->formats[i], LXW_ALIGN_LEFT);
      if (i != FORMAT_NUMBER && i != FORMAT_DATE)
        format_set_text_wrap (self->formats[i]);
    }
  format_set_bold (self->formats[FORMAT_HEAD]);
  format_set_bg_color (self->formats[FORMAT_HEAD], 0xe8eaed);
  format_set_bottom (self->formats[FORMAT_HEAD], LXW_BORDER_THIN);
  format_set_bold (self->formats[FORMAT_NAME]);
  format_set_num_format (self->formats[FORMAT_DATE], "yyyy-mm-dd");
}

/* Cells --------------------------------------------------------------------------------------- */

/* Whether @text begins with the code of a character, such as "_x0041_", which programs replace by
 * the character. */
static gboolean
is_code (const char *text)
{
  if (!g_str_has_prefix (text, "_x"))
    return FALSE;
  for (guint i = 2; i < 6; i++)
    if (!g_ascii_isxdigit (text[i]))
      return FALSE;
  return text[6] == '_';
}

/* Writes the first letter of such a code as a code itself, so that the text stays as it is. */
static char *
escape_codes (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      if (is_code (text))
        g_string_append (escaped, "_x005F");
      g_string_append_c (escaped, *text);
    }
  return g_string_free (escaped, FALSE);
}

static void
write_text (Writer *self,
            lxw_worksheet *sheet,
            guint row,
            guint column,
            const char *text,
            Format format)
{
  g_autofree char *clean = atlas_office_text_clean (text);
  g_autofree char *escaped = escape_codes (clean);
  g_autofree char *short_text = atlas_office_text_shorten (
    escaped, MAX_CELL_LENGTH,
    /* Translators: the end of a text that is longer than a cell of a spreadsheet can be. */
    atlas_translate (self->facts->language, "… (cut off here: the cell is full)"));

  worksheet_write_string (sheet, row, (lxw_col_t) column, short_text, self->formats[format]);
}

static gboolean
write_date (Writer *self, lxw_worksheet *sheet, guint row, guint column, const char *iso)
{
  lxw_datetime day = { 0 };
  AtlasDate date;

  if (!atlas_date_parse (iso, &date) || date.day == 0 || date.year < FIRST_YEAR)
    return FALSE;
  day.year = date.year;
  day.month = date.month;
  day.day = date.day;
  worksheet_write_datetime (sheet, row, (lxw_col_t) column, &day, self->formats[FORMAT_DATE]);
  return TRUE;
}

static void
write_cell (Writer *self, lxw_worksheet *sheet, guint row, guint column, const AtlasFactCell *cell)
{
  if (*cell->text == '\0')
    return;
  if (cell->type == ATLAS_FACT_TYPE_NUMBER)
    worksheet_write_number (sheet, row, (lxw_col_t) column, g_ascii_strtod (cell->text, NULL),
                            self->formats[FORMAT_NUMBER]);
  else if (cell->type != ATLAS_FACT_TYPE_DATE || !write_date (self, sheet, row, column, cell->text))
    write_text (self, sheet, row, column, cell->text, FORMAT_TEXT);
}

/* The width of a text on one line, in digits. */
static guint
measure (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    width += g_unichar_iswide (g_utf8_get_char (text)) ? 2 : 1;
  return width;
}

/* The number of lines of a text that is @length digits long in a column of @width. Lines end at
 * words, so that some room at their ends stays empty. */
static guint
count_lines (guint length, guint width)
{
  return length <= width ? 1 : length / (width - 2) + 1;
}

static void
set_height (lxw_worksheet *sheet, guint row, guint n_lines)
{
  if (n_lines > 1)
    worksheet_set_row (sheet, row, LINE_HEIGHT * MIN (n_lines, MAX_LINES), NULL);
}

/* Sheets -------------------------------------------------------------------------------------- */

/* Returns a sheet with @name, or with a name of the library if the name is not possible. */
static lxw_worksheet *
add_sheet (Writer *self, const char *name)
{
  g_autofree char *clean = g_strdelimit (g_strdup (name), "[]:*?/\\'", ' ');
  g_autofree char *short_name = atlas_office_text_shorten (clean, MAX_NAME_LENGTH, "…");
  lxw_worksheet *sheet;

  if (workbook_validate_sheet_name (self->book, short_name) != LXW_NO_ERROR)
    sheet = workbook_add_worksheet (self->book, NULL);
  else
    sheet = workbook_add_worksheet (self->book, short_name);
  /* The numbers of documents and codes of places are text. */
  worksheet_ignore_errors (sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
  worksheet_set_paper (sheet, self->setup->paper == ATLAS_PAPER_A3       ? 8
                              : self->setup->paper == ATLAS_PAPER_LETTER ? 1
                                                                         : 9);
  /* On a single page the many columns would be too small to read. */
  worksheet_fit_to_pages (sheet, MAX_PAGES, 0);
  worksheet_set_footer (sheet, "&C&P / &N");
  return sheet;
}

/* Writes the cells of a column below its title. Raises @n_lines of each row to those of its cell.
 * Returns FALSE if all cells are empty; then nothing is written. */
static gboolean
write_column (Writer *self,
              lxw_worksheet *sheet,
              guint place,
              AtlasFactTable *table,
              guint column,
              guint *n_lines)
{
  g_autofree char *title = atlas_fact_table_dup_title (table, column);
  g_autofree guint *lengths = g_new (guint, table->rows->len);
  guint width = 0;

  for (guint row = 0; row < table->rows->len; row++)
    {
      g_auto (AtlasFactCell) cell = atlas_fact_table_dup_cell (table, row, column);

      write_cell (self, sheet, row + 1, place, &cell);
      lengths[row] = measure (cell.text);
      width = MAX (width, lengths[row]);
    }
  if (width == 0)
    return FALSE;
  write_text (self, sheet, 0, place, title, FORMAT_HEAD);
  width = CLAMP (MAX (width, measure (title) + ROOM_FOR_FILTER), MIN_WIDTH, MAX_WIDTH);
  worksheet_set_column (sheet, (lxw_col_t) place, (lxw_col_t) place, width, NULL);
  for (guint row = 0; row < table->rows->len; row++)
    n_lines[row] = MAX (n_lines[row], count_lines (lengths[row], width));
  return TRUE;
}

static void
add_records (Writer *self, AtlasRecordKind kind)
{
  g_autoptr (AtlasFactTable) table = atlas_fact_table_new_of_kind (self->facts, kind);
  g_autofree guint *n_lines = g_new0 (guint, table->rows->len + 1);
  lxw_worksheet *sheet;
  guint n_columns = 0;

  if (table->rows->len == 0)
    return;
  sheet = add_sheet (self, atlas_label_for_record_kind (kind, self->facts->language));
  for (guint column = 0; column < table->columns->len; column++)
    if (write_column (self, sheet, n_columns, table, column, n_lines))
      n_columns++;
  /* Each record has an id. */
  g_assert (n_columns > 0);
  for (guint row = 0; row < table->rows->len; row++)
    set_height (sheet, row + 1, n_lines[row]);
  worksheet_set_landscape (sheet);
  worksheet_repeat_rows (sheet, 0, 0);
  worksheet_repeat_columns (sheet, 0, 0);
  /* The names stay visible, too. */
  worksheet_freeze_panes (sheet, 1, 1);
  worksheet_autofilter (sheet, 0, 0, table->rows->len, (lxw_col_t) (n_columns - 1));
}

/* About the file ------------------------------------------------------------------------------ */

static void
add_line (Writer *self, lxw_worksheet *sheet, guint *row, const char *label, const char *text)
{
  if (*text == '\0')
    return;
  write_text (self, sheet, *row, 0, label, FORMAT_NAME);
  write_text (self, sheet, *row, 1, text, FORMAT_TEXT);
  set_height (sheet, *row,
              count_lines (measure (text), VALUE_WIDTH) + (strchr (text, '\n') != NULL ? 1 : 0));
  ++*row;
}

static void
add_sources (Writer *self, lxw_worksheet *sheet, guint *row)
{
  const AtlasLanguage language = self->facts->language;
  GListModel *sources = atlas_dataset_get_records (atlas_scope_get_dataset (self->facts->scope),
                                                   ATLAS_RECORD_KIND_SOURCE);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (AtlasSource) source = g_list_model_get_item (sources, i);
      g_autofree char *origin = atlas_describe_source (source, language);
      g_autofree char *words =
        atlas_join_facts (atlas_source_get_title (source, language), origin, NULL);

      add_line (self, sheet, row,
                atlas_label_for (ATLAS_TYPE_RECORD_KIND, ATLAS_RECORD_KIND_SOURCE, language),
                words);
    }
}

static void
add_about (Writer *self, GDateTime *print_date)
{
  const AtlasFacts *facts = self->facts;
  const AtlasLanguage language = facts->language;
  AtlasDataset *dataset = atlas_scope_get_dataset (facts->scope);
  g_autofree char *scope = atlas_facts_describe_scope (facts);
  g_autofree char *filter = atlas_facts_describe_filter (facts);
  g_autofree char *left_out = atlas_facts_describe_left_out (facts);
  g_autofree char *day = atlas_print_date_describe (print_date, language);
  g_autofree char *origin = atlas_map_block_describe_origin (dataset, "", language);
  /* Translators: the sheet of a workbook that says what the workbook holds. */
  lxw_worksheet *sheet = add_sheet (self, atlas_translate_context (language, "workbook", "About"));
  guint row = 0;

#define LABEL(text) atlas_translate_context (language, "workbook", text)
  add_line (self, sheet, &row, LABEL (NC_ ("workbook", "Title")),
            atlas_scope_get_name (facts->scope, language));
  add_line (self, sheet, &row, LABEL (NC_ ("workbook", "Scope")), scope);
  add_line (self, sheet, &row, LABEL (NC_ ("workbook", "Filter")),
            *filter != '\0' ? filter : LABEL (NC_ ("workbook", "None")));
  add_line (self, sheet, &row, LABEL (NC_ ("workbook", "Left out")), left_out);
  add_line (self, sheet, &row, LABEL (NC_ ("workbook", "Dataset")),
            atlas_dataset_get_title (dataset, language));
  add_sources (self, sheet, &row);
  add_line (self, sheet, &row, LABEL (NC_ ("workbook", "Map and positions")), origin);
  add_line (self, sheet, &row, LABEL (NC_ ("workbook", "Written on")), day);
#undef LABEL
  worksheet_set_column (sheet, 0, 0, LABEL_WIDTH, NULL);
  worksheet_set_column (sheet, 1, 1, VALUE_WIDTH, NULL);
}

static void
set_properties (Writer *self, GDateTime *print_date)
{
  g_autofree char *title =
    atlas_office_text_clean (atlas_scope_get_name (self->facts->scope, self->facts->language));
  g_autofree char *words = atlas_facts_describe_author (self->facts);
  g_autofree char *author = atlas_office_text_clean (words);
  lxw_doc_properties properties = {
    .title = title,
    .author = author,
    .company = (char *) "",
    /* The library replaces zero by the current time. */
    .created = (time_t) MAX (g_date_time_to_unix (print_date), 1),
  };

  workbook_set_properties (self->book, &properties);
}

/* The file ------------------------------------------------------------------------------------ */

static gboolean
fail (lxw_error code, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               /* Translators: the reason that a library gives. */
               _("The workbook could not be written: %s"), lxw_strerror (code));
  return FALSE;
}

static gboolean
write_book (const AtlasFacts *facts, const AtlasPageSetup *setup, const char *path, GError **error)
{
  g_autoptr (GDateTime) print_date = atlas_print_date_new ();
  Writer self = { facts, setup, workbook_new (path), { NULL } };
  lxw_error code;

  if (self.book == NULL)
    return fail (LXW_ERROR_MEMORY_MALLOC_FAILED, error);
  add_formats (&self);
  set_properties (&self, print_date);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_records (&self, kinds[i]);
  add_about (&self, print_date);
  code = workbook_close (self.book);
  return code == LXW_NO_ERROR || fail (code, error);
}

/**
 * atlas_xlsx_writer_write:
 * @facts: the facts to write, in their language
 * @setup: the paper on which the sheets are printed
 * @error: return location for a #GError
 *
 * Returns: (transfer full): a workbook in Office Open XML with the records in the scope and the
 *   filter, with the same bytes for the same facts and date; or %NULL
 */
GBytes *
atlas_xlsx_writer_write (const AtlasFacts *facts, const AtlasPageSetup *setup, GError **error)
{
  g_autofree char *path = NULL;
  char *contents = NULL;
  gsize length = 0;
  gboolean written;
  int fd;

  /* The oldest supported version of the library writes to a file only. */
  fd = g_file_open_tmp ("jilin-atlas-XXXXXX.xlsx", &path, error);
  if (fd < 0)
    return NULL;
  close (fd);
  written =
    write_book (facts, setup, path, error) && g_file_get_contents (path, &contents, &length, error);
  g_unlink (path);
  return written ? g_bytes_new_take (contents, length) : NULL;
}
