/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-progress-window.h"

#include "atlas-test-display.h"
#include "pages-fixture.h"

static void
test_progress (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  AtlasProgressWindow *window = atlas_progress_window_new (NULL, "四平市.pdf", cancellable);
  GtkWidget *bar = atlas_test_find_type (window, "GtkProgressBar");

  atlas_progress_window_set_fraction (window, 0.25);
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)), ==, 0.25);
  g_assert_false (g_cancellable_is_cancelled (cancellable));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Closing cancels, and the window stays until the exporter has stopped. */
static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  AtlasProgressWindow *window = atlas_progress_window_new (NULL, "四平市.pdf", cancellable);

  gtk_window_present (GTK_WINDOW (window));
  gtk_window_close (GTK_WINDOW (window));
  await (g_cancellable_is_cancelled (cancellable));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Tests the action of Escape and of the button. */
static void
test_cancel_action (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  AtlasProgressWindow *window = atlas_progress_window_new (NULL, "四平市.pdf", cancellable);

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "progress.cancel", NULL));
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  atlas_test_display_init (&argc, &argv);
  g_test_add_func ("/printing/progress-window/progress", test_progress);
  g_test_add_func ("/printing/progress-window/cancel", test_cancel);
  g_test_add_func ("/printing/progress-window/cancel-action", test_cancel_action);
  return g_test_run ();
}
