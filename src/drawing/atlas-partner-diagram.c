/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-partner-diagram.h"

#include <math.h>

#include "atlas-link-pill.h"
#include "atlas-projection.h"
#include "atlas-text-painter.h"

/*
 * AtlasPartnerDiagram: a place in the middle, its partners around it, and the links between.
 *
 * Partners stand on both sides in rows, so that their names never meet, clockwise in the order in
 * which they lie from the place; those that are nowhere come last. The links are those of the map in
 * colour, width and dashes; several of one family are one line with a number. It is laid out for a
 * width, and then drawn and asked what is where.
 */
struct _AtlasPartnerDiagram
{
  GObject parent_instance;

  AtlasPartners *partners;
  guint         *order; /* of the partners, clockwise */

  /* For the width and the style for which it was laid out. */
  double      width;
  double      height;
  double      row_height;
  AtlasPoint *nodes;  /* of the partners in their order */
  GPtrArray  *curves; /* of AtlasLinkCurve */
  GArray     *stops;  /* of AtlasDiagramStop */
};

G_DEFINE_FINAL_TYPE (AtlasPartnerDiagram, atlas_partner_diagram, G_TYPE_OBJECT)

#define LEAST_ROWS 3
#define PADDING 4.0
#define NODE_RADIUS 4.0
#define SUBJECT_PADDING_X 8.0
#define SUBJECT_PADDING_Y 4.0
#define LABEL_GAP 5.0

/* How far partners stand from the middle, as a share of the width; those on top and at the bottom
 * are closer by as much as an oval has it. */
#define REACH 0.235
#define FLATNESS 0.6

/* Between several lines to one partner, and of a single one, as shares of its length. */
#define SPREAD 0.22
#define BEND 0.08

/* The room around the middle of a line, and how near to a line one has to point. */
#define LINE_STOP 18.0
#define PICK_DISTANCE 5.0

