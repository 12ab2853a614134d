/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasTextLine:
 * @text: its words, without blanks at either end
 * @is_indented: whether blanks stood before them
 * @follows_blank: whether the line before was empty
 *
 * A line of a document that is not empty.
 */
typedef struct
{
  char     *text;
  gboolean  is_indented;
  gboolean  follows_blank;
} AtlasTextLine;

void       atlas_text_line_free (AtlasTextLine *self);
GPtrArray *atlas_paragraphs_join (GPtrArray    *lines,
                                  guint         least,
                                  guint         most);

G_END_DECLS
