/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-reading.h"

#include <string.h>

#include "atlas-extras.h"
#include "atlas-json-layout-private.h"
#include "atlas-place.h"
#include "atlas-writer.h"

#define ACCEPT "tests/data/accept"

static AtlasDataset *
read_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset =
    atlas_reader_read_bytes ("file", bytes, ATLAS_READER_STRICT, NULL, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

static AtlasDataset *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return read_bytes (bytes);
}

static void
assert_written (AtlasDataset *dataset, const char *expected)
{
  g_autoptr (GBytes) bytes = atlas_writer_write (dataset);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autofree char *found = g_strndup (text, length);

  g_assert_cmpstr (found, ==, expected);
}

/* Asserts that reading what was written gives an equal dataset, and writing that gives the same
 * bytes. */
static GBytes *
write_twice (GBytes *file)
{
  g_autoptr (AtlasDataset) read = read_bytes (file);
  g_autoptr (GBytes) written = atlas_writer_write (read);
  g_autoptr (AtlasDataset) again = read_bytes (written);
  g_autoptr (GBytes) twice = atlas_writer_write (again);

  atlas_test_assert_equal (read, again);
  g_assert_cmpmem (g_bytes_get_data (twice, NULL), g_bytes_get_size (twice),
                   g_bytes_get_data (written, NULL), g_bytes_get_size (written));
  return g_steal_pointer (&written);
}

static void
assert_rewritten (const char *file, const char *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (file, strlen (file));
  g_autoptr (GBytes) written = write_twice (bytes);
  g_autofree char *found = g_strndup (g_bytes_get_data (written, NULL), g_bytes_get_size (written));

  g_assert_cmpstr (found, ==, expected);
}

static void
test_shipped (void)
{
  g_autoptr (GBytes) file = atlas_test_load ("data/jilin.json");
  g_autoptr (GBytes) written = write_twice (file);

  g_assert_cmpmem (g_bytes_get_data (written, NULL), g_bytes_get_size (written),
                   g_bytes_get_data (file, NULL), g_bytes_get_size (file));
}

static void
test_corpus (void)
{
  g_autoptr (GPtrArray) names = atlas_test_list (ACCEPT);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_strdup_printf (ACCEPT "/%s.json", (char *) names->pdata[i]);
      g_autoptr (GBytes) file = atlas_test_load (path);
      g_autoptr (GBytes) written = NULL;

      g_test_message ("%s", path);
      written = write_twice (file);
      g_assert_cmpuint (g_bytes_get_size (written), >, 0);
    }
}

#define HEAD "{\n  \"format\": \"jilin-atlas\",\n  \"version\": 1,\n  \"title\": \"T\",\n"

/* Kinds and members are written in a fixed order; members with default values are left out, and a
 * text only in Chinese is a string. */
static void
test_order (void)
{
  assert_rewritten ("\xef\xbb\xbf{\"places\": [{\"longitude\": 125, \"aliases\": [],"
                    " \"latitude\": 43.50,"
                    " \"note\": {\"en\": \"E\", \"zh\": \"中\"}, \"kind\": \"town\",\r\n"
                    " \"approximate\": false, \"name\": {\"zh\": \"甲\"}, \"id\": \"a\"}],"
                    " \"title\": \"T\", \"version\": 1, \"figures\": [],"
                    " \"format\": \"jilin-atlas\","
                    " \"sources\": [], \"date\": \"2021\"}",
                    HEAD "  \"date\": \"2021\",\n"
                         "  \"sources\": [],\n"
                         "  \"places\": [\n"
                         "    {\n"
                         "      \"id\": \"a\",\n"
                         "      \"name\": \"甲\",\n"
                         "      \"kind\": \"town\",\n"
                         "      \"latitude\": 43.5,\n"
                         "      \"longitude\": 125.0,\n"
                         "      \"note\": {\"zh\": \"中\", \"en\": \"E\"}\n"
                         "    }\n"
                         "  ]\n"
                         "}\n");
}

/* Unknown members stay after the member that they followed, with unchanged values: in the file, in
 * records, texts, citations, sections and section titles. */
