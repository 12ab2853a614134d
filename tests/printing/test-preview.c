/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-preview.h"

#include "atlas-fonts.h"
#include "atlas-sheet.h"
#include "atlas-test-display.h"
#include "pages-fixture.h"

static AtlasDataset *dataset;

static const AtlasSummaryOptions all = { .parts = ATLAS_SUMMARY_PARTS_ALL };
static const AtlasSummaryOptions short_one = { .parts = ATLAS_SUMMARY_PART_MAP };

static void
make (AtlasPreview *preview, const char *id, const AtlasSummaryOptions *options)
{
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, id);

  atlas_preview_make (preview, scope, NULL, options);
}

static AtlasSheet *
get_sheet (AtlasPreview *preview, guint index)
{
  g_autoptr (AtlasSheet) sheet = g_list_model_get_item (atlas_preview_get_sheets (preview), index);

  return sheet;
}

static void
test_new (void)
{
  AtlasPreview *preview = atlas_preview_new ();

  g_assert_false (atlas_preview_is_busy (preview));
  g_assert_null (atlas_preview_get_summary (preview));
  g_assert_cmpuint (g_list_model_get_n_items (atlas_preview_get_sheets (preview)), ==, 0);
  g_assert_finalize_object (preview);
}

/* The pages are those of the summary, and existing sheets keep their position. */
static void
test_make (void)
{
  g_autoptr (AtlasPreview) preview = atlas_preview_new ();
  GListModel *sheets = atlas_preview_get_sheets (preview);
  AtlasSheet *first;
  guint n_pages;

  make (preview, "siping", &all);
  g_assert_true (atlas_preview_is_busy (preview));
  await (!atlas_preview_is_busy (preview));
  n_pages = atlas_summary_get_n_pages (atlas_preview_get_summary (preview));
  g_assert_cmpuint (n_pages, >, 2);
  g_assert_cmpuint (g_list_model_get_n_items (sheets), ==, n_pages);
  first = get_sheet (preview, 0);

  make (preview, "siping", &short_one);
  g_assert_cmpuint (g_list_model_get_n_items (sheets), ==, n_pages);
  await (!atlas_preview_is_busy (preview));
  g_assert_cmpuint (g_list_model_get_n_items (sheets), ==, 1);
  g_assert_true (get_sheet (preview, 0) == first);
  g_assert_true (atlas_sheet_get_summary (first) == atlas_preview_get_summary (preview));
}

/* Of several requests only the last one counts. */
static void
test_last_wish (void)
{
  g_autoptr (AtlasPreview) preview = atlas_preview_new ();

  make (preview, NULL, &all);
  make (preview, "siping", &all);
  make (preview, "jl-changping", &all);
  await (!atlas_preview_is_busy (preview));
  g_assert_cmpstr (atlas_summary_get_title (atlas_preview_get_summary (preview)), ==, "长平一体化");
}

/* A running task does no harm after the preview is disposed. */
static void
test_dropped (void)
{
  AtlasPreview *preview = atlas_preview_new ();
  g_autoptr (AtlasPreview) other = atlas_preview_new ();

  make (preview, NULL, &all);
  g_assert_finalize_object (preview);
  make (other, "siping", &all);
  await (!atlas_preview_is_busy (other));
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(GdkTexture **) data = atlas_sheet_draw_finish (result, &error);
  g_assert_no_error (error);
}

/* A page is drawn in the requested width, and is not empty. */
static void
test_draw (void)
{
  g_autoptr (AtlasPreview) preview = atlas_preview_new ();
  g_autoptr (GdkTexture) picture = NULL;
  g_autofree guint32 *pixels = g_new0 (guint32, 300 * 425);
  guint n_marked = 0;

  make (preview, "siping", &all);
  await (!atlas_preview_is_busy (preview));
  atlas_sheet_draw_async (get_sheet (preview, 0), 300, NULL, drawn_cb, &picture);
  await (picture != NULL);
  g_assert_cmpint (gdk_texture_get_width (picture), ==, 300);
  g_assert_cmpint (gdk_texture_get_height (picture), ==, 425);
  gdk_texture_download (picture, (guchar *) pixels, 300 * 4);
  for (guint i = 0; i < 300 * 425; i++)
    n_marked += pixels[i] != 0xffffffff;
  g_assert_cmpuint (n_marked, >, 10000);
  /* The paper is white up to its edge. */
  g_assert_cmphex (pixels[0], ==, 0xffffffff);
}

int
main (int argc, char *argv[])
{
  int status;

  atlas_fonts_init ();
  g_test_init (&argc, &argv, NULL);
  dataset = atlas_test_dataset_read_jilin ();
  g_test_add_func ("/printing/preview/new", test_new);
  g_test_add_func ("/printing/preview/make", test_make);
  g_test_add_func ("/printing/preview/last-wish", test_last_wish);
  g_test_add_func ("/printing/preview/dropped", test_dropped);
  g_test_add_func ("/printing/preview/draw", test_draw);
  status = atlas_test_run ();
  g_object_unref (dataset);
  return status;
}
