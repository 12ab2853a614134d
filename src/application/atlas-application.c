/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-application.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <stdlib.h>

#include "atlas-base-map.h"
#include "atlas-command-line.h"
#include "atlas-fonts.h"
#include "atlas-installation.h"
#include "atlas-origins.h"
#include "atlas-preferences.h"
#include "atlas-recovering.h"
#include "atlas-tooltips.h"
#include "atlas-window.h"

/*
 * AtlasApplication: the GApplication of the program.
 *
 * Each dataset opens in its own window; without a file argument the bundled dataset opens. The
 * options that need no display run before the application registers: see atlas_command_line_run().
 */
struct _AtlasApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  gboolean has_offered; /* whether the edits that a crash left behind were offered */
  guint signals[3];     /* the sources of the signals that end the process */
};

G_DEFINE_FINAL_TYPE (AtlasApplication, atlas_application, ADW_TYPE_APPLICATION)

/* Maps the values of the setting ("system", "light", "dark") to AdwColorScheme. */
static gboolean
get_color_scheme (GValue *value, GVariant *variant, gpointer user_data)
{
  const char *nick = g_variant_get_string (variant, NULL);

  g_value_set_enum (value, g_str_equal (nick, "light")  ? ADW_COLOR_SCHEME_FORCE_LIGHT
                           : g_str_equal (nick, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                                        : ADW_COLOR_SCHEME_DEFAULT);
  return TRUE;
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AtlasApplication *self = user_data;
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  /* Closing a window destroys those that belong to it, so keep all of them. */
  for (GList *iter = windows; iter != NULL; iter = iter->next)
    g_object_ref (iter->data);
  for (GList *iter = windows; iter != NULL; iter = iter->next)
    gtk_window_close (iter->data);
  g_list_free_full (windows, g_object_unref);
}

/* The text of the legal page is parsed as markup, so escape it. */
static void
add_origin (AdwAboutWindow *window, const AtlasOrigin *origin)
{
  g_autofree char *title = g_strdup_printf ("%s %s", origin->name, origin->version);
  g_autofree char *attribution = g_markup_escape_text (origin->attribution, -1);
  g_autofree char *licence = g_markup_escape_text (origin->licence, -1);

  adw_about_window_add_legal_section (window, title, attribution, GTK_LICENSE_CUSTOM, licence);
}

/* The licences of the map data require attribution. */
static void
add_origins (AdwAboutWindow *window)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) origins = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  /* The base map registers its resource when it is opened. */
  atlas_base_map_get_default ();
  bytes = g_resources_lookup_data ("/io/github/jilinatlas/JilinAtlas/ORIGINS.json",
                                   G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes != NULL)
    origins = atlas_origins_read (bytes, &error);
  if (origins == NULL)
    {
      g_warning ("The origins of the base map cannot be read: %s", error->message);
      return;
    }
  for (guint i = 0; i < origins->len; i++)
    {
      const AtlasOrigin *origin = g_ptr_array_index (origins, i);

      add_origin (window, origin);
      g_ptr_array_add (names, origin->attribution);
    }
  g_ptr_array_add (names, NULL);
  adw_about_window_add_credit_section (window, _("Map data"), (const char **) names->pdata);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (user_data));
  GtkWidget *window =
    g_object_new (ADW_TYPE_ABOUT_WINDOW, "transient-for", parent, "modal", TRUE, "application-name",
                  _("Jilin Atlas"), "application-icon", ATLAS_APPLICATION_ID, "developer-name",
                    _("The Jilin Atlas authors"), "version", ATLAS_VERSION, "license-type",
                      GTK_LICENSE_GPL_3_0, "copyright", "© 2026 The Jilin Atlas authors",
                      "comments", _("How the cities of Jilin develop in pairs"), NULL);

  add_origins (ADW_ABOUT_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  gtk_window_present (GTK_WINDOW (atlas_preferences_new (window)));
}

static const GActionEntry actions[] = {
  { "about", about_cb, NULL, NULL, NULL, { 0 } },
  { "preferences", preferences_cb, NULL, NULL, NULL, { 0 } },
  { "quit", quit_cb, NULL, NULL, NULL, { 0 } },
};

