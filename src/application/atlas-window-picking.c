/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-window-private.h"

#include <glib/gi18n.h>

#include "atlas-enum-types.h"
#include "atlas-labels.h"
#include "atlas-organization.h"
#include "atlas-position.h"

/*
 * New records that the user begins on the map: a place where it is clicked, and a link between two
 * places.
 *
 * Actions: win.add-place, win.add-place-at (degrees north and east) and win.add-link (of a kind).
 * The map only tells what was picked; here it becomes a draft, and the form adds the record.
 */

/* Enough for four decimals; fewer are written without zeros. */
#define DEGREES_FORMAT "%.7g"

/* Shows the map and begins a mode there. */
static void
begin (AtlasWindow *self, AtlasMapPickingMode mode)
{
  if (self->is_presenting)
    return;
  g_action_change_state (G_ACTION (self->show_projects), g_variant_new_boolean (FALSE));
  atlas_map_picking_set_mode (atlas_map_view_get_picking (self->map_view), mode);
}

/* Ends the mode of the map, and hides what was picked. Returns whether there was a mode. */
gboolean
_atlas_window_stop_picking (AtlasWindow *self)
{
  AtlasMapPicking *picking = atlas_map_view_get_picking (self->map_view);
  const gboolean is_picking = atlas_map_picking_get_mode (picking) != ATLAS_MAP_PICKING_NONE;

  atlas_map_picking_set_mode (picking, ATLAS_MAP_PICKING_NONE);
  atlas_map_picking_forget (picking);
  return is_picking;
}

static void
set_degrees (AtlasDraft *draft, const char *member, double degrees)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  atlas_draft_set_value (draft, member,
                         g_ascii_formatd (text, sizeof text, DEGREES_FORMAT, degrees));
}

/* A position from the map is approximate until the user says otherwise. */
static void
place_picked_cb (AtlasWindow *self, double latitude, double longitude)
{
  AtlasDataset *dataset = atlas_library_get_dataset (self->library);
  AtlasPlace *parent =
    atlas_position_find_parent (atlas_base_map_get_default (), dataset, latitude, longitude);
  g_autofree char *id = atlas_draft_suggest_id (dataset, ATLAS_RECORD_KIND_PLACE, NULL);
  g_autoptr (AtlasDraft) draft = atlas_draft_new (ATLAS_RECORD_KIND_PLACE, id);

  set_degrees (draft, "latitude", latitude);
  set_degrees (draft, "longitude", longitude);
  atlas_draft_set_value (draft, "approximate", "true");
  if (parent != NULL)
    {
      const char *const ids[] = { atlas_record_get_id (ATLAS_RECORD (parent)), NULL };

      atlas_draft_set_list (draft, "parent", ids);
    }
  _atlas_window_create_record (self, draft);
}

/* The name of a link is that of its ends, as in the languages that have both. */
static void
name_link (AtlasDraft *draft, AtlasRecord *from, AtlasRecord *to)
{
  g_autoptr (AtlasText) first = NULL;
  g_autoptr (AtlasText) second = NULL;

  g_object_get (from, "name", &first, NULL);
  g_object_get (to, "name", &second, NULL);
  for (guint i = 0; i < ATLAS_N_LANGUAGES; i++)
    {
      const AtlasLanguage language = (AtlasLanguage) i;
      const char *a = atlas_text_peek (first, language);
      const char *b = atlas_text_peek (second, language);
      g_autofree char *name = NULL;

      if (a == NULL || b == NULL)
        continue;
      name = g_strconcat (a, language == ATLAS_LANGUAGE_ZH ? "—" : "–", b, NULL);
      atlas_draft_set_text (draft, "name", language, name);
    }
}

/* Fills in one or both ends of a new link. Only places can be the ends of a bus route, and only
 * places and organizations can work together. Returns whether the ends are filled in. */
