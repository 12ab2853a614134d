/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-time-bar-private.h"

#include <glib/gi18n.h>

#include "atlas-beginning.h"
#include "atlas-date-popover.h"
#include "atlas-format.h"
#include "atlas-playback.h"
#include "atlas-time-axis.h"
#include "atlas-time-handle.h"
#include "atlas-widget-tools.h"

/*
 * AtlasTimeBar: the years of the dataset below the map: a scale with events, a button that plays
 * time, and the end date, which can also be typed. A second handle moves the beginning of the time
 * shown. One line above the scale is reserved, so that the map keeps its size: it shows the latest
 * event and the number of undated links.
 *
 * AtlasPlayback computes all movement; the bar connects it to the frame clock. If animations are
 * disabled, playing jumps from event to event. Speed, loop and the folded state are saved in the
 * settings.
 */
struct _AtlasTimeBar
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *unfolded;
  GtkLabel *caption;
  GtkLabel *undated_label;
  AtlasDataset *counted; /* the dataset whose undated links the label counts, or NULL */
  GtkButton *play_button;
  GtkOverlay *overlay;
  GtkScale *scale;
  GtkWidget *veil;
  AtlasTimeHandle *handle;
  GtkLabel *date_label;
  AtlasDatePopover *date_popover;
  GtkWidget *unfold_button;
  GtkLabel *unfold_label;

  /* Owned references */
  GSettings *settings;
  AtlasNavigation *navigation;
  AtlasPlayback *playback;

  guint tick_id;
};

G_DEFINE_FINAL_TYPE (AtlasTimeBar, atlas_time_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_NAVIGATION,
  PROP_FOLDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The largest numbers of years and events that the scale shows. */
#define MAX_YEARS 12
#define MAX_EVENTS 200

/* The largest number of events of one day that are listed. */
#define MAX_LISTED_EVENTS 12

/* Returns text such as "10 Aug 2020 · Changchun and Jilin City sign". Dates have their known
 * precision, and a date that several events share is written once. */
static char *
describe_events (GPtrArray *events, AtlasDataset *dataset, const char *separator)
{
  const AtlasLanguage language = atlas_language_get_default ();
  g_autoptr (GString) words = g_string_new (NULL);
  const AtlasDate *former = NULL;

  for (guint i = 0; i < MIN (events->len, MAX_LISTED_EVENTS); i++)
    {
      const AtlasDate *date = atlas_beginning_of (events->pdata[i], dataset);
      g_autofree char *date_words = atlas_format_date_short (date, language);

      if (i > 0)
        g_string_append (words, separator);
      if (former == NULL || atlas_date_compare (former, date) != 0)
        g_string_append_printf (words, "%s · ", date_words);
      g_string_append (words, atlas_record_get_name (events->pdata[i], language));
      former = date;
    }
  if (events->len > MAX_LISTED_EVENTS)
    g_string_append_printf (words, "%s…", separator);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
show_caption (AtlasTimeBar *self, gboolean at_end)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (self->navigation);
  g_autoptr (GPtrArray) latest = atlas_playback_list_latest (self->playback);
  /* Translators: between things that happened on the same day. */
  g_autofree char *words = describe_events (latest, dataset, C_("events", "; "));
  g_autofree char *lines = describe_events (latest, dataset, "\n");

  gtk_label_set_text (self->caption, at_end ? "" : words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->caption), at_end ? NULL : lines);
}

/* Shows the number of undated links, because these are always drawn and never appear with an
 * event. */
static void
show_undated (AtlasTimeBar *self)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (self->navigation);
  g_autofree char *words = NULL;
  g_autofree char *lines = NULL;
  guint n_undated, n_all;

  g_set_object (&self->counted, dataset);
  gtk_label_set_text (self->undated_label, "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->undated_label), NULL);
  if (dataset == NULL)
    return;
  n_undated = atlas_filter_count_undated (atlas_navigation_get_filter (self->navigation), dataset,
                                          atlas_dataset_get_links (dataset), &n_all);
  if (n_undated == 0)
    return;
  /* Translators: the number of links without a date, and of all links. */
  words = g_strdup_printf (_("%u of %u links without a date"), n_undated, n_all);
  lines = g_strdup_printf (_("%u of %u links bear no date in the source.\n"
                             "Before the date of the document they are drawn paler."),
                             n_undated, n_all);
  gtk_label_set_text (self->undated_label, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->undated_label), lines);
}

