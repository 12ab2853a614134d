/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-time-handle.h"

#include <glib/gi18n.h>
#include <math.h>

#include "atlas-beginning.h"
#include "atlas-format.h"
#include "atlas-widget-tools.h"

/*
 * AtlasTimeHandle: the handle for the beginning of the time shown, beside the slider of a range
 * that moves its end.
 *
 * A GtkRange has only one slider. This handle lies over the trough of the range, left of the first
 * day of the time shown, so that handle and slider do not cover each other on the same day. It
 * measures the trough of the range, and gets the day from the playback. The overlay that contains
 * both asks for the positions of the handle and of the veil over the part of the trough before the
 * beginning.
 */
struct _AtlasTimeHandle
{
  GtkWidget parent_instance;

  GtkRange *range;         /* not owned: a child of the same overlay */
  AtlasPlayback *playback; /* owned */
  double grip;             /* while dragged, the distance from the right end of the handle to the
                            * pointer at the start */
};

G_DEFINE_FINAL_TYPE (AtlasTimeHandle, atlas_time_handle, GTK_TYPE_WIDGET)

#define WIDTH 10
#define HEIGHT 20
#define VEIL_HEIGHT 8

static GtkWidget *
find_child (GtkWidget *parent, const char *css_name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (gtk_widget_get_css_name (child), css_name))
      return child;
  return NULL;
}

/* Measures the position of the first day of the range in the overlay, and the width of all days.
 * gtk_range_get_range_rect() is still the old one after a change of size, so measure the trough
 * widget. */
static void
measure_track (AtlasTimeHandle *self, double *left, double *width, double *middle)
{
  GtkWidget *overlay = gtk_widget_get_parent (GTK_WIDGET (self->range));
  GtkWidget *trough = find_child (GTK_WIDGET (self->range), "trough");
  GtkWidget *slider = trough != NULL ? find_child (trough, "slider") : NULL;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  int slider_width = 0;

  if (trough != NULL && !gtk_widget_compute_bounds (trough, overlay, &bounds))
    graphene_rect_init (&bounds, 0, 0, 0, 0);
  if (slider != NULL)
    gtk_widget_measure (slider, GTK_ORIENTATION_HORIZONTAL, -1, &slider_width, NULL, NULL, NULL);
  *left = bounds.origin.x + slider_width / 2.0;
  *width = MAX (bounds.size.width - slider_width, 1);
  *middle = bounds.origin.y + bounds.size.height / 2.0;
}

static double
get_days (AtlasTimeHandle *self)
{
  return MAX ((double) atlas_playback_get_last_day (self->playback) -
                atlas_playback_get_first_day (self->playback),
              1);
}

static void
set_beginning (AtlasTimeHandle *self, double day)
{
  atlas_playback_set_playing (self->playback, FALSE);
  atlas_playback_set_beginning (self->playback, day);
}

static void
drag_begin_cb (AtlasTimeHandle *self, double x, double y, GtkGesture *gesture)
{
  self->grip = gtk_widget_get_width (GTK_WIDGET (self)) - x;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* The handle moves under the pointer, so use the position of the pointer in the overlay. */
static void
drag_update_cb (AtlasTimeHandle *self, double offset_x, double offset_y, GtkGestureDrag *gesture)
{
  double start_x, start_y, x, y, left, width, middle;

  if (!gtk_gesture_drag_get_start_point (gesture, &start_x, &start_y) ||
      !gtk_widget_translate_coordinates (GTK_WIDGET (self),
                                         gtk_widget_get_parent (GTK_WIDGET (self->range)),
                                         start_x + offset_x + self->grip, start_y, &x, &y))
    return;
  measure_track (self, &left, &width, &middle);
  set_beginning (self, atlas_playback_get_first_day (self->playback) +
                         round ((x - left) / width * get_days (self)));
}

/* The day of the next event in a direction, or else that end of the range. */
static double
find_next_day (AtlasTimeHandle *self, int direction)
{
  const double now = atlas_playback_get_beginning (self->playback);
  GPtrArray *events = atlas_playback_get_events (self->playback);
  double before = atlas_playback_get_first_day (self->playback);

  for (guint i = 0; i < events->len; i++)
    {
      const double day = atlas_playback_get_event_day (self->playback, i);

      if (direction > 0 && day > now)
        return day;
      if (direction < 0 && day < now)
        before = day;
    }
  return direction > 0 ? atlas_playback_get_position (self->playback) : before;
}

static gboolean
step_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  AtlasTimeHandle *self = ATLAS_TIME_HANDLE (widget);

  set_beginning (self, find_next_day (self, g_variant_get_int32 (parameter)));
  return GDK_EVENT_STOP;
}

