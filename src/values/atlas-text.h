/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AtlasLanguage:
 *
 * The languages of the program, on screen and on paper.
 */
typedef enum
{
  ATLAS_LANGUAGE_ZH,
  ATLAS_LANGUAGE_EN,
  ATLAS_LANGUAGE_KO,
} AtlasLanguage;

#define ATLAS_N_LANGUAGES (ATLAS_LANGUAGE_KO + 1)

AtlasLanguage atlas_language_get_default (void);
void atlas_language_set_default (AtlasLanguage language);
gboolean atlas_language_from_code (const char *code, AtlasLanguage *language);
const char *atlas_language_get_code (AtlasLanguage language);
const char *atlas_language_get_pango_tag (AtlasLanguage language);

#define ATLAS_TYPE_TEXT (atlas_text_get_type ())

typedef struct _AtlasText AtlasText;

GType atlas_text_get_type (void) G_GNUC_CONST;
AtlasText *atlas_text_new (const char *zh, const char *en, const char *ko);
AtlasText *atlas_text_ref (AtlasText *self);
void atlas_text_unref (AtlasText *self);
const char *atlas_text_get (const AtlasText *self, AtlasLanguage language);
const char *atlas_text_peek (const AtlasText *self, AtlasLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasText, atlas_text_unref)

G_END_DECLS
