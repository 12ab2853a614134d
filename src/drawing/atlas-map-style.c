/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-map-style.h"

#include <string.h>

/* Adjacent prefectures never have the same hue and, in print, never the same brightness. */
static const AtlasMapPalette palettes[ATLAS_N_STYLES] = {
  [ATLAS_STYLE_LIGHT] = {
    .land = 0xf1eee8ff,
    .abroad = 0xeae7e2ff,
    .sea = 0xc9dfebff,
    .lake = 0xb3d4e5ff,
    .shore = 0x8fbcd3ff,
    .coast = 0x93b7caff,
    .river = 0x8dbbd4ff,
    .county_line = 0xffffffe0,
    .prefecture_line = 0xb9a78bff,
    .province_line = 0xc3bbaeff,
    .neighbour_line = 0xdcd6ccff,
    .outline = 0xa48d6cff,
    .outline_casing = 0xa48d6c38,
    .national_line = 0x8a8178ff,
    .highlight = 0x8c7048ff,
    .veil = 0xf1eee880,
    .town = 0x6b655dff,
    .text = 0x4a453fff,
    .quiet_text = 0x948c82ff,
    .water_text = 0x4580a3ff,
    .halo = 0xffffffd0,
    .tints = {
      0xf8e3c6ff, 0xdeead2ff, 0xe4ddf0ff, 0xf6dcd8ff, 0xd4e9e5ff,
      0xf0e8caff, 0xd6e4f3ff, 0xf1dde9ff, 0xe1e2f4ff,
    },
    .line_width = 1.0,
  },
  [ATLAS_STYLE_DARK] = {
    .land = 0x2b2b2dff,
    .abroad = 0x262628ff,
    .sea = 0x17242eff,
    .lake = 0x1f4054ff,
    .shore = 0x33627bff,
    .coast = 0x33576bff,
    .river = 0x3d708cff,
    .county_line = 0xffffff24,
    .prefecture_line = 0xa8987a90,
    .province_line = 0x605c58ff,
    .neighbour_line = 0x3b3b3dff,
    .outline = 0xb9a684ff,
    .outline_casing = 0xb9a68430,
    .national_line = 0x9b948bff,
    .highlight = 0xe6cf9fff,
    .veil = 0x2b2b2d90,
    .town = 0xc4bdb2ff,
    .text = 0xe4dfd8ff,
    .quiet_text = 0x928c85ff,
    .water_text = 0x7fb4d3ff,
    .halo = 0x202022c0,
    .tints = {
      0x4d4130ff, 0x37442fff, 0x403a50ff, 0x513838ff, 0x2d4644ff,
      0x4a452cff, 0x30405aff, 0x4b3647ff, 0x3a3d58ff,
    },
    .line_width = 1.0,
  },
  [ATLAS_STYLE_HIGH_CONTRAST] = {
    .land = 0xf4f4f4ff,
    .abroad = 0xe6e6e6ff,
    .sea = 0xb8dcf2ff,
    .lake = 0x9accecff,
    .shore = 0x00507cff,
    .coast = 0x00507cff,
    .river = 0x0060a0ff,
    .county_line = 0x808080ff,
    .prefecture_line = 0x303030ff,
    .province_line = 0x505050ff,
    .neighbour_line = 0xb0b0b0ff,
    .outline = 0x000000ff,
    .outline_casing = 0x00000030,
    .national_line = 0x000000ff,
    .highlight = 0x000000ff,
    .veil = 0xf4f4f4b0,
    .town = 0x000000ff,
    .text = 0x000000ff,
    .quiet_text = 0x404040ff,
    .water_text = 0x003c64ff,
    .halo = 0xffffffff,
    .tints = {
      0xffe9c8ff, 0xe4f3d4ff, 0xe9e0faff, 0xffe0dcff, 0xd2f0eaff,
      0xfaf2c8ff, 0xdcecffff, 0xfbe0f0ff, 0xe4e6ffff,
    },
    .line_width = 1.6,
  },
  [ATLAS_STYLE_PRINT] = {
    .land = 0xfcfcfbff,
    .abroad = 0xf5f5f3ff,
    .sea = 0xe3eef4ff,
    .lake = 0xcfe2edff,
    .shore = 0x7fa9c0ff,
    .coast = 0x7fa9c0ff,
    .river = 0x7fa9c0ff,
    .county_line = 0xb5aea3ff,
    .prefecture_line = 0x8a7a60ff,
    .province_line = 0xa8a298ff,
    .neighbour_line = 0xd8d4ceff,
    .outline = 0x6e5a3cff,
    .outline_casing = 0x6e5a3c30,
    .national_line = 0x4c463eff,
    .highlight = 0x40321cff,
    .veil = 0xfcfcfbb0,
    .town = 0x40403eff,
    .text = 0x2a2826ff,
    .quiet_text = 0x77716aff,
    .water_text = 0x2f6486ff,
    .halo = 0xffffffe0,
    .tints = {
      0xf7ead6ff, 0xf7faf0ff, 0xe0d9ebff, 0xfaebe6ff, 0xd5e3dfff,
      0xf6f0d8ff, 0xf4f8fdff, 0xf5e7efff, 0xdcdde9ff,
    },
    .line_width = 0.8,
  },
};

