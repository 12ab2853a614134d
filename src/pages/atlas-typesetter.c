/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-typesetter.h"

#include <string.h>

#include "atlas-text-painter.h"

/*
 * AtlasTypesetter: lays out text by its role on the page.
 *
 * Font families are lists, because the fonts of Chinese offices are not free: 仿宋 (FangSong), 黑体
 * (SimHei) and 小标宋 if installed, else the CJK fonts of Noto. The language is set separately, so
 * that Chinese text gets Chinese glyph variants, not Japanese ones.
 *
 * A typesetter has its own font map, so any thread may use it, one at a time. Sizes are in points,
 * and a unit of the drawing is a point on any surface. Nothing is rounded to pixels, so that lines
 * wrap the same on screen and paper.
 */
typedef struct
{
  PangoFontDescription *font;
  PangoAttrList *attributes;
} Style;

struct _AtlasTypesetter
{
  GObject parent_instance;

  AtlasPageSetup setup;
  PangoFontMap *font_map;
  PangoContext *context;
  Style styles[ATLAS_N_TEXT_ROLES];
};

G_DEFINE_FINAL_TYPE (AtlasTypesetter, atlas_typesetter, G_TYPE_OBJECT)

/* The largest number of letters of a text; more is replaced by an ellipsis. */
#define MAX_LETTERS 2000

/* The smallest number of letters in the last line of a Chinese paragraph: 单字不成行. */
#define MIN_LETTERS 2

/* How far the number of a note stands above the base line, as a multiple of the font size of the
 * text before it. */
#define RISE 0.35

typedef enum
{
  FAMILY_SANS,  /* 黑体 */
  FAMILY_SERIF, /* 宋体 */
  FAMILY_BODY,  /* 仿宋 */
  FAMILY_TITLE, /* 小标宋 */
} Family;

/* Office fonts. The fonts of Noto, which depend on the language, are appended. */
static const char *const office_families[] = {
  [FAMILY_SANS] = "SimHei,黑体,",
  [FAMILY_SERIF] = "SimSun,宋体,",
  [FAMILY_BODY] = "FangSong_GB2312,FangSong,仿宋_GB2312,仿宋,",
  [FAMILY_TITLE] = "FZXiaoBiaoSong-B05S,方正小标宋简体,",
};

typedef struct
{
  Family family;
  double size;
  PangoWeight weight;
  AtlasInk ink;
} Definition;

