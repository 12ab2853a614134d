/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-export.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "atlas-partnership.h"
#include "atlas-place.h"
#include "pages-fixture.h"

static AtlasDataset *dataset;
static char *folder;

static AtlasExportOptions
get_options (void)
{
  return (AtlasExportOptions) { .summary.parts = ATLAS_SUMMARY_PARTS_ALL };
}

static GBytes *
export_as (const char *name, AtlasScope *scope, const AtlasExportOptions *options)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  atlas_export_file (dataset, scope, NULL, options, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_no_errno (g_remove (path));
  return g_bytes_new_take (contents, length);
}

static void
assert_begins (GBytes *bytes, const char *magic)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_cmpuint (size, >, strlen (magic));
  g_assert_cmpmem (data, strlen (magic), magic, strlen (magic));
}

static const struct
{
  const char *name;
  const char *magic;
} formats[] = {
  { "summary.pdf", "%PDF-1.4" },
  { "SUMMARY.PDF", "%PDF-1.4" },
  { "map.svg", "<?xml" },
  { "map.png", "\x89PNG" },
  { "summary.html", "<!DOCTYPE html>" },
  { "records.csv", "\xef\xbb\xbf\"Kind of record\"" },
  { "map.geojson", "{" },
  { "records.xlsx", "PK\x03\x04" },
  { "summary.docx", "PK\x03\x04" },
};

static void
test_formats (void)
{
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, "siping");
  const AtlasExportOptions options = get_options ();

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) bytes = export_as (formats[i].name, scope, &options);

      assert_begins (bytes, formats[i].magic);
    }
}

/* The same facts on the same day give the same bytes. */
static void
test_same_bytes (void)
{
  const AtlasExportOptions options = get_options ();

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, "jl-changping");
      g_autoptr (AtlasScope) again = pages_fixture_new_scope (dataset, "jl-changping");
      g_autoptr (GBytes) first = export_as (formats[i].name, scope, &options);
      g_autoptr (GBytes) second = export_as (formats[i].name, again, &options);

      g_assert_true (g_bytes_equal (first, second));
    }
}

static guint32
read_word (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static void
test_png_of_a_page (void)
{
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, "siping");
  AtlasExportOptions options = get_options ();
  g_autoptr (GBytes) bytes = NULL;
  const guint8 *png;

  options.page = 2;
  options.dots_per_inch = 72;
  bytes = export_as ("page.png", scope, &options);
  png = g_bytes_get_data (bytes, NULL);
  g_assert_cmpuint (read_word (png + 16), ==, 596);
  g_assert_cmpuint (read_word (png + 20), ==, 842);
}

static const guint8 *
find (GBytes *bytes, const char *words)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, words, strlen (words));
}

/* A picture that is sent on still says its size on paper, its subject and its origin. */
static void
test_words_of_a_picture (void)
{
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, "siping");
  AtlasExportOptions options = get_options ();
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GBytes) svg = NULL;
  const guint8 *physical;

  options.dots_per_inch = 300;
  png = export_as ("map.png", scope, &options);
  physical = find (png, "pHYs");
  g_assert_nonnull (physical);
  g_assert_cmpuint (read_word (physical + 4), ==, 11811); /* dots per metre */
  g_assert_cmpuint (read_word (physical + 8), ==, 11811);
  g_assert_nonnull (find (png, "iTXtTitle"));
  g_assert_nonnull (find (png, "四平市"));
  g_assert_nonnull (find (png, "GeoNames (CC BY 4.0)"));
  svg = export_as ("map.svg", scope, &options);
  g_assert_nonnull (find (svg, "<title>四平市</title>"));
  g_assert_nonnull (find (svg, "GeoNames (CC BY 4.0)"));
  g_assert_nonnull (find (svg, "xml:lang=\"zh-cn\""));
}

/* The names of a map can be found in an SVG, unless outlines are wanted. */
static void
test_letters (void)
{
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, "siping");
  AtlasExportOptions options = get_options ();
  g_autoptr (GBytes) text = export_as ("map.svg", scope, &options);
  g_autoptr (GBytes) outlines = NULL;

  g_assert_nonnull (find (text, ">四平市</text>"));
  g_assert_nonnull (find (text, "data-id=\"siping\""));
  g_assert_null (find (text, "x-atlas-mark"));
  options.has_outlines = TRUE;
  outlines = export_as ("map.svg", scope, &options);
  g_assert_null (find (outlines, "<text"));
  g_assert_null (find (outlines, "x-atlas-mark"));
  g_assert_nonnull (find (outlines, "data-id=\"siping\""));
  g_assert_cmpuint (g_bytes_get_size (outlines), >, g_bytes_get_size (text));
}

