/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-work.h"

#include <malloc.h>

#include "../atlas-test-allocator.h"

#define PATIENCE (60 * G_USEC_PER_SEC)

#define N_THREADS 4

static gpointer
work_in_thread (gpointer data)
{
  g_atomic_int_inc ((int *) data);
  atlas_work_end ();
  return NULL;
}

/* Without any work, waiting returns at once. */
static void
test_idle (void)
{
  g_assert_true (atlas_work_wait (0));
}

/* Waits for work that was counted, even before its thread has started, but not longer than the
 * timeout. */
static void
test_wait (void)
{
  GThread *threads[N_THREADS];
  int n_done = 0;

  for (guint i = 0; i < N_THREADS; i++)
    atlas_work_begin ();
  g_assert_false (atlas_work_wait (0));
  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new (NULL, work_in_thread, &n_done);
  g_assert_true (atlas_work_wait (PATIENCE));
  g_assert_cmpint (g_atomic_int_get (&n_done), ==, N_THREADS);
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
}

#ifndef HAS_OTHER_ALLOCATOR
/* In bytes: a tile, and the names of a large window. */
#define SMALL_PICTURE (256 * 256 * 4)
#define LARGE_PICTURE (2000 * 1500 * 4)

/* After a large picture was freed, even a small picture is allocated outside the heap. */
static void
test_pictures (void)
{
  gpointer small;
  size_t n_apart;

  g_free (g_malloc (LARGE_PICTURE));
  n_apart = mallinfo2 ().hblks;
  small = g_malloc (SMALL_PICTURE);
  g_assert_cmpuint (mallinfo2 ().hblks, ==, n_apart + 1);
  g_free (small);
  g_assert_cmpuint (mallinfo2 ().hblks, ==, n_apart);
}
#endif

int
main (int argc, char *argv[])
{
  atlas_work_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/atlas-work/idle", test_idle);
  g_test_add_func ("/drawing/atlas-work/wait", test_wait);
#ifndef HAS_OTHER_ALLOCATOR
  g_test_add_func ("/drawing/atlas-work/pictures", test_pictures);
#endif
  return g_test_run ();
}
