/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "pages-fixture.h"

#include <cairo-pdf.h>
#include <string.h>

#include "atlas-paragraph-block.h"
#include "atlas-summary-painter.h"
#include "atlas-summary-private.h"
#include "atlas-table-block-private.h"
#include "atlas-translation.h"

/* Tests the summaries of one page. */

static AtlasDataset *dataset;

static AtlasSummary *
new_brief (AtlasScope *scope, AtlasPageSetup page)
{
  const AtlasSummaryOptions options = { .page = page, .parts = ATLAS_SUMMARY_PARTS_ALL };

  return pages_fixture_new_summary (scope, &options);
}

/* Draws the page into a file, which fails if a link leads nowhere. */
static void
assert_one_page (AtlasScope *scope, AtlasPageSetup page)
{
  g_autoptr (AtlasSummary) summary = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  page.layout = ATLAS_PAGE_LAYOUT_BRIEF;
  summary = new_brief (scope, page);
  if (atlas_summary_get_n_pages (summary) != 1)
    g_test_message ("%s in language %d", atlas_summary_get_title (summary), page.language);
  g_assert_cmpuint (atlas_summary_get_n_pages (summary), ==, 1);
  surface = cairo_pdf_surface_create (NULL, 600, 800);
  cr = cairo_create (surface);
  atlas_summary_painter_paint (cr, summary, 0);
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

/* Every record that can be a scope has one page. */
static void
test_records (void)
{
  static const AtlasRecordKind kinds[] = {
    ATLAS_RECORD_KIND_PLACE,
    ATLAS_RECORD_KIND_PARTNERSHIP,
    ATLAS_RECORD_KIND_ROUTE,
    ATLAS_RECORD_KIND_INDUSTRY,
  };
  const guint step = g_getenv ("ATLAS_TEST_BRIEFLY") != NULL ? 4 : 1;
  guint n_records = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GListModel *records = atlas_dataset_get_records (dataset, kinds[i]);

      for (guint j = 0; j < g_list_model_get_n_items (records); j += step, n_records++)
        {
          g_autoptr (AtlasRecord) record = g_list_model_get_item (records, j);
          g_autoptr (AtlasScope) scope = atlas_scope_new (dataset, record);

          assert_one_page (scope, (AtlasPageSetup) { .language = (AtlasLanguage) (j % 3) });
        }
    }
  g_assert_cmpuint (n_records, >, 100 / step);
}

static AtlasScope *
new_comparison (const char *id, const char *other)
{
  return atlas_scope_new_comparison (dataset, atlas_dataset_lookup (dataset, id),
                                     atlas_dataset_lookup (dataset, other));
}

/* The longest scopes have one page on each paper in each language, alternately upright and
 * landscape. */
static void
test_papers (void)
{
  g_autoptr (AtlasScope) province = pages_fixture_new_scope (dataset, NULL);
  g_autoptr (AtlasScope) pair = pages_fixture_new_scope (dataset, "jl-changping");
  g_autoptr (AtlasScope) comparison = new_comparison ("changchun", "siping");
  AtlasScope *scopes[] = { province, pair, comparison };

  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    for (guint paper = 0; paper < ATLAS_N_PAPERS; paper++)
      for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
        assert_one_page (scopes[i], (AtlasPageSetup) { .paper = (AtlasPaper) paper,
                                                       .landscape = (i + paper + language) % 2 == 1,
                                                       .language = (AtlasLanguage) language });
}

static char *
dup_paragraph (AtlasSummary *summary, guint index)
{
  GPtrArray *blocks = summary->manuscript.blocks;

  for (guint i = 0; i < blocks->len; i++)
    if (ATLAS_IS_PARAGRAPH_BLOCK (blocks->pdata[i]) && index-- == 0)
      return atlas_paragraph_block_dup_text (blocks->pdata[i]);
  return g_strdup ("");
}

/* The page begins with the summary of its subject, and a sentence about another record names it. */
static void
test_lead (void)
{
  const AtlasPageSetup page = { .layout = ATLAS_PAGE_LAYOUT_BRIEF, .language = ATLAS_LANGUAGE_EN };
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, "siping");
  g_autoptr (AtlasSummary) summary = new_brief (scope, page);
  g_autofree char *lead = dup_paragraph (summary, 0);
  AtlasRecord *siping = atlas_dataset_lookup (dataset, "siping");
  AtlasRecord *link = atlas_dataset_lookup (dataset, "jl-changping");

  g_assert_true (g_str_has_prefix (lead, atlas_record_get_summary (siping, ATLAS_LANGUAGE_EN)));
  g_assert_nonnull (strstr (lead, atlas_record_get_name (link, ATLAS_LANGUAGE_EN)));
  g_assert_nonnull (strstr (lead, atlas_record_get_summary (link, ATLAS_LANGUAGE_EN)));
}

/* The notes of the visible rows are at the foot of the page, and fewer than those of the full
 * summary. */
static void
test_notes (void)
{
  const AtlasPageSetup page = { .layout = ATLAS_PAGE_LAYOUT_BRIEF, .language = ATLAS_LANGUAGE_EN };
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, "jl-changping");
  g_autoptr (AtlasSummary) summary = new_brief (scope, page);
  g_autofree char *notes = dup_paragraph (summary, 1);
  GPtrArray *blocks = summary->manuscript.blocks;
  const AtlasPart *last = atlas_summary_layout_get_part (
    summary->layout, 0, atlas_summary_layout_get_n_parts (summary->layout, 0) - 1);
  const double bottom = last->y + atlas_block_get_row (last->block, 0)->height;

  /* What the source writes about the sum is said with the figure. */
  g_assert_nonnull (strstr (notes, "653.32"));
  g_assert_nonnull (strstr (notes, "3.2\u00a0¶2"));
  g_assert_true (last->block == blocks->pdata[blocks->len - 1]);
  g_assert_cmpfloat_with_epsilon (bottom, summary->metrics.frame.height, 1);
}

