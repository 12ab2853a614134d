/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-matrix.h"

/*
 * AtlasMatrix: a table of cities and zones, with their co-operations and industries in the cells.
 *
 * A row is a place that co-operates with a zone, a column is a zone, both in the order of the file.
 * A cell has at most one partnership; a second one of the same two gets another row, so that each
 * has its own citation. The filter selects the cells, and the scope decides which of them are
 * highlighted: as on the map, the others are dimmed. If there are too many cells, the matrix is
 * empty; a list shows the same data.
 */
struct _AtlasMatrix
{
  GObject parent_instance;

  AtlasScope *scope;
  GPtrArray *rows;        /* of AtlasPlace */
  GPtrArray *columns;     /* of AtlasPlace */
  GPtrArray *cells;       /* of AtlasLink or NULL, row by row */
  GHashTable *industries; /* from AtlasLink to the array of its AtlasIndustry that are shown */
  GHashTable *in_doubt;   /* the AtlasLink that are undated, so that it is not known whether they
                           * exist in the time shown */
};

G_DEFINE_FINAL_TYPE (AtlasMatrix, atlas_matrix, G_TYPE_OBJECT)

#define MAX_CELLS 800

/* A partnership between a zone and another place. */
typedef struct
{
  AtlasLink *link;
  AtlasPlace *row;
  AtlasPlace *column;
} Cooperation;

static gboolean
is_zone (AtlasPlace *place)
{
  return atlas_place_get_kind (place) == ATLAS_PLACE_KIND_ZONE;
}

static gboolean
find_cooperation (AtlasLink *link, AtlasDataset *dataset, Cooperation *cooperation)
{
  g_autoptr (GPtrArray) ends = atlas_link_dup_ends (link, dataset);

  if (ends->len != 2)
    return FALSE;
  *cooperation = (Cooperation) { link, ends->pdata[0], ends->pdata[1] };
  if (is_zone (cooperation->row) && !is_zone (cooperation->column))
    *cooperation = (Cooperation) { link, ends->pdata[1], ends->pdata[0] };
  return is_zone (cooperation->column);
}

static GArray *
list_cooperations (AtlasMatrix *self, AtlasFilter *filter)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (self->scope);
  GListModel *links = atlas_dataset_get_records (atlas_scope_get_dataset (self->scope),
                                                 ATLAS_RECORD_KIND_PARTNERSHIP);
  GArray *cooperations = g_array_new (FALSE, FALSE, sizeof (Cooperation));

  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr (AtlasRecord) link = g_list_model_get_item (links, i);
      Cooperation cooperation;

      if (atlas_filter_matches (filter, dataset, link) &&
          find_cooperation (ATLAS_LINK (link), dataset, &cooperation))
        g_array_append_val (cooperations, cooperation);
    }
  return cooperations;
}

static void
add_row (AtlasMatrix *self, AtlasPlace *place)
{
  g_ptr_array_add (self->rows, g_object_ref (place));
  g_ptr_array_set_size (self->cells, (int) (self->rows->len * self->columns->len));
}

/* Puts @cooperation into the first row of its place in which the column is free, from row @first
 * on. The rows of the current place are the last ones. */
static void
add_cooperation (AtlasMatrix *self, const Cooperation *cooperation, guint column, guint first)
{
  guint row = first;

  while (row < self->rows->len && self->cells->pdata[row * self->columns->len + column] != NULL)
    row++;
  if (row == self->rows->len)
    add_row (self, cooperation->row);
  self->cells->pdata[row * self->columns->len + column] = g_object_ref (cooperation->link);
}

/* Returns a table from each place to its index in the file. */
static GHashTable *
index_places (AtlasDataset *dataset)
{
  GListModel *places = atlas_dataset_get_records (dataset, ATLAS_RECORD_KIND_PLACE);
  GHashTable *positions = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);

      g_hash_table_insert (positions, place, GUINT_TO_POINTER (i));
    }
  return positions;
}

