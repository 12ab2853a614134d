/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-timeline-private.h"

#include <math.h>

#include "atlas-test-dataset.h"

typedef struct
{
  AtlasDataset *dataset;
  AtlasNavigation *navigation;
  AtlasTimeSeries *series;
  AtlasTimeline *timeline;
  PangoFontDescription *font;
  AtlasTimelineStyle style;
} Fixture;

/* The items of a record of the bundled dataset, or of all records. */
static void
set_up (Fixture *fixture, gconstpointer id)
{
  const AtlasRecordKind kinds[] = { ATLAS_RECORD_KIND_EVENT, ATLAS_RECORD_KIND_PLAN,
                                    ATLAS_RECORD_KIND_PROJECT };

  fixture->dataset = atlas_test_dataset_read_jilin ();
  fixture->navigation = atlas_navigation_new ();
  atlas_navigation_set_dataset (fixture->navigation, fixture->dataset);
  atlas_navigation_visit (fixture->navigation,
                          id != NULL ? atlas_dataset_lookup (fixture->dataset, id) : NULL);
  fixture->series = atlas_time_series_new (fixture->dataset);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) records =
        atlas_scope_dup_records (atlas_navigation_get_scope (fixture->navigation), kinds[i]);

      for (guint j = 0; j < records->len; j++)
        atlas_time_series_add (fixture->series, records->pdata[j]);
    }
  fixture->timeline = atlas_timeline_new (fixture->series);
  fixture->font = pango_font_description_from_string ("Sans 8");
  fixture->style = (AtlasTimelineStyle) { .font = fixture->font,
                                          .language = ATLAS_LANGUAGE_EN,
                                          .navigation = fixture->navigation };
}

static void
tear_down (Fixture *fixture, gconstpointer id)
{
  g_assert_finalize_object (fixture->timeline);
  g_assert_finalize_object (fixture->series);
  pango_font_description_free (fixture->font);
  g_object_unref (fixture->navigation);
  g_object_unref (fixture->dataset);
}

static guint
find (Fixture *fixture, const char *id)
{
  for (guint i = 0; i < atlas_time_series_get_length (fixture->series); i++)
    if (g_str_equal (atlas_record_get_id (atlas_time_series_get_item (fixture->series, i)->record),
                     id))
      return i;
  g_error ("No item stands for %s", id);
}

static const AtlasTimelinePlacement *
locate (Fixture *fixture, const char *id)
{
  return atlas_timeline_get_placement (fixture->timeline, find (fixture, id));
}

static gboolean
is_period (Fixture *fixture, guint index)
{
  return atlas_time_series_get_item (fixture->series, index)->kind == ATLAS_TIME_ITEM_PERIOD;
}

/* Six years are drawn between 8 and 392, so a day is 384 / 2192 wide. */
static void
test_dates (Fixture *fixture, gconstpointer data)
{
  const double one_day = 384.0 / 2192;
  const AtlasTimelinePlacement *place;

  atlas_timeline_lay_out (fixture->timeline, 400, G_MAXDOUBLE, &fixture->style);
  place = locate (fixture, "ev-changji-framework"); /* 2020-08-10 */
  g_assert_cmpfloat_with_epsilon (place->from, 8 + (4 * 365 + 1 + 222) * one_day, 1e-6);
  g_assert_cmpfloat_with_epsilon (place->to - place->from, one_day, 1e-6);
  g_assert_cmpfloat_with_epsilon (place->x, place->from + one_day / 2, 1e-6);
  g_assert_cmpfloat_with_epsilon (place->right - place->left, 2 * fixture->timeline->density.radius,
                                  1e-6);
  /* An event dated by a year takes the whole year. */
  place = locate (fixture, "ev-hachang-jilin"); /* 2016 */
  g_assert_cmpfloat_with_epsilon (place->from, 8, 1e-6);
  g_assert_cmpfloat_with_epsilon (place->to, 8 + 366 * one_day, 1e-6);
  g_assert_cmpfloat_with_epsilon (place->x, 8 + 183 * one_day, 1e-6);
  g_assert_cmpfloat (place->left, ==, place->from);
  g_assert_cmpfloat (place->right, ==, place->to);
}

static void
test_periods (Fixture *fixture, gconstpointer data)
{
  const double one_day = 384.0 / 2192;
  const AtlasTimelinePlacement *place;

  atlas_timeline_lay_out (fixture->timeline, 400, G_MAXDOUBLE, &fixture->style);
  place = locate (fixture, "plan-double-synergy"); /* 2021 */
  g_assert_false (place->is_cut);
  g_assert_cmpfloat_with_epsilon (place->to, 392, 1e-6);
  g_assert_cmpfloat_with_epsilon (place->to - place->from, 365 * one_day, 1e-6);
  place = locate (fixture, "plan-tourism-loop"); /* 2018–2025 */
  g_assert_true (place->is_cut);
  g_assert_cmpfloat_with_epsilon (place->from, 8 + 731 * one_day, 1e-6);
  g_assert_cmpfloat (place->to, ==, 400);
  g_assert_cmpfloat (place->y, >, locate (fixture, "ev-reply")->y);
}

