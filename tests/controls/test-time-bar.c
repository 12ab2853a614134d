/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-time-bar-private.h"

#include "atlas-event.h"
#include "atlas-test-dataset.h"
#include "atlas-test-display.h"

/* The dataset has events on 2016-02, 2020-08 and 2021-03-09; its own date is 2021-05-30. */
typedef struct
{
  AtlasDataset *dataset;
  AtlasNavigation *navigation;
  GtkWidget *window;
  AtlasTimeBar *bar;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dataset = atlas_test_dataset_new ();
  fixture->navigation = atlas_navigation_new ();
  atlas_navigation_set_dataset (fixture->navigation, fixture->dataset);
  fixture->bar = ATLAS_TIME_BAR (atlas_time_bar_new (fixture->navigation));
  fixture->window = atlas_test_open_window (GTK_WIDGET (fixture->bar), 600, 80);
  atlas_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.jilinatlas.JilinAtlas");

  atlas_test_close_window (fixture->window);
  g_assert_finalize_object (fixture->navigation);
  g_object_unref (fixture->dataset);
  g_settings_reset (settings, "show-time-bar");
  g_settings_reset (settings, "playback-speed");
  g_settings_reset (settings, "playback-loop");
}

static gboolean
shows (GtkWidget *widget, const char *words)
{
  return GTK_IS_LABEL (widget) && gtk_widget_is_visible (widget) &&
         g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words);
}

static gboolean
has_icon (GtkWidget *widget, const char *icon_name)
{
  return GTK_IS_BUTTON (widget) &&
         g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), icon_name) == 0;
}

static void
assert_shows (Fixture *fixture, const char *words)
{
  g_assert_nonnull (atlas_test_find (fixture->bar, shows, words));
}

static void
press (Fixture *fixture, const char *icon_name)
{
  GtkWidget *button = atlas_test_find (fixture->bar, has_icon, icon_name);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
assert_until (Fixture *fixture, const char *expected)
{
  const AtlasDate *until =
    atlas_filter_get_until (atlas_navigation_get_filter (fixture->navigation));
  g_autofree char *iso = until != NULL ? atlas_date_to_iso (until) : NULL;

  g_assert_cmpstr (iso, ==, expected);
}

/* The events of the current day are named, with dates in their known precision. */
static void
test_step (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scale = atlas_test_find_type (fixture->bar, "GtkScale");

  press (fixture, "media-skip-backward-symbolic");
  assert_until (fixture, "2021-03-09");
  press (fixture, "media-skip-backward-symbolic");
  assert_until (fixture, "2020-08-01");
  assert_shows (fixture, "1 Aug 2020");
  assert_shows (fixture, "Aug 2020 · Agreement signed");
  gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "1 August 2020");
  gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Aug 2020 · Agreement signed");
  /* A change of scope keeps the position. */
  atlas_navigation_visit (fixture->navigation,
                          atlas_test_dataset_get (fixture->dataset, "liaoyuan"));
  assert_until (fixture, "2020-08-01");
  assert_shows (fixture, "1 Aug 2020");
  press (fixture, "media-skip-forward-symbolic");
  press (fixture, "media-skip-forward-symbolic");
  assert_until (fixture, NULL);
}

static void
test_drag (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scale = atlas_test_find_type (fixture->bar, "GtkScale");
  gboolean handled = FALSE;

  g_signal_emit_by_name (scale, "change-value", GTK_SCROLL_JUMP,
                         (double) atlas_date_first_day (&(AtlasDate) { 2018, 5, 17 }), &handled);
  g_assert_true (handled);
  assert_until (fixture, "2018-05-17");
  g_signal_emit_by_name (scale, "change-value", GTK_SCROLL_STEP_RIGHT, 0.0, &handled);
  assert_until (fixture, "2020-08-01");
  g_signal_emit_by_name (scale, "change-value", GTK_SCROLL_STEP_LEFT, 0.0, &handled);
  assert_until (fixture, "2016-02-01");
}

