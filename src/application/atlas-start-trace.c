/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-start-trace.h"

#include "atlas-map-source.h"

/*
 * For tests/benchmark: tells when the first complete frame is on screen, that is the first that was
 * painted with the dataset there and no tile of the map still to be drawn.
 *
 * Asked for with ATLAS_TRACE_START=1 in the environment; otherwise it costs one look-up.
 */
typedef struct
{
  GtkWidget       *window;
  AtlasNavigation *navigation;
} Trace;

static ShumateMap *
find_map (GtkWidget *widget)
{
  ShumateMap *map = SHUMATE_IS_MAP (widget) ? SHUMATE_MAP (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); map == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    map = find_map (child);
  return map;
}

static void
after_paint_cb (GdkFrameClock *clock,
                Trace         *trace)
{
  ShumateMap *map = find_map (trace->window);
  ShumateMapSource *source;

  if (atlas_navigation_get_dataset (trace->navigation) == NULL || map == NULL)
    return;
  /* The source knows; libshumate 1.0 leaves the state of the map itself as it was. */
  source = shumate_viewport_get_reference_map_source (shumate_map_get_viewport (map));
  if (!ATLAS_IS_MAP_SOURCE (source) || !atlas_map_source_is_complete (ATLAS_MAP_SOURCE (source)))
    return;
  g_printerr ("ATLAS_FIRST_FRAME %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, trace);
}

static void
realize_cb (GtkWidget *window,
            Trace     *trace)
{
  g_signal_connect_data (gtk_widget_get_frame_clock (window), "after-paint",
                         G_CALLBACK (after_paint_cb), trace, (GClosureNotify) (void *) g_free, 0);
}

/**
 * atlas_start_trace_begin:
 * @window: a window that is not yet shown; it outlives the trace
 * @navigation: its navigation
 *
 * Prints a line "ATLAS_FIRST_FRAME" with the monotonic time in microseconds to the standard error
 * once the first complete frame is painted.
 */
void
atlas_start_trace_begin (GtkWidget       *window,
                         AtlasNavigation *navigation)
{
  Trace *trace;

  if (g_getenv ("ATLAS_TRACE_START") == NULL)
    return;
  trace = g_new (Trace, 1);
  *trace = (Trace) { window, navigation };
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), trace);
}
