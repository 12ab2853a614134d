/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-pair-list.h"

#include "atlas-link.h"

/*
 * Lists the pairs of linked cities, with the most informative link of each.
 */

/* The priority of groups among several links between two cities. */
static const guint ranks[ATLAS_N_LINK_GROUPS] = {
  [ATLAS_LINK_GROUP_INTEGRATION] = 0, [ATLAS_LINK_GROUP_PAIR] = 1,
  [ATLAS_LINK_GROUP_FRAMEWORK] = 2,   [ATLAS_LINK_GROUP_BUS] = 3,
  [ATLAS_LINK_GROUP_ENTERPRISE] = 4,  [ATLAS_LINK_GROUP_ZONE] = 5,
};

typedef struct
{
  AtlasPlace *cities[2];
  AtlasRecord *link;
} Pair;

static gboolean
get_cities (AtlasRecord *link, AtlasDataset *dataset, AtlasPlace *cities[2])
{
  g_autoptr (GPtrArray) ends = atlas_link_dup_ends (ATLAS_LINK (link), dataset);

  if (ends->len != 2)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    {
      AtlasPlace *city = atlas_place_get_city (ends->pdata[i], dataset);

      cities[i] = city != NULL ? city : ends->pdata[i];
    }
  return cities[0] != cities[1];
}

/* Links in the time of the filter come before undated ones. */
static guint
get_rank (const AtlasFacts *facts, AtlasRecord *link)
{
  return ranks[atlas_link_get_group (ATLAS_LINK (link))] +
         (atlas_facts_is_in_doubt (facts, link) ? ATLAS_N_LINK_GROUPS : 0);
}

static void
add_link (GArray *pairs, const AtlasFacts *facts, AtlasRecord *link)
{
  Pair added = { .link = link };

  if (!get_cities (link, atlas_scope_get_dataset (facts->scope), added.cities))
    return;
  for (guint i = 0; i < pairs->len; i++)
    {
      Pair *pair = &g_array_index (pairs, Pair, i);
      const gboolean same =
        pair->cities[0] == added.cities[0] && pair->cities[1] == added.cities[1];
      const gboolean turned =
        pair->cities[0] == added.cities[1] && pair->cities[1] == added.cities[0];

      if (!same && !turned)
        continue;
      if (get_rank (facts, link) < get_rank (facts, pair->link))
        pair->link = link;
      return;
    }
  g_array_append_val (pairs, added);
}

/**
 * atlas_pair_list_new:
 * @facts: the facts of a page
 *
 * Returns: (transfer container) (element-type AtlasLink): for each pair of linked cities, the link
 *   whose scope contains all links between them
 */
GPtrArray *
atlas_pair_list_new (const AtlasFacts *facts)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_autoptr (GPtrArray) all = atlas_shown_list_links (facts->scope, facts->filter, facts->part);
  GPtrArray *links = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    add_link (pairs, facts, all->pdata[i]);
  for (guint i = 0; i < pairs->len; i++)
    g_ptr_array_add (links, g_array_index (pairs, Pair, i).link);
  return links;
}
