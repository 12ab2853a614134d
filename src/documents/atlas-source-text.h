/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gio/gio.h>

#include "atlas-source.h"

G_BEGIN_DECLS

/**
 * AtlasSourceTextError:
 * @ATLAS_SOURCE_TEXT_ERROR_PDF: the file is a PDF, which this program does not read
 * @ATLAS_SOURCE_TEXT_ERROR_TOO_LARGE: the file is too large for a document
 * @ATLAS_SOURCE_TEXT_ERROR_NOT_TEXT: the file is empty or not text
 *
 * Reasons why a file is refused as the text of a document.
 */
typedef enum
{
  ATLAS_SOURCE_TEXT_ERROR_PDF,
  ATLAS_SOURCE_TEXT_ERROR_TOO_LARGE,
  ATLAS_SOURCE_TEXT_ERROR_NOT_TEXT,
} AtlasSourceTextError;

#define ATLAS_SOURCE_TEXT_ERROR (atlas_source_text_error_quark ())

/* The largest size of a document: about three hundred pages as a web page. */
#define ATLAS_SOURCE_TEXT_MAX_BYTES ((gsize) 4 * 1024 * 1024)

#define ATLAS_TYPE_SOURCE_TEXT (atlas_source_text_get_type ())

G_DECLARE_FINAL_TYPE (AtlasSourceText, atlas_source_text, ATLAS, SOURCE_TEXT, GObject)

GQuark atlas_source_text_error_quark (void);
AtlasSourceText *atlas_source_text_new (GBytes *bytes, GError **error);
void atlas_source_text_read_async (GFile *file,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
AtlasSourceText *atlas_source_text_read_finish (GAsyncResult *result, GError **error);
const char *atlas_source_text_explain_refusal (AtlasSourceText *self, AtlasSource *source);
char *atlas_source_text_find (AtlasSourceText *self,
                              AtlasSource *source,
                              const char *section,
                              guint paragraph,
                              gboolean *is_certain);
AtlasSource *atlas_source_text_create_sections (AtlasSourceText *self);

G_END_DECLS
