/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-row.h"

#include <string.h>

#include "atlas-words.h"

/*
 * AtlasRow: what one row of a panel says.
 *
 * It holds the words and numbers, ready to be shown, and the record that they are about; it knows
 * no widget, so what a panel says about a scope is tested without a display. The rows of a group
 * are drawn as one card; the first carries the heading of the group, so that every item of a list
 * is a fact and can be reached with the arrow keys.
 */
struct _AtlasRow
{
  GObject parent_instance;

  AtlasRecord   *record;
  char          *title;
  char          *subtitle;
  char          *value;
  char          *change;
  char          *lead;
  GPtrArray     *links; /* of AtlasRecord */
  AtlasChart    *chart;
  GObject       *content;
  const char    *page;
  AtlasRowStyle  style;
  AtlasRowMark   mark;
  guint          mark_detail;

  char     *heading;
  gboolean  is_first;
  gboolean  is_last;
};

G_DEFINE_FINAL_TYPE (AtlasRow, atlas_row, G_TYPE_OBJECT)

static void
atlas_row_finalize (GObject *object)
{
  AtlasRow *self = ATLAS_ROW (object);

  g_clear_object (&self->record);
  g_clear_object (&self->chart);
  g_clear_object (&self->content);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->value);
  g_free (self->change);
  g_free (self->lead);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_free (self->heading);

  G_OBJECT_CLASS (atlas_row_parent_class)->finalize (object);
}

static void
atlas_row_class_init (AtlasRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_row_finalize;
}

static void
atlas_row_init (AtlasRow *self)
{
}

static void
take_words (char **words,
            char  *taken)
{
  g_free (*words);
  *words = taken != NULL && *taken != '\0' ? taken : NULL;
  if (*words == NULL)
    g_free (taken);
}

/**
 * atlas_row_new:
 * @record: (nullable): what it is about and whose citations it shows
 * @title: its words; not markup
 *
 * Returns: (transfer full): a row
 */
AtlasRow *
atlas_row_new (AtlasRecord *record,
               const char  *title)
{
  AtlasRow *self;

  g_return_val_if_fail (record == NULL || ATLAS_IS_RECORD (record), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_ROW, NULL);
  g_set_object (&self->record, record);
  self->title = g_strdup (title);
  return self;
}

/**
 * atlas_row_get_record:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it is about
 */
AtlasRecord *
atlas_row_get_record (AtlasRow *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW (self), NULL);

  return self->record;
}

/**
 * atlas_row_get_title:
 * @self: a row
 *
 * Returns: its title; not markup
 */
const char *
atlas_row_get_title (AtlasRow *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW (self), NULL);

  return self->title;
}

/**
 * atlas_row_get_subtitle:
 * @self: a row
 *
 * Returns: (nullable): what stands under the title; not markup
 */
const char *
atlas_row_get_subtitle (AtlasRow *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW (self), NULL);

  return self->subtitle;
}

/**
 * atlas_row_take_subtitle:
 * @self: a row
 * @subtitle: (transfer full) (nullable): what stands under the title; "" is as NULL
 */
void
atlas_row_take_subtitle (AtlasRow *self,
                         char     *subtitle)
{
  g_return_if_fail (ATLAS_IS_ROW (self));

  take_words (&self->subtitle, subtitle);
}

/**
 * atlas_row_get_value:
 * @self: a row
 *
 * Returns: (nullable): its number with its unit
 */
const char *
atlas_row_get_value (AtlasRow *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW (self), NULL);

  return self->value;
}

/**
 * atlas_row_take_value:
 * @self: a row
 * @value: (transfer full) (nullable): its number with its unit
 */
void
atlas_row_take_value (AtlasRow *self,
                      char     *value)
{
  g_return_if_fail (ATLAS_IS_ROW (self));

  take_words (&self->value, value);
}

/**
 * atlas_row_get_change:
 * @self: a row
 *
 * Returns: (nullable): by how much the value has grown or fallen, with its sign
 */
const char *
atlas_row_get_change (AtlasRow *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW (self), NULL);

  return self->change;
}

/**
 * atlas_row_take_change:
 * @self: a row
 * @change: (transfer full) (nullable): by how much the value has grown or fallen, with its sign
 */
void
atlas_row_take_change (AtlasRow *self,
                       char     *change)
{
  g_return_if_fail (ATLAS_IS_ROW (self));

  take_words (&self->change, change);
}

/**
 * atlas_row_get_mark:
 * @self: a row
 * @detail: (out) (optional): where to put which link group or kind of event
 *
 * Returns: what stands before the title
 */
