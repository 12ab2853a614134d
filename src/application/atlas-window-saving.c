/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-window-private.h"

#include <glib/gi18n.h>

#include "atlas-base-map.h"
#include "atlas-file-watch.h"
#include "atlas-merge-window.h"
#include "atlas-saving.h"
#include "atlas-starter.h"

/*
 * The file of the library: saving, copies, what happens to unsaved edits, and changes of the file
 * by other programs.
 *
 * Actions: win.save, win.save-as, win.make-copy and win.new-library.
 */

#define CANCEL "cancel"
#define DISCARD "discard"
#define SAVE "save"

gboolean
_atlas_window_has_unsaved (AtlasWindow *self)
{
  return self->library != NULL && atlas_library_is_editable (self->library) &&
         atlas_library_is_modified (self->library) &&
         atlas_library_get_dataset (self->library) != self->given_up;
}

/* Removes the edits that the user has discarded, because something else takes their place. */
void
_atlas_window_drop_given_up (AtlasWindow *self)
{
  if (self->library != NULL && atlas_library_get_dataset (self->library) == self->given_up)
    atlas_library_discard (self->library);
  g_clear_object (&self->given_up);
}

/* Nothing takes their place, so they are unsaved edits again. */
void
_atlas_window_keep_given_up (AtlasWindow *self)
{
  g_clear_object (&self->given_up);
  _atlas_window_update_saving (self);
}

void
_atlas_window_update_saving (AtlasWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  /* A copy of a partial dataset would lose the records that were left out. */
  const gboolean can_copy =
    self->library != NULL && !atlas_dataset_is_partial (atlas_library_get_dataset (self->library));

  gtk_widget_action_set_enabled (widget, "win.save", _atlas_window_has_unsaved (self));
  gtk_widget_action_set_enabled (widget, "win.save-as", can_copy);
  gtk_widget_action_set_enabled (widget, "win.make-copy",
                                 can_copy && !atlas_library_is_editable (self->library));
  gtk_widget_set_visible (self->save_button, _atlas_window_has_unsaved (self));
}

/* Dialogs ------------------------------------------------------------------------------------- */

/* Debian 12 has libadwaita 1.2; AdwAlertDialog came with 1.5. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS
static AdwMessageDialog *
create_dialog (AtlasWindow *self, const char *heading, const char *body)
{
  AdwMessageDialog *dialog =
    ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), heading, NULL));

  adw_message_dialog_set_body (dialog, body);
  adw_message_dialog_add_response (dialog, CANCEL, _("_Cancel"));
  adw_message_dialog_set_close_response (dialog, CANCEL);
  return dialog;
}

static void
ask (AtlasWindow *self, AdwMessageDialog *dialog, GCallback response_cb)
{
  g_signal_connect_object (dialog, "response", response_cb, self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Saving -------------------------------------------------------------------------------------- */

typedef struct
{
  AtlasWindow *window;
  AtlasWindowFunc then; /* to call if saving succeeds, or NULL */
} Saving;

static void
overwrite_cb (AtlasWindow *self, const char *response)
{
  const AtlasWindowFunc then = g_steal_pointer (&self->then);

  if (g_str_equal (response, SAVE))
    _atlas_window_save (self, NULL, ATLAS_SAVE_OVERWRITE, then);
}