static const Definition definitions[ATLAS_N_PAGE_LAYOUTS][ATLAS_N_TEXT_ROLES] = {
  [ATLAS_PAGE_LAYOUT_COMPACT] = {
    [ATLAS_TEXT_ROLE_TITLE] = { FAMILY_SANS, 21, PANGO_WEIGHT_BOLD, ATLAS_INK_TEXT },
    [ATLAS_TEXT_ROLE_SUBTITLE] = { FAMILY_SANS, 9, PANGO_WEIGHT_NORMAL, ATLAS_INK_QUIET },
    [ATLAS_TEXT_ROLE_LEAD] = { FAMILY_SANS, 11, PANGO_WEIGHT_NORMAL, ATLAS_INK_TEXT },
    [ATLAS_TEXT_ROLE_HEADING] = { FAMILY_SANS, 12, PANGO_WEIGHT_BOLD, ATLAS_INK_TEXT },
    [ATLAS_TEXT_ROLE_GROUP] = { FAMILY_SANS, 8, PANGO_WEIGHT_BOLD, ATLAS_INK_ACCENT },
    [ATLAS_TEXT_ROLE_HEAD] = { FAMILY_SANS, 7, PANGO_WEIGHT_NORMAL, ATLAS_INK_QUIET },
    [ATLAS_TEXT_ROLE_CELL] = { FAMILY_SANS, 8, PANGO_WEIGHT_NORMAL, ATLAS_INK_QUIET },
    [ATLAS_TEXT_ROLE_STRONG] = { FAMILY_SANS, 8, PANGO_WEIGHT_NORMAL, ATLAS_INK_TEXT },
    [ATLAS_TEXT_ROLE_DETAIL] = { FAMILY_SANS, 7, PANGO_WEIGHT_NORMAL, ATLAS_INK_QUIET },
    [ATLAS_TEXT_ROLE_NOTE_NUMBER] = { FAMILY_SANS, 6, PANGO_WEIGHT_NORMAL, ATLAS_INK_ACCENT },
    [ATLAS_TEXT_ROLE_CITATION] = { FAMILY_SANS, 7, PANGO_WEIGHT_NORMAL, ATLAS_INK_ACCENT },
    [ATLAS_TEXT_ROLE_NOTE] = { FAMILY_SANS, 7, PANGO_WEIGHT_NORMAL, ATLAS_INK_TEXT },
    [ATLAS_TEXT_ROLE_VALUE] = { FAMILY_SANS, 17, PANGO_WEIGHT_NORMAL, ATLAS_INK_TEXT },
    [ATLAS_TEXT_ROLE_LABEL] = { FAMILY_SANS, 7, PANGO_WEIGHT_NORMAL, ATLAS_INK_QUIET },
    [ATLAS_TEXT_ROLE_FOOTER] = { FAMILY_SANS, 7, PANGO_WEIGHT_NORMAL, ATLAS_INK_QUIET },
    [ATLAS_TEXT_ROLE_FOLIO] = { FAMILY_SANS, 7, PANGO_WEIGHT_NORMAL, ATLAS_INK_QUIET },
  },
  [ATLAS_PAGE_LAYOUT_OFFICIAL] = {
    [ATLAS_TEXT_ROLE_TITLE] = { FAMILY_TITLE, 22, PANGO_WEIGHT_BOLD, ATLAS_INK_TEXT },
    [ATLAS_TEXT_ROLE_SUBTITLE] = { FAMILY_BODY, 12, PANGO_WEIGHT_NORMAL, ATLAS_INK_TEXT },
    [ATLAS_TEXT_ROLE_LEAD] = { FAMILY_BODY, 12, PANGO_WEIGHT_NORMAL, ATLAS_INK_TEXT },
    [ATLAS_TEXT_ROLE_HEADING] = { FAMILY_SANS, 16, PANGO_WEIGHT_NORMAL, ATLAS_INK_TEXT },
    [ATLAS_TEXT_ROLE_GROUP] = { FAMILY_SANS, 10.5, PANGO_WEIGHT_NORMAL, ATLAS_INK_TEXT },
    [ATLAS_TEXT_ROLE_HEAD] = { FAMILY_SANS, 9, PANGO_WEIGHT_NORMAL, ATLAS_INK_TEXT },
    [ATLAS_TEXT_ROLE_CELL] = { FAMILY_BODY, 10.5, PANGO_WEIGHT_NORMAL, ATLAS_INK_TEXT },
    [ATLAS_TEXT_ROLE_STRONG] = { FAMILY_BODY, 10.5, PANGO_WEIGHT_NORMAL, ATLAS_INK_TEXT },
    [ATLAS_TEXT_ROLE_DETAIL] = { FAMILY_BODY, 9, PANGO_WEIGHT_NORMAL, ATLAS_INK_QUIET },
    [ATLAS_TEXT_ROLE_NOTE_NUMBER] = { FAMILY_SERIF, 7.5, PANGO_WEIGHT_NORMAL, ATLAS_INK_TEXT },
    [ATLAS_TEXT_ROLE_CITATION] = { FAMILY_SANS, 9, PANGO_WEIGHT_NORMAL, ATLAS_INK_TEXT },
    [ATLAS_TEXT_ROLE_NOTE] = { FAMILY_BODY, 9, PANGO_WEIGHT_NORMAL, ATLAS_INK_TEXT },
    [ATLAS_TEXT_ROLE_VALUE] = { FAMILY_SERIF, 18, PANGO_WEIGHT_NORMAL, ATLAS_INK_TEXT },
    [ATLAS_TEXT_ROLE_LABEL] = { FAMILY_BODY, 9, PANGO_WEIGHT_NORMAL, ATLAS_INK_TEXT },
    [ATLAS_TEXT_ROLE_FOOTER] = { FAMILY_BODY, 9, PANGO_WEIGHT_NORMAL, ATLAS_INK_QUIET },
    [ATLAS_TEXT_ROLE_FOLIO] = { FAMILY_SERIF, 14, PANGO_WEIGHT_NORMAL, ATLAS_INK_TEXT },
  },
  [ATLAS_PAGE_LAYOUT_BRIEF] = {
    [ATLAS_TEXT_ROLE_TITLE] = { FAMILY_SANS, 22, PANGO_WEIGHT_BOLD, ATLAS_INK_TEXT },
    [ATLAS_TEXT_ROLE_SUBTITLE] = { FAMILY_SANS, 9, PANGO_WEIGHT_NORMAL, ATLAS_INK_QUIET },
    [ATLAS_TEXT_ROLE_LEAD] = { FAMILY_SANS, 11.5, PANGO_WEIGHT_NORMAL, ATLAS_INK_TEXT },
    [ATLAS_TEXT_ROLE_HEADING] = { FAMILY_SANS, 12, PANGO_WEIGHT_BOLD, ATLAS_INK_TEXT },
    [ATLAS_TEXT_ROLE_GROUP] = { FAMILY_SANS, 10.5, PANGO_WEIGHT_BOLD, ATLAS_INK_TEXT },
    [ATLAS_TEXT_ROLE_HEAD] = { FAMILY_SANS, 7, PANGO_WEIGHT_NORMAL, ATLAS_INK_QUIET },
    [ATLAS_TEXT_ROLE_CELL] = { FAMILY_SANS, 8, PANGO_WEIGHT_NORMAL, ATLAS_INK_QUIET },
    [ATLAS_TEXT_ROLE_STRONG] = { FAMILY_SANS, 8, PANGO_WEIGHT_NORMAL, ATLAS_INK_TEXT },
    [ATLAS_TEXT_ROLE_DETAIL] = { FAMILY_SANS, 7, PANGO_WEIGHT_NORMAL, ATLAS_INK_QUIET },
    [ATLAS_TEXT_ROLE_NOTE_NUMBER] = { FAMILY_SANS, 6, PANGO_WEIGHT_NORMAL, ATLAS_INK_ACCENT },
    [ATLAS_TEXT_ROLE_CITATION] = { FAMILY_SANS, 6.5, PANGO_WEIGHT_NORMAL, ATLAS_INK_ACCENT },
    [ATLAS_TEXT_ROLE_NOTE] = { FAMILY_SANS, 6.5, PANGO_WEIGHT_NORMAL, ATLAS_INK_QUIET },
    [ATLAS_TEXT_ROLE_VALUE] = { FAMILY_SANS, 16, PANGO_WEIGHT_NORMAL, ATLAS_INK_TEXT },
    [ATLAS_TEXT_ROLE_LABEL] = { FAMILY_SANS, 7, PANGO_WEIGHT_NORMAL, ATLAS_INK_QUIET },
    [ATLAS_TEXT_ROLE_FOOTER] = { FAMILY_SANS, 7, PANGO_WEIGHT_NORMAL, ATLAS_INK_QUIET },
    [ATLAS_TEXT_ROLE_FOLIO] = { FAMILY_SANS, 7, PANGO_WEIGHT_NORMAL, ATLAS_INK_QUIET },
  },
};

