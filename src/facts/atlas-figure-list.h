/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-belonging.h"
#include "atlas-facts.h"

G_BEGIN_DECLS

/**
 * AtlasFigureLine:
 * @figure: (unowned): a figure
 * @depth: 0 for a whole, 1 for its parts and changes, and so on
 * @belonging: to whom the whole belongs
 *
 * A line of a list of figures.
 */
typedef struct
{
  AtlasFigure *figure;
  guint depth;
  AtlasBelonging belonging;
} AtlasFigureLine;

typedef gboolean (*AtlasFigureFunc) (AtlasFigure *figure);

GArray *atlas_figure_list_new (const AtlasFacts *facts, AtlasFigureFunc includes);
GArray *atlas_figure_list_new_digest (const AtlasFacts *facts);
gboolean atlas_figure_is_money (AtlasFigure *figure);

G_END_DECLS
