/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-timeline-panel.h"
#include "atlas-timeline.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_TIMELINE_VIEW (atlas_timeline_view_get_type ())

G_DECLARE_FINAL_TYPE (AtlasTimelineView, atlas_timeline_view, ATLAS, TIMELINE_VIEW, GtkWidget)

GtkWidget *atlas_timeline_view_new (AtlasTimelinePanel *panel);
AtlasTimeline *atlas_timeline_view_get_timeline (AtlasTimelineView *self);
AtlasRecord *atlas_timeline_view_get_current (AtlasTimelineView *self);

G_END_DECLS
