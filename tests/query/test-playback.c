/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-dataset.h"

#include "atlas-playback.h"

/* Events of the dataset: 2016-02, 2020-08 and 2021-03-09; its own date is 2021-05-30. The tests do
 * not wait: the clock is the number passed to atlas_playback_tick(). */

static AtlasNavigation *
make_navigation (void)
{
  AtlasNavigation *navigation = atlas_navigation_new ();
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();

  atlas_navigation_set_dataset (navigation, dataset);
  return navigation;
}

static guint32
day (guint16 year, guint8 month, guint8 day_of_month)
{
  return atlas_date_first_day (&(AtlasDate) { year, month, day_of_month });
}

static void
assert_until (AtlasNavigation *navigation, const char *expected)
{
  const AtlasDate *until = atlas_filter_get_until (atlas_navigation_get_filter (navigation));
  g_autofree char *iso = until != NULL ? atlas_date_to_iso (until) : NULL;

  g_assert_cmpstr (iso, ==, expected);
}

static void
assert_latest (AtlasPlayback *playback, const char *expected)
{
  g_autoptr (GPtrArray) latest = atlas_playback_list_latest (playback);
  g_autofree char *ids = atlas_test_dataset_join (latest);

  g_assert_cmpstr (ids, ==, expected);
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
  assert_latest (playback, "");
  assert_until (navigation, NULL);
}

/* A dataset with a date but without events has no range. */
static void
test_without_events (void)
{
  g_autoptr (AtlasNavigation) navigation = atlas_navigation_new ();
  g_autoptr (AtlasDataset) dataset = atlas_dataset_new ();
  const AtlasDate date = { 2021, 5, 30 };
  g_autoptr (AtlasPlayback) playback = NULL;

  atlas_dataset_set_head (dataset, NULL, &date, NULL);
  atlas_navigation_set_dataset (navigation, dataset);
  playback = atlas_playback_new (navigation);
  atlas_playback_step (playback, -1);
  atlas_playback_set_position (playback, 0);
  atlas_playback_set_playing (playback, TRUE);
  g_assert_false (atlas_playback_get_playing (playback));
  g_assert_cmpfloat (atlas_playback_get_position (playback), ==, day (2021, 5, 30));
  assert_until (navigation, NULL);
}

static void
test_step (void)
{
  g_autoptr (AtlasNavigation) navigation = make_navigation ();
  g_autoptr (AtlasPlayback) playback = atlas_playback_new (navigation);

  atlas_playback_step (playback, -1);
  assert_until (navigation, "2021-03-09");
  assert_latest (playback, "surveyed");
  atlas_playback_step (playback, -1);
  assert_until (navigation, "2020-08-01");
  atlas_playback_step (playback, -1);
  atlas_playback_step (playback, -1);
  assert_until (navigation, "2016-01-01");
  assert_latest (playback, "");
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

  /* The first tick only sets the time, however late it is. */
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

/* At the end it rests, so that users see the final state. */
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
  assert_until (navigation, NULL);
  atlas_playback_tick (playback, G_TIME_SPAN_HOUR + G_TIME_SPAN_SECOND);
  assert_until (navigation, NULL);
  atlas_playback_tick (playback, G_TIME_SPAN_HOUR + 3 * G_TIME_SPAN_SECOND);
  g_assert_true (atlas_playback_get_playing (playback));
  assert_until (navigation, "2016-01-01");

  /* Switching the loop off stops it while it rests. */
  atlas_playback_tick (playback, 2 * G_TIME_SPAN_HOUR);
  g_object_set (playback, "loops", FALSE, NULL);
  atlas_playback_tick (playback, 3 * G_TIME_SPAN_HOUR);
  g_assert_false (atlas_playback_get_playing (playback));
  assert_until (navigation, NULL);
}

