/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-source-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "atlas-heading-private.h"
#include "atlas-html-text-private.h"
#include "atlas-paragraphs-private.h"

/*
 * AtlasSourceText: the text of a document that a dataset cites, from a file of the user.
 *
 * The file is plain text or a web page from any origin. Its headings divide it into sections with
 * the ids that citations use: （二） below 三、 is the section "3.2". The text before the first
 * heading is section "0". A section with a name instead of a number, such as "end", is the rest of
 * the last numbered section after its own paragraphs. If paragraphs have labels such as "3.2 ¶2",
 * only these are used.
 */
struct _AtlasSourceText
{
  GObject parent_instance;

  GPtrArray *sections; /* of Section, in the order of the text */
  GHashTable *marked;  /* labels such as "3.2 ¶2" to the text after them */
  char *letters;       /* of the whole text, without blanks and punctuation */

  /* State while the text is divided */
  gboolean has_chinese; /* there are Chinese headings, so Arabic numbers are those of lists */
  guint level_1;
  guint level_2;
};

typedef struct
{
  char *id;
  char *title;      /* or NULL, if its heading is too long for a title */
  GPtrArray *lines; /* of AtlasTextLine */
} Section;

/* The largest length of a Chinese heading, in characters; a longer line is a paragraph that begins
 * with its heading. */
#define MAX_HEADING 60

/* The largest number of sections; a text with more is not a document with headings. */
#define MAX_SECTIONS 1000

/* The number of bytes of a web page that are searched for its encoding. */
#define BEGINNING 2048

/* The number of lines that letterhead and signature may add. */
#define MAX_EXTRA_LINES 8

G_DEFINE_FINAL_TYPE (AtlasSourceText, atlas_source_text, G_TYPE_OBJECT)

G_DEFINE_QUARK (atlas - source - text - error - quark, atlas_source_text_error)

static void
free_section (gpointer data)
{
  Section *section = data;

  g_free (section->id);
  g_free (section->title);
  g_ptr_array_unref (section->lines);
  g_free (section);
}

static void
begin_section (AtlasSourceText *self, const char *id)
{
  Section *section = g_new0 (Section, 1);

  section->id = g_strdup (id);
  section->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) _atlas_text_line_free);
  g_ptr_array_add (self->sections, section);
}

static gboolean
has_paragraphs (AtlasSourceText *self)
{
  for (guint i = 1; i < self->sections->len; i++)
    if (((Section *) self->sections->pdata[i])->lines->len > 0)
      return TRUE;
  return FALSE;
}

/* Headings without text between them were a table of contents, so start again. */
static void
begin_anew (AtlasSourceText *self)
{
  g_ptr_array_set_size (self->sections, 1);
  self->level_1 = self->level_2 = 0;
}

/* Whether @heading is the next one of its level, and not a line of a list that looks similar. */
static gboolean
take_heading (AtlasSourceText *self, const AtlasHeading *heading)
{
  g_autofree char *id = NULL;

  if (self->sections->len >= MAX_SECTIONS)
    return FALSE;
  switch (heading->style)
    {
    case ATLAS_HEADING_STYLE_CHINESE:
      if (heading->number == 1 && self->level_1 > 0 && !has_paragraphs (self))
        begin_anew (self);
      if (heading->number <= self->level_1)
        return FALSE;
      self->level_1 = heading->number;
      self->level_2 = 0;
      id = g_strdup_printf ("%u", self->level_1);
      break;
    case ATLAS_HEADING_STYLE_PARENTHESES:
      if (heading->number <= self->level_2)
        return FALSE;
      self->level_2 = heading->number;
      id = self->level_1 > 0 ? g_strdup_printf ("%u.%u", self->level_1, self->level_2)
                             : g_strdup_printf ("%u", self->level_2);
      break;
    case ATLAS_HEADING_STYLE_ARABIC:
      if (self->has_chinese)
        return FALSE;
      id = g_strdup (heading->section);
      break;
    case ATLAS_HEADING_STYLE_NONE:
    case ATLAS_HEADING_STYLE_MARK:
    default:
      return FALSE;
    }
  begin_section (self, id);
  return TRUE;
}

