/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-map-view-private.h"

#include <math.h>

/* The modes in which the user picks something on the map: tells AtlasMapPicking what is under the
 * pointer and which keys are pressed. Only markers and names count as places, so that the map can
 * still be dragged everywhere else. */

/* If the pointer moves further than this while pressed, it is a drag. */
#define CLICK_DISTANCE 6.0

static AtlasPlace *
get_first_place (AtlasMapView *self, GtkWidget *widget)
{
  GtkWidget *marker =
    widget != NULL ? gtk_widget_get_ancestor (widget, ATLAS_TYPE_PLACE_MARKER) : NULL;
  g_autoptr (GPtrArray) places = NULL;

  if (marker == NULL || !gtk_widget_is_ancestor (marker, GTK_WIDGET (self)))
    return NULL;
  places = atlas_place_layer_dup_places (self->places, ATLAS_PLACE_MARKER (marker));
  return places->len > 0 ? places->pdata[0] : NULL; /* the dataset has a reference */
}

static AtlasPlace *
find_place (AtlasMapView *self, double x, double y)
{
  if (x < 0 || y < 0)
    return NULL;
  return get_first_place (self, gtk_widget_pick (GTK_WIDGET (self->map), x, y, GTK_PICK_DEFAULT));
}

static AtlasPlace *
get_focused_place (AtlasMapView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? get_first_place (self, gtk_root_get_focus (root)) : NULL;
}

gboolean
_atlas_map_view_is_picking (AtlasMapView *self)
{
  return atlas_map_picking_get_mode (self->picking) != ATLAS_MAP_PICKING_NONE;
}

/* Highlights the place at which the pointer or the focus aims, if it can be picked. */
void
_atlas_map_view_aim (AtlasMapView *self)
{
  const gboolean is_link = atlas_map_picking_get_mode (self->picking) == ATLAS_MAP_PICKING_LINK;
  AtlasPlace *place = NULL;

  if (is_link)
    place = atlas_map_picking_get_by_key (self->picking)
              ? get_focused_place (self)
              : find_place (self, self->pointer_x, self->pointer_y);
  atlas_map_picking_aim (self->picking, place, self->pointer_x, self->pointer_y);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->map), is_link ? "grab" : "crosshair");
  atlas_navigation_set_hovered (self->navigation, place != NULL ? ATLAS_RECORD (place) : NULL);
}

/* The pointer was pressed and released at a point of the view. In the mode for links, places are
 * handled as drags. */
void
_atlas_map_view_pick_at (AtlasMapView *self, double x, double y)
{
  if (atlas_map_picking_get_mode (self->picking) == ATLAS_MAP_PICKING_PLACE)
    atlas_map_picking_pick_point (self->picking, _atlas_map_view_unproject (self, x, y));
}

/* Handles a key: Escape ends the mode, Enter picks the middle of the map. */
gboolean
_atlas_map_view_pick_by_key (AtlasMapView *self, guint key)
{
  if (!_atlas_map_view_is_picking (self))
    return GDK_EVENT_PROPAGATE;
  atlas_map_picking_set_by_key (self->picking, TRUE);
  _atlas_map_view_aim (self);
  if (key == GDK_KEY_Escape)
    {
      atlas_map_picking_set_mode (self->picking, ATLAS_MAP_PICKING_NONE);
      return GDK_EVENT_STOP;
    }
  if (atlas_map_picking_get_mode (self->picking) != ATLAS_MAP_PICKING_PLACE ||
      (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_space))
    return GDK_EVENT_PROPAGATE;
  _atlas_map_view_pick_at (self, self->width / 2.0, self->height / 2.0);
  return GDK_EVENT_STOP;
}

