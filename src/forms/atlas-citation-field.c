/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-citation-field.h"

#include <glib/gi18n.h>

#include "atlas-citation-chooser.h"
#include "atlas-citation.h"
#include "atlas-description.h"
#include "atlas-field-tools-private.h"
#include "atlas-format.h"
#include "atlas-widget-tools.h"

/*
 * AtlasCitationField: the paragraphs that state what a record says.
 *
 * A record may have none; the field then says so, as panels and pages do.
 */
struct _AtlasCitationField
{
  AtlasField parent_instance;

  GtkWidget *list;
  GtkWidget *none;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (AtlasCitationField, atlas_citation_field, ATLAS_TYPE_FIELD)

static GPtrArray *
get_citations (AtlasCitationField *self)
{
  return atlas_draft_get_citations (atlas_field_get_draft (ATLAS_FIELD (self)));
}

static void show_citations (AtlasCitationField *self);

static void
change (AtlasCitationField *self)
{
  show_citations (self);
  atlas_field_change (ATLAS_FIELD (self));
}

static void
remove_cb (AtlasCitationField *self, GtkWidget *remove)
{
  const guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (remove), "position"));

  g_ptr_array_remove_index (get_citations (self), position);
  change (self);
  gtk_widget_grab_focus (self->button);
}

static gboolean
is_same (const AtlasCitation *citation, const char *source, const char *section, guint paragraph)
{
  return g_str_equal (citation->source, source) && g_str_equal (citation->section, section) &&
         citation->paragraph == paragraph;
}

static void
chosen_cb (AtlasCitationField *self, const char *source, const char *section, guint paragraph)
{
  GPtrArray *citations = get_citations (self);

  for (guint i = 0; i < citations->len; i++)
    if (is_same (citations->pdata[i], source, section, paragraph))
      return;
  g_ptr_array_add (citations, atlas_citation_new (source, section, paragraph));
  change (self);
}

/* A citation whose source is not in the dataset is shown as in a file. */
static char *
describe (AtlasCitationField *self, const AtlasCitation *citation)
{
  AtlasDataset *dataset = atlas_field_get_dataset (ATLAS_FIELD (self));

  return atlas_dataset_get_source (dataset, citation) != NULL
           ? atlas_format_cited (citation, dataset, atlas_language_get_default ())
           : atlas_citation_to_string (citation);
}

static void
show_citations (AtlasCitationField *self)
{
  GPtrArray *citations = get_citations (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; i < citations->len; i++)
    {
      g_autofree char *words = describe (self, citations->pdata[i]);
      GtkWidget *remove;

      gtk_box_append (GTK_BOX (self->list), _atlas_create_removable (words, &remove));
      g_object_set_data (G_OBJECT (remove), "position", GUINT_TO_POINTER (i));
      g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_widget_set_visible (self->none, citations->len == 0);
}

static void
refresh (AtlasField *field)
{
  show_citations (ATLAS_CITATION_FIELD (field));
}

static void
create_chooser_cb (GtkMenuButton *button, gpointer user_data)
{
  GtkWidget *chooser;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  chooser = atlas_citation_chooser_new (atlas_field_get_context (user_data));
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (chosen_cb), user_data, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, chooser);
}

static void
atlas_citation_field_constructed (GObject *object)
{
  AtlasCitationField *self = ATLAS_CITATION_FIELD (object);
  AtlasField *field = ATLAS_FIELD (object);

  G_OBJECT_CLASS (atlas_citation_field_parent_class)->constructed (object);

  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->none = gtk_label_new (atlas_describe_no_source (atlas_language_get_default ()));
  gtk_label_set_xalign (GTK_LABEL (self->none), 0);
  gtk_widget_add_css_class (self->none, "dim-label");
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), _("_Add Source"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_chooser_cb, self,
                                         NULL);
  atlas_field_add (field, self->list);
  atlas_field_add (field, self->none);
  atlas_field_add (field, self->button);
  atlas_field_set_control (field, self->button);
  atlas_set_accessible_label (self->button, _("Add Source"));
  show_citations (self);
}

static void
atlas_citation_field_class_init (AtlasCitationFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = atlas_citation_field_constructed;
  ATLAS_FIELD_CLASS (klass)->refresh = refresh;
}

static void
atlas_citation_field_init (AtlasCitationField *self)
{
}
