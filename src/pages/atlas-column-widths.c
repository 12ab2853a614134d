/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-column-widths.h"

/*
 * Computes the column widths of a table.
 *
 * A column without a share is as wide as its text. The other columns divide the remaining width by
 * their shares, but no column gets more than its text needs while another must wrap. If nothing
 * must wrap, they divide the surplus.
 */

typedef struct
{
  AtlasColumnWidth *columns;
  guint n_columns;
  double left; /* the width that is left */
} Division;

static gboolean
is_empty (const AtlasColumnWidth *column)
{
  return column->natural <= 0;
}

/* Whether the column has no width yet. */
static gboolean
is_waiting (const AtlasColumnWidth *column)
{
  return column->share > 0 && !is_empty (column) && column->width <= 0;
}

static double
sum_shares (const Division *self)
{
  double shares = 0;

  for (guint i = 0; i < self->n_columns; i++)
    if (is_waiting (&self->columns[i]))
      shares += self->columns[i].share;
  return shares;
}

static double
sum_natural_widths (const Division *self)
{
  double sum = 0;

  for (guint i = 0; i < self->n_columns; i++)
    if (is_waiting (&self->columns[i]))
      sum += self->columns[i].natural;
  return sum;
}

/* Each column gets its natural width and its share of the surplus. */
static void
divide_surplus (Division *self, double surplus)
{
  const double shares = sum_shares (self);

  for (guint i = 0; i < self->n_columns; i++)
    {
      AtlasColumnWidth *column = &self->columns[i];

      if (is_waiting (column))
        column->width = column->natural + surplus * column->share / shares;
    }
}

/* Gives columns that need less than their share their natural width. Returns whether there were
 * any, because then more is left for the others. */
static gboolean
satisfy_modest_columns (Division *self)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < self->n_columns; i++)
    {
      AtlasColumnWidth *column = &self->columns[i];
      const double shares = sum_shares (self);

      /* The last column gets all that is left, so that the table is as wide as its rules. */
      if (!is_waiting (column) || shares - column->share < 1e-9 ||
          column->natural > self->left * column->share / shares)
        continue;
      column->width = column->natural;
      self->left -= column->natural;
      changed = TRUE;
    }
  return changed;
}

static void
divide_shortage (Division *self)
{
  double shares;

  while (satisfy_modest_columns (self))
    ;
  shares = sum_shares (self);
  for (guint i = 0; i < self->n_columns; i++)
    {
      AtlasColumnWidth *column = &self->columns[i];

      if (is_waiting (column))
        column->width = MAX (self->left * column->share / shares, 1);
    }
}

/**
 * atlas_column_widths_divide:
 * @columns: (array length=n_columns) (inout): the columns, from left to right
 * @n_columns: the number of @columns
 * @width: their total width
 * @gap: the white space between two columns
 *
 * Sets the position and width of each column.
 */
void
atlas_column_widths_divide (AtlasColumnWidth *columns, guint n_columns, double width, double gap)
{
  Division self = { columns, n_columns, width + gap };
  double needed, x = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      AtlasColumnWidth *column = &columns[i];

      column->width = column->share > 0 ? 0 : column->natural;
      self.left -= column->width + (is_empty (column) ? 0 : gap);
    }
  self.left = MAX (self.left, 0);
  needed = sum_natural_widths (&self);
  if (needed <= self.left)
    divide_surplus (&self, self.left - needed);
  else
    divide_shortage (&self);
  for (guint i = 0; i < n_columns; i++)
    {
      columns[i].x = x;
      x += columns[i].width + (is_empty (&columns[i]) ? 0 : gap);
    }
}
