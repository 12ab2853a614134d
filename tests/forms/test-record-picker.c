/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "forms-fixture.h"

#include "atlas-record-picker.h"
#include "atlas-test-display.h"

typedef struct
{
  AtlasDataset *dataset;
  AtlasDraft *draft;
  AtlasRecordForm *form;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dataset = forms_fixture_read_jilin ();
  fixture->draft =
    atlas_draft_new_from_record (atlas_dataset_lookup (fixture->dataset, "prj-changyi-road"));
  fixture->form = ATLAS_RECORD_FORM (atlas_record_form_new (fixture->dataset, fixture->draft));
  fixture->window = atlas_test_open_window (GTK_WIDGET (fixture->form), 400, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  atlas_test_close_window (fixture->window);
  g_object_unref (fixture->draft);
  g_object_unref (fixture->dataset);
}

static AtlasRecordPicker *
open_picker (Fixture *fixture, const char *member)
{
  GtkMenuButton *button = forms_fixture_get_control (fixture->form, member, "GtkMenuButton");

  gtk_menu_button_popup (button);
  atlas_test_settle ();
  return ATLAS_RECORD_PICKER (gtk_menu_button_get_popover (button));
}

static void
pick (Fixture *fixture, const char *member, const char *text)
{
  AtlasRecordPicker *picker = open_picker (fixture, member);

  atlas_record_picker_set_text (picker, text);
  atlas_record_picker_pick (picker);
  atlas_test_settle ();
}

static char *
join_list (Fixture *fixture, const char *member)
{
  return g_strjoinv (" ", (GStrv) atlas_draft_get_list (fixture->draft, member));
}

/* Picked places are added, each once, and their chips have a button that removes them. */
static void
test_references (Fixture *fixture, gconstpointer data)
{
  const char *const none[] = { NULL };
  g_autofree char *both = NULL;
  g_autofree char *one = NULL;
  AtlasField *field = forms_fixture_get_field (fixture->form, "places");

  atlas_draft_set_list (fixture->draft, "places", none);
  atlas_field_refresh (field);
  pick (fixture, "places", "siping");
  pick (fixture, "places", "cc");
  pick (fixture, "places", "siping");
  both = join_list (fixture, "places");
  g_assert_cmpstr (both, ==, "siping changchun");
  g_assert_nonnull (atlas_record_form_get_record (fixture->form));
  g_assert_nonnull (atlas_test_find (field, atlas_test_is_label, "Changchun"));

  g_signal_emit_by_name (forms_fixture_get_control (fixture->form, "places", "GtkButton"),
                         "clicked");
  one = join_list (fixture, "places");
  g_assert_cmpstr (one, ==, "changchun");
  g_assert_null (atlas_test_find (field, atlas_test_is_label, "Siping"));
}

/* Where one record may stand, the picked one replaces the former. */
static void
test_replace (Fixture *fixture, gconstpointer data)
{
  GListModel *organizations =
    atlas_dataset_get_records (fixture->dataset, ATLAS_RECORD_KIND_ORGANIZATION);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AtlasRecord) organization = g_list_model_get_item (organizations, i);
      g_autofree char *keeper = NULL;

      pick (fixture, "keeper", atlas_record_get_name (organization, ATLAS_LANGUAGE_ZH));
      keeper = join_list (fixture, "keeper");
      g_assert_cmpstr (keeper, ==, atlas_record_get_id (organization));
    }
}

/* Only records of the allowed kinds are found, and never the record itself. */
static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  AtlasRecordPicker *picker = open_picker (fixture, "places");
  AtlasRecord *self = atlas_dataset_lookup (fixture->dataset, "prj-changyi-road");
  g_autofree char *before = join_list (fixture, "places");
  g_autofree char *after = NULL;

  atlas_record_picker_set_text (picker, atlas_record_get_name (self, ATLAS_LANGUAGE_ZH));
  atlas_record_picker_set_text (picker, "zzzzz");
  g_assert_nonnull (atlas_test_find (picker, atlas_test_is_label,
                                     "No record that may stand here has this name"));
  atlas_record_picker_pick (picker);
  after = join_list (fixture, "places");
  g_assert_cmpstr (after, ==, before);
  gtk_popover_popdown (GTK_POPOVER (picker));

  picker = open_picker (fixture, "about");
  atlas_record_picker_set_text (picker, atlas_record_get_name (self, ATLAS_LANGUAGE_ZH));
  atlas_record_picker_pick (picker);
  g_assert_false (g_strv_contains (atlas_draft_get_list (fixture->draft, "about"),
                                   "prj-changyi-road"));
}

int
main (int argc, char *argv[])
{
#define ADD(name)                                                                                  \
  g_test_add ("/record-picker/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  atlas_test_display_init (&argc, &argv);
  ADD (references);
  ADD (replace);
  ADD (kinds);
#undef ADD
  return atlas_test_run ();
}
