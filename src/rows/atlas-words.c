/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-words.h"

#include <glib/gi18n.h>

#include "atlas-enum-types.h"
#include "atlas-event.h"
#include "atlas-format.h"
#include "atlas-industry.h"
#include "atlas-labels.h"
#include "atlas-organization.h"
#include "atlas-partnership.h"
#include "atlas-plan.h"
#include "atlas-project.h"
#include "atlas-province.h"
#include "atlas-projection.h"
#include "atlas-shown.h"

/*
 * Texts about a record for panels, in the language of the interface.
 */

/* The largest number of names in a list; no list of the bundled dataset has more. */
#define MAX_NAMES 12

/**
 * atlas_words_for_menu:
 * @record: a record
 *
 * Returns: (transfer full): the name of @record as a menu label, with underscores escaped
 */
char *
atlas_words_for_menu (AtlasRecord *record)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (ATLAS_IS_RECORD (record), NULL);

  parts = g_strsplit (atlas_record_get_name (record, atlas_language_get_default ()), "_", -1);
  return g_strjoinv ("__", parts);
}

/**
 * atlas_words_join_names:
 * @records: (nullable) (element-type AtlasRecord): records
 *
 * Returns: (transfer full): their names on one line; for a long list, the first ones and the number
 *   of others; "" if there are none
 */
char *
atlas_words_join_names (GPtrArray *records)
{
  const AtlasLanguage language = atlas_language_get_default ();
  const guint n_records = records != NULL ? records->len : 0;
  /* If only one more would be left out, name it instead of writing "and 1 more". */
  const guint n_named = n_records > MAX_NAMES + 1 ? MAX_NAMES : n_records;
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < n_named; i++)
    {
      if (i > 0)
        /* Translators: between the names of a list, such as "Siping, Liaoyuan". */
        g_string_append (names, C_("list", ", "));
      g_string_append (names, atlas_record_get_name (records->pdata[i], language));
    }
  if (n_named < n_records)
    /* Translators: at the end of a list of names. */
    g_string_append_printf (names, ngettext (" and %u more", " and %u more", n_records - n_named),
                            n_records - n_named);
  return g_string_free (names, FALSE);
}

/**
 * atlas_words_join_facts:
 * @first: (nullable): a fact @...: more facts, ending with %NULL; "" is left out
 *
 * Returns: (transfer full): the facts on one line
 */
char *
atlas_words_join_facts (const char *first,
                        ...)
{
  GString *facts = g_string_new (NULL);
  va_list arguments;

  va_start (arguments, first);
  for (const char *fact = first; fact != NULL; fact = va_arg (arguments, const char *))
    if (*fact != '\0')
      g_string_append_printf (facts, "%s%s", facts->len > 0 ? " · " : "", fact);
  va_end (arguments);
  return g_string_free (facts, FALSE);
}

/**
 * atlas_words_for_kind:
 * @record: a record
 *
 * Returns: (transfer none): the most specific label of its kind
 */
