/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <adwaita.h>

#include "atlas-dataset.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_FAULTS_BAR (atlas_faults_bar_get_type ())

G_DECLARE_FINAL_TYPE (AtlasFaultsBar, atlas_faults_bar, ATLAS, FAULTS_BAR, AdwBin)

void atlas_faults_bar_set_dataset (AtlasFaultsBar *self, AtlasDataset *dataset);
void atlas_faults_bar_set_refused (AtlasFaultsBar *self,
                                   GFile *file,
                                   GPtrArray *faults,
                                   const GError *error);

G_END_DECLS
