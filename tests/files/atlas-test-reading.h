/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-reader.h"

G_BEGIN_DECLS

/**
 * AtlasTestFault:
 *
 * An expected fault.
 */
typedef struct
{
  AtlasFaultSeverity severity;
  AtlasReadError code;
  guint line;
  const char *place;
} AtlasTestFault;

GBytes *atlas_test_load (const char *path);
GPtrArray *atlas_test_list (const char *folder);
void atlas_test_assert_faults (GPtrArray *faults, const AtlasTestFault *expected, gsize n_expected);
void atlas_test_assert_equal_tours (GPtrArray *a, GPtrArray *b);
void atlas_test_assert_equal (AtlasDataset *a, AtlasDataset *b);
void atlas_test_read_anything (const char *text, gsize length);

G_END_DECLS
