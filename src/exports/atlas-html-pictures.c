/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-html-private.h"

#include <string.h>

#include "atlas-description.h"
#include "atlas-link-painter.h"
#include "atlas-link.h"
#include "atlas-map-picture.h"
#include "atlas-schema.h"
#include "atlas-svg-canvas.h"
#include "atlas-translation.h"

/*
 * The maps and charts of a web page: what the pages draw, as SVG with real text.
 *
 * The land of a map is the same in all languages and the largest part of it, so the maps share it.
 * In the dark style each color of a picture is replaced by one of the dark map, so that nothing is
 * drawn twice.
 */

/* The width of a map, in units of the page at its usual size. */
#define MAP_WIDTH 640.0
#define MIN_HEIGHT_SHARE 0.5
#define MAX_HEIGHT_SHARE 1.1

#define SAMPLE_WIDTH 28.0
#define SAMPLE_HEIGHT 10.0

/* Finishing ------------------------------------------------------------------------------------ */

static gboolean
has_class (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) "class");
  const gboolean has = g_strcmp0 ((const char *) value, name) == 0;

  xmlFree (value);
  return has;
}

static void
find_colors (AtlasHtml *self, xmlNode *node)
{
  static const char *const names[] = { "fill", "stroke" };

  for (; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        {
          xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) names[i]);

          if (value != NULL && *value == '#' && strlen ((const char *) value) == 7)
            g_hash_table_add (self->colors, g_strdup ((const char *) value));
          xmlFree (value);
        }
      find_colors (self, node->children);
    }
}

/* Adds the picture of @canvas. Returns NULL if it could not be drawn. */
static xmlNode *
add_picture (AtlasHtml *self, xmlNode *parent, AtlasSvgCanvas *canvas)
{
  g_autofree char *prefix = g_strdup_printf ("%s-p%u-", self->code, ++self->n_pictures);
  cairo_status_t status;
  xmlDoc *document = atlas_svg_canvas_finish (canvas, prefix, &status);
  xmlNode *svg;

  if (document == NULL)
    {
      self->status = status;
      return NULL;
    }
  svg = xmlDocCopyNode (xmlDocGetRootElement (document), self->document, 1);
  xmlFreeDoc (document);
  xmlAddChild (parent, svg);
  /* The style of the page gives the size. */
  xmlUnsetProp (svg, (const xmlChar *) "width");
  xmlUnsetProp (svg, (const xmlChar *) "height");
  xmlUnsetProp (svg, (const xmlChar *) "version");
  find_colors (self, svg);
  return svg;
}

/* Maps ----------------------------------------------------------------------------------------- */

/* The names of the records of a part of the map, and what is known of the first one. */
static char *
describe_part (AtlasHtml *self, char **ids, const AtlasFacts *facts)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      AtlasRecord *record = atlas_dataset_lookup (self->dataset, ids[i]);

      if (record != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "",
                                atlas_record_get_name (record, self->language));
    }
  if (ids[0] != NULL && ids[1] == NULL && atlas_dataset_lookup (self->dataset, ids[0]) != NULL)
    {
      AtlasRecord *record = atlas_dataset_lookup (self->dataset, ids[0]);
      g_autofree char *detail =
        atlas_describe_detail (record, self->dataset, facts->filter, self->language);

      if (*detail != '\0')
        g_string_append_printf (words, "\n%s", detail);
      if (atlas_record_lacks_source (record))
        g_string_append_printf (words, "\n%s", atlas_describe_no_source (self->language));
    }
  return g_string_free (words, FALSE);
}

/* The first record with a row in the page. */
static AtlasRecord *
find_target (AtlasHtml *self, char **ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      AtlasRecord *record = atlas_dataset_lookup (self->dataset, ids[i]);

      if (record != NULL && g_hash_table_contains (self->rows, record))
        return record;
    }
  return NULL;
}

/* Reads the ids that a part of the map shows. */
static GStrv
read_ids (xmlNode *part)
{
  xmlChar *value = xmlGetNoNsProp (part, (const xmlChar *) "data-id");
  g_auto (GStrv) words = g_strsplit ((const char *) value, " ", -1);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *id = g_uri_unescape_string (words[i], NULL);

      g_strv_builder_add (ids, id);
    }
  xmlFree (value);
  return g_strv_builder_end (ids);
}

