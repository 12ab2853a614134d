/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-date-words.h"
#include "atlas-format.h"

static void
test_parse (void)
{
  const struct
  {
    const char *words;
    AtlasDate expected;
  } cases[] = {
    { "2020", { 2020, 0, 0 } },
    { " 2020 ", { 2020, 0, 0 } },
    { "2020-08", { 2020, 8, 0 } },
    { "2020-8", { 2020, 8, 0 } },
    { "2020-08-10", { 2020, 8, 10 } },
    { "2020/8/10", { 2020, 8, 10 } },
    { "2020. 8. 10.", { 2020, 8, 10 } },
    { "2020年", { 2020, 0, 0 } },
    { "2020年8月", { 2020, 8, 0 } },
    { "2020年8月10日", { 2020, 8, 10 } },
    { "2020年8月10号", { 2020, 8, 10 } },
    { "２０２０年８月", { 2020, 8, 0 } },
    { "2020년 8월 10일", { 2020, 8, 10 } },
    { "August 2020", { 2020, 8, 0 } },
    { "aug 2020", { 2020, 8, 0 } },
    { "10 August 2020", { 2020, 8, 10 } },
    { "Aug 10, 2020", { 2020, 8, 10 } },
    { "2020 May 1", { 2020, 5, 1 } },
    { "2020-02-29", { 2020, 2, 29 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasDate date = { 0 };

      g_test_message ("%s", cases[i].words);
      g_assert_cmpint (atlas_date_parse_words (cases[i].words, &date), ==, ATLAS_DATE_FAULT_NONE);
      g_assert_cmpint (atlas_date_compare (&date, &cases[i].expected), ==, 0);
    }
}

static void
test_refuses (void)
{
  const struct
  {
    const char *words;
    AtlasDateFault expected;
  } cases[] = {
    { "", ATLAS_DATE_FAULT_FORM },
    { "  ", ATLAS_DATE_FAULT_FORM },
    { "soon", ATLAS_DATE_FAULT_FORM },
    { "20", ATLAS_DATE_FAULT_FORM },
    { "-2020", ATLAS_DATE_FAULT_FORM },
    { "20200810", ATLAS_DATE_FAULT_FORM },
    { "2020-08-10-1", ATLAS_DATE_FAULT_FORM },
    { "8月", ATLAS_DATE_FAULT_FORM },
    { "August", ATLAS_DATE_FAULT_FORM },
    { "Aug Sep 2020", ATLAS_DATE_FAULT_FORM },
    { "2020月8年", ATLAS_DATE_FAULT_FORM },
    { "2020年年", ATLAS_DATE_FAULT_FORM },
    { "10-08-2020", ATLAS_DATE_FAULT_FORM },
    { "\xff", ATLAS_DATE_FAULT_FORM },
    { "0000", ATLAS_DATE_FAULT_CALENDAR },
    { "2020-13", ATLAS_DATE_FAULT_CALENDAR },
    { "2020-0", ATLAS_DATE_FAULT_CALENDAR },
    { "2021-02-29", ATLAS_DATE_FAULT_CALENDAR },
    { "2020年8月32日", ATLAS_DATE_FAULT_CALENDAR },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasDate date = { 7, 7, 7 };
      g_autofree char *words = g_strescape (cases[i].words, NULL);

      g_test_message ("%s", words);
      g_assert_cmpint (atlas_date_parse_words (cases[i].words, &date), ==, cases[i].expected);
      g_assert_cmpuint (date.year, ==, 7);
    }
}

/* Every form that the program writes can be parsed. */
static void
test_format (void)
{
  const AtlasDate dates[] = { { 2016, 0, 0 }, { 2019, 5, 0 }, { 2020, 12, 1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    for (int language = 0; language < ATLAS_N_LANGUAGES; language++)
      {
        g_autofree char *full = atlas_format_date (&dates[i], (AtlasLanguage) language);
        g_autofree char *brief = atlas_format_date_short (&dates[i], (AtlasLanguage) language);
        AtlasDate date = { 0 };

        g_assert_cmpint (atlas_date_parse_words (full, &date), ==, ATLAS_DATE_FAULT_NONE);
        g_assert_cmpint (atlas_date_compare (&date, &dates[i]), ==, 0);
        g_assert_cmpint (atlas_date_parse_words (brief, &date), ==, ATLAS_DATE_FAULT_NONE);
        g_assert_cmpint (atlas_date_compare (&date, &dates[i]), ==, 0);
      }
}

static void
test_period (void)
{
  static const struct
  {
    const char *words;
    const char *expected; /* NULL if it is no period */
  } cases[] = {
    { "2019/2025", "2019/2025" },
    { "2019-2025", "2019/2025" },
    { "2019—2025年", "2019/2025" },
    { "2019年至2025年", "2019/2025" },
    { "２０１９～２０２５", "2019/2025" },
    { "2019년부터 2025년", "2019/2025" },
    { "2021-01/2021-02", "2021-01/2021-02" },
    { "2021/1/5 - 2021/2", "2021-01-05/2021-02" },
    { "March 2020 to 2021", "2020-03/2021" },
    { "2021-03", "2021-03" },
    { "2021/10", "2021-10" },
    { "2021年10月31日", "2021-10-31" },
    { "2025-2019", NULL },
    { "2019至", NULL },
    { "2019-2025-2030", NULL },
    { "\xff", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasPeriod period;
      g_autofree char *words = g_strescape (cases[i].words, NULL);
      g_autofree char *iso = NULL;

      g_test_message ("%s", words);
      if (atlas_period_parse_words (cases[i].words, &period) == ATLAS_DATE_FAULT_NONE)
        iso = atlas_period_to_iso (&period);
      g_assert_cmpstr (iso, ==, cases[i].expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/date-words/parse", test_parse);
  g_test_add_func ("/words/date-words/refuses", test_refuses);
  g_test_add_func ("/words/date-words/format", test_format);
  g_test_add_func ("/words/date-words/period", test_period);
  return g_test_run ();
}
