/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-checks.h"

#include <glib/gi18n.h>

#include "atlas-description.h"
#include "atlas-enum-types.h"
#include "atlas-figure.h"
#include "atlas-format.h"
#include "atlas-labels.h"
#include "atlas-next-steps.h"
#include "atlas-schema.h"
#include "atlas-translation.h"

/*
 * Finds what needs attention in a dataset.
 *
 * A check has no text of its own, so that a dataset of 100 000 records is checked in a fraction of
 * a second. atlas_check_describe() writes the sentence for those that are shown.
 */

typedef struct
{
  AtlasDataset *dataset;
  AtlasBaseMap *base_map;
  const AtlasDate *today;
  GArray *found[ATLAS_N_CHECK_KINDS];
} Checking;

static void
add (Checking *self, AtlasCheckKind kind, AtlasRecord *record, const char *member)
{
  const AtlasCheck check = { .kind = kind, .record = record, .member = member };

  g_array_append_val (self->found[kind], check);
}

/* All records --------------------------------------------------------------------------------- */

/* The record itself, and the entries of its log, which have citations of their own. */
static void
check_source (Checking *self, AtlasRecord *record)
{
  const AtlasLog *log = atlas_record_get_log (record);

  if (atlas_record_lacks_source (record))
    add (self, ATLAS_CHECK_KIND_SOURCE, record, "cites");
  for (guint i = 0; log != NULL && i < log->len; i++)
    if (((const AtlasLogEntry *) log->pdata[i])->citations->len == 0)
      {
        add (self, ATLAS_CHECK_KIND_SOURCE, record,
             ATLAS_IS_PROJECT (record) ? "progress" : "follow_ups");
        return;
      }
}

static void
check_name (Checking *self, AtlasRecord *record)
{
  const AtlasText *name = atlas_record_get_name_text (record);
  AtlasCheck check = { .kind = ATLAS_CHECK_KIND_NAME, .record = record, .member = "name" };

  for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
    if (name == NULL || atlas_text_peek (name, (AtlasLanguage) language) == NULL)
      check.languages |= 1u << language;
  if (check.languages != 0)
    g_array_append_val (self->found[ATLAS_CHECK_KIND_NAME], check);
}

/* The note of a record says why its members are inferred, so that both are one check. */
static void
check_remarks (Checking *self, AtlasRecord *record)
{
  const char *const *inferred = atlas_record_get_inferred (record);

  if (inferred[0] != NULL)
    add (self, ATLAS_CHECK_KIND_INFERRED, record, inferred[0]);
  else if (*atlas_record_get_note (record, ATLAS_LANGUAGE_ZH) != '\0')
    add (self, ATLAS_CHECK_KIND_NOTE, record, "note");
}

/* Figures ------------------------------------------------------------------------------------- */

static int
compare_periods (gconstpointer a, gconstpointer b)
{
  const AtlasPeriod *first = *(const AtlasPeriod *const *) a;
  const AtlasPeriod *second = *(const AtlasPeriod *const *) b;
  const guint32 first_day = atlas_date_first_day (&first->from);
  const guint32 other_day = atlas_date_first_day (&second->from);

  return first_day < other_day ? -1 : first_day > other_day;
}

/* Whether figures for these periods count something twice. */
static gboolean
has_overlap (GPtrArray *periods)
{
  g_ptr_array_sort (periods, compare_periods);
  for (guint i = 1; i < periods->len; i++)
    {
      const AtlasPeriod *former = periods->pdata[i - 1];
      const AtlasPeriod *period = periods->pdata[i];

      if (atlas_date_last_day (&former->to) >= atlas_date_first_day (&period->from))
        return TRUE;
    }
  return FALSE;
}

/* A single part may be less than its whole, and so may parts whose periods overlap. No part may be
 * larger. */
