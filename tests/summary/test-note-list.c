/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-note-list.h"
#include "atlas-place.h"
#include "atlas-plan.h"
#include "atlas-source.h"

static AtlasRecord *
new_source (const char *id)
{
  AtlasRecord *source = g_object_new (ATLAS_TYPE_SOURCE, "id", id, NULL);

  atlas_source_add_section (ATLAS_SOURCE (source), "1", NULL, 9);
  return source;
}

static AtlasRecord *
new_plan (AtlasRecord *source, guint paragraph, const char *note, const char *inferred)
{
  const char *members[] = { inferred, NULL };
  g_autoptr (AtlasText) text = note != NULL ? atlas_text_new (NULL, note, NULL) : NULL;
  AtlasRecord *plan = g_object_new (ATLAS_TYPE_PLAN, "id", "plan", "note", text, "inferred",
                                    inferred != NULL ? members : NULL, NULL);

  if (source != NULL)
    atlas_record_add_citation (plan, source, "1", paragraph);
  return plan;
}

/* A complete dataset of two sources, either of which may be NULL. */
static AtlasDataset *
make_dataset (AtlasRecord *source, AtlasRecord *other_source)
{
  AtlasDataset *dataset = atlas_dataset_new ();

  if (source != NULL)
    g_assert_true (atlas_dataset_add (dataset, source));
  if (other_source != NULL)
    g_assert_true (atlas_dataset_add (dataset, other_source));
  atlas_dataset_complete (dataset);
  return dataset;
}

static void
test_new (void)
{
  g_autoptr (AtlasDataset) dataset = make_dataset (NULL, NULL);
  AtlasNoteList *notes = atlas_note_list_new (dataset, ATLAS_LANGUAGE_EN);

  g_assert_cmpuint (atlas_note_list_get_length (notes), ==, 0);
  g_assert_finalize_object (notes);
}

/* Equal notes have the same number. */
static void
test_numbers (void)
{
  g_autoptr (AtlasRecord) source = new_source ("a");
  g_autoptr (AtlasRecord) other_source = new_source ("b");
  g_autoptr (AtlasDataset) dataset = make_dataset (source, other_source);
  g_autoptr (AtlasNoteList) notes = atlas_note_list_new (dataset, ATLAS_LANGUAGE_EN);
  g_autoptr (AtlasRecord) plan = new_plan (source, 1, NULL, NULL);
  g_autoptr (AtlasRecord) same = new_plan (source, 1, NULL, NULL);
  g_autoptr (AtlasRecord) elsewhere = new_plan (source, 2, NULL, NULL);
  g_autoptr (AtlasRecord) in_other = new_plan (other_source, 1, NULL, NULL);
  g_autoptr (AtlasRecord) noted = new_plan (source, 1, "Open.", NULL);
  g_autoptr (AtlasRecord) inferred = new_plan (source, 1, NULL, "date");
  g_autoptr (AtlasRecord) place = g_object_new (ATLAS_TYPE_PLACE, "id", "place", NULL);

  g_assert_cmpuint (atlas_note_list_number (notes, plan), ==, 1);
  g_assert_cmpuint (atlas_note_list_number (notes, elsewhere), ==, 2);
  g_assert_cmpuint (atlas_note_list_number (notes, same), ==, 1);
  g_assert_cmpuint (atlas_note_list_number (notes, in_other), ==, 3);
  g_assert_cmpuint (atlas_note_list_number (notes, noted), ==, 4);
  g_assert_cmpuint (atlas_note_list_number (notes, inferred), ==, 5);
  g_assert_cmpuint (atlas_note_list_get_length (notes), ==, 5);
  g_assert_cmpuint (atlas_note_list_get_n_sources (notes), ==, 2);
  /* Without content there is no note. */
  g_assert_cmpuint (atlas_note_list_number (notes, place), ==, 0);
  g_assert_cmpuint (atlas_note_list_get_length (notes), ==, 5);
}

static void
assert_note (AtlasNoteList *notes, guint number, const char *citations, const char *remark)
{
  g_autofree char *cited = atlas_note_list_dup_citations (notes, number);
  g_autofree char *remarked = atlas_note_list_dup_remark (notes, number);

  g_assert_cmpstr (cited, ==, citations);
  g_assert_cmpstr (remarked, ==, remark);
}

/* Where a citation would be, a record without one says so. A place needs none. */
static void
test_without_source (void)
{
  g_autoptr (AtlasDataset) dataset = make_dataset (NULL, NULL);
  g_autoptr (AtlasNoteList) notes = atlas_note_list_new (dataset, ATLAS_LANGUAGE_EN);
  g_autoptr (AtlasNoteList) short_notes = atlas_note_list_new_short (dataset, ATLAS_LANGUAGE_EN);
  g_autoptr (AtlasText) note = atlas_text_new (NULL, "Open.", NULL);
  g_autoptr (AtlasRecord) place = g_object_new (ATLAS_TYPE_PLACE, "id", "p", "note", note, NULL);
  g_autoptr (AtlasRecord) remarked = new_plan (NULL, 0, "Open.", NULL);
  g_autoptr (AtlasRecord) uncited = new_plan (NULL, 0, NULL, NULL);
  g_autoptr (AtlasRecord) another = new_plan (NULL, 0, NULL, NULL);

  g_assert_cmpuint (atlas_note_list_number (notes, place), ==, 1);
  g_assert_cmpuint (atlas_note_list_number (notes, remarked), ==, 2);
  g_assert_cmpuint (atlas_note_list_number (notes, uncited), ==, 3);
  g_assert_cmpuint (atlas_note_list_number (notes, another), ==, 3);
  assert_note (notes, 1, "", "Open.");
  assert_note (notes, 2, "No source yet", "Open.");
  assert_note (notes, 3, "No source yet", "");
  g_assert_cmpuint (atlas_note_list_get_n_sources (notes), ==, 0);
  g_assert_cmpuint (atlas_note_list_number (short_notes, remarked), ==, 1);
  assert_note (short_notes, 1, "No source yet", "");
}

static void
test_tables (void)
{
  const AtlasPageSetup setup = { .language = ATLAS_LANGUAGE_EN };
  g_autoptr (AtlasTypesetter) typesetter = atlas_typesetter_new (&setup);
  g_autoptr (AtlasRecord) source = new_source ("a");
  g_autoptr (AtlasDataset) dataset = make_dataset (source, NULL);
  g_autoptr (AtlasNoteList) notes = atlas_note_list_new (dataset, ATLAS_LANGUAGE_EN);
  g_autoptr (AtlasRecord) plan = new_plan (source, 1, "Open.", "date");
  g_autoptr (AtlasRecord) other = new_plan (source, 2, NULL, NULL);
  g_autoptr (AtlasTableBlock) note_table = NULL;
  g_autoptr (AtlasTableBlock) source_table = NULL;

  atlas_note_list_number (notes, plan);
  atlas_note_list_number (notes, other);
  note_table = atlas_note_list_make_notes_table (notes, typesetter);
  source_table = atlas_note_list_make_source_table (notes, typesetter);
  g_assert_cmpuint (atlas_table_block_get_length (note_table), ==, 2);
  g_assert_cmpuint (atlas_table_block_get_length (source_table), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summary/note-list/new", test_new);
  g_test_add_func ("/summary/note-list/numbers", test_numbers);
  g_test_add_func ("/summary/note-list/without-source", test_without_source);
  g_test_add_func ("/summary/note-list/tables", test_tables);
  return g_test_run ();
}
