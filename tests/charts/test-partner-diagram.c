/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-partner-diagram.h"

#include "atlas-test-dataset.h"
#include "atlas-test-links.h"

typedef struct
{
  AtlasDataset *dataset;
  PangoFontDescription *font;
  AtlasChartStyle style;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dataset = atlas_test_dataset_read_jilin ();
  fixture->font = pango_font_description_from_string ("sans 9");
  fixture->style = (AtlasChartStyle) { .font = fixture->font, .language = ATLAS_LANGUAGE_EN };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  pango_font_description_free (fixture->font);
  g_object_unref (fixture->dataset);
}

static AtlasPartnerDiagram *
make_diagram (Fixture *fixture, const char *id, double width)
{
  g_autoptr (AtlasScope) scope =
    atlas_scope_new (fixture->dataset, atlas_test_links_get (fixture->dataset, id));
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autoptr (AtlasPartners) partners = atlas_partners_new (scope, filter, 12);
  AtlasPartnerDiagram *diagram = atlas_partner_diagram_new (partners);

  atlas_partner_diagram_lay_out (diagram, width, &fixture->style);
  return diagram;
}

static void
test_new_destroy (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (make_diagram (fixture, "siping", 320));
}

/* Each partner is followed by its lines, one for each group of links. */
static void
test_stops (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasPartnerDiagram) diagram = make_diagram (fixture, "liaoyuan", 320);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < atlas_partner_diagram_get_n_stops (diagram); i++)
    {
      const AtlasDiagramStop *stop = atlas_partner_diagram_get_stop (diagram, i);

      g_string_append_printf (words, "%s%s", stop->is_partner ? "\n" : " > ",
                              atlas_record_get_id (stop->record));
    }
  /* Clockwise from the north: the zones of Changchun, the city itself, and Siping in the west. */
  g_assert_cmpstr (words->str, ==,
                   "\nzone-auto > jl-liaoyuan-auto"
                   "\nchangchun > jl-framework-liaoyuan"
                   "\nzone-new-area > jl-liaoyuan-new-area"
                   "\nsiping > jl-siping-liaoyuan > bus-liaoyuan-siping");
}

/* Several links of one group are one line, which opens the most general agreement, as on the
 * map. */
static void
test_gathered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasPartnerDiagram) diagram = make_diagram (fixture, "changchun", 320);
  gboolean is_of_liaoyuan = FALSE;
  guint n_found = 0;

  for (guint i = 0; i < atlas_partner_diagram_get_n_stops (diagram); i++)
    {
      const AtlasDiagramStop *stop = atlas_partner_diagram_get_stop (diagram, i);

      if (stop->is_partner)
        is_of_liaoyuan = g_str_equal (atlas_record_get_id (stop->record), "liaoyuan");
      else if (is_of_liaoyuan && stop->links->len == 2)
        {
          g_assert_cmpstr (atlas_record_get_id (stop->record), ==, "jl-framework-liaoyuan");
          n_found++;
        }
    }
  g_assert_cmpuint (n_found, ==, 1);
}

static gboolean
overlap (const AtlasExtent *a, const AtlasExtent *b)
{
  return a->x0 < b->x1 && b->x0 < a->x1 && a->y0 < b->y1 && b->y0 < a->y1;
}

static void
assert_apart (AtlasPartnerDiagram *diagram, double width, double height)
{
  const guint n_stops = atlas_partner_diagram_get_n_stops (diagram);

  for (guint i = 0; i < n_stops; i++)
    {
      const AtlasDiagramStop *stop = atlas_partner_diagram_get_stop (diagram, i);

      g_assert_cmpfloat (stop->box.x0, >=, 0);
      g_assert_cmpfloat (stop->box.x1, <=, width);
      g_assert_cmpfloat (stop->box.y0, >=, 0);
      g_assert_cmpfloat (stop->box.y1, <=, height);
      for (guint j = 0; j < i; j++)
        {
          const AtlasDiagramStop *other = atlas_partner_diagram_get_stop (diagram, j);

          g_assert_false (stop->is_partner && other->is_partner &&
                          overlap (&stop->box, &other->box));
        }
    }
}

/* For every city and width, names do not overlap and stay within the diagram. */
static void
test_room (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "changchun",    "jilin-city", "siping",   "liaoyuan",
                                     "tonghua",      "baishan",    "songyuan", "baicheng",
                                     "yanbian",      "harbin",     "yushu",    "zone-auto",
                                     "zone-new-area" };
  static const double widths[] = { 200, 320, 700 };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (widths); j++)
      {
        g_autoptr (AtlasPartnerDiagram) diagram = make_diagram (fixture, ids[i], widths[j]);

        assert_apart (diagram, widths[j],
                      atlas_partner_diagram_get_height (diagram, &fixture->style));
      }
}

static void
test_pick (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasPartnerDiagram) diagram = make_diagram (fixture, "siping", 320);

  for (guint i = 0; i < atlas_partner_diagram_get_n_stops (diagram); i++)
    {
      const AtlasDiagramStop *stop = atlas_partner_diagram_get_stop (diagram, i);

      g_assert_true (atlas_partner_diagram_pick (diagram, (stop->box.x0 + stop->box.x1) / 2,
                                                 (stop->box.y0 + stop->box.y1) / 2) == stop);
    }
  g_assert_null (atlas_partner_diagram_pick (diagram, 160, 1));
  g_assert_null (atlas_partner_diagram_pick (diagram, -20, -20));
}

/* A larger font gives more room for names. */
static void
test_font (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasPartnerDiagram) diagram = make_diagram (fixture, "siping", 320);
  const double height = atlas_partner_diagram_get_height (diagram, &fixture->style);

  pango_font_description_set_size (fixture->font, 18 * PANGO_SCALE);
  g_assert_cmpfloat (atlas_partner_diagram_get_height (diagram, &fixture->style), >, height * 1.5);
}

static guint32
sum_pixels (Fixture *fixture, AtlasPartnerDiagram *diagram, const char *lifted)
{
  const int height = (int) atlas_partner_diagram_get_height (diagram, &fixture->style) + 1;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 320, height);
  cairo_t *cr = cairo_create (surface);
  guint32 sum = 0;

  atlas_partner_diagram_draw (diagram, cr, &fixture->style,
                              lifted != NULL ? atlas_test_links_get (fixture->dataset, lifted)
                                             : NULL);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int i = 0; i < height * cairo_image_surface_get_stride (surface); i++)
    sum = sum * 31 + cairo_image_surface_get_data (surface)[i];
  cairo_surface_destroy (surface);
  return sum;
}

/* A record under the pointer, here or on the map, is drawn differently; other records change
 * nothing. */
static void
test_lifted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasPartnerDiagram) diagram = make_diagram (fixture, "siping", 320);
  const guint32 plain = sum_pixels (fixture, diagram, NULL);
  const guint32 of_link = sum_pixels (fixture, diagram, "jl-siping-auto");

  g_assert_cmpuint (of_link, !=, plain);
  g_assert_cmpuint (sum_pixels (fixture, diagram, "zone-auto"), ==, of_link);
  g_assert_cmpuint (sum_pixels (fixture, diagram, "jl-yanbian-new-area"), ==, plain);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/charts/partner-diagram/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("new-destroy", test_new_destroy);
  ADD ("stops", test_stops);
  ADD ("gathered", test_gathered);
  ADD ("room", test_room);
  ADD ("pick", test_pick);
  ADD ("font", test_font);
  ADD ("lifted", test_lifted);
  return g_test_run ();
}
