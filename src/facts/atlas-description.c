/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-description.h"

#include <glib/gi18n.h>

#include "atlas-enum-types.h"
#include "atlas-format.h"
#include "atlas-labels.h"
#include "atlas-plan.h"
#include "atlas-project.h"
#include "atlas-projection.h"
#include "atlas-route.h"
#include "atlas-schema.h"
#include "atlas-translation.h"

/*
 * The texts about one record, in the language of the caller.
 *
 * Rows of panels, the hover card, search results, pages and exported tables use them, so that their
 * texts are the same.
 */

/**
 * atlas_join_facts:
 * @first: (nullable): text
 * @...: more texts, ending with %NULL; "" is left out
 *
 * Returns: (transfer full): the texts on one line
 */
char *
atlas_join_facts (const char *first, ...)
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
 * atlas_join_names:
 * @records: (nullable) (element-type AtlasRecord): records
 * @max: the number of names after which the rest is only counted, or 0 for no limit
 * @language: the language of the text
 *
 * Returns: (transfer full): their names on one line; "" if there are none
 */
char *
atlas_join_names (GPtrArray *records, guint max, AtlasLanguage language)
{
  const guint n_records = records != NULL ? records->len : 0;
  /* One more name needs less room than "and 1 more". */
  const guint n_named = max > 0 && n_records > max + 1 ? max : n_records;
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < n_named; i++)
    {
      if (i > 0)
        /* Translators: between the names of a list, such as "Siping, Liaoyuan". */
        g_string_append (names, atlas_translate_context (language, "list", ", "));
      g_string_append (names, atlas_record_get_name (records->pdata[i], language));
    }
  if (n_named < n_records)
    /* Translators: at the end of a list of names. */
    g_string_append_printf (
      names, atlas_translate_plural (language, " and %u more", " and %u more", n_records - n_named),
      n_records - n_named);
  return g_string_free (names, FALSE);
}

/* The value of an enumerated member; NULL if the kind of the record has no such member. */
static const GEnumValue *
find_word (AtlasRecord *record, const char *member)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (record), member);
  int value;

  if (pspec == NULL || !G_IS_PARAM_SPEC_ENUM (pspec))
    return NULL;
  g_object_get (record, member, &value, NULL);
  return g_enum_get_value (G_PARAM_SPEC_ENUM (pspec)->enum_class, value);
}

static const GEnumValue *
find_status (AtlasRecord *record, const char **member)
{
  static const char *const members[] = { "status", "stage", "urban-style" };
  const GEnumValue *status = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (members) && status == NULL; i++)
    status = find_word (record, *member = members[i]);
  return status;
}

/**
 * atlas_describe_word:
 * @record: a record
 * @member: the name of a property, such as "kind" or "urban-style"
 * @language: the language of the text
 *
 * Returns: (transfer none): the label of its value; "" if the source does not state it, or if the
 *   record has no such enumerated property
 */
const char *
atlas_describe_word (AtlasRecord *record, const char *member, AtlasLanguage language)
{
  const GEnumValue *word = find_word (record, member);

  if (word == NULL || g_str_equal (word->value_nick, ATLAS_UNKNOWN))
    return "";
  return atlas_label_for (
    g_object_class_find_property (G_OBJECT_GET_CLASS (record), member)->value_type, word->value,
    language);
}

/**
 * atlas_describe_kind:
 * @record: a record
 * @language: the language of the text
 *
 * Returns: (transfer none): its kind, as specific as its vocabulary allows
 */
const char *
atlas_describe_kind (AtlasRecord *record, AtlasLanguage language)
{
  const char *kind = atlas_describe_word (record, "kind", language);

  return *kind != '\0' ? kind
                       : atlas_label_for (ATLAS_TYPE_RECORD_KIND,
                                          (int) atlas_record_get_kind (record), language);
}

/**
 * atlas_describe_status:
 * @record: a record
 * @language: the language of the text
 *
 * Returns: (transfer none): the status of a plan or a figure, the stage of a partnership or a
 *   project, the service of a bus route; "" for other records, and if the source does not state it
 */
const char *
atlas_describe_status (AtlasRecord *record, AtlasLanguage language)
{
  const char *member;

  return find_status (record, &member) != NULL ? atlas_describe_word (record, member, language)
                                               : "";
}

