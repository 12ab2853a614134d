/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-navigation.h"

#include <string.h>

#include "atlas-event.h"
#include "atlas-link.h"
#include "atlas-plan.h"
#include "atlas-project.h"
#include "atlas-shown.h"

/*
 * AtlasNavigation: the state that the parts of a window share.
 *
 * It has the dataset, the scope with its history, the filter, and the record under the pointer.
 * Map, panels and search do not know each other: each follows these properties and changes the
 * scope with atlas_navigation_visit().
 */
struct _AtlasNavigation
{
  GObject parent_instance;

  AtlasDataset *dataset;
  AtlasScope *scope;
  AtlasFilter *filter;
  AtlasRecord *hovered;
  GPtrArray *former;    /* of Former, the latest one last */
  AtlasScope *detoured; /* the scope to which a detour leads back, or NULL */
};

/* A former scope. After a change of the dataset only its ids are kept, until the user returns to
 * it. */
typedef struct
{
  char *subject;     /* an id, or NULL for the province */
  char *other;       /* an id, or NULL if it is not a comparison */
  AtlasScope *scope; /* NULL until it is needed */
} Former;

/* The largest length of the history. A scope of 10 000 records takes some hundred kilobytes. */
#define MAX_FORMER 100

G_DEFINE_FINAL_TYPE (AtlasNavigation, atlas_navigation, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DATASET,
  PROP_SCOPE,
  PROP_FILTER,
  PROP_HOVERED,
  PROP_CAN_GO_BACK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  REVEAL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_id (gpointer record)
{
  return record != NULL ? atlas_record_get_id (record) : NULL;
}

/* Takes ownership of @scope. */
static Former *
create_former (AtlasScope *scope)
{
  Former *former = g_new (Former, 1);

  former->subject = g_strdup (get_id (atlas_scope_get_subject (scope)));
  former->other = g_strdup (get_id (atlas_scope_get_other (scope)));
  former->scope = scope;
  return former;
}

static void
free_former (gpointer data)
{
  Former *former = data;

  g_clear_object (&former->scope);
  g_free (former->other);
  g_free (former->subject);
  g_free (former);
}

static void
atlas_navigation_finalize (GObject *object)
{
  AtlasNavigation *self = ATLAS_NAVIGATION (object);

  g_ptr_array_unref (self->former);
  g_clear_object (&self->detoured);
  g_clear_object (&self->hovered);
  g_clear_object (&self->filter);
  g_clear_object (&self->scope);
  g_clear_object (&self->dataset);

  G_OBJECT_CLASS (atlas_navigation_parent_class)->finalize (object);
}

static void
atlas_navigation_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AtlasNavigation *self = ATLAS_NAVIGATION (object);

  switch (prop_id)
    {
    case PROP_DATASET:
      g_value_set_object (value, self->dataset);
      break;
    case PROP_SCOPE:
      g_value_set_object (value, self->scope);
      break;
    case PROP_FILTER:
      g_value_set_object (value, self->filter);
      break;
    case PROP_HOVERED:
      g_value_set_object (value, self->hovered);
      break;
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, atlas_navigation_get_can_go_back (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_navigation_class_init (AtlasNavigationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = atlas_navigation_finalize;
  object_class->get_property = atlas_navigation_get_property;

  properties[PROP_DATASET] = g_param_spec_object ("dataset", NULL, NULL, ATLAS_TYPE_DATASET, flags);
  properties[PROP_SCOPE] = g_param_spec_object ("scope", NULL, NULL, ATLAS_TYPE_SCOPE, flags);
  properties[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, ATLAS_TYPE_FILTER, flags);
  properties[PROP_HOVERED] = g_param_spec_object ("hovered", NULL, NULL, ATLAS_TYPE_RECORD, flags);
  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AtlasNavigation::reveal:
   * @self: a navigation
   * @record: a record of its dataset
   *
   * Emitted when the user wants to see @record on the map without changing the scope.
   */
  signals[REVEAL] = g_signal_new ("reveal", ATLAS_TYPE_NAVIGATION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, ATLAS_TYPE_RECORD);
}

static void
atlas_navigation_init (AtlasNavigation *self)
{
  self->filter = atlas_filter_new ();
  self->former = g_ptr_array_new_with_free_func (free_former);
}

/**
 * atlas_navigation_new:
 *
 * Returns: (transfer full): a navigation without a dataset
 */
AtlasNavigation *
atlas_navigation_new (void)
{
  return g_object_new (ATLAS_TYPE_NAVIGATION, NULL);
}

/**
 * atlas_navigation_get_dataset:
 * @self: a navigation
 *
 * Returns: (transfer none) (nullable): the dataset, or %NULL while none is loaded
 */
AtlasDataset *
atlas_navigation_get_dataset (AtlasNavigation *self)
{
  g_return_val_if_fail (ATLAS_IS_NAVIGATION (self), NULL);

  return self->dataset;
}

static AtlasRecord *
find (AtlasDataset *dataset, const char *id)
{
  return id != NULL ? atlas_dataset_lookup (dataset, id) : NULL;
}

/* Creates the scope or comparison of two ids in @dataset; the scope of the province if a record
 * does not exist. */
static AtlasScope *
make_scope (AtlasDataset *dataset, const char *subject_id, const char *other_id)
{
  AtlasRecord *subject = find (dataset, subject_id);
  AtlasRecord *other = find (dataset, other_id);

  if (atlas_scope_can_compare (dataset, subject, other))
    return atlas_scope_new_comparison (dataset, subject, other);
  return atlas_scope_new (dataset, subject);
}

static gboolean
is_former (const Former *former, const char *subject, const char *other)
{
  return g_strcmp0 (former->subject, subject) == 0 && g_strcmp0 (former->other, other) == 0;
}

/* Removes scopes of missing records from the history, and neighbours that became equal. Scopes are
 * created when the user returns to them, because this takes long for large datasets. */
static void
carry_over_former (AtlasNavigation *self, AtlasDataset *dataset)
{
  const char *subject = get_id (atlas_scope_get_subject (self->scope));
  const char *other = get_id (atlas_scope_get_other (self->scope));

  for (guint i = self->former->len; i > 0; i--)
    {
      Former *former = self->former->pdata[i - 1];

      g_clear_object (&former->scope);
      if ((former->subject != NULL && find (dataset, former->subject) == NULL) ||
          (former->other != NULL && find (dataset, former->other) == NULL) ||
          is_former (former, subject, other))
        {
          g_ptr_array_remove_index (self->former, i - 1);
          continue;
        }
      subject = former->subject;
      other = former->other;
    }
}

/**
 * atlas_navigation_set_dataset:
 * @self: a navigation
 * @dataset: a complete dataset
 *
 * Replaces the dataset by one that was read again, or derived. The scope, comparison and history
 * are kept by id. A scope whose record does not exist any more becomes that of the province, and is
 * removed from the history.
 */
void
atlas_navigation_set_dataset (AtlasNavigation *self, AtlasDataset *dataset)
{
  AtlasScope *scope;

  g_return_if_fail (ATLAS_IS_NAVIGATION (self));
  g_return_if_fail (ATLAS_IS_DATASET (dataset));

  if (self->dataset == dataset)
    return;
  if (self->scope != NULL)
    scope = make_scope (dataset, get_id (atlas_scope_get_subject (self->scope)),
                        get_id (atlas_scope_get_other (self->scope)));
  else
    scope = atlas_scope_new (dataset, NULL);

  /* Notify everything at once, so that no listener sees the new dataset with the old scope. */
  g_object_freeze_notify (G_OBJECT (self));
  g_set_object (&self->dataset, dataset);
  g_clear_object (&self->scope);
  self->scope = scope;
  carry_over_former (self, dataset);
  g_clear_object (&self->hovered);
  for (guint i = PROP_DATASET; i < N_PROPS; i++)
    if (i != PROP_FILTER)
      g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * atlas_navigation_get_scope:
 * @self: a navigation
 *
 * Returns: (transfer none) (nullable): the scope, or %NULL while no dataset is loaded
 */
AtlasScope *
atlas_navigation_get_scope (AtlasNavigation *self)
{
  g_return_val_if_fail (ATLAS_IS_NAVIGATION (self), NULL);

  return self->scope;
}

/**
 * atlas_navigation_get_filter:
 * @self: a navigation
 *
 * Returns: (transfer none): the filter; always the same object
 */
AtlasFilter *
atlas_navigation_get_filter (AtlasNavigation *self)
{
  g_return_val_if_fail (ATLAS_IS_NAVIGATION (self), NULL);

  return self->filter;
}

/**
 * atlas_navigation_get_hovered:
 * @self: a navigation
 *
 * Returns: (transfer none) (nullable): the record under the pointer, on the map or in a list
 */
AtlasRecord *
atlas_navigation_get_hovered (AtlasNavigation *self)
{
  g_return_val_if_fail (ATLAS_IS_NAVIGATION (self), NULL);

  return self->hovered;
}

/**
 * atlas_navigation_set_hovered:
 * @self: a navigation
 * @hovered: (nullable): the record under the pointer
 */
void
atlas_navigation_set_hovered (AtlasNavigation *self, AtlasRecord *hovered)
{
  g_return_if_fail (ATLAS_IS_NAVIGATION (self));
  g_return_if_fail (hovered == NULL || ATLAS_IS_RECORD (hovered));

  if (g_set_object (&self->hovered, hovered))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOVERED]);
}

/**
 * atlas_navigation_leave:
 * @self: a navigation
 * @record: (nullable): the record that a widget set as hovered, or %NULL for none
 *
 * Resets the record under the pointer when the pointer leaves a widget, unless another widget has
 * set another record since. GTK may report that the pointer enters one widget before it reports
 * that it leaves another.
 */
void
atlas_navigation_leave (AtlasNavigation *self, AtlasRecord *record)
{
  g_return_if_fail (ATLAS_IS_NAVIGATION (self));

  if (self->hovered == record)
    atlas_navigation_set_hovered (self, NULL);
}

/* Whether an event, plan or project is about a link, or takes place at a place. */
static gboolean
tells_of (AtlasRecord *fact, AtlasRecord *other)
{
  if (!ATLAS_IS_EVENT (fact) && !ATLAS_IS_PLAN (fact) && !ATLAS_IS_PROJECT (fact))
    return FALSE;
  if (ATLAS_IS_LINK (other))
    return atlas_record_refers_to (fact, ATLAS_ROLE_ABOUT, other) ||
           atlas_record_refers_to (other, ATLAS_ROLE_PLANS, fact);
  return ATLAS_IS_PLACE (other) && atlas_record_refers_to (fact, ATLAS_ROLE_PLACES, other);
}

/**
 * atlas_navigation_lifts:
 * @self: a navigation
 * @record: a record of its dataset
 *
 * Returns: whether @record is highlighted: it is under the pointer, or one of the two is an event,
 *   plan or project about the other, which is a link or place
 */
gboolean
atlas_navigation_lifts (AtlasNavigation *self, AtlasRecord *record)
{
  g_return_val_if_fail (ATLAS_IS_NAVIGATION (self), FALSE);
  g_return_val_if_fail (ATLAS_IS_RECORD (record), FALSE);

  return self->hovered != NULL && (self->hovered == record || tells_of (self->hovered, record) ||
                                   tells_of (record, self->hovered));
}

/**
 * atlas_navigation_reveal:
 * @self: a navigation with a dataset
 * @record: a record of the dataset
 *
 * Makes the map move to @record and highlight it, without changing the scope.
 */
void
atlas_navigation_reveal (AtlasNavigation *self, AtlasRecord *record)
{
  g_return_if_fail (ATLAS_IS_NAVIGATION (self));
  g_return_if_fail (self->dataset != NULL);
  g_return_if_fail (ATLAS_IS_RECORD (record));

  atlas_navigation_set_hovered (self, record);
  g_signal_emit (self, signals[REVEAL], 0, record);
}

/**
 * atlas_navigation_get_can_go_back:
 * @self: a navigation
 *
 * Returns: whether there is a former scope; not during a detour
 */
gboolean
atlas_navigation_get_can_go_back (AtlasNavigation *self)
{
  g_return_val_if_fail (ATLAS_IS_NAVIGATION (self), FALSE);

  return self->former->len > 0 && self->detoured == NULL;
}

/* Takes ownership of @scope. */
static void
replace_scope (AtlasNavigation *self, AtlasScope *scope)
{
  g_object_unref (self->scope);
  self->scope = scope;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCOPE]);
}

