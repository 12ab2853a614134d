/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include <stdlib.h>

#include "atlas-export.h"
#include "atlas-reader.h"
#include "atlas-translation.h"

/* Exports a scope of a dataset on the command line, for the tests that examine files. */

static char *scope_id;
static char *other_id;
static char *language_code;
static char *paper_name;
static char *layout_name;
static char *part_names;
static char *until_date;
static char *locale_folder;
static gboolean landscape;
static gboolean cities;
static gboolean pairs;
static gboolean leniently;
static int page;

static const GOptionEntry entries[] = {
  { "scope", 0, 0, G_OPTION_ARG_STRING, &scope_id, NULL, NULL },
  { "beside", 0, 0, G_OPTION_ARG_STRING, &other_id, NULL, NULL },
  { "language", 0, 0, G_OPTION_ARG_STRING, &language_code, NULL, NULL },
  { "paper", 0, 0, G_OPTION_ARG_STRING, &paper_name, NULL, NULL },
  { "layout", 0, 0, G_OPTION_ARG_STRING, &layout_name, NULL, NULL },
  { "parts", 0, 0, G_OPTION_ARG_STRING, &part_names, NULL, NULL },
  { "until", 0, 0, G_OPTION_ARG_STRING, &until_date, NULL, NULL },
  { "locale", 0, 0, G_OPTION_ARG_FILENAME, &locale_folder, NULL, NULL },
  { "landscape", 0, 0, G_OPTION_ARG_NONE, &landscape, NULL, NULL },
  { "cities", 0, 0, G_OPTION_ARG_NONE, &cities, NULL, NULL },
  { "pairs", 0, 0, G_OPTION_ARG_NONE, &pairs, NULL, NULL },
  { "leniently", 0, 0, G_OPTION_ARG_NONE, &leniently, NULL, NULL },
  { "page", 0, 0, G_OPTION_ARG_INT, &page, NULL, NULL },
  { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
};

static AtlasDataset *
read_dataset (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return atlas_reader_read_file (file, leniently ? ATLAS_READER_LENIENT : ATLAS_READER_STRICT, NULL,
                                 NULL, error);
}

/* With a second record, the scope is a comparison. */
static AtlasScope *
find_scope (AtlasDataset *dataset)
{
  AtlasRecord *subject = scope_id != NULL ? atlas_dataset_lookup (dataset, scope_id) : NULL;

  return other_id != NULL
           ? atlas_scope_new_comparison (dataset, subject, atlas_dataset_lookup (dataset, other_id))
           : atlas_scope_new (dataset, subject);
}

static gboolean export (const char *dataset_path, const char *path, GError **error)
{
  g_autoptr (AtlasDataset) dataset = read_dataset (dataset_path, error);
  g_autoptr (AtlasScope) scope = NULL;
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  AtlasDate until;
  AtlasExportOptions options = { .summary.parts = ATLAS_SUMMARY_PARTS_ALL, .page = (guint) page };

  if (dataset == NULL)
    return FALSE;
  options.summary.page.landscape = landscape;
  options.summary.kind = cities  ? ATLAS_SUMMARY_KIND_CITIES
                         : pairs ? ATLAS_SUMMARY_KIND_PAIRS
                                 : ATLAS_SUMMARY_KIND_SCOPE;
  if (language_code != NULL)
    g_assert_true (atlas_language_from_code (language_code, &options.summary.page.language));
  if (paper_name != NULL)
    g_assert_true (atlas_paper_from_name (paper_name, &options.summary.page.paper));
  if (layout_name != NULL)
    g_assert_true (atlas_page_layout_from_name (layout_name, &options.summary.page.layout));
  if (part_names != NULL && !atlas_summary_parts_parse (part_names, &options.summary.parts, error))
    return FALSE;
  if (locale_folder != NULL)
    atlas_translation_set_directory (locale_folder);
  scope = find_scope (dataset);
  if (until_date != NULL)
    {
      g_assert_true (atlas_date_parse (until_date, &until));
      atlas_filter_set_time (filter, NULL, &until);
    }
  return atlas_export_file (dataset, scope, filter, &options, path, NULL, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("DATASET FILE");
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 3 ||
      !export (argv[1], argv[2], &error))
    {
      g_printerr ("%s\n", error != NULL ? error->message : "Two files are wanted.");
      return EXIT_FAILURE;
    }
  return EXIT_SUCCESS;
}