/* Without animation it shows one event after the other, and nothing in between. */
static void
test_stepwise (void)
{
  g_autoptr (AtlasNavigation) navigation = make_navigation ();
  g_autoptr (AtlasPlayback) playback = atlas_playback_new (navigation);
  const char *const stations[] = { "2016-01-01", "2016-02-01", "2020-08-01", "2021-03-09", NULL };
  gint64 time = G_TIME_SPAN_HOUR;

  /* 1976 days at 100 per second are 6.6 seconds for each of three events. */
  g_object_set (playback, "stepwise", TRUE, "speed", 100.0, NULL);
  atlas_playback_set_playing (playback, TRUE);
  atlas_playback_tick (playback, time);
  for (gsize i = 0; i < G_N_ELEMENTS (stations); i++)
    {
      assert_until (navigation, stations[i]);
      atlas_playback_tick (playback, time + 5 * G_TIME_SPAN_SECOND);
      assert_until (navigation, stations[i]);
      time += 7 * G_TIME_SPAN_SECOND;
      atlas_playback_tick (playback, time);
    }
  g_assert_false (atlas_playback_get_playing (playback));

  /* At any speed each event is shown long enough. */
  g_object_set (playback, "speed", 3660.0, NULL);
  atlas_playback_set_playing (playback, TRUE);
  atlas_playback_tick (playback, time);
  atlas_playback_tick (playback, time + 400 * G_TIME_SPAN_MILLISECOND);
  assert_until (navigation, "2016-01-01");
  atlas_playback_tick (playback, time + 600 * G_TIME_SPAN_MILLISECOND);
  assert_until (navigation, "2016-02-01");
}

/* A clock that runs backwards changes nothing. */
static void
test_clock (void)
{
  g_autoptr (AtlasNavigation) navigation = make_navigation ();
  g_autoptr (AtlasPlayback) playback = atlas_playback_new (navigation);

  atlas_playback_set_playing (playback, TRUE);
  atlas_playback_tick (playback, G_TIME_SPAN_HOUR);
  atlas_playback_tick (playback, G_TIME_SPAN_HOUR + G_TIME_SPAN_SECOND);
  assert_until (navigation, "2016-06-29");
  atlas_playback_tick (playback, G_TIME_SPAN_MINUTE);
  assert_until (navigation, "2016-06-29");
}

static void
test_seek (void)
{
  g_autoptr (AtlasNavigation) navigation = make_navigation ();
  g_autoptr (AtlasPlayback) playback = atlas_playback_new (navigation);

  g_assert_true (atlas_playback_seek_interval (playback, NULL, &(AtlasDate) { 2020, 0, 0 }));
  assert_until (navigation, "2020");
  g_assert_cmpfloat (atlas_playback_get_position (playback), ==, day (2020, 12, 31));
  g_assert_false (atlas_playback_seek_interval (playback, NULL, &(AtlasDate) { 2015, 12, 31 }));
  g_assert_false (atlas_playback_seek_interval (playback, NULL, &(AtlasDate) { 2030, 0, 0 }));
  assert_until (navigation, "2020");
  atlas_playback_set_position (playback, 1e9);
  assert_until (navigation, NULL);
}

/* The playback follows changes of the filter; a change of scope does not affect it. */
static void
test_follows_filter (void)
{
  g_autoptr (AtlasNavigation) navigation = make_navigation ();
  g_autoptr (AtlasPlayback) playback = atlas_playback_new (navigation);

  atlas_filter_set_time (atlas_navigation_get_filter (navigation), NULL,
                         &(AtlasDate) { 2019, 6, 0 });
  g_assert_cmpfloat (atlas_playback_get_position (playback), ==, day (2019, 6, 30));
  atlas_navigation_visit (
    navigation, atlas_test_dataset_get (atlas_navigation_get_dataset (navigation), "siping"));
  g_assert_cmpfloat (atlas_playback_get_position (playback), ==, day (2019, 6, 30));
  atlas_filter_reset (atlas_navigation_get_filter (navigation));
  g_assert_cmpfloat (atlas_playback_get_position (playback), ==, day (2021, 5, 30));
}

