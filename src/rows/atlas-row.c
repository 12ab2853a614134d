/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-row.h"

#include "atlas-description.h"

#include <string.h>

/*
 * AtlasRow: the content of one row of a panel.
 *
 * It contains text and numbers, ready to be shown, and their record. It has no widgets, so that
 * panels can be tested without a display. The rows of a group are drawn as one card. The first row
 * has the heading of the group, so that every item of the list is a fact that arrow keys can reach.
 */
struct _AtlasRow
{
  GObject parent_instance;

  AtlasRecord *record;
  AtlasRecord *cited; /* NULL for the record itself */
  char *title;
  char *subtitle;
  char *value;
  char *change;
  char *lead;
  GPtrArray *links; /* of AtlasRecord */
  AtlasChart *chart;
  GObject *content;
  const char *page;
  AtlasRowStyle style;
  AtlasRowSign sign;
  guint sign_detail;

  char *heading;
  gboolean is_first;
  gboolean is_last;
};

G_DEFINE_FINAL_TYPE (AtlasRow, atlas_row, G_TYPE_OBJECT)

static void
atlas_row_finalize (GObject *object)
{
  AtlasRow *self = ATLAS_ROW (object);

  g_clear_object (&self->record);
  g_clear_object (&self->cited);
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
take_words (char **words, char *taken)
{
  g_free (*words);
  *words = taken != NULL && *taken != '\0' ? taken : NULL;
  if (*words == NULL)
    g_free (taken);
}

/**
 * atlas_row_new:
 * @record: (nullable): the record, whose citations are shown
 * @title: its title; plain text, not markup
 *
 * Returns: (transfer full): a row
 */
AtlasRow *
atlas_row_new (AtlasRecord *record, const char *title)
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
 * Returns: (transfer none) (nullable): its record
 */
AtlasRecord *
atlas_row_get_record (AtlasRow *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW (self), NULL);

  return self->record;
}

/**
 * atlas_row_get_cited:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the record whose citations are shown: its own record, unless
 *   atlas_row_set_cited() was called
 */
AtlasRecord *
atlas_row_get_cited (AtlasRow *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW (self), NULL);

  return self->cited != NULL ? self->cited : self->record;
}

/**
 * atlas_row_set_cited:
 * @self: a row
 * @cited: an entry in the progress of its record, as an event, whose citations are shown instead of
 *   those of its record
 */
void
atlas_row_set_cited (AtlasRow *self, AtlasRecord *cited)
{
  g_return_if_fail (ATLAS_IS_ROW (self));
  g_return_if_fail (ATLAS_IS_RECORD (cited));

  g_set_object (&self->cited, cited);
}

/**
 * atlas_row_get_title:
 * @self: a row
 *
 * Returns: its title; plain text, not markup
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
 * Returns: (nullable): the text below the title; plain text, not markup
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
 * @subtitle: (transfer full) (nullable): the text below the title; "" is the same as %NULL
 */
void
atlas_row_take_subtitle (AtlasRow *self, char *subtitle)
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
atlas_row_take_value (AtlasRow *self, char *value)
{
  g_return_if_fail (ATLAS_IS_ROW (self));

  take_words (&self->value, value);
}

/**
 * atlas_row_get_change:
 * @self: a row
 *
 * Returns: (nullable): the change of the value, with its sign
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
 * @change: (transfer full) (nullable): the change of the value, with its sign
 */
void
atlas_row_take_change (AtlasRow *self, char *change)
{
  g_return_if_fail (ATLAS_IS_ROW (self));

  take_words (&self->change, change);
}

/**
 * atlas_row_get_sign:
 * @self: a row
 * @detail: (out) (optional): return location for the link group, group of industries or kind of
 *   event
 *
 * Returns: the sign before the title
 */
AtlasRowSign
atlas_row_get_sign (AtlasRow *self, guint *detail)
{
  g_return_val_if_fail (ATLAS_IS_ROW (self), ATLAS_ROW_SIGN_NONE);

  if (detail != NULL)
    *detail = self->sign_detail;
  return self->sign;
}

/**
 * atlas_row_set_sign:
 * @self: a row
 * @sign: the sign before the title
 * @detail: the link group, group of industries or kind of event; otherwise 0
 */
void
atlas_row_set_sign (AtlasRow *self, AtlasRowSign sign, guint detail)
{
  g_return_if_fail (ATLAS_IS_ROW (self));

  self->sign = sign;
  self->sign_detail = detail;
}

/**
 * atlas_row_take_links:
 * @self: a row
 * @lead: (transfer full): the text before the links, with a space at the end; plain text, not
 *   markup
 * @records: (transfer full) (element-type AtlasRecord): the linked records, with references owned
 *   by the array; if empty, @lead says so
 */
