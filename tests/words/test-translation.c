/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-translation.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *localedir;
  char *path; /* of the Chinese catalogue there */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = NULL;

  fixture->localedir = g_dir_make_tmp ("atlas-translation-XXXXXX", NULL);
  folder = g_build_filename (fixture->localedir, "zh_CN", "LC_MESSAGES", NULL);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  fixture->path = g_build_filename (folder, "jilin-atlas.mo", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *language = g_path_get_dirname (folder);

  g_remove (fixture->path);
  g_rmdir (folder);
  g_rmdir (language);
  g_rmdir (fixture->localedir);
  g_free (fixture->path);
  g_free (fixture->localedir);
}

/* The catalogue from the build. */
static GBytes *
read_built_catalogue (void)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_BUILT, "po", "zh_CN", "LC_MESSAGES", "jilin-atlas.mo", NULL);
  char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  return g_bytes_new_take (contents, length);
}

static void
use_catalogue (Fixture *fixture, const char *bytes, gsize length)
{
  /* Use a new file each time, because the former one stays mapped. */
  g_remove (fixture->path);
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
  atlas_translation_set_directory (fixture->localedir);
}

static void
expect_refusal (void)
{
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_WARNING, "*is not a message catalogue.");
}

static void
test_translates (void)
{
  g_autofree char *localedir = g_test_build_filename (G_TEST_BUILT, "po", NULL);

  atlas_translation_set_directory (localedir);
  g_assert_cmpstr (atlas_translate (ATLAS_LANGUAGE_ZH, "Whole province"), ==, "全省");
  g_assert_cmpstr (atlas_translate (ATLAS_LANGUAGE_KO, "Whole province"), ==, "성 전체");
  g_assert_cmpstr (atlas_translate (ATLAS_LANGUAGE_EN, "Whole province"), ==, "Whole province");
  g_assert_cmpstr (atlas_translate_context (ATLAS_LANGUAGE_ZH, "links", "Between cities"), ==,
                   "城市间合作");
  g_assert_cmpstr (atlas_translate_context (ATLAS_LANGUAGE_EN, "links", "Between cities"), ==,
                   "Between cities");
}

static void
test_falls_back (void)
{
  g_autofree char *localedir = g_test_build_filename (G_TEST_BUILT, "po", NULL);

  atlas_translation_set_directory (localedir);
  g_assert_cmpstr (atlas_translate (ATLAS_LANGUAGE_ZH, "Nobody says this"), ==, "Nobody says this");
  /* The header of the catalogue is not a translation of "". */
  g_assert_cmpstr (atlas_translate (ATLAS_LANGUAGE_ZH, ""), ==, "");
  /* Known, but in another context. */
  g_assert_cmpstr (atlas_translate_context (ATLAS_LANGUAGE_ZH, "elsewhere", "Between cities"), ==,
                   "Between cities");
}

static void
test_plural (void)
{
  g_autofree char *localedir = g_test_build_filename (G_TEST_BUILT, "po", NULL);

  atlas_translation_set_directory (localedir);
  for (gulong n = 0; n < 3; n++)
    {
      g_assert_cmpstr (atlas_translate_plural (ATLAS_LANGUAGE_ZH, "%s project", "%s projects", n),
                       ==, "%s个项目");
      g_assert_cmpstr (atlas_translate_plural (ATLAS_LANGUAGE_EN, "%s project", "%s projects", n),
                       ==, n == 1 ? "%s project" : "%s projects");
      g_assert_cmpstr (atlas_translate_plural (ATLAS_LANGUAGE_KO, "%s mouse", "%s mice", n), ==,
                       n == 1 ? "%s mouse" : "%s mice");
    }
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *localedir = g_test_build_filename (G_TEST_BUILT, "po", NULL);
  const char *lent;

  atlas_translation_set_directory (localedir);
  lent = atlas_translate (ATLAS_LANGUAGE_ZH, "Whole province");
  atlas_translation_set_directory (fixture->localedir);
  g_assert_cmpstr (atlas_translate (ATLAS_LANGUAGE_ZH, "Whole province"), ==, "Whole province");
  g_assert_cmpstr (lent, ==, "全省");
}

static void
test_refuses_no_catalogue (Fixture *fixture, gconstpointer data)
{
  expect_refusal ();
  use_catalogue (fixture, "This is not a catalogue of messages.", 36);
  g_test_assert_expected_messages ();
  g_assert_cmpstr (atlas_translate (ATLAS_LANGUAGE_ZH, "Whole province"), ==, "Whole province");
}

/* A truncated file is refused, and nothing is read beyond its end. */
static void
test_refuses_truncated (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) built = read_built_catalogue ();
  gsize length;
  const char *bytes = g_bytes_get_data (built, &length);

  /* The last byte terminates the last translation. */
  expect_refusal ();
  use_catalogue (fixture, bytes, length - 1);
  g_test_assert_expected_messages ();
  for (gsize part = 0; part < length; part += 97)
    {
      if (part >= 20)
        expect_refusal ();
      use_catalogue (fixture, bytes, part);
      g_test_assert_expected_messages ();
      g_assert_cmpstr (atlas_translate (ATLAS_LANGUAGE_ZH, "Whole province"), ==, "Whole province");
    }
}

/* A corrupt catalogue is refused or gives other text, depending on the position. */
static gboolean
never_fatal (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  return FALSE;
}

static void
keep_silent (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
}

/* Changes each word of the header and the tables to a huge and to a wrong number: the file is
 * either refused or safe to use. */
static void
test_survives_corruption (Fixture *fixture, gconstpointer data)
{
  const guint32 wrong[] = { 0xffffffff, 0x7fffffff, 0x80000000, 1 };
  g_autoptr (GBytes) built = read_built_catalogue ();
  gsize length;
  const char *bytes = g_bytes_get_data (built, &length);
  guint handler =
    g_log_set_handler (G_LOG_DOMAIN, G_LOG_LEVEL_WARNING | G_LOG_FLAG_FATAL, keep_silent, NULL);

  g_test_log_set_fatal_handler (never_fatal, NULL);
  for (gsize offset = 0; offset < 28 * 4; offset += 4)
    for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
      {
        g_autofree char *corrupt = g_memdup2 (bytes, length);

        memcpy (corrupt + offset, &wrong[i], sizeof wrong[i]);
        use_catalogue (fixture, corrupt, length);
        g_assert_nonnull (atlas_translate (ATLAS_LANGUAGE_ZH, "Whole province"));
      }
  g_log_remove_handler (G_LOG_DOMAIN, handler);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                        \
  g_test_add ("/words/translation/" name, Fixture, NULL, set_up, function, tear_down)
  g_test_add_func ("/words/translation/translates", test_translates);
  g_test_add_func ("/words/translation/falls-back", test_falls_back);
  g_test_add_func ("/words/translation/plural", test_plural);
  ADD ("missing", test_missing);
  ADD ("refuses-no-catalogue", test_refuses_no_catalogue);
  ADD ("refuses-truncated", test_refuses_truncated);
  ADD ("survives-corruption", test_survives_corruption);

  return g_test_run ();
}
