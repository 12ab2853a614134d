/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-text.h"

G_BEGIN_DECLS

/**
 * AtlasSummaryParts:
 * @ATLAS_SUMMARY_PART_MAP: the map of the scope
 * @ATLAS_SUMMARY_PART_CONTENTS: the table of contents, if there are enough pages
 * @ATLAS_SUMMARY_PART_FIGURES: the key figures
 * @ATLAS_SUMMARY_PART_PARTNERS: partnerships and industries
 * @ATLAS_SUMMARY_PART_ROUTES: bus routes
 * @ATLAS_SUMMARY_PART_TIMELINE: events
 * @ATLAS_SUMMARY_PART_INVESTMENT: amounts of money, with their chart
 * @ATLAS_SUMMARY_PART_PROJECTS: projects
 * @ATLAS_SUMMARY_PART_NEXT_STEPS: commitments
 * @ATLAS_SUMMARY_PART_DOCUMENTS: plans, policies and agreements
 * @ATLAS_SUMMARY_PART_ORGANIZATIONS: organizations
 * @ATLAS_SUMMARY_PART_PLACES: places
 * @ATLAS_SUMMARY_PART_NOTES: the notes, their numbers in the tables, and the sources
 *
 * The parts of a summary, in this order.
 */
typedef enum
{
  ATLAS_SUMMARY_PART_MAP = 1 << 0,
  ATLAS_SUMMARY_PART_CONTENTS = 1 << 1,
  ATLAS_SUMMARY_PART_FIGURES = 1 << 2,
  ATLAS_SUMMARY_PART_PARTNERS = 1 << 3,
  ATLAS_SUMMARY_PART_ROUTES = 1 << 4,
  ATLAS_SUMMARY_PART_TIMELINE = 1 << 5,
  ATLAS_SUMMARY_PART_INVESTMENT = 1 << 6,
  ATLAS_SUMMARY_PART_PROJECTS = 1 << 7,
  ATLAS_SUMMARY_PART_NEXT_STEPS = 1 << 8,
  ATLAS_SUMMARY_PART_DOCUMENTS = 1 << 9,
  ATLAS_SUMMARY_PART_ORGANIZATIONS = 1 << 10,
  ATLAS_SUMMARY_PART_PLACES = 1 << 11,
  ATLAS_SUMMARY_PART_NOTES = 1 << 12,
} AtlasSummaryParts;

#define ATLAS_N_SUMMARY_PARTS 13
#define ATLAS_SUMMARY_PARTS_ALL ((AtlasSummaryParts) ((1 << ATLAS_N_SUMMARY_PARTS) - 1))

const char *atlas_summary_part_get_label (AtlasSummaryParts part, AtlasLanguage language);
gboolean atlas_summary_parts_is_map (AtlasSummaryParts parts);
gboolean atlas_summary_parts_parse (const char *names, AtlasSummaryParts *parts, GError **error);
char *atlas_summary_parts_to_names (AtlasSummaryParts parts);

G_END_DECLS
