/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-summary-private.h"

#include <glib/gi18n.h>

#include "atlas-brief.h"
#include "atlas-chapter.h"
#include "atlas-map-block.h"
#include "atlas-note-list.h"
#include "atlas-pair-list.h"
#include "atlas-print-date.h"
#include "atlas-source.h"
#include "atlas-text-block.h"
#include "atlas-tiles-block.h"
#include "atlas-tour-pages.h"
#include "atlas-translation.h"

/*
 * AtlasSummary: a scope as printed pages.
 *
 * It is built once, from the facts to the position of each row on its page, and can then be drawn
 * any number of times: by the preview, the printer and the file writers. It depends only on its
 * arguments and the print date. One thread may build it and others draw it; a lock allows one at a
 * time, because all pages share the fonts.
 */
G_DEFINE_FINAL_TYPE (AtlasSummary, atlas_summary, G_TYPE_OBJECT)

/* The number of pages from which on there is a table of contents. */
#define MIN_PAGES_FOR_CONTENTS 4
#define CONTENTS_COLUMNS 3

#define SPACE_BEFORE_CONTENTS 1.6
#define SPACE_BEFORE_TABLE 0.2

static void
atlas_summary_finalize (GObject *object)
{
  AtlasSummary *self = ATLAS_SUMMARY (object);

  atlas_manuscript_clear (&self->manuscript);
  g_clear_object (&self->scope);
  g_clear_object (&self->filter);
  g_clear_object (&self->layout);
  g_clear_pointer (&self->print_date, g_date_time_unref);
  g_free (self->title);
  g_free (self->author);
  g_free (self->origin);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (atlas_summary_parent_class)->finalize (object);
}

static void
atlas_summary_class_init (AtlasSummaryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_summary_finalize;
}

static void
atlas_summary_init (AtlasSummary *self)
{
  g_mutex_init (&self->lock);
}

/* A tour is chosen by its id. */
static const char *const kind_names[ATLAS_N_SUMMARY_KINDS] = {
  [ATLAS_SUMMARY_KIND_SCOPE] = "scope",
  [ATLAS_SUMMARY_KIND_CITIES] = "cities",
  [ATLAS_SUMMARY_KIND_PAIRS] = "pairs",
};

/**
 * atlas_summary_kind_from_name:
 * @name: a name, such as "cities"
 * @kind: (out): return location for the kind
 *
 * Returns: whether @name is the name of a kind; if not, @kind does not change
 */
gboolean
atlas_summary_kind_from_name (const char *name, AtlasSummaryKind *kind)
{
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; i < ATLAS_N_SUMMARY_KINDS; i++)
    if (kind_names[i] != NULL && g_ascii_strcasecmp (name, kind_names[i]) == 0)
      {
        *kind = (AtlasSummaryKind) i;
        return TRUE;
      }
  return FALSE;
}

/* Chapters ------------------------------------------------------------------------------------ */

/* A brief has its notes at the foot of its page, and no contents. The pages of an atlas are short
 * in any layout. */
static gboolean
is_brief (AtlasSummary *self)
{
  return self->options.kind == ATLAS_SUMMARY_KIND_SCOPE &&
         self->options.page.layout == ATLAS_PAGE_LAYOUT_BRIEF &&
         !atlas_summary_parts_is_map (self->options.parts);
}

/* The pages of an atlas and of a tour are the same in this layout as in the compact one. */
static gboolean
is_follow_up (AtlasSummary *self)
{
  return self->options.kind == ATLAS_SUMMARY_KIND_SCOPE &&
         self->options.page.layout == ATLAS_PAGE_LAYOUT_FOLLOW_UP &&
         !atlas_summary_parts_is_map (self->options.parts);
}

static AtlasFacts
get_facts (AtlasSummary *self, AtlasScope *scope)
{
  return (AtlasFacts) { scope, self->filter, self->options.page.language, ATLAS_SHOWN_PART_ALL };
}

