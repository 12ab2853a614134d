/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include <time.h>

#include "atlas-partnership.h"
#include "atlas-place.h"
#include "atlas-test-large.h"

/*
 * Creates a dataset of 100 000 records, and prints the processor time in milliseconds that it takes
 * to replace an event, a partnership, and the province to which all cities refer. Each value is the
 * mean of many turns; each turn derives a dataset and frees the one before. Last it prints the time
 * to fill a new dataset with the records, for comparison.
 */

#define N_RECORDS 100000
#define N_TURNS 100

static double
get_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static AtlasRecord *
make_event (AtlasDataset *dataset, guint turn)
{
  g_autofree char *id = g_strdup_printf ("event-%u", turn * 397);

  return atlas_test_large_new_event (dataset, id, turn * 811);
}

static AtlasRecord *
make_link (AtlasDataset *dataset, guint turn)
{
  g_autofree char *id = g_strdup_printf ("link-%u", turn * 397);

  return g_object_new (ATLAS_TYPE_PARTNERSHIP, "id", id, NULL);
}

static AtlasRecord *
make_province (AtlasDataset *dataset, guint turn)
{
  return g_object_new (ATLAS_TYPE_PLACE, "id", "province-0", "latitude", 40.0 + turn / 100.0, NULL);
}

/* Takes ownership of *@dataset, and sets it to the last derived dataset. */
static double
measure_replacing (AtlasDataset **dataset, AtlasRecord *(*make) (AtlasDataset *dataset, guint turn))
{
  double milliseconds = 0;

  for (guint turn = 0; turn < N_TURNS; turn++)
    {
      g_autoptr (GPtrArray) put = g_ptr_array_new_with_free_func (g_object_unref);
      AtlasDataset *derived;
      double start;

      g_ptr_array_add (put, make (*dataset, turn));
      start = get_milliseconds ();
      derived = atlas_dataset_derive (*dataset, put, NULL, NULL);
      g_assert_nonnull (derived);
      g_object_unref (*dataset);
      milliseconds += get_milliseconds () - start;
      *dataset = derived;
    }
  return milliseconds / N_TURNS;
}

static double
measure_filling (AtlasDataset *other)
{
  const double start = get_milliseconds ();
  g_autoptr (AtlasDataset) dataset = atlas_dataset_new ();

  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      GListModel *records = atlas_dataset_get_records (other, (AtlasRecordKind) kind);

      for (guint i = 0; i < g_list_model_get_n_items (records); i++)
        {
          g_autoptr (AtlasRecord) record = g_list_model_get_item (records, i);

          atlas_dataset_add (dataset, record);
        }
    }
  atlas_dataset_complete (dataset);
  return get_milliseconds () - start;
}

int
main (void)
{
  AtlasDataset *dataset = atlas_test_large_new (N_RECORDS);
  const double event = measure_replacing (&dataset, make_event);
  const double link = measure_replacing (&dataset, make_link);
  const double province = measure_replacing (&dataset, make_province);

  g_print ("%.3f %.3f %.3f %.3f\n", event, link, province, measure_filling (dataset));
  g_object_unref (dataset);
  return 0;
}
