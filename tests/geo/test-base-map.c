/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include <string.h>

#include "atlas-base-map-private.h"
#include "atlas-map-painter.h"

typedef struct
{
  const char *name;
  double latitude;
  double longitude;
  const char *prefecture; /* NULL outside of the province */
  const char *county;
} Place;

static const Place places[] = {
  { "Changchun", 43.88, 125.32, "220100", NULL },
  { "Gongzhuling", 43.50, 124.82, "220100", "220184" },
  { "Shuangyang", 43.52, 125.66, "220100", "220112" },
  { "Jilin", 43.85, 126.56, "220200", NULL },
  { "Siping", 43.165, 124.37, "220300", NULL },
  { "Shuangliao", 43.51, 123.50, "220300", "220382" },
  { "Liaoyuan", 42.90, 125.14, "220400", NULL },
  { "Tonghua", 41.72, 125.93, "220500", NULL },
  { "Meihekou", 42.53, 125.68, "220500", "220581" },
  { "Baishan", 41.94, 126.42, "220600", NULL },
  { "Songyuan", 45.13, 124.83, "220700", NULL },
  { "Baicheng", 45.62, 122.83, "220800", NULL },
  { "Yanji", 42.89, 129.50, "222400", "222401" },
  { "Hunchun", 42.87, 130.36, "222400", "222404" },
  { "Harbin", 45.75, 126.65, NULL, NULL },
  { "Wuchang", 44.93, 127.16, NULL, NULL },
  { "Shenyang", 41.79, 123.43, NULL, NULL },
  { "Hyesan", 41.39, 128.20, NULL, NULL },
  { "Vladivostok", 43.11, 131.87, NULL, NULL },
  { "the sea", 41.0, 132.0, NULL, NULL },
  { "nowhere near", 0.0, 0.0, NULL, NULL },
};

static void
test_what_is_at (void)
{
  AtlasBaseMap *map = atlas_base_map_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      double x = atlas_projection_x (places[i].longitude);
      double y = atlas_projection_y (places[i].latitude);

      g_test_message ("%s", places[i].name);
      g_assert_cmpstr (atlas_base_map_prefecture_at (map, x, y), ==, places[i].prefecture);
      if (places[i].county != NULL || places[i].prefecture == NULL)
        g_assert_cmpstr (atlas_base_map_county_at (map, x, y), ==, places[i].county);
    }
}

static void
test_names (void)
{
  AtlasBaseMap *map = atlas_base_map_get_default ();

  g_assert_cmpstr (atlas_base_map_get_area_name (map, "220100", ATLAS_LANGUAGE_ZH), ==, "长春市");
  g_assert_cmpstr (atlas_base_map_get_area_name (map, "220100", ATLAS_LANGUAGE_EN), ==,
                   "Changchun");
  g_assert_cmpstr (atlas_base_map_get_area_name (map, "222400", ATLAS_LANGUAGE_KO), ==, "연변주");
  g_assert_cmpstr (atlas_base_map_get_area_name (map, "222404", ATLAS_LANGUAGE_KO), ==, "훈춘시");
  g_assert_cmpstr (atlas_base_map_get_area_name (map, "222402", ATLAS_LANGUAGE_KO), ==, "도문시");
  g_assert_cmpstr (atlas_base_map_get_area_name (map, "222403", ATLAS_LANGUAGE_KO), ==, "돈화시");
  g_assert_cmpstr (atlas_base_map_get_area_name (map, "KP", ATLAS_LANGUAGE_KO), ==, "조선");
  g_assert_cmpstr (atlas_base_map_get_area_name (map, "440000", ATLAS_LANGUAGE_ZH), ==, "广东省");
  g_assert_cmpstr (atlas_base_map_get_area_name (map, "710000", ATLAS_LANGUAGE_ZH), ==, "台湾省");
  g_assert_null (atlas_base_map_get_area_name (map, "999999", ATLAS_LANGUAGE_ZH));
}

