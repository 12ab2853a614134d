/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-merge-window.h"

#include <glib/gi18n.h>

#include "atlas-labels.h"
#include "atlas-schema.h"

/*
 * AtlasMergeWindow: asks which side to take for each value that the user and another program have
 * changed.
 */
struct _AtlasMergeWindow
{
  AdwWindow parent_instance;

  AdwPreferencesGroup *group;

  AtlasLibrary *library;
  AtlasMerge *merge;
};

G_DEFINE_FINAL_TYPE (AtlasMergeWindow, atlas_merge_window, ADW_TYPE_WINDOW)

/* The order of the choices in a row. */
static const AtlasSide sides[] = { ATLAS_SIDE_MINE, ATLAS_SIDE_THEIRS };

static char *
describe_side (AtlasConflict *conflict, AtlasSide side)
{
  const AtlasLanguage language = atlas_language_get_default ();
  AtlasRecord *record = atlas_conflict_get_record (conflict, side);
  const char *name = atlas_conflict_get_member (conflict);
  const AtlasMember *member = NULL;
  g_autofree char *value = NULL;

  if (record == NULL)
    return g_strdup (_("removed"));
  if (name != NULL)
    member = atlas_schema_lookup (atlas_schema_get (atlas_record_get_kind (record)), name);
  if (member == NULL)
    return g_strdup (atlas_record_get_name (record, language));
  value = atlas_member_describe (member, record, language);
  return value != NULL ? g_steal_pointer (&value) : g_strdup (_("no value"));
}

static void
selected_cb (AdwComboRow *row, GParamSpec *pspec, gpointer user_data)
{
  AtlasMergeWindow *self = user_data;
  const guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "index"));

  atlas_merge_resolve (self->merge, index, sides[adw_combo_row_get_selected (row)]);
}

static char *
describe_conflict (AtlasConflict *conflict)
{
  const AtlasLanguage language = atlas_language_get_default ();
  AtlasRecord *mine = atlas_conflict_get_record (conflict, ATLAS_SIDE_MINE);
  AtlasRecord *record =
    mine != NULL ? mine : atlas_conflict_get_record (conflict, ATLAS_SIDE_THEIRS);
  const char *member = atlas_conflict_get_member (conflict);

  if (record == NULL)
    return g_strdup (_("Title and date of the dataset"));
  if (member == NULL)
    return g_strdup (atlas_record_get_name (record, language));
  /* Translators: the name of a record and of one of its values */
  return g_strdup_printf (_("%s: %s"), atlas_record_get_name (record, language),
                            atlas_label_for_member (atlas_record_get_kind (record), member,
                                                    language));
}

static GtkWidget *
create_row (AtlasMergeWindow *self, AtlasConflict *conflict, guint index)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autofree char *mine = describe_side (conflict, ATLAS_SIDE_MINE);
  g_autofree char *theirs = describe_side (conflict, ATLAS_SIDE_THEIRS);
  g_autofree char *keep = g_strdup_printf (_("Keep mine: %s"), mine);
  g_autofree char *take = g_strdup_printf (_("Take theirs: %s"), theirs);
  const char *const choices[] = { keep, take, NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (choices);
  g_autofree char *title = describe_conflict (conflict);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row),
                              atlas_conflict_get_side (conflict) == ATLAS_SIDE_MINE ? 0 : 1);
  g_object_set_data (G_OBJECT (row), "index", GUINT_TO_POINTER (index));
  g_signal_connect (row, "notify::selected", G_CALLBACK (selected_cb), self);
  return row;
}

static void
merge_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AtlasMergeWindow *self = ATLAS_MERGE_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (atlas_library_merge (self->library, self->merge, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    adw_preferences_group_set_description (self->group, error->message);
}

static void
atlas_merge_window_dispose (GObject *object)
{
  AtlasMergeWindow *self = ATLAS_MERGE_WINDOW (object);

  g_clear_object (&self->library);
  g_clear_object (&self->merge);

  G_OBJECT_CLASS (atlas_merge_window_parent_class)->dispose (object);
}

static void
atlas_merge_window_class_init (AtlasMergeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_merge_window_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-merge-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasMergeWindow, group);
  gtk_widget_class_install_action (widget_class, "merge.merge", NULL, merge_cb);
}

static void
atlas_merge_window_init (AtlasMergeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atlas_merge_window_new:
 * @parent: the window above which it stands
 * @library: the library whose file was changed by another program
 * @merge: a merge with conflicts
 *
 * Returns: (transfer none): a window that merges when the user has chosen the sides
 */
GtkWidget *
atlas_merge_window_new (GtkWindow *parent, AtlasLibrary *library, AtlasMerge *merge)
{
  AtlasMergeWindow *self = g_object_new (ATLAS_TYPE_MERGE_WINDOW, "transient-for", parent, NULL);
  GPtrArray *conflicts = atlas_merge_get_conflicts (merge);

  self->library = g_object_ref (library);
  self->merge = g_object_ref (merge);
  for (guint i = 0; i < conflicts->len; i++)
    adw_preferences_group_add (self->group, create_row (self, conflicts->pdata[i], i));
  return GTK_WIDGET (self);
}
