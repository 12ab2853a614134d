/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-citation-chooser.h"

#include <glib/gi18n.h>

#include "atlas-source.h"

/*
 * AtlasCitationChooser: a popover in which the user chooses a paragraph of a source.
 *
 * Each choice lists only what exists: the sections of the source, the paragraphs of the section.
 */
struct _AtlasCitationChooser
{
  GtkPopover parent_instance;

  /* Template widgets */
  GtkDropDown *source;
  GtkDropDown *section;
  GtkDropDown *paragraph;
  GtkWidget *add;

  AtlasFormContext *context;
};

G_DEFINE_FINAL_TYPE (AtlasCitationChooser, atlas_citation_chooser, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Returns a new reference; NULL if the dataset has no source, or before it is known. */
static AtlasSource *
dup_source (AtlasCitationChooser *self)
{
  GListModel *sources;

  if (self->context == NULL)
    return NULL;
  sources = atlas_dataset_get_records (atlas_form_context_get_dataset (self->context),
                                       ATLAS_RECORD_KIND_SOURCE);
  return g_list_model_get_item (sources, gtk_drop_down_get_selected (self->source));
}

static const char *
get_section (AtlasCitationChooser *self, AtlasSource *source)
{
  const guint position = gtk_drop_down_get_selected (self->section);

  return source != NULL && position < atlas_source_get_n_sections (source)
           ? atlas_source_get_section_id (source, position)
           : NULL;
}

static void
fill (GtkDropDown *choice, GPtrArray *labels)
{
  g_autoptr (GtkStringList) list = NULL;

  g_ptr_array_add (labels, NULL);
  list = gtk_string_list_new ((const char *const *) labels->pdata);
  gtk_drop_down_set_model (choice, G_LIST_MODEL (list));
  gtk_widget_set_sensitive (GTK_WIDGET (choice), labels->len > 1);
}

static void
section_cb (AtlasCitationChooser *self)
{
  g_autoptr (AtlasSource) source = dup_source (self);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  const char *section = get_section (self, source);
  const guint n_paragraphs = section != NULL ? atlas_source_count_paragraphs (source, section) : 0;

  for (guint i = 1; i <= n_paragraphs; i++)
    g_ptr_array_add (labels, g_strdup_printf (_("Paragraph %u"), i));
  fill (self->paragraph, labels);
  gtk_widget_set_sensitive (self->add, n_paragraphs > 0);
}

static void
source_cb (AtlasCitationChooser *self)
{
  g_autoptr (AtlasSource) source = dup_source (self);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; source != NULL && i < atlas_source_get_n_sections (source); i++)
    {
      const char *section = atlas_source_get_section_id (source, i);

      g_ptr_array_add (labels, g_strdup_printf ("%s %s", section,
                                                atlas_source_get_section_title (
                                                  source, section, atlas_language_get_default ())));
    }
  fill (self->section, labels);
  section_cb (self);
}

static void
list_sources (AtlasCitationChooser *self)
{
  GListModel *sources = atlas_dataset_get_records (atlas_form_context_get_dataset (self->context),
                                                   ATLAS_RECORD_KIND_SOURCE);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  const guint selected = gtk_drop_down_get_selected (self->source);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (AtlasRecord) source = g_list_model_get_item (sources, i);

      g_ptr_array_add (labels,
                       g_strdup (atlas_record_get_name (source, atlas_language_get_default ())));
    }
  fill (self->source, labels);
  if (selected < g_list_model_get_n_items (sources))
    gtk_drop_down_set_selected (self->source, selected);
}

static void
add_cb (AtlasCitationChooser *self)
{
  g_autoptr (AtlasSource) source = dup_source (self);
  const char *section = get_section (self, source);
  const guint paragraph = gtk_drop_down_get_selected (self->paragraph);

  if (section == NULL || paragraph == GTK_INVALID_LIST_POSITION)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, atlas_record_get_id (ATLAS_RECORD (source)), section,
                 paragraph + 1);
}

/* The section and the paragraph stay chosen from one time to the next. */
static void
atlas_citation_chooser_show (GtkWidget *widget)
{
  AtlasCitationChooser *self = ATLAS_CITATION_CHOOSER (widget);
  const guint section = gtk_drop_down_get_selected (self->section);
  const guint paragraph = gtk_drop_down_get_selected (self->paragraph);

  list_sources (self);
  source_cb (self);
  if (section != GTK_INVALID_LIST_POSITION)
    gtk_drop_down_set_selected (self->section, section);
  if (paragraph != GTK_INVALID_LIST_POSITION)
    gtk_drop_down_set_selected (self->paragraph, paragraph);
  GTK_WIDGET_CLASS (atlas_citation_chooser_parent_class)->show (widget);
}

static void
atlas_citation_chooser_dispose (GObject *object)
{
  AtlasCitationChooser *self = ATLAS_CITATION_CHOOSER (object);

  g_clear_object (&self->context);

  G_OBJECT_CLASS (atlas_citation_chooser_parent_class)->dispose (object);
}

static void
atlas_citation_chooser_class_init (AtlasCitationChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_citation_chooser_dispose;
  widget_class->show = atlas_citation_chooser_show;

  /* The user has chosen a source, a section and a paragraph, which are the arguments. */
  signals[CHOSEN] =
    g_signal_new ("chosen", ATLAS_TYPE_CITATION_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-citation-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasCitationChooser, source);
  gtk_widget_class_bind_template_child (widget_class, AtlasCitationChooser, section);
  gtk_widget_class_bind_template_child (widget_class, AtlasCitationChooser, paragraph);
  gtk_widget_class_bind_template_child (widget_class, AtlasCitationChooser, add);
  gtk_widget_class_bind_template_callback (widget_class, source_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
atlas_citation_chooser_init (AtlasCitationChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atlas_citation_chooser_new:
 * @context: the context of a form
 *
 * The signal "chosen" has the id of the source, the section, and the paragraph from 1.
 *
 * Returns: a popover
 */
GtkWidget *
atlas_citation_chooser_new (AtlasFormContext *context)
{
  AtlasCitationChooser *self;

  g_return_val_if_fail (ATLAS_IS_FORM_CONTEXT (context), NULL);

  self = g_object_new (ATLAS_TYPE_CITATION_CHOOSER, NULL);
  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}
