/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-tour-pages.h"

#include <glib/gi18n.h>
#include <math.h>

#include "atlas-caption.h"
#include "atlas-description.h"
#include "atlas-format.h"
#include "atlas-map-block.h"
#include "atlas-paragraph-block.h"
#include "atlas-schema.h"
#include "atlas-text-block.h"
#include "atlas-translation.h"
#include "atlas-view.h"

/*
 * A tour on paper: one page for each view, with its title, sentence and map, and the paragraphs
 * that state it at the foot. The map has the filter and the moment of the view, and shows what the
 * window shows: the part of the map that the view has, or the whole scope.
 */

/* White space, as multiples of the font size of a cell. */
#define SPACE_BEFORE_SENTENCE 0.8
#define SPACE_BEFORE_MAP 1.0
#define SPACE_BEFORE_NOTES 0.8

/* A map of this share of the height of a page is tried first; then it takes the height that is
 * left. */
#define FIRST_SHARE 0.3

/* The size of the map in a window of the usual size, in pixels. A view has a zoom level and no
 * size, so that this is what it shows. */
#define WINDOW_WIDTH 900.0
#define WINDOW_HEIGHT 690.0

/* The zoom levels of the window; at the lowest one, the whole base map fits. */
#define MIN_ZOOM 4.0
#define MAX_ZOOM 13.0

typedef struct
{
  AtlasManuscript *manuscript;
  AtlasTour *tour;
  guint position;
  AtlasTourStep *step;
  const AtlasView *view;
  AtlasFacts facts;
  AtlasCaption *caption;
} Page;

/* The tour, the number of the view in it, and the moment. */
static char *
describe_position (const Page *self)
{
  const AtlasLanguage language = self->facts.language;
  /* Translators: the number of a view in a tour, and of all its views, such as “3 / 12”. */
  g_autofree char *number = g_strdup_printf (
    atlas_translate (language, "%u / %u"), self->position + 1, atlas_tour_get_n_steps (self->tour));

  return atlas_join_facts (atlas_text_get (atlas_tour_get_title (self->tour), language), number,
                           self->caption->moment, NULL);
}

static void
add_sentence (const Page *self)
{
  AtlasParagraphBlock *sentence =
    atlas_paragraph_block_new (self->manuscript->typesetter, ATLAS_PARAGRAPH_LOOK_LEAD);

  atlas_paragraph_block_add (sentence, ATLAS_TEXT_ROLE_LEAD, self->caption->sentence);
  atlas_manuscript_add_block (self->manuscript, ATLAS_BLOCK (sentence), SPACE_BEFORE_SENTENCE);
}

/* Appends a citation in full, on its own line. */
static void
append_note (AtlasParagraphBlock *notes,
             const Page *self,
             const AtlasCitation *citation,
             gboolean is_first)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (self->facts.scope);
  g_autofree char *text = NULL;

  if (atlas_dataset_get_source (dataset, citation) == NULL)
    return;
  text = atlas_format_cited (citation, dataset, self->facts.language);
  if (!is_first)
    atlas_paragraph_block_add (notes, ATLAS_TEXT_ROLE_CITATION, "\n");
  atlas_paragraph_block_add (notes, ATLAS_TEXT_ROLE_CITATION, text);
}

/* Appends the citations of the record whose summary is the sentence. Returns their number. */
static guint
append_notes_of_subject (AtlasParagraphBlock *notes, const Page *self, AtlasRecord *subject)
{
  const guint n_citations = atlas_record_get_n_citations (subject);

  for (guint i = 0; i < n_citations; i++)
    append_note (notes, self, atlas_record_get_citation (subject, i), i == 0);
  if (!atlas_record_lacks_source (subject))
    return n_citations;
  atlas_paragraph_block_add (notes, ATLAS_TEXT_ROLE_CITATION,
                             atlas_describe_no_source (self->facts.language));
  return 1;
}

