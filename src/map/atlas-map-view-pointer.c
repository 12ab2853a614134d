/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-map-view-private.h"

#include <math.h>

/* Pointer and keyboard on the map: records under the pointer are described and highlighted; a click
 * makes them the scope, with Ctrl it compares them with the scope; keys pan and zoom. A click on
 * several records lists them. libshumate handles the double click, which zooms in. */

/* If the pointer moves further than this while pressed, it is a drag. */
#define CLICK_DISTANCE 6.0

/* The distance that an arrow key pans, as a share of the size of the view. */
#define PAN_STEP 0.15

/* The distance between the pointer and its card. */
#define CARD_DISTANCE 16.0

static void
leave_cb (AtlasMapView *self)
{
  _atlas_map_view_move_pointer (self, -1, -1);
}

/* Store the target when the button is pressed, not when it is released: meanwhile names may be
 * placed elsewhere, and a hand moves a little. */
static void
pressed_cb (AtlasMapView *self, int n_press, double x, double y)
{
  g_clear_pointer (&self->pressed, g_ptr_array_unref);
  self->pressed = _atlas_map_view_dup_pressed (self, x, y);
  self->pressed_x = x;
  self->pressed_y = y;
  gtk_widget_grab_focus (GTK_WIDGET (self->map));
}

static void
released_cb (AtlasMapView *self, int n_press, double x, double y, GtkEventController *click)
{
  const GdkModifierType modifiers = gtk_event_controller_get_current_event_state (click);
  g_autoptr (GPtrArray) records = g_steal_pointer (&self->pressed);

  if (records == NULL || n_press != 1 ||
      hypot (x - self->pressed_x, y - self->pressed_y) > CLICK_DISTANCE)
    return;
  if (_atlas_map_view_is_picking (self))
    _atlas_map_view_pick_at (self, x, y);
  else
    _atlas_map_view_choose (self, records, x, y, (modifiers & GDK_CONTROL_MASK) != 0);
}

/* A drag has claimed the event sequence. */
static void
cancelled_cb (AtlasMapView *self)
{
  g_clear_pointer (&self->pressed, g_ptr_array_unref);
}

/* The keyboard opens the same as a click on the marker. */
static void
chosen_cb (AtlasMapView *self, AtlasPlaceMarker *marker, gboolean compare)
{
  g_autoptr (GPtrArray) places = atlas_place_layer_dup_places (self->places, marker);
  graphene_rect_t bounds;

  if (_atlas_map_view_pick_marker (self, marker))
    return;
  if (!gtk_widget_compute_bounds (GTK_WIDGET (marker), GTK_WIDGET (self), &bounds))
    return;
  _atlas_map_view_choose (self, places, bounds.origin.x + bounds.size.width / 2,
                          bounds.origin.y + bounds.size.height / 2, compare);
}

static void
arrow_chosen_cb (AtlasMapView *self, AtlasArrowButton *button)
{
  g_autoptr (GPtrArray) places = atlas_arrow_button_dup_places (button);
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (button), GTK_WIDGET (self), &bounds))
    _atlas_map_view_choose (self, places, bounds.origin.x + bounds.size.width / 2,
                            bounds.origin.y + bounds.size.height / 2, FALSE);
}

static void
menu_pressed_cb (AtlasMapView *self, int n_press, double x, double y)
{
  _atlas_map_view_open_menu (self, x, y);
}

/* Opens the menu of the focused marker, or of the middle of the view. */
static void
open_menu_by_key (AtlasMapView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  graphene_rect_t bounds;

  graphene_rect_init (&bounds, 0, 0, self->width, self->height);
  if (focus != NULL && ATLAS_IS_PLACE_MARKER (focus) &&
      !gtk_widget_compute_bounds (focus, GTK_WIDGET (self), &bounds))
    return;
  _atlas_map_view_open_menu (self, bounds.origin.x + bounds.size.width / 2,
                             bounds.origin.y + bounds.size.height / 2);
}

