/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-partner-diagram-private.h"

#include <math.h>

#include "atlas-projection.h"

/*
 * AtlasPartnerDiagram: a place in the middle, its partners around it, and the links between.
 *
 * Partners stand in rows on both sides, so that their names do not overlap. Their clockwise order
 * is that of their bearing from the place; partners without a place come last. Links have the
 * color, width and dashes of the map; several of one group are one line with a number. Lay the
 * diagram out for a width first; then draw it and query what is at a point.
 */
G_DEFINE_FINAL_TYPE (AtlasPartnerDiagram, atlas_partner_diagram, G_TYPE_OBJECT)

#define MIN_ROWS 3
#define PADDING 4.0

/* The partners lie on an oval: this is how much closer those at the top and bottom are. */
#define FLATNESS 0.6

/* The bulge between several lines to one partner, and of a single line, as shares of its length. */
#define SPREAD 0.22
#define BEND 0.08

/* The size of the focus box at the middle of a line, and the distance at which a line reacts to the
 * pointer. */
#define LINE_STOP 18.0
#define PICK_DISTANCE 5.0

static double
get_bearing (AtlasPartnerDiagram *self, guint index)
{
  AtlasPlace *here = atlas_partners_get_subject (self->partners);
  AtlasPlace *there = atlas_partners_get_home (self->partners, index);
  double east, north, bearing;

  if (there == NULL)
    return G_MAXDOUBLE;
  east = atlas_place_get_longitude (there) - atlas_place_get_longitude (here);
  north = atlas_projection_y (atlas_place_get_latitude (here)) -
          atlas_projection_y (atlas_place_get_latitude (there));
  bearing = atan2 (east / 360, north);
  return bearing < 0 ? bearing + 2 * G_PI : bearing;
}

static int
compare_bearings (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const guint p = *(const guint *) a, q = *(const guint *) b;
  const double first = get_bearing (user_data, p), second = get_bearing (user_data, q);

  if (first != second)
    return first < second ? -1 : 1;
  return p < q ? -1 : p > q;
}

static guint
count_right (guint n_partners)
{
  return (n_partners + 1) / 2;
}

PangoLayout *
_atlas_partner_diagram_create_layout (const AtlasChartStyle *style, const char *text, double width)
{
  PangoLayout *layout = atlas_chart_create_layout (NULL, style->font, style->language);

  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

void
_atlas_partner_diagram_get_size (PangoLayout *layout, double *width, double *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  *width = (double) logical.width / PANGO_SCALE;
  *height = (double) logical.height / PANGO_SCALE;
}

/* Measures the height of a row: a name of two lines. */
static double
measure_row (const AtlasChartStyle *style)
{
  g_autoptr (PangoLayout) layout = _atlas_partner_diagram_create_layout (style, "国", -1);
  double width, height;

  _atlas_partner_diagram_get_size (layout, &width, &height);
  return ceil (2 * height) + 4;
}

static double
find_height (AtlasPartnerDiagram *self, double row_height)
{
  guint n_rows = MAX (count_right (atlas_partners_get_n (self->partners)), MIN_ROWS);

  return n_rows * row_height + 2 * PADDING;
}

gboolean
_atlas_partner_diagram_is_on_left (AtlasPartnerDiagram *self, guint position)
{
  return position >= count_right (atlas_partners_get_n (self->partners));
}

/* Positions go down on the right and up again on the left. */
static AtlasPoint
find_node (AtlasPartnerDiagram *self, guint position)
{
  const guint n_partners = atlas_partners_get_n (self->partners);
  const guint n_right = count_right (n_partners);
  const gboolean left = _atlas_partner_diagram_is_on_left (self, position);
  const guint n_rows = left ? n_partners - n_right : n_right;
  const guint row = left ? n_partners - 1 - position : position;
  const double down = (row - (n_rows - 1) / 2.0) * self->row_height;
  const double share = down / (self->height / 2);
  const double reach = self->width * ATLAS_DIAGRAM_REACH * sqrt (1 - FLATNESS * share * share);

  return (AtlasPoint) { self->width / 2 + (left ? -reach : reach), self->height / 2 + down };
}

static AtlasExtent
find_partner_box (AtlasPartnerDiagram *self, guint position)
{
  const AtlasPoint node = self->nodes[position];
  const double top = node.y - self->row_height / 2 + 1;
  const double bottom = node.y + self->row_height / 2 - 1;

  if (_atlas_partner_diagram_is_on_left (self, position))
    return (AtlasExtent) { 0, top, node.x + ATLAS_DIAGRAM_NODE_RADIUS + 2, bottom };
  return (AtlasExtent) { node.x - ATLAS_DIAGRAM_NODE_RADIUS - 2, top, self->width, bottom };
}

/* The links of @links that belong to one group, or NULL. */
static GPtrArray *
select_group (GPtrArray *links, AtlasLinkGroup group)
{
  g_autoptr (GPtrArray) selected = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < links->len; i++)
    if (atlas_link_get_group (links->pdata[i]) == group)
      g_ptr_array_add (selected, g_object_ref (links->pdata[i]));
  return selected->len > 0 ? g_steal_pointer (&selected) : NULL;
}

