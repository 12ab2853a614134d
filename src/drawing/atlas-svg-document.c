/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-svg-document-private.h"

#include <math.h>
#include <string.h>

#include "atlas-svg-text-private.h"

/*
 * Completes a document that cairo wrote: replaces the marks of an #AtlasSvgCanvas, and writes the
 * rest shorter and independently of the version of cairo.
 */

#define XLINK "http://www.w3.org/1999/xlink"

/* An element that shows a mark. */
typedef struct
{
  xmlNode *node;
  char kind;
  guint index;
} Mark;

static gboolean
is_element (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

static char *
dup_attribute (xmlNode *node, const char *ns, const char *name)
{
  xmlChar *value = xmlGetNsProp (node, (const xmlChar *) name, (const xmlChar *) ns);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

static xmlNode *
get_root (xmlDoc *document)
{
  return xmlDocGetRootElement (document);
}

/* The next element in the order of the document; with @skip without the children of @node. */
static xmlNode *
get_next (xmlNode *node, gboolean skip)
{
  if (node->children != NULL && !skip && node->type == XML_ELEMENT_NODE)
    return node->children;
  while (node != NULL && node->next == NULL)
    node = node->parent;
  return node != NULL ? node->next : NULL;
}

/* Marks ---------------------------------------------------------------------------------------- */

/* Takes the images of marks out of the document. Returns their addresses by their ids. */
static GHashTable *
take_images (xmlDoc *document)
{
  GHashTable *addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  xmlNode *next;

  for (xmlNode *node = get_root (document); node != NULL; node = next)
    {
      g_autofree char *address =
        is_element (node, "image") ? dup_attribute (node, XLINK, "href") : NULL;

      next = get_next (node, FALSE);
      if (address == NULL || !g_str_has_prefix (address, ATLAS_SVG_MARK))
        continue;
      g_hash_table_insert (addresses, dup_attribute (node, NULL, "id"), g_steal_pointer (&address));
      next = get_next (node, TRUE);
      xmlUnlinkNode (node);
      xmlFreeNode (node);
    }
  return addresses;
}

static GArray *
find_marks (xmlDoc *document, GHashTable *addresses)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (Mark));

  for (xmlNode *node = get_root (document); node != NULL; node = get_next (node, FALSE))
    {
      g_autofree char *link = is_element (node, "use") ? dup_attribute (node, XLINK, "href") : NULL;
      const char *address =
        link != NULL && *link == '#' ? g_hash_table_lookup (addresses, link + 1) : NULL;
      const char *mark = address != NULL ? address + strlen (ATLAS_SVG_MARK) : NULL;

      if (mark != NULL)
        {
          const Mark found = { node, *mark, (guint) g_ascii_strtoull (mark + 1, NULL, 10) };

          g_array_append_val (marks, found);
        }
    }
  return marks;
}

/* Reads "matrix(a,b,c,d,e,f)"; anything else is the identity. */
static cairo_matrix_t
read_matrix (xmlNode *node)
{
  g_autofree char *text = dup_attribute (node, NULL, "transform");
  const char *at = text != NULL && g_str_has_prefix (text, "matrix(") ? text + 7 : "";
  double values[6] = { 1, 0, 0, 1, 0, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (values) && *at != '\0'; i++)
    {
      char *end;

      values[i] = g_ascii_strtod (at, &end);
      at = end + strspn (end, ", )");
    }
  return (cairo_matrix_t) { values[0], values[1], values[2], values[3], values[4], values[5] };
}

/* Moves the elements between two marks into one. If cairo wrote the marks into different groups,
 * the part stays undivided. */
static void
wrap_part (const Mark *begin, const Mark *end, const AtlasSvgPart *part)
{
  xmlNode *group, *next;

  if (begin->node->parent != end->node->parent)
    return;
  group = xmlNewNode (begin->node->ns, (const xmlChar *) "g");
  xmlNewProp (group, (const xmlChar *) "class", (const xmlChar *) part->kind);
  if (part->ids != NULL)
    xmlNewProp (group, (const xmlChar *) "data-id", (const xmlChar *) part->ids);
  if (part->opacity < 1)
    {
      char opacity[G_ASCII_DTOSTR_BUF_SIZE];

      xmlNewProp (group, (const xmlChar *) "opacity",
                  (const xmlChar *) g_ascii_formatd (opacity, sizeof opacity, "%g", part->opacity));
    }
  for (xmlNode *node = begin->node->next; node != NULL && node != end->node; node = next)
    {
      next = node->next;
      xmlUnlinkNode (node);
      xmlAddChild (group, node);
    }
  if (group->children != NULL)
    xmlAddPrevSibling (begin->node, group);
  else
    xmlFreeNode (group);
}

