/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-draft.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "atlas-citation.h"
#include "atlas-decimal.h"
#include "atlas-enum-types.h"
#include "atlas-extras.h"
#include "atlas-json-text.h"
#include "atlas-reader-private.h"
#include "atlas-reader.h"
#include "atlas-schema.h"
#include "atlas-source.h"
#include "atlas-value-writing-private.h"

/*
 * AtlasDraft: a record that a person is editing.
 *
 * It has the values in the words of a file, valid or not: a record could not have the date
 * “2021-13”. To check them, the draft is written as a file of one record and read again, so that a
 * form has exactly the rules and the messages of the reader.
 */
struct _AtlasDraft
{
  GObject parent_instance;

  AtlasRecordKind kind;
  AtlasRecord *original; /* the record that the draft is to replace, or NULL */
  GHashTable *values;    /* from the name of a member to char * */
  GHashTable *texts;     /* to AtlasText */
  GHashTable *lists;     /* to GStrv */
  GHashTable *logs;      /* to AtlasLog */
  GPtrArray *citations;  /* of AtlasCitation */
  AtlasRecord *sections; /* the source that has the sections, or NULL */
};

G_DEFINE_FINAL_TYPE (AtlasDraft, atlas_draft, G_TYPE_OBJECT)

/**
 * atlas_draft_fault_free:
 * @self: (transfer full): a fault
 */
void
atlas_draft_fault_free (AtlasDraftFault *self)
{
  g_free (self->member);
  g_free (self->path);
  g_free (self->message);
  g_free (self);
}

static void
atlas_draft_finalize (GObject *object)
{
  AtlasDraft *self = ATLAS_DRAFT (object);

  g_clear_object (&self->original);
  g_clear_object (&self->sections);
  g_hash_table_unref (self->values);
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->logs);
  g_ptr_array_unref (self->citations);

  G_OBJECT_CLASS (atlas_draft_parent_class)->finalize (object);
}

static void
atlas_draft_class_init (AtlasDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_draft_finalize;
}

static GHashTable *
new_table (GDestroyNotify free_value)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_value);
}

static void
atlas_draft_init (AtlasDraft *self)
{
  self->values = new_table (g_free);
  self->texts = new_table ((GDestroyNotify) atlas_text_unref);
  self->lists = new_table ((GDestroyNotify) g_strfreev);
  self->logs = new_table ((GDestroyNotify) g_ptr_array_unref);
  self->citations = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_citation_free);
}

/**
 * atlas_draft_new:
 * @kind: a kind of record
 * @id: the id of the record; see atlas_draft_suggest_id()
 *
 * Returns: (transfer full): a draft of a new record
 */
AtlasDraft *
atlas_draft_new (AtlasRecordKind kind, const char *id)
{
  AtlasDraft *self;

  g_return_val_if_fail (kind < ATLAS_N_RECORD_KINDS, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_DRAFT, NULL);
  self->kind = kind;
  atlas_draft_set_value (self, "id", id);
  return self;
}

static void
copy_boxed (AtlasDraft *self, const AtlasMember *member, AtlasRecord *record)
{
  const GType type = G_PARAM_SPEC_VALUE_TYPE (member->pspec);
  gpointer boxed = NULL;

  g_object_get (record, member->pspec->name, &boxed, NULL);
  if (boxed == NULL)
    return;
  if (type == ATLAS_TYPE_TEXT)
    g_hash_table_replace (self->texts, g_strdup (member->name), boxed);
  else if (type == G_TYPE_STRV)
    g_hash_table_replace (self->lists, g_strdup (member->name), boxed);
  else if (type == ATLAS_TYPE_LOG)
    g_hash_table_replace (self->logs, g_strdup (member->name), boxed);
  else
    {
      g_boxed_free (type, boxed);
      g_hash_table_replace (self->values, g_strdup (member->name),
                            atlas_member_dup_code (member, record));
    }
}

