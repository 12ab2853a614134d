/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-matrix-view.h"

#include <glib/gi18n.h>

#include "atlas-matrix-cell.h"
#include "atlas-widget-tools.h"

/*
 * AtlasMatrixView: the matrix of cities and zones.
 *
 * Zones are the heads of columns and cities those of rows; activating a head opens its scope. The
 * view follows its navigation while it is mapped. Another scope only highlights other cells, so the
 * scroll position stays; highlighted cells outside the view are scrolled into view.
 */
struct _AtlasMatrixView
{
  AdwBin parent_instance;

  AtlasMatrixGrid *grid;
  GtkWidget *scroller;

  AtlasNavigation *navigation;
  AtlasMatrix *matrix;
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (AtlasMatrixView, atlas_matrix_view, ADW_TYPE_BIN)

/* The largest number of lines of a head. Heads do not scroll, so a long name must not take the room
 * of the rows. */
#define MAX_HEAD_LINES 4

static void
visit_place_cb (AtlasMatrixView *self, GtkButton *head)
{
  atlas_navigation_visit (self->navigation, g_object_get_data (G_OBJECT (head), "place"));
}

static GtkWidget *
create_head (AtlasMatrixView *self, AtlasPlace *place, const char *css_class)
{
  const char *name = atlas_record_get_name (ATLAS_RECORD (place), atlas_language_get_default ());
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *head = gtk_button_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), MAX_HEAD_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (head), label);
  gtk_widget_add_css_class (head, "flat");
  gtk_widget_add_css_class (head, css_class);
  atlas_set_accessible_label (head, name);
  g_object_set_data_full (G_OBJECT (head), "place", g_object_ref (place), g_object_unref);
  g_signal_connect_object (head, "clicked", G_CALLBACK (visit_place_cb), self, G_CONNECT_SWAPPED);
  return head;
}

static void
light (AtlasMatrixView *self)
{
  const int n_rows = (int) atlas_matrix_get_n_rows (self->matrix);
  const int n_columns = (int) atlas_matrix_get_n_columns (self->matrix);

  for (int row = 0; row < n_rows; row++)
    {
      atlas_set_css_class (atlas_matrix_grid_get_child (self->grid, row, -1), "dimmed",
                           !atlas_matrix_is_row_lit (self->matrix, (guint) row));
      for (int column = 0; column < n_columns; column++)
        atlas_matrix_cell_light (
          ATLAS_MATRIX_CELL (atlas_matrix_grid_get_child (self->grid, row, column)), self->matrix);
    }
  for (int column = 0; column < n_columns; column++)
    atlas_set_css_class (atlas_matrix_grid_get_child (self->grid, -1, column), "dimmed",
                         !atlas_matrix_is_column_lit (self->matrix, (guint) column));
}

/* Scrolls the first highlighted cell into view, unless a cell has the focus. */
static void
show_lit (AtlasMatrixView *self)
{
  const guint n_columns = atlas_matrix_get_n_columns (self->matrix);
  const guint n_cells = atlas_matrix_get_n_rows (self->matrix) * n_columns;

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->grid)) != NULL)
    return;
  for (guint i = 0; i < n_cells; i++)
    {
      AtlasLink *link = atlas_matrix_get_link (self->matrix, i / n_columns, i % n_columns);

      if (link != NULL && atlas_matrix_is_link_lit (self->matrix, link))
        {
          atlas_matrix_grid_scroll_to (self->grid, (int) (i / n_columns), (int) (i % n_columns));
          return;
        }
    }
}

static void
compact_cb (AtlasMatrixView *self)
{
  const gboolean is_compact = atlas_matrix_grid_get_compact (self->grid);
  GtkWidget *cell;

  for (int row = 0; atlas_matrix_grid_get_child (self->grid, row, -1) != NULL; row++)
    for (int column = 0; (cell = atlas_matrix_grid_get_child (self->grid, row, column)) != NULL;
         column++)
      atlas_matrix_cell_set_compact (ATLAS_MATRIX_CELL (cell), is_compact);
}

