/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-tiles-block.h"

#include <math.h>
#include <string.h>

/*
 * AtlasTilesBlock: large numbers with labels below, side by side or one below the other.
 *
 * Side by side the numbers divide the width by their needs; if they do not fit, their font gets
 * smaller.
 */
typedef struct
{
  AtlasRecord *record;
  PangoLayout *value;
  PangoLayout *label;
  PangoLayout *note;
  guint number;
  double width;
} Tile;

struct _AtlasTilesBlock
{
  AtlasBlock parent_instance;

  AtlasTypesetter *typesetter;
  GArray *tiles; /* of Tile */
  gboolean is_stacked;
  double gap;
  double value_height;
};

G_DEFINE_FINAL_TYPE (AtlasTilesBlock, atlas_tiles_block, ATLAS_TYPE_BLOCK)

/* White space, as multiples of the font size of a label. */
#define GAP 2.0
#define SMALL_GAP 1.3
#define PADDING 0.5
#define NOTE_GAP 0.3
#define MAX_EXTRA 6.0

/* Factors of the font size of numbers that do not fit. */
static const double small_values[] = { 0.7, 0.5, 0.4 };

static void
clear_tile (gpointer data)
{
  Tile *tile = data;

  g_clear_object (&tile->record);
  g_clear_object (&tile->value);
  g_clear_object (&tile->label);
  g_clear_object (&tile->note);
}

static double
get_unit (AtlasTilesBlock *self)
{
  return atlas_typesetter_get_size (self->typesetter, ATLAS_TEXT_ROLE_LABEL);
}

static double
get_natural_width (AtlasTilesBlock *self, Tile *tile)
{
  pango_layout_set_width (tile->label, -1);
  /* Reserve room for the number of a note, which is set later. */
  return MAX (atlas_typesetter_get_width_of (tile->value),
              atlas_typesetter_get_width_of (tile->label) +
                (tile->record != NULL ? 2 * get_unit (self) : 0));
}

static void
set_value_size (AtlasTilesBlock *self, double scale)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (
    atlas_typesetter_get_font (self->typesetter, ATLAS_TEXT_ROLE_VALUE));

  pango_font_description_set_size (font, (int) (pango_font_description_get_size (font) * scale));
  for (guint i = 0; i < self->tiles->len; i++)
    pango_layout_set_font_description (g_array_index (self->tiles, Tile, i).value, font);
}

/* The smallest width at which no word of the label is wrapped. */
static double
get_least_width (AtlasTilesBlock *self, Tile *tile)
{
  double width;

  pango_layout_set_wrap (tile->label, PANGO_WRAP_WORD);
  pango_layout_set_width (tile->label, 1);
  width =
    atlas_typesetter_get_width_of (tile->label) + (tile->record != NULL ? get_unit (self) : 0);
  /* If there is even less room, break words instead of overlapping the next label. */
  pango_layout_set_wrap (tile->label, PANGO_WRAP_WORD_CHAR);
  return MAX (atlas_typesetter_get_width_of (tile->value), width);
}

typedef double (*WidthFunc) (AtlasTilesBlock *self, Tile *tile);

static double
sum_widths (AtlasTilesBlock *self, WidthFunc get_width)
{
  double sum = 0;

  for (guint i = 0; i < self->tiles->len; i++)
    sum += get_width (self, &g_array_index (self->tiles, Tile, i));
  return sum;
}

static double
get_room (AtlasTilesBlock *self, double width)
{
  return width - self->gap * (self->tiles->len - 1);
}

/* Divides surplus width equally. */
static void
stretch_tiles (AtlasTilesBlock *self, double surplus)
{
  const double extra = MIN (surplus / self->tiles->len, MAX_EXTRA * get_unit (self));

  for (guint i = 0; i < self->tiles->len; i++)
    {
      Tile *tile = &g_array_index (self->tiles, Tile, i);

      tile->width = get_natural_width (self, tile) + extra;
    }
}

/* Takes missing width from labels with several words, which can wrap; if that is not enough, from
 * all tiles. */
static void
squeeze_tiles (AtlasTilesBlock *self, double room)
{
  const double natural = sum_widths (self, get_natural_width);
  const double least = sum_widths (self, get_least_width);
  const double share = natural > least ? CLAMP ((room - least) / (natural - least), 0, 1) : 0;
  const double scale = MIN (room / least, 1);

  for (guint i = 0; i < self->tiles->len; i++)
    {
      Tile *tile = &g_array_index (self->tiles, Tile, i);
      const double own_natural = get_natural_width (self, tile);
      const double own_least = get_least_width (self, tile);

      tile->width = (own_least + (own_natural - own_least) * share) * scale;
    }
}

