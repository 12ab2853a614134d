/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-map-block.h"

#include <glib/gi18n.h>

#include "atlas-description.h"
#include "atlas-enum-types.h"
#include "atlas-filter-words.h"
#include "atlas-format.h"
#include "atlas-labels.h"
#include "atlas-link-painter.h"
#include "atlas-map-picture.h"
#include "atlas-translation.h"

/*
 * AtlasMapBlock: the map of a scope, or a part of the map, in a frame, with the legend of its lines
 * below, and the note that it is a sketch map.
 */
typedef struct
{
  AtlasLinkGroup group;
  PangoLayout *label;
  double x;
  double y; /* from the upper edge of the legend */
} Entry;

struct _AtlasMapBlock
{
  AtlasBlock parent_instance;

  AtlasTypesetter *typesetter;
  AtlasBaseMap *base_map;
  AtlasScope *scope;
  AtlasFilter *filter;
  gboolean has_extent; /* whether it shows this part of the map and not the whole scope */
  AtlasExtent extent;
  double max_height;
  double set_height; /* the height without the legend, or 0 to fit the extent */
  double map_height;
  GArray *entries;      /* of Entry */
  gboolean has_undated; /* whether some of its lines are pale */
  PangoLayout *sketch_line;
  char *origin; /* its text */
};

G_DEFINE_FINAL_TYPE (AtlasMapBlock, atlas_map_block, ATLAS_TYPE_BLOCK)

/* The smallest height of a map as a share of its width, for places that lie in a row. */
#define MIN_HEIGHT_SHARE 0.5

/* As multiples of the font size of a label. */
#define LEGEND_GAP 0.7
#define SAMPLE_WIDTH 3.0
#define SAMPLE_GAP 0.6
#define ENTRY_GAP 1.8

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_clear_object (&entry->label);
}

static AtlasFacts
get_facts (AtlasMapBlock *self)
{
  return (AtlasFacts) { self->scope, self->filter, atlas_typesetter_get_language (self->typesetter),
                        ATLAS_SHOWN_PART_ALL };
}

static double
get_unit (AtlasMapBlock *self)
{
  return atlas_typesetter_get_size (self->typesetter, ATLAS_TEXT_ROLE_LABEL);
}

static double
get_entry_width (AtlasMapBlock *self, const Entry *entry)
{
  return (SAMPLE_WIDTH + SAMPLE_GAP + ENTRY_GAP) * get_unit (self) +
         atlas_typesetter_get_width_of (entry->label);
}

/* Places the entries of the legend on one line, or in columns if they need more. Returns the
 * height. */
static double
place_entries (AtlasMapBlock *self, double width)
{
  double sum = 0;
  double widest = 1;
  double line_height = 0;
  double x = 0;
  guint n_columns;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      sum += get_entry_width (self, entry);
      widest = MAX (widest, get_entry_width (self, entry));
      line_height = MAX (line_height, atlas_typesetter_get_height_of (entry->label));
    }
  if (sum - ENTRY_GAP * get_unit (self) <= width)
    {
      for (guint i = 0; i < self->entries->len; i++)
        {
          Entry *entry = &g_array_index (self->entries, Entry, i);

          entry->x = x;
          entry->y = 0;
          x += get_entry_width (self, entry);
        }
      return line_height;
    }
  n_columns = (guint) CLAMP (width / widest, 1, (self->entries->len + 1) / 2);
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);

      entry->x = i % n_columns * widest;
      entry->y = i / n_columns * line_height;
    }
  return (self->entries->len + n_columns - 1) / n_columns * line_height;
}

static void
atlas_map_block_measure (AtlasBlock *block, double width)
{
  AtlasMapBlock *self = ATLAS_MAP_BLOCK (block);
  const AtlasFacts facts = get_facts (self);
  const double unit = get_unit (self);
  double legend_height;

  pango_layout_set_width (self->sketch_line, (int) (width * PANGO_SCALE));
  legend_height = LEGEND_GAP * unit + place_entries (self, width) +
                  atlas_typesetter_get_height_of (self->sketch_line);
  self->map_height = width / atlas_map_picture_get_aspect (&facts, self->base_map,
                                                           atlas_map_block_get_extent (self));
  self->map_height = MAX (self->map_height, width * MIN_HEIGHT_SHARE);
  self->map_height = MIN (self->map_height, self->max_height - legend_height);
  if (self->set_height > 0)
    self->map_height = self->set_height;
  atlas_block_add_row (block, self->map_height + legend_height, FALSE);
}

static void
draw_legend (AtlasMapBlock *self, cairo_t *cr, double top)
{
  const double unit = get_unit (self);
  double bottom = top;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      const double height = atlas_typesetter_get_height_of (entry->label);

      atlas_link_painter_paint_sample (cr, entry->group, ATLAS_STYLE_PRINT, entry->x,
                                       top + entry->y + height / 2, SAMPLE_WIDTH * unit);
      atlas_typesetter_show (cr, entry->label, entry->x + (SAMPLE_WIDTH + SAMPLE_GAP) * unit,
                             top + entry->y);
      bottom = top + entry->y + height;
    }
  atlas_typesetter_show (cr, self->sketch_line, 0, bottom);
}

