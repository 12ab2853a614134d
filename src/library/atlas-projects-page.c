/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-projects-page.h"

#include <glib/gi18n.h>

#include "atlas-enum-types.h"
#include "atlas-labels.h"
#include "atlas-library-table.h"
#include "atlas-project-board.h"
#include "atlas-project-table.h"
#include "atlas-shown.h"
#include "atlas-wrap-layout.h"

/*
 * AtlasProjectsPage: the projects of a scope, as a table or by stage.
 *
 * It follows its navigation while it is mapped. A project that the user selects becomes the scope;
 * the page then still lists the projects among which it was selected. The page changes no data: it
 * emits #AtlasProjectsPage::stage-chosen.
 */
struct _AtlasProjectsPage
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkToggleButton *stage_button;
  GtkDropDown *level_choice;
  GtkDropDown *kind_choice;
  GtkDropDown *keeper_choice;
  GtkStringList *levels;
  GtkStringList *kinds;
  GtkStringList *keepers;
  GtkLabel *total;
  GtkStack *stack;
  AtlasProjectTable *table;
  AtlasProjectBoard *board;

  AtlasNavigation *navigation;
  AtlasDataset *dataset;      /* of the items */
  char *listed;               /* the ids of the scope whose projects are listed; or NULL */
  GListStore *items;          /* of AtlasProjectItem: the projects of the scope */
  GtkFilterListModel *chosen; /* those that the choices include */
  GPtrArray *organizations;   /* the keepers, in the order of the choice */
  AtlasProjectChoice choice;
  gboolean is_stale;
  gboolean is_filling; /* whether the choices are being filled */
  gboolean is_editable;
};

G_DEFINE_FINAL_TYPE (AtlasProjectsPage, atlas_projects_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_NAVIGATION,
  PROP_EDITABLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  STAGE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Choices ------------------------------------------------------------------------------------- */

static gboolean
matches_cb (gpointer item, gpointer data)
{
  return atlas_project_choice_matches (&ATLAS_PROJECTS_PAGE (data)->choice,
                                       atlas_project_item_get_project (item));
}

static void
show_total (AtlasProjectsPage *self)
{
  AtlasScope *scope = atlas_navigation_get_scope (self->navigation);
  const guint n_chosen = g_list_model_get_n_items (G_LIST_MODEL (self->chosen));
  g_autoptr (GPtrArray) projects = g_ptr_array_new ();
  AtlasProjectTotal total;
  g_autofree char *words = NULL;

  for (guint i = 0; i < n_chosen; i++)
    {
      g_autoptr (AtlasProjectItem) item = g_list_model_get_item (G_LIST_MODEL (self->chosen), i);

      g_ptr_array_add (projects, atlas_project_item_get_project (item));
    }
  gtk_stack_set_visible_child_name (self->stack, n_chosen == 0 ? "empty"
                                                 : gtk_toggle_button_get_active (self->stage_button)
                                                   ? "board"
                                                   : "table");
  if (scope == NULL)
    return;
  total = atlas_project_library_total (self->dataset,
                                       atlas_navigation_get_filter (self->navigation), projects);
  words = atlas_library_describe_total (&total, atlas_language_get_default ());
  gtk_label_set_label (self->total, words);
}

static void
page_toggled_cb (AtlasProjectsPage *self)
{
  /* The setting is applied before there is a navigation. */
  if (self->navigation != NULL)
    show_total (self);
}

static void
choice_cb (AtlasProjectsPage *self)
{
  const guint level = gtk_drop_down_get_selected (self->level_choice);
  const guint kind = gtk_drop_down_get_selected (self->kind_choice);
  const guint keeper = gtk_drop_down_get_selected (self->keeper_choice);

  if (self->is_filling)
    return;
  /* The first entry of each is everything. The first level is that which is not stated. */
  self->choice = (AtlasProjectChoice) {
    .levels = level == 0 || level == GTK_INVALID_LIST_POSITION ? 0 : 1u << level,
    .kinds = kind == 0 || kind == GTK_INVALID_LIST_POSITION ? 0 : 1u << (kind - 1),
    .keeper = keeper == 0 || keeper > self->organizations->len
                ? NULL
                : self->organizations->pdata[keeper - 1],
  };
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->chosen), GTK_FILTER_CHANGE_DIFFERENT);
  show_total (self);
}

static void
add_words (GtkStringList *list, GType type, guint first, const char *all)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);

  gtk_string_list_append (list, all);
  for (guint value = first; value < klass->n_values; value++)
    gtk_string_list_append (list,
                            atlas_label_for (type, (int) value, atlas_language_get_default ()));
}

