/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-record-picker.h"

#include <string.h>

#include "atlas-description.h"
#include "atlas-search-row.h"
#include "atlas-widget-tools.h"

/*
 * AtlasRecordPicker: a popover in which the user searches for a record to which a member may refer.
 *
 * It searches as the search entry of the window does, but only among the kinds that the member
 * allows, and without the filter. Without a text, it lists the first records of these kinds.
 */
struct _AtlasRecordPicker
{
  GtkPopover parent_instance;

  /* Template widgets */
  GtkEditable *entry;
  GtkStack *stack;
  GtkWidget *scroller;
  GtkListView *list;
  GtkWidget *nothing_found;

  AtlasFormContext *context;
  const AtlasMember *member;
  GListStore *found; /* of AtlasRow */
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (AtlasRecordPicker, atlas_record_picker, GTK_TYPE_POPOVER)

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* How many records of all kinds the search looks at, and how many the list shows. */
#define MAX_HITS 1000
#define MAX_ROWS 60

static void
add_row (AtlasRecordPicker *self, AtlasRecord *record)
{
  const AtlasLanguage language = atlas_language_get_default ();
  AtlasDraft *draft = atlas_form_context_get_draft (self->context);
  AtlasDataset *dataset = atlas_form_context_get_dataset (self->context);
  g_autoptr (AtlasRow) row = NULL;

  if (g_list_model_get_n_items (G_LIST_MODEL (self->found)) >= MAX_ROWS ||
      !atlas_member_allows_target (self->member, atlas_record_get_kind (record)) ||
      g_strcmp0 (atlas_record_get_id (record), atlas_draft_get_id (draft)) == 0)
    return;
  row = atlas_row_new (record, atlas_record_get_name (record, language));
  atlas_row_take_subtitle (row, atlas_describe_subtitle (record, dataset, language));
  g_list_store_append (self->found, row);
}

static void
add_all (AtlasRecordPicker *self)
{
  AtlasDataset *dataset = atlas_form_context_get_dataset (self->context);

  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      GListModel *records = atlas_dataset_get_records (dataset, (AtlasRecordKind) kind);

      if (!atlas_member_allows_target (self->member, (AtlasRecordKind) kind))
        continue;
      for (guint i = 0; i < MIN (g_list_model_get_n_items (records), MAX_ROWS); i++)
        {
          g_autoptr (AtlasRecord) record = g_list_model_get_item (records, i);

          add_row (self, record);
        }
    }
}

static void
add_found (AtlasRecordPicker *self, const char *text)
{
  g_autoptr (GPtrArray) found =
    atlas_search_find (atlas_form_context_get_search (self->context), text, NULL, MAX_HITS);

  for (guint i = 0; i < found->len; i++)
    add_row (self, found->pdata[i]);
}

static void
search (AtlasRecordPicker *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  g_list_store_remove_all (self->found);
  if (*text == '\0')
    add_all (self);
  else
    add_found (self, text);
  gtk_single_selection_set_selected (self->selection, 0);
  gtk_stack_set_visible_child (
    self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0 ? self->scroller
                                                                           : self->nothing_found);
}

static void
text_changed_cb (AtlasRecordPicker *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    search (self);
}

static void
pick_position (AtlasRecordPicker *self, guint position)
{
  g_autoptr (AtlasRow) row = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (row == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[PICKED], 0, atlas_row_get_record (row));
}

static void
list_activate_cb (AtlasRecordPicker *self, guint position)
{
  pick_position (self, position);
}

/* The focus stays in the entry, because of the input method; the arrow keys select a row. */
static gboolean
key_pressed_cb (AtlasRecordPicker *self, guint keyval, guint keycode, GdkModifierType state)
{
  const guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  guint position = gtk_single_selection_get_selected (self->selection);

  if (n_rows == 0)
    return GDK_EVENT_PROPAGATE;
  if ((keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down) && position + 1 < n_rows)
    position++;
  else if ((keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up) && position > 0)
    position--;
  else
    return GDK_EVENT_PROPAGATE;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  return GDK_EVENT_STOP;
}

/* A screen reader that stays in the entry reads the selected row as its description. */
static void
selected_cb (AtlasRecordPicker *self)
{
  AtlasRow *row = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *words = row != NULL ? atlas_row_describe (row) : g_strdup ("");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words, -1);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, atlas_search_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *view = gtk_list_item_get_child (item);
  AtlasRow *row = gtk_list_item_get_item (item);
  g_autofree char *words = atlas_row_describe (row);

  atlas_search_row_set_row (ATLAS_SEARCH_ROW (view), row);
  atlas_set_accessible_label (gtk_widget_get_parent (view), words);
}

static void
atlas_record_picker_show (GtkWidget *widget)
{
  AtlasRecordPicker *self = ATLAS_RECORD_PICKER (widget);

  atlas_form_context_prepare_search (self->context);
  gtk_editable_set_text (self->entry, "");
  search (self);
  GTK_WIDGET_CLASS (atlas_record_picker_parent_class)->show (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
atlas_record_picker_dispose (GObject *object)
{
  AtlasRecordPicker *self = ATLAS_RECORD_PICKER (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->found);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (atlas_record_picker_parent_class)->dispose (object);
}

static void
atlas_record_picker_class_init (AtlasRecordPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_record_picker_dispose;
  widget_class->show = atlas_record_picker_show;

  /* The user has picked a record, which is the argument. */
  signals[PICKED] = g_signal_new ("picked", ATLAS_TYPE_RECORD_PICKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, ATLAS_TYPE_RECORD);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-record-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasRecordPicker, entry);
  gtk_widget_class_bind_template_child (widget_class, AtlasRecordPicker, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasRecordPicker, scroller);
  gtk_widget_class_bind_template_child (widget_class, AtlasRecordPicker, list);
  gtk_widget_class_bind_template_child (widget_class, AtlasRecordPicker, nothing_found);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, atlas_record_picker_pick);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
atlas_record_picker_init (AtlasRecordPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->found = g_list_store_new (ATLAS_TYPE_ROW);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->found)));
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                            self);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

/**
 * atlas_record_picker_new:
 * @context: the context of a form
 * @member: a member that refers to records
 *
 * The signal "picked" has the record that the user picks.
 *
 * Returns: a popover
 */
GtkWidget *
atlas_record_picker_new (AtlasFormContext *context, const AtlasMember *member)
{
  AtlasRecordPicker *self;

  g_return_val_if_fail (ATLAS_IS_FORM_CONTEXT (context), NULL);
  g_return_val_if_fail (member != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_RECORD_PICKER, NULL);
  self->context = g_object_ref (context);
  self->member = member;
  return GTK_WIDGET (self);
}

/**
 * atlas_record_picker_set_text:
 * @self: a picker
 * @text: the text to search, as typed
 */
void
atlas_record_picker_set_text (AtlasRecordPicker *self, const char *text)
{
  g_return_if_fail (ATLAS_IS_RECORD_PICKER (self));

  gtk_editable_set_text (self->entry, text);
  search (self);
}

/**
 * atlas_record_picker_pick:
 * @self: a picker
 *
 * Picks the selected record, which is the best one at first, as Enter does.
 */
void
atlas_record_picker_pick (AtlasRecordPicker *self)
{
  g_return_if_fail (ATLAS_IS_RECORD_PICKER (self));

  pick_position (self, gtk_single_selection_get_selected (self->selection));
}