static void
copy_member (AtlasDraft *self, const AtlasMember *member, AtlasRecord *record)
{
  if (atlas_member_is_reference (member))
    atlas_draft_set_list (self, member->name,
                          atlas_record_get_reference_ids (record, member->role));
  else if (member->pspec == NULL)
    return; /* citations and sections */
  else if (G_IS_PARAM_SPEC_BOXED (member->pspec))
    copy_boxed (self, member, record);
  else
    {
      g_autofree char *code = atlas_member_dup_code (member, record);

      atlas_draft_set_value (self, member->name, code);
    }
}

/**
 * atlas_draft_new_from_record:
 * @record: a record
 *
 * Returns: (transfer full): a draft that has the values of @record and is to replace it
 */
AtlasDraft *
atlas_draft_new_from_record (AtlasRecord *record)
{
  AtlasDraft *self;
  const AtlasSchema *schema;

  g_return_val_if_fail (ATLAS_IS_RECORD (record), NULL);

  self = g_object_new (ATLAS_TYPE_DRAFT, NULL);
  self->kind = atlas_record_get_kind (record);
  self->original = g_object_ref (record);
  schema = atlas_schema_get (self->kind);
  for (guint i = 0; i < schema->members->len; i++)
    copy_member (self, schema->members->pdata[i], record);
  for (guint i = 0; i < atlas_record_get_n_citations (record); i++)
    {
      const AtlasCitation *citation = atlas_record_get_citation (record, i);

      g_ptr_array_add (self->citations, atlas_citation_new (citation->source, citation->section,
                                                            citation->paragraph));
    }
  if (ATLAS_IS_SOURCE (record))
    atlas_draft_set_sections (self, record);
  return self;
}

/**
 * atlas_draft_take_place:
 * @self: a draft
 * @record: the record of the draft, after it was put into a dataset
 *
 * From now on the draft is to replace @record, if it was one of a new record. Otherwise
 * atlas_draft_check() would refuse its id, because the dataset has it.
 */
void
atlas_draft_take_place (AtlasDraft *self, AtlasRecord *record)
{
  g_return_if_fail (ATLAS_IS_DRAFT (self));
  g_return_if_fail (ATLAS_IS_RECORD (record));

  if (self->original == NULL)
    self->original = g_object_ref (record);
}

/**
 * atlas_draft_get_kind:
 * @self: a draft
 *
 * Returns: the kind of the record
 */
AtlasRecordKind
atlas_draft_get_kind (AtlasDraft *self)
{
  g_return_val_if_fail (ATLAS_IS_DRAFT (self), ATLAS_RECORD_KIND_SOURCE);

  return self->kind;
}

/**
 * atlas_draft_get_id:
 * @self: a draft
 *
 * Returns: the id of the record
 */
const char *
atlas_draft_get_id (AtlasDraft *self)
{
  return atlas_draft_get_value (self, "id");
}

/**
 * atlas_draft_get_value:
 * @self: a draft
 * @member: a member that is a string, a word, a date, a period, a number or a truth value
 *
 * Returns: (nullable): its value as in a file, without quotation marks, or %NULL if it is absent
 */
const char *
atlas_draft_get_value (AtlasDraft *self, const char *member)
{
  g_return_val_if_fail (ATLAS_IS_DRAFT (self), NULL);

  return g_hash_table_lookup (self->values, member);
}

/**
 * atlas_draft_set_value:
 * @self: a draft
 * @member: a member as in atlas_draft_get_value()
 * @value: (nullable): its value, valid or not; %NULL or "" if it is to be absent
 */
void
atlas_draft_set_value (AtlasDraft *self, const char *member, const char *value)
{
  g_return_if_fail (ATLAS_IS_DRAFT (self));

  if (value == NULL || *value == '\0')
    g_hash_table_remove (self->values, member);
  else
    g_hash_table_replace (self->values, g_strdup (member), g_strdup (value));
}

