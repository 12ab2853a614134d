/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-window-private.h"

#include <glib/gi18n.h>

#include "atlas-installation.h"
#include "atlas-reader.h"
#include "atlas-tours-window.h"
#include "atlas-writer.h"

/*
 * The tours of a window, and where they are kept.
 *
 * A dataset of the user keeps its tours in its own file, so a changed tour is an edit of the
 * library, to be undone and saved like others. The bundled dataset belongs to the system, so
 * changed and new tours are kept beside it, in a file in the data directory of the user. Each of
 * those changes is saved at once; GIO replaces the file as a whole, and keeps the former one as a
 * backup.
 *
 * Saving goes on when the window is closed or opens another file meanwhile. So it has its own file
 * and contents, and keeps the program running.
 */
struct _AtlasTourSaving
{
  AtlasWindow *window;
  GApplication *application; /* NULL without one */
  GFile *file;
  GBytes *next; /* the contents to write afterwards, because something has changed, or NULL */
};

static void
free_saving (AtlasTourSaving *saving)
{
  if (saving->window->saving == saving)
    saving->window->saving = NULL;
  if (saving->application != NULL)
    g_application_release (saving->application);
  g_clear_object (&saving->application);
  g_object_unref (saving->window);
  g_object_unref (saving->file);
  g_clear_pointer (&saving->next, g_bytes_unref);
  g_free (saving);
}

static GFile *
get_file_beside (void)
{
  g_autofree char *path = atlas_installation_dup_tours_file ();

  return g_file_new_for_path (path);
}

static void
report (AtlasWindow *self, const char *reason)
{
  /* Translators: %s says why, as the system puts it. */
  g_autofree char *text = g_strdup_printf (_("The tours could not be saved: %s"), reason);

  /* The window is closed. */
  if (self->tours == NULL)
    return;
  _atlas_window_show_toast (self, text);
}

static void write_file (AtlasTourSaving *saving, GBytes *bytes, const char *etag);

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  AtlasTourSaving *saving = user_data;
  AtlasWindow *self = saving->window;
  g_autoptr (GBytes) next = g_steal_pointer (&saving->next);
  g_autoptr (GError) error = NULL;
  g_autofree char *etag = NULL;

  if (!g_file_replace_contents_finish (G_FILE (object), result, &etag, &error))
    report (self, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG)
            ? _("another program has changed the file")
            : error->message);
  else if (next != NULL)
    {
      write_file (saving, next, etag);
      return;
    }
  else if (self->saving == saving)
    {
      g_free (self->etag);
      self->etag = g_steal_pointer (&etag);
    }
  free_saving (saving);
}

static void
write_file (AtlasTourSaving *saving, GBytes *bytes, const char *etag)
{
  g_file_replace_contents_bytes_async (saving->file, bytes, etag, TRUE, G_FILE_CREATE_NONE, NULL,
                                       saved_cb, saving);
}

static void
start_saving (AtlasWindow *self, GBytes *bytes)
{
  GApplication *application = g_application_get_default ();
  AtlasTourSaving *saving = g_new0 (AtlasTourSaving, 1);
  g_autoptr (GFile) folder = NULL;

  saving->window = g_object_ref (self);
  saving->file = get_file_beside ();
  folder = g_file_get_parent (saving->file);
  if (application != NULL)
    {
      saving->application = g_object_ref (application);
      g_application_hold (application);
    }
  g_file_make_directory_with_parents (folder, NULL, NULL);
  self->saving = saving;
  write_file (saving, bytes, self->etag);
}

static void
save_beside (AtlasWindow *self)
{
  g_autoptr (GPtrArray) tours = atlas_tour_list_dup_changed (self->tours);
  g_autoptr (GBytes) bytes = atlas_writer_write_tours (tours);

  if (self->saving == NULL)
    {
      start_saving (self, bytes);
      return;
    }
  g_clear_pointer (&self->saving->next, g_bytes_unref);
  self->saving->next = g_steal_pointer (&bytes);
}

static void
edit_library (AtlasWindow *self)
{
  g_autoptr (GPtrArray) tours = atlas_tour_list_dup_all (self->tours);
  g_autoptr (GError) error = NULL;

  if (!atlas_library_set_tours (self->library, tours, &error))
    report (self, error->message);
}

static void
tours_changed_cb (AtlasWindow *self)
{
  if (self->is_loading_tours)
    return;
  if (self->is_bundled)
    save_beside (self);
  else
    edit_library (self);
}

/* The tag of a file on another computer would take time, and is not used. */
static char *
find_etag (GFile *file)
{
  g_autoptr (GFileInfo) info = NULL;

  if (!g_file_is_native (file))
    return NULL;
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  return info != NULL ? g_strdup (g_file_info_get_etag (info)) : NULL;
}

static void
load_beside (AtlasWindow *self, AtlasDataset *dataset, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tours = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &error);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = NULL;

  if (bytes != NULL)
    tours = atlas_reader_read_tours (name, bytes, dataset, &error);
  for (guint i = 0; tours != NULL && i < tours->len; i++)
    atlas_tour_list_put (self->tours, tours->pdata[i]);
  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return;
  /* Translators: %s says what is wrong in which file. */
  text = g_strdup_printf (_("Your own tours could not be read completely: %s"), error->message);
  _atlas_window_show_toast (self, text);
}

