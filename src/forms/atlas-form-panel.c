/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-form-panel.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "atlas-change.h"
#include "atlas-description.h"
#include "atlas-enum-types.h"
#include "atlas-labels.h"
#include "atlas-record-form.h"

/*
 * AtlasFormPanel: the form of one record, which stands in place of the side panel.
 *
 * Each valid change of the form becomes an edit of the library at once, so that map and panels show
 * it and it survives a crash. Changes of one member while the form is open are undone together. A
 * value that is not valid stays in the form and never reaches the dataset.
 *
 * When the record changes in another way, such as by undo, the form is filled again.
 */
struct _AtlasFormPanel
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *hint;
  GtkScrolledWindow *scroller;

  AtlasLibrary *library;
  AtlasRecordForm *form; /* borrowed from the scroller; NULL if nothing is edited */
  char *id;
  AtlasRecord *original; /* what Restore brings back; NULL for a new record */
  AtlasDataset *saved;   /* the dataset in the file when the library changed last; may be NULL */
  AtlasRecord *shown;    /* the record of the dataset that the form changes; NULL for a new one */
  guint session;
  gboolean is_applying;
  gboolean is_refused; /* whether the dataset does not have what the user has entered */
};

G_DEFINE_FINAL_TYPE (AtlasFormPanel, atlas_form_panel, GTK_TYPE_WIDGET)

enum
{
  DONE,
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_hint (AtlasFormPanel *self, const char *hint)
{
  gtk_label_set_text (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
}

static void
update_title (AtlasFormPanel *self, AtlasRecord *record)
{
  const AtlasLanguage language = atlas_language_get_default ();

  gtk_label_set_text (self->title,
                      record != NULL ? atlas_record_get_name (record, language) : _("New record"));
  if (record != NULL)
    gtk_label_set_text (self->subtitle, atlas_describe_kind (record, language));
}

static void
update_actions (AtlasFormPanel *self)
{
  AtlasRecord *present =
    self->id != NULL ? atlas_dataset_lookup (atlas_library_get_dataset (self->library), self->id)
                     : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.remove", present != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.restore",
                                 present != self->original || self->is_refused);
}

static gboolean
apply (AtlasFormPanel *self, AtlasRecord *record, GError **error)
{
  g_autoptr (GPtrArray) put = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean is_applied;

  g_ptr_array_add (put, g_object_ref (record));
  self->is_applying = TRUE;
  is_applied = atlas_library_edit (self->library, put, NULL, self->session, error);
  self->is_applying = FALSE;
  return is_applied;
}

/* The dataset has what the user has entered. */
static void
accept (AtlasFormPanel *self, const char *id)
{
  AtlasDataset *dataset = atlas_library_get_dataset (self->library);
  g_autofree char *copy = g_strdup (id);

  g_free (self->id);
  self->id = g_steal_pointer (&copy);
  g_set_object (&self->shown, atlas_dataset_lookup (dataset, self->id));
  atlas_record_form_accept (self->form, dataset);
  update_title (self, self->shown);
}

static void
changed_cb (AtlasFormPanel *self)
{
  AtlasRecord *record = atlas_record_form_get_record (self->form);
  g_autoptr (GError) error = NULL;

  self->is_refused = record == NULL || !apply (self, record, &error);
  if (error != NULL)
    set_hint (self, error->message);
  else if (self->is_refused)
    set_hint (self, self->id != NULL
              ? _("A value below is not valid; the dataset keeps the former one")
              : _("The record is added when everything that it needs is filled in"));
  else
    {
      set_hint (self, NULL);
      accept (self, atlas_record_get_id (record));
    }
  update_actions (self);
}

static void
show_draft (AtlasFormPanel *self, AtlasDraft *draft)
{
  AtlasDataset *dataset = atlas_library_get_dataset (self->library);

  self->form = ATLAS_RECORD_FORM (atlas_record_form_new (dataset, draft));
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->form));
  g_signal_connect_object (self->form, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  set_hint (self, NULL);
}

static void
show_record (AtlasFormPanel *self, AtlasRecord *record)
{
  g_autoptr (AtlasDraft) draft = atlas_draft_new_from_record (record);

  g_set_object (&self->shown, record);
  self->is_refused = FALSE;
  show_draft (self, draft);
  update_title (self, record);
  update_actions (self);
}

static void
close_form (AtlasFormPanel *self)
{
  gtk_scrolled_window_set_child (self->scroller, NULL);
  self->form = NULL;
  g_clear_object (&self->original);
  g_clear_object (&self->saved);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->id, g_free);
  self->is_refused = FALSE;
}

