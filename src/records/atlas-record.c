/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-record-private.h"

#include <glib/gi18n-lib.h>

#include "atlas-member-private.h"

/*
 * AtlasRecord: the base class of everything that the source states.
 *
 * It has what all kinds have in common: names, citations, and the ids of referenced records. Each
 * class has a table of its members. From this table the base class makes, sets, gets and frees the
 * properties. A member has the same name, type and range in a file; the reader checks them.
 *
 * The code that creates a record fills it; once it is in a complete dataset, it does not change. It
 * has no pointers to other records and does not know its referrers: the dataset resolves ids and
 * finds referrers. So several datasets may share a record.
 */
typedef struct
{
  char *id; /* a GRefString, like all ids here */
  AtlasText *name;
  AtlasText *summary;
  AtlasText *note;
  char *pinyin;
  GStrv aliases;
  AtlasDate *date;
  GStrv inferred;

  GPtrArray *citations;                 /* of AtlasCitation, owned */
  GPtrArray *references[ATLAS_N_ROLES]; /* of ids, NULL-terminated; NULL if there are none */

  int slot; /* its slot in the table to which it was added last; a guint32, atomic */
  gboolean is_sealed;
} AtlasRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AtlasRecord, atlas_record, G_TYPE_OBJECT)

/* The members that all kinds have. Their values are in the private data. */
/* clang-format off */
static const AtlasMember members[] = {
  { ATLAS_VALUE (AtlasRecordPrivate, id, ID, ATLAS_REQUIRED, G_TYPE_STRING, NULL,
                 "Unique over the whole file; ASCII words joined by hyphens by custom.") },
  ATLAS_BOXED (AtlasRecordPrivate, name, ATLAS_REQUIRED, atlas_text_get_type,
               NC_ ("member", "Name"), "A short label."),
  ATLAS_BOXED (AtlasRecordPrivate, summary, ATLAS_OPTIONAL, atlas_text_get_type,
               NC_ ("member", "Summary"), "One or two short sentences in our own words."),
  ATLAS_STRING (AtlasRecordPrivate, pinyin, ATLAS_OPTIONAL, NC_ ("member", "Pinyin"),
                "The Chinese name read aloud: one ASCII syllable for each character, without "
                "tones, ü written v; letters and numbers of the name are words of their own; "
                "single spaces between."),
  ATLAS_BOXED (AtlasRecordPrivate, aliases, ATLAS_OPTIONAL, g_strv_get_type,
               NC_ ("member", "Other names"),
               "Other names by which people look for it, in any language: full and older names, "
               "other transcriptions. They are searched and not shown."),
  { .name = NULL }, /* The members of the kind stand here. */
  ATLAS_REFERENCES (places, 0, PLACES, ATLAS_KIND (PLACE),
                    "Places where the record is at home or where it happens."),
  ATLAS_REFERENCES (about, 0, ABOUT, ATLAS_ANY_KIND,
                    "Any records that this one concerns. An event names here what it founds, "
                    "signs or issues, so that a link can appear with its event."),
  ATLAS_BOXED (AtlasRecordPrivate, date, ATLAS_OPTIONAL, atlas_date_get_type,
               NC_ ("member", "Date"),
               "When it happened, was issued or was founded; of a partnership, since when it is "
               "known."),
  { ATLAS_MEMBER (cites, CITES, ATLAS_OPTIONAL, "Where the sources say it.") },
  { ATLAS_VALUE (AtlasRecordPrivate, inferred, INFERRED, ATLAS_OPTIONAL, G_TYPE_BOXED, NULL,
                 "Members of this record that the sources imply but do not state; a note must say "
                 "why. “name” stands for the whole record or the wording of its name."),
    .get_type = g_strv_get_type },
  ATLAS_BOXED (AtlasRecordPrivate, note, ATLAS_OPTIONAL, atlas_text_get_type,
               NC_ ("member", "Note"),
               "What was inferred and why, what the sources contradict, leave open or misspell."),
};
/* clang-format on */

static void
free_citation (gpointer data)
{
  AtlasCitation *citation = data;

  g_ref_string_release (citation->source);
  g_free (citation->section);
  g_free (citation);
}

