/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-fact-tables.h"

#include <glib/gi18n.h>
#include <string.h>

#include "atlas-enum-types.h"
#include "atlas-event.h"
#include "atlas-figure-list.h"
#include "atlas-format.h"
#include "atlas-industry.h"
#include "atlas-labels.h"
#include "atlas-next-steps.h"
#include "atlas-organization.h"
#include "atlas-partnership.h"
#include "atlas-plan.h"
#include "atlas-project.h"
#include "atlas-route.h"
#include "atlas-translation.h"

/*
 * One table for each kind of record: its columns, the order of its rows, and their texts.
 *
 * A record has one row in one table, so that a page states each fact once: amounts of money are in
 * the table of investment, other figures among the key figures. Only a next step of several bodies
 * is listed for each of them.
 */

/* The white space between tables side by side, as a multiple of the font size of a cell. */
#define COLUMN_GAP 2.4

typedef struct
{
  const AtlasFacts *facts;
  AtlasLanguage     language;
  AtlasTableBlock  *block;
} Table;

static Table
begin_table (const AtlasFacts *facts,
             AtlasTypesetter  *typesetter)
{
  return (Table) {
    facts, facts->language,
    atlas_table_block_new (typesetter,
                           ATLAS_TABLE_HEAD | ATLAS_TABLE_HAIRLINES | ATLAS_TABLE_MARKED),
  };
}

/* Puts rows of two short texts into two columns, except English text in the large font of the
 * official layout, where each name would wrap over several lines. */
static void
set_side_by_side (Table           *self,
                  AtlasTypesetter *typesetter)
{
  if (self->language == ATLAS_LANGUAGE_EN &&
      atlas_typesetter_get_layout (typesetter) == ATLAS_PAGE_LAYOUT_OFFICIAL)
    return;
  atlas_block_set_columns (ATLAS_BLOCK (self->block), 2,
                           COLUMN_GAP * atlas_typesetter_get_size (typesetter, ATLAS_TEXT_ROLE_CELL));
}

/* @share and @align as in atlas_table_block_add_column(). */
static void
add_column (Table            *self,
            const char       *title,
            double            share,
            AtlasTableColumn  align)
{
  atlas_table_block_add_column (self->block,
                                atlas_translate_context (self->language, "column", title), share,
                                align);
}

static void
add_record (Table       *self,
            AtlasRecord *record)
{
  atlas_table_block_add_row (self->block, record);
}

static void
add_name (Table       *self,
          AtlasRecord *record)
{
  atlas_table_block_add_pair (self->block, atlas_record_get_name (record, self->language),
                              atlas_record_get_summary (record, self->language));
}

static void
add_text (Table      *self,
          const char *text)
{
  atlas_table_block_add_cell (self->block, ATLAS_TEXT_ROLE_CELL, text);
}

static void
add_taken_text (Table *self,
                char  *text)
{
  add_text (self, text);
  g_free (text);
}

/* Adds the main value of a row. */
static void
add_taken_value (Table *self,
                 char  *text)
{
  atlas_table_block_add_cell (self->block, ATLAS_TEXT_ROLE_STRONG, text);
  g_free (text);
}

static void
add_references (Table       *self,
                AtlasRecord *record,
                AtlasRole    role)
{
  add_taken_text (self, atlas_facts_join_references (self->facts, record, role));
}

static void
add_label (Table *self,
           GType  type,
           int    value)
{
  add_text (self, atlas_label_for (type, value, self->language));
}

/* Groups -------------------------------------------------------------------------------------- */

typedef int (*GroupFunc) (gpointer record);

static int
compare_groups (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  GroupFunc get_group = *(GroupFunc *) data;

  return get_group (*(gpointer *) a) - get_group (*(gpointer *) b);
}

