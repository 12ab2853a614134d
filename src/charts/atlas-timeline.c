/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-timeline-private.h"

#include <math.h>
#include <string.h>

#include "atlas-chart.h"

/*
 * AtlasTimeline: items along a time axis, for a panel or a page.
 *
 * Events and expected events stand above the axis, each in the lowest lane where it overlaps no
 * other; periods lie below, in lanes too. An item takes the width of all days on which it may lie.
 * Items with an exact day are placed first, so that imprecise ones do not push them up. When there
 * are few items, each has its name.
 *
 * Lay the timeline out once for a width, as densely as a height requires. After that it draws to
 * any cairo context and finds the item at a point. The caller passes the font and whether the
 * background is dark.
 */
G_DEFINE_FINAL_TYPE (AtlasTimeline, atlas_timeline, G_TYPE_OBJECT)

/* From loose to as dense as items can still be told apart. */
static const AtlasTimelineDensity densities[] = {
  { 16, 7.5, 17, 15, TRUE },
  { 12, 5.5, 13.5, 12.5, TRUE },
  { 9, 4.25, 12, 11, TRUE },
  { 8.5, 4, 6, 5, FALSE },
};

/* The space before the first day, so that a sign there is not cut off. */
#define INSET 8.0
#define GAP 2.0
#define LABEL_GAP 4.0
#define BAR_PADDING 5.0

/* The largest number of lanes, which limits the height. Items that find no lane are drawn over
 * others, at most one for each position. */
#define MAX_LANES 14

/* The largest number of items that get names. */
#define MAX_LABELS 6

static void
atlas_timeline_finalize (GObject *object)
{
  AtlasTimeline *self = ATLAS_TIMELINE (object);

  g_clear_object (&self->series);
  g_array_unref (self->placements);

  G_OBJECT_CLASS (atlas_timeline_parent_class)->finalize (object);
}

static void
atlas_timeline_class_init (AtlasTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_timeline_finalize;
}

static void
atlas_timeline_init (AtlasTimeline *self)
{
  self->placements = g_array_new (FALSE, TRUE, sizeof (AtlasTimelinePlacement));
  self->density = densities[0];
}

/**
 * atlas_timeline_new:
 * @series: its items; do not change the series afterwards
 *
 * Returns: (transfer full): a timeline that is not laid out yet
 */
AtlasTimeline *
atlas_timeline_new (AtlasTimeSeries *series)
{
  AtlasTimeline *self;

  g_return_val_if_fail (ATLAS_IS_TIME_SERIES (series), NULL);

  self = g_object_new (ATLAS_TYPE_TIMELINE, NULL);
  self->series = g_object_ref (series);
  return self;
}

/**
 * atlas_timeline_get_series:
 * @self: a timeline
 *
 * Returns: (transfer none): its series
 */
AtlasTimeSeries *
atlas_timeline_get_series (AtlasTimeline *self)
{
  g_return_val_if_fail (ATLAS_IS_TIMELINE (self), NULL);

  return self->series;
}

