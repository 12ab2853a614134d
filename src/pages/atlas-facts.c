/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-facts.h"

#include <glib/gi18n.h>

#include "atlas-enum-types.h"
#include "atlas-event.h"
#include "atlas-filter-words.h"
#include "atlas-format.h"
#include "atlas-labels.h"
#include "atlas-left-out.h"
#include "atlas-organization.h"
#include "atlas-partnership.h"
#include "atlas-plan.h"
#include "atlas-project.h"
#include "atlas-province.h"
#include "atlas-projection.h"
#include "atlas-translation.h"

/*
 * The texts about a scope on a page. Their language is that of the page, not that of the interface.
 */

/**
 * atlas_facts_shows:
 * @self: the facts of a page
 * @record: a record of the dataset of its scope
 *
 * Returns: whether @record is in the scope and the filter, including undated records
 */
gboolean
atlas_facts_shows (const AtlasFacts *self,
                   AtlasRecord      *record)
{
  return atlas_shown_contains (self->scope, self->filter, record);
}

/**
 * atlas_facts_is_in_doubt:
 * @self: the facts of a page
 * @record: a record in the scope and the filter
 *
 * Returns: whether it is not known if the record lies in the time of the filter
 */
gboolean
atlas_facts_is_in_doubt (const AtlasFacts *self,
                         AtlasRecord      *record)
{
  return atlas_shown_is_in_doubt (self->scope, self->filter, record);
}

/**
 * atlas_facts_list:
 * @self: the facts of a page
 * @kind: a kind of record
 *
 * Returns: (transfer container) (element-type AtlasRecord): the records of @kind in the scope, the
 *   filter and the part of @self, in the order of the file
 */
GPtrArray *
atlas_facts_list (const AtlasFacts *self,
                  AtlasRecordKind   kind)
{
  return atlas_shown_list (self->scope, self->filter, self->part, kind);
}

/**
 * atlas_facts_join:
 * @self: the facts of a page
 * @records: (nullable) (element-type AtlasRecord): records
 *
 * Returns: (transfer full): their names on one line; "" if there are none
 */
char *
atlas_facts_join (const AtlasFacts *self,
                  GPtrArray        *records)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      if (i > 0)
        /* Translators: between the names of a list, such as "Siping, Liaoyuan". */
        g_string_append (names, atlas_translate_context (self->language, "list", ", "));
      g_string_append (names, atlas_record_get_name (records->pdata[i], self->language));
    }
  return g_string_free (names, FALSE);
}

/**
 * atlas_facts_indent:
 * @self: the facts of a page
 * @record: a record
 * @depth: its nesting depth: the number of wholes that contain it
 *
 * Returns: (transfer full): its name, indented by @depth
 */
char *
atlas_facts_indent (const AtlasFacts *self,
                    AtlasRecord      *record,
                    guint             depth)
{
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (name, "\u2003");
  g_string_append (name, atlas_record_get_name (record, self->language));
  return g_string_free (name, FALSE);
}

/**
 * atlas_facts_join_references:
 * @self: the facts of a page
 * @record: a record
 * @role: the role of the references
 *
 * Returns: (transfer full): the names of the referenced records
 */
char *
atlas_facts_join_references (const AtlasFacts *self,
                             AtlasRecord      *record,
                             AtlasRole         role)
{
  g_autoptr (GPtrArray) references =
    atlas_dataset_dup_references (atlas_scope_get_dataset (self->scope), record, role);

  return atlas_facts_join (self, references);
}

/**
 * atlas_facts_join_words:
 * @first: text @...: more texts, ending with %NULL; "" is left out
 *
 * Returns: (transfer full): the texts on one line
 */
char *
atlas_facts_join_words (const char *first,
                        ...)
{
  GString *words = g_string_new (NULL);
  va_list arguments;

  va_start (arguments, first);
  for (const char *word = first; word != NULL; word = va_arg (arguments, const char *))
    if (*word != '\0')
      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", word);
  va_end (arguments);
  return g_string_free (words, FALSE);
}

/**
 * atlas_facts_mark_inferred:
 * @self: the facts of a page
 * @record: a record
 * @member: the name of a member in the file format
 * @words: (transfer full): the text of @member
 *
 * Returns: (transfer full): @words, marked as inferred if the source only implies them
 */
char *
atlas_facts_mark_inferred (const AtlasFacts *self,
                           AtlasRecord      *record,
                           const char       *member,
                           char             *words)
{
  char *marked;

  if (*words == '\0' || !atlas_record_is_inferred (record, member))
    return words;
  /* Translators: what the source implies and does not state. */
  marked = g_strdup_printf (atlas_translate (self->language, "%s (inferred)"), words);
  g_free (words);
  return marked;
}