/* The follow-up has the type of a handout. */
static AtlasPageLayout
get_definitions (const AtlasPageSetup *setup)
{
  return setup->layout == ATLAS_PAGE_LAYOUT_FOLLOW_UP ? ATLAS_PAGE_LAYOUT_COMPACT : setup->layout;
}

/* All inks except hairlines are dark enough for a photocopy. */
static const double inks[ATLAS_N_INKS][3] = {
  [ATLAS_INK_TEXT] = { 0.10, 0.11, 0.12 },     [ATLAS_INK_QUIET] = { 0.36, 0.37, 0.40 },
  [ATLAS_INK_ACCENT] = { 0.09, 0.30, 0.52 },   [ATLAS_INK_RULE] = { 0.10, 0.11, 0.12 },
  [ATLAS_INK_HAIRLINE] = { 0.78, 0.79, 0.80 },
};

static const double rule_widths[ATLAS_N_INKS] = {
  [ATLAS_INK_TEXT] = 0.5, [ATLAS_INK_QUIET] = 0.5,     [ATLAS_INK_ACCENT] = 0.5,
  [ATLAS_INK_RULE] = 0.6, [ATLAS_INK_HAIRLINE] = 0.25,
};

static void
atlas_typesetter_finalize (GObject *object)
{
  AtlasTypesetter *self = ATLAS_TYPESETTER (object);

  for (guint i = 0; i < ATLAS_N_TEXT_ROLES; i++)
    {
      pango_font_description_free (self->styles[i].font);
      pango_attr_list_unref (self->styles[i].attributes);
    }
  g_clear_object (&self->context);
  g_clear_object (&self->font_map);

  G_OBJECT_CLASS (atlas_typesetter_parent_class)->finalize (object);
}

