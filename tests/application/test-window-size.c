/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-window-private.h"

#include "atlas-installation.h"
#include "atlas-locale.h"
#include "atlas-test-dataset.h"
#include "atlas-test-display.h"

/* Tests the smallest size of the window, in the language of the environment. */

typedef struct
{
  AtlasWindow *window;
} Fixture;

/* GTK allows one application per process. */
static AtlasApplication *application;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "jilin.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  fixture->window = atlas_window_new (application);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  atlas_window_open (fixture->window, file);
  await (atlas_navigation_get_dataset (fixture->window->navigation) != NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  await (fixture->window == NULL);
}

static int
measure (gpointer widget, GtkOrientation orientation, int for_size)
{
  int minimum = 0;

  gtk_widget_measure (widget, orientation, for_size, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
measure_width (gpointer widget)
{
  return measure (widget, GTK_ORIENTATION_HORIZONTAL, -1);
}

/* Prints the widgets whose minimum width is more than a third of the width of the window. */
static void
dump_widths (GtkWidget *widget, guint depth)
{
  if (!gtk_widget_get_visible (widget) || measure_width (widget) < 240)
    return;
  g_test_message ("%*s%s %s: %d", (int) depth, "", G_OBJECT_TYPE_NAME (widget),
                  gtk_widget_get_name (widget), measure_width (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    dump_widths (child, depth + 1);
}

/* The program uses the language for which the test was started. */
static void
test_language (Fixture *fixture, gconstpointer data)
{
  const AtlasLanguage expected = g_str_equal (g_getenv ("LANGUAGE"), "ko")   ? ATLAS_LANGUAGE_KO
                                 : g_str_equal (g_getenv ("LANGUAGE"), "en") ? ATLAS_LANGUAGE_EN
                                                                             : ATLAS_LANGUAGE_ZH;
  static const char *const words[ATLAS_N_LANGUAGES] = {
    [ATLAS_LANGUAGE_ZH] = "全省",
    [ATLAS_LANGUAGE_EN] = "Whole province",
    [ATLAS_LANGUAGE_KO] = "성 전체",
  };

  g_assert_cmpint (atlas_language_get_default (), ==, expected);
  g_assert_cmpstr (g_dgettext (GETTEXT_PACKAGE, "Whole province"), ==, words[expected]);
}

/* The window, with its frame, is not wider than promised: in the scope of the province, a city and
 * a link, on every page of the panel. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  static const char *const pages[] = {
    "overview", "industries", "timeline", "investment", "transport", "next-steps",
  };
  static const char *const ids[] = { NULL, "siping", "jl-changping" };
  AtlasNavigation *navigation = fixture->window->navigation;

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (pages); j++)
      {
        if (ids[i] != NULL)
          atlas_navigation_visit (
            navigation, atlas_test_dataset_get (atlas_navigation_get_dataset (navigation), ids[i]));
        atlas_side_panel_show_page (fixture->window->side_panel, pages[j]);
        atlas_test_settle ();
        g_test_message ("%s, %s", ids[i] != NULL ? ids[i] : "province", pages[j]);
        if (measure_width (fixture->window->toast_overlay) > 700)
          dump_widths (GTK_WIDGET (fixture->window->toast_overlay), 0);
        g_assert_cmpint (measure_width (fixture->window->toast_overlay), ==, 700);
      }
}

/* With text of double size the window fits a screen of 1280 × 800. */
static void
test_large_text (Fixture *fixture, gconstpointer data)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 192 * PANGO_SCALE, NULL);
  atlas_side_panel_show_page (fixture->window->side_panel, "timeline");
  atlas_test_settle ();
  dump_widths (GTK_WIDGET (fixture->window), 0);
  g_assert_cmpint (measure_width (fixture->window), <=, 1280);
  g_assert_cmpint (measure (fixture->window, GTK_ORIENTATION_VERTICAL, 1280), <=, 800);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-xft-dpi");
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  AtlasLanguage language;

  atlas_installation_find ();
  atlas_locale_init ();
  language = atlas_language_get_default ();
  atlas_test_display_init (&argc, &argv);
  atlas_language_set_default (language);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = atlas_application_new ();
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
#define ADD(name) g_test_add ("/window-size/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (language);
  ADD (narrow);
  ADD (large_text);
#undef ADD
  return atlas_test_run ();
}
