/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-next-steps.h"

#include "atlas-enum-types.h"
#include "atlas-labels.h"
#include "atlas-translation.h"

/*
 * Groups next steps by responsible body, place or state, and counts them, for panels and pages.
 *
 * A step of several bodies is in the group of each, so that all steps of a body are found together.
 */

/* The states in the order of their groups: first what is still to be done. */
static const AtlasCommitmentState states[ATLAS_N_COMMITMENT_STATES] = {
  ATLAS_COMMITMENT_STATE_OPEN,    ATLAS_COMMITMENT_STATE_UNDER_WAY, ATLAS_COMMITMENT_STATE_DONE,
  ATLAS_COMMITMENT_STATE_DROPPED, ATLAS_COMMITMENT_STATE_UNKNOWN,
};

/**
 * atlas_next_steps_get_today:
 *
 * Returns: the day of today in the local time zone, with which widgets compare due dates
 */
AtlasDate
atlas_next_steps_get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return (AtlasDate) {
    (guint16) g_date_time_get_year (now),
    (guint8) g_date_time_get_month (now),
    (guint8) g_date_time_get_day_of_month (now),
  };
}

/**
 * atlas_next_steps_is_overdue:
 * @step: a next step
 * @today: the day of today
 *
 * Returns: whether the last possible day of its due date has passed, and it is neither done nor
 *   dropped
 */
gboolean
atlas_next_steps_is_overdue (AtlasCommitment *step, const AtlasDate *today)
{
  const AtlasDate *due;
  AtlasCommitmentState state;

  g_return_val_if_fail (ATLAS_IS_COMMITMENT (step), FALSE);
  g_return_val_if_fail (today != NULL, FALSE);

  due = atlas_commitment_get_due (step);
  state = atlas_commitment_get_state (step);
  return due != NULL && state != ATLAS_COMMITMENT_STATE_DONE &&
         state != ATLAS_COMMITMENT_STATE_DROPPED &&
         atlas_date_last_day (due) < atlas_date_first_day (today);
}

/**
 * atlas_next_steps_count:
 * @steps: (element-type AtlasCommitment): next steps
 * @today: the day of today
 * @counts: (out): return location for the counts
 */
void
atlas_next_steps_count (GPtrArray *steps, const AtlasDate *today, AtlasStepCounts *counts)
{
  g_return_if_fail (counts != NULL);

  *counts = (AtlasStepCounts) { 0 };
  for (guint i = 0; i < steps->len; i++)
    {
      counts->of_state[atlas_commitment_get_state (steps->pdata[i])]++;
      counts->n_overdue += (guint) atlas_next_steps_is_overdue (steps->pdata[i], today);
    }
}

/**
 * atlas_next_steps_describe_counts:
 * @steps: (element-type AtlasCommitment): next steps
 * @today: the day of today
 * @language: the language of the text
 *
 * Returns: (transfer full): their number, how many are in each recorded state, and how many are
 *   overdue, on one line
 */
char *
atlas_next_steps_describe_counts (GPtrArray *steps, const AtlasDate *today, AtlasLanguage language)
{
  AtlasStepCounts counts;
  GString *words = g_string_new (NULL);

  atlas_next_steps_count (steps, today, &counts);
  g_string_append_printf (
    words, atlas_translate_plural (language, "%u next step", "%u next steps", steps->len),
    steps->len);
  for (guint i = ATLAS_COMMITMENT_STATE_OPEN; i < ATLAS_N_COMMITMENT_STATES; i++)
    if (counts.of_state[i] > 0)
      /* Translators: a state of next steps, and how many are in it. */
      g_string_append_printf (words, atlas_translate_context (language, "counts", " · %s: %u"),
                              atlas_label_for (ATLAS_TYPE_COMMITMENT_STATE, (int) i, language),
                              counts.of_state[i]);
  if (counts.n_overdue > 0)
    {
      g_string_append (words, " · ");
      /* Translators: of next steps. */
      g_string_append_printf (words, atlas_translate (language, "overdue: %u"), counts.n_overdue);
    }
  return g_string_free (words, FALSE);
}

static void
group_free (gpointer data)
{
  AtlasStepGroup *group = data;

  g_ptr_array_unref (group->steps);
  g_free (group);
}

static AtlasStepGroup *
create_group (AtlasRecord *of)
{
  AtlasStepGroup *group = g_new (AtlasStepGroup, 1);

  *group = (AtlasStepGroup) { of, ATLAS_COMMITMENT_STATE_UNKNOWN, g_ptr_array_new () };
  return group;
}