static void
ask_to_overwrite (AtlasWindow *self, const char *message, AtlasWindowFunc then)
{
  AdwMessageDialog *dialog = create_dialog (self, _("Overwrite the file?"), message);

  adw_message_dialog_add_response (dialog, SAVE, _("_Overwrite"));
  adw_message_dialog_set_response_appearance (dialog, SAVE, ADW_RESPONSE_DESTRUCTIVE);
  self->then = then;
  ask (self, dialog, G_CALLBACK (overwrite_cb));
}
G_GNUC_END_IGNORE_DEPRECATIONS

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Saving *saving = user_data;
  g_autoptr (AtlasWindow) self = saving->window;
  AtlasLibrary *library = ATLAS_LIBRARY (object);
  g_autoptr (GError) error = NULL;
  const gboolean is_saved = atlas_library_save_finish (library, result, &error);

  /* The window may be closed or show another library. */
  if (self->library != library)
    return;
  if (!is_saved)
    {
      if (g_error_matches (error, ATLAS_SAVE_ERROR, ATLAS_SAVE_ERROR_CHANGED_ON_DISK))
        ask_to_overwrite (self, error->message, saving->then);
      else
        _atlas_window_show_toast (self, error->message);
      return;
    }
  _atlas_window_accept_change (self);
  _atlas_window_take_file (self, atlas_library_get_file (library));
  /* The user may have made edits in the meantime. */
  if (saving->then != NULL)
    _atlas_window_confirm_loss (self, saving->then);
}

/* Saves to @file, or to the file of the library if it is NULL. */
void
_atlas_window_save (AtlasWindow *self, GFile *file, AtlasSaveFlags flags, AtlasWindowFunc then)
{
  Saving *saving = g_new (Saving, 1);

  *saving = (Saving) { g_object_ref (self), then };
  atlas_library_save_async (self->library, file, flags, NULL, saved_cb, saving);
}

/* Debian 12 has GTK 4.8; GtkFileDialog came with 4.10. So this uses the older class. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS
static void
chosen_cb (AtlasWindow *self, int response)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  const AtlasWindowFunc then = g_steal_pointer (&self->then);

  if (response == GTK_RESPONSE_ACCEPT)
    _atlas_window_save (self, file, ATLAS_SAVE_OVERWRITE, then);
  g_clear_object (&self->chooser);
}

/* Suggests a name in the folder of documents, for a library without a file. */
static void
suggest_file (AtlasWindow *self)
{
  const char *folder = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) documents = folder != NULL ? g_file_new_for_path (folder) : NULL;

  /* Translators: the suggested name of a file; “.json” stays. */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), _("My library.json"));
  if (documents != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), documents, NULL);
}

/* Asks for a file, saves to it, and calls @then. */
static void
choose_file (AtlasWindow *self, const char *title, AtlasWindowFunc then)
{
  GFile *file = atlas_library_get_file (self->library);

  if (self->chooser != NULL)
    return;
  self->then = then;
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  if (file != NULL && atlas_library_is_editable (self->library))
    gtk_file_chooser_set_file (GTK_FILE_CHOOSER (self->chooser), file, NULL);
  else
    suggest_file (self);
  _atlas_window_list_datasets (self);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}
G_GNUC_END_IGNORE_DEPRECATIONS

static void
save_then (AtlasWindow *self, AtlasWindowFunc then)
{
  if (atlas_library_get_file (self->library) == NULL)
    choose_file (self, _("Save the Library"), then);
  else
    _atlas_window_save (self, NULL, ATLAS_SAVE_NONE, then);
}

static void
save_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  save_then (ATLAS_WINDOW (widget), NULL);
}

static void
save_as_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  choose_file (ATLAS_WINDOW (widget), _("Save the Library"), NULL);
}

static void
tell_of_copy (AtlasWindow *self)
{
  _atlas_window_show_toast (self, _("This is your own copy: it can be edited"));
}

static void
make_copy_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  choose_file (ATLAS_WINDOW (widget), _("Make Your Own Copy"), tell_of_copy);
}

/* Unsaved edits ------------------------------------------------------------------------------- */

G_GNUC_BEGIN_IGNORE_DEPRECATIONS
static void
loss_cb (AtlasWindow *self, const char *response)
{
  const AtlasWindowFunc then = g_steal_pointer (&self->after_question);

  if (g_str_equal (response, DISCARD))
    {
      g_set_object (&self->given_up, atlas_library_get_dataset (self->library));
      then (self);
    }
  else if (g_str_equal (response, SAVE))
    save_then (self, then);
}

/* Calls @then when there are no unsaved edits any more: at once, after saving, or after the user
 * has discarded them. */
