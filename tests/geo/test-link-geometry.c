/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-links.h"

#include <math.h>

#include "atlas-link-geometry.h"
#include "atlas-place.h"
#include "atlas-test-dataset.h"

/* The side of the Web Mercator square in pixels at zoom 7. */
#define ZOOM_7 (256.0 * 128)

static AtlasLinkGeometry *
make_geometry (AtlasDataset *dataset, const char *subject, gboolean unfold)
{
  g_autoptr (AtlasScope) scope =
    atlas_scope_new (dataset, subject != NULL ? atlas_test_links_get (dataset, subject) : NULL);

  return atlas_link_geometry_new (dataset, atlas_dataset_get_links (dataset), NULL, scope, unfold);
}

/* Returns the curve of a link. */
static const AtlasLinkCurve *
get_curve (AtlasLinkGeometry *geometry, AtlasDataset *dataset, const char *id)
{
  AtlasRecord *link = atlas_test_links_get (dataset, id);

  for (guint i = 0; i < atlas_link_geometry_get_n_curves (geometry); i++)
    {
      const AtlasLinkCurve *curve = atlas_link_geometry_get_curve (geometry, i);

      if (g_ptr_array_find (curve->links, link, NULL))
        return curve;
    }
  g_assert_not_reached ();
}

static AtlasPoint
locate (AtlasDataset *dataset, const char *id)
{
  AtlasPlace *place = ATLAS_PLACE (atlas_test_links_get (dataset, id));

  return (AtlasPoint) { atlas_projection_x (atlas_place_get_longitude (place)),
                        atlas_projection_y (atlas_place_get_latitude (place)) };
}

static double
get_bulge (const AtlasLinkCurve *curve)
{
  AtlasPoint from = curve->points[0], to = curve->points[3];
  AtlasPoint middle = atlas_link_curve_get_point (curve, 0.5);
  AtlasPoint straight = { (from.x + to.x) / 2, (from.y + to.y) / 2 };

  return hypot (middle.x - straight.x, middle.y - straight.y) /
         hypot (to.x - from.x, to.y - from.y);
}

static gboolean
ends_at (const AtlasLinkCurve *curve, AtlasPoint place)
{
  AtlasPoint from = curve->points[0], to = curve->points[curve->n_points - 1];

  return (from.x == place.x && from.y == place.y) || (to.x == place.x && to.y == place.y);
}

static void
test_arc (void)
{
  g_autoptr (AtlasLinkCurve) curve =
    atlas_link_curve_new_arc (g_ptr_array_new (), ATLAS_LINK_GROUP_PAIR, (AtlasPoint) { 0.1, 0.5 },
                              (AtlasPoint) { 0.3, 0.5 }, 0.25);
  AtlasPoint middle = atlas_link_curve_get_point (curve, 0.5);

  g_assert_cmpfloat_with_epsilon (middle.x, 0.2, 1e-9);
  g_assert_cmpfloat_with_epsilon (middle.y, 0.55, 1e-9); /* right of eastward is southward */
  g_assert_cmpfloat_with_epsilon (curve->bounds.x0, 0.1, 1e-9);
  g_assert_cmpfloat_with_epsilon (curve->bounds.y1, 0.55, 1e-9);
  g_assert_cmpfloat_with_epsilon (atlas_link_curve_get_distance (curve, middle), 0, 1e-4);
  g_assert_cmpfloat_with_epsilon (atlas_link_curve_get_distance (curve, (AtlasPoint) { 0.2, 0.65 }),
                                  0.1, 1e-4);
  g_assert_cmpfloat_with_epsilon (atlas_link_curve_get_distance (curve, (AtlasPoint) { 0.05, 0.5 }),
                                  0.05, 1e-9);
}

