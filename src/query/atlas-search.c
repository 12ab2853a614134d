/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-search.h"

#include <string.h>

#include <unicode/utf16.h>
#include <unicode/utrans.h>

#include "atlas-figure.h"
#include "atlas-format.h"
#include "atlas-place.h"
#include "atlas-source.h"

/*
 * AtlasSearch: finds records by the text that the user types.
 *
 * Names are normalized when the search is created: without case and diacritics, words separated by
 * one blank. Each record then has three strings, and matching is strstr(). This is fast enough to
 * search ten thousand records at every key press without an index. If nothing is found, the search
 * is repeated and allows one mistake in each long word.
 *
 * A search is immutable, so any thread may use it.
 */
struct _AtlasSearch
{
  GObject parent_instance;

  AtlasDataset *dataset;
  GArray *entries;    /* of Entry, in the order of kinds and of the file */
  GHashTable *places; /* from names without blanks to AtlasPlace, for pairs of places */
};

G_DEFINE_FINAL_TYPE (AtlasSearch, atlas_search, G_TYPE_OBJECT)

/* The separator of keys in a haystack. Normalized keys never contain it. */
#define KEY_START '\n'

#define MAX_QUERY_BYTES 256
#define MAX_WORDS 8
/* The largest length of a run of Han characters that is split into pieces, because the time grows
 * with the length. */
#define MAX_HAN_BYTES (16 * HAN_BYTES)
#define HAN_BYTES 3
/* The shortest word in which a mistake is allowed; shorter ones would match too many others. */
#define MIN_MISTAKEN_BYTES 5

#define FIRST_HAN 0x4e00
#define LAST_HAN 0x9fff
#define N_HAN (LAST_HAN - FIRST_HAN + 1)

typedef struct
{
  AtlasRecord *record; /* borrowed from the dataset */
  char *names;         /* names and pinyin, each enclosed in KEY_START */
  char *initials;      /* of the pinyin, the same way */
  char *summary;
} Entry;

/* The quality of a match, the best one first. */
typedef enum
{
  RANK_EXACT,
  RANK_EXACT_INITIALS, /* "sp" means 四平 rather than "special" */
  RANK_PREFIX,
  RANK_INITIALS,
  RANK_WORD,
  RANK_SUBSTRING,
  RANK_PIECES, /* 四平辽源 matches 四平市—辽源市 in two pieces */
  RANK_SUMMARY,
  RANK_MISTAKEN_NAME, /* a complete name with one mistake */
  RANK_MISTAKE,
  RANK_NONE,
} Rank;

typedef struct
{
  const Entry *entry;
  Rank rank;
} Hit;

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->names);
  g_free (entry->initials);
  g_free (entry->summary);
}

static gboolean
is_han (gunichar character)
{
  return character >= FIRST_HAN && character <= LAST_HAN;
}

/* Puts the simplified form of each Han character into simplified. Returns FALSE if ICU lacks the
 * transliterator. Some simplified forms are outside of the basic plane, so that each character may
 * become two code units. */
