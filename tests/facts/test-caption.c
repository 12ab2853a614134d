/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-caption.h"

#include "pages-fixture.h"

#include "atlas-translation.h"
#include "atlas-view.h"

static AtlasDataset *dataset;

static AtlasCaption *
describe (const char *link, AtlasTourStep *step)
{
  g_autoptr (AtlasView) view = atlas_view_parse (link, NULL);
  g_autoptr (AtlasScope) scope = atlas_scope_new_from_ids (dataset, view->scope);
  const AtlasFacts facts = { scope, view->filter, ATLAS_LANGUAGE_EN, ATLAS_SHOWN_PART_ALL };

  return atlas_caption_new (&facts, step);
}

static void
assert_caption (const AtlasCaption *caption,
                const char *sentence,
                const char *subject,
                const char *moment,
                const char *citation)
{
  g_assert_cmpstr (caption->sentence, ==, sentence);
  g_assert_cmpstr (caption->subject, ==, subject);
  g_assert_cmpstr (caption->moment, ==, moment);
  g_assert_cmpstr (caption->citation, ==, citation);
}

/* A step has its own sentence and citations. The number of a source is stated once. */
static void
test_step (void)
{
  g_autoptr (AtlasText) words = atlas_text_new (NULL, "Two cities.", NULL);
  g_autoptr (AtlasTourStep) step = atlas_tour_step_new ("jilin-atlas:", words);
  g_autoptr (AtlasCaption) caption = NULL;

  atlas_tour_step_add_citation (step, "jl-2021-17", "3.2", 1);
  atlas_tour_step_add_citation (step, "jl-2021-17", "3.2", 2);
  caption = describe ("jilin-atlas:?scope=jl-changping&until=2021-01&links=bus", step);
  assert_caption (caption, "Two cities.", "Changchun–Siping Integration · Only: Bus routes",
                  "Up to January 2021", "吉发改议〔2021〕17号 3.2 ¶1, 3.2 ¶2");
}

/* Citations are a list as in the language of the caption. */
static void
test_chinese (void)
{
  g_autoptr (AtlasScope) scope = atlas_scope_new (dataset, NULL);
  const AtlasFacts facts = { scope, NULL, ATLAS_LANGUAGE_ZH, ATLAS_SHOWN_PART_ALL };
  g_autoptr (AtlasText) words = atlas_text_new ("两个城市。", NULL, NULL);
  g_autoptr (AtlasTourStep) step = atlas_tour_step_new ("jilin-atlas:", words);
  g_autoptr (AtlasCaption) caption = NULL;

  atlas_tour_step_add_citation (step, "jl-2021-17", "3.2", 1);
  atlas_tour_step_add_citation (step, "jl-2021-17", "3.2", 2);
  caption = atlas_caption_new (&facts, step);
  g_assert_cmpstr (caption->citation, ==, "吉发改议〔2021〕17号 3.2 ¶1、3.2 ¶2");
}

/* Without a sentence, the summary of the scope is cited. A comparison has only names. */
static void
test_scope (void)
{
  g_autoptr (AtlasCaption) link = describe ("jilin-atlas:?scope=bus-baishan-tonghua", NULL);
  g_autoptr (AtlasCaption) pair = describe ("jilin-atlas:?scope=siping,changchun", NULL);
  g_autoptr (AtlasCaption) province = describe ("jilin-atlas:", NULL);

  assert_caption (link, "Already converted to urban-style service.", "Baishan–Tonghua Bus",
                  "as of 30 May 2021", "吉发改议〔2021〕17号 2 ¶5");
  assert_caption (pair, "Siping and Changchun", "Siping and Changchun", "as of 30 May 2021", "");
  assert_caption (province, "Jilin Atlas: Linked Cities", "Jilin Atlas: Linked Cities",
                  "as of 30 May 2021", "");
}

int
main (int argc, char *argv[])
{
  g_autofree char *catalogues = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  catalogues = g_test_build_filename (G_TEST_BUILT, "po", NULL);
  atlas_translation_set_directory (catalogues);
  dataset = atlas_test_dataset_read_jilin ();
  g_test_add_func ("/caption/step", test_step);
  g_test_add_func ("/caption/chinese", test_chinese);
  g_test_add_func ("/caption/scope", test_scope);
  status = g_test_run ();
  g_clear_object (&dataset);
  return status;
}
