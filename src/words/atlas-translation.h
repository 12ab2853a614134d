/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-text.h"

G_BEGIN_DECLS

void atlas_translation_set_directory (const char *localedir);

const char *atlas_translate (AtlasLanguage language, const char *msgid) G_GNUC_FORMAT (2);
const char *
atlas_translate_plural (AtlasLanguage language, const char *singular, const char *plural, gulong n)
  G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);
const char *atlas_translate_context (AtlasLanguage language, const char *context, const char *msgid)
  G_GNUC_FORMAT (3);

G_END_DECLS
