/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-facts.h"
#include "atlas-manuscript.h"

G_BEGIN_DECLS

AtlasBlock *atlas_chapter_add_title (AtlasManuscript *manuscript, const AtlasFacts *facts);
guint atlas_chapter_add (AtlasManuscript *manuscript, const AtlasFacts *facts);
void atlas_chapter_add_page (AtlasManuscript *manuscript, const AtlasFacts *facts);
guint atlas_chapter_add_follow_up (AtlasManuscript *manuscript,
                                   const AtlasFacts *facts,
                                   const AtlasDate *today);

G_END_DECLS
