/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include <string.h>

#include "atlas-map-view-private.h"
#include "atlas-test-dataset.h"
#include "atlas-test-display.h"

/* Tests the map with a local tile server that counts connections. */

typedef struct
{
  GSocketService *server;
  GBytes *tile;
  GSettings *settings;
  AtlasNavigation *navigation;
  GtkWidget *window;
  AtlasMapView *view;
  guint16 port;
  guint n_connections;
  guint n_unreachable;
} Fixture;

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A tile in a color that the land does not have. */
static GBytes *
create_tile (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 256, 256);
  cairo_t *cr = cairo_create (surface);
  GByteArray *png = g_byte_array_new ();

  cairo_set_source_rgb (cr, 1, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append_bytes, png);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (png);
}

/* Runs in a thread: handles one request. */
static gboolean
answer_cb (GThreadedSocketService *service,
           GSocketConnection *connection,
           GObject *source,
           gpointer user_data)
{
  Fixture *fixture = user_data;
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  g_autoptr (GDataInputStream) input =
    g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  g_autofree char *head = NULL;
  gsize length;
  const void *tile = g_bytes_get_data (fixture->tile, &length);

  g_atomic_int_inc (&fixture->n_connections);
  g_data_input_stream_set_newline_type (input, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  for (;;)
    {
      g_autofree char *line = g_data_input_stream_read_line (input, NULL, NULL, NULL);

      if (line == NULL || *line == '\0')
        break;
    }
  head = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n"
                          "Content-Length: %" G_GSIZE_FORMAT "\r\nConnection: close\r\n\r\n",
                          length);
  if (g_output_stream_write_all (output, head, strlen (head), NULL, NULL, NULL))
    g_output_stream_write_all (output, tile, length, NULL, NULL, NULL);
  return TRUE;
}

static void
unreachable_cb (Fixture *fixture, const char *reason)
{
  g_assert_cmpstr (reason, !=, "");
  fixture->n_unreachable++;
}

/* Each fixture uses another port, so the cache of tiles is empty. */
static void
start_server (Fixture *fixture)
{
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) effective = NULL;
  g_autoptr (GError) error = NULL;

  fixture->tile = create_tile ();
  fixture->server = g_threaded_socket_service_new (8);
  g_socket_listener_add_address (G_SOCKET_LISTENER (fixture->server), address, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &effective, &error);
  g_assert_no_error (error);
  fixture->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (effective));
  g_signal_connect (fixture->server, "run", G_CALLBACK (answer_cb), fixture);
}

static void
stop_server (Fixture *fixture)
{
  g_socket_service_stop (fixture->server);
  g_socket_listener_close (G_SOCKET_LISTENER (fixture->server));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *url = NULL;
  g_autoptr (AtlasDataset) dataset = NULL;

  start_server (fixture);
  url = g_strdup_printf ("http://127.0.0.1:%u/{z}/{x}/{y}.png", fixture->port);
  fixture->settings = g_settings_new (ATLAS_APPLICATION_ID);
  g_settings_reset (fixture->settings, "online-tiles");
  g_settings_set_string (fixture->settings, "tile-url", url);
  dataset = atlas_test_dataset_new ();
  fixture->navigation = atlas_navigation_new ();
  atlas_navigation_set_dataset (fixture->navigation, dataset);
  fixture->view = ATLAS_MAP_VIEW (atlas_map_view_new (fixture->navigation));
  g_signal_connect_swapped (fixture->view, "online-unreachable", G_CALLBACK (unreachable_cb),
                            fixture);
  fixture->window = atlas_test_open_window (GTK_WIDGET (fixture->view), 800, 600);
  await (!atlas_map_view_is_loading (fixture->view));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  stop_server (fixture);
  g_object_unref (fixture->server);
  g_object_unref (fixture->navigation);
  g_object_unref (fixture->settings);
  g_bytes_unref (fixture->tile);
}

static const char *
get_attribution (Fixture *fixture)
{
  return gtk_label_get_text (fixture->view->attribution_label);
}

/* Whether the middle of the land has the color of the server's tiles. */
static gboolean
is_red (Fixture *fixture)
{
  GtkWidget *land = GTK_WIDGET (fixture->view->land);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (land);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);
  cairo_t *cr = cairo_create (surface);
  guint32 pixel;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (land),
                          gtk_widget_get_height (land));
  node = gtk_snapshot_free_to_node (snapshot);
  cairo_translate (cr, -gtk_widget_get_width (land) / 2, -gtk_widget_get_height (land) / 2);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixel = *(guint32 *) (void *) cairo_image_surface_get_data (surface) & 0xffffff;
  cairo_surface_destroy (surface);
  return pixel == 0xff0000;
}

static void
test_off (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_atomic_int_get (&fixture->n_connections), ==, 0);
  g_assert_null (fixture->view->online);
  g_assert_false (is_red (fixture));
  g_assert_null (strstr (get_attribution (fixture), "OpenStreetMap"));
  g_assert_nonnull (strstr (get_attribution (fixture), "GeoNames"));
}

static void
test_on_and_off_again (Fixture *fixture, gconstpointer data)
{
  int n_connections;

  g_settings_set_boolean (fixture->settings, "online-tiles", TRUE);
  await (is_red (fixture));
  await (!atlas_map_view_is_loading (fixture->view));
  g_assert_cmpint (g_atomic_int_get (&fixture->n_connections), >, 0);
  g_assert_cmpstr (get_attribution (fixture), ==, "© OpenStreetMap contributors");
  g_assert_cmpuint (fixture->n_unreachable, ==, 0);

  g_settings_set_boolean (fixture->settings, "online-tiles", FALSE);
  await (!is_red (fixture));
  n_connections = g_atomic_int_get (&fixture->n_connections);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "map.zoom-in", NULL);
  await (atlas_map_view_is_loading (fixture->view));
  await (!atlas_map_view_is_loading (fixture->view));
  g_assert_cmpint (g_atomic_int_get (&fixture->n_connections), ==, n_connections);
  g_assert_null (strstr (get_attribution (fixture), "OpenStreetMap"));
}

/* The offline land replaces missing tiles, its attribution is shown too, and the reason is reported
 * once. */
static void
test_unreachable (Fixture *fixture, gconstpointer data)
{
  stop_server (fixture);
  g_settings_set_boolean (fixture->settings, "online-tiles", TRUE);
  await (fixture->n_unreachable > 0);
  await (!atlas_map_view_is_loading (fixture->view));
  g_assert_cmpuint (fixture->n_unreachable, ==, 1);
  g_assert_cmpint (g_atomic_int_get (&fixture->n_connections), ==, 0);
  g_assert_false (is_red (fixture));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->view->labels)));
  g_assert_nonnull (strstr (get_attribution (fixture), "OpenStreetMap"));
  g_assert_nonnull (strstr (get_attribution (fixture), "GeoNames"));
}

int
main (int argc, char **argv)
{
  atlas_test_display_init (&argc, &argv);
  g_test_add ("/map/online-tiles/off", Fixture, NULL, set_up, test_off, tear_down);
  g_test_add ("/map/online-tiles/on-and-off-again", Fixture, NULL, set_up, test_on_and_off_again,
              tear_down);
  g_test_add ("/map/online-tiles/unreachable", Fixture, NULL, set_up, test_unreachable, tear_down);
  return atlas_test_run ();
}