/**
 * atlas_draft_get_text:
 * @self: a draft
 * @member: a member that is a text
 * @language: a language
 *
 * Returns: (nullable): the text in that language, or %NULL if it is absent
 */
const char *
atlas_draft_get_text (AtlasDraft *self, const char *member, AtlasLanguage language)
{
  const AtlasText *text;

  g_return_val_if_fail (ATLAS_IS_DRAFT (self), NULL);

  text = g_hash_table_lookup (self->texts, member);
  return text != NULL ? atlas_text_peek (text, language) : NULL;
}

/**
 * atlas_draft_set_text:
 * @self: a draft
 * @member: a member that is a text
 * @language: a language
 * @text: (nullable): the text in that language; %NULL or "" if it is to be absent
 */
void
atlas_draft_set_text (AtlasDraft *self,
                      const char *member,
                      AtlasLanguage language,
                      const char *text)
{
  const char *words[ATLAS_N_LANGUAGES] = { NULL };
  gboolean is_empty = TRUE;

  g_return_if_fail (ATLAS_IS_DRAFT (self));
  g_return_if_fail (language < ATLAS_N_LANGUAGES);

  for (guint i = 0; i < ATLAS_N_LANGUAGES; i++)
    words[i] = atlas_draft_get_text (self, member, (AtlasLanguage) i);
  words[language] = text != NULL && *text != '\0' ? text : NULL;
  for (guint i = 0; i < ATLAS_N_LANGUAGES; i++)
    is_empty &= words[i] == NULL;
  if (is_empty)
    g_hash_table_remove (self->texts, member);
  else
    g_hash_table_replace (self->texts, g_strdup (member),
                          atlas_text_new (words[ATLAS_LANGUAGE_ZH], words[ATLAS_LANGUAGE_EN],
                                          words[ATLAS_LANGUAGE_KO]));
}

/**
 * atlas_draft_get_list:
 * @self: a draft
 * @member: a member that is a reference, or an array of references or strings
 *
 * Returns: (transfer none): its ids or strings; may be empty
 */
const char *const *
atlas_draft_get_list (AtlasDraft *self, const char *member)
{
  static const char *const none[] = { NULL };
  const char *const *list;

  g_return_val_if_fail (ATLAS_IS_DRAFT (self), none);

  list = g_hash_table_lookup (self->lists, member);
  return list != NULL ? list : none;
}

/**
 * atlas_draft_set_list:
 * @self: a draft
 * @member: a member as in atlas_draft_get_list()
 * @list: (nullable): its ids or strings; %NULL if it is to be absent
 */
void
atlas_draft_set_list (AtlasDraft *self, const char *member, const char *const *list)
{
  g_return_if_fail (ATLAS_IS_DRAFT (self));

  if (list == NULL || list[0] == NULL)
    g_hash_table_remove (self->lists, member);
  else
    g_hash_table_replace (self->lists, g_strdup (member), g_strdupv ((GStrv) list));
}

/**
 * atlas_draft_get_citations:
 * @self: a draft
 *
 * Returns: (transfer none) (element-type AtlasCitation): the citations of the record, which may be
 *   changed; the array owns them
 */
GPtrArray *
atlas_draft_get_citations (AtlasDraft *self)
{
  g_return_val_if_fail (ATLAS_IS_DRAFT (self), NULL);

  return self->citations;
}

/**
 * atlas_draft_get_log:
 * @self: a draft
 * @member: a member that is a log
 *
 * Returns: (transfer none) (nullable): its entries, or %NULL if there are none
 */
const AtlasLog *
atlas_draft_get_log (AtlasDraft *self, const char *member)
{
  g_return_val_if_fail (ATLAS_IS_DRAFT (self), NULL);

  return g_hash_table_lookup (self->logs, member);
}

/**
 * atlas_draft_set_log:
 * @self: a draft
 * @member: a member that is a log
 * @log: (nullable): its entries, which must not change any more
 */
