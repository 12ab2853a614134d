/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "pages-fixture.h"

#include <string.h>

#include "atlas-description.h"
#include "atlas-event.h"
#include "atlas-facts.h"
#include "atlas-map-block.h"
#include "atlas-pair-list.h"
#include "atlas-partnership.h"
#include "atlas-place.h"
#include "atlas-plan.h"
#include "atlas-source.h"
#include "atlas-summary-painter.h"
#include "atlas-summary-private.h"
#include "atlas-table-block-private.h"
#include "atlas-tiles-block.h"
#include "atlas-translation.h"

static const char *const scopes[] = {
  NULL,           "siping",       "jl-changping", "bus-liaoyuan-siping",
  "ind-hydrogen", "jl-demo-area", "ev-reply",     "changchun",
};

static const AtlasSummaryOptions compact = { .parts = ATLAS_SUMMARY_PARTS_ALL };

static AtlasDataset *dataset;

static void
test_new (void)
{
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, "siping");
  AtlasSummary *summary = pages_fixture_new_summary (scope, &compact);

  g_assert_cmpstr (atlas_summary_get_title (summary), ==, "四平市");
  g_assert_cmpuint (atlas_summary_get_n_pages (summary), >, 1);
  g_assert_finalize_object (summary);
}

/* Counts the rows of each record. */
static GHashTable *
count_rows (AtlasSummary *summary)
{
  GPtrArray *blocks = summary->manuscript.blocks;
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < blocks->len; i++)
    for (guint row = 0; ATLAS_IS_TABLE_BLOCK (blocks->pdata[i]) &&
                        row < atlas_table_block_get_length (blocks->pdata[i]);
         row++)
      {
        AtlasRecord *record = atlas_table_block_get_record (blocks->pdata[i], row);
        guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, record));

        if (record == NULL)
          continue;
        g_assert_cmpuint (_atlas_table_block_get_row (blocks->pdata[i], row)->note, >, 0);
        g_hash_table_insert (counts, record, GUINT_TO_POINTER (count + 1));
      }
  return counts;
}

/* A next step is listed for each of its bodies. */
static guint
count_headings (AtlasRecord *record)
{
  const char *const *bodies = atlas_record_get_reference_ids (record, ATLAS_ROLE_RESPONSIBLE);

  return bodies != NULL ? g_strv_length ((char **) bodies) : 1;
}

/* Each fact is listed once, with its note, and nothing else is. */
static void
test_every_fact_once (gconstpointer data)
{
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, data);
  g_autoptr (AtlasSummary) summary = pages_fixture_new_summary (scope, &compact);
  g_autoptr (GHashTable) counts = count_rows (summary);
  guint n_records = 0;

  for (guint kind = ATLAS_RECORD_KIND_PLACE; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      g_autoptr (GPtrArray) records = atlas_scope_dup_records (scope, (AtlasRecordKind) kind);

      n_records += records->len;
      for (guint i = 0; i < records->len; i++)
        g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, records->pdata[i])), ==,
                          count_headings (records->pdata[i]));
    }
  g_assert_cmpuint (g_hash_table_size (counts), ==, n_records);
}

static double
get_height (const AtlasPart *part)
{
  double height = atlas_block_get_top_height (part->block, part->first_row);

  for (guint row = part->first_row; row < part->first_row + part->n_rows; row++)
    height += atlas_block_get_row (part->block, row)->height;
  return height;
}

static gboolean
overlap (const AtlasPart *a, const AtlasPart *b)
{
  const double tolerance = 0.1;
  const double a_width = a->block->width;
  const double b_width = b->block->width;

  return a->x + tolerance < b->x + b_width && b->x + tolerance < a->x + a_width &&
         a->y + tolerance < b->y + get_height (b) && b->y + tolerance < a->y + get_height (a);
}

static void
check_page (AtlasSummary *summary, guint page)
{
  AtlasSummaryLayout *layout = summary->layout;
  const AtlasPageMetrics *metrics = atlas_summary_get_metrics (summary);
  const double width = atlas_page_metrics_get_text_width (metrics);
  const guint n_parts = atlas_summary_layout_get_n_parts (layout, page);

  g_assert_cmpuint (n_parts, >, 0);
  for (guint i = 0; i < n_parts; i++)
    {
      const AtlasPart *part = atlas_summary_layout_get_part (layout, page, i);

      g_assert_cmpfloat (part->x, >=, 0);
      g_assert_cmpfloat (part->x + part->block->width, <=, width + 0.1);
      g_assert_cmpfloat (part->y, >=, 0);
      g_assert_cmpfloat (part->y + get_height (part), <=, metrics->frame.height + 0.1);
      for (guint j = 0; j < i; j++)
        g_assert_false (overlap (part, atlas_summary_layout_get_part (layout, page, j)));
    }
}

