/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-links.h"

#include <math.h>

#include "atlas-link-pill.h"
#include "atlas-test-dataset.h"

#define WIDTH 900
#define HEIGHT 700

static const AtlasLinkView view = {
  { 0.838, 0.354 },
  256.0 * 128,
  ATLAS_STYLE_LIGHT,
};

static cairo_surface_t *
new_surface (void)
{
  return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
}

/* The amount of ink of a picture: the sum of alpha of its pixels. */
static guint64
measure_ink (cairo_surface_t *surface)
{
  guint64 ink = 0;

  cairo_surface_flush (surface);
  for (int y = 0; y < HEIGHT; y++)
    {
      const guint32 *row =
        (const guint32 *) (void *) (cairo_image_surface_get_data (surface) +
                                    y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < WIDTH; x++)
        ink += row[x] >> 24;
    }
  return ink;
}

static guint64
measure_state (const AtlasLinkCurve *curve, AtlasMapStyle style, AtlasLinkState state)
{
  AtlasLinkView styled = { view.origin, view.pixels_per_unit, style };
  cairo_surface_t *surface = new_surface ();
  cairo_t *cr = cairo_create (surface);
  guint64 ink;

  atlas_link_painter_paint_line (cr, &styled, curve, state);
  ink = measure_ink (surface);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return ink;
}

/* Every state of every link is visible in every style, and stronger states have more ink. */
static void
test_states (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  g_autoptr (AtlasLinkGeometry) geometry =
    atlas_link_geometry_new (dataset, atlas_dataset_get_links (dataset), NULL, NULL, FALSE);

  for (guint style = 0; style < ATLAS_N_STYLES; style++)
    for (guint i = 0; i < atlas_link_geometry_get_n_curves (geometry); i += 4)
      {
        const AtlasLinkCurve *curve = atlas_link_geometry_get_curve (geometry, i);
        guint64 last = 0;

        for (guint state = 0; state < ATLAS_N_LINK_STATES; state++)
          {
            guint64 ink = measure_state (curve, (AtlasMapStyle) style, (AtlasLinkState) state);

            g_assert_cmpuint (ink, >, last);
            last = ink;
          }
      }
}

static void
test_scope (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  g_autoptr (AtlasLinkGeometry) geometry =
    atlas_link_geometry_new (dataset, atlas_dataset_get_links (dataset), NULL, NULL, FALSE);
  AtlasRecord *bus = atlas_test_links_get (dataset, "bus-liaoyuan-siping");
  g_autoptr (AtlasScope) province = atlas_scope_new (dataset, NULL);
  g_autoptr (AtlasScope) route = atlas_scope_new (dataset, bus);
  guint n_lit = 0, n_hovered = 0;

  for (guint i = 0; i < atlas_link_geometry_get_n_curves (geometry); i++)
    {
      const AtlasLinkCurve *curve = atlas_link_geometry_get_curve (geometry, i);

      g_assert_cmpint (atlas_link_painter_get_state (curve, province, NULL), ==,
                       ATLAS_LINK_STATE_PLAIN);
      n_lit += atlas_link_painter_get_state (curve, route, NULL) == ATLAS_LINK_STATE_LIT;
      n_hovered += atlas_link_painter_get_state (curve, route, bus) == ATLAS_LINK_STATE_HOVERED;
    }
  /* The route, and the pair of cities that it connects. */
  g_assert_cmpuint (n_lit, ==, 2);
  g_assert_cmpuint (n_hovered, ==, 1);
}