static int
compare_positions (AtlasPlace *a, AtlasPlace *b, GHashTable *positions)
{
  const guint p = GPOINTER_TO_UINT (g_hash_table_lookup (positions, a));
  const guint q = GPOINTER_TO_UINT (g_hash_table_lookup (positions, b));

  return p < q ? -1 : p > q;
}

/* Equal rows keep the order of the file, because GLib's array sort is stable. */
static int
compare_rows (gconstpointer a, gconstpointer b, gpointer positions)
{
  return compare_positions (((const Cooperation *) a)->row, ((const Cooperation *) b)->row,
                            positions);
}

static int
compare_columns (gconstpointer a, gconstpointer b, gpointer positions)
{
  return compare_positions (*(AtlasPlace *const *) a, *(AtlasPlace *const *) b, positions);
}

/* Adds the zones as columns, and returns a table from each zone to its column. */
static GHashTable *
add_columns (AtlasMatrix *self, GArray *cooperations, GHashTable *positions)
{
  GHashTable *columns = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < cooperations->len; i++)
    {
      AtlasPlace *zone = g_array_index (cooperations, Cooperation, i).column;

      if (g_hash_table_add (columns, zone))
        g_ptr_array_add (self->columns, g_object_ref (zone));
    }
  g_ptr_array_sort_with_data (self->columns, compare_columns, positions);
  for (guint i = 0; i < self->columns->len; i++)
    g_hash_table_insert (columns, self->columns->pdata[i], GUINT_TO_POINTER (i));
  return columns;
}

static GPtrArray *
list_industries (AtlasLink *link, AtlasDataset *dataset, AtlasFilter *filter)
{
  const AtlasRecords industries =
    atlas_dataset_get_references (dataset, ATLAS_RECORD (link), ATLAS_ROLE_INDUSTRIES);
  GPtrArray *shown = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < industries.len; i++)
    if (atlas_filter_matches (filter, dataset, atlas_records_get (&industries, i)))
      g_ptr_array_add (shown, g_object_ref (atlas_records_get (&industries, i)));
  return shown;
}

static void
clear (AtlasMatrix *self)
{
  g_ptr_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->columns, 0);
}

static void
fill (AtlasMatrix *self, AtlasFilter *filter)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (self->scope);
  g_autoptr (GArray) cooperations = list_cooperations (self, filter);
  g_autoptr (GHashTable) positions = index_places (atlas_scope_get_dataset (self->scope));
  g_autoptr (GHashTable) columns = add_columns (self, cooperations, positions);
  guint first = 0;

  g_array_sort_with_data (cooperations, compare_rows, positions);
  for (guint i = 0; i < cooperations->len; i++)
    {
      const Cooperation *cooperation = &g_array_index (cooperations, Cooperation, i);
      const guint column = GPOINTER_TO_UINT (g_hash_table_lookup (columns, cooperation->column));

      if (i == 0 || cooperation->row != g_array_index (cooperations, Cooperation, i - 1).row)
        first = self->rows->len;
      add_cooperation (self, cooperation, column, first);
      if (self->cells->len > MAX_CELLS)
        {
          clear (self);
          return;
        }
      g_hash_table_insert (self->industries, cooperation->link,
                           list_industries (cooperation->link, dataset, filter));
      if (atlas_filter_is_in_doubt (filter, dataset, ATLAS_RECORD (cooperation->link)))
        g_hash_table_add (self->in_doubt, cooperation->link);
    }
}

static void
clear_cell (gpointer link)
{
  if (link != NULL)
    g_object_unref (link);
}

static void
atlas_matrix_finalize (GObject *object)
{
  AtlasMatrix *self = ATLAS_MATRIX (object);

  g_hash_table_unref (self->in_doubt);
  g_hash_table_unref (self->industries);
  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_clear_object (&self->scope);

  G_OBJECT_CLASS (atlas_matrix_parent_class)->finalize (object);
}

