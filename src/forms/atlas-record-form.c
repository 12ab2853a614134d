/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-record-form.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "atlas-citation-field.h"
#include "atlas-field.h"
#include "atlas-flag-field.h"
#include "atlas-lines-field.h"
#include "atlas-log-field.h"
#include "atlas-reference-field.h"
#include "atlas-sections-field.h"
#include "atlas-source.h"
#include "atlas-text-field.h"
#include "atlas-value-field.h"
#include "atlas-widget-tools.h"
#include "atlas-word-field.h"

/*
 * AtlasRecordForm: a form for a record of any kind.
 *
 * The table of members of the kind decides which fields there are. Each change of a field goes into
 * the draft; then the form checks the whole draft, shows each fault beside its field, and emits
 * “changed”. The form does not know what becomes of the record.
 */
struct _AtlasRecordForm
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *general_group;
  GtkLabel *general;
  AdwPreferencesGroup *main_group;
  AdwPreferencesGroup *log_group;
  AdwPreferencesGroup *source_group;
  AdwExpanderRow *advanced;

  AtlasFormContext *context;
  AtlasRecord *record; /* NULL if the draft is not valid */
  GHashTable *fields;  /* from the name of a member to AtlasField; not owned */
  gboolean follows_name;
  gboolean is_following;
};

