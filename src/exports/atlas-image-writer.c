/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-image-writer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "atlas-map-block.h"
#include "atlas-png.h"
#include "atlas-summary-painter.h"
#include "atlas-svg-canvas.h"
#include "atlas-text-block.h"

/*
 * Writes a page, or only the map, as an image.
 */

#define POINTS_PER_INCH 72.0

/* The white space around a map without a page, in points. */
#define MAP_MARGIN 12.0

typedef void (*DrawFunc) (cairo_t *cr, gpointer data);

/* What is drawn, in points, and the words that the file has for programs and screen readers. */
typedef struct
{
  double width;
  double height;
  DrawFunc draw;
  gpointer data;
  AtlasLanguage language;
  const char *title;
  const char *description;
} Picture;

static void
draw_on_white (cairo_t *cr, double scale, const Picture *picture)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  picture->draw (cr, picture->data);
}

/* The title and the description come first in the root element, which is where SVG wants them. */
static void
add_words (xmlNode *root, const Picture *picture)
{
  g_autofree char *title = atlas_svg_dup_valid_text (picture->title);
  g_autofree char *description = atlas_svg_dup_valid_text (picture->description);
  xmlNode *first = root->children;

  xmlNodeSetLang (root, (const xmlChar *) atlas_language_get_pango_tag (picture->language));
  xmlAddPrevSibling (first, xmlNewTextChild (root, root->ns, (const xmlChar *) "title",
                                             (const xmlChar *) title));
  xmlAddPrevSibling (first, xmlNewTextChild (root, root->ns, (const xmlChar *) "desc",
                                             (const xmlChar *) description));
}

static cairo_status_t
write_svg (GByteArray *bytes, AtlasSvgLetters letters, const Picture *picture)
{
  g_autoptr (AtlasSvgCanvas) canvas =
    atlas_svg_canvas_new (picture->width, picture->height, letters);
  cairo_status_t status;
  xmlDoc *document;
  xmlChar *text;
  int length;

  draw_on_white (atlas_svg_canvas_get_context (canvas), 1, picture);
  document = atlas_svg_canvas_finish (canvas, "s", &status);
  if (document == NULL)
    return status;
  add_words (xmlDocGetRootElement (document), picture);
  xmlDocDumpFormatMemoryEnc (document, &text, &length, "UTF-8", 1);
  g_byte_array_append (bytes, text, (guint) length);
  xmlFree (text);
  xmlFreeDoc (document);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
write_png (GByteArray *bytes, double dots_per_inch, const Picture *picture)
{
  const double scale = dots_per_inch / POINTS_PER_INCH;
  cairo_surface_t *surface = cairo_image_surface_create (
    CAIRO_FORMAT_RGB24, (int) ceil (picture->width * scale), (int) ceil (picture->height * scale));
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  draw_on_white (cr, scale, picture);
  cairo_destroy (cr);
  status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS &&
      !atlas_png_append (bytes, surface, dots_per_inch, picture->title, picture->description))
    status = CAIRO_STATUS_WRITE_ERROR;
  cairo_surface_destroy (surface);
  return status;
}

static GBytes *
write_picture (const Picture *picture,
               AtlasImageFormat format,
               double dots_per_inch,
               GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  const cairo_status_t status =
    format == ATLAS_IMAGE_FORMAT_PNG
      ? write_png (bytes, dots_per_inch, picture)
      : write_svg (bytes, format == ATLAS_IMAGE_FORMAT_SVG ? ATLAS_SVG_TEXT : ATLAS_SVG_OUTLINES,
                   picture);

  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _("The picture could not be drawn: %s."), cairo_status_to_string (status));
  return NULL;
}

typedef struct
{
  AtlasSummary *summary;
  guint page;
} Page;

static void
draw_page (cairo_t *cr, gpointer data)
{
  const Page *page = data;

  atlas_summary_painter_paint (cr, page->summary, page->page);
}

