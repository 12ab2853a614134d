/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-sheet-view-private.h"

#include <math.h>

#include "atlas-picture.h"
#include "atlas-widget-tools.h"

/*
 * AtlasSheetView: a page on screen, at a given scale or as large as fits.
 *
 * A thread draws it. Until the picture in the right size is ready, the old one is scaled, so that
 * zooming and new summaries do not flicker.
 */
G_DEFINE_FINAL_TYPE (AtlasSheetView, atlas_sheet_view, GTK_TYPE_WIDGET)

/* The room for the shadow. */
#define MARGIN 5

/* The largest width of a picture, to limit memory; at that size letters are large enough. */
#define MAX_WIDTH 6000

static const AtlasPageMetrics *
get_metrics (AtlasSheetView *self)
{
  return atlas_summary_get_metrics (atlas_sheet_get_summary (self->sheet));
}

static double
get_shown_scale (AtlasSheetView *self)
{
  const AtlasPageMetrics *metrics = get_metrics (self);
  const double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2.0 * MARGIN;
  const double height = gtk_widget_get_height (GTK_WIDGET (self)) - 2.0 * MARGIN;

  if (self->scale > 0)
    return self->scale;
  return MAX (MIN (width / metrics->width, height / metrics->height), 0.01);
}

/* Aligned to whole pixels, so that the picture is sharp. */
static graphene_rect_t
get_paper (AtlasSheetView *self)
{
  const AtlasPageMetrics *metrics = get_metrics (self);
  const double scale = get_shown_scale (self);
  const float width = (float) round (metrics->width * scale);
  const float height = (float) round (metrics->height * scale);

  return GRAPHENE_RECT_INIT (
    floorf (((float) gtk_widget_get_width (GTK_WIDGET (self)) - width) / 2),
    floorf (((float) gtk_widget_get_height (GTK_WIDGET (self)) - height) / 2), width, height);
}

/* Drawing in the background ------------------------------------------------------------------- */

static void
cancel_drawing (AtlasSheetView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GdkTexture) picture = atlas_sheet_draw_finish (result, NULL);
  AtlasSheetView *self = user_data;

  /* Cancelled: the widget may already be disposed. */
  if (picture == NULL)
    return;
  g_clear_object (&self->cancellable);
  g_set_object (&self->picture, picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
draw (AtlasSheetView *self)
{
  const int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  AtlasSummary *summary;
  int width;

  if (self->sheet == NULL || gtk_widget_get_width (GTK_WIDGET (self)) <= 2 * MARGIN)
    return;
  summary = atlas_sheet_get_summary (self->sheet);
  width = CLAMP ((int) get_paper (self).size.width * factor, 1, MAX_WIDTH);
  if (self->drawn == summary && self->drawn_width == width)
    return;
  g_set_object (&self->drawn, summary);
  self->drawn_width = width;
  cancel_drawing (self);
  self->cancellable = g_cancellable_new ();
  atlas_sheet_draw_async (self->sheet, width, self->cancellable, drawn_cb, self);
}

static void
summary_changed_cb (AtlasSheetView *self)
{
  g_autofree char *label = atlas_sheet_describe (self->sheet);

  atlas_set_accessible_label (self, label);
  if (self->scale > 0)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  draw (self);
}

/* Widget -------------------------------------------------------------------------------------- */

static void
atlas_sheet_view_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  AtlasSheetView *self = ATLAS_SHEET_VIEW (widget);
  const AtlasPageMetrics *metrics;

  *minimum = *natural = 2 * MARGIN + 1;
  if (self->sheet == NULL || self->scale <= 0)
    return;
  metrics = get_metrics (self);
  *minimum = *natural =
    2 * MARGIN +
    (int) round (self->scale *
                 (orientation == GTK_ORIENTATION_HORIZONTAL ? metrics->width : metrics->height));
}

static void
atlas_sheet_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  draw (ATLAS_SHEET_VIEW (widget));
}

/* A picture with another aspect ratio would be distorted. */
static gboolean
has_fitting_picture (AtlasSheetView *self, const graphene_rect_t *paper)
{
  return self->picture != NULL &&
         fabs (gdk_texture_get_width (self->picture) * paper->size.height /
                 (gdk_texture_get_height (self->picture) * paper->size.width) -
               1) < 0.1;
}

static void
atlas_sheet_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasSheetView *self = ATLAS_SHEET_VIEW (widget);
  const GdkRGBA shadow = { 0, 0, 0, 0.28f };
  const GdkRGBA white = { 1, 1, 1, 1 };
  graphene_rect_t paper;
  GskRoundedRect outline;

  if (self->sheet == NULL)
    return;
  paper = get_paper (self);
  gsk_rounded_rect_init_from_rect (&outline, &paper, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, 0, 3);
  if (has_fitting_picture (self, &paper))
    atlas_picture_append (snapshot, widget, GDK_PAINTABLE (self->picture), &paper);
  else
    gtk_snapshot_append_color (snapshot, &white, &paper);
}

static void
atlas_sheet_view_dispose (GObject *object)
{
  AtlasSheetView *self = ATLAS_SHEET_VIEW (object);

  atlas_sheet_view_set_sheet (self, NULL);
  g_clear_object (&self->picture);

  G_OBJECT_CLASS (atlas_sheet_view_parent_class)->dispose (object);
}

static void
atlas_sheet_view_class_init (AtlasSheetViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_sheet_view_dispose;
  widget_class->measure = atlas_sheet_view_measure;
  widget_class->size_allocate = atlas_sheet_view_size_allocate;
  widget_class->snapshot = atlas_sheet_view_snapshot;

  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
atlas_sheet_view_init (AtlasSheetView *self)
{
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (draw), NULL);
}

/**
 * atlas_sheet_view_set_sheet:
 * @self: a view
 * @sheet: (nullable): the sheet to show
 */
void
atlas_sheet_view_set_sheet (AtlasSheetView *self, AtlasSheet *sheet)
{
  g_return_if_fail (ATLAS_IS_SHEET_VIEW (self));

  if (self->sheet == sheet)
    return;
  cancel_drawing (self);
  g_clear_object (&self->picture);
  g_clear_object (&self->drawn);
  if (self->sheet != NULL)
    g_signal_handlers_disconnect_by_func (self->sheet, summary_changed_cb, self);
  g_set_object (&self->sheet, sheet);
  if (sheet != NULL)
    {
      g_signal_connect_swapped (sheet, "notify::summary", G_CALLBACK (summary_changed_cb), self);
      summary_changed_cb (self);
    }
}

/**
 * atlas_sheet_view_set_scale:
 * @self: a view
 * @scale: screen pixels per point of the page, or 0 to scale the page to fit
 */
void
atlas_sheet_view_set_scale (AtlasSheetView *self, double scale)
{
  g_return_if_fail (ATLAS_IS_SHEET_VIEW (self));
  g_return_if_fail (scale >= 0);

  if (scale == self->scale)
    return;
  self->scale = scale;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * atlas_sheet_view_get_shown_scale:
 * @self: a view
 *
 * Returns: the current scale in screen pixels per point; 0 without a sheet
 */
double
atlas_sheet_view_get_shown_scale (AtlasSheetView *self)
{
  g_return_val_if_fail (ATLAS_IS_SHEET_VIEW (self), 0);

  return self->sheet != NULL ? get_shown_scale (self) : 0;
}
