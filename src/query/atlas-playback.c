/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-playback.h"

#include <math.h>

#include "atlas-beginning.h"

/*
 * AtlasPlayback: plays the years of the dataset.
 *
 * It is a state machine that its owner drives by calling atlas_playback_tick() with the time of a
 * clock.
 *
 * The filter of the navigation has the time shown, in days. The position of the playback is derived
 * from it: the last day of the filter, or the end of the years if the filter has no end. The
 * playback only adds the fraction of that day.
 *
 * Playing moves the end of the time shown. If both ends are set when playing starts, it moves both,
 * and the interval keeps its length.
 *
 * The playback lists the dated events, and the plans that begin without an event about it. Users
 * can step from one to the next. If animations are disabled, playing goes from step to step.
 */
struct _AtlasPlayback
{
  GObject parent_instance;

  AtlasNavigation *navigation;
  AtlasDataset *dataset; /* the dataset of the events, or one with the same events; or NULL */
  GPtrArray *events;     /* of AtlasRecord, sorted by the day on which they begin; owned
                          * references */
  guint32 first_day;
  guint32 last_day;

  double exact; /* the position with its fraction, valid while the filter has that day */
  double speed; /* days per second */
  gboolean playing;
  gboolean loops;
  gboolean stepwise;
  gint64 last_tick; /* microseconds, or 0 before the first tick after the start */
  gint64 rest;      /* the time that it has rested at its end or at an event */
  double window;    /* the length in days of the interval that moves, or 0 when only its end
                     * moves */
};

G_DEFINE_FINAL_TYPE (AtlasPlayback, atlas_playback, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_POSITION,
  PROP_BEGINNING,
  PROP_PLAYING,
  PROP_LOOPS,
  PROP_STEPWISE,
  PROP_SPEED,
  PROP_EVENTS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The rest at the end before a new loop, so that users see the final state. */
#define REST_AT_END (2 * G_TIME_SPAN_SECOND)

/* The shortest time between two steps; shorter ones would flicker. */
#define MIN_STEP (500 * G_TIME_SPAN_MILLISECOND)

/* An event while the events are sorted, with the date on which it begins. */
typedef struct
{
  AtlasRecord *record;
  const AtlasDate *date;
  guint32 day;
} Begun;

static int
compare_begun (gconstpointer a, gconstpointer b)
{
  const Begun *first = a, *second = b;

  return first->day != second->day ? (first->day < second->day ? -1 : 1)
                                   : atlas_date_compare (first->date, second->date);
}

/* The range starts with the first day of the first year, because starting within a year would
 * suggest that nothing happened before. It ends on the date of the dataset or of its last event,
 * whichever is later. */
static void
measure_events (AtlasPlayback *self, AtlasDataset *dataset)
{
  const AtlasDate *date = atlas_dataset_get_date (dataset);

  self->first_day = 0;
  self->last_day = date != NULL ? atlas_date_last_day (date) : 0;
  if (self->events->len > 0)
    {
      date = atlas_beginning_of (g_ptr_array_index (self->events, 0), dataset);
      self->first_day = atlas_date_first_day (&(AtlasDate) { date->year, 0, 0 });
      self->last_day =
        MAX (self->last_day, atlas_playback_get_event_day (self, self->events->len - 1));
    }
  self->first_day = MIN (self->first_day, self->last_day);
}

static void
gather (GArray *begun, AtlasDataset *dataset, AtlasRecordKind kind)
{
  GListModel *records = atlas_dataset_get_records (dataset, kind);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      /* The dataset owns it. */
      g_autoptr (AtlasRecord) record = g_list_model_get_item (records, i);
      const AtlasDate *date = atlas_beginning_of (record, dataset);
      const Begun event = { record, date, date != NULL ? atlas_date_first_day (date) : 0 };

      if (date != NULL &&
          (kind == ATLAS_RECORD_KIND_EVENT || !atlas_beginning_is_told (record, dataset)))
        g_array_append_val (begun, event);
    }
}

static void
gather_events (AtlasPlayback *self)
{
  g_autoptr (GArray) begun = g_array_new (FALSE, FALSE, sizeof (Begun));

  g_ptr_array_set_size (self->events, 0);
  if (self->dataset == NULL)
    return;
  gather (begun, self->dataset, ATLAS_RECORD_KIND_EVENT);
  gather (begun, self->dataset, ATLAS_RECORD_KIND_PLAN);
  g_array_sort (begun, compare_begun);
  for (guint i = 0; i < begun->len; i++)
    g_ptr_array_add (self->events, g_object_ref (g_array_index (begun, Begun, i).record));
  measure_events (self, self->dataset);
}

