/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-print-settings.h"

/*
 * Saves the options of the last print, and converts between page setups and those of GTK.
 *
 * The pages know no GTK, and GTK knows no layouts. The settings of the printer dialog are saved as
 * GTK serializes them.
 */

#define KEY_LANGUAGE "print-language"
#define KEY_PAPER "print-paper"
#define KEY_LANDSCAPE "print-landscape"
#define KEY_LAYOUT "print-layout"
#define KEY_PARTS "print-parts"
#define KEY_BY_STAGE "print-by-stage"
#define KEY_PRINTER "printer-settings"

static const char *const paper_names[ATLAS_N_PAPERS] = {
  [ATLAS_PAPER_A4] = GTK_PAPER_NAME_A4,
  [ATLAS_PAPER_A3] = GTK_PAPER_NAME_A3,
  [ATLAS_PAPER_LETTER] = GTK_PAPER_NAME_LETTER,
};

/**
 * atlas_print_settings_load:
 * @settings: the settings of the program
 * @options: (out): return location for the options used last
 *
 * Loads the options of the last print. The language is that of the interface until the user selects
 * another one. Unknown values in the settings are ignored.
 */
void
atlas_print_settings_load (GSettings *settings, AtlasSummaryOptions *options)
{
  g_autofree char *language = g_settings_get_string (settings, KEY_LANGUAGE);
  g_autofree char *paper = g_settings_get_string (settings, KEY_PAPER);
  g_autofree char *layout = g_settings_get_string (settings, KEY_LAYOUT);
  g_autofree char *parts = g_settings_get_string (settings, KEY_PARTS);

  *options = (AtlasSummaryOptions) {
    .page.language = atlas_language_get_default (),
    .page.landscape = g_settings_get_boolean (settings, KEY_LANDSCAPE),
    .parts = ATLAS_SUMMARY_PARTS_ALL,
    .by_stage = g_settings_get_boolean (settings, KEY_BY_STAGE),
  };
  if (*language != '\0')
    atlas_language_from_code (language, &options->page.language);
  atlas_paper_from_name (paper, &options->page.paper);
  atlas_page_layout_from_name (layout, &options->page.layout);
  atlas_summary_parts_parse (parts, &options->parts, NULL);
}

static void
save_language (GSettings *settings, AtlasLanguage language)
{
  /* If the language is that of the interface, save none, so that it follows the interface. */
  g_settings_set_string (
    settings, KEY_LANGUAGE,
    language == atlas_language_get_default () ? "" : atlas_language_get_code (language));
}

/**
 * atlas_print_settings_save:
 * @settings: the settings of the program
 * @options: the options of a summary
 *
 * Saves @options, except for the kind, which belongs to the scope.
 */
void
atlas_print_settings_save (GSettings *settings, const AtlasSummaryOptions *options)
{
  g_autofree char *parts = atlas_summary_parts_to_names (options->parts);

  save_language (settings, options->page.language);
  g_settings_set_string (settings, KEY_PAPER, atlas_paper_get_name (options->page.paper));
  g_settings_set_boolean (settings, KEY_LANDSCAPE, options->page.landscape);
  g_settings_set_string (settings, KEY_LAYOUT, atlas_page_layout_get_name (options->page.layout));
  g_settings_set_string (settings, KEY_PARTS, parts);
  g_settings_set_boolean (settings, KEY_BY_STAGE, options->by_stage);
}

/**
 * atlas_print_settings_load_printer:
 * @settings: the settings of the program
 *
 * Returns: (transfer full): the settings of the last printer dialog
 */
GtkPrintSettings *
atlas_print_settings_load_printer (GSettings *settings)
{
  g_autoptr (GVariant) printer = g_settings_get_value (settings, KEY_PRINTER);

  return gtk_print_settings_new_from_gvariant (printer);
}

/**
 * atlas_print_settings_save_printer:
 * @settings: the settings of the program
 * @printer: the settings of the printer dialog
 *
 * Saves the printer and its settings.
 */
void
atlas_print_settings_save_printer (GSettings *settings, GtkPrintSettings *printer)
{
  /* The page range and the output file do not apply to the next summary. */
  gtk_print_settings_unset (printer, GTK_PRINT_SETTINGS_PAGE_RANGES);
  gtk_print_settings_unset (printer, GTK_PRINT_SETTINGS_PRINT_PAGES);
  gtk_print_settings_unset (printer, GTK_PRINT_SETTINGS_OUTPUT_URI);
  gtk_print_settings_unset (printer, GTK_PRINT_SETTINGS_OUTPUT_BASENAME);
  g_settings_set_value (settings, KEY_PRINTER, gtk_print_settings_to_gvariant (printer));
}

/**
 * atlas_print_settings_make_page_setup:
 * @page: the setup of a page
 *
 * Returns: (transfer full): the same paper for a printer, without margins because the page draws
 *   its own
 */
GtkPageSetup *
atlas_print_settings_make_page_setup (const AtlasPageSetup *page)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (paper_names[page->paper]);

  gtk_page_setup_set_paper_size (setup, size);
  gtk_paper_size_free (size);
  gtk_page_setup_set_orientation (setup, page->landscape ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                         : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_POINTS);
  return setup;
}

static gboolean
find_paper (GtkPaperSize *size, AtlasPaper *paper)
{
  for (guint i = 0; i < ATLAS_N_PAPERS; i++)
    if (g_strcmp0 (gtk_paper_size_get_name (size), paper_names[i]) == 0)
      {
        *paper = (AtlasPaper) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * atlas_print_settings_follow:
 * @page: (inout): the setup of a page
 * @setup: the paper of the printer
 *
 * Adopts the paper of the printer, if there is a layout for it. On other paper the pages must be
 * scaled.
 *
 * Returns: whether @page changed
 */
gboolean
atlas_print_settings_follow (AtlasPageSetup *page, GtkPageSetup *setup)
{
  const GtkPageOrientation orientation = gtk_page_setup_get_orientation (setup);
  const gboolean landscape = orientation == GTK_PAGE_ORIENTATION_LANDSCAPE ||
                             orientation == GTK_PAGE_ORIENTATION_REVERSE_LANDSCAPE;
  const AtlasPaper former = page->paper;

  if (!find_paper (gtk_page_setup_get_paper_size (setup), &page->paper) ||
      (former == page->paper && !page->landscape == !landscape))
    return FALSE;
  page->landscape = landscape;
  return TRUE;
}
