/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-reading.h"
#include "atlas-schema.h"

G_BEGIN_DECLS

/**
 * AtlasExtras:
 *
 * The members of one record, or of the file around the records, that the format does not have.
 */
typedef struct _AtlasExtras AtlasExtras;

void               atlas_extras_take_record   (AtlasReading      *reading,
                                               const AtlasSchema *schema,
                                               guint              at,
                                               AtlasRecord       *record);
void               atlas_extras_take_head     (AtlasReading      *reading);
void               atlas_extras_copy          (gpointer           from,
                                               gpointer           to);
const AtlasExtras *atlas_extras_get           (gpointer           owner);
gboolean           atlas_extras_are_within    (const AtlasExtras *self,
                                               const char        *within);
void               atlas_extras_append        (const AtlasExtras *self,
                                               const char        *within,
                                               const char        *after,
                                               GString           *text);
char              *atlas_extras_name_citation (const char        *source,
                                               const char        *section,
                                               guint              paragraph,
                                               guint              n_before);
char              *atlas_extras_name_section  (const char        *section);
char              *atlas_extras_name_title    (const char        *section);

G_END_DECLS
