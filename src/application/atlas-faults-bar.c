/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-faults-bar.h"

#include <glib/gi18n.h>

/*
 * AtlasFaultsBar: how many records of the file are left out of what is shown, with the way to the
 * list of faults. It is there as long as such a dataset is shown, or until one closes it.
 */
struct _AtlasFaultsBar
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkRevealer *revealer;
  GtkLabel    *label;
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

static char *
describe (AtlasDataset *dataset)
{
  const guint n_at_fault = atlas_dataset_get_n_at_fault (dataset);
  const guint n_dependent = atlas_dataset_get_n_dependent (dataset);
  g_autofree char *at_fault =
    g_strdup_printf (ngettext ("%u record of this file has a fault and is left out.",
                               "%u records of this file have faults and are left out.",
                               n_at_fault), n_at_fault);
  g_autofree char *dependent =
    g_strdup_printf (ngettext ("%u other depends on what is left out, and is missing, too.",
                               "%u others depend on what is left out, and are missing, too.",
                               n_dependent), n_dependent);

  if (n_at_fault == 0)
    return g_strdup (_("This file has faults; what they concern is left out."));
  if (n_dependent == 0)
    return g_steal_pointer (&at_fault);
  /* Translators: two sentences, one after the other */
  return g_strdup_printf (_("%s %s"), at_fault, dependent);
}

/**
 * atlas_faults_bar_set_dataset:
 * @self: a bar
 * @dataset: the dataset that is shown
 * @has_faults: whether something of its file is left out
 */
void
atlas_faults_bar_set_dataset (AtlasFaultsBar *self,
                              AtlasDataset   *dataset,
                              gboolean        has_faults)
{
  g_autofree char *words = NULL;

  g_return_if_fail (ATLAS_IS_FAULTS_BAR (self));
  g_return_if_fail (ATLAS_IS_DATASET (dataset));

  if (has_faults)
    {
      words = describe (dataset);
      gtk_label_set_text (self->label, words);
    }
  gtk_revealer_set_reveal_child (self->revealer, has_faults);
}
