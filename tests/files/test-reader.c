/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-reading.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atlas-figure.h"
#include "atlas-place.h"
#include "atlas-plan.h"
#include "atlas-project.h"
#include "atlas-route.h"
#include "atlas-source.h"

#define HEAD                                                                                       \
  "{\"format\": \"jilin-atlas\", \"version\": 1, \"title\": \"T\",\n"                              \
  " \"sources\": [{\"id\": \"s\", \"name\": \"S\", \"title\": \"S\",\n"                            \
  "   \"sections\": [{\"id\": \"1\", \"paragraphs\": 2}]}],\n"
#define PLACE(id, more)                                                                            \
  "{\"id\": \"" id "\", \"name\": \"N\", \"kind\": \"town\", \"latitude\": 1, "                    \
  "\"longitude\": 2" more "}"

#define ERROR(code, line, place)                                                                   \
  { ATLAS_FAULT_SEVERITY_ERROR, ATLAS_READ_ERROR_##code, line, place }
#define WARNING(code, line, place)                                                                 \
  { ATLAS_FAULT_SEVERITY_WARNING, ATLAS_READ_ERROR_##code, line, place }

static AtlasDataset *
read_text (const char *text, GPtrArray **faults, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return atlas_reader_read_bytes ("text.json", bytes, ATLAS_READER_STRICT, NULL, faults, error);
}

static void
assert_faults (const char *text, const AtlasTestFault *expected, gsize n_expected)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = read_text (text, &faults, &error);

  atlas_test_assert_faults (faults, expected, n_expected);
  g_assert_true ((error == NULL) == (dataset != NULL));
}

static AtlasDataset *
read_every_member (void)
{
  g_autoptr (GBytes) bytes = atlas_test_load ("tests/data/accept/every-member.json");
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset =
    atlas_reader_read_bytes ("every", bytes, ATLAS_READER_STRICT, NULL, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

static void
test_new_destroy (void)
{
  AtlasDataset *dataset = read_every_member ();

  g_assert_finalize_object (dataset);
}

static void
test_head (void)
{
  g_autoptr (AtlasDataset) dataset = read_every_member ();

  g_assert_cmpstr (atlas_dataset_get_title (dataset, ATLAS_LANGUAGE_ZH), ==, "小图集");
  g_assert_cmpstr (atlas_dataset_get_title (dataset, ATLAS_LANGUAGE_KO), ==, "작은 지도첩");
  g_assert_cmpuint (atlas_dataset_get_date (dataset)->day, ==, 30);
  g_assert_cmpstr (atlas_dataset_get_approval_number (dataset), ==, "GS(2021)1");
}

static void
test_common_members (void)
{
  g_autoptr (AtlasDataset) dataset = read_every_member ();
  AtlasRecord *east = atlas_dataset_lookup (dataset, "east");
  const AtlasCitation *citation;

  g_assert_cmpstr (atlas_record_get_name (east, ATLAS_LANGUAGE_ZH), ==, "东市");
  g_assert_cmpstr (atlas_record_get_name (east, ATLAS_LANGUAGE_EN), ==, "East City");
  g_assert_cmpstr (atlas_record_get_summary (east, ATLAS_LANGUAGE_ZH), ==, "东");
  g_assert_cmpstr (atlas_record_get_note (east, ATLAS_LANGUAGE_ZH), ==, "n");
  g_assert_cmpstr (atlas_record_get_pinyin (east), ==, "dong shi");
  g_assert_cmpstr (atlas_record_get_aliases (east)[0], ==, "A");
  g_assert_cmpstr (atlas_record_get_aliases (east)[1], ==, "乙");
  g_assert_null (atlas_record_get_aliases (east)[2]);
  g_assert_cmpuint (atlas_record_get_date (east)->year, ==, 1948);
  g_assert_cmpuint (atlas_record_get_date (east)->month, ==, 0);
  g_assert_true (atlas_record_is_inferred (east, "parent"));
  g_assert_false (atlas_record_is_inferred (east, "code"));
  g_assert_true (atlas_record_refers_to (east, ATLAS_ROLE_PLACES,
                                         atlas_dataset_lookup (dataset, "land")));
  g_assert_true (atlas_record_refers_to (east, ATLAS_ROLE_ABOUT,
                                         atlas_dataset_lookup (dataset, "industry")));
  g_assert_cmpuint (atlas_record_get_n_citations (east), ==, 1);
  citation = atlas_record_get_citation (east, 0);
  g_assert_cmpstr (citation->source, ==, "letter");
  g_assert_cmpstr (citation->section, ==, "0");
  g_assert_cmpuint (citation->paragraph, ==, 1);
}

/* A name is one line of at most 300 characters; a longer one gives a warning. */
static void
test_names (void)
{
  g_autofree char *longer = g_strnfill (10000, 'x');
  g_autofree char *text = g_strdup_printf (
    HEAD "\"places\": [" PLACE (
      "a",
      ", \"summary\": \"one\\ntwo\"") ",\n"
                                      "{\"id\": \"b\", \"name\": {\"zh\": \"一\\n二\\t三\", "
                                      "\"en\": \"%s\"}, "
                                      "\"kind\": \"town\", \"latitude\": 1, \"longitude\": 2}]}",
    longer);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = read_text (text, &faults, &error);
  const AtlasTestFault expected[] = { WARNING (OUT_OF_RANGE, 5, "places[1].name") };
  const char *name;

  g_assert_no_error (error);
  atlas_test_assert_faults (faults, expected, G_N_ELEMENTS (expected));
  name = atlas_record_get_name (atlas_dataset_lookup (dataset, "b"), ATLAS_LANGUAGE_EN);
  g_assert_cmpint (g_utf8_strlen (name, -1), ==, 300);
  g_assert_true (g_str_has_suffix (name, "x…"));
  g_assert_cmpstr (atlas_record_get_name (atlas_dataset_lookup (dataset, "b"), ATLAS_LANGUAGE_ZH),
                   ==, "一 二 三");
  g_assert_cmpstr (atlas_record_get_summary (atlas_dataset_lookup (dataset, "a"),
                                             ATLAS_LANGUAGE_ZH),
                   ==, "one\ntwo");
}

static void
test_own_members (void)
{
  g_autoptr (AtlasDataset) dataset = read_every_member ();
  AtlasPlace *east = ATLAS_PLACE (atlas_dataset_lookup (dataset, "east"));
  AtlasRoute *bus = ATLAS_ROUTE (atlas_dataset_lookup (dataset, "bus"));
  AtlasFigure *whole = ATLAS_FIGURE (atlas_dataset_lookup (dataset, "whole"));
  AtlasProject *project = ATLAS_PROJECT (atlas_dataset_lookup (dataset, "project"));
  AtlasSource *letter = ATLAS_SOURCE (atlas_dataset_lookup (dataset, "letter"));
  AtlasPlan *plan = ATLAS_PLAN (atlas_dataset_lookup (dataset, "plan"));
  AtlasPlanStatus status;
  AtlasUrbanStyle urban_style;

  g_object_get (plan, "status", &status, NULL);
  g_assert_cmpint (status, ==, ATLAS_PLAN_STATUS_ISSUED);
  g_assert_true (atlas_plan_is_document (plan));

  g_assert_cmpint (atlas_place_get_kind (east), ==, ATLAS_PLACE_KIND_PREFECTURE);
  g_assert_cmpfloat (atlas_place_get_latitude (east), ==, 43.5);
  g_assert_cmpfloat (atlas_place_get_longitude (east), ==, 125.25);
  g_assert_true (atlas_place_is_approximate (east));
  g_assert_cmpstr (atlas_place_get_code (east), ==, "220100");
  g_assert_cmpstr (atlas_record_get_id (ATLAS_RECORD (atlas_place_get_parent (east, dataset))), ==,
                   "land");

  g_assert_cmpuint (atlas_route_get_trips_per_day (bus), ==, 24);
  g_assert_cmpuint (atlas_route_get_vehicles (bus), ==, 12);
  g_assert_cmpstr (atlas_route_get_vehicle_type (bus, ATLAS_LANGUAGE_EN), ==, "New-energy buses");
  g_object_get (bus, "urban-style", &urban_style, NULL);
  g_assert_cmpint (urban_style, ==, ATLAS_URBAN_STYLE_PLANNED);

  g_assert_cmpint (*atlas_figure_get_value (whole), ==, 6533300);
  g_assert_cmpint (atlas_figure_get_unit (whole), ==, ATLAS_UNIT_CNY_100M);
  g_assert_cmpuint (atlas_figure_get_as_of (whole)->month, ==, 2);
  g_assert_cmpuint (atlas_figure_get_period (whole)->from.month, ==, 1);
  g_assert_cmpuint (atlas_figure_get_period (whole)->to.year, ==, 2025);
  g_assert_cmpint (atlas_figure_get_status (whole), ==, ATLAS_FIGURE_STATUS_PLANNED);

  g_assert_cmpint (*atlas_project_get_length_km (project), ==, 76000);
  g_assert_cmpint (atlas_project_get_stage (project), ==, ATLAS_PROJECT_STAGE_UNDER_CONSTRUCTION);
  g_assert_true (atlas_dataset_get_reference (dataset, ATLAS_RECORD (project),
                                              ATLAS_ROLE_INVESTMENT) == ATLAS_RECORD (whole));

  g_assert_cmpstr (atlas_source_get_number (letter), ==, "〔2021〕1");
  g_assert_cmpstr (atlas_source_get_section_title (letter, "3.2", ATLAS_LANGUAGE_EN), ==, "三之二");
  g_assert_true (atlas_source_has_paragraph (letter, "3.2", 2));
  g_assert_false (atlas_source_has_paragraph (letter, "3", 1));
}

static void
test_references_keep_their_order (void)
{
  g_autoptr (AtlasDataset) dataset = read_every_member ();
  AtlasRecord *bus = atlas_dataset_lookup (dataset, "bus");
  const AtlasRecords places = atlas_dataset_get_references (dataset, bus, ATLAS_ROLE_PLACES);
  AtlasRecords referrers;
  guint n_found = 0;

  g_assert_cmpuint (places.len, ==, 2);
  g_assert_cmpstr (atlas_record_get_id (atlas_records_get (&places, 0)), ==, "east");
  g_assert_cmpstr (atlas_record_get_id (atlas_records_get (&places, 1)), ==, "west");
  /* The dataset is complete: the referrers are known. */
  referrers = atlas_dataset_get_referrers (dataset, atlas_records_get (&places, 1));
  for (guint i = 0; i < referrers.len; i++)
    n_found += atlas_records_get (&referrers, i) == bus;
  g_assert_cmpuint (n_found, ==, 1);
}

static void
test_trap_13_numbers (void)
{
  const AtlasTestFault expected[] = {
    ERROR (NOT_JSON, 5, "places[0].latitude"),
    ERROR (NOT_JSON, 6, "places[1].latitude"),
    ERROR (OUT_OF_RANGE, 7, "places[2].latitude"),
    ERROR (OUT_OF_RANGE, 8, "places[3].latitude"),
  };

  assert_faults (HEAD " \"places\": [\n"
                      "{\"id\": \"a\", \"name\": \"N\", \"kind\": \"town\", \"latitude\": 012},\n"
                      "{\"id\": \"b\", \"name\": \"N\", \"kind\": \"town\", \"latitude\": 0x1F},\n"
                      "{\"id\": \"c\", \"name\": \"N\", \"kind\": \"town\", \"latitude\": "
                      "92233720368547758079},\n"
                      "{\"id\": \"d\", \"name\": \"N\", \"kind\": \"town\", \"latitude\": 1e999}]}",
                 expected, G_N_ELEMENTS (expected));
}

static void
test_trap_14_depth (void)
{
  g_autoptr (GString) text = g_string_new ("{\"format\": \"jilin-atlas\", \"x\": ");
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, '[');
  g_assert_null (read_text (text->str, &faults, &error));
  g_assert_error (error, ATLAS_READ_ERROR, ATLAS_READ_ERROR_TOO_DEEP);
  g_assert_cmpuint (faults->len, ==, 1);
}

static void
test_trap_15_positions (void)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  const AtlasFault *fault;

  g_assert_null (read_text (HEAD "\"places\": [{\"name\": \"长春市\", \"id\": 5}]}", &faults,
                            &error));
  g_assert_cmpstr (error->message, ==, "text.json:4: places[0]: The member “kind” is missing");
  fault = g_ptr_array_index (faults, faults->len - 1);
  g_assert_cmpstr (fault->place, ==, "places[0].id");
  g_assert_cmpuint (fault->line, ==, 4);
  g_assert_cmpuint (fault->column, ==,
                    strlen ("\"places\": [{\"name\": \"") + 3 + strlen ("\", \"id\": ") + 1);
}

static void
test_trap_16_liberties (void)
{
  const AtlasTestFault doubled[] = { ERROR (DUPLICATE_MEMBER, 5, "places") };
  const AtlasTestFault newline[] = { ERROR (NOT_JSON, 4, "date") };
  const AtlasTestFault comment[] = { ERROR (NOT_JSON, 4, "") };
  const AtlasTestFault quotes[] = { ERROR (NOT_JSON, 4, "places[0]") };
  const AtlasTestFault second[] = { ERROR (NOT_JSON, 5, "") };

  assert_faults (HEAD "\"places\": [],\n\"places\": []}", doubled, 1);
  assert_faults (HEAD "\"date\": \"2021\n\", \"places\": []}", newline, 1);
  assert_faults (HEAD "/* none */ \"places\": []}", comment, 1);
  assert_faults (HEAD "\"places\": ['a']}", quotes, 1);
  assert_faults (HEAD "\"places\": []}\n{}", second, 1);
}

static void
test_trap_17_nothing (void)
{
  const AtlasTestFault empty[] = { ERROR (NOT_JSON, 1, "") };
  const AtlasTestFault cut[] = { ERROR (NOT_JSON, 4, "places[0].id") };

  assert_faults ("", empty, 1);
  assert_faults (HEAD "\"places\": [" PLACE ("a\\u0000b", "") "]}", cut, 1);
}

/* Gives every member every wrong type: the result is never 0 or NULL without a fault. */
static void
test_trap_18_wrong_types (void)
{
  const struct
  {
    const char *member;
    const char *array;
    const char *values[5];
  } cases[] = {
    { "latitude", "places", { "\"43\"", "true", "null", "[43]", "{}" } },
    { "approximate", "places", { "\"true\"", "1", "null", "[]", "{}" } },
    { "code", "places", { "220100", "true", "null", "[]", "{}" } },
    { "kind", "places", { "5", "true", "null", "[]", "{}" } },
    { "name", "places", { "5", "true", "null", "[]", "1.5" } },
    { "date", "places", { "2016", "true", "null", "[]", "{}" } },
    { "parent", "places", { "5", "true", "null", "[]", "{}" } },
    { "about", "places", { "\"a\"", "true", "null", "5", "{}" } },
    { "cites", "places", { "\"s\"", "true", "null", "5", "{}" } },
    { "aliases", "places", { "\"A\"", "true", "null", "5", "{}" } },
    { "inferred", "places", { "\"id\"", "true", "null", "5", "{}" } },
    { "trips_per_day", "routes", { "\"5\"", "true", "null", "5.5", "{}" } },
    { "vehicle_type", "routes", { "5", "true", "null", "[]", "5.5" } },
    { "value", "figures", { "\"5\"", "true", "null", "[]", "{}" } },
    { "period", "figures", { "2016", "true", "null", "[]", "{}" } },
    { "sections", "sources", { "\"1\"", "true", "null", "5", "{}" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (cases[i].values); j++)
      {
        g_autofree char *text =
          g_strdup_printf ("{\"format\": \"jilin-atlas\", \"version\": 1, \"title\": \"T\",\n"
                           "\"%s\": [{\"%s\": %s}]}",
                           cases[i].array, cases[i].member, cases[i].values[j]);
        g_autofree char *place = g_strdup_printf ("%s[0].%s", cases[i].array, cases[i].member);
        g_autoptr (GPtrArray) faults = NULL;
        guint n_found = 0;

        g_test_message ("%s: %s", place, cases[i].values[j]);
        g_assert_null (read_text (text, &faults, NULL));
        for (guint k = 0; k < faults->len; k++)
          {
            const AtlasFault *fault = g_ptr_array_index (faults, k);

            if (!g_str_equal (fault->place, place))
              continue;
            n_found++;
            g_assert_cmpint (fault->code, ==, ATLAS_READ_ERROR_WRONG_TYPE);
            g_assert_cmpuint (fault->line, ==, 2);
          }
        g_assert_cmpuint (n_found, ==, 1);
      }
}

static void
test_all_faults (void)
{
  const AtlasTestFault expected[] = {
    WARNING (UNKNOWN_MEMBER, 4, "extra"),
    ERROR (OUT_OF_RANGE, 6, "places[0].latitude"),
    ERROR (UNKNOWN_WORD, 6, "places[0].kind"),
    ERROR (DUPLICATE_ID, 7, "places[1].id"),
    ERROR (UNKNOWN_REFERENCE, 7, "places[1].parent"),
    ERROR (MISSING_MEMBER, 8, "places[2]"),
    ERROR (UNKNOWN_REFERENCE, 8, "places[2].places[1]"),
    WARNING (UNKNOWN_MEMBER, 8, "places[2].colour"),
    WARNING (NOT_CITED, 9, "events[0]"),
    ERROR (OUT_OF_RANGE, 9, "events[0].date"),
    ERROR (MISSING_MEMBER, 10, "figures[0]"),
    ERROR (UNKNOWN_REFERENCE, 10, "figures[0].cites[0]"),
  };

  assert_faults (
    HEAD
    "\"extra\": 1,\n\"places\": [\n"
    "{\"id\": \"a\", \"name\": \"N\", \"latitude\": 95, \"longitude\": 1, "
    "\"kind\": \"x\"},\n" PLACE (
      "a",
      ", \"parent\": \"nobody\"") ",\n"
                                  "{\"id\": \"b\", \"name\": \"N\", \"kind\": \"town\", "
                                  "\"latitude\": 1, "
                                  "\"places\": [\"a\", \"nobody\"], \"colour\": 3}],\n"
                                  "\"events\": [{\"id\": \"e\", \"name\": \"E\", \"kind\": "
                                  "\"plan\", "
                                  "\"date\": \"2021-13\"}],\n"
                                  "\"figures\": [{\"id\": \"f\", \"name\": \"F\", \"value\": 1, "
                                  "\"cites\": [{\"source\": \"s\", \"section\": \"1\", "
                                  "\"paragraph\": 3}]}]}",
    expected, G_N_ELEMENTS (expected));
}

/* The id of an unreadable record is unknown, so no reference is reported as missing. */
static void
test_faulty_record_hides_no_other_fault (void)
{
  const AtlasTestFault expected[] = {
    ERROR (NOT_JSON, 5, "places[0].latitude"),
    ERROR (WRONG_TYPE, 6, "places[1].code"),
    ERROR (WRONG_REFERENCE, 7, "places[2].parent"),
  };

  assert_faults (
    HEAD "\"places\": [\n"
         "{\"id\": \"a\", \"name\": \"N\", \"kind\": \"town\", \"latitude\": .5, "
         "\"longitude\": 1},\n" PLACE ("b", ", \"parent\": \"a\", \"code\": 7") ",\n" PLACE (
           "c", ", \"parent\": \"s\"") "]}",
    expected, G_N_ELEMENTS (expected));
}

static void
test_cycle_is_told_once (void)
{
  const AtlasTestFault expected[] = {
    ERROR (CYCLE, 8, "places[3].parent"),
    ERROR (CYCLE, 10, "places[5].parent"),
  };

  assert_faults (
    HEAD
    "\"places\": [\n" PLACE ("a", ", \"parent\": \"b\"") ",\n" PLACE ("b", ", \"parent\": \"c\"") ",\n" PLACE (
      "c",
      ", \"parent\": \"d\"") ",\n" PLACE ("d",
                                          ", \"parent\": \"b\"") ",\n" PLACE ("e",
                                                                              ", \"parent\": "
                                                                              "\"a\"") ","
                                                                                       "\n" PLACE (
                                                                                         "f",
                                                                                         ", "
                                                                                         "\"parent"
                                                                                         "\": "
                                                                                         "\"f\"") "]}",
    expected, G_N_ELEMENTS (expected));
}

/* A chain of any length takes linear time. */
static void
test_long_chain_of_parents (void)
{
  const guint n_places = 20000;
  g_autoptr (GString) text = g_string_new (HEAD "\"places\": [");
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = NULL;

  for (guint i = 0; i < n_places; i++)
    g_string_append_printf (text,
                            "%s{\"id\": \"%u\", \"name\": \"N\", \"kind\": \"town\", "
                            "\"latitude\": 1, \"longitude\": 2, \"parent\": \"%u\"}",
                            i > 0 ? "," : "", i, i + 1);
  g_string_append (text, "," PLACE ("20000", "") "]}");
  dataset = read_text (text->str, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (atlas_place_is_within (ATLAS_PLACE (atlas_dataset_lookup (dataset, "0")), dataset,
                                        ATLAS_PLACE (atlas_dataset_lookup (dataset, "20000"))));
}

static void
test_too_many_faults (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "\"places\": [");
  g_autoptr (GPtrArray) faults = NULL;

  for (guint i = 0; i < 11000; i++)
    g_string_append (text, i > 0 ? ",5" : "5");
  g_string_append (text, "]}");
  g_assert_null (read_text (text->str, &faults, NULL));
  g_assert_cmpuint (faults->len, ==, 10001);
  g_assert_cmpint (((AtlasFault *) g_ptr_array_index (faults, 10000))->code, ==,
                   ATLAS_READ_ERROR_TOO_MANY);
  g_assert_cmpstr (((AtlasFault *) g_ptr_array_index (faults, 9999))->place, ==, "places[9999]");
}

static void
test_words_of_the_file_stay_on_one_line (void)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (
    HEAD "\"places\": [" PLACE ("a", ", \"parent\": \"x\\n\\u001b[2Jy\"") "]}", &faults, &error));
  g_assert_cmpstr (error->message, ==,
                   "text.json:4: places[0].parent: No record has the id “x\\u000a\\u001b[2Jy”");
}

static void
test_faults_are_optional (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text ("[", NULL, NULL));
  g_assert_null (read_text ("[", NULL, &error));
  g_assert_error (error, ATLAS_READ_ERROR, ATLAS_READ_ERROR_NOT_JSON);
}

