/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-filter.h"

#include "atlas-beginning.h"
#include "atlas-event.h"
#include "atlas-link.h"

/*
 * AtlasFilter: what the reader wants to see of any scope.
 *
 * Families of links, groups of industries and kinds of events can be hidden, and time can be
 * stopped at a moment: what begins later (see atlas_beginning_of()) is then not there yet. One filter is obeyed by map,
 * panels, search and page; each listens to #AtlasFilter::changed.
 */
struct _AtlasFilter
{
  GObject parent_instance;

  guint      hidden_groups;     /* a bit for each AtlasLinkGroup */
  guint      hidden_industries; /* a bit for each AtlasIndustryGroup */
  guint      hidden_events;     /* a bit for each AtlasEventKind */
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
set_hidden (AtlasFilter *self,
            guint       *hidden,
            guint        bit,
            gboolean     shows)
{
  guint changed = shows ? *hidden & ~(1u << bit) : *hidden | (1u << bit);

  if (changed == *hidden)
    return;
  *hidden = changed;
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
  g_return_val_if_fail (ATLAS_IS_FILTER (self), TRUE);

  return (self->hidden_groups & (1u << group)) == 0;
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
  g_return_if_fail (ATLAS_IS_FILTER (self));
  g_return_if_fail (group < ATLAS_N_LINK_GROUPS);

  set_hidden (self, &self->hidden_groups, group, shows);
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
  g_return_val_if_fail (ATLAS_IS_FILTER (self), TRUE);

  return (self->hidden_industries & (1u << group)) == 0;
}

/**
 * atlas_filter_set_shows_industries:
 * @self: a filter
 * @group: a group of industries
 * @shows: whether to show them; a link that carries industries is hidden when all of them are
 */
void
atlas_filter_set_shows_industries (AtlasFilter        *self,
                                   AtlasIndustryGroup  group,
                                   gboolean            shows)
{
  g_return_if_fail (ATLAS_IS_FILTER (self));
  g_return_if_fail (group < ATLAS_N_INDUSTRY_GROUPS);

  set_hidden (self, &self->hidden_industries, group, shows);
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
  g_return_val_if_fail (ATLAS_IS_FILTER (self), TRUE);

  return (self->hidden_events & (1u << kind)) == 0;
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
  g_return_if_fail (ATLAS_IS_FILTER (self));
  g_return_if_fail (kind < ATLAS_N_EVENT_KINDS);

  set_hidden (self, &self->hidden_events, kind, shows);
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

  return self->hidden_groups == 0 && self->hidden_industries == 0 && self->hidden_events == 0 &&
         self->until == NULL;
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
  self->hidden_groups = 0;
  self->hidden_industries = 0;
  self->hidden_events = 0;
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

  if (ATLAS_IS_LINK (record) &&
      (!atlas_filter_get_shows_group (self, atlas_link_get_group (ATLAS_LINK (record))) ||
       !shows_an_industry_of (self, record)))
    return FALSE;
  if (ATLAS_IS_INDUSTRY (record) &&
      !atlas_filter_get_shows_industries (self, atlas_industry_get_group (ATLAS_INDUSTRY (record))))
    return FALSE;
  if (ATLAS_IS_EVENT (record) &&
      !atlas_filter_get_shows_events (self, atlas_event_get_kind (ATLAS_EVENT (record))))
    return FALSE;
  return has_happened (self, record);
}
