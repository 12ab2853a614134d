/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-window-private.h"

#include <glib/gi18n.h>

#include "atlas-checks-panel.h"
#include "atlas-description.h"
#include "atlas-enum-types.h"
#include "atlas-labels.h"
#include "atlas-projects-page.h"
#include "atlas-removal.h"

/*
 * The library of the window: what can be edited, the form, undo and redo.
 *
 * Actions: win.undo, win.redo, win.edit (the record in view), win.edit-record (by id),
 * win.new-record (of a kind), win.remove-record (by id), win.edit-member (id and member),
 * win.set-step-state (id and state), win.show-projects, win.show-checks and win.hide-checks.
 *
 * The navigation shows the dataset of the library. An edit replaces it, and the navigation keeps
 * scope and history by id.
 */

static AtlasRecord *
get_subject (AtlasWindow *self)
{
  AtlasScope *scope = atlas_navigation_get_scope (self->navigation);

  return scope != NULL ? atlas_scope_get_subject (scope) : NULL;
}

static gboolean
is_editable (AtlasWindow *self)
{
  return self->library != NULL && atlas_library_is_editable (self->library);
}

static void
update_actions (AtlasWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AtlasLibrary *library = self->library;
  const gboolean can_edit = is_editable (self);

  gtk_widget_action_set_enabled (widget, "win.undo", can_edit && atlas_library_can_undo (library));
  gtk_widget_action_set_enabled (widget, "win.redo", can_edit && atlas_library_can_redo (library));
  gtk_widget_action_set_enabled (widget, "win.edit", can_edit && get_subject (self) != NULL);
  gtk_widget_action_set_enabled (widget, "win.edit-record", can_edit);
  gtk_widget_action_set_enabled (widget, "win.edit-member", can_edit);
  gtk_widget_action_set_enabled (widget, "win.set-step-state", can_edit);
  gtk_widget_action_set_enabled (widget, "win.show-checks", can_edit);
  gtk_widget_action_set_enabled (widget, "win.new-record", can_edit);
  if (adw_bin_get_child (self->projects_bin) != NULL)
    g_object_set (adw_bin_get_child (self->projects_bin), "editable", can_edit, NULL);
  gtk_widget_action_set_enabled (widget, "win.remove-record", can_edit);
  _atlas_window_enable_picking (self, can_edit);
  atlas_side_panel_set_can_edit (self->side_panel, can_edit && get_subject (self) != NULL);
  _atlas_window_update_saving (self);
}

/* Underlines in the names of records are no mnemonics. */
static char *
escape_underlines (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
append_undo (AtlasWindow *self, GMenu *menu)
{
  g_autofree char *edit =
    atlas_library_describe_undo (self->library, atlas_language_get_default ());
  g_autofree char *escaped = edit != NULL ? escape_underlines (edit) : NULL;
  g_autofree char *label = NULL;

  if (escaped != NULL)
    /* Translators: %s is an edit, such as “Stage of the ring road” */
    label = g_strdup_printf (_("_Undo: %s"), escaped);
  g_menu_append (menu, label != NULL ? label : _("_Undo"), "win.undo");
}

static void
append_redo (AtlasWindow *self, GMenu *menu)
{
  g_autofree char *edit =
    atlas_library_describe_redo (self->library, atlas_language_get_default ());
  g_autofree char *escaped = edit != NULL ? escape_underlines (edit) : NULL;
  g_autofree char *label = NULL;

  if (escaped != NULL)
    /* Translators: %s is an edit, such as “Stage of the ring road” */
    label = g_strdup_printf (_("_Redo: %s"), escaped);
  g_menu_append (menu, label != NULL ? label : _("_Redo"), "win.redo");
}

/* Menu of kinds, for new records. */
static void
append_kinds (GMenu *menu)
{
  static const AtlasRecordKind kinds[] = {
    ATLAS_RECORD_KIND_PROJECT, ATLAS_RECORD_KIND_COMMITMENT,   ATLAS_RECORD_KIND_FIGURE,
    ATLAS_RECORD_KIND_EVENT,   ATLAS_RECORD_KIND_PARTNERSHIP,  ATLAS_RECORD_KIND_ROUTE,
    ATLAS_RECORD_KIND_PLAN,    ATLAS_RECORD_KIND_ORGANIZATION, ATLAS_RECORD_KIND_INDUSTRY,
    ATLAS_RECORD_KIND_PLACE,   ATLAS_RECORD_KIND_SOURCE,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (
        atlas_label_for (ATLAS_TYPE_RECORD_KIND, (int) kinds[i], atlas_language_get_default ()),
        NULL);

      g_menu_item_set_action_and_target (item, "win.new-record", "s",
                                         atlas_code_for (ATLAS_TYPE_RECORD_KIND, (int) kinds[i]));
      g_menu_append_item (menu, item);
    }
}

/* The submenus appear only where something can be edited, and name what would be undone. They are
 * not nested, because GTK keeps the page of a nested submenu when the outer one is removed. */
static void
update_menu (AtlasWindow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) kinds = g_menu_new ();

  g_menu_remove_all (self->edit_menu);
  if (!is_editable (self))
    return;
  append_undo (self, menu);
  append_redo (self, menu);
  g_menu_append (menu, _("_Edit What Is in View"), "win.edit");
  g_menu_append (menu, _("To _Check"), "win.show-checks");
  g_menu_append_submenu (self->edit_menu, _("_Edit"), G_MENU_MODEL (menu));
  append_kinds (kinds);
  _atlas_window_append_picking (kinds);
  g_menu_append_submenu (self->edit_menu, _("_New Record"), G_MENU_MODEL (kinds));
}