void
_atlas_window_load_tours (AtlasWindow *self, gboolean is_bundled)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (self->navigation);
  GPtrArray *tours = atlas_dataset_get_tours (dataset);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GFile) file = NULL;

  self->saving = NULL;
  self->is_bundled = is_bundled;
  self->is_loading_tours = TRUE;
  if (is_bundled)
    {
      file = get_file_beside ();
      g_free (self->etag);
      self->etag = find_etag (file);
      atlas_tour_list_set_original (self->tours, tours);
      load_beside (self, dataset, file);
    }
  else
    {
      /* The user may change and delete all of them. */
      atlas_tour_list_set_original (self->tours, none);
      for (guint i = 0; i < tours->len; i++)
        atlas_tour_list_put (self->tours, tours->pdata[i]);
    }
  self->is_loading_tours = FALSE;
}

/* The dataset was replaced by an edit; undo may have changed its tours. */
void
_atlas_window_follow_tours (AtlasWindow *self)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (self->navigation);
  g_autoptr (GPtrArray) shown = atlas_tour_list_dup_all (self->tours);
  GPtrArray *tours = atlas_dataset_get_tours (dataset);
  gboolean differs = shown->len != tours->len;

  if (self->is_bundled)
    return;
  for (guint i = 0; !differs && i < tours->len; i++)
    differs = shown->pdata[i] != tours->pdata[i];
  if (differs)
    _atlas_window_load_tours (self, FALSE);
}

/* The tour that the user has used last, or else the first one. */
AtlasTour *
_atlas_window_get_tour (AtlasWindow *self)
{
  AtlasTour *tour =
    self->tour_id != NULL ? atlas_tour_list_lookup (self->tours, self->tour_id) : NULL;
  g_autoptr (AtlasTour) first = g_list_model_get_item (G_LIST_MODEL (self->tours), 0);

  return tour != NULL ? tour : first;
}

static void
choose_tour (AtlasWindow *self, const char *id)
{
  g_free (self->tour_id);
  self->tour_id = g_strdup (id);
}

static void
add_view (AtlasWindow *self, AtlasTour *tour)
{
  g_autoptr (AtlasView) view = _atlas_window_take_view (self);
  g_autofree char *link = atlas_view_to_uri (view);
  g_autoptr (AtlasTourStep) step = atlas_tour_step_new (link, NULL);
  g_autoptr (AtlasTour) longer =
    atlas_tour_copy_with_step (tour, atlas_tour_get_n_steps (tour), step);
  g_autofree char *text = NULL;

  choose_tour (self, atlas_tour_get_id (tour));
  atlas_tour_list_put (self->tours, longer);
  /* Translators: %s is the title of a tour, %u the number of its views. */
  text = g_strdup_printf (_("View %u of “%s”"), atlas_tour_get_n_steps (longer),
                            atlas_text_get (atlas_tour_get_title (longer),
                                            atlas_language_get_default ()));
  _atlas_window_show_toast (self, text);
}

static AtlasTour *
make_tour (AtlasWindow *self)
{
  const char *words[ATLAS_N_LANGUAGES] = { NULL };
  g_autofree char *id = atlas_tour_list_make_id (self->tours);
  g_autoptr (AtlasText) title = NULL;

  words[atlas_language_get_default ()] = _("My tour");
  title =
    atlas_text_new (words[ATLAS_LANGUAGE_ZH], words[ATLAS_LANGUAGE_EN], words[ATLAS_LANGUAGE_KO]);
  return atlas_tour_new (id, title);
}

/* Adds the view to the tour that the user has edited last, or else to a new one. */
static void
add_view_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  AtlasTour *tour = NULL;
  g_autoptr (AtlasTour) made = NULL;

  if (self->tour_id != NULL)
    tour = atlas_tour_list_lookup (self->tours, self->tour_id);
  for (guint i = 0; tour == NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->tours)); i++)
    {
      g_autoptr (AtlasTour) own = g_list_model_get_item (G_LIST_MODEL (self->tours), i);

      if (!atlas_tour_list_is_original (self->tours, atlas_tour_get_id (own)))
        tour = own;
    }
  if (tour == NULL)
    tour = made = make_tour (self);
  add_view (self, tour);
}

static void
add_to_tour_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  AtlasTour *tour = atlas_tour_list_lookup (self->tours, g_variant_get_string (parameter, NULL));

  if (tour != NULL)
    add_view (self, tour);
}

static void
present_tour_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  const char *id;
  guint position;
  AtlasTour *tour;

  g_variant_get (parameter, "(&su)", &id, &position);
  tour = atlas_tour_list_lookup (self->tours, id);
  if (tour == NULL)
    return;
  choose_tour (self, id);
  _atlas_window_present_tour (self, tour, position);
}

static void
show_tours_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (atlas_tours_window_new (GTK_WINDOW (self), self->navigation,
                                                          self->tours, self->tour_id)));
}

void
_atlas_window_class_install_tours (AtlasWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.add-view", NULL, add_view_cb);
  gtk_widget_class_install_action (widget_class, "win.add-to-tour", "s", add_to_tour_cb);
  gtk_widget_class_install_action (widget_class, "win.present-tour", "(su)", present_tour_cb);
  gtk_widget_class_install_action (widget_class, "win.show-tours", NULL, show_tours_cb);
}

void
_atlas_window_init_tours (AtlasWindow *self)
{
  self->tours = atlas_tour_list_new ();
  g_signal_connect_object (self->tours, "items-changed", G_CALLBACK (tours_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
_atlas_window_dispose_tours (AtlasWindow *self)
{
  self->saving = NULL;
  g_clear_object (&self->tours);
  g_clear_pointer (&self->tour_id, g_free);
  g_clear_pointer (&self->etag, g_free);
}
