/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "atlas-pages-view.h"
#include "atlas-print-options.h"
#include "atlas-print-window.h"
#include "atlas-test-display.h"
#include "atlas-window-private.h"
#include "atlas-work.h"
#include "pages-fixture.h"

#include "../atlas-test-allocator.h"

/* Tests the print window with keys from Ctrl+P to the printer, which writes a file. */

typedef struct
{
  AtlasApplication *application;
  AtlasWindow *window;
  AtlasNavigation *navigation; /* borrowed from the window */
  GSettings *settings;
  GtkWidget *print_window; /* NULL when it is finalized */
} Fixture;

static AtlasApplication *
get_application (void)
{
  static AtlasApplication *application;

  if (application == NULL)
    {
      application = atlas_application_new ();
      g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
    }
  return application;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "jilin.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  fixture->application = get_application ();
  fixture->settings = g_settings_new (ATLAS_APPLICATION_ID);
  fixture->window = atlas_window_new (fixture->application);
  fixture->navigation = fixture->window->navigation;
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  atlas_window_open (fixture->window, file);
  await (atlas_navigation_get_scope (fixture->navigation) != NULL);
  await (gtk_window_is_active (GTK_WINDOW (fixture->window)));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  await (fixture->print_window == NULL);
  g_settings_reset (fixture->settings, "printer-settings");
  g_settings_reset (fixture->settings, "print-layout");
  g_object_unref (fixture->settings);
  gtk_window_close (GTK_WINDOW (fixture->window));
  await (fixture->window == NULL);
}

/* Returns NULL if there is no such window, or it does not have the keyboard focus yet. */
static GtkWidget *
get_active (const char *type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (atlas_test_is_type (window, type) && gtk_window_is_active (GTK_WINDOW (window)))
        return window;
    }
  return NULL;
}

/* Sends the key through the display server, to the window with the focus. */
static void
press (const char *key)
{
  const char *argv[] = { "xdotool", "key", key, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

static GtkWidget *
open_print_window (Fixture *fixture)
{
  press ("ctrl+p");
  await (get_active ("AtlasPrintWindow") != NULL);
  fixture->print_window = get_active ("AtlasPrintWindow");
  g_object_add_weak_pointer (G_OBJECT (fixture->print_window), (gpointer *) &fixture->print_window);
  return fixture->print_window;
}

static AtlasPrintOptions *
get_options (GtkWidget *window)
{
  return ATLAS_PRINT_OPTIONS (atlas_test_find_type (window, "AtlasPrintOptions"));
}

static GListModel *
get_subjects (GtkWidget *window)
{
  GtkWidget *row = atlas_test_find_type (get_options (window), "AdwComboRow");

  return adw_combo_row_get_model (ADW_COMBO_ROW (row));
}

static GListModel *
get_sheets (GtkWidget *window)
{
  GtkWidget *pages = atlas_test_find_type (window, "AtlasPagesView");
  GtkWidget *list = atlas_test_find_type (pages, "GtkListView");

  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

/* Ctrl+P offers the current scope; Escape closes the window and changes nothing. */
static void
test_scope (Fixture *fixture, gconstpointer data)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (fixture->navigation);
  AtlasPrintOptions *options;
  GListModel *subjects;
  GtkWidget *window;

  atlas_navigation_visit (fixture->navigation, atlas_dataset_lookup (dataset, "siping"));
  window = open_print_window (fixture);
  options = get_options (window);
  subjects = get_subjects (window);
  g_assert_true (atlas_print_options_get_scope (options) ==
                 atlas_navigation_get_scope (fixture->navigation));
  g_assert_null (atlas_print_options_get_filter (options));
  /* Siping, the province, two atlases, and each city. */
  g_assert_cmpuint (g_list_model_get_n_items (subjects), >, 10);
  press ("Escape");
  await (get_active ("AtlasPrintWindow") == NULL);
}

/* Records hidden on the map are not printed, and the filter may change meanwhile. */
static void
test_filter (Fixture *fixture, gconstpointer data)
{
  AtlasFilter *filter = atlas_navigation_get_filter (fixture->navigation);
  AtlasFilter *printed;
  GtkWidget *window;

  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS, FALSE);
  window = open_print_window (fixture);
  printed = atlas_print_options_get_filter (get_options (window));
  atlas_filter_reset (filter);
  g_assert_nonnull (printed);
  g_assert_false (atlas_filter_get_shows (printed, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS));
  press ("Escape");
  await (get_active ("AtlasPrintWindow") == NULL);
}

/* The first layout that is offered has one page. */
static void
test_brief (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = open_print_window (fixture);
  GListModel *sheets = get_sheets (window);

  await (g_list_model_get_n_items (sheets) > 0);
  g_assert_cmpuint (g_list_model_get_n_items (sheets), ==, 1);
  g_assert_cmpint (atlas_print_options_get (get_options (window))->page.layout, ==,
                   ATLAS_PAGE_LAYOUT_BRIEF);
  press ("Escape");
  await (get_active ("AtlasPrintWindow") == NULL);
}

/* The tour of the dataset is a choice, with a page for each view. */
static void
test_tour (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = open_print_window (fixture);
  GtkWidget *row = atlas_test_find_type (get_options (window), "AdwComboRow");
  GListModel *sheets = get_sheets (window);
  g_autoptr (GtkStringObject) choice = g_list_model_get_item (get_subjects (window), 3);

  g_assert_cmpstr (gtk_string_object_get_string (choice), ==, "Tour: The Reply in Twelve Views");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 3);
  await (g_list_model_get_n_items (sheets) == 12);
  press ("Escape");
  await (get_active ("AtlasPrintWindow") == NULL);
}

