/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-dataset.h"

#include "atlas-commitment.h"
#include "atlas-enum-types.h"
#include "atlas-event.h"
#include "atlas-figure.h"
#include "atlas-industry.h"
#include "atlas-organization.h"
#include "atlas-partnership.h"
#include "atlas-place.h"
#include "atlas-plan.h"
#include "atlas-project.h"
#include "atlas-route.h"
#include "atlas-source.h"

static GType
get_type_of_kind (guint kind)
{
  GType (*const get_type[]) (void) = {
    [ATLAS_RECORD_KIND_SOURCE] = atlas_source_get_type,
    [ATLAS_RECORD_KIND_PLACE] = atlas_place_get_type,
    [ATLAS_RECORD_KIND_INDUSTRY] = atlas_industry_get_type,
    [ATLAS_RECORD_KIND_ORGANIZATION] = atlas_organization_get_type,
    [ATLAS_RECORD_KIND_PLAN] = atlas_plan_get_type,
    [ATLAS_RECORD_KIND_PARTNERSHIP] = atlas_partnership_get_type,
    [ATLAS_RECORD_KIND_ROUTE] = atlas_route_get_type,
    [ATLAS_RECORD_KIND_EVENT] = atlas_event_get_type,
    [ATLAS_RECORD_KIND_FIGURE] = atlas_figure_get_type,
    [ATLAS_RECORD_KIND_PROJECT] = atlas_project_get_type,
    [ATLAS_RECORD_KIND_COMMITMENT] = atlas_commitment_get_type,
  };

  return get_type[kind]();
}

static void
test_new_destroy (void)
{
  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      AtlasRecord *record = g_object_new (get_type_of_kind (kind), "id", "some-id", NULL);

      g_assert_cmpint (atlas_record_get_kind (record), ==, kind);
      g_assert_cmpstr (atlas_record_get_id (record), ==, "some-id");
      g_assert_finalize_object (record);
    }
}

/* Each writable property of each kind returns its default value. */
static void
test_properties (void)
{
  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      g_autoptr (AtlasRecord) record = g_object_new (get_type_of_kind (kind), NULL);
      g_autofree GParamSpec **properties = NULL;
      guint n_properties;

      properties = g_object_class_list_properties (G_OBJECT_GET_CLASS (record), &n_properties);
      for (guint i = 0; i < n_properties; i++)
        {
          g_auto (GValue) value = G_VALUE_INIT;

          g_value_init (&value, properties[i]->value_type);
          g_object_get_property (G_OBJECT (record), properties[i]->name, &value);
          g_assert_true (g_param_value_defaults (properties[i], &value));
        }
    }
}

static void
test_shared_members (void)
{
  const char *const inferred[] = { "date", NULL };
  AtlasDate date = { 2020, 8, 0 };
  g_autoptr (AtlasText) name = atlas_text_new ("长春市", "Changchun", NULL);
  g_autoptr (AtlasText) note = atlas_text_new (NULL, "Why", NULL);
  g_autoptr (AtlasRecord) record =
    g_object_new (ATLAS_TYPE_EVENT, "id", "x", "name", name, "note", note, "pinyin",
                  "chang chun shi", "date", &date, "inferred", inferred, NULL);

  g_assert_cmpstr (atlas_record_get_name (record, ATLAS_LANGUAGE_EN), ==, "Changchun");
  g_assert_true (atlas_record_get_name_text (record) == name);
  g_assert_cmpstr (atlas_record_get_summary (record, ATLAS_LANGUAGE_EN), ==, "");
  g_assert_cmpstr (atlas_record_get_note (record, ATLAS_LANGUAGE_ZH), ==, "Why");
  g_assert_cmpstr (atlas_record_get_pinyin (record), ==, "chang chun shi");
  g_assert_cmpint (atlas_date_compare (atlas_record_get_date (record), &date), ==, 0);
  g_assert_true (atlas_record_is_inferred (record, "date"));
  g_assert_false (atlas_record_is_inferred (record, "kind"));
}

static char *
join (AtlasRecords records)
{
  g_autoptr (GPtrArray) array = g_ptr_array_new ();

  for (guint i = 0; i < records.len; i++)
    g_ptr_array_add (array, atlas_records_get (&records, i));
  return atlas_test_dataset_join (array);
}