/* Whether @record is as the form has it. All records are new objects when the file was read again,
 * also those that are equal. */
static gboolean
is_as_shown (AtlasFormPanel *self, AtlasRecord *record)
{
  g_autoptr (AtlasChange) change = NULL;

  if (record == self->shown)
    return TRUE;
  if (record == NULL || self->shown == NULL ||
      atlas_record_get_kind (record) != atlas_record_get_kind (self->shown))
    return FALSE;
  change = atlas_change_new (self->shown, record);
  return change == NULL;
}

/* After others' changes of the record were read from the file, restoring it must not undo them. */
static void
update_original (AtlasFormPanel *self, AtlasRecord *record)
{
  AtlasDataset *saved = atlas_library_get_saved (self->library);

  if (saved != self->saved && record != NULL && !is_as_shown (self, record))
    g_set_object (&self->original, record);
  g_set_object (&self->saved, saved);
}

/* The library changed. If this concerns the record, and is not by this form, the form shows the
 * record as it is now. Otherwise it keeps what the user has entered, valid or not. */
static void
dataset_cb (AtlasFormPanel *self)
{
  AtlasDataset *dataset = atlas_library_get_dataset (self->library);
  AtlasRecord *record;

  if (self->form == NULL || self->is_applying)
    return;
  record = self->id != NULL ? atlas_dataset_lookup (dataset, self->id) : NULL;
  update_original (self, record);
  if (is_as_shown (self, record))
    {
      g_set_object (&self->shown, record);
      atlas_record_form_set_dataset (self->form, dataset);
    }
  else if (record != NULL)
    show_record (self, record);
  else
    g_signal_emit (self, signals[DONE], 0); /* it was removed, or adding it was undone */
}

/* Debian 12 has libadwaita 1.2; AdwAlertDialog came with 1.5. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS
static void
give_up_cb (AtlasFormPanel *self, const char *response)
{
  if (g_str_equal (response, "discard") && self->form != NULL)
    g_signal_emit (self, signals[DONE], 0);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* What the library does not have would be lost with the form. */
