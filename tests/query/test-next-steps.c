/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-next-steps.h"

#include "atlas-commitment.h"
#include "atlas-organization.h"

static AtlasRecord *
create (GPtrArray *pool, GType type, const char *id)
{
  AtlasRecord *record = g_object_new (type, "id", id, NULL);

  g_ptr_array_add (pool, record);
  return record;
}

static void
assert_group (GPtrArray *groups, guint index, const char *of, const char *expected)
{
  const AtlasStepGroup *group = groups->pdata[index];
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < group->steps->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            atlas_record_get_id (group->steps->pdata[i]));
  g_assert_cmpstr (group->of != NULL ? atlas_record_get_id (group->of) : NULL, ==, of);
  g_assert_cmpstr (ids->str, ==, expected);
}

/* Creates a complete dataset of @records. */
static AtlasDataset *
make_dataset (GPtrArray *records)
{
  AtlasDataset *dataset = atlas_dataset_new ();

  for (guint i = 0; i < records->len; i++)
    g_assert_true (atlas_dataset_add (dataset, records->pdata[i]));
  atlas_dataset_complete (dataset);
  return dataset;
}

/* Two bodies share the first step, and one of them has the third one alone. Each has one heading
 * with all of its steps; steps without a body are last. */
static void
test_one_heading (void)
{
  g_autoptr (GPtrArray) pool = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GPtrArray) others = NULL;
  AtlasRecord *board = create (pool, ATLAS_TYPE_ORGANIZATION, "board");
  AtlasRecord *office = create (pool, ATLAS_TYPE_ORGANIZATION, "office");

  for (guint i = 0; i < 3; i++)
    {
      const char *ids[] = { "both", "nobody", "office-alone" };

      g_ptr_array_add (steps, create (pool, ATLAS_TYPE_COMMITMENT, ids[i]));
    }
  atlas_record_add_reference (steps->pdata[0], ATLAS_ROLE_RESPONSIBLE, board);
  atlas_record_add_reference (steps->pdata[0], ATLAS_ROLE_RESPONSIBLE, office);
  atlas_record_add_reference (steps->pdata[2], ATLAS_ROLE_RESPONSIBLE, office);
  dataset = make_dataset (pool);

  groups = atlas_next_steps_group (steps, dataset, ATLAS_STEP_GROUPING_BODY);
  g_assert_cmpuint (groups->len, ==, 3);
  assert_group (groups, 0, "board", "both");
  assert_group (groups, 1, "office", "both office-alone");
  assert_group (groups, 2, NULL, "nobody");

  others = atlas_next_steps_dup_others (steps->pdata[0], dataset, ATLAS_STEP_GROUPING_BODY, office);
  g_assert_cmpuint (others->len, ==, 1);
  g_assert_true (others->pdata[0] == board);
}

static void
assert_name (GPtrArray *groups, guint index, AtlasStepGrouping grouping, const char *expected)
{
  g_autofree char *name =
    atlas_next_steps_name_group (groups->pdata[index], grouping, ATLAS_LANGUAGE_EN);

  g_assert_cmpstr (name, ==, expected);
}

/* The heading is marked if the body is inferred for all or some steps. */
static void
test_inferred (void)
{
  static const char *const members[] = { "responsible", NULL };
  g_autoptr (GPtrArray) pool = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (GPtrArray) bodies = NULL;
  g_autoptr (GPtrArray) places = NULL;
  AtlasRecord *heads[3];

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      static const char *const names[] = { "Board", "Office", "Ministry" };

      AtlasText *name = atlas_text_new (names[i], names[i], names[i]);

      heads[i] = g_object_new (ATLAS_TYPE_ORGANIZATION, "id", names[i], "name", name, NULL);
      atlas_text_unref (name);
      g_ptr_array_add (pool, heads[i]);
    }
  for (guint i = 0; i < 3; i++)
    {
      static const char *const ids[] = { "first", "second", "third" };

      g_ptr_array_add (steps, g_object_new (ATLAS_TYPE_COMMITMENT, "id", ids[i], "inferred",
                                            i == 1 ? members : NULL, NULL));
      g_ptr_array_add (pool, steps->pdata[i]);
    }
  atlas_record_add_reference (steps->pdata[0], ATLAS_ROLE_RESPONSIBLE, heads[0]);
  atlas_record_add_reference (steps->pdata[0], ATLAS_ROLE_RESPONSIBLE, heads[1]);
  atlas_record_add_reference (steps->pdata[1], ATLAS_ROLE_RESPONSIBLE, heads[1]);
  atlas_record_add_reference (steps->pdata[1], ATLAS_ROLE_RESPONSIBLE, heads[2]);
  dataset = make_dataset (pool);

  bodies = atlas_next_steps_group (steps, dataset, ATLAS_STEP_GROUPING_BODY);
  g_assert_cmpuint (bodies->len, ==, 4);
  assert_name (bodies, 0, ATLAS_STEP_GROUPING_BODY, "Board");
  assert_name (bodies, 1, ATLAS_STEP_GROUPING_BODY, "Office (inferred in part)");
  assert_name (bodies, 2, ATLAS_STEP_GROUPING_BODY, "Ministry (inferred)");
  assert_name (bodies, 3, ATLAS_STEP_GROUPING_BODY, "Nobody named");
  places = atlas_next_steps_group (steps, dataset, ATLAS_STEP_GROUPING_PLACE);
  assert_name (places, 0, ATLAS_STEP_GROUPING_PLACE, "No place stated");
}