PangoLayout *
_atlas_timeline_create_layout (const AtlasTimelineStyle *style)
{
  PangoLayout *layout = atlas_chart_create_layout (NULL, style->font, style->language);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

double
_atlas_timeline_get_text_width (PangoLayout *layout, const char *text)
{
  PangoRectangle extents;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  return extents.width;
}

double
_atlas_timeline_get_x (AtlasTimeline *self, double day)
{
  return INSET + atlas_time_axis_get_position (&self->axis, day) * (self->width - 2 * INSET);
}

static AtlasTimelinePlacement *
get_placement (AtlasTimeline *self, guint index)
{
  return &g_array_index (self->placements, AtlasTimelinePlacement, index);
}

static gboolean
is_period (AtlasTimeline *self, guint index)
{
  return atlas_time_series_get_item (self->series, index)->kind == ATLAS_TIME_ITEM_PERIOD;
}

static double
measure_name (AtlasTimeline *self,
              guint index,
              PangoLayout *layout,
              const AtlasTimelineStyle *style)
{
  const AtlasTimeItem *item = atlas_time_series_get_item (self->series, index);

  return _atlas_timeline_get_text_width (layout, atlas_time_item_get_name (item, style->language));
}

/* Puts the name on the side where it fits, or else on the side with more room. */
static void
place_name_of_sign (AtlasTimeline *self, AtlasTimelinePlacement *placement, double name_width)
{
  const double room_right = self->width - placement->right - LABEL_GAP;
  const double room_left = placement->left - LABEL_GAP;
  const gboolean is_right = name_width <= room_right || room_right >= room_left;

  placement->label_width = MIN (name_width, is_right ? room_right : room_left);
  placement->label_x =
    is_right ? placement->right + LABEL_GAP : placement->left - LABEL_GAP - placement->label_width;
  placement->left = MIN (placement->left, placement->label_x);
  placement->right = MAX (placement->right, placement->label_x + placement->label_width);
}

static void
place_sign (AtlasTimeline *self, guint index)
{
  const AtlasTimeItem *item = atlas_time_series_get_item (self->series, index);
  const double radius = self->density.radius;
  AtlasTimelinePlacement *placement = get_placement (self, index);

  placement->from = _atlas_timeline_get_x (self, item->first);
  placement->to = _atlas_timeline_get_x (self, item->last + 1.0);
  placement->x = (placement->from + placement->to) / 2;
  placement->left = MIN (placement->from, placement->x - radius);
  placement->right = MAX (placement->to, placement->x + radius);
}

static void
place_name_of_bar (AtlasTimeline *self,
                   AtlasTimelinePlacement *placement,
                   double name_width,
                   double end_width)
{
  const double room_inside = placement->to - placement->from - 2 * BAR_PADDING -
                             (placement->is_cut ? end_width + LABEL_GAP : 0);
  const double room_before = placement->from - LABEL_GAP;
  const gboolean is_inside =
    name_width <= room_inside || (name_width > room_before && room_inside >= room_before);

  placement->label_width = MAX (MIN (name_width, is_inside ? room_inside : room_before), 0);
  placement->label_x = is_inside ? placement->from + BAR_PADDING
                                 : placement->from - LABEL_GAP - placement->label_width;
  placement->left = MIN (placement->left, placement->label_x);
}

static void
place_bar (AtlasTimeline *self, guint index)
{
  const AtlasTimeItem *item = atlas_time_series_get_item (self->series, index);
  AtlasTimelinePlacement *placement = get_placement (self, index);

  placement->is_cut = item->last >= self->axis.to;
  placement->from = _atlas_timeline_get_x (self, item->first);
  placement->to = placement->is_cut ? self->width : _atlas_timeline_get_x (self, item->last + 1.0);
  placement->x = placement->from;
  placement->left = placement->from;
  placement->right = placement->to;
}

typedef struct
{
  double left;
  double right;
} Interval;

/* The index of the first interval of a lane that ends after @left. */
static guint
find_place (GArray *lane, double left)
{
  guint first = 0, end = lane->len;

  while (first < end)
    {
      const guint middle = (first + end) / 2;

      if (g_array_index (lane, Interval, middle).right + GAP <= left)
        first = middle + 1;
      else
        end = middle;
    }
  return first;
}

/* Reserves the room from @left to @right in the lowest lane where it is free. Returns the lane, or
 * MAX_LANES when there is none. */
static guint
take_room (GPtrArray *lanes, double left, double right)
{
  const Interval interval = { left, right };

  for (guint i = 0; i < MAX_LANES; i++)
    {
      GArray *lane;
      guint place;

      if (i == lanes->len)
        g_ptr_array_add (lanes, g_array_new (FALSE, FALSE, sizeof (Interval)));
      lane = lanes->pdata[i];
      place = find_place (lane, left);
      if (place < lane->len && g_array_index (lane, Interval, place).left < right + GAP)
        continue;
      g_array_insert_val (lane, place, interval);
      return i;
    }
  return MAX_LANES;
}

/* Places an item in the last lane, over others. @taken has a byte for each unit of the width. */
static void
place_over_others (AtlasTimelinePlacement *placement, GByteArray *taken)
{
  guint8 *place = &taken->data[MIN ((guint) placement->x, taken->len - 1)];

  placement->y = MAX_LANES - 1;
  placement->is_covered = *place != 0;
  *place = 1;
}

static gboolean
is_wide (AtlasTimeline *self, const AtlasTimelinePlacement *placement)
{
  return placement->to - placement->from > 2 * self->density.radius;
}

/* Assigns lanes to signs or to periods; the lane number is stored in y for now. Returns the number
 * of lanes. */
static guint
fill_lanes (AtlasTimeline *self, gboolean periods)
{
  g_autoptr (GPtrArray) lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GByteArray) taken = g_byte_array_new ();

  g_byte_array_set_size (taken, (guint) self->width + 1);
  memset (taken->data, 0, taken->len);
  for (int wide = FALSE; wide <= TRUE; wide++)
    for (guint i = 0; i < self->placements->len; i++)
      {
        AtlasTimelinePlacement *placement = get_placement (self, i);

        if (is_period (self, i) != periods || is_wide (self, placement) != wide)
          continue;
        placement->y = take_room (lanes, placement->left, placement->right);
        if (placement->y >= MAX_LANES)
          place_over_others (placement, taken);
      }
  return lanes->len;
}

static gboolean
has_names_of_signs (AtlasTimeline *self)
{
  const guint n_signs = atlas_time_series_get_length (self->series) -
                        atlas_time_series_count (self->series, ATLAS_TIME_ITEM_PERIOD);

  return n_signs <= MAX_LABELS && self->density.has_labels;
}

static guint
lay_out_signs (AtlasTimeline *self, PangoLayout *layout, const AtlasTimelineStyle *style)
{
  for (guint i = 0; i < self->placements->len; i++)
    {
      if (is_period (self, i))
        continue;
      place_sign (self, i);
      if (has_names_of_signs (self))
        place_name_of_sign (self, get_placement (self, i), measure_name (self, i, layout, style));
    }
  return fill_lanes (self, FALSE);
}

