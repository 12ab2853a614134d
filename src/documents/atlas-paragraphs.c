/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-paragraphs-private.h"

#include <string.h>

/*
 * Joins the lines of a plain text to paragraphs.
 *
 * In some files each paragraph is one line. In others lines are wrapped, and paragraphs are
 * indented, separated by empty lines, or recognizable only by the ends of sentences. If the
 * expected number of paragraphs is known, the rule that gives this number is used; if not, the
 * lines of the whole document decide.
 */

typedef gboolean (*BeginsFunc) (const AtlasTextLine *line, const AtlasTextLine *former);

static gboolean
is_line (const AtlasTextLine *line, const AtlasTextLine *former)
{
  return TRUE;
}

static gboolean
is_indented (const AtlasTextLine *line, const AtlasTextLine *former)
{
  return line->is_indented;
}

static gboolean
follows_blank (const AtlasTextLine *line, const AtlasTextLine *former)
{
  return line->follows_blank;
}

static gboolean
follows_sentence (const AtlasTextLine *line, const AtlasTextLine *former)
{
  const char *last = g_utf8_find_prev_char (former->text, former->text + strlen (former->text));

  return last != NULL &&
         g_utf8_strchr ("。！？：；”」』）.!?:;", -1, g_utf8_get_char (last)) != NULL;
}

/**
 * _atlas_text_line_free:
 * @self: (transfer full): a line
 */
void
_atlas_text_line_free (AtlasTextLine *self)
{
  g_free (self->text);
  g_free (self);
}

/* Between Latin letters a line break stands for a blank. */
static void
append_line (GString *paragraph, const char *text)
{
  if (paragraph->len > 0 && (guchar) paragraph->str[paragraph->len - 1] < 0x80 &&
      (guchar) *text < 0x80)
    g_string_append_c (paragraph, ' ');
  g_string_append (paragraph, text);
}

static GPtrArray *
join_lines (GPtrArray *lines, BeginsFunc begins)
{
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) paragraph = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const AtlasTextLine *line = lines->pdata[i];

      if (i > 0 && begins (line, lines->pdata[i - 1]))
        {
          g_ptr_array_add (paragraphs, g_strdup (paragraph->str));
          g_string_truncate (paragraph, 0);
        }
      append_line (paragraph, line->text);
    }
  if (lines->len > 0)
    g_ptr_array_add (paragraphs, g_strdup (paragraph->str));
  return paragraphs;
}

/* Rates a number of paragraphs: 0 for @least, 1 up to @most, and more the further it is outside. */
static guint
get_distance (guint n_paragraphs, guint least, guint most)
{
  if (n_paragraphs == least)
    return 0;
  if (n_paragraphs > least && n_paragraphs <= most)
    return 1;
  return 1 + (n_paragraphs < least ? least - n_paragraphs : n_paragraphs - most);
}

/**
 * _atlas_paragraphs_join:
 * @lines: (element-type AtlasTextLine): lines
 * @least: the expected number of paragraphs
 * @most: the largest number of paragraphs that is also accepted
 *
 * Returns: (transfer full) (element-type utf8): the paragraphs; their number is as near to the
 *   expected one as possible
 */
GPtrArray *
_atlas_paragraphs_join (GPtrArray *lines, guint least, guint most)
{
  static const BeginsFunc ways[] = { is_line, is_indented, follows_blank, follows_sentence };
  GPtrArray *best = NULL;

  g_return_val_if_fail (lines != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GPtrArray) paragraphs = join_lines (lines, ways[i]);

      if (best != NULL &&
          get_distance (paragraphs->len, least, most) >= get_distance (best->len, least, most))
        continue;
      g_clear_pointer (&best, g_ptr_array_unref);
      best = g_steal_pointer (&paragraphs);
    }
  return best;
}

/* The share of lines that end a sentence in a document whose lines are not wrapped, in percent. The
 * others are headings and signatures. */
#define MIN_ENDINGS 70

/* Chooses the rule for a document from all its lines. */
static BeginsFunc
choose_way (GPtrArray *all)
{
  guint n_endings = 0, n_indented = 0, n_apart = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const AtlasTextLine *line = all->pdata[i];

      n_endings += (guint) follows_sentence (NULL, line);
      n_indented += (guint) line->is_indented;
      n_apart += (guint) line->follows_blank;
    }
  if (n_endings * 100 >= all->len * MIN_ENDINGS)
    return is_line;
  if (n_apart > 0)
    return follows_blank;
  return n_indented > 0 ? is_indented : follows_sentence;
}

/**
 * _atlas_paragraphs_count:
 * @lines: (element-type AtlasTextLine): the lines of a section
 * @all: (element-type AtlasTextLine): the lines of the whole document, except headings
 *
 * Returns: the number of paragraphs of the section, as far as the form of the document shows
 */
guint
_atlas_paragraphs_count (GPtrArray *lines, GPtrArray *all)
{
  g_autoptr (GPtrArray) paragraphs = NULL;

  g_return_val_if_fail (lines != NULL && all != NULL, 0);

  paragraphs = join_lines (lines, choose_way (all));
  return paragraphs->len;
}