void
atlas_draft_set_log (AtlasDraft *self, const char *member, AtlasLog *log)
{
  g_return_if_fail (ATLAS_IS_DRAFT (self));

  if (log == NULL || log->len == 0)
    g_hash_table_remove (self->logs, member);
  else
    g_hash_table_replace (self->logs, g_strdup (member), g_ptr_array_ref (log));
}

/**
 * atlas_draft_set_sections:
 * @self: a draft of a source
 * @source: an #AtlasSource whose sections the draft takes
 */
void
atlas_draft_set_sections (AtlasDraft *self, AtlasRecord *source)
{
  g_return_if_fail (ATLAS_IS_DRAFT (self));
  g_return_if_fail (ATLAS_IS_SOURCE (source));

  g_set_object (&self->sections, source);
}

/* Writing ------------------------------------------------------------------------------------- */

static gboolean
is_number (const AtlasMember *member)
{
  const GType type = G_PARAM_SPEC_VALUE_TYPE (member->pspec);

  return type == G_TYPE_UINT || type == G_TYPE_DOUBLE || type == ATLAS_TYPE_DECIMAL;
}

/* Whether JSON writes @value without quotation marks. */
static gboolean
is_bare (const AtlasMember *member, const char *value)
{
  if (G_PARAM_SPEC_VALUE_TYPE (member->pspec) == G_TYPE_BOOLEAN)
    return g_str_equal (value, "true") || g_str_equal (value, "false");
  return is_number (member) && g_regex_match_simple ("^-?(0|[1-9][0-9]{0,15})(\\.[0-9]{1,15})?$",
                                                     value, G_REGEX_DOLLAR_ENDONLY, 0);
}

static void
write_value (GString *text, const AtlasMember *member, const char *value)
{
  atlas_json_begin_member (text, member->name);
  if (is_bare (member, value))
    g_string_append (text, value);
  else
    atlas_json_append_string (text, value);
}

static void
write_sections (GString *text, AtlasRecord *record)
{
  AtlasSource *source = (AtlasSource *) record;

  atlas_json_begin_member (text, "sections");
  g_string_append_c (text, '[');
  for (guint i = 0; source != NULL && i < atlas_source_get_n_sections (source); i++)
    {
      const char *id = atlas_source_get_section_id (source, i);
      const AtlasText *title = atlas_source_get_section_title_text (source, id);

      _atlas_begin_element (text);
      g_string_append_c (text, '{');
      _atlas_write_string (text, "id", id);
      if (title != NULL)
        _atlas_write_text (text, NULL, "", "title", title);
      _atlas_write_uint (text, "paragraphs", atlas_source_count_paragraphs (source, id));
      g_string_append_c (text, '}');
    }
  g_string_append_c (text, ']');
}

static void
write_member (AtlasDraft *self, GString *text, const AtlasMember *member)
{
  const char *value = g_hash_table_lookup (self->values, member->name);
  const AtlasText *words = g_hash_table_lookup (self->texts, member->name);
  const char *const *list = g_hash_table_lookup (self->lists, member->name);

  if (member->form == ATLAS_MEMBER_FORM_CITES)
    _atlas_write_citations (text, NULL, "", member->name, self->citations);
  else if (member->form == ATLAS_MEMBER_FORM_SECTIONS)
    write_sections (text, self->sections);
  else if (value != NULL)
    write_value (text, member, value);
  else if (words != NULL)
    _atlas_write_text (text, NULL, "", member->name, words);
  else if (list != NULL && member->form == ATLAS_MEMBER_FORM_REFERENCE)
    _atlas_write_string (text, member->name, list[0]);
  else if (list != NULL)
    _atlas_write_strings (text, member->name, list);
  else
    _atlas_write_log (text, NULL, member->name, g_hash_table_lookup (self->logs, member->name));
}

