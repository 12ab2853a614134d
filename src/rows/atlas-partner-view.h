/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-navigation.h"
#include "atlas-partner-diagram.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_PARTNER_VIEW (atlas_partner_view_get_type ())

G_DECLARE_FINAL_TYPE (AtlasPartnerView, atlas_partner_view, ATLAS, PARTNER_VIEW, GtkWidget)

GtkWidget *atlas_partner_view_new (AtlasPartnerDiagram *diagram, AtlasNavigation *navigation);

G_END_DECLS
