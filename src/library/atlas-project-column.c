/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-project-column.h"

#include <glib/gi18n.h>

#include "atlas-enum-types.h"
#include "atlas-labels.h"
#include "atlas-library-table.h"
#include "atlas-project-card.h"
#include "atlas-widget-tools.h"

/*
 * AtlasProjectColumn: the projects of one stage as cards, with their count and sums.
 *
 * A project is moved to another stage by dragging its card, with the menu of the card, or with
 * Ctrl and an arrow key. The column only tells that the user wants this; see
 * #AtlasProjectColumn::stage-chosen.
 */
struct _AtlasProjectColumn
{
  AdwBin parent_instance;

  GtkLabel *total;
  GtkListView *view;
  GtkSingleSelection *selection;
  GtkWidget *menu; /* or NULL */

  AtlasProjectStage stage;
  gboolean is_editable;
  gboolean is_selecting; /* whether the selection is set by code */
};

G_DEFINE_FINAL_TYPE (AtlasProjectColumn, atlas_project_column, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  STAGE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define WIDTH 210

/* Moving -------------------------------------------------------------------------------------- */

static void
choose_stage (AtlasProjectColumn *self, AtlasProjectItem *item, AtlasProjectStage stage)
{
  if (self->is_editable && item != NULL &&
      atlas_project_get_stage (atlas_project_item_get_project (item)) != stage)
    g_signal_emit (self, signals[STAGE_CHOSEN], 0, atlas_project_item_get_project (item), stage);
}

static void
move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasProjectColumn *self = ATLAS_PROJECT_COLUMN (widget);

  choose_stage (self, gtk_single_selection_get_selected_item (self->selection),
                (AtlasProjectStage) g_variant_get_int32 (parameter));
}

/* The stage that is not stated is the last column. */
static gboolean
step_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  AtlasProjectColumn *self = data;
  const int last = ATLAS_N_PROJECT_STAGES - 1;
  const int column = ((int) self->stage + last) % ATLAS_N_PROJECT_STAGES;
  const int wanted = column + g_variant_get_int32 (arguments);

  if (wanted >= 0 && wanted < last)
    choose_stage (self, gtk_single_selection_get_selected_item (self->selection),
                  (AtlasProjectStage) (wanted + 1));
  return GDK_EVENT_STOP;
}

/* Dragging ------------------------------------------------------------------------------------ */

/* The key under which a drag has the stage from which it comes. */
#define STAGE_KEY "atlas-project-stage"

/* The margin of a dragged card for its shadow, as in the style sheet. */
#define DRAG_MARGIN 6

static GdkContentProvider *
prepare_drag_cb (GtkDragSource *source, double x, double y, AtlasProjectCard *card)
{
  AtlasProjectItem *item = atlas_project_card_get_item (card);
  AtlasProjectColumn *self =
    ATLAS_PROJECT_COLUMN (gtk_widget_get_ancestor (GTK_WIDGET (card), ATLAS_TYPE_PROJECT_COLUMN));
  graphene_rect_t bounds;

  if (item == NULL || self == NULL || !self->is_editable)
    return NULL;
  if (!gtk_widget_compute_bounds (GTK_WIDGET (card), GTK_WIDGET (card), &bounds))
    return NULL;
  /* The card stays under the pointer as it was. */
  g_object_set_data (G_OBJECT (source), "x",
                     GINT_TO_POINTER ((int) (x - bounds.origin.x) + DRAG_MARGIN));
  g_object_set_data (G_OBJECT (source), "y",
                     GINT_TO_POINTER ((int) (y - bounds.origin.y) + DRAG_MARGIN));
  g_object_set_data (G_OBJECT (source), "width",
                     GINT_TO_POINTER ((int) bounds.size.width + 2 * DRAG_MARGIN));
  return gdk_content_provider_new_typed (ATLAS_TYPE_PROJECT_ITEM, item);
}

/* A card of its own is dragged: a picture of the one in the list would be transparent, and would
 * change with the list. */