/* Offers the organizations that keep a project in the list. */
static void
fill_keepers (AtlasProjectsPage *self)
{
  AtlasRecord *former = self->choice.keeper;
  guint selected = 0;

  self->is_filling = TRUE;
  g_ptr_array_set_size (self->organizations, 0);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (AtlasProjectItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      AtlasRecord *keeper = atlas_dataset_get_reference (
        self->dataset, ATLAS_RECORD (atlas_project_item_get_project (item)), ATLAS_ROLE_KEEPER);

      if (keeper != NULL && !g_ptr_array_find (self->organizations, keeper, NULL))
        g_ptr_array_add (self->organizations, g_object_ref (keeper));
    }
  gtk_string_list_splice (self->keepers, 0, g_list_model_get_n_items (G_LIST_MODEL (self->keepers)),
                          NULL);
  gtk_string_list_append (self->keepers, C_ ("projects", "All who keep them"));
  for (guint i = 0; i < self->organizations->len; i++)
    {
      gtk_string_list_append (self->keepers, atlas_record_get_name (self->organizations->pdata[i],
                                                                    atlas_language_get_default ()));
      if (self->organizations->pdata[i] == former)
        selected = i + 1;
    }
  gtk_drop_down_set_selected (self->keeper_choice, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->keeper_choice), self->organizations->len > 0);
  self->is_filling = FALSE;
  choice_cb (self);
}

/* Contents ------------------------------------------------------------------------------------ */

static gboolean
has_project (AtlasProjectsPage *self, AtlasRecord *record)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (AtlasProjectItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (g_str_equal (atlas_record_get_id (ATLAS_RECORD (atlas_project_item_get_project (item))),
                       atlas_record_get_id (record)))
        return TRUE;
    }
  return FALSE;
}

static void
fill (AtlasProjectsPage *self, AtlasScope *scope)
{
  AtlasFilter *filter = atlas_navigation_get_filter (self->navigation);
  g_autoptr (GPtrArray) projects =
    atlas_shown_list (scope, filter, ATLAS_SHOWN_PART_ALL, ATLAS_RECORD_KIND_PROJECT);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_set_object (&self->dataset, atlas_scope_get_dataset (scope));
  g_free (self->listed);
  self->listed = atlas_scope_dup_ids (scope);
  for (guint i = 0; i < projects->len; i++)
    g_ptr_array_add (items, atlas_project_item_new (projects->pdata[i], scope, filter));
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  fill_keepers (self);
}

/* Returns the scope whose projects are to be listed. Selecting a project of the list makes it the
 * scope; the list stays, also when the dataset changes. */
static AtlasScope *
dup_listed (AtlasProjectsPage *self, AtlasScope *scope)
{
  AtlasRecord *subject = atlas_scope_get_subject (scope);
  AtlasScope *listed = NULL;

  if (self->listed != NULL && subject != NULL && has_project (self, subject))
    listed = atlas_scope_new_from_ids (atlas_scope_get_dataset (scope), self->listed);
  return listed != NULL ? listed : g_object_ref (scope);
}

/* @is_new tells that the list itself may have changed, not only the subject of the scope. */
static void
update (AtlasProjectsPage *self, gboolean is_new)
{
  AtlasScope *scope = atlas_navigation_get_scope (self->navigation);
  g_autoptr (AtlasScope) listed = NULL;

  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->is_stale || scope == NULL)
    return;
  listed = dup_listed (self, scope);
  if (is_new || listed == scope || self->dataset != atlas_scope_get_dataset (scope))
    fill (self, listed);
  atlas_project_table_select (self->table, atlas_scope_get_subject (scope));
  atlas_project_board_select (self->board, atlas_scope_get_subject (scope));
}

static void
scope_cb (AtlasProjectsPage *self)
{
  update (self, FALSE);
}

static void
filter_cb (AtlasProjectsPage *self)
{
  update (self, TRUE);
}

static void
project_chosen_cb (AtlasProjectsPage *self, AtlasRecord *project)
{
  if (!atlas_navigation_is_at (self->navigation, project))
    atlas_navigation_visit (self->navigation, project);
}

static void
stage_chosen_cb (AtlasProjectsPage *self, AtlasRecord *project, AtlasProjectStage stage)
{
  if (self->is_editable)
    g_signal_emit (self, signals[STAGE_CHOSEN], 0, project, stage);
}

/* Object -------------------------------------------------------------------------------------- */

static void
atlas_projects_page_map (GtkWidget *widget)
{
  AtlasProjectsPage *self = ATLAS_PROJECTS_PAGE (widget);

  GTK_WIDGET_CLASS (atlas_projects_page_parent_class)->map (widget);
  if (!self->is_stale)
    return;
  g_clear_pointer (&self->listed, g_free);
  update (self, TRUE);
}