static void
show_form (AtlasWindow *self, gboolean is_shown)
{
  gtk_stack_set_visible_child (self->side_stack, is_shown ? GTK_WIDGET (self->form_panel)
                                                          : GTK_WIDGET (self->side_panel));
  if (is_shown)
    gtk_widget_grab_focus (GTK_WIDGET (self->form_panel));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->map_view));
}

static void
done_cb (AtlasWindow *self)
{
  show_form (self, FALSE);
  atlas_form_panel_close (self->form_panel);
  atlas_map_picking_forget (atlas_map_view_get_picking (self->map_view));
}

/* Makes sure that the panel is visible, in which the form appears. */
static void
open_panel (AtlasWindow *self)
{
  g_settings_set_boolean (self->settings, "show-panel", TRUE);
  show_form (self, TRUE);
}

static void
edit_record (AtlasWindow *self, AtlasRecord *record)
{
  atlas_form_panel_edit (self->form_panel, record);
  atlas_map_picking_forget (atlas_map_view_get_picking (self->map_view));
  open_panel (self);
}

/* Opens the form of a new record. */
void
_atlas_window_create_record (AtlasWindow *self, AtlasDraft *draft)
{
  atlas_form_panel_create (self->form_panel, draft);
  open_panel (self);
}

static void
library_changed_cb (AtlasWindow *self)
{
  AtlasDataset *dataset = atlas_library_get_dataset (self->library);
  GFile *file = atlas_library_get_file (self->library);

  /* The library follows its file to a new name. */
  if (file != NULL && self->shown != NULL && !g_file_equal (file, self->shown))
    _atlas_window_take_file (self, file);
  if (dataset != atlas_navigation_get_dataset (self->navigation))
    {
      atlas_navigation_set_dataset (self->navigation, dataset);
      _atlas_window_follow_tours (self);
    }
  update_actions (self);
  update_menu (self);
  _atlas_window_update_title (self);
}

/* Replaces the library of the window. The navigation gets its dataset. */
void
_atlas_window_set_library (AtlasWindow *self, AtlasLibrary *library)
{
  _atlas_window_drop_given_up (self);
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_set_object (&self->library, library);
  _atlas_window_stop_picking (self);
  show_form (self, FALSE);
  atlas_form_panel_set_library (self->form_panel, library);
  if (library == NULL)
    return;
  g_signal_connect_object (library, "changed", G_CALLBACK (library_changed_cb), self,
                           G_CONNECT_SWAPPED);
  _atlas_window_follow_disk (self);
  library_changed_cb (self);
}

static void
undo_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  atlas_library_undo (ATLAS_WINDOW (widget)->library);
}

static void
redo_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  atlas_library_redo (ATLAS_WINDOW (widget)->library);
}

static void
edit_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);

  edit_record (self, get_subject (self));
}

static void
edit_record_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  AtlasRecord *record = atlas_dataset_lookup (atlas_library_get_dataset (self->library),
                                              g_variant_get_string (parameter, NULL));

  if (record != NULL)
    edit_record (self, record);
}

/* Makes one edit: gives @record a value. */
static void
set_value (AtlasWindow *self, AtlasRecord *record, const char *member, const char *value)
{
  g_autoptr (AtlasDraft) draft = atlas_draft_new_from_record (record);
  g_autoptr (AtlasRecord) changed = NULL;
  g_autoptr (GPtrArray) put = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  atlas_draft_set_value (draft, member, value);
  changed = atlas_draft_check (draft, atlas_library_get_dataset (self->library), NULL);
  if (changed == NULL)
    return;
  g_ptr_array_add (put, changed);
  if (!atlas_library_edit (self->library, put, NULL, 0, &error))
    _atlas_window_show_toast (self, error->message);
}

