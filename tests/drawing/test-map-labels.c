/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include <string.h>

#include "atlas-map-labels-private.h"

#define WIDTH 1280.0
#define HEIGHT 800.0

static AtlasMapLabelsRequest
request_view (double latitude, double longitude, double zoom_scale, AtlasLanguage language)
{
  return (AtlasMapLabelsRequest) {
    .extent = atlas_extent_around (atlas_projection_x (longitude), atlas_projection_y (latitude),
                                   256.0 * zoom_scale, WIDTH, HEIGHT),
    .width = WIDTH,
    .height = HEIGHT,
    .language = language,
    .kinds = ATLAS_LABELS_ALL,
  };
}

static const AtlasLabelBox *
get_box (const AtlasMapLabels *labels, guint index)
{
  return &g_array_index (labels->boxes, AtlasLabelBox, index);
}

static gboolean
has_label (const AtlasMapLabels *labels, const char *wanted)
{
  for (guint i = 0; i < labels->boxes->len; i++)
    if (strcmp (get_box (labels, i)->text, wanted) == 0)
      return TRUE;

  return FALSE;
}

static void
check_boxes (const AtlasMapLabels *labels, const AtlasMapLabelsRequest *request)
{
  guint n_boxes = labels->boxes->len;

  for (guint i = 0; i < n_boxes; i++)
    {
      const AtlasLabelBox *label = get_box (labels, i);
      const AtlasExtent box = label->box;

      g_assert_cmpfloat (box.x0, >=, 0.0);
      g_assert_cmpfloat (box.y0, >=, 0.0);
      g_assert_cmpfloat (box.x1, <=, request->width);
      g_assert_cmpfloat (box.y1, <=, request->height);
      for (guint j = 0; j < request->n_obstacles; j++)
        g_assert_false (atlas_extent_meets (&box, &request->obstacles[j], 0));

      for (guint j = i + 1; j < n_boxes; j++)
        {
          const AtlasLabelBox *other = get_box (labels, j);

          if (label->label != other->label && atlas_extent_meets (&box, &other->box, 0))
            g_error ("%s covers %s", label->text, other->text);
        }
    }
}

static void
test_no_overlap (void)
{
  static const AtlasExtent obstacles[] = {
    { 600.0, 380.0, 660.0, 400.0 },
    { 0.0, 500.0, 220.0, 800.0 },
    { 1100.0, -50.0, 1500.0, 150.0 },
  };

  for (AtlasLanguage language = 0; language < ATLAS_N_LANGUAGES; language++)
    for (guint zoom = 5; zoom <= 12; zoom++)
      {
        AtlasMapLabelsRequest request = request_view (43.6, 126.3, 1u << zoom, language);
        g_autoptr (AtlasMapLabels) labels = NULL;

        request.obstacles = obstacles;
        request.n_obstacles = G_N_ELEMENTS (obstacles);
        labels = atlas_map_labels_new (atlas_base_map_get_default (), &request);
        g_assert_cmpuint (labels->boxes->len, >, 0);
        check_boxes (labels, &request);
      }
}

static void
test_languages (void)
{
  static const char *const names[ATLAS_N_LANGUAGES][4] = {
    [ATLAS_LANGUAGE_ZH] = { "长春", "黑龙江省", "日本海", "查干湖" },
    [ATLAS_LANGUAGE_EN] = { "Changchun", "Heilongjiang", "Sea of Japan (East Sea)", "Chagan Lake" },
    [ATLAS_LANGUAGE_KO] = { "창춘", "헤이룽장성", "동해/일본해", "차간호" },
  };

  for (AtlasLanguage language = 0; language < ATLAS_N_LANGUAGES; language++)
    {
      AtlasMapLabelsRequest request = request_view (43.6, 126.3, 128.0, language);
      g_autoptr (AtlasMapLabels) labels =
        atlas_map_labels_new (atlas_base_map_get_default (), &request);

      for (guint i = 0; i < G_N_ELEMENTS (names[language]); i++)
        {
          g_test_message ("%s", names[language][i]);
          g_assert_true (has_label (labels, names[language][i]));
        }
    }
}

/* Major rivers are named along their course, with one box per letter. */
static void
test_rivers (void)
{
  static const char *const great[] = { "第二松花江", "松花江", "鸭绿江", "西辽河", "嫩江" };
  AtlasMapLabelsRequest request = request_view (43.8, 125.6, 96.0, ATLAS_LANGUAGE_ZH);
  g_autoptr (AtlasMapLabels) labels = NULL;

  request.kinds = ATLAS_LABEL_RIVER;
  labels = atlas_map_labels_new (atlas_base_map_get_default (), &request);
  for (guint i = 0; i < G_N_ELEMENTS (great); i++)
    {
      g_test_message ("%s", great[i]);
      g_assert_true (has_label (labels, great[i]));
    }
}

/* At higher zoom more names are shown. */
static void
test_ranks (void)
{
  AtlasMapLabelsRequest far_away = request_view (43.6, 125.6, 64.0, ATLAS_LANGUAGE_ZH);
  AtlasMapLabelsRequest close = request_view (43.6, 125.6, 512.0, ATLAS_LANGUAGE_ZH);
  g_autoptr (AtlasMapLabels) few = atlas_map_labels_new (atlas_base_map_get_default (), &far_away);
  g_autoptr (AtlasMapLabels) many = atlas_map_labels_new (atlas_base_map_get_default (), &close);

  g_assert_true (has_label (few, "长春"));
  g_assert_false (has_label (few, "双阳区"));
  g_assert_true (has_label (many, "双阳区"));
}