static gpointer
get_field (AtlasRecord *self, guint prop_id, GParamSpec *pspec)
{
  if (pspec->owner_type == ATLAS_TYPE_RECORD)
    return G_STRUCT_MEMBER_P (atlas_record_get_instance_private (self),
                              members[prop_id - 1].offset);
  return G_STRUCT_MEMBER_P (self, ATLAS_RECORD_GET_CLASS (self)->members[prop_id - 1].offset);
}

static void
free_fields (gpointer data, const AtlasMember *rows, guint n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    {
      gpointer *field = (gpointer *) G_STRUCT_MEMBER_P (data, rows[i].offset);

      if (rows[i].type == G_TYPE_STRING)
        g_clear_pointer ((char **) field, g_ref_string_release);
      else if (rows[i].type == G_TYPE_BOXED && *field != NULL)
        g_boxed_free (rows[i].get_type (), *field);
    }
}

static void
atlas_record_finalize (GObject *object)
{
  AtlasRecordPrivate *priv = atlas_record_get_instance_private (ATLAS_RECORD (object));
  const AtlasRecordClass *klass = ATLAS_RECORD_GET_CLASS (object);

  free_fields (priv, members, G_N_ELEMENTS (members));
  free_fields (object, klass->members, klass->n_members);
  for (gsize role = 0; role < ATLAS_N_ROLES; role++)
    g_clear_pointer (&priv->references[role], g_ptr_array_unref);
  g_clear_pointer (&priv->citations, g_ptr_array_unref);

  G_OBJECT_CLASS (atlas_record_parent_class)->finalize (object);
}

static void
atlas_record_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  gpointer field = get_field (ATLAS_RECORD (object), prop_id, pspec);

  switch (G_TYPE_FUNDAMENTAL (pspec->value_type))
    {
    case G_TYPE_BOOLEAN:
      g_value_set_boolean (value, *(gboolean *) field);
      break;
    case G_TYPE_UINT:
      g_value_set_uint (value, *(guint *) field);
      break;
    case G_TYPE_ENUM:
      g_value_set_enum (value, *(int *) field);
      break;
    case G_TYPE_DOUBLE:
      g_value_set_double (value, *(double *) field);
      break;
    case G_TYPE_STRING:
      g_value_set_string (value, *(char **) field);
      break;
    case G_TYPE_BOXED:
      g_value_set_boxed (value, *(gpointer *) field);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
atlas_record_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  gpointer field = get_field (ATLAS_RECORD (object), prop_id, pspec);

  switch (G_TYPE_FUNDAMENTAL (pspec->value_type))
    {
    case G_TYPE_BOOLEAN:
      *(gboolean *) field = g_value_get_boolean (value);
      break;
    case G_TYPE_UINT:
      *(guint *) field = g_value_get_uint (value);
      break;
    case G_TYPE_ENUM:
      *(int *) field = g_value_get_enum (value);
      break;
    case G_TYPE_DOUBLE:
      *(double *) field = g_value_get_double (value);
      break;
    case G_TYPE_STRING:
      if (g_value_get_string (value) != NULL)
        *(char **) field = g_ref_string_new (g_value_get_string (value));
      break;
    case G_TYPE_BOXED:
      *(gpointer *) field = g_value_dup_boxed (value);
      break;
    default:
      g_assert_not_reached ();
    }
}

static GParamSpec *
create_property (const AtlasMember *member)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY;
  g_autofree char *name = g_strdelimit (g_strdup (member->name), "_", '-');

  switch (member->type)
    {
    case G_TYPE_BOOLEAN:
      return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
    case G_TYPE_UINT:
      return g_param_spec_uint (name, NULL, NULL, 0, G_MAXINT, 0, flags);
    case G_TYPE_ENUM:
      return g_param_spec_enum (name, NULL, NULL, member->get_type (), member->fallback, flags);
    case G_TYPE_DOUBLE:
      return g_param_spec_double (name, NULL, NULL, -member->limit, member->limit, 0, flags);
    case G_TYPE_STRING:
      return g_param_spec_string (name, NULL, NULL, NULL, flags);
    case G_TYPE_BOXED:
      return g_param_spec_boxed (name, NULL, NULL, member->get_type (), flags);
    default:
      g_assert_not_reached ();
    }
}

