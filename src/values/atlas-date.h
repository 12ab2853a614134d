/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AtlasDate:
 * @year: 1…9999
 * @month: 1…12, or 0 when only the year is known
 * @day: 1…31, or 0 when the day is not known
 *
 * A date in the precision that the source states.
 */
typedef struct
{
  guint16 year;
  guint8 month;
  guint8 day;
} AtlasDate;

#define ATLAS_TYPE_DATE (atlas_date_get_type ())

GType atlas_date_get_type (void) G_GNUC_CONST;
gboolean atlas_date_parse (const char *iso, AtlasDate *date);
AtlasDate *atlas_date_copy (const AtlasDate *self);
void atlas_date_free (AtlasDate *self);
char *atlas_date_to_iso (const AtlasDate *self);
int atlas_date_compare (const AtlasDate *a, const AtlasDate *b);
guint32 atlas_date_first_day (const AtlasDate *self);
guint32 atlas_date_last_day (const AtlasDate *self);
AtlasDate atlas_date_from_day (double day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasDate, atlas_date_free)

/**
 * AtlasPeriod:
 * @from: the first date
 * @to: the last date, not before @from; each in its known precision
 */
typedef struct
{
  AtlasDate from;
  AtlasDate to;
} AtlasPeriod;

#define ATLAS_TYPE_PERIOD (atlas_period_get_type ())

GType atlas_period_get_type (void) G_GNUC_CONST;
gboolean atlas_period_parse (const char *iso, AtlasPeriod *period);
char *atlas_period_to_iso (const AtlasPeriod *self);

G_END_DECLS