AtlasRowMark
atlas_row_get_mark (AtlasRow *self,
                    guint    *detail)
{
  g_return_val_if_fail (ATLAS_IS_ROW (self), ATLAS_ROW_MARK_NONE);

  if (detail != NULL)
    *detail = self->mark_detail;
  return self->mark;
}

/**
 * atlas_row_set_mark:
 * @self: a row
 * @mark: what stands before the title
 * @detail: which link group or kind of event; otherwise 0
 */
void
atlas_row_set_mark (AtlasRow     *self,
                    AtlasRowMark  mark,
                    guint         detail)
{
  g_return_if_fail (ATLAS_IS_ROW (self));

  self->mark = mark;
  self->mark_detail = detail;
}

/**
 * atlas_row_take_links:
 * @self: a row
 * @lead: (transfer full): the words before the links, with the space that follows them; not markup
 * @records: (transfer full) (element-type AtlasRecord): the records to which it leads, each held by
 *   the array; when there are none, @lead says so
 */
void
atlas_row_take_links (AtlasRow  *self,
                      char      *lead,
                      GPtrArray *records)
{
  g_return_if_fail (ATLAS_IS_ROW (self));
  g_return_if_fail (lead != NULL && records != NULL);

  take_words (&self->lead, lead);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  self->links = records;
}

/**
 * atlas_row_get_lead:
 * @self: a row
 *
 * Returns: (nullable): the words before its links; not markup
 */
const char *
atlas_row_get_lead (AtlasRow *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW (self), NULL);

  return self->lead;
}

/**
 * atlas_row_get_links:
 * @self: a row
 *
 * Returns: (transfer none) (nullable) (element-type AtlasRecord): the records to which it leads
 *   beside its own
 */
GPtrArray *
atlas_row_get_links (AtlasRow *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW (self), NULL);

  return self->links;
}

/**
 * atlas_row_get_style:
 * @self: a row
 *
 * Returns: how it looks
 */
AtlasRowStyle
atlas_row_get_style (AtlasRow *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW (self), ATLAS_ROW_STYLE_FACT);

  return self->style;
}

/**
 * atlas_row_set_style:
 * @self: a row
 * @style: how it looks
 */
void
atlas_row_set_style (AtlasRow      *self,
                     AtlasRowStyle  style)
{
  g_return_if_fail (ATLAS_IS_ROW (self));

  self->style = style;
}

/**
 * atlas_row_get_chart:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what is drawn under its words
 */
AtlasChart *
atlas_row_get_chart (AtlasRow *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW (self), NULL);

  return self->chart;
}

/**
 * atlas_row_take_chart:
 * @self: a row
 * @chart: (transfer full) (nullable): what is drawn under its words
 */
void
atlas_row_take_chart (AtlasRow   *self,
                      AtlasChart *chart)
{
  g_return_if_fail (ATLAS_IS_ROW (self));

  g_clear_object (&self->chart);
  self->chart = chart;
}

/**
 * atlas_row_get_content:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what fills it in place of words
 */
GObject *
atlas_row_get_content (AtlasRow *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW (self), NULL);

  return self->content;
}

/**
 * atlas_row_take_content:
 * @self: a row
 * @content: (transfer full): an #AtlasPartnerDiagram or an #AtlasComparison, to fill it
 */
void
atlas_row_take_content (AtlasRow *self,
                        gpointer  content)
{
  g_return_if_fail (ATLAS_IS_ROW (self));
  g_return_if_fail (G_IS_OBJECT (content));

  g_clear_object (&self->content);
  self->content = content;
}

/**
 * atlas_row_get_page:
 * @self: a row
 *
 * Returns: (nullable): the page of the side panel to which it leads, or NULL
 */
const char *
atlas_row_get_page (AtlasRow *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW (self), NULL);

  return self->page;
}

/**
 * atlas_row_set_page:
 * @self: a row
 * @page: (nullable): the name of the page of the side panel to which it leads
 */
void
atlas_row_set_page (AtlasRow   *self,
                    const char *page)
{
  g_return_if_fail (ATLAS_IS_ROW (self));

  self->page = g_intern_string (page);
}

/**
 * atlas_row_get_heading:
 * @self: a row
 *
 * Returns: (nullable): the heading of the group that it begins, or NULL
 */
const char *
atlas_row_get_heading (AtlasRow *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW (self), NULL);

  return self->heading;
}

/**
 * atlas_row_is_first:
 * @self: a row
 *
 * Returns: whether it begins a group
 */
gboolean
atlas_row_is_first (AtlasRow *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW (self), FALSE);

  return self->is_first;
}