static GPtrArray *
list_cities (AtlasSummary *self)
{
  const AtlasFacts facts = get_facts (self, self->scope);
  GPtrArray *places = atlas_facts_list (&facts, ATLAS_RECORD_KIND_PLACE);
  guint n_cities = 0;

  for (guint i = 0; i < places->len; i++)
    if (atlas_place_is_own_city (places->pdata[i]))
      places->pdata[n_cities++] = places->pdata[i];
  g_ptr_array_set_size (places, (int) n_cities);
  return places;
}

/* A map without tables uses the whole width of the page. */
static void
widen_column (AtlasSummary *self)
{
  AtlasFrame *frame = &self->metrics.frame;

  frame->column_width = atlas_page_metrics_get_text_width (&self->metrics);
  frame->n_columns = 1;
}

/* On wide paper the cover has the map in one column and the contents in the other. */
static gboolean
has_wide_cover (AtlasSummary *self)
{
  return self->options.kind != ATLAS_SUMMARY_KIND_SCOPE && self->metrics.frame.n_columns > 1;
}

static void
add_subtitle (AtlasManuscript *manuscript, const char *line)
{
  AtlasBlock *subtitle =
    atlas_text_block_new (manuscript->typesetter, ATLAS_TEXT_ROLE_SUBTITLE, line);

  subtitle->keeps_with_next = TRUE;
  atlas_manuscript_add_block (manuscript, subtitle, 0);
}

/* Adds the first page of an atlas: its scope and map. Returns the index of the contents among the
 * blocks. */
static guint
add_cover (AtlasSummary *self)
{
  AtlasManuscript *manuscript = &self->manuscript;
  const AtlasFacts facts = get_facts (self, self->scope);
  g_autofree char *line = atlas_facts_describe_scope (&facts);
  g_autofree char *left_out = atlas_facts_describe_left_out (&facts);

  atlas_manuscript_add_heading (manuscript, ATLAS_TEXT_ROLE_TITLE, self->title);
  add_subtitle (manuscript, line);
  if (*left_out != '\0')
    add_subtitle (manuscript, left_out);
  if (manuscript->base_map != NULL && manuscript->parts & ATLAS_SUMMARY_PART_MAP)
    atlas_manuscript_add_block (
      manuscript,
      atlas_map_block_new (manuscript->typesetter, manuscript->base_map, &facts,
                           manuscript->frame.height * (has_wide_cover (self) ? 0.85 : 0.6)),
      SPACE_BEFORE_CONTENTS);
  return manuscript->blocks->len;
}

static gboolean
add_pages (AtlasSummary *self,
           GPtrArray *subjects,
           GCancellable *cancellable,
           AtlasProgressFunc progress,
           gpointer progress_data,
           GError **error)
{
  for (guint i = 0; i < subjects->len; i++)
    {
      g_autoptr (AtlasScope) scope =
        atlas_scope_new (atlas_scope_get_dataset (self->scope), subjects->pdata[i]);
      const AtlasFacts facts = get_facts (self, scope);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      atlas_chapter_add_page (&self->manuscript, &facts);
      if (progress != NULL)
        progress ((i + 1.0) / subjects->len, progress_data);
    }
  return TRUE;
}

/* Returns the index of the contents among the blocks, or -1 when cancelled. */
static int
add_chapters (AtlasSummary *self,
              GCancellable *cancellable,
              AtlasProgressFunc progress,
              gpointer progress_data,
              GError **error)
{
  const AtlasFacts facts = get_facts (self, self->scope);
  g_autoptr (GPtrArray) subjects = NULL;
  guint place_of_contents;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;
  if (is_brief (self))
    {
      atlas_brief_add (&self->manuscript, &facts);
      return 0;
    }
  if (is_follow_up (self))
    {
      const AtlasDate today = atlas_print_date_get_day (self->print_date);

      return (int) atlas_chapter_add_follow_up (&self->manuscript, &facts, &today);
    }
  if (self->options.kind == ATLAS_SUMMARY_KIND_TOUR)
    return atlas_tour_pages_add (&self->manuscript, &facts, self->options.tour, cancellable,
                                 progress, progress_data, error)
             ? 0
             : -1;
  if (self->options.kind == ATLAS_SUMMARY_KIND_SCOPE)
    return (int) atlas_chapter_add (&self->manuscript, &facts);
  subjects = self->options.kind == ATLAS_SUMMARY_KIND_CITIES ? list_cities (self)
                                                             : atlas_pair_list_new (&facts);
  place_of_contents = add_cover (self);
  if (!add_pages (self, subjects, cancellable, progress, progress_data, error))
    return -1;
  return (int) place_of_contents;
}