/**
 * _atlas_svg_document_replace_marks:
 * @document: a document of cairo
 * @texts: (element-type AtlasSvgText): the texts of the marks
 * @parts: (element-type AtlasSvgPart): the parts of the marks
 *
 * Replaces marks of texts by `<text>`, and puts what lies between the marks of a part into a `<g>`
 * with its class and its ids.
 */
void
_atlas_svg_document_replace_marks (xmlDoc *document, GPtrArray *texts, GPtrArray *parts)
{
  g_autoptr (GHashTable) addresses = take_images (document);
  g_autoptr (GArray) marks = find_marks (document, addresses);

  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *mark = &g_array_index (marks, Mark, i);
      const cairo_matrix_t matrix = read_matrix (mark->node);

      if (mark->kind == 't' && mark->index < texts->len)
        _atlas_svg_text_insert (texts->pdata[mark->index], mark->node, &matrix);
    }
  for (guint i = 0; i < marks->len; i++)
    for (guint j = i + 1; g_array_index (marks, Mark, i).kind == 'b' && j < marks->len; j++)
      if (g_array_index (marks, Mark, j).kind == 'e' &&
          g_array_index (marks, Mark, j).index == g_array_index (marks, Mark, i).index)
        {
          wrap_part (&g_array_index (marks, Mark, i), &g_array_index (marks, Mark, j),
                     parts->pdata[g_array_index (marks, Mark, i).index]);
          break;
        }
  for (guint i = 0; i < marks->len; i++)
    {
      xmlUnlinkNode (g_array_index (marks, Mark, i).node);
      xmlFreeNode (g_array_index (marks, Mark, i).node);
    }
}

/* Attributes ----------------------------------------------------------------------------------- */

/* The values that SVG assumes. */
static const struct
{
  const char *name;
  const char *value;
} defaults[] = {
  { "fill-rule", "nonzero" }, { "clip-rule", "nonzero" },   { "fill-opacity", "1" },
  { "stroke-opacity", "1" },  { "stroke-linecap", "butt" }, { "stroke-linejoin", "miter" },
  { "stroke", "none" },
};

static gboolean
is_default (const char *name, const char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    if (strcmp (defaults[i].name, name) == 0 && strcmp (defaults[i].value, value) == 0)
      return TRUE;
  return FALSE;
}

/* "rgb(12.5%,0%,100%)" as "#2000ff"; NULL for anything else. */
static char *
shorten_color (const char *value)
{
  const char *at = value + strlen ("rgb(");
  guint32 color = 0;

  if (!g_str_has_prefix (value, "rgb("))
    return NULL;
  for (guint i = 0; i < 3; i++)
    {
      char *end;
      const double percent = g_ascii_strtod (at, &end);

      if (*end != '%')
        return NULL;
      color = color << 8 | (guint32) lround (percent * 2.55);
      at = end + 1 + strspn (end + 1, ", ");
    }
  return g_strdup_printf ("#%06x", color);
}

static void
set_attribute (xmlNode *node, const char *name, const char *value)
{
  g_autofree char *color = shorten_color (value);

  if (is_default (name, value))
    xmlUnsetProp (node, (const xmlChar *) name);
  else
    xmlSetProp (node, (const xmlChar *) name, (const xmlChar *) (color != NULL ? color : value));
}

/* cairo 1.16 writes a style, later versions write attributes. */
static void
split_style (xmlNode *node)
{
  g_autofree char *style = dup_attribute (node, NULL, "style");
  g_auto (GStrv) items = g_strsplit (style != NULL ? style : "", ";", -1);

  for (guint i = 0; items[i] != NULL; i++)
    {
      char *colon = strchr (items[i], ':');

      if (colon == NULL)
        continue;
      *colon = '\0';
      set_attribute (node, g_strstrip (items[i]), g_strstrip (colon + 1));
    }
  if (style != NULL)
    xmlUnsetProp (node, (const xmlChar *) "style");
}

/* Rounds the numbers of a path to hundredths, and drops spaces. A `M` at the end only moves the
 * pen. */
static char *
shorten_path (const char *path)
{
  GString *text = g_string_new (NULL);
  gsize last_move = 0;
  char before = 'M';

  while (*path != '\0')
    if (g_ascii_isalpha (*path))
      {
        before = *path++;
        if (before == 'M')
          last_move = text->len;
        g_string_append_c (text, before);
      }
    else if (*path == ' ' || *path == ',')
      path++;
    else
      {
        char *end;
        g_autofree char *number = _atlas_svg_format_number (g_ascii_strtod (path, &end));

        if (end == path)
          break;
        if (!g_ascii_isalpha (text->str[text->len - 1]) && *number != '-')
          g_string_append_c (text, ' ');
        g_string_append (text, number);
        path = end;
      }
  if (before == 'M' && last_move > 0)
    g_string_truncate (text, last_move);
  return g_string_free (text, FALSE);
}

