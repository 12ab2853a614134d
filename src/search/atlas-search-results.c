/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-search-results.h"

#include <glib/gi18n.h>

#include "atlas-description.h"
#include "atlas-enum-types.h"
#include "atlas-labels.h"
#include "atlas-search-maker.h"

/*
 * AtlasSearchResults: the results of a search, as a list model with groups by kind.
 *
 * Groups are sorted by their best result, so the first row is the best one. Before them are
 * suggestions: to compare two places, or to filter by a group of industries.
 */
struct _AtlasSearchResults
{
  AtlasPanel parent_instance;

  AtlasSearchMaker *maker; /* NULL before the first search */
  char *text;
};

G_DEFINE_FINAL_TYPE (AtlasSearchResults, atlas_search_results, ATLAS_TYPE_PANEL)

#define MAX_RESULTS 60

static AtlasDataset *
get_dataset (AtlasSearchResults *self)
{
  return atlas_search_maker_get_dataset (self->maker);
}

static AtlasSearch *
get_search (AtlasSearchResults *self)
{
  atlas_search_results_prepare (self);
  return atlas_search_maker_get_search (self->maker);
}

static void
add_result (AtlasPanel *panel, AtlasRecord *record)
{
  const AtlasLanguage language = atlas_language_get_default ();
  AtlasRow *row = atlas_panel_add (panel, record, atlas_record_get_name (record, language));

  atlas_row_take_subtitle (
    row, atlas_describe_subtitle (record, get_dataset (ATLAS_SEARCH_RESULTS (panel)), language));
}

static void
add_kind (AtlasPanel *panel, GPtrArray *found, AtlasRecordKind kind)
{
  atlas_panel_begin_group (panel,
                           atlas_label_for_record_kind (kind, atlas_language_get_default ()));
  for (guint i = 0; i < found->len; i++)
    if (atlas_record_get_kind (found->pdata[i]) == kind)
      add_result (panel, found->pdata[i]);
}

static guint
count_group (AtlasSearchResults *self, AtlasIndustryGroup group)
{
  GListModel *industries =
    atlas_dataset_get_records (get_dataset (self), ATLAS_RECORD_KIND_INDUSTRY);
  guint n_industries = 0;

  for (guint i = 0; i < g_list_model_get_n_items (industries); i++)
    {
      g_autoptr (AtlasIndustry) industry = g_list_model_get_item (industries, i);

      n_industries += atlas_industry_get_group (industry) == group;
    }
  return n_industries;
}

/* The row's content is an industry: activating it filters by the group instead of opening the
 * record. */
static void
add_family (AtlasPanel *panel, AtlasIndustry *family)
{
  const AtlasIndustryGroup group = atlas_industry_get_group (family);
  const guint n_industries = count_group (ATLAS_SEARCH_RESULTS (panel), group);
  AtlasRow *row = atlas_panel_add (panel, ATLAS_RECORD (family),
                                   atlas_label_for (ATLAS_TYPE_INDUSTRY_GROUP, (int) group,
                                                    atlas_language_get_default ()));

  /* Translators: what a suggestion of the search shows, below the name of a group of industries. */
  atlas_row_take_subtitle (row, g_strdup_printf (ngettext ("Filter by this group: %u industry",
                                                           "Filter by this group: %u industries",
                                                           n_industries),
                                                 n_industries));
  atlas_row_take_content (row, g_object_ref (family));
}

/* The row's content is the other place: activating it compares the two. */
static void
add_pair (AtlasPanel *panel, AtlasPlace *place, AtlasPlace *other)
{
  const AtlasLanguage language = atlas_language_get_default ();
  g_autofree char *title =
    g_strdup_printf (_("Compare %s and %s"), atlas_record_get_name (ATLAS_RECORD (place), language),
                       atlas_record_get_name (ATLAS_RECORD (other), language));
  AtlasRow *row = atlas_panel_add (panel, ATLAS_RECORD (place), title);

  atlas_row_take_content (row, g_object_ref (other));
}

static void
add_suggestions (AtlasPanel *panel)
{
  AtlasSearchResults *self = ATLAS_SEARCH_RESULTS (panel);
  AtlasIndustry *family = atlas_search_find_family (get_search (self), self->text);
  AtlasPlace *place, *other;

  atlas_panel_begin_group (panel, _("Suggestions"));
  if (atlas_search_find_pair (get_search (self), self->text, &place, &other))
    add_pair (panel, place, other);
  if (family != NULL)
    add_family (panel, family);
}

static void
atlas_search_results_fill (AtlasPanel *panel)
{
  AtlasSearchResults *self = ATLAS_SEARCH_RESULTS (panel);
  g_autoptr (GPtrArray) found = NULL;
  gboolean is_added[ATLAS_N_RECORD_KINDS] = { FALSE };

  if (*self->text == '\0')
    return;
  add_suggestions (panel);
  found =
    atlas_search_find (get_search (self), self->text, atlas_panel_get_filter (panel), MAX_RESULTS);
  for (guint i = 0; i < found->len; i++)
    {
      AtlasRecordKind kind = atlas_record_get_kind (found->pdata[i]);

      if (!is_added[kind])
        add_kind (panel, found, kind);
      is_added[kind] = TRUE;
    }
}

static void
atlas_search_results_finalize (GObject *object)
{
  AtlasSearchResults *self = ATLAS_SEARCH_RESULTS (object);

  g_clear_pointer (&self->maker, atlas_search_maker_free);
  g_free (self->text);

  G_OBJECT_CLASS (atlas_search_results_parent_class)->finalize (object);
}

static void
atlas_search_results_class_init (AtlasSearchResultsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_search_results_finalize;
  ATLAS_PANEL_CLASS (klass)->fill = atlas_search_results_fill;
}

static void
atlas_search_results_init (AtlasSearchResults *self)
{
  self->text = g_strdup ("");
}

/**
 * atlas_search_results_new:
 * @navigation: what to search
 *
 * Returns: (transfer full): results for an empty text
 */
AtlasSearchResults *
atlas_search_results_new (AtlasNavigation *navigation)
{
  return g_object_new (ATLAS_TYPE_SEARCH_RESULTS, "navigation", navigation, NULL);
}

/**
 * atlas_search_results_prepare:
 * @self: search results
 *
 * Starts to build the search index of the dataset in a thread, if there is none. Otherwise the
 * first key press would wait for it.
 */
void
atlas_search_results_prepare (AtlasSearchResults *self)
{
  AtlasDataset *dataset;

  g_return_if_fail (ATLAS_IS_SEARCH_RESULTS (self));

  dataset = atlas_panel_get_dataset (ATLAS_PANEL (self));
  if (dataset == NULL || (self->maker != NULL && get_dataset (self) == dataset))
    return;
  g_clear_pointer (&self->maker, atlas_search_maker_free);
  self->maker = atlas_search_maker_new (dataset);
}

/**
 * atlas_search_results_get_text:
 * @self: search results
 *
 * Returns: the searched text
 */
const char *
atlas_search_results_get_text (AtlasSearchResults *self)
{
  g_return_val_if_fail (ATLAS_IS_SEARCH_RESULTS (self), NULL);

  return self->text;
}

/**
 * atlas_search_results_set_text:
 * @self: search results
 * @text: the text to search, as typed
 */
void
atlas_search_results_set_text (AtlasSearchResults *self, const char *text)
{
  g_return_if_fail (ATLAS_IS_SEARCH_RESULTS (self));
  g_return_if_fail (text != NULL);

  if (g_str_equal (text, self->text))
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  atlas_panel_refresh (ATLAS_PANEL (self));
}