/* Notes --------------------------------------------------------------------------------------- */

/* Notes are numbered in reading order. */
static void
add_notes (AtlasSummary *self)
{
  AtlasManuscript *manuscript = &self->manuscript;
  const AtlasLanguage language = self->options.page.language;
  g_autoptr (AtlasNoteList) notes =
    atlas_note_list_new (atlas_scope_get_dataset (self->scope), language);
  AtlasBlock *heading;

  for (guint i = 0; i < manuscript->blocks->len; i++)
    if (ATLAS_IS_TABLE_BLOCK (manuscript->blocks->pdata[i]))
      atlas_note_list_number_table (notes, manuscript->blocks->pdata[i]);
    else if (ATLAS_IS_TILES_BLOCK (manuscript->blocks->pdata[i]))
      atlas_note_list_number_tiles (notes, manuscript->blocks->pdata[i]);
  if (atlas_note_list_get_length (notes) == 0)
    return;
  heading = atlas_manuscript_add_section (manuscript, ATLAS_TEXT_ROLE_HEADING,
                                          atlas_translate_context (language, "section", "Notes"));
  heading->starts_page = self->options.kind != ATLAS_SUMMARY_KIND_SCOPE;
  atlas_manuscript_add_block (
    manuscript, ATLAS_BLOCK (atlas_note_list_make_notes_table (notes, manuscript->typesetter)),
    SPACE_BEFORE_TABLE);
  /* Notes without citations need no sources. */
  if (atlas_note_list_get_n_sources (notes) == 0)
    return;
  atlas_manuscript_add_section (manuscript, ATLAS_TEXT_ROLE_HEADING,
                                atlas_translate_context (language, "section", "Sources"));
  atlas_manuscript_add_block (
    manuscript, ATLAS_BLOCK (atlas_note_list_make_source_table (notes, manuscript->typesetter)),
    SPACE_BEFORE_TABLE);
}

/* Contents ------------------------------------------------------------------------------------ */

static void
lay_out (AtlasSummary *self)
{
  g_clear_object (&self->layout);
  self->layout = atlas_summary_layout_new (self->manuscript.blocks, &self->metrics.frame);
}

static AtlasTableBlock *
make_contents (AtlasSummary *self)
{
  AtlasTypesetter *typesetter = self->manuscript.typesetter;
  AtlasTableBlock *contents = atlas_table_block_new (typesetter, ATLAS_TABLE_HAIRLINES);

  atlas_table_block_add_column (contents, "", 1, ATLAS_TABLE_COLUMN_LEFT);
  atlas_table_block_add_column (contents, "", 0, ATLAS_TABLE_COLUMN_RIGHT);
  for (guint i = 0; i < self->manuscript.sections->len; i++)
    {
      const AtlasSection *section = &g_array_index (self->manuscript.sections, AtlasSection, i);

      /* The title of the whole summary is no entry of its contents. */
      if (i == 0 && self->options.kind == ATLAS_SUMMARY_KIND_SCOPE)
        continue;
      atlas_table_block_add_row (contents, NULL);
      atlas_table_block_add_cell (contents, ATLAS_TEXT_ROLE_STRONG, section->title);
      atlas_table_block_link_cell (contents, section->heading->anchor);
      /* A placeholder as wide as any page number. */
      atlas_table_block_add_cell (contents, ATLAS_TEXT_ROLE_STRONG, "000");
    }
  atlas_block_set_columns (ATLAS_BLOCK (contents), has_wide_cover (self) ? 1 : CONTENTS_COLUMNS,
                           4 * atlas_typesetter_get_size (typesetter, ATLAS_TEXT_ROLE_CELL));
  return contents;
}