/* A tour that the user has added is a choice after those of the dataset, and one that the user has
 * changed replaces that of the dataset. A tour that is removed meanwhile can still be printed. */
static void
test_own_tours (Fixture *fixture, gconstpointer data)
{
  AtlasTourList *tours = fixture->window->tours;
  g_autoptr (AtlasText) title = atlas_text_new ("Mine", NULL, NULL);
  g_autoptr (AtlasText) other_title = atlas_text_new ("Changed", NULL, NULL);
  g_autoptr (AtlasTourStep) step = atlas_tour_step_new ("jilin-atlas:?scope=siping", NULL);
  g_autoptr (AtlasTour) own = atlas_tour_new ("own", title);
  g_autoptr (AtlasTour) changed =
    atlas_tour_copy_with_title (atlas_tour_list_lookup (tours, "reply"), other_title);
  g_autoptr (GtkStringObject) first = NULL;
  g_autoptr (GtkStringObject) second = NULL;
  GtkWidget *window, *row;
  GListModel *sheets;

  atlas_tour_add_step (own, step);
  /* Do not save them. */
  fixture->window->is_loading_tours = TRUE;
  atlas_tour_list_put (tours, own);
  atlas_tour_list_put (tours, changed);
  window = open_print_window (fixture);
  sheets = get_sheets (window);
  row = atlas_test_find_type (get_options (window), "AdwComboRow");
  first = g_list_model_get_item (get_subjects (window), 3);
  second = g_list_model_get_item (get_subjects (window), 4);
  g_assert_cmpstr (gtk_string_object_get_string (first), ==, "Tour: Changed");
  g_assert_cmpstr (gtk_string_object_get_string (second), ==, "Tour: Mine");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 3);
  await (g_list_model_get_n_items (sheets) == 12);
  atlas_tour_list_remove (tours, "own");
  g_clear_object (&own);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 4);
  await (g_list_model_get_n_items (sheets) == 1);
  press ("Escape");
  await (get_active ("AtlasPrintWindow") == NULL);
  fixture->window->is_loading_tours = FALSE;
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window;
  AtlasPagesView *pages;
  GtkWidget *list;
  GListModel *sheets;

  g_settings_set_string (fixture->settings, "print-layout", "compact");
  window = open_print_window (fixture);
  pages = ATLAS_PAGES_VIEW (atlas_test_find_type (window, "AtlasPagesView"));
  list = atlas_test_find_type (pages, "GtkListView");
  sheets = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  await (g_list_model_get_n_items (sheets) > 3);
  press ("Page_Down");
  await (atlas_pages_view_get_page (pages) == 1);
  press ("Page_Up");
  await (atlas_pages_view_get_page (pages) == 0);
  press ("Escape");
  await (get_active ("AtlasPrintWindow") == NULL);
}

/* Saves the settings of a printer that writes a file, as the dialog would. */
static void
choose_printer (Fixture *fixture, const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  GVariantDict printer;

  g_variant_dict_init (&printer, NULL);
  g_variant_dict_insert (&printer, "printer", "s", "Print to File");
  g_variant_dict_insert (&printer, "output-uri", "s", uri);
  g_variant_dict_insert (&printer, "output-file-format", "s", "pdf");
  g_settings_set_value (fixture->settings, "printer-settings", g_variant_dict_end (&printer));
}

static char *
read_text (const char *path)
{
  const char *argv[] = { "pdftotext", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL,
                &error);
  g_assert_no_error (error);
  return text;
}

/* The printer may still be writing after the window is closed. */
static gboolean
is_complete (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  return g_file_get_contents (path, &contents, &length, NULL) && length > 6 &&
         memcmp (contents + length - 6, "%%EOF\n", 6) == 0;
}

