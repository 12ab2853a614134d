/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-page-setup.h"

#define MM(points) ((points) * 25.4 / 72)
#define assert_mm(points, mm) g_assert_cmpfloat_with_epsilon (MM (points), mm, 1e-6)

static AtlasPageMetrics
get_metrics (AtlasPaper paper, gboolean landscape, AtlasPageLayout layout)
{
  const AtlasPageSetup setup = { paper, landscape, layout, ATLAS_LANGUAGE_ZH };

  return atlas_page_setup_get_metrics (&setup);
}

static void
test_official (void)
{
  const AtlasPageMetrics a4 = get_metrics (ATLAS_PAPER_A4, FALSE, ATLAS_PAGE_LAYOUT_OFFICIAL);

  assert_mm (a4.width, 210);
  assert_mm (a4.height, 297);
  assert_mm (a4.top, 37);
  assert_mm (a4.left, 28);
  assert_mm (a4.frame.column_width, 156);
  assert_mm (a4.frame.height, 225);
  g_assert_cmpuint (a4.frame.n_columns, ==, 1);
}

/* Front pages are bound at the left edge, and back pages at the right edge. */
static void
test_binding (void)
{
  const AtlasPageMetrics a4 = get_metrics (ATLAS_PAPER_A4, FALSE, ATLAS_PAGE_LAYOUT_OFFICIAL);

  assert_mm (atlas_page_metrics_get_left (&a4, 0), 28);
  assert_mm (atlas_page_metrics_get_left (&a4, 1), 210 - 28 - 156);
  assert_mm (atlas_page_metrics_get_left (&a4, 2), 28);
}

/* On all papers, frame and footer are within the printable area. */
static void
test_all_fit (void)
{
  for (guint paper = 0; paper < ATLAS_N_PAPERS; paper++)
    for (guint layout = 0; layout < ATLAS_N_PAGE_LAYOUTS; layout++)
      for (guint landscape = 0; landscape < 2; landscape++)
        {
          const AtlasPageMetrics metrics =
            get_metrics ((AtlasPaper) paper, landscape == 1, (AtlasPageLayout) layout);
          const double width = atlas_page_metrics_get_text_width (&metrics);

          g_assert_true (landscape == (metrics.width > metrics.height));
          for (guint page = 0; page < 2; page++)
            {
              const double left = atlas_page_metrics_get_left (&metrics, page);

              g_assert_cmpfloat (MM (left), >=, 10);
              g_assert_cmpfloat (MM (metrics.width - left - width), >=, 10);
            }
          g_assert_cmpfloat (MM (metrics.top), >=, 10);
          g_assert_cmpfloat (metrics.footer, >, metrics.top + metrics.frame.height);
          g_assert_cmpfloat (MM (metrics.height - metrics.footer), >=, 5);
        }
}

static void
test_columns (void)
{
  const AtlasPageMetrics wide = get_metrics (ATLAS_PAPER_A3, TRUE, ATLAS_PAGE_LAYOUT_COMPACT);
  const AtlasPageMetrics tall = get_metrics (ATLAS_PAPER_A3, FALSE, ATLAS_PAGE_LAYOUT_COMPACT);

  g_assert_cmpuint (wide.frame.n_columns, ==, 2);
  g_assert_cmpuint (tall.frame.n_columns, ==, 1);
  g_assert_cmpfloat_with_epsilon (atlas_page_metrics_get_text_width (&wide),
                                  2 * wide.frame.column_width + wide.frame.column_gap, 1e-9);
}

static void
test_names (void)
{
  AtlasPaper paper = ATLAS_PAPER_A4;
  AtlasPageLayout layout = ATLAS_PAGE_LAYOUT_COMPACT;

  for (guint i = 0; i < ATLAS_N_PAPERS; i++)
    {
      g_assert_true (atlas_paper_from_name (atlas_paper_get_name ((AtlasPaper) i), &paper));
      g_assert_cmpuint (paper, ==, i);
    }
  for (guint i = 0; i < ATLAS_N_PAGE_LAYOUTS; i++)
    {
      g_assert_true (atlas_page_layout_from_name (atlas_page_layout_get_name ((AtlasPageLayout) i),
                                                  &layout));
      g_assert_cmpuint (layout, ==, i);
    }
  g_assert_true (atlas_paper_from_name ("A3", &paper));
  g_assert_cmpint (paper, ==, ATLAS_PAPER_A3);
  g_assert_false (atlas_paper_from_name ("a5", &paper));
  g_assert_cmpint (paper, ==, ATLAS_PAPER_A3);
  g_assert_false (atlas_page_layout_from_name ("", &layout));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/page-setup/official", test_official);
  g_test_add_func ("/pages/page-setup/binding", test_binding);
  g_test_add_func ("/pages/page-setup/all-fit", test_all_fit);
  g_test_add_func ("/pages/page-setup/columns", test_columns);
  g_test_add_func ("/pages/page-setup/names", test_names);
  return g_test_run ();
}