/**
 * atlas_facts_describe_date:
 * @self: the facts of a page
 * @record: a record
 *
 * Returns: (transfer full): its date in short form and known precision, marked if inferred; "" if
 *   it has none
 */
char *
atlas_facts_describe_date (const AtlasFacts *self,
                           AtlasRecord      *record)
{
  const AtlasDate *date = atlas_record_get_date (record);

  if (date == NULL)
    return g_strdup ("");
  return atlas_facts_mark_inferred (self, record, "date",
                                    atlas_format_date_short (date, self->language));
}

static char *
format_distance (const AtlasFacts *self,
                 AtlasPlace       *from,
                 AtlasPlace       *to)
{
  return atlas_format_distance (
    atlas_projection_distance (atlas_place_get_latitude (from), atlas_place_get_longitude (from),
                               atlas_place_get_latitude (to), atlas_place_get_longitude (to)),
    self->language);
}

/**
 * atlas_facts_describe_distance:
 * @self: the facts of a page
 * @link: a link
 *
 * Returns: (transfer full): the distance between its two ends in a straight line; "" if it has
 *   another number of ends
 */
char *
atlas_facts_describe_distance (const AtlasFacts *self,
                               AtlasLink        *link)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (self->scope);
  g_autoptr (GPtrArray) ends = atlas_link_dup_ends (link, dataset);

  return ends->len == 2 ? format_distance (self, ends->pdata[0], ends->pdata[1]) : g_strdup ("");
}

static const char *
get_kind (const AtlasFacts *self,
          AtlasRecord      *record)
{
#define LABEL(TYPE, getter, object) \
  atlas_label_for (ATLAS_TYPE_##TYPE, (int) getter (object), self->language)
  if (ATLAS_IS_PLACE (record))
    return LABEL (PLACE_KIND, atlas_place_get_kind, ATLAS_PLACE (record));
  if (ATLAS_IS_ORGANIZATION (record))
    return LABEL (ORGANIZATION_KIND, atlas_organization_get_kind, ATLAS_ORGANIZATION (record));
  if (ATLAS_IS_PARTNERSHIP (record))
    return LABEL (PARTNERSHIP_KIND, atlas_partnership_get_kind, ATLAS_PARTNERSHIP (record));
  if (ATLAS_IS_EVENT (record))
    return LABEL (EVENT_KIND, atlas_event_get_kind, ATLAS_EVENT (record));
  if (ATLAS_IS_PROJECT (record))
    return LABEL (PROJECT_KIND, atlas_project_get_kind, ATLAS_PROJECT (record));
  return LABEL (RECORD_KIND, atlas_record_get_kind, record);
#undef LABEL
}

/* The status of a plan as a document; "" for other records, and if the source does not state it. */
static const char *
get_status (const AtlasFacts *self,
            AtlasRecord      *record)
{
  const AtlasPlanStatus status =
    ATLAS_IS_PLAN (record) ? atlas_plan_get_status (ATLAS_PLAN (record)) : ATLAS_PLAN_STATUS_UNKNOWN;

  return status == ATLAS_PLAN_STATUS_UNKNOWN
           ? ""
           : atlas_label_for (ATLAS_TYPE_PLAN_STATUS, (int) status, self->language);
}

static char *
describe_place_of (const AtlasFacts *self,
                   AtlasRecord      *record)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (self->scope);
  AtlasRecord *parent = atlas_dataset_get_reference (dataset, record, ATLAS_ROLE_PARENT);
  g_autoptr (GPtrArray) ends = NULL;

  if (parent != NULL)
    return g_strdup (atlas_record_get_name (parent, self->language));
  if (!ATLAS_IS_LINK (record))
    return atlas_facts_join_references (self, record, ATLAS_ROLE_PLACES);
  ends = atlas_link_dup_ends (ATLAS_LINK (record), dataset);
  return atlas_facts_join (self, ends);
}

/* The time of the filter, or else the date of the dataset. */
static char *
describe_moment (const AtlasFacts *self)
{
  const AtlasDate *date = atlas_dataset_get_date (atlas_scope_get_dataset (self->scope));
  g_autofree char *words = NULL;

  if (self->filter != NULL && atlas_filter_has_time (self->filter))
    return atlas_filter_describe_time (self->filter, self->language);
  if (date == NULL)
    return g_strdup ("");
  words = atlas_format_date (date, self->language);
  /* Translators: the date up to which the facts of a page are known. */
  return g_strdup_printf (atlas_translate (self->language, "As of %s"), words);
}

