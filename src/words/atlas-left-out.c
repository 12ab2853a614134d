/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-left-out.h"

#include <glib/gi18n-lib.h>

#include "atlas-translation.h"

/*
 * Describes how many records of a file are left out because of faults, for the bar above the map,
 * for pages and for exported files.
 */

static char *
describe_at_fault (guint n_records, AtlasLanguage language)
{
  return g_strdup_printf (
    atlas_translate_plural (language, "%u record of the data file has a fault and is left out.",
                            "%u records of the data file have faults and are left out.", n_records),
    n_records);
}

static char *
describe_dependent (guint n_records, AtlasLanguage language)
{
  return g_strdup_printf (
    atlas_translate_plural (language, "%u other depends on what is left out, and is missing, too.",
                            "%u others depend on what is left out, and are missing, too.",
                            n_records),
    n_records);
}

/**
 * atlas_left_out_describe:
 * @dataset: a dataset
 * @language: the language of the text
 *
 * Returns: (transfer full): one or two sentences about what is left out; "" if the file has no
 *   faults
 */
char *
atlas_left_out_describe (AtlasDataset *dataset, AtlasLanguage language)
{
  g_autofree char *at_fault = NULL;
  g_autofree char *dependent = NULL;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), g_strdup (""));

  if (!atlas_dataset_is_partial (dataset))
    return g_strdup ("");
  if (atlas_dataset_get_n_at_fault (dataset) == 0)
    return g_strdup (atlas_translate (language,
                                      "The data file has faults; what they concern is left out."));
  at_fault = describe_at_fault (atlas_dataset_get_n_at_fault (dataset), language);
  if (atlas_dataset_get_n_dependent (dataset) == 0)
    return g_steal_pointer (&at_fault);
  dependent = describe_dependent (atlas_dataset_get_n_dependent (dataset), language);
  /* Translators: two sentences, one after the other */
  return g_strdup_printf (atlas_translate (language, "%s %s"), at_fault, dependent);
}
