/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The timeout for any condition on a busy machine, in microseconds. */
#define ATLAS_TEST_PATIENCE (60 * G_USEC_PER_SEC)

/* Runs the main loop until @condition is true. */
#define await(condition)                                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const gint64 deadline = g_get_monotonic_time () + ATLAS_TEST_PATIENCE;                         \
                                                                                                   \
    while (!(condition) && g_get_monotonic_time () < deadline)                                     \
      atlas_test_iterate ();                                                                       \
    g_assert_true (condition);                                                                     \
  }                                                                                                \
  G_STMT_END

/* Returns whether a widget matches; @words further specifies it. */
typedef gboolean (*AtlasTestWidgetFunc) (GtkWidget *widget, const char *words);

void atlas_test_display_init (int *argc, char ***argv);
int atlas_test_run (void);
void atlas_test_load_style (void);

void atlas_test_iterate (void);
void atlas_test_settle (void);
void atlas_test_wait_for_frames (GtkWidget *widget, guint n_frames);

GtkWidget *atlas_test_open_window (GtkWidget *child, int width, int height);
void atlas_test_close_window (GtkWidget *window);

GtkWidget *atlas_test_find (gpointer root, AtlasTestWidgetFunc matches, const char *words);
GtkWidget *atlas_test_find_type (gpointer root, const char *type_name);
GtkWidget *atlas_test_await (gpointer root, AtlasTestWidgetFunc matches, const char *words);
gboolean atlas_test_is_label (GtkWidget *widget, const char *words);
gboolean atlas_test_is_type (GtkWidget *widget, const char *type_name);
GtkEventController *atlas_test_get_controller (gpointer widget, GType type);

G_END_DECLS
