/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-difference-private.h"

#include "atlas-extras.h"
#include "atlas-writer.h"

/*
 * Finds the members in which two records or two heads differ.
 *
 * Two values are equal if the writer writes them equally. So a member of any form is compared
 * completely, with the unknown members inside of it. An unknown member of the record itself is
 * compared by its name.
 */

static gboolean
is_written_equally (AtlasRecord *a, AtlasRecord *b, const AtlasMember *member)
{
  g_autoptr (GString) first = g_string_new ("{");
  g_autoptr (GString) second = g_string_new ("{");

  atlas_writer_append_member (first, a, member);
  atlas_writer_append_member (second, b, member);
  return g_string_equal (first, second);
}

/* Most records of two files are equal, so compare whole records first. */
static gboolean
is_equal (AtlasRecord *a, AtlasRecord *b)
{
  g_autoptr (GString) first = g_string_new ("[");
  g_autoptr (GString) second = g_string_new ("[");

  atlas_writer_append_record (first, a);
  atlas_writer_append_record (second, b);
  return g_string_equal (first, second);
}

static const char *
find_extra (const AtlasExtras *extras, const char *name)
{
  for (guint i = 0; extras != NULL && i < extras->len; i++)
    {
      const AtlasExtra *extra = extras->pdata[i];

      if (*extra->within == '\0' && g_str_equal (extra->name, name))
        return extra->value;
    }
  return NULL;
}

/* Adds the unknown members of @extras that @others have with another value. With @missing_only, it
 * adds only those that @others do not have. */
static void
add_extras (GStrvBuilder *names,
            const AtlasExtras *extras,
            const AtlasExtras *others,
            gboolean missing_only)
{
  for (guint i = 0; extras != NULL && i < extras->len; i++)
    {
      const AtlasExtra *extra = extras->pdata[i];
      const char *value = find_extra (others, extra->name);

      if (*extra->within == '\0' &&
          (missing_only ? value == NULL : g_strcmp0 (value, extra->value) != 0))
        g_strv_builder_add (names, extra->name);
    }
}

/**
 * _atlas_difference_of_records:
 * @a: a record
 * @b: a record of the same kind
 *
 * Returns: (transfer full) (nullable): the names of the members that differ, in the order of the
 *   schema, then those of unknown members; %NULL if none
 */
GStrv
_atlas_difference_of_records (AtlasRecord *a, AtlasRecord *b)
{
  const AtlasSchema *schema = atlas_schema_get (atlas_record_get_kind (a));
  g_autoptr (GStrvBuilder) names = NULL;
  g_auto (GStrv) list = NULL;

  if (a == b || is_equal (a, b))
    return NULL;
  names = g_strv_builder_new ();
  for (guint i = 0; i < schema->members->len; i++)
    {
      const AtlasMember *member = schema->members->pdata[i];

      if (!is_written_equally (a, b, member))
        g_strv_builder_add (names, member->name);
    }
  add_extras (names, atlas_extras_get (a), atlas_extras_get (b), FALSE);
  add_extras (names, atlas_extras_get (b), atlas_extras_get (a), TRUE);
  list = g_strv_builder_end (names);
  return *list != NULL ? g_steal_pointer (&list) : NULL;
}

static gboolean
is_equal_text (const AtlasText *a, const AtlasText *b)
{
  for (guint i = 0; i < ATLAS_N_LANGUAGES; i++)
    if (g_strcmp0 (atlas_text_peek (a, (AtlasLanguage) i), atlas_text_peek (b, (AtlasLanguage) i)))
      return FALSE;
  return TRUE;
}

static gboolean
is_equal_date (const AtlasDate *a, const AtlasDate *b)
{
  g_autofree char *first = a != NULL ? atlas_date_to_iso (a) : NULL;
  g_autofree char *second = b != NULL ? atlas_date_to_iso (b) : NULL;

  return g_strcmp0 (first, second) == 0;
}

static gboolean
is_equal_tours (GPtrArray *a, GPtrArray *b)
{
  g_autoptr (GBytes) first = a != b ? atlas_writer_write_tours (a) : NULL;
  g_autoptr (GBytes) second = a != b ? atlas_writer_write_tours (b) : NULL;

  return a == b || g_bytes_equal (first, second);
}

/**
 * _atlas_difference_of_heads:
 * @a: a dataset
 * @b: another dataset
 *
 * Returns: (transfer full) (nullable): the names of the members of the file in which they differ,
 *   apart from the records; %NULL if none
 */
GStrv
_atlas_difference_of_heads (AtlasDataset *a, AtlasDataset *b)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  if (!is_equal_text (atlas_dataset_get_title_text (a), atlas_dataset_get_title_text (b)))
    g_strv_builder_add (names, "title");
  if (!is_equal_date (atlas_dataset_get_date (a), atlas_dataset_get_date (b)))
    g_strv_builder_add (names, "date");
  if (g_strcmp0 (atlas_dataset_get_approval_number (a), atlas_dataset_get_approval_number (b)) != 0)
    g_strv_builder_add (names, "approval_number");
  if (!is_equal_tours (atlas_dataset_get_tours (a), atlas_dataset_get_tours (b)))
    g_strv_builder_add (names, "tours");
  add_extras (names, atlas_extras_get (a), atlas_extras_get (b), FALSE);
  add_extras (names, atlas_extras_get (b), atlas_extras_get (a), TRUE);
  list = g_strv_builder_end (names);
  return *list != NULL ? g_steal_pointer (&list) : NULL;
}
