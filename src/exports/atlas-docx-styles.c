/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-docx-private.h"

/*
 * The styles of a document for Word and WPS: one for each role of text on a page, with its size.
 *
 * Fonts are named and not embedded: the offices that edit the document have them, and others
 * replace them by the alternative name and the kind of font that the font table states.
 */

typedef enum
{
  FAMILY_BODY,
  FAMILY_HEADING,
  FAMILY_TITLE,
  N_FAMILIES
} Family;

#define LATIN_FONT "Times New Roman"

/* The fonts of Chinese official documents, also for Chinese names in English text. */
static const char *const fonts[ATLAS_N_LANGUAGES][N_FAMILIES] = {
  [ATLAS_LANGUAGE_ZH] = { "仿宋", "黑体", "方正小标宋简体" },
  [ATLAS_LANGUAGE_EN] = { "仿宋", "黑体", "方正小标宋简体" },
  [ATLAS_LANGUAGE_KO] = { "바탕", "맑은 고딕", "바탕" },
};

/* For programs without these fonts: other names, and the kind of font. */
static const struct
{
  const char *name;
  const char *other;
  const char *charset; /* 86: simplified Chinese, 81: Korean, 00: Latin */
  const char *family;
} font_table[] = {
  { LATIN_FONT, "Liberation Serif", "00", "roman" },
  { "仿宋", "FangSong", "86", "modern" },
  { "黑体", "SimHei", "86", "modern" },
  { "方正小标宋简体", "FZXiaoBiaoSong-B05S", "86", "roman" },
  { "바탕", "Batang", "81", "roman" },
  { "맑은 고딕", "Malgun Gothic", "81", "swiss" },
};

#define QUIET "5C5E66"
#define ACCENT "174D85"

/* @before and @after are white space, as a multiple of the size of the text. */
typedef struct
{
  const char *id;
  const char *name;
  Family family;
  gboolean is_bold;
  const char *color;
  double before;
  double after;
  gboolean keeps_next;
  const char *level; /* in the outline */
} Definition;

/* Names in lower case and of headings are those of Word. */
static const Definition definitions[ATLAS_N_TEXT_ROLES] = {
  [ATLAS_TEXT_ROLE_TITLE] = { "Heading1", "heading 1", FAMILY_TITLE, TRUE, NULL, 0, 0.4, TRUE,
                              "0" },
  [ATLAS_TEXT_ROLE_SUBTITLE] = { "Subtitle", "Subtitle", FAMILY_BODY, FALSE, QUIET, 0, 0.3, TRUE,
                                 NULL },
  [ATLAS_TEXT_ROLE_LEAD] = { "AtlasLead", "Atlas Lead", FAMILY_BODY, FALSE, NULL, 0.3, 0.3, FALSE,
                             NULL },
  [ATLAS_TEXT_ROLE_HEADING] = { "Heading2", "heading 2", FAMILY_HEADING, TRUE, NULL, 1, 0.4, TRUE,
                                "1" },
  [ATLAS_TEXT_ROLE_GROUP] = { "AtlasGroup", "Atlas Group", FAMILY_HEADING, TRUE, ACCENT, 0.4, 0.1,
                              TRUE, NULL },
  [ATLAS_TEXT_ROLE_HEAD] = { "AtlasHead", "Atlas Head", FAMILY_HEADING, FALSE, QUIET, 0.1, 0.1,
                             TRUE, NULL },
  [ATLAS_TEXT_ROLE_CELL] = { "AtlasCell", "Atlas Cell", FAMILY_BODY, FALSE, NULL, 0.1, 0.1, FALSE,
                             NULL },
  [ATLAS_TEXT_ROLE_STRONG] = { "AtlasStrong", "Atlas Name", FAMILY_BODY, FALSE, NULL, 0.1, 0.1,
                               FALSE, NULL },
  [ATLAS_TEXT_ROLE_DETAIL] = { "AtlasDetail", "Atlas Detail", FAMILY_BODY, FALSE, QUIET, 0, 0.1,
                               FALSE, NULL },
  [ATLAS_TEXT_ROLE_NOTE_NUMBER] = { "AtlasNumber", "Atlas Number", FAMILY_BODY, FALSE, NULL, 0, 0,
                                    FALSE, NULL },
  [ATLAS_TEXT_ROLE_CITATION] = { "AtlasCitation", "Atlas Citation", FAMILY_BODY, FALSE, NULL, 0, 0,
                                 FALSE, NULL },
  [ATLAS_TEXT_ROLE_NOTE] = { "AtlasNote", "Atlas Note", FAMILY_BODY, FALSE, NULL, 0.2, 0.2, FALSE,
                             NULL },
  [ATLAS_TEXT_ROLE_VALUE] = { "AtlasValue", "Atlas Value", FAMILY_HEADING, FALSE, NULL, 0.1, 0,
                              TRUE, NULL },
  [ATLAS_TEXT_ROLE_LABEL] = { "AtlasLabel", "Atlas Label", FAMILY_BODY, FALSE, QUIET, 0, 0.2, FALSE,
                              NULL },
  [ATLAS_TEXT_ROLE_FOOTER] = { "Footer", "footer", FAMILY_BODY, FALSE, QUIET, 0, 0, FALSE, NULL },
  [ATLAS_TEXT_ROLE_FOLIO] = { "AtlasFolio", "Atlas Folio", FAMILY_BODY, FALSE, NULL, 0, 0, FALSE,
                              NULL },
};

