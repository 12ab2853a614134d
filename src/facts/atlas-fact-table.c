/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-fact-table-private.h"

#include <glib/gi18n.h>

#include "atlas-commitment.h"
#include "atlas-description.h"
#include "atlas-enum-types.h"
#include "atlas-event.h"
#include "atlas-figure-list.h"
#include "atlas-format.h"
#include "atlas-labels.h"
#include "atlas-next-steps.h"
#include "atlas-partnership.h"
#include "atlas-progress.h"
#include "atlas-route.h"
#include "atlas-schema.h"
#include "atlas-translation.h"

/*
 * One table for each kind of record: its columns, the order of its rows, and their texts.
 *
 * A record has one row in one table, so that a page states each fact once: amounts of money are in
 * the table of investment, other figures among the key figures. Only a next step of several bodies
 * is listed for each of them.
 */

/* Facts --------------------------------------------------------------------------------------- */

static char *
describe_summary (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return g_strdup (atlas_record_get_summary (row->record, facts->language));
}

static char *
describe_kind (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return g_strdup (atlas_describe_kind (row->record, facts->language));
}

static char *
describe_event_kind (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return row->report != NULL
           ? g_strdup (atlas_translate_context (facts->language, "member", "Progress"))
           : describe_kind (facts, row);
}

static char *
describe_status (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return g_strdup (atlas_describe_status (row->record, facts->language));
}

static char *
describe_date (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return atlas_describe_short_date (row->record, facts->language);
}

/* The date of counting. The period that a figure covers is different and has its own column. */
static char *
describe_as_of (const AtlasFacts *facts, const AtlasFactRow *row)
{
  AtlasFigure *figure = ATLAS_FIGURE (row->record);
  const AtlasDate *as_of = atlas_figure_get_as_of (figure);

  if (as_of != NULL)
    return atlas_format_date (as_of, facts->language);
  return g_strdup (atlas_figure_get_period (figure) == NULL
                     ? atlas_translate_context (facts->language, "figure", "undated")
                     : "");
}

static char *
describe_period (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return atlas_describe_period (row->record, facts->language);
}

static char *
describe_standing (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return atlas_describe_standing (ATLAS_FIGURE (row->record), facts->language);
}

/* For a table of figures without their standing. */
static char *
describe_lack (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return g_strdup (
    atlas_record_lacks_source (row->record) ? atlas_describe_no_source (facts->language) : "");
}

static char *
describe_value (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return atlas_describe_value (row->record, atlas_scope_get_dataset (facts->scope), facts->filter,
                               facts->language);
}

static char *
take_names (GPtrArray *records, AtlasLanguage language)
{
  g_autoptr (GPtrArray) taken = records;

  return atlas_join_names (taken, 0, language);
}

static char *
describe_carriers (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return take_names (atlas_shown_list_carriers (facts->scope, facts->filter, facts->part,
                                                row->record),
                     facts->language);
}

static char *
describe_service (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return atlas_join_facts (
    atlas_describe_status (row->record, facts->language),
    atlas_route_get_vehicle_type (ATLAS_ROUTE (row->record), facts->language), NULL);
}

static char *
describe_length (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return atlas_describe_length (ATLAS_LINK (row->record), atlas_scope_get_dataset (facts->scope),
                                facts->language);
}

static char *
describe_count (guint count, AtlasLanguage language)
{
  return count > 0 ? atlas_format_number (count, language) : g_strdup ("");
}

static char *
describe_vehicles (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return describe_count (atlas_route_get_vehicles (ATLAS_ROUTE (row->record)), facts->language);
}

static char *
describe_trips (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return describe_count (atlas_route_get_trips_per_day (ATLAS_ROUTE (row->record)),
                         facts->language);
}

static char *
describe_extent (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return atlas_describe_extent (ATLAS_PROJECT (row->record), atlas_scope_get_dataset (facts->scope),
                                facts->filter, facts->language);
}

