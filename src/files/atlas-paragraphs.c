/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-paragraphs.h"

#include <string.h>

/*
 * Lines of a plain text into paragraphs.
 *
 * Some files have a line for each paragraph, in others lines are broken and paragraphs are told by
 * their indentation, by empty lines between them, or by nothing but the ends of sentences. How many
 * paragraphs there are is known, so the way that leads to as many is the right one.
 */

typedef gboolean (*BeginsFunc) (const AtlasTextLine *line,
                                const AtlasTextLine *former);

static gboolean
is_line (const AtlasTextLine *line,
         const AtlasTextLine *former)
{
  return TRUE;
}

static gboolean
is_indented (const AtlasTextLine *line,
             const AtlasTextLine *former)
{
  return line->is_indented;
}

static gboolean
follows_blank (const AtlasTextLine *line,
               const AtlasTextLine *former)
{
  return line->follows_blank;
}

static gboolean
follows_sentence (const AtlasTextLine *line,
                  const AtlasTextLine *former)
{
  const char *last = g_utf8_find_prev_char (former->text, former->text + strlen (former->text));

  return last != NULL && g_utf8_strchr ("。！？：；”」』）.!?:;", -1, g_utf8_get_char (last)) != NULL;
}

/**
 * atlas_text_line_free:
 * @self: (transfer full): a line
 */
void
atlas_text_line_free (AtlasTextLine *self)
{
  g_free (self->text);
  g_free (self);
}

/* Between two words of a Latin script a line break stands for a blank. */
static void
append_line (GString    *paragraph,
             const char *text)
{
  if (paragraph->len > 0 && (guchar) paragraph->str[paragraph->len - 1] < 0x80 &&
      (guchar) *text < 0x80)
    g_string_append_c (paragraph, ' ');
  g_string_append (paragraph, text);
}

static GPtrArray *
join_lines (GPtrArray  *lines,
            BeginsFunc  begins)
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

/* The least number is the best, the others up to the most are good, and what is near is fair. */
static guint
get_distance (guint n_paragraphs,
              guint least,
              guint most)
{
  if (n_paragraphs == least)
    return 0;
  if (n_paragraphs > least && n_paragraphs <= most)
    return 1;
  return 1 + (n_paragraphs < least ? least - n_paragraphs : n_paragraphs - most);
}

/**
 * atlas_paragraphs_join:
 * @lines: (element-type AtlasTextLine): lines
 * @least: how many paragraphs they should be
 * @most: up to how many they may be as well
 *
 * Returns: (transfer full) (element-type utf8): their paragraphs; as many as wanted, or as near
 *   to it as can be
 */
GPtrArray *
atlas_paragraphs_join (GPtrArray *lines,
                       guint      least,
                       guint      most)
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