/* A printed handout is smaller than a document that is edited on a screen. */
#define COMPACT_SCALE 1.125

/* Returns the id of the style of @role. */
const char *
_atlas_docx_get_style (AtlasTextRole role)
{
  g_return_val_if_fail (role < ATLAS_N_TEXT_ROLES, NULL);

  return definitions[role].id;
}

/* Returns by how much text is larger than on a page. */
double
_atlas_docx_get_scale (const AtlasPageSetup *setup)
{
  return setup->layout == ATLAS_PAGE_LAYOUT_OFFICIAL ? 1 : COMPACT_SCALE;
}

/* Adds an element whose attribute @key is a whole number. */
void
_atlas_docx_add_number (AtlasOfficeXml *xml, const char *name, const char *key, double value)
{
  g_autofree char *number = g_strdup_printf ("%.0f", value);

  atlas_office_xml_add (xml, name, key, number, NULL);
}

static void
add_fonts (AtlasOfficeXml *xml, AtlasLanguage language, Family family)
{
  atlas_office_xml_add (xml, "w:rFonts", "w:ascii", LATIN_FONT, "w:hAnsi", LATIN_FONT, "w:cs",
                        LATIN_FONT, "w:eastAsia", fonts[language][family], NULL);
}

/* Word counts sizes in half points. */
static void
add_size (AtlasOfficeXml *xml, double points)
{
  _atlas_docx_add_number (xml, "w:sz", "w:val", points * 2);
  _atlas_docx_add_number (xml, "w:szCs", "w:val", points * 2);
}

static void
add_defaults (AtlasOfficeXml *xml, const AtlasPageSetup *setup, double points)
{
  atlas_office_xml_begin (xml, "w:docDefaults", NULL);
  atlas_office_xml_begin (xml, "w:rPrDefault", NULL);
  atlas_office_xml_begin (xml, "w:rPr", NULL);
  add_fonts (xml, setup->language, FAMILY_BODY);
  add_size (xml, points);
  _atlas_docx_add_language (xml, setup->language);
  atlas_office_xml_end (xml);
  atlas_office_xml_end (xml);
  atlas_office_xml_add (xml, "w:pPrDefault", NULL);
  atlas_office_xml_end (xml);
}

static void
begin_style (AtlasOfficeXml *xml, const char *type, const char *id, const char *name)
{
  atlas_office_xml_begin (xml, "w:style", "w:type", type, "w:styleId", id, NULL);
  atlas_office_xml_add (xml, "w:name", "w:val", name, NULL);
}

static void
begin_default_style (AtlasOfficeXml *xml, const char *type, const char *id, const char *name)
{
  atlas_office_xml_begin (xml, "w:style", "w:type", type, "w:default", "1", "w:styleId", id, NULL);
  atlas_office_xml_add (xml, "w:name", "w:val", name, NULL);
}

