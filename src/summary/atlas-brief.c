/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-brief.h"

#include "atlas-chapter.h"
#include "atlas-comparison-tables.h"
#include "atlas-digest.h"
#include "atlas-fact-table.h"
#include "atlas-format.h"
#include "atlas-key-numbers.h"
#include "atlas-labels.h"
#include "atlas-link.h"
#include "atlas-map-block.h"
#include "atlas-note-list.h"
#include "atlas-paragraph-block.h"
#include "atlas-side-block.h"
#include "atlas-text-block.h"
#include "atlas-translation.h"

/*
 * A scope on one page, for a meeting: its name, the sentences that describe it, the map with the
 * key numbers, the first records of each kind, and the notes at the foot.
 *
 * The tables show as many rows below each heading as fit, and count the others. Notes depend on the
 * visible rows, so they are written again for each number of rows that is tried. The map takes the
 * height that is left.
 */
typedef struct
{
  AtlasManuscript *manuscript;
  const AtlasFacts *facts;
  guint first;       /* the first block of the page */
  guint first_table; /* the first block below or beside the map */
  AtlasParagraphBlock *lead;
  GPtrArray *told; /* of AtlasRecord: the subjects of the sentences of the lead */
  AtlasTilesBlock *tiles;
  AtlasMapBlock *map; /* NULL without a map */
  GPtrArray *tables;  /* of AtlasTableBlock */
  AtlasParagraphBlock *notes;
} Brief;

/* White space, as multiples of the font size of a cell. */
#define SPACE_BEFORE_LEAD 0.8
#define SPACE_BEFORE_MAP 1.2
#define SPACE_BEFORE_HEADING 0.8
#define SPACE_BEFORE_TABLE 0.6
#define SPACE_BEFORE_REST 0.8
#define SPACE_BEFORE_NOTES 0.8
#define GAP 1.8

/* The share of the width for the numbers beside the map, and its largest width as a multiple of the
 * font size of a cell. */
#define NUMBERS_SHARE 0.3
#define MAX_NUMBERS_WIDTH 26.0

/* The width from which on the tables have one more column, as a multiple of the font size of a
 * cell. */
#define COLUMN_WIDTH 31.0

/* The number of rows below each heading for which the map gets smaller. */
#define MIN_ROWS 3

/* The smallest, the usual smallest and the largest share of the height of the page for the map. */
#define SMALL_MAP_SHARE 0.18
#define MIN_MAP_SHARE 0.26
#define MAX_MAP_SHARE 0.5

#define MAX_SENTENCES 3

static double
get_unit (Brief *self)
{
  return atlas_typesetter_get_size (self->manuscript->typesetter, ATLAS_TEXT_ROLE_CELL);
}

/* The sentences ------------------------------------------------------------------------------- */

static void
add_sentence_about (Brief *self, AtlasRecord *record)
{
  if (record != NULL && self->told->len < MAX_SENTENCES &&
      *atlas_record_get_summary (record, self->facts->language) != '\0')
    g_ptr_array_add (self->told, record);
}

/* Lists whose summaries lead the page: those of the subjects, then of the first co-operations. The
 * summary of the province only describes the map. */
static void
choose_sentences (Brief *self)
{
  g_autoptr (AtlasFactTable) links =
    atlas_fact_table_new_digest (self->facts, ATLAS_RECORD_KIND_PARTNERSHIP);
  AtlasRecord *subject = atlas_scope_get_subject (self->facts->scope);

  add_sentence_about (self, subject);
  add_sentence_about (self, atlas_scope_get_other (self->facts->scope));
  if (ATLAS_IS_LINK (subject) || atlas_scope_get_other (self->facts->scope) != NULL)
    return;
  for (guint i = 0; i < links->rows->len; i++)
    add_sentence_about (self, g_array_index (links->rows, AtlasFactRow, i).record);
}

/* A sentence about another record than the only subject begins with its name. */
static char *
make_sentence (Brief *self, AtlasRecord *record)
{
  const AtlasLanguage language = self->facts->language;
  const char *summary = atlas_record_get_summary (record, language);

  if (record == atlas_scope_get_subject (self->facts->scope) &&
      atlas_scope_get_other (self->facts->scope) == NULL)
    return g_strdup (summary);
  /* Translators: a name, and a sentence about it. */
  return g_strdup_printf (atlas_translate_context (language, "sentence", "%s: %s"),
                          atlas_record_get_name (record, language), summary);
}

