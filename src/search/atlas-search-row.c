/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-search-row.h"

#include "atlas-widget-tools.h"

/*
 * AtlasSearchRow: a search result in the list below the search entry.
 */
struct _AtlasSearchRow
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkLabel *heading;
  GtkLabel *title;
  GtkLabel *subtitle;
};

G_DEFINE_FINAL_TYPE (AtlasSearchRow, atlas_search_row, GTK_TYPE_WIDGET)

static void
atlas_search_row_dispose (GObject *object)
{
  atlas_unparent_children (object);

  G_OBJECT_CLASS (atlas_search_row_parent_class)->dispose (object);
}

static void
atlas_search_row_class_init (AtlasSearchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_search_row_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-search-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchRow, heading);
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchRow, title);
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchRow, subtitle);
  gtk_widget_class_set_css_name (widget_class, "atlas-search-row");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
atlas_search_row_init (AtlasSearchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
    GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

/**
 * atlas_search_row_new:
 *
 * Returns: an empty row
 */
GtkWidget *
atlas_search_row_new (void)
{
  return g_object_new (ATLAS_TYPE_SEARCH_ROW, NULL);
}

/**
 * atlas_search_row_set_row:
 * @self: a search row
 * @row: the result
 */
void
atlas_search_row_set_row (AtlasSearchRow *self, AtlasRow *row)
{
  const char *heading, *subtitle;

  g_return_if_fail (ATLAS_IS_SEARCH_ROW (self));
  g_return_if_fail (ATLAS_IS_ROW (row));

  heading = atlas_row_get_heading (row);
  subtitle = atlas_row_get_subtitle (row);
  gtk_label_set_text (self->heading, heading != NULL ? heading : "");
  gtk_widget_set_visible (GTK_WIDGET (self->heading), heading != NULL);
  gtk_label_set_text (self->title, atlas_row_get_title (row));
  gtk_label_set_text (self->subtitle, subtitle != NULL ? subtitle : "");
}
