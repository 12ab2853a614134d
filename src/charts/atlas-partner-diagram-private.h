/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-partner-diagram.h"

G_BEGIN_DECLS

#define ATLAS_DIAGRAM_NODE_RADIUS 4.0

/* The distance of the partners from the middle, as a share of the width. */
#define ATLAS_DIAGRAM_REACH 0.23

struct _AtlasPartnerDiagram
{
  GObject parent_instance;

  AtlasPartners *partners;
  guint *order; /* indices of the partners, in clockwise order */

  /* Results of the layout for a width and a style. */
  double width;
  double height;
  double row_height;
  AtlasPoint *nodes; /* the positions of the partners, in that order */
  GPtrArray *curves; /* of AtlasLinkCurve */
  GArray *stops;     /* of AtlasDiagramStop */
};

PangoLayout *
_atlas_partner_diagram_create_layout (const AtlasChartStyle *style, const char *text, double width);
void _atlas_partner_diagram_get_size (PangoLayout *layout, double *width, double *height);
gboolean _atlas_partner_diagram_is_on_left (AtlasPartnerDiagram *self, guint position);

G_END_DECLS
