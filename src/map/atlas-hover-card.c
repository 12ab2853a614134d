/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-hover-card.h"

#include <glib/gi18n.h>

#include "atlas-description.h"
#include "atlas-schema.h"

/*
 * AtlasHoverCard: a small card beside the pointer that describes what is under it.
 *
 * The map places it. If there are several records, it shows their number and names, the same as the
 * list that a click opens.
 */
struct _AtlasHoverCard
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkLabel *name;
  GtkLabel *kind;
  GtkLabel *detail;
};

G_DEFINE_FINAL_TYPE (AtlasHoverCard, atlas_hover_card, GTK_TYPE_WIDGET)

static void
atlas_hover_card_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (atlas_hover_card_parent_class)->dispose (object);
}

static void
atlas_hover_card_class_init (AtlasHoverCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_hover_card_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "hovercard");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-hover-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasHoverCard, name);
  gtk_widget_class_bind_template_child (widget_class, AtlasHoverCard, kind);
  gtk_widget_class_bind_template_child (widget_class, AtlasHoverCard, detail);
}

static void
atlas_hover_card_init (AtlasHoverCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/* The most useful detail of each kind: trips and industries of a link, the summary of other
 * records. */
static char *
describe_detail (AtlasRecord *record, AtlasDataset *dataset, AtlasLanguage language)
{
  g_autofree char *value = NULL;
  g_autofree char *detail = NULL;

  if (!ATLAS_IS_LINK (record))
    return g_strdup (atlas_record_get_summary (record, language));
  value = atlas_describe_value (record, dataset, NULL, language);
  detail = atlas_describe_detail (record, dataset, NULL, language);
  return atlas_join_facts (value, detail, NULL);
}

/* The largest number of names that are listed; the rest is counted. */
#define MAX_NAMES 5

static void
show_several (AtlasHoverCard *self, GPtrArray *records, AtlasLanguage language)
{
  g_autofree char *heading = g_strdup_printf (
    /* Translators: how many places or links lie under the pointer */
    ngettext ("%u item here", "%u items here", records->len), records->len);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < records->len && i < MAX_NAMES; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "\n" : "",
                            atlas_record_get_name (records->pdata[i], language));
  if (records->len > MAX_NAMES)
    g_string_append (names, "\n…");
  gtk_label_set_text (self->name, heading);
  gtk_label_set_text (self->kind, _("Click to choose one"));
  gtk_label_set_text (self->detail, names->str);
  gtk_label_set_lines (self->detail, MAX_NAMES + 1);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), TRUE);
}

/* The largest number of lines of a summary, so that the card stays small. */
#define SUMMARY_LINES 3

static void
show_one (AtlasHoverCard *self, AtlasDataset *dataset, AtlasRecord *record, AtlasLanguage language)
{
  g_autofree char *detail = describe_detail (record, dataset, language);
  g_autofree char *kind =
    atlas_join_facts (atlas_describe_kind (record, language),
                      atlas_record_lacks_source (record) ? atlas_describe_no_source (language) : "",
                      NULL);

  gtk_label_set_text (self->name, atlas_record_get_name (record, language));
  gtk_label_set_text (self->kind, kind);
  gtk_label_set_text (self->detail, detail);
  gtk_label_set_lines (self->detail, SUMMARY_LINES);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), *detail != '\0');
}

/**
 * atlas_hover_card_set_records:
 * @self: a card
 * @dataset: (nullable): the dataset of @records
 * @records: (nullable) (element-type AtlasRecord): the records under the pointer, the topmost
 *   first; %NULL or empty hides the card
 */
void
atlas_hover_card_set_records (AtlasHoverCard *self, AtlasDataset *dataset, GPtrArray *records)
{
  AtlasLanguage language = atlas_language_get_default ();

  g_return_if_fail (ATLAS_IS_HOVER_CARD (self));

  gtk_widget_set_visible (GTK_WIDGET (self), records != NULL && records->len > 0);
  if (records == NULL || records->len == 0)
    return;
  if (records->len > 1)
    show_several (self, records, language);
  else
    show_one (self, dataset, records->pdata[0], language);
}
