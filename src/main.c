/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <locale.h>

#include "atlas-application.h"
#include "atlas-command-line.h"
#include "atlas-fonts.h"
#include "atlas-installation.h"
#include "atlas-translation.h"
#include "atlas-work.h"

/* How long the program waits, when it is to end, for a file that it is writing. */
#define PATIENCE (10 * G_USEC_PER_SEC)

/* Where the language that the user asks for was never generated, gettext still serves it under
 * C.UTF-8 as long as LANGUAGE names it: a fresh machine speaks Chinese without locale-gen. */
static void
init_locale (void)
{
  gtk_disable_setlocale ();
  if (setlocale (LC_ALL, "") == NULL)
    {
      const char *wanted = g_get_language_names ()[0];

      g_setenv ("LANGUAGE", wanted, FALSE);
      setlocale (LC_ALL, "C.UTF-8");
    }
  bindtextdomain (GETTEXT_PACKAGE, atlas_installation_get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  atlas_translation_set_directory (atlas_installation_get_locale_dir ());
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AtlasApplication) application = NULL;
  int status;

  atlas_installation_find ();
  init_locale ();

  status = atlas_command_line_run (argv);
  if (status >= 0)
    return status;

  atlas_fonts_init ();
  application = atlas_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);
  atlas_work_wait (PATIENCE);
  return status;
}
