/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-dataset.h"

#include "atlas-partners.h"

static AtlasPartners *
find_partners (AtlasDataset *dataset, AtlasFilter *filter, const char *id, guint most)
{
  g_autoptr (AtlasScope) scope = atlas_scope_new (dataset, atlas_test_dataset_get (dataset, id));
  g_autoptr (AtlasFilter) open = atlas_filter_new ();

  return atlas_partners_new (scope, filter != NULL ? filter : open, most);
}

/* Compares with text such as "partner: its links; …". */
static void
assert_partners (AtlasPartners *partners, const char *expected)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < atlas_partners_get_n (partners); i++)
    {
      g_autofree char *links = atlas_test_dataset_join (atlas_partners_get_links (partners, i));

      g_string_append_printf (words, "%s%s: %s", i > 0 ? "; " : "",
                              atlas_record_get_id (atlas_partners_get_partner (partners, i)),
                              links);
    }
  g_assert_cmpstr (words->str, ==, expected);
}

static void
test_new_destroy (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  AtlasPartners *partners = find_partners (dataset, NULL, "siping", 9);

  g_assert_true (atlas_partners_get_subject (partners) ==
                 ATLAS_PLACE (atlas_test_dataset_get (dataset, "siping")));
  g_assert_finalize_object (partners);
}

static void
test_partners (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasPartners) partners = find_partners (dataset, NULL, "siping", 4);

  assert_partners (partners, "zone-auto: siping-auto; changchun: changping; "
                             "carmaker: works-siping; liaoyuan: bus");
  g_assert_true (atlas_partners_get_home (partners, 2) ==
                 ATLAS_PLACE (atlas_test_dataset_get (dataset, "changchun")));
}

/* If there are too many partners, those in one city are merged. */
static void
test_gathers (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasPartners) partners = find_partners (dataset, NULL, "siping", 3);

  assert_partners (partners, "changchun: siping-auto changping works-siping; liaoyuan: bus");
}

/* Links of a city with its own zone give no partner. */
static void
test_inside (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasPartners) city = find_partners (dataset, NULL, "changchun", 9);
  g_autoptr (AtlasPartners) zone = find_partners (dataset, NULL, "zone-new-area", 9);

  assert_partners (city, "siping: siping-auto changping works-siping; liaoyuan: liaoyuan-new");
  assert_partners (zone, "liaoyuan: liaoyuan-new");
}

static void
test_filter (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autoptr (AtlasPartners) partners = NULL;

  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_ZONE, FALSE);
  partners = find_partners (dataset, filter, "liaoyuan", 9);
  assert_partners (partners, "siping: bus");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/partners/new-destroy", test_new_destroy);
  g_test_add_func ("/query/partners/partners", test_partners);
  g_test_add_func ("/query/partners/gathers", test_gathers);
  g_test_add_func ("/query/partners/inside", test_inside);
  g_test_add_func ("/query/partners/filter", test_filter);
  return g_test_run ();
}
