/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-map-view-private.h"

#include <math.h>

#include "atlas-place-marker.h"
#include "atlas-viewport.h"

/* What the pointer and the keyboard do on the map: what lies under the pointer is told and
 * lifted, a click makes it the scope, with Ctrl it stands beside the place in scope, keys pan
 * and zoom. A double click zooms in, by libshumate itself. */

/* A press that moves further than this is a drag. */
#define CLICK_DISTANCE 6.0

/* How far an arrow key pans, in widths and heights of the view. */
#define PAN_STEP 0.15

/* Between the pointer and its card. */
#define CARD_DISTANCE 16.0

/* The card of a whole prefecture waits for the pointer to stay in it. */
#define AREA_DELAY_MS 500

typedef struct
{
  AtlasRecord *subject; /* what a click makes the scope */
  GPtrArray   *records; /* what the card tells of; NULL where there is nothing */
  gboolean     is_area; /* whether it is the ground, with nothing on it */
} Target;

static void
clear_target (Target *target)
{
  g_clear_pointer (&target->records, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Target, clear_target)

static Target
target_record (AtlasRecord *record)
{
  Target target = { record, g_ptr_array_new_with_free_func (g_object_unref), FALSE };

  g_ptr_array_add (target.records, g_object_ref (record));
  return target;
}

static Target
target_curve (AtlasMapView         *self,
              const AtlasLinkCurve *curve)
{
  Target target = { ATLAS_RECORD (atlas_link_layer_choose (self->links, curve)),
                    g_ptr_array_new_with_free_func (g_object_unref), FALSE };

  for (guint i = 0; i < curve->links->len; i++)
    g_ptr_array_add (target.records, g_object_ref (g_ptr_array_index (curve->links, i)));
  return target;
}

static AtlasPlace *
find_place_by_code (AtlasMapView *self,
                    const char   *code)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (self->navigation);
  GListModel *places = atlas_dataset_get_records (dataset, ATLAS_RECORD_KIND_PLACE);

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);

      if (g_strcmp0 (atlas_place_get_code (place), code) == 0)
        return place; /* the dataset holds it */
    }
  return NULL;
}

/* The prefecture on whose ground a point lies. */
static AtlasPlace *
find_prefecture (AtlasMapView *self,
                 double        x,
                 double        y)
{
  AtlasExtent visible = atlas_viewport_get_extent (self->viewport, GTK_WIDGET (self->map));
  double scale = atlas_viewport_get_pixels_per_unit (self->viewport);
  const char *code = atlas_base_map_prefecture_at (self->base_map, visible.x0 + x / scale,
                                                   visible.y0 + y / scale);

  return code != NULL ? find_place_by_code (self, code) : NULL;
}

static Target
find_target (AtlasMapView *self,
             double        x,
             double        y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->map), x, y, GTK_PICK_DEFAULT);
  GtkWidget *marker =
    picked != NULL ? gtk_widget_get_ancestor (picked, ATLAS_TYPE_PLACE_MARKER) : NULL;
  Target target = { NULL, NULL, FALSE };
  const AtlasLinkCurve *curve;
  AtlasPlace *prefecture;

  if (self->navigation == NULL || atlas_navigation_get_dataset (self->navigation) == NULL)
    return target;
  if (marker != NULL)
    return target_record (ATLAS_RECORD (
      atlas_place_marker_get_place (ATLAS_PLACE_MARKER (marker))));
  curve = atlas_link_layer_find (self->links, x, y);
  if (curve != NULL)
    return target_curve (self, curve);
  prefecture = find_prefecture (self, x, y);
  if (prefecture != NULL)
    target = target_record (ATLAS_RECORD (prefecture));
  target.is_area = TRUE;
  return target;
}

static gboolean
show_card_cb (gpointer user_data)
{
  AtlasMapView *self = user_data;

  self->card_id = 0;
  atlas_hover_card_set_records (self->card, self->hovered);
  return G_SOURCE_REMOVE;
}

