/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-docx-writer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "atlas-description.h"
#include "atlas-docx-private.h"
#include "atlas-map-block.h"
#include "atlas-note-list.h"
#include "atlas-paragraph-block.h"
#include "atlas-png.h"
#include "atlas-text-block.h"
#include "atlas-tiles-block.h"
#include "atlas-translation.h"

/*
 * Writes a summary as a document for Word and WPS (Office Open XML, ISO/IEC 29500): the blocks of
 * its pages in their order, as headings, tables and pictures that can be edited. Notes are
 * footnotes and not a list at the end.
 *
 * A note that several rows share is one footnote. The first row has it; the others have its number
 * as a field, because two references to one footnote are not allowed.
 */
typedef struct
{
  AtlasSummary *summary;
  AtlasLanguage language;
  AtlasOfficePackage *package;
  AtlasOfficeXml *xml;  /* the body */
  AtlasNoteList *notes; /* NULL for a document without notes */
  guint n_notes;        /* the number of those that are footnotes so far */
  guint n_pictures;
  const char *heading; /* the last one; borrowed */
  double width;        /* of the text, in points */
} Writer;

#define POINTS_PER_INCH 72.0
#define DOTS_PER_INCH 300.0

/* The largest number of key figures beside each other. */
#define MAX_TILES 4

#define WORD_DRAWING "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
#define DRAWING "http://schemas.openxmlformats.org/drawingml/2006/main"
#define PICTURE "http://schemas.openxmlformats.org/drawingml/2006/picture"
#define DUBLIN_CORE "http://purl.org/dc/elements/1.1/"
#define DUBLIN_CORE_TERMS "http://purl.org/dc/terms/"
#define SCHEMA_INSTANCE "http://www.w3.org/2001/XMLSchema-instance"
#define CORE_PROPERTIES "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
#define PACKAGE_RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"

/* Paragraphs ---------------------------------------------------------------------------------- */

typedef enum
{
  PARAGRAPH_PLAIN = 0,
  PARAGRAPH_KEEPS_NEXT = 1 << 0,
  PARAGRAPH_STARTS_PAGE = 1 << 1,
  PARAGRAPH_RIGHT = 1 << 2,
} ParagraphFlags;

static void
begin_paragraph (AtlasOfficeXml *xml, const char *style, ParagraphFlags flags)
{
  atlas_office_xml_begin (xml, "w:p", NULL);
  atlas_office_xml_begin (xml, "w:pPr", NULL);
  atlas_office_xml_add (xml, "w:pStyle", "w:val", style, NULL);
  if (flags & PARAGRAPH_KEEPS_NEXT)
    atlas_office_xml_add (xml, "w:keepNext", NULL);
  if (flags & PARAGRAPH_STARTS_PAGE)
    atlas_office_xml_add (xml, "w:pageBreakBefore", NULL);
  if (flags & PARAGRAPH_RIGHT)
    atlas_office_xml_add (xml, "w:jc", "w:val", "right", NULL);
  atlas_office_xml_end (xml);
}

static void
add_paragraph (Writer *self, AtlasTextRole role, const char *text, ParagraphFlags flags)
{
  begin_paragraph (self->xml, _atlas_docx_get_style (role), flags);
  _atlas_docx_add_run (self->xml, self->language, NULL, text);
  atlas_office_xml_end (self->xml);
}

static void
add_text_block (Writer *self, AtlasTextBlock *block, gboolean is_first)
{
  AtlasTextRole role;
  const char *text = atlas_text_block_get_text (block, &role);
  ParagraphFlags flags = PARAGRAPH_PLAIN;

  if (role == ATLAS_TEXT_ROLE_TITLE || role == ATLAS_TEXT_ROLE_HEADING)
    self->heading = text;
  if (ATLAS_BLOCK (block)->starts_page && !is_first)
    flags |= PARAGRAPH_STARTS_PAGE;
  if (ATLAS_BLOCK (block)->keeps_with_next)
    flags |= PARAGRAPH_KEEPS_NEXT;
  add_paragraph (self, role, text, flags);
}

