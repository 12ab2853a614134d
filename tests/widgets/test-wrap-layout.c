/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-wrap-layout.h"

/* Five children, the third one invisible. The gap is 6 pixels. */
static GtkWidget *
make_box (void)
{
  static const int widths[] = { 100, 80, 500, 60, 200 };
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));

  gtk_widget_set_layout_manager (box, g_object_new (ATLAS_TYPE_WRAP_LAYOUT, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkWidget *child = gtk_drawing_area_new ();

      gtk_widget_set_size_request (child, widths[i], 30);
      gtk_widget_set_visible (child, i != 2);
      gtk_box_append (GTK_BOX (box), child);
    }
  return box;
}

static void
test_measure (void)
{
  g_autoptr (GtkWidget) box = make_box ();
  const struct
  {
    int width;
    int height;
  } cases[] = {
    { 1000, 30 },
    { 458, 30 },  /* 100 + 80 + 60 + 200 and three gaps */
    { 457, 66 },  /* the last goes to the next line */
    { 200, 102 }, /* two, one, one */
  };
  int minimum, natural;

  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 200);
  g_assert_cmpint (natural, ==, 458);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%d", cases[i].width);
      gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, cases[i].width, &minimum, &natural, NULL,
                          NULL);
      g_assert_cmpint (minimum, ==, cases[i].height);
      g_assert_cmpint (natural, ==, minimum);
    }
}

static void
assert_at (GtkWidget *box, GtkWidget *child, float x, float y)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, box, &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, x);
  g_assert_cmpfloat (bounds.origin.y, ==, y);
}

static void
test_allocate (void)
{
  g_autoptr (GtkWidget) box = make_box ();
  GtkWidget *first = gtk_widget_get_first_child (box);
  GtkWidget *second = gtk_widget_get_next_sibling (first);
  GtkWidget *last = gtk_widget_get_last_child (box);

  gtk_widget_size_allocate (box, &(GtkAllocation) { 0, 0, 300, 66 }, -1);
  assert_at (box, first, 0, 0);
  assert_at (box, second, 106, 0);
  assert_at (box, last, 0, 36);
  gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
  gtk_widget_size_allocate (box, &(GtkAllocation) { 0, 0, 300, 66 }, -1);
  assert_at (box, first, 200, 0);
  assert_at (box, last, 100, 36);
}

/* A label that is wider than the line wraps, and the next line begins below it. */
static void
test_wrapping_child (void)
{
  g_autoptr (GtkWidget) box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  GtkWidget *label = gtk_label_new ("A long name that needs more than one line of this width");
  GtkWidget *next = gtk_drawing_area_new ();
  int natural, height;

  gtk_widget_set_layout_manager (box, g_object_new (ATLAS_TYPE_WRAP_LAYOUT, NULL));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_size_request (next, 50, 10);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), next);
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, 120, NULL, &height, NULL, NULL);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 120, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, height + 6 + 10);
  gtk_widget_size_allocate (box, &(GtkAllocation) { 0, 0, 120, natural }, -1);
  assert_at (box, next, 0, (float) (height + 6));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wrap-layout/measure", test_measure);
  g_test_add_func ("/wrap-layout/allocate", test_allocate);
  g_test_add_func ("/wrap-layout/wrapping-child", test_wrapping_child);
  return g_test_run ();
}