/**
 * atlas_describe_status_code:
 * @record: a record
 *
 * Returns: (transfer none): its status as written in a dataset; "" if its kind has none
 */
const char *
atlas_describe_status_code (AtlasRecord *record)
{
  const char *member;
  const GEnumValue *status = find_status (record, &member);

  return status != NULL ? status->value_nick : "";
}

/* Returns @words, marked as inferred if the source only implies @member. */
static char *
mark_inferred (AtlasRecord *record, const char *member, char *words, AtlasLanguage language)
{
  char *marked;

  if (!atlas_record_is_inferred (record, member))
    return words;
  /* Translators: what the source implies and does not state. */
  marked = g_strdup_printf (atlas_translate (language, "%s (inferred)"), words);
  g_free (words);
  return marked;
}

typedef char *(*DateFunc) (const AtlasDate *date, AtlasLanguage language);

static char *
describe_date (AtlasRecord *record, DateFunc format, AtlasLanguage language)
{
  const AtlasDate *date = atlas_record_get_date (record);

  return date != NULL ? mark_inferred (record, "date", format (date, language), language)
                      : g_strdup ("");
}

/**
 * atlas_describe_date:
 * @record: a record
 * @language: the language of the text
 *
 * Returns: (transfer full): its date in its known precision, marked if inferred; "" if it has none
 */
char *
atlas_describe_date (AtlasRecord *record, AtlasLanguage language)
{
  return describe_date (record, atlas_format_date, language);
}

/**
 * atlas_describe_short_date:
 * @record: a record
 * @language: the language of the text
 *
 * Returns: (transfer full): its date in short form, for a narrow column, marked if inferred; "" if
 *   it has none
 */
char *
atlas_describe_short_date (AtlasRecord *record, AtlasLanguage language)
{
  return describe_date (record, atlas_format_date_short, language);
}

/**
 * atlas_describe_period:
 * @record: a record
 * @language: the language of the text
 *
 * Returns: (transfer full): the period of a plan, or the period that a figure covers, marked if
 *   inferred; "" if it has none
 */
char *
atlas_describe_period (AtlasRecord *record, AtlasLanguage language)
{
  const AtlasPeriod *period = ATLAS_IS_PLAN (record) ? atlas_plan_get_period (ATLAS_PLAN (record))
                              : ATLAS_IS_FIGURE (record)
                                ? atlas_figure_get_period (ATLAS_FIGURE (record))
                                : NULL;

  return period != NULL
           ? mark_inferred (record, "period", atlas_format_period (period, language), language)
           : g_strdup ("");
}

/**
 * atlas_describe_references:
 * @record: a record
 * @dataset: its dataset
 * @role: the role of the references
 * @max: the number of names after which the rest is only counted, or 0 for no limit
 * @language: the language of the text
 *
 * Returns: (transfer full): the names of the referenced records
 */
char *
atlas_describe_references (AtlasRecord *record,
                           AtlasDataset *dataset,
                           AtlasRole role,
                           guint max,
                           AtlasLanguage language)
{
  g_autoptr (GPtrArray) references = atlas_dataset_dup_references (dataset, record, role);

  return atlas_join_names (references, max, language);
}

/**
 * atlas_describe_list_places:
 * @record: a record
 * @dataset: its dataset
 *
 * Returns: (transfer container) (element-type AtlasPlace): the parent of a place, the ends of a
 *   link, the places of any other record
 */
GPtrArray *
atlas_describe_list_places (AtlasRecord *record, AtlasDataset *dataset)
{
  if (ATLAS_IS_LINK (record))
    return atlas_link_dup_ends (ATLAS_LINK (record), dataset);
  return atlas_dataset_dup_references (
    dataset, record, ATLAS_IS_PLACE (record) ? ATLAS_ROLE_PARENT : ATLAS_ROLE_PLACES);
}

/**
 * atlas_describe_place:
 * @record: a record
 * @dataset: its dataset
 * @language: the language of the text
 *
 * Returns: (transfer full): the names of atlas_describe_list_places(), such as
 *   "Changchun – Siping" for a link; "" if there are none
 */
