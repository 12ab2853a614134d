/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-row-view-private.h"

#include <glib/gi18n.h>

#include "atlas-card.h"
#include "atlas-comparison-view.h"
#include "atlas-partner-view.h"
#include "atlas-widget-tools.h"

/*
 * AtlasRowView: the widget of a row.
 *
 * The row takes the focus first, then its links and its citation mark, so that Tab moves through
 * facts and citations. Activating it makes its record the scope, or opens another page, or, if
 * there is nothing to open, shows the source. Row and map highlight each other's records through
 * the navigation.
 */
G_DEFINE_FINAL_TYPE (AtlasRowView, atlas_row_view, GTK_TYPE_WIDGET)

static void
set_words (GtkLabel *label, const char *words)
{
  gtk_label_set_text (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL);
}

gboolean
_atlas_row_view_leads_elsewhere (AtlasRowView *self)
{
  return atlas_row_can_visit (self->row) &&
         !atlas_navigation_is_at (self->navigation, atlas_row_get_record (self->row));
}

static void
activate_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasRowView *self = ATLAS_ROW_VIEW (widget);

  if (self->row == NULL)
    return;
  if (atlas_row_get_page (self->row) != NULL)
    gtk_widget_activate_action (widget, "panel.show-page", "s", atlas_row_get_page (self->row));
  else if (_atlas_row_view_leads_elsewhere (self))
    atlas_navigation_visit (self->navigation, atlas_row_get_record (self->row));
  else
    atlas_citation_mark_popup (self->citation);
}

static gboolean
follow_cb (gpointer user_data)
{
  AtlasRowView *self = user_data;
  g_autoptr (AtlasRecord) record = g_steal_pointer (&self->followed);

  self->following = 0;
  atlas_navigation_visit (self->navigation, record);
  return G_SOURCE_REMOVE;
}

/* Open the link later, because the click is still being handled and a new scope would assign
 * another row to this view. */
static gboolean
activate_link_cb (AtlasRowView *self, const char *uri)
{
  GPtrArray *links = atlas_row_get_links (self->row);
  const guint64 index = g_ascii_strtoull (uri, NULL, 10);

  if (index < links->len && self->following == 0)
    {
      g_set_object (&self->followed, links->pdata[index]);
      self->following = g_idle_add (follow_cb, self);
    }
  return TRUE;
}

/* With Ctrl a place is compared with the scope, as on the map. */
static void
released_cb (AtlasRowView *self, int n_press, double x, double y, GtkEventController *click)
{
  const GdkModifierType modifiers = gtk_event_controller_get_current_event_state (click);

  if (n_press != 1 || self->following != 0 || !gtk_widget_contains (self->card, x, y))
    return;
  gtk_widget_activate_action (
    GTK_WIDGET (self), (modifiers & GDK_CONTROL_MASK) != 0 ? "row.compare" : "row.activate", NULL);
}

/* Capture the click before the label with links, which would open its own menu. */
static void
menu_pressed_cb (AtlasRowView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  graphene_point_t at = GRAPHENE_POINT_INIT ((float) x, (float) y);

  if (!gtk_widget_compute_point (self->card, GTK_WIDGET (self), &at, &at))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  _atlas_row_view_popup_menu (self, at.x, at.y);
}

static void
enter_cb (AtlasRowView *self)
{
  if (self->row != NULL && self->navigation != NULL)
    atlas_navigation_set_hovered (self->navigation, atlas_row_get_record (self->row));
}

static void
leave_cb (AtlasRowView *self)
{
  if (self->row != NULL && self->navigation != NULL)
    atlas_navigation_leave (self->navigation, atlas_row_get_record (self->row));
}

/* Inside a chart, the record under the pointer takes precedence over the record of the row. */
static void
picked_cb (AtlasRowView *self, AtlasRecord *picked)
{
  if (self->navigation != NULL && self->row != NULL)
    atlas_navigation_set_hovered (self->navigation,
                                  picked != NULL ? picked : atlas_row_get_record (self->row));
}

static void
hovered_cb (AtlasRowView *self)
{
  AtlasRecord *record = atlas_row_get_record (self->row);

  atlas_set_css_class (self->card, "lifted",
                       record != NULL && atlas_navigation_lifts (self->navigation, record));
}

/* Returns the next focusable part of the row after @child, or before it with @backward; NULL means
 * the row itself. */
static GtkWidget *
get_next_stop (AtlasRowView *self, GtkWidget *child, gboolean backward)
{
  GtkWidget *links = GTK_WIDGET (self->links);
  GtkWidget *citation = GTK_WIDGET (self->citation);
  const gboolean has_links = gtk_widget_get_visible (links) && gtk_widget_get_focusable (links);

  if (backward)
    return child == citation && has_links ? links : NULL;
  if (child == NULL && has_links)
    return links;
  return child != citation && gtk_widget_get_visible (citation) ? citation : NULL;
}

