/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <libxml/tree.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * AtlasSvgPart:
 * @kind: a class of CSS, such as "link"
 * @ids: (nullable): the ids of the records that it shows, with spaces between
 * @opacity: its opacity, 0…1
 *
 * A part of a picture that becomes an element of its own.
 */
typedef struct
{
  char *kind;
  char *ids;
  double opacity;
} AtlasSvgPart;

/* The addresses of images that mark the place of a text or of a part in what cairo writes: a letter
 * and an index follow. */
#define ATLAS_SVG_MARK "x-atlas-mark:"

void _atlas_svg_document_replace_marks (xmlDoc *document, GPtrArray *texts, GPtrArray *parts);
void _atlas_svg_document_tidy (xmlDoc *document, const char *prefix);

G_END_DECLS
