/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-window-private.h"

#include <glib/gi18n.h>

#include "atlas-installation.h"
#include "atlas-reader.h"
#include "atlas-saving.h"
#include "atlas-start-trace.h"

/*
 * AtlasWindow: a dataset with its map and panels side by side.
 *
 * The window owns the navigation that map and panels share, and reads the dataset in a thread. Of a
 * file with faults it shows the valid part, and a bar tells how much is left out. When a file
 * cannot be shown at all and another one is loaded, that one stays, and a toast links to the
 * faults.
 */
G_DEFINE_FINAL_TYPE (AtlasWindow, atlas_window, ADW_TYPE_APPLICATION_WINDOW)

static guint opened_signal;

/* The delay before the window is shown without a dataset, or before the spinner appears. */
#define PATIENCE_MS 200

void
_atlas_window_show_toast (AtlasWindow *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  /* libadwaita 1.2 parses the title of a toast as markup. */
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (escaped));
}

static void
online_unreachable_cb (AtlasWindow *self, const char *reason)
{
  /* Translators: %s says why, as the system puts it. */
  g_autofree char *text =
    g_strdup_printf (_("No online tiles, the offline map is shown: %s"), reason);

  _atlas_window_show_toast (self, text);
}

static GFile *
get_bundled_file (void)
{
  g_autofree char *path = atlas_installation_dup_data_file ("jilin.json");

  return g_file_new_for_path (path);
}

static gboolean
is_bundled (GFile *file)
{
  g_autoptr (GFile) bundled = get_bundled_file ();

  return file != NULL && g_file_equal (file, bundled);
}

/* Without a dataset the window shows the page of faults; with one, a toast links to it. */
void
_atlas_window_refuse (AtlasWindow *self, GPtrArray *faults, GError *error)
{
  const gboolean has_map = atlas_navigation_get_dataset (self->navigation) != NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autofree char *escaped = NULL;
  AdwToast *toast;

  atlas_faults_page_set_faults (self->faults_page, self->file, faults, error, has_map);
  atlas_faults_page_set_offers_bundled (self->faults_page,
                                        !is_bundled (has_map ? self->shown : self->file));
  if (!has_map)
    {
      gtk_stack_set_visible_child_name (self->stack, "error");
      return;
    }
  name = g_file_get_basename (self->file);
  /* Translators: %s is the name of a file */
  text = g_strdup_printf (_("%s cannot be shown"), name);
  escaped = g_markup_escape_text (text, -1);
  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, _("_Why?"));
  adw_toast_set_action_name (toast, "win.show-refused");
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

/* The file of the library was changed by another program and cannot be read any more. The dataset
 * that it had before stays, and a bar says why. */
void
_atlas_window_refuse_change (AtlasWindow *self, GPtrArray *faults, const GError *error)
{
  GFile *file = atlas_library_get_file (self->library);

  self->is_refused = TRUE;
  atlas_faults_page_set_faults (self->faults_page, file, faults, error, TRUE);
  atlas_faults_page_set_offers_bundled (self->faults_page, FALSE);
  atlas_faults_bar_set_refused (self->faults_bar, file, faults, error);
}

/* The file of the library can be read again, or was saved or removed. */
void
_atlas_window_accept_change (AtlasWindow *self)
{
  if (!self->is_refused)
    return;
  self->is_refused = FALSE;
  atlas_faults_bar_set_dataset (self->faults_bar, atlas_library_get_dataset (self->library));
  _atlas_window_hide_faults (self);
}

void
_atlas_window_show_faults (AtlasWindow *self)
{
  if (self->shown == NULL)
    return;
  atlas_faults_page_set_faults (self->faults_page, self->shown, self->faults, NULL, TRUE);
  atlas_faults_page_set_offers_bundled (self->faults_page, !is_bundled (self->shown));
  gtk_stack_set_visible_child_name (self->stack, "error");
}

void
_atlas_window_hide_faults (AtlasWindow *self)
{
  /* A new library has no file, but it is shown. */
  if (atlas_navigation_get_dataset (self->navigation) != NULL)
    gtk_stack_set_visible_child_name (self->stack, "atlas");
}

