/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-word-field.h"

#include <glib/gi18n.h>

#include "atlas-labels.h"

/*
 * AtlasWordField: one word of a vocabulary, chosen by its label.
 *
 * For a member that may be absent, the first choice says that it is not stated. For one that must
 * be there and has no value yet, the first choice asks for it.
 */
struct _AtlasWordField
{
  AtlasField parent_instance;

  GtkDropDown *choice;
  gboolean has_prompt; /* whether the first choice is no word */
};

G_DEFINE_FINAL_TYPE (AtlasWordField, atlas_word_field, ATLAS_TYPE_FIELD)

static GEnumClass *
get_words (AtlasWordField *self)
{
  return G_PARAM_SPEC_ENUM (atlas_field_get_member (ATLAS_FIELD (self))->pspec)->enum_class;
}

static void
selected_cb (AtlasWordField *self)
{
  const guint position = gtk_drop_down_get_selected (self->choice);
  const GEnumValue *word = NULL;

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  if (!self->has_prompt)
    word = &get_words (self)->values[position];
  else if (position > 0)
    word = &get_words (self)->values[position - 1];
  atlas_draft_set_value (
    atlas_field_get_draft (ATLAS_FIELD (self)), atlas_field_get_name (ATLAS_FIELD (self)),
    word == NULL || g_str_equal (word->value_nick, ATLAS_UNKNOWN) ? NULL : word->value_nick);
  atlas_field_change (ATLAS_FIELD (self));
}

static GtkStringList *
list_labels (AtlasWordField *self)
{
  GEnumClass *words = get_words (self);
  GtkStringList *labels = gtk_string_list_new (NULL);

  if (self->has_prompt)
    gtk_string_list_append (labels, _("Choose…"));
  for (guint i = 0; i < words->n_values; i++)
    gtk_string_list_append (labels,
                            atlas_label_for (G_ENUM_CLASS_TYPE (words), words->values[i].value,
                                             atlas_language_get_default ()));
  return labels;
}

/* An optional member that is absent has its default value, which is usually “not stated”. */
static guint
find_position (AtlasWordField *self, const char *value)
{
  GEnumClass *words = get_words (self);
  const int fallback =
    G_PARAM_SPEC_ENUM (atlas_field_get_member (ATLAS_FIELD (self))->pspec)->default_value;

  if (value == NULL && self->has_prompt)
    return 0;
  for (guint i = 0; i < words->n_values; i++)
    if (value != NULL ? g_str_equal (words->values[i].value_nick, value)
                      : words->values[i].value == fallback)
      return i + self->has_prompt;
  return 0;
}

static void
atlas_word_field_constructed (GObject *object)
{
  AtlasWordField *self = ATLAS_WORD_FIELD (object);
  AtlasField *field = ATLAS_FIELD (object);
  const char *value;

  G_OBJECT_CLASS (atlas_word_field_parent_class)->constructed (object);

  value = atlas_draft_get_value (atlas_field_get_draft (field), atlas_field_get_name (field));
  self->has_prompt = value == NULL && atlas_field_get_member (field)->required;
  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (list_labels (self)), NULL));
  gtk_drop_down_set_selected (self->choice, find_position (self, value));
  g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (selected_cb), self);
  atlas_field_add (field, GTK_WIDGET (self->choice));
  atlas_field_set_control (field, GTK_WIDGET (self->choice));
}

static void
atlas_word_field_class_init (AtlasWordFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = atlas_word_field_constructed;
}

static void
atlas_word_field_init (AtlasWordField *self)
{
}
