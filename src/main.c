/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include <gtk/gtk.h>

#include "atlas-application.h"
#include "atlas-installation.h"
#include "atlas-locale.h"
#include "atlas-work.h"

/* How long the program waits, when it is to end, for a file that it is writing. */
#define PATIENCE (10 * G_USEC_PER_SEC)

int
main (int argc, char *argv[])
{
  g_autoptr (AtlasApplication) application = NULL;
  int status;

  atlas_work_init ();
  atlas_installation_find ();
  gtk_disable_setlocale ();
  atlas_locale_init ();

  application = atlas_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);
  atlas_work_wait (PATIENCE);
  return status;
}