/* A heading is never the last row of a page. */
static void
check_headings (AtlasSummary *summary, guint page)
{
  AtlasSummaryLayout *layout = summary->layout;
  const guint n_parts = atlas_summary_layout_get_n_parts (layout, page);

  g_assert_false (
    atlas_summary_layout_get_part (layout, page, n_parts - 1)->block->keeps_with_next);
}

static void
test_boxes (void)
{
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, "siping");

  for (guint paper = 0; paper < ATLAS_N_PAPERS; paper++)
    for (guint variant = 0; variant < 4; variant++)
      for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
        {
          const AtlasSummaryOptions options = {
            .page = { (AtlasPaper) paper, variant % 2 == 1, (AtlasPageLayout) (variant / 2),
                      (AtlasLanguage) language },
            .parts = ATLAS_SUMMARY_PARTS_ALL,
          };
          g_autoptr (AtlasSummary) summary = pages_fixture_new_summary (scope, &options);

          for (guint page = 0; page < atlas_summary_get_n_pages (summary); page++)
            {
              check_page (summary, page);
              check_headings (summary, page);
            }
        }
}

/* Draws a page to a recording surface. All ink must be on the paper. */
static void
check_ink (AtlasSummary *summary, guint page)
{
  const AtlasPageMetrics *metrics = atlas_summary_get_metrics (summary);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double x, y, width, height;

  atlas_summary_painter_paint (cr, summary, page);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  g_assert_cmpfloat (x, >=, 20);
  g_assert_cmpfloat (y, >=, 20);
  g_assert_cmpfloat (x + width, <=, metrics->width - 20);
  g_assert_cmpfloat (y + height, <=, metrics->height - 10);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_ink (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, scopes[i]);
      g_autoptr (AtlasSummary) summary = pages_fixture_new_summary (scope, &compact);

      for (guint page = 0; page < atlas_summary_get_n_pages (summary); page++)
        check_ink (summary, page);
    }
}

/* In a comparison of places, the table of common records is the first one. */
static void
test_together_first (void)
{
  g_autoptr (AtlasScope) scope = atlas_scope_new_comparison (
    dataset, atlas_dataset_lookup (dataset, "changchun"), atlas_dataset_lookup (dataset, "siping"));
  AtlasSummaryOptions options = compact;
  g_autoptr (AtlasSummary) summary = NULL;

  options.page.language = ATLAS_LANGUAGE_EN;
  summary = pages_fixture_new_summary (scope, &options);
  /* The first section is the title. */
  g_assert_cmpstr (atlas_summary_get_section (summary, 1, NULL, NULL), ==, "Together");
  g_assert_cmpstr (atlas_summary_get_section (summary, 2, NULL, NULL), ==, "In common and apart");
}

static void
test_parts (void)
{
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, "siping");
  AtlasSummaryOptions options = { .parts = ATLAS_SUMMARY_PART_ROUTES };
  g_autoptr (AtlasSummary) summary = pages_fixture_new_summary (scope, &options);
  GPtrArray *blocks = summary->manuscript.blocks;
  guint n_tables = 0;

  for (guint i = 0; i < blocks->len; i++)
    n_tables += ATLAS_IS_TABLE_BLOCK (blocks->pdata[i]);
  /* Without notes there are no numbers of notes. */
  g_assert_cmpuint (n_tables, ==, 1);
  g_assert_cmpuint (atlas_summary_get_n_pages (summary), ==, 1);
  g_assert_cmpuint (atlas_summary_get_n_sections (summary), ==, 2);
}

/* A map without tables is as large as the page allows. */
static void
test_map_alone (void)
{
  for (guint paper = 0; paper < ATLAS_N_PAPERS; paper++)
    for (guint layout = 0; layout < ATLAS_N_PAGE_LAYOUTS; layout++)
      for (guint landscape = 0; landscape < 2; landscape++)
        {
          g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, NULL);
          AtlasSummaryOptions options = {
            .page = { (AtlasPaper) paper, landscape, (AtlasPageLayout) layout, ATLAS_LANGUAGE_EN },
            .parts = ATLAS_SUMMARY_PART_MAP,
          };
          g_autoptr (AtlasSummary) summary = pages_fixture_new_summary (scope, &options);
          const AtlasPageMetrics *metrics = atlas_summary_get_metrics (summary);
          GPtrArray *blocks = summary->manuscript.blocks;
          AtlasBlock *map = blocks->pdata[blocks->len - 1];

          g_assert_true (ATLAS_IS_MAP_BLOCK (map));
          g_assert_cmpuint (atlas_summary_get_n_pages (summary), ==, 1);
          g_assert_cmpfloat_with_epsilon (map->width, atlas_page_metrics_get_text_width (metrics),
                                          0.01);
          if (landscape)
            g_assert_cmpfloat (atlas_block_get_row (map, 0)->height, >,
                               0.8 * metrics->frame.height);
        }
}

