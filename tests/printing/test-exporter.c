/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-exporter-private.h"

#include <glib/gstdio.h>

#include "atlas-fonts.h"
#include "atlas-output.h"
#include "atlas-test-display.h"
#include "pages-fixture.h"

static AtlasDataset *dataset;
static char *folder;

static const AtlasSummaryOptions options = { .parts = ATLAS_SUMMARY_PARTS_ALL };

/* Tests the names from a dialog, and the files that are written. */
static void
test_choose_name (void)
{
  static const struct
  {
    const char *name;
    AtlasExportFormat chosen;
    const char *expected;
  } cases[] = {
    /* Nothing was changed. */
    { "四平市.pdf", ATLAS_EXPORT_FORMAT_PDF, "四平市.pdf" },
    /* Another format was selected, and the name unchanged. */
    { "四平市.pdf", ATLAS_EXPORT_FORMAT_GEOJSON, "四平市.geojson" },
    { "a.b.PDF", ATLAS_EXPORT_FORMAT_PNG, "a.b.png" },
    /* Another extension was typed, and the format unchanged. */
    { "siping.csv", ATLAS_EXPORT_FORMAT_PDF, "siping.csv" },
    /* No extension, or an unknown one. */
    { "siping", ATLAS_EXPORT_FORMAT_SVG, "siping.svg" },
    { "report.2021", ATLAS_EXPORT_FORMAT_PDF, "report.2021.pdf" },
    { "/tmp/x.d/siping", ATLAS_EXPORT_FORMAT_PDF, "/tmp/x.d/siping.pdf" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name =
        _atlas_exporter_choose_name (cases[i].name, ATLAS_EXPORT_FORMAT_PDF, cases[i].chosen);

      g_assert_cmpstr (name, ==, cases[i].expected);
    }
}

static void
test_suggest_name (void)
{
  static const char *const cases[][2] = {
    { "四平市", "四平市" },
    { "Jilin Atlas: Linked Cities", "Jilin Atlas_ Linked Cities" },
    { "../etc/passwd", "_._etc_passwd" },
    { "a\nb|c", "a_b_c" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = atlas_exporter_suggest_name (cases[i][0]);

      g_assert_cmpstr (name, ==, cases[i][1]);
    }
}

/* For titles of any length and any characters, files with each extension and page number can be
 * created. */
static void
test_suggest_short_name (void)
{
  g_autoptr (GString) chinese = g_string_new ("a");
  g_autofree char *latin = g_strnfill (10000, 'W');
  const char *titles[] = { NULL, latin };

  for (guint i = 0; i < 10000; i++)
    g_string_append (chinese, "长");
  titles[0] = chinese->str;
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *name = atlas_exporter_suggest_name (titles[i]);
      g_autofree char *file = g_strconcat (name, "-1000.geojson", NULL);
      g_autofree char *path = g_build_filename (folder, file, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);

      g_assert_true (g_utf8_validate (name, -1, NULL));
      g_assert_true (g_str_has_prefix (titles[i], name));
      g_assert_cmpuint (strlen (name), >, 230);
      g_assert_true (atlas_output_write (path, bytes, NULL, NULL));
      g_assert_no_errno (g_remove (path));
    }
}

typedef struct
{
  gboolean is_done;
  gboolean exported;
  char *message;
} Outcome;

static void
done_cb (AtlasExporter *exporter, const char *message, gboolean exported, Outcome *outcome)
{
  g_assert_false (outcome->is_done);
  *outcome = (Outcome) { TRUE, exported, g_strdup (message) };
}

static Outcome
write_to (const char *path, AtlasExporterPictures pictures)
{
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, "siping");
  g_autoptr (AtlasExporter) exporter = atlas_exporter_new (scope, NULL, &options);
  Outcome outcome = { 0 };

  g_signal_connect (exporter, "done", G_CALLBACK (done_cb), &outcome);
  _atlas_exporter_write (exporter, path, pictures, NULL);
  await (outcome.is_done);
  return outcome;
}

