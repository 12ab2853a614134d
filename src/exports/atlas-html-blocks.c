/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-html-private.h"

#include <string.h>

#include "atlas-paragraph-block.h"
#include "atlas-svg-canvas.h"
#include "atlas-table-block.h"
#include "atlas-text-block.h"
#include "atlas-tiles-block.h"
#include "atlas-translation.h"

/*
 * The blocks of a summary as elements of a web page: headings, lists of key figures, tables, notes.
 * A row has the id of its record, so that links and the map lead to it.
 */

static void
link_to (AtlasHtml *self, xmlNode *node, const char *anchor)
{
  g_autofree char *id = _atlas_html_make_id (self, anchor);
  g_autofree char *link = g_strconcat ("#", id, NULL);

  _atlas_html_set (node, "href", link);
}

static void
set_anchor (AtlasHtml *self, xmlNode *node, const char *anchor)
{
  g_autofree char *id = anchor != NULL ? _atlas_html_make_id (self, anchor) : NULL;

  if (id != NULL)
    _atlas_html_set (node, "id", id);
}

/* The number of a note, which leads to the note. */
static void
add_note (AtlasHtml *self, xmlNode *parent, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autofree char *anchor = g_strdup_printf ("note-%u", number);
  g_autofree char *label = NULL;
  xmlNode *link;

  if (number == 0)
    return;
  label =
    g_strdup_printf ("%s %u", atlas_translate_context (self->language, "section", "Notes"), number);
  link = _atlas_html_add (_atlas_html_add (parent, "sup", NULL), "a", "note");
  link_to (self, link, anchor);
  _atlas_html_set (link, "aria-label", label);
  _atlas_html_add_text (self, link, text);
}

/* Text ----------------------------------------------------------------------------------------- */

static void
add_text (AtlasHtml *self, xmlNode *parent, AtlasBlock *block, gboolean is_first)
{
  AtlasTextRole role;
  const char *text = atlas_text_block_get_text (ATLAS_TEXT_BLOCK (block), &role);
  const char *name = "p";
  xmlNode *node;

  if (role == ATLAS_TEXT_ROLE_TITLE)
    name = is_first ? "h1" : "h2";
  else if (role == ATLAS_TEXT_ROLE_HEADING)
    name = "h2";
  node = _atlas_html_add (parent, name,
                          role == ATLAS_TEXT_ROLE_SUBTITLE             ? "subtitle"
                          : role == ATLAS_TEXT_ROLE_NOTE               ? "remark"
                          : role == ATLAS_TEXT_ROLE_TITLE && !is_first ? "chapter"
                                                                       : NULL);
  set_anchor (self, node, block->anchor);
  _atlas_html_add_text (self, node, text);
}

/* The sentence of a view of a tour, or its citations. */
static void
add_paragraph (AtlasHtml *self, xmlNode *parent, AtlasParagraphBlock *block)
{
  const gboolean is_lead = atlas_paragraph_block_get_look (block) == ATLAS_PARAGRAPH_LOOK_LEAD;
  g_autofree char *text = atlas_paragraph_block_dup_text (block);

  if (*text != '\0')
    _atlas_html_add_text (self, _atlas_html_add (parent, "p", is_lead ? "lead" : "cited"), text);
}

static void
add_tiles (AtlasHtml *self, xmlNode *parent, AtlasTilesBlock *tiles)
{
  const guint n_tiles = atlas_tiles_block_get_length (tiles);
  xmlNode *list = n_tiles > 0 ? _atlas_html_add (parent, "dl", "tiles") : NULL;

  for (guint i = 0; i < n_tiles; i++)
    {
      const char *label;
      guint note;
      const char *value = atlas_tiles_block_get_texts (tiles, i, &label, &note);
      xmlNode *tile = _atlas_html_add (list, "div", NULL);
      xmlNode *term = _atlas_html_add (tile, "dt", NULL);

      _atlas_html_add_text (self, term, label);
      add_note (self, term, note);
      _atlas_html_add_text (self, _atlas_html_add (tile, "dd", NULL), value);
    }
}

/* Tables --------------------------------------------------------------------------------------- */

static gboolean
has_head (AtlasTableBlock *table)
{
  for (guint i = 0; i < atlas_table_block_get_n_columns (table); i++)
    {
      AtlasTableColumn align;
      const char *title = atlas_table_block_get_column (table, i, &align);

      if (title != NULL && *title != '\0')
        return TRUE;
    }
  return FALSE;
}

static const char *
get_class (AtlasTableBlock *table, guint column)
{
  AtlasTableColumn align;

  atlas_table_block_get_column (table, column, &align);
  if (align == ATLAS_TABLE_COLUMN_RIGHT)
    return "number";
  return atlas_table_block_is_short (table, column) ? "short" : NULL;
}

