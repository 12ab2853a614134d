/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-figure.h"

#include <glib/gi18n-lib.h>

#include "atlas-enum-types.h"
#include "atlas-member-private.h"

/*
 * AtlasFigure: a number that the source states, with unit, time and status.
 */
struct _AtlasFigure
{
  AtlasRecord parent_instance;

  AtlasDecimal *value;
  AtlasUnit unit;
  AtlasDate *as_of;
  AtlasPeriod *period;
  AtlasFigureStatus status;
};

G_DEFINE_FINAL_TYPE (AtlasFigure, atlas_figure, ATLAS_TYPE_RECORD)

/* clang-format off */
static const AtlasMember members[] = {
  ATLAS_BOXED (AtlasFigure, value, ATLAS_REQUIRED, atlas_decimal_get_type, NC_ ("member", "Value"),
               "In the unit below, with four decimals at most."),
  ATLAS_WORD (AtlasFigure, unit, ATLAS_REQUIRED, atlas_unit_get_type, ATLAS_UNIT_ITEM,
              NC_ ("member", "Unit"), "What is counted."),
  ATLAS_WORD (AtlasFigure, status, ATLAS_OPTIONAL, atlas_figure_status_get_type,
              ATLAS_FIGURE_STATUS_STOCK, NC_ ("member", "Status"), "What the number says."),
  ATLAS_BOXED (AtlasFigure, period, ATLAS_OPTIONAL, atlas_period_get_type, NC_ ("member", "Period"),
               "The time over which it was or is to be reached."),
  ATLAS_BOXED (AtlasFigure, as_of, ATLAS_OPTIONAL, atlas_date_get_type,
               NC_ ("member", "Date of counting"), "The moment for which a count or amount holds."),
  ATLAS_REFERENCE (part_of, ATLAS_OPTIONAL, PART_OF, ATLAS_KIND (FIGURE),
                   "The figure of which this one is a part; its value lies within that one's and "
                   "may not be added to it."),
};
/* clang-format on */

static void
atlas_figure_class_init (AtlasFigureClass *klass)
{
  _atlas_record_class_set_members (ATLAS_RECORD_CLASS (klass), ATLAS_RECORD_KIND_FIGURE, members,
                                   G_N_ELEMENTS (members));
}

static void
atlas_figure_init (AtlasFigure *self)
{
}

/**
 * atlas_figure_get_value:
 * @self: a figure
 *
 * Returns: (transfer none): the exact number, in its unit; for %ATLAS_UNIT_CNY_100M one step of the
 *   decimal is 10 000 yuan
 */
const AtlasDecimal *
atlas_figure_get_value (AtlasFigure *self)
{
  g_return_val_if_fail (ATLAS_IS_FIGURE (self), NULL);

  return self->value;
}

/**
 * atlas_figure_get_unit:
 * @self: a figure
 *
 * Returns: its unit
 */
AtlasUnit
atlas_figure_get_unit (AtlasFigure *self)
{
  g_return_val_if_fail (ATLAS_IS_FIGURE (self), ATLAS_UNIT_ITEM);

  return self->unit;
}

/**
 * atlas_figure_get_as_of:
 * @self: a figure
 *
 * Returns: (transfer none) (nullable): the date of counting, or %NULL
 */
const AtlasDate *
atlas_figure_get_as_of (AtlasFigure *self)
{
  g_return_val_if_fail (ATLAS_IS_FIGURE (self), NULL);

  return self->as_of;
}

/**
 * atlas_figure_get_period:
 * @self: a figure
 *
 * Returns: (transfer none) (nullable): the period that it covers, or %NULL
 */
const AtlasPeriod *
atlas_figure_get_period (AtlasFigure *self)
{
  g_return_val_if_fail (ATLAS_IS_FIGURE (self), NULL);

  return self->period;
}

/**
 * atlas_figure_get_status:
 * @self: a figure
 *
 * Returns: whether it exists, is completed or is planned
 */
AtlasFigureStatus
atlas_figure_get_status (AtlasFigure *self)
{
  g_return_val_if_fail (ATLAS_IS_FIGURE (self), ATLAS_FIGURE_STATUS_STOCK);

  return self->status;
}

/**
 * atlas_figure_is_change:
 * @figure: a figure
 * @dataset: its dataset
 *
 * Returns: whether it states by how many per cent another figure has changed
 */
gboolean
atlas_figure_is_change (AtlasFigure *figure, AtlasDataset *dataset)
{
  AtlasRecord *about =
    atlas_dataset_get_reference (dataset, ATLAS_RECORD (figure), ATLAS_ROLE_ABOUT);

  return atlas_figure_get_unit (figure) == ATLAS_UNIT_PERCENT && about != NULL &&
         ATLAS_IS_FIGURE (about);
}
