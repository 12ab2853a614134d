/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-side-panel.h"

#include <glib/gi18n.h>

#include "atlas-citation-mark.h"
#include "atlas-description.h"
#include "atlas-enum-types.h"
#include "atlas-facts.h"
#include "atlas-industries-page.h"
#include "atlas-investment-panel.h"
#include "atlas-labels.h"
#include "atlas-link.h"
#include "atlas-next-steps-panel.h"
#include "atlas-overview-panel.h"
#include "atlas-page-switcher.h"
#include "atlas-panel-view.h"
#include "atlas-province.h"
#include "atlas-timeline-panel.h"
#include "atlas-timeline-view.h"
#include "atlas-transport-panel.h"
#include "atlas-widget-tools.h"

/*
 * AtlasSidePanel: the panel beside the map, with everything about the scope.
 *
 * At the top it shows the scope with a breadcrumb path; below are six pages: "overview",
 * "industries", "timeline", "investment", "transport" and "next-steps". It needs only its
 * navigation. Child widgets can use the actions panel.show-page, which opens a page, panel.compare,
 * which compares a place or link with the scope by its id, and panel.compare-both, which compares
 * two.
 */
struct _AtlasSidePanel
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *head;
  GtkWidget *loading;
  GtkLabel *loading_label;
  GtkWidget *crumbs;
  GtkMenuButton *compare_button;
  GtkWidget *edit_button;
  GtkLabel *title;
  GtkLabel *key_line;
  AtlasCitationMark *citation;
  GtkStack *pages;
  AdwBin *industries;
  GtkWidget *by_place;
  GtkWidget *by_state;

  /* Owned references */
  AtlasNavigation *navigation;
};

G_DEFINE_FINAL_TYPE (AtlasSidePanel, atlas_side_panel, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_NAVIGATION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
crumb_clicked_cb (AtlasSidePanel *self, GtkButton *crumb)
{
  atlas_navigation_visit (self->navigation, g_object_get_data (G_OBJECT (crumb), "place"));
}

/* NULL for the whole province: that uses the action of the window, which also resets filter and
 * time. */
static void
add_crumb (AtlasSidePanel *self, AtlasPlace *place, const char *name)
{
  GtkWidget *crumb = gtk_button_new_with_label (name);
  GtkWidget *separator = gtk_label_new ("›");

  if (place != NULL)
    {
      g_object_set_data_full (G_OBJECT (crumb), "place", g_object_ref (place), g_object_unref);
      g_signal_connect_swapped (crumb, "clicked", G_CALLBACK (crumb_clicked_cb), self);
    }
  else
    gtk_actionable_set_action_name (GTK_ACTIONABLE (crumb), "win.province");
  gtk_widget_add_css_class (crumb, "flat");
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (crumb))),
                           PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (self->crumbs), crumb);
  gtk_box_append (GTK_BOX (self->crumbs), separator);
}

static void
show_crumbs (AtlasSidePanel *self, AtlasScope *scope)
{
  const AtlasLanguage language = atlas_language_get_default ();
  g_autoptr (GPtrArray) ancestors = atlas_scope_dup_ancestors (scope);
  AtlasPlace *province = atlas_province_of (atlas_scope_get_dataset (scope));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->crumbs)) != NULL)
    gtk_box_remove (GTK_BOX (self->crumbs), child);
  gtk_widget_set_visible (self->crumbs, atlas_scope_get_kind (scope) != ATLAS_SCOPE_KIND_PROVINCE);
  if (atlas_scope_get_kind (scope) == ATLAS_SCOPE_KIND_PROVINCE)
    return;
  /* If the place is in another province, the first crumb is the whole atlas, not Jilin. */
  if (province == NULL || (ancestors->len > 0 && ancestors->pdata[0] != province))
    add_crumb (self, NULL,
               atlas_province_describe_whole (atlas_scope_get_dataset (scope), language));
  else
    add_crumb (self, NULL, atlas_record_get_name (ATLAS_RECORD (province), language));
  for (guint i = 0; i < ancestors->len; i++)
    if (ancestors->pdata[i] != province)
      add_crumb (self, ancestors->pdata[i], atlas_record_get_name (ancestors->pdata[i], language));
}

