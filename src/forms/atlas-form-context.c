/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-form-context.h"

#include "atlas-search-maker.h"

/*
 * AtlasFormContext: what the fields of a form share: the draft, the dataset, and the search index.
 *
 * The fields of one entry of a log have a context of their own, with a draft for the entry; its
 * dataset and its search index are those of the form.
 */
struct _AtlasFormContext
{
  GObject parent_instance;

  AtlasFormContext *outer; /* the context of the form, or NULL if this is it */
  AtlasDraft *draft;
  AtlasDataset *dataset;   /* NULL with an outer context */
  AtlasSearchMaker *maker; /* NULL until the search index is needed */
};

G_DEFINE_FINAL_TYPE (AtlasFormContext, atlas_form_context, G_TYPE_OBJECT)

enum
{
  CHANGED,
  DATASET_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
atlas_form_context_finalize (GObject *object)
{
  AtlasFormContext *self = ATLAS_FORM_CONTEXT (object);

  g_clear_pointer (&self->maker, atlas_search_maker_free);
  g_clear_object (&self->dataset);
  g_clear_object (&self->draft);
  g_clear_object (&self->outer);

  G_OBJECT_CLASS (atlas_form_context_parent_class)->finalize (object);
}

static void
atlas_form_context_class_init (AtlasFormContextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_form_context_finalize;

  /* The user has changed a member of the draft, which is the argument. */
  signals[CHANGED] = g_signal_new ("changed", ATLAS_TYPE_FORM_CONTEXT, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DATASET_CHANGED] = g_signal_new ("dataset-changed", ATLAS_TYPE_FORM_CONTEXT,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_form_context_init (AtlasFormContext *self)
{
}

/**
 * atlas_form_context_new:
 * @dataset: a complete dataset
 * @draft: the draft of a record
 *
 * Returns: (transfer full): the context of a form
 */
AtlasFormContext *
atlas_form_context_new (AtlasDataset *dataset, AtlasDraft *draft)
{
  AtlasFormContext *self = g_object_new (ATLAS_TYPE_FORM_CONTEXT, NULL);

  self->dataset = g_object_ref (dataset);
  self->draft = g_object_ref (draft);
  return self;
}

static void
forward_cb (AtlasFormContext *self)
{
  g_signal_emit (self, signals[DATASET_CHANGED], 0);
}

/**
 * atlas_form_context_new_entry:
 * @outer: the context of a form
 * @draft: a draft that has the values of an entry
 *
 * Returns: (transfer full): the context of one entry of a log
 */
AtlasFormContext *
atlas_form_context_new_entry (AtlasFormContext *outer, AtlasDraft *draft)
{
  AtlasFormContext *self = g_object_new (ATLAS_TYPE_FORM_CONTEXT, NULL);

  self->outer = g_object_ref (outer);
  self->draft = g_object_ref (draft);
  g_signal_connect_object (outer, "dataset-changed", G_CALLBACK (forward_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * atlas_form_context_get_draft:
 * @self: a context
 *
 * Returns: (transfer none): the draft that the fields show
 */
AtlasDraft *
atlas_form_context_get_draft (AtlasFormContext *self)
{
  g_return_val_if_fail (ATLAS_IS_FORM_CONTEXT (self), NULL);

  return self->draft;
}

/**
 * atlas_form_context_get_dataset:
 * @self: a context
 *
 * Returns: (transfer none): the dataset to which the fields can refer
 */
AtlasDataset *
atlas_form_context_get_dataset (AtlasFormContext *self)
{
  g_return_val_if_fail (ATLAS_IS_FORM_CONTEXT (self), NULL);

  return self->outer != NULL ? self->outer->dataset : self->dataset;
}

/**
 * atlas_form_context_set_dataset:
 * @self: the context of a form
 * @dataset: a complete dataset
 *
 * Replaces the dataset; the signal "dataset-changed" tells the fields.
 */
void
atlas_form_context_set_dataset (AtlasFormContext *self, AtlasDataset *dataset)
{
  g_return_if_fail (ATLAS_IS_FORM_CONTEXT (self));
  g_return_if_fail (self->outer == NULL);

  if (!g_set_object (&self->dataset, dataset))
    return;
  g_clear_pointer (&self->maker, atlas_search_maker_free);
  g_signal_emit (self, signals[DATASET_CHANGED], 0);
}

/**
 * atlas_form_context_prepare_search:
 * @self: a context
 *
 * Starts to build the search index of the dataset in a thread, if there is none. Otherwise the
 * first key press would wait for it.
 */
void
atlas_form_context_prepare_search (AtlasFormContext *self)
{
  g_return_if_fail (ATLAS_IS_FORM_CONTEXT (self));

  if (self->outer != NULL)
    atlas_form_context_prepare_search (self->outer);
  else if (self->maker == NULL)
    self->maker = atlas_search_maker_new (self->dataset);
}

/**
 * atlas_form_context_get_search:
 * @self: a context
 *
 * Returns: (transfer none): the search index of the dataset
 */
AtlasSearch *
atlas_form_context_get_search (AtlasFormContext *self)
{
  g_return_val_if_fail (ATLAS_IS_FORM_CONTEXT (self), NULL);

  if (self->outer != NULL)
    return atlas_form_context_get_search (self->outer);
  atlas_form_context_prepare_search (self);
  return atlas_search_maker_get_search (self->maker);
}

/**
 * atlas_form_context_is_entry:
 * @self: a context
 *
 * Returns: whether the fields show an entry of a log
 */
gboolean
atlas_form_context_is_entry (AtlasFormContext *self)
{
  g_return_val_if_fail (ATLAS_IS_FORM_CONTEXT (self), FALSE);

  return self->outer != NULL;
}

/**
 * atlas_form_context_change:
 * @self: a context
 * @member: the name of the member of the draft that the user has changed
 */
void
atlas_form_context_change (AtlasFormContext *self, const char *member)
{
  g_return_if_fail (ATLAS_IS_FORM_CONTEXT (self));

  g_signal_emit (self, signals[CHANGED], 0, member);
}
