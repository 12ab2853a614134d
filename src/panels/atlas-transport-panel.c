/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-transport-panel.h"

#include <glib/gi18n.h>

#include "atlas-chart-bar.h"
#include "atlas-enum-types.h"
#include "atlas-format.h"
#include "atlas-labels.h"
#include "atlas-shared-rows.h"
#include "atlas-route.h"
#include "atlas-words.h"

/*
 * AtlasTransportPanel: buses, roads and railways.
 *
 * The trips of all routes are drawn on one axis, so that they compare.
 */
struct _AtlasTransportPanel
{
  AtlasPanel parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlasTransportPanel, atlas_transport_panel, ATLAS_TYPE_PANEL)

static char *
describe_vehicles (AtlasRoute *route)
{
  const AtlasLanguage language = atlas_language_get_default ();
  const guint n_vehicles = atlas_route_get_vehicles (route);
  const char *type = atlas_route_get_vehicle_type (route, language);
  g_autofree char *vehicles = NULL;

  if (n_vehicles == 0)
    return g_strdup (type);
  vehicles = atlas_format_quantity (n_vehicles * ATLAS_DECIMAL_ONE, ATLAS_UNIT_VEHICLE, language);
  /* Translators: how many vehicles, and of what type, such as "12 vehicles (new-energy buses)". */
  return *type != '\0' ? g_strdup_printf (_("%s (%s)"), vehicles, type)
                       : g_steal_pointer (&vehicles);
}

static char *
describe_route (AtlasRoute *route)
{
  g_autofree char *vehicles = describe_vehicles (route);
  g_autofree char *distance = atlas_words_for_distance (ATLAS_LINK (route));
  g_autofree char *stations =
    atlas_words_join_names (atlas_record_get_references (ATLAS_RECORD (route), ATLAS_ROLE_STATIONS));
  AtlasUrbanStyle urban_style = atlas_route_get_urban_style (route);
  g_autofree char *facts = atlas_words_join_facts (
    urban_style != ATLAS_URBAN_STYLE_UNKNOWN
      ? atlas_label_for (ATLAS_TYPE_URBAN_STYLE, (int) urban_style, atlas_language_get_default ())
      : "",
    vehicles, distance, NULL);

  return *stations != '\0' ? g_strdup_printf ("%s\n%s", facts, stations)
                           : g_steal_pointer (&facts);
}

static AtlasChart *
draw_trips (AtlasRecord *route,
            guint        trips,
            guint        most_trips)
{
  g_autoptr (AtlasSeries) series = atlas_series_new ();
  const AtlasSpan span = { 0, trips, 0, ATLAS_FIGURE_STATUS_STOCK, route };

  atlas_series_add (series, &span);
  return atlas_chart_bar_new (series, (AtlasAxis) { 0, most_trips });
}

/* Over all routes, whatever the scope: a bar that compares with nothing says nothing. */
static guint
find_most_trips (AtlasPanel *panel)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (atlas_panel_get_navigation (panel));
  GListModel *routes = atlas_dataset_get_records (dataset, ATLAS_RECORD_KIND_ROUTE);
  const guint n_routes = g_list_model_get_n_items (routes);
  guint most_trips = 0;

  for (guint i = 0; i < n_routes; i++)
    {
      g_autoptr (AtlasRoute) route = g_list_model_get_item (routes, i);

      most_trips = MAX (most_trips, atlas_route_get_trips_per_day (route));
    }
  return most_trips;
}

static void
add_routes (AtlasPanel *panel)
{
  const AtlasLanguage language = atlas_language_get_default ();
  g_autoptr (GPtrArray) routes = atlas_panel_list_shown (panel, ATLAS_RECORD_KIND_ROUTE);
  const guint most_trips = find_most_trips (panel);

  atlas_panel_begin_group (panel, atlas_label_for_record_kind (ATLAS_RECORD_KIND_ROUTE, language));
  for (guint i = 0; i < routes->len; i++)
    {
      AtlasRecord *route = routes->pdata[i];
      const guint trips = atlas_route_get_trips_per_day (ATLAS_ROUTE (route));
      AtlasRow *row = atlas_panel_add (panel, route, atlas_record_get_name (route, language));

      atlas_row_take_subtitle (row, describe_route (ATLAS_ROUTE (route)));
      atlas_row_set_mark (row, ATLAS_ROW_MARK_LINK, ATLAS_LINK_GROUP_BUS);
      if (trips == 0)
        continue;
      atlas_row_take_value (row, atlas_format_quantity (trips * ATLAS_DECIMAL_ONE,
                                                        ATLAS_UNIT_TRIP_PER_DAY, language));
      atlas_row_take_chart (row, draw_trips (route, trips, most_trips));
    }
}

static void
atlas_transport_panel_fill (AtlasPanel *panel)
{
  add_routes (panel);
  atlas_panel_add_projects (panel, atlas_project_is_transport);
}

static void
atlas_transport_panel_class_init (AtlasTransportPanelClass *klass)
{
  ATLAS_PANEL_CLASS (klass)->fill = atlas_transport_panel_fill;
}

static void
atlas_transport_panel_init (AtlasTransportPanel *self)
{
}