static guint
count_groups (GPtrArray *links)
{
  guint n_groups = 0;

  for (guint group = 0; group < ATLAS_N_LINK_GROUPS; group++)
    {
      g_autoptr (GPtrArray) selected = select_group (links, (AtlasLinkGroup) group);

      n_groups += selected != NULL;
    }
  return n_groups;
}

static void
add_stop (AtlasPartnerDiagram *self,
          AtlasRecord *record,
          GPtrArray *links,
          gboolean is_partner,
          AtlasExtent box)
{
  const AtlasDiagramStop stop = { record, links, is_partner, box };

  g_array_append_val (self->stops, stop);
}

/* As on the map: for several gathered links, choose the most general agreement. */
static AtlasRecord *
choose_link (GPtrArray *links, GPtrArray *all)
{
  static const AtlasLinkGroup general[] = {
    ATLAS_LINK_GROUP_FRAMEWORK,
    ATLAS_LINK_GROUP_INTEGRATION,
    ATLAS_LINK_GROUP_PAIR,
  };

  for (gsize i = 0; links->len > 1 && i < G_N_ELEMENTS (general); i++)
    for (guint j = 0; j < all->len; j++)
      if (atlas_link_get_group (all->pdata[j]) == general[i])
        return all->pdata[j];
  return links->pdata[0];
}

static void
add_line (AtlasPartnerDiagram *self, guint position, GPtrArray *links, double bulge)
{
  GPtrArray *all = atlas_partners_get_links (self->partners, self->order[position]);
  const AtlasPoint middle = { self->width / 2, self->height / 2 };
  AtlasLinkCurve *curve = atlas_link_curve_new_arc (links, atlas_link_get_group (links->pdata[0]),
                                                    middle, self->nodes[position], bulge);
  const AtlasPoint at = atlas_link_curve_get_point (curve, 0.6);

  curve->is_pale = TRUE;
  for (guint i = 0; curve->is_pale && i < links->len; i++)
    curve->is_pale = atlas_partners_is_in_doubt (self->partners, links->pdata[i]);
  g_ptr_array_add (self->curves, curve);
  add_stop (self, choose_link (links, all), links, FALSE,
            (AtlasExtent) { at.x - LINE_STOP / 2, at.y - LINE_STOP / 2, at.x + LINE_STOP / 2,
                            at.y + LINE_STOP / 2 });
}

/* Adds a partner and then the lines to it. */
static void
add_partner (AtlasPartnerDiagram *self, guint position)
{
  GPtrArray *links = atlas_partners_get_links (self->partners, self->order[position]);
  const guint n_groups = count_groups (links);
  guint n_added = 0;

  add_stop (self, atlas_partners_get_partner (self->partners, self->order[position]), links, TRUE,
            find_partner_box (self, position));
  for (guint group = 0; group < ATLAS_N_LINK_GROUPS; group++)
    {
      GPtrArray *selected = select_group (links, (AtlasLinkGroup) group);

      if (selected == NULL)
        continue;
      add_line (self, position, selected,
                n_groups > 1 ? (n_added - (n_groups - 1) / 2.0) * SPREAD : BEND);
      n_added++;
    }
}

static void
atlas_partner_diagram_finalize (GObject *object)
{
  AtlasPartnerDiagram *self = ATLAS_PARTNER_DIAGRAM (object);

  g_array_unref (self->stops);
  g_ptr_array_unref (self->curves);
  g_free (self->nodes);
  g_free (self->order);
  g_clear_object (&self->partners);

  G_OBJECT_CLASS (atlas_partner_diagram_parent_class)->finalize (object);
}

static void
atlas_partner_diagram_class_init (AtlasPartnerDiagramClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_partner_diagram_finalize;
}

static void
atlas_partner_diagram_init (AtlasPartnerDiagram *self)
{
  self->curves = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_link_curve_free);
  self->stops = g_array_new (FALSE, FALSE, sizeof (AtlasDiagramStop));
}

/**
 * atlas_partner_diagram_new:
 * @partners: the partners of a place
 *
 * Returns: (transfer full): a diagram that has not been laid out
 */
