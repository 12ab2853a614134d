/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-transport-panel.h"

#include <glib/gi18n.h>

#include "atlas-chart-bar.h"
#include "atlas-description.h"
#include "atlas-format.h"
#include "atlas-labels.h"
#include "atlas-route.h"
#include "atlas-shared-rows.h"

/*
 * AtlasTransportPanel: a list model of bus routes, roads and railways.
 *
 * The trips of all routes are drawn on one axis, sorted by number, so that they can be compared.
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

/* Describes whether the route runs as an urban line, its vehicles and its length. */
static char *
describe_route (AtlasRoute *route, AtlasDataset *dataset)
{
  g_autofree char *vehicles = describe_vehicles (route);
  const AtlasLanguage language = atlas_language_get_default ();
  g_autofree char *length = atlas_describe_length (ATLAS_LINK (route), dataset, language);
  g_autofree char *distance = atlas_describe_straight_line (length, language);
  g_autofree char *facts =
    atlas_join_facts (atlas_describe_status (ATLAS_RECORD (route), language), vehicles, NULL);
  g_autofree char *computed = NULL;

  if (*distance == '\0')
    return g_steal_pointer (&facts);
  /* Translators: of a distance that the source does not state; %s is such as "132 km in a straight
   * line". */
  computed = g_strdup_printf (_("%s (computed)"), distance);
  return *facts != '\0' ? g_strdup_printf ("%s\n%s", facts, computed) : g_steal_pointer (&computed);
}

static void
link_stations (AtlasRow *row, AtlasDataset *dataset, AtlasRoute *route)
{
  const AtlasRecords stations =
    atlas_dataset_get_references (dataset, ATLAS_RECORD (route), ATLAS_ROLE_STATIONS);
  GPtrArray *links;

  if (stations.len == 0)
    return;
  links = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < stations.len; i++)
    g_ptr_array_add (links, g_object_ref (atlas_records_get (&stations, i)));
  /* Translators: before the names of the stations of a bus route. */
  atlas_row_take_links (row, g_strdup (_("Stations: ")), links);
}

/* The largest number of trips of all routes, independent of the scope, so that bars can always be
 * compared. */
static guint
find_most_trips (AtlasPanel *panel)
{
  AtlasDataset *dataset = atlas_panel_get_dataset (panel);
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

static int
compare_trips (gconstpointer a, gconstpointer b)
{
  const guint trips = atlas_route_get_trips_per_day (*(AtlasRoute *const *) a);
  const guint others = atlas_route_get_trips_per_day (*(AtlasRoute *const *) b);

  return trips > others ? -1 : trips < others;
}

static AtlasRow *
add_route (AtlasPanel *panel, AtlasRecord *route)
{
  AtlasDataset *dataset = atlas_panel_get_dataset (panel);
  AtlasRow *row = atlas_panel_add_record (panel, route);

  atlas_row_take_subtitle (row, describe_route (ATLAS_ROUTE (route), dataset));
  link_stations (row, dataset, ATLAS_ROUTE (route));
  return row;
}

/* Adds the bar of the trips, on the common axis. */
static AtlasChart *
draw_trips (AtlasRow *row, AtlasRecord *route, AtlasSeries *series, AtlasChartRuler *ruler)
{
  const AtlasDecimal trips =
    atlas_route_get_trips_per_day (ATLAS_ROUTE (route)) * ATLAS_DECIMAL_ONE;
  AtlasChart *bar;

  atlas_series_add_amount (series, trips, ATLAS_FIGURE_STATUS_STOCK, route);
  bar = atlas_chart_bar_new (series, atlas_series_get_length (series) - 1, ruler);
  atlas_row_take_chart (row, bar);
  return bar;
}

static void
add_routes (AtlasPanel *panel)
{
  g_autoptr (GPtrArray) routes = atlas_panel_list_shown (panel, ATLAS_RECORD_KIND_ROUTE);
  g_autoptr (AtlasSeries) series = atlas_series_new ();
  g_autoptr (AtlasChartRuler) ruler =
    atlas_chart_ruler_new ((AtlasAxis) { 0, find_most_trips (panel) }, ATLAS_UNIT_TRIP_PER_DAY);
  AtlasChart *bar = NULL;

  g_ptr_array_sort (routes, compare_trips);
  atlas_panel_begin_group (panel, atlas_label_for_record_kind (ATLAS_RECORD_KIND_ROUTE,
                                                               atlas_language_get_default ()));
  for (guint i = 0; i < routes->len; i++)
    {
      AtlasRow *row = add_route (panel, routes->pdata[i]);

      if (atlas_route_get_trips_per_day (routes->pdata[i]) > 0)
        bar = draw_trips (row, routes->pdata[i], series, ruler);
    }
  if (bar != NULL)
    atlas_chart_bar_show_labels (ATLAS_CHART_BAR (bar));
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
  ATLAS_PANEL_CLASS (klass)->parts_doubt = TRUE;
}

static void
atlas_transport_panel_init (AtlasTransportPanel *self)
{
}
