/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-field.h"
#include "atlas-record-form.h"

G_BEGIN_DECLS

AtlasDataset *forms_fixture_read_jilin (void);
AtlasField *forms_fixture_get_field (gpointer root, const char *member);
gpointer forms_fixture_get_control (gpointer root, const char *member, const char *type_name);
void forms_fixture_type (gpointer root, const char *member, const char *text);
void forms_fixture_write (gpointer root, const char *member, const char *text);

G_END_DECLS
