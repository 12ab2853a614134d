/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-caption.h"

#include "atlas-description.h"
#include "atlas-filter-words.h"
#include "atlas-schema.h"
#include "atlas-source.h"
#include "atlas-translation.h"

/* The caption of a view: the same when it is presented and when it is printed. */

/* More citations would not fit below a sentence. */
#define MAX_CITATIONS 3

/* A scope without a caption is described by the summary of its subject. */
static char *
describe_scope (const AtlasFacts *facts)
{
  AtlasRecord *subject = atlas_scope_get_subject (facts->scope);
  const char *summary = subject != NULL && atlas_scope_get_other (facts->scope) == NULL
                          ? atlas_record_get_summary (subject, facts->language)
                          : "";

  return g_strdup (*summary != '\0' ? summary
                                    : atlas_scope_get_name (facts->scope, facts->language));
}

static char *
find_sentence (const AtlasFacts *facts, AtlasTourStep *step)
{
  const AtlasText *caption = step != NULL ? atlas_tour_step_get_caption (step) : NULL;

  return caption != NULL ? g_strdup (atlas_text_get (caption, facts->language))
                         : describe_scope (facts);
}

/* Appends the number of a source, unless it is that of the citation before, and the paragraph. */
static void
append_citation (GString *text,
                 const AtlasFacts *facts,
                 const AtlasCitation *citation,
                 const AtlasCitation *before)
{
  AtlasRecord *source = atlas_dataset_get_source (atlas_scope_get_dataset (facts->scope), citation);
  g_autofree char *mark = atlas_citation_to_string (citation);
  const char *number;

  if (source == NULL)
    return;
  number = atlas_source_get_number (ATLAS_SOURCE (source));
  if (number == NULL)
    number = atlas_record_get_name (source, facts->language);
  if (text->len > 0)
    g_string_append (text, atlas_translate_context (facts->language, "list", ", "));
  if (before == NULL || !g_str_equal (before->source, citation->source))
    g_string_append_printf (text, "%s ", number);
  g_string_append (text, mark);
}

/**
 * atlas_caption_describe_citations:
 * @facts: the dataset and the language
 * @record: a record
 *
 * Returns: (transfer full): its first citations, with the official number of each source, which is
 *   shorter than its title; the words of atlas_describe_no_source() if it has none but needs one
 */
char *
atlas_caption_describe_citations (const AtlasFacts *facts, AtlasRecord *record)
{
  const guint n_citations = MIN (atlas_record_get_n_citations (record), MAX_CITATIONS);
  GString *text = g_string_new (NULL);

  if (atlas_record_lacks_source (record))
    g_string_append (text, atlas_describe_no_source (facts->language));
  for (guint i = 0; i < n_citations; i++)
    append_citation (text, facts, atlas_record_get_citation (record, i),
                     i > 0 ? atlas_record_get_citation (record, i - 1) : NULL);
  return g_string_free (text, FALSE);
}

static char *
describe_citations_of_step (const AtlasFacts *facts, AtlasTourStep *step)
{
  const guint n_citations = MIN (atlas_tour_step_get_n_citations (step), MAX_CITATIONS);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_citations; i++)
    append_citation (text, facts, atlas_tour_step_get_citation (step, i),
                     i > 0 ? atlas_tour_step_get_citation (step, i - 1) : NULL);
  return g_string_free (text, FALSE);
}

/* The citations of the caption, or those of the record whose summary replaces it. */
static char *
find_citation (const AtlasFacts *facts, AtlasTourStep *step)
{
  AtlasRecord *subject = atlas_scope_get_subject (facts->scope);

  if (step != NULL && atlas_tour_step_get_caption (step) != NULL)
    return describe_citations_of_step (facts, step);
  if (subject != NULL && atlas_scope_get_other (facts->scope) == NULL)
    return atlas_caption_describe_citations (facts, subject);
  return g_strdup ("");
}

/**
 * atlas_caption_new:
 * @facts: the facts of the view
 * @step: (nullable): the step of a tour that has the view, or %NULL for a view without a sentence
 *
 * Returns: (transfer full): its caption
 */
AtlasCaption *
atlas_caption_new (const AtlasFacts *facts, AtlasTourStep *step)
{
  AtlasCaption *self;
  g_autofree char *facets = NULL;

  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (step == NULL || ATLAS_IS_TOUR_STEP (step), NULL);

  self = g_new (AtlasCaption, 1);
  facets = facts->filter != NULL ? atlas_filter_describe_facets (facts->filter, facts->language)
                                 : g_strdup ("");
  self->sentence = find_sentence (facts, step);
  self->subject =
    atlas_join_facts (atlas_scope_get_name (facts->scope, facts->language), facets, NULL);
  self->moment = atlas_facts_describe_moment (facts);
  self->citation = find_citation (facts, step);
  return self;
}

/**
 * atlas_caption_free:
 * @self: (nullable): a caption
 */
void
atlas_caption_free (AtlasCaption *self)
{
  if (self == NULL)
    return;
  g_free (self->sentence);
  g_free (self->subject);
  g_free (self->moment);
  g_free (self->citation);
  g_free (self);
}
