/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-project-library.h"

#include "atlas-figure.h"
#include "atlas-organization.h"
#include "atlas-source.h"

/* A small library. Amounts are in units of 100 million yuan. */
typedef struct
{
  GPtrArray *records;
  AtlasDataset *dataset;
} Library;

static void
set_up (Library *self, gconstpointer data)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
tear_down (Library *self, gconstpointer data)
{
  g_clear_object (&self->dataset);
  g_ptr_array_unref (self->records);
}

static AtlasDate
parse (const char *iso)
{
  AtlasDate date;

  g_assert_true (atlas_date_parse (iso, &date));
  return date;
}

static AtlasRecord *
add_figure (Library *self,
            const char *id,
            double amount,
            AtlasFigureStatus status,
            const char *period,
            AtlasRecord *whole)
{
  AtlasDecimal value;
  AtlasPeriod span;
  const gboolean has_period = period != NULL && atlas_period_parse (period, &span);
  AtlasRecord *figure;

  g_assert_true (atlas_decimal_from_double (amount, &value));
  figure = g_object_new (ATLAS_TYPE_FIGURE, "id", id, "value", &value, "unit", ATLAS_UNIT_CNY_100M,
                         "status", status, "period", has_period ? &span : NULL, NULL);
  if (whole != NULL)
    atlas_record_add_reference (figure, ATLAS_ROLE_PART_OF, whole);
  g_ptr_array_add (self->records, figure);
  return figure;
}

/* Adds an entry to @log, which may be new. */
static AtlasLog *
report (AtlasLog *log, const char *date, AtlasRecord *figure)
{
  const AtlasDate when = parse (date);
  AtlasLogEntry *entry = atlas_log_entry_new (&when);

  if (log == NULL)
    log = atlas_log_new ();
  entry->figure = figure != NULL ? g_strdup (atlas_record_get_id (figure)) : NULL;
  g_ptr_array_add (log, entry);
  return log;
}

/* Takes ownership of @progress. */
static AtlasRecord *
add_project (Library *self,
             const char *id,
             AtlasProjectStage stage,
             AtlasRecord *investment,
             AtlasLog *progress)
{
  AtlasRecord *project =
    g_object_new (ATLAS_TYPE_PROJECT, "id", id, "stage", stage, "progress", progress, NULL);

  if (investment != NULL)
    atlas_record_add_reference (project, ATLAS_ROLE_INVESTMENT, investment);
  g_clear_pointer (&progress, g_ptr_array_unref);
  g_ptr_array_add (self->records, project);
  return project;
}

static void
complete (Library *self)
{
  self->dataset = atlas_dataset_new ();
  for (guint i = 0; i < self->records->len; i++)
    g_assert_true (atlas_dataset_add (self->dataset, self->records->pdata[i]));
  atlas_dataset_complete (self->dataset);
}

/* @expected is NULL if the amount is not stated. */
static void
assert_sum (Library *self, AtlasRecord *project, AtlasInvestment which, const char *expected)
{
  const AtlasProjectTotal total =
    atlas_project_library_total_of_one (self->dataset, NULL, ATLAS_PROJECT (project));
  g_autofree char *words = atlas_decimal_to_string (total.sums[which]);

  g_assert_cmpuint (total.n_stated[which], ==, expected != NULL);
  g_assert_cmpstr (words, ==, expected != NULL ? expected : "0");
}

/* The parts of a planned investment that are completed are what is completed. The parts of a part
 * are not added to it, and "as counted" is neither. */
static void
test_parts (Library *self, gconstpointer data)
{
  AtlasRecord *total = add_figure (self, "total", 653.33, ATLAS_FIGURE_STATUS_PLANNED, NULL, NULL);
  AtlasRecord *first =
    add_figure (self, "first", 67.88, ATLAS_FIGURE_STATUS_COMPLETED, "2020", total);
  AtlasRecord *later =
    add_figure (self, "later", 585.44, ATLAS_FIGURE_STATUS_PLANNED, "2021/2025", total);
  AtlasRecord *counted = add_figure (self, "counted", 5, ATLAS_FIGURE_STATUS_STOCK, NULL, NULL);
  AtlasRecord *project = add_project (self, "road", ATLAS_PROJECT_STAGE_STARTED, total, NULL);
  AtlasRecord *other = add_project (self, "rail", ATLAS_PROJECT_STAGE_STARTED, counted, NULL);

  add_figure (self, "quarter", 20, ATLAS_FIGURE_STATUS_COMPLETED, "2020-01/2020-03", first);
  add_figure (self, "nested", 1.5, ATLAS_FIGURE_STATUS_COMPLETED, "2021", later);
  complete (self);
  assert_sum (self, project, ATLAS_INVESTMENT_PLANNED, "653.33");
  assert_sum (self, project, ATLAS_INVESTMENT_COMPLETED, "69.38");
  assert_sum (self, other, ATLAS_INVESTMENT_PLANNED, NULL);
  assert_sum (self, other, ATLAS_INVESTMENT_COMPLETED, NULL);
}