char *
atlas_describe_place (AtlasRecord *record, AtlasDataset *dataset, AtlasLanguage language)
{
  g_autoptr (GPtrArray) places = atlas_describe_list_places (record, dataset);

  if (!ATLAS_IS_LINK (record) || places->len != 2)
    return atlas_join_names (places, ATLAS_MAX_NAMES, language);
  /* Translators: the two places that a link joins. */
  return g_strdup_printf (atlas_translate_context (language, "link", "%s – %s"),
                          atlas_record_get_name (places->pdata[0], language),
                          atlas_record_get_name (places->pdata[1], language));
}

/**
 * atlas_describe_distance:
 * @from: a place
 * @to: another
 * @language: the language of the text
 *
 * Returns: (transfer full): their distance in a straight line, such as "110 km"
 */
char *
atlas_describe_distance (AtlasPlace *from, AtlasPlace *to, AtlasLanguage language)
{
  return atlas_format_distance (
    atlas_projection_distance (atlas_place_get_latitude (from), atlas_place_get_longitude (from),
                               atlas_place_get_latitude (to), atlas_place_get_longitude (to)),
    language);
}

/**
 * atlas_describe_length:
 * @link: a link
 * @dataset: its dataset
 * @language: the language of the text
 *
 * Returns: (transfer full): the distance between its two ends in a straight line; "" if it has
 *   another number of ends
 */
char *
atlas_describe_length (AtlasLink *link, AtlasDataset *dataset, AtlasLanguage language)
{
  g_autoptr (GPtrArray) ends = atlas_link_dup_ends (link, dataset);

  return ends->len == 2 ? atlas_describe_distance (ends->pdata[0], ends->pdata[1], language)
                        : g_strdup ("");
}

/**
 * atlas_describe_straight_line:
 * @distance: a formatted distance, or ""
 * @language: the language of the text
 *
 * Returns: (transfer full): @distance with the words "in a straight line"; "" for ""
 */
char *
atlas_describe_straight_line (const char *distance, AtlasLanguage language)
{
  /* Translators: a distance such as "110 km". */
  return *distance != '\0'
           ? g_strdup_printf (atlas_translate (language, "%s in a straight line"), distance)
           : g_strdup ("");
}

static gboolean
lies_within (AtlasRecord *member, AtlasDataset *dataset, AtlasPlace *place)
{
  AtlasPlace *home = atlas_place_of (member, dataset);

  return home != NULL && atlas_place_is_within (home, dataset, place);
}

/**
 * atlas_describe_partners:
 * @link: a link
 * @scope: the scope in which it is shown
 * @language: the language of the text
 *
 * Returns: (transfer full): the members of @link outside the place in scope; the name of @link if
 *   the scope is not a place, or if all members are inside it
 */
char *
atlas_describe_partners (AtlasLink *link, AtlasScope *scope, AtlasLanguage language)
{
  static const AtlasRole roles[] = { ATLAS_ROLE_MEMBERS, ATLAS_ROLE_FROM, ATLAS_ROLE_TO };
  AtlasDataset *dataset = atlas_scope_get_dataset (scope);
  /* In a comparison it is not clear whose partners they are. */
  AtlasRecord *subject =
    atlas_scope_get_other (scope) == NULL ? atlas_scope_get_subject (scope) : NULL;
  g_autoptr (GPtrArray) partners = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (roles) && ATLAS_IS_PLACE (subject); i++)
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
  return partners->len > 0 ? atlas_join_names (partners, ATLAS_MAX_NAMES, language)
                           : g_strdup (atlas_record_get_name (ATLAS_RECORD (link), language));
}

/**
 * atlas_describe_subtitle:
 * @record: a record
 * @dataset: its dataset
 * @language: the language of the text
 *
 * Returns: (transfer full): its kind, place and date on one line, for a title or for a list of
 *   several kinds
 */
char *
atlas_describe_subtitle (AtlasRecord *record, AtlasDataset *dataset, AtlasLanguage language)
{
  const char *group = ATLAS_IS_PLAN (record) ? atlas_describe_status (record, language)
                                             : atlas_describe_word (record, "group", language);
  g_autofree char *place = atlas_describe_place (record, dataset, language);
  g_autofree char *date = atlas_describe_date (record, language);
  g_autofree char *period = atlas_describe_period (record, language);

  return atlas_join_facts (atlas_describe_kind (record, language), group, place, date, period,
                           NULL);
}