static void
add_line (AtlasSourceText *self, const char *text, gboolean is_indented, gboolean follows_blank)
{
  Section *section = self->sections->pdata[self->sections->len - 1];
  AtlasTextLine *line = g_new0 (AtlasTextLine, 1);

  line->text = g_strdup (text);
  line->is_indented = is_indented;
  line->follows_blank = follows_blank;
  g_ptr_array_add (section->lines, line);
}

static void
take_mark (AtlasSourceText *self, const AtlasHeading *heading)
{
  const AtlasCitation place = { NULL, (char *) heading->section, heading->paragraph };

  g_hash_table_replace (self->marked, atlas_citation_to_string (&place), g_strdup (heading->text));
}

/* @line may begin with blanks, but does not end with any. */
static void
take_line (AtlasSourceText *self, const char *line, gboolean follows_blank)
{
  const char *text = line;
  AtlasHeading heading;
  gboolean is_heading;

  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  is_heading = _atlas_heading_parse (text, &heading);
  if (is_heading && heading.style == ATLAS_HEADING_STYLE_MARK)
    take_mark (self, &heading);
  else if (!is_heading || !take_heading (self, &heading) || g_utf8_strlen (text, -1) > MAX_HEADING)
    add_line (self, text, text > line, follows_blank);
  else
    ((Section *) self->sections->pdata[self->sections->len - 1])->title = g_strdup (heading.text);
}

/* Removes blanks of all scripts at the end. */
static void
chomp (char *line)
{
  char *end = line + strlen (line);

  while (end > line)
    {
      char *last = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      *last = '\0';
      end = last;
    }
}

static gboolean
has_chinese_headings (char **lines)
{
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      AtlasHeading heading;

      if (_atlas_heading_parse (lines[i], &heading) &&
          (heading.style == ATLAS_HEADING_STYLE_CHINESE ||
           heading.style == ATLAS_HEADING_STYLE_PARENTHESES))
        return TRUE;
    }
  return FALSE;
}

static void
divide (AtlasSourceText *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean follows_blank = FALSE;

  self->has_chinese = has_chinese_headings (lines);
  begin_section (self, "0");
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      chomp (lines[i]);
      if (*lines[i] != '\0')
        take_line (self, lines[i], follows_blank);
      follows_blank = *lines[i] == '\0';
    }
}

static void
atlas_source_text_finalize (GObject *object)
{
  AtlasSourceText *self = ATLAS_SOURCE_TEXT (object);

  g_ptr_array_unref (self->sections);
  g_hash_table_unref (self->marked);
  g_free (self->letters);

  G_OBJECT_CLASS (atlas_source_text_parent_class)->finalize (object);
}

static void
atlas_source_text_class_init (AtlasSourceTextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_source_text_finalize;
}