/* Writes the sentences with the numbers of their notes. */
static void
write_lead (Brief *self, AtlasNoteList *notes)
{
  atlas_paragraph_block_clear (self->lead);
  for (guint i = 0; i < self->told->len; i++)
    {
      g_autofree char *sentence = make_sentence (self, self->told->pdata[i]);
      const guint number = notes != NULL ? atlas_note_list_number (notes, self->told->pdata[i]) : 0;
      g_autofree char *mark = g_strdup_printf ("%u", number);
      g_autofree char *anchor = g_strdup_printf ("note-%u", number);

      if (i > 0 && self->facts->language != ATLAS_LANGUAGE_ZH)
        atlas_paragraph_block_add (self->lead, ATLAS_TEXT_ROLE_LEAD, " ");
      atlas_paragraph_block_add (self->lead, ATLAS_TEXT_ROLE_LEAD, sentence);
      if (number == 0)
        continue;
      atlas_paragraph_block_add (self->lead, ATLAS_TEXT_ROLE_NOTE_NUMBER, mark);
      atlas_paragraph_block_link (self->lead, anchor);
    }
}

static void
add_lead (Brief *self)
{
  choose_sentences (self);
  self->lead = atlas_paragraph_block_new (self->manuscript->typesetter, ATLAS_PARAGRAPH_LOOK_LEAD);
  if (self->told->len > 0)
    atlas_manuscript_add_block (self->manuscript, g_object_ref (ATLAS_BLOCK (self->lead)),
                                SPACE_BEFORE_LEAD);
}

/* The map and the tables ---------------------------------------------------------------------- */

/* The numbers stand beside the map, or below it if the page has two columns. */
static void
add_map_and_numbers (Brief *self)
{
  AtlasManuscript *manuscript = self->manuscript;
  const AtlasFrame *frame = &manuscript->frame;
  AtlasBlock *map = NULL, *numbers = NULL;

  if (manuscript->parts & ATLAS_SUMMARY_PART_FIGURES)
    {
      self->tiles = atlas_key_numbers_new_brief (self->facts, manuscript->typesetter);
      numbers = ATLAS_BLOCK (g_object_ref (self->tiles));
    }
  if (manuscript->base_map != NULL && manuscript->parts & ATLAS_SUMMARY_PART_MAP)
    {
      map = atlas_map_block_new (manuscript->typesetter, manuscript->base_map, self->facts,
                                 frame->height * MAX_MAP_SHARE);
      self->map = ATLAS_MAP_BLOCK (map);
    }
  if (numbers != NULL && map != NULL && frame->n_columns == 1)
    {
      atlas_tiles_block_stack (self->tiles);
      map = atlas_side_block_new (map, numbers,
                                  MIN (frame->column_width * NUMBERS_SHARE,
                                       MAX_NUMBERS_WIDTH * get_unit (self)),
                                  GAP * get_unit (self));
      numbers = NULL;
    }
  if (map != NULL)
    atlas_manuscript_add_block (manuscript, map, SPACE_BEFORE_MAP);
  if (numbers != NULL)
    atlas_manuscript_add_block (manuscript, numbers, SPACE_BEFORE_MAP);
}

/* A short table in several columns; a table of a comparison has columns of its own. */
static void
add_table (Brief *self, AtlasTableBlock *table, gboolean is_short)
{
  const double column_width = COLUMN_WIDTH * get_unit (self);

  g_ptr_array_add (self->tables, table);
  if (is_short)
    atlas_block_set_columns (ATLAS_BLOCK (table),
                             (guint) MAX (self->manuscript->frame.column_width / column_width, 1),
                             GAP * get_unit (self));
  atlas_manuscript_add_block (self->manuscript, ATLAS_BLOCK (table), SPACE_BEFORE_TABLE);
}

static void
add_table_heading (Brief *self, const char *title)
{
  AtlasBlock *heading =
    atlas_text_block_new (self->manuscript->typesetter, ATLAS_TEXT_ROLE_GROUP, title);

  heading->keeps_with_next = TRUE;
  atlas_manuscript_add_block (self->manuscript, heading, SPACE_BEFORE_HEADING);
}

/* For a comparison: first what both share, then the rest by its owner. */
static void
add_comparison (Brief *self, AtlasComparison *comparison)
{
  AtlasTypesetter *typesetter = self->manuscript->typesetter;
  AtlasTableBlock *together =
    atlas_comparison_table_for_together (comparison, self->facts, typesetter);

  if (atlas_table_block_get_length (together) > 0)
    {
      add_table_heading (self, atlas_translate (self->facts->language, "Together"));
      add_table (self, together, TRUE);
    }
  else
    {
      g_object_unref (together);
    }
  add_table (self, atlas_comparison_table_for_shares (comparison, self->facts, typesetter), FALSE);
}

