/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-project-library.h"

#include "atlas-figure.h"
#include "atlas-schema.h"

/*
 * Projects as a library: what is invested in each, when it changed last, and totals.
 *
 * The figures of a project are its investment, the figures that its progress reports, and the parts
 * of these. The planned or completed investment is, in this order:
 *
 * 1. What its progress reports. The latest report replaces the earlier ones, because it states what
 *    has accumulated until then. A figure with a period states only that period, so what was
 *    reported until the day before is added to it.
 * 2. The investment itself, if it has that status.
 * 3. The sum of its largest parts with that status.
 *
 * "As counted" is neither planned nor completed, so such a figure is not used.
 *
 * A sum never has a figure twice, nor a figure and its part, also if they belong to different
 * projects.
 */

/* The largest nesting depth of wholes; a deeper one is a cycle. */
#define MAX_WHOLES 16

/* A figure of a project. */
typedef struct
{
  AtlasFigure *figure;
  AtlasDate reported;
} Report;

static gboolean
is_usable (AtlasRecord *figure, AtlasDataset *dataset, AtlasFilter *filter)
{
  return figure != NULL && ATLAS_IS_FIGURE (figure) &&
         atlas_figure_get_unit (ATLAS_FIGURE (figure)) == ATLAS_UNIT_CNY_100M &&
         (filter == NULL || atlas_filter_matches (filter, dataset, figure));
}

static gboolean
has_status (AtlasFigure *figure, AtlasInvestment which)
{
  const AtlasFigureStatus status = atlas_figure_get_status (figure);

  if (which == ATLAS_INVESTMENT_COMPLETED)
    return status == ATLAS_FIGURE_STATUS_COMPLETED;
  return status == ATLAS_FIGURE_STATUS_PLANNED || status == ATLAS_FIGURE_STATUS_EXPECTED;
}

/* Whether one of @others contains @figure as a part. */
static gboolean
is_in_any (AtlasRecord *figure, AtlasDataset *dataset, GHashTable *others)
{
  AtlasRecord *whole = figure;

  for (guint i = 0; i < MAX_WHOLES; i++)
    {
      whole = atlas_dataset_get_reference (dataset, whole, ATLAS_ROLE_PART_OF);
      if (whole == NULL)
        return FALSE;
      if (whole != figure && g_hash_table_contains (others, whole))
        return TRUE;
    }
  return FALSE;
}

/* Progress ------------------------------------------------------------------------------------ */

static int
compare_reports (gconstpointer a, gconstpointer b)
{
  const Report *first = a;
  const Report *second = b;

  return atlas_date_compare (&first->reported, &second->reported);
}

/* Removes reports of parts of @investment, or of a figure that is reported itself. */
static void
remove_parts (GArray *reports, AtlasDataset *dataset, AtlasRecord *investment)
{
  g_autoptr (GHashTable) wholes = g_hash_table_new (NULL, NULL);

  if (investment != NULL)
    g_hash_table_add (wholes, investment);
  for (guint i = 0; i < reports->len; i++)
    g_hash_table_add (wholes, g_array_index (reports, Report, i).figure);
  for (guint i = reports->len; i > 0; i--)
    if (is_in_any (ATLAS_RECORD (g_array_index (reports, Report, i - 1).figure), dataset, wholes))
      g_array_remove_index (reports, i - 1);
}

/* Lists what the progress of @project reports in addition to @investment, in the order of the
 * dates. */
static GArray *
list_reports (AtlasDataset *dataset,
              AtlasFilter *filter,
              AtlasProject *project,
              AtlasInvestment which,
              AtlasRecord *investment)
{
  const AtlasLog *progress = atlas_project_get_progress (project);
  GArray *reports = g_array_new (FALSE, FALSE, sizeof (Report));

  for (guint i = 0; progress != NULL && i < progress->len; i++)
    {
      const AtlasLogEntry *entry = progress->pdata[i];
      AtlasRecord *figure =
        entry->figure != NULL ? atlas_dataset_lookup (dataset, entry->figure) : NULL;

      if (is_usable (figure, dataset, filter) && has_status (ATLAS_FIGURE (figure), which))
        g_array_append_val (reports, ((Report) { ATLAS_FIGURE (figure), entry->date }));
    }
  remove_parts (reports, dataset, investment);
  g_array_sort (reports, compare_reports);
  return reports;
}

/* The last day that @figure counts, if it is reported at @reported. */
static guint32
get_end (AtlasFigure *figure, const AtlasDate *reported)
{
  const AtlasPeriod *period = atlas_figure_get_period (figure);
  const AtlasDate *as_of = atlas_figure_get_as_of (figure);

  if (period != NULL)
    return atlas_date_last_day (&period->to);
  return atlas_date_last_day (as_of != NULL || reported == NULL ? as_of : reported);
}

/* Whether @figure counts only what lies before @begin, the first day of a later figure. */
static gboolean
ends_before (AtlasFigure *figure, const AtlasDate *reported, guint32 begin)
{
  if (atlas_figure_get_period (figure) == NULL && atlas_figure_get_as_of (figure) == NULL &&
      reported == NULL)
    return FALSE;
  return get_end (figure, reported) < begin;
}