/* Shows the beginning, if there is one, and the end of the time shown. */
static void
show_dates (AtlasTimeBar *self, const char *until)
{
  const AtlasDate *from = atlas_filter_get_from (atlas_navigation_get_filter (self->navigation));
  g_autofree char *first =
    from != NULL ? atlas_format_date_short (from, atlas_language_get_default ()) : NULL;
  g_autofree char *both = from != NULL ? g_strdup_printf ("%s – %s", first, until) : NULL;

  gtk_label_set_text (self->date_label, both != NULL ? both : until);
}

/* Even if folded, the bar tells that time is limited, to explain why links are missing. */
static void
show_position (AtlasTimeBar *self)
{
  const AtlasDate date = atlas_date_from_day (atlas_playback_get_position (self->playback));
  g_autofree char *text = atlas_format_date (&date, atlas_language_get_default ());
  g_autofree char *brief = atlas_format_date_short (&date, atlas_language_get_default ());
  g_autofree char *time = atlas_filter_describe_time (
    atlas_navigation_get_filter (self->navigation), atlas_language_get_default ());
  gboolean at_end =
    atlas_playback_get_position (self->playback) >= atlas_playback_get_last_day (self->playback);

  show_dates (self, brief);
  gtk_label_set_text (self->unfold_label, *time == '\0' ? _("Time") : time);
  gtk_range_set_value (GTK_RANGE (self->scale), atlas_playback_get_position (self->playback));
  show_caption (self, at_end);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  at_end ? "" : gtk_label_get_text (self->caption), -1);
}

/* Reserves the width of the widest date, so that the scale does not move while time is played. */
static void
reserve_date_width (AtlasTimeBar *self)
{
  int widest = 0;

  for (guint8 month = 1; month <= 12; month++)
    {
      const AtlasDate date = { 2020, month, 28 };
      g_autofree char *text = atlas_format_date_short (&date, atlas_language_get_default ());
      g_autoptr (PangoLayout) layout =
        gtk_widget_create_pango_layout (GTK_WIDGET (self->date_label), text);
      int width;

      pango_layout_get_pixel_size (layout, &width, NULL);
      widest = MAX (widest, width);
    }
  gtk_widget_set_size_request (GTK_WIDGET (self->date_label), widest, -1);
}

/* Labels the years at regular intervals. */
static void
mark_years (AtlasTimeBar *self)
{
  const AtlasTimeAxis axis = { atlas_playback_get_first_day (self->playback),
                               atlas_playback_get_last_day (self->playback) + 1 };
  g_autoptr (GArray) ticks = atlas_time_axis_list_ticks (&axis, MAX_YEARS);

  for (guint i = 0; i < ticks->len; i++)
    {
      const AtlasDate *tick = &g_array_index (ticks, AtlasDate, i);
      g_autofree char *label = g_strdup_printf ("<small>%u</small>", tick->year);

      if (tick->month == 0)
        gtk_scale_add_mark (self->scale, atlas_date_first_day (tick), GTK_POS_BOTTOM, label);
    }
}

/* A scale is at least as wide as all its marks side by side, so merge marks that would touch. */
static void
mark_events (AtlasTimeBar *self)
{
  const double first = atlas_playback_get_first_day (self->playback);
  const double last = atlas_playback_get_last_day (self->playback);
  GPtrArray *events = atlas_playback_get_events (self->playback);
  double former = -1;

  for (guint i = 0; i < events->len; i++)
    {
      const double day = atlas_playback_get_event_day (self->playback, i);

      if (former >= first && day - former < (last - first) / MAX_EVENTS)
        continue;
      gtk_scale_add_mark (self->scale, day, GTK_POS_TOP, NULL);
      former = day;
    }
}

/* After most edits the links and their beginnings are the same. */
static void
dataset_changed_cb (AtlasTimeBar *self)
{
  if (!atlas_beginning_is_same (self->counted, atlas_navigation_get_dataset (self->navigation)))
    show_undated (self);
}