/* Each page has its own file, numbered so that the files sort. */
static void
test_every_page (void)
{
  g_autofree char *path = g_build_filename (folder, "all.svg", NULL);
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, NULL);
  AtlasExportOptions options = get_options ();
  g_autoptr (AtlasSummary) summary = pages_fixture_new_summary (scope, &options.summary);
  const guint n_pages = atlas_summary_get_n_pages (summary);
  g_autoptr (GError) error = NULL;

  options.page = ATLAS_EXPORT_EVERY_PAGE;
  g_assert_true (atlas_export_file (dataset, scope, NULL, &options, path, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (n_pages, >, 9);
  for (guint page = 1; page <= n_pages; page++)
    {
      g_autofree char *name = g_strdup_printf ("all-%02u.svg", page);
      g_autofree char *numbered = g_build_filename (folder, name, NULL);

      g_assert_no_errno (g_remove (numbered));
    }
}

/* The format option takes precedence over the file name. */
static void
test_format (void)
{
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, "siping");
  AtlasExportOptions options = get_options ();
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true (atlas_export_format_from_name ("GeoJSON", &options.format));
  bytes = export_as ("siping.txt", scope, &options);
  assert_begins (bytes, "{");
  g_assert_false (atlas_export_format_from_name ("odt", &options.format));
  g_assert_cmpint (options.format, ==, ATLAS_EXPORT_FORMAT_GEOJSON);
}