static void
set_accelerators (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *accelerators[4];
  } table[] = {
    { "app.quit", { "<Control>q" } },
    { "app.preferences", { "<Control>comma" } },
    { "win.back", { "<Alt>Left" } },
    { "win.new-library", { "<Control>n" } },
    { "win.open", { "<Control>o" } },
    { "win.save", { "<Control>s" } },
    { "win.edit", { "<Control>e" } },
    { "win.show-projects", { "<Control>j" } },
    { "win.print", { "<Control>p" } },
    { "win.export", { "<Control><Shift>s" } },
    { "win.province", { "<Control>0", "<Control>KP_0" } },
    { "win.copy-link", { "<Control>l" } },
    { "win.present", { "F11" } },
    { "win.add-view", { "<Control>d" } },
    { "win.show-tours", { "<Control>t" } },
    { "win.search", { "<Control>f" } },
    { "win.show-panel", { "F9" } },
    { "win.show-page::overview", { "<Control>1" } },
    { "win.show-page::industries", { "<Control>2" } },
    { "win.show-page::timeline", { "<Control>3" } },
    { "win.show-page::investment", { "<Control>4" } },
    { "win.show-page::transport", { "<Control>5" } },
    { "win.show-page::next-steps", { "<Control>6" } },
    { "window.close", { "<Control>w" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_application_set_accels_for_action (application, table[i].action, table[i].accelerators);
}

/* The first window offers the edits that a crash left behind, after it has appeared. */
static void
window_opened_cb (AtlasWindow *window, const char *message, gpointer user_data)
{
  g_signal_handlers_disconnect_by_func (window, window_opened_cb, user_data);
  atlas_recovering_offer (window);
}

static void
window_added_cb (AtlasApplication *self, GtkWindow *window)
{
  if (!ATLAS_IS_WINDOW (window) || self->has_offered)
    return;
  self->has_offered = TRUE;
  g_signal_connect (window, "opened", G_CALLBACK (window_opened_cb), self);
}

/* Signals that end the process. Edits are kept half a second after they were made, so keep the last
 * ones first. The next start offers them. */
static const int end_signals[] = { SIGTERM, SIGHUP, SIGINT };

static gboolean
end_cb (gpointer user_data)
{
  AtlasApplication *self = user_data;

  for (GList *iter = gtk_application_get_windows (GTK_APPLICATION (self)); iter != NULL;
       iter = iter->next)
    if (ATLAS_IS_WINDOW (iter->data))
      atlas_window_flush (iter->data);
  g_application_quit (G_APPLICATION (self));
  return G_SOURCE_CONTINUE;
}

static void
handle_end_signals (AtlasApplication *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (end_signals); i++)
    self->signals[i] = g_unix_signal_add (end_signals[i], end_cb, self);
}

static void
atlas_application_startup (GApplication *application)
{
  AtlasApplication *self = ATLAS_APPLICATION (application);
  g_autoptr (GAction) color_scheme = NULL;

  G_APPLICATION_CLASS (atlas_application_parent_class)->startup (application);
  atlas_tooltips_init ();

  gtk_window_set_default_icon_name (ATLAS_APPLICATION_ID);
  self->settings = g_settings_new (ATLAS_APPLICATION_ID);
  color_scheme = g_settings_create_action (self->settings, "color-scheme");
  g_action_map_add_action (G_ACTION_MAP (self), color_scheme);
  g_settings_bind_with_mapping (self->settings, "color-scheme",
                                adw_application_get_style_manager (ADW_APPLICATION (self)),
                                "color-scheme", G_SETTINGS_BIND_GET, get_color_scheme, NULL, NULL,
                                NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  set_accelerators (GTK_APPLICATION (self));
  handle_end_signals (self);
  g_signal_connect (self, "window-added", G_CALLBACK (window_added_cb), NULL);
}

static GFile *
get_bundled_file (void)
{
  g_autofree char *path = atlas_installation_dup_data_file ("jilin.json");

  return g_file_new_for_path (path);
}

/* Links are about the bundled dataset. A window that shows it already is used again: Back leads to
 * what it showed before. */
static AtlasWindow *
open_link (AtlasApplication *self, const char *uri)
{
  g_autoptr (GFile) bundled = get_bundled_file ();
  AtlasWindow *window = NULL;

  for (GList *iter = gtk_application_get_windows (GTK_APPLICATION (self)); iter != NULL;
       iter = iter->next)
    if (window == NULL && ATLAS_IS_WINDOW (iter->data) && atlas_window_is_for (iter->data, bundled))
      window = iter->data;
  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  else
    window = atlas_window_new_for_file (self, bundled);
  atlas_window_show_link (window, uri);
  return window;
}

/* Opens a dataset, or a link to a view. */
static AtlasWindow *
open_file (AtlasApplication *self, GFile *file)
{
  g_autofree char *uri = NULL;

  if (!g_file_has_uri_scheme (file, ATLAS_VIEW_SCHEME))
    return atlas_window_new_for_file (self, file);
  uri = g_file_get_uri (file);
  return open_link (self, uri);
}

static void
atlas_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  g_autoptr (GFile) file = NULL;

  if (window != NULL)
    {
      gtk_window_present (window);
      return;
    }
  file = get_bundled_file ();
  atlas_window_new_for_file (ATLAS_APPLICATION (application), file);
}

static void
atlas_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    open_file (ATLAS_APPLICATION (application), files[i]);
}

