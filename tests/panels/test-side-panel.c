/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-side-panel.h"

#include <string.h>

#include "atlas-citation-mark.h"
#include "atlas-matrix-grid.h"
#include "atlas-panel-view.h"
#include "atlas-partner-view.h"
#include "atlas-row-view-private.h"
#include "atlas-test-dataset.h"
#include "atlas-test-display.h"

typedef struct
{
  AtlasDataset *dataset;
  AtlasNavigation *navigation;
  GtkWidget *window;
  AtlasSidePanel *panel;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dataset = atlas_test_dataset_new ();
  fixture->navigation = atlas_navigation_new ();
  atlas_navigation_set_dataset (fixture->navigation, fixture->dataset);
  fixture->panel = ATLAS_SIDE_PANEL (atlas_side_panel_new (fixture->navigation));
  fixture->window = atlas_test_open_window (GTK_WIDGET (fixture->panel), 384, 800);
  atlas_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  atlas_test_close_window (fixture->window);
  g_assert_finalize_object (fixture->navigation);
  g_object_unref (fixture->dataset);
}

static gboolean
is_row (GtkWidget *widget, const char *words)
{
  return ATLAS_IS_ROW_VIEW (widget) && gtk_widget_get_mapped (widget) &&
         g_str_equal (atlas_row_get_title (ATLAS_ROW_VIEW (widget)->row), words);
}

static gboolean
is_popover (GtkWidget *widget, const char *words)
{
  return GTK_IS_POPOVER (widget) && gtk_widget_get_mapped (widget);
}

static gboolean
is_button (GtkWidget *widget, const char *words)
{
  return GTK_IS_BUTTON (widget) && atlas_test_find (widget, atlas_test_is_label, words) != NULL;
}

static GtkWidget *
get_row (Fixture *fixture, const char *title)
{
  return atlas_test_await (fixture->panel, is_row, title);
}

static void
assert_shows (Fixture *fixture, const char *words)
{
  atlas_test_await (fixture->panel, atlas_test_is_label, words);
}

static void
visit (Fixture *fixture, const char *id)
{
  atlas_navigation_visit (fixture->navigation,
                          id != NULL ? atlas_test_dataset_get (fixture->dataset, id) : NULL);
  atlas_test_settle ();
}

static const char *
get_subject (Fixture *fixture)
{
  AtlasRecord *subject = atlas_scope_get_subject (atlas_navigation_get_scope (fixture->navigation));

  return subject != NULL ? atlas_record_get_id (subject) : NULL;
}

/* The headline names the scope, and the crumbs lead to its parents. */
static void
test_head (Fixture *fixture, gconstpointer data)
{
  assert_shows (fixture, "Test atlas");
  visit (fixture, "zone-auto");
  assert_shows (fixture, "Automobile Zone");
  assert_shows (fixture, "Development zone · Changchun · as of 30 May 2021");

  g_signal_emit_by_name (atlas_test_find (fixture->panel, is_button, "Changchun"), "clicked");
  g_assert_cmpstr (get_subject (fixture), ==, "changchun");
  atlas_test_settle ();
  /* The first crumb also resets filter and time, with the action of the window. */
  g_assert_cmpstr (gtk_actionable_get_action_name (
                     GTK_ACTIONABLE (atlas_test_find (fixture->panel, is_button, "Jilin"))),
                   ==, "win.province");
}

static const char *
get_page (Fixture *fixture)
{
  GObject *pages =
    gtk_widget_get_template_child (GTK_WIDGET (fixture->panel), ATLAS_TYPE_SIDE_PANEL, "pages");

  return gtk_stack_get_visible_child_name (GTK_STACK (pages));
}

