/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-summary.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_PRINT_OPERATION (atlas_print_operation_get_type ())

G_DECLARE_FINAL_TYPE (AtlasPrintOperation,
                      atlas_print_operation,
                      ATLAS,
                      PRINT_OPERATION,
                      GtkPrintOperation)

AtlasPrintOperation *atlas_print_operation_new (AtlasScope *scope,
                                                AtlasFilter *filter,
                                                const AtlasSummaryOptions *options,
                                                AtlasSummary *summary);
const AtlasPageSetup *atlas_print_operation_get_page (AtlasPrintOperation *self);
gboolean atlas_print_operation_was_previewed (AtlasPrintOperation *self);

G_END_DECLS
