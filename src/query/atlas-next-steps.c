/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-next-steps.h"

#include "atlas-translation.h"

/*
 * Groups next steps by responsible body or by place, for panels and pages.
 *
 * A step of several bodies is in the group of each, so that all steps of a body are found together.
 */

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

  *group = (AtlasStepGroup) { of, g_ptr_array_new () };
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

/**
 * atlas_next_steps_group:
 * @steps: (element-type AtlasRecord): next steps
 * @dataset: their dataset
 * @role: %ATLAS_ROLE_RESPONSIBLE to group them by body, %ATLAS_ROLE_PLACES by place
 *
 * Returns: (transfer full) (element-type AtlasStepGroup): a group for each record to which steps
 *   refer in @role, in the order of first reference; the last group has the steps without reference
 */
GPtrArray *
atlas_next_steps_group (GPtrArray *steps, AtlasDataset *dataset, AtlasRole role)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);
  g_autoptr (GHashTable) by_head = g_hash_table_new (NULL, NULL);
  AtlasStepGroup *without = create_group (NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const AtlasRecords heads = atlas_dataset_get_references (dataset, steps->pdata[i], role);

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
 * @role: %ATLAS_ROLE_RESPONSIBLE or %ATLAS_ROLE_PLACES
 * @of: (nullable): the record of the group
 *
 * Returns: (transfer container) (element-type AtlasRecord): the other records to which @step refers
 *   in @role, in the order of the file
 */
GPtrArray *
atlas_next_steps_dup_others (AtlasRecord *step,
                             AtlasDataset *dataset,
                             AtlasRole role,
                             AtlasRecord *of)
{
  GPtrArray *others = g_ptr_array_new ();
  const AtlasRecords heads = atlas_dataset_get_references (dataset, step, role);

  for (guint i = 0; i < heads.len; i++)
    if (atlas_records_get (&heads, i) != of)
      g_ptr_array_add (others, atlas_records_get (&heads, i));
  return others;
}

/**
 * atlas_next_steps_name_group:
 * @group: a group of next steps
 * @role: the role by which they are grouped
 * @language: the language of the text
 *
 * The heading is marked if the reference is inferred for all or some of the steps.
 *
 * Returns: (transfer full): the heading of @group; plain text, not markup
 */
char *
atlas_next_steps_name_group (const AtlasStepGroup *group, AtlasRole role, AtlasLanguage language)
{
  const char *member = role == ATLAS_ROLE_PLACES ? "places" : "responsible";
  const char *name;
  guint n_inferred = 0;

  if (group->of == NULL)
    return g_strdup (role == ATLAS_ROLE_PLACES
                       ? atlas_translate (language, "No place stated")
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