/* Labels years below the scale and marks events above it. */
static void
show_years (AtlasTimeBar *self)
{
  const guint32 first = atlas_playback_get_first_day (self->playback);
  const guint32 last = atlas_playback_get_last_day (self->playback);
  const gboolean has_years = atlas_playback_get_events (self->playback)->len > 0 && first < last;

  gtk_scale_clear_marks (self->scale);
  gtk_widget_set_visible (GTK_WIDGET (self), has_years);
  if (!has_years)
    return;
  gtk_range_set_range (GTK_RANGE (self->scale), first, last);
  mark_years (self);
  mark_events (self);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AtlasTimeBar *self = ATLAS_TIME_BAR (widget);

  atlas_playback_tick (self->playback, gdk_frame_clock_get_frame_time (clock));
  return G_SOURCE_CONTINUE;
}

static void
playing_changed_cb (AtlasTimeBar *self)
{
  gboolean playing = atlas_playback_get_playing (self->playback);
  const char *label = playing ? _("Pause") : _("Play the years");

  if (playing && self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  else if (!playing && self->tick_id != 0)
    {
      gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
      self->tick_id = 0;
    }
  gtk_button_set_icon_name (self->play_button, playing ? "media-playback-pause-symbolic"
                                                       : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play_button), label);
  atlas_set_accessible_label (self->play_button, label);
}

/* Places the handle and the veil over the trough of the scale. */
static gboolean
get_child_position_cb (GtkOverlay *overlay,
                       GtkWidget *child,
                       GdkRectangle *area,
                       AtlasTimeBar *self)
{
  if (child == self->veil)
    atlas_time_handle_measure_veil (self->handle, area);
  else
    atlas_time_handle_measure_grip (self->handle, area);
  return TRUE;
}

static void
play_cb (AtlasTimeBar *self)
{
  atlas_playback_set_playing (self->playback, !atlas_playback_get_playing (self->playback));
}

static void
step_back_cb (AtlasTimeBar *self)
{
  atlas_playback_step (self->playback, -1);
}

static void
step_forward_cb (AtlasTimeBar *self)
{
  atlas_playback_step (self->playback, 1);
}

static gboolean
change_value_cb (AtlasTimeBar *self, GtkScrollType scroll, double value)
{
  atlas_playback_set_playing (self->playback, FALSE);
  /* Arrow keys move from event to event; single days would take too long. */
  if (scroll == GTK_SCROLL_STEP_FORWARD || scroll == GTK_SCROLL_STEP_RIGHT)
    atlas_playback_step (self->playback, 1);
  else if (scroll == GTK_SCROLL_STEP_BACKWARD || scroll == GTK_SCROLL_STEP_LEFT)
    atlas_playback_step (self->playback, -1);
  else
    atlas_playback_set_position (self->playback, value);
  return GDK_EVENT_STOP;
}

static void
set_folded (AtlasTimeBar *self, gboolean folded)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  if (gtk_widget_get_visible (self->unfold_button) == folded)
    return;
  gtk_widget_set_visible (self->unfolded, !folded);
  gtk_widget_set_visible (self->unfold_button, folded);
  /* Stop playing when the bar is folded, because the stop button is hidden. */
  if (folded)
    atlas_playback_set_playing (self->playback, FALSE);
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
fold_cb (AtlasTimeBar *self)
{
  set_folded (self, TRUE);
}

static void
unfold_cb (AtlasTimeBar *self)
{
  set_folded (self, FALSE);
}

/* Speed and loop are actions of the menu, saved in the settings. */
static void
add_actions (AtlasTimeBar *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GAction) speed = g_settings_create_action (self->settings, "playback-speed");
  g_autoptr (GAction) loop = g_settings_create_action (self->settings, "playback-loop");

  g_action_map_add_action (G_ACTION_MAP (group), speed);
  g_action_map_add_action (G_ACTION_MAP (group), loop);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "time", G_ACTION_GROUP (group));
}