/* Before the date of the document, undated links are drawn paler, and dated ones are not. */
static void
test_pale (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  GPtrArray *links = atlas_dataset_get_links (dataset);
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autoptr (AtlasLinkGeometry) now = atlas_link_geometry_new (dataset, links, filter, NULL, TRUE);
  g_autoptr (AtlasLinkGeometry) then = NULL;
  guint n_pale = 0;

  for (guint i = 0; i < atlas_link_geometry_get_n_curves (now); i++)
    g_assert_false (atlas_link_geometry_get_curve (now, i)->is_pale);
  atlas_filter_set_time (filter, NULL, &(AtlasDate) { 2020, 0, 0 });
  then = atlas_link_geometry_new (dataset, links, filter, NULL, TRUE);
  for (guint i = 0; i < atlas_link_geometry_get_n_curves (then); i++)
    {
      const AtlasLinkCurve *curve = atlas_link_geometry_get_curve (then, i);
      AtlasLinkCurve full = *curve;

      full.is_pale = FALSE;
      n_pale += curve->is_pale;
      if (!curve->is_pale)
        continue;
      for (guint state = 0; state < ATLAS_LINK_STATE_HOVERED; state++)
        g_assert_cmpuint (measure_state (curve, ATLAS_STYLE_LIGHT, (AtlasLinkState) state), <,
                          measure_state (&full, ATLAS_STYLE_LIGHT, (AtlasLinkState) state));
      /* Under the pointer it is not pale. */
      g_assert_cmpuint (measure_state (curve, ATLAS_STYLE_LIGHT, ATLAS_LINK_STATE_HOVERED), ==,
                        measure_state (&full, ATLAS_STYLE_LIGHT, ATLAS_LINK_STATE_HOVERED));
    }
  /* Pale are the routes, pairs and other undated links; the dated links of 2016 to 2020 are not. */
  g_assert_cmpuint (n_pale, >=, 10);
  g_assert_cmpuint (atlas_link_geometry_get_n_curves (then) - n_pale, ==, 4);
}

static gboolean
boxes_meet (const AtlasExtent *a, const AtlasExtent *b)
{
  return a->x0 < b->x1 && b->x0 < a->x1 && a->y0 < b->y1 && b->y0 < a->y1;
}

/* Numbers do not cover each other or occupied boxes: here a box over all of Changchun. */
static void
test_pills (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  g_autoptr (AtlasLinkGeometry) geometry =
    atlas_link_geometry_new (dataset, atlas_dataset_get_links (dataset), NULL, NULL, FALSE);
  g_autoptr (GArray) occupied = g_array_new (FALSE, FALSE, sizeof (AtlasExtent));
  AtlasPoint changchun = atlas_link_view_project (
    &view, (AtlasPoint) { atlas_projection_x (125.3228), atlas_projection_y (43.88) });
  AtlasExtent mark = { changchun.x - 40, changchun.y - 40, changchun.x + 40, changchun.y + 40 };

  g_array_append_val (occupied, mark);
  for (guint i = 0; i < atlas_link_geometry_get_n_curves (geometry); i++)
    {
      AtlasLinkPill pill;

      atlas_link_pill_place (&pill, atlas_link_geometry_get_curve (geometry, i), geometry, &view,
                             NULL, occupied);
    }
  /* Three bus routes, eight gathered co-operations with zones, and enterprises. */
  g_assert_cmpuint (occupied->len, >=, 1 + 3 + 8);
  for (guint i = 0; i < occupied->len; i++)
    for (guint j = 0; j < i; j++)
      g_assert_false (boxes_meet (&g_array_index (occupied, AtlasExtent, i),
                                  &g_array_index (occupied, AtlasExtent, j)));
}

/* The legend has to explain everything for all links, and only counts for zones. */
static void
test_signs (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autoptr (AtlasLinkGeometry) all = NULL;
  g_autoptr (AtlasLinkGeometry) zones = NULL;
  AtlasLinkSigns signs;

  all = atlas_link_geometry_new (dataset, atlas_dataset_get_links (dataset), NULL, NULL, FALSE);
  atlas_link_signs_find (&signs, all, NULL);
  g_assert_true (signs.has_trips && signs.has_counts && signs.has_outlines);
  g_assert_cmpint (signs.outline_group, ==, ATLAS_LINK_GROUP_INTEGRATION);
  atlas_filter_show_only (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_ZONE);
  zones = atlas_link_geometry_new (dataset, atlas_dataset_get_links (dataset), filter, NULL, FALSE);
  atlas_link_signs_find (&signs, zones, NULL);
  g_assert_true (signs.has_counts && !signs.has_trips && !signs.has_outlines);
  g_assert_cmpint (signs.count_group, ==, ATLAS_LINK_GROUP_ZONE);
  g_assert_false (signs.has_pale);
  atlas_filter_set_time (filter, NULL, &(AtlasDate) { 2017, 0, 0 });
  g_clear_pointer (&zones, atlas_link_geometry_unref);
  zones = atlas_link_geometry_new (dataset, atlas_dataset_get_links (dataset), filter, NULL, FALSE);
  atlas_link_signs_find (&signs, zones, NULL);
  g_assert_true (signs.has_pale);
  g_assert_cmpint (signs.pale_group, ==, ATLAS_LINK_GROUP_ZONE);
  atlas_link_signs_find (&signs, NULL, NULL);
  g_assert_false (signs.has_pale);
  g_assert_false (signs.has_counts || signs.has_trips || signs.has_outlines);
}