static void
test_extents (void)
{
  AtlasBaseMap *map = atlas_base_map_get_default ();
  AtlasExtent all = atlas_base_map_get_extent (map);
  AtlasExtent province, city, untouched = { 1, 2, 3, 4 };

  g_assert_true (atlas_base_map_get_area_extent (map, "220000", &province));
  g_assert_cmpfloat_with_epsilon (atlas_projection_longitude (province.x0), 121.64, 0.05);
  g_assert_cmpfloat_with_epsilon (atlas_projection_longitude (province.x1), 131.31, 0.05);
  g_assert_cmpfloat_with_epsilon (atlas_projection_latitude (province.y0), 46.30, 0.05);
  g_assert_cmpfloat_with_epsilon (atlas_projection_latitude (province.y1), 40.86, 0.05);

  g_assert_true (atlas_base_map_get_area_extent (map, "220100", &city));
  g_assert_cmpfloat (city.x0, >, province.x0);
  g_assert_cmpfloat (city.x1, <, province.x1);
  g_assert_cmpfloat (all.x0, <, atlas_projection_x (73));
  g_assert_cmpfloat (all.y0, <, atlas_projection_y (55));
  g_assert_cmpfloat (all.x1, >=, atlas_projection_x (150));
  g_assert_cmpfloat (all.y1, >, atlas_projection_y (3.5));

  g_assert_false (atlas_base_map_get_area_extent (map, "999999", &untouched));
  g_assert_cmpfloat (untouched.x1, ==, 3.0);
}

/* Points and the areas that contain them. */
static void
test_east_asia (void)
{
  static const struct
  {
    const char *name;
    double latitude;
    double longitude;
    gboolean covered;
    gboolean on_land;
    gboolean fine;
    const char *province; /* the province that must contain it, or NULL */
  } cases[] = {
    { "Changchun", 43.88, 125.32, TRUE, TRUE, TRUE, "220000" },
    { "Shenyang", 41.79, 123.43, TRUE, TRUE, TRUE, "210000" },
    { "Guangzhou", 23.13, 113.26, TRUE, TRUE, FALSE, "440000" },
    { "Hangzhou", 30.27, 120.16, TRUE, TRUE, FALSE, "330000" },
    { "Taipei", 25.05, 121.53, TRUE, TRUE, FALSE, "710000" },
    { "Kashgar", 39.47, 75.99, TRUE, TRUE, FALSE, "650000" },
    { "Zayu", 28.66, 97.47, TRUE, TRUE, FALSE, "540000" },
    { "south of the Himalaya", 27.6, 93.8, TRUE, TRUE, FALSE, "540000" },
    { "Aksai Chin", 35.2, 79.3, TRUE, TRUE, FALSE, "650000" },
    { "Tokyo", 35.68, 139.69, TRUE, TRUE, FALSE, NULL },
    { "the Sea of Japan", 40.0, 133.0, TRUE, FALSE, FALSE, NULL },
    { "the South China Sea", 14.0, 115.0, TRUE, FALSE, FALSE, NULL },
    { "Berlin", 52.5, 13.4, FALSE, FALSE, FALSE, NULL },
    { "Sydney", -33.9, 151.2, FALSE, FALSE, FALSE, NULL },
  };
  AtlasBaseMap *map = atlas_base_map_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const double x = atlas_projection_x (cases[i].longitude);
      const double y = atlas_projection_y (cases[i].latitude);
      AtlasExtent found = { 0, 0, 0, 0 }, wanted = { 1, 1, 1, 1 };

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (atlas_base_map_covers (map, x, y), ==, cases[i].covered);
      g_assert_cmpint (atlas_base_map_is_on_land (map, cases[i].latitude, cases[i].longitude), ==,
                       cases[i].on_land);
      g_assert_cmpint (atlas_base_map_is_fine_at (map, x, y), ==, cases[i].fine);
      if (cases[i].province == NULL)
        continue;
      g_assert_true (atlas_base_map_get_area_extent (map, cases[i].province, &wanted));
      g_assert_true (atlas_base_map_get_province_extent_at (map, x, y, &found));
      g_assert_cmpmem (&found, sizeof found, &wanted, sizeof wanted);
    }
  g_assert_cmpstr (atlas_base_map_get_town_code (map, atlas_projection_x (120.16),
                                                 atlas_projection_y (30.27)),
                   ==, "330100");
  g_assert_null (atlas_base_map_get_town_code (map, atlas_projection_x (118.0),
                                               atlas_projection_y (30.0)));
}

