/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-flag-field.h"

/*
 * AtlasFlagField: a member that is true or false.
 */
struct _AtlasFlagField
{
  AtlasField parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlasFlagField, atlas_flag_field, ATLAS_TYPE_FIELD)

/* A file leaves out what is false. */
static void
active_cb (AtlasField *self, GParamSpec *pspec, GtkSwitch *control)
{
  atlas_draft_set_value (atlas_field_get_draft (self), atlas_field_get_name (self),
                         gtk_switch_get_active (control) ? "true" : NULL);
  atlas_field_change (self);
}

static void
atlas_flag_field_constructed (GObject *object)
{
  AtlasField *self = ATLAS_FIELD (object);
  GtkWidget *control = gtk_switch_new ();

  G_OBJECT_CLASS (atlas_flag_field_parent_class)->constructed (object);

  gtk_widget_set_halign (control, GTK_ALIGN_START);
  gtk_switch_set_active (
    GTK_SWITCH (control),
    g_strcmp0 (atlas_draft_get_value (atlas_field_get_draft (self), atlas_field_get_name (self)),
               "true") == 0);
  g_signal_connect_swapped (control, "notify::active", G_CALLBACK (active_cb), self);
  atlas_field_add (self, control);
  atlas_field_set_control (self, control);
}

static void
atlas_flag_field_class_init (AtlasFlagFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = atlas_flag_field_constructed;
}

static void
atlas_flag_field_init (AtlasFlagField *self)
{
}
