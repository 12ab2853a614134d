/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-geojson-writer.h"

#include <math.h>

#include "atlas-beginning.h"
#include "atlas-description.h"
#include "atlas-enum-types.h"
#include "atlas-json-text.h"
#include "atlas-labels.h"
#include "atlas-route.h"
#include "atlas-schema.h"

/*
 * Writes the places and links of a scope for other map programs: GeoJSON, RFC 7946.
 *
 * A place is a point. A link between two places is a straight line, whatever its shape on our map;
 * a link of more places is a set of points. A record without a place has no geometry, but is
 * written too.
 *
 * The names of properties are the same in every language: map programs select and style features by
 * them.
 */

/* Six decimal places are a tenth of a metre, more precise than any place of a dataset. */
#define DEGREES_FORMAT "%.6f"

/* Coordinates with a smaller difference are written the same. */
#define SAME_DEGREES 1e-6

typedef struct
{
  const AtlasFacts *facts;
  GString *json;
  guint n_features;
} Writer;

static void
add_text_member (Writer *self, const char *name, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  atlas_json_begin_member (self->json, name);
  atlas_json_append_string (self->json, text);
}

static void
add_position (Writer *self, AtlasPlace *place)
{
  char longitude[G_ASCII_DTOSTR_BUF_SIZE];
  char latitude[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (longitude, sizeof longitude, DEGREES_FORMAT, atlas_place_get_longitude (place));
  g_ascii_formatd (latitude, sizeof latitude, DEGREES_FORMAT, atlas_place_get_latitude (place));
  g_string_append_printf (self->json, "[%s, %s]", longitude, latitude);
}

static gboolean
are_on_one_point (GPtrArray *places)
{
  AtlasPlace *first = places->len > 0 ? places->pdata[0] : NULL;

  for (guint i = 1; i < places->len; i++)
    {
      AtlasPlace *place = places->pdata[i];

      if (fabs (atlas_place_get_longitude (place) - atlas_place_get_longitude (first)) >
            SAME_DEGREES ||
          fabs (atlas_place_get_latitude (place) - atlas_place_get_latitude (first)) > SAME_DEGREES)
        return FALSE;
    }
  return places->len > 0;
}

/* A line needs two different points, so if all places lie on the same point, write a Point. */
static void
add_geometry (Writer *self, GPtrArray *all_places)
{
  g_autoptr (GPtrArray) places = g_ptr_array_copy (all_places, NULL, NULL);
  const char *type;

  if (are_on_one_point (places))
    g_ptr_array_set_size (places, 1);
  type = places->len == 1 ? "Point" : places->len == 2 ? "LineString" : "MultiPoint";

  atlas_json_begin_member (self->json, "geometry");
  if (places->len == 0)
    {
      g_string_append (self->json, "null");
      return;
    }
  g_string_append_printf (self->json, "{\"type\": \"%s\", \"coordinates\": %s", type,
                          places->len > 1 ? "[" : "");
  for (guint i = 0; i < places->len; i++)
    {
      if (i > 0)
        g_string_append (self->json, ", ");
      add_position (self, places->pdata[i]);
    }
  g_string_append_printf (self->json, "%s}", places->len > 1 ? "]" : "");
}

static void
add_names (Writer *self, AtlasRecord *record)
{
  const AtlasText *name = atlas_record_get_name_text (record);

  for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
    {
      g_autofree char *member =
        g_strdup_printf ("name:%s", atlas_language_get_code ((AtlasLanguage) language));

      add_text_member (self, member,
                       name != NULL ? atlas_text_peek (name, (AtlasLanguage) language) : NULL);
    }
}

static void
add_citations (Writer *self, AtlasRecord *record)
{
  atlas_json_begin_member (self->json, "citations");
  g_string_append_c (self->json, '[');
  for (guint i = 0; i < atlas_record_get_n_citations (record); i++)
    {
      g_autofree char *place = atlas_citation_to_string (atlas_record_get_citation (record, i));

      if (i > 0)
        g_string_append (self->json, ", ");
      atlas_json_append_string (self->json, place);
    }
  g_string_append_c (self->json, ']');
  if (atlas_record_lacks_source (record))
    {
      atlas_json_begin_member (self->json, "unsourced");
      g_string_append (self->json, "true");
    }
}

static void
add_place_members (Writer *self, AtlasPlace *place)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (self->facts->scope);
  AtlasPlace *parent = atlas_place_get_parent (place, dataset);

  add_text_member (self, "place",
                   atlas_code_for (ATLAS_TYPE_PLACE_KIND, (int) atlas_place_get_kind (place)));
  add_text_member (self, "code", atlas_place_get_code (place));
  add_text_member (self, "parent",
                   parent != NULL ? atlas_record_get_id (ATLAS_RECORD (parent)) : NULL);
  atlas_json_begin_member (self->json, "approximate");
  g_string_append (self->json, atlas_place_is_approximate (place) ? "true" : "false");
}

