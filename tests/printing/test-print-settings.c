/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-fonts.h"
#include "atlas-print-settings.h"

static GSettings *settings;

static void
test_first (void)
{
  AtlasSummaryOptions options;

  atlas_language_set_default (ATLAS_LANGUAGE_KO);
  atlas_print_settings_load (settings, &options);
  g_assert_cmpint (options.page.language, ==, ATLAS_LANGUAGE_KO);
  g_assert_cmpint (options.page.paper, ==, ATLAS_PAPER_A4);
  g_assert_cmpint (options.page.layout, ==, ATLAS_PAGE_LAYOUT_BRIEF);
  g_assert_false (options.page.landscape);
  g_assert_cmpuint (options.parts, ==, ATLAS_SUMMARY_PARTS_ALL);
  g_assert_false (options.by_stage);
}

static void
test_remembers (void)
{
  const AtlasSummaryOptions saved = {
    .page = { ATLAS_PAPER_A3, TRUE, ATLAS_PAGE_LAYOUT_OFFICIAL, ATLAS_LANGUAGE_ZH },
    .parts = ATLAS_SUMMARY_PART_MAP | ATLAS_SUMMARY_PART_NEXT_STEPS,
    .kind = ATLAS_SUMMARY_KIND_CITIES,
    .by_stage = TRUE,
  };
  AtlasSummaryOptions options;

  atlas_language_set_default (ATLAS_LANGUAGE_EN);
  atlas_print_settings_save (settings, &saved);
  atlas_print_settings_load (settings, &options);
  g_assert_cmpint (options.page.paper, ==, ATLAS_PAPER_A3);
  g_assert_true (options.page.landscape);
  g_assert_cmpint (options.page.layout, ==, ATLAS_PAGE_LAYOUT_OFFICIAL);
  g_assert_cmpint (options.page.language, ==, ATLAS_LANGUAGE_ZH);
  g_assert_cmpuint (options.parts, ==, saved.parts);
  g_assert_true (options.by_stage);
  g_assert_cmpint (options.kind, ==, ATLAS_SUMMARY_KIND_SCOPE);
}

/* The language of the interface is not saved, so it follows the interface. */
static void
test_language (void)
{
  const AtlasSummaryOptions saved = { .page.language = ATLAS_LANGUAGE_EN };
  AtlasSummaryOptions options;

  atlas_language_set_default (ATLAS_LANGUAGE_EN);
  atlas_print_settings_save (settings, &saved);
  atlas_language_set_default (ATLAS_LANGUAGE_ZH);
  atlas_print_settings_load (settings, &options);
  g_assert_cmpint (options.page.language, ==, ATLAS_LANGUAGE_ZH);
}

/* Unknown values are ignored. */
static void
test_nonsense (void)
{
  AtlasSummaryOptions options;

  atlas_language_set_default (ATLAS_LANGUAGE_EN);
  g_settings_set_string (settings, "print-language", "tlh");
  g_settings_set_string (settings, "print-parts", "map,weather");
  atlas_print_settings_load (settings, &options);
  g_assert_cmpint (options.page.language, ==, ATLAS_LANGUAGE_EN);
  g_assert_cmpuint (options.parts, ==, ATLAS_SUMMARY_PARTS_ALL);
}

static void
test_printer (void)
{
  g_autoptr (GtkPrintSettings) saved = gtk_print_settings_new ();
  g_autoptr (GtkPrintSettings) loaded = NULL;

  gtk_print_settings_set_printer (saved, "Meeting room");
  gtk_print_settings_set_print_pages (saved, GTK_PRINT_PAGES_RANGES);
  gtk_print_settings_set (saved, GTK_PRINT_SETTINGS_OUTPUT_URI, "file:///tmp/old.pdf");
  atlas_print_settings_save_printer (settings, saved);
  loaded = atlas_print_settings_load_printer (settings);
  g_assert_cmpstr (gtk_print_settings_get_printer (loaded), ==, "Meeting room");
  g_assert_false (gtk_print_settings_has_key (loaded, GTK_PRINT_SETTINGS_PRINT_PAGES));
  g_assert_false (gtk_print_settings_has_key (loaded, GTK_PRINT_SETTINGS_OUTPUT_URI));
}

/* Every paper is converted to GTK and back. */
static void
test_paper (void)
{
  for (guint paper = 0; paper < ATLAS_N_PAPERS; paper++)
    for (guint landscape = 0; landscape < 2; landscape++)
      {
        const AtlasPageSetup page = { .paper = (AtlasPaper) paper, .landscape = landscape == 1 };
        const AtlasPageMetrics metrics = atlas_page_setup_get_metrics (&page);
        g_autoptr (GtkPageSetup) setup = atlas_print_settings_make_page_setup (&page);
        AtlasPageSetup other = { .paper = ATLAS_PAPER_LETTER,
                                 .layout = ATLAS_PAGE_LAYOUT_OFFICIAL };
        AtlasPageSetup same = page;

        g_assert_cmpfloat_with_epsilon (gtk_page_setup_get_page_width (setup, GTK_UNIT_POINTS),
                                        metrics.width, 0.1);
        g_assert_cmpfloat_with_epsilon (gtk_page_setup_get_page_height (setup, GTK_UNIT_POINTS),
                                        metrics.height, 0.1);
        g_assert_false (atlas_print_settings_follow (&same, setup));
        g_assert_cmpint (atlas_print_settings_follow (&other, setup), ==,
                         paper != ATLAS_PAPER_LETTER || landscape == 1);
        g_assert_cmpuint (other.paper, ==, paper);
        g_assert_cmpint (other.landscape, ==, landscape);
        g_assert_cmpint (other.layout, ==, ATLAS_PAGE_LAYOUT_OFFICIAL);
      }
}

/* There is no layout for it. */
static void
test_other_paper (void)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *b5 = gtk_paper_size_new (GTK_PAPER_NAME_B5);
  AtlasPageSetup page = { .paper = ATLAS_PAPER_A3 };

  gtk_page_setup_set_paper_size (setup, b5);
  gtk_paper_size_free (b5);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  g_assert_false (atlas_print_settings_follow (&page, setup));
  g_assert_cmpint (page.paper, ==, ATLAS_PAPER_A3);
  g_assert_false (page.landscape);
}

int
main (int argc, char *argv[])
{
  atlas_fonts_init ();
  g_test_init (&argc, &argv, NULL);
  settings = g_settings_new (ATLAS_APPLICATION_ID);
  g_test_add_func ("/printing/print-settings/first", test_first);
  g_test_add_func ("/printing/print-settings/remembers", test_remembers);
  g_test_add_func ("/printing/print-settings/language", test_language);
  g_test_add_func ("/printing/print-settings/nonsense", test_nonsense);
  g_test_add_func ("/printing/print-settings/printer", test_printer);
  g_test_add_func ("/printing/print-settings/paper", test_paper);
  g_test_add_func ("/printing/print-settings/other-paper", test_other_paper);
  return g_test_run ();
}
