/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-manuscript.h"

#include "atlas-text-block.h"

/*
 * AtlasManuscript: the blocks of a summary in order, before they are placed on pages.
 */

/* White space, as multiples of the font size of a cell. */
#define SPACE_BEFORE_TITLE 2.0
#define SPACE_BEFORE_HEADING 2.2

static void
clear_section (gpointer data)
{
  AtlasSection *section = data;

  g_free (section->title);
}

/**
 * atlas_manuscript_init:
 * @self: a manuscript
 * @typesetter: the typesetter
 * @base_map: (nullable): the base map of its maps
 * @frame: the part of each page for blocks
 * @parts: the parts to include
 *
 * Initializes an empty manuscript.
 */
void
atlas_manuscript_init (AtlasManuscript *self,
                       AtlasTypesetter *typesetter,
                       AtlasBaseMap *base_map,
                       const AtlasFrame *frame,
                       AtlasSummaryParts parts)
{
  *self = (AtlasManuscript) {
    .typesetter = g_object_ref (typesetter),
    .base_map = base_map != NULL ? g_object_ref (base_map) : NULL,
    .frame = *frame,
    .parts = parts,
    .blocks = g_ptr_array_new_with_free_func (g_object_unref),
    .sections = g_array_new (FALSE, FALSE, sizeof (AtlasSection)),
  };
  g_array_set_clear_func (self->sections, clear_section);
}

/**
 * atlas_manuscript_clear:
 * @self: a manuscript
 *
 * Frees its contents.
 */
void
atlas_manuscript_clear (AtlasManuscript *self)
{
  g_clear_object (&self->typesetter);
  g_clear_object (&self->base_map);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->sections, g_array_unref);
}

/**
 * atlas_manuscript_add_block:
 * @self: a manuscript
 * @block: (transfer full): a block
 * @space_before: the white space above it, as a multiple of the font size of a cell
 *
 * Appends @block.
 */
void
atlas_manuscript_add_block (AtlasManuscript *self, AtlasBlock *block, double space_before)
{
  block->space_before =
    space_before * atlas_typesetter_get_size (self->typesetter, ATLAS_TEXT_ROLE_CELL);
  g_ptr_array_add (self->blocks, block);
}

/**
 * atlas_manuscript_add_heading:
 * @self: a manuscript
 * @role: the role of the title
 * @title: the title; plain text, not markup
 *
 * Appends a heading, which stays on the page of the next block.
 *
 * Returns: (transfer none): the heading
 */
AtlasBlock *
atlas_manuscript_add_heading (AtlasManuscript *self, AtlasTextRole role, const char *title)
{
  AtlasBlock *heading = atlas_text_block_new (self->typesetter, role, title);

  heading->keeps_with_next = TRUE;
  atlas_manuscript_add_block (
    self, heading, role == ATLAS_TEXT_ROLE_TITLE ? SPACE_BEFORE_TITLE : SPACE_BEFORE_HEADING);
  return heading;
}

/**
 * atlas_manuscript_add_section:
 * @self: a manuscript
 * @role: the role of the title
 * @title: the title; plain text, not markup
 *
 * Appends a heading that is listed in the table of contents.
 *
 * Returns: (transfer none): the heading
 */
AtlasBlock *
atlas_manuscript_add_section (AtlasManuscript *self, AtlasTextRole role, const char *title)
{
  const AtlasSection section = {
    .title = g_strdup (title),
    .heading = atlas_manuscript_add_heading (self, role, title),
  };

  section.heading->anchor = g_strdup_printf ("section-%u", self->sections->len + 1);
  g_array_append_val (self->sections, section);
  return section.heading;
}

/**
 * atlas_manuscript_measure:
 * @self: a manuscript
 * @first: the first block to measure
 *
 * Measures the blocks from @first on.
 */
void
atlas_manuscript_measure (AtlasManuscript *self, guint first)
{
  for (guint i = first; i < self->blocks->len; i++)
    atlas_block_measure (self->blocks->pdata[i],
                         atlas_frame_get_block_width (&self->frame, self->blocks->pdata[i]));
}

/**
 * atlas_manuscript_measure_space_left:
 * @self: a manuscript
 * @first: the first block of a page
 *
 * Measures the blocks from @first on.
 *
 * Returns: the free height of the page below them, in points; negative if they need several pages
 */
double
atlas_manuscript_measure_space_left (AtlasManuscript *self, guint first)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  g_autoptr (AtlasSummaryLayout) layout = NULL;

  atlas_manuscript_measure (self, first);
  for (guint i = first; i < self->blocks->len; i++)
    g_ptr_array_add (blocks, self->blocks->pdata[i]);
  layout = atlas_summary_layout_new (blocks, &self->frame);
  return atlas_summary_layout_get_n_pages (layout) == 1
           ? atlas_summary_layout_get_space_left (layout)
           : -1;
}
