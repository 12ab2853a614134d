/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-filter-words.h"

#include "atlas-format.h"
#include "atlas-translation.h"

/*
 * Describes a filter in words, for chips on the map, for panels and for pages.
 */

static guint
count_shown (AtlasFilter *self, AtlasFacet facet)
{
  guint n_shown = 0;

  for (guint value = 0; value < atlas_facet_get_n_values (facet); value++)
    n_shown += atlas_filter_get_shows (self, facet, value);
  return n_shown;
}

/**
 * atlas_filter_get_wording:
 * @self: a filter
 * @facet: a facet
 *
 * Returns: the wording with the fewest names for the values of @facet that @self shows
 */
AtlasFilterWording
atlas_filter_get_wording (AtlasFilter *self, AtlasFacet facet)
{
  guint n_shown, n_hidden;

  g_return_val_if_fail (ATLAS_IS_FILTER (self), ATLAS_FILTER_WORDING_OPEN);
  g_return_val_if_fail (facet < ATLAS_N_FACETS, ATLAS_FILTER_WORDING_OPEN);

  n_shown = count_shown (self, facet);
  n_hidden = atlas_facet_get_n_values (facet) - n_shown;
  if (n_hidden == 0)
    return ATLAS_FILTER_WORDING_OPEN;
  if (n_shown == 0)
    return ATLAS_FILTER_WORDING_NOTHING;
  return atlas_filter_is_narrow (self, facet) ? ATLAS_FILTER_WORDING_ONLY
                                              : ATLAS_FILTER_WORDING_WITHOUT;
}

/* Appends the visible or the hidden values of @facet. */
static void
append_values (GString *names,
               AtlasFilter *self,
               AtlasFacet facet,
               gboolean shown,
               AtlasLanguage language)
{
  for (guint value = 0; value < atlas_facet_get_n_values (facet); value++)
    if (atlas_filter_get_shows (self, facet, value) == shown)
      {
        if (names->len > 0)
          g_string_append (names, atlas_translate_context (language, "list", ", "));
        g_string_append (names, atlas_facet_get_label (facet, value, language));
      }
}

/**
 * atlas_filter_describe_facet:
 * @self: a filter
 * @facet: a facet
 * @language: the language of the text
 *
 * Returns: (transfer full): the values of @facet that @self shows or hides, in a few words; "" if
 *   it hides none
 */
char *
atlas_filter_describe_facet (AtlasFilter *self, AtlasFacet facet, AtlasLanguage language)
{
  const AtlasFilterWording wording = atlas_filter_get_wording (self, facet);
  g_autoptr (GString) names = g_string_new (NULL);

  switch (wording)
    {
    case ATLAS_FILTER_WORDING_WITHOUT:
      append_values (names, self, facet, FALSE, language);
      /* Translators: what a filter hides, a list of kinds of facts. */
      return g_strdup_printf (atlas_translate (language, "Without %s"), names->str);
    case ATLAS_FILTER_WORDING_ONLY:
      append_values (names, self, facet, TRUE, language);
      /* Translators: what a filter shows, a list of kinds of facts; others are hidden. */
      return g_strdup_printf (atlas_translate (language, "Only: %s"), names->str);
    case ATLAS_FILTER_WORDING_NOTHING:
      /* Translators: all links, all industries or all events are hidden by a filter. */
      return g_strdup_printf (atlas_translate (language, "All hidden: %s"),
                              atlas_facet_get_name (facet, language));
    case ATLAS_FILTER_WORDING_OPEN:
    default:
      return g_strdup ("");
    }
}

/**
 * atlas_filter_describe_facets:
 * @self: a filter
 * @language: the language of the text
 *
 * Returns: (transfer full): the values that @self shows or hides, facet by facet, on one line; ""
 *   if no facet hides anything
 */
