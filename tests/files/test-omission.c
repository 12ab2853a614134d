/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-reading.h"

#include <string.h>

#include "atlas-enum-types.h"
#include "atlas-labels.h"

/* Tests what lenient reading keeps of a file with faults, and which faults it reports. */

#define ERROR ATLAS_FAULT_SEVERITY_ERROR
#define WARNING ATLAS_FAULT_SEVERITY_WARNING
#define KIND(name) ATLAS_RECORD_KIND_##name
#define HEAD "{\"format\": \"jilin-atlas\", \"version\": 1, \"title\": \"T\",\n"
#define SOURCES                                                                                    \
  " \"sources\": [{\"id\": \"s\", \"name\": \"S\", \"title\": \"S\","                              \
  " \"sections\": [{\"id\": \"1\", \"paragraphs\": 2}]}],\n"
#define PLACE(id, latitude)                                                                        \
  "{\"id\": \"" id "\", \"name\": \"" id "\", \"kind\": \"town\", \"latitude\": " latitude ", "    \
  "\"longitude\": 2}"
#define CITES "\"cites\": [{\"source\": \"s\", \"section\": \"1\", \"paragraph\": 1}]"
#define LINK(id, members, more)                                                                    \
  "{\"id\": \"" id "\", \"name\": \"Link " id "\", \"kind\": \"city-pair\","                       \
  " \"members\": [" members "]," CITES more "}"

static AtlasDataset *
read_leniently (const char *text, GPtrArray **faults, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return atlas_reader_read_bytes ("text.json", bytes, ATLAS_READER_LENIENT, NULL, faults, error);
}

/* Reads @text, and asserts the numbers of records that are left out because of their own faults,
 * and because of others. */