/* Every page can be opened by name and by its button, and has an accessible name. */
static void
test_pages (Fixture *fixture, gconstpointer data)
{
  static const char *const pages[][2] = {
    { "industries", "Industries" }, { "timeline", "Timeline" },     { "investment", "Investment" },
    { "transport", "Transport" },   { "next-steps", "Next Steps" }, { "overview", "Overview" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *button = atlas_test_find (fixture->panel, is_button, pages[i][1]);

      atlas_side_panel_show_page (fixture->panel, pages[i][0]);
      g_assert_cmpstr (get_page (fixture), ==, pages[i][0]);
      g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *button = atlas_test_find (fixture->panel, is_button, pages[i][1]);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
      g_assert_cmpstr (get_page (fixture), ==, pages[i][0]);
    }
}

/* An empty page describes what it would contain; the list comes back with the scope. */
static void
test_empty_page (Fixture *fixture, gconstpointer data)
{
  atlas_side_panel_show_page (fixture->panel, "timeline");
  visit (fixture, "bus");
  assert_shows (fixture, "No Events");
  visit (fixture, NULL);
  g_assert_null (atlas_test_find (fixture->panel, atlas_test_is_label, "No Events"));
  get_row (fixture, "Plan approved");
}

/* If the filter hides all rows, the page says so and has a button to reset it. */
static void
test_filtered_page (Fixture *fixture, gconstpointer data)
{
  AtlasFilter *filter = atlas_navigation_get_filter (fixture->navigation);

  atlas_side_panel_show_page (fixture->panel, "transport");
  visit (fixture, "bus");
  get_row (fixture, "Liaoyuan–Siping coach");
  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS, FALSE);
  assert_shows (fixture, "Hidden by the Filter");
  assert_shows (fixture, "Without Bus routes");
  g_signal_emit_by_name (atlas_test_await (fixture->panel, is_button, "Clear the Filter"),
                         "clicked");
  g_assert_true (atlas_filter_is_open (filter));
  get_row (fixture, "Liaoyuan–Siping coach");
}

/* Shown only while the first dataset is being read. */
static void
test_loading (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasNavigation) empty = atlas_navigation_new ();

  atlas_side_panel_set_loading (fixture->panel, "jilin.json");
  g_assert_null (atlas_test_find (fixture->panel, atlas_test_is_label, "Reading jilin.json…"));
  fixture->panel = ATLAS_SIDE_PANEL (atlas_side_panel_new (empty));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->panel));
  atlas_side_panel_set_loading (fixture->panel, "jilin.json");
  assert_shows (fixture, "Reading jilin.json…");
  g_assert_null (atlas_test_find (fixture->panel, atlas_test_is_label, "Overview"));
  atlas_navigation_set_dataset (empty, fixture->dataset);
  atlas_side_panel_set_loading (fixture->panel, NULL);
  assert_shows (fixture, "Test atlas");
}

/* Enter makes a record the scope; on a count it opens a page; on a record that cannot be a scope it
 * shows the source. */
static void
test_activate (Fixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (get_row (fixture, "Events"), "row.activate", NULL);
  g_assert_cmpstr (get_page (fixture), ==, "timeline");
  atlas_test_settle ();
  gtk_widget_activate_action (get_row (fixture, "Agreement signed"), "row.activate", NULL);
  g_assert_cmpstr (get_subject (fixture), ==, "signed");
  atlas_test_settle ();

  atlas_side_panel_show_page (fixture->panel, "investment");
  atlas_test_settle ();
  gtk_widget_activate_action (get_row (fixture, "Investment planned"), "row.activate", NULL);
  g_assert_cmpstr (get_subject (fixture), ==, "signed");
  atlas_test_await (fixture->panel, is_popover, "");
  assert_shows (fixture, "3.2 ¶2 · Changchun and Siping");
}

static gboolean
is_menu (GtkWidget *widget, const char *words)
{
  return GTK_IS_POPOVER_MENU (widget) && gtk_widget_get_mapped (widget);
}

static void
revealed_cb (AtlasRecord **revealed, AtlasRecord *record)
{
  *revealed = record;
}

