/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-text.h"

#include <string.h>

/*
 * AtlasText: the same text in up to three languages.
 *
 * It is immutable and reference-counted, so threads can share it.
 */
struct _AtlasText
{
  char *words[ATLAS_N_LANGUAGES];
};

G_DEFINE_BOXED_TYPE (AtlasText, atlas_text, atlas_text_ref, atlas_text_unref)

/* The code in a dataset, and the tag with which Pango selects the glyph variants of the language:
 * "zh-cn" and not "zh", because fontconfig also accepts Japanese fonts for "zh". */
static const struct
{
  const char *code;
  const char *pango_tag;
} languages[ATLAS_N_LANGUAGES] = {
  [ATLAS_LANGUAGE_ZH] = { "zh", "zh-cn" },
  [ATLAS_LANGUAGE_EN] = { "en", "en" },
  [ATLAS_LANGUAGE_KO] = { "ko", "ko" },
};

static int default_language = -1;

/**
 * atlas_language_get_default:
 *
 * Returns the language of the interface: the first language of the user that the program supports,
 * else English, the same as gettext.
 *
 * Returns: the language
 */
AtlasLanguage
atlas_language_get_default (void)
{
  if (g_atomic_int_get (&default_language) < 0)
    {
      const char *const *names = g_get_language_names ();
      AtlasLanguage language = ATLAS_LANGUAGE_EN;

      for (gsize i = 0; names[i] != NULL; i++)
        if (atlas_language_from_code (names[i], &language))
          break;
      g_atomic_int_set (&default_language, (int) language);
    }
  return (AtlasLanguage) g_atomic_int_get (&default_language);
}

/**
 * atlas_language_set_default:
 * @language: a language
 *
 * Overrides the language of the environment.
 */
void
atlas_language_set_default (AtlasLanguage language)
{
  g_return_if_fail (language < ATLAS_N_LANGUAGES);

  g_atomic_int_set (&default_language, (int) language);
}

/**
 * atlas_language_from_code:
 * @code: a language or locale, such as "zh", "zh_CN.UTF-8" or "ko-KR"
 * @language: (out): return location for the language
 *
 * Returns: whether the program supports the language; if not, @language does not change
 */
gboolean
atlas_language_from_code (const char *code, AtlasLanguage *language)
{
  g_return_val_if_fail (code != NULL, FALSE);
  g_return_val_if_fail (language != NULL, FALSE);

  for (gsize i = 0; i < ATLAS_N_LANGUAGES; i++)
    {
      gsize length = strlen (languages[i].code);

      if (g_ascii_strncasecmp (code, languages[i].code, length) == 0 &&
          !g_ascii_isalnum (code[length]))
        {
          *language = (AtlasLanguage) i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * atlas_language_get_code:
 * @language: a language
 *
 * Returns: the ISO 639-1 code, as in a dataset
 */
const char *
atlas_language_get_code (AtlasLanguage language)
{
  g_return_val_if_fail (language < ATLAS_N_LANGUAGES, NULL);

  return languages[language].code;
}

/**
 * atlas_language_get_pango_tag:
 * @language: a language
 *
 * Returns: the tag for pango_language_from_string() that selects the glyph variants of the language
 */
const char *
atlas_language_get_pango_tag (AtlasLanguage language)
{
  g_return_val_if_fail (language < ATLAS_N_LANGUAGES, NULL);

  return languages[language].pango_tag;
}

/**
 * atlas_text_new:
 * @zh: (nullable): the Chinese text, in UTF-8
 * @en: (nullable): the English text
 * @ko: (nullable): the Korean text
 *
 * Returns: (transfer full): a text, to be freed with atlas_text_unref()
 */
AtlasText *
atlas_text_new (const char *zh, const char *en, const char *ko)
{
  AtlasText *self = g_atomic_rc_box_new0 (AtlasText);

  self->words[ATLAS_LANGUAGE_ZH] = g_strdup (zh);
  self->words[ATLAS_LANGUAGE_EN] = g_strdup (en);
  self->words[ATLAS_LANGUAGE_KO] = g_strdup (ko);
  return self;
}

/**
 * atlas_text_ref:
 * @self: a text
 *
 * Returns: (transfer full): @self
 */
AtlasText *
atlas_text_ref (AtlasText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear_words (gpointer data)
{
  AtlasText *self = data;

  for (gsize i = 0; i < ATLAS_N_LANGUAGES; i++)
    g_free (self->words[i]);
}

/**
 * atlas_text_unref:
 * @self: (transfer full): a text
 */
void
atlas_text_unref (AtlasText *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_words);
}

/**
 * atlas_text_get:
 * @self: (nullable): a text
 * @language: the preferred language
 *
 * Returns: the text in @language, else in Chinese, else in English, else in any language; never
 *   %NULL, and "" if @self is %NULL
 */
const char *
atlas_text_get (const AtlasText *self, AtlasLanguage language)
{
  g_return_val_if_fail (language < ATLAS_N_LANGUAGES, "");

  if (self == NULL)
    return "";
  if (self->words[language] != NULL)
    return self->words[language];
  for (gsize i = 0; i < ATLAS_N_LANGUAGES; i++)
    if (self->words[i] != NULL)
      return self->words[i];
  return "";
}

/**
 * atlas_text_peek:
 * @self: (nullable): a text
 * @language: a language
 *
 * Returns: (nullable): the text in exactly @language, or %NULL
 */
const char *
atlas_text_peek (const AtlasText *self, AtlasLanguage language)
{
  g_return_val_if_fail (language < ATLAS_N_LANGUAGES, NULL);

  return self != NULL ? self->words[language] : NULL;
}
