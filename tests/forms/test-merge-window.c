/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-merge-window.h"

#include "atlas-project.h"
#include "atlas-test-display.h"
#include "forms-fixture.h"

/* Tests the words in which the window asks which side to take. */

#define PROJECT "prj-yitong-huada"

/* Returns @dataset with another title, and another stage of a project. */
static AtlasDataset *
change (AtlasDataset *dataset, const char *title, const char *stage)
{
  g_autoptr (AtlasDraft) draft =
    atlas_draft_new_from_record (atlas_dataset_lookup (dataset, PROJECT));
  g_autoptr (GPtrArray) put = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AtlasText) text = atlas_text_new (title, title, title);
  AtlasDataset *derived;

  atlas_draft_set_value (draft, "stage", stage);
  g_ptr_array_add (put, atlas_draft_check (draft, dataset, NULL));
  derived = atlas_dataset_derive (dataset, put, NULL, NULL);
  atlas_dataset_set_head (derived, text, atlas_dataset_get_date (dataset),
                          atlas_dataset_get_approval_number (dataset));
  return derived;
}

static gboolean
has_title (GtkWidget *widget, const char *title)
{
  return ADW_IS_PREFERENCES_GROUP (widget) &&
         g_strcmp0 (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (widget)), title) == 0;
}

static gboolean
has_value (GtkWidget *widget, const char *value)
{
  return ADW_IS_ACTION_ROW (widget) &&
         g_strcmp0 (adw_action_row_get_subtitle (ADW_ACTION_ROW (widget)), value) == 0;
}

static void
assert_choices (GtkWidget *window, const char *title, const char *mine, const char *theirs)
{
  GtkWidget *group = atlas_test_find (window, has_title, title);

  g_assert_nonnull (group);
  g_assert_nonnull (atlas_test_find (group, has_value, mine));
  g_assert_nonnull (atlas_test_find (group, has_value, theirs));
}

/* A value of a vocabulary has its label, and the title of the dataset is one of the values. */
static void
test_words (void)
{
  g_autoptr (AtlasDataset) base = forms_fixture_read_jilin ();
  g_autoptr (AtlasDataset) mine = change (base, "Mine", "done");
  g_autoptr (AtlasDataset) theirs = change (base, "Theirs", "idea");
  g_autoptr (AtlasLibrary) library = atlas_library_new (base, NULL, NULL, TRUE);
  g_autoptr (AtlasMerge) merge = atlas_merge_new (base, mine, theirs);
  g_autofree char *title =
    g_strdup_printf ("%s: Stage", atlas_record_get_name (atlas_dataset_lookup (base, PROJECT),
                                                         atlas_language_get_default ()));
  GtkWidget *window = atlas_merge_window_new (NULL, library, merge);

  gtk_window_present (GTK_WINDOW (window));
  g_assert_cmpuint (atlas_merge_get_conflicts (merge)->len, ==, 2);
  assert_choices (window, "Title of the dataset", "Mine", "Theirs");
  assert_choices (window, title, "Done", "Idea");
  atlas_test_close_window (window);
}

int
main (int argc, char *argv[])
{
  atlas_test_display_init (&argc, &argv);
  g_test_add_func ("/merge-window/words", test_words);
  return atlas_test_run ();
}
