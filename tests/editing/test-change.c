/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-changes.h"
#include "atlas-project.h"
#include "atlas-record-combination-private.h"
#include "atlas-source.h"
#include "atlas-test-editing.h"
#include "atlas-test-reading.h"
#include "atlas-translation.h"
#include "atlas-writer.h"

#define RECORDS                                                                                    \
  "\"sources\": [{\"id\": \"s\", \"name\": \"S\", \"title\": \"S\", \"sections\":"                 \
  " [{\"id\": \"1\", \"title\": \"One\", \"paragraphs\": 3}]}],"                                   \
  " \"places\": [{\"id\": \"a\", \"name\": {\"zh\": \"甲\", \"en\": \"A\"}, \"kind\": \"town\","   \
  " \"latitude\": 1, \"longitude\": 2},"                                                           \
  " {\"id\": \"b\", \"name\": {\"zh\": \"乙\", \"en\": \"B\"}, \"kind\": \"town\","                \
  " \"latitude\": 1, \"longitude\": 2}],"                                                          \
  " \"projects\": [{\"id\": \"p\", \"name\": {\"zh\": \"项目\", \"en\": \"Mill\"},"                \
  " \"kind\": \"industry\", \"stage\": \"planning\", \"places\": [\"a\"],"                         \
  " \"cites\": [{\"source\": \"s\", \"section\": \"1\", \"paragraph\": 1, \"line\": 4}],"          \
  " \"more\": {\"x\": 1}}]"

static AtlasChange *
get_only (GPtrArray *changes)
{
  g_assert_cmpuint (changes->len, ==, 1);
  return changes->pdata[0];
}

static void
assert_member (AtlasDataset *from, AtlasDataset *to, const char *id, const char *member)
{
  g_autoptr (GPtrArray) changes = atlas_changes_compute (from, to);
  AtlasChange *change = get_only (changes);

  g_assert_cmpint (atlas_change_get_action (change), ==, ATLAS_CHANGE_ACTION_EDITED);
  g_assert_cmpstr (atlas_change_get_id (change), ==, id);
  g_assert_true (atlas_change_is_of_head (change) == (id == NULL));
  g_assert_cmpuint (g_strv_length ((GStrv) atlas_change_get_members (change)), ==, 1);
  g_assert_true (atlas_change_has_member (change, member));
}

static void
assert_equal (AtlasDataset *a, AtlasDataset *b)
{
  g_autoptr (GPtrArray) changes = atlas_changes_compute (a, b);

  g_assert_cmpuint (changes->len, ==, 0);
}

static void
test_equal (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_editing_read (RECORDS);
  g_autoptr (AtlasDataset) again = atlas_test_editing_read (RECORDS);
  g_autoptr (AtlasDataset) shipped = atlas_test_editing_read_shipped ();
  g_autoptr (AtlasDataset) twin = atlas_test_editing_read_shipped ();

  assert_equal (dataset, dataset);
  assert_equal (dataset, again);
  assert_equal (shipped, twin);
}