static void
assert_from (AtlasNavigation *navigation, const char *expected)
{
  const AtlasDate *from = atlas_filter_get_from (atlas_navigation_get_filter (navigation));
  g_autofree char *iso = from != NULL ? atlas_date_to_iso (from) : NULL;

  g_assert_cmpstr (iso, ==, expected);
}

/* No end passes the other, and an end at that end of the range is not set. */
static void
test_interval (void)
{
  g_autoptr (AtlasNavigation) navigation = make_navigation ();
  g_autoptr (AtlasPlayback) playback = atlas_playback_new (navigation);

  atlas_playback_set_beginning (playback, day (2018, 5, 1));
  assert_from (navigation, "2018-05-01");
  assert_until (navigation, NULL);
  atlas_playback_set_position (playback, day (2017, 1, 1));
  assert_until (navigation, "2018-05-01");
  atlas_playback_set_beginning (playback, day (2020, 1, 1));
  assert_from (navigation, "2018-05-01");
  atlas_playback_set_beginning (playback, 0);
  assert_from (navigation, NULL);

  g_assert_true (atlas_playback_seek_interval (playback, &(AtlasDate) { 2018, 0, 0 },
                                               &(AtlasDate) { 2020, 8, 0 }));
  assert_from (navigation, "2018");
  assert_until (navigation, "2020-08");
  g_assert_cmpfloat (atlas_playback_get_beginning (playback), ==, day (2018, 1, 1));
  g_assert_cmpfloat (atlas_playback_get_position (playback), ==, day (2020, 8, 31));
  assert_latest (playback, "signed");
  /* Events before the beginning are not listed. */
  g_assert_true (atlas_playback_seek_interval (playback, &(AtlasDate) { 2018, 0, 0 },
                                               &(AtlasDate) { 2019, 0, 0 }));
  assert_latest (playback, "");
  g_assert_false (atlas_playback_seek_interval (playback, &(AtlasDate) { 2019, 0, 0 },
                                                &(AtlasDate) { 2018, 0, 0 }));
  g_assert_false (atlas_playback_seek_interval (playback, &(AtlasDate) { 2015, 0, 0 }, NULL));
  assert_from (navigation, "2018");
  assert_until (navigation, "2019");
  g_assert_true (atlas_playback_seek_interval (playback, &(AtlasDate) { 2016, 0, 0 },
                                               &(AtlasDate) { 2021, 0, 0 }));
  assert_from (navigation, NULL);
  assert_until (navigation, NULL);
}

/* Playing moves the end; if both ends are set, the whole interval moves and keeps its length. */
static void
test_play_interval (void)
{
  g_autoptr (AtlasNavigation) navigation = make_navigation ();
  g_autoptr (AtlasPlayback) playback = atlas_playback_new (navigation);

  g_object_set (playback, "speed", 100.0, NULL);
  atlas_playback_set_beginning (playback, day (2018, 1, 1));
  atlas_playback_set_playing (playback, TRUE);
  assert_until (navigation, "2018-01-01");
  atlas_playback_tick (playback, G_TIME_SPAN_HOUR);
  atlas_playback_tick (playback, G_TIME_SPAN_HOUR + G_TIME_SPAN_SECOND);
  assert_from (navigation, "2018-01-01");
  assert_until (navigation, "2018-04-11");
  atlas_playback_set_playing (playback, FALSE);

  atlas_playback_set_playing (playback, TRUE);
  atlas_playback_tick (playback, 2 * G_TIME_SPAN_HOUR);
  atlas_playback_tick (playback, 2 * G_TIME_SPAN_HOUR + G_TIME_SPAN_SECOND);
  assert_from (navigation, "2018-04-11");
  assert_until (navigation, "2018-07-20");
  atlas_playback_tick (playback, 3 * G_TIME_SPAN_HOUR);
  g_assert_false (atlas_playback_get_playing (playback));
  assert_from (navigation, "2021-02-19");
  assert_until (navigation, NULL);
}