static void
atlas_source_text_init (AtlasSourceText *self)
{
  self->sections = g_ptr_array_new_with_free_func (free_section);
  self->marked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static gboolean
begins_with (const char *data, gsize size, const char *beginning)
{
  const gsize length = strlen (beginning);

  return size >= length && memcmp (data, beginning, length) == 0;
}

/* Returns the encoding that a web page declares, or NULL. Pages that declare GB2312 often use its
 * superset. */
static char *
find_declared_encoding (const char *data, gsize size)
{
  g_autofree char *beginning = g_ascii_strdown (data, (gssize) MIN (size, BEGINNING));
  const char *value = strstr (beginning, "charset=");
  gsize length;

  if (*beginning != '<' || value == NULL)
    return NULL;
  value += strlen ("charset=");
  value += strspn (value, "\"' ");
  length = strspn (value, "abcdefghijklmnopqrstuvwxyz0123456789-_:.");
  if (length == 0 || length > 40)
    return NULL;
  return g_str_has_prefix (value, "gb") ? g_strdup ("GB18030") : g_strndup (value, length);
}

/* Detects UTF-16 without a byte order mark by its line breaks, because the byte-swapped character
 * of a line break is rare. */
static const char *
find_utf16 (const char *data, gsize size)
{
  guint n_little = 0, n_big = 0;

  if (begins_with (data, size, "\xff\xfe") || begins_with (data, size, "\xfe\xff"))
    return "UTF-16";
  for (gsize i = 0; i + 1 < size; i += 2)
    {
      n_little += data[i] == '\n' && data[i + 1] == '\0';
      n_big += data[i] == '\0' && data[i + 1] == '\n';
    }
  if (size % 2 != 0 || n_little == n_big)
    return NULL;
  return n_big > n_little ? "UTF-16BE" : "UTF-16LE";
}

static char *
convert (const char *data, gsize size, const char *encoding)
{
  g_autofree char *text = g_convert (data, (gssize) size, "UTF-8", encoding, NULL, NULL, NULL);

  return text != NULL && g_utf8_validate (text, -1, NULL) ? g_steal_pointer (&text) : NULL;
}

/* Converts to UTF-8. If the text is neither UTF-8 nor UTF-16 and declares no encoding, tries the
 * encoding of Chinese systems. */
static char *
decode (const char *data, gsize size)
{
  const char *utf16 = find_utf16 (data, size);
  g_autofree char *declared = NULL;
  char *text = NULL;

  if (begins_with (data, size, "\xef\xbb\xbf"))
    {
      data += 3;
      size -= 3;
    }
  if (utf16 != NULL)
    return convert (data, size, utf16);
  if (memchr (data, '\0', size) != NULL)
    return NULL;
  if (g_utf8_validate (data, (gssize) size, NULL))
    return g_strndup (data, size);
  declared = find_declared_encoding (data, size);
  if (declared != NULL)
    text = convert (data, size, declared);
  return text != NULL ? text : convert (data, size, "GB18030");
}

/* Files of word processors, whose text is not plain text. */
static gboolean
is_of_word_processor (const char *data, gsize size)
{
  return begins_with (data, size, "PK\x03\x04") || begins_with (data, size, "{\\rtf") ||
         begins_with (data, size, "\xd0\xcf\x11\xe0");
}

/* Returns the letters and digits of @text in lower case. */
static char *
get_letters (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *letters = g_string_new (NULL);

  for (const char *cursor = normal; cursor != NULL && *cursor != '\0';
       cursor = g_utf8_next_char (cursor))
    if (g_unichar_isalnum (g_utf8_get_char (cursor)))
      g_string_append_unichar (letters, g_unichar_tolower (g_utf8_get_char (cursor)));
  return g_string_free (letters, FALSE);
}

static gboolean
refuse (GError **error, AtlasSourceTextError code, const char *message)
{
  g_set_error_literal (error, ATLAS_SOURCE_TEXT_ERROR, (int) code, message);
  return FALSE;
}

static gboolean
check_bytes (const char *data, gsize size, GError **error)
{
  if (size > ATLAS_SOURCE_TEXT_MAX_BYTES)
    return refuse (error, ATLAS_SOURCE_TEXT_ERROR_TOO_LARGE,
                   _("The file is too large for the text of a document."));
  if (size > 0 && begins_with (data, size, "%PDF-"))
    return refuse (error, ATLAS_SOURCE_TEXT_ERROR_PDF, _("The file is a PDF."));
  if (size > 0 && is_of_word_processor (data, size))
    return refuse (error, ATLAS_SOURCE_TEXT_ERROR_NOT_TEXT,
                   _("The file is of a word processor or spreadsheet. Save the document as plain "
                     "text, as a web page or as a PDF first."));
  return TRUE;
}

/**
 * atlas_source_text_new:
 * @bytes: the content of a file: plain text or a web page, in UTF-8, UTF-16, GB18030 or, for a
 *   page, its declared encoding
 * @error: return location for an error of %ATLAS_SOURCE_TEXT_ERROR
 *
 * Returns: (transfer full) (nullable): the text, or %NULL with @error set
 */
AtlasSourceText *
atlas_source_text_new (GBytes *bytes, GError **error)
{
  AtlasSourceText *self;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = NULL;

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_bytes (data, size, error))
    return NULL;
  text = size > 0 ? decode (data, size) : NULL;
  if (text != NULL && _atlas_html_is_html (text))
    {
      g_autofree char *page = g_steal_pointer (&text);

      text = _atlas_html_to_text (page);
    }
  if (text == NULL)
    {
      refuse (error, ATLAS_SOURCE_TEXT_ERROR_NOT_TEXT,
              _("The file is neither plain text nor a PDF. Save the document as one of "
                "them first."));
      return NULL;
    }
  self = g_object_new (ATLAS_TYPE_SOURCE_TEXT, NULL);
  self->letters = get_letters (text);
  divide (self, text);
  return self;
}

