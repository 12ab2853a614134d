/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-filter-chip-private.h"

#include "atlas-filter-words.h"
#include "atlas-format.h"
#include "atlas-translation.h"

/*
 * AtlasFilterChip: one part of a filter, with a label and a way to remove it.
 *
 * It represents one hidden value of a facet, everything hidden of a facet, or the time of the
 * filter. When the time or the hidden values of a whole facet change, the chip stays the same
 * object and only its label changes, so that its widget keeps the focus.
 */
struct _AtlasFilterChip
{
  GObject parent_instance;

  AtlasFilter *filter;
  AtlasFacet facet; /* or ATLAS_FILTER_CHIP_TIME */
  guint value;      /* or ATLAS_FILTER_CHIP_WHOLE */
  char *label;
};

G_DEFINE_FINAL_TYPE (AtlasFilterChip, atlas_filter_chip, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
atlas_filter_chip_finalize (GObject *object)
{
  AtlasFilterChip *self = ATLAS_FILTER_CHIP (object);

  g_clear_object (&self->filter);
  g_free (self->label);

  G_OBJECT_CLASS (atlas_filter_chip_parent_class)->finalize (object);
}

static void
atlas_filter_chip_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, atlas_filter_chip_get_label (ATLAS_FILTER_CHIP (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_filter_chip_class_init (AtlasFilterChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = atlas_filter_chip_finalize;
  object_class->get_property = atlas_filter_chip_get_property;

  /**
   * AtlasFilterChip:label:
   *
   * The part of the filter in words, in the language of the interface; plain text, not markup.
   */
  properties[PROP_LABEL] = g_param_spec_string (
    "label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_filter_chip_init (AtlasFilterChip *self)
{
}

/**
 * _atlas_filter_chip_new:
 * @filter: a filter
 * @facet: a facet; %ATLAS_FILTER_CHIP_TIME for the time that @filter shows
 * @value: a value of @facet that @filter hides; %ATLAS_FILTER_CHIP_WHOLE for all of them
 *
 * Returns: (transfer full): a chip for this part of @filter
 */
AtlasFilterChip *
_atlas_filter_chip_new (AtlasFilter *filter, AtlasFacet facet, guint value)
{
  AtlasFilterChip *self = g_object_new (ATLAS_TYPE_FILTER_CHIP, NULL);

  self->filter = g_object_ref (filter);
  self->facet = facet;
  self->value = value;
  _atlas_filter_chip_update (self);
  return self;
}

/**
 * atlas_filter_chip_get_label:
 * @self: a chip
 *
 * Returns: the part of the filter in words, in the language of the interface; plain text, not
 *   markup
 */
const char *
atlas_filter_chip_get_label (AtlasFilterChip *self)
{
  g_return_val_if_fail (ATLAS_IS_FILTER_CHIP (self), NULL);

  return self->label;
}

/**
 * atlas_filter_chip_is_until:
 * @self: a chip
 *
 * Returns: whether it represents the time
 */
gboolean
atlas_filter_chip_is_until (AtlasFilterChip *self)
{
  g_return_val_if_fail (ATLAS_IS_FILTER_CHIP (self), FALSE);

  return self->facet == ATLAS_FILTER_CHIP_TIME;
}

/**
 * atlas_filter_chip_is_whole:
 * @self: a chip
 *
 * Returns: whether it represents everything that the filter hides of a facet
 */
gboolean
atlas_filter_chip_is_whole (AtlasFilterChip *self)
{
  g_return_val_if_fail (ATLAS_IS_FILTER_CHIP (self), FALSE);

  return self->value == ATLAS_FILTER_CHIP_WHOLE;
}

/**
 * _atlas_filter_chip_equal:
 * @self: a chip
 * @other: another chip of the same filter
 *
 * Returns: whether they represent the same part of the filter, even with another label
 */
gboolean
_atlas_filter_chip_equal (AtlasFilterChip *self, AtlasFilterChip *other)
{
  g_return_val_if_fail (ATLAS_IS_FILTER_CHIP (self), FALSE);
  g_return_val_if_fail (ATLAS_IS_FILTER_CHIP (other), FALSE);

  return self->facet == other->facet && self->value == other->value;
}

static char *
describe (AtlasFilterChip *self)
{
  const AtlasLanguage language = atlas_language_get_default ();

  if (atlas_filter_chip_is_whole (self))
    return atlas_filter_describe_facet (self->filter, self->facet, language);
  if (!atlas_filter_chip_is_until (self))
    return g_strdup (atlas_facet_get_label (self->facet, self->value, language));
  return atlas_filter_describe_time (self->filter, language);
}

/**
 * _atlas_filter_chip_update:
 * @self: a chip
 *
 * Updates the label if the chip represents the time or a whole facet.
 */
void
_atlas_filter_chip_update (AtlasFilterChip *self)
{
  g_autofree char *label = NULL;

  g_return_if_fail (ATLAS_IS_FILTER_CHIP (self));

  label = describe (self);
  if (g_strcmp0 (label, self->label) == 0)
    return;
  g_free (self->label);
  self->label = g_steal_pointer (&label);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

/**
 * atlas_filter_chip_remove:
 * @self: a chip
 *
 * Removes this part from the filter.
 */
void
atlas_filter_chip_remove (AtlasFilterChip *self)
{
  g_return_if_fail (ATLAS_IS_FILTER_CHIP (self));

  if (atlas_filter_chip_is_until (self))
    atlas_filter_set_time (self->filter, NULL, NULL);
  else if (atlas_filter_chip_is_whole (self))
    atlas_filter_show_all (self->filter, self->facet);
  else
    atlas_filter_set_shows (self->filter, self->facet, self->value, TRUE);
}
