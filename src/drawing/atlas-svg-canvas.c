/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-svg-canvas.h"

#include <cairo-svg.h>
#include <libxml/parser.h>
#include <string.h>

#include "atlas-svg-document-private.h"
#include "atlas-svg-text-private.h"

/*
 * AtlasSvgCanvas: a cairo surface for SVG on which text stays text.
 *
 * cairo writes the letters of an SVG as outlines and has no way to write `<text>`. But it writes an
 * image with a CAIRO_MIME_TYPE_URI as a link to that address, at the right place between the
 * shapes, within its clip and its group. So the painters of this room, which draw for the screen
 * and for paper too, hand a text to this file. It keeps the text and draws an invisible image as
 * large as the text, whose address is the number of the text. When the picture is complete, each
 * link is replaced by the text. In the same way two images mark the beginning and the end of a
 * part, such as a link, so that a program can find it in the file.
 */
struct _AtlasSvgCanvas
{
  AtlasSvgLetters letters;
  GByteArray *bytes;
  cairo_surface_t *surface;
  cairo_t *cr;
  GPtrArray *texts; /* of AtlasSvgText */
  GPtrArray *parts; /* of AtlasSvgPart */
  gboolean is_in_part;
};

static const cairo_user_data_key_t canvas_key;

/* The characters of ids that stay as they are, besides letters, digits and "-._~". */
#define ALLOWED_IN_IDS                                                                             \
  G_URI_RESERVED_CHARS_GENERIC_DELIMITERS G_URI_RESERVED_CHARS_SUBCOMPONENT_DELIMITERS

static void
free_part (gpointer data)
{
  AtlasSvgPart *part = data;

  g_free (part->kind);
  g_free (part->ids);
  g_free (part);
}

static cairo_status_t
append (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * atlas_svg_canvas_new:
 * @width: the width of the picture, in points
 * @height: its height
 * @letters: how letters are written
 *
 * Returns: (transfer full): an empty picture
 */
AtlasSvgCanvas *
atlas_svg_canvas_new (double width, double height, AtlasSvgLetters letters)
{
  AtlasSvgCanvas *self = g_new0 (AtlasSvgCanvas, 1);

  self->letters = letters;
  self->bytes = g_byte_array_new ();
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) _atlas_svg_text_free);
  self->parts = g_ptr_array_new_with_free_func (free_part);
  self->surface = cairo_svg_surface_create_for_stream (append, self->bytes, width, height);
  cairo_surface_set_user_data (self->surface, &canvas_key, self, NULL);
  self->cr = cairo_create (self->surface);
  return self;
}

/**
 * atlas_svg_canvas_free:
 * @self: (transfer full): a picture
 */