/* Refuses everything but regular files, because reading others may never end. */
static GBytes *
load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, error);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *data = NULL;
  gsize size;

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error_literal (error, ATLAS_SOURCE_TEXT_ERROR, ATLAS_SOURCE_TEXT_ERROR_NOT_TEXT,
                           _("This is not a file with a document."));
      return NULL;
    }
  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  data = g_malloc (ATLAS_SOURCE_TEXT_MAX_BYTES + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), data, ATLAS_SOURCE_TEXT_MAX_BYTES + 1,
                                &size, cancellable, error))
    return NULL;
  return g_bytes_new_take (g_realloc (g_steal_pointer (&data), MAX (size, 1)), size);
}

static void
read_in_thread (GTask *task, gpointer object, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = load (data, cancellable, &error);
  AtlasSourceText *text = bytes != NULL ? atlas_source_text_new (bytes, &error) : NULL;

  if (text != NULL)
    g_task_return_pointer (task, text, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * atlas_source_text_read_async:
 * @file: a file
 * @cancellable: (nullable): a cancellable
 * @callback: called in the main context of the caller when reading has ended
 * @user_data: data for @callback
 *
 * Reads a document in a thread.
 */
void
atlas_source_text_read_async (GFile *file,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, atlas_source_text_read_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * atlas_source_text_read_finish:
 * @result: the result that the callback got
 * @error: return location for an error of %ATLAS_SOURCE_TEXT_ERROR or %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the text, or %NULL with @error set
 */
AtlasSourceText *
atlas_source_text_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static Section *
find_section (AtlasSourceText *self, const char *id)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      Section *section = self->sections->pdata[i];

      if (g_str_equal (section->id, id))
        return section;
    }
  return NULL;
}

/* Joins the paragraphs from @first to before @end; NULL when there are none. */
static char *
join (GPtrArray *paragraphs, guint first, guint end)
{
  GString *text;

  if (first >= MIN (end, paragraphs->len))
    return NULL;
  text = g_string_new (paragraphs->pdata[first]);
  for (guint i = first + 1; i < MIN (end, paragraphs->len); i++)
    g_string_append_printf (text, "\n%s", (char *) paragraphs->pdata[i]);
  return g_string_free (text, FALSE);
}

static char *
join_lines (GPtrArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            ((AtlasTextLine *) lines->pdata[i])->text);
  return g_string_free (text, FALSE);
}

/* The first paragraph includes everything before it, such as letterhead and addressee. If it is the
 * only paragraph, it is the whole section, line by line. */
static char *
find_opening (Section *section, guint n_paragraphs, guint paragraph, gboolean *is_certain)
{
  g_autoptr (GPtrArray) paragraphs = NULL;
  guint n_extra;

  if (n_paragraphs == 1 && paragraph == 1 && section->lines->len > 0)
    return join_lines (section->lines);
  paragraphs =
    _atlas_paragraphs_join (section->lines, n_paragraphs, n_paragraphs + MAX_EXTRA_LINES);
  n_extra = paragraphs->len > n_paragraphs ? paragraphs->len - n_paragraphs : 0;
  *is_certain = paragraphs->len >= n_paragraphs && n_extra <= MAX_EXTRA_LINES;
  return join (paragraphs, paragraph == 1 ? 0 : n_extra + paragraph - 1, n_extra + paragraph);
}

/* Returns a paragraph of the rest of the last section, after @n_before paragraphs. The last
 * paragraph includes the signature. */
