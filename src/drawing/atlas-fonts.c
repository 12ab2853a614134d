/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-fonts.h"

#include <fontconfig/fontconfig.h>

/**
 * atlas_fonts_init:
 *
 * Reads what fontconfig is told about fonts. To be called once, before there are threads and before
 * GTK is initialized.
 *
 * Pango reads it in a thread that nobody waits for, while this program draws text in threads of its
 * own and GTK changes the environment. Programs that let these meet were seen to crash now and then,
 * with Pango 1.50 as with 1.56. What is read here is not read again.
 */
void
atlas_fonts_init (void)
{
  FcInit ();
}

/**
 * atlas_fonts_are_there:
 *
 * Without any font Pango sets no text and complains of each. To be asked before text is drawn where
 * nobody has seen any yet: a program with a window could not have opened it.
 *
 * Returns: whether there is a font at all
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