/* The follow-up has each next step once, as wide as the page, in a table with room for remarks. */
static void
test_follow_up (void)
{
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, NULL);
  const AtlasSummaryOptions options = {
    .page = { ATLAS_PAPER_A4, TRUE, ATLAS_PAGE_LAYOUT_FOLLOW_UP, ATLAS_LANGUAGE_EN },
    .parts = ATLAS_SUMMARY_PARTS_ALL,
  };
  g_autoptr (AtlasSummary) summary = pages_fixture_new_summary (scope, &options);
  g_autoptr (GPtrArray) steps = atlas_scope_dup_records (scope, ATLAS_RECORD_KIND_COMMITMENT);
  GPtrArray *blocks = summary->manuscript.blocks;
  AtlasTableBlock *table = NULL;

  for (guint i = 0; i < blocks->len; i++)
    if (ATLAS_IS_TABLE_BLOCK (blocks->pdata[i]) &&
        atlas_table_block_get_length (blocks->pdata[i]) == steps->len)
      table = blocks->pdata[i];
  g_assert_nonnull (table);
  g_assert_cmpfloat_with_epsilon (
    ATLAS_BLOCK (table)->width,
    atlas_page_metrics_get_text_width (atlas_summary_get_metrics (summary)), 0.01);
}

static void
test_parse_parts (void)
{
  g_autoptr (GError) error = NULL;
  AtlasSummaryParts parts = (AtlasSummaryParts) 0;

  g_assert_true (atlas_summary_parts_parse ("map, Next-Steps", &parts, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (parts, ==, ATLAS_SUMMARY_PART_MAP | ATLAS_SUMMARY_PART_NEXT_STEPS);
  g_assert_true (atlas_summary_parts_parse ("all", &parts, &error));
  g_assert_cmpuint (parts, ==, ATLAS_SUMMARY_PARTS_ALL);
  g_assert_false (atlas_summary_parts_parse ("map,weather", &parts, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_assert_nonnull (strstr (error->message, "weather"));
  g_assert_cmpuint (parts, ==, ATLAS_SUMMARY_PARTS_ALL);
  for (guint i = 0; i < ATLAS_N_SUMMARY_PARTS; i++)
    {
      g_autofree char *name = atlas_summary_parts_to_names ((AtlasSummaryParts) (1 << i));

      g_assert_true (atlas_summary_parts_parse (name, &parts, NULL));
      g_assert_cmpuint (parts, ==, 1u << i);
    }
}

/* Names of parts can be parsed to the same parts. */
static void
test_name_parts (void)
{
  g_autofree char *some =
    atlas_summary_parts_to_names (ATLAS_SUMMARY_PART_MAP | ATLAS_SUMMARY_PART_NOTES);
  g_autofree char *all = atlas_summary_parts_to_names (ATLAS_SUMMARY_PARTS_ALL);
  g_autofree char *none = atlas_summary_parts_to_names ((AtlasSummaryParts) 0);

  g_assert_cmpstr (some, ==, "map,notes");
  g_assert_cmpstr (all, ==, "all");
  g_assert_cmpstr (none, ==, "");
}

static void
test_kind_names (void)
{
  AtlasSummaryKind kind = ATLAS_SUMMARY_KIND_SCOPE;

  g_assert_true (atlas_summary_kind_from_name ("Pairs", &kind));
  g_assert_cmpint (kind, ==, ATLAS_SUMMARY_KIND_PAIRS);
  g_assert_true (atlas_summary_kind_from_name ("cities", &kind));
  g_assert_cmpint (kind, ==, ATLAS_SUMMARY_KIND_CITIES);
  g_assert_false (atlas_summary_kind_from_name ("villages", &kind));
  g_assert_cmpint (kind, ==, ATLAS_SUMMARY_KIND_CITIES);
}

/* A comparison of two places is a page too. */
static void
test_comparison (void)
{
  AtlasRecord *siping = atlas_dataset_lookup (dataset, "siping");
  AtlasRecord *baishan = atlas_dataset_lookup (dataset, "baishan");
  g_autoptr (AtlasScope) scope = atlas_scope_new_comparison (dataset, siping, baishan);
  const AtlasFacts facts = { scope, NULL, ATLAS_LANGUAGE_EN, ATLAS_SHOWN_PART_ALL };
  g_autofree char *line = atlas_facts_describe_scope (&facts);
  const AtlasSummaryOptions english = {
    .page.language = ATLAS_LANGUAGE_EN,
    .parts = ATLAS_SUMMARY_PARTS_ALL,
  };
  g_autoptr (AtlasSummary) summary = pages_fixture_new_summary (scope, &english);

  g_assert_cmpstr (line, ==,
                   "Two places side by side \u00b7 216 km in a straight line \u00b7 "
                   "as of 30 May 2021");
  g_assert_cmpstr (atlas_summary_get_title (summary), ==, "Siping and Baishan");
  g_assert_cmpuint (atlas_summary_get_n_pages (summary), >, 2);
}

/* A comparison of two links too; it has no distance. */
static void
test_comparison_of_links (void)
{
  g_autoptr (AtlasScope) scope =
    atlas_scope_new_comparison (dataset, atlas_dataset_lookup (dataset, "bus-baishan-tonghua"),
                                atlas_dataset_lookup (dataset, "bus-liaoyuan-siping"));
  const AtlasFacts facts = { scope, NULL, ATLAS_LANGUAGE_EN, ATLAS_SHOWN_PART_ALL };
  g_autofree char *line = atlas_facts_describe_scope (&facts);
  const AtlasSummaryOptions english = {
    .page.language = ATLAS_LANGUAGE_EN,
    .parts = ATLAS_SUMMARY_PARTS_ALL,
  };
  g_autoptr (AtlasSummary) summary = pages_fixture_new_summary (scope, &english);

  g_assert_cmpstr (line, ==, "Side by side \u00b7 as of 30 May 2021");
  g_assert_cmpstr (atlas_summary_get_title (summary), ==,
                   "Baishan\u2013Tonghua Bus and Liaoyuan\u2013Siping Bus");
  g_assert_cmpstr (atlas_summary_get_section (summary, 1, NULL, NULL), ==, "In common");
  g_assert_cmpstr (atlas_summary_get_section (summary, 2, NULL, NULL), ==, "In common and apart");
}

/* Slogans and documents still to be written are distinguished from issued ones. */
static void
test_plan_status (void)
{
  const struct
  {
    const char *id, *status;
  } cases[] = {
    { "plan-hachang-demo", "Issued" },
    { "plan-changping", "Drawn up" },
    { "plan-three-belts", "Yet to come" },
    { "plan-six-sames", "Policy, no document" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, cases[i].id);
      const AtlasFacts facts = { scope, NULL, ATLAS_LANGUAGE_EN, ATLAS_SHOWN_PART_ALL };
      g_autofree char *line = atlas_facts_describe_scope (&facts);
      g_autofree char *beginning = g_strconcat ("Plan · ", cases[i].status, " · ", NULL);

      g_assert_true (g_str_has_prefix (line, beginning));
    }
}

/* Hidden records have no row, and the page names the filter. */
static void
test_filter (void)
{
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, "siping");
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  const AtlasFacts facts = { scope, filter, ATLAS_LANGUAGE_EN, ATLAS_SHOWN_PART_ALL };
  g_autoptr (AtlasSummary) summary = NULL;
  g_autoptr (GHashTable) counts = NULL;
  g_autofree char *words = NULL;
  GHashTableIter iter;
  gpointer record;

  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_ZONE, FALSE);
  atlas_filter_set_time (filter, NULL, &(AtlasDate) { 2020, 12, 0 });
  words = atlas_facts_describe_filter (&facts);
  g_assert_cmpstr (words, ==, "Up to December 2020 · Without Zone co-operation");
  summary = atlas_summary_new (scope, filter, NULL, &compact, NULL, NULL, NULL, NULL);
  counts = count_rows (summary);
  g_assert_cmpuint (g_hash_table_size (counts), >, 10);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    g_assert_true (atlas_filter_matches (filter, dataset, record));
}

/* Inferred dates are marked on pages in each language. */
static void
test_inferred_dates (void)
{
  static const char *const marks[ATLAS_N_LANGUAGES] = { "（推断）", " (inferred)", "(추정)" };
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, NULL);
  g_autoptr (GPtrArray) events = atlas_scope_dup_records (scope, ATLAS_RECORD_KIND_EVENT);
  guint n_inferred = 0;

  for (guint i = 0; i < events->len; i++)
    for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
      {
        const AtlasFacts facts = { scope, NULL, (AtlasLanguage) language, ATLAS_SHOWN_PART_ALL };
        g_autofree char *words = atlas_describe_short_date (events->pdata[i], facts.language);
        const gboolean inferred = atlas_record_get_date (events->pdata[i]) != NULL &&
                                  atlas_record_is_inferred (events->pdata[i], "date");

        g_assert_cmpint (g_str_has_suffix (words, marks[language]), ==, inferred);
        n_inferred += inferred;
      }
  g_assert_cmpuint (n_inferred, >=, 2 * ATLAS_N_LANGUAGES);
}

/* If more is hidden than visible, the visible values are named. */
static void
test_filter_only (void)
{
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, NULL);
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  const AtlasFacts facts = { scope, filter, ATLAS_LANGUAGE_EN, ATLAS_SHOWN_PART_ALL };
  g_autofree char *words = NULL;
  g_autofree char *expected = NULL;

  atlas_filter_show_only (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS);
  words = atlas_facts_describe_filter (&facts);
  expected = g_strdup_printf (
    "Only: %s", atlas_facet_get_label (ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS, ATLAS_LANGUAGE_EN));
  g_assert_cmpstr (words, ==, expected);
}