/* The other bodies that are responsible for a next step in the group of a body. */
static char *
describe_others (const AtlasFacts *facts, const AtlasFactRow *row)
{
  if (row->of == NULL)
    return g_strdup ("");
  return take_names (atlas_next_steps_dup_others (row->record,
                                                  atlas_scope_get_dataset (facts->scope),
                                                  ATLAS_STEP_GROUPING_BODY, row->of),
                     facts->language);
}

/* The line below the name in a short table: the industries of a partnership, the service of a bus
 * route, the bodies responsible for a next step, status, time and owner of a figure. */
static char *
describe_digest (const AtlasFacts *facts, const AtlasFactRow *row)
{
  g_autofree char *standing = NULL;
  g_autofree char *whose = NULL;

  if (ATLAS_IS_ROUTE (row->record))
    return describe_status (facts, row);
  if (ATLAS_IS_PARTNERSHIP (row->record))
    return atlas_describe_references (row->record, atlas_scope_get_dataset (facts->scope),
                                      ATLAS_ROLE_INDUSTRIES, 0, facts->language);
  if (ATLAS_IS_COMMITMENT (row->record))
    return atlas_describe_references (row->record, atlas_scope_get_dataset (facts->scope),
                                      ATLAS_ROLE_RESPONSIBLE, 2, facts->language);
  if (!ATLAS_IS_FIGURE (row->record))
    return g_strdup ("");
  standing = describe_standing (facts, row);
  whose = row->depth == 0
            ? atlas_belonging_describe (facts->scope, ATLAS_FIGURE (row->record), facts->language)
            : g_strdup ("");
  return atlas_join_facts (standing, whose, NULL);
}

/* The main value in a short table. */
static char *
describe_datum (const AtlasFacts *facts, const AtlasFactRow *row)
{
  if (ATLAS_IS_FIGURE (row->record) || ATLAS_IS_ROUTE (row->record))
    return describe_value (facts, row);
  if (ATLAS_IS_EVENT (row->record))
    return describe_date (facts, row);
  return ATLAS_IS_PROJECT (row->record) ? describe_status (facts, row) : g_strdup ("");
}

/* Columns ------------------------------------------------------------------------------------- */