/* Chooses the largest font and the widest gaps that fit. */
static void
find_widths (AtlasTilesBlock *self, double width)
{
  guint step = 0;

  self->gap = GAP * get_unit (self);
  set_value_size (self, 1);
  if (sum_widths (self, get_natural_width) > get_room (self, width))
    {
      self->gap = SMALL_GAP * get_unit (self);
      do
        set_value_size (self, small_values[step]);
      while (++step < G_N_ELEMENTS (small_values) &&
             sum_widths (self, get_least_width) > get_room (self, width));
    }
  if (sum_widths (self, get_natural_width) <= get_room (self, width))
    stretch_tiles (self, get_room (self, width) - sum_widths (self, get_natural_width));
  else
    squeeze_tiles (self, get_room (self, width));
}

/* Gives each number its own row, in the largest font in which all fit. */
static void
measure_stack (AtlasTilesBlock *self, double width)
{
  guint step = 0;
  double widest = 0;

  set_value_size (self, 1);
  for (guint i = 0; i < self->tiles->len; i++)
    widest =
      MAX (widest, atlas_typesetter_get_width_of (g_array_index (self->tiles, Tile, i).value));
  while (step < G_N_ELEMENTS (small_values) - 1 && small_values[step] * widest > width)
    step++;
  if (widest > width)
    set_value_size (self, small_values[step]);
  for (guint i = 0; i < self->tiles->len; i++)
    {
      Tile *tile = &g_array_index (self->tiles, Tile, i);

      tile->width = width;
      pango_layout_set_width (tile->label, (int) (width * PANGO_SCALE));
      atlas_block_add_row (ATLAS_BLOCK (self),
                           atlas_typesetter_get_height_of (tile->value) +
                             atlas_typesetter_get_height_of (tile->label) +
                             2 * PADDING * get_unit (self),
                           FALSE);
    }
}

static void
atlas_tiles_block_measure (AtlasBlock *block, double width)
{
  AtlasTilesBlock *self = ATLAS_TILES_BLOCK (block);
  double label_height = 0;

  if (self->tiles->len == 0)
    return;
  if (self->is_stacked)
    {
      measure_stack (self, width);
      return;
    }
  self->value_height = 0;
  find_widths (self, width);
  for (guint i = 0; i < self->tiles->len; i++)
    {
      Tile *tile = &g_array_index (self->tiles, Tile, i);

      /* Rounded up, because the widest word fills the width exactly. */
      pango_layout_set_width (tile->label, (int) ceil (tile->width * PANGO_SCALE));
      self->value_height = MAX (self->value_height, atlas_typesetter_get_height_of (tile->value));
      label_height = MAX (label_height, atlas_typesetter_get_height_of (tile->label));
    }
  atlas_block_add_row (block, self->value_height + label_height + 2 * PADDING * get_unit (self),
                       FALSE);
}

