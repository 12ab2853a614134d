/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-filter.h"

#include <string.h>

#include "atlas-beginning.h"
#include "atlas-event.h"
#include "atlas-link.h"

/*
 * AtlasFilter: what the reader wants to see of any scope.
 *
 * Families of links, groups of industries and kinds of events can be hidden, and time can be
 * stopped at a moment: what begins later (see atlas_beginning_of()) is then not there yet. One
 * filter is obeyed by map, panels, search and page; each listens to #AtlasFilter::changed.
 */
struct _AtlasFilter
{
  GObject parent_instance;

  guint      hidden[ATLAS_N_FACETS]; /* a bit for each value */
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
   * What matches may be another set now.
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

static void
assign (AtlasFilter *self,
        AtlasFilter *other)
{
  memcpy (self->hidden, other->hidden, sizeof self->hidden);
  atlas_date_free (self->until);
  self->until = other->until != NULL ? atlas_date_copy (other->until) : NULL;
}

/**
 * atlas_filter_copy:
 * @self: a filter
 *
 * Returns: (transfer full): a filter that shows what @self shows now, whatever becomes of @self; a
 *   thread may read it
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
 * @state: what atlas_filter_copy() made of it before
 *
 * Shows again what it showed then.
 */
void
atlas_filter_restore (AtlasFilter *self,
                      AtlasFilter *state)
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
atlas_filter_get_shows (AtlasFilter *self,
                        AtlasFacet   facet,
                        guint        value)
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
 * @shows: whether to show records with @value; a link that carries industries is hidden when all of
 *   them are
 */
void
atlas_filter_set_shows (AtlasFilter *self,
                        AtlasFacet   facet,
                        guint        value,
                        gboolean     shows)
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
 * Hides all other values of @facet; or, if they are hidden already, shows them again.
 */
void
atlas_filter_show_only (AtlasFilter *self,
                        AtlasFacet   facet,
                        guint        value)
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
 * Shows all values of @facet again.
 */
void
atlas_filter_show_all (AtlasFilter *self,
                       AtlasFacet   facet)
{
  g_return_if_fail (ATLAS_IS_FILTER (self));
  g_return_if_fail (facet < ATLAS_N_FACETS);

  if (self->hidden[facet] == 0)
    return;
  self->hidden[facet] = 0;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * atlas_filter_get_shows_group:
 * @self: a filter
 * @group: a family of links
 *
 * Returns: whether links of @group are shown
 */
gboolean
atlas_filter_get_shows_group (AtlasFilter    *self,
                              AtlasLinkGroup  group)
{
  return atlas_filter_get_shows (self, ATLAS_FACET_LINKS, group);
}

/**
 * atlas_filter_set_shows_group:
 * @self: a filter
 * @group: a family of links
 * @shows: whether to show its links
 */
void
atlas_filter_set_shows_group (AtlasFilter    *self,
                              AtlasLinkGroup  group,
                              gboolean        shows)
{
  atlas_filter_set_shows (self, ATLAS_FACET_LINKS, group, shows);
}

/**
 * atlas_filter_get_shows_industries:
 * @self: a filter
 * @group: a group of industries
 *
 * Returns: whether industries of @group, and links that carry one, are shown
 */
gboolean
atlas_filter_get_shows_industries (AtlasFilter        *self,
                                   AtlasIndustryGroup  group)
{
  return atlas_filter_get_shows (self, ATLAS_FACET_INDUSTRIES, group);
}

/**
 * atlas_filter_set_shows_industries:
 * @self: a filter
 * @group: a group of industries
 * @shows: whether to show them
 */
void
atlas_filter_set_shows_industries (AtlasFilter        *self,
                                   AtlasIndustryGroup  group,
                                   gboolean            shows)
{
  atlas_filter_set_shows (self, ATLAS_FACET_INDUSTRIES, group, shows);
}

/**
 * atlas_filter_get_shows_events:
 * @self: a filter
 * @kind: a kind of event
 *
 * Returns: whether events of @kind are shown
 */
gboolean
atlas_filter_get_shows_events (AtlasFilter    *self,
                               AtlasEventKind  kind)
{
  return atlas_filter_get_shows (self, ATLAS_FACET_EVENTS, kind);
}

/**
 * atlas_filter_set_shows_events:
 * @self: a filter
 * @kind: a kind of event
 * @shows: whether to show events of @kind
 */
void
atlas_filter_set_shows_events (AtlasFilter    *self,
                               AtlasEventKind  kind,
                               gboolean        shows)
{
  atlas_filter_set_shows (self, ATLAS_FACET_EVENTS, kind, shows);
}

/**
 * atlas_filter_get_until:
 * @self: a filter
 *
 * Returns: (transfer none) (nullable): the moment at which time stands, or NULL
 */
const AtlasDate *
atlas_filter_get_until (AtlasFilter *self)
{
  g_return_val_if_fail (ATLAS_IS_FILTER (self), NULL);

  return self->until;
}

/**
 * atlas_filter_set_until:
 * @self: a filter
 * @until: (nullable): the moment at which time stands, or NULL to show all times
 */
void
atlas_filter_set_until (AtlasFilter     *self,
                        const AtlasDate *until)
{
  g_return_if_fail (ATLAS_IS_FILTER (self));

  if (atlas_date_compare (self->until, until) == 0)
    return;
  atlas_date_free (self->until);
  self->until = until != NULL ? atlas_date_copy (until) : NULL;
  g_signal_emit (self, signals[CHANGED], 0);
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
  return self->until == NULL;
}

/**
 * atlas_filter_reset:
 * @self: a filter
 *
 * Shows everything again.
 */
void
atlas_filter_reset (AtlasFilter *self)
{
  g_return_if_fail (ATLAS_IS_FILTER (self));

  if (atlas_filter_is_open (self))
    return;
  memset (self->hidden, 0, sizeof self->hidden);
  g_clear_pointer (&self->until, atlas_date_free);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A link without industries has none that could be hidden. */
static gboolean
shows_an_industry_of (AtlasFilter *self,
                      AtlasRecord *link)
{
  GPtrArray *industries = atlas_record_get_references (link, ATLAS_ROLE_INDUSTRIES);

  for (guint i = 0; industries != NULL && i < industries->len; i++)
    {
      AtlasIndustry *industry = g_ptr_array_index (industries, i);

      if (atlas_filter_get_shows_industries (self, atlas_industry_get_group (industry)))
        return TRUE;
    }
  return industries == NULL;
}

/* What bears no date was there at all times. */
static gboolean
has_happened (AtlasFilter *self,
              AtlasRecord *record)
{
  const AtlasDate *date;

  if (self->until == NULL)
    return TRUE;
  date = atlas_beginning_of (record);
  return date == NULL || atlas_date_first_day (date) <= atlas_date_last_day (self->until);
}

/* Whether no facet but @without hides @record. */
static gboolean
is_sorted_in (AtlasFilter *self,
              AtlasRecord *record,
              int          without)
{
  guint value;

  for (guint i = 0; i < ATLAS_N_FACETS; i++)
    if ((int) i != without && self->hidden[i] != 0 &&
        atlas_facet_get_value ((AtlasFacet) i, record, &value) &&
        !atlas_filter_get_shows (self, (AtlasFacet) i, value))
      return FALSE;
  return !ATLAS_IS_LINK (record) || self->hidden[ATLAS_FACET_INDUSTRIES] == 0 ||
         shows_an_industry_of (self, record);
}

/**
 * atlas_filter_matches:
 * @self: a filter
 * @record: a record of a complete dataset
 *
 * Returns: whether @record is to be shown
 */
gboolean
atlas_filter_matches (AtlasFilter *self,
                      AtlasRecord *record)
{
  g_return_val_if_fail (ATLAS_IS_FILTER (self), TRUE);
  g_return_val_if_fail (ATLAS_IS_RECORD (record), FALSE);

  return is_sorted_in (self, record, -1) && has_happened (self, record);
}

/**
 * atlas_filter_matches_without:
 * @self: a filter
 * @facet: a facet
 * @record: a record of a complete dataset
 *
 * Returns: whether @record would be shown if @facet hid nothing
 */
gboolean
atlas_filter_matches_without (AtlasFilter *self,
                              AtlasFacet   facet,
                              AtlasRecord *record)
{
  g_return_val_if_fail (ATLAS_IS_FILTER (self), TRUE);
  g_return_val_if_fail (ATLAS_IS_RECORD (record), FALSE);

  return is_sorted_in (self, record, (int) facet) && has_happened (self, record);
}