#define FACT(key, title, share, type, describe)                                                    \
  { key, title, share, ATLAS_FACT_TYPE_##type, describe, 0, NULL, 0, FALSE }
#define RECORDS(key, title, share, role, describe)                                                 \
  { key, title, share, ATLAS_FACT_TYPE_RECORDS, describe, ATLAS_ROLE_##role, NULL, 0, FALSE }

static const AtlasFactColumn figure_columns[] = {
  FACT ("name", NC_ ("column", "Figure"), 1, NAME, describe_standing),
  FACT ("value", NC_ ("column", "Value"), 0, VALUE, describe_value),
};

static const AtlasFactColumn partnership_columns[] = {
  FACT ("name", NC_ ("column", "Parties"), 3, NAME, NULL),
  RECORDS ("industries", NC_ ("column", "Industries and content"), 4, INDUSTRIES, describe_summary),
  FACT ("stage", NC_ ("column", "Stage"), 0, TEXT, describe_status),
  FACT ("date", NC_ ("column", "Date"), 0, TEXT, describe_date),
};

static const AtlasFactColumn industry_columns[] = {
  FACT ("name", NC_ ("column", "Industry"), 2, NAME, describe_summary),
  FACT ("partnerships", NC_ ("column", "Partnerships about it"), 5, TEXT, describe_carriers),
};

static const AtlasFactColumn route_columns[] = {
  FACT ("name", NC_ ("column", "Route"), 3, NAME, describe_summary),
  RECORDS ("stations", NC_ ("column", "Bus stations"), 2, STATIONS, NULL),
  FACT ("urban_style", NC_ ("column", "Service"), 2, TEXT, describe_service),
  FACT ("straight_line", NC_ ("column", "Straight line"), 0, AMOUNT, describe_length),
  FACT ("vehicles", NC_ ("column", "Vehicles"), 0, VALUE, describe_vehicles),
  FACT ("trips_per_day", NC_ ("column", "Trips a day"), 0, VALUE, describe_trips),
};

static const AtlasFactColumn event_columns[] = {
  FACT ("date", NC_ ("column", "Date"), 0, TEXT, describe_date),
  FACT ("name", NC_ ("column", "Event"), 4, NAME, describe_summary),
  FACT ("kind", NC_ ("column", "Kind"), 0, TEXT, describe_event_kind),
  RECORDS ("actors", NC_ ("column", "Who"), 3, ACTORS, NULL),
};

static const AtlasFactColumn investment_columns[] = {
  FACT ("name", NC_ ("column", "Amount"), 3, NAME, describe_lack),
  FACT ("status", NC_ ("column", "Status"), 1, TEXT, describe_status),
  FACT ("as_of", NC_ ("column", "As of"), 1.2, TEXT, describe_as_of),
  FACT ("period", NC_ ("column", "Period"), 1.2, TEXT, describe_period),
  FACT ("value", NC_ ("column", "Value"), 0, VALUE, describe_value),
};

static const AtlasFactColumn project_columns[] = {
  FACT ("name", NC_ ("column", "Project"), 4, NAME, describe_summary),
  RECORDS ("places", NC_ ("column", "Places"), 2, PLACES, NULL),
  FACT ("extent", NC_ ("column", "Size and date"), 1.5, TEXT, describe_extent),
  FACT ("stage", NC_ ("column", "Stage"), 0, TEXT, describe_status),
};

static const AtlasFactColumn commitment_columns[] = {
  FACT ("name", NC_ ("column", "Next step"), 4, NAME, describe_summary),
  FACT ("responsible", NC_ ("column", "With"), 2, TEXT, describe_others),
  RECORDS ("places", NC_ ("column", "Places"), 2, PLACES, NULL),
};

static const AtlasFactColumn plan_columns[] = {
  FACT ("date", NC_ ("column", "Date"), 0, TEXT, describe_date),
  FACT ("name", NC_ ("column", "Plan or agreement"), 4, NAME, describe_summary),
  FACT ("status", NC_ ("column", "Status"), 1.8, TEXT, describe_status),
  RECORDS ("issuer", NC_ ("column", "Drawn up or issued by"), 3, ISSUER, NULL),
  FACT ("period", NC_ ("column", "Period"), 1.6, TEXT, describe_period),
};

static const AtlasFactColumn organization_columns[] = {
  FACT ("name", NC_ ("column", "Organization"), 3, NAME, describe_summary),
  RECORDS ("places", NC_ ("column", "Places"), 1.5, PLACES, NULL),
};

static const AtlasFactColumn place_columns[] = {
  FACT ("name", NC_ ("column", "Place"), 3, NAME, describe_summary),
  RECORDS ("parent", NC_ ("column", "Within"), 1.5, PARENT, NULL),
};

/* Rows ---------------------------------------------------------------------------------------- */

static void
clear_row (gpointer data)
{
  AtlasFactRow *row = data;

  g_free (row->heading);
  g_clear_object (&row->report);
}

/**
 * atlas_fact_table_new_empty:
 * @facts: the facts; must outlive the table
 * @columns: (array length=n_columns): its first columns
 * @n_columns: the number of @columns
 *
 * Returns: (transfer full): a table without rows
 */
AtlasFactTable *
atlas_fact_table_new_empty (const AtlasFacts *facts,
                            const AtlasFactColumn *columns,
                            guint n_columns)
{
  AtlasFactTable *self = g_new (AtlasFactTable, 1);

  *self = (AtlasFactTable) {
    facts, g_array_new (FALSE, FALSE, sizeof (AtlasFactColumn)), FALSE,
    FALSE, g_array_new (FALSE, FALSE, sizeof (AtlasFactRow)),
  };
  g_array_append_vals (self->columns, columns, n_columns);
  g_array_set_clear_func (self->rows, clear_row);
  return self;
}

/* @heading is the heading of the group of @row, or ""; @former is that of the previous row. */
static void
add_row (AtlasFactTable *self, AtlasFactRow row, char *heading, char **former)
{
  if (*heading != '\0' && g_strcmp0 (heading, *former) != 0)
    row.heading = g_strdup (heading);
  g_free (*former);
  *former = heading;
  g_array_append_val (self->rows, row);
}

typedef char *(*GroupFunc) (AtlasRecord *record, AtlasLanguage language);

static int
get_group (AtlasRecord *record)
{
  int group = 0;

  if (ATLAS_IS_LINK (record))
    return (int) atlas_link_get_group (ATLAS_LINK (record));
  g_object_get (record, ATLAS_IS_INDUSTRY (record) ? "group" : "kind", &group, NULL);
  return group;
}

/* Keeps the order of the file within a group: g_ptr_array_sort() is stable. */
static int
compare_groups (gconstpointer a, gconstpointer b)
{
  return get_group (*(AtlasRecord *const *) a) - get_group (*(AtlasRecord *const *) b);
}

/* Where a table may show only the first rows, integrated areas and co-operations between cities
 * come before the many co-operations of zones, companies and framework agreements. */
static int
get_rank (AtlasRecord *link)
{
  static const int ranks[ATLAS_N_LINK_GROUPS] = {
    [ATLAS_LINK_GROUP_INTEGRATION] = 0, [ATLAS_LINK_GROUP_PAIR] = 1,
    [ATLAS_LINK_GROUP_ZONE] = 2,        [ATLAS_LINK_GROUP_ENTERPRISE] = 3,
    [ATLAS_LINK_GROUP_FRAMEWORK] = 4,   [ATLAS_LINK_GROUP_BUS] = 5,
  };

  return ranks[atlas_link_get_group (ATLAS_LINK (link))];
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  return get_rank (*(AtlasRecord *const *) a) - get_rank (*(AtlasRecord *const *) b);
}

static char *
name_group (AtlasRecord *record, AtlasLanguage language)
{
  if (ATLAS_IS_LINK (record))
    return g_strdup (atlas_label_for (ATLAS_TYPE_LINK_GROUP, get_group (record), language));
  return g_strdup (ATLAS_IS_INDUSTRY (record) ? atlas_describe_word (record, "group", language)
                                              : atlas_describe_kind (record, language));
}

/* Sorts undated records last. */
static int
compare_dates (gconstpointer a, gconstpointer b)
{
  return atlas_date_compare (atlas_record_get_date (*(AtlasRecord *const *) a),
                             atlas_record_get_date (*(AtlasRecord *const *) b));
}

static char *
name_year (AtlasRecord *record, AtlasLanguage language)
{
  const AtlasDate *date = atlas_record_get_date (record);

  return date != NULL ? atlas_format_date (&(AtlasDate) { .year = date->year }, language)
                      : g_strdup (atlas_translate_context (language, "timeline", "Without a date"));
}

static void
add_records (AtlasFactTable *self, AtlasRecordKind kind, GCompareFunc compare, GroupFunc name)
{
  const AtlasFacts *facts = self->facts;
  g_autoptr (GPtrArray) records =
    kind == ATLAS_RECORD_KIND_INDUSTRY
      ? atlas_shown_list_industries (facts->scope, facts->filter, facts->part)
      : atlas_facts_list (facts, kind);
  g_autofree char *former = NULL;

  if (compare != NULL)
    g_ptr_array_sort (records, compare);
  for (guint i = 0; i < records->len; i++)
    {
      const AtlasFactRow row = { .record = records->pdata[i] };

      add_row (self, row, name != NULL ? name (row.record, facts->language) : g_strdup (""),
               &former);
    }
}

/* The progress of projects is listed among the events. */
static void
add_events (AtlasFactTable *self)
{
  const AtlasFacts *facts = self->facts;
  g_autoptr (GPtrArray) events = atlas_progress_list_events (facts);
  g_autofree char *former = NULL;

  for (guint i = 0; i < events->len; i++)
    {
      AtlasRecord *event = events->pdata[i];
      AtlasFactRow row = { .record = event };

      if (atlas_progress_is_report (event, atlas_scope_get_dataset (facts->scope)))
        row.report = g_object_ref (event);
      add_row (self, row, name_year (event, facts->language), &former);
    }
}

static gboolean
is_other (AtlasFigure *figure)
{
  return !atlas_figure_is_money (figure);
}

/* Adds @figures, of which it takes ownership. A heading names the owner of figures that do not
 * belong to the scope itself. Its own figures come first, without a heading. */
static void
add_figures (AtlasFactTable *self, GArray *figures, gboolean has_headings)
{
  const AtlasFacts *facts = self->facts;
  g_autoptr (GArray) lines = figures;
  g_autofree char *former = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const AtlasFigureLine *line = &g_array_index (lines, AtlasFigureLine, i);
      const AtlasFactRow row = { .record = ATLAS_RECORD (line->figure), .depth = line->depth };

      add_row (self, row,
               line->depth == 0 && has_headings
                 ? atlas_belonging_describe (facts->scope, line->figure, facts->language)
                 : g_strdup (former != NULL ? former : ""),
               &former);
    }
}

static void
add_commitments (AtlasFactTable *self)
{
  const AtlasFacts *facts = self->facts;
  g_autoptr (GPtrArray) commitments = atlas_facts_list (facts, ATLAS_RECORD_KIND_COMMITMENT);
  g_autoptr (GPtrArray) groups = atlas_next_steps_group (
    commitments, atlas_scope_get_dataset (facts->scope), ATLAS_STEP_GROUPING_BODY);
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const AtlasStepGroup *group = groups->pdata[i];
      g_autofree char *former = NULL;

      for (guint j = 0; j < group->steps->len; j++)
        {
          AtlasRecord *step = group->steps->pdata[j];
          const AtlasFactRow row = { .record = step,
                                     .of = group->of,
                                     .is_repeated = !g_hash_table_add (told, step) };

          /* No note for an inferred body here, because the note of each step contains it. */
          add_row (self, row,
                   atlas_next_steps_name_group (group, ATLAS_STEP_GROUPING_BODY, facts->language),
                   &former);
        }
    }
}

