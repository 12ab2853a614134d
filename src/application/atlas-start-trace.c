/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-start-trace.h"

#include "atlas-map-view.h"

/*
 * For tests/benchmark: prints when the first complete frame is on screen. That is the first frame
 * painted with the dataset loaded and all visible tiles and names drawn.
 *
 * ATLAS_TRACE_START=1 in the environment enables it; otherwise it costs one look-up.
 */
typedef struct
{
  GtkWidget *window;
  AtlasNavigation *navigation;
} Trace;

static AtlasMapView *
find_map (GtkWidget *widget)
{
  AtlasMapView *map = ATLAS_IS_MAP_VIEW (widget) ? ATLAS_MAP_VIEW (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); map == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    map = find_map (child);
  return map;
}

static void
after_paint_cb (GdkFrameClock *clock, Trace *trace)
{
  AtlasMapView *map = find_map (trace->window);

  if (atlas_navigation_get_dataset (trace->navigation) == NULL || map == NULL ||
      atlas_map_view_is_loading (map))
    return;
  g_printerr ("ATLAS_FIRST_FRAME %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, trace);
}

static void
realize_cb (GtkWidget *window, Trace *trace)
{
  g_signal_connect_data (gtk_widget_get_frame_clock (window), "after-paint",
                         G_CALLBACK (after_paint_cb), trace, (GClosureNotify) (void *) g_free, 0);
}

/**
 * atlas_start_trace_begin:
 * @window: a window that is not yet shown; it outlives the trace
 * @navigation: its navigation
 *
 * Prints the line "ATLAS_FIRST_FRAME" to standard error when the first complete frame is painted,
 * with the monotonic time in microseconds.
 */
void
atlas_start_trace_begin (GtkWidget *window, AtlasNavigation *navigation)
{
  Trace *trace;

  if (g_getenv ("ATLAS_TRACE_START") == NULL)
    return;
  trace = g_new (Trace, 1);
  *trace = (Trace) { window, navigation };
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), trace);
}
