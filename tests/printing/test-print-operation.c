/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-print-operation.h"

#include <glib/gstdio.h>
#include <string.h>

#include "atlas-fonts.h"
#include "atlas-print-settings.h"
#include "pages-fixture.h"

/* Tests the printer output with another program. The printer is a file. */

static AtlasDataset *dataset;
static char *path;

static const AtlasSummaryOptions compact = { .parts = ATLAS_SUMMARY_PARTS_ALL };

static AtlasPrintOperation *
make_operation (const char *id, const AtlasSummaryOptions *options)
{
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, id);
  AtlasPrintOperation *operation = atlas_print_operation_new (scope, NULL, options, NULL);

  gtk_print_operation_set_export_filename (GTK_PRINT_OPERATION (operation), path);
  /* Run synchronously. */
  gtk_print_operation_set_allow_async (GTK_PRINT_OPERATION (operation), FALSE);
  /* There is no display for a progress dialog. */
  gtk_print_operation_set_show_progress (GTK_PRINT_OPERATION (operation), FALSE);
  return operation;
}

static void
run (AtlasPrintOperation *operation)
{
  g_autoptr (GError) error = NULL;
  const GtkPrintOperationResult result = gtk_print_operation_run (
    GTK_PRINT_OPERATION (operation), GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_false (atlas_print_operation_was_previewed (operation));
}

static char *
read_with (const char *program)
{
  const char *argv[] = { program, path, g_str_equal (program, "pdftotext") ? "-" : NULL, NULL };
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return output;
}

static void
assert_info (const char *line)
{
  g_autofree char *info = read_with ("pdfinfo");
  g_autofree char *pattern = g_strdup_printf ("(?m)^%s\\b", line);

  if (!g_regex_match_simple (pattern, info, (GRegexCompileFlags) 0, (GRegexMatchFlags) 0))
    g_error ("No line “%s” in:\n%s", line, info);
}

static guint
count_pages (const char *id, const AtlasSummaryOptions *options)
{
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, id);
  g_autoptr (AtlasSummary) summary = pages_fixture_new_summary (scope, options);

  return atlas_summary_get_n_pages (summary);
}

/* The printer prints the pages of the summary with their text. */
static void
test_export (void)
{
  g_autoptr (AtlasPrintOperation) operation = make_operation ("siping", &compact);
  g_autofree char *pages = g_strdup_printf ("Pages: +%u", count_pages ("siping", &compact));
  g_autofree char *text = NULL;
  g_autofree char *fonts = NULL;

  run (operation);
  assert_info (pages);
  assert_info ("Page size: +595.* x 841");
  assert_info ("Title: +四平市");
  text = read_with ("pdftotext");
  g_assert_nonnull (strstr (text, "四平市"));
  g_assert_nonnull (strstr (text, "653.33亿元"));
  fonts = read_with ("pdffonts");
  g_assert_null (strstr (fonts, " no "));
}

/* Each paper is used as selected. */
static void
test_paper (void)
{
  AtlasSummaryOptions options = { .page = { ATLAS_PAPER_A3, TRUE, ATLAS_PAGE_LAYOUT_OFFICIAL,
                                            ATLAS_LANGUAGE_EN },
                                  .parts = ATLAS_SUMMARY_PARTS_ALL };
  g_autoptr (AtlasPrintOperation) operation = make_operation ("jl-changping", &options);
  g_autofree char *pages = g_strdup_printf ("Pages: +%u", count_pages ("jl-changping", &options));
  g_autofree char *text = NULL;

  run (operation);
  assert_info (pages);
  assert_info ("Page size: +1190.* x 841");
  text = read_with ("pdftotext");
  g_assert_nonnull (strstr (text, "Changchun"));
}

/* If the printer dialog selects other paper, pages are laid out for it, and the options are
 * updated. */
static void
test_follows_printer (void)
{
  const AtlasPageSetup letter = { .paper = ATLAS_PAPER_LETTER, .landscape = TRUE };
  g_autoptr (GtkPageSetup) setup = atlas_print_settings_make_page_setup (&letter);
  g_autoptr (AtlasPrintOperation) operation = make_operation ("siping", &compact);

  gtk_print_operation_set_default_page_setup (GTK_PRINT_OPERATION (operation), setup);
  run (operation);
  assert_info ("Page size: +792 x 612");
  g_assert_cmpint (atlas_print_operation_get_page (operation)->paper, ==, ATLAS_PAPER_LETTER);
  g_assert_true (atlas_print_operation_get_page (operation)->landscape);
}

/* On paper without a layout, the whole page is scaled. */
static void
test_fits_other_paper (void)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *a5 = gtk_paper_size_new (GTK_PAPER_NAME_A5);
  g_autoptr (AtlasPrintOperation) operation = make_operation ("siping", &compact);
  g_autofree char *pages = g_strdup_printf ("Pages: +%u", count_pages ("siping", &compact));
  g_autofree char *text = NULL;

  gtk_page_setup_set_paper_size (setup, a5);
  gtk_paper_size_free (a5);
  gtk_print_operation_set_default_page_setup (GTK_PRINT_OPERATION (operation), setup);
  run (operation);
  assert_info (pages);
  assert_info ("Page size: +419");
  text = read_with ("pdftotext");
  g_assert_nonnull (strstr (text, "四平市"));
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  int status;

  g_setenv ("SOURCE_DATE_EPOCH", "1622332800", TRUE);
  atlas_fonts_init ();
  g_test_init (&argc, &argv, NULL);
  dataset = atlas_test_dataset_read_jilin ();
  folder = g_dir_make_tmp ("atlas-print-XXXXXX", NULL);
  path = g_build_filename (folder, "printed.pdf", NULL);
  g_test_add_func ("/printing/print-operation/export", test_export);
  g_test_add_func ("/printing/print-operation/paper", test_paper);
  g_test_add_func ("/printing/print-operation/follows-printer", test_follows_printer);
  g_test_add_func ("/printing/print-operation/fits-other-paper", test_fits_other_paper);
  status = g_test_run ();
  g_remove (path);
  g_assert_no_errno (g_rmdir (folder));
  g_free (path);
  g_object_unref (dataset);
  return status;
}
