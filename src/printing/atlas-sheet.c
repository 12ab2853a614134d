/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-sheet.h"

#include <glib/gi18n.h>
#include <math.h>

#include "atlas-picture.h"
#include "atlas-summary-painter.h"
#include "atlas-work.h"

/*
 * AtlasSheet: one page of a summary, as an item of a list model.
 *
 * When the summary is computed again, the sheet stays and gets the new one, so that views keep
 * their position. A thread draws pages with the code that also draws them for the printer.
 */
struct _AtlasSheet
{
  GObject parent_instance;

  AtlasSummary *summary;
  guint page;
};

G_DEFINE_FINAL_TYPE (AtlasSheet, atlas_sheet, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_SUMMARY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

typedef struct
{
  AtlasSummary *summary;
  guint page;
  int width; /* in pixels */
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_object_unref (job->summary);
  g_free (job);
}

static GdkTexture *
draw_page (const Job *job)
{
  const AtlasPageMetrics *metrics = atlas_summary_get_metrics (job->summary);
  const double scale = job->width / metrics->width;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, job->width,
                                                         (int) ceil (metrics->height * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  atlas_summary_painter_paint (cr, job->summary, job->page);
  cairo_destroy (cr);
  return atlas_picture_new (surface);
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, draw_page (data), g_object_unref);
  atlas_work_end ();
}

static void
atlas_sheet_finalize (GObject *object)
{
  AtlasSheet *self = ATLAS_SHEET (object);

  g_clear_object (&self->summary);

  G_OBJECT_CLASS (atlas_sheet_parent_class)->finalize (object);
}

static void
atlas_sheet_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SUMMARY:
      g_value_set_object (value, ATLAS_SHEET (object)->summary);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_sheet_class_init (AtlasSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = atlas_sheet_finalize;
  object_class->get_property = atlas_sheet_get_property;

  /**
   * AtlasSheet:summary:
   *
   * The summary of the page.
   */
  properties[PROP_SUMMARY] =
    g_param_spec_object ("summary", NULL, NULL, ATLAS_TYPE_SUMMARY,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_sheet_init (AtlasSheet *self)
{
}

/**
 * atlas_sheet_new:
 * @summary: a summary
 * @page: the index of the page, from 0
 *
 * Returns: (transfer full): the page
 */
AtlasSheet *
atlas_sheet_new (AtlasSummary *summary, guint page)
{
  AtlasSheet *self = g_object_new (ATLAS_TYPE_SHEET, NULL);

  self->summary = g_object_ref (summary);
  self->page = page;
  return self;
}

/**
 * atlas_sheet_get_summary:
 * @self: a sheet
 *
 * Returns: (transfer none): the summary of the page
 */
AtlasSummary *
atlas_sheet_get_summary (AtlasSheet *self)
{
  g_return_val_if_fail (ATLAS_IS_SHEET (self), NULL);

  return self->summary;
}

/**
 * atlas_sheet_set_summary:
 * @self: a sheet
 * @summary: a summary with at least as many pages
 *
 * Replaces the summary and keeps the index of the page.
 */
void
atlas_sheet_set_summary (AtlasSheet *self, AtlasSummary *summary)
{
  g_return_if_fail (ATLAS_IS_SHEET (self));
  g_return_if_fail (self->page < atlas_summary_get_n_pages (summary));

  if (g_set_object (&self->summary, summary))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
}

/**
 * atlas_sheet_get_page:
 * @self: a sheet
 *
 * Returns: the index of the page, from 0
 */
guint
atlas_sheet_get_page (AtlasSheet *self)
{
  g_return_val_if_fail (ATLAS_IS_SHEET (self), 0);

  return self->page;
}

/**
 * atlas_sheet_describe:
 * @self: a sheet
 *
 * Returns: (transfer full): the page number in words, in the language of the interface
 */
char *
atlas_sheet_describe (AtlasSheet *self)
{
  g_return_val_if_fail (ATLAS_IS_SHEET (self), NULL);

  /* Translators: the number of a page, and how many there are. */
  return g_strdup_printf (_("Page %u of %u"), self->page + 1,
                            atlas_summary_get_n_pages (self->summary));
}

/**
 * atlas_sheet_draw_async:
 * @self: a sheet
 * @width: the width of the picture, in screen pixels
 * @cancellable: (nullable): a cancellable, which is checked before drawing starts
 * @callback: called in the thread of the caller
 * @user_data: data for @callback
 *
 * Draws the page in a thread.
 */
void
atlas_sheet_draw_async (AtlasSheet *self,
                        int width,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (ATLAS_IS_SHEET (self));
  g_return_if_fail (width > 0);

  /* The sheet is not the source object of the task, because a thread must not drop its last
   * reference. */
  task = g_task_new (NULL, cancellable, callback, user_data);
  job = g_new (Job, 1);
  *job = (Job) { g_object_ref (self->summary), self->page, width };
  g_task_set_task_data (task, job, free_job);
  atlas_work_begin ();
  g_task_run_in_thread (task, draw_in_thread);
}

/**
 * atlas_sheet_draw_finish:
 * @result: the result that the callback got
 * @error: return location for a #GError: only %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the picture, or %NULL when it was cancelled
 */
GdkTexture *
atlas_sheet_draw_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
