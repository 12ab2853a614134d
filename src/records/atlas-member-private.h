/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-log.h"
#include "atlas-schema.h"

G_BEGIN_DECLS

/*
 * Macros for the table of members in the class of each kind of record: one line for each member, in
 * the order in which members are written to a file.
 *
 * A value is a field of the instance struct. The field and the member have the same name.
 * AtlasRecord installs the GObject property, and sets, gets and frees the field. References and
 * citations have no field, because AtlasRecord stores them.
 */

#define ATLAS_REQUIRED TRUE
#define ATLAS_OPTIONAL FALSE

/* The kinds of record to which a reference may point. */
#define ATLAS_KIND(name) (1u << ATLAS_RECORD_KIND_##name)
#define ATLAS_ANY_KIND ((1u << ATLAS_N_RECORD_KINDS) - 1)
#define ATLAS_PARTY (ATLAS_KIND (PLACE) | ATLAS_KIND (ORGANIZATION))

#define ATLAS_MEMBER(field, member_form, need, meaning)                                            \
  .name = #field, .form = ATLAS_MEMBER_FORM_##member_form, .required = need, .description = meaning

#define ATLAS_VALUE(Struct, field, member_form, need, fundamental, words, meaning)                 \
  ATLAS_MEMBER (field, member_form, need, meaning), .offset = G_STRUCT_OFFSET (Struct, field),     \
    .type = fundamental, .label = words

/* A #GRefString */
#define ATLAS_STRING(Struct, field, need, words, meaning)                                          \
  { ATLAS_VALUE (Struct, field, PROPERTY, need, G_TYPE_STRING, words, meaning) }

/* A pointer to a boxed type */
#define ATLAS_BOXED(Struct, field, need, boxed_type, words, meaning)                               \
  { ATLAS_VALUE (Struct, field, PROPERTY, need, G_TYPE_BOXED, words, meaning),                     \
    .get_type = boxed_type }

/* A value of an enumeration */
#define ATLAS_WORD(Struct, field, need, vocabulary, fallback_value, words, meaning)                \
  { ATLAS_VALUE (Struct, field, PROPERTY, need, G_TYPE_ENUM, words, meaning),                      \
    .get_type = vocabulary, .fallback = fallback_value }

/* A guint; 0 means unknown */
#define ATLAS_COUNT(Struct, field, need, words, meaning)                                           \
  { ATLAS_VALUE (Struct, field, PROPERTY, need, G_TYPE_UINT, words, meaning) }

/* A double from -@greatest to @greatest */
#define ATLAS_DEGREES(Struct, field, need, greatest, words, meaning)                               \
  { ATLAS_VALUE (Struct, field, PROPERTY, need, G_TYPE_DOUBLE, words, meaning), .limit = greatest }

/* A gboolean */
#define ATLAS_FLAG(Struct, field, need, words, meaning)                                            \
  { ATLAS_VALUE (Struct, field, PROPERTY, need, G_TYPE_BOOLEAN, words, meaning) }

/* An #AtlasLog; @member_form is PROGRESS or FOLLOW_UPS. ATLAS_LOG() ends without a brace, so that
 * the role and the targets of figures can follow. */
#define ATLAS_LOG(Struct, field, member_form, words, meaning)                                      \
  ATLAS_VALUE (Struct, field, member_form, ATLAS_OPTIONAL, G_TYPE_BOXED, words, meaning),          \
    .get_type = atlas_log_get_type

/* One reference to another record */
#define ATLAS_REFERENCE(field, need, member_role, kinds, meaning)                                  \
  { ATLAS_MEMBER (field, REFERENCE, need, meaning), .role = ATLAS_ROLE_##member_role,              \
    .targets = kinds }

/* An array of references with at least @at_least elements */
#define ATLAS_REFERENCES(field, at_least, member_role, kinds, meaning)                             \
  { ATLAS_MEMBER (field, REFERENCES, at_least > 0, meaning), .role = ATLAS_ROLE_##member_role,     \
    .targets = kinds, .least = at_least }

void _atlas_record_class_set_members (AtlasRecordClass *klass,
                                      AtlasRecordKind kind,
                                      const AtlasMember *rows,
                                      guint n_rows);

G_END_DECLS