static void
number_contents (AtlasSummary *self, AtlasTableBlock *contents)
{
  const guint n_skipped = self->manuscript.sections->len - atlas_table_block_get_length (contents);

  for (guint i = 0; i < atlas_table_block_get_length (contents); i++)
    {
      const AtlasSection *section =
        &g_array_index (self->manuscript.sections, AtlasSection, i + n_skipped);
      g_autofree char *page = g_strdup_printf (
        "%u", atlas_summary_layout_get_page_of (self->layout, section->heading) + 1);

      atlas_table_block_set_cell (contents, i, 1, ATLAS_TEXT_ROLE_STRONG, page);
    }
}

static void
insert_block (AtlasSummary *self, guint place, AtlasBlock *block)
{
  atlas_block_measure (block, atlas_frame_get_block_width (&self->metrics.frame, block));
  g_ptr_array_insert (self->manuscript.blocks, (int) place, block);
}

/* Contents beside a map need a heading. */
static void
insert_contents_heading (AtlasSummary *self, guint place)
{
  AtlasBlock *heading = atlas_text_block_new (self->manuscript.typesetter, ATLAS_TEXT_ROLE_HEADING,
                                              atlas_translate_context (self->options.page.language,
                                                                       "section", "Contents"));

  heading->starts_column = TRUE;
  heading->keeps_with_next = TRUE;
  insert_block (self, place, heading);
}

/* The contents take room, so compute the page numbers again with them. */
static void
add_contents (AtlasSummary *self, guint place)
{
  AtlasTableBlock *contents;

  if ((self->options.parts & ATLAS_SUMMARY_PART_CONTENTS) == 0 ||
      self->options.kind == ATLAS_SUMMARY_KIND_TOUR ||
      atlas_summary_layout_get_n_pages (self->layout) < MIN_PAGES_FOR_CONTENTS)
    return;
  contents = make_contents (self);
  ATLAS_BLOCK (contents)->space_before =
    (has_wide_cover (self) ? SPACE_BEFORE_TABLE : SPACE_BEFORE_CONTENTS) *
    atlas_typesetter_get_size (self->manuscript.typesetter, ATLAS_TEXT_ROLE_CELL);
  insert_block (self, place, ATLAS_BLOCK (contents));
  if (has_wide_cover (self))
    insert_contents_heading (self, place);
  lay_out (self);
  number_contents (self, contents);
}

/* The whole ----------------------------------------------------------------------------------- */

static void
make_title (AtlasSummary *self)
{
  const AtlasLanguage language = self->options.page.language;
  const char *name = atlas_scope_get_name (self->scope, language);

  if (self->options.kind == ATLAS_SUMMARY_KIND_CITIES)
    /* Translators: the title of an atlas with a page for each city; its scope. */
    self->title = g_strdup_printf (atlas_translate (language, "%s: each city"), name);
  else if (self->options.kind == ATLAS_SUMMARY_KIND_PAIRS)
    /* Translators: the title of an atlas with a page for each two linked cities; its scope. */
    self->title = g_strdup_printf (atlas_translate (language, "%s: each pair of cities"), name);
  else if (self->options.kind == ATLAS_SUMMARY_KIND_TOUR)
    self->title = g_strdup (atlas_text_get (atlas_tour_get_title (self->options.tour), language));
  else
    self->title = g_strdup (name);
}

static void
make_author (AtlasSummary *self)
{
  const AtlasFacts facts = get_facts (self, self->scope);

  self->author = atlas_facts_describe_author (&facts);
}

