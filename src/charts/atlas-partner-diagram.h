/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-chart.h"
#include "atlas-link-curve.h"
#include "atlas-partners.h"

G_BEGIN_DECLS

/**
 * AtlasDiagramStop:
 * @record: the partner or link that it opens
 * @links: (element-type AtlasLink): all links that it represents
 * @is_partner: whether it is a partner; otherwise it is a line
 * @box: the box of its sign and name, or the box around the middle of its line
 *
 * A part of the diagram that can get the focus and be activated.
 */
typedef struct
{
  AtlasRecord *record;
  GPtrArray *links;
  gboolean is_partner;
  AtlasExtent box;
} AtlasDiagramStop;

#define ATLAS_TYPE_PARTNER_DIAGRAM (atlas_partner_diagram_get_type ())

G_DECLARE_FINAL_TYPE (AtlasPartnerDiagram, atlas_partner_diagram, ATLAS, PARTNER_DIAGRAM, GObject)

AtlasPartnerDiagram *atlas_partner_diagram_new (AtlasPartners *partners);
double atlas_partner_diagram_get_height (AtlasPartnerDiagram *self, const AtlasChartStyle *style);
void atlas_partner_diagram_lay_out (AtlasPartnerDiagram *self,
                                    double width,
                                    const AtlasChartStyle *style);
guint atlas_partner_diagram_get_n_stops (AtlasPartnerDiagram *self);
const AtlasDiagramStop *atlas_partner_diagram_get_stop (AtlasPartnerDiagram *self, guint index);
const AtlasDiagramStop *atlas_partner_diagram_pick (AtlasPartnerDiagram *self, double x, double y);
void atlas_partner_diagram_draw (AtlasPartnerDiagram *self,
                                 cairo_t *cr,
                                 const AtlasChartStyle *style,
                                 AtlasRecord *lifted);

G_END_DECLS
