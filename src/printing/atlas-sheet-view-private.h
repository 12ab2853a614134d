/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-sheet-view.h"

G_BEGIN_DECLS

struct _AtlasSheetView
{
  GtkWidget parent_instance;

  AtlasSheet *sheet;
  double scale; /* screen pixels per point of the page; 0 to fit */
  GdkTexture *picture;
  AtlasSummary *drawn; /* the summary of the picture that is shown or being drawn */
  int drawn_width;
  GCancellable *cancellable; /* of the current drawing */
};

G_END_DECLS