/* Escape ends measuring before anything else. */
static gboolean
end_measuring (AtlasMapView *self)
{
  if (!self->is_measuring)
    return GDK_EVENT_PROPAGATE;
  self->is_measuring = FALSE;
  _atlas_map_view_update_distance (self);
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (AtlasMapView *self, guint key, guint code, GdkModifierType modifiers)
{
  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (modifiers & GDK_SHIFT_MASK) != 0))
    {
      open_menu_by_key (self);
      return GDK_EVENT_STOP;
    }
  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (_atlas_map_view_pick_by_key (self, key))
    return GDK_EVENT_STOP;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      _atlas_map_view_pan (self, -PAN_STEP, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      _atlas_map_view_pan (self, PAN_STEP, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      _atlas_map_view_pan (self, 0, -PAN_STEP);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      _atlas_map_view_pan (self, 0, PAN_STEP);
      return GDK_EVENT_STOP;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      _atlas_map_view_zoom (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      _atlas_map_view_zoom (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      _atlas_map_view_fit (self, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      return end_measuring (self);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Places the card beside the pointer, on the side with room. */
static gboolean
get_child_position_cb (AtlasMapView *self, GtkWidget *child, GdkRectangle *allocation)
{
  int width = 0, height = 0;
  double x = self->pointer_x + CARD_DISTANCE, y = self->pointer_y + CARD_DISTANCE;

  if (child != GTK_WIDGET (self->card))
    return FALSE;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  if (x + width > self->width)
    x = self->pointer_x - CARD_DISTANCE - width;
  if (y + height > self->height)
    y = self->pointer_y - CARD_DISTANCE - height;
  *allocation = (GdkRectangle) { (int) MAX (x, 0), (int) MAX (y, 0), width, height };
  return TRUE;
}

static void
zoom_in_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  _atlas_map_view_zoom (ATLAS_MAP_VIEW (widget), 1);
}

static void
zoom_out_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  _atlas_map_view_zoom (ATLAS_MAP_VIEW (widget), -1);
}

static void
fit_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  _atlas_map_view_fit (ATLAS_MAP_VIEW (widget), TRUE);
}

void
_atlas_map_view_class_install_actions (AtlasMapViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "map.fit", NULL, fit_cb);
}

/* Shortcuts with Ctrl work wherever the focus is, as in other map programs. */
static void
add_shortcuts (AtlasMapView *self)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, "map.zoom-in" },         { GDK_KEY_equal, "map.zoom-in" },
    { GDK_KEY_KP_Add, "map.zoom-in" },       { GDK_KEY_minus, "map.zoom-out" },
    { GDK_KEY_KP_Subtract, "map.zoom-out" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, GDK_CONTROL_MASK),
                        gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
_atlas_map_view_init_pointer (AtlasMapView *self)
{
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->pointer_x = -1;
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (_atlas_map_view_move_pointer), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (_atlas_map_view_move_pointer), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), motion);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (click, "cancel", G_CALLBACK (cancelled_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (menu, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (menu));
  add_shortcuts (self);

  /* Capture the keys before the map, because newer versions of libshumate pan with arrow keys
   * themselves. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), keys);
  gtk_widget_set_focusable (GTK_WIDGET (self->map), TRUE);

  g_signal_connect_swapped (self->overlay, "get-child-position", G_CALLBACK (get_child_position_cb),
                            self);
  g_signal_connect_object (self->places, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->arrows, "chosen", G_CALLBACK (arrow_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->arrows, "arranged", G_CALLBACK (_atlas_map_view_forget_target),
                           self, G_CONNECT_SWAPPED);
  /* When the map changes, the target under a pointer that does not move changes too. */
  g_signal_connect_object (self->places, "arranged", G_CALLBACK (_atlas_map_view_forget_target),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->viewport, "notify", G_CALLBACK (_atlas_map_view_forget_target),
                           self, G_CONNECT_SWAPPED);
}
