/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-timeline-panel.h"

#include <glib/gi18n.h>

#include "atlas-description.h"
#include "atlas-enum-types.h"
#include "atlas-event.h"
#include "atlas-format.h"
#include "atlas-labels.h"
#include "atlas-plan.h"
#include "atlas-progress.h"
#include "atlas-project.h"
#include "atlas-shared-rows.h"

/*
 * AtlasTimelinePanel: a list model of events, projects and plans by time.
 *
 * First events and the progress of projects by date, with a heading for each year, then undated
 * ones, then projects by expected date, then plans and agreements: those with a period by its
 * beginning, then the others by date. If the filter has a time, undated records follow in the same
 * order. Dated records are also a time series for the drawing; views must get the series again when
 * the rows change.
 */
struct _AtlasTimelinePanel
{
  AtlasPanel parent_instance;

  AtlasTimeSeries *series; /* NULL before the first rows */
};

G_DEFINE_FINAL_TYPE (AtlasTimelinePanel, atlas_timeline_panel, ATLAS_TYPE_PANEL)

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  return atlas_date_compare (atlas_record_get_date (*(AtlasRecord *const *) a),
                             atlas_record_get_date (*(AtlasRecord *const *) b));
}

static void
begin_year (AtlasPanel *panel, const AtlasDate *date)
{
  const AtlasDate year = { date != NULL ? date->year : 0, 0, 0 };
  const AtlasLanguage language = atlas_language_get_default ();
  g_autofree char *heading =
    date != NULL ? atlas_format_date (&year, language)
                 : g_strdup (atlas_panel_is_in_doubt (panel)
                               ? atlas_label_for_record_kind (ATLAS_RECORD_KIND_EVENT, language)
                               : _("Date not stated"));

  atlas_panel_begin_group (panel, heading);
}

/* Makes the axis long enough for records that are hidden now. */
static void
make_room (AtlasTimelinePanel *self, AtlasRecordKind kind)
{
  AtlasNavigation *navigation = atlas_panel_get_navigation (ATLAS_PANEL (self));
  g_autoptr (GPtrArray) records =
    atlas_scope_dup_records (atlas_navigation_get_scope (navigation), kind);

  for (guint i = 0; i < records->len; i++)
    atlas_time_series_make_room (self->series, records->pdata[i]);
}

/* The progress of projects that is hidden now needs room too. */
static void
make_room_for_progress (AtlasTimelinePanel *self)
{
  AtlasNavigation *navigation = atlas_panel_get_navigation (ATLAS_PANEL (self));
  const AtlasFacts all = { .scope = atlas_navigation_get_scope (navigation) };
  g_autoptr (GPtrArray) reports = atlas_progress_list (&all);

  for (guint i = 0; i < reports->len; i++)
    atlas_time_series_make_room (self->series, reports->pdata[i]);
}

static void
begin_series (AtlasTimelinePanel *self)
{
  AtlasNavigation *navigation = atlas_panel_get_navigation (ATLAS_PANEL (self));

  g_clear_object (&self->series);
  self->series = atlas_time_series_new (atlas_navigation_get_dataset (navigation));
  make_room (self, ATLAS_RECORD_KIND_EVENT);
  make_room (self, ATLAS_RECORD_KIND_PROJECT);
  make_room (self, ATLAS_RECORD_KIND_PLAN);
  make_room_for_progress (self);
}

static void
add_event (AtlasPanel *panel, AtlasRecord *event)
{
  g_autofree char *actors =
    atlas_describe_references (event, atlas_panel_get_dataset (panel), ATLAS_ROLE_ACTORS,
                               ATLAS_MAX_NAMES, atlas_language_get_default ());
  AtlasRow *row = atlas_panel_add_record (panel, event);

  if (*actors != '\0')
    atlas_row_take_subtitle (row, g_strdup_printf ("%s\n%s", atlas_row_get_subtitle (row), actors));
  atlas_time_series_add (ATLAS_TIMELINE_PANEL (panel)->series, event);
}

static void
add_report (AtlasPanel *panel, AtlasRecord *report)
{
  atlas_panel_add_report (panel, report);
  atlas_time_series_add_report (ATLAS_TIMELINE_PANEL (panel)->series, report);
}

