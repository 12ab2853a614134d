/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <libxml/tree.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef struct _AtlasSvgText AtlasSvgText;

AtlasSvgText *
_atlas_svg_text_new (PangoLayout *layout, guint32 color, guint32 halo, double halo_width);
void _atlas_svg_text_free (AtlasSvgText *self);
void
_atlas_svg_text_insert (const AtlasSvgText *self, xmlNode *before, const cairo_matrix_t *matrix);

char *_atlas_svg_format_number (double number);
void _atlas_svg_set_number (xmlNode *node, const char *name, double number);
void _atlas_svg_set_color (xmlNode *node, const char *name, guint32 color);

G_END_DECLS