static void
atlas_typesetter_class_init (AtlasTypesetterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_typesetter_finalize;
}

static void
atlas_typesetter_init (AtlasTypesetter *self)
{
}

static PangoFontDescription *
make_font (const AtlasPageSetup *setup, const Definition *definition)
{
  const gboolean korean = setup->language == ATLAS_LANGUAGE_KO;
  const gboolean sans = definition->family == FAMILY_SANS;
  g_autofree char *families = NULL;
  PangoFontDescription *font = pango_font_description_new ();

  /* The office fonts are only for the official layout, and have no Korean letters. */
  families =
    g_strdup_printf ("%sNoto %s CJK %s,Source Han %s %s,%s",
                     setup->layout == ATLAS_PAGE_LAYOUT_OFFICIAL && !korean
                       ? office_families[definition->family]
                       : "",
                     sans ? "Sans" : "Serif", korean ? "KR" : "SC", sans ? "Sans" : "Serif",
                     korean ? "K" : "SC", sans ? "sans-serif" : "serif");
  pango_font_description_set_family (font, families);
  pango_font_description_set_size (font, (int) (definition->size * PANGO_SCALE));
  pango_font_description_set_weight (font, definition->weight);
  return font;
}

static void
add_attribute (PangoAttrList *attributes, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

static void
add_color_and_widths (AtlasTypesetter *self,
                      PangoAttrList *attributes,
                      AtlasTextRole role,
                      guint start,
                      guint end)
{
  const double *rgb = inks[definitions[get_definitions (&self->setup)][role].ink];

  add_attribute (attributes,
                 pango_attr_foreground_new ((guint16) (rgb[0] * G_MAXUINT16),
                                            (guint16) (rgb[1] * G_MAXUINT16),
                                            (guint16) (rgb[2] * G_MAXUINT16)),
                 start, end);
  /* In Chinese fonts quotation marks and ¶ are full-width, so request proportional ones. Disable
   * ligatures, because they break text search. */
  if (self->setup.language == ATLAS_LANGUAGE_EN || role == ATLAS_TEXT_ROLE_CITATION)
    add_attribute (attributes, pango_attr_font_features_new ("pwid=1, liga=0"), start, end);
}

static void
make_context (AtlasTypesetter *self)
{
  cairo_font_options_t *options = cairo_font_options_create ();
  const char *tag = atlas_language_get_pango_tag (self->setup.language);

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  self->font_map = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->font_map), 72);
  self->context = pango_font_map_create_context (self->font_map);
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_language (self->context, pango_language_from_string (tag));
  pango_context_set_base_dir (self->context, PANGO_DIRECTION_LTR);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_destroy (options);
}

/**
 * atlas_typesetter_new:
 * @setup: the page setup
 *
 * Returns: (transfer full): a typesetter for its layout and language
 */
AtlasTypesetter *
atlas_typesetter_new (const AtlasPageSetup *setup)
{
  AtlasTypesetter *self = g_object_new (ATLAS_TYPE_TYPESETTER, NULL);

  self->setup = *setup;
  make_context (self);
  for (guint i = 0; i < ATLAS_N_TEXT_ROLES; i++)
    {
      const Definition *definition = &definitions[get_definitions (setup)][i];

      self->styles[i].font = make_font (setup, definition);
      self->styles[i].attributes = pango_attr_list_new ();
      add_color_and_widths (self, self->styles[i].attributes, (AtlasTextRole) i, 0,
                            PANGO_ATTR_INDEX_TO_TEXT_END);
    }
  return self;
}

/**
 * atlas_typesetter_get_language:
 * @self: a typesetter
 *
 * Returns: the language of the page
 */
AtlasLanguage
atlas_typesetter_get_language (AtlasTypesetter *self)
{
  g_return_val_if_fail (ATLAS_IS_TYPESETTER (self), ATLAS_LANGUAGE_EN);

  return self->setup.language;
}

/**
 * atlas_typesetter_get_layout:
 * @self: a typesetter
 *
 * Returns: the layout of the page
 */
AtlasPageLayout
atlas_typesetter_get_layout (AtlasTypesetter *self)
{
  g_return_val_if_fail (ATLAS_IS_TYPESETTER (self), ATLAS_PAGE_LAYOUT_COMPACT);

  return self->setup.layout;
}

/**
 * atlas_typesetter_get_font:
 * @self: a typesetter
 * @role: a role
 *
 * Returns: (transfer none): its font
 */
