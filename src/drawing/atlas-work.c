/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-work.h"

#include <malloc.h>

/*
 * How many drawings are given to threads and not done yet.
 *
 * A process does not wait for its threads when it ends, and HarfBuzz frees what all of them share
 * as soon as exit() is called. So whoever lets a thread draw or lay out text says so here, and main()
 * waits before it returns.
 */
static GMutex lock;
static GCond ended;
static guint n_begun;

/* How many heaps the threads share. */
#define N_HEAPS 2

/* In bytes. Smaller than the smallest tile. */
#define LARGE_BLOCK (128 * 1024)

/**
 * atlas_work_init:
 *
 * Lets all threads share few heaps, and keeps pictures out of them. To be called before there are
 * threads.
 *
 * By default, the C library gives each new thread a heap of its own, up to eight for each core, and
 * a heap keeps what its thread freed. Work goes to whichever thread is free, so each of these heaps
 * would grow in turn to what the largest summary needs.
 *
 * The C library maps large blocks by themselves and returns them to the system when they are freed.
 * By default it stops doing so for blocks up to the size of the largest one that was freed. Tiles and
 * names are then drawn in the heaps, small blocks come to lie between them, and the holes that the
 * pictures leave stay in memory. A fixed limit keeps every picture apart.
 */
void
atlas_work_init (void)
{
#ifdef M_ARENA_MAX
  mallopt (M_ARENA_MAX, N_HEAPS);
#endif
#ifdef M_MMAP_THRESHOLD
  mallopt (M_MMAP_THRESHOLD, LARGE_BLOCK);
#endif
}

/**
 * atlas_work_begin:
 *
 * To be called before work is given to a thread, by whoever gives it.
 */
void
atlas_work_begin (void)
{
  g_mutex_lock (&lock);
  n_begun++;
  g_mutex_unlock (&lock);
}

/**
 * atlas_work_end:
 *
 * To be called in the thread that did the work, as the last it does.
 */
void
atlas_work_end (void)
{
  g_mutex_lock (&lock);
  n_begun--;
  if (n_begun == 0)
    g_cond_broadcast (&ended);
  g_mutex_unlock (&lock);
}

/**
 * atlas_work_wait:
 * @patience: how long, in microseconds: a file may be written to a disk that does not answer
 *
 * Waits until all work that was begun is done.
 *
 * Returns: whether it is
 */
gboolean
atlas_work_wait (gint64 patience)
{
  const gint64 deadline = g_get_monotonic_time () + patience;
  gboolean is_done = TRUE;

  g_mutex_lock (&lock);
  while (n_begun > 0 && is_done)
    is_done = g_cond_wait_until (&ended, &lock, deadline);
  is_done = n_begun == 0;
  g_mutex_unlock (&lock);
  return is_done;
}
