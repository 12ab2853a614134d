/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _AtlasOfficeXml AtlasOfficeXml;

AtlasOfficeXml *atlas_office_xml_new (void);
void atlas_office_xml_begin (AtlasOfficeXml *self, const char *name, ...) G_GNUC_NULL_TERMINATED;
void atlas_office_xml_add (AtlasOfficeXml *self, const char *name, ...) G_GNUC_NULL_TERMINATED;
void atlas_office_xml_add_text (AtlasOfficeXml *self, const char *text);
void atlas_office_xml_end (AtlasOfficeXml *self);
GBytes *atlas_office_xml_free_to_bytes (AtlasOfficeXml *self);

G_END_DECLS
