/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-tile-source.h"

/* A source that draws only when the test allows it, and records threads and order. */

#define TEST_TYPE_SOURCE (test_source_get_type ())

G_DECLARE_FINAL_TYPE (TestSource, test_source, TEST, SOURCE, AtlasTileSource)

struct _TestSource
{
  AtlasTileSource parent_instance;

  GMutex mutex;
  GCond cond;
  guint n_waiting;  /* threads that are about to paint */
  gboolean is_open; /* whether they may paint */
  guint held;       /* the column of a tile that must wait even so, or 0 */
  GThread *asker;
  gboolean is_asker; /* whether a tile was painted in the requesting thread */
  GArray *columns;   /* of guint: the columns of the painted tiles, in order */
};

G_DEFINE_FINAL_TYPE (TestSource, test_source, ATLAS_TYPE_TILE_SOURCE)

#define ZOOM 5

static void
test_source_paint (AtlasTileSource *source, cairo_t *cr, const AtlasExtent *extent, double size)
{
  TestSource *self = TEST_SOURCE (source);
  const guint column = (guint) (extent->x0 * (1 << ZOOM) + 0.5);

  g_mutex_lock (&self->mutex);
  self->n_waiting++;
  g_cond_broadcast (&self->cond);
  while (!self->is_open || self->held == column)
    g_cond_wait (&self->cond, &self->mutex);
  self->is_asker = self->is_asker || g_thread_self () == self->asker;
  g_array_append_val (self->columns, column);
  g_mutex_unlock (&self->mutex);
}

static void
test_source_finalize (GObject *object)
{
  TestSource *self = TEST_SOURCE (object);

  g_array_unref (self->columns);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);

  G_OBJECT_CLASS (test_source_parent_class)->finalize (object);
}

static void
test_source_class_init (TestSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_source_finalize;
  ATLAS_TILE_SOURCE_CLASS (klass)->paint = test_source_paint;
}

static void
test_source_init (TestSource *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->asker = g_thread_self ();
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
}

static TestSource *
create_source (int scale, gboolean is_open)
{
  TestSource *self = g_object_new (TEST_TYPE_SOURCE, "scale", scale, NULL);

  self->is_open = is_open;
  return self;
}