/* A paragraph of several texts, such as sentences with the numbers of notes that follow. */
static void
add_paragraph_block (Writer *self, AtlasParagraphBlock *block)
{
  AtlasTextRole role = ATLAS_TEXT_ROLE_NOTE;
  const char *text = atlas_paragraph_block_get_run (block, 0, &role);

  if (text == NULL)
    return;
  begin_paragraph (
    self->xml, _atlas_docx_get_style (role == ATLAS_TEXT_ROLE_LEAD ? role : ATLAS_TEXT_ROLE_NOTE),
    PARAGRAPH_PLAIN);
  for (guint i = 0; (text = atlas_paragraph_block_get_run (block, i, &role)) != NULL; i++)
    _atlas_docx_add_run (self->xml, self->language,
                         role == ATLAS_TEXT_ROLE_NOTE_NUMBER ? ATLAS_DOCX_STYLE_MARK : NULL, text);
  atlas_office_xml_end (self->xml);
}

/* Notes --------------------------------------------------------------------------------------- */

/* The number of a footnote is the same as in the list of notes, because both count in the order of
 * the text. */
static void
add_footnote (Writer *self, const char *number, const char *bookmark)
{
  AtlasOfficeXml *xml = self->xml;

  atlas_office_xml_add (xml, "w:bookmarkStart", "w:id", number, "w:name", bookmark, NULL);
  atlas_office_xml_begin (xml, "w:r", NULL);
  atlas_office_xml_begin (xml, "w:rPr", NULL);
  atlas_office_xml_add (xml, "w:rStyle", "w:val", ATLAS_DOCX_STYLE_MARK, NULL);
  atlas_office_xml_end (xml);
  atlas_office_xml_add (xml, "w:footnoteReference", "w:id", number, NULL);
  atlas_office_xml_end (xml);
  atlas_office_xml_add (xml, "w:bookmarkEnd", "w:id", number, NULL);
}

/* Adds the number of the note of @record, if there is one. */
static void
add_note_mark (Writer *self, AtlasRecord *record)
{
  const guint note =
    self->notes != NULL && record != NULL ? atlas_note_list_number (self->notes, record) : 0;
  g_autofree char *number = g_strdup_printf ("%u", note);
  g_autofree char *bookmark = g_strdup_printf ("_Note%u", note);
  g_autofree char *code = g_strdup_printf (" NOTEREF %s \\f \\h ", bookmark);

  if (note == 0)
    return;
  /* Each number up to the last one has a footnote. */
  g_assert (note <= self->n_notes + 1);
  if (note <= self->n_notes)
    _atlas_docx_add_field (self->xml, self->language, ATLAS_DOCX_STYLE_MARK, code, number);
  else
    add_footnote (self, number, bookmark);
  self->n_notes = MAX (self->n_notes, note);
}

static void
add_separator (AtlasOfficeXml *xml, const char *type, const char *id, const char *line)
{
  atlas_office_xml_begin (xml, "w:footnote", "w:type", type, "w:id", id, NULL);
  atlas_office_xml_begin (xml, "w:p", NULL);
  atlas_office_xml_begin (xml, "w:r", NULL);
  atlas_office_xml_add (xml, line, NULL);
  atlas_office_xml_end (xml);
  atlas_office_xml_end (xml);
  atlas_office_xml_end (xml);
}

static void
add_note (Writer *self, AtlasOfficeXml *xml, guint note)
{
  g_autofree char *id = g_strdup_printf ("%u", note);
  g_autofree char *citations = atlas_note_list_dup_citations (self->notes, note);
  g_autofree char *remark = atlas_note_list_dup_remark (self->notes, note);
  g_autofree char *words = g_strconcat (
    " ", citations, *citations != '\0' && *remark != '\0' ? "\u2002" : "", remark, NULL);

  atlas_office_xml_begin (xml, "w:footnote", "w:id", id, NULL);
  begin_paragraph (xml, ATLAS_DOCX_STYLE_FOOTNOTE, PARAGRAPH_PLAIN);
  atlas_office_xml_begin (xml, "w:r", NULL);
  atlas_office_xml_begin (xml, "w:rPr", NULL);
  atlas_office_xml_add (xml, "w:rStyle", "w:val", ATLAS_DOCX_STYLE_MARK, NULL);
  atlas_office_xml_end (xml);
  atlas_office_xml_add (xml, "w:footnoteRef", NULL);
  atlas_office_xml_end (xml);
  _atlas_docx_add_run (xml, self->language, NULL, words);
  atlas_office_xml_end (xml);
  atlas_office_xml_end (xml);
}

