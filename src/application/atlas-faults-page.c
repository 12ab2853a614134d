/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-faults-page.h"

#include <glib/gi18n.h>

#include "atlas-fault.h"

/*
 * AtlasFaultsPage: what is shown instead of the atlas when a file cannot be read: everything that
 * is wrong with it, line by line, so that whoever keeps the file can mend it in one go.
 */
struct _AtlasFaultsPage
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwStatusPage *status_page;
  GtkWidget     *list_window;
  GtkStringList *lines;
};

G_DEFINE_FINAL_TYPE (AtlasFaultsPage, atlas_faults_page, ADW_TYPE_BIN)

static void
copy_cb (AtlasFaultsPage *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->lines)); i++)
    g_string_append_printf (text, "%s\n", gtk_string_list_get_string (self->lines, i));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL,
                                               "xalign", 0.0f,
                                               "wrap", TRUE,
                                               "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                               "selectable", TRUE,
                                               NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  const char *line = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), line);
  /* The item around the label has no name of its own otherwise. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, line, -1);
}

static void
atlas_faults_page_class_init (AtlasFaultsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-faults-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasFaultsPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, AtlasFaultsPage, list_window);
  gtk_widget_class_bind_template_child (widget_class, AtlasFaultsPage, lines);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
atlas_faults_page_init (AtlasFaultsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* A status page scrolls, and what scrolls takes the focus without having a name. */
  gtk_widget_set_focusable (gtk_widget_get_first_child (GTK_WIDGET (self->status_page)), FALSE);
}

/**
 * atlas_faults_page_set_faults:
 * @self: a page of faults
 * @file: the file that could not be read
 * @faults: (nullable) (element-type AtlasFault): all that is wrong with it
 * @error: the error of the reader
 */
void
atlas_faults_page_set_faults (AtlasFaultsPage *self,
                              GFile           *file,
                              GPtrArray       *faults,
                              const GError    *error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  /* A description is markup; the message quotes a file that nobody has vouched for. */
  g_autofree char *description = g_markup_escape_text (error->message, -1);

  g_return_if_fail (ATLAS_IS_FAULTS_PAGE (self));

  gtk_string_list_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                          NULL);
  for (guint i = 0; faults != NULL && i < faults->len; i++)
    gtk_string_list_take (self->lines, atlas_fault_to_string (g_ptr_array_index (faults, i), name));
  gtk_widget_set_visible (self->list_window,
                          g_list_model_get_n_items (G_LIST_MODEL (self->lines)) > 0);
  adw_status_page_set_description (self->status_page, description);
}
