/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-years.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "atlas-beginning.h"
#include "atlas-caption.h"
#include "atlas-description.h"
#include "atlas-format.h"
#include "atlas-map-block.h"
#include "atlas-png.h"
#include "atlas-typesetter.h"

/*
 * AtlasYears: the years of a scope as a series of pictures.
 *
 * Each picture shows the map at the end of a month, from the year of the first event to the date of
 * the dataset, with the date and the latest event. A picture is laid out in points for one height
 * and scaled to the wanted size, so that each size shows the same. A narrow one is laid out for one
 * width instead, because the text needs room.
 */
struct _AtlasYears
{
  GObject parent_instance;

  AtlasScope *scope;
  AtlasFilter *filter; /* a copy, whose time is set for each picture */
  AtlasLanguage language;
  AtlasBaseMap *base_map;
  AtlasTypesetter *typesetter;
  AtlasDate from;  /* the year is 0 if the time shown has no beginning */
  GArray *moments; /* of AtlasDate */
  double scale;    /* pixels per point */
  double width;    /* of a picture, in points */
  double height;
};

G_DEFINE_FINAL_TYPE (AtlasYears, atlas_years, G_TYPE_OBJECT)

/* A picture, in points. */
#define HEIGHT 540.0
#define MIN_WIDTH 480.0
#define MARGIN 22.0
#define TITLE_TOP 16.0
#define MAP_TOP 62.0
#define MAP_BOTTOM 96.0
#define CAPTION_BOTTOM 16.0

#define POINTS_PER_INCH 72.0

/* More pictures would fill a disk; a longer time has fewer of them a year. */
#define MAX_MOMENTS 600

static void
atlas_years_finalize (GObject *object)
{
  AtlasYears *self = ATLAS_YEARS (object);

  g_clear_object (&self->scope);
  g_clear_object (&self->filter);
  g_clear_object (&self->base_map);
  g_clear_object (&self->typesetter);
  g_array_unref (self->moments);

  G_OBJECT_CLASS (atlas_years_parent_class)->finalize (object);
}

static void
atlas_years_class_init (AtlasYearsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_years_finalize;
}

static void
atlas_years_init (AtlasYears *self)
{
  self->moments = g_array_new (FALSE, FALSE, sizeof (AtlasDate));
}

static const AtlasDate *
get_beginning (AtlasYears *self, AtlasRecord *record)
{
  return atlas_beginning_of (record, atlas_scope_get_dataset (self->scope));
}

static const AtlasDate *
find_first_date (AtlasYears *self)
{
  g_autoptr (GPtrArray) events =
    atlas_shown_list (self->scope, NULL, ATLAS_SHOWN_PART_ALL, ATLAS_RECORD_KIND_EVENT);
  const AtlasDate *first = NULL;

  for (guint i = 0; i < events->len; i++)
    if (atlas_date_compare (get_beginning (self, events->pdata[i]), first) < 0)
      first = get_beginning (self, events->pdata[i]);
  return first;
}

/* Adds the end of each month from @first on, and @last. Without a beginning that the user chose,
 * the series begins with the first month of a year, because starting within a year would suggest
 * that nothing happened before. */
static void
add_moments (AtlasYears *self, const AtlasDate *first, const AtlasDate *last)
{
  const guint from = first->year * 12u + (self->from.year > 0 ? MAX (self->from.month, 1) - 1u : 0);
  const guint to = last->year * 12u + MAX (last->month, 1) - 1;
  const guint step = to > from ? (to - from) / MAX_MOMENTS + 1 : 1;

  for (guint month = from; month < to; month += step)
    {
      const AtlasDate moment = { (guint16) (month / 12), (guint8) (month % 12 + 1), 0 };

      g_array_append_val (self->moments, moment);
    }
  g_array_append_val (self->moments, *last);
}

/**
 * atlas_years_new:
 * @facts: the scope, the filter, whose time may have a beginning, and the language
 * @base_map: the base map
 * @width: the width of a picture, in pixels
 * @height: its height
 *
 * Returns: (transfer full): the pictures, at least one; any thread may use them, one at a time
 */
