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
#include "atlas-reader.h"
#include "atlas-route.h"
#include "atlas-source.h"

/*
 * Three cities, two zones of one of them, and links between them: enough of each kind of record to
 * test which records belong to a scope.
 */

/* Records take their own references; the pool drops the first ones. */
static AtlasText *
text (GPtrArray *pool, const char *zh, const char *en, const char *ko)
{
  AtlasText *words = atlas_text_new (zh, en, ko);

  g_ptr_array_add (pool, words);
  return words;
}

static void
add (AtlasDataset *dataset, gpointer object)
{
  g_autoptr (AtlasRecord) record = ATLAS_RECORD (object);

  g_assert_true (atlas_dataset_add (dataset, record));
}

static void
refer (AtlasDataset *dataset, const char *id, AtlasRole role, const char *others)
{
  g_auto (GStrv) ids = g_strsplit (others, " ", -1);

  for (gsize i = 0; ids[i] != NULL; i++)
    atlas_record_add_reference (atlas_test_dataset_get (dataset, id), role,
                                atlas_test_dataset_get (dataset, ids[i]));
}

static void
add_places (AtlasDataset *dataset, GPtrArray *pool)
{
  const struct
  {
    const char *id, *zh, *en, *ko, *pinyin, *parent, *code;
    AtlasPlaceKind kind;
    double latitude, longitude;
  } places[] = {
    { "jilin", "吉林省", "Jilin", "지린성", "ji lin sheng", NULL, "220000",
      ATLAS_PLACE_KIND_PROVINCE, 43.7, 126.2 },
    { "changchun", "长春市", "Changchun", "창춘시", "chang chun shi", "jilin", "220100",
      ATLAS_PLACE_KIND_PREFECTURE, 43.88, 125.32 },
    { "siping", "四平市", "Siping", "쓰핑시", "si ping shi", "jilin", "220300",
      ATLAS_PLACE_KIND_PREFECTURE, 43.17, 124.35 },
    { "liaoyuan", "辽源市", "Liaoyuan", "랴오위안시", "liao yuan shi", "jilin", "220400",
      ATLAS_PLACE_KIND_PREFECTURE, 42.9, 125.14 },
    { "zone-auto", "汽开区", "Automobile Zone", "자동차개발구", "qi kai qu", "changchun", NULL,
      ATLAS_PLACE_KIND_ZONE, 43.85, 125.17 },
    { "zone-new-area", "长春新区", "Changchun New Area", "창춘신구", "chang chun xin qu",
      "changchun", NULL, ATLAS_PLACE_KIND_ZONE, 43.96, 125.43 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      add (dataset,
           g_object_new (ATLAS_TYPE_PLACE, "id", places[i].id, "name",
                         text (pool, places[i].zh, places[i].en, places[i].ko), "pinyin",
                         places[i].pinyin, "kind", places[i].kind, "code", places[i].code,
                         "latitude", places[i].latitude, "longitude", places[i].longitude, NULL));
      if (places[i].parent != NULL)
        refer (dataset, places[i].id, ATLAS_ROLE_PARENT, places[i].parent);
    }
}

static void
add_company (AtlasDataset *dataset, GPtrArray *pool)
{
  add (dataset,
       g_object_new (ATLAS_TYPE_INDUSTRY, "id", "parts", "name",
                     text (pool, "汽车零部件", "Car parts", "자동차 부품"), "pinyin",
                     "qi che ling bu jian", "group", ATLAS_INDUSTRY_GROUP_AUTOMOTIVE, NULL));
  add (dataset, g_object_new (ATLAS_TYPE_INDUSTRY, "id", "medicine", "name",
                              text (pool, "医药", "Medicine", "의약"), "pinyin", "yi yao", "group",
                              ATLAS_INDUSTRY_GROUP_MEDICINE, NULL));
  add (dataset,
       g_object_new (ATLAS_TYPE_ORGANIZATION, "id", "carmaker", "name",
                     text (pool, "长春汽车厂", "Changchun Car Works", NULL), "pinyin",
                     "chang chun qi che chang", "kind", ATLAS_ORGANIZATION_KIND_COMPANY, NULL));
  refer (dataset, "carmaker", ATLAS_ROLE_PLACES, "changchun");
  add (dataset,
       g_object_new (ATLAS_TYPE_PLAN, "id", "plan", "name",
                     text (pool, "长平一体化规划", "Changchun–Siping plan", NULL), "pinyin",
                     "chang ping yi ti hua gui hua", "status", ATLAS_PLAN_STATUS_DRAFTED, NULL));
}

static void
add_links (AtlasDataset *dataset, GPtrArray *pool)
{
  const struct
  {
    const char *id, *zh, *en, *pinyin, *members, *industries;
    AtlasPartnershipKind kind;
  } partnerships[] = {
    { "siping-auto", "四平市—汽开区", "Siping – Automobile Zone", "si ping shi qi kai qu",
      "siping zone-auto", "parts", ATLAS_PARTNERSHIP_KIND_ZONE_COOPERATION },
    { "liaoyuan-new", "辽源市—长春新区", "Liaoyuan – Changchun New Area",
      "liao yuan shi chang chun xin qu", "liaoyuan zone-new-area", "medicine",
      ATLAS_PARTNERSHIP_KIND_ZONE_COOPERATION },
    { "changping", "长平一体化", "Changchun–Siping Integration", "chang ping yi ti hua",
      "changchun siping", NULL, ATLAS_PARTNERSHIP_KIND_INTEGRATION },
    { "works-siping", "汽车厂—四平市", "Car Works – Siping", "qi che chang si ping shi",
      "carmaker siping", "parts", ATLAS_PARTNERSHIP_KIND_ENTERPRISE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (partnerships); i++)
    {
      add (dataset,
           g_object_new (ATLAS_TYPE_PARTNERSHIP, "id", partnerships[i].id, "name",
                         text (pool, partnerships[i].zh, partnerships[i].en, NULL), "pinyin",
                         partnerships[i].pinyin, "kind", partnerships[i].kind, NULL));
      refer (dataset, partnerships[i].id, ATLAS_ROLE_MEMBERS, partnerships[i].members);
      if (partnerships[i].industries != NULL)
        refer (dataset, partnerships[i].id, ATLAS_ROLE_INDUSTRIES, partnerships[i].industries);
    }
  refer (dataset, "changping", ATLAS_ROLE_PLANS, "plan");

  add (dataset, g_object_new (ATLAS_TYPE_ROUTE, "id", "bus", "name",
                              text (pool, "辽源—四平客运", "Liaoyuan–Siping coach", NULL), "pinyin",
                              "liao yuan si ping ke yun", "trips-per-day", 37u, NULL));
  refer (dataset, "bus", ATLAS_ROLE_FROM, "liaoyuan");
  refer (dataset, "bus", ATLAS_ROLE_TO, "siping");
}

static void
add_events (AtlasDataset *dataset, GPtrArray *pool)
{
  AtlasDate approved = { 2016, 2, 0 };
  AtlasDate signed_on = { 2020, 8, 0 };
  AtlasDate surveyed = { 2021, 3, 9 };

  add (dataset, g_object_new (ATLAS_TYPE_EVENT, "id", "approved", "name",
                              text (pool, "规划获批", "Plan approved", NULL), "kind",
                              ATLAS_EVENT_KIND_APPROVAL, "date", &approved, NULL));
  refer (dataset, "approved", ATLAS_ROLE_PLACES, "jilin");
  add (dataset, g_object_new (ATLAS_TYPE_EVENT, "id", "signed", "name",
                              text (pool, "签订协议", "Agreement signed", NULL), "kind",
                              ATLAS_EVENT_KIND_SIGNING, "date", &signed_on, NULL));
  refer (dataset, "signed", ATLAS_ROLE_ABOUT, "changping");
  refer (dataset, "signed", ATLAS_ROLE_PLACES, "changchun siping");
  add (dataset, g_object_new (ATLAS_TYPE_EVENT, "id", "surveyed", "name",
                              text (pool, "实地调研", "Field survey", NULL), "kind",
                              ATLAS_EVENT_KIND_SURVEY, "date", &surveyed, "summary",
                              text (pool, "察看氢能项目", "A look at hydrogen", NULL), NULL));
  refer (dataset, "surveyed", ATLAS_ROLE_PLACES, "liaoyuan");
}

static void
add_figures (AtlasDataset *dataset, GPtrArray *pool)
{
  AtlasDecimal total = 6533300, done = 678800, road = 234000;
  AtlasDate counted = { 2021, 2, 0 };
  AtlasPeriod year = { { 2020, 0, 0 }, { 2020, 0, 0 } };

  add (dataset, g_object_new (ATLAS_TYPE_FIGURE, "id", "total", "name",
                              text (pool, "计划总投资", "Investment planned", NULL), "value",
                              &total, "unit", ATLAS_UNIT_CNY_100M, "as-of", &counted, NULL));
  refer (dataset, "total", ATLAS_ROLE_ABOUT, "changping");
  add (dataset, g_object_new (ATLAS_TYPE_FIGURE, "id", "done", "name",
                              text (pool, "2020年完成投资", "Invested in 2020", NULL), "value",
                              &done, "unit", ATLAS_UNIT_CNY_100M, "period", &year, NULL));
  refer (dataset, "done", ATLAS_ROLE_PART_OF, "total");
  add (dataset, g_object_new (ATLAS_TYPE_FIGURE, "id", "road-cost", "name",
                              text (pool, "公路投资", "Cost of the road", NULL), "value", &road,
                              "unit", ATLAS_UNIT_CNY_100M, NULL));
}

static void
add_projects (AtlasDataset *dataset, GPtrArray *pool)
{
  add (dataset, g_object_new (ATLAS_TYPE_PROJECT, "id", "road", "name",
                              text (pool, "长伊公路", "Changchun–Yitong road", NULL), "kind",
                              ATLAS_PROJECT_KIND_ROAD, "stage",
                              ATLAS_PROJECT_STAGE_UNDER_CONSTRUCTION, NULL));
  refer (dataset, "road", ATLAS_ROLE_PLACES, "changchun siping");
  refer (dataset, "road", ATLAS_ROLE_INVESTMENT, "road-cost");
  add (dataset, g_object_new (ATLAS_TYPE_COMMITMENT, "id", "next", "name",
                              text (pool, "编制实施方案", "Write the programme", NULL), NULL));
  refer (dataset, "next", ATLAS_ROLE_ABOUT, "plan");
  refer (dataset, "next", ATLAS_ROLE_RESPONSIBLE, "siping");
}

static void
add_source (AtlasDataset *dataset, GPtrArray *pool)
{
  AtlasRecord *source =
    g_object_new (ATLAS_TYPE_SOURCE, "id", "reply", "name", text (pool, "答复", "Reply", "답변"),
                  "title", text (pool, "对建议的答复", "Reply to a suggestion", "건의 답변"),
                  "number", "〔2021〕17号", NULL);

  atlas_source_add_section (ATLAS_SOURCE (source), "3.2",
                            text (pool, "长平一体化", "Changchun and Siping", NULL), 3);
  add (dataset, source);
  atlas_record_add_citation (atlas_test_dataset_get (dataset, "changping"), source, "3.2", 1);
  atlas_record_add_citation (atlas_test_dataset_get (dataset, "total"), source, "3.2", 2);
}

/**
 * atlas_test_dataset_new:
 *
 * Returns: (transfer full): the complete test dataset
 */
AtlasDataset *
atlas_test_dataset_new (void)
{
  g_autoptr (GPtrArray) pool = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_text_unref);
  AtlasDataset *dataset = atlas_dataset_new ();
  AtlasDate date = { 2021, 5, 30 };

  atlas_dataset_set_head (dataset, text (pool, "试验图集", "Test atlas", "시험 지도첩"), &date,
                          NULL);
  add_places (dataset, pool);
  add_company (dataset, pool);
  add_links (dataset, pool);
  add_events (dataset, pool);
  add_figures (dataset, pool);
  add_projects (dataset, pool);
  add_source (dataset, pool);
  atlas_dataset_complete (dataset);
  return dataset;
}

/**
 * atlas_test_dataset_read_jilin:
 *
 * Returns: (transfer full): the bundled dataset
 */
AtlasDataset *
atlas_test_dataset_read_jilin (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "jilin.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset = atlas_reader_read_file (file, ATLAS_READER_STRICT, NULL, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

/**
 * atlas_test_dataset_get:
 * @dataset: a dataset
 * @id: the id of one of its records
 *
 * Returns: (transfer none): the record
 */
AtlasRecord *
atlas_test_dataset_get (AtlasDataset *dataset, const char *id)
{
  AtlasRecord *record = atlas_dataset_lookup (dataset, id);

  g_assert_nonnull (record);
  return record;
}

/**
 * atlas_test_dataset_join:
 * @records: (element-type AtlasRecord): records
 *
 * Returns: (transfer full): their ids separated by blanks, to compare lists as one string
 */
char *
atlas_test_dataset_join (GPtrArray *records)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            atlas_record_get_id (g_ptr_array_index (records, i)));
  return g_string_free (ids, FALSE);
}
