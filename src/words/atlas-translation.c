/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-translation.h"

#include <string.h>

/*
 * Words of the program in any of its languages, at the same time.
 *
 * gettext() has one language a process, that of the locale, and none where the locale was never
 * generated; a page may have to be printed in another. This reads the same catalogues, and keeps
 * to what they need: msgfmt writes them little-endian and in UTF-8, and the plural of Chinese and
 * Korean has one form. English is the language of the message ids and has no catalogue.
 */

#define MAGIC 0x950412deu
#define HEADER_SIZE 20
#define ENTRY_SIZE 8

typedef struct _Catalogue Catalogue;

struct _Catalogue
{
  const char *bytes;
  guint32     n_messages;
  guint32     msgids;       /* where the table of message ids begins, sorted by strcmp() */
  guint32     translations; /* where the table of translations begins, in the same order */
  Catalogue  *former;       /* one that was replaced: its words may still be in use */
};

static const char * const locales[ATLAS_N_LANGUAGES] = {
  [ATLAS_LANGUAGE_ZH] = "zh_CN",
  [ATLAS_LANGUAGE_KO] = "ko",
};

static Catalogue *catalogues[ATLAS_N_LANGUAGES];

static guint32
read_word (const char *bytes,
           gsize       offset)
{
  guint32 word;

  memcpy (&word, bytes + offset, sizeof word);
  return GUINT32_FROM_LE (word);
}

static const char *
get_string (const Catalogue *self,
            guint32          table,
            guint32          index)
{
  return self->bytes + read_word (self->bytes, table + (gsize) index * ENTRY_SIZE + 4);
}

/* Each entry is a length and an offset; what they enclose must lie in the file and end in NUL. */
static gboolean
check_table (const char *bytes,
             gsize       size,
             gsize       table,
             guint32     n_messages)
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

/* All of the file is checked here, once, so that a lookup need not. */
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
  /* Mapped as long as the program runs: words are lent to whoever asks. */
  g_steal_pointer (&file);
  return g_memdup2 (&catalogue, sizeof catalogue);
}

/**
 * atlas_translation_set_directory:
 * @localedir: the folder that bindtextdomain() would be given
 *
 * Reads the catalogues below @localedir. A language whose catalogue is missing or broken speaks
 * English. To be called at start; calling it again is safe at any time, and leaves words that were
 * lent before valid.
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

/* @msgid up to its first NUL is compared: the plural that follows is not looked for. */
static const char *
look_up (AtlasLanguage  language,
         const char    *msgid)
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
 * @language: the language wanted
 * @msgid: words in English
 *
 * Returns: (transfer none): the words in @language, valid for ever, or @msgid
 */
const char *
atlas_translate (AtlasLanguage  language,
                 const char    *msgid)
{
  const char *translation;

  g_return_val_if_fail (language < ATLAS_N_LANGUAGES, msgid);
  g_return_val_if_fail (msgid != NULL, NULL);

  /* The empty message id is the head of the catalogue. */
  translation = *msgid != '\0' ? look_up (language, msgid) : NULL;
  return translation != NULL ? translation : msgid;
}

/**
 * atlas_translate_plural:
 * @language: the language wanted
 * @singular: words in English for one thing
 * @plural: words in English for several
 * @n: how many there are
 *
 * Returns: (transfer none): the words in @language for @n things, or @singular or @plural
 */
const char *
atlas_translate_plural (AtlasLanguage  language,
                        const char    *singular,
                        const char    *plural,
                        gulong         n)
{
  const char *translation = atlas_translate (language, singular);

  return translation != singular || n == 1 ? translation : plural;
}

/**
 * atlas_translate_context:
 * @language: the language wanted
 * @context: what tells @msgid from the same words used elsewhere
 * @msgid: words in English
 *
 * Returns: (transfer none): the words in @language, or @msgid
 */
const char *
atlas_translate_context (AtlasLanguage  language,
                         const char    *context,
                         const char    *msgid)
{
  g_autofree char *key = NULL;
  const char *translation;

  g_return_val_if_fail (language < ATLAS_N_LANGUAGES, msgid);
  g_return_val_if_fail (context != NULL && msgid != NULL, msgid);

  key = g_strconcat (context, "\004", msgid, NULL);
  translation = look_up (language, key);
  return translation != NULL ? translation : msgid;
}