/**
 * atlas_describe_menu_label:
 * @record: a record
 * @language: the language of the text
 *
 * Returns: (transfer full): the name of @record as the label of a menu item, with underscores
 *   escaped, since an underscore marks a mnemonic
 */
char *
atlas_describe_menu_label (AtlasRecord *record, AtlasLanguage language)
{
  g_auto (GStrv) parts = g_strsplit (atlas_record_get_name (record, language), "_", -1);

  return g_strjoinv ("__", parts);
}

/* Projects ------------------------------------------------------------------------------------ */

/* Returns the investment of a project, unless it was counted after the time shown. */
static AtlasFigure *
find_investment (AtlasRecord *project, AtlasDataset *dataset, AtlasFilter *filter)
{
  AtlasRecord *investment = atlas_dataset_get_reference (dataset, project, ATLAS_ROLE_INVESTMENT);

  return investment != NULL &&
             (filter == NULL || atlas_filter_matches (filter, dataset, investment))
           ? ATLAS_FIGURE (investment)
           : NULL;
}

static char *
format_length (AtlasRecord *project, AtlasLanguage language)
{
  const AtlasDecimal *length = atlas_project_get_length_km (ATLAS_PROJECT (project));

  return length != NULL ? atlas_format_quantity (*length, ATLAS_UNIT_KM, language) : g_strdup ("");
}

static char *
describe_expected (AtlasRecord *project, AtlasLanguage language)
{
  const AtlasDate *expected = atlas_project_get_expected (ATLAS_PROJECT (project));
  g_autofree char *date = NULL;

  if (expected == NULL)
    return g_strdup ("");
  date = atlas_format_date (expected, language);
  /* Translators: the date at which a project is to be finished. */
  return g_strdup_printf (atlas_translate (language, "expected %s"), date);
}

/* Describes the amount of a project, which is not always its cost: it may be what has been spent so
 * far. Without @amount, the text is for a line below the amount. */
static char *
describe_investment (AtlasFigure *investment, const char *amount, AtlasLanguage language)
{
  switch (atlas_figure_get_status (investment))
    {
    case ATLAS_FIGURE_STATUS_COMPLETED:
      if (amount == NULL)
        /* Translators: of the amount of money beside a project. */
        return g_strdup (atlas_translate (language, "invested so far"));
      /* Translators: of a project; %s is an amount of money. */
      return g_strdup_printf (atlas_translate (language, "invested so far: %s"), amount);
    case ATLAS_FIGURE_STATUS_PLANNED:
    case ATLAS_FIGURE_STATUS_EXPECTED:
      if (amount == NULL)
        /* Translators: of the amount of money beside a project. */
        return g_strdup (atlas_translate (language, "investment planned"));
      /* Translators: of a project; %s is an amount of money. */
      return g_strdup_printf (atlas_translate (language, "investment planned: %s"), amount);
    case ATLAS_FIGURE_STATUS_STOCK:
    default:
      return g_strdup (amount != NULL ? amount : "");
    }
}

/* Returns text such as "Under construction · expected October 2021", with the length if the value
 * is the investment. */
static char *
describe_project (AtlasRecord *project,
                  AtlasDataset *dataset,
                  AtlasFilter *filter,
                  AtlasLanguage language)
{
  AtlasFigure *investment = find_investment (project, dataset, filter);
  g_autofree char *expected = describe_expected (project, language);
  g_autofree char *length = investment != NULL ? format_length (project, language) : g_strdup ("");
  g_autofree char *amount =
    investment != NULL ? describe_investment (investment, NULL, language) : g_strdup ("");

  return atlas_join_facts (atlas_describe_status (project, language), expected, length, amount,
                           NULL);
}

/**
 * atlas_describe_extent:
 * @project: a project
 * @dataset: its dataset
 * @filter: (nullable): the filter with the time to show
 * @language: the language of the text
 *
 * Returns: (transfer full): its length, investment and expected date on one line, as far as known,
 *   without an amount that was counted after the time shown
 */