static void
count_progress (double fraction, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

/* A cover, a page for each city, and notes. */
static void
test_cities (void)
{
  const AtlasSummaryOptions options = { .parts = ATLAS_SUMMARY_PARTS_ALL,
                                        .kind = ATLAS_SUMMARY_KIND_CITIES };
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, NULL);
  double fraction = 0;
  g_autoptr (AtlasSummary) summary = atlas_summary_new (
    scope, NULL, atlas_base_map_get_default (), &options, NULL, count_progress, &fraction, NULL);

  g_assert_cmpfloat (fraction, ==, 1);
  g_assert_cmpuint (atlas_summary_get_n_sections (summary), ==, 9 + 2);
  for (guint i = 0; i < 9; i++)
    {
      guint page;

      atlas_summary_get_section (summary, i, NULL, &page);
      g_assert_cmpuint (page, ==, i + 1);
    }
  for (guint page = 0; page < atlas_summary_get_n_pages (summary); page++)
    check_page (summary, page);
}

/* A page for each view of the tour, with its own scope and filter. */
static void
test_tour (void)
{
  AtlasTour *tour = atlas_dataset_get_tours (dataset)->pdata[0];
  const guint n_steps = atlas_tour_get_n_steps (tour);
  static const AtlasPaper papers[] = { ATLAS_PAPER_A4, ATLAS_PAPER_A3 };

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (papers); i++)
    {
      const AtlasSummaryOptions options = {
        .parts = ATLAS_SUMMARY_PARTS_ALL,
        .page.language = ATLAS_LANGUAGE_EN,
        .page.paper = papers[i / 2],
        .page.landscape = i % 2 == 1,
        .kind = ATLAS_SUMMARY_KIND_TOUR,
        .tour = tour,
      };
      g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, NULL);
      g_autoptr (AtlasSummary) summary = pages_fixture_new_summary (scope, &options);

      g_assert_cmpstr (atlas_summary_get_title (summary), ==, "The Reply in Twelve Views");
      g_assert_cmpuint (atlas_summary_get_n_pages (summary), ==, n_steps);
      g_assert_cmpuint (atlas_summary_get_n_sections (summary), ==, n_steps);
      g_assert_cmpstr (atlas_summary_get_section (summary, 6, NULL, NULL), ==,
                       "Jilin Atlas: Linked Cities · Only: Bus routes");
      for (guint page = 0; page < n_steps; page++)
        {
          guint number;

          atlas_summary_get_section (summary, page, NULL, &number);
          g_assert_cmpuint (number, ==, page);
          check_page (summary, page);
        }
    }
}

