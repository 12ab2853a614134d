/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-map-page.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "atlas-enum-types.h"
#include "atlas-labels.h"
#include "atlas-link-painter.h"
#include "atlas-map-labels.h"
#include "atlas-map-painter.h"
#include "atlas-scale-bar.h"
#include "atlas-translation.h"

/*
 * The map of a scope on a page of its own: A3 on its long side, drawn by the functions that draw
 * the map on screen, in the style for print.
 */
#define PAGE_WIDTH 1190.55
#define PAGE_HEIGHT 841.89
#define MARGIN 36.0
#define HEAD 48.0
#define SCALE_LENGTH 140.0
#define LEGEND_LINE 30.0
#define LEGEND_ROW 20.0

typedef struct
{
  AtlasScope    *scope;
  AtlasBaseMap  *base_map;
  AtlasLanguage  language;
  AtlasExtent    extent;
  double         width;
  double         height;
} Page;

static PangoLayout *
make_text (cairo_t       *cr,
           const char    *text,
           const char    *font,
           AtlasLanguage  language)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (font);

  pango_context_set_language (
    pango_layout_get_context (layout),
    pango_language_from_string (atlas_language_get_pango_tag (language)));
  pango_layout_context_changed (layout);
  pango_layout_set_font_description (layout, description);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static void
draw_text (cairo_t       *cr,
           const char    *text,
           const char    *font,
           AtlasLanguage  language,
           double         x,
           double         y)
{
  g_autoptr (PangoLayout) layout = make_text (cr, text, font, language);

  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_links (cairo_t    *cr,
            const Page *page)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (page->scope);
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autoptr (AtlasLinkGeometry) geometry =
    atlas_link_geometry_new (atlas_dataset_get_links (dataset), filter,
                             atlas_scope_get_subject (page->scope), FALSE);
  g_autoptr (GArray) occupied = g_array_new (FALSE, FALSE, sizeof (AtlasExtent));
  AtlasLinkView view = {
    .origin = { page->extent.x0, page->extent.y0 },
    .pixels_per_unit = page->width / (page->extent.x1 - page->extent.x0),
    .style = ATLAS_STYLE_PRINT,
  };

  atlas_link_painter_paint (cr, &view, geometry, page->scope, occupied);
}

static void
draw_names (cairo_t    *cr,
            const Page *page)
{
  AtlasMapLabelsRequest request = {
    .extent = page->extent,
    .width = page->width,
    .height = page->height,
    .style = ATLAS_STYLE_PRINT,
    .language = page->language,
    .kinds = ATLAS_LABELS_ALL & ~ATLAS_LABEL_PREFECTURE,
  };
  g_autoptr (AtlasMapLabels) labels = atlas_map_labels_new (page->base_map, &request);

  atlas_map_labels_draw (labels, cr);
}

static void
draw_legend (cairo_t    *cr,
             const Page *page)
{
  double height = LEGEND_ROW * ATLAS_N_LINK_GROUPS + 16;
  double top = page->height - height - 12;

  cairo_set_source_rgba (cr, 1, 1, 1, 0.92);
  cairo_rectangle (cr, 12, top, 210, height);
  cairo_fill (cr);
  for (guint i = 0; i < ATLAS_N_LINK_GROUPS; i++)
    {
      double y = top + 8 + LEGEND_ROW * i;

      atlas_link_painter_paint_sample (cr, (AtlasLinkGroup) i, ATLAS_STYLE_PRINT, 22,
                                       y + LEGEND_ROW / 2, LEGEND_LINE);
      cairo_set_source_rgb (cr, 0.1, 0.1, 0.1);
      draw_text (cr, atlas_label_for (ATLAS_TYPE_LINK_GROUP, (int) i, page->language),
                 "Noto Sans CJK SC, sans 8", page->language, 22 + LEGEND_LINE + 10, y + 2);
    }
}

static void
draw_scale (cairo_t    *cr,
            const Page *page)
{
  double latitude = atlas_projection_latitude ((page->extent.y0 + page->extent.y1) / 2);
  double metres = atlas_projection_metres_per_unit (latitude) *
                  (page->extent.x1 - page->extent.x0) / page->width;

  atlas_scale_bar_draw (cr, page->width - 14, page->height - 14, SCALE_LENGTH, metres,
                        ATLAS_STYLE_PRINT, page->language);
}

static void
draw_page (cairo_t *cr,
           Page    *page)
{
  const char *approval =
    atlas_dataset_get_approval_number (atlas_scope_get_dataset (page->scope));
  AtlasExtent province = { 0 };

  cairo_set_source_rgb (cr, 0.1, 0.1, 0.1);
  draw_text (cr, atlas_scope_get_name (page->scope, page->language),
             "Noto Serif CJK SC, serif bold 20", page->language, MARGIN, MARGIN - 6);

  page->width = PAGE_WIDTH - 2 * MARGIN;
  page->height = PAGE_HEIGHT - 2 * MARGIN - HEAD;
  atlas_base_map_get_area_extent (page->base_map, "220000", &province);
  province = (AtlasExtent) { province.x0 - 0.002, province.y0 - 0.001, province.x1 + 0.002,
                             province.y1 + 0.001 };
  page->extent = atlas_extent_fit (&province, page->width, page->height);
  cairo_save (cr);
  cairo_translate (cr, MARGIN, MARGIN + HEAD - 12);
  cairo_rectangle (cr, 0, 0, page->width, page->height);
  cairo_clip (cr);
  atlas_map_painter_paint (cr, page->base_map, &page->extent, page->width, page->height,
                           ATLAS_STYLE_PRINT, NULL);
  draw_links (cr, page);
  draw_names (cr, page);
  draw_legend (cr, page);
  draw_scale (cr, page);
  cairo_restore (cr);

  cairo_set_source_rgb (cr, 0.35, 0.35, 0.35);
  draw_text (cr,
             approval != NULL
               ? approval
               : atlas_translate (page->language, "Sketch map, not for delimiting boundaries"),
             "Noto Sans CJK SC, sans 8", page->language, MARGIN, PAGE_HEIGHT - MARGIN - 4);
}

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * atlas_map_page_export:
 * @scope: what to light on the map
 * @base_map: the land
 * @language: the language of all that is written on it
 * @path: the file to write; one that exists is replaced once the new one is complete
 * @error: return location for an error of the G_IO_ERROR domain
 *
 * Writes a PDF of one page. Needs no display.
 *
 * Returns: whether the file was written
 */
gboolean
atlas_map_page_export (AtlasScope     *scope,
                       AtlasBaseMap   *base_map,
                       AtlasLanguage   language,
                       const char     *path,
                       GError        **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GFile) file = NULL;
  Page page = { .scope = scope, .base_map = base_map, .language = language };
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (ATLAS_IS_SCOPE (scope), FALSE);
  g_return_val_if_fail (ATLAS_IS_BASE_MAP (base_map), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  atlas_scope_get_name (scope, language));
  cr = cairo_create (surface);
  draw_page (cr, &page);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
      return FALSE;
    }
  file = g_file_new_for_commandline_arg (path);
  return g_file_replace_contents (file, (const char *) bytes->data, bytes->len, NULL, FALSE,
                                  G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, error);
}