static char *
find_closing (Section *section,
              guint n_before,
              guint n_paragraphs,
              guint paragraph,
              gboolean *is_certain)
{
  const guint n_all = n_before + n_paragraphs;
  g_autoptr (GPtrArray) paragraphs =
    _atlas_paragraphs_join (section->lines, n_all, n_all + MAX_EXTRA_LINES);

  *is_certain = paragraphs->len >= n_all && paragraphs->len <= n_all + MAX_EXTRA_LINES;
  return join (paragraphs, n_before + paragraph - 1,
               paragraph == n_paragraphs ? paragraphs->len : n_before + paragraph);
}

static char *
find_numbered (AtlasSourceText *self,
               AtlasSource *source,
               Section *section,
               guint paragraph,
               gboolean *is_certain)
{
  const gboolean is_last = section == self->sections->pdata[self->sections->len - 1];
  const guint n_closing = is_last ? atlas_source_count_unnumbered (source) : 0;
  const guint least = atlas_source_count_paragraphs (source, section->id) + n_closing;
  const guint most = least + (n_closing > 0 ? MAX_EXTRA_LINES : 0);
  g_autoptr (GPtrArray) paragraphs = _atlas_paragraphs_join (section->lines, least, most);

  *is_certain = paragraphs->len >= least && paragraphs->len <= most;
  return join (paragraphs, paragraph - 1, paragraph);
}

static gboolean
has_words (AtlasSourceText *self, const char *words)
{
  g_autofree char *letters = words != NULL ? get_letters (words) : g_strdup ("");

  return *letters != '\0' && strstr (self->letters, letters) != NULL;
}

/* Whether the text contains the number or the title of @source, in any language. */
static gboolean
is_of_source (AtlasSourceText *self, AtlasSource *source)
{
  if (has_words (self, atlas_source_get_number (source)))
    return TRUE;
  for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
    if (has_words (self, atlas_source_get_title (source, (AtlasLanguage) language)))
      return TRUE;
  return FALSE;
}

/**
 * atlas_source_text_explain_refusal:
 * @self: the text of a document
 * @source: the source record of the document
 *
 * A document is quoted only if it contains the number or title of the source, because another
 * document may have the same headings.
 *
 * Returns: (nullable): a sentence in the language of the interface that explains why @self cannot
 *   be quoted for @source; or %NULL when it can
 */
const char *
atlas_source_text_explain_refusal (AtlasSourceText *self, AtlasSource *source)
{
  g_return_val_if_fail (ATLAS_IS_SOURCE_TEXT (self), NULL);
  g_return_val_if_fail (ATLAS_IS_SOURCE (source), NULL);

  if (self->sections->len == 1 && g_hash_table_size (self->marked) == 0)
    return _("The document has no numbered headings, so its paragraphs cannot be told apart.");
  if (!is_of_source (self, source))
    return _("Neither the number nor the title of the source stands in this document, so it may be "
             "another one.");
  return NULL;
}

/**
 * atlas_source_text_find:
 * @self: the text of a document
 * @source: the source record of the document
 * @section: a section of @source, such as "3.2"
 * @paragraph: a paragraph of that section, from 1
 * @is_certain: (out): return location for whether the section has the number of paragraphs that
 *   @source states, so that the paragraph is certainly the right one
 *
 * Returns: (transfer full) (nullable): the text of the paragraph, or %NULL when it is not found
 */
char *
atlas_source_text_find (AtlasSourceText *self,
                        AtlasSource *source,
                        const char *section,
                        guint paragraph,
                        gboolean *is_certain)
{
  const AtlasCitation citation = { NULL, (char *) section, paragraph };
  g_autofree char *mark = NULL;
  const char *marked;
  Section *found, *last;
  guint n_paragraphs;

  g_return_val_if_fail (ATLAS_IS_SOURCE_TEXT (self), NULL);
  g_return_val_if_fail (ATLAS_IS_SOURCE (source), NULL);
  g_return_val_if_fail (section != NULL && paragraph > 0, NULL);
  g_return_val_if_fail (is_certain != NULL, NULL);

  *is_certain = TRUE;
  mark = atlas_citation_to_string (&citation);
  marked = g_hash_table_lookup (self->marked, mark);
  if (marked != NULL)
    return g_strdup (marked);
  found = find_section (self, section);
  last = self->sections->pdata[self->sections->len - 1];
  n_paragraphs = atlas_source_count_paragraphs (source, section);
  if (self->sections->len == 1)
    return NULL;
  if (found == self->sections->pdata[0])
    return find_opening (found, n_paragraphs, paragraph, is_certain);
  if (found != NULL)
    return find_numbered (self, source, found, paragraph, is_certain);
  if (g_ascii_isdigit (*section))
    return NULL;
  return find_closing (last, atlas_source_count_paragraphs (source, last->id), n_paragraphs,
                       paragraph, is_certain);
}