static void
add_to_group (GPtrArray *groups, GHashTable *by_head, AtlasRecord *of, AtlasRecord *step)
{
  AtlasStepGroup *group = g_hash_table_lookup (by_head, of);

  if (group == NULL)
    {
      group = create_group (of);
      g_hash_table_insert (by_head, of, group);
      g_ptr_array_add (groups, group);
    }
  /* A dataset may name a body twice. */
  if (group->steps->len == 0 || group->steps->pdata[group->steps->len - 1] != step)
    g_ptr_array_add (group->steps, step);
}

static void
group_by_state (GPtrArray *groups, GPtrArray *steps)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      AtlasStepGroup *group = create_group (NULL);

      group->state = states[i];
      for (guint j = 0; j < steps->len; j++)
        if (atlas_commitment_get_state (steps->pdata[j]) == states[i])
          g_ptr_array_add (group->steps, steps->pdata[j]);
      if (group->steps->len > 0)
        g_ptr_array_add (groups, group);
      else
        group_free (group);
    }
}

static AtlasRole
get_role (AtlasStepGrouping grouping)
{
  return grouping == ATLAS_STEP_GROUPING_PLACE ? ATLAS_ROLE_PLACES : ATLAS_ROLE_RESPONSIBLE;
}

/**
 * atlas_next_steps_group:
 * @steps: (element-type AtlasCommitment): next steps
 * @dataset: their dataset
 * @grouping: how to group them
 *
 * Returns: (transfer full) (element-type AtlasStepGroup): by body or place: a group for each record
 *   to which steps refer, in the order of first reference, and last the steps without reference; by
 *   state: the states that steps have, open steps first
 */
GPtrArray *
atlas_next_steps_group (GPtrArray *steps, AtlasDataset *dataset, AtlasStepGrouping grouping)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);
  g_autoptr (GHashTable) by_head = g_hash_table_new (NULL, NULL);
  AtlasStepGroup *without;

  if (grouping == ATLAS_STEP_GROUPING_STATE)
    {
      group_by_state (groups, steps);
      return groups;
    }
  without = create_group (NULL);
  for (guint i = 0; i < steps->len; i++)
    {
      const AtlasRecords heads =
        atlas_dataset_get_references (dataset, steps->pdata[i], get_role (grouping));

      for (guint j = 0; j < heads.len; j++)
        add_to_group (groups, by_head, atlas_records_get (&heads, j), steps->pdata[i]);
      if (heads.len == 0)
        g_ptr_array_add (without->steps, steps->pdata[i]);
    }
  if (without->steps->len > 0)
    g_ptr_array_add (groups, without);
  else
    group_free (without);
  return groups;
}

/**
 * atlas_next_steps_dup_others:
 * @step: a next step
 * @dataset: its dataset
 * @grouping: how steps are grouped
 * @of: (nullable): the record of the group
 *
 * Returns: (transfer container) (element-type AtlasRecord): the other bodies of @step or, by place,
 *   its other places, in the order of the file
 */
GPtrArray *
atlas_next_steps_dup_others (AtlasRecord *step,
                             AtlasDataset *dataset,
                             AtlasStepGrouping grouping,
                             AtlasRecord *of)
{
  GPtrArray *others = g_ptr_array_new ();
  const AtlasRecords heads = atlas_dataset_get_references (dataset, step, get_role (grouping));

  for (guint i = 0; i < heads.len; i++)
    if (atlas_records_get (&heads, i) != of)
      g_ptr_array_add (others, atlas_records_get (&heads, i));
  return others;
}

/**
 * atlas_next_steps_name_group:
 * @group: a group of next steps
 * @grouping: how they are grouped
 * @language: the language of the text
 *
 * The heading is marked if the reference is inferred for all or some of the steps.
 *
 * Returns: (transfer full): the heading of @group; plain text, not markup
 */
char *
atlas_next_steps_name_group (const AtlasStepGroup *group,
                             AtlasStepGrouping grouping,
                             AtlasLanguage language)
{
  const gboolean by_place = grouping == ATLAS_STEP_GROUPING_PLACE;
  const char *member = by_place ? "places" : "responsible";
  const char *name;
  guint n_inferred = 0;

  if (grouping == ATLAS_STEP_GROUPING_STATE)
    return g_strdup (atlas_label_for (ATLAS_TYPE_COMMITMENT_STATE, (int) group->state, language));
  if (group->of == NULL)
    return g_strdup (by_place ? atlas_translate (language, "No place stated")
                              : atlas_translate_context (language, "next steps", "Nobody named"));
  name = atlas_record_get_name (group->of, language);
  for (guint i = 0; i < group->steps->len; i++)
    n_inferred += atlas_record_is_inferred (group->steps->pdata[i], member);
  if (n_inferred == 0)
    return g_strdup (name);
  /* Translators: what the source implies and does not state. */
  return g_strdup_printf (n_inferred == group->steps->len
                            ? atlas_translate (language, "%s (inferred)")
                            /* Translators: what the source states for some of a list only. */
                            : atlas_translate (language, "%s (inferred in part)"),
                          name);
}
