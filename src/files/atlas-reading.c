/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-reading-private.h"

/*
 * AtlasReading: the state that the functions of the reader share.
 *
 * The tree of json-glib has no positions, and the index has no values. The iterators walk over both
 * in parallel, so that a number and a node always belong to the same value.
 */

/**
 * _atlas_member_iter_init:
 * @self: an iterator
 * @reading: a reading
 * @number: the number of an object
 * @node: the object
 */
void
_atlas_member_iter_init (AtlasMemberIter *self, AtlasReading *reading, guint number, JsonNode *node)
{
  self->index = reading->index;
  self->next = number + 1;
  json_object_iter_init_ordered (&self->iter, json_node_get_object (node));
}

/**
 * _atlas_member_iter_next:
 * @self: an iterator
 * @name: (out): return location for the name of the member
 * @number: (out): return location for the number of its value
 * @node: (out): return location for its value
 *
 * Returns: whether there was another member
 */
gboolean
_atlas_member_iter_next (AtlasMemberIter *self, const char **name, guint *number, JsonNode **node)
{
  if (!json_object_iter_next_ordered (&self->iter, name, node))
    return FALSE;
  *number = self->next;
  self->next = _atlas_json_index_get (self->index, self->next)->next;
  return TRUE;
}

/**
 * _atlas_element_iter_init:
 * @self: an iterator
 * @reading: a reading
 * @number: the number of an array
 * @node: the array
 */
void
_atlas_element_iter_init (AtlasElementIter *self,
                          AtlasReading *reading,
                          guint number,
                          JsonNode *node)
{
  *self = (AtlasElementIter) {
    .index = reading->index,
    .array = json_node_get_array (node),
    .next = number + 1,
  };
}

/**
 * _atlas_element_iter_next:
 * @self: an iterator
 * @number: (out): return location for the number of the element
 * @node: (out): return location for the element
 *
 * Returns: whether there was another element
 */
gboolean
_atlas_element_iter_next (AtlasElementIter *self, guint *number, JsonNode **node)
{
  if (self->position == json_array_get_length (self->array))
    return FALSE;
  *node = json_array_get_element (self->array, self->position++);
  *number = self->next;
  self->next = _atlas_json_index_get (self->index, self->next)->next;
  return TRUE;
}