static void
add_footnotes (Writer *self)
{
  AtlasOfficeXml *xml = atlas_office_xml_new ();

  atlas_office_xml_begin (xml, "w:footnotes", "xmlns:w", ATLAS_DOCX_NAMESPACE, NULL);
  add_separator (xml, "separator", "-1", "w:separator");
  add_separator (xml, "continuationSeparator", "0", "w:continuationSeparator");
  for (guint note = 1; note <= self->n_notes; note++)
    add_note (self, xml, note);
  atlas_office_package_relate (self->package, ATLAS_DOCX_DOCUMENT,
                               ATLAS_DOCX_RELATIONS "/footnotes", "footnotes.xml");
  atlas_office_package_take_part (self->package, "word/footnotes.xml",
                                  ATLAS_DOCX_TYPE ("footnotes"),
                                  atlas_office_xml_free_to_bytes (xml));
}

/* Adds the sources that the notes cite, at the end. */
static void
add_sources (Writer *self)
{
  g_autoptr (AtlasTypesetter) typesetter =
    atlas_typesetter_new (atlas_summary_get_page_setup (self->summary));
  g_autoptr (AtlasTableBlock) sources = NULL;

  if (self->notes == NULL || atlas_note_list_get_n_sources (self->notes) == 0)
    return;
  sources = atlas_note_list_make_source_table (self->notes, typesetter);
  add_paragraph (self, ATLAS_TEXT_ROLE_HEADING,
                 atlas_translate_context (self->language, "section", "Sources"), PARAGRAPH_PLAIN);
  for (guint row = 0; row < atlas_table_block_get_length (sources); row++)
    {
      AtlasTableCellText cell;

      if (!atlas_table_block_get_cell (sources, row, 0, &cell))
        continue;
      add_paragraph (self, cell.role, cell.text, PARAGRAPH_KEEPS_NEXT);
      if (*cell.detail != '\0')
        add_paragraph (self, ATLAS_TEXT_ROLE_DETAIL, cell.detail, PARAGRAPH_PLAIN);
    }
}

/* Tables -------------------------------------------------------------------------------------- */

/* A column that is not empty. */
typedef struct
{
  guint index;
  AtlasTableColumn align;
  const char *title;
  double width;
} Column;

/* Begins a table with columns of these @widths, in points. */
static void
begin_table (Writer *self, const double *widths, guint n_columns)
{
  AtlasOfficeXml *xml = self->xml;

  atlas_office_xml_begin (xml, "w:tbl", NULL);
  atlas_office_xml_begin (xml, "w:tblPr", NULL);
  atlas_office_xml_add (xml, "w:tblStyle", "w:val", ATLAS_DOCX_STYLE_TABLE, NULL);
  atlas_office_xml_add (xml, "w:tblW", "w:w", "5000", "w:type", "pct", NULL);
  atlas_office_xml_add (xml, "w:tblLayout", "w:type", "fixed", NULL);
  /* The name of the table for screen readers. */
  if (self->heading != NULL)
    atlas_office_xml_add (xml, "w:tblCaption", "w:val", self->heading, NULL);
  atlas_office_xml_end (xml);
  atlas_office_xml_begin (xml, "w:tblGrid", NULL);
  for (guint i = 0; i < n_columns; i++)
    _atlas_docx_add_number (xml, "w:gridCol", "w:w", widths[i] * ATLAS_DOCX_UNITS_PER_POINT);
  atlas_office_xml_end (xml);
}

/* Word joins tables without a paragraph between them. */
static void
end_table (Writer *self)
{
  atlas_office_xml_end (self->xml);
  begin_paragraph (self->xml, ATLAS_DOCX_STYLE_GAP, PARAGRAPH_PLAIN);
  atlas_office_xml_end (self->xml);
}

/* Begins a row, which is not split over two pages; a head is repeated on each page. */
static void
begin_row (AtlasOfficeXml *xml, gboolean is_head)
{
  atlas_office_xml_begin (xml, "w:tr", NULL);
  atlas_office_xml_begin (xml, "w:trPr", NULL);
  atlas_office_xml_add (xml, "w:cantSplit", NULL);
  if (is_head)
    atlas_office_xml_add (xml, "w:tblHeader", NULL);
  atlas_office_xml_end (xml);
}

