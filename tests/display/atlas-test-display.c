/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-display.h"

#include "atlas-fonts.h"
#include "atlas-text.h"
#include "atlas-work.h"

/* What tests that show widgets have in common. */

/* The longest that one turn of the main loop waits for something to happen, in milliseconds. */
#define TURN 20

/**
 * atlas_test_display_init:
 * @argc: the number of arguments
 * @argv: (array length=argc): the arguments of the program
 *
 * Makes ready to show widgets, in English, with the fonts of the program.
 */
void
atlas_test_display_init (int    *argc,
                         char ***argv)
{
  atlas_fonts_init ();
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  atlas_language_set_default (ATLAS_LANGUAGE_EN);
}

/**
 * atlas_test_run:
 *
 * Runs the tests, and waits for what they had drawn in threads, as the program does.
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
 * Gives widgets the style, and with it the sizes, that they have in the program.
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
 * Lets the main loop do what comes next. It waits for that, but comes back if nothing comes.
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
 * Lets the main loop do all that it can do at once.
 */
void
atlas_test_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/**
 * atlas_test_wait_for_frames:
 * @widget: a widget that is on the screen
 * @n_frames: how many frames of it to wait for
 *
 * Lets a number of frames pass.
 */
void
atlas_test_wait_for_frames (GtkWidget *widget,
                            guint      n_frames)
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
 * @child: (transfer floating): what the window shows
 * @width: its width in pixels
 * @height: its height in pixels
 *
 * Shows a widget in a window of its own.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
atlas_test_open_window (GtkWidget *child,
                        int        width,
                        int        height)
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
 * Closes a window, and asserts that nothing holds what it showed any more.
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
 * @root: (type Gtk.Widget): where to begin
 * @matches: what the widget is to be
 * @words: (nullable): which one, as far as @matches asks for it
 *
 * Looks for a widget below another one, that one included, from the first to the last.
 *
 * Returns: (transfer none) (nullable): the widget
 */
GtkWidget *
atlas_test_find (gpointer             root,
                 AtlasTestWidgetFunc  matches,
                 const char          *words)
{
  GtkWidget *found = matches (root, words) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = atlas_test_find (child, matches, words);
  return found;
}

/**
 * atlas_test_await:
 * @root: (type Gtk.Widget): where to begin
 * @matches: what the widget is to be
 * @words: (nullable): which one, as far as @matches asks for it
 *
 * Looks for a widget that may come with a later frame, as those of lists do, and asserts that it
 * comes.
 *
 * Returns: (transfer none): the widget
 */
GtkWidget *
atlas_test_await (gpointer             root,
                  AtlasTestWidgetFunc  matches,
                  const char          *words)
{
  GtkWidget *found;

  g_test_message ("%s", words != NULL ? words : "A widget");
  await ((found = atlas_test_find (root, matches, words)) != NULL);
  return found;
}

/**
 * atlas_test_find_type:
 * @root: (type Gtk.Widget): where to begin
 * @type_name: the name of a type
 *
 * Looks for a widget of exactly one type below another one, that one included.
 *
 * Returns: (transfer none) (nullable): the first widget of the type
 */
GtkWidget *
atlas_test_find_type (gpointer    root,
                      const char *type_name)
{
  return atlas_test_find (root, atlas_test_is_type, type_name);
}

/**
 * atlas_test_is_label:
 * @widget: a widget
 * @words: a text
 *
 * Matches a label on the screen that says exactly @words.
 *
 * Returns: whether it is one
 */
gboolean
atlas_test_is_label (GtkWidget  *widget,
                     const char *words)
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
 * Returns: whether it is one
 */
gboolean
atlas_test_is_type (GtkWidget  *widget,
                    const char *type_name)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), type_name);
}

/**
 * atlas_test_get_controller:
 * @widget: (type Gtk.Widget): a widget
 * @type: a type of event controllers
 *
 * Gets the first controller of a type, and asserts that there is one. Emitting its signals is what
 * GTK does when the pointer or a key acts.
 *
 * Returns: (transfer none): the controller
 */
GtkEventController *
atlas_test_get_controller (gpointer widget,
                           GType    type)
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
