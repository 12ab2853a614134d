/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-shared-rows.h"

#include <glib/gi18n.h>

#include "atlas-chart-steps.h"
#include "atlas-enum-types.h"
#include "atlas-format.h"
#include "atlas-labels.h"
#include "atlas-route.h"
#include "atlas-words.h"

/*
 * Rows that several panels have in common.
 */

static char *
format_trips (AtlasRoute *route)
{
  return atlas_format_quantity (
    atlas_route_get_trips_per_day (route) * ATLAS_DECIMAL_ONE, ATLAS_UNIT_TRIP_PER_DAY,
    atlas_language_get_default ());
}

/**
 * atlas_panel_add_link:
 * @self: a panel during fill()
 * @link: a link
 *
 * Adds a row with the name of @link, its industries or kind, its sign as on the map, and for a bus
 * route its daily trips.
 *
 * Returns: (transfer none): the row
 */
AtlasRow *
atlas_panel_add_link (AtlasPanel *self,
                      AtlasLink  *link)
{
  AtlasRecord *record = ATLAS_RECORD (link);
  const AtlasLanguage language = atlas_language_get_default ();
  g_autoptr (GPtrArray) industries = atlas_dataset_dup_references (
    atlas_panel_get_dataset (self), record, ATLAS_ROLE_INDUSTRIES);
  AtlasRow *row = atlas_panel_add (self, record, atlas_record_get_name (record, language));

  atlas_row_set_mark (row, ATLAS_ROW_MARK_LINK, atlas_link_get_group (link));
  atlas_row_take_subtitle (row, industries->len > 0
                                  ? atlas_words_join_names (industries)
                                  : g_strdup (atlas_record_get_summary (record, language)));
  if (ATLAS_IS_ROUTE (record) && atlas_route_get_trips_per_day (ATLAS_ROUTE (record)) > 0)
    atlas_row_take_value (row, format_trips (ATLAS_ROUTE (record)));
  return row;
}

/* Returns the cost of a project, unless it was counted after the time shown. */
static AtlasFigure *
get_investment (AtlasPanel   *panel,
                AtlasProject *project)
{
  AtlasDataset *dataset = atlas_panel_get_dataset (panel);
  AtlasRecord *investment =
    atlas_dataset_get_reference (dataset, ATLAS_RECORD (project), ATLAS_ROLE_INVESTMENT);

  return investment != NULL && ATLAS_IS_FIGURE (investment) &&
                 atlas_filter_matches (atlas_panel_get_filter (panel), dataset, investment)
           ? ATLAS_FIGURE (investment)
           : NULL;
}

static char *
format_length (AtlasProject *project)
{
  const AtlasDecimal *length = atlas_project_get_length_km (project);

  return length != NULL ? atlas_format_quantity (*length, ATLAS_UNIT_KM,
                                                 atlas_language_get_default ())
                        : NULL;
}

/* Describes the amount of a project, which is not always its cost. */
static const char *
describe_investment (AtlasFigure *investment)
{
  if (investment == NULL)
    return "";
  switch (atlas_figure_get_status (investment))
    {
    case ATLAS_FIGURE_STATUS_COMPLETED:
      /* Translators: of the amount of money beside a project. */
      return _("invested so far");
    case ATLAS_FIGURE_STATUS_PLANNED:
    case ATLAS_FIGURE_STATUS_EXPECTED:
      /* Translators: of the amount of money beside a project. */
      return _("investment planned");
    case ATLAS_FIGURE_STATUS_STOCK:
    default:
      return "";
    }
}

/* Returns text such as "Under construction · expected October 2021", with the length if the value
 * of the row is the cost. */
static char *
describe_project (AtlasProject *project,
                  AtlasFigure  *investment)
{
  const AtlasLanguage language = atlas_language_get_default ();
  const AtlasDate *expected = atlas_project_get_expected (project);
  const char *stage = "";
  g_autofree char *length = investment != NULL ? format_length (project) : NULL;
  g_autofree char *words = NULL;

  if (atlas_project_get_stage (project) != ATLAS_PROJECT_STAGE_UNKNOWN)
    stage = atlas_label_for (ATLAS_TYPE_PROJECT_STAGE, (int) atlas_project_get_stage (project),
                             language);
  if (expected != NULL)
    {
      g_autofree char *date = atlas_format_date (expected, language);

      /* Translators: when a project is to be done; %s is a date. */
      words = g_strdup_printf (_("expected %s"), date);
    }
  return atlas_words_join_facts (stage, words != NULL ? words : "", length != NULL ? length : "",
                                 describe_investment (investment), NULL);
}

/* Returns the cost, or else the length. */
static char *
measure_project (AtlasProject *project,
                 AtlasFigure  *investment)
{
  return investment != NULL ? atlas_format_figure (investment, atlas_language_get_default ())
                            : format_length (project);
}

/**
 * atlas_panel_add_project:
 * @self: a panel during fill()
 * @project: a project
 *
 * Adds a row with the name of @project, its stage as text and as a line of steps, and its cost or
 * length.
 *
 * Returns: (transfer none): the row
 */