/* The title of the dataset, and the file name unless it is the bundled dataset. */
static char *
describe_dataset (AtlasWindow *self)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (self->navigation);
  GFile *file = dataset != NULL ? self->shown : self->file;
  const char *title =
    dataset != NULL ? atlas_dataset_get_title (dataset, atlas_language_get_default ()) : "";
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;

  if (*title == '\0')
    title = _("Jilin Atlas");
  if (file == NULL || is_bundled (file))
    return g_strdup (title);
  path = g_file_get_parse_name (file);
  name = g_path_get_basename (path);
  /* Translators: in the title of the window: the title of a dataset, and the name of its file */
  return g_strdup_printf (_("%s (%s)"), title, name);
}

/* A dot before the title is the usual mark of unsaved edits. */
void
_atlas_window_update_title (AtlasWindow *self)
{
  AtlasScope *scope = atlas_navigation_get_scope (self->navigation);
  g_autofree char *described = describe_dataset (self);
  const gboolean has_edits = self->library != NULL && atlas_library_is_editable (self->library) &&
                             atlas_library_is_modified (self->library);
  g_autofree char *dataset = g_strconcat (has_edits ? "● " : "", described, NULL);
  g_autofree char *title = NULL;

  if (scope != NULL && atlas_scope_get_subject (scope) != NULL)
    title = g_strdup_printf ("%s — %s", atlas_scope_get_name (scope, atlas_language_get_default ()),
                             dataset);
  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : dataset);
}

/* Updates what depends on which file the window shows. */
void
_atlas_window_take_file (AtlasWindow *self, GFile *file)
{
  const gboolean is_new = file == NULL || self->shown == NULL || !g_file_equal (file, self->shown);

  g_set_object (&self->file, file);
  g_set_object (&self->shown, file);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.open-bundled", !is_bundled (file));
  if (is_new)
    _atlas_window_load_tours (self, is_bundled (file));
  _atlas_window_update_title (self);
}

/* Shows a dataset that was read, completely or in part. */
static void
show_dataset (AtlasWindow *self, AtlasDataset *dataset, GPtrArray *faults, const char *etag)
{
  g_autoptr (AtlasLibrary) library =
    atlas_library_new (dataset, self->file, etag, !is_bundled (self->file));

  self->is_refused = FALSE;
  g_set_object (&self->shown, self->file);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  self->faults = g_ptr_array_ref (faults);
  _atlas_window_set_library (self, library);
  _atlas_window_load_tours (self, is_bundled (self->shown));
  atlas_faults_bar_set_dataset (self->faults_bar, dataset);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-faults",
                                 atlas_dataset_is_partial (dataset));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.open-bundled", !is_bundled (self->shown));
  gtk_stack_set_visible_child_name (self->stack, "atlas");
  _atlas_window_update_title (self);
}

/* Shows a library that has no file yet, or whose edits were recovered. */
void
_atlas_window_show_library (AtlasWindow *self, AtlasLibrary *library)
{
  self->is_refused = FALSE;
  g_set_object (&self->file, atlas_library_get_file (library));
  g_set_object (&self->shown, self->file);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  _atlas_window_set_library (self, library);
  _atlas_window_load_tours (self, FALSE);
  atlas_faults_bar_set_dataset (self->faults_bar, atlas_library_get_dataset (library));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-faults", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.open-bundled", TRUE);
  gtk_stack_set_visible_child_name (self->stack, "atlas");
}

