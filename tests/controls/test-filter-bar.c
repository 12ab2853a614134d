/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-filter-bar.h"

#include "atlas-legend-row.h"
#include "atlas-legend-section.h"
#include "atlas-legend-view.h"
#include "atlas-test-dataset.h"
#include "atlas-test-display.h"

typedef struct
{
  AtlasDataset *dataset;
  AtlasNavigation *navigation;
  AtlasFilter *filter; /* borrowed */
  GtkWidget *window;
  GtkWidget *bar;
  GtkWidget *legend;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->dataset = atlas_test_dataset_new ();
  fixture->navigation = atlas_navigation_new ();
  fixture->filter = atlas_navigation_get_filter (fixture->navigation);
  atlas_navigation_set_dataset (fixture->navigation, fixture->dataset);
  fixture->bar = atlas_filter_bar_new (fixture->navigation);
  fixture->legend = atlas_legend_view_new (fixture->navigation);
  gtk_box_append (GTK_BOX (box), fixture->bar);
  gtk_box_append (GTK_BOX (box), fixture->legend);
  fixture->window = atlas_test_open_window (box, 400, 700);
  atlas_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->bar), (gpointer *) &fixture->bar);
  g_object_add_weak_pointer (G_OBJECT (fixture->legend), (gpointer *) &fixture->legend);
  atlas_test_close_window (fixture->window);
  g_assert_null (fixture->bar);
  g_assert_null (fixture->legend);
  g_assert_finalize_object (fixture->navigation);
  g_object_unref (fixture->dataset);
}

/* Counts the visible buttons: the chips, and the button that clears all if there are several. */
static guint
count_buttons (Fixture *fixture)
{
  guint n_buttons = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (fixture->bar); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_buttons += gtk_widget_get_visible (child);
  return gtk_widget_get_visible (fixture->bar) ? n_buttons : 0;
}

