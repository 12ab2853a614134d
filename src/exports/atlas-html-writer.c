/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-html-writer.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLtree.h>
#include <string.h>

#include "atlas-html-private.h"
#include "atlas-html-resource.h"
#include "atlas-svg-canvas.h"
#include "atlas-text-block.h"
#include "atlas-translation.h"

/*
 * Writes a summary as one web page, for colleagues without the program.
 *
 * The page has everything within itself: style, script, maps and charts as SVG with real text. A
 * policy in its head forbids the browser every request. It has the summary in all languages, one
 * `<article>` for each; radio buttons choose the visible one by CSS, so that the page works where
 * scripts are blocked. The script only adds comfort: it highlights, sorts, and shows a card.
 *
 * The contents are the blocks of an #AtlasSummary, so the page says what the printed pages say. All
 * text is put into a tree, and libxml2 escapes it; nothing is concatenated to markup.
 */

#define POLICY                                                                                     \
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; "     \
  "base-uri 'none'; form-action 'none'"

static const struct
{
  const char *code;
  const char *tag;
  const char *name;
} languages[ATLAS_N_LANGUAGES] = {
  [ATLAS_LANGUAGE_ZH] = { "zh", "zh-CN", "中文" },
  [ATLAS_LANGUAGE_EN] = { "en", "en", "English" },
  [ATLAS_LANGUAGE_KO] = { "ko", "ko", "한국어" },
};

/* Elements ------------------------------------------------------------------------------------- */

/**
 * _atlas_html_add:
 * @parent: an element
 * @name: the name of a new one
 * @class_name: (nullable): its class
 *
 * Returns: (transfer none): the new element, appended to @parent
 */
xmlNode *
_atlas_html_add (xmlNode *parent, const char *name, const char *class_name)
{
  xmlNode *node = xmlNewChild (parent, NULL, (const xmlChar *) name, NULL);

  if (class_name != NULL)
    _atlas_html_set (node, "class", class_name);
  return node;
}

/**
 * _atlas_html_set:
 * @node: an element
 * @name: the name of an attribute
 * @value: its value; any text
 */
void
_atlas_html_set (xmlNode *node, const char *name, const char *value)
{
  g_autofree char *valid = atlas_svg_dup_valid_text (value);

  xmlSetProp (node, (const xmlChar *) name, (const xmlChar *) valid);
}

static gboolean
is_chinese (gunichar letter)
{
  return g_unichar_get_script (letter) == G_UNICODE_SCRIPT_HAN ||
         (letter >= 0x3000 && letter <= 0x303f);
}

static void
append_text (xmlNode *parent, const char *start, const char *end)
{
  g_autofree char *text = g_strndup (start, (gsize) (end - start));
  g_autofree char *valid = atlas_svg_dup_valid_text (text);

  xmlAddChild (parent, xmlNewDocText (parent->doc, (const xmlChar *) valid));
}

/**
 * _atlas_html_add_text:
 * @self: a page
 * @parent: an element
 * @text: text in the language of the summary; line breaks are kept
 *
 * Appends @text. Chinese words within another language are marked, so that a browser uses Chinese
 * letters and not Korean or Japanese ones.
 */
