/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AtlasCitation:
 * @source: the id of the #AtlasSource cited; atlas_dataset_get_source() finds it
 * @section: its section, such as "3.2"
 * @paragraph: the paragraph of that section, from 1
 *
 * The paragraph that states a fact.
 */
typedef struct
{
  char *source;
  char *section;
  guint paragraph;
} AtlasCitation;

AtlasCitation *atlas_citation_new (const char *source, const char *section, guint paragraph);
void atlas_citation_free (AtlasCitation *self);
char *atlas_citation_to_string (const AtlasCitation *self);

G_END_DECLS
