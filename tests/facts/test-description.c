/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-description.h"

#include "atlas-facts.h"
#include "atlas-test-dataset.h"

static void
test_facts (void)
{
  const struct
  {
    const char *first, *second, *third, *expected;
  } cases[] = {
    { "a", "b", "c", "a · b · c" },
    { "", "b", "", "b" },
    { "", "", "", "" },
    { "a", "", "c", "a · c" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words =
        atlas_join_facts (cases[i].first, cases[i].second, cases[i].third, NULL);

      g_assert_cmpstr (words, ==, cases[i].expected);
    }
}

/* The words of one amount and of a sum, of which one, all or no figures have a source. */
static void
test_no_source (void)
{
  const AtlasDecimal amount = 12 * ATLAS_DECIMAL_ONE;
  g_autoptr (AtlasRecord) source = g_object_new (ATLAS_TYPE_SOURCE, "id", "s", NULL);
  AtlasFigure *figure =
    g_object_new (ATLAS_TYPE_FIGURE, "id", "f", "value", &amount, "unit", ATLAS_UNIT_CNY_100M,
                  "status", ATLAS_FIGURE_STATUS_PLANNED, NULL);
  g_autoptr (AtlasRecord) owner = ATLAS_RECORD (figure);
  g_autofree char *bare = atlas_describe_amount (figure, ATLAS_LANGUAGE_EN);
  g_autofree char *standing = atlas_describe_standing (figure, ATLAS_LANGUAGE_EN);
  g_autofree char *all = atlas_describe_sum (amount, ATLAS_UNIT_CNY_100M, 2, 2, ATLAS_LANGUAGE_EN);
  g_autofree char *some = atlas_describe_sum (amount, ATLAS_UNIT_CNY_100M, 2, 1, ATLAS_LANGUAGE_EN);
  g_autofree char *none = atlas_describe_sum (amount, ATLAS_UNIT_CNY_100M, 2, 0, ATLAS_LANGUAGE_EN);
  g_autofree char *cited = NULL;

  g_assert_cmpstr (bare, ==, "CNY 1.2 billion (no source yet)");
  g_assert_cmpstr (standing, ==, "Planned · undated (no source yet)");
  g_assert_cmpstr (all, ==, "CNY 1.2 billion (no source yet)");
  g_assert_cmpstr (some, ==, "CNY 1.2 billion (partly no source yet)");
  g_assert_cmpstr (none, ==, "CNY 1.2 billion");
  atlas_record_add_citation (owner, source, "1", 1);
  cited = atlas_describe_amount (figure, ATLAS_LANGUAGE_EN);
  g_assert_cmpstr (cited, ==, "CNY 1.2 billion");
}

static void
test_names (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  const struct
  {
    guint n_names;
    const char *expected;
  } cases[] = {
    { 0, "" },
    { 1, "Jilin" },
    { 3, "Jilin, Jilin, Jilin" },
    { 13,
      "Jilin, Jilin, Jilin, Jilin, Jilin, Jilin, Jilin, Jilin, Jilin, Jilin, Jilin, Jilin, Jilin" },
    { 14, "Jilin, Jilin, Jilin, Jilin, Jilin, Jilin, Jilin, Jilin, Jilin, Jilin, Jilin, Jilin"
          " and 2 more" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) records = g_ptr_array_new ();
      g_autofree char *names = NULL;

      for (guint j = 0; j < cases[i].n_names; j++)
        g_ptr_array_add (records, atlas_test_dataset_get (dataset, "jilin"));
      names = atlas_join_names (records, ATLAS_MAX_NAMES, ATLAS_LANGUAGE_EN);
      g_assert_cmpstr (names, ==, cases[i].expected);
    }
}

static void
test_scopes (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  const struct
  {
    const char *id, *expected;
  } cases[] = {
    { NULL, "Whole province" },
    { "siping", "City or prefecture · Jilin" },
    { "zone-auto", "Development zone · Changchun" },
    { "jilin", "Province" },
    { "changping", "Integration · Changchun – Siping · 111 km in a straight line" },
    { "bus", "Bus route · Liaoyuan – Siping · 71 km in a straight line" },
    { "parts", "Industry · Automotive" },
    { "signed", "Signing · Changchun, Siping · August 2020" },
    { "carmaker", "Company · Changchun" },
    { "road", "Road · Changchun, Siping" },
    { "plan", "Plan · Drawn up" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasRecord *subject =
        cases[i].id != NULL ? atlas_test_dataset_get (dataset, cases[i].id) : NULL;
      g_autoptr (AtlasScope) scope = atlas_scope_new (dataset, subject);
      const AtlasFacts facts = { scope, NULL, ATLAS_LANGUAGE_EN, ATLAS_SHOWN_PART_ALL };
      g_autofree char *line = atlas_facts_describe_scope (&facts);
      g_autofree char *expected = g_strdup_printf ("%s · as of 30 May 2021", cases[i].expected);

      g_assert_cmpstr (line, ==, expected);
    }
}

/* The detail below a name and the number beside it are in the given language. */
static void
test_details (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  const struct
  {
    const char *id, *detail, *value;
  } cases[] = {
    { "siping", "City or prefecture", "" },
    { "bus-liaoyuan-siping",
      "Runs daily between two rebuilt stations and makes travel far easier; a plan for its "
      "conversion is to be drawn up.",
      "37 trips a day" },
    { "plan-changping", "Drawn up · Changchun, Siping", "" },
    { "prj-changyi-road", "Under construction · expected October 2021 · invested so far",
      "CNY 2.34 billion" },
    { "fig-growth-siping", "Completed · undated", "+72.7%" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasRecord *record = atlas_test_dataset_get (dataset, cases[i].id);
      g_autofree char *detail = atlas_describe_detail (record, dataset, NULL, ATLAS_LANGUAGE_EN);
      g_autofree char *value = atlas_describe_value (record, dataset, NULL, ATLAS_LANGUAGE_EN);

      g_assert_cmpstr (detail, ==, cases[i].detail);
      g_assert_cmpstr (value, ==, cases[i].value);
    }
}

/* A value that the source does not state has no label, and the code "unknown". */
static void
test_status (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  const struct
  {
    const char *id, *status, *code;
  } cases[] = {
    { "plan", "Drawn up", "drafted" },  { "changping", "", "unknown" }, { "bus", "", "unknown" },
    { "total", "As counted", "stock" }, { "siping", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasRecord *record = atlas_test_dataset_get (dataset, cases[i].id);

      g_assert_cmpstr (atlas_describe_status (record, ATLAS_LANGUAGE_EN), ==, cases[i].status);
      g_assert_cmpstr (atlas_describe_status_code (record), ==, cases[i].code);
    }
}

static void
test_menu (void)
{
  g_autoptr (AtlasText) name = atlas_text_new ("a_b__c", NULL, NULL);
  g_autoptr (AtlasRecord) place = g_object_new (ATLAS_TYPE_PLACE, "id", "x", "name", name, NULL);
  g_autofree char *label = atlas_describe_menu_label (place, ATLAS_LANGUAGE_EN);

  g_assert_cmpstr (label, ==, "a__b____c");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/description/facts", test_facts);
  g_test_add_func ("/description/no-source", test_no_source);
  g_test_add_func ("/description/names", test_names);
  g_test_add_func ("/description/menu", test_menu);
  g_test_add_func ("/description/scopes", test_scopes);
  g_test_add_func ("/description/details", test_details);
  g_test_add_func ("/description/status", test_status);
  return g_test_run ();
}
