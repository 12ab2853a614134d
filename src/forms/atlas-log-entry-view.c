/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-log-entry-view.h"

#include <glib/gi18n.h>

#include "atlas-citation-field.h"
#include "atlas-citation.h"
#include "atlas-description.h"
#include "atlas-enum-types.h"
#include "atlas-field.h"
#include "atlas-format.h"
#include "atlas-labels.h"
#include "atlas-reference-field.h"
#include "atlas-text-field.h"
#include "atlas-value-field.h"
#include "atlas-widget-tools.h"
#include "atlas-word-field.h"

/*
 * AtlasLogEntryView: an entry of a log, in one line that unfolds to its fields.
 *
 * What an entry has, a project has too: a date, a stage, a figure, a note and citations. So the
 * fields are those of a form, with the draft of a project that is never put into a dataset, and the
 * rules are those of the reader.
 */
struct _AtlasLogEntryView
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkExpander *expander;
  GtkLabel *summary;
  GtkListBox *list;

  AtlasFormContext *context;
  AtlasLogEntry *entry; /* as it was, or NULL if the user has changed it */
  GPtrArray *fields;    /* of AtlasField; not owned */
  gboolean is_valid;
};

G_DEFINE_FINAL_TYPE (AtlasLogEntryView, atlas_log_entry_view, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  FOLDED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The member of a project that holds the figure of an entry. */
#define FIGURE "investment"

static void
expanded_cb (AtlasLogEntryView *self)
{
  if (!gtk_expander_get_expanded (self->expander))
    g_signal_emit (self, signals[FOLDED], 0);
}

static void
remove_cb (AtlasLogEntryView *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static AtlasDraft *
get_draft (AtlasLogEntryView *self)
{
  return atlas_form_context_get_draft (self->context);
}

static AtlasProjectStage
get_stage (AtlasLogEntryView *self)
{
  g_autoptr (GEnumClass) stages = g_type_class_ref (ATLAS_TYPE_PROJECT_STAGE);
  const char *nick = atlas_draft_get_value (get_draft (self), "stage");
  GEnumValue *stage = nick != NULL ? g_enum_get_value_by_nick (stages, nick) : NULL;

  return stage != NULL ? (AtlasProjectStage) stage->value : ATLAS_PROJECT_STAGE_UNKNOWN;
}

static void
add_words (GString *words, const char *more)
{
  if (more == NULL || *more == '\0')
    return;
  if (words->len > 0)
    g_string_append (words, " · ");
  g_string_append (words, more);
}

static const char *
find_note (AtlasDraft *draft)
{
  const char *note = atlas_draft_get_text (draft, "note", atlas_language_get_default ());

  return note != NULL ? note : atlas_draft_get_text (draft, "note", ATLAS_LANGUAGE_ZH);
}

static const char *
find_figure_name (AtlasLogEntryView *self)
{
  const char *id = atlas_draft_get_list (get_draft (self), FIGURE)[0];
  AtlasRecord *figure =
    id != NULL ? atlas_dataset_lookup (atlas_form_context_get_dataset (self->context), id) : NULL;

  return figure != NULL ? atlas_record_get_name (figure, atlas_language_get_default ()) : id;
}

static void
show_summary (AtlasLogEntryView *self)
{
  const AtlasProjectStage stage = get_stage (self);
  const char *code = atlas_draft_get_value (get_draft (self), "date");
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *when = NULL;
  AtlasDate date;

  if (code != NULL && atlas_date_parse (code, &date))
    when = atlas_format_date (&date, atlas_language_get_default ());
  add_words (words, when != NULL ? when : _("No date"));
  if (stage != ATLAS_PROJECT_STAGE_UNKNOWN)
    add_words (words, atlas_label_for (ATLAS_TYPE_PROJECT_STAGE, (int) stage,
                                       atlas_language_get_default ()));
  add_words (words, find_figure_name (self));
  add_words (words, find_note (get_draft (self)));
  if (atlas_draft_get_citations (get_draft (self))->len == 0)
    add_words (words, atlas_describe_no_source (atlas_language_get_default ()));
  gtk_label_set_text (self->summary, words->str);
  atlas_set_css_class (GTK_WIDGET (self->summary), "error", !self->is_valid);
}

static gboolean
has_error (AtlasField *field, GPtrArray *faults)
{
  for (guint i = 0; i < faults->len; i++)
    {
      const AtlasDraftFault *fault = faults->pdata[i];

      if (fault->severity == ATLAS_FAULT_SEVERITY_ERROR &&
          g_str_equal (fault->member, atlas_field_get_name (field)))
        return TRUE;
    }
  return atlas_field_has_fault (field);
}

/* The draft as a whole is never valid, because an entry has no name. */
static void
check (AtlasLogEntryView *self)
{
  g_autoptr (GPtrArray) faults = NULL;
  AtlasRecord *record =
    atlas_draft_check (get_draft (self), atlas_form_context_get_dataset (self->context), &faults);

  g_clear_object (&record);
  self->is_valid = atlas_draft_get_value (get_draft (self), "date") != NULL;
  for (guint i = 0; i < self->fields->len; i++)
    {
      AtlasField *field = self->fields->pdata[i];

      if (g_str_equal (atlas_field_get_name (field), "date") && !self->is_valid)
        atlas_field_set_fault (field, _("A value is needed here"));
      self->is_valid = self->is_valid && !has_error (field, faults);
      atlas_field_show_faults (field, faults);
    }
  show_summary (self);
}

static void
changed_cb (AtlasLogEntryView *self)
{
  g_clear_pointer (&self->entry, atlas_log_entry_free);
  check (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static AtlasField *
add_field (AtlasLogEntryView *self, GType type, const char *member)
{
  AtlasField *field = atlas_field_new (type, self->context, member);

  g_ptr_array_add (self->fields, field);
  gtk_list_box_append (self->list, GTK_WIDGET (field));
  return field;
}

static void
add_fields (AtlasLogEntryView *self, const AtlasMember *log)
{
  add_field (self, ATLAS_TYPE_VALUE_FIELD, "date");
  if (log->form == ATLAS_MEMBER_FORM_PROGRESS)
    {
      AtlasField *figure;

      add_field (self, ATLAS_TYPE_WORD_FIELD, "stage");
      figure = add_field (self, ATLAS_TYPE_REFERENCE_FIELD, FIGURE);
      atlas_field_set_title (figure,
                             atlas_label_for (ATLAS_TYPE_RECORD_KIND, ATLAS_RECORD_KIND_FIGURE,
                                              atlas_language_get_default ()));
      atlas_field_refresh (figure);
    }
  add_field (self, ATLAS_TYPE_TEXT_FIELD, "note");
  add_field (self, ATLAS_TYPE_CITATION_FIELD, "cites");
}

static void
copy_citations (GPtrArray *from, GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    {
      const AtlasCitation *citation = from->pdata[i];

      g_ptr_array_add (to, atlas_citation_new (citation->source, citation->section,
                                               citation->paragraph));
    }
}

static AtlasDraft *
create_draft (const AtlasLogEntry *entry)
{
  AtlasDraft *draft = atlas_draft_new (ATLAS_RECORD_KIND_PROJECT, "entry");
  const char *const figures[] = { entry->figure, NULL };
  g_autofree char *date = atlas_date_to_iso (&entry->date);

  atlas_draft_set_value (draft, "date", date);
  if (entry->stage != ATLAS_PROJECT_STAGE_UNKNOWN)
    atlas_draft_set_value (draft, "stage",
                           atlas_code_for (ATLAS_TYPE_PROJECT_STAGE, (int) entry->stage));
  atlas_draft_set_list (draft, FIGURE, figures);
  for (guint language = 0; entry->note != NULL && language < ATLAS_N_LANGUAGES; language++)
    atlas_draft_set_text (draft, "note", (AtlasLanguage) language,
                          atlas_text_peek (entry->note, (AtlasLanguage) language));
  copy_citations (entry->citations, atlas_draft_get_citations (draft));
  return draft;
}

static void
atlas_log_entry_view_dispose (GObject *object)
{
  AtlasLogEntryView *self = ATLAS_LOG_ENTRY_VIEW (object);

  g_ptr_array_set_size (self->fields, 0);
  g_clear_object (&self->context);
  atlas_unparent_children (self);

  G_OBJECT_CLASS (atlas_log_entry_view_parent_class)->dispose (object);
}

static void
atlas_log_entry_view_finalize (GObject *object)
{
  AtlasLogEntryView *self = ATLAS_LOG_ENTRY_VIEW (object);

  g_clear_pointer (&self->entry, atlas_log_entry_free);
  g_ptr_array_unref (self->fields);

  G_OBJECT_CLASS (atlas_log_entry_view_parent_class)->finalize (object);
}

static guint
create_signal (const char *name)
{
  return g_signal_new (name, ATLAS_TYPE_LOG_ENTRY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
atlas_log_entry_view_class_init (AtlasLogEntryViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_log_entry_view_dispose;
  object_class->finalize = atlas_log_entry_view_finalize;

  signals[CHANGED] = create_signal ("changed");
  signals[FOLDED] = create_signal ("folded");
  signals[REMOVED] = create_signal ("removed");

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-log-entry-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasLogEntryView, expander);
  gtk_widget_class_bind_template_child (widget_class, AtlasLogEntryView, summary);
  gtk_widget_class_bind_template_child (widget_class, AtlasLogEntryView, list);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_set_css_name (widget_class, "atlas-log-entry-view");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_log_entry_view_init (AtlasLogEntryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->fields = g_ptr_array_new ();
}

/**
 * atlas_log_entry_view_new:
 * @form: the context of the form
 * @log: the member that has the entry
 * @entry: the entry, which is copied
 *
 * The signal "changed" follows each change, "folded" follows when the user is done with the fields,
 * and "removed" asks to remove the entry.
 *
 * Returns: a view
 */
GtkWidget *
atlas_log_entry_view_new (AtlasFormContext *form,
                          const AtlasMember *log,
                          const AtlasLogEntry *entry)
{
  AtlasLogEntryView *self;
  g_autoptr (AtlasDraft) draft = NULL;

  g_return_val_if_fail (ATLAS_IS_FORM_CONTEXT (form), NULL);
  g_return_val_if_fail (log != NULL, NULL);
  g_return_val_if_fail (entry != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_LOG_ENTRY_VIEW, NULL);
  draft = create_draft (entry);
  self->entry = atlas_log_entry_copy (entry);
  self->context = atlas_form_context_new_entry (form, draft);
  add_fields (self, log);
  g_signal_connect_object (self->context, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "dataset-changed", G_CALLBACK (check), self,
                           G_CONNECT_SWAPPED);
  check (self);
  return GTK_WIDGET (self);
}

/**
 * atlas_log_entry_view_dup_entry:
 * @self: a view
 *
 * Returns: (transfer full) (nullable): the entry; %NULL if something in it is not valid
 */
AtlasLogEntry *
atlas_log_entry_view_dup_entry (AtlasLogEntryView *self)
{
  AtlasDraft *draft;
  AtlasLogEntry *entry;
  AtlasDate date;
  const char *note[ATLAS_N_LANGUAGES];
  gboolean has_note = FALSE;

  g_return_val_if_fail (ATLAS_IS_LOG_ENTRY_VIEW (self), NULL);

  draft = get_draft (self);
  if (self->entry != NULL)
    return atlas_log_entry_copy (self->entry);
  if (!self->is_valid || !atlas_date_parse (atlas_draft_get_value (draft, "date"), &date))
    return NULL;
  entry = atlas_log_entry_new (&date);
  entry->stage = get_stage (self);
  entry->figure = g_strdup (atlas_draft_get_list (draft, FIGURE)[0]);
  for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
    {
      note[language] = atlas_draft_get_text (draft, "note", (AtlasLanguage) language);
      has_note |= note[language] != NULL;
    }
  if (has_note)
    entry->note =
      atlas_text_new (note[ATLAS_LANGUAGE_ZH], note[ATLAS_LANGUAGE_EN], note[ATLAS_LANGUAGE_KO]);
  copy_citations (atlas_draft_get_citations (draft), entry->citations);
  return entry;
}

/**
 * atlas_log_entry_view_set_expanded:
 * @self: a view
 * @is_expanded: whether the fields are shown
 */
void
atlas_log_entry_view_set_expanded (AtlasLogEntryView *self, gboolean is_expanded)
{
  g_return_if_fail (ATLAS_IS_LOG_ENTRY_VIEW (self));

  gtk_expander_set_expanded (self->expander, is_expanded);
}