const PangoFontDescription *
atlas_typesetter_get_font (AtlasTypesetter *self, AtlasTextRole role)
{
  g_return_val_if_fail (ATLAS_IS_TYPESETTER (self), NULL);
  g_return_val_if_fail (role < ATLAS_N_TEXT_ROLES, NULL);

  return self->styles[role].font;
}

/**
 * atlas_typesetter_get_size:
 * @self: a typesetter
 * @role: a role
 *
 * Returns: the size of its font, in points
 */
double
atlas_typesetter_get_size (AtlasTypesetter *self, AtlasTextRole role)
{
  g_return_val_if_fail (ATLAS_IS_TYPESETTER (self), 0);
  g_return_val_if_fail (role < ATLAS_N_TEXT_ROLES, 0);

  return definitions[get_definitions (&self->setup)][role].size;
}

/* Limits the length of the text, because laying out long text is slow and the page would cut it
 * anyway. */
static void
set_text (PangoLayout *layout, const char *text)
{
  g_autofree char *cut = NULL;
  const char *end;

  if (strlen (text) > MAX_LETTERS && g_utf8_strlen (text, -1) > MAX_LETTERS)
    {
      end = g_utf8_offset_to_pointer (text, MAX_LETTERS);
      cut = g_strdup_printf ("%.*s…", (int) (end - text), text);
    }
  pango_layout_set_text (layout, cut != NULL ? cut : text, -1);
}

/* Returns the beginning of the last letters of a paragraph that must stay on one line. NULL if the
 * end is not Chinese or Korean text, which can be broken between any two letters. */
static const char *
find_last_letters (const char *start, const char *end)
{
  guint n_letters = 0;

  while (end > start && n_letters < MIN_LETTERS)
    {
      gunichar letter;

      end = g_utf8_prev_char (end);
      letter = g_utf8_get_char (end);
      if (g_unichar_iswide (letter) && g_unichar_isalpha (letter))
        n_letters++;
      else if (!g_unichar_ispunct (letter))
        return NULL;
    }
  return n_letters == MIN_LETTERS ? end : NULL;
}

/* Prevents a single letter on the last line of a paragraph. */
static void
keep_last_letters (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  g_autoptr (PangoAttrList) attributes =
    pango_attr_list_copy (pango_layout_get_attributes (layout));
  const char *next;

  for (const char *paragraph = text; paragraph != NULL; paragraph = next)
    {
      const char *end = strchr (paragraph, '\n');
      const char *letters;

      next = end != NULL ? end + 1 : NULL;
      end = end != NULL ? end : paragraph + strlen (paragraph);
      letters = find_last_letters (paragraph, end);
      if (letters != NULL)
        add_attribute (attributes, pango_attr_allow_breaks_new (FALSE), (guint) (letters - text),
                       (guint) (end - text));
    }
  pango_layout_set_attributes (layout, attributes);
}

/**
 * atlas_typesetter_set:
 * @self: a typesetter
 * @role: the role of the text
 * @text: plain text, not markup; only the first 2000 letters are used
 *
 * Returns: (transfer full): the text on one line, until a width is set
 */
PangoLayout *
atlas_typesetter_set (AtlasTypesetter *self, AtlasTextRole role, const char *text)
{
  PangoLayout *layout;

  g_return_val_if_fail (ATLAS_IS_TYPESETTER (self), NULL);
  g_return_val_if_fail (role < ATLAS_N_TEXT_ROLES, NULL);

  layout = pango_layout_new (self->context);
  pango_layout_set_font_description (layout, self->styles[role].font);
  pango_layout_set_attributes (layout, self->styles[role].attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  set_text (layout, text);
  keep_last_letters (layout);
  return layout;
}

/* Adds the look of @role, including its font. The number of a note is raised above the base line of
 * a text of @size. */
static void
add_style (AtlasTypesetter *self,
           PangoAttrList *attributes,
           AtlasTextRole role,
           double size,
           guint start,
           guint end)
{
  add_attribute (attributes, pango_attr_font_desc_new (self->styles[role].font), start, end);
  add_color_and_widths (self, attributes, role, start, end);
  if (role == ATLAS_TEXT_ROLE_NOTE_NUMBER)
    add_attribute (attributes, pango_attr_rise_new ((int) (RISE * size * PANGO_SCALE)), start, end);
}

/**
 * atlas_typesetter_set_runs:
 * @self: a typesetter
 * @runs: (array length=n_runs): the texts
 * @n_runs: their number, at least 1
 *
 * Returns: (transfer full): all texts in one layout, one after the other
 */
PangoLayout *
atlas_typesetter_set_runs (AtlasTypesetter *self, const AtlasTextRun *runs, guint n_runs)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoLayout *layout;

  g_return_val_if_fail (ATLAS_IS_TYPESETTER (self), NULL);
  g_return_val_if_fail (n_runs > 0, NULL);

  for (guint i = 0; i < n_runs; i++)
    {
      const guint start = (guint) text->len;
      const AtlasTextRole beside = runs[i > 0 ? i - 1 : MIN (1, n_runs - 1)].role;

      g_string_append (text, runs[i].text);
      add_style (self, attributes, runs[i].role, atlas_typesetter_get_size (self, beside), start,
                 (guint) text->len);
    }
  layout = atlas_typesetter_set (self, runs[0].role, text->str);
  pango_layout_set_attributes (layout, attributes);
  keep_last_letters (layout);
  return layout;
}