/* A later report replaces an earlier one, wherever it is in the list. */
static void
test_reports (Library *self, gconstpointer data)
{
  AtlasRecord *may = add_figure (self, "may", 23.4, ATLAS_FIGURE_STATUS_COMPLETED, NULL, NULL);
  AtlasRecord *september =
    add_figure (self, "september", 25.1, ATLAS_FIGURE_STATUS_COMPLETED, NULL, NULL);
  AtlasRecord *plan = add_figure (self, "plan", 60, ATLAS_FIGURE_STATUS_PLANNED, NULL, NULL);
  AtlasLog *log = report (NULL, "2021-09", september);
  AtlasRecord *project;
  g_autoptr (GPtrArray) figures = NULL;

  log = report (log, "2021-05", may);
  log = report (log, "2021-10", plan);
  project = add_project (self, "road", ATLAS_PROJECT_STAGE_STARTED, may, log);
  complete (self);
  assert_sum (self, project, ATLAS_INVESTMENT_COMPLETED, "25.1");
  assert_sum (self, project, ATLAS_INVESTMENT_PLANNED, "60");
  figures = atlas_project_library_list_figures (self->dataset, NULL, ATLAS_PROJECT (project),
                                                ATLAS_INVESTMENT_COMPLETED);
  g_assert_cmpuint (figures->len, ==, 1);
  g_assert_true (figures->pdata[0] == september);
}

/* Reports for periods are added to what was completed before; overlapping periods are not. */
static void
test_periods (Library *self, gconstpointer data)
{
  const AtlasFigureStatus status = ATLAS_FIGURE_STATUS_COMPLETED;
  AtlasRecord *before = add_figure (self, "before", 10, status, NULL, NULL);
  AtlasRecord *half = add_figure (self, "half", 3, status, "2021-01/2021-06", NULL);
  AtlasRecord *year = add_figure (self, "year", 7, status, "2021", NULL);
  AtlasRecord *next = add_figure (self, "next", 4.0001, status, "2022", NULL);
  AtlasLog *log = report (NULL, "2020-12-31", before);
  AtlasRecord *project;

  log = report (log, "2021-07", half);
  log = report (log, "2022-01", year);
  log = report (log, "2023-01", next);
  project = add_project (self, "road", ATLAS_PROJECT_STAGE_STARTED, NULL, log);
  complete (self);
  assert_sum (self, project, ATLAS_INVESTMENT_COMPLETED, "21.0001");
}

/* A report about a part does not replace the whole. */
static void
test_reported_part (Library *self, gconstpointer data)
{
  AtlasRecord *total = add_figure (self, "total", 600, ATLAS_FIGURE_STATUS_PLANNED, NULL, NULL);
  AtlasRecord *year = add_figure (self, "year", 97.2, ATLAS_FIGURE_STATUS_PLANNED, "2021", total);
  AtlasRecord *project =
    add_project (self, "road", ATLAS_PROJECT_STAGE_STARTED, total, report (NULL, "2021-05", year));

  complete (self);
  assert_sum (self, project, ATLAS_INVESTMENT_PLANNED, "600");
}

static void
assert_total (const AtlasProjectTotal *total, guint n, guint n_stated, const char *planned)
{
  g_autofree char *words = atlas_decimal_to_string (total->sums[ATLAS_INVESTMENT_PLANNED]);

  g_assert_cmpuint (total->n_projects, ==, n);
  g_assert_cmpuint (total->n_stated[ATLAS_INVESTMENT_PLANNED], ==, n_stated);
  g_assert_cmpstr (words, ==, planned);
}