static void
show_target (AtlasMapView *self,
             Target       *target)
{
  AtlasRecord *first = target->records != NULL ? g_ptr_array_index (target->records, 0) : NULL;
  AtlasRecord *former = self->hovered != NULL ? g_ptr_array_index (self->hovered, 0) : NULL;

  gtk_widget_queue_allocate (GTK_WIDGET (self->overlay));
  if (first == former)
    return;
  g_clear_pointer (&self->hovered, g_ptr_array_unref);
  self->hovered = g_steal_pointer (&target->records);
  g_clear_handle_id (&self->card_id, g_source_remove);
  atlas_hover_card_set_records (self->card, target->is_area ? NULL : self->hovered);
  if (target->is_area)
    self->card_id = g_timeout_add (AREA_DELAY_MS, show_card_cb, self);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->map), first != NULL ? "pointer" : "grab");
  atlas_navigation_set_hovered (self->navigation, first);
}

static void
hover (AtlasMapView *self)
{
  g_auto (Target) target = { NULL, NULL, FALSE };

  if (self->navigation == NULL)
    return;
  if (!self->is_pressed && !self->is_dismissed && self->pointer_x >= 0)
    target = find_target (self, self->pointer_x, self->pointer_y);
  show_target (self, &target);
}

static void
motion_cb (AtlasMapView *self,
           double        x,
           double        y)
{
  /* GTK also tells of a pointer that stays while something else moves. */
  if (x != self->pointer_x || y != self->pointer_y)
    self->is_dismissed = FALSE;
  self->pointer_x = x;
  self->pointer_y = y;
  hover (self);
}

/* After a look elsewhere, what lies under the pointer is of no interest until it moves. */
void
_atlas_map_view_dismiss_card (AtlasMapView *self)
{
  self->is_dismissed = TRUE;
  hover (self);
}

static void
leave_cb (AtlasMapView *self)
{
  motion_cb (self, -1, -1);
}

static void
pressed_cb (AtlasMapView *self,
            int           n_press,
            double        x,
            double        y)
{
  self->is_pressed = TRUE;
  self->pressed_x = x;
  self->pressed_y = y;
  gtk_widget_grab_focus (GTK_WIDGET (self->map));
}

static void
released_cb (AtlasMapView       *self,
             int                 n_press,
             double              x,
             double              y,
             GtkEventController *click)
{
  const GdkModifierType modifiers = gtk_event_controller_get_current_event_state (click);
  g_auto (Target) target = { NULL, NULL, FALSE };

  self->is_pressed = FALSE;
  if (n_press != 1 || hypot (x - self->pressed_x, y - self->pressed_y) > CLICK_DISTANCE)
    return;
  target = find_target (self, x, y);
  if (target.subject == NULL)
    return;
  if ((modifiers & GDK_CONTROL_MASK) != 0)
    atlas_navigation_compare (self->navigation, target.subject);
  else
    atlas_navigation_visit (self->navigation, target.subject);
}

/* A drag took the press over. */
static void
cancelled_cb (AtlasMapView *self)
{
  self->is_pressed = FALSE;
}

static gboolean
key_pressed_cb (AtlasMapView    *self,
                guint            key,
                guint            code,
                GdkModifierType  modifiers)
{
  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
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
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* The card stands beside the pointer, on the side where there is room. */
static gboolean
get_child_position_cb (AtlasMapView *self,
                       GtkWidget    *child,
                       GdkRectangle *allocation)
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
zoom_in_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  _atlas_map_view_zoom (ATLAS_MAP_VIEW (widget), 1);
}

static void
zoom_out_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  _atlas_map_view_zoom (ATLAS_MAP_VIEW (widget), -1);
}

static void
fit_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
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

void
_atlas_map_view_init_pointer (AtlasMapView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->pointer_x = -1;
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), motion);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (click, "cancel", G_CALLBACK (cancelled_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (click));

  /* Before the map has a look at it: newer versions of libshumate pan by arrow keys themselves. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), keys);
  gtk_widget_set_focusable (GTK_WIDGET (self->map), TRUE);

  g_signal_connect_swapped (self->overlay, "get-child-position",
                            G_CALLBACK (get_child_position_cb), self);
  /* What lies under a pointer that stays where it is changes when the map moves. */
  g_signal_connect_object (self->places, "arranged", G_CALLBACK (hover), self, G_CONNECT_SWAPPED);
}
