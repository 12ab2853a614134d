/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <pango/pangocairo.h>

#include "atlas-page-setup.h"

G_BEGIN_DECLS

/**
 * AtlasTextRole:
 * @ATLAS_TEXT_ROLE_TITLE: the title of the summary
 * @ATLAS_TEXT_ROLE_SUBTITLE: the line below the title
 * @ATLAS_TEXT_ROLE_LEAD: the sentences that lead a page
 * @ATLAS_TEXT_ROLE_HEADING: the heading of a section
 * @ATLAS_TEXT_ROLE_GROUP: a heading within a table
 * @ATLAS_TEXT_ROLE_HEAD: the head of a column
 * @ATLAS_TEXT_ROLE_CELL: a cell
 * @ATLAS_TEXT_ROLE_STRONG: the cell with the name of the row
 * @ATLAS_TEXT_ROLE_DETAIL: the text below that name
 * @ATLAS_TEXT_ROLE_NOTE_NUMBER: the number of a note
 * @ATLAS_TEXT_ROLE_CITATION: the citation in a note
 * @ATLAS_TEXT_ROLE_NOTE: a note
 * @ATLAS_TEXT_ROLE_VALUE: the number of a key figure
 * @ATLAS_TEXT_ROLE_LABEL: the label of a key figure, and text on a map or chart
 * @ATLAS_TEXT_ROLE_FOOTER: the footer of the page
 * @ATLAS_TEXT_ROLE_FOLIO: the number of the page
 *
 * The role of a text on the page, which determines font, size and color.
 */
typedef enum
{
  ATLAS_TEXT_ROLE_TITLE,
  ATLAS_TEXT_ROLE_SUBTITLE,
  ATLAS_TEXT_ROLE_LEAD,
  ATLAS_TEXT_ROLE_HEADING,
  ATLAS_TEXT_ROLE_GROUP,
  ATLAS_TEXT_ROLE_HEAD,
  ATLAS_TEXT_ROLE_CELL,
  ATLAS_TEXT_ROLE_STRONG,
  ATLAS_TEXT_ROLE_DETAIL,
  ATLAS_TEXT_ROLE_NOTE_NUMBER,
  ATLAS_TEXT_ROLE_CITATION,
  ATLAS_TEXT_ROLE_NOTE,
  ATLAS_TEXT_ROLE_VALUE,
  ATLAS_TEXT_ROLE_LABEL,
  ATLAS_TEXT_ROLE_FOOTER,
  ATLAS_TEXT_ROLE_FOLIO,
} AtlasTextRole;

#define ATLAS_N_TEXT_ROLES (ATLAS_TEXT_ROLE_FOLIO + 1)

/**
 * AtlasTextRun:
 * @role: its role
 * @text: plain text, not markup; may be empty
 *
 * A part of a paragraph with its own look.
 */
typedef struct
{
  AtlasTextRole role;
  const char *text;
} AtlasTextRun;

/**
 * AtlasInk:
 * @ATLAS_INK_TEXT: text
 * @ATLAS_INK_QUIET: less important text
 * @ATLAS_INK_ACCENT: numbers of notes, headings within a table
 * @ATLAS_INK_RULE: the lines around a table
 * @ATLAS_INK_HAIRLINE: the lines between its rows
 *
 * The colors of a page, apart from those of the map.
 */
typedef enum
{
  ATLAS_INK_TEXT,
  ATLAS_INK_QUIET,
  ATLAS_INK_ACCENT,
  ATLAS_INK_RULE,
  ATLAS_INK_HAIRLINE,
} AtlasInk;

#define ATLAS_N_INKS (ATLAS_INK_HAIRLINE + 1)

#define ATLAS_TYPE_TYPESETTER (atlas_typesetter_get_type ())

G_DECLARE_FINAL_TYPE (AtlasTypesetter, atlas_typesetter, ATLAS, TYPESETTER, GObject)

AtlasTypesetter *atlas_typesetter_new (const AtlasPageSetup *setup);
AtlasLanguage atlas_typesetter_get_language (AtlasTypesetter *self);
AtlasPageLayout atlas_typesetter_get_layout (AtlasTypesetter *self);
const PangoFontDescription *atlas_typesetter_get_font (AtlasTypesetter *self, AtlasTextRole role);
double atlas_typesetter_get_size (AtlasTypesetter *self, AtlasTextRole role);
PangoLayout *atlas_typesetter_set (AtlasTypesetter *self, AtlasTextRole role, const char *text);
PangoLayout *
atlas_typesetter_set_runs (AtlasTypesetter *self, const AtlasTextRun *runs, guint n_runs);
PangoLayout *atlas_typesetter_set_pair (AtlasTypesetter *self,
                                        AtlasTextRole role,
                                        const char *text,
                                        const char *separator,
                                        AtlasTextRole detail_role,
                                        const char *detail);
void atlas_typesetter_use_ink (AtlasTypesetter *self, cairo_t *cr, AtlasInk ink);
void atlas_typesetter_draw_rule (AtlasTypesetter *self,
                                 cairo_t *cr,
                                 AtlasInk ink,
                                 double y,
                                 double width);
double atlas_typesetter_get_width_of (PangoLayout *text);
double atlas_typesetter_get_height_of (PangoLayout *text);
double atlas_typesetter_get_baseline_of (PangoLayout *text);
void atlas_typesetter_show (cairo_t *cr, PangoLayout *text, double x, double y);

G_END_DECLS
