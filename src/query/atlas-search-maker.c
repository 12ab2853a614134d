/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-search-maker.h"

/*
 * AtlasSearchMaker: builds the search index of a dataset in a thread. A widget begins it when the
 * user is about to search, because the first key press would wait for the index otherwise.
 */
struct _AtlasSearchMaker
{
  AtlasDataset *dataset;
  GThread *thread;     /* until it is joined */
  AtlasSearch *search; /* NULL before that */
};

static gpointer
make_search (gpointer data)
{
  g_autoptr (AtlasDataset) dataset = data;

  return atlas_search_new (dataset);
}

/**
 * atlas_search_maker_new:
 * @dataset: a complete dataset
 *
 * Starts to build the index.
 *
 * Returns: (transfer full): the maker of the index
 */
AtlasSearchMaker *
atlas_search_maker_new (AtlasDataset *dataset)
{
  AtlasSearchMaker *self;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);

  self = g_new0 (AtlasSearchMaker, 1);
  self->dataset = g_object_ref (dataset);
  self->thread = g_thread_new ("search", make_search, g_object_ref (dataset));
  return self;
}

/**
 * atlas_search_maker_get_dataset:
 * @self: a maker
 *
 * Returns: (transfer none): the dataset of the index
 */
AtlasDataset *
atlas_search_maker_get_dataset (AtlasSearchMaker *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->dataset;
}

/**
 * atlas_search_maker_get_search:
 * @self: a maker
 *
 * Waits for the thread if it is still running.
 *
 * Returns: (transfer none): the index
 */
AtlasSearch *
atlas_search_maker_get_search (AtlasSearchMaker *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->thread != NULL)
    self->search = g_thread_join (g_steal_pointer (&self->thread));
  return self->search;
}

/**
 * atlas_search_maker_free:
 * @self: (transfer full): a maker
 *
 * Waits for the thread if it is still running, and frees the index.
 */
void
atlas_search_maker_free (AtlasSearchMaker *self)
{
  g_return_if_fail (self != NULL);

  atlas_search_maker_get_search (self);
  g_object_unref (self->search);
  g_object_unref (self->dataset);
  g_free (self);
}
