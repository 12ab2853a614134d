/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-matrix-view.h"

#include "atlas-enum-types.h"
#include "atlas-industry-chip.h"
#include "atlas-labels.h"
#include "atlas-matrix-cell.h"
#include "atlas-matrix-window.h"
#include "atlas-test-dataset.h"
#include "atlas-test-display.h"

typedef struct
{
  AtlasDataset *dataset;
  AtlasNavigation *navigation;
  GtkWidget *window;
  AtlasMatrixView *view;
  AtlasMatrixGrid *grid;
} Fixture;

static AtlasMatrixGrid *
find_grid (gpointer view)
{
  return ATLAS_MATRIX_GRID (atlas_test_find_type (view, "AtlasMatrixGrid"));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dataset = atlas_test_dataset_new ();
  fixture->navigation = atlas_navigation_new ();
  atlas_navigation_set_dataset (fixture->navigation, fixture->dataset);
  fixture->view = ATLAS_MATRIX_VIEW (atlas_matrix_view_new (fixture->navigation));
  fixture->grid = find_grid (fixture->view);
  /* Room for a head and less than two columns, even narrow ones. */
  fixture->window = atlas_test_open_window (GTK_WIDGET (fixture->view), 150, 90);
  await (gtk_widget_get_width (GTK_WIDGET (fixture->grid)) > 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  atlas_test_close_window (fixture->window);
  g_assert_finalize_object (fixture->navigation);
  g_object_unref (fixture->dataset);
}

static GtkWidget *
get_child (Fixture *fixture, int row, int column)
{
  GtkWidget *child = atlas_matrix_grid_get_child (fixture->grid, row, column);

  g_assert_nonnull (child);
  return child;
}

static AtlasRecord *
get (Fixture *fixture, const char *id)
{
  return atlas_test_dataset_get (fixture->dataset, id);
}

static AtlasRecord *
get_subject (Fixture *fixture)
{
  return atlas_scope_get_subject (atlas_navigation_get_scope (fixture->navigation));
}

/* Activating a cell makes its link the scope. */
static void
assert_link (Fixture *fixture, GtkWidget *cell, const char *id)
{
  gtk_widget_activate_action (cell, "cell.activate", NULL);
  g_assert_true (get_subject (fixture) == get (fixture, id));
  atlas_navigation_visit (fixture->navigation, NULL);
}

static void
test_cells (Fixture *fixture, gconstpointer data)
{
  GtkWidget *cell = get_child (fixture, 0, 0);
  GtkWidget *chip = gtk_widget_get_first_child (cell);

  assert_link (fixture, cell, "siping-auto");
  g_assert_true (ATLAS_IS_INDUSTRY_CHIP (chip));
  g_assert_true (ATLAS_RECORD (atlas_industry_chip_get_industry (ATLAS_INDUSTRY_CHIP (chip))) ==
                 get (fixture, "parts"));
  gtk_test_accessible_assert_property (get_child (fixture, 0, 1), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "No co-operation stated");
  g_assert_null (atlas_matrix_grid_get_child (fixture->grid, -1, -1));
  g_assert_null (atlas_matrix_grid_get_child (fixture->grid, 2, 0));
}

static void
assert_moves (Fixture *fixture, GtkDirectionType direction, GtkWidget *expected)
{
  gtk_widget_child_focus (GTK_WIDGET (fixture->grid), direction);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == expected);
}

/* Arrow keys move between non-empty cells and heads; Tab moves into a cell and out. */
static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  GtkWidget *cell = get_child (fixture, 0, 0);

  gtk_root_set_focus (GTK_ROOT (fixture->window), NULL);
  assert_moves (fixture, GTK_DIR_TAB_FORWARD, cell);
  assert_moves (fixture, GTK_DIR_RIGHT, cell);
  assert_moves (fixture, GTK_DIR_LEFT, get_child (fixture, 0, -1));
  assert_moves (fixture, GTK_DIR_DOWN, get_child (fixture, 1, -1));
  assert_moves (fixture, GTK_DIR_RIGHT, get_child (fixture, 1, 1));
  assert_moves (fixture, GTK_DIR_UP, get_child (fixture, -1, 1));
  assert_moves (fixture, GTK_DIR_LEFT, get_child (fixture, -1, 0));
  assert_moves (fixture, GTK_DIR_DOWN, cell);
  assert_moves (fixture, GTK_DIR_TAB_FORWARD, gtk_widget_get_first_child (cell));
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture->grid), GTK_DIR_TAB_FORWARD));
  assert_moves (fixture, GTK_DIR_TAB_BACKWARD, cell);
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture->grid), GTK_DIR_TAB_BACKWARD));
}