static void
draw_mark (AtlasTilesBlock *self, cairo_t *cr, const Tile *tile, double x, double y)
{
  g_autofree char *attributes = g_strdup_printf ("dest='note-%u'", tile->number);
  PangoRectangle last;

  /* After the last letter of the label. */
  pango_layout_index_to_pos (tile->label, (int) strlen (pango_layout_get_text (tile->label)),
                             &last);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
  atlas_typesetter_show (cr, tile->note,
                         x + (double) last.x / PANGO_SCALE + NOTE_GAP * get_unit (self),
                         y + (double) last.y / PANGO_SCALE);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

/* Draws a number and its label, which begins at @label_y. Values of different sizes and scripts are
 * aligned to the same line. */
static void
draw_tile (AtlasTilesBlock *self, cairo_t *cr, const Tile *tile, double x, double label_y)
{
  cairo_tag_begin (cr, "Span", NULL);
  atlas_typesetter_show (cr, tile->value, x,
                         label_y - atlas_typesetter_get_height_of (tile->value));
  atlas_typesetter_show (cr, tile->label, x, label_y);
  cairo_tag_end (cr, "Span");
  if (tile->note != NULL)
    draw_mark (self, cr, tile, x, label_y);
}

static void
draw_stacked_tile (AtlasTilesBlock *self, cairo_t *cr, guint row)
{
  const Tile *tile = &g_array_index (self->tiles, Tile, row);

  atlas_typesetter_draw_rule (self->typesetter, cr, ATLAS_INK_RULE, 0, tile->width);
  draw_tile (self, cr, tile, 0,
             PADDING * get_unit (self) + atlas_typesetter_get_height_of (tile->value));
}

static void
atlas_tiles_block_draw_row (AtlasBlock *block, cairo_t *cr, guint row)
{
  AtlasTilesBlock *self = ATLAS_TILES_BLOCK (block);
  const double padding = PADDING * get_unit (self);
  const double height = atlas_block_get_row (block, row)->height;
  double x = 0;

  if (self->is_stacked)
    {
      draw_stacked_tile (self, cr, row);
      return;
    }
  for (guint i = 0; i < self->tiles->len; i++)
    {
      const Tile *tile = &g_array_index (self->tiles, Tile, i);

      if (i > 0)
        {
          atlas_typesetter_use_ink (self->typesetter, cr, ATLAS_INK_HAIRLINE);
          cairo_set_line_width (cr, 0.5);
          cairo_move_to (cr, x - self->gap / 2, padding * 2);
          cairo_line_to (cr, x - self->gap / 2, height - padding);
          cairo_stroke (cr);
        }
      draw_tile (self, cr, tile, x, padding + self->value_height);
      x += tile->width + self->gap;
    }
}

static void
atlas_tiles_block_finalize (GObject *object)
{
  AtlasTilesBlock *self = ATLAS_TILES_BLOCK (object);

  g_array_unref (self->tiles);
  g_clear_object (&self->typesetter);

  G_OBJECT_CLASS (atlas_tiles_block_parent_class)->finalize (object);
}

static void
atlas_tiles_block_class_init (AtlasTilesBlockClass *klass)
{
  AtlasBlockClass *block_class = ATLAS_BLOCK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_tiles_block_finalize;
  block_class->measure = atlas_tiles_block_measure;
  block_class->draw_row = atlas_tiles_block_draw_row;
}

static void
atlas_tiles_block_init (AtlasTilesBlock *self)
{
  self->tiles = g_array_new (FALSE, FALSE, sizeof (Tile));
  g_array_set_clear_func (self->tiles, clear_tile);
}

/**
 * atlas_tiles_block_new:
 * @typesetter: the typesetter
 *
 * Returns: (transfer full): a block without numbers, which stand side by side
 */
AtlasTilesBlock *
atlas_tiles_block_new (AtlasTypesetter *typesetter)
{
  AtlasTilesBlock *self = g_object_new (ATLAS_TYPE_TILES_BLOCK, NULL);

  self->typesetter = g_object_ref (typesetter);
  return self;
}

/**
 * atlas_tiles_block_stack:
 * @self: a block of numbers
 *
 * Places the numbers one below the other.
 */
void
atlas_tiles_block_stack (AtlasTilesBlock *self)
{
  g_return_if_fail (ATLAS_IS_TILES_BLOCK (self));

  self->is_stacked = TRUE;
}

/**
 * atlas_tiles_block_add:
 * @self: a block of numbers
 * @record: (nullable): the figure with the number, or %NULL if the program counted it
 * @value: the number, with its unit
 * @label: its label
 * @detail: a second line of the label: status and time; may be empty
 *
 * Appends a number.
 */
void
atlas_tiles_block_add (AtlasTilesBlock *self,
                       AtlasRecord *record,
                       const char *value,
                       const char *label,
                       const char *detail)
{
  const Tile tile = {
    .record = record != NULL ? g_object_ref (record) : NULL,
    .value = atlas_typesetter_set (self->typesetter, ATLAS_TEXT_ROLE_VALUE, value),
    .label = atlas_typesetter_set_pair (self->typesetter, ATLAS_TEXT_ROLE_LABEL, label, "\n",
                                        ATLAS_TEXT_ROLE_DETAIL, detail),
  };

  g_array_append_val (self->tiles, tile);
}

/**
 * atlas_tiles_block_get_length:
 * @self: a block of numbers
 *
 * Returns: the number of its numbers
 */
guint
atlas_tiles_block_get_length (AtlasTilesBlock *self)
{
  g_return_val_if_fail (ATLAS_IS_TILES_BLOCK (self), 0);

  return self->tiles->len;
}

/**
 * atlas_tiles_block_get_record:
 * @self: a block of numbers
 * @index: less than atlas_tiles_block_get_length()
 *
 * Returns: (transfer none) (nullable): the figure with the number
 */
AtlasRecord *
atlas_tiles_block_get_record (AtlasTilesBlock *self, guint index)
{
  g_return_val_if_fail (index < atlas_tiles_block_get_length (self), NULL);

  return g_array_index (self->tiles, Tile, index).record;
}

/**
 * atlas_tiles_block_get_texts:
 * @self: a row of numbers
 * @index: less than atlas_tiles_block_get_length()
 * @label: (out): return location for its label; the status and time follow on a second line
 * @note: (out): return location for the number of its note, 0 for none
 *
 * Returns: (transfer none): the number with its unit
 */
const char *
atlas_tiles_block_get_texts (AtlasTilesBlock *self, guint index, const char **label, guint *note)
{
  const Tile *tile;

  g_return_val_if_fail (index < atlas_tiles_block_get_length (self), NULL);

  tile = &g_array_index (self->tiles, Tile, index);
  *label = pango_layout_get_text (tile->label);
  *note = tile->number;
  return pango_layout_get_text (tile->value);
}

/**
 * atlas_tiles_block_set_note:
 * @self: a block of numbers
 * @index: less than atlas_tiles_block_get_length()
 * @number: the number of its note, from 1; 0 for none
 *
 * Writes the number of a note after the label, linked to the note.
 */
void
atlas_tiles_block_set_note (AtlasTilesBlock *self, guint index, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  Tile *tile;

  g_return_if_fail (index < atlas_tiles_block_get_length (self));

  tile = &g_array_index (self->tiles, Tile, index);
  tile->number = number;
  g_clear_object (&tile->note);
  if (number > 0)
    tile->note = atlas_typesetter_set (self->typesetter, ATLAS_TEXT_ROLE_NOTE_NUMBER, text);
}
