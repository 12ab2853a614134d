/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gio/gio.h>

#include "atlas-record.h"
#include "atlas-tour.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_DATASET (atlas_dataset_get_type ())

G_DECLARE_FINAL_TYPE (AtlasDataset, atlas_dataset, ATLAS, DATASET, GObject)

/**
 * AtlasRecords:
 * @table: the table of the records
 * @slots: (array length=len): the slots of the records
 * @len: the number of records
 *
 * Records of a dataset, valid as long as the dataset; use atlas_records_get() to get each one.
 */
typedef struct
{
  struct _AtlasRecordTable *table;
  const guint32 *slots;
  guint len;
} AtlasRecords;

/**
 * AtlasDatasetError:
 * @ATLAS_DATASET_ERROR_UNKNOWN_RECORD: a record refers to a missing record or cites something that
 *   is not a source, or a record to remove does not exist
 * @ATLAS_DATASET_ERROR_STILL_NEEDED: another record refers to a record to remove
 * @ATLAS_DATASET_ERROR_DUPLICATE: two records have the same id
 * @ATLAS_DATASET_ERROR_OTHER_KIND: a record would replace one of another kind
 * @ATLAS_DATASET_ERROR_CYCLE: references would form a cycle
 *
 * Reasons why a dataset cannot be derived.
 */
typedef enum
{
  ATLAS_DATASET_ERROR_UNKNOWN_RECORD,
  ATLAS_DATASET_ERROR_STILL_NEEDED,
  ATLAS_DATASET_ERROR_DUPLICATE,
  ATLAS_DATASET_ERROR_OTHER_KIND,
  ATLAS_DATASET_ERROR_CYCLE,
} AtlasDatasetError;

#define ATLAS_DATASET_ERROR (atlas_dataset_error_quark ())

GQuark atlas_dataset_error_quark (void);
AtlasDataset *atlas_dataset_new (void);
const char *atlas_dataset_get_title (AtlasDataset *self, AtlasLanguage language);
const AtlasText *atlas_dataset_get_title_text (AtlasDataset *self);
const AtlasDate *atlas_dataset_get_date (AtlasDataset *self);
const char *atlas_dataset_get_approval_number (AtlasDataset *self);
GPtrArray *atlas_dataset_get_tours (AtlasDataset *self);
GListModel *atlas_dataset_get_records (AtlasDataset *self, AtlasRecordKind kind);
gboolean
atlas_dataset_has_same_records (AtlasDataset *self, AtlasDataset *other, AtlasRecordKind kind);
AtlasRecord *atlas_dataset_lookup (AtlasDataset *self, const char *id);
GPtrArray *atlas_dataset_get_links (AtlasDataset *self);
gboolean atlas_dataset_is_partial (AtlasDataset *self);
AtlasRecords atlas_dataset_get_references (AtlasDataset *self, AtlasRecord *record, AtlasRole role);
GPtrArray *atlas_dataset_dup_references (AtlasDataset *self, AtlasRecord *record, AtlasRole role);
AtlasRecord *atlas_dataset_get_reference (AtlasDataset *self, AtlasRecord *record, AtlasRole role);
AtlasRecords atlas_dataset_get_referrers (AtlasDataset *self, AtlasRecord *record);
AtlasRecord *atlas_dataset_get_source (AtlasDataset *self, const AtlasCitation *citation);
AtlasRecord *atlas_records_get (const AtlasRecords *self, guint index);
guint atlas_dataset_get_n_at_fault (AtlasDataset *self);
guint atlas_dataset_get_n_dependent (AtlasDataset *self);

AtlasDataset *atlas_dataset_derive (AtlasDataset *self,
                                    GPtrArray *put,
                                    const char *const *removed,
                                    GError **error);

/* For code that fills a dataset. */
gboolean atlas_dataset_add (AtlasDataset *self, AtlasRecord *record);
void atlas_dataset_set_head (AtlasDataset *self,
                             AtlasText *title,
                             const AtlasDate *date,
                             const char *approval_number);
void atlas_dataset_set_tours (AtlasDataset *self, GPtrArray *tours);
void atlas_dataset_copy_head (AtlasDataset *self, AtlasDataset *other);
void atlas_dataset_set_left_out (AtlasDataset *self, guint n_at_fault, guint n_dependent);
void atlas_dataset_complete (AtlasDataset *self);

G_END_DECLS
