/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-reading.h"

#include "atlas-citation.h"
#include "atlas-draft.h"
#include "atlas-figure.h"
#include "atlas-project.h"
#include "atlas-schema.h"
#include "atlas-writer.h"

static AtlasDataset *
read_jilin (void)
{
  g_autoptr (GBytes) bytes = atlas_test_load ("data/jilin.json");
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset =
    atlas_reader_read_bytes ("jilin.json", bytes, ATLAS_READER_STRICT, NULL, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

static AtlasDataset *
put (AtlasDataset *dataset, AtlasRecord *record)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  AtlasDataset *derived;

  g_ptr_array_add (records, record);
  derived = atlas_dataset_derive (dataset, records, NULL, &error);
  g_assert_no_error (error);
  return derived;
}

static const AtlasDraftFault *
find_fault (GPtrArray *faults, const char *member)
{
  g_assert (faults != NULL);
  for (guint i = 0; i < faults->len; i++)
    if (g_str_equal (((AtlasDraftFault *) faults->pdata[i])->member, member))
      return faults->pdata[i];
  return NULL;
}

static void
assert_refused (AtlasDraft *draft, AtlasDataset *dataset, const char *member, const char *message)
{
  g_autoptr (GPtrArray) faults = NULL;
  const AtlasDraftFault *fault;

  g_assert_null (atlas_draft_check (draft, dataset, &faults));
  fault = find_fault (faults, member);
  g_assert (fault != NULL);
  g_assert_cmpint (fault->severity, ==, ATLAS_FAULT_SEVERITY_ERROR);
  g_assert_cmpstr (fault->message, ==, message);
}

/* A draft of each record of the dataset, put back unchanged, gives an equal dataset. */
static void
test_unchanged (void)
{
  g_autoptr (AtlasDataset) base = read_jilin ();
  g_autoptr (AtlasDataset) derived = g_object_ref (base);

  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      GListModel *records = atlas_dataset_get_records (base, (AtlasRecordKind) kind);

      for (guint i = 0; i < g_list_model_get_n_items (records); i++)
        {
          g_autoptr (AtlasRecord) record = g_list_model_get_item (records, i);
          g_autoptr (AtlasDraft) draft = atlas_draft_new_from_record (record);
          g_autoptr (GPtrArray) faults = NULL;
          g_autoptr (AtlasRecord) copy = atlas_draft_check (draft, derived, &faults);
          AtlasDataset *next;

          g_assert_nonnull (copy);
          g_assert_true (copy != record);
          next = put (derived, copy);
          g_object_unref (derived);
          derived = next;
        }
    }
  atlas_test_assert_equal (base, derived);
}

/* Every kind of value is refused beside its member, with the words of the reader. */
static void
test_refusals (void)
{
  g_autoptr (AtlasDataset) dataset = read_jilin ();
  AtlasRecord *road = atlas_dataset_lookup (dataset, "prj-changyi-road");
  const char *const none[] = { NULL };
  const char *const unknown[] = { "atlantis", NULL };
  const char *const wrong[] = { "jl-2021-17", NULL };
  g_autoptr (AtlasDraft) draft = atlas_draft_new_from_record (road);

  atlas_draft_set_value (draft, "expected", "2021-13");
  assert_refused (draft, dataset, "expected",
                  "“2021-13” is no date of the form “2016”, “2016-02” or “2016-02-29”");
  atlas_draft_set_value (draft, "expected", "2021-10");
  atlas_draft_set_value (draft, "length_km", "long");
  assert_refused (draft, dataset, "length_km", "This is no number");
  atlas_draft_set_value (draft, "length_km", "1.23456");
  assert_refused (draft, dataset, "length_km",
                  "The number has more than four decimal places, or is beyond ±10¹¹");
  atlas_draft_set_value (draft, "length_km", NULL);
  atlas_draft_set_value (draft, "kind", NULL);
  assert_refused (draft, dataset, "kind", "A value is needed here");
  atlas_draft_set_value (draft, "kind", "road");
  atlas_draft_set_list (draft, "places", unknown);
  assert_refused (draft, dataset, "places", "No record has the id “atlantis”");
  atlas_draft_set_list (draft, "places", wrong);
  assert_refused (draft, dataset, "places",
                  "“jl-2021-17” is one of the “sources”, which cannot stand here");
  atlas_draft_set_list (draft, "places", none);
  for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
    atlas_draft_set_text (draft, "name", (AtlasLanguage) language, "");
  assert_refused (draft, dataset, "name", "A value is needed here");
  atlas_draft_set_text (draft, "name", ATLAS_LANGUAGE_ZH, "\u200b");
  assert_refused (draft, dataset, "name", "The text has no visible character");
  atlas_draft_set_text (draft, "name", ATLAS_LANGUAGE_ZH, "路");
  g_ptr_array_add (atlas_draft_get_citations (draft), atlas_citation_new ("jl-2021-17", "9", 1));
  assert_refused (draft, dataset, "cites", "The source has no paragraph 1 in a section “9”");
}

