/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-links.h"

#include "atlas-enum-types.h"
#include "atlas-partnership.h"
#include "atlas-place.h"

/* Generated datasets of any size with links to draw. */

static void
add (AtlasDataset *dataset, gpointer object)
{
  g_autoptr (AtlasRecord) record = ATLAS_RECORD (object);

  g_assert_true (atlas_dataset_add (dataset, record));
}

/* Scattered over the province, with the same positions each time. */
static void
add_place (AtlasDataset *dataset, AtlasText *name, guint number)
{
  g_autofree char *id = g_strdup_printf ("place-%u", number);

  add (dataset, g_object_new (ATLAS_TYPE_PLACE, "id", id, "name", name, "kind",
                              ATLAS_PLACE_KIND_COUNTY, "latitude", 41.5 + number * 37 % 101 * 0.04,
                              "longitude", 122.0 + number * 59 % 103 * 0.08, NULL));
}

static void
add_link (AtlasDataset *dataset, AtlasText *name, guint number, guint n_places)
{
  g_autofree char *id = g_strdup_printf ("link-%u", number);
  guint from = number % n_places;
  guint to = (from + 1 + number / n_places % (n_places - 1)) % n_places;
  g_autofree char *from_id = g_strdup_printf ("place-%u", from);
  g_autofree char *to_id = g_strdup_printf ("place-%u", to);
  AtlasRecord *link;

  add (dataset, g_object_new (ATLAS_TYPE_PARTNERSHIP, "id", id, "name", name, "kind",
                              number % 2 == 0 ? ATLAS_PARTNERSHIP_KIND_CITY_PAIR
                                              : ATLAS_PARTNERSHIP_KIND_FRAMEWORK,
                              NULL));
  link = atlas_test_links_get (dataset, id);
  atlas_record_add_reference (link, ATLAS_ROLE_MEMBERS, atlas_test_links_get (dataset, from_id));
  atlas_record_add_reference (link, ATLAS_ROLE_MEMBERS, atlas_test_links_get (dataset, to_id));
}

static void
add_named (AtlasDataset *dataset, const char *id, double latitude, double longitude)
{
  g_autoptr (AtlasText) name = atlas_text_new (id, id, NULL);

  add (dataset,
       g_object_new (ATLAS_TYPE_PLACE, "id", id, "name", name, "kind", ATLAS_PLACE_KIND_PREFECTURE,
                     "latitude", latitude, "longitude", longitude, NULL));
}

static void
join (AtlasDataset *dataset, const char *id, const char *one, const char *other)
{
  g_autoptr (AtlasText) name = atlas_text_new (id, id, NULL);
  AtlasRecord *link;

  add (dataset, g_object_new (ATLAS_TYPE_PARTNERSHIP, "id", id, "name", name, "kind",
                              ATLAS_PARTNERSHIP_KIND_CITY_PAIR, NULL));
  link = atlas_test_links_get (dataset, id);
  atlas_record_add_reference (link, ATLAS_ROLE_MEMBERS, atlas_test_links_get (dataset, one));
  atlas_record_add_reference (link, ATLAS_ROLE_MEMBERS, atlas_test_links_get (dataset, other));
}

/* Changchun with a nearby partner, and a distant one: "Far". */
AtlasDataset *
atlas_test_links_make_far (double latitude, double longitude)
{
  AtlasDataset *dataset = atlas_dataset_new ();

  add_named (dataset, "Changchun", 43.88, 125.32);
  add_named (dataset, "Siping", 43.17, 124.35);
  add_named (dataset, "Far", latitude, longitude);
  join (dataset, "near-link", "Changchun", "Siping");
  join (dataset, "far-link", "Changchun", "Far");
  atlas_dataset_complete (dataset);
  return dataset;
}

AtlasDataset *
atlas_test_links_make (guint n_places, guint n_links)
{
  AtlasDataset *dataset = atlas_dataset_new ();
  g_autoptr (AtlasText) name = atlas_text_new ("某", "Some", NULL);

  for (guint i = 0; i < n_places; i++)
    add_place (dataset, name, i);
  for (guint i = 0; i < n_links; i++)
    add_link (dataset, name, i, n_places);
  atlas_dataset_complete (dataset);
  return dataset;
}

AtlasRecord *
atlas_test_links_get (AtlasDataset *dataset, const char *id)
{
  AtlasRecord *record = atlas_dataset_lookup (dataset, id);

  g_assert_nonnull (record);
  return record;
}
