/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include <dlfcn.h>
#include <gio/gio.h>

/* Tells the thread sanitizer how GLib orders the work of threads.
 *
 * The sanitizer knows the locks of the C library, but GLib has its own, and Debian builds GLib
 * without the sanitizer. Without help it would report a race for everything that a lock or a queue
 * of GLib protects. This library is loaded before GLib, wraps the functions that the program uses,
 * and states what happens before what: __tsan_release() publishes what a thread has done at an
 * address, and __tsan_acquire() with the same address receives it in another thread. */

/* Absent in programs that are not built with the sanitizer, such as the virtual display. */
extern void __tsan_acquire (void *address) __attribute__ ((weak));
extern void __tsan_release (void *address) __attribute__ ((weak));

/* The function of GLib that a function of this file wraps. */
#define REAL(name) ((__typeof__ (name) *) dlsym (RTLD_NEXT, #name))

#undef g_once_init_enter
#undef g_once_init_leave

static void
acquire (gconstpointer address)
{
  if (__tsan_acquire != NULL && address != NULL)
    __tsan_acquire ((void *) address);
}

static void
release (gconstpointer address)
{
  if (__tsan_release != NULL && address != NULL)
    __tsan_release ((void *) address);
}

void
g_mutex_lock (GMutex *mutex)
{
  REAL (g_mutex_lock) (mutex);
  acquire (mutex);
}

gboolean
g_mutex_trylock (GMutex *mutex)
{
  const gboolean is_locked = REAL (g_mutex_trylock) (mutex);

  if (is_locked)
    acquire (mutex);
  return is_locked;
}

void
g_mutex_unlock (GMutex *mutex)
{
  release (mutex);
  REAL (g_mutex_unlock) (mutex);
}

void
g_cond_wait (GCond *cond, GMutex *mutex)
{
  release (mutex);
  REAL (g_cond_wait) (cond, mutex);
  acquire (mutex);
}

gboolean
g_cond_wait_until (GCond *cond, GMutex *mutex, gint64 end_time)
{
  gboolean is_signalled;

  release (mutex);
  is_signalled = REAL (g_cond_wait_until) (cond, mutex, end_time);
  acquire (mutex);
  return is_signalled;
}

gboolean
g_once_init_enter (volatile void *location)
{
  const gboolean is_first = REAL (g_once_init_enter) (location);

  acquire ((gconstpointer) location);
  return is_first;
}

void
g_once_init_leave (volatile void *location, gsize result)
{
  release ((gconstpointer) location);
  REAL (g_once_init_leave) (location, result);
}

/* The last one to drop a reference frees the object, after what the others have done with it. */

void
g_object_unref (gpointer object)
{
  release (object);
  acquire (object);
  REAL (g_object_unref) (object);
}

void
g_atomic_rc_box_release_full (gpointer memory, GDestroyNotify clear)
{
  release (memory);
  acquire (memory);
  REAL (g_atomic_rc_box_release_full) (memory, clear);
}

/* Work that a thread of a pool does: it comes after the call that queued it. */

typedef struct
{
  GFunc function;
  gpointer user_data;
} Pool;

static void
run_in_pool (gpointer data, gpointer user_data)
{
  const Pool *pool = user_data;

  acquire (data);
  pool->function (data, pool->user_data);
}

GThreadPool *
g_thread_pool_new (GFunc function,
                   gpointer user_data,
                   int n_threads,
                   gboolean is_exclusive,
                   GError **error)
{
  Pool *pool = g_new (Pool, 1);

  *pool = (Pool){ function, user_data };
  return REAL (g_thread_pool_new) (run_in_pool, pool, n_threads, is_exclusive, error);
}

gboolean
g_thread_pool_push (GThreadPool *pool, gpointer data, GError **error)
{
  release (data);
  return REAL (g_thread_pool_push) (pool, data, error);
}

/* Tasks: the thread comes after the start, and the callback after the return. */

static GQuark
get_quark (void)
{
  return g_quark_from_static_string ("thread-sanitizer");
}

static void
run_task (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GTaskThreadFunc function = (GTaskThreadFunc) g_object_get_qdata (G_OBJECT (task), get_quark ());

  acquire (task);
  function (task, source, task_data, cancellable);
  release (task);
}

void
g_task_run_in_thread (GTask *task, GTaskThreadFunc function)
{
  g_object_set_qdata (G_OBJECT (task), get_quark (), (gpointer) function);
  release (task);
  REAL (g_task_run_in_thread) (task, run_task);
}

void
g_task_return_pointer (GTask *task, gpointer result, GDestroyNotify clear)
{
  release (task);
  REAL (g_task_return_pointer) (task, result, clear);
}

void
g_task_return_boolean (GTask *task, gboolean result)
{
  release (task);
  REAL (g_task_return_boolean) (task, result);
}

void
g_task_return_error (GTask *task, GError *error)
{
  release (task);
  REAL (g_task_return_error) (task, error);
}

gpointer
g_task_propagate_pointer (GTask *task, GError **error)
{
  acquire (task);
  return REAL (g_task_propagate_pointer) (task, error);
}

gboolean
g_task_propagate_boolean (GTask *task, GError **error)
{
  acquire (task);
  return REAL (g_task_propagate_boolean) (task, error);
}

/* Functions that the main loop calls: they come after the call that added them. */

typedef struct
{
  GSourceFunc function;
  gpointer data;
  GDestroyNotify clear;
} Idle;

static gboolean
run_idle (gpointer data)
{
  Idle *idle = data;

  acquire (idle);
  return idle->function (idle->data);
}

static void
clear_idle (gpointer data)
{
  Idle *idle = data;

  acquire (idle);
  if (idle->clear != NULL)
    idle->clear (idle->data);
  g_free (idle);
}

guint
g_idle_add_full (int priority, GSourceFunc function, gpointer data, GDestroyNotify clear)
{
  Idle *idle = g_new (Idle, 1);

  *idle = (Idle){ function, data, clear };
  release (idle);
  return REAL (g_idle_add_full) (priority, run_idle, idle, clear_idle);
}