char *
atlas_filter_describe_facets (AtlasFilter *self, AtlasLanguage language)
{
  GString *words = g_string_new (NULL);

  g_return_val_if_fail (ATLAS_IS_FILTER (self), g_string_free (words, FALSE));

  for (guint facet = 0; facet < ATLAS_N_FACETS; facet++)
    {
      g_autofree char *part = atlas_filter_describe_facet (self, (AtlasFacet) facet, language);

      if (*part != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", part);
    }
  return g_string_free (words, FALSE);
}

/**
 * atlas_filter_describe_unsorted:
 * @self: a filter
 * @language: the language of the text
 *
 * Figures and projects belong to no group of links and to no kind of event, so no facet hides them,
 * unless the filter is about a few groups. Users must be told which of both applies.
 *
 * Returns: (nullable) (transfer none): one sentence about the records that have no facet, or %NULL
 *   if the facets hide nothing
 */
const char *
atlas_filter_describe_unsorted (AtlasFilter *self, AtlasLanguage language)
{
  g_return_val_if_fail (ATLAS_IS_FILTER (self), NULL);

  if (atlas_filter_is_narrow (self, ATLAS_FACET_LINKS) ||
      atlas_filter_is_narrow (self, ATLAS_FACET_INDUSTRIES))
    return atlas_translate (
      language, "Figures, plans, projects and next steps are listed only if they concern these");
  for (guint facet = 0; facet < ATLAS_N_FACETS; facet++)
    if (atlas_filter_get_wording (self, (AtlasFacet) facet) != ATLAS_FILTER_WORDING_OPEN)
      return atlas_translate (language, "Figures, plans, projects and next steps are not filtered");
  return NULL;
}

/**
 * atlas_undated_describe:
 * @dataset: a dataset
 * @language: the language of the text
 *
 * Returns: (transfer full): the sentence above undated records if time is filtered, which explains
 *   why they are separate
 */
char *
atlas_undated_describe (AtlasDataset *dataset, AtlasLanguage language)
{
  const AtlasDate *date;
  g_autofree char *words = NULL;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);

  date = atlas_dataset_get_date (dataset);
  if (date == NULL)
    return g_strdup (atlas_translate (language, "What follows bears no date in the source."));
  words = atlas_format_date (date, language);
  /* Translators: %s is the date of the document from which the facts come. */
  return g_strdup_printf (
    atlas_translate (language,
                     "What follows is told as of %s. The source does not say since when."),
    words);
}

/**
 * atlas_undated_mark:
 * @words: the name of a record, or a heading above several
 * @language: the language of @words
 *
 * Returns: (transfer full): @words, marked as undated
 */
char *
atlas_undated_mark (const char *words, AtlasLanguage language)
{
  /* Translators: a record, or the heading of a group of records, which bear no date. */
  return g_strdup_printf (atlas_translate (language, "%s, undated"), words);
}

/**
 * atlas_undated_count:
 * @n_undated: the number of undated records
 * @language: the language of the text
 *
 * Returns: (transfer full): text for that number, which follows the number of dated records
 */
char *
atlas_undated_count (guint n_undated, AtlasLanguage language)
{
  /* Translators: of a number: how many more there are without a date. */
  return g_strdup_printf (
    atlas_translate_plural (language, "%u more undated", "%u more undated", n_undated), n_undated);
}

/**
 * atlas_undated_add:
 * @count: the number of records in the time shown
 * @n_undated: the number of undated records
 * @language: the language of the text
 *
 * Returns: (transfer full): both numbers for a legend, such as "12+3"; "12" if none is undated
 */
char *
atlas_undated_add (guint count, guint n_undated, AtlasLanguage language)
{
  g_autofree char *known = atlas_format_number (count, language);
  g_autofree char *undated = atlas_format_number (n_undated, language);

  return n_undated > 0 ? g_strdup_printf ("%s+%s", known, undated) : g_steal_pointer (&known);
}

/**
 * atlas_undated_explain:
 * @language: the language of the text
 *
 * Returns: (transfer none): the explanation of pale lines and of the number after the plus sign,
 *   for a legend
 */
const char *
atlas_undated_explain (AtlasLanguage language)
{
  /* Translators: in a legend, of links: pale lines, and the 3 of "12+3", are undated ones. */
  return atlas_translate_context (language, "legend", "Paler, after +: undated");
}
