/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-magnifier.h"
#include "atlas-test-display.h"

static GtkWidget *
make_magnifier (GtkWidget **child)
{
  *child = gtk_drawing_area_new ();
  gtk_widget_set_size_request (*child, 100, 40);
  return g_object_new (ATLAS_TYPE_MAGNIFIER, "child", *child, NULL);
}

/* The child gets a smaller size, and fills the magnifier. */
static void
test_allocate (void)
{
  GtkWidget *child;
  GtkWidget *magnifier = make_magnifier (&child);
  GtkWidget *window = atlas_test_open_window (magnifier, 600, 400);
  graphene_rect_t bounds;
  graphene_point_t point;

  await (gtk_widget_get_width (child) > 0);
  g_assert_cmpint (gtk_widget_get_width (child), ==, gtk_widget_get_width (magnifier));
  atlas_magnifier_set_factor (ATLAS_MAGNIFIER (magnifier), 2);
  await (gtk_widget_get_width (child) == gtk_widget_get_width (magnifier) / 2);
  g_assert_cmpint (gtk_widget_get_height (child), ==, gtk_widget_get_height (magnifier) / 2);
  g_assert_true (gtk_widget_compute_bounds (child, magnifier, &bounds));
  g_assert_cmpint ((int) bounds.size.width, ==, gtk_widget_get_width (child) * 2);
  /* What is clicked in the magnifier is found in the child. */
  g_assert_true (gtk_widget_compute_point (magnifier, child, &GRAPHENE_POINT_INIT (120, 80),
                                           &point));
  g_assert_cmpfloat (point.x, ==, 60);
  g_assert_cmpfloat (point.y, ==, 40);
  atlas_magnifier_set_factor (ATLAS_MAGNIFIER (magnifier), 1);
  await (gtk_widget_get_width (child) == gtk_widget_get_width (magnifier));
  atlas_test_close_window (window);
}

/* The magnifier is never larger than its child must be, which is magnified less without room. */
static void
test_no_room (void)
{
  GtkWidget *child;
  GtkWidget *magnifier = make_magnifier (&child);
  GtkWidget *window = atlas_test_open_window (magnifier, 600, 400);
  int minimum;

  await (gtk_widget_get_width (child) > 0);
  atlas_magnifier_set_factor (ATLAS_MAGNIFIER (magnifier), 50);
  gtk_widget_measure (magnifier, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  await (gtk_widget_get_width (child) < 200);
  g_assert_cmpint (gtk_widget_get_width (child), >=, 100);
  g_assert_cmpint (gtk_widget_get_height (child), >=, 40);
  atlas_test_close_window (window);
}

int
main (int argc, char *argv[])
{
  atlas_test_display_init (&argc, &argv);
  g_test_add_func ("/magnifier/allocate", test_allocate);
  g_test_add_func ("/magnifier/no-room", test_no_room);
  return atlas_test_run ();
}