static void
check_sum (Checking *self, AtlasFigure *whole)
{
  const AtlasRecords referrers = atlas_dataset_get_referrers (self->dataset, ATLAS_RECORD (whole));
  AtlasCheck check = { .kind = ATLAS_CHECK_KIND_SUM,
                       .record = ATLAS_RECORD (whole),
                       .member = "value" };
  g_autoptr (GPtrArray) periods = NULL;
  AtlasDecimal largest = G_MININT64;

  for (guint i = 0; i < referrers.len; i++)
    {
      AtlasRecord *part = atlas_records_get (&referrers, i);

      if (!ATLAS_IS_FIGURE (part) ||
          !atlas_record_refers_to (part, ATLAS_ROLE_PART_OF, ATLAS_RECORD (whole)) ||
          atlas_figure_get_unit (ATLAS_FIGURE (part)) != atlas_figure_get_unit (whole))
        continue;
      check.n_parts++;
      check.n_unsourced += (guint) atlas_record_lacks_source (part);
      check.sum = atlas_decimal_add (check.sum, *atlas_figure_get_value (ATLAS_FIGURE (part)));
      largest = MAX (largest, *atlas_figure_get_value (ATLAS_FIGURE (part)));
      if (periods == NULL)
        periods = g_ptr_array_new ();
      if (atlas_figure_get_period (ATLAS_FIGURE (part)) != NULL)
        g_ptr_array_add (periods, (gpointer) atlas_figure_get_period (ATLAS_FIGURE (part)));
    }
  if (check.n_parts == 0 || check.sum == *atlas_figure_get_value (whole))
    return;
  if (check.n_parts == 1 || has_overlap (periods))
    {
      if (largest <= *atlas_figure_get_value (whole))
        return;
      check.sum = largest;
    }
  g_array_append_val (self->found[ATLAS_CHECK_KIND_SUM], check);
}

/* Other kinds --------------------------------------------------------------------------------- */

static void
check_project (Checking *self, AtlasProject *project)
{
  if (atlas_project_has_passed (project, self->today))
    add (self, ATLAS_CHECK_KIND_PASSED, ATLAS_RECORD (project), "expected");
}

static void
check_step (Checking *self, AtlasCommitment *step)
{
  if (atlas_next_steps_is_overdue (step, self->today))
    add (self, ATLAS_CHECK_KIND_PASSED, ATLAS_RECORD (step), "due");
}

static void
check_place (Checking *self, AtlasPlace *place)
{
  const AtlasPoint point = atlas_projection_of_place (place);

  if (self->base_map != NULL && !atlas_base_map_covers (self->base_map, point.x, point.y))
    add (self, ATLAS_CHECK_KIND_PLACE, ATLAS_RECORD (place), "latitude");
  else if (atlas_place_is_approximate (place))
    add (self, ATLAS_CHECK_KIND_APPROXIMATE, ATLAS_RECORD (place), "approximate");
}

static void
check_record (Checking *self, AtlasRecord *record)
{
  check_source (self, record);
  check_name (self, record);
  check_remarks (self, record);
  if (ATLAS_IS_FIGURE (record))
    check_sum (self, ATLAS_FIGURE (record));
  else if (ATLAS_IS_PROJECT (record))
    check_project (self, ATLAS_PROJECT (record));
  else if (ATLAS_IS_COMMITMENT (record))
    check_step (self, ATLAS_COMMITMENT (record));
  else if (ATLAS_IS_PLACE (record))
    check_place (self, ATLAS_PLACE (record));
}

/**
 * atlas_checks_new:
 * @scope: the scope
 * @base_map: (nullable): the base map, or %NULL to check no positions outside it
 * @today: the day of today
 *
 * Returns: (transfer full) (element-type AtlasCheck): what needs attention in @scope: by kind, and
 *   each kind in the order of the records; valid as long as the dataset of @scope
 */
