/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-time-glyph.h"

#include <math.h>

#include "atlas-event.h"

/*
 * The small signs inside the items of a timeline: simplified icons of the kinds of events, legible
 * at eight pixels. Each is a path in a square from -4 to 4, which is stroked or filled.
 */

typedef struct
{
  void (*trace) (cairo_t *cr);
  gboolean is_filled;
} Glyph;

static void
trace_approval (cairo_t *cr)
{
  cairo_move_to (cr, -3.2, 0.3);
  cairo_line_to (cr, -0.9, 2.6);
  cairo_line_to (cr, 3.4, -2.4);
}

static void
trace_plan (cairo_t *cr)
{
  cairo_move_to (cr, -3, -2.6);
  cairo_line_to (cr, 3, -2.6);
  cairo_move_to (cr, -3, 0);
  cairo_line_to (cr, 3, 0);
  cairo_move_to (cr, -3, 2.6);
  cairo_line_to (cr, 0.6, 2.6);
}

/* A star. */
static void
trace_recognition (cairo_t *cr)
{
  for (int i = 0; i < 10; i++)
    {
      const double radius = i % 2 == 0 ? 4.2 : 1.8;
      const double angle = i * G_PI / 5;

      cairo_line_to (cr, radius * sin (angle), -radius * cos (angle));
    }
  cairo_close_path (cr);
}

/* An empty sheet and a pen. */
static void
trace_drafting (cairo_t *cr)
{
  cairo_move_to (cr, 0.4, -3.4);
  cairo_line_to (cr, -3, -3.4);
  cairo_line_to (cr, -3, 3.4);
  cairo_line_to (cr, 3, 3.4);
  cairo_line_to (cr, 3, 1);
  cairo_move_to (cr, 3.6, -3.6);
  cairo_line_to (cr, -0.4, 0.8);
}

/* A speech bubble. */
static void
trace_suggestion (cairo_t *cr)
{
  cairo_move_to (cr, -3.6, -3.2);
  cairo_line_to (cr, 3.6, -3.2);
  cairo_line_to (cr, 3.6, 1.4);
  cairo_line_to (cr, 0, 1.4);
  cairo_line_to (cr, -2.4, 3.8);
  cairo_line_to (cr, -2.4, 1.4);
  cairo_line_to (cr, -3.6, 1.4);
  cairo_close_path (cr);
}

/* An arrow back. */
static void
trace_reply (cairo_t *cr)
{
  cairo_move_to (cr, -0.8, -3.4);
  cairo_line_to (cr, -3.8, -0.6);
  cairo_line_to (cr, -0.8, 2.2);
  cairo_move_to (cr, -3.8, -0.6);
  cairo_line_to (cr, 1.2, -0.6);
  cairo_curve_to (cr, 3, -0.6, 3.6, 1, 3.6, 3.4);
}

static void
trace_agreement (cairo_t *cr)
{
  cairo_arc (cr, -1.4, 0, 2.3, 0, 2 * G_PI);
  cairo_new_sub_path (cr);
  cairo_arc (cr, 1.4, 0, 2.3, 0, 2 * G_PI);
}

static void
trace_person (cairo_t *cr, double x)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, -1.8, 1.5, 0, 2 * G_PI);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, 3.4, 2.0, G_PI, 2 * G_PI);
  cairo_close_path (cr);
}

static void
trace_meeting (cairo_t *cr)
{
  trace_person (cr, -2.1);
  trace_person (cr, 2.1);
}

static void
trace_founding (cairo_t *cr)
{
  cairo_move_to (cr, 0, -4);
  cairo_line_to (cr, 3.8, -1.4);
  cairo_line_to (cr, -3.8, -1.4);
  cairo_close_path (cr);
  for (int i = -1; i <= 1; i++)
    cairo_rectangle (cr, i * 2.6 - 0.65, -0.7, 1.3, 2.8);
  cairo_rectangle (cr, -3.8, 2.6, 7.6, 1.2);
}