static AtlasTour *
make_tour (const char *const *links, guint n_links)
{
  g_autoptr (AtlasText) title = atlas_text_new ("T", NULL, NULL);
  AtlasTour *tour = atlas_tour_new ("t", title);

  for (guint i = 0; i < n_links; i++)
    {
      g_autoptr (AtlasTourStep) step = atlas_tour_step_new (links[i], NULL);

      atlas_tour_add_step (tour, step);
    }
  return tour;
}

static const AtlasExtent *
find_map_extent (AtlasSummary *summary, guint index)
{
  GPtrArray *blocks = summary->manuscript.blocks;

  for (guint i = 0; i < blocks->len; i++)
    if (ATLAS_IS_MAP_BLOCK (blocks->pdata[i]) && index-- == 0)
      return atlas_map_block_get_extent (blocks->pdata[i]);
  g_assert_not_reached ();
}

/* The map of a view shows its center and zoom level; without them, the whole scope. Zoom levels
 * that the window does not have are as its nearest. */
static void
test_tour_zoom (void)
{
  static const char *const links[] = { "jilin-atlas:?scope=siping&at=43.1665,124.3504,9",
                                       "jilin-atlas:?scope=siping",
                                       "jilin-atlas:?at=43.1665,124.3504,10",
                                       "jilin-atlas:?at=43.1665,124.3504,24",
                                       "jilin-atlas:?at=-85,-180,0" };
  g_autoptr (AtlasTour) tour = make_tour (links, G_N_ELEMENTS (links));
  const AtlasSummaryOptions options = {
    .parts = ATLAS_SUMMARY_PARTS_ALL,
    .kind = ATLAS_SUMMARY_KIND_TOUR,
    .tour = tour,
  };
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, NULL);
  g_autoptr (AtlasSummary) summary = pages_fixture_new_summary (scope, &options);
  const AtlasExtent *wide = find_map_extent (summary, 0);
  const AtlasExtent *narrow = find_map_extent (summary, 2);
  const AtlasExtent *narrowest = find_map_extent (summary, 3);

  g_assert_cmpfloat_with_epsilon ((wide->x0 + wide->x1) / 2, atlas_projection_x (124.3504), 1e-9);
  g_assert_cmpfloat_with_epsilon ((wide->y0 + wide->y1) / 2, atlas_projection_y (43.1665), 1e-9);
  /* As wide as a map of 900 pixels. */
  g_assert_cmpfloat_with_epsilon (wide->x1 - wide->x0, 900.0 / 256 / (1 << 9), 1e-9);
  g_assert_null (find_map_extent (summary, 1));
  g_assert_cmpfloat_with_epsilon (narrow->x1 - narrow->x0, (wide->x1 - wide->x0) / 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (narrowest->x1 - narrowest->x0, 900.0 / 256 / (1 << 13), 1e-9);
  g_assert_cmpuint (atlas_summary_get_n_pages (summary), ==, G_N_ELEMENTS (links));
  for (guint page = 0; page < G_N_ELEMENTS (links); page++)
    check_page (summary, page);
  for (guint page = 0; page < G_N_ELEMENTS (links) - 1; page++)
    check_ink (summary, page);
}

