/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-partner-diagram-private.h"

#include <math.h>

#include "atlas-link-pill.h"
#include "atlas-map-style.h"
#include "atlas-text-painter.h"

/* Draws the diagram of partners: lines in the style of the map, places as circles, organizations as
 * squares, and the place in the middle on a background of its own. */

#define LABEL_GAP 5.0
#define SUBJECT_PADDING_X 8.0
#define SUBJECT_PADDING_Y 4.0

static AtlasMapStyle
get_map_style (const AtlasChartStyle *style)
{
  return style->dark ? ATLAS_STYLE_DARK : ATLAS_STYLE_LIGHT;
}

/* Lays out the name in the middle, limited to the width that the lines leave free, and computes its
 * box. */
static PangoLayout *
create_subject_layout (AtlasPartnerDiagram *self, const AtlasChartStyle *style, AtlasExtent *box)
{
  AtlasRecord *subject = ATLAS_RECORD (atlas_partners_get_subject (self->partners));
  PangoLayout *layout = _atlas_partner_diagram_create_layout (
    style, atlas_record_get_name (subject, style->language), -1);
  g_autoptr (PangoFontDescription) bold = pango_font_description_copy (style->font);
  double width, height;

  pango_font_description_set_weight (bold, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, bold);
  _atlas_partner_diagram_get_size (layout, &width, &height);
  if (width > self->width * ATLAS_DIAGRAM_REACH)
    {
      pango_layout_set_width (layout, (int) (self->width * ATLAS_DIAGRAM_REACH * PANGO_SCALE));
      _atlas_partner_diagram_get_size (layout, &width, &height);
    }
  *box = (AtlasExtent) { (self->width - width) / 2 - SUBJECT_PADDING_X,
                         (self->height - height) / 2 - SUBJECT_PADDING_Y,
                         (self->width + width) / 2 + SUBJECT_PADDING_X,
                         (self->height + height) / 2 + SUBJECT_PADDING_Y };
  return layout;
}

static gboolean
is_lifted (AtlasPartnerDiagram *self, const AtlasLinkCurve *curve, AtlasRecord *lifted)
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
draw_lines (AtlasPartnerDiagram *self,
            cairo_t *cr,
            const AtlasChartStyle *style,
            AtlasRecord *lifted)
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

      if (atlas_link_pill_place (&pill, self->curves->pdata[i], NULL, &view, NULL, occupied))
        atlas_link_pill_paint (cr, &pill, &view, ATLAS_LINK_STATE_PLAIN);
    }
}

static void
draw_node (cairo_t *cr, AtlasPoint at, AtlasRecord *partner, const AtlasChartStyle *style)
{
  const AtlasMapPalette *palette = atlas_map_style_get_palette (get_map_style (style));
  const double half = ATLAS_DIAGRAM_NODE_RADIUS - 0.5;

  cairo_new_path (cr);
  if (ATLAS_IS_PLACE (partner))
    cairo_arc (cr, at.x, at.y, ATLAS_DIAGRAM_NODE_RADIUS, 0, 2 * G_PI);
  else
    cairo_rectangle (cr, at.x - half, at.y - half, 2 * half, 2 * half);
  atlas_map_style_set_source (cr, palette->halo | 0xff);
  cairo_fill_preserve (cr);
  atlas_map_style_set_source (cr, palette->text);
  cairo_set_line_width (cr, 1.8);
  cairo_stroke (cr);
}

static void
draw_name (AtlasPartnerDiagram *self,
           cairo_t *cr,
           const AtlasDiagramStop *stop,
           guint position,
           const AtlasChartStyle *style)
{
  const gboolean left = _atlas_partner_diagram_is_on_left (self, position);
  const AtlasPoint node = self->nodes[position];
  const double offset = ATLAS_DIAGRAM_NODE_RADIUS + LABEL_GAP;
  const double room = MAX (left ? node.x - offset : self->width - node.x - offset, 1);
  g_autoptr (PangoLayout) layout = _atlas_partner_diagram_create_layout (
    style, atlas_record_get_name (stop->record, style->language), room);
  double width, height;

  pango_layout_set_height (layout, -2);
  pango_layout_set_alignment (layout, left ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  _atlas_partner_diagram_get_size (layout, &width, &height);
  cairo_move_to (cr, left ? 0 : node.x + offset, node.y - height / 2);
  atlas_map_style_set_source (cr, atlas_map_style_get_palette (get_map_style (style))->text);
  atlas_text_painter_show (cr, layout);
}

static void
draw_partners (AtlasPartnerDiagram *self, cairo_t *cr, const AtlasChartStyle *style)
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

/* The name has a background of its own. All lines end there. */
static void
draw_subject (AtlasPartnerDiagram *self, cairo_t *cr, const AtlasChartStyle *style)
{
  const AtlasMapPalette *palette = atlas_map_style_get_palette (get_map_style (style));
  AtlasExtent box;
  g_autoptr (PangoLayout) layout = create_subject_layout (self, style, &box);

  atlas_rounded_rectangle (cr, box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0, 99);
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
 * @style: the style for which it was laid out
 * @lifted: (nullable): the partner or link under the pointer, in this or another widget
 */
void
atlas_partner_diagram_draw (AtlasPartnerDiagram *self,
                            cairo_t *cr,
                            const AtlasChartStyle *style,
                            AtlasRecord *lifted)
{
  g_return_if_fail (ATLAS_IS_PARTNER_DIAGRAM (self));

  cairo_save (cr);
  draw_lines (self, cr, style, lifted);
  draw_partners (self, cr, style);
  draw_subject (self, cr, style);
  cairo_restore (cr);
}
