/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "forms-fixture.h"

#include <string.h>

#include "atlas-citation-chooser.h"
#include "atlas-citation.h"
#include "atlas-commitment.h"
#include "atlas-figure.h"
#include "atlas-log-entry-view.h"
#include "atlas-project.h"
#include "atlas-sections-field.h"
#include "atlas-source.h"
#include "atlas-test-display.h"
#include "atlas-test-reading.h"

typedef struct
{
  AtlasDataset *dataset;
  AtlasDraft *draft;
  AtlasRecordForm *form;
  GtkWidget *window;
  guint n_changes;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dataset = forms_fixture_read_jilin ();
}

static void
count_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
close_form (Fixture *fixture)
{
  if (fixture->window != NULL)
    atlas_test_close_window (g_steal_pointer (&fixture->window));
  g_clear_object (&fixture->draft);
}

static void
open_draft (Fixture *fixture, AtlasDraft *draft)
{
  GtkWidget *form = atlas_record_form_new (fixture->dataset, draft);

  close_form (fixture);
  fixture->draft = draft;
  fixture->form = ATLAS_RECORD_FORM (form);
  fixture->n_changes = 0;
  g_signal_connect_swapped (form, "changed", G_CALLBACK (count_cb), fixture);
  fixture->window = atlas_test_open_window (form, 400, 700);
}

static void
open_record (Fixture *fixture, AtlasRecord *record)
{
  open_draft (fixture, atlas_draft_new_from_record (record));
}

static void
open_first (Fixture *fixture, AtlasRecordKind kind)
{
  g_autoptr (AtlasRecord) record =
    g_list_model_get_item (atlas_dataset_get_records (fixture->dataset, kind), 0);

  open_record (fixture, record);
}

static void
open_road (Fixture *fixture)
{
  open_record (fixture, atlas_dataset_lookup (fixture->dataset, "prj-changyi-road"));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_form (fixture);
  g_clear_object (&fixture->dataset);
}

static void
assert_value (Fixture *fixture, const char *member, const char *expected)
{
  const char *message = atlas_field_get_message (forms_fixture_get_field (fixture->form, member));

  g_assert_cmpstr (atlas_draft_get_value (fixture->draft, member), ==, expected);
  g_assert_cmpstr (message, ==, "");
  g_assert_nonnull (atlas_record_form_get_record (fixture->form));
}

/* The message is beside the field, which has the style and the accessible state of an error. */
static void
assert_refused (Fixture *fixture, const char *member, const char *message)
{
  AtlasField *field = forms_fixture_get_field (fixture->form, member);

  g_assert_cmpstr (atlas_field_get_message (field), ==, message);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (field), "error"));
  g_assert_null (atlas_record_form_get_record (fixture->form));
}

/* The form of each kind of record, unchanged, gives an equal dataset. */
static void
test_unchanged (Fixture *fixture, gconstpointer data)
{
  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      g_autoptr (GPtrArray) put = g_ptr_array_new ();
      g_autoptr (AtlasDataset) derived = NULL;

      open_first (fixture, (AtlasRecordKind) kind);
      g_assert_nonnull (atlas_record_form_get_record (fixture->form));
      g_assert_cmpuint (fixture->n_changes, ==, 0);
      g_ptr_array_add (put, atlas_record_form_get_record (fixture->form));
      derived = atlas_dataset_derive (fixture->dataset, put, NULL, NULL);
      atlas_test_assert_equal (fixture->dataset, derived);
    }
}

static void
test_values (Fixture *fixture, gconstpointer data)
{
  open_road (fixture);
  forms_fixture_type (fixture->form, "expected", "2021年10月");
  assert_value (fixture, "expected", "2021-10");
  forms_fixture_type (fixture->form, "expected", "2021/10/31");
  assert_value (fixture, "expected", "2021-10-31");
  forms_fixture_type (fixture->form, "expected", "");
  assert_value (fixture, "expected", NULL);
  forms_fixture_type (fixture->form, "length_km", "7.6 公里");
  assert_value (fixture, "length_km", "7.6");
  forms_fixture_type (fixture->form, "pinyin", " chang yi lu ");
  assert_value (fixture, "pinyin", "chang yi lu");
  g_assert_cmpuint (fixture->n_changes, >=, 5);

  open_first (fixture, ATLAS_RECORD_KIND_ROUTE);
  forms_fixture_type (fixture->form, "trips_per_day", "1,200");
  assert_value (fixture, "trips_per_day", "1200");

  open_first (fixture, ATLAS_RECORD_KIND_PLACE);
  forms_fixture_type (fixture->form, "latitude", "４３.５");
  assert_value (fixture, "latitude", "43.5");
  gtk_switch_set_active (forms_fixture_get_control (fixture->form, "approximate", "GtkSwitch"),
                         TRUE);
  assert_value (fixture, "approximate", "true");
  gtk_switch_set_active (forms_fixture_get_control (fixture->form, "approximate", "GtkSwitch"),
                         FALSE);
  assert_value (fixture, "approximate", NULL);

  open_first (fixture, ATLAS_RECORD_KIND_PLAN);
  forms_fixture_type (fixture->form, "period", "2019年至2025年");
  assert_value (fixture, "period", "2019/2025");
}

