/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ATLAS_TYPE_FAULTS_PAGE (atlas_faults_page_get_type ())

G_DECLARE_FINAL_TYPE (AtlasFaultsPage, atlas_faults_page, ATLAS, FAULTS_PAGE, AdwBin)

void atlas_faults_page_set_faults (AtlasFaultsPage *self,
                                   GFile *file,
                                   GPtrArray *faults,
                                   const GError *error,
                                   gboolean has_map);
void atlas_faults_page_set_offers_bundled (AtlasFaultsPage *self, gboolean offers);

G_END_DECLS
