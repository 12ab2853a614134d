/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-large.h"

#include "atlas-event.h"
#include "atlas-partnership.h"
#include "atlas-place.h"
#include "atlas-source.h"

/*
 * A dataset of any size: a source, a province, cities with many links and events each,
 * partnerships, and events about these.
 */

#define N_CITIES 1000

static AtlasRecord *
lookup (AtlasDataset *dataset, const char *kind, guint number)
{
  g_autofree char *id = g_strdup_printf ("%s-%u", kind, number);

  return atlas_dataset_lookup (dataset, id);
}

static AtlasRecord *
create (GType type, const char *kind, guint number)
{
  g_autofree char *id = g_strdup_printf ("%s-%u", kind, number);

  return g_object_new (type, "id", id, NULL);
}

static void
add (AtlasDataset *dataset, AtlasRecord *record)
{
  g_assert_true (atlas_dataset_add (dataset, record));
  g_object_unref (record);
}

static AtlasRecord *
create_partnership (AtlasDataset *dataset, guint number)
{
  AtlasRecord *link = create (ATLAS_TYPE_PARTNERSHIP, "link", number);
  const guint other = number + 1 + number / N_CITIES;

  atlas_record_add_reference (link, ATLAS_ROLE_MEMBERS,
                              lookup (dataset, "city", number % N_CITIES));
  atlas_record_add_reference (link, ATLAS_ROLE_MEMBERS, lookup (dataset, "city", other % N_CITIES));
  atlas_record_add_citation (link, lookup (dataset, "source", 0), "1", 1);
  return link;
}

/**
 * atlas_test_large_new_event:
 * @dataset: a dataset of atlas_test_large_new()
 * @id: the id of the event
 * @number: any number
 *
 * Returns: (transfer full): an event about the partnership with that number, in the city with that
 *   number
 */
AtlasRecord *
atlas_test_large_new_event (AtlasDataset *dataset, const char *id, guint number)
{
  const guint n_links =
    g_list_model_get_n_items (atlas_dataset_get_records (dataset, ATLAS_RECORD_KIND_PARTNERSHIP));
  AtlasRecord *event = g_object_new (ATLAS_TYPE_EVENT, "id", id, NULL);

  atlas_record_add_reference (event, ATLAS_ROLE_ABOUT, lookup (dataset, "link", number % n_links));
  atlas_record_add_reference (event, ATLAS_ROLE_PLACES,
                              lookup (dataset, "city", number % N_CITIES));
  atlas_record_add_citation (event, lookup (dataset, "source", 0), "1", 1);
  return event;
}

/**
 * atlas_test_large_new:
 * @n_records: the number of records, at least 3000
 *
 * Returns: (transfer full): a complete dataset of that size
 */
AtlasDataset *
atlas_test_large_new (guint n_records)
{
  const guint n_links = (n_records - N_CITIES - 2) / 2;
  const guint n_events = n_records - N_CITIES - 2 - n_links;
  AtlasDataset *dataset = atlas_dataset_new ();

  add (dataset, create (ATLAS_TYPE_SOURCE, "source", 0));
  add (dataset, create (ATLAS_TYPE_PLACE, "province", 0));
  for (guint i = 0; i < N_CITIES; i++)
    {
      AtlasRecord *city = create (ATLAS_TYPE_PLACE, "city", i);

      atlas_record_add_reference (city, ATLAS_ROLE_PARENT, lookup (dataset, "province", 0));
      add (dataset, city);
    }
  for (guint i = 0; i < n_links; i++)
    add (dataset, create_partnership (dataset, i));
  for (guint i = 0; i < n_events; i++)
    {
      g_autofree char *id = g_strdup_printf ("event-%u", i);

      add (dataset, atlas_test_large_new_event (dataset, id, i));
    }
  atlas_dataset_complete (dataset);
  return dataset;
}
