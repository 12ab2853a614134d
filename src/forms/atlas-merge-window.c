/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-merge-window.h"

#include <glib/gi18n.h>

#include "atlas-change.h"
#include "atlas-extras.h"
#include "atlas-fact-table.h"
#include "atlas-format.h"
#include "atlas-schema.h"

/*
 * AtlasMergeWindow: asks which side to take for each value that the user and another program have
 * changed.
 */
struct _AtlasMergeWindow
{
  AdwWindow parent_instance;

  AdwPreferencesPage *page;
  AdwPreferencesGroup *group;

  AtlasLibrary *library;
  AtlasMerge *merge;
};

G_DEFINE_FINAL_TYPE (AtlasMergeWindow, atlas_merge_window, ADW_TYPE_WINDOW)

static AtlasDataset *
get_dataset (AtlasMergeWindow *self, AtlasSide side)
{
  return side == ATLAS_SIDE_MINE ? atlas_merge_get_mine (self->merge)
                                 : atlas_merge_get_theirs (self->merge);
}

/* The value of a member that the format does not define, as in the file; NULL if there is none. */
static char *
dup_unknown_value (gpointer owner, const char *member)
{
  const AtlasExtras *extras = atlas_extras_get (owner);

  for (guint i = 0; extras != NULL && i < extras->len; i++)
    {
      const AtlasExtra *extra = extras->pdata[i];

      if (*extra->within == '\0' && g_str_equal (extra->name, member))
        return g_strdup (extra->value);
    }
  return NULL;
}

/* A value for people, as the tables of the workbook have it. */
static char *
describe_value (AtlasDataset *dataset, AtlasRecord *record, const char *member)
{
  g_autoptr (AtlasScope) scope = atlas_scope_new (dataset, NULL);
  const AtlasFacts facts = { .scope = scope, .language = atlas_language_get_default () };
  const AtlasFactColumn column = { .key = member, .member = member, .in_words = TRUE };
  g_autoptr (AtlasFactTable) table = atlas_fact_table_new_empty (&facts, &column, 1);
  const AtlasFactRow row = { .record = record };
  g_auto (AtlasFactCell) cell = { .text = NULL };

  if (atlas_schema_lookup (atlas_schema_get (atlas_record_get_kind (record)), member) == NULL)
    return dup_unknown_value (record, member);
  g_array_append_val (table->rows, row);
  cell = atlas_fact_table_dup_cell (table, 0, 0);
  return g_steal_pointer (&cell.text);
}

static char *
describe_head_value (AtlasDataset *dataset, const char *member)
{
  const AtlasLanguage language = atlas_language_get_default ();
  const AtlasDate *date = atlas_dataset_get_date (dataset);
  const guint n_tours = atlas_dataset_get_tours (dataset)->len;

  if (g_str_equal (member, "title"))
    return g_strdup (atlas_dataset_get_title (dataset, language));
  if (g_str_equal (member, "date"))
    return date != NULL ? atlas_format_date (date, language) : NULL;
  if (g_str_equal (member, "tours"))
    return g_strdup_printf (ngettext ("%u tour", "%u tours", n_tours), n_tours);
  if (g_str_equal (member, "approval_number"))
    return g_strdup (atlas_dataset_get_approval_number (dataset));
  return dup_unknown_value (dataset, member);
}

static char *
describe_side (AtlasMergeWindow *self, AtlasConflict *conflict, AtlasSide side)
{
  AtlasDataset *dataset = get_dataset (self, side);
  AtlasRecord *record = atlas_conflict_get_record (conflict, side);
  const char *member = atlas_conflict_get_member (conflict);
  g_autofree char *value = NULL;

  if (atlas_conflict_get_id (conflict) == NULL)
    value = describe_head_value (dataset, member);
  else if (record == NULL)
    return g_strdup (_("removed"));
  else if (member != NULL)
    value = describe_value (dataset, record, member);
  else
    value = g_strdup (atlas_record_get_name (record, atlas_language_get_default ()));
  return value != NULL && *value != '\0' ? g_steal_pointer (&value) : g_strdup (_("no value"));
}

static void
toggled_cb (GtkCheckButton *button, gpointer user_data)
{
  AtlasMergeWindow *self = user_data;
  const guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));

  if (gtk_check_button_get_active (button))
    atlas_merge_resolve (self->merge, index,
                         g_object_get_data (G_OBJECT (button), "theirs") != NULL ? ATLAS_SIDE_THEIRS
                                                                                 : ATLAS_SIDE_MINE);
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
    return g_strdup (atlas_change_name_head_member (member, language));
  if (member == NULL)
    return g_strdup (atlas_record_get_name (record, language));
  /* Translators: the name of a record and of one of its values */
  return g_strdup_printf (_("%s: %s"), atlas_record_get_name (record, language),
                            atlas_change_name_member (atlas_record_get_kind (record), member,
                                                      language));
}

/* Adds a row with the value of one side. Returns its button, which excludes @other. */
static GtkCheckButton *
add_side (AtlasMergeWindow *self,
          AdwPreferencesGroup *group,
          AtlasConflict *conflict,
          AtlasSide side,
          GtkCheckButton *other)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();
  g_autofree char *value = describe_side (self, conflict, side);

  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), other);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                               atlas_conflict_get_side (conflict) == side);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 side == ATLAS_SIDE_MINE ? _("Keep Mine") : _("Take Theirs"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (group, row);
  return GTK_CHECK_BUTTON (button);
}

static void
add_conflict (AtlasMergeWindow *self, AtlasConflict *conflict, guint index)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *title = describe_conflict (conflict);
  g_autofree char *markup = g_markup_escape_text (title, -1);
  GtkCheckButton *buttons[2];

  adw_preferences_group_set_title (group, markup);
  buttons[0] = add_side (self, group, conflict, ATLAS_SIDE_MINE, NULL);
  buttons[1] = add_side (self, group, conflict, ATLAS_SIDE_THEIRS, buttons[0]);
  g_object_set_data (G_OBJECT (buttons[1]), "theirs", self);
  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      g_object_set_data (G_OBJECT (buttons[i]), "index", GUINT_TO_POINTER (index));
      g_signal_connect (buttons[i], "toggled", G_CALLBACK (toggled_cb), self);
    }
  adw_preferences_page_add (self->page, group);
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
  gtk_widget_class_bind_template_child (widget_class, AtlasMergeWindow, page);
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
    add_conflict (self, conflicts->pdata[i], i);
  return GTK_WIDGET (self);
}