static gboolean
has_name (GtkWidget *widget, const char *name)
{
  return g_str_equal (gtk_widget_get_name (widget), name);
}

/* Dates can be typed in every form in which the program writes them; otherwise an error is
 * shown. */
static void
test_type (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = atlas_test_find (fixture->bar, has_name, "until");
  const struct
  {
    const char *words;
    const char *until;
    const char *fault;
  } cases[] = {
    { "2020", "2020", NULL },
    { "2018-08", "2018-08", NULL },
    { "2019年4月", "2019-04", NULL },
    { "10 August 2020", "2020-08-10", NULL },
    { "soon", "2020-08-10",
      "This is not a date. Write a year, a month or a day, such as 2020, 2020-08 or 2020-08-10." },
    { "2020-02-30", "2020-08-10", "The calendar has no such month or day." },
    { "2035", "2020-08-10", "The atlas shows the time from 1 January 2016 to 30 May 2021." },
    { "2016-02-29", "2016-02-29", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].words);
      gtk_editable_set_text (GTK_EDITABLE (entry), cases[i].words);
      g_signal_emit_by_name (entry, "activate");
      assert_until (fixture, cases[i].until);
      g_assert_cmpint (gtk_widget_has_css_class (entry, "error"), ==, cases[i].fault != NULL);
      gtk_test_accessible_assert_property (
        entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
        cases[i].fault != NULL ? cases[i].fault : "Year, month or day: 2020, 2020-08, 2020-08-10");
    }
}

static void
assert_from (Fixture *fixture, const char *expected)
{
  const AtlasDate *from = atlas_filter_get_from (atlas_navigation_get_filter (fixture->navigation));
  g_autofree char *iso = from != NULL ? atlas_date_to_iso (from) : NULL;

  g_assert_cmpstr (iso, ==, expected);
}

/* The user can type one date or two; the first must not be later than the second. */
static void
test_type_interval (Fixture *fixture, gconstpointer data)
{
  GtkWidget *from = atlas_test_find (fixture->bar, has_name, "from");
  GtkWidget *until = atlas_test_find (fixture->bar, has_name, "until");
  GtkWidget *handle = atlas_test_find_type (fixture->bar, "AtlasTimeHandle");

  gtk_editable_set_text (GTK_EDITABLE (from), "2018");
  gtk_editable_set_text (GTK_EDITABLE (until), "2020-08");
  g_signal_emit_by_name (until, "activate");
  assert_from (fixture, "2018");
  assert_until (fixture, "2020-08");
  assert_shows (fixture, "2018 – 31 Aug 2020");
  gtk_test_accessible_assert_property (handle, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       "1 January 2018");

  gtk_editable_set_text (GTK_EDITABLE (until), "2017");
  g_signal_emit_by_name (until, "activate");
  g_assert_true (gtk_widget_has_css_class (until, "error"));
  g_assert_false (gtk_widget_has_css_class (from, "error"));
  gtk_editable_set_text (GTK_EDITABLE (from), "never");
  g_signal_emit_by_name (from, "activate");
  g_assert_true (gtk_widget_has_css_class (from, "error"));
  gtk_editable_set_text (GTK_EDITABLE (from), "");
  g_signal_emit_by_name (from, "activate");
  assert_from (fixture, NULL);
  assert_until (fixture, "2017");
}

/* The handle of the beginning is left of its day, has an accessible name, and moves from event to
 * event. */
