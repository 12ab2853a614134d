/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-summary.h"

G_BEGIN_DECLS

void atlas_print_settings_load (GSettings *settings, AtlasSummaryOptions *options);
void atlas_print_settings_save (GSettings *settings, const AtlasSummaryOptions *options);
GtkPrintSettings *atlas_print_settings_load_printer (GSettings *settings);
void atlas_print_settings_save_printer (GSettings *settings, GtkPrintSettings *printer);
GtkPageSetup *atlas_print_settings_make_page_setup (const AtlasPageSetup *page);
gboolean atlas_print_settings_follow (AtlasPageSetup *page, GtkPageSetup *setup);

G_END_DECLS
