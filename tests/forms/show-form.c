/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "forms-fixture.h"

#include <stdlib.h>

#include "atlas-fonts.h"
#include "atlas-installation.h"
#include "atlas-locale.h"
#include "atlas-test-display.h"

/*
 * Shows the form of a record of the bundled dataset, to look at it:
 *
 *     G_TEST_SRCDIR=. LANGUAGE=zh_CN _build/tests/forms/show-form prj-changyi-road expected
 *
 * The optional second argument is the member that has the focus.
 */
int
main (int argc, char *argv[])
{
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (AtlasDraft) draft = NULL;
  AtlasRecord *record;
  GtkWidget *form, *window;

  atlas_fonts_init ();
  atlas_installation_find ();
  gtk_disable_setlocale ();
  atlas_locale_init ();
  gtk_init ();
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  atlas_test_load_style ();
  dataset = forms_fixture_read_jilin ();
  record = argc > 1 ? atlas_dataset_lookup (dataset, argv[1]) : NULL;
  draft = record != NULL ? atlas_draft_new_from_record (record)
                         : atlas_draft_new (ATLAS_RECORD_KIND_PROJECT, "new");
  form = atlas_record_form_new (dataset, draft);
  window = atlas_test_open_window (form, 360, 760);
  gtk_window_set_title (GTK_WINDOW (window), "show-form");
  if (argc > 2)
    atlas_record_form_focus_member (ATLAS_RECORD_FORM (form), argv[2]);
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  return EXIT_SUCCESS;
}