static void
release_invocation (gpointer data, GClosure *closure)
{
  g_object_unref (data);
}

/* Tells the calling process the result. The call ends when its last reference is dropped. */
static void
opened_cb (AtlasWindow *window, const char *message, GApplicationCommandLine *invocation)
{
  if (message != NULL)
    {
      g_application_command_line_printerr (invocation, "jilin-atlas: %s\n", message);
      g_application_command_line_set_exit_status (invocation, EXIT_FAILURE);
    }
  g_signal_handlers_disconnect_by_func (window, opened_cb, invocation);
}

/* Fonts are read before registering starts a thread. */
static int
atlas_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  const int status = atlas_command_line_run (options);

  if (status < 0)
    atlas_fonts_init ();
  return status;
}

/* Handles files named in a shell, also from a second process that forwards them to this one; that
 * process exits with the status that is set here. Files opened from the desktop come to open()
 * instead. */
static int
atlas_application_command_line (GApplication *application, GApplicationCommandLine *invocation)
{
  GVariantDict *options = g_application_command_line_get_options_dict (invocation);
  g_autofree const char **datasets = NULL;
  const char *view = NULL;

  g_variant_dict_lookup (options, "view", "&s", &view);
  if (!g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &datasets))
    {
      if (view != NULL)
        open_link (ATLAS_APPLICATION (application), view);
      else
        g_application_activate (application);
    }
  for (guint i = 0; datasets != NULL && datasets[i] != NULL; i++)
    {
      g_autoptr (GFile) file =
        g_application_command_line_create_file_for_arg (invocation, datasets[i]);
      AtlasWindow *window = open_file (ATLAS_APPLICATION (application), file);

      if (view != NULL)
        atlas_window_show_link (window, view);
      g_signal_connect_data (window, "opened", G_CALLBACK (opened_cb), g_object_ref (invocation),
                             release_invocation, G_CONNECT_DEFAULT);
    }
  return EXIT_SUCCESS;
}

static void
atlas_application_finalize (GObject *object)
{
  AtlasApplication *self = ATLAS_APPLICATION (object);

  for (gsize i = 0; i < G_N_ELEMENTS (self->signals); i++)
    g_clear_handle_id (&self->signals[i], g_source_remove);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (atlas_application_parent_class)->finalize (object);
}

static void
atlas_application_class_init (AtlasApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = atlas_application_finalize;
  application_class->startup = atlas_application_startup;
  application_class->activate = atlas_application_activate;
  application_class->open = atlas_application_open;
  application_class->command_line = atlas_application_command_line;
  application_class->handle_local_options = atlas_application_handle_local_options;
}

static void
atlas_application_init (AtlasApplication *self)
{
  atlas_command_line_add_options (G_APPLICATION (self));
}

/**
 * atlas_application_new:
 *
 * Returns: (transfer full): the application
 */
AtlasApplication *
atlas_application_new (void)
{
  return g_object_new (ATLAS_TYPE_APPLICATION, "application-id", ATLAS_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE,
                       "resource-base-path", "/io/github/jilinatlas/JilinAtlas", NULL);
}
