/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-dataset.h"

#include <math.h>

#include "atlas-enum-types.h"
#include "atlas-format.h"
#include "atlas-translation.h"

/* The expected texts, in the order of AtlasLanguage. */
#define N ATLAS_N_LANGUAGES

static void
assert_words (char *words, const char *expected)
{
  g_autofree char *taken = words;

  g_assert_cmpstr (taken, ==, expected);
}

static void
test_number (void)
{
  for (guint i = 0; i < N; i++)
    {
      AtlasLanguage language = (AtlasLanguage) i;

      assert_words (atlas_format_number (0, language), "0");
      assert_words (atlas_format_number (999, language), "999");
      assert_words (atlas_format_number (1000, language), "1,000");
      assert_words (atlas_format_number (-1234567, language), "−1,234,567");
      assert_words (atlas_format_number (G_MININT64, language), "−9,223,372,036,854,775,808");
    }
}

static void
test_quantity (void)
{
  const struct
  {
    double value;
    AtlasUnit unit;
    const char *expected[N];
  } cases[] = {
    { 653.33, ATLAS_UNIT_CNY_100M, { "653.33亿元", "CNY 65.333 billion", "653.33억 위안" } },
    { 23.4, ATLAS_UNIT_CNY_100M, { "23.4亿元", "CNY 2.34 billion", "23.4억 위안" } },
    { 9.5, ATLAS_UNIT_CNY_100M, { "9.5亿元", "CNY 950 million", "9.5억 위안" } },
    { 0.5, ATLAS_UNIT_CNY_100M, { "5,000万元", "CNY 50 million", "5,000만 위안" } },
    { -0.0001, ATLAS_UNIT_CNY_100M, { "−1万元", "CNY −0.01 million", "−1만 위안" } },
    { 0, ATLAS_UNIT_CNY_100M, { "0元", "CNY 0", "0위안" } },
    { 12000, ATLAS_UNIT_CNY_100M, { "1.2万亿元", "CNY 1.2 trillion", "1.2조 위안" } },
    { 340, ATLAS_UNIT_PROJECT, { "340个项目", "340 projects", "340건" } },
    { 1, ATLAS_UNIT_PROJECT, { "1个项目", "1 project", "1건" } },
    { 11000, ATLAS_UNIT_ENTERPRISE, { "1.1万家", "11,000 enterprises", "1.1만 개사" } },
    { 1000, ATLAS_UNIT_ENTERPRISE, { "1,000家", "1,000 enterprises", "1,000개사" } },
    /* With the precision of the source. */
    { 0.1, ATLAS_UNIT_ENTERPRISE_10K, { "0.1万户", "1 thousand companies", "0.1만 개사" } },
    { 1.1, ATLAS_UNIT_ENTERPRISE_10K, { "1.1万户", "11 thousand companies", "1.1만 개사" } },
    { 27,
      ATLAS_UNIT_DEPARTMENT,
      { "27个部门和单位", "27 departments and units", "27개 부서·기관" } },
    { 230000000, ATLAS_UNIT_PERSON, { "2.3亿人", "230,000,000 people", "2.3억 명" } },
    { 32, ATLAS_UNIT_PERCENT, { "32%", "32%", "32%" } },
    { 72.7, ATLAS_UNIT_PERCENT, { "72.7%", "72.7%", "72.7%" } },
    { -3, ATLAS_UNIT_PERCENT, { "−3%", "−3%", "−3%" } },
    { 7.6, ATLAS_UNIT_KM, { "7.6公里", "7.6 km", "7.6km" } },
    { 1234.56, ATLAS_UNIT_KM, { "1,234.56公里", "1,234.56 km", "1,234.56km" } },
    { -0.5, ATLAS_UNIT_KM, { "−0.5公里", "−0.5 km", "−0.5km" } },
    { 0.0001, ATLAS_UNIT_KM, { "0.0001公里", "0.0001 km", "0.0001km" } },
    { 37, ATLAS_UNIT_TRIP_PER_DAY, { "每天37班", "37 trips a day", "하루 37회" } },
    { 12, ATLAS_UNIT_VEHICLE, { "12台", "12 vehicles", "12대" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint language = 0; language < N; language++)
      {
        AtlasDecimal value;

        g_assert_true (atlas_decimal_from_double (cases[i].value, &value));
        assert_words (atlas_format_quantity (value, cases[i].unit, (AtlasLanguage) language),
                      cases[i].expected[language]);
      }
}

/* Only digits, in the scale of the last value of the axis, which has the unit. */
static void
test_tick (void)
{
  const struct
  {
    double value;
    double last;
    AtlasUnit unit;
    const char *expected[N];
  } cases[] = {
    { 0, 600, ATLAS_UNIT_CNY_100M, { "0", "0", "0" } },
    { 200, 600, ATLAS_UNIT_CNY_100M, { "200", "20", "200" } },
    { 5, 20, ATLAS_UNIT_CNY_100M, { "5", "0.5", "5" } },
    { 5000, 10000, ATLAS_UNIT_ENTERPRISE, { "0.5", "5,000", "0.5" } },
    { 20, 60, ATLAS_UNIT_PERCENT, { "20", "20", "20" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < N; j++)
      {
        AtlasDecimal value, last;

        g_assert_true (atlas_decimal_from_double (cases[i].value, &value));
        g_assert_true (atlas_decimal_from_double (cases[i].last, &last));
        assert_words (atlas_format_tick (value, last, cases[i].unit, (AtlasLanguage) j),
                      cases[i].expected[j]);
      }
}

static void
test_yuan (void)
{
  assert_words (atlas_format_yuan (6533300, ATLAS_LANGUAGE_ZH), "65,333,000,000元");
  assert_words (atlas_format_yuan (6533300, ATLAS_LANGUAGE_EN), "CNY 65,333,000,000");
  assert_words (atlas_format_yuan (-1, ATLAS_LANGUAGE_KO), "−10,000위안");
  assert_words (atlas_format_yuan (0, ATLAS_LANGUAGE_ZH), "0元");
  assert_words (atlas_format_yuan (1000000000000000, ATLAS_LANGUAGE_ZH),
                "10,000,000,000,000,000,000元");
}

/* Every unit can be formatted, in singular and plural, and each language has its own text. */
static void
test_all_units (void)
{
  g_autoptr (GEnumClass) units = g_type_class_ref (ATLAS_TYPE_UNIT);

  for (guint i = 0; i < units->n_values; i++)
    {
      AtlasUnit unit = (AtlasUnit) units->values[i].value;
      g_autofree char *one = atlas_format_quantity (10000, unit, ATLAS_LANGUAGE_EN);
      g_autofree char *many = atlas_format_quantity (20000, unit, ATLAS_LANGUAGE_EN);
      g_autofree char *zh = atlas_format_quantity (20000, unit, ATLAS_LANGUAGE_ZH);
      g_autofree char *ko = atlas_format_quantity (20000, unit, ATLAS_LANGUAGE_KO);

      g_assert_nonnull (strstr (many, "2"));
      g_assert_cmpstr (one, !=, many);
      if (unit == ATLAS_UNIT_PERCENT)
        continue;
      g_assert_cmpstr (zh, !=, many);
      g_assert_cmpstr (ko, !=, many);
    }
}

static void
test_figure (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasFigure) empty = g_object_new (ATLAS_TYPE_FIGURE, "id", "empty", NULL);
  AtlasFigure *total = ATLAS_FIGURE (atlas_test_dataset_get (dataset, "total"));

  assert_words (atlas_format_figure (total, ATLAS_LANGUAGE_EN), "CNY 65.333 billion");
  assert_words (atlas_format_figure (empty, ATLAS_LANGUAGE_EN), "");
}

/* A date of counting is not confused with the period that is counted. */
static void
test_figure_standing (void)
{
  const AtlasDate february = { 2021, 2, 0 };
  const AtlasPeriod years = { { 2021, 0, 0 }, { 2025, 0, 0 } };
  g_autoptr (AtlasFigure) total = g_object_new (
    ATLAS_TYPE_FIGURE, "id", "a", "status", ATLAS_FIGURE_STATUS_PLANNED, "as-of", &february, NULL);
  g_autoptr (AtlasFigure) part = g_object_new (ATLAS_TYPE_FIGURE, "id", "b", "status",
                                               ATLAS_FIGURE_STATUS_PLANNED, "period", &years, NULL);
  g_autoptr (AtlasFigure) undated = g_object_new (ATLAS_TYPE_FIGURE, "id", "c", NULL);
  g_autoptr (AtlasFigure) counted =
    g_object_new (ATLAS_TYPE_FIGURE, "id", "d", "as-of", &february, NULL);

  assert_words (atlas_format_figure_standing (total, ATLAS_LANGUAGE_ZH), "计划 · 截至2021年2月");
  assert_words (atlas_format_figure_standing (total, ATLAS_LANGUAGE_EN),
                "Planned · as of February 2021");
  assert_words (atlas_format_figure_standing (total, ATLAS_LANGUAGE_KO), "계획 · 2021년 2월 기준");
  assert_words (atlas_format_figure_standing (part, ATLAS_LANGUAGE_ZH), "计划 · 2021—2025年");
  assert_words (atlas_format_figure_standing (part, ATLAS_LANGUAGE_EN), "Planned · 2021–2025");
  assert_words (atlas_format_figure_standing (undated, ATLAS_LANGUAGE_EN), "undated");
  assert_words (atlas_format_figure_standing (counted, ATLAS_LANGUAGE_EN), "as of February 2021");
}

static void
test_distance (void)
{
  assert_words (atlas_format_distance (0, ATLAS_LANGUAGE_EN), "0 km");
  assert_words (atlas_format_distance (7.64, ATLAS_LANGUAGE_EN), "7.6 km");
  assert_words (atlas_format_distance (9.96, ATLAS_LANGUAGE_EN), "10 km");
  assert_words (atlas_format_distance (110.4, ATLAS_LANGUAGE_ZH), "110公里");
  assert_words (atlas_format_distance (1234.5, ATLAS_LANGUAGE_KO), "1,235km");
  assert_words (atlas_format_distance (-1, ATLAS_LANGUAGE_EN), "");
  assert_words (atlas_format_distance (NAN, ATLAS_LANGUAGE_EN), "");
  assert_words (atlas_format_distance (INFINITY, ATLAS_LANGUAGE_EN), "");
}

static void
test_date (void)
{
  const struct
  {
    AtlasDate date;
    const char *expected[N];
    const char *brief[N];
  } cases[] = {
    { { 2016, 0, 0 }, { "2016年", "2016", "2016년" }, { "2016", "2016", "2016" } },
    { { 2020, 8, 0 },
      { "2020年8月", "August 2020", "2020년 8월" },
      { "2020-08", "Aug 2020", "2020. 8." } },
    { { 2020, 8, 10 },
      { "2020年8月10日", "10 August 2020", "2020년 8월 10일" },
      { "2020-08-10", "10 Aug 2020", "2020. 8. 10." } },
    { { 2021, 12, 1 },
      { "2021年12月1日", "1 December 2021", "2021년 12월 1일" },
      { "2021-12-01", "1 Dec 2021", "2021. 12. 1." } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint language = 0; language < N; language++)
      {
        assert_words (atlas_format_date (&cases[i].date, (AtlasLanguage) language),
                      cases[i].expected[language]);
        assert_words (atlas_format_date_short (&cases[i].date, (AtlasLanguage) language),
                      cases[i].brief[language]);
      }
}

static void
test_period (void)
{
  const struct
  {
    const char *iso;
    const char *expected[N];
  } cases[] = {
    { "2019/2025", { "2019—2025年", "2019–2025", "2019~2025년" } },
    { "2020", { "2020年", "2020", "2020년" } },
    { "2021-01/2021-02", { "2021年1—2月", "January–February 2021", "2021년 1~2월" } },
    { "2020-11/2021-02",
      { "2020年11月—2021年2月", "November 2020 – February 2021", "2020년 11월 ~ 2021년 2월" } },
    { "2020/2021-02", { "2020年—2021年2月", "2020 – February 2021", "2020년 ~ 2021년 2월" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint language = 0; language < N; language++)
      {
        AtlasPeriod period;

        g_assert_true (atlas_period_parse (cases[i].iso, &period));
        assert_words (atlas_format_period (&period, (AtlasLanguage) language),
                      cases[i].expected[language]);
      }
}

static void
test_citation (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasRecord) other = g_object_new (ATLAS_TYPE_FIGURE, "id", "other", NULL);
  AtlasRecord *total = atlas_test_dataset_get (dataset, "total");

  assert_words (atlas_format_citation (total, dataset, 0, ATLAS_LANGUAGE_ZH),
                "对建议的答复（〔2021〕17号），第3.2节“长平一体化”，第2段");
  assert_words (atlas_format_citation (total, dataset, 0, ATLAS_LANGUAGE_EN),
                "Reply to a suggestion (〔2021〕17号), section 3.2 “Changchun and Siping”, "
                "paragraph 2");
  assert_words (atlas_format_citation (total, dataset, 0, ATLAS_LANGUAGE_KO),
                "건의 답변(〔2021〕17号), 3.2절 ‘长平一体化’, 2번째 문단");

  atlas_record_add_citation (other, atlas_test_dataset_get (dataset, "reply"), "9", 1);
  assert_words (atlas_format_citation (other, dataset, 0, ATLAS_LANGUAGE_EN),
                "Reply to a suggestion (〔2021〕17号), section 9, paragraph 1");
}

static void
test_refuses (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();

  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*date != NULL*failed");
  g_assert_null (atlas_format_date (NULL, ATLAS_LANGUAGE_EN));
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*index*failed");
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*citation != NULL*failed");
  g_assert_null (atlas_format_citation (atlas_test_dataset_get (dataset, "road"), dataset, 0,
                                        ATLAS_LANGUAGE_EN));
  g_test_assert_expected_messages ();
}

int
main (int argc, char *argv[])
{
  g_autofree char *localedir = NULL;

  g_test_init (&argc, &argv, NULL);
  localedir = g_test_build_filename (G_TEST_BUILT, "po", NULL);
  atlas_translation_set_directory (localedir);

  g_test_add_func ("/words/format/number", test_number);
  g_test_add_func ("/words/format/quantity", test_quantity);
  g_test_add_func ("/words/format/tick", test_tick);
  g_test_add_func ("/words/format/yuan", test_yuan);
  g_test_add_func ("/words/format/all-units", test_all_units);
  g_test_add_func ("/words/format/figure", test_figure);
  g_test_add_func ("/words/format/figure-standing", test_figure_standing);
  g_test_add_func ("/words/format/distance", test_distance);
  g_test_add_func ("/words/format/date", test_date);
  g_test_add_func ("/words/format/period", test_period);
  g_test_add_func ("/words/format/citation", test_citation);
  g_test_add_func ("/words/format/refuses", test_refuses);

  return g_test_run ();
}
