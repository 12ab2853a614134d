/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-time-bar.h"

#include <glib/gi18n.h>

#include "atlas-beginning.h"
#include "atlas-format.h"
#include "atlas-playback.h"

/*
 * AtlasTimeBar: the years of the dataset below the map: a scale with the events as marks, a button
 * that plays them, and the date at which time stands, which can be typed too.
 *
 * All that moves is AtlasPlayback's; the bar lends it the frame clock. Where animations are off,
 * playing goes from event to event instead of gliding.
 */
struct _AtlasTimeBar
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget     *caption_revealer;
  GtkLabel      *caption;
  GtkButton     *play_button;
  GtkScale      *scale;
  GtkMenuButton *date_button;
  GtkLabel      *date_label;
  GtkPopover    *date_popover;
  GtkEntry      *date_entry;
  GtkWidget     *controls;

  /* Owned references */
  AtlasNavigation *navigation;
  AtlasPlayback   *playback;

  guint tick_id;
};

G_DEFINE_FINAL_TYPE (AtlasTimeBar, atlas_time_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_NAVIGATION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static AtlasDate
get_shown_date (AtlasTimeBar *self)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, MAX ((guint32) atlas_playback_get_position (self->playback), 1));
  return (AtlasDate) { g_date_get_year (&day), (guint8) g_date_get_month (&day),
                       g_date_get_day (&day) };
}

static void
show_position (AtlasTimeBar *self)
{
  AtlasLanguage language = atlas_language_get_default ();
  AtlasDate date = get_shown_date (self);
  g_autofree char *text = atlas_format_date (&date, language);
  g_autoptr (GPtrArray) latest = atlas_playback_list_latest (self->playback);
  gboolean at_end =
    atlas_playback_get_position (self->playback) >= atlas_playback_get_last_day (self->playback);

  gtk_label_set_text (self->date_label, text);
  gtk_range_set_value (GTK_RANGE (self->scale), atlas_playback_get_position (self->playback));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  if (latest->len > 0)
    gtk_label_set_text (self->caption, atlas_record_get_name (latest->pdata[0], language));
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->caption_revealer),
                                 latest->len > 0 && !at_end);
}

/* Years below the scale, events above it. */
static void
show_years (AtlasTimeBar *self)
{
  guint32 first = atlas_playback_get_first_day (self->playback);
  guint32 last = atlas_playback_get_last_day (self->playback);
  GPtrArray *events = atlas_playback_get_events (self->playback);
  GDate day;

  gtk_scale_clear_marks (self->scale);
  gtk_widget_set_visible (GTK_WIDGET (self), events->len > 0 && first < last);
  if (events->len == 0 || first >= last)
    return;
  gtk_range_set_range (GTK_RANGE (self->scale), first, last);
  g_date_clear (&day, 1);
  g_date_set_julian (&day, first);
  for (GDateYear year = g_date_get_year (&day); g_date_get_julian (&day) <= last; year++)
    {
      g_autofree char *label = g_strdup_printf ("<small>%u</small>", year);

      gtk_scale_add_mark (self->scale, g_date_get_julian (&day), GTK_POS_BOTTOM, label);
      g_date_set_dmy (&day, 1, G_DATE_JANUARY, (GDateYear) (year + 1));
    }
  for (guint i = 0; i < events->len; i++)
    gtk_scale_add_mark (
      self->scale,
      atlas_date_first_day (atlas_beginning_of (g_ptr_array_index (events, i))), GTK_POS_TOP,
      NULL);
}

static gboolean
are_animations_on (AtlasTimeBar *self)
{
  gboolean on = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &on, NULL);
  return on;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
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

  g_object_set (self->playback, "stepwise", !are_animations_on (self), NULL);
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
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
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
change_value_cb (AtlasTimeBar  *self,
                 GtkScrollType  scroll,
                 double         value)
{
  atlas_playback_set_playing (self->playback, FALSE);
  /* Arrow keys go from event to event, which is what one wants to see; days would take forever. */
  if (scroll == GTK_SCROLL_STEP_FORWARD || scroll == GTK_SCROLL_STEP_RIGHT)
    atlas_playback_step (self->playback, 1);
  else if (scroll == GTK_SCROLL_STEP_BACKWARD || scroll == GTK_SCROLL_STEP_LEFT)
    atlas_playback_step (self->playback, -1);
  else
    atlas_playback_set_position (self->playback, value);
  return GDK_EVENT_STOP;
}