static void
atlas_matrix_class_init (AtlasMatrixClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_matrix_finalize;
}

static void
atlas_matrix_init (AtlasMatrix *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
  self->cells = g_ptr_array_new_with_free_func (clear_cell);
  self->industries = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->in_doubt = g_hash_table_new (NULL, NULL);
}

/**
 * atlas_matrix_new:
 * @scope: the scope to highlight
 * @filter: the filter to apply; later changes of it do not change the matrix
 *
 * Returns: (transfer full): the matrix of the dataset of @scope; empty if the dataset has no zones,
 *   the filter hides all, or there are too many cells
 */
AtlasMatrix *
atlas_matrix_new (AtlasScope *scope, AtlasFilter *filter)
{
  AtlasMatrix *self;

  g_return_val_if_fail (ATLAS_IS_SCOPE (scope), NULL);
  g_return_val_if_fail (ATLAS_IS_FILTER (filter), NULL);

  self = g_object_new (ATLAS_TYPE_MATRIX, NULL);
  self->scope = g_object_ref (scope);
  fill (self, filter);
  return self;
}

/**
 * atlas_matrix_get_n_rows:
 * @self: a matrix
 *
 * Returns: the number of rows
 */
guint
atlas_matrix_get_n_rows (AtlasMatrix *self)
{
  g_return_val_if_fail (ATLAS_IS_MATRIX (self), 0);

  return self->rows->len;
}

/**
 * atlas_matrix_get_n_columns:
 * @self: a matrix
 *
 * Returns: the number of columns
 */
guint
atlas_matrix_get_n_columns (AtlasMatrix *self)
{
  g_return_val_if_fail (ATLAS_IS_MATRIX (self), 0);

  return self->columns->len;
}

/**
 * atlas_matrix_get_row:
 * @self: a matrix
 * @row: one of its rows
 *
 * Returns: (transfer none): the place of that row
 */
AtlasPlace *
atlas_matrix_get_row (AtlasMatrix *self, guint row)
{
  g_return_val_if_fail (ATLAS_IS_MATRIX (self), NULL);
  g_return_val_if_fail (row < self->rows->len, NULL);

  return self->rows->pdata[row];
}

/**
 * atlas_matrix_get_column:
 * @self: a matrix
 * @column: one of its columns
 *
 * Returns: (transfer none): the zone of that column
 */
AtlasPlace *
atlas_matrix_get_column (AtlasMatrix *self, guint column)
{
  g_return_val_if_fail (ATLAS_IS_MATRIX (self), NULL);
  g_return_val_if_fail (column < self->columns->len, NULL);

  return self->columns->pdata[column];
}

/**
 * atlas_matrix_get_link:
 * @self: a matrix
 * @row: one of its rows
 * @column: one of its columns
 *
 * Returns: (transfer none) (nullable): the partnership in that cell, or %NULL in an empty one
 */
AtlasLink *
atlas_matrix_get_link (AtlasMatrix *self, guint row, guint column)
{
  g_return_val_if_fail (ATLAS_IS_MATRIX (self), NULL);
  g_return_val_if_fail (row < self->rows->len && column < self->columns->len, NULL);

  return self->cells->pdata[row * self->columns->len + column];
}

/**
 * atlas_matrix_get_industries:
 * @self: a matrix
 * @link: a partnership in one of its cells
 *
 * Returns: (transfer none) (element-type AtlasIndustry): the industries of @link that the filter
 *   shows, in the order of the source
 */
GPtrArray *
atlas_matrix_get_industries (AtlasMatrix *self, AtlasLink *link)
{
  g_return_val_if_fail (ATLAS_IS_MATRIX (self), NULL);

  return g_hash_table_lookup (self->industries, link);
}

/**
 * atlas_matrix_is_link_lit:
 * @self: a matrix
 * @link: a partnership in one of its cells
 *
 * Returns: whether @link belongs to the scope
 */