/* At all widths of panels and pages, nothing overlaps and nothing is cut off. */
static void
test_lanes (Fixture *fixture, gconstpointer data)
{
  const double widths[] = { 300, 360, 610, 1000 };
  const double heights[] = { 0, 260, G_MAXDOUBLE };

  for (gsize i = 0; i < G_N_ELEMENTS (widths) * G_N_ELEMENTS (heights); i++)
    {
      const double width = widths[i / G_N_ELEMENTS (heights)];
      const double height = atlas_timeline_lay_out (
        fixture->timeline, width, heights[i % G_N_ELEMENTS (heights)], &fixture->style);
      const double radius = fixture->timeline->density.radius;
      const guint n_items = atlas_time_series_get_length (fixture->series);

      for (guint j = 0; j < n_items; j++)
        {
          const AtlasTimelinePlacement *a = atlas_timeline_get_placement (fixture->timeline, j);

          g_assert_cmpfloat (a->left, >=, 0);
          g_assert_cmpfloat (a->right, <=, width);
          g_assert_cmpfloat (a->y, >, 0);
          g_assert_cmpfloat (a->y, <, height);
          for (guint k = 0; k < j; k++)
            {
              const AtlasTimelinePlacement *b = atlas_timeline_get_placement (fixture->timeline, k);

              if (fabs (a->y - b->y) < 1)
                g_assert_true (a->left >= b->right || b->left >= a->right);
              else if (!is_period (fixture, j) && !is_period (fixture, k))
                g_assert_cmpfloat (fabs (a->y - b->y), >=, 2 * radius);
            }
        }
    }
}

/* Names do not overlap with any font size. */
static void
test_large_font (Fixture *fixture, gconstpointer data)
{
  PangoFontDescription *font = pango_font_description_copy (fixture->style.font);
  AtlasTimelineStyle style = fixture->style;
  double least = G_MAXDOUBLE;
  guint n_names = 0;

  pango_font_description_set_absolute_size (font, 40 * PANGO_SCALE);
  style.font = font;
  atlas_timeline_lay_out (fixture->timeline, 1200, G_MAXDOUBLE, &style);
  for (guint i = 0; i < atlas_time_series_get_length (fixture->series); i++)
    for (guint j = 0; j < i; j++)
      {
        const AtlasTimelinePlacement *a = atlas_timeline_get_placement (fixture->timeline, i);
        const AtlasTimelinePlacement *b = atlas_timeline_get_placement (fixture->timeline, j);

        if (a->label_width < 1 || b->label_width < 1 || a->y == b->y)
          continue;
        least = MIN (least, fabs (a->y - b->y));
        n_names++;
      }
  g_assert_cmpuint (n_names, >, 0);
  g_assert_cmpfloat (least, >=, 30);
  pango_font_description_free (font);
}

/* The height is at most the requested one, and not larger than needed. */
static void
test_height (Fixture *fixture, gconstpointer data)
{
  const double roomy =
    atlas_timeline_lay_out (fixture->timeline, 350, G_MAXDOUBLE, &fixture->style);
  const double closest = atlas_timeline_lay_out (fixture->timeline, 350, 0, &fixture->style);

  g_assert_cmpfloat (closest, <, roomy);
  g_assert_cmpfloat (atlas_timeline_lay_out (fixture->timeline, 350, closest, &fixture->style), ==,
                     closest);
  g_assert_cmpfloat (atlas_timeline_lay_out (fixture->timeline, 350, roomy - 1, &fixture->style), <,
                     roomy);
}

static void
test_pick (Fixture *fixture, gconstpointer data)
{
  const AtlasTimelinePlacement *place;

  atlas_timeline_lay_out (fixture->timeline, 350, 260, &fixture->style);
  for (guint i = 0; i < atlas_time_series_get_length (fixture->series); i++)
    {
      place = atlas_timeline_get_placement (fixture->timeline, i);
      g_assert_cmpint (atlas_timeline_pick (fixture->timeline, place->x, place->y), ==, (int) i);
      g_assert_cmpint (atlas_timeline_pick (fixture->timeline, place->left, place->y), ==, (int) i);
    }
  place = locate (fixture, "ev-hachang-jilin");
  g_assert_cmpint (atlas_timeline_pick (fixture->timeline, place->from + 1, place->y), ==,
                   (int) find (fixture, "ev-hachang-jilin"));
  g_assert_cmpint (atlas_timeline_pick (fixture->timeline, 100, 2), ==, -1); /* 2017, on top */
  g_assert_cmpint (atlas_timeline_pick (fixture->timeline, -5, place->y), ==, -1);
}

