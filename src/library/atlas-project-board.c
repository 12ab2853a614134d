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
 * The stages are in their order, and projects whose stage is not stated come last.
 */
struct _AtlasProjectBoard
{
  AdwBin parent_instance;

  AtlasProjectColumn *columns[ATLAS_N_PROJECT_STAGES];
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

static void
stage_chosen_cb (AtlasProjectBoard *self, AtlasRecord *project, AtlasProjectStage stage)
{
  g_signal_emit (self, signals[STAGE_CHOSEN], 0, project, stage);
}

static void
atlas_project_board_class_init (AtlasProjectBoardClass *klass)
{
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
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  /* An overlay scroll bar fades out, and the user would not notice that there are more columns. */
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scroller), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_focusable (scroller, FALSE);
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