const char *
atlas_words_for_kind (AtlasRecord *record)
{
  const AtlasLanguage language = atlas_language_get_default ();
  const AtlasRecordKind kind = atlas_record_get_kind (record);

#define LABEL(TYPE, getter, object) \
  atlas_label_for (ATLAS_TYPE_##TYPE, (int) getter (object), language)
  switch (kind)
    {
    case ATLAS_RECORD_KIND_PLACE:
      return LABEL (PLACE_KIND, atlas_place_get_kind, ATLAS_PLACE (record));
    case ATLAS_RECORD_KIND_ORGANIZATION:
      return LABEL (ORGANIZATION_KIND, atlas_organization_get_kind, ATLAS_ORGANIZATION (record));
    case ATLAS_RECORD_KIND_PARTNERSHIP:
      return LABEL (PARTNERSHIP_KIND, atlas_partnership_get_kind, ATLAS_PARTNERSHIP (record));
    case ATLAS_RECORD_KIND_EVENT:
      return LABEL (EVENT_KIND, atlas_event_get_kind, ATLAS_EVENT (record));
    case ATLAS_RECORD_KIND_PROJECT:
      return LABEL (PROJECT_KIND, atlas_project_get_kind, ATLAS_PROJECT (record));
    case ATLAS_RECORD_KIND_SOURCE:
    case ATLAS_RECORD_KIND_INDUSTRY:
    case ATLAS_RECORD_KIND_PLAN:
    case ATLAS_RECORD_KIND_ROUTE:
    case ATLAS_RECORD_KIND_FIGURE:
    case ATLAS_RECORD_KIND_COMMITMENT:
    default:
      return atlas_label_for (ATLAS_TYPE_RECORD_KIND, (int) kind, language);
    }
#undef LABEL
}

/**
 * atlas_words_for_plan_status:
 * @plan: a plan
 *
 * Returns: (transfer none): its status as a document; "" if the source does not state it
 */
const char *
atlas_words_for_plan_status (AtlasPlan *plan)
{
  const AtlasPlanStatus status = atlas_plan_get_status (plan);

  return status == ATLAS_PLAN_STATUS_UNKNOWN
           ? ""
           : atlas_label_for (ATLAS_TYPE_PLAN_STATUS, (int) status, atlas_language_get_default ());
}

/**
 * atlas_words_for_date:
 * @record: a record
 *
 * Returns: (transfer full): its date in its known precision, marked if inferred; "" if it has none
 */
char *
atlas_words_for_date (AtlasRecord *record)
{
  const AtlasDate *date = atlas_record_get_date (record);
  g_autofree char *words = NULL;

  if (date == NULL)
    return g_strdup ("");
  words = atlas_format_date (date, atlas_language_get_default ());
  if (!atlas_record_is_inferred (record, "date"))
    return g_steal_pointer (&words);
  /* Translators: a date that the source implies and does not state. */
  return g_strdup_printf (_("%s (inferred)"), words);
}

/**
 * atlas_words_for_ends:
 * @link: a link
 * @dataset: its dataset
 *
 * Returns: (transfer full): the places that it joins, such as "Changchun – Siping"
 */
char *
atlas_words_for_ends (AtlasLink    *link,
                      AtlasDataset *dataset)
{
  const AtlasLanguage language = atlas_language_get_default ();
  g_autoptr (GPtrArray) ends = atlas_link_dup_ends (link, dataset);

  if (ends->len != 2)
    return atlas_words_join_names (ends);
  /* Translators: the two places that a link joins. */
  return g_strdup_printf (C_("link", "%s – %s"), atlas_record_get_name (ends->pdata[0], language),
                          atlas_record_get_name (ends->pdata[1], language));
}

static char *
describe_distance (AtlasPlace *from,
                   AtlasPlace *to)
{
  g_autofree char *distance = atlas_format_distance (
    atlas_projection_distance (atlas_place_get_latitude (from), atlas_place_get_longitude (from),
                               atlas_place_get_latitude (to), atlas_place_get_longitude (to)),
    atlas_language_get_default ());

  /* Translators: a distance such as "110 km". */
  return g_strdup_printf (_("%s in a straight line"), distance);
}

/**
 * atlas_words_for_distance:
 * @link: a link
 * @dataset: its dataset
 *
 * Returns: (transfer full): the distance between its two ends in a straight line; "" if it has
 *   another number of ends
 */
char *
atlas_words_for_distance (AtlasLink    *link,
                          AtlasDataset *dataset)
{
  g_autoptr (GPtrArray) ends = atlas_link_dup_ends (link, dataset);

  return ends->len == 2 ? describe_distance (ends->pdata[0], ends->pdata[1]) : g_strdup ("");
}

static gboolean
lies_within (AtlasRecord  *member,
             AtlasDataset *dataset,
             AtlasPlace   *place)
{
  AtlasPlace *home = atlas_place_of (member, dataset);

  return home != NULL && atlas_place_is_within (home, dataset, place);
}

/**
 * atlas_words_for_partners:
 * @link: a link
 * @scope: the scope in which it is shown
 *
 * Returns: (transfer full): the places and organizations to which it links the place in scope; the
 *   name of @link if the scope is not a place, or if the link does not leave it
 */
char *
atlas_words_for_partners (AtlasLink  *link,
                          AtlasScope *scope)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (scope);
  static const AtlasRole roles[] = { ATLAS_ROLE_MEMBERS, ATLAS_ROLE_FROM, ATLAS_ROLE_TO };
  AtlasRecord *subject = atlas_scope_get_subject (scope);
  g_autoptr (GPtrArray) partners = g_ptr_array_new ();

  /* In a comparison it would not be clear to which subject the partners belong. */
  if (atlas_scope_get_other (scope) != NULL)
    subject = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (roles) && subject != NULL && ATLAS_IS_PLACE (subject); i++)
    {
      const AtlasRecords members =
        atlas_dataset_get_references (dataset, ATLAS_RECORD (link), roles[i]);

      for (guint j = 0; j < members.len; j++)
        {
          AtlasRecord *member = atlas_records_get (&members, j);

          if (!lies_within (member, dataset, ATLAS_PLACE (subject)))
            g_ptr_array_add (partners, member);
        }
    }
  if (partners->len == 0)
    return g_strdup (atlas_record_get_name (ATLAS_RECORD (link), atlas_language_get_default ()));
  return atlas_words_join_names (partners);
}

