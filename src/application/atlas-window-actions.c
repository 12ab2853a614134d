/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-window-private.h"

#include <glib/gi18n.h>

#include "atlas-print-settings.h"
#include "atlas-print-window.h"

/* The actions of the window: win.back, win.leave, win.province, win.undo-reset, win.offer-undo,
 * win.copy-link, win.search, win.open, win.open-bundled, win.stop-reading, win.show-faults,
 * win.show-refused, win.hide-faults, win.print, win.export, win.show-panel, win.present,
 * win.next-step, win.previous-step, and win.show-toast, which any widget of the window uses to
 * report what was done. */

static void
back_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  atlas_navigation_go_back (ATLAS_WINDOW (widget)->navigation);
}

/* Stores the view, so that a toast can offer to restore it. */
static void
remember_view (AtlasWindow *self)
{
  g_clear_pointer (&self->reset, atlas_view_free);
  self->reset = _atlas_window_take_view (self);
}

static void
show_undo_toast (AtlasWindow *self, const char *title)
{
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "win.undo-reset");
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

/* Resets to the whole province, without filter and time. */
static void
province_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  AtlasFilter *filter = atlas_navigation_get_filter (self->navigation);
  const gboolean resets =
    atlas_navigation_get_dataset (self->navigation) != NULL && !atlas_filter_is_open (filter);

  if (resets)
    remember_view (self);
  if (atlas_navigation_get_dataset (self->navigation) != NULL)
    atlas_navigation_visit (self->navigation, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->map_view), "map.fit", NULL);
  if (!resets)
    return;
  atlas_filter_reset (filter);
  show_undo_toast (self, _("Filter and time were reset"));
}

/* Other controls than those of the filter activate this before they change the filter. */
static void
offer_undo_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);

  remember_view (self);
  show_undo_toast (self, _("The filter was changed"));
}

static void
undo_reset_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  g_autoptr (AtlasView) view = g_steal_pointer (&self->reset);
  g_autoptr (AtlasScope) scope = NULL;

  if (view == NULL)
    return;
  /* Going back, if it is possible, also restores the history. */
  scope = atlas_scope_new_from_ids (atlas_navigation_get_dataset (self->navigation), view->scope);
  if (scope != NULL)
    atlas_navigation_return_to (self->navigation, scope);
  _atlas_window_apply_view (self, view);
}

static void
copy_link_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  g_autoptr (AtlasView) view = _atlas_window_take_view (self);
  g_autofree char *uri = atlas_view_to_uri (view);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), uri);
  _atlas_window_show_toast (self, _("The link to this view was copied"));
}

/* Escape undoes one step: it ends what is picked on the map, or leaves the scope; in the scope of
 * the province it resets filter and time. */
static void
leave_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);

  if (_atlas_window_stop_picking (self))
    return;
  if (atlas_navigation_is_at (self->navigation, NULL) &&
      !atlas_filter_is_open (atlas_navigation_get_filter (self->navigation)))
    gtk_widget_activate_action (widget, "win.province", NULL);
  else
    atlas_navigation_go_back (self->navigation);
}

static void
search_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (ATLAS_WINDOW (widget)->search_entry));
}

static void
show_toast_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  _atlas_window_show_toast (ATLAS_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
open_bundled_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  _atlas_window_open_bundled (ATLAS_WINDOW (widget));
}

static void
stop_reading_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  _atlas_window_stop_reading (ATLAS_WINDOW (widget));
}

static void
show_faults_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  _atlas_window_show_faults (ATLAS_WINDOW (widget));
}

/* The page already lists the faults of the last file that could not be shown. */
static void
show_refused_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_stack_set_visible_child_name (ATLAS_WINDOW (widget)->stack, "error");
}

static void
hide_faults_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  _atlas_window_hide_faults (ATLAS_WINDOW (widget));
}

static void
chooser_response_cb (AtlasWindow *self, int response)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));

      _atlas_window_replace (self, file);
    }
  g_clear_object (&self->chooser);
}

