/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-summary.h"
#include "atlas-years.h"

G_BEGIN_DECLS

/**
 * AtlasFilmFormat:
 * @ATLAS_FILM_FORMAT_GIF: an animated GIF, which repeats
 * @ATLAS_FILM_FORMAT_WEBM: a WebM video
 *
 * The formats of a film.
 */
typedef enum
{
  ATLAS_FILM_FORMAT_GIF,
  ATLAS_FILM_FORMAT_WEBM,
} AtlasFilmFormat;

GBytes *atlas_film_writer_write (AtlasYears *years,
                                 AtlasFilmFormat format,
                                 guint frames_per_second,
                                 GCancellable *cancellable,
                                 AtlasProgressFunc progress,
                                 gpointer progress_data,
                                 GError **error);

G_END_DECLS
