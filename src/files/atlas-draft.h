/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"
#include "atlas-fault.h"
#include "atlas-log.h"

G_BEGIN_DECLS

/**
 * AtlasDraftFault:
 * @severity: whether the record can be used
 * @member: the name of the member that has it, such as "expected"; "" for the whole record
 * @path: the place within the member, such as "[1].date", or ""
 * @message: a sentence without full stop, in the language of the interface; plain text, not markup
 *
 * One fault of a draft.
 */
typedef struct
{
  AtlasFaultSeverity severity;
  char *member;
  char *path;
  char *message;
} AtlasDraftFault;

void atlas_draft_fault_free (AtlasDraftFault *self);

#define ATLAS_TYPE_DRAFT (atlas_draft_get_type ())

G_DECLARE_FINAL_TYPE (AtlasDraft, atlas_draft, ATLAS, DRAFT, GObject)

AtlasDraft *atlas_draft_new (AtlasRecordKind kind, const char *id);
AtlasDraft *atlas_draft_new_from_record (AtlasRecord *record);
void atlas_draft_take_place (AtlasDraft *self, AtlasRecord *record);
AtlasRecordKind atlas_draft_get_kind (AtlasDraft *self);
const char *atlas_draft_get_id (AtlasDraft *self);

const char *atlas_draft_get_value (AtlasDraft *self, const char *member);
void atlas_draft_set_value (AtlasDraft *self, const char *member, const char *value);
const char *atlas_draft_get_text (AtlasDraft *self, const char *member, AtlasLanguage language);
void atlas_draft_set_text (AtlasDraft *self,
                           const char *member,
                           AtlasLanguage language,
                           const char *text);
const char *const *atlas_draft_get_list (AtlasDraft *self, const char *member);
void atlas_draft_set_list (AtlasDraft *self, const char *member, const char *const *list);
GPtrArray *atlas_draft_get_citations (AtlasDraft *self);
const AtlasLog *atlas_draft_get_log (AtlasDraft *self, const char *member);
void atlas_draft_set_log (AtlasDraft *self, const char *member, AtlasLog *log);
void atlas_draft_set_sections (AtlasDraft *self, AtlasRecord *source);

AtlasRecord *atlas_draft_check (AtlasDraft *self, AtlasDataset *dataset, GPtrArray **faults);

char *atlas_draft_suggest_id (AtlasDataset *dataset, AtlasRecordKind kind, const char *words);

G_END_DECLS