static gboolean
fill_simplified (gunichar simplified[N_HAN])
{
  static const int32_t capacity = 2 * N_HAN;
  UErrorCode error = U_ZERO_ERROR;
  UTransliterator *transliterator =
    utrans_openU (u"Traditional-Simplified", -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
  g_autofree UChar *units = g_new (UChar, capacity);
  int32_t length = N_HAN, limit = N_HAN, n_filled = 0;

  if (U_FAILURE (error))
    return FALSE;
  for (int32_t i = 0; i < N_HAN; i++)
    units[i] = (UChar) (FIRST_HAN + i);
  utrans_transUChars (transliterator, units, &length, capacity, 0, &limit, &error);
  utrans_close (transliterator);
  for (int32_t i = 0; U_SUCCESS (error) && i < length && n_filled < N_HAN; n_filled++)
    U16_NEXT (units, i, length, simplified[n_filled]);
  return n_filled == N_HAN;
}

/* Returns a table of simplified characters, filled once, because using the transliterator for each
 * character would be slow. If it cannot be filled, characters are not changed. */
static const gunichar *
get_simplified (void)
{
  static gunichar simplified[N_HAN];
  static gsize is_filled;

  if (g_once_init_enter (&is_filled))
    {
      if (!fill_simplified (simplified))
        for (gsize i = 0; i < N_HAN; i++)
          simplified[i] = FIRST_HAN + i;
      g_once_init_leave (&is_filled, 1);
    }
  return simplified;
}

/* Pinyin lü is typed as "lü" or "lv"; this "v" becomes "u" in names and queries. */
static gboolean
is_umlaut (const GString *folded, gunichar character)
{
  return character == 'v' && folded->len > 0 && strchr ("ln", folded->str[folded->len - 1]) != NULL;
}

static void
append_folded (GString *folded, gunichar character)
{
  if (is_han (character))
    g_string_append_unichar (folded, get_simplified ()[character - FIRST_HAN]);
  else if (is_umlaut (folded, g_unichar_tolower (character)))
    g_string_append_c (folded, 'u');
  else if (g_unichar_isalnum (character))
    g_string_append_unichar (folded, g_unichar_tolower (character));
  else if (!g_unichar_ismark (character) && character != '\'' && character != 0x2019 &&
           folded->len > 0 && folded->str[folded->len - 1] != ' ')
    g_string_append_c (folded, ' ');
}

/* Normalizes text: removes case, width, diacritics and punctuation, converts to simplified Han, and
 * separates words by one blank. Korean syllables are decomposed into letters, so that a half-typed
 * syllable matches. */
static char *
fold (const char *text)
{
  GString *folded = g_string_sized_new (strlen (text) + 1);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH] = { character };
      gsize n_parts = 1;

      /* ASCII and Han have no decomposition, so skip the slow look-up. */
      if (character >= 0x80 && !is_han (character))
        n_parts = g_unichar_fully_decompose (character, TRUE, parts, G_N_ELEMENTS (parts));
      for (gsize i = 0; i < n_parts; i++)
        append_folded (folded, parts[i]);
    }
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);
  return g_string_free (folded, FALSE);
}

static void
append_key (GString *keys, const char *key)
{
  if (*key == '\0')
    return;
  g_string_append (keys, key);
  g_string_append_c (keys, KEY_START);
}

/* Makes "chang chun shi" match as it is, as "changchunshi" and as "ccs". */
static void
append_pinyin (GString *names, GString *initials, const char *pinyin)
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

/* Adds the name of a place without its suffix, such as 市 of 长春市 or 시 of 창춘시, because users
 * do not type it. */
static void
append_place_without_suffix (GString *names,
                             GString *initials,
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

static void
append_names (GString *names, const char *const *others)
{
  for (gsize i = 0; others != NULL && others[i] != NULL; i++)
    {
      g_autofree char *folded = fold (others[i]);

      append_key (names, folded);
    }
}

/* Adds the value of a figure as written in data and in each language: 653.33亿元, 65.333 billion.
 */
static void
append_amounts (GString *names, AtlasFigure *figure)
{
  const AtlasDecimal *value = atlas_figure_get_value (figure);
  g_autofree char *plain = value != NULL ? atlas_decimal_to_string (*value) : NULL;

  if (value == NULL)
    return;
  append_names (names, (const char *const[]) { plain, NULL });
  for (guint i = 0; i < ATLAS_N_LANGUAGES; i++)
    {
      g_autofree char *words =
        atlas_format_quantity (*value, atlas_figure_get_unit (figure), (AtlasLanguage) i);

      append_names (names, (const char *const[]) { words, NULL });
    }
}

/* Adds codes and amounts as they are written. */
static void
append_numbers (GString *names, AtlasRecord *record)
{
  const char *code = ATLAS_IS_PLACE (record)    ? atlas_place_get_code (ATLAS_PLACE (record))
                     : ATLAS_IS_SOURCE (record) ? atlas_source_get_number (ATLAS_SOURCE (record))
                                                : NULL;

  append_names (names, (const char *const[]) { code, NULL });
  if (ATLAS_IS_FIGURE (record))
    append_amounts (names, ATLAS_FIGURE (record));
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
      /* If a language is missing, the fallback is the same text again. */
      if (summary_words != former_summary)
        {
          g_autofree char *folded_summary = fold (summary_words);

          append_key (summary, folded_summary);
          former_summary = summary_words;
        }
    }
  append_pinyin (names, initials, folded_pinyin);
  append_numbers (names, record);
  append_names (names, atlas_record_get_aliases (record));
  return (Entry) { record, g_string_free (names, FALSE), g_string_free (initials, FALSE),
                   g_string_free (summary, FALSE) };
}

