/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-svg-text-private.h"

#include <libxml/parserInternals.h>
#include <string.h>

#include "atlas-svg-canvas.h"

/*
 * AtlasSvgText: a text of a picture as `<text>` elements of SVG, one for each line.
 *
 * Where the font of the program is missing, another one with other widths takes its place. So each
 * line states its length, and the fonts of other systems follow in the list of families.
 */

/* A part of a line in one style. */
typedef struct
{
  char *text;
  char *families;
  double size;
  int weight;
  gboolean is_slanted;
  guint32 color;
  double spacing;
} Span;

typedef struct
{
  double x;
  double baseline;
  double width;
  GArray *spans; /* of Span */
} Line;

struct _AtlasSvgText
{
  GArray *lines; /* of Line */
  guint32 halo;
  double halo_width;
};

static void
clear_span (gpointer data)
{
  Span *span = data;

  g_free (span->text);
  g_free (span->families);
}

static void
clear_line (gpointer data)
{
  g_array_unref (((Line *) data)->spans);
}

/* Fonts ---------------------------------------------------------------------------------------- */

static gboolean
is_serif (const char *families)
{
  return g_str_has_suffix (families, "serif") && !g_str_has_suffix (families, "sans-serif");
}

/* The fonts that come with other systems. */
static const char *
get_other_families (const char *families, PangoLanguage *language)
{
  const gboolean is_korean = g_str_has_prefix (pango_language_to_string (language), "ko");

  if (is_serif (families))
    return is_korean ? "Batang,AppleMyungjo,serif" : "SimSun,Songti SC,serif";
  return is_korean ? "Malgun Gothic,Apple SD Gothic Neo,sans-serif"
                   : "Microsoft YaHei,PingFang SC,sans-serif";
}

/* Returns a list of families for CSS. */
static char *
make_families (const char *families, PangoLanguage *language)
{
  g_autofree char *all = g_strconcat (families, ",", get_other_families (families, language), NULL);
  g_auto (GStrv) names = g_strsplit (all, ",", -1);
  const guint n_names = g_strv_length (names);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < n_names; i++)
    {
      const char *name = g_strstrip (names[i]);
      const gboolean is_generic = g_str_has_suffix (name, "serif") && strchr (name, ' ') == NULL;

      /* A generic family has every letter, so it comes last. */
      if (*name == '\0' || strchr (name, '\'') != NULL || (is_generic && i + 1 < n_names))
        continue;
      g_string_append_printf (list, is_generic ? "%s%s" : "%s'%s'", list->len > 0 ? "," : "", name);
    }
  return g_string_free (list, FALSE);
}

/* The size of a font in units of the layout. */
static double
get_size (PangoLayout *layout, const PangoFontDescription *font)
{
  PangoFontMap *map = pango_context_get_font_map (pango_layout_get_context (layout));
  const double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  return pango_font_description_get_size_is_absolute (font)
           ? size
           : size * pango_cairo_font_map_get_resolution (PANGO_CAIRO_FONT_MAP (map)) / 72;
}

/* Spans ---------------------------------------------------------------------------------------- */

static const PangoAttribute *
find_attribute (PangoAttrIterator *iterator, PangoAttrType type)
{
  return iterator != NULL ? pango_attr_iterator_get (iterator, type) : NULL;
}

/* Moves @iterator, which may be NULL, to the attributes of the byte @index. */
static void
seek (PangoAttrIterator *iterator, int index)
{
  int start, end;

  while (iterator != NULL)
    {
      pango_attr_iterator_range (iterator, &start, &end);
      if (index < end || !pango_attr_iterator_next (iterator))
        return;
    }
}

static Span
make_span (PangoLayout *layout, PangoAttrIterator *iterator, const PangoItem *item, guint32 color)
{
  PangoContext *context = pango_layout_get_context (layout);
  const PangoFontDescription *own = pango_layout_get_font_description (layout);
  g_autoptr (PangoFontDescription) font =
    pango_font_description_copy (pango_context_get_font_description (context));
  const PangoAttribute *foreground, *spacing;

  if (own != NULL)
    pango_font_description_merge (font, own, TRUE);
  seek (iterator, item->offset);
  if (iterator != NULL)
    pango_attr_iterator_get_font (iterator, font, NULL, NULL);
  foreground = find_attribute (iterator, PANGO_ATTR_FOREGROUND);
  spacing = find_attribute (iterator, PANGO_ATTR_LETTER_SPACING);
  if (foreground != NULL)
    {
      const PangoColor rgb = ((const PangoAttrColor *) foreground)->color;

      color = (guint32) (rgb.red >> 8) << 24 | (guint32) (rgb.green >> 8) << 16 |
              (guint32) (rgb.blue >> 8) << 8 | (color & 0xff);
    }
  return (Span) {
    .text = item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS
              ? g_strdup ("…")
              : g_strndup (pango_layout_get_text (layout) + item->offset, (gsize) item->length),
    .families = make_families (pango_font_description_get_family (font),
                               pango_context_get_language (context)),
    .size = get_size (layout, font),
    .weight = (int) pango_font_description_get_weight (font),
    .is_slanted = pango_font_description_get_style (font) != PANGO_STYLE_NORMAL,
    .color = color,
    .spacing = spacing != NULL ? (double) ((const PangoAttrInt *) spacing)->value / PANGO_SCALE : 0,
  };
}

