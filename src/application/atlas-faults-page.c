/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-faults-page.h"

#include <glib/gi18n.h>

#include "atlas-fault.h"
#include "atlas-widget-tools.h"
#include "atlas-wrap-layout.h"

/*
 * AtlasFaultsPage: the list of all faults of a file, by record, so that its author can correct them
 * together. It replaces the atlas for a file that cannot be shown at all, or when the user opens
 * the list of a file that is shown in part.
 */
struct _AtlasFaultsPage
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkLabel *title;
  GtkLabel *description;
  GtkWidget *list_window;
  GtkStringList *lines; /* for each fault three lines: the record, the message and the position */
  GtkWidget *back_button;
  GtkWidget *bundled_button;
  GtkWidget *copy_button;

  GString *list; /* the faults in the format of --check */
};

G_DEFINE_FINAL_TYPE (AtlasFaultsPage, atlas_faults_page, ADW_TYPE_BIN)

/* The number of labels of a fault: record, message and position. */
#define N_LABELS 3

static void
copy_cb (AtlasFaultsPage *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->list->str);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  static const char *const classes[N_LABELS] = { "heading", "body", "dim-label" };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (gsize i = 0; i < N_LABELS; i++)
    {
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                                       PANGO_WRAP_WORD_CHAR, "selectable", TRUE, NULL);

      gtk_widget_add_css_class (label, classes[i]);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const char *line = gtk_string_object_get_string (gtk_list_item_get_item (item));
  g_auto (GStrv) words = g_strsplit (line, "\n", N_LABELS);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *label = gtk_widget_get_first_child (box);

  for (gsize i = 0; i < N_LABELS; i++, label = gtk_widget_get_next_sibling (label))
    {
      gtk_label_set_text (GTK_LABEL (label), words[i]);
      gtk_widget_set_visible (label, *words[i] != '\0');
    }
  /* Without this the list item would have no accessible name. */
  atlas_set_accessible_label (gtk_widget_get_parent (box), line);
}

static void
atlas_faults_page_finalize (GObject *object)
{
  g_string_free (ATLAS_FAULTS_PAGE (object)->list, TRUE);

  G_OBJECT_CLASS (atlas_faults_page_parent_class)->finalize (object);
}

static void
atlas_faults_page_class_init (AtlasFaultsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_faults_page_finalize;
  g_type_ensure (ATLAS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-faults-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasFaultsPage, box);
  gtk_widget_class_bind_template_child (widget_class, AtlasFaultsPage, title);
  gtk_widget_class_bind_template_child (widget_class, AtlasFaultsPage, description);
  gtk_widget_class_bind_template_child (widget_class, AtlasFaultsPage, list_window);
  gtk_widget_class_bind_template_child (widget_class, AtlasFaultsPage, lines);
  gtk_widget_class_bind_template_child (widget_class, AtlasFaultsPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasFaultsPage, bundled_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasFaultsPage, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
atlas_faults_page_init (AtlasFaultsPage *self)
{
  self->list = g_string_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe_fault (const AtlasFault *fault)
{
  /* Translators: where a fault stands in a file */
  g_autofree char *position = g_strdup_printf (_("Line %u, column %u"), fault->line, fault->column);

  return g_strdup_printf ("%s\n%s\n%s%s%s", fault->record != NULL ? fault->record : "",
                          fault->message, position, *fault->place != '\0' ? " · " : "",
                          fault->place);
}

/* Only faults that keep data from being shown get a row. --check also prints the others, such as
 * unknown members. */
static gboolean
is_worth_a_row (const AtlasFault *fault)
{
  return fault->severity == ATLAS_FAULT_SEVERITY_ERROR || fault->code == ATLAS_READ_ERROR_LEFT_OUT;
}

static void
list_faults (AtlasFaultsPage *self, const char *name, GPtrArray *faults)
{
  g_autofree char *last = NULL;

  g_string_truncate (self->list, 0);
  gtk_string_list_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                          NULL);
  for (guint i = 0; faults != NULL && i < faults->len; i++)
    {
      const AtlasFault *fault = g_ptr_array_index (faults, i);
      g_autofree char *line = is_worth_a_row (fault) ? describe_fault (fault) : NULL;
      g_autofree char *listed = NULL;

      if (line == NULL || g_strcmp0 (line, last) == 0)
        continue;
      listed = atlas_fault_to_string (fault, name);
      g_string_append_printf (self->list, "%s\n", listed);
      gtk_string_list_append (self->lines, line);
      g_free (last);
      last = g_steal_pointer (&line);
    }
}

/**
 * atlas_faults_page_set_faults:
 * @self: a page of faults
 * @file: the file with the faults
 * @faults: (nullable) (element-type AtlasFault): its faults
 * @error: (nullable): why @file cannot be shown, or %NULL when a part of it is shown
 * @has_map: whether a dataset is shown, so that the user can return to the map
 */
void
atlas_faults_page_set_faults (AtlasFaultsPage *self,
                              GFile *file,
                              GPtrArray *faults,
                              const GError *error,
                              gboolean has_map)
{
  g_autofree char *name = g_file_get_parse_name (file);
  gboolean has_list;

  g_return_if_fail (ATLAS_IS_FAULTS_PAGE (self));

  list_faults (self, name, faults);
  has_list = g_list_model_get_n_items (G_LIST_MODEL (self->lines)) > 0;
  gtk_label_set_text (self->title, error != NULL ? _("This Dataset Cannot Be Shown")
                                                 : _("A Part of This Dataset Is Left Out"));
  gtk_label_set_text (self->description, has_list || error == NULL ? name : error->message);
  gtk_widget_set_visible (self->list_window, has_list);
  gtk_widget_set_visible (self->copy_button, has_list);
  gtk_widget_set_valign (self->box, has_list ? GTK_ALIGN_FILL : GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->back_button, has_map);
}

/**
 * atlas_faults_page_set_offers_bundled:
 * @self: a page of faults
 * @offers: whether to offer the bundled dataset, because @file is another one
 */
void
atlas_faults_page_set_offers_bundled (AtlasFaultsPage *self, gboolean offers)
{
  g_return_if_fail (ATLAS_IS_FAULTS_PAGE (self));

  gtk_widget_set_visible (self->bundled_button, offers);
}