AtlasYears *
atlas_years_new (const AtlasFacts *facts, AtlasBaseMap *base_map, guint width, guint height)
{
  static const AtlasDate no_date = { .year = 1 };
  const AtlasPageSetup setup = { .language = facts->language };
  AtlasYears *self = g_object_new (ATLAS_TYPE_YEARS, NULL);
  const AtlasDate *date = atlas_dataset_get_date (atlas_scope_get_dataset (facts->scope));
  const AtlasDate *first;

  self->scope = g_object_ref (facts->scope);
  self->filter = facts->filter != NULL ? atlas_filter_copy (facts->filter) : atlas_filter_new ();
  self->language = facts->language;
  self->base_map = g_object_ref (base_map);
  self->typesetter = atlas_typesetter_new (&setup);
  self->scale = MIN (height / HEIGHT, width / MIN_WIDTH);
  self->width = width / self->scale;
  self->height = height / self->scale;
  if (atlas_filter_get_from (self->filter) != NULL)
    self->from = *atlas_filter_get_from (self->filter);
  if (atlas_filter_get_until (self->filter) != NULL)
    date = atlas_filter_get_until (self->filter);
  first = self->from.year > 0 ? &self->from : find_first_date (self);
  if (date == NULL)
    date = first != NULL ? first : &no_date;
  add_moments (self, first != NULL ? first : date, date);
  g_assert (self->moments->len > 0);
  return self;
}

/**
 * atlas_years_get_length:
 * @self: the years
 *
 * Returns: the number of pictures, at least 1
 */
guint
atlas_years_get_length (AtlasYears *self)
{
  g_return_val_if_fail (ATLAS_IS_YEARS (self), 0);

  return self->moments->len;
}

/**
 * atlas_years_get_moment:
 * @self: the years
 * @index: less than atlas_years_get_length()
 *
 * Returns: the end of the time that the picture shows
 */
AtlasDate
atlas_years_get_moment (AtlasYears *self, guint index)
{
  g_return_val_if_fail (index < atlas_years_get_length (self), (AtlasDate) { 0 });

  return g_array_index (self->moments, AtlasDate, index);
}

/* Drawing ------------------------------------------------------------------------------------- */

/* The event with the latest date that is not undated; NULL if there is none. */
static AtlasRecord *
find_latest_event (AtlasYears *self)
{
  g_autoptr (GPtrArray) events =
    atlas_shown_list (self->scope, self->filter, ATLAS_SHOWN_PART_KNOWN, ATLAS_RECORD_KIND_EVENT);
  AtlasRecord *latest = NULL;

  for (guint i = 0; i < events->len; i++)
    {
      const AtlasDate *date = get_beginning (self, events->pdata[i]);

      if (date != NULL &&
          (latest == NULL || atlas_date_compare (date, get_beginning (self, latest)) >= 0))
        latest = events->pdata[i];
    }
  return latest;
}

/* The latest event with its date and its citation. */
static char *
describe_latest_event (AtlasYears *self)
{
  const AtlasFacts facts = { self->scope, self->filter, self->language, ATLAS_SHOWN_PART_ALL };
  AtlasRecord *event = find_latest_event (self);
  g_autofree char *date = NULL;
  g_autofree char *citations = NULL;

  if (event == NULL)
    return g_strdup ("");
  date = atlas_describe_short_date (event, self->language);
  citations = atlas_caption_describe_citations (&facts, event);
  return atlas_join_facts (date, atlas_record_get_name (event, self->language), citations, NULL);
}

static void
show (cairo_t *cr, PangoLayout *text, double x, double baseline, double width)
{
  pango_layout_set_width (text, (int) (width * PANGO_SCALE));
  pango_layout_set_height (text, -1);
  pango_layout_set_ellipsize (text, PANGO_ELLIPSIZE_END);
  atlas_typesetter_show (cr, text, x, baseline - atlas_typesetter_get_baseline_of (text));
}

