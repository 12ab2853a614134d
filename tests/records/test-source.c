/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-dataset.h"

#include "atlas-source.h"

static void
test_new_destroy (void)
{
  AtlasSource *source = g_object_new (ATLAS_TYPE_SOURCE, "id", "x", NULL);

  g_assert_cmpstr (atlas_source_get_title (source, ATLAS_LANGUAGE_EN), ==, "");
  g_assert_null (atlas_source_get_number (source));
  g_assert_cmpstr (atlas_source_get_issuer (source, ATLAS_LANGUAGE_EN), ==, "");
  g_assert_finalize_object (source);
}

static void
test_sections (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  AtlasSource *source = ATLAS_SOURCE (atlas_test_dataset_get (dataset, "reply"));

  g_assert_cmpstr (atlas_source_get_section_title (source, "3.2", ATLAS_LANGUAGE_EN), ==,
                   "Changchun and Siping");
  g_assert_cmpstr (atlas_source_get_section_title (source, "9", ATLAS_LANGUAGE_EN), ==, "");
  g_assert_true (atlas_source_has_paragraph (source, "3.2", 1));
  g_assert_true (atlas_source_has_paragraph (source, "3.2", 3));
  g_assert_false (atlas_source_has_paragraph (source, "3.2", 0));
  g_assert_false (atlas_source_has_paragraph (source, "3.2", 4));
  g_assert_false (atlas_source_has_paragraph (source, "3", 1));
}

static void
test_section_replaced (void)
{
  g_autoptr (AtlasSource) source = g_object_new (ATLAS_TYPE_SOURCE, "id", "x", NULL);

  atlas_source_add_section (source, "1", NULL, 1);
  atlas_source_add_section (source, "1", NULL, 2);

  g_assert_true (atlas_source_has_paragraph (source, "1", 2));
  g_assert_cmpstr (atlas_source_get_section_title (source, "1", ATLAS_LANGUAGE_ZH), ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/records/source/new-destroy", test_new_destroy);
  g_test_add_func ("/records/source/sections", test_sections);
  g_test_add_func ("/records/source/section-replaced", test_section_replaced);

  return g_test_run ();
}