/* The menu has the actions of the row, with the keyboard too. */
static void
test_menu (Fixture *fixture, gconstpointer data)
{
  AtlasRecord *revealed = NULL;
  GtkWidget *row, *menu, *first;

  atlas_side_panel_show_page (fixture->panel, "transport");
  atlas_test_settle ();
  row = get_row (fixture, "Liaoyuan–Siping coach");
  g_signal_connect_swapped (fixture->navigation, "reveal", G_CALLBACK (revealed_cb), &revealed);
  gtk_widget_activate_action (row, "row.menu", NULL);
  menu = atlas_test_await (fixture->panel, is_menu, "");
  assert_shows (fixture, "Show on Map");

  /* Arrow keys stay in the menu. */
  first = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (first, menu));
  gtk_widget_child_focus (GTK_WIDGET (fixture->panel), GTK_DIR_DOWN);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), menu));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) != first);
  gtk_widget_activate_action (row, "row.show-on-map", NULL);
  g_assert_true (revealed == atlas_test_dataset_get (fixture->dataset, "bus"));
  g_assert_true (atlas_navigation_get_hovered (fixture->navigation) == revealed);
  g_assert_null (get_subject (fixture));

  /* A closed menu is freed. */
  g_object_add_weak_pointer (G_OBJECT (menu), (gpointer *) &menu);
  gtk_popover_popdown (GTK_POPOVER (menu));
  await (menu == NULL);
  gtk_widget_activate_action (row, "row.open", NULL);
  g_assert_cmpstr (get_subject (fixture), ==, "bus");
}

static gboolean
is_menu_button (GtkWidget *widget, const char *words)
{
  return GTK_IS_MENU_BUTTON (widget) && gtk_widget_get_visible (widget) &&
         g_strcmp0 (gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)), words) == 0;
}

/* The button beside the crumbs offers cities as items and other kinds of places in submenus,
 * without parts of the place in scope. */
static void
test_compare (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button;
  GMenuModel *menu;
  g_autoptr (GMenuModel) cities = NULL;
  g_autoptr (GMenuModel) others = NULL;

  g_assert_null (atlas_test_find (fixture->panel, is_menu_button, "Compare with…"));
  visit (fixture, "siping");
  button = atlas_test_await (fixture->panel, is_menu_button, "Compare with…");
  /* Its widgets are created when it is opened. */
  g_assert_null (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button));
  cities = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);
  others = g_menu_model_get_item_link (menu, 1, G_MENU_LINK_SECTION);
  g_assert_cmpint (g_menu_model_get_n_items (cities), ==, 2);
  /* The zones of Changchun; the province contains Siping. */
  g_assert_cmpint (g_menu_model_get_n_items (others), ==, 1);
  gtk_widget_activate_action (button, "panel.compare", "s", "liaoyuan");
  assert_shows (fixture, "Siping and Liaoyuan");
  assert_shows (fixture, "Together");
  assert_shows (fixture, "Both");

  gtk_widget_activate_action (button, "panel.compare", "s", "changchun");
  assert_shows (fixture, "Siping and Changchun");
  /* A bus route cannot be compared with a city where it ends. */
  gtk_widget_activate_action (get_row (fixture, "Liaoyuan–Siping coach"), "row.compare", NULL);
  g_assert_cmpstr (get_subject (fixture), ==, "siping");
  g_signal_emit_by_name (atlas_test_await (fixture->panel, is_button, "Changchun"), "clicked");
  g_assert_cmpstr (get_subject (fixture), ==, "changchun");
}

/* Appends each item of @menu as "label=id ", or as "label: " before its submenu. */
static void
append_items (GString *words, GMenuModel *menu)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);
      g_autofree char *label = NULL;
      g_autofree char *id = NULL;

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      if (section != NULL)
        append_items (words, section);
      else if (submenu != NULL)
        {
          g_string_append_printf (words, "%s: ", label);
          append_items (words, submenu);
        }
      else if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_TARGET, "s", &id))
        g_string_append_printf (words, "%s=%s ", label, id);
    }
}

static void
assert_offers (Fixture *fixture, const char *expected)
{
  GtkWidget *button = atlas_test_await (fixture->panel, is_menu_button, "Compare with…");
  g_autoptr (GString) words = g_string_new (NULL);

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  append_items (words, gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button)));
  g_assert_cmpstr (words->str, ==, expected);
}