/* Debian 12 has GTK 4.8; GtkFileDialog came with 4.10. So this uses the older class. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS
/* Lists only datasets in the file chooser of the window. */
void
_atlas_window_list_datasets (AtlasWindow *self)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Datasets"));
  gtk_file_filter_add_pattern (filter, "*.json");
  gtk_file_filter_add_pattern (filter, "*.jilin-atlas");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
}

static void
open_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);

  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (_("Open a Dataset"), GTK_WINDOW (self),
                                                 GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  _atlas_window_list_datasets (self);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chooser_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}
G_GNUC_END_IGNORE_DEPRECATIONS

static void
print_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (atlas_print_window_new (GTK_WINDOW (self), self->navigation,
                                                          G_LIST_MODEL (self->tours))));
}

/* Opening a page of the side panel also shows the panel when it is hidden. */
static void
show_page_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);

  g_settings_set_boolean (self->settings, "show-panel", TRUE);
  atlas_side_panel_show_page (self->side_panel, g_variant_get_string (parameter, NULL));
}

static void
exported_cb (AtlasWindow *self, const char *message, gboolean exported)
{
  if (message != NULL)
    _atlas_window_show_toast (self, message);
  g_clear_object (&self->exporter);
}

/* Exports what is on screen, with the page options of the last print. */
static void
export_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  g_autoptr (AtlasFilter) filter = NULL;
  AtlasSummaryOptions options;

  if (self->exporter != NULL)
    return;
  filter = atlas_filter_copy (atlas_navigation_get_filter (self->navigation));
  atlas_print_settings_load (self->settings, &options);
  self->exporter =
    atlas_exporter_new (atlas_navigation_get_scope (self->navigation), filter, &options);
  g_signal_connect_object (self->exporter, "done", G_CALLBACK (exported_cb), self,
                           G_CONNECT_SWAPPED);
  atlas_exporter_run (self->exporter, GTK_WINDOW (self));
}

void
_atlas_window_class_install_actions (AtlasWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "win.leave", NULL, leave_cb);
  gtk_widget_class_install_action (widget_class, "win.province", NULL, province_cb);
  gtk_widget_class_install_action (widget_class, "win.undo-reset", NULL, undo_reset_cb);
  gtk_widget_class_install_action (widget_class, "win.offer-undo", NULL, offer_undo_cb);
  gtk_widget_class_install_action (widget_class, "win.copy-link", NULL, copy_link_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "win.open-bundled", NULL, open_bundled_cb);
  gtk_widget_class_install_action (widget_class, "win.stop-reading", NULL, stop_reading_cb);
  gtk_widget_class_install_action (widget_class, "win.show-faults", NULL, show_faults_cb);
  gtk_widget_class_install_action (widget_class, "win.show-refused", NULL, show_refused_cb);
  gtk_widget_class_install_action (widget_class, "win.hide-faults", NULL, hide_faults_cb);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_cb);
  gtk_widget_class_install_action (widget_class, "win.show-toast", "s", show_toast_cb);

  _atlas_window_class_install_library (klass);
  _atlas_window_class_install_tours (klass);
  _atlas_window_class_install_presentation (klass);

  /* Escape is not an accelerator of the application: the search entry must get it first when it has
   * the focus. Only when no widget handles it, this binding runs. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.leave", NULL);
}

static void
can_go_back_cb (AtlasWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back",
                                 atlas_navigation_get_can_go_back (self->navigation));
}

static void
has_scope_cb (AtlasWindow *self)
{
  const gboolean has_scope = atlas_navigation_get_scope (self->navigation) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.copy-link", has_scope);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.present", has_scope);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-view", has_scope);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-tours", has_scope);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print", has_scope);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export", has_scope);
}

void
_atlas_window_init_actions (AtlasWindow *self)
{
  g_autoptr (GAction) show_panel = g_settings_create_action (self->settings, "show-panel");

  g_action_map_add_action (G_ACTION_MAP (self), show_panel);
  g_settings_bind (self->settings, "show-panel", self->side_stack, "visible", G_SETTINGS_BIND_GET);
  g_signal_connect_object (self->navigation, "notify::can-go-back", G_CALLBACK (can_go_back_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigation, "notify::scope", G_CALLBACK (has_scope_cb), self,
                           G_CONNECT_SWAPPED);
  can_go_back_cb (self);
  has_scope_cb (self);
}
