/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-faults-page.h"

#include <glib/gi18n.h>

#include "atlas-fault.h"
#include "atlas-wrap-layout.h"

/*
 * AtlasFaultsPage: what is wrong with a file, record by record, so that whoever keeps the file can
 * mend it in one go. It stands in the place of the atlas, for a file that cannot be shown at all or
 * for one of which a part is left out.
 */
struct _AtlasFaultsPage
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkWidget     *box;
  GtkLabel      *title;
  GtkLabel      *description;
  GtkWidget     *list_window;
  GtkStringList *lines; /* of each fault: the record, the message and the place, a line each */
  GtkWidget     *back_button;
  GtkWidget     *bundled_button;
  GtkWidget     *copy_button;

  GString *list; /* the faults as --check prints them */
};

G_DEFINE_FINAL_TYPE (AtlasFaultsPage, atlas_faults_page, ADW_TYPE_BIN)

/* A record, a message and a place. */
#define N_LABELS 3

static void
copy_cb (AtlasFaultsPage *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->list->str);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  static const char * const classes[N_LABELS] = { "heading", "body", "dim-label" };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (gsize i = 0; i < N_LABELS; i++)
    {
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                       "xalign", 0.0f,
                                       "wrap", TRUE,
                                       "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                       "selectable", TRUE,
                                       NULL);

      gtk_widget_add_css_class (label, classes[i]);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
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
  /* The item around the labels has no name of its own otherwise. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, line, -1);
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

/* What keeps nothing from the screen, such as a member that is not known, is for --check to tell. */
static gboolean
is_worth_a_row (const AtlasFault *fault)
{
  return fault->severity == ATLAS_FAULT_SEVERITY_ERROR || fault->code == ATLAS_READ_ERROR_LEFT_OUT;
}

static void
list_faults (AtlasFaultsPage *self,
             const char      *name,
             GPtrArray       *faults)
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
 * @file: the file that has them
 * @faults: (nullable) (element-type AtlasFault): all that is wrong with it
 * @error: (nullable): why @file is not shown at all, or NULL when a part of it is
 * @has_map: whether there is a map to go back to
 */
void
atlas_faults_page_set_faults (AtlasFaultsPage *self,
                              GFile           *file,
                              GPtrArray       *faults,
                              const GError    *error,
                              gboolean         has_map)
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
 * @offers: whether the dataset that comes with the program is another one than @file
 */
void
atlas_faults_page_set_offers_bundled (AtlasFaultsPage *self,
                                      gboolean         offers)
{
  g_return_if_fail (ATLAS_IS_FAULTS_PAGE (self));

  gtk_widget_set_visible (self->bundled_button, offers);
}
