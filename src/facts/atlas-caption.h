/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-facts.h"
#include "atlas-tour.h"

G_BEGIN_DECLS

/**
 * AtlasCaption:
 * @sentence: what is said about the view
 * @subject: the name of its scope, and what the filter leaves of it
 * @moment: the time shown, or the date of the dataset; "" if there is none
 * @citation: the number of the source and the paragraphs, such as "No. 17 3.2 ¶2"; "" if nothing is
 *   cited
 *
 * The text below a view that is presented or printed: plain text, not markup.
 */
typedef struct
{
  char *sentence;
  char *subject;
  char *moment;
  char *citation;
} AtlasCaption;

AtlasCaption *atlas_caption_new (const AtlasFacts *facts, AtlasTourStep *step);
void atlas_caption_free (AtlasCaption *self);
char *atlas_caption_describe_citations (const AtlasFacts *facts, AtlasRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasCaption, atlas_caption_free)

G_END_DECLS
