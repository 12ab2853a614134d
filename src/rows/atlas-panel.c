/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-panel.h"

#include <glib/gi18n.h>

#include "atlas-filter-words.h"
#include "atlas-format.h"
#include "atlas-progress.h"

/*
 * AtlasPanel: the rows of one panel, as a list model.
 *
 * A subclass adds the rows of a scope in fill(). This class follows the navigation, calls fill()
 * again when scope or filter change, and emits items-changed only for the rows that differ, so that
 * a list keeps its scroll position while the filter changes. A model whose page is not visible is
 * inactive: it does nothing until it is shown.
 *
 * If the filter has a time, a panel may list undated records separately, after those in that time.
 * Then fill() is called twice.
 *
 * If there are no rows, fill() is called again without the filter, to find out whether the filter
 * hides all rows.
 */
typedef struct
{
  AtlasNavigation *navigation;
  AtlasScope *scope;   /* the scope of the current rows */
  GPtrArray *rows;     /* of AtlasRow: the current rows */
  GPtrArray *filling;  /* of AtlasRow: the new rows, during fill() */
  char *heading;       /* of the group that begins with the next row */
  AtlasFilter *filter; /* the filter to apply, during fill() */
  AtlasPanelState state;
  gboolean begins_group;
  gboolean in_doubt; /* whether undated records are being added, during fill() */
  gboolean active;
  gboolean stale;
} AtlasPanelPrivate;

static void atlas_panel_list_model_init (GListModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (
  AtlasPanel,
  atlas_panel,
  G_TYPE_OBJECT,
  G_ADD_PRIVATE (AtlasPanel) G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, atlas_panel_list_model_init))

enum
{
  PROP_0,
  PROP_NAVIGATION,
  PROP_ACTIVE,
  PROP_STATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SCOPE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
end_group (AtlasPanelPrivate *priv)
{
  if (priv->filling->len > 0)
    atlas_row_end_group (g_ptr_array_index (priv->filling, priv->filling->len - 1));
}

static void
keep_row (gpointer *place, AtlasRow *row)
{
  g_object_unref (*place);
  *place = g_object_ref (row);
}

/* Counts the equal rows at the beginning and at the end. */
static void
count_equal_rows (GPtrArray *old, GPtrArray *rows, guint *head, guint *tail)
{
  const guint n_most = MIN (old->len, rows->len);

  *head = *tail = 0;
  while (*head < n_most && atlas_row_equal (old->pdata[*head], rows->pdata[*head]))
    ++*head;
  while (*tail < n_most - *head &&
         atlas_row_equal (old->pdata[old->len - 1 - *tail], rows->pdata[rows->len - 1 - *tail]))
    ++*tail;
}

/* Replaces the rows, except @head equal ones at the beginning and @tail at the end. */
static void
replace_rows (AtlasPanel *self, GPtrArray *rows, guint head, guint tail)
{
  AtlasPanelPrivate *priv = atlas_panel_get_instance_private (self);
  const guint n_old = priv->rows->len;
  const guint n_new = rows->len;

  if (head + tail == n_old && n_old == n_new)
    return;

  /* These rows are not in the items-changed signal, so they must stay the same objects. */
  for (guint i = 0; i < head; i++)
    keep_row (&rows->pdata[i], priv->rows->pdata[i]);
  for (guint i = 1; i <= tail; i++)
    keep_row (&rows->pdata[n_new - i], priv->rows->pdata[n_old - i]);
  g_ptr_array_unref (priv->rows);
  priv->rows = g_ptr_array_ref (rows);
  g_list_model_items_changed (G_LIST_MODEL (self), head, n_old - head - tail, n_new - head - tail);
}

static GType
atlas_panel_get_item_type (GListModel *model)
{
  return ATLAS_TYPE_ROW;
}

static guint
atlas_panel_get_n_items (GListModel *model)
{
  AtlasPanelPrivate *priv = atlas_panel_get_instance_private (ATLAS_PANEL (model));

  return priv->rows->len;
}

static gpointer
atlas_panel_get_item (GListModel *model, guint position)
{
  AtlasPanelPrivate *priv = atlas_panel_get_instance_private (ATLAS_PANEL (model));

  return position < priv->rows->len ? g_object_ref (priv->rows->pdata[position]) : NULL;
}

static void
atlas_panel_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = atlas_panel_get_item_type;
  iface->get_n_items = atlas_panel_get_n_items;
  iface->get_item = atlas_panel_get_item;
}

