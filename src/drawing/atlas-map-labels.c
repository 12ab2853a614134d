/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-map-labels-private.h"

#include <math.h>
#include <string.h>

/**
 * AtlasMapLabels:
 *
 * The names of the land in one view, placed so that they cover neither each other nor the markers
 * and other boxes that the caller keeps free. More important names are placed first; a name without
 * room is left out. The same request always gives the same labels.
 *
 * Use it only in the thread that made it.
 */

#define PADDING 3.0
#define DOT_RADIUS 2.2

/* Letters that are drawn at once: a whole name, or one letter of a river's name. */
typedef struct
{
  PangoLayout *layout;
  double x; /* the middle */
  double y;
  double angle;
  guint32 color;
} Piece;

static void
clear_piece (gpointer data)
{
  Piece *piece = data;

  g_clear_object (&piece->layout);
}

double
_atlas_map_labels_x (const AtlasMapLabels *self, double x)
{
  return (x / ATLAS_BASE_MAP_SCALE - self->request.extent.x0) * self->scale * ATLAS_BASE_MAP_SCALE;
}

double
_atlas_map_labels_y (const AtlasMapLabels *self, double y)
{
  return (y / ATLAS_BASE_MAP_SCALE - self->request.extent.y0) * self->scale * ATLAS_BASE_MAP_SCALE;
}

const char *
_atlas_map_labels_get_name (const AtlasMapLabels *self, const guint32 names[3])
{
  return _atlas_base_map_get_string (self->map, names[self->request.language]);
}

gboolean
_atlas_map_labels_is_in_view (const AtlasMapLabels *self, double x, double y)
{
  return x >= 0.0 && y >= 0.0 && x < self->request.width && y < self->request.height;
}

gboolean
_atlas_map_labels_is_visible (const AtlasMapLabels *self, const AtlasMapBox *box)
{
  return _atlas_map_labels_x (self, box->x1) > 0.0 &&
         _atlas_map_labels_x (self, box->x0) < self->request.width &&
         _atlas_map_labels_y (self, box->y1) > 0.0 &&
         _atlas_map_labels_y (self, box->y0) < self->request.height;
}

gboolean
_atlas_label_placing_leaves_out (const AtlasLabelPlacing *placing, const char *code)
{
  return placing->without != NULL && g_strv_contains (placing->without, code);
}

/* Single names -------------------------------------------------------------------------------- */

void
_atlas_map_labels_add_piece (AtlasMapLabels *self,
                             PangoLayout *layout,
                             double x,
                             double y,
                             double angle,
                             guint32 color)
{
  Piece piece = { g_object_ref (layout), x, y, angle, color };

  g_array_append_val (self->pieces, piece);
}

void
_atlas_map_labels_add_box (AtlasMapLabels *self, const AtlasExtent *box, const char *text)
{
  AtlasLabelBox label_box = { *box, text, self->n_labels };

  g_array_append_val (self->boxes, label_box);
}

/* Places a name at the first position that is free; the positions are for its middle. */
gboolean
_atlas_label_placing_place_name (AtlasLabelPlacing *placing,
                                 const AtlasLabelName *name,
                                 const AtlasPoint *middles,
                                 guint n_middles)
{
  AtlasMapLabels *self = placing->labels;
  g_autoptr (PangoLayout) layout = NULL;
  double width, height;

  layout = atlas_map_text_create_layout (placing->context, name->text, name->size, name->flags);
  atlas_map_text_get_size (layout, &width, &height);
  for (guint i = 0; i < n_middles; i++)
    {
      const AtlasExtent box = {
        middles[i].x - width / 2.0 - PADDING,
        middles[i].y - height / 2.0,
        middles[i].x + width / 2.0 + PADDING,
        middles[i].y + height / 2.0,
      };

      if (!atlas_label_placer_take (placing->placer, &box, 1))
        continue;

      _atlas_map_labels_add_piece (self, layout, middles[i].x, middles[i].y, 0.0, name->color);
      _atlas_map_labels_add_box (self, &box, name->text);
      self->n_labels++;
      return TRUE;
    }

  return FALSE;
}

/* Places a name beside a dot: right, left, above or below. A dot without room for its name is not
 * drawn. */
void
_atlas_label_placing_place_town (AtlasLabelPlacing *placing,
                                 const AtlasLabelName *name,
                                 double x,
                                 double y)
{
  AtlasMapLabels *self = placing->labels;
  g_autoptr (PangoLayout) layout = NULL;
  double width, height, beside, over;

  layout = atlas_map_text_create_layout (placing->context, name->text, name->size, name->flags);
  atlas_map_text_get_size (layout, &width, &height);
  beside = width / 2.0 + PADDING + DOT_RADIUS + 2.0;
  over = height / 2.0 + DOT_RADIUS + 1.0;

  {
    const AtlasPoint offsets[] = {
      { beside, 0.0 },
      { -beside, 0.0 },
      { 0.0, -over },
      { 0.0, over },
    };
    const double reach = DOT_RADIUS + 1.0;

    for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
      {
        double middle_x = x + offsets[i].x;
        double middle_y = y + offsets[i].y;
        const AtlasExtent boxes[] = {
          { middle_x - width / 2.0 - PADDING, middle_y - height / 2.0,
            middle_x + width / 2.0 + PADDING, middle_y + height / 2.0 },
          { x - reach, y - reach, x + reach, y + reach },
        };
        AtlasPoint dot = { x, y };

        if (!atlas_label_placer_take (placing->placer, boxes, G_N_ELEMENTS (boxes)))
          continue;

        _atlas_map_labels_add_piece (self, layout, middle_x, middle_y, 0.0, name->color);
        _atlas_map_labels_add_box (self, &boxes[0], name->text);
        _atlas_map_labels_add_box (self, &boxes[1], name->text);
        g_array_append_val (self->dots, dot);
        self->n_labels++;
        return;
      }
  }
}

