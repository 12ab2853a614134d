/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-extras.h"

/*
 * AtlasExtras: what a file holds beyond the format, so that it is there again when the dataset is
 * written.
 *
 * A newer program may have written members that this one does not know. They are kept as text beside
 * the record or the dataset, as data of the GObject. Each remembers the object in which it stood and
 * the known member before it, so it finds its place whatever else was changed in the record. A record
 * that replaces another one in a derived dataset takes them over.
 */
static G_DEFINE_QUARK (atlas-extras, atlas_extras)

static void
free_extra (gpointer data)
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
 * Returns: (transfer none) (nullable): what it holds beyond the format, or NULL
 */
const AtlasExtras *
atlas_extras_get (gpointer owner)
{
  return g_object_get_qdata (owner, atlas_extras_quark ());
}

/**
 * atlas_extras_are_within:
 * @self: (nullable): extras
 * @within: an object of the record
 *
 * Returns: whether that object holds members that the format does not have
 */
gboolean
atlas_extras_are_within (const AtlasExtras *self,
                         const char        *within)
{
  for (guint i = 0; self != NULL && i < self->len; i++)
    if (g_str_equal (((const AtlasExtra *) self->pdata[i])->within, within))
      return TRUE;
  return FALSE;
}

/**
 * atlas_extras_add:
 * @owner: a record or dataset that is being made
 * @within: the object in which the member stands
 * @after: the last member before it that the format has, or ""
 * @name: its name
 * @value: (transfer full): its value, as the file wrote it
 *
 * Adds a member behind those that @owner has; see #AtlasExtra.
 */
void
atlas_extras_add (gpointer    owner,
                  const char *within,
                  const char *after,
                  const char *name,
                  char       *value)
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
 * @to: one that is being made to replace it
 *
 * Gives @to what @from holds beyond the format, unless @to holds something itself.
 */
void
atlas_extras_copy (gpointer from,
                   gpointer to)
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
