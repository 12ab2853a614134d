/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-belonging.h"

#include "atlas-link.h"
#include "atlas-source.h"
#include "atlas-translation.h"

/*
 * Decides to whom a figure belongs, as seen from a scope.
 *
 * A scope contains more figures than its own: a figure for two cities together is in the scope of
 * each, and so is a figure of only the partner. Such a figure is not a key figure of the scope, and
 * is always shown with the places that share it. Panels and pages both use this file, so that they
 * agree.
 *
 * A figure counts the places that it names. If it names none, it counts the places of the records
 * that it is about, or of the project whose cost it is, or else those of its whole.
 */

/* The largest nesting depth of wholes; a deeper one is a cycle. */
#define MAX_WHOLES 16

static void
add_once (GPtrArray *places, AtlasPlace *place)
{
  if (!g_ptr_array_find (places, place, NULL))
    g_ptr_array_add (places, place);
}

static void
add_all (GPtrArray *places, GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    add_once (places, more->pdata[i]);
}

/* Adds the places of a record: a place itself, the ends of a link, or the places that another
 * record names. */
static void
add_places_of (GPtrArray *places, AtlasDataset *dataset, AtlasRecord *record)
{
  g_autoptr (GPtrArray) others = NULL;

  if (ATLAS_IS_PLACE (record))
    {
      add_once (places, ATLAS_PLACE (record));
      return;
    }
  others = ATLAS_IS_LINK (record)
             ? atlas_link_dup_ends (ATLAS_LINK (record), dataset)
             : atlas_dataset_dup_references (dataset, record, ATLAS_ROLE_PLACES);
  add_all (places, others);
}

static void
add_places_of_figure (GPtrArray *places, AtlasDataset *dataset, AtlasRecord *figure)
{
  const AtlasRecords about = atlas_dataset_get_references (dataset, figure, ATLAS_ROLE_ABOUT);
  const AtlasRecords referrers = atlas_dataset_get_referrers (dataset, figure);

  add_places_of (places, dataset, figure);
  if (places->len > 0)
    return;
  for (guint i = 0; i < about.len; i++)
    add_places_of (places, dataset, atlas_records_get (&about, i));
  for (guint i = 0; i < referrers.len; i++)
    if (atlas_record_refers_to (atlas_records_get (&referrers, i), ATLAS_ROLE_INVESTMENT, figure))
      add_places_of (places, dataset, atlas_records_get (&referrers, i));
}

static GPtrArray *
list_counted_places (AtlasFigure *figure, AtlasDataset *dataset)
{
  AtlasRecord *whole = ATLAS_RECORD (figure);
  GPtrArray *places = g_ptr_array_new ();

  /* The limit ends a cycle of wholes, which a dataset created in code may contain. */
  for (guint i = 0; i < MAX_WHOLES && whole != NULL && places->len == 0; i++)
    {
      add_places_of_figure (places, dataset, whole);
      whole = atlas_dataset_get_reference (dataset, whole, ATLAS_ROLE_PART_OF);
    }
  return places;
}

/* Figures of a city do not belong to a road through it: for subjects other than places and links,
 * only figures about the subject count. */
static GPtrArray *
list_places_of_scope (AtlasScope *scope)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (scope);
  AtlasRecord *subject = atlas_scope_get_subject (scope);
  AtlasRecord *other = atlas_scope_get_other (scope);
  GPtrArray *places = g_ptr_array_new ();

  if (ATLAS_IS_PLACE (subject) || ATLAS_IS_LINK (subject))
    add_places_of (places, dataset, subject);
  if (other != NULL)
    add_places_of (places, dataset, other);
  return places;
}

/* Whether the figure is about the subject. A source has all figures that it states. */
static gboolean
is_about (AtlasFigure *figure, AtlasRecord *subject)
{
  return !ATLAS_IS_PLACE (subject) &&
         (subject == ATLAS_RECORD (figure) || ATLAS_IS_SOURCE (subject) ||
          atlas_record_refers_to (ATLAS_RECORD (figure), ATLAS_ROLE_ABOUT, subject) ||
          atlas_record_refers_to (subject, ATLAS_ROLE_INVESTMENT, ATLAS_RECORD (figure)));
}

static gboolean
is_within_any (AtlasPlace *place, AtlasDataset *dataset, GPtrArray *places)
{
  for (guint i = 0; i < places->len; i++)
    if (atlas_place_is_within (place, dataset, places->pdata[i]))
      return TRUE;
  return FALSE;
}

