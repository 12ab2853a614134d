/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-dataset.h"

#include <string.h>

#include "atlas-event.h"
#include "atlas-search.h"

static char *
find (AtlasSearch *search, const char *query, AtlasFilter *filter, guint max)
{
  g_autoptr (GPtrArray) found = atlas_search_find (search, query, filter, max);

  return atlas_test_dataset_join (found);
}

static void
test_new_destroy (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();

  g_assert_finalize_object (atlas_search_new (dataset));
}

/* For all queries that mean Changchun, the city is the first result. */
static void
test_changchun (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasSearch) search = atlas_search_new (dataset);
  const char *const queries[] = {
    "长春市",    "长春",         "changchun",      "Changchun",  "CHANGCHUN", "chang chun",
    "Chāngchūn", "changchunshi", "chang chun shi", "cc",         "ccs",       "창춘시",
    "창춘",      "ｃｃ",         " 长春 ",         "chang'chun",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autofree char *ids = find (search, queries[i], NULL, 1);

      g_test_message ("%s", queries[i]);
      g_assert_cmpstr (ids, ==, "changchun");
    }
}

static void
test_finds (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasSearch) search = atlas_search_new (dataset);
  const struct
  {
    const char *query, *expected;
  } cases[] = {
    /* Exact matches, then prefixes by kind and pinyin, then substrings. */
    { "长春", "changchun zone-new-area carmaker liaoyuan-new" },
    { "cc", "changchun zone-new-area carmaker" },
    { "ccxq", "zone-new-area" },
    /* The exact initials without the suffix, then prefixes. */
    { "sp", "siping siping-auto" },
    { "쓰핑", "siping" },
    /* The exact initials, then prefixes. */
    { "cpyth", "changping plan" },
    /* All words must match, in any order and language. */
    { "四平 汽开", "siping-auto" },
    { "zone siping", "siping-auto" },
    { "lysccxq", "liaoyuan-new" },
    { "辽源 siping", "bus" },
    { "siping 창춘", "" },
    /* The beginning of a word before the middle of one. */
    { "car", "parts works-siping carmaker" },
    { "works", "carmaker works-siping" },
    { "road", "road-cost road" },
    /* Summaries come last. */
    { "氢能", "surveyed" },
    { "HYDROGEN", "surveyed" },
    /* A single letter matches only at beginnings. */
    { "k", "zone-auto siping-auto bus" },
    { "atlantis", "" },
    { "", "" },
    { "  —《》… ", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ids = find (search, cases[i].query, NULL, 100);

      g_test_message ("%s", cases[i].query);
      g_assert_cmpstr (ids, ==, cases[i].expected);
    }
}

/* Queries may differ from the written form. */
static void
test_forgives (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasSearch) search = atlas_search_new (dataset);
  const struct
  {
    const char *query, *first;
  } cases[] = {
    { "長春", "changchun" },       { "長春市", "changchun" },
    { "chagnchun", "changchun" },  { "chanchun", "changchun" },
    { "sipng", "siping" },         { "sipingg", "siping" },
    { "四平汽开", "siping-auto" }, { "四平市汽开区", "siping-auto" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ids = find (search, cases[i].query, NULL, 1);

      g_test_message ("%s", cases[i].query);
      g_assert_cmpstr (ids, ==, cases[i].first);
    }
}