static void
begin_drag_cb (GtkDragSource *source, GdkDrag *drag, AtlasProjectCard *card)
{
  AtlasProjectItem *item = atlas_project_card_get_item (card);
  GtkWidget *icon = atlas_project_card_new ();

  atlas_project_card_set_item (ATLAS_PROJECT_CARD (icon), item);
  gtk_widget_add_css_class (icon, "drag");
  gtk_widget_set_size_request (
    icon, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (source), "width")), -1);
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), icon);
  gdk_drag_set_hotspot (drag, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (source), "x")),
                        GPOINTER_TO_INT (g_object_get_data (G_OBJECT (source), "y")));
  g_object_set_data (
    G_OBJECT (drag), STAGE_KEY,
    GINT_TO_POINTER ((int) atlas_project_get_stage (atlas_project_item_get_project (item))));
  gtk_widget_add_css_class (GTK_WIDGET (card), "dragged");
}

static void
end_drag_cb (GtkDragSource *source, GdkDrag *drag, gboolean is_deleted, AtlasProjectCard *card)
{
  gtk_widget_remove_css_class (GTK_WIDGET (card), "dragged");
}

/* The stage from which a card comes is no target. */
static gboolean
accept_cb (AtlasProjectColumn *self, GdkDrop *drop)
{
  GdkDrag *drag = gdk_drop_get_drag (drop);

  return self->is_editable && drag != NULL &&
         gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), ATLAS_TYPE_PROJECT_ITEM) &&
         GPOINTER_TO_INT (g_object_get_data (G_OBJECT (drag), STAGE_KEY)) != (int) self->stage;
}

/* GTK delivers a drop to the column that was under the pointer before the board scrolled. */
static gboolean
drop_cb (AtlasProjectColumn *self, const GValue *value, double x, double y)
{
  if (!gtk_widget_contains (GTK_WIDGET (self), x, y))
    return FALSE;
  choose_stage (self, g_value_get_object (value), self->stage);
  return self->is_editable;
}

static void
add_drag_source (GtkWidget *card)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_drag_cb), card);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_drag_cb), card);
  g_signal_connect (source, "drag-end", G_CALLBACK (end_drag_cb), card);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (source));
}

/* Menu ---------------------------------------------------------------------------------------- */

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) stages = g_menu_new ();

  for (int stage = 1; stage < ATLAS_N_PROJECT_STAGES; stage++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (
        atlas_label_for (ATLAS_TYPE_PROJECT_STAGE, stage, atlas_language_get_default ()), NULL);

      g_menu_item_set_action_and_target (item, "column.move", "i", stage);
      g_menu_append_item (stages, item);
    }
  g_menu_append_section (menu, _("Move to the Stage"), G_MENU_MODEL (stages));
  return G_MENU_MODEL (menu);
}

static void
open_menu (AtlasProjectColumn *self, GtkWidget *card)
{
  graphene_rect_t bounds;

  if (!self->is_editable || card == NULL ||
      !gtk_widget_compute_bounds (card, GTK_WIDGET (self), &bounds))
    return;
  if (self->menu == NULL)
    {
      g_autoptr (GMenuModel) menu = make_menu ();

      self->menu = gtk_popover_menu_new_from_model (menu);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                 (int) bounds.size.width,
                                                 (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  AtlasProjectColumn *self = data;

  open_menu (self, gtk_widget_get_focus_child (GTK_WIDGET (self->view)));
  return GDK_EVENT_STOP;
}

static void
pressed_cb (GtkGestureClick *click, int n_presses, double x, double y, AtlasProjectCard *card)
{
  AtlasProjectColumn *self =
    ATLAS_PROJECT_COLUMN (gtk_widget_get_ancestor (GTK_WIDGET (card), ATLAS_TYPE_PROJECT_COLUMN));
  AtlasProjectItem *item = atlas_project_card_get_item (card);

  if (self == NULL || item == NULL || !self->is_editable)
    return;
  atlas_project_column_select (self, ATLAS_RECORD (atlas_project_item_get_project (item)));
  open_menu (self, GTK_WIDGET (card));
}

/* Cards --------------------------------------------------------------------------------------- */

static void
setup_cb (AtlasProjectColumn *self, GtkListItem *cell)
{
  GtkWidget *card = atlas_project_card_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  add_drag_source (card);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), card);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (cell, card);
}

