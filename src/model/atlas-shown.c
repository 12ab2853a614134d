/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-shown.h"

/*
 * What is in a scope and shown by a filter. Panels, pages and tables ask here, so that a number on
 * paper is the number on the screen.
 */

/**
 * atlas_shown_contains:
 * @scope: a scope
 * @filter: (nullable): what of it is shown
 * @record: a record of its dataset
 *
 * Returns: whether @record is in scope and shown
 */
gboolean
atlas_shown_contains (AtlasScope  *scope,
                      AtlasFilter *filter,
                      AtlasRecord *record)
{
  return atlas_scope_contains (scope, record) &&
         (filter == NULL || atlas_filter_matches (filter, record));
}

static gboolean
is_of_part (AtlasFilter    *filter,
            AtlasShownPart  part,
            AtlasRecord    *record)
{
  const gboolean is_undated = filter != NULL && atlas_filter_is_in_doubt (filter, record);

  return part == ATLAS_SHOWN_PART_ALL || is_undated == (part == ATLAS_SHOWN_PART_UNDATED);
}

/**
 * atlas_shown_list:
 * @scope: a scope
 * @filter: (nullable): what of it is shown
 * @part: which part of that
 * @kind: a kind of record
 *
 * Returns: (transfer container) (element-type AtlasRecord): the records of @kind that are in scope
 *   and shown, in the order of the file
 */
GPtrArray *
atlas_shown_list (AtlasScope      *scope,
                  AtlasFilter     *filter,
                  AtlasShownPart   part,
                  AtlasRecordKind  kind)
{
  GPtrArray *records = atlas_scope_dup_records (scope, kind);
  guint n_shown = 0;

  for (guint i = 0; i < records->len; i++)
    if ((filter == NULL || atlas_filter_matches (filter, records->pdata[i])) &&
        is_of_part (filter, part, records->pdata[i]))
      records->pdata[n_shown++] = records->pdata[i];
  g_ptr_array_set_size (records, (int) n_shown);
  return records;
}