GArray *
atlas_checks_new (AtlasScope *scope, AtlasBaseMap *base_map, const AtlasDate *today)
{
  Checking self = { atlas_scope_get_dataset (scope), base_map, today, { NULL } };
  GArray *checks = g_array_new (FALSE, FALSE, sizeof (AtlasCheck));

  for (guint i = 0; i < ATLAS_N_CHECK_KINDS; i++)
    self.found[i] = g_array_new (FALSE, FALSE, sizeof (AtlasCheck));
  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      g_autoptr (GPtrArray) records = atlas_scope_dup_records (scope, (AtlasRecordKind) kind);

      for (guint i = 0; i < records->len; i++)
        check_record (&self, records->pdata[i]);
    }
  for (guint i = 0; i < ATLAS_N_CHECK_KINDS; i++)
    {
      if (self.found[i]->len > 0)
        g_array_append_vals (checks, self.found[i]->data, self.found[i]->len);
      g_array_unref (self.found[i]);
    }
  return checks;
}

/* Words --------------------------------------------------------------------------------------- */

static char *
describe_passed (const AtlasCheck *self, AtlasLanguage language)
{
  g_autofree char *date = NULL;

  if (ATLAS_IS_PROJECT (self->record))
    {
      AtlasProject *project = ATLAS_PROJECT (self->record);

      date = atlas_format_date (atlas_project_get_expected (project), language);
      return g_strdup_printf (
        /* Translators: a date, and the stage of a project. */
        atlas_translate (language, "Expected %s, but now: %s"), date,
        atlas_label_for (ATLAS_TYPE_PROJECT_STAGE, (int) atlas_project_get_stage (project),
                         language));
    }
  date = atlas_format_date (atlas_commitment_get_due (ATLAS_COMMITMENT (self->record)), language);
  return g_strdup_printf (
    /* Translators: a date, and the state of a next step. */
    atlas_translate (language, "Due %s, but now: %s"), date,
    atlas_label_for (ATLAS_TYPE_COMMITMENT_STATE,
                     (int) atlas_commitment_get_state (ATLAS_COMMITMENT (self->record)), language));
}

static char *
describe_sum (const AtlasCheck *self, AtlasLanguage language)
{
  AtlasFigure *whole = ATLAS_FIGURE (self->record);
  const AtlasDecimal value = *atlas_figure_get_value (whole);
  const AtlasUnit unit = atlas_figure_get_unit (whole);
  const char *note = atlas_record_get_note (self->record, language);
  g_autofree char *sum =
    atlas_describe_sum (self->sum, unit, self->n_parts, self->n_unsourced, language);
  g_autofree char *difference = atlas_format_quantity (
    self->sum > value ? self->sum - value : value - self->sum, unit, language);
  g_autofree char *words = g_strdup_printf (
    self->sum > value
      /* Translators: two amounts. */
      ? atlas_translate (language, "The parts come to %s, more than the whole by %s")
      /* Translators: two amounts. */
      : atlas_translate (language, "The parts come to %s, less than the whole by %s"),
    sum, difference);

  return atlas_join_facts (words, note != NULL ? note : "", NULL);
}

/* For a log, the dates of its entries without a source. */
static char *
describe_no_source (const AtlasCheck *self, AtlasLanguage language)
{
  const AtlasLog *log =
    g_str_equal (self->member, "cites") ? NULL : atlas_record_get_log (self->record);
  g_autoptr (GString) dates = g_string_new (NULL);

  for (guint i = 0; log != NULL && i < log->len; i++)
    {
      const AtlasLogEntry *entry = log->pdata[i];
      g_autofree char *date = atlas_format_date (&entry->date, language);

      if (entry->citations->len == 0)
        g_string_append_printf (
          dates, "%s%s", dates->len > 0 ? atlas_translate_context (language, "list", ", ") : "",
          date);
    }
  if (dates->len == 0)
    return g_strdup (atlas_describe_no_source (language));
  /* Translators: the dates of entries in the history of a project or a next step. */
  return g_strdup_printf (atlas_translate (language, "No source yet: entries of %s"), dates->str);
}

