/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-figure.h"
#include "atlas-scope.h"

G_BEGIN_DECLS

/**
 * AtlasBelonging:
 * @ATLAS_BELONGING_OWN: everything that the figure counts is in the scope, or the figure is about
 *   the subject
 * @ATLAS_BELONGING_JOINT: the figure counts the scope together with other places
 * @ATLAS_BELONGING_ELSEWHERE: the figure counts other places, or a larger place than the scope
 *
 * To whom a figure belongs, as seen from a scope.
 */
typedef enum
{
  ATLAS_BELONGING_OWN,
  ATLAS_BELONGING_JOINT,
  ATLAS_BELONGING_ELSEWHERE,
} AtlasBelonging;

AtlasBelonging atlas_belonging_of (AtlasScope *scope, AtlasFigure *figure, GPtrArray **others);
char *atlas_belonging_describe (AtlasScope *scope, AtlasFigure *figure, AtlasLanguage language);

G_END_DECLS