static void
date_changed_cb (AtlasTimeBar *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->date_entry), "error");
}

static void
date_activate_cb (AtlasTimeBar *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->date_entry)));
  AtlasDate date = { 0 };

  if (!atlas_date_parse (g_strstrip (text), &date) || !atlas_playback_seek (self->playback, &date))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->date_entry), "error");
      return;
    }
  atlas_playback_set_playing (self->playback, FALSE);
  gtk_popover_popdown (self->date_popover);
}

static void
date_popover_show_cb (AtlasTimeBar *self)
{
  AtlasDate date = get_shown_date (self);
  g_autofree char *iso = atlas_date_to_iso (&date);

  gtk_editable_set_text (GTK_EDITABLE (self->date_entry), iso);
  gtk_widget_grab_focus (GTK_WIDGET (self->date_entry));
}

static void
set_navigation (AtlasTimeBar    *self,
                AtlasNavigation *navigation)
{
  g_autoptr (GSimpleActionGroup) group = NULL;
  g_autoptr (GPropertyAction) loop = NULL;

  if (navigation == NULL || !g_set_object (&self->navigation, navigation))
    return;
  g_clear_object (&self->playback);
  self->playback = atlas_playback_new (navigation);
  g_signal_connect_object (self->playback, "notify::position", G_CALLBACK (show_position), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->playback, "notify::playing", G_CALLBACK (playing_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->playback, "notify::events", G_CALLBACK (show_years), self,
                           G_CONNECT_SWAPPED);

  group = g_simple_action_group_new ();
  loop = g_property_action_new ("loop", self->playback, "loops");
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (loop));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "playback", G_ACTION_GROUP (group));
  show_years (self);
  show_position (self);
  playing_changed_cb (self);
}

static void
set_speed_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  g_object_set (ATLAS_TIME_BAR (widget)->playback, "speed", g_variant_get_double (parameter),
                NULL);
}

static void
atlas_time_bar_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  AtlasTimeBar *self = ATLAS_TIME_BAR (object);

  switch (prop_id)
    {
    case PROP_NAVIGATION:
      g_value_set_object (value, self->navigation);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_time_bar_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_NAVIGATION:
      set_navigation (ATLAS_TIME_BAR (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_time_bar_dispose (GObject *object)
{
  AtlasTimeBar *self = ATLAS_TIME_BAR (object);
  GtkWidget *child;

  g_clear_object (&self->playback);
  g_clear_object (&self->navigation);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (atlas_time_bar_parent_class)->dispose (object);
}

static void
atlas_time_bar_class_init (AtlasTimeBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_time_bar_dispose;
  object_class->get_property = atlas_time_bar_get_property;
  object_class->set_property = atlas_time_bar_set_property;

  /**
   * AtlasTimeBar:navigation:
   *
   * The navigation whose filter it moves.
   */
  properties[PROP_NAVIGATION] =
    g_param_spec_object ("navigation", NULL, NULL, ATLAS_TYPE_NAVIGATION,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "timebar");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-time-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasTimeBar, caption_revealer);
  gtk_widget_class_bind_template_child (widget_class, AtlasTimeBar, caption);
  gtk_widget_class_bind_template_child (widget_class, AtlasTimeBar, play_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasTimeBar, scale);
  gtk_widget_class_bind_template_child (widget_class, AtlasTimeBar, date_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasTimeBar, date_label);
  gtk_widget_class_bind_template_child (widget_class, AtlasTimeBar, date_popover);
  gtk_widget_class_bind_template_child (widget_class, AtlasTimeBar, date_entry);
  gtk_widget_class_bind_template_child (widget_class, AtlasTimeBar, controls);
  gtk_widget_class_bind_template_callback (widget_class, play_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_forward_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_value_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_popover_show_cb);
  gtk_widget_class_install_action (widget_class, "time.set-speed", "d", set_speed_cb);
}

static void
atlas_time_bar_init (AtlasTimeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atlas_time_bar_new:
 * @navigation: the navigation whose filter it moves
 *
 * Returns: (transfer floating): a time bar
 */
GtkWidget *
atlas_time_bar_new (AtlasNavigation *navigation)
{
  return g_object_new (ATLAS_TYPE_TIME_BAR, "navigation", navigation, NULL);
}
