/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-docx-private.h"

#include "atlas-description.h"
#include "atlas-print-date.h"
#include "atlas-translation.h"

/*
 * The pages of a document for Word and WPS: paper, margins and footer. The program that shows the
 * document breaks the pages and counts them.
 */

/* From the base line of the footer to its lower edge, in points. */
#define FOOTER_DEPTH 4.0

#define FOOTER_TYPE ATLAS_DOCX_TYPE ("footer")

/* Footer -------------------------------------------------------------------------------------- */

static void
add_tab (AtlasOfficeXml *xml)
{
  atlas_office_xml_begin (xml, "w:r", NULL);
  atlas_office_xml_add (xml, "w:tab", NULL);
  atlas_office_xml_end (xml);
}

static void
add_folio (AtlasOfficeXml *xml, AtlasSummary *summary)
{
  const AtlasPageSetup *setup = atlas_summary_get_page_setup (summary);
  const AtlasLanguage language = setup->language;
  const char *fields[] = { " PAGE ", " NUMPAGES " };
  /* Translators: the number of a page, and how many there are. */
  const char *format = setup->layout == ATLAS_PAGE_LAYOUT_OFFICIAL
                         ? "— %u —"
                         : atlas_translate (language, "Page %u of %u");
  g_auto (GStrv) words = g_strsplit (format, "%u", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (i > 0 && i <= G_N_ELEMENTS (fields))
        _atlas_docx_add_field (xml, language, NULL, fields[i - 1], "1");
      _atlas_docx_add_run (xml, language, NULL, words[i]);
    }
}

/* The source and the date on one side, the number of the page on the other. */
static GBytes *
make_footer (AtlasSummary *summary, gboolean is_mirrored)
{
  const AtlasPageMetrics *metrics = atlas_summary_get_metrics (summary);
  const AtlasLanguage language = atlas_summary_get_language (summary);
  g_autofree char *day =
    atlas_print_date_describe (atlas_summary_get_print_date (summary), language);
  /* Translators: the date on which a page was printed. */
  g_autofree char *printing = g_strdup_printf (atlas_translate (language, "Printed %s"), day);
  g_autofree char *words = atlas_join_facts (atlas_summary_get_origin (summary), printing, NULL);
  g_autofree char *edge = g_strdup_printf ("%.0f", atlas_page_metrics_get_text_width (metrics) *
                                                     ATLAS_DOCX_UNITS_PER_POINT);
  AtlasOfficeXml *xml = atlas_office_xml_new ();

  atlas_office_xml_begin (xml, "w:ftr", "xmlns:w", ATLAS_DOCX_NAMESPACE, NULL);
  atlas_office_xml_begin (xml, "w:p", NULL);
  atlas_office_xml_begin (xml, "w:pPr", NULL);
  atlas_office_xml_add (xml, "w:pStyle", "w:val", _atlas_docx_get_style (ATLAS_TEXT_ROLE_FOOTER),
                        NULL);
  atlas_office_xml_begin (xml, "w:tabs", NULL);
  atlas_office_xml_add (xml, "w:tab", "w:val", "right", "w:pos", edge, NULL);
  atlas_office_xml_end (xml);
  atlas_office_xml_end (xml);
  if (is_mirrored)
    add_folio (xml, summary);
  else
    _atlas_docx_add_run (xml, language, NULL, words);
  add_tab (xml);
  if (is_mirrored)
    _atlas_docx_add_run (xml, language, NULL, words);
  else
    add_folio (xml, summary);
  return atlas_office_xml_free_to_bytes (xml);
}

static void
add_footer (AtlasOfficePackage *package,
            AtlasOfficeXml *xml,
            AtlasSummary *summary,
            const char *name,
            const char *type)
{
  g_autofree char *path = g_strconcat ("word/", name, NULL);
  const char *id = atlas_office_package_relate (package, ATLAS_DOCX_DOCUMENT,
                                                ATLAS_DOCX_RELATIONS "/footer", name);

  atlas_office_package_take_part (package, path, FOOTER_TYPE,
                                  make_footer (summary, g_str_equal (type, "even")));
  atlas_office_xml_add (xml, "w:footerReference", "w:type", type, "r:id", id, NULL);
}

