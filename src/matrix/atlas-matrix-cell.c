/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-matrix-cell.h"

#include <glib/gi18n.h>

#include "atlas-citation-mark.h"
#include "atlas-description.h"
#include "atlas-filter-words.h"
#include "atlas-industry-chip.h"
#include "atlas-widget-tools.h"

/*
 * AtlasMatrixCell: a cell of the matrix: a partnership with its industries and its citation mark.
 *
 * The cell takes the focus first, then its industries and its citation mark. Activating the cell
 * makes the partnership the scope; activating an industry makes that the scope. An empty cell takes
 * no focus.
 */
struct _AtlasMatrixCell
{
  GtkWidget parent_instance;

  AtlasLink *link;             /* NULL in an empty cell */
  AtlasNavigation *navigation; /* NULL in an empty cell */
  GtkWidget *doubt;            /* the label "undated"; NULL in an empty cell */
};

G_DEFINE_FINAL_TYPE (AtlasMatrixCell, atlas_matrix_cell, GTK_TYPE_WIDGET)

static void
activate_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasMatrixCell *self = ATLAS_MATRIX_CELL (widget);

  if (self->link != NULL)
    atlas_navigation_visit (self->navigation, ATLAS_RECORD (self->link));
}

static void
cite_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *last = gtk_widget_get_last_child (widget);

  if (last != NULL)
    atlas_citation_mark_popup (ATLAS_CITATION_MARK (last));
}

static void
released_cb (AtlasMatrixCell *self, int n_press, double x, double y)
{
  if (n_press == 1 && gtk_widget_contains (GTK_WIDGET (self), x, y))
    activate_cb (GTK_WIDGET (self), NULL, NULL);
}

static void
enter_cb (AtlasMatrixCell *self)
{
  atlas_navigation_set_hovered (self->navigation, ATLAS_RECORD (self->link));
}

static void
leave_cb (AtlasMatrixCell *self)
{
  atlas_navigation_leave (self->navigation, ATLAS_RECORD (self->link));
}

static void
hovered_cb (AtlasMatrixCell *self)
{
  AtlasRecord *hovered = atlas_navigation_get_hovered (self->navigation);

  atlas_set_css_class (GTK_WIDGET (self), "lifted", hovered == ATLAS_RECORD (self->link));
}

static gboolean
focus_forward (GtkWidget *widget, GtkWidget *child)
{
  if (child == NULL && !gtk_widget_is_focus (widget))
    return gtk_widget_grab_focus (widget);
  child = child != NULL ? gtk_widget_get_next_sibling (child) : gtk_widget_get_first_child (widget);
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && gtk_widget_grab_focus (child))
      return TRUE;
  return FALSE;
}

static gboolean
focus_backward (GtkWidget *widget, GtkWidget *child)
{
  if (child == NULL && gtk_widget_is_focus (widget))
    return FALSE;
  child = child != NULL ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_last_child (widget);
  for (; child != NULL; child = gtk_widget_get_prev_sibling (child))
    if (gtk_widget_get_visible (child) && gtk_widget_grab_focus (child))
      return TRUE;
  return gtk_widget_grab_focus (widget);
}

/* Tab moves through the cell; an arrow key moves to the cell and on to the next one. */
static gboolean
atlas_matrix_cell_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (ATLAS_MATRIX_CELL (widget)->link == NULL)
    return FALSE;
  if (direction == GTK_DIR_TAB_FORWARD)
    return focus_forward (widget, child);
  if (direction == GTK_DIR_TAB_BACKWARD)
    return focus_backward (widget, child);
  return child == NULL && !gtk_widget_is_focus (widget) && gtk_widget_grab_focus (widget);
}

static void
atlas_matrix_cell_dispose (GObject *object)
{
  AtlasMatrixCell *self = ATLAS_MATRIX_CELL (object);

  if (self->navigation != NULL)
    {
      leave_cb (self);
      g_signal_handlers_disconnect_by_data (self->navigation, self);
    }
  g_clear_object (&self->navigation);
  g_clear_object (&self->link);
  atlas_unparent_children (self);

  G_OBJECT_CLASS (atlas_matrix_cell_parent_class)->dispose (object);
}

