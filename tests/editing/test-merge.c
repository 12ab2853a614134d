/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-merge.h"

#include "atlas-changes.h"
#include "atlas-project.h"
#include "atlas-source.h"
#include "atlas-test-editing.h"

#define TOWN(id)                                                                                   \
  "{\"id\": \"" id "\", \"name\": \"" id                                                           \
  "\", \"kind\": \"town\", \"latitude\": 1, \"longitude\": 2}"
#define RECORDS                                                                                    \
  "\"sources\": [{\"id\": \"s\", \"name\": \"S\", \"title\": \"S\", \"sections\":"                 \
  " [{\"id\": \"1\", \"title\": \"One\", \"paragraphs\": 3}]}],"                                   \
  " \"places\": [" TOWN ("a") ", " TOWN ("b") ", " TOWN (                                          \
    "c") "],"                                                                                      \
         " \"projects\": [{\"id\": \"p\", \"name\": \"P\", \"kind\": \"industry\", \"stage\":"     \
         " \"planning\", \"places\": [\"a\"],"                                                     \
         " \"cites\": [{\"source\": \"s\", \"section\": \"1\", \"paragraph\": 1}], \"more\": 1}]"

/* Reads the records with some text replaced; each pair is a text and its replacement. */
static AtlasDataset *
read_with (const char *first, ...)
{
  g_autoptr (GString) text = g_string_new (RECORDS);
  const char *before = first;
  va_list arguments;

  va_start (arguments, first);
  while (before != NULL)
    {
      g_assert_cmpuint (g_string_replace (text, before, va_arg (arguments, const char *), 0), >, 0);
      before = va_arg (arguments, const char *);
    }
  va_end (arguments);
  return atlas_test_editing_read (text->str);
}

static AtlasMerge *
merge (AtlasDataset *mine, AtlasDataset *theirs)
{
  g_autoptr (AtlasDataset) base = atlas_test_editing_read (RECORDS);

  return atlas_merge_new (base, mine, theirs);
}

static void
assert_merged (AtlasMerge *merge, AtlasDataset *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) merged = atlas_merge_create_dataset (merge, &error);
  g_autoptr (GPtrArray) changes = NULL;

  g_assert_no_error (error);
  changes = atlas_changes_compute (expected, merged);
  for (guint i = 0; i < changes->len; i++)
    g_test_message ("%s", atlas_change_get_id (changes->pdata[i]));
  g_assert_cmpuint (changes->len, ==, 0);
}

static void
assert_conflict (AtlasMerge *merge, guint index, const char *id, const char *member)
{
  GPtrArray *conflicts = atlas_merge_get_conflicts (merge);

  g_assert_cmpuint (index, <, conflicts->len);
  g_assert_cmpstr (atlas_conflict_get_id (conflicts->pdata[index]), ==, id);
  g_assert_cmpstr (atlas_conflict_get_member (conflicts->pdata[index]), ==, member);
}

/* Different members of one record merge without a question, in whatever form they are. */
static void
test_members (void)
{
  g_autoptr (AtlasDataset) mine =
    read_with ("\"planning\"", "\"done\"", "\"paragraph\": 1", "\"paragraph\": 2", NULL);
  g_autoptr (AtlasDataset) theirs =
    read_with ("\"places\": [\"a\"]", "\"places\": [\"b\", \"a\"]", "\"more\": 1",
               "\"more\": 2, \"expected\": \"2026\"", "\"One\"", "\"Two\"", NULL);
  g_autoptr (AtlasDataset) expected =
    read_with ("\"planning\"", "\"done\"", "\"paragraph\": 1", "\"paragraph\": 2",
               "\"places\": [\"a\"]", "\"places\": [\"b\", \"a\"]", "\"more\": 1",
               "\"more\": 2, \"expected\": \"2026\"", "\"One\"", "\"Two\"", NULL);
  g_autoptr (AtlasMerge) merged = merge (mine, theirs);
  g_autoptr (AtlasMerge) other = merge (theirs, mine);

  g_assert_cmpuint (atlas_merge_get_conflicts (merged)->len, ==, 0);
  assert_merged (merged, expected);
  g_assert_cmpuint (atlas_merge_get_conflicts (other)->len, ==, 0);
  assert_merged (other, expected);
}

