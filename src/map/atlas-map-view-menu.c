/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-map-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "atlas-format.h"
#include "atlas-image-writer.h"
#include "atlas-viewport.h"

/* The context menu of the map: makes a record under the pointer the scope or compares it, copies
 * the map as a picture, and measures distances. */

/* The largest number of records with their own item; a click lists all. */
#define MAX_ITEMS 4

#define EARTH_RADIUS_KM 6371.0088

static void
append_item (GMenu *menu, const char *label, const char *action, AtlasRecord *record)
{
  g_autoptr (GString) escaped = g_string_new (label);
  g_autoptr (GMenuItem) item = NULL;

  /* An underscore in a name must not become a mnemonic. */
  g_string_replace (escaped, "_", "__", 0);
  item = g_menu_item_new (escaped->str, NULL);
  g_menu_item_set_action_and_target (item, action, "s", atlas_record_get_id (record));
  g_menu_append_item (menu, item);
}

/* Only where the window can edit the dataset. */
static void
append_place (AtlasMapView *self, GMenu *menu)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (_("Add a Place Here"), NULL);

  g_menu_item_set_action_and_target (item, "win.add-place-at", "(dd)",
                                     atlas_projection_latitude (self->menu_at.y),
                                     atlas_projection_longitude (self->menu_at.x));
  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

static GMenu *
create_menu (AtlasMapView *self, GPtrArray *records)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) things = g_menu_new ();
  g_autoptr (GMenu) map = g_menu_new ();

  for (guint i = 0; i < records->len && i < MAX_ITEMS; i++)
    {
      const char *name = atlas_record_get_name (records->pdata[i], atlas_language_get_default ());
      /* Translators: an item of a menu; %s is the name of a place or link */
      g_autofree char *show = g_strdup_printf (_("Show %s"), name);
      /* Translators: an item of a menu; %s is the name of a place or link */
      g_autofree char *compare = g_strdup_printf (_("Compare with %s"), name);

      append_item (things, show, "map.visit", records->pdata[i]);
      if (atlas_navigation_can_compare (self->navigation, records->pdata[i]))
        append_item (things, compare, "map.compare", records->pdata[i]);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (things));
  append_place (self, map);
  g_menu_append (map, _("Distance from Here"), "map.measure");
  g_menu_append (map, _("Copy the Map"), "map.copy");
  g_menu_append (map, _("Copy Link to This View"), "win.copy-link");
  g_menu_append (map, _("Whole Province"), "win.province");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (map));
  return menu;
}

/* Opens the menu for the records at a point of the view. */
void
_atlas_map_view_open_menu (AtlasMapView *self, double x, double y)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GMenu) menu = NULL;
  GtkWidget *popover;

  if (atlas_navigation_get_dataset (self->navigation) == NULL)
    return;
  records = _atlas_map_view_dup_pressed (self, x, y);
  self->menu_at = _atlas_map_view_unproject (self, x, y);
  menu = create_menu (self, records);
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  _atlas_map_view_pop_up (self, popover, x, y);
}

static AtlasRecord *
lookup (AtlasMapView *self, GVariant *id)
{
  return atlas_dataset_lookup (atlas_navigation_get_dataset (self->navigation),
                               g_variant_get_string (id, NULL));
}

static void
visit_cb (GtkWidget *widget, const char *action_name, GVariant *id)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (widget);
  AtlasRecord *record = lookup (self, id);

  if (record != NULL)
    atlas_navigation_visit (self->navigation, record);
}

static void
compare_cb (GtkWidget *widget, const char *action_name, GVariant *id)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (widget);
  AtlasRecord *record = lookup (self, id);

  if (record != NULL)
    atlas_navigation_compare (self->navigation, record);
}

/* Renders the map as it is on screen, with legend and notes, in device pixels. */
GdkTexture *
_atlas_map_view_take_picture (AtlasMapView *self)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  const float scale = (float) gtk_widget_get_scale_factor (GTK_WIDGET (self));

  gtk_snapshot_scale (snapshot, scale, scale);
  gtk_widget_snapshot_child (GTK_WIDGET (self), GTK_WIDGET (self->overlay), snapshot);
  node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    return NULL;
  return gsk_renderer_render_texture (
    gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (self))), node,
    &GRAPHENE_RECT_INIT (0, 0, self->width * scale, self->height * scale));
}

/* The picture of the screen, and the map of the scope as SVG, for documents that scale it. */
static GdkContentProvider *
create_content (AtlasMapView *self, GdkTexture *texture)
{
  const AtlasPageSetup setup = { .language = atlas_language_get_default () };
  g_autoptr (GBytes) svg =
    atlas_image_writer_write_map (atlas_navigation_get_scope (self->navigation),
                                  atlas_navigation_get_filter (self->navigation), self->base_map,
                                  &setup, ATLAS_IMAGE_FORMAT_SVG, 96, NULL);
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture),
    svg != NULL ? gdk_content_provider_new_for_bytes ("image/svg+xml", svg) : NULL,
  };

  return gdk_content_provider_new_union (providers, svg != NULL ? 2 : 1);
}

static gboolean
copy_later_cb (gpointer user_data)
{
  AtlasMapView *self = user_data;
  g_autoptr (GdkTexture) texture = NULL;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    texture = _atlas_map_view_take_picture (self);
  if (texture != NULL)
    {
      g_autoptr (GdkContentProvider) content = create_content (self, texture);

      gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
    }
  return G_SOURCE_REMOVE;
}

/* Wait for the frame in which card and menu have disappeared. */
static void
copy_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  _atlas_map_view_dismiss_card (ATLAS_MAP_VIEW (widget));
  g_idle_add_full (G_PRIORITY_LOW, copy_later_cb, g_object_ref (widget), g_object_unref);
}

/* The distance along the great circle. */
static double
find_distance (AtlasPoint from, AtlasPoint to)
{
  double a = atlas_projection_latitude (from.y) * G_PI / 180;
  double b = atlas_projection_latitude (to.y) * G_PI / 180;
  double dx =
    (atlas_projection_longitude (to.x) - atlas_projection_longitude (from.x)) * G_PI / 180;
  double h = pow (sin ((b - a) / 2), 2) + cos (a) * cos (b) * pow (sin (dx / 2), 2);

  return 2 * EARTH_RADIUS_KM * asin (MIN (sqrt (h), 1));
}

/* Shows the distance from the start of measuring to the pointer. */
void
_atlas_map_view_update_distance (AtlasMapView *self)
{
  g_autofree char *distance = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->distance_label), self->is_measuring);
  if (!self->is_measuring || self->pointer_x < 0)
    return;
  distance = atlas_format_distance (
    find_distance (self->measured_from,
                   _atlas_map_view_unproject (self, self->pointer_x, self->pointer_y)),
    atlas_language_get_default ());
  /* Translators: %s is a distance with its unit */
  text = g_strdup_printf (_("%s in a straight line · Esc ends measuring"), distance);
  gtk_label_set_text (self->distance_label, text);
}

static void
measure_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (widget);

  self->measured_from = self->menu_at;
  self->is_measuring = TRUE;
  _atlas_map_view_update_distance (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->map));
}

void
_atlas_map_view_class_install_menu_actions (AtlasMapViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "map.visit", "s", visit_cb);
  gtk_widget_class_install_action (widget_class, "map.compare", "s", compare_cb);
  gtk_widget_class_install_action (widget_class, "map.measure", NULL, measure_cb);
  gtk_widget_class_install_action (widget_class, "map.copy", NULL, copy_cb);
}
