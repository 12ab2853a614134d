/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-map-text.h"

#include "atlas-map-style.h"
#include "atlas-svg-canvas.h"
#include "atlas-text-painter.h"

/* Text on the map. Names are data, so they are never parsed as markup. Metrics are not rounded to
 * pixels, so that a placement computed for the screen also fits on paper. */

#define HALO_WIDTH 3.0

/* Pango takes the first font of the list that has the letter. A list that began with a Latin font
 * would suit Latin letters, but Chinese letters would then come from any font. */
static const char *const families[ATLAS_N_LANGUAGES] = {
  [ATLAS_LANGUAGE_ZH] = "Noto Sans CJK SC, Source Han Sans SC, WenQuanYi Micro Hei, sans-serif",
  [ATLAS_LANGUAGE_EN] = "Adwaita Sans, Cantarell, Noto Sans, Noto Sans CJK SC, sans-serif",
  [ATLAS_LANGUAGE_KO] = "Noto Sans CJK KR, Source Han Sans KR, NanumGothic, sans-serif",
};

/**
 * atlas_map_text_create_context:
 * @language: the language of the names
 *
 * Creates a Pango context with the fonts and letter variants of the language, so that a Chinese
 * name never gets Japanese glyphs. Use it only in the thread that made it.
 *
 * Returns: (transfer full): a context for [func@Atlas.map_text_create_layout]
 */
PangoContext *
atlas_map_text_create_context (AtlasLanguage language)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_font_description_set_family_static (font, families[language]);
  pango_context_set_font_description (context, font);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context,
                              pango_language_from_string (atlas_language_get_pango_tag (language)));

  return context;
}

/**
 * atlas_map_text_create_layout:
 * @context: from [func@Atlas.map_text_create_context]
 * @text: a name
 * @size: the size of the font, in pixels or points
 * @flags: style flags
 *
 * Returns: (transfer full): the name as a layout of one line
 */
PangoLayout *
atlas_map_text_create_layout (PangoContext *context,
                              const char *text,
                              double size,
                              AtlasMapTextFlags flags)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) font =
    pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if ((flags & ATLAS_MAP_TEXT_BOLD) != 0)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  if ((flags & ATLAS_MAP_TEXT_SLANTED) != 0)
    pango_font_description_set_style (font, PANGO_STYLE_ITALIC);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  if ((flags & ATLAS_MAP_TEXT_SPACED) != 0)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes,
                              pango_attr_letter_spacing_new ((int) (size * 0.25 * PANGO_SCALE)));
      pango_layout_set_attributes (layout, attributes);
    }

  return layout;
}

/**
 * atlas_map_text_get_size:
 * @layout: a name
 * @width: (out): return location for its width
 * @height: (out): return location for its height
 *
 * Gets the size of a name, in the unit of its font size.
 */
void
atlas_map_text_get_size (PangoLayout *layout, double *width, double *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  *width = (double) logical.width / PANGO_SCALE;
  *height = (double) logical.height / PANGO_SCALE;
}

/**
 * atlas_map_text_draw:
 * @cr: a cairo context, with its current point at the top left corner of the name
 * @layout: a name
 * @color: its color, as 0xRRGGBBAA
 * @halo: the color of the halo that keeps it legible on lines
 *
 * Draws a name. In a PDF and an SVG it stays searchable text.
 */
void
atlas_map_text_draw (cairo_t *cr, PangoLayout *layout, guint32 color, guint32 halo)
{
  double x, y;

  atlas_map_style_set_source (cr, color);
  if (atlas_svg_canvas_show_text (cr, layout, halo, HALO_WIDTH))
    {
      cairo_new_path (cr);
      return;
    }
  cairo_get_current_point (cr, &x, &y);
  pango_cairo_layout_path (cr, layout);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, HALO_WIDTH);
  atlas_map_style_set_source (cr, halo);
  cairo_stroke (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);

  cairo_move_to (cr, x, y);
  atlas_map_style_set_source (cr, color);
  atlas_text_painter_show (cr, layout);
  cairo_new_path (cr);
}