static void
write_array (GString *text, AtlasRecordKind kind, const char *record)
{
  atlas_json_begin_member (text, atlas_schema_get (kind)->array);
  g_string_append_printf (text, "[%s]", record);
}

/* Returns a file that has only the draft. */
static char *
write_file (AtlasDraft *self)
{
  const AtlasSchema *schema = atlas_schema_get (self->kind);
  g_autoptr (GString) record = g_string_new ("{");
  GString *file = g_string_new ("{");

  for (guint i = 0; i < schema->members->len; i++)
    write_member (self, record, schema->members->pdata[i]);
  g_string_append_c (record, '}');
  _atlas_write_string (file, "format", ATLAS_DATASET_FORMAT);
  _atlas_write_uint (file, "version", ATLAS_DATASET_VERSION);
  _atlas_write_string (file, "title", "-");
  if (self->kind != ATLAS_RECORD_KIND_SOURCE)
    write_array (file, ATLAS_RECORD_KIND_SOURCE, "");
  if (self->kind != ATLAS_RECORD_KIND_PLACE)
    write_array (file, ATLAS_RECORD_KIND_PLACE, "");
  write_array (file, self->kind, record->str);
  g_string_append_c (file, '}');
  return g_string_free (file, FALSE);
}

/* Checking ------------------------------------------------------------------------------------ */

static void
add_fault (GPtrArray *faults,
           AtlasFaultSeverity severity,
           const char *member,
           const char *path,
           const char *message)
{
  AtlasDraftFault *fault = g_new (AtlasDraftFault, 1);

  *fault = (AtlasDraftFault) { severity, g_strdup (member), g_strdup (path), g_strdup (message) };
  g_ptr_array_add (faults, fault);
}

/* Splits the place of a fault, such as "projects[0].progress[1].date", into member and path. */
static void
split_place (const char *place, char **member, const char **path)
{
  const char *dot = strchr (place, '.');
  const char *name = dot != NULL ? dot + 1 : "";
  const gsize length = strcspn (name, ".[");

  *member = g_strndup (name, length);
  *path = name + length;
}

static gboolean
is_absent (AtlasDraft *self, const AtlasMember *member)
{
  if (member->form == ATLAS_MEMBER_FORM_SECTIONS)
    return FALSE;
  return !g_hash_table_contains (self->values, member->name) &&
         !g_hash_table_contains (self->texts, member->name) &&
         !g_hash_table_contains (self->lists, member->name);
}

static void
add_absent (AtlasDraft *self, const AtlasSchema *schema, GPtrArray *faults)
{
  for (guint i = 0; i < schema->members->len; i++)
    {
      const AtlasMember *member = schema->members->pdata[i];

      if (member->required && is_absent (self, member))
        add_fault (faults, ATLAS_FAULT_SEVERITY_ERROR, member->name, "",
                   _("A value is needed here"));
    }
}

/* Adds a fault that the reader found. It reports missing members and citations of the record, and
 * expects numbers to have no quotation marks; a form says this otherwise. */
static void
add_found (AtlasDraft *self, const AtlasSchema *schema, const AtlasFault *fault, GPtrArray *faults)
{
  g_autofree char *name = NULL;
  const char *path;
  const AtlasMember *member;

  split_place (fault->place, &name, &path);
  member = atlas_schema_lookup (schema, name);
  if (fault->code == ATLAS_READ_ERROR_NOT_CITED)
    add_fault (faults, fault->severity, "cites", "", _("No source states this yet"));
  else if (fault->code == ATLAS_READ_ERROR_MISSING_MEMBER && *name == '\0')
    return; /* add_absent () has added it */
  else if (fault->code == ATLAS_READ_ERROR_WRONG_TYPE && member != NULL && member->pspec != NULL &&
           is_number (member))
    add_fault (faults, fault->severity, name, path, _("This is no number"));
  else
    add_fault (faults, fault->severity, name, path, fault->message);
}

