/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-dataset.h"

#include <string.h>

#include "atlas-comparison.h"
#include "atlas-labels.h"
#include "atlas-reader.h"

static AtlasComparison *
compare (AtlasDataset *dataset, AtlasFilter *filter, const char *first, const char *second)
{
  g_autoptr (AtlasScope) scope = atlas_scope_new_comparison (
    dataset, atlas_test_dataset_get (dataset, first), atlas_test_dataset_get (dataset, second));
  g_autoptr (AtlasFilter) open = atlas_filter_new ();

  return atlas_comparison_new (scope, filter != NULL ? filter : open);
}

/* @json is a dataset with ' instead of ". */
static AtlasDataset *
read_dataset (const char *json)
{
  g_autofree char *text = g_strdelimit (g_strdup (json), "'", '"');
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset =
    atlas_reader_read_bytes ("test", bytes, ATLAS_READER_STRICT, NULL, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

static void
assert_ids (GPtrArray *records, const char *expected)
{
  g_autofree char *ids = atlas_test_dataset_join (records);

  g_assert_cmpstr (ids, ==, expected);
}

static GPtrArray *
get_section (AtlasComparison *comparison, const char *heading, AtlasShare share)
{
  guint i = 0;

  while (!g_str_equal (atlas_comparison_name_section (comparison, i, ATLAS_LANGUAGE_EN), heading))
    g_assert_cmpuint (++i, <, atlas_comparison_get_n_sections (comparison));
  return atlas_comparison_get_section (comparison, i, share);
}

static void
assert_records (AtlasComparison *comparison,
                AtlasRecordKind kind,
                AtlasShare share,
                const char *expected)
{
  const char *heading = atlas_label_for_record_kind (kind, ATLAS_LANGUAGE_EN);

  assert_ids (get_section (comparison, heading, share), expected);
}

static void
assert_partners (AtlasComparison *comparison, AtlasShare share, const char *expected)
{
  const char *heading =
    atlas_comparison_has_link (comparison) ? "Places and organizations" : "Partners";

  assert_ids (get_section (comparison, heading, share), expected);
}

static void
test_new_destroy (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  AtlasComparison *comparison = compare (dataset, NULL, "siping", "liaoyuan");

  g_assert_true (atlas_comparison_get_subject (comparison, ATLAS_SIDE_FIRST) ==
                 atlas_test_dataset_get (dataset, "siping"));
  g_assert_true (atlas_comparison_get_subject (comparison, ATLAS_SIDE_SECOND) ==
                 atlas_test_dataset_get (dataset, "liaoyuan"));
  g_assert_finalize_object (comparison);
}

/* The bus route connects the two; the zones of Changchun are two different partners. */
static void
test_apart (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasComparison) comparison = compare (dataset, NULL, "siping", "liaoyuan");

  assert_ids (atlas_comparison_get_links (comparison, ATLAS_SHARE_COMMON), "bus");
  assert_ids (atlas_comparison_get_links (comparison, ATLAS_SHARE_FIRST),
              "siping-auto changping works-siping");
  assert_ids (atlas_comparison_get_links (comparison, ATLAS_SHARE_SECOND), "liaoyuan-new");
  assert_records (comparison, ATLAS_RECORD_KIND_INDUSTRY, ATLAS_SHARE_COMMON, "");
  assert_records (comparison, ATLAS_RECORD_KIND_INDUSTRY, ATLAS_SHARE_FIRST, "parts");
  assert_records (comparison, ATLAS_RECORD_KIND_INDUSTRY, ATLAS_SHARE_SECOND, "medicine");
  assert_partners (comparison, ATLAS_SHARE_COMMON, "");
  assert_partners (comparison, ATLAS_SHARE_FIRST, "zone-auto changchun carmaker");
  assert_partners (comparison, ATLAS_SHARE_SECOND, "zone-new-area");
}

/* A co-operation with a zone of the other place is common, and so is its industry. */
static void
test_common (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasComparison) comparison = compare (dataset, NULL, "siping", "changchun");

  assert_ids (atlas_comparison_get_links (comparison, ATLAS_SHARE_COMMON),
              "siping-auto changping works-siping");
  assert_records (comparison, ATLAS_RECORD_KIND_INDUSTRY, ATLAS_SHARE_COMMON, "parts");
  assert_records (comparison, ATLAS_RECORD_KIND_INDUSTRY, ATLAS_SHARE_SECOND, "medicine");
  assert_partners (comparison, ATLAS_SHARE_COMMON, "liaoyuan");
  assert_ids (atlas_comparison_get_links_with (comparison, ATLAS_SIDE_FIRST,
                                               atlas_test_dataset_get (dataset, "liaoyuan")),
              "bus");
  assert_ids (atlas_comparison_get_links_with (comparison, ATLAS_SIDE_SECOND,
                                               atlas_test_dataset_get (dataset, "liaoyuan")),
              "liaoyuan-new");
}

