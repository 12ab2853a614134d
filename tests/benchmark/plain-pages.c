/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdlib.h>

/* Measures the cost of pages with only text: plain-pages FILE N-PAGES reads text from standard
 * input and fills that many A4 pages, repeating the text if necessary. It uses cairo and Pango as
 * in their manuals. */

#define WIDTH 595.276
#define HEIGHT 841.89
#define MARGIN 57.0
#define N_LINES 48

static char *
read_text (void)
{
  g_autoptr (GIOChannel) input = g_io_channel_unix_new (0);
  char *text = NULL;

  if (g_io_channel_read_to_end (input, &text, NULL, NULL) != G_IO_STATUS_NORMAL)
    exit (EXIT_FAILURE);
  return text;
}

static void
show_lines (cairo_t *cr, PangoLayout *layout, char **lines, guint *next)
{
  for (guint i = 0; i < N_LINES; i++)
    {
      pango_layout_set_text (layout, lines[*next], -1);
      cairo_move_to (cr, MARGIN, MARGIN + i * (HEIGHT - 2 * MARGIN) / N_LINES);
      pango_cairo_show_layout (cr, layout);
      *next = lines[*next + 1] != NULL ? *next + 1 : 0;
    }
  cairo_show_page (cr);
}

int
main (int argc, char *argv[])
{
  g_autofree char *text = read_text ();
  g_auto (GStrv) lines = g_strsplit (g_strchomp (text), "\n", -1);
  PangoFontDescription *font = pango_font_description_from_string ("Noto Sans CJK SC 9");
  cairo_surface_t *surface = cairo_pdf_surface_create (argv[1], WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  PangoLayout *layout = pango_cairo_create_layout (cr);
  const int n_pages = atoi (argv[2]);
  guint next = 0;
  cairo_status_t status;

  pango_context_set_language (pango_layout_get_context (layout),
                              pango_language_from_string ("zh-cn"));
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  for (int page = 0; page < n_pages; page++)
    show_lines (cr, layout, lines, &next);
  g_object_unref (layout);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status == CAIRO_STATUS_SUCCESS ? EXIT_SUCCESS : EXIT_FAILURE;
}