/* Without notes there are no numbers of notes. */
static void
test_without_notes (void)
{
  const AtlasSummaryOptions options = {
    .page = { .layout = ATLAS_PAGE_LAYOUT_BRIEF, .language = ATLAS_LANGUAGE_ZH },
    .parts = ATLAS_SUMMARY_PARTS_ALL & ~ATLAS_SUMMARY_PART_NOTES,
  };
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, "jl-changping");
  g_autoptr (AtlasSummary) summary = pages_fixture_new_summary (scope, &options);
  g_autofree char *lead = dup_paragraph (summary, 0);
  g_autofree char *notes = dup_paragraph (summary, 1);

  g_assert_cmpstr (lead, ==,
                   atlas_record_get_summary (atlas_dataset_lookup (dataset, "jl-changping"),
                                             ATLAS_LANGUAGE_ZH));
  g_assert_cmpstr (notes, ==, "");
}

/* A comparison first lists what both share. */
static void
test_comparison (void)
{
  const AtlasPageSetup page = { .layout = ATLAS_PAGE_LAYOUT_BRIEF, .language = ATLAS_LANGUAGE_ZH };
  g_autoptr (AtlasScope) scope = new_comparison ("baicheng", "songyuan");
  g_autoptr (AtlasSummary) summary = new_brief (scope, page);
  GPtrArray *blocks = summary->manuscript.blocks;
  AtlasTableBlock *together = NULL;

  for (guint i = 0; i < blocks->len && together == NULL; i++)
    if (ATLAS_IS_TABLE_BLOCK (blocks->pdata[i]))
      together = blocks->pdata[i];
  g_assert_nonnull (together);
  g_assert_cmpstr (atlas_record_get_id (atlas_table_block_get_record (together, 0)), ==,
                   "jl-baicheng-songyuan");
}

/* Returns the first row of a record, or NULL. */
static const AtlasTableRow *
find_row (AtlasSummary *summary, const char *id)
{
  GPtrArray *blocks = summary->manuscript.blocks;

  for (guint i = 0; i < blocks->len; i++)
    for (guint row = 0; ATLAS_IS_TABLE_BLOCK (blocks->pdata[i]) &&
                        row < atlas_table_block_get_length (blocks->pdata[i]);
         row++)
      if (atlas_table_block_get_record (blocks->pdata[i], row) ==
          atlas_dataset_lookup (dataset, id))
        return _atlas_table_block_get_row (blocks->pdata[i], row);
  return NULL;
}

/* An amount and its parts have bars on one scale, solid if completed; other rows have none. */
static void
test_bars (void)
{
  const AtlasPageSetup page = { .layout = ATLAS_PAGE_LAYOUT_BRIEF, .language = ATLAS_LANGUAGE_ZH };
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, "jl-changping");
  g_autoptr (AtlasSummary) summary = new_brief (scope, page);
  const AtlasTableRow *total = find_row (summary, "fig-investment-total");
  const AtlasTableRow *done = find_row (summary, "fig-investment-2020");
  const AtlasTableRow *plan = find_row (summary, "fig-investment-fyp");

  g_assert_true (total->has_bar);
  g_assert_cmpfloat (total->bar_from, ==, 0);
  g_assert_cmpfloat (total->bar_to, ==, 1);
  g_assert_cmpint (total->bar_tone, ==, ATLAS_CHART_TONE_FAR);
  g_assert_true (done->has_bar);
  g_assert_cmpfloat_with_epsilon (done->bar_to - done->bar_from, 67.88 / 653.33, 1e-6);
  g_assert_cmpint (done->bar_tone, ==, ATLAS_CHART_TONE_DONE);
  g_assert_cmpfloat_with_epsilon (plan->bar_from, done->bar_to, 1e-6);
  g_assert_false (find_row (summary, "jl-changping")->has_bar);
}

/* The page of the province has three records of each kind, even if bars must give way. */
static void
test_rows (void)
{
  const AtlasPageSetup page = { .layout = ATLAS_PAGE_LAYOUT_BRIEF, .language = ATLAS_LANGUAGE_ZH };
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, NULL);
  g_autoptr (AtlasSummary) summary = new_brief (scope, page);
  GPtrArray *blocks = summary->manuscript.blocks;
  guint n_headings = 0;

  for (guint i = 0; i < blocks->len; i++)
    for (guint row = 0, n_records = 3; ATLAS_IS_TABLE_BLOCK (blocks->pdata[i]) &&
                                       row < atlas_table_block_get_length (blocks->pdata[i]);
         row++)
      if (atlas_table_block_get_record (blocks->pdata[i], row) != NULL)
        n_records++;
      else if (_atlas_table_block_get_row (blocks->pdata[i], row)->is_group)
        {
          g_assert_cmpuint (n_records, >=, 3);
          n_records = 0;
          n_headings++;
        }
  g_assert_cmpuint (n_headings, ==, 6);
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
  g_test_add_func ("/summary/brief/records", test_records);
  g_test_add_func ("/summary/brief/papers", test_papers);
  g_test_add_func ("/summary/brief/lead", test_lead);
  g_test_add_func ("/summary/brief/notes", test_notes);
  g_test_add_func ("/summary/brief/rows", test_rows);
  g_test_add_func ("/summary/brief/without-notes", test_without_notes);
  g_test_add_func ("/summary/brief/comparison", test_comparison);
  g_test_add_func ("/summary/brief/bars", test_bars);
  status = g_test_run ();
  g_object_unref (dataset);
  return status;
}
