/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-date.h"

G_BEGIN_DECLS

/**
 * AtlasDateFault:
 * @ATLAS_DATE_FAULT_NONE: the text is a date
 * @ATLAS_DATE_FAULT_FORM: the text does not have the form of a date
 * @ATLAS_DATE_FAULT_CALENDAR: the month or day does not exist in the calendar
 *
 * Reasons why text is not a date.
 */
typedef enum
{
  ATLAS_DATE_FAULT_NONE,
  ATLAS_DATE_FAULT_FORM,
  ATLAS_DATE_FAULT_CALENDAR,
} AtlasDateFault;

AtlasDateFault atlas_date_parse_words (const char *words, AtlasDate *date);
AtlasDateFault atlas_period_parse_words (const char *words, AtlasPeriod *period);

G_END_DECLS