/* Keeps the order of the file within a group: g_ptr_array_sort() is stable. */
static GPtrArray *
list_by_group (const AtlasFacts *facts,
               AtlasRecordKind   kind,
               GroupFunc         get_group)
{
  GPtrArray *records = atlas_facts_list (facts, kind);

  g_ptr_array_sort_with_data (records, compare_groups, &get_group);
  return records;
}

static void
add_group (Table     *self,
           GPtrArray *records,
           guint      index,
           GroupFunc  get_group,
           GType      type)
{
  const int group = get_group (records->pdata[index]);

  if (index == 0 || get_group (records->pdata[index - 1]) != group)
    atlas_table_block_add_group (self->block, atlas_label_for (type, group, self->language));
}

#define DEFINE_GROUP(name, getter, CAST) \
  static int                             \
  get_group_of_##name (gpointer record)  \
  {                                      \
    return (int) getter (CAST (record)); \
  }

DEFINE_GROUP (link, atlas_link_get_group, ATLAS_LINK)
DEFINE_GROUP (industry, atlas_industry_get_group, ATLAS_INDUSTRY)
DEFINE_GROUP (project, atlas_project_get_kind, ATLAS_PROJECT)
DEFINE_GROUP (organization, atlas_organization_get_kind, ATLAS_ORGANIZATION)
DEFINE_GROUP (place, atlas_place_get_kind, ATLAS_PLACE)

/* Figures ------------------------------------------------------------------------------------- */

static gboolean
is_money (AtlasFigure *figure)
{
  return atlas_figure_get_unit (figure) == ATLAS_UNIT_CNY_100M;
}

static gboolean
is_other (AtlasFigure *figure)
{
  return !is_money (figure);
}

/* Adds a heading with the owner above figures that do not belong to the scope itself. Its own
 * figures come first, without a heading. */
static void
add_owner (Table                 *self,
           const AtlasFigureLine *line,
           char                 **former)
{
  char *whose;

  if (line->depth > 0)
    return;
  whose = atlas_belonging_describe (self->facts->scope, line->figure, self->language);
  if (*whose != '\0' && g_strcmp0 (whose, *former) != 0)
    atlas_table_block_add_group (self->block, whose);
  g_free (*former);
  *former = whose;
}

/**
 * atlas_fact_table_for_figures:
 * @facts: the facts of the page
 * @typesetter: the typesetter
 *
 * Returns: (transfer full): the figures that are not amounts of money, in two columns
 */
AtlasTableBlock *
atlas_fact_table_for_figures (const AtlasFacts *facts,
                              AtlasTypesetter  *typesetter)
{
  g_autoptr (GArray) lines = atlas_figure_list_new (facts, is_other);
  g_autofree char *former = NULL;
  Table self = begin_table (facts, typesetter);

  add_column (&self, NC_ ("column", "Figure"), 1, ATLAS_TABLE_COLUMN_LEFT);
  add_column (&self, NC_ ("column", "Value"), 0, ATLAS_TABLE_COLUMN_RIGHT);
  for (guint i = 0; i < lines->len; i++)
    {
      const AtlasFigureLine *line = &g_array_index (lines, AtlasFigureLine, i);
      g_autofree char *detail = atlas_format_figure_standing (line->figure, facts->language);

      add_owner (&self, line, &former);
      add_record (&self, ATLAS_RECORD (line->figure));
      atlas_table_block_add_pair (
        self.block, atlas_record_get_name (ATLAS_RECORD (line->figure), self.language), detail);
      add_taken_value (&self, atlas_format_figure (line->figure, self.language));
    }
  set_side_by_side (&self, typesetter);
  return self.block;
}

/* The date of counting and the period that a figure covers are different, so each has its own
 * column. */
static void
add_times (Table       *self,
           AtlasFigure *figure)
{
  const AtlasDate *as_of = atlas_figure_get_as_of (figure);
  const AtlasPeriod *period = atlas_figure_get_period (figure);

  if (as_of == NULL && period == NULL)
    add_text (self, atlas_translate_context (self->language, "figure", "undated"));
  else
    add_taken_text (self, as_of != NULL ? atlas_format_date (as_of, self->language)
                                        : g_strdup (""));
  add_taken_text (self, period != NULL ? atlas_format_period (period, self->language)
                                       : g_strdup (""));
}