static void
bind_cb (AtlasProjectColumn *self, GtkListItem *cell)
{
  atlas_project_card_set_item (ATLAS_PROJECT_CARD (gtk_list_item_get_child (cell)),
                               gtk_list_item_get_item (cell));
}

static void
selected_cb (AtlasProjectColumn *self)
{
  AtlasProjectItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (!self->is_selecting && item != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, atlas_project_item_get_project (item));
}

static gboolean
is_of_stage_cb (gpointer item, gpointer stage)
{
  return (int) atlas_project_get_stage (atlas_project_item_get_project (item)) ==
         GPOINTER_TO_INT (stage);
}

static void
count_cb (AtlasProjectColumn *self)
{
  GListModel *items = G_LIST_MODEL (self->selection);
  g_autoptr (GPtrArray) projects = g_ptr_array_new ();
  AtlasProjectTotal total = { 0 };
  g_autofree char *words = NULL;
  AtlasDataset *dataset = NULL;
  AtlasFilter *filter = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (AtlasProjectItem) item = g_list_model_get_item (items, i);

      g_ptr_array_add (projects, atlas_project_item_get_project (item));
      dataset = atlas_project_item_get_dataset (item);
      filter = atlas_project_item_get_filter (item);
    }
  if (dataset != NULL)
    total = atlas_project_library_total (dataset, filter, projects);
  words = atlas_library_describe_total (&total, atlas_language_get_default ());
  gtk_label_set_label (self->total, words);
}

/* Object -------------------------------------------------------------------------------------- */

static void
atlas_project_column_dispose (GObject *object)
{
  AtlasProjectColumn *self = ATLAS_PROJECT_COLUMN (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (atlas_project_column_parent_class)->dispose (object);
}

static void
atlas_project_column_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (atlas_project_column_parent_class)
    ->size_allocate (widget, width, height, baseline);
  if (ATLAS_PROJECT_COLUMN (widget)->menu != NULL)
    gtk_popover_present (GTK_POPOVER (ATLAS_PROJECT_COLUMN (widget)->menu));
}

static void
atlas_project_column_class_init (AtlasProjectColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_project_column_dispose;
  widget_class->size_allocate = atlas_project_column_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "column.move", "i", move_cb);

  /**
   * AtlasProjectColumn::chosen:
   * @self: the column
   * @project: a project
   *
   * Emitted when the user selects a project.
   */
  signals[CHOSEN] = g_signal_new ("chosen", ATLAS_TYPE_PROJECT_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, ATLAS_TYPE_RECORD);

  /**
   * AtlasProjectColumn::stage-chosen:
   * @self: the column
   * @project: a project
   * @stage: an #AtlasProjectStage
   *
   * Emitted when the user moves @project to @stage. The project does not change by itself.
   */
  signals[STAGE_CHOSEN] =
    g_signal_new ("stage-chosen", ATLAS_TYPE_PROJECT_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, ATLAS_TYPE_RECORD, ATLAS_TYPE_PROJECT_STAGE);
}

static void
add_key (AtlasProjectColumn *self,
         GtkEventController *controller,
         const char *keys,
         GtkShortcutFunc callback,
         int step)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys),
                                            gtk_callback_action_new (callback, self, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (step));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