/* An entry of a log is refused with its path. */
static void
test_log (void)
{
  g_autoptr (AtlasDataset) dataset = read_jilin ();
  g_autoptr (AtlasDraft) draft = atlas_draft_new (ATLAS_RECORD_KIND_PROJECT, "new");
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GPtrArray) log = atlas_log_new ();
  AtlasLogEntry *entry = atlas_log_entry_new (&(AtlasDate) { .year = 2022, .month = 3 });
  const AtlasDraftFault *fault;
  g_autoptr (AtlasRecord) record = NULL;

  atlas_draft_set_text (draft, "name", ATLAS_LANGUAGE_ZH, "新");
  atlas_draft_set_value (draft, "kind", "road");
  entry->figure = g_strdup ("atlantis");
  g_ptr_array_add (log, entry);
  atlas_draft_set_log (draft, "progress", log);
  g_assert_null (atlas_draft_check (draft, dataset, &faults));
  fault = find_fault (faults, "progress");
  g_assert (fault != NULL);
  g_assert_cmpstr (fault->path, ==, "[0].figure");
  g_assert_cmpstr (fault->message, ==, "No record has the id “atlantis”");
  g_clear_pointer (&entry->figure, g_free);
  record = atlas_draft_check (draft, dataset, NULL);
  g_assert_nonnull (record);
  g_assert_cmpuint (atlas_project_get_progress (ATLAS_PROJECT (record))->len, ==, 1);
}

/* A new record without a source has a warning; a figure, an error. */
static void
test_new (void)
{
  g_autoptr (AtlasDataset) dataset = read_jilin ();
  g_autofree char *id = atlas_draft_suggest_id (dataset, ATLAS_RECORD_KIND_PROJECT, "Xin Lu 2!");
  g_autofree char *second = NULL;
  g_autofree char *nameless = atlas_draft_suggest_id (dataset, ATLAS_RECORD_KIND_PROJECT, "…");
  g_autoptr (AtlasDraft) draft = atlas_draft_new (ATLAS_RECORD_KIND_PROJECT, id);
  g_autoptr (AtlasDraft) figure = atlas_draft_new (ATLAS_RECORD_KIND_FIGURE, "fig-new");
  const AtlasDraftFault *cites;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (AtlasRecord) record = NULL;
  g_autoptr (AtlasDataset) derived = NULL;

  g_assert_cmpstr (id, ==, "xin-lu-2");
  g_assert_cmpstr (nameless, ==, "project");
  atlas_draft_set_text (draft, "name", ATLAS_LANGUAGE_ZH, "新路");
  atlas_draft_set_value (draft, "kind", "road");
  record = atlas_draft_check (draft, dataset, &faults);
  g_assert_nonnull (record);
  g_assert (faults != NULL);
  g_assert_cmpuint (faults->len, ==, 1);
  cites = find_fault (faults, "cites");
  g_assert (cites != NULL);
  g_assert_cmpstr (cites->message, ==, "No source states this yet");
  derived = put (dataset, record);
  second = atlas_draft_suggest_id (derived, ATLAS_RECORD_KIND_PROJECT, "Xin Lu 2!");
  g_assert_cmpstr (second, ==, "xin-lu-2-2");
  assert_refused (draft, derived, "id", "Another record has this id");

  atlas_draft_set_text (figure, "name", ATLAS_LANGUAGE_ZH, "数");
  atlas_draft_set_value (figure, "value", "653.33");
  atlas_draft_set_value (figure, "unit", "cny-100m");
  g_clear_object (&record);
  record = atlas_draft_check (figure, dataset, NULL);
  g_assert_nonnull (record);
  g_assert_true (atlas_record_lacks_source (record));
  g_ptr_array_add (atlas_draft_get_citations (figure), atlas_citation_new ("jl-2021-17", "1", 1));
  g_clear_object (&record);
  record = atlas_draft_check (figure, dataset, NULL);
  g_assert_nonnull (record);
  g_assert_false (atlas_record_lacks_source (record));
}

/* A chain of parts that would end at its beginning is refused. */
static void
test_circle (void)
{
  g_autoptr (AtlasDataset) dataset = read_jilin ();
  GListModel *figures = atlas_dataset_get_records (dataset, ATLAS_RECORD_KIND_FIGURE);

  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr (AtlasRecord) part = g_list_model_get_item (figures, i);
      AtlasRecord *whole = atlas_dataset_get_reference (dataset, part, ATLAS_ROLE_PART_OF);
      g_autoptr (AtlasDraft) draft = NULL;
      const char *const ids[] = { atlas_record_get_id (part), NULL };

      if (whole == NULL)
        continue;
      draft = atlas_draft_new_from_record (whole);
      atlas_draft_set_list (draft, "part_of", ids);
      g_assert_null (atlas_draft_check (draft, dataset, NULL));
      return;
    }
  g_assert_not_reached ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/draft/unchanged", test_unchanged);
  g_test_add_func ("/files/draft/refusals", test_refusals);
  g_test_add_func ("/files/draft/log", test_log);
  g_test_add_func ("/files/draft/new", test_new);
  g_test_add_func ("/files/draft/circle", test_circle);

  return g_test_run ();
}
