/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-references-private.h"

#include <glib/gi18n-lib.h>

#include "atlas-source.h"
#include "atlas-value-private.h"

/*
 * AtlasReferences: resolves references and citations from ids to records.
 *
 * A record may refer to a later record of the file. So references are stored while records are
 * read, checked when all records are read, and set when it is known which records are kept.
 */
typedef struct
{
  AtlasRecord *record; /* borrowed from the dataset; NULL when it could not be created */
  const AtlasMember *member;
  AtlasRecord *other; /* borrowed from the dataset; NULL when it does not exist, or is not
                       * read yet */
  const char *id;     /* the id of the other record if that is NULL; owned by words */
  guint at;           /* the number of the id in the index */
} Reference;

typedef struct
{
  AtlasRecord *record;
  AtlasRecord *other; /* the source; borrowed from the dataset; NULL when it cannot be cited */
  const char *source; /* an id, owned by words, like the section */
  const char *section;
  guint paragraph;
  guint at; /* the number of the citation in the index */
  guint source_at;
  gboolean is_in_log; /* the entry of a log has it, not the record itself */
} Citation;

struct _AtlasReferences
{
  GArray *references;  /* of Reference */
  GArray *citations;   /* of Citation */
  GStringChunk *words; /* storage for strings, each once */
  GHashTable *listed;  /* the records and ids of the current array, to find duplicates */

  /* The first reference and citation of the current record. */
  guint first_reference;
  guint first_citation;

  /* For the roles parent and part-of: from a record to another one further up. */
  GHashTable *tops[ATLAS_N_ROLES];
};

/**
 * _atlas_references_new:
 *
 * Returns: (transfer full): an empty set of references
 */
AtlasReferences *
_atlas_references_new (void)
{
  AtlasReferences *self = g_new0 (AtlasReferences, 1);

  self->references = g_array_new (FALSE, FALSE, sizeof (Reference));
  self->citations = g_array_new (FALSE, FALSE, sizeof (Citation));
  self->words = g_string_chunk_new (4096);
  self->listed = g_hash_table_new (NULL, NULL);
  self->tops[ATLAS_ROLE_PARENT] = g_hash_table_new (NULL, NULL);
  self->tops[ATLAS_ROLE_PART_OF] = g_hash_table_new (NULL, NULL);
  return self;
}

/**
 * _atlas_references_free:
 * @self: (transfer full): references
 */
void
_atlas_references_free (AtlasReferences *self)
{
  for (gsize role = 0; role < ATLAS_N_ROLES; role++)
    g_clear_pointer (&self->tops[role], g_hash_table_unref);
  g_hash_table_unref (self->listed);
  g_string_chunk_free (self->words);
  g_array_unref (self->citations);
  g_array_unref (self->references);
  g_free (self);
}

/**
 * _atlas_references_begin:
 * @self: references
 *
 * Begins a record. References added before _atlas_references_end() belong to it.
 */
void
_atlas_references_begin (AtlasReferences *self)
{
  self->first_reference = self->references->len;
  self->first_citation = self->citations->len;
}

static AtlasRecord *
look_up (AtlasReading *reading, const char *id)
{
  AtlasRecord *record = atlas_dataset_lookup (reading->dataset, id);

  return record == NULL && reading->base != NULL ? atlas_dataset_lookup (reading->base, id)
                                                 : record;
}

/* Adds a reference unless @node is the same as a former one of the current list. Returns the id, or
 * NULL with a fault. */
static const char *
add_id (AtlasReferences *self,
        AtlasReading *reading,
        const AtlasMember *member,
        guint at,
        JsonNode *node,
        gboolean *is_new)
{
  const char *id = _atlas_value_read_string (reading, at, node);
  Reference reference = { .member = member, .at = at };

  *is_new = TRUE;
  if (id == NULL)
    return NULL;
  /* Most records refer to earlier ones, which can be looked up now. */
  reference.other = look_up (reading, id);
  if (reference.other == NULL)
    reference.id = g_string_chunk_insert_const (self->words, id);
  *is_new = g_hash_table_add (self->listed, reference.other != NULL ? (gpointer) reference.other
                                                                    : (gpointer) reference.id);
  if (*is_new)
    g_array_append_val (self->references, reference);
  return id;
}

static void
add_different_id (AtlasReferences *self,
                  AtlasReading *reading,
                  const AtlasMember *member,
                  guint at,
                  JsonNode *node)
{
  gboolean is_new;

  add_id (self, reading, member, at, node, &is_new);
  if (!is_new)
    _atlas_reading_error (reading, ATLAS_READ_ERROR_WRONG_REFERENCE, at,
                          _("The same record stands in this list twice"));
}

