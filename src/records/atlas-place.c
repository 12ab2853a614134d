/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-place.h"

#include "atlas-enum-types.h"

/*
 * AtlasPlace: a province, city, county, zone, station, port or town.
 *
 * Points are WGS 84. A place whose position is known to about a kilometre only says so.
 */
struct _AtlasPlace
{
  AtlasRecord parent_instance;

  AtlasPlaceKind kind;
  double         latitude;
  double         longitude;
  gboolean       approximate;
  char           *code;
};

G_DEFINE_FINAL_TYPE (AtlasPlace, atlas_place, ATLAS_TYPE_RECORD)

enum
{
  PROP_0,
  PROP_KIND,
  PROP_LATITUDE,
  PROP_LONGITUDE,
  PROP_APPROXIMATE,
  PROP_CODE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
atlas_place_finalize (GObject *object)
{
  AtlasPlace *self = ATLAS_PLACE (object);

  g_free (self->code);

  G_OBJECT_CLASS (atlas_place_parent_class)->finalize (object);
}

static void
atlas_place_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  AtlasPlace *self = ATLAS_PLACE (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_LATITUDE:
      g_value_set_double (value, self->latitude);
      break;
    case PROP_LONGITUDE:
      g_value_set_double (value, self->longitude);
      break;
    case PROP_APPROXIMATE:
      g_value_set_boolean (value, self->approximate);
      break;
    case PROP_CODE:
      g_value_set_string (value, self->code);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_place_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  AtlasPlace *self = ATLAS_PLACE (object);

  switch (prop_id)
    {
    case PROP_KIND:
      self->kind = (AtlasPlaceKind) g_value_get_enum (value);
      break;
    case PROP_LATITUDE:
      self->latitude = g_value_get_double (value);
      break;
    case PROP_LONGITUDE:
      self->longitude = g_value_get_double (value);
      break;
    case PROP_APPROXIMATE:
      self->approximate = g_value_get_boolean (value);
      break;
    case PROP_CODE:
      self->code = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_place_class_init (AtlasPlaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = atlas_place_finalize;
  object_class->get_property = atlas_place_get_property;
  object_class->set_property = atlas_place_set_property;
  ATLAS_RECORD_CLASS (klass)->kind = ATLAS_RECORD_KIND_PLACE;

  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, ATLAS_TYPE_PLACE_KIND, ATLAS_PLACE_KIND_AREA, flags);
  properties[PROP_LATITUDE] = g_param_spec_double ("latitude", NULL, NULL, -85.0, 85.0, 0, flags);
  properties[PROP_LONGITUDE] =
    g_param_spec_double ("longitude", NULL, NULL, -180.0, 180.0, 0, flags);
  properties[PROP_APPROXIMATE] = g_param_spec_boolean ("approximate", NULL, NULL, FALSE, flags);
  properties[PROP_CODE] = g_param_spec_string ("code", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_place_init (AtlasPlace *self)
{
}

/**
 * atlas_place_get_kind:
 * @self: a place
 *
 * Returns: what it is
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
 * Returns: degrees north, -85…85, what Web Mercator can show
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
 * Returns: whether the point is known to about a kilometre only
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
 * Returns: (nullable): the GB/T 2260 code, or NULL
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
atlas_place_get_parent (AtlasPlace   *self,
                        AtlasDataset *dataset)
{
  return (AtlasPlace *) atlas_dataset_get_reference (dataset, ATLAS_RECORD (self),
                                                     ATLAS_ROLE_PARENT);
}

/**
 * atlas_place_is_within:
 * @self: a place
 * @dataset: its dataset, which is complete
 * @ancestor: another, or the same
 *
 * The reader refuses circles of parents, so this ends.
 *
 * Returns: whether @self is @ancestor or belongs to it, at however many removes
 */
gboolean
atlas_place_is_within (AtlasPlace   *self,
                       AtlasDataset *dataset,
                       AtlasPlace   *ancestor)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), FALSE);

  for (AtlasPlace *place = self; place != NULL;
       place = atlas_place_get_parent (place, dataset))
    if (place == ancestor)
      return TRUE;
  return FALSE;
}

/**
 * atlas_place_get_city:
 * @self: a place
 * @dataset: its dataset, which is complete
 *
 * Returns: (transfer none) (nullable): the prefecture-level place that it is or belongs to; NULL
 *   for a province
 */
AtlasPlace *
atlas_place_get_city (AtlasPlace   *self,
                      AtlasDataset *dataset)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), NULL);

  for (AtlasPlace *place = self; place != NULL;
       place = atlas_place_get_parent (place, dataset))
    if (place->kind == ATLAS_PLACE_KIND_PREFECTURE || place->kind == ATLAS_PLACE_KIND_AREA)
      return place;
  return NULL;
}

/**
 * atlas_place_is_own_city:
 * @self: a place
 *
 * Returns: whether it is a city or prefecture of Jilin, and not one with which Jilin is linked
 */
gboolean
atlas_place_is_own_city (AtlasPlace *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), FALSE);

  /* The first two digits are those of the province. */
  return self->kind == ATLAS_PLACE_KIND_PREFECTURE && self->code != NULL &&
         g_str_has_prefix (self->code, "22");
}

/**
 * atlas_place_of:
 * @record: a record, such as a member of a link
 * @dataset: its dataset, which is complete
 *
 * Returns: (transfer none) (nullable): @record itself if it is a place, or else the first place
 *   that it names, such as where an organization is at home
 */
AtlasPlace *
atlas_place_of (AtlasRecord  *record,
                AtlasDataset *dataset)
{
  g_return_val_if_fail (ATLAS_IS_RECORD (record), NULL);

  if (ATLAS_IS_PLACE (record))
    return ATLAS_PLACE (record);
  return (AtlasPlace *) atlas_dataset_get_reference (dataset, record, ATLAS_ROLE_PLACES);
}
