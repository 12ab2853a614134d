/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-page-setup.h"

/*
 * Computes the dimensions of a page from paper and layout.
 *
 * The official layout follows GB/T 9704-2012 on A4: a top margin of 37 mm, a binding margin of 28
 * mm and a text block of 156 × 225 mm. On other paper the margins stay and the text block grows.
 */

#define POINTS_PER_MM (72 / 25.4)
#define MM(millimetres) ((millimetres) * POINTS_PER_MM)

#define OFFICIAL_TOP MM (37)
#define OFFICIAL_BOTTOM MM (297 - 37 - 225)
#define OFFICIAL_BINDING MM (28)
#define OFFICIAL_OUTER MM (210 - 28 - 156)
#define OFFICIAL_FOOTER                                                                            \
  MM (10) /* below the text block; the page number is 7 mm below the text                          \
           * block */

#define COMPACT_TOP MM (14)
#define COMPACT_BOTTOM MM (17)
#define COMPACT_SIDE MM (15)
#define COMPACT_FOOTER MM (7.5)

/* Longer lines are hard to read, so a wider page has two columns. */
#define MAX_COLUMN_WIDTH MM (270)
#define COLUMN_GAP MM (10)

static const struct
{
  const char *name;
  double width;
  double height;
} papers[ATLAS_N_PAPERS] = {
  [ATLAS_PAPER_A4] = { "a4", MM (210), MM (297) },
  [ATLAS_PAPER_A3] = { "a3", MM (297), MM (420) },
  [ATLAS_PAPER_LETTER] = { "letter", 612, 792 },
};

static const char *const layouts[ATLAS_N_PAGE_LAYOUTS] = {
  [ATLAS_PAGE_LAYOUT_COMPACT] = "compact",
  [ATLAS_PAGE_LAYOUT_OFFICIAL] = "official",
  [ATLAS_PAGE_LAYOUT_BRIEF] = "brief",
  [ATLAS_PAGE_LAYOUT_FOLLOW_UP] = "follow-up",
};

/* The only page of a brief has the map on the left and the tables on the right if it is wide. The
 * table of the follow-up needs the whole width. */
static gboolean
has_two_columns (const AtlasPageSetup *self, double text_width)
{
  if (self->layout == ATLAS_PAGE_LAYOUT_FOLLOW_UP)
    return FALSE;
  return self->layout == ATLAS_PAGE_LAYOUT_BRIEF ? self->landscape : text_width > MAX_COLUMN_WIDTH;
}

/**
 * atlas_page_setup_get_metrics:
 * @self: a page setup
 *
 * Returns: the dimensions of its pages
 */
AtlasPageMetrics
atlas_page_setup_get_metrics (const AtlasPageSetup *self)
{
  const gboolean official = self->layout == ATLAS_PAGE_LAYOUT_OFFICIAL;
  const double width = papers[self->paper].width;
  const double height = papers[self->paper].height;
  AtlasPageMetrics metrics = { 0 };
  double text_width;

  metrics.width = self->landscape ? height : width;
  metrics.height = self->landscape ? width : height;
  metrics.top = official ? OFFICIAL_TOP : COMPACT_TOP;
  metrics.left = official ? OFFICIAL_BINDING : COMPACT_SIDE;
  text_width = metrics.width - metrics.left - (official ? OFFICIAL_OUTER : COMPACT_SIDE);
  metrics.frame.height =
    metrics.height - metrics.top - (official ? OFFICIAL_BOTTOM : COMPACT_BOTTOM);
  metrics.frame.n_columns = has_two_columns (self, text_width) ? 2 : 1;
  metrics.frame.column_gap = COLUMN_GAP;
  metrics.frame.column_width =
    metrics.frame.n_columns == 2 ? (text_width - COLUMN_GAP) / 2 : text_width;
  metrics.footer =
    metrics.top + metrics.frame.height + (official ? OFFICIAL_FOOTER : COMPACT_FOOTER);
  return metrics;
}

/**
 * atlas_page_metrics_get_left:
 * @self: the dimensions of a page
 * @page: its index, from 0
 *
 * Returns: the distance from the left edge to the frame, in points; front and back of a sheet have
 *   mirrored margins
 */
double
atlas_page_metrics_get_left (const AtlasPageMetrics *self, guint page)
{
  return page % 2 == 0 ? self->left
                       : self->width - self->left - atlas_page_metrics_get_text_width (self);
}

/**
 * atlas_page_metrics_get_text_width:
 * @self: the dimensions of a page
 *
 * Returns: the width of its frame over all columns, in points
 */
double
atlas_page_metrics_get_text_width (const AtlasPageMetrics *self)
{
  const AtlasFrame *frame = &self->frame;

  return frame->n_columns * (frame->column_width + frame->column_gap) - frame->column_gap;
}

/**
 * atlas_paper_get_name:
 * @paper: a size of paper
 *
 * Returns: its name, such as "a4"
 */
const char *
atlas_paper_get_name (AtlasPaper paper)
{
  g_return_val_if_fail (paper < ATLAS_N_PAPERS, NULL);

  return papers[paper].name;
}

/**
 * atlas_paper_from_name:
 * @name: a name, such as "A4"
 * @paper: (out): return location for the paper
 *
 * Returns: whether @name is the name of a paper; if not, @paper does not change
 */
gboolean
atlas_paper_from_name (const char *name, AtlasPaper *paper)
{
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; i < ATLAS_N_PAPERS; i++)
    if (g_ascii_strcasecmp (name, papers[i].name) == 0)
      {
        *paper = (AtlasPaper) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * atlas_page_layout_get_name:
 * @layout: a layout
 *
 * Returns: its name, such as "compact"
 */
const char *
atlas_page_layout_get_name (AtlasPageLayout layout)
{
  g_return_val_if_fail (layout < ATLAS_N_PAGE_LAYOUTS, NULL);

  return layouts[layout];
}

/**
 * atlas_page_layout_from_name:
 * @name: a name, such as "official"
 * @layout: (out): return location for the layout
 *
 * Returns: whether @name is the name of a layout; if not, @layout does not change
 */
gboolean
atlas_page_layout_from_name (const char *name, AtlasPageLayout *layout)
{
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; i < ATLAS_N_PAGE_LAYOUTS; i++)
    if (g_ascii_strcasecmp (name, layouts[i]) == 0)
      {
        *layout = (AtlasPageLayout) i;
        return TRUE;
      }
  return FALSE;
}