/* Adds @figure to @figures if it counts what lies before @begin.
 *
 * Returns: the first day of @figure if only a period was added, so that earlier figures can follow,
 *   0 if everything before is counted, else @begin */
static guint32
add_earlier (GPtrArray *figures, AtlasFigure *figure, const AtlasDate *reported, guint32 begin)
{
  const AtlasPeriod *period = atlas_figure_get_period (figure);

  if (!ends_before (figure, reported, begin) || g_ptr_array_find (figures, figure, NULL))
    return begin;
  g_ptr_array_add (figures, figure);
  return period != NULL ? atlas_date_first_day (&period->from) : 0;
}

static void
add_reported (GPtrArray *figures, const GArray *reports, AtlasRecord *investment)
{
  guint32 begin = G_MAXUINT32;

  for (guint i = reports->len; i > 0 && begin > 0; i--)
    {
      const Report *report = &g_array_index (reports, Report, i - 1);

      begin = add_earlier (figures, report->figure, &report->reported, begin);
    }
  if (begin > 0 && investment != NULL)
    add_earlier (figures, ATLAS_FIGURE (investment), NULL, begin);
}

/* Parts --------------------------------------------------------------------------------------- */

/* Adds the largest parts of @whole with the status. */
static void
add_parts (GPtrArray *figures,
           AtlasDataset *dataset,
           AtlasFilter *filter,
           AtlasRecord *whole,
           AtlasInvestment which,
           guint depth)
{
  const AtlasRecords referrers = atlas_dataset_get_referrers (dataset, whole);

  for (guint i = 0; i < referrers.len; i++)
    {
      AtlasRecord *part = atlas_records_get (&referrers, i);

      if (!atlas_record_refers_to (part, ATLAS_ROLE_PART_OF, whole) ||
          !is_usable (part, dataset, filter))
        continue;
      if (!has_status (ATLAS_FIGURE (part), which))
        {
          if (depth < MAX_WHOLES)
            add_parts (figures, dataset, filter, part, which, depth + 1);
        }
      else if (!g_ptr_array_find (figures, part, NULL))
        g_ptr_array_add (figures, part);
    }
}

/* Sums ---------------------------------------------------------------------------------------- */

/**
 * atlas_project_library_list_figures:
 * @dataset: a dataset
 * @filter: (nullable): the filter with the time to show
 * @project: a project of @dataset
 * @which: the investment
 *
 * Returns: (transfer container) (element-type AtlasFigure): the figures that add up to the
 *   investment, the latest one first; empty if it is not stated
 */
GPtrArray *
atlas_project_library_list_figures (AtlasDataset *dataset,
                                    AtlasFilter *filter,
                                    AtlasProject *project,
                                    AtlasInvestment which)
{
  GPtrArray *figures = g_ptr_array_new ();
  g_autoptr (GArray) reports = NULL;
  AtlasRecord *investment;
  gboolean is_stated;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), figures);
  g_return_val_if_fail (ATLAS_IS_PROJECT (project), figures);

  investment = atlas_dataset_get_reference (dataset, ATLAS_RECORD (project), ATLAS_ROLE_INVESTMENT);
  if (!is_usable (investment, dataset, filter))
    investment = NULL;
  is_stated = investment != NULL && has_status (ATLAS_FIGURE (investment), which);
  reports = list_reports (dataset, filter, project, which, is_stated ? investment : NULL);
  if (reports->len > 0)
    add_reported (figures, reports, is_stated ? investment : NULL);
  else if (is_stated)
    g_ptr_array_add (figures, investment);
  else if (investment != NULL)
    add_parts (figures, dataset, filter, investment, which, 0);
  return figures;
}

/* Adds the figures in @set that are not part of another one. */
static void
add_up (AtlasProjectTotal *total, guint which, GHashTable *set, AtlasDataset *dataset)
{
  GHashTableIter iter;
  gpointer figure;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &figure, NULL))
    if (!is_in_any (figure, dataset, set))
      {
        total->sums[which] =
          atlas_decimal_add (total->sums[which], *atlas_figure_get_value (figure));
        total->n_figures[which]++;
        total->n_unsourced[which] += (guint) atlas_record_lacks_source (figure);
      }
}

/* Adds to @set what is invested in @project; returns whether this is stated. */
static gboolean
collect (GHashTable *set,
         AtlasDataset *dataset,
         AtlasFilter *filter,
         AtlasProject *project,
         AtlasInvestment which)
{
  g_autoptr (GPtrArray) figures =
    atlas_project_library_list_figures (dataset, filter, project, which);

  for (guint i = 0; i < figures->len; i++)
    g_hash_table_add (set, figures->pdata[i]);
  return figures->len > 0;
}