char *
atlas_describe_extent (AtlasProject *project,
                       AtlasDataset *dataset,
                       AtlasFilter *filter,
                       AtlasLanguage language)
{
  AtlasRecord *record = ATLAS_RECORD (project);
  AtlasFigure *investment = find_investment (record, dataset, filter);
  g_autofree char *length = format_length (record, language);
  g_autofree char *expected = describe_expected (record, language);
  g_autofree char *cost = investment != NULL ? atlas_describe_amount (investment, language) : NULL;
  g_autofree char *amount =
    investment != NULL ? describe_investment (investment, cost, language) : g_strdup ("");

  return atlas_join_facts (length, amount, expected, NULL);
}

/* All kinds ----------------------------------------------------------------------------------- */

static char *
describe_event (AtlasRecord *event, AtlasLanguage language)
{
  g_autofree char *date = atlas_describe_date (event, language);

  return atlas_join_facts (date, atlas_describe_kind (event, language), NULL);
}

/* A plan without a period is described by the date of its document. */
static char *
describe_plan (AtlasRecord *plan, AtlasDataset *dataset, AtlasLanguage language)
{
  g_autofree char *period = atlas_describe_period (plan, language);
  g_autofree char *date = *period == '\0' ? atlas_describe_date (plan, language) : g_strdup ("");
  g_autofree char *issuers =
    atlas_describe_references (plan, dataset, ATLAS_ROLE_ISSUER, ATLAS_MAX_NAMES, language);

  return atlas_join_facts (atlas_describe_status (plan, language), period, date, issuers, NULL);
}

static char *
describe_link (AtlasRecord *link, AtlasDataset *dataset, AtlasLanguage language)
{
  char *industries =
    atlas_describe_references (link, dataset, ATLAS_ROLE_INDUSTRIES, ATLAS_MAX_NAMES, language);

  if (*industries != '\0')
    return industries;
  g_free (industries);
  return g_strdup (atlas_record_get_summary (link, language));
}

/**
 * atlas_describe_detail:
 * @record: a record
 * @dataset: its dataset
 * @filter: (nullable): the filter with the time to show
 * @language: the language of the text
 *
 * Returns: (transfer full): the line below its name: the industries of a link, or else its summary;
 *   status and time of a project, a plan or a figure; date and kind of an event; the responsible
 *   bodies of a next step; the kind of any other record
 */
char *
atlas_describe_detail (AtlasRecord *record,
                       AtlasDataset *dataset,
                       AtlasFilter *filter,
                       AtlasLanguage language)
{
  switch (atlas_record_get_kind (record))
    {
    case ATLAS_RECORD_KIND_PARTNERSHIP:
    case ATLAS_RECORD_KIND_ROUTE:
      return describe_link (record, dataset, language);
    case ATLAS_RECORD_KIND_EVENT:
      return describe_event (record, language);
    case ATLAS_RECORD_KIND_PLAN:
      return describe_plan (record, dataset, language);
    case ATLAS_RECORD_KIND_FIGURE:
      return atlas_describe_standing (ATLAS_FIGURE (record), language);
    case ATLAS_RECORD_KIND_PROJECT:
      return describe_project (record, dataset, filter, language);
    case ATLAS_RECORD_KIND_COMMITMENT:
      return atlas_describe_references (record, dataset, ATLAS_ROLE_RESPONSIBLE, ATLAS_MAX_NAMES,
                                        language);
    case ATLAS_RECORD_KIND_SOURCE:
    case ATLAS_RECORD_KIND_PLACE:
    case ATLAS_RECORD_KIND_INDUSTRY:
    case ATLAS_RECORD_KIND_ORGANIZATION:
    default:
      return g_strdup (atlas_describe_kind (record, language));
    }
}

/**
 * atlas_describe_measure:
 * @record: a record
 * @value: (out): return location for the number
 * @unit: (out): return location for its unit
 *
 * Gets the value of a figure, the daily trips of a bus route, or the length of a project in km.
 *
 * Returns: whether @record has such a number; if not, @value and @unit are unchanged
 */