static void
test_references (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  AtlasRecord *changping = atlas_test_dataset_get (dataset, "changping");
  AtlasRecord *siping = atlas_test_dataset_get (dataset, "siping");
  g_autofree char *members = NULL;

  members = join (atlas_dataset_get_references (dataset, changping, ATLAS_ROLE_MEMBERS));
  g_assert_cmpstr (members, ==, "changchun siping");
  g_assert_true (atlas_dataset_get_reference (dataset, changping, ATLAS_ROLE_MEMBERS) ==
                 atlas_test_dataset_get (dataset, "changchun"));
  g_assert_true (atlas_record_refers_to (changping, ATLAS_ROLE_MEMBERS, siping));
  g_assert_false (atlas_record_refers_to (changping, ATLAS_ROLE_ABOUT, siping));
  g_assert_cmpuint (atlas_dataset_get_references (dataset, changping, ATLAS_ROLE_ABOUT).len, ==, 0);
  g_assert_cmpstr (atlas_record_get_reference_ids (changping, ATLAS_ROLE_MEMBERS)[1], ==, "siping");
  g_assert_null (atlas_record_get_reference_ids (changping, ATLAS_ROLE_MEMBERS)[2]);
  g_assert_null (atlas_record_get_reference_ids (changping, ATLAS_ROLE_ABOUT));
  g_assert_null (atlas_dataset_get_reference (dataset, changping, ATLAS_ROLE_ABOUT));
}

static void
test_referrers (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autofree char *of_plan = NULL;
  g_autofree char *of_changping = NULL;

  of_plan = join (atlas_dataset_get_referrers (dataset, atlas_test_dataset_get (dataset, "plan")));
  of_changping =
    join (atlas_dataset_get_referrers (dataset, atlas_test_dataset_get (dataset, "changping")));
  g_assert_cmpstr (of_plan, ==, "changping next");
  g_assert_cmpstr (of_changping, ==, "signed total");
  g_assert_cmpuint (
    atlas_dataset_get_referrers (dataset, atlas_test_dataset_get (dataset, "next")).len, ==, 0);
}

/* A record that refers to another in two roles is listed once as referrer. */
static void
test_referrers_once (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_dataset_new ();
  g_autoptr (AtlasRecord) place = g_object_new (ATLAS_TYPE_PLACE, "id", "place", NULL);
  g_autoptr (AtlasRecord) event = g_object_new (ATLAS_TYPE_EVENT, "id", "event", NULL);

  g_assert_true (atlas_dataset_add (dataset, place));
  g_assert_true (atlas_dataset_add (dataset, event));
  atlas_record_add_reference (event, ATLAS_ROLE_PLACES, place);
  atlas_record_add_reference (event, ATLAS_ROLE_ACTORS, place);
  atlas_dataset_complete (dataset);

  g_assert_cmpuint (atlas_dataset_get_referrers (dataset, place).len, ==, 1);
}

static void
test_citations (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  AtlasRecord *total = atlas_test_dataset_get (dataset, "total");
  const AtlasCitation *citation;
  g_autofree char *mark = NULL;

  g_assert_cmpuint (atlas_record_get_n_citations (total), ==, 1);
  g_assert_cmpuint (atlas_record_get_n_citations (atlas_test_dataset_get (dataset, "road")), ==, 0);
  citation = atlas_record_get_citation (total, 0);
  g_assert_cmpstr (citation->source, ==, "reply");
  g_assert_true (atlas_dataset_get_source (dataset, citation) ==
                 atlas_test_dataset_get (dataset, "reply"));
  g_assert_true (atlas_record_cites (total, "reply"));
  g_assert_false (atlas_record_cites (total, "total"));
  mark = atlas_citation_to_string (citation);
  g_assert_cmpstr (mark, ==, "3.2 ¶2");
}

static void
test_refuses (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasRecord) record = g_object_new (ATLAS_TYPE_EVENT, "id", "x", NULL);
  AtlasRecord *plan = atlas_test_dataset_get (dataset, "plan");

  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*index*failed");
  g_assert_null (atlas_record_get_citation (record, 0));
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*ATLAS_N_ROLES*failed");
  g_assert_cmpuint (atlas_dataset_get_references (dataset, record, ATLAS_N_ROLES).len, ==, 0);
  /* A record in a complete dataset cannot be changed. */
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*is_sealed*failed");
  atlas_record_add_reference (plan, ATLAS_ROLE_ISSUER, plan);
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*is_sealed*failed");
  atlas_record_add_citation (plan, atlas_test_dataset_get (dataset, "reply"), "3.2", 1);
  g_test_assert_expected_messages ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/records/record/new-destroy", test_new_destroy);
  g_test_add_func ("/records/record/properties", test_properties);
  g_test_add_func ("/records/record/shared-members", test_shared_members);
  g_test_add_func ("/records/record/references", test_references);
  g_test_add_func ("/records/record/referrers", test_referrers);
  g_test_add_func ("/records/record/referrers-once", test_referrers_once);
  g_test_add_func ("/records/record/citations", test_citations);
  g_test_add_func ("/records/record/refuses", test_refuses);

  return g_test_run ();
}
