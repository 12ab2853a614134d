/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-library-table.h"

#include <glib/gi18n.h>

#include "atlas-commitment.h"
#include "atlas-description.h"
#include "atlas-enum-types.h"
#include "atlas-figure.h"
#include "atlas-format.h"
#include "atlas-labels.h"
#include "atlas-next-steps.h"
#include "atlas-translation.h"

/*
 * Tables of a library that people keep up to date: its projects with what is invested in them, the
 * changes of their figures, and the follow-up of next steps.
 */

/* Projects ------------------------------------------------------------------------------------ */

static char *
describe_summary (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return g_strdup (atlas_record_get_summary (row->record, facts->language));
}

static char *
describe_level (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return g_strdup (atlas_describe_word (row->record, "level", facts->language));
}

static char *
describe_stage (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return g_strdup (atlas_describe_status (row->record, facts->language));
}

/**
 * atlas_library_describe_sum:
 * @total: the total of some projects
 * @which: an investment
 * @language: the language of the text
 *
 * Returns: (transfer full): the amount in words, marked if it has figures without a source; "" if
 *   it is not stated
 */
char *
atlas_library_describe_sum (const AtlasProjectTotal *total,
                            AtlasInvestment which,
                            AtlasLanguage language)
{
  return total->n_stated[which] > 0
           ? atlas_describe_sum (total->sums[which], ATLAS_UNIT_CNY_100M, total->n_figures[which],
                                 total->n_unsourced[which], language)
           : g_strdup ("");
}

static char *
describe_sum (const AtlasFacts *facts, const AtlasFactRow *row, AtlasInvestment which)
{
  const AtlasProjectTotal total = atlas_project_library_total_of_one (
    atlas_scope_get_dataset (facts->scope), facts->filter, ATLAS_PROJECT (row->record));

  return atlas_library_describe_sum (&total, which, facts->language);
}

static char *
describe_planned (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return describe_sum (facts, row, ATLAS_INVESTMENT_PLANNED);
}

static char *
describe_completed (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return describe_sum (facts, row, ATLAS_INVESTMENT_COMPLETED);
}

/* The length, and the expected date of completion. */
static char *
describe_extent (const AtlasFacts *facts, const AtlasFactRow *row)
{
  const AtlasDecimal *km = atlas_project_get_length_km (ATLAS_PROJECT (row->record));
  const AtlasDate *date = atlas_project_get_expected (ATLAS_PROJECT (row->record));
  g_autofree char *length =
    km != NULL ? atlas_format_quantity (*km, ATLAS_UNIT_KM, facts->language) : g_strdup ("");
  g_autofree char *expected =
    date != NULL ? atlas_format_date (date, facts->language) : g_strdup ("");

  return atlas_join_facts (length, expected, NULL);
}

/**
 * atlas_library_describe_last_change:
 * @facts: the facts of a table
 * @project: a project
 *
 * Returns: (transfer full): the date of the last change in words; "" if there is none
 */
char *
atlas_library_describe_last_change (const AtlasFacts *facts, AtlasProject *project)
{
  AtlasDate date;

  if (!atlas_project_library_find_last_change (atlas_scope_get_dataset (facts->scope),
                                               facts->filter, project, &date))
    return g_strdup ("");
  return atlas_format_date_short (&date, facts->language);
}

static char *
describe_last_change (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return atlas_library_describe_last_change (facts, ATLAS_PROJECT (row->record));
}

