/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gio/gio.h>

#include "atlas-summary.h"

G_BEGIN_DECLS

/**
 * AtlasImageFormat:
 * @ATLAS_IMAGE_FORMAT_SVG: vector graphics
 * @ATLAS_IMAGE_FORMAT_SVG_OUTLINES: vector graphics, with letters as outlines
 * @ATLAS_IMAGE_FORMAT_PNG: pixels
 */
typedef enum
{
  ATLAS_IMAGE_FORMAT_SVG,
  ATLAS_IMAGE_FORMAT_SVG_OUTLINES,
  ATLAS_IMAGE_FORMAT_PNG,
} AtlasImageFormat;

GBytes *atlas_image_writer_write_page (AtlasSummary *summary,
                                       guint page,
                                       AtlasImageFormat format,
                                       double dots_per_inch,
                                       GError **error);
GBytes *atlas_image_writer_write_map (AtlasScope *scope,
                                      AtlasFilter *filter,
                                      AtlasBaseMap *base_map,
                                      const AtlasPageSetup *setup,
                                      AtlasImageFormat format,
                                      double dots_per_inch,
                                      GError **error);

G_END_DECLS