static void
set_step_state_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  const char *id, *state;
  AtlasRecord *record;

  g_variant_get (parameter, "(&s&s)", &id, &state);
  record = atlas_dataset_lookup (atlas_library_get_dataset (self->library), id);
  if (record != NULL)
    set_value (self, record, "state", state);
}

static void
edit_member_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  const char *id, *member;
  AtlasRecord *record;

  g_variant_get (parameter, "(&s&s)", &id, &member);
  record = atlas_dataset_lookup (atlas_library_get_dataset (self->library), id);
  if (record == NULL)
    return;
  edit_record (self, record);
  atlas_form_panel_focus_member (self->form_panel, member);
}

static void
stage_chosen_cb (AtlasWindow *self, AtlasRecord *record, int stage)
{
  const char *id = atlas_record_get_id (record);

  /* A card that is dragged from the window of another library is ignored. */
  if (is_editable (self) &&
      atlas_dataset_lookup (atlas_library_get_dataset (self->library), id) == record)
    set_value (self, record, "stage",
               stage != ATLAS_PROJECT_STAGE_UNKNOWN
                 ? atlas_code_for (ATLAS_TYPE_PROJECT_STAGE, stage)
                 : NULL);
}

/* The panel is made when it is shown for the first time, because it examines the whole dataset. */
static void
show_checks_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);

  if (!self->has_checks)
    {
      g_autoptr (AtlasPanel) panel =
        g_object_new (ATLAS_TYPE_CHECKS_PANEL, "navigation", self->navigation, NULL);

      atlas_panel_view_set_panel (self->checks_view, panel);
      self->has_checks = TRUE;
    }
  g_settings_set_boolean (self->settings, "show-panel", TRUE);
  gtk_stack_set_visible_child (self->side_stack, self->checks);
}

static void
hide_checks_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  show_form (ATLAS_WINDOW (widget), FALSE);
}

/* Choosing a record in the list of checks opens its form. */
static void
scope_changed_cb (AtlasWindow *self)
{
  update_actions (self);
  if (gtk_stack_get_visible_child (self->side_stack) == self->checks && is_editable (self) &&
      get_subject (self) != NULL)
    edit_record (self, get_subject (self));
}

/* The page is made when it is shown for the first time, so that the start is not slower. */
static void
show_projects_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  AtlasWindow *self = user_data;
  const gboolean is_shown = g_variant_get_boolean (state);

  if (is_shown)
    _atlas_window_stop_picking (self);
  if (is_shown && adw_bin_get_child (self->projects_bin) == NULL)
    {
      GtkWidget *page = atlas_projects_page_new (self->navigation);

      g_object_set (page, "editable", is_editable (self), NULL);
      g_signal_connect_object (page, "stage-chosen", G_CALLBACK (stage_chosen_cb), self,
                               G_CONNECT_SWAPPED);
      adw_bin_set_child (self->projects_bin, page);
    }
  gtk_stack_set_visible_child_name (self->main_stack, is_shown ? "projects" : "map");
  g_simple_action_set_state (action, state);
}

/* A new record is about the scope: it has its place, or names the record in view. A link has the
 * place in view as an end, or the two that are compared. */
static void
prefill (AtlasWindow *self, AtlasDraft *draft)
{
  const AtlasRecordKind kind = atlas_draft_get_kind (draft);
  AtlasRecord *subject = get_subject (self);
  const char *ids[] = { NULL, NULL };

  if (subject == NULL || kind == ATLAS_RECORD_KIND_SOURCE)
    return;
  if ((kind == ATLAS_RECORD_KIND_PARTNERSHIP || kind == ATLAS_RECORD_KIND_ROUTE) &&
      _atlas_window_fill_link (
        draft, subject, atlas_scope_get_other (atlas_navigation_get_scope (self->navigation))))
    return;
  ids[0] = atlas_record_get_id (subject);
  if (ATLAS_IS_PLACE (subject))
    atlas_draft_set_list (draft, "places", ids);
  else
    atlas_draft_set_list (draft, "about", ids);
}

static gboolean
parse_kind (const char *nick, AtlasRecordKind *kind)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (ATLAS_TYPE_RECORD_KIND);
  const GEnumValue *value = g_enum_get_value_by_nick (kinds, nick);

  if (value != NULL)
    *kind = (AtlasRecordKind) value->value;
  return value != NULL;
}