static gboolean
has_errors (GPtrArray *faults)
{
  for (guint i = 0; i < faults->len; i++)
    if (((const AtlasDraftFault *) faults->pdata[i])->severity == ATLAS_FAULT_SEVERITY_ERROR)
      return TRUE;
  return FALSE;
}

/* Checks what the reader leaves to the whole file: that no other record has the id, and that the
 * record can take the place of the original. */
static void
check_derived (AtlasDraft *self, AtlasDataset *dataset, AtlasRecord *record, GPtrArray *faults)
{
  AtlasRecord *present = atlas_dataset_lookup (dataset, atlas_record_get_id (record));
  g_autoptr (GPtrArray) put = g_ptr_array_new ();
  g_autoptr (AtlasDataset) derived = NULL;
  g_autoptr (GError) error = NULL;

  if (present != NULL && self->original == NULL)
    {
      add_fault (faults, ATLAS_FAULT_SEVERITY_ERROR, "id", "", _("Another record has this id"));
      return;
    }
  g_ptr_array_add (put, record);
  derived = atlas_dataset_derive (dataset, put, NULL, &error);
  if (derived == NULL)
    add_fault (faults, ATLAS_FAULT_SEVERITY_ERROR, "", "", error->message);
}

/**
 * atlas_draft_check:
 * @self: a draft
 * @dataset: the complete dataset to which the record is to belong
 * @faults: (out) (optional) (transfer container) (element-type AtlasDraftFault): return location
 *   for all faults, including warnings
 *
 * Checks the draft with the rules of the reader, and that it fits into @dataset.
 *
 * Returns: (transfer full) (nullable): the record, to be put into a dataset that derives from
 *   @dataset; %NULL if there is an error among the faults
 */
AtlasRecord *
atlas_draft_check (AtlasDraft *self, AtlasDataset *dataset, GPtrArray **faults)
{
  const AtlasSchema *schema;
  g_autoptr (GPtrArray) mine = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (AtlasRecord) record = NULL;
  g_autofree char *file = NULL;

  g_return_val_if_fail (ATLAS_IS_DRAFT (self), NULL);
  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);

  schema = atlas_schema_get (self->kind);
  mine = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_draft_fault_free);
  file = write_file (self);
  record = _atlas_reader_read_record (file, dataset, &found);
  add_absent (self, schema, mine);
  for (guint i = 0; i < found->len; i++)
    add_found (self, schema, found->pdata[i], mine);
  if (record != NULL && !has_errors (mine))
    {
      if (self->original != NULL)
        atlas_extras_copy (self->original, record);
      check_derived (self, dataset, record, mine);
    }
  if (has_errors (mine))
    g_clear_object (&record);
  if (faults != NULL)
    *faults = g_steal_pointer (&mine);
  return g_steal_pointer (&record);
}

/**
 * atlas_draft_suggest_id:
 * @dataset: a complete dataset
 * @kind: a kind of record
 * @words: (nullable): words for the id, such as the pinyin of a name
 *
 * Returns: (transfer full): an id of ASCII words that no record of @dataset has
 */
char *
atlas_draft_suggest_id (AtlasDataset *dataset, AtlasRecordKind kind, const char *words)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (ATLAS_TYPE_RECORD_KIND);
  GString *id = g_string_new (NULL);
  gsize length;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);

  for (const char *at = words != NULL ? words : ""; *at != '\0'; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (id, g_ascii_tolower (*at));
    else if (id->len > 0 && id->str[id->len - 1] != '-')
      g_string_append_c (id, '-');
  while (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  if (id->len == 0)
    g_string_append (id, g_enum_get_value (kinds, (int) kind)->value_nick);
  length = id->len;
  for (guint number = 2; atlas_dataset_lookup (dataset, id->str) != NULL; number++)
    {
      g_string_truncate (id, length);
      g_string_append_printf (id, "-%u", number);
    }
  return g_string_free (id, FALSE);
}
