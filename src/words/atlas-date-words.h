/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-date.h"

G_BEGIN_DECLS

/**
 * AtlasDateFault:
 * @ATLAS_DATE_FAULT_NONE: it is a date
 * @ATLAS_DATE_FAULT_FORM: it is not written like a date
 * @ATLAS_DATE_FAULT_CALENDAR: it is written like one, but the calendar has no such month or day
 *
 * Why words are no date.
 */
typedef enum
{
  ATLAS_DATE_FAULT_NONE,
  ATLAS_DATE_FAULT_FORM,
  ATLAS_DATE_FAULT_CALENDAR,
} AtlasDateFault;

AtlasDateFault atlas_date_parse_words (const char *words,
                                       AtlasDate  *date);

G_END_DECLS
