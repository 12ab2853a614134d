/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-text.h"

static void
test_new_destroy (void)
{
  AtlasText *text = atlas_text_new ("长春", "Changchun", "창춘");

  g_assert_true (atlas_text_ref (text) == text);
  atlas_text_unref (text);
  g_assert_cmpstr (atlas_text_get (text, ATLAS_LANGUAGE_KO), ==, "창춘");
  atlas_text_unref (text);
}

static void
test_get_falls_back (void)
{
  g_autoptr (AtlasText) chinese = atlas_text_new ("长春", "Changchun", NULL);
  g_autoptr (AtlasText) english = atlas_text_new (NULL, "Changchun", NULL);
  g_autoptr (AtlasText) korean = atlas_text_new (NULL, NULL, "창춘");
  g_autoptr (AtlasText) nothing = atlas_text_new (NULL, NULL, NULL);

  g_assert_cmpstr (atlas_text_get (chinese, ATLAS_LANGUAGE_EN), ==, "Changchun");
  g_assert_cmpstr (atlas_text_get (chinese, ATLAS_LANGUAGE_KO), ==, "长春");
  g_assert_cmpstr (atlas_text_get (english, ATLAS_LANGUAGE_ZH), ==, "Changchun");
  g_assert_cmpstr (atlas_text_get (korean, ATLAS_LANGUAGE_EN), ==, "창춘");
  g_assert_cmpstr (atlas_text_get (nothing, ATLAS_LANGUAGE_ZH), ==, "");
  g_assert_cmpstr (atlas_text_get (NULL, ATLAS_LANGUAGE_ZH), ==, "");
}

static void
test_peek (void)
{
  g_autoptr (AtlasText) text = atlas_text_new ("长春", NULL, NULL);

  g_assert_cmpstr (atlas_text_peek (text, ATLAS_LANGUAGE_ZH), ==, "长春");
  g_assert_null (atlas_text_peek (text, ATLAS_LANGUAGE_EN));
  g_assert_null (atlas_text_peek (NULL, ATLAS_LANGUAGE_ZH));
}

static void
test_language_from_code (void)
{
  const struct
  {
    const char *code;
    AtlasLanguage expected;
  } cases[] = {
    { "zh", ATLAS_LANGUAGE_ZH },           { "zh_CN.UTF-8", ATLAS_LANGUAGE_ZH },
    { "ZH-cn", ATLAS_LANGUAGE_ZH },        { "ko-KR", ATLAS_LANGUAGE_KO },
    { "ko@something", ATLAS_LANGUAGE_KO }, { "en_GB", ATLAS_LANGUAGE_EN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasLanguage language = ATLAS_N_LANGUAGES;

      g_assert_true (atlas_language_from_code (cases[i].code, &language));
      g_assert_cmpint (language, ==, cases[i].expected);
    }
}

static void
test_language_from_code_refuses (void)
{
  const char *const cases[] = { "", "z", "C", "kok", "eng", "de", "zhuang" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasLanguage language = ATLAS_LANGUAGE_KO;

      g_assert_false (atlas_language_from_code (cases[i], &language));
      g_assert_cmpint (language, ==, ATLAS_LANGUAGE_KO);
    }
}

static void
test_language_default (void)
{
  /* The environment of the tests sets English. */
  g_assert_cmpint (atlas_language_get_default (), ==, ATLAS_LANGUAGE_EN);
  atlas_language_set_default (ATLAS_LANGUAGE_KO);
  g_assert_cmpint (atlas_language_get_default (), ==, ATLAS_LANGUAGE_KO);

  for (guint i = 0; i < ATLAS_N_LANGUAGES; i++)
    {
      AtlasLanguage language = ATLAS_N_LANGUAGES;

      g_assert_true (atlas_language_from_code (atlas_language_get_code ((AtlasLanguage) i),
                                               &language));
      g_assert_cmpint (language, ==, i);
    }
  g_assert_cmpstr (atlas_language_get_pango_tag (ATLAS_LANGUAGE_ZH), ==, "zh-cn");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/values/text/new-destroy", test_new_destroy);
  g_test_add_func ("/values/text/get-falls-back", test_get_falls_back);
  g_test_add_func ("/values/text/peek", test_peek);
  g_test_add_func ("/values/text/language-from-code", test_language_from_code);
  g_test_add_func ("/values/text/language-from-code-refuses", test_language_from_code_refuses);
  g_test_add_func ("/values/text/language-default", test_language_default);

  return g_test_run ();
}