static GPtrArray *
list_lines (AtlasSourceText *self)
{
  GPtrArray *lines = g_ptr_array_new ();

  for (guint i = 0; i < self->sections->len; i++)
    g_ptr_array_extend (lines, ((Section *) self->sections->pdata[i])->lines, NULL, NULL);
  return lines;
}

/* Returns the title in the language of its script, or NULL if it is empty. */
static AtlasText *
create_title (const char *title)
{
  gboolean is_korean = FALSE, is_chinese = FALSE;

  if (title == NULL || *title == '\0')
    return NULL;
  for (const char *cursor = title; *cursor != '\0'; cursor = g_utf8_next_char (cursor))
    {
      const GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (cursor));

      is_korean = is_korean || script == G_UNICODE_SCRIPT_HANGUL;
      is_chinese = is_chinese || script == G_UNICODE_SCRIPT_HAN;
    }
  return atlas_text_new (is_chinese && !is_korean ? title : NULL,
                         is_chinese || is_korean ? NULL : title, is_korean ? title : NULL);
}

static void
add_divided (AtlasSourceText *self, AtlasSource *source)
{
  g_autoptr (GPtrArray) lines = list_lines (self);

  for (guint i = 0; i < self->sections->len; i++)
    {
      const Section *section = self->sections->pdata[i];
      const guint n_paragraphs = _atlas_paragraphs_count (section->lines, lines);
      g_autoptr (AtlasText) title = create_title (section->title);

      /* Numbers that begin again are those of lists. Most documents begin with a heading. */
      if (section == find_section (self, section->id) && (i > 0 || n_paragraphs > 0))
        atlas_source_add_section (source, section->id, title, n_paragraphs);
    }
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  g_autofree char *first = g_utf8_collate_key_for_filename (*(char *const *) a, -1);
  g_autofree char *second = g_utf8_collate_key_for_filename (*(char *const *) b, -1);

  return strcmp (first, second);
}

/* Adds the sections of the labels of paragraphs, such as "3.2 ¶2". */
static void
add_marked (AtlasSourceText *self, AtlasSource *source)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer label;

  g_hash_table_iter_init (&iter, self->marked);
  while (g_hash_table_iter_next (&iter, &label, NULL))
    g_ptr_array_add (marks, label);
  g_ptr_array_sort (marks, compare_marks);
  for (guint i = 0; i < marks->len; i++)
    {
      AtlasHeading mark;

      if (_atlas_heading_parse (marks->pdata[i], &mark) &&
          mark.paragraph > atlas_source_count_paragraphs (source, mark.section))
        atlas_source_add_section (source, mark.section, NULL, mark.paragraph);
    }
}

/**
 * atlas_source_text_create_sections:
 * @self: the text of a document
 *
 * The number of paragraphs of a section is a guess if the lines of the text are wrapped.
 *
 * Returns: (transfer full) (nullable): a source that has only the sections of the document, or
 *   %NULL if the document has no numbered headings and no labels of paragraphs
 */
AtlasSource *
atlas_source_text_create_sections (AtlasSourceText *self)
{
  AtlasSource *source;

  g_return_val_if_fail (ATLAS_IS_SOURCE_TEXT (self), NULL);

  if (self->sections->len == 1 && g_hash_table_size (self->marked) == 0)
    return NULL;
  source = g_object_new (ATLAS_TYPE_SOURCE, NULL);
  if (g_hash_table_size (self->marked) > 0)
    add_marked (self, source);
  else
    add_divided (self, source);
  return source;
}