static guint
count_columns (AtlasTableBlock *table)
{
  guint n_columns = 0;

  for (guint i = 0; i < atlas_table_block_get_n_columns (table); i++)
    {
      AtlasTableColumn align;

      n_columns += atlas_table_block_get_column (table, i, &align) != NULL;
    }
  return n_columns;
}

static void
add_table_head (AtlasHtml *self, xmlNode *parent, AtlasTableBlock *table)
{
  xmlNode *row = _atlas_html_add (_atlas_html_add (parent, "thead", NULL), "tr", NULL);

  for (guint i = 0; i < atlas_table_block_get_n_columns (table); i++)
    {
      AtlasTableColumn align;
      const char *title = atlas_table_block_get_column (table, i, &align);
      xmlNode *head;

      if (title == NULL)
        continue;
      head = _atlas_html_add (row, "th", get_class (table, i));
      _atlas_html_set (head, "scope", "col");
      _atlas_html_add_text (self, head, title);
    }
}

/* A row over all columns. */
static void
add_wide_row (AtlasHtml *self, xmlNode *body, AtlasTableBlock *table, guint row)
{
  const AtlasTableRowKind kind = atlas_table_block_get_row_kind (table, row);
  g_autofree char *n_columns = g_strdup_printf ("%u", count_columns (table));
  AtlasTableCellText cell;
  xmlNode *node;

  if (!atlas_table_block_get_cell (table, row, 0, &cell))
    return;
  node = _atlas_html_add (_atlas_html_add (body, "tr",
                                           kind == ATLAS_TABLE_ROW_GROUP    ? "group"
                                           : kind == ATLAS_TABLE_ROW_REMARK ? "remark"
                                                                            : "rest"),
                          kind == ATLAS_TABLE_ROW_GROUP ? "th" : "td", NULL);
  _atlas_html_set (node, "colspan", n_columns);
  if (kind == ATLAS_TABLE_ROW_GROUP)
    _atlas_html_set (node, "scope", "rowgroup");
  _atlas_html_add_text (self, node, cell.text);
}

static void
add_cell (AtlasHtml *self, xmlNode *parent, const AtlasTableCellText *cell, const char *name)
{
  guint depth;
  const char *text = atlas_table_block_skip_indent (cell->text, &depth);
  xmlNode *node = parent;

  if (depth > 0)
    {
      g_autofree char *class_name = g_strdup_printf ("depth-%u", MIN (depth, 3));

      _atlas_html_set (parent, "class", class_name);
    }
  if (cell->link != NULL)
    {
      node = _atlas_html_add (node, "a", NULL);
      link_to (self, node, cell->link);
    }
  if (name != NULL)
    node = _atlas_html_add (node, "span", name);
  _atlas_html_add_text (self, node, text);
}

/* The column with the name of the record, which is the head of the row; the first one if none has
 * a name. */
static guint
find_name (AtlasTableBlock *table, guint row)
{
  AtlasTableCellText cell;

  for (guint i = 0; atlas_table_block_get_cell (table, row, i, &cell); i++)
    if (cell.role == ATLAS_TEXT_ROLE_STRONG)
      return i;
  return 0;
}

static void
identify_row (AtlasHtml *self, xmlNode *node, AtlasRecord *record)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autofree char *id = NULL;

  if (record == NULL)
    return;
  atlas_svg_append_id (ids, atlas_record_get_id (record));
  _atlas_html_set (node, "data-id", ids->str);
  if (!g_hash_table_add (self->written, record))
    return;
  id = _atlas_html_make_record_id (self, record);
  _atlas_html_set (node, "id", id);
}

static void
add_row (AtlasHtml *self, xmlNode *body, AtlasTableBlock *table, guint row)
{
  xmlNode *node = _atlas_html_add (body, "tr", NULL);
  const guint name = find_name (table, row);
  AtlasTableCellText cell;

  identify_row (self, node, atlas_table_block_get_record (table, row));
  for (guint i = 0; atlas_table_block_get_cell (table, row, i, &cell); i++)
    {
      AtlasTableColumn align;
      const char *title = atlas_table_block_get_column (table, i, &align);
      xmlNode *child;

      if (title == NULL)
        continue;
      child = _atlas_html_add (node, i == name ? "th" : "td", get_class (table, i));
      if (i == name)
        _atlas_html_set (child, "scope", "row");
      /* For narrow screens, on which a row becomes a paragraph. */
      else if (*title != '\0' && *cell.text != '\0')
        _atlas_html_set (child, "data-label", title);
      add_cell (self, child, &cell, i == name ? "name" : NULL);
      if (i == name)
        add_note (self, child, atlas_table_block_get_note (table, row));
      if (*cell.detail != '\0')
        _atlas_html_add_text (self, _atlas_html_add (child, "span", "detail"), cell.detail);
    }
}

