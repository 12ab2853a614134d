/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-scale-bar.h"

#include <math.h>

#include "atlas-map-text.h"

#define TICK 5.0
#define FONT_SIZE 11.0

/* Returns the longest round distance, in metres, that fits: 1, 2 or 5 times a power of ten. */
static double
choose_distance (double longest, double metres_per_pixel)
{
  const double most = longest * metres_per_pixel * (1.0 + 1e-9);
  const double power = pow (10.0, floor (log10 (most)));
  const double leading = most / power;

  return power * (leading >= 5.0 ? 5.0 : leading >= 2.0 ? 2.0 : 1.0);
}

/**
 * atlas_scale_bar_draw:
 * @cr: a context on any kind of surface
 * @right: the right end of the bar, in pixels or points
 * @bottom: the y coordinate of its line
 * @longest: its largest length
 * @metres_per_pixel: the scale of the map, see [func@Atlas.projection_metres_per_unit]
 * @style: the map style
 * @language: the language, which selects the fonts
 *
 * Draws a bar that shows the scale of the map, with its length above.
 */
void
atlas_scale_bar_draw (cairo_t *cr,
                      double right,
                      double bottom,
                      double longest,
                      double metres_per_pixel,
                      AtlasMapStyle style,
                      AtlasLanguage language)
{
  const AtlasMapPalette *palette = atlas_map_style_get_palette (style);
  double metres, left;
  PangoContext *context;
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *text = NULL;
  double width, height;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (longest > 0.0 && metres_per_pixel > 0.0);

  metres = choose_distance (longest, metres_per_pixel);
  left = right - metres / metres_per_pixel;
  text = metres < 1000.0 ? g_strdup_printf ("%.0f m", metres)
                         : g_strdup_printf ("%.0f km", metres / 1000.0);
  context = atlas_map_text_create_context (language);
  layout = atlas_map_text_create_layout (context, text, FONT_SIZE, 0);
  g_object_unref (context);
  atlas_map_text_get_size (layout, &width, &height);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_move_to (cr, left, bottom - TICK);
  cairo_line_to (cr, left, bottom);
  cairo_line_to (cr, right, bottom);
  cairo_line_to (cr, right, bottom - TICK);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  atlas_map_style_set_source (cr, palette->halo);
  cairo_set_line_width (cr, 4.0);
  cairo_stroke_preserve (cr);
  atlas_map_style_set_source (cr, palette->text);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  cairo_move_to (cr, (left + right - width) / 2.0, bottom - TICK - height + 1.0);
  atlas_map_text_draw (cr, layout, palette->text, palette->halo);
  cairo_restore (cr);
}
