/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-removal.h"

#include <glib/gi18n-lib.h>

#include "atlas-draft.h"
#include "atlas-schema.h"

/*
 * Removes a record to which others refer: these are replaced by records without the reference.
 */

static gboolean
is_among_first (GPtrArray *records, guint n_first, AtlasRecord *record)
{
  for (guint i = 0; i < n_first; i++)
    if (records->pdata[i] == record)
      return TRUE;
  return FALSE;
}

/* Adds the records that cite a source. Datasets do not index citations. */
static void
add_citing (GPtrArray *records, AtlasDataset *dataset, AtlasRecord *source)
{
  const guint n_referrers = records->len;

  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      GListModel *list = atlas_dataset_get_records (dataset, (AtlasRecordKind) kind);

      for (guint i = 0; i < g_list_model_get_n_items (list); i++)
        {
          g_autoptr (AtlasRecord) record = g_list_model_get_item (list, i);

          if (atlas_record_cites (record, atlas_record_get_id (source)) &&
              !is_among_first (records, n_referrers, record))
            g_ptr_array_add (records, record);
        }
    }
}

/**
 * atlas_removal_list_referrers:
 * @dataset: a complete dataset
 * @record: a record of it
 *
 * Returns: (transfer container) (element-type AtlasRecord): the other records that refer to @record
 *   or cite it; the dataset owns them
 */
GPtrArray *
atlas_removal_list_referrers (AtlasDataset *dataset, AtlasRecord *record)
{
  AtlasRecords referrers;
  GPtrArray *records;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (ATLAS_IS_RECORD (record), NULL);

  referrers = atlas_dataset_get_referrers (dataset, record);
  records = g_ptr_array_sized_new (referrers.len);
  for (guint i = 0; i < referrers.len; i++)
    if (atlas_records_get (&referrers, i) != record)
      g_ptr_array_add (records, atlas_records_get (&referrers, i));
  if (atlas_record_get_kind (record) == ATLAS_RECORD_KIND_SOURCE)
    add_citing (records, dataset, record);
  return records;
}

static void
drop_id (AtlasDraft *draft, const char *member, const char *id)
{
  const char *const *list = atlas_draft_get_list (draft, member);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  if (!g_strv_contains (list, id))
    return;
  for (; *list != NULL; list++)
    if (!g_str_equal (*list, id))
      g_strv_builder_add (kept, *list);
  ids = g_strv_builder_end (kept);
  atlas_draft_set_list (draft, member, (const char *const *) ids);
}

static void
drop_citations (GPtrArray *citations, const char *source)
{
  for (guint i = citations->len; i > 0; i--)
    if (g_str_equal (((const AtlasCitation *) citations->pdata[i - 1])->source, source))
      g_ptr_array_remove_index (citations, i - 1);
}

/* Drops the figure or the citations of entries. The entries themselves are kept. */
static void
drop_from_log (AtlasDraft *draft, const char *member, const char *id)
{
  const AtlasLog *log = atlas_draft_get_log (draft, member);
  g_autoptr (GPtrArray) kept = atlas_log_new ();

  for (guint i = 0; log != NULL && i < log->len; i++)
    {
      AtlasLogEntry *entry = atlas_log_entry_copy (log->pdata[i]);

      if (g_strcmp0 (entry->figure, id) == 0)
        g_clear_pointer (&entry->figure, g_free);
      drop_citations (entry->citations, id);
      g_ptr_array_add (kept, entry);
    }
  atlas_draft_set_log (draft, member, kept);
}

static AtlasRecord *
create_without (AtlasDataset *dataset, AtlasRecord *record, const char *id, GError **error)
{
  const AtlasSchema *schema = atlas_schema_get (atlas_record_get_kind (record));
  g_autoptr (AtlasDraft) draft = atlas_draft_new_from_record (record);
  AtlasRecord *changed;

  for (guint i = 0; i < schema->members->len; i++)
    {
      const AtlasMember *member = schema->members->pdata[i];

      if (atlas_member_is_reference (member))
        drop_id (draft, member->name, id);
      else if (member->form == ATLAS_MEMBER_FORM_PROGRESS ||
               member->form == ATLAS_MEMBER_FORM_FOLLOW_UPS)
        drop_from_log (draft, member->name, id);
    }
  drop_citations (atlas_draft_get_citations (draft), id);
  changed = atlas_draft_check (draft, dataset, NULL);
  if (changed == NULL)
    g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_STILL_NEEDED,
                 /* Translators: %s is the name of a record */
                 _("“%s” cannot be without it; change or remove that one first"),
                   atlas_record_get_name (record, atlas_language_get_default ()));
  return changed;
}

/**
 * atlas_removal_detach:
 * @dataset: a complete dataset
 * @record: a record of it
 * @error: return location for %ATLAS_DATASET_ERROR_STILL_NEEDED, if another record would not be
 *   valid without the reference, such as a link without one of its ends
 *
 * Returns: (transfer full) (element-type AtlasRecord) (nullable): records that replace those that
 *   refer to @record or cite it, without that; for atlas_library_edit() together with the removal
 */
GPtrArray *
atlas_removal_detach (AtlasDataset *dataset, AtlasRecord *record, GError **error)
{
  g_autoptr (GPtrArray) referrers = atlas_removal_list_referrers (dataset, record);
  g_autoptr (GPtrArray) put = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < referrers->len; i++)
    {
      AtlasRecord *changed =
        create_without (dataset, referrers->pdata[i], atlas_record_get_id (record), error);

      if (changed == NULL)
        return NULL;
      g_ptr_array_add (put, changed);
    }
  return g_steal_pointer (&put);
}