/**
 * _atlas_references_begin_list:
 * @self: references
 *
 * Begins a list of ids. An id that is added twice before the next list becomes one reference.
 */
void
_atlas_references_begin_list (AtlasReferences *self)
{
  g_hash_table_remove_all (self->listed);
}

/**
 * _atlas_references_add_one:
 * @self: references
 * @reading: a reading
 * @member: the member whose role and targets the reference has
 * @at: the number of @node in the index
 * @node: an id
 *
 * Stores an id of the current list for the current record; adds a fault if @node is no id.
 *
 * Returns: (transfer none) (nullable): the id, which @node owns, or %NULL if it is none
 */
const char *
_atlas_references_add_one (AtlasReferences *self,
                           AtlasReading *reading,
                           const AtlasMember *member,
                           guint at,
                           JsonNode *node)
{
  gboolean is_new;

  return add_id (self, reading, member, at, node, &is_new);
}

static void
add_ids (AtlasReferences *self,
         AtlasReading *reading,
         const AtlasMember *member,
         guint at,
         JsonNode *node)
{
  AtlasElementIter iter;
  JsonNode *element;
  guint number;

  _atlas_element_iter_init (&iter, reading, at, node);
  while (_atlas_element_iter_next (&iter, &number, &element))
    add_different_id (self, reading, member, number, element);
  if (iter.position < member->least)
    _atlas_reading_error (reading, ATLAS_READ_ERROR_OUT_OF_RANGE, at,
                          _("There are fewer records in this list than %u"), member->least);
}

/**
 * _atlas_references_add:
 * @self: references
 * @reading: a reading
 * @member: a member that contains an id or an array of ids
 * @at: the number of @node in the index
 * @node: the value of the member
 *
 * Stores the ids in @node for the current record; adds faults if they are not ids.
 */
void
_atlas_references_add (AtlasReferences *self,
                       AtlasReading *reading,
                       const AtlasMember *member,
                       guint at,
                       JsonNode *node)
{
  _atlas_references_begin_list (self);
  if (member->form == ATLAS_MEMBER_FORM_REFERENCE)
    add_different_id (self, reading, member, at, node);
  else if (_atlas_value_expect_array (reading, at, node))
    add_ids (self, reading, member, at, node);
}

static void
add_citation (AtlasReferences *self, AtlasReading *reading, guint at, JsonNode *node)
{
  Citation citation = { .at = at };
  AtlasMemberIter iter;
  const char *source = NULL, *section = NULL;
  gboolean has_paragraph = FALSE;
  const char *name;
  JsonNode *member;
  guint number;

  _atlas_member_iter_init (&iter, reading, at, node);
  while (_atlas_member_iter_next (&iter, &name, &number, &member))
    if (g_str_equal (name, "source"))
      {
        source = _atlas_value_read_string (reading, number, member);
        citation.source_at = number;
      }
    else if (g_str_equal (name, "section"))
      section = _atlas_value_read_string (reading, number, member);
    else if (g_str_equal (name, "paragraph"))
      has_paragraph =
        _atlas_value_read_uint (reading, number, member, 1, G_MAXINT, &citation.paragraph);
    else
      _atlas_value_warn_of_unknown (reading, number);
  _atlas_value_require (reading, at, node, "source", "section", "paragraph", NULL);
  if (source == NULL || section == NULL || !has_paragraph)
    return;
  citation.source = g_string_chunk_insert_const (self->words, source);
  citation.section = g_string_chunk_insert_const (self->words, section);
  g_array_append_val (self->citations, citation);
}

/**
 * _atlas_references_add_citations:
 * @self: references
 * @reading: a reading
 * @at: the number of @node in the index
 * @node: an array of citations
 *
 * Stores the citations in @node for the current record; adds faults if they are not citations.
 */
void
_atlas_references_add_citations (AtlasReferences *self,
                                 AtlasReading *reading,
                                 guint at,
                                 JsonNode *node)
{
  AtlasElementIter iter;
  JsonNode *element;
  guint number;

  if (!_atlas_value_expect_array (reading, at, node))
    return;
  _atlas_element_iter_init (&iter, reading, at, node);
  while (_atlas_element_iter_next (&iter, &number, &element))
    if (_atlas_value_expect_object (reading, number, element))
      add_citation (self, reading, number, element);
}

