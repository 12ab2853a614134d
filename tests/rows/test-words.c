/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-words.h"

#include "atlas-citation-mark.h"
#include "atlas-citation-popover.h"
#include "atlas-place.h"
#include "atlas-timeline-panel.h"
#include "panel-fixture.h"

static void
test_facts (void)
{
  const struct
  {
    const char *first, *second, *third, *expected;
  } cases[] = {
    { "a", "b", "c", "a · b · c" }, { "", "b", "", "b" }, { "", "", "", "" }, { "a", "", "c", "a · c" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words =
        atlas_words_join_facts (cases[i].first, cases[i].second, cases[i].third, NULL);

      g_assert_cmpstr (words, ==, cases[i].expected);
    }
}

static void
test_names (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  const struct
  {
    guint       n_names;
    const char *expected;
  } cases[] = {
    { 0, "" },
    { 1, "Jilin" },
    { 3, "Jilin, Jilin, Jilin" },
    { 13, "Jilin, Jilin, Jilin, Jilin, Jilin, Jilin, Jilin, Jilin, Jilin, Jilin, Jilin, Jilin, Jilin" },
    { 14, "Jilin, Jilin, Jilin, Jilin, Jilin, Jilin, Jilin, Jilin, Jilin, Jilin, Jilin, Jilin"
          " and 2 more" },
  };

  atlas_language_set_default (ATLAS_LANGUAGE_EN);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) records = g_ptr_array_new ();
      g_autofree char *names = NULL;

      for (guint j = 0; j < cases[i].n_names; j++)
        g_ptr_array_add (records, atlas_test_dataset_get (dataset, "jilin"));
      names = atlas_words_join_names (records);
      g_assert_cmpstr (names, ==, cases[i].expected);
    }
}

static void
test_key_lines (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  const struct
  {
    const char *id, *expected;
  } cases[] = {
    { NULL, "Whole province · as of 30 May 2021" },
    { "siping", "City or prefecture · Jilin" },
    { "zone-auto", "Development zone · Changchun" },
    { "jilin", "Province" },
    { "changping", "Integration · Changchun – Siping · 111 km in a straight line" },
    { "bus", "Bus route · Liaoyuan – Siping · 71 km in a straight line" },
    { "parts", "Industry · Automotive" },
    { "signed", "Signing · Changchun, Siping · August 2020" },
    { "carmaker", "Company · Changchun" },
    { "road", "Road · Changchun, Siping" },
    { "plan", "Plan · Drawn up" },
  };

  atlas_language_set_default (ATLAS_LANGUAGE_EN);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasRecord *subject =
        cases[i].id != NULL ? atlas_test_dataset_get (dataset, cases[i].id) : NULL;
      g_autoptr (AtlasScope) scope = atlas_scope_new (dataset, subject);
      g_autofree char *line = atlas_words_for_key_line (scope, NULL);

      g_assert_cmpstr (line, ==, cases[i].expected);
    }
}

/* The way up: through parents for a place, through the first end for a link. */
static void
test_ancestors (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  const struct
  {
    const char *id, *expected;
  } cases[] = {
    { NULL, "" },
    { "jilin", "" },
    { "siping", "jilin" },
    { "zone-auto", "jilin changchun" },
    { "changping", "jilin changchun" },
    { "siping-auto", "jilin siping" },
    { "parts", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasRecord *subject =
        cases[i].id != NULL ? atlas_test_dataset_get (dataset, cases[i].id) : NULL;
      g_autoptr (AtlasScope) scope = atlas_scope_new (dataset, subject);
      g_autoptr (GPtrArray) ancestors = atlas_words_list_ancestors (scope);
      g_autofree char *ids = atlas_test_dataset_join (ancestors);

      g_assert_cmpstr (ids, ==, cases[i].expected);
    }
}

static const char cited[] =
  "'places': [],"
  "'sources': [{'id': 's', 'name': 'S', 'title': 'A reply', 'number': 'No. 17', 'issuer': 'Board',"
  " 'date': '2021-05-30', 'sections': [{'id': '2', 'paragraphs': 5},"
  " {'id': '3.2', 'title': 'Two cities', 'paragraphs': 3}]}],"
  "'events': ["
  "{'id': 'plain', 'name': 'Plain', 'kind': 'plan',"
  " 'cites': [{'source': 's', 'section': '3.2', 'paragraph': 1}]},"
  "{'id': 'twice', 'name': 'Twice', 'kind': 'plan', 'note': 'Two dates.',"
  " 'cites': [{'source': 's', 'section': '2', 'paragraph': 5},"
  "           {'source': 's', 'section': '3.2', 'paragraph': 3}]},"
  "{'id': 'inferred', 'name': 'Inferred', 'kind': 'plan', 'date': '2020',"
  " 'inferred': ['date', 'actors'],"
  " 'cites': [{'source': 's', 'section': '2', 'paragraph': 1}]},"
  "{'id': 'bare', 'name': 'Bare', 'kind': 'plan'}]";

static void
test_citations (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new_for_json (ATLAS_TYPE_TIMELINE_PANEL, cited);
  const struct
  {
    const char *id, *mark, *source, *places, *inferred;
  } cases[] = {
    { "plain", "〔3.2 ¶1〕", "No. 17 · Board · 30 May 2021", "3.2 ¶1 · Two cities", "" },
    { "twice", "〔2 ¶5 +1〕*", "No. 17 · Board · 30 May 2021", "2 ¶5\n3.2 ¶3 · Two cities", "" },
    { "inferred", "〔2 ¶1〕*", "No. 17 · Board · 30 May 2021", "2 ¶1", "Date, Taking part" },
    { "bare", "", "", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasRecord *record = atlas_test_dataset_get (fixture->dataset, cases[i].id);
      g_autofree char *mark = atlas_citation_mark_get_words (record);
      g_autofree char *source = atlas_citation_describe_source (record, fixture->dataset);
      g_autofree char *places = atlas_citation_describe_places (record, fixture->dataset);
      g_autofree char *inferred = atlas_citation_describe_inferred (record);

      g_assert_cmpstr (mark, ==, cases[i].mark);
      g_assert_cmpstr (source, ==, cases[i].source);
      g_assert_cmpstr (places, ==, cases[i].places);
      g_assert_cmpstr (inferred, ==, cases[i].inferred);
    }
}

static void
test_menu (void)
{
  g_autoptr (AtlasText) name = atlas_text_new ("a_b__c", NULL, NULL);
  g_autoptr (AtlasRecord) place = g_object_new (ATLAS_TYPE_PLACE, "id", "x", "name", name, NULL);
  g_autofree char *label = atlas_words_for_menu (place);

  g_assert_cmpstr (label, ==, "a__b____c");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/facts", test_facts);
  g_test_add_func ("/words/names", test_names);
  g_test_add_func ("/words/menu", test_menu);
  g_test_add_func ("/words/key-lines", test_key_lines);
  g_test_add_func ("/words/ancestors", test_ancestors);
  g_test_add_func ("/words/citations", test_citations);
  return g_test_run ();
}
