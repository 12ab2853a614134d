/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-window-private.h"

#include <math.h>

#include "atlas-projection.h"

/*
 * The presentation: the map with a caption on the whole screen, for people who sit at a distance.
 *
 * It begins with the view that the window shows; the following views are those of a tour. Leaving
 * it restores the view from before, whatever was clicked meanwhile.
 */

/* After the beginning and the end, the window system may take this time to give the window its
 * size. */
#define SETTLE_TIME (1 * G_TIME_SPAN_SECOND)

/* Shows the part of the map that the window showed, or would show for a view without a camera. */
static void
place_camera (AtlasWindow *self, gboolean animate)
{
  const AtlasView *view = self->presented;
  int width, height;
  double larger;

  if (!view->has_camera)
    {
      atlas_map_view_show_scope (self->map_view, animate);
      return;
    }
  atlas_map_view_get_size (self->map_view, &width, &height);
  larger = MIN (width / (double) MAX (self->width_before, 1),
                height / (double) MAX (self->height_before, 1));
  atlas_map_view_set_camera (self->map_view,
                             &(AtlasMapCamera) { atlas_projection_x (view->longitude),
                                                 atlas_projection_y (view->latitude),
                                                 view->zoom + log2 (MAX (larger, 0.01)) },
                             animate);
}

static void
map_resized_cb (AtlasWindow *self)
{
  if (self->is_presenting)
    place_camera (self, FALSE);
  else if (self->before != NULL && g_get_monotonic_time () < self->settled)
    atlas_map_view_set_camera (self->map_view,
                               &(AtlasMapCamera) { atlas_projection_x (self->before->longitude),
                                                   atlas_projection_y (self->before->latitude),
                                                   self->before->zoom },
                               FALSE);
}

static void
arranged_cb (AtlasWindow *self)
{
  const double factor = atlas_presenter_get_factor (self->presenter);

  if (!self->is_presenting)
    return;
  atlas_magnifier_set_factor (self->magnifier, factor);
  atlas_map_view_set_magnification (self->map_view, factor);
  atlas_map_view_set_foot (self->map_view, atlas_presenter_get_foot (self->presenter));
}

static guint
get_n_steps (AtlasWindow *self)
{
  return self->tour != NULL ? atlas_tour_get_n_steps (self->tour) : 0;
}

static void
update_caption (AtlasWindow *self)
{
  const AtlasFacts facts = {
    atlas_navigation_get_scope (self->navigation),
    atlas_navigation_get_filter (self->navigation),
    atlas_language_get_default (),
    ATLAS_SHOWN_PART_ALL,
  };
  g_autofree char *ids = atlas_scope_dup_ids (facts.scope);
  AtlasTourStep *step =
    self->position > 0 ? atlas_tour_get_step (self->tour, self->position - 1) : NULL;
  g_autoptr (AtlasCaption) caption = NULL;

  /* After a click, the sentence of the tour is about another scope than the map. */
  if (!g_str_equal (ids, self->presented->scope))
    step = NULL;
  caption = atlas_caption_new (&facts, step);
  atlas_presenter_set_caption (self->presenter, caption);
  atlas_presenter_set_progress (self->presenter, self->position, get_n_steps (self));
}

static void
scope_changed_cb (AtlasWindow *self)
{
  if (self->is_presenting)
    update_caption (self);
}

static void
show_step (AtlasWindow *self, guint position, gboolean animate)
{
  g_autoptr (GError) error = NULL;
  const char *link = NULL;

  self->position = position;
  if (position > 0)
    link = atlas_tour_step_get_view (atlas_tour_get_step (self->tour, position - 1));
  g_clear_pointer (&self->presented, atlas_view_free);
  self->presented = link != NULL ? atlas_view_parse (link, &error) : atlas_view_copy (self->before);
  if (error != NULL)
    {
      _atlas_window_show_toast (self, error->message);
      self->presented = atlas_view_new ();
    }
  atlas_presenter_set_black (self->presenter, FALSE);
  atlas_map_view_set_has_card (self->map_view, FALSE);
  _atlas_window_apply_scope (self, self->presented);
  update_caption (self);
  place_camera (self, animate);
}