static void
atlas_projects_page_constructed (GObject *object)
{
  AtlasProjectsPage *self = ATLAS_PROJECTS_PAGE (object);

  G_OBJECT_CLASS (atlas_projects_page_parent_class)->constructed (object);
  g_signal_connect_object (self->navigation, "notify::scope", G_CALLBACK (scope_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (atlas_navigation_get_filter (self->navigation), "changed",
                           G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  self->is_stale = TRUE;
}

static void
atlas_projects_page_dispose (GObject *object)
{
  AtlasProjectsPage *self = ATLAS_PROJECTS_PAGE (object);

  g_clear_object (&self->chosen);
  g_clear_object (&self->items);
  g_clear_object (&self->dataset);
  g_clear_object (&self->navigation);
  g_clear_pointer (&self->organizations, g_ptr_array_unref);
  g_clear_pointer (&self->listed, g_free);

  G_OBJECT_CLASS (atlas_projects_page_parent_class)->dispose (object);
}

static void
atlas_projects_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_EDITABLE:
      g_value_set_boolean (value, ATLAS_PROJECTS_PAGE (object)->is_editable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_projects_page_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NAVIGATION:
      ATLAS_PROJECTS_PAGE (object)->navigation = g_value_dup_object (value);
      break;
    case PROP_EDITABLE:
      atlas_projects_page_set_editable (ATLAS_PROJECTS_PAGE (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_projects_page_class_init (AtlasProjectsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = atlas_projects_page_constructed;
  object_class->dispose = atlas_projects_page_dispose;
  object_class->get_property = atlas_projects_page_get_property;
  object_class->set_property = atlas_projects_page_set_property;
  widget_class->map = atlas_projects_page_map;

  properties[PROP_NAVIGATION] =
    g_param_spec_object ("navigation", NULL, NULL, ATLAS_TYPE_NAVIGATION,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_EDITABLE] =
    g_param_spec_boolean ("editable", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AtlasProjectsPage::stage-chosen:
   * @self: the page
   * @project: a project
   * @stage: an #AtlasProjectStage
   *
   * Emitted when the user moves @project to @stage, if the page is editable.
   */
  signals[STAGE_CHOSEN] =
    g_signal_new ("stage-chosen", ATLAS_TYPE_PROJECTS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, ATLAS_TYPE_RECORD, ATLAS_TYPE_PROJECT_STAGE);

  g_type_ensure (ATLAS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-projects-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasProjectsPage, stage_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasProjectsPage, level_choice);
  gtk_widget_class_bind_template_child (widget_class, AtlasProjectsPage, kind_choice);
  gtk_widget_class_bind_template_child (widget_class, AtlasProjectsPage, keeper_choice);
  gtk_widget_class_bind_template_child (widget_class, AtlasProjectsPage, levels);
  gtk_widget_class_bind_template_child (widget_class, AtlasProjectsPage, kinds);
  gtk_widget_class_bind_template_child (widget_class, AtlasProjectsPage, keepers);
  gtk_widget_class_bind_template_child (widget_class, AtlasProjectsPage, total);
  gtk_widget_class_bind_template_child (widget_class, AtlasProjectsPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_toggled_cb);
}

static void
atlas_projects_page_init (AtlasProjectsPage *self)
{
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (matches_cb, self, NULL));
  g_autoptr (GSettings) settings = g_settings_new (ATLAS_APPLICATION_ID);

  self->organizations = g_ptr_array_new_with_free_func (g_object_unref);
  self->items = g_list_store_new (ATLAS_TYPE_PROJECT_ITEM);
  self->chosen = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)), filter);
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->table = ATLAS_PROJECT_TABLE (atlas_project_table_new (G_LIST_MODEL (self->chosen)));
  self->board = ATLAS_PROJECT_BOARD (atlas_project_board_new (G_LIST_MODEL (self->chosen)));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->table), "table");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->board), "board");
  g_signal_connect_swapped (self->table, "chosen", G_CALLBACK (project_chosen_cb), self);
  g_signal_connect_swapped (self->board, "chosen", G_CALLBACK (project_chosen_cb), self);
  g_signal_connect_swapped (self->board, "stage-chosen", G_CALLBACK (stage_chosen_cb), self);
  add_words (self->levels, ATLAS_TYPE_PROJECT_LEVEL, 1, C_ ("projects", "All levels"));
  add_words (self->kinds, ATLAS_TYPE_PROJECT_KIND, 0, C_ ("projects", "All kinds"));
  g_settings_bind (settings, "projects-by-stage", self->stage_button, "active",
                   G_SETTINGS_BIND_DEFAULT);
  gtk_drop_down_set_selected (self->level_choice, 0);
  gtk_drop_down_set_selected (self->kind_choice, 0);
  self->is_filling = FALSE;
}

/**
 * atlas_projects_page_new:
 * @navigation: the navigation to follow
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
atlas_projects_page_new (AtlasNavigation *navigation)
{
  return g_object_new (ATLAS_TYPE_PROJECTS_PAGE, "navigation", navigation, NULL);
}

/**
 * atlas_projects_page_get_editable:
 * @self: a page
 *
 * Returns: whether the user may move projects to another stage
 */
gboolean
atlas_projects_page_get_editable (AtlasProjectsPage *self)
{
  g_return_val_if_fail (ATLAS_IS_PROJECTS_PAGE (self), FALSE);

  return self->is_editable;
}

/**
 * atlas_projects_page_set_editable:
 * @self: a page
 * @editable: whether the user may move projects to another stage
 */
void
atlas_projects_page_set_editable (AtlasProjectsPage *self, gboolean editable)
{
  g_return_if_fail (ATLAS_IS_PROJECTS_PAGE (self));

  if (self->is_editable == (editable != FALSE))
    return;
  self->is_editable = editable != FALSE;
  atlas_project_board_set_editable (self->board, self->is_editable);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);
}