#define FACT(key, title, share, type, describe)                                                    \
  { key, title, share, ATLAS_FACT_TYPE_##type, describe, 0, NULL, 0, FALSE }
#define RECORDS(key, title, share, role)                                                           \
  { key, title, share, ATLAS_FACT_TYPE_RECORDS, NULL, ATLAS_ROLE_##role, NULL, 0, FALSE }

static const AtlasFactColumn project_columns[] = {
  FACT ("name", NC_ ("column", "Project"), 4, NAME, describe_summary),
  RECORDS ("places", NC_ ("column", "Places"), 1.5, PLACES),
  FACT ("level", NC_ ("column", "Level"), 0, TEXT, describe_level),
  RECORDS ("keeper", NC_ ("column", "Kept by"), 1.5, KEEPER),
  FACT ("planned", NC_ ("column", "Planned"), 0, VALUE, describe_planned),
  FACT ("completed", NC_ ("column", "Completed"), 0, VALUE, describe_completed),
  FACT ("extent", NC_ ("column", "Size and date"), 1.2, TEXT, describe_extent),
  FACT ("stage", NC_ ("column", "Stage"), 0, TEXT, describe_stage),
  FACT ("last_change", NC_ ("column", "Last change"), 0, TEXT, describe_last_change),
};

static gboolean
has_library_members (AtlasRecord *project)
{
  return atlas_project_get_level (ATLAS_PROJECT (project)) != ATLAS_PROJECT_LEVEL_UNKNOWN ||
         atlas_project_get_progress (ATLAS_PROJECT (project)) != NULL ||
         atlas_record_get_reference_ids (project, ATLAS_ROLE_KEEPER) != NULL;
}

/**
 * atlas_library_table_is_needed:
 * @facts: the facts
 *
 * Returns: whether a project in the scope and the filter has a level, a keeper or progress, so that
 *   the table of projects has more to say than that of a document
 */
gboolean
atlas_library_table_is_needed (const AtlasFacts *facts)
{
  g_autoptr (GPtrArray) projects = atlas_facts_list (facts, ATLAS_RECORD_KIND_PROJECT);

  for (guint i = 0; i < projects->len; i++)
    if (has_library_members (projects->pdata[i]))
      return TRUE;
  return FALSE;
}

/* Takes ownership of @heading. */
static void
add_group (AtlasFactTable *table, GPtrArray *records, char *heading)
{
  for (guint i = 0; i < records->len; i++)
    {
      const AtlasFactRow row = { .record = records->pdata[i],
                                 .heading = i == 0 ? g_steal_pointer (&heading) : NULL };

      g_array_append_val (table->rows, row);
    }
  g_free (heading);
}

static char *
describe_amount (const AtlasProjectTotal *total,
                 AtlasInvestment which,
                 const char *words,
                 AtlasLanguage language)
{
  g_autofree char *amount = atlas_library_describe_sum (total, which, language);
  g_autofree char *of = NULL;

  if (*amount == '\0')
    return g_strdup ("");
  if (total->n_stated[which] < total->n_projects)
    /* Translators: after a sum: for how many projects it is stated, and how many there are. */
    of = g_strdup_printf (atlas_translate (language, " (stated for %u of %u)"),
                          total->n_stated[which], total->n_projects);
  return g_strdup_printf ("%s %s%s", words, amount, of != NULL ? of : "");
}

/**
 * atlas_library_describe_total:
 * @total: the total of some projects
 * @language: the language of the text
 *
 * Returns: (transfer full): their number and what is invested in them, on one line; for how many
 *   projects an amount is stated is said if it is not stated for all
 */
char *
atlas_library_describe_total (const AtlasProjectTotal *total, AtlasLanguage language)
{
  g_autofree char *count = g_strdup_printf (
    atlas_translate_plural (language, "%u project", "%u projects", total->n_projects),
    total->n_projects);
  g_autofree char *planned =
    describe_amount (total, ATLAS_INVESTMENT_PLANNED,
                     /* Translators: before the sum of planned investments. */
                     atlas_translate_context (language, "sum", "planned"), language);
  g_autofree char *completed =
    describe_amount (total, ATLAS_INVESTMENT_COMPLETED,
                     /* Translators: before the sum of completed investments. */
                     atlas_translate_context (language, "sum", "completed"), language);

  return atlas_join_facts (count, planned, completed, NULL);
}

static char *
name_stage (const AtlasFacts *facts, GPtrArray *projects, AtlasProjectStage stage)
{
  const AtlasProjectTotal total =
    atlas_project_library_total (atlas_scope_get_dataset (facts->scope), facts->filter, projects);
  g_autofree char *words = atlas_library_describe_total (&total, facts->language);

  return atlas_join_facts (atlas_label_for (ATLAS_TYPE_PROJECT_STAGE, (int) stage, facts->language),
                           words, NULL);
}

static void
add_stages (AtlasFactTable *table, GPtrArray *projects)
{
  for (guint i = 1; i <= ATLAS_N_PROJECT_STAGES; i++)
    {
      /* Projects whose stage is not stated come last. */
      const AtlasProjectStage stage = (AtlasProjectStage) (i % ATLAS_N_PROJECT_STAGES);
      g_autoptr (GPtrArray) group = atlas_project_library_dup_stage (projects, stage);

      if (group->len > 0)
        add_group (table, group, name_stage (table->facts, group, stage));
    }
}

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  return (int) atlas_project_get_kind (*(AtlasProject *const *) a) -
         (int) atlas_project_get_kind (*(AtlasProject *const *) b);
}

static void
add_kinds (AtlasFactTable *table, GPtrArray *projects)
{
  guint end;

  /* The sort is stable, so that a kind keeps the order of the file. */
  g_ptr_array_sort (projects, compare_kinds);
  for (guint first = 0; first < projects->len; first = end)
    {
      g_autoptr (GPtrArray) group = g_ptr_array_new ();

      for (end = first; end < projects->len &&
                        compare_kinds (&projects->pdata[first], &projects->pdata[end]) == 0;
           end++)
        g_ptr_array_add (group, projects->pdata[end]);
      add_group (table, group,
                 g_strdup (atlas_describe_kind (projects->pdata[first], table->facts->language)));
    }
}

/**
 * atlas_library_table_new_projects:
 * @facts: the facts; must outlive the table
 * @by_stage: whether to group the projects by stage instead of by kind
 *
 * Returns: (transfer full): the projects in the scope and the filter with what is invested in them;
 *   the heading of a stage has its count and its sums
 */
AtlasFactTable *
atlas_library_table_new_projects (const AtlasFacts *facts, gboolean by_stage)
{
  g_autoptr (GPtrArray) projects = atlas_facts_list (facts, ATLAS_RECORD_KIND_PROJECT);
  AtlasFactTable *table =
    atlas_fact_table_new_empty (facts, project_columns, G_N_ELEMENTS (project_columns));

  if (by_stage)
    add_stages (table, projects);
  else
    add_kinds (table, projects);
  return table;
}

/* Changes of figures -------------------------------------------------------------------------- */

/* The amount, when it was reported, and the document that states it. */
static char *
describe_report (const AtlasFacts *facts, AtlasRecord *figure)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (facts->scope);
  const AtlasDate *as_of = atlas_figure_get_as_of (ATLAS_FIGURE (figure));
  g_autofree char *amount = atlas_format_figure (ATLAS_FIGURE (figure), facts->language);
  g_autofree char *date = as_of != NULL ? atlas_format_date (as_of, facts->language)
                                        : atlas_describe_period (figure, facts->language);
  g_autofree char *sources = atlas_describe_citations (
    figure, dataset, atlas_translate_context (facts->language, "list", ", "), facts->language);

  return atlas_join_facts (amount, date, sources, NULL);
}

