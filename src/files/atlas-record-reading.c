/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-record-reading-private.h"

#include <glib/gi18n-lib.h>

#include "atlas-extras-reading-private.h"
#include "atlas-log-reading-private.h"
#include "atlas-references-private.h"
#include "atlas-source.h"
#include "atlas-value-private.h"

/*
 * Creates one record of the dataset from one object of the file.
 *
 * Members become properties. References and citations are resolved later, when all records are
 * read.
 */
typedef struct
{
  AtlasReading *reading;
  const AtlasSchema *schema;
  guint at;
  JsonNode *node;

  /* Results so far. */
  guint32 seen; /* the flags of the members that are present */
  guint id_at;
  guint sections_at;
  JsonNode *sections;
  guint n_values;
  const char *names[ATLAS_SCHEMA_MAX_MEMBERS];
  GValue values[ATLAS_SCHEMA_MAX_MEMBERS];
} Record;

static void
read_property (Record *self, const AtlasMember *member, guint at, JsonNode *node)
{
  GValue *value = &self->values[self->n_values];

  if (_atlas_value_read_property (self->reading, at, node, member->pspec, value))
    self->names[self->n_values++] = member->pspec->name;
  else
    g_value_unset (value);
}

static void
read_inferred (Record *self, const AtlasMember *member, guint at, JsonNode *node)
{
  JsonObject *object = json_node_get_object (self->node);
  const AtlasMember *found;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  AtlasElementIter iter;
  JsonNode *element;
  guint number;

  if (!_atlas_value_expect_array (self->reading, at, node))
    return;
  _atlas_element_iter_init (&iter, self->reading, at, node);
  while (_atlas_element_iter_next (&iter, &number, &element))
    {
      const char *name = _atlas_value_read_string (self->reading, number, element);

      if (name == NULL)
        continue;
      found = atlas_schema_lookup (self->schema, name);
      if (found == NULL && !json_object_has_member (object, name))
        _atlas_reading_error (self->reading, ATLAS_READ_ERROR_UNKNOWN_WORD, number,
                              _("Records of this kind have no such member"));
      else if (found != NULL && !atlas_member_can_be_inferred (found))
        _atlas_reading_warn (self->reading, ATLAS_READ_ERROR_UNKNOWN_WORD, number,
                             _("This member cannot be inferred"));
      g_strv_builder_add (names, name);
    }
  if (!json_object_has_member (object, "note"))
    _atlas_reading_warn (self->reading, ATLAS_READ_ERROR_MISSING_MEMBER, at,
                         _("A member “note” should say why something was inferred"));

  self->names[self->n_values] = member->pspec->name;
  g_value_init (&self->values[self->n_values], G_TYPE_STRV);
  g_value_take_boxed (&self->values[self->n_values], g_strv_builder_end (names));
  self->n_values++;
}

static void
read_log (Record *self, const AtlasMember *member, guint at, JsonNode *node)
{
  AtlasLog *log = _atlas_log_read (self->reading, member, at, node);

  self->names[self->n_values] = member->pspec->name;
  g_value_init (&self->values[self->n_values], ATLAS_TYPE_LOG);
  g_value_take_boxed (&self->values[self->n_values], log);
  self->n_values++;
}