static gboolean
is_backward (GtkDirectionType direction)
{
  return direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_LEFT;
}

/* Returns the focused popover of the row, which is the menu or the source; or NULL. */
static GtkWidget *
get_focused_popover (AtlasRowView *self)
{
  GtkWidget *citation = GTK_WIDGET (self->citation);

  if (self->menu != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self)) == self->menu)
    return self->menu;
  return gtk_widget_get_focus_child (self->card) == citation ? gtk_widget_get_focus_child (citation)
                                                             : NULL;
}

static gboolean
atlas_row_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  AtlasRowView *self = ATLAS_ROW_VIEW (widget);
  GtkWidget *child = gtk_widget_get_focus_child (self->card);
  GtkWidget *popover = get_focused_popover (self);
  GtkWidget *content = adw_bin_get_child (self->content);
  GtkWidget *next;

  /* Such a row takes no focus itself. */
  if (content != NULL)
    return gtk_widget_child_focus (content, direction);
  /* The window forwards keys of a popover; keep the focus inside the popover. */
  if (popover != NULL)
    {
      gtk_widget_child_focus (popover, direction);
      return TRUE;
    }
  /* A label has one stop for each link. */
  if (child == GTK_WIDGET (self->links) && gtk_widget_child_focus (child, direction))
    return TRUE;
  if (child == NULL && !gtk_widget_is_focus (widget))
    return direction == GTK_DIR_TAB_BACKWARD && gtk_widget_get_visible (GTK_WIDGET (self->citation))
             ? gtk_widget_grab_focus (GTK_WIDGET (self->citation))
             : gtk_widget_grab_focus (widget);
  if (direction == GTK_DIR_UP || direction == GTK_DIR_DOWN)
    return FALSE;
  if (child == NULL && is_backward (direction))
    return FALSE;
  next = get_next_stop (self, child, is_backward (direction));
  if (next == NULL)
    return is_backward (direction) && gtk_widget_grab_focus (widget);
  return gtk_widget_child_focus (next, direction);
}

static void
atlas_row_view_dispose (GObject *object)
{
  AtlasRowView *self = ATLAS_ROW_VIEW (object);

  atlas_row_view_set_row (self, NULL, NULL);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  atlas_unparent_children (self);
  self->content = NULL;

  G_OBJECT_CLASS (atlas_row_view_parent_class)->dispose (object);
}

static void
atlas_row_view_class_init (AtlasRowViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_row_view_dispose;
  widget_class->focus = atlas_row_view_focus;

  g_type_ensure (ATLAS_TYPE_CARD);
  g_type_ensure (ATLAS_TYPE_CHART_VIEW);
  g_type_ensure (ATLAS_TYPE_CITATION_MARK);
  g_type_ensure (ATLAS_TYPE_SIGN);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-row-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasRowView, heading);
  gtk_widget_class_bind_template_child (widget_class, AtlasRowView, card);
  gtk_widget_class_bind_template_child (widget_class, AtlasRowView, sign);
  gtk_widget_class_bind_template_child (widget_class, AtlasRowView, title);
  gtk_widget_class_bind_template_child (widget_class, AtlasRowView, value);
  gtk_widget_class_bind_template_child (widget_class, AtlasRowView, change);
  gtk_widget_class_bind_template_child (widget_class, AtlasRowView, lead);
  gtk_widget_class_bind_template_child (widget_class, AtlasRowView, detail);
  gtk_widget_class_bind_template_child (widget_class, AtlasRowView, links);
  gtk_widget_class_bind_template_child (widget_class, AtlasRowView, chart);
  gtk_widget_class_bind_template_child (widget_class, AtlasRowView, content);
  gtk_widget_class_bind_template_child (widget_class, AtlasRowView, citation);
  gtk_widget_class_bind_template_callback (widget_class, activate_link_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);

  gtk_widget_class_install_action (widget_class, "row.activate", NULL, activate_cb);
  _atlas_row_view_class_install_menu (klass);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "row.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "row.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "row.activate", NULL);

  gtk_widget_class_set_css_name (widget_class, "atlas-row");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
atlas_row_view_init (AtlasRowView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
    GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

/**
 * atlas_row_view_new:
 *
 * Returns: a view without a row
 */
GtkWidget *
atlas_row_view_new (void)
{
  return g_object_new (ATLAS_TYPE_ROW_VIEW, NULL);
}

static GtkWidget *
create_content (GObject *content, AtlasNavigation *navigation)
{
  if (content == NULL)
    return NULL;
  if (ATLAS_IS_COMPARISON (content))
    return atlas_comparison_view_new (ATLAS_COMPARISON (content), navigation);
  g_return_val_if_fail (ATLAS_IS_PARTNER_DIAGRAM (content), NULL);
  return atlas_partner_view_new (ATLAS_PARTNER_DIAGRAM (content), navigation);
}

static void
set_content (AtlasRowView *self, GObject *content)
{
  adw_bin_set_child (self->content, create_content (content, self->navigation));
  gtk_widget_set_visible (GTK_WIDGET (self->content), content != NULL);
  gtk_widget_set_visible (self->card, content == NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), content == NULL);
}

