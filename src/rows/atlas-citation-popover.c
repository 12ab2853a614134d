/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-citation-popover.h"

#include <glib/gi18n.h>

#include "atlas-description.h"
#include "atlas-document-view.h"
#include "atlas-format.h"
#include "atlas-labels.h"
#include "atlas-schema.h"
#include "atlas-source.h"

/*
 * AtlasCitationPopover: the origin of a fact and its reliability.
 *
 * It shows source, section and paragraph; what the source leaves out or contradicts; what was
 * inferred; and the paragraph itself, if the user has attached the document.
 */
struct _AtlasCitationPopover
{
  GtkPopover parent_instance;

  /* Template widgets */
  GtkScrolledWindow *scroller;
  GtkLabel *title;
  GtkLabel *source;
  GtkLabel *places;
  GtkWidget *note_box;
  GtkLabel *note;
  GtkWidget *inferred_box;
  GtkLabel *inferred;
  AtlasDocumentView *document;

  AtlasDataset *dataset;
  AtlasRecord *record;
};

/* The height of arrow, padding and button, and the smallest useful height of the scrolled content,
 * in pixels. */
#define AROUND_CONTENT 100
#define MIN_CONTENT 160

G_DEFINE_FINAL_TYPE (AtlasCitationPopover, atlas_citation_popover, GTK_TYPE_POPOVER)

static AtlasSource *
get_source (AtlasRecord *record, AtlasDataset *dataset)
{
  if (atlas_record_get_n_citations (record) == 0)
    return NULL;
  return ATLAS_SOURCE (atlas_dataset_get_source (dataset, atlas_record_get_citation (record, 0)));
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasCitationPopover *self = ATLAS_CITATION_POPOVER (widget);
  g_autofree char *lines =
    atlas_describe_citations (self->record, self->dataset, "\n", atlas_language_get_default ());

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), lines);
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* Limits the height to the room in the window above or below the parent; the content scrolls. */
static void
atlas_citation_popover_show (GtkWidget *widget)
{
  AtlasCitationPopover *self = ATLAS_CITATION_POPOVER (widget);
  GtkWidget *parent = gtk_widget_get_parent (widget);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  if (parent != NULL && root != NULL && gtk_widget_compute_bounds (parent, root, &bounds))
    {
      const int above = (int) bounds.origin.y;
      const int below = gtk_widget_get_height (root) - above - (int) bounds.size.height;

      gtk_scrolled_window_set_max_content_height (
        self->scroller, MAX (MAX (above, below) - AROUND_CONTENT, MIN_CONTENT));
    }
  GTK_WIDGET_CLASS (atlas_citation_popover_parent_class)->show (widget);
}

static void
atlas_citation_popover_finalize (GObject *object)
{
  AtlasCitationPopover *self = ATLAS_CITATION_POPOVER (object);

  g_clear_object (&self->record);
  g_clear_object (&self->dataset);

  G_OBJECT_CLASS (atlas_citation_popover_parent_class)->finalize (object);
}

static void
atlas_citation_popover_class_init (AtlasCitationPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_citation_popover_finalize;
  widget_class->show = atlas_citation_popover_show;
  g_type_ensure (ATLAS_TYPE_DOCUMENT_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-citation-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasCitationPopover, scroller);
  gtk_widget_class_bind_template_child (widget_class, AtlasCitationPopover, title);
  gtk_widget_class_bind_template_child (widget_class, AtlasCitationPopover, source);
  gtk_widget_class_bind_template_child (widget_class, AtlasCitationPopover, places);
  gtk_widget_class_bind_template_child (widget_class, AtlasCitationPopover, note_box);
  gtk_widget_class_bind_template_child (widget_class, AtlasCitationPopover, note);
  gtk_widget_class_bind_template_child (widget_class, AtlasCitationPopover, inferred_box);
  gtk_widget_class_bind_template_child (widget_class, AtlasCitationPopover, inferred);
  gtk_widget_class_bind_template_child (widget_class, AtlasCitationPopover, document);
  gtk_widget_class_install_action (widget_class, "citation.copy", NULL, copy_cb);
}

static void
atlas_citation_popover_init (AtlasCitationPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Returns one line for each cited paragraph, with the title of its section. */
static char *
describe_places (AtlasRecord *record, AtlasDataset *dataset)
{
  const AtlasLanguage language = atlas_language_get_default ();
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < atlas_record_get_n_citations (record); i++)
    {
      const AtlasCitation *citation = atlas_record_get_citation (record, i);
      g_autofree char *mark = atlas_citation_to_string (citation);
      AtlasSource *source = ATLAS_SOURCE (atlas_dataset_get_source (dataset, citation));
      const char *title = atlas_source_get_section_title (source, citation->section, language);
      g_autofree char *line = atlas_join_facts (mark, title != NULL ? title : "", NULL);

      g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (lines, FALSE);
}

/**
 * atlas_citation_popover_new:
 * @record: the record whose citations are shown
 * @dataset: its dataset
 *
 * Returns: a popover
 */
GtkWidget *
atlas_citation_popover_new (AtlasRecord *record, AtlasDataset *dataset)
{
  const AtlasLanguage language = atlas_language_get_default ();
  AtlasCitationPopover *self;
  AtlasSource *source;
  const char *note;
  g_autofree char *described = NULL;
  g_autofree char *places = NULL;
  g_autofree char *inferred = NULL;

  g_return_val_if_fail (ATLAS_IS_RECORD (record), NULL);

  self = g_object_new (ATLAS_TYPE_CITATION_POPOVER, NULL);
  self->dataset = g_object_ref (dataset);
  self->record = g_object_ref (record);
  source = get_source (record, dataset);
  note = atlas_record_get_note (record, language);
  described = source != NULL ? atlas_describe_source (source, language) : g_strdup ("");
  places = describe_places (record, dataset);
  inferred = atlas_describe_inferred (record, language);

  gtk_label_set_text (self->title, source != NULL ? atlas_source_get_title (source, language)
                                   : atlas_record_lacks_source (record)
                                     ? atlas_describe_no_source (language)
                                     : _("Not in the source"));
  gtk_label_set_text (self->source, described);
  gtk_label_set_text (self->places, places);
  gtk_label_set_text (self->note, note);
  gtk_label_set_text (self->inferred, inferred);
  gtk_widget_set_visible (GTK_WIDGET (self->source), *described != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->places), *places != '\0');
  gtk_widget_set_visible (self->note_box, *note != '\0');
  gtk_widget_set_visible (self->inferred_box, *inferred != '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "citation.copy", source != NULL);
  atlas_document_view_set_record (self->document, dataset, record);
  return GTK_WIDGET (self);
}
