/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-reading.h"

#include <string.h>

#include "atlas-decimal.h"
#include "atlas-log.h"
#include "atlas-source.h"

/**
 * atlas_test_load:
 * @path: the path of a file, relative to the project
 *
 * Returns: (transfer full): its content
 */
GBytes *
atlas_test_load (const char *path)
{
  g_autofree char *filename = g_test_build_filename (G_TEST_DIST, path, NULL);
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (filename, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * atlas_test_list:
 * @folder: the path of a folder, relative to the project
 *
 * Returns: (transfer full) (element-type utf8): the names of the JSON files in it, without
 *   ".json", sorted
 */
GPtrArray *
atlas_test_list (const char *folder)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) directory = g_dir_open (path, 0, &error);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (directory)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_strndup (name, strlen (name) - strlen (".json")));
  g_ptr_array_sort (names, compare_names);
  return names;
}

/**
 * atlas_test_assert_faults:
 * @faults: (element-type AtlasFault): the actual faults
 * @expected: (array length=n_expected): the expected faults
 * @n_expected: the number of @expected
 *
 * Asserts that exactly these faults were found, in this order.
 */
void
atlas_test_assert_faults (GPtrArray *faults, const AtlasTestFault *expected, gsize n_expected)
{
  for (guint i = 0; i < MIN (faults->len, n_expected); i++)
    {
      const AtlasFault *fault = g_ptr_array_index (faults, i);

      g_test_message ("%u: %s: %s", fault->line, fault->place, fault->message);
      g_assert_cmpstr (fault->place, ==, expected[i].place);
      g_assert_cmpint (fault->code, ==, expected[i].code);
      g_assert_cmpuint (fault->line, ==, expected[i].line);
      g_assert_cmpint (fault->severity, ==, expected[i].severity);
    }
  g_assert_cmpuint (faults->len, ==, n_expected);
}

static void
assert_equal_texts (const AtlasText *a, const AtlasText *b)
{
  for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
    g_assert_cmpstr (atlas_text_peek (a, (AtlasLanguage) language), ==,
                     atlas_text_peek (b, (AtlasLanguage) language));
}

static void
assert_equal_strings (const char *const *a, const char *const *b)
{
  const guint length = a != NULL ? g_strv_length ((GStrv) a) : 0;

  g_assert_cmpuint (length, ==, b != NULL ? g_strv_length ((GStrv) b) : 0);
  for (guint i = 0; i < length; i++)
    g_assert_cmpstr (a[i], ==, b[i]);
}

static void
assert_equal_citations (GPtrArray *a, GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const AtlasCitation *first = a->pdata[i];
      const AtlasCitation *second = b->pdata[i];

      g_assert_cmpstr (first->source, ==, second->source);
      g_assert_cmpstr (first->section, ==, second->section);
      g_assert_cmpuint (first->paragraph, ==, second->paragraph);
    }
}

static void
assert_equal_logs (const AtlasLog *a, const AtlasLog *b)
{
  const guint length = a != NULL ? a->len : 0;

  g_assert_cmpuint (length, ==, b != NULL ? b->len : 0);
  for (guint i = 0; i < length; i++)
    {
      const AtlasLogEntry *first = a->pdata[i];
      const AtlasLogEntry *second = b->pdata[i];

      g_assert_cmpmem (&first->date, sizeof first->date, &second->date, sizeof second->date);
      g_assert_cmpint (first->stage, ==, second->stage);
      g_assert_cmpstr (first->figure, ==, second->figure);
      g_assert_true ((first->note == NULL) == (second->note == NULL));
      if (first->note != NULL)
        assert_equal_texts (first->note, second->note);
      assert_equal_citations (first->citations, second->citations);
    }
}

static void
assert_equal_boxed (GType type, gconstpointer a, gconstpointer b)
{
  gsize size = 0;

  if (type == G_TYPE_STRV)
    assert_equal_strings (a, b);
  else if (type == ATLAS_TYPE_TEXT)
    assert_equal_texts (a, b);
  else if (type == ATLAS_TYPE_LOG)
    assert_equal_logs (a, b);
  else if (type == ATLAS_TYPE_DATE)
    size = sizeof (AtlasDate);
  else if (type == ATLAS_TYPE_PERIOD)
    size = sizeof (AtlasPeriod);
  else if (type == ATLAS_TYPE_DECIMAL)
    size = sizeof (AtlasDecimal);
  else
    g_assert_not_reached ();
  g_assert_true ((a == NULL) == (b == NULL) || type == G_TYPE_STRV);
  if (a != NULL && size > 0)
    g_assert_cmpmem (a, size, b, size);
}

