/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-reading.h"

#include <json-glib/json-glib.h>

#include "atlas-schema.h"

/*
 * Reads the corpus: files that must be accepted, and files with one fault each, which is their
 * name.
 */
#define ACCEPT "tests/data/accept"
#define REJECT "tests/data/reject"

#define WARNING(code, line, place)                                                                 \
  { ATLAS_FAULT_SEVERITY_WARNING, ATLAS_READ_ERROR_##code, line, place }

#define SEVEN "[0][0][0][0][0][0][0]"

static const struct
{
  const char *name;
  guint n_records;
  AtlasTestFault warnings[20];
} accepted[] = {
  { "backwards", 4, { { 0 } } },
  { "byte-order-mark", 3, { { 0 } } },
  { "carriage-returns", 3, { { 0 } } },
  { "cites-empty", 4, { WARNING (NOT_CITED, 11, "figures[0]") } },
  { "cites-missing", 4, { WARNING (NOT_CITED, 11, "figures[0]") } },
  { "escapes", 2, { { 0 } } },
  { "every-member", 16, { { 0 } } },
  { "inferred-id", 4, { WARNING (UNKNOWN_WORD, 11, "partnerships[0].inferred[1]") } },
  { "limits", 11, { { 0 } } },
  { "smallest", 0, { { 0 } } },
  { "unknown-members",
    9,
    {
      WARNING (UNKNOWN_MEMBER, 9, "places[2].name.fr"),
      WARNING (UNKNOWN_MEMBER, 9, "places[2].colour"),
      WARNING (UNKNOWN_MEMBER, 11, "future"),
      WARNING (UNKNOWN_MEMBER, 13, "figures[0].cites[0].line"),
      WARNING (UNKNOWN_MEMBER, 16, "tours[0].speed"),
      WARNING (UNKNOWN_MEMBER, 16, "tours[0].title.fr"),
      WARNING (UNKNOWN_MEMBER, 16, "tours[0].steps[0].zoomed"),
      WARNING (UNKNOWN_MEMBER, 16, "tours[0].steps[0].cites[0].line"),
      WARNING (NOT_CITED, 19, "events[0]"),
      WARNING (UNKNOWN_MEMBER, 20, "events[1].mood"),
      WARNING (MISSING_MEMBER, 20, "events[1].inferred"),
      WARNING (UNKNOWN_MEMBER, 23, "projects[0].progress[0].weather"),
      WARNING (UNKNOWN_MEMBER, 23, "projects[0].progress[1].note.fr"),
      WARNING (UNKNOWN_MEMBER, 23, "projects[0].progress[1].cites[0].line"),
      WARNING (UNKNOWN_MEMBER, 23, "projects[0].progress[1].by"),
      WARNING (UNKNOWN_MEMBER, 26, "commitments[0].follow_ups[0].stage"),
    } },
};

static const struct
{
  const char *name;
  AtlasReadError code;
  guint line;
  const char *place;
} rejected[] = {
  { "approval-number-a-number", ATLAS_READ_ERROR_WRONG_TYPE, 5, "approval_number" },
  { "approximate-a-number", ATLAS_READ_ERROR_WRONG_TYPE, 9, "places[2].approximate" },
  { "as-of-a-number", ATLAS_READ_ERROR_WRONG_TYPE, 11, "figures[0].as_of" },
  { "as-of-not-a-date", ATLAS_READ_ERROR_OUT_OF_RANGE, 11, "figures[0].as_of" },
  { "bare-name", ATLAS_READ_ERROR_NOT_JSON, 8, "places[1]" },
  { "bare-word", ATLAS_READ_ERROR_NOT_JSON, 4, "title" },
  { "citation-a-text", ATLAS_READ_ERROR_WRONG_TYPE, 11, "figures[0].cites[0]" },
  { "citation-of-a-place", ATLAS_READ_ERROR_WRONG_REFERENCE, 11, "figures[0].cites[0].source" },
  { "citation-of-no-paragraph", ATLAS_READ_ERROR_UNKNOWN_REFERENCE, 12, "figures[0].cites[1]" },
  { "citation-of-no-section", ATLAS_READ_ERROR_UNKNOWN_REFERENCE, 11, "figures[0].cites[0]" },
  { "citation-of-nothing", ATLAS_READ_ERROR_UNKNOWN_REFERENCE, 11, "figures[0].cites[0].source" },
  { "citation-without-section", ATLAS_READ_ERROR_MISSING_MEMBER, 11, "figures[0].cites[0]" },
  { "cites-an-object", ATLAS_READ_ERROR_WRONG_TYPE, 11, "figures[0].cites" },
  { "code-a-number", ATLAS_READ_ERROR_WRONG_TYPE, 9, "places[2].code" },
  { "comment", ATLAS_READ_ERROR_NOT_JSON, 3, "" },
  { "comment-block", ATLAS_READ_ERROR_NOT_JSON, 3, "" },
  { "date-of-file", ATLAS_READ_ERROR_OUT_OF_RANGE, 5, "date" },
  { "double-array", ATLAS_READ_ERROR_DUPLICATE_MEMBER, 10, "places" },
  { "double-member", ATLAS_READ_ERROR_DUPLICATE_MEMBER, 10, "places[2].name" },
  { "double-member-escaped", ATLAS_READ_ERROR_DUPLICATE_MEMBER, 10, "places[2].name" },
  { "due-not-a-date", ATLAS_READ_ERROR_OUT_OF_RANGE, 11, "commitments[0].due" },
  { "empty", ATLAS_READ_ERROR_NOT_JSON, 1, "" },
  { "follow-up-citation-of-no-paragraph", ATLAS_READ_ERROR_UNKNOWN_REFERENCE, 11,
    "commitments[0].follow_ups[0].cites[0]" },
  { "follow-up-note-a-number", ATLAS_READ_ERROR_WRONG_TYPE, 11,
    "commitments[0].follow_ups[0].note" },
  { "format-a-number", ATLAS_READ_ERROR_WRONG_FORMAT, 2, "format" },
  { "from-missing", ATLAS_READ_ERROR_MISSING_MEMBER, 11, "routes[0]" },
  { "geojson", ATLAS_READ_ERROR_WRONG_FORMAT, 1, "" },
  { "half-pair", ATLAS_READ_ERROR_NOT_JSON, 4, "title" },
  { "id-a-number", ATLAS_READ_ERROR_WRONG_TYPE, 9, "places[2].id" },
  { "id-double", ATLAS_READ_ERROR_DUPLICATE_ID, 9, "places[2].id" },
  { "id-double-across-kinds", ATLAS_READ_ERROR_DUPLICATE_ID, 11, "industries[0].id" },
  { "id-empty", ATLAS_READ_ERROR_OUT_OF_RANGE, 9, "places[2].id" },
  { "id-missing", ATLAS_READ_ERROR_MISSING_MEMBER, 9, "places[2]" },
  { "id-null", ATLAS_READ_ERROR_WRONG_TYPE, 9, "places[2].id" },
  { "industries-of-a-place", ATLAS_READ_ERROR_WRONG_REFERENCE, 11,
    "partnerships[0].industries[0]" },
  { "inferred-a-text", ATLAS_READ_ERROR_WRONG_TYPE, 11, "partnerships[0].inferred" },
  { "inferred-unknown", ATLAS_READ_ERROR_UNKNOWN_WORD, 11, "partnerships[0].inferred[0]" },
  { "just-a-number", ATLAS_READ_ERROR_WRONG_FORMAT, 1, "" },
  { "kind-a-number", ATLAS_READ_ERROR_WRONG_TYPE, 9, "places[2].kind" },
  { "kind-missing", ATLAS_READ_ERROR_MISSING_MEMBER, 9, "places[2]" },
  { "kind-unknown", ATLAS_READ_ERROR_UNKNOWN_WORD, 9, "places[2].kind" },
  { "latitude-a-text", ATLAS_READ_ERROR_WRONG_TYPE, 9, "places[2].latitude" },
  { "latitude-missing", ATLAS_READ_ERROR_MISSING_MEMBER, 9, "places[2]" },
  { "latitude-out-of-range", ATLAS_READ_ERROR_OUT_OF_RANGE, 9, "places[2].latitude" },
  { "level-of-none", ATLAS_READ_ERROR_UNKNOWN_WORD, 11, "projects[0].level" },
  { "line-break-in-text", ATLAS_READ_ERROR_NOT_JSON, 4, "title" },
  { "lone-low-surrogate", ATLAS_READ_ERROR_NOT_JSON, 4, "title" },
  { "lone-surrogate", ATLAS_READ_ERROR_NOT_JSON, 4, "title" },
  { "longitude-out-of-range", ATLAS_READ_ERROR_OUT_OF_RANGE, 9, "places[2].longitude" },
  { "members-a-text", ATLAS_READ_ERROR_WRONG_TYPE, 11, "partnerships[0].members" },
  { "members-double", ATLAS_READ_ERROR_WRONG_REFERENCE, 11, "partnerships[0].members[2]" },
  { "members-missing", ATLAS_READ_ERROR_MISSING_MEMBER, 11, "partnerships[0]" },
  { "members-of-a-number", ATLAS_READ_ERROR_WRONG_TYPE, 11, "partnerships[0].members[1]" },
  { "members-of-a-source", ATLAS_READ_ERROR_WRONG_REFERENCE, 11, "partnerships[0].members[1]" },
  { "members-too-few", ATLAS_READ_ERROR_OUT_OF_RANGE, 11, "partnerships[0].members" },
  { "members-unknown", ATLAS_READ_ERROR_UNKNOWN_REFERENCE, 12, "partnerships[0].members[1]" },
  { "missing-colon", ATLAS_READ_ERROR_NOT_JSON, 8, "places[1].name" },
  { "missing-comma", ATLAS_READ_ERROR_NOT_JSON, 8, "places[1]" },
  { "missing-quote", ATLAS_READ_ERROR_NOT_JSON, 8, "places[1]" },
  { "name-an-array", ATLAS_READ_ERROR_WRONG_TYPE, 9, "places[2].name" },
  { "name-blank", ATLAS_READ_ERROR_OUT_OF_RANGE, 9, "places[2].name" },
  { "name-empty-in-a-language", ATLAS_READ_ERROR_OUT_OF_RANGE, 9, "places[2].name.en" },
  { "name-missing", ATLAS_READ_ERROR_MISSING_MEMBER, 9, "places[2]" },
  { "name-of-a-number", ATLAS_READ_ERROR_WRONG_TYPE, 9, "places[2].name.en" },
  { "name-of-fillers", ATLAS_READ_ERROR_OUT_OF_RANGE, 9, "places[2].name.ko" },
  { "name-turned", ATLAS_READ_ERROR_OUT_OF_RANGE, 9, "places[2].name" },
  { "nested-too-deep", ATLAS_READ_ERROR_TOO_DEEP, 10,
    "deep" SEVEN SEVEN SEVEN SEVEN SEVEN SEVEN SEVEN SEVEN SEVEN },
  { "newer-version", ATLAS_READ_ERROR_WRONG_FORMAT, 3, "version" },
  { "not-a-number", ATLAS_READ_ERROR_NOT_JSON, 9, "places[2].latitude" },
  { "not-an-object", ATLAS_READ_ERROR_WRONG_FORMAT, 1, "" },
  { "not-utf8", ATLAS_READ_ERROR_NOT_UTF8, 4, "" },
  { "nul-byte", ATLAS_READ_ERROR_NOT_UTF8, 4, "" },
  { "null-character", ATLAS_READ_ERROR_NOT_JSON, 4, "title" },
  { "number-dot", ATLAS_READ_ERROR_NOT_JSON, 9, "places[2].latitude" },
  { "number-hexadecimal", ATLAS_READ_ERROR_NOT_JSON, 9, "places[2].latitude" },
  { "number-infinite", ATLAS_READ_ERROR_OUT_OF_RANGE, 9, "places[2].latitude" },
  { "number-octal", ATLAS_READ_ERROR_NOT_JSON, 9, "places[2].latitude" },
  { "number-plus", ATLAS_READ_ERROR_NOT_JSON, 9, "places[2].latitude" },
  { "number-too-great", ATLAS_READ_ERROR_OUT_OF_RANGE, 9, "places[2].latitude" },
  { "only-blanks", ATLAS_READ_ERROR_NOT_JSON, 3, "" },
  { "other-format", ATLAS_READ_ERROR_WRONG_FORMAT, 2, "format" },
  { "paragraph-zero", ATLAS_READ_ERROR_OUT_OF_RANGE, 11, "figures[0].cites[0].paragraph" },
  { "parent-a-source", ATLAS_READ_ERROR_WRONG_REFERENCE, 9, "places[2].parent" },
  { "parent-an-array", ATLAS_READ_ERROR_WRONG_TYPE, 9, "places[2].parent" },
  { "parent-itself", ATLAS_READ_ERROR_CYCLE, 9, "places[2].parent" },
  { "parent-unknown", ATLAS_READ_ERROR_UNKNOWN_REFERENCE, 9, "places[2].parent" },
  { "parents-in-a-circle", ATLAS_READ_ERROR_CYCLE, 11, "places[4].parent" },
  { "part-of-a-place", ATLAS_READ_ERROR_WRONG_REFERENCE, 11, "figures[0].part_of" },
  { "parts-in-a-circle", ATLAS_READ_ERROR_CYCLE, 12, "figures[1].part_of" },
  { "period-a-number", ATLAS_READ_ERROR_WRONG_TYPE, 11, "figures[0].period" },
  { "period-backwards", ATLAS_READ_ERROR_OUT_OF_RANGE, 11, "figures[0].period" },
  { "places-an-object", ATLAS_READ_ERROR_WRONG_TYPE, 6, "places" },
  { "places-missing", ATLAS_READ_ERROR_MISSING_MEMBER, 1, "" },
  { "progress-a-text", ATLAS_READ_ERROR_WRONG_TYPE, 11, "projects[0].progress" },
  { "progress-date-too-late", ATLAS_READ_ERROR_OUT_OF_RANGE, 11, "projects[0].progress[0].date" },
  { "progress-entry-a-date", ATLAS_READ_ERROR_WRONG_TYPE, 11, "projects[0].progress[0]" },
  { "progress-figure-a-place", ATLAS_READ_ERROR_WRONG_REFERENCE, 11,
    "projects[0].progress[0].figure" },
  { "progress-figure-of-nothing", ATLAS_READ_ERROR_UNKNOWN_REFERENCE, 11,
    "projects[0].progress[1].figure" },
  { "progress-of-no-stage", ATLAS_READ_ERROR_UNKNOWN_WORD, 11, "projects[0].progress[0].stage" },
  { "progress-without-date", ATLAS_READ_ERROR_MISSING_MEMBER, 11, "projects[0].progress[0]" },
  { "record-a-text", ATLAS_READ_ERROR_WRONG_TYPE, 9, "places[2]" },
  { "responsible-empty", ATLAS_READ_ERROR_OUT_OF_RANGE, 11, "commitments[0].responsible" },
  { "section-a-text", ATLAS_READ_ERROR_WRONG_TYPE, 5, "sources[0].sections[0]" },
  { "section-paragraphs-negative", ATLAS_READ_ERROR_OUT_OF_RANGE, 5,
    "sources[0].sections[0].paragraphs" },
  { "section-without-paragraphs", ATLAS_READ_ERROR_MISSING_MEMBER, 5, "sources[0].sections[0]" },
  { "sections-missing", ATLAS_READ_ERROR_MISSING_MEMBER, 5, "sources[0]" },
  { "short-escape", ATLAS_READ_ERROR_NOT_JSON, 4, "title" },
  { "single-quotes", ATLAS_READ_ERROR_NOT_JSON, 4, "title" },
  { "sources-missing", ATLAS_READ_ERROR_MISSING_MEMBER, 1, "" },
  { "stage-named-unknown", ATLAS_READ_ERROR_UNKNOWN_WORD, 11, "projects[0].stage" },
  { "state-unknown", ATLAS_READ_ERROR_UNKNOWN_WORD, 11, "commitments[0].state" },
  { "step-at-no-time", ATLAS_READ_ERROR_OUT_OF_RANGE, 8, "tours[0].steps[0].view" },
  { "step-cites-nothing", ATLAS_READ_ERROR_UNKNOWN_REFERENCE, 8, "tours[0].steps[0].cites[0]" },
  { "step-of-a-page", ATLAS_READ_ERROR_OUT_OF_RANGE, 8, "tours[0].steps[0].view" },
  { "step-of-nothing", ATLAS_READ_ERROR_UNKNOWN_REFERENCE, 8, "tours[0].steps[0].view" },
  { "step-without-view", ATLAS_READ_ERROR_MISSING_MEMBER, 8, "tours[0].steps[0]" },
  { "tab-in-text", ATLAS_READ_ERROR_NOT_JSON, 4, "title" },
  { "title-empty", ATLAS_READ_ERROR_OUT_OF_RANGE, 4, "title" },
  { "title-missing", ATLAS_READ_ERROR_MISSING_MEMBER, 1, "" },
  { "title-of-nothing", ATLAS_READ_ERROR_OUT_OF_RANGE, 4, "title" },
  { "title-without-language", ATLAS_READ_ERROR_OUT_OF_RANGE, 4, "title" },
  { "tour-a-text", ATLAS_READ_ERROR_WRONG_TYPE, 7, "tours[0]" },
  { "tour-double", ATLAS_READ_ERROR_DUPLICATE_ID, 9, "tours[1]" },
  { "tour-without-steps", ATLAS_READ_ERROR_MISSING_MEMBER, 7, "tours[0]" },
  { "tour-without-title", ATLAS_READ_ERROR_MISSING_MEMBER, 8, "tours[0]" },
  { "tours-an-object", ATLAS_READ_ERROR_WRONG_TYPE, 7, "tours" },
  { "trailing-comma", ATLAS_READ_ERROR_NOT_JSON, 8, "places" },
  { "trailing-comma-object", ATLAS_READ_ERROR_NOT_JSON, 8, "places[1]" },
  { "trips-fractional", ATLAS_READ_ERROR_WRONG_TYPE, 11, "routes[0].trips_per_day" },
  { "trips-negative", ATLAS_READ_ERROR_OUT_OF_RANGE, 11, "routes[0].trips_per_day" },
  { "trips-too-many", ATLAS_READ_ERROR_OUT_OF_RANGE, 11, "routes[0].trips_per_day" },
  { "truncated", ATLAS_READ_ERROR_NOT_JSON, 8, "places[1]" },
  { "truncated-in-text", ATLAS_READ_ERROR_NOT_JSON, 7, "places[0].name" },
  { "two-roots", ATLAS_READ_ERROR_NOT_JSON, 11, "" },
  { "unclosed-array", ATLAS_READ_ERROR_NOT_JSON, 9, "places" },
  { "unit-unknown", ATLAS_READ_ERROR_UNKNOWN_WORD, 11, "figures[0].unit" },
  { "unknown-escape", ATLAS_READ_ERROR_NOT_JSON, 4, "title" },
  { "utf16", ATLAS_READ_ERROR_NOT_UTF8, 1, "" },
  { "value-a-text", ATLAS_READ_ERROR_WRONG_TYPE, 11, "figures[0].value" },
  { "value-missing", ATLAS_READ_ERROR_MISSING_MEMBER, 11, "figures[0]" },
  { "value-too-great", ATLAS_READ_ERROR_OUT_OF_RANGE, 11, "figures[0].value" },
  { "value-too-precise", ATLAS_READ_ERROR_OUT_OF_RANGE, 11, "figures[0].value" },
  { "value-too-small", ATLAS_READ_ERROR_OUT_OF_RANGE, 11, "figures[0].value" },
  { "version-a-text", ATLAS_READ_ERROR_WRONG_FORMAT, 3, "version" },
  { "version-missing", ATLAS_READ_ERROR_WRONG_FORMAT, 1, "" },
};

static AtlasDataset *
read_file (const char *folder, const char *name, GPtrArray **faults, GError **error)
{
  g_autofree char *path = g_strconcat (folder, "/", name, ".json", NULL);
  g_autoptr (GBytes) bytes = atlas_test_load (path);

  return atlas_reader_read_bytes (path, bytes, ATLAS_READER_STRICT, NULL, faults, error);
}

static void
test_accept (gconstpointer data)
{
  const gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = read_file (ACCEPT, accepted[i].name, &faults, &error);
  gsize n_warnings = 0;
  guint n_records = 0;

  g_assert_no_error (error);
  g_assert_nonnull (dataset);
  while (accepted[i].warnings[n_warnings].place != NULL)
    n_warnings++;
  atlas_test_assert_faults (faults, accepted[i].warnings, n_warnings);
  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    n_records +=
      g_list_model_get_n_items (atlas_dataset_get_records (dataset, (AtlasRecordKind) kind));
  g_assert_cmpuint (n_records, ==, accepted[i].n_records);
}

/* There is one error, and otherwise only warnings. */
static void
test_reject (gconstpointer data)
{
  const gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = read_file (REJECT, rejected[i].name, &faults, &error);
  g_autofree char *line = NULL;
  guint n_errors = 0;

  g_assert_null (dataset);
  g_assert_error (error, ATLAS_READ_ERROR, (int) rejected[i].code);
  line = g_strdup_printf (REJECT "/%s.json:%u: %s", rejected[i].name, rejected[i].line,
                          *rejected[i].place != '\0' ? rejected[i].place : "column ");
  g_assert_true (g_str_has_prefix (error->message, line));
  for (guint j = 0; j < faults->len; j++)
    {
      const AtlasFault *fault = g_ptr_array_index (faults, j);

      g_test_message ("%u: %s: %s", fault->line, fault->place, fault->message);
      if (fault->severity != ATLAS_FAULT_SEVERITY_ERROR)
        continue;
      n_errors++;
      g_assert_cmpstr (fault->place, ==, rejected[i].place);
      g_assert_cmpint (fault->code, ==, rejected[i].code);
      g_assert_cmpuint (fault->line, ==, rejected[i].line);
    }
  g_assert_cmpuint (n_errors, ==, 1);
}

/* Every file of the corpus is tested. */
static void
test_complete (void)
{
  g_autoptr (GPtrArray) accept = atlas_test_list (ACCEPT);
  g_autoptr (GPtrArray) reject = atlas_test_list (REJECT);

  g_assert_cmpuint (accept->len, ==, G_N_ELEMENTS (accepted));
  for (guint i = 0; i < accept->len; i++)
    g_assert_cmpstr (g_ptr_array_index (accept, i), ==, accepted[i].name);
  g_assert_cmpuint (reject->len, ==, G_N_ELEMENTS (rejected));
  for (guint i = 0; i < reject->len; i++)
    g_assert_cmpstr (g_ptr_array_index (reject, i), ==, rejected[i].name);
}

static gboolean
has_member (JsonArray *records, const char *name)
{
  for (guint i = 0; i < json_array_get_length (records); i++)
    if (json_object_has_member (json_array_get_object_element (records, i), name))
      return TRUE;
  return FALSE;
}

/* "every-member" has every member of every kind, so that each is read at least once. */
static void
test_every_member (void)
{
  g_autoptr (GBytes) bytes = atlas_test_load (ACCEPT "/every-member.json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root;

  g_assert_true (json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                             (gssize) g_bytes_get_size (bytes), NULL));
  root = json_node_get_object (json_parser_get_root (parser));
  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      const AtlasSchema *schema = atlas_schema_get ((AtlasRecordKind) kind);
      JsonArray *records = json_object_get_array_member (root, schema->array);

      for (guint i = 0; i < schema->members->len; i++)
        {
          const AtlasMember *member = g_ptr_array_index (schema->members, i);

          g_test_message ("%s: %s", schema->array, member->name);
          g_assert_true (has_member (records, member->name));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (accepted); i++)
    {
      g_autofree char *path = g_strconcat ("/corpus/accept/", accepted[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_accept);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (rejected); i++)
    {
      g_autofree char *path = g_strconcat ("/corpus/reject/", rejected[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_reject);
    }
  g_test_add_func ("/corpus/complete", test_complete);
  g_test_add_func ("/corpus/every-member", test_every_member);

  return g_test_run ();
}
