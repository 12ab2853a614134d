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
 * One language for the whole window: that of gettext, for what the program and GTK say, and that of
 * the data must be the same.
 *
 * gettext translates only where a locale is set, and not where that is C.UTF-8: since glibc 2.39
 * not even when LANGUAGE asks for it. On a machine on which the locale of the user was never
 * generated, the program lends the data of C.UTF-8 the name of that locale.
 */

/* Where Debian has the data of C.UTF-8, in which nothing but the name is missing. */
#define BASE_LOCALE "/usr/lib/locale/C.utf8"

/* A message that is not the same in any two languages. */
#define PROBE N_ ("Whole province")

static gboolean
is_plain (const char *locale)
{
  return locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX") ||
         g_ascii_strncasecmp (locale, "C.", 2) == 0;
}

/* Sets the locale @name with the data of C.UTF-8, found through a folder in which that has this
 * name. Once it is set, the folder is not needed any more. */
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

/* The locale that @language would have, such as "zh_CN.UTF-8". */
static char *
get_locale_name (const char *language)
{
  g_autofree char *base = g_strndup (language, strcspn (language, ".@"));

  return g_strconcat (base, ".UTF-8", NULL);
}

/* Whether gettext has words in the language of the data. */
static gboolean
speaks (AtlasLanguage language)
{
  return g_str_equal (gettext (PROBE), atlas_translate (language, PROBE));
}

/* Where gettext has no words for a variant of a language, such as Chinese of Taiwan, those of the
 * catalogue that there is serve; where it has none at all, everything is in English. */
static void
agree_on_language (AtlasLanguage language)
{
  static const char * const catalogues[ATLAS_N_LANGUAGES] = {
    [ATLAS_LANGUAGE_ZH] = "zh_CN", [ATLAS_LANGUAGE_EN] = "en", [ATLAS_LANGUAGE_KO] = "ko",
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
 * Sets the locale and finds the translations. To be called while there is one thread, since it sets
 * environment variables.
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