static void
test_extras (void)
{
  assert_rewritten (
    "{\"$schema\": \"s.json\", \"format\": \"jilin-atlas\", \"version\": 1,"
    " \"title\": {\"zh\": \"T\", \"fr\": \"\\u00e9\"},"
    " \"sources\": [{\"id\": \"s\", \"name\": \"S\","
    " \"title\": \"S\", \"sections\": [{\"id\": \"1\", \"title\": {\"ja\": \"J\", \"zh\": \"Z\"},"
    " \"pages\": [1 ,2], \"paragraphs\": 2}]}],"
    " \"roads\": [{\"id\": \"r\", \"length\": 1.10}, {}], \"places\": [{\"zero\": null,"
    " \"longitude\": 2, \"after\": 12345678901234567890.1250, \"latitude\": 1,"
    " \"kind\": \"town\","
    " \"color\": {\"x\":\n[true, {\"y\": \"\\/\"}]}, \"name\": \"N\", \"id\": \"a\","
    " \"cites\": [{\"source\": \"s\", \"section\": \"1\", \"paragraph\": 1},"
    " {\"source\": \"s\", \"line\": 3, \"section\": \"1\", \"paragraph\": 1},"
    " {\"source\": \"s\", \"section\": \"1\", \"paragraph\": 2, \"line\": 4}]}]}",
    "{\n"
    "  \"$schema\": \"s.json\",\n"
    "  \"format\": \"jilin-atlas\",\n"
    "  \"version\": 1,\n"
    "  \"title\": {\"zh\": \"T\", \"fr\": \"é\"},\n"
    "  \"sources\": [\n"
    "    {\n"
    "      \"id\": \"s\",\n"
    "      \"name\": \"S\",\n"
    "      \"title\": \"S\",\n"
    "      \"sections\": [{\"id\": \"1\", \"title\": {\"ja\": \"J\", \"zh\": \"Z\"},"
    " \"pages\": [1, 2], \"paragraphs\": 2}]\n"
    "    }\n"
    "  ],\n"
    "  \"roads\": [\n"
    "    {\n"
    "      \"id\": \"r\",\n"
    "      \"length\": 1.10\n"
    "    },\n"
    "    {}\n"
    "  ],\n"
    "  \"places\": [\n"
    "    {\n"
    "      \"zero\": null,\n"
    "      \"id\": \"a\",\n"
    "      \"name\": \"N\",\n"
    "      \"kind\": \"town\",\n"
    "      \"color\": {\"x\": [true, {\"y\": \"/\"}]},\n"
    "      \"latitude\": 1.0,\n"
    "      \"longitude\": 2.0,\n"
    "      \"after\": 12345678901234567890.1250,\n"
    "      \"cites\": [\n"
    "        {\"source\": \"s\", \"section\": \"1\", \"paragraph\": 1},\n"
    "        {\"source\": \"s\", \"line\": 3, \"section\": \"1\", \"paragraph\": 1},\n"
    "        {\"source\": \"s\", \"section\": \"1\", \"paragraph\": 2, \"line\": 4}\n"
    "      ]\n"
    "    }\n"
    "  ]\n"
    "}\n");
}

/* Unknown members of the file are kept when records are left out. */
static void
test_extras_without_records (void)
{
  const char *text = "{\"format\": \"jilin-atlas\", \"version\": 1, \"title\": \"T\", \"more\": 1,"
                     " \"sources\": [], \"places\": [{\"id\": \"a\"}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset =
    atlas_reader_read_bytes ("file", bytes, ATLAS_READER_LENIENT, NULL, NULL, &error);

  g_assert_no_error (error);
  assert_written (dataset, HEAD "  \"more\": 1,\n  \"sources\": [],\n  \"places\": []\n}\n");
}

