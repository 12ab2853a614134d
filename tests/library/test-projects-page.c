/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-projects-page.h"

#include "atlas-project-card.h"
#include "atlas-project-column.h"
#include "atlas-test-dataset.h"
#include "atlas-test-display.h"

typedef struct
{
  AtlasDataset *dataset;
  AtlasNavigation *navigation;
  GtkWidget *window;
  AtlasProjectsPage *page;
  AtlasRecord *moved;
  int stage;
} Fixture;

static void
stage_chosen_cb (AtlasProjectsPage *page, AtlasRecord *project, int stage, Fixture *fixture)
{
  fixture->moved = project;
  fixture->stage = stage;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dataset = atlas_test_dataset_read_jilin ();
  fixture->navigation = atlas_navigation_new ();
  atlas_navigation_set_dataset (fixture->navigation, fixture->dataset);
  fixture->page = ATLAS_PROJECTS_PAGE (atlas_projects_page_new (fixture->navigation));
  g_signal_connect (fixture->page, "stage-chosen", G_CALLBACK (stage_chosen_cb), fixture);
  fixture->window = atlas_test_open_window (GTK_WIDGET (fixture->page), 720, 480);
  await (gtk_widget_get_mapped (GTK_WIDGET (fixture->page)));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (ATLAS_APPLICATION_ID);

  g_settings_reset (settings, "projects-by-stage");
  atlas_test_close_window (fixture->window);
  g_object_unref (fixture->navigation);
  g_object_unref (fixture->dataset);
}

static GtkSelectionModel *
get_rows (Fixture *fixture)
{
  return gtk_column_view_get_model (
    GTK_COLUMN_VIEW (atlas_test_find_type (fixture->page, "GtkColumnView")));
}

static guint
count_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_rows (fixture)));
}

static AtlasRecord *
get_project (Fixture *fixture, guint row)
{
  g_autoptr (AtlasProjectItem) item =
    g_list_model_get_item (G_LIST_MODEL (get_rows (fixture)), row);

  return ATLAS_RECORD (atlas_project_item_get_project (item));
}

static guint
count_projects (Fixture *fixture)
{
  return g_list_model_get_n_items (atlas_dataset_get_records (fixture->dataset,
                                                              ATLAS_RECORD_KIND_PROJECT));
}

/* A selected project becomes the scope, and the list stays. Another scope has its own projects. */
static void
test_scope (Fixture *fixture, gconstpointer data)
{
  AtlasRecord *project;

  g_assert_cmpuint (count_rows (fixture), ==, count_projects (fixture));
  project = get_project (fixture, 3);
  gtk_selection_model_select_item (get_rows (fixture), 3, TRUE);
  g_assert_true (atlas_navigation_is_at (fixture->navigation, project));
  g_assert_cmpuint (count_rows (fixture), ==, count_projects (fixture));
  atlas_navigation_visit (fixture->navigation, atlas_test_dataset_get (fixture->dataset, "siping"));
  g_assert_cmpuint (count_rows (fixture), >, 0);
  g_assert_cmpuint (count_rows (fixture), <, count_projects (fixture));
}

/* The column of the completed investment sorts what is stated first. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (atlas_test_find_type (fixture->page, "GtkColumnView"));
  g_autoptr (GtkColumnViewColumn) completed =
    g_list_model_get_item (gtk_column_view_get_columns (view), 6);

  g_assert_cmpstr (gtk_column_view_column_get_title (completed), ==, "Completed");
  gtk_column_view_sort_by_column (view, completed, GTK_SORT_ASCENDING);
  g_assert_cmpstr (atlas_record_get_id (get_project (fixture, 0)), ==, "prj-changyi-road");
}

static void
test_choices (Fixture *fixture, gconstpointer data)
{
  GtkWidget *stack =
    gtk_widget_get_ancestor (atlas_test_find_type (fixture->page, "GtkColumnView"), GTK_TYPE_STACK);
  GtkWidget *level = atlas_test_find_type (fixture->page, "GtkDropDown");
  GtkWidget *kind = gtk_widget_get_next_sibling (level);

  /* Roads are the first kind. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kind), 1);
  g_assert_cmpuint (count_rows (fixture), >, 0);
  for (guint i = 0; i < count_rows (fixture); i++)
    g_assert_cmpint (atlas_project_get_kind (ATLAS_PROJECT (get_project (fixture, i))), ==,
                     ATLAS_PROJECT_KIND_ROAD);
  /* The bundled dataset states no levels. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (level), 1);
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "empty");
  /* Nothing keeps a project there, so there is nothing to choose. */
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_next_sibling (kind)));
}

static gboolean
is_column_of (GtkWidget *widget, const char *words)
{
  return ATLAS_IS_PROJECT_COLUMN (widget) &&
         (int) atlas_project_column_get_stage (ATLAS_PROJECT_COLUMN (widget)) ==
           (int) g_ascii_strtoll (words, NULL, 10);
}

/* A card is moved only if the page is editable. The page tells it and changes nothing. */
static void
test_moving (Fixture *fixture, gconstpointer data)
{
  AtlasRecord *road = atlas_test_dataset_get (fixture->dataset, "prj-changyi-road");
  GtkWidget *label = atlas_test_find (fixture->page, atlas_test_is_label, "By Stage");
  GtkWidget *column;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_parent (label)), TRUE);
  column = atlas_test_await (fixture->page, is_column_of, "5");
  g_assert_true (atlas_project_column_select (ATLAS_PROJECT_COLUMN (column), road));
  gtk_widget_activate_action (column, "column.move", "i", ATLAS_PROJECT_STAGE_DONE);
  g_assert_null (fixture->moved);
  atlas_projects_page_set_editable (fixture->page, TRUE);
  gtk_widget_activate_action (column, "column.move", "i", ATLAS_PROJECT_STAGE_UNDER_CONSTRUCTION);
  g_assert_null (fixture->moved);
  gtk_widget_activate_action (column, "column.move", "i", ATLAS_PROJECT_STAGE_DONE);
  g_assert_true (fixture->moved == road);
  g_assert_cmpint (fixture->stage, ==, ATLAS_PROJECT_STAGE_DONE);
  g_assert_cmpint (atlas_project_get_stage (ATLAS_PROJECT (road)), ==,
                   ATLAS_PROJECT_STAGE_UNDER_CONSTRUCTION);
  g_assert_nonnull (atlas_test_find (
    column, atlas_test_is_label, "3 projects · completed CNY 2.34 billion (stated for 1 of 3)"));
}

/* The next page shows the projects as this one does: page and setting follow each other. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (ATLAS_APPLICATION_ID);
  GtkWidget *label = atlas_test_find (fixture->page, atlas_test_is_label, "By Stage");
  GtkToggleButton *button = GTK_TOGGLE_BUTTON (gtk_widget_get_parent (label));

  gtk_toggle_button_set_active (button, TRUE);
  g_assert_true (g_settings_get_boolean (settings, "projects-by-stage"));
  g_settings_set_boolean (settings, "projects-by-stage", FALSE);
  g_assert_false (gtk_toggle_button_get_active (button));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/library/projects-page/scope", test_scope },
    { "/library/projects-page/order", test_order },
    { "/library/projects-page/choices", test_choices },
    { "/library/projects-page/moving", test_moving },
    { "/library/projects-page/kept", test_kept },
  };

  atlas_test_display_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return atlas_test_run ();
}