static void
begin_cell (AtlasOfficeXml *xml, double width, guint n_columns)
{
  g_autofree char *units = g_strdup_printf ("%.0f", width * ATLAS_DOCX_UNITS_PER_POINT);

  atlas_office_xml_begin (xml, "w:tc", NULL);
  atlas_office_xml_begin (xml, "w:tcPr", NULL);
  atlas_office_xml_add (xml, "w:tcW", "w:w", units, "w:type", "dxa", NULL);
  if (n_columns > 1)
    _atlas_docx_add_number (xml, "w:gridSpan", "w:val", n_columns);
  atlas_office_xml_end (xml);
}

/* Adds a text of a cell, with the mark of the note of @noted, which may be NULL. */
static void
add_text (Writer *self,
          AtlasTextRole role,
          const char *text,
          ParagraphFlags flags,
          AtlasRecord *noted)
{
  begin_paragraph (self->xml, _atlas_docx_get_style (role), flags);
  _atlas_docx_add_run (self->xml, self->language, NULL, text);
  add_note_mark (self, noted);
  atlas_office_xml_end (self->xml);
}

/* Adds the texts of a cell as paragraphs, the last one with the mark of a note. A cell needs at
 * least one paragraph. */
static void
add_texts (Writer *self, const AtlasTableCellText *cell, ParagraphFlags flags, AtlasRecord *noted)
{
  if (*cell->text != '\0' || *cell->detail == '\0')
    add_text (self, cell->role, cell->text, flags, *cell->detail == '\0' ? noted : NULL);
  if (*cell->detail != '\0')
    add_text (self, ATLAS_TEXT_ROLE_DETAIL, cell->detail, flags, noted);
}

static void
add_wide_row (Writer *self, AtlasTableBlock *block, guint row, guint n_columns)
{
  const gboolean is_rest = atlas_table_block_get_row_kind (block, row) == ATLAS_TABLE_ROW_REST;
  AtlasTableCellText cell;

  if (!atlas_table_block_get_cell (block, row, 0, &cell))
    return;
  begin_row (self->xml, FALSE);
  begin_cell (self->xml, self->width, n_columns);
  add_texts (self, &cell, is_rest ? PARAGRAPH_PLAIN : PARAGRAPH_KEEPS_NEXT, NULL);
  atlas_office_xml_end (self->xml);
  atlas_office_xml_end (self->xml);
}

/* Returns the cell; it has empty texts if the row has no such cell. */
static AtlasTableCellText
get_cell (AtlasTableBlock *block, guint row, guint column)
{
  AtlasTableCellText cell = { ATLAS_TEXT_ROLE_CELL, "", "", NULL };

  atlas_table_block_get_cell (block, row, column, &cell);
  return cell;
}

static gboolean
is_empty (AtlasTableBlock *block, guint row, guint column)
{
  const AtlasTableCellText cell = get_cell (block, row, column);

  return *cell.text == '\0' && *cell.detail == '\0';
}

static void
add_row (Writer *self, AtlasTableBlock *block, guint row, GArray *columns)
{
  guint last = columns->len - 1;

  /* The mark of the note is at the end of the row, but not alone in a cell. */
  while (last > 0 && is_empty (block, row, g_array_index (columns, Column, last).index))
    last--;
  begin_row (self->xml, FALSE);
  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);
      const AtlasTableCellText cell = get_cell (block, row, column->index);

      begin_cell (self->xml, column->width, 1);
      add_texts (self, &cell,
                 column->align == ATLAS_TABLE_COLUMN_RIGHT ? PARAGRAPH_RIGHT : PARAGRAPH_PLAIN,
                 i == last ? atlas_table_block_get_record (block, row) : NULL);
      atlas_office_xml_end (self->xml);
    }
  atlas_office_xml_end (self->xml);
}

/* The titles of a table without a head are empty. */
static gboolean
has_titles (GArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    if (*g_array_index (columns, Column, i).title != '\0')
      return TRUE;
  return FALSE;
}

