/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-chart.h"
#include "atlas-record.h"

G_BEGIN_DECLS

/**
 * AtlasRowSign:
 * @ATLAS_ROW_SIGN_NONE: nothing
 * @ATLAS_ROW_SIGN_LINK: a line in the style of an #AtlasLinkGroup
 * @ATLAS_ROW_SIGN_EVENT: the icon of an #AtlasEventKind
 * @ATLAS_ROW_SIGN_PLAN: the icon of a plan
 * @ATLAS_ROW_SIGN_PROGRESS: the icon of a project that has progressed
 * @ATLAS_ROW_SIGN_INDUSTRY: a square in the color of an #AtlasIndustryGroup
 *
 * The sign before the title of a row.
 */
typedef enum
{
  ATLAS_ROW_SIGN_NONE,
  ATLAS_ROW_SIGN_LINK,
  ATLAS_ROW_SIGN_EVENT,
  ATLAS_ROW_SIGN_PLAN,
  ATLAS_ROW_SIGN_PROGRESS,
  ATLAS_ROW_SIGN_INDUSTRY,
} AtlasRowSign;

/**
 * AtlasRowStyle:
 * @ATLAS_ROW_STYLE_FACT: a title with details
 * @ATLAS_ROW_STYLE_PROSE: a title of one or two sentences
 * @ATLAS_ROW_STYLE_REMARK: a remark on a contradiction in the rows above
 * @ATLAS_ROW_STYLE_TOTAL: a fact with an emphasized value
 *
 * The styles of rows.
 */
typedef enum
{
  ATLAS_ROW_STYLE_FACT,
  ATLAS_ROW_STYLE_PROSE,
  ATLAS_ROW_STYLE_REMARK,
  ATLAS_ROW_STYLE_TOTAL,
} AtlasRowStyle;

#define ATLAS_TYPE_ROW (atlas_row_get_type ())

G_DECLARE_FINAL_TYPE (AtlasRow, atlas_row, ATLAS, ROW, GObject)

AtlasRow *atlas_row_new (AtlasRecord *record, const char *title);
AtlasRecord *atlas_row_get_record (AtlasRow *self);
AtlasRecord *atlas_row_get_cited (AtlasRow *self);
void atlas_row_set_cited (AtlasRow *self, AtlasRecord *cited);
const char *atlas_row_get_title (AtlasRow *self);
const char *atlas_row_get_subtitle (AtlasRow *self);
void atlas_row_take_subtitle (AtlasRow *self, char *subtitle);
const char *atlas_row_get_value (AtlasRow *self);
void atlas_row_take_value (AtlasRow *self, char *value);
const char *atlas_row_get_change (AtlasRow *self);
void atlas_row_take_change (AtlasRow *self, char *change);
AtlasRowSign atlas_row_get_sign (AtlasRow *self, guint *detail);
void atlas_row_set_sign (AtlasRow *self, AtlasRowSign sign, guint detail);
void atlas_row_take_links (AtlasRow *self, char *lead, GPtrArray *records);
const char *atlas_row_get_lead (AtlasRow *self);
GPtrArray *atlas_row_get_links (AtlasRow *self);
AtlasRowStyle atlas_row_get_style (AtlasRow *self);
void atlas_row_set_style (AtlasRow *self, AtlasRowStyle style);
AtlasChart *atlas_row_get_chart (AtlasRow *self);
void atlas_row_take_chart (AtlasRow *self, AtlasChart *chart);
GObject *atlas_row_get_content (AtlasRow *self);
void atlas_row_take_content (AtlasRow *self, gpointer content);
const char *atlas_row_get_page (AtlasRow *self);
void atlas_row_set_page (AtlasRow *self, const char *page);
const char *atlas_row_get_heading (AtlasRow *self);
gboolean atlas_row_is_first (AtlasRow *self);
gboolean atlas_row_is_last (AtlasRow *self);
gboolean atlas_row_can_visit (AtlasRow *self);
gboolean atlas_row_equal (AtlasRow *self, AtlasRow *other);
char *atlas_row_describe (AtlasRow *self);

/* For the code that groups rows. */
void atlas_row_begin_group (AtlasRow *self, const char *heading);
void atlas_row_end_group (AtlasRow *self);

G_END_DECLS
