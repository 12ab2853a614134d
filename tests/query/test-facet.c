/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-dataset.h"

#include "atlas-facet.h"

/* Every value has its own label in every language. */
static void
test_labels (void)
{
  for (guint facet = 0; facet < ATLAS_N_FACETS; facet++)
    for (int language = ATLAS_LANGUAGE_ZH; language <= ATLAS_LANGUAGE_KO; language++)
      {
        g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);

        g_assert_cmpstr (atlas_facet_get_name (facet, language), !=, "");
        for (guint value = 0; value < atlas_facet_get_n_values (facet); value++)
          {
            const char *label = atlas_facet_get_label (facet, value, language);

            g_test_message ("%s", label);
            g_assert_cmpstr (label, !=, "");
            g_assert_true (g_hash_table_add (labels, (gpointer) label));
          }
      }
}

static void
test_get_value (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  const struct
  {
    const char *id;
    AtlasFacet facet; /* ATLAS_N_FACETS for none */
    guint value;
  } cases[] = {
    { "bus", ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS },
    { "siping-auto", ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_ZONE },
    { "medicine", ATLAS_FACET_INDUSTRIES, ATLAS_INDUSTRY_GROUP_MEDICINE },
    { "surveyed", ATLAS_FACET_EVENTS, ATLAS_EVENT_KIND_SURVEY },
    { "siping", ATLAS_N_FACETS, 0 },
    { "total", ATLAS_N_FACETS, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint facet = 0; facet < ATLAS_N_FACETS; facet++)
      {
        AtlasRecord *record = atlas_test_dataset_get (dataset, cases[i].id);
        guint value = 99;

        g_assert_cmpint (atlas_facet_get_value (facet, record, &value), ==,
                         facet == cases[i].facet);
        g_assert_cmpuint (value, ==, facet == cases[i].facet ? cases[i].value : 99);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/facet/labels", test_labels);
  g_test_add_func ("/query/facet/get-value", test_get_value);
  return g_test_run ();
}