static void
test_equal (void)
{
  g_autoptr (AtlasDataset) base = atlas_test_editing_read (RECORDS);
  g_autoptr (AtlasDataset) mine = read_with ("\"planning\"", "\"done\"", NULL);
  g_autoptr (AtlasDataset) theirs = read_with ("\"planning\"", "\"done\"", NULL);
  g_autoptr (AtlasMerge) both = merge (mine, theirs);
  g_autoptr (AtlasMerge) only_mine = merge (mine, base);
  g_autoptr (AtlasMerge) only_theirs = merge (base, theirs);
  g_autoptr (AtlasDataset) merged = atlas_merge_create_dataset (only_theirs, NULL);

  g_assert_cmpuint (atlas_merge_get_conflicts (both)->len, ==, 0);
  assert_merged (both, mine);
  g_assert_false (atlas_merge_has_news (only_mine));
  assert_merged (only_mine, mine);
  g_assert_true (atlas_merge_has_news (only_theirs));
  g_assert_true (merged == theirs);
}

/* Each conflict has its own choice; repeating the merge with another dataset keeps it. */
static void
test_conflicts (void)
{
  g_autoptr (AtlasDataset) mine =
    read_with ("\"planning\"", "\"done\"", "\"name\": \"P\"", "\"name\": \"Q\"", NULL);
  g_autoptr (AtlasDataset) theirs =
    read_with ("\"planning\"", "\"started\"", "\"name\": \"P\"", "\"name\": \"R\"", NULL);
  g_autoptr (AtlasDataset) mixed =
    read_with ("\"planning\"", "\"done\"", "\"name\": \"P\"", "\"name\": \"R\"", NULL);
  g_autoptr (AtlasDataset) later = read_with ("\"planning\"", "\"idea\"", "\"name\": \"P\"",
                                              "\"name\": \"Z\"", "\"One\"", "\"Two\"", NULL);
  g_autoptr (AtlasDataset) later_mixed = read_with ("\"planning\"", "\"idea\"", "\"name\": \"P\"",
                                                    "\"name\": \"R\"", "\"One\"", "\"Two\"", NULL);
  g_autoptr (AtlasMerge) merged = merge (mine, theirs);
  g_autoptr (AtlasMerge) repeated = NULL;

  g_assert_cmpuint (atlas_merge_get_conflicts (merged)->len, ==, 2);
  assert_conflict (merged, 0, "p", "name");
  assert_conflict (merged, 1, "p", "stage");
  assert_merged (merged, mine);
  atlas_merge_resolve (merged, 0, ATLAS_SIDE_THEIRS);
  assert_merged (merged, mixed);
  repeated = atlas_merge_repeat (merged, later);
  assert_merged (repeated, later_mixed);
  atlas_merge_resolve (merged, 1, ATLAS_SIDE_THEIRS);
  assert_merged (merged, theirs);
}

static void
test_removed (void)
{
  g_autoptr (AtlasDataset) base = atlas_test_editing_read (RECORDS);
  g_autoptr (AtlasDataset) edited = read_with ("\"planning\"", "\"done\"", NULL);
  g_autoptr (AtlasDataset) removed = atlas_test_editing_remove (base, "p");
  g_autoptr (AtlasMerge) here = merge (removed, edited);
  g_autoptr (AtlasMerge) there = merge (edited, removed);
  g_autoptr (AtlasMerge) both = merge (removed, removed);
  GPtrArray *conflicts = atlas_merge_get_conflicts (there);

  assert_conflict (there, 0, "p", NULL);
  g_assert_nonnull (atlas_conflict_get_record (conflicts->pdata[0], ATLAS_SIDE_MINE));
  g_assert_null (atlas_conflict_get_record (conflicts->pdata[0], ATLAS_SIDE_THEIRS));
  assert_merged (there, edited);
  atlas_merge_resolve (there, 0, ATLAS_SIDE_THEIRS);
  assert_merged (there, removed);

  assert_conflict (here, 0, "p", NULL);
  assert_merged (here, removed);
  atlas_merge_resolve (here, 0, ATLAS_SIDE_THEIRS);
  assert_merged (here, edited);

  g_assert_cmpuint (atlas_merge_get_conflicts (both)->len, ==, 0);
  assert_merged (both, removed);
}

/* Both add a record with the same id: equal members are no conflict. */
static void
test_added (void)
{
#define ADDED(stage)                                                                               \
  read_with ("\"projects\": [",                                                                    \
             "\"projects\": [{\"id\": \"n\", \"name\": \"N\", \"kind\": \"industry\", \"stage\": " \
             "\"" stage "\"}, ",                                                                   \
             NULL)
  g_autoptr (AtlasDataset) mine = ADDED ("done");
  g_autoptr (AtlasDataset) theirs = ADDED ("idea");
  g_autoptr (AtlasMerge) merged = merge (mine, theirs);

  g_assert_cmpuint (atlas_merge_get_conflicts (merged)->len, ==, 1);
  assert_conflict (merged, 0, "n", "stage");
  assert_merged (merged, mine);
  atlas_merge_resolve (merged, 0, ATLAS_SIDE_THEIRS);
  assert_merged (merged, theirs);
#undef ADDED
}

