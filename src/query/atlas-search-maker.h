/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-search.h"

G_BEGIN_DECLS

typedef struct _AtlasSearchMaker AtlasSearchMaker;

AtlasSearchMaker *atlas_search_maker_new (AtlasDataset *dataset);
AtlasDataset *atlas_search_maker_get_dataset (AtlasSearchMaker *self);
AtlasSearch *atlas_search_maker_get_search (AtlasSearchMaker *self);
void atlas_search_maker_free (AtlasSearchMaker *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSearchMaker, atlas_search_maker_free)

G_END_DECLS
