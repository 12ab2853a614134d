/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-series.h"

/*
 * AtlasSeries: the spans that a chart draws along its axis.
 *
 * A figure with parts becomes a span that contains its parts, end to end from its beginning. When
 * the parts do not add up to the whole, they leave a gap or exceed it: the chart shows what the
 * source states.
 */
struct _AtlasSeries
{
  GObject parent_instance;

  GArray *spans; /* of AtlasSpan; a part comes after its whole */
};

G_DEFINE_FINAL_TYPE (AtlasSeries, atlas_series, G_TYPE_OBJECT)

/* Real figures are nested less deeply; a deeper nesting is a cycle. */
#define MAX_DEPTH 8

static void
clear_span (gpointer data)
{
  AtlasSpan *span = data;

  g_clear_object (&span->record);
}

/* Sorts what is done before what is planned, and each by time. */
static int
compare_parts (gconstpointer a, gconstpointer b)
{
  AtlasFigure *first = *(AtlasFigure *const *) a;
  AtlasFigure *second = *(AtlasFigure *const *) b;
  const AtlasPeriod *first_period = atlas_figure_get_period (first);
  const AtlasPeriod *second_period = atlas_figure_get_period (second);

  if (atlas_figure_get_status (first) != atlas_figure_get_status (second))
    return (int) atlas_figure_get_status (first) - (int) atlas_figure_get_status (second);
  return atlas_date_compare (first_period != NULL ? &first_period->from : NULL,
                             second_period != NULL ? &second_period->from : NULL);
}

static AtlasDecimal
get_length (AtlasFigure *figure)
{
  const AtlasDecimal *value = atlas_figure_get_value (figure);

  return value != NULL ? MAX (*value, 0) : 0;
}

static void
add_span (AtlasSeries *self, AtlasSpan span)
{
  g_assert (span.to >= span.from);

  if (span.record != NULL)
    g_object_ref (span.record);
  g_array_append_val (self->spans, span);
}

static void
add_nested (AtlasSeries *self,
            AtlasDataset *dataset,
            AtlasFigure *figure,
            AtlasDecimal from,
            guint depth)
{
  const AtlasSpan span = { from, atlas_decimal_add (from, get_length (figure)), depth,
                           atlas_figure_get_status (figure), ATLAS_RECORD (figure) };
  g_autoptr (GPtrArray) parts = atlas_figure_dup_parts (figure, dataset);

  add_span (self, span);
  for (guint i = 0; i < parts->len && depth < MAX_DEPTH; i++)
    {
      add_nested (self, dataset, parts->pdata[i], from, depth + 1);
      from = atlas_decimal_add (from, get_length (parts->pdata[i]));
    }
}

static void
atlas_series_finalize (GObject *object)
{
  AtlasSeries *self = ATLAS_SERIES (object);

  g_array_unref (self->spans);

  G_OBJECT_CLASS (atlas_series_parent_class)->finalize (object);
}

static void
atlas_series_class_init (AtlasSeriesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_series_finalize;
}

static void
atlas_series_init (AtlasSeries *self)
{
  self->spans = g_array_new (FALSE, FALSE, sizeof (AtlasSpan));
  g_array_set_clear_func (self->spans, clear_span);
}

/**
 * atlas_series_new:
 *
 * Returns: (transfer full): a series without spans
 */
AtlasSeries *
atlas_series_new (void)
{
  return g_object_new (ATLAS_TYPE_SERIES, NULL);
}

/**
 * atlas_series_add_amount:
 * @self: a series
 * @amount: an exact number
 * @status: whether the amount exists, is completed or is planned
 * @record: (nullable): the record that states it
 *
 * Adds a span from 0 to @amount; a negative amount gives a span that ends at 0.
 */
void
atlas_series_add_amount (AtlasSeries *self,
                         AtlasDecimal amount,
                         AtlasFigureStatus status,
                         AtlasRecord *record)
{
  const AtlasSpan span = { MIN (amount, 0), MAX (amount, 0), 0, status, record };

  add_span (self, span);
}

