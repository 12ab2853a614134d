/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-command-line.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "atlas-fault.h"
#include "atlas-installation.h"
#include "atlas-map-page.h"
#include "atlas-reader.h"

/*
 * What the program does from a shell, without a display.
 */

/* Prints every fault, one a line, so that an editor can jump from one to the next. */
static int
check_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_reader_read_file (file, NULL, &faults, &error);

  for (guint i = 0; faults != NULL && i < faults->len; i++)
    {
      g_autofree char *line = atlas_fault_to_string (g_ptr_array_index (faults, i), path);

      g_print ("%s\n", line);
    }
  /* What has no fault to show is no fault of the content: a missing file, one that is too large. */
  if (dataset == NULL && (faults == NULL || faults->len == 0))
    g_printerr ("%s\n", error->message);
  return dataset != NULL ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* Writes the map of the province that ships as a PDF. */
static int
export_map (const char *path)
{
  g_autofree char *dataset_path = atlas_installation_dup_data_file ("jilin.json");
  g_autoptr (GFile) file = g_file_new_for_path (dataset_path);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_reader_read_file (file, NULL, NULL, &error);
  g_autoptr (AtlasScope) scope = NULL;

  if (dataset != NULL)
    {
      scope = atlas_scope_new (dataset, NULL);
      if (atlas_map_page_export (scope, atlas_base_map_get_default (),
                                 atlas_language_get_default (), path, &error))
        return EXIT_SUCCESS;
    }
  g_printerr ("jilin-atlas: %s\n", error->message);
  return EXIT_FAILURE;
}

/**
 * atlas_command_line_add_options:
 * @application: the application
 *
 * Adds the options that --help lists.
 */
void
atlas_command_line_add_options (GApplication *application)
{
  const GOptionEntry entries[] = {
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version"), NULL },
    { "check", 'c', 0, G_OPTION_ARG_FILENAME, NULL,
      N_ ("Say everything that is wrong with a dataset"), N_ ("FILE") },
    { "export", 'e', 0, G_OPTION_ARG_FILENAME, NULL,
      N_ ("Write the map of the province as a PDF"), N_ ("FILE") },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  g_application_add_main_option_entries (application, entries);
  g_application_set_option_context_parameter_string (application, _("[DATASET…]"));
}

/**
 * atlas_command_line_handle:
 * @options: the options given
 *
 * Does what can be done without a display.
 *
 * Returns: the exit status, or -1 when the window is to open
 */
int
atlas_command_line_handle (GVariantDict *options)
{
  const char *path = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("jilin-atlas %s\n", ATLAS_VERSION);
      return EXIT_SUCCESS;
    }
  if (g_variant_dict_lookup (options, "check", "^&ay", &path))
    return check_file (path);
  if (g_variant_dict_lookup (options, "export", "^&ay", &path))
    return export_map (path);
  return -1;
}
