/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-route.h"

#include <glib/gi18n-lib.h>

#include "atlas-enum-types.h"
#include "atlas-link.h"
#include "atlas-member-private.h"

/*
 * AtlasRoute: a bus route between two cities.
 */
struct _AtlasRoute
{
  AtlasRecord parent_instance;

  guint trips_per_day;
  guint vehicles;
  AtlasText *vehicle_type;
  AtlasUrbanStyle urban_style;
};

static void link_interface_init (AtlasLinkInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasRoute,
                               atlas_route,
                               ATLAS_TYPE_RECORD,
                               G_IMPLEMENT_INTERFACE (ATLAS_TYPE_LINK, link_interface_init))

/* clang-format off */
static const AtlasMember members[] = {
  ATLAS_REFERENCE (from, ATLAS_REQUIRED, FROM, ATLAS_KIND (PLACE), "A place."),
  ATLAS_REFERENCE (to, ATLAS_REQUIRED, TO, ATLAS_KIND (PLACE), "A place."),
  ATLAS_REFERENCES (stations, 0, STATIONS, ATLAS_KIND (PLACE),
                    "Stations at which it begins and ends, where known."),
  ATLAS_COUNT (AtlasRoute, trips_per_day, ATLAS_OPTIONAL, NC_ ("member", "Trips a day"),
               "Trips of a day, for both directions as the source counts them."),
  ATLAS_COUNT (AtlasRoute, vehicles, ATLAS_OPTIONAL, NC_ ("member", "Vehicles"),
               "Number of vehicles."),
  ATLAS_BOXED (AtlasRoute, vehicle_type, ATLAS_OPTIONAL, atlas_text_get_type,
               NC_ ("member", "Vehicle type"), "What vehicles they are."),
  ATLAS_WORD (AtlasRoute, urban_style, ATLAS_OPTIONAL, atlas_urban_style_get_type,
              ATLAS_URBAN_STYLE_UNKNOWN, NC_ ("member", "Urban-style service"),
              "Whether the line runs in the way of a city bus; absent when unknown."),
};
/* clang-format on */

static AtlasLinkGroup
atlas_route_get_group (AtlasLink *link)
{
  return ATLAS_LINK_GROUP_BUS;
}

static void
link_interface_init (AtlasLinkInterface *iface)
{
  iface->get_group = atlas_route_get_group;
}

static void
atlas_route_class_init (AtlasRouteClass *klass)
{
  _atlas_record_class_set_members (ATLAS_RECORD_CLASS (klass), ATLAS_RECORD_KIND_ROUTE, members,
                                   G_N_ELEMENTS (members));
}

static void
atlas_route_init (AtlasRoute *self)
{
}

/**
 * atlas_route_get_trips_per_day:
 * @self: a route
 *
 * Returns: daily trips, or 0 if the source does not state them
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
 * Returns: vehicles in service, or 0 if the source does not state it
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
 * @language: the language of the text
 *
 * Returns: the type of the vehicles; never %NULL
 */
const char *
atlas_route_get_vehicle_type (AtlasRoute *self, AtlasLanguage language)
{
  g_return_val_if_fail (ATLAS_IS_ROUTE (self), "");

  return atlas_text_get (self->vehicle_type, language);
}