/* Pages --------------------------------------------------------------------------------------- */

static char *
measure (double points)
{
  return g_strdup_printf ("%.0f", points * ATLAS_DOCX_UNITS_PER_POINT);
}

static void
add_size (AtlasOfficeXml *xml, const AtlasPageMetrics *metrics)
{
  g_autofree char *width = measure (metrics->width);
  g_autofree char *height = measure (metrics->height);

  atlas_office_xml_add (xml, "w:pgSz", "w:w", width, "w:h", height, "w:orient",
                        metrics->width > metrics->height ? "landscape" : "portrait", NULL);
}

static void
add_margins (AtlasOfficeXml *xml, const AtlasPageMetrics *metrics)
{
  g_autofree char *top = measure (metrics->top);
  g_autofree char *bottom = measure (metrics->height - metrics->top - metrics->frame.height);
  g_autofree char *left = measure (metrics->left);
  g_autofree char *right =
    measure (metrics->width - metrics->left - atlas_page_metrics_get_text_width (metrics));
  g_autofree char *footer = measure (metrics->height - metrics->footer - FOOTER_DEPTH);

  atlas_office_xml_add (xml, "w:pgMar", "w:top", top, "w:right", right, "w:bottom", bottom,
                        "w:left", left, "w:header", "0", "w:footer", footer, "w:gutter", "0", NULL);
}

/* Adds the paper, the margins and the footer at the end of the body, where Word expects them. */
void
_atlas_docx_add_section (AtlasOfficePackage *package, AtlasOfficeXml *xml, AtlasSummary *summary)
{
  const AtlasPageMetrics *metrics = atlas_summary_get_metrics (summary);

  atlas_office_xml_begin (xml, "w:sectPr", NULL);
  if (atlas_summary_get_page_setup (summary)->layout == ATLAS_PAGE_LAYOUT_OFFICIAL)
    add_footer (package, xml, summary, "footer2.xml", "even");
  add_footer (package, xml, summary, "footer1.xml", "default");
  add_size (xml, metrics);
  add_margins (xml, metrics);
  if (metrics->frame.n_columns > 1)
    {
      g_autofree char *number = g_strdup_printf ("%u", metrics->frame.n_columns);
      g_autofree char *gap = measure (metrics->frame.column_gap);

      atlas_office_xml_add (xml, "w:cols", "w:num", number, "w:space", gap, NULL);
    }
  atlas_office_xml_end (xml);
}

/* Adds the settings: in the official layout, front and back of a sheet have mirrored margins and
 * footers. */
void
_atlas_docx_add_settings (AtlasOfficePackage *package, const AtlasPageSetup *setup)
{
  const gboolean is_official = setup->layout == ATLAS_PAGE_LAYOUT_OFFICIAL;
  AtlasOfficeXml *xml = atlas_office_xml_new ();

  atlas_office_xml_begin (xml, "w:settings", "xmlns:w", ATLAS_DOCX_NAMESPACE, NULL);
  if (is_official)
    atlas_office_xml_add (xml, "w:mirrorMargins", NULL);
  if (is_official)
    atlas_office_xml_add (xml, "w:evenAndOddHeaders", NULL);
  atlas_office_xml_begin (xml, "w:footnotePr", NULL);
  atlas_office_xml_add (xml, "w:footnote", "w:id", "-1", NULL);
  atlas_office_xml_add (xml, "w:footnote", "w:id", "0", NULL);
  atlas_office_xml_end (xml);
  /* The version of the layout of Word: without it, Word shows the document in the mode of 2007. */
  atlas_office_xml_begin (xml, "w:compat", NULL);
  atlas_office_xml_add (xml, "w:compatSetting", "w:name", "compatibilityMode", "w:uri",
                        "http://schemas.microsoft.com/office/word", "w:val", "15", NULL);
  atlas_office_xml_end (xml);
  atlas_office_package_relate (package, ATLAS_DOCX_DOCUMENT, ATLAS_DOCX_RELATIONS "/settings",
                               "settings.xml");
  atlas_office_package_take_part (package, "word/settings.xml", ATLAS_DOCX_TYPE ("settings"),
                                  atlas_office_xml_free_to_bytes (xml));
}