/* Whether two datasets have the same events, with the same dates, and the same end. */
static gboolean
has_same_events (AtlasDataset *dataset, AtlasDataset *other)
{
  const AtlasDate *date, *other_date;

  if (dataset == NULL || other == NULL || !atlas_beginning_is_same (dataset, other))
    return FALSE;
  date = atlas_dataset_get_date (dataset);
  other_date = atlas_dataset_get_date (other);
  return date == NULL || other_date == NULL ? date == other_date
                                            : atlas_date_compare (date, other_date) == 0;
}

/* Sets both ends of the filter's time; an end at the end of the range is not set. A beginning that
 * does not change keeps its precision. */
static void
set_filter (AtlasPlayback *self, double beginning, double position)
{
  AtlasFilter *filter = atlas_navigation_get_filter (self->navigation);
  const AtlasDate *former = atlas_filter_get_from (filter);
  const AtlasDate from = former != NULL && atlas_date_first_day (former) == (guint32) beginning
                           ? *former
                           : atlas_date_from_day (beginning);
  const AtlasDate until = atlas_date_from_day (position);

  atlas_filter_set_time (filter, beginning > self->first_day ? &from : NULL,
                         position < self->last_day ? &until : NULL);
}

static void
move_to (AtlasPlayback *self, double day)
{
  const double beginning = atlas_playback_get_beginning (self);
  const double least = self->window > 0 ? self->first_day + self->window : beginning;
  double position = CLAMP (day, MIN (least, self->last_day), (double) self->last_day);

  /* Without events there is no range. */
  if (self->events->len == 0)
    return;
  if (G_APPROX_VALUE (position, atlas_playback_get_position (self), 1e-6))
    return;
  g_object_freeze_notify (G_OBJECT (self));
  self->exact = position;
  set_filter (self, self->window > 0 ? floor (position) - self->window : beginning, position);
  /* Within a day the filter does not change, so notify the position here. */
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
filter_changed_cb (AtlasPlayback *self)
{
  const double length =
    floor (atlas_playback_get_position (self)) - atlas_playback_get_beginning (self);

  /* Other code has set another interval than the one that plays. */
  if (fabs (length - self->window) >= 1)
    self->window = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BEGINNING]);
}

static void
dataset_changed_cb (AtlasPlayback *self)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (self->navigation);
  /* After most edits the events are the same. */
  const gboolean is_same = has_same_events (self->dataset, dataset);

  g_set_object (&self->dataset, dataset);
  if (is_same)
    return;
  gather_events (self);
  atlas_playback_set_playing (self, FALSE);
  /* A scale gets its range from the events and clamps the position to it, so notify the events
   * first. */
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EVENTS]);
  filter_changed_cb (self);
}

static void
atlas_playback_finalize (GObject *object)
{
  AtlasPlayback *self = ATLAS_PLAYBACK (object);

  g_ptr_array_unref (self->events);
  g_clear_object (&self->dataset);
  g_clear_object (&self->navigation);

  G_OBJECT_CLASS (atlas_playback_parent_class)->finalize (object);
}

