/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-facet.h"

#include <glib/gi18n-lib.h>

#include "atlas-enum-types.h"
#include "atlas-event.h"
#include "atlas-industry.h"
#include "atlas-labels.h"
#include "atlas-link.h"
#include "atlas-translation.h"

/*
 * The facets by which records are filtered, in one table. Legend, chips and texts iterate over it,
 * so none of them needs code for a single facet.
 */
static const struct
{
  const char *name;
  GType (*get_type) (void);
  guint n_values;
} facets[] = {
  [ATLAS_FACET_LINKS] = { NC_ ("facet", "Links"), atlas_link_group_get_type, ATLAS_N_LINK_GROUPS },
  [ATLAS_FACET_INDUSTRIES] = { NC_ ("facet", "Industries"), atlas_industry_group_get_type,
                               ATLAS_N_INDUSTRY_GROUPS },
  [ATLAS_FACET_EVENTS] = { NC_ ("facet", "Events"), atlas_event_kind_get_type,
                           ATLAS_N_EVENT_KINDS },
};

G_STATIC_ASSERT (ATLAS_N_LINK_GROUPS <= ATLAS_MAX_FACET_VALUES);
G_STATIC_ASSERT (ATLAS_N_INDUSTRY_GROUPS <= ATLAS_MAX_FACET_VALUES);
G_STATIC_ASSERT (ATLAS_N_EVENT_KINDS <= ATLAS_MAX_FACET_VALUES);

/**
 * atlas_facet_get_n_values:
 * @self: a facet
 *
 * Returns: the number of its values, which count from 0
 */
guint
atlas_facet_get_n_values (AtlasFacet self)
{
  g_return_val_if_fail (self < ATLAS_N_FACETS, 0);

  return facets[self].n_values;
}

/**
 * atlas_facet_get_name:
 * @self: a facet
 * @language: the language of the text
 *
 * Returns: (transfer none): the plural of the kind of records that it classifies
 */
const char *
atlas_facet_get_name (AtlasFacet self, AtlasLanguage language)
{
  g_return_val_if_fail (self < ATLAS_N_FACETS, "");

  return atlas_translate_context (language, "facet", facets[self].name);
}

/**
 * atlas_facet_get_label:
 * @self: a facet
 * @value: one of its values
 * @language: the language of the text
 *
 * Returns: (transfer none): the label of @value
 */
const char *
atlas_facet_get_label (AtlasFacet self, guint value, AtlasLanguage language)
{
  g_return_val_if_fail (self < ATLAS_N_FACETS, "");

  return atlas_label_for (facets[self].get_type (), (int) value, language);
}

/**
 * atlas_facet_get_code:
 * @self: a facet
 * @value: one of its values
 *
 * Returns: (transfer none): the word for @value in links, the same in each language
 */
const char *
atlas_facet_get_code (AtlasFacet self, guint value)
{
  g_autoptr (GTypeClass) values = NULL;

  g_return_val_if_fail (value < atlas_facet_get_n_values (self), "");

  values = g_type_class_ref (facets[self].get_type ());
  return g_enum_get_value (G_ENUM_CLASS (values), (int) value)->value_nick;
}

/**
 * atlas_facet_find_code:
 * @self: a facet
 * @code: a word from atlas_facet_get_code(), or any other
 * @value: (out): return location for the value
 *
 * Returns: whether @code is the word for a value
 */
gboolean
atlas_facet_find_code (AtlasFacet self, const char *code, guint *value)
{
  g_return_val_if_fail (code != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  for (*value = 0; *value < atlas_facet_get_n_values (self); (*value)++)
    if (g_str_equal (code, atlas_facet_get_code (self, *value)))
      return TRUE;
  return FALSE;
}

/**
 * atlas_facet_get_value:
 * @self: a facet
 * @record: a record
 * @value: (out): return location for the value of @record
 *
 * Returns: whether @self classifies the kind of @record
 */
gboolean
atlas_facet_get_value (AtlasFacet self, AtlasRecord *record, guint *value)
{
  g_return_val_if_fail (ATLAS_IS_RECORD (record), FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  if (self == ATLAS_FACET_LINKS && ATLAS_IS_LINK (record))
    *value = atlas_link_get_group (ATLAS_LINK (record));
  else if (self == ATLAS_FACET_INDUSTRIES && ATLAS_IS_INDUSTRY (record))
    *value = atlas_industry_get_group (ATLAS_INDUSTRY (record));
  else if (self == ATLAS_FACET_EVENTS && ATLAS_IS_EVENT (record))
    *value = atlas_event_get_kind (ATLAS_EVENT (record));
  else
    return FALSE;
  return TRUE;
}
