/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-filter.h"

#include <string.h>

#include "atlas-beginning.h"
#include "atlas-commitment.h"
#include "atlas-event.h"
#include "atlas-figure.h"
#include "atlas-format.h"
#include "atlas-link.h"
#include "atlas-plan.h"

/*
 * AtlasFilter: what the user wants to see of any scope.
 *
 * Groups of links, groups of industries and kinds of events can be hidden. Time can have an end:
 * records that begin later (see atlas_beginning_of()) are hidden. Time can also have a beginning:
 * events, plans, figures and next steps before it are hidden, but links and projects that began
 * before it stay, because they still exist. Map, panels, search and pages use the same filter and
 * listen to #AtlasFilter::changed.
 */
struct _AtlasFilter
{
  GObject parent_instance;

  guint hidden[ATLAS_N_FACETS]; /* a bit for each value */
  AtlasDate *from;
  AtlasDate *until;
};

G_DEFINE_FINAL_TYPE (AtlasFilter, atlas_filter, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
atlas_filter_finalize (GObject *object)
{
  AtlasFilter *self = ATLAS_FILTER (object);

  atlas_date_free (self->from);
  atlas_date_free (self->until);

  G_OBJECT_CLASS (atlas_filter_parent_class)->finalize (object);
}

static void
atlas_filter_class_init (AtlasFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_filter_finalize;

  /**
   * AtlasFilter::changed:
   * @self: a filter
   *
   * Emitted when the set of matching records may have changed.
   */
  signals[CHANGED] = g_signal_new ("changed", ATLAS_TYPE_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
atlas_filter_init (AtlasFilter *self)
{
}

/**
 * atlas_filter_new:
 *
 * Returns: (transfer full): a filter that everything matches
 */
AtlasFilter *
atlas_filter_new (void)
{
  return g_object_new (ATLAS_TYPE_FILTER, NULL);
}

static AtlasDate *
copy_date (const AtlasDate *date)
{
  return date != NULL ? atlas_date_copy (date) : NULL;
}

static void
assign (AtlasFilter *self, AtlasFilter *other)
{
  memcpy (self->hidden, other->hidden, sizeof self->hidden);
  atlas_date_free (self->from);
  self->from = copy_date (other->from);
  atlas_date_free (self->until);
  self->until = copy_date (other->until);
}

/**
 * atlas_filter_copy:
 * @self: a filter
 *
 * Returns: (transfer full): a copy that does not follow later changes of @self, so a thread may
 *   read it
 */
AtlasFilter *
atlas_filter_copy (AtlasFilter *self)
{
  AtlasFilter *copy;

  g_return_val_if_fail (ATLAS_IS_FILTER (self), NULL);

  copy = atlas_filter_new ();
  assign (copy, self);
  return copy;
}

/**
 * atlas_filter_restore:
 * @self: a filter
 * @state: an earlier copy from atlas_filter_copy()
 *
 * Restores the state of the copy.
 */
void
atlas_filter_restore (AtlasFilter *self, AtlasFilter *state)
{
  g_return_if_fail (ATLAS_IS_FILTER (self));
  g_return_if_fail (ATLAS_IS_FILTER (state));

  assign (self, state);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * atlas_filter_get_shows:
 * @self: a filter
 * @facet: a facet
 * @value: one of its values
 *
 * Returns: whether records with @value are shown
 */
gboolean
atlas_filter_get_shows (AtlasFilter *self, AtlasFacet facet, guint value)
{
  g_return_val_if_fail (ATLAS_IS_FILTER (self), TRUE);
  g_return_val_if_fail (facet < ATLAS_N_FACETS, TRUE);

  return (self->hidden[facet] & (1u << value)) == 0;
}

/**
 * atlas_filter_set_shows:
 * @self: a filter
 * @facet: a facet
 * @value: one of its values
 * @shows: whether to show records with @value; a link with industries is hidden if all of them are
 *   hidden
 */
void
atlas_filter_set_shows (AtlasFilter *self, AtlasFacet facet, guint value, gboolean shows)
{
  g_return_if_fail (ATLAS_IS_FILTER (self));
  g_return_if_fail (facet < ATLAS_N_FACETS);
  g_return_if_fail (value < atlas_facet_get_n_values (facet));

  if (atlas_filter_get_shows (self, facet, value) == shows)
    return;
  self->hidden[facet] ^= 1u << value;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * atlas_filter_show_only:
 * @self: a filter
 * @facet: a facet
 * @value: one of its values
 *
 * Hides all other values of @facet; if they are already hidden, shows all values.
 */
void
atlas_filter_show_only (AtlasFilter *self, AtlasFacet facet, guint value)
{
  guint others;

  g_return_if_fail (ATLAS_IS_FILTER (self));
  g_return_if_fail (facet < ATLAS_N_FACETS);
  g_return_if_fail (value < atlas_facet_get_n_values (facet));

  others = ((1u << atlas_facet_get_n_values (facet)) - 1) & ~(1u << value);
  self->hidden[facet] = self->hidden[facet] == others ? 0 : others;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * atlas_filter_show_all:
 * @self: a filter
 * @facet: a facet
 *
 * Shows all values of @facet.
 */
void
atlas_filter_show_all (AtlasFilter *self, AtlasFacet facet)
{
  g_return_if_fail (ATLAS_IS_FILTER (self));
  g_return_if_fail (facet < ATLAS_N_FACETS);

  if (self->hidden[facet] == 0)
    return;
  self->hidden[facet] = 0;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * atlas_filter_get_until:
 * @self: a filter
 *
 * Returns: (transfer none) (nullable): the end of the time shown, or %NULL
 */
const AtlasDate *
atlas_filter_get_until (AtlasFilter *self)
{
  g_return_val_if_fail (ATLAS_IS_FILTER (self), NULL);

  return self->until;
}

/**
 * atlas_filter_get_from:
 * @self: a filter
 *
 * Returns: (transfer none) (nullable): the beginning of the time shown, or %NULL
 */
const AtlasDate *
atlas_filter_get_from (AtlasFilter *self)
{
  g_return_val_if_fail (ATLAS_IS_FILTER (self), NULL);

  return self->from;
}

/**
 * atlas_filter_set_time:
 * @self: a filter
 * @from: (nullable): the beginning of the time shown, or %NULL for no beginning
 * @until: (nullable): the end of the time shown, or %NULL for no end
 *
 * Sets both ends with a single signal.
 */
void
atlas_filter_set_time (AtlasFilter *self, const AtlasDate *from, const AtlasDate *until)
{
  g_autoptr (AtlasDate) former_from = NULL;
  g_autoptr (AtlasDate) former_until = NULL;

  g_return_if_fail (ATLAS_IS_FILTER (self));

  if (atlas_date_compare (self->from, from) == 0 && atlas_date_compare (self->until, until) == 0)
    return;
  former_from = g_steal_pointer (&self->from);
  former_until = g_steal_pointer (&self->until);
  self->from = copy_date (from);
  self->until = copy_date (until);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * atlas_filter_has_time:
 * @self: a filter
 *
 * Returns: whether the time shown has a beginning or an end
 */
gboolean
atlas_filter_has_time (AtlasFilter *self)
{
  g_return_val_if_fail (ATLAS_IS_FILTER (self), FALSE);

  return self->from != NULL || self->until != NULL;
}

/**
 * atlas_filter_is_narrow:
 * @self: a filter
 * @facet: a facet
 *
 * Returns: whether @self shows some values of @facet, but fewer than it hides, so that it is about
 *   those that it shows
 */
gboolean
atlas_filter_is_narrow (AtlasFilter *self, AtlasFacet facet)
{
  guint n_values, n_hidden;

  g_return_val_if_fail (ATLAS_IS_FILTER (self), FALSE);
  g_return_val_if_fail (facet < ATLAS_N_FACETS, FALSE);

  n_values = atlas_facet_get_n_values (facet);
  n_hidden = (guint) __builtin_popcount (self->hidden[facet]);
  return n_hidden < n_values && n_values - n_hidden < n_hidden;
}

/**
 * atlas_filter_is_open:
 * @self: a filter
 *
 * Returns: whether everything matches
 */
gboolean
atlas_filter_is_open (AtlasFilter *self)
{
  g_return_val_if_fail (ATLAS_IS_FILTER (self), TRUE);

  for (guint i = 0; i < ATLAS_N_FACETS; i++)
    if (self->hidden[i] != 0)
      return FALSE;
  return !atlas_filter_has_time (self);
}

/**
 * atlas_filter_reset:
 * @self: a filter
 *
 * Shows everything.
 */
void
atlas_filter_reset (AtlasFilter *self)
{
  g_return_if_fail (ATLAS_IS_FILTER (self));

  if (atlas_filter_is_open (self))
    return;
  memset (self->hidden, 0, sizeof self->hidden);
  g_clear_pointer (&self->from, atlas_date_free);
  g_clear_pointer (&self->until, atlas_date_free);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A link without industries is never hidden by this facet. */
static gboolean
shows_an_industry_of (AtlasFilter *self, AtlasDataset *dataset, AtlasRecord *link)
{
  const AtlasRecords industries =
    atlas_dataset_get_references (dataset, link, ATLAS_ROLE_INDUSTRIES);

  for (guint i = 0; i < industries.len; i++)
    {
      AtlasIndustry *industry = ATLAS_INDUSTRY (atlas_records_get (&industries, i));

      if (atlas_filter_get_shows (self, ATLAS_FACET_INDUSTRIES,
                                  atlas_industry_get_group (industry)))
        return TRUE;
    }
  return industries.len == 0;
}

/* Whether @record happens at one time, instead of lasting from its beginning on. */
static gboolean
passes (AtlasRecord *record)
{
  return ATLAS_IS_EVENT (record) || ATLAS_IS_PLAN (record) || ATLAS_IS_FIGURE (record) ||
         ATLAS_IS_COMMITMENT (record);
}

static gboolean
may_be_until (AtlasFilter *self, const AtlasDate *date)
{
  return self->until == NULL || date == NULL ||
         atlas_date_first_day (date) <= atlas_date_last_day (self->until);
}

static gboolean
may_be_from (AtlasFilter *self, const AtlasDate *date)
{
  return self->from == NULL || date == NULL ||
         atlas_date_last_day (date) >= atlas_date_first_day (self->from);
}

/**
 * atlas_filter_includes:
 * @self: a filter
 * @date: when something happened
 *
 * Returns: whether it may lie in the time shown
 */
gboolean
atlas_filter_includes (AtlasFilter *self, const AtlasDate *date)
{
  g_return_val_if_fail (ATLAS_IS_FILTER (self), TRUE);
  g_return_val_if_fail (date != NULL, TRUE);

  return may_be_until (self, date) && may_be_from (self, date);
}

/* A record without a beginning matches every time, but for an undated plan its period is used. */
static gboolean
lies_in_time (AtlasFilter *self, AtlasDataset *dataset, AtlasRecord *record)
{
  const AtlasDate *first, *last;

  if (!atlas_filter_has_time (self))
    return TRUE;
  first = last = atlas_beginning_of (record, dataset);
  if (first == NULL && ATLAS_IS_PLAN (record))
    {
      const AtlasPeriod *period = atlas_plan_get_period (ATLAS_PLAN (record));

      first = period != NULL ? &period->from : NULL;
      last = period != NULL ? &period->to : NULL;
    }
  return may_be_until (self, first) && (!passes (record) || may_be_from (self, last));
}

/* Whether no facet hides @record. */
static gboolean
is_sorted_in (AtlasFilter *self, AtlasDataset *dataset, AtlasRecord *record)
{
  guint value;

  for (guint i = 0; i < ATLAS_N_FACETS; i++)
    if (self->hidden[i] != 0 && atlas_facet_get_value ((AtlasFacet) i, record, &value) &&
        !atlas_filter_get_shows (self, (AtlasFacet) i, value))
      return FALSE;
  return !ATLAS_IS_LINK (record) || self->hidden[ATLAS_FACET_INDUSTRIES] == 0 ||
         shows_an_industry_of (self, dataset, record);
}

/**
 * atlas_filter_matches:
 * @self: a filter
 * @dataset: a complete dataset
 * @record: a record of @dataset
 *
 * Returns: whether @record is to be shown
 */
gboolean
atlas_filter_matches (AtlasFilter *self, AtlasDataset *dataset, AtlasRecord *record)
{
  g_return_val_if_fail (ATLAS_IS_FILTER (self), TRUE);
  g_return_val_if_fail (ATLAS_IS_RECORD (record), FALSE);

  return is_sorted_in (self, dataset, record) && lies_in_time (self, dataset, record);
}

/**
 * atlas_filter_matches_at_any_time:
 * @self: a filter
 * @dataset: a complete dataset
 * @record: a record of @dataset
 *
 * Returns: whether @record would match if time had neither beginning nor end
 */
gboolean
atlas_filter_matches_at_any_time (AtlasFilter *self, AtlasDataset *dataset, AtlasRecord *record)
{
  g_return_val_if_fail (ATLAS_IS_FILTER (self), TRUE);
  g_return_val_if_fail (ATLAS_IS_RECORD (record), FALSE);

  return is_sorted_in (self, dataset, record);
}

/**
 * atlas_filter_is_in_doubt:
 * @self: a filter
 * @dataset: a complete dataset
 * @record: a record of @dataset
 *
 * Returns: whether it is not known if @record lies in the time shown: it is undated, and the time
 *   ends before the date of the document that states it, or has a beginning before which it may
 *   have happened
 */
gboolean
atlas_filter_is_in_doubt (AtlasFilter *self, AtlasDataset *dataset, AtlasRecord *record)
{
  const AtlasDate *stated;

  g_return_val_if_fail (ATLAS_IS_FILTER (self), FALSE);
  g_return_val_if_fail (ATLAS_IS_RECORD (record), FALSE);

  if (!atlas_filter_has_time (self) || !atlas_beginning_is_undated (record, dataset))
    return FALSE;
  if (self->from != NULL && passes (record))
    return TRUE;
  stated = atlas_beginning_get_stated (record, dataset);
  return self->until != NULL &&
         (stated == NULL || atlas_date_last_day (self->until) < atlas_date_first_day (stated));
}

/**
 * atlas_filter_describe_time:
 * @self: a filter
 * @language: the language of the text
 *
 * Returns: (transfer full): the time shown, such as "Up to 2017"; "" if time is not filtered
 */
char *
atlas_filter_describe_time (AtlasFilter *self, AtlasLanguage language)
{
  g_return_val_if_fail (ATLAS_IS_FILTER (self), NULL);

  return atlas_format_interval (self->from, self->until, language);
}

/**
 * atlas_filter_count_undated:
 * @self: a filter
 * @dataset: a complete dataset
 * @records: (element-type AtlasRecord): records of @dataset
 * @n_all: (out): return location for the number of @records that match if time is ignored
 *
 * Returns: the number of these that are undated
 */
guint
atlas_filter_count_undated (AtlasFilter *self,
                            AtlasDataset *dataset,
                            GPtrArray *records,
                            guint *n_all)
{
  guint n_undated = 0;

  g_return_val_if_fail (ATLAS_IS_FILTER (self), 0);
  g_return_val_if_fail (n_all != NULL, 0);

  *n_all = 0;
  for (guint i = 0; i < records->len; i++)
    if (is_sorted_in (self, dataset, records->pdata[i]))
      {
        (*n_all)++;
        n_undated += atlas_beginning_is_undated (records->pdata[i], dataset);
      }
  return n_undated;
}