static void
add_notes (const Page *self)
{
  AtlasParagraphBlock *notes =
    atlas_paragraph_block_new (self->manuscript->typesetter, ATLAS_PARAGRAPH_LOOK_FOOT);
  AtlasRecord *subject = atlas_scope_get_subject (self->facts.scope);
  guint n_notes = 0;

  if (atlas_tour_step_get_caption (self->step) != NULL)
    for (; n_notes < atlas_tour_step_get_n_citations (self->step); n_notes++)
      append_note (notes, self, atlas_tour_step_get_citation (self->step, n_notes), n_notes == 0);
  else if (subject != NULL && atlas_scope_get_other (self->facts.scope) == NULL)
    n_notes = append_notes_of_subject (notes, self, subject);
  if (n_notes > 0)
    atlas_manuscript_add_block (self->manuscript, ATLAS_BLOCK (notes), SPACE_BEFORE_NOTES);
  else
    g_object_unref (notes);
}

/* A map on paper has other proportions than the window, so it shows more around this part. */
static AtlasExtent
find_extent (const AtlasView *view)
{
  return atlas_extent_around (atlas_projection_x (view->longitude),
                              atlas_projection_y (view->latitude),
                              256 * exp2 (CLAMP (view->zoom, MIN_ZOOM, MAX_ZOOM)), WINDOW_WIDTH,
                              WINDOW_HEIGHT);
}

static AtlasBlock *
make_map (const Page *self, double max_height)
{
  AtlasManuscript *manuscript = self->manuscript;
  AtlasBlock *map =
    atlas_map_block_new (manuscript->typesetter, manuscript->base_map, &self->facts, max_height);

  if (self->view->has_camera)
    {
      const AtlasExtent extent = find_extent (self->view);

      atlas_map_block_set_extent (ATLAS_MAP_BLOCK (map), &extent);
    }
  return map;
}

static void
add_page (const Page *self)
{
  AtlasManuscript *manuscript = self->manuscript;
  const guint first = manuscript->blocks->len;
  const double share = FIRST_SHARE * manuscript->frame.height;
  g_autofree char *position = describe_position (self);
  AtlasBlock *heading, *subtitle, *map = NULL;
  double left;

  heading =
    atlas_manuscript_add_section (manuscript, ATLAS_TEXT_ROLE_TITLE, self->caption->subject);
  heading->starts_page = self->position > 0;
  subtitle = atlas_text_block_new (manuscript->typesetter, ATLAS_TEXT_ROLE_SUBTITLE, position);
  atlas_manuscript_add_block (manuscript, subtitle, 0);
  add_sentence (self);
  if (manuscript->base_map != NULL)
    {
      map = make_map (self, share);
      atlas_manuscript_add_block (manuscript, map, SPACE_BEFORE_MAP);
    }
  add_notes (self);
  left = atlas_manuscript_measure_space_left (manuscript, first);
  if (map != NULL && left > 0)
    atlas_map_block_set_max_height (ATLAS_MAP_BLOCK (map), share + left);
}

/**
 * atlas_tour_pages_add:
 * @manuscript: an empty manuscript
 * @facts: the facts of the whole summary; its scope has the dataset
 * @tour: a tour
 * @cancellable: (nullable): a cancellable
 * @progress: (nullable): a progress callback
 * @progress_data: data for @progress
 * @error: return location for a #GError: only %G_IO_ERROR_CANCELLED
 *
 * Adds a page for each view of the tour. A view of a record that the dataset does not have is left
 * out.
 *
 * Returns: whether all pages were added; %FALSE when cancelled
 */
gboolean
atlas_tour_pages_add (AtlasManuscript *manuscript,
                      const AtlasFacts *facts,
                      AtlasTour *tour,
                      GCancellable *cancellable,
                      AtlasProgressFunc progress,
                      gpointer progress_data,
                      GError **error)
{
  const guint n_steps = atlas_tour_get_n_steps (tour);

  for (guint i = 0; i < n_steps; i++)
    {
      AtlasTourStep *step = atlas_tour_get_step (tour, i);
      g_autoptr (AtlasView) view = atlas_view_parse (atlas_tour_step_get_view (step), NULL);
      g_autoptr (AtlasScope) scope = NULL;
      g_autoptr (AtlasCaption) caption = NULL;
      Page page = { manuscript, tour, i, step, view, *facts, NULL };

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (view != NULL)
        scope = atlas_scope_new_from_ids (atlas_scope_get_dataset (facts->scope), view->scope);
      if (scope == NULL)
        continue;
      page.facts.scope = scope;
      page.facts.filter = view->filter;
      page.caption = caption = atlas_caption_new (&page.facts, step);
      add_page (&page);
      if (progress != NULL)
        progress ((i + 1.0) / n_steps, progress_data);
    }
  return TRUE;
}