static void
ask_to_give_up (AtlasFormPanel *self)
{
  GtkWidget *dialog = adw_message_dialog_new (
    GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
    self->id != NULL ? _("Discard what is not valid?")
                     : _("Discard the new record?"), self->id != NULL
                         ? _("The dataset keeps the former values.")
                         : _("It was not added, because something that it needs is missing."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel",
                                    _("_Go On Editing"), "discard", _("_Discard"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (give_up_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
G_GNUC_END_IGNORE_DEPRECATIONS

static void
done_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AtlasFormPanel *self = ATLAS_FORM_PANEL (widget);

  if (self->is_refused)
    ask_to_give_up (self);
  else
    g_signal_emit (self, signals[DONE], 0);
}

static void
remove_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AtlasFormPanel *self = ATLAS_FORM_PANEL (widget);
  AtlasRecord *record = atlas_dataset_lookup (atlas_library_get_dataset (self->library), self->id);

  if (record != NULL)
    g_signal_emit (self, signals[REMOVE], 0, record);
}

/* A new record has no values from before, so restoring it removes it. */
static void
restore_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AtlasFormPanel *self = ATLAS_FORM_PANEL (widget);
  g_autofree char *id = g_strdup (self->id);
  const char *const removed[] = { id, NULL };
  g_autoptr (GError) error = NULL;

  if (self->original != NULL)
    {
      apply (self, self->original, &error);
      show_record (self, atlas_dataset_lookup (atlas_library_get_dataset (self->library), id));
    }
  else if (id == NULL || atlas_library_edit (self->library, NULL, removed, 0, &error))
    g_signal_emit (self, signals[DONE], 0);
  if (error != NULL)
    set_hint (self, error->message);
}

static void
atlas_form_panel_dispose (GObject *object)
{
  AtlasFormPanel *self = ATLAS_FORM_PANEL (object);

  if (self->box != NULL)
    close_form (self);
  g_clear_object (&self->library);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (atlas_form_panel_parent_class)->dispose (object);
}

/* The user goes on in the form, not at the buttons above it. */
static gboolean
atlas_form_panel_grab_focus (GtkWidget *widget)
{
  AtlasFormPanel *self = ATLAS_FORM_PANEL (widget);

  return self->form != NULL && gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

static void
atlas_form_panel_class_init (AtlasFormPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_form_panel_dispose;

  /**
   * AtlasFormPanel::done:
   * @self: a panel
   *
   * Emitted when the form is to be closed.
   */
  signals[DONE] = g_signal_new ("done", ATLAS_TYPE_FORM_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  /**
   * AtlasFormPanel::remove:
   * @self: a panel
   * @record: the record
   *
   * Emitted when the user wants to remove the record.
   */
  signals[REMOVE] = g_signal_new ("remove", ATLAS_TYPE_FORM_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, ATLAS_TYPE_RECORD);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  widget_class->grab_focus = atlas_form_panel_grab_focus;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-form-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasFormPanel, box);
  gtk_widget_class_bind_template_child (widget_class, AtlasFormPanel, title);
  gtk_widget_class_bind_template_child (widget_class, AtlasFormPanel, subtitle);
  gtk_widget_class_bind_template_child (widget_class, AtlasFormPanel, hint);
  gtk_widget_class_bind_template_child (widget_class, AtlasFormPanel, scroller);
  gtk_widget_class_install_action (widget_class, "form.done", NULL, done_cb);
  gtk_widget_class_install_action (widget_class, "form.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "form.restore", NULL, restore_cb);
}

static void
atlas_form_panel_init (AtlasFormPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atlas_form_panel_set_library:
 * @self: a panel
 * @library: (nullable): the library whose records are edited; closes the form of another one
 */
void
atlas_form_panel_set_library (AtlasFormPanel *self, AtlasLibrary *library)
{
  g_return_if_fail (ATLAS_IS_FORM_PANEL (self));

  if (self->library == library)
    return;
  close_form (self);
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_func (self->library, dataset_cb, self);
  g_set_object (&self->library, library);
  if (library != NULL)
    g_signal_connect_object (library, "changed", G_CALLBACK (dataset_cb), self, G_CONNECT_SWAPPED);
}

static void
begin (AtlasFormPanel *self)
{
  static guint n_sessions;

  close_form (self);
  g_set_object (&self->saved, atlas_library_get_saved (self->library));
  self->session = ++n_sessions;
}

/**
 * atlas_form_panel_edit:
 * @self: a panel whose library can be edited
 * @record: a record of the dataset
 *
 * Shows the form of @record.
 */
void
atlas_form_panel_edit (AtlasFormPanel *self, AtlasRecord *record)
{
  g_return_if_fail (ATLAS_IS_FORM_PANEL (self));
  g_return_if_fail (ATLAS_IS_RECORD (record));

  begin (self);
  self->original = g_object_ref (record);
  self->id = g_strdup (atlas_record_get_id (record));
  show_record (self, record);
}

/**
 * atlas_form_panel_create:
 * @self: a panel whose library can be edited
 * @draft: a draft of a new record
 *
 * Shows the form of a new record, which is added as soon as it is valid.
 */
void
atlas_form_panel_create (AtlasFormPanel *self, AtlasDraft *draft)
{
  g_return_if_fail (ATLAS_IS_FORM_PANEL (self));
  g_return_if_fail (ATLAS_IS_DRAFT (draft));

  begin (self);
  show_draft (self, draft);
  update_title (self, NULL);
  gtk_label_set_text (self->subtitle,
                      atlas_label_for (ATLAS_TYPE_RECORD_KIND, (int) atlas_draft_get_kind (draft),
                                       atlas_language_get_default ()));
  update_actions (self);
  if (atlas_record_form_get_record (self->form) != NULL)
    changed_cb (self);
}

/**
 * atlas_form_panel_focus_member:
 * @self: a panel with a form
 * @member: the name of a member
 *
 * Gives the field of @member the focus.
 */
void
atlas_form_panel_focus_member (AtlasFormPanel *self, const char *member)
{
  g_return_if_fail (ATLAS_IS_FORM_PANEL (self));

  if (self->form != NULL)
    atlas_record_form_focus_member (self->form, member);
}

/**
 * atlas_form_panel_close:
 * @self: a panel
 *
 * Removes the form. What was valid is in the library already.
 */
void
atlas_form_panel_close (AtlasFormPanel *self)
{
  g_return_if_fail (ATLAS_IS_FORM_PANEL (self));

  close_form (self);
}

/**
 * atlas_form_panel_get_id:
 * @self: a panel
 *
 * Returns: (nullable): the id of the record that is edited, or %NULL if there is none yet
 */
const char *
atlas_form_panel_get_id (AtlasFormPanel *self)
{
  g_return_val_if_fail (ATLAS_IS_FORM_PANEL (self), NULL);

  return self->id;
}
