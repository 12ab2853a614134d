/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-mark.h"

#include <adwaita.h>

#include "atlas-event.h"
#include "atlas-industry-color.h"
#include "atlas-link-painter.h"
#include "atlas-map-style.h"

/*
 * AtlasMark: the small sign before the title of a row.
 *
 * It is a piece of line in the style of the map, a square in the color of a group of industries, or
 * the icon of a kind of event. It only repeats what the text says, so it is hidden from assistive
 * technology.
 */
struct _AtlasMark
{
  GtkWidget parent_instance;

  GtkWidget *image; /* shows icons */
  AtlasRowMark mark;
  guint detail;
};

G_DEFINE_FINAL_TYPE (AtlasMark, atlas_mark, GTK_TYPE_WIDGET)

#define LINE_WIDTH 20
#define SQUARE 10
#define HEIGHT 16

static const char *const event_icons[ATLAS_N_EVENT_KINDS] = {
  [ATLAS_EVENT_KIND_APPROVAL] = "atlas-approval-symbolic",
  [ATLAS_EVENT_KIND_RECOGNITION] = "atlas-recognition-symbolic",
  [ATLAS_EVENT_KIND_PLAN] = "atlas-plan-symbolic",
  [ATLAS_EVENT_KIND_DRAFTING] = "atlas-drafting-symbolic",
  [ATLAS_EVENT_KIND_SUGGESTION] = "atlas-suggestion-symbolic",
  [ATLAS_EVENT_KIND_REPLY] = "atlas-reply-symbolic",
  [ATLAS_EVENT_KIND_AGREEMENT] = "atlas-agreement-symbolic",
  [ATLAS_EVENT_KIND_MEETING] = "atlas-meeting-symbolic",
  [ATLAS_EVENT_KIND_FOUNDING] = "atlas-founding-symbolic",
  [ATLAS_EVENT_KIND_START] = "atlas-start-symbolic",
  [ATLAS_EVENT_KIND_SIGNING] = "atlas-signing-symbolic",
  [ATLAS_EVENT_KIND_SURVEY] = "atlas-survey-symbolic",
};

static gboolean
is_icon (AtlasRowMark mark)
{
  return mark == ATLAS_ROW_MARK_EVENT || mark == ATLAS_ROW_MARK_PLAN;
}

static void
atlas_mark_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  AtlasMark *self = ATLAS_MARK (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = HEIGHT;
  else if (self->mark == ATLAS_ROW_MARK_LINK)
    *minimum = *natural = LINE_WIDTH;
  else
    *minimum = *natural = self->mark == ATLAS_ROW_MARK_INDUSTRY ? SQUARE : HEIGHT;
}

static void
atlas_mark_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AtlasMark *self = ATLAS_MARK (widget);

  gtk_widget_size_allocate (self->image, &(GtkAllocation) { 0, 0, width, height }, -1);
}

static void
atlas_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasMark *self = ATLAS_MARK (widget);
  const gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  cairo_t *cr;

  GTK_WIDGET_CLASS (atlas_mark_parent_class)->snapshot (widget, snapshot);
  if (self->mark == ATLAS_ROW_MARK_NONE || is_icon (self->mark))
    return;
  cr =
    gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  if (self->mark == ATLAS_ROW_MARK_LINK)
    atlas_link_painter_paint_sample (cr, (AtlasLinkGroup) self->detail,
                                     dark ? ATLAS_STYLE_DARK : ATLAS_STYLE_LIGHT, 0, height / 2.0,
                                     width);
  else
    {
      const AtlasChartColor color =
        atlas_industry_color_for_group ((AtlasIndustryGroup) self->detail, dark);

      cairo_set_source_rgb (cr, color.red, color.green, color.blue);
      atlas_rounded_rectangle (cr, 0, (height - SQUARE) / 2.0, SQUARE, SQUARE, 3);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
}

static void
atlas_mark_dispose (GObject *object)
{
  AtlasMark *self = ATLAS_MARK (object);

  g_clear_pointer (&self->image, gtk_widget_unparent);

  G_OBJECT_CLASS (atlas_mark_parent_class)->dispose (object);
}

static void
atlas_mark_class_init (AtlasMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_mark_dispose;
  widget_class->measure = atlas_mark_measure;
  widget_class->size_allocate = atlas_mark_size_allocate;
  widget_class->snapshot = atlas_mark_snapshot;
  gtk_widget_class_set_css_name (widget_class, "atlas-mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
atlas_mark_init (AtlasMark *self)
{
  self->image =
    g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (self->image, GTK_WIDGET (self));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * atlas_mark_set:
 * @self: a sign
 * @mark: the kind of sign; %ATLAS_ROW_MARK_NONE hides it
 * @detail: the link group, group of industries or kind of event
 */
void
atlas_mark_set (AtlasMark *self, AtlasRowMark mark, guint detail)
{
  g_return_if_fail (ATLAS_IS_MARK (self));

  self->mark = mark;
  self->detail = detail;
  gtk_widget_set_visible (GTK_WIDGET (self), mark != ATLAS_ROW_MARK_NONE);
  gtk_widget_set_visible (self->image, is_icon (mark));
  if (mark == ATLAS_ROW_MARK_EVENT)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->image), event_icons[detail]);
  else if (mark == ATLAS_ROW_MARK_PLAN)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->image), "atlas-plan-symbolic");
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
