/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-summary-layout.h"
#include "atlas-text.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_PAPER_A4,
  ATLAS_PAPER_A3,
  ATLAS_PAPER_LETTER,
} AtlasPaper;

#define ATLAS_N_PAPERS (ATLAS_PAPER_LETTER + 1)

/**
 * AtlasPageLayout:
 * @ATLAS_PAGE_LAYOUT_COMPACT: small type and narrow margins, for handouts
 * @ATLAS_PAGE_LAYOUT_OFFICIAL: type, margins and page numbers according to GB/T 9704, for official
 *   files
 * @ATLAS_PAGE_LAYOUT_BRIEF: the most important facts of a scope on one page, for meetings
 * @ATLAS_PAGE_LAYOUT_FOLLOW_UP: only the table to follow up next steps, as wide as the page
 */
typedef enum
{
  ATLAS_PAGE_LAYOUT_COMPACT,
  ATLAS_PAGE_LAYOUT_OFFICIAL,
  ATLAS_PAGE_LAYOUT_BRIEF,
  ATLAS_PAGE_LAYOUT_FOLLOW_UP,
} AtlasPageLayout;

#define ATLAS_N_PAGE_LAYOUTS (ATLAS_PAGE_LAYOUT_FOLLOW_UP + 1)

/**
 * AtlasPageSetup:
 * @paper: the size of the paper
 * @landscape: whether the orientation is landscape
 * @layout: margins and type
 * @language: the language of all printed text
 *
 * The setup of a page. All zeros is a compact A4 page in Chinese.
 */
typedef struct
{
  AtlasPaper paper;
  gboolean landscape;
  AtlasPageLayout layout;
  AtlasLanguage language;
} AtlasPageSetup;

/**
 * AtlasPageMetrics:
 * @width: the width of the paper
 * @height: its height
 * @top: the distance from the upper edge to the frame
 * @left: the distance from the left edge to the frame, on pages with odd numbers
 * @frame: the part for blocks
 * @footer: the distance from the upper edge to the base line of the footer
 *
 * The dimensions of a page, in points of 1/72 inch.
 */
typedef struct
{
  double width;
  double height;
  double top;
  double left;
  AtlasFrame frame;
  double footer;
} AtlasPageMetrics;

AtlasPageMetrics atlas_page_setup_get_metrics (const AtlasPageSetup *self);
double atlas_page_metrics_get_left (const AtlasPageMetrics *self, guint page);
double atlas_page_metrics_get_text_width (const AtlasPageMetrics *self);
const char *atlas_paper_get_name (AtlasPaper paper);
gboolean atlas_paper_from_name (const char *name, AtlasPaper *paper);
const char *atlas_page_layout_get_name (AtlasPageLayout layout);
gboolean atlas_page_layout_from_name (const char *name, AtlasPageLayout *layout);

G_END_DECLS