/* Moves by some views; Home and End move by all. */
static void
step_by (AtlasWindow *self, int steps)
{
  const int position = CLAMP ((int) self->position + steps, 0, (int) get_n_steps (self));

  if (position != (int) self->position || atlas_presenter_get_black (self->presenter))
    show_step (self, (guint) position, TRUE);
}

static void
set_presenting (AtlasWindow *self, gboolean is_presenting)
{
  self->is_presenting = is_presenting;
  self->was_fullscreen = FALSE;
  gtk_widget_set_visible (self->header_bar, !is_presenting);
  gtk_widget_set_visible (GTK_WIDGET (self->faults_bar), !is_presenting);
  gtk_widget_set_visible (GTK_WIDGET (self->time_bar), !is_presenting);
  gtk_widget_set_visible (GTK_WIDGET (self->side_stack),
                          !is_presenting && g_settings_get_boolean (self->settings, "show-panel"));
  gtk_widget_set_visible (GTK_WIDGET (self->presenter), is_presenting);
  atlas_map_view_set_has_buttons (self->map_view, !is_presenting);
  atlas_map_view_set_has_card (self->map_view, !is_presenting);
  self->pointer_x = NAN;
  self->began = g_get_monotonic_time ();
  gtk_event_controller_set_propagation_phase (self->keys,
                                              is_presenting ? GTK_PHASE_CAPTURE : GTK_PHASE_NONE);
  gtk_event_controller_set_propagation_phase (self->pointer,
                                              is_presenting ? GTK_PHASE_CAPTURE : GTK_PHASE_NONE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.next-step", is_presenting);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.previous-step", is_presenting);
}

static void
leave (AtlasWindow *self)
{
  if (!self->is_presenting)
    return;
  set_presenting (self, FALSE);
  atlas_presenter_set_black (self->presenter, FALSE);
  atlas_magnifier_set_factor (self->magnifier, 1);
  atlas_map_view_set_magnification (self->map_view, 1);
  atlas_map_view_set_foot (self->map_view, 0);
  atlas_filter_restore (atlas_navigation_get_filter (self->navigation), self->before->filter);
  atlas_navigation_end_detour (self->navigation);
  atlas_side_panel_show_page (self->side_panel, self->before->page);
  self->settled = g_get_monotonic_time () + SETTLE_TIME;
  map_resized_cb (self);
  gtk_window_unfullscreen (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->map_view));
}

void
_atlas_window_present_tour (AtlasWindow *self, AtlasTour *tour, guint position)
{
  if (atlas_navigation_get_scope (self->navigation) == NULL)
    return;
  g_set_object (&self->tour, tour);
  if (!self->is_presenting)
    {
      g_clear_pointer (&self->before, atlas_view_free);
      self->before = _atlas_window_take_view (self);
      atlas_map_view_get_size (self->map_view, &self->width_before, &self->height_before);
      _atlas_window_stop_picking (self);
      atlas_navigation_begin_detour (self->navigation);
      set_presenting (self, TRUE);
      gtk_window_fullscreen (GTK_WINDOW (self));
      gtk_widget_grab_focus (GTK_WIDGET (self->map_view));
    }
  show_step (self, MIN (position, get_n_steps (self)), FALSE);
}

static void
present_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);

  if (self->is_presenting)
    leave (self);
  else
    _atlas_window_present_tour (self, _atlas_window_get_tour (self), 0);
}

static void
next_step_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  step_by (ATLAS_WINDOW (widget), 1);
}

static void
previous_step_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  step_by (ATLAS_WINDOW (widget), -1);
}