static int
measure (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int minimum = 0;

  gtk_widget_measure (widget, orientation, for_size, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* The width of the frame around the content: non-zero without a compositor. It is the same on all
 * sides, and the horizontal one is cheap to measure. */
static int
measure_frame (AtlasWindow *self)
{
  return measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1) -
         measure (GTK_WIDGET (self->toast_overlay), GTK_ORIENTATION_HORIZONTAL, -1);
}

/* The smallest width of the side panel with the handle of the paned. */
static int
measure_panel (AtlasWindow *self)
{
  return measure (GTK_WIDGET (self->paned), GTK_ORIENTATION_HORIZONTAL, -1) -
         measure (gtk_paned_get_start_child (self->paned), GTK_ORIENTATION_HORIZONTAL, -1);
}

/* Gives the map its expected size before the first frame. So threads can draw the land and its
 * names while the window appears, and the first frame contains them. If the final size differs,
 * they are drawn again. */
static void
prepare_map (AtlasWindow *self)
{
  GtkWidget *map = GTK_WIDGET (self->map_view);
  const int frame = measure_frame (self);
  GtkAllocation allocation = { 0 };

  gtk_window_get_default_size (GTK_WINDOW (self), &allocation.width, &allocation.height);
  allocation.width =
    MIN (gtk_paned_get_position (self->paned), allocation.width - frame - measure_panel (self));
  allocation.height -= frame + measure (self->header_bar, GTK_ORIENTATION_VERTICAL, -1) +
                       measure (GTK_WIDGET (self->time_bar), GTK_ORIENTATION_VERTICAL, -1);
  if (allocation.width < measure (map, GTK_ORIENTATION_HORIZONTAL, -1) ||
      allocation.height < measure (map, GTK_ORIENTATION_VERTICAL, allocation.width))
    return;
  gtk_widget_size_allocate (map, &allocation, -1);
}

/* Shows the window without a dataset when reading takes long. */
static gboolean
present_cb (gpointer user_data)
{
  AtlasWindow *self = user_data;

  self->present_id = 0;
  gtk_window_present (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

static void
present_now (AtlasWindow *self)
{
  if (self->present_id == 0)
    return;
  g_clear_handle_id (&self->present_id, g_source_remove);
  if (!g_settings_get_boolean (self->settings, "window-maximized"))
    prepare_map (self);
  gtk_window_present (GTK_WINDOW (self));
}

/* The task refers to its window through this, because it starts before the window exists. */
typedef struct
{
  AtlasWindow *window;
  char *etag; /* of the file before it was read, or NULL if it is not known */
} Reader;

static void
free_reader (Reader *reader)
{
  g_clear_object (&reader->window);
  g_free (reader->etag);
  g_free (reader);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reader, free_reader)

static gboolean
loading_cb (gpointer user_data)
{
  AtlasWindow *self = user_data;
  g_autofree char *path = g_file_get_parse_name (self->file);
  g_autofree char *name = g_path_get_basename (path);

  self->loading_id = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  atlas_side_panel_set_loading (self->side_panel, name);
  if (atlas_navigation_get_dataset (self->navigation) == NULL)
    gtk_stack_set_visible_child_name (self->stack, "atlas");
  return G_SOURCE_REMOVE;
}

static void
end_loading (AtlasWindow *self)
{
  g_clear_handle_id (&self->loading_id, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  atlas_side_panel_set_loading (self->side_panel, NULL);
}

/* The user has edited the library while the other file was read. */
static void
keep_library (AtlasWindow *self)
{
  g_set_object (&self->file, self->shown);
  _atlas_window_update_title (self);
  _atlas_window_show_toast (self, _("The file was not opened, because there are unsaved edits"));
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Reader) reader = user_data;
  AtlasWindow *self = reader->window;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_reader_read_finish (result, &faults, &error);

  /* Another file was opened meanwhile, or the window was closed. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  end_loading (self);
  if (dataset != NULL && _atlas_window_has_unsaved (self))
    keep_library (self);
  else if (dataset != NULL)
    show_dataset (self, dataset, faults, reader->etag);
  else
    _atlas_window_refuse (self, faults, error);
  _atlas_window_keep_given_up (self);
  present_now (self);
  _atlas_window_show_wanted (self);
  g_signal_emit (self, opened_signal, 0, error != NULL ? error->message : NULL);
}

static void
cancel_reading (AtlasWindow *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->loading_id, g_source_remove);
}

void
_atlas_window_stop_reading (AtlasWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->cancellable == NULL)
    return;
  cancel_reading (self);
  end_loading (self);
  if (atlas_navigation_get_dataset (self->navigation) != NULL)
    return;
  error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The reading was stopped."));
  _atlas_window_refuse (self, NULL, error);
}

static Reader *
start_reading (GFile *file, GCancellable *cancellable)
{
  Reader *reader = g_new0 (Reader, 1);

  /* The tag of a file on another computer would take time. */
  if (g_file_is_native (file))
    reader->etag = atlas_saving_find_etag (file, NULL);
  atlas_reader_read_async (file, cancellable, read_cb, reader);
  return reader;
}

static void
follow_reading (AtlasWindow *self, Reader *reader, GFile *file, GCancellable *cancellable)
{
  reader->window = g_object_ref (self);
  g_set_object (&self->file, file);
  g_set_object (&self->cancellable, cancellable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.open-bundled", !is_bundled (file));
  _atlas_window_update_title (self);
  /* Do not flash a spinner for short loads. */
  self->loading_id = g_timeout_add (PATIENCE_MS, loading_cb, self);
}

/* The position of a paned is the width of its start child; the setting stores the width of the end
 * child. */
static void
save_panel_width_cb (AtlasWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->side_stack));

  if (gtk_widget_get_mapped (GTK_WIDGET (self->side_stack)) && width > 0)
    g_settings_set_int (self->settings, "panel-width", CLAMP (width, 330, 640));
}

static void
restore_size (AtlasWindow *self)
{
  int width = 0, height = 0;

  g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
  width = MAX (width, 720);
  gtk_window_set_default_size (GTK_WINDOW (self), width, MAX (height, 480));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  gtk_paned_set_position (self->paned, width - g_settings_get_int (self->settings, "panel-width"));
}

static void
close_now (AtlasWindow *self)
{
  self->is_closing = TRUE;
  _atlas_window_drop_given_up (self);
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
atlas_window_close_request (GtkWindow *window)
{
  AtlasWindow *self = ATLAS_WINDOW (window);
  int width = 0, height = 0;

  /* The question closes the window again, unless the user cancels it. */
  if (!self->is_closing && _atlas_window_has_unsaved (self))
    {
      _atlas_window_confirm_loss (self, close_now);
      return TRUE;
    }
  gtk_window_get_default_size (window, &width, &height);
  g_settings_set (self->settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
  save_panel_width_cb (self);
  /* A running reading keeps a reference to the window, so cancel it. */
  cancel_reading (self);

  return GTK_WINDOW_CLASS (atlas_window_parent_class)->close_request (window);
}

static void
atlas_window_dispose (GObject *object)
{
  AtlasWindow *self = ATLAS_WINDOW (object);

  g_clear_handle_id (&self->present_id, g_source_remove);
  cancel_reading (self);
  g_clear_object (&self->chooser);
  g_clear_object (&self->exporter);
  g_clear_object (&self->file);
  g_clear_pointer (&self->reset, atlas_view_free);
  _atlas_window_dispose_presentation (self);
  _atlas_window_dispose_tours (self);
  g_clear_pointer (&self->wanted, atlas_view_free);
  g_clear_object (&self->shown);
  g_clear_object (&self->given_up);
  g_clear_object (&self->to_open);
  g_clear_object (&self->library);
  g_clear_object (&self->show_projects);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (atlas_window_parent_class)->dispose (object);
}

/* The minimum height is that of the narrowest window at any width. If it shrank as the window gets
 * wider, which large text makes it do, GtkWindow would ask for the width at a height that a narrow
 * window does not fit in, and GTK would warn. */
static void
atlas_window_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  GTK_WIDGET_CLASS (atlas_window_parent_class)
    ->measure (widget, orientation, -1, minimum, natural, minimum_baseline, natural_baseline);
}

static void
atlas_window_class_init (AtlasWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_window_dispose;
  widget_class->measure = atlas_window_measure;
  GTK_WINDOW_CLASS (klass)->close_request = atlas_window_close_request;

  /**
   * AtlasWindow::opened:
   * @self: a window
   * @message: (nullable): why the file cannot be shown, or %NULL on success
   *
   * Emitted when reading a file has ended.
   */
  opened_signal = g_signal_new ("opened", ATLAS_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (ATLAS_TYPE_FAULTS_BAR);
  g_type_ensure (ATLAS_TYPE_FAULTS_PAGE);
  g_type_ensure (ATLAS_TYPE_FORM_PANEL);
  g_type_ensure (ATLAS_TYPE_MAP_VIEW);
  g_type_ensure (ATLAS_TYPE_NAVIGATION);
  g_type_ensure (ATLAS_TYPE_PANEL_VIEW);
  g_type_ensure (ATLAS_TYPE_SEARCH_ENTRY);
  g_type_ensure (ATLAS_TYPE_SIDE_PANEL);
  g_type_ensure (ATLAS_TYPE_TIME_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jilinatlas/JilinAtlas/atlas-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, navigation);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, header_bar);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, paned);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, magnifier);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, map_view);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, presenter);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, time_bar);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, main_stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, projects_bin);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, side_stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, side_panel);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, form_panel);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, checks);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, checks_view);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, edit_menu);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, faults_bar);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, faults_page);
  _atlas_window_class_install_actions (klass);
}

