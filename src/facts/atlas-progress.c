/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-progress.h"

#include <glib/gi18n.h>

#include "atlas-enum-types.h"
#include "atlas-event.h"
#include "atlas-labels.h"
#include "atlas-project.h"
#include "atlas-translation.h"

/*
 * The progress of projects as events, for timelines.
 *
 * An entry of the progress has a date, a text and citations of its own, like an event. So each
 * entry becomes an event that is about its project. Such an event does not belong to the dataset:
 * it can be listed and cited, but it cannot be the scope; its project can.
 */

/* What is stated besides the stage: the note, or else the name of the figure; or NULL. */
static const char *
get_words (const AtlasLogEntry *entry, AtlasDataset *dataset, AtlasLanguage language)
{
  AtlasRecord *figure =
    entry->figure != NULL ? atlas_dataset_lookup (dataset, entry->figure) : NULL;

  if (entry->note != NULL)
    return atlas_text_get (entry->note, language);
  return figure != NULL ? atlas_record_get_name (figure, language) : NULL;
}

static char *
describe_entry (AtlasRecord *project,
                const AtlasLogEntry *entry,
                AtlasDataset *dataset,
                AtlasLanguage language)
{
  const char *name = atlas_record_get_name (project, language);
  const char *words = get_words (entry, dataset, language);
  const char *stage = entry->stage != ATLAS_PROJECT_STAGE_UNKNOWN
                        ? atlas_label_for (ATLAS_TYPE_PROJECT_STAGE, (int) entry->stage, language)
                        : NULL;

  if (stage != NULL && words != NULL)
    /* Translators: a project, its stage from then on, and what was reported. */
    return g_strdup_printf (atlas_translate_context (language, "progress", "%s: %s, %s"), name,
                            stage, words);
  if (stage == NULL && words == NULL)
    return g_strdup (name);
  /* Translators: a project, and its stage from then on or what was reported. */
  return g_strdup_printf (atlas_translate_context (language, "progress", "%s: %s"), name,
                          stage != NULL ? stage : words);
}

static AtlasRecord *
create_event (AtlasRecord *project, guint index, AtlasDataset *dataset)
{
  const AtlasLogEntry *entry =
    g_ptr_array_index (atlas_project_get_progress (ATLAS_PROJECT (project)), index);
  g_autofree char *id = g_strdup_printf ("%s.%u", atlas_record_get_id (project), index + 1);
  g_autofree char *zh = describe_entry (project, entry, dataset, ATLAS_LANGUAGE_ZH);
  g_autofree char *en = describe_entry (project, entry, dataset, ATLAS_LANGUAGE_EN);
  g_autofree char *ko = describe_entry (project, entry, dataset, ATLAS_LANGUAGE_KO);
  g_autoptr (AtlasText) name = atlas_text_new (zh, en, ko);
  AtlasRecord *event = g_object_new (ATLAS_TYPE_EVENT, "id", id, "name", name, "date", &entry->date,
                                     "kind", ATLAS_EVENT_KIND_START, NULL);

  atlas_record_add_reference (event, ATLAS_ROLE_ABOUT, project);
  for (guint i = 0; i < entry->citations->len; i++)
    {
      const AtlasCitation *citation = entry->citations->pdata[i];

      atlas_record_add_citation (event, atlas_dataset_get_source (dataset, citation),
                                 citation->section, citation->paragraph);
    }
  return event;
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  return atlas_date_compare (atlas_record_get_date (*(AtlasRecord *const *) a),
                             atlas_record_get_date (*(AtlasRecord *const *) b));
}

/**
 * atlas_progress_list:
 * @facts: the facts
 *
 * Lists the progress of the projects in the scope and the filter. An entry always has a date, so
 * that it is listed if that lies in the time of the filter, even if the project is undated.
 *
 * Returns: (transfer full) (element-type AtlasEvent): an event for each entry, in the order of the
 *   dates; its name begins with that of the project
 */
GPtrArray *
atlas_progress_list (const AtlasFacts *facts)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (facts->scope);
  g_autoptr (GPtrArray) projects =
    atlas_shown_list (facts->scope, facts->filter, ATLAS_SHOWN_PART_ALL, ATLAS_RECORD_KIND_PROJECT);
  GPtrArray *events = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < projects->len; i++)
    {
      const AtlasLog *progress = atlas_project_get_progress (projects->pdata[i]);

      for (guint j = 0; progress != NULL && j < progress->len; j++)
        {
          const AtlasLogEntry *entry = progress->pdata[j];

          if (facts->filter == NULL || atlas_filter_includes (facts->filter, &entry->date))
            g_ptr_array_add (events, create_event (projects->pdata[i], j, dataset));
        }
    }
  g_ptr_array_sort (events, compare_dates);
  return events;
}

/**
 * atlas_progress_list_events:
 * @facts: the facts
 *
 * Lists the events in the scope, the filter and the part of @facts and, except for the part of
 * undated records, the progress of projects as atlas_progress_list() does.
 *
 * Returns: (transfer full) (element-type AtlasEvent): the events in the order of the dates; undated
 *   ones are last
 */
GPtrArray *
atlas_progress_list_events (const AtlasFacts *facts)
{
  g_autoptr (GPtrArray) events = atlas_facts_list (facts, ATLAS_RECORD_KIND_EVENT);
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < events->len; i++)
    g_ptr_array_add (all, g_object_ref (events->pdata[i]));
  if (facts->part != ATLAS_SHOWN_PART_UNDATED)
    g_ptr_array_extend_and_steal (all, atlas_progress_list (facts));
  g_ptr_array_sort (all, compare_dates);
  return all;
}

/**
 * atlas_progress_is_report:
 * @event: an event of atlas_progress_list_events()
 * @dataset: its dataset
 *
 * Returns: whether it is an entry in the progress of a project and not a record of @dataset
 */
gboolean
atlas_progress_is_report (AtlasRecord *event, AtlasDataset *dataset)
{
  g_return_val_if_fail (ATLAS_IS_RECORD (event), FALSE);

  return atlas_dataset_lookup (dataset, atlas_record_get_id (event)) != event;
}

/**
 * atlas_progress_get_project:
 * @event: an event of atlas_progress_list()
 * @dataset: its dataset
 *
 * Returns: (transfer none): the project that it is about
 */
AtlasRecord *
atlas_progress_get_project (AtlasRecord *event, AtlasDataset *dataset)
{
  const char *const *ids;

  g_return_val_if_fail (ATLAS_IS_EVENT (event), NULL);

  ids = atlas_record_get_reference_ids (event, ATLAS_ROLE_ABOUT);
  g_return_val_if_fail (ids != NULL && ids[0] != NULL, NULL);
  return atlas_dataset_lookup (dataset, ids[0]);
}
