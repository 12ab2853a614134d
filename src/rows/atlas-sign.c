/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-sign.h"

#include <adwaita.h>

#include "atlas-event.h"
#include "atlas-industry-color.h"
#include "atlas-link-painter.h"
#include "atlas-map-style.h"

/*
 * AtlasSign: the small sign before the title of a row.
 *
 * It is a piece of line in the style of the map, a square in the color of a group of industries, or
 * the icon of a kind of event. It only repeats what the text says, so it is hidden from assistive
 * technology.
 */
struct _AtlasSign
{
  GtkWidget parent_instance;

  GtkWidget *image; /* shows icons */
  AtlasRowSign sign;
  guint detail;
};

G_DEFINE_FINAL_TYPE (AtlasSign, atlas_sign, GTK_TYPE_WIDGET)

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
is_icon (AtlasRowSign sign)
{
  return sign == ATLAS_ROW_SIGN_EVENT || sign == ATLAS_ROW_SIGN_PLAN ||
         sign == ATLAS_ROW_SIGN_PROGRESS;
}

static void
atlas_sign_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  AtlasSign *self = ATLAS_SIGN (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = HEIGHT;
  else if (self->sign == ATLAS_ROW_SIGN_LINK)
    *minimum = *natural = LINE_WIDTH;
  else
    *minimum = *natural = self->sign == ATLAS_ROW_SIGN_INDUSTRY ? SQUARE : HEIGHT;
}

static void
atlas_sign_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AtlasSign *self = ATLAS_SIGN (widget);

  gtk_widget_size_allocate (self->image, &(GtkAllocation) { 0, 0, width, height }, -1);
}

static void
atlas_sign_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasSign *self = ATLAS_SIGN (widget);
  const gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  cairo_t *cr;

  GTK_WIDGET_CLASS (atlas_sign_parent_class)->snapshot (widget, snapshot);
  if (self->sign == ATLAS_ROW_SIGN_NONE || is_icon (self->sign))
    return;
  cr =
    gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  if (self->sign == ATLAS_ROW_SIGN_LINK)
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
atlas_sign_dispose (GObject *object)
{
  AtlasSign *self = ATLAS_SIGN (object);

  g_clear_pointer (&self->image, gtk_widget_unparent);

  G_OBJECT_CLASS (atlas_sign_parent_class)->dispose (object);
}

static void
atlas_sign_class_init (AtlasSignClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_sign_dispose;
  widget_class->measure = atlas_sign_measure;
  widget_class->size_allocate = atlas_sign_size_allocate;
  widget_class->snapshot = atlas_sign_snapshot;
  gtk_widget_class_set_css_name (widget_class, "atlas-sign");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
atlas_sign_init (AtlasSign *self)
{
  self->image =
    g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (self->image, GTK_WIDGET (self));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * atlas_sign_set:
 * @self: a sign
 * @sign: the kind of sign; %ATLAS_ROW_SIGN_NONE hides it
 * @detail: the link group, group of industries or kind of event
 */
void
atlas_sign_set (AtlasSign *self, AtlasRowSign sign, guint detail)
{
  g_return_if_fail (ATLAS_IS_SIGN (self));

  self->sign = sign;
  self->detail = detail;
  gtk_widget_set_visible (GTK_WIDGET (self), sign != ATLAS_ROW_SIGN_NONE);
  gtk_widget_set_visible (self->image, is_icon (sign));
  if (sign == ATLAS_ROW_SIGN_EVENT)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->image), event_icons[detail]);
  else if (sign == ATLAS_ROW_SIGN_PLAN)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->image), "atlas-plan-symbolic");
  else if (sign == ATLAS_ROW_SIGN_PROGRESS)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->image), "atlas-progress-symbolic");
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
