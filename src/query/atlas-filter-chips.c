/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-filter-chips.h"

#include "atlas-filter-chip-private.h"
#include "atlas-filter-words.h"

/*
 * AtlasFilterChips: the chips of a filter, as a list model.
 *
 * The time is first, then what is hidden, facet by facet: a chip for each value, or one for the
 * facet if that needs fewer names. items-changed covers only the chips that differ.
 */
struct _AtlasFilterChips
{
  GObject parent_instance;

  AtlasFilter *filter;
  GPtrArray *chips;
};

static void atlas_filter_chips_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasFilterChips,
                               atlas_filter_chips,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      atlas_filter_chips_list_model_init))

static void
add_chips (GPtrArray *chips, AtlasFilter *filter, AtlasFacet facet)
{
  const AtlasFilterWording wording = atlas_filter_get_wording (filter, facet);

  if (wording == ATLAS_FILTER_WORDING_ONLY || wording == ATLAS_FILTER_WORDING_NOTHING)
    {
      g_ptr_array_add (chips, _atlas_filter_chip_new (filter, facet, ATLAS_FILTER_CHIP_WHOLE));
      return;
    }
  for (guint value = 0; value < atlas_facet_get_n_values (facet); value++)
    if (!atlas_filter_get_shows (filter, facet, value))
      g_ptr_array_add (chips, _atlas_filter_chip_new (filter, facet, value));
}

static GPtrArray *
list_chips (AtlasFilter *filter)
{
  GPtrArray *chips = g_ptr_array_new_with_free_func (g_object_unref);

  if (atlas_filter_has_time (filter))
    g_ptr_array_add (chips, _atlas_filter_chip_new (filter, ATLAS_FILTER_CHIP_TIME, 0));
  for (guint facet = 0; facet < ATLAS_N_FACETS; facet++)
    add_chips (chips, filter, (AtlasFacet) facet);
  return chips;
}

/* Equal chips stay the same objects, so that their widgets are kept. */
static void
changed_cb (AtlasFilterChips *self)
{
  GPtrArray *former = self->chips;
  GPtrArray *chips = list_chips (self->filter);
  const guint most = MIN (former->len, chips->len);
  guint head = 0, tail = 0;

  while (head < most && _atlas_filter_chip_equal (former->pdata[head], chips->pdata[head]))
    head++;
  while (tail < most - head && _atlas_filter_chip_equal (former->pdata[former->len - 1 - tail],
                                                         chips->pdata[chips->len - 1 - tail]))
    tail++;
  for (guint i = 0; i < head + tail; i++)
    {
      const guint from = i < head ? i : former->len - 1 - (i - head);
      const guint to = i < head ? i : chips->len - 1 - (i - head);

      g_object_unref (chips->pdata[to]);
      chips->pdata[to] = g_object_ref (former->pdata[from]);
      _atlas_filter_chip_update (chips->pdata[to]);
    }
  self->chips = chips;
  if (former->len != chips->len || head + tail < chips->len)
    g_list_model_items_changed (G_LIST_MODEL (self), head, former->len - head - tail,
                                chips->len - head - tail);
  g_ptr_array_unref (former);
}

static GType
atlas_filter_chips_get_item_type (GListModel *model)
{
  return ATLAS_TYPE_FILTER_CHIP;
}

static guint
atlas_filter_chips_get_n_items (GListModel *model)
{
  return ATLAS_FILTER_CHIPS (model)->chips->len;
}

static gpointer
atlas_filter_chips_get_item (GListModel *model, guint position)
{
  AtlasFilterChips *self = ATLAS_FILTER_CHIPS (model);

  return position < self->chips->len ? g_object_ref (self->chips->pdata[position]) : NULL;
}

static void
atlas_filter_chips_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = atlas_filter_chips_get_item_type;
  iface->get_n_items = atlas_filter_chips_get_n_items;
  iface->get_item = atlas_filter_chips_get_item;
}

static void
atlas_filter_chips_finalize (GObject *object)
{
  AtlasFilterChips *self = ATLAS_FILTER_CHIPS (object);

  g_signal_handlers_disconnect_by_data (self->filter, self);
  g_ptr_array_unref (self->chips);
  g_object_unref (self->filter);

  G_OBJECT_CLASS (atlas_filter_chips_parent_class)->finalize (object);
}

static void
atlas_filter_chips_class_init (AtlasFilterChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_filter_chips_finalize;
}

static void
atlas_filter_chips_init (AtlasFilterChips *self)
{
}

/**
 * atlas_filter_chips_new:
 * @filter: the filter to follow
 *
 * Returns: (transfer full): a list model of #AtlasFilterChip
 */
AtlasFilterChips *
atlas_filter_chips_new (AtlasFilter *filter)
{
  AtlasFilterChips *self;

  g_return_val_if_fail (ATLAS_IS_FILTER (filter), NULL);

  self = g_object_new (ATLAS_TYPE_FILTER_CHIPS, NULL);
  self->filter = g_object_ref (filter);
  self->chips = list_chips (filter);
  g_signal_connect_swapped (filter, "changed", G_CALLBACK (changed_cb), self);
  return self;
}
