/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-citation-mark.h"

#include <glib/gi18n.h>

#include "atlas-citation-popover.h"
#include "atlas-description.h"
#include "atlas-schema.h"
#include "atlas-widget-tools.h"

/*
 * AtlasCitationMark: the small citation mark at the end of each fact, such as 〔3.2 ¶2〕.
 *
 * Activating it opens a popover with the source. An asterisk shows that there is a note or
 * something inferred. A record that has no source yet has a mark that says so, in quiet italics.
 */
struct _AtlasCitationMark
{
  GtkButton parent_instance;

  AtlasDataset *dataset; /* of the record */
  AtlasRecord *record;
  GtkWidget *popover; /* created when it was last opened */
};

G_DEFINE_FINAL_TYPE (AtlasCitationMark, atlas_citation_mark, GTK_TYPE_BUTTON)

static void
atlas_citation_mark_clicked (GtkButton *button)
{
  atlas_citation_mark_popup (ATLAS_CITATION_MARK (button));
}

static void
atlas_citation_mark_dispose (GObject *object)
{
  AtlasCitationMark *self = ATLAS_CITATION_MARK (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->record);
  g_clear_object (&self->dataset);

  G_OBJECT_CLASS (atlas_citation_mark_parent_class)->dispose (object);
}

static void
atlas_citation_mark_class_init (AtlasCitationMarkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_citation_mark_dispose;
  GTK_BUTTON_CLASS (klass)->clicked = atlas_citation_mark_clicked;
}

static void
atlas_citation_mark_init (AtlasCitationMark *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "atlas-citation-mark");
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * atlas_citation_mark_new:
 *
 * Returns: a citation mark, hidden while it has no record
 */
GtkWidget *
atlas_citation_mark_new (void)
{
  return g_object_new (ATLAS_TYPE_CITATION_MARK, NULL);
}

static gboolean
has_more_to_know (AtlasRecord *record)
{
  return *atlas_record_get_note (record, atlas_language_get_default ()) != '\0' ||
         atlas_record_get_inferred (record)[0] != NULL;
}

/* Returns the text of a citation mark: the first citation and the number of further ones, or that
 * there is no source yet; and an asterisk if there is a note; "" if there is nothing to show. */
static char *
describe (AtlasRecord *record)
{
  const guint n_citations = atlas_record_get_n_citations (record);
  const char *sign = has_more_to_know (record) ? "*" : "";
  g_autofree char *first = NULL;

  if (atlas_record_lacks_source (record))
    return g_strdup_printf ("〔%s〕%s", atlas_describe_no_source (atlas_language_get_default ()),
                            sign);
  if (n_citations == 0)
    return g_strdup (sign);
  first = atlas_citation_to_string (atlas_record_get_citation (record, 0));
  if (n_citations == 1)
    return g_strdup_printf ("〔%s〕%s", first, sign);
  return g_strdup_printf ("〔%s +%u〕%s", first, n_citations - 1, sign);
}

/* Returns the name of the button for assistive technology. */
static char *
describe_button (AtlasRecord *record, const char *words)
{
  if (atlas_record_lacks_source (record))
    return g_strdup (words);
  if (atlas_record_get_n_citations (record) == 0)
    return g_strdup (_("Note"));
  /* Translators: the name of a button that tells the source of a fact; %s is a mark such as
   * "〔3.2 ¶2〕". */
  return g_strdup_printf (has_more_to_know (record) ? _("Source %s, with a note")
                                                    : _("Source %s"), words);
}

/**
 * atlas_citation_mark_set_record:
 * @self: a citation mark
 * @dataset: (nullable): the dataset of @record
 * @record: (nullable): the record whose citations are shown
 */
void
atlas_citation_mark_set_record (AtlasCitationMark *self, AtlasDataset *dataset, AtlasRecord *record)
{
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (ATLAS_IS_CITATION_MARK (self));
  g_return_if_fail (record == NULL || ATLAS_IS_RECORD (record));

  g_set_object (&self->dataset, dataset);
  if (!g_set_object (&self->record, record))
    return;
  words = record != NULL ? describe (record) : g_strdup ("");
  gtk_widget_set_visible (GTK_WIDGET (self), *words != '\0');
  gtk_button_set_label (GTK_BUTTON (self), words);
  atlas_set_css_class (GTK_WIDGET (self), "no-source",
                       record != NULL && atlas_record_lacks_source (record));
  if (record == NULL)
    return;
  /* Without a source or a note there is nothing to open. */
  gtk_widget_set_sensitive (GTK_WIDGET (self),
                            atlas_record_get_n_citations (record) > 0 || has_more_to_know (record));
  name = describe_button (record, words);
  atlas_set_accessible_label (self, name);
}

/**
 * atlas_citation_mark_popup:
 * @self: a citation mark
 *
 * Opens the popover with the source of the record.
 */
void
atlas_citation_mark_popup (AtlasCitationMark *self)
{
  g_return_if_fail (ATLAS_IS_CITATION_MARK (self));

  if (self->record == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = atlas_citation_popover_new (self->record, self->dataset);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/**
 * atlas_citation_mark_set_short:
 * @self: a citation mark with a record
 * @is_short: whether there is room for only one character
 *
 * Shortens the citation mark to one character; the tooltip has the full text.
 */
void
atlas_citation_mark_set_short (AtlasCitationMark *self, gboolean is_short)
{
  g_autofree char *words = NULL;
  g_autofree char *sign = NULL;

  g_return_if_fail (ATLAS_IS_CITATION_MARK (self) && self->record != NULL);

  words = describe (self->record);
  if (atlas_record_lacks_source (self->record))
    sign = g_strdup ("〔?〕");
  else if (atlas_record_get_n_citations (self->record) > 0)
    sign = g_strdup (has_more_to_know (self->record) ? "¶*" : "¶");
  gtk_button_set_label (GTK_BUTTON (self), is_short && sign != NULL ? sign : words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), is_short ? words : NULL);
  atlas_set_css_class (GTK_WIDGET (self), "short", is_short);
}
