/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-project-board.h"

#include "atlas-enum-types.h"
#include "atlas-project-column.h"

/*
 * AtlasProjectBoard: projects by stage, a column for each stage.
 *
 * The stages are in their order, and projects whose stage is not stated come last. A card that is
 * moved keeps the focus. While a card is dragged near an edge, the columns scroll.
 */
struct _AtlasProjectBoard
{
  AdwBin parent_instance;

  AtlasProjectColumn *columns[ATLAS_N_PROJECT_STAGES];
  GtkScrolledWindow *scroller;
  char *moved;   /* the id of the project that was moved, until its card has the focus; or NULL */
  guint focus;   /* idle source that gives it the focus; or 0 */
  guint scroll;  /* tick callback that scrolls; or 0 */
  int direction; /* in which it scrolls: -1 or 1 */
};

G_DEFINE_FINAL_TYPE (AtlasProjectBoard, atlas_project_board, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  STAGE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
chosen_cb (AtlasProjectBoard *self, AtlasRecord *project)
{
  g_signal_emit (self, signals[CHOSEN], 0, project);
}

/* Moving -------------------------------------------------------------------------------------- */

static gboolean
focus_cb (gpointer data)
{
  AtlasProjectBoard *self = data;

  for (guint i = 0; i < ATLAS_N_PROJECT_STAGES; i++)
    if (atlas_project_column_focus (self->columns[i], self->moved))
      break;
  self->focus = 0;
  return G_SOURCE_REMOVE;
}

/* The list has its new cards when the main loop runs again. */
static void
stage_chosen_cb (AtlasProjectBoard *self, AtlasRecord *project, AtlasProjectStage stage)
{
  g_free (self->moved);
  self->moved = g_strdup (atlas_record_get_id (project));
  g_signal_emit (self, signals[STAGE_CHOSEN], 0, project, stage);
  if (self->focus == 0)
    self->focus = g_idle_add (focus_cb, self);
}

/* Scrolling ----------------------------------------------------------------------------------- */

/* How near to an edge a card must be dragged, and how far a frame scrolls, in pixels. */
#define EDGE 48
#define STEP 10

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  AtlasProjectBoard *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);

  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_value (adjustment) + self->direction * STEP);
  return G_SOURCE_CONTINUE;
}

static void
stop_scrolling (AtlasProjectBoard *self)
{
  if (self->scroll != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->scroller), self->scroll);
  self->scroll = 0;
}

static void
drag_motion_cb (AtlasProjectBoard *self, double x, double y)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self->scroller));

  self->direction = x < EDGE ? -1 : x > width - EDGE ? 1 : 0;
  if (self->direction == 0)
    stop_scrolling (self);
  else if (self->scroll == 0)
    self->scroll =
      gtk_widget_add_tick_callback (GTK_WIDGET (self->scroller), scroll_cb, self, NULL);
}

static void
follow_drags (AtlasProjectBoard *self)
{
  GtkEventController *motion = gtk_drop_controller_motion_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (drag_motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (drag_motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (stop_scrolling), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), motion);
}

/* Object -------------------------------------------------------------------------------------- */

static void
atlas_project_board_dispose (GObject *object)
{
  AtlasProjectBoard *self = ATLAS_PROJECT_BOARD (object);

  g_clear_handle_id (&self->focus, g_source_remove);
  if (self->scroller != NULL)
    stop_scrolling (self);
  self->scroller = NULL;
  g_clear_pointer (&self->moved, g_free);

  G_OBJECT_CLASS (atlas_project_board_parent_class)->dispose (object);
}

static void
atlas_project_board_class_init (AtlasProjectBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_project_board_dispose;

  /**
   * AtlasProjectBoard::chosen:
   * @self: the board
   * @project: a project
   *
   * Emitted when the user selects a project.
   */
  signals[CHOSEN] = g_signal_new ("chosen", ATLAS_TYPE_PROJECT_BOARD, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, ATLAS_TYPE_RECORD);

  /**
   * AtlasProjectBoard::stage-chosen:
   * @self: the board
   * @project: a project
   * @stage: an #AtlasProjectStage
   *
   * Emitted when the user moves @project to @stage. The project does not change by itself.
   */
  signals[STAGE_CHOSEN] =
    g_signal_new ("stage-chosen", ATLAS_TYPE_PROJECT_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, ATLAS_TYPE_RECORD, ATLAS_TYPE_PROJECT_STAGE);
}

static void
atlas_project_board_init (AtlasProjectBoard *self)
{
}

/**
 * atlas_project_board_new:
 * @items: (element-type AtlasProjectItem): the projects; the board follows its changes
 *
 * Returns: (transfer floating): a board
 */
GtkWidget *
atlas_project_board_new (GListModel *items)
{
  AtlasProjectBoard *self = g_object_new (ATLAS_TYPE_PROJECT_BOARD, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  for (guint i = 0; i < ATLAS_N_PROJECT_STAGES; i++)
    {
      GtkWidget *column =
        atlas_project_column_new (items, (AtlasProjectStage) ((i + 1) % ATLAS_N_PROJECT_STAGES));

      self->columns[i] = ATLAS_PROJECT_COLUMN (column);
      g_signal_connect_swapped (column, "chosen", G_CALLBACK (chosen_cb), self);
      g_signal_connect_swapped (column, "stage-chosen", G_CALLBACK (stage_chosen_cb), self);
      gtk_box_append (GTK_BOX (box), column);
    }
  gtk_widget_add_css_class (box, "project-board");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  /* An overlay scroll bar fades out, and the user would not notice that there are more columns. */
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scroller), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_focusable (scroller, FALSE);
  self->scroller = GTK_SCROLLED_WINDOW (scroller);
  follow_drags (self);
  gtk_widget_set_vexpand (scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), scroller);
  return GTK_WIDGET (self);
}

/**
 * atlas_project_board_set_editable:
 * @self: a board
 * @editable: whether the user may move projects to another stage
 */
void
atlas_project_board_set_editable (AtlasProjectBoard *self, gboolean editable)
{
  g_return_if_fail (ATLAS_IS_PROJECT_BOARD (self));

  for (guint i = 0; i < ATLAS_N_PROJECT_STAGES; i++)
    atlas_project_column_set_editable (self->columns[i], editable);
}

/**
 * atlas_project_board_select:
 * @self: a board
 * @project: (nullable): a project
 *
 * Selects @project without emitting #AtlasProjectBoard::chosen; nothing if the board lacks it.
 */
void
atlas_project_board_select (AtlasProjectBoard *self, AtlasRecord *project)
{
  g_return_if_fail (ATLAS_IS_PROJECT_BOARD (self));

  for (guint i = 0; i < ATLAS_N_PROJECT_STAGES; i++)
    atlas_project_column_select (self->columns[i], project);
}
