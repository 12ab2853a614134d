/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-source.h"

#include <glib/gi18n-lib.h>

#include "atlas-member-private.h"
#include "atlas-record-private.h"
#include "atlas-tour.h"

/*
 * AtlasSource: a document that records cite.
 *
 * Its sections and their numbers of paragraphs are known, so the reader can reject citations of
 * paragraphs that do not exist.
 */
typedef struct
{
  AtlasText *title;
  guint n_paragraphs;
} Section;

struct _AtlasSource
{
  AtlasRecord parent_instance;

  AtlasText *title;
  char *number;
  AtlasText *issuer;

  GHashTable *sections;   /* from id to Section */
  GPtrArray *section_ids; /* in the order of the file; borrowed from the keys of sections */
};

G_DEFINE_FINAL_TYPE (AtlasSource, atlas_source, ATLAS_TYPE_RECORD)

/* clang-format off */
static const AtlasMember members[] = {
  ATLAS_BOXED (AtlasSource, title, ATLAS_REQUIRED, atlas_text_get_type, NC_ ("member", "Title"),
               "The full title."),
  ATLAS_STRING (AtlasSource, number, ATLAS_OPTIONAL, NC_ ("member", "Document number"),
                "The reference number that the document bears."),
  ATLAS_BOXED (AtlasSource, issuer, ATLAS_OPTIONAL, atlas_text_get_type, NC_ ("member", "Issuer"),
               "Who wrote it."),
  { ATLAS_MEMBER (sections, SECTIONS, ATLAS_REQUIRED, "Its sections, which citations name.") },
};
/* clang-format on */

static void
free_section (gpointer data)
{
  Section *section = data;

  g_clear_pointer (&section->title, atlas_text_unref);
  g_free (section);
}

static void
atlas_source_finalize (GObject *object)
{
  AtlasSource *self = ATLAS_SOURCE (object);

  g_ptr_array_unref (self->section_ids);
  g_hash_table_unref (self->sections);

  G_OBJECT_CLASS (atlas_source_parent_class)->finalize (object);
}

static void
atlas_source_class_init (AtlasSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_source_finalize;
  _atlas_record_class_set_members (ATLAS_RECORD_CLASS (klass), ATLAS_RECORD_KIND_SOURCE, members,
                                   G_N_ELEMENTS (members));
}

static void
atlas_source_init (AtlasSource *self)
{
  self->sections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_section);
  self->section_ids = g_ptr_array_new ();
}

/**
 * atlas_source_get_title:
 * @self: a source
 * @language: the language of the text
 *
 * Returns: the title of the document; never NULL
 */
const char *
atlas_source_get_title (AtlasSource *self, AtlasLanguage language)
{
  g_return_val_if_fail (ATLAS_IS_SOURCE (self), "");

  return atlas_text_get (self->title, language);
}

/**
 * atlas_source_get_number:
 * @self: a source
 *
 * Returns: (nullable): its official number, or %NULL
 */
const char *
atlas_source_get_number (AtlasSource *self)
{
  g_return_val_if_fail (ATLAS_IS_SOURCE (self), NULL);

  return self->number;
}

/**
 * atlas_source_get_issuer:
 * @self: a source
 * @language: the language of the text
 *
 * Returns: its issuer; never %NULL
 */
const char *
atlas_source_get_issuer (AtlasSource *self, AtlasLanguage language)
{
  g_return_val_if_fail (ATLAS_IS_SOURCE (self), "");

  return atlas_text_get (self->issuer, language);
}

/**
 * atlas_source_get_n_sections:
 * @self: a source
 *
 * Returns: the number of its sections
 */
guint
atlas_source_get_n_sections (AtlasSource *self)
{
  g_return_val_if_fail (ATLAS_IS_SOURCE (self), 0);

  return self->section_ids->len;
}

/**
 * atlas_source_get_section_id:
 * @self: a source
 * @index: less than atlas_source_get_n_sections()
 *
 * Returns: the id of that section, such as "3.2", in the order of the file
 */
const char *
atlas_source_get_section_id (AtlasSource *self, guint index)
{
  g_return_val_if_fail (ATLAS_IS_SOURCE (self), NULL);
  g_return_val_if_fail (index < self->section_ids->len, NULL);

  return g_ptr_array_index (self->section_ids, index);
}

/**
 * atlas_source_get_section_title_text:
 * @self: a source
 * @section: one of its sections, such as "3.2"
 *
 * Returns: (transfer none) (nullable): the title of the section, in all its languages
 */
const AtlasText *
atlas_source_get_section_title_text (AtlasSource *self, const char *section)
{
  const Section *found;

  g_return_val_if_fail (ATLAS_IS_SOURCE (self), NULL);
  g_return_val_if_fail (section != NULL, NULL);

  found = g_hash_table_lookup (self->sections, section);
  return found != NULL ? found->title : NULL;
}

/**
 * atlas_source_get_section_title:
 * @self: a source
 * @section: one of its sections, such as "3.2"
 * @language: the language of the text
 *
 * Returns: the title of the section, or "" if there is no such section
 */
const char *
atlas_source_get_section_title (AtlasSource *self, const char *section, AtlasLanguage language)
{
  return atlas_text_get (atlas_source_get_section_title_text (self, section), language);
}

/**
 * atlas_source_has_paragraph:
 * @self: a source
 * @section: a section, such as "3.2"
 * @paragraph: a paragraph, from 1
 *
 * Returns: whether that paragraph exists
 */
