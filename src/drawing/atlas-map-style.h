/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasMapStyle:
 * @ATLAS_STYLE_LIGHT: soft colors on a light background
 * @ATLAS_STYLE_DARK: muted colors on a dark background
 * @ATLAS_STYLE_HIGH_CONTRAST: few colors, dark and wide lines
 * @ATLAS_STYLE_PRINT: light colors that differ in brightness, so that they can be told apart
 *   without hue
 *
 * The styles of the map.
 */
typedef enum
{
  ATLAS_STYLE_LIGHT,
  ATLAS_STYLE_DARK,
  ATLAS_STYLE_HIGH_CONTRAST,
  ATLAS_STYLE_PRINT,
} AtlasMapStyle;

#define ATLAS_N_STYLES (ATLAS_STYLE_PRINT + 1)
#define ATLAS_N_TINTS 9

/**
 * AtlasMapPalette:
 *
 * The colors of a style, as 0xRRGGBBAA, and its line widths as factors.
 */
typedef struct
{
  guint32 land; /* provinces around Jilin */
  guint32 abroad;
  guint32 sea;
  guint32 lake;
  guint32 shore;
  guint32 coast;
  guint32 river;
  guint32 county_line;
  guint32 prefecture_line;
  guint32 province_line;  /* between other provinces */
  guint32 neighbour_line; /* between prefectures of other provinces */
  guint32 outline;
  guint32 outline_casing;
  guint32 national_line;
  guint32 highlight; /* around the prefecture that is highlighted */
  guint32 veil;      /* covers the other prefectures while one is highlighted */
  guint32 town;
  guint32 text;
  guint32 quiet_text; /* for the names of neighbouring provinces and countries */
  guint32 water_text;
  guint32 halo;
  guint32 tints[ATLAS_N_TINTS]; /* 220100 … 220800, 222400 */
  double line_width;
} AtlasMapPalette;

const AtlasMapPalette *atlas_map_style_get_palette (AtlasMapStyle style);
guint32 atlas_map_palette_get_tint (const AtlasMapPalette *self, const char *prefecture);
guint32 atlas_map_style_mix (guint32 under, guint32 over);
void atlas_map_style_set_source (cairo_t *cr, guint32 color);
void atlas_rounded_rectangle (cairo_t *cr,
                              double x,
                              double y,
                              double width,
                              double height,
                              double radius);

G_END_DECLS
