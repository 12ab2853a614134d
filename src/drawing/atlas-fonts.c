/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-fonts.h"

#include <fontconfig/fontconfig.h>

/**
 * atlas_fonts_init:
 *
 * Loads the configuration of fontconfig. Call this once, before any thread starts and before GTK is
 * initialized.
 *
 * Otherwise Pango loads it in a thread of its own and nothing waits for that thread, while this
 * program draws text in other threads and GTK changes the environment. Programs that do these at
 * the same time crash now and then, with Pango 1.50 as well as 1.56. Once loaded, the configuration
 * is not loaded again.
 */
void
atlas_fonts_init (void)
{
  FcInit ();
}

/**
 * atlas_fonts_are_there:
 *
 * Without any font Pango draws no text and prints a warning for each. Call this before drawing text
 * in a run without a window, such as an export from the command line.
 *
 * Returns: whether there is any font
 */
gboolean
atlas_fonts_are_there (void)
{
  static const FcSetName names[] = { FcSetSystem, FcSetApplication };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const FcFontSet *fonts = FcConfigGetFonts (NULL, names[i]);

      if (fonts != NULL && fonts->nfont > 0)
        return TRUE;
    }
  return FALSE;
}