/* For class_init: sets the members of @klass, and installs the properties of its values. */
void
_atlas_record_class_set_members (AtlasRecordClass *klass,
                                 AtlasRecordKind kind,
                                 const AtlasMember *rows,
                                 guint n_rows)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->kind = kind;
  klass->members = rows;
  klass->n_members = n_rows;
  /* GObject clears these two in each derived class. */
  object_class->get_property = atlas_record_get_property;
  object_class->set_property = atlas_record_set_property;
  for (guint i = 0; i < n_rows; i++)
    if (rows[i].type != G_TYPE_INVALID)
      g_object_class_install_property (object_class, i + 1, create_property (&rows[i]));
}

static void
atlas_record_class_init (AtlasRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_record_finalize;
  _atlas_record_class_set_members (klass, ATLAS_RECORD_KIND_SOURCE, members,
                                   G_N_ELEMENTS (members));
}

static void
atlas_record_init (AtlasRecord *self)
{
  _atlas_record_set_slot (self, G_MAXUINT32);
}

/**
 * atlas_record_get_kind:
 * @self: a record
 *
 * Returns: its kind
 */
AtlasRecordKind
atlas_record_get_kind (AtlasRecord *self)
{
  g_return_val_if_fail (ATLAS_IS_RECORD (self), ATLAS_RECORD_KIND_SOURCE);

  return ATLAS_RECORD_GET_CLASS (self)->kind;
}

/**
 * atlas_record_get_id:
 * @self: a record
 *
 * Returns: the id, which is unique in its dataset
 */
const char *
atlas_record_get_id (AtlasRecord *self)
{
  AtlasRecordPrivate *priv = atlas_record_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_RECORD (self), NULL);

  return priv->id;
}

/**
 * atlas_record_get_name:
 * @self: a record
 * @language: the language of the text
 *
 * Returns: the name, with the fallbacks of atlas_text_get(); never %NULL; plain text, not markup
 */
const char *
atlas_record_get_name (AtlasRecord *self, AtlasLanguage language)
{
  return atlas_text_get (atlas_record_get_name_text (self), language);
}

/**
 * atlas_record_get_name_text:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): the name in all its languages
 */
const AtlasText *
atlas_record_get_name_text (AtlasRecord *self)
{
  AtlasRecordPrivate *priv = atlas_record_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_RECORD (self), NULL);

  return priv->name;
}

/**
 * atlas_record_get_summary:
 * @self: a record
 * @language: the language of the text
 *
 * Returns: one or two sentences about it, or ""; plain text, not markup
 */
const char *
atlas_record_get_summary (AtlasRecord *self, AtlasLanguage language)
{
  AtlasRecordPrivate *priv = atlas_record_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_RECORD (self), "");

  return atlas_text_get (priv->summary, language);
}

/**
 * atlas_record_get_note:
 * @self: a record
 * @language: the language of the text
 *
 * Returns: a note on what the source leaves out or contradicts, or ""; plain text, not markup
 */
const char *
atlas_record_get_note (AtlasRecord *self, AtlasLanguage language)
{
  AtlasRecordPrivate *priv = atlas_record_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_RECORD (self), "");

  return atlas_text_get (priv->note, language);
}

/**
 * atlas_record_get_pinyin:
 * @self: a record
 *
 * Returns: (nullable): the pinyin of the Chinese name, as ASCII syllables separated by blanks, for
 *   searching and sorting
 */
const char *
atlas_record_get_pinyin (AtlasRecord *self)
{
  AtlasRecordPrivate *priv = atlas_record_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_RECORD (self), NULL);

  return priv->pinyin;
}

/**
 * atlas_record_get_aliases:
 * @self: a record
 *
 * Returns: (transfer none): other names for searching, in any language; may be empty; plain text,
 *   not markup
 */
const char *const *
atlas_record_get_aliases (AtlasRecord *self)
{
  static const char *const none[] = { NULL };
  AtlasRecordPrivate *priv = atlas_record_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_RECORD (self), none);

  return priv->aliases != NULL ? (const char *const *) priv->aliases : none;
}

/**
 * atlas_record_get_date:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): its date, or %NULL if the source does not state it
 */