/* The source in the footer of each page: the official numbers of the documents. */
static void
make_origin (AtlasSummary *self)
{
  const AtlasLanguage language = self->options.page.language;
  GListModel *sources =
    atlas_dataset_get_records (atlas_scope_get_dataset (self->scope), ATLAS_RECORD_KIND_SOURCE);
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (AtlasSource) source = g_list_model_get_item (sources, i);
      const char *number = atlas_source_get_number (source);

      if (i > 0)
        g_string_append (numbers, atlas_translate_context (language, "list", ", "));
      g_string_append (numbers,
                       number != NULL ? number : atlas_source_get_title (source, language));
    }
  if (numbers->len == 0)
    {
      self->origin = g_strdup ("");
      return;
    }
  /* Translators: the documents from which the facts of a page come. */
  self->origin = g_strdup_printf (atlas_translate (language, "Source: %s"), numbers->str);
}

/**
 * atlas_summary_new:
 * @scope: its scope
 * @filter: (nullable): the filter to apply; it is only read during this call
 * @base_map: (nullable): the base map of its maps; %NULL for no maps
 * @options: the options
 * @cancellable: (nullable): a cancellable
 * @progress: (nullable): a progress callback
 * @progress_data: data for @progress
 * @error: return location for a #GError: only %G_IO_ERROR_CANCELLED
 *
 * Builds a summary. Any thread may call this function.
 *
 * Returns: (transfer full): the summary, or %NULL when cancelled
 */
AtlasSummary *
atlas_summary_new (AtlasScope *scope,
                   AtlasFilter *filter,
                   AtlasBaseMap *base_map,
                   const AtlasSummaryOptions *options,
                   GCancellable *cancellable,
                   AtlasProgressFunc progress,
                   gpointer progress_data,
                   GError **error)
{
  g_autoptr (AtlasSummary) self = NULL;
  g_autoptr (AtlasTypesetter) typesetter = NULL;
  int place_of_contents;

  g_return_val_if_fail (ATLAS_IS_SCOPE (scope), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_SUMMARY, NULL);
  typesetter = atlas_typesetter_new (&options->page);
  self->options = *options;
  self->metrics = atlas_page_setup_get_metrics (&options->page);
  if (options->kind == ATLAS_SUMMARY_KIND_TOUR ||
      (options->kind == ATLAS_SUMMARY_KIND_SCOPE && atlas_summary_parts_is_map (options->parts)))
    widen_column (self);
  self->scope = g_object_ref (scope);
  self->filter = filter != NULL ? g_object_ref (filter) : NULL;
  self->print_date = atlas_print_date_new ();
  atlas_manuscript_init (&self->manuscript, typesetter, base_map, &self->metrics.frame,
                         options->parts);
  self->manuscript.by_stage = options->by_stage;
  make_title (self);
  make_author (self);
  make_origin (self);
  place_of_contents = add_chapters (self, cancellable, progress, progress_data, error);
  if (place_of_contents < 0)
    return NULL;
  if (options->parts & ATLAS_SUMMARY_PART_NOTES && !is_brief (self))
    add_notes (self);
  atlas_manuscript_measure (&self->manuscript, 0);
  lay_out (self);
  add_contents (self, (guint) place_of_contents);
  return g_steal_pointer (&self);
}

/**
 * atlas_summary_get_n_pages:
 * @self: a summary
 *
 * Returns: the number of its pages, at least one
 */
guint
atlas_summary_get_n_pages (AtlasSummary *self)
{
  g_return_val_if_fail (ATLAS_IS_SUMMARY (self), 0);

  return atlas_summary_layout_get_n_pages (self->layout);
}

/**
 * atlas_summary_get_metrics:
 * @self: a summary
 *
 * Returns: (transfer none): the dimensions of its pages
 */
const AtlasPageMetrics *
atlas_summary_get_metrics (AtlasSummary *self)
{
  g_return_val_if_fail (ATLAS_IS_SUMMARY (self), NULL);

  return &self->metrics;
}

