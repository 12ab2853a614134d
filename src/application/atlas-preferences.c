/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-preferences.h"

/*
 * AtlasPreferences: the preferences of the program.
 *
 * Debian 12 has libadwaita 1.2; AdwPreferencesDialog came with 1.5. So this uses the older class.
 */
struct _AtlasPreferences
{
  AdwPreferencesWindow parent_instance;

  /* Template widgets */
  AdwComboRow *scheme_row;
  GtkSwitch *online_switch;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (AtlasPreferences, atlas_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
atlas_preferences_finalize (GObject *object)
{
  AtlasPreferences *self = ATLAS_PREFERENCES (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (atlas_preferences_parent_class)->finalize (object);
}

static void
atlas_preferences_class_init (AtlasPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_preferences_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasPreferences, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, AtlasPreferences, online_switch);
}

/* The values of the setting in the order of the rows. */
static const char *const schemes[] = { "system", "light", "dark" };

static gboolean
get_scheme (GValue *value, GVariant *variant, gpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_equal (schemes[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
set_scheme (const GValue *value, const GVariantType *type, gpointer user_data)
{
  guint selected = g_value_get_uint (value);

  return selected < G_N_ELEMENTS (schemes) ? g_variant_new_string (schemes[selected]) : NULL;
}

static void
atlas_preferences_init (AtlasPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (ATLAS_APPLICATION_ID);
  g_settings_bind (self->settings, "online-tiles", self->online_switch, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (self->settings, "color-scheme", self->scheme_row, "selected",
                                G_SETTINGS_BIND_DEFAULT, get_scheme, set_scheme, NULL, NULL);
}

/**
 * atlas_preferences_new:
 * @parent: the window over which it opens
 *
 * Returns: (transfer none): a window that belongs to GTK
 */
AtlasPreferences *
atlas_preferences_new (GtkWindow *parent)
{
  return g_object_new (ATLAS_TYPE_PREFERENCES, "transient-for", parent, NULL);
}
