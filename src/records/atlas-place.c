/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-place.h"

#include <glib/gi18n-lib.h>

#include "atlas-enum-types.h"
#include "atlas-member-private.h"

/*
 * AtlasPlace: a province, city, county, zone, station, port or town.
 *
 * Coordinates are WGS 84. If a position is known only to about a kilometre, it is flagged as
 * approximate.
 */
struct _AtlasPlace
{
  AtlasRecord parent_instance;

  AtlasPlaceKind kind;
  double latitude;
  double longitude;
  gboolean approximate;
  char *code;
};

G_DEFINE_FINAL_TYPE (AtlasPlace, atlas_place, ATLAS_TYPE_RECORD)

/* clang-format off */
static const AtlasMember members[] = {
  ATLAS_WORD (AtlasPlace, kind, ATLAS_REQUIRED, atlas_place_kind_get_type, ATLAS_PLACE_KIND_AREA,
              NC_ ("member", "Kind"), "What sort of place."),
  ATLAS_DEGREES (AtlasPlace, latitude, ATLAS_REQUIRED, 85, NC_ ("member", "Latitude"),
                 "Degrees north, WGS 84."),
  ATLAS_DEGREES (AtlasPlace, longitude, ATLAS_REQUIRED, 180, NC_ ("member", "Longitude"),
                 "Degrees east, WGS 84."),
  ATLAS_FLAG (AtlasPlace, approximate, ATLAS_OPTIONAL, NC_ ("member", "Approximate position"),
              "Whether the point was set by hand, to a kilometre or, for areas, only roughly."),
  ATLAS_REFERENCE (parent, ATLAS_OPTIONAL, PARENT, ATLAS_KIND (PLACE),
                   "The place in which this one lies. Parents may not form a circle."),
  ATLAS_STRING (AtlasPlace, code, ATLAS_OPTIONAL, NC_ ("member", "Administrative code"),
                "The GB/T 2260 code."),
};
/* clang-format on */

static void
atlas_place_class_init (AtlasPlaceClass *klass)
{
  _atlas_record_class_set_members (ATLAS_RECORD_CLASS (klass), ATLAS_RECORD_KIND_PLACE, members,
                                   G_N_ELEMENTS (members));
}

static void
atlas_place_init (AtlasPlace *self)
{
}

/**
 * atlas_place_get_kind:
 * @self: a place
 *
 * Returns: its kind
 */
AtlasPlaceKind
atlas_place_get_kind (AtlasPlace *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), ATLAS_PLACE_KIND_AREA);

  return self->kind;
}

/**
 * atlas_place_get_latitude:
 * @self: a place
 *
 * Returns: degrees north, -85…85, the range of Web Mercator
 */
double
atlas_place_get_latitude (AtlasPlace *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), 0);

  return self->latitude;
}

/**
 * atlas_place_get_longitude:
 * @self: a place
 *
 * Returns: degrees east, -180…180
 */
double
atlas_place_get_longitude (AtlasPlace *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), 0);

  return self->longitude;
}

/**
 * atlas_place_is_approximate:
 * @self: a place
 *
 * Returns: whether the position is known only to about a kilometre
 */
gboolean
atlas_place_is_approximate (AtlasPlace *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), FALSE);

  return self->approximate;
}

/**
 * atlas_place_get_code:
 * @self: a place
 *
 * Returns: (nullable): the GB/T 2260 code, or %NULL
 */
const char *
atlas_place_get_code (AtlasPlace *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), NULL);

  return self->code;
}

/**
 * atlas_place_get_parent:
 * @self: a place
 * @dataset: its dataset, which is complete
 *
 * Returns: (transfer none) (nullable): the place to which it belongs
 */
AtlasPlace *
atlas_place_get_parent (AtlasPlace *self, AtlasDataset *dataset)
{
  return (AtlasPlace *) atlas_dataset_get_reference (dataset, ATLAS_RECORD (self),
                                                     ATLAS_ROLE_PARENT);
}

/**
 * atlas_place_is_within:
 * @self: a place
 * @dataset: its dataset, which is complete
 * @ancestor: a place, possibly the same
 *
 * The reader rejects cycles of parents, so this terminates.
 *
 * Returns: whether @self is @ancestor or a descendant of it
 */
gboolean
atlas_place_is_within (AtlasPlace *self, AtlasDataset *dataset, AtlasPlace *ancestor)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), FALSE);

  for (AtlasPlace *place = self; place != NULL; place = atlas_place_get_parent (place, dataset))
    if (place == ancestor)
      return TRUE;
  return FALSE;
}

/**
 * atlas_place_get_city:
 * @self: a place
 * @dataset: its dataset, which is complete
 *
 * Returns: (transfer none) (nullable): the prefecture-level place that it is or belongs to; %NULL
 *   for a province
 */
AtlasPlace *
atlas_place_get_city (AtlasPlace *self, AtlasDataset *dataset)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), NULL);

  for (AtlasPlace *place = self; place != NULL; place = atlas_place_get_parent (place, dataset))
    if (place->kind == ATLAS_PLACE_KIND_PREFECTURE || place->kind == ATLAS_PLACE_KIND_AREA)
      return place;
  return NULL;
}

/**
 * atlas_place_is_own_city:
 * @self: a place
 *
 * Returns: whether it is a city or prefecture of Jilin, not of another province
 */
gboolean
atlas_place_is_own_city (AtlasPlace *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), FALSE);

  /* The first two digits are the code of the province. */
  return self->kind == ATLAS_PLACE_KIND_PREFECTURE && self->code != NULL &&
         g_str_has_prefix (self->code, "22");
}

/**
 * atlas_place_of:
 * @record: a record, such as a member of a link
 * @dataset: its dataset, which is complete
 *
 * Returns: (transfer none) (nullable): @record if it is a place, else the first place that it
 *   names, such as the location of an organization
 */
AtlasPlace *
atlas_place_of (AtlasRecord *record, AtlasDataset *dataset)
{
  g_return_val_if_fail (ATLAS_IS_RECORD (record), NULL);

  if (ATLAS_IS_PLACE (record))
    return ATLAS_PLACE (record);
  return (AtlasPlace *) atlas_dataset_get_reference (dataset, record, ATLAS_ROLE_PLACES);
}