/**
 * atlas_summary_get_title:
 * @self: a summary
 *
 * Returns: its title; plain text, not markup
 */
const char *
atlas_summary_get_title (AtlasSummary *self)
{
  g_return_val_if_fail (ATLAS_IS_SUMMARY (self), NULL);

  return self->title;
}

/**
 * atlas_summary_get_author:
 * @self: a summary
 *
 * Returns: its author: who issued the sources; plain text, not markup
 */
const char *
atlas_summary_get_author (AtlasSummary *self)
{
  g_return_val_if_fail (ATLAS_IS_SUMMARY (self), NULL);

  return self->author;
}

/**
 * atlas_summary_get_origin:
 * @self: a summary
 *
 * Returns: the documents from which its facts come, in short form; "" if the dataset has none
 */
const char *
atlas_summary_get_origin (AtlasSummary *self)
{
  g_return_val_if_fail (ATLAS_IS_SUMMARY (self), NULL);

  return self->origin;
}

/**
 * atlas_summary_get_print_date:
 * @self: a summary
 *
 * Returns: (transfer none): the print date shown on its pages
 */
GDateTime *
atlas_summary_get_print_date (AtlasSummary *self)
{
  g_return_val_if_fail (ATLAS_IS_SUMMARY (self), NULL);

  return self->print_date;
}

/**
 * atlas_summary_get_language:
 * @self: a summary
 *
 * Returns: the language of its pages
 */
AtlasLanguage
atlas_summary_get_language (AtlasSummary *self)
{
  g_return_val_if_fail (ATLAS_IS_SUMMARY (self), ATLAS_LANGUAGE_EN);

  return self->options.page.language;
}

/**
 * atlas_summary_get_page_setup:
 * @self: a summary
 *
 * Returns: (transfer none): the setup of its pages
 */
const AtlasPageSetup *
atlas_summary_get_page_setup (AtlasSummary *self)
{
  g_return_val_if_fail (ATLAS_IS_SUMMARY (self), NULL);

  return &self->options.page;
}

/**
 * atlas_summary_get_scope:
 * @self: a summary
 *
 * Returns: (transfer none): its scope
 */
AtlasScope *
atlas_summary_get_scope (AtlasSummary *self)
{
  g_return_val_if_fail (ATLAS_IS_SUMMARY (self), NULL);

  return self->scope;
}

/**
 * atlas_summary_get_n_sections:
 * @self: a summary
 *
 * Returns: the number of its sections
 */
guint
atlas_summary_get_n_sections (AtlasSummary *self)
{
  g_return_val_if_fail (ATLAS_IS_SUMMARY (self), 0);

  return self->manuscript.sections->len;
}

/**
 * atlas_summary_get_section:
 * @self: a summary
 * @index: less than atlas_summary_get_n_sections()
 * @anchor: (out) (optional): return location for its anchor
 * @page: (out) (optional): return location for the page on which it begins, from 0
 *
 * Returns: the title of the section; plain text, not markup
 */
const char *
atlas_summary_get_section (AtlasSummary *self, guint index, const char **anchor, guint *page)
{
  const AtlasSection *section;

  g_return_val_if_fail (index < atlas_summary_get_n_sections (self), NULL);

  section = &g_array_index (self->manuscript.sections, AtlasSection, index);
  if (anchor != NULL)
    *anchor = section->heading->anchor;
  if (page != NULL)
    *page = atlas_summary_layout_get_page_of (self->layout, section->heading);
  return section->title;
}

/**
 * atlas_summary_get_blocks:
 * @self: a summary
 *
 * Returns: (transfer none) (element-type AtlasBlock): its blocks in order, for other media than
 *   paper; only one thread may use them at a time
 */
GPtrArray *
atlas_summary_get_blocks (AtlasSummary *self)
{
  g_return_val_if_fail (ATLAS_IS_SUMMARY (self), NULL);

  return self->manuscript.blocks;
}
