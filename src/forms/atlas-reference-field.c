/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-reference-field.h"

#include <glib/gi18n.h>

#include "atlas-field-tools-private.h"
#include "atlas-record-picker.h"
#include "atlas-widget-tools.h"
#include "atlas-wrap-layout.h"

/*
 * AtlasReferenceField: references to other records, as chips, and a button that picks one more.
 *
 * Of a member that is one reference, the picked record replaces the former one.
 */
struct _AtlasReferenceField
{
  AtlasField parent_instance;

  GtkWidget *chips; /* the last child is the button */
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (AtlasReferenceField, atlas_reference_field, ATLAS_TYPE_FIELD)

static const char *const *
get_ids (AtlasReferenceField *self)
{
  return atlas_draft_get_list (atlas_field_get_draft (ATLAS_FIELD (self)),
                               atlas_field_get_name (ATLAS_FIELD (self)));
}

static gboolean
is_single (AtlasReferenceField *self)
{
  return atlas_field_get_member (ATLAS_FIELD (self))->form == ATLAS_MEMBER_FORM_REFERENCE;
}

static void show_chips (AtlasReferenceField *self);

static void
set_ids (AtlasReferenceField *self, const char *const *ids)
{
  atlas_draft_set_list (atlas_field_get_draft (ATLAS_FIELD (self)),
                        atlas_field_get_name (ATLAS_FIELD (self)), ids);
  show_chips (self);
  atlas_field_change (ATLAS_FIELD (self));
}

static void
remove_cb (AtlasReferenceField *self, GtkWidget *remove)
{
  const guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (remove), "position"));
  const char *const *old = get_ids (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; old[i] != NULL; i++)
    if (i != position)
      g_strv_builder_add (builder, old[i]);
  ids = g_strv_builder_end (builder);
  set_ids (self, (const char *const *) ids);
  gtk_widget_grab_focus (self->button);
}

static void
picked_cb (AtlasReferenceField *self, AtlasRecord *record)
{
  const char *id = atlas_record_get_id (record);
  const char *const *old = get_ids (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  if (g_strv_contains (old, id))
    return;
  if (!is_single (self))
    g_strv_builder_addv (builder, (const char **) (gpointer) old);
  g_strv_builder_add (builder, id);
  ids = g_strv_builder_end (builder);
  set_ids (self, (const char *const *) ids);
}

/* An id without a record is shown as it is, with the message beside it. */
static GtkWidget *
create_chip (AtlasReferenceField *self, const char *id, guint position)
{
  AtlasRecord *record = atlas_dataset_lookup (atlas_field_get_dataset (ATLAS_FIELD (self)), id);
  const char *name =
    record != NULL ? atlas_record_get_name (record, atlas_language_get_default ()) : id;
  GtkWidget *remove;
  GtkWidget *chip = _atlas_create_removable (name, &remove);

  gtk_widget_add_css_class (chip, "atlas-chip");
  g_object_set_data (G_OBJECT (remove), "position", GUINT_TO_POINTER (position));
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  return chip;
}

static void
show_button (AtlasReferenceField *self)
{
  const gboolean replaces = is_single (self) && *get_ids (self) != NULL;
  g_autofree char *words = g_strdup_printf (
    replaces ? _("Replace: %s") : _("Add: %s"), atlas_field_get_title (ATLAS_FIELD (self)));

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button),
                                 replaces ? "document-edit-symbolic" : "list-add-symbolic");
  gtk_widget_set_tooltip_text (self->button, words);
  atlas_set_accessible_label (self->button, words);
}

static void
show_chips (AtlasReferenceField *self)
{
  const char *const *ids = get_ids (self);

  while (gtk_widget_get_first_child (self->chips) != self->button)
    gtk_box_remove (GTK_BOX (self->chips), gtk_widget_get_first_child (self->chips));
  for (guint i = 0; ids[i] != NULL; i++)
    gtk_widget_insert_before (create_chip (self, ids[i], i), self->chips, self->button);
  show_button (self);
}

static void
refresh (AtlasField *field)
{
  show_chips (ATLAS_REFERENCE_FIELD (field));
}

/* A picker for each field from the beginning would take most of the time to open a form. */
static void
create_picker_cb (GtkMenuButton *button, gpointer user_data)
{
  AtlasReferenceField *self = user_data;
  AtlasField *field = user_data;
  GtkWidget *picker;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  picker =
    atlas_record_picker_new (atlas_field_get_context (field), atlas_field_get_member (field));
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, picker);
}

static void
atlas_reference_field_constructed (GObject *object)
{
  AtlasReferenceField *self = ATLAS_REFERENCE_FIELD (object);
  AtlasField *field = ATLAS_FIELD (object);

  G_OBJECT_CLASS (atlas_reference_field_parent_class)->constructed (object);

  self->chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->chips, g_object_new (ATLAS_TYPE_WRAP_LAYOUT, NULL));
  self->button = gtk_menu_button_new ();
  gtk_widget_add_css_class (self->button, "flat");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_picker_cb, self,
                                         NULL);
  gtk_box_append (GTK_BOX (self->chips), self->button);
  atlas_field_add (field, self->chips);
  atlas_field_set_control (field, self->button);
  show_chips (self);
}

static void
atlas_reference_field_class_init (AtlasReferenceFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = atlas_reference_field_constructed;
  ATLAS_FIELD_CLASS (klass)->refresh = refresh;
}

static void
atlas_reference_field_init (AtlasReferenceField *self)
{
}
