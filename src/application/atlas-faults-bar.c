/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-faults-bar.h"

#include "atlas-left-out.h"

/*
 * AtlasFaultsBar: tells how many records of the file are left out because of faults, with a button
 * that opens the list. It is visible while such a dataset is shown, until the user closes it.
 */
struct _AtlasFaultsBar
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkRevealer *revealer;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (AtlasFaultsBar, atlas_faults_bar, ADW_TYPE_BIN)

static void
close_cb (AtlasFaultsBar *self)
{
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

static void
atlas_faults_bar_class_init (AtlasFaultsBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-faults-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasFaultsBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, AtlasFaultsBar, label);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
atlas_faults_bar_init (AtlasFaultsBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atlas_faults_bar_set_dataset:
 * @self: a bar
 * @dataset: the dataset that is shown
 */
void
atlas_faults_bar_set_dataset (AtlasFaultsBar *self, AtlasDataset *dataset)
{
  g_autofree char *words = NULL;

  g_return_if_fail (ATLAS_IS_FAULTS_BAR (self));
  g_return_if_fail (ATLAS_IS_DATASET (dataset));

  words = atlas_left_out_describe (dataset, atlas_language_get_default ());
  /* Keep the text while the bar closes with an animation. */
  if (*words != '\0')
    gtk_label_set_text (self->label, words);
  gtk_revealer_set_reveal_child (self->revealer, *words != '\0');
}
