/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <libxml/tree.h>

#include "atlas-map-block.h"
#include "atlas-summary.h"

G_BEGIN_DECLS

/**
 * AtlasHtml:
 * @document: the page
 * @shared: the drawing that has what several maps show
 * @dataset: the dataset
 * @summary: the summary that is being written
 * @language: its language
 * @code: the prefix of its ids: "zh", "en" or "ko"
 * @has_title: whether its title is not the first block
 * @rows: (element-type AtlasRecord): the records that have a row in it
 * @written: (element-type AtlasRecord): those whose row is written
 * @n_pictures: the number of its pictures so far
 * @colors: the colors of all pictures, as "#rrggbb"
 * @status: why a picture could not be drawn; then the page is incomplete
 *
 * A web page that is being written.
 */
typedef struct
{
  xmlDoc *document;
  xmlNode *shared;
  AtlasDataset *dataset;
  AtlasSummary *summary;
  AtlasLanguage language;
  const char *code;
  gboolean has_title;
  GHashTable *rows;
  GHashTable *written;
  guint n_pictures;
  GHashTable *colors;
  cairo_status_t status;
} AtlasHtml;

xmlNode *_atlas_html_add (xmlNode *parent, const char *name, const char *class_name);
void _atlas_html_set (xmlNode *node, const char *name, const char *value);
void _atlas_html_add_text (AtlasHtml *self, xmlNode *parent, const char *text);
char *_atlas_html_make_id (AtlasHtml *self, const char *anchor);
char *_atlas_html_make_record_id (AtlasHtml *self, AtlasRecord *record);

void _atlas_html_find_rows (AtlasHtml *self);
void _atlas_html_add_block (AtlasHtml *self, xmlNode *parent, AtlasBlock *block, guint index);

void _atlas_html_add_map (AtlasHtml *self, xmlNode *parent, AtlasMapBlock *map);
void _atlas_html_add_chart (AtlasHtml *self, xmlNode *parent, AtlasBlock *chart, const char *title);
char *_atlas_html_make_dark_style (AtlasHtml *self);

G_END_DECLS
