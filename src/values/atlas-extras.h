/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AtlasExtras: (element-type AtlasExtra)
 *
 * The members of one record, or of the file around the records, that the format does not define.
 */
typedef GPtrArray AtlasExtras;

/**
 * AtlasExtra:
 * @within: the path of its object: "" for the record itself, "name" for a text, and so on
 * @after: the last member before it that the format defines, or ""
 * @name: its name
 * @value: its value as JSON text
 *
 * An unknown member.
 */
typedef struct
{
  char *within;
  char *after;
  char *name;
  char *value;
} AtlasExtra;

const AtlasExtras *atlas_extras_get (gpointer owner);
gboolean atlas_extras_are_within (const AtlasExtras *self, const char *within);
void atlas_extras_add (gpointer owner,
                       const char *within,
                       const char *after,
                       const char *name,
                       char *value);
void atlas_extras_copy (gpointer from, gpointer to);

G_END_DECLS