/* The whole ----------------------------------------------------------------------------------- */

static void
place_all (AtlasLabelPlacing *placing)
{
  static const struct
  {
    AtlasMapLabelKinds kind;
    void (*place) (AtlasLabelPlacing *placing);
  } steps[] = {
    { ATLAS_LABEL_NEIGHBOUR, _atlas_label_placing_place_beyond },
    { ATLAS_LABEL_TOWN, _atlas_label_placing_place_towns },
    { ATLAS_LABEL_PREFECTURE, _atlas_label_placing_place_prefectures },
    { ATLAS_LABEL_SEA, _atlas_label_placing_place_seas },
    { ATLAS_LABEL_NEIGHBOUR, _atlas_label_placing_place_neighbours },
    { ATLAS_LABEL_COUNTY, _atlas_label_placing_place_counties },
    { ATLAS_LABEL_LAKE, _atlas_label_placing_place_lakes },
    { ATLAS_LABEL_RIVER, _atlas_label_placing_place_rivers },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if ((placing->labels->request.kinds & steps[i].kind) != 0)
      steps[i].place (placing);
}

/**
 * atlas_map_labels_new:
 * @base_map: the base map
 * @request: the view and the kinds of names
 *
 * Places the names of the land in a view. To move them with the map while the user drags it,
 * request a view larger than the window and draw the labels with an offset.
 *
 * Returns: (transfer full): the labels, freed with atlas_map_labels_free()
 */
AtlasMapLabels *
atlas_map_labels_new (AtlasBaseMap *base_map, const AtlasMapLabelsRequest *request)
{
  AtlasMapLabels *self;
  g_autoptr (AtlasLabelPlacer) placer = NULL;
  PangoContext *context; /* not auto-freed: Pango 1.50 has no autoptr cleanup for it */
  AtlasLabelPlacing placing;
  double pixels_per_unit;

  g_return_val_if_fail (ATLAS_IS_BASE_MAP (base_map), NULL);
  g_return_val_if_fail (request != NULL, NULL);
  g_return_val_if_fail (request->extent.x1 > request->extent.x0, NULL);
  g_return_val_if_fail (request->width > 0.0 && request->height > 0.0, NULL);
  g_return_val_if_fail (request->language < ATLAS_N_LANGUAGES, NULL);

  pixels_per_unit = request->width / (request->extent.x1 - request->extent.x0);
  placer = atlas_label_placer_new (request->width, request->height);
  for (guint i = 0; i < request->n_obstacles; i++)
    atlas_label_placer_block (placer, &request->obstacles[i]);
  context = atlas_map_text_create_context (request->language);

  self = g_new0 (AtlasMapLabels, 1);
  self->map = g_object_ref (base_map);
  self->request = *request;
  self->request.obstacles = NULL;
  self->request.without = NULL;
  self->palette = atlas_map_style_get_palette (request->style);
  self->scale = pixels_per_unit / ATLAS_BASE_MAP_SCALE;
  self->zoom = log2 (pixels_per_unit / 256.0);
  self->level = _atlas_base_map_get_level (pixels_per_unit);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, clear_piece);
  self->boxes = g_array_new (FALSE, FALSE, sizeof (AtlasLabelBox));
  self->dots = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));

  placing = (AtlasLabelPlacing) { self, placer, context, request->without };
  place_all (&placing);
  g_object_unref (context);

  return self;
}

/**
 * atlas_map_labels_free:
 * @self: labels
 *
 * Frees labels.
 */
void
atlas_map_labels_free (AtlasMapLabels *self)
{
  g_array_unref (self->pieces);
  g_array_unref (self->boxes);
  g_array_unref (self->dots);
  g_object_unref (self->map);
  g_free (self);
}

static void
draw_dots (const AtlasMapLabels *self, cairo_t *cr)
{
  for (guint i = 0; i < self->dots->len; i++)
    {
      const AtlasPoint *dot = &g_array_index (self->dots, AtlasPoint, i);

      cairo_new_sub_path (cr);
      cairo_arc (cr, dot->x, dot->y, DOT_RADIUS, 0.0, 2.0 * G_PI);
    }
  atlas_map_style_set_source (cr, self->palette->halo);
  cairo_set_line_width (cr, 2.4);
  cairo_stroke_preserve (cr);
  atlas_map_style_set_source (cr, self->palette->town);
  cairo_set_line_width (cr, 1.1);
  cairo_stroke (cr);
}

/**
 * atlas_map_labels_draw:
 * @self: labels
 * @cr: a context on any kind of surface, its origin at the top left corner of the view
 *
 * Draws the labels over the land.
 */
void
atlas_map_labels_draw (const AtlasMapLabels *self, cairo_t *cr)
{
  g_return_if_fail (self != NULL && cr != NULL);

  cairo_save (cr);
  cairo_new_path (cr);
  draw_dots (self, cr);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      double width, height;

      atlas_map_text_get_size (piece->layout, &width, &height);
      cairo_save (cr);
      cairo_translate (cr, piece->x, piece->y);
      cairo_rotate (cr, piece->angle);
      cairo_move_to (cr, -width / 2.0, -height / 2.0);
      atlas_map_text_draw (cr, piece->layout, piece->color, self->palette->halo);
      cairo_restore (cr);
    }
  cairo_restore (cr);
}