static void
atlas_map_block_draw_row (AtlasBlock *block, cairo_t *cr, guint row)
{
  AtlasMapBlock *self = ATLAS_MAP_BLOCK (block);
  const AtlasFacts facts = get_facts (self);
  const double width = block->width;

  atlas_map_picture_draw (cr, &facts, self->base_map, atlas_map_block_get_extent (self), width,
                          self->map_height);
  atlas_typesetter_use_ink (self->typesetter, cr, ATLAS_INK_QUIET);
  cairo_set_line_width (cr, 0.4);
  cairo_rectangle (cr, 0, 0, width, self->map_height);
  cairo_stroke (cr);
  draw_legend (self, cr, self->map_height + LEGEND_GAP * get_unit (self));
}

static void
atlas_map_block_finalize (GObject *object)
{
  AtlasMapBlock *self = ATLAS_MAP_BLOCK (object);

  g_clear_object (&self->typesetter);
  g_clear_object (&self->base_map);
  g_clear_object (&self->scope);
  g_clear_object (&self->filter);
  g_clear_object (&self->sketch_line);
  g_free (self->origin);
  g_array_unref (self->entries);

  G_OBJECT_CLASS (atlas_map_block_parent_class)->finalize (object);
}

static void
atlas_map_block_class_init (AtlasMapBlockClass *klass)
{
  AtlasBlockClass *block_class = ATLAS_BLOCK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_map_block_finalize;
  block_class->measure = atlas_map_block_measure;
  block_class->draw_row = atlas_map_block_draw_row;
}

static void
atlas_map_block_init (AtlasMapBlock *self)
{
  ATLAS_BLOCK (self)->tag = "Figure";
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
}

static void
add_entries (AtlasMapBlock *self)
{
  const AtlasFacts facts = get_facts (self);

  for (guint group = 0; group < ATLAS_N_LINK_GROUPS; group++)
    {
      guint n_undated;
      const guint n_links =
        atlas_map_picture_count_group (&facts, (AtlasLinkGroup) group, &n_undated);
      g_autofree char *number = atlas_undated_add (n_links - n_undated, n_undated, facts.language);
      g_autofree char *words = NULL;
      Entry entry = { .group = (AtlasLinkGroup) group };

      if (n_links == 0)
        continue;
      self->has_undated = self->has_undated || n_undated > 0;
      words = g_strdup_printf (
        "%s %s", atlas_label_for (ATLAS_TYPE_LINK_GROUP, (int) group, facts.language), number);
      entry.label = atlas_typesetter_set (self->typesetter, ATLAS_TEXT_ROLE_LABEL, words);
      g_array_append_val (self->entries, entry);
    }
}

/**
 * atlas_map_block_describe_origin:
 * @dataset: the dataset of the map
 * @remarks: what the signs of the map mean, or ""
 * @language: the language of the text
 *
 * Returns: (transfer full): what stands beside a map or the positions of places: that it is a
 * sketch map, @remarks and its approval number, and on a second line whose data it is drawn from
 */
char *
atlas_map_block_describe_origin (AtlasDataset *dataset, const char *remarks, AtlasLanguage language)
{
  const char *number = atlas_dataset_get_approval_number (dataset);
  g_autofree char *approval = g_strdup ("");
  /* Translators: %s are the names of those whose data a map is drawn from. */
  g_autofree char *origin =
    g_strdup_printf (atlas_translate (language, "Map data: %s"), ATLAS_BASE_MAP_ATTRIBUTION);
  g_autofree char *words = NULL;

  /* A page wraps the text itself. */
  g_strdelimit (origin, "\n", ' ');
  if (number != NULL && *number != '\0')
    {
      g_free (approval);
      /* Translators: the number under which the authorities approved a map, 审图号 in Chinese. */
      approval = g_strdup_printf (atlas_translate (language, "Map approval number: %s"), number);
    }
  words = atlas_join_facts (
    /* Translators: what a map says that is printed for use in China: 示意图，不作为划界依据. */
    atlas_translate (language, "Sketch map, not for delimiting boundaries"), remarks, approval,
    NULL);
  /* The attribution starts on its own line, so that names in it are not wrapped. */
  return g_strconcat (words, "\n", origin, NULL);
}

static void
add_sketch_line (AtlasMapBlock *self)
{
  const AtlasLanguage language = atlas_typesetter_get_language (self->typesetter);
  g_autofree char *remarks = atlas_join_facts (
    /* Translators: what the numbers on the lines of a map mean. */
    atlas_translate (language, "Numbers on lines: trips a day of a bus, or how many links"),
    self->has_undated ? atlas_undated_explain (language) : "", NULL);

  self->origin =
    atlas_map_block_describe_origin (atlas_scope_get_dataset (self->scope), remarks, language);
  self->sketch_line = atlas_typesetter_set (self->typesetter, ATLAS_TEXT_ROLE_LABEL, self->origin);
}

