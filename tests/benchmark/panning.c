/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include <adwaita.h>
#include <time.h>

#include "atlas-fonts.h"
#include "atlas-map-view-private.h"
#include "atlas-test-dataset.h"
#include "atlas-test-links.h"
#include "bare-source.h"

/*
 * Pans a map of 1280 × 800 pixels across the province and back, and prints for each of 200 frames
 * the processor time in milliseconds since the frame before, in all threads, including those that
 * draw tiles and those of the software renderer. Then it prints how many of these frames came while
 * tiles or names were still being drawn.
 *
 * panning bare|LINKS
 *
 * With "bare", the map has only flat tiles. With a number, it is the map of the atlas with that
 * many links; 0 means the bundled dataset.
 */

#define N_FRAMES 200
#define ZOOM 8.0

typedef struct
{
  GMainLoop *loop;
  GtkWidget *map;
  ShumateViewport *viewport;
  AtlasMapView *view; /* NULL with "bare" */
  AtlasNavigation *navigation;
  guint n_frames;
  guint n_loading;
  double last;
} Panning;

/* Moves from west to east and back, and to the south at the same time. */
static gboolean
pan_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Panning *self = user_data;
  const double way = (double) self->n_frames / N_FRAMES;
  const double across = way < 0.5 ? 2 * way : 2 - 2 * way;

  shumate_location_set_location (SHUMATE_LOCATION (self->viewport), 45.0 - 3.0 * way,
                                 122.5 + 7.5 * across);
  return G_SOURCE_CONTINUE;
}

static double
get_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
after_paint_cb (GdkFrameClock *clock, Panning *self)
{
  const double now = get_milliseconds ();

  if (self->last > 0)
    g_print ("%.3f\n", now - self->last);
  self->last = now;
  if (self->view != NULL && atlas_map_view_is_loading (self->view))
    self->n_loading++;
  if (self->n_frames++ == N_FRAMES)
    g_main_loop_quit (self->loop);
}

static void
open_window (Panning *self)
{
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  adw_window_set_content (ADW_WINDOW (window), self->map);
  gtk_window_present (GTK_WINDOW (window));
}

static void
create_bare_map (Panning *self)
{
  self->map = bare_source_create_map (g_object_new (BARE_TYPE_SOURCE, NULL));
  self->viewport = shumate_map_get_viewport (SHUMATE_MAP (self->map));
}

static void
create_map (Panning *self, guint n_links)
{
  AtlasDataset *dataset =
    n_links > 0 ? atlas_test_links_make (100, n_links) : atlas_test_dataset_read_jilin ();

  self->navigation = atlas_navigation_new ();
  self->map = atlas_map_view_new (self->navigation);
  self->view = ATLAS_MAP_VIEW (self->map);
  self->viewport = self->view->viewport;
  atlas_navigation_set_dataset (self->navigation, dataset);
}

static gboolean
begin_cb (gpointer user_data)
{
  Panning *self = user_data;

  shumate_viewport_set_zoom_level (self->viewport, ZOOM);
  gtk_widget_add_tick_callback (self->map, pan_cb, self, NULL);
  g_signal_connect (gtk_widget_get_frame_clock (self->map), "after-paint",
                    G_CALLBACK (after_paint_cb), self);
  return G_SOURCE_REMOVE;
}

int
main (int argc, char *argv[])
{
  Panning self = { 0 };

  atlas_fonts_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  if (g_strcmp0 (argv[1], "bare") == 0)
    create_bare_map (&self);
  else
    create_map (&self, (guint) g_ascii_strtoull (argv[1], NULL, 10));
  self.loop = g_main_loop_new (NULL, FALSE);
  open_window (&self);
  /* Wait, because another benchmark measures the first frames. */
  g_timeout_add (1500, begin_cb, &self);
  g_main_loop_run (self.loop);
  g_print ("%u\n", self.n_loading);
  return 0;
}