/* Changes of scope keep the same widgets. */
static void
test_leads (Fixture *fixture, gconstpointer data)
{
  GtkWidget *cell = get_child (fixture, 0, 0), *other = get_child (fixture, 1, 1);

  gtk_widget_activate_action (cell, "cell.activate", NULL);
  g_assert_true (get_subject (fixture) == get (fixture, "siping-auto"));
  g_assert_true (get_child (fixture, 0, 0) == cell);
  g_assert_false (gtk_widget_has_css_class (cell, "dimmed"));
  g_assert_true (gtk_widget_has_css_class (other, "dimmed"));

  g_signal_emit_by_name (gtk_widget_get_first_child (other), "clicked");
  g_assert_true (get_subject (fixture) == get (fixture, "medicine"));
  g_assert_true (gtk_widget_has_css_class (cell, "dimmed"));
  g_assert_false (gtk_widget_has_css_class (other, "dimmed"));

  g_signal_emit_by_name (get_child (fixture, 1, -1), "clicked");
  g_assert_true (get_subject (fixture) == get (fixture, "liaoyuan"));
  g_signal_emit_by_name (get_child (fixture, -1, 0), "clicked");
  g_assert_true (get_subject (fixture) == get (fixture, "zone-auto"));
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  atlas_filter_set_shows (atlas_navigation_get_filter (fixture->navigation), ATLAS_FACET_INDUSTRIES,
                          ATLAS_INDUSTRY_GROUP_AUTOMOTIVE, FALSE);
  g_assert_null (atlas_matrix_grid_get_child (fixture->grid, 1, 0));
  assert_link (fixture, get_child (fixture, 0, 0), "liaoyuan-new");
}

static GtkWidget *
get_scroller (Fixture *fixture)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (fixture->grid), GTK_TYPE_SCROLLED_WINDOW);
}

static graphene_point_t
find_corner (Fixture *fixture, GtkWidget *child)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, GTK_WIDGET (fixture->grid), &bounds));
  return bounds.origin;
}

static void
await_corner (Fixture *fixture, GtkWidget *child, graphene_point_t expected)
{
  const gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  graphene_point_t corner = find_corner (fixture, child);

  while (!graphene_point_near (&corner, &expected, 0.5f) && g_get_monotonic_time () < deadline)
    {
      g_main_context_iteration (NULL, FALSE);
      corner = find_corner (fixture, child);
    }
  g_assert_cmpfloat_with_epsilon (corner.x, expected.x, 0.5);
  g_assert_cmpfloat_with_epsilon (corner.y, expected.y, 0.5);
}

/* Cells scroll in both directions, heads of columns only horizontally, heads of rows only
 * vertically. */
static void
test_heads_stay (Fixture *fixture, gconstpointer data)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (get_scroller (fixture));
  const graphene_point_t cell = find_corner (fixture, get_child (fixture, 0, 0));
  const graphene_point_t column = find_corner (fixture, get_child (fixture, -1, 0));
  const graphene_point_t row = find_corner (fixture, get_child (fixture, 0, -1));

  gtk_adjustment_set_value (gtk_scrolled_window_get_hadjustment (scroller), 20);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (scroller), 20);
  await_corner (fixture, get_child (fixture, 0, 0), GRAPHENE_POINT_INIT (cell.x - 20, cell.y - 20));
  await_corner (fixture, get_child (fixture, -1, 0), GRAPHENE_POINT_INIT (column.x - 20, column.y));
  await_corner (fixture, get_child (fixture, 0, -1), GRAPHENE_POINT_INIT (row.x, row.y - 20));
}