static gboolean
end_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  AtlasTimeHandle *self = ATLAS_TIME_HANDLE (widget);

  set_beginning (self, g_variant_get_int32 (parameter) < 0
                         ? atlas_playback_get_first_day (self->playback)
                         : atlas_playback_get_position (self->playback));
  return GDK_EVENT_STOP;
}

static void
show_beginning (AtlasTimeHandle *self)
{
  const double beginning = atlas_playback_get_beginning (self->playback);
  const gboolean is_set = beginning > atlas_playback_get_first_day (self->playback);
  const AtlasDate date = atlas_date_from_day (beginning);
  g_autofree char *words = atlas_format_date (&date, atlas_language_get_default ());

  atlas_set_css_class (GTK_WIDGET (self), "set", is_set);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
                                  (double) atlas_playback_get_first_day (self->playback),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  floor (atlas_playback_get_position (self->playback)),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, beginning,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    gtk_widget_queue_allocate (gtk_widget_get_parent (GTK_WIDGET (self)));
}

static void
atlas_time_handle_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
atlas_time_handle_dispose (GObject *object)
{
  AtlasTimeHandle *self = ATLAS_TIME_HANDLE (object);

  self->range = NULL;
  g_clear_object (&self->playback);

  G_OBJECT_CLASS (atlas_time_handle_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GtkShortcutFunc callback;
    int direction;
  } keys[] = {
    { GDK_KEY_Left, step_cb, -1 },  { GDK_KEY_KP_Left, step_cb, -1 },
    { GDK_KEY_Right, step_cb, 1 },  { GDK_KEY_KP_Right, step_cb, 1 },
    { GDK_KEY_Down, step_cb, -1 },  { GDK_KEY_Up, step_cb, 1 },
    { GDK_KEY_Home, end_cb, -1 },   { GDK_KEY_KP_Home, end_cb, -1 },
    { GDK_KEY_End, end_cb, 1 },     { GDK_KEY_KP_End, end_cb, 1 },
    { GDK_KEY_Delete, end_cb, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, keys[i].callback, "i",
                                  keys[i].direction);
}

static void
atlas_time_handle_class_init (AtlasTimeHandleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_time_handle_dispose;
  widget_class->measure = atlas_time_handle_measure;
  gtk_widget_class_set_css_name (widget_class, "timehandle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
  add_keys (widget_class);
}

static void
atlas_time_handle_init (AtlasTimeHandle *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "ew-resize");
  atlas_set_accessible_label (self, _("Beginning of the time shown on the map"));
}

/**
 * atlas_time_handle_set_playback:
 * @self: a time handle
 * @range: the range, whose values are the days of @playback
 * @playback: the playback whose beginning the handle shows and moves; set it once, before the
 * handle is shown
 */
void
atlas_time_handle_set_playback (AtlasTimeHandle *self, GtkRange *range, AtlasPlayback *playback)
{
  g_return_if_fail (ATLAS_IS_TIME_HANDLE (self));
  g_return_if_fail (GTK_IS_RANGE (range));
  g_return_if_fail (ATLAS_IS_PLAYBACK (playback));

  self->range = range;
  g_set_object (&self->playback, playback);
  g_signal_connect_object (playback, "notify::beginning", G_CALLBACK (show_beginning), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (playback, "notify::events", G_CALLBACK (show_beginning), self,
                           G_CONNECT_SWAPPED);
  show_beginning (self);
}

static double
get_x (AtlasTimeHandle *self, double left, double width)
{
  return left + (atlas_playback_get_beginning (self->playback) -
                 atlas_playback_get_first_day (self->playback)) /
                  get_days (self) * width;
}

/**
 * atlas_time_handle_measure_grip:
 * @self: a time handle with a playback
 * @area: (out): return location for its position in the overlay, in pixels; the range must be
 *   allocated
 */
void
atlas_time_handle_measure_grip (AtlasTimeHandle *self, GdkRectangle *area)
{
  double left, width, middle;

  g_return_if_fail (ATLAS_IS_TIME_HANDLE (self) && self->playback != NULL);

  measure_track (self, &left, &width, &middle);
  *area = (GdkRectangle) { (int) round (get_x (self, left, width)) - WIDTH,
                           (int) round (middle) - HEIGHT / 2, WIDTH, HEIGHT };
}

/**
 * atlas_time_handle_measure_veil:
 * @self: a time handle with a playback
 * @area: (out): return location for the part of the trough before the beginning, in pixels of the
 *   overlay
 */
void
atlas_time_handle_measure_veil (AtlasTimeHandle *self, GdkRectangle *area)
{
  double left, width, middle;

  g_return_if_fail (ATLAS_IS_TIME_HANDLE (self) && self->playback != NULL);

  measure_track (self, &left, &width, &middle);
  *area = (GdkRectangle) { (int) left - WIDTH, (int) round (middle) - VEIL_HEIGHT / 2,
                           MAX ((int) (get_x (self, left, width) - left), 0) + WIDTH, VEIL_HEIGHT };
}
