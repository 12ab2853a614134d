/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-tour.h"

#include "atlas-extras.h"

/*
 * AtlasTour: a list of views with a sentence for each, to be shown one after the other.
 *
 * A tour is not an AtlasRecord, because it states nothing about the province: it must not be found,
 * counted, cited or exported as a fact. A dataset has its tours beside its records.
 *
 * Tours and steps do not change once they are in a dataset, so threads can share them. Whoever
 * edits a tour gets a changed copy, which shares the other steps.
 */
struct _AtlasTourStep
{
  GObject parent_instance;

  char *view;
  AtlasText *caption;
  GPtrArray *citations; /* of AtlasCitation */
};

G_DEFINE_FINAL_TYPE (AtlasTourStep, atlas_tour_step, G_TYPE_OBJECT)

struct _AtlasTour
{
  GObject parent_instance;

  char *id;
  AtlasText *title;
  GPtrArray *steps; /* of AtlasTourStep */
};

G_DEFINE_FINAL_TYPE (AtlasTour, atlas_tour, G_TYPE_OBJECT)

static void
atlas_tour_step_finalize (GObject *object)
{
  AtlasTourStep *self = ATLAS_TOUR_STEP (object);

  g_free (self->view);
  g_clear_pointer (&self->caption, atlas_text_unref);
  g_ptr_array_unref (self->citations);

  G_OBJECT_CLASS (atlas_tour_step_parent_class)->finalize (object);
}

static void
atlas_tour_step_class_init (AtlasTourStepClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_tour_step_finalize;
}

static void
atlas_tour_step_init (AtlasTourStep *self)
{
  self->citations = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_citation_free);
}

static void
atlas_tour_finalize (GObject *object)
{
  AtlasTour *self = ATLAS_TOUR (object);

  g_free (self->id);
  g_clear_pointer (&self->title, atlas_text_unref);
  g_ptr_array_unref (self->steps);

  G_OBJECT_CLASS (atlas_tour_parent_class)->finalize (object);
}

static void
atlas_tour_class_init (AtlasTourClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_tour_finalize;
}

static void
atlas_tour_init (AtlasTour *self)
{
  self->steps = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * atlas_tour_step_new:
 * @view: a link to a view, as atlas_view_to_uri() writes it
 * @caption: (nullable): what is said about the view: plain text, not markup
 *
 * Returns: (transfer full): a step without citations
 */
AtlasTourStep *
atlas_tour_step_new (const char *view, AtlasText *caption)
{
  AtlasTourStep *self;

  g_return_val_if_fail (view != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_TOUR_STEP, NULL);
  self->view = g_strdup (view);
  self->caption = caption != NULL ? atlas_text_ref (caption) : NULL;
  return self;
}

/**
 * atlas_tour_step_get_view:
 * @self: a step
 *
 * Returns: the link to its view; see atlas_view_parse()
 */
const char *
atlas_tour_step_get_view (AtlasTourStep *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR_STEP (self), NULL);

  return self->view;
}

/**
 * atlas_tour_step_get_caption:
 * @self: a step
 *
 * Returns: (transfer none) (nullable): what is said about the view, or %NULL if the scope of the
 *   view says enough
 */
AtlasText *
atlas_tour_step_get_caption (AtlasTourStep *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR_STEP (self), NULL);

  return self->caption;
}

/**
 * atlas_tour_step_get_n_citations:
 * @self: a step
 *
 * Returns: the number of paragraphs that state what the caption says
 */
guint
atlas_tour_step_get_n_citations (AtlasTourStep *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR_STEP (self), 0);

  return self->citations->len;
}

/**
 * atlas_tour_step_get_citation:
 * @self: a step
 * @index: less than atlas_tour_step_get_n_citations()
 *
 * Returns: (transfer none): a citation
 */
const AtlasCitation *
atlas_tour_step_get_citation (AtlasTourStep *self, guint index)
{
  g_return_val_if_fail (ATLAS_IS_TOUR_STEP (self), NULL);
  g_return_val_if_fail (index < self->citations->len, NULL);

  return self->citations->pdata[index];
}

/**
 * atlas_tour_step_add_citation:
 * @self: a step that is being created
 * @source: the id of a source
 * @section: a section of it
 * @paragraph: a paragraph of that section, from 1
 *
 * Adds a citation after the existing ones.
 */
void
atlas_tour_step_add_citation (AtlasTourStep *self,
                              const char *source,
                              const char *section,
                              guint paragraph)
{
  g_return_if_fail (ATLAS_IS_TOUR_STEP (self));

  g_ptr_array_add (self->citations, atlas_citation_new (source, section, paragraph));
}

/**
 * atlas_tour_step_copy_with_caption:
 * @self: a step
 * @caption: (nullable): another caption
 *
 * Returns: (transfer full): a step with the same view and citations
 */
AtlasTourStep *
atlas_tour_step_copy_with_caption (AtlasTourStep *self, AtlasText *caption)
{
  AtlasTourStep *copy;

  g_return_val_if_fail (ATLAS_IS_TOUR_STEP (self), NULL);

  copy = atlas_tour_step_new (self->view, caption);
  for (guint i = 0; i < self->citations->len; i++)
    {
      const AtlasCitation *citation = self->citations->pdata[i];

      atlas_tour_step_add_citation (copy, citation->source, citation->section, citation->paragraph);
    }
  atlas_extras_copy (self, copy);
  return copy;
}