static void
assert_equal_properties (AtlasRecord *a, AtlasRecord *b)
{
  guint n_pspecs;
  g_autofree GParamSpec **pspecs =
    g_object_class_list_properties (G_OBJECT_GET_CLASS (a), &n_pspecs);

  for (guint i = 0; i < n_pspecs; i++)
    {
      g_auto (GValue) first = G_VALUE_INIT;
      g_auto (GValue) second = G_VALUE_INIT;

      g_test_message ("%s: %s", atlas_record_get_id (a), pspecs[i]->name);
      g_value_init (&first, G_PARAM_SPEC_VALUE_TYPE (pspecs[i]));
      g_value_init (&second, G_PARAM_SPEC_VALUE_TYPE (pspecs[i]));
      g_object_get_property (G_OBJECT (a), pspecs[i]->name, &first);
      g_object_get_property (G_OBJECT (b), pspecs[i]->name, &second);
      if (G_VALUE_HOLDS_BOXED (&first))
        assert_equal_boxed (G_VALUE_TYPE (&first), g_value_get_boxed (&first),
                            g_value_get_boxed (&second));
      else
        g_assert_cmpint (g_param_values_cmp (pspecs[i], &first, &second), ==, 0);
    }
}

static void
assert_equal_references (AtlasRecord *a, AtlasRecord *b)
{
  for (guint role = 0; role < ATLAS_N_ROLES; role++)
    assert_equal_strings (atlas_record_get_reference_ids (a, (AtlasRole) role),
                          atlas_record_get_reference_ids (b, (AtlasRole) role));
  g_assert_cmpuint (atlas_record_get_n_citations (a), ==, atlas_record_get_n_citations (b));
  for (guint i = 0; i < atlas_record_get_n_citations (a); i++)
    {
      g_autofree char *first = atlas_citation_to_string (atlas_record_get_citation (a, i));
      g_autofree char *second = atlas_citation_to_string (atlas_record_get_citation (b, i));

      g_assert_cmpstr (first, ==, second);
      g_assert_cmpstr (atlas_record_get_citation (a, i)->source, ==,
                       atlas_record_get_citation (b, i)->source);
    }
}

static void
assert_equal_sections (AtlasSource *a, AtlasSource *b)
{
  g_assert_cmpuint (atlas_source_get_n_sections (a), ==, atlas_source_get_n_sections (b));
  for (guint i = 0; i < atlas_source_get_n_sections (a); i++)
    {
      const char *id = atlas_source_get_section_id (a, i);

      g_assert_cmpstr (id, ==, atlas_source_get_section_id (b, i));
      assert_equal_texts (atlas_source_get_section_title_text (a, id),
                          atlas_source_get_section_title_text (b, id));
      g_assert_cmpuint (atlas_source_count_paragraphs (a, id), ==,
                        atlas_source_count_paragraphs (b, id));
    }
}

static void
assert_equal_steps (AtlasTourStep *a, AtlasTourStep *b)
{
  AtlasText *first = atlas_tour_step_get_caption (a), *second = atlas_tour_step_get_caption (b);

  g_assert_cmpstr (atlas_tour_step_get_view (a), ==, atlas_tour_step_get_view (b));
  g_assert_true ((first == NULL) == (second == NULL));
  if (first != NULL)
    assert_equal_texts (first, second);
  g_assert_cmpuint (atlas_tour_step_get_n_citations (a), ==, atlas_tour_step_get_n_citations (b));
  for (guint i = 0; i < atlas_tour_step_get_n_citations (a); i++)
    {
      g_autofree char *one = atlas_citation_to_string (atlas_tour_step_get_citation (a, i));
      g_autofree char *other = atlas_citation_to_string (atlas_tour_step_get_citation (b, i));

      g_assert_cmpstr (one, ==, other);
    }
}

