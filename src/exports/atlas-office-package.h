/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _AtlasOfficePackage AtlasOfficePackage;

AtlasOfficePackage *atlas_office_package_new (void);
void atlas_office_package_free (AtlasOfficePackage *self);
void atlas_office_package_take_part (AtlasOfficePackage *self,
                                     const char *path,
                                     const char *type,
                                     GBytes *bytes);
const char *atlas_office_package_relate (AtlasOfficePackage *self,
                                         const char *path,
                                         const char *type,
                                         const char *target);
GBytes *atlas_office_package_write (AtlasOfficePackage *self, GDateTime *date, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasOfficePackage, atlas_office_package_free)

G_END_DECLS
