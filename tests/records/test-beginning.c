/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-beginning.h"

#include <string.h>

#include "atlas-dataset.h"
#include "atlas-reader.h"
#include "atlas-test-dataset.h"

static AtlasDataset *
read_json (const char *records)
{
  g_autofree char *json = g_strconcat (
    "{'format': 'jilin-atlas', 'version': 1, 'title': 'Test', 'date': '2022',"
    "'sources': [{'id': 'late', 'name': 'L', 'title': 'L', 'date': '2021-05-30',"
    "             'sections': [{'id': '1', 'paragraphs': 1}]},"
    "            {'id': 'early', 'name': 'E', 'title': 'E', 'date': '2020-05',"
    "             'sections': [{'id': '1', 'paragraphs': 1}]}],"
    "'places': [{'id': 'a', 'name': 'A', 'kind': 'county', 'latitude': 43, 'longitude': 125},"
    "           {'id': 'b', 'name': 'B', 'kind': 'county', 'latitude': 44, 'longitude': 125}],",
    records, "}", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (g_strdelimit (json, "'", '"'), strlen (json));
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset =
    atlas_reader_read_bytes ("test", bytes, ATLAS_READER_STRICT, NULL, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

static void
assert_beginning (AtlasDataset *dataset, const char *id, const char *expected)
{
  const AtlasDate *date = atlas_beginning_of (atlas_dataset_lookup (dataset, id), dataset);
  g_autofree char *iso = date != NULL ? atlas_date_to_iso (date) : NULL;

  g_test_message ("%s", id);
  g_assert_cmpstr (iso, ==, expected);
}

static void
assert_stated (AtlasDataset *dataset, const char *id, const char *expected)
{
  const AtlasDate *date = atlas_beginning_get_stated (atlas_dataset_lookup (dataset, id), dataset);
  g_autofree char *iso = date != NULL ? atlas_date_to_iso (date) : NULL;

  g_assert_cmpstr (iso, ==, expected);
}

static void
assert_undated (AtlasDataset *dataset, const char *id, gboolean expected)
{
  g_test_message ("%s", id);
  g_assert_cmpint (atlas_beginning_is_undated (atlas_dataset_lookup (dataset, id), dataset), ==,
                   expected);
}

static void
test_links (void)
{
  g_autoptr (AtlasDataset) dataset = read_json (
    "'plans': [{'id': 'plan', 'name': 'P', 'period': '2018/2025'},"
    "          {'id': 'dated', 'name': 'D', 'date': '2019-03', 'period': '2018/2025',"
    "           'about': ['about-plan']}],"
    "'partnerships': ["
    "{'id': 'own', 'name': 'O', 'kind': 'city-pair', 'members': ['a', 'b'], 'date': '2019-07'},"
    "{'id': 'event', 'name': 'V', 'kind': 'city-pair', 'members': ['a', 'b'], 'date': '2021'},"
    "{'id': 'planned', 'name': 'N', 'kind': 'city-pair', 'members': ['a', 'b'],"
    " 'plans': ['plan']},"
    "{'id': 'about-plan', 'name': 'T', 'kind': 'city-pair', 'members': ['a', 'b']},"
    "{'id': 'cited', 'name': 'C', 'kind': 'city-pair', 'members': ['a', 'b'],"
    " 'cites': [{'source': 'late', 'section': '1', 'paragraph': 1},"
    "           {'source': 'early', 'section': '1', 'paragraph': 1}]},"
    "{'id': 'bare', 'name': 'B', 'kind': 'city-pair', 'members': ['a', 'b']}],"
    "'events': [{'id': 'e1', 'name': '1', 'kind': 'signing', 'date': '2020-08-10',"
    "            'about': ['event']},"
    "           {'id': 'e2', 'name': '2', 'kind': 'meeting', 'date': '2020-09',"
    "            'about': ['event', 'own']},"
    "           {'id': 'e4', 'name': '4', 'kind': 'plan', 'date': '2020', 'about': ['event']},"
    "           {'id': 'e3', 'name': '3', 'kind': 'meeting', 'about': ['cited']}]");

  assert_beginning (dataset, "own", "2019-07");
  assert_beginning (dataset, "event", "2020-08-10");
  /* The period of a plan does not date a co-operation, and neither does a document. */
  assert_beginning (dataset, "planned", NULL);
  assert_beginning (dataset, "about-plan", "2019-03");
  assert_beginning (dataset, "cited", NULL);
  assert_beginning (dataset, "bare", NULL);
  assert_stated (dataset, "cited", "2020-05");
  assert_stated (dataset, "bare", NULL);
  assert_undated (dataset, "planned", TRUE);
  assert_undated (dataset, "cited", TRUE);
  assert_undated (dataset, "own", FALSE);
  assert_undated (dataset, "a", FALSE);
}

static void
test_facts (void)
{
  g_autoptr (AtlasDataset) dataset = read_json (
    "'events': [{'id': 'event', 'name': 'E', 'kind': 'signing',"
    "            'cites': [{'source': 'late', 'section': '1', 'paragraph': 1}]}],"
    "'plans': [{'id': 'plan', 'name': 'P', 'period': '2018/2025'}],"
    "'figures': [{'id': 'counted', 'name': 'C', 'value': 1, 'unit': 'km', 'status': 'stock',"
    "             'as_of': '2021-02', 'period': '2020',"
    "             'cites': [{'source': 'late', 'section': '1', 'paragraph': 1}]},"
    "            {'id': 'measured', 'name': 'M', 'value': 1, 'unit': 'km', 'status': 'stock',"
    "             'period': '2020/2021',"
    "             'cites': [{'source': 'late', 'section': '1', 'paragraph': 1}]},"
    "            {'id': 'over', 'name': 'O', 'value': 1, 'unit': 'km', 'status': 'completed',"
    "             'period': '2019/2020',"
    "             'cites': [{'source': 'late', 'section': '1', 'paragraph': 1}]},"
    "            {'id': 'bare', 'name': 'B', 'value': 1, 'unit': 'km', 'status': 'stock',"
    "             'cites': [{'source': 'late', 'section': '1', 'paragraph': 1}]}],"
    "'organizations': [{'id': 'body', 'name': 'B', 'kind': 'government'}],"
    "'commitments': [{'id': 'step', 'name': 'S', 'responsible': ['body'],"
    "                 'cites': [{'source': 'late', 'section': '1', 'paragraph': 1}]}],"
    "'projects': [{'id': 'project', 'name': 'P', 'kind': 'road',"
    "              'cites': [{'source': 'late', 'section': '1', 'paragraph': 1}]}]");

  assert_beginning (dataset, "plan", NULL);
  assert_beginning (dataset, "counted", "2021-02");
  /* A figure for a period until the end of 2021 has the date of its document in May. */
  assert_beginning (dataset, "measured", "2021-05-30");
  assert_beginning (dataset, "over", "2020");
  assert_beginning (dataset, "bare", "2021-05-30");
  assert_beginning (dataset, "step", "2021-05-30");
  assert_beginning (dataset, "event", NULL);
  assert_beginning (dataset, "project", NULL);
  assert_undated (dataset, "plan", TRUE);
  assert_undated (dataset, "event", TRUE);
  assert_undated (dataset, "project", TRUE);
  assert_undated (dataset, "bare", FALSE);
  assert_undated (dataset, "step", FALSE);
  assert_beginning (dataset, "a", NULL);
}

/* Of 45 links, 13 begin before the document; the beginning of the others is unknown. */
static void
test_jilin (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  GPtrArray *links;
  guint n_before = 0;

  links = atlas_dataset_get_links (dataset);
  g_assert_cmpuint (links->len, ==, 45);
  for (guint i = 0; i < links->len; i++)
    {
      const AtlasDate *date = atlas_beginning_of (links->pdata[i], dataset);

      n_before += date != NULL && atlas_date_compare (date, atlas_dataset_get_date (dataset)) < 0;
      assert_stated (dataset, atlas_record_get_id (links->pdata[i]), "2021-05-30");
    }
  g_assert_cmpuint (n_before, ==, 13);
  assert_beginning (dataset, "jl-hachang", "2016-02");
  assert_beginning (dataset, "jl-changji", "2019-01-18");
  assert_beginning (dataset, "jl-demo-area", "2019-12");
  assert_beginning (dataset, "jl-changping", "2020-08");
  assert_beginning (dataset, "jl-framework-siping", "2021-01-27");
  /* Named by a plan with only a period. */
  assert_beginning (dataset, "jl-yalu-brand", NULL);
  assert_beginning (dataset, "jl-songyuan-baicheng-energy", NULL);
  /* Stated without a date. */
  assert_beginning (dataset, "jl-tonghua-baishan", NULL);
  assert_beginning (dataset, "bus-liaoyuan-siping", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/records/beginning/links", test_links);
  g_test_add_func ("/records/beginning/facts", test_facts);
  g_test_add_func ("/records/beginning/jilin", test_jilin);
  return g_test_run ();
}
