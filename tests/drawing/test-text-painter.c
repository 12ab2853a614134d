/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-text-painter.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gstdio.h>

#define WIDTH 400
#define HEIGHT 60

/* Includes characters that cairo has lost in PDFs. */
#define WORDS "故如此记长春abc"
#define N_WORDS 9

typedef void (*ShowFunc) (cairo_t *cr, PangoLayout *layout);

static PangoLayout *
new_layout (const char *words)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) font =
    pango_font_description_from_string ("Noto Sans CJK SC 24px");

  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, words, -1);
  g_object_unref (context);
  return layout;
}

static void
show (cairo_surface_t *surface, ShowFunc show_layout)
{
  g_autoptr (PangoLayout) layout = new_layout (WORDS);
  cairo_t *cr = cairo_create (surface);

  cairo_move_to (cr, 10, 10);
  show_layout (cr, layout);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
}

/* The position of a character, in whole points. */
static void
locate (guint index, double *from, double *to)
{
  g_autoptr (PangoLayout) layout = new_layout (WORDS);
  const char *text = pango_layout_get_text (layout);
  PangoRectangle box;

  pango_layout_index_to_pos (layout, (int) (g_utf8_offset_to_pointer (text, index) - text), &box);
  *from = 10 + (double) box.x / PANGO_SCALE;
  *to = *from + (double) box.width / PANGO_SCALE;
}

/* Renders the file with another program; returns rows of grey bytes. */
static guint8 *
draw_file (const char *path)
{
  const char *arguments[] = { "pdftoppm", "-r", "72", "-gray", path, NULL };
  g_autoptr (GSubprocess) process =
    g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const char *pixels;
  gsize size;

  g_assert_nonnull (process);
  g_subprocess_communicate (process, NULL, NULL, &bytes, NULL, &error);
  g_assert_no_error (error);
  pixels = g_bytes_get_data (bytes, &size);
  g_assert_cmpuint (size, >, WIDTH * HEIGHT);
  return g_memdup2 (pixels + size - WIDTH * HEIGHT, WIDTH * HEIGHT);
}

static double
sum_ink (const guint8 *pixels, gsize stride, double from, double to)
{
  double ink = 0;

  for (guint y = 0; y < HEIGHT; y++)
    for (guint x = (guint) from; x < (guint) to; x++)
      ink += (255 - pixels[y * stride + x]) / 255.0;
  return ink;
}

/* Draws text as PDF and as image, and compares the ink of each character. */
static void
test_whole_characters (void)
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-text-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "words.pdf", NULL);
  cairo_surface_t *pdf = cairo_pdf_surface_create (path, WIDTH, HEIGHT);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_A8, WIDTH, HEIGHT);
  g_autofree guint8 *drawn = NULL;
  g_autofree guint8 *expected = g_malloc (WIDTH * HEIGHT);

  show (pdf, atlas_text_painter_show);
  cairo_surface_destroy (pdf);
  show (image, pango_cairo_show_layout);
  cairo_surface_flush (image);
  for (guint i = 0; i < WIDTH * HEIGHT; i++)
    expected[i] =
      255 - cairo_image_surface_get_data (
              image)[i / WIDTH * (guint) cairo_image_surface_get_stride (image) + i % WIDTH];
  drawn = draw_file (path);
  for (guint i = 0; i < N_WORDS; i++)
    {
      double from, to, ink;

      locate (i, &from, &to);
      ink = sum_ink (expected, WIDTH, from, to);
      g_assert_cmpfloat (ink, >, 20);
      g_assert_cmpfloat (sum_ink (drawn, WIDTH, from, to), >, 0.7 * ink);
      g_assert_cmpfloat (sum_ink (drawn, WIDTH, from, to), <, 1.4 * ink);
    }
  cairo_surface_destroy (image);
  g_assert_no_errno (g_remove (path));
  g_assert_no_errno (g_rmdir (folder));
}

/* On screen, Pango draws the text, with identical pixels. */
static void
test_same_on_screen (void)
{
  cairo_surface_t *surfaces[2];

  for (guint i = 0; i < 2; i++)
    {
      surfaces[i] = cairo_image_surface_create (CAIRO_FORMAT_A8, WIDTH, HEIGHT);
      show (surfaces[i], i == 0 ? atlas_text_painter_show : pango_cairo_show_layout);
      cairo_surface_flush (surfaces[i]);
    }
  g_assert_cmpmem (cairo_image_surface_get_data (surfaces[0]),
                   (gsize) HEIGHT * (gsize) cairo_image_surface_get_stride (surfaces[0]),
                   cairo_image_surface_get_data (surfaces[1]),
                   (gsize) HEIGHT * (gsize) cairo_image_surface_get_stride (surfaces[1]));
  for (guint i = 0; i < 2; i++)
    cairo_surface_destroy (surfaces[i]);
}

/* Missing letters and right-to-left letters do not crash. */
static void
test_odd_letters (void)
{
  const char *words[] = {
    "", "\n", "\u202e\u0301 右", "\U0010fffd\U000e0001", "שלום abc", "\ufffc"
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      cairo_surface_t *pdf = cairo_pdf_surface_create (NULL, WIDTH, HEIGHT);
      cairo_t *cr = cairo_create (pdf);
      g_autoptr (PangoLayout) layout = new_layout (words[i]);

      cairo_move_to (cr, 10, 10);
      atlas_text_painter_show (cr, layout);
      cairo_show_page (cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_finish (pdf);
      g_assert_cmpint (cairo_surface_status (pdf), ==, CAIRO_STATUS_SUCCESS);
      cairo_surface_destroy (pdf);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/text-painter/whole-characters", test_whole_characters);
  g_test_add_func ("/drawing/text-painter/same-on-screen", test_same_on_screen);
  g_test_add_func ("/drawing/text-painter/odd-letters", test_odd_letters);
  return g_test_run ();
}
