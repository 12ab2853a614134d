/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-citation.h"
#include "atlas-extras.h"
#include "atlas-log.h"

G_BEGIN_DECLS

void _atlas_begin_element (GString *text);
void _atlas_write_string (GString *text, const char *name, const char *string);
void _atlas_write_uint (GString *text, const char *name, guint number);
void _atlas_write_strings (GString *text, const char *name, const char *const *strings);
void _atlas_write_text (GString *text,
                        const AtlasExtras *extras,
                        const char *within,
                        const char *name,
                        const AtlasText *words);
void _atlas_write_citations (GString *text,
                             const AtlasExtras *extras,
                             const char *of,
                             const char *name,
                             GPtrArray *citations);
void
_atlas_write_log (GString *text, const AtlasExtras *extras, const char *name, const AtlasLog *log);

G_END_DECLS