/* Takes ownership of @scope. */
static void
enter (AtlasNavigation *self, AtlasScope *scope)
{
  if (self->detoured != NULL)
    {
      replace_scope (self, scope);
      return;
    }
  if (self->former->len == MAX_FORMER)
    g_ptr_array_remove_index (self->former, 0);
  g_ptr_array_add (self->former, create_former (g_steal_pointer (&self->scope)));
  self->scope = scope;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCOPE]);
  if (self->former->len == 1)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
}

/**
 * atlas_navigation_is_at:
 * @self: a navigation
 * @subject: (nullable): a record of its dataset, or %NULL for the whole province
 *
 * Returns: whether the scope is that of @subject and not a comparison
 */
gboolean
atlas_navigation_is_at (AtlasNavigation *self, AtlasRecord *subject)
{
  g_return_val_if_fail (ATLAS_IS_NAVIGATION (self), FALSE);

  return self->scope != NULL && atlas_scope_get_subject (self->scope) == subject &&
         atlas_scope_get_other (self->scope) == NULL;
}

/**
 * atlas_navigation_visit:
 * @self: a navigation with a dataset
 * @subject: (nullable): a record of the dataset, or %NULL for the whole province
 *
 * Makes @subject the scope, and adds the former scope to the history.
 */
void
atlas_navigation_visit (AtlasNavigation *self, AtlasRecord *subject)
{
  g_return_if_fail (ATLAS_IS_NAVIGATION (self));
  g_return_if_fail (self->dataset != NULL);

  if (!atlas_navigation_is_at (self, subject))
    enter (self, atlas_scope_new (self->dataset, subject));
}