static void
test_pairs (void)
{
  const AtlasSummaryOptions options = { .parts = ATLAS_SUMMARY_PARTS_ALL,
                                        .kind = ATLAS_SUMMARY_KIND_PAIRS };
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, NULL);
  const AtlasFacts facts = { scope, NULL, ATLAS_LANGUAGE_EN, ATLAS_SHOWN_PART_ALL };
  g_autoptr (GPtrArray) pairs = atlas_pair_list_new (&facts);
  g_autoptr (AtlasSummary) summary = pages_fixture_new_summary (scope, &options);

  /* Changchun with each of the others and with Harbin, and three other pairs. */
  g_assert_cmpuint (pairs->len, ==, 9 + 1 + 3);
  g_assert_true (g_ptr_array_find (pairs, atlas_dataset_lookup (dataset, "jl-changping"), NULL));
  g_assert_cmpuint (atlas_summary_get_n_sections (summary), ==, pairs->len + 2);
  for (guint page = 0; page < atlas_summary_get_n_pages (summary); page++)
    check_page (summary, page);
}

/* If time is filtered, the page of two cities uses the link that is known to exist; an undated one
 * is marked in its title. */
static void
test_pairs_at_moment (void)
{
  const AtlasSummaryOptions options = { .parts = ATLAS_SUMMARY_PARTS_ALL,
                                        .page.language = ATLAS_LANGUAGE_EN,
                                        .kind = ATLAS_SUMMARY_KIND_PAIRS };
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, NULL);
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  const AtlasFacts facts = { scope, filter, ATLAS_LANGUAGE_EN, ATLAS_SHOWN_PART_ALL };
  g_autoptr (GPtrArray) pairs = NULL;
  g_autoptr (AtlasSummary) summary = NULL;

  atlas_filter_set_time (filter, NULL, &(AtlasDate) { 2017, 0, 0 });
  pairs = atlas_pair_list_new (&facts);
  summary = atlas_summary_new (scope, filter, NULL, &options, NULL, NULL, NULL, NULL);
  for (guint i = 0; i < pairs->len; i++)
    {
      const char *title = atlas_summary_get_section (summary, i, NULL, NULL);

      g_assert_cmpint (g_str_has_suffix (title, ", undated"), ==,
                       atlas_filter_is_in_doubt (filter, dataset, pairs->pdata[i]));
    }
  g_assert_true (g_ptr_array_find (pairs, atlas_dataset_lookup (dataset, "jl-hachang"), NULL));
}

