/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-print-operation.h"

#include "atlas-pdf-writer.h"
#include "atlas-print-settings.h"
#include "atlas-summary-painter.h"

/*
 * AtlasPrintOperation: the pages of a summary on the way to a printer.
 *
 * It prints what it is given and reads no settings. Only the printer's own dialog may change the
 * paper; the summary is then put together anew, as long as it is paper for which there is a layout.
 * On any other the pages are made to fit.
 */
struct _AtlasPrintOperation
{
  GtkPrintOperation parent_instance;

  AtlasScope          *scope;
  AtlasFilter         *filter;
  AtlasSummaryOptions  options;
  AtlasSummary        *summary;
  gboolean             was_previewed;
};

G_DEFINE_FINAL_TYPE (AtlasPrintOperation, atlas_print_operation, GTK_TYPE_PRINT_OPERATION)

static void
make_summary (AtlasPrintOperation *self)
{
  g_clear_object (&self->summary);
  /* Nobody can cancel it, and nothing else makes it fail. */
  self->summary = atlas_summary_new (self->scope, self->filter, atlas_base_map_get_default (),
                                     &self->options, NULL, NULL, NULL, NULL);
}

static void
atlas_print_operation_begin_print (GtkPrintOperation *operation,
                                   GtkPrintContext   *context)
{
  AtlasPrintOperation *self = ATLAS_PRINT_OPERATION (operation);

  if (atlas_print_settings_follow (&self->options.page, gtk_print_context_get_page_setup (context)) ||
      self->summary == NULL)
    make_summary (self);
  gtk_print_operation_set_n_pages (operation, (int) atlas_summary_get_n_pages (self->summary));
}

/* Where the paper is another one, all of the page stands in its middle. */
static void
fit_page (cairo_t                *cr,
          GtkPrintContext        *context,
          const AtlasPageMetrics *metrics)
{
  const double width = gtk_print_context_get_width (context);
  const double height = gtk_print_context_get_height (context);
  const double scale = MIN (width / metrics->width, height / metrics->height);

  /* Less than a point is a matter of rounding. */
  if (ABS (width - metrics->width) < 1 && ABS (height - metrics->height) < 1)
    return;
  cairo_translate (cr, (width - metrics->width * scale) / 2, (height - metrics->height * scale) / 2);
  cairo_scale (cr, scale, scale);
}

static void
atlas_print_operation_draw_page (GtkPrintOperation *operation,
                                 GtkPrintContext   *context,
                                 int                page)
{
  AtlasPrintOperation *self = ATLAS_PRINT_OPERATION (operation);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  /* A printer that writes a file gets one that says what it is. */
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

/* The printer's dialog has a button for a preview, which would start another program, if that is
 * there. The pages can be seen in the window below: it is enough to close the dialog. */
static gboolean
atlas_print_operation_preview (GtkPrintOperation        *operation,
                               GtkPrintOperationPreview *preview,
                               GtkPrintContext          *context,
                               GtkWindow                *parent)
{
  cairo_surface_t *nowhere = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (nowhere);

  /* GTK wants to be able to draw. */
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

  /* A page has margins of its own, and its unit is the point. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
}

/**
 * atlas_print_operation_new:
 * @scope: what is printed
 * @filter: (nullable): what of it is shown; it must not change any more
 * @options: how it is put together
 * @summary: (nullable): the summary, if it is there already
 *
 * Returns: (transfer full): an operation with the paper of @options, ready to run
 */
AtlasPrintOperation *
atlas_print_operation_new (AtlasScope                *scope,
                           AtlasFilter               *filter,
                           const AtlasSummaryOptions *options,
                           AtlasSummary              *summary)
{
  AtlasPrintOperation *self;
  g_autoptr (GtkPageSetup) setup = NULL;

  g_return_val_if_fail (ATLAS_IS_SCOPE (scope), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_PRINT_OPERATION, NULL);
  self->scope = g_object_ref (scope);
  self->filter = filter != NULL ? g_object_ref (filter) : NULL;
  self->options = *options;
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
 * Returns: (transfer none): the setup of its pages, with the paper that the printer's dialog chose
 */
const AtlasPageSetup *
atlas_print_operation_get_page (AtlasPrintOperation *self)
{
  g_return_val_if_fail (ATLAS_IS_PRINT_OPERATION (self), NULL);

  return &self->options.page;
}

/**
 * atlas_print_operation_was_previewed:
 * @self: an operation that is done
 *
 * Returns: whether the person asked for a preview in the printer's dialog, and nothing was printed
 */
gboolean
atlas_print_operation_was_previewed (AtlasPrintOperation *self)
{
  g_return_val_if_fail (ATLAS_IS_PRINT_OPERATION (self), FALSE);

  return self->was_previewed;
}
