/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-citation-popover.h"

#include "atlas-citation-mark.h"
#include "atlas-test-display.h"
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
assert_label (GtkWidget *popover, const char *name, const char *expected)
{
  GObject *label = gtk_widget_get_template_child (popover, ATLAS_TYPE_CITATION_POPOVER, name);

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, expected);
}

/* The text of a citation mark, and of the popover that it opens. */
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
    { "bare", "〔No source yet〕", "", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasRecord *record = atlas_test_dataset_get (fixture->dataset, cases[i].id);
      g_autoptr (GtkWidget) mark = g_object_ref_sink (atlas_citation_mark_new ());
      g_autoptr (GtkWidget) popover =
        g_object_ref_sink (atlas_citation_popover_new (record, fixture->dataset));

      atlas_citation_mark_set_record (ATLAS_CITATION_MARK (mark), fixture->dataset, record);
      g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (mark)), ==, cases[i].mark);
      g_assert_true (gtk_widget_get_visible (mark) == (*cases[i].mark != '\0'));
      g_assert_cmpint (gtk_widget_has_css_class (mark, "no-source"), ==,
                       g_str_equal (cases[i].id, "bare"));
      assert_label (popover, "title",
                    g_str_equal (cases[i].id, "bare") ? "No source yet" : "A reply");
      assert_label (popover, "source", cases[i].source);
      assert_label (popover, "places", cases[i].places);
      assert_label (popover, "inferred", cases[i].inferred);
    }
}

int
main (int argc, char *argv[])
{
  atlas_test_display_init (&argc, &argv);
  atlas_language_set_default (ATLAS_LANGUAGE_EN);
  g_test_add_func ("/citations/words", test_citations);
  return atlas_test_run ();
}