/* The largest number of items. A menu creates a widget for each item at once. Other places can be
 * compared from rows and from the map. */
#define MAX_ITEMS 100

static void
add_comparable (GMenu *menu, AtlasRecord *record)
{
  g_autofree char *label = atlas_describe_menu_label (record, atlas_language_get_default ());
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "panel.compare", "s", atlas_record_get_id (record));
  g_menu_append_item (menu, item);
}

static gboolean
is_full (GMenu *menu)
{
  return g_menu_model_get_n_items (G_MENU_MODEL (menu)) >= MAX_ITEMS;
}

/* Lists the places of one kind that can be compared with the scope. */
static GMenu *
list_places (AtlasSidePanel *self, int kind)
{
  GMenu *menu = g_menu_new ();
  GListModel *places = atlas_dataset_get_records (atlas_navigation_get_dataset (self->navigation),
                                                  ATLAS_RECORD_KIND_PLACE);

  for (guint i = 0; i < g_list_model_get_n_items (places) && !is_full (menu); i++)
    {
      g_autoptr (AtlasRecord) place = g_list_model_get_item (places, i);

      if ((int) atlas_place_get_kind (ATLAS_PLACE (place)) == kind &&
          atlas_navigation_can_compare (self->navigation, place))
        add_comparable (menu, place);
    }
  return menu;
}

/* Lists the links of one group that can be compared with the scope. */
static GMenu *
list_links (AtlasSidePanel *self, int group)
{
  GMenu *menu = g_menu_new ();
  GPtrArray *links = atlas_dataset_get_links (atlas_navigation_get_dataset (self->navigation));

  for (guint i = 0; i < links->len && !is_full (menu); i++)
    if ((int) atlas_link_get_group (links->pdata[i]) == group &&
        atlas_navigation_can_compare (self->navigation, links->pdata[i]))
      add_comparable (menu, links->pdata[i]);
  return menu;
}

/* Creates a submenu for each value of @type, except for @except, whose items are in the menu
 * itself; -1 for none. */
static GMenu *
list_submenus (AtlasSidePanel *self,
               GType type,
               int except,
               GMenu *(*list) (AtlasSidePanel *self, int value))
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GEnumClass) values = g_type_class_ref (type);

  for (int value = values->minimum; value <= values->maximum; value++)
    {
      g_autoptr (GMenu) items = value != except ? list (self, value) : g_menu_new ();

      if (g_menu_model_get_n_items (G_MENU_MODEL (items)) > 0)
        g_menu_append_submenu (menu, atlas_label_for (type, value, atlas_language_get_default ()),
                               G_MENU_MODEL (items));
    }
  return menu;
}

/* For a link, adds an item that compares its two ends. */
static GMenu *
list_ends (AtlasSidePanel *self, AtlasLink *link)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (self->navigation);
  GMenu *menu = g_menu_new ();
  g_autoptr (GPtrArray) ends = atlas_link_dup_ends (link, dataset);
  g_autoptr (GMenuItem) item = NULL;
  g_autofree char *label = NULL;

  if (ends->len != 2 || !atlas_scope_can_compare (dataset, ends->pdata[0], ends->pdata[1]))
    return menu;
  /* Translators: a menu item that puts two places side by side. */
  label = g_strdup_printf (_("%s and %s side by side"),
                             atlas_record_get_name (ends->pdata[0], atlas_language_get_default ()),
                             atlas_record_get_name (ends->pdata[1], atlas_language_get_default ()));
  item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, "panel.compare-both", "(ss)",
                                     atlas_record_get_id (ends->pdata[0]),
                                     atlas_record_get_id (ends->pdata[1]));
  g_menu_append_item (menu, item);
  return menu;
}