/**
 * atlas_tour_new:
 * @id: its id, unique among the tours of a dataset
 * @title: its title: one line of plain text, not markup
 *
 * Returns: (transfer full): a tour without steps
 */
AtlasTour *
atlas_tour_new (const char *id, AtlasText *title)
{
  AtlasTour *self;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_TOUR, NULL);
  self->id = g_strdup (id);
  self->title = atlas_text_ref (title);
  return self;
}

/**
 * atlas_tour_get_id:
 * @self: a tour
 *
 * Returns: its id
 */
const char *
atlas_tour_get_id (AtlasTour *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR (self), NULL);

  return self->id;
}

/**
 * atlas_tour_get_title:
 * @self: a tour
 *
 * Returns: (transfer none): its title
 */
AtlasText *
atlas_tour_get_title (AtlasTour *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR (self), NULL);

  return self->title;
}

/**
 * atlas_tour_get_n_steps:
 * @self: a tour
 *
 * Returns: the number of its steps
 */
guint
atlas_tour_get_n_steps (AtlasTour *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR (self), 0);

  return self->steps->len;
}

/**
 * atlas_tour_get_step:
 * @self: a tour
 * @index: less than atlas_tour_get_n_steps()
 *
 * Returns: (transfer none): a step
 */
AtlasTourStep *
atlas_tour_get_step (AtlasTour *self, guint index)
{
  g_return_val_if_fail (ATLAS_IS_TOUR (self), NULL);
  g_return_val_if_fail (index < self->steps->len, NULL);

  return self->steps->pdata[index];
}

/**
 * atlas_tour_add_step:
 * @self: a tour that is being created
 * @step: a step
 *
 * Adds @step after the existing ones.
 */
void
atlas_tour_add_step (AtlasTour *self, AtlasTourStep *step)
{
  g_return_if_fail (ATLAS_IS_TOUR (self));
  g_return_if_fail (ATLAS_IS_TOUR_STEP (step));

  g_ptr_array_add (self->steps, g_object_ref (step));
}

/* Copies a tour with another title. */
static AtlasTour *
copy (AtlasTour *self, AtlasText *title)
{
  AtlasTour *tour = atlas_tour_new (self->id, title);

  for (guint i = 0; i < self->steps->len; i++)
    atlas_tour_add_step (tour, self->steps->pdata[i]);
  atlas_extras_copy (self, tour);
  return tour;
}

/**
 * atlas_tour_copy_with_title:
 * @self: a tour
 * @title: another title
 *
 * Returns: (transfer full): a tour with the same id and steps
 */
AtlasTour *
atlas_tour_copy_with_title (AtlasTour *self, AtlasText *title)
{
  g_return_val_if_fail (ATLAS_IS_TOUR (self), NULL);

  return copy (self, title);
}

/**
 * atlas_tour_copy_with_step:
 * @self: a tour
 * @index: the index of a step to replace, or atlas_tour_get_n_steps() to add one at the end
 * @step: the step that takes this place
 *
 * Returns: (transfer full): the changed tour
 */
AtlasTour *
atlas_tour_copy_with_step (AtlasTour *self, guint index, AtlasTourStep *step)
{
  AtlasTour *tour;

  g_return_val_if_fail (ATLAS_IS_TOUR (self), NULL);
  g_return_val_if_fail (index <= self->steps->len, NULL);

  tour = copy (self, self->title);
  if (index < tour->steps->len)
    g_ptr_array_remove_index (tour->steps, index);
  g_ptr_array_insert (tour->steps, (int) index, g_object_ref (step));
  return tour;
}

/**
 * atlas_tour_copy_without_step:
 * @self: a tour
 * @index: the index of a step
 *
 * Returns: (transfer full): the tour without this step
 */
AtlasTour *
atlas_tour_copy_without_step (AtlasTour *self, guint index)
{
  AtlasTour *tour;

  g_return_val_if_fail (ATLAS_IS_TOUR (self), NULL);
  g_return_val_if_fail (index < self->steps->len, NULL);

  tour = copy (self, self->title);
  g_ptr_array_remove_index (tour->steps, index);
  return tour;
}

/**
 * atlas_tour_copy_with_order:
 * @self: a tour
 * @from: the index of a step
 * @to: its index afterwards
 *
 * Returns: (transfer full): the tour with this step moved
 */
AtlasTour *
atlas_tour_copy_with_order (AtlasTour *self, guint from, guint to)
{
  AtlasTour *tour;

  g_return_val_if_fail (ATLAS_IS_TOUR (self), NULL);
  g_return_val_if_fail (from < self->steps->len, NULL);
  g_return_val_if_fail (to < self->steps->len, NULL);

  tour = copy (self, self->title);
  g_ptr_array_insert (tour->steps, (int) to, g_ptr_array_steal_index (tour->steps, from));
  return tour;
}