gboolean
_atlas_window_fill_link (AtlasDraft *draft, AtlasRecord *from, AtlasRecord *to)
{
  const gboolean is_route = atlas_draft_get_kind (draft) == ATLAS_RECORD_KIND_ROUTE;
  AtlasRecord *const ends[] = { from, to };
  const char *ids[] = { NULL, NULL, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (ends) && ends[i] != NULL; i++)
    {
      if (!ATLAS_IS_PLACE (ends[i]) && (is_route || !ATLAS_IS_ORGANIZATION (ends[i])))
        return FALSE;
      ids[i] = atlas_record_get_id (ends[i]);
    }
  if (is_route)
    {
      atlas_draft_set_list (draft, "from", (const char *const[]) { ids[0], NULL });
      atlas_draft_set_list (draft, "to", (const char *const[]) { ids[1], NULL });
    }
  else
    atlas_draft_set_list (draft, "members", ids);
  if (to != NULL)
    name_link (draft, from, to);
  return TRUE;
}

/* The id of a link has the ids of its ends. */
static char *
suggest_id (AtlasDataset *dataset, AtlasRecordKind kind, AtlasRecord *from, AtlasRecord *to)
{
  g_autofree char *words =
    g_strdup_printf ("%s %s %s", atlas_code_for (ATLAS_TYPE_RECORD_KIND, (int) kind),
                     atlas_record_get_id (from), atlas_record_get_id (to));

  return atlas_draft_suggest_id (dataset, kind, words);
}

static void
link_picked_cb (AtlasWindow *self, AtlasRecord *from, AtlasRecord *to)
{
  g_autofree char *id =
    suggest_id (atlas_library_get_dataset (self->library), self->picked_kind, from, to);
  g_autoptr (AtlasDraft) draft = atlas_draft_new (self->picked_kind, id);

  _atlas_window_fill_link (draft, from, to);
  _atlas_window_create_record (self, draft);
}

static void
add_place_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  begin (ATLAS_WINDOW (widget), ATLAS_MAP_PICKING_PLACE);
}

static void
add_place_at_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AtlasMapPicking *picking = atlas_map_view_get_picking (ATLAS_WINDOW (widget)->map_view);
  double latitude, longitude;

  g_variant_get (parameter, "(dd)", &latitude, &longitude);
  atlas_map_picking_set_mode (picking, ATLAS_MAP_PICKING_PLACE);
  atlas_map_picking_pick_point (picking, (AtlasPoint) { atlas_projection_x (longitude),
                                                        atlas_projection_y (latitude) });
}

static void
add_link_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);

  self->picked_kind = g_str_equal (g_variant_get_string (parameter, NULL),
                                   atlas_code_for (ATLAS_TYPE_RECORD_KIND, ATLAS_RECORD_KIND_ROUTE))
                        ? ATLAS_RECORD_KIND_ROUTE
                        : ATLAS_RECORD_KIND_PARTNERSHIP;
  begin (self, ATLAS_MAP_PICKING_LINK);
}

/* Adds items to the menu of new records. */
void
_atlas_window_append_picking (GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_append (section, _("_Place on the Map"), "win.add-place");
  g_menu_append (section, _("P_artnership on the Map"), "win.add-link::partnership");
  g_menu_append (section, _("_Bus Route on the Map"), "win.add-link::route");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

void
_atlas_window_class_install_picking (AtlasWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.add-place", NULL, add_place_cb);
  gtk_widget_class_install_action (widget_class, "win.add-place-at", "(dd)", add_place_at_cb);
  gtk_widget_class_install_action (widget_class, "win.add-link", "s", add_link_cb);
}

void
_atlas_window_enable_picking (AtlasWindow *self, gboolean is_enabled)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "win.add-place", is_enabled);
  gtk_widget_action_set_enabled (widget, "win.add-place-at", is_enabled);
  gtk_widget_action_set_enabled (widget, "win.add-link", is_enabled);
}

void
_atlas_window_init_picking (AtlasWindow *self)
{
  AtlasMapPicking *picking = atlas_map_view_get_picking (self->map_view);

  g_signal_connect_object (picking, "place-picked", G_CALLBACK (place_picked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (picking, "link-picked", G_CALLBACK (link_picked_cb), self,
                           G_CONNECT_SWAPPED);
}
