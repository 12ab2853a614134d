/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <pango/pangocairo.h>

#include "atlas-text.h"

G_BEGIN_DECLS

/**
 * AtlasMapTextFlags:
 * @ATLAS_MAP_TEXT_BOLD: bold
 * @ATLAS_MAP_TEXT_SLANTED: slanted, for names of waters
 * @ATLAS_MAP_TEXT_SPACED: wide letter spacing, for names of large areas
 *
 * Style flags of a name on the map.
 */
typedef enum
{
  ATLAS_MAP_TEXT_BOLD = 1 << 0,
  ATLAS_MAP_TEXT_SLANTED = 1 << 1,
  ATLAS_MAP_TEXT_SPACED = 1 << 2,
} AtlasMapTextFlags;

PangoContext *atlas_map_text_create_context (AtlasLanguage language);
PangoLayout *atlas_map_text_create_layout (PangoContext *context,
                                           const char *text,
                                           double size,
                                           AtlasMapTextFlags flags);
void atlas_map_text_get_size (PangoLayout *layout, double *width, double *height);
void atlas_map_text_draw (cairo_t *cr, PangoLayout *layout, guint32 color, guint32 halo);

G_END_DECLS
