/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-tour.h"

#include <string.h>

/* A tour whose steps lead to the pages a, b and c. */
static AtlasTour *
make_tour (void)
{
  g_autoptr (AtlasText) title = atlas_text_new (NULL, "Tour", NULL);
  AtlasTour *tour = atlas_tour_new ("t", title);

  for (const char *page = "abc"; *page != '\0'; page++)
    {
      g_autofree char *view = g_strdup_printf ("jilin-atlas:?page=%c", *page);
      g_autoptr (AtlasTourStep) step = atlas_tour_step_new (view, NULL);

      atlas_tour_step_add_citation (step, "s", "3.2", 2);
      atlas_tour_add_step (tour, step);
    }
  return tour;
}

static void
assert_pages (AtlasTour *tour, const char *pages)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < atlas_tour_get_n_steps (tour); i++)
    {
      const char *view = atlas_tour_step_get_view (atlas_tour_get_step (tour, i));

      g_string_append_c (found, view[strlen (view) - 1]);
    }
  g_assert_cmpstr (found->str, ==, pages);
  g_assert_cmpstr (atlas_tour_get_id (tour), ==, "t");
}

static void
test_order (void)
{
  g_autoptr (AtlasTour) tour = make_tour ();
  g_autoptr (AtlasTour) later = atlas_tour_copy_with_order (tour, 0, 2);
  g_autoptr (AtlasTour) earlier = atlas_tour_copy_with_order (tour, 2, 0);
  g_autoptr (AtlasTour) same = atlas_tour_copy_with_order (tour, 1, 1);

  assert_pages (later, "bca");
  assert_pages (earlier, "cab");
  assert_pages (same, "abc");
  assert_pages (tour, "abc");
}

static void
test_steps (void)
{
  g_autoptr (AtlasTour) tour = make_tour ();
  g_autoptr (AtlasTourStep) step = atlas_tour_step_new ("jilin-atlas:?page=d", NULL);
  g_autoptr (AtlasTour) added = atlas_tour_copy_with_step (tour, 3, step);
  g_autoptr (AtlasTour) replaced = atlas_tour_copy_with_step (tour, 0, step);
  g_autoptr (AtlasTour) removed = atlas_tour_copy_without_step (tour, 1);

  assert_pages (added, "abcd");
  assert_pages (replaced, "dbc");
  assert_pages (removed, "ac");
  assert_pages (tour, "abc");
}

static void
test_words (void)
{
  g_autoptr (AtlasTour) tour = make_tour ();
  g_autoptr (AtlasText) words = atlas_text_new (NULL, "Words", NULL);
  g_autoptr (AtlasTour) renamed = atlas_tour_copy_with_title (tour, words);
  g_autoptr (AtlasTourStep) step =
    atlas_tour_step_copy_with_caption (atlas_tour_get_step (tour, 1), words);

  assert_pages (renamed, "abc");
  g_assert_cmpstr (atlas_text_get (atlas_tour_get_title (renamed), ATLAS_LANGUAGE_EN), ==, "Words");
  g_assert_cmpstr (atlas_text_get (atlas_tour_get_title (tour), ATLAS_LANGUAGE_EN), ==, "Tour");
  g_assert_cmpstr (atlas_tour_step_get_view (step), ==, "jilin-atlas:?page=b");
  g_assert_cmpstr (atlas_text_get (atlas_tour_step_get_caption (step), ATLAS_LANGUAGE_EN), ==,
                   "Words");
  g_assert_null (atlas_tour_step_get_caption (atlas_tour_get_step (tour, 1)));
  g_assert_cmpuint (atlas_tour_step_get_n_citations (step), ==, 1);
  g_assert_cmpuint (atlas_tour_step_get_citation (step, 0)->paragraph, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/records/tour/order", test_order);
  g_test_add_func ("/records/tour/steps", test_steps);
  g_test_add_func ("/records/tour/words", test_words);

  return g_test_run ();
}
