/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-partner-view.h"

#include "atlas-test-dataset.h"
#include "atlas-test-display.h"

typedef struct
{
  AtlasDataset *dataset;
  AtlasNavigation *navigation;
  GtkWidget *window;
  GtkWidget *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasPartners) partners = NULL;
  g_autoptr (AtlasPartnerDiagram) diagram = NULL;

  fixture->dataset = atlas_test_dataset_new ();
  fixture->navigation = atlas_navigation_new ();
  atlas_navigation_set_dataset (fixture->navigation, fixture->dataset);
  atlas_navigation_visit (fixture->navigation, atlas_test_dataset_get (fixture->dataset, "siping"));
  partners = atlas_partners_new (atlas_navigation_get_scope (fixture->navigation),
                                 atlas_navigation_get_filter (fixture->navigation), 2);
  diagram = atlas_partner_diagram_new (partners);
  fixture->view = atlas_partner_view_new (diagram, fixture->navigation);
  fixture->window = atlas_test_open_window (fixture->view, 340, 200);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  atlas_test_close_window (fixture->window);
  g_assert_finalize_object (fixture->navigation);
  g_object_unref (fixture->dataset);
}

static GtkWidget *
get_stop (Fixture *fixture, guint index)
{
  GtkWidget *stop = gtk_widget_get_first_child (fixture->view);

  for (guint i = 0; i < index; i++)
    stop = gtk_widget_get_next_sibling (stop);
  g_assert_nonnull (stop);
  return stop;
}

/* Changchun with its zone and company merged, then three groups of links, then Liaoyuan. */
static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  static const char *const labels[] = {
    "Changchun: Siping – Automobile Zone, Changchun–Siping Integration, Car Works – Siping",
    "Siping – Automobile Zone",
    "Changchun–Siping Integration",
    "Car Works – Siping",
    "Liaoyuan: Liaoyuan–Siping coach",
    "Liaoyuan–Siping coach",
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_test_accessible_assert_role (get_stop (fixture, i), GTK_ACCESSIBLE_ROLE_BUTTON);
      gtk_test_accessible_assert_property (get_stop (fixture, i), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           labels[i]);
    }
  gtk_test_accessible_assert_role (fixture->view, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Partners");
}

static const char *
get_hovered (Fixture *fixture)
{
  AtlasRecord *hovered = atlas_navigation_get_hovered (fixture->navigation);

  return hovered != NULL ? atlas_record_get_id (hovered) : NULL;
}

/* The diagram is one Tab stop; the focused record is highlighted on the map. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  GtkRoot *root = GTK_ROOT (fixture->window);

  gtk_root_set_focus (root, NULL);
  g_assert_true (gtk_widget_child_focus (fixture->view, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_root_get_focus (root) == get_stop (fixture, 0));
  g_assert_cmpstr (get_hovered (fixture), ==, "changchun");
  g_assert_false (gtk_widget_child_focus (fixture->view, GTK_DIR_TAB_FORWARD));
  gtk_widget_grab_focus (get_stop (fixture, 5));
  g_assert_cmpstr (get_hovered (fixture), ==, "bus");
  gtk_root_set_focus (root, NULL);
  g_assert_cmpstr (get_hovered (fixture), ==, NULL);
}

static void
test_leads (Fixture *fixture, gconstpointer data)
{
  g_signal_emit_by_name (get_stop (fixture, 2), "clicked");
  g_assert_true (atlas_navigation_is_at (fixture->navigation,
                                         atlas_test_dataset_get (fixture->dataset, "changping")));
  g_signal_emit_by_name (get_stop (fixture, 4), "clicked");
  g_assert_true (atlas_navigation_is_at (fixture->navigation,
                                         atlas_test_dataset_get (fixture->dataset, "liaoyuan")));
}

int
main (int argc, char *argv[])
{
  atlas_test_display_init (&argc, &argv);
#define ADD(name, function)                                                                        \
  g_test_add ("/rows/partner-view/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("accessible", test_accessible);
  ADD ("focus", test_focus);
  ADD ("leads", test_leads);
  return g_test_run ();
}