static void
add_paragraph_properties (AtlasOfficeXml *xml,
                          const AtlasPageSetup *setup,
                          AtlasTextRole role,
                          double points)
{
  const Definition *definition = &definitions[role];
  g_autofree char *before =
    g_strdup_printf ("%.0f", definition->before * points * ATLAS_DOCX_UNITS_PER_POINT);
  g_autofree char *after =
    g_strdup_printf ("%.0f", definition->after * points * ATLAS_DOCX_UNITS_PER_POINT);

  atlas_office_xml_begin (xml, "w:pPr", NULL);
  if (definition->keeps_next)
    atlas_office_xml_add (xml, "w:keepNext", NULL);
  atlas_office_xml_add (xml, "w:spacing", "w:before", before, "w:after", after, NULL);
  /* Titles of official documents are centred. */
  if (setup->layout == ATLAS_PAGE_LAYOUT_OFFICIAL &&
      (role == ATLAS_TEXT_ROLE_TITLE || role == ATLAS_TEXT_ROLE_SUBTITLE))
    atlas_office_xml_add (xml, "w:jc", "w:val", "center", NULL);
  if (definition->level != NULL)
    atlas_office_xml_add (xml, "w:outlineLvl", "w:val", definition->level, NULL);
  atlas_office_xml_end (xml);
}

/* Official documents are black, except for details. */
static gboolean
has_color (const AtlasPageSetup *setup, AtlasTextRole role)
{
  return definitions[role].color != NULL &&
         (setup->layout != ATLAS_PAGE_LAYOUT_OFFICIAL || role == ATLAS_TEXT_ROLE_DETAIL ||
          role == ATLAS_TEXT_ROLE_FOOTER);
}

static void
add_style_of_role (AtlasOfficeXml *xml,
                   const AtlasPageSetup *setup,
                   AtlasTextRole role,
                   double points)
{
  const Definition *definition = &definitions[role];

  begin_style (xml, "paragraph", definition->id, definition->name);
  atlas_office_xml_add (xml, "w:basedOn", "w:val", "Normal", NULL);
  atlas_office_xml_add (xml, "w:qFormat", NULL);
  add_paragraph_properties (xml, setup, role, points);
  atlas_office_xml_begin (xml, "w:rPr", NULL);
  add_fonts (xml, setup->language, definition->family);
  /* 黑体 and 小标宋 are bold as they are. */
  if (definition->is_bold && setup->language != ATLAS_LANGUAGE_ZH)
    atlas_office_xml_add (xml, "w:b", NULL);
  if (has_color (setup, role))
    atlas_office_xml_add (xml, "w:color", "w:val", definition->color, NULL);
  add_size (xml, points);
  atlas_office_xml_end (xml);
  atlas_office_xml_end (xml);
}

static void
add_border (AtlasOfficeXml *xml, const char *name, const char *width, const char *color)
{
  atlas_office_xml_add (xml, name, "w:val", "single", "w:sz", width, "w:space", "0", "w:color",
                        color, NULL);
}

static void
add_margins (AtlasOfficeXml *xml, const char *side)
{
  atlas_office_xml_begin (xml, "w:tblCellMar", NULL);
  atlas_office_xml_add (xml, "w:left", "w:w", side, "w:type", "dxa", NULL);
  atlas_office_xml_add (xml, "w:right", "w:w", side, "w:type", "dxa", NULL);
  atlas_office_xml_end (xml);
}

static void
add_table_styles (AtlasOfficeXml *xml)
{
  begin_default_style (xml, "table", "TableNormal", "Normal Table");
  atlas_office_xml_begin (xml, "w:tblPr", NULL);
  atlas_office_xml_add (xml, "w:tblInd", "w:w", "0", "w:type", "dxa", NULL);
  add_margins (xml, "0");
  atlas_office_xml_end (xml);
  atlas_office_xml_end (xml);
  begin_style (xml, "table", ATLAS_DOCX_STYLE_TABLE, "Atlas Table");
  atlas_office_xml_add (xml, "w:basedOn", "w:val", "TableNormal", NULL);
  atlas_office_xml_begin (xml, "w:tblPr", NULL);
  atlas_office_xml_begin (xml, "w:tblBorders", NULL);
  add_border (xml, "w:top", "6", "auto");
  add_border (xml, "w:bottom", "6", "auto");
  add_border (xml, "w:insideH", "2", "C7C9CC");
  atlas_office_xml_end (xml);
  add_margins (xml, "70");
  atlas_office_xml_end (xml);
  atlas_office_xml_end (xml);
}