static gboolean
contains_any (AtlasPlace *place, AtlasDataset *dataset, GPtrArray *places)
{
  for (guint i = 0; i < places->len; i++)
    if (atlas_place_is_within (places->pdata[i], dataset, place))
      return TRUE;
  return FALSE;
}

/* Returns the city that contains a place. A town outside all cities of the dataset, such as the end
 * of a road, is not named as sharing a figure. */
static AtlasPlace *
get_holder (AtlasPlace *place, AtlasDataset *dataset)
{
  if (atlas_place_get_kind (place) == ATLAS_PLACE_KIND_PROVINCE)
    return place;
  return atlas_place_get_city (place, dataset);
}

static AtlasBelonging
sort_places (GPtrArray *counted, AtlasDataset *dataset, GPtrArray *own, GPtrArray *others)
{
  gboolean is_shared = FALSE, is_wider = FALSE;

  for (guint i = 0; i < counted->len; i++)
    {
      AtlasPlace *place = counted->pdata[i];
      AtlasPlace *holder = get_holder (place, dataset);

      if (is_within_any (place, dataset, own))
        is_shared = TRUE;
      else if (contains_any (place, dataset, own))
        is_wider = TRUE;
      if (!is_within_any (place, dataset, own) && holder != NULL)
        add_once (others, holder);
    }
  if (is_wider)
    return ATLAS_BELONGING_ELSEWHERE;
  if (others->len == 0)
    return ATLAS_BELONGING_OWN;
  return is_shared ? ATLAS_BELONGING_JOINT : ATLAS_BELONGING_ELSEWHERE;
}

/**
 * atlas_belonging_of:
 * @scope: a scope
 * @figure: a figure of its dataset
 * @others: (out) (optional) (transfer container) (element-type AtlasPlace): return location for the
 *   other places, without duplicates: the cities, areas and provinces that share the figure, or
 *   that it counts instead; empty if it belongs to the scope
 *
 * Returns: to whom @figure belongs
 */
AtlasBelonging
atlas_belonging_of (AtlasScope *scope, AtlasFigure *figure, GPtrArray **others)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (scope);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GPtrArray) counted = NULL;
  g_autoptr (GPtrArray) own = NULL;
  AtlasBelonging belonging = ATLAS_BELONGING_OWN;
  AtlasRecord *subject, *other;

  g_return_val_if_fail (ATLAS_IS_SCOPE (scope), ATLAS_BELONGING_OWN);
  g_return_val_if_fail (ATLAS_IS_FIGURE (figure), ATLAS_BELONGING_OWN);

  subject = atlas_scope_get_subject (scope);
  other = atlas_scope_get_other (scope);
  if (subject != NULL && !is_about (figure, subject) &&
      (other == NULL || !is_about (figure, other)))
    {
      counted = list_counted_places (figure, dataset);
      own = list_places_of_scope (scope);
      belonging = sort_places (counted, dataset, own, found);
    }
  if (others != NULL)
    *others = g_steal_pointer (&found);
  return belonging;
}

static char *
join_names (GPtrArray *places, AtlasLanguage language)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    g_string_append_printf (names, "%s%s",
                            i > 0 ? atlas_translate_context (language, "list", ", ") : "",
                            atlas_record_get_name (places->pdata[i], language));
  return g_string_free (names, FALSE);
}

/**
 * atlas_belonging_describe:
 * @scope: a scope
 * @figure: a figure of its dataset
 * @language: the language of the text
 *
 * Returns: (transfer full): the owner of @figure: "Together with Changchun", or "Changchun" for a
 *   figure that counts Changchun and not the scope; "" if it belongs only to the scope; plain text,
 *   not markup
 */
char *
atlas_belonging_describe (AtlasScope *scope, AtlasFigure *figure, AtlasLanguage language)
{
  g_autoptr (GPtrArray) others = NULL;
  const AtlasBelonging belonging = atlas_belonging_of (scope, figure, &others);
  g_autofree char *names = NULL;

  g_return_val_if_fail (others != NULL, NULL);

  names = join_names (others, language);
  if (belonging != ATLAS_BELONGING_JOINT)
    return g_steal_pointer (&names);
  return g_strdup_printf (atlas_figure_get_unit (figure) == ATLAS_UNIT_CNY_100M
                            /* Translators: above or behind an amount of money that counts the place
                             * in question and others together; %s is the others. */
                            ? atlas_translate_context (language, "amount", "Together with %s")
                            /* Translators: above or behind a number of things that the place in
                             * question has together with others; %s is the others. */
                            : atlas_translate_context (language, "things", "Together with %s"),
                          names);
}
