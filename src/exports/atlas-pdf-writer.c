/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-pdf-writer.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "atlas-output.h"
#include "atlas-summary-painter.h"

/*
 * Writes a summary as a PDF: its pages, and title, outline, page labels and language for PDF
 * viewers.
 *
 * cairo writes all of this except the language, which screen readers need for pronunciation, and
 * the statement that the file is tagged, without which they ignore its structure. Both are added as
 * an incremental update at the end of the file, which contains the catalogue again. The PDF has
 * version 1.4, because its cross-reference table is text in every version of cairo and can
 * be extended.
 */

/**
 * atlas_pdf_writer_describe:
 * @surface: a PDF surface
 * @summary: the summary whose pages are drawn on it
 *
 * Sets title, author, source and date of the file.
 */
void
atlas_pdf_writer_describe (cairo_surface_t *surface, AtlasSummary *summary)
{
  g_autofree char *date =
    g_date_time_format (atlas_summary_get_print_date (summary), "%Y-%m-%dT%H:%M:%S%:z");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  atlas_summary_get_title (summary));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR,
                                  atlas_summary_get_author (summary));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                  atlas_summary_get_origin (summary));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR,
                                  "Jilin Atlas " ATLAS_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

static void
add_outline (cairo_surface_t *surface, AtlasSummary *summary)
{
  for (guint i = 0; i < atlas_summary_get_n_sections (summary); i++)
    {
      const char *anchor;
      const char *title = atlas_summary_get_section (summary, i, &anchor, NULL);
      g_autofree char *attributes = g_strdup_printf ("dest='%s'", anchor);

      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, title, attributes,
                                     (cairo_pdf_outline_flags_t) 0);
    }
}

static gboolean
draw_pages (cairo_surface_t *surface,
            AtlasSummary *summary,
            GCancellable *cancellable,
            AtlasProgressFunc progress,
            gpointer progress_data,
            GError **error)
{
  const guint n_pages = atlas_summary_get_n_pages (summary);
  cairo_t *cr = cairo_create (surface);
  gboolean cancelled = FALSE;

  /* One element contains all others, as PDF requires. */
  cairo_tag_begin (cr, "Document", NULL);
  for (guint page = 0; page < n_pages && !cancelled; page++)
    {
      g_autofree char *label = g_strdup_printf ("%u", page + 1);

      cancelled = g_cancellable_set_error_if_cancelled (cancellable, error);
      cairo_pdf_surface_set_page_label (surface, label);
      atlas_summary_painter_paint (cr, summary, page);
      /* End the element on the last page: cairo 1.18 adds an empty page for one that ends later. */
      if (page + 1 == n_pages)
        cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
      if (progress != NULL)
        progress ((page + 1.0) / n_pages, progress_data);
    }
  cairo_destroy (cr);
  return !cancelled;
}

/* Returns the last occurrence of @words in @bytes, which may contain any bytes before. */
static const char *
find_last (GByteArray *bytes, const char *words)
{
  const gsize length = strlen (words);

  for (gsize i = bytes->len; i >= length; i--)
    if (memcmp (bytes->data + i - length, words, length) == 0)
      return (const char *) bytes->data + i - length;
  return NULL;
}

/* Reads the number after @key in the trailer. */
static gboolean
read_number (const char *trailer, const char *key, guint64 *number)
{
  const char *found = strstr (trailer, key);

  if (found == NULL)
    return FALSE;
  *number = g_ascii_strtoull (found + strlen (key), NULL, 10);
  return TRUE;
}

/* Appends the catalogue with the language and the statement that the file has structure elements,
 * and a cross-reference table with its new position. */
static void
complete_catalogue (GByteArray *bytes, AtlasLanguage language)
{
  g_autofree char *head = NULL;
  g_autoptr (GString) update = g_string_new (NULL);
  const char *trailer, *begin, *end;
  guint64 root, info, size, former;
  gsize offset, table;

  /* Add a NUL after the end, so that string functions can be used. */
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  bytes->len--;
  trailer = find_last (bytes, "trailer");
  if (trailer == NULL || !read_number (trailer, "/Root ", &root) ||
      !read_number (trailer, "/Info ", &info) || !read_number (trailer, "/Size ", &size) ||
      !read_number (trailer, "startxref\n", &former))
    return;
  head = g_strdup_printf ("\n%" G_GUINT64_FORMAT " 0 obj\n<<", root);
  begin = find_last (bytes, head);
  end = begin != NULL ? strstr (begin, "\nendobj") : NULL;
  if (end == NULL)
    return;
  offset = bytes->len;
  g_string_append_len (update, begin + 1, (gssize) strlen (head) - 1);
  g_string_append_printf (update, " /Lang (%s)", atlas_language_get_pango_tag (language));
  if (g_strstr_len (begin, end - begin, "/MarkInfo") == NULL)
    g_string_append (update, " /MarkInfo << /Marked true >>");
  g_string_append_len (update, begin + strlen (head), end - begin - (gssize) strlen (head));
  g_string_append (update, "\nendobj\n");
  table = offset + update->len;
  g_string_append_printf (
    update, "xref\n%" G_GUINT64_FORMAT " 1\n%010" G_GSIZE_FORMAT " 00000 n \n", root, offset);
  g_string_append_printf (update,
                          "trailer\n<< /Size %" G_GUINT64_FORMAT " /Root %" G_GUINT64_FORMAT
                          " 0 R /Info %" G_GUINT64_FORMAT " 0 R /Prev %" G_GUINT64_FORMAT " >>\n",
                          size, root, info, former);
  g_string_append_printf (update, "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", table);
  g_byte_array_append (bytes, (const guint8 *) update->str, (guint) update->len);
}

/**
 * atlas_pdf_writer_write:
 * @summary: a summary
 * @cancellable: (nullable): a cancellable, which is checked between pages
 * @progress: (nullable): a progress callback
 * @progress_data: data for @progress
 * @error: return location for a #GError of %G_IO_ERROR
 *
 * Returns: (transfer full): a PDF file, with the same bytes for the same facts and date; or %NULL
 */
GBytes *
atlas_pdf_writer_write (AtlasSummary *summary,
                        GCancellable *cancellable,
                        AtlasProgressFunc progress,
                        gpointer progress_data,
                        GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  const AtlasPageMetrics *metrics;
  cairo_surface_t *surface;
  cairo_status_t status;
  gboolean drawn;

  g_return_val_if_fail (ATLAS_IS_SUMMARY (summary), NULL);

  metrics = atlas_summary_get_metrics (summary);
  surface = cairo_pdf_surface_create_for_stream (atlas_output_append, bytes, metrics->width,
                                                 metrics->height);
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  atlas_pdf_writer_describe (surface, summary);
  add_outline (surface, summary);
  drawn = draw_pages (surface, summary, cancellable, progress, progress_data, error);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!drawn)
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _("The pages could not be drawn: %s."), cairo_status_to_string (status));
      return NULL;
    }
  complete_catalogue (bytes, atlas_summary_get_language (summary));
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