/* The distance between the two places of the scope; "" for other scopes. */
static char *
describe_span (const AtlasFacts *self)
{
  AtlasRecord *subject = atlas_scope_get_subject (self->scope);
  AtlasRecord *other = atlas_scope_get_other (self->scope);
  g_autofree char *distance = NULL;

  if (ATLAS_IS_PLACE (subject) && ATLAS_IS_PLACE (other))
    distance = format_distance (self, ATLAS_PLACE (subject), ATLAS_PLACE (other));
  else if (ATLAS_IS_LINK (subject) && other == NULL)
    distance = atlas_facts_describe_distance (self, ATLAS_LINK (subject));
  if (distance == NULL || *distance == '\0')
    return g_strdup ("");
  /* Translators: a distance such as "110 km". */
  return g_strdup_printf (atlas_translate (self->language, "%s in a straight line"), distance);
}

/**
 * atlas_facts_describe_scope:
 * @self: the facts of a page
 *
 * Returns: (transfer full): one line with kind, place and time of the scope
 */
char *
atlas_facts_describe_scope (const AtlasFacts *self)
{
  AtlasRecord *subject = atlas_scope_get_subject (self->scope);
  AtlasRecord *other = atlas_scope_get_other (self->scope);
  g_autofree char *moment = describe_moment (self);
  g_autofree char *place = NULL;
  g_autofree char *span = NULL;

  if (subject == NULL)
    return atlas_facts_join_words (atlas_province_describe_whole (atlas_scope_get_dataset (self->scope),
                                                          self->language),
                                   moment, NULL);
  span = describe_span (self);
  if (other != NULL)
    return atlas_facts_join_words (
      ATLAS_IS_LINK (subject) || ATLAS_IS_LINK (other)
        ? atlas_translate_context (self->language, "comparison of links", "Side by side")
        : atlas_translate (self->language, "Two places side by side"),
      span, moment, NULL);
  place = describe_place_of (self, subject);
  return atlas_facts_join_words (get_kind (self, subject), get_status (self, subject), place, span,
                                 moment, NULL);
}

/* The number of links on the map that are undated and therefore paler. */
static char *
describe_undated (const AtlasFacts *self)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (self->scope);
  g_autoptr (GPtrArray) links =
    atlas_scope_dup_records (self->scope, ATLAS_RECORD_KIND_PARTNERSHIP);
  g_autoptr (GPtrArray) routes = atlas_scope_dup_records (self->scope, ATLAS_RECORD_KIND_ROUTE);
  guint n_undated, n_all;
  gboolean is_paler = FALSE;

  g_ptr_array_extend (links, routes, NULL, NULL);
  for (guint i = 0; i < links->len; i++)
    is_paler = is_paler || atlas_filter_is_in_doubt (self->filter, dataset, links->pdata[i]);
  n_undated = atlas_filter_count_undated (self->filter, dataset, links, &n_all);
  if (!is_paler || n_undated == 0)
    return g_strdup ("");
  /* Translators: the number of links without a date, and of all links. */
  return g_strdup_printf (
    atlas_translate (self->language, "%u of %u links without a date, drawn paler"), n_undated,
    n_all);
}

/**
 * atlas_facts_describe_filter:
 * @self: the facts of a page
 *
 * Returns: (transfer full): one line that describes what the filter leaves out; "" if nothing
 */
char *
atlas_facts_describe_filter (const AtlasFacts *self)
{
  g_autofree char *facets = NULL;
  g_autofree char *time = NULL;

  if (self->filter == NULL || atlas_filter_is_open (self->filter))
    return g_strdup ("");
  facets = atlas_filter_describe_facets (self->filter, self->language);
  time = atlas_filter_describe_time (self->filter, self->language);
  return atlas_facts_join_words (time, facets, NULL);
}

/**
 * atlas_facts_describe_limits:
 * @self: the facts of a page
 *
 * Returns: (transfer full): one line that describes what the filter leaves out, except for the
 *   time, which is part of atlas_facts_describe_scope(), and the number of undated links; "" if
 *   there is nothing
 */
char *
atlas_facts_describe_limits (const AtlasFacts *self)
{
  g_autofree char *undated = NULL;
  g_autofree char *facets = NULL;

  if (self->filter == NULL || atlas_filter_is_open (self->filter))
    return g_strdup ("");
  facets = atlas_filter_describe_facets (self->filter, self->language);
  undated = describe_undated (self);
  return atlas_facts_join_words (undated, facets, NULL);
}

/**
 * atlas_facts_describe_left_out:
 * @self: the facts of a page
 *
 * Returns: (transfer full): one or two sentences about the records that are left out because of
 *   faults in the file; "" if none
 */
char *
atlas_facts_describe_left_out (const AtlasFacts *self)
{
  return atlas_left_out_describe (atlas_scope_get_dataset (self->scope), self->language);
}