/**
 * _atlas_references_add_log_citations:
 * @self: references
 * @reading: a reading
 * @at: the number of @node in the index
 * @node: the citations of an entry in a log of the current record
 * @citations: (element-type AtlasCitation): the array to which they are added
 *
 * Does the same as _atlas_references_add_citations(), but the entry has the citations, not the
 * record.
 */
void
_atlas_references_add_log_citations (AtlasReferences *self,
                                     AtlasReading *reading,
                                     guint at,
                                     JsonNode *node,
                                     GPtrArray *citations)
{
  const guint first = self->citations->len;

  _atlas_references_add_citations (self, reading, at, node);
  for (guint i = first; i < self->citations->len; i++)
    {
      Citation *citation = &g_array_index (self->citations, Citation, i);

      citation->is_in_log = TRUE;
      g_ptr_array_add (citations, atlas_citation_new (citation->source, citation->section,
                                                      citation->paragraph));
    }
}

/**
 * _atlas_references_end:
 * @self: references
 * @record: (nullable): the record, owned by the dataset, or %NULL when it could not be created
 *
 * Ends the record that _atlas_references_begin() began.
 */
void
_atlas_references_end (AtlasReferences *self, AtlasRecord *record)
{
  for (guint i = self->first_reference; i < self->references->len; i++)
    g_array_index (self->references, Reference, i).record = record;
  for (guint i = self->first_citation; i < self->citations->len; i++)
    g_array_index (self->citations, Citation, i).record = record;
}

/* Follows @record up to the one that has no parent, and shortens the path for the next search. */
static AtlasRecord *
find_top (GHashTable *tops, AtlasRecord *record)
{
  AtlasRecord *above;

  while ((above = g_hash_table_lookup (tops, record)) != NULL)
    {
      AtlasRecord *further = g_hash_table_lookup (tops, above);

      if (further != NULL)
        g_hash_table_insert (tops, record, further);
      record = above;
    }
  return record;
}

/* Whether the reference from @record to @other creates no cycle. */
static gboolean
can_belong (AtlasReferences *self, AtlasRole role, AtlasRecord *record, AtlasRecord *other)
{
  GHashTable *tops = self->tops[role];
  AtlasRecord *top;

  if (tops == NULL)
    return TRUE;
  top = find_top (tops, other);
  if (top == record)
    return FALSE;
  g_hash_table_insert (tops, record, top);
  return TRUE;
}

/**
 * _atlas_references_find_record:
 * @reading: a reading whose records have all been read
 * @at: the number in the index of the value that has the id
 * @id: an id
 *
 * Finds the record with an id, or adds a fault. If a record with unknown id could not be read, it
 * may be that one, so no fault is added.
 *
 * Returns: (transfer none) (nullable): the record
 */
AtlasRecord *
_atlas_references_find_record (AtlasReading *reading, guint at, const char *id)
{
  AtlasRecord *record = look_up (reading, id);
  g_autofree char *quoted = NULL;

  if (record == NULL && !reading->incomplete)
    {
      quoted = _atlas_quote (id, -1);
      _atlas_reading_error (reading, ATLAS_READ_ERROR_UNKNOWN_REFERENCE, at,
                            _("No record has the id “%s”"), quoted);
    }
  return record;
}

static void
refuse_kind (AtlasReading *reading, guint at, AtlasRecord *record)
{
  g_autofree char *id = _atlas_quote (atlas_record_get_id (record), -1);

  _atlas_reading_error (reading, ATLAS_READ_ERROR_WRONG_REFERENCE, at,
                        /* Translators: an id, and the word of the file format for the records of
                         * that kind, such as “places” */
                        _("“%s” is one of the “%s”, which cannot stand here"), id,
                          atlas_schema_get (atlas_record_get_kind (record))->array);
}

/* Sets the other record of the reference if it is valid, else NULL. */
static void
check_reference (AtlasReferences *self, AtlasReading *reading, Reference *reference)
{
  const AtlasRole role = reference->member->role;
  AtlasRecord *other = reference->other;

  if (other == NULL)
    other = _atlas_references_find_record (reading, reference->at, reference->id);
  reference->other = NULL;
  if (other == NULL)
    return;
  if (!atlas_member_allows_target (reference->member, atlas_record_get_kind (other)))
    refuse_kind (reading, reference->at, other);
  else if (reference->record == NULL)
    return;
  else if (!can_belong (self, role, reference->record, other))
    _atlas_reading_error (reading, ATLAS_READ_ERROR_CYCLE, reference->at,
                          _("The record belongs to itself, directly or through others"));
  else
    reference->other = other;
}

