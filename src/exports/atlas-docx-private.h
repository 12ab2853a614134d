/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-office-package.h"
#include "atlas-office-xml.h"
#include "atlas-summary.h"

G_BEGIN_DECLS

#define ATLAS_DOCX_NAMESPACE "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define ATLAS_DOCX_RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define ATLAS_DOCX_TYPE(part)                                                                      \
  "application/vnd.openxmlformats-officedocument.wordprocessingml." part "+xml"
#define ATLAS_DOCX_DOCUMENT "word/document.xml"

/* Word measures in twentieths of a point, and pictures in 1/12700 of a point. */
#define ATLAS_DOCX_UNITS_PER_POINT 20
#define ATLAS_DOCX_EMU_PER_POINT 12700

/* The styles of texts that no role of a page has. */
#define ATLAS_DOCX_STYLE_FOOTNOTE "FootnoteText"
#define ATLAS_DOCX_STYLE_MARK "FootnoteReference"
#define ATLAS_DOCX_STYLE_TABLE "AtlasTable"
#define ATLAS_DOCX_STYLE_GAP "AtlasGap"

const char *_atlas_docx_get_style (AtlasTextRole role);
double _atlas_docx_get_scale (const AtlasPageSetup *setup);
void _atlas_docx_add_styles (AtlasOfficePackage *package, const AtlasPageSetup *setup);
void _atlas_docx_add_number (AtlasOfficeXml *xml, const char *name, const char *key, double value);
void _atlas_docx_add_language (AtlasOfficeXml *xml, AtlasLanguage language);
void _atlas_docx_add_run (AtlasOfficeXml *xml,
                          AtlasLanguage language,
                          const char *style,
                          const char *text);
void _atlas_docx_add_field (AtlasOfficeXml *xml,
                            AtlasLanguage language,
                            const char *style,
                            const char *code,
                            const char *result);
void _atlas_docx_add_settings (AtlasOfficePackage *package, const AtlasPageSetup *setup);
void
_atlas_docx_add_section (AtlasOfficePackage *package, AtlasOfficeXml *xml, AtlasSummary *summary);

G_END_DECLS
