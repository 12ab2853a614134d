/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"
#include "atlas-fault.h"

G_BEGIN_DECLS

/**
 * ATLAS_DATASET_FORMAT:
 *
 * The member "format" of every dataset.
 */
#define ATLAS_DATASET_FORMAT "jilin-atlas"

/**
 * ATLAS_DATASET_VERSION:
 *
 * The member "version" of every dataset. There is only one so far; adding members needs no new one.
 */
#define ATLAS_DATASET_VERSION 1

/**
 * ATLAS_READER_MAX_BYTES:
 *
 * The largest size of a file that is read: 256 MiB.
 */
#define ATLAS_READER_MAX_BYTES ((gsize) 256 * 1024 * 1024)

/**
 * AtlasReaderMode:
 * @ATLAS_READER_STRICT: a file with a fault is refused
 * @ATLAS_READER_LENIENT: records with faults are left out, and records whose meaning would change
 *   without them. A file that is not JSON or not a dataset is refused.
 *   atlas_dataset_get_n_at_fault() and atlas_dataset_get_n_dependent() tell how many are left out
 *
 * What the reader does with records that have faults.
 */
typedef enum
{
  ATLAS_READER_STRICT,
  ATLAS_READER_LENIENT,
} AtlasReaderMode;

AtlasDataset *atlas_reader_read_bytes (const char *name,
                                       GBytes *bytes,
                                       AtlasReaderMode mode,
                                       GCancellable *cancellable,
                                       GPtrArray **faults,
                                       GError **error);
GPtrArray *
atlas_reader_read_tours (const char *name, GBytes *bytes, AtlasDataset *dataset, GError **error);
AtlasDataset *atlas_reader_read_stream (const char *name,
                                        GInputStream *stream,
                                        GCancellable *cancellable,
                                        GPtrArray **faults,
                                        GError **error);
AtlasDataset *atlas_reader_read_file (GFile *file,
                                      AtlasReaderMode mode,
                                      GCancellable *cancellable,
                                      GPtrArray **faults,
                                      GError **error);
void atlas_reader_read_async (GFile *file,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
AtlasDataset *atlas_reader_read_finish (GAsyncResult *result, GPtrArray **faults, GError **error);

G_END_DECLS
