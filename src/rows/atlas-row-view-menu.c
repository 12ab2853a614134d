/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-description.h"
#include "atlas-row-view-private.h"

#include <glib/gi18n.h>

#include "atlas-commitment.h"
#include "atlas-enum-types.h"
#include "atlas-labels.h"
#include "atlas-link.h"
#include "atlas-row-table.h"
#include "atlas-widget-tools.h"

/* The context menu of a row. Actions: row.open, row.show-on-map, row.compare, row.copy,
 * row.copy-citation, row.cite, and row.menu, which opens it. The window has win.set-step-state and
 * win.edit-member, both with the id of the record and a word, if the dataset can be edited. */

static AtlasRecord *
get_record (AtlasRowView *self)
{
  return self->row != NULL ? atlas_row_get_record (self->row) : NULL;
}

static gboolean
is_on_map (AtlasRecord *record)
{
  return record != NULL &&
         (ATLAS_IS_PLACE (record) || ATLAS_IS_LINK (record) || ATLAS_IS_INDUSTRY (record) ||
          atlas_record_get_reference_ids (record, ATLAS_ROLE_PLACES) != NULL);
}

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "row.activate", NULL);
}

static void
show_on_map_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasRowView *self = ATLAS_ROW_VIEW (widget);

  if (is_on_map (get_record (self)))
    atlas_navigation_reveal (self->navigation, get_record (self));
}

static void
compare_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasRowView *self = ATLAS_ROW_VIEW (widget);
  AtlasRecord *record = get_record (self);

  if (record != NULL && atlas_navigation_can_compare (self->navigation, record))
    atlas_navigation_compare (self->navigation, record);
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasRowView *self = ATLAS_ROW_VIEW (widget);
  g_autoptr (GListStore) rows = g_list_store_new (ATLAS_TYPE_ROW);

  if (self->row == NULL)
    return;
  g_list_store_append (rows, self->row);
  atlas_row_table_copy (G_LIST_MODEL (rows), self->navigation, widget);
}

static void
copy_citation_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasRowView *self = ATLAS_ROW_VIEW (widget);
  AtlasRecord *cited = self->row != NULL ? atlas_row_get_cited (self->row) : NULL;
  g_autofree char *lines = NULL;

  if (cited == NULL)
    return;
  lines = atlas_describe_citations (cited, atlas_navigation_get_dataset (self->navigation), "\n",
                                    atlas_language_get_default ());
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), lines);
}

static void
cite_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  atlas_citation_mark_popup (ATLAS_ROW_VIEW (widget)->citation);
}

/* Point to the row itself, because the menu key has no position. */
static void
menu_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasRowView *self = ATLAS_ROW_VIEW (widget);
  graphene_rect_t card;

  if (gtk_widget_compute_bounds (self->card, widget, &card))
    _atlas_row_view_popup_menu (self, card.origin.x + 24, card.origin.y + card.size.height / 2);
}

static char *
describe_comparison (AtlasRowView *self)
{
  AtlasScope *scope = atlas_navigation_get_scope (self->navigation);
  g_autofree char *name =
    atlas_describe_menu_label (atlas_scope_get_subject (scope), atlas_language_get_default ());

  /* Translators: puts the place or link of a row beside the one in view; %s is the name of the
   * latter. */
  return g_strdup_printf (_("Compare with %s"), name);
}

/* The item appears only where the dataset can be edited. */
static void
append_edit (GMenu *menu, AtlasRecord *record)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (_("_Edit"), NULL);

  g_menu_item_set_action_and_target (item, "win.edit-record", "s", atlas_record_get_id (record));
  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

/* Adds an item with two strings as target. It is hidden unless the window has @action enabled, as
 * it does while the dataset can be edited. */
static void
add_edit (GMenu *menu, const char *label, const char *action, const char *id, const char *value)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "(ss)", id, value);
  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