static AtlasNavigation *
make_jilin (void)
{
  AtlasNavigation *navigation = atlas_navigation_new ();
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();

  atlas_navigation_set_dataset (navigation, dataset);
  return navigation;
}

/* Counts links known to exist. */
static guint
count_links (AtlasNavigation *navigation)
{
  AtlasFilter *filter = atlas_navigation_get_filter (navigation);
  AtlasDataset *dataset = atlas_navigation_get_dataset (navigation);
  GPtrArray *links = atlas_dataset_get_links (dataset);
  guint n_shown = 0;

  for (guint i = 0; i < links->len; i++)
    n_shown += atlas_filter_matches (filter, dataset, links->pdata[i]) &&
               !atlas_filter_is_in_doubt (filter, dataset, links->pdata[i]);
  return n_shown;
}

static guint
count_links_in_doubt (AtlasNavigation *navigation)
{
  AtlasFilter *filter = atlas_navigation_get_filter (navigation);
  AtlasDataset *dataset = atlas_navigation_get_dataset (navigation);
  GPtrArray *links = atlas_dataset_get_links (dataset);
  guint n_in_doubt = 0;

  for (guint i = 0; i < links->len; i++)
    n_in_doubt += atlas_filter_is_in_doubt (filter, dataset, links->pdata[i]);
  return n_in_doubt;
}

/* Links appear with the events and plans that found them; events of one day are listed together.
 * Undated links exist from the first day, in doubt, and do not appear on the last day. */
static void
test_jilin (void)
{
  g_autoptr (AtlasNavigation) navigation = make_jilin ();
  g_autoptr (AtlasPlayback) playback = atlas_playback_new (navigation);
  guint n_links = 0, n_undated;

  atlas_playback_set_position (playback, 0);
  g_assert_cmpuint (count_links (navigation), ==, 0);
  n_undated = count_links_in_doubt (navigation);
  g_assert_cmpuint (n_undated, >=, 15);
  /* The period of a plan is not an event. */
  atlas_playback_set_position (playback, day (2018, 1, 1));
  assert_latest (playback, "ev-hachang-approved");
  g_assert_cmpuint (count_links (navigation), ==, 1);
  atlas_playback_set_position (playback, day (2021, 3, 24));
  assert_latest (playback, "ev-changping-group ev-double-synergy");
  g_assert_cmpuint (count_links (navigation), ==, 13);
  g_assert_cmpuint (count_links_in_doubt (navigation), ==, n_undated);

  /* Links never disappear, and at the end all are there. */
  for (atlas_playback_set_position (playback, 0);
       atlas_playback_get_position (playback) < atlas_playback_get_last_day (playback);
       atlas_playback_step (playback, 1))
    {
      g_assert_cmpuint (count_links (navigation), >=, n_links);
      n_links = count_links (navigation);
    }
  g_assert_cmpuint (count_links (navigation), ==, 45);
  g_assert_cmpuint (count_links_in_doubt (navigation), ==, 0);
  assert_until (navigation, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/playback/new-destroy", test_new_destroy);
  g_test_add_func ("/query/playback/without-dataset", test_without_dataset);
  g_test_add_func ("/query/playback/without-events", test_without_events);
  g_test_add_func ("/query/playback/step", test_step);
  g_test_add_func ("/query/playback/play", test_play);
  g_test_add_func ("/query/playback/loop", test_loop);
  g_test_add_func ("/query/playback/stepwise", test_stepwise);
  g_test_add_func ("/query/playback/clock", test_clock);
  g_test_add_func ("/query/playback/jilin", test_jilin);
  g_test_add_func ("/query/playback/seek", test_seek);
  g_test_add_func ("/query/playback/interval", test_interval);
  g_test_add_func ("/query/playback/play-interval", test_play_interval);
  g_test_add_func ("/query/playback/follows-filter", test_follows_filter);
  return g_test_run ();
}