/* All places are inside, and none is closer to the outline than the requested distance. */
static void
check_outline (const AtlasPoint *places, guint n_places)
{
  g_autoptr (AtlasLinkCurve) curve = atlas_link_curve_new_outline (
    g_ptr_array_new (), ATLAS_LINK_GROUP_INTEGRATION, places, n_places, 0.01);
  AtlasPoint last = curve->points[curve->n_points - 1];

  g_assert_true (curve->is_outline);
  g_assert_cmpfloat_with_epsilon (curve->points[0].x, last.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (curve->points[0].y, last.y, 1e-9);
  for (guint i = 0; i < n_places; i++)
    {
      g_assert_cmpfloat (atlas_link_curve_get_distance (curve, places[i]), >, 0.0099);
      g_assert_cmpfloat (places[i].x, >, curve->bounds.x0);
      g_assert_cmpfloat (places[i].x, <, curve->bounds.x1);
      g_assert_cmpfloat (places[i].y, >, curve->bounds.y0);
      g_assert_cmpfloat (places[i].y, <, curve->bounds.y1);
    }
}

static void
test_outline (void)
{
  const AtlasPoint spread[] = {
    { 0.2, 0.2 }, { 0.4, 0.25 }, { 0.3, 0.3 }, { 0.35, 0.5 }, { 0.1, 0.4 }
  };
  const AtlasPoint row[] = { { 0.2, 0.2 }, { 0.3, 0.2 }, { 0.4, 0.2 } };
  const AtlasPoint one[] = { { 0.2, 0.2 }, { 0.2, 0.2 }, { 0.2, 0.2 } };

  check_outline (spread, G_N_ELEMENTS (spread));
  check_outline (row, G_N_ELEMENTS (row));
  check_outline (one, G_N_ELEMENTS (one));
}

static void
test_gather (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  g_autoptr (AtlasLinkGeometry) small = make_geometry (dataset, NULL, FALSE);
  g_autoptr (AtlasLinkGeometry) large = make_geometry (dataset, NULL, TRUE);
  const AtlasLinkCurve *gathered = get_curve (small, dataset, "jl-jilin-city-auto");
  const AtlasLinkCurve *unfolded = get_curve (large, dataset, "jl-jilin-city-auto");

  g_assert_cmpuint (gathered->links->len, ==, 3);
  g_assert_true (gathered == get_curve (small, dataset, "jl-jilin-city-economic"));
  g_assert_true (ends_at (gathered, locate (dataset, "changchun")));
  g_assert_true (ends_at (gathered, locate (dataset, "jilin-city")));
  /* Yanbian has two zones as partners, and one framework, which stays separate. */
  g_assert_cmpuint (get_curve (small, dataset, "jl-yanbian-new-area")->links->len, ==, 2);
  g_assert_cmpuint (get_curve (small, dataset, "jl-framework-yanbian")->links->len, ==, 1);

  g_assert_cmpuint (unfolded->links->len, ==, 1);
  g_assert_true (ends_at (unfolded, locate (dataset, "zone-auto")));
  for (guint i = 0; i < atlas_link_geometry_get_n_curves (large); i++)
    g_assert_cmpuint (atlas_link_geometry_get_curve (large, i)->links->len, ==, 1);
}

/* The scope of a link, of a pair of cities or of a zone unfolds only the links concerned. */
static void
test_unfold_subject (void)
{
  static const struct
  {
    const char *subject;
    guint siping, jilin; /* links of the curves between these and Changchun */
  } cases[] = {
    { "jl-siping-auto", 1, 3 },     { "jl-changping", 1, 3 }, { "zone-china-korea", 1, 3 },
    { "zone-auto", 1, 1 },          { "siping", 2, 3 },       { "jl-jilin-city-jingyue", 2, 1 },
    { "jl-siping-liaoyuan", 2, 3 }, { "jl-demo-area", 2, 3 },
  };
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasLinkGeometry) geometry = make_geometry (dataset, cases[i].subject, FALSE);

      g_assert_cmpuint (get_curve (geometry, dataset, "jl-siping-auto")->links->len, ==,
                        cases[i].siping);
      g_assert_cmpuint (get_curve (geometry, dataset, "jl-jilin-city-auto")->links->len, ==,
                        cases[i].jilin);
    }
}

/* In a comparison of two links, both are unfolded. */
static void
test_unfold_compared (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  g_autoptr (AtlasScope) scope =
    atlas_scope_new_comparison (dataset, atlas_test_links_get (dataset, "jl-siping-auto"),
                                atlas_test_links_get (dataset, "jl-jilin-city-jingyue"));
  g_autoptr (AtlasLinkGeometry) geometry =
    atlas_link_geometry_new (dataset, atlas_dataset_get_links (dataset), NULL, scope, FALSE);

  g_assert_cmpuint (get_curve (geometry, dataset, "jl-siping-auto")->links->len, ==, 1);
  g_assert_cmpuint (get_curve (geometry, dataset, "jl-jilin-city-jingyue")->links->len, ==, 1);
  g_assert_cmpuint (get_curve (geometry, dataset, "jl-liaoyuan-auto")->links->len, ==, 2);
}

