/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-filter-words.h"

static void
assert_facets (AtlasFilter *filter, AtlasLanguage language, const char *expected)
{
  g_autofree char *words = atlas_filter_describe_facets (filter, language);

  g_assert_cmpstr (words, ==, expected);
}

/* Uses the fewest names: the hidden values if they are few, else the visible ones. */
static void
test_facets (void)
{
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();

  assert_facets (filter, ATLAS_LANGUAGE_EN, "");
  g_assert_cmpint (atlas_filter_get_wording (filter, ATLAS_FACET_LINKS), ==,
                   ATLAS_FILTER_WORDING_OPEN);
  atlas_filter_set_shows (filter, ATLAS_FACET_INDUSTRIES, ATLAS_INDUSTRY_GROUP_ENERGY, FALSE);
  atlas_filter_set_shows (filter, ATLAS_FACET_INDUSTRIES, ATLAS_INDUSTRY_GROUP_FOOD, FALSE);
  assert_facets (filter, ATLAS_LANGUAGE_EN, "Without Energy, Farming and food");
  atlas_filter_show_only (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS);
  assert_facets (filter, ATLAS_LANGUAGE_EN, "Only: Bus routes · Without Energy, Farming and food");
  atlas_filter_show_all (filter, ATLAS_FACET_INDUSTRIES);
  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS, FALSE);
  assert_facets (filter, ATLAS_LANGUAGE_EN, "All hidden: Links");
}

/* Time also hides figures. A facet does so only if it shows a few of its values, and the text says
 * which. */
static void
test_unsorted (void)
{
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  const AtlasDate until = { 2018, 0, 0 };

  atlas_filter_set_time (filter, NULL, &until);
  g_assert_null (atlas_filter_describe_unsorted (filter, ATLAS_LANGUAGE_EN));
  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS, FALSE);
  g_assert_cmpstr (atlas_filter_describe_unsorted (filter, ATLAS_LANGUAGE_EN), ==,
                   "Figures, plans, projects and next steps are not filtered");
  atlas_filter_show_only (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS);
  g_assert_cmpstr (atlas_filter_describe_unsorted (filter, ATLAS_LANGUAGE_EN), ==,
                   "Figures, plans, projects and next steps are listed only if they concern these");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/filter-words/facets", test_facets);
  g_test_add_func ("/query/filter-words/unsorted", test_unsorted);
  return g_test_run ();
}
