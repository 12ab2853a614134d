/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-window-private.h"

#include <glib/gi18n.h>

#include "atlas-projection.h"

/* What the window shows: to keep it, to send it as a link, and to show it again. */

AtlasView *
_atlas_window_take_view (AtlasWindow *self)
{
  AtlasView *view = atlas_view_new ();
  AtlasScope *scope = atlas_navigation_get_scope (self->navigation);
  AtlasMapCamera camera;

  if (scope != NULL)
    {
      g_free (view->scope);
      view->scope = atlas_scope_dup_ids (scope);
    }
  g_object_unref (view->filter);
  view->filter = atlas_filter_copy (atlas_navigation_get_filter (self->navigation));
  view->page = g_strdup (atlas_side_panel_get_page (self->side_panel));
  atlas_map_view_get_camera (self->map_view, &camera);
  view->has_camera = TRUE;
  view->latitude = atlas_projection_latitude (camera.y);
  view->longitude = atlas_projection_longitude (camera.x);
  view->zoom = camera.zoom;
  return view;
}

static void
show_scope (AtlasWindow *self, const char *ids)
{
  g_autofree char *current = atlas_scope_dup_ids (atlas_navigation_get_scope (self->navigation));
  g_autoptr (AtlasScope) scope = NULL;
  g_autofree char *text = NULL;

  if (g_str_equal (ids, current))
    return;
  scope = atlas_scope_new_from_ids (atlas_navigation_get_dataset (self->navigation), ids);
  if (scope != NULL && atlas_scope_get_other (scope) != NULL)
    atlas_navigation_compare_both (self->navigation, atlas_scope_get_subject (scope),
                                   atlas_scope_get_other (scope));
  else if (scope != NULL)
    atlas_navigation_visit (self->navigation, atlas_scope_get_subject (scope));
  if (scope != NULL)
    return;
  /* Translators: %s is the id of a record, or two with a comma between */
  text = g_strdup_printf (_("The link leads to “%s”, which this dataset does not have"), ids);
  _atlas_window_show_toast (self, text);
}

/* Shows the scope, the filter and the page of @view, but not its part of the map. */
void
_atlas_window_apply_scope (AtlasWindow *self, const AtlasView *view)
{
  atlas_filter_restore (atlas_navigation_get_filter (self->navigation), view->filter);
  show_scope (self, view->scope);
  if (view->page != NULL)
    atlas_side_panel_show_page (self->side_panel, view->page);
}

void
_atlas_window_apply_view (AtlasWindow *self, const AtlasView *view)
{
  _atlas_window_apply_scope (self, view);
  /* Set the camera last, because setting the scope also moves the map. */
  if (view->has_camera)
    atlas_map_view_set_camera (self->map_view,
                               &(AtlasMapCamera) { atlas_projection_x (view->longitude),
                                                   atlas_projection_y (view->latitude),
                                                   view->zoom },
                               TRUE);
}

/* The map can be moved only after it has a size. */
static gboolean
show_wanted_cb (GtkWidget *map, GdkFrameClock *clock, gpointer user_data)
{
  AtlasWindow *self = user_data;

  if (gtk_widget_get_width (map) == 0)
    return G_SOURCE_CONTINUE;
  self->wanted_id = 0;
  _atlas_window_apply_view (self, self->wanted);
  g_clear_pointer (&self->wanted, atlas_view_free);
  return G_SOURCE_REMOVE;
}

/* Shows the view that was asked for while the dataset was being read. */
void
_atlas_window_show_wanted (AtlasWindow *self)
{
  if (self->wanted == NULL || self->wanted_id != 0 ||
      atlas_navigation_get_dataset (self->navigation) == NULL)
    return;
  self->wanted_id =
    gtk_widget_add_tick_callback (GTK_WIDGET (self->map_view), show_wanted_cb, self, NULL);
}

/**
 * atlas_window_show_view:
 * @self: a window
 * @view: (transfer full): the view to show
 *
 * Shows @view, after the dataset has been read if that is not yet the case. Says so if the dataset
 * has no such scope.
 */
void
atlas_window_show_view (AtlasWindow *self, AtlasView *view)
{
  g_return_if_fail (ATLAS_IS_WINDOW (self));
  g_return_if_fail (view != NULL);

  g_clear_pointer (&self->wanted, atlas_view_free);
  self->wanted = view;
  if (self->cancellable == NULL)
    _atlas_window_show_wanted (self);
}

/**
 * atlas_window_show_link:
 * @self: a window
 * @uri: a link to a view, from any origin
 *
 * Shows the view of the link, or says why it cannot be shown.
 */
void
atlas_window_show_link (AtlasWindow *self, const char *uri)
{
  g_autoptr (GError) error = NULL;
  AtlasView *view;

  g_return_if_fail (ATLAS_IS_WINDOW (self));
  g_return_if_fail (uri != NULL);

  view = atlas_view_parse (uri, &error);
  if (view != NULL)
    atlas_window_show_view (self, view);
  else
    _atlas_window_show_toast (self, error->message);
}