static void
show_links (AtlasRowView *self)
{
  const AtlasLanguage language = atlas_language_get_default ();
  const char *lead = atlas_row_get_lead (self->row);
  GPtrArray *links = atlas_row_get_links (self->row);
  g_autoptr (GString) markup = NULL;
  g_autofree char *escaped = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->links), lead != NULL);
  if (lead == NULL)
    {
      gtk_label_set_text (self->links, "");
      return;
    }
  atlas_set_css_class (GTK_WIDGET (self->links), "missing", links->len == 0);
  escaped = g_markup_escape_text (lead, -1);
  markup = g_string_new (escaped);
  for (guint i = 0; i < links->len; i++)
    {
      g_autofree char *name =
        g_markup_escape_text (atlas_record_get_name (links->pdata[i], language), -1);

      g_string_append_printf (markup, "%s<a href=\"%u\">%s</a>",
                              i > 0 ? C_("list", ", ") : "", i, name);
    }
  gtk_label_set_markup (self->links, markup->str);
}

static void
show_row (AtlasRowView *self)
{
  AtlasRow *row = self->row;
  AtlasRowStyle style = atlas_row_get_style (row);
  const char *change = atlas_row_get_change (row);
  g_autofree char *words = atlas_row_describe (row);
  guint detail;
  AtlasRowSign sign = atlas_row_get_sign (row, &detail);

  set_words (self->heading, atlas_row_get_heading (row));
  set_words (self->title, atlas_row_get_title (row));
  set_words (self->value, atlas_row_get_value (row));
  set_words (self->change, change);
  atlas_set_css_class (GTK_WIDGET (self->change), "grown", change != NULL && *change == '+');
  set_words (self->detail, atlas_row_get_subtitle (row));
  show_links (self);
  gtk_widget_set_visible (self->lead, atlas_row_get_page (row) != NULL);
  atlas_sign_set (self->sign, sign, detail);
  atlas_chart_view_set_chart (self->chart, atlas_row_get_chart (row));
  gtk_widget_set_visible (GTK_WIDGET (self->chart), atlas_row_get_chart (row) != NULL);
  set_content (self, atlas_row_get_content (row));
  atlas_citation_mark_set_record (self->citation, atlas_navigation_get_dataset (self->navigation),
                                  atlas_row_get_cited (row));

  atlas_set_css_class (self->card, "first", atlas_row_is_first (row));
  atlas_set_css_class (self->card, "last", atlas_row_is_last (row));
  atlas_set_css_class (self->card, "prose", style == ATLAS_ROW_STYLE_PROSE);
  atlas_set_css_class (self->card, "remark", style == ATLAS_ROW_STYLE_REMARK);
  atlas_set_css_class (self->card, "total", style == ATLAS_ROW_STYLE_TOTAL);
  atlas_set_css_class (self->card, "activatable",
                       atlas_row_get_page (row) != NULL || _atlas_row_view_leads_elsewhere (self));
  atlas_set_accessible_label (self, words);
}

/**
 * atlas_row_view_set_row:
 * @self: a row view
 * @row: (nullable): the row to show
 * @navigation: (nullable): the navigation whose scope is changed; %NULL only if @row is %NULL
 */
void
atlas_row_view_set_row (AtlasRowView *self, AtlasRow *row, AtlasNavigation *navigation)
{
  g_return_if_fail (ATLAS_IS_ROW_VIEW (self));
  g_return_if_fail (row == NULL || (ATLAS_IS_ROW (row) && ATLAS_IS_NAVIGATION (navigation)));

  if (self->navigation != NULL)
    {
      leave_cb (self);
      g_clear_signal_handler (&self->hovered_handler, self->navigation);
      g_clear_handle_id (&self->following, g_source_remove);
      g_clear_object (&self->followed);
    }
  g_set_object (&self->row, row);
  g_set_object (&self->navigation, navigation);
  if (row == NULL)
    {
      /* A view without a row follows no navigation. */
      if (self->content != NULL)
        adw_bin_set_child (self->content, NULL);
      return;
    }
  self->hovered_handler =
    g_signal_connect_swapped (navigation, "notify::hovered", G_CALLBACK (hovered_cb), self);
  show_row (self);
  hovered_cb (self);
}