/* Records hidden by the filter are in no share. */
static void
test_filter (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autoptr (AtlasComparison) comparison = NULL;

  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_ZONE, FALSE);
  atlas_filter_set_shows (filter, ATLAS_FACET_INDUSTRIES, ATLAS_INDUSTRY_GROUP_MEDICINE, FALSE);
  comparison = compare (dataset, filter, "siping", "liaoyuan");
  assert_ids (atlas_comparison_get_links (comparison, ATLAS_SHARE_FIRST), "changping works-siping");
  assert_ids (atlas_comparison_get_links (comparison, ATLAS_SHARE_SECOND), "");
  assert_partners (comparison, ATLAS_SHARE_SECOND, "");
  assert_records (comparison, ATLAS_RECORD_KIND_INDUSTRY, ATLAS_SHARE_SECOND, "");
}

#define CITED "'cites': [{'source': 's', 'section': '1', 'paragraph': 1}],"
#define FIGURE(id, about, places, unit, more)                                                      \
  "{" CITED "'id': '" id "', 'name': '" id "', 'value': 1, 'unit': '" unit "', 'about': [" about   \
  "], 'places': [" places "]" more "},"

/* Only figures with the same unit, status, time and topics, each of only one place, are paired. */
static void
test_figures (void)
{
  g_autoptr (AtlasDataset) dataset = read_dataset (
    "{'format': 'jilin-atlas', 'version': 1, 'title': 'T', 'date': '2021',"
    "'sources': [{'id': 's', 'name': 'S', 'title': 'S',"
    "             'sections': [{'id': '1', 'paragraphs': 1}]}],"
    "'places': ["
    "{'id': 'a', 'name': 'A', 'kind': 'prefecture', 'latitude': 43, 'longitude': 126},"
    "{'id': 'b', 'name': 'B', 'kind': 'prefecture', 'latitude': 44, 'longitude': 126}],"
    "'projects': [{" CITED "'id': 'x', 'name': 'X', 'kind': 'platform'},"
    "             {" CITED "'id': 'y', 'name': 'Y', 'kind': 'platform'}],"
    "'figures': [" FIGURE ("firms-a", "'x'", "'a'", "enterprise", "")
      FIGURE ("firms-b", "'x'", "'b'", "enterprise", "")
        FIGURE ("growth-a", "'firms-a', 'x'", "'a'", "percent", "")
          FIGURE ("growth-b", "'firms-b', 'x'", "'b'", "percent", "")
            FIGURE ("other-subject", "'y'", "'b'", "enterprise", "")
              FIGURE ("more-subjects", "'x', 'y'", "'b'", "enterprise", "")
                FIGURE ("no-subject", "", "'b'", "enterprise", "")
                  FIGURE ("of-both", "'x'", "'a', 'b'", "enterprise", "")
                    FIGURE ("planned", "'x'", "'b'", "enterprise", ", 'status': 'planned'")
                      FIGURE ("earlier", "'x'", "'b'", "enterprise",
                              ", 'as_of': '2019'") "{" CITED
                                                   "'id': 'yearly', 'name': 'yearly', 'value': 1, "
                                                   "'unit': 'enterprise', 'about': ['x'],"
                                                   " 'places': ['b'], 'period': '2019'}]}");
  g_autoptr (AtlasComparison) comparison = compare (dataset, NULL, "a", "b");
  GArray *pairs = atlas_comparison_get_figures (comparison);
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();

  for (guint i = 0; i < pairs->len; i++)
    for (guint side = 0; side < ATLAS_N_SIDES; side++)
      g_ptr_array_add (figures, g_array_index (pairs, AtlasFigurePair, i).figures[side]);
  assert_ids (figures, "firms-a firms-b growth-a growth-b");
  /* Figures for both belong to neither. */
  assert_ids (atlas_comparison_get_joint_figures (comparison), "of-both");
  assert_ids (atlas_comparison_get_own_figures (comparison, ATLAS_SIDE_FIRST), "firms-a growth-a");
}