/* An amount is converted to the unit of the record, and read anew when the unit changes. */
static void
test_amount (Fixture *fixture, gconstpointer data)
{
  AtlasRecord *record = NULL;
  GListModel *figures = atlas_dataset_get_records (fixture->dataset, ATLAS_RECORD_KIND_FIGURE);
  GtkDropDown *unit;

  for (guint i = 0; record == NULL; i++)
    {
      g_autoptr (AtlasFigure) figure = g_list_model_get_item (figures, i);

      if (atlas_figure_get_unit (figure) == ATLAS_UNIT_CNY_100M)
        record = ATLAS_RECORD (figure);
    }
  open_record (fixture, record);
  forms_fixture_type (fixture->form, "value", "653.33 亿元");
  assert_value (fixture, "value", "653.33");
  forms_fixture_type (fixture->form, "value", "65.333 billion");
  assert_value (fixture, "value", "653.33");
  forms_fixture_type (fixture->form, "value", "6533万");
  assert_value (fixture, "value", "0.6533");
  forms_fixture_type (fixture->form, "value", "6533 km");
  assert_refused (fixture, "value", "What follows the number is not the unit of this value");
  unit = forms_fixture_get_control (fixture->form, "unit", "GtkDropDown");
  gtk_drop_down_set_selected (unit, ATLAS_UNIT_KM);
  assert_value (fixture, "value", "6533");
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  GtkDropDown *stage, *kind;

  open_road (fixture);
  stage = forms_fixture_get_control (fixture->form, "stage", "GtkDropDown");
  gtk_drop_down_set_selected (stage, ATLAS_PROJECT_STAGE_DONE);
  assert_value (fixture, "stage", "done");
  gtk_drop_down_set_selected (stage, ATLAS_PROJECT_STAGE_UNKNOWN);
  assert_value (fixture, "stage", NULL);

  /* A required word without a value is asked for. */
  open_draft (fixture, atlas_draft_new (ATLAS_RECORD_KIND_PROJECT, "new"));
  forms_fixture_write (fixture->form, "name", "新路");
  g_assert_null (atlas_record_form_get_record (fixture->form));
  kind = forms_fixture_get_control (fixture->form, "kind", "GtkDropDown");
  gtk_drop_down_set_selected (kind, ATLAS_PROJECT_KIND_RAIL + 1);
  assert_value (fixture, "kind", "rail");
  gtk_drop_down_set_selected (kind, 0);
  assert_refused (fixture, "kind", "A value is needed here");
}