static void
add_link_members (Writer *self, AtlasLink *link)
{
  g_autofree char *industries =
    atlas_describe_references (ATLAS_RECORD (link), atlas_scope_get_dataset (self->facts->scope),
                               ATLAS_ROLE_INDUSTRIES, 0, self->facts->language);

  add_text_member (self, "group",
                   atlas_code_for (ATLAS_TYPE_LINK_GROUP, (int) atlas_link_get_group (link)));
  add_text_member (self, "industries", industries);
  if (ATLAS_IS_ROUTE (link) && atlas_route_get_trips_per_day (ATLAS_ROUTE (link)) > 0)
    {
      atlas_json_begin_member (self->json, "trips_per_day");
      g_string_append_printf (self->json, "%u", atlas_route_get_trips_per_day (ATLAS_ROUTE (link)));
    }
}

/* Adds "since" and "in_doubt" of a link. */
static void
add_beginning (Writer *self, AtlasRecord *record)
{
  const AtlasDate *date = atlas_beginning_of (record, atlas_scope_get_dataset (self->facts->scope));
  g_autofree char *iso = date != NULL ? atlas_date_to_iso (date) : NULL;

  add_text_member (self, "since", iso);
  atlas_json_begin_member (self->json, "in_doubt");
  g_string_append (self->json, atlas_facts_is_in_doubt (self->facts, record) ? "true" : "false");
}

static void
add_feature (Writer *self, AtlasRecord *record)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (self->facts->scope);
  const AtlasLanguage language = self->facts->language;
  const AtlasDate *date = atlas_record_get_date (record);
  g_autofree char *iso = date != NULL ? atlas_date_to_iso (date) : NULL;
  g_autoptr (GPtrArray) places = NULL;

  if (ATLAS_IS_LINK (record))
    {
      places = atlas_link_dup_ends (ATLAS_LINK (record), dataset);
    }
  else
    {
      places = g_ptr_array_new ();
      g_ptr_array_add (places, record);
    }
  g_string_append (self->json, self->n_features++ > 0 ? ",\n{" : "\n{");
  add_text_member (self, "type", "Feature");
  add_text_member (self, "id", atlas_record_get_id (record));
  add_geometry (self, places);
  atlas_json_begin_member (self->json, "properties");
  g_string_append_c (self->json, '{');
  add_text_member (self, "kind",
                   atlas_code_for (ATLAS_TYPE_RECORD_KIND, (int) atlas_record_get_kind (record)));
  add_text_member (self, "name", atlas_record_get_name (record, language));
  add_names (self, record);
  add_text_member (self, "summary", atlas_record_get_summary (record, language));
  add_text_member (self, "date", iso);
  if (ATLAS_IS_LINK (record))
    {
      add_beginning (self, record);
      add_link_members (self, ATLAS_LINK (record));
    }
  else
    add_place_members (self, ATLAS_PLACE (record));
  add_text_member (self, "note", atlas_record_get_note (record, language));
  add_citations (self, record);
  g_string_append (self->json, "}}");
}

/* RFC 7946 allows additional members. */
static void
add_left_out (Writer *self)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (self->facts->scope);
  g_autofree char *words = atlas_facts_describe_left_out (self->facts);

  if (*words == '\0')
    return;
  add_text_member (self, "note", words);
  atlas_json_begin_member (self->json, "left_out");
  g_string_append_printf (self->json, "%u",
                          atlas_dataset_get_n_at_fault (dataset) +
                            atlas_dataset_get_n_dependent (dataset));
}

/**
 * atlas_geojson_writer_write:
 * @facts: the facts to write; names are in its language, and additionally in all languages
 *
 * Returns: (transfer full): a GeoJSON file with the places and links in the scope and the filter
 */
GBytes *
atlas_geojson_writer_write (const AtlasFacts *facts)
{
  static const AtlasRecordKind kinds[] = {
    ATLAS_RECORD_KIND_PLACE,
    ATLAS_RECORD_KIND_PARTNERSHIP,
    ATLAS_RECORD_KIND_ROUTE,
  };
  Writer self = { facts, g_string_new ("{"), 0 };

  add_text_member (&self, "type", "FeatureCollection");
  add_text_member (&self, "title", atlas_scope_get_name (facts->scope, facts->language));
  add_left_out (&self);
  atlas_json_begin_member (self.json, "features");
  g_string_append_c (self.json, '[');
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) records = atlas_facts_list (facts, kinds[i]);

      for (guint j = 0; j < records->len; j++)
        add_feature (&self, records->pdata[j]);
    }
  g_string_append (self.json, "\n]}\n");
  return g_string_free_to_bytes (self.json);
}
