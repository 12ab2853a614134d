/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-paragraph-block.h"

#include <string.h>

/*
 * AtlasParagraphBlock: a paragraph of texts with different looks, such as sentences with the
 * numbers of their notes, or the notes themselves. A text may be a link or the end of one.
 */
typedef struct
{
  AtlasTextRole role;
  char *text;
  char *link;   /* the anchor to which it leads, or NULL */
  char *anchor; /* the anchor that it is, or NULL */
} Run;

struct _AtlasParagraphBlock
{
  AtlasBlock parent_instance;

  AtlasTypesetter *typesetter;
  AtlasParagraphLook look;
  GArray *runs; /* of Run */
  PangoLayout *text;
};

G_DEFINE_FINAL_TYPE (AtlasParagraphBlock, atlas_paragraph_block, ATLAS_TYPE_BLOCK)

/* White space and the bar, as multiples of the font size of a cell. */
#define BAR_WIDTH 0.35
#define BAR_GAP 1.0
#define PADDING 0.35

static void
clear_run (gpointer data)
{
  Run *run = data;

  g_free (run->text);
  g_free (run->link);
  g_free (run->anchor);
}

static double
get_unit (AtlasParagraphBlock *self)
{
  return atlas_typesetter_get_size (self->typesetter, ATLAS_TEXT_ROLE_CELL);
}

static double
get_indent (AtlasParagraphBlock *self)
{
  return self->look == ATLAS_PARAGRAPH_LOOK_LEAD ? (BAR_WIDTH + BAR_GAP) * get_unit (self) : 0;
}

static void
atlas_paragraph_block_measure (AtlasBlock *block, double width)
{
  AtlasParagraphBlock *self = ATLAS_PARAGRAPH_BLOCK (block);
  g_autofree AtlasTextRun *runs = g_new (AtlasTextRun, self->runs->len);

  g_clear_object (&self->text);
  if (self->runs->len == 0)
    return;
  for (guint i = 0; i < self->runs->len; i++)
    {
      const Run *run = &g_array_index (self->runs, Run, i);

      runs[i] = (AtlasTextRun) { run->role, run->text };
    }
  self->text = atlas_typesetter_set_runs (self->typesetter, runs, self->runs->len);
  pango_layout_set_width (self->text, (int) ((width - get_indent (self)) * PANGO_SCALE));
  atlas_block_add_row (
    block, atlas_typesetter_get_height_of (self->text) + 2 * PADDING * get_unit (self), FALSE);
}

/* Marks the place of a run as the end of links, or makes the run a link. The place is at the
 * current origin. */
static void
tag_run (AtlasParagraphBlock *self, cairo_t *cr, const Run *run, guint start)
{
  PangoRectangle first, last;
  g_autofree char *attributes = NULL;
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
  char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];

  pango_layout_index_to_pos (self->text, (int) start, &first);
  pango_layout_index_to_pos (self->text, (int) (start + strlen (run->text)), &last);
  g_ascii_dtostr (x, sizeof x, pango_units_to_double (first.x));
  g_ascii_dtostr (y, sizeof y, pango_units_to_double (first.y));
  if (run->anchor != NULL)
    {
      attributes = g_strdup_printf ("name='%s' x=%s y=%s", run->anchor, x, y);
      cairo_tag_begin (cr, CAIRO_TAG_DEST, attributes);
      cairo_tag_end (cr, CAIRO_TAG_DEST);
      return;
    }
  /* The number of a note is short, so it is on one line. */
  g_ascii_dtostr (width, sizeof width, pango_units_to_double (MAX (last.x - first.x, first.width)));
  g_ascii_dtostr (height, sizeof height, pango_units_to_double (first.height));
  attributes = g_strdup_printf ("dest='%s' rect=[%s %s %s %s]", run->link, x, y, width, height);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

static void
draw_look (AtlasParagraphBlock *self, cairo_t *cr)
{
  AtlasBlock *block = ATLAS_BLOCK (self);

  if (self->look == ATLAS_PARAGRAPH_LOOK_FOOT)
    {
      atlas_typesetter_draw_rule (self->typesetter, cr, ATLAS_INK_HAIRLINE, 0, block->width);
      return;
    }
  atlas_typesetter_use_ink (self->typesetter, cr, ATLAS_INK_ACCENT);
  cairo_rectangle (cr, 0, 0, BAR_WIDTH * get_unit (self), atlas_block_get_row (block, 0)->height);
  cairo_fill (cr);
}

static void
atlas_paragraph_block_draw_row (AtlasBlock *block, cairo_t *cr, guint row)
{
  AtlasParagraphBlock *self = ATLAS_PARAGRAPH_BLOCK (block);
  guint start = 0;

  draw_look (self, cr);
  cairo_save (cr);
  cairo_translate (cr, get_indent (self), PADDING * get_unit (self));
  cairo_tag_begin (cr, "Span", NULL);
  atlas_typesetter_show (cr, self->text, 0, 0);
  cairo_tag_end (cr, "Span");
  for (guint i = 0; i < self->runs->len; i++)
    {
      const Run *run = &g_array_index (self->runs, Run, i);

      if (run->link != NULL || run->anchor != NULL)
        tag_run (self, cr, run, start);
      start += (guint) strlen (run->text);
    }
  cairo_restore (cr);
}