static void
add_head (Writer *self, GArray *columns)
{
  begin_row (self->xml, TRUE);
  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);

      begin_cell (self->xml, column->width, 1);
      add_paragraph (self, ATLAS_TEXT_ROLE_HEAD, column->title,
                     column->align == ATLAS_TABLE_COLUMN_RIGHT ? PARAGRAPH_RIGHT : PARAGRAPH_PLAIN);
      atlas_office_xml_end (self->xml);
    }
  atlas_office_xml_end (self->xml);
}

/* Lists the columns that are not empty, with widths that fill the page: those of the page, and
 * equal shares of the space between columns, which is inside the cells of a document. */
static GArray *
list_columns (Writer *self, AtlasTableBlock *block)
{
  const double scale = _atlas_docx_get_scale (atlas_summary_get_page_setup (self->summary));
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (Column));
  double left = self->width;

  atlas_block_measure (ATLAS_BLOCK (block), self->width / scale);
  for (guint i = 0; i < atlas_table_block_get_n_columns (block); i++)
    {
      Column column = { .index = i };

      column.title = atlas_table_block_get_column (block, i, &column.align);
      column.width = atlas_table_block_get_width (block, i);
      column.width *= scale;
      left -= column.width;
      if (column.width > 0)
        g_array_append_val (columns, column);
    }
  for (guint i = 0; i < columns->len; i++)
    g_array_index (columns, Column, i).width += left / columns->len;
  return columns;
}

static void
add_table_block (Writer *self, AtlasTableBlock *block)
{
  g_autoptr (GArray) columns = list_columns (self, block);
  g_autofree double *widths = g_new (double, columns->len + 1);

  if (columns->len == 0)
    return;
  for (guint i = 0; i < columns->len; i++)
    widths[i] = g_array_index (columns, Column, i).width;
  begin_table (self, widths, columns->len);
  if (has_titles (columns))
    add_head (self, columns);
  for (guint row = 0; row < atlas_table_block_get_length (block); row++)
    if (atlas_table_block_get_row_kind (block, row) != ATLAS_TABLE_ROW_CELLS)
      add_wide_row (self, block, row, columns->len);
    else
      add_row (self, block, row, columns);
  end_table (self);
}

static void
add_tile (Writer *self, AtlasTilesBlock *block, guint index)
{
  guint note;
  const char *label;
  const char *value = atlas_tiles_block_get_texts (block, index, &label, &note);

  add_paragraph (self, ATLAS_TEXT_ROLE_VALUE, value, PARAGRAPH_PLAIN);
  begin_paragraph (self->xml, _atlas_docx_get_style (ATLAS_TEXT_ROLE_LABEL), PARAGRAPH_PLAIN);
  _atlas_docx_add_run (self->xml, self->language, NULL, label);
  add_note_mark (self, atlas_tiles_block_get_record (block, index));
  atlas_office_xml_end (self->xml);
}

/* Adds key figures as a table, in rows of equal length. */
static void
add_tiles_block (Writer *self, AtlasTilesBlock *block)
{
  const guint n_tiles = atlas_tiles_block_get_length (block);
  const guint n_rows = (n_tiles + MAX_TILES - 1) / MAX_TILES;
  const guint n_columns = n_rows > 0 ? (n_tiles + n_rows - 1) / n_rows : 0;
  double widths[MAX_TILES];

  if (n_tiles == 0)
    return;
  for (guint i = 0; i < n_columns; i++)
    widths[i] = self->width / n_columns;
  begin_table (self, widths, n_columns);
  for (guint i = 0; i < n_rows * n_columns; i++)
    {
      if (i % n_columns == 0)
        begin_row (self->xml, FALSE);
      begin_cell (self->xml, widths[0], 1);
      if (i < n_tiles)
        add_tile (self, block, i);
      else
        add_paragraph (self, ATLAS_TEXT_ROLE_LABEL, "", PARAGRAPH_PLAIN);
      atlas_office_xml_end (self->xml);
      if (i % n_columns == n_columns - 1)
        atlas_office_xml_end (self->xml);
    }
  end_table (self);
}

/* Pictures ------------------------------------------------------------------------------------ */

static double
get_height (AtlasBlock *block)
{
  double height = 0;

  for (guint row = 0; row < block->rows->len; row++)
    height += atlas_block_get_row (block, row)->height;
  return height;
}