static AtlasDataset *
read_parts (const char *text, GPtrArray **faults, guint n_at_fault, guint n_dependent)
{
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset = read_leniently (text, faults, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (atlas_dataset_get_n_at_fault (dataset), ==, n_at_fault);
  g_assert_cmpuint (atlas_dataset_get_n_dependent (dataset), ==, n_dependent);
  return dataset;
}

static void
assert_fault (GPtrArray *faults,
              guint index,
              AtlasFaultSeverity severity,
              guint line,
              const char *place,
              AtlasRecordKind kind,
              const char *name,
              const char *message)
{
  g_autofree char *record =
    name != NULL
      ? g_strdup_printf (
          "%s%s", atlas_label_for (ATLAS_TYPE_RECORD_KIND, (int) kind, ATLAS_LANGUAGE_EN), name)
      : NULL;
  const AtlasFault *fault;

  g_assert_cmpuint (index, <, faults->len);
  fault = faults->pdata[index];
  g_assert_cmpstr (fault->place, ==, place);
  g_assert_cmpstr (fault->record, ==, record);
  g_assert_cmpstr (fault->message, ==, message);
  g_assert_cmpuint (fault->line, ==, line);
  g_assert_cmpint (fault->severity, ==, severity);
}

/* The record with the wrong date is left out, the others do not change. */
static void
test_one_record (void)
{
  const char *text = HEAD SOURCES " \"places\": [" PLACE ("a", "1") "," PLACE (
    "b", "2") "],\n"
              " \"partnerships\": [" LINK ("x", "\"a\", \"b\"", "") ",\n" LINK (
                "y", "\"a\", \"b\"", ", \"date\": \"2021-13-27\"") "]}";
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (AtlasDataset) dataset = read_parts (text, &faults, 1, 0);

  g_assert_nonnull (atlas_dataset_lookup (dataset, "x"));
  g_assert_null (atlas_dataset_lookup (dataset, "y"));
  g_assert_cmpuint (atlas_dataset_get_links (dataset)->len, ==, 1);
  g_assert_cmpstr (atlas_dataset_get_title (dataset, ATLAS_LANGUAGE_EN), ==, "T");
  g_assert_cmpuint (atlas_dataset_get_references (dataset, atlas_dataset_lookup (dataset, "x"),
                                                  ATLAS_ROLE_MEMBERS)
                      .len,
                    ==, 2);
  g_assert_cmpuint (atlas_dataset_get_referrers (dataset, atlas_dataset_lookup (dataset, "a")).len,
                    ==, 1);
  g_assert_cmpuint (faults->len, ==, 1);
  assert_fault (faults, 0, ERROR, 5, "partnerships[1].date", KIND (PARTNERSHIP), " “Link y”",
                "“2021-13-27” is no date of the form “2016”, “2016-02” or “2016-02-29”");
}

/* A link needs its ends; an event is kept without its place. */
static void
test_dependent (void)
{
  const char *text = HEAD SOURCES " \"places\": [" PLACE ("a", "1") ",\n" PLACE (
    "b", "91") "],\n"
               " \"partnerships\": [" LINK (
                 "x", "\"a\", \"b\"",
                 "") "],\n"
                     " \"events\": [{\"id\": \"e\", \"name\": \"E\", \"kind\": \"start\","
                     "  \"places\": [\"a\", \"b\"],\n"
                     "  \"about\": [\"x\"], " CITES "}]}";
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (AtlasDataset) dataset = read_parts (text, &faults, 1, 1);
  AtlasRecord *event = atlas_dataset_lookup (dataset, "e");

  g_assert_null (atlas_dataset_lookup (dataset, "x"));
  g_assert_cmpuint (atlas_dataset_get_references (dataset, event, ATLAS_ROLE_PLACES).len, ==, 1);
  g_assert_cmpuint (atlas_dataset_get_references (dataset, event, ATLAS_ROLE_ABOUT).len, ==, 0);
  g_assert_cmpuint (faults->len, ==, 4);
  assert_fault (faults, 0, ERROR, 4, "places[1].latitude", KIND (PLACE), " “b”",
                "91 is outside -85…85");
  assert_fault (faults, 1, ERROR, 5, "partnerships[0].members[1]", KIND (PARTNERSHIP), " “Link x”",
                "“b” is left out, and this record with it");
  assert_fault (faults, 2, WARNING, 6, "events[0].places[1]", KIND (EVENT), " “E”",
                "“b” is left out; this record is shown without it");
  assert_fault (faults, 3, WARNING, 7, "events[0].about[0]", KIND (EVENT), " “E”",
                "“Link x” is left out; this record is shown without it");
}

#define FIGURE(id, value, more)                                                                    \
  "{\"id\": \"" id "\", \"name\": \"" id "\", \"value\": " value                                   \
  ", \"unit\": \"cny-100m\", " CITES more "}"

/* Without the whole, its parts are left out, recursively, because they would be counted
 * separately. */
static void
test_parts (void)
{
  const char *text = HEAD SOURCES
    " \"places\": [],\n"
    " \"figures\": [" FIGURE ("half", "5", ", \"part_of\": \"whole\"") "," FIGURE (
      "quarter", "2", ", \"part_of\": \"half\"") "," FIGURE ("whole", "\"10\"",
                                                             "") "," FIGURE ("other", "1", "") "]}";
  g_autoptr (AtlasDataset) dataset = read_parts (text, NULL, 1, 2);

  g_assert_null (atlas_dataset_lookup (dataset, "half"));
  g_assert_null (atlas_dataset_lookup (dataset, "quarter"));
  g_assert_nonnull (atlas_dataset_lookup (dataset, "other"));
}

/* A source is kept without its faulty members; without an id it cannot be cited. */
static void
test_sources (void)
{
  const char *dated =
    HEAD " \"sources\": [{\"id\": \"s\", \"name\": \"S\", \"title\": \"S\", \"date\": \"May\","
         " \"sections\": [{\"id\": \"1\", \"paragraphs\": 2}]}],\n \"places\": [],\n"
         " \"figures\": [" FIGURE ("f", "1", "") "]}";
  const char *nameless =
    HEAD " \"sources\": [{\"name\": \"S\", \"title\": \"S\","
         " \"sections\": [{\"id\": \"1\", \"paragraphs\": 2}]}],\n \"places\": [],\n"
         " \"figures\": [" FIGURE ("f", "1", "") "]}";
  g_autoptr (AtlasDataset) kept = read_parts (dated, NULL, 0, 0);
  g_autoptr (AtlasDataset) lost = read_parts (nameless, NULL, 1, 1);

  g_assert_cmpuint (atlas_record_get_n_citations (atlas_dataset_lookup (kept, "f")), ==, 1);
  g_assert_null (atlas_dataset_lookup (lost, "f"));
}

/* A record that could not be created, and one that needs it. */
static void
test_unmade (void)
{
  const char *text = HEAD SOURCES " \"places\": [" PLACE ("a", "1") ",5," PLACE (
    "a", "3") "],\n"
              " \"partnerships\": [" LINK ("x", "\"a\", \"gone\"", "") "]}";
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (AtlasDataset) dataset = read_parts (text, &faults, 2, 1);

  g_assert_nonnull (atlas_dataset_lookup (dataset, "a"));
  g_assert_cmpuint (faults->len, ==, 3);
  assert_fault (faults, 0, ERROR, 3, "places[1]", KIND (PLACE), "",
                "An object, in “{” and “}”, is expected");
}

/* Title, date and approval number can be left out too. */
static void
test_head (void)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (AtlasDataset) dataset =
    read_parts (HEAD "\"date\": \"soon\"," SOURCES "\"places\": []}", &faults, 0, 0);

  g_assert_null (atlas_dataset_get_date (dataset));
  g_assert_cmpuint (faults->len, ==, 1);
  assert_fault (faults, 0, ERROR, 2, "date", 0, NULL,
                "“soon” is no date of the form “2016”, “2016-02” or “2016-02-29”");
}