AtlasPartnerDiagram *
atlas_partner_diagram_new (AtlasPartners *partners)
{
  AtlasPartnerDiagram *self;
  guint n_partners;

  g_return_val_if_fail (ATLAS_IS_PARTNERS (partners), NULL);

  self = g_object_new (ATLAS_TYPE_PARTNER_DIAGRAM, NULL);
  self->partners = g_object_ref (partners);
  n_partners = atlas_partners_get_n (partners);
  self->order = g_new (guint, MAX (n_partners, 1));
  self->nodes = g_new0 (AtlasPoint, MAX (n_partners, 1));
  for (guint i = 0; i < n_partners; i++)
    self->order[i] = i;
  g_qsort_with_data (self->order, (int) n_partners, sizeof *self->order, compare_bearings, self);
  return self;
}

/**
 * atlas_partner_diagram_get_height:
 * @self: a diagram
 * @style: the style
 *
 * Returns: its height, which does not depend on the width, in the units of the cairo context
 */
double
atlas_partner_diagram_get_height (AtlasPartnerDiagram *self, const AtlasChartStyle *style)
{
  g_return_val_if_fail (ATLAS_IS_PARTNER_DIAGRAM (self), 0);

  return find_height (self, measure_row (style));
}

/**
 * atlas_partner_diagram_lay_out:
 * @self: a diagram
 * @width: its width, in the units of the cairo context
 * @style: the style
 *
 * Computes the positions. Pointers from atlas_partner_diagram_get_stop() become invalid.
 */
void
atlas_partner_diagram_lay_out (AtlasPartnerDiagram *self,
                               double width,
                               const AtlasChartStyle *style)
{
  g_return_if_fail (ATLAS_IS_PARTNER_DIAGRAM (self));

  self->width = width;
  self->row_height = measure_row (style);
  self->height = find_height (self, self->row_height);
  g_array_set_size (self->stops, 0);
  g_ptr_array_set_size (self->curves, 0);
  for (guint i = 0; i < atlas_partners_get_n (self->partners); i++)
    {
      self->nodes[i] = find_node (self, i);
      add_partner (self, i);
    }
}

/**
 * atlas_partner_diagram_get_n_stops:
 * @self: a diagram that is laid out
 *
 * Returns: the number of stops
 */
guint
atlas_partner_diagram_get_n_stops (AtlasPartnerDiagram *self)
{
  g_return_val_if_fail (ATLAS_IS_PARTNER_DIAGRAM (self), 0);

  return self->stops->len;
}

/**
 * atlas_partner_diagram_get_stop:
 * @self: a diagram that is laid out
 * @index: the index of a stop; each partner is followed by the lines to it
 *
 * Returns: (transfer none): the stop, valid until the diagram is laid out again
 */
const AtlasDiagramStop *
atlas_partner_diagram_get_stop (AtlasPartnerDiagram *self, guint index)
{
  g_return_val_if_fail (ATLAS_IS_PARTNER_DIAGRAM (self), NULL);
  g_return_val_if_fail (index < self->stops->len, NULL);

  return &g_array_index (self->stops, AtlasDiagramStop, index);
}

static const AtlasDiagramStop *
pick_partner (AtlasPartnerDiagram *self, double x, double y)
{
  for (guint i = 0; i < self->stops->len; i++)
    {
      const AtlasDiagramStop *stop = &g_array_index (self->stops, AtlasDiagramStop, i);

      if (stop->is_partner && x >= stop->box.x0 && x <= stop->box.x1 && y >= stop->box.y0 &&
          y <= stop->box.y1)
        return stop;
    }
  return NULL;
}

/**
 * atlas_partner_diagram_pick:
 * @self: a diagram that is laid out
 * @x: a place in it
 * @y: a place in it
 *
 * Returns: (transfer none) (nullable): the partner at the point, or else the nearest line within a
 *   few pixels
 */
const AtlasDiagramStop *
atlas_partner_diagram_pick (AtlasPartnerDiagram *self, double x, double y)
{
  const AtlasDiagramStop *nearest;
  double least = PICK_DISTANCE;

  g_return_val_if_fail (ATLAS_IS_PARTNER_DIAGRAM (self), NULL);

  nearest = pick_partner (self, x, y);
  if (nearest != NULL)
    return nearest;
  for (guint i = 0, line = 0; i < self->stops->len; i++)
    {
      const AtlasDiagramStop *stop = &g_array_index (self->stops, AtlasDiagramStop, i);
      double distance;

      if (stop->is_partner)
        continue;
      distance = atlas_link_curve_get_distance (self->curves->pdata[line++], (AtlasPoint) { x, y });
      if (distance < least)
        {
          least = distance;
          nearest = stop;
        }
    }
  return nearest;
}