static void
new_record_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  AtlasRecordKind kind;
  g_autoptr (AtlasDraft) draft = NULL;
  g_autofree char *id = NULL;

  if (!parse_kind (g_variant_get_string (parameter, NULL), &kind))
    return;
  id = atlas_draft_suggest_id (atlas_library_get_dataset (self->library), kind, NULL);
  draft = atlas_draft_new (kind, id);
  prefill (self, draft);
  _atlas_window_stop_picking (self);
  _atlas_window_create_record (self, draft);
}

/* Removing ---------------------------------------------------------------------------------- */

/* The largest number of records that the question names. */
#define MAX_NAMED 8

static void
remove_record (AtlasWindow *self, const char *id)
{
  AtlasDataset *dataset = atlas_library_get_dataset (self->library);
  AtlasRecord *record = atlas_dataset_lookup (dataset, id);
  const char *const removed[] = { id, NULL };
  g_autoptr (GPtrArray) put = NULL;
  g_autoptr (GError) error = NULL;

  if (record == NULL)
    return;
  put = atlas_removal_detach (dataset, record, &error);
  if (put == NULL || !atlas_library_edit (self->library, put, removed, 0, &error))
    {
      _atlas_window_show_toast (self, error->message);
      return;
    }
  if (get_subject (self) == NULL)
    atlas_navigation_visit (self->navigation, NULL);
}

G_GNUC_BEGIN_IGNORE_DEPRECATIONS
static void
remove_response_cb (AtlasWindow *self, const char *response, GtkWidget *dialog)
{
  if (g_str_equal (response, "remove"))
    remove_record (self, g_object_get_data (G_OBJECT (dialog), "record"));
}

/* Names the records that refer to the one that is to be removed. They lose the reference. */
static void
ask_to_remove (AtlasWindow *self, AtlasRecord *record)
{
  AtlasDataset *dataset = atlas_library_get_dataset (self->library);
  g_autoptr (GPtrArray) referrers = atlas_removal_list_referrers (dataset, record);
  const guint n_referrers = referrers->len;
  g_autofree char *heading = g_strdup_printf (
    _("Remove “%s”?"), atlas_record_get_name (record, atlas_language_get_default ()));
  g_autofree char *names = atlas_join_names (referrers, MAX_NAMED, atlas_language_get_default ());
  g_autofree char *body = n_referrers == 0
    ? g_strdup (_("No other record refers to it."))
    : g_strdup_printf (ngettext ("%u record refers to it and loses the reference: %s.",
                                 "%u records refer to it and lose the reference: %s.", n_referrers),
                       n_referrers, names);
  AdwMessageDialog *dialog =
    ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), heading, NULL));

  adw_message_dialog_set_body (dialog, body);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "remove", _("_Remove"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "record", g_strdup (atlas_record_get_id (record)),
                          g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (remove_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
G_GNUC_END_IGNORE_DEPRECATIONS

static void
remove_record_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  AtlasRecord *record = atlas_dataset_lookup (atlas_library_get_dataset (self->library),
                                              g_variant_get_string (parameter, NULL));

  if (record != NULL)
    ask_to_remove (self, record);
}

void
_atlas_window_class_install_library (AtlasWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "win.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "win.edit-record", "s", edit_record_cb);
  gtk_widget_class_install_action (widget_class, "win.show-checks", NULL, show_checks_cb);
  gtk_widget_class_install_action (widget_class, "win.hide-checks", NULL, hide_checks_cb);
  gtk_widget_class_install_action (widget_class, "win.edit-member", "(ss)", edit_member_cb);
  gtk_widget_class_install_action (widget_class, "win.set-step-state", "(ss)", set_step_state_cb);
  gtk_widget_class_install_action (widget_class, "win.new-record", "s", new_record_cb);
  gtk_widget_class_install_action (widget_class, "win.remove-record", "s", remove_record_cb);
  /* These are no accelerators of the application: an entry with the focus undoes its own typing
   * first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
  _atlas_window_class_install_picking (klass);
  _atlas_window_class_install_saving (klass);
}

void
_atlas_window_init_library (AtlasWindow *self)
{
  self->show_projects =
    g_simple_action_new_stateful ("show-projects", NULL, g_variant_new_boolean (FALSE));
  g_signal_connect_object (self->show_projects, "change-state", G_CALLBACK (show_projects_cb), self,
                           G_CONNECT_DEFAULT);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (self->show_projects));
  _atlas_window_init_picking (self);
  _atlas_window_init_saving (self);
  g_signal_connect_object (self->form_panel, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form_panel, "remove", G_CALLBACK (ask_to_remove), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigation, "notify::scope", G_CALLBACK (scope_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
}