/**
 * atlas_row_is_last:
 * @self: a row
 *
 * Returns: whether it ends a group
 */
gboolean
atlas_row_is_last (AtlasRow *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW (self), FALSE);

  return self->is_last;
}

/**
 * atlas_row_can_visit:
 * @self: a row
 *
 * Returns: whether its record makes a scope of its own: a number or a document does not
 */
gboolean
atlas_row_can_visit (AtlasRow *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW (self), FALSE);

  if (self->record == NULL || self->page != NULL || self->style == ATLAS_ROW_STYLE_PROSE ||
      self->style == ATLAS_ROW_STYLE_REMARK)
    return FALSE;
  switch (atlas_record_get_kind (self->record))
    {
    case ATLAS_RECORD_KIND_PLACE:
    case ATLAS_RECORD_KIND_INDUSTRY:
    case ATLAS_RECORD_KIND_ORGANIZATION:
    case ATLAS_RECORD_KIND_PLAN:
    case ATLAS_RECORD_KIND_PARTNERSHIP:
    case ATLAS_RECORD_KIND_ROUTE:
    case ATLAS_RECORD_KIND_EVENT:
    case ATLAS_RECORD_KIND_PROJECT:
    case ATLAS_RECORD_KIND_COMMITMENT:
      return TRUE;
    case ATLAS_RECORD_KIND_SOURCE:
    case ATLAS_RECORD_KIND_FIGURE:
    default:
      return FALSE;
    }
}

static gboolean
links_equal (GPtrArray *links,
             GPtrArray *others)
{
  if (links == NULL || others == NULL)
    return links == others;
  /* An array that was never filled has no data, which memcmp() may not be given. */
  return links->len == others->len &&
         (links->len == 0 ||
          memcmp (links->pdata, others->pdata, links->len * sizeof (gpointer)) == 0);
}

/**
 * atlas_row_equal:
 * @self: a row
 * @other: another
 *
 * Returns: whether they look the same, so that one may stay in place of the other; two charts
 *   never do, since what they draw may differ
 */
gboolean
atlas_row_equal (AtlasRow *self,
                 AtlasRow *other)
{
  g_return_val_if_fail (ATLAS_IS_ROW (self), FALSE);
  g_return_val_if_fail (ATLAS_IS_ROW (other), FALSE);

  return self->record == other->record && self->page == other->page &&
         self->style == other->style && self->mark == other->mark &&
         self->mark_detail == other->mark_detail && self->is_first == other->is_first &&
         self->is_last == other->is_last && self->chart == other->chart &&
         self->content == other->content &&
         g_strcmp0 (self->title, other->title) == 0 &&
         g_strcmp0 (self->subtitle, other->subtitle) == 0 &&
         g_strcmp0 (self->value, other->value) == 0 &&
         g_strcmp0 (self->change, other->change) == 0 &&
         g_strcmp0 (self->lead, other->lead) == 0 && links_equal (self->links, other->links) &&
         g_strcmp0 (self->heading, other->heading) == 0;
}

static char *
describe_links (AtlasRow *self)
{
  g_autofree char *names = NULL;

  if (self->lead == NULL)
    return NULL;
  names = atlas_words_join_names (self->links);
  return g_strconcat (self->lead, names, NULL);
}

/**
 * atlas_row_describe:
 * @self: a row
 *
 * Returns: (transfer full): all of its words in one line, and what its chart says beside them, for
 *   assistive technology
 */
char *
atlas_row_describe (AtlasRow *self)
{
  g_autofree char *links = describe_links (self);
  g_autofree char *chart =
    self->chart != NULL ? atlas_chart_describe (self->chart, atlas_language_get_default ()) : NULL;
  const char * const words[] = { self->heading, self->title, self->value, self->change,
                                 self->subtitle, links, chart };
  GString *line = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i] != NULL && *words[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? "; " : "", words[i]);
  return g_strdelimit (g_string_free (line, FALSE), "\n", ' ');
}

/**
 * atlas_row_begin_group:
 * @self: a row
 * @heading: (nullable): the heading of the group that it begins
 */
void
atlas_row_begin_group (AtlasRow   *self,
                       const char *heading)
{
  g_return_if_fail (ATLAS_IS_ROW (self));

  take_words (&self->heading, g_strdup (heading));
  self->is_first = TRUE;
}

/**
 * atlas_row_end_group:
 * @self: a row
 *
 * Makes it the last of its group.
 */
void
atlas_row_end_group (AtlasRow *self)
{
  g_return_if_fail (ATLAS_IS_ROW (self));

  self->is_last = TRUE;
}