static void
test_without (void)
{
  static const char *const without[] = { "220100", "220200", NULL };
  AtlasMapLabelsRequest request = request_view (43.6, 126.3, 128.0, ATLAS_LANGUAGE_ZH);
  g_autoptr (AtlasMapLabels) labels = NULL;

  request.without = without;
  labels = atlas_map_labels_new (atlas_base_map_get_default (), &request);
  g_assert_false (has_label (labels, "长春"));
  g_assert_false (has_label (labels, "长春市"));
  g_assert_true (has_label (labels, "四平"));
}

/* A sea is named even if only a part of it is visible. */
static void
test_seas (void)
{
  AtlasMapLabelsRequest east = request_view (41.8, 130.6, 256.0, ATLAS_LANGUAGE_EN);
  AtlasMapLabelsRequest west = request_view (39.6, 123.4, 256.0, ATLAS_LANGUAGE_EN);
  g_autoptr (AtlasMapLabels) eastern = atlas_map_labels_new (atlas_base_map_get_default (), &east);
  g_autoptr (AtlasMapLabels) western = atlas_map_labels_new (atlas_base_map_get_default (), &west);

  g_assert_true (has_label (eastern, "Sea of Japan (East Sea)"));
  g_assert_false (has_label (eastern, "Yellow Sea"));
  g_assert_true (has_label (western, "Yellow Sea"));
  g_assert_false (has_label (western, "Sea of Japan (East Sea)"));
}

/* Far from Jilin: provinces, cities, countries, and the edge of the base map. */
static void
test_east_asia (void)
{
  static const struct
  {
    double latitude;
    double longitude;
    double scale;
    const char *names[4];
  } views[] = {
    { 23.1, 113.3, 160.0, { "广东省", "广西", "南海", "广州" } },
    { 30.3, 120.2, 128.0, { "浙江省", "东海", "杭州", "上海" } },
    { 40.0, 127.0, 64.0, { "朝鲜", "韩国", "日本海", "首尔" } },
    { 35.0, 100.0, 24.0, { "四川省", "新疆", "西藏", "蒙古" } },
    { 50.0, 10.0, 64.0, { "The base map does not reach here" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      AtlasMapLabelsRequest request =
        request_view (views[i].latitude, views[i].longitude, views[i].scale, ATLAS_LANGUAGE_ZH);
      g_autoptr (AtlasMapLabels) labels = NULL;

      if (i == G_N_ELEMENTS (views) - 1)
        request.language = ATLAS_LANGUAGE_EN;
      labels = atlas_map_labels_new (atlas_base_map_get_default (), &request);
      check_boxes (labels, &request);
      for (guint j = 0; j < G_N_ELEMENTS (views[i].names) && views[i].names[j] != NULL; j++)
        {
          g_test_message ("%s", views[i].names[j]);
          g_assert_true (has_label (labels, views[i].names[j]));
        }
      g_assert_cmpint (has_label (labels, "The base map does not reach here"), ==,
                       i == G_N_ELEMENTS (views) - 1);
    }
}

static void
test_same_again (void)
{
  AtlasMapLabelsRequest request = request_view (43.6, 126.3, 200.0, ATLAS_LANGUAGE_EN);
  g_autoptr (AtlasMapLabels) one = atlas_map_labels_new (atlas_base_map_get_default (), &request);
  g_autoptr (AtlasMapLabels) two = atlas_map_labels_new (atlas_base_map_get_default (), &request);

  g_assert_cmpuint (one->boxes->len, ==, two->boxes->len);
  for (guint i = 0; i < one->boxes->len; i++)
    {
      const AtlasLabelBox *a = get_box (one, i), *b = get_box (two, i);

      g_assert_cmpstr (a->text, ==, b->text);
      g_assert_cmpmem (&a->box, sizeof a->box, &b->box, sizeof b->box);
    }
}

/* Everything is drawn within the boxes, except halos. */
static void
test_ink (void)
{
  AtlasMapLabelsRequest request = request_view (43.6, 126.3, 256.0, ATLAS_LANGUAGE_ZH);
  g_autoptr (AtlasMapLabels) labels =
    atlas_map_labels_new (atlas_base_map_get_default (), &request);
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) WIDTH, (int) HEIGHT);
  cairo_t *cr = cairo_create (surface);
  guint8 *data;
  guint n_inked = 0;

  atlas_map_labels_draw (labels, cr);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (guint i = 0; i < (guint) (WIDTH * HEIGHT); i++)
    n_inked += data[4 * i + 3] != 0;
  g_assert_cmpuint (n_inked, >, 5000);

  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  for (guint i = 0; i < labels->boxes->len; i++)
    {
      const AtlasExtent box = get_box (labels, i)->box;

      cairo_rectangle (cr, box.x0 - 3.0, box.y0 - 3.0, box.x1 - box.x0 + 6.0,
                       box.y1 - box.y0 + 6.0);
    }
  cairo_fill (cr);
  cairo_surface_flush (surface);
  for (guint i = 0; i < (guint) (WIDTH * HEIGHT); i++)
    g_assert_cmpuint (data[4 * i + 3], ==, 0);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/drawing/map-labels/no-overlap", test_no_overlap);
  g_test_add_func ("/drawing/map-labels/languages", test_languages);
  g_test_add_func ("/drawing/map-labels/rivers", test_rivers);
  g_test_add_func ("/drawing/map-labels/ranks", test_ranks);
  g_test_add_func ("/drawing/map-labels/without", test_without);
  g_test_add_func ("/drawing/map-labels/seas", test_seas);
  g_test_add_func ("/drawing/map-labels/east-asia", test_east_asia);
  g_test_add_func ("/drawing/map-labels/same-again", test_same_again);
  g_test_add_func ("/drawing/map-labels/ink", test_ink);

  return g_test_run ();
}
