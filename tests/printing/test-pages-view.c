/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-pages-view.h"

#include "atlas-preview.h"
#include "atlas-sheet-view-private.h"
#include "atlas-test-display.h"
#include "pages-fixture.h"

typedef struct
{
  AtlasPreview *preview;
  GtkWidget *window;
  AtlasPagesView *view;
  AtlasSheetView *page; /* the large page */
} Fixture;

static AtlasDataset *dataset;

static const AtlasSummaryOptions options = { .parts = ATLAS_SUMMARY_PARTS_ALL };

/* The last of the views is the large one, after the thumbnails. */
static void
find_page (GtkWidget *widget, AtlasSheetView **page)
{
  if (ATLAS_IS_SHEET_VIEW (widget))
    *page = ATLAS_SHEET_VIEW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_page (child, page);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, "siping");

  fixture->preview = atlas_preview_new ();
  fixture->view = g_object_new (ATLAS_TYPE_PAGES_VIEW, NULL);
  fixture->window = gtk_window_new ();
  atlas_pages_view_set_sheets (fixture->view, atlas_preview_get_sheets (fixture->preview));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 600);
  gtk_window_present (GTK_WINDOW (fixture->window));
  atlas_preview_make (fixture->preview, scope, NULL, &options);
  await (!atlas_preview_is_busy (fixture->preview));
  find_page (GTK_WIDGET (fixture->view), &fixture->page);
  await (gtk_widget_get_width (GTK_WIDGET (fixture->page)) > 100);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->preview);
}

static gboolean
activate (Fixture *fixture, const char *action)
{
  return gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, NULL);
}

static guint
get_shown_page (Fixture *fixture)
{
  return atlas_sheet_get_page (fixture->page->sheet);
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  const guint n_pages = atlas_summary_get_n_pages (atlas_preview_get_summary (fixture->preview));

  g_assert_cmpuint (get_shown_page (fixture), ==, 0);
  activate (fixture, "pages.previous");
  g_assert_cmpuint (atlas_pages_view_get_page (fixture->view), ==, 0);
  for (guint i = 1; i < n_pages; i++)
    {
      activate (fixture, "pages.next");
      g_assert_cmpuint (atlas_pages_view_get_page (fixture->view), ==, i);
      g_assert_cmpuint (get_shown_page (fixture), ==, i);
    }
  activate (fixture, "pages.next");
  g_assert_cmpuint (atlas_pages_view_get_page (fixture->view), ==, n_pages - 1);
}

/* With fewer pages, an existing page is shown. */
static void
test_fewer_pages (Fixture *fixture, gconstpointer data)
{
  const AtlasSummaryOptions map = { .parts = ATLAS_SUMMARY_PART_MAP };
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, "siping");

  activate (fixture, "pages.next");
  atlas_preview_make (fixture->preview, scope, NULL, &map);
  await (!atlas_preview_is_busy (fixture->preview));
  g_assert_cmpuint (atlas_pages_view_get_page (fixture->view), ==, 0);
  g_assert_cmpuint (get_shown_page (fixture), ==, 0);
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  const double fitting = atlas_sheet_view_get_shown_scale (fixture->page);
  double scale = fitting;

  /* The whole page is visible. */
  g_assert_cmpfloat (fixture->page->scale, ==, 0);
  g_assert_cmpfloat (fitting * 842, <, 600);
  for (guint i = 0; i < 20; i++)
    {
      activate (fixture, "pages.zoom-in");
      g_assert_cmpfloat (fixture->page->scale, >=, scale);
      scale = fixture->page->scale;
    }
  g_assert_cmpfloat_with_epsilon (scale, 4 * 96 / 72.0, 1e-9);
  for (guint i = 0; i < 20; i++)
    activate (fixture, "pages.zoom-out");
  g_assert_cmpfloat_with_epsilon (fixture->page->scale, 0.5 * 96 / 72.0, 1e-9);
  activate (fixture, "pages.zoom-fit");
  g_assert_cmpfloat (atlas_sheet_view_get_shown_scale (fixture->page), ==, fitting);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  AtlasSheet *sheet = fixture->page->sheet;
  g_autofree char *words = atlas_sheet_describe (sheet);
  g_autofree char *expected = g_strdup_printf (
    "Page 1 of %u", atlas_summary_get_n_pages (atlas_preview_get_summary (fixture->preview)));

  g_assert_cmpstr (words, ==, expected);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->page), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->page),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, expected);
}

int
main (int argc, char *argv[])
{
  int status;

  atlas_test_display_init (&argc, &argv);
  dataset = atlas_test_dataset_read_jilin ();
#define ADD(name, test)                                                                            \
  g_test_add ("/printing/pages-view/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("pages", test_pages);
  ADD ("fewer-pages", test_fewer_pages);
  ADD ("zoom", test_zoom);
  ADD ("names", test_names);
#undef ADD
  status = atlas_test_run ();
  g_object_unref (dataset);
  return status;
}