static void
trace_start (cairo_t *cr)
{
  cairo_move_to (cr, -2, -3.4);
  cairo_line_to (cr, 3.6, 0);
  cairo_line_to (cr, -2, 3.4);
  cairo_close_path (cr);
}

static void
trace_signing (cairo_t *cr)
{
  cairo_move_to (cr, 1.9, -3.9);
  cairo_line_to (cr, 3.7, -2.1);
  cairo_line_to (cr, -0.9, 2);
  cairo_line_to (cr, -3.2, 2.4);
  cairo_line_to (cr, -2.4, 0.3);
  cairo_close_path (cr);
  cairo_rectangle (cr, -3.6, 3, 7.2, 1);
}

static void
trace_survey (cairo_t *cr)
{
  cairo_arc (cr, -0.9, -0.9, 2.3, 0, 2 * G_PI);
  cairo_move_to (cr, 0.9, 0.9);
  cairo_line_to (cr, 3.4, 3.4);
}

/* Three bars, each higher than the one before. */
static void
trace_progress (cairo_t *cr)
{
  for (int i = 0; i < 3; i++)
    cairo_rectangle (cr, i * 2.7 - 3.7, 1 - i * 2.2, 2, 2.4 + i * 2.2);
}

static const Glyph progress_glyph = { trace_progress, TRUE };

static const Glyph event_glyphs[ATLAS_N_EVENT_KINDS] = {
  [ATLAS_EVENT_KIND_APPROVAL] = { trace_approval, FALSE },
  [ATLAS_EVENT_KIND_RECOGNITION] = { trace_recognition, TRUE },
  [ATLAS_EVENT_KIND_PLAN] = { trace_plan, FALSE },
  [ATLAS_EVENT_KIND_DRAFTING] = { trace_drafting, FALSE },
  [ATLAS_EVENT_KIND_SUGGESTION] = { trace_suggestion, TRUE },
  [ATLAS_EVENT_KIND_REPLY] = { trace_reply, FALSE },
  [ATLAS_EVENT_KIND_AGREEMENT] = { trace_agreement, FALSE },
  [ATLAS_EVENT_KIND_MEETING] = { trace_meeting, TRUE },
  [ATLAS_EVENT_KIND_FOUNDING] = { trace_founding, TRUE },
  [ATLAS_EVENT_KIND_START] = { trace_start, TRUE },
  [ATLAS_EVENT_KIND_SIGNING] = { trace_signing, TRUE },
  [ATLAS_EVENT_KIND_SURVEY] = { trace_survey, FALSE },
};

/**
 * atlas_time_glyph_draw:
 * @cr: where to draw, with its current color
 * @record: an event, whose kind selects the sign, a plan, or a project that has progressed; nothing
 *   is drawn for other records
 * @x: the x coordinate of its middle
 * @y: the y coordinate of its middle
 * @size: its width and height
 */
void
atlas_time_glyph_draw (cairo_t *cr, AtlasRecord *record, double x, double y, double size)
{
  Glyph glyph = event_glyphs[ATLAS_EVENT_KIND_PLAN];

  g_return_if_fail (cr != NULL);
  g_return_if_fail (ATLAS_IS_RECORD (record));

  if (ATLAS_IS_EVENT (record))
    glyph = event_glyphs[atlas_event_get_kind (ATLAS_EVENT (record))];
  else if (atlas_record_get_kind (record) == ATLAS_RECORD_KIND_PROJECT)
    glyph = progress_glyph;
  else if (atlas_record_get_kind (record) != ATLAS_RECORD_KIND_PLAN)
    return;
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size / 8, size / 8);
  cairo_new_path (cr);
  glyph.trace (cr);
  cairo_set_line_width (cr, 1.4);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (glyph.is_filled)
    cairo_fill (cr);
  else
    cairo_stroke (cr);
  cairo_restore (cr);
}