static char *
describe_former (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return describe_report (facts, row->of);
}

static char *
describe_present (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return describe_report (facts, row->item);
}

static char *
describe_figure_status (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return g_strdup (atlas_describe_status (row->item, facts->language));
}

static const AtlasFactColumn change_columns[] = {
  FACT ("name", NC_ ("column", "Project"), 3, NAME, NULL),
  FACT ("status", NC_ ("column", "Status"), 0, TEXT, describe_figure_status),
  FACT ("former", NC_ ("column", "Before"), 4, TEXT, describe_former),
  FACT ("present", NC_ ("column", "Now"), 4, TEXT, describe_present),
};

/* Whether two figures count from the same day on. One without a period counts from the beginning;
 * one with a period counts only that, and adds to the former ones. */
static gboolean
begins_alike (AtlasFigure *a, AtlasFigure *b)
{
  const AtlasPeriod *first = atlas_figure_get_period (a);
  const AtlasPeriod *second = atlas_figure_get_period (b);

  if (first == NULL || second == NULL)
    return first == second;
  return atlas_date_compare (&first->from, &second->from) == 0;
}

/* Whether two figures count the same: such as the completed investment of a project. */
static gboolean
is_alike (AtlasFigure *a, AtlasFigure *b)
{
  return atlas_figure_get_unit (a) == atlas_figure_get_unit (b) &&
         atlas_figure_get_status (a) == atlas_figure_get_status (b) && begins_alike (a, b);
}

/* Returns what was reported before @figure, or NULL if nothing else was. */
static AtlasRecord *
find_former (GPtrArray *reported, AtlasRecord *figure)
{
  for (guint i = reported->len; i > 0; i--)
    if (is_alike (reported->pdata[i - 1], ATLAS_FIGURE (figure)))
      return *atlas_figure_get_value (reported->pdata[i - 1]) !=
                 *atlas_figure_get_value (ATLAS_FIGURE (figure))
               ? reported->pdata[i - 1]
               : NULL;
  return NULL;
}

static gboolean
is_in_time (const AtlasFacts *facts, AtlasRecord *figure)
{
  return facts->filter == NULL ||
         atlas_filter_matches (facts->filter, atlas_scope_get_dataset (facts->scope), figure);
}

