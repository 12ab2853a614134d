/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-png.h"

#include <math.h>
#include <png.h>
#include <string.h>

/* Writes a PNG with its resolution and words. cairo writes neither, so that a program would print
 * the picture at another size, and its origin would be lost when it is sent on. */

#define METRES_PER_INCH 0.0254

/* libpng must not write to the standard error, and must not return from an error. */
static void
error_cb (png_structp png, png_const_charp message)
{
  png_longjmp (png, 1);
}

static void
warning_cb (png_structp png, png_const_charp message)
{
}

static void
write_cb (png_structp png, png_bytep data, png_size_t length)
{
  g_byte_array_append (png_get_io_ptr (png), data, (guint) length);
}

static void
flush_cb (png_structp png)
{
}

static void
set_words (png_structp png, png_infop info, const char *title, const char *description)
{
  char *words[][2] = {
    { (char *) "Title", (char *) title },
    { (char *) "Description", (char *) description },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const png_text text = {
        .compression = PNG_ITXT_COMPRESSION_NONE, /* UTF-8 */
        .key = words[i][0],
        .text = words[i][1],
        .itxt_length = strlen (words[i][1]),
      };

      if (*words[i][1] != '\0')
        png_set_text (png, info, &text, 1);
    }
}

static void
write_rows (png_structp png, cairo_surface_t *surface)
{
  const guint8 *row = cairo_image_surface_get_data (surface);
  const int stride = cairo_image_surface_get_stride (surface);

  /* A pixel of cairo is a number of 32 bits with an unused byte at the top. */
  png_set_filler (png, 0, G_BYTE_ORDER == G_LITTLE_ENDIAN ? PNG_FILLER_AFTER : PNG_FILLER_BEFORE);
  if (G_BYTE_ORDER == G_LITTLE_ENDIAN)
    png_set_bgr (png);
  for (int i = 0; i < cairo_image_surface_get_height (surface); i++, row += stride)
    png_write_row (png, row);
}

/**
 * atlas_png_append:
 * @bytes: an array
 * @surface: an image surface of %CAIRO_FORMAT_RGB24 without an error
 * @dots_per_inch: the resolution, which the file states
 * @title: the title, plain text
 * @description: the origin, plain text
 *
 * Appends @surface as a PNG. Empty words are left out.
 *
 * Returns: whether that succeeded; otherwise @bytes has a part of it
 */
gboolean
atlas_png_append (GByteArray *bytes,
                  cairo_surface_t *surface,
                  double dots_per_inch,
                  const char *title,
                  const char *description)
{
  const png_uint_32 per_metre = (png_uint_32) lround (dots_per_inch / METRES_PER_INCH);
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, NULL, error_cb, warning_cb);
  png_infop info;

  g_return_val_if_fail (cairo_image_surface_get_format (surface) == CAIRO_FORMAT_RGB24, FALSE);

  if (png == NULL)
    return FALSE;
  info = png_create_info_struct (png);
  /* libpng jumps here after an error. */
  if (info == NULL || setjmp (png_jmpbuf (png)) != 0)
    {
      png_destroy_write_struct (&png, &info);
      return FALSE;
    }
  cairo_surface_flush (surface);
  png_set_write_fn (png, bytes, write_cb, flush_cb);
  png_set_IHDR (png, info, (png_uint_32) cairo_image_surface_get_width (surface),
                (png_uint_32) cairo_image_surface_get_height (surface), 8, PNG_COLOR_TYPE_RGB,
                PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_pHYs (png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
  set_words (png, info, title, description);
  png_write_info (png, info);
  write_rows (png, surface);
  png_write_end (png, info);
  png_destroy_write_struct (&png, &info);
  return TRUE;
}