static void
add_tables (Brief *self)
{
  AtlasTypesetter *typesetter = self->manuscript->typesetter;
  const AtlasFacts *facts = self->facts;
  g_autoptr (AtlasComparison) comparison = atlas_comparison_new_for_facts (facts);

  if (comparison != NULL && self->manuscript->parts & ATLAS_SUMMARY_PART_PARTNERS)
    add_comparison (self, comparison);
  else
    {
      AtlasTableBlock *digest = atlas_digest_new (facts, typesetter, self->manuscript->parts);

      atlas_digest_add_bars (digest, facts);
      add_table (self, digest, TRUE);
    }
  if (self->manuscript->frame.n_columns > 1)
    ATLAS_BLOCK (self->manuscript->blocks->pdata[self->first_table])->starts_column = TRUE;
}

static void
count_kind (Brief *self, GString *counts, AtlasRecordKind kind)
{
  const AtlasLanguage language = self->facts->language;
  g_autoptr (GPtrArray) records = atlas_facts_list (self->facts, kind);
  g_autofree char *number = atlas_format_number (records->len, language);

  if (records->len > 0)
    g_string_append_printf (counts, "%s%s %s",
                            counts->len > 0 ? atlas_translate_context (language, "list", ", ") : "",
                            atlas_label_for_record_kind (kind, language), number);
}

/* Counts the kinds of record that no table of the page lists. The table of a comparison lists
 * industries and plans, but neither figures nor events. */
static char *
describe_rest (Brief *self)
{
  static const AtlasRecordKind in_comparison[] = { ATLAS_RECORD_KIND_EVENT,
                                                   ATLAS_RECORD_KIND_FIGURE,
                                                   ATLAS_RECORD_KIND_ORGANIZATION,
                                                   ATLAS_RECORD_KIND_PLACE };
  static const AtlasRecordKind in_digest[] = { ATLAS_RECORD_KIND_INDUSTRY, ATLAS_RECORD_KIND_PLAN,
                                               ATLAS_RECORD_KIND_ORGANIZATION,
                                               ATLAS_RECORD_KIND_PLACE };
  const AtlasRecordKind *kinds =
    atlas_scope_get_other (self->facts->scope) != NULL ? in_comparison : in_digest;
  const AtlasLanguage language = self->facts->language;
  g_autoptr (GString) counts = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (in_digest); i++)
    count_kind (self, counts, kinds[i]);
  if (counts->len == 0)
    return g_strdup ("");
  /* Translators: how many records of which kinds a page leaves out, such as "Places 56". */
  return g_strdup_printf (atlas_translate (language, "Not on this page: %s. See the full summary."),
                          counts->str);
}

static void
add_rest (Brief *self)
{
  g_autofree char *rest = describe_rest (self);

  if (*rest != '\0')
    atlas_manuscript_add_block (self->manuscript,
                                atlas_text_block_new (self->manuscript->typesetter,
                                                      ATLAS_TEXT_ROLE_DETAIL, rest),
                                SPACE_BEFORE_REST);
}

/* Fitting the page ---------------------------------------------------------------------------- */

/* Writes the notes of what is visible, in reading order. */
static void
write_notes (Brief *self)
{
  g_autoptr (AtlasNoteList) notes = NULL;

  if ((self->manuscript->parts & ATLAS_SUMMARY_PART_NOTES) == 0)
    {
      write_lead (self, NULL);
      return;
    }
  notes =
    atlas_note_list_new_short (atlas_scope_get_dataset (self->facts->scope), self->facts->language);
  write_lead (self, notes);
  if (self->tiles != NULL)
    atlas_note_list_number_tiles (notes, self->tiles);
  for (guint i = 0; i < self->tables->len; i++)
    atlas_note_list_number_table (notes, self->tables->pdata[i]);
  atlas_paragraph_block_clear (self->notes);
  atlas_note_list_write (notes, self->notes);
}

/* Shows at most @limit rows below each heading, and one more below the first @n_longer ones.
 * Returns the height that is left; negative if the page is too small. */
static double
try_limit (Brief *self, guint limit, guint n_longer)
{
  for (guint i = 0; i < self->tables->len; i++)
    atlas_table_block_set_limit (self->tables->pdata[i], limit, n_longer);
  write_notes (self);
  return atlas_manuscript_measure_space_left (self->manuscript, self->first);
}

static double
set_map_height (Brief *self, double height)
{
  if (self->map != NULL)
    atlas_map_block_set_max_height (self->map, height);
  return atlas_manuscript_measure_space_left (self->manuscript, self->first);
}