static void
fill (AtlasMatrixView *self)
{
  const guint n_rows = atlas_matrix_get_n_rows (self->matrix);
  const guint n_columns = atlas_matrix_get_n_columns (self->matrix);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  for (guint column = 0; column < n_columns; column++)
    g_ptr_array_add (columns,
                     create_head (self, atlas_matrix_get_column (self->matrix, column), "column"));
  for (guint row = 0; row < n_rows; row++)
    {
      g_ptr_array_add (rows, create_head (self, atlas_matrix_get_row (self->matrix, row), "row"));
      for (guint column = 0; column < n_columns; column++)
        g_ptr_array_add (cells, atlas_matrix_cell_new (
                                  self->matrix, atlas_matrix_get_link (self->matrix, row, column),
                                  self->navigation));
    }
  atlas_matrix_grid_set_children (self->grid, rows, columns, cells);
  compact_cb (self);
}

static void
fill_and_light (AtlasMatrixView *self)
{
  AtlasScope *scope = atlas_navigation_get_scope (self->navigation);
  g_autoptr (AtlasMatrix) matrix = NULL;

  self->stale = FALSE;
  if (scope == NULL)
    return;
  matrix = atlas_matrix_new (scope, atlas_navigation_get_filter (self->navigation));
  if (self->matrix == NULL || !atlas_matrix_has_same_cells (self->matrix, matrix))
    {
      g_set_object (&self->matrix, matrix);
      fill (self);
    }
  g_set_object (&self->matrix, matrix);
  light (self);
  if (atlas_scope_get_kind (scope) != ATLAS_SCOPE_KIND_PROVINCE)
    show_lit (self);
}

static void
update (AtlasMatrixView *self)
{
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->stale)
    fill_and_light (self);
}

static void
atlas_matrix_view_map (GtkWidget *widget)
{
  AtlasMatrixView *self = ATLAS_MATRIX_VIEW (widget);

  GTK_WIDGET_CLASS (atlas_matrix_view_parent_class)->map (widget);
  if (self->stale)
    update (self);
}

static void
atlas_matrix_view_dispose (GObject *object)
{
  AtlasMatrixView *self = ATLAS_MATRIX_VIEW (object);

  g_clear_object (&self->matrix);
  g_clear_object (&self->navigation);

  G_OBJECT_CLASS (atlas_matrix_view_parent_class)->dispose (object);
}

static void
atlas_matrix_view_class_init (AtlasMatrixViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_matrix_view_dispose;
  GTK_WIDGET_CLASS (klass)->map = atlas_matrix_view_map;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_matrix_view_init (AtlasMatrixView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *grid = atlas_matrix_grid_new ();

  self->grid = ATLAS_MATRIX_GRID (grid);
  self->scroller = scroller;
  g_signal_connect_swapped (grid, "notify::compact", G_CALLBACK (compact_cb), self);
  atlas_set_accessible_label (grid, _("Industries by city and zone"));
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);
  /* An overlay scroll bar fades out, and the user would not notice that there are more columns. */
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scroller), FALSE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * atlas_matrix_view_new:
 * @navigation: the navigation to follow
 *
 * Returns: (transfer floating): a matrix view
 */
GtkWidget *
atlas_matrix_view_new (AtlasNavigation *navigation)
{
  AtlasMatrixView *self = g_object_new (ATLAS_TYPE_MATRIX_VIEW, NULL);

  self->navigation = g_object_ref (navigation);
  g_signal_connect_object (navigation, "notify::scope", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (atlas_navigation_get_filter (navigation), "changed", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * atlas_matrix_view_prepare:
 * @self: a matrix view
 * @width: its expected width, in pixels
 *
 * Fills the view before it is on screen, so that its natural height is that of all rows.
 */
void
atlas_matrix_view_prepare (AtlasMatrixView *self, int width)
{
  g_return_if_fail (ATLAS_IS_MATRIX_VIEW (self));

  fill_and_light (self);
  /* GtkScrolledWindow measures the height of its child without a width, as for narrow columns. So
   * limit its height. */
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller),
                                              atlas_matrix_grid_prepare (self->grid, width));
}
