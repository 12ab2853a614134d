/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-project-item.h"

#include "atlas-library-table.h"

/*
 * AtlasProjectItem: a project in a list, with what is computed from its figures and its progress.
 *
 * It is computed once, so that sorting a long list is quick.
 */
struct _AtlasProjectItem
{
  GObject parent_instance;

  AtlasProject *project;
  AtlasDataset *dataset;
  AtlasFilter *filter; /* or NULL */
  AtlasProjectTotal total;
  AtlasDate last_change; /* the year is 0 if there is none */
};

G_DEFINE_FINAL_TYPE (AtlasProjectItem, atlas_project_item, G_TYPE_OBJECT)

static void
atlas_project_item_finalize (GObject *object)
{
  AtlasProjectItem *self = ATLAS_PROJECT_ITEM (object);

  g_clear_object (&self->project);
  g_clear_object (&self->dataset);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (atlas_project_item_parent_class)->finalize (object);
}

static void
atlas_project_item_class_init (AtlasProjectItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_project_item_finalize;
}

static void
atlas_project_item_init (AtlasProjectItem *self)
{
}

/**
 * atlas_project_item_new:
 * @project: a project
 * @scope: the scope of the list
 * @filter: (nullable): the filter with the time to show
 *
 * Returns: (transfer full): an item
 */
AtlasProjectItem *
atlas_project_item_new (AtlasProject *project, AtlasScope *scope, AtlasFilter *filter)
{
  AtlasProjectItem *self = g_object_new (ATLAS_TYPE_PROJECT_ITEM, NULL);

  self->project = g_object_ref (project);
  self->dataset = g_object_ref (atlas_scope_get_dataset (scope));
  self->filter = filter != NULL ? g_object_ref (filter) : NULL;
  self->total = atlas_project_library_total_of_one (self->dataset, filter, project);
  atlas_project_library_find_last_change (self->dataset, filter, project, &self->last_change);
  return self;
}

/**
 * atlas_project_item_get_project:
 * @self: an item
 *
 * Returns: (transfer none): its project
 */
AtlasProject *
atlas_project_item_get_project (AtlasProjectItem *self)
{
  g_return_val_if_fail (ATLAS_IS_PROJECT_ITEM (self), NULL);

  return self->project;
}

/**
 * atlas_project_item_get_dataset:
 * @self: an item
 *
 * Returns: (transfer none): the dataset of its project
 */
AtlasDataset *
atlas_project_item_get_dataset (AtlasProjectItem *self)
{
  g_return_val_if_fail (ATLAS_IS_PROJECT_ITEM (self), NULL);

  return self->dataset;
}

/**
 * atlas_project_item_get_filter:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the filter with which it was computed, or %NULL
 */
AtlasFilter *
atlas_project_item_get_filter (AtlasProjectItem *self)
{
  g_return_val_if_fail (ATLAS_IS_PROJECT_ITEM (self), NULL);

  return self->filter;
}

/**
 * atlas_project_item_get_sum:
 * @self: an item
 * @which: an investment
 *
 * Returns: (transfer none) (nullable): the amount in 100 million yuan, or %NULL if it is not stated
 */
const AtlasDecimal *
atlas_project_item_get_sum (AtlasProjectItem *self, AtlasInvestment which)
{
  g_return_val_if_fail (ATLAS_IS_PROJECT_ITEM (self), NULL);

  return self->total.n_stated[which] > 0 ? &self->total.sums[which] : NULL;
}

/**
 * atlas_project_item_describe_sum:
 * @self: an item
 * @which: an investment
 * @language: the language of the text
 *
 * Returns: (transfer full): the amount in words, marked if no source states it; "" if it is not
 *   stated
 */
char *
atlas_project_item_describe_sum (AtlasProjectItem *self,
                                 AtlasInvestment which,
                                 AtlasLanguage language)
{
  g_return_val_if_fail (ATLAS_IS_PROJECT_ITEM (self), NULL);

  return atlas_library_describe_sum (&self->total, which, language);
}

/**
 * atlas_project_item_get_last_change:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the date of the last change, or %NULL
 */
const AtlasDate *
atlas_project_item_get_last_change (AtlasProjectItem *self)
{
  g_return_val_if_fail (ATLAS_IS_PROJECT_ITEM (self), NULL);

  return self->last_change.year != 0 ? &self->last_change : NULL;
}
