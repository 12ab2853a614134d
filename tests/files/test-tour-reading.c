/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-reading.h"

#include <string.h>

#include "atlas-scope.h"
#include "atlas-view.h"
#include "atlas-writer.h"

/* Tests tours of files. What strict reading rejects is in the corpus, see test-reader-corpus.c. */

#define FILE_WITH(tours)                                                                           \
  "{\"format\": \"jilin-atlas\", \"version\": 1, \"title\": \"T\",\n"                              \
  " \"sources\": [{\"id\": \"s\", \"name\": \"S\", \"title\": \"S\","                              \
  " \"sections\": [{\"id\": \"1\", \"paragraphs\": 2}]}],\n"                                       \
  " \"places\": [{\"id\": \"a\", \"name\": \"A\", \"kind\": \"town\", \"latitude\": 1,"            \
  " \"longitude\": 2}],\n \"tours\": " tours "}"

static AtlasDataset *
read_leniently (const char *text, GPtrArray **faults)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset =
    atlas_reader_read_bytes ("text.json", bytes, ATLAS_READER_LENIENT, NULL, faults, &error);

  g_assert_no_error (error);
  return dataset;
}

/* Steps with a fault are left out; the other steps and all records are kept. */
static void
test_faulty_step (void)
{
  static const AtlasTestFault expected[] = {
    { ATLAS_FAULT_SEVERITY_ERROR, ATLAS_READ_ERROR_UNKNOWN_REFERENCE, 6, "tours[0].steps[1].view" },
    { ATLAS_FAULT_SEVERITY_ERROR, ATLAS_READ_ERROR_OUT_OF_RANGE, 7, "tours[0].steps[2].view" },
    { ATLAS_FAULT_SEVERITY_ERROR, ATLAS_READ_ERROR_MISSING_MEMBER, 9, "tours[1]" },
  };
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (AtlasDataset) dataset =
    read_leniently (FILE_WITH ("[{\"id\": \"t\", \"title\": \"T\", \"steps\": [\n"
                               "  {\"view\": \"jilin-atlas:?scope=a\", \"caption\": \"A\"},\n"
                               "  {\"view\": \"jilin-atlas:?scope=b\"},\n"
                               "  {\"view\": \"jilin-atlas:?links=tram\"},\n"
                               "  {\"view\": \"jilin-atlas:\"}]},\n"
                               " {\"id\": \"u\", \"steps\": []}]"),
                    &faults);
  AtlasTour *tour;

  atlas_test_assert_faults (faults, expected, G_N_ELEMENTS (expected));
  g_assert_true (atlas_dataset_is_partial (dataset));
  g_assert_nonnull (atlas_dataset_lookup (dataset, "a"));
  g_assert_cmpuint (atlas_dataset_get_tours (dataset)->len, ==, 1);
  tour = atlas_dataset_get_tours (dataset)->pdata[0];
  g_assert_cmpuint (atlas_tour_get_n_steps (tour), ==, 2);
  g_assert_cmpstr (atlas_tour_step_get_view (atlas_tour_get_step (tour, 0)), ==,
                   "jilin-atlas:?scope=a");
  g_assert_cmpstr (atlas_tour_step_get_view (atlas_tour_get_step (tour, 1)), ==, "jilin-atlas:");
}

/* A fault in the array itself leaves out the tours only. */
static void
test_no_array (void)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (AtlasDataset) dataset = read_leniently (FILE_WITH ("{}"), &faults);

  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpuint (atlas_dataset_get_tours (dataset)->len, ==, 0);
  g_assert_nonnull (atlas_dataset_lookup (dataset, "a"));
}

/* A derived dataset has the same tours. */
static void
test_derived (void)
{
  g_autoptr (AtlasDataset) dataset =
    read_leniently (FILE_WITH ("[{\"id\": \"t\", \"title\": \"T\", \"steps\": []}]"), NULL);
  g_autoptr (AtlasDataset) derived = atlas_dataset_derive (dataset, NULL, NULL, NULL);

  g_assert_cmpuint (atlas_dataset_get_tours (derived)->len, ==, 1);
}