static const char *const tinted[ATLAS_N_TINTS] = {
  "220100", "220200", "220300", "220400", "220500", "220600", "220700", "220800", "222400",
};

/**
 * atlas_map_style_get_palette:
 * @style: a style
 *
 * Returns: (transfer none): the colors and widths of the style
 */
const AtlasMapPalette *
atlas_map_style_get_palette (AtlasMapStyle style)
{
  g_return_val_if_fail (style < ATLAS_N_STYLES, &palettes[ATLAS_STYLE_LIGHT]);

  return &palettes[style];
}

/**
 * atlas_map_palette_get_tint:
 * @self: a palette
 * @prefecture: a GB/T 2260 code of six digits
 *
 * Returns: the color of that prefecture of Jilin; for any other code, the color of the land around
 *   Jilin
 */
guint32
atlas_map_palette_get_tint (const AtlasMapPalette *self, const char *prefecture)
{
  g_return_val_if_fail (self != NULL && prefecture != NULL, 0);

  for (guint i = 0; i < ATLAS_N_TINTS; i++)
    if (strcmp (tinted[i], prefecture) == 0)
      return self->tints[i];

  return self->land;
}

/**
 * atlas_map_style_mix:
 * @under: an opaque color as 0xRRGGBBAA
 * @over: a color, which may be translucent
 *
 * Returns: the opaque color of @over on top of @under
 */
guint32
atlas_map_style_mix (guint32 under, guint32 over)
{
  const guint32 alpha = over & 0xff;
  guint32 mixed = 0xff;

  for (guint shift = 8; shift < 32; shift += 8)
    mixed |=
      (((under >> shift & 0xff) * (255 - alpha) + (over >> shift & 0xff) * alpha + 127) / 255)
      << shift;
  return mixed;
}

/**
 * atlas_map_style_set_source:
 * @cr: a cairo context
 * @color: a color as 0xRRGGBBAA
 *
 * Sets the color with which @cr paints.
 */
void
atlas_map_style_set_source (cairo_t *cr, guint32 color)
{
  cairo_set_source_rgba (cr, (color >> 24 & 0xff) / 255.0, (color >> 16 & 0xff) / 255.0,
                         (color >> 8 & 0xff) / 255.0, (color & 0xff) / 255.0);
}

/**
 * atlas_rounded_rectangle:
 * @cr: a cairo context, whose path becomes the rectangle
 * @x: its left
 * @y: its top
 * @width: its width
 * @height: its height
 * @radius: the radius of its corners; reduced when the rectangle is too small
 */
void
atlas_rounded_rectangle (cairo_t *cr,
                         double x,
                         double y,
                         double width,
                         double height,
                         double radius)
{
  radius = MIN (radius, MIN (width, height) / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, G_PI + G_PI_2);
  cairo_close_path (cr);
}