/* Creates a next step that owns nothing else. */
static AtlasRecord *
create_step (GPtrArray *pool, const char *id, AtlasCommitmentState state, const char *due)
{
  AtlasRecord *step;
  AtlasDate date;
  const gboolean has_due = due != NULL && atlas_date_parse (due, &date);

  step = g_object_new (ATLAS_TYPE_COMMITMENT, "id", id, "state", state, "due",
                       has_due ? &date : NULL, NULL);
  g_ptr_array_add (pool, step);
  return step;
}

/* A step is due on the last possible day of its date. Only what is still to be done is overdue. */
static void
test_states (void)
{
  const AtlasDate today = { 2021, 10, 31 };
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) groups = NULL;
  AtlasStepCounts counts;
  g_autofree char *words = NULL;

  create_step (steps, "new", ATLAS_COMMITMENT_STATE_UNKNOWN, NULL);
  create_step (steps, "late", ATLAS_COMMITMENT_STATE_UNDER_WAY, "2021-09");
  create_step (steps, "last-day", ATLAS_COMMITMENT_STATE_OPEN, "2021-10");
  create_step (steps, "done", ATLAS_COMMITMENT_STATE_DONE, "2020");
  create_step (steps, "dropped", ATLAS_COMMITMENT_STATE_DROPPED, "2020");
  create_step (steps, "forgotten", ATLAS_COMMITMENT_STATE_UNKNOWN, "2021-10-30");
  atlas_next_steps_count (steps, &today, &counts);
  g_assert_cmpuint (counts.n_overdue, ==, 2);
  g_assert_true (atlas_next_steps_is_overdue (steps->pdata[1], &today));
  g_assert_false (atlas_next_steps_is_overdue (steps->pdata[2], &today));
  g_assert_true (atlas_next_steps_is_overdue (steps->pdata[2], &(AtlasDate) { 2021, 11, 1 }));
  g_assert_true (atlas_next_steps_is_overdue (steps->pdata[5], &today));
  g_assert_cmpuint (counts.of_state[ATLAS_COMMITMENT_STATE_UNKNOWN], ==, 2);
  g_assert_cmpuint (counts.of_state[ATLAS_COMMITMENT_STATE_DONE], ==, 1);
  words = atlas_next_steps_describe_counts (steps, &today, ATLAS_LANGUAGE_EN);
  g_assert_cmpstr (words, ==,
                   "6 next steps · Open: 1 · Under way: 1 · Done: 1 · Dropped: 1 · overdue: 2");

  groups = atlas_next_steps_group (steps, NULL, ATLAS_STEP_GROUPING_STATE);
  g_assert_cmpuint (groups->len, ==, 5);
  assert_group (groups, 0, NULL, "last-day");
  assert_group (groups, 1, NULL, "late");
  assert_group (groups, 4, NULL, "new forgotten");
  assert_name (groups, 1, ATLAS_STEP_GROUPING_STATE, "Under way");
}

static void
test_nothing (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_dataset_new ();
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autoptr (GPtrArray) groups = atlas_next_steps_group (steps, dataset, ATLAS_STEP_GROUPING_PLACE);

  g_assert_cmpuint (groups->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/next-steps/one-heading", test_one_heading);
  g_test_add_func ("/query/next-steps/inferred", test_inferred);
  g_test_add_func ("/query/next-steps/states", test_states);
  g_test_add_func ("/query/next-steps/nothing", test_nothing);
  return g_test_run ();
}