static void
test_texts (Fixture *fixture, gconstpointer data)
{
  GtkExpander *others;
  GtkTextBuffer *buffer;
  GtkTextIter end;
  const char *const *names;

  open_road (fixture);
  forms_fixture_write (fixture->form, "name", "一条\n新路");
  g_assert_cmpstr (atlas_draft_get_text (fixture->draft, "name", ATLAS_LANGUAGE_ZH), ==,
                   "一条 新路");
  buffer =
    gtk_text_view_get_buffer (forms_fixture_get_control (fixture->form, "name", "GtkTextView"));
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, "\n", -1);
  g_assert_cmpint (gtk_text_buffer_get_line_count (buffer), ==, 1);

  others = forms_fixture_get_control (fixture->form, "name", "GtkExpander");
  g_assert_false (gtk_expander_get_expanded (others));
  atlas_draft_set_text (fixture->draft, "name", ATLAS_LANGUAGE_KO, NULL);
  forms_fixture_write (fixture->form, "name", "新路");
  g_assert_cmpstr (gtk_expander_get_label (others), ==, "English and Korean (Korean is missing)");

  forms_fixture_write (fixture->form, "aliases", "Old name\n\n 旧名 ");
  names = atlas_draft_get_list (fixture->draft, "aliases");
  g_assert_cmpstr (names[0], ==, "Old name");
  g_assert_cmpstr (names[1], ==, "旧名");
  g_assert_null (names[2]);
  g_assert_nonnull (atlas_record_form_get_record (fixture->form));
}

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  GtkAccessible *entry;

  open_road (fixture);
  forms_fixture_type (fixture->form, "expected", "2021-13");
  assert_refused (fixture, "expected", "The calendar has no such month or day");
  entry = forms_fixture_get_control (fixture->form, "expected", "GtkEntry");
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "The calendar has no such month or day");
  forms_fixture_type (fixture->form, "expected", "soon");
  assert_refused (fixture, "expected",
                  "“soon” is no date of the form “2016”, “2016-02” or “2016-02-29”");
  forms_fixture_type (fixture->form, "expected", "2021-10");
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_FALSE);
  forms_fixture_type (fixture->form, "length_km", "long");
  assert_refused (fixture, "length_km", "This is no number");
  forms_fixture_type (fixture->form, "length_km", "1.23456");
  assert_refused (fixture, "length_km",
                  "The number has more than four decimal places, or is beyond ±10¹¹");
  forms_fixture_type (fixture->form, "length_km", "");
  forms_fixture_write (fixture->form, "name", "\u200b");
  assert_refused (fixture, "name", "The text has no visible character");
  forms_fixture_write (fixture->form, "name", "路");
  g_assert_nonnull (atlas_record_form_get_record (fixture->form));

  open_first (fixture, ATLAS_RECORD_KIND_ROUTE);
  forms_fixture_type (fixture->form, "vehicles", "2.5");
  assert_refused (fixture, "vehicles", "A whole number is needed here");

  open_first (fixture, ATLAS_RECORD_KIND_PLACE);
  forms_fixture_type (fixture->form, "latitude", "north");
  assert_refused (fixture, "latitude", "This is no number");
  forms_fixture_type (fixture->form, "latitude", "97");
  assert_refused (fixture, "latitude", "97 is outside -85…85");

  open_first (fixture, ATLAS_RECORD_KIND_PLAN);
  forms_fixture_type (fixture->form, "period", "2025-2019");
  assert_refused (fixture, "period",
                  "“2025-2019” is no period such as “2019/2025” or “2021-01/2021-02”");
}

/* A new record asks for what it needs without calling it an error. */
static void
test_new (Fixture *fixture, gconstpointer data)
{
  AtlasField *name;

  open_draft (fixture, atlas_draft_new (ATLAS_RECORD_KIND_COMMITMENT, "new"));
  name = forms_fixture_get_field (fixture->form, "name");
  g_assert_null (atlas_record_form_get_record (fixture->form));
  g_assert_cmpstr (atlas_field_get_message (name), ==, "A value is needed here");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (name), "error"));
  forms_fixture_write (fixture->form, "name", "修路");
  g_assert_cmpstr (atlas_field_get_message (name), ==, "");
  forms_fixture_write (fixture->form, "name", "");
  assert_refused (fixture, "name", "A value is needed here");
}

/* The id of a new record follows its pinyin until it is edited; that of another one is fixed. */
static void
test_id (Fixture *fixture, gconstpointer data)
{
  GtkEditable *entry;

  open_draft (fixture, atlas_draft_new (ATLAS_RECORD_KIND_PROJECT, "new"));
  forms_fixture_type (fixture->form, "pinyin", "xin lu");
  g_assert_cmpstr (atlas_draft_get_id (fixture->draft), ==, "xin-lu");
  forms_fixture_type (fixture->form, "pinyin", "changchun");
  g_assert_cmpstr (atlas_draft_get_id (fixture->draft), ==, "changchun-2");
  forms_fixture_type (fixture->form, "id", "mine");
  forms_fixture_type (fixture->form, "pinyin", "xin lu er");
  g_assert_cmpstr (atlas_draft_get_id (fixture->draft), ==, "mine");
  forms_fixture_write (fixture->form, "name", "新路");
  gtk_drop_down_set_selected (forms_fixture_get_control (fixture->form, "kind", "GtkDropDown"), 1);
  g_assert_nonnull (atlas_record_form_get_record (fixture->form));
  g_assert_cmpstr (atlas_draft_get_id (fixture->draft), ==, "mine");
  forms_fixture_type (fixture->form, "id", "siping");
  assert_refused (fixture, "id", "Another record has this id");

  open_road (fixture);
  entry = forms_fixture_get_control (fixture->form, "id", "GtkEntry");
  g_assert_false (gtk_editable_get_editable (entry));
}