AtlasRow *
atlas_panel_add_project (AtlasPanel   *self,
                         AtlasProject *project)
{
  AtlasFigure *investment = get_investment (self, project);
  AtlasRow *row = atlas_panel_add (self, ATLAS_RECORD (project),
                                   atlas_record_get_name (ATLAS_RECORD (project),
                                                          atlas_language_get_default ()));

  atlas_row_take_subtitle (row, describe_project (project, investment));
  atlas_row_take_value (row, measure_project (project, investment));
  /* The first value of the stages means "not stated", which is not a step. */
  if (atlas_project_get_stage (project) != ATLAS_PROJECT_STAGE_UNKNOWN)
    atlas_row_take_chart (row, atlas_chart_steps_new (ATLAS_TYPE_PROJECT_STAGE,
                                                      atlas_project_get_stage (project)));
  return row;
}

/**
 * atlas_panel_add_projects:
 * @self: a panel during fill()
 * @shows: (scope call): selects the projects
 *
 * Adds a group of rows for each kind of project.
 */
void
atlas_panel_add_projects (AtlasPanel       *self,
                          AtlasProjectFunc  shows)
{
  g_autoptr (GPtrArray) projects = atlas_panel_list_shown (self, ATLAS_RECORD_KIND_PROJECT);
  g_autoptr (GEnumClass) kinds = g_type_class_ref (ATLAS_TYPE_PROJECT_KIND);

  for (int kind = kinds->minimum; kind <= kinds->maximum; kind++)
    {
      atlas_panel_begin_group (self, atlas_label_for (ATLAS_TYPE_PROJECT_KIND, kind,
                                                      atlas_language_get_default ()));
      for (guint i = 0; i < projects->len; i++)
        if ((int) atlas_project_get_kind (projects->pdata[i]) == kind &&
            shows (projects->pdata[i]))
          atlas_panel_add_project (self, projects->pdata[i]);
    }
}

/**
 * atlas_project_is_transport:
 * @project: a project
 *
 * Returns: whether it is a road, a railway or a bus station
 */
gboolean
atlas_project_is_transport (AtlasProject *project)
{
  switch (atlas_project_get_kind (project))
    {
    case ATLAS_PROJECT_KIND_ROAD:
    case ATLAS_PROJECT_KIND_RAIL:
    case ATLAS_PROJECT_KIND_TRANSIT:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * atlas_project_is_measured:
 * @project: a project
 *
 * Returns: whether its cost or length is known
 */
gboolean
atlas_project_is_measured (AtlasProject *project)
{
  return atlas_project_get_length_km (project) != NULL ||
         atlas_record_get_reference_ids (ATLAS_RECORD (project), ATLAS_ROLE_INVESTMENT) != NULL;
}

/* Returns the percentage by which @figure has changed, if there is one. */
static AtlasFigure *
find_change (AtlasFigure  *figure,
             AtlasDataset *dataset)
{
  const AtlasRecords referrers =
    atlas_dataset_get_referrers (dataset, ATLAS_RECORD (figure));

  for (guint i = 0; i < referrers.len; i++)
    {
      AtlasRecord *referrer = atlas_records_get (&referrers, i);

      if (ATLAS_IS_FIGURE (referrer) &&
          atlas_figure_is_change (ATLAS_FIGURE (referrer), dataset) &&
          atlas_record_refers_to (referrer, ATLAS_ROLE_ABOUT, ATLAS_RECORD (figure)))
        return ATLAS_FIGURE (referrer);
    }
  return NULL;
}

/**
 * atlas_figure_format_change:
 * @change: a figure that states the change of another one
 *
 * Returns: (transfer full): its value with its sign, such as "+32%"
 */
char *
atlas_figure_format_change (AtlasFigure *change)
{
  g_autofree char *percent = atlas_format_figure (change, atlas_language_get_default ());
  const AtlasDecimal *value = atlas_figure_get_value (change);

  return g_strconcat (value != NULL && *value > 0 ? "+" : "", percent, NULL);
}

/**
 * atlas_panel_add_figure:
 * @self: a panel during fill()
 * @figure: a figure
 *
 * Adds a row with the name of @figure, its value with unit, its change, its status and its time.
 *
 * Returns: (transfer none): the row
 */
AtlasRow *
atlas_panel_add_figure (AtlasPanel  *self,
                        AtlasFigure *figure)
{
  AtlasDataset *dataset = atlas_panel_get_dataset (self);
  const AtlasLanguage language = atlas_language_get_default ();
  AtlasFigure *change = find_change (figure, dataset);
  AtlasRow *row = atlas_panel_add (self, ATLAS_RECORD (figure),
                                   atlas_record_get_name (ATLAS_RECORD (figure), language));

  atlas_row_take_subtitle (row, atlas_format_figure_standing (figure, language));
  if (atlas_figure_is_change (figure, dataset))
    atlas_row_take_change (row, atlas_figure_format_change (figure));
  else
    atlas_row_take_value (row, atlas_format_figure (figure, language));
  if (change != NULL)
    atlas_row_take_change (row, atlas_figure_format_change (change));
  return row;
}
