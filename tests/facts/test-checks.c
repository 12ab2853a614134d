/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-checks.h"

#include "atlas-commitment.h"
#include "atlas-figure.h"
#include "atlas-project.h"
#include "atlas-source.h"
#include "pages-fixture.h"

static const AtlasDate today = { 2021, 11, 1 };

static GArray *
check (AtlasDataset *dataset, const char *id)
{
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, id);

  return atlas_checks_new (scope, atlas_base_map_get_default (), &today);
}

static guint
count (GArray *checks, AtlasCheckKind kind)
{
  guint n = 0;

  for (guint i = 0; i < checks->len; i++)
    n += g_array_index (checks, AtlasCheck, i).kind == kind;
  return n;
}

/* Returns the first check of @kind for the record with @id, or NULL. */
static const AtlasCheck *
find (GArray *checks, AtlasCheckKind kind, const char *id)
{
  for (guint i = 0; i < checks->len; i++)
    {
      const AtlasCheck *self = &g_array_index (checks, AtlasCheck, i);

      if (self->kind == kind && g_str_equal (atlas_record_get_id (self->record), id))
        return self;
    }
  return NULL;
}

static void
assert_words (GArray *checks,
              AtlasDataset *dataset,
              AtlasCheckKind kind,
              const char *id,
              const char *expected)
{
  const AtlasCheck *self = find (checks, kind, id);
  g_autofree char *words = NULL;

  g_assert_nonnull (self);
  words = atlas_check_describe (self, dataset, ATLAS_LANGUAGE_EN);
  g_assert_cmpstr (words, ==, expected);
}

/* The bundled dataset has citations and names everywhere. One sum of it does not add up, and its
 * note says why. */
static void
test_jilin (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  g_autoptr (GArray) checks = check (dataset, NULL);
  g_autoptr (GArray) of_place = check (dataset, "siping");
  g_autofree char *sum = NULL;

  g_assert_cmpuint (count (checks, ATLAS_CHECK_KIND_SOURCE), ==, 0);
  g_assert_cmpuint (count (checks, ATLAS_CHECK_KIND_NAME), ==, 0);
  g_assert_cmpuint (count (checks, ATLAS_CHECK_KIND_SUM), ==, 1);
  g_assert_cmpuint (count (checks, ATLAS_CHECK_KIND_INFERRED), >, 100);
  g_assert_cmpuint (count (checks, ATLAS_CHECK_KIND_NOTE), >, 100);
  sum = atlas_check_describe (find (checks, ATLAS_CHECK_KIND_SUM, "fig-investment-total"), dataset,
                              ATLAS_LANGUAGE_EN);
  g_assert_true (g_str_has_prefix (
    sum, "The parts come to CNY 65.332 billion, less than the whole by CNY 1 million · "));
  g_assert_nonnull (strstr (sum, "surely by rounding"));
  assert_words (checks, dataset, ATLAS_CHECK_KIND_PASSED, "prj-changyi-road",
                "Expected October 2021, but now: Under construction");
  /* The last day of 2021 has not passed. */
  g_assert_null (find (checks, ATLAS_CHECK_KIND_PASSED, "prj-qinba-road"));
  /* A record whose members are inferred has one check, with all of them and its note. */
  assert_words (checks, dataset, ATLAS_CHECK_KIND_INFERRED, "plan-energy-layout",
                "Inferred: Name, Period\nNot a formal title, named after what the source says; the "
                "years follow from the 14th Five-Year Plan.");
  g_assert_null (find (checks, ATLAS_CHECK_KIND_NOTE, "plan-energy-layout"));
  /* The kinds follow each other, and a scope has only its own records. */
  for (guint i = 1; i < checks->len; i++)
    g_assert_cmpint (g_array_index (checks, AtlasCheck, i - 1).kind, <=,
                     g_array_index (checks, AtlasCheck, i).kind);
  g_assert_cmpuint (of_place->len, <, checks->len);
  g_assert_cmpuint (of_place->len, >, 0);
}

/* Some things that are wrong. */
static AtlasDataset *
make_dataset (void)
{
  AtlasDataset *dataset = atlas_dataset_new ();
  g_autoptr (AtlasText) name = atlas_text_new ("甲", NULL, NULL);
  g_autoptr (AtlasText) names = atlas_text_new ("甲", "A", "가");
  const AtlasDate due = { 2021, 10, 0 };
  AtlasRecord *place = g_object_new (ATLAS_TYPE_PLACE, "id", "far", "name", names, "latitude", 10.,
                                     "longitude", -70., NULL);
  AtlasRecord *done = g_object_new (ATLAS_TYPE_PROJECT, "id", "done", "name", name, "stage",
                                    ATLAS_PROJECT_STAGE_DONE, "expected", &due, NULL);
  AtlasRecord *step = g_object_new (ATLAS_TYPE_COMMITMENT, "id", "step", "name", names, "due", &due,
                                    "state", ATLAS_COMMITMENT_STATE_OPEN, NULL);

  g_assert_true (atlas_dataset_add (dataset, place));
  g_assert_true (atlas_dataset_add (dataset, done));
  g_assert_true (atlas_dataset_add (dataset, step));
  g_object_unref (place);
  g_object_unref (done);
  g_object_unref (step);
  return dataset;
}

