/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-log-field.h"

#include <glib/gi18n.h>

#include "atlas-log-entry-view.h"
#include "atlas-widget-tools.h"

/*
 * AtlasLogField: the entries of a log, in the order of their dates.
 *
 * An entry whose date changes moves to its place when the user folds it, and not while its fields
 * are open.
 */
struct _AtlasLogField
{
  AtlasField parent_instance;

  GtkWidget *entries;
  GtkWidget *none;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (AtlasLogField, atlas_log_field, ATLAS_TYPE_FIELD)

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const AtlasLogEntry *const *first = a;
  const AtlasLogEntry *const *second = b;

  return atlas_date_compare (&(*first)->date, &(*second)->date);
}

static void
show_none (AtlasLogField *self)
{
  gtk_widget_set_visible (self->none, gtk_widget_get_first_child (self->entries) == NULL);
}

/* Writes the valid entries into the draft. A stable sort keeps the order of one date. */
static void
changed_cb (AtlasLogField *self)
{
  AtlasField *field = ATLAS_FIELD (self);
  g_autoptr (GPtrArray) log = atlas_log_new ();
  gboolean is_valid = TRUE;

  for (GtkWidget *view = gtk_widget_get_first_child (self->entries); view != NULL;
       view = gtk_widget_get_next_sibling (view))
    {
      AtlasLogEntry *entry = atlas_log_entry_view_dup_entry (ATLAS_LOG_ENTRY_VIEW (view));

      if (entry != NULL)
        g_ptr_array_add (log, entry);
      else
        is_valid = FALSE;
    }
  g_ptr_array_sort (log, compare_entries);
  atlas_draft_set_log (atlas_field_get_draft (field), atlas_field_get_name (field), log);
  atlas_field_set_fault (field, is_valid ? NULL : _("An entry is not valid"));
  show_none (self);
  atlas_field_change (field);
}

static gboolean
is_after (GtkWidget *view, GtkWidget *other)
{
  g_autoptr (AtlasLogEntry) entry = atlas_log_entry_view_dup_entry (ATLAS_LOG_ENTRY_VIEW (view));
  g_autoptr (AtlasLogEntry) previous =
    atlas_log_entry_view_dup_entry (ATLAS_LOG_ENTRY_VIEW (other));

  return entry == NULL || previous == NULL ||
         atlas_date_compare (&entry->date, &previous->date) >= 0;
}

/* Moves @view behind the last entry that is not later. */
static void
folded_cb (AtlasLogField *self, GtkWidget *view)
{
  GtkWidget *previous = NULL;

  for (GtkWidget *other = gtk_widget_get_first_child (self->entries); other != NULL;
       other = gtk_widget_get_next_sibling (other))
    if (other != view && is_after (view, other))
      previous = other;
  gtk_box_reorder_child_after (GTK_BOX (self->entries), view, previous);
}

static void
removed_cb (AtlasLogField *self, GtkWidget *view)
{
  gtk_widget_grab_focus (self->button);
  gtk_box_remove (GTK_BOX (self->entries), view);
  changed_cb (self);
}

static GtkWidget *
add_view (AtlasLogField *self, const AtlasLogEntry *entry)
{
  AtlasField *field = ATLAS_FIELD (self);
  GtkWidget *view = atlas_log_entry_view_new (atlas_field_get_context (field),
                                              atlas_field_get_member (field), entry);

  g_signal_connect_object (view, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "folded", G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->entries), view);
  return view;
}

/* Usually one writes down what has just happened. */
static AtlasDate
get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return (AtlasDate) { (guint16) g_date_time_get_year (now), (guint8) g_date_time_get_month (now),
                       (guint8) g_date_time_get_day_of_month (now) };
}

static void
add_cb (AtlasLogField *self)
{
  const AtlasDate today = get_today ();
  g_autoptr (AtlasLogEntry) entry = atlas_log_entry_new (&today);
  GtkWidget *view = add_view (self, entry);

  atlas_log_entry_view_set_expanded (ATLAS_LOG_ENTRY_VIEW (view), TRUE);
  changed_cb (self);
  gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD);
}

static void
atlas_log_field_constructed (GObject *object)
{
  AtlasLogField *self = ATLAS_LOG_FIELD (object);
  AtlasField *field = ATLAS_FIELD (object);
  const AtlasLog *log;

  G_OBJECT_CLASS (atlas_log_field_parent_class)->constructed (object);

  self->entries = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->none = gtk_label_new (_("No entry yet"));
  gtk_label_set_xalign (GTK_LABEL (self->none), 0);
  gtk_widget_add_css_class (self->none, "dim-label");
  self->button = gtk_button_new_with_mnemonic (_("Add _Entry"));
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  atlas_field_add (field, self->entries);
  atlas_field_add (field, self->none);
  atlas_field_add (field, self->button);
  log = atlas_draft_get_log (atlas_field_get_draft (field), atlas_field_get_name (field));
  for (guint i = 0; log != NULL && i < log->len; i++)
    add_view (self, log->pdata[i]);
  show_none (self);
}

static void
atlas_log_field_class_init (AtlasLogFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = atlas_log_field_constructed;
}

static void
atlas_log_field_init (AtlasLogField *self)
{
}
