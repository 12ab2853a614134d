/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-command-line.h"

#include <glib/gi18n.h>
#include <stdlib.h>

/*
 * What the program does from a shell, without a display.
 */

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
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("jilin-atlas %s\n", ATLAS_VERSION);
      return EXIT_SUCCESS;
    }
  return -1;
}
