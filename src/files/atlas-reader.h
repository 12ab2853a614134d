/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"
#include "atlas-fault.h"

G_BEGIN_DECLS

/**
 * ATLAS_READER_MOST_BYTES:
 *
 * The largest size of a file that is read: 256 MiB.
 */
#define ATLAS_READER_MOST_BYTES ((gsize) 256 * 1024 * 1024)

AtlasDataset *atlas_reader_read_bytes  (const char           *name,
                                        GBytes               *bytes,
                                        GCancellable         *cancellable,
                                        GPtrArray           **faults,
                                        GError              **error);
AtlasDataset *atlas_reader_read_bytes_leniently
                                       (const char           *name,
                                        GBytes               *bytes,
                                        GCancellable         *cancellable,
                                        GPtrArray           **faults,
                                        GError              **error);
AtlasDataset *atlas_reader_read_stream (const char           *name,
                                        GInputStream         *stream,
                                        GCancellable         *cancellable,
                                        GPtrArray           **faults,
                                        GError              **error);
AtlasDataset *atlas_reader_read_file   (GFile                *file,
                                        GCancellable         *cancellable,
                                        GPtrArray           **faults,
                                        GError              **error);
void          atlas_reader_read_async  (GFile                *file,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
AtlasDataset *atlas_reader_read_finish (GAsyncResult         *result,
                                        GPtrArray           **faults,
                                        GError              **error);

G_END_DECLS
