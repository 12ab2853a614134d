/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-base-map.h"
#include "atlas-summary-parts.h"
#include "atlas-typesetter.h"

G_BEGIN_DECLS

/**
 * AtlasSection:
 * @title: the title; plain text, not markup
 * @heading: (unowned): its heading, which has an anchor
 *
 * An entry of the table of contents and of the outline of a file.
 */
typedef struct
{
  char *title;
  AtlasBlock *heading;
} AtlasSection;

/**
 * AtlasManuscript:
 * @typesetter: the typesetter
 * @base_map: (nullable): the base map of its maps
 * @frame: the part of each page for blocks
 * @parts: the parts to include
 * @by_stage: whether the table of projects is grouped by stage instead of by kind
 * @blocks: (element-type AtlasBlock): the blocks so far, owned
 * @sections: (element-type AtlasSection): the sections so far
 *
 * A summary that is being built.
 */
typedef struct
{
  AtlasTypesetter *typesetter;
  AtlasBaseMap *base_map;
  AtlasFrame frame;
  AtlasSummaryParts parts;
  gboolean by_stage;
  GPtrArray *blocks;
  GArray *sections;
} AtlasManuscript;

void atlas_manuscript_init (AtlasManuscript *self,
                            AtlasTypesetter *typesetter,
                            AtlasBaseMap *base_map,
                            const AtlasFrame *frame,
                            AtlasSummaryParts parts);
void atlas_manuscript_clear (AtlasManuscript *self);
void atlas_manuscript_add_block (AtlasManuscript *self, AtlasBlock *block, double space_before);
AtlasBlock *
atlas_manuscript_add_heading (AtlasManuscript *self, AtlasTextRole role, const char *title);
AtlasBlock *
atlas_manuscript_add_section (AtlasManuscript *self, AtlasTextRole role, const char *title);
void atlas_manuscript_measure (AtlasManuscript *self, guint first);
double atlas_manuscript_measure_space_left (AtlasManuscript *self, guint first);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasManuscript, atlas_manuscript_clear)

G_END_DECLS
