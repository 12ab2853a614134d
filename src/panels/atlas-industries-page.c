/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-industries-page.h"

#include "atlas-industries-panel.h"
#include "atlas-matrix-view.h"
#include "atlas-matrix-window.h"
#include "atlas-panel-view.h"

/*
 * AtlasIndustriesPage: the industries, as a matrix or as a list.
 *
 * The matrix shows all cities and zones and highlights the scope; the list shows only the scope. If
 * the matrix is empty because of the filter or because the dataset has no zones, only the list is
 * offered.
 */
struct _AtlasIndustriesPage
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkWidget *bar;
  GtkToggleButton *matrix_button;
  GtkWidget *enlarge_button;
  GtkStack *stack;
  AtlasPanelView *list;
  AdwBin *matrix;

  /* Owned references */
  AtlasNavigation *navigation;

  GtkWindow *window; /* the window with the large matrix, while it is open */
};

G_DEFINE_FINAL_TYPE (AtlasIndustriesPage, atlas_industries_page, ADW_TYPE_BIN)

static gboolean
has_matrix (AtlasIndustriesPage *self)
{
  AtlasScope *scope = atlas_navigation_get_scope (self->navigation);
  g_autoptr (AtlasMatrix) matrix = NULL;

  if (scope == NULL)
    return FALSE;
  matrix = atlas_matrix_new (scope, atlas_navigation_get_filter (self->navigation));
  return atlas_matrix_get_n_rows (matrix) > 0;
}

static void
update_cb (AtlasIndustriesPage *self)
{
  const gboolean offered = has_matrix (self);
  const gboolean shown = offered && gtk_toggle_button_get_active (self->matrix_button);

  gtk_widget_set_visible (self->bar, offered);
  gtk_widget_set_visible (self->enlarge_button, shown);
  gtk_stack_set_visible_child (self->stack,
                               shown ? GTK_WIDGET (self->matrix) : GTK_WIDGET (self->list));
}

static void
enlarge_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasIndustriesPage *self = ATLAS_INDUSTRIES_PAGE (widget);

  if (self->window == NULL)
    {
      GtkRoot *root = gtk_widget_get_root (widget);
      GtkWindow *parent = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;

      self->window = GTK_WINDOW (atlas_matrix_window_new (self->navigation, parent));
      g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
    }
  gtk_window_present (self->window);
}

static void
atlas_industries_page_dispose (GObject *object)
{
  AtlasIndustriesPage *self = ATLAS_INDUSTRIES_PAGE (object);

  if (self->window != NULL)
    {
      g_object_remove_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
      gtk_window_destroy (g_steal_pointer (&self->window));
    }
  g_clear_object (&self->navigation);

  G_OBJECT_CLASS (atlas_industries_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-industries-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasIndustriesPage, bar);
  gtk_widget_class_bind_template_child (widget_class, AtlasIndustriesPage, matrix_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasIndustriesPage, enlarge_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasIndustriesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasIndustriesPage, list);
  gtk_widget_class_bind_template_child (widget_class, AtlasIndustriesPage, matrix);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
}

static void
atlas_industries_page_class_init (AtlasIndustriesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_industries_page_dispose;

  g_type_ensure (ATLAS_TYPE_PANEL_VIEW);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "industries.enlarge", NULL, enlarge_cb);
}

static void
atlas_industries_page_init (AtlasIndustriesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atlas_industries_page_new:
 * @navigation: the navigation to follow
 *
 * Returns: (transfer floating): an industries page
 */
GtkWidget *
atlas_industries_page_new (AtlasNavigation *navigation)
{
  AtlasIndustriesPage *self = g_object_new (ATLAS_TYPE_INDUSTRIES_PAGE, NULL);
  g_autoptr (AtlasPanel) panel =
    g_object_new (ATLAS_TYPE_INDUSTRIES_PANEL, "navigation", navigation, NULL);

  self->navigation = g_object_ref (navigation);
  atlas_panel_view_set_panel (self->list, panel);
  adw_bin_set_child (self->matrix, atlas_matrix_view_new (navigation));
  g_signal_connect_object (navigation, "notify::dataset", G_CALLBACK (update_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (atlas_navigation_get_filter (navigation), "changed",
                           G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);
  return GTK_WIDGET (self);
}
