/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gio/gio.h>

#include "atlas-record.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_DATASET (atlas_dataset_get_type ())

G_DECLARE_FINAL_TYPE (AtlasDataset, atlas_dataset, ATLAS, DATASET, GObject)

AtlasDataset    *atlas_dataset_new                 (void);
const char      *atlas_dataset_get_title           (AtlasDataset    *self,
                                                    AtlasLanguage    language);
const AtlasText *atlas_dataset_get_title_text      (AtlasDataset    *self);
const AtlasDate *atlas_dataset_get_date            (AtlasDataset    *self);
const char      *atlas_dataset_get_approval_number (AtlasDataset    *self);
GListModel      *atlas_dataset_get_records         (AtlasDataset    *self,
                                                    AtlasRecordKind  kind);
AtlasRecord     *atlas_dataset_lookup              (AtlasDataset    *self,
                                                    const char      *id);
GPtrArray       *atlas_dataset_get_links           (AtlasDataset    *self);
gboolean         atlas_dataset_is_partial          (AtlasDataset    *self);
guint            atlas_dataset_get_n_at_fault      (AtlasDataset    *self);
guint            atlas_dataset_get_n_dependent     (AtlasDataset    *self);

/* For who fills a dataset. */
gboolean         atlas_dataset_add                 (AtlasDataset    *self,
                                                    AtlasRecord     *record);
void             atlas_dataset_set_head            (AtlasDataset    *self,
                                                    AtlasText       *title,
                                                    const AtlasDate *date,
                                                    const char      *approval_number);
void             atlas_dataset_copy_head           (AtlasDataset    *self,
                                                    AtlasDataset    *other);
void             atlas_dataset_set_left_out        (AtlasDataset    *self,
                                                    guint            n_at_fault,
                                                    guint            n_dependent);
void             atlas_dataset_complete            (AtlasDataset    *self);

G_END_DECLS
