/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-progress-window.h"

#include <glib/gi18n.h>

/*
 * AtlasProgressWindow: the progress of writing a file, and a button to cancel it.
 */
struct _AtlasProgressWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkLabel *label;
  GtkProgressBar *bar;

  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AtlasProgressWindow, atlas_progress_window, ADW_TYPE_WINDOW)

/* The exporter closes the window. */
static void
cancel_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_cancellable_cancel (ATLAS_PROGRESS_WINDOW (widget)->cancellable);
}

static gboolean
atlas_progress_window_close_request (GtkWindow *window)
{
  cancel_cb (GTK_WIDGET (window), NULL, NULL);
  return GDK_EVENT_STOP;
}

static void
atlas_progress_window_finalize (GObject *object)
{
  AtlasProgressWindow *self = ATLAS_PROGRESS_WINDOW (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (atlas_progress_window_parent_class)->finalize (object);
}

static void
atlas_progress_window_class_init (AtlasProgressWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_progress_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = atlas_progress_window_close_request;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-progress-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasProgressWindow, label);
  gtk_widget_class_bind_template_child (widget_class, AtlasProgressWindow, bar);
  gtk_widget_class_install_action (widget_class, "progress.cancel", NULL, cancel_cb);
  /* Do not use window.close: GTK disables it when the window has no close button. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "progress.cancel", NULL);
}

static void
atlas_progress_window_init (AtlasProgressWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atlas_progress_window_new:
 * @parent: its transient parent
 * @name: the name of the file
 * @cancellable: the cancellable of the export
 *
 * Returns: (transfer none): a window that belongs to GTK
 */
AtlasProgressWindow *
atlas_progress_window_new (GtkWindow *parent, const char *name, GCancellable *cancellable)
{
  AtlasProgressWindow *self =
    g_object_new (ATLAS_TYPE_PROGRESS_WINDOW, "transient-for", parent, NULL);
  /* Translators: the name of a file. */
  g_autofree char *text = g_strdup_printf (_("Writing “%s”"), name);

  self->cancellable = g_object_ref (cancellable);
  gtk_label_set_text (self->label, text);
  return self;
}

/**
 * atlas_progress_window_set_fraction:
 * @self: a window
 * @fraction: the completed fraction, 0…1
 */
void
atlas_progress_window_set_fraction (AtlasProgressWindow *self, double fraction)
{
  g_return_if_fail (ATLAS_IS_PROGRESS_WINDOW (self));

  gtk_progress_bar_set_fraction (self->bar, fraction);
}