/* In the bundled dataset, the sums of Changchun and Siping are joint; the bus route connects
 * Baicheng and Songyuan. */
static void
test_jilin (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  g_autoptr (AtlasComparison) comparison = compare (dataset, NULL, "changchun", "siping");
  g_autoptr (AtlasComparison) west = compare (dataset, NULL, "baicheng", "songyuan");
  GPtrArray *joint = atlas_comparison_get_joint_figures (comparison);

  g_assert_true (g_ptr_array_find (joint, atlas_test_dataset_get (dataset, "fig-investment-total"),
                                   NULL));
  g_assert_false (
    g_ptr_array_find (joint, atlas_test_dataset_get (dataset, "fig-registered-siping"), NULL));
  g_assert_true (g_ptr_array_find (atlas_comparison_get_links (west, ATLAS_SHARE_COMMON),
                                   atlas_test_dataset_get (dataset, "bus-baicheng-songyuan"),
                                   NULL));
}

/* Two bus routes share no end and no link, but next steps about both; their trips are
 * comparable. */
static void
test_buses (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  g_autoptr (AtlasComparison) comparison =
    compare (dataset, NULL, "bus-baishan-tonghua", "bus-liaoyuan-siping");
  GArray *pairs = atlas_comparison_get_figures (comparison);
  const AtlasFigurePair *trips;

  g_assert_true (atlas_comparison_has_link (comparison));
  assert_ids (atlas_comparison_get_links (comparison, ATLAS_SHARE_COMMON), "");
  assert_records (comparison, ATLAS_RECORD_KIND_ROUTE, ATLAS_SHARE_FIRST, "bus-baishan-tonghua");
  assert_records (comparison, ATLAS_RECORD_KIND_ROUTE, ATLAS_SHARE_SECOND, "bus-liaoyuan-siping");
  assert_records (comparison, ATLAS_RECORD_KIND_PARTNERSHIP, ATLAS_SHARE_FIRST,
                  "jl-tonghua-baishan jl-yalu-brand");
  assert_partners (comparison, ATLAS_SHARE_FIRST, "baishan tonghua");
  assert_partners (comparison, ATLAS_SHARE_COMMON, "");
  assert_records (comparison, ATLAS_RECORD_KIND_PROJECT, ATLAS_SHARE_COMMON, "prj-region-wide-bus");
  assert_records (comparison, ATLAS_RECORD_KIND_COMMITMENT, ATLAS_SHARE_COMMON,
                  "next-conversion-plans next-line-network next-region-wide-bus "
                  "next-better-service");
  assert_ids (atlas_comparison_get_joint_figures (comparison), "");
  assert_ids (atlas_comparison_get_own_figures (comparison, ATLAS_SIDE_FIRST),
              "fig-bus-vehicles fig-trips-baishan-tonghua");
  assert_ids (atlas_comparison_get_own_figures (comparison, ATLAS_SIDE_SECOND),
              "fig-trips-liaoyuan-siping");
  g_assert_cmpuint (pairs->len, ==, 1);
  trips = &g_array_index (pairs, AtlasFigurePair, 0);
  g_assert_cmpint (*atlas_figure_get_value (trips->figures[ATLAS_SIDE_FIRST]), ==,
                   24 * ATLAS_DECIMAL_ONE);
  g_assert_cmpint (*atlas_figure_get_value (trips->figures[ATLAS_SIDE_SECOND]), ==,
                   37 * ATLAS_DECIMAL_ONE);
}