static void
atlas_playback_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AtlasPlayback *self = ATLAS_PLAYBACK (object);

  switch (prop_id)
    {
    case PROP_POSITION:
      g_value_set_double (value, atlas_playback_get_position (self));
      break;
    case PROP_BEGINNING:
      g_value_set_double (value, atlas_playback_get_beginning (self));
      break;
    case PROP_PLAYING:
      g_value_set_boolean (value, self->playing);
      break;
    case PROP_LOOPS:
      g_value_set_boolean (value, self->loops);
      break;
    case PROP_STEPWISE:
      g_value_set_boolean (value, self->stepwise);
      break;
    case PROP_SPEED:
      g_value_set_double (value, self->speed);
      break;
    case PROP_EVENTS:
      g_value_set_boxed (value, self->events);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_playback_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AtlasPlayback *self = ATLAS_PLAYBACK (object);

  switch (prop_id)
    {
    case PROP_POSITION:
      atlas_playback_set_position (self, g_value_get_double (value));
      break;
    case PROP_BEGINNING:
      atlas_playback_set_beginning (self, g_value_get_double (value));
      break;
    case PROP_PLAYING:
      atlas_playback_set_playing (self, g_value_get_boolean (value));
      break;
    case PROP_LOOPS:
      self->loops = g_value_get_boolean (value);
      break;
    case PROP_STEPWISE:
      self->stepwise = g_value_get_boolean (value);
      self->rest = 0;
      break;
    case PROP_SPEED:
      self->speed = g_value_get_double (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_playback_class_init (AtlasPlaybackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = atlas_playback_finalize;
  object_class->get_property = atlas_playback_get_property;
  object_class->set_property = atlas_playback_set_property;

  /**
   * AtlasPlayback:position:
   *
   * The position, as a Julian day of GDate.
   */
  properties[PROP_POSITION] =
    g_param_spec_double ("position", NULL, NULL, 0, G_MAXUINT32, 0,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * AtlasPlayback:beginning:
   *
   * The beginning of the time shown, as a Julian day of GDate.
   */
  properties[PROP_BEGINNING] =
    g_param_spec_double ("beginning", NULL, NULL, 0, G_MAXUINT32, 0,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLAYING] =
    g_param_spec_boolean ("playing", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * AtlasPlayback:loops:
   *
   * Whether it starts again after its end.
   */
  properties[PROP_LOOPS] =
    g_param_spec_boolean ("loops", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * AtlasPlayback:stepwise:
   *
   * Whether playing jumps from event to event.
   */
  properties[PROP_STEPWISE] = g_param_spec_boolean ("stepwise", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * AtlasPlayback:speed:
   *
   * The speed in days per second. Stepwise, each event is shown for the average time between events
   * at that speed, but at least half a second.
   */
  properties[PROP_SPEED] = g_param_spec_double ("speed", NULL, NULL, 1, 3660, 180,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * AtlasPlayback:events: (type GPtrArray(AtlasRecord))
   *
   * The dated events, and the plans that begin without an event about it, sorted by the day on
   * which they begin.
   */
  properties[PROP_EVENTS] =
    g_param_spec_boxed ("events", NULL, NULL, G_TYPE_PTR_ARRAY,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_playback_init (AtlasPlayback *self)
{
  self->events = g_ptr_array_new_with_free_func (g_object_unref);
  self->speed = 180;
}

/**
 * atlas_playback_new:
 * @navigation: the navigation whose time is changed
 *
 * Returns: (transfer full): a playback at its end
 */
AtlasPlayback *
atlas_playback_new (AtlasNavigation *navigation)
{
  AtlasPlayback *self;

  g_return_val_if_fail (ATLAS_IS_NAVIGATION (navigation), NULL);

  self = g_object_new (ATLAS_TYPE_PLAYBACK, NULL);
  self->navigation = g_object_ref (navigation);
  g_signal_connect_object (navigation, "notify::dataset", G_CALLBACK (dataset_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (atlas_navigation_get_filter (navigation), "changed",
                           G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  dataset_changed_cb (self);
  return self;
}

/**
 * atlas_playback_get_first_day:
 * @self: a playback
 *
 * Returns: its first day, a Julian day: the first day of the year of the first event
 */
guint32
atlas_playback_get_first_day (AtlasPlayback *self)
{
  g_return_val_if_fail (ATLAS_IS_PLAYBACK (self), 0);

  return self->first_day;
}

/**
 * atlas_playback_get_last_day:
 * @self: a playback
 *
 * Returns: its last day, a Julian day, not before atlas_playback_get_first_day()
 */
guint32
atlas_playback_get_last_day (AtlasPlayback *self)
{
  g_return_val_if_fail (ATLAS_IS_PLAYBACK (self), 0);

  return self->last_day;
}

/**
 * atlas_playback_get_events:
 * @self: a playback
 *
 * Returns: (transfer none) (element-type AtlasRecord): the dated events, and the plans that begin
 *   without an event about it, sorted by the day on which they begin
 */
GPtrArray *
atlas_playback_get_events (AtlasPlayback *self)
{
  g_return_val_if_fail (ATLAS_IS_PLAYBACK (self), NULL);

  return self->events;
}

/**
 * atlas_playback_get_event_day:
 * @self: a playback
 * @index: the index of an event
 *
 * Returns: the day on which the event begins, as from atlas_date_first_day()
 */
guint32
atlas_playback_get_event_day (AtlasPlayback *self, guint index)
{
  g_return_val_if_fail (ATLAS_IS_PLAYBACK (self), 0);

  return atlas_date_first_day (atlas_beginning_of (
    g_ptr_array_index (self->events, index), atlas_navigation_get_dataset (self->navigation)));
}

/**
 * atlas_playback_list_latest:
 * @self: a playback
 *
 * Returns: (transfer container) (element-type AtlasRecord): the events of the latest day up to the
 *   position; empty before the first event, or if that day is before the beginning of the time
 *   shown
 */
GPtrArray *
atlas_playback_list_latest (AtlasPlayback *self)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (self->navigation);
  GPtrArray *latest = g_ptr_array_new ();
  guint32 now;

  g_return_val_if_fail (ATLAS_IS_PLAYBACK (self), latest);

  now = (guint32) atlas_playback_get_position (self);
  for (guint i = 0; i < self->events->len; i++)
    {
      const guint32 day = atlas_playback_get_event_day (self, i);

      if (day > now)
        break;
      if (i > 0 && day > atlas_playback_get_event_day (self, i - 1))
        g_ptr_array_set_size (latest, 0);
      g_ptr_array_add (latest, g_ptr_array_index (self->events, i));
    }
  if (latest->len > 0 && atlas_date_last_day (atlas_beginning_of (latest->pdata[0], dataset)) <
                           (guint32) atlas_playback_get_beginning (self))
    g_ptr_array_set_size (latest, 0);
  return latest;
}

/**
 * atlas_playback_get_position:
 * @self: a playback
 *
 * Returns: the position, as a Julian day with a fraction
 */
double
atlas_playback_get_position (AtlasPlayback *self)
{
  const AtlasDate *until;
  double day;

  g_return_val_if_fail (ATLAS_IS_PLAYBACK (self), 0);

  until = atlas_filter_get_until (atlas_navigation_get_filter (self->navigation));
  if (until == NULL || self->events->len == 0)
    return self->last_day;
  day = CLAMP (atlas_date_last_day (until), self->first_day, self->last_day);
  return G_APPROX_VALUE (floor (self->exact), day, 0.5) ? self->exact : day;
}

/**
 * atlas_playback_set_position:
 * @self: a playback
 * @day: the new position, limited to its range
 */
void
atlas_playback_set_position (AtlasPlayback *self, double day)
{
  g_return_if_fail (ATLAS_IS_PLAYBACK (self));

  move_to (self, day);
}

/**
 * atlas_playback_get_beginning:
 * @self: a playback
 *
 * Returns: the beginning of the time shown, as a Julian day: that of the filter, or the first day
 *   of the range
 */
double
atlas_playback_get_beginning (AtlasPlayback *self)
{
  const AtlasDate *from;

  g_return_val_if_fail (ATLAS_IS_PLAYBACK (self), 0);

  from = atlas_filter_get_from (atlas_navigation_get_filter (self->navigation));
  return from != NULL ? CLAMP (atlas_date_first_day (from), self->first_day, self->last_day)
                      : self->first_day;
}

/**
 * atlas_playback_set_beginning:
 * @self: a playback
 * @day: the new beginning of the time shown, limited to the position; the first day of the range
 *   for no beginning
 */
void
atlas_playback_set_beginning (AtlasPlayback *self, double day)
{
  double position, beginning;

  g_return_if_fail (ATLAS_IS_PLAYBACK (self));

  position = atlas_playback_get_position (self);
  beginning = CLAMP (floor (day), (double) self->first_day, floor (position));
  if (self->events->len == 0 ||
      G_APPROX_VALUE (beginning, atlas_playback_get_beginning (self), 0.5))
    return;
  self->window = 0;
  set_filter (self, beginning, position);
}

static gboolean
has_day_of (AtlasPlayback *self, const AtlasDate *date)
{
  return atlas_date_last_day (date) >= self->first_day &&
         atlas_date_first_day (date) <= self->last_day;
}

/**
 * atlas_playback_seek_interval:
 * @self: a playback
 * @from: (nullable): the new beginning of the time shown; %NULL for no beginning
 * @until: (nullable): the new position; the last day of an imprecise date; %NULL for the end
 *
 * Returns: whether both are in its range and @from is not after @until; if not, nothing changes
 */
gboolean
atlas_playback_seek_interval (AtlasPlayback *self, const AtlasDate *from, const AtlasDate *until)
{
  g_return_val_if_fail (ATLAS_IS_PLAYBACK (self), FALSE);

  if ((from != NULL && !has_day_of (self, from)) || (until != NULL && !has_day_of (self, until)))
    return FALSE;
  if (from != NULL && until != NULL && atlas_date_first_day (from) > atlas_date_last_day (until))
    return FALSE;
  if (until != NULL && atlas_date_last_day (until) >= self->last_day)
    until = NULL;
  if (from != NULL && atlas_date_first_day (from) <= self->first_day)
    from = NULL;
  atlas_filter_set_time (atlas_navigation_get_filter (self->navigation), from, until);
  return TRUE;
}

/**
 * atlas_playback_get_playing:
 * @self: a playback
 *
 * Returns: whether it is playing
 */
gboolean
atlas_playback_get_playing (AtlasPlayback *self)
{
  g_return_val_if_fail (ATLAS_IS_PLAYBACK (self), FALSE);

  return self->playing;
}

/**
 * atlas_playback_set_playing:
 * @self: a playback
 * @playing: whether to play
 *
 * At its end it starts from the beginning. If both ends of the filter's time are set, the whole
 * interval moves.
 */
void
atlas_playback_set_playing (AtlasPlayback *self, gboolean playing)
{
  AtlasFilter *filter;
  double position;

  g_return_if_fail (ATLAS_IS_PLAYBACK (self));

  filter = atlas_navigation_get_filter (self->navigation);
  position = atlas_playback_get_position (self);
  playing = playing && self->events->len > 0;
  if (playing == self->playing)
    return;
  self->playing = playing;
  self->last_tick = 0;
  self->rest = 0;
  self->window = playing && atlas_filter_get_from (filter) != NULL && position < self->last_day
                   ? MAX (floor (position) - atlas_playback_get_beginning (self), 1)
                   : 0;
  if (playing && position >= self->last_day)
    move_to (self, self->first_day);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
}

/* The day of the next event in a direction, or else that end of the range. */
static guint32
find_next_day (AtlasPlayback *self, int direction)
{
  const guint32 now = (guint32) atlas_playback_get_position (self);
  guint32 before = (guint32) atlas_playback_get_beginning (self);

  for (guint i = 0; i < self->events->len; i++)
    {
      const guint32 day = atlas_playback_get_event_day (self, i);

      if (direction > 0 && day > now)
        return day;
      if (direction < 0 && day < now)
        before = day;
    }
  return direction > 0 ? self->last_day : before;
}

/**
 * atlas_playback_step:
 * @self: a playback
 * @direction: 1 to the next event, -1 to the one before
 *
 * Stops playing, and moves to the day of the next event in that direction, or else to that end of
 * the range.
 */
void
atlas_playback_step (AtlasPlayback *self, int direction)
{
  g_return_if_fail (ATLAS_IS_PLAYBACK (self));

  atlas_playback_set_playing (self, FALSE);
  move_to (self, find_next_day (self, direction));
}

/* The time that an event is shown in stepwise playing. */
static gint64
get_step_time (AtlasPlayback *self)
{
  const double average = (self->last_day - self->first_day) / self->speed / self->events->len;

  return MAX ((gint64) (average * G_TIME_SPAN_SECOND), MIN_STEP);
}

static void
rest_at_end (AtlasPlayback *self, gint64 elapsed)
{
  self->rest += elapsed;
  if (self->rest < REST_AT_END)
    return;
  self->rest = 0;
  move_to (self, self->first_day);
}

static void
play_on (AtlasPlayback *self, gint64 elapsed)
{
  if (!self->stepwise)
    {
      move_to (self, atlas_playback_get_position (self) +
                       self->speed * (double) elapsed / (double) G_TIME_SPAN_SECOND);
      return;
    }
  self->rest += elapsed;
  if (self->rest < get_step_time (self))
    return;
  self->rest = 0;
  move_to (self, find_next_day (self, 1));
}

/**
 * atlas_playback_tick:
 * @self: a playback
 * @time: the current time, in microseconds of a monotonic clock
 *
 * If it is playing, moves on by the time since the last tick. At the end it stops, or, if it loops,
 * rests and starts again.
 */
void
atlas_playback_tick (AtlasPlayback *self, gint64 time)
{
  gint64 elapsed;

  g_return_if_fail (ATLAS_IS_PLAYBACK (self));

  if (!self->playing)
    return;
  elapsed = self->last_tick != 0 ? MAX (time - self->last_tick, 0) : 0;
  self->last_tick = time;
  if (atlas_playback_get_position (self) < self->last_day)
    play_on (self, elapsed);
  else if (self->loops)
    rest_at_end (self, elapsed);
  if (atlas_playback_get_position (self) >= self->last_day && !self->loops)
    atlas_playback_set_playing (self, FALSE);
}
