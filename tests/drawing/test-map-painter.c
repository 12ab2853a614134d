/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include <math.h>
#include <string.h>

#include "atlas-map-painter.h"

#define TILE 256

static cairo_surface_t *
paint (const AtlasExtent *extent,
       int width,
       int height,
       AtlasMapStyle style,
       const char *const *highlights)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  atlas_map_painter_paint (cr, atlas_base_map_get_default (), extent, width, height, style,
                           highlights);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) +
                      (gsize) y * (gsize) cairo_image_surface_get_stride (surface);
  guint32 pixel;

  memcpy (&pixel, row + 4 * x, sizeof pixel);

  return pixel & 0xffffff;
}

static int
get_difference (guint32 a, guint32 b)
{
  int most = 0;

  for (int shift = 0; shift < 24; shift += 8)
    most = MAX (most, ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)));

  return most;
}

static guint32
get_color_at (cairo_surface_t *surface,
              const AtlasExtent *extent,
              double latitude,
              double longitude)
{
  double scale = cairo_image_surface_get_width (surface) / (extent->x1 - extent->x0);

  return get_pixel (surface, (int) ((atlas_projection_x (longitude) - extent->x0) * scale),
                    (int) ((atlas_projection_y (latitude) - extent->y0) * scale));
}

/* 4 × 3 tiles drawn separately equal the picture drawn at once. */
static void
check_seams (double latitude, double longitude, guint zoom, AtlasMapStyle style)
{
  guint n = 1u << zoom;
  guint column = (guint) (atlas_projection_x (longitude) * n) - 1;
  guint row = (guint) (atlas_projection_y (latitude) * n) - 1;
  AtlasExtent first = atlas_extent_for_tile (column, row, zoom);
  AtlasExtent last = atlas_extent_for_tile (column + 3, row + 2, zoom);
  AtlasExtent all = { first.x0, first.y0, last.x1, last.y1 };
  cairo_surface_t *whole = paint (&all, 4 * TILE, 3 * TILE, style, NULL);
  guint n_differing = 0;

  for (guint i = 0; i < 12; i++)
    {
      guint left = i % 4 * TILE;
      guint top = i / 4 * TILE;
      AtlasExtent extent = atlas_extent_for_tile (column + i % 4, row + i / 4, zoom);
      cairo_surface_t *tile = paint (&extent, TILE, TILE, style, NULL);

      for (int y = 0; y < TILE; y++)
        for (int x = 0; x < TILE; x++)
          {
            int difference = get_difference (get_pixel (tile, x, y),
                                             get_pixel (whole, (int) left + x, (int) top + y));

            /* Rounding moves an edge by less than a pixel. */
            g_assert_cmpint (difference, <, 64);
            if (difference > 12)
              n_differing++;
          }
      cairo_surface_destroy (tile);
    }

  g_test_message ("zoom %u: %u pixels differ visibly", zoom, n_differing);
  g_assert_cmpuint (n_differing, <, 12 * TILE * TILE / 2000);
  cairo_surface_destroy (whole);
}

static void
test_seams (void)
{
  for (guint zoom = 6; zoom <= 12; zoom++)
    check_seams (43.2, 126.3, zoom, ATLAS_STYLE_LIGHT);
  check_seams (43.2, 126.3, 8, ATLAS_STYLE_HIGH_CONTRAST);
  /* All of East Asia and its edges, Guangdong, and the border between detailed and coarse
   * waters. */
  check_seams (33.0, 110.0, 3, ATLAS_STYLE_LIGHT);
  check_seams (23.1, 113.3, 7, ATLAS_STYLE_LIGHT);
  check_seams (33.0, 120.5, 7, ATLAS_STYLE_DARK);
}

/* No pixel of the province shows the background through a gap between two prefectures. */
static void
test_tints (void)
{
  static const struct
  {
    double latitude;
    double longitude;
    const char *prefecture;
  } inside[] = {
    { 44.6, 125.0, "220100" },  { 43.6, 124.95, "220100" }, { 43.95, 127.45, "220200" },
    { 43.5, 123.7, "220300" },  { 42.55, 125.4, "220400" }, { 41.5, 125.9, "220500" },
    { 41.75, 127.6, "220600" }, { 44.3, 123.8, "220700" },  { 45.0, 122.6, "220800" },
    { 43.2, 130.3, "222400" },
  };
  AtlasExtent extent;

  g_assert_true (atlas_base_map_get_area_extent (atlas_base_map_get_default (), "220000", &extent));
  for (AtlasMapStyle style = 0; style < ATLAS_N_STYLES; style++)
    {
      const AtlasMapPalette *palette = atlas_map_style_get_palette (style);
      cairo_surface_t *surface = paint (&extent, 900, 700, style, NULL);

      for (guint i = 0; i < G_N_ELEMENTS (inside); i++)
        {
          guint32 tint = atlas_map_palette_get_tint (palette, inside[i].prefecture) >> 8;

          g_test_message ("%s", inside[i].prefecture);
          g_assert_cmphex (get_color_at (surface, &extent, inside[i].latitude, inside[i].longitude),
                           ==, tint);
        }
      cairo_surface_destroy (surface);
    }
}