void
_atlas_window_confirm_loss (AtlasWindow *self, AtlasWindowFunc then)
{
  AdwMessageDialog *dialog;

  if (!_atlas_window_has_unsaved (self))
    {
      then (self);
      return;
    }
  if (self->after_question != NULL)
    return; /* the question is on screen */
  self->after_question = then;
  dialog = create_dialog (self, _("Save the edits?"),
                                  _("Edits that are not saved will be lost for good."));
  adw_message_dialog_add_response (dialog, DISCARD, _("_Discard"));
  adw_message_dialog_add_response (dialog, SAVE, _("_Save"));
  adw_message_dialog_set_response_appearance (dialog, DISCARD, ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, SAVE, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, SAVE);
  ask (self, dialog, G_CALLBACK (loss_cb));
}
G_GNUC_END_IGNORE_DEPRECATIONS

static void
begin_library (AtlasWindow *self)
{
  g_autoptr (AtlasText) title = atlas_text_new (_("New library"), NULL, NULL);
  g_autoptr (AtlasDataset) dataset =
    atlas_starter_create_dataset (atlas_base_map_get_default (), title);
  g_autoptr (AtlasLibrary) library = atlas_library_new (dataset, NULL, NULL, TRUE);

  _atlas_window_stop_reading (self);
  _atlas_window_show_library (self, library);
}

static void
new_library_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  _atlas_window_confirm_loss (ATLAS_WINDOW (widget), begin_library);
}

/* Changes on disk ----------------------------------------------------------------------------- */

static void
reloaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AtlasWindow) self = user_data;
  AtlasLibrary *library = ATLAS_LIBRARY (object);
  g_autoptr (AtlasMerge) merge = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  const AtlasReload outcome =
    atlas_library_reload_finish (library, result, &merge, &faults, &error);

  if (self->library != library)
    return;
  if (outcome == ATLAS_RELOAD_FAILED)
    {
      /* If the library was saved or loaded in the meantime, it looks at its file again itself. */
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY))
        _atlas_window_refuse_change (self, faults, error);
      return;
    }
  _atlas_window_accept_change (self);
  if (outcome == ATLAS_RELOAD_DONE)
    _atlas_window_show_toast (self, _("Another program changed the file; it was loaded again"));
  else if (outcome == ATLAS_RELOAD_CONFLICTS)
    gtk_window_present (GTK_WINDOW (atlas_merge_window_new (GTK_WINDOW (self), library, merge)));
}

static void
changed_on_disk_cb (AtlasWindow *self, int state)
{
  if (state == ATLAS_FILE_STATE_CHANGED)
    {
      atlas_library_reload_async (self->library, NULL, reloaded_cb, g_object_ref (self));
      return;
    }
  _atlas_window_accept_change (self);
  if (state == ATLAS_FILE_STATE_MISSING)
    _atlas_window_show_toast (self, _("The file was removed; saving writes it again"));
}

void
_atlas_window_follow_disk (AtlasWindow *self)
{
  g_signal_connect_object (self->library, "changed-on-disk", G_CALLBACK (changed_on_disk_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Network folders may not report changes, so look when the user comes back to the window. */
static void
active_cb (AtlasWindow *self)
{
  if (self->library != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    atlas_library_check_file (self->library);
}

void
_atlas_window_class_install_saving (AtlasWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_cb);
  gtk_widget_class_install_action (widget_class, "win.make-copy", NULL, make_copy_cb);
  gtk_widget_class_install_action (widget_class, "win.new-library", NULL, new_library_cb);
}

void
_atlas_window_init_saving (AtlasWindow *self)
{
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
}

/**
 * atlas_window_flush:
 * @self: a window
 *
 * Keeps the unsaved edits, so that the next start offers them. Blocks. Call this before the process
 * ends without asking the user.
 */
void
atlas_window_flush (AtlasWindow *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (ATLAS_IS_WINDOW (self));

  if (self->library != NULL && !atlas_library_flush (self->library, &error))
    g_warning ("The edits cannot be kept: %s", error->message);
}
