/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-label-placer.h"

#include <math.h>

/* Reserves room for labels in a view. Rooms do not overlap; the first request wins. */

#define CELL 64.0

struct _AtlasLabelPlacer
{
  double width;
  double height;

  /* The view, divided into square cells. Each cell has the indices of the boxes that touch it. */
  guint n_columns;
  guint n_rows;
  GArray **cells; /* (element-type guint) (nullable) */
  GArray *boxes;  /* (element-type AtlasExtent) */
};

typedef struct
{
  guint first_column;
  guint last_column;
  guint first_row;
  guint last_row;
} CellRange;

static guint
find_cell (double position, guint n_cells)
{
  return (guint) CLAMP (floor (position / CELL), 0.0, n_cells - 1.0);
}

static CellRange
find_cells (const AtlasLabelPlacer *self, const AtlasExtent *box)
{
  return (CellRange) {
    find_cell (box->x0, self->n_columns),
    find_cell (box->x1, self->n_columns),
    find_cell (box->y0, self->n_rows),
    find_cell (box->y1, self->n_rows),
  };
}

static gboolean
is_free (const AtlasLabelPlacer *self, const AtlasExtent *box)
{
  CellRange range = find_cells (self, box);

  if (box->x0 < 0.0 || box->y0 < 0.0 || box->x1 > self->width || box->y1 > self->height)
    return FALSE;

  for (guint row = range.first_row; row <= range.last_row; row++)
    for (guint column = range.first_column; column <= range.last_column; column++)
      {
        const GArray *cell = self->cells[row * self->n_columns + column];

        for (guint i = 0; cell != NULL && i < cell->len; i++)
          if (atlas_extent_meets (
                box, &g_array_index (self->boxes, AtlasExtent, g_array_index (cell, guint, i)), 0))
            return FALSE;
      }

  return TRUE;
}

/**
 * atlas_label_placer_new:
 * @width: the width of the view
 * @height: the height of the view
 *
 * Makes an empty view on which labels can be placed.
 *
 * Returns: (transfer full): a placer, freed with atlas_label_placer_free()
 */
AtlasLabelPlacer *
atlas_label_placer_new (double width, double height)
{
  AtlasLabelPlacer *self = g_new0 (AtlasLabelPlacer, 1);

  self->width = width;
  self->height = height;
  self->n_columns = (guint) CLAMP (ceil (width / CELL), 1.0, 1024.0);
  self->n_rows = (guint) CLAMP (ceil (height / CELL), 1.0, 1024.0);
  self->cells = g_new0 (GArray *, self->n_columns * self->n_rows);
  self->boxes = g_array_new (FALSE, FALSE, sizeof (AtlasExtent));

  return self;
}

/**
 * atlas_label_placer_free:
 * @self: a placer
 *
 * Frees a placer.
 */
void
atlas_label_placer_free (AtlasLabelPlacer *self)
{
  for (guint i = 0; i < self->n_columns * self->n_rows; i++)
    g_clear_pointer (&self->cells[i], g_array_unref);
  g_free (self->cells);
  g_array_unref (self->boxes);
  g_free (self);
}

/**
 * atlas_label_placer_block:
 * @self: a placer
 * @box: a part of the view; it may exceed the view or overlap reserved room
 *
 * Keeps room free of labels, for instance around a marker.
 */
void
atlas_label_placer_block (AtlasLabelPlacer *self, const AtlasExtent *box)
{
  CellRange range = find_cells (self, box);
  guint number = self->boxes->len;

  g_assert (box->x0 <= box->x1 && box->y0 <= box->y1);

  g_array_append_val (self->boxes, *box);
  for (guint row = range.first_row; row <= range.last_row; row++)
    for (guint column = range.first_column; column <= range.last_column; column++)
      {
        GArray **cell = &self->cells[row * self->n_columns + column];

        if (*cell == NULL)
          *cell = g_array_new (FALSE, FALSE, sizeof (guint));
        g_array_append_val (*cell, number);
      }
}

/**
 * atlas_label_placer_take:
 * @self: a placer
 * @boxes: (array length=n_boxes): the room that one label needs
 * @n_boxes: the number of @boxes; more than one for a label along a curve
 *
 * Reserves room for a label, if all of it is free and within the view. The boxes of one label may
 * overlap each other.
 *
 * Returns: whether the room was reserved; if not, nothing has changed
 */
gboolean
atlas_label_placer_take (AtlasLabelPlacer *self, const AtlasExtent *boxes, guint n_boxes)
{
  for (guint i = 0; i < n_boxes; i++)
    if (!is_free (self, &boxes[i]))
      return FALSE;

  for (guint i = 0; i < n_boxes; i++)
    atlas_label_placer_block (self, &boxes[i]);

  return TRUE;
}
