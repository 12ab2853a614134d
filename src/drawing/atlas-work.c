/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-work.h"

#include <malloc.h>

/*
 * Counts the drawings that threads have not finished yet.
 *
 * A process does not wait for its threads when it ends, and exit() frees the shared data of
 * HarfBuzz. So code that lets a thread draw or lay out text counts it here, and main() waits before
 * it returns.
 */
static GMutex lock;
static GCond ended;
static guint n_begun;

/* How many heaps the threads share. */
#define N_HEAPS 2

/* In bytes: smaller than the smallest tile. */
#define LARGE_BLOCK (128 * 1024)

/**
 * atlas_work_init:
 *
 * Limits the number of heaps of malloc() and keeps pictures out of them. Call this before threads
 * start.
 *
 * By default, glibc gives each new thread its own heap, up to eight per core, and a heap keeps
 * memory that its thread freed. Any free thread takes the next piece of work, so over time each of
 * these heaps would grow to the size that the largest summary needs.
 *
 * glibc maps large blocks separately and returns them to the system when they are freed. By default
 * it raises the size limit for this to the largest block that was freed. Then tiles and names are
 * allocated in the heaps, small blocks get between them, and the holes that the pictures leave stay
 * in memory. A fixed limit keeps every picture separate.
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
 * Counts a piece of work. Call this before the work is given to a thread.
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
 * Counts a piece of work as done. Call this at its end, in the thread that did it.
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
 * @patience: the timeout in microseconds, in case a thread writes to a disk that does not respond
 *
 * Waits until all work that was begun is done.
 *
 * Returns: whether all work is done
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