/* States the places that links join, and their cities, where gathered links end. */
static void
set_ends (AtlasHtml *self, xmlNode *part, char **ids)
{
  g_autoptr (GString) places = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      AtlasRecord *record = atlas_dataset_lookup (self->dataset, ids[i]);
      g_autoptr (GPtrArray) ends =
        ATLAS_IS_LINK (record) ? atlas_link_dup_ends (ATLAS_LINK (record), self->dataset) : NULL;

      for (guint j = 0; ends != NULL && j < ends->len; j++)
        {
          AtlasPlace *city = atlas_place_get_city (ends->pdata[j], self->dataset);

          atlas_svg_append_id (places, atlas_record_get_id (ends->pdata[j]));
          if (city != NULL && city != ends->pdata[j])
            atlas_svg_append_id (places, atlas_record_get_id (ATLAS_RECORD (city)));
        }
    }
  if (places->len > 0)
    _atlas_html_set (part, "data-ends", places->str);
}

/* Makes a part of the map a link to the row of its record. Only the first part of a record is a
 * stop of the Tab key and is spoken; the others, such as the number on a line, belong to it. */
static void
link_part (AtlasHtml *self, xmlNode *part, const AtlasFacts *facts, GHashTable *linked)
{
  g_auto (GStrv) ids = read_ids (part);
  AtlasRecord *target = find_target (self, ids);
  g_autofree char *words = describe_part (self, ids, facts);
  g_autofree char *valid = NULL;
  xmlNode *title;

  set_ends (self, part, ids);
  valid = atlas_svg_dup_valid_text (words);
  title = xmlNewTextChild (part, part->ns, (const xmlChar *) "title", (const xmlChar *) valid);
  xmlAddPrevSibling (part->children, title);
  if (target != NULL)
    {
      g_autofree char *id = _atlas_html_make_record_id (self, target);
      g_autofree char *link = g_strconcat ("#", id, NULL);

      xmlNodeSetName (part, (const xmlChar *) "a");
      _atlas_html_set (part, "href", link);
      if (g_hash_table_add (linked, target))
        _atlas_html_set (part, "aria-label", g_strdelimit (words, "\n", ' '));
      else
        {
          _atlas_html_set (part, "tabindex", "-1");
          _atlas_html_set (part, "aria-hidden", "true");
        }
    }
}

static void
link_parts (AtlasHtml *self, xmlNode *node, const AtlasFacts *facts, GHashTable *linked)
{
  for (xmlNode *next; node != NULL; node = next)
    {
      next = node->next;
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (xmlHasProp (node, (const xmlChar *) "data-id") != NULL)
        link_part (self, node, facts, linked);
      else
        link_parts (self, node->children, facts, linked);
    }
}