/**
 * atlas_navigation_can_compare:
 * @self: a navigation
 * @other: (nullable): a record of its dataset
 *
 * Returns: whether the subject of the scope can be compared with @other; see
 *   atlas_scope_can_compare()
 */
gboolean
atlas_navigation_can_compare (AtlasNavigation *self, AtlasRecord *other)
{
  AtlasRecord *subject;

  g_return_val_if_fail (ATLAS_IS_NAVIGATION (self), FALSE);

  subject = self->scope != NULL ? atlas_scope_get_subject (self->scope) : NULL;
  return atlas_scope_can_compare (self->dataset, subject, other);
}

/**
 * atlas_navigation_compare:
 * @self: a navigation with a dataset
 * @other: a record of the dataset
 *
 * Compares the subject of the scope with @other, which replaces the second subject of a comparison;
 * see atlas_navigation_can_compare(). If that is not possible, makes @other the scope.
 */
void
atlas_navigation_compare (AtlasNavigation *self, AtlasRecord *other)
{
  g_return_if_fail (ATLAS_IS_NAVIGATION (self));
  g_return_if_fail (self->dataset != NULL);
  g_return_if_fail (ATLAS_IS_RECORD (other));

  if (!atlas_navigation_can_compare (self, other))
    atlas_navigation_visit (self, other);
  else if (atlas_scope_get_other (self->scope) != other)
    enter (self, atlas_scope_new_comparison (self->dataset, atlas_scope_get_subject (self->scope),
                                             other));
}