void
_atlas_html_add_text (AtlasHtml *self, xmlNode *parent, const char *text)
{
  const char *start = text;

  for (const char *at = text; *at != '\0' && self->language != ATLAS_LANGUAGE_ZH;)
    {
      const char *end = at;
      xmlNode *chinese;

      while (*end != '\0' && is_chinese (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      if (end == at)
        {
          at = g_utf8_next_char (at);
          continue;
        }
      append_text (parent, start, at);
      chinese = _atlas_html_add (parent, "span", NULL);
      _atlas_html_set (chinese, "lang", languages[ATLAS_LANGUAGE_ZH].tag);
      append_text (chinese, at, end);
      start = at = end;
    }
  if (*start != '\0')
    append_text (parent, start, start + strlen (start));
}

/**
 * _atlas_html_make_id:
 * @self: a page
 * @anchor: an anchor of the summary
 *
 * Returns: (transfer full): its id in the page
 */
char *
_atlas_html_make_id (AtlasHtml *self, const char *anchor)
{
  return g_strdup_printf ("%s-%s", self->code, anchor);
}

/**
 * _atlas_html_make_record_id:
 * @self: a page
 * @record: a record
 *
 * Returns: (transfer full): the id of its row
 */
char *
_atlas_html_make_record_id (AtlasHtml *self, AtlasRecord *record)
{
  GString *id = g_string_new (self->code);

  g_string_append (id, "-r-");
  /* An id has no spaces. */
  for (const char *at = atlas_record_get_id (record); *at != '\0'; at++)
    if (g_ascii_isalnum (*at) || *at == '-')
      g_string_append_c (id, *at);
    else
      g_string_append_printf (id, "_%02x", (guint8) *at);
  return g_string_free (id, FALSE);
}

/* Articles ------------------------------------------------------------------------------------- */

static void
add_contents (AtlasHtml *self, xmlNode *article)
{
  const AtlasBlock *first = atlas_summary_get_blocks (self->summary)->pdata[0];
  xmlNode *navigation, *list;

  if (atlas_summary_get_n_sections (self->summary) < 3)
    return;
  navigation = _atlas_html_add (article, "nav", NULL);
  _atlas_html_set (navigation, "aria-label",
                   atlas_translate_context (self->language, "section", "Contents"));
  list = _atlas_html_add (navigation, "ul", NULL);
  for (guint i = 0; i < atlas_summary_get_n_sections (self->summary); i++)
    {
      const char *anchor;
      const char *title = atlas_summary_get_section (self->summary, i, &anchor, NULL);
      g_autofree char *id = _atlas_html_make_id (self, anchor);
      g_autofree char *link = g_strconcat ("#", id, NULL);
      xmlNode *entry;

      /* The title of the page is no entry of its contents. */
      if (!self->has_title && g_strcmp0 (first->anchor, anchor) == 0)
        continue;
      entry = _atlas_html_add (_atlas_html_add (list, "li", NULL), "a", NULL);
      _atlas_html_set (entry, "href", link);
      _atlas_html_add_text (self, entry, title);
    }
}

static gboolean
is_head (AtlasBlock *block)
{
  AtlasTextRole role;

  if (!ATLAS_IS_TEXT_BLOCK (block))
    return FALSE;
  atlas_text_block_get_text (ATLAS_TEXT_BLOCK (block), &role);
  return role == ATLAS_TEXT_ROLE_TITLE || role == ATLAS_TEXT_ROLE_SUBTITLE;
}

/* The first block of a tour is about its first view, so add the title of the tour. */
static void
add_title (AtlasHtml *self, xmlNode *article)
{
  AtlasBlock *first = atlas_summary_get_blocks (self->summary)->pdata[0];
  const char *title = atlas_summary_get_title (self->summary);
  AtlasTextRole role;

  self->has_title =
    !ATLAS_IS_TEXT_BLOCK (first) ||
    !g_str_has_prefix (atlas_text_block_get_text (ATLAS_TEXT_BLOCK (first), &role), title);
  if (self->has_title)
    _atlas_html_add_text (self, _atlas_html_add (article, "h1", NULL), title);
}

/* The title and the lines below it, the contents, then the rest. */
static void
add_article (AtlasHtml *self, xmlNode *parent)
{
  GPtrArray *blocks = atlas_summary_get_blocks (self->summary);
  xmlNode *article = _atlas_html_add (parent, "article", self->code);
  xmlNode *footer;
  guint i = 0;

  _atlas_html_set (article, "id", self->code);
  _atlas_html_set (article, "lang", languages[self->language].tag);
  add_title (self, article);
  for (; i < blocks->len && !self->has_title && is_head (blocks->pdata[i]); i++)
    _atlas_html_add_block (self, article, blocks->pdata[i], i);
  add_contents (self, article);
  for (; i < blocks->len; i++)
    _atlas_html_add_block (self, article, blocks->pdata[i], i);
  footer = _atlas_html_add (article, "footer", NULL);
  _atlas_html_add_text (self, _atlas_html_add (footer, "p", NULL),
                        atlas_summary_get_origin (self->summary));
}

static void
add_choice (xmlNode *parent, AtlasLanguage language, gboolean is_chosen)
{
  g_autofree char *id = g_strconcat ("show-", languages[language].code, NULL);
  xmlNode *button = _atlas_html_add (parent, "input", NULL);
  xmlNode *label = _atlas_html_add (parent, "label", NULL);

  _atlas_html_set (button, "type", "radio");
  _atlas_html_set (button, "name", "language");
  _atlas_html_set (button, "id", id);
  /* Otherwise a browser that reloads the page chooses again what it showed before. */
  _atlas_html_set (button, "autocomplete", "off");
  if (is_chosen)
    _atlas_html_set (button, "checked", "checked");
  _atlas_html_set (label, "for", id);
  _atlas_html_set (label, "lang", languages[language].tag);
  append_text (label, languages[language].name,
               languages[language].name + strlen (languages[language].name));
}

/* The page ------------------------------------------------------------------------------------- */

static void
add_meta (xmlNode *head, const char *attribute, const char *name, const char *content)
{
  xmlNode *meta = _atlas_html_add (head, "meta", NULL);

  _atlas_html_set (meta, attribute, name);
  if (content != NULL)
    _atlas_html_set (meta, "content", content);
}

static void
add_resource (xmlNode *parent, const char *name, const char *file)
{
  static gsize once = 0;
  g_autofree char *path = g_strconcat ("/io/github/jilinatlas/JilinAtlas/html/", file, NULL);
  g_autoptr (GBytes) bytes = NULL;
  const char *data;
  gsize size;

  if (g_once_init_enter (&once))
    {
      atlas_html_register_resource ();
      g_once_init_leave (&once, 1);
    }
  bytes =
    g_resource_lookup_data (atlas_html_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  data = g_bytes_get_data (bytes, &size);
  append_text (_atlas_html_add (parent, name, NULL), data, data + size);
}

static void
add_head (xmlNode *html, AtlasSummary *summary)
{
  xmlNode *head = _atlas_html_add (html, "head", NULL);
  g_autofree char *day = g_date_time_format (atlas_summary_get_print_date (summary), "%Y-%m-%d");
  xmlNode *title;

  add_meta (head, "charset", "utf-8", NULL);
  add_meta (head, "http-equiv", "Content-Security-Policy", POLICY);
  add_meta (head, "name", "viewport", "width=device-width, initial-scale=1");
  add_meta (head, "name", "color-scheme", "light dark");
  add_meta (head, "name", "generator", "Jilin Atlas " ATLAS_VERSION);
  add_meta (head, "name", "dcterms.date", day);
  add_meta (head, "name", "description", atlas_summary_get_origin (summary));
  title = _atlas_html_add (head, "title", NULL);
  append_text (title, atlas_summary_get_title (summary),
               atlas_summary_get_title (summary) + strlen (atlas_summary_get_title (summary)));
  add_resource (head, "style", "atlas-html.css");
}

static GBytes *
dump (xmlDoc *document)
{
  xmlOutputBuffer *buffer = xmlAllocOutputBuffer (NULL);
  GBytes *bytes;

  xmlOutputBufferWriteString (buffer, "<!DOCTYPE html>\n");
  htmlNodeDumpFormatOutput (buffer, document, xmlDocGetRootElement (document), "UTF-8", 0);
  xmlOutputBufferFlush (buffer);
  bytes = g_bytes_new (xmlOutputBufferGetContent (buffer), xmlOutputBufferGetSize (buffer));
  xmlOutputBufferClose (buffer);
  return bytes;
}

static void
begin_summary (AtlasHtml *self, AtlasSummary *summary)
{
  self->summary = summary;
  self->language = atlas_summary_get_language (summary);
  self->code = languages[self->language].code;
  self->n_pictures = 0;
  g_hash_table_remove_all (self->rows);
  g_hash_table_remove_all (self->written);
  _atlas_html_find_rows (self);
}

static void
add_body (AtlasHtml *self, xmlNode *html, AtlasSummary *const *summaries, AtlasLanguage shown)
{
  xmlNode *main = _atlas_html_add (_atlas_html_add (html, "body", NULL), "main", NULL);

  self->shared = _atlas_html_add (main, "svg", "shared");
  _atlas_html_set (self->shared, "aria-hidden", "true");
  for (guint i = 0; i < ATLAS_N_LANGUAGES; i++)
    add_choice (main, (AtlasLanguage) i, i == shown);
  for (guint i = 0; i < ATLAS_N_LANGUAGES; i++)
    {
      begin_summary (self, summaries[i]);
      add_article (self, main);
    }
  add_resource (main->parent, "script", "atlas-html.js");
}

static GBytes *
write_page (AtlasSummary *const *summaries,
            AtlasDataset *dataset,
            AtlasLanguage shown,
            GError **error)
{
  AtlasHtml self = {
    .document = htmlNewDocNoDtD (NULL, NULL),
    .dataset = dataset,
    .rows = g_hash_table_new (NULL, NULL),
    .written = g_hash_table_new (NULL, NULL),
    .colors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };
  xmlNode *html = xmlNewDocNode (self.document, NULL, (const xmlChar *) "html", NULL);
  g_autofree char *dark = NULL;
  GBytes *bytes = NULL;

  xmlDocSetRootElement (self.document, html);
  _atlas_html_set (html, "lang", languages[shown].tag);
  add_head (html, summaries[shown]);
  add_body (&self, html, summaries, shown);
  dark = _atlas_html_make_dark_style (&self);
  append_text (_atlas_html_add (html->children, "style", NULL), dark, dark + strlen (dark));
  if (self.status == CAIRO_STATUS_SUCCESS)
    bytes = dump (self.document);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _("The picture could not be drawn: %s."), cairo_status_to_string (self.status));
  xmlFreeDoc (self.document);
  g_hash_table_unref (self.rows);
  g_hash_table_unref (self.written);
  g_hash_table_unref (self.colors);
  return bytes;
}

/**
 * atlas_html_writer_write:
 * @scope: a scope
 * @filter: (nullable): the filter to apply
 * @base_map: the base map
 * @options: the options of the summary; the language is the one that the page shows first
 * @cancellable: (nullable): a cancellable
 * @progress: (nullable): a progress callback
 * @progress_data: data for @progress
 * @error: return location for a #GError of %G_IO_ERROR
 *
 * Returns: (transfer full): a web page with the summary in all languages, or %NULL
 */
GBytes *
atlas_html_writer_write (AtlasScope *scope,
                         AtlasFilter *filter,
                         AtlasBaseMap *base_map,
                         const AtlasSummaryOptions *options,
                         GCancellable *cancellable,
                         AtlasProgressFunc progress,
                         gpointer progress_data,
                         GError **error)
{
  AtlasSummary *summaries[ATLAS_N_LANGUAGES] = { NULL };
  AtlasSummaryOptions own = *options;
  GBytes *bytes = NULL;
  guint n_summaries = 0;

  /* A page on the screen has no page numbers. It has a list of contents of its own. */
  own.parts &= ~ATLAS_SUMMARY_PART_CONTENTS;
  own.page.layout = ATLAS_PAGE_LAYOUT_COMPACT;
  for (; n_summaries < ATLAS_N_LANGUAGES; n_summaries++)
    {
      own.page.language = (AtlasLanguage) n_summaries;
      summaries[n_summaries] =
        atlas_summary_new (scope, filter, base_map, &own, cancellable, NULL, NULL, error);
      if (summaries[n_summaries] == NULL)
        break;
      if (progress != NULL)
        progress ((n_summaries + 1.0) / (ATLAS_N_LANGUAGES + 1), progress_data);
    }
  if (n_summaries == ATLAS_N_LANGUAGES &&
      !g_cancellable_set_error_if_cancelled (cancellable, error))
    bytes = write_page (summaries, atlas_scope_get_dataset (scope), options->page.language, error);
  for (guint i = 0; i < n_summaries; i++)
    g_object_unref (summaries[i]);
  return bytes;
}
