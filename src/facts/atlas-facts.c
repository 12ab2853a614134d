/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-facts.h"

#include <glib/gi18n.h>

#include "atlas-description.h"
#include "atlas-filter-words.h"
#include "atlas-format.h"
#include "atlas-left-out.h"
#include "atlas-province.h"
#include "atlas-source.h"
#include "atlas-translation.h"

/*
 * The texts about a scope, for panels and pages. On a page the language is that of the page, which
 * may differ from that of the interface.
 */

/**
 * atlas_facts_shows:
 * @self: the facts
 * @record: a record of the dataset of its scope
 *
 * Returns: whether @record is in the scope and the filter, including undated records
 */
gboolean
atlas_facts_shows (const AtlasFacts *self, AtlasRecord *record)
{
  return atlas_shown_contains (self->scope, self->filter, record);
}

/**
 * atlas_facts_is_in_doubt:
 * @self: the facts
 * @record: a record in the scope and the filter
 *
 * Returns: whether it is not known if the record lies in the time of the filter
 */
gboolean
atlas_facts_is_in_doubt (const AtlasFacts *self, AtlasRecord *record)
{
  return atlas_shown_is_in_doubt (self->scope, self->filter, record);
}

/**
 * atlas_facts_list:
 * @self: the facts
 * @kind: a kind of record
 *
 * Returns: (transfer container) (element-type AtlasRecord): the records of @kind in the scope, the
 *   filter and the part of @self, in the order of the file
 */
GPtrArray *
atlas_facts_list (const AtlasFacts *self, AtlasRecordKind kind)
{
  return atlas_shown_list (self->scope, self->filter, self->part, kind);
}

/**
 * atlas_facts_describe_moment:
 * @self: the facts
 *
 * Returns: (transfer full): the time of the filter, or else the date of the dataset; "" if the
 *   dataset has none
 */
char *
atlas_facts_describe_moment (const AtlasFacts *self)
{
  const AtlasDate *date = atlas_dataset_get_date (atlas_scope_get_dataset (self->scope));
  g_autofree char *words = NULL;

  if (self->filter != NULL && atlas_filter_has_time (self->filter))
    return atlas_filter_describe_time (self->filter, self->language);
  if (date == NULL)
    return g_strdup ("");
  words = atlas_format_date (date, self->language);
  /* Translators: the date on which a figure was counted. */
  return g_strdup_printf (atlas_translate (self->language, "as of %s"), words);
}

/* The distance between the two places of the scope; "" for other scopes. */
static char *
describe_span (const AtlasFacts *self, AtlasRecord *subject, AtlasRecord *other)
{
  g_autofree char *distance = NULL;

  if (ATLAS_IS_PLACE (subject) && ATLAS_IS_PLACE (other))
    distance = atlas_describe_distance (ATLAS_PLACE (subject), ATLAS_PLACE (other), self->language);
  else if (ATLAS_IS_LINK (subject) && other == NULL)
    distance = atlas_describe_length (ATLAS_LINK (subject), atlas_scope_get_dataset (self->scope),
                                      self->language);
  return atlas_describe_straight_line (distance != NULL ? distance : "", self->language);
}

/**
 * atlas_facts_describe_scope:
 * @self: the facts
 *
 * Returns: (transfer full): the line below the title of a scope: its kind, place and date, and the
 *   time of the filter or the date of the dataset
 */
char *
atlas_facts_describe_scope (const AtlasFacts *self)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (self->scope);
  AtlasRecord *subject = atlas_scope_get_subject (self->scope);
  AtlasRecord *other = atlas_scope_get_other (self->scope);
  g_autofree char *moment = atlas_facts_describe_moment (self);
  g_autofree char *span = describe_span (self, subject, other);
  g_autofree char *subtitle = NULL;

  if (subject == NULL)
    subtitle = g_strdup (atlas_province_describe_whole (dataset, self->language));
  else if (other == NULL)
    subtitle = atlas_describe_subtitle (subject, dataset, self->language);
  else
    subtitle =
      g_strdup (ATLAS_IS_LINK (subject) || ATLAS_IS_LINK (other)
                  /* Translators: of two that are compared, one of which is a link. */
                  ? atlas_translate_context (self->language, "comparison of links", "Side by side")
                  : atlas_translate (self->language, "Two places side by side"));
  return atlas_join_facts (subtitle, span, moment, NULL);
}