/**
 * atlas_words_for_place_of:
 * @record: a record
 * @dataset: its dataset
 *
 * Returns: (transfer full): its location: the parent of a place, the ends of a link, the places of
 *   another record; "" if unknown
 */
char *
atlas_words_for_place_of (AtlasRecord  *record,
                          AtlasDataset *dataset)
{
  AtlasRecord *parent = atlas_dataset_get_reference (dataset, record, ATLAS_ROLE_PARENT);
  g_autoptr (GPtrArray) places = NULL;

  if (parent != NULL)
    return g_strdup (atlas_record_get_name (parent, atlas_language_get_default ()));
  if (ATLAS_IS_LINK (record))
    return atlas_words_for_ends (ATLAS_LINK (record), dataset);
  places = atlas_dataset_dup_references (dataset, record, ATLAS_ROLE_PLACES);
  return atlas_words_join_names (places);
}

static char *
get_key_line_of_link (AtlasRecord  *link,
                      AtlasDataset *dataset)
{
  g_autofree char *ends = atlas_words_for_ends (ATLAS_LINK (link), dataset);
  g_autofree char *date = atlas_words_for_date (link);
  g_autofree char *distance = atlas_words_for_distance (ATLAS_LINK (link), dataset);

  return atlas_words_join_facts (atlas_words_for_kind (link), ends, date, distance, NULL);
}

static char *
get_key_line_of_record (AtlasRecord  *record,
                        AtlasDataset *dataset)
{
  const AtlasLanguage language = atlas_language_get_default ();
  g_autofree char *place = atlas_words_for_place_of (record, dataset);
  g_autofree char *date = atlas_words_for_date (record);
  g_autofree char *period = NULL;
  const char *group = "";

  if (ATLAS_IS_INDUSTRY (record))
    group = atlas_label_for (ATLAS_TYPE_INDUSTRY_GROUP,
                             (int) atlas_industry_get_group (ATLAS_INDUSTRY (record)), language);
  if (ATLAS_IS_PLAN (record))
    group = atlas_words_for_plan_status (ATLAS_PLAN (record));
  if (ATLAS_IS_PLAN (record) && atlas_plan_get_period (ATLAS_PLAN (record)) != NULL)
    period = atlas_format_period (atlas_plan_get_period (ATLAS_PLAN (record)), language);
  return atlas_words_join_facts (atlas_words_for_kind (record), group, place, date,
                                 period != NULL ? period : "", NULL);
}