static void
test_too_large (void)
{
  g_autoptr (GBytes) bytes =
    g_bytes_new_take (g_malloc0 (ATLAS_READER_MAX_BYTES + 1), ATLAS_READER_MAX_BYTES + 1);
  const AtlasTestFault expected[] = { ERROR (TOO_LARGE, 1, "") };
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_reader_read_bytes ("large", bytes, ATLAS_READER_STRICT, NULL, &faults,
                                          &error));
  g_assert_error (error, ATLAS_READ_ERROR, ATLAS_READ_ERROR_TOO_LARGE);
  atlas_test_assert_faults (faults, expected, 1);
}

/* Devices are refused, because they may never end or block. */
static void
test_device (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/zero");
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_reader_read_file (file, ATLAS_READER_STRICT, NULL, &faults, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_assert_cmpuint (faults->len, ==, 0);
}

static char *
make_temporary_name (char **folder)
{
  g_autoptr (GError) error = NULL;

  *folder = g_dir_make_tmp ("atlas-XXXXXX", &error);
  g_assert_no_error (error);
  return g_build_filename (*folder, "文件 file.json", NULL);
}

static gpointer
write_pipe (gpointer data)
{
  const char *text = HEAD "\"places\": []}";
  int fd = open (data, O_WRONLY);

  g_assert_cmpint (fd, >=, 0);
  for (const char *cursor = text; *cursor != '\0'; cursor++)
    g_assert_cmpint (write (fd, cursor, 1), ==, 1);
  close (fd);
  return NULL;
}

static void
test_pipe (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *name = make_temporary_name (&folder);
  g_autoptr (GFile) file = g_file_new_for_path (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = NULL;
  GThread *writer;

  g_assert_cmpint (mkfifo (name, 0600), ==, 0);
  writer = g_thread_new ("writer", write_pipe, name);
  dataset = atlas_reader_read_file (file, ATLAS_READER_STRICT, NULL, NULL, &error);
  g_thread_join (writer);
  g_assert_no_error (error);
  g_assert_nonnull (dataset);
  g_unlink (name);
  g_rmdir (folder);
}

static void
test_file (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *name = make_temporary_name (&folder);
  g_autoptr (GFile) file = g_file_new_for_path (name);
  g_autoptr (GFile) directory = g_file_new_for_path (folder);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GPtrArray) no_faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = g_strconcat (name, ":2: [0]: The file ends where", NULL);

  g_assert_null (atlas_reader_read_file (file, ATLAS_READER_STRICT, NULL, &no_faults, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpuint (no_faults->len, ==, 0);
  g_clear_error (&error);

  g_assert_null (atlas_reader_read_file (directory, ATLAS_READER_STRICT, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (name, "\n[", -1, NULL));
  g_assert_null (atlas_reader_read_file (file, ATLAS_READER_STRICT, NULL, &faults, &error));
  g_assert_error (error, ATLAS_READ_ERROR, ATLAS_READ_ERROR_NOT_JSON);
  g_assert_true (g_str_has_prefix (error->message, expected));
  g_assert_cmpuint (faults->len, ==, 1);
  g_unlink (name);
  g_rmdir (folder);
}

/* Reads the bundled dataset. */
static void
test_bundled_dataset (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "jilin.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset =
    atlas_reader_read_file (file, ATLAS_READER_STRICT, NULL, &faults, &error);

  g_assert_no_error (error);
  atlas_test_assert_faults (faults, NULL, 0);
  g_assert_cmpuint (
    g_list_model_get_n_items (atlas_dataset_get_records (dataset, ATLAS_RECORD_KIND_PARTNERSHIP)),
    >, 25);
  g_assert_cmpuint (atlas_dataset_get_links (dataset)->len, >, 28);
}

typedef struct
{
  GMainLoop *loop;
  AtlasDataset *dataset;
  GPtrArray *faults;
  GError *error;
} Answer;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->dataset = atlas_reader_read_finish (result, &answer->faults, &answer->error);
  g_main_loop_quit (answer->loop);
}

static void
read_and_wait (GFile *file, GCancellable *cancellable, gboolean cancel, Answer *answer)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  *answer = (Answer) { .loop = loop };
  atlas_reader_read_async (file, cancellable, read_cb, answer);
  if (cancel)
    g_cancellable_cancel (cancellable);
  g_main_loop_run (loop);
}

static void
clear_answer (Answer *answer)
{
  g_clear_object (&answer->dataset);
  g_clear_pointer (&answer->faults, g_ptr_array_unref);
  g_clear_error (&answer->error);
}

static void
test_async (void)
{
  g_autofree char *good = g_test_build_filename (G_TEST_DIST, "data", "jilin.json", NULL);
  g_autofree char *bad = g_test_build_filename (G_TEST_DIST, "tests", "data", "reject",
                                                "parents-in-a-circle.json", NULL);
  g_autoptr (GFile) good_file = g_file_new_for_path (good);
  g_autoptr (GFile) bad_file = g_file_new_for_path (bad);
  Answer answer;

  read_and_wait (good_file, NULL, FALSE, &answer);
  g_assert_no_error (answer.error);
  g_assert_nonnull (answer.dataset);
  g_assert_cmpuint (answer.faults->len, ==, 0);
  clear_answer (&answer);

  read_and_wait (bad_file, NULL, FALSE, &answer);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (atlas_dataset_get_n_at_fault (answer.dataset), ==, 1);
  g_assert_cmpuint (answer.faults->len, >=, 1);
  clear_answer (&answer);
}

/* Reading a pipe without data can be cancelled. */
static void
test_silent_pipe (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = make_temporary_name (&folder);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Answer answer;

  g_assert_no_errno (mkfifo (path, 0600));
  g_timeout_add_once (100, (GSourceOnceFunc) g_cancellable_cancel, cancellable);
  read_and_wait (file, cancellable, FALSE, &answer);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  clear_answer (&answer);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_cancel (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "jilin.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = atlas_test_load ("data/jilin.json");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  Answer answer;

  read_and_wait (file, cancellable, TRUE, &answer);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (answer.dataset);
  clear_answer (&answer);

  g_assert_null (atlas_reader_read_bytes ("bytes", bytes, ATLAS_READER_STRICT, cancellable, &faults,
                                          &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (faults->len, ==, 0);
  g_clear_error (&error);

  g_assert_null (atlas_reader_read_file (file, ATLAS_READER_STRICT, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (5000);
  g_cancellable_cancel (data);
  return NULL;
}

/* Reading a large file can be cancelled long before its end. */
static void
test_cancel_in_the_middle (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) text = g_string_new (HEAD "\"places\": [" PLACE ("0", ""));
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  GThread *thread;

  for (guint i = 1; i < 100000; i++)
    g_string_append_printf (text,
                            ",{\"id\": \"%u\", \"name\": \"N\", \"kind\": \"town\", "
                            "\"latitude\": 1, \"longitude\": 2}",
                            i);
  g_string_append (text, "]}");
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_assert_null (atlas_reader_read_bytes ("bytes", bytes, ATLAS_READER_STRICT, cancellable, NULL,
                                          &error));
  g_thread_join (thread);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reader/new-destroy", test_new_destroy);
  g_test_add_func ("/reader/head", test_head);
  g_test_add_func ("/reader/common-members", test_common_members);
  g_test_add_func ("/reader/names", test_names);
  g_test_add_func ("/reader/own-members", test_own_members);
  g_test_add_func ("/reader/references-keep-their-order", test_references_keep_their_order);
  g_test_add_func ("/reader/trap-13-numbers", test_trap_13_numbers);
  g_test_add_func ("/reader/trap-14-depth", test_trap_14_depth);
  g_test_add_func ("/reader/trap-15-positions", test_trap_15_positions);
  g_test_add_func ("/reader/trap-16-liberties", test_trap_16_liberties);
  g_test_add_func ("/reader/trap-17-nothing", test_trap_17_nothing);
  g_test_add_func ("/reader/trap-18-wrong-types", test_trap_18_wrong_types);
  g_test_add_func ("/reader/all-faults", test_all_faults);
  g_test_add_func ("/reader/faulty-record-hides-no-other-fault",
                   test_faulty_record_hides_no_other_fault);
  g_test_add_func ("/reader/cycle-is-told-once", test_cycle_is_told_once);
  g_test_add_func ("/reader/long-chain-of-parents", test_long_chain_of_parents);
  g_test_add_func ("/reader/too-many-faults", test_too_many_faults);
  g_test_add_func ("/reader/words-of-the-file-stay-on-one-line",
                   test_words_of_the_file_stay_on_one_line);
  g_test_add_func ("/reader/faults-are-optional", test_faults_are_optional);
  g_test_add_func ("/reader/too-large", test_too_large);
  g_test_add_func ("/reader/device", test_device);
  g_test_add_func ("/reader/pipe", test_pipe);
  g_test_add_func ("/reader/file", test_file);
  g_test_add_func ("/reader/bundled-dataset", test_bundled_dataset);
  g_test_add_func ("/reader/async", test_async);
  g_test_add_func ("/reader/silent-pipe", test_silent_pipe);
  g_test_add_func ("/reader/cancel", test_cancel);
  g_test_add_func ("/reader/cancel-in-the-middle", test_cancel_in_the_middle);

  return g_test_run ();
}
