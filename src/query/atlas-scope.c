/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-scope.h"

#include "atlas-link.h"
#include "atlas-translation.h"

/*
 * AtlasScope: a subject and every record that belongs to it.
 *
 * The map highlights the scope, panels list it and pages print it. A scope is immutable; another
 * subject needs another scope. Its members are computed when it is created:
 *
 * - province: everything;
 * - place: the records that name it or a place within it, the industries and plans of these links,
 * the places at their other ends, and everything about these;
 * - link: its ends, industries and plans, all records that name both of its ends and no third city,
 * and everything about these;
 * - industry: its links and their ends, everything about these, and the places of all of that;
 * - comparison of two places or links: everything that belongs to one of them;
 * - any other record: the records to which it refers, those that refer to it (or cite it, if it is
 * a source), and everything about it.
 */
struct _AtlasScope
{
  GObject parent_instance;

  AtlasScopeKind kind;
  AtlasDataset *dataset;
  AtlasRecord *subject;           /* NULL for the province */
  AtlasRecord *other;             /* the second subject of a comparison, or NULL */
  char *names[ATLAS_N_LANGUAGES]; /* of a comparison, created when needed */
  GHashTable *members;            /* set of AtlasRecord, borrowed from the dataset; NULL means
                                   * everything */
};

G_DEFINE_FINAL_TYPE (AtlasScope, atlas_scope, G_TYPE_OBJECT)

/* Roles for the places and parties of a record, in contrast to its topics. */
static const AtlasRole place_roles[] = {
  ATLAS_ROLE_PLACES,   ATLAS_ROLE_MEMBERS, ATLAS_ROLE_FROM,   ATLAS_ROLE_TO,
  ATLAS_ROLE_STATIONS, ATLAS_ROLE_ACTORS,  ATLAS_ROLE_ISSUER, ATLAS_ROLE_RESPONSIBLE,
};

typedef gboolean (*RecordFunc) (AtlasRecord *record, AtlasDataset *dataset, gpointer data);

static gboolean
is_link (AtlasRecord *record)
{
  return ATLAS_IS_LINK (record);
}

/* Whether @record names @place or a place within it. The location of an organization counts only at
 * the end of a link: a meeting with a ministry does not take place at the ministry. */