/* For two places, includes the distance between them. */
static char *
get_key_line_of_comparison (AtlasRecord *first,
                            AtlasRecord *second)
{
  g_autofree char *distance =
    ATLAS_IS_PLACE (first) && ATLAS_IS_PLACE (second)
      ? describe_distance (ATLAS_PLACE (first), ATLAS_PLACE (second))
      : g_strdup ("");

  /* Translators: of two that are compared, one of which is a link. */
  return atlas_words_join_facts (ATLAS_IS_LINK (first) || ATLAS_IS_LINK (second)
                                   ? C_("comparison of links", "Side by side")
                                   : _("Side by side"),
                                 distance, NULL);
}

/* The line of the whole atlas, with the date of the dataset unless the filter has a time. */
static char *
get_key_line_of_province (AtlasDataset *dataset,
                          gboolean      has_time)
{
  const AtlasDate *date = atlas_dataset_get_date (dataset);
  const char *whole = atlas_province_describe_whole (dataset, atlas_language_get_default ());
  g_autofree char *words = NULL;

  if (date == NULL || has_time)
    return g_strdup (whole);
  words = atlas_format_date (date, atlas_language_get_default ());
  /* Translators: the line under the title of the whole atlas: "Whole province" and a date. */
  return g_strdup_printf (_("%s · as of %s"), whole, words);
}

/**
 * atlas_words_for_key_line:
 * @scope: a scope
 * @filter: (nullable): the filter to apply
 *
 * Returns: (transfer full): the line under its name: kind, place and time
 */
char *
atlas_words_for_key_line (AtlasScope  *scope,
                          AtlasFilter *filter)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (scope);
  AtlasRecord *subject;
  const char *doubt = "";
  g_autofree char *time = NULL;
  g_autofree char *words = NULL;

  g_return_val_if_fail (ATLAS_IS_SCOPE (scope), NULL);

  subject = atlas_scope_get_subject (scope);
  time = filter != NULL ? atlas_filter_describe_time (filter, atlas_language_get_default ())
                        : g_strdup ("");
  if (subject == NULL)
    words = get_key_line_of_province (atlas_scope_get_dataset (scope), *time != '\0');
  else if (atlas_scope_get_other (scope) != NULL)
    words = get_key_line_of_comparison (subject, atlas_scope_get_other (scope));
  else
    words = ATLAS_IS_LINK (subject) ? get_key_line_of_link (subject, dataset)
                                    : get_key_line_of_record (subject, dataset);
  if (subject != NULL && atlas_shown_is_in_doubt (scope, filter, subject))
    /* Translators: of a record, or a number, whose source gives no date */
    doubt = C_("figure", "undated");
  return atlas_words_join_facts (words, time, doubt, NULL);
}

/**
 * atlas_words_list_ancestors:
 * @scope: a scope
 *
 * Returns: (transfer container) (element-type AtlasPlace): the places that contain the subject, the
 *   largest first; for a link, those of its first end
 */
GPtrArray *
atlas_words_list_ancestors (AtlasScope *scope)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (scope);
  GPtrArray *ancestors = g_ptr_array_new ();
  AtlasRecord *subject;
  AtlasPlace *place = NULL;

  g_return_val_if_fail (ATLAS_IS_SCOPE (scope), ancestors);

  subject = atlas_scope_get_subject (scope);
  if (subject != NULL && ATLAS_IS_PLACE (subject))
    place = atlas_place_get_parent (ATLAS_PLACE (subject), dataset);
  else if (subject != NULL && ATLAS_IS_LINK (subject))
    {
      g_autoptr (GPtrArray) ends = atlas_link_dup_ends (ATLAS_LINK (subject), dataset);

      place = ends->len > 0 ? ends->pdata[0] : NULL;
    }
  for (; place != NULL; place = atlas_place_get_parent (place, dataset))
    g_ptr_array_insert (ancestors, 0, place);
  return ancestors;
}
