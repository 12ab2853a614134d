/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <adwaita.h>

#include "atlas-row-view.h"

#include "atlas-chart-view.h"
#include "atlas-citation-mark.h"
#include "atlas-sign.h"

G_BEGIN_DECLS

struct _AtlasRowView
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkLabel *heading;
  GtkWidget *card;
  AtlasSign *sign;
  GtkLabel *title;
  GtkLabel *value;
  GtkLabel *change;
  GtkWidget *lead;
  GtkLabel *detail;
  GtkLabel *links;
  AtlasChartView *chart;
  AdwBin *content;
  AtlasCitationMark *citation;

  /* While a row is set */
  AtlasRow *row;
  AtlasNavigation *navigation;
  gulong hovered_handler;

  /* The link that was activated, and the source that opens it later */
  AtlasRecord *followed;
  guint following;

  GtkWidget *menu; /* created when it was last opened */
};

gboolean _atlas_row_view_leads_elsewhere (AtlasRowView *self);
void _atlas_row_view_class_install_menu (AtlasRowViewClass *klass);
void _atlas_row_view_popup_menu (AtlasRowView *self, double x, double y);

G_END_DECLS