static void
add_amount (Table                 *self,
            const AtlasFigureLine *line)
{
  AtlasRecord *record = ATLAS_RECORD (line->figure);
  g_autofree char *name = atlas_facts_indent (self->facts, record, line->depth);

  add_record (self, record);
  atlas_table_block_add_cell (self->block, ATLAS_TEXT_ROLE_STRONG, name);
  add_label (self, ATLAS_TYPE_FIGURE_STATUS, (int) atlas_figure_get_status (line->figure));
  add_times (self, line->figure);
  add_taken_value (self, atlas_format_figure (line->figure, self->language));
}

/**
 * atlas_fact_table_for_investment:
 * @facts: the facts of the page
 * @typesetter: the typesetter
 *
 * Returns: (transfer full): the amounts of money, parts below their whole
 */
AtlasTableBlock *
atlas_fact_table_for_investment (const AtlasFacts *facts,
                                 AtlasTypesetter  *typesetter)
{
  g_autoptr (GArray) lines = atlas_figure_list_new (facts, is_money);
  g_autofree char *former = NULL;
  Table self = begin_table (facts, typesetter);

  add_column (&self, NC_ ("column", "Amount"), 3, ATLAS_TABLE_COLUMN_LEFT);
  add_column (&self, NC_ ("column", "Status"), 1, ATLAS_TABLE_COLUMN_LEFT);
  add_column (&self, NC_ ("column", "As of"), 1.2, ATLAS_TABLE_COLUMN_LEFT);
  add_column (&self, NC_ ("column", "Period"), 1.2, ATLAS_TABLE_COLUMN_LEFT);
  add_column (&self, NC_ ("column", "Value"), 0, ATLAS_TABLE_COLUMN_RIGHT);
  for (guint i = 0; i < lines->len; i++)
    {
      add_owner (&self, &g_array_index (lines, AtlasFigureLine, i), &former);
      add_amount (&self, &g_array_index (lines, AtlasFigureLine, i));
    }
  return self.block;
}

/* Links --------------------------------------------------------------------------------------- */

/**
 * atlas_fact_table_for_partnerships:
 * @facts: the facts of the page
 * @typesetter: the typesetter
 *
 * Returns: (transfer full): the partnerships by group, with their industries or summary
 */
AtlasTableBlock *
atlas_fact_table_for_partnerships (const AtlasFacts *facts,
                                   AtlasTypesetter  *typesetter)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (facts->scope);
  g_autoptr (GPtrArray) links =
    list_by_group (facts, ATLAS_RECORD_KIND_PARTNERSHIP, get_group_of_link);
  Table self = begin_table (facts, typesetter);

  add_column (&self, NC_ ("column", "Parties"), 3, ATLAS_TABLE_COLUMN_LEFT);
  add_column (&self, NC_ ("column", "Industries and content"), 4, ATLAS_TABLE_COLUMN_LEFT);
  add_column (&self, NC_ ("column", "Stage"), 0, ATLAS_TABLE_COLUMN_LEFT);
  add_column (&self, NC_ ("column", "Date"), 0, ATLAS_TABLE_COLUMN_LEFT);
  for (guint i = 0; i < links->len; i++)
    {
      AtlasRecord *link = links->pdata[i];
      AtlasPartnershipStage stage = atlas_partnership_get_stage (ATLAS_PARTNERSHIP (link));
      g_autoptr (GPtrArray) industries =
        atlas_dataset_dup_references (dataset, link, ATLAS_ROLE_INDUSTRIES);

      add_group (&self, links, i, get_group_of_link, ATLAS_TYPE_LINK_GROUP);
      add_record (&self, link);
      atlas_table_block_add_cell (self.block, ATLAS_TEXT_ROLE_STRONG,
                                  atlas_record_get_name (link, self.language));
      /* The summary would only repeat the industries. */
      if (industries->len > 0)
        add_taken_text (&self, atlas_facts_join (facts, industries));
      else
        atlas_table_block_add_cell (self.block, ATLAS_TEXT_ROLE_DETAIL,
                                    atlas_record_get_summary (link, self.language));
      add_text (&self, stage == ATLAS_PARTNERSHIP_STAGE_UNKNOWN
                         ? ""
                         : atlas_label_for (ATLAS_TYPE_PARTNERSHIP_STAGE, (int) stage,
                                            self.language));
      add_taken_text (&self, atlas_facts_describe_date (facts, link));
    }
  return self.block;
}

