/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-print-operation.h"

#include "atlas-pdf-writer.h"
#include "atlas-print-settings.h"
#include "atlas-summary-painter.h"

/*
 * AtlasPrintOperation: prints the pages of a summary.
 *
 * It prints the options that it gets and reads no settings. Only the printer dialog can change the
 * paper. If there is a layout for the new paper, the summary is computed again; otherwise the pages
 * are scaled to fit.
 */
struct _AtlasPrintOperation
{
  GtkPrintOperation parent_instance;

  AtlasScope *scope;
  AtlasFilter *filter;
  AtlasSummaryOptions options;
  AtlasSummary *summary;
  gboolean was_previewed;
};

G_DEFINE_FINAL_TYPE (AtlasPrintOperation, atlas_print_operation, GTK_TYPE_PRINT_OPERATION)

static void
make_summary (AtlasPrintOperation *self)
{
  g_clear_object (&self->summary);
  /* There is no cancellable, so this cannot fail. */
  self->summary = atlas_summary_new (self->scope, self->filter, atlas_base_map_get_default (),
                                     &self->options, NULL, NULL, NULL, NULL);
}

static void
atlas_print_operation_begin_print (GtkPrintOperation *operation, GtkPrintContext *context)
{
  AtlasPrintOperation *self = ATLAS_PRINT_OPERATION (operation);

  if (atlas_print_settings_follow (&self->options.page,
                                   gtk_print_context_get_page_setup (context)) ||
      self->summary == NULL)
    make_summary (self);
  gtk_print_operation_set_n_pages (operation, (int) atlas_summary_get_n_pages (self->summary));
}

/* Scales the page to the paper and centres it. */
static void
fit_page (cairo_t *cr, GtkPrintContext *context, const AtlasPageMetrics *metrics)
{
  const double width = gtk_print_context_get_width (context);
  const double height = gtk_print_context_get_height (context);
  const double scale = MIN (width / metrics->width, height / metrics->height);

  /* Differences below one point are rounding errors. */
  if (ABS (width - metrics->width) < 1 && ABS (height - metrics->height) < 1)
    return;
  cairo_translate (cr, (width - metrics->width * scale) / 2,
                   (height - metrics->height * scale) / 2);
  cairo_scale (cr, scale, scale);
}

static void
atlas_print_operation_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page)
{
  AtlasPrintOperation *self = ATLAS_PRINT_OPERATION (operation);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  /* When printing to a PDF file, set its metadata. */
  if (page == 0 && cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_PDF)
    atlas_pdf_writer_describe (cairo_get_target (cr), self->summary);
  cairo_save (cr);
  fit_page (cr, context, atlas_summary_get_metrics (self->summary));
  atlas_summary_painter_paint (cr, self->summary, (guint) page);
  cairo_restore (cr);
}

static void
ready_cb (GtkPrintOperationPreview *preview)
{
  gtk_print_operation_preview_end_preview (preview);
}

/* The printer dialog has a preview button that starts an external program, if there is one. The
 * print window behind it already shows the pages, so only close the dialog. */
static gboolean
atlas_print_operation_preview (GtkPrintOperation *operation,
                               GtkPrintOperationPreview *preview,
                               GtkPrintContext *context,
                               GtkWindow *parent)
{
  cairo_surface_t *nowhere = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (nowhere);

  /* GTK requires a cairo context here. */
  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  cairo_destroy (cr);
  cairo_surface_destroy (nowhere);
  ATLAS_PRINT_OPERATION (operation)->was_previewed = TRUE;
  g_signal_connect (preview, "ready", G_CALLBACK (ready_cb), NULL);
  return TRUE;
}

static void
atlas_print_operation_finalize (GObject *object)
{
  AtlasPrintOperation *self = ATLAS_PRINT_OPERATION (object);

  g_clear_object (&self->scope);
  g_clear_object (&self->filter);
  g_clear_object (&self->options.tour);
  g_clear_object (&self->summary);

  G_OBJECT_CLASS (atlas_print_operation_parent_class)->finalize (object);
}

static void
atlas_print_operation_class_init (AtlasPrintOperationClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_print_operation_finalize;
  operation_class->begin_print = atlas_print_operation_begin_print;
  operation_class->draw_page = atlas_print_operation_draw_page;
  operation_class->preview = atlas_print_operation_preview;
}

static void
atlas_print_operation_init (AtlasPrintOperation *self)
{
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (self);

  /* The page draws its own margins, and its unit is the point. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
}

/**
 * atlas_print_operation_new:
 * @scope: the scope to print
 * @filter: (nullable): the filter to apply; do not change it afterwards
 * @options: the options of the summary
 * @summary: (nullable): the summary, if it is already computed
 *
 * Returns: (transfer full): an operation with the paper of @options
 */
AtlasPrintOperation *
atlas_print_operation_new (AtlasScope *scope,
                           AtlasFilter *filter,
                           const AtlasSummaryOptions *options,
                           AtlasSummary *summary)
{
  AtlasPrintOperation *self;
  g_autoptr (GtkPageSetup) setup = NULL;

  g_return_val_if_fail (ATLAS_IS_SCOPE (scope), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_PRINT_OPERATION, NULL);
  self->scope = g_object_ref (scope);
  self->filter = filter != NULL ? g_object_ref (filter) : NULL;
  self->options = *options;
  if (options->tour != NULL)
    g_object_ref (options->tour);
  self->summary = summary != NULL ? g_object_ref (summary) : NULL;
  setup = atlas_print_settings_make_page_setup (&options->page);
  gtk_print_operation_set_default_page_setup (GTK_PRINT_OPERATION (self), setup);
  gtk_print_operation_set_job_name (GTK_PRINT_OPERATION (self),
                                    summary != NULL
                                      ? atlas_summary_get_title (summary)
                                      : atlas_scope_get_name (scope, options->page.language));
  return self;
}

/**
 * atlas_print_operation_get_page:
 * @self: an operation
 *
 * Returns: (transfer none): the setup of its pages, with the paper selected in the printer dialog
 */
const AtlasPageSetup *
atlas_print_operation_get_page (AtlasPrintOperation *self)
{
  g_return_val_if_fail (ATLAS_IS_PRINT_OPERATION (self), NULL);

  return &self->options.page;
}

/**
 * atlas_print_operation_was_previewed:
 * @self: an operation that has ended
 *
 * Returns: whether the user pressed the preview button of the printer dialog, so that nothing was
 *   printed
 */
gboolean
atlas_print_operation_was_previewed (AtlasPrintOperation *self)
{
  g_return_val_if_fail (ATLAS_IS_PRINT_OPERATION (self), FALSE);

  return self->was_previewed;
}
