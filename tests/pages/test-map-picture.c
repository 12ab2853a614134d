/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include <string.h>

#include "atlas-map-picture.h"
#include "atlas-map-style.h"
#include "atlas-reader.h"

/* Tests the printed map of datasets outside Jilin. */

#define SIZE 400

static AtlasDataset *
read_dataset (const char *latitude, const char *longitude)
{
  g_autofree char *json = g_strdup_printf (
    "{\"format\": \"jilin-atlas\", \"version\": 1, \"title\": \"T\", \"sources\": [], \"places\": ["
    "{\"id\": \"a\", \"name\": \"A\", \"pinyin\": \"a\", \"kind\": \"prefecture\", "
    "\"latitude\": %s, \"longitude\": %s}]}",
    latitude, longitude);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset =
    atlas_reader_read_bytes ("test", bytes, ATLAS_READER_STRICT, NULL, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

/* The share of a part of the map with exactly one color; NULL for the whole scope. */
static double
measure_part (AtlasDataset *dataset, const AtlasExtent *extent, guint32 color)
{
  g_autoptr (AtlasScope) scope = atlas_scope_new (dataset, NULL);
  const AtlasFacts facts = { scope, NULL, ATLAS_LANGUAGE_EN, ATLAS_SHOWN_PART_ALL };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);
  const guint8 *data;
  guint n_found = 0;

  atlas_map_picture_draw (cr, &facts, atlas_base_map_get_default (), extent, SIZE, SIZE);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (guint i = 0; i < SIZE * SIZE; i++)
    {
      guint32 pixel;

      memcpy (&pixel, data + 4 * i, sizeof pixel);
      n_found += (pixel & 0xffffff) == color >> 8;
    }
  cairo_surface_destroy (surface);
  return (double) n_found / (SIZE * SIZE);
}

static double
measure (const char *latitude, const char *longitude, guint32 color)
{
  g_autoptr (AtlasDataset) dataset = read_dataset (latitude, longitude);

  return measure_part (dataset, NULL, color);
}

static void
test_elsewhere (void)
{
  const AtlasMapPalette *palette = atlas_map_style_get_palette (ATLAS_STYLE_PRINT);
  double land = measure ("22.54", "114.06", palette->land);
  double sea = measure ("22.54", "114.06", palette->sea);

  /* Shenzhen is on the coast: about half of its surroundings is land. */
  g_test_message ("land %.2f, sea %.2f", land, sea);
  g_assert_cmpfloat (land, >, 0.3);
  g_assert_cmpfloat (sea, >, 0.3);
  g_assert_cmpfloat (land + sea, >, 0.85);
  /* No prefecture of Jilin is there. */
  for (guint i = 0; i < ATLAS_N_TINTS; i++)
    g_assert_cmpfloat (measure ("22.54", "114.06", palette->tints[i]), <, 0.001);

  g_assert_cmpfloat (measure ("52.5", "13.4", palette->abroad), >, 0.85);
  g_assert_cmpfloat (measure ("52.5", "13.4", palette->land), <, 0.01);
}

/* A part of the map is shown instead of the places of the scope. */
static void
test_part (void)
{
  const AtlasMapPalette *palette = atlas_map_style_get_palette (ATLAS_STYLE_PRINT);
  g_autoptr (AtlasDataset) dataset = read_dataset ("22.54", "114.06");
  const AtlasExtent sea =
    atlas_extent_around (atlas_projection_x (131), atlas_projection_y (39.5), 40000, SIZE, SIZE);

  g_assert_cmpfloat (measure_part (dataset, &sea, palette->sea), >, 0.85);
  g_assert_cmpfloat (measure_part (dataset, &sea, palette->land), <, 0.01);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages/map-picture/elsewhere", test_elsewhere);
  g_test_add_func ("/pages/map-picture/part", test_part);

  return g_test_run ();
}
