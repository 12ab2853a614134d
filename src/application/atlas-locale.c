/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-locale.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

#include "atlas-installation.h"
#include "atlas-text.h"
#include "atlas-translation.h"

/*
 * Makes sure that the window uses one language: gettext, for strings of the program and of GTK, and
 * the data must agree.
 *
 * gettext translates only when a locale is set, and not under C.UTF-8; since glibc 2.39 not even
 * when LANGUAGE is set. When the locale of the user was never generated on the machine, the program
 * loads the data of C.UTF-8 under the name of that locale.
 */

/* The location of C.UTF-8 on Debian. Its data is complete for our purpose; only the name is
 * wrong. */
#define BASE_LOCALE "/usr/lib/locale/C.utf8"

/* A message whose translation differs in all languages. */
#define PROBE N_ ("Whole province")

static gboolean
is_plain (const char *locale)
{
  return locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX") ||
         g_ascii_strncasecmp (locale, "C.", 2) == 0;
}

/* Sets the locale @name with the data of C.UTF-8, through a temporary folder with a link of that
 * name. The folder is not needed after the locale is loaded. */
static gboolean
set_named (const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("jilin-atlas-XXXXXX", NULL);
  g_autofree char *path = g_strdup (g_getenv ("LOCPATH"));
  g_autofree char *link = NULL;
  gboolean is_set;

  if (folder == NULL)
    return FALSE;
  link = g_build_filename (folder, name, NULL);
  is_set = symlink (BASE_LOCALE, link) == 0;
  g_setenv ("LOCPATH", folder, TRUE);
  is_set = is_set && setlocale (LC_ALL, name) != NULL;
  if (path != NULL)
    g_setenv ("LOCPATH", path, TRUE);
  else
    g_unsetenv ("LOCPATH");
  g_unlink (link);
  g_rmdir (folder);
  return is_set;
}

/* The name of the locale for @language, such as "zh_CN.UTF-8". */
static char *
get_locale_name (const char *language)
{
  g_autofree char *base = g_strndup (language, strcspn (language, ".@"));

  return g_strconcat (base, ".UTF-8", NULL);
}

/* Whether gettext translates into the language of the data. */
static gboolean
speaks (AtlasLanguage language)
{
  return g_str_equal (gettext (PROBE), atlas_translate (language, PROBE));
}

/* When gettext has no catalogue for a variant of a language, such as Chinese of Taiwan, uses the
 * catalogue of the main variant; when there is no catalogue at all, uses English everywhere. */
static void
agree_on_language (AtlasLanguage language)
{
  static const char *const catalogues[ATLAS_N_LANGUAGES] = {
    [ATLAS_LANGUAGE_ZH] = "zh_CN",
    [ATLAS_LANGUAGE_EN] = "en",
    [ATLAS_LANGUAGE_KO] = "ko",
  };
  const char *wanted = g_get_language_names ()[0];
  g_autofree char *languages = g_strdup_printf ("%s:%s", wanted, catalogues[language]);

  if (speaks (language))
    return;
  g_setenv ("LANGUAGE", languages, TRUE);
  if (speaks (language))
    return;
  g_setenv ("LANGUAGE", catalogues[ATLAS_LANGUAGE_EN], TRUE);
  atlas_language_set_default (ATLAS_LANGUAGE_EN);
}

/**
 * atlas_locale_init:
 *
 * Sets the locale and finds the translations. Call this while there is only one thread, because it
 * sets environment variables.
 */
void
atlas_locale_init (void)
{
  const gboolean is_set = setlocale (LC_ALL, "") != NULL;
  const AtlasLanguage language = atlas_language_get_default ();
  const char *wanted = g_get_language_names ()[0];
  g_autofree char *name = get_locale_name (wanted);

  bindtextdomain (GETTEXT_PACKAGE, atlas_installation_get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  atlas_translation_set_directory (atlas_installation_get_locale_dir ());

  if ((!is_set || is_plain (setlocale (LC_MESSAGES, NULL))) && !is_plain (wanted) &&
      language != ATLAS_LANGUAGE_EN && set_named (name))
    ;
  else if (!is_set)
    {
      g_setenv ("LANGUAGE", wanted, FALSE);
      setlocale (LC_ALL, "C.UTF-8");
    }
  agree_on_language (language);
}
