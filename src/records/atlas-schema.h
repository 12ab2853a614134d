/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-record.h"

G_BEGIN_DECLS

/**
 * AtlasMemberForm:
 * @ATLAS_MEMBER_FORM_ID: the id of the record
 * @ATLAS_MEMBER_FORM_PROPERTY: the value of another property of the record
 * @ATLAS_MEMBER_FORM_REFERENCE: the id of another record
 * @ATLAS_MEMBER_FORM_REFERENCES: an array of such ids
 * @ATLAS_MEMBER_FORM_INFERRED: an array of names of members
 * @ATLAS_MEMBER_FORM_CITES: an array of citations
 * @ATLAS_MEMBER_FORM_SECTIONS: an array of the sections of a source
 * @ATLAS_MEMBER_FORM_PROGRESS: an array of the entries of an #AtlasLog, which may have a stage and
 * a figure
 * @ATLAS_MEMBER_FORM_FOLLOW_UPS: an array of such entries without them
 *
 * The forms in which a member of a record is written in a file.
 */
typedef enum
{
  ATLAS_MEMBER_FORM_ID,
  ATLAS_MEMBER_FORM_PROPERTY,
  ATLAS_MEMBER_FORM_REFERENCE,
  ATLAS_MEMBER_FORM_REFERENCES,
  ATLAS_MEMBER_FORM_INFERRED,
  ATLAS_MEMBER_FORM_CITES,
  ATLAS_MEMBER_FORM_SECTIONS,
  ATLAS_MEMBER_FORM_PROGRESS,
  ATLAS_MEMBER_FORM_FOLLOW_UPS,
} AtlasMemberForm;

/**
 * AtlasMember:
 * @name: its name in a file, such as "trips_per_day"; the property has "-" for "_"
 * @form: the form in which it is written
 * @required: whether a record without it is an error
 * @flag: a bit that is unique among the members of the kind
 * @pspec: for a property, the id, what is inferred and a log: the type and range
 * @role: for references, and for the figures of a log: the role of the reference
 * @targets: for the same: the allowed kinds of the other record, as bits
 * @least: for an array of references: the smallest number of elements
 * @label: (nullable): for a value: its name for people, in English; translate it with the context
 *   "member"
 * @description: its description, for people who write a file by hand
 *
 * A member of the records of a kind.
 */
struct _AtlasMember
{
  const char *name;
  AtlasMemberForm form;
  gboolean required;
  guint32 flag;
  GParamSpec *pspec;
  AtlasRole role;
  guint targets;
  guint least;
  const char *label;
  const char *description;

  /*< private >*/
  GType type;               /* for a property: its fundamental type */
  GType (*get_type) (void); /* for a boxed type or an enumeration: which one */
  int fallback;             /* for an enumeration: the value when none is set */
  double limit;             /* for a double: it lies between -limit and limit */
  gsize offset;             /* for a property: where the value is in the record */
};

/**
 * ATLAS_SCHEMA_MAX_MEMBERS:
 *
 * The largest number of members of a kind.
 */
#define ATLAS_SCHEMA_MAX_MEMBERS 32

/**
 * AtlasCiting:
 * @ATLAS_CITING_FREE: records of the kind need no citation
 * @ATLAS_CITING_WANTED: a record without a citation is kept, and marked wherever it is shown
 *
 * Whether records of a kind need a citation.
 */
typedef enum
{
  ATLAS_CITING_FREE,
  ATLAS_CITING_WANTED,
} AtlasCiting;

/**
 * AtlasSchema:
 * @kind: the kind
 * @array: the member of a file that holds its records, such as "places"
 * @type: the GType of the records
 * @citing: whether its records need citations
 * @members: (element-type AtlasMember): their members, in the order in which they are written
 * @description: a description of the kind, for people who write a file by hand
 *
 * The definition of a kind of record.
 */
typedef struct
{
  AtlasRecordKind kind;
  const char *array;
  GType type;
  AtlasCiting citing;
  GPtrArray *members;
  const char *description;

  /*< private >*/
  GHashTable *by_name;
} AtlasSchema;

const AtlasSchema *atlas_schema_get (AtlasRecordKind kind);
const AtlasMember *atlas_schema_lookup (const AtlasSchema *self, const char *name);
gboolean atlas_record_lacks_source (AtlasRecord *record);
gboolean atlas_member_can_be_inferred (const AtlasMember *self);
gboolean atlas_member_is_reference (const AtlasMember *self);
gboolean atlas_member_allows_target (const AtlasMember *self, AtlasRecordKind kind);
char *atlas_member_describe (const AtlasMember *self, AtlasRecord *record, AtlasLanguage language);
char *atlas_member_dup_code (const AtlasMember *self, AtlasRecord *record);

G_END_DECLS