/**
 * atlas_typesetter_set_pair:
 * @self: a typesetter
 * @role: the role of the text
 * @text: plain text, not markup; may be empty
 * @separator: the text between the two, such as a line break
 * @detail_role: the role of the detail
 * @detail: more text; may be empty
 *
 * Returns: (transfer full): both texts in one layout
 */
PangoLayout *
atlas_typesetter_set_pair (AtlasTypesetter *self,
                           AtlasTextRole role,
                           const char *text,
                           const char *separator,
                           AtlasTextRole detail_role,
                           const char *detail)
{
  g_autofree char *rest = NULL;

  if (*detail == '\0')
    return atlas_typesetter_set (self, role, text);
  if (*text == '\0')
    return atlas_typesetter_set (self, detail_role, detail);
  rest = g_strconcat (separator, detail, NULL);
  return atlas_typesetter_set_runs (self,
                                    (AtlasTextRun[]) { { role, text }, { detail_role, rest } }, 2);
}

/**
 * atlas_typesetter_use_ink:
 * @self: a typesetter
 * @cr: where to draw
 * @ink: a color of the page
 *
 * Sets the color with which @cr paints.
 */
void
atlas_typesetter_use_ink (AtlasTypesetter *self, cairo_t *cr, AtlasInk ink)
{
  g_return_if_fail (ATLAS_IS_TYPESETTER (self));

  cairo_set_source_rgb (cr, inks[ink][0], inks[ink][1], inks[ink][2]);
}

/**
 * atlas_typesetter_draw_rule:
 * @self: a typesetter
 * @cr: where to draw
 * @ink: the kind of rule
 * @y: its y coordinate
 * @width: its length, from x = 0
 *
 * Draws a horizontal rule.
 */
void
atlas_typesetter_draw_rule (AtlasTypesetter *self,
                            cairo_t *cr,
                            AtlasInk ink,
                            double y,
                            double width)
{
  atlas_typesetter_use_ink (self, cr, ink);
  cairo_set_line_width (cr, rule_widths[ink]);
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, width, y);
  cairo_stroke (cr);
}

/**
 * atlas_typesetter_get_width_of:
 * @text: laid out text
 *
 * Returns: the width of its longest line, in points
 */
double
atlas_typesetter_get_width_of (PangoLayout *text)
{
  int width;

  pango_layout_get_size (text, &width, NULL);
  return (double) width / PANGO_SCALE;
}

/**
 * atlas_typesetter_get_height_of:
 * @text: laid out text
 *
 * Returns: its height, in points
 */
double
atlas_typesetter_get_height_of (PangoLayout *text)
{
  int height;

  pango_layout_get_size (text, NULL, &height);
  return (double) height / PANGO_SCALE;
}

/**
 * atlas_typesetter_get_baseline_of:
 * @text: laid out text
 *
 * Returns: the distance from its top to the base line of its first line, in points
 */
double
atlas_typesetter_get_baseline_of (PangoLayout *text)
{
  return (double) pango_layout_get_baseline (text) / PANGO_SCALE;
}

/**
 * atlas_typesetter_show:
 * @cr: where to draw
 * @text: laid out text
 * @x: its left edge
 * @y: its top edge
 *
 * Draws @text.
 */
void
atlas_typesetter_show (cairo_t *cr, PangoLayout *text, double x, double y)
{
  cairo_move_to (cr, x, y);
  atlas_text_painter_show (cr, text);
}
