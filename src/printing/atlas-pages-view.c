/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-pages-view.h"

#include "atlas-sheet-view.h"
#include "atlas-widget-tools.h"

/*
 * AtlasPagesView: the pages of a summary: a column of thumbnails and one large page.
 */
struct _AtlasPagesView
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkListView *list;
  GtkScrolledWindow *scroller;
  AtlasSheetView *page;
  GtkLabel *number;
  GtkSpinner *spinner;

  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (AtlasPagesView, atlas_pages_view, GTK_TYPE_WIDGET)

/* The box of a thumbnail, for portrait and landscape pages. */
#define SMALL_WIDTH 104
#define SMALL_HEIGHT 128

/* Zoom factors from half to four times the size on paper, at 96 pixels per inch. */
static const double zooms[] = { 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4 };

#define PIXELS_PER_POINT (96 / 72.0)

/* The list ---------------------------------------------------------------------------------- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *number = gtk_label_new (NULL);

  gtk_box_append (GTK_BOX (box), g_object_new (ATLAS_TYPE_SHEET_VIEW, "width-request", SMALL_WIDTH,
                                               "height-request", SMALL_HEIGHT, NULL));
  gtk_widget_add_css_class (number, "caption");
  gtk_box_append (GTK_BOX (box), number);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  AtlasSheet *sheet = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  g_autofree char *number = g_strdup_printf ("%u", atlas_sheet_get_page (sheet) + 1);
  g_autofree char *description = atlas_sheet_describe (sheet);

  atlas_sheet_view_set_sheet (ATLAS_SHEET_VIEW (gtk_widget_get_first_child (box)), sheet);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), number);
  /* Without this the list item would have no accessible name. */
  atlas_set_accessible_label (gtk_widget_get_parent (box), description);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);

  atlas_sheet_view_set_sheet (ATLAS_SHEET_VIEW (gtk_widget_get_first_child (box)), NULL);
}

/* The large page ---------------------------------------------------------------------------- */

static guint
get_n_pages (AtlasPagesView *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

static void
show_number (AtlasPagesView *self)
{
  AtlasSheet *sheet = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *description = sheet != NULL ? atlas_sheet_describe (sheet) : NULL;
  const guint page = atlas_pages_view_get_page (self);

  gtk_label_set_text (self->number, description != NULL ? description : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pages.previous", page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pages.next", page + 1 < get_n_pages (self));
}

static void
selected_cb (AtlasPagesView *self)
{
  atlas_sheet_view_set_sheet (self->page, gtk_single_selection_get_selected_item (self->selection));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  show_number (self);
}

static void
step (AtlasPagesView *self, int direction)
{
  const int page = (int) atlas_pages_view_get_page (self) + direction;

  if (page < 0 || page >= (int) get_n_pages (self))
    return;
  gtk_single_selection_set_selected (self->selection, (guint) page);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", (guint) page);
}

static void
next_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  step (ATLAS_PAGES_VIEW (widget), 1);
}

static void
previous_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  step (ATLAS_PAGES_VIEW (widget), -1);
}

/* Zooming ----------------------------------------------------------------------------------- */

static void
zoom (AtlasPagesView *self, int direction)
{
  const double shown = atlas_sheet_view_get_shown_scale (self->page) / PIXELS_PER_POINT;
  const int last = G_N_ELEMENTS (zooms) - 1;
  int i = direction > 0 ? 0 : last;

  /* Go to the next zoom step from the scale shown now, which may be one that fits the page. */
  while (direction > 0 ? i < last && zooms[i] < shown * 1.01 : i > 0 && zooms[i] > shown * 0.99)
    i += direction;
  atlas_sheet_view_set_scale (self->page, zooms[i] * PIXELS_PER_POINT);
}

static void
zoom_in_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  zoom (ATLAS_PAGES_VIEW (widget), 1);
}

static void
zoom_out_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  zoom (ATLAS_PAGES_VIEW (widget), -1);
}

static void
zoom_fit_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  atlas_sheet_view_set_scale (ATLAS_PAGES_VIEW (widget)->page, 0);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, AtlasPagesView *self)
{
  const GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return GDK_EVENT_PROPAGATE;
  zoom (self, dy < 0 ? 1 : -1);
  return GDK_EVENT_STOP;
}

/* Object ------------------------------------------------------------------------------------ */

static void
atlas_pages_view_dispose (GObject *object)
{
  AtlasPagesView *self = ATLAS_PAGES_VIEW (object);

  atlas_unparent_children (self);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (atlas_pages_view_parent_class)->dispose (object);
}

static void
atlas_pages_view_class_init (AtlasPagesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_pages_view_dispose;

  g_type_ensure (ATLAS_TYPE_SHEET_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pagesview");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-pages-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasPagesView, list);
  gtk_widget_class_bind_template_child (widget_class, AtlasPagesView, scroller);
  gtk_widget_class_bind_template_child (widget_class, AtlasPagesView, page);
  gtk_widget_class_bind_template_child (widget_class, AtlasPagesView, number);
  gtk_widget_class_bind_template_child (widget_class, AtlasPagesView, spinner);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_install_action (widget_class, "pages.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "pages.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "pages.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "pages.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "pages.zoom-fit", NULL, zoom_fit_cb);
}

static void
atlas_pages_view_init (AtlasPagesView *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (
    GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->selection = gtk_single_selection_new (NULL);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (show_number), self,
                           G_CONNECT_SWAPPED);
  /* Capture the event before the scrolled window, which would scroll. */
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), scroll);
  show_number (self);
}

/**
 * atlas_pages_view_set_sheets:
 * @self: a view
 * @sheets: a list of #AtlasSheet
 *
 * Shows the pages in @sheets and updates when the list changes.
 */
void
atlas_pages_view_set_sheets (AtlasPagesView *self, GListModel *sheets)
{
  g_return_if_fail (ATLAS_IS_PAGES_VIEW (self));

  gtk_single_selection_set_model (self->selection, sheets);
}

/**
 * atlas_pages_view_get_page:
 * @self: a view
 *
 * Returns: the index of the large page, from 0
 */
guint
atlas_pages_view_get_page (AtlasPagesView *self)
{
  const guint selected = gtk_single_selection_get_selected (self->selection);

  return selected != GTK_INVALID_LIST_POSITION ? selected : 0;
}

/**
 * atlas_pages_view_set_busy:
 * @self: a view
 * @busy: whether new pages are being computed
 *
 * Shows a spinner after a short delay.
 */
void
atlas_pages_view_set_busy (AtlasPagesView *self, gboolean busy)
{
  g_return_if_fail (ATLAS_IS_PAGES_VIEW (self));

  gtk_spinner_set_spinning (self->spinner, busy);
  atlas_set_css_class (GTK_WIDGET (self->spinner), "busy", busy);
}