static void
remove_not_carried (GPtrArray *industries,
                    GPtrArray *links)
{
  for (guint i = industries->len; i > 0; i--)
    {
      gboolean is_carried = FALSE;

      for (guint j = 0; j < links->len && !is_carried; j++)
        is_carried = atlas_record_refers_to (links->pdata[j], ATLAS_ROLE_INDUSTRIES,
                                             industries->pdata[i - 1]);
      if (!is_carried)
        g_ptr_array_remove_index (industries, i - 1);
    }
}

static GPtrArray *
list_industries (const AtlasFacts *facts,
                 GPtrArray        *links)
{
  AtlasFacts all = *facts;
  GPtrArray *industries;

  if (facts->part != ATLAS_SHOWN_PART_UNDATED)
    return list_by_group (facts, ATLAS_RECORD_KIND_INDUSTRY, get_group_of_industry);
  all.part = ATLAS_SHOWN_PART_ALL;
  industries = list_by_group (&all, ATLAS_RECORD_KIND_INDUSTRY, get_group_of_industry);
  remove_not_carried (industries, links);
  return industries;
}

/**
 * atlas_fact_table_for_industries:
 * @facts: the facts of the page
 * @typesetter: the typesetter
 *
 * Returns: (transfer full): the industries by group, with their partnerships; in the undated part,
 *   the industries of undated partnerships, even if dated ones have them too
 */
AtlasTableBlock *
atlas_fact_table_for_industries (const AtlasFacts *facts,
                                 AtlasTypesetter  *typesetter)
{
  g_autoptr (GPtrArray) links = atlas_facts_list (facts, ATLAS_RECORD_KIND_PARTNERSHIP);
  g_autoptr (GPtrArray) industries = list_industries (facts, links);
  Table self = begin_table (facts, typesetter);

  add_column (&self, NC_ ("column", "Industry"), 2, ATLAS_TABLE_COLUMN_LEFT);
  add_column (&self, NC_ ("column", "Partnerships about it"), 5, ATLAS_TABLE_COLUMN_LEFT);
  for (guint i = 0; i < industries->len; i++)
    {
      AtlasRecord *industry = industries->pdata[i];
      g_autoptr (GPtrArray) carriers = g_ptr_array_new ();

      for (guint j = 0; j < links->len; j++)
        if (atlas_record_refers_to (links->pdata[j], ATLAS_ROLE_INDUSTRIES, industry))
          g_ptr_array_add (carriers, links->pdata[j]);
      add_group (&self, industries, i, get_group_of_industry, ATLAS_TYPE_INDUSTRY_GROUP);
      add_record (&self, industry);
      add_name (&self, industry);
      add_taken_text (&self, atlas_facts_join (facts, carriers));
    }
  return self.block;
}

static void
add_count (Table *self,
           guint  count)
{
  add_taken_value (self, count > 0 ? atlas_format_number (count, self->language) : g_strdup (""));
}

/**
 * atlas_fact_table_for_routes:
 * @facts: the facts of the page
 * @typesetter: the typesetter
 *
 * Returns: (transfer full): the bus routes
 */