/* Two links that end in one zone have the zone in common, and its industry. */
static void
test_links (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  g_autoptr (AtlasComparison) comparison =
    compare (dataset, NULL, "jl-baishan-economic", "jl-songyuan-economic");

  assert_partners (comparison, ATLAS_SHARE_FIRST, "baishan");
  assert_partners (comparison, ATLAS_SHARE_COMMON, "zone-economic");
  assert_partners (comparison, ATLAS_SHARE_SECOND, "songyuan");
  assert_records (comparison, ATLAS_RECORD_KIND_INDUSTRY, ATLAS_SHARE_FIRST, "ind-medicine");
  assert_records (comparison, ATLAS_RECORD_KIND_INDUSTRY, ATLAS_SHARE_COMMON, "ind-agri-food");
  assert_records (comparison, ATLAS_RECORD_KIND_INDUSTRY, ATLAS_SHARE_SECOND,
                  "ind-auto-parts ind-equipment");
}

/* The parties of links between companies are common by name, and so are their places. */
static void
test_companies (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  g_autoptr (AtlasComparison) comparison =
    compare (dataset, NULL, "jl-h5-parts", "jl-fibre-faw-bus");

  assert_partners (comparison, ATLAS_SHARE_COMMON, "org-jilin-fibre jilin-city changchun");
}

/* The sums of the integration of Changchun and Siping belong only to that link. */
static void
test_amounts (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  g_autoptr (AtlasComparison) comparison = compare (dataset, NULL, "jl-changji", "jl-changping");
  GPtrArray *first = atlas_comparison_get_own_figures (comparison, ATLAS_SIDE_FIRST);
  GPtrArray *second = atlas_comparison_get_own_figures (comparison, ATLAS_SIDE_SECOND);

  assert_partners (comparison, ATLAS_SHARE_COMMON, "changchun");
  assert_ids (first, "fig-changji-items fig-belts");
  g_assert_true (g_ptr_array_find (second, atlas_test_dataset_get (dataset, "fig-investment-total"),
                                   NULL));
  g_assert_true (g_ptr_array_find (second, atlas_test_dataset_get (dataset, "fig-soil-sites"),
                                   NULL));
}

/* Partners of a place that are also ends of the link are common. */
static void
test_place_with_link (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  g_autoptr (AtlasComparison) comparison = compare (dataset, NULL, "siping", "jl-liaoyuan-auto");

  assert_partners (comparison, ATLAS_SHARE_COMMON, "zone-auto liaoyuan");
  assert_partners (comparison, ATLAS_SHARE_SECOND, "");
  assert_ids (atlas_comparison_get_links (comparison, ATLAS_SHARE_SECOND), "jl-liaoyuan-auto");
  assert_ids (atlas_comparison_get_links (comparison, ATLAS_SHARE_COMMON), "");
  assert_records (comparison, ATLAS_RECORD_KIND_ROUTE, ATLAS_SHARE_FIRST, "bus-liaoyuan-siping");
  assert_records (comparison, ATLAS_RECORD_KIND_INDUSTRY, ATLAS_SHARE_SECOND,
                  "ind-light-auto-parts ind-nev-systems");
}

/* The map highlights both links with their ends, but not other records between the ends of one. */
static void
test_lights_links (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasScope) scope =
    atlas_scope_new_comparison (dataset, atlas_test_dataset_get (dataset, "changping"),
                                atlas_test_dataset_get (dataset, "bus"));
  g_auto (GStrv) codes = atlas_scope_dup_prefectures (scope);
  g_autofree char *joined = g_strjoinv (" ", codes);
  const char *lit[] = { "changping", "bus", "siping", "liaoyuan", "changchun" };

  for (gsize i = 0; i < G_N_ELEMENTS (lit); i++)
    g_assert_true (atlas_scope_lights (scope, atlas_test_dataset_get (dataset, lit[i])));
  g_assert_true (atlas_scope_contains (scope, atlas_test_dataset_get (dataset, "siping-auto")));
  g_assert_false (atlas_scope_lights (scope, atlas_test_dataset_get (dataset, "siping-auto")));
  g_assert_false (atlas_scope_lights (scope, atlas_test_dataset_get (dataset, "zone-auto")));
  g_assert_cmpstr (joined, ==, "220100 220300 220400");
}

