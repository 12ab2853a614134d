/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <libxml/tree.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * AtlasSvgLetters:
 * @ATLAS_SVG_TEXT: as text, which can be searched, copied and edited
 * @ATLAS_SVG_OUTLINES: as shapes, which look the same without the fonts
 *
 * How the letters of an SVG are written.
 */
typedef enum
{
  ATLAS_SVG_TEXT,
  ATLAS_SVG_OUTLINES,
} AtlasSvgLetters;

typedef struct _AtlasSvgCanvas AtlasSvgCanvas;

AtlasSvgCanvas *atlas_svg_canvas_new (double width, double height, AtlasSvgLetters letters);
void atlas_svg_canvas_free (AtlasSvgCanvas *self);
cairo_t *atlas_svg_canvas_get_context (AtlasSvgCanvas *self);
xmlDoc *atlas_svg_canvas_finish (AtlasSvgCanvas *self, const char *prefix, cairo_status_t *status);

gboolean atlas_svg_canvas_show_text (cairo_t *cr, PangoLayout *layout, guint32 halo, double width);
void atlas_svg_canvas_begin_part (cairo_t *cr, const char *kind, const char *ids);
void atlas_svg_canvas_end_part (cairo_t *cr);
void atlas_svg_append_id (GString *ids, const char *id);
void atlas_svg_canvas_push_group (cairo_t *cr);
void atlas_svg_canvas_pop_group (cairo_t *cr, double opacity);

char *atlas_svg_dup_valid_text (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSvgCanvas, atlas_svg_canvas_free)

G_END_DECLS
