/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-preview.h"

#include "atlas-sheet.h"
#include "atlas-work.h"

/*
 * AtlasPreview: the pages of a summary whose options change.
 *
 * Each request cancels the one before. The old pages stay until the new ones are ready. A thread
 * computes the summary.
 */
struct _AtlasPreview
{
  GObject parent_instance;

  GListStore *sheets;        /* of AtlasSheet */
  AtlasSummary *summary;     /* NULL until the first is ready */
  GCancellable *cancellable; /* of the summary being computed */
};

G_DEFINE_FINAL_TYPE (AtlasPreview, atlas_preview, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

typedef struct
{
  AtlasScope *scope;
  AtlasFilter *filter;
  AtlasSummaryOptions options;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_object_unref (job->scope);
  g_clear_object (&job->filter);
  g_clear_object (&job->options.tour);
  g_free (job);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  g_autoptr (GError) error = NULL;
  AtlasSummary *summary = atlas_summary_new (job->scope, job->filter, atlas_base_map_get_default (),
                                             &job->options, cancellable, NULL, NULL, &error);

  if (summary != NULL)
    g_task_return_pointer (task, summary, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
  atlas_work_end ();
}

/* Existing sheets keep their position in the list, so the selection stays. */
static void
update_sheets (AtlasPreview *self)
{
  const guint n_sheets = g_list_model_get_n_items (G_LIST_MODEL (self->sheets));
  const guint n_pages = atlas_summary_get_n_pages (self->summary);
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < MIN (n_sheets, n_pages); i++)
    {
      g_autoptr (AtlasSheet) sheet = g_list_model_get_item (G_LIST_MODEL (self->sheets), i);

      atlas_sheet_set_summary (sheet, self->summary);
    }
  for (guint i = n_sheets; i < n_pages; i++)
    g_ptr_array_add (added, atlas_sheet_new (self->summary, i));
  g_list_store_splice (self->sheets, MIN (n_sheets, n_pages),
                       n_sheets > n_pages ? n_sheets - n_pages : 0, added->pdata, added->len);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AtlasSummary) summary = g_task_propagate_pointer (G_TASK (result), NULL);
  AtlasPreview *self = user_data;

  /* Cancelled: there is a newer request, or the preview was disposed. */
  if (summary == NULL)
    return;
  g_clear_object (&self->cancellable);
  g_set_object (&self->summary, summary);
  update_sheets (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
cancel_making (AtlasPreview *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
atlas_preview_finalize (GObject *object)
{
  AtlasPreview *self = ATLAS_PREVIEW (object);

  cancel_making (self);
  g_clear_object (&self->summary);
  g_clear_object (&self->sheets);

  G_OBJECT_CLASS (atlas_preview_parent_class)->finalize (object);
}

static void
atlas_preview_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, atlas_preview_is_busy (ATLAS_PREVIEW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_preview_class_init (AtlasPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = atlas_preview_finalize;
  object_class->get_property = atlas_preview_get_property;

  /**
   * AtlasPreview:busy:
   *
   * Whether a summary is being computed.
   */
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_preview_init (AtlasPreview *self)
{
  self->sheets = g_list_store_new (ATLAS_TYPE_SHEET);
}

/**
 * atlas_preview_new:
 *
 * Returns: (transfer full): a preview without pages
 */
AtlasPreview *
atlas_preview_new (void)
{
  return g_object_new (ATLAS_TYPE_PREVIEW, NULL);
}

/**
 * atlas_preview_make:
 * @self: a preview
 * @scope: the scope of the summary
 * @filter: (nullable): the filter to apply; do not change it afterwards
 * @options: the options of the summary
 *
 * Starts to compute a summary, and cancels the one before.
 */
void
atlas_preview_make (AtlasPreview *self,
                    AtlasScope *scope,
                    AtlasFilter *filter,
                    const AtlasSummaryOptions *options)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (ATLAS_IS_PREVIEW (self));
  g_return_if_fail (ATLAS_IS_SCOPE (scope));

  cancel_making (self);
  self->cancellable = g_cancellable_new ();
  /* The preview is not the source object of the task, because a thread must not drop its last
   * reference. */
  task = g_task_new (NULL, self->cancellable, made_cb, self);
  job = g_new (Job, 1);
  *job = (Job) { g_object_ref (scope), filter != NULL ? g_object_ref (filter) : NULL, *options };
  if (options->tour != NULL)
    g_object_ref (options->tour);
  g_task_set_task_data (task, job, free_job);
  atlas_work_begin ();
  g_task_run_in_thread (task, make_in_thread);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/**
 * atlas_preview_get_sheets:
 * @self: a preview
 *
 * Returns: (transfer none): its pages, a list of #AtlasSheet
 */
GListModel *
atlas_preview_get_sheets (AtlasPreview *self)
{
  g_return_val_if_fail (ATLAS_IS_PREVIEW (self), NULL);

  return G_LIST_MODEL (self->sheets);
}

/**
 * atlas_preview_get_summary:
 * @self: a preview
 *
 * Returns: (transfer none) (nullable): the summary whose pages are shown
 */
AtlasSummary *
atlas_preview_get_summary (AtlasPreview *self)
{
  g_return_val_if_fail (ATLAS_IS_PREVIEW (self), NULL);

  return self->summary;
}

/**
 * atlas_preview_is_busy:
 * @self: a preview
 *
 * Returns: whether a summary is being computed
 */
gboolean
atlas_preview_is_busy (AtlasPreview *self)
{
  g_return_val_if_fail (ATLAS_IS_PREVIEW (self), FALSE);

  return self->cancellable != NULL;
}
