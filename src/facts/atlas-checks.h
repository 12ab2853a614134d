/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-base-map.h"
#include "atlas-decimal.h"
#include "atlas-scope.h"

G_BEGIN_DECLS

/**
 * AtlasCheckKind:
 * @ATLAS_CHECK_KIND_PASSED: a date has passed, but the stage or state has not changed
 * @ATLAS_CHECK_KIND_SUM: the parts of a figure do not add up to it
 * @ATLAS_CHECK_KIND_SOURCE: a record, or an entry of its log, has no citation
 * @ATLAS_CHECK_KIND_PLACE: a position is outside the base map
 * @ATLAS_CHECK_KIND_NAME: a name is missing in a language
 * @ATLAS_CHECK_KIND_INFERRED: members are inferred
 * @ATLAS_CHECK_KIND_NOTE: a note says what is contradictory or open, and nothing is inferred
 * @ATLAS_CHECK_KIND_APPROXIMATE: a position is approximate
 *
 * What is to be checked, in the order of a list: what is wrong or missing comes before remarks that
 * somebody has made on purpose.
 */
typedef enum
{
  ATLAS_CHECK_KIND_PASSED,
  ATLAS_CHECK_KIND_SUM,
  ATLAS_CHECK_KIND_SOURCE,
  ATLAS_CHECK_KIND_PLACE,
  ATLAS_CHECK_KIND_NAME,
  ATLAS_CHECK_KIND_INFERRED,
  ATLAS_CHECK_KIND_NOTE,
  ATLAS_CHECK_KIND_APPROXIMATE,
} AtlasCheckKind;

#define ATLAS_N_CHECK_KINDS (ATLAS_CHECK_KIND_APPROXIMATE + 1)

/**
 * AtlasCheck:
 * @kind: what is to be checked
 * @record: the record; it belongs to the dataset
 * @member: the name of its member, such as "expected"; valid as long as @record
 * @sum: for a sum: what its parts add up to, in the unit of the figure
 * @n_parts: for a sum: how many parts it has
 * @n_unsourced: for a sum: how many of them have no source yet
 * @languages: for a name: the languages without one, as bits
 *
 * Something in a dataset that needs attention.
 */
typedef struct
{
  AtlasCheckKind kind;
  AtlasRecord *record;
  const char *member;
  AtlasDecimal sum;
  guint n_parts;
  guint n_unsourced;
  guint languages;
} AtlasCheck;

GArray *atlas_checks_new (AtlasScope *scope, AtlasBaseMap *base_map, const AtlasDate *today);
char *atlas_check_describe (const AtlasCheck *self, AtlasDataset *dataset, AtlasLanguage language);
const char *atlas_check_kind_get_label (AtlasCheckKind kind, AtlasLanguage language);

G_END_DECLS