/* Takes @section; leaves out an empty one. */
static void
take_section (GMenu *menu, GMenu *section)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

/* Cities are items; other kinds of places and groups of links are submenus. The kind of the subject
 * comes first. */
static GMenu *
create_compare_menu (AtlasSidePanel *self)
{
  AtlasRecord *subject = atlas_scope_get_subject (atlas_navigation_get_scope (self->navigation));
  GMenu *menu = g_menu_new ();

  if (!ATLAS_IS_PLACE (subject) && !ATLAS_IS_LINK (subject))
    return menu;

  if (ATLAS_IS_LINK (subject))
    {
      take_section (menu, list_ends (self, ATLAS_LINK (subject)));
      take_section (menu, list_submenus (self, ATLAS_TYPE_LINK_GROUP, -1, list_links));
    }
  take_section (menu, list_places (self, ATLAS_PLACE_KIND_PREFECTURE));
  take_section (menu, list_submenus (self, ATLAS_TYPE_PLACE_KIND, ATLAS_PLACE_KIND_PREFECTURE,
                                     list_places));
  if (ATLAS_IS_PLACE (subject))
    take_section (menu, list_submenus (self, ATLAS_TYPE_LINK_GROUP, -1, list_links));
  return menu;
}

/* GTK creates a widget for each item, so give it the menu only when the user opens it. */
static void
open_compare_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  g_autoptr (GMenu) menu = NULL;

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;
  menu = create_compare_menu (user_data);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
show_compare_button (AtlasSidePanel *self)
{
  g_autoptr (GMenu) menu = create_compare_menu (self);
  GMenuModel *last = gtk_menu_button_get_menu_model (self->compare_button);

  if (last != NULL)
    atlas_empty_menu (last);
  gtk_menu_button_set_menu_model (self->compare_button, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->compare_button),
                          g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
}

/* The line contains the time of the filter, so update it with the filter. */
static void
show_key_line (AtlasSidePanel *self)
{
  const AtlasFacts facts = { atlas_navigation_get_scope (self->navigation),
                             atlas_navigation_get_filter (self->navigation),
                             atlas_language_get_default (), ATLAS_SHOWN_PART_ALL };
  AtlasRecord *subject;
  g_autofree char *line = NULL;
  g_autofree char *words = NULL;

  if (facts.scope == NULL)
    return;
  subject = atlas_scope_get_subject (facts.scope);
  line = atlas_facts_describe_scope (&facts);
  words = atlas_join_facts (line, subject != NULL && atlas_facts_is_in_doubt (&facts, subject)
                            /* Translators: of a record, or a number, whose source gives no date */
                            ? C_("figure", "undated") : "", NULL);
  gtk_label_set_text (self->key_line, words);
}

static void
scope_cb (AtlasSidePanel *self)
{
  AtlasScope *scope = atlas_navigation_get_scope (self->navigation);

  if (scope == NULL)
    return;
  show_crumbs (self, scope);
  show_compare_button (self);
  gtk_label_set_text (self->title, atlas_scope_get_name (scope, atlas_language_get_default ()));
  show_key_line (self);
  atlas_citation_mark_set_record (
    self->citation, atlas_scope_get_dataset (scope),
    atlas_scope_get_other (scope) == NULL ? atlas_scope_get_subject (scope) : NULL);
}

static void
show_page_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  atlas_side_panel_show_page (ATLAS_SIDE_PANEL (widget), g_variant_get_string (parameter, NULL));
}

static void
compare_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasSidePanel *self = ATLAS_SIDE_PANEL (widget);
  AtlasRecord *other = atlas_dataset_lookup (atlas_navigation_get_dataset (self->navigation),
                                             g_variant_get_string (parameter, NULL));

  if (other == NULL)
    return;
  atlas_navigation_compare (self->navigation, other);
  atlas_side_panel_show_page (self, "overview");
}

