/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-translation.h"

#include <string.h>

/*
 * Translates strings of the program into any of its languages at the same time.
 *
 * gettext() supports only one language per process, that of the locale, and none if the locale was
 * never generated; but a page may be printed in another language. This file reads the same
 * catalogues. It supports only what they need: msgfmt writes them little-endian and in UTF-8, and
 * Chinese and Korean have one plural form. English is the language of the message ids and has no
 * catalogue.
 */

#define MAGIC 0x950412deu
#define HEADER_SIZE 20
#define ENTRY_SIZE 8

typedef struct _Catalogue Catalogue;

struct _Catalogue
{
  GMappedFile *file; /* stays mapped until the program ends: callers keep pointers to its strings */
  const char *bytes;
  guint32 n_messages;
  guint32 msgids;       /* the offset of the table of message ids, sorted by strcmp() */
  guint32 translations; /* the offset of the table of translations, in the same order */
  Catalogue *former;    /* the catalogue that this one has replaced; its strings may still be in
                         * use */
};

static const char *const locales[ATLAS_N_LANGUAGES] = {
  [ATLAS_LANGUAGE_ZH] = "zh_CN",
  [ATLAS_LANGUAGE_KO] = "ko",
};

static Catalogue *catalogues[ATLAS_N_LANGUAGES];

static guint32
read_word (const char *bytes, gsize offset)
{
  guint32 word;

  memcpy (&word, bytes + offset, sizeof word);
  return GUINT32_FROM_LE (word);
}

static const char *
get_string (const Catalogue *self, guint32 table, guint32 index)
{
  return self->bytes + read_word (self->bytes, table + (gsize) index * ENTRY_SIZE + 4);
}

/* Each entry is a length and an offset; the string must lie in the file and end with NUL. */
static gboolean
check_table (const char *bytes, gsize size, gsize table, guint32 n_messages)
{
  if (table > size || n_messages > (size - table) / ENTRY_SIZE)
    return FALSE;
  for (guint32 i = 0; i < n_messages; i++)
    {
      gsize length = read_word (bytes, table + (gsize) i * ENTRY_SIZE);
      gsize offset = read_word (bytes, table + (gsize) i * ENTRY_SIZE + 4);

      if (offset >= size || length >= size - offset || bytes[offset + length] != '\0' ||
          !g_utf8_validate (bytes + offset, -1, NULL))
        return FALSE;
    }
  return TRUE;
}

/* Checks the whole file once, so that look-ups need no checks. */
static Catalogue *
read_catalogue (const char *path)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  Catalogue catalogue = { 0 };
  gsize size;

  if (file == NULL)
    return NULL;
  size = g_mapped_file_get_length (file);
  if (size < HEADER_SIZE)
    return NULL;
  catalogue.bytes = g_mapped_file_get_contents (file);
  catalogue.n_messages = read_word (catalogue.bytes, 8);
  catalogue.msgids = read_word (catalogue.bytes, 12);
  catalogue.translations = read_word (catalogue.bytes, 16);
  if (read_word (catalogue.bytes, 0) != MAGIC ||
      !check_table (catalogue.bytes, size, catalogue.msgids, catalogue.n_messages) ||
      !check_table (catalogue.bytes, size, catalogue.translations, catalogue.n_messages))
    {
      g_warning ("%s is not a message catalogue.", path);
      return NULL;
    }
  catalogue.file = g_steal_pointer (&file);
  return g_memdup2 (&catalogue, sizeof catalogue);
}

/**
 * atlas_translation_set_directory:
 * @localedir: the folder as for bindtextdomain()
 *
 * Reads the catalogues below @localedir. A language without a valid catalogue uses English. Call
 * this at start; further calls are safe at any time, and strings returned before stay valid.
 */
void
atlas_translation_set_directory (const char *localedir)
{
  g_return_if_fail (localedir != NULL);

  for (gsize i = 0; i < ATLAS_N_LANGUAGES; i++)
    {
      g_autofree char *path = NULL;
      Catalogue *catalogue;

      if (locales[i] == NULL)
        continue;
      path = g_build_filename (localedir, locales[i], "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
      catalogue = read_catalogue (path);
      if (catalogue == NULL)
        catalogue = g_new0 (Catalogue, 1);
      catalogue->former = g_atomic_pointer_get (&catalogues[i]);
      g_atomic_pointer_set (&catalogues[i], catalogue);
    }
}

/* Compares @msgid up to the first NUL, which precedes the plural. */
static const char *
look_up (AtlasLanguage language, const char *msgid)
{
  const Catalogue *catalogue = g_atomic_pointer_get (&catalogues[language]);
  guint32 begin = 0;
  guint32 end = catalogue != NULL ? catalogue->n_messages : 0;

  while (begin < end)
    {
      guint32 middle = begin + (end - begin) / 2;
      int order = strcmp (msgid, get_string (catalogue, catalogue->msgids, middle));

      if (order == 0)
        return get_string (catalogue, catalogue->translations, middle);
      if (order < 0)
        end = middle;
      else
        begin = middle + 1;
    }
  return NULL;
}

/**
 * atlas_translate:
 * @language: the language of the text
 * @msgid: the English text
 *
 * Returns: (transfer none): the translation, valid until the program ends, or @msgid
 */
const char *
atlas_translate (AtlasLanguage language, const char *msgid)
{
  const char *translation;

  g_return_val_if_fail (language < ATLAS_N_LANGUAGES, msgid);
  g_return_val_if_fail (msgid != NULL, NULL);

  /* The translation of the empty message id is the header of the catalogue. */
  translation = *msgid != '\0' ? look_up (language, msgid) : NULL;
  return translation != NULL ? translation : msgid;
}

/**
 * atlas_translate_plural:
 * @language: the language of the text
 * @singular: the English singular
 * @plural: the English plural
 * @n: the number
 *
 * Returns: (transfer none): the translation for @n, or @singular or @plural
 */
const char *
atlas_translate_plural (AtlasLanguage language, const char *singular, const char *plural, gulong n)
{
  const char *translation = atlas_translate (language, singular);

  return translation != singular || n == 1 ? translation : plural;
}

/**
 * atlas_translate_context:
 * @language: the language of the text
 * @context: the context, which distinguishes equal texts
 * @msgid: the English text
 *
 * Returns: (transfer none): the translation, or @msgid
 */
const char *
atlas_translate_context (AtlasLanguage language, const char *context, const char *msgid)
{
  g_autofree char *key = NULL;
  const char *translation;

  g_return_val_if_fail (language < ATLAS_N_LANGUAGES, msgid);
  g_return_val_if_fail (context != NULL && msgid != NULL, msgid);

  key = g_strconcat (context, "\004", msgid, NULL);
  translation = look_up (language, key);
  return translation != NULL ? translation : msgid;
}
