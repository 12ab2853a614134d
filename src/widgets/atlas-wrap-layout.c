/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-wrap-layout.h"

/*
 * AtlasWrapLayout: arranges children in lines, like the words of a text.
 *
 * libadwaita has AdwWrapBox from version 1.7 on.
 */
struct _AtlasWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlasWrapLayout, atlas_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

#define SPACING 6

/* Places @child in a line of @width pixels, after the previous child, which ends at (@x, @y). The
 * children in the line so far are up to @line pixels high. */
static void
place_child (GtkWidget *child, int width, int *x, int *y, int *line, GtkAllocation *place)
{
  int minimum, natural, height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  natural = MAX (MIN (natural, width), minimum);
  /* A child that is wider than the line may wrap its text and become higher. */
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, natural, NULL, &height, NULL, NULL);
  if (*x > 0 && *x + natural > width)
    {
      *x = 0;
      *y += *line + SPACING;
      *line = 0;
    }
  *place = (GtkAllocation) { *x, *y, natural, height };
  *x += natural + SPACING;
  *line = MAX (*line, height);
}

static GtkSizeRequestMode
atlas_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
atlas_wrap_layout_measure (GtkLayoutManager *manager,
                           GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  const int width = for_size < 0 ? G_MAXINT / 2 : for_size;
  int x = 0, y = 0, line = 0, height = 0, widest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place;
      int child_minimum;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, NULL, NULL, NULL);
      place_child (child, width, &x, &y, &line, &place);
      widest = MAX (widest, child_minimum);
      height = MAX (height, place.y + place.height);
    }
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? widest : height;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MAX (x - SPACING, widest) : height;
}

static void
atlas_wrap_layout_allocate (GtkLayoutManager *manager,
                            GtkWidget *widget,
                            int width,
                            int height,
                            int baseline)
{
  const gboolean reversed = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place;

      if (!gtk_widget_should_layout (child))
        continue;
      place_child (child, width, &x, &y, &line, &place);
      if (reversed)
        place.x = width - place.x - place.width;
      gtk_widget_size_allocate (child, &place, -1);
    }
}

static void
atlas_wrap_layout_class_init (AtlasWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = atlas_wrap_layout_get_request_mode;
  layout_class->measure = atlas_wrap_layout_measure;
  layout_class->allocate = atlas_wrap_layout_allocate;
}

static void
atlas_wrap_layout_init (AtlasWrapLayout *self)
{
}