static gboolean
has_same_style (const Span *a, const Span *b)
{
  return strcmp (a->families, b->families) == 0 && a->size == b->size && a->weight == b->weight &&
         a->is_slanted == b->is_slanted && a->color == b->color && a->spacing == b->spacing;
}

/* Pango splits a line where the font changes too, which changes nothing in an SVG. */
static void
add_span (GArray *spans, Span span)
{
  Span *last = spans->len > 0 ? &g_array_index (spans, Span, spans->len - 1) : NULL;

  if (last != NULL && has_same_style (last, &span))
    {
      char *both = g_strconcat (last->text, span.text, NULL);

      g_free (last->text);
      last->text = both;
      clear_span (&span);
    }
  else
    g_array_append_val (spans, span);
}

static int
compare_offsets (gconstpointer a, gconstpointer b)
{
  return (*(PangoLayoutRun *const *) a)->item->offset -
         (*(PangoLayoutRun *const *) b)->item->offset;
}

/* A line in its logical order, in which text is written; a viewer finds the visual one. */
static Line
make_line (PangoLayout *layout, PangoLayoutIter *at, guint32 color)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (at);
  PangoAttrList *attributes = pango_layout_get_attributes (layout);
  PangoAttrIterator *iterator =
    attributes != NULL ? pango_attr_list_get_iterator (attributes) : NULL;
  g_autoptr (GPtrArray) runs = g_ptr_array_new ();
  PangoRectangle logical;
  Line result = { .spans = g_array_new (FALSE, FALSE, sizeof (Span)) };

  g_array_set_clear_func (result.spans, clear_span);
  for (GSList *run = line->runs; run != NULL; run = run->next)
    g_ptr_array_add (runs, run->data);
  g_ptr_array_sort (runs, compare_offsets);
  for (guint i = 0; i < runs->len; i++)
    add_span (result.spans,
              make_span (layout, iterator, ((PangoLayoutRun *) runs->pdata[i])->item, color));
  if (iterator != NULL)
    pango_attr_iterator_destroy (iterator);
  pango_layout_iter_get_line_extents (at, NULL, &logical);
  result.x = (double) logical.x / PANGO_SCALE;
  result.width = (double) logical.width / PANGO_SCALE;
  result.baseline = (double) pango_layout_iter_get_baseline (at) / PANGO_SCALE;
  return result;
}

/**
 * _atlas_svg_text_new:
 * @layout: a text
 * @color: its color where it states none, as 0xRRGGBBAA
 * @halo: the color of its halo; 0 for none
 * @halo_width: the width of the line around the letters that is the halo
 *
 * Returns: (transfer full): a copy of the text and its style
 */
AtlasSvgText *
_atlas_svg_text_new (PangoLayout *layout, guint32 color, guint32 halo, double halo_width)
{
  AtlasSvgText *self = g_new0 (AtlasSvgText, 1);
  PangoLayoutIter *at = pango_layout_get_iter (layout);

  self->halo = halo;
  self->halo_width = halo_width;
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, clear_line);
  do
    {
      const Line line = make_line (layout, at, color);

      g_array_append_val (self->lines, line);
    }
  while (pango_layout_iter_next_line (at));
  pango_layout_iter_free (at);
  return self;
}

/**
 * _atlas_svg_text_free:
 * @self: (transfer full): a text
 */
void
_atlas_svg_text_free (AtlasSvgText *self)
{
  g_array_unref (self->lines);
  g_free (self);
}

/* Elements ------------------------------------------------------------------------------------- */

/**
 * _atlas_svg_format_number:
 * @number: a number
 *
 * Returns: (transfer full): @number with at most two decimals, as SVG writes it
 */
char *
_atlas_svg_format_number (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", number);
  length = strlen (buffer);
  while (buffer[length - 1] == '0')
    length--;
  if (buffer[length - 1] == '.')
    length--;
  buffer[length] = '\0';
  return g_strdup (strcmp (buffer, "-0") == 0 ? "0" : buffer);
}

/**
 * _atlas_svg_set_number:
 * @node: an element
 * @name: the name of an attribute
 * @number: its value
 */
void
_atlas_svg_set_number (xmlNode *node, const char *name, double number)
{
  g_autofree char *text = _atlas_svg_format_number (number);

  xmlNewProp (node, (const xmlChar *) name, (const xmlChar *) text);
}

static void
set (xmlNode *node, const char *name, const char *value)
{
  xmlNewProp (node, (const xmlChar *) name, (const xmlChar *) value);
}

/**
 * _atlas_svg_set_color:
 * @node: an element
 * @name: "fill" or "stroke"
 * @color: a color as 0xRRGGBBAA
 */
