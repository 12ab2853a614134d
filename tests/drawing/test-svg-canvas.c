/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-svg-canvas.h"

#include <glib.h>
#include <libxml/parser.h>
#include <math.h>
#include <string.h>

#include "atlas-map-text.h"
#include "atlas-svg-document-private.h"
#include "atlas-text-painter.h"

static xmlDoc *
finish (AtlasSvgCanvas *canvas)
{
  cairo_status_t status;
  xmlDoc *document = atlas_svg_canvas_finish (canvas, "s", &status);

  g_assert_cmpint (status, ==, CAIRO_STATUS_SUCCESS);
  g_assert_nonnull (document);
  return document;
}

/* Collects the elements of a name in the order of the document. */
static void
collect (xmlNode *node, const char *name, GPtrArray *found)
{
  for (; node != NULL; node = node->next)
    {
      if (node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0)
        g_ptr_array_add (found, node);
      if (node->type == XML_ELEMENT_NODE)
        collect (node->children, name, found);
    }
}

static GPtrArray *
find (xmlDoc *document, const char *name)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (xmlDocGetRootElement (document), name, found);
  return found;
}

static char *
get (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

static double
get_number (xmlNode *node, const char *name)
{
  g_autofree char *value = get (node, name);

  g_assert_nonnull (value);
  return g_ascii_strtod (value, NULL);
}

static void
assert_attribute (xmlNode *node, const char *name, const char *expected)
{
  g_autofree char *value = get (node, name);

  g_assert_cmpstr (value, ==, expected);
}

static void
assert_content (xmlNode *node, const char *expected)
{
  xmlChar *content = xmlNodeGetContent (node);

  g_assert_cmpstr ((const char *) content, ==, expected);
  xmlFree (content);
}

static PangoLayout *
new_name (const char *text)
{
  PangoContext *context = atlas_map_text_create_context (ATLAS_LANGUAGE_ZH);
  PangoLayout *layout = atlas_map_text_create_layout (context, text, 20, ATLAS_MAP_TEXT_BOLD);

  g_object_unref (context);
  return layout;
}

static void
draw_name (cairo_t *cr, const char *text, double x, double y)
{
  g_autoptr (PangoLayout) layout = new_name (text);

  cairo_move_to (cr, x, y);
  atlas_map_text_draw (cr, layout, 0x102030ff, 0xffffff80);
}

/* A name keeps its letters, its place, its length, its font and its halo. */
static void
test_name (void)
{
  g_autoptr (AtlasSvgCanvas) canvas = atlas_svg_canvas_new (200, 100, ATLAS_SVG_TEXT);
  cairo_t *cr = atlas_svg_canvas_get_context (canvas);
  g_autoptr (PangoLayout) layout = new_name ("四平 <&>\x01");
  g_autoptr (GPtrArray) texts = NULL;
  g_autofree char *families = NULL;
  double width, height;
  xmlDoc *document;

  cairo_scale (cr, 0.5, 0.5);
  draw_name (cr, "四平 <&>\x01", 40, 60);
  document = finish (canvas);
  texts = find (document, "text");
  g_assert_cmpuint (texts->len, ==, 1);
  assert_content (texts->pdata[0], "四平 <&>\xef\xbf\xbd");
  atlas_map_text_get_size (layout, &width, &height);
  g_assert_cmpfloat_with_epsilon (get_number (texts->pdata[0], "x"), 20, 0.01);
  g_assert_cmpfloat_with_epsilon (get_number (texts->pdata[0], "y"),
                                  30 + pango_layout_get_baseline (layout) / 2.0 / PANGO_SCALE,
                                  0.01);
  g_assert_cmpfloat_with_epsilon (get_number (texts->pdata[0], "textLength"), width / 2, 0.01);
  assert_attribute (texts->pdata[0], "font-size", "10");
  assert_attribute (texts->pdata[0], "font-weight", "700");
  assert_attribute (texts->pdata[0], "fill", "#102030");
  assert_attribute (texts->pdata[0], "stroke", "#ffffff");
  assert_attribute (texts->pdata[0], "stroke-opacity", "0.5");
  assert_attribute (texts->pdata[0], "stroke-width", "1.5");
  assert_attribute (texts->pdata[0], "paint-order", "stroke");
  g_assert_null (xmlHasProp (texts->pdata[0], (const xmlChar *) "font-family"));
  families = get (xmlDocGetRootElement (document), "font-family");
  g_assert_true (g_str_has_prefix (families, "'Noto Sans CJK SC',"));
  g_assert_true (g_str_has_suffix (families, "'Microsoft YaHei','PingFang SC',sans-serif"));
  xmlFreeDoc (document);
}

/* A name along a river is turned. */
static void
test_turned (void)
{
  g_autoptr (AtlasSvgCanvas) canvas = atlas_svg_canvas_new (200, 100, ATLAS_SVG_TEXT);
  cairo_t *cr = atlas_svg_canvas_get_context (canvas);
  g_autoptr (GPtrArray) texts = NULL;
  xmlDoc *document;

  cairo_translate (cr, 100, 20);
  cairo_rotate (cr, G_PI_2);
  draw_name (cr, "江", 0, 0);
  document = finish (canvas);
  texts = find (document, "text");
  g_assert_cmpuint (texts->len, ==, 1);
  assert_attribute (texts->pdata[0], "transform", "matrix(0.0000 1.0000 -1.0000 0.0000 100 20)");
  assert_attribute (texts->pdata[0], "x", "0");
  xmlFreeDoc (document);
}

/* Text stays between what is drawn before and after it, within its clip. */
static void
test_order (void)
{
  g_autoptr (AtlasSvgCanvas) canvas = atlas_svg_canvas_new (200, 100, ATLAS_SVG_TEXT);
  cairo_t *cr = atlas_svg_canvas_get_context (canvas);
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (GPtrArray) paths = NULL;
  xmlNode *group;
  xmlDoc *document;

  cairo_rectangle (cr, 0, 0, 50, 100);
  cairo_clip (cr);
  cairo_move_to (cr, 1, 1);
  cairo_line_to (cr, 9, 9);
  cairo_stroke (cr);
  draw_name (cr, "四平", 30, 30);
  draw_name (cr, "外", 100, 30);
  cairo_move_to (cr, 1, 9);
  cairo_line_to (cr, 9, 1);
  cairo_stroke (cr);
  document = finish (canvas);
  texts = find (document, "text");
  g_assert_cmpuint (texts->len, ==, 1);
  group = ((xmlNode *) texts->pdata[0])->parent;
  g_assert_true (xmlHasProp (group, (const xmlChar *) "clip-path") != NULL);
  paths = find (document, "path");
  g_assert_cmpuint (paths->len, ==, 3); /* the clip and two strokes */
  assert_attribute (paths->pdata[1], "d", "M1 1L9 9");
  g_assert_true (xmlPreviousElementSibling (group) == paths->pdata[1]);
  g_assert_true (xmlNextElementSibling (group) == paths->pdata[2]);
  xmlFreeDoc (document);
}

/* A paragraph has an element for each line; within a line a new element begins with a new style and
 * not with a new font. */
static void
test_lines (void)
{
  g_autoptr (AtlasSvgCanvas) canvas = atlas_svg_canvas_new (200, 100, ATLAS_SVG_TEXT);
  cairo_t *cr = atlas_svg_canvas_get_context (canvas);
  g_autoptr (PangoLayout) layout = new_name ("abc 四平\n一二三");
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *red = pango_attr_foreground_new (0xffff, 0, 0);
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (GPtrArray) spans = NULL;
  xmlDoc *document;

  red->start_index = (guint) strlen ("abc 四平\n一");
  pango_attr_list_insert (attributes, red);
  pango_layout_set_attributes (layout, attributes);
  cairo_move_to (cr, 10, 10);
  atlas_text_painter_show (cr, layout);
  document = finish (canvas);
  texts = find (document, "text");
  g_assert_cmpuint (texts->len, ==, 2);
  assert_content (texts->pdata[0], "abc 四平");
  assert_content (texts->pdata[1], "一二三");
  spans = find (document, "tspan");
  g_assert_cmpuint (spans->len, ==, 1);
  assert_content (spans->pdata[0], "二三");
  assert_attribute (spans->pdata[0], "fill", "#ff0000");
  g_assert_cmpfloat (get_number (texts->pdata[1], "y"), >, get_number (texts->pdata[0], "y") + 15);
  xmlFreeDoc (document);
}

/* What is drawn between two marks becomes an element with the ids of its records, and only that. */
static void
test_parts (void)
{
  g_autoptr (AtlasSvgCanvas) canvas = atlas_svg_canvas_new (200, 100, ATLAS_SVG_TEXT);
  cairo_t *cr = atlas_svg_canvas_get_context (canvas);
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autoptr (GPtrArray) groups = NULL;
  xmlNode *part = NULL;
  xmlDoc *document;

  draw_name (cr, "前", 10, 10);
  atlas_svg_append_id (ids, "one");
  atlas_svg_append_id (ids, "two\x01 three");
  atlas_svg_canvas_begin_part (cr, "link", ids->str);
  draw_name (cr, "中", 10, 40);
  atlas_svg_canvas_end_part (cr);
  draw_name (cr, "后", 10, 70);
  document = finish (canvas);
  groups = find (document, "g");
  for (guint i = 0; i < groups->len; i++)
    if (xmlHasProp (groups->pdata[i], (const xmlChar *) "data-id") != NULL)
      part = groups->pdata[i];
  g_assert_nonnull (part);
  assert_attribute (part, "class", "link");
  /* An id that would be read as two, or that XML does not allow, is escaped. */
  assert_attribute (part, "data-id", "one two%01%20three");
  assert_content (part, "中");
  xmlFreeDoc (document);
}

/* With outlines there is no text; the parts are there. */
static void
test_outlines (void)
{
  g_autoptr (AtlasSvgCanvas) canvas = atlas_svg_canvas_new (200, 100, ATLAS_SVG_OUTLINES);
  cairo_t *cr = atlas_svg_canvas_get_context (canvas);
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (GPtrArray) uses = NULL;
  xmlDoc *document;

  draw_name (cr, "四平", 10, 10);
  document = finish (canvas);
  texts = find (document, "text");
  uses = find (document, "use");
  g_assert_cmpuint (texts->len, ==, 0);
  g_assert_cmpuint (uses->len, ==, 2);
  xmlFreeDoc (document);
}

/* The text of a translucent group is in its place, and not a definition that is used. */
static void
test_group (void)
{
  g_autoptr (AtlasSvgCanvas) canvas = atlas_svg_canvas_new (200, 100, ATLAS_SVG_TEXT);
  cairo_t *cr = atlas_svg_canvas_get_context (canvas);
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (GPtrArray) uses = NULL;
  xmlDoc *document;
  xmlNode *part;

  atlas_svg_canvas_begin_part (cr, "place", "siping");
  atlas_svg_canvas_push_group (cr);
  draw_name (cr, "四平", 10, 10);
  atlas_svg_canvas_pop_group (cr, 0.4);
  atlas_svg_canvas_end_part (cr);
  document = finish (canvas);
  texts = find (document, "text");
  uses = find (document, "use");
  g_assert_cmpuint (texts->len, ==, 1);
  g_assert_cmpuint (uses->len, ==, 0);
  for (part = texts->pdata[0]; part->parent->type == XML_ELEMENT_NODE; part = part->parent)
    if (xmlHasProp (part, (const xmlChar *) "data-id") != NULL)
      break;
  assert_attribute (part, "data-id", "siping");
  assert_attribute (part, "opacity", "0.4");
  xmlFreeDoc (document);
}

/* On other surfaces a group is one of cairo. */
static void
test_group_elsewhere (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);
  cairo_t *cr = cairo_create (surface);
  guint32 pixel;

  atlas_svg_canvas_push_group (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  atlas_svg_canvas_pop_group (cr, 0.5);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  memcpy (&pixel, cairo_image_surface_get_data (surface), sizeof pixel);
  g_assert_cmpint (ABS ((int) (pixel & 0xff) - 128), <=, 1);
  cairo_surface_destroy (surface);
}

static char *
draw_twice_the_same (void)
{
  g_autoptr (AtlasSvgCanvas) canvas = atlas_svg_canvas_new (200, 100, ATLAS_SVG_TEXT);
  cairo_t *cr = atlas_svg_canvas_get_context (canvas);
  xmlDoc *document;
  xmlChar *text;
  char *copy;
  int length;

  cairo_arc (cr, 100, 50, 90, 0, 6);
  cairo_clip (cr);
  draw_name (cr, "四平", 10, 10);
  document = finish (canvas);
  xmlDocDumpMemory (document, &text, &length);
  copy = g_strdup ((const char *) text);
  xmlFree (text);
  xmlFreeDoc (document);
  return copy;
}

/* The ids that cairo counts do not show how much was drawn before. */
static void
test_same (void)
{
  g_autofree char *first = draw_twice_the_same ();
  g_autofree char *second = draw_twice_the_same ();

  g_assert_nonnull (strstr (first, ">四平</text>"));
  g_assert_cmpstr (first, ==, second);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/svg-canvas/name", test_name);
  g_test_add_func ("/drawing/svg-canvas/turned", test_turned);
  g_test_add_func ("/drawing/svg-canvas/order", test_order);
  g_test_add_func ("/drawing/svg-canvas/lines", test_lines);
  g_test_add_func ("/drawing/svg-canvas/parts", test_parts);
  g_test_add_func ("/drawing/svg-canvas/outlines", test_outlines);
  g_test_add_func ("/drawing/svg-canvas/group", test_group);
  g_test_add_func ("/drawing/svg-canvas/group-elsewhere", test_group_elsewhere);
  g_test_add_func ("/drawing/svg-canvas/same", test_same);
  return g_test_run ();
}