static void
atlas_window_init (AtlasWindow *self)
{
  self->settings = g_settings_new (ATLAS_APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (self->map_view, "online-unreachable", G_CALLBACK (online_unreachable_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigation, "notify::scope",
                           G_CALLBACK (_atlas_window_update_title), self, G_CONNECT_SWAPPED);
  _atlas_window_init_actions (self);
  _atlas_window_init_tours (self);
  _atlas_window_init_presentation (self);
  _atlas_window_init_library (self);
  restore_size (self);
  /* The map gets the focus, so that its keys work at once. In a focused entry the caret would blink
   * for ten seconds and cause redraws. */
  gtk_widget_grab_focus (GTK_WIDGET (self->map_view));
  atlas_start_trace_begin (GTK_WIDGET (self), self->navigation);
}

/**
 * atlas_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window that shows the base map without a dataset; it belongs to GTK
 */
AtlasWindow *
atlas_window_new (AtlasApplication *application)
{
  return g_object_new (ATLAS_TYPE_WINDOW, "application", application, NULL);
}

/**
 * atlas_window_new_for_library:
 * @application: the application
 * @library: a library
 *
 * Returns: (transfer none): a window that shows @library; it belongs to GTK
 */
AtlasWindow *
atlas_window_new_for_library (AtlasApplication *application, AtlasLibrary *library)
{
  AtlasWindow *self = atlas_window_new (application);

  _atlas_window_show_library (self, library);
  return self;
}

/**
 * atlas_window_new_for_file:
 * @application: the application
 * @file: a dataset
 *
 * Creates a window while a thread reads @file. The window appears when reading has ended, or after
 * 0.2 seconds.
 *
 * Returns: (transfer none): the window; it belongs to GTK
 */
AtlasWindow *
atlas_window_new_for_file (AtlasApplication *application, GFile *file)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Reader *reader;
  AtlasWindow *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  reader = start_reading (file, cancellable);
  self = atlas_window_new (application);
  follow_reading (self, reader, file, cancellable);
  self->present_id = g_timeout_add (PATIENCE_MS, present_cb, self);
  return self;
}

/**
 * atlas_window_open:
 * @self: a window
 * @file: a dataset
 *
 * Reads @file in a thread and shows its valid part. If it cannot be shown, reports its faults and
 * keeps the current dataset. Cancels a reading that is still running.
 */
void
atlas_window_open (AtlasWindow *self, GFile *file)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_return_if_fail (ATLAS_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  cancel_reading (self);
  follow_reading (self, start_reading (file, cancellable), file, cancellable);
}

/**
 * atlas_window_is_for:
 * @self: a window
 * @file: a dataset
 *
 * Returns: whether @self shows @file, or is reading it
 */
gboolean
atlas_window_is_for (AtlasWindow *self, GFile *file)
{
  g_return_val_if_fail (ATLAS_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  return self->file != NULL && g_file_equal (self->file, file);
}

static void
open_chosen (AtlasWindow *self)
{
  g_autoptr (GFile) file = g_steal_pointer (&self->to_open);

  atlas_window_open (self, file);
}

/* Opens @file in place of the present dataset, after asking about unsaved edits. */
void
_atlas_window_replace (AtlasWindow *self, GFile *file)
{
  g_set_object (&self->to_open, file);
  _atlas_window_confirm_loss (self, open_chosen);
}

void
_atlas_window_open_bundled (AtlasWindow *self)
{
  g_autoptr (GFile) file = get_bundled_file ();

  _atlas_window_replace (self, file);
}