/* Few items have names, as wide as possible; many items have none. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  const AtlasTimelinePlacement *place;

  atlas_timeline_lay_out (fixture->timeline, 350, 260, &fixture->style);
  for (guint i = 0; i < atlas_time_series_get_length (fixture->series); i++)
    {
      place = atlas_timeline_get_placement (fixture->timeline, i);
      g_assert_cmpfloat (place->label_width, >, 20);
      g_assert_true (place->label_x >= place->x || place->label_x + place->label_width <= place->x);
    }
}

static void
test_no_names (Fixture *fixture, gconstpointer data)
{
  atlas_timeline_lay_out (fixture->timeline, 350, 260, &fixture->style);
  g_assert_cmpfloat (locate (fixture, "ev-reply")->label_width, ==, 0);
  g_assert_cmpfloat (locate (fixture, "plan-tourism-loop")->label_width, >, 20);
}

/* The sum of alpha of a column of pixels; more ink gives a larger sum. */
static guint
measure_ink (Fixture *fixture, double x, double y)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 350, 300);
  cairo_t *cr = cairo_create (surface);
  guint ink = 0;

  atlas_timeline_draw (fixture->timeline, cr, &fixture->style);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int row = (int) y - 12; row <= (int) y + 12; row++)
    for (int column = (int) x - 12; column <= (int) x + 12; column++)
      if (row >= 0 && row < 300 && column >= 0 && column < 350)
        ink += cairo_image_surface_get_data (
          surface)[row * cairo_image_surface_get_stride (surface) + column];
  cairo_surface_destroy (surface);
  return ink;
}

/* A record hovered elsewhere is highlighted, and the end of the time shown is a line. */
static void
test_draw (Fixture *fixture, gconstpointer data)
{
  AtlasFilter *filter = atlas_navigation_get_filter (fixture->navigation);
  AtlasTimelinePlacement place;
  guint plain;

  atlas_timeline_lay_out (fixture->timeline, 350, 260, &fixture->style);
  place = *locate (fixture, "ev-hachang-approved");
  plain = measure_ink (fixture, place.x, place.y);
  g_assert_cmpuint (plain, >, 0);
  atlas_navigation_set_hovered (fixture->navigation,
                                atlas_dataset_lookup (fixture->dataset, "jl-hachang"));
  g_assert_cmpuint (measure_ink (fixture, place.x, place.y), >, plain);
  atlas_navigation_set_hovered (fixture->navigation,
                                atlas_dataset_lookup (fixture->dataset, "jl-changping"));
  g_assert_cmpuint (measure_ink (fixture, place.x, place.y), ==, plain);

  plain = measure_ink (fixture, 85, 20); /* 2017, where there is no item */
  atlas_filter_set_time (filter, NULL, &(AtlasDate) { 2017, 6, 0 });
  g_assert_cmpuint (measure_ink (fixture, 85, 20), >, plain);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpfloat (atlas_timeline_lay_out (fixture->timeline, 350, 260, &fixture->style), ==, 0);
  g_assert_null (atlas_timeline_get_placement (fixture->timeline, 0));
  g_assert_cmpint (atlas_timeline_pick (fixture->timeline, 10, 10), ==, -1);
  g_assert_cmpuint (measure_ink (fixture, 100, 20), ==, 0);
}

/* At any small width the height is limited and nothing overflows. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  const double height = atlas_timeline_lay_out (fixture->timeline, 0, 0, &fixture->style);

  g_assert_cmpfloat (height, >, 0);
  g_assert_cmpfloat (height, <, 400);
  for (guint i = 0; i < atlas_time_series_get_length (fixture->series); i++)
    g_assert_cmpfloat (atlas_timeline_get_placement (fixture->timeline, i)->label_width, >=, 0);
  measure_ink (fixture, 10, 10);
}

/* If there are too many items for the lanes, only one is drawn at each position. */
static void
test_crowd (Fixture *fixture, gconstpointer data)
{
  AtlasRecord *event = atlas_dataset_lookup (fixture->dataset, "ev-reply");
  guint n_covered = 0;

  for (guint i = 0; i < 100; i++)
    atlas_time_series_add (fixture->series, event);
  g_assert_cmpfloat (atlas_timeline_lay_out (fixture->timeline, 350, G_MAXDOUBLE, &fixture->style),
                     <, 450);
  for (guint i = 0; i < atlas_time_series_get_length (fixture->series); i++)
    n_covered += atlas_timeline_get_placement (fixture->timeline, i)->is_covered;
  g_assert_cmpuint (n_covered, >, 80);
  g_assert_cmpuint (n_covered, <, 101);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, id)                                                                              \
  g_test_add ("/charts/timeline/" #name, Fixture, id, set_up, test_##name, tear_down)
  ADD (dates, NULL);
  ADD (periods, NULL);
  ADD (lanes, NULL);
  ADD (height, NULL);
  ADD (large_font, NULL);
  ADD (pick, NULL);
  ADD (no_names, NULL);
  ADD (narrow, NULL);
  ADD (crowd, NULL);
  ADD (draw, NULL);
  ADD (names, "jl-framework-liaoyuan");
  ADD (empty, "ind-hydrogen");
#undef ADD

  return g_test_run ();
}