static void
test_cancel (void)
{
  const AtlasSummaryOptions options = { .parts = ATLAS_SUMMARY_PARTS_ALL,
                                        .kind = ATLAS_SUMMARY_KIND_CITIES };
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (atlas_summary_new (scope, NULL, NULL, &options, cancellable, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static AtlasTilesBlock *
find_tiles (AtlasSummary *summary)
{
  GPtrArray *blocks = summary->manuscript.blocks;

  for (guint i = 0; i < blocks->len; i++)
    if (ATLAS_IS_TILES_BLOCK (blocks->pdata[i]))
      return blocks->pdata[i];
  g_assert_not_reached ();
}

/* The main amount of a page: its id, status and time. The sum of two cities is that of the province
 * and of the pair, but not of either city. */
static const struct
{
  const char *scope;
  const char *figure;
  const char *standing;
} headlines[] = {
  { NULL, "fig-investment-total", "Planned · as of February 2021" },
  { "jl-changping", "fig-investment-total", "Planned · as of February 2021" },
  { "siping", NULL, NULL },
  { "changchun", "fig-changyi-invested", "Completed · undated" },
  { "prj-information-network", "fig-investment-total", "Planned · as of February 2021" },
  { "bus-liaoyuan-siping", NULL, NULL },
};

static void
test_headlines (void)
{
  const AtlasSummaryOptions english = {
    .page.language = ATLAS_LANGUAGE_EN,
    .parts = ATLAS_SUMMARY_PARTS_ALL,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (headlines); i++)
    {
      g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, headlines[i].scope);
      g_autoptr (AtlasSummary) summary = pages_fixture_new_summary (scope, &english);
      AtlasTilesBlock *tiles = find_tiles (summary);
      const guint last = atlas_tiles_block_get_length (tiles) - 1;
      AtlasRecord *record = atlas_tiles_block_get_record (tiles, last);
      g_autofree char *expected = NULL;
      const char *label;
      guint note;

      g_test_message ("%s", headlines[i].scope);
      if (headlines[i].figure == NULL)
        {
          g_assert_null (record);
          continue;
        }
      g_assert_cmpstr (atlas_record_get_id (record), ==, headlines[i].figure);
      expected = g_strdup_printf ("%s\n%s", atlas_record_get_name (record, ATLAS_LANGUAGE_EN),
                                  headlines[i].standing);
      atlas_tiles_block_get_texts (tiles, last, &label, &note);
      g_assert_cmpstr (label, ==, expected);
    }
}

/* With a page for each city, the sum of two cities is the main amount of none. */
static void
test_headlines_of_cities (void)
{
  const AtlasSummaryOptions options = { .parts = ATLAS_SUMMARY_PARTS_ALL,
                                        .kind = ATLAS_SUMMARY_KIND_CITIES };
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, NULL);
  g_autoptr (AtlasSummary) summary = pages_fixture_new_summary (scope, &options);
  AtlasRecord *total = atlas_dataset_lookup (dataset, "fig-investment-total");
  GPtrArray *blocks = summary->manuscript.blocks;
  guint n_rows = 0;

  for (guint i = 0; i < blocks->len; i++)
    if (ATLAS_IS_TILES_BLOCK (blocks->pdata[i]))
      for (guint j = 0; j < atlas_tiles_block_get_length (blocks->pdata[i]); j++, n_rows++)
        g_assert_true (atlas_tiles_block_get_record (blocks->pdata[i], j) != total);
  g_assert_cmpuint (n_rows, >, 9);
}

/* Co-operations are counted like other records, without a unit, and proposed ones are stated. */
static void
test_count_of_partnerships (void)
{
  const AtlasSummaryOptions english = {
    .page.language = ATLAS_LANGUAGE_EN,
    .parts = ATLAS_SUMMARY_PART_FIGURES,
  };
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, NULL);
  g_autoptr (GPtrArray) links = atlas_scope_dup_records (scope, ATLAS_RECORD_KIND_PARTNERSHIP);
  g_autoptr (AtlasSummary) summary = pages_fixture_new_summary (scope, &english);
  g_autofree char *count = g_strdup_printf ("%u", links->len);
  g_autofree char *detail = NULL;
  const char *label;
  guint note, n_proposed = 0;

  for (guint i = 0; i < links->len; i++)
    n_proposed += atlas_partnership_get_stage (links->pdata[i]) == ATLAS_PARTNERSHIP_STAGE_PROPOSED;
  g_assert_cmpuint (n_proposed, >, 0);
  detail = g_strdup_printf ("\n%u of them only proposed", n_proposed);
  g_assert_cmpstr (atlas_tiles_block_get_texts (find_tiles (summary), 0, &label, &note), ==, count);
  g_assert_true (g_str_has_suffix (label, detail));
}

/* If there is no room for all figures, a whole is shown with all of its parts or without any. */
static void
test_parts_with_their_whole (void)
{
  const AtlasSummaryOptions options = { .parts = ATLAS_SUMMARY_PARTS_ALL,
                                        .kind = ATLAS_SUMMARY_KIND_PAIRS };
  static const char *const ids[] = { "fig-investment-total", "fig-investment-2020",
                                     "fig-investment-fyp", "fig-investment-2021" };
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, NULL);
  g_autoptr (AtlasSummary) summary = pages_fixture_new_summary (scope, &options);
  GPtrArray *blocks = summary->manuscript.blocks;
  guint n_found = 0;

  for (guint i = 0; i < blocks->len; i++)
    for (guint row = 0; ATLAS_IS_TABLE_BLOCK (blocks->pdata[i]) &&
                        row < atlas_table_block_get_length (blocks->pdata[i]);
         row++)
      {
        AtlasRecord *record = atlas_table_block_get_record (blocks->pdata[i], row);

        if (record != atlas_dataset_lookup (dataset, ids[0]))
          continue;
        for (guint part = 1; part < G_N_ELEMENTS (ids); part++)
          g_assert_true (atlas_table_block_get_record (blocks->pdata[i], row + part) ==
                         atlas_dataset_lookup (dataset, ids[part]));
        n_found++;
      }
  /* On the page of Changchun and Siping. */
  g_assert_cmpuint (n_found, >=, 1);
}

