/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-navigation.h"
#include "atlas-table-text.h"

G_BEGIN_DECLS

char *
atlas_row_table_to_string (GListModel *rows, const AtlasFacts *facts, AtlasTableFormat format);
void atlas_row_table_copy (GListModel *rows, AtlasNavigation *navigation, GtkWidget *widget);

G_END_DECLS