static void
test_write (void)
{
  g_autofree char *path = g_build_filename (folder, "siping.svg", NULL);
  const Outcome outcome = write_to (path, ATLAS_EXPORTER_MAP);

  g_assert_true (outcome.exported);
  g_assert_cmpstr (outcome.message, ==, "“siping.svg” is written");
  g_assert_no_errno (g_remove (path));
  g_free (outcome.message);
}

static void
test_every_page (void)
{
  g_autofree char *path = g_build_filename (folder, "siping.svg", NULL);
  const Outcome outcome = write_to (path, ATLAS_EXPORTER_PAGES);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_files = 0;

  g_assert_true (outcome.exported);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *page = g_build_filename (folder, name, NULL);

      g_assert_true (g_regex_match_simple ("^siping-[0-9]+\\.svg$", name, (GRegexCompileFlags) 0,
                                           (GRegexMatchFlags) 0));
      g_assert_no_errno (g_remove (page));
      n_files++;
    }
  g_assert_cmpuint (n_files, >, 2);
  g_assert_cmpstr (outcome.message, ==, "“siping.svg” is written, a numbered file for each page");
  g_free (outcome.message);
}

/* Siping has its first event in 2020. */
static void
test_years (void)
{
  g_autofree char *path = g_build_filename (folder, "siping.png", NULL);
  const Outcome outcome = write_to (path, ATLAS_EXPORTER_YEARS);
  guint n_files = 0;

  g_assert_true (outcome.exported);
  for (guint i = 1; i <= 99; i++)
    {
      g_autofree char *name = g_strdup_printf ("siping-%02u.png", i);
      g_autofree char *picture = g_build_filename (folder, name, NULL);

      n_files += g_remove (picture) == 0;
    }
  g_assert_cmpuint (n_files, ==, 17);
  g_assert_cmpstr (outcome.message, ==, "“siping.png” is written, a numbered file for each month");
  g_free (outcome.message);
}

/* The option for pictures does not affect formats that contain all pages. */
static void
test_every_page_of_other (void)
{
  g_autofree char *path = g_build_filename (folder, "siping.csv", NULL);
  const Outcome outcome = write_to (path, ATLAS_EXPORTER_PAGES);

  g_assert_true (outcome.exported);
  g_assert_cmpstr (outcome.message, ==, "“siping.csv” is written");
  g_assert_no_errno (g_remove (path));
  g_free (outcome.message);
}

/* The error is one sentence, and no file is left. */
static void
test_refused (void)
{
  const Outcome outcome = write_to ("/nowhere/siping.pdf", ATLAS_EXPORTER_MAP);

  g_assert_false (outcome.exported);
  g_assert_cmpstr (outcome.message, ==, "There is no folder “/nowhere”.");
  g_free (outcome.message);
}

int
main (int argc, char *argv[])
{
  int status;

  atlas_fonts_init ();
  g_test_init (&argc, &argv, NULL);
  dataset = atlas_test_dataset_read_jilin ();
  folder = g_dir_make_tmp ("atlas-exporter-XXXXXX", NULL);
  g_test_add_func ("/printing/exporter/choose-name", test_choose_name);
  g_test_add_func ("/printing/exporter/suggest-name", test_suggest_name);
  g_test_add_func ("/printing/exporter/suggest-short-name", test_suggest_short_name);
  g_test_add_func ("/printing/exporter/write", test_write);
  g_test_add_func ("/printing/exporter/every-page", test_every_page);
  g_test_add_func ("/printing/exporter/years", test_years);
  g_test_add_func ("/printing/exporter/every-page-of-other", test_every_page_of_other);
  g_test_add_func ("/printing/exporter/refused", test_refused);
  status = atlas_test_run ();
  g_assert_no_errno (g_rmdir (folder));
  g_free (folder);
  g_object_unref (dataset);
  return status;
}