static void
assert_refused (const char *name,
                const AtlasExportOptions *options,
                GCancellable *cancellable,
                GIOErrorEnum code)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (atlas_export_file (dataset, NULL, NULL, options, path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, (int) code);
  g_assert_null (strchr (error->message, '\n'));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_refusals (void)
{
  AtlasExportOptions options = get_options ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  assert_refused ("summary.odt", &options, NULL, G_IO_ERROR_INVALID_ARGUMENT);
  assert_refused ("summary", &options, NULL, G_IO_ERROR_INVALID_ARGUMENT);
  assert_refused (".pdf.d", &options, NULL, G_IO_ERROR_INVALID_ARGUMENT);
  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    assert_refused (formats[i].name, &options, cancellable, G_IO_ERROR_CANCELLED);
  options.page = 2;
  assert_refused ("summary.pdf", &options, NULL, G_IO_ERROR_INVALID_ARGUMENT);
  assert_refused ("records.csv", &options, NULL, G_IO_ERROR_INVALID_ARGUMENT);
  options.page = 500;
  assert_refused ("page.png", &options, NULL, G_IO_ERROR_INVALID_ARGUMENT);
}

/* If cancelled during the work, the old file stays. */
static void
cancel_late (double fraction, gpointer cancellable)
{
  if (fraction > 0.5)
    g_cancellable_cancel (cancellable);
}

static void
test_cancel_late (void)
{
  g_autofree char *path = g_build_filename (folder, "cities.pdf", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  AtlasExportOptions options = get_options ();

  options.summary.kind = ATLAS_SUMMARY_KIND_CITIES;
  options.progress = cancel_late;
  options.progress_data = cancellable;
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_false (atlas_export_file (dataset, NULL, NULL, &options, path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "old");
  g_assert_no_errno (g_remove (path));
}

static JsonObject *
find_feature (JsonArray *features, const char *id)
{
  for (guint i = 0; i < json_array_get_length (features); i++)
    {
      JsonObject *feature = json_array_get_object_element (features, i);

      if (strcmp (json_object_get_string_member (feature, "id"), id) == 0)
        return feature;
    }
  return NULL;
}

static void
assert_position (JsonArray *position, const char *id)
{
  AtlasPlace *place = ATLAS_PLACE (atlas_dataset_lookup (dataset, id));

  g_assert_cmpuint (json_array_get_length (position), ==, 2);
  g_assert_cmpfloat_with_epsilon (json_array_get_double_element (position, 0),
                                  atlas_place_get_longitude (place), 1e-6);
  g_assert_cmpfloat_with_epsilon (json_array_get_double_element (position, 1),
                                  atlas_place_get_latitude (place), 1e-6);
}

static JsonArray *
get_coordinates (JsonObject *feature, const char *type)
{
  JsonObject *geometry = json_object_get_object_member (feature, "geometry");

  g_assert_cmpstr (json_object_get_string_member (feature, "type"), ==, "Feature");
  g_assert_cmpstr (json_object_get_string_member (geometry, "type"), ==, type);
  return json_object_get_array_member (geometry, "coordinates");
}

static void
test_geojson (void)
{
  AtlasExportOptions options = get_options ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *root, *route, *properties;
  JsonArray *features, *line;
  gsize size;
  const char *text;

  options.summary.page.language = ATLAS_LANGUAGE_EN;
  bytes = export_as ("all.geojson", NULL, &options);
  text = g_bytes_get_data (bytes, &size);
  json_parser_load_from_data (parser, text, (gssize) size, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (root, "type"), ==, "FeatureCollection");
  features = json_object_get_array_member (root, "features");
  g_assert_cmpuint (
    json_array_get_length (features), ==,
    g_list_model_get_n_items (atlas_dataset_get_records (dataset, ATLAS_RECORD_KIND_PLACE)) +
      atlas_dataset_get_links (dataset)->len);

  assert_position (get_coordinates (find_feature (features, "siping"), "Point"), "siping");
  route = find_feature (features, "bus-liaoyuan-siping");
  line = get_coordinates (route, "LineString");
  g_assert_cmpuint (json_array_get_length (line), ==, 2);
  assert_position (json_array_get_array_element (line, 0), "liaoyuan");
  assert_position (json_array_get_array_element (line, 1), "siping");
  properties = json_object_get_object_member (route, "properties");
  g_assert_cmpstr (json_object_get_string_member (properties, "group"), ==, "bus");
  g_assert_cmpint (json_object_get_int_member (properties, "trips_per_day"), ==, 37);
  g_assert_cmpstr (json_object_get_string_member (properties, "name:zh"), ==, "辽源—四平客运");
  g_assert_cmpuint (
    json_array_get_length (get_coordinates (find_feature (features, "jl-demo-area"), "MultiPoint")),
    ==, 6);
}

/* A link between two places on the same point has a Point as geometry, because a line must have a
 * length. */
static void
test_geojson_one_point (void)
{
  g_autoptr (AtlasDataset) own = atlas_dataset_new ();
  g_autoptr (AtlasText) text = atlas_text_new ("某", NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "one-point.geojson", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (AtlasRecord) link =
    g_object_new (ATLAS_TYPE_PARTNERSHIP, "id", "link", "name", text, NULL);
  const AtlasExportOptions options = get_options ();

  g_assert_true (atlas_dataset_add (own, link));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AtlasRecord) place =
        g_object_new (ATLAS_TYPE_PLACE, "id", i == 0 ? "one" : "other", "name", text, "latitude",
                      43.9, "longitude", 125.3, NULL);

      g_assert_true (atlas_dataset_add (own, place));
      atlas_record_add_reference (link, ATLAS_ROLE_MEMBERS, place);
    }
  atlas_dataset_complete (own);
  g_assert_true (atlas_export_file (own, NULL, NULL, &options, path, NULL, NULL));
  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  g_assert_cmpuint (
    json_array_get_length (get_coordinates (
      find_feature (json_object_get_array_member (
                      json_node_get_object (json_parser_get_root (parser)), "features"),
                    "link"),
      "Point")),
    ==, 2);
  g_assert_no_errno (g_remove (path));
}

/* Returns the height of the exported map, and parses the exported GeoJSON. */
static guint32
export_left_out (AtlasDataset *own, JsonParser *parser)
{
  g_autofree char *json = g_build_filename (folder, "left-out.geojson", NULL);
  g_autofree char *png = g_build_filename (folder, "left-out.png", NULL);
  AtlasExportOptions options = get_options ();
  g_autofree char *contents = NULL;

  options.summary.page.language = ATLAS_LANGUAGE_EN;
  options.dots_per_inch = 72;
  g_assert_true (atlas_export_file (own, NULL, NULL, &options, json, NULL, NULL));
  g_assert_true (json_parser_load_from_file (parser, json, NULL));
  g_assert_true (atlas_export_file (own, NULL, NULL, &options, png, NULL, NULL));
  g_assert_true (g_file_get_contents (png, &contents, NULL, NULL));
  g_assert_no_errno (g_remove (json));
  g_assert_no_errno (g_remove (png));
  return read_word ((const guint8 *) contents + 20);
}

/* Files exported from a partial dataset say so. */
static void
test_left_out (void)
{
  g_autoptr (AtlasDataset) own = atlas_test_dataset_read_jilin ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  const guint32 height = export_left_out (own, parser);
  JsonObject *root = json_node_get_object (json_parser_get_root (parser));

  g_assert_false (json_object_has_member (root, "left_out"));
  g_assert_false (json_object_has_member (root, "note"));
  atlas_dataset_set_left_out (own, 2, 3);
  g_assert_cmpuint (export_left_out (own, parser), >, height + 12);
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpint (json_object_get_int_member (root, "left_out"), ==, 5);
  g_assert_cmpstr (json_object_get_string_member (root, "note"), ==,
                   "2 records of the data file have faults and are left out. "
                   "3 others depend on what is left out, and are missing, too.");
}

/* Any characters in a name give valid JSON with the same name. */
static void
test_geojson_escapes (void)
{
  const char *name = "\"\\ \t\x01</script> 长春\u2028";
  g_autoptr (AtlasDataset) own = atlas_dataset_new ();
  g_autoptr (AtlasText) text = atlas_text_new (name, NULL, NULL);
  g_autoptr (AtlasRecord) place =
    g_object_new (ATLAS_TYPE_PLACE, "id", "place", "name", text, NULL);
  g_autofree char *path = g_build_filename (folder, "own.geojson", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  const AtlasExportOptions options = get_options ();
  JsonObject *feature;

  g_assert_true (atlas_dataset_add (own, place));
  atlas_dataset_complete (own);
  g_assert_true (atlas_export_file (own, NULL, NULL, &options, path, NULL, NULL));
  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  feature = find_feature (
    json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "features"),
    "place");
  g_assert_cmpstr (
    json_object_get_string_member (json_object_get_object_member (feature, "properties"), "name"),
    ==, name);
  g_assert_no_errno (g_remove (path));
}

static char *
export_filtered (const char *name, AtlasFilter *filter)
{
  const AtlasExportOptions options = get_options ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents;

  atlas_export_file (dataset, NULL, filter, &options, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_no_errno (g_remove (path));
  return contents;
}

/* Records hidden by the filter are in no exported table or map. Only their ids can be in those of
 * other records. */
static void
test_filter (gconstpointer data)
{
  const char *name = atlas_record_get_name (atlas_dataset_lookup (dataset, "bus-baishan-tonghua"),
                                            get_options ().summary.page.language);
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autofree char *all = export_filtered (data, filter);
  g_autofree char *some = NULL;

  g_assert_nonnull (strstr (all, name));
  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS, FALSE);
  some = export_filtered (data, filter);
  g_assert_null (strstr (some, name));
  g_assert_nonnull (strstr (some, "changchun"));
  g_assert_cmpuint (strlen (some), <, strlen (all));
}

static JsonObject *
get_properties (JsonParser *parser, const char *id)
{
  JsonObject *root = json_node_get_object (json_parser_get_root (parser));

  return json_object_get_object_member (
    find_feature (json_object_get_array_member (root, "features"), id), "properties");
}

/* If time is filtered, a dated link has "since", and an undated one has "in_doubt". */
static void
test_geojson_moment (void)
{
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = NULL;
  JsonObject *properties;

  atlas_filter_set_time (filter, NULL, &(AtlasDate) { 2017, 0, 0 });
  text = export_filtered ("moment.geojson", filter);
  g_assert_true (json_parser_load_from_data (parser, text, -1, NULL));
  properties = get_properties (parser, "jl-hachang");
  g_assert_cmpstr (json_object_get_string_member (properties, "since"), ==, "2016-02");
  g_assert_false (json_object_get_boolean_member (properties, "in_doubt"));
  properties = get_properties (parser, "bus-liaoyuan-siping");
  g_assert_false (json_object_has_member (properties, "since"));
  g_assert_true (json_object_get_boolean_member (properties, "in_doubt"));
}

int
main (int argc, char **argv)
{
  int status;

  g_setenv ("SOURCE_DATE_EPOCH", "1622332800", TRUE);
  g_test_init (&argc, &argv, NULL);
  dataset = atlas_test_dataset_read_jilin ();
  folder = g_dir_make_tmp ("atlas-export-XXXXXX", NULL);
  g_test_add_func ("/exports/export/formats", test_formats);
  g_test_add_func ("/exports/export/same-bytes", test_same_bytes);
  g_test_add_func ("/exports/export/png-of-a-page", test_png_of_a_page);
  g_test_add_func ("/exports/export/words-of-a-picture", test_words_of_a_picture);
  g_test_add_func ("/exports/export/letters", test_letters);
  g_test_add_func ("/exports/export/every-page", test_every_page);
  g_test_add_func ("/exports/export/format", test_format);
  g_test_add_func ("/exports/export/refusals", test_refusals);
  g_test_add_func ("/exports/export/cancel-late", test_cancel_late);
  g_test_add_func ("/exports/export/geojson", test_geojson);
  g_test_add_func ("/exports/export/geojson-one-point", test_geojson_one_point);
  g_test_add_func ("/exports/export/geojson-moment", test_geojson_moment);
  g_test_add_func ("/exports/export/geojson-escapes", test_geojson_escapes);
  g_test_add_func ("/exports/export/left-out", test_left_out);
  g_test_add_data_func ("/exports/export/filter/csv", "records.csv", test_filter);
  g_test_add_data_func ("/exports/export/filter/geojson", "map.geojson", test_filter);
  status = g_test_run ();
  g_assert_no_errno (g_rmdir (folder));
  g_free (folder);
  g_object_unref (dataset);
  return status;
}
