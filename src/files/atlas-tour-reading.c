/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-tour-reading-private.h"

#include <glib/gi18n-lib.h>

#include "atlas-extras-reading-private.h"
#include "atlas-references-private.h"
#include "atlas-value-private.h"
#include "atlas-view.h"

/*
 * Creates a tour from one object of the file.
 *
 * A tour is read after all records, so ids and citations are checked at once. A step with a fault
 * is left out, and the rest of the tour is kept.
 */

static guint
count_errors (AtlasReading *reading)
{
  GPtrArray *faults = _atlas_fault_list_peek (reading->faults);
  guint n_errors = 0;

  for (guint i = 0; i < faults->len; i++)
    n_errors += ((const AtlasFault *) faults->pdata[i])->severity == ATLAS_FAULT_SEVERITY_ERROR;
  return n_errors;
}

/* The records of the scope must exist. */
static void
check_scope (AtlasReading *reading, guint at, const char *scope)
{
  g_auto (GStrv) ids = g_strsplit (scope, ",", 2);

  for (guint i = 0; ids[i] != NULL; i++)
    _atlas_references_find_record (reading, at, ids[i]);
}

/* Returns the link, or NULL if a fault was added. */
static char *
read_view (AtlasReading *reading, guint at, JsonNode *node)
{
  const char *uri = _atlas_value_read_string (reading, at, node);
  g_autoptr (AtlasView) view = NULL;
  g_autoptr (GError) error = NULL;

  if (uri == NULL)
    return NULL;
  view = atlas_view_parse (uri, &error);
  if (view == NULL)
    {
      _atlas_reading_error (reading, ATLAS_READ_ERROR_OUT_OF_RANGE, at, "%s", error->message);
      return NULL;
    }
  check_scope (reading, at, view->scope);
  return g_strdup (uri);
}

/* Returns NULL if the step has a fault. */
static AtlasTourStep *
read_step (AtlasReading *reading, guint at, JsonNode *node)
{
  const guint n_errors = count_errors (reading), n_unknown = reading->n_unknown;
  g_autoptr (AtlasTourStep) step = NULL;
  g_autoptr (AtlasText) caption = NULL;
  g_autofree char *view = NULL;
  AtlasFoundMember found[] = { { .name = "view" }, { .name = "caption" }, { .name = "cites" } };

  if (!_atlas_value_expect_object (reading, at, node))
    return NULL;
  _atlas_value_find_members (reading, at, node, found, G_N_ELEMENTS (found));
  _atlas_value_require (reading, at, node, "view", NULL);
  if (found[0].node != NULL)
    view = read_view (reading, found[0].at, found[0].node);
  if (found[1].node != NULL)
    caption = _atlas_value_read_name (reading, found[1].at, found[1].node);
  step = atlas_tour_step_new (view != NULL ? view : "", caption);
  if (found[2].node != NULL)
    _atlas_references_read_citations (reading->references, reading, found[2].at, found[2].node,
                                      step);
  if (count_errors (reading) > n_errors)
    return NULL;
  if (reading->n_unknown > n_unknown)
    _atlas_extras_take_step (reading, at, step);
  return g_steal_pointer (&step);
}

static void
read_steps (AtlasReading *reading, guint at, JsonNode *node, AtlasTour *tour)
{
  AtlasElementIter iter;
  JsonNode *element;
  guint number;

  if (!_atlas_value_expect_array (reading, at, node))
    return;
  _atlas_element_iter_init (&iter, reading, at, node);
  while (_atlas_element_iter_next (&iter, &number, &element))
    {
      g_autoptr (AtlasTourStep) step = read_step (reading, number, element);

      if (step != NULL && tour != NULL)
        atlas_tour_add_step (tour, step);
    }
}

/**
 * _atlas_tour_read:
 * @reading: a reading whose records have all been read
 * @at: the number of @node in the index
 * @node: the element of the array
 *
 * Reads a tour and adds its faults to the list.
 *
 * Returns: (transfer full) (nullable): the tour without the steps that have a fault, or %NULL when
 *   it has no valid id or title
 */
AtlasTour *
_atlas_tour_read (AtlasReading *reading, guint at, JsonNode *node)
{
  const guint n_unknown = reading->n_unknown;
  g_autoptr (AtlasTour) tour = NULL;
  g_autoptr (AtlasText) title = NULL;
  const char *id = NULL;
  AtlasFoundMember found[] = { { .name = "id" }, { .name = "title" }, { .name = "steps" } };

  if (!_atlas_value_expect_object (reading, at, node))
    return NULL;
  _atlas_value_find_members (reading, at, node, found, G_N_ELEMENTS (found));
  _atlas_value_require (reading, at, node, "id", "title", "steps", NULL);
  if (found[0].node != NULL)
    id = _atlas_value_read_string (reading, found[0].at, found[0].node);
  if (found[1].node != NULL)
    title = _atlas_value_read_name (reading, found[1].at, found[1].node);
  if (id != NULL && title != NULL)
    tour = atlas_tour_new (id, title);
  if (tour != NULL && reading->n_unknown > n_unknown)
    _atlas_extras_take_tour (reading, at, tour);
  if (found[2].node != NULL)
    read_steps (reading, found[2].at, found[2].node, tour);
  return g_steal_pointer (&tour);
}
