/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-partners.h"

/*
 * AtlasPartners: the partners of a place, and the links to them.
 *
 * A partner is a place or organization outside the place, as the links name it. If there are too
 * many, partners in one city are merged into that city; partners without a city stay separate.
 * Partners and links are in the order of the file.
 */
struct _AtlasPartners
{
  GObject parent_instance;

  AtlasDataset *dataset;
  AtlasPlace *subject;
  GPtrArray *partners;  /* of AtlasRecord */
  GPtrArray *links;     /* for each partner an array of AtlasLink */
  GHashTable *indices;  /* from each partner to its index in these arrays */
  GHashTable *in_doubt; /* the links that are undated, so that it is not known whether they exist
                         * in the time shown */
};

G_DEFINE_FINAL_TYPE (AtlasPartners, atlas_partners, G_TYPE_OBJECT)

static AtlasRecord *
find_city (AtlasRecord *member, AtlasDataset *dataset)
{
  AtlasPlace *home = atlas_place_of (member, dataset);
  AtlasPlace *city = home != NULL ? atlas_place_get_city (home, dataset) : NULL;

  return city != NULL ? ATLAS_RECORD (city) : member;
}

static gboolean
is_inside (AtlasPartners *self, AtlasRecord *member)
{
  AtlasPlace *home = atlas_place_of (member, self->dataset);

  return home != NULL && atlas_place_is_within (home, self->dataset, self->subject);
}

static void
add_partner (AtlasPartners *self, AtlasRecord *partner, AtlasLink *link)
{
  GPtrArray *links;
  gpointer index;

  if (!g_hash_table_lookup_extended (self->indices, partner, NULL, &index))
    {
      index = GUINT_TO_POINTER (self->partners->len);
      g_hash_table_insert (self->indices, partner, index);
      g_ptr_array_add (self->partners, g_object_ref (partner));
      g_ptr_array_add (self->links, g_ptr_array_new_with_free_func (g_object_unref));
    }
  links = self->links->pdata[GPOINTER_TO_UINT (index)];
  /* Two members of a link may be in the same city. */
  if (links->len == 0 || links->pdata[links->len - 1] != (gpointer) link)
    g_ptr_array_add (links, g_object_ref (link));
}

static void
add_partners_of (AtlasPartners *self, AtlasLink *link, gboolean gather)
{
  static const AtlasRole roles[] = { ATLAS_ROLE_MEMBERS, ATLAS_ROLE_FROM, ATLAS_ROLE_TO };

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      const AtlasRecords members =
        atlas_dataset_get_references (self->dataset, ATLAS_RECORD (link), roles[i]);

      for (guint j = 0; j < members.len; j++)
        {
          AtlasRecord *member = atlas_records_get (&members, j);

          if (!is_inside (self, member))
            add_partner (self, gather ? find_city (member, self->dataset) : member, link);
        }
    }
}

static void
fill (AtlasPartners *self, AtlasScope *scope, AtlasFilter *filter, gboolean gather)
{
  GPtrArray *links = atlas_dataset_get_links (self->dataset);

  g_hash_table_remove_all (self->indices);
  g_ptr_array_set_size (self->partners, 0);
  g_ptr_array_set_size (self->links, 0);
  for (guint i = 0; i < links->len; i++)
    if (atlas_link_joins (links->pdata[i], self->dataset, self->subject) &&
        atlas_filter_matches (filter, self->dataset, links->pdata[i]))
      {
        add_partners_of (self, links->pdata[i], gather);
        if (atlas_filter_is_in_doubt (filter, self->dataset, links->pdata[i]))
          g_hash_table_add (self->in_doubt, links->pdata[i]);
      }
}

static void
atlas_partners_finalize (GObject *object)
{
  AtlasPartners *self = ATLAS_PARTNERS (object);

  g_hash_table_unref (self->indices);
  g_hash_table_unref (self->in_doubt);
  g_ptr_array_unref (self->partners);
  g_ptr_array_unref (self->links);
  g_clear_object (&self->subject);
  g_clear_object (&self->dataset);

  G_OBJECT_CLASS (atlas_partners_parent_class)->finalize (object);
}

