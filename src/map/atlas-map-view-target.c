/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-map-view-private.h"

#include "atlas-viewport.h"

/* Finds what is under the pointer. The result is kept until the pointer moves or the map changes.
 * The card describes this result and a click opens it, so that both always agree. */

/* The delay before the card of a prefecture appears. */
#define AREA_DELAY_MS 500

static AtlasPlace *
find_place_by_code (AtlasMapView *self, const char *code)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (self->navigation);
  GListModel *places = atlas_dataset_get_records (dataset, ATLAS_RECORD_KIND_PLACE);

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);

      if (g_strcmp0 (atlas_place_get_code (place), code) == 0)
        return place; /* the dataset has a reference */
    }
  return NULL;
}

/* Finds the prefecture whose area contains a point. */
static AtlasPlace *
find_prefecture (AtlasMapView *self, double x, double y)
{
  AtlasPoint point = _atlas_map_view_unproject (self, x, y);
  const char *code = atlas_base_map_prefecture_at (self->base_map, point.x, point.y);

  return code != NULL ? find_place_by_code (self, code) : NULL;
}

/* Looks first for an arrow at the edge, then for a marker or name, then for lines and their
 * numbers, then for a prefecture. */
static GPtrArray *
find_target (AtlasMapView *self, double x, double y, gboolean *is_area)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->map), x, y, GTK_PICK_DEFAULT);
  GtkWidget *marker =
    picked != NULL ? gtk_widget_get_ancestor (picked, ATLAS_TYPE_PLACE_MARKER) : NULL;
  GtkWidget *arrow =
    picked != NULL ? gtk_widget_get_ancestor (picked, ATLAS_TYPE_ARROW_BUTTON) : NULL;
  GPtrArray *records;
  AtlasPlace *prefecture;

  *is_area = FALSE;
  if (x < 0 || atlas_navigation_get_dataset (self->navigation) == NULL)
    return g_ptr_array_new_with_free_func (g_object_unref);
  if (arrow != NULL)
    return atlas_arrow_button_dup_places (ATLAS_ARROW_BUTTON (arrow));
  if (marker != NULL)
    return atlas_place_layer_dup_places (self->places, ATLAS_PLACE_MARKER (marker));
  records = atlas_link_layer_find (self->links, x, y);
  if (records->len > 0)
    return records;
  prefecture = find_prefecture (self, x, y);
  if (prefecture != NULL)
    g_ptr_array_add (records, g_object_ref (prefecture));
  *is_area = TRUE;
  return records;
}

static gboolean
show_card_cb (gpointer user_data)
{
  AtlasMapView *self = user_data;

  self->card_id = 0;
  atlas_hover_card_set_records (self->card, atlas_navigation_get_dataset (self->navigation),
                                self->described);
  return G_SOURCE_REMOVE;
}

static gboolean
are_equal (GPtrArray *a, GPtrArray *b)
{
  guint n = a != NULL ? a->len : 0;

  if (n != (b != NULL ? b->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (a->pdata[i] != b->pdata[i])
      return FALSE;
  return TRUE;
}

/* Shows the card for @records, or hides it with NULL. */
static void
show (AtlasMapView *self, GPtrArray *records, gboolean is_area)
{
  AtlasRecord *first = records != NULL && records->len > 0 ? records->pdata[0] : NULL;

  gtk_widget_queue_allocate (GTK_WIDGET (self->overlay));
  if (are_equal (records, self->described))
    return;
  g_clear_pointer (&self->described, g_ptr_array_unref);
  self->described = records != NULL ? g_ptr_array_ref (records) : NULL;
  g_clear_handle_id (&self->card_id, g_source_remove);
  atlas_hover_card_set_records (self->card, atlas_navigation_get_dataset (self->navigation),
                                is_area ? NULL : records);
  if (is_area && first != NULL)
    self->card_id = g_timeout_add (AREA_DELAY_MS, show_card_cb, self);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->map), first != NULL ? "pointer" : "grab");
  atlas_navigation_set_hovered (self->navigation, first);
}

/* Returns the records under the pointer, the topmost first; searches them if needed. */
GPtrArray *
_atlas_map_view_get_target (AtlasMapView *self)
{
  if (self->target == NULL)
    self->target = find_target (self, self->pointer_x, self->pointer_y, &self->is_target_area);
  return self->target;
}

/* Shows the card for what is under the pointer, unless a button is pressed, the card was dismissed,
 * or the map is to have none. While something is picked, there is no card to cover the map. */
void
_atlas_map_view_hover (AtlasMapView *self)
{
  if (_atlas_map_view_is_picking (self))
    {
      show (self, NULL, FALSE);
      _atlas_map_view_aim (self);
    }
  else if (self->pressed != NULL || self->is_dismissed || self->is_without_card ||
           self->pointer_x < 0)
    show (self, NULL, FALSE);
  else
    {
      GPtrArray *target = _atlas_map_view_get_target (self);

      show (self, target, self->is_target_area);
    }
}

static gboolean
hover_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (widget);

  self->hover_id = 0;
  _atlas_map_view_hover (self);
  return G_SOURCE_REMOVE;
}

/* The map has changed under the pointer. Search the target again before the next frame. */
void
_atlas_map_view_forget_target (AtlasMapView *self)
{
  g_clear_pointer (&self->target, g_ptr_array_unref);
  if (self->hover_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->hover_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), hover_cb, NULL, NULL);
}

void
_atlas_map_view_move_pointer (AtlasMapView *self, double x, double y)
{
  const gboolean has_left = x < 0;

  /* GTK also emits motion when the pointer does not move but a widget does, and leave and enter
   * when a popover opens and closes over it. Show the card again only if the pointer has really
   * moved. */
  if (!has_left && (x != self->rest_x || y != self->rest_y))
    {
      self->is_dismissed = FALSE;
      atlas_map_picking_set_by_key (self->picking, FALSE);
      self->rest_x = x;
      self->rest_y = y;
    }
  if (x != self->pointer_x || y != self->pointer_y)
    g_clear_pointer (&self->target, g_ptr_array_unref);
  self->pointer_x = x;
  self->pointer_y = y;
  if (self->is_measuring)
    _atlas_map_view_update_distance (self);
  _atlas_map_view_hover (self);
}

/* Returns the target of a press at @x, @y. The map may have changed since the last frame, which is
 * what the user sees. If the pointer has not moved, use the records that the card described in that
 * frame. */
GPtrArray *
_atlas_map_view_dup_pressed (AtlasMapView *self, double x, double y)
{
  const gboolean is_ahead = self->hover_id != 0;

  if (is_ahead && self->described != NULL && x == self->pointer_x && y == self->pointer_y)
    return g_ptr_array_ref (self->described);
  _atlas_map_view_move_pointer (self, x, y);
  return g_ptr_array_ref (_atlas_map_view_get_target (self));
}

/* Hides the card until the pointer moves. */
void
_atlas_map_view_dismiss_card (AtlasMapView *self)
{
  self->is_dismissed = TRUE;
  _atlas_map_view_hover (self);
}
