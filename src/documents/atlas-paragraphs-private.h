/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasTextLine:
 * @text: its text, without blanks at both ends
 * @is_indented: whether it began with blanks
 * @follows_blank: whether the line before was empty
 *
 * A non-empty line of a document.
 */
typedef struct
{
  char *text;
  gboolean is_indented;
  gboolean follows_blank;
} AtlasTextLine;

void _atlas_text_line_free (AtlasTextLine *self);
GPtrArray *_atlas_paragraphs_join (GPtrArray *lines, guint least, guint most);
guint _atlas_paragraphs_count (GPtrArray *lines, GPtrArray *all);

G_END_DECLS
