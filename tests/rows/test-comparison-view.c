/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-comparison-view.h"

#include <string.h>

#include "atlas-citation-mark.h"
#include "atlas-industry-chip.h"
#include "atlas-test-dataset.h"
#include "atlas-test-display.h"

typedef struct
{
  AtlasDataset *dataset;
  AtlasNavigation *navigation;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dataset = atlas_test_dataset_read_jilin ();
  fixture->navigation = atlas_navigation_new ();
  atlas_navigation_set_dataset (fixture->navigation, fixture->dataset);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->navigation);
  g_object_unref (fixture->dataset);
}

static GtkWidget *
compare (Fixture *fixture, const char *first, const char *second)
{
  g_autoptr (AtlasComparison) comparison = NULL;

  atlas_navigation_visit (fixture->navigation, atlas_test_dataset_get (fixture->dataset, first));
  atlas_navigation_compare (fixture->navigation, atlas_test_dataset_get (fixture->dataset, second));
  comparison = atlas_comparison_new (atlas_navigation_get_scope (fixture->navigation),
                                     atlas_navigation_get_filter (fixture->navigation));
  return g_object_ref_sink (atlas_comparison_view_new (comparison, fixture->navigation));
}

/* Appends all text below @widget on one line. */
static void
append_words (GString *words, GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    g_string_append_printf (words, "%s | ", gtk_label_get_text (GTK_LABEL (widget)));
  else if (ATLAS_IS_CITATION_MARK (widget))
    g_string_append_printf (words, "%s | ", gtk_button_get_label (GTK_BUTTON (widget)));
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      append_words (words, child);
}

static void
assert_says (GtkWidget *view, const char *expected)
{
  g_autoptr (GString) words = g_string_new (NULL);

  append_words (words, view);
  g_test_message ("%s", words->str);
  g_assert_nonnull (strstr (words->str, expected));
}

/* Different wordings of the source are different records, in the columns of their owners. */
static void
test_columns (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) view = compare (fixture, "siping", "liaoyuan");

  assert_says (view, "Siping | Both | Liaoyuan | Industries | ");
  assert_says (view, "Automotive Supporting Parts | ");
  assert_says (view, " | – | ");
  assert_says (view, "Partners | ");
  assert_says (view, "Plans and agreements | ");
  assert_says (view, "Projects | ");
  assert_says (view, "Next steps | ");
}

/* For links, common ends come first, and comparable figures of both are shown. */
static void
test_links (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) view = compare (fixture, "bus-baishan-tonghua", "bus-liaoyuan-siping");

  assert_says (view,
               "Baishan–Tonghua Bus | Both | Liaoyuan–Siping Bus | Places and organizations | "
               "Baishan | Tonghua | – | Liaoyuan | Siping | Partnerships | "
               "Tonghua – Baishan | Yalu Valley Brand | – | Siping – Liaoyuan | "
               "Bus routes | Baishan–Tonghua Bus | – | Liaoyuan–Siping Bus | ");
  assert_says (view, "Region-wide bus pilot | ");
  assert_says (view, "24 trips a day | ");
  assert_says (view, "37 trips a day | ");
}

/* Each figure has its citation; if no figures are comparable, the view says so. */
static void
test_figures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) view = compare (fixture, "siping", "changchun");
  g_autoptr (GtkWidget) other = compare (fixture, "siping", "liaoyuan");

  assert_says (view, "Figures that measure the same | "
                     "1 thousand companies | "
                     "Companies newly registered online, Siping | 〔3.2 ¶2〕* | "
                     "11 thousand companies | "
                     "Companies newly registered online, Changchun | 〔3.2 ¶2〕* | "
                     "+72.7% | Year-on-year growth of newly registered companies, Siping | "
                     "〔3.2 ¶2〕");
  assert_says (other, "Figures that measure the same | The source states no figure of both");
}

/* There is no heading without rows. */
static void
test_nothing_apart (Fixture *fixture, gconstpointer data)
{
  AtlasFilter *filter = atlas_navigation_get_filter (fixture->navigation);
  g_autoptr (GtkWidget) view = NULL;

  for (guint group = 0; group < ATLAS_N_INDUSTRY_GROUPS; group++)
    atlas_filter_set_shows (filter, ATLAS_FACET_INDUSTRIES, group, FALSE);
  view = compare (fixture, "siping", "liaoyuan");
  assert_says (view, "Siping | Both | Liaoyuan | Partners | ");
}

static gboolean
is_chip (GtkWidget *widget, const char *id)
{
  AtlasIndustry *industry = ATLAS_IS_INDUSTRY_CHIP (widget)
                              ? atlas_industry_chip_get_industry (ATLAS_INDUSTRY_CHIP (widget))
                              : NULL;

  return industry != NULL && g_str_equal (atlas_record_get_id (ATLAS_RECORD (industry)), id);
}

static void
test_leads (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) view = compare (fixture, "siping", "liaoyuan");
  GtkWidget *chip = atlas_test_find (view, is_chip, "ind-medicine");

  g_assert_nonnull (chip);
  g_signal_emit_by_name (chip, "clicked");
  g_assert_true (atlas_navigation_is_at (
    fixture->navigation, atlas_test_dataset_get (fixture->dataset, "ind-medicine")));
}

/* If time is filtered, undated names are marked: industries, partners and projects. */
static void
test_undated (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) view = NULL;

  atlas_filter_set_time (atlas_navigation_get_filter (fixture->navigation), NULL,
                         &(AtlasDate) { 2017, 0, 0 });
  view = compare (fixture, "siping", "liaoyuan");
  assert_says (view, "Automotive Supporting Parts, undated | ");
  assert_says (view, "Automobile Zone, undated | ");
}

int
main (int argc, char *argv[])
{
  atlas_test_display_init (&argc, &argv);
#define ADD(name, function)                                                                        \
  g_test_add ("/rows/comparison-view/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("columns", test_columns);
  ADD ("figures", test_figures);
  ADD ("links", test_links);
  ADD ("leads", test_leads);
  ADD ("nothing-apart", test_nothing_apart);
  ADD ("undated", test_undated);
  return g_test_run ();
}