static void
add_events (AtlasPanel *panel)
{
  const AtlasFacts facts = atlas_panel_get_facts (panel);
  g_autoptr (GPtrArray) events = atlas_progress_list_events (&facts);
  int year = -1;

  for (guint i = 0; i < events->len; i++)
    {
      AtlasRecord *event = events->pdata[i];
      const AtlasDate *date = atlas_record_get_date (event);

      if ((date != NULL ? date->year : 0) != year)
        begin_year (panel, date);
      year = date != NULL ? date->year : 0;
      if (atlas_progress_is_report (event, atlas_panel_get_dataset (panel)))
        add_report (panel, event);
      else
        add_event (panel, event);
    }
}

static int
compare_plans (gconstpointer a, gconstpointer b)
{
  const AtlasPeriod *first = atlas_plan_get_period (*(AtlasPlan *const *) a);
  const AtlasPeriod *second = atlas_plan_get_period (*(AtlasPlan *const *) b);
  int order =
    atlas_date_compare (first != NULL ? &first->from : NULL, second != NULL ? &second->from : NULL);

  return order != 0 ? order : compare_dates (a, b);
}

static void
add_plans (AtlasPanel *panel)
{
  const AtlasLanguage language = atlas_language_get_default ();
  g_autoptr (GPtrArray) plans = atlas_panel_list_shown (panel, ATLAS_RECORD_KIND_PLAN);

  g_ptr_array_sort (plans, compare_plans);
  atlas_panel_begin_group (panel, atlas_label_for_record_kind (ATLAS_RECORD_KIND_PLAN, language));
  for (guint i = 0; i < plans->len; i++)
    {
      atlas_panel_add_record (panel, plans->pdata[i]);
      atlas_time_series_add (ATLAS_TIMELINE_PANEL (panel)->series, plans->pdata[i]);
    }
}

static int
compare_expected (gconstpointer a, gconstpointer b)
{
  return atlas_date_compare (atlas_project_get_expected (*(AtlasProject *const *) a),
                             atlas_project_get_expected (*(AtlasProject *const *) b));
}

static void
add_expected (AtlasPanel *panel)
{
  g_autoptr (GPtrArray) projects = atlas_panel_list_shown (panel, ATLAS_RECORD_KIND_PROJECT);

  g_ptr_array_sort (projects, compare_expected);
  atlas_panel_begin_group (panel,
                           atlas_label_for (ATLAS_TYPE_FIGURE_STATUS, ATLAS_FIGURE_STATUS_EXPECTED,
                                            atlas_language_get_default ()));
  for (guint i = 0; i < projects->len; i++)
    if (atlas_time_series_add (ATLAS_TIMELINE_PANEL (panel)->series, projects->pdata[i]))
      atlas_panel_add_project (panel, projects->pdata[i]);
}

static void
atlas_timeline_panel_fill (AtlasPanel *panel)
{
  AtlasTimelinePanel *self = ATLAS_TIMELINE_PANEL (panel);

  if (!atlas_panel_is_in_doubt (panel))
    begin_series (self);
  add_events (panel);
  add_expected (panel);
  add_plans (panel);
}

static void
atlas_timeline_panel_finalize (GObject *object)
{
  AtlasTimelinePanel *self = ATLAS_TIMELINE_PANEL (object);

  g_clear_object (&self->series);

  G_OBJECT_CLASS (atlas_timeline_panel_parent_class)->finalize (object);
}

static void
atlas_timeline_panel_class_init (AtlasTimelinePanelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_timeline_panel_finalize;
  ATLAS_PANEL_CLASS (klass)->fill = atlas_timeline_panel_fill;
  ATLAS_PANEL_CLASS (klass)->parts_doubt = TRUE;
}

static void
atlas_timeline_panel_init (AtlasTimelinePanel *self)
{
}

/**
 * atlas_timeline_panel_get_series:
 * @self: a timeline panel
 *
 * Returns: (transfer none) (nullable): the dated rows as items; a new series whenever the rows
 *   change, and %NULL before the first rows
 */
AtlasTimeSeries *
atlas_timeline_panel_get_series (AtlasTimelinePanel *self)
{
  g_return_val_if_fail (ATLAS_IS_TIMELINE_PANEL (self), NULL);

  return self->series;
}