AtlasTableBlock *
atlas_fact_table_for_routes (const AtlasFacts *facts,
                             AtlasTypesetter  *typesetter)
{
  g_autoptr (GPtrArray) routes = atlas_facts_list (facts, ATLAS_RECORD_KIND_ROUTE);
  Table self = begin_table (facts, typesetter);

  add_column (&self, NC_ ("column", "Route"), 3, ATLAS_TABLE_COLUMN_LEFT);
  add_column (&self, NC_ ("column", "Bus stations"), 2, ATLAS_TABLE_COLUMN_LEFT);
  add_column (&self, NC_ ("column", "Service"), 2, ATLAS_TABLE_COLUMN_LEFT);
  add_column (&self, NC_ ("column", "Straight line"), 0, ATLAS_TABLE_COLUMN_RIGHT);
  add_column (&self, NC_ ("column", "Vehicles"), 0, ATLAS_TABLE_COLUMN_RIGHT);
  add_column (&self, NC_ ("column", "Trips a day"), 0, ATLAS_TABLE_COLUMN_RIGHT);
  for (guint i = 0; i < routes->len; i++)
    {
      AtlasRecord *route = routes->pdata[i];
      const char *service =
        atlas_label_for (ATLAS_TYPE_URBAN_STYLE,
                         (int) atlas_route_get_urban_style (ATLAS_ROUTE (route)), self.language);
      const char *vehicle_type = atlas_route_get_vehicle_type (ATLAS_ROUTE (route), self.language);

      add_record (&self, route);
      add_name (&self, route);
      add_references (&self, route, ATLAS_ROLE_STATIONS);
      add_taken_text (&self, atlas_facts_join_words (
                               service, vehicle_type != NULL ? vehicle_type : "", NULL));
      add_taken_text (&self, atlas_facts_describe_distance (facts, ATLAS_LINK (route)));
      add_count (&self, atlas_route_get_vehicles (ATLAS_ROUTE (route)));
      add_count (&self, atlas_route_get_trips_per_day (ATLAS_ROUTE (route)));
    }
  return self.block;
}

/* Time ---------------------------------------------------------------------------------------- */

/* Sorts undated records last. */
static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  return atlas_date_compare (atlas_record_get_date (*(AtlasRecord * const *) a),
                             atlas_record_get_date (*(AtlasRecord * const *) b));
}

static guint
get_year (AtlasRecord *record)
{
  const AtlasDate *date = atlas_record_get_date (record);

  return date != NULL ? date->year : 0;
}

static void
add_year (Table     *self,
          GPtrArray *records,
          guint      index)
{
  const guint year = get_year (records->pdata[index]);
  g_autofree char *title = NULL;

  if (index > 0 && get_year (records->pdata[index - 1]) == year)
    return;
  title = year > 0
            ? atlas_format_date (&(AtlasDate) { .year = (guint16) year }, self->language)
            : g_strdup (atlas_translate_context (self->language, "timeline", "Without a date"));
  atlas_table_block_add_group (self->block, title);
}

/**
 * atlas_fact_table_for_events:
 * @facts: the facts of the page
 * @typesetter: the typesetter
 *
 * Returns: (transfer full): the events by year, those without a date last
 */
AtlasTableBlock *
atlas_fact_table_for_events (const AtlasFacts *facts,
                             AtlasTypesetter  *typesetter)
{
  g_autoptr (GPtrArray) events = atlas_facts_list (facts, ATLAS_RECORD_KIND_EVENT);
  Table self = begin_table (facts, typesetter);

  g_ptr_array_sort (events, compare_dates);
  add_column (&self, NC_ ("column", "Date"), 0, ATLAS_TABLE_COLUMN_LEFT);
  add_column (&self, NC_ ("column", "Event"), 4, ATLAS_TABLE_COLUMN_LEFT);
  add_column (&self, NC_ ("column", "Kind"), 0, ATLAS_TABLE_COLUMN_LEFT);
  add_column (&self, NC_ ("column", "Who"), 3, ATLAS_TABLE_COLUMN_LEFT);
  for (guint i = 0; i < events->len; i++)
    {
      AtlasRecord *event = events->pdata[i];

      add_year (&self, events, i);
      add_record (&self, event);
      add_taken_text (&self, atlas_facts_describe_date (facts, event));
      add_name (&self, event);
      add_label (&self, ATLAS_TYPE_EVENT_KIND, (int) atlas_event_get_kind (ATLAS_EVENT (event)));
      add_references (&self, event, ATLAS_ROLE_ACTORS);
    }
  return self.block;
}

