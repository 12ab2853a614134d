/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-search-entry.h"

#include "atlas-search-results.h"
#include "atlas-search-row.h"
#include "atlas-widget-tools.h"

/*
 * AtlasSearchEntry: searches records by text, and makes one the scope.
 *
 * The focus stays in the entry, because of the input method. Arrow keys select among the results
 * below it; Enter opens the selected one, which is the best one at first. gtk_widget_grab_focus()
 * starts a search.
 */
struct _AtlasSearchEntry
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkSearchEntry *entry;
  GtkPopover *popover;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkListView *list;
  GtkWidget *nothing_found;
  GtkWidget *hidden_hits;

  /* Owned references */
  AtlasNavigation *navigation;
  AtlasSearchResults *results;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (AtlasSearchEntry, atlas_search_entry, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_NAVIGATION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show_results (AtlasSearchEntry *self)
{
  const AtlasPanelState state = atlas_panel_get_state (ATLAS_PANEL (self->results));
  GtkWidget *contents = GTK_WIDGET (self->stack);

  gtk_stack_set_visible_child (self->stack,
                               state == ATLAS_PANEL_STATE_ROWS       ? GTK_WIDGET (self->scroller)
                               : state == ATLAS_PANEL_STATE_FILTERED ? self->hidden_hits
                                                                     : self->nothing_found);
  gtk_widget_set_size_request (contents, MAX (gtk_widget_get_width (GTK_WIDGET (self)) - 24, 300),
                               -1);
  if (*atlas_search_results_get_text (self->results) == '\0')
    gtk_popover_popdown (self->popover);
  else if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_popover_popup (self->popover);
}

static void
search_changed_cb (AtlasSearchEntry *self)
{
  atlas_search_results_set_text (self->results, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_single_selection_set_selected (self->selection, 0);
  show_results (self);
}

static void
end_search (AtlasSearchEntry *self)
{
  gtk_popover_popdown (self->popover);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  atlas_search_results_set_text (self->results, "");
}

/* Back restores the scope but not the filter, so the window offers to undo the change. */
static void
show_family (AtlasSearchEntry *self, AtlasIndustry *industry)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.offer-undo", NULL);
  atlas_navigation_visit (self->navigation, NULL);
  atlas_filter_show_only (atlas_navigation_get_filter (self->navigation), ATLAS_FACET_INDUSTRIES,
                          atlas_industry_get_group (industry));
}

static void
visit_position (AtlasSearchEntry *self, guint position)
{
  g_autoptr (AtlasRow) row = g_list_model_get_item (G_LIST_MODEL (self->results), position);
  GObject *content;

  if (row == NULL)
    return;
  content = atlas_row_get_content (row);
  end_search (self);
  if (ATLAS_IS_INDUSTRY (content))
    show_family (self, ATLAS_INDUSTRY (content));
  else if (ATLAS_IS_PLACE (content))
    atlas_navigation_compare_both (self->navigation, atlas_row_get_record (row),
                                   ATLAS_RECORD (content));
  else
    atlas_navigation_visit (self->navigation, atlas_row_get_record (row));
}

/* Keep the text and show what it finds without the filter. */
static void
clear_filter_cb (AtlasSearchEntry *self)
{
  atlas_filter_reset (atlas_navigation_get_filter (self->navigation));
  gtk_single_selection_set_selected (self->selection, 0);
  show_results (self);
}

/* Enter may come before the search delay is over. */
static void
activate_cb (AtlasSearchEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (!g_str_equal (text, atlas_search_results_get_text (self->results)))
    search_changed_cb (self);
  if (atlas_panel_get_state (ATLAS_PANEL (self->results)) == ATLAS_PANEL_STATE_FILTERED)
    clear_filter_cb (self);
  else
    visit_position (self, gtk_single_selection_get_selected (self->selection));
}

static void
list_activate_cb (AtlasSearchEntry *self, guint position)
{
  visit_position (self, position);
}

static void
move_selection (AtlasSearchEntry *self, int step)
{
  const int n_items = (int) g_list_model_get_n_items (G_LIST_MODEL (self->results));
  const int selected = (int) gtk_single_selection_get_selected (self->selection);
  const int position = CLAMP (selected + step, 0, n_items - 1);

  if (n_items == 0)
    return;
  gtk_single_selection_set_selected (self->selection, (guint) position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u",
                              (guint) position);
}

/* Receives only the keys that neither the text nor the input method has handled. */
static gboolean
key_pressed_cb (AtlasSearchEntry *self, guint keyval, guint keycode, GdkModifierType state)
{
  const int page = 6;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_selection (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_selection (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      move_selection (self, page);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      move_selection (self, -page);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* The focus stays in the entry, so its accessible description contains the selected result. */
static void
selected_cb (AtlasSearchEntry *self)
{
  AtlasRow *row = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *words = row != NULL ? atlas_row_describe (row) : g_strdup ("");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words, -1);
}

static void
focus_enter_cb (AtlasSearchEntry *self)
{
  atlas_search_results_prepare (self->results);
  atlas_panel_set_active (ATLAS_PANEL (self->results), TRUE);
  if (*atlas_search_results_get_text (self->results) != '\0')
    show_results (self);
}

static void
focus_leave_cb (AtlasSearchEntry *self)
{
  gtk_popover_popdown (self->popover);
  atlas_panel_set_active (ATLAS_PANEL (self->results), FALSE);
}

static void
released_cb (GtkListItem *item)
{
  gtk_widget_activate_action (gtk_list_item_get_child (item), "list.activate-item", "u",
                              gtk_list_item_get_position (item));
}

/* A GtkListView with single-click-activate also selects the row under the pointer, even if the
 * pointer does not move and the list appears below it. So the rows handle clicks themselves. */
static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_list_item_set_child (item, atlas_search_row_new ());
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), item, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (gtk_list_item_get_child (item), GTK_EVENT_CONTROLLER (click));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *view = gtk_list_item_get_child (item);
  AtlasRow *row = gtk_list_item_get_item (item);
  g_autofree char *words = atlas_row_describe (row);

  atlas_search_row_set_row (ATLAS_SEARCH_ROW (view), row);
  atlas_set_accessible_label (gtk_widget_get_parent (view), words);
}

static gboolean
atlas_search_entry_grab_focus (GtkWidget *widget)
{
  AtlasSearchEntry *self = ATLAS_SEARCH_ENTRY (widget);

  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  return gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
atlas_search_entry_dispose (GObject *object)
{
  AtlasSearchEntry *self = ATLAS_SEARCH_ENTRY (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->results);
  g_clear_object (&self->navigation);
  atlas_unparent_children (self);

  G_OBJECT_CLASS (atlas_search_entry_parent_class)->dispose (object);
}

static void
atlas_search_entry_constructed (GObject *object)
{
  AtlasSearchEntry *self = ATLAS_SEARCH_ENTRY (object);

  G_OBJECT_CLASS (atlas_search_entry_parent_class)->constructed (object);

  self->results = atlas_search_results_new (self->navigation);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->results)));
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                            self);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

static void
atlas_search_entry_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NAVIGATION:
      ATLAS_SEARCH_ENTRY (object)->navigation = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-search-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchEntry, popover);
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchEntry, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchEntry, scroller);
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchEntry, list);
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchEntry, nothing_found);
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchEntry, hidden_hits);
  gtk_widget_class_bind_template_callback (widget_class, clear_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_search);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
atlas_search_entry_class_init (AtlasSearchEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = atlas_search_entry_constructed;
  object_class->dispose = atlas_search_entry_dispose;
  object_class->set_property = atlas_search_entry_set_property;
  widget_class->grab_focus = atlas_search_entry_grab_focus;

  properties[PROP_NAVIGATION] =
    g_param_spec_object ("navigation", NULL, NULL, ATLAS_TYPE_NAVIGATION,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "atlas-search-entry");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_search_entry_init (AtlasSearchEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atlas_search_entry_new:
 * @navigation: the navigation, with the dataset to search and the scope to change
 *
 * Returns: a search entry
 */
GtkWidget *
atlas_search_entry_new (AtlasNavigation *navigation)
{
  return g_object_new (ATLAS_TYPE_SEARCH_ENTRY, "navigation", navigation, NULL);
}