/* Tables -------------------------------------------------------------------------------------- */

#define COLUMNS(columns) columns, G_N_ELEMENTS (columns)

/* Figures, events and next steps are sorted elsewhere. */
static const struct
{
  const AtlasFactColumn *columns;
  guint n_columns;
  gboolean is_narrow;
  AtlasRecordKind kind;
  GCompareFunc compare;
  GroupFunc name_group;
} subjects[] = {
  [ATLAS_FACT_SUBJECT_FIGURES] = { COLUMNS (figure_columns), TRUE, ATLAS_RECORD_KIND_FIGURE, NULL,
                                   NULL },
  [ATLAS_FACT_SUBJECT_PARTNERSHIPS] = { COLUMNS (partnership_columns), FALSE,
                                        ATLAS_RECORD_KIND_PARTNERSHIP, compare_groups, name_group },
  [ATLAS_FACT_SUBJECT_INDUSTRIES] = { COLUMNS (industry_columns), FALSE, ATLAS_RECORD_KIND_INDUSTRY,
                                      compare_groups, name_group },
  [ATLAS_FACT_SUBJECT_ROUTES] = { COLUMNS (route_columns), FALSE, ATLAS_RECORD_KIND_ROUTE, NULL,
                                  NULL },
  [ATLAS_FACT_SUBJECT_EVENTS] = { COLUMNS (event_columns), FALSE, ATLAS_RECORD_KIND_EVENT, NULL,
                                  NULL },
  [ATLAS_FACT_SUBJECT_INVESTMENT] = { COLUMNS (investment_columns), FALSE, ATLAS_RECORD_KIND_FIGURE,
                                      NULL, NULL },
  [ATLAS_FACT_SUBJECT_PROJECTS] = { COLUMNS (project_columns), FALSE, ATLAS_RECORD_KIND_PROJECT,
                                    compare_groups, name_group },
  [ATLAS_FACT_SUBJECT_COMMITMENTS] = { COLUMNS (commitment_columns), FALSE,
                                       ATLAS_RECORD_KIND_COMMITMENT, NULL, NULL },
  [ATLAS_FACT_SUBJECT_PLANS] = { COLUMNS (plan_columns), FALSE, ATLAS_RECORD_KIND_PLAN,
                                 compare_dates, NULL },
  [ATLAS_FACT_SUBJECT_ORGANIZATIONS] = { COLUMNS (organization_columns), TRUE,
                                         ATLAS_RECORD_KIND_ORGANIZATION, compare_groups,
                                         name_group },
  [ATLAS_FACT_SUBJECT_PLACES] = { COLUMNS (place_columns), TRUE, ATLAS_RECORD_KIND_PLACE,
                                  compare_groups, name_group },
};

