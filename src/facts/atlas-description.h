/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"
#include "atlas-figure.h"
#include "atlas-filter.h"
#include "atlas-link.h"
#include "atlas-project.h"
#include "atlas-scope.h"
#include "atlas-source.h"

G_BEGIN_DECLS

/**
 * ATLAS_MAX_NAMES:
 *
 * How many names a widget lists before it counts the rest. The lists of the bundled dataset are
 * shorter.
 */
#define ATLAS_MAX_NAMES 12

char *atlas_join_facts (const char *first, ...) G_GNUC_NULL_TERMINATED;
char *atlas_join_names (GPtrArray *records, guint max, AtlasLanguage language);

const char *atlas_describe_word (AtlasRecord *record, const char *member, AtlasLanguage language);
const char *atlas_describe_kind (AtlasRecord *record, AtlasLanguage language);
const char *atlas_describe_status (AtlasRecord *record, AtlasLanguage language);
const char *atlas_describe_status_code (AtlasRecord *record);
char *atlas_describe_date (AtlasRecord *record, AtlasLanguage language);
char *atlas_describe_short_date (AtlasRecord *record, AtlasLanguage language);
char *atlas_describe_period (AtlasRecord *record, AtlasLanguage language);
char *atlas_describe_references (AtlasRecord *record,
                                 AtlasDataset *dataset,
                                 AtlasRole role,
                                 guint max,
                                 AtlasLanguage language);
GPtrArray *atlas_describe_list_places (AtlasRecord *record, AtlasDataset *dataset);
char *atlas_describe_place (AtlasRecord *record, AtlasDataset *dataset, AtlasLanguage language);
char *atlas_describe_distance (AtlasPlace *from, AtlasPlace *to, AtlasLanguage language);
char *atlas_describe_length (AtlasLink *link, AtlasDataset *dataset, AtlasLanguage language);
char *atlas_describe_straight_line (const char *distance, AtlasLanguage language);
char *atlas_describe_partners (AtlasLink *link, AtlasScope *scope, AtlasLanguage language);
char *atlas_describe_subtitle (AtlasRecord *record, AtlasDataset *dataset, AtlasLanguage language);
char *atlas_describe_menu_label (AtlasRecord *record, AtlasLanguage language);
char *atlas_describe_extent (AtlasProject *project,
                             AtlasDataset *dataset,
                             AtlasFilter *filter,
                             AtlasLanguage language);
char *atlas_describe_detail (AtlasRecord *record,
                             AtlasDataset *dataset,
                             AtlasFilter *filter,
                             AtlasLanguage language);
gboolean atlas_describe_measure (AtlasRecord *record, AtlasDecimal *value, AtlasUnit *unit);
char *atlas_describe_value (AtlasRecord *record,
                            AtlasDataset *dataset,
                            AtlasFilter *filter,
                            AtlasLanguage language);

char *atlas_describe_amount (AtlasFigure *figure, AtlasLanguage language);
char *atlas_describe_standing (AtlasFigure *figure, AtlasLanguage language);

const char *atlas_describe_no_source (AtlasLanguage language);
char *atlas_mark_no_source (char *words, AtlasLanguage language);
guint atlas_count_unsourced (GPtrArray *records);
char *atlas_describe_sum (AtlasDecimal sum,
                          AtlasUnit unit,
                          guint n_figures,
                          guint n_unsourced,
                          AtlasLanguage language);
char *atlas_describe_source (AtlasSource *source, AtlasLanguage language);
char *atlas_describe_citations (AtlasRecord *record,
                                AtlasDataset *dataset,
                                const char *separator,
                                AtlasLanguage language);
char *atlas_describe_inferred (AtlasRecord *record, AtlasLanguage language);

G_END_DECLS