static xmlNode *
find_land (xmlNode *node)
{
  xmlNode *found = NULL;

  for (; node != NULL && found == NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      found = has_class (node, "land") ? node : find_land (node->children);
  return found;
}

static void
use_shared (xmlNode *land, const char *id)
{
  g_autofree char *link = g_strconcat ("#", id, NULL);
  xmlNode *use = xmlNewNode (land->ns, (const xmlChar *) "use");

  xmlSetProp (use, (const xmlChar *) "href", (const xmlChar *) link);
  xmlReplaceNode (land, use);
}

/* The page begins with Chinese, which share_land() relies on. */
G_STATIC_ASSERT (ATLAS_LANGUAGE_ZH == 0);

/* Puts the land of the first language into the shared drawing, with the clips that it uses. The
 * other languages have the same land. */
static void
share_land (AtlasHtml *self, xmlNode *svg)
{
  xmlNode *land = find_land (svg->children);
  g_autofree char *id = g_strdup_printf ("land-%u", self->n_pictures);
  xmlNode *next;

  if (land == NULL)
    return;
  use_shared (land, id);
  if (self->language != ATLAS_LANGUAGE_ZH)
    {
      xmlFreeNode (land);
      return;
    }
  for (xmlNode *node = svg->children; node != NULL; node = next)
    {
      next = node->next;
      if (node->type != XML_ELEMENT_NODE || strcmp ((const char *) node->name, "defs") != 0)
        continue;
      xmlUnlinkNode (node);
      xmlAddChild (self->shared, node);
    }
  _atlas_html_set (land, "id", id);
  xmlAddChild (_atlas_html_add (self->shared, "defs", NULL), land);
}

static void
add_sample (AtlasHtml *self, xmlNode *parent, AtlasLinkGroup group)
{
  g_autoptr (AtlasSvgCanvas) canvas =
    atlas_svg_canvas_new (SAMPLE_WIDTH, SAMPLE_HEIGHT, ATLAS_SVG_TEXT);
  xmlNode *svg;

  atlas_link_painter_paint_sample (atlas_svg_canvas_get_context (canvas), group, ATLAS_STYLE_PRINT,
                                   0, SAMPLE_HEIGHT / 2, SAMPLE_WIDTH);
  svg = add_picture (self, parent, canvas);
  if (svg != NULL)
    _atlas_html_set (svg, "aria-hidden", "true");
}

static void
add_legend (AtlasHtml *self, xmlNode *parent, AtlasMapBlock *map)
{
  g_auto (GStrv) lines = g_strsplit (atlas_map_block_get_origin (map), "\n", -1);
  const guint n_entries = atlas_map_block_get_n_entries (map);
  xmlNode *list = n_entries > 0 ? _atlas_html_add (parent, "ul", "legend") : NULL;

  for (guint i = 0; i < n_entries; i++)
    {
      AtlasLinkGroup group;
      const char *label = atlas_map_block_get_entry (map, i, &group);
      xmlNode *entry = _atlas_html_add (list, "li", NULL);

      add_sample (self, entry, group);
      _atlas_html_add_text (self, _atlas_html_add (entry, "span", NULL), label);
    }
  for (guint i = 0; lines[i] != NULL; i++)
    _atlas_html_add_text (self, _atlas_html_add (parent, "p", NULL), lines[i]);
}

/* On a narrow screen a picture is wider than the screen and can be scrolled, also with the keys. */
static xmlNode *
add_figure (xmlNode *parent, const char *class_name, const char *label, xmlNode **frame)
{
  xmlNode *figure = _atlas_html_add (parent, "figure", class_name);

  *frame = _atlas_html_add (figure, "div", "picture");
  _atlas_html_set (*frame, "tabindex", "0");
  _atlas_html_set (*frame, "role", "group");
  _atlas_html_set (*frame, "aria-label", label);
  return figure;
}

/**
 * _atlas_html_add_map:
 * @self: a page
 * @parent: an element
 * @map: a map
 *
 * Appends a map with its legend. Its links and places lead to the rows of their records.
 */
void
_atlas_html_add_map (AtlasHtml *self, xmlNode *parent, AtlasMapBlock *map)
{
  const AtlasFacts facts = atlas_map_block_get_facts (map);
  AtlasBaseMap *base_map = atlas_map_block_get_base_map (map);
  const AtlasExtent *extent = atlas_map_block_get_extent (map);
  const double height = CLAMP (MAP_WIDTH / atlas_map_picture_get_aspect (&facts, base_map, extent),
                               MAP_WIDTH * MIN_HEIGHT_SHARE, MAP_WIDTH * MAX_HEIGHT_SHARE);
  g_autoptr (AtlasSvgCanvas) canvas = atlas_svg_canvas_new (MAP_WIDTH, height, ATLAS_SVG_TEXT);
  g_autoptr (GHashTable) linked = g_hash_table_new (NULL, NULL);
  xmlNode *frame, *figure, *svg;

  atlas_map_picture_draw (atlas_svg_canvas_get_context (canvas), &facts, base_map, extent,
                          MAP_WIDTH, height);
  figure =
    add_figure (parent, "map", atlas_translate_context (self->language, "section", "Map"), &frame);
  svg = add_picture (self, frame, canvas);
  if (svg == NULL)
    return;
  share_land (self, svg);
  link_parts (self, svg->children, &facts, linked);
  add_legend (self, _atlas_html_add (figure, "figcaption", NULL), map);
}

/**
 * _atlas_html_add_chart:
 * @self: a page
 * @parent: an element
 * @chart: a block that draws
 * @title: what it shows
 *
 * Appends a chart. The table after it has the same facts.
 */
void
_atlas_html_add_chart (AtlasHtml *self, xmlNode *parent, AtlasBlock *chart, const char *title)
{
  g_autoptr (AtlasSvgCanvas) canvas = NULL;
  double height = 0;
  xmlNode *frame, *svg;
  cairo_t *cr;

  for (guint i = 0; i < chart->rows->len; i++)
    height += atlas_block_get_row (chart, i)->height;
  if (height <= 0)
    return;
  canvas = atlas_svg_canvas_new (chart->width, height, ATLAS_SVG_TEXT);
  cr = atlas_svg_canvas_get_context (canvas);
  for (guint i = 0; i < chart->rows->len; i++)
    {
      atlas_block_draw_row (chart, cr, i);
      cairo_translate (cr, 0, atlas_block_get_row (chart, i)->height);
    }
  add_figure (parent, "chart", title, &frame);
  svg = add_picture (self, frame, canvas);
  if (svg != NULL)
    {
      _atlas_html_set (svg, "role", "img");
      _atlas_html_set (svg, "aria-label", title);
    }
}

/* The dark style ------------------------------------------------------------------------------- */

#define N_PALETTE_COLORS (G_STRUCT_OFFSET (AtlasMapPalette, line_width) / sizeof (guint32))

/* Exchanges light and dark, and keeps the hue. */
static guint32
invert (guint32 rgb)
{
  const int red = rgb >> 16 & 0xff, green = rgb >> 8 & 0xff, blue = rgb & 0xff;
  const int lightest = MAX (red, MAX (green, blue)), darkest = MIN (red, MIN (green, blue));
  /* White becomes the ground of the page, black an almost white. */
  const int sum = lightest + darkest;
  const int shift = (int) (0x20 + (510 - sum) * (0xf0 - 0x20) / 510.0 - sum / 2.0);

  return (guint32) CLAMP (red + shift, 0, 255) << 16 |
         (guint32) CLAMP (green + shift, 0, 255) << 8 | (guint32) CLAMP (blue + shift, 0, 255);
}

/* Finds the color of the dark map in the place of @rgb, as 0xRRGGBBAA. */
static gboolean
find_on_map (guint32 rgb, guint32 *dark)
{
  const AtlasMapPalette *print = atlas_map_style_get_palette (ATLAS_STYLE_PRINT);
  const AtlasMapPalette *night = atlas_map_style_get_palette (ATLAS_STYLE_DARK);
  const guint32 *from = (const guint32 *) print, *to = (const guint32 *) night;

  for (guint i = 0; i < ATLAS_N_LINK_GROUPS; i++)
    if (atlas_link_painter_get_color ((AtlasLinkGroup) i, ATLAS_STYLE_PRINT) >> 8 == rgb)
      {
        *dark = atlas_link_painter_get_color ((AtlasLinkGroup) i, ATLAS_STYLE_DARK);
        return TRUE;
      }
  for (gsize i = 0; i < N_PALETTE_COLORS; i++)
    if (from[i] >> 8 == rgb)
      {
        /* A color that is translucent in both has its opacity in the picture. */
        *dark = (from[i] & 0xff) < 0xff ? to[i] | 0xff : to[i];
        return TRUE;
      }
  for (guint i = 0; i < ATLAS_N_TINTS; i++)
    if (atlas_map_style_mix (print->tints[i], print->veil) >> 8 == rgb)
      {
        *dark = atlas_map_style_mix (night->tints[i], night->veil);
        return TRUE;
      }
  return FALSE;
}

/**
 * _atlas_html_make_dark_style:
 * @self: a page whose pictures are complete
 *
 * Returns: (transfer full): CSS that draws the pictures in dark colors where the reader prefers
 * them
 */
char *
_atlas_html_make_dark_style (AtlasHtml *self)
{
  GString *style = g_string_new ("@media screen and (prefers-color-scheme: dark) {\n");
  g_autoptr (GList) colors =
    g_list_sort (g_hash_table_get_keys (self->colors), (GCompareFunc) strcmp);

  for (GList *color = colors; color != NULL; color = color->next)
    {
      const char *name = color->data;
      const guint32 rgb = (guint32) g_ascii_strtoull (name + 1, NULL, 16);
      guint32 dark;

      if (!find_on_map (rgb, &dark))
        dark = invert (rgb) << 8 | 0xff;
      g_string_append_printf (style, "[fill=\"%s\"]{fill:#%06x}[stroke=\"%s\"]{stroke:#%06x", name,
                              dark >> 8, name, dark >> 8);
      if ((dark & 0xff) < 0xff)
        g_string_append_printf (style, ";stroke-opacity:.%02u", (dark & 0xff) * 100 / 255);
      g_string_append (style, "}\n");
    }
  g_string_append (style, "}\n");
  return g_string_free (style, FALSE);
}