/**
 * atlas_fact_table_for_plans:
 * @facts: the facts of the page
 * @typesetter: the typesetter
 *
 * Returns: (transfer full): plans, policies and agreements in the order of their dates
 */
AtlasTableBlock *
atlas_fact_table_for_plans (const AtlasFacts *facts,
                            AtlasTypesetter  *typesetter)
{
  g_autoptr (GPtrArray) plans = atlas_facts_list (facts, ATLAS_RECORD_KIND_PLAN);
  Table self = begin_table (facts, typesetter);

  g_ptr_array_sort (plans, compare_dates);
  add_column (&self, NC_ ("column", "Date"), 0, ATLAS_TABLE_COLUMN_LEFT);
  add_column (&self, NC_ ("column", "Plan or agreement"), 4, ATLAS_TABLE_COLUMN_LEFT);
  add_column (&self, NC_ ("column", "Status"), 1.8, ATLAS_TABLE_COLUMN_LEFT);
  add_column (&self, NC_ ("column", "Drawn up or issued by"), 3, ATLAS_TABLE_COLUMN_LEFT);
  add_column (&self, NC_ ("column", "Period"), 1.6, ATLAS_TABLE_COLUMN_LEFT);
  for (guint i = 0; i < plans->len; i++)
    {
      AtlasRecord *plan = plans->pdata[i];
      const AtlasPlanStatus status = atlas_plan_get_status (ATLAS_PLAN (plan));
      const AtlasPeriod *period = atlas_plan_get_period (ATLAS_PLAN (plan));

      add_record (&self, plan);
      add_taken_text (&self, atlas_facts_describe_date (facts, plan));
      add_name (&self, plan);
      add_text (&self, status == ATLAS_PLAN_STATUS_UNKNOWN
                         ? ""
                         : atlas_label_for (ATLAS_TYPE_PLAN_STATUS, (int) status, self.language));
      add_references (&self, plan, ATLAS_ROLE_ISSUER);
      add_taken_text (&self, atlas_facts_mark_inferred (
                               facts, plan, "period",
                               period != NULL ? atlas_format_period (period, self.language)
                                              : g_strdup ("")));
    }
  return self.block;
}

/* Work ---------------------------------------------------------------------------------------- */

/* The amount of a project is not always its cost: it may be what has been spent so far. */
static char *
describe_investment (Table       *self,
                     AtlasFigure *figure)
{
  g_autofree char *amount = atlas_format_figure (figure, self->language);

  switch (atlas_figure_get_status (figure))
    {
    case ATLAS_FIGURE_STATUS_COMPLETED:
      /* Translators: of a project; %s is an amount of money. */
      return g_strdup_printf (atlas_translate (self->language, "invested so far: %s"), amount);
    case ATLAS_FIGURE_STATUS_PLANNED:
    case ATLAS_FIGURE_STATUS_EXPECTED:
      /* Translators: of a project; %s is an amount of money. */
      return g_strdup_printf (atlas_translate (self->language, "investment planned: %s"), amount);
    case ATLAS_FIGURE_STATUS_STOCK:
    default:
      return g_steal_pointer (&amount);
    }
}