static void
add_table (AtlasHtml *self, xmlNode *parent, AtlasTableBlock *table)
{
  xmlNode *frame = _atlas_html_add (parent, "div", "table");
  xmlNode *node = _atlas_html_add (frame, "table", NULL);
  xmlNode *body = NULL;

  if (has_head (table))
    add_table_head (self, node, table);
  for (guint i = 0; i < atlas_table_block_get_length (table); i++)
    {
      const AtlasTableRowKind kind = atlas_table_block_get_row_kind (table, i);

      /* A group is a body of its own, within which the script sorts. */
      if (body == NULL || kind == ATLAS_TABLE_ROW_GROUP)
        body = _atlas_html_add (node, "tbody", NULL);
      if (kind == ATLAS_TABLE_ROW_CELLS)
        add_row (self, body, table, i);
      else
        add_wide_row (self, body, table, i);
    }
}

/* Notes and sources have an anchor for each row, and a number in the first of two columns. */
static gboolean
is_list (AtlasTableBlock *table)
{
  return atlas_table_block_get_length (table) > 0 &&
         atlas_table_block_get_anchor (table, 0) != NULL;
}

static void
add_list (AtlasHtml *self, xmlNode *parent, AtlasTableBlock *table)
{
  const guint last = atlas_table_block_get_n_columns (table) - 1;
  xmlNode *list = _atlas_html_add (parent, last > 0 ? "ol" : "ul", last > 0 ? "notes" : "sources");

  for (guint i = 0; i < atlas_table_block_get_length (table); i++)
    {
      xmlNode *item = _atlas_html_add (list, "li", NULL);
      AtlasTableCellText cell;

      set_anchor (self, item, atlas_table_block_get_anchor (table, i));
      if (!atlas_table_block_get_cell (table, i, last, &cell))
        continue;
      add_cell (self, item, &cell, last > 0 ? NULL : "name");
      if (*cell.detail != '\0' && last > 0)
        _atlas_html_add_text (self, item, *cell.text != '\0' ? " " : "");
      if (*cell.detail != '\0')
        _atlas_html_add_text (self, last > 0 ? item : _atlas_html_add (item, "span", "detail"),
                              cell.detail);
    }
}

/* Blocks --------------------------------------------------------------------------------------- */

/* The title of the section of a block. */
static const char *
find_heading (AtlasHtml *self, guint index)
{
  GPtrArray *blocks = atlas_summary_get_blocks (self->summary);
  AtlasTextRole role;

  while (index-- > 0)
    if (ATLAS_IS_TEXT_BLOCK (blocks->pdata[index]))
      {
        const char *text = atlas_text_block_get_text (blocks->pdata[index], &role);

        if (role == ATLAS_TEXT_ROLE_HEADING || role == ATLAS_TEXT_ROLE_TITLE)
          return text;
      }
  return "";
}

/**
 * _atlas_html_add_block:
 * @self: a page
 * @parent: the element to which it is added
 * @block: a block of the summary
 * @index: its index
 *
 * Appends a block.
 */
void
_atlas_html_add_block (AtlasHtml *self, xmlNode *parent, AtlasBlock *block, guint index)
{
  if (ATLAS_IS_TEXT_BLOCK (block))
    add_text (self, parent, block, index == 0 && !self->has_title);
  else if (ATLAS_IS_PARAGRAPH_BLOCK (block))
    add_paragraph (self, parent, ATLAS_PARAGRAPH_BLOCK (block));
  else if (ATLAS_IS_TILES_BLOCK (block))
    add_tiles (self, parent, ATLAS_TILES_BLOCK (block));
  else if (ATLAS_IS_MAP_BLOCK (block))
    _atlas_html_add_map (self, parent, ATLAS_MAP_BLOCK (block));
  else if (!ATLAS_IS_TABLE_BLOCK (block))
    _atlas_html_add_chart (self, parent, block, find_heading (self, index));
  else if (is_list (ATLAS_TABLE_BLOCK (block)))
    add_list (self, parent, ATLAS_TABLE_BLOCK (block));
  else
    add_table (self, parent, ATLAS_TABLE_BLOCK (block));
}

/**
 * _atlas_html_find_rows:
 * @self: a page
 *
 * Finds the records that have a row in the summary, before anything leads to them.
 */
void
_atlas_html_find_rows (AtlasHtml *self)
{
  GPtrArray *blocks = atlas_summary_get_blocks (self->summary);

  for (guint i = 0; i < blocks->len; i++)
    for (guint row = 0; ATLAS_IS_TABLE_BLOCK (blocks->pdata[i]) &&
                        row < atlas_table_block_get_length (blocks->pdata[i]);
         row++)
      {
        AtlasRecord *record = atlas_table_block_get_record (blocks->pdata[i], row);

        if (record != NULL)
          g_hash_table_add (self->rows, record);
      }
}