static void
test_inferred (Fixture *fixture, gconstpointer data)
{
  GtkToggleButton *toggle;
  AtlasField *kind;
  const char *const none[] = { NULL };

  open_road (fixture);
  kind = forms_fixture_get_field (fixture->form, "kind");
  atlas_draft_set_list (fixture->draft, "inferred", none);
  for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
    atlas_draft_set_text (fixture->draft, "note", (AtlasLanguage) language, NULL);
  toggle = forms_fixture_get_control (fixture->form, "kind", "GtkToggleButton");
  gtk_toggle_button_set_active (toggle, TRUE);
  g_assert_true (g_strv_contains (atlas_draft_get_list (fixture->draft, "inferred"), "kind"));
  g_assert_cmpstr (atlas_field_get_message (kind), ==, "Say in the note why this is inferred");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (kind), "warning"));
  g_assert_true (atlas_record_is_inferred (atlas_record_form_get_record (fixture->form), "kind"));
  forms_fixture_write (fixture->form, "note", "据名称推断");
  g_assert_cmpstr (atlas_field_get_message (kind), ==, "");
  gtk_toggle_button_set_active (toggle, FALSE);
  g_assert_null (atlas_draft_get_list (fixture->draft, "inferred")[0]);
  toggle = forms_fixture_get_control (fixture->form, "cites", "GtkToggleButton");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (toggle)));
}

static void
click (gpointer button)
{
  g_signal_emit_by_name (button, "clicked");
}

static void
test_citations (Fixture *fixture, gconstpointer data)
{
  GPtrArray *citations;
  AtlasField *field;
  GtkMenuButton *add;
  GtkWidget *chooser;
  const AtlasCitation *citation;

  open_road (fixture);
  field = forms_fixture_get_field (fixture->form, "cites");
  citations = atlas_draft_get_citations (fixture->draft);
  while (citations->len > 0)
    click (atlas_test_find (field, atlas_test_is_type, "GtkButton"));
  g_assert_nonnull (atlas_test_find (field, atlas_test_is_label, "No source yet"));
  g_assert_cmpstr (atlas_field_get_message (field), ==, "No source states this yet");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (field), "warning"));
  g_assert_nonnull (atlas_record_form_get_record (fixture->form));

  add = forms_fixture_get_control (fixture->form, "cites", "GtkMenuButton");
  gtk_menu_button_popup (add);
  chooser = GTK_WIDGET (gtk_menu_button_get_popover (add));
  g_signal_emit_by_name (chooser, "chosen", "jl-2021-17", "1", 2);
  g_assert_cmpuint (citations->len, ==, 1);
  citation = citations->pdata[0];
  g_assert_cmpstr (citation->section, ==, "1");
  g_assert_cmpuint (citation->paragraph, ==, 2);
  g_assert_cmpstr (atlas_field_get_message (field), ==, "");
  /* The same paragraph is cited once. */
  g_signal_emit_by_name (chooser, "chosen", "jl-2021-17", "1", 2);
  g_assert_cmpuint (citations->len, ==, 1);
  gtk_popover_popdown (GTK_POPOVER (chooser));
}

static gboolean
is_refusal (GtkWidget *widget, const char *words)
{
  return GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "error") &&
         gtk_widget_get_visible (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0';
}

/* Reads the sections of a source from a text with @words; returns what the field refuses, or
 * NULL. */
static char *
read_sections (Fixture *fixture, const char *words)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("atlas-XXXXXX.txt", &stream, NULL);
  AtlasField *field = forms_fixture_get_field (fixture->form, "sections");
  const guint n_changes = fixture->n_changes;
  GtkWidget *refusal;

  g_assert_nonnull (file);
  g_assert_true (g_file_replace_contents (file, words, strlen (words), NULL, FALSE,
                                          G_FILE_CREATE_NONE, NULL, NULL, NULL));
  atlas_sections_field_read (ATLAS_SECTIONS_FIELD (field), file);
  await (fixture->n_changes > n_changes || atlas_test_find (field, is_refusal, NULL) != NULL);
  g_assert_true (g_file_delete (file, NULL, NULL));
  refusal = atlas_test_find (field, is_refusal, NULL);
  return refusal != NULL ? g_strdup (gtk_label_get_text (GTK_LABEL (refusal))) : NULL;
}

/* The sections of a new source come from its text. A text that cannot be used changes nothing, and
 * no record loses the paragraph that it cites. */