static void
draw_rows (AtlasBlock *block, cairo_t *cr)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, DOTS_PER_INCH / POINTS_PER_INCH, DOTS_PER_INCH / POINTS_PER_INCH);
  for (guint row = 0; row < block->rows->len; row++)
    {
      atlas_block_draw_row (block, cr, row);
      cairo_translate (cr, 0, atlas_block_get_row (block, row)->height);
    }
}

/* Returns the rows of a block as a PNG; the drawing is cut off at @height. */
static GBytes *
draw_block (AtlasBlock *block, double height, const char *description)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                (int) ceil (block->width * DOTS_PER_INCH / POINTS_PER_INCH),
                                (int) ceil (height * DOTS_PER_INCH / POINTS_PER_INCH));
  cairo_t *cr = cairo_create (surface);
  gboolean is_drawn;

  draw_rows (block, cr);
  cairo_destroy (cr);
  is_drawn = cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS &&
             atlas_png_append (bytes, surface, DOTS_PER_INCH, "", description);
  cairo_surface_destroy (surface);
  return is_drawn ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/* Adds the element that places a picture in a line of text. */
static void
add_drawing (Writer *self, const char *id, double width, double height, const char *description)
{
  AtlasOfficeXml *xml = self->xml;
  g_autofree char *number = g_strdup_printf ("%u", self->n_pictures);
  g_autofree char *name = g_strdup_printf ("Picture %u", self->n_pictures);
  g_autofree char *cx = g_strdup_printf ("%.0f", width * ATLAS_DOCX_EMU_PER_POINT);
  g_autofree char *cy = g_strdup_printf ("%.0f", height * ATLAS_DOCX_EMU_PER_POINT);

  atlas_office_xml_begin (xml, "w:drawing", NULL);
  atlas_office_xml_begin (xml, "wp:inline", "distT", "0", "distB", "0", "distL", "0", "distR", "0",
                          NULL);
  atlas_office_xml_add (xml, "wp:extent", "cx", cx, "cy", cy, NULL);
  atlas_office_xml_add (xml, "wp:docPr", "id", number, "name", name, "descr", description, NULL);
  atlas_office_xml_begin (xml, "a:graphic", NULL);
  atlas_office_xml_begin (xml, "a:graphicData", "uri", PICTURE, NULL);
  atlas_office_xml_begin (xml, "pic:pic", NULL);
  atlas_office_xml_begin (xml, "pic:nvPicPr", NULL);
  atlas_office_xml_add (xml, "pic:cNvPr", "id", number, "name", name, NULL);
  atlas_office_xml_add (xml, "pic:cNvPicPr", NULL);
  atlas_office_xml_end (xml);
  atlas_office_xml_begin (xml, "pic:blipFill", NULL);
  atlas_office_xml_add (xml, "a:blip", "r:embed", id, NULL);
  atlas_office_xml_begin (xml, "a:stretch", NULL);
  atlas_office_xml_add (xml, "a:fillRect", NULL);
  atlas_office_xml_end (xml);
  atlas_office_xml_end (xml);
  atlas_office_xml_begin (xml, "pic:spPr", NULL);
  atlas_office_xml_begin (xml, "a:xfrm", NULL);
  atlas_office_xml_add (xml, "a:off", "x", "0", "y", "0", NULL);
  atlas_office_xml_add (xml, "a:ext", "cx", cx, "cy", cy, NULL);
  atlas_office_xml_end (xml);
  atlas_office_xml_begin (xml, "a:prstGeom", "prst", "rect", NULL);
  atlas_office_xml_add (xml, "a:avLst", NULL);
  /* Ends the geometry, its properties, the picture, its data, the graphic, the line, the drawing.
   */
  for (guint i = 0; i < 7; i++)
    atlas_office_xml_end (xml);
}