/* The menu also offers links, sorted as in the legend, for places and links as scope, except links
 * that end in the place, or places where the link ends. Records of the same kind come first. */
static void
test_compare_links (Fixture *fixture, gconstpointer data)
{
  visit (fixture, "liaoyuan");
  assert_offers (fixture, "Changchun=changchun Siping=siping "
                          "Development zone: Automobile Zone=zone-auto "
                          "Changchun New Area=zone-new-area "
                          "Zone co-operation: Siping – Automobile Zone=siping-auto "
                          "Integrated areas: Changchun–Siping Integration=changping "
                          "Companies and colleges: Car Works – Siping=works-siping ");
  visit (fixture, "bus");
  assert_offers (fixture, "Zone co-operation: Siping – Automobile Zone=siping-auto "
                          "Liaoyuan – Changchun New Area=liaoyuan-new "
                          "Integrated areas: Changchun–Siping Integration=changping "
                          "Companies and colleges: Car Works – Siping=works-siping "
                          "Changchun=changchun "
                          "Development zone: Automobile Zone=zone-auto "
                          "Changchun New Area=zone-new-area ");
  gtk_widget_activate_action (GTK_WIDGET (fixture->panel), "panel.compare", "s", "changping");
  assert_shows (fixture, "Liaoyuan–Siping coach and Changchun–Siping Integration");
  assert_shows (fixture, "In common");
  get_row (fixture, "Siping");
  /* The ends of the two bus routes have only Siping in common. */
  g_assert_null (atlas_test_find (fixture->panel, is_row, "Changchun"));
}

/* The first item for a link compares its two ends. */
static void
test_compare_ends (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button;
  GMenuModel *menu;
  g_autoptr (GMenuModel) ends = NULL;

  visit (fixture, "bus");
  button = atlas_test_await (fixture->panel, is_menu_button, "Compare with…");
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button));
  ends = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);
  g_assert_cmpint (g_menu_model_get_n_items (ends), ==, 1);
  gtk_widget_activate_action (button, "panel.compare-both", "(ss)", "liaoyuan", "siping");
  assert_shows (fixture, "Liaoyuan and Siping");
  atlas_navigation_go_back (fixture->navigation);
  g_assert_cmpstr (get_subject (fixture), ==, "bus");
}

static gboolean
is_toggle (GtkWidget *widget, const char *words)
{
  return GTK_IS_TOGGLE_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), words) == 0;
}

static void
choose (Fixture *fixture, const char *words)
{
  GtkWidget *toggle = atlas_test_await (fixture->panel, is_toggle, words);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
}

static gboolean
is_matrix (GtkWidget *widget, const char *words)
{
  return ATLAS_IS_MATRIX_GRID (widget) && gtk_widget_get_mapped (widget);
}

/* The industries are a matrix or a list, as the user selects; without a matrix only a list. */
static void
test_industries (Fixture *fixture, gconstpointer data)
{
  AtlasFilter *filter = atlas_navigation_get_filter (fixture->navigation);

  atlas_side_panel_show_page (fixture->panel, "industries");
  atlas_test_await (fixture->panel, is_matrix, "");
  choose (fixture, "List");
  get_row (fixture, "Car parts");
  g_assert_null (atlas_test_find (fixture->panel, is_matrix, ""));
  choose (fixture, "Matrix");
  atlas_test_await (fixture->panel, is_matrix, "");

  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_ZONE, FALSE);
  get_row (fixture, "Car parts");
  g_assert_null (atlas_test_find (fixture->panel, is_toggle, "Matrix"));
  atlas_filter_reset (filter);
  atlas_test_await (fixture->panel, is_matrix, "");
}

static GtkWindow *
find_other_window (GtkWidget *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (GTK_WIDGET (other) != window && gtk_widget_get_visible (GTK_WIDGET (other)))
        return other; /* GTK has a reference */
    }
  return NULL;
}