static void
test_sections (Fixture *fixture, gconstpointer data)
{
  AtlasSource *source;
  g_autofree char *reason = NULL;

  open_draft (fixture, atlas_draft_new (ATLAS_RECORD_KIND_SOURCE, "letter"));
  forms_fixture_write (fixture->form, "name", "信");
  forms_fixture_write (fixture->form, "title", "关于天气的信");
  reason = read_sections (fixture, "早上下雨。\n");
  g_assert_nonnull (strstr (reason, "no numbered headings"));
  g_assert_null (read_sections (fixture, "一、天\n早上下雨。\n下午放晴。\n二、地\n湿。\n"));
  source = ATLAS_SOURCE (atlas_record_form_get_record (fixture->form));
  g_assert_nonnull (source);
  g_assert_cmpuint (atlas_source_get_n_sections (source), ==, 2);
  g_assert_true (atlas_source_has_paragraph (source, "1", 2));
  g_assert_nonnull (atlas_test_find (forms_fixture_get_field (fixture->form, "sections"),
                                     atlas_test_is_label, "2 sections"));

  open_record (fixture, atlas_dataset_lookup (fixture->dataset, "jl-2021-17"));
  g_clear_pointer (&reason, g_free);
  reason = read_sections (fixture, "一、天\n早上下雨。\n");
  g_assert_true (g_str_has_suffix (reason, " cite a paragraph that this text does not have."));
  source = ATLAS_SOURCE (atlas_record_form_get_record (fixture->form));
  g_assert_cmpuint (atlas_source_get_n_sections (source), >, 2);
}

static const AtlasLog *
get_progress (Fixture *fixture)
{
  return atlas_draft_get_log (fixture->draft, "progress");
}

static const AtlasLogEntry *
get_entry (Fixture *fixture, guint position)
{
  const AtlasLog *log = get_progress (fixture);

  g_assert_nonnull (log);
  g_assert_cmpuint (position, <, log->len);
  return log->pdata[position];
}

static gboolean
is_add_button (GtkWidget *widget, const char *words)
{
  return GTK_IS_BUTTON (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), words) == 0;
}

/* Returns the view of a new entry, which is the last one. */
static GtkWidget *
add_entry (Fixture *fixture, const char *date)
{
  AtlasField *field = forms_fixture_get_field (fixture->form, "progress");
  GtkWidget *view;

  click (atlas_test_find (field, is_add_button, "Add _Entry"));
  view = atlas_test_find_type (field, "AtlasLogEntryView");
  while (gtk_widget_get_next_sibling (view) != NULL)
    view = gtk_widget_get_next_sibling (view);
  forms_fixture_type (view, "date", date);
  return view;
}

/* Entries are kept in the order of their dates, and each part is read back. */
static void
test_log (Fixture *fixture, gconstpointer data)
{
  GtkWidget *second, *first;
  const AtlasLogEntry *entry;
  AtlasField *field;

  open_road (fixture);
  atlas_test_settle ();
  field = forms_fixture_get_field (fixture->form, "progress");
  second = add_entry (fixture, "2022-03");
  first = add_entry (fixture, "2021年9月");
  g_assert_cmpuint (get_progress (fixture)->len, ==, 2);
  g_assert_cmpuint (get_entry (fixture, 0)->date.year, ==, 2021);
  g_assert_nonnull (atlas_record_form_get_record (fixture->form));

  gtk_drop_down_set_selected (forms_fixture_get_control (first, "stage", "GtkDropDown"),
                              ATLAS_PROJECT_STAGE_STARTED);
  forms_fixture_write (first, "note", "开工");
  entry = get_entry (fixture, 0);
  g_assert_cmpint (entry->stage, ==, ATLAS_PROJECT_STAGE_STARTED);
  g_assert_cmpstr (atlas_text_get (entry->note, ATLAS_LANGUAGE_ZH), ==, "开工");

  /* A folded entry goes to its place. */
  g_assert_true (gtk_widget_get_next_sibling (second) == first);
  atlas_log_entry_view_set_expanded (ATLAS_LOG_ENTRY_VIEW (first), FALSE);
  g_assert_true (gtk_widget_get_next_sibling (first) == second);

  forms_fixture_type (second, "date", "2022-13");
  assert_refused (fixture, "progress", "An entry is not valid");
  g_assert_cmpstr (atlas_field_get_message (forms_fixture_get_field (second, "date")), ==,
                   "The calendar has no such month or day");
  forms_fixture_type (second, "date", "");
  g_assert_cmpstr (atlas_field_get_message (forms_fixture_get_field (second, "date")), ==,
                   "A value is needed here");
  g_signal_emit_by_name (second, "removed");
  g_assert_cmpuint (get_progress (fixture)->len, ==, 1);
  g_assert_cmpstr (atlas_field_get_message (field), ==, "");
  g_assert_nonnull (atlas_record_form_get_record (fixture->form));
}