static void
set_up_playback (AtlasTimeBar *self)
{
  self->playback = atlas_playback_new (self->navigation);
  atlas_date_popover_set_playback (self->date_popover, self->playback);
  atlas_time_handle_set_playback (self->handle, GTK_RANGE (self->scale), self->playback);
  g_settings_bind (self->settings, "playback-speed", self->playback, "speed", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "playback-loop", self->playback, "loops", G_SETTINGS_BIND_GET);
  g_object_bind_property (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations",
                          self->playback, "stepwise",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_signal_connect_object (self->playback, "notify::position", G_CALLBACK (show_position), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->playback, "notify::beginning", G_CALLBACK (show_position), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->playback, "notify::playing", G_CALLBACK (playing_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->playback, "notify::events", G_CALLBACK (show_years), self,
                           G_CONNECT_SWAPPED);
}

static void
atlas_time_bar_constructed (GObject *object)
{
  AtlasTimeBar *self = ATLAS_TIME_BAR (object);

  G_OBJECT_CLASS (atlas_time_bar_parent_class)->constructed (object);

  self->settings = g_settings_new (ATLAS_APPLICATION_ID);
  add_actions (self);
  reserve_date_width (self);
  set_up_playback (self);
  g_signal_connect_object (atlas_navigation_get_filter (self->navigation), "changed",
                           G_CALLBACK (show_undated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigation, "notify::dataset", G_CALLBACK (dataset_changed_cb),
                           self, G_CONNECT_SWAPPED);
  show_undated (self);
  show_years (self);
  show_position (self);
  playing_changed_cb (self);
  g_settings_bind (self->settings, "show-time-bar", self, "folded",
                   G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_INVERT_BOOLEAN);
}

static void
atlas_time_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AtlasTimeBar *self = ATLAS_TIME_BAR (object);

  switch (prop_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, gtk_widget_get_visible (self->unfold_button));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_time_bar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AtlasTimeBar *self = ATLAS_TIME_BAR (object);

  switch (prop_id)
    {
    case PROP_NAVIGATION:
      self->navigation = g_value_dup_object (value);
      break;
    case PROP_FOLDED:
      set_folded (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_time_bar_dispose (GObject *object)
{
  AtlasTimeBar *self = ATLAS_TIME_BAR (object);

  g_clear_object (&self->playback);
  g_clear_object (&self->counted);
  g_clear_object (&self->navigation);
  g_clear_object (&self->settings);
  atlas_unparent_children (self);

  G_OBJECT_CLASS (atlas_time_bar_parent_class)->dispose (object);
}

static void
atlas_time_bar_class_init (AtlasTimeBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = atlas_time_bar_constructed;
  object_class->dispose = atlas_time_bar_dispose;
  object_class->get_property = atlas_time_bar_get_property;
  object_class->set_property = atlas_time_bar_set_property;

  /**
   * AtlasTimeBar:navigation:
   *
   * The navigation whose time is changed.
   */
  properties[PROP_NAVIGATION] =
    g_param_spec_object ("navigation", NULL, NULL, ATLAS_TYPE_NAVIGATION,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * AtlasTimeBar:folded:
   *
   * Whether only a thin button remains, which unfolds the bar.
   */
  properties[PROP_FOLDED] =
    g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ATLAS_TYPE_DATE_POPOVER);
  g_type_ensure (ATLAS_TYPE_TIME_HANDLE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "timebar");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-time-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasTimeBar, unfolded);
  gtk_widget_class_bind_template_child (widget_class, AtlasTimeBar, caption);
  gtk_widget_class_bind_template_child (widget_class, AtlasTimeBar, play_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasTimeBar, undated_label);
  gtk_widget_class_bind_template_child (widget_class, AtlasTimeBar, overlay);
  gtk_widget_class_bind_template_child (widget_class, AtlasTimeBar, veil);
  gtk_widget_class_bind_template_child (widget_class, AtlasTimeBar, handle);
  gtk_widget_class_bind_template_child (widget_class, AtlasTimeBar, scale);
  gtk_widget_class_bind_template_child (widget_class, AtlasTimeBar, date_label);
  gtk_widget_class_bind_template_child (widget_class, AtlasTimeBar, date_popover);
  gtk_widget_class_bind_template_child (widget_class, AtlasTimeBar, unfold_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasTimeBar, unfold_label);
  gtk_widget_class_bind_template_callback (widget_class, play_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_forward_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_value_cb);
  gtk_widget_class_bind_template_callback (widget_class, get_child_position_cb);
  gtk_widget_class_bind_template_callback (widget_class, fold_cb);
  gtk_widget_class_bind_template_callback (widget_class, unfold_cb);
}

static void
atlas_time_bar_init (AtlasTimeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atlas_time_bar_new:
 * @navigation: the navigation whose time is changed
 *
 * Returns: (transfer floating): a time bar
 */
GtkWidget *
atlas_time_bar_new (AtlasNavigation *navigation)
{
  return g_object_new (ATLAS_TYPE_TIME_BAR, "navigation", navigation, NULL);
}

AtlasPlayback *
_atlas_time_bar_get_playback (AtlasTimeBar *self)
{
  return self->playback;
}