/* There is only one window with the large matrix, and it closes with the panel. */
static void
test_enlarge (Fixture *fixture, gconstpointer data)
{
  GtkWidget *grid;
  GtkWindow *window;

  atlas_side_panel_show_page (fixture->panel, "industries");
  grid = atlas_test_await (fixture->panel, is_matrix, "");
  g_assert_true (gtk_widget_activate_action (grid, "industries.enlarge", NULL));
  window = find_other_window (fixture->window);
  g_assert_nonnull (window);
  g_assert_true (gtk_window_get_transient_for (window) == GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_activate_action (grid, "industries.enlarge", NULL));
  g_assert_true (find_other_window (fixture->window) == window);
  g_assert_nonnull (atlas_test_find (window, atlas_test_is_label, "Automotive"));
  gtk_window_close (window);
  atlas_test_settle ();
  g_assert_null (find_other_window (fixture->window));
  gtk_widget_activate_action (grid, "industries.enlarge", NULL);
  g_assert_nonnull (find_other_window (fixture->window));
}

static void
text_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  char **text = user_data;
  g_autoptr (GError) error = NULL;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, &error);
  g_assert_no_error (error);
}

/* The list is copied as text and as a table; a single row too. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->window);
  GtkWidget *row;
  g_autofree char *list = NULL;
  g_autofree char *one = NULL;

  atlas_side_panel_show_page (fixture->panel, "timeline");
  atlas_test_settle ();
  row = get_row (fixture, "Agreement signed");
  g_assert_true (gtk_widget_activate_action (row, "list.copy", NULL));
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard),
                                                        "text/csv"));
  gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, &list);
  await (list != NULL);
  g_assert_nonnull (strstr (list, "Agreement signed"));
  g_assert_nonnull (strstr (list, "Plan approved"));

  gtk_widget_activate_action (row, "row.copy", NULL);
  gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, &one);
  await (one != NULL);
  g_assert_nonnull (strstr (one, "Agreement signed"));
  g_assert_null (strstr (one, "Plan approved"));
}

/* Rows and map highlight each other's records through the navigation. */
static void
test_hover (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card;

  atlas_side_panel_show_page (fixture->panel, "transport");
  atlas_test_settle ();
  card = gtk_widget_get_last_child (get_row (fixture, "Liaoyuan–Siping coach"));
  g_assert_false (gtk_widget_has_css_class (card, "lifted"));
  atlas_navigation_set_hovered (fixture->navigation,
                                atlas_test_dataset_get (fixture->dataset, "bus"));
  g_assert_true (gtk_widget_has_css_class (card, "lifted"));
  atlas_navigation_set_hovered (fixture->navigation, NULL);
  g_assert_false (gtk_widget_has_css_class (card, "lifted"));
}

/* Tab moves from a fact to its citation and on to the next fact; arrow keys move between facts. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first = get_row (fixture, "Investment planned");
  GtkRoot *root = GTK_ROOT (fixture->window);

  get_row (fixture, "Cost of the road");
  gtk_widget_grab_focus (first);
  g_assert_true (gtk_root_get_focus (root) == first);
  gtk_widget_child_focus (GTK_WIDGET (fixture->panel), GTK_DIR_TAB_FORWARD);
  g_assert_true (ATLAS_IS_CITATION_MARK (gtk_root_get_focus (root)));
  gtk_widget_child_focus (GTK_WIDGET (fixture->panel), GTK_DIR_TAB_FORWARD);
  g_assert_true (ATLAS_IS_ROW_VIEW (gtk_root_get_focus (root)));
  g_assert_true (gtk_root_get_focus (root) != first);
  gtk_widget_child_focus (GTK_WIDGET (fixture->panel), GTK_DIR_UP);
  g_assert_true (gtk_root_get_focus (root) == first);
}

static GtkWidget *
get_partners (Fixture *fixture)
{
  return gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                  ATLAS_TYPE_PARTNER_VIEW);
}

/* Tab moves into the diagram between two rows, and out of it. */
static void
test_focus_diagram (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  visit (fixture, "siping");
  row = get_row (fixture, "Cost of the road");
  get_row (fixture, "Car parts");
  gtk_widget_grab_focus (row);
  gtk_widget_child_focus (GTK_WIDGET (fixture->panel), GTK_DIR_TAB_FORWARD);
  g_assert_nonnull (get_partners (fixture));
  gtk_widget_child_focus (GTK_WIDGET (fixture->panel), GTK_DIR_TAB_FORWARD);
  g_assert_null (get_partners (fixture));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == get_row (fixture, "Car parts"));
  gtk_widget_child_focus (GTK_WIDGET (fixture->panel), GTK_DIR_TAB_BACKWARD);
  g_assert_nonnull (get_partners (fixture));
  gtk_widget_child_focus (GTK_WIDGET (fixture->panel), GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == row);
}

