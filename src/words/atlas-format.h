/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-figure.h"

G_BEGIN_DECLS

char *atlas_format_number (gint64 number, AtlasLanguage language);
char *atlas_format_quantity (AtlasDecimal value, AtlasUnit unit, AtlasLanguage language);
char *
atlas_format_tick (AtlasDecimal value, AtlasDecimal last, AtlasUnit unit, AtlasLanguage language);
char *atlas_format_yuan (AtlasDecimal value, AtlasLanguage language);
char *atlas_format_figure (AtlasFigure *figure, AtlasLanguage language);
char *atlas_format_figure_standing (AtlasFigure *figure, AtlasLanguage language);
char *atlas_format_distance (double km, AtlasLanguage language);
char *atlas_format_date (const AtlasDate *date, AtlasLanguage language);
char *atlas_format_date_short (const AtlasDate *date, AtlasLanguage language);
char *atlas_format_month_short (guint month, AtlasLanguage language);
char *atlas_format_period (const AtlasPeriod *period, AtlasLanguage language);
char *atlas_format_interval (const AtlasDate *from, const AtlasDate *until, AtlasLanguage language);
char *
atlas_format_cited (const AtlasCitation *citation, AtlasDataset *dataset, AtlasLanguage language);
char *atlas_format_citation (AtlasRecord *record,
                             AtlasDataset *dataset,
                             guint index,
                             AtlasLanguage language);

G_END_DECLS