static gboolean
touches_place (AtlasRecord *record, AtlasDataset *dataset, AtlasPlace *place)
{
  if (ATLAS_IS_PLACE (record))
    return atlas_place_is_within (ATLAS_PLACE (record), dataset, place);
  if (is_link (record) && atlas_link_joins (ATLAS_LINK (record), dataset, place))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (place_roles); i++)
    {
      const AtlasRecords references =
        atlas_dataset_get_references (dataset, record, place_roles[i]);

      for (guint j = 0; j < references.len; j++)
        {
          AtlasRecord *other = atlas_records_get (&references, j);

          if (ATLAS_IS_PLACE (other) && atlas_place_is_within (ATLAS_PLACE (other), dataset, place))
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_of_either_city (AtlasPlace *place, AtlasDataset *dataset, GPtrArray *ends)
{
  AtlasPlace *city = atlas_place_get_city (place, dataset);

  return city == NULL || city == atlas_place_get_city (g_ptr_array_index (ends, 0), dataset) ||
         city == atlas_place_get_city (g_ptr_array_index (ends, 1), dataset);
}

/* Whether @record names a third city besides those of @ends: an agreement of all cities does not
 * belong to a pair of them. */
static gboolean
names_another_city (AtlasRecord *record, AtlasDataset *dataset, GPtrArray *ends)
{
  for (gsize i = 0; i < G_N_ELEMENTS (place_roles); i++)
    {
      const AtlasRecords references =
        atlas_dataset_get_references (dataset, record, place_roles[i]);

      for (guint j = 0; j < references.len; j++)
        {
          AtlasRecord *other = atlas_records_get (&references, j);

          if (ATLAS_IS_PLACE (other) && !is_of_either_city (ATLAS_PLACE (other), dataset, ends))
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
lies_between_ends (AtlasRecord *record, AtlasDataset *dataset, AtlasLink *link)
{
  g_autoptr (GPtrArray) ends = atlas_link_dup_ends (link, dataset);

  if (ATLAS_IS_PLACE (record))
    return g_ptr_array_find (ends, record, NULL);
  if (ends->len != 2)
    return FALSE;
  return touches_place (record, dataset, g_ptr_array_index (ends, 0)) &&
         touches_place (record, dataset, g_ptr_array_index (ends, 1)) &&
         !names_another_city (record, dataset, ends);
}

/* Whether @record itself belongs to the place or link @subject: it names the place, or it is the
 * link or lies between its ends. Records that belong only indirectly are not included. */
static gboolean
is_of (AtlasRecord *record, AtlasDataset *dataset, gpointer subject)
{
  if (ATLAS_IS_PLACE (subject))
    return touches_place (record, dataset, subject);
  return record == subject || lies_between_ends (record, dataset, subject);
}

static gboolean
carries_industry (AtlasRecord *record, AtlasDataset *dataset, gpointer data)
{
  return atlas_record_refers_to (record, ATLAS_ROLE_INDUSTRIES, data);
}

static gboolean
cites (AtlasRecord *record, AtlasDataset *dataset, gpointer source)
{
  return atlas_record_cites (record, atlas_record_get_id (source));
}

static void
add_matching (AtlasScope *self, RecordFunc matches, gpointer data)
{
  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      GListModel *records = atlas_dataset_get_records (self->dataset, (AtlasRecordKind) kind);
      guint n_records = g_list_model_get_n_items (records);

      for (guint i = 0; i < n_records; i++)
        {
          g_autoptr (AtlasRecord) record = g_list_model_get_item (records, i);

          if (matches (record, self->dataset, data))
            g_hash_table_add (self->members, record);
        }
    }
}

static void
add_all (AtlasScope *self, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (self->members, g_ptr_array_index (records, i));
}

static void
add_references (AtlasScope *self, AtlasRecord *record, AtlasRole role)
{
  const AtlasRecords references = atlas_dataset_get_references (self->dataset, record, role);

  for (guint i = 0; i < references.len; i++)
    g_hash_table_add (self->members, atlas_records_get (&references, i));
}

/* Returns a copy, because the set grows while its members are processed. */
static GPtrArray *
list_members (AtlasScope *self)
{
  GPtrArray *members = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer member;

  g_hash_table_iter_init (&iter, self->members);
  while (g_hash_table_iter_next (&iter, &member, NULL))
    g_ptr_array_add (members, member);
  return members;
}

/* Adds the places that a link connects, and its industries, plans and organizations. */
static void
add_company_of_link (AtlasScope *self, AtlasRecord *link)
{
  g_autoptr (GPtrArray) ends = atlas_link_dup_ends (ATLAS_LINK (link), self->dataset);

  add_all (self, ends);
  add_references (self, link, ATLAS_ROLE_MEMBERS);
  add_references (self, link, ATLAS_ROLE_INDUSTRIES);
  add_references (self, link, ATLAS_ROLE_PLANS);
  add_references (self, link, ATLAS_ROLE_STATIONS);
}

static gboolean
concerns (AtlasRecord *record, AtlasRecord *other)
{
  return atlas_record_refers_to (record, ATLAS_ROLE_ABOUT, other) ||
         atlas_record_refers_to (record, ATLAS_ROLE_PART_OF, other) ||
         atlas_record_refers_to (other, ATLAS_ROLE_INVESTMENT, record);
}

/* Adds records about members, records about those, and so on. Places, industries and sources are
 * not followed: a scope with Changchun as a partner does not contain everything about Changchun. */
static void
add_what_concerns_members (AtlasScope *self)
{
  g_autoptr (GPtrArray) queue = list_members (self);

  for (guint i = 0; i < queue->len; i++)
    {
      AtlasRecord *member = g_ptr_array_index (queue, i);
      AtlasRecordKind kind = atlas_record_get_kind (member);
      const AtlasRecords referrers = atlas_dataset_get_referrers (self->dataset, member);
      AtlasRecord *investment =
        atlas_dataset_get_reference (self->dataset, member, ATLAS_ROLE_INVESTMENT);

      if (kind <= ATLAS_RECORD_KIND_ORGANIZATION && member != self->subject)
        continue;
      if (investment != NULL && g_hash_table_add (self->members, investment))
        g_ptr_array_add (queue, investment);
      for (guint j = 0; j < referrers.len; j++)
        {
          AtlasRecord *referrer = atlas_records_get (&referrers, j);

          if (concerns (referrer, member) && g_hash_table_add (self->members, referrer))
            g_ptr_array_add (queue, referrer);
        }
    }
}

static void
add_company_of_links (AtlasScope *self)
{
  g_autoptr (GPtrArray) members = list_members (self);

  for (guint i = 0; i < members->len; i++)
    if (is_link (g_ptr_array_index (members, i)))
      add_company_of_link (self, g_ptr_array_index (members, i));
}

/* Adds places, because an industry without links has places too. */
static void
add_places_of_members (AtlasScope *self)
{
  g_autoptr (GPtrArray) members = list_members (self);

  for (guint i = 0; i < members->len; i++)
    add_references (self, g_ptr_array_index (members, i), ATLAS_ROLE_PLACES);
}

static void
add_neighbours (AtlasScope *self)
{
  const AtlasRecords referrers = atlas_dataset_get_referrers (self->dataset, self->subject);

  for (guint i = 0; i < referrers.len; i++)
    g_hash_table_add (self->members, atlas_records_get (&referrers, i));
  for (guint role = 0; role < ATLAS_N_ROLES; role++)
    add_references (self, self->subject, (AtlasRole) role);
}

/* Adds the scope of each side separately, so that the comparison contains nothing more than the two
 * scopes. */
static void
add_members_of_side (AtlasScope *self, AtlasRecord *side)
{
  g_autoptr (AtlasScope) scope = atlas_scope_new (self->dataset, side);
  g_autoptr (GPtrArray) members = list_members (scope);

  add_all (self, members);
}

static void
gather_members (AtlasScope *self)
{
  if (self->kind == ATLAS_SCOPE_KIND_COMPARISON)
    {
      add_members_of_side (self, self->subject);
      add_members_of_side (self, self->other);
      return;
    }
  g_hash_table_add (self->members, self->subject);
  switch (self->kind)
    {
    case ATLAS_SCOPE_KIND_PLACE:
    case ATLAS_SCOPE_KIND_LINK:
      add_matching (self, is_of, self->subject);
      break;
    case ATLAS_SCOPE_KIND_INDUSTRY:
      add_matching (self, carries_industry, self->subject);
      break;
    case ATLAS_SCOPE_KIND_RECORD:
      add_neighbours (self);
      if (atlas_record_get_kind (self->subject) == ATLAS_RECORD_KIND_SOURCE)
        add_matching (self, cites, self->subject);
      break;
    case ATLAS_SCOPE_KIND_PROVINCE:
    case ATLAS_SCOPE_KIND_COMPARISON:
    default:
      g_return_if_reached ();
    }
  add_what_concerns_members (self);
  /* A link that is only mentioned by an industry is highlighted, but records about it are not
   * added. */
  if (self->kind == ATLAS_SCOPE_KIND_INDUSTRY)
    add_references (self, self->subject, ATLAS_ROLE_ABOUT);
  add_company_of_links (self);
  if (self->kind == ATLAS_SCOPE_KIND_INDUSTRY)
    add_places_of_members (self);
}

static AtlasScopeKind
kind_for_subject (AtlasRecord *subject)
{
  if (subject == NULL)
    return ATLAS_SCOPE_KIND_PROVINCE;
  if (ATLAS_IS_PLACE (subject))
    return ATLAS_SCOPE_KIND_PLACE;
  if (is_link (subject))
    return ATLAS_SCOPE_KIND_LINK;
  if (atlas_record_get_kind (subject) == ATLAS_RECORD_KIND_INDUSTRY)
    return ATLAS_SCOPE_KIND_INDUSTRY;
  return ATLAS_SCOPE_KIND_RECORD;
}

static void
atlas_scope_finalize (GObject *object)
{
  AtlasScope *self = ATLAS_SCOPE (object);

  g_clear_pointer (&self->members, g_hash_table_unref);
  for (guint i = 0; i < ATLAS_N_LANGUAGES; i++)
    g_free (self->names[i]);
  g_clear_object (&self->other);
  g_clear_object (&self->subject);
  g_clear_object (&self->dataset);

  G_OBJECT_CLASS (atlas_scope_parent_class)->finalize (object);
}

static void
atlas_scope_class_init (AtlasScopeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_scope_finalize;
}

static void
atlas_scope_init (AtlasScope *self)
{
}

static AtlasScope *
create (AtlasDataset *dataset, AtlasScopeKind kind, AtlasRecord *subject, AtlasRecord *other)
{
  AtlasScope *self = g_object_new (ATLAS_TYPE_SCOPE, NULL);

  g_assert ((subject == NULL) == (kind == ATLAS_SCOPE_KIND_PROVINCE));
  g_assert ((other != NULL) == (kind == ATLAS_SCOPE_KIND_COMPARISON));
  self->kind = kind;
  self->dataset = g_object_ref (dataset);
  g_set_object (&self->subject, subject);
  g_set_object (&self->other, other);
  if (subject != NULL)
    {
      self->members = g_hash_table_new (NULL, NULL);
      gather_members (self);
      g_assert (g_hash_table_contains (self->members, subject));
    }
  return self;
}

/**
 * atlas_scope_new:
 * @dataset: a complete dataset
 * @subject: (nullable): a record of @dataset, or %NULL for the whole province
 *
 * Returns: (transfer full): the scope of @subject
 */
AtlasScope *
atlas_scope_new (AtlasDataset *dataset, AtlasRecord *subject)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (subject == NULL || ATLAS_IS_RECORD (subject), NULL);

  return create (dataset, kind_for_subject (subject), subject, NULL);
}

/* Whether everything about @part also belongs to @place. */
static gboolean
holds (AtlasDataset *dataset, AtlasRecord *place, AtlasRecord *part)
{
  return ATLAS_IS_PLACE (place) && touches_place (part, dataset, ATLAS_PLACE (place));
}

/**
 * atlas_scope_can_compare:
 * @dataset: a complete dataset
 * @first: (nullable): a record of @dataset
 * @second: (nullable): another record
 *
 * Places and links can be compared, but not with themselves or with a part of themselves: a place
 * within the other one, or a link that ends there, has nothing that the other does not have.
 *
 * Returns: whether the two can be compared
 */
gboolean
atlas_scope_can_compare (AtlasDataset *dataset, AtlasRecord *first, AtlasRecord *second)
{
  return first != second && (ATLAS_IS_PLACE (first) || is_link (first)) &&
         (ATLAS_IS_PLACE (second) || is_link (second)) && !holds (dataset, first, second) &&
         !holds (dataset, second, first);
}

/**
 * atlas_scope_new_comparison:
 * @dataset: a complete dataset
 * @first: a place or link of @dataset
 * @second: another place or link; see atlas_scope_can_compare()
 *
 * Returns: (transfer full): the scope of the comparison
 */
AtlasScope *
atlas_scope_new_comparison (AtlasDataset *dataset, AtlasRecord *first, AtlasRecord *second)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (atlas_scope_can_compare (dataset, first, second), NULL);

  return create (dataset, ATLAS_SCOPE_KIND_COMPARISON, first, second);
}

/**
 * atlas_scope_new_from_ids:
 * @dataset: a complete dataset
 * @ids: an id, two ids of places or links with a comma between, or "" for the whole province
 *
 * Returns: (transfer full) (nullable): the scope, or %NULL if there is no such record, or if the
 * two cannot be compared
 */
AtlasScope *
atlas_scope_new_from_ids (AtlasDataset *dataset, const char *ids)
{
  g_auto (GStrv) parts = NULL;
  AtlasRecord *subject, *other;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (ids != NULL, NULL);

  if (*ids == '\0')
    return atlas_scope_new (dataset, NULL);
  parts = g_strsplit (ids, ",", 2);
  subject = atlas_dataset_lookup (dataset, parts[0]);
  if (subject == NULL)
    return NULL;
  if (parts[1] == NULL)
    return atlas_scope_new (dataset, subject);
  other = atlas_dataset_lookup (dataset, parts[1]);
  return atlas_scope_can_compare (dataset, subject, other)
           ? atlas_scope_new_comparison (dataset, subject, other)
           : NULL;
}

/**
 * atlas_scope_dup_ids:
 * @self: a scope
 *
 * Returns: (transfer full): what atlas_scope_new_from_ids() makes this scope of
 */
char *
atlas_scope_dup_ids (AtlasScope *self)
{
  g_return_val_if_fail (ATLAS_IS_SCOPE (self), NULL);

  if (self->subject == NULL)
    return g_strdup ("");
  return g_strjoin (",", atlas_record_get_id (self->subject),
                    self->other != NULL ? atlas_record_get_id (self->other) : NULL, NULL);
}

/**
 * atlas_scope_get_kind:
 * @self: a scope
 *
 * Returns: its kind
 */
AtlasScopeKind
atlas_scope_get_kind (AtlasScope *self)
{
  g_return_val_if_fail (ATLAS_IS_SCOPE (self), ATLAS_SCOPE_KIND_PROVINCE);

  return self->kind;
}

/**
 * atlas_scope_get_dataset:
 * @self: a scope
 *
 * Returns: (transfer none): the dataset of its records
 */
AtlasDataset *
atlas_scope_get_dataset (AtlasScope *self)
{
  g_return_val_if_fail (ATLAS_IS_SCOPE (self), NULL);

  return self->dataset;
}

/**
 * atlas_scope_get_subject:
 * @self: a scope
 *
 * Returns: (transfer none) (nullable): its subject, the first subject of a comparison, or %NULL for
 *   the province
 */
AtlasRecord *
atlas_scope_get_subject (AtlasScope *self)
{
  g_return_val_if_fail (ATLAS_IS_SCOPE (self), NULL);

  return self->subject;
}

/**
 * atlas_scope_get_other:
 * @self: a scope
 *
 * Returns: (transfer none) (nullable): the second subject of a comparison, or %NULL
 */
AtlasRecord *
atlas_scope_get_other (AtlasScope *self)
{
  g_return_val_if_fail (ATLAS_IS_SCOPE (self), NULL);

  return self->other;
}

/**
 * atlas_scope_is_about:
 * @self: a scope
 * @record: a record of its dataset
 *
 * Returns: whether @record is a subject of the scope
 */
gboolean
atlas_scope_is_about (AtlasScope *self, AtlasRecord *record)
{
  g_return_val_if_fail (ATLAS_IS_SCOPE (self), FALSE);

  return record != NULL && (record == self->subject || record == self->other);
}

static const char *
name_comparison (AtlasScope *self, AtlasLanguage language)
{
  /* Threads share scopes, so create the name only once even if two threads ask at the same time. */
  if (g_once_init_enter (&self->names[language]))
    g_once_init_leave (
      &self->names[language],
      /* Translators: two places or links that are compared, such as "Siping and Liaoyuan". */
      g_strdup_printf (atlas_translate (language, "%s and %s"),
                       atlas_record_get_name (self->subject, language),
                       atlas_record_get_name (self->other, language)));
  return self->names[language];
}

/**
 * atlas_scope_get_name:
 * @self: a scope
 * @language: the language of the text
 *
 * Returns: the name of its subject, both names for a comparison, or the title of the dataset for
 *   the province; plain text, not markup
 */
const char *
atlas_scope_get_name (AtlasScope *self, AtlasLanguage language)
{
  g_return_val_if_fail (ATLAS_IS_SCOPE (self), "");

  if (self->other != NULL)
    return name_comparison (self, language);
  return self->subject != NULL ? atlas_record_get_name (self->subject, language)
                               : atlas_dataset_get_title (self->dataset, language);
}

/**
 * atlas_scope_contains:
 * @self: a scope
 * @record: a record of its dataset
 *
 * Returns: whether @record belongs to it
 */
gboolean
atlas_scope_contains (AtlasScope *self, AtlasRecord *record)
{
  g_return_val_if_fail (ATLAS_IS_SCOPE (self), FALSE);

  return self->members == NULL || g_hash_table_contains (self->members, record);
}

static gboolean
is_shared (AtlasScope *self, AtlasRecord *link)
{
  return is_of (link, self->dataset, self->subject) && is_of (link, self->dataset, self->other);
}

/* Whether a link that both subjects share ends at @place or inside it. */
static gboolean
ends_shared_link (AtlasScope *self, AtlasPlace *place)
{
  GHashTableIter iter;
  gpointer member;

  g_hash_table_iter_init (&iter, self->members);
  while (g_hash_table_iter_next (&iter, &member, NULL))
    if (is_link (member) && is_shared (self, member) &&
        atlas_link_joins (member, self->dataset, place))
      return TRUE;
  return FALSE;
}

/**
 * atlas_scope_lights:
 * @self: a scope
 * @record: a record of its dataset
 *
 * A comparison contains everything of both subjects. The map highlights only the two subjects, the
 * links that they share, the ends of these, and what lies in a compared place.
 *
 * Returns: whether a map of @self highlights @record
 */
gboolean
atlas_scope_lights (AtlasScope *self, AtlasRecord *record)
{
  g_return_val_if_fail (ATLAS_IS_SCOPE (self), FALSE);

  if (self->other != NULL && is_link (record))
    return atlas_scope_is_about (self, record) || is_shared (self, record);
  if (self->other != NULL && ATLAS_IS_PLACE (record))
    return is_of (record, self->dataset, self->subject) ||
           is_of (record, self->dataset, self->other) ||
           ends_shared_link (self, ATLAS_PLACE (record));
  return atlas_scope_contains (self, record);
}

/**
 * atlas_scope_dup_records:
 * @self: a scope
 * @kind: a kind of record
 *
 * Returns: (transfer container) (element-type AtlasRecord): the records of @kind that belong to
 *   it, in the order of the file
 */
GPtrArray *
atlas_scope_dup_records (AtlasScope *self, AtlasRecordKind kind)
{
  GPtrArray *found = g_ptr_array_new ();
  GListModel *records;
  guint n_records;

  g_return_val_if_fail (ATLAS_IS_SCOPE (self), found);

  records = atlas_dataset_get_records (self->dataset, kind);
  n_records = g_list_model_get_n_items (records);
  for (guint i = 0; i < n_records; i++)
    {
      g_autoptr (AtlasRecord) record = g_list_model_get_item (records, i);

      if (atlas_scope_contains (self, record))
        g_ptr_array_add (found, record);
    }
  return found;
}

static void
add_prefecture (GPtrArray *codes, AtlasDataset *dataset, AtlasPlace *place)
{
  AtlasPlace *city = atlas_place_get_city (place, dataset);
  const char *code = NULL;

  if (city != NULL && atlas_place_get_kind (city) == ATLAS_PLACE_KIND_PREFECTURE)
    code = atlas_place_get_code (city);
  if (code != NULL && !g_ptr_array_find_with_equal_func (codes, code, g_str_equal, NULL))
    g_ptr_array_add (codes, g_strdup (code));
}

/* Adds the prefecture of a place, or those of the ends of a link. */
static void
add_prefectures_of (GPtrArray *codes, AtlasDataset *dataset, AtlasRecord *record)
{
  g_autoptr (GPtrArray) ends = NULL;

  if (ATLAS_IS_PLACE (record))
    add_prefecture (codes, dataset, ATLAS_PLACE (record));
  if (!is_link (record))
    return;
  ends = atlas_link_dup_ends (ATLAS_LINK (record), dataset);
  for (guint i = 0; i < ends->len; i++)
    add_prefecture (codes, dataset, ends->pdata[i]);
}

/**
 * atlas_scope_dup_prefectures:
 * @self: a scope
 *
 * Finds the prefectures that a map highlights: that of the place, those of the ends of the link, or
 * for a comparison those of both subjects.
 *
 * Returns: (transfer full): GB/T 2260 codes of six digits, without duplicates; empty if no subject
 *   is a place or link
 */
GStrv
atlas_scope_dup_prefectures (AtlasScope *self)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (ATLAS_IS_SCOPE (self), NULL);

  add_prefectures_of (codes, self->dataset, self->subject);
  add_prefectures_of (codes, self->dataset, self->other);
  g_ptr_array_add (codes, NULL);
  return (GStrv) g_ptr_array_steal (codes, NULL);
}

/**
 * atlas_scope_dup_ancestors:
 * @self: a scope
 *
 * Returns: (transfer container) (element-type AtlasPlace): the places in which the subject lies,
 *   the widest first, down to the one above it; for a link, those of its first end
 */
GPtrArray *
atlas_scope_dup_ancestors (AtlasScope *self)
{
  GPtrArray *ancestors = g_ptr_array_new ();
  AtlasPlace *place = NULL;

  g_return_val_if_fail (ATLAS_IS_SCOPE (self), ancestors);

  if (ATLAS_IS_PLACE (self->subject))
    place = atlas_place_get_parent (ATLAS_PLACE (self->subject), self->dataset);
  else if (ATLAS_IS_LINK (self->subject))
    {
      g_autoptr (GPtrArray) ends = atlas_link_dup_ends (ATLAS_LINK (self->subject), self->dataset);

      place = ends->len > 0 ? ends->pdata[0] : NULL;
    }
  for (; place != NULL; place = atlas_place_get_parent (place, self->dataset))
    g_ptr_array_insert (ancestors, 0, place);
  return ancestors;
}