static GBytes *
dup_good_bytes (void)
{
  g_autoptr (GError) error = NULL;
  char *contents = NULL;
  gsize length = 0;

  g_file_get_contents (g_getenv ("ATLAS_TEST_BASE_MAP"), &contents, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (contents, length);
}

static void
test_good_bytes (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dup_good_bytes ();
  AtlasBaseMap *map = atlas_base_map_new_from_bytes (bytes, &error);

  g_assert_no_error (error);
  g_assert_finalize_object (map);
}

static void
test_unaligned_bytes (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dup_good_bytes ();
  g_autofree guint8 *shifted = g_malloc (g_bytes_get_size (bytes) + 1);
  g_autoptr (GBytes) odd = NULL;
  g_autoptr (AtlasBaseMap) map = NULL;

  memcpy (shifted + 1, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  odd = g_bytes_new_static (shifted + 1, g_bytes_get_size (bytes));
  map = atlas_base_map_new_from_bytes (odd, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (atlas_base_map_prefecture_at (map, atlas_projection_x (125.32),
                                                 atlas_projection_y (43.88)),
                   ==, "220100");
}

static void
test_refusals (void)
{
  g_autoptr (GBytes) good = dup_good_bytes ();
  gsize size = g_bytes_get_size (good);

  for (gsize length = 0; length < size; length = length < 256 ? length + 1 : length * 2)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (good, 0, length);

      g_assert_null (atlas_base_map_new_from_bytes (cut, &error));
      g_assert_true (error->domain == ATLAS_BASE_MAP_ERROR);
    }
}

/* A base map with a changed byte is either refused, or safe to draw and query. */
static void
test_damage (void)
{
  g_autoptr (GBytes) good = dup_good_bytes ();
  g_autoptr (GRand) random = g_rand_new_with_seed (22);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 64, 64);
  cairo_t *cr = cairo_create (surface);
  AtlasExtent extent = atlas_base_map_get_extent (atlas_base_map_get_default ());
  gsize size = g_bytes_get_size (good);
  guint n_refused = 0;

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (good, NULL), size);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (AtlasBaseMap) map = NULL;
      /* Points after the header may have any values; most other data may not. */
      gsize end = i % 2 == 0 ? 88 : 120000;
      gsize position = (gsize) g_rand_int_range (random, 0, (gint32) end);

      copy[i % 2 == 0 ? position : size - 1 - position] ^=
        (guint8) g_rand_int_range (random, 1, 256);
      bytes = g_bytes_new_static (copy, size);
      map = atlas_base_map_new_from_bytes (bytes, &error);
      if (map == NULL)
        {
          g_assert_true (error->domain == ATLAS_BASE_MAP_ERROR);
          n_refused++;
          continue;
        }
      atlas_map_painter_paint (cr, map, &extent, 64.0, 64.0, ATLAS_STYLE_LIGHT,
                               (const char *const[]) { "220100", NULL });
      atlas_base_map_prefecture_at (map, atlas_projection_x (125.32), atlas_projection_y (43.88));
    }

  g_assert_cmpuint (n_refused, >, 100);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/base-map/what-is-at", test_what_is_at);
  g_test_add_func ("/geo/base-map/names", test_names);
  g_test_add_func ("/geo/base-map/extents", test_extents);
  g_test_add_func ("/geo/base-map/east-asia", test_east_asia);
  g_test_add_func ("/geo/base-map/good-bytes", test_good_bytes);
  g_test_add_func ("/geo/base-map/unaligned-bytes", test_unaligned_bytes);
  g_test_add_func ("/geo/base-map/refusals", test_refusals);
  g_test_add_func ("/geo/base-map/damage", test_damage);

  return g_test_run ();
}
