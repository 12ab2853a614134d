/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-installation.h"

/*
 * Locations of the installed files. When the program runs from its build directory, it uses the
 * files there, so that a change can be tried without installing.
 */
static gboolean runs_from_build;

/**
 * atlas_installation_find:
 *
 * Detects whether the program runs from its build directory. Call this first in main(), while there
 * is only one thread, because it may set environment variables.
 */
void
atlas_installation_find (void)
{
  g_autofree char *executable = g_file_read_link ("/proc/self/exe", NULL);

  runs_from_build =
    executable != NULL && g_str_has_prefix (executable, ATLAS_BUILD_DIR G_DIR_SEPARATOR_S);
  if (runs_from_build)
    g_setenv ("GSETTINGS_SCHEMA_DIR", ATLAS_BUILD_DIR "/data", TRUE);
}

/**
 * atlas_installation_get_locale_dir:
 *
 * Returns: the folder of the translations, for bindtextdomain()
 */
const char *
atlas_installation_get_locale_dir (void)
{
  return runs_from_build ? ATLAS_BUILD_DIR "/po" : ATLAS_LOCALE_DIR;
}

/**
 * atlas_installation_dup_data_file:
 * @name: the name of an installed data file, such as "jilin.json"
 *
 * Returns: (transfer full): its path
 */
char *
atlas_installation_dup_data_file (const char *name)
{
  return g_build_filename (runs_from_build ? ATLAS_SOURCE_DIR "/data" : ATLAS_DATA_DIR, name, NULL);
}

/**
 * atlas_installation_dup_tours_file:
 *
 * Returns: (transfer full): the path of the file that keeps the tours of the user beside the
 * bundled dataset, which may not exist
 */
char *
atlas_installation_dup_tours_file (void)
{
  return g_build_filename (g_get_user_data_dir (), "jilin-atlas", "tours.json", NULL);
}
