/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-panel-view.h"

#include <glib/gi18n.h>

#include "atlas-facts.h"
#include "atlas-row-table.h"
#include "atlas-row-view.h"
#include "atlas-widget-tools.h"

/*
 * AtlasPanelView: one page of the side panel.
 *
 * It shows its AtlasPanel, a list model, as a list. If the model is empty, it shows a status page;
 * if the filter is the reason, the page has a button that resets it. The model is active only while
 * the page is mapped.
 *
 * GtkListView creates widgets for up to 200 rows at once, many more than a window shows. So after a
 * change of scope the view first shows the rows that fit, and adds the others in portions, so that
 * the window stays responsive.
 */
struct _AtlasPanelView
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkWidget *page;
  AdwBin *header;
  GtkListView *list;
  AdwStatusPage *empty_page;
  AdwStatusPage *filtered_page;
  GtkWidget *blank_page;
  GtkSliceListModel *slice; /* the part of the model that the list has so far */

  /* Owned references */
  AtlasPanel *panel;
  char *icon_name;
  char *title;
  char *empty_title;
  char *empty_description;

  guint growth; /* the source that adds more rows, while it is active */
};

G_DEFINE_FINAL_TYPE (AtlasPanelView, atlas_panel_view, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_HEADER,
  PROP_ICON_NAME,
  PROP_TITLE,
  PROP_EMPTY_TITLE,
  PROP_EMPTY_DESCRIPTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The number of rows in a portion: about as many as a high window shows. */
#define PORTION 12

/* The pause before each further portion, in which the map can draw tiles and names. */
#define PAUSE_MS 80

static gboolean
show_more (gpointer user_data)
{
  AtlasPanelView *self = user_data;
  const guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->panel));
  const guint n_shown = gtk_slice_list_model_get_size (self->slice);

  if (n_shown + PORTION < n_rows)
    {
      gtk_slice_list_model_set_size (self->slice, n_shown + PORTION);
      return G_SOURCE_CONTINUE;
    }
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
  self->growth = 0;
  return G_SOURCE_REMOVE;
}

/* Scrolls to the top and empties the list. A list that was at its top when it became empty is at
 * its top again after that, even if its first row is high. */
static void
scope_changed_cb (AtlasPanelView *self)
{
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list)), 0);
  gtk_slice_list_model_set_size (self->slice, 0);
  if (self->growth == 0)
    self->growth = g_timeout_add (PAUSE_MS, show_more, self);
}

static void
items_changed_cb (AtlasPanelView *self)
{
  if (gtk_slice_list_model_get_size (self->slice) == 0)
    gtk_slice_list_model_set_size (self->slice, PORTION);
}

/* The description of AdwStatusPage is parsed as markup. */
static void
describe_filter (AtlasPanelView *self)
{
  AtlasNavigation *navigation = atlas_panel_get_navigation (self->panel);
  const AtlasFacts facts = { atlas_navigation_get_scope (navigation),
                             atlas_navigation_get_filter (navigation),
                             atlas_language_get_default (), ATLAS_SHOWN_PART_ALL };
  g_autofree char *words = atlas_facts_describe_filter (&facts);
  g_autofree char *markup = g_markup_escape_text (words, -1);

  adw_status_page_set_description (self->filtered_page, markup);
}

static void
state_cb (AtlasPanelView *self)
{
  switch (atlas_panel_get_state (self->panel))
    {
    case ATLAS_PANEL_STATE_ROWS:
      gtk_stack_set_visible_child (self->stack, self->page);
      break;
    case ATLAS_PANEL_STATE_EMPTY:
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->empty_page));
      break;
    case ATLAS_PANEL_STATE_FILTERED:
      describe_filter (self);
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->filtered_page));
      break;
    case ATLAS_PANEL_STATE_UNKNOWN:
    default:
      gtk_stack_set_visible_child (self->stack, self->blank_page);
    }
}

static void
clear_filter_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasNavigation *navigation = atlas_panel_get_navigation (ATLAS_PANEL_VIEW (widget)->panel);

  atlas_filter_reset (atlas_navigation_get_filter (navigation));
}

/* Copies all rows of the model, not only those in the list so far. */
static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasPanelView *self = ATLAS_PANEL_VIEW (widget);
  const guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->panel));
  g_autofree char *words = NULL;

  if (n_rows == 0)
    return;
  atlas_row_table_copy (G_LIST_MODEL (self->panel), atlas_panel_get_navigation (self->panel),
                        widget);
  words = g_strdup_printf (
    ngettext ("%u row copied as a table", "%u rows copied as a table", n_rows), n_rows);
  gtk_widget_activate_action (widget, "win.show-toast", "s", words);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, atlas_row_view_new ());
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (AtlasPanelView *self, GtkListItem *item)
{
  GtkWidget *view = gtk_list_item_get_child (item);
  AtlasRow *row = gtk_list_item_get_item (item);
  g_autofree char *words = atlas_row_describe (row);

  atlas_row_view_set_row (ATLAS_ROW_VIEW (view), row, atlas_panel_get_navigation (self->panel));
  /* Without this the list item would have no accessible name. */
  atlas_set_accessible_label (gtk_widget_get_parent (view), words);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  atlas_row_view_set_row (ATLAS_ROW_VIEW (gtk_list_item_get_child (item)), NULL, NULL);
}