void
atlas_svg_canvas_free (AtlasSvgCanvas *self)
{
  cairo_destroy (self->cr);
  cairo_surface_finish (self->surface);
  cairo_surface_destroy (self->surface);
  g_byte_array_unref (self->bytes);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/**
 * atlas_svg_canvas_get_context:
 * @self: a picture
 *
 * Returns: (transfer none): the context with which to draw it
 */
cairo_t *
atlas_svg_canvas_get_context (AtlasSvgCanvas *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->cr;
}

/**
 * atlas_svg_canvas_finish:
 * @self: a picture; nothing can be drawn afterwards
 * @prefix: the beginning of its ids, an identifier; numbers follow
 * @status: (out): return location for the reason of a failure
 *
 * Returns: (transfer full): the document, freed with xmlFreeDoc(); %NULL if cairo failed. The same
 *   drawing gives the same document.
 */
xmlDoc *
atlas_svg_canvas_finish (AtlasSvgCanvas *self, const char *prefix, cairo_status_t *status)
{
  xmlDoc *document;

  g_return_val_if_fail (self != NULL, NULL);

  *status = cairo_status (self->cr);
  if (*status == CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_finish (self->surface);
      *status = cairo_surface_status (self->surface);
    }
  if (*status != CAIRO_STATUS_SUCCESS)
    return NULL;
  document = xmlReadMemory ((const char *) self->bytes->data, (int) self->bytes->len, NULL, NULL,
                            XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOBLANKS |
                              XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (document == NULL)
    {
      *status = CAIRO_STATUS_WRITE_ERROR;
      return NULL;
    }
  _atlas_svg_document_replace_marks (document, self->texts, self->parts);
  _atlas_svg_document_tidy (document, prefix);
  return document;
}

/* Returns NULL for contexts on other surfaces. */
static AtlasSvgCanvas *
get_canvas (cairo_t *cr)
{
  return cairo_surface_get_user_data (cairo_get_target (cr), &canvas_key);
}

/* Draws an image that is written as a link to @address. */
static void
draw_mark (cairo_t *cr, const char *address, double x, double y, int width, int height)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  char *copy = g_strdup (address);

  /* cairo does not draw an image that it knows to be clear. */
  cairo_surface_mark_dirty (image);
  cairo_surface_set_mime_data (image, CAIRO_MIME_TYPE_URI, (const unsigned char *) copy,
                               strlen (copy), g_free, copy);
  cairo_save (cr);
  cairo_set_source_surface (cr, image, x, y);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (image);
}

static guint32
get_source_color (cairo_t *cr)
{
  double red = 0, green = 0, blue = 0, alpha = 1;

  cairo_pattern_get_rgba (cairo_get_source (cr), &red, &green, &blue, &alpha);
  return (guint32) (red * 255 + 0.5) << 24 | (guint32) (green * 255 + 0.5) << 16 |
         (guint32) (blue * 255 + 0.5) << 8 | (guint32) (alpha * 255 + 0.5);
}

/**
 * atlas_svg_canvas_show_text:
 * @cr: a context, with its current point at the top left corner of the text
 * @layout: a text without underlines, backgrounds and shapes
 * @halo: the color of the halo behind its letters, as 0xRRGGBBAA; 0 for none
 * @width: the width of the line around the letters that is the halo
 *
 * Adds @layout as text if @cr draws an #AtlasSvgCanvas that has text. Painters call this function
 * first, and draw the letters only if it returns %FALSE.
 *
 * Returns: whether the text was added
 */
gboolean
atlas_svg_canvas_show_text (cairo_t *cr, PangoLayout *layout, guint32 halo, double width)
{
  AtlasSvgCanvas *self = get_canvas (cr);
  g_autofree char *address = NULL;
  PangoRectangle logical;
  double x, y;

  if (self == NULL || self->letters == ATLAS_SVG_OUTLINES)
    return FALSE;
  address = g_strdup_printf (ATLAS_SVG_MARK "t%u", self->texts->len);
  g_ptr_array_add (self->texts, _atlas_svg_text_new (layout, get_source_color (cr), halo, width));
  pango_layout_get_pixel_extents (layout, NULL, &logical);
  cairo_get_current_point (cr, &x, &y);
  /* Only the part of a text that is inside the clip is visible, and cairo leaves out an image that
   * is outside. So the image covers the text. */
  draw_mark (cr, address, x, y, MAX (logical.x + logical.width, 1),
             MAX (logical.y + logical.height, 1));
  return TRUE;
}

/* Draws a mark in the middle of the clip, so that cairo does not clip it. Then both marks of a part
 * are at the same depth of the document. */
static void
draw_mark_of_part (cairo_t *cr, const char *address)
{
  double x0, y0, x1, y1;

  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  draw_mark (cr, address, (x0 + x1) / 2, (y0 + y1) / 2, 1, 1);
}

/**
 * atlas_svg_canvas_begin_part:
 * @cr: a context
 * @kind: the kind of the part, which becomes its class: an identifier of CSS
 * @ids: (nullable): the ids of the records that it shows, as atlas_svg_append_id() lists them
 *
 * What is drawn until atlas_svg_canvas_end_part() becomes an element of its own in an SVG. Parts
 * are not nested. On other surfaces this does nothing.
 */
void
atlas_svg_canvas_begin_part (cairo_t *cr, const char *kind, const char *ids)
{
  AtlasSvgCanvas *self = get_canvas (cr);
  g_autofree char *address = NULL;
  AtlasSvgPart *part;

  if (self == NULL)
    return;
  g_assert (!self->is_in_part);
  self->is_in_part = TRUE;
  part = g_new0 (AtlasSvgPart, 1);
  part->kind = g_strdup (kind);
  part->ids = g_strdup (ids);
  part->opacity = 1;
  address = g_strdup_printf (ATLAS_SVG_MARK "b%u", self->parts->len);
  g_ptr_array_add (self->parts, part);
  draw_mark_of_part (cr, address);
}

/**
 * atlas_svg_canvas_end_part:
 * @cr: a context
 *
 * Ends the part that began last.
 */
void
atlas_svg_canvas_end_part (cairo_t *cr)
{
  AtlasSvgCanvas *self = get_canvas (cr);
  g_autofree char *address = NULL;

  if (self == NULL)
    return;
  g_assert (self->is_in_part);
  self->is_in_part = FALSE;
  address = g_strdup_printf (ATLAS_SVG_MARK "e%u", self->parts->len - 1);
  draw_mark_of_part (cr, address);
}

/**
 * atlas_svg_append_id:
 * @ids: a list of ids with spaces between
 * @id: the id of a record, any text
 *
 * Appends @id. Characters that would divide it or that XML does not allow are written as in a URI,
 * such as "%20"; g_uri_unescape_string() reads it.
 */
void
atlas_svg_append_id (GString *ids, const char *id)
{
  if (ids->len > 0)
    g_string_append_c (ids, ' ');
  g_string_append_uri_escaped (ids, id, ALLOWED_IN_IDS, FALSE);
}

/* Returns the part that is being drawn, or NULL. */
static AtlasSvgPart *
get_part (cairo_t *cr)
{
  AtlasSvgCanvas *self = get_canvas (cr);

  return self != NULL && self->is_in_part ? self->parts->pdata[self->parts->len - 1] : NULL;
}

/**
 * atlas_svg_canvas_push_group:
 * @cr: a context
 *
 * Begins a translucent group, which contains everything that the part shows. An SVG states the
 * opacity of the part instead: text in a group of cairo is only used from a definition, so that it
 * can neither be found nor copied, and cairo 1.16 leaks the images in it.
 */
void
atlas_svg_canvas_push_group (cairo_t *cr)
{
  if (get_part (cr) == NULL)
    cairo_push_group (cr);
}

/**
 * atlas_svg_canvas_pop_group:
 * @cr: a context
 * @opacity: the opacity of the group, 0…1
 *
 * Ends a translucent group.
 */
void
atlas_svg_canvas_pop_group (cairo_t *cr, double opacity)
{
  AtlasSvgPart *part = get_part (cr);

  if (part != NULL)
    {
      part->opacity = opacity;
      return;
    }
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, opacity);
}