/**
 * atlas_test_assert_equal_tours:
 * @a: (element-type AtlasTour): tours
 * @b: (element-type AtlasTour): other tours
 *
 * Asserts that all steps of all tours are equal, in the same order.
 */
void
atlas_test_assert_equal_tours (GPtrArray *a, GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      g_assert_cmpstr (atlas_tour_get_id (a->pdata[i]), ==, atlas_tour_get_id (b->pdata[i]));
      assert_equal_texts (atlas_tour_get_title (a->pdata[i]), atlas_tour_get_title (b->pdata[i]));
      g_assert_cmpuint (atlas_tour_get_n_steps (a->pdata[i]), ==,
                        atlas_tour_get_n_steps (b->pdata[i]));
      for (guint j = 0; j < atlas_tour_get_n_steps (a->pdata[i]); j++)
        assert_equal_steps (atlas_tour_get_step (a->pdata[i], j),
                            atlas_tour_get_step (b->pdata[i], j));
    }
}

/**
 * atlas_test_assert_equal:
 * @a: a dataset
 * @b: another dataset
 *
 * Asserts that all members of all records and all tours are equal, in the same order.
 */
void
atlas_test_assert_equal (AtlasDataset *a, AtlasDataset *b)
{
  assert_equal_texts (atlas_dataset_get_title_text (a), atlas_dataset_get_title_text (b));
  assert_equal_boxed (ATLAS_TYPE_DATE, atlas_dataset_get_date (a), atlas_dataset_get_date (b));
  g_assert_cmpstr (atlas_dataset_get_approval_number (a), ==,
                   atlas_dataset_get_approval_number (b));
  atlas_test_assert_equal_tours (atlas_dataset_get_tours (a), atlas_dataset_get_tours (b));
  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      GListModel *first = atlas_dataset_get_records (a, (AtlasRecordKind) kind);
      GListModel *second = atlas_dataset_get_records (b, (AtlasRecordKind) kind);

      g_assert_cmpuint (g_list_model_get_n_items (first), ==, g_list_model_get_n_items (second));
      for (guint i = 0; i < g_list_model_get_n_items (first); i++)
        {
          g_autoptr (AtlasRecord) one = g_list_model_get_item (first, i);
          g_autoptr (AtlasRecord) other = g_list_model_get_item (second, i);

          assert_equal_properties (one, other);
          assert_equal_references (one, other);
          if (ATLAS_IS_SOURCE (one))
            assert_equal_sections (ATLAS_SOURCE (one), ATLAS_SOURCE (other));
        }
    }
}

/**
 * atlas_test_read_anything:
 * @text: (array length=length): any bytes
 * @length: the number of bytes
 *
 * Reads @text, strictly and leniently, and asserts what must be true for every file: there is
 * either a dataset or an error; faults are sorted by position, on existing lines; and each is
 * printed as one line.
 */
void
atlas_test_read_anything (const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (AtlasDataset) parts = NULL;
  gboolean has_error = FALSE;
  guint n_lines = 1, line = 1;

  for (gsize i = 0; i < length; i++)
    n_lines += text[i] == '\n';
  dataset = atlas_reader_read_bytes ("file", bytes, ATLAS_READER_STRICT, NULL, &faults, &error);
  for (guint i = 0; i < faults->len; i++)
    {
      const AtlasFault *fault = g_ptr_array_index (faults, i);
      g_autofree char *string = atlas_fault_to_string (fault, "file");

      has_error |= fault->severity == ATLAS_FAULT_SEVERITY_ERROR;
      g_assert_cmpuint (fault->line, >=, line);
      g_assert_cmpuint (fault->line, <=, n_lines);
      g_assert_cmpuint (fault->column, >=, 1);
      g_assert_true (g_utf8_validate (string, -1, NULL));
      g_assert_null (strpbrk (string, "\n\r\033"));
      line = fault->line;
    }
  g_assert_true ((dataset == NULL) == has_error);
  g_assert_true ((dataset == NULL) == (error != NULL));
  if (error != NULL)
    g_assert_true (error->domain == ATLAS_READ_ERROR);

  parts = atlas_reader_read_bytes ("file", bytes, ATLAS_READER_LENIENT, NULL, NULL, NULL);
  g_assert_true (parts != NULL || dataset == NULL);
}