const AtlasDate *
atlas_record_get_date (AtlasRecord *self)
{
  AtlasRecordPrivate *priv = atlas_record_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_RECORD (self), NULL);

  return priv->date;
}

/**
 * atlas_record_get_inferred:
 * @self: a record
 *
 * Returns: (transfer none): the names of inferred members, which the source implies but does not
 *   state; may be empty
 */
const char *const *
atlas_record_get_inferred (AtlasRecord *self)
{
  static const char *const none[] = { NULL };
  AtlasRecordPrivate *priv = atlas_record_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_RECORD (self), none);

  return priv->inferred != NULL ? (const char *const *) priv->inferred : none;
}

/**
 * atlas_record_is_inferred:
 * @self: a record
 * @member: the name of a member in the format, such as "date"
 *
 * Returns: whether this member is inferred
 */
gboolean
atlas_record_is_inferred (AtlasRecord *self, const char *member)
{
  return g_strv_contains (atlas_record_get_inferred (self), member);
}

/**
 * atlas_record_get_n_citations:
 * @self: a record
 *
 * Returns: the number of its citations
 */
guint
atlas_record_get_n_citations (AtlasRecord *self)
{
  AtlasRecordPrivate *priv = atlas_record_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_RECORD (self), 0);

  return priv->citations != NULL ? priv->citations->len : 0;
}

/**
 * atlas_record_get_citation:
 * @self: a record
 * @index: less than atlas_record_get_n_citations()
 *
 * Returns: (transfer none): the citation, valid as long as the record
 */
const AtlasCitation *
atlas_record_get_citation (AtlasRecord *self, guint index)
{
  AtlasRecordPrivate *priv = atlas_record_get_instance_private (self);

  g_return_val_if_fail (index < atlas_record_get_n_citations (self), NULL);

  return g_ptr_array_index (priv->citations, index);
}

/**
 * atlas_record_get_reference_ids:
 * @self: a record
 * @role: the role of the references
 *
 * Returns: (transfer none) (nullable): the ids of the records to which it refers in @role, in the
 *   order of the file, or %NULL if there are none; atlas_dataset_get_references() finds the records
 */
const char *const *
atlas_record_get_reference_ids (AtlasRecord *self, AtlasRole role)
{
  AtlasRecordPrivate *priv = atlas_record_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_RECORD (self), NULL);
  g_return_val_if_fail (role < ATLAS_N_ROLES, NULL);

  return priv->references[role] != NULL ? (const char *const *) priv->references[role]->pdata
                                        : NULL;
}

/* Equal ids are often the same string, so compare pointers first. */
static gboolean
is_same_id (const char *id, const char *other)
{
  return id == other || g_str_equal (id, other);
}

/**
 * atlas_record_refers_to:
 * @self: a record
 * @role: the role of the references
 * @other: another record
 *
 * Returns: whether the id of @other is among the references of @self in @role
 */
gboolean
atlas_record_refers_to (AtlasRecord *self, AtlasRole role, AtlasRecord *other)
{
  const char *const *ids = atlas_record_get_reference_ids (self, role);
  const char *id = ids != NULL ? atlas_record_get_id (other) : NULL;

  for (gsize i = 0; id != NULL && ids[i] != NULL; i++)
    if (is_same_id (ids[i], id))
      return TRUE;
  return FALSE;
}

static const AtlasCitation *
find_in_array (GPtrArray *citations, AtlasCitationFunc matches, gconstpointer data)
{
  for (guint i = 0; citations != NULL && i < citations->len; i++)
    if (matches (citations->pdata[i], data))
      return citations->pdata[i];
  return NULL;
}

/**
 * atlas_record_get_log:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): the progress of a project or the follow-ups of a next step;
 *   %NULL if there are none, or for any other kind
 */
const AtlasLog *
atlas_record_get_log (AtlasRecord *self)
{
  const AtlasRecordClass *klass;

  g_return_val_if_fail (ATLAS_IS_RECORD (self), NULL);

  klass = ATLAS_RECORD_GET_CLASS (self);
  for (guint i = 0; i < klass->n_members; i++)
    if (klass->members[i].get_type == atlas_log_get_type)
      return *(AtlasLog **) G_STRUCT_MEMBER_P (self, klass->members[i].offset);
  return NULL;
}