G_DEFINE_FINAL_TYPE (AtlasRecordForm, atlas_record_form, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Members that only the search and other programs need. */
static gboolean
is_advanced (const AtlasMember *member)
{
  return member->form == ATLAS_MEMBER_FORM_ID || g_str_equal (member->name, "pinyin") ||
         g_str_equal (member->name, "aliases");
}

static gboolean
is_log (const AtlasMember *member)
{
  return member->form == ATLAS_MEMBER_FORM_PROGRESS || member->form == ATLAS_MEMBER_FORM_FOLLOW_UPS;
}

static GType
choose_value_field (const AtlasMember *member)
{
  const GType type = G_PARAM_SPEC_VALUE_TYPE (member->pspec);

  if (type == ATLAS_TYPE_TEXT)
    return ATLAS_TYPE_TEXT_FIELD;
  if (type == G_TYPE_STRV)
    return ATLAS_TYPE_LINES_FIELD;
  if (type == G_TYPE_BOOLEAN)
    return ATLAS_TYPE_FLAG_FIELD;
  return G_TYPE_IS_ENUM (type) ? ATLAS_TYPE_WORD_FIELD : ATLAS_TYPE_VALUE_FIELD;
}

static GType
choose_field (const AtlasMember *member)
{
  if (atlas_member_is_reference (member))
    return ATLAS_TYPE_REFERENCE_FIELD;
  if (is_log (member))
    return ATLAS_TYPE_LOG_FIELD;
  if (member->form == ATLAS_MEMBER_FORM_CITES)
    return ATLAS_TYPE_CITATION_FIELD;
  return member->form == ATLAS_MEMBER_FORM_SECTIONS ? ATLAS_TYPE_SECTIONS_FIELD
                                                    : choose_value_field (member);
}

static void
add_field (AtlasRecordForm *self, const AtlasMember *member)
{
  AtlasField *field = atlas_field_new (choose_field (member), self->context, member->name);

  g_hash_table_insert (self->fields, (gpointer) member->name, field);
  if (is_advanced (member))
    adw_expander_row_add_row (self->advanced, GTK_WIDGET (field));
  else if (is_log (member))
    adw_preferences_group_add (self->log_group, GTK_WIDGET (field));
  else if (member->form == ATLAS_MEMBER_FORM_CITES || g_str_equal (member->name, "note"))
    adw_preferences_group_add (self->source_group, GTK_WIDGET (field));
  else
    adw_preferences_group_add (self->main_group, GTK_WIDGET (field));
  if (is_log (member))
    gtk_widget_set_visible (GTK_WIDGET (self->log_group), TRUE);
}

static AtlasValueField *
get_id_field (AtlasRecordForm *self)
{
  return g_hash_table_lookup (self->fields, "id");
}

/* Whether the dataset has the record of the draft. Others may refer to it by its id. */
static gboolean
has_record (AtlasRecordForm *self)
{
  const char *id = atlas_draft_get_id (atlas_form_context_get_draft (self->context));

  return id != NULL &&
         atlas_dataset_lookup (atlas_form_context_get_dataset (self->context), id) != NULL;
}

static void
add_fields (AtlasRecordForm *self)
{
  AtlasDraft *draft = atlas_form_context_get_draft (self->context);
  const AtlasSchema *schema = atlas_schema_get (atlas_draft_get_kind (draft));

  for (guint i = 0; i < schema->members->len; i++)
    {
      const AtlasMember *member = schema->members->pdata[i];

      /* Each field has a toggle for it. */
      if (member->form != ATLAS_MEMBER_FORM_INFERRED)
        add_field (self, member);
    }
  atlas_value_field_set_editable (get_id_field (self), !has_record (self));
}

/* Adds the message of @fault if no field shows it. */
static void
add_general (AtlasRecordForm *self, const AtlasDraftFault *fault, GString *words)
{
  if (g_hash_table_contains (self->fields, fault->member))
    return;
  if (words->len > 0)
    g_string_append_c (words, '\n');
  g_string_append (words, fault->message);
}

static void
show_faults (AtlasRecordForm *self, GPtrArray *faults)
{
  g_autoptr (GString) words = g_string_new (NULL);
  GHashTableIter iter;
  gpointer field;

  g_hash_table_iter_init (&iter, self->fields);
  while (g_hash_table_iter_next (&iter, NULL, &field))
    atlas_field_show_faults (field, faults);
  for (guint i = 0; i < faults->len; i++)
    add_general (self, faults->pdata[i], words);
  gtk_label_set_text (self->general, words->str);
  gtk_widget_set_visible (self->general_group, words->len > 0);
}

/* The sections of a source come from its document, so the form counts them. */
static void
show_sections (AtlasRecordForm *self)
{
  AtlasField *field = g_hash_table_lookup (self->fields, "sections");
  g_autofree char *words = NULL;
  guint n_sections;

  if (field == NULL || self->record == NULL)
    return;
  n_sections = atlas_source_get_n_sections (ATLAS_SOURCE (self->record));
  words = g_strdup_printf (ngettext ("%u section", "%u sections", n_sections), n_sections);
  atlas_field_set_hint (field, words);
}

static gboolean
has_own_fault (AtlasRecordForm *self)
{
  GHashTableIter iter;
  gpointer field;

  g_hash_table_iter_init (&iter, self->fields);
  while (g_hash_table_iter_next (&iter, NULL, &field))
    if (atlas_field_has_fault (field))
      return TRUE;
  return FALSE;
}

static void
check (AtlasRecordForm *self)
{
  g_autoptr (GPtrArray) faults = NULL;

  g_clear_object (&self->record);
  self->record = atlas_draft_check (atlas_form_context_get_draft (self->context),
                                    atlas_form_context_get_dataset (self->context), &faults);
  if (has_own_fault (self))
    g_clear_object (&self->record);
  show_faults (self, faults);
  show_sections (self);
}

/* A new record has an id that follows its name, until the dataset has the record or the user
 * changes the id. */
static void
follow_name (AtlasRecordForm *self)
{
  AtlasDraft *draft = atlas_form_context_get_draft (self->context);
  const char *words = atlas_draft_get_value (draft, "pinyin");
  g_autofree char *id = NULL;

  if (words == NULL)
    words = atlas_draft_get_text (draft, "name", ATLAS_LANGUAGE_EN);
  if (words == NULL)
    return;
  id = atlas_draft_suggest_id (atlas_form_context_get_dataset (self->context),
                               atlas_draft_get_kind (draft), words);
  self->is_following = TRUE;
  atlas_value_field_set_text (get_id_field (self), id);
  self->is_following = FALSE;
}

static void
changed_cb (AtlasRecordForm *self, const char *member)
{
  AtlasValueField *value = g_hash_table_lookup (self->fields, "value");

  if (self->is_following)
    return;
  if (g_str_equal (member, "id"))
    self->follows_name = FALSE;
  else if (self->follows_name && (g_str_equal (member, "pinyin") || g_str_equal (member, "name")))
    follow_name (self);
  else if (g_str_equal (member, "unit") && value != NULL)
    atlas_value_field_read_again (value);
  check (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
atlas_record_form_grab_focus (GtkWidget *widget)
{
  return atlas_record_form_focus_member (ATLAS_RECORD_FORM (widget), "name");
}

static void
atlas_record_form_dispose (GObject *object)
{
  AtlasRecordForm *self = ATLAS_RECORD_FORM (object);

  g_hash_table_remove_all (self->fields);
  g_clear_object (&self->record);
  g_clear_object (&self->context);
  atlas_unparent_children (self);

  G_OBJECT_CLASS (atlas_record_form_parent_class)->dispose (object);
}

static void
atlas_record_form_finalize (GObject *object)
{
  g_hash_table_unref (ATLAS_RECORD_FORM (object)->fields);

  G_OBJECT_CLASS (atlas_record_form_parent_class)->finalize (object);
}

static void
atlas_record_form_class_init (AtlasRecordFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_record_form_dispose;
  object_class->finalize = atlas_record_form_finalize;
  widget_class->grab_focus = atlas_record_form_grab_focus;

  /* The user has changed a value, and the draft has been checked. */
  signals[CHANGED] = g_signal_new ("changed", ATLAS_TYPE_RECORD_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-record-form.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasRecordForm, general_group);
  gtk_widget_class_bind_template_child (widget_class, AtlasRecordForm, general);
  gtk_widget_class_bind_template_child (widget_class, AtlasRecordForm, main_group);
  gtk_widget_class_bind_template_child (widget_class, AtlasRecordForm, log_group);
  gtk_widget_class_bind_template_child (widget_class, AtlasRecordForm, source_group);
  gtk_widget_class_bind_template_child (widget_class, AtlasRecordForm, advanced);
  gtk_widget_class_set_css_name (widget_class, "atlas-record-form");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
}

static void
atlas_record_form_init (AtlasRecordForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->fields = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * atlas_record_form_new:
 * @dataset: the complete dataset to which the record is to belong
 * @draft: the draft, which the form changes; its record is new if @dataset does not have its id
 *
 * The signal "changed" follows each change, whether the draft is valid afterwards or not.
 *
 * Returns: a form, which scrolls
 */
GtkWidget *
atlas_record_form_new (AtlasDataset *dataset, AtlasDraft *draft)
{
  AtlasRecordForm *self;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (ATLAS_IS_DRAFT (draft), NULL);

  self = g_object_new (ATLAS_TYPE_RECORD_FORM, NULL);
  self->context = atlas_form_context_new (dataset, draft);
  self->follows_name = !has_record (self);
  add_fields (self);
  g_signal_connect_object (self->context, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  check (self);
  return GTK_WIDGET (self);
}

/**
 * atlas_record_form_get_draft:
 * @self: a form
 *
 * Returns: (transfer none): its draft
 */
AtlasDraft *
atlas_record_form_get_draft (AtlasRecordForm *self)
{
  g_return_val_if_fail (ATLAS_IS_RECORD_FORM (self), NULL);

  return atlas_form_context_get_draft (self->context);
}

/**
 * atlas_record_form_get_record:
 * @self: a form
 *
 * Returns: (transfer none) (nullable): the checked record, to be put into a dataset that derives
 *   from that of the form; %NULL if something in the form is not valid
 */
AtlasRecord *
atlas_record_form_get_record (AtlasRecordForm *self)
{
  g_return_val_if_fail (ATLAS_IS_RECORD_FORM (self), NULL);

  return self->record;
}

/**
 * atlas_record_form_accept:
 * @self: a form with a record
 * @dataset: the dataset into which the record was put
 *
 * Further changes replace the record in @dataset. A new record keeps its id from now on: with
 * another one, the form would make another record.
 */
void
atlas_record_form_accept (AtlasRecordForm *self, AtlasDataset *dataset)
{
  AtlasDraft *draft;

  g_return_if_fail (ATLAS_IS_RECORD_FORM (self));
  g_return_if_fail (ATLAS_IS_DATASET (dataset));

  draft = atlas_form_context_get_draft (self->context);
  atlas_draft_take_place (draft, atlas_dataset_lookup (dataset, atlas_draft_get_id (draft)));
  self->follows_name = FALSE;
  atlas_value_field_set_editable (get_id_field (self), FALSE);
  atlas_record_form_set_dataset (self, dataset);
}

/**
 * atlas_record_form_set_dataset:
 * @self: a form
 * @dataset: a complete dataset in place of the former one, such as after undo
 *
 * Checks the draft against @dataset. The form keeps what the user has entered.
 */
void
atlas_record_form_set_dataset (AtlasRecordForm *self, AtlasDataset *dataset)
{
  g_return_if_fail (ATLAS_IS_RECORD_FORM (self));
  g_return_if_fail (ATLAS_IS_DATASET (dataset));

  atlas_form_context_set_dataset (self->context, dataset);
  check (self);
}

/**
 * atlas_record_form_focus_member:
 * @self: a form
 * @member: the name of a member
 *
 * Moves the focus to the field of a member, and unfolds what hides it.
 *
 * Returns: whether the form has such a field
 */
gboolean
atlas_record_form_focus_member (AtlasRecordForm *self, const char *member)
{
  GtkWidget *field;

  g_return_val_if_fail (ATLAS_IS_RECORD_FORM (self), FALSE);
  g_return_val_if_fail (member != NULL, FALSE);

  field = g_hash_table_lookup (self->fields, member);
  if (field == NULL)
    return FALSE;
  if (is_advanced (atlas_field_get_member (ATLAS_FIELD (field))))
    adw_expander_row_set_expanded (self->advanced, TRUE);
  return gtk_widget_grab_focus (field);
}