static void
test_handle (Fixture *fixture, gconstpointer data)
{
  GtkWidget *handle = atlas_test_find_type (fixture->bar, "AtlasTimeHandle");
  AtlasPlayback *playback = _atlas_time_bar_get_playback (fixture->bar);
  GtkWidget *overlay = atlas_test_find_type (fixture->bar, "GtkOverlay");
  graphene_rect_t before, after;
  double middle;

  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (handle)), ==,
                   GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (handle, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Beginning of the time shown on the map");
  g_assert_true (gtk_widget_grab_focus (handle));
  atlas_test_wait_for_frames (handle, 2);
  g_assert_true (gtk_widget_compute_bounds (handle, overlay, &before));
  atlas_playback_set_beginning (playback, atlas_date_first_day (&(AtlasDate) { 2019, 0, 0 }));
  atlas_test_wait_for_frames (handle, 2);
  g_assert_true (gtk_widget_compute_bounds (handle, overlay, &after));
  /* The range from 2016 to May 2021 has 5.4 years; three of them are before 2019. */
  middle = gtk_widget_get_width (overlay) * 3 / 5.4;
  g_assert_cmpfloat (before.origin.x + before.size.width, <, 20);
  g_assert_cmpfloat_with_epsilon (after.origin.x + after.size.width, middle, 12);
  assert_from (fixture, "2019-01-01");
  g_assert_true (gtk_widget_has_css_class (handle, "set"));
}

/* The bar has the same height with and without text. */
static void
test_height (Fixture *fixture, gconstpointer data)
{
  int at_end, at_event;

  gtk_widget_measure (GTK_WIDGET (fixture->bar), GTK_ORIENTATION_VERTICAL, -1, &at_end, NULL, NULL,
                      NULL);
  press (fixture, "media-skip-backward-symbolic");
  atlas_test_settle ();
  gtk_widget_measure (GTK_WIDGET (fixture->bar), GTK_ORIENTATION_VERTICAL, -1, &at_event, NULL,
                      NULL, NULL);
  g_assert_cmpint (at_end, ==, at_event);
}

/* The bar shows the number of undated links: all but one of this dataset. */
static void
test_undated (Fixture *fixture, gconstpointer data)
{
  AtlasFilter *filter = atlas_navigation_get_filter (fixture->navigation);

  assert_shows (fixture, "4 of 5 links without a date");
  press (fixture, "media-skip-backward-symbolic");
  assert_shows (fixture, "4 of 5 links without a date");
  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS, FALSE);
  assert_shows (fixture, "3 of 4 links without a date");
}

static void
test_play (Fixture *fixture, gconstpointer data)
{
  AtlasPlayback *playback = _atlas_time_bar_get_playback (fixture->bar);

  press (fixture, "media-playback-start-symbolic");
  g_assert_true (atlas_playback_get_playing (playback));
  assert_until (fixture, "2016-01-01");
  press (fixture, "media-playback-pause-symbolic");
  g_assert_false (atlas_playback_get_playing (playback));
}

/* Speed and loop are selected in the menu and saved. */
static void
test_remember (Fixture *fixture, gconstpointer data)
{
  AtlasPlayback *playback = _atlas_time_bar_get_playback (fixture->bar);
  g_autoptr (GSettings) settings = g_settings_new ("io.github.jilinatlas.JilinAtlas");
  double speed = 0;
  gboolean loops = FALSE;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->bar), "time.playback-speed", "d",
                                             365.0));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->bar), "time.playback-loop",
                                             NULL));
  atlas_test_settle ();
  g_object_get (playback, "speed", &speed, "loops", &loops, NULL);
  g_assert_cmpfloat (speed, ==, 365);
  g_assert_true (loops);
  g_assert_cmpfloat (g_settings_get_double (settings, "playback-speed"), ==, 365);
  g_assert_true (g_settings_get_boolean (settings, "playback-loop"));
}

static void
test_stepwise (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->bar));
  AtlasPlayback *playback = _atlas_time_bar_get_playback (fixture->bar);
  gboolean stepwise = FALSE;

  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  g_object_get (playback, "stepwise", &stepwise, NULL);
  g_assert_true (stepwise);
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  g_object_get (playback, "stepwise", &stepwise, NULL);
  g_assert_false (stepwise);
}