static AtlasProjectTotal
add_projects (AtlasDataset *dataset, AtlasFilter *filter, gpointer *projects, guint n_projects)
{
  AtlasProjectTotal total = { .n_projects = n_projects };

  for (guint which = 0; which < ATLAS_N_INVESTMENTS; which++)
    {
      g_autoptr (GHashTable) set = g_hash_table_new (NULL, NULL);

      for (guint i = 0; i < n_projects; i++)
        total.n_stated[which] +=
          (guint) collect (set, dataset, filter, projects[i], (AtlasInvestment) which);
      add_up (&total, which, set, dataset);
    }
  return total;
}

/**
 * atlas_project_library_total_of_one:
 * @dataset: a dataset
 * @filter: (nullable): the filter with the time to show
 * @project: a project of @dataset
 *
 * Returns: what is invested in @project
 */
AtlasProjectTotal
atlas_project_library_total_of_one (AtlasDataset *dataset,
                                    AtlasFilter *filter,
                                    AtlasProject *project)
{
  gpointer projects[] = { project };

  return add_projects (dataset, filter, projects, G_N_ELEMENTS (projects));
}

/**
 * atlas_project_library_total:
 * @dataset: a dataset
 * @filter: (nullable): the filter with the time to show
 * @projects: (element-type AtlasProject): projects of @dataset
 *
 * A figure of several projects is added once, so the total can be less than the sum of the
 * projects.
 *
 * Returns: their number and what is invested in them
 */
AtlasProjectTotal
atlas_project_library_total (AtlasDataset *dataset, AtlasFilter *filter, GPtrArray *projects)
{
  return add_projects (dataset, filter, projects->pdata, projects->len);
}

/* Changes ------------------------------------------------------------------------------------- */

static gboolean
is_in_time (const AtlasDate *date, AtlasFilter *filter)
{
  const AtlasDate *until = filter != NULL ? atlas_filter_get_until (filter) : NULL;

  return until == NULL || atlas_date_last_day (date) <= atlas_date_last_day (until);
}

static void
take_later (AtlasDate *latest, const AtlasDate *date)
{
  if (date != NULL && (latest->year == 0 || atlas_date_compare (date, latest) > 0))
    *latest = *date;
}

/* Returns the date of the latest document that states @record; the year is 0 if there is none. */
static AtlasDate
find_document_date (AtlasDataset *dataset, AtlasRecord *record)
{
  AtlasDate latest = { 0 };

  for (guint i = 0; i < atlas_record_get_n_citations (record); i++)
    {
      AtlasRecord *source =
        atlas_dataset_get_source (dataset, atlas_record_get_citation (record, i));

      if (source != NULL)
        take_later (&latest, atlas_record_get_date (source));
    }
  return latest;
}

/**
 * atlas_project_library_find_last_change:
 * @dataset: a dataset
 * @filter: (nullable): the filter with the time to show
 * @project: a project of @dataset
 * @date: (out): return location for the date
 *
 * Finds the date of the latest progress in the time shown or, without one, that of the latest
 * document that states the project.
 *
 * Returns: whether there is such a date
 */
gboolean
atlas_project_library_find_last_change (AtlasDataset *dataset,
                                        AtlasFilter *filter,
                                        AtlasProject *project,
                                        AtlasDate *date)
{
  const AtlasLog *progress;
  AtlasDate latest = { 0 };

  g_return_val_if_fail (ATLAS_IS_PROJECT (project), FALSE);

  progress = atlas_project_get_progress (project);
  for (guint i = 0; progress != NULL && i < progress->len; i++)
    {
      const AtlasLogEntry *entry = progress->pdata[i];

      if (is_in_time (&entry->date, filter))
        take_later (&latest, &entry->date);
    }
  if (latest.year == 0)
    latest = find_document_date (dataset, ATLAS_RECORD (project));
  *date = latest;
  return latest.year != 0;
}

/* Choosing ------------------------------------------------------------------------------------ */

/**
 * atlas_project_choice_matches:
 * @self: a choice of projects
 * @project: a project
 *
 * Returns: whether @self includes @project
 */
gboolean
atlas_project_choice_matches (const AtlasProjectChoice *self, AtlasProject *project)
{
  g_return_val_if_fail (ATLAS_IS_PROJECT (project), FALSE);

  return (self->levels == 0 || (self->levels & (1u << atlas_project_get_level (project))) != 0) &&
         (self->kinds == 0 || (self->kinds & (1u << atlas_project_get_kind (project))) != 0) &&
         (self->keeper == NULL ||
          atlas_record_refers_to (ATLAS_RECORD (project), ATLAS_ROLE_KEEPER, self->keeper));
}

/**
 * atlas_project_library_dup_stage:
 * @projects: (element-type AtlasProject): projects
 * @stage: a stage
 *
 * Returns: (transfer container) (element-type AtlasProject): those of @projects that are at @stage,
 *   in the same order
 */
GPtrArray *
atlas_project_library_dup_stage (GPtrArray *projects, AtlasProjectStage stage)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < projects->len; i++)
    if (atlas_project_get_stage (projects->pdata[i]) == stage)
      g_ptr_array_add (found, projects->pdata[i]);
  return found;
}
