/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-search.h"

#include <string.h>

#include "atlas-place.h"

/*
 * AtlasSearch: finds records by what a reader types.
 *
 * Names are put into one form when the search is made: without case and diacritics, words apart by
 * one blank. Each record then has three strings, and finding is strstr(): fast enough to look
 * through ten thousand records at every key, without an index to keep.
 *
 * The search does not change after it was made, so any thread may use it.
 */
struct _AtlasSearch
{
  GObject parent_instance;

  AtlasDataset *dataset;
  GArray       *entries; /* of Entry, in the order of kinds and files */
};

G_DEFINE_FINAL_TYPE (AtlasSearch, atlas_search, G_TYPE_OBJECT)

/* What separates keys in a haystack; folding never leaves one in a key. */
#define KEY_START '\n'

#define MAX_QUERY_BYTES 256
#define MAX_WORDS 8

typedef struct
{
  AtlasRecord *record;   /* borrowed from the dataset */
  char        *names;    /* names and pinyin, each between KEY_STARTs */
  char        *initials; /* of the pinyin, likewise */
  char        *summary;
} Entry;

/* How well a record matches, the best first. */
typedef enum
{
  RANK_EXACT,
  RANK_EXACT_INITIALS, /* "sp" is rather 四平 than "special" */
  RANK_PREFIX,
  RANK_INITIALS,
  RANK_WORD,
  RANK_SUBSTRING,
  RANK_SUMMARY,
  RANK_NONE,
} Rank;

typedef struct
{
  const Entry *entry;
  Rank         rank;
} Hit;

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->names);
  g_free (entry->initials);
  g_free (entry->summary);
}

static void
append_folded (GString  *folded,
               gunichar  character)
{
  if (g_unichar_isalnum (character))
    g_string_append_unichar (folded, g_unichar_tolower (character));
  else if (!g_unichar_ismark (character) && character != '\'' && character != 0x2019 &&
           folded->len > 0 && folded->str[folded->len - 1] != ' ')
    g_string_append_c (folded, ' ');
}

/* Without case, width, diacritics and punctuation; words apart by one blank. Korean syllables fall
 * into their letters, so that one half typed finds what it will be. */
static char *
fold (const char *text)
{
  GString *folded = g_string_sized_new (strlen (text) + 1);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH] = { character };
      gsize n_parts = 1;

      /* What most texts are made of has no parts, and looking for them takes long. */
      if (character >= 0x80 && !(character >= 0x4e00 && character <= 0x9fff))
        n_parts = g_unichar_fully_decompose (character, TRUE, parts, G_N_ELEMENTS (parts));
      for (gsize i = 0; i < n_parts; i++)
        append_folded (folded, parts[i]);
    }
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);
  return g_string_free (folded, FALSE);
}

static void
append_key (GString    *keys,
            const char *key)
{
  if (*key == '\0')
    return;
  g_string_append (keys, key);
  g_string_append_c (keys, KEY_START);
}

/* "chang chun shi" is found as it stands, as "changchunshi" and as "ccs". */
static void
append_pinyin (GString    *names,
               GString    *initials,
               const char *pinyin)
{
  g_auto (GStrv) syllables = g_strsplit (pinyin, " ", -1);
  g_autofree char *joined = g_strjoinv (NULL, syllables);
  g_autoptr (GString) firsts = g_string_new (NULL);

  for (gsize i = 0; syllables[i] != NULL; i++)
    g_string_append_unichar (firsts, g_utf8_get_char (syllables[i]));
  append_key (names, pinyin);
  append_key (names, joined);
  append_key (initials, firsts->str);
}