static void
test_surroundings (void)
{
  const AtlasMapPalette *palette = atlas_map_style_get_palette (ATLAS_STYLE_LIGHT);
  AtlasExtent extent = atlas_base_map_get_extent (atlas_base_map_get_default ());
  cairo_surface_t *surface = paint (&extent, 1600, 1300, ATLAS_STYLE_LIGHT, NULL);

  g_assert_cmphex (get_color_at (surface, &extent, 41.0, 133.0), ==, palette->sea >> 8);
  g_assert_cmphex (get_color_at (surface, &extent, 38.5, 120.0), ==, palette->sea >> 8);
  g_assert_cmphex (get_color_at (surface, &extent, 46.3, 127.6), ==, palette->land >> 8);
  g_assert_cmphex (get_color_at (surface, &extent, 41.4, 123.2), ==, palette->land >> 8);
  g_assert_cmphex (get_color_at (surface, &extent, 40.8, 128.2), ==, palette->abroad >> 8);
  g_assert_cmphex (get_color_at (surface, &extent, 44.0, 132.8), ==, palette->abroad >> 8);
  g_assert_cmphex (get_color_at (surface, &extent, 44.8, 132.4), ==, palette->lake >> 8);
  cairo_surface_destroy (surface);
}

/* Tests land and sea of East Asia and the area outside. The seam between detailed and coarse land,
 * along 106° and 144° east and 33° and 54° north, shows neither background nor a line. */
static void
test_east_asia (void)
{
  static const struct
  {
    double latitude;
    double longitude;
    char ground; /* of China, abroad, sea, or outside the base map */
  } cases[] = {
    { 23.4, 113.0, 'c' }, { 22.0, 115.5, 's' }, { 31.0, 119.5, 'c' }, { 42.5, 85.0, 'c' },
    { 30.5, 90.0, 'c' },  { 23.8, 121.0, 'c' }, { 19.2, 109.8, 'c' }, { 27.6, 93.8, 'c' },
    { 14.5, 102.0, 'a' }, { 36.3, 137.6, 'a' }, { 60.0, 100.0, 'b' }, { 45.0, 155.0, 'b' },
    { 33.0, 110.3, 'c' }, { 40.3, 106.0, 'c' }, { 54.0, 116.4, 'a' }, { 33.0, 123.0, 's' },
    { 40.0, 144.0, 's' },
  };
  const AtlasMapPalette *palette = atlas_map_style_get_palette (ATLAS_STYLE_LIGHT);
  const AtlasExtent extent = { atlas_projection_x (60), atlas_projection_y (62),
                               atlas_projection_x (160), atlas_projection_y (-3) };
  cairo_surface_t *surface = paint (&extent, 2000, 1760, ATLAS_STYLE_LIGHT, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const guint32 color = cases[i].ground == 'c'   ? palette->land
                            : cases[i].ground == 's' ? palette->sea
                                                     : palette->abroad;
      /* A river or grid line may cross one pixel. */
      guint n_found = 0;

      g_test_message ("%.1f %.1f", cases[i].latitude, cases[i].longitude);
      for (int shift = -2; shift <= 2; shift++)
        n_found += get_color_at (surface, &extent, cases[i].latitude + 0.11 * shift,
                                 cases[i].longitude + 0.13 * shift) == color >> 8;
      g_assert_cmpuint (n_found, >=, 3);
    }
  cairo_surface_destroy (surface);
}

/* Adjacent prefectures differ in brightness in print, so that a grey copy distinguishes them. */
static void
test_grey_print (void)
{
  static const char *const neighbours[][2] = {
    { "220100", "220200" }, { "220100", "220300" }, { "220100", "220700" }, { "220200", "220300" },
    { "220200", "220400" }, { "220200", "220500" }, { "220200", "220600" }, { "220200", "222400" },
    { "220300", "220400" }, { "220300", "220700" }, { "220300", "220800" }, { "220400", "220500" },
    { "220500", "220600" }, { "220600", "222400" }, { "220700", "220800" },
  };
  const AtlasMapPalette *palette = atlas_map_style_get_palette (ATLAS_STYLE_PRINT);

  for (guint i = 0; i < G_N_ELEMENTS (neighbours); i++)
    {
      double grey[2];

      for (guint j = 0; j < 2; j++)
        {
          guint32 tint = atlas_map_palette_get_tint (palette, neighbours[i][j]);

          grey[j] =
            0.2126 * (tint >> 24) + 0.7152 * (tint >> 16 & 0xff) + 0.0722 * (tint >> 8 & 0xff);
        }
      g_test_message ("%s %.1f, %s %.1f", neighbours[i][0], grey[0], neighbours[i][1], grey[1]);
      g_assert_cmpfloat (fabs (grey[0] - grey[1]), >, 8.0);
    }
}

