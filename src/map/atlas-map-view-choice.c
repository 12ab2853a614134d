/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-map-view-private.h"

#include <glib/gi18n.h>

#include "atlas-description.h"
#include "atlas-viewport.h"
#include "atlas-widget-tools.h"

/* Opens what is under the pointer: a single record at once, several through a list. */

/* The largest height of the list before it scrolls. */
#define MAX_LIST_HEIGHT 320

typedef struct
{
  AtlasMapView *map; /* borrowed: the map owns the popover */
  GPtrArray *records;
  gboolean compare;
} Choice;

static void
free_choice (gpointer data, GClosure *closure)
{
  Choice *choice = data;

  g_ptr_array_unref (choice->records);
  g_free (choice);
}

static gboolean
is_in_view (AtlasMapView *self, AtlasPlace *place)
{
  const AtlasExtent visible = atlas_viewport_get_extent (self->viewport, GTK_WIDGET (self->map));
  const double x = atlas_projection_x (atlas_place_get_longitude (place));
  const double y = atlas_projection_y (atlas_place_get_latitude (place));

  return x >= visible.x0 && x <= visible.x1 && y >= visible.y0 && y <= visible.y1;
}

/* The map moves to a new scope by itself. If the record is already the scope, as with an arrow at
 * the edge, move here. */
static void
open_record (AtlasMapView *self, AtlasRecord *record, gboolean compare)
{
  AtlasScope *scope = atlas_navigation_get_scope (self->navigation);

  if (!compare && scope != NULL && atlas_scope_get_subject (scope) == record &&
      ATLAS_IS_PLACE (record) && !is_in_view (self, ATLAS_PLACE (record)))
    {
      _atlas_map_view_show_record (self, record);
      return;
    }
  if (compare)
    atlas_navigation_compare (self->navigation, record);
  else
    atlas_navigation_visit (self->navigation, record);
}

static void
closed_cb (AtlasMapView *self, GtkWidget *popover)
{
  if (self->popover == popover)
    atlas_drop_popover (&self->popover);
}

/* Shows a popover at a point of the view, and unparents it when it closes. */
void
_atlas_map_view_pop_up (AtlasMapView *self, GtkWidget *popover, double x, double y)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  _atlas_map_view_dismiss_card (self);
  self->popover = popover;
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static GtkWidget *
create_row (AtlasRecord *record)
{
  AtlasLanguage language = atlas_language_get_default ();
  const char *name = atlas_record_get_name (record, language);
  const char *kind = atlas_describe_kind (record, language);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0, "ellipsize",
                                   PANGO_ELLIPSIZE_END, "max-width-chars", 40, NULL);
  GtkWidget *subtitle = g_object_new (GTK_TYPE_LABEL, "label", kind, "xalign", 0.0, NULL);
  g_autofree char *spoken = g_strdup_printf (C_("mark on the map", "%s, %s"), name, kind);

  gtk_widget_add_css_class (subtitle, "caption");
  gtk_widget_add_css_class (subtitle, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), subtitle);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  atlas_set_accessible_label (row, spoken);
  return row;
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, gpointer user_data)
{
  const Choice *choice = user_data;
  g_autoptr (AtlasRecord) record =
    g_object_ref (choice->records->pdata[gtk_list_box_row_get_index (row)]);
  AtlasMapView *self = choice->map;
  const gboolean compare = choice->compare;

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  open_record (self, record, compare);
}

static GtkWidget *
create_list (AtlasMapView *self, GPtrArray *records, gboolean compare)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scrolled =
    g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", list, "hscrollbar-policy", GTK_POLICY_NEVER,
                  "propagate-natural-height", TRUE, "propagate-natural-width", TRUE,
                  "max-content-height", MAX_LIST_HEIGHT, NULL);
  GtkWidget *popover = gtk_popover_new ();
  Choice *choice = g_new0 (Choice, 1);

  *choice = (Choice) { self, g_ptr_array_ref (records), compare };
  for (guint i = 0; i < records->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), create_row (records->pdata[i]));
  atlas_set_accessible_label (list, _("What lies here"));
  gtk_widget_add_css_class (popover, "map-choice");
  g_signal_connect_data (list, "row-activated", G_CALLBACK (row_activated_cb), choice, free_choice,
                         0);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  return popover;
}

/* Makes the only one of @records the scope, or with @compare compares it with the scope. If there
 * are several, opens a list at @x, @y from which the user chooses. */
void
_atlas_map_view_choose (AtlasMapView *self,
                        GPtrArray *records,
                        double x,
                        double y,
                        gboolean compare)
{
  if (records->len == 1)
    open_record (self, records->pdata[0], compare);
  else if (records->len > 1)
    _atlas_map_view_pop_up (self, create_list (self, records, compare), x, y);
}
