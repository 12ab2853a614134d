/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-citation.h"

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
