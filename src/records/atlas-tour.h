/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-citation.h"
#include "atlas-text.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_TOUR_STEP (atlas_tour_step_get_type ())

G_DECLARE_FINAL_TYPE (AtlasTourStep, atlas_tour_step, ATLAS, TOUR_STEP, GObject)

AtlasTourStep *atlas_tour_step_new (const char *view, AtlasText *caption);
const char *atlas_tour_step_get_view (AtlasTourStep *self);
AtlasText *atlas_tour_step_get_caption (AtlasTourStep *self);
guint atlas_tour_step_get_n_citations (AtlasTourStep *self);
const AtlasCitation *atlas_tour_step_get_citation (AtlasTourStep *self, guint index);
AtlasTourStep *atlas_tour_step_copy_with_caption (AtlasTourStep *self, AtlasText *caption);

/* For code that creates a step; do not call this when it is in a tour. */
void atlas_tour_step_add_citation (AtlasTourStep *self,
                                   const char *source,
                                   const char *section,
                                   guint paragraph);

#define ATLAS_TYPE_TOUR (atlas_tour_get_type ())

G_DECLARE_FINAL_TYPE (AtlasTour, atlas_tour, ATLAS, TOUR, GObject)

AtlasTour *atlas_tour_new (const char *id, AtlasText *title);
const char *atlas_tour_get_id (AtlasTour *self);
AtlasText *atlas_tour_get_title (AtlasTour *self);
guint atlas_tour_get_n_steps (AtlasTour *self);
AtlasTourStep *atlas_tour_get_step (AtlasTour *self, guint index);
AtlasTour *atlas_tour_copy_with_title (AtlasTour *self, AtlasText *title);
AtlasTour *atlas_tour_copy_with_step (AtlasTour *self, guint index, AtlasTourStep *step);
AtlasTour *atlas_tour_copy_without_step (AtlasTour *self, guint index);
AtlasTour *atlas_tour_copy_with_order (AtlasTour *self, guint from, guint to);

/* For code that creates a tour; do not call this when other code has it. */
void atlas_tour_add_step (AtlasTour *self, AtlasTourStep *step);

G_END_DECLS
