/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-docx-private.h"

/* The runs of a document for Word and WPS: text of one language and style. */

/* Adds the languages of Latin letters and of Han and Korean ones, for spelling and speech. */
void
_atlas_docx_add_language (AtlasOfficeXml *xml, AtlasLanguage language)
{
  atlas_office_xml_add (xml, "w:lang", "w:val", "en-GB", "w:eastAsia",
                        language == ATLAS_LANGUAGE_KO ? "ko-KR" : "zh-CN", NULL);
}

static void
begin_run (AtlasOfficeXml *xml, AtlasLanguage language, const char *style)
{
  atlas_office_xml_begin (xml, "w:r", NULL);
  atlas_office_xml_begin (xml, "w:rPr", NULL);
  if (style != NULL)
    atlas_office_xml_add (xml, "w:rStyle", "w:val", style, NULL);
  /* Quotation marks and dashes take the font of the language around them. */
  if (language != ATLAS_LANGUAGE_EN)
    atlas_office_xml_add (xml, "w:rFonts", "w:hint", "eastAsia", NULL);
  _atlas_docx_add_language (xml, language);
  atlas_office_xml_end (xml);
}

/* Adds text with the character style @style, or NULL. */
void
_atlas_docx_add_run (AtlasOfficeXml *xml,
                     AtlasLanguage language,
                     const char *style,
                     const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  if (*text == '\0')
    return;
  begin_run (xml, language, style);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        atlas_office_xml_add (xml, "w:br", NULL);
      atlas_office_xml_begin (xml, "w:t", "xml:space", "preserve", NULL);
      atlas_office_xml_add_text (xml, lines[i]);
      atlas_office_xml_end (xml);
    }
  atlas_office_xml_end (xml);
}

static void
add_mark (AtlasOfficeXml *xml, AtlasLanguage language, const char *style, const char *type)
{
  begin_run (xml, language, style);
  atlas_office_xml_add (xml, "w:fldChar", "w:fldCharType", type, NULL);
  atlas_office_xml_end (xml);
}

/* Adds a field, which the program that shows the document computes; until then it shows @result. */
void
_atlas_docx_add_field (AtlasOfficeXml *xml,
                       AtlasLanguage language,
                       const char *style,
                       const char *code,
                       const char *result)
{
  add_mark (xml, language, style, "begin");
  begin_run (xml, language, style);
  atlas_office_xml_begin (xml, "w:instrText", "xml:space", "preserve", NULL);
  atlas_office_xml_add_text (xml, code);
  atlas_office_xml_end (xml);
  atlas_office_xml_end (xml);
  add_mark (xml, language, style, "separate");
  _atlas_docx_add_run (xml, language, style, result);
  add_mark (xml, language, style, "end");
}