static void
read_member (Record *self, const char *name, guint at, JsonNode *node)
{
  const AtlasMember *member = atlas_schema_lookup (self->schema, name);

  if (member == NULL)
    {
      _atlas_value_warn_of_unknown (self->reading, at);
      return;
    }
  self->seen |= member->flag;
  switch (member->form)
    {
    case ATLAS_MEMBER_FORM_ID:
      self->id_at = at;
      read_property (self, member, at, node);
      break;
    case ATLAS_MEMBER_FORM_PROPERTY:
      read_property (self, member, at, node);
      break;
    case ATLAS_MEMBER_FORM_INFERRED:
      read_inferred (self, member, at, node);
      break;
    case ATLAS_MEMBER_FORM_REFERENCE:
    case ATLAS_MEMBER_FORM_REFERENCES:
      _atlas_references_add (self->reading->references, self->reading, member, at, node);
      break;
    case ATLAS_MEMBER_FORM_CITES:
      _atlas_references_add_citations (self->reading->references, self->reading, at, node);
      break;
    case ATLAS_MEMBER_FORM_SECTIONS:
      self->sections_at = at;
      self->sections = node;
      break;
    case ATLAS_MEMBER_FORM_PROGRESS:
    case ATLAS_MEMBER_FORM_FOLLOW_UPS:
      read_log (self, member, at, node);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
check_members (Record *self)
{
  for (guint i = 0; i < self->schema->members->len; i++)
    {
      const AtlasMember *member = g_ptr_array_index (self->schema->members, i);

      if (member->required && (self->seen & member->flag) == 0)
        _atlas_value_require (self->reading, self->at, self->node, member->name, NULL);
    }
}

static gboolean
has_citations (JsonObject *object)
{
  JsonNode *cites = json_object_get_member (object, "cites");

  if (cites == NULL)
    return FALSE;
  /* If "cites" is not an array, another fault is reported. */
  return !JSON_NODE_HOLDS_ARRAY (cites) || json_array_get_length (json_node_get_array (cites)) > 0;
}

static void
check_citations (Record *self)
{
  if (self->schema->citing == ATLAS_CITING_WANTED &&
      !has_citations (json_node_get_object (self->node)))
    _atlas_reading_warn (self->reading, ATLAS_READ_ERROR_NOT_CITED, self->at,
                         _("A citation in “cites” should say where this is stated"));
}

static void
read_section (AtlasReading *reading, AtlasSource *source, guint at, JsonNode *node)
{
  g_autoptr (AtlasText) title = NULL;
  const char *id = NULL;
  guint n_paragraphs = 0;
  AtlasFoundMember found[] = { { .name = "id" }, { .name = "title" }, { .name = "paragraphs" } };

  _atlas_value_find_members (reading, at, node, found, G_N_ELEMENTS (found));
  _atlas_value_require (reading, at, node, "id", "paragraphs", NULL);
  if (found[0].node != NULL)
    id = _atlas_value_read_string (reading, found[0].at, found[0].node);
  if (found[1].node != NULL)
    title = _atlas_value_read_name (reading, found[1].at, found[1].node);
  if (found[2].node != NULL)
    _atlas_value_read_uint (reading, found[2].at, found[2].node, 0, G_MAXINT, &n_paragraphs);
  if (id != NULL && source != NULL)
    atlas_source_add_section (source, id, title, n_paragraphs);
}

static void
read_sections (Record *self, AtlasRecord *record)
{
  AtlasElementIter iter;
  JsonNode *element;
  guint number;

  if (self->sections == NULL ||
      !_atlas_value_expect_array (self->reading, self->sections_at, self->sections))
    return;
  _atlas_element_iter_init (&iter, self->reading, self->sections_at, self->sections);
  while (_atlas_element_iter_next (&iter, &number, &element))
    if (_atlas_value_expect_object (self->reading, number, element))
      read_section (self->reading, (AtlasSource *) record, number, element);
}

/* Creates the record even if it has faults, so that references to it can be checked. */
static AtlasRecord *
make_record (Record *self)
{
  g_autoptr (AtlasRecord) record = NULL;

  record = ATLAS_RECORD (g_object_new_with_properties (self->schema->type, self->n_values,
                                                       self->names, self->values));
  if (atlas_record_get_id (record) == NULL)
    {
      self->reading->incomplete = TRUE;
      return NULL;
    }
  if (!atlas_dataset_add (self->reading->dataset, record))
    {
      _atlas_reading_error (self->reading, ATLAS_READ_ERROR_DUPLICATE_ID, self->id_at,
                            _("Another record has this id"));
      return NULL;
    }
  return record; /* the dataset keeps a reference */
}

/**
 * _atlas_reading_read_record:
 * @self: a reading
 * @schema: the schema of its kind
 * @at: the number of @node in the index
 * @node: the element of the array
 *
 * Adds a record to the dataset of @self and its faults to the list.
 *
 * Returns: (transfer none) (nullable): the record, or %NULL when it could not be created
 */
AtlasRecord *
_atlas_reading_read_record (AtlasReading *self, const AtlasSchema *schema, guint at, JsonNode *node)
{
  Record record = { .reading = self, .schema = schema, .at = at, .node = node };
  const guint n_unknown = self->n_unknown;
  AtlasRecord *made;
  AtlasMemberIter iter;
  const char *name;
  JsonNode *member;
  guint number;

  if (!_atlas_value_expect_object (self, at, node))
    {
      self->incomplete = TRUE;
      return NULL;
    }
  _atlas_references_begin (self->references);
  _atlas_member_iter_init (&iter, self, at, node);
  while (_atlas_member_iter_next (&iter, &name, &number, &member))
    read_member (&record, name, number, member);
  check_members (&record);
  check_citations (&record);

  made = make_record (&record);
  read_sections (&record, made);
  _atlas_references_end (self->references, made);
  for (guint i = 0; i < record.n_values; i++)
    g_value_unset (&record.values[i]);
  if (made != NULL && self->n_unknown > n_unknown)
    _atlas_extras_take_record (self, schema, at, made);
  return made;
}