static void
atlas_panel_constructed (GObject *object)
{
  AtlasPanel *self = ATLAS_PANEL (object);
  AtlasPanelPrivate *priv = atlas_panel_get_instance_private (self);

  G_OBJECT_CLASS (atlas_panel_parent_class)->constructed (object);

  /* A change of the dataset also changes the scope. */
  g_signal_connect_object (priv->navigation, "notify::scope", G_CALLBACK (atlas_panel_refresh),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (atlas_navigation_get_filter (priv->navigation), "changed",
                           G_CALLBACK (atlas_panel_refresh), self, G_CONNECT_SWAPPED);
}

static void
atlas_panel_finalize (GObject *object)
{
  AtlasPanelPrivate *priv = atlas_panel_get_instance_private (ATLAS_PANEL (object));

  g_clear_object (&priv->scope);
  g_clear_object (&priv->navigation);
  g_ptr_array_unref (priv->rows);

  G_OBJECT_CLASS (atlas_panel_parent_class)->finalize (object);
}

static void
atlas_panel_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AtlasPanel *self = ATLAS_PANEL (object);

  switch (prop_id)
    {
    case PROP_ACTIVE:
      g_value_set_boolean (value, atlas_panel_get_active (self));
      break;
    case PROP_STATE:
      g_value_set_uint (value, atlas_panel_get_state (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_panel_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AtlasPanel *self = ATLAS_PANEL (object);
  AtlasPanelPrivate *priv = atlas_panel_get_instance_private (self);

  switch (prop_id)
    {
    case PROP_NAVIGATION:
      priv->navigation = g_value_dup_object (value);
      break;
    case PROP_ACTIVE:
      atlas_panel_set_active (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_panel_class_init (AtlasPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = atlas_panel_constructed;
  object_class->finalize = atlas_panel_finalize;
  object_class->get_property = atlas_panel_get_property;
  object_class->set_property = atlas_panel_set_property;

  properties[PROP_NAVIGATION] =
    g_param_spec_object ("navigation", NULL, NULL, ATLAS_TYPE_NAVIGATION,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ACTIVE] =
    g_param_spec_boolean ("active", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * AtlasPanel:state:
   *
   * Whether there are rows, and if not, why, as an #AtlasPanelState. It is also notified when the
   * filter that hides all rows changes.
   */
  properties[PROP_STATE] =
    g_param_spec_uint ("state", NULL, NULL, 0, ATLAS_PANEL_STATE_FILTERED,
                       ATLAS_PANEL_STATE_UNKNOWN,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AtlasPanel::scope-changed:
   * @self: a panel
   *
   * Emitted before the rows are replaced with those of another scope, or all rows by others, so
   * that views can scroll to the top.
   */
  signals[SCOPE_CHANGED] = g_signal_new ("scope-changed", ATLAS_TYPE_PANEL, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_panel_init (AtlasPanel *self)
{
  AtlasPanelPrivate *priv = atlas_panel_get_instance_private (self);

  priv->rows = g_ptr_array_new_with_free_func (g_object_unref);
  priv->stale = TRUE;
}

/**
 * atlas_panel_get_navigation:
 * @self: a panel
 *
 * Returns: (transfer none): the navigation that it follows
 */
AtlasNavigation *
atlas_panel_get_navigation (AtlasPanel *self)
{
  AtlasPanelPrivate *priv = atlas_panel_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_PANEL (self), NULL);

  return priv->navigation;
}

/**
 * atlas_panel_get_dataset:
 * @self: a panel
 *
 * Returns: (transfer none) (nullable): the dataset of its rows
 */
AtlasDataset *
atlas_panel_get_dataset (AtlasPanel *self)
{
  AtlasPanelPrivate *priv = atlas_panel_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_PANEL (self), NULL);

  return atlas_navigation_get_dataset (priv->navigation);
}

/**
 * atlas_panel_get_active:
 * @self: a panel
 *
 * Returns: whether it keeps its rows up to date
 */
gboolean
atlas_panel_get_active (AtlasPanel *self)
{
  AtlasPanelPrivate *priv = atlas_panel_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_PANEL (self), FALSE);

  return priv->active;
}

/**
 * atlas_panel_set_active:
 * @self: a panel
 * @active: whether to keep the rows up to date, for instance while its page is visible
 */
void
atlas_panel_set_active (AtlasPanel *self, gboolean active)
{
  AtlasPanelPrivate *priv = atlas_panel_get_instance_private (self);

  g_return_if_fail (ATLAS_IS_PANEL (self));

  if (priv->active == active)
    return;
  priv->active = active;
  if (active && priv->stale)
    atlas_panel_refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

/**
 * atlas_panel_find_row:
 * @self: a panel
 * @record: a record
 * @position: (out) (optional): return location for the position of the row
 *
 * Returns: (transfer none) (nullable): the first row about @record
 */
AtlasRow *
atlas_panel_find_row (AtlasPanel *self, AtlasRecord *record, guint *position)
{
  AtlasPanelPrivate *priv = atlas_panel_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_PANEL (self), NULL);

  for (guint i = 0; i < priv->rows->len; i++)
    if (atlas_row_get_record (priv->rows->pdata[i]) == record)
      {
        if (position != NULL)
          *position = i;
        return priv->rows->pdata[i];
      }
  return NULL;
}

/**
 * atlas_panel_find_id:
 * @self: a panel
 * @id: the id of a record, or of an entry of progress as an event
 * @position: (out): return location for the position of the row
 *
 * Returns: whether there is a row that cites this record; the first one is found
 */
gboolean
atlas_panel_find_id (AtlasPanel *self, const char *id, guint *position)
{
  AtlasPanelPrivate *priv = atlas_panel_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_PANEL (self), FALSE);
  g_return_val_if_fail (id != NULL && position != NULL, FALSE);

  for (guint i = 0; i < priv->rows->len; i++)
    {
      AtlasRecord *cited = atlas_row_get_cited (priv->rows->pdata[i]);

      if (cited == NULL || !g_str_equal (atlas_record_get_id (cited), id))
        continue;
      *position = i;
      return TRUE;
    }
  return FALSE;
}

/**
 * atlas_panel_get_state:
 * @self: a panel
 *
 * Returns: whether it has rows, and if not, why
 */
AtlasPanelState
atlas_panel_get_state (AtlasPanel *self)
{
  AtlasPanelPrivate *priv = atlas_panel_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_PANEL (self), ATLAS_PANEL_STATE_UNKNOWN);

  return priv->state;
}

/* Creates the row before undated records, which explains why they are separate. */
static AtlasRow *
create_doubt_row (AtlasPanelPrivate *priv)
{
  g_autofree char *text = atlas_undated_describe (atlas_navigation_get_dataset (priv->navigation),
                                                  atlas_language_get_default ());
  AtlasRow *row = atlas_row_new (NULL, text);

  atlas_row_set_style (row, ATLAS_ROW_STYLE_PROSE);
  atlas_row_begin_group (row, _("Date not stated"));
  atlas_row_end_group (row);
  return row;
}

/* Adds undated records after those in the time of the filter. */
static void
fill_in_doubt (AtlasPanel *self)
{
  AtlasPanelPrivate *priv = atlas_panel_get_instance_private (self);
  const guint n_rows = priv->filling->len;

  priv->in_doubt = TRUE;
  atlas_panel_begin_group (self, NULL);
  ATLAS_PANEL_GET_CLASS (self)->fill (self);
  priv->in_doubt = FALSE;
  if (priv->filling->len == n_rows)
    return;
  g_ptr_array_insert (priv->filling, (int) n_rows, create_doubt_row (priv));
}

/* Returns the rows of the scope with @filter. */
static GPtrArray *
fill (AtlasPanel *self, AtlasFilter *filter)
{
  AtlasPanelPrivate *priv = atlas_panel_get_instance_private (self);

  priv->filter = filter;
  priv->filling = g_ptr_array_new_with_free_func (g_object_unref);
  ATLAS_PANEL_GET_CLASS (self)->fill (self);
  if (ATLAS_PANEL_GET_CLASS (self)->parts_doubt && atlas_filter_has_time (filter))
    fill_in_doubt (self);
  end_group (priv);
  g_clear_pointer (&priv->heading, g_free);
  priv->begins_group = FALSE;
  priv->filter = NULL;
  return g_steal_pointer (&priv->filling);
}

static AtlasPanelState
find_state (AtlasPanel *self, guint n_rows)
{
  AtlasPanelPrivate *priv = atlas_panel_get_instance_private (self);
  g_autoptr (AtlasFilter) open = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (priv->scope == NULL)
    return ATLAS_PANEL_STATE_UNKNOWN;
  if (n_rows > 0)
    return ATLAS_PANEL_STATE_ROWS;
  if (atlas_filter_is_open (atlas_navigation_get_filter (priv->navigation)))
    return ATLAS_PANEL_STATE_EMPTY;
  open = atlas_filter_new ();
  rows = fill (self, open);
  return rows->len > 0 ? ATLAS_PANEL_STATE_FILTERED : ATLAS_PANEL_STATE_EMPTY;
}

static void
set_state (AtlasPanel *self, AtlasPanelState state)
{
  AtlasPanelPrivate *priv = atlas_panel_get_instance_private (self);

  if (priv->state == state && state != ATLAS_PANEL_STATE_FILTERED)
    return;
  priv->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/* Whether two scopes have the same subjects, in the same or in two datasets. */
static gboolean
has_same_subjects (AtlasScope *scope, AtlasScope *other)
{
  g_autofree char *ids = scope != NULL ? atlas_scope_dup_ids (scope) : NULL;
  g_autofree char *other_ids = other != NULL ? atlas_scope_dup_ids (other) : NULL;

  return g_strcmp0 (ids, other_ids) == 0;
}

/**
 * atlas_panel_refresh:
 * @self: a panel
 *
 * Updates the rows, now or when the panel becomes active.
 */
void
atlas_panel_refresh (AtlasPanel *self)
{
  AtlasPanelPrivate *priv = atlas_panel_get_instance_private (self);
  AtlasScope *scope;
  g_autoptr (AtlasScope) former = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  guint head, tail;

  g_return_if_fail (ATLAS_IS_PANEL (self));

  priv->stale = TRUE;
  if (!priv->active)
    return;
  priv->stale = FALSE;
  scope = atlas_navigation_get_scope (priv->navigation);
  former = g_steal_pointer (&priv->scope);
  g_set_object (&priv->scope, scope);
  rows = scope != NULL ? fill (self, atlas_navigation_get_filter (priv->navigation))
                       : g_ptr_array_new_with_free_func (g_object_unref);
  count_equal_rows (priv->rows, rows, &head, &tail);
  /* After an edit most rows are equal. After a file was read again none is, and replacing all at
   * once would take long. */
  if (scope != former && (head + tail == 0 || !has_same_subjects (scope, former)))
    g_signal_emit (self, signals[SCOPE_CHANGED], 0);
  set_state (self, find_state (self, rows->len));
  replace_rows (self, rows, head, tail);
}

/**
 * atlas_panel_get_filter:
 * @self: a panel during fill()
 *
 * Returns: (transfer none): the filter to apply; not always that of the navigation
 */
AtlasFilter *
atlas_panel_get_filter (AtlasPanel *self)
{
  AtlasPanelPrivate *priv = atlas_panel_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_PANEL (self), NULL);
  g_return_val_if_fail (priv->filling != NULL, NULL);

  return priv->filter;
}

/**
 * atlas_panel_is_in_doubt:
 * @self: a panel during fill()
 *
 * Returns: whether undated records are being added, see #AtlasPanelClass
 */
gboolean
atlas_panel_is_in_doubt (AtlasPanel *self)
{
  AtlasPanelPrivate *priv = atlas_panel_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_PANEL (self), FALSE);

  return priv->in_doubt;
}

/**
 * atlas_panel_get_facts:
 * @self: a panel that is filling
 *
 * Returns: what its rows are to say: the scope, the filter that they obey, the language of the
 *   interface, and, of a panel that parts what is in doubt, the part that it fills
 */
AtlasFacts
atlas_panel_get_facts (AtlasPanel *self)
{
  AtlasPanelPrivate *priv = atlas_panel_get_instance_private (self);
  AtlasFacts facts = { .language = atlas_language_get_default () };

  g_return_val_if_fail (ATLAS_IS_PANEL (self), facts);
  g_return_val_if_fail (priv->filling != NULL, facts);

  facts.scope = atlas_navigation_get_scope (priv->navigation);
  facts.filter = priv->filter;
  if (ATLAS_PANEL_GET_CLASS (self)->parts_doubt)
    facts.part = priv->in_doubt ? ATLAS_SHOWN_PART_UNDATED : ATLAS_SHOWN_PART_KNOWN;
  return facts;
}

/**
 * atlas_panel_list_shown:
 * @self: a panel during fill()
 * @kind: a kind of record
 *
 * Returns: (transfer container) (element-type AtlasRecord): the records of @kind that belong to the
 *   scope and match the filter, in the order of the file; if the class sets @parts_doubt, only
 *   those of the part that is being added
 */
GPtrArray *
atlas_panel_list_shown (AtlasPanel *self, AtlasRecordKind kind)
{
  const AtlasFacts facts = atlas_panel_get_facts (self);

  return atlas_facts_list (&facts, kind);
}

/**
 * atlas_panel_begin_group:
 * @self: a panel during fill()
 * @heading: (nullable): the heading of the group
 *
 * Begins a group of rows. A group without rows is left out.
 */
void
atlas_panel_begin_group (AtlasPanel *self, const char *heading)
{
  AtlasPanelPrivate *priv = atlas_panel_get_instance_private (self);

  g_return_if_fail (ATLAS_IS_PANEL (self));
  g_return_if_fail (priv->filling != NULL);

  g_free (priv->heading);
  priv->heading = priv->in_doubt && heading != NULL
                    ? atlas_undated_mark (heading, atlas_language_get_default ())
                    : g_strdup (heading);
  priv->begins_group = TRUE;
}

/* An undated record among dated ones is marked, except the subject, which is marked in the line
 * under the title. */
static gboolean
is_to_be_marked (AtlasPanelPrivate *priv, AtlasRecord *record)
{
  return record != NULL && !priv->in_doubt &&
         record != atlas_scope_get_subject (atlas_navigation_get_scope (priv->navigation)) &&
         atlas_shown_is_in_doubt (atlas_navigation_get_scope (priv->navigation), priv->filter,
                                  record);
}

static AtlasRow *
add_row (AtlasPanelPrivate *priv, AtlasRecord *record, const char *title)
{
  AtlasRow *row = atlas_row_new (record, title);

  if (priv->begins_group || priv->filling->len == 0)
    {
      end_group (priv);
      atlas_row_begin_group (row, priv->heading);
      priv->begins_group = FALSE;
    }
  g_ptr_array_add (priv->filling, row);
  return row;
}

/**
 * atlas_panel_add:
 * @self: a panel during fill()
 * @record: (nullable): the record of the row
 * @title: its title; an undated @record is marked automatically, see #AtlasPanelClass
 *
 * Returns: (transfer none): the new row, which the caller may complete
 */
AtlasRow *
atlas_panel_add (AtlasPanel *self, AtlasRecord *record, const char *title)
{
  AtlasPanelPrivate *priv = atlas_panel_get_instance_private (self);
  g_autofree char *marked = NULL;

  g_return_val_if_fail (ATLAS_IS_PANEL (self), NULL);
  g_return_val_if_fail (priv->filling != NULL, NULL);

  if (is_to_be_marked (priv, record))
    marked = atlas_undated_mark (title, atlas_language_get_default ());
  return add_row (priv, record, marked != NULL ? marked : title);
}

/**
 * atlas_panel_add_report:
 * @self: a panel during fill()
 * @report: an entry in the progress of a project, from atlas_progress_list()
 *
 * Adds a row with the date, the text and the citations of @report, which leads to its project. An
 * entry is dated, so the row is not marked even if the project is undated.
 *
 * Returns: (transfer none): the new row
 */
AtlasRow *
atlas_panel_add_report (AtlasPanel *self, AtlasRecord *report)
{
  AtlasPanelPrivate *priv = atlas_panel_get_instance_private (self);
  const AtlasLanguage language = atlas_language_get_default ();
  AtlasRow *row;

  g_return_val_if_fail (ATLAS_IS_PANEL (self), NULL);
  g_return_val_if_fail (priv->filling != NULL, NULL);

  row = add_row (priv, atlas_progress_get_project (report, atlas_panel_get_dataset (self)),
                 atlas_record_get_name (report, language));
  atlas_row_set_cited (row, report);
  atlas_row_set_sign (row, ATLAS_ROW_SIGN_PROGRESS, 0);
  atlas_row_take_subtitle (row, atlas_format_date (atlas_record_get_date (report), language));
  return row;
}
