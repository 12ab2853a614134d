/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gio/gio.h>

#include "atlas-tour.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_TOUR_LIST (atlas_tour_list_get_type ())

G_DECLARE_FINAL_TYPE (AtlasTourList, atlas_tour_list, ATLAS, TOUR_LIST, GObject)

AtlasTourList *atlas_tour_list_new (void);
void atlas_tour_list_set_original (AtlasTourList *self, GPtrArray *tours);
void atlas_tour_list_put (AtlasTourList *self, AtlasTour *tour);
void atlas_tour_list_remove (AtlasTourList *self, const char *id);
void atlas_tour_list_restore (AtlasTourList *self, const char *id);
AtlasTour *atlas_tour_list_lookup (AtlasTourList *self, const char *id);
gboolean atlas_tour_list_is_changed (AtlasTourList *self, AtlasTour *tour);
gboolean atlas_tour_list_is_original (AtlasTourList *self, const char *id);
char *atlas_tour_list_make_id (AtlasTourList *self);
GPtrArray *atlas_tour_list_dup_all (AtlasTourList *self);
GPtrArray *atlas_tour_list_dup_changed (AtlasTourList *self);

G_END_DECLS