/* Nobody types the 市 of 长春市 or the 시 of 창춘시, so a place is exactly met without it, too. */
static void
append_place_without_suffix (GString    *names,
                             GString    *initials,
                             const char *name,
                             const char *pinyin)
{
  static const struct
  {
    const char *suffix, *pinyin;
  } suffixes[] = {
    { "市", " shi" }, { "省", " sheng" }, { "县", " xian" }, { "区", " qu" }, { "州", " zhou" },
    { "시", NULL },   { "성", NULL },     { "현", NULL },    { "구", NULL },  { "주", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (name, suffixes[i].suffix))
      {
        g_autofree char *stem = g_strndup (name, strlen (name) - strlen (suffixes[i].suffix));
        g_autofree char *folded = fold (stem);

        append_key (names, folded);
        if (suffixes[i].pinyin != NULL && g_str_has_suffix (pinyin, suffixes[i].pinyin))
          {
            g_autofree char *short_pinyin =
              g_strndup (pinyin, strlen (pinyin) - strlen (suffixes[i].pinyin));

            append_pinyin (names, initials, short_pinyin);
          }
      }
}

static Entry
make_entry (AtlasRecord *record)
{
  const AtlasText *name = atlas_record_get_name_text (record);
  const char *pinyin = atlas_record_get_pinyin (record);
  g_autofree char *folded_pinyin = fold (pinyin != NULL ? pinyin : "");
  GString *names = g_string_new ("\n");
  GString *initials = g_string_new ("\n");
  GString *summary = g_string_new (NULL);
  const char *former_summary = NULL;

  for (guint i = 0; i < ATLAS_N_LANGUAGES; i++)
    {
      const char *words = atlas_text_peek (name, (AtlasLanguage) i);
      const char *summary_words = atlas_record_get_summary (record, (AtlasLanguage) i);
      g_autofree char *folded = fold (words != NULL ? words : "");

      append_key (names, folded);
      if (words != NULL && ATLAS_IS_PLACE (record))
        append_place_without_suffix (names, initials, words, folded_pinyin);
      /* A language that is missing falls back to the one before. */
      if (summary_words != former_summary)
        {
          g_autofree char *folded_summary = fold (summary_words);

          append_key (summary, folded_summary);
          former_summary = summary_words;
        }
    }
  append_pinyin (names, initials, folded_pinyin);
  return (Entry) { record, g_string_free (names, FALSE), g_string_free (initials, FALSE),
                   g_string_free (summary, FALSE) };
}

/* A single Latin letter stands inside of nearly every name; it is looked for at beginnings only. */
static gboolean
is_worth_looking_inside (const char *needle)
{
  return needle[1] != '\0';
}

/* The best of the places where @needle stands among the names. */
static Rank
rank_in_names (const char *names,
               const char *needle)
{
  gsize length = strlen (needle);
  Rank best = RANK_NONE;

  for (const char *found = strstr (names, needle); found != NULL;
       found = strstr (found + 1, needle))
    {
      Rank rank = RANK_SUBSTRING;

      if (found[-1] == KEY_START)
        rank = found[length] == KEY_START ? RANK_EXACT : RANK_PREFIX;
      else if (found[-1] == ' ')
        rank = RANK_WORD;
      else if (!is_worth_looking_inside (needle))
        rank = RANK_NONE;
      best = MIN (best, rank);
    }
  return best;
}

static Rank
rank_in_initials (const char *initials,
                  const char *needle)
{
  gsize length = strlen (needle);
  Rank best = RANK_NONE;

  for (const char *found = strstr (initials, needle); found != NULL;
       found = strstr (found + 1, needle))
    if (found[-1] == KEY_START)
      best = MIN (best, found[length] == KEY_START ? RANK_EXACT_INITIALS : RANK_INITIALS);
  return best;
}

static Rank
rank_needle (const Entry *entry,
             const char  *needle)
{
  Rank rank = MIN (rank_in_names (entry->names, needle),
                   rank_in_initials (entry->initials, needle));

  if (rank == RANK_NONE && is_worth_looking_inside (needle) &&
      strstr (entry->summary, needle) != NULL)
    rank = RANK_SUMMARY;
  return rank;
}

/* All words must match, and the worst of them counts; unless they match better as one. */
static Rank
rank_entry (const Entry        *entry,
            const char         *query,
            const char * const *words)
{
  Rank worst = RANK_EXACT;

  for (gsize i = 0; words[i] != NULL && i < MAX_WORDS && worst != RANK_NONE; i++)
    worst = MAX (worst, rank_needle (entry, words[i]));
  if (worst != RANK_NONE && words[1] != NULL)
    worst = MIN (worst, rank_in_names (entry->names, query));
  return worst;
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *first = a;
  const Hit *second = b;
  AtlasRecordKind first_kind, second_kind;

  if (first->rank != second->rank)
    return (int) first->rank - (int) second->rank;
  first_kind = atlas_record_get_kind (first->entry->record);
  second_kind = atlas_record_get_kind (second->entry->record);
  if (first_kind != second_kind)
    return (int) first_kind - (int) second_kind;
  return g_strcmp0 (atlas_record_get_pinyin (first->entry->record),
                    atlas_record_get_pinyin (second->entry->record));
}

static void
atlas_search_finalize (GObject *object)
{
  AtlasSearch *self = ATLAS_SEARCH (object);

  g_array_unref (self->entries);
  g_clear_object (&self->dataset);

  G_OBJECT_CLASS (atlas_search_parent_class)->finalize (object);
}

static void
atlas_search_class_init (AtlasSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_search_finalize;
}

static void
atlas_search_init (AtlasSearch *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
}

/**
 * atlas_search_new:
 * @dataset: a complete dataset
 *
 * Takes about ten milliseconds for each thousand records, and may be called in any thread.
 *
 * Returns: (transfer full): a search over all records of @dataset
 */
AtlasSearch *
atlas_search_new (AtlasDataset *dataset)
{
  AtlasSearch *self;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);

  self = g_object_new (ATLAS_TYPE_SEARCH, NULL);
  self->dataset = g_object_ref (dataset);
  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      GListModel *records = atlas_dataset_get_records (dataset, (AtlasRecordKind) kind);
      guint n_records = g_list_model_get_n_items (records);

      for (guint i = 0; i < n_records; i++)
        {
          g_autoptr (AtlasRecord) record = g_list_model_get_item (records, i);
          Entry entry = make_entry (record);

          g_array_append_val (self->entries, entry);
        }
    }
  return self;
}

