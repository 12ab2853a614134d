/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-citation.h"
#include "atlas-date.h"
#include "atlas-log.h"
#include "atlas-text.h"
#include "atlas-vocabulary.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_RECORD (atlas_record_get_type ())

G_DECLARE_DERIVABLE_TYPE (AtlasRecord, atlas_record, ATLAS, RECORD, GObject)

typedef struct _AtlasMember AtlasMember;

/**
 * AtlasRecordClass:
 * @kind: the kind of the records
 * @members: (array length=n_members): the members that this class adds; see atlas_schema_get() for
 *   all members of a kind
 * @n_members: the number of @members
 */
struct _AtlasRecordClass
{
  GObjectClass parent_class;
  AtlasRecordKind kind;
  const AtlasMember *members;
  guint n_members;
};

AtlasRecordKind atlas_record_get_kind (AtlasRecord *self);
const char *atlas_record_get_id (AtlasRecord *self);
const char *atlas_record_get_name (AtlasRecord *self, AtlasLanguage language);
const AtlasText *atlas_record_get_name_text (AtlasRecord *self);
const char *atlas_record_get_summary (AtlasRecord *self, AtlasLanguage language);
const char *atlas_record_get_note (AtlasRecord *self, AtlasLanguage language);
const char *atlas_record_get_pinyin (AtlasRecord *self);
const char *const *atlas_record_get_aliases (AtlasRecord *self);
const AtlasDate *atlas_record_get_date (AtlasRecord *self);
const char *const *atlas_record_get_inferred (AtlasRecord *self);
gboolean atlas_record_is_inferred (AtlasRecord *self, const char *member);

guint atlas_record_get_n_citations (AtlasRecord *self);
const AtlasCitation *atlas_record_get_citation (AtlasRecord *self, guint index);
const AtlasLog *atlas_record_get_log (AtlasRecord *self);

const char *const *atlas_record_get_reference_ids (AtlasRecord *self, AtlasRole role);
gboolean atlas_record_refers_to (AtlasRecord *self, AtlasRole role, AtlasRecord *other);
gboolean atlas_record_cites (AtlasRecord *self, const char *source);

/* For code that creates a record; do not call these when it is in a complete dataset. */
void atlas_record_add_reference (AtlasRecord *self, AtlasRole role, AtlasRecord *other);
void atlas_record_add_citation (AtlasRecord *self,
                                AtlasRecord *source,
                                const char *section,
                                guint paragraph);

G_END_DECLS