static void
atlas_paragraph_block_finalize (GObject *object)
{
  AtlasParagraphBlock *self = ATLAS_PARAGRAPH_BLOCK (object);

  g_array_unref (self->runs);
  g_clear_object (&self->text);
  g_clear_object (&self->typesetter);

  G_OBJECT_CLASS (atlas_paragraph_block_parent_class)->finalize (object);
}

static void
atlas_paragraph_block_class_init (AtlasParagraphBlockClass *klass)
{
  AtlasBlockClass *block_class = ATLAS_BLOCK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_paragraph_block_finalize;
  block_class->measure = atlas_paragraph_block_measure;
  block_class->draw_row = atlas_paragraph_block_draw_row;
}

static void
atlas_paragraph_block_init (AtlasParagraphBlock *self)
{
  self->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_array_set_clear_func (self->runs, clear_run);
}

/**
 * atlas_paragraph_block_new:
 * @typesetter: the typesetter
 * @look: its look
 *
 * Returns: (transfer full): an empty paragraph, which takes no room
 */
AtlasParagraphBlock *
atlas_paragraph_block_new (AtlasTypesetter *typesetter, AtlasParagraphLook look)
{
  AtlasParagraphBlock *self = g_object_new (ATLAS_TYPE_PARAGRAPH_BLOCK, NULL);

  self->typesetter = g_object_ref (typesetter);
  self->look = look;
  return self;
}

/**
 * atlas_paragraph_block_add:
 * @self: a paragraph
 * @role: the role of the text
 * @text: plain text, not markup
 *
 * Appends a text. All texts together are cut after 2000 letters.
 */
void
atlas_paragraph_block_add (AtlasParagraphBlock *self, AtlasTextRole role, const char *text)
{
  const Run run = { .role = role, .text = g_strdup (text) };

  g_return_if_fail (ATLAS_IS_PARAGRAPH_BLOCK (self));

  g_array_append_val (self->runs, run);
}

static Run *
get_last_run (AtlasParagraphBlock *self)
{
  return &g_array_index (self->runs, Run, self->runs->len - 1);
}

/**
 * atlas_paragraph_block_link:
 * @self: a paragraph with a text
 * @anchor: the anchor of a block, row or text on any page, which must be drawn too
 *
 * Makes the last text a link to @anchor.
 */
void
atlas_paragraph_block_link (AtlasParagraphBlock *self, const char *anchor)
{
  g_return_if_fail (ATLAS_IS_PARAGRAPH_BLOCK (self));
  g_return_if_fail (self->runs->len > 0);

  g_free (get_last_run (self)->link);
  get_last_run (self)->link = g_strdup (anchor);
}

/**
 * atlas_paragraph_block_anchor:
 * @self: a paragraph with a text
 * @anchor: a name: ASCII letters, digits and hyphens
 *
 * Sets the name by which links lead to the last text.
 */
void
atlas_paragraph_block_anchor (AtlasParagraphBlock *self, const char *anchor)
{
  g_return_if_fail (ATLAS_IS_PARAGRAPH_BLOCK (self));
  g_return_if_fail (self->runs->len > 0);

  g_free (get_last_run (self)->anchor);
  get_last_run (self)->anchor = g_strdup (anchor);
}

/**
 * atlas_paragraph_block_clear:
 * @self: a paragraph
 *
 * Removes its texts.
 */
void
atlas_paragraph_block_clear (AtlasParagraphBlock *self)
{
  g_return_if_fail (ATLAS_IS_PARAGRAPH_BLOCK (self));

  g_array_set_size (self->runs, 0);
}

/**
 * atlas_paragraph_block_dup_text:
 * @self: a paragraph
 *
 * Returns: (transfer full): its text
 */
char *
atlas_paragraph_block_dup_text (AtlasParagraphBlock *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (ATLAS_IS_PARAGRAPH_BLOCK (self), NULL);

  for (guint i = 0; i < self->runs->len; i++)
    g_string_append (text, g_array_index (self->runs, Run, i).text);
  return g_string_free (text, FALSE);
}

/**
 * atlas_paragraph_block_get_run:
 * @self: a paragraph
 * @index: the index of one of its texts
 * @role: (out): return location for the role of the text
 *
 * Returns: (transfer none) (nullable): the text, plain text and not markup; %NULL after the last
 * one
 */
const char *
atlas_paragraph_block_get_run (AtlasParagraphBlock *self, guint index, AtlasTextRole *role)
{
  const Run *run;

  g_return_val_if_fail (ATLAS_IS_PARAGRAPH_BLOCK (self), NULL);

  if (index >= self->runs->len)
    return NULL;
  run = &g_array_index (self->runs, Run, index);
  *role = run->role;
  return run->text;
}

/**
 * atlas_paragraph_block_get_look:
 * @self: a paragraph
 *
 * Returns: its look
 */
AtlasParagraphLook
atlas_paragraph_block_get_look (AtlasParagraphBlock *self)
{
  g_return_val_if_fail (ATLAS_IS_PARAGRAPH_BLOCK (self), ATLAS_PARAGRAPH_LOOK_LEAD);

  return self->look;
}
