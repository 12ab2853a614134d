/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-belonging.h"

#include "atlas-place.h"
#include "atlas-test-dataset.h"
#include "atlas-translation.h"

static AtlasDataset *
new_dataset (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (GPtrArray) put = g_ptr_array_new_with_free_func (g_object_unref);
  AtlasDataset *derived;
  static const struct
  {
    const char *id, *places;
    AtlasUnit unit;
  } figures[] = {
    { "of-changchun", "changchun", ATLAS_UNIT_ENTERPRISE },
    { "of-zone", "zone-auto", ATLAS_UNIT_PLATFORM },
    { "of-province", "jilin", ATLAS_UNIT_REGION },
    { "of-three", "siping zone-auto zone-new-area liaoyuan", ATLAS_UNIT_FIELD },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_auto (GStrv) places = g_strsplit (figures[i].places, " ", -1);
      g_autoptr (AtlasRecord) figure =
        g_object_new (ATLAS_TYPE_FIGURE, "id", figures[i].id, "unit", figures[i].unit, NULL);

      for (gsize j = 0; places[j] != NULL; j++)
        atlas_record_add_reference (figure, ATLAS_ROLE_PLACES,
                                    atlas_test_dataset_get (dataset, places[j]));
      g_ptr_array_add (put, g_steal_pointer (&figure));
    }
  derived = atlas_dataset_derive (dataset, put, NULL, NULL);
  g_assert_nonnull (derived);
  return derived;
}

static AtlasFigure *
get_figure (AtlasDataset *dataset, const char *id)
{
  return ATLAS_FIGURE (atlas_dataset_lookup (dataset, id));
}

/* NULL for the province. */
static AtlasScope *
new_scope (AtlasDataset *dataset, const char *id)
{
  return atlas_scope_new (dataset, id != NULL ? atlas_test_dataset_get (dataset, id) : NULL);
}

static const struct
{
  const char *scope, *figure;
  AtlasBelonging belonging;
  const char *words; /* in English */
} cases[] = {
  { NULL, "total", ATLAS_BELONGING_OWN, "" },
  { NULL, "of-three", ATLAS_BELONGING_OWN, "" },
  /* It names no place, but is about a co-operation of two cities. */
  { "siping", "total", ATLAS_BELONGING_JOINT, "Together with Changchun" },
  { "changchun", "total", ATLAS_BELONGING_JOINT, "Together with Siping" },
  { "changping", "total", ATLAS_BELONGING_OWN, "" },
  /* The cost of a road is shared by the places along the road. */
  { "siping", "road-cost", ATLAS_BELONGING_JOINT, "Together with Changchun" },
  { "road", "road-cost", ATLAS_BELONGING_OWN, "" },
  { "road", "of-changchun", ATLAS_BELONGING_ELSEWHERE, "Changchun" },
  /* A part is shared like its whole. */
  { "siping", "done", ATLAS_BELONGING_JOINT, "Together with Changchun" },
  { "changping", "done", ATLAS_BELONGING_OWN, "" },
  { "changchun", "of-changchun", ATLAS_BELONGING_OWN, "" },
  { "siping", "of-changchun", ATLAS_BELONGING_ELSEWHERE, "Changchun" },
  { "changping", "of-changchun", ATLAS_BELONGING_OWN, "" },
  /* A zone is in its city, and the city is larger than the zone. */
  { "changchun", "of-zone", ATLAS_BELONGING_OWN, "" },
  { "zone-auto", "of-zone", ATLAS_BELONGING_OWN, "" },
  { "zone-auto", "of-changchun", ATLAS_BELONGING_ELSEWHERE, "Changchun" },
  { "siping", "of-province", ATLAS_BELONGING_ELSEWHERE, "Jilin" },
  { "jilin", "total", ATLAS_BELONGING_OWN, "" },
  /* Cities are named without duplicates, in the order of the figure. */
  { "siping", "of-three", ATLAS_BELONGING_JOINT, "Together with Changchun, Liaoyuan" },
};

static void
test_cases (void)
{
  g_autoptr (AtlasDataset) dataset = new_dataset ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasScope) scope = new_scope (dataset, cases[i].scope);
      AtlasFigure *figure = get_figure (dataset, cases[i].figure);
      g_autofree char *words = atlas_belonging_describe (scope, figure, ATLAS_LANGUAGE_EN);

      g_test_message ("%s in %s", cases[i].figure, cases[i].scope);
      g_assert_cmpint (atlas_belonging_of (scope, figure, NULL), ==, cases[i].belonging);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* In a comparison, figures of both places belong to the scope. */
static void
test_comparison (void)
{
  g_autoptr (AtlasDataset) dataset = new_dataset ();
  g_autoptr (AtlasScope) scope =
    atlas_scope_new_comparison (dataset, atlas_test_dataset_get (dataset, "siping"),
                                atlas_test_dataset_get (dataset, "changchun"));

  g_assert_cmpint (atlas_belonging_of (scope, get_figure (dataset, "total"), NULL), ==,
                   ATLAS_BELONGING_OWN);
  g_assert_cmpint (atlas_belonging_of (scope, get_figure (dataset, "of-three"), NULL), ==,
                   ATLAS_BELONGING_JOINT);
}

/* The text for sums differs from that for counts. */
static void
test_languages (void)
{
  g_autoptr (AtlasDataset) dataset = new_dataset ();
  g_autoptr (AtlasScope) scope = new_scope (dataset, "siping");
  static const struct
  {
    const char *figure;
    AtlasLanguage language;
    const char *words;
  } expected[] = {
    { "total", ATLAS_LANGUAGE_ZH, "与长春市合计" },
    { "total", ATLAS_LANGUAGE_KO, "창춘시와(과) 합계" },
    { "of-three", ATLAS_LANGUAGE_ZH, "与长春市、辽源市共同" },
    { "of-three", ATLAS_LANGUAGE_KO, "창춘시, 랴오위안시와(과) 공동" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *words = atlas_belonging_describe (
        scope, get_figure (dataset, expected[i].figure), expected[i].language);

      g_assert_cmpstr (words, ==, expected[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *localedir = NULL;

  g_test_init (&argc, &argv, NULL);
  localedir = g_test_build_filename (G_TEST_BUILT, "po", NULL);
  atlas_translation_set_directory (localedir);
  g_test_add_func ("/query/belonging/cases", test_cases);
  g_test_add_func ("/query/belonging/comparison", test_comparison);
  g_test_add_func ("/query/belonging/languages", test_languages);
  return g_test_run ();
}