static void
assert_refused (const char *text, AtlasReadError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_leniently (text, NULL, &error));
  g_assert_error (error, ATLAS_READ_ERROR, (int) code);
}

/* Not JSON, not a dataset, or without required arrays. */
static void
test_refused (void)
{
  assert_refused ("", ATLAS_READ_ERROR_NOT_JSON);
  assert_refused ("{\"format\": \"jilin-atlas\"", ATLAS_READ_ERROR_NOT_JSON);
  assert_refused ("[]", ATLAS_READ_ERROR_WRONG_FORMAT);
  assert_refused ("{\"type\": \"FeatureCollection\"}", ATLAS_READ_ERROR_WRONG_FORMAT);
  assert_refused ("{\"format\": \"jilin-atlas\", \"version\": 2}", ATLAS_READ_ERROR_WRONG_FORMAT);
  assert_refused (HEAD SOURCES "\"events\": []}", ATLAS_READ_ERROR_MISSING_MEMBER);
  assert_refused (HEAD SOURCES "\"places\": [" PLACE ("a", "1") ",]}", ATLAS_READ_ERROR_NOT_JSON);
  assert_refused (HEAD SOURCES "\"places\": 5}", ATLAS_READ_ERROR_WRONG_TYPE);
}

/* Each file that strict reading refuses is either refused or shown in part; each accepted file is
 * shown completely. */
static void
test_corpus (void)
{
  const char *const folders[] = { "tests/data/reject", "tests/data/accept" };
  guint n_shown = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autoptr (GPtrArray) names = atlas_test_list (folders[i]);

      for (guint j = 0; j < names->len; j++)
        {
          g_autofree char *path =
            g_strdup_printf ("%s/%s.json", folders[i], (char *) names->pdata[j]);
          g_autoptr (GBytes) bytes = atlas_test_load (path);
          g_autoptr (GPtrArray) faults = NULL;
          g_autoptr (GError) error = NULL;
          g_autoptr (AtlasDataset) dataset =
            atlas_reader_read_bytes (path, bytes, ATLAS_READER_LENIENT, NULL, &faults, &error);

          g_test_message ("%s", path);
          g_assert_true ((dataset == NULL) == (error != NULL));
          g_assert_true (i == 0 || dataset != NULL);
          if (dataset != NULL && i == 0)
            n_shown++;
          if (dataset != NULL && i == 1)
            g_assert_cmpuint (atlas_dataset_get_n_at_fault (dataset), ==, 0);
        }
    }
  g_assert_cmpuint (n_shown, >, 50);
}

/* The bundled dataset with one invalid date. */
static void
test_shipped (void)
{
  g_autoptr (GBytes) bytes = atlas_test_load ("data/jilin.json");
  g_autoptr (GString) text =
    g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) whole =
    atlas_reader_read_bytes ("whole", bytes, ATLAS_READER_STRICT, NULL, NULL, &error);
  g_autoptr (AtlasDataset) dataset = NULL;
  char *events = strstr (text->str, "\"events\"");
  char *date = strstr (events, "\"date\": \"20");
  guint n_whole = 0, n_kept = 0;

  g_assert_no_error (error);
  memcpy (date + strlen ("\"date\": \""), "x", 1);
  dataset = read_parts (text->str, NULL, 1, 0);
  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      n_whole +=
        g_list_model_get_n_items (atlas_dataset_get_records (whole, (AtlasRecordKind) kind));
      n_kept +=
        g_list_model_get_n_items (atlas_dataset_get_records (dataset, (AtlasRecordKind) kind));
    }
  g_assert_cmpuint (n_kept, ==, n_whole - 1);
}

#define TEST(name) g_test_add_func ("/omission/" #name, test_##name)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST (one_record);
  TEST (dependent);
  TEST (parts);
  TEST (sources);
  TEST (unmade);
  TEST (head);
  TEST (refused);
  TEST (corpus);
  TEST (shipped);
  return g_test_run ();
}