static void
check_citation (AtlasReading *reading, Citation *citation)
{
  AtlasRecord *source =
    _atlas_references_find_record (reading, citation->source_at, citation->source);
  g_autofree char *section = NULL;

  if (source == NULL)
    return;
  if (!ATLAS_IS_SOURCE (source))
    refuse_kind (reading, citation->source_at, source);
  else if (!atlas_source_has_paragraph (ATLAS_SOURCE (source), citation->section,
                                        citation->paragraph))
    {
      section = _atlas_quote (citation->section, -1);
      _atlas_reading_error (reading, ATLAS_READ_ERROR_UNKNOWN_REFERENCE, citation->at,
                            _("The source has no paragraph %u in a section “%s”"),
                              citation->paragraph, section);
    }
  else
    citation->other = source;
}

/**
 * _atlas_references_read_citations:
 * @self: references
 * @reading: a reading whose records have all been read
 * @at: the number of @node in the index
 * @node: an array of citations
 * @step: the step of a tour that cites
 *
 * Adds the citations to @step, and faults if they are not valid.
 */
void
_atlas_references_read_citations (AtlasReferences *self,
                                  AtlasReading *reading,
                                  guint at,
                                  JsonNode *node,
                                  AtlasTourStep *step)
{
  const guint first = self->citations->len;

  _atlas_references_add_citations (self, reading, at, node);
  for (guint i = first; i < self->citations->len; i++)
    {
      Citation *citation = &g_array_index (self->citations, Citation, i);

      check_citation (reading, citation);
      if (citation->other != NULL)
        atlas_tour_step_add_citation (step, citation->source, citation->section,
                                      citation->paragraph);
    }
  /* Only those of records are joined later. */
  g_array_set_size (self->citations, first);
}

/**
 * _atlas_references_check:
 * @self: references
 * @reading: a reading whose records have all been read
 *
 * Resolves the ids and adds faults for invalid references.
 */
void
_atlas_references_check (AtlasReferences *self, AtlasReading *reading)
{
  for (guint i = 0; i < self->references->len; i++)
    check_reference (self, reading, &g_array_index (self->references, Reference, i));
  for (guint i = 0; i < self->citations->len; i++)
    check_citation (reading, &g_array_index (self->citations, Citation, i));
}

/* Whether the meaning of a record would change without the reference: a co-operation of three would
 * become one of two, a part of a sum would be counted in addition to it, and the history of a
 * project would lack an amount. */
static gboolean
is_needed (const Reference *reference)
{
  return reference->member->required || reference->member->role == ATLAS_ROLE_PART_OF ||
         reference->member->role == ATLAS_ROLE_PROGRESS;
}

static void
say_left_out (AtlasReading *reading, AtlasFaultSeverity severity, guint at, AtlasRecord *other)
{
  g_autofree char *name =
    _atlas_quote (atlas_record_get_name (other, atlas_language_get_default ()), -1);

  if (severity == ATLAS_FAULT_SEVERITY_ERROR)
    _atlas_reading_error (reading, ATLAS_READ_ERROR_LEFT_OUT, at,
                          _("“%s” is left out, and this record with it"), name);
  else
    _atlas_reading_warn (reading, ATLAS_READ_ERROR_LEFT_OUT, at,
                         _("“%s” is left out; this record is shown without it"), name);
}

/* Leaves out the records that need those in @queue, and then the records that need these. */
static void
spread_needs (AtlasReading *reading, GHashTable *needed, GPtrArray *queue, GHashTable *left_out)
{
  for (guint i = 0; i < queue->len; i++)
    {
      GPtrArray *needing = g_hash_table_lookup (needed, queue->pdata[i]);

      for (guint j = 0; needing != NULL && j < needing->len; j++)
        {
          const Reference *reference = needing->pdata[j];

          if (!g_hash_table_add (left_out, reference->record))
            continue;
          say_left_out (reading, ATLAS_FAULT_SEVERITY_ERROR, reference->at, reference->other);
          g_ptr_array_add (queue, reference->record);
        }
    }
}

/* Whether @self leads to a source that is kept. */
static gboolean
is_kept (const Citation *self, GHashTable *left_out)
{
  return self->other != NULL && !g_hash_table_contains (left_out, self->other);
}

/* Leaves out the records that have lost all of their citations, or one in the entry of a log,
 * because the origin of what they state would be unknown. */