/* The result is the same as painting one color over the other. */
static void
test_mix (void)
{
  static const struct
  {
    guint32 under;
    guint32 over;
    guint32 expected;
  } cases[] = {
    { 0x102030ff, 0xffffff00, 0x102030ff },
    { 0x102030ff, 0x405060ff, 0x405060ff },
    { 0x000000ff, 0xffffff80, 0x808080ff },
    { 0xff0080ff, 0x00ff0033, 0xcc3366ff },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmphex (atlas_map_style_mix (cases[i].under, cases[i].over), ==, cases[i].expected);
}

static void
test_highlight (void)
{
  const AtlasMapPalette *palette = atlas_map_style_get_palette (ATLAS_STYLE_LIGHT);
  AtlasExtent extent;
  cairo_surface_t *surface;

  g_assert_true (atlas_base_map_get_area_extent (atlas_base_map_get_default (), "220000", &extent));
  surface = paint (&extent, 900, 700, ATLAS_STYLE_LIGHT,
                   (const char *const[]) { "220500", "220300", NULL });

  g_assert_cmphex (get_color_at (surface, &extent, 41.5, 125.9), ==,
                   atlas_map_palette_get_tint (palette, "220500") >> 8);
  g_assert_cmphex (get_color_at (surface, &extent, 43.5, 123.6), ==,
                   atlas_map_palette_get_tint (palette, "220300") >> 8);
  g_assert_cmphex (get_color_at (surface, &extent, 44.6, 125.0), !=,
                   atlas_map_palette_get_tint (palette, "220100") >> 8);
  cairo_surface_destroy (surface);
}

/* Highlighting an area outside the province does not dim the province. */
static void
test_highlight_elsewhere (void)
{
  const AtlasMapPalette *palette = atlas_map_style_get_palette (ATLAS_STYLE_LIGHT);
  AtlasExtent extent;
  cairo_surface_t *surface;

  g_assert_true (atlas_base_map_get_area_extent (atlas_base_map_get_default (), "220000", &extent));
  surface = paint (&extent, 900, 700, ATLAS_STYLE_LIGHT, (const char *const[]) { "230100", NULL });

  g_assert_cmphex (get_color_at (surface, &extent, 41.5, 125.9), ==,
                   atlas_map_palette_get_tint (palette, "220500") >> 8);
  cairo_surface_destroy (surface);
}

static gpointer
paint_tile (gpointer number)
{
  AtlasExtent extent = atlas_extent_for_tile (108 + GPOINTER_TO_UINT (number) % 2, 46, 7);

  return paint (&extent, TILE, TILE, ATLAS_STYLE_LIGHT, NULL);
}

static void
test_threads (void)
{
  GThread *threads[8];
  cairo_surface_t *surfaces[8];

  for (guint i = 0; i < 8; i++)
    threads[i] = g_thread_new ("tile", paint_tile, GUINT_TO_POINTER (i));
  for (guint i = 0; i < 8; i++)
    surfaces[i] = g_thread_join (threads[i]);
  for (guint i = 2; i < 8; i++)
    g_assert_cmpmem (cairo_image_surface_get_data (surfaces[i]), TILE * TILE * 4,
                     cairo_image_surface_get_data (surfaces[i % 2]), TILE * TILE * 4);
  for (guint i = 0; i < 8; i++)
    cairo_surface_destroy (surfaces[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/drawing/map-painter/seams", test_seams);
  g_test_add_func ("/drawing/map-painter/tints", test_tints);
  g_test_add_func ("/drawing/map-painter/surroundings", test_surroundings);
  g_test_add_func ("/drawing/map-painter/east-asia", test_east_asia);
  g_test_add_func ("/drawing/map-painter/grey-print", test_grey_print);
  g_test_add_func ("/drawing/map-painter/mix", test_mix);
  g_test_add_func ("/drawing/map-painter/highlight", test_highlight);
  g_test_add_func ("/drawing/map-painter/highlight-elsewhere", test_highlight_elsewhere);
  g_test_add_func ("/drawing/map-painter/threads", test_threads);

  return g_test_run ();
}