/* The number of links on the map that are undated and therefore paler. */
static char *
describe_undated (const AtlasFacts *self)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (self->scope);
  g_autoptr (GPtrArray) links = atlas_shown_list_links (self->scope, NULL, ATLAS_SHOWN_PART_ALL);
  guint n_undated, n_all;
  gboolean is_paler = FALSE;

  for (guint i = 0; i < links->len; i++)
    is_paler = is_paler || atlas_filter_is_in_doubt (self->filter, dataset, links->pdata[i]);
  n_undated = atlas_filter_count_undated (self->filter, dataset, links, &n_all);
  if (!is_paler || n_undated == 0)
    return g_strdup ("");
  /* Translators: the number of links without a date, and of all links. */
  return g_strdup_printf (atlas_translate (self->language,
                                           "%u of %u links without a date, drawn paler"),
                          n_undated, n_all);
}

/**
 * atlas_facts_describe_filter:
 * @self: the facts
 *
 * Returns: (transfer full): one line that describes what the filter leaves out; "" if nothing
 */
char *
atlas_facts_describe_filter (const AtlasFacts *self)
{
  g_autofree char *facets = NULL;
  g_autofree char *time = NULL;

  if (self->filter == NULL || atlas_filter_is_open (self->filter))
    return g_strdup ("");
  facets = atlas_filter_describe_facets (self->filter, self->language);
  time = atlas_filter_describe_time (self->filter, self->language);
  return atlas_join_facts (time, facets, NULL);
}

/**
 * atlas_facts_describe_limits:
 * @self: the facts
 *
 * Returns: (transfer full): one line that describes what the filter leaves out, except for the
 *   time, which is part of atlas_facts_describe_scope(), and the number of undated links; "" if
 *   there is nothing
 */
char *
atlas_facts_describe_limits (const AtlasFacts *self)
{
  g_autofree char *undated = NULL;
  g_autofree char *facets = NULL;

  if (self->filter == NULL || atlas_filter_is_open (self->filter))
    return g_strdup ("");
  facets = atlas_filter_describe_facets (self->filter, self->language);
  undated = describe_undated (self);
  return atlas_join_facts (undated, facets, NULL);
}

/**
 * atlas_facts_describe_left_out:
 * @self: the facts
 *
 * Returns: (transfer full): one or two sentences about the records that are left out because of
 *   faults in the file; "" if none
 */
char *
atlas_facts_describe_left_out (const AtlasFacts *self)
{
  return atlas_left_out_describe (atlas_scope_get_dataset (self->scope), self->language);
}

/**
 * atlas_facts_describe_author:
 * @self: the facts
 *
 * Returns: (transfer full): the author of a file with these facts: who issued the sources of the
 *   dataset, or the title of the dataset if no source says this
 */
char *
atlas_facts_describe_author (const AtlasFacts *self)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (self->scope);
  GListModel *sources = atlas_dataset_get_records (dataset, ATLAS_RECORD_KIND_SOURCE);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *author = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (AtlasSource) source = g_list_model_get_item (sources, i);
      const char *issuer = atlas_source_get_issuer (source, self->language);

      if (*issuer != '\0' && g_hash_table_add (told, g_strdup (issuer)))
        g_string_append_printf (
          author, "%s%s",
          author->len > 0 ? atlas_translate_context (self->language, "list", ", ") : "", issuer);
    }
  if (author->len == 0)
    g_string_assign (author, atlas_dataset_get_title (dataset, self->language));
  return g_string_free (author, FALSE);
}
