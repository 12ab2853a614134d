/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-citation.h"

/**
 * atlas_citation_new:
 * @source: the id of a source
 * @section: its section
 * @paragraph: the paragraph, from 1
 *
 * Returns: (transfer full): a citation outside the citations of a record, which have another
 *   storage; free it with atlas_citation_free()
 */
AtlasCitation *
atlas_citation_new (const char *source, const char *section, guint paragraph)
{
  AtlasCitation *self;

  g_return_val_if_fail (source != NULL && section != NULL, NULL);

  self = g_new (AtlasCitation, 1);
  *self = (AtlasCitation) { g_strdup (source), g_strdup (section), paragraph };
  return self;
}

/**
 * atlas_citation_free:
 * @self: (transfer full): a citation of atlas_citation_new()
 */
void
atlas_citation_free (AtlasCitation *self)
{
  g_free (self->source);
  g_free (self->section);
  g_free (self);
}

/**
 * atlas_citation_to_string:
 * @self: a citation
 *
 * Returns: (transfer full): the citation mark, such as "3.2 ¶2", the same in every language
 */
char *
atlas_citation_to_string (const AtlasCitation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strdup_printf ("%s ¶%u", self->section, self->paragraph);
}