static void
atlas_matrix_cell_class_init (AtlasMatrixCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_matrix_cell_dispose;
  widget_class->focus = atlas_matrix_cell_focus;

  gtk_widget_class_install_action (widget_class, "cell.activate", NULL, activate_cb);
  gtk_widget_class_install_action (widget_class, "cell.cite", NULL, cite_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "cell.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "cell.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "cell.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "cell.cite", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "cell.cite",
                                       NULL);

  gtk_widget_class_set_css_name (widget_class, "atlas-matrix-cell");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
atlas_matrix_cell_init (AtlasMatrixCell *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 2);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static void
add_controllers (AtlasMatrixCell *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
add_citation (AtlasMatrixCell *self)
{
  GtkWidget *mark = atlas_citation_mark_new ();

  atlas_citation_mark_set_record (ATLAS_CITATION_MARK (mark),
                                  atlas_navigation_get_dataset (self->navigation),
                                  ATLAS_RECORD (self->link));
  gtk_widget_set_halign (mark, GTK_ALIGN_END);
  gtk_widget_set_valign (mark, GTK_ALIGN_END);
  gtk_widget_set_vexpand (mark, TRUE);
  gtk_widget_set_parent (mark, GTK_WIDGET (self));
}

static void
add_doubt (AtlasMatrixCell *self)
{
  /* Translators: of a record, or a number, whose source gives no date */
  self->doubt = gtk_label_new (C_("figure", "undated"));
  gtk_label_set_wrap (GTK_LABEL (self->doubt), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->doubt), 0);
  gtk_widget_add_css_class (self->doubt, "undated");
  gtk_widget_set_visible (self->doubt, FALSE);
  gtk_widget_set_parent (self->doubt, GTK_WIDGET (self));
}

static void
describe (AtlasMatrixCell *self, AtlasMatrix *matrix)
{
  const AtlasLanguage language = atlas_language_get_default ();
  const char *stated = atlas_record_get_name (ATLAS_RECORD (self->link), language);
  g_autofree char *name = atlas_matrix_is_in_doubt (matrix, self->link)
                            ? atlas_undated_mark (stated, language)
                            : g_strdup (stated);
  g_autofree char *names =
    atlas_join_names (atlas_matrix_get_industries (matrix, self->link), ATLAS_MAX_NAMES, language);
  /* Translators: a cell of the matrix as one hears it: a partnership and its industries. */
  g_autofree char *words = g_strdup_printf (C_("matrix", "%s: %s"), name, names);

  atlas_set_accessible_label (self, words);
}

/**
 * atlas_matrix_cell_new:
 * @matrix: a matrix
 * @link: (nullable): the partnership in one of its cells, or %NULL for an empty cell
 * @navigation: the navigation whose scope is changed
 *
 * Returns: (transfer floating): a cell
 */
GtkWidget *
atlas_matrix_cell_new (AtlasMatrix *matrix, AtlasLink *link, AtlasNavigation *navigation)
{
  AtlasMatrixCell *self = g_object_new (ATLAS_TYPE_MATRIX_CELL, NULL);
  GPtrArray *industries;

  if (link == NULL)
    {
      atlas_set_accessible_label (self, _("No co-operation stated"));
      return GTK_WIDGET (self);
    }
  industries = atlas_matrix_get_industries (matrix, link);
  self->link = g_object_ref (link);
  self->navigation = g_object_ref (navigation);
  for (guint i = 0; i < industries->len; i++)
    gtk_widget_set_parent (atlas_industry_chip_new (industries->pdata[i], navigation),
                           GTK_WIDGET (self));
  add_doubt (self);
  add_citation (self);
  add_controllers (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "filled");
  g_signal_connect_swapped (navigation, "notify::hovered", G_CALLBACK (hovered_cb), self);
  atlas_matrix_cell_light (self, matrix);
  return GTK_WIDGET (self);
}

/**
 * atlas_matrix_cell_light:
 * @self: a cell
 * @matrix: a matrix with the same cells
 *
 * Highlights the cell if it is in the scope of @matrix, dims it if not, and marks undated links.
 */
void
atlas_matrix_cell_light (AtlasMatrixCell *self, AtlasMatrix *matrix)
{
  g_return_if_fail (ATLAS_IS_MATRIX_CELL (self));
  g_return_if_fail (ATLAS_IS_MATRIX (matrix));

  if (self->link == NULL)
    return;
  atlas_set_css_class (GTK_WIDGET (self), "dimmed", !atlas_matrix_is_link_lit (matrix, self->link));
  gtk_widget_set_visible (self->doubt, atlas_matrix_is_in_doubt (matrix, self->link));
  describe (self, matrix);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       ATLAS_IS_INDUSTRY_CHIP (child); child = gtk_widget_get_next_sibling (child))
    atlas_set_css_class (
      child, "dimmed",
      !atlas_matrix_is_lit (matrix, self->link,
                            atlas_industry_chip_get_industry (ATLAS_INDUSTRY_CHIP (child))));
}

/**
 * atlas_matrix_cell_set_compact:
 * @self: a cell
 * @is_compact: whether it has little room
 *
 * With little room each industry has one line with a tooltip for the full name, and the citation
 * mark is one character.
 */
void
atlas_matrix_cell_set_compact (AtlasMatrixCell *self, gboolean is_compact)
{
  g_return_if_fail (ATLAS_IS_MATRIX_CELL (self));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (ATLAS_IS_INDUSTRY_CHIP (child))
      atlas_industry_chip_set_short (ATLAS_INDUSTRY_CHIP (child), is_compact);
    else if (ATLAS_IS_CITATION_MARK (child))
      atlas_citation_mark_set_short (ATLAS_CITATION_MARK (child), is_compact);
}