/* The tour of the bundled dataset has a sentence in each language and a citation for each view. */
static void
test_shipped (void)
{
  g_autoptr (GBytes) bytes = atlas_test_load ("data/jilin.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset =
    atlas_reader_read_bytes ("jilin.json", bytes, ATLAS_READER_STRICT, NULL, NULL, &error);
  GPtrArray *tours;
  AtlasTour *tour;

  g_assert_no_error (error);
  tours = atlas_dataset_get_tours (dataset);
  g_assert_cmpuint (tours->len, ==, 1);
  tour = tours->pdata[0];
  g_assert_cmpuint (atlas_tour_get_n_steps (tour), ==, 12);
  for (guint i = 0; i < atlas_tour_get_n_steps (tour); i++)
    {
      AtlasTourStep *step = atlas_tour_get_step (tour, i);
      g_autoptr (AtlasView) view = atlas_view_parse (atlas_tour_step_get_view (step), NULL);
      g_autoptr (AtlasScope) scope = atlas_scope_new_from_ids (dataset, view->scope);

      g_assert_nonnull (scope);
      g_assert_nonnull (view->page);
      for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
        g_assert_nonnull (atlas_text_peek (atlas_tour_step_get_caption (step),
                                           (AtlasLanguage) language));
      g_assert_cmpuint (atlas_tour_step_get_n_citations (step), >, 0);
    }
}

static GPtrArray *
read_tours (GBytes *bytes, GError **error)
{
  g_autoptr (AtlasDataset) dataset = read_leniently (FILE_WITH ("[]"), NULL);

  return atlas_reader_read_tours ("tours.json", bytes, dataset, error);
}

/* Tours beside a dataset come back as they were written. */
static void
test_beside (void)
{
  g_autoptr (AtlasText) words = atlas_text_new ("图", "A map", NULL);
  g_autoptr (AtlasTour) tour = atlas_tour_new ("t", words);
  g_autoptr (AtlasTourStep) step = atlas_tour_step_new ("jilin-atlas:?scope=a&until=2020", words);
  g_autoptr (GPtrArray) tours = g_ptr_array_new ();
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GError) error = NULL;

  atlas_tour_step_add_citation (step, "s", "1", 2);
  atlas_tour_add_step (tour, step);
  g_ptr_array_add (tours, tour);
  written = atlas_writer_write_tours (tours);
  found = read_tours (written, &error);
  g_assert_no_error (error);
  atlas_test_assert_equal_tours (tours, found);
  again = atlas_writer_write_tours (found);
  g_assert_true (g_bytes_equal (written, again));
}

/* A faulty file beside a dataset is an error with the line and the place of the first fault. */
static void
test_beside_faulty (void)
{
  const char *text = "{\"format\": \"jilin-atlas\", \"version\": 1, \"tours\": [\n"
                     "{\"id\": \"t\", \"title\": \"T\", \"steps\": [\n"
                     "{\"view\": \"jilin-atlas:?scope=gone\"}, {\"view\": \"jilin-atlas:\"}]}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GPtrArray) tours = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;

  tours = read_tours (bytes, &error);
  g_assert_error (error, ATLAS_READ_ERROR, ATLAS_READ_ERROR_UNKNOWN_REFERENCE);
  g_assert_true (g_str_has_prefix (error->message, "tours.json:3: tours[0].steps[0].view: "));
  g_assert_cmpuint (tours->len, ==, 1);
  g_assert_cmpuint (atlas_tour_get_n_steps (tours->pdata[0]), ==, 1);
  g_clear_error (&error);
  none = read_tours (empty, &error);
  g_assert_error (error, ATLAS_READ_ERROR, ATLAS_READ_ERROR_NOT_JSON);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tour-reading/faulty-step", test_faulty_step);
  g_test_add_func ("/tour-reading/no-array", test_no_array);
  g_test_add_func ("/tour-reading/derived", test_derived);
  g_test_add_func ("/tour-reading/shipped", test_shipped);
  g_test_add_func ("/tour-reading/beside", test_beside);
  g_test_add_func ("/tour-reading/beside-faulty", test_beside_faulty);

  return g_test_run ();
}
