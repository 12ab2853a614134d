/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-library.h"

G_BEGIN_DECLS

GFile *atlas_test_saving_new_file (const char *name);
AtlasLibrary *atlas_test_saving_open (GFile *file);
gboolean atlas_test_saving_save (AtlasLibrary *library, GFile *file, GError **error);
void atlas_test_saving_set_stage (AtlasLibrary *library, const char *id, int stage);
AtlasDataset *atlas_test_saving_read (GFile *file);
void atlas_test_saving_wait_until (gboolean (*is_done) (gpointer data), gpointer data);

G_END_DECLS