/* Queries of users of the bundled dataset, and the expected results. */
static void
test_shipped (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  g_autoptr (AtlasSearch) search = atlas_search_new (dataset);
  const struct
  {
    const char *query, *first;
  } cases[] = {
    /* Names without separators, in either order. */
    { "四平辽源", "jl-siping-liaoyuan" },
    { "辽源四平客运", "bus-liaoyuan-siping" },
    { "四平 辽源 客运", "bus-liaoyuan-siping" },
    { "客运 四平 辽源", "bus-liaoyuan-siping" },
    { "bus siping liaoyuan", "bus-liaoyuan-siping" },
    { "四平公交", "bus-liaoyuan-siping" },
    /* The letter ü, traditional characters, full width, one mistake. */
    { "lüse", "ind-green-leisure" },
    { "lvse", "ind-green-leisure" },
    { "luse", "ind-green-leisure" },
    { "LÜSE", "ind-green-leisure" },
    { "長春", "changchun" },
    { "遼源", "liaoyuan" },
    { "延邊", "yanbian" },
    { "ｃｈａｎｇｃｈｕｎ", "changchun" },
    { "ＣＣ", "changchun" },
    { "２２０３００", "siping" },
    { "chagnchun", "changchun" },
    { "sipnig", "siping" },
    { "chngchun", "changchun" },
    { "chang", "changchun" },
    { "hydorgen", "ind-hydrogen-stations" },
    /* Codes and amounts. */
    { "吉林省", "jilin" },
    { "jilin province", "jilin" },
    { "220300", "siping" },
    { "222400", "yanbian" },
    { "653", "fig-investment-total" },
    { "653.33", "fig-investment-total" },
    { "653.33亿元", "fig-investment-total" },
    { "65.333", "fig-investment-total" },
    { "65.333 billion", "fig-investment-total" },
    /* Other names. */
    { "옌볜", "yanbian" },
    { "연변", "yanbian" },
    { "백두산", "changbaishan" },
    { "사평", "siping" },
    { "장춘", "changchun" },
    { "延吉", "yanbian" },
    { "延边朝鲜族自治州", "yanbian" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ids = find (search, cases[i].query, NULL, 3);
      g_auto (GStrv) each = g_strsplit (ids, " ", 2);

      g_test_message ("%s: %s", cases[i].query, ids);
      g_assert_cmpstr (each[0], ==, cases[i].first);
    }
}

static void
test_pair (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasSearch) search = atlas_search_new (dataset);
  const char *const queries[] = { "siping changchun",
                                  "四平 长春",
                                  "四平长春",
                                  "四平市和長春市",
                                  "Siping and Changchun",
                                  "si ping chang chun",
                                  "compare siping and changchun",
                                  "Compare Siping with Changchun",
                                  "对比四平长春",
                                  "比较 四平和长春",
                                  "對比四平與長春",
                                  "siping vs changchun",
                                  "쓰핑 창춘 비교",
                                  "쓰핑시와 창춘시 비교" };
  AtlasPlace *place = NULL, *other = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_test_message ("%s", queries[i]);
      g_assert_true (atlas_search_find_pair (search, queries[i], &place, &other));
      g_assert_cmpstr (atlas_record_get_id (ATLAS_RECORD (place)), ==, "siping");
      g_assert_cmpstr (atlas_record_get_id (ATLAS_RECORD (other)), ==, "changchun");
    }
  g_assert_false (atlas_search_find_pair (search, "siping", &place, &other));
  g_assert_false (atlas_search_find_pair (search, "siping siping", &place, &other));
  g_assert_false (atlas_search_find_pair (search, "", &place, &other));
}

static void
test_limits (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasSearch) search = atlas_search_new (dataset);
  g_autofree char *two = find (search, "长春", NULL, 2);
  g_autofree char *none = find (search, "长春", NULL, 0);

  g_assert_cmpstr (two, ==, "changchun zone-new-area");
  g_assert_cmpstr (none, ==, "");
}

static void
test_filter (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasSearch) search = atlas_search_new (dataset);
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autofree char *ids = NULL;

  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_ZONE, FALSE);
  ids = find (search, "长春", filter, 100);
  g_assert_cmpstr (ids, ==, "changchun zone-new-area carmaker");
}

