/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-faults-bar.h"

#include <glib/gi18n.h>

#include "atlas-fault.h"
#include "atlas-left-out.h"

/*
 * AtlasFaultsBar: says what is wrong with the file, with a button that opens the list of faults.
 *
 * It says how many records are left out of the dataset that is shown, or that the file was changed
 * and its new content cannot be used. It is visible until the user closes it, or until the file is
 * good.
 */
struct _AtlasFaultsBar
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkRevealer *revealer;
  GtkLabel *label;
  GtkActionable *list_button;
  GtkWidget *bundled_button;
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
  gtk_widget_class_bind_template_child (widget_class, AtlasFaultsBar, list_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasFaultsBar, bundled_button);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
atlas_faults_bar_init (AtlasFaultsBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Keeps the text while the bar closes with an animation. */
static void
show_words (AtlasFaultsBar *self, const char *words)
{
  if (*words != '\0')
    gtk_label_set_text (self->label, words);
  gtk_revealer_set_reveal_child (self->revealer, *words != '\0');
}

/**
 * atlas_faults_bar_set_dataset:
 * @self: a bar
 * @dataset: the dataset that is shown
 *
 * Says how much of its file is left out of @dataset. Without faults, the bar closes.
 */
void
atlas_faults_bar_set_dataset (AtlasFaultsBar *self, AtlasDataset *dataset)
{
  g_autofree char *words = NULL;

  g_return_if_fail (ATLAS_IS_FAULTS_BAR (self));
  g_return_if_fail (ATLAS_IS_DATASET (dataset));

  words = atlas_left_out_describe (dataset, atlas_language_get_default ());
  gtk_actionable_set_action_name (self->list_button, "win.show-faults");
  gtk_widget_set_visible (self->bundled_button, TRUE);
  show_words (self, words);
}

/* Returns the first fault that keeps a dataset from being read, or NULL. */
static const AtlasFault *
find_error (GPtrArray *faults)
{
  for (guint i = 0; faults != NULL && i < faults->len; i++)
    {
      const AtlasFault *fault = faults->pdata[i];

      if (fault->severity == ATLAS_FAULT_SEVERITY_ERROR)
        return fault;
    }
  return NULL;
}

static char *
describe_fault (const AtlasFault *fault)
{
  g_autofree char *words =
    fault->record != NULL ? g_strdup_printf (_("%s: %s"), fault->record, fault->message)
                          : g_strdup (fault->message);

  /* Translators: a line of a file, and what is wrong there */
  return g_strdup_printf (_("Line %u: %s"), fault->line, words);
}

/**
 * atlas_faults_bar_set_refused:
 * @self: a bar
 * @file: the file of the dataset that is shown
 * @faults: (nullable) (element-type AtlasFault): the faults of its new content
 * @error: why the new content cannot be used
 *
 * Says that @file was changed and that its new content cannot be used, with the first fault.
 */
void
atlas_faults_bar_set_refused (AtlasFaultsBar *self,
                              GFile *file,
                              GPtrArray *faults,
                              const GError *error)
{
  const AtlasFault *fault = find_error (faults);
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autofree char *what = NULL;
  g_autofree char *why = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (ATLAS_IS_FAULTS_BAR (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (error != NULL);

  path = g_file_get_parse_name (file);
  name = g_path_get_basename (path);
  /* Translators: the name of a file that another program has changed */
  what = g_strdup_printf (_("The new content of %s cannot be used; the former one stays."), name);
  why = fault != NULL ? describe_fault (fault) : g_strdup (error->message);
  words = g_strdup_printf ("%s\n%s", what, why);
  gtk_actionable_set_action_name (self->list_button, "win.show-refused");
  gtk_widget_set_visible (self->bundled_button, FALSE);
  show_words (self, words);
}