/**
 * atlas_navigation_compare_both:
 * @self: a navigation with a dataset
 * @first: a place or link of the dataset
 * @second: another place or link; see atlas_scope_can_compare()
 *
 * Compares the two, whatever the scope.
 */
void
atlas_navigation_compare_both (AtlasNavigation *self, AtlasRecord *first, AtlasRecord *second)
{
  g_return_if_fail (ATLAS_IS_NAVIGATION (self));
  g_return_if_fail (self->dataset != NULL);
  g_return_if_fail (atlas_scope_can_compare (self->dataset, first, second));

  if (atlas_scope_get_subject (self->scope) != first ||
      atlas_scope_get_other (self->scope) != second)
    enter (self, atlas_scope_new_comparison (self->dataset, first, second));
}

/**
 * atlas_navigation_go_back:
 * @self: a navigation
 *
 * Returns to the former scope, if there is one.
 */
void
atlas_navigation_go_back (AtlasNavigation *self)
{
  Former *former;

  g_return_if_fail (ATLAS_IS_NAVIGATION (self));

  if (!atlas_navigation_get_can_go_back (self))
    return;
  former = self->former->pdata[self->former->len - 1];
  g_object_unref (self->scope);
  self->scope = former->scope != NULL ? g_steal_pointer (&former->scope)
                                      : make_scope (self->dataset, former->subject, former->other);
  g_ptr_array_set_size (self->former, (int) self->former->len - 1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCOPE]);
  if (self->former->len == 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
}

/**
 * atlas_navigation_begin_detour:
 * @self: a navigation with a dataset
 *
 * Begins a detour, such as a presentation: until atlas_navigation_end_detour(), scopes are not
 * added to the history, and going back is not possible.
 */
void
atlas_navigation_begin_detour (AtlasNavigation *self)
{
  g_return_if_fail (ATLAS_IS_NAVIGATION (self));
  g_return_if_fail (self->scope != NULL);
  g_return_if_fail (self->detoured == NULL);

  self->detoured = g_object_ref (self->scope);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
}

