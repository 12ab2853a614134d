/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-matrix-window.h"

#include "atlas-enum-types.h"
#include "atlas-labels.h"
#include "atlas-matrix-view.h"
#include "atlas-sign.h"

/*
 * AtlasMatrixWindow: the matrix in its own window, large enough for all of it.
 *
 * It follows the navigation of its parent, so a scope that is opened here is highlighted on the
 * map. A legend of the colors is below the matrix.
 */
struct _AtlasMatrixWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwBin *bin;
  GtkFlowBox *groups;
};

G_DEFINE_FINAL_TYPE (AtlasMatrixWindow, atlas_matrix_window, ADW_TYPE_WINDOW)

#define WIDTH 1080

static void
add_group (AtlasMatrixWindow *self, AtlasIndustryGroup group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sign = g_object_new (ATLAS_TYPE_SIGN, NULL);
  GtkWidget *label = gtk_label_new (atlas_label_for (ATLAS_TYPE_INDUSTRY_GROUP, (int) group,
                                                     atlas_language_get_default ()));
  GtkFlowBoxChild *child;

  atlas_sign_set (ATLAS_SIGN (sign), ATLAS_ROW_SIGN_INDUSTRY, group);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), label);
  gtk_flow_box_insert (self->groups, box, -1);
  child = gtk_flow_box_get_child_at_index (self->groups, (int) group);
  gtk_widget_set_focusable (GTK_WIDGET (child), FALSE);
}

static void
atlas_matrix_window_class_init (AtlasMatrixWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-matrix-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasMatrixWindow, bin);
  gtk_widget_class_bind_template_child (widget_class, AtlasMatrixWindow, groups);
}

static void
atlas_matrix_window_init (AtlasMatrixWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint group = 0; group < ATLAS_N_INDUSTRY_GROUPS; group++)
    add_group (self, (AtlasIndustryGroup) group);
}

/**
 * atlas_matrix_window_new:
 * @navigation: the navigation to follow
 * @parent: (nullable): its transient parent
 *
 * Returns: (transfer none): a window that belongs to GTK
 */
GtkWidget *
atlas_matrix_window_new (AtlasNavigation *navigation, GtkWindow *parent)
{
  AtlasMatrixWindow *self = g_object_new (ATLAS_TYPE_MATRIX_WINDOW, "transient-for", parent, NULL);
  GtkWidget *matrix = atlas_matrix_view_new (navigation);

  adw_bin_set_child (self->bin, matrix);
  /* Make the window high enough for all rows, if the screen allows it. */
  atlas_matrix_view_prepare (ATLAS_MATRIX_VIEW (matrix), WIDTH);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, -1);
  return GTK_WIDGET (self);
}
