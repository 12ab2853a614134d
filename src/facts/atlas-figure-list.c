/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-figure-list.h"

/*
 * The figures of a page in display order.
 *
 * A whole is followed by its parts, and a number by its changes, so that a part is not mistaken for
 * a separate sum. Figures of the scope itself come first, then those it shares, grouped by owner,
 * then those of others.
 */

/* Real figures are nested less deeply; a deeper nesting is a cycle. */
#define MAX_DEPTH 8

/* A whole with its parts. */
typedef struct
{
  AtlasBelonging belonging;
  char *whose;
  GArray *lines; /* of AtlasFigureLine */
  guint place;   /* the index in the file of the first unit with the same owner */
} Unit;

typedef struct
{
  const AtlasFacts *facts;
  GPtrArray *figures; /* the figures to list, in the order of the file */
  GHashTable *listed; /* set of the figures that already have a line */
  GPtrArray *units;
} Listing;

static void
free_unit (gpointer data)
{
  Unit *unit = data;

  g_free (unit->whose);
  g_array_unref (unit->lines);
  g_free (unit);
}

/* Returns the whole of a part, or the figure whose change it states; NULL if that is not listed. */
static AtlasRecord *
get_whole (Listing *self, AtlasFigure *figure)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (self->facts->scope);
  AtlasRecord *record = ATLAS_RECORD (figure);
  AtlasRecord *whole = atlas_dataset_get_reference (dataset, record, ATLAS_ROLE_PART_OF);

  if (whole == NULL && atlas_figure_is_change (figure, dataset))
    whole = atlas_dataset_get_reference (dataset, record, ATLAS_ROLE_ABOUT);
  return whole != NULL && g_ptr_array_find (self->figures, whole, NULL) ? whole : NULL;
}

static void
add_lines (Listing *self, Unit *unit, AtlasFigure *figure, guint depth)
{
  const AtlasFigureLine line = { figure, depth, unit->belonging };

  if (depth > MAX_DEPTH || !g_hash_table_add (self->listed, figure))
    return;
  g_array_append_val (unit->lines, line);
  for (guint i = 0; i < self->figures->len; i++)
    if (get_whole (self, self->figures->pdata[i]) == ATLAS_RECORD (figure))
      add_lines (self, unit, self->figures->pdata[i], depth + 1);
}

static guint
find_place (Listing *self, const char *whose)
{
  for (guint i = 0; i < self->units->len; i++)
    {
      const Unit *unit = self->units->pdata[i];

      if (g_str_equal (unit->whose, whose))
        return unit->place;
    }
  return self->units->len;
}

static void
add_unit (Listing *self, AtlasFigure *figure)
{
  Unit *unit;

  if (g_hash_table_contains (self->listed, figure))
    return;
  unit = g_new0 (Unit, 1);
  unit->belonging = atlas_belonging_of (self->facts->scope, figure, NULL);
  unit->whose = atlas_belonging_describe (self->facts->scope, figure, self->facts->language);
  unit->place = find_place (self, unit->whose);
  unit->lines = g_array_new (FALSE, FALSE, sizeof (AtlasFigureLine));
  add_lines (self, unit, figure, 0);
  g_ptr_array_add (self->units, unit);
}

static int
compare_units (gconstpointer a, gconstpointer b)
{
  const Unit *p = *(Unit *const *) a;
  const Unit *q = *(Unit *const *) b;

  return p->belonging != q->belonging ? (int) p->belonging - (int) q->belonging
                                      : (int) p->place - (int) q->place;
}

/* Where there is room for few figures, the wholes with most parts come first. */
static int
compare_digest_units (gconstpointer a, gconstpointer b)
{
  const Unit *p = *(Unit *const *) a;
  const Unit *q = *(Unit *const *) b;

  return p->belonging != q->belonging ? (int) p->belonging - (int) q->belonging
                                      : (int) q->lines->len - (int) p->lines->len;
}

/* Equal figures keep the order of the file, because g_ptr_array_sort() is stable. */
static GArray *
list (const AtlasFacts *facts, AtlasFigureFunc includes, GCompareFunc compare)
{
  g_autoptr (GPtrArray) figures = atlas_facts_list (facts, ATLAS_RECORD_KIND_FIGURE);
  g_autoptr (GHashTable) listed = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (free_unit);
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (AtlasFigureLine));
  Listing self = { facts, figures, listed, units };

  for (guint i = figures->len; i > 0 && includes != NULL; i--)
    if (!includes (figures->pdata[i - 1]))
      g_ptr_array_remove_index (figures, i - 1);
  for (guint i = 0; i < figures->len; i++)
    if (get_whole (&self, figures->pdata[i]) == NULL)
      add_unit (&self, figures->pdata[i]);
  /* The figures left over are in a cycle or nested too deeply. */
  for (guint i = 0; i < figures->len; i++)
    add_unit (&self, figures->pdata[i]);
  g_ptr_array_sort (units, compare);
  for (guint i = 0; i < units->len; i++)
    {
      const Unit *unit = units->pdata[i];

      g_array_append_vals (lines, unit->lines->data, unit->lines->len);
    }
  return lines;
}

/**
 * atlas_figure_list_new:
 * @facts: the facts of the page
 * @includes: (nullable) (scope call): selects the figures, or %NULL for all
 *
 * Returns: (transfer full) (element-type AtlasFigureLine): each figure in the scope and the filter
 *   once, for a complete table
 */
GArray *
atlas_figure_list_new (const AtlasFacts *facts, AtlasFigureFunc includes)
{
  g_return_val_if_fail (facts != NULL, NULL);

  return list (facts, includes, compare_units);
}

/**
 * atlas_figure_list_new_digest:
 * @facts: the facts of the page
 *
 * Returns: (transfer full) (element-type AtlasFigureLine): the same figures, wholes with most parts
 *   first, for a page that shows only the first ones
 */
GArray *
atlas_figure_list_new_digest (const AtlasFacts *facts)
{
  g_return_val_if_fail (facts != NULL, NULL);

  return list (facts, NULL, compare_digest_units);
}

/**
 * atlas_figure_is_money:
 * @figure: a figure
 *
 * Returns: whether it is an amount of money
 */
gboolean
atlas_figure_is_money (AtlasFigure *figure)
{
  return atlas_figure_get_unit (figure) == ATLAS_UNIT_CNY_100M;
}