/**
 * atlas_navigation_end_detour:
 * @self: a navigation in a detour
 *
 * Returns to the scope and the history from before the detour.
 */
void
atlas_navigation_end_detour (AtlasNavigation *self)
{
  g_autoptr (AtlasScope) scope = NULL;

  g_return_if_fail (ATLAS_IS_NAVIGATION (self));
  g_return_if_fail (self->detoured != NULL);

  scope = g_steal_pointer (&self->detoured);
  /* The dataset may have been read again meanwhile. */
  if (atlas_scope_get_dataset (scope) != self->dataset)
    replace_scope (self, make_scope (self->dataset, get_id (atlas_scope_get_subject (scope)),
                                     get_id (atlas_scope_get_other (scope))));
  else if (scope != self->scope)
    replace_scope (self, g_object_ref (scope));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
}

/**
 * atlas_navigation_return_to:
 * @self: a navigation
 * @scope: a scope
 *
 * Makes @scope the scope; if it is the last one of the history, by going back. Does nothing
 * for a scope of another dataset.
 */
void
atlas_navigation_return_to (AtlasNavigation *self, AtlasScope *scope)
{
  const Former *former;

  g_return_if_fail (ATLAS_IS_NAVIGATION (self));
  g_return_if_fail (ATLAS_IS_SCOPE (scope));

  if (atlas_scope_get_dataset (scope) != self->dataset ||
      (atlas_scope_get_subject (scope) == atlas_scope_get_subject (self->scope) &&
       atlas_scope_get_other (scope) == atlas_scope_get_other (self->scope)))
    return;
  former =
    atlas_navigation_get_can_go_back (self) ? self->former->pdata[self->former->len - 1] : NULL;
  if (former != NULL && is_former (former, get_id (atlas_scope_get_subject (scope)),
                                   get_id (atlas_scope_get_other (scope))))
    atlas_navigation_go_back (self);
  else
    enter (self, g_object_ref (scope));
}

/* Lists the records that @facet classifies. */
static GPtrArray *
list_sorted (AtlasNavigation *self, AtlasFacet facet)
{
  GListModel *records;
  GPtrArray *list;

  if (facet == ATLAS_FACET_LINKS)
    return g_ptr_array_ref (atlas_dataset_get_links (self->dataset));
  records = atlas_dataset_get_records (self->dataset, facet == ATLAS_FACET_EVENTS
                                                        ? ATLAS_RECORD_KIND_EVENT
                                                        : ATLAS_RECORD_KIND_INDUSTRY);
  list = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    g_ptr_array_add (list, g_list_model_get_item (records, i));
  return list;
}

/**
 * atlas_navigation_count:
 * @self: a navigation
 * @facet: a facet
 * @counts: (out) (array fixed-size=16): return location for the number of records in the scope with
 *   each value
 * @undated: (out) (array fixed-size=16): return location for the number of those that are undated,
 *   so that it is not known whether they lie in the time shown
 *
 * Counts the records that @facet can show or hide: those hidden by @facet itself are included,
 * those hidden by the rest of the filter are not.
 * @facet itself hides does.
 */
void
atlas_navigation_count (AtlasNavigation *self, AtlasFacet facet, guint *counts, guint *undated)
{
  g_autoptr (AtlasFilter) open = NULL;
  g_autoptr (GPtrArray) records = NULL;

  g_return_if_fail (ATLAS_IS_NAVIGATION (self));
  g_return_if_fail (facet < ATLAS_N_FACETS);
  g_return_if_fail (counts != NULL);
  g_return_if_fail (undated != NULL);

  memset (counts, 0, ATLAS_MAX_FACET_VALUES * sizeof *counts);
  memset (undated, 0, ATLAS_MAX_FACET_VALUES * sizeof *undated);
  if (self->scope == NULL)
    return;
  open = atlas_filter_copy (self->filter);
  atlas_filter_show_all (open, facet);
  records = list_sorted (self, facet);
  for (guint i = 0; i < records->len; i++)
    {
      guint value;

      if (!atlas_facet_get_value (facet, records->pdata[i], &value) ||
          !atlas_shown_contains (self->scope, open, records->pdata[i]))
        continue;
      counts[value]++;
      undated[value] += atlas_shown_is_in_doubt (self->scope, open, records->pdata[i]);
    }
}