gboolean
atlas_describe_measure (AtlasRecord *record, AtlasDecimal *value, AtlasUnit *unit)
{
  const AtlasDecimal *stated = NULL;
  AtlasDecimal trips = 0;
  AtlasUnit counted = ATLAS_UNIT_KM;

  if (ATLAS_IS_FIGURE (record))
    {
      stated = atlas_figure_get_value (ATLAS_FIGURE (record));
      counted = atlas_figure_get_unit (ATLAS_FIGURE (record));
    }
  else if (ATLAS_IS_PROJECT (record))
    stated = atlas_project_get_length_km (ATLAS_PROJECT (record));
  else if (ATLAS_IS_ROUTE (record) && atlas_route_get_trips_per_day (ATLAS_ROUTE (record)) > 0)
    {
      trips = atlas_route_get_trips_per_day (ATLAS_ROUTE (record)) * ATLAS_DECIMAL_ONE;
      stated = &trips;
      counted = ATLAS_UNIT_TRIP_PER_DAY;
    }
  if (stated == NULL)
    return FALSE;
  *value = *stated;
  *unit = counted;
  return TRUE;
}

/* A figure that states the change of another one has a sign, such as "+32%". */
static char *
format_figure (AtlasFigure *figure, AtlasDataset *dataset, AtlasLanguage language)
{
  const AtlasDecimal *value = atlas_figure_get_value (figure);
  g_autofree char *words = atlas_format_figure (figure, language);

  return value != NULL && *value > 0 && atlas_figure_is_change (figure, dataset)
           ? g_strconcat ("+", words, NULL)
           : g_steal_pointer (&words);
}

/**
 * atlas_describe_value:
 * @record: a record
 * @dataset: its dataset
 * @filter: (nullable): the filter with the time to show
 * @language: the language of the text
 *
 * Returns: (transfer full): its number with its unit: the investment of a project, marked if no
 *   source states it, or else its length; the number of atlas_describe_measure() of any other
 *   record, with a sign if it is a change; "" if it has none
 */
char *
atlas_describe_value (AtlasRecord *record,
                      AtlasDataset *dataset,
                      AtlasFilter *filter,
                      AtlasLanguage language)
{
  AtlasFigure *investment =
    ATLAS_IS_PROJECT (record) ? find_investment (record, dataset, filter) : NULL;
  AtlasDecimal value;
  AtlasUnit unit;

  if (ATLAS_IS_FIGURE (record))
    return format_figure (ATLAS_FIGURE (record), dataset, language);
  if (investment != NULL)
    {
      char *words = format_figure (investment, dataset, language);

      /* The citation beside a project does not state its investment. */
      return atlas_record_lacks_source (ATLAS_RECORD (investment))
               ? atlas_mark_no_source (words, language)
               : words;
    }
  return atlas_describe_measure (record, &value, &unit)
           ? atlas_format_quantity (value, unit, language)
           : g_strdup ("");
}

/* Where it is stated -------------------------------------------------------------------------- */

/**
 * atlas_describe_no_source:
 * @language: the language of the text
 *
 * Returns: (transfer none): the words that stand in the place of a citation if a record has none;
 *   see atlas_record_lacks_source()
 */
const char *
atlas_describe_no_source (AtlasLanguage language)
{
  return atlas_translate (language, "No source yet");
}

/**
 * atlas_mark_no_source:
 * @words: (transfer full): a statement or an amount
 * @language: the language of the text
 *
 * Returns: (transfer full): @words with the mark that no source states this yet, for a place
 *   without a citation; "" stays empty
 */
char *
atlas_mark_no_source (char *words, AtlasLanguage language)
{
  g_autofree char *taken = words;

  g_return_val_if_fail (words != NULL, NULL);

  if (*words == '\0')
    return g_steal_pointer (&taken);
  /* Translators: %s is a statement or an amount. */
  return g_strdup_printf (atlas_translate (language, "%s (no source yet)"), words);
}

/**
 * atlas_count_unsourced:
 * @records: (element-type AtlasRecord): records
 *
 * Returns: how many of them have no source yet; see atlas_record_lacks_source()
 */
guint
atlas_count_unsourced (GPtrArray *records)
{
  guint n_unsourced = 0;

  for (guint i = 0; i < records->len; i++)
    n_unsourced += (guint) atlas_record_lacks_source (records->pdata[i]);
  return n_unsourced;
}

