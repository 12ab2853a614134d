/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/*
 * AtlasView: what the window shows, and its link.
 *
 * A link is a URI such as "jilin-atlas:?scope=siping&until=2017&links=bus&page=transport". Each
 * parameter is optional:
 *
 * - scope: an id, or two ids with a comma for a comparison;
 * - from, until: dates as in a dataset;
 * - links, industries, events: the values of a facet that are shown, with commas; all unless given;
 * - page: a page of the side panel;
 * - at: latitude, longitude and zoom level of the map, with commas.
 *
 * Unknown parameters are ignored, because a later version may add some. Links come from other
 * people, so that values are checked, and the window checks the scope and the page.
 */

/* The parameter of each facet. */
static const char *const facet_names[ATLAS_N_FACETS] = {
  [ATLAS_FACET_LINKS] = "links",
  [ATLAS_FACET_INDUSTRIES] = "industries",
  [ATLAS_FACET_EVENTS] = "events",
};

/* Longer links are refused: no view needs as much. */
#define MAX_BYTES 4096

/* At this latitude the map ends. */
#define MAX_LATITUDE 85.0

/**
 * atlas_view_new:
 *
 * Returns: (transfer full): a view of the whole province without a filter
 */
AtlasView *
atlas_view_new (void)
{
  AtlasView *self = g_new0 (AtlasView, 1);

  self->scope = g_strdup ("");
  self->filter = atlas_filter_new ();
  return self;
}

/**
 * atlas_view_copy:
 * @self: a view
 *
 * Returns: (transfer full): an equal view, with its own filter
 */
AtlasView *
atlas_view_copy (const AtlasView *self)
{
  AtlasView *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->scope = g_strdup (self->scope);
  copy->filter = atlas_filter_copy (self->filter);
  copy->page = g_strdup (self->page);
  return copy;
}

/**
 * atlas_view_free:
 * @self: (nullable): a view
 */
void
atlas_view_free (AtlasView *self)
{
  if (self == NULL)
    return;
  g_free (self->scope);
  g_object_unref (self->filter);
  g_free (self->page);
  g_free (self);
}

static gboolean
refuse (GError **error, const char *name, const char *value)
{
  /* Translators: the name of a part of a link, such as "until", then its value */
  g_set_error (error, G_URI_ERROR, G_URI_ERROR_BAD_QUERY,
               _("The link has “%s=%s”, which is no value of it."), name, value);
  return FALSE;
}

static gboolean
read_time (AtlasView *self, GHashTable *parameters, GError **error)
{
  const char *from_text = g_hash_table_lookup (parameters, "from");
  const char *until_text = g_hash_table_lookup (parameters, "until");
  AtlasDate from, until;

  if (from_text != NULL && !atlas_date_parse (from_text, &from))
    return refuse (error, "from", from_text);
  if (until_text != NULL && !atlas_date_parse (until_text, &until))
    return refuse (error, "until", until_text);
  if (from_text != NULL && until_text != NULL &&
      atlas_date_first_day (&from) > atlas_date_last_day (&until))
    return refuse (error, "until", until_text);
  atlas_filter_set_time (self->filter, from_text != NULL ? &from : NULL,
                         until_text != NULL ? &until : NULL);
  return TRUE;
}

static gboolean
read_facet (AtlasView *self, AtlasFacet facet, const char *text, GError **error)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);

  for (guint value = 0; value < atlas_facet_get_n_values (facet); value++)
    atlas_filter_set_shows (self->filter, facet, value, FALSE);
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint value;

      if (!atlas_facet_find_code (facet, words[i], &value))
        return refuse (error, facet_names[facet], words[i]);
      atlas_filter_set_shows (self->filter, facet, value, TRUE);
    }
  return TRUE;
}

static gboolean
read_number (const char *text, double least, double most, double *number)
{
  char *end;

  *number = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && isfinite (*number) && *number >= least && *number <= most;
}

static gboolean
read_camera (AtlasView *self, const char *text, GError **error)
{
  g_auto (GStrv) numbers = g_strsplit (text, ",", 4);

  if (g_strv_length (numbers) != 3 ||
      !read_number (numbers[0], -MAX_LATITUDE, MAX_LATITUDE, &self->latitude) ||
      !read_number (numbers[1], -180, 180, &self->longitude) ||
      !read_number (numbers[2], 0, ATLAS_VIEW_MAX_ZOOM, &self->zoom))
    return refuse (error, "at", text);
  self->has_camera = TRUE;
  return TRUE;
}