/* Any bytes can be typed or pasted. */
static void
test_survives (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasSearch) search = atlas_search_new (dataset);
  g_autofree char *longest = g_strnfill (10 * 1000 * 1000, 'c');
  g_autofree char *words = g_strnfill (100 * 1000, 'c');
  g_autofree char *no_ids = NULL;
  g_autofree char *one_id = NULL;
  const char *const queries[] = {
    "\xff\xfe", "\xe9\x95", "长\xe6", "\xed\xa0\x80", "\n",
    "\004",     "%s%n",     "<b>",    "\xef\xbf\xbf", "\xcc\x81\xcc\x81\xcc\x81",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autofree char *ids = find (search, queries[i], NULL, 100);

      g_assert_nonnull (ids);
    }
  for (gsize i = 1; i < 100 * 1000; i += 2)
    words[i] = ' ';
  no_ids = find (search, longest, NULL, 100);
  g_assert_cmpstr (no_ids, ==, "");
  one_id = find (search, words, NULL, 1);
  g_assert_cmpstr (one_id, ==, "changchun");
}

/* A broken character at the end does not affect the text before it. */
static void
test_broken_tail (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasSearch) search = atlas_search_new (dataset);
  g_autofree char *ids = find (search, "长春\xe5\xb8", NULL, 1);

  g_assert_cmpstr (ids, ==, "changchun");
}

/* The search runs at every key press. It takes a small part of the time in which its index is made,
 * whatever the machine. */
static void
test_ten_thousand (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_dataset_new ();
  g_autoptr (AtlasSearch) search = NULL;
  g_autoptr (GPtrArray) found = NULL;
  double making;

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *id = g_strdup_printf ("event-%u", i);
      g_autofree char *zh = g_strdup_printf ("长春市与四平市签订第%u号协议", i);
      g_autofree char *en = g_strdup_printf ("Changchun and Siping sign agreement No. %u", i);
      g_autoptr (AtlasText) name = atlas_text_new (zh, en, NULL);
      g_autoptr (AtlasText) summary =
        atlas_text_new ("两市围绕多个领域开展合作，推动一体化协同发展。",
                        "Both cities work together in many fields, towards one development.", NULL);
      g_autoptr (AtlasRecord) record =
        g_object_new (ATLAS_TYPE_EVENT, "id", id, "name", name, "summary", summary, "pinyin",
                      "chang chun shi yu si ping shi qian ding xie yi", NULL);

      g_assert_true (atlas_dataset_add (dataset, record));
    }
  atlas_dataset_complete (dataset);
  g_test_timer_start ();
  search = atlas_search_new (dataset);
  making = g_test_timer_elapsed ();
  g_test_message ("made in %.1f ms", making * 1000);

  g_test_timer_start ();
  found = atlas_search_find (search, "development cities qd", NULL, 50);
  g_test_message ("found in %.1f ms", g_test_timer_elapsed () * 1000);
  g_assert_cmpfloat (g_test_timer_last (), <, making / 4);
  g_assert_cmpuint (found->len, ==, 0);

  g_test_timer_start ();
  g_ptr_array_unref (found);
  found = atlas_search_find (search, "9999", NULL, 50);
  g_test_message ("found in %.1f ms", g_test_timer_elapsed () * 1000);
  g_assert_cmpfloat (g_test_timer_last (), <, making / 4);
  g_assert_cmpuint (found->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/query/search/new-destroy", test_new_destroy);
  g_test_add_func ("/query/search/changchun", test_changchun);
  g_test_add_func ("/query/search/finds", test_finds);
  g_test_add_func ("/query/search/forgives", test_forgives);
  g_test_add_func ("/query/search/shipped", test_shipped);
  g_test_add_func ("/query/search/pair", test_pair);
  g_test_add_func ("/query/search/limits", test_limits);
  g_test_add_func ("/query/search/filter", test_filter);
  g_test_add_func ("/query/search/survives", test_survives);
  g_test_add_func ("/query/search/broken-tail", test_broken_tail);
  g_test_add_func ("/query/search/ten-thousand", test_ten_thousand);

  return g_test_run ();
}