static guint
lay_out_bars (AtlasTimeline *self, PangoLayout *layout, const AtlasTimelineStyle *style)
{
  const double end_width = _atlas_timeline_get_text_width (layout, "2000");

  for (guint i = 0; i < self->placements->len; i++)
    {
      if (!is_period (self, i))
        continue;
      place_bar (self, i);
      if (self->density.has_labels)
        place_name_of_bar (self, get_placement (self, i), measure_name (self, i, layout, style),
                           end_width);
    }
  return fill_lanes (self, TRUE);
}

/* The height of the letters, without the space above and below. */
static double
measure_letters (PangoLayout *layout)
{
  PangoRectangle ink;

  pango_layout_set_text (layout, "国Ág", -1);
  pango_layout_get_pixel_extents (layout, &ink, NULL);
  return ink.height;
}

/* Lanes with names are at least as high as the letters of the font. */
static void
set_density (AtlasTimeline *self, const AtlasTimelineDensity *density, PangoLayout *layout)
{
  const double height = density->has_labels ? measure_letters (layout) : 0;

  self->density = *density;
  if (has_names_of_signs (self))
    self->density.lane = MAX (density->lane, height + 1);
  self->density.bar_lane = MAX (density->bar_lane, height + 1);
  self->density.bar_height = MAX (density->bar_height, height);
}

/* The lowest lane of signs stands on the axis; the periods are below its labels. */
static void
lay_out_as_dense (AtlasTimeline *self,
                  const AtlasTimelineDensity *density,
                  PangoLayout *layout,
                  const AtlasTimelineStyle *style)
{
  guint n_sign_lanes, n_bar_lanes;
  PangoRectangle extents;
  double top;

  set_density (self, density, layout);
  g_array_set_size (self->placements, 0);
  g_array_set_size (self->placements, atlas_time_series_get_length (self->series));
  n_sign_lanes = lay_out_signs (self, layout, style);
  n_bar_lanes = lay_out_bars (self, layout, style);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  self->axis_y = MAX (n_sign_lanes, 1) * self->density.lane + 4;
  self->axis_height = extents.height + 7;
  top = self->axis_y + self->axis_height;
  self->height = ceil (top + n_bar_lanes * self->density.bar_lane);
  for (guint i = 0; i < self->placements->len; i++)
    {
      AtlasTimelinePlacement *placement = get_placement (self, i);

      placement->y = is_period (self, i)
                       ? top + (placement->y + 0.5) * self->density.bar_lane
                       : self->axis_y - 3 - (placement->y + 0.5) * self->density.lane;
    }
}

/**
 * atlas_timeline_lay_out:
 * @self: a timeline
 * @width: its width, in units of the cairo context
 * @height: its largest height; if that is too little, the densest layout is used
 * @style: the style
 *
 * Computes the positions of all items.
 *
 * Returns: its height; 0 when there are no items
 */
double
atlas_timeline_lay_out (AtlasTimeline *self,
                        double width,
                        double height,
                        const AtlasTimelineStyle *style)
{
  g_autoptr (PangoLayout) layout = NULL;

  g_return_val_if_fail (ATLAS_IS_TIMELINE (self), 0);
  g_return_val_if_fail (style != NULL, 0);

  self->height = 0;
  self->width = MAX (width, 4 * INSET);
  g_array_set_size (self->placements, 0);
  if (!atlas_time_series_get_axis (self->series, &self->axis))
    return 0;
  layout = _atlas_timeline_create_layout (style);
  for (gsize i = 0; i < G_N_ELEMENTS (densities) && (i == 0 || self->height > height); i++)
    lay_out_as_dense (self, &densities[i], layout, style);
  return self->height;
}

/**
 * atlas_timeline_get_placement:
 * @self: a timeline that is laid out
 * @index: the index of an item of its series
 *
 * Returns: (transfer none) (nullable): its position, valid until the timeline is laid out again
 */
const AtlasTimelinePlacement *
atlas_timeline_get_placement (AtlasTimeline *self, guint index)
{
  g_return_val_if_fail (ATLAS_IS_TIMELINE (self), NULL);

  return index < self->placements->len ? get_placement (self, index) : NULL;
}

/**
 * atlas_timeline_pick:
 * @self: a timeline that is laid out
 * @x: a place in it
 * @y: a place in it
 *
 * Returns: the index of the item at the point, the nearest if there are several; -1 for none
 */
int
atlas_timeline_pick (AtlasTimeline *self, double x, double y)
{
  double nearest = G_MAXDOUBLE;
  int found = -1;

  g_return_val_if_fail (ATLAS_IS_TIMELINE (self), -1);

  for (guint i = 0; i < self->placements->len; i++)
    {
      const AtlasTimelinePlacement *placement = get_placement (self, i);
      const double lane = is_period (self, i) ? self->density.bar_lane : self->density.lane;
      const double distance = hypot (x - placement->x, y - placement->y);

      if (fabs (y - placement->y) > lane / 2 || x < placement->left - GAP / 2 ||
          x > placement->right + GAP / 2 || distance >= nearest)
        continue;
      nearest = distance;
      found = (int) i;
    }
  return found;
}
