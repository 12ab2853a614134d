/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-route.h"

#include "atlas-enum-types.h"
#include "atlas-link.h"

/*
 * AtlasRoute: a bus route between two cities.
 */
struct _AtlasRoute
{
  AtlasRecord parent_instance;

  guint           trips_per_day;
  guint           vehicles;
  AtlasText       *vehicle_type;
  AtlasUrbanStyle urban_style;
};

static void link_interface_init (AtlasLinkInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasRoute, atlas_route, ATLAS_TYPE_RECORD,
                               G_IMPLEMENT_INTERFACE (ATLAS_TYPE_LINK, link_interface_init))

enum
{
  PROP_0,
  PROP_TRIPS_PER_DAY,
  PROP_VEHICLES,
  PROP_VEHICLE_TYPE,
  PROP_URBAN_STYLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static AtlasLinkGroup
atlas_route_get_group (AtlasLink *link)
{
  return ATLAS_LINK_GROUP_BUS;
}

static void
atlas_route_list_members (AtlasLink    *link,
                          AtlasDataset *dataset,
                          GPtrArray    *members)
{
  AtlasRecord *from = atlas_dataset_get_reference (dataset, ATLAS_RECORD (link), ATLAS_ROLE_FROM);
  AtlasRecord *to = atlas_dataset_get_reference (dataset, ATLAS_RECORD (link), ATLAS_ROLE_TO);

  if (from != NULL)
    g_ptr_array_add (members, from);
  if (to != NULL)
    g_ptr_array_add (members, to);
}

static void
link_interface_init (AtlasLinkInterface *iface)
{
  iface->get_group = atlas_route_get_group;
  iface->list_members = atlas_route_list_members;
}

static void
atlas_route_finalize (GObject *object)
{
  AtlasRoute *self = ATLAS_ROUTE (object);

  g_clear_pointer (&self->vehicle_type, atlas_text_unref);

  G_OBJECT_CLASS (atlas_route_parent_class)->finalize (object);
}

static void
atlas_route_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  AtlasRoute *self = ATLAS_ROUTE (object);

  switch (prop_id)
    {
    case PROP_TRIPS_PER_DAY:
      g_value_set_uint (value, self->trips_per_day);
      break;
    case PROP_VEHICLES:
      g_value_set_uint (value, self->vehicles);
      break;
    case PROP_VEHICLE_TYPE:
      g_value_set_boxed (value, self->vehicle_type);
      break;
    case PROP_URBAN_STYLE:
      g_value_set_enum (value, self->urban_style);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_route_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  AtlasRoute *self = ATLAS_ROUTE (object);

  switch (prop_id)
    {
    case PROP_TRIPS_PER_DAY:
      self->trips_per_day = g_value_get_uint (value);
      break;
    case PROP_VEHICLES:
      self->vehicles = g_value_get_uint (value);
      break;
    case PROP_VEHICLE_TYPE:
      self->vehicle_type = g_value_dup_boxed (value);
      break;
    case PROP_URBAN_STYLE:
      self->urban_style = (AtlasUrbanStyle) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_route_class_init (AtlasRouteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = atlas_route_finalize;
  object_class->get_property = atlas_route_get_property;
  object_class->set_property = atlas_route_set_property;
  ATLAS_RECORD_CLASS (klass)->kind = ATLAS_RECORD_KIND_ROUTE;

  properties[PROP_TRIPS_PER_DAY] =
    g_param_spec_uint ("trips-per-day", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_VEHICLES] = g_param_spec_uint ("vehicles", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_VEHICLE_TYPE] =
    g_param_spec_boxed ("vehicle-type", NULL, NULL, ATLAS_TYPE_TEXT, flags);
  properties[PROP_URBAN_STYLE] =
    g_param_spec_enum ("urban-style", NULL, NULL, ATLAS_TYPE_URBAN_STYLE,
                       ATLAS_URBAN_STYLE_UNKNOWN, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_route_init (AtlasRoute *self)
{
}

/**
 * atlas_route_get_trips_per_day:
 * @self: a route
 *
 * Returns: trips a day, or 0 when the source does not say
 */
guint
atlas_route_get_trips_per_day (AtlasRoute *self)
{
  g_return_val_if_fail (ATLAS_IS_ROUTE (self), 0);

  return self->trips_per_day;
}

/**
 * atlas_route_get_vehicles:
 * @self: a route
 *
 * Returns: vehicles in service, or 0 when the source does not say
 */
guint
atlas_route_get_vehicles (AtlasRoute *self)
{
  g_return_val_if_fail (ATLAS_IS_ROUTE (self), 0);

  return self->vehicles;
}

/**
 * atlas_route_get_vehicle_type:
 * @self: a route
 * @language: the language wanted
 *
 * Returns: what the vehicles are; never NULL
 */
const char *
atlas_route_get_vehicle_type (AtlasRoute    *self,
                              AtlasLanguage  language)
{
  g_return_val_if_fail (ATLAS_IS_ROUTE (self), "");

  return atlas_text_get (self->vehicle_type, language);
}

/**
 * atlas_route_get_urban_style:
 * @self: a route
 *
 * Returns: the state of its conversion to urban-style service
 */
AtlasUrbanStyle
atlas_route_get_urban_style (AtlasRoute *self)
{
  g_return_val_if_fail (ATLAS_IS_ROUTE (self), ATLAS_URBAN_STYLE_UNKNOWN);

  return self->urban_style;
}