/* The focused widget is scrolled into view. */
static void
test_scrolls_to_focus (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *across =
    gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (get_scroller (fixture)));

  gtk_widget_grab_focus (get_child (fixture, 1, 1));
  g_assert_cmpfloat (gtk_adjustment_get_value (across), >, 0);
  gtk_widget_grab_focus (get_child (fixture, 0, 0));
  g_assert_cmpfloat (gtk_adjustment_get_value (across), ==, 0);
}

static GtkScrolledWindow *
get_scroller_of (AtlasMatrixGrid *grid)
{
  return GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (grid),
                                                       GTK_TYPE_SCROLLED_WINDOW));
}

/* Asserts that all columns are visible, in order, and that heads do not overlap. */
static void
assert_columns_fit (AtlasMatrixGrid *grid)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (get_scroller_of (grid));
  float end = 0;
  graphene_rect_t head, cell;

  g_assert_cmpfloat (gtk_adjustment_get_upper (across), <=, gtk_adjustment_get_page_size (across));
  for (int column = 0; atlas_matrix_grid_get_child (grid, -1, column) != NULL; column++)
    {
      g_assert_true (gtk_widget_compute_bounds (atlas_matrix_grid_get_child (grid, -1, column),
                                                GTK_WIDGET (grid), &head));
      g_assert_true (gtk_widget_compute_bounds (atlas_matrix_grid_get_child (grid, 0, column),
                                                GTK_WIDGET (grid), &cell));
      g_assert_cmpfloat (head.origin.x, >=, end - 0.5f);
      g_assert_cmpfloat_with_epsilon (head.origin.x, cell.origin.x, 0.5);
      g_assert_cmpfloat_with_epsilon (head.size.width, cell.size.width, 0.5);
      g_assert_cmpfloat (head.origin.y, >=, -0.5f);
      g_assert_cmpfloat (head.origin.y + head.size.height, <=, cell.origin.y + 0.5f);
      end = head.origin.x + head.size.width;
    }
  g_assert_cmpfloat (end, <=, (float) gtk_widget_get_width (GTK_WIDGET (grid)) + 0.5f);
}

static void
await_compact (AtlasMatrixGrid *grid, gboolean is_compact)
{
  await (atlas_matrix_grid_get_compact (grid) == is_compact);
  atlas_test_wait_for_frames (GTK_WIDGET (grid), 3);
  g_assert_cmpint (atlas_matrix_grid_get_compact (grid), ==, is_compact);
}

/* In a compact grid each name has one line and names do not overlap; the tooltip has the full name
 * and the meaning of the color. */
static void
assert_names_fit (AtlasMatrixGrid *grid)
{
  guint n_chips = 0;

  for (int i = 0; atlas_matrix_grid_get_child (grid, i / 5, 0) != NULL; i++)
    for (GtkWidget *chip =
           gtk_widget_get_first_child (atlas_matrix_grid_get_child (grid, i / 5, i % 5));
         chip != NULL && ATLAS_IS_INDUSTRY_CHIP (chip); chip = gtk_widget_get_next_sibling (chip))
      {
        GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (chip)));
        AtlasIndustry *industry = atlas_industry_chip_get_industry (ATLAS_INDUSTRY_CHIP (chip));
        g_autofree char *tooltip = g_strdup_printf (
          "%s\n%s", atlas_record_get_name (ATLAS_RECORD (industry), atlas_language_get_default ()),
          atlas_label_for (ATLAS_TYPE_INDUSTRY_GROUP, (int) atlas_industry_get_group (industry),
                           atlas_language_get_default ()));

        n_chips++;
        g_assert_cmpstr (gtk_widget_get_tooltip_text (chip), ==, tooltip);
        g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (label)), ==, 1);
      }
  g_assert_cmpuint (n_chips, >, 20);
}