/* A marker was activated. Returns whether the mode has handled it. */
gboolean
_atlas_map_view_pick_marker (AtlasMapView *self, AtlasPlaceMarker *marker)
{
  AtlasPlace *place = get_first_place (self, GTK_WIDGET (marker));

  if (!_atlas_map_view_is_picking (self))
    return FALSE;
  if (place != NULL)
    atlas_map_picking_choose (self->picking, place);
  return TRUE;
}

/* Claims a drag that begins on a place, so that it does not move the map. */
static void
drag_begin_cb (AtlasMapView *self, double x, double y, GtkGesture *drag)
{
  AtlasPlace *place = find_place (self, x, y);

  gtk_gesture_set_state (drag,
                         place != NULL ? GTK_EVENT_SEQUENCE_CLAIMED : GTK_EVENT_SEQUENCE_DENIED);
  if (place == NULL)
    return;
  self->pressed_x = x;
  self->pressed_y = y;
  gtk_widget_grab_focus (GTK_WIDGET (self->map));
  atlas_map_picking_press (self->picking, place);
  _atlas_map_view_move_pointer (self, x, y);
}

/* While this gesture has the events, the map gets no motion. */
static void
drag_update_cb (AtlasMapView *self, double right, double down)
{
  _atlas_map_view_move_pointer (self, self->pressed_x + right, self->pressed_y + down);
}

static void
drag_end_cb (AtlasMapView *self, double right, double down)
{
  atlas_map_picking_release (self->picking,
                             find_place (self, self->pressed_x + right, self->pressed_y + down),
                             hypot (right, down) > CLICK_DISTANCE);
}

static void
cancelled_cb (AtlasMapView *self)
{
  atlas_map_picking_release (self->picking, NULL, TRUE);
}

static void
focus_changed_cb (AtlasMapView *self)
{
  if (atlas_map_picking_get_by_key (self->picking))
    _atlas_map_view_aim (self);
}

static void
follow_focus (AtlasMapView *self, gboolean follow)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root == NULL)
    return;
  g_signal_handlers_disconnect_by_func (root, focus_changed_cb, self);
  if (follow)
    g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (focus_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
changed_cb (AtlasMapView *self)
{
  const AtlasMapPickingMode mode = atlas_map_picking_get_mode (self->picking);
  const char *hint = atlas_map_picking_get_hint (self->picking);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->map), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  hint != NULL ? hint : "", -1);
  if (mode == self->picking_mode)
    return;
  self->picking_mode = mode;
  /* A new place may lie on top of another one. */
  gtk_widget_set_can_target (GTK_WIDGET (self->places), mode != ATLAS_MAP_PICKING_PLACE);
  gtk_event_controller_set_propagation_phase (
    self->drag, mode == ATLAS_MAP_PICKING_LINK ? GTK_PHASE_CAPTURE : GTK_PHASE_NONE);
  /* The hint takes their place. */
  gtk_widget_set_child_visible (self->filter_bar, mode == ATLAS_MAP_PICKING_NONE);
  gtk_widget_queue_allocate (GTK_WIDGET (self->overlay));
  follow_focus (self, mode == ATLAS_MAP_PICKING_LINK);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->map), "grab");
  atlas_navigation_set_hovered (self->navigation, NULL);
  _atlas_map_view_forget_target (self);
  _atlas_map_view_dismiss_card (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->map));
}

void
_atlas_map_view_init_picking (AtlasMapView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->picking = atlas_map_picking_new (self->viewport, self->navigation);
  gtk_overlay_add_overlay (self->overlay, GTK_WIDGET (self->picking));
  g_signal_connect_object (self->picking, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);

  self->drag = GTK_EVENT_CONTROLLER (drag);
  gtk_event_controller_set_propagation_phase (self->drag, GTK_PHASE_NONE);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (cancelled_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), self->drag);
}

/**
 * atlas_map_view_get_picking:
 * @self: a map
 *
 * Returns: (transfer none): what lets the user pick places on the map
 */
AtlasMapPicking *
atlas_map_view_get_picking (AtlasMapView *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), NULL);

  return self->picking;
}