void
atlas_row_take_links (AtlasRow *self, char *lead, GPtrArray *records)
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
 * Returns: (nullable): the text before its links; plain text, not markup
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
 * Returns: (transfer none) (nullable) (element-type AtlasRecord): the linked records, beside its
 *   own record
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
 * Returns: its style
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
 * @style: its style
 */
void
atlas_row_set_style (AtlasRow *self, AtlasRowStyle style)
{
  g_return_if_fail (ATLAS_IS_ROW (self));

  self->style = style;
}

/**
 * atlas_row_get_chart:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the chart below its text
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
 * @chart: (transfer full) (nullable): the chart below its text
 */
void
atlas_row_take_chart (AtlasRow *self, AtlasChart *chart)
{
  g_return_if_fail (ATLAS_IS_ROW (self));

  g_clear_object (&self->chart);
  self->chart = chart;
}

/**
 * atlas_row_get_content:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the content that replaces its text
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
 * @content: (transfer full): an #AtlasPartnerDiagram or an #AtlasComparison, which replaces its
 *   text
 */
void
atlas_row_take_content (AtlasRow *self, gpointer content)
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
 * Returns: (nullable): the page of the side panel that it opens, or %NULL
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
 * @page: (nullable): the name of the page of the side panel that it opens
 */
void
atlas_row_set_page (AtlasRow *self, const char *page)
{
  g_return_if_fail (ATLAS_IS_ROW (self));

  self->page = g_intern_string (page);
}

/**
 * atlas_row_get_heading:
 * @self: a row
 *
 * Returns: (nullable): the heading of the group that it begins, or %NULL
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
 * Returns: whether its record can be a scope; figures and sources cannot
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

/* The records for which entries of progress stand are made anew each time. */
static gboolean
cites_equal (AtlasRow *self, AtlasRow *other)
{
  if (self->cited == NULL || other->cited == NULL)
    return self->cited == other->cited;
  return g_str_equal (atlas_record_get_id (self->cited), atlas_record_get_id (other->cited));
}

static gboolean
links_equal (GPtrArray *links, GPtrArray *others)
{
  if (links == NULL || others == NULL)
    return links == others;
  /* memcmp() requires non-NULL pointers, and the data of an empty array is NULL. */
  return links->len == others->len &&
         (links->len == 0 ||
          memcmp (links->pdata, others->pdata, links->len * sizeof (gpointer)) == 0);
}

/**
 * atlas_row_equal:
 * @self: a row
 * @other: another row
 *
 * Returns: whether they look the same, so that one can replace the other; rows with charts are
 *   never equal, because their drawings may differ
 */
gboolean
atlas_row_equal (AtlasRow *self, AtlasRow *other)
{
  g_return_val_if_fail (ATLAS_IS_ROW (self), FALSE);
  g_return_val_if_fail (ATLAS_IS_ROW (other), FALSE);

  return self->record == other->record && cites_equal (self, other) && self->page == other->page &&
         self->style == other->style && self->sign == other->sign &&
         self->sign_detail == other->sign_detail && self->is_first == other->is_first &&
         self->is_last == other->is_last && self->chart == other->chart &&
         self->content == other->content && g_strcmp0 (self->title, other->title) == 0 &&
         g_strcmp0 (self->subtitle, other->subtitle) == 0 &&
         g_strcmp0 (self->value, other->value) == 0 &&
         g_strcmp0 (self->change, other->change) == 0 && g_strcmp0 (self->lead, other->lead) == 0 &&
         links_equal (self->links, other->links) && g_strcmp0 (self->heading, other->heading) == 0;
}

static char *
describe_links (AtlasRow *self)
{
  g_autofree char *names = NULL;

  if (self->lead == NULL)
    return NULL;
  names = atlas_join_names (self->links, ATLAS_MAX_NAMES, atlas_language_get_default ());
  return g_strconcat (self->lead, names, NULL);
}

/**
 * atlas_row_describe:
 * @self: a row
 *
 * Returns: (transfer full): its text and the description of its chart on one line, for assistive
 *   technology
 */
char *
atlas_row_describe (AtlasRow *self)
{
  g_autofree char *links = describe_links (self);
  g_autofree char *chart =
    self->chart != NULL ? atlas_chart_describe (self->chart, atlas_language_get_default ()) : NULL;
  const char *const words[] = { self->heading,  self->title, self->value, self->change,
                                self->subtitle, links,       chart };
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
atlas_row_begin_group (AtlasRow *self, const char *heading)
{
  g_return_if_fail (ATLAS_IS_ROW (self));

  take_words (&self->heading, g_strdup (heading));
  self->is_first = TRUE;
}

/**
 * atlas_row_end_group:
 * @self: a row
 *
 * Makes it the last row of its group.
 */
void
atlas_row_end_group (AtlasRow *self)
{
  g_return_if_fail (ATLAS_IS_ROW (self));

  self->is_last = TRUE;
}
