/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-text-block.h"

/*
 * AtlasTextBlock: a heading, or a paragraph that is not split.
 */
struct _AtlasTextBlock
{
  AtlasBlock parent_instance;

  AtlasTypesetter *typesetter;
  AtlasTextRole role;
  PangoLayout *text;
};

G_DEFINE_FINAL_TYPE (AtlasTextBlock, atlas_text_block, ATLAS_TYPE_BLOCK)

/* Longer text is shortened with an ellipsis. */
#define MAX_LINES 12

/* The space below a title or heading, as a multiple of its font size. */
#define SPACE_BELOW 0.3

static void
atlas_text_block_measure (AtlasBlock *block, double width)
{
  AtlasTextBlock *self = ATLAS_TEXT_BLOCK (block);

  pango_layout_set_width (self->text, (int) (width * PANGO_SCALE));
  pango_layout_set_height (self->text, -MAX_LINES);
  pango_layout_set_ellipsize (self->text, PANGO_ELLIPSIZE_END);
  atlas_block_add_row (block,
                       atlas_typesetter_get_height_of (self->text) +
                         SPACE_BELOW * atlas_typesetter_get_size (self->typesetter, self->role),
                       FALSE);
}

static void
atlas_text_block_draw_row (AtlasBlock *block, cairo_t *cr, guint row)
{
  atlas_typesetter_show (cr, ATLAS_TEXT_BLOCK (block)->text, 0, 0);
}

static void
atlas_text_block_finalize (GObject *object)
{
  AtlasTextBlock *self = ATLAS_TEXT_BLOCK (object);

  g_clear_object (&self->text);
  g_clear_object (&self->typesetter);

  G_OBJECT_CLASS (atlas_text_block_parent_class)->finalize (object);
}

static void
atlas_text_block_class_init (AtlasTextBlockClass *klass)
{
  AtlasBlockClass *block_class = ATLAS_BLOCK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_text_block_finalize;
  block_class->measure = atlas_text_block_measure;
  block_class->draw_row = atlas_text_block_draw_row;
}

static void
atlas_text_block_init (AtlasTextBlock *self)
{
}

static const char *
get_tag (AtlasTextRole role)
{
  if (role == ATLAS_TEXT_ROLE_TITLE)
    return "H1";
  return role == ATLAS_TEXT_ROLE_HEADING || role == ATLAS_TEXT_ROLE_GROUP ? "H2" : "P";
}

/**
 * atlas_text_block_new:
 * @typesetter: the typesetter
 * @role: the role of the text
 * @text: plain text, not markup
 *
 * Returns: (transfer full): a block of text
 */
AtlasBlock *
atlas_text_block_new (AtlasTypesetter *typesetter, AtlasTextRole role, const char *text)
{
  AtlasTextBlock *self = g_object_new (ATLAS_TYPE_TEXT_BLOCK, NULL);

  self->typesetter = g_object_ref (typesetter);
  self->role = role;
  ATLAS_BLOCK (self)->tag = get_tag (role);
  self->text = atlas_typesetter_set (typesetter, role, text);
  /* Titles of official documents are centred. */
  if (atlas_typesetter_get_layout (typesetter) == ATLAS_PAGE_LAYOUT_OFFICIAL &&
      (role == ATLAS_TEXT_ROLE_TITLE || role == ATLAS_TEXT_ROLE_SUBTITLE))
    pango_layout_set_alignment (self->text, PANGO_ALIGN_CENTER);
  return ATLAS_BLOCK (self);
}

/**
 * atlas_text_block_get_text:
 * @self: a text
 * @role: (out): return location for its role
 *
 * Returns: (transfer none): the text; plain text, not markup
 */
const char *
atlas_text_block_get_text (AtlasTextBlock *self, AtlasTextRole *role)
{
  g_return_val_if_fail (ATLAS_IS_TEXT_BLOCK (self), NULL);

  *role = self->role;
  return pango_layout_get_text (self->text);
}