static void
compare_both_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasSidePanel *self = ATLAS_SIDE_PANEL (widget);
  AtlasDataset *dataset = atlas_navigation_get_dataset (self->navigation);
  const char *first, *second;
  AtlasRecord *subject, *other;

  g_variant_get (parameter, "(&s&s)", &first, &second);
  subject = atlas_dataset_lookup (dataset, first);
  other = atlas_dataset_lookup (dataset, second);
  if (!atlas_scope_can_compare (atlas_navigation_get_dataset (self->navigation), subject, other))
    return;
  atlas_navigation_compare_both (self->navigation, subject, other);
  atlas_side_panel_show_page (self, "overview");
}

static void
atlas_side_panel_dispose (GObject *object)
{
  AtlasSidePanel *self = ATLAS_SIDE_PANEL (object);

  atlas_unparent_children (self);
  g_clear_object (&self->navigation);

  G_OBJECT_CLASS (atlas_side_panel_parent_class)->dispose (object);
}

/* Returns the new panel of a page; the page has a reference. */
static AtlasPanel *
add_panel (AtlasSidePanel *self, const char *page, GType type)
{
  GtkWidget *view = gtk_stack_get_child_by_name (self->pages, page);
  g_autoptr (AtlasPanel) panel = g_object_new (type, "navigation", self->navigation, NULL);

  atlas_panel_view_set_panel (ATLAS_PANEL_VIEW (view), panel);
  return panel;
}

static void
add_panels (AtlasSidePanel *self)
{
  GtkWidget *timeline = gtk_stack_get_child_by_name (self->pages, "timeline");
  AtlasPanel *panel;

  add_panel (self, "overview", ATLAS_TYPE_OVERVIEW_PANEL);
  adw_bin_set_child (self->industries, atlas_industries_page_new (self->navigation));
  panel = add_panel (self, "timeline", ATLAS_TYPE_TIMELINE_PANEL);
  g_object_set (timeline, "header", atlas_timeline_view_new (ATLAS_TIMELINE_PANEL (panel)), NULL);
  add_panel (self, "investment", ATLAS_TYPE_INVESTMENT_PANEL);
  add_panel (self, "transport", ATLAS_TYPE_TRANSPORT_PANEL);
  panel = add_panel (self, "next-steps", ATLAS_TYPE_NEXT_STEPS_PANEL);
  g_object_bind_property (self->by_place, "active", panel, "by-place", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->by_state, "active", panel, "by-state", G_BINDING_SYNC_CREATE);
}