/**
 * atlas_fact_table_new:
 * @facts: the facts; must outlive the table
 * @subject: the subject of the table
 *
 * Returns: (transfer full): a table with a row for each record in the scope and the filter; without
 *   rows if there are none
 */
AtlasFactTable *
atlas_fact_table_new (const AtlasFacts *facts, AtlasFactSubject subject)
{
  AtlasFactTable *self =
    atlas_fact_table_new_empty (facts, subjects[subject].columns, subjects[subject].n_columns);

  self->is_narrow = subjects[subject].is_narrow;
  if (subject == ATLAS_FACT_SUBJECT_FIGURES)
    add_figures (self, atlas_figure_list_new (facts, is_other), TRUE);
  else if (subject == ATLAS_FACT_SUBJECT_INVESTMENT)
    add_figures (self, atlas_figure_list_new (facts, atlas_figure_is_money), TRUE);
  else if (subject == ATLAS_FACT_SUBJECT_COMMITMENTS)
    add_commitments (self);
  else if (subject == ATLAS_FACT_SUBJECT_EVENTS)
    add_events (self);
  else
    add_records (self, subjects[subject].kind, subjects[subject].compare,
                 subjects[subject].name_group);
  return self;
}

static AtlasFactColumn *
find_column (AtlasFactTable *self, const char *key)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_str_equal (g_array_index (self->columns, AtlasFactColumn, i).key, key))
      return &g_array_index (self->columns, AtlasFactColumn, i);
  return NULL;
}