static void
spread_citations (AtlasReferences *self,
                  AtlasReading *reading,
                  GHashTable *left_out,
                  GPtrArray *queue)
{
  g_autoptr (GHashTable) cited = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->citations->len; i++)
    {
      const Citation *citation = &g_array_index (self->citations, Citation, i);

      if (!citation->is_in_log && is_kept (citation, left_out))
        g_hash_table_add (cited, citation->record);
    }
  for (guint i = 0; i < self->citations->len; i++)
    {
      const Citation *citation = &g_array_index (self->citations, Citation, i);

      if (citation->record == NULL ||
          (citation->is_in_log ? is_kept (citation, left_out)
                               : g_hash_table_contains (cited, citation->record)) ||
          !g_hash_table_add (left_out, citation->record))
        continue;
      _atlas_reading_error (reading, ATLAS_READ_ERROR_LEFT_OUT, citation->at,
                            _("The source is left out, and this record with it"));
      g_ptr_array_add (queue, citation->record);
    }
}

/* Returns a table from each needed record to the array of references that need it. Adds to @queue
 * the records that need one that could not be created. */
static GHashTable *
index_needs (AtlasReferences *self, AtlasReading *reading, GHashTable *left_out, GPtrArray *queue)
{
  GHashTable *needed = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < self->references->len; i++)
    {
      Reference *reference = &g_array_index (self->references, Reference, i);
      GPtrArray *needing;

      if (reference->record == NULL || !is_needed (reference))
        continue;
      if (reference->other == NULL)
        {
          if (!g_hash_table_add (left_out, reference->record))
            continue;
          _atlas_reading_error (reading, ATLAS_READ_ERROR_LEFT_OUT, reference->at,
                                _("This record is left out, since it needs one that is left out"));
          g_ptr_array_add (queue, reference->record);
          continue;
        }
      needing = g_hash_table_lookup (needed, reference->other);
      if (needing == NULL)
        {
          needing = g_ptr_array_new ();
          g_hash_table_insert (needed, reference->other, needing);
        }
      g_ptr_array_add (needing, reference);
    }
  return needed;
}

/**
 * _atlas_references_spread:
 * @self: references that were checked
 * @reading: a reading
 * @left_out: (element-type AtlasRecord): the records that are left out
 *
 * Adds to @left_out the records that need one of those, with a fault for each; adds warnings for
 * records that only lose a reference.
 */
void
_atlas_references_spread (AtlasReferences *self, AtlasReading *reading, GHashTable *left_out)
{
  g_autofree gpointer *keys = g_hash_table_get_keys_as_array (left_out, NULL);
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();
  g_autoptr (GHashTable) needed = NULL;

  for (gsize i = 0; keys[i] != NULL; i++)
    g_ptr_array_add (queue, keys[i]);
  spread_citations (self, reading, left_out, queue);
  needed = index_needs (self, reading, left_out, queue);
  spread_needs (reading, needed, queue, left_out);

  for (guint i = 0; i < self->references->len; i++)
    {
      const Reference *reference = &g_array_index (self->references, Reference, i);

      if (reference->record != NULL && reference->other != NULL && !is_needed (reference) &&
          g_hash_table_contains (left_out, reference->other) &&
          !g_hash_table_contains (left_out, reference->record))
        say_left_out (reading, ATLAS_FAULT_SEVERITY_WARNING, reference->at, reference->other);
    }
}

static gboolean
can_join (AtlasRecord *record, AtlasRecord *other, GHashTable *left_out)
{
  return record != NULL && other != NULL &&
         (left_out == NULL ||
          (!g_hash_table_contains (left_out, record) && !g_hash_table_contains (left_out, other)));
}

/**
 * _atlas_references_join:
 * @self: references that were checked
 * @reading: a reading
 * @left_out: (nullable) (element-type AtlasRecord): the records that are left out
 *
 * Sets the references of the records.
 */
void
_atlas_references_join (AtlasReferences *self, AtlasReading *reading, GHashTable *left_out)
{
  for (guint i = 0; i < self->references->len; i++)
    {
      const Reference *reference = &g_array_index (self->references, Reference, i);

      if (can_join (reference->record, reference->other, left_out))
        atlas_record_add_reference (reference->record, reference->member->role, reference->other);
    }
  for (guint i = 0; i < self->citations->len; i++)
    {
      const Citation *citation = &g_array_index (self->citations, Citation, i);

      if (!citation->is_in_log && can_join (citation->record, citation->other, left_out))
        atlas_record_add_citation (citation->record, citation->other, citation->section,
                                   citation->paragraph);
    }
}
