/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <adwaita.h>

#include "atlas-navigation.h"
#include "atlas-summary.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_PRINT_OPTIONS (atlas_print_options_get_type ())

G_DECLARE_FINAL_TYPE (AtlasPrintOptions,
                      atlas_print_options,
                      ATLAS,
                      PRINT_OPTIONS,
                      AdwPreferencesPage)

void atlas_print_options_set_navigation (AtlasPrintOptions *self,
                                         AtlasNavigation *navigation,
                                         GListModel *tours);
void atlas_print_options_set (AtlasPrintOptions *self, const AtlasSummaryOptions *options);
const AtlasSummaryOptions *atlas_print_options_get (AtlasPrintOptions *self);
AtlasScope *atlas_print_options_get_scope (AtlasPrintOptions *self);
AtlasFilter *atlas_print_options_get_filter (AtlasPrintOptions *self);

G_END_DECLS