/* Adds the states of a next step and its due date. */
static void
add_states (GMenu *menu, AtlasRecord *step)
{
  const AtlasLanguage language = atlas_language_get_default ();
  const char *id = atlas_record_get_id (step);
  g_autoptr (GMenu) states = g_menu_new ();
  g_autofree char *due =
    g_strdup_printf ("%s…", atlas_label_for_member (ATLAS_RECORD_KIND_COMMITMENT, "due", language));

  for (int state = ATLAS_COMMITMENT_STATE_OPEN; state < ATLAS_N_COMMITMENT_STATES; state++)
    add_edit (states, atlas_label_for (ATLAS_TYPE_COMMITMENT_STATE, state, language),
              "win.set-step-state", id, atlas_code_for (ATLAS_TYPE_COMMITMENT_STATE, state));
  add_edit (states, due, "win.edit-member", id, "due");
  g_menu_append_section (menu,
                         atlas_label_for_member (ATLAS_RECORD_KIND_COMMITMENT, "state", language),
                         G_MENU_MODEL (states));
}

static GMenuModel *
create_menu (AtlasRowView *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) going = g_menu_new ();
  g_autoptr (GMenu) copying = g_menu_new ();

  g_menu_append (going, _("_Open"), "row.open");
  g_menu_append (going, _("Show on _Map"), "row.show-on-map");
  g_menu_append (going, _("Show _Source"), "row.cite");
  if (get_record (self) != NULL)
    append_edit (going, get_record (self));
  if (atlas_navigation_can_compare (self->navigation, get_record (self)))
    {
      g_autofree char *words = describe_comparison (self);

      g_menu_append (going, words, "row.compare");
    }
  g_menu_append (copying, _("_Copy Row"), "row.copy");
  g_menu_append (copying, _("Copy C_itation"), "row.copy-citation");
  g_menu_append (copying, _("Copy Whole _List"), "list.copy");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (going));
  if (get_record (self) != NULL && ATLAS_IS_COMMITMENT (get_record (self)))
    add_states (menu, get_record (self));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copying));
  return g_object_ref (G_MENU_MODEL (menu));
}

static void
update_actions (AtlasRowView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AtlasRecord *record = get_record (self);

  gtk_widget_action_set_enabled (widget, "row.open",
                                 atlas_row_get_page (self->row) != NULL ||
                                   _atlas_row_view_leads_elsewhere (self));
  gtk_widget_action_set_enabled (widget, "row.show-on-map", is_on_map (record));
  gtk_widget_action_set_enabled (widget, "row.copy-citation",
                                 record != NULL && atlas_record_get_n_citations (record) > 0);
  gtk_widget_action_set_enabled (widget, "row.cite",
                                 gtk_widget_get_visible (GTK_WIDGET (self->citation)));
}

static void
closed_cb (AtlasRowView *self, GtkWidget *menu)
{
  if (self->menu == menu)
    atlas_drop_popover (&self->menu);
}

void
_atlas_row_view_popup_menu (AtlasRowView *self, double x, double y)
{
  g_autoptr (GMenuModel) model = NULL;

  if (self->row == NULL || atlas_row_get_content (self->row) != NULL)
    return;
  update_actions (self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  model = create_menu (self);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  atlas_set_accessible_label (self->menu, atlas_row_get_title (self->row));
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
_atlas_row_view_class_install_menu (AtlasRowViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "row.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "row.show-on-map", NULL, show_on_map_cb);
  gtk_widget_class_install_action (widget_class, "row.compare", NULL, compare_cb);
  gtk_widget_class_install_action (widget_class, "row.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "row.copy-citation", NULL, copy_citation_cb);
  gtk_widget_class_install_action (widget_class, "row.cite", NULL, cite_cb);
  gtk_widget_class_install_action (widget_class, "row.menu", NULL, menu_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "row.compare", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "row.compare", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "row.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "row.menu", NULL);
}