static char *
describe_name (const AtlasCheck *self, AtlasLanguage language)
{
  static const char *const languages[ATLAS_N_LANGUAGES] = {
    [ATLAS_LANGUAGE_ZH] = NC_ ("missing name", "Chinese"),
    [ATLAS_LANGUAGE_EN] = NC_ ("missing name", "English"),
    [ATLAS_LANGUAGE_KO] = NC_ ("missing name", "Korean"),
  };
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < ATLAS_N_LANGUAGES; i++)
    if (self->languages & (1u << i))
      g_string_append_printf (
        names, "%s%s", names->len > 0 ? atlas_translate_context (language, "list", ", ") : "",
        atlas_translate_context (language, "missing name", languages[i]));
  /* Translators: languages. */
  return g_strdup_printf (atlas_translate (language, "No name in: %s"), names->str);
}

static char *
describe_inferred (const AtlasCheck *self, AtlasLanguage language)
{
  g_autofree char *members = atlas_describe_inferred (self->record, language);
  const char *note = atlas_record_get_note (self->record, language);
  g_autofree char *words =
    /* Translators: the names of members that the source implies and does not state. */
    g_strdup_printf (atlas_translate (language, "Inferred: %s"), members);

  return *note != '\0' ? g_strconcat (words, "\n", note, NULL) : g_steal_pointer (&words);
}

/**
 * atlas_check_describe:
 * @self: a check
 * @dataset: its dataset
 * @language: the language of the text
 *
 * Returns: (transfer full): one or two lines about what needs attention; plain text, not markup
 */
char *
atlas_check_describe (const AtlasCheck *self, AtlasDataset *dataset, AtlasLanguage language)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->kind)
    {
    case ATLAS_CHECK_KIND_PASSED:
      return describe_passed (self, language);
    case ATLAS_CHECK_KIND_SUM:
      return describe_sum (self, language);
    case ATLAS_CHECK_KIND_SOURCE:
      return describe_no_source (self, language);
    case ATLAS_CHECK_KIND_PLACE:
      return g_strdup (atlas_translate (language, "Outside the base map"));
    case ATLAS_CHECK_KIND_NAME:
      return describe_name (self, language);
    case ATLAS_CHECK_KIND_INFERRED:
      return describe_inferred (self, language);
    case ATLAS_CHECK_KIND_NOTE:
      return g_strdup (atlas_record_get_note (self->record, language));
    case ATLAS_CHECK_KIND_APPROXIMATE:
      return g_strdup (atlas_translate (language, "The position is approximate"));
    default:
      g_return_val_if_reached (NULL);
    }
}

static const char *const labels[ATLAS_N_CHECK_KINDS] = {
  [ATLAS_CHECK_KIND_PASSED] = NC_ ("to check", "Dates that have passed"),
  [ATLAS_CHECK_KIND_SUM] = NC_ ("to check", "Sums that do not add up"),
  [ATLAS_CHECK_KIND_SOURCE] = NC_ ("to check", "Without a source"),
  [ATLAS_CHECK_KIND_PLACE] = NC_ ("to check", "Positions"),
  [ATLAS_CHECK_KIND_NAME] = NC_ ("to check", "Missing names"),
  [ATLAS_CHECK_KIND_INFERRED] = NC_ ("to check", "Inferred"),
  [ATLAS_CHECK_KIND_NOTE] = NC_ ("to check", "Notes"),
  [ATLAS_CHECK_KIND_APPROXIMATE] = NC_ ("to check", "Approximate positions"),
};

/**
 * atlas_check_kind_get_label:
 * @kind: a kind of check
 * @language: the language of the text
 *
 * Returns: (transfer none): the heading of a list of such checks
 */
const char *
atlas_check_kind_get_label (AtlasCheckKind kind, AtlasLanguage language)
{
  g_return_val_if_fail (kind < ATLAS_N_CHECK_KINDS, "");

  return atlas_translate_context (language, "to check", labels[kind]);
}
