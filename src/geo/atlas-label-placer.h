/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-projection.h"

G_BEGIN_DECLS

typedef struct _AtlasLabelPlacer AtlasLabelPlacer;

AtlasLabelPlacer *atlas_label_placer_new (double width, double height);
void atlas_label_placer_free (AtlasLabelPlacer *self);
void atlas_label_placer_block (AtlasLabelPlacer *self, const AtlasExtent *box);
gboolean atlas_label_placer_take (AtlasLabelPlacer *self, const AtlasExtent *boxes, guint n_boxes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLabelPlacer, atlas_label_placer_free)

G_END_DECLS