/**
 * atlas_search_find:
 * @self: a search
 * @query: what the reader typed: any bytes, of which a reasonable length is looked at
 * @filter: (nullable): what may be found, or NULL for everything
 * @max: how many records to return at most
 *
 * Finds the records whose names, pinyin, pinyin initials or summaries hold every word of @query.
 * Names that are the query come first, or whose initials are, then those that begin with it, those
 * whose initials do, those of which a word does, those that hold it, and at last summaries; among
 * equals the order is that of kinds, then of pinyin.
 *
 * Returns: (transfer full) (element-type AtlasRecord): the records found, the best first; none when
 *   @query has no letter or digit
 */
GPtrArray *
atlas_search_find (AtlasSearch *self,
                   const char  *query,
                   AtlasFilter *filter,
                   guint        max)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  g_autofree char *valid = NULL;
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (ATLAS_IS_SEARCH (self), found);
  g_return_val_if_fail (query != NULL, found);
  g_return_val_if_fail (filter == NULL || ATLAS_IS_FILTER (filter), found);

  valid = g_utf8_make_valid (query, (gssize) strnlen (query, MAX_QUERY_BYTES));
  folded = fold (valid);
  if (*folded == '\0')
    return found;
  words = g_strsplit (folded, " ", -1);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      Hit hit = { entry, rank_entry (entry, folded, (const char * const *) words) };

      if (hit.rank != RANK_NONE && (filter == NULL || atlas_filter_matches (filter, entry->record)))
        g_array_append_val (hits, hit);
    }
  /* Merge sort, so that what is equal keeps the order of the file. */
  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < MIN (hits->len, max); i++)
    g_ptr_array_add (found, g_object_ref (g_array_index (hits, Hit, i).entry->record));
  return found;
}