static void
add_changes (AtlasFactTable *table, AtlasRecord *project)
{
  const AtlasFacts *facts = table->facts;
  AtlasDataset *dataset = atlas_scope_get_dataset (facts->scope);
  const AtlasLog *progress = atlas_project_get_progress (ATLAS_PROJECT (project));
  AtlasRecord *investment = atlas_dataset_get_reference (dataset, project, ATLAS_ROLE_INVESTMENT);
  g_autoptr (GPtrArray) reported = g_ptr_array_new ();

  if (investment != NULL && is_in_time (facts, investment))
    g_ptr_array_add (reported, investment);
  for (guint i = 0; progress != NULL && i < progress->len; i++)
    {
      const AtlasLogEntry *entry = progress->pdata[i];
      AtlasRecord *figure =
        entry->figure != NULL ? atlas_dataset_lookup (dataset, entry->figure) : NULL;
      AtlasFactRow row = { .record = project, .item = figure };

      if (figure == NULL || !ATLAS_IS_FIGURE (figure) || !is_in_time (facts, figure))
        continue;
      row.of = find_former (reported, figure);
      if (row.of != NULL)
        g_array_append_val (table->rows, row);
      g_ptr_array_add (reported, figure);
    }
}

/**
 * atlas_library_table_new_changes:
 * @facts: the facts; must outlive the table
 *
 * Returns: (transfer full): a row for each change of a figure in the progress of a project: the
 *   former and the present amount, each with its date and source
 */
AtlasFactTable *
atlas_library_table_new_changes (const AtlasFacts *facts)
{
  g_autoptr (GPtrArray) projects = atlas_facts_list (facts, ATLAS_RECORD_KIND_PROJECT);
  AtlasFactTable *table =
    atlas_fact_table_new_empty (facts, change_columns, G_N_ELEMENTS (change_columns));

  for (guint i = 0; i < projects->len; i++)
    add_changes (table, projects->pdata[i]);
  return table;
}

/* Follow-up ----------------------------------------------------------------------------------- */

/* The item of a row is its step if that is overdue, else NULL. */
static char *
describe_due (const AtlasFacts *facts, const AtlasFactRow *row)
{
  const AtlasDate *due = atlas_commitment_get_due (ATLAS_COMMITMENT (row->record));
  g_autofree char *date = NULL;

  if (due == NULL)
    return g_strdup ("");
  date = atlas_format_date_short (due, facts->language);
  return atlas_join_facts (
    date,
    row->item != NULL ? atlas_translate_context (facts->language, "next step", "overdue") : "",
    NULL);
}

static char *
describe_state (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return g_strdup (atlas_describe_word (row->record, "state", facts->language));
}

static char *
describe_last_follow_up (const AtlasFacts *facts, const AtlasFactRow *row)
{
  const AtlasLog *log = atlas_commitment_get_follow_ups (ATLAS_COMMITMENT (row->record));
  const AtlasLogEntry *last = NULL;
  const char *note;
  g_autofree char *date = NULL;
  char *words;

  for (guint i = 0; log != NULL && i < log->len; i++)
    {
      const AtlasLogEntry *entry = log->pdata[i];

      if (last == NULL || atlas_date_compare (&entry->date, &last->date) >= 0)
        last = entry;
    }
  if (last == NULL)
    return g_strdup ("");
  date = atlas_format_date_short (&last->date, facts->language);
  note = last->note != NULL ? atlas_text_get (last->note, facts->language) : "";
  words = atlas_join_facts (date, note, NULL);
  return last->citations->len > 0 ? words : atlas_mark_no_source (words, facts->language);
}

static const AtlasFactColumn follow_up_columns[] = {
  FACT ("name", NC_ ("column", "Next step"), 4, NAME, describe_summary),
  RECORDS ("responsible", NC_ ("column", "Who is to act"), 2, RESPONSIBLE),
  FACT ("due", NC_ ("column", "Due"), 1.2, TEXT, describe_due),
  FACT ("state", NC_ ("column", "State"), 1, TEXT, describe_state),
  FACT ("follow_ups", NC_ ("column", "Last follow-up"), 2.2, TEXT, describe_last_follow_up),
  FACT ("remarks", NC_ ("column", "Remarks"), 2, TEXT, NULL),
};

/**
 * atlas_library_table_new_follow_up:
 * @facts: the facts; must outlive the table
 * @today: the day of today
 *
 * Returns: (transfer full): a table to follow up next steps: each step in the scope and the filter
 *   once, with an empty column for remarks
 */
AtlasFactTable *
atlas_library_table_new_follow_up (const AtlasFacts *facts, const AtlasDate *today)
{
  g_autoptr (GPtrArray) steps = atlas_facts_list (facts, ATLAS_RECORD_KIND_COMMITMENT);
  AtlasFactTable *table =
    atlas_fact_table_new_empty (facts, follow_up_columns, G_N_ELEMENTS (follow_up_columns));

  table->is_form = TRUE;
  for (guint i = 0; i < steps->len; i++)
    {
      const AtlasFactRow row = {
        .record = steps->pdata[i],
        .item = atlas_next_steps_is_overdue (steps->pdata[i], today) ? steps->pdata[i] : NULL,
      };

      g_array_append_val (table->rows, row);
    }
  return table;
}