static void
atlas_partners_class_init (AtlasPartnersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_partners_finalize;
}

static void
atlas_partners_init (AtlasPartners *self)
{
  self->indices = g_hash_table_new (NULL, NULL);
  self->in_doubt = g_hash_table_new (NULL, NULL);
  self->partners = g_ptr_array_new_with_free_func (g_object_unref);
  self->links = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

/**
 * atlas_partners_new:
 * @scope: the scope of a place
 * @filter: the filter to apply; later changes of it do not change the partners
 * @most: the number of partners above which partners in one city are merged
 *
 * Returns: (transfer full): the partners of the place
 */
AtlasPartners *
atlas_partners_new (AtlasScope *scope, AtlasFilter *filter, guint most)
{
  AtlasPartners *self;

  g_return_val_if_fail (ATLAS_IS_SCOPE (scope), NULL);
  g_return_val_if_fail (ATLAS_IS_PLACE (atlas_scope_get_subject (scope)), NULL);
  g_return_val_if_fail (ATLAS_IS_FILTER (filter), NULL);

  self = g_object_new (ATLAS_TYPE_PARTNERS, NULL);
  self->dataset = g_object_ref (atlas_scope_get_dataset (scope));
  self->subject = g_object_ref (ATLAS_PLACE (atlas_scope_get_subject (scope)));
  fill (self, scope, filter, FALSE);
  if (self->partners->len > most)
    fill (self, scope, filter, TRUE);
  return self;
}

/**
 * atlas_partners_get_subject:
 * @self: partners
 *
 * Returns: (transfer none): the place whose partners they are
 */
AtlasPlace *
atlas_partners_get_subject (AtlasPartners *self)
{
  g_return_val_if_fail (ATLAS_IS_PARTNERS (self), NULL);

  return self->subject;
}

/**
 * atlas_partners_get_n:
 * @self: partners
 *
 * Returns: their number
 */
guint
atlas_partners_get_n (AtlasPartners *self)
{
  g_return_val_if_fail (ATLAS_IS_PARTNERS (self), 0);

  return self->partners->len;
}

/**
 * atlas_partners_get_partner:
 * @self: partners
 * @index: the index of a partner
 *
 * Returns: (transfer none): a place or an organization
 */
AtlasRecord *
atlas_partners_get_partner (AtlasPartners *self, guint index)
{
  g_return_val_if_fail (ATLAS_IS_PARTNERS (self), NULL);
  g_return_val_if_fail (index < self->partners->len, NULL);

  return self->partners->pdata[index];
}

/**
 * atlas_partners_get_home:
 * @self: partners
 * @index: the index of a partner
 *
 * Returns: (transfer none) (nullable): the place of the partner, or %NULL if it is not stated
 */
AtlasPlace *
atlas_partners_get_home (AtlasPartners *self, guint index)
{
  g_return_val_if_fail (ATLAS_IS_PARTNERS (self), NULL);
  g_return_val_if_fail (index < self->partners->len, NULL);

  return atlas_place_of (self->partners->pdata[index], self->dataset);
}

/**
 * atlas_partners_get_links:
 * @self: partners
 * @index: the index of a partner
 *
 * Returns: (transfer none) (element-type AtlasLink): the links between the partner and the subject
 */
GPtrArray *
atlas_partners_get_links (AtlasPartners *self, guint index)
{
  g_return_val_if_fail (ATLAS_IS_PARTNERS (self), NULL);
  g_return_val_if_fail (index < self->partners->len, NULL);

  return self->links->pdata[index];
}

/**
 * atlas_partners_is_in_doubt:
 * @self: partners
 * @link: one of their links
 *
 * Returns: whether it is not known if @link exists in the time shown
 */
gboolean
atlas_partners_is_in_doubt (AtlasPartners *self, AtlasLink *link)
{
  g_return_val_if_fail (ATLAS_IS_PARTNERS (self), FALSE);

  return g_hash_table_contains (self->in_doubt, link);
}