/* The links of a row get the focus after the row, and open their records. */
static void
test_links (Fixture *fixture, gconstpointer data)
{
  GtkRoot *root = GTK_ROOT (fixture->window);
  GtkWidget *row;

  atlas_side_panel_show_page (fixture->panel, "next-steps");
  atlas_test_settle ();
  row = get_row (fixture, "Write the programme");
  gtk_widget_grab_focus (row);
  gtk_widget_child_focus (GTK_WIDGET (fixture->panel), GTK_DIR_TAB_FORWARD);
  g_assert_true (atlas_test_is_label (gtk_root_get_focus (root),
                                      "Linked to: Changchun–Siping plan"));
  gtk_widget_child_focus (GTK_WIDGET (fixture->panel), GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_root_get_focus (root) == row);

  gtk_widget_child_focus (GTK_WIDGET (fixture->panel), GTK_DIR_TAB_FORWARD);
  g_signal_emit_by_name (gtk_root_get_focus (root), "activate-current-link");
  atlas_test_settle ();
  g_assert_cmpstr (get_subject (fixture), ==, "plan");
}

/* The switch changes the grouping of next steps, which is kept for all scopes. */
static void
test_grouping (Fixture *fixture, gconstpointer data)
{
  GtkWidget *by_place;

  atlas_side_panel_show_page (fixture->panel, "next-steps");
  atlas_test_settle ();
  get_row (fixture, "Write the programme");
  by_place = atlas_test_find (fixture->panel, is_button, "By Place");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (by_place)));
  assert_shows (fixture, "Siping");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (by_place), TRUE);
  atlas_test_settle ();
  assert_shows (fixture, "No place stated");
  visit (fixture, "siping");
  atlas_side_panel_show_page (fixture->panel, "overview");
  atlas_side_panel_show_page (fixture->panel, "next-steps");
  assert_shows (fixture, "No place stated");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (by_place)));
}

/* Every page fits into the narrowest panel. */
static void
test_width (Fixture *fixture, gconstpointer data)
{
  static const char *const pages[] = { "overview",   "industries", "timeline",
                                       "investment", "transport",  "next-steps" };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      int minimum;

      atlas_side_panel_show_page (fixture->panel, pages[i]);
      atlas_test_settle ();
      gtk_widget_measure (GTK_WIDGET (fixture->panel), GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                          NULL, NULL, NULL);
      g_test_message ("%s: %d", pages[i], minimum);
      g_assert_cmpint (minimum, ==, 330);
    }
}

int
main (int argc, char *argv[])
{
#define ADD(name) g_test_add ("/side-panel/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  atlas_test_display_init (&argc, &argv);
  atlas_test_load_style ();
  ADD (head);
  ADD (pages);
  ADD (empty_page);
  ADD (filtered_page);
  ADD (loading);
  ADD (activate);
  ADD (menu);
  ADD (compare);
  ADD (compare_ends);
  ADD (compare_links);
  ADD (industries);
  ADD (enlarge);
  ADD (copy);
  ADD (hover);
  ADD (focus);
  ADD (focus_diagram);
  ADD (links);
  ADD (grouping);
  ADD (width);
#undef ADD
  return g_test_run ();
}