static void
tidy_attributes (xmlNode *node)
{
  g_autofree char *path = dup_attribute (node, NULL, "d");
  g_autofree char *join = NULL;
  xmlAttr *next;

  split_style (node);
  join = dup_attribute (node, NULL, "stroke-linejoin");
  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = next)
    {
      g_autofree char *name = g_strdup ((const char *) attribute->name);
      g_autofree char *value = NULL;

      next = attribute->next;
      if (attribute->ns != NULL)
        continue;
      value = dup_attribute (node, NULL, name);
      set_attribute (node, name, value);
    }
  /* A miter limit is for corners that are not round. */
  if (join != NULL && strcmp (join, "round") == 0)
    xmlUnsetProp (node, (const xmlChar *) "stroke-miterlimit");
  if (path != NULL)
    {
      g_autofree char *shorter = shorten_path (path);

      xmlSetProp (node, (const xmlChar *) "d", (const xmlChar *) shorter);
    }
}

/* States the fonts of the first text once, in the root element, from which other elements inherit
 * them. */
static void
share_fonts (xmlDoc *document)
{
  g_autofree char *shared = NULL;

  for (xmlNode *node = get_root (document); node != NULL; node = get_next (node, FALSE))
    {
      g_autofree char *families =
        is_element (node, "text") ? dup_attribute (node, NULL, "font-family") : NULL;

      if (families == NULL)
        continue;
      if (shared == NULL)
        shared = g_strdup (families);
      if (strcmp (families, shared) == 0)
        xmlUnsetProp (node, (const xmlChar *) "font-family");
    }
  if (shared != NULL)
    xmlNewProp (get_root (document), (const xmlChar *) "font-family", (const xmlChar *) shared);
}

/* Ids ------------------------------------------------------------------------------------------ */

/* Replaces the id in "#id" or "url(#id)". */
static void
rename_link (xmlNode *node, xmlAttr *attribute, GHashTable *names)
{
  g_autofree char *value =
    dup_attribute (node, attribute->ns != NULL ? (const char *) attribute->ns->href : NULL,
                   (const char *) attribute->name);
  const char *hash = strchr (value, '#');
  const gboolean is_url = g_str_has_prefix (value, "url(#");
  g_autofree char *id = NULL;
  g_autofree char *link = NULL;
  const char *name;

  if (hash == NULL || (hash != value && !is_url))
    return;
  id = g_strndup (hash + 1, strcspn (hash + 1, ")"));
  name = g_hash_table_lookup (names, id);
  if (name == NULL)
    return;
  link = g_strdup_printf (is_url ? "url(#%s)" : "#%s", name);
  xmlSetNsProp (node, attribute->ns, attribute->name, (const xmlChar *) link);
}

/* cairo counts over the lifetime of the program. Number from 1, so that the same picture gives the
 * same file. */
static void
rename_ids (xmlDoc *document, const char *prefix)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (xmlNode *node = get_root (document); node != NULL; node = get_next (node, FALSE))
    {
      char *id = node->type == XML_ELEMENT_NODE ? dup_attribute (node, NULL, "id") : NULL;
      char *name;

      if (id == NULL)
        continue;
      name = g_strdup_printf ("%s%u", prefix, g_hash_table_size (names) + 1);
      xmlSetProp (node, (const xmlChar *) "id", (const xmlChar *) name);
      g_hash_table_insert (names, id, name);
    }
  for (xmlNode *node = get_root (document); node != NULL; node = get_next (node, FALSE))
    for (xmlAttr *attribute = node->type == XML_ELEMENT_NODE ? node->properties : NULL;
         attribute != NULL; attribute = attribute->next)
      rename_link (node, attribute, names);
}

/**
 * _atlas_svg_document_tidy:
 * @document: a document of cairo
 * @prefix: the beginning of its ids
 *
 * Writes styles as attributes, colors in hexadecimal and coordinates with two decimals, leaves out
 * what SVG assumes, states the fonts once, and numbers the ids.
 */
void
_atlas_svg_document_tidy (xmlDoc *document, const char *prefix)
{
  for (xmlNode *node = get_root (document); node != NULL; node = get_next (node, FALSE))
    if (node->type == XML_ELEMENT_NODE)
      tidy_attributes (node);
  share_fonts (document);
  rename_ids (document, prefix);
}