/* Adds the columns of @subject except the name. Tables of different kinds share columns. */
static void
add_columns (AtlasFactTable *self, guint subject)
{
  const guint kind = 1u << subjects[subject].kind;

  for (guint i = 0; i < subjects[subject].n_columns; i++)
    {
      AtlasFactColumn column = subjects[subject].columns[i];
      AtlasFactColumn *found = find_column (self, column.key);

      column.kinds = kind;
      if (found == NULL)
        g_array_append_val (self->columns, column);
      else if (found->kinds != 0)
        found->kinds |= kind;
    }
}

/**
 * atlas_fact_table_add_columns_of_kind:
 * @self: a table with a column "name"
 * @kind: a kind of record
 *
 * Adds those columns of the tables of @kind whose key no column of @self has. Only rows of such
 * records have cells in them.
 */
void
atlas_fact_table_add_columns_of_kind (AtlasFactTable *self, AtlasRecordKind kind)
{
  for (guint subject = 0; subject < G_N_ELEMENTS (subjects); subject++)
    if (subjects[subject].kind == kind)
      add_columns (self, subject);
}

static const AtlasFactColumn digest_columns[] = {
  FACT ("name", "", 1, NAME, describe_digest),
  FACT ("value", "", 0, VALUE, describe_datum),
};