static void
add_keys (AtlasProjectColumn *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  /* Before the list moves the focus. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_key (self, controller, "<Control>Left", step_cb, -1);
  add_key (self, controller, "<Control>Right", step_cb, 1);
  add_key (self, controller, "Menu|<Shift>F10", menu_key_cb, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->view), controller);
}

static void
add_drop_target (AtlasProjectColumn *self)
{
  GtkDropTarget *target = gtk_drop_target_new (ATLAS_TYPE_PROJECT_ITEM, GDK_ACTION_MOVE);

  g_signal_connect_swapped (target, "accept", G_CALLBACK (accept_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
atlas_project_column_init (AtlasProjectColumn *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  add_keys (self);
  add_drop_target (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "project-column");
  gtk_widget_set_size_request (GTK_WIDGET (self), WIDTH, -1);
}

static void
build (AtlasProjectColumn *self)
{
  const char *name =
    atlas_label_for (ATLAS_TYPE_PROJECT_STAGE, (int) self->stage, atlas_language_get_default ());
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *title = gtk_label_new (name);
  GtkWidget *total = gtk_label_new (NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->total = GTK_LABEL (total);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (self->total, 0);
  gtk_label_set_wrap (self->total, TRUE);
  gtk_widget_add_css_class (total, "dim-label");
  gtk_widget_add_css_class (total, "caption");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), total);
  gtk_box_append (GTK_BOX (box), scroller);
  adw_bin_set_child (ADW_BIN (self), box);
  atlas_set_accessible_label (self, name);
  atlas_set_accessible_label (self->view, name);
}

/**
 * atlas_project_column_new:
 * @items: (element-type AtlasProjectItem): projects of all stages; the column follows its changes
 * @stage: its stage
 *
 * Returns: (transfer floating): a column
 */
GtkWidget *
atlas_project_column_new (GListModel *items, AtlasProjectStage stage)
{
  AtlasProjectColumn *self = g_object_new (ATLAS_TYPE_PROJECT_COLUMN, NULL);
  GtkFilter *filter =
    GTK_FILTER (gtk_custom_filter_new (is_of_stage_cb, GINT_TO_POINTER ((int) stage), NULL));
  g_autoptr (GtkFilterListModel) own = gtk_filter_list_model_new (g_object_ref (items), filter);

  self->stage = stage;
  build (self);
  self->selection = g_object_new (GTK_TYPE_SINGLE_SELECTION, "autoselect", FALSE, "can-unselect",
                                  TRUE, "model", own, NULL);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                            self);
  g_signal_connect_swapped (self->selection, "items-changed", G_CALLBACK (count_cb), self);
  count_cb (self);
  return GTK_WIDGET (self);
}

/**
 * atlas_project_column_get_stage:
 * @self: a column
 *
 * Returns: its stage
 */
AtlasProjectStage
atlas_project_column_get_stage (AtlasProjectColumn *self)
{
  g_return_val_if_fail (ATLAS_IS_PROJECT_COLUMN (self), ATLAS_PROJECT_STAGE_UNKNOWN);

  return self->stage;
}

/**
 * atlas_project_column_set_editable:
 * @self: a column
 * @editable: whether the user may move projects to another stage
 */
void
atlas_project_column_set_editable (AtlasProjectColumn *self, gboolean editable)
{
  g_return_if_fail (ATLAS_IS_PROJECT_COLUMN (self));

  self->is_editable = editable;
}

/**
 * atlas_project_column_select:
 * @self: a column
 * @project: (nullable): a project
 *
 * Selects @project without emitting #AtlasProjectColumn::chosen.
 *
 * Returns: whether the column has @project; if not, nothing is selected
 */
gboolean
atlas_project_column_select (AtlasProjectColumn *self, AtlasRecord *project)
{
  GListModel *items = G_LIST_MODEL (self->selection);
  guint found = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (AtlasProjectItem) item = g_list_model_get_item (items, i);

      if (ATLAS_RECORD (atlas_project_item_get_project (item)) == project)
        found = i;
    }
  self->is_selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, found);
  self->is_selecting = FALSE;
  return found != GTK_INVALID_LIST_POSITION;
}

/* Returns the widget of the row with the project of @id, or NULL. */
static GtkWidget *
find_row (AtlasProjectColumn *self, const char *id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->view)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *card = gtk_widget_get_first_child (row);
      AtlasProjectItem *item = ATLAS_IS_PROJECT_CARD (card)
                                 ? atlas_project_card_get_item (ATLAS_PROJECT_CARD (card))
                                 : NULL;

      if (item != NULL &&
          g_str_equal (atlas_record_get_id (ATLAS_RECORD (atlas_project_item_get_project (item))),
                       id))
        return row;
    }
  return NULL;
}

/**
 * atlas_project_column_focus:
 * @self: a column
 * @id: the id of a project
 *
 * Gives the focus to the card of this project.
 *
 * Returns: whether the column has the project
 */
gboolean
atlas_project_column_focus (AtlasProjectColumn *self, const char *id)
{
  GtkWidget *row;

  g_return_val_if_fail (ATLAS_IS_PROJECT_COLUMN (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  row = find_row (self, id);
  return row != NULL && gtk_widget_grab_focus (row);
}
