/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "pages-fixture.h"

#include <math.h>

#include "atlas-summary-painter.h"
#include "atlas-translation.h"

/* Compares pages with reference pictures.
 *
 * The pictures are small: they show positions, brightness and colors, but not the outlines of
 * letters, which differ between versions of a font. If a page differs, the new picture is written
 * to the build folder; if it is correct, copy it over the reference. */

/* A page of 595 points is rendered to that many pixels, then reduced to a quarter. */
#define FACTOR 4

/* Of 255. Another version of a font changes a little everywhere; a missing table, or one that has
 * moved by a few lines, changes more. */
#define MEAN_TOLERANCE 1.2
#define PIXEL_TOLERANCE 48
#define MAX_OTHER_PIXELS 0.009

typedef struct
{
  const char *name;
  const char *scope;
  AtlasSummaryOptions options;
  guint page;
} Case;

#define ALL .parts = ATLAS_SUMMARY_PARTS_ALL

static const Case cases[] = {
  { "province", NULL, { ALL }, 0 },
  { "province-table", NULL, { ALL }, 5 },
  { "city-official", "siping", { { .layout = ATLAS_PAGE_LAYOUT_OFFICIAL }, ALL, 0 }, 0 },
  { "pair-english", "jl-changping", { { .language = ATLAS_LANGUAGE_EN }, ALL, 0 }, 0 },
  { "route-notes", "bus-liaoyuan-siping", { ALL }, 1 },
  { "industry-a3",
    "ind-hydrogen",
    { { ATLAS_PAPER_A3, TRUE, ATLAS_PAGE_LAYOUT_COMPACT, ATLAS_LANGUAGE_KO }, ALL, 0 },
    0 },
  { "brief-pair", "jl-changping", { { .layout = ATLAS_PAGE_LAYOUT_BRIEF }, ALL, 0 }, 0 },
  { "brief-province",
    NULL,
    { { .landscape = TRUE, .layout = ATLAS_PAGE_LAYOUT_BRIEF }, ALL, 0 },
    0 },
  { "atlas-of-cities", NULL, { .kind = ATLAS_SUMMARY_KIND_CITIES, ALL }, 3 },
};

static AtlasDataset *dataset;

static cairo_surface_t *
draw_page (const Case *self)
{
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, self->scope);
  g_autoptr (AtlasSummary) summary = pages_fixture_new_summary (scope, &self->options);
  const AtlasPageMetrics *metrics = atlas_summary_get_metrics (summary);
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) metrics->width, (int) metrics->height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  atlas_summary_painter_paint (cr, summary, self->page);
  cairo_destroy (cr);
  return surface;
}

static guint
get_channel (cairo_surface_t *surface, int x, int y, guint channel)
{
  const guint8 *row = cairo_image_surface_get_data (surface) +
                      (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x] >> (8 * channel) & 0xff;
}

/* The mean of FACTOR × FACTOR pixels. */
static guint32
get_mean (cairo_surface_t *surface, int x, int y)
{
  guint32 color = 0;

  for (guint channel = 0; channel < 3; channel++)
    {
      guint sum = 0;

      for (int i = 0; i < FACTOR * FACTOR; i++)
        sum += get_channel (surface, x * FACTOR + i % FACTOR, y * FACTOR + i / FACTOR, channel);
      color |= sum / (FACTOR * FACTOR) << (8 * channel);
    }
  return color;
}

/* Takes ownership of @surface. */
static cairo_surface_t *
make_small (cairo_surface_t *surface)
{
  const int width = cairo_image_surface_get_width (surface) / FACTOR;
  const int height = cairo_image_surface_get_height (surface) / FACTOR;
  cairo_surface_t *small = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  guint8 *data = cairo_image_surface_get_data (small);
  const gsize stride = (gsize) cairo_image_surface_get_stride (small);

  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      ((guint32 *) (gpointer) (data + (gsize) y * stride))[x] = get_mean (surface, x, y);
  cairo_surface_mark_dirty (small);
  cairo_surface_destroy (surface);
  return small;
}

static void
compare_pixels (cairo_surface_t *drawn, cairo_surface_t *expected, double *mean, double *others)
{
  const int width = cairo_image_surface_get_width (drawn);
  const int height = cairo_image_surface_get_height (drawn);
  guint64 sum = 0;
  guint n_others = 0;

  for (int i = 0; i < width * height; i++)
    {
      guint most = 0;

      for (guint channel = 0; channel < 3; channel++)
        {
          const guint a = get_channel (drawn, i % width, i / width, channel);
          const guint b = get_channel (expected, i % width, i / width, channel);

          most = MAX (most, MAX (a, b) - MIN (a, b));
        }
      sum += most;
      n_others += most > PIXEL_TOLERANCE;
    }
  *mean = (double) sum / (width * height);
  *others = (double) n_others / (width * height);
}

static gboolean
is_same (cairo_surface_t *drawn, cairo_surface_t *expected)
{
  double mean, others;

  if (cairo_surface_status (expected) != CAIRO_STATUS_SUCCESS ||
      cairo_image_surface_get_width (drawn) != cairo_image_surface_get_width (expected) ||
      cairo_image_surface_get_height (drawn) != cairo_image_surface_get_height (expected))
    return FALSE;
  compare_pixels (drawn, expected, &mean, &others);
  g_test_message ("Mean difference %.3f of 255, %.3f%% of pixels are others", mean, others * 100);
  return mean <= MEAN_TOLERANCE && others <= MAX_OTHER_PIXELS;
}

static void
test_picture (gconstpointer data)
{
  const Case *self = data;
  g_autofree char *name = g_strconcat (self->name, ".png", NULL);
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "tests", "summary", "pictures", name, NULL);
  cairo_surface_t *drawn = make_small (draw_page (self));
  cairo_surface_t *expected = cairo_image_surface_create_from_png (path);

  if (!is_same (drawn, expected))
    {
      g_autofree char *other = g_test_build_filename (G_TEST_BUILT, "tests", "summary", name, NULL);

      cairo_surface_write_to_png (drawn, other);
      g_test_message ("The page is not as in %s any more. If %s is better, copy it there.", path,
                      other);
      g_test_fail ();
    }
  cairo_surface_destroy (expected);
  cairo_surface_destroy (drawn);
}

/* The comparison detects a different page. */
static void
test_tells_apart (void)
{
  Case other = cases[0];
  cairo_surface_t *page = make_small (draw_page (&cases[0]));
  cairo_surface_t *without_contents;

  other.options.parts &= ~ATLAS_SUMMARY_PART_CONTENTS;
  without_contents = make_small (draw_page (&other));
  g_assert_true (is_same (page, page));
  g_assert_false (is_same (page, without_contents));
  cairo_surface_destroy (page);
  cairo_surface_destroy (without_contents);
}

int
main (int argc, char **argv)
{
  g_autofree char *catalogues = NULL;
  int status;

  g_setenv ("SOURCE_DATE_EPOCH", "1622332800", TRUE);
  g_test_init (&argc, &argv, NULL);
  catalogues = g_test_build_filename (G_TEST_BUILT, "po", NULL);
  atlas_translation_set_directory (catalogues);
  dataset = atlas_test_dataset_read_jilin ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/summary/pictures/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_picture);
    }
  g_test_add_func ("/summary/pictures/tells-apart", test_tells_apart);
  status = g_test_run ();
  g_object_unref (dataset);
  return status;
}
