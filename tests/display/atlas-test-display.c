/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-display.h"

#include "atlas-fonts.h"
#include "atlas-text.h"
#include "atlas-work.h"

/* Functions for tests with widgets. */

/* The longest time that one iteration of the main loop waits, in milliseconds. */
#define TURN 20

/**
 * atlas_test_display_init:
 * @argc: the number of arguments
 * @argv: (array length=argc): the arguments of the program
 *
 * Initializes GTK and the tests, in English, with the fonts of the program.
 */
void
atlas_test_display_init (int *argc, char ***argv)
{
  atlas_fonts_init ();
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  atlas_language_set_default (ATLAS_LANGUAGE_EN);
}

/**
 * atlas_test_run:
 *
 * Runs the tests, and waits for threads that draw, as the program does.
 *
 * Returns: the exit status
 */
int
atlas_test_run (void)
{
  const int status = g_test_run ();

  g_assert_true (atlas_work_wait (ATLAS_TEST_PATIENCE));
  return status;
}

/**
 * atlas_test_load_style:
 *
 * Loads the style sheet of the program, so that widgets have the same sizes.
 */
void
atlas_test_load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/jilinatlas/JilinAtlas/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
wake_cb (gpointer user_data)
{
  gboolean *is_awake = user_data;

  *is_awake = TRUE;
}

/**
 * atlas_test_iterate:
 *
 * Runs one iteration of the main loop, with a timeout.
 */
void
atlas_test_iterate (void)
{
  gboolean is_awake = FALSE;
  const guint timer = g_timeout_add_once (TURN, wake_cb, &is_awake);

  g_main_context_iteration (NULL, TRUE);
  if (!is_awake)
    g_source_remove (timer);
}

/**
 * atlas_test_settle:
 *
 * Runs the main loop until it has nothing to do.
 */
void
atlas_test_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/**
 * atlas_test_wait_for_frames:
 * @widget: a mapped widget
 * @n_frames: the number of frames to wait for
 *
 * Waits for a number of frames.
 */
void
atlas_test_wait_for_frames (GtkWidget *widget, guint n_frames)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  const gint64 last = gdk_frame_clock_get_frame_counter (clock) + n_frames;

  gtk_widget_queue_draw (widget);
  while (gdk_frame_clock_get_frame_counter (clock) < last)
    {
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      atlas_test_iterate ();
    }
}

/**
 * atlas_test_open_window:
 * @child: (transfer floating): the child of the window
 * @width: its width in pixels
 * @height: its height in pixels
 *
 * Shows a widget in a new window.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
atlas_test_open_window (GtkWidget *child, int width, int height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/**
 * atlas_test_close_window:
 * @window: (transfer full): a window
 *
 * Closes a window, and asserts that its child is finalized.
 */
void
atlas_test_close_window (GtkWidget *window)
{
  GtkWidget *child = gtk_window_get_child (GTK_WINDOW (window));

  g_object_add_weak_pointer (G_OBJECT (child), (gpointer *) &child);
  gtk_window_destroy (GTK_WINDOW (window));
  atlas_test_settle ();
  g_assert_null (child);
}

/**
 * atlas_test_find:
 * @root: (type Gtk.Widget): where to start
 * @matches: a function that matches the widget
 * @words: (nullable): an argument for @matches
 *
 * Finds the first matching widget among @root and its descendants.
 *
 * Returns: (transfer none) (nullable): the widget
 */
GtkWidget *
atlas_test_find (gpointer root, AtlasTestWidgetFunc matches, const char *words)
{
  GtkWidget *found = matches (root, words) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = atlas_test_find (child, matches, words);
  return found;
}

/**
 * atlas_test_await:
 * @root: (type Gtk.Widget): where to start
 * @matches: a function that matches the widget
 * @words: (nullable): an argument for @matches
 *
 * Waits for a widget that appears in a later frame, such as those of lists, and asserts that it
 * appears.
 *
 * Returns: (transfer none): the widget
 */
GtkWidget *
atlas_test_await (gpointer root, AtlasTestWidgetFunc matches, const char *words)
{
  GtkWidget *found;

  g_test_message ("%s", words != NULL ? words : "A widget");
  await ((found = atlas_test_find (root, matches, words)) != NULL);
  return found;
}

/**
 * atlas_test_find_type:
 * @root: (type Gtk.Widget): where to start
 * @type_name: the name of a type
 *
 * Finds the first widget of exactly one type among @root and its descendants.
 *
 * Returns: (transfer none) (nullable): the widget
 */
GtkWidget *
atlas_test_find_type (gpointer root, const char *type_name)
{
  return atlas_test_find (root, atlas_test_is_type, type_name);
}

/**
 * atlas_test_is_label:
 * @widget: a widget
 * @words: a text
 *
 * Matches a mapped label with exactly the text @words.
 *
 * Returns: whether the widget matches
 */
gboolean
atlas_test_is_label (GtkWidget *widget, const char *words)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words);
}

/**
 * atlas_test_is_type:
 * @widget: a widget
 * @type_name: the name of a type
 *
 * Matches a widget of exactly one type.
 *
 * Returns: whether the widget matches
 */
gboolean
atlas_test_is_type (GtkWidget *widget, const char *type_name)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), type_name);
}

/**
 * atlas_test_get_controller:
 * @widget: (type Gtk.Widget): a widget
 * @type: a type of event controllers
 *
 * Returns the first event controller of a type, and asserts that there is one. Tests emit its
 * signals as GTK does for pointer and keys.
 *
 * Returns: (transfer none): the controller
 */
GtkEventController *
atlas_test_get_controller (gpointer widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }
  g_assert_not_reached ();
}