/* Ctrl+P, Enter, Enter. */
static void
test_print (Fixture *fixture, gconstpointer data)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (fixture->navigation);
  g_autofree char *folder = g_dir_make_tmp ("atlas-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "printed.pdf", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GVariant) remembered = NULL;
  GtkWidget *dialog;

  choose_printer (fixture, path);
  atlas_navigation_visit (fixture->navigation, atlas_dataset_lookup (dataset, "siping"));
  open_print_window (fixture);
  press ("Return");
  await (get_active ("GtkPrintUnixDialog") != NULL);
  dialog = get_active ("GtkPrintUnixDialog");
  /* The button becomes sensitive when the printer is found. */
  await (gtk_widget_is_sensitive (gtk_dialog_get_widget_for_response (GTK_DIALOG (dialog),
                                                                      GTK_RESPONSE_OK)));
  press ("alt+p");
  await (get_active ("GtkPrintUnixDialog") == NULL && get_active ("AtlasPrintWindow") == NULL);
  await (is_complete (path));
  text = read_text (path);
  g_assert_nonnull (strstr (text, "Siping"));
  remembered = g_settings_get_value (fixture->settings, "printer-settings");
  g_assert_true (g_variant_lookup (remembered, "printer", "s", NULL));
  g_assert_false (g_variant_lookup (remembered, "output-uri", "s", NULL));
  g_assert_no_errno (g_remove (path));
  g_assert_no_errno (g_rmdir (folder));
}

static gboolean
says (GtkWidget *widget, const char *words)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL;
}

static void
press_escape (Fixture *fixture)
{
  press ("Escape");
  await (fixture->print_window == NULL);
}

/* If parts of a file are left out, the window says so before printing. */
static void
test_left_out (Fixture *fixture, gconstpointer data)
{
  static const char text[] =
    "{\"format\": \"jilin-atlas\", \"version\": 1, \"title\": \"T\", \"sources\": [], \"places\": ["
    "{\"id\": \"a\", \"name\": \"A\", \"kind\": \"town\", \"latitude\": 43, \"longitude\": 125},"
    "{\"id\": \"b\", \"name\": \"B\", \"kind\": \"town\", \"latitude\": 99, \"longitude\": 125}]}";
  const char *words = "1 record of the data file has a fault and is left out.";
  AtlasDataset *whole = atlas_navigation_get_dataset (fixture->navigation);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "atlas-left-out.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *window = open_print_window (fixture);

  g_assert_null (atlas_test_find (window, says, words));
  press_escape (fixture);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  atlas_window_open (fixture->window, file);
  await (atlas_navigation_get_dataset (fixture->navigation) != whole);
  window = open_print_window (fixture);
  g_assert_true (gtk_widget_get_mapped (atlas_test_find (window, says, words)));
  press_escape (fixture);
  g_assert_no_errno (g_remove (path));
}

#ifndef HAS_OTHER_ALLOCATOR

/* The memory of the process, in MB. */
static double
measure_memory (void)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = NULL;

  g_file_get_contents ("/proc/self/statm", &text, NULL, &error);
  g_assert_no_error (error);
  words = g_strsplit (text, " ", 3);
  return g_ascii_strtod (words[1], NULL) * sysconf (_SC_PAGESIZE) / 1e6;
}

static void
open_and_close (Fixture *fixture)
{
  GtkWidget *window, *list;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.print", NULL);
  await (get_active ("AtlasPrintWindow") != NULL);
  window = get_active ("AtlasPrintWindow");
  fixture->print_window = window;
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &fixture->print_window);
  list = atlas_test_find_type (atlas_test_find_type (window, "AtlasPagesView"), "GtkListView");
  await (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))) >
         3);
  atlas_test_settle ();
  gtk_window_close (GTK_WINDOW (window));
  await (fixture->print_window == NULL);
}

/* After 20 windows, further ones need no more memory. Single measurements differ by about 10 MB, so
 * take the largest of several, and then the smallest. */
static void
test_memory (Fixture *fixture, gconstpointer data)
{
  double warm = 0, last = G_MAXDOUBLE;

  /* Many pages need the most memory. */
  g_settings_set_string (fixture->settings, "print-layout", "compact");
  for (guint i = 1; i <= 50; i++)
    {
      double megabytes;

      open_and_close (fixture);
      megabytes = measure_memory ();
      if (i > 10 && i <= 20)
        warm = MAX (warm, megabytes);
      if (i > 40)
        last = MIN (last, megabytes);
    }
  g_test_message ("%.1f MB, then %.1f MB", warm, last);
  g_assert_cmpfloat (last - warm, <, 5);
}

#endif

int
main (int argc, char *argv[])
{
  atlas_work_init ();
  atlas_test_display_init (&argc, &argv);
#define ADD(name, test)                                                                            \
  g_test_add ("/printing/print-window/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("scope", test_scope);
  ADD ("filter", test_filter);
  ADD ("brief", test_brief);
  ADD ("tour", test_tour);
  ADD ("own-tours", test_own_tours);
  ADD ("pages", test_pages);
  ADD ("print", test_print);
  ADD ("left-out", test_left_out);
#ifndef HAS_OTHER_ALLOCATOR
  ADD ("memory", test_memory);
#endif
#undef ADD
  return atlas_test_run ();
}
