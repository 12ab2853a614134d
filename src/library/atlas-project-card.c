/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-project-card.h"

#include <glib/gi18n.h>

#include "atlas-description.h"
#include "atlas-format.h"
#include "atlas-next-steps.h"

/*
 * AtlasProjectCard: a project in the column of its stage: its name, kind and places, when it is
 * expected, and what is invested in it.
 *
 * A date that has passed is marked by a word, not only by its color.
 */
struct _AtlasProjectCard
{
  AdwBin parent_instance;

  GtkLabel *name;
  GtkLabel *kind;
  GtkLabel *expected;
  GtkLabel *amount;

  AtlasProjectItem *item;
};

G_DEFINE_FINAL_TYPE (AtlasProjectCard, atlas_project_card, ADW_TYPE_BIN)

static GtkLabel *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
set_label (GtkLabel *label, const char *words)
{
  gtk_label_set_label (label, words);
  gtk_widget_set_visible (GTK_WIDGET (label), *words != '\0');
}

static void
show_kind (AtlasProjectCard *self, AtlasLanguage language)
{
  AtlasRecord *record = ATLAS_RECORD (atlas_project_item_get_project (self->item));
  g_autofree char *places = atlas_describe_references (
    record, atlas_project_item_get_dataset (self->item), ATLAS_ROLE_PLACES, 2, language);
  g_autofree char *words =
    atlas_join_facts (atlas_describe_kind (record, language),
                      atlas_describe_word (record, "level", language), places, NULL);

  set_label (self->kind, words);
}

static void
show_expected (AtlasProjectCard *self, AtlasLanguage language)
{
  const AtlasDate *expected =
    atlas_project_get_expected (atlas_project_item_get_project (self->item));
  const AtlasDate today = atlas_next_steps_get_today ();
  const gboolean has_passed =
    atlas_project_has_passed (atlas_project_item_get_project (self->item), &today);
  g_autofree char *date = expected != NULL ? atlas_format_date (expected, language) : NULL;
  g_autofree char *words = date == NULL ? g_strdup ("")
                                        : g_strdup_printf (has_passed
                                                           /* Translators: the date at which a
                                                            * project was to be finished. */
                                                           ? _("expected %s, has passed")
                                                           : _("expected %s"), date);

  set_label (self->expected, words);
  if (has_passed)
    gtk_widget_add_css_class (GTK_WIDGET (self->expected), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->expected), "error");
}

static void
show_amount (AtlasProjectCard *self, AtlasLanguage language)
{
  static const char *const words[ATLAS_N_INVESTMENTS] = {
    [ATLAS_INVESTMENT_PLANNED] = NC_ ("sum", "planned"),
    [ATLAS_INVESTMENT_COMPLETED] = NC_ ("sum", "completed"),
  };
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < ATLAS_N_INVESTMENTS; i++)
    {
      g_autofree char *amount =
        atlas_project_item_describe_sum (self->item, (AtlasInvestment) i, language);

      if (*amount != '\0')
        g_string_append_printf (line, "%s%s %s", line->len > 0 ? " · " : "",
                                g_dpgettext2 (NULL, "sum", words[i]), amount);
    }
  set_label (self->amount, line->str);
}

static void
atlas_project_card_dispose (GObject *object)
{
  g_clear_object (&ATLAS_PROJECT_CARD (object)->item);

  G_OBJECT_CLASS (atlas_project_card_parent_class)->dispose (object);
}

static void
atlas_project_card_class_init (AtlasProjectCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_project_card_dispose;
}

static void
atlas_project_card_init (AtlasProjectCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->name = add_label (box, NULL);
  self->kind = add_label (box, "dim-label");
  self->expected = add_label (box, NULL);
  self->amount = add_label (box, "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->kind), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->expected), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->amount), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "project-card");
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * atlas_project_card_new:
 *
 * Returns: (transfer floating): an empty card
 */
GtkWidget *
atlas_project_card_new (void)
{
  return g_object_new (ATLAS_TYPE_PROJECT_CARD, NULL);
}

/**
 * atlas_project_card_set_item:
 * @self: a card
 * @item: (nullable): the project to show
 */
void
atlas_project_card_set_item (AtlasProjectCard *self, AtlasProjectItem *item)
{
  const AtlasLanguage language = atlas_language_get_default ();

  g_return_if_fail (ATLAS_IS_PROJECT_CARD (self));

  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  set_label (self->name, atlas_record_get_name (
                           ATLAS_RECORD (atlas_project_item_get_project (item)), language));
  show_kind (self, language);
  show_expected (self, language);
  show_amount (self, language);
}

/**
 * atlas_project_card_get_item:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): the project that it shows
 */
AtlasProjectItem *
atlas_project_card_get_item (AtlasProjectCard *self)
{
  g_return_val_if_fail (ATLAS_IS_PROJECT_CARD (self), NULL);

  return self->item;
}