/* What one side removed is kept if the other side refers to it now. */
static void
test_needed (void)
{
  g_autoptr (AtlasDataset) base = atlas_test_editing_read (RECORDS);
  g_autoptr (AtlasDataset) refers =
    read_with ("\"places\": [\"a\"]", "\"places\": [\"a\", \"c\"]", NULL);
  g_autoptr (AtlasDataset) removed = atlas_test_editing_remove (base, "c");
  g_autoptr (AtlasMerge) here = merge (removed, refers);
  g_autoptr (AtlasMerge) there = merge (refers, removed);

  assert_merged (here, refers);
  assert_merged (there, refers);
}

/* The same for a source that only an entry of a log cites. */
static void
test_needed_by_log (void)
{
#define WITH_SOURCE                                                                                \
  "\"sources\": [",                                                                                \
    "\"sources\": [{\"id\": \"t\", \"name\": \"T\", \"title\": \"T\", \"sections\":"               \
    " [{\"id\": \"1\", \"paragraphs\": 1}]}, "
  g_autoptr (AtlasDataset) base = read_with (WITH_SOURCE, NULL);
  g_autoptr (AtlasDataset) cites =
    read_with (WITH_SOURCE, "\"stage\":",
               "\"progress\": [{\"date\": \"2026\", \"cites\": [{\"source\": \"t\","
               " \"section\": \"1\", \"paragraph\": 1}]}], \"stage\":",
               NULL);
  g_autoptr (AtlasDataset) removed = atlas_test_editing_remove (base, "t");
  g_autoptr (AtlasMerge) here = atlas_merge_new (base, removed, cites);
  g_autoptr (AtlasMerge) there = atlas_merge_new (base, cites, removed);

  assert_merged (here, cites);
  assert_merged (there, cites);
#undef WITH_SOURCE
}

/* Each side puts one place into the other: together that would be a circle. */
static void
test_cycle (void)
{
  g_autoptr (AtlasDataset) mine = read_with (
    "\"name\": \"a\", ", "\"name\": \"a\", \"parent\": \"b\", ", "\"planning\"", "\"done\"", NULL);
  g_autoptr (AtlasDataset) theirs =
    read_with ("\"name\": \"b\", ", "\"name\": \"b\", \"parent\": \"a\", ", NULL);
  g_autoptr (AtlasDataset) expected = read_with (
    "\"name\": \"b\", ", "\"name\": \"b\", \"parent\": \"a\", ", "\"planning\"", "\"done\"", NULL);
  g_autoptr (AtlasMerge) merged = merge (mine, theirs);

  assert_merged (merged, expected);
}

static AtlasDataset *
set_head (AtlasDataset *dataset, const char *title, const AtlasDate *date)
{
  g_autoptr (AtlasText) text = atlas_text_new (title, NULL, NULL);
  AtlasDataset *derived = atlas_dataset_derive (dataset, NULL, NULL, NULL);

  atlas_dataset_set_head (derived, text, date, NULL);
  return derived;
}

static void
test_head (void)
{
  const AtlasDate date = { .year = 2026 };
  g_autoptr (AtlasDataset) base = atlas_test_editing_read (RECORDS);
  g_autoptr (AtlasDataset) titled = set_head (base, "A", NULL);
  g_autoptr (AtlasDataset) retitled = set_head (base, "B", &date);
  g_autoptr (AtlasDataset) dated = set_head (base, "T", &date);
  g_autoptr (AtlasDataset) both = set_head (base, "A", &date);
  g_autoptr (AtlasMerge) merged = merge (titled, dated);
  g_autoptr (AtlasMerge) conflicting = merge (titled, retitled);

  g_assert_cmpuint (atlas_merge_get_conflicts (merged)->len, ==, 0);
  assert_merged (merged, both);
  g_assert_cmpuint (atlas_merge_get_conflicts (conflicting)->len, ==, 1);
  assert_conflict (conflicting, 0, NULL, "title");
  assert_merged (conflicting, both);
  atlas_merge_resolve (conflicting, 0, ATLAS_SIDE_THEIRS);
  assert_merged (conflicting, retitled);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merge/members", test_members);
  g_test_add_func ("/merge/equal", test_equal);
  g_test_add_func ("/merge/conflicts", test_conflicts);
  g_test_add_func ("/merge/removed", test_removed);
  g_test_add_func ("/merge/added", test_added);
  g_test_add_func ("/merge/needed", test_needed);
  g_test_add_func ("/merge/needed-by-log", test_needed_by_log);
  g_test_add_func ("/merge/cycle", test_cycle);
  g_test_add_func ("/merge/head", test_head);

  return g_test_run ();
}
