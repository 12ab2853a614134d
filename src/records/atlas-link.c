/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-link.h"

/*
 * AtlasLink: the interface of records that connect places: partnerships and bus routes.
 *
 * The code that draws links does not need to know their kinds.
 */
G_DEFINE_INTERFACE (AtlasLink, atlas_link, ATLAS_TYPE_RECORD)

static void
atlas_link_default_init (AtlasLinkInterface *iface)
{
}

/**
 * atlas_link_get_group:
 * @self: a link
 *
 * Returns: the group of the link
 */
AtlasLinkGroup
atlas_link_get_group (AtlasLink *self)
{
  g_return_val_if_fail (ATLAS_IS_LINK (self), ATLAS_LINK_GROUP_PAIR);

  return ATLAS_LINK_GET_IFACE (self)->get_group (self);
}

/**
 * atlas_link_dup_ends:
 * @self: a link
 * @dataset: its dataset, which is complete
 *
 * Returns: (transfer container) (element-type AtlasPlace): the places that it connects, without
 *   duplicates, in the order of the file; fewer than two if the places of its members are not
 *   stated
 */
GPtrArray *
atlas_link_dup_ends (AtlasLink *self, AtlasDataset *dataset)
{
  /* Partnerships have members, and routes have two ends. */
  static const AtlasRole roles[] = { ATLAS_ROLE_MEMBERS, ATLAS_ROLE_FROM, ATLAS_ROLE_TO };
  GPtrArray *ends = g_ptr_array_new ();

  g_return_val_if_fail (ATLAS_IS_LINK (self), ends);

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      const AtlasRecords members =
        atlas_dataset_get_references (dataset, ATLAS_RECORD (self), roles[i]);

      for (guint j = 0; j < members.len; j++)
        {
          AtlasPlace *place = atlas_place_of (atlas_records_get (&members, j), dataset);

          if (place != NULL && !g_ptr_array_find (ends, place, NULL))
            g_ptr_array_add (ends, place);
        }
    }
  return ends;
}

/**
 * atlas_link_joins:
 * @self: a link
 * @dataset: its dataset, which is complete
 * @place: a place
 *
 * Returns: whether an end of @self is @place or a place in it
 */
gboolean
atlas_link_joins (AtlasLink *self, AtlasDataset *dataset, AtlasPlace *place)
{
  g_autoptr (GPtrArray) ends = atlas_link_dup_ends (self, dataset);

  for (guint i = 0; i < ends->len; i++)
    if (atlas_place_is_within (g_ptr_array_index (ends, i), dataset, place))
      return TRUE;
  return FALSE;
}
