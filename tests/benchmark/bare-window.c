/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

/* The least that can be compared with the atlas: a libadwaita window as large, with a libshumate map
 * of flat tiles that need neither network nor drawing, and a side panel of a few rows. When all of it
 * has been drawn it prints "ATLAS_FIRST_FRAME <monotonic microseconds>" to the standard error.
 */

#include <adwaita.h>
#include <shumate/shumate.h>

#define TILE_SIZE 256

#define BARE_TYPE_SOURCE (bare_source_get_type ())
G_DECLARE_FINAL_TYPE (BareSource, bare_source, BARE, SOURCE, ShumateMapSource)

struct _BareSource
{
  ShumateMapSource parent_instance;

  GdkPaintable *paintable;
  guint n_filled;
};

G_DEFINE_FINAL_TYPE (BareSource, bare_source, SHUMATE_TYPE_MAP_SOURCE)

static GdkPaintable *
create_flat_tile (void)
{
  const gsize n_pixels = TILE_SIZE * TILE_SIZE;
  guint32 *pixels = g_new (guint32, n_pixels);
  g_autoptr (GBytes) bytes = g_bytes_new_take (pixels, n_pixels * sizeof *pixels);

  for (gsize i = 0; i < n_pixels; i++)
    pixels[i] = 0xffd5e8eb;

  return GDK_PAINTABLE (gdk_memory_texture_new (TILE_SIZE, TILE_SIZE, GDK_MEMORY_DEFAULT,
                                                bytes, TILE_SIZE * sizeof *pixels));
}

static void
bare_source_fill_tile_async (ShumateMapSource    *source,
                             ShumateTile         *tile,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  BareSource *self = BARE_SOURCE (source);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  shumate_tile_set_paintable (tile, self->paintable);
  shumate_tile_set_state (tile, SHUMATE_STATE_DONE);
  self->n_filled++;
  g_task_return_boolean (task, TRUE);
}

static gboolean
bare_source_fill_tile_finish (ShumateMapSource  *source,
                              GAsyncResult      *result,
                              GError           **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
bare_source_dispose (GObject *object)
{
  g_clear_object (&BARE_SOURCE (object)->paintable);

  G_OBJECT_CLASS (bare_source_parent_class)->dispose (object);
}

static void
bare_source_class_init (BareSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bare_source_dispose;
  SHUMATE_MAP_SOURCE_CLASS (klass)->fill_tile_async = bare_source_fill_tile_async;
  SHUMATE_MAP_SOURCE_CLASS (klass)->fill_tile_finish = bare_source_fill_tile_finish;
}

static void
bare_source_init (BareSource *self)
{
  self->paintable = create_flat_tile ();
  shumate_map_source_set_tile_size (SHUMATE_MAP_SOURCE (self), TILE_SIZE);
  shumate_map_source_set_max_zoom_level (SHUMATE_MAP_SOURCE (self), 18);
}

static GtkWidget *
create_map (BareSource *source)
{
  ShumateMap *map = shumate_map_new ();
  ShumateViewport *viewport = shumate_map_get_viewport (map);

  shumate_viewport_set_reference_map_source (viewport, SHUMATE_MAP_SOURCE (source));
  shumate_viewport_set_zoom_level (viewport, 7);
  shumate_location_set_location (SHUMATE_LOCATION (viewport), 43.6, 126.3);
  shumate_map_add_layer (map,
                         SHUMATE_LAYER (shumate_map_layer_new (SHUMATE_MAP_SOURCE (source), viewport)));
  gtk_widget_set_hexpand (GTK_WIDGET (map), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (map), TRUE);

  return GTK_WIDGET (map);
}

static GtkWidget *
create_panel (void)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  for (guint i = 1; i <= 10; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *title = g_strdup_printf ("城市 %u", i);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), "A row of the panel");
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  gtk_widget_set_size_request (page, 380, -1);

  return page;
}

static void
after_paint_cb (GdkFrameClock *clock,
                BareSource    *source)
{
  if (source->n_filled == 0)
    return;

  g_printerr ("ATLAS_FIRST_FRAME %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, source);
}

static void
activate_cb (AdwApplication *application,
             BareSource     *source)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (body), create_map (source));
  gtk_box_append (GTK_BOX (body), create_panel ());
  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), body);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), content);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);

  gtk_widget_realize (window);
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint",
                           G_CALLBACK (after_paint_cb), source, 0);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AdwApplication) application =
    adw_application_new ("io.github.jilinatlas.BareWindow", G_APPLICATION_DEFAULT_FLAGS);
  g_autoptr (BareSource) source = g_object_new (BARE_TYPE_SOURCE, NULL);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), source);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