/* Keys that also activate a button, and those that a list or an entry needs. */
static gboolean
is_for_focus (AtlasWindow *self, guint key)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL)
    return FALSE;
  if (gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL || GTK_IS_EDITABLE (focus))
    return TRUE;
  return (key == GDK_KEY_space || key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) &&
         GTK_IS_BUTTON (focus);
}

/* Presenter's remotes send Page Up, Page Down, period or b, and Escape. */
static gboolean
key_pressed_cb (AtlasWindow *self, guint key, guint code, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || is_for_focus (self, key))
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Right:
    case GDK_KEY_Down:
    case GDK_KEY_Page_Down:
    case GDK_KEY_space:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      step_by (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_Up:
    case GDK_KEY_Page_Up:
    case GDK_KEY_BackSpace:
      step_by (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      step_by (self, -(int) self->position);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      step_by (self, (int) get_n_steps (self));
      return GDK_EVENT_STOP;
    case GDK_KEY_b:
    case GDK_KEY_B:
    case GDK_KEY_period:
      atlas_presenter_set_black (self->presenter, !atlas_presenter_get_black (self->presenter));
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      leave (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* GTK also reports motion when the window or the map changes under a resting pointer. Without this
 * check, a card would cover a part of each view. */
static gboolean
has_moved (AtlasWindow *self, double x, double y)
{
  const gboolean has_moved = !isnan (self->pointer_x) &&
                             (x != self->pointer_x || y != self->pointer_y) &&
                             g_get_monotonic_time () > self->began + SETTLE_TIME;

  self->pointer_x = x;
  self->pointer_y = y;
  return has_moved;
}

static void
motion_cb (AtlasWindow *self, double x, double y)
{
  graphene_point_t point;

  if (has_moved (self, x, y))
    atlas_map_view_set_has_card (self->map_view, TRUE);
  if (gtk_widget_compute_point (GTK_WIDGET (self), GTK_WIDGET (self->presenter),
                                &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    atlas_presenter_move_pointer (self->presenter, point.x, point.y);
}

/* The window system may refuse the whole screen; then the presentation fills the window. Only when
 * it ends the whole screen, the presentation ends too. */
static void
fullscreened_cb (AtlasWindow *self)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    self->was_fullscreen = self->is_presenting;
  else if (self->is_presenting && self->was_fullscreen)
    leave (self);
}

void
_atlas_window_class_install_presentation (AtlasWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ATLAS_TYPE_MAGNIFIER);
  g_type_ensure (ATLAS_TYPE_PRESENTER);
  gtk_widget_class_install_action (widget_class, "win.present", NULL, present_cb);
  gtk_widget_class_install_action (widget_class, "win.next-step", NULL, next_step_cb);
  gtk_widget_class_install_action (widget_class, "win.previous-step", NULL, previous_step_cb);
}

void
_atlas_window_init_presentation (AtlasWindow *self)
{
  self->keys = gtk_event_controller_key_new ();
  self->pointer = gtk_event_controller_motion_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_NONE);
  gtk_event_controller_set_propagation_phase (self->pointer, GTK_PHASE_NONE);
  gtk_widget_add_controller (GTK_WIDGET (self), self->keys);
  gtk_widget_add_controller (GTK_WIDGET (self), self->pointer);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.next-step", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.previous-step", FALSE);
  g_signal_connect_object (self->keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pointer, "motion", G_CALLBACK (motion_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->presenter, "arranged", G_CALLBACK (arranged_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map_view, "resized", G_CALLBACK (map_resized_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigation, "notify::scope", G_CALLBACK (scope_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (atlas_navigation_get_filter (self->navigation), "changed",
                           G_CALLBACK (scope_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), NULL);
}

void
_atlas_window_dispose_presentation (AtlasWindow *self)
{
  g_clear_object (&self->tour);
  g_clear_pointer (&self->presented, atlas_view_free);
  g_clear_pointer (&self->before, atlas_view_free);
}
