/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-left-out.h"

#include "atlas-translation.h"

static void
assert_words (AtlasDataset *dataset, AtlasLanguage language, const char *expected)
{
  g_autofree char *words = atlas_left_out_describe (dataset, language);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_dataset_new ();

  g_assert_false (atlas_dataset_is_partial (dataset));
  assert_words (dataset, ATLAS_LANGUAGE_EN, "");
  atlas_dataset_set_left_out (dataset, 1, 0);
  g_assert_true (atlas_dataset_is_partial (dataset));
  assert_words (dataset, ATLAS_LANGUAGE_EN,
                "1 record of the data file has a fault and is left out.");
  atlas_dataset_set_left_out (dataset, 2, 1);
  assert_words (dataset, ATLAS_LANGUAGE_EN,
                "2 records of the data file have faults and are left out. "
                "1 other depends on what is left out, and is missing, too.");
  assert_words (dataset, ATLAS_LANGUAGE_ZH,
                "数据文件中有2条记录有误，未予列入。另有1条以其为依据，也未列入。");
}

/* A fault outside the records leaves out none of them, but the dataset is partial. */
static void
test_no_record (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_dataset_new ();

  atlas_dataset_set_left_out (dataset, 0, 0);
  g_assert_true (atlas_dataset_is_partial (dataset));
  assert_words (dataset, ATLAS_LANGUAGE_EN,
                "The data file has faults; what they concern is left out.");
}

int
main (int argc, char *argv[])
{
  g_autofree char *catalogues = NULL;

  g_test_init (&argc, &argv, NULL);
  catalogues = g_test_build_filename (G_TEST_BUILT, "po", NULL);
  atlas_translation_set_directory (catalogues);
  g_test_add_func ("/words/left-out/words", test_words);
  g_test_add_func ("/words/left-out/no-record", test_no_record);
  return g_test_run ();
}
