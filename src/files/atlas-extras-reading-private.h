/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-extras.h"
#include "atlas-reading-private.h"
#include "atlas-schema.h"

G_BEGIN_DECLS

void _atlas_extras_take_record (AtlasReading *reading,
                                const AtlasSchema *schema,
                                guint at,
                                AtlasRecord *record);
void _atlas_extras_take_head (AtlasReading *reading);
void _atlas_extras_take_tour (AtlasReading *reading, guint at, AtlasTour *tour);
void _atlas_extras_take_step (AtlasReading *reading, guint at, AtlasTourStep *step);
void _atlas_extras_append (const AtlasExtras *self,
                           const char *within,
                           const char *after,
                           GString *text);
char *_atlas_extras_name_citation (const char *of,
                                   const char *source,
                                   const char *section,
                                   guint paragraph,
                                   guint n_before);
char *_atlas_extras_name_entry (const char *log, const char *date, guint n_before);
char *_atlas_extras_name_section (const char *section);
char *_atlas_extras_name_title (const char *section);

G_END_DECLS