/* Draws the name of the scope on the left and the date on the right of one line, and below it what
 * the filter leaves out. */
static void
draw_head (AtlasYears *self, cairo_t *cr, const AtlasFacts *facts, const AtlasDate *moment)
{
  g_autofree char *date = atlas_format_date (moment, self->language);
  g_autofree char *limits = atlas_facts_describe_limits (facts);
  g_autofree char *left_out = atlas_facts_describe_left_out (facts);
  g_autofree char *line = atlas_join_facts (limits, left_out, NULL);
  g_autoptr (PangoLayout) title = atlas_typesetter_set (
    self->typesetter, ATLAS_TEXT_ROLE_TITLE, atlas_scope_get_name (self->scope, self->language));
  g_autoptr (PangoLayout) day =
    atlas_typesetter_set (self->typesetter, ATLAS_TEXT_ROLE_TITLE, date);
  g_autoptr (PangoLayout) words =
    atlas_typesetter_set (self->typesetter, ATLAS_TEXT_ROLE_SUBTITLE, line);
  const double day_width = atlas_typesetter_get_width_of (day);
  const double baseline = TITLE_TOP + atlas_typesetter_get_baseline_of (title);

  show (cr, title, MARGIN, baseline, MAX (self->width - day_width - 3 * MARGIN, 1));
  atlas_typesetter_show (cr, day, self->width - MARGIN - day_width,
                         baseline - atlas_typesetter_get_baseline_of (day));
  show (cr, words, MARGIN, baseline + 16, self->width - 2 * MARGIN);
}

static void
draw_frame (AtlasYears *self, cairo_t *cr, const AtlasDate *moment, AtlasBlock *map)
{
  const AtlasFacts facts = { self->scope, self->filter, self->language, ATLAS_SHOWN_PART_ALL };
  g_autofree char *event = describe_latest_event (self);
  g_autoptr (PangoLayout) caption =
    atlas_typesetter_set (self->typesetter, ATLAS_TEXT_ROLE_LEAD, event);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  draw_head (self, cr, &facts, moment);
  show (cr, caption, MARGIN, self->height - CAPTION_BOTTOM, self->width - 2 * MARGIN);
  cairo_translate (cr, MARGIN, MAP_TOP);
  atlas_block_draw_row (map, cr, 0);
}

static AtlasBlock *
make_map (AtlasYears *self)
{
  const AtlasFacts facts = { self->scope, self->filter, self->language, ATLAS_SHOWN_PART_ALL };
  AtlasBlock *map = atlas_map_block_new (self->typesetter, self->base_map, &facts, self->height);

  atlas_map_block_set_map_height (ATLAS_MAP_BLOCK (map), self->height - MAP_TOP - MAP_BOTTOM);
  atlas_block_measure (map, self->width - 2 * MARGIN);
  return map;
}

/**
 * atlas_years_write_frame:
 * @self: the years
 * @index: less than atlas_years_get_length()
 * @error: return location for a #GError of %G_IO_ERROR
 *
 * Returns: (transfer full): the picture as a PNG file, or %NULL
 */
GBytes *
atlas_years_write_frame (AtlasYears *self, guint index, GError **error)
{
  const AtlasDate moment = atlas_years_get_moment (self, index);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (AtlasBlock) map = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;

  atlas_filter_set_time (self->filter, self->from.year > 0 ? &self->from : NULL, &moment);
  map = make_map (self);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) round (self->width * self->scale),
                                        (int) round (self->height * self->scale));
  cr = cairo_create (surface);
  cairo_scale (cr, self->scale, self->scale);
  draw_frame (self, cr, &moment, map);
  cairo_destroy (cr);
  status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS &&
      !atlas_png_append (bytes, surface, POINTS_PER_INCH * self->scale,
                         atlas_scope_get_name (self->scope, self->language),
                         atlas_map_block_get_origin (ATLAS_MAP_BLOCK (map))))
    status = CAIRO_STATUS_WRITE_ERROR;
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _("The picture could not be drawn: %s."), cairo_status_to_string (status));
  return NULL;
}
