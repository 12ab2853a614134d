/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-html-text-private.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/*
 * Converts a web page to plain text: one line for each paragraph, heading, list item and table row.
 * Nothing that a page refers to is loaded.
 */

/* The number of bytes that are searched for HTML tags. */
#define BEGINNING 4096

/* The separator between the cells of a row, which become one line. */
#define BETWEEN_CELLS "　"

static gboolean
is_among (const xmlNode *node, const char *const *names)
{
  return node->type == XML_ELEMENT_NODE && g_strv_contains (names, (const char *) node->name);
}

/* Elements without visible text. */
static gboolean
is_hidden (const xmlNode *node)
{
  static const char *const names[] = {
    "head", "script", "style", "template", "noscript", "select", "button", "iframe", "object", NULL,
  };

  return is_among (node, names);
}

/* Block elements, which start a new line. */
static gboolean
is_block (const xmlNode *node)
{
  static const char *const names[] = {
    "address", "article", "aside", "blockquote", "body",     "br",         "caption", "center",
    "dd",      "div",     "dl",    "dt",         "fieldset", "figcaption", "figure",  "footer",
    "form",    "h1",      "h2",    "h3",         "h4",       "h5",         "h6",      "header",
    "hr",      "li",      "main",  "nav",        "ol",       "p",          "pre",     "section",
    "table",   "tbody",   "tfoot", "thead",      "tr",       "ul",         NULL,
  };

  return is_among (node, names);
}

static gboolean
is_cell (const xmlNode *node)
{
  static const char *const names[] = { "td", "th", NULL };

  return is_among (node, names);
}

static void
end_line (GString *text)
{
  if (text->len > 0 && text->str[text->len - 1] != '\n')
    g_string_append_c (text, '\n');
}

/* Collapses white space to one blank, and removes it at the beginning of a line. */
static void
append_words (GString *text, const char *words)
{
  for (; *words != '\0'; words = g_utf8_next_char (words))
    {
      if (!g_ascii_isspace (*words))
        g_string_append_len (text, words, g_utf8_next_char (words) - words);
      else if (text->len > 0 && strchr (" \n", text->str[text->len - 1]) == NULL)
        g_string_append_c (text, ' ');
    }
}

/* The recursion is limited: the parser allows only a few hundred nested elements. */
static void
append_node (GString *text, const xmlNode *node)
{
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    append_words (text, (const char *) node->content);
  if (node->type != XML_ELEMENT_NODE || is_hidden (node))
    return;
  if (is_block (node))
    end_line (text);
  if (is_cell (node) && text->len > 0 && text->str[text->len - 1] != '\n')
    g_string_append (text, BETWEEN_CELLS);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    append_node (text, child);
  if (is_block (node))
    end_line (text);
}

/**
 * _atlas_html_is_html:
 * @text: valid UTF-8
 *
 * Returns: whether @text looks like a web page
 */
gboolean
_atlas_html_is_html (const char *text)
{
  static const char *const signs[] = { "<!doctype html", "<html",  "<body", "<p>", "<p ",
                                       "<div",           "<table", "<span" };
  g_autofree char *beginning = NULL;

  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  if (*text != '<')
    return FALSE;
  beginning = g_ascii_strdown (text, (gssize) strnlen (text, BEGINNING));
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (beginning, signs[i]) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * _atlas_html_to_text:
 * @text: a web page in UTF-8; its declared encoding is ignored
 *
 * Returns: (transfer full) (nullable): its text, in lines; %NULL when there is nothing to parse
 */
char *
_atlas_html_to_text (const char *text)
{
  const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                      HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  htmlDocPtr document = htmlReadMemory (text, (int) strlen (text), NULL, "UTF-8", options);
  const xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  GString *words;

  if (root == NULL)
    {
      xmlFreeDoc (document);
      return NULL;
    }
  words = g_string_new (NULL);
  append_node (words, root);
  xmlFreeDoc (document);
  return g_string_free (words, FALSE);
}
