/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-manuscript.h"
#include "atlas-summary.h"

G_BEGIN_DECLS

struct _AtlasSummary
{
  GObject parent_instance;

  AtlasSummaryOptions options;
  AtlasPageMetrics metrics;
  AtlasScope *scope;
  AtlasFilter *filter;
  AtlasManuscript manuscript;
  AtlasSummaryLayout *layout;
  GDateTime *print_date;
  char *title;
  char *author;
  char *origin;
  GMutex lock; /* held while a page is drawn, since all pages share the fonts */
};

G_END_DECLS