/* Allows all tiles except one to be painted; 0 allows all. */
static void
open_source (TestSource *self, guint held)
{
  g_mutex_lock (&self->mutex);
  self->is_open = TRUE;
  self->held = held;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

static void
wait_for_threads (TestSource *self, guint n_threads)
{
  g_mutex_lock (&self->mutex);
  while (self->n_waiting < n_threads)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

/* A requested tile and its result. */
typedef struct
{
  ShumateTile *tile;
  GCancellable *cancellable;
  gboolean is_done;
  GError *error;
} Order;

static void
clear_order (Order *order)
{
  g_clear_object (&order->tile);
  g_clear_object (&order->cancellable);
  g_clear_error (&order->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Order, clear_order)

static void
filled_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Order *order = user_data;

  shumate_map_source_fill_tile_finish (SHUMATE_MAP_SOURCE (object), result, &order->error);
  order->is_done = TRUE;
}

static void
ask (TestSource *source, Order *order, guint column, guint zoom)
{
  order->tile = shumate_tile_new_full (column, 0, 256, zoom);
  order->cancellable = g_cancellable_new ();
  shumate_map_source_fill_tile_async (SHUMATE_MAP_SOURCE (source), order->tile, order->cancellable,
                                      filled_cb, order);
}

static void
await (const Order *order)
{
  while (!order->is_done)
    g_main_context_iteration (NULL, TRUE);
}

/* A request returns at once, and another thread paints. */
static void
test_threads (void)
{
  g_autoptr (TestSource) source = create_source (1, FALSE);
  g_auto (Order) order = { 0 };

  ask (source, &order, 1, ZOOM);
  g_assert_false (order.is_done);
  g_assert_null (shumate_tile_get_paintable (order.tile));
  open_source (source, 0);
  await (&order);
  g_assert_no_error (order.error);
  g_assert_false (source->is_asker);
  g_assert_nonnull (shumate_tile_get_paintable (order.tile));
  g_assert_cmpint (shumate_tile_get_state (order.tile), ==, SHUMATE_STATE_DONE);
}

/* While one thread is busy with the first tile, the other one paints the latest requests first. */
static void
test_newest_first (void)
{
  static const guint expected[] = { 2, 6, 5, 4, 3, 1 };
  g_autoptr (TestSource) source = create_source (1, FALSE);
  Order orders[G_N_ELEMENTS (expected)] = { 0 };

  ask (source, &orders[0], 1, ZOOM);
  ask (source, &orders[1], 2, ZOOM);
  wait_for_threads (source, 2);
  for (guint i = 2; i < G_N_ELEMENTS (orders); i++)
    ask (source, &orders[i], i + 1, ZOOM);
  open_source (source, 1);
  for (guint i = 1; i < G_N_ELEMENTS (orders); i++)
    await (&orders[i]);
  open_source (source, 0);
  await (&orders[0]);

  g_assert_cmpmem (source->columns->data, source->columns->len * sizeof (guint), expected,
                   sizeof expected);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    clear_order (&orders[i]);
}

/* Cancelled tiles are not painted. */
static void
test_cancel (void)
{
  g_autoptr (TestSource) source = create_source (1, FALSE);
  Order orders[3] = { 0 };

  ask (source, &orders[0], 1, ZOOM);
  ask (source, &orders[1], 2, ZOOM);
  wait_for_threads (source, 2);
  ask (source, &orders[2], 3, ZOOM);
  g_cancellable_cancel (orders[2].cancellable);
  open_source (source, 0);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    await (&orders[i]);

  g_assert_error (orders[2].error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (shumate_tile_get_paintable (orders[2].tile));
  g_assert_cmpuint (source->columns->len, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    clear_order (&orders[i]);
}

static void
test_remember (void)
{
  g_autoptr (TestSource) source = create_source (1, TRUE);
  g_auto (Order) first = { 0 };
  g_auto (Order) again = { 0 };

  ask (source, &first, 7, ZOOM);
  await (&first);
  ask (source, &again, 7, ZOOM);
  await (&again);
  g_assert_true (shumate_tile_get_paintable (first.tile) ==
                 shumate_tile_get_paintable (again.tile));
  g_assert_cmpuint (source->columns->len, ==, 1);
}

/* Until the finer tile is ready, the matching part of the coarser one is shown. */
static void
test_stand_in (void)
{
  g_autoptr (TestSource) source = create_source (1, TRUE);
  g_auto (Order) coarse = { 0 };
  g_auto (Order) fine = { 0 };
  GdkPaintable *stand_in;

  ask (source, &coarse, 7, ZOOM);
  await (&coarse);
  ask (source, &fine, 14, ZOOM + 1);
  stand_in = shumate_tile_get_paintable (fine.tile);
  g_assert_nonnull (stand_in);
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (stand_in), ==, 256);
  g_assert_false (GDK_IS_TEXTURE (stand_in));
  await (&fine);
  g_assert_true (GDK_IS_TEXTURE (shumate_tile_get_paintable (fine.tile)));
}

/* At scale 2 a tile has twice the pixels in the same area. */
static void
test_scale (void)
{
  g_autoptr (TestSource) source = create_source (2, TRUE);
  g_auto (Order) order = { 0 };

  ask (source, &order, 1, ZOOM);
  await (&order);
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (shumate_tile_get_paintable (order.tile)), ==,
                   512);
  g_assert_cmpuint (shumate_tile_get_size (order.tile), ==, 256);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map/tile-source/threads", test_threads);
  g_test_add_func ("/map/tile-source/newest-first", test_newest_first);
  g_test_add_func ("/map/tile-source/cancel", test_cancel);
  g_test_add_func ("/map/tile-source/remember", test_remember);
  g_test_add_func ("/map/tile-source/stand-in", test_stand_in);
  g_test_add_func ("/map/tile-source/scale", test_scale);

  return g_test_run ();
}
