/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

/* The baseline for the start of the program: a libadwaita window of the same size, with a
 * libshumate map of flat tiles, and a side panel of a few rows. When everything has been drawn, it
 * prints "ATLAS_FIRST_FRAME <monotonic microseconds>" to standard error. */

#include <adwaita.h>

#include "bare-source.h"

static GtkWidget *
create_panel (void)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  for (guint i = 1; i <= 10; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *title = g_strdup_printf ("城市 %u", i);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), "A row of the panel");
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  gtk_widget_set_size_request (page, 380, -1);

  return page;
}

static void
after_paint_cb (GdkFrameClock *clock, BareSource *source)
{
  if (bare_source_get_n_filled (source) == 0)
    return;

  g_printerr ("ATLAS_FIRST_FRAME %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, source);
}

static void
activate_cb (AdwApplication *application, BareSource *source)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (body), bare_source_create_map (source));
  gtk_box_append (GTK_BOX (body), create_panel ());
  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), body);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), content);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);

  gtk_widget_realize (window);
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint",
                           G_CALLBACK (after_paint_cb), source, 0);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application =
    adw_application_new ("io.github.jilinatlas.BareWindow", G_APPLICATION_DEFAULT_FLAGS);
  g_autoptr (BareSource) source = g_object_new (BARE_TYPE_SOURCE, NULL);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), source);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
