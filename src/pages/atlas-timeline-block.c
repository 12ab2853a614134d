/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-timeline-block.h"

#include "atlas-progress.h"
#include "atlas-timeline.h"

/*
 * AtlasTimelineBlock: the timeline of the window on a page, above the table of its records.
 *
 * It is always drawn for a light background. Events, expected events and periods differ in shape,
 * so that they can be told apart in black and white.
 */
struct _AtlasTimelineBlock
{
  AtlasBlock parent_instance;

  AtlasTypesetter *typesetter;
  AtlasTimeline *timeline;
  PangoFontDescription *font;
};

G_DEFINE_FINAL_TYPE (AtlasTimelineBlock, atlas_timeline_block, ATLAS_TYPE_BLOCK)

/* Points per pixel: the drawing is designed for a window and smaller on paper. */
#define SCALE 0.75

/* In points. */
#define SPACE_BELOW 6.0

static AtlasTimelineStyle
get_style (AtlasTimelineBlock *self)
{
  return (AtlasTimelineStyle) { .font = self->font,
                                .language = atlas_typesetter_get_language (self->typesetter) };
}

static void
atlas_timeline_block_measure (AtlasBlock *block, double width)
{
  AtlasTimelineBlock *self = ATLAS_TIMELINE_BLOCK (block);
  const AtlasTimelineStyle style = get_style (self);

  atlas_block_add_row (block,
                       atlas_timeline_lay_out (self->timeline, width / SCALE, G_MAXDOUBLE, &style) *
                           SCALE +
                         SPACE_BELOW,
                       FALSE);
}

static void
atlas_timeline_block_draw_row (AtlasBlock *block, cairo_t *cr, guint row)
{
  AtlasTimelineBlock *self = ATLAS_TIMELINE_BLOCK (block);
  const AtlasTimelineStyle style = get_style (self);

  cairo_save (cr);
  cairo_scale (cr, SCALE, SCALE);
  atlas_timeline_draw (self->timeline, cr, &style);
  cairo_restore (cr);
}

static void
atlas_timeline_block_finalize (GObject *object)
{
  AtlasTimelineBlock *self = ATLAS_TIMELINE_BLOCK (object);

  g_clear_object (&self->timeline);
  g_clear_object (&self->typesetter);
  g_clear_pointer (&self->font, pango_font_description_free);

  G_OBJECT_CLASS (atlas_timeline_block_parent_class)->finalize (object);
}

static void
atlas_timeline_block_class_init (AtlasTimelineBlockClass *klass)
{
  AtlasBlockClass *block_class = ATLAS_BLOCK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_timeline_block_finalize;
  block_class->measure = atlas_timeline_block_measure;
  block_class->draw_row = atlas_timeline_block_draw_row;
}

static void
atlas_timeline_block_init (AtlasTimelineBlock *self)
{
  ATLAS_BLOCK (self)->tag = "Figure";
}

static AtlasTimeSeries *
make_series (const AtlasFacts *facts)
{
  static const AtlasRecordKind kinds[] = { ATLAS_RECORD_KIND_EVENT, ATLAS_RECORD_KIND_PROJECT,
                                           ATLAS_RECORD_KIND_PLAN };
  AtlasTimeSeries *series = atlas_time_series_new (atlas_scope_get_dataset (facts->scope));
  g_autoptr (GPtrArray) reports = atlas_progress_list (facts);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) records = atlas_facts_list (facts, kinds[i]);

      for (guint j = 0; j < records->len; j++)
        atlas_time_series_add (series, records->pdata[j]);
    }
  for (guint i = 0; i < reports->len; i++)
    atlas_time_series_add_report (series, reports->pdata[i]);
  return series;
}

/**
 * atlas_timeline_block_new:
 * @typesetter: the typesetter, which selects the font
 * @facts: the facts of the page
 *
 * Returns: (transfer full) (nullable): the timeline of all dated records, or %NULL if there are
 *   fewer than two
 */
AtlasBlock *
atlas_timeline_block_new (AtlasTypesetter *typesetter, const AtlasFacts *facts)
{
  g_autoptr (AtlasTimeSeries) series = make_series (facts);
  AtlasTimelineBlock *self;

  if (atlas_time_series_get_length (series) < 2)
    return NULL;
  self = g_object_new (ATLAS_TYPE_TIMELINE_BLOCK, NULL);
  self->typesetter = g_object_ref (typesetter);
  self->timeline = atlas_timeline_new (series);
  self->font =
    pango_font_description_copy (atlas_typesetter_get_font (typesetter, ATLAS_TEXT_ROLE_LABEL));
  pango_font_description_set_absolute_size (
    self->font,
    atlas_typesetter_get_size (typesetter, ATLAS_TEXT_ROLE_LABEL) / SCALE * PANGO_SCALE);
  return ATLAS_BLOCK (self);
}