/* The five columns of the bundled dataset fit into the side panel in each language. */
static void
test_side_panel_width (Fixture *fixture, gconstpointer data)
{
  static const int widths[] = { 346, 310 };
  g_autoptr (AtlasDataset) jilin = atlas_test_dataset_read_jilin ();

  atlas_test_load_style ();
  for (int i = 0; i < (int) G_N_ELEMENTS (widths) * ATLAS_N_LANGUAGES; i++)
    {
      g_autoptr (AtlasNavigation) navigation = atlas_navigation_new ();
      GtkWidget *view, *window;
      AtlasMatrixGrid *grid;

      atlas_language_set_default ((AtlasLanguage) (i / 2));
      atlas_navigation_set_dataset (navigation, jilin);
      view = atlas_matrix_view_new (navigation);
      grid = find_grid (view);
      window = atlas_test_open_window (view, widths[i % 2], 300);
      await (gtk_widget_get_width (GTK_WIDGET (grid)) > 0);
      await_compact (grid, TRUE);
      g_assert_nonnull (atlas_matrix_grid_get_child (grid, -1, 4));
      assert_columns_fit (grid);
      assert_names_fit (grid);
      atlas_test_close_window (window);
    }
  atlas_language_set_default (ATLAS_LANGUAGE_EN);
}

/* With enough room names are complete, and the tooltip does not repeat them. */
static void
test_compact (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chip = gtk_widget_get_first_child (get_child (fixture, 0, 0));
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (chip));

  await_compact (fixture->grid, TRUE);
  g_assert_cmpint (gtk_label_get_ellipsize (GTK_LABEL (label)), ==, PANGO_ELLIPSIZE_END);
  g_assert_nonnull (strchr (gtk_widget_get_tooltip_text (chip), '\n'));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 200);
  await_compact (fixture->grid, FALSE);
  g_assert_cmpint (gtk_label_get_ellipsize (GTK_LABEL (label)), ==, PANGO_ELLIPSIZE_NONE);
  g_assert_null (strchr (gtk_widget_get_tooltip_text (chip), '\n'));
  assert_columns_fit (fixture->grid);
}

static gboolean
is_matrix_view (GtkWidget *widget, const char *detail)
{
  return ATLAS_IS_MATRIX_VIEW (widget);
}

/* In its own window, all rows are visible and there is no empty room. */
static void
test_window (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = atlas_matrix_window_new (fixture->navigation, NULL);
  GtkWidget *view = atlas_test_find (window, is_matrix_view, NULL);
  AtlasMatrixGrid *grid = find_grid (view);
  graphene_rect_t bounds;
  int last;

  gtk_window_present (GTK_WINDOW (window));
  await (gtk_widget_get_height (GTK_WIDGET (grid)) > 0);
  atlas_test_settle ();
  last = 0;
  while (atlas_matrix_grid_get_child (grid, last + 1, -1) != NULL)
    last++;
  g_assert_true (gtk_widget_compute_bounds (atlas_matrix_grid_get_child (grid, last, -1),
                                            GTK_WIDGET (grid), &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=,
                     gtk_widget_get_height (GTK_WIDGET (grid)));
  g_assert_cmpfloat (bounds.origin.y + 2 * bounds.size.height, >,
                     gtk_widget_get_height (GTK_WIDGET (grid)));
  atlas_test_close_window (window);
}

/* An undated cell says so, visibly and in its accessible name. */
static void
test_undated (Fixture *fixture, gconstpointer data)
{
  GtkWidget *cell = get_child (fixture, 0, 0);
  GtkWidget *word = gtk_widget_get_next_sibling (gtk_widget_get_first_child (cell));

  g_assert_true (GTK_IS_LABEL (word));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (word)), ==, "undated");
  g_assert_false (gtk_widget_get_visible (word));
  atlas_filter_set_time (atlas_navigation_get_filter (fixture->navigation), NULL,
                         &(AtlasDate) { 2017, 0, 0 });
  g_assert_true (get_child (fixture, 0, 0) == cell);
  g_assert_true (gtk_widget_get_visible (word));
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Siping – Automobile Zone, undated: Car parts");
}

int
main (int argc, char *argv[])
{
  atlas_test_display_init (&argc, &argv);
#define ADD(name, function)                                                                        \
  g_test_add ("/matrix/matrix-view/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("cells", test_cells);
  ADD ("keyboard", test_keyboard);
  ADD ("leads", test_leads);
  ADD ("filter", test_filter);
  ADD ("undated", test_undated);
  ADD ("heads-stay", test_heads_stay);
  ADD ("scrolls-to-focus", test_scrolls_to_focus);
  ADD ("side-panel-width", test_side_panel_width);
  ADD ("compact", test_compact);
  ADD ("window", test_window);
  return g_test_run ();
}
