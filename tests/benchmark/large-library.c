/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "large-library.h"

#include "atlas-reader.h"
#include "atlas-record-combination-private.h"
#include "atlas-saving.h"

/* A dataset of any size for measuring: copies of the records of a file. */

static AtlasRecord *
copy_record (AtlasRecord *record, const char *id)
{
  static const char *const members[] = { "id", NULL };
  g_autoptr (AtlasRecord) other = g_object_new (G_OBJECT_TYPE (record), "id", id, NULL);

  return _atlas_record_combine (record, other, members);
}

/* Adds copies with other ids, which refer to the same records, until there are @n_records. */
static AtlasDataset *
enlarge (AtlasDataset *dataset, guint n_records)
{
  g_autoptr (GPtrArray) put = g_ptr_array_new_with_free_func (g_object_unref);
  AtlasDataset *large;
  guint n = 0;

  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    n += g_list_model_get_n_items (atlas_dataset_get_records (dataset, (AtlasRecordKind) kind));
  for (guint turn = 0; n < n_records; turn++)
    for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
      {
        GListModel *records = atlas_dataset_get_records (dataset, (AtlasRecordKind) kind);

        for (guint i = 0; i < g_list_model_get_n_items (records); i++, n++)
          {
            g_autoptr (AtlasRecord) record = g_list_model_get_item (records, i);
            g_autofree char *id = g_strdup_printf ("%s-%u", atlas_record_get_id (record), turn);

            g_ptr_array_add (put, copy_record (record, id));
          }
      }
  large = atlas_dataset_derive (dataset, put, NULL, NULL);
  g_assert_nonnull (large);
  return large;
}

/* Returns a copy of a project with another name. */
AtlasRecord *
large_library_rename_project (AtlasDataset *dataset, guint number)
{
  static const char *const members[] = { "name", NULL };
  GListModel *projects = atlas_dataset_get_records (dataset, ATLAS_RECORD_KIND_PROJECT);
  g_autoptr (AtlasRecord) record =
    g_list_model_get_item (projects, number % g_list_model_get_n_items (projects));
  g_autofree char *word = g_strdup_printf ("%u", number);
  g_autoptr (AtlasText) name = atlas_text_new (word, NULL, NULL);
  g_autoptr (AtlasRecord) other = g_object_new (G_OBJECT_TYPE (record), "name", name, NULL);

  return _atlas_record_combine (record, other, members);
}

/* Reads @path, enlarges it to @n_records, and writes it to @file. */
AtlasDataset *
large_library_write (const char *path, guint n_records, GFile *file, char **etag)
{
  g_autoptr (GFile) original = g_file_new_for_path (path);
  g_autoptr (AtlasDataset) dataset =
    atlas_reader_read_file (original, ATLAS_READER_STRICT, NULL, NULL, NULL);
  AtlasDataset *large = enlarge (dataset, n_records);

  atlas_saving_write (large, file, NULL, etag, NULL, NULL);
  return large;
}