/* Returns the first citation of the record, or of an entry of its log, for which @matches returns
 * TRUE, or NULL. */
const AtlasCitation *
_atlas_record_find_citation (AtlasRecord *self, AtlasCitationFunc matches, gconstpointer data)
{
  AtlasRecordPrivate *priv = atlas_record_get_instance_private (self);
  const AtlasLog *log = atlas_record_get_log (self);
  const AtlasCitation *found = find_in_array (priv->citations, matches, data);

  for (guint i = 0; found == NULL && log != NULL && i < log->len; i++)
    found = find_in_array (((const AtlasLogEntry *) log->pdata[i])->citations, matches, data);
  return found;
}

static gboolean
is_of (const AtlasCitation *citation, gconstpointer source)
{
  return is_same_id (citation->source, source);
}

/**
 * atlas_record_cites:
 * @self: a record
 * @source: the id of a source
 *
 * Returns: whether @self, or an entry of its log, cites that source
 */
gboolean
atlas_record_cites (AtlasRecord *self, const char *source)
{
  g_return_val_if_fail (ATLAS_IS_RECORD (self), FALSE);
  g_return_val_if_fail (source != NULL, FALSE);

  return _atlas_record_find_citation (self, is_of, source) != NULL;
}

static char *
ref_id (AtlasRecord *record)
{
  AtlasRecordPrivate *priv = atlas_record_get_instance_private (record);

  return g_ref_string_acquire (priv->id);
}

/**
 * atlas_record_add_reference:
 * @self: a record that is being created
 * @role: the role of the reference
 * @other: a record with an id; only the id is stored
 */
void
atlas_record_add_reference (AtlasRecord *self, AtlasRole role, AtlasRecord *other)
{
  AtlasRecordPrivate *priv = atlas_record_get_instance_private (self);

  g_return_if_fail (ATLAS_IS_RECORD (self));
  g_return_if_fail (atlas_record_get_id (other) != NULL);
  g_return_if_fail (role < ATLAS_N_ROLES);
  g_return_if_fail (!priv->is_sealed);

  if (priv->references[role] == NULL)
    priv->references[role] =
      g_ptr_array_new_null_terminated (1, (GDestroyNotify) g_ref_string_release, TRUE);
  g_ptr_array_add (priv->references[role], ref_id (other));
}

/**
 * atlas_record_add_citation:
 * @self: a record that is being created
 * @source: an #AtlasSource with an id; only the id is stored
 * @section: its section
 * @paragraph: the paragraph, from 1
 */
void
atlas_record_add_citation (AtlasRecord *self,
                           AtlasRecord *source,
                           const char *section,
                           guint paragraph)
{
  AtlasRecordPrivate *priv = atlas_record_get_instance_private (self);
  AtlasCitation *citation;

  g_return_if_fail (ATLAS_IS_RECORD (self));
  g_return_if_fail (atlas_record_get_id (source) != NULL);
  g_return_if_fail (section != NULL);
  g_return_if_fail (!priv->is_sealed);

  citation = g_new (AtlasCitation, 1);
  *citation = (AtlasCitation) { ref_id (source), g_strdup (section), paragraph };
  if (priv->citations == NULL)
    priv->citations = g_ptr_array_new_with_free_func (free_citation);
  g_ptr_array_add (priv->citations, citation);
}

/* The slot may belong to another table than that of the caller. */
guint32
_atlas_record_get_slot (AtlasRecord *self)
{
  AtlasRecordPrivate *priv = atlas_record_get_instance_private (self);

  return (guint32) g_atomic_int_get (&priv->slot);
}

void
_atlas_record_set_slot (AtlasRecord *self, guint32 slot)
{
  AtlasRecordPrivate *priv = atlas_record_get_instance_private (self);

  g_atomic_int_set (&priv->slot, (int) slot);
}

gboolean
_atlas_record_is_sealed (AtlasRecord *self)
{
  AtlasRecordPrivate *priv = atlas_record_get_instance_private (self);

  return priv->is_sealed;
}

/* Marks the record as immutable. */
void
_atlas_record_seal (AtlasRecord *self)
{
  AtlasRecordPrivate *priv = atlas_record_get_instance_private (self);

  if (!priv->is_sealed)
    priv->is_sealed = TRUE;
}