static void
atlas_side_panel_constructed (GObject *object)
{
  AtlasSidePanel *self = ATLAS_SIDE_PANEL (object);

  G_OBJECT_CLASS (atlas_side_panel_parent_class)->constructed (object);

  add_panels (self);
  g_signal_connect_object (self->navigation, "notify::scope", G_CALLBACK (scope_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (atlas_navigation_get_filter (self->navigation), "changed",
                           G_CALLBACK (show_key_line), self, G_CONNECT_SWAPPED);
  scope_cb (self);
}

static void
atlas_side_panel_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NAVIGATION:
      ATLAS_SIDE_PANEL (object)->navigation = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_side_panel_class_init (AtlasSidePanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = atlas_side_panel_constructed;
  object_class->dispose = atlas_side_panel_dispose;
  object_class->set_property = atlas_side_panel_set_property;

  properties[PROP_NAVIGATION] =
    g_param_spec_object ("navigation", NULL, NULL, ATLAS_TYPE_NAVIGATION,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ATLAS_TYPE_CITATION_MARK);
  g_type_ensure (ATLAS_TYPE_PAGE_SWITCHER);
  g_type_ensure (ATLAS_TYPE_PANEL_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-side-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasSidePanel, head);
  gtk_widget_class_bind_template_child (widget_class, AtlasSidePanel, loading);
  gtk_widget_class_bind_template_child (widget_class, AtlasSidePanel, loading_label);
  gtk_widget_class_bind_template_child (widget_class, AtlasSidePanel, crumbs);
  gtk_widget_class_bind_template_child (widget_class, AtlasSidePanel, compare_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasSidePanel, edit_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasSidePanel, title);
  gtk_widget_class_bind_template_child (widget_class, AtlasSidePanel, key_line);
  gtk_widget_class_bind_template_child (widget_class, AtlasSidePanel, citation);
  gtk_widget_class_bind_template_child (widget_class, AtlasSidePanel, pages);
  gtk_widget_class_bind_template_child (widget_class, AtlasSidePanel, industries);
  gtk_widget_class_bind_template_child (widget_class, AtlasSidePanel, by_place);
  gtk_widget_class_bind_template_child (widget_class, AtlasSidePanel, by_state);
  gtk_widget_class_install_action (widget_class, "panel.compare", "s", compare_cb);
  gtk_widget_class_install_action (widget_class, "panel.compare-both", "(ss)", compare_both_cb);
  gtk_widget_class_install_action (widget_class, "panel.show-page", "s", show_page_cb);
  gtk_widget_class_set_css_name (widget_class, "atlas-side-panel");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_side_panel_init (AtlasSidePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
    GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_menu_button_set_create_popup_func (self->compare_button, open_compare_menu_cb, self, NULL);
}

/**
 * atlas_side_panel_new:
 * @navigation: the navigation to follow
 *
 * Returns: a side panel, at least 330 pixels wide
 */
GtkWidget *
atlas_side_panel_new (AtlasNavigation *navigation)
{
  return g_object_new (ATLAS_TYPE_SIDE_PANEL, "navigation", navigation, NULL);
}

/**
 * atlas_side_panel_get_page:
 * @self: a side panel
 *
 * Returns: (transfer none): the page that is shown, see atlas_side_panel_show_page()
 */
const char *
atlas_side_panel_get_page (AtlasSidePanel *self)
{
  g_return_val_if_fail (ATLAS_IS_SIDE_PANEL (self), NULL);

  return gtk_stack_get_visible_child_name (self->pages);
}

/**
 * atlas_side_panel_show_page:
 * @self: a side panel
 * @page: "overview", "industries", "timeline", "investment", "transport" or "next-steps"
 *
 * Shows another page of the scope. Does nothing if there is no such page, because a link to a view
 * may name any.
 */
void
atlas_side_panel_show_page (AtlasSidePanel *self, const char *page)
{
  g_return_if_fail (ATLAS_IS_SIDE_PANEL (self));
  g_return_if_fail (page != NULL);

  if (gtk_stack_get_child_by_name (self->pages, page) != NULL)
    gtk_stack_set_visible_child_name (self->pages, page);
}

/**
 * atlas_side_panel_set_loading:
 * @self: a side panel
 * @name: (nullable): the name of the file that is being read, or %NULL for none
 *
 * Shows that a dataset is being read, as long as no dataset is loaded.
 */
void
atlas_side_panel_set_loading (AtlasSidePanel *self, const char *name)
{
  gboolean loads;

  g_return_if_fail (ATLAS_IS_SIDE_PANEL (self));

  loads = name != NULL && atlas_navigation_get_dataset (self->navigation) == NULL;
  if (loads)
    {
      /* Translators: %s is the name of a file. */
      g_autofree char *words = g_strdup_printf (_("Reading %s…"), name);

      gtk_label_set_text (self->loading_label, words);
    }
  gtk_widget_set_visible (self->head, !loads);
  gtk_widget_set_visible (GTK_WIDGET (self->pages), !loads);
  gtk_widget_set_visible (self->loading, loads);
}

/**
 * atlas_side_panel_set_can_edit:
 * @self: a side panel
 * @can_edit: whether the record of the scope can be edited
 *
 * Shows or hides the button that edits it.
 */
void
atlas_side_panel_set_can_edit (AtlasSidePanel *self, gboolean can_edit)
{
  g_return_if_fail (ATLAS_IS_SIDE_PANEL (self));

  gtk_widget_set_visible (self->edit_button, can_edit);
}