/* Describes length, investment and expected date of a project, as far as known. */
static char *
describe_project (Table        *self,
                  AtlasProject *project)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (self->facts->scope);
  const AtlasDecimal *length = atlas_project_get_length_km (project);
  const AtlasDate *expected = atlas_project_get_expected (project);
  AtlasRecord *investment =
    atlas_dataset_get_reference (dataset, ATLAS_RECORD (project), ATLAS_ROLE_INVESTMENT);
  g_autofree char *distance =
    length != NULL ? atlas_format_quantity (*length, ATLAS_UNIT_KM, self->language) : g_strdup ("");
  /* Leave out an amount that was counted after the time shown. */
  g_autofree char *amount = investment != NULL && atlas_facts_shows (self->facts, investment)
                              ? describe_investment (self, ATLAS_FIGURE (investment))
                              : g_strdup ("");
  g_autofree char *date =
    expected != NULL ? atlas_format_date (expected, self->language) : g_strdup ("");
  g_autofree char *words = NULL;

  if (*date != '\0')
    {
      /* Translators: the date at which a project is to be finished. */
      words = g_strdup_printf (atlas_translate (self->language, "expected %s"), date);
      g_free (date);
      date = g_steal_pointer (&words);
    }
  return atlas_facts_join_words (distance, amount, date, NULL);
}

/**
 * atlas_fact_table_for_projects:
 * @facts: the facts of the page
 * @typesetter: the typesetter
 *
 * Returns: (transfer full): the projects by kind
 */
AtlasTableBlock *
atlas_fact_table_for_projects (const AtlasFacts *facts,
                               AtlasTypesetter  *typesetter)
{
  g_autoptr (GPtrArray) projects =
    list_by_group (facts, ATLAS_RECORD_KIND_PROJECT, get_group_of_project);
  Table self = begin_table (facts, typesetter);

  add_column (&self, NC_ ("column", "Project"), 4, ATLAS_TABLE_COLUMN_LEFT);
  add_column (&self, NC_ ("column", "Places"), 2, ATLAS_TABLE_COLUMN_LEFT);
  add_column (&self, NC_ ("column", "Size and date"), 1.5, ATLAS_TABLE_COLUMN_LEFT);
  add_column (&self, NC_ ("column", "Stage"), 0, ATLAS_TABLE_COLUMN_LEFT);
  for (guint i = 0; i < projects->len; i++)
    {
      AtlasRecord *project = projects->pdata[i];
      AtlasProjectStage stage = atlas_project_get_stage (ATLAS_PROJECT (project));

      add_group (&self, projects, i, get_group_of_project, ATLAS_TYPE_PROJECT_KIND);
      add_record (&self, project);
      add_name (&self, project);
      add_references (&self, project, ATLAS_ROLE_PLACES);
      add_taken_text (&self, describe_project (&self, ATLAS_PROJECT (project)));
      add_text (&self, stage == ATLAS_PROJECT_STAGE_UNKNOWN
                         ? ""
                         : atlas_label_for (ATLAS_TYPE_PROJECT_STAGE, (int) stage, self.language));
    }
  return self.block;
}

/* Adds a step; a step that was already listed for another body is shortened. */
static void
add_step (Table                *self,
          AtlasRecord          *step,
          const AtlasStepGroup *group,
          GHashTable           *told)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (self->facts->scope);
  g_autoptr (GPtrArray) others =
    atlas_next_steps_dup_others (step, dataset, ATLAS_ROLE_RESPONSIBLE, group->of);

  add_record (self, step);
  if (g_hash_table_add (told, step))
    add_name (self, step);
  else
    add_text (self, atlas_record_get_name (step, self->language));
  add_taken_text (self, atlas_facts_join (self->facts, others));
  add_references (self, step, ATLAS_ROLE_PLACES);
}

/**
 * atlas_fact_table_for_commitments:
 * @facts: the facts of the page
 * @typesetter: the typesetter
 *
 * Returns: (transfer full): the next steps by responsible body; a step of several bodies is listed
 *   for each
 */
