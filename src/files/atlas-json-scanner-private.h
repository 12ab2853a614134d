/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-fault-list-private.h"

G_BEGIN_DECLS

/**
 * ATLAS_JSON_MAX_DEPTH:
 *
 * The largest nesting of arrays and objects. The dataset format needs six levels. Each level takes
 * a few stack frames in the scanner and in json-glib.
 */
#define ATLAS_JSON_MAX_DEPTH 64

/**
 * AtlasJsonValue:
 * @offset: the offset of its first byte in the text
 * @length: its length in bytes
 * @faulty: whether a fault was found in it, so that it must not be used
 * @next: the number of the value after it and all values inside it
 * @name: for a member of an object, the offset of the opening quotation mark of its name; else 0
 *
 * The position of a value. Values are numbered in the order in which they begin in the text; the
 * root is 0. So the first value inside an array or object has the next number, and `next` leads to
 * its siblings.
 */
typedef struct
{
  guint32 offset;
  guint32 length : 31;
  guint32 faulty : 1;
  guint32 next;
  guint32 name;
} AtlasJsonValue;

gboolean _atlas_json_scan (const char *text,
                           gsize length,
                           GArray *values,
                           AtlasFaultList *faults,
                           GCancellable *cancellable);
char *_atlas_json_unescape (const char *string, gsize length);

G_END_DECLS
