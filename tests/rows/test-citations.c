/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-citation-popover.h"

#include "atlas-citation-mark.h"
#include "atlas-description.h"
#include "atlas-timeline-panel.h"
#include "panel-fixture.h"

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
    { "plain", "〔3.2 ¶1〕", "Board · No. 17 · 30 May 2021", "3.2 ¶1 · Two cities", "" },
    { "twice", "〔2 ¶5 +1〕*", "Board · No. 17 · 30 May 2021", "2 ¶5\n3.2 ¶3 · Two cities", "" },
    { "inferred", "〔2 ¶1〕*", "Board · No. 17 · 30 May 2021", "2 ¶1", "Date, Taking part" },
    { "bare", "", "", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasRecord *record = atlas_test_dataset_get (fixture->dataset, cases[i].id);
      g_autofree char *mark = atlas_citation_mark_get_words (record);
      const gboolean is_cited = atlas_record_get_n_citations (record) > 0;
      g_autofree char *source =
        is_cited
          ? atlas_describe_source (ATLAS_SOURCE (atlas_dataset_lookup (fixture->dataset, "s")),
                                   ATLAS_LANGUAGE_EN)
          : g_strdup ("");
      g_autofree char *places = atlas_citation_describe_places (record, fixture->dataset);
      g_autofree char *inferred = atlas_describe_inferred (record, ATLAS_LANGUAGE_EN);

      g_assert_cmpstr (mark, ==, cases[i].mark);
      g_assert_cmpstr (source, ==, cases[i].source);
      g_assert_cmpstr (places, ==, cases[i].places);
      g_assert_cmpstr (inferred, ==, cases[i].inferred);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  atlas_language_set_default (ATLAS_LANGUAGE_EN);
  g_test_add_func ("/citations/words", test_citations);
  return g_test_run ();
}