/**
 * atlas_map_block_new:
 * @typesetter: the typesetter
 * @base_map: the base map
 * @facts: the facts of the page
 * @max_height: its largest height including the legend, in points
 *
 * Returns: (transfer full): the map of the scope of @facts
 */
AtlasBlock *
atlas_map_block_new (AtlasTypesetter *typesetter,
                     AtlasBaseMap *base_map,
                     const AtlasFacts *facts,
                     double max_height)
{
  AtlasMapBlock *self = g_object_new (ATLAS_TYPE_MAP_BLOCK, NULL);

  self->typesetter = g_object_ref (typesetter);
  self->base_map = g_object_ref (base_map);
  self->scope = g_object_ref (facts->scope);
  self->filter = facts->filter != NULL ? g_object_ref (facts->filter) : NULL;
  self->max_height = max_height;
  add_entries (self);
  add_sketch_line (self);
  return ATLAS_BLOCK (self);
}

/**
 * atlas_map_block_get_origin:
 * @self: a map
 *
 * Returns: (transfer none): the lines below the map: that it is a sketch map, its approval number
 *   and whose data it is drawn from
 */
const char *
atlas_map_block_get_origin (AtlasMapBlock *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_BLOCK (self), NULL);

  return self->origin;
}

/**
 * atlas_map_block_get_origin_height:
 * @self: a map that has been measured
 *
 * Returns: the height of these lines, which are at the end of its row, in points
 */
double
atlas_map_block_get_origin_height (AtlasMapBlock *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_BLOCK (self), 0);

  return atlas_typesetter_get_height_of (self->sketch_line);
}

/**
 * atlas_map_block_set_max_height:
 * @self: a map
 * @max_height: its largest height including the legend, in points
 *
 * Changes the largest height for the next measuring.
 */
void
atlas_map_block_set_max_height (AtlasMapBlock *self, double max_height)
{
  g_return_if_fail (ATLAS_IS_MAP_BLOCK (self));

  self->max_height = max_height;
}

/**
 * atlas_map_block_set_map_height:
 * @self: a map
 * @height: its height without the legend, in points; 0 to fit the area that it shows
 *
 * Changes the height for the next measuring, whatever the largest height is, so that the maps of a
 * series are equal.
 */
void
atlas_map_block_set_map_height (AtlasMapBlock *self, double height)
{
  g_return_if_fail (ATLAS_IS_MAP_BLOCK (self));

  self->set_height = height;
}

/**
 * atlas_map_block_set_extent:
 * @self: a map
 * @extent: the part of the map that must be visible
 *
 * Shows @extent instead of the whole scope, from the next measuring on.
 */
void
atlas_map_block_set_extent (AtlasMapBlock *self, const AtlasExtent *extent)
{
  g_return_if_fail (ATLAS_IS_MAP_BLOCK (self));
  g_return_if_fail (extent != NULL);

  self->has_extent = TRUE;
  self->extent = *extent;
}

/**
 * atlas_map_block_get_extent:
 * @self: a map
 *
 * Returns: (transfer none) (nullable): the part of the map that must be visible, or %NULL for the
 *   whole scope
 */
const AtlasExtent *
atlas_map_block_get_extent (AtlasMapBlock *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_BLOCK (self), NULL);

  return self->has_extent ? &self->extent : NULL;
}

/**
 * atlas_map_block_get_facts:
 * @self: a map
 *
 * Returns: the facts that it shows; the fields are borrowed
 */
AtlasFacts
atlas_map_block_get_facts (AtlasMapBlock *self)
{
  return get_facts (self);
}

/**
 * atlas_map_block_get_base_map:
 * @self: a map
 *
 * Returns: (transfer none): the base map
 */
AtlasBaseMap *
atlas_map_block_get_base_map (AtlasMapBlock *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_BLOCK (self), NULL);

  return self->base_map;
}

/**
 * atlas_map_block_get_n_entries:
 * @self: a map
 *
 * Returns: the number of entries of its legend
 */
guint
atlas_map_block_get_n_entries (AtlasMapBlock *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_BLOCK (self), 0);

  return self->entries->len;
}

/**
 * atlas_map_block_get_entry:
 * @self: a map
 * @index: less than atlas_map_block_get_n_entries()
 * @group: (out): return location for the group of links that it explains
 *
 * Returns: (transfer none): the label of an entry of the legend
 */
const char *
atlas_map_block_get_entry (AtlasMapBlock *self, guint index, AtlasLinkGroup *group)
{
  const Entry *entry;

  g_return_val_if_fail (index < atlas_map_block_get_n_entries (self), NULL);

  entry = &g_array_index (self->entries, Entry, index);
  *group = entry->group;
  return pango_layout_get_text (entry->label);
}