static void
reveal_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasPanelView *self = ATLAS_PANEL_VIEW (widget);
  guint position = 0;

  if (atlas_panel_find_id (self->panel, g_variant_get_string (parameter, NULL), &position) &&
      position < gtk_slice_list_model_get_size (self->slice))
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
atlas_panel_view_map (GtkWidget *widget)
{
  AtlasPanelView *self = ATLAS_PANEL_VIEW (widget);

  atlas_panel_set_active (self->panel, TRUE);
  GTK_WIDGET_CLASS (atlas_panel_view_parent_class)->map (widget);
}

static void
atlas_panel_view_unmap (GtkWidget *widget)
{
  AtlasPanelView *self = ATLAS_PANEL_VIEW (widget);

  GTK_WIDGET_CLASS (atlas_panel_view_parent_class)->unmap (widget);
  atlas_panel_set_active (self->panel, FALSE);
}

static void
atlas_panel_view_dispose (GObject *object)
{
  AtlasPanelView *self = ATLAS_PANEL_VIEW (object);

  g_clear_handle_id (&self->growth, g_source_remove);
  g_clear_object (&self->panel);

  G_OBJECT_CLASS (atlas_panel_view_parent_class)->dispose (object);
}

static void
atlas_panel_view_finalize (GObject *object)
{
  AtlasPanelView *self = ATLAS_PANEL_VIEW (object);

  g_free (self->icon_name);
  g_free (self->title);
  g_free (self->empty_title);
  g_free (self->empty_description);

  G_OBJECT_CLASS (atlas_panel_view_parent_class)->finalize (object);
}

static void
atlas_panel_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AtlasPanelView *self = ATLAS_PANEL_VIEW (object);

  switch (prop_id)
    {
    case PROP_HEADER:
      g_value_set_object (value, adw_bin_get_child (self->header));
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_EMPTY_TITLE:
      g_value_set_string (value, self->empty_title);
      break;
    case PROP_EMPTY_DESCRIPTION:
      g_value_set_string (value, self->empty_description);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_panel_view_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  AtlasPanelView *self = ATLAS_PANEL_VIEW (object);

  switch (prop_id)
    {
    case PROP_HEADER:
      adw_bin_set_child (self->header, g_value_get_object (value));
      break;
    case PROP_ICON_NAME:
      self->icon_name = g_value_dup_string (value);
      break;
    case PROP_TITLE:
      self->title = g_value_dup_string (value);
      atlas_set_accessible_label (self->list, self->title);
      break;
    case PROP_EMPTY_TITLE:
      self->empty_title = g_value_dup_string (value);
      break;
    case PROP_EMPTY_DESCRIPTION:
      self->empty_description = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_panel_view_class_init (AtlasPanelViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = atlas_panel_view_dispose;
  object_class->finalize = atlas_panel_view_finalize;
  object_class->get_property = atlas_panel_view_get_property;
  object_class->set_property = atlas_panel_view_set_property;
  widget_class->map = atlas_panel_view_map;
  widget_class->unmap = atlas_panel_view_unmap;

  /* A widget above the rows that does not scroll, such as a switch between groupings. It scrolls a
   * row into view with the action rows.reveal and the id of a record. */
  properties[PROP_HEADER] = g_param_spec_object ("header", NULL, NULL, GTK_TYPE_WIDGET,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, once);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, once);
  properties[PROP_EMPTY_TITLE] = g_param_spec_string ("empty-title", NULL, NULL, NULL, once);
  properties[PROP_EMPTY_DESCRIPTION] =
    g_param_spec_string ("empty-description", NULL, NULL, NULL, once);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-panel-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasPanelView, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasPanelView, page);
  gtk_widget_class_bind_template_child (widget_class, AtlasPanelView, header);
  gtk_widget_class_bind_template_child (widget_class, AtlasPanelView, list);
  gtk_widget_class_bind_template_child (widget_class, AtlasPanelView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, AtlasPanelView, filtered_page);
  gtk_widget_class_bind_template_child (widget_class, AtlasPanelView, blank_page);
  gtk_widget_class_bind_template_child (widget_class, AtlasPanelView, slice);
  gtk_widget_class_install_action (widget_class, "filter.clear", NULL, clear_filter_cb);
  gtk_widget_class_install_action (widget_class, "list.copy", NULL, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_CONTROL_MASK, "list.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "list.copy",
                                       NULL);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_install_action (widget_class, "rows.reveal", "s", reveal_cb);
}

static void
atlas_panel_view_init (AtlasPanelView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The scrolled window inside AdwStatusPage takes the focus and has no accessible name. */
  gtk_widget_set_focusable (gtk_widget_get_first_child (GTK_WIDGET (self->empty_page)), FALSE);
  gtk_widget_set_focusable (gtk_widget_get_first_child (GTK_WIDGET (self->filtered_page)), FALSE);
}

/**
 * atlas_panel_view_set_panel:
 * @self: a panel view without a panel
 * @panel: the panel to show from now on
 */
void
atlas_panel_view_set_panel (AtlasPanelView *self, AtlasPanel *panel)
{
  g_return_if_fail (ATLAS_IS_PANEL_VIEW (self));
  g_return_if_fail (ATLAS_IS_PANEL (panel));
  g_return_if_fail (self->panel == NULL);

  self->panel = g_object_ref (panel);
  gtk_slice_list_model_set_model (self->slice, G_LIST_MODEL (panel));
  g_signal_connect_object (panel, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "scope-changed", G_CALLBACK (scope_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "notify::state", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
  state_cb (self);
}