/**
 * atlas_image_writer_write_page:
 * @summary: a summary
 * @page: the index of the page, from 0
 * @format: the image format
 * @dots_per_inch: the resolution of a PNG
 * @error: return location for a #GError of %G_IO_ERROR
 *
 * Returns: (transfer full): the file, or %NULL
 */
GBytes *
atlas_image_writer_write_page (AtlasSummary *summary,
                               guint page,
                               AtlasImageFormat format,
                               double dots_per_inch,
                               GError **error)
{
  const AtlasPageMetrics *metrics = atlas_summary_get_metrics (summary);
  Page data = { summary, page };
  const Picture picture = {
    .width = metrics->width,
    .height = metrics->height,
    .draw = draw_page,
    .data = &data,
    .language = atlas_summary_get_language (summary),
    .title = atlas_summary_get_title (summary),
    .description = atlas_summary_get_origin (summary),
  };

  g_return_val_if_fail (page < atlas_summary_get_n_pages (summary), NULL);

  return write_picture (&picture, format, dots_per_inch, error);
}

/* Draws the map, and below it a line about the records that are left out. */
static void
draw_map (cairo_t *cr, gpointer data)
{
  GPtrArray *blocks = data;

  cairo_translate (cr, MAP_MARGIN, MAP_MARGIN);
  for (guint i = 0; i < blocks->len; i++)
    {
      atlas_block_draw_row (blocks->pdata[i], cr, 0);
      cairo_translate (cr, 0, atlas_block_get_row (blocks->pdata[i], 0)->height + MAP_MARGIN);
    }
}

static GPtrArray *
make_map_blocks (const AtlasFacts *facts,
                 AtlasBaseMap *base_map,
                 const AtlasPageSetup *setup,
                 double width,
                 double max_height)
{
  g_autoptr (AtlasTypesetter) typesetter = atlas_typesetter_new (setup);
  g_autofree char *left_out = atlas_facts_describe_left_out (facts);
  GPtrArray *blocks = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (blocks, atlas_map_block_new (typesetter, base_map, facts, max_height));
  if (*left_out != '\0')
    g_ptr_array_add (blocks, atlas_text_block_new (typesetter, ATLAS_TEXT_ROLE_SUBTITLE, left_out));
  for (guint i = 0; i < blocks->len; i++)
    atlas_block_measure (blocks->pdata[i], width);
  return blocks;
}

/**
 * atlas_image_writer_write_map:
 * @scope: the scope of the map
 * @filter: (nullable): the filter to apply
 * @base_map: the base map
 * @setup: the paper size, which limits the map, and the language of names
 * @format: the image format
 * @dots_per_inch: the resolution of a PNG
 * @error: return location for a #GError of %G_IO_ERROR
 *
 * Returns: (transfer full): a file with the map and its legend, and a line below if the dataset is
 *   partial; or %NULL
 */
GBytes *
atlas_image_writer_write_map (AtlasScope *scope,
                              AtlasFilter *filter,
                              AtlasBaseMap *base_map,
                              const AtlasPageSetup *setup,
                              AtlasImageFormat format,
                              double dots_per_inch,
                              GError **error)
{
  const AtlasPageMetrics metrics = atlas_page_setup_get_metrics (setup);
  const double width = atlas_page_metrics_get_text_width (&metrics);
  const AtlasFacts facts = { scope, filter, setup->language, ATLAS_SHOWN_PART_ALL };
  g_autoptr (GPtrArray) blocks =
    make_map_blocks (&facts, base_map, setup, width, metrics.frame.height);
  Picture picture = {
    .width = width + 2 * MAP_MARGIN,
    .height = MAP_MARGIN,
    .draw = draw_map,
    .data = blocks,
    .language = setup->language,
    .title = atlas_scope_get_name (scope, setup->language),
    .description = atlas_map_block_get_origin (blocks->pdata[0]),
  };

  for (guint i = 0; i < blocks->len; i++)
    picture.height += atlas_block_get_row (blocks->pdata[i], 0)->height + MAP_MARGIN;
  return write_picture (&picture, format, dots_per_inch, error);
}
