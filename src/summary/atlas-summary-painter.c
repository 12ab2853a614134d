/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-summary-painter.h"

#include "atlas-description.h"
#include "atlas-print-date.h"
#include "atlas-summary-private.h"
#include "atlas-translation.h"

/*
 * Draws a page of a summary: its blocks and its footer.
 *
 * All coordinates are in points. On a PDF surface anchors become link targets and blocks structure
 * elements, by which a screen reader finds headings and the cells of a row; other surfaces ignore
 * both. The footer belongs to no element.
 */

/* The space between the left and the right text of the footer. */
#define FOOTER_GAP 24.0

static void
draw_part (cairo_t *cr, const AtlasPart *part)
{
  const char *anchor = part->first_row == 0 ? part->block->anchor : NULL;
  double y = part->y;
  guint heading;

  cairo_tag_begin (cr, part->block->tag, NULL);
  if (anchor != NULL)
    {
      g_autofree char *attributes = g_strdup_printf ("name='%s'", anchor);

      cairo_tag_begin (cr, CAIRO_TAG_DEST, attributes);
    }
  cairo_save (cr);
  cairo_translate (cr, part->x, y);
  atlas_block_draw_head (part->block, cr);
  cairo_restore (cr);
  y += part->block->head_height;
  if (atlas_block_get_heading (part->block, part->first_row, &heading))
    {
      cairo_save (cr);
      cairo_translate (cr, part->x, y);
      atlas_block_draw_heading (part->block, cr, heading);
      cairo_restore (cr);
      y += atlas_block_get_row (part->block, heading)->height;
    }
  for (guint row = part->first_row; row < part->first_row + part->n_rows; row++)
    {
      cairo_save (cr);
      cairo_translate (cr, part->x, y);
      atlas_block_draw_row (part->block, cr, row);
      cairo_restore (cr);
      y += atlas_block_get_row (part->block, row)->height;
    }
  if (anchor != NULL)
    cairo_tag_end (cr, CAIRO_TAG_DEST);
  cairo_tag_end (cr, part->block->tag);
}

static char *
describe_printing (AtlasSummary *summary)
{
  const AtlasLanguage language = atlas_summary_get_language (summary);
  g_autofree char *day =
    atlas_print_date_describe (atlas_summary_get_print_date (summary), language);

  /* Translators: the date on which a page was printed. */
  return g_strdup_printf (atlas_translate (language, "Printed %s"), day);
}

/* Draws the left text, which may be shortened, and the right text, which may not; with @mirrored
 * they are exchanged. */
static void
draw_foot_line (cairo_t *cr,
                PangoLayout *words,
                PangoLayout *number,
                double baseline,
                double width,
                gboolean mirrored)
{
  const double number_width = atlas_typesetter_get_width_of (number);
  double words_width;

  pango_layout_set_width (words, (int) (MAX (width - number_width - FOOTER_GAP, 1) * PANGO_SCALE));
  pango_layout_set_ellipsize (words, PANGO_ELLIPSIZE_END);
  words_width = atlas_typesetter_get_width_of (words);
  atlas_typesetter_show (cr, words, mirrored ? width - words_width : 0,
                         baseline - atlas_typesetter_get_baseline_of (words));
  atlas_typesetter_show (cr, number, mirrored ? 0 : width - number_width,
                         baseline - atlas_typesetter_get_baseline_of (number));
}

static void
draw_foot (cairo_t *cr, AtlasSummary *summary, guint page)
{
  const AtlasPageMetrics *metrics = atlas_summary_get_metrics (summary);
  AtlasTypesetter *typesetter = summary->manuscript.typesetter;
  const AtlasLanguage language = atlas_summary_get_language (summary);
  const gboolean official = atlas_typesetter_get_layout (typesetter) == ATLAS_PAGE_LAYOUT_OFFICIAL;
  const guint n_pages = atlas_summary_get_n_pages (summary);
  g_autofree char *printing = describe_printing (summary);
  g_autofree char *origin = atlas_join_facts (atlas_summary_get_origin (summary), printing, NULL);
  g_autofree char *line = atlas_join_facts (atlas_summary_get_title (summary), origin, NULL);
  g_autofree char *folio =
    official ? g_strdup_printf ("— %u / %u —", page + 1, n_pages)
             /* Translators: the number of a page, and how many there are. */
             : g_strdup_printf (atlas_translate (language, "Page %u of %u"), page + 1, n_pages);
  g_autoptr (PangoLayout) words = atlas_typesetter_set (typesetter, ATLAS_TEXT_ROLE_FOOTER, line);
  g_autoptr (PangoLayout) number = atlas_typesetter_set (typesetter, ATLAS_TEXT_ROLE_FOLIO, folio);

  /* If the footer is too long, leave out the title, which is on the first page; source and date
   * stay on every page. */
  if (atlas_typesetter_get_width_of (words) + FOOTER_GAP + atlas_typesetter_get_width_of (number) >
      atlas_page_metrics_get_text_width (metrics))
    pango_layout_set_text (words, origin, -1);
  cairo_save (cr);
  cairo_translate (cr, atlas_page_metrics_get_left (metrics, page), 0);
  /* For left binding, page numbers are at the outer edge. */
  draw_foot_line (cr, words, number, metrics->footer, atlas_page_metrics_get_text_width (metrics),
                  official && page % 2 == 1);
  cairo_restore (cr);
}

/**
 * atlas_summary_painter_paint:
 * @cr: a context on any kind of surface, with points as unit and the origin at the upper left
 *   corner of the paper
 * @summary: a summary
 * @page: the index of the page, from 0
 *
 * Draws a page without a background. Any thread may call this function; it waits while another
 * thread draws a page of @summary.
 */
void
atlas_summary_painter_paint (cairo_t *cr, AtlasSummary *summary, guint page)
{
  const AtlasPageMetrics *metrics;
  AtlasSummaryLayout *layout;

  g_return_if_fail (ATLAS_IS_SUMMARY (summary));
  g_return_if_fail (page < atlas_summary_get_n_pages (summary));

  metrics = atlas_summary_get_metrics (summary);
  layout = summary->layout;
  g_mutex_lock (&summary->lock);
  cairo_save (cr);
  cairo_translate (cr, atlas_page_metrics_get_left (metrics, page), metrics->top);
  for (guint i = 0; i < atlas_summary_layout_get_n_parts (layout, page); i++)
    draw_part (cr, atlas_summary_layout_get_part (layout, page, i));
  cairo_restore (cr);
  draw_foot (cr, summary, page);
  g_mutex_unlock (&summary->lock);
}