/* After another dataset is set, the draft is checked against it, and keeps what was entered. */
static void
test_dataset (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasDraft) draft = NULL;
  g_autoptr (AtlasDataset) derived = NULL;
  g_autoptr (GPtrArray) put = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasRecord) other = NULL;

  draft = atlas_draft_new (ATLAS_RECORD_KIND_ORGANIZATION, "new");
  atlas_draft_set_text (draft, "name", ATLAS_LANGUAGE_ZH, "新");
  atlas_draft_set_value (draft, "kind", "company");
  other = atlas_draft_check (draft, fixture->dataset, NULL);
  g_assert_nonnull (other);
  g_ptr_array_add (put, other);
  derived = atlas_dataset_derive (fixture->dataset, put, NULL, &error);
  g_assert_no_error (error);

  open_draft (fixture, g_steal_pointer (&draft));
  g_assert_nonnull (atlas_record_form_get_record (fixture->form));
  atlas_record_form_set_dataset (fixture->form, derived);
  assert_refused (fixture, "id", "Another record has this id");
  atlas_record_form_set_dataset (fixture->form, fixture->dataset);
  g_assert_nonnull (atlas_record_form_get_record (fixture->form));
}

static gboolean
is_control (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, ATLAS_TYPE_FIELD) != NULL &&
         (GTK_IS_ENTRY (widget) || GTK_IS_TEXT_VIEW (widget) || GTK_IS_DROP_DOWN (widget) ||
          GTK_IS_SWITCH (widget) || ATLAS_IS_FIELD (widget));
}

static gboolean
lacks_name (GtkWidget *widget, const char *words)
{
  return is_control (widget) &&
         !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* Each form fits into 360 pixels, and each of its controls has an accessible name. */
static void
test_size_and_names (Fixture *fixture, gconstpointer data)
{
  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      int minimum;
      GtkWidget *nameless;

      open_first (fixture, (AtlasRecordKind) kind);
      gtk_widget_measure (GTK_WIDGET (fixture->form), GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                          NULL, NULL, NULL);
      g_test_message ("Kind %u: %d", kind, minimum);
      g_assert_cmpint (minimum, <=, 360);
      nameless = atlas_test_find (fixture->form, lacks_name, NULL);
      g_assert_cmpstr (nameless != NULL ? G_OBJECT_TYPE_NAME (nameless) : NULL, ==, NULL);
    }
}

/* A change, which checks the whole draft, takes less than a frame. The shortest of many is the one
 * that no other program has interrupted. */
static void
test_speed (Fixture *fixture, gconstpointer data)
{
  gint64 shortest = G_MAXINT64;

  open_road (fixture);
  for (guint i = 0; i < 50; i++)
    {
      const gint64 begin = g_get_monotonic_time ();

      forms_fixture_type (fixture->form, "expected", i % 2 == 0 ? "2021-11" : "2021-12");
      shortest = MIN (shortest, g_get_monotonic_time () - begin);
    }
  g_test_message ("%" G_GINT64_FORMAT " µs for two changes", shortest);
  g_assert_cmpint (shortest, <, 16000);
}

static void
test_focus (Fixture *fixture, gconstpointer data)
{
  open_road (fixture);
  g_assert_true (atlas_record_form_focus_member (fixture->form, "expected"));
  g_assert_nonnull (gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                             GTK_TYPE_ENTRY));
  g_assert_true (atlas_record_form_focus_member (fixture->form, "pinyin"));
  g_assert_false (atlas_record_form_focus_member (fixture->form, "inferred"));
}

int
main (int argc, char *argv[])
{
#define ADD(name) g_test_add ("/record-form/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  atlas_test_display_init (&argc, &argv);
  ADD (unchanged);
  ADD (values);
  ADD (amount);
  ADD (words);
  ADD (texts);
  ADD (refusals);
  ADD (new);
  ADD (id);
  ADD (inferred);
  ADD (citations);
  ADD (sections);
  ADD (log);
  ADD (dataset);
  ADD (size_and_names);
  ADD (focus);
  ADD (speed);
#undef ADD
  return atlas_test_run ();
}