/* At scales of screen and page, gathered and unfolded, each number lies on its own line, and all
 * other lines are further away. */
static void
test_pill_lines (void)
{
  static const double scales[] = { 256.0 * 90, 256.0 * 128, 256.0 * 200, 256.0 * 600 };
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  guint n_pills = 0;

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (scales); i++)
    {
      const AtlasLinkView at_scale = { { 0, 0 }, scales[i / 2], ATLAS_STYLE_LIGHT };
      g_autoptr (AtlasLinkGeometry) geometry = atlas_link_geometry_new (
        dataset, atlas_dataset_get_links (dataset), NULL, NULL, i % 2 == 1);
      g_autoptr (GArray) occupied = g_array_new (FALSE, FALSE, sizeof (AtlasExtent));
      g_autoptr (GArray) pills = atlas_link_pill_place_all (geometry, &at_scale, NULL, occupied);

      for (guint j = 0; j < pills->len; j++, n_pills++)
        for (guint k = 0; k < atlas_link_geometry_get_n_curves (geometry); k++)
          {
            const AtlasLinkPill *pill = &g_array_index (pills, AtlasLinkPill, j);
            const AtlasLinkCurve *curve = atlas_link_geometry_get_curve (geometry, k);
            double distance = atlas_link_curve_get_distance (curve, pill->centre) * scales[i / 2];

            if (curve == pill->curve)
              g_assert_cmpfloat (distance, <, 0.5);
            else
              g_assert_cmpfloat (distance, >=, 3);
          }
    }
  g_assert_cmpuint (n_pills, >=, 8 + 4 * 3);
}

/* A line of 47 pixels with a name below it, as in the view of the whole province: its number fits
 * between the markers at its ends, and covers neither these nor the name. */
static void
test_pill_on_short_line (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  g_autoptr (AtlasLinkGeometry) geometry =
    atlas_link_geometry_new (dataset, atlas_dataset_get_links (dataset), NULL, NULL, FALSE);
  g_autoptr (GArray) occupied = g_array_new (FALSE, FALSE, sizeof (AtlasExtent));
  AtlasRecord *bus = atlas_test_links_get (dataset, "bus-baishan-tonghua");
  AtlasLinkView short_view = { .style = ATLAS_STYLE_LIGHT };
  const AtlasLinkCurve *curve = NULL;
  AtlasLinkPill pill;
  AtlasExtent box, name;
  AtlasPoint ends[2];

  for (guint i = 0; curve == NULL || !g_ptr_array_find (curve->links, bus, NULL); i++)
    curve = atlas_link_geometry_get_curve (geometry, i);
  short_view.pixels_per_unit =
    47.3 / hypot (curve->points[3].x - curve->points[0].x, curve->points[3].y - curve->points[0].y);
  for (guint i = 0; i < 2; i++)
    {
      AtlasExtent mark;

      ends[i] = atlas_link_view_project (&short_view, curve->points[3 * i]);
      mark = (AtlasExtent) { ends[i].x - 6.5, ends[i].y - 6.5, ends[i].x + 6.5, ends[i].y + 6.5 };
      g_array_append_val (occupied, mark);
    }
  name = (AtlasExtent) { ends[0].x - 31, ends[0].y + 16.2, ends[0].x + 23, ends[0].y + 32.2 };
  g_array_append_val (occupied, name);
  g_assert_true (atlas_link_pill_place (&pill, curve, geometry, &short_view, NULL, occupied));
  g_assert_cmpuint (pill.number, ==, 24);
  box = atlas_link_pill_measure (&pill, &short_view);
  g_assert_false (boxes_meet (&box, &name));
  for (guint i = 0; i < 2; i++)
    {
      double x = CLAMP (ends[i].x, box.x0 + pill.height / 2, box.x1 - pill.height / 2);

      g_assert_cmpfloat (hypot (ends[i].x - x, ends[i].y - (box.y0 + box.y1) / 2), >=,
                         6.5 + pill.height / 2);
    }
  for (guint i = 0; i < atlas_link_geometry_get_n_curves (geometry); i++)
    {
      const AtlasLinkCurve *other = atlas_link_geometry_get_curve (geometry, i);

      if (other != curve)
        g_assert_cmpfloat (
          atlas_link_curve_get_distance (other, pill.centre) * short_view.pixels_per_unit, >=, 3);
    }
}