/* A folded bar stops playing, and shows the time if it is filtered. */
static void
test_fold (Fixture *fixture, gconstpointer data)
{
  AtlasPlayback *playback = _atlas_time_bar_get_playback (fixture->bar);
  GtkWidget *scale = atlas_test_find_type (fixture->bar, "GtkScale");
  g_autoptr (GSettings) settings = g_settings_new ("io.github.jilinatlas.JilinAtlas");

  atlas_playback_set_playing (playback, TRUE);
  press (fixture, "pan-down-symbolic");
  atlas_test_settle ();
  g_assert_false (gtk_widget_is_visible (scale));
  g_assert_false (atlas_playback_get_playing (playback));
  g_assert_false (g_settings_get_boolean (settings, "show-time-bar"));
  assert_shows (fixture, "Up to 1 January 2016");
  atlas_filter_reset (atlas_navigation_get_filter (fixture->navigation));
  assert_shows (fixture, "Time");
  g_object_set (fixture->bar, "folded", FALSE, NULL);
  g_assert_true (gtk_widget_is_visible (scale));
  g_assert_true (g_settings_get_boolean (settings, "show-time-bar"));
}

static gboolean
goes_on (GtkWidget *widget, const char *words)
{
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "";

  return g_str_has_prefix (text, words) && g_str_has_suffix (text, "; …");
}

/* With many events and years the bar does not become wider; of many events on one day the first
 * ones are named. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasDataset) dataset = atlas_dataset_new ();
  int before, after;

  gtk_widget_measure (GTK_WIDGET (fixture->bar), GTK_ORIENTATION_HORIZONTAL, -1, &before, NULL,
                      NULL, NULL);
  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *id = g_strdup_printf ("event-%u", i);
      g_autoptr (AtlasText) name = atlas_text_new (id, NULL, NULL);
      const AtlasDate date = i < 20 ? (AtlasDate) { 8999, 12, 1 }
                                    : (AtlasDate) { (guint16) (1 + i % 9000), 1 + i % 12, 1 };
      g_autoptr (AtlasRecord) event =
        g_object_new (ATLAS_TYPE_EVENT, "id", id, "name", name, "date", &date, NULL);

      g_assert_true (atlas_dataset_add (dataset, event));
    }
  atlas_navigation_set_dataset (fixture->navigation, dataset);
  gtk_widget_measure (GTK_WIDGET (fixture->bar), GTK_ORIENTATION_HORIZONTAL, -1, &after, NULL, NULL,
                      NULL);
  g_assert_cmpint (after, <, before + 300);
  press (fixture, "media-skip-backward-symbolic");
  assert_until (fixture, "8999-12-01");
  g_assert_nonnull (atlas_test_find (fixture->bar, goes_on, "1 Dec 8999 · event-0; event-1; "));
  atlas_navigation_set_dataset (fixture->navigation, fixture->dataset);
}

/* The window creates its bar before the dataset is read. Then the handle is at the end of the
 * range, and the date shows the same. */
static void
test_dataset_later (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasNavigation) navigation = atlas_navigation_new ();
  GtkWidget *bar = g_object_ref_sink (atlas_time_bar_new (navigation));
  GtkRange *scale = GTK_RANGE (atlas_test_find_type (bar, "GtkScale"));

  atlas_navigation_set_dataset (navigation, fixture->dataset);
  g_assert_cmpfloat (gtk_range_get_value (scale), ==,
                     atlas_date_last_day (&(AtlasDate) { 2021, 5, 30 }));
  g_assert_finalize_object (bar);
}

int
main (int argc, char *argv[])
{
  atlas_test_display_init (&argc, &argv);

#define ADD(name)                                                                                  \
  g_test_add ("/controls/time-bar/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (step);
  ADD (drag);
  ADD (type);
  ADD (type_interval);
  ADD (handle);
  ADD (height);
  ADD (undated);
  ADD (play);
  ADD (remember);
  ADD (stepwise);
  ADD (fold);
  ADD (many);
  ADD (dataset_later);
#undef ADD

  return g_test_run ();
}
