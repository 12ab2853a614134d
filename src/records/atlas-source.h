/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_SOURCE (atlas_source_get_type ())

G_DECLARE_FINAL_TYPE (AtlasSource, atlas_source, ATLAS, SOURCE, AtlasRecord)

const char *atlas_source_get_title (AtlasSource *self, AtlasLanguage language);
const char *atlas_source_get_number (AtlasSource *self);
const char *atlas_source_get_issuer (AtlasSource *self, AtlasLanguage language);
guint atlas_source_get_n_sections (AtlasSource *self);
const char *atlas_source_get_section_id (AtlasSource *self, guint index);
const AtlasText *atlas_source_get_section_title_text (AtlasSource *self, const char *section);
const char *
atlas_source_get_section_title (AtlasSource *self, const char *section, AtlasLanguage language);
gboolean atlas_source_has_paragraph (AtlasSource *self, const char *section, guint paragraph);
guint atlas_source_count_paragraphs (AtlasSource *self, const char *section);
guint atlas_source_count_unnumbered (AtlasSource *self);
guint atlas_source_count_lost (AtlasSource *self, AtlasDataset *dataset, const char *id);
char *atlas_source_dup_key (AtlasSource *self, AtlasDataset *dataset);

/* For code that fills a dataset. */
void atlas_source_add_section (AtlasSource *self,
                               const char *section,
                               AtlasText *title,
                               guint n_paragraphs);

G_END_DECLS