/* Finds the largest number of rows below each heading that fits below a map of this height. Returns
 * the height that is left. */
static double
fit_rows (Brief *self, double map_height, guint *n_rows)
{
  guint low = 0, high = 1;

  set_map_height (self, map_height);
  for (guint i = 0; i < self->tables->len; i++)
    high = MAX (high, atlas_table_block_get_longest (self->tables->pdata[i]) + 1);
  while (high - low > 1)
    {
      const guint middle = (low + high) / 2;

      if (try_limit (self, middle, 0) >= 0)
        low = middle;
      else
        high = middle;
    }
  *n_rows = low;
  return try_limit (self, low, 0);
}

/* Shows one more row below as many headings as fit. Returns the height that is left. */
static double
add_rows (Brief *self, guint n_rows)
{
  guint n_longer = 0;

  for (guint i = 0; i < self->tables->len; i++)
    n_longer = MAX (n_longer, atlas_table_block_count_headings (self->tables->pdata[i]));
  while (n_longer > 0 && try_limit (self, n_rows, n_longer) < 0)
    n_longer--;
  return try_limit (self, n_rows, n_longer);
}

/* Makes the map as high as the page allows, at least @height. Returns the height that is left. */
static double
grow_map (Brief *self, double height)
{
  double low = height, high = self->manuscript->frame.height * MAX_MAP_SHARE;

  while (high - low > 1)
    {
      const double middle = (low + high) / 2;

      if (set_map_height (self, middle) >= 0)
        low = middle;
      else
        high = middle;
    }
  return set_map_height (self, low);
}

/* Returns the height that is left in the column of the map. */
static double
measure_first_column (Brief *self)
{
  AtlasManuscript *manuscript = self->manuscript;
  AtlasFrame column = manuscript->frame;
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  g_autoptr (AtlasSummaryLayout) layout = NULL;

  column.n_columns = 1;
  for (guint i = self->first; i < self->first_table; i++)
    g_ptr_array_add (blocks, manuscript->blocks->pdata[i]);
  layout = atlas_summary_layout_new (blocks, &column);
  return atlas_summary_layout_get_space_left (layout);
}

/* Finds the height of the map and the number of rows. Only a page that is full gets a smaller map,
 * and then no bars. Returns the height of the map. */
static double
fit_map_and_rows (Brief *self, guint *n_rows)
{
  const double page = self->manuscript->frame.height;

  fit_rows (self, page * MIN_MAP_SHARE, n_rows);
  if (*n_rows >= MIN_ROWS)
    return page * MIN_MAP_SHARE;
  fit_rows (self, page * SMALL_MAP_SHARE, n_rows);
  if (*n_rows >= MIN_ROWS)
    return page * SMALL_MAP_SHARE;
  for (guint i = 0; i < self->tables->len; i++)
    atlas_table_block_remove_bars (self->tables->pdata[i]);
  fit_rows (self, page * SMALL_MAP_SHARE, n_rows);
  return page * SMALL_MAP_SHARE;
}

static void
fit_page (Brief *self)
{
  guint n_rows;
  const double height = fit_map_and_rows (self, &n_rows);
  double left = add_rows (self, n_rows);

  if (self->manuscript->frame.n_columns > 1)
    left = set_map_height (self, height + measure_first_column (self));
  else if (left > 0)
    left = grow_map (self, height);
  /* The notes stand at the foot of the page. */
  if (left > 0)
    ATLAS_BLOCK (self->notes)->space_before += left;
}

/**
 * atlas_brief_add:
 * @manuscript: an empty manuscript
 * @facts: the facts of the scope
 *
 * Adds one page about the scope.
 */
void
atlas_brief_add (AtlasManuscript *manuscript, const AtlasFacts *facts)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new ();
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();
  Brief self = {
    .manuscript = manuscript,
    .facts = facts,
    .first = manuscript->blocks->len,
    .told = told,
    .tables = tables,
  };

  atlas_chapter_add_title (manuscript, facts);
  add_lead (&self);
  add_map_and_numbers (&self);
  self.first_table = manuscript->blocks->len;
  add_tables (&self);
  add_rest (&self);
  self.notes = atlas_paragraph_block_new (manuscript->typesetter, ATLAS_PARAGRAPH_LOOK_FOOT);
  atlas_manuscript_add_block (manuscript, ATLAS_BLOCK (self.notes), SPACE_BEFORE_NOTES);
  fit_page (&self);
  g_object_unref (self.lead);
  g_clear_object (&self.tiles);
}