/* Each form of a member is compared: value, text, reference, citation, section, unknown member. */
static void
test_members (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_editing_read (RECORDS);
  static const struct
  {
    const char *id;
    const char *member;
    const char *before;
    const char *after;
  } cases[] = {
    { "p", "stage", "\"planning\"", "\"started\"" },
    { "p", "name", "\"Mill\"", "\"Mill 2\"" },
    { "p", "places", "[\"a\"]", "[\"b\"]" },
    { "p", "cites", "\"paragraph\": 1", "\"paragraph\": 2" },
    { "p", "cites", "\"line\": 4", "\"line\": 5" },
    { "p", "more", "{\"x\": 1}", "{\"x\": 2}" },
    { "p", "more", ", \"more\": {\"x\": 1}", "" },
    { "s", "sections", "\"paragraphs\": 3", "\"paragraphs\": 4" },
    { "s", "sections", "\"One\"", "\"Two\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (RECORDS);
      g_autoptr (AtlasDataset) other = NULL;

      g_test_message ("%s", cases[i].after);
      g_assert_cmpuint (g_string_replace (text, cases[i].before, cases[i].after, 0), ==, 1);
      other = atlas_test_editing_read (text->str);
      assert_member (dataset, other, cases[i].id, cases[i].member);
      assert_member (other, dataset, cases[i].id, cases[i].member);
    }
}

static void
test_head (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_editing_read (RECORDS);
  g_autoptr (AtlasText) title = atlas_text_new ("T", "Title", NULL);
  g_autoptr (GPtrArray) tours = g_ptr_array_new_with_free_func (g_object_unref);
  const AtlasDate date = { .year = 2022 };
  g_autoptr (AtlasDataset) titled = atlas_dataset_derive (dataset, NULL, NULL, NULL);
  g_autoptr (AtlasDataset) dated = atlas_dataset_derive (dataset, NULL, NULL, NULL);
  g_autoptr (AtlasDataset) toured = atlas_dataset_derive (dataset, NULL, NULL, NULL);
  g_autoptr (AtlasDataset) approved = atlas_dataset_derive (dataset, NULL, NULL, NULL);
  g_autoptr (AtlasDataset) applied = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  assert_equal (dataset, titled);
  atlas_dataset_set_head (titled, title, NULL, NULL);
  assert_member (dataset, titled, NULL, "title");
  atlas_dataset_set_head (dated, (AtlasText *) atlas_dataset_get_title_text (dataset), &date, NULL);
  assert_member (dataset, dated, NULL, "date");
  atlas_dataset_set_head (approved, (AtlasText *) atlas_dataset_get_title_text (dataset), NULL,
                          "1");
  assert_member (dataset, approved, NULL, "approval_number");
  g_ptr_array_add (tours, atlas_tour_new ("t", title));
  atlas_dataset_set_tours (toured, tours);
  assert_member (dataset, toured, NULL, "tours");

  changes = atlas_changes_compute (dataset, dated);
  applied = atlas_changes_apply (changes, titled, NULL);
  g_assert_cmpstr (atlas_dataset_get_title (applied, ATLAS_LANGUAGE_EN), ==, "Title");
  g_assert_cmpint (atlas_date_compare (atlas_dataset_get_date (applied), &date), ==, 0);
}

/* Applying the changes to the earlier dataset gives the later one; records are sorted by kind and
 * id. */
static void
test_records (void)
{
  g_autoptr (AtlasDataset) from = atlas_test_editing_read (RECORDS);
  g_autoptr (AtlasDataset) edited =
    atlas_test_editing_put (from, atlas_test_editing_change (from, "p", "stage", "stage",
                                                             ATLAS_PROJECT_STAGE_STARTED, NULL));
  g_autoptr (AtlasDataset) less = atlas_test_editing_remove (edited, "b");
  g_autoptr (AtlasText) name = atlas_text_new ("新", NULL, NULL);
  g_autoptr (AtlasDataset) to = atlas_test_editing_put (
    less, g_object_new (ATLAS_TYPE_SOURCE, "id", "n", "name", name, "title", name, NULL));
  g_autoptr (GPtrArray) changes = atlas_changes_compute (from, to);
  g_autoptr (GPtrArray) back = atlas_changes_compute (to, from);
  g_autoptr (AtlasDataset) applied = atlas_changes_apply (changes, from, NULL);
  g_autoptr (AtlasDataset) undone = atlas_changes_apply (back, to, NULL);

  g_assert_cmpuint (changes->len, ==, 3);
  g_assert_cmpstr (atlas_change_get_id (changes->pdata[0]), ==, "n");
  g_assert_cmpint (atlas_change_get_action (changes->pdata[0]), ==, ATLAS_CHANGE_ACTION_ADDED);
  g_assert_null (atlas_change_get_from (changes->pdata[0]));
  g_assert_cmpstr (atlas_change_get_id (changes->pdata[1]), ==, "b");
  g_assert_cmpint (atlas_change_get_action (changes->pdata[1]), ==, ATLAS_CHANGE_ACTION_REMOVED);
  g_assert_null (atlas_change_get_to (changes->pdata[1]));
  g_assert_cmpstr (atlas_change_get_id (changes->pdata[2]), ==, "p");
  g_assert_cmpint (atlas_change_get_record_kind (changes->pdata[2]), ==, ATLAS_RECORD_KIND_PROJECT);
  assert_equal (applied, to);
  assert_equal (undone, from);
}

static void
assert_described (AtlasChange *change, const char *english, const char *chinese)
{
  g_autofree char *first = atlas_change_describe (change, ATLAS_LANGUAGE_EN);
  g_autofree char *second = atlas_change_describe (change, ATLAS_LANGUAGE_ZH);

  g_assert_cmpstr (first, ==, english);
  g_assert_cmpstr (second, ==, chinese);
}

static void
assert_member_described (const char *before,
                         const char *after,
                         const char *english,
                         const char *chinese)
{
  g_autoptr (AtlasDataset) from = atlas_test_editing_read (RECORDS);
  g_autoptr (GString) text = g_string_new (RECORDS);
  g_autoptr (AtlasDataset) to = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  g_string_replace (text, before, after, 0);
  to = atlas_test_editing_read (text->str);
  changes = atlas_changes_compute (from, to);
  assert_described (get_only (changes), english, chinese);
}

static void
test_words (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_editing_read (RECORDS);
  g_autoptr (AtlasDataset) titled = atlas_dataset_derive (dataset, NULL, NULL, NULL);
  g_autoptr (AtlasChange) added = atlas_change_new (NULL, atlas_dataset_lookup (dataset, "p"));
  g_autoptr (AtlasChange) removed = atlas_change_new (atlas_dataset_lookup (dataset, "p"), NULL);
  g_autoptr (AtlasChange) head = NULL;

  atlas_dataset_set_head (titled, NULL, NULL, NULL);
  head = atlas_change_new_for_head (dataset, titled);
  assert_described (added, "New: Mill", "新增：项目");
  assert_described (removed, "Removed: Mill", "删除：项目");
  assert_described (head, "Title of the dataset", "数据集标题");
  assert_member_described ("\"planning\"", "\"started\"", "Stage of Mill", "项目的阶段");
  assert_member_described ("\"paragraph\": 1", "\"paragraph\": 2", "Sources of Mill",
                           "项目的资料来源");
  assert_member_described ("\"stage\": \"planning\", \"places\": [\"a\"]", "\"places\": [\"b\"]",
                           "Changed: Mill", "修改：项目");
}

/* A combined record has each member from the named record, with the unknown members inside. */
static void
test_combine (void)
{
  static const char *const members[] = { "stage", "cites", "more", NULL };
  g_autoptr (AtlasDataset) mine = atlas_test_editing_read (RECORDS);
  g_autoptr (GString) text = g_string_new (RECORDS);
  g_autoptr (AtlasDataset) theirs = NULL;
  g_autoptr (AtlasRecord) combined = NULL;
  g_autoptr (AtlasChange) from_mine = NULL;
  g_autoptr (AtlasChange) from_theirs = NULL;

  g_string_replace (text, "\"planning\"", "\"started\"", 0);
  g_string_replace (text, "\"line\": 4", "\"line\": 5", 0);
  g_string_replace (text, "{\"x\": 1}", "{\"x\": 2}", 0);
  g_string_replace (text, "[\"a\"]", "[\"b\"]", 0);
  theirs = atlas_test_editing_read (text->str);
  combined = _atlas_record_combine (atlas_dataset_lookup (mine, "p"),
                                    atlas_dataset_lookup (theirs, "p"), members);
  from_mine = atlas_change_new (atlas_dataset_lookup (mine, "p"), combined);
  from_theirs = atlas_change_new (atlas_dataset_lookup (theirs, "p"), combined);
  g_assert_true (g_strv_equal (atlas_change_get_members (from_mine),
                               (const char *const *) members));
  g_assert_true (g_strv_equal (atlas_change_get_members (from_theirs),
                               (const char *const[]) { "places", NULL }));
}

/* A record combined with itself is equal to it, for all records that come with the program. */
static void
test_copy (void)
{
  static const char *const none[] = { NULL };
  g_autoptr (AtlasDataset) dataset = atlas_test_editing_read_shipped ();
  g_autoptr (GPtrArray) put = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AtlasDataset) copied = NULL;

  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      GListModel *records = atlas_dataset_get_records (dataset, (AtlasRecordKind) kind);

      for (guint i = 0; i < g_list_model_get_n_items (records); i++)
        {
          g_autoptr (AtlasRecord) record = g_list_model_get_item (records, i);

          g_ptr_array_add (put, _atlas_record_combine (record, record, none));
        }
    }
  copied = atlas_dataset_derive (dataset, put, NULL, NULL);
  assert_equal (dataset, copied);
  atlas_test_assert_equal (dataset, copied);
}

int
main (int argc, char **argv)
{
  g_autofree char *catalogues = NULL;

  g_test_init (&argc, &argv, NULL);
  catalogues = g_test_build_filename (G_TEST_BUILT, "po", NULL);
  atlas_translation_set_directory (catalogues);

  g_test_add_func ("/change/equal", test_equal);
  g_test_add_func ("/change/members", test_members);
  g_test_add_func ("/change/head", test_head);
  g_test_add_func ("/change/records", test_records);
  g_test_add_func ("/change/words", test_words);
  g_test_add_func ("/change/combine", test_combine);
  g_test_add_func ("/change/copy", test_copy);

  return g_test_run ();
}