/* At zoom 7, the middles of lines between the same places are far enough apart for a click. */
static void
test_fan (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  g_autoptr (AtlasLinkGeometry) geometry = make_geometry (dataset, NULL, FALSE);
  guint n_curves = atlas_link_geometry_get_n_curves (geometry), n_pairs = 0;

  for (guint i = 0; i < n_curves; i++)
    for (guint j = 0; j < i; j++)
      {
        const AtlasLinkCurve *a = atlas_link_geometry_get_curve (geometry, i);
        const AtlasLinkCurve *b = atlas_link_geometry_get_curve (geometry, j);
        AtlasPoint middle = atlas_link_curve_get_point (a, 0.5);

        if (a->is_outline || b->is_outline || !ends_at (a, b->points[0]) ||
            !ends_at (a, b->points[3]))
          continue;
        n_pairs++;
        g_assert_cmpfloat (atlas_link_curve_get_distance (b, middle) * ZOOM_7, >, 4);
      }
  g_assert_cmpuint (n_pairs, >, 15);
}

static void
test_bend (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  g_autoptr (AtlasLinkGeometry) geometry = make_geometry (dataset, NULL, FALSE);

  /* Bus routes are straighter than other links between the same cities. */
  g_assert_cmpfloat (get_bulge (get_curve (geometry, dataset, "bus-liaoyuan-siping")), <, 0.08);
  g_assert_cmpfloat (get_bulge (get_curve (geometry, dataset, "jl-siping-liaoyuan")), >, 0.1);
  /* Of two single links, the longer one bends more. */
  g_assert_cmpfloat (get_bulge (get_curve (geometry, dataset, "jl-framework-changbaishan")), >,
                     get_bulge (get_curve (geometry, dataset, "jl-hachang")));
}

static void
test_filter (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autoptr (AtlasLinkGeometry) geometry = NULL;

  for (guint group = 0; group < ATLAS_N_LINK_GROUPS; group++)
    atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, (AtlasLinkGroup) group,
                            group == ATLAS_LINK_GROUP_BUS);
  geometry =
    atlas_link_geometry_new (dataset, atlas_dataset_get_links (dataset), filter, NULL, FALSE);
  g_assert_cmpuint (atlas_link_geometry_get_n_curves (geometry), ==, 3);
}

static const AtlasLinkCurve *
find (AtlasLinkGeometry *geometry, AtlasPoint point, double reach)
{
  g_autoptr (GPtrArray) found = atlas_link_geometry_find_all (geometry, point, reach, 0);

  return found->len > 0 ? found->pdata[0] : NULL;
}

static void
test_find (void)
{
  const double reach = 6 / ZOOM_7;
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  g_autoptr (AtlasLinkGeometry) geometry = make_geometry (dataset, NULL, FALSE);
  const AtlasLinkCurve *bus = get_curve (geometry, dataset, "bus-baishan-tonghua");
  AtlasPoint middle = atlas_link_curve_get_point (bus, 0.5);

  g_assert_true (find (geometry, middle, reach) == bus);
  /* The Sea of Japan. */
  g_assert_null (
    find (geometry, (AtlasPoint) { atlas_projection_x (131), atlas_projection_y (41.5) }, reach));
}

static void
test_find_among_many (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_links_make (500, 10000);
  g_autoptr (AtlasLinkGeometry) geometry = make_geometry (dataset, NULL, FALSE);

  g_assert_cmpuint (atlas_link_geometry_get_n_curves (geometry), ==, 10000);
  for (guint i = 0; i < 200; i++)
    {
      const AtlasLinkCurve *curve = atlas_link_geometry_get_curve (geometry, i * 50);
      AtlasPoint point = atlas_link_curve_get_point (curve, 0.3);
      const AtlasLinkCurve *found = find (geometry, point, 6 / ZOOM_7);

      g_assert_nonnull (found);
      g_assert_cmpfloat (atlas_link_curve_get_distance (found, point), <=,
                         atlas_link_curve_get_distance (curve, point));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/link-geometry/arc", test_arc);
  g_test_add_func ("/geo/link-geometry/outline", test_outline);
  g_test_add_func ("/geo/link-geometry/gather", test_gather);
  g_test_add_func ("/geo/link-geometry/unfold-subject", test_unfold_subject);
  g_test_add_func ("/geo/link-geometry/unfold-compared", test_unfold_compared);
  g_test_add_func ("/geo/link-geometry/fan", test_fan);
  g_test_add_func ("/geo/link-geometry/bend", test_bend);
  g_test_add_func ("/geo/link-geometry/filter", test_filter);
  g_test_add_func ("/geo/link-geometry/find", test_find);
  g_test_add_func ("/geo/link-geometry/find-among-many", test_find_among_many);

  return g_test_run ();
}
