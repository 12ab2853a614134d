/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-log-reading-private.h"

#include "atlas-citation.h"
#include "atlas-references-private.h"
#include "atlas-value-private.h"

/*
 * Reads the history of a project and the follow-up of a next step.
 */

/* Returns the stage, or "unknown" with a fault. The words are those of the stage of a project. */
static AtlasProjectStage
read_stage (AtlasReading *reading, guint at, JsonNode *node)
{
  const AtlasMember *stage =
    atlas_schema_lookup (atlas_schema_get (ATLAS_RECORD_KIND_PROJECT), "stage");
  g_auto (GValue) value = G_VALUE_INIT;

  return _atlas_value_read_property (reading, at, node, stage->pspec, &value)
           ? (AtlasProjectStage) g_value_get_enum (&value)
           : ATLAS_PROJECT_STAGE_UNKNOWN;
}

/* Reads a member of an entry. Returns FALSE if the format does not define it. */
static gboolean
read_member (AtlasReading *reading,
             const AtlasMember *log,
             AtlasLogEntry *entry,
             const char *name,
             guint at,
             JsonNode *node)
{
  const gboolean is_progress = log->form == ATLAS_MEMBER_FORM_PROGRESS;

  if (g_str_equal (name, "date"))
    _atlas_value_read_date (reading, at, node, &entry->date);
  else if (is_progress && g_str_equal (name, "stage"))
    entry->stage = read_stage (reading, at, node);
  else if (is_progress && g_str_equal (name, "figure"))
    entry->figure =
      g_strdup (_atlas_references_add_one (reading->references, reading, log, at, node));
  else if (g_str_equal (name, "note"))
    entry->note = _atlas_value_read_text (reading, at, node);
  else if (g_str_equal (name, "cites"))
    _atlas_references_add_log_citations (reading->references, reading, at, node, entry->citations);
  else
    return FALSE;
  return TRUE;
}

static AtlasLogEntry *
read_entry (AtlasReading *reading, const AtlasMember *log, guint at, JsonNode *node)
{
  AtlasLogEntry *entry = atlas_log_entry_new (&(AtlasDate) { .year = 1 });
  AtlasMemberIter iter;
  const char *name;
  JsonNode *member;
  guint number;

  _atlas_member_iter_init (&iter, reading, at, node);
  while (_atlas_member_iter_next (&iter, &name, &number, &member))
    if (!read_member (reading, log, entry, name, number, member))
      _atlas_value_warn_of_unknown (reading, number);
  _atlas_value_require (reading, at, node, "date", NULL);
  return entry;
}

/**
 * _atlas_log_read:
 * @reading: a reading, within a record
 * @member: the member of the log
 * @at: the number of @node in the index
 * @node: the value of the member
 *
 * Reads a log, adds its faults, and stores its references and citations, to be checked when all
 * records are read.
 *
 * Returns: (transfer full) (nullable): the log, or %NULL if @node is no array or has no entries
 */
AtlasLog *
_atlas_log_read (AtlasReading *reading, const AtlasMember *member, guint at, JsonNode *node)
{
  g_autoptr (GPtrArray) log = NULL;
  AtlasElementIter iter;
  JsonNode *element;
  guint number;

  if (!_atlas_value_expect_array (reading, at, node))
    return NULL;
  log = atlas_log_new ();
  _atlas_references_begin_list (reading->references);
  _atlas_element_iter_init (&iter, reading, at, node);
  while (_atlas_element_iter_next (&iter, &number, &element))
    if (_atlas_value_expect_object (reading, number, element))
      g_ptr_array_add (log, read_entry (reading, member, number, element));
  return log->len > 0 ? g_steal_pointer (&log) : NULL;
}