static gboolean
read_parameters (AtlasView *self, GHashTable *parameters, GError **error)
{
  const char *scope = g_hash_table_lookup (parameters, "scope");
  const char *camera = g_hash_table_lookup (parameters, "at");

  for (guint i = 0; i < ATLAS_N_FACETS; i++)
    {
      const char *values = g_hash_table_lookup (parameters, facet_names[i]);

      if (values != NULL && !read_facet (self, (AtlasFacet) i, values, error))
        return FALSE;
    }
  if (scope != NULL)
    {
      g_free (self->scope);
      self->scope = g_strdup (scope);
    }
  self->page = g_strdup (g_hash_table_lookup (parameters, "page"));
  return read_time (self, parameters, error) &&
         (camera == NULL || read_camera (self, camera, error));
}

/**
 * atlas_view_parse:
 * @uri: a link from atlas_view_to_uri(), from any origin
 * @error: return location for a #GError of %G_URI_ERROR with a message of one sentence
 *
 * The ids and the page are not checked, because they depend on the dataset and the window.
 *
 * Returns: (transfer full) (nullable): the view, or %NULL if @uri is not such a link
 */
AtlasView *
atlas_view_parse (const char *uri, GError **error)
{
  g_autoptr (AtlasView) self = atlas_view_new ();
  g_autofree char *scheme = NULL;
  g_autoptr (GUri) parts = NULL;
  g_autoptr (GHashTable) parameters = NULL;

  g_return_val_if_fail (uri != NULL, NULL);

  if (strlen (uri) > MAX_BYTES)
    {
      g_set_error_literal (error, G_URI_ERROR, G_URI_ERROR_FAILED, _("The link is too long."));
      return NULL;
    }
  scheme = g_uri_parse_scheme (uri);
  if (scheme == NULL || g_ascii_strcasecmp (scheme, ATLAS_VIEW_SCHEME) != 0)
    {
      g_set_error (error, G_URI_ERROR, G_URI_ERROR_BAD_SCHEME,
                   /* Translators: the beginning of a link, such as "jilin-atlas" */
                   _("A link to a view begins with “%s:”."), ATLAS_VIEW_SCHEME);
      return NULL;
    }
  parts = g_uri_parse (uri, G_URI_FLAGS_ENCODED_QUERY, error);
  if (parts == NULL)
    return NULL;
  if (g_uri_get_query (parts) == NULL)
    return g_steal_pointer (&self);
  parameters = g_uri_parse_params (g_uri_get_query (parts), -1, "&", G_URI_PARAMS_NONE, error);
  if (parameters == NULL || !read_parameters (self, parameters, error))
    return NULL;
  return g_steal_pointer (&self);
}

static void
append (GString *uri, const char *name, const char *value)
{
  if (uri->str[uri->len - 1] != '?')
    g_string_append_c (uri, '&');
  g_string_append_printf (uri, "%s=", name);
  g_string_append_uri_escaped (uri, value, ",", FALSE);
}

static void
append_date (GString *uri, const char *name, const AtlasDate *date)
{
  g_autofree char *text = date != NULL ? atlas_date_to_iso (date) : NULL;

  if (text != NULL)
    append (uri, name, text);
}

/* Nothing is appended if all values are shown. */
static void
append_facet (GString *uri, AtlasFilter *filter, AtlasFacet facet)
{
  const guint n_values = atlas_facet_get_n_values (facet);
  g_autoptr (GStrvBuilder) shown = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autofree char *text = NULL;

  for (guint value = 0; value < n_values; value++)
    if (atlas_filter_get_shows (filter, facet, value))
      g_strv_builder_add (shown, atlas_facet_get_code (facet, value));
  words = g_strv_builder_end (shown);
  if (g_strv_length (words) == n_values)
    return;
  text = g_strjoinv (",", words);
  append (uri, facet_names[facet], text);
}

/* A ten-thousandth of a degree is 11 m at most. */
static void
append_camera (GString *uri, const AtlasView *self)
{
  const double numbers[] = { self->latitude, self->longitude, self->zoom };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (text, "%s%s", i > 0 ? "," : "",
                              g_ascii_formatd (buffer, sizeof buffer, i < 2 ? "%.4f" : "%.2f",
                                               numbers[i]));
    }
  append (uri, "at", text->str);
}

/**
 * atlas_view_to_uri:
 * @self: a view
 *
 * Returns: (transfer full): its link
 */
char *
atlas_view_to_uri (const AtlasView *self)
{
  GString *uri = g_string_new (ATLAS_VIEW_SCHEME ":?");

  g_return_val_if_fail (self != NULL, NULL);

  if (*self->scope != '\0')
    append (uri, "scope", self->scope);
  append_date (uri, "from", atlas_filter_get_from (self->filter));
  append_date (uri, "until", atlas_filter_get_until (self->filter));
  for (guint i = 0; i < ATLAS_N_FACETS; i++)
    append_facet (uri, self->filter, (AtlasFacet) i);
  if (self->page != NULL)
    append (uri, "page", self->page);
  if (self->has_camera)
    append_camera (uri, self);
  return g_string_free (uri, FALSE);
}