static GtkWidget *
get_button (Fixture *fixture, guint position)
{
  GtkWidget *child = gtk_widget_get_first_child (fixture->bar);

  while (position-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
test_chips (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_buttons (fixture), ==, 0);
  atlas_filter_set_shows (fixture->filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS, FALSE);
  g_assert_cmpuint (count_buttons (fixture), ==, 1);
  atlas_filter_set_shows (fixture->filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_ZONE, FALSE);
  g_assert_cmpuint (count_buttons (fixture), ==, 3);

  g_signal_emit_by_name (get_button (fixture, 0), "clicked");
  g_assert_true (atlas_filter_get_shows (fixture->filter, ATLAS_FACET_LINKS,
                                         ATLAS_LINK_GROUP_ZONE));
  g_assert_false (atlas_filter_get_shows (fixture->filter, ATLAS_FACET_LINKS,
                                          ATLAS_LINK_GROUP_BUS));
  g_assert_cmpuint (count_buttons (fixture), ==, 1);
}

static void
test_clear_all (Fixture *fixture, gconstpointer data)
{
  const AtlasDate until = { 2018, 0, 0 };

  atlas_filter_set_time (fixture->filter, NULL, &until);
  atlas_filter_set_shows (fixture->filter, ATLAS_FACET_EVENTS, ATLAS_EVENT_KIND_PLAN, FALSE);
  gtk_widget_activate_action (fixture->bar, "filter.clear", NULL);
  g_assert_true (atlas_filter_is_open (fixture->filter));
  g_assert_cmpuint (count_buttons (fixture), ==, 0);
}

/* With the keyboard, chips can be removed one after the other; the focus moves to the next one. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  GtkRoot *root = GTK_ROOT (fixture->window);

  for (guint value = 0; value < 3; value++)
    atlas_filter_set_shows (fixture->filter, ATLAS_FACET_EVENTS, value, FALSE);
  atlas_test_settle ();
  gtk_widget_grab_focus (get_button (fixture, 1));
  g_signal_emit_by_name (get_button (fixture, 1), "clicked");
  g_assert_true (gtk_root_get_focus (root) == get_button (fixture, 1));
  g_signal_emit_by_name (get_button (fixture, 1), "clicked");
  g_assert_true (gtk_root_get_focus (root) == get_button (fixture, 0));
  g_signal_emit_by_name (get_button (fixture, 0), "clicked");
  g_assert_true (gtk_root_get_focus (root) != NULL);
  g_assert_false (gtk_widget_is_ancestor (gtk_root_get_focus (root), fixture->bar));
}

/* Clicks between the chips go to the map. */
static void
test_lets_through (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chip;

  atlas_filter_set_shows (fixture->filter, ATLAS_FACET_EVENTS, ATLAS_EVENT_KIND_PLAN, FALSE);
  g_assert_false (gtk_widget_contains (fixture->bar, 1, 1));
  chip = get_button (fixture, 0);
  await (gtk_widget_get_width (chip) > 0);
  g_assert_true (gtk_widget_contains (chip, 10, 10));
}

static AtlasLegendRow *
find_row (GtkWidget *root, const char *label)
{
  if (ATLAS_IS_LEGEND_ROW (root))
    {
      GtkWidget *box = gtk_button_get_child (GTK_BUTTON (root));

      for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        if (GTK_IS_LABEL (child) && g_str_equal (gtk_label_get_text (GTK_LABEL (child)), label))
          return ATLAS_LEGEND_ROW (root);
      return NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      AtlasLegendRow *row = find_row (child, label);

      if (row != NULL)
        return row;
    }
  return NULL;
}

static AtlasLegendSection *
find_section (GtkWidget *root, AtlasFacet facet)
{
  GtkWidget *section = GTK_WIDGET (find_row (root, "Between cities"));

  section = gtk_widget_get_ancestor (section, ATLAS_TYPE_LEGEND_SECTION);
  for (guint i = 0; i < facet; i++)
    section = gtk_widget_get_next_sibling (section);
  return ATLAS_LEGEND_SECTION (section);
}

/* The legend changes the same filter; only one of industries and events is unfolded at a time. */
static void
test_legend (Fixture *fixture, gconstpointer data)
{
  AtlasLegendSection *industries = find_section (fixture->legend, ATLAS_FACET_INDUSTRIES);
  AtlasLegendSection *events = find_section (fixture->legend, ATLAS_FACET_EVENTS);
  GtkToggleButton *row;

  g_assert_null (find_row (fixture->legend, "Pharmaceuticals"));
  atlas_legend_section_set_unfolded (industries, TRUE);
  row = GTK_TOGGLE_BUTTON (find_row (fixture->legend, "Pharmaceuticals"));
  g_assert_nonnull (row);
  gtk_toggle_button_set_active (row, FALSE);
  g_assert_false (atlas_filter_get_shows (fixture->filter, ATLAS_FACET_INDUSTRIES,
                                          ATLAS_INDUSTRY_GROUP_MEDICINE));
  g_assert_nonnull (find_row (fixture->legend, "1"));

  g_signal_emit_by_name (find_row (fixture->legend, "Energy"), "alone");
  g_assert_false (atlas_filter_get_shows (fixture->filter, ATLAS_FACET_INDUSTRIES,
                                          ATLAS_INDUSTRY_GROUP_AUTOMOTIVE));
  g_signal_emit_by_name (find_row (fixture->legend, "Energy"), "alone");
  g_assert_true (atlas_filter_is_open (fixture->filter));
  gtk_toggle_button_set_active (row, FALSE);

  atlas_legend_section_set_unfolded (events, TRUE);
  g_assert_false (atlas_legend_section_get_unfolded (industries));
  g_signal_emit_by_name (get_button (fixture, 0), "clicked");
  atlas_legend_section_set_unfolded (industries, TRUE);
  g_assert_true (gtk_toggle_button_get_active (row));
  g_assert_false (atlas_legend_section_get_unfolded (events));
}

static gboolean
is_only_button (GtkWidget *widget, const char *class_name)
{
  return gtk_widget_has_css_class (widget, class_name);
}

/* The button of a row shows only its value; there is one chip for that, and the button undoes
 * it. */
static void
test_only (Fixture *fixture, gconstpointer data)
{
  GtkWidget *line = gtk_widget_get_parent (GTK_WIDGET (find_row (fixture->legend, "Bus routes")));
  GtkWidget *button = atlas_test_find (line, is_only_button, "only");

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_focusable (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (atlas_filter_get_shows (fixture->filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS));
  g_assert_false (atlas_filter_get_shows (fixture->filter, ATLAS_FACET_LINKS,
                                          ATLAS_LINK_GROUP_ZONE));
  g_assert_cmpuint (count_buttons (fixture), ==, 1);
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (atlas_filter_is_open (fixture->filter));
}

static guint
count_signs (GtkWidget *widget)
{
  guint n_signs = gtk_widget_has_css_class (widget, "sign") && gtk_widget_get_visible (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_signs += count_signs (child);
  return n_signs;
}

/* The legend explains exactly the signs that are on the map. */
static void
test_signs (Fixture *fixture, gconstpointer data)
{
  AtlasLinkSigns signs = { .has_trips = TRUE, .has_counts = TRUE };

  g_assert_cmpuint (count_signs (fixture->legend), ==, 0);
  atlas_legend_view_set_signs (ATLAS_LEGEND_VIEW (fixture->legend), &signs);
  g_assert_cmpuint (count_signs (fixture->legend), ==, 2);
  signs = (AtlasLinkSigns) { .has_outlines = TRUE, .outline_group = ATLAS_LINK_GROUP_INTEGRATION };
  atlas_legend_view_set_signs (ATLAS_LEGEND_VIEW (fixture->legend), &signs);
  g_assert_cmpuint (count_signs (fixture->legend), ==, 1);
}

/* If time is filtered, the count of dated records is followed by that of undated ones; the
 * accessible name states both in words. */
static void
test_undated (Fixture *fixture, gconstpointer data)
{
  AtlasLinkSigns signs = { .has_pale = TRUE, .pale_group = ATLAS_LINK_GROUP_ZONE };
  AtlasLegendRow *row = find_row (fixture->legend, "Zone co-operation");

  g_assert_true (find_row (fixture->legend, "2") == row);
  atlas_filter_set_time (fixture->filter, NULL, &(AtlasDate) { 2019, 0, 0 });
  g_assert_true (find_row (fixture->legend, "0+2") == row);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "0 · 2 more undated");
  atlas_filter_set_time (fixture->filter, NULL, NULL);
  g_assert_true (find_row (fixture->legend, "2") == row);
  atlas_legend_view_set_signs (ATLAS_LEGEND_VIEW (fixture->legend), &signs);
  g_assert_cmpuint (count_signs (fixture->legend), ==, 1);
}

int
main (int argc, char *argv[])
{
#define ADD(name) g_test_add ("/filter-bar/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  atlas_test_display_init (&argc, &argv);
  ADD (chips);
  ADD (clear_all);
  ADD (focus);
  ADD (lets_through);
  ADD (legend);
  ADD (undated);
  ADD (only);
  ADD (signs);
#undef ADD
  return g_test_run ();
}