/**
 * atlas_describe_sum:
 * @sum: a sum of figures
 * @unit: its unit
 * @n_figures: how many figures were added
 * @n_unsourced: how many of them have no source yet
 * @language: the language of the text
 *
 * Returns: (transfer full): the sum with its unit, marked if any of its figures has no source
 */
char *
atlas_describe_sum (AtlasDecimal sum,
                    AtlasUnit unit,
                    guint n_figures,
                    guint n_unsourced,
                    AtlasLanguage language)
{
  g_autofree char *words = atlas_format_quantity (sum, unit, language);

  if (n_unsourced == 0)
    return g_steal_pointer (&words);
  if (n_unsourced == n_figures)
    return atlas_mark_no_source (g_steal_pointer (&words), language);
  /* Translators: %s is a sum; some of its figures have no source. */
  return g_strdup_printf (atlas_translate (language, "%s (partly no source yet)"), words);
}

/**
 * atlas_describe_amount:
 * @figure: a figure
 * @language: the language of the text
 *
 * Returns: (transfer full): its value with its unit, marked if no source states it, for a place
 *   without its citation; "" if it has no value
 */
char *
atlas_describe_amount (AtlasFigure *figure, AtlasLanguage language)
{
  char *amount = atlas_format_figure (figure, language);

  return atlas_record_lacks_source (ATLAS_RECORD (figure)) ? atlas_mark_no_source (amount, language)
                                                           : amount;
}

/**
 * atlas_describe_standing:
 * @figure: a figure
 * @language: the language of the text
 *
 * Returns: (transfer full): atlas_format_figure_standing(), marked if no source states the figure,
 *   for a place without its citation
 */
char *
atlas_describe_standing (AtlasFigure *figure, AtlasLanguage language)
{
  char *standing = atlas_format_figure_standing (figure, language);

  return atlas_record_lacks_source (ATLAS_RECORD (figure))
           ? atlas_mark_no_source (standing, language)
           : standing;
}

/**
 * atlas_describe_source:
 * @source: a source
 * @language: the language of the text
 *
 * Returns: (transfer full): its issuer, number and date on one line
 */
char *
atlas_describe_source (AtlasSource *source, AtlasLanguage language)
{
  const char *number = atlas_source_get_number (source);
  g_autofree char *date = atlas_describe_date (ATLAS_RECORD (source), language);

  return atlas_join_facts (atlas_source_get_issuer (source, language), number != NULL ? number : "",
                           date, NULL);
}

/**
 * atlas_describe_citations:
 * @record: a record
 * @dataset: its dataset
 * @separator: the text between two citations
 * @language: the language of the text
 *
 * Returns: (transfer full): its citations in full, each fit for a footnote; the words of
 *   atlas_describe_no_source() if it has none but needs one
 */
char *
atlas_describe_citations (AtlasRecord *record,
                          AtlasDataset *dataset,
                          const char *separator,
                          AtlasLanguage language)
{
  GString *citations = g_string_new (NULL);

  if (atlas_record_lacks_source (record))
    g_string_append (citations, atlas_describe_no_source (language));
  for (guint i = 0; i < atlas_record_get_n_citations (record); i++)
    {
      g_autofree char *citation = atlas_format_citation (record, dataset, i, language);

      g_string_append_printf (citations, "%s%s", i > 0 ? separator : "", citation);
    }
  return g_string_free (citations, FALSE);
}

/**
 * atlas_describe_inferred:
 * @record: a record
 * @language: the language of the text
 *
 * Returns: (transfer full): the labels of its members that the source only implies; "" if all are
 *   stated
 */
char *
atlas_describe_inferred (AtlasRecord *record, AtlasLanguage language)
{
  const char *const *inferred = atlas_record_get_inferred (record);
  GString *members = g_string_new (NULL);

  for (gsize i = 0; inferred[i] != NULL; i++)
    g_string_append_printf (
      members, "%s%s", i > 0 ? atlas_translate_context (language, "list", ", ") : "",
      atlas_label_for_member (atlas_record_get_kind (record), inferred[i], language));
  return g_string_free (members, FALSE);
}