/* The writer writes the records, not the text that was read. */
static void
test_records (void)
{
  static const char *const aliases[] = { "B", NULL };
  g_autoptr (AtlasDataset) read =
    read_text ("{\"format\": \"jilin-atlas\", \"version\": 1, \"title\": \"T\", \"sources\": [],"
               " \"places\": [{\"id\": \"a\", \"name\": \"A\", \"code\": \"220000\", \"more\": 1,"
               " \"kind\": \"town\", \"latitude\": 1, \"longitude\": 2}]}");
  g_autoptr (AtlasDataset) edited = atlas_dataset_new ();
  g_autoptr (AtlasText) name = atlas_text_new (NULL, "New", NULL);
  g_autoptr (AtlasRecord) record =
    g_object_new (ATLAS_TYPE_PLACE, "id", "a", "name", name, "aliases", aliases, "kind",
                  ATLAS_PLACE_KIND_PORT, "latitude", 0.1 + 0.2, "longitude", -1e-7, NULL);

  atlas_dataset_copy_head (edited, read);
  atlas_extras_copy (atlas_dataset_lookup (read, "a"), record);
  g_assert_true (atlas_dataset_add (edited, record));
  atlas_record_add_reference (record, ATLAS_ROLE_ABOUT, record);
  atlas_dataset_complete (edited);
  assert_written (edited, HEAD "  \"sources\": [],\n"
                               "  \"places\": [\n"
                               "    {\n"
                               "      \"id\": \"a\",\n"
                               "      \"name\": {\"en\": \"New\"},\n"
                               "      \"aliases\": [\"B\"],\n"
                               "      \"kind\": \"port\",\n"
                               "      \"latitude\": 0.30000000000000004,\n"
                               "      \"longitude\": -0.0000001,\n"
                               "      \"more\": 1,\n"
                               "      \"about\": [\"a\"]\n"
                               "    }\n"
                               "  ]\n"
                               "}\n");
}

/* A derived dataset keeps the unknown members of the file, and a record that replaces another one
 * inherits its unknown members. */
static void
test_derived (void)
{
  g_autoptr (AtlasDataset) read =
    read_text ("{\"format\": \"jilin-atlas\", \"version\": 1, \"title\": \"T\", \"sources\": [],"
               " \"more\": 2, \"places\": ["
               "{\"id\": \"a\", \"name\": \"A\", \"more\": 1, \"kind\": \"town\","
               " \"latitude\": 1, \"longitude\": 2},"
               " {\"id\": \"b\", \"name\": \"B\", \"kind\": \"town\", \"latitude\": 1,"
               " \"longitude\": 2, \"parent\": \"a\", \"more\": 3}]}");
  g_autoptr (AtlasText) name = atlas_text_new ("New", NULL, NULL);
  g_autoptr (AtlasRecord) record =
    g_object_new (ATLAS_TYPE_PLACE, "id", "a", "name", name, "kind", ATLAS_PLACE_KIND_TOWN,
                  "latitude", 1.0, "longitude", 2.0, NULL);
  g_autoptr (GPtrArray) put = g_ptr_array_new ();
  g_autoptr (AtlasDataset) derived = NULL;
  g_autoptr (AtlasDataset) back = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (put, record);
  derived = atlas_dataset_derive (read, put, NULL, NULL);
  assert_written (derived, HEAD "  \"sources\": [],\n"
                                "  \"more\": 2,\n"
                                "  \"places\": [\n"
                                "    {\n"
                                "      \"id\": \"a\",\n"
                                "      \"name\": \"New\",\n"
                                "      \"more\": 1,\n"
                                "      \"kind\": \"town\",\n"
                                "      \"latitude\": 1.0,\n"
                                "      \"longitude\": 2.0\n"
                                "    },\n"
                                "    {\n"
                                "      \"id\": \"b\",\n"
                                "      \"name\": \"B\",\n"
                                "      \"kind\": \"town\",\n"
                                "      \"latitude\": 1.0,\n"
                                "      \"longitude\": 2.0,\n"
                                "      \"parent\": \"a\",\n"
                                "      \"more\": 3\n"
                                "    }\n"
                                "  ]\n"
                                "}\n");

  put->pdata[0] = atlas_dataset_lookup (read, "a");
  back = atlas_dataset_derive (derived, put, NULL, NULL);
  atlas_test_assert_equal (back, read);
  bytes = atlas_writer_write (read);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  assert_written (back, text);
}

/* Numbers keep their full precision in any notation. */
static void
test_numbers (void)
{
  g_autoptr (GBytes) file = atlas_test_load (ACCEPT "/limits.json");
  g_autoptr (GBytes) written = write_twice (file);
  g_autofree char *text = g_strndup (g_bytes_get_data (written, NULL), g_bytes_get_size (written));

  for (const char *const *line =
         (const char *const[]) { "\"latitude\": 85.0,\n", "\"longitude\": -180.0\n",
                                 "\"latitude\": 43.0,\n", "\"value\": 100000000000,\n",
                                 "\"value\": -0.0001,\n", "\"value\": 1234567.8901,\n",
                                 "\"vehicles\": 2147483647,\n", NULL };
       *line != NULL; line++)
    {
      g_test_message ("%s", *line);
      g_assert_nonnull (strstr (text, *line));
    }
}