/* Names of any length, with markup and line breaks, because data may come from any file. */
static void
test_hostile_words (void)
{
  g_autoptr (AtlasDataset) hostile = atlas_dataset_new ();
  g_autofree char *endless = g_strnfill (50000, 'W');
  g_autofree char *lines = g_strnfill (3000, '\n');
  const char *words[] = { endless, lines, "<b>&amp;'</b> \\ ' ] (", "\u202e\u0301 右", "" };
  g_autoptr (AtlasScope) scope = NULL;
  g_autoptr (AtlasSummary) summary = NULL;

  for (guint i = 0; i < 3 * G_N_ELEMENTS (words); i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autoptr (AtlasText) text = atlas_text_new (words[i % G_N_ELEMENTS (words)], NULL, NULL);
      const GType types[] = { ATLAS_TYPE_PLACE, ATLAS_TYPE_PLAN, ATLAS_TYPE_EVENT };
      g_autoptr (AtlasRecord) record =
        g_object_new (types[i % 3], "id", id, "name", text, "summary", text, "note", text, NULL);

      g_assert_true (atlas_dataset_add (hostile, record));
    }
  atlas_dataset_complete (hostile);
  scope = atlas_scope_new (hostile, atlas_dataset_lookup (hostile, "0"));
  summary = pages_fixture_new_summary (scope, &compact);
  for (guint page = 0; page < atlas_summary_get_n_pages (summary); page++)
    {
      check_page (summary, page);
      check_ink (summary, page);
    }
}

/* Without records there is one page with a title. */
static void
test_empty (void)
{
  g_autoptr (AtlasDataset) empty = atlas_dataset_new ();
  g_autoptr (AtlasScope) scope = NULL;
  g_autoptr (AtlasSummary) summary = NULL;

  atlas_dataset_complete (empty);
  scope = atlas_scope_new (empty, NULL);
  summary = pages_fixture_new_summary (scope, &compact);
  g_assert_cmpuint (atlas_summary_get_n_pages (summary), ==, 1);
  check_page (summary, 0);
}

int
main (int argc, char **argv)
{
  g_autofree char *catalogues = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  catalogues = g_test_build_filename (G_TEST_BUILT, "po", NULL);
  atlas_translation_set_directory (catalogues);
  dataset = atlas_test_dataset_read_jilin ();
  g_test_add_func ("/summary/summary/new", test_new);
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/summary/summary/every-fact-once/%s",
                                               scopes[i] != NULL ? scopes[i] : "province");

      g_test_add_data_func (path, scopes[i], test_every_fact_once);
    }
  g_test_add_func ("/summary/summary/boxes", test_boxes);
  g_test_add_func ("/summary/summary/ink", test_ink);
  g_test_add_func ("/summary/summary/together-first", test_together_first);
  g_test_add_func ("/summary/summary/parts", test_parts);
  g_test_add_func ("/summary/summary/comparison", test_comparison);
  g_test_add_func ("/summary/summary/comparison-of-links", test_comparison_of_links);
  g_test_add_func ("/summary/summary/plan-status", test_plan_status);
  g_test_add_func ("/summary/summary/map-alone", test_map_alone);
  g_test_add_func ("/summary/summary/follow-up", test_follow_up);
  g_test_add_func ("/summary/summary/parse-parts", test_parse_parts);
  g_test_add_func ("/summary/summary/name-parts", test_name_parts);
  g_test_add_func ("/summary/summary/kind-names", test_kind_names);
  g_test_add_func ("/summary/summary/filter", test_filter);
  g_test_add_func ("/summary/summary/inferred-dates", test_inferred_dates);
  g_test_add_func ("/summary/summary/filter-only", test_filter_only);
  g_test_add_func ("/summary/summary/headlines", test_headlines);
  g_test_add_func ("/summary/summary/headlines-of-cities", test_headlines_of_cities);
  g_test_add_func ("/summary/summary/count-of-partnerships", test_count_of_partnerships);
  g_test_add_func ("/summary/summary/parts-with-their-whole", test_parts_with_their_whole);
  g_test_add_func ("/summary/summary/cities", test_cities);
  g_test_add_func ("/summary/summary/tour", test_tour);
  g_test_add_func ("/summary/summary/tour-zoom", test_tour_zoom);
  g_test_add_func ("/summary/summary/pairs", test_pairs);
  g_test_add_func ("/summary/summary/pairs-at-moment", test_pairs_at_moment);
  g_test_add_func ("/summary/summary/cancel", test_cancel);
  g_test_add_func ("/summary/summary/hostile-words", test_hostile_words);
  g_test_add_func ("/summary/summary/empty", test_empty);
  status = g_test_run ();
  g_object_unref (dataset);
  return status;
}