static double
get_bearing (AtlasPartnerDiagram *self,
             guint                index)
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
compare_bearings (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
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

static PangoLayout *
create_layout (const AtlasChartStyle *style,
               const char            *text,
               double                 width)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoLayout *layout;

  pango_context_set_language (
    context, pango_language_from_string (atlas_language_get_pango_tag (style->language)));
  layout = pango_layout_new (context);
  g_object_unref (context);
  pango_layout_set_font_description (layout, style->font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static void
get_size (PangoLayout *layout,
          double      *width,
          double      *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  *width = (double) logical.width / PANGO_SCALE;
  *height = (double) logical.height / PANGO_SCALE;
}

/* A name of two lines. */
static double
measure_row (const AtlasChartStyle *style)
{
  g_autoptr (PangoLayout) layout = create_layout (style, "国", -1);
  double width, height;

  get_size (layout, &width, &height);
  return ceil (2 * height) + 4;
}

static double
find_height (AtlasPartnerDiagram *self,
             double               row_height)
{
  guint n_rows = MAX (count_right (atlas_partners_get_n (self->partners)), LEAST_ROWS);

  return n_rows * row_height + 2 * PADDING;
}

static gboolean
is_on_left (AtlasPartnerDiagram *self,
            guint                position)
{
  return position >= count_right (atlas_partners_get_n (self->partners));
}

/* Down on the right, and up again on the left. */
static AtlasPoint
find_node (AtlasPartnerDiagram *self,
           guint                position)
{
  const guint n_partners = atlas_partners_get_n (self->partners);
  const guint n_right = count_right (n_partners);
  const gboolean left = is_on_left (self, position);
  const guint n_rows = left ? n_partners - n_right : n_right;
  const guint row = left ? n_partners - 1 - position : position;
  const double down = (row - (n_rows - 1) / 2.0) * self->row_height;
  const double share = down / (self->height / 2);
  const double reach = self->width * REACH * sqrt (1 - FLATNESS * share * share);

  return (AtlasPoint) { self->width / 2 + (left ? -reach : reach), self->height / 2 + down };
}

static AtlasExtent
find_partner_box (AtlasPartnerDiagram *self,
                  guint                position)
{
  const AtlasPoint node = self->nodes[position];
  const double top = node.y - self->row_height / 2 + 1;
  const double bottom = node.y + self->row_height / 2 - 1;

  if (is_on_left (self, position))
    return (AtlasExtent) { 0, top, node.x + NODE_RADIUS + 2, bottom };
  return (AtlasExtent) { node.x - NODE_RADIUS - 2, top, self->width, bottom };
}

/* The links of @links that are of one family, or NULL. */
static GPtrArray *
select_group (GPtrArray      *links,
              AtlasLinkGroup  group)
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
          AtlasRecord         *record,
          GPtrArray           *links,
          gboolean             is_partner,
          AtlasExtent          box)
{
  const AtlasDiagramStop stop = { record, links, is_partner, box };

  g_array_append_val (self->stops, stop);
}

/* As on the map: who chooses several gathered links wants to see what has been agreed in general. */
static AtlasRecord *
choose_link (GPtrArray *links,
             GPtrArray *all)
{
  static const AtlasLinkGroup general[] = {
    ATLAS_LINK_GROUP_FRAMEWORK, ATLAS_LINK_GROUP_INTEGRATION, ATLAS_LINK_GROUP_PAIR,
  };

  for (gsize i = 0; links->len > 1 && i < G_N_ELEMENTS (general); i++)
    for (guint j = 0; j < all->len; j++)
      if (atlas_link_get_group (all->pdata[j]) == general[i])
        return all->pdata[j];
  return links->pdata[0];
}

static void
add_line (AtlasPartnerDiagram *self,
          guint                position,
          GPtrArray           *links,
          double               bulge)
{
  GPtrArray *all = atlas_partners_get_links (self->partners, self->order[position]);
  const AtlasPoint middle = { self->width / 2, self->height / 2 };
  AtlasLinkCurve *curve = atlas_link_curve_new_arc (
    links, atlas_link_get_group (links->pdata[0]), middle, self->nodes[position], bulge);
  const AtlasPoint at = atlas_link_curve_get_point (curve, 0.6);

  g_ptr_array_add (self->curves, curve);
  add_stop (self, choose_link (links, all), links, FALSE,
            (AtlasExtent) { at.x - LINE_STOP / 2, at.y - LINE_STOP / 2, at.x + LINE_STOP / 2,
                            at.y + LINE_STOP / 2 });
}

/* A partner, and then the lines that lead to it. */
static void
add_partner (AtlasPartnerDiagram *self,
             guint                position)
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
 * Returns: (transfer full): a diagram that is to be laid out
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
 * atlas_partner_diagram_get_partners:
 * @self: a diagram
 *
 * Returns: (transfer none): what it shows
 */
AtlasPartners *
atlas_partner_diagram_get_partners (AtlasPartnerDiagram *self)
{
  g_return_val_if_fail (ATLAS_IS_PARTNER_DIAGRAM (self), NULL);

  return self->partners;
}

/**
 * atlas_partner_diagram_get_height:
 * @self: a diagram
 * @style: how it is to be drawn
 *
 * Returns: how high it is at any width, in the units of the cairo context
 */
double
atlas_partner_diagram_get_height (AtlasPartnerDiagram   *self,
                                  const AtlasChartStyle *style)
{
  g_return_val_if_fail (ATLAS_IS_PARTNER_DIAGRAM (self), 0);

  return find_height (self, measure_row (style));
}

/**
 * atlas_partner_diagram_lay_out:
 * @self: a diagram
 * @width: how wide it is to be, in the units of the cairo context
 * @style: how it is to be drawn
 *
 * Works out where everything is. What atlas_partner_diagram_get_stop() gave is no longer good.
 */
void
atlas_partner_diagram_lay_out (AtlasPartnerDiagram   *self,
                               double                 width,
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
 * Returns: how many places there are to go to
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
 * @index: one of its stops: each partner is followed by the lines to it
 *
 * Returns: (transfer none): the stop, good until the diagram is laid out anew
 */
const AtlasDiagramStop *
atlas_partner_diagram_get_stop (AtlasPartnerDiagram *self,
                                guint                index)
{
  g_return_val_if_fail (ATLAS_IS_PARTNER_DIAGRAM (self), NULL);
  g_return_val_if_fail (index < self->stops->len, NULL);

  return &g_array_index (self->stops, AtlasDiagramStop, index);
}

static const AtlasDiagramStop *
pick_partner (AtlasPartnerDiagram *self,
              double               x,
              double               y)
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
 * Returns: (transfer none) (nullable): the partner there, or the line that is nearest, if it is near
 */
const AtlasDiagramStop *
atlas_partner_diagram_pick (AtlasPartnerDiagram *self,
                            double               x,
                            double               y)
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

static AtlasMapStyle
get_map_style (const AtlasChartStyle *style)
{
  return style->dark ? ATLAS_STYLE_DARK : ATLAS_STYLE_LIGHT;
}

/* The name in the middle, no wider than the lines leave it room, and the box around it. */
static PangoLayout *
create_subject_layout (AtlasPartnerDiagram   *self,
                       const AtlasChartStyle *style,
                       AtlasExtent           *box)
{
  AtlasRecord *subject = ATLAS_RECORD (atlas_partners_get_subject (self->partners));
  PangoLayout *layout =
    create_layout (style, atlas_record_get_name (subject, style->language), -1);
  g_autoptr (PangoFontDescription) bold = pango_font_description_copy (style->font);
  double width, height;

  pango_font_description_set_weight (bold, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, bold);
  get_size (layout, &width, &height);
  if (width > self->width * REACH)
    {
      pango_layout_set_width (layout, (int) (self->width * REACH * PANGO_SCALE));
      get_size (layout, &width, &height);
    }
  *box = (AtlasExtent) { (self->width - width) / 2 - SUBJECT_PADDING_X,
                         (self->height - height) / 2 - SUBJECT_PADDING_Y,
                         (self->width + width) / 2 + SUBJECT_PADDING_X,
                         (self->height + height) / 2 + SUBJECT_PADDING_Y };
  return layout;
}

static gboolean
is_lifted (AtlasPartnerDiagram  *self,
           const AtlasLinkCurve *curve,
           AtlasRecord          *lifted)
{
  if (lifted == NULL)
    return FALSE;
  if (g_ptr_array_find (curve->links, lifted, NULL))
    return TRUE;
  for (guint i = 0; i < self->stops->len; i++)
    {
      const AtlasDiagramStop *stop = &g_array_index (self->stops, AtlasDiagramStop, i);

      if (stop->is_partner && stop->record == lifted)
        return g_ptr_array_find (stop->links, curve->links->pdata[0], NULL) &&
               fabs (curve->points[3].y - (stop->box.y0 + stop->box.y1) / 2) < 1;
    }
  return FALSE;
}

static void
draw_lines (AtlasPartnerDiagram   *self,
            cairo_t               *cr,
            const AtlasChartStyle *style,
            AtlasRecord           *lifted)
{
  const AtlasLinkView view = { { 0, 0 }, 1, get_map_style (style) };
  g_autoptr (GArray) occupied = g_array_new (FALSE, FALSE, sizeof (AtlasExtent));
  AtlasExtent box;

  g_object_unref (create_subject_layout (self, style, &box));
  g_array_append_val (occupied, box);
  for (AtlasLinkState state = ATLAS_LINK_STATE_PLAIN; state <= ATLAS_LINK_STATE_HOVERED; state++)
    for (guint i = 0; i < self->curves->len; i++)
      if (state == (is_lifted (self, self->curves->pdata[i], lifted) ? ATLAS_LINK_STATE_HOVERED
                                                                     : ATLAS_LINK_STATE_PLAIN))
        atlas_link_painter_paint_line (cr, &view, self->curves->pdata[i], state);
  for (guint i = 0; i < self->curves->len; i++)
    {
      AtlasLinkPill pill;

      if (atlas_link_pill_place (&pill, self->curves->pdata[i], &view, NULL, occupied))
        atlas_link_pill_paint (cr, &pill, &view, ATLAS_LINK_STATE_PLAIN);
    }
}

static void
draw_node (cairo_t               *cr,
           AtlasPoint             at,
           AtlasRecord           *partner,
           const AtlasChartStyle *style)
{
  const AtlasMapPalette *palette = atlas_map_style_get_palette (get_map_style (style));

  cairo_new_path (cr);
  if (ATLAS_IS_PLACE (partner))
    cairo_arc (cr, at.x, at.y, NODE_RADIUS, 0, 2 * G_PI);
  else
    cairo_rectangle (cr, at.x - NODE_RADIUS + 0.5, at.y - NODE_RADIUS + 0.5, 2 * NODE_RADIUS - 1,
                     2 * NODE_RADIUS - 1);
  atlas_map_style_set_source (cr, palette->halo | 0xff);
  cairo_fill_preserve (cr);
  atlas_map_style_set_source (cr, palette->text);
  cairo_set_line_width (cr, 1.8);
  cairo_stroke (cr);
}

static void
draw_name (AtlasPartnerDiagram    *self,
           cairo_t                *cr,
           const AtlasDiagramStop *stop,
           guint                   position,
           const AtlasChartStyle  *style)
{
  const gboolean left = is_on_left (self, position);
  const AtlasPoint node = self->nodes[position];
  const double offset = NODE_RADIUS + LABEL_GAP;
  const double room = MAX (left ? node.x - offset : self->width - node.x - offset, 1);
  g_autoptr (PangoLayout) layout =
    create_layout (style, atlas_record_get_name (stop->record, style->language), room);
  double width, height;

  pango_layout_set_height (layout, -2);
  pango_layout_set_alignment (layout, left ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  get_size (layout, &width, &height);
  cairo_move_to (cr, left ? 0 : node.x + offset, node.y - height / 2);
  atlas_map_style_set_source (
    cr, atlas_map_style_get_palette (get_map_style (style))->text);
  atlas_text_painter_show (cr, layout);
}

static void
draw_partners (AtlasPartnerDiagram   *self,
               cairo_t               *cr,
               const AtlasChartStyle *style)
{
  guint position = 0;

  for (guint i = 0; i < self->stops->len; i++)
    {
      const AtlasDiagramStop *stop = &g_array_index (self->stops, AtlasDiagramStop, i);

      if (!stop->is_partner)
        continue;
      draw_node (cr, self->nodes[position], stop->record, style);
      draw_name (self, cr, stop, position, style);
      position++;
    }
}

/* On a ground of its own, where all lines end. */
static void
draw_subject (AtlasPartnerDiagram   *self,
              cairo_t               *cr,
              const AtlasChartStyle *style)
{
  const AtlasMapPalette *palette = atlas_map_style_get_palette (get_map_style (style));
  AtlasExtent box;
  g_autoptr (PangoLayout) layout = create_subject_layout (self, style, &box);

  atlas_chart_rounded_rectangle (cr, box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0, 99);
  atlas_map_style_set_source (cr, palette->halo | 0xff);
  cairo_fill_preserve (cr);
  atlas_map_style_set_source (cr, palette->text);
  cairo_set_line_width (cr, 1.8);
  cairo_stroke (cr);
  cairo_move_to (cr, box.x0 + SUBJECT_PADDING_X, box.y0 + SUBJECT_PADDING_Y);
  atlas_text_painter_show (cr, layout);
}

/**
 * atlas_partner_diagram_draw:
 * @self: a diagram that is laid out
 * @cr: where to draw; the diagram begins at the origin
 * @style: how to draw it: the one for which it was laid out
 * @lifted: (nullable): the partner or link at which the reader points, here or elsewhere
 */
void
atlas_partner_diagram_draw (AtlasPartnerDiagram   *self,
                            cairo_t               *cr,
                            const AtlasChartStyle *style,
                            AtlasRecord           *lifted)
{
  g_return_if_fail (ATLAS_IS_PARTNER_DIAGRAM (self));

  cairo_save (cr);
  draw_lines (self, cr, style, lifted);
  draw_partners (self, cr, style);
  draw_subject (self, cr, style);
  cairo_restore (cr);
}