void
_atlas_svg_set_color (xmlNode *node, const char *name, guint32 color)
{
  g_autofree char *opacity = g_strconcat (name, "-opacity", NULL);
  g_autofree char *hex = g_strdup_printf ("#%06x", color >> 8);

  set (node, name, hex);
  if ((color & 0xff) < 0xff)
    _atlas_svg_set_number (node, opacity, (color & 0xff) / 255.0);
}

/**
 * atlas_svg_dup_valid_text:
 * @text: text in UTF-8
 *
 * Returns: (transfer full): @text with U+FFFD instead of the control characters that XML cannot
 *   have
 */
char *
atlas_svg_dup_valid_text (const char *text)
{
  GString *valid = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar letter = g_utf8_get_char (at);

      g_string_append_unichar (valid, IS_CHAR (letter) ? letter : 0xfffd);
    }
  return g_string_free (valid, FALSE);
}

static void
set_text (xmlNode *node, const char *text)
{
  g_autofree char *valid = atlas_svg_dup_valid_text (text);

  /* XML would join spaces. */
  if (*text == ' ' || g_str_has_suffix (text, " ") || strstr (text, "  ") != NULL)
    xmlNodeSetSpacePreserve (node, 1);
  xmlAddChild (node, xmlNewText ((const xmlChar *) valid));
}

/* @before is the style that the element inherits, or NULL. */
static void
set_style (xmlNode *node, const Span *span, const Span *before, double scale)
{
  if (before == NULL || strcmp (span->families, before->families) != 0)
    set (node, "font-family", span->families);
  if (before == NULL || span->size != before->size)
    _atlas_svg_set_number (node, "font-size", span->size * scale);
  if (span->weight != (before != NULL ? before->weight : PANGO_WEIGHT_NORMAL))
    _atlas_svg_set_number (node, "font-weight", span->weight);
  if (span->is_slanted != (before != NULL && before->is_slanted))
    set (node, "font-style", span->is_slanted ? "italic" : "normal");
  if (span->spacing != (before != NULL ? before->spacing : 0))
    _atlas_svg_set_number (node, "letter-spacing", span->spacing * scale);
  if (before == NULL || span->color != before->color)
    _atlas_svg_set_color (node, "fill", span->color);
}

static void
set_halo (xmlNode *node, const AtlasSvgText *self, double scale)
{
  if (self->halo == 0)
    return;
  _atlas_svg_set_color (node, "stroke", self->halo);
  _atlas_svg_set_number (node, "stroke-width", self->halo_width * scale);
  set (node, "stroke-linejoin", "round");
  set (node, "paint-order", "stroke");
}

static void
set_matrix (xmlNode *node, const cairo_matrix_t *matrix)
{
  const double values[] = { matrix->xx, matrix->yx, matrix->xy, matrix->yy };
  g_autofree char *x = _atlas_svg_format_number (matrix->x0);
  g_autofree char *y = _atlas_svg_format_number (matrix->y0);
  g_autoptr (GString) text = g_string_new ("matrix(");
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_string_append_printf (text, "%s ",
                            g_ascii_formatd (buffer, sizeof buffer, "%.4f", values[i]));
  g_string_append_printf (text, "%s %s)", x, y);
  set (node, "transform", text->str);
}

static xmlNode *
make_element (const AtlasSvgText *self, const Line *line, const cairo_matrix_t *matrix, xmlNs *ns)
{
  xmlNode *node = xmlNewNode (ns, (const xmlChar *) "text");
  const gboolean is_turned = matrix->xy != 0 || matrix->yx != 0 || matrix->xx != matrix->yy;
  const double scale = is_turned ? 1 : matrix->xx;
  const Span *first = &g_array_index (line->spans, Span, 0);

  if (is_turned)
    set_matrix (node, matrix);
  _atlas_svg_set_number (node, "x", line->x * scale + (is_turned ? 0 : matrix->x0));
  _atlas_svg_set_number (node, "y", line->baseline * scale + (is_turned ? 0 : matrix->y0));
  _atlas_svg_set_number (node, "textLength", line->width * scale);
  set (node, "lengthAdjust", "spacingAndGlyphs");
  set_halo (node, self, scale);
  set_style (node, first, NULL, scale);
  set_text (node, first->text);
  for (guint i = 1; i < line->spans->len; i++)
    {
      const Span *span = &g_array_index (line->spans, Span, i);
      xmlNode *child = xmlNewChild (node, ns, (const xmlChar *) "tspan", NULL);

      set_style (child, span, first, scale);
      set_text (child, span->text);
    }
  return node;
}

/**
 * _atlas_svg_text_insert:
 * @self: a text
 * @before: the element before which it is inserted
 * @matrix: the transformation of the text, whose origin is its top left corner
 */
void
_atlas_svg_text_insert (const AtlasSvgText *self, xmlNode *before, const cairo_matrix_t *matrix)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      if (line->spans->len > 0)
        xmlAddPrevSibling (before, make_element (self, line, matrix, before->ns));
    }
}