/* A single Latin letter is contained in almost every name, so match it only at beginnings. */
static gboolean
is_worth_looking_inside (const char *needle)
{
  return needle[1] != '\0';
}

/* Returns the best rank of all occurrences of @needle in the names. */
static Rank
rank_in_names (const char *names, const char *needle)
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
rank_in_initials (const char *initials, const char *needle)
{
  gsize length = strlen (needle);
  Rank best = RANK_NONE;

  for (const char *found = strstr (initials, needle); found != NULL;
       found = strstr (found + 1, needle))
    if (found[-1] == KEY_START)
      best = MIN (best, found[length] == KEY_START ? RANK_EXACT_INITIALS : RANK_INITIALS);
  return best;
}

/* Returns the length in bytes of an administrative suffix at the beginning of @text. */
static gsize
skip_suffix (const char *text)
{
  static const char *const suffixes[] = {
    "自治州", "自治区", "自治县", "市", "省", "县", "区", "州"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_prefix (text, suffixes[i]))
      return strlen (suffixes[i]);
  return 0;
}

static gboolean
stands_in (const Entry *entry, const char *piece, gsize length, gboolean with_summary)
{
  return memmem (entry->names, strlen (entry->names), piece, length) != NULL ||
         (with_summary && memmem (entry->summary, strlen (entry->summary), piece, length) != NULL);
}

/* Whether @han can be split into pieces of at least two characters that @entry all contains, each
 * with or without an administrative suffix. */