static void
test_wrong (void)
{
  g_autoptr (AtlasDataset) dataset = make_dataset ();
  g_autoptr (GArray) checks = NULL;

  atlas_dataset_complete (dataset);
  checks = check (dataset, NULL);
  assert_words (checks, dataset, ATLAS_CHECK_KIND_PLACE, "far", "Outside the base map");
  assert_words (checks, dataset, ATLAS_CHECK_KIND_NAME, "done", "No name in: English, Korean");
  assert_words (checks, dataset, ATLAS_CHECK_KIND_SOURCE, "step", "No source yet");
  assert_words (checks, dataset, ATLAS_CHECK_KIND_PASSED, "step",
                "Due October 2021, but now: Open");
  g_assert_null (find (checks, ATLAS_CHECK_KIND_PASSED, "done"));
  g_assert_null (find (checks, ATLAS_CHECK_KIND_SOURCE, "far"));
}

static void
add_entry (AtlasLog *log, guint16 year, AtlasCitation *citation)
{
  AtlasLogEntry *entry = atlas_log_entry_new (&(AtlasDate) { .year = year });

  if (citation != NULL)
    g_ptr_array_add (entry->citations, citation);
  g_ptr_array_add (log, entry);
}

/* A figure without a source is found like other records. The entries of a log are found too; those
 * with a source are not. */
static void
test_without_source (void)
{
  const AtlasCheck *found;
  g_autoptr (AtlasDataset) dataset = atlas_dataset_new ();
  g_autoptr (GPtrArray) log = atlas_log_new ();
  g_autoptr (AtlasRecord) source = g_object_new (ATLAS_TYPE_SOURCE, "id", "s", NULL);
  g_autoptr (AtlasRecord) figure = g_object_new (ATLAS_TYPE_FIGURE, "id", "figure", NULL);
  g_autoptr (AtlasRecord) project = NULL;
  g_autoptr (GArray) checks = NULL;

  add_entry (log, 2019, NULL);
  add_entry (log, 2020, atlas_citation_new ("s", "1", 1));
  add_entry (log, 2021, NULL);
  project = g_object_new (ATLAS_TYPE_PROJECT, "id", "road", "progress", log, NULL);
  atlas_record_add_citation (project, source, "1", 1);
  g_assert_true (atlas_dataset_add (dataset, source));
  g_assert_true (atlas_dataset_add (dataset, figure));
  g_assert_true (atlas_dataset_add (dataset, project));
  atlas_dataset_complete (dataset);
  checks = check (dataset, NULL);
  g_assert_cmpuint (count (checks, ATLAS_CHECK_KIND_SOURCE), ==, 2);
  assert_words (checks, dataset, ATLAS_CHECK_KIND_SOURCE, "figure", "No source yet");
  assert_words (checks, dataset, ATLAS_CHECK_KIND_SOURCE, "road",
                "No source yet: entries of 2019, 2021");
  found = find (checks, ATLAS_CHECK_KIND_SOURCE, "road");
  g_assert_true (found != NULL && g_strcmp0 (found->member, "progress") == 0);
}

static AtlasRecord *
add_figure (AtlasDataset *dataset,
            const char *id,
            double amount,
            const char *period,
            AtlasRecord *whole)
{
  AtlasDecimal value;
  AtlasPeriod span;
  AtlasRecord *figure;

  g_assert_true (atlas_decimal_from_double (amount, &value));
  figure = g_object_new (ATLAS_TYPE_FIGURE, "id", id, "value", &value, "unit", ATLAS_UNIT_CNY_100M,
                         "period",
                         period != NULL && atlas_period_parse (period, &span) ? &span : NULL, NULL);
  if (whole != NULL)
    atlas_record_add_reference (figure, ATLAS_ROLE_PART_OF, whole);
  g_assert_true (atlas_dataset_add (dataset, figure));
  g_object_unref (figure);
  return figure;
}

/* 0.1 and 0.2 add up to 0.3 exactly. A single part, and parts of overlapping periods, may be less
 * than their whole but not more. */
static void
test_sums (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_dataset_new ();
  g_autoptr (GArray) checks = NULL;
  AtlasRecord *exact = add_figure (dataset, "exact", 0.3, NULL, NULL);
  AtlasRecord *single = add_figure (dataset, "single", 5, NULL, NULL);
  AtlasRecord *larger = add_figure (dataset, "larger", 5, NULL, NULL);
  AtlasRecord *overlap = add_figure (dataset, "overlap", 5, NULL, NULL);
  AtlasRecord *over = add_figure (dataset, "over", 5, NULL, NULL);

  add_figure (dataset, "exact-1", 0.1, NULL, exact);
  add_figure (dataset, "exact-2", 0.2, NULL, exact);
  add_figure (dataset, "single-1", 4, NULL, single);
  add_figure (dataset, "larger-1", 6, NULL, larger);
  add_figure (dataset, "overlap-1", 3, "2021", overlap);
  add_figure (dataset, "overlap-2", 4, "2021-06/2022", overlap);
  add_figure (dataset, "over-1", 3, "2021", over);
  add_figure (dataset, "over-2", 3, "2022", over);
  atlas_dataset_complete (dataset);
  checks = check (dataset, NULL);
  g_assert_cmpuint (count (checks, ATLAS_CHECK_KIND_SUM), ==, 2);
  assert_words (
    checks, dataset, ATLAS_CHECK_KIND_SUM, "larger",
    "The parts come to CNY 600 million (no source yet), more than the whole by CNY 100 million");
  assert_words (
    checks, dataset, ATLAS_CHECK_KIND_SUM, "over",
    "The parts come to CNY 600 million (no source yet), more than the whole by CNY 100 million");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facts/checks/jilin", test_jilin);
  g_test_add_func ("/facts/checks/wrong", test_wrong);
  g_test_add_func ("/facts/checks/without-source", test_without_source);
  g_test_add_func ("/facts/checks/sums", test_sums);
  return g_test_run ();
}
