/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-shared-rows.h"

#include "atlas-chart-steps.h"
#include "atlas-description.h"
#include "atlas-enum-types.h"
#include "atlas-event.h"
#include "atlas-format.h"
#include "atlas-industry.h"
#include "atlas-labels.h"
#include "atlas-plan.h"
#include "atlas-schema.h"

/*
 * Rows that several panels have in common.
 */

/**
 * atlas_panel_add_record:
 * @self: a panel during fill()
 * @record: a record
 *
 * Adds a row with the name of @record, its detail, its value and its sign.
 *
 * Returns: (transfer none): the row
 */
AtlasRow *
atlas_panel_add_record (AtlasPanel *self, AtlasRecord *record)
{
  const AtlasFacts facts = atlas_panel_get_facts (self);
  AtlasDataset *dataset = atlas_panel_get_dataset (self);
  AtlasRow *row = atlas_panel_add (self, record, atlas_record_get_name (record, facts.language));

  /* The citation mark of the row says whether a figure has a source. */
  atlas_row_take_subtitle (
    row, ATLAS_IS_FIGURE (record)
           ? atlas_format_figure_standing (ATLAS_FIGURE (record), facts.language)
           : atlas_describe_detail (record, dataset, facts.filter, facts.language));
  atlas_row_take_value (row, atlas_describe_value (record, dataset, facts.filter, facts.language));
  if (ATLAS_IS_LINK (record))
    atlas_row_set_sign (row, ATLAS_ROW_SIGN_LINK, atlas_link_get_group (ATLAS_LINK (record)));
  else if (ATLAS_IS_EVENT (record))
    atlas_row_set_sign (row, ATLAS_ROW_SIGN_EVENT, atlas_event_get_kind (ATLAS_EVENT (record)));
  else if (ATLAS_IS_PLAN (record))
    atlas_row_set_sign (row, ATLAS_ROW_SIGN_PLAN, 0);
  else if (ATLAS_IS_INDUSTRY (record))
    atlas_row_set_sign (row, ATLAS_ROW_SIGN_INDUSTRY,
                        atlas_industry_get_group (ATLAS_INDUSTRY (record)));
  return row;
}

/**
 * atlas_panel_add_project:
 * @self: a panel during fill()
 * @project: a project
 *
 * Adds a row like atlas_panel_add_record(), with the stage of @project as a line of steps.
 */
void
atlas_panel_add_project (AtlasPanel *self, AtlasProject *project)
{
  AtlasRow *row = atlas_panel_add_record (self, ATLAS_RECORD (project));

  /* The first value of the stages means "not stated", which is not a step. */
  if (atlas_project_get_stage (project) != ATLAS_PROJECT_STAGE_UNKNOWN)
    atlas_row_take_chart (row, atlas_chart_steps_new (ATLAS_TYPE_PROJECT_STAGE,
                                                      atlas_project_get_stage (project)));
}

/**
 * atlas_panel_add_projects:
 * @self: a panel during fill()
 * @shows: (scope call): selects the projects
 *
 * Adds a group of rows for each kind of project.
 */
void
atlas_panel_add_projects (AtlasPanel *self, AtlasProjectFunc shows)
{
  g_autoptr (GPtrArray) projects = atlas_panel_list_shown (self, ATLAS_RECORD_KIND_PROJECT);
  g_autoptr (GEnumClass) kinds = g_type_class_ref (ATLAS_TYPE_PROJECT_KIND);

  for (int kind = kinds->minimum; kind <= kinds->maximum; kind++)
    {
      atlas_panel_begin_group (self, atlas_label_for (ATLAS_TYPE_PROJECT_KIND, kind,
                                                      atlas_language_get_default ()));
      for (guint i = 0; i < projects->len; i++)
        if ((int) atlas_project_get_kind (projects->pdata[i]) == kind && shows (projects->pdata[i]))
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
find_change (AtlasFigure *figure, AtlasDataset *dataset)
{
  const AtlasRecords referrers = atlas_dataset_get_referrers (dataset, ATLAS_RECORD (figure));

  for (guint i = 0; i < referrers.len; i++)
    {
      AtlasRecord *referrer = atlas_records_get (&referrers, i);

      if (ATLAS_IS_FIGURE (referrer) && atlas_figure_is_change (ATLAS_FIGURE (referrer), dataset) &&
          atlas_record_refers_to (referrer, ATLAS_ROLE_ABOUT, ATLAS_RECORD (figure)))
        return ATLAS_FIGURE (referrer);
    }
  return NULL;
}

/**
 * atlas_panel_add_figure:
 * @self: a panel during fill()
 * @figure: a figure
 *
 * Adds a row like atlas_panel_add_record(), with the change of @figure.
 *
 * Returns: (transfer none): the row
 */
AtlasRow *
atlas_panel_add_figure (AtlasPanel *self, AtlasFigure *figure)
{
  AtlasDataset *dataset = atlas_panel_get_dataset (self);
  AtlasFigure *change = find_change (figure, dataset);
  AtlasRow *row = atlas_panel_add_record (self, ATLAS_RECORD (figure));

  if (atlas_figure_is_change (figure, dataset))
    {
      change = figure;
      atlas_row_take_value (row, NULL);
    }
  if (change != NULL)
    {
      char *words =
        atlas_describe_value (ATLAS_RECORD (change), dataset, NULL, atlas_language_get_default ());

      /* The citation mark of the row is that of @figure. */
      atlas_row_take_change (row,
                             change != figure && atlas_record_lacks_source (ATLAS_RECORD (change))
                               ? atlas_mark_no_source (words, atlas_language_get_default ())
                               : words);
    }
  return row;
}