static gboolean
falls_into_pieces (const Entry *entry, const char *han, gboolean with_summary)
{
  const gsize rest = strlen (han);

  if (rest == 0)
    return TRUE;
  for (gsize length = 2 * HAN_BYTES; length <= rest && stands_in (entry, han, length, with_summary);
       length += HAN_BYTES)
    {
      const gsize suffix = skip_suffix (han + length);

      if (falls_into_pieces (entry, han + length, with_summary) ||
          (suffix > 0 && falls_into_pieces (entry, han + length + suffix, with_summary)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_all_han (const char *text)
{
  while (*text != '\0' && is_han (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

static Rank
rank_pieces (const Entry *entry, const char *needle)
{
  const gsize length = strlen (needle);

  if (length <= 2 * HAN_BYTES || length > MAX_HAN_BYTES || !is_all_han (needle))
    return RANK_NONE;
  return falls_into_pieces (entry, needle, FALSE)  ? RANK_PIECES
         : falls_into_pieces (entry, needle, TRUE) ? RANK_SUMMARY
                                                   : RANK_NONE;
}

/* Ranks @word if it begins with @needle except for one wrong, missing or extra letter, or two
 * exchanged ones. @word ends at the end of its key or at the next word. */
static Rank
rank_mistaken_word (const char *word, const char *needle)
{
  const gboolean begins_key = word[-1] == KEY_START;
  Rank best = RANK_NONE;
  gboolean ends, is_swapped;

  while (*needle != '\0' && *word == *needle)
    word++, needle++;
  if (*needle == '\0')
    return RANK_MISTAKE;
  ends = *word == '\0' || *word == KEY_START || *word == ' ';
  is_swapped = !ends && needle[0] == word[1] && needle[1] == word[0];
  for (guint way = 0; way < 4; way++)
    {
      const char *word_rest = way == 0 ? word : way == 3 ? word + 2 : word + 1;
      const char *needle_rest = way == 2 ? needle : way == 3 ? needle + 2 : needle + 1;

      if ((way > 0 && ends) || (way == 3 && !is_swapped) ||
          !g_str_has_prefix (word_rest, needle_rest))
        continue;
      if (begins_key && word_rest[strlen (needle_rest)] == KEY_START)
        return RANK_MISTAKEN_NAME;
      best = RANK_MISTAKE;
    }
  return best;
}

/* Mistakes are allowed only in long words of Latin letters. */
static gboolean
may_be_mistaken (const char *needle)
{
  const gsize n_letters = strspn (needle, "abcdefghijklmnopqrstuvwxyz");

  return n_letters >= MIN_MISTAKEN_BYTES && needle[n_letters] == '\0';
}

static Rank
rank_mistake (const Entry *entry, const char *needle)
{
  Rank best = RANK_NONE;

  if (!may_be_mistaken (needle))
    return RANK_NONE;
  for (const char *word = entry->names;
       word[0] != '\0' && word[1] != '\0' && best != RANK_MISTAKEN_NAME;
       word += strcspn (word, " \n"))
    {
      const Rank rank = rank_mistaken_word (++word, needle);

      best = MIN (best, rank);
    }
  return best;
}

static Rank
rank_needle (const Entry *entry, const char *needle, gboolean forgives)
{
  Rank rank =
    MIN (rank_in_names (entry->names, needle), rank_in_initials (entry->initials, needle));

  if (rank == RANK_NONE && is_worth_looking_inside (needle) &&
      strstr (entry->summary, needle) != NULL)
    rank = RANK_SUMMARY;
  if (rank == RANK_NONE || rank == RANK_SUMMARY)
    rank = MIN (rank, rank_pieces (entry, needle));
  if (rank == RANK_NONE && forgives)
    rank = rank_mistake (entry, needle);
  return rank;
}

/* All words must match, and the worst rank counts, unless the words match better as one. */
static Rank
rank_entry (const Entry *entry, const char *query, const char *const *words, gboolean forgives)
{
  Rank worst = RANK_EXACT;

  for (gsize i = 0; words[i] != NULL && i < MAX_WORDS && worst != RANK_NONE; i++)
    worst = MAX (worst, rank_needle (entry, words[i], forgives));
  if (worst != RANK_NONE && words[1] != NULL)
    worst = MIN (worst, rank_in_names (entry->names, query));
  return worst;
}

/* Places come before all other kinds. */
static int
order_of_kind (AtlasRecordKind kind)
{
  return kind == ATLAS_RECORD_KIND_PLACE ? -1 : (int) kind;
}

/* The kinds of places are in the order of their level: provinces and cities before zones and
 * areas. */
static int
get_level (const Hit *hit)
{
  return (int) atlas_place_get_kind (ATLAS_PLACE (hit->entry->record));
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const Hit *first = a;
  const Hit *second = b;
  AtlasRecordKind first_kind, second_kind;

  if (first->rank != second->rank)
    return (int) first->rank - (int) second->rank;
  first_kind = atlas_record_get_kind (first->entry->record);
  second_kind = atlas_record_get_kind (second->entry->record);
  if (first_kind != second_kind)
    return order_of_kind (first_kind) - order_of_kind (second_kind);
  if (first_kind == ATLAS_RECORD_KIND_PLACE && get_level (first) != get_level (second))
    return get_level (first) - get_level (second);
  return g_strcmp0 (atlas_record_get_pinyin (first->entry->record),
                    atlas_record_get_pinyin (second->entry->record));
}

static void
atlas_search_finalize (GObject *object)
{
  AtlasSearch *self = ATLAS_SEARCH (object);

  g_array_unref (self->entries);
  g_hash_table_unref (self->places);
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
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* Returns @from without blanks. */
static char *
squeeze (const char *from, gsize length)
{
  GString *squeezed = g_string_sized_new (length + 1);

  for (gsize i = 0; i < length; i++)
    if (from[i] != ' ')
      g_string_append_c (squeezed, from[i]);
  return g_string_free (squeezed, FALSE);
}

/* If a city and a province have the same name, such as Jilin, the city is used for comparisons. */
static void
add_place (AtlasSearch *self, const Entry *entry)
{
  g_auto (GStrv) names = g_strsplit (entry->names, "\n", -1);
  AtlasPlace *place = ATLAS_PLACE (entry->record);

  for (gsize i = 0; names[i] != NULL; i++)
    {
      char *name = squeeze (names[i], strlen (names[i]));

      if (*name != '\0' && (!g_hash_table_contains (self->places, name) ||
                            atlas_place_get_kind (place) == ATLAS_PLACE_KIND_PREFECTURE))
        g_hash_table_replace (self->places, name, place);
      else
        g_free (name);
    }
}

/**
 * atlas_search_new:
 * @dataset: a complete dataset
 *
 * Takes about ten milliseconds per thousand records. Any thread may call this function.
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
          if (ATLAS_IS_PLACE (record))
            add_place (self, &entry);
        }
    }
  return self;
}

static char *
fold_query (const char *query)
{
  g_autofree char *valid = g_utf8_make_valid (query, (gssize) strnlen (query, MAX_QUERY_BYTES));

  return fold (valid);
}

static GArray *
find_hits (AtlasSearch *self, const char *folded, AtlasFilter *filter, gboolean forgives)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      Hit hit = { entry, rank_entry (entry, folded, (const char *const *) words, forgives) };

      if (hit.rank != RANK_NONE &&
          (filter == NULL || atlas_filter_matches (filter, self->dataset, entry->record)))
        g_array_append_val (hits, hit);
    }
  return hits;
}

/* Short words and Han have no tolerance for mistakes, so a second search would be useless. */
static gboolean
has_forgivable_word (const char *folded)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  gboolean has = FALSE;

  for (gsize i = 0; words[i] != NULL && i < MAX_WORDS && !has; i++)
    has = may_be_mistaken (words[i]);
  return has;
}

/**
 * atlas_search_find:
 * @self: a search
 * @query: the text that the user typed; may be any bytes, and is cut to a reasonable length
 * @filter: (nullable): a filter that results must match, or %NULL for none
 * @max: the largest number of results
 *
 * Finds the records whose names, pinyin, pinyin initials or summaries contain every word of @query.
 * Results are sorted by rank: the name or the initials are equal to the query; the name begins with
 * it; the initials do; a word of the name does; the name contains it; the summary contains it. With
 * equal rank, places come first, then the order is that of kinds, then of pinyin. A run of Han
 * characters may be split into pieces that match separately. If nothing is found, one mistake is
 * allowed in each Latin word of five letters or more.
 *
 * Returns: (transfer full) (element-type AtlasRecord): the results, the best one first; empty if
 *   @query has no letter or digit
 */
GPtrArray *
atlas_search_find (AtlasSearch *self, const char *query, AtlasFilter *filter, guint max)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) hits = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (ATLAS_IS_SEARCH (self), found);
  g_return_val_if_fail (query != NULL, found);
  g_return_val_if_fail (filter == NULL || ATLAS_IS_FILTER (filter), found);

  folded = fold_query (query);
  if (*folded == '\0')
    return found;
  hits = find_hits (self, folded, filter, FALSE);
  if (hits->len == 0 && has_forgivable_word (folded))
    {
      g_array_unref (hits);
      hits = find_hits (self, folded, filter, TRUE);
    }
  /* g_array_sort() is stable, so equal results keep the order of the file. */
  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < MIN (hits->len, max); i++)
    g_ptr_array_add (found, g_object_ref (g_array_index (hits, Hit, i).entry->record));
  return found;
}

static AtlasPlace *
find_place (AtlasSearch *self, const char *name, gsize length)
{
  g_autofree char *squeezed = squeeze (name, length);

  return g_hash_table_lookup (self->places, squeezed);
}

/* Returns @text after a word that joins two names. */
static const char *
skip_joint (const char *text)
{
  /* The two before the last are the Korean 와 and 과, decomposed into letters. */
  static const char *const joints[] = { " and ", " with ", " vs ", " versus ",      " ",
                                        "和",    "与",     "跟",   "\u110b\u116a ", "\u1100\u116a ",
                                        "" };

  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    if (g_str_has_prefix (text, joints[i]))
      return text + strlen (joints[i]);
  return text;
}

/* Removes the word that asks for a comparison, which is before the names, or in Korean after
 * them. */
static char *
strip_comparing (const char *folded)
{
  static const char *const words[] = { "compare ", "comparison ", "对比", "比较",
                                       "\u1107\u1175\u1100\u116d" };
  g_autofree char *names = g_strdup (folded);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (names, words[i]))
      memmove (names, names + strlen (words[i]), strlen (names + strlen (words[i])) + 1);
    else if (g_str_has_suffix (names, words[i]))
      names[strlen (names) - strlen (words[i])] = '\0';
  return g_strdup (g_strstrip (names));
}

/**
 * atlas_search_find_pair:
 * @self: a search
 * @query: the text that the user typed
 * @place: (out) (transfer none): return location for the first place
 * @other: (out) (transfer none): return location for the second place
 *
 * Finds two places in a text such as "Siping Liaoyuan", optionally with a word that asks for a
 * comparison.
 *
 * Returns: whether @query consists of the names of two places, neither of which is within the
 *   other; if not, the places are not set
 */
gboolean
atlas_search_find_pair (AtlasSearch *self,
                        const char *query,
                        AtlasPlace **place,
                        AtlasPlace **other)
{
  g_autofree char *typed = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (ATLAS_IS_SEARCH (self), FALSE);
  g_return_val_if_fail (query != NULL && place != NULL && other != NULL, FALSE);

  typed = fold_query (query);
  folded = strip_comparing (typed);
  if (find_place (self, folded, strlen (folded)) != NULL)
    return FALSE;
  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    {
      AtlasPlace *first = find_place (self, folded, (gsize) (c - folded));
      const char *rest = skip_joint (c);
      AtlasPlace *second = first != NULL ? find_place (self, rest, strlen (rest)) : NULL;

      if (second != NULL && !atlas_place_is_within (first, self->dataset, second) &&
          !atlas_place_is_within (second, self->dataset, first))
        {
          *place = first;
          *other = second;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * atlas_search_find_family:
 * @self: a search
 * @query: the text that the user typed
 *
 * If the text is contained in the names of several industries of one group, but is not the name of
 * one, their group is the better result.
 *
 * Returns: (transfer none) (nullable): the first of these industries; %NULL if there are fewer than
 *   two, if they are in different groups, or if a place matches at least as well
 */
AtlasIndustry *
atlas_search_find_family (AtlasSearch *self, const char *query)
{
  g_autofree char *folded = NULL;
  g_autoptr (GArray) hits = NULL;
  AtlasIndustry *family = NULL;
  guint n_industries = 0;

  g_return_val_if_fail (ATLAS_IS_SEARCH (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  folded = fold_query (query);
  if (*folded == '\0')
    return NULL;
  hits = find_hits (self, folded, NULL, FALSE);
  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < hits->len; i++)
    {
      const Hit *hit = &g_array_index (hits, Hit, i);
      AtlasRecord *record = hit->entry->record;

      /* With equal rank places come first, so this place matches at least as well. */
      if (ATLAS_IS_PLACE (record) && n_industries == 0)
        return NULL;
      if (!ATLAS_IS_INDUSTRY (record) || hit->rank > RANK_SUBSTRING)
        continue;
      if (hit->rank <= RANK_EXACT_INITIALS ||
          (family != NULL &&
           atlas_industry_get_group (family) != atlas_industry_get_group (ATLAS_INDUSTRY (record))))
        return NULL;
      if (n_industries++ == 0)
        family = ATLAS_INDUSTRY (record);
    }
  return n_industries > 1 ? family : NULL;
}