static void
test_pill_number (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  g_autoptr (AtlasLinkGeometry) geometry =
    atlas_link_geometry_new (dataset, atlas_dataset_get_links (dataset), NULL, NULL, FALSE);
  g_autoptr (AtlasScope) hydrogen = NULL;
  AtlasRecord *link = atlas_test_links_get (dataset, "jl-jilin-city-jingyue");
  AtlasRecord *industry = atlas_dataset_get_reference (dataset, link, ATLAS_ROLE_INDUSTRIES);

  /* Of the three co-operations of Jilin City with zones of Changchun, one has this industry. */
  hydrogen = atlas_scope_new (dataset, industry);
  for (guint i = 0; i < atlas_link_geometry_get_n_curves (geometry); i++)
    {
      const AtlasLinkCurve *curve = atlas_link_geometry_get_curve (geometry, i);
      g_autoptr (GArray) occupied = g_array_new (FALSE, FALSE, sizeof (AtlasExtent));
      AtlasLinkPill pill;

      if (!g_ptr_array_find (curve->links, link, NULL))
        continue;
      g_assert_true (atlas_link_pill_place (&pill, curve, geometry, &view, NULL, occupied));
      g_assert_cmpuint (pill.number, ==, 3);
      g_assert_true (atlas_link_pill_place (&pill, curve, geometry, &view, hydrogen, occupied));
      g_assert_cmpuint (pill.number, ==, 1);
      return;
    }
  g_assert_not_reached ();
}

static void
test_paint (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  g_autoptr (AtlasLinkGeometry) geometry =
    atlas_link_geometry_new (dataset, atlas_dataset_get_links (dataset), NULL, NULL, FALSE);
  g_autoptr (GArray) occupied = g_array_new (FALSE, FALSE, sizeof (AtlasExtent));
  cairo_surface_t *surface = new_surface ();
  cairo_t *cr = cairo_create (surface);

  atlas_link_painter_paint (cr, &view, geometry, NULL, occupied);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpuint (measure_ink (surface), >, 1000000);
  g_assert_cmpuint (occupied->len, >=, 11);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* The difference of two pictures in alpha, independent of color. */
static guint
compare_ink (cairo_surface_t *a, cairo_surface_t *b)
{
  const guchar *p = cairo_image_surface_get_data (a), *q = cairo_image_surface_get_data (b);
  guint difference = 0;

  for (gsize i = 3; i < (gsize) cairo_image_surface_get_stride (a) * HEIGHT; i += 4)
    difference += (guint) ABS (p[i] - q[i]);
  return difference / 255;
}

/* Without color, groups differ in dashes or width. */
static void
test_samples (void)
{
  cairo_surface_t *pictures[ATLAS_N_LINK_GROUPS];

  for (guint group = 0; group < ATLAS_N_LINK_GROUPS; group++)
    {
      cairo_t *cr;

      pictures[group] = new_surface ();
      cr = cairo_create (pictures[group]);
      atlas_link_painter_paint_sample (cr, (AtlasLinkGroup) group, ATLAS_STYLE_PRINT, 10, 20, 300);
      cairo_surface_flush (pictures[group]);
      cairo_destroy (cr);
      for (guint other = 0; other < group; other++)
        g_assert_cmpuint (compare_ink (pictures[group], pictures[other]), >, 60);
    }
  for (guint group = 0; group < ATLAS_N_LINK_GROUPS; group++)
    cairo_surface_destroy (pictures[group]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/drawing/link-painter/states", test_states);
  g_test_add_func ("/drawing/link-painter/pale", test_pale);
  g_test_add_func ("/drawing/link-painter/scope", test_scope);
  g_test_add_func ("/drawing/link-painter/pills", test_pills);
  g_test_add_func ("/drawing/link-painter/signs", test_signs);
  g_test_add_func ("/drawing/link-painter/pill-lines", test_pill_lines);
  g_test_add_func ("/drawing/link-painter/pill-on-short-line", test_pill_on_short_line);
  g_test_add_func ("/drawing/link-painter/pill-number", test_pill_number);
  g_test_add_func ("/drawing/link-painter/paint", test_paint);
  g_test_add_func ("/drawing/link-painter/samples", test_samples);

  return g_test_run ();
}
