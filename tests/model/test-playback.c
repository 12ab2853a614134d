/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-dataset.h"

#include "atlas-playback.h"

/* Events of the dataset: 2016-02, 2020-08 and 2021-03-09; its own date is 2021-05-30. No test here
 * waits: the clock is whatever number is handed to atlas_playback_tick(). */

static AtlasNavigation *
make_navigation (void)
{
  AtlasNavigation *navigation = atlas_navigation_new ();
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();

  atlas_navigation_set_dataset (navigation, dataset);
  return navigation;
}

static guint32
day (guint16 year,
     guint8  month,
     guint8  day_of_month)
{
  return atlas_date_first_day (&(AtlasDate) { year, month, day_of_month });
}

static void
assert_until (AtlasNavigation *navigation,
              const char      *expected)
{
  const AtlasDate *until = atlas_filter_get_until (atlas_navigation_get_filter (navigation));
  g_autofree char *iso = until != NULL ? atlas_date_to_iso (until) : NULL;

  g_assert_cmpstr (iso, ==, expected);
}

static void
test_new_destroy (void)
{
  g_autoptr (AtlasNavigation) navigation = make_navigation ();
  AtlasPlayback *playback = atlas_playback_new (navigation);

  g_assert_cmpuint (atlas_playback_get_first_day (playback), ==, day (2016, 1, 1));
  g_assert_cmpuint (atlas_playback_get_last_day (playback), ==, day (2021, 5, 30));
  g_assert_cmpuint (atlas_playback_get_events (playback)->len, ==, 3);
  g_assert_false (atlas_playback_get_playing (playback));
  assert_until (navigation, NULL);
  g_assert_finalize_object (playback);
}

static void
test_without_dataset (void)
{
  g_autoptr (AtlasNavigation) navigation = atlas_navigation_new ();
  g_autoptr (AtlasPlayback) playback = atlas_playback_new (navigation);

  atlas_playback_set_playing (playback, TRUE);
  g_assert_false (atlas_playback_get_playing (playback));
  atlas_playback_step (playback, 1);
  atlas_playback_tick (playback, 1);
  g_assert_null (atlas_playback_get_event (playback));
  assert_until (navigation, NULL);
}

static void
test_step (void)
{
  g_autoptr (AtlasNavigation) navigation = make_navigation ();
  g_autoptr (AtlasPlayback) playback = atlas_playback_new (navigation);

  atlas_playback_step (playback, -1);
  assert_until (navigation, "2021-03-09");
  g_assert_cmpstr (atlas_record_get_id (atlas_playback_get_event (playback)), ==, "surveyed");
  atlas_playback_step (playback, -1);
  assert_until (navigation, "2020-08-01");
  atlas_playback_step (playback, -1);
  atlas_playback_step (playback, -1);
  assert_until (navigation, "2016-01-01");
  g_assert_null (atlas_playback_get_event (playback));
  atlas_playback_step (playback, 1);
  assert_until (navigation, "2016-02-01");
  atlas_playback_set_position (playback, day (2021, 3, 9));
  atlas_playback_step (playback, 1);
  assert_until (navigation, NULL);
}

static void
test_play (void)
{
  g_autoptr (AtlasNavigation) navigation = make_navigation ();
  g_autoptr (AtlasPlayback) playback = atlas_playback_new (navigation);
  const gint64 start = 5 * G_TIME_SPAN_HOUR;

  g_object_set (playback, "speed", 100.0, NULL);
  atlas_playback_set_playing (playback, TRUE);
  g_assert_cmpfloat (atlas_playback_get_position (playback), ==, day (2016, 1, 1));

  /* The first tick only tells what time it is, however late it is. */
  atlas_playback_tick (playback, start);
  g_assert_cmpfloat (atlas_playback_get_position (playback), ==, day (2016, 1, 1));
  atlas_playback_tick (playback, start + 500 * G_TIME_SPAN_MILLISECOND);
  g_assert_cmpfloat_with_epsilon (atlas_playback_get_position (playback), day (2016, 2, 20), 1e-3);
  assert_until (navigation, "2016-02-20");

  /* A pause does not count. */
  atlas_playback_set_playing (playback, FALSE);
  atlas_playback_tick (playback, start + G_TIME_SPAN_MINUTE);
  atlas_playback_set_playing (playback, TRUE);
  atlas_playback_tick (playback, start + 2 * G_TIME_SPAN_MINUTE);
  assert_until (navigation, "2016-02-20");

  atlas_playback_tick (playback, start + 3 * G_TIME_SPAN_MINUTE);
  g_assert_false (atlas_playback_get_playing (playback));
  assert_until (navigation, NULL);
}

static void
test_loop (void)
{
  g_autoptr (AtlasNavigation) navigation = make_navigation ();
  g_autoptr (AtlasPlayback) playback = atlas_playback_new (navigation);

  g_object_set (playback, "loops", TRUE, NULL);
  atlas_playback_set_playing (playback, TRUE);
  atlas_playback_tick (playback, 1);
  atlas_playback_tick (playback, G_TIME_SPAN_HOUR);
  g_assert_true (atlas_playback_get_playing (playback));
  assert_until (navigation, "2016-01-01");
}

static void
test_seek (void)
{
  g_autoptr (AtlasNavigation) navigation = make_navigation ();
  g_autoptr (AtlasPlayback) playback = atlas_playback_new (navigation);

  g_assert_true (atlas_playback_seek (playback, &(AtlasDate) { 2020, 0, 0 }));
  assert_until (navigation, "2020-12-31");
  g_assert_false (atlas_playback_seek (playback, &(AtlasDate) { 2015, 12, 31 }));
  g_assert_false (atlas_playback_seek (playback, &(AtlasDate) { 2030, 0, 0 }));
  assert_until (navigation, "2020-12-31");
  atlas_playback_set_position (playback, 1e9);
  assert_until (navigation, NULL);
}

/* The filter is the truth: what another sets there moves the playback, and a scope does not. */
static void
test_follows_filter (void)
{
  g_autoptr (AtlasNavigation) navigation = make_navigation ();
  g_autoptr (AtlasPlayback) playback = atlas_playback_new (navigation);

  atlas_filter_set_until (atlas_navigation_get_filter (navigation),
                          &(AtlasDate) { 2019, 6, 0 });
  g_assert_cmpfloat (atlas_playback_get_position (playback), ==, day (2019, 6, 30));
  atlas_navigation_visit (navigation,
                          atlas_test_dataset_get (atlas_navigation_get_dataset (navigation),
                                                  "siping"));
  g_assert_cmpfloat (atlas_playback_get_position (playback), ==, day (2019, 6, 30));
  atlas_filter_reset (atlas_navigation_get_filter (navigation));
  g_assert_cmpfloat (atlas_playback_get_position (playback), ==, day (2021, 5, 30));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/playback/new-destroy", test_new_destroy);
  g_test_add_func ("/model/playback/without-dataset", test_without_dataset);
  g_test_add_func ("/model/playback/step", test_step);
  g_test_add_func ("/model/playback/play", test_play);
  g_test_add_func ("/model/playback/loop", test_loop);
  g_test_add_func ("/model/playback/seek", test_seek);
  g_test_add_func ("/model/playback/follows-filter", test_follows_filter);
  return g_test_run ();
}