/* The styles of footnotes and of the line that Word needs between two tables. */
static void
add_other_styles (AtlasOfficeXml *xml, const AtlasPageSetup *setup, double points)
{
  begin_style (xml, "paragraph", ATLAS_DOCX_STYLE_FOOTNOTE, "footnote text");
  atlas_office_xml_add (xml, "w:basedOn", "w:val", "Normal", NULL);
  atlas_office_xml_begin (xml, "w:rPr", NULL);
  add_size (xml, points);
  atlas_office_xml_end (xml);
  atlas_office_xml_end (xml);
  begin_style (xml, "paragraph", ATLAS_DOCX_STYLE_GAP, "Atlas Gap");
  atlas_office_xml_add (xml, "w:basedOn", "w:val", "Normal", NULL);
  atlas_office_xml_begin (xml, "w:pPr", NULL);
  atlas_office_xml_add (xml, "w:spacing", "w:before", "0", "w:after", "0", "w:line", "80",
                        "w:lineRule", "exact", NULL);
  atlas_office_xml_end (xml);
  atlas_office_xml_end (xml);
  begin_default_style (xml, "character", "DefaultParagraphFont", "Default Paragraph Font");
  atlas_office_xml_end (xml);
  begin_style (xml, "character", ATLAS_DOCX_STYLE_MARK, "footnote reference");
  atlas_office_xml_add (xml, "w:basedOn", "w:val", "DefaultParagraphFont", NULL);
  atlas_office_xml_begin (xml, "w:rPr", NULL);
  if (setup->layout != ATLAS_PAGE_LAYOUT_OFFICIAL)
    atlas_office_xml_add (xml, "w:color", "w:val", ACCENT, NULL);
  atlas_office_xml_add (xml, "w:vertAlign", "w:val", "superscript", NULL);
  atlas_office_xml_end (xml);
  atlas_office_xml_end (xml);
}

static GBytes *
make_styles (const AtlasPageSetup *setup)
{
  g_autoptr (AtlasTypesetter) typesetter = atlas_typesetter_new (setup);
  const double scale = _atlas_docx_get_scale (setup);
  AtlasOfficeXml *xml = atlas_office_xml_new ();

  atlas_office_xml_begin (xml, "w:styles", "xmlns:w", ATLAS_DOCX_NAMESPACE, NULL);
  add_defaults (xml, setup, scale * atlas_typesetter_get_size (typesetter, ATLAS_TEXT_ROLE_CELL));
  begin_default_style (xml, "paragraph", "Normal", "Normal");
  atlas_office_xml_end (xml);
  for (guint role = 0; role < ATLAS_N_TEXT_ROLES; role++)
    add_style_of_role (xml, setup, (AtlasTextRole) role,
                       scale * atlas_typesetter_get_size (typesetter, (AtlasTextRole) role));
  add_other_styles (xml, setup,
                    scale * atlas_typesetter_get_size (typesetter, ATLAS_TEXT_ROLE_NOTE));
  add_table_styles (xml);
  return atlas_office_xml_free_to_bytes (xml);
}

static GBytes *
make_font_table (void)
{
  AtlasOfficeXml *xml = atlas_office_xml_new ();

  atlas_office_xml_begin (xml, "w:fonts", "xmlns:w", ATLAS_DOCX_NAMESPACE, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (font_table); i++)
    {
      atlas_office_xml_begin (xml, "w:font", "w:name", font_table[i].name, NULL);
      atlas_office_xml_add (xml, "w:altName", "w:val", font_table[i].other, NULL);
      atlas_office_xml_add (xml, "w:charset", "w:val", font_table[i].charset, NULL);
      atlas_office_xml_add (xml, "w:family", "w:val", font_table[i].family, NULL);
      atlas_office_xml_end (xml);
    }
  return atlas_office_xml_free_to_bytes (xml);
}

/* Adds the parts with the styles and the names of the fonts. */
void
_atlas_docx_add_styles (AtlasOfficePackage *package, const AtlasPageSetup *setup)
{
  atlas_office_package_relate (package, ATLAS_DOCX_DOCUMENT, ATLAS_DOCX_RELATIONS "/styles",
                               "styles.xml");
  atlas_office_package_relate (package, ATLAS_DOCX_DOCUMENT, ATLAS_DOCX_RELATIONS "/fontTable",
                               "fontTable.xml");
  atlas_office_package_take_part (package, "word/styles.xml", ATLAS_DOCX_TYPE ("styles"),
                                  make_styles (setup));
  atlas_office_package_take_part (package, "word/fontTable.xml", ATLAS_DOCX_TYPE ("fontTable"),
                                  make_font_table ());
}
