/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <json-glib/json-glib.h>

#include "atlas-dataset.h"
#include "atlas-json-index-private.h"

G_BEGIN_DECLS

typedef struct _AtlasReferences AtlasReferences;

/**
 * AtlasEntry:
 * @at: the number of the record in the index
 * @kind: its kind, given by the array that contains it
 * @record: (nullable): the record, owned by the dataset, or %NULL when it could not be created
 * @is_at_fault: whether it is left out because of its own fault
 *
 * One record of the file.
 */
typedef struct
{
  guint at;
  AtlasRecordKind kind;
  AtlasRecord *record;
  gboolean is_at_fault;
} AtlasEntry;

/**
 * AtlasReading:
 * @text: the content of the file
 * @index: the positions of its values
 * @faults: its faults
 * @dataset: the records read so far
 * @base: (nullable): the dataset to whose records references may also lead
 * @references: the references, until all records are read
 * @entries: (element-type AtlasEntry): all records of the file, including those that could not be
 *   created
 * @head: the numbers of the members that can be left out if they have a fault: title, date,
 *   approval number and tours; 0 when there is no such member
 * @n_unknown: the number of members that the format does not define
 * @incomplete: whether the id of a record could not be read
 *
 * The state of reading one file in one thread. A value of the file is identified by its number in
 * @index, which gives its line and path; its content is in a node of json-glib.
 */
typedef struct
{
  const char *text;
  AtlasJsonIndex *index;
  AtlasFaultList *faults;
  AtlasDataset *dataset;
  AtlasDataset *base;
  AtlasReferences *references;
  GArray *entries;
  guint head[4];
  guint n_unknown;
  gboolean incomplete;
} AtlasReading;

/**
 * AtlasMemberIter:
 *
 * Iterates over the members of an object, with nodes and index numbers, in the order of the file.
 */
typedef struct
{
  const AtlasJsonIndex *index;
  JsonObjectIter iter;
  guint next;
} AtlasMemberIter;

void _atlas_member_iter_init (AtlasMemberIter *self,
                              AtlasReading *reading,
                              guint number,
                              JsonNode *node);
gboolean
_atlas_member_iter_next (AtlasMemberIter *self, const char **name, guint *number, JsonNode **node);

/**
 * AtlasElementIter:
 *
 * Iterates over the elements of an array, with nodes and index numbers.
 */
typedef struct
{
  const AtlasJsonIndex *index;
  JsonArray *array;
  guint position;
  guint next;
} AtlasElementIter;

void _atlas_element_iter_init (AtlasElementIter *self,
                               AtlasReading *reading,
                               guint number,
                               JsonNode *node);
gboolean _atlas_element_iter_next (AtlasElementIter *self, guint *number, JsonNode **node);

#define _atlas_reading_fault(self, severity, code, number, ...)                                    \
  _atlas_fault_list_add ((self)->faults, (severity), (code),                                       \
                         _atlas_json_index_get ((self)->index, (number))->offset, (number), NULL,  \
                         __VA_ARGS__)
#define _atlas_reading_error(self, code, number, ...)                                              \
  _atlas_reading_fault (self, ATLAS_FAULT_SEVERITY_ERROR, code, number, __VA_ARGS__)
#define _atlas_reading_warn(self, code, number, ...)                                               \
  _atlas_reading_fault (self, ATLAS_FAULT_SEVERITY_WARNING, code, number, __VA_ARGS__)

G_END_DECLS
