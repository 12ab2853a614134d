/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-editing.h"

#include <string.h>

#include "atlas-record-combination-private.h"
#include "atlas-schema.h"
#include "atlas-test-reading.h"

/*
 * Small edits of datasets, for the tests of this room.
 */

static AtlasDataset *
read_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset =
    atlas_reader_read_bytes ("file", bytes, ATLAS_READER_STRICT, NULL, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

/**
 * atlas_test_editing_read:
 * @text: the records of a file, without its head and the outer braces
 *
 * Returns: (transfer full): a dataset with the title "T"
 */
AtlasDataset *
atlas_test_editing_read (const char *text)
{
  char *file =
    g_strdup_printf ("{\"format\": \"jilin-atlas\", \"version\": 1, \"title\": \"T\", %s}", text);
  g_autoptr (GBytes) bytes = g_bytes_new_take (file, strlen (file));

  return read_bytes (bytes);
}

/**
 * atlas_test_editing_read_shipped:
 *
 * Returns: (transfer full): the dataset that comes with the program
 */
AtlasDataset *
atlas_test_editing_read_shipped (void)
{
  g_autoptr (GBytes) bytes = atlas_test_load ("data/jilin.json");

  return read_bytes (bytes);
}

/**
 * atlas_test_editing_change:
 * @dataset: a dataset
 * @id: the id of a record
 * @member: the name of the member to change
 * @first_property: (nullable): the name of its property; %NULL to remove it
 * @...: its value, then %NULL
 *
 * Returns: (transfer full): a copy of the record with another value of that member
 */
AtlasRecord *
atlas_test_editing_change (AtlasDataset *dataset,
                           const char *id,
                           const char *member,
                           const char *first_property,
                           ...)
{
  const char *const members[] = { member, NULL };
  AtlasRecord *record = atlas_dataset_lookup (dataset, id);
  g_autoptr (AtlasRecord) other = NULL;
  va_list arguments;

  g_assert_nonnull (record);
  va_start (arguments, first_property);
  other = ATLAS_RECORD (g_object_new_valist (G_OBJECT_TYPE (record), first_property, arguments));
  va_end (arguments);
  return _atlas_record_combine (record, other, members);
}

/**
 * atlas_test_editing_put:
 * @dataset: a dataset
 * @record: (transfer full): a new record, or one that replaces another one
 *
 * Returns: (transfer full): @dataset with @record
 */
AtlasDataset *
atlas_test_editing_put (AtlasDataset *dataset, AtlasRecord *record)
{
  g_autoptr (GPtrArray) put = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  AtlasDataset *derived;

  g_ptr_array_add (put, record);
  derived = atlas_dataset_derive (dataset, put, NULL, &error);
  g_assert_no_error (error);
  return derived;
}

/**
 * atlas_test_editing_remove:
 * @dataset: a dataset
 * @id: the id of a record to which no other one refers
 *
 * Returns: (transfer full): @dataset without the record
 */
AtlasDataset *
atlas_test_editing_remove (AtlasDataset *dataset, const char *id)
{
  const char *const removed[] = { id, NULL };
  g_autoptr (GError) error = NULL;
  AtlasDataset *derived = atlas_dataset_derive (dataset, NULL, removed, &error);

  g_assert_no_error (error);
  return derived;
}