AtlasTableBlock *
atlas_fact_table_for_commitments (const AtlasFacts *facts,
                                  AtlasTypesetter  *typesetter)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (facts->scope);
  g_autoptr (GPtrArray) commitments = atlas_facts_list (facts, ATLAS_RECORD_KIND_COMMITMENT);
  g_autoptr (GPtrArray) groups =
    atlas_next_steps_group (commitments, dataset, ATLAS_ROLE_RESPONSIBLE);
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  Table self = begin_table (facts, typesetter);

  add_column (&self, NC_ ("column", "Next step"), 4, ATLAS_TABLE_COLUMN_LEFT);
  add_column (&self, NC_ ("column", "With"), 2, ATLAS_TABLE_COLUMN_LEFT);
  add_column (&self, NC_ ("column", "Places"), 2, ATLAS_TABLE_COLUMN_LEFT);
  for (guint i = 0; i < groups->len; i++)
    {
      const AtlasStepGroup *group = groups->pdata[i];
      /* No mark for an inferred body here, because the note of each step contains it. */
      g_autofree char *heading =
        atlas_next_steps_name_group (group, ATLAS_ROLE_RESPONSIBLE, facts->language);

      atlas_table_block_add_group (self.block, heading);
      for (guint j = 0; j < group->steps->len; j++)
        add_step (&self, group->steps->pdata[j], group, told);
    }
  return self.block;
}

/* Who and where ------------------------------------------------------------------------------- */

/**
 * atlas_fact_table_for_organizations:
 * @facts: the facts of the page
 * @typesetter: the typesetter
 *
 * Returns: (transfer full): the organizations by kind, in two columns
 */
AtlasTableBlock *
atlas_fact_table_for_organizations (const AtlasFacts *facts,
                                    AtlasTypesetter  *typesetter)
{
  g_autoptr (GPtrArray) organizations =
    list_by_group (facts, ATLAS_RECORD_KIND_ORGANIZATION, get_group_of_organization);
  Table self = begin_table (facts, typesetter);

  add_column (&self, NC_ ("column", "Organization"), 3, ATLAS_TABLE_COLUMN_LEFT);
  add_column (&self, NC_ ("column", "Places"), 1.5, ATLAS_TABLE_COLUMN_LEFT);
  for (guint i = 0; i < organizations->len; i++)
    {
      AtlasRecord *organization = organizations->pdata[i];

      add_group (&self, organizations, i, get_group_of_organization, ATLAS_TYPE_ORGANIZATION_KIND);
      add_record (&self, organization);
      add_name (&self, organization);
      add_references (&self, organization, ATLAS_ROLE_PLACES);
    }
  set_side_by_side (&self, typesetter);
  return self.block;
}

/**
 * atlas_fact_table_for_places:
 * @facts: the facts of the page
 * @typesetter: the typesetter
 *
 * Returns: (transfer full): the places by kind, in two columns
 */
AtlasTableBlock *
atlas_fact_table_for_places (const AtlasFacts *facts,
                             AtlasTypesetter  *typesetter)
{
  g_autoptr (GPtrArray) places =
    list_by_group (facts, ATLAS_RECORD_KIND_PLACE, get_group_of_place);
  Table self = begin_table (facts, typesetter);

  add_column (&self, NC_ ("column", "Place"), 3, ATLAS_TABLE_COLUMN_LEFT);
  add_column (&self, NC_ ("column", "Within"), 1.5, ATLAS_TABLE_COLUMN_LEFT);
  for (guint i = 0; i < places->len; i++)
    {
      AtlasRecord *place = places->pdata[i];

      add_group (&self, places, i, get_group_of_place, ATLAS_TYPE_PLACE_KIND);
      add_record (&self, place);
      add_name (&self, place);
      add_references (&self, place, ATLAS_ROLE_PARENT);
    }
  set_side_by_side (&self, typesetter);
  return self.block;
}