/**
 * atlas_series_add_figure:
 * @self: a series
 * @dataset: a complete dataset
 * @figure: a figure of @dataset
 *
 * Adds @figure from 0 to its value, and the figures that are parts of it inside.
 */
void
atlas_series_add_figure (AtlasSeries *self, AtlasDataset *dataset, AtlasFigure *figure)
{
  g_return_if_fail (ATLAS_IS_SERIES (self));
  g_return_if_fail (ATLAS_IS_FIGURE (figure));

  add_nested (self, dataset, figure, 0, 0);
}

/**
 * atlas_series_get_length:
 * @self: a series
 *
 * Returns: the number of spans
 */
guint
atlas_series_get_length (AtlasSeries *self)
{
  g_return_val_if_fail (ATLAS_IS_SERIES (self), 0);

  return self->spans->len;
}

/**
 * atlas_series_get_span:
 * @self: a series
 * @index: less than atlas_series_get_length()
 *
 * Returns: (transfer none): the span, a whole always before its parts
 */
const AtlasSpan *
atlas_series_get_span (AtlasSeries *self, guint index)
{
  g_return_val_if_fail (ATLAS_IS_SERIES (self), NULL);
  g_return_val_if_fail (index < self->spans->len, NULL);

  return &g_array_index (self->spans, AtlasSpan, index);
}

/**
 * atlas_series_get_whole:
 * @self: a series
 * @index: less than atlas_series_get_length()
 *
 * Returns: (transfer none) (nullable): the span of which the span at @index is a part
 */
const AtlasSpan *
atlas_series_get_whole (AtlasSeries *self, guint index)
{
  const AtlasSpan *part = atlas_series_get_span (self, index);

  while (part != NULL && index-- > 0)
    if (atlas_series_get_span (self, index)->depth < part->depth)
      return atlas_series_get_span (self, index);
  return NULL;
}

/**
 * atlas_series_get_axis:
 * @self: a series
 *
 * Returns: the shortest axis that contains 0 and all spans
 */
AtlasAxis
atlas_series_get_axis (AtlasSeries *self)
{
  AtlasAxis axis = { 0, 0 };

  g_return_val_if_fail (ATLAS_IS_SERIES (self), axis);

  for (guint i = 0; i < self->spans->len; i++)
    {
      const AtlasSpan *span = atlas_series_get_span (self, i);

      axis.from = MIN (axis.from, atlas_decimal_to_double (span->from));
      axis.to = MAX (axis.to, atlas_decimal_to_double (span->to));
    }
  return axis;
}

/**
 * atlas_span_get_amount:
 * @self: a span
 *
 * Returns: the exact amount of the span, negative if it lies below 0
 */
AtlasDecimal
atlas_span_get_amount (const AtlasSpan *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->from < 0 ? self->from : self->to - self->from;
}

/**
 * atlas_figure_dup_parts:
 * @whole: a figure
 * @dataset: its dataset, which is complete
 *
 * Returns: (transfer container) (element-type AtlasFigure): the figures of the same unit that are
 *   part of it; what is done comes before what is planned, each sorted by time
 */
GPtrArray *
atlas_figure_dup_parts (AtlasFigure *whole, AtlasDataset *dataset)
{
  GPtrArray *parts = g_ptr_array_new ();
  AtlasRecords referrers;

  g_return_val_if_fail (ATLAS_IS_FIGURE (whole), parts);

  referrers = atlas_dataset_get_referrers (dataset, ATLAS_RECORD (whole));
  for (guint i = 0; i < referrers.len; i++)
    {
      AtlasRecord *part = atlas_records_get (&referrers, i);

      if (ATLAS_IS_FIGURE (part) &&
          atlas_record_refers_to (part, ATLAS_ROLE_PART_OF, ATLAS_RECORD (whole)) &&
          atlas_figure_get_unit (ATLAS_FIGURE (part)) == atlas_figure_get_unit (whole))
        g_ptr_array_add (parts, part);
    }
  g_ptr_array_sort (parts, compare_parts);
  return parts;
}
