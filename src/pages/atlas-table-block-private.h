/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-block.h"
#include "atlas-chart.h"
#include "atlas-table-block.h"

G_BEGIN_DECLS

/* The data of a table. One file fills it, the other one measures and draws it. */

typedef struct
{
  char *title;
  double share;
  AtlasTableColumn align;
  PangoLayout *head;
  double x;
  double width;
  gboolean is_empty; /* all of its cells are empty, so it is left out */
} AtlasTableColumnData;

typedef struct
{
  PangoLayout *text;
  AtlasTextRole role;
  guint depth;  /* the number of em spaces before the words, which indent all lines */
  char *words;  /* the text before the detail */
  char *detail; /* NULL if there is none */
  char *link;
} AtlasTableCell;

typedef struct
{
  AtlasRecord *record;
  GArray *cells;          /* of AtlasTableCell */
  gboolean is_group;      /* a heading row, which stays with the next row */
  gboolean is_wide;       /* one cell over all columns */
  gboolean is_joined;     /* shown together with the row before */
  PangoLayout *continued; /* the text of a heading above rows that continue on another page */
  char *anchor;
  gboolean has_bar; /* below its texts */
  double bar_from;  /* as shares of the width */
  double bar_to;
  AtlasChartTone bar_tone;
  guint note; /* its number, or 0 */
  PangoLayout *note_text;
} AtlasTableRow;

struct _AtlasTableBlock
{
  AtlasBlock parent_instance;

  AtlasTypesetter *typesetter;
  AtlasTableFlags flags;
  GArray *columns;  /* of AtlasTableColumnData */
  GPtrArray *rows;  /* of AtlasTableRow */
  GPtrArray *shown; /* the visible rows, including those of rests */
  GPtrArray *rests; /* of AtlasTableRow: "and 3 more" */
};

/* Returns a visible row. */
static inline AtlasTableRow *
_atlas_table_block_get_row (AtlasTableBlock *self, guint index)
{
  return g_ptr_array_index (self->shown, index);
}

void _atlas_table_block_measure (AtlasBlock *block, double width);
void _atlas_table_block_draw_head (AtlasBlock *block, cairo_t *cr);
void _atlas_table_block_draw_row (AtlasBlock *block, cairo_t *cr, guint index);
void _atlas_table_block_draw_heading (AtlasBlock *block, cairo_t *cr, guint index);

G_END_DECLS