/* Two projects share a figure, a third has a part of it, a fourth has none. */
static void
test_totals (Library *self, gconstpointer data)
{
  AtlasRecord *whole = add_figure (self, "whole", 100, ATLAS_FIGURE_STATUS_PLANNED, NULL, NULL);
  AtlasRecord *part = add_figure (self, "part", 30, ATLAS_FIGURE_STATUS_EXPECTED, NULL, whole);
  g_autoptr (GPtrArray) projects = g_ptr_array_new ();
  g_autoptr (GPtrArray) started = NULL;
  AtlasProjectTotal total;

  g_ptr_array_add (projects, add_project (self, "a", ATLAS_PROJECT_STAGE_IDEA, whole, NULL));
  g_ptr_array_add (projects, add_project (self, "b", ATLAS_PROJECT_STAGE_IDEA, whole, NULL));
  g_ptr_array_add (projects, add_project (self, "c", ATLAS_PROJECT_STAGE_STARTED, part, NULL));
  g_ptr_array_add (projects, add_project (self, "d", ATLAS_PROJECT_STAGE_STARTED, NULL, NULL));
  complete (self);
  total = atlas_project_library_total (self->dataset, NULL, projects);
  assert_total (&total, 4, 3, "100");
  g_assert_cmpuint (total.n_stated[ATLAS_INVESTMENT_COMPLETED], ==, 0);
  started = atlas_project_library_dup_stage (projects, ATLAS_PROJECT_STAGE_STARTED);
  total = atlas_project_library_total (self->dataset, NULL, started);
  assert_total (&total, 2, 1, "30");
}

/* The time shown hides later reports. */
static void
test_time_shown (Library *self, gconstpointer data)
{
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  const AtlasDate issued = parse ("2020-03");
  AtlasRecord *letter = g_object_new (ATLAS_TYPE_SOURCE, "id", "letter", "date", &issued, NULL);
  AtlasLog *log = report (NULL, "2021-05", NULL);
  AtlasRecord *project;
  AtlasDate date;

  g_ptr_array_add (self->records, letter);
  project = add_project (self, "road", ATLAS_PROJECT_STAGE_IDEA, NULL, report (log, "2022", NULL));
  atlas_record_add_citation (project, letter, "1", 1);
  complete (self);
  g_assert_true (atlas_project_library_find_last_change (self->dataset, filter,
                                                         ATLAS_PROJECT (project), &date));
  g_assert_cmpuint (date.year, ==, 2022);
  atlas_filter_set_time (filter, NULL, &(AtlasDate) { 2021, 12, 31 });
  g_assert_true (atlas_project_library_find_last_change (self->dataset, filter,
                                                         ATLAS_PROJECT (project), &date));
  g_assert_cmpuint (date.month, ==, 5);
  atlas_filter_set_time (filter, NULL, &(AtlasDate) { 2020, 12, 31 });
  g_assert_true (atlas_project_library_find_last_change (self->dataset, filter,
                                                         ATLAS_PROJECT (project), &date));
  g_assert_cmpint (atlas_date_compare (&date, &issued), ==, 0);
}

static void
test_choice (Library *self, gconstpointer data)
{
  AtlasRecord *office = g_object_new (ATLAS_TYPE_ORGANIZATION, "id", "office", NULL);
  AtlasProject *road =
    g_object_new (ATLAS_TYPE_PROJECT, "id", "road", "kind", ATLAS_PROJECT_KIND_ROAD, "level",
                  ATLAS_PROJECT_LEVEL_CITY, NULL);
  AtlasProjectChoice choice = { 0 };

  g_ptr_array_add (self->records, office);
  g_ptr_array_add (self->records, road);
  g_assert_true (atlas_project_choice_matches (&choice, road));
  choice.levels = 1u << ATLAS_PROJECT_LEVEL_PROVINCE;
  g_assert_false (atlas_project_choice_matches (&choice, road));
  choice.levels |= 1u << ATLAS_PROJECT_LEVEL_CITY;
  choice.kinds = 1u << ATLAS_PROJECT_KIND_ROAD;
  g_assert_true (atlas_project_choice_matches (&choice, road));
  choice.keeper = office;
  g_assert_false (atlas_project_choice_matches (&choice, road));
  atlas_record_add_reference (ATLAS_RECORD (road), ATLAS_ROLE_KEEPER, office);
  g_assert_true (atlas_project_choice_matches (&choice, road));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Library *, gconstpointer);
  } tests[] = {
    { "/query/project-library/parts", test_parts },
    { "/query/project-library/reports", test_reports },
    { "/query/project-library/periods", test_periods },
    { "/query/project-library/reported-part", test_reported_part },
    { "/query/project-library/totals", test_totals },
    { "/query/project-library/time-shown", test_time_shown },
    { "/query/project-library/choice", test_choice },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Library, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