/* The map highlights only the links that both share. */
static void
test_lights (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasScope) scope =
    atlas_scope_new_comparison (dataset, atlas_test_dataset_get (dataset, "siping"),
                                atlas_test_dataset_get (dataset, "liaoyuan"));
  AtlasRecord *other = atlas_test_dataset_get (dataset, "changping");

  g_assert_true (atlas_scope_lights (scope, atlas_test_dataset_get (dataset, "bus")));
  g_assert_true (atlas_scope_contains (scope, other));
  g_assert_false (atlas_scope_lights (scope, other));
}

/* The ends of links of only one side are dimmed like the lines. */
static void
test_lights_places (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  AtlasRecord *siping = atlas_test_dataset_get (dataset, "siping");
  AtlasRecord *liaoyuan = atlas_test_dataset_get (dataset, "liaoyuan");
  AtlasRecord *changchun = atlas_test_dataset_get (dataset, "changchun");
  g_autoptr (AtlasScope) scope = atlas_scope_new_comparison (dataset, siping, liaoyuan);
  g_autoptr (AtlasScope) alone = atlas_scope_new (dataset, siping);

  g_assert_true (atlas_scope_lights (scope, siping));
  g_assert_true (atlas_scope_lights (scope, liaoyuan));
  g_assert_true (atlas_scope_contains (scope, changchun));
  g_assert_false (atlas_scope_lights (scope, changchun));
  g_assert_true (atlas_scope_lights (alone, changchun));
}

/* If time is filtered, partners and industries with only undated links are undated too. */
static void
test_in_doubt (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autoptr (AtlasComparison) whole = compare (dataset, filter, "siping", "liaoyuan");
  g_autoptr (AtlasComparison) comparison = NULL;
  AtlasRecord *zone = atlas_test_dataset_get (dataset, "zone-auto");
  AtlasRecord *changchun = atlas_test_dataset_get (dataset, "changchun");

  g_assert_false (atlas_comparison_is_in_doubt (whole, zone, ATLAS_SHARE_FIRST));
  atlas_filter_set_time (filter, NULL, &(AtlasDate) { 2020, 12, 0 });
  comparison = compare (dataset, filter, "siping", "liaoyuan");
  g_assert_true (atlas_comparison_is_in_doubt (comparison, zone, ATLAS_SHARE_FIRST));
  /* Because of the agreement of August 2020. */
  g_assert_false (atlas_comparison_is_in_doubt (comparison, changchun, ATLAS_SHARE_FIRST));
  g_assert_true (atlas_comparison_is_in_doubt (comparison, atlas_test_dataset_get (dataset, "bus"),
                                               ATLAS_SHARE_COMMON));
  g_assert_true (atlas_comparison_is_in_doubt (
    comparison, atlas_test_dataset_get (dataset, "medicine"), ATLAS_SHARE_SECOND));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/comparison/new-destroy", test_new_destroy);
  g_test_add_func ("/query/comparison/apart", test_apart);
  g_test_add_func ("/query/comparison/common", test_common);
  g_test_add_func ("/query/comparison/filter", test_filter);
  g_test_add_func ("/query/comparison/figures", test_figures);
  g_test_add_func ("/query/comparison/jilin", test_jilin);
  g_test_add_func ("/query/comparison/buses", test_buses);
  g_test_add_func ("/query/comparison/links", test_links);
  g_test_add_func ("/query/comparison/companies", test_companies);
  g_test_add_func ("/query/comparison/amounts", test_amounts);
  g_test_add_func ("/query/comparison/place-with-link", test_place_with_link);
  g_test_add_func ("/query/comparison/lights-links", test_lights_links);
  g_test_add_func ("/query/comparison/lights", test_lights);
  g_test_add_func ("/query/comparison/lights-places", test_lights_places);
  g_test_add_func ("/query/comparison/in-doubt", test_in_doubt);
  return g_test_run ();
}
