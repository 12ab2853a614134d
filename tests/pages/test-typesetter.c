/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-typesetter.h"

static AtlasTypesetter *
new_typesetter (AtlasLanguage language)
{
  const AtlasPageSetup setup = { .language = language };

  return atlas_typesetter_new (&setup);
}

static glong
count_letters (PangoLayout *text, int line)
{
  const PangoLayoutLine *last = pango_layout_get_line_readonly (text, line);

  return g_utf8_strlen (pango_layout_get_text (text) + last->start_index, last->length);
}

/* At any width, the last line never has a single letter, not even with a full stop. */
static void
test_last_letters (void)
{
  g_autoptr (AtlasTypesetter) typesetter = new_typesetter (ATLAS_LANGUAGE_ZH);
  const double size = atlas_typesetter_get_size (typesetter, ATLAS_TEXT_ROLE_CELL);
  g_autoptr (PangoLayout) plain =
    atlas_typesetter_set (typesetter, ATLAS_TEXT_ROLE_CELL, "长春市、公主岭市、四平市");
  g_autoptr (PangoLayout) pair =
    atlas_typesetter_set_pair (typesetter, ATLAS_TEXT_ROLE_CELL, "长平一体化", "\n",
                               ATLAS_TEXT_ROLE_CELL, "两地在六个方面协同发展。");
  guint n_broken = 0;

  for (double width = 3 * size; width < 13 * size; width += size / 2)
    {
      pango_layout_set_width (plain, (int) (width * PANGO_SCALE));
      pango_layout_set_width (pair, (int) (width * PANGO_SCALE));
      g_assert_cmpint (count_letters (plain, pango_layout_get_line_count (plain) - 1), >=, 2);
      g_assert_cmpint (count_letters (pair, pango_layout_get_line_count (pair) - 1), >=, 3);
      n_broken += pango_layout_get_line_count (plain) > 1;
      /* It is complete and fits. */
      g_assert_cmpfloat (atlas_typesetter_get_width_of (plain), <=, width + 0.01);
      g_assert_cmpfloat (atlas_typesetter_get_width_of (pair), <=, width + 0.01);
    }
  g_assert_cmpuint (n_broken, >, 5);
}

/* Texts of one letter, empty texts, and texts that are not Chinese do not change. */
static void
test_short (void)
{
  static const char *const texts[] = { "", "市", "。", "\n", "a", "17号", "Siping" };
  g_autoptr (AtlasTypesetter) typesetter = new_typesetter (ATLAS_LANGUAGE_ZH);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PangoLayout) text =
        atlas_typesetter_set (typesetter, ATLAS_TEXT_ROLE_CELL, texts[i]);

      g_assert_cmpstr (pango_layout_get_text (text), ==, texts[i]);
      g_assert_cmpfloat (atlas_typesetter_get_height_of (text), >, 0);
    }
}

/* Text of any length is laid out quickly and shortened with an ellipsis. */
static void
test_long (void)
{
  g_autoptr (AtlasTypesetter) typesetter = new_typesetter (ATLAS_LANGUAGE_EN);
  g_autofree char *words = g_strnfill (5000, 'x');
  g_autoptr (PangoLayout) text = atlas_typesetter_set (typesetter, ATLAS_TEXT_ROLE_CELL, words);

  g_assert_cmpint (g_utf8_strlen (pango_layout_get_text (text), -1), ==, 2001);
  g_assert_true (g_str_has_suffix (pango_layout_get_text (text), "…"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/typesetter/last-letters", test_last_letters);
  g_test_add_func ("/pages/typesetter/short", test_short);
  g_test_add_func ("/pages/typesetter/long", test_long);
  return g_test_run ();
}