gboolean
atlas_matrix_is_link_lit (AtlasMatrix *self, AtlasLink *link)
{
  g_return_val_if_fail (ATLAS_IS_MATRIX (self), FALSE);

  return atlas_scope_contains (self->scope, ATLAS_RECORD (link));
}

static gboolean
is_cell_lit (AtlasMatrix *self, guint row, guint column)
{
  AtlasLink *link = atlas_matrix_get_link (self, row, column);

  return link != NULL && atlas_matrix_is_link_lit (self, link);
}

/**
 * atlas_matrix_is_row_lit:
 * @self: a matrix
 * @row: one of its rows
 *
 * Returns: whether a cell of it belongs to the scope
 */
gboolean
atlas_matrix_is_row_lit (AtlasMatrix *self, guint row)
{
  g_return_val_if_fail (ATLAS_IS_MATRIX (self), FALSE);
  g_return_val_if_fail (row < self->rows->len, FALSE);

  for (guint column = 0; column < self->columns->len; column++)
    if (is_cell_lit (self, row, column))
      return TRUE;
  return FALSE;
}

/**
 * atlas_matrix_is_column_lit:
 * @self: a matrix
 * @column: one of its columns
 *
 * Returns: whether a cell of it belongs to the scope
 */
gboolean
atlas_matrix_is_column_lit (AtlasMatrix *self, guint column)
{
  g_return_val_if_fail (ATLAS_IS_MATRIX (self), FALSE);
  g_return_val_if_fail (column < self->columns->len, FALSE);

  for (guint row = 0; row < self->rows->len; row++)
    if (is_cell_lit (self, row, column))
      return TRUE;
  return FALSE;
}

/**
 * atlas_matrix_is_lit:
 * @self: a matrix
 * @link: a partnership in one of its cells
 * @industry: one of its industries
 *
 * Returns: whether @industry in that cell belongs to the scope; in the scope of an industry, other
 *   industries of the same partnership do not
 */
gboolean
atlas_matrix_is_lit (AtlasMatrix *self, AtlasLink *link, AtlasIndustry *industry)
{
  g_return_val_if_fail (ATLAS_IS_MATRIX (self), FALSE);

  return atlas_matrix_is_link_lit (self, link) &&
         (atlas_scope_get_kind (self->scope) != ATLAS_SCOPE_KIND_INDUSTRY ||
          atlas_scope_is_about (self->scope, ATLAS_RECORD (industry)));
}

/**
 * atlas_matrix_is_in_doubt:
 * @self: a matrix
 * @link: a partnership in one of its cells
 *
 * Returns: whether @link is undated, so that it is not known whether it exists in the time shown
 */
gboolean
atlas_matrix_is_in_doubt (AtlasMatrix *self, AtlasLink *link)
{
  g_return_val_if_fail (ATLAS_IS_MATRIX (self), FALSE);

  return g_hash_table_contains (self->in_doubt, link);
}

static gboolean
are_equal (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i])
      return FALSE;
  return TRUE;
}

/**
 * atlas_matrix_has_same_cells:
 * @self: a matrix
 * @other: another matrix
 *
 * Returns: whether the two differ only in highlighted and undated cells, so that a view can replace
 *   one with the other and keep its scroll position
 */
gboolean
atlas_matrix_has_same_cells (AtlasMatrix *self, AtlasMatrix *other)
{
  g_return_val_if_fail (ATLAS_IS_MATRIX (self), FALSE);
  g_return_val_if_fail (ATLAS_IS_MATRIX (other), FALSE);

  if (!are_equal (self->rows, other->rows) || !are_equal (self->columns, other->columns) ||
      !are_equal (self->cells, other->cells))
    return FALSE;
  for (guint i = 0; i < self->cells->len; i++)
    {
      AtlasLink *link = self->cells->pdata[i];

      if (link != NULL && !are_equal (atlas_matrix_get_industries (self, link),
                                      atlas_matrix_get_industries (other, link)))
        return FALSE;
    }
  return TRUE;
}