gboolean
atlas_source_has_paragraph (AtlasSource *self, const char *section, guint paragraph)
{
  const Section *found;

  g_return_val_if_fail (ATLAS_IS_SOURCE (self), FALSE);
  g_return_val_if_fail (section != NULL, FALSE);

  found = g_hash_table_lookup (self->sections, section);
  return found != NULL && paragraph >= 1 && paragraph <= found->n_paragraphs;
}

/**
 * atlas_source_count_paragraphs:
 * @self: a source
 * @section: a section, such as "3.2"
 *
 * Returns: the number of paragraphs of the section; 0 if there is no such section
 */
guint
atlas_source_count_paragraphs (AtlasSource *self, const char *section)
{
  const Section *found;

  g_return_val_if_fail (ATLAS_IS_SOURCE (self), 0);
  g_return_val_if_fail (section != NULL, 0);

  found = g_hash_table_lookup (self->sections, section);
  return found != NULL ? found->n_paragraphs : 0;
}

/**
 * atlas_source_count_unnumbered:
 * @self: a source
 *
 * Returns: the number of paragraphs in sections with a name instead of a number, such as "end"
 */
guint
atlas_source_count_unnumbered (AtlasSource *self)
{
  GHashTableIter iter;
  gpointer id, section;
  guint n_paragraphs = 0;

  g_return_val_if_fail (ATLAS_IS_SOURCE (self), 0);

  g_hash_table_iter_init (&iter, self->sections);
  while (g_hash_table_iter_next (&iter, &id, &section))
    if (!g_ascii_isdigit (*(const char *) id))
      n_paragraphs += ((const Section *) section)->n_paragraphs;
  return n_paragraphs;
}

/**
 * atlas_source_add_section:
 * @self: a source of a dataset that is being filled
 * @section: the id of the section; a section of the same id is replaced
 * @title: (nullable): the title of the section
 * @n_paragraphs: the number of its paragraphs
 */
void
atlas_source_add_section (AtlasSource *self,
                          const char *section,
                          AtlasText *title,
                          guint n_paragraphs)
{
  Section *added;
  char *id;

  g_return_if_fail (ATLAS_IS_SOURCE (self));
  g_return_if_fail (section != NULL);

  added = g_new0 (Section, 1);
  added->title = title != NULL ? atlas_text_ref (title) : NULL;
  added->n_paragraphs = n_paragraphs;
  /* If the key exists, the table keeps the old key and frees this one. */
  id = g_strdup (section);
  if (g_hash_table_insert (self->sections, id, added))
    g_ptr_array_add (self->section_ids, id);
}

typedef struct
{
  AtlasSource *source;
  const char *id;
} Sought;

static gboolean
is_lost (const AtlasCitation *citation, gconstpointer data)
{
  const Sought *sought = data;

  return g_str_equal (citation->source, sought->id) &&
         !atlas_source_has_paragraph (sought->source, citation->section, citation->paragraph);
}

static gboolean
has_lost_step (AtlasTour *tour, const Sought *sought)
{
  for (guint i = 0; i < atlas_tour_get_n_steps (tour); i++)
    {
      AtlasTourStep *step = atlas_tour_get_step (tour, i);

      for (guint j = 0; j < atlas_tour_step_get_n_citations (step); j++)
        if (is_lost (atlas_tour_step_get_citation (step, j), sought))
          return TRUE;
    }
  return FALSE;
}

/**
 * atlas_source_count_lost:
 * @self: a source with other sections
 * @dataset: a dataset
 * @id: the id of the source of @dataset in whose place @self would stand
 *
 * Returns: the number of records and tours of @dataset that cite a paragraph which @self does not
 *   have
 */
guint
atlas_source_count_lost (AtlasSource *self, AtlasDataset *dataset, const char *id)
{
  const Sought sought = { self, id };
  GPtrArray *tours;
  guint n_lost = 0;

  g_return_val_if_fail (ATLAS_IS_SOURCE (self), 0);
  g_return_val_if_fail (id != NULL, 0);

  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      GListModel *records = atlas_dataset_get_records (dataset, (AtlasRecordKind) kind);

      for (guint i = 0; i < g_list_model_get_n_items (records); i++)
        {
          g_autoptr (AtlasRecord) record = g_list_model_get_item (records, i);

          n_lost += _atlas_record_find_citation (record, is_lost, &sought) != NULL;
        }
    }
  tours = atlas_dataset_get_tours (dataset);
  for (guint i = 0; i < tours->len; i++)
    n_lost += (guint) has_lost_step (tours->pdata[i], &sought);
  return n_lost;
}

/**
 * atlas_source_dup_key:
 * @self: a source
 * @dataset: its dataset
 *
 * Returns: (transfer full): a key for settings about this source of this dataset: the title of the
 *   dataset, and the id, number and title of the source
 */
char *
atlas_source_dup_key (AtlasSource *self, AtlasDataset *dataset)
{
  g_return_val_if_fail (ATLAS_IS_SOURCE (self), NULL);

  return g_strdup_printf ("%s\n%s\n%s\n%s", atlas_dataset_get_title (dataset, ATLAS_LANGUAGE_ZH),
                          atlas_record_get_id (ATLAS_RECORD (self)),
                          self->number != NULL ? self->number : "",
                          atlas_text_get (self->title, ATLAS_LANGUAGE_ZH));
}
