/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-fault-list.h"

G_BEGIN_DECLS

/**
 * ATLAS_JSON_GREATEST_DEPTH:
 *
 * How deep arrays and objects may be nested. The dataset format needs six levels; each is a few
 * stack frames in the scanner and in json-glib.
 */
#define ATLAS_JSON_GREATEST_DEPTH 64

/**
 * AtlasJsonValue:
 * @offset: its first byte in the text
 * @length: how many bytes it has
 * @faulty: whether a fault was found in it, so that its meaning is unknown
 * @next: the number of the value that follows it and all that it holds
 * @name: for a member of an object, the first byte of its name, the quotation mark; else 0
 *
 * Where a value stands. Values are numbered as they begin in the text, the root is 0; so the first
 * that an array or object holds has the number after its own, and their `next` leads from one to
 * the other.
 */
typedef struct
{
  guint32 offset;
  guint32 length : 31;
  guint32 faulty : 1;
  guint32 next;
  guint32 name;
} AtlasJsonValue;

gboolean  atlas_json_scan     (const char     *text,
                               gsize           length,
                               GArray         *values,
                               AtlasFaultList *faults,
                               GCancellable   *cancellable);
char     *atlas_json_unescape (const char     *string,
                               gsize           length);

G_END_DECLS
