/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-extras.h"

/*
 * AtlasExtras: members of a file that the format does not define. They are kept, so that they are
 * written again with the dataset.
 *
 * A newer program may have written members that this one does not know. They are kept as text,
 * attached to the GObject of the record or dataset. Each stores the path of its object and the
 * known member before it, so that its position is found again even if the record has changed. In a
 * derived dataset, a record that replaces another one inherits them.
 */
static G_DEFINE_QUARK (atlas - extras, atlas_extras)

  static void free_extra (gpointer data)
{
  AtlasExtra *extra = data;

  g_free (extra->within);
  g_free (extra->after);
  g_free (extra->name);
  g_free (extra->value);
  g_free (extra);
}

/**
 * atlas_extras_get:
 * @owner: a record or dataset
 *
 * Returns: (transfer none) (nullable): its unknown members, or %NULL
 */
const AtlasExtras *
atlas_extras_get (gpointer owner)
{
  return g_object_get_qdata (owner, atlas_extras_quark ());
}

/**
 * atlas_extras_are_within:
 * @self: (nullable): extras
 * @within: the path of an object of the record
 *
 * Returns: whether that object has members that the format does not define
 */
gboolean
atlas_extras_are_within (const AtlasExtras *self, const char *within)
{
  for (guint i = 0; self != NULL && i < self->len; i++)
    if (g_str_equal (((const AtlasExtra *) self->pdata[i])->within, within))
      return TRUE;
  return FALSE;
}

/**
 * atlas_extras_add:
 * @owner: a record or dataset that is being created
 * @within: the path of the object that contains the member
 * @after: the last member before it that the format defines, or ""
 * @name: its name
 * @value: (transfer full): its value as JSON text
 *
 * Adds a member after the existing ones; see #AtlasExtra.
 */
void
atlas_extras_add (gpointer owner,
                  const char *within,
                  const char *after,
                  const char *name,
                  char *value)
{
  AtlasExtras *self = g_object_get_qdata (owner, atlas_extras_quark ());
  AtlasExtra *extra = g_new (AtlasExtra, 1);

  if (self == NULL)
    {
      self = g_ptr_array_new_with_free_func (free_extra);
      g_object_set_qdata_full (owner, atlas_extras_quark (), self,
                               (GDestroyNotify) g_ptr_array_unref);
    }
  *extra = (AtlasExtra) { g_strdup (within), g_strdup (after), g_strdup (name), value };
  g_ptr_array_add (self, extra);
}

/**
 * atlas_extras_copy:
 * @from: a record or dataset
 * @to: a new record or dataset that replaces it
 *
 * Copies the unknown members of @from to @to, unless @to has some.
 */
void
atlas_extras_copy (gpointer from, gpointer to)
{
  const AtlasExtras *self = atlas_extras_get (from);

  if (atlas_extras_get (to) != NULL)
    return;
  for (guint i = 0; self != NULL && i < self->len; i++)
    {
      const AtlasExtra *extra = self->pdata[i];

      atlas_extras_add (to, extra->within, extra->after, extra->name, g_strdup (extra->value));
    }
}