/* Returns whether the picture could be drawn. */
static gboolean
add_picture (Writer *self, AtlasBlock *block, double height, const char *description)
{
  GBytes *png = draw_block (block, height, description);
  g_autofree char *target = g_strdup_printf ("media/image%u.png", self->n_pictures + 1);
  g_autofree char *path = g_strconcat ("word/", target, NULL);
  const char *id;

  if (png == NULL)
    return FALSE;
  self->n_pictures++;
  id = atlas_office_package_relate (self->package, ATLAS_DOCX_DOCUMENT,
                                    ATLAS_DOCX_RELATIONS "/image", target);
  atlas_office_package_take_part (self->package, path, "image/png", png);
  begin_paragraph (self->xml, "Normal", PARAGRAPH_KEEPS_NEXT);
  atlas_office_xml_begin (self->xml, "w:r", NULL);
  add_drawing (self, id, block->width, height, description);
  atlas_office_xml_end (self->xml);
  atlas_office_xml_end (self->xml);
  return TRUE;
}

/* What the map shows, for people who cannot see it: its scope, and the kinds of lines with their
 * numbers. */
static char *
describe_map (Writer *self, AtlasMapBlock *block)
{
  const AtlasFacts facts = atlas_map_block_get_facts (block);
  GString *words = g_string_new (NULL);

  /* Translators: the alternative text of a map; the name of its scope. */
  g_string_printf (words, atlas_translate (self->language, "Map of %s"),
                   atlas_scope_get_name (facts.scope, self->language));
  for (guint i = 0; i < atlas_map_block_get_n_entries (block); i++)
    {
      AtlasLinkGroup group;

      g_string_append_printf (words, " · %s", atlas_map_block_get_entry (block, i, &group));
    }
  return g_string_free (words, FALSE);
}

/* The lines below the map are text and no part of the picture. */
static gboolean
add_map_block (Writer *self, AtlasMapBlock *block)
{
  const double height =
    get_height (ATLAS_BLOCK (block)) - atlas_map_block_get_origin_height (block);
  g_autofree char *words = describe_map (self, block);

  if (!add_picture (self, ATLAS_BLOCK (block), height, words))
    return FALSE;
  add_paragraph (self, ATLAS_TEXT_ROLE_LABEL, atlas_map_block_get_origin (block), PARAGRAPH_PLAIN);
  return TRUE;
}

/* A chart is above the table of its values. */
static gboolean
add_chart_block (Writer *self, AtlasBlock *block)
{
  g_autofree char *words = NULL;

  if (block->rows->len == 0)
    return TRUE;
  words = g_strdup_printf (
    /* Translators: the alternative text of a chart; its heading. */
    atlas_translate (self->language, "Chart: %s. The table below has the values."),
    self->heading != NULL ? self->heading : "");
  return add_picture (self, block, get_height (block), words);
}

/* The document -------------------------------------------------------------------------------- */

static gboolean
add_block (Writer *self, AtlasBlock *block, gboolean is_first)
{
  if (ATLAS_IS_TEXT_BLOCK (block))
    add_text_block (self, ATLAS_TEXT_BLOCK (block), is_first);
  else if (ATLAS_IS_PARAGRAPH_BLOCK (block))
    add_paragraph_block (self, ATLAS_PARAGRAPH_BLOCK (block));
  else if (ATLAS_IS_TABLE_BLOCK (block))
    add_table_block (self, ATLAS_TABLE_BLOCK (block));
  else if (ATLAS_IS_TILES_BLOCK (block))
    add_tiles_block (self, ATLAS_TILES_BLOCK (block));
  else if (ATLAS_IS_MAP_BLOCK (block))
    return add_map_block (self, ATLAS_MAP_BLOCK (block));
  else
    return add_chart_block (self, block);
  return TRUE;
}

static gboolean
add_body (Writer *self)
{
  GPtrArray *blocks = atlas_summary_get_blocks (self->summary);
  gboolean is_complete = TRUE;

  atlas_office_xml_begin (self->xml, "w:document", "xmlns:w", ATLAS_DOCX_NAMESPACE, "xmlns:r",
                          ATLAS_DOCX_RELATIONS, "xmlns:wp", WORD_DRAWING, "xmlns:a", DRAWING,
                          "xmlns:pic", PICTURE, NULL);
  atlas_office_xml_begin (self->xml, "w:body", NULL);
  for (guint i = 0; i < blocks->len && is_complete; i++)
    is_complete = add_block (self, blocks->pdata[i], i == 0);
  add_sources (self);
  _atlas_docx_add_section (self->package, self->xml, self->summary);
  atlas_office_package_take_part (self->package, ATLAS_DOCX_DOCUMENT,
                                  ATLAS_DOCX_TYPE ("document.main"),
                                  atlas_office_xml_free_to_bytes (g_steal_pointer (&self->xml)));
  return is_complete;
}