static void
test_strings (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  atlas_json_append_string (text, "\"\\/\b\f\n\r\t\001\037\177é\xe2\x80\xa8 长春 🚌");
  g_assert_cmpstr (text->str, ==,
                   "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\177é\xe2\x80\xa8 长春 🚌\"");
}

/* Text from a file is written unchanged, escaped or not. */
static void
test_texts (void)
{
  assert_rewritten ("{\"format\": \"jilin-atlas\", \"version\": 1,"
                    " \"title\": \"\\u957f\\u6625 \\ud83d\\ude8c \\\"\\\\\\/\","
                    " \"sources\": [], \"places\": [], \"approval_number\": \"\\u5409\\t1\"}",
                    "{\n  \"format\": \"jilin-atlas\",\n  \"version\": 1,\n"
                    "  \"title\": \"长春 🚌 \\\"\\\\/\",\n"
                    "  \"approval_number\": \"吉\\t1\",\n"
                    "  \"sources\": [],\n  \"places\": []\n}\n");
}

static void
assert_layout (const char *text, const char *expected)
{
  g_autoptr (GString) found = _atlas_json_lay_out (text, strlen (text));

  g_assert_cmpstr (found->str, ==, expected);
}

/* An array fits on a line of 100 columns, an object on one of 94, including a comma; Han takes two
 * columns. */
static void
test_widths (void)
{
  g_autofree char *fits = g_strnfill (85, 'x');
  g_autofree char *broken = g_strnfill (86, 'x');
  g_autofree char *array_fits = g_strdup_printf ("{\"a\": [1, \"%s\"]}", fits);
  g_autofree char *array_broken = g_strdup_printf ("{\"a\": [1, \"%s\"]}", broken);
  g_autofree char *fits_out = g_strdup_printf ("{\n  \"a\": [1, \"%s\"]\n}\n", fits);
  g_autofree char *broken_out = g_strdup_printf ("{\n  \"a\": [\n    1, \"%s\"\n  ]\n}\n", broken);

  assert_layout (array_fits, fits_out);
  assert_layout (array_broken, broken_out);
#define HAN "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二"
  assert_layout ("{\"n\": {\"zh\": \"" HAN "\", \"en\": \"ee\"}}",
                 "{\n  \"n\": {\"zh\": \"" HAN "\", \"en\": \"ee\"}\n}\n");
  assert_layout ("{\"n\": {\"zh\": \"" HAN "\", \"en\": \"eee\"}}",
                 "{\n  \"n\": {\n    \"zh\": \"" HAN "\",\n    \"en\": \"eee\"\n  }\n}\n");
#undef HAN
}

/* Strings fill lines; arrays and objects in an array have one line each. */
static void
test_lists (void)
{
  assert_layout ("{\"a\": [\"0123456789012345678901234567890123456789\","
                 " \"0123456789012345678901234567890123456789\", \"01234\", \"012345\"],"
                 " \"b\": [[\"01234567890123456789012345678901234\"],"
                 "[\"0123456789012345678901234567890123456789\", {}], \"z\"]}",
                 "{\n"
                 "  \"a\": [\n"
                 "    \"0123456789012345678901234567890123456789\","
                 " \"0123456789012345678901234567890123456789\", \"01234\",\n"
                 "    \"012345\"\n"
                 "  ],\n"
                 "  \"b\": [\n"
                 "    [\"01234567890123456789012345678901234\"],\n"
                 "    [\"0123456789012345678901234567890123456789\", {}],\n"
                 "    \"z\"\n"
                 "  ]\n"
                 "}\n");
  assert_layout (" [ ]", "[]\n");
  assert_layout ("{}", "{}\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/writer/shipped", test_shipped);
  g_test_add_func ("/writer/corpus", test_corpus);
  g_test_add_func ("/writer/order", test_order);
  g_test_add_func ("/writer/derived", test_derived);
  g_test_add_func ("/writer/extras", test_extras);
  g_test_add_func ("/writer/extras-without-records", test_extras_without_records);
  g_test_add_func ("/writer/records", test_records);
  g_test_add_func ("/writer/numbers", test_numbers);
  g_test_add_func ("/writer/strings", test_strings);
  g_test_add_func ("/writer/texts", test_texts);
  g_test_add_func ("/writer/widths", test_widths);
  g_test_add_func ("/writer/lists", test_lists);

  return g_test_run ();
}
