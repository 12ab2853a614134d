/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include <math.h>

#include "atlas-edge-arrows.h"
#include "atlas-map-text.h"
#include "atlas-test-links.h"

/* Tests arrows to partners outside the view. */

#define WIDTH 600
#define HEIGHT 400

/* The view around Changchun and Siping, 200 km wide. */
static const AtlasExtent around = { 0.8440, 0.3630, 0.8515, 0.3680 };

static GPtrArray *
place_in (AtlasDataset *dataset,
          AtlasScope *scope,
          const AtlasExtent *extent,
          const AtlasExtent *obstacles,
          guint n_obstacles)
{
  g_autoptr (AtlasLinkGeometry) geometry =
    atlas_link_geometry_new (dataset, atlas_dataset_get_links (dataset), NULL, NULL, FALSE);
  g_autoptr (GPtrArray) ends = atlas_edge_arrows_list_ends (geometry, scope);
  PangoContext *context = atlas_map_text_create_context (ATLAS_LANGUAGE_EN);
  const AtlasEdgeArrowsRequest request = {
    *extent, WIDTH, HEIGHT, obstacles, n_obstacles, context, 12, ATLAS_LANGUAGE_EN,
  };
  GPtrArray *arrows = atlas_edge_arrows_place (ends, &request);

  g_object_unref (context);
  return arrows;
}

static gboolean
boxes_meet (const AtlasExtent *a, const AtlasExtent *b)
{
  return a->x0 < b->x1 && b->x0 < a->x1 && a->y0 < b->y1 && b->y0 < a->y1;
}

/* Hangzhou gets an arrow with distance and direction at the lower edge; visible places get none. */
static void
test_far (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_links_make_far (30.27, 120.16);
  g_autoptr (GPtrArray) arrows = place_in (dataset, NULL, &around, NULL, 0);
  const AtlasEdgeArrow *arrow;

  g_assert_cmpuint (arrows->len, ==, 1);
  arrow = arrows->pdata[0];
  g_assert_cmpuint (arrow->places->len, ==, 1);
  g_assert_true (arrow->places->pdata[0] == atlas_test_links_get (dataset, "Far"));
  g_assert_nonnull (strstr (arrow->text, "Far"));
  g_assert_nonnull (strstr (arrow->text, "1,580 km"));
  g_assert_cmpstr (arrow->spoken, ==, "Far, 1,580 km to the south");
  g_assert_cmpfloat (HEIGHT - arrow->box.y1, >=, 0);
  g_assert_cmpfloat (HEIGHT - arrow->box.y1, <, 12);
  g_assert_cmpfloat (arrow->box.x0, >, 0);
  /* Down and slightly to the left. */
  g_assert_cmpfloat (arrow->angle, >, G_PI / 2);
  g_assert_cmpfloat (arrow->angle, <, G_PI * 3 / 4);
}

static void
test_directions (void)
{
  static const struct
  {
    double latitude;
    double longitude;
    const char *direction;
  } cases[] = {
    { 52, 125.32, "to the north" },  { 36, 125.32, "to the south" },
    { 43.8, 136, "to the east" },    { 43.8, 115, "to the west" },
    { 37, 134, "to the southeast" }, { 50, 115, "to the northwest" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasDataset) dataset =
        atlas_test_links_make_far (cases[i].latitude, cases[i].longitude);
      g_autoptr (GPtrArray) arrows = place_in (dataset, NULL, &around, NULL, 0);

      g_assert_cmpuint (arrows->len, ==, 1);
      g_assert_true (g_str_has_suffix (((AtlasEdgeArrow *) arrows->pdata[0])->spoken,
                                       cases[i].direction));
    }
}

/* A visible place gets no arrow. */
static void
test_visible (void)
{
  const AtlasExtent world = { 0.80, 0.35, 0.88, 0.43 };
  g_autoptr (AtlasDataset) dataset = atlas_test_links_make_far (30.27, 120.16);
  g_autoptr (GPtrArray) arrows = place_in (dataset, NULL, &world, NULL, 0);

  g_assert_cmpuint (arrows->len, ==, 0);
}

/* Links outside the scope get no arrows. */
static void
test_scope (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_links_make_far (30.27, 120.16);
  g_autoptr (AtlasScope) siping =
    atlas_scope_new (dataset, atlas_test_links_get (dataset, "Siping"));
  g_autoptr (AtlasScope) far = atlas_scope_new (dataset, atlas_test_links_get (dataset, "Far"));
  g_autoptr (GPtrArray) none = place_in (dataset, siping, &around, NULL, 0);
  g_autoptr (GPtrArray) one = place_in (dataset, far, &around, NULL, 0);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (one->len, ==, 1);
}

static void
test_obstacles (void)
{
  const AtlasExtent legend = { 0, 150, 400, HEIGHT };
  g_autoptr (AtlasDataset) dataset = atlas_test_links_make_far (30.27, 120.16);
  g_autoptr (GPtrArray) arrows = place_in (dataset, NULL, &around, &legend, 1);

  g_assert_cmpuint (arrows->len, ==, 1);
  g_assert_false (boxes_meet (&((AtlasEdgeArrow *) arrows->pdata[0])->box, &legend));
}

/* Many ends are merged into the existing arrows; none is lost, and arrows do not overlap. */
static void
test_many (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_links_make (60, 900);
  g_autoptr (GPtrArray) arrows = place_in (dataset, NULL, &around, NULL, 0);
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  guint n_places = 0;

  g_assert_cmpuint (arrows->len, >, 1);
  g_assert_cmpuint (arrows->len, <=, ATLAS_MAX_EDGE_ARROWS);
  for (guint i = 0; i < arrows->len; i++)
    {
      const AtlasEdgeArrow *arrow = arrows->pdata[i];

      n_places += arrow->places->len;
      for (guint j = 0; j < arrow->places->len; j++)
        g_hash_table_add (places, arrow->places->pdata[j]);
      for (guint j = 0; j < i; j++)
        g_assert_false (boxes_meet (&arrow->box, &((AtlasEdgeArrow *) arrows->pdata[j])->box));
      g_assert_cmpfloat (arrow->box.x0, >=, 0);
      g_assert_cmpfloat (arrow->box.y0, >=, 0);
      g_assert_cmpfloat (arrow->box.x1, <=, WIDTH);
      g_assert_cmpfloat (arrow->box.y1, <=, HEIGHT);
    }
  g_assert_cmpuint (n_places, >, ATLAS_MAX_EDGE_ARROWS);
  g_assert_cmpuint (g_hash_table_size (places), ==, n_places);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/drawing/edge-arrows/far", test_far);
  g_test_add_func ("/drawing/edge-arrows/directions", test_directions);
  g_test_add_func ("/drawing/edge-arrows/visible", test_visible);
  g_test_add_func ("/drawing/edge-arrows/scope", test_scope);
  g_test_add_func ("/drawing/edge-arrows/obstacles", test_obstacles);
  g_test_add_func ("/drawing/edge-arrows/many", test_many);

  return g_test_run ();
}