static void
add_word (AtlasOfficeXml *xml, const char *name, const char *text)
{
  atlas_office_xml_begin (xml, name, NULL);
  atlas_office_xml_add_text (xml, text);
  atlas_office_xml_end (xml);
}

static void
add_moment (AtlasOfficeXml *xml, const char *name, GDateTime *moment)
{
  g_autoptr (GDateTime) universal = g_date_time_to_utc (moment);
  g_autofree char *text = g_date_time_format (universal, "%Y-%m-%dT%H:%M:%SZ");

  atlas_office_xml_begin (xml, name, "xsi:type", "dcterms:W3CDTF", NULL);
  atlas_office_xml_add_text (xml, text);
  atlas_office_xml_end (xml);
}

/* Adds title, author, source, language and date. */
static void
add_properties (Writer *self)
{
  static const char *const tags[ATLAS_N_LANGUAGES] = { "zh-CN", "en", "ko-KR" };
  GDateTime *moment = atlas_summary_get_print_date (self->summary);
  AtlasOfficeXml *xml = atlas_office_xml_new ();

  atlas_office_xml_begin (xml, "cp:coreProperties", "xmlns:cp", CORE_PROPERTIES, "xmlns:dc",
                          DUBLIN_CORE, "xmlns:dcterms", DUBLIN_CORE_TERMS, "xmlns:xsi",
                          SCHEMA_INSTANCE, NULL);
  add_word (xml, "dc:title", atlas_summary_get_title (self->summary));
  add_word (xml, "dc:subject", atlas_summary_get_origin (self->summary));
  add_word (xml, "dc:creator", atlas_summary_get_author (self->summary));
  add_word (xml, "dc:language", tags[self->language]);
  add_moment (xml, "dcterms:created", moment);
  add_moment (xml, "dcterms:modified", moment);
  atlas_office_package_relate (self->package, "", PACKAGE_RELATIONS "/metadata/core-properties",
                               "docProps/core.xml");
  atlas_office_package_take_part (self->package, "docProps/core.xml",
                                  "application/vnd.openxmlformats-package.core-properties+xml",
                                  atlas_office_xml_free_to_bytes (xml));
}

static GBytes *
write_package (Writer *self, GError **error)
{
  const AtlasPageSetup *setup = atlas_summary_get_page_setup (self->summary);

  atlas_office_package_relate (self->package, "", ATLAS_DOCX_RELATIONS "/officeDocument",
                               ATLAS_DOCX_DOCUMENT);
  add_properties (self);
  if (!add_body (self))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _("The pictures of the document could not be drawn."));
      return NULL;
    }
  add_footnotes (self);
  _atlas_docx_add_styles (self->package, setup);
  _atlas_docx_add_settings (self->package, setup);
  return atlas_office_package_write (self->package, atlas_summary_get_print_date (self->summary),
                                     error);
}

/**
 * atlas_docx_writer_write:
 * @summary: a summary without a table of contents and without a list of notes; its blocks are
 *   measured again, so that its pages must not be drawn afterwards
 * @has_notes: whether to add the notes, as footnotes, and the sources
 * @error: return location for a #GError of %G_IO_ERROR
 *
 * Returns: (transfer full): a document in Office Open XML, with the same bytes for the same facts
 *   and date; or %NULL
 */
GBytes *
atlas_docx_writer_write (AtlasSummary *summary, gboolean has_notes, GError **error)
{
  g_autoptr (AtlasOfficePackage) package = atlas_office_package_new ();
  g_autoptr (AtlasNoteList) notes = NULL;
  const AtlasPageMetrics *metrics;
  Writer self = { .summary = summary, .package = package };

  g_return_val_if_fail (ATLAS_IS_SUMMARY (summary), NULL);

  metrics = atlas_summary_get_metrics (summary);
  self.language = atlas_summary_get_language (summary);
  self.width = metrics->frame.column_width;
  self.xml = atlas_office_xml_new ();
  if (has_notes)
    notes = atlas_note_list_new (atlas_scope_get_dataset (atlas_summary_get_scope (summary)),
                                 self.language);
  self.notes = notes;
  return write_package (&self, error);
}
