/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <json-glib/json-glib.h>

#include "atlas-dataset.h"
#include "atlas-json-index.h"

G_BEGIN_DECLS

typedef struct _AtlasReferences AtlasReferences;

/**
 * AtlasEntry:
 * @at: the number of the record in the index
 * @kind: its kind, by the array in which it stands
 * @record: (nullable): the record, which belongs to the dataset, or NULL when it could not be made
 * @is_at_fault: whether it is left out for a fault of its own
 *
 * One record of the file.
 */
typedef struct
{
  guint            at;
  AtlasRecordKind  kind;
  AtlasRecord     *record;
  gboolean         is_at_fault;
} AtlasEntry;

/**
 * AtlasReading:
 * @text: the file
 * @index: where its values stand
 * @faults: what is wrong with it
 * @dataset: what was read
 * @references: who refers to whom, until all records are there
 * @entries: (element-type AtlasEntry): the records of the file, whether they could be made or not
 * @head: the numbers of the members of the file that may be at fault, and then are left out: its
 *   title, date and approval number; 0 when there is no such member
 * @n_unknown: how many members were found that the format does not have
 * @incomplete: whether a record could not be read, so that its id is unknown
 *
 * The state of one reading of one file, in one thread. A value of the file is known by its number
 * in @index, from which a fault gets its line and place; what it means is in a node of json-glib.
 */
typedef struct
{
  const char      *text;
  AtlasJsonIndex  *index;
  AtlasFaultList  *faults;
  AtlasDataset    *dataset;
  AtlasReferences *references;
  GArray          *entries;
  guint            head[3];
  guint            n_unknown;
  gboolean         incomplete;
} AtlasReading;

/**
 * AtlasMemberIter:
 *
 * Walks over the members of an object, their nodes and their numbers, in the order of the file.
 */
typedef struct
{
  const AtlasJsonIndex *index;
  JsonObjectIter        iter;
  guint                 next;
} AtlasMemberIter;

void     atlas_member_iter_init (AtlasMemberIter     *self,
                                 AtlasReading        *reading,
                                 guint                number,
                                 JsonNode            *node);
gboolean atlas_member_iter_next (AtlasMemberIter     *self,
                                 const char         **name,
                                 guint               *number,
                                 JsonNode           **node);

/**
 * AtlasElementIter:
 *
 * Walks over the elements of an array, their nodes and their numbers.
 */
typedef struct
{
  const AtlasJsonIndex *index;
  JsonArray            *array;
  guint                 position;
  guint                 next;
} AtlasElementIter;

void     atlas_element_iter_init (AtlasElementIter    *self,
                                  AtlasReading        *reading,
                                  guint                number,
                                  JsonNode            *node);
gboolean atlas_element_iter_next (AtlasElementIter    *self,
                                  guint               *number,
                                  JsonNode           **node);

#define atlas_reading_fault(self, severity, code, number, ...)                        \
  atlas_fault_list_add ((self)->faults, (severity), (code),                           \
                        atlas_json_index_get ((self)->index, (number))->offset,       \
                        (number), NULL, __VA_ARGS__)
#define atlas_reading_error(self, code, number, ...) \
  atlas_reading_fault (self, ATLAS_FAULT_SEVERITY_ERROR, code, number, __VA_ARGS__)
#define atlas_reading_warn(self, code, number, ...) \
  atlas_reading_fault (self, ATLAS_FAULT_SEVERITY_WARNING, code, number, __VA_ARGS__)

G_END_DECLS