/**
 * atlas_fact_table_new_digest:
 * @facts: the facts; must outlive the table
 * @kind: a kind of record
 *
 * Returns: (transfer full): a table for a page with little room: the name and the main value of
 *   each record of @kind in the scope and the filter, the most important co-operations first
 */
AtlasFactTable *
atlas_fact_table_new_digest (const AtlasFacts *facts, AtlasRecordKind kind)
{
  AtlasFactTable *self = atlas_fact_table_new_empty (facts, COLUMNS (digest_columns));

  if (kind == ATLAS_RECORD_KIND_FIGURE)
    add_figures (self, atlas_figure_list_new_digest (facts), FALSE);
  else
    add_records (self, kind, kind == ATLAS_RECORD_KIND_PARTNERSHIP ? compare_ranks : NULL, NULL);
  return self;
}

/**
 * atlas_fact_table_free:
 * @self: (transfer full): a table
 */
void
atlas_fact_table_free (AtlasFactTable *self)
{
  g_array_unref (self->columns);
  g_array_unref (self->rows);
  g_free (self);
}

/* Returns the name of the record, indented by its depth. */
static char *
indent (const AtlasFactRow *row, AtlasLanguage language)
{
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < row->depth; i++)
    g_string_append (name, "\u2003");
  g_string_append (name, atlas_record_get_name (row->record, language));
  return g_string_free (name, FALSE);
}

/**
 * atlas_fact_table_dup_title:
 * @self: a table
 * @column: one of its columns
 *
 * Returns: (transfer full): the title of the column in the language of the table
 */
char *
atlas_fact_table_dup_title (AtlasFactTable *self, guint column)
{
  const AtlasFactColumn *asked = &g_array_index (self->columns, AtlasFactColumn, column);

  return asked->title != NULL
           ? g_strdup (atlas_translate_context (self->facts->language, "column", asked->title))
           : _atlas_fact_column_name_member (asked, self->facts->language);
}

/**
 * atlas_fact_table_dup_cell:
 * @self: a table
 * @row: one of its rows
 * @column: one of its columns
 *
 * Returns: (transfer full): the cell
 */
AtlasFactCell
atlas_fact_table_dup_cell (AtlasFactTable *self, guint row, guint column)
{
  const AtlasFactRow *about = &g_array_index (self->rows, AtlasFactRow, row);
  const AtlasFactColumn *asked = &g_array_index (self->columns, AtlasFactColumn, column);
  char *said;

  if (asked->kinds != 0 && (about->record == NULL ||
                            (asked->kinds & (1u << atlas_record_get_kind (about->record))) == 0))
    return (AtlasFactCell) { asked->type, g_strdup (""), NULL };
  if (asked->member != NULL)
    return _atlas_fact_column_describe_member (asked, self->facts, about->record);
  said = asked->describe != NULL ? asked->describe (self->facts, about) : g_strdup ("");
  if (asked->type == ATLAS_FACT_TYPE_NAME)
    return (AtlasFactCell) { asked->type, indent (about, self->facts->language), said };
  if (asked->type != ATLAS_FACT_TYPE_RECORDS)
    return (AtlasFactCell) { asked->type, said, NULL };
  return (AtlasFactCell) {
    asked->type,
    atlas_describe_references (about->record, atlas_scope_get_dataset (self->facts->scope),
                               asked->role, 0, self->facts->language),
    said,
  };
}

/**
 * atlas_fact_cell_clear:
 * @self: a cell
 *
 * Frees its texts.
 */
void
atlas_fact_cell_clear (AtlasFactCell *self)
{
  g_free (self->text);
  g_free (self->detail);
}
