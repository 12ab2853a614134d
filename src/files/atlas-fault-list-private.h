/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-fault.h"

G_BEGIN_DECLS

/**
 * AtlasFaultList:
 *
 * The faults of one file, in the order in which they are found.
 */
typedef struct _AtlasFaultList AtlasFaultList;

AtlasFaultList *_atlas_fault_list_new (const char *text, gsize length);
void _atlas_fault_list_free (AtlasFaultList *self);
void _atlas_fault_list_add (AtlasFaultList *self,
                            AtlasFaultSeverity severity,
                            AtlasReadError code,
                            gsize offset,
                            guint number,
                            char *place,
                            const char *format,
                            ...) G_GNUC_PRINTF (7, 8);
gboolean _atlas_fault_list_is_full (AtlasFaultList *self);
gboolean _atlas_fault_list_has_errors (AtlasFaultList *self);
GPtrArray *_atlas_fault_list_peek (AtlasFaultList *self);
GPtrArray *_atlas_fault_list_finish (AtlasFaultList *self);

char *_atlas_quote (const char *text, gssize length);
void _atlas_place_append (GString *place, const char *name, gssize length, guint element);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasFaultList, _atlas_fault_list_free)

G_END_DECLS
