/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-json-index-private.h"

/*
 * AtlasJsonIndex: the position of each value of a JSON text.
 *
 * The tree of json-glib has no positions. With the index, every fault gets its line and path
 * without parsing the text again.
 */

/* An array or object, and one of its values. */
typedef struct
{
  guint number;
  guint child;
  guint element; /* the index of the child, in an array */
} Level;

struct _AtlasJsonIndex
{
  const char *text; /* borrowed */
  GArray *values;   /* of AtlasJsonValue */

  /* The path of the value that was requested last. */
  Level levels[ATLAS_JSON_MAX_DEPTH];
  guint n_levels;
  guint last;
};

/**
 * _atlas_json_index_new:
 * @text: a JSON text, which must outlive the index
 * @length: its length in bytes
 * @faults: the list to which faults are added
 * @cancellable: (nullable): a cancellable
 *
 * Scans @text as _atlas_json_scan() does.
 *
 * Returns: (transfer full) (nullable): the index, or %NULL when the scanner could not continue to
 *   the end of @text. There may be faults in either case.
 */
AtlasJsonIndex *
_atlas_json_index_new (const char *text,
                       gsize length,
                       AtlasFaultList *faults,
                       GCancellable *cancellable)
{
  AtlasJsonIndex *self = g_new0 (AtlasJsonIndex, 1);

  self->text = text;
  self->values = g_array_new (FALSE, FALSE, sizeof (AtlasJsonValue));
  if (!_atlas_json_scan (text, length, self->values, faults, cancellable))
    g_clear_pointer (&self, _atlas_json_index_free);
  return self;
}

/**
 * _atlas_json_index_free:
 * @self: (transfer full): an index
 */
void
_atlas_json_index_free (AtlasJsonIndex *self)
{
  g_array_unref (self->values);
  g_free (self);
}

/**
 * _atlas_json_index_get:
 * @self: an index
 * @number: less than the number of values, which is the @next of value 0
 *
 * Returns: (transfer none): the position of the value
 */
const AtlasJsonValue *
_atlas_json_index_get (const AtlasJsonIndex *self, guint number)
{
  g_return_val_if_fail (number < self->values->len, NULL);

  return &g_array_index (self->values, AtlasJsonValue, number);
}

/**
 * _atlas_json_index_peek:
 * @self: an index
 * @number: less than the number of values, which is the @next of value 0
 *
 * Returns: the first byte of that value, which tells its type: "{", "[" or a quotation mark, a
 *   digit, "-", "t", "f" or "n"
 */
char
_atlas_json_index_peek (const AtlasJsonIndex *self, guint number)
{
  return self->text[_atlas_json_index_get (self, number)->offset];
}

/**
 * _atlas_json_index_dup_name:
 * @self: an index
 * @number: the number of a member of an object without faults
 *
 * Returns: (transfer full): the name of the member
 */
char *
_atlas_json_index_dup_name (const AtlasJsonIndex *self, guint number)
{
  const char *start = self->text + _atlas_json_index_get (self, number)->name;
  const char *cursor = start + 1;

  gboolean has_escapes = FALSE;

  for (; *cursor != '"'; cursor++)
    if (*cursor == '\\')
      {
        has_escapes = TRUE;
        cursor++;
      }
  return has_escapes ? _atlas_json_unescape (start, (gsize) (cursor + 1 - start))
                     : g_strndup (start + 1, (gsize) (cursor - start) - 1);
}

/* Continues from the path of the last request to @number, so that many requests need only one
 * pass. */
static void
find_levels (AtlasJsonIndex *self, guint number)
{
  Level *level;

  if (self->n_levels == 0 || number < self->last)
    {
      self->levels[0] = (Level) { .number = 0, .child = 1 };
      self->n_levels = 1;
    }
  self->last = number;
  while (_atlas_json_index_get (self, self->levels[self->n_levels - 1].number)->next <= number)
    self->n_levels--;

  level = &self->levels[self->n_levels - 1];
  while (level->number != number)
    {
      for (guint next; (next = _atlas_json_index_get (self, level->child)->next) <= number;)
        {
          level->child = next;
          level->element++;
        }
      if (level->child == number)
        return;
      level[1] = (Level) { .number = level->child, .child = level->child + 1 };
      level++;
      self->n_levels++;
    }
}

/**
 * _atlas_json_index_dup_place:
 * @self: an index
 * @number: less than the number of values, which is the @next of value 0
 *
 * Requests in ascending order of @number need only one pass over the index in total.
 *
 * Returns: (transfer full): the path of the value, such as "partnerships[3].members[1]"; "" for the
 *   root
 */
char *
_atlas_json_index_dup_place (AtlasJsonIndex *self, guint number)
{
  GString *place = g_string_new (NULL);

  find_levels (self, number);
  for (guint i = 0; i < self->n_levels && self->levels[i].number != number; i++)
    {
      const Level *level = &self->levels[i];

      gboolean is_member = _atlas_json_index_get (self, level->child)->name != 0;
      g_autofree char *name = is_member ? _atlas_json_index_dup_name (self, level->child) : NULL;

      _atlas_place_append (place, name, -1, level->element);
    }
  return g_string_free (place, FALSE);
}
