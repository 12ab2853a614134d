/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-source-text.h"

#include <string.h>

#include "atlas-heading-private.h"

/* A document about the weather and the cat, in the forms in which documents occur. */

static AtlasSource *
make_source (void)
{
  static const struct
  {
    const char *section;
    guint n_paragraphs;
  } sections[] = { { "0", 1 }, { "1", 2 }, { "2", 0 }, { "2.1", 1 }, { "2.2", 2 }, { "end", 2 } };
  AtlasSource *source = g_object_new (ATLAS_TYPE_SOURCE, "id", "s", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    atlas_source_add_section (source, sections[i].section, NULL, sections[i].n_paragraphs);
  return source;
}

/* One line per paragraph. */
static const char plain[] = "您好：今天来信收到。\n"
                            "一、关于天气\n"
                            "早上下雨。\n"
                            "下午放晴。\n"
                            "二、关于小猫\n"
                            "（一）吃饭\n"
                            "小猫吃鱼。\n"
                            "（二）睡觉\n"
                            "小猫白天睡。\n"
                            "小猫晚上玩。\n"
                            "谢谢来信。\n"
                            "小明\n";

/* Letterhead and signature are separate lines, and there is a table of contents. */
static const char letter[] = "天气与小猫\r\n"
                             "第1号\r\n"
                             "一、关于天气\r\n"
                             "二、关于小猫\r\n"
                             "（一）吃饭\r\n"
                             "（二）睡觉\r\n"
                             "\r\n"
                             "一、关于天气\r\n"
                             "早上下雨。\r\n"
                             "下午放晴。\r\n"
                             "二、关于小猫\r\n"
                             "（一）吃饭\r\n"
                             "小猫吃鱼。\r\n"
                             "（二）睡觉\r\n"
                             "小猫白天睡。\r\n"
                             "小猫晚上玩。\r\n"
                             "谢谢来信。\r\n"
                             "小明\r\n"
                             "某年某月某日\r\n";

/* Wrapped lines, with indented paragraphs. */
static const char indented[] = "　　您好：今天\n来信收到。\n"
                               "　　一、关于天气\n"
                               "　　早上\n下雨。\n"
                               "　　下午\n放晴。\n"
                               "　　二、关于小猫\n"
                               "　　(一)吃饭\n"
                               "　　小猫\n吃鱼。\n"
                               "　　(二)睡觉\n"
                               "　　小猫白天\n睡。\n"
                               "　　小猫晚上\n玩。\n"
                               "　　谢谢来信。\n"
                               "　　小明\n";

/* Wrapped lines, with paragraphs separated by empty lines. */
static const char apart[] = "您好：今天\n来信收到。\n\n"
                            "一、关于天气\n\n"
                            "早上\n下雨。\n\n"
                            "下午\n放晴。\n\n"
                            "二、关于小猫\n\n"
                            "（一）吃饭\n\n"
                            "小猫\n吃鱼。\n\n"
                            "（二）睡觉\n\n"
                            "小猫白天\n睡。\n\n"
                            "小猫晚上\n玩。\n\n"
                            "谢谢来信。\n\n"
                            "小明\n";

/* Arabic section numbers; quantities are not headings. */
static const char arabic[] = "您好：今天来信收到。\n"
                             "1. 关于天气\n"
                             "早上下雨。\n"
                             "下午放晴。\n"
                             "2 关于小猫\n"
                             "2.1 吃饭\n"
                             "小猫吃鱼。\n"
                             "2.2、睡觉\n"
                             "小猫白天睡。\n"
                             "小猫晚上玩。\n"
                             "谢谢来信。\n"
                             "小明\n";

/* Each paragraph has a label, in any order. */
static const char marked[] = "**end ¶2** 小明\n"
                             "**end ¶1** 谢谢来信。\n"
                             "## 1 · 一、关于天气\n"
                             "**0 ¶1** 您好：今天来信收到。\n"
                             "〔1 ¶1〕早上下雨。\n"
                             "1 ¶2 下午放晴。\n"
                             "2.1 ¶1 小猫吃鱼。\n"
                             "2.2 ¶1 小猫白天睡。\n"
                             "2.2 ¶2 小猫晚上玩。\n";

static AtlasSourceText *
make_text (const char *words)
{
  g_autoptr (GBytes) bytes = g_bytes_new (words, strlen (words));
  g_autoptr (GError) error = NULL;
  AtlasSourceText *text = atlas_source_text_new (bytes, &error);

  g_assert_no_error (error);
  return text;
}

static void
assert_paragraph (AtlasSourceText *text,
                  AtlasSource *source,
                  const char *section,
                  guint paragraph,
                  const char *expected,
                  gboolean expected_certain)
{
  gboolean is_certain = FALSE;
  g_autofree char *found = atlas_source_text_find (text, source, section, paragraph, &is_certain);

  g_test_message ("%s ¶%u", section, paragraph);
  g_assert_cmpstr (found, ==, expected);
  if (expected != NULL)
    g_assert_cmpint (is_certain, ==, expected_certain);
}

static void
test_shapes (gconstpointer data)
{
  g_autoptr (AtlasSource) source = make_source ();
  g_autoptr (AtlasSourceText) text = make_text (data);

  assert_paragraph (text, source, "0", 1,
                    data == letter                      ? "天气与小猫\n第1号"
                    : data == indented || data == apart ? "您好：今天\n来信收到。"
                                                        : "您好：今天来信收到。",
                    TRUE);
  assert_paragraph (text, source, "end", 2, data == letter ? "小明某年某月某日" : "小明", TRUE);
  assert_paragraph (text, source, "1", 1, "早上下雨。", TRUE);
  assert_paragraph (text, source, "1", 2, "下午放晴。", TRUE);
  assert_paragraph (text, source, "2.1", 1, "小猫吃鱼。", TRUE);
  assert_paragraph (text, source, "2.2", 1, "小猫白天睡。", TRUE);
  assert_paragraph (text, source, "2.2", 2, "小猫晚上玩。", TRUE);
  assert_paragraph (text, source, "end", 1, "谢谢来信。", TRUE);
  assert_paragraph (text, source, "3", 1, NULL, FALSE);
  assert_paragraph (text, source, "1", 9, NULL, FALSE);
}

/* If the paragraph may be a different one, @is_certain is FALSE. */
static void
test_uncertain (void)
{
  g_autoptr (AtlasSource) source = make_source ();
  g_autoptr (AtlasSourceText) text = make_text ("一、关于天气\n早上下雨。\n中午刮风。\n下午放晴。\n"
                                                "二、关于小猫\n小猫吃鱼。\n");

  assert_paragraph (text, source, "1", 2, "中午刮风。", FALSE);
}

/* A line of a list that looks like a heading, and a heading directly followed by its paragraph. */
static void
test_not_headings (void)
{
  g_autoptr (AtlasSource) source = make_source ();
  g_autofree char *sentence = g_strnfill (300, 'x');
  g_autofree char *words =
    g_strdup_printf ("一、关于天气\n1. 早上下雨。\n一、下午放晴。\n二、关于小猫\n（一）%s\n"
                     "谢谢来信。\n小明\n",
                     sentence);
  g_autofree char *expected = g_strdup_printf ("（一）%s", sentence);
  g_autoptr (AtlasSourceText) text = make_text (words);

  assert_paragraph (text, source, "1", 1, "1. 早上下雨。", TRUE);
  assert_paragraph (text, source, "1", 2, "一、下午放晴。", TRUE);
  assert_paragraph (text, source, "2.1", 1, expected, TRUE);
}

/* Without headings nothing is found. */
static void
test_no_headings (void)
{
  g_autoptr (AtlasSource) source = make_source ();
  g_autoptr (AtlasSourceText) text = make_text ("早上下雨。\n下午放晴。\n");

  assert_paragraph (text, source, "0", 1, NULL, FALSE);
  assert_paragraph (text, source, "1", 1, NULL, FALSE);
  assert_paragraph (text, source, "end", 1, NULL, FALSE);
}

/* Closing paragraphs belong to the last section, because no heading separates them. The lines of a
 * letterhead and of a signature are joined only where lines are wrapped. */
static void
test_sections (gconstpointer data)
{
  g_autoptr (AtlasSourceText) text = make_text (data);
  g_autoptr (AtlasSource) source = atlas_source_text_create_sections (text);
  g_autoptr (GString) sections = g_string_new (NULL);

  g_assert_nonnull (source);
  for (guint i = 0; i < atlas_source_get_n_sections (source); i++)
    {
      const char *id = atlas_source_get_section_id (source, i);

      g_string_append_printf (sections, "%s%s:%u", i > 0 ? " " : "", id,
                              atlas_source_count_paragraphs (source, id));
    }
  g_assert_cmpstr (sections->str, ==,
                   data == marked ? "0:1 1:2 2.1:1 2.2:2 end:2" : "0:1 1:2 2:0 2.1:1 2.2:4");
  g_assert_cmpstr (atlas_source_get_section_title (source, "2.2", ATLAS_LANGUAGE_ZH), ==,
                   data == marked ? "" : "睡觉");
}

/* Titles are in the language of their script; a number that begins again is that of a list. */
static void
test_section_titles (void)
{
  g_autoptr (AtlasSourceText) text =
    make_text ("1 Sky\nRain.\n2 하늘\n비.\n2.1 관계（關係）\n비.\n1 Sun\nAgain.\n");
  g_autoptr (AtlasSource) source = atlas_source_text_create_sections (text);
  g_autoptr (AtlasSourceText) bare = make_text ("早上下雨。\n下午放晴。\n");

  g_assert_nonnull (source);
  g_assert_cmpuint (atlas_source_get_n_sections (source), ==, 3);
  g_assert_cmpstr (atlas_text_peek (atlas_source_get_section_title_text (source, "1"),
                                    ATLAS_LANGUAGE_EN),
                   ==, "Sky");
  g_assert_cmpstr (atlas_text_peek (atlas_source_get_section_title_text (source, "2"),
                                    ATLAS_LANGUAGE_KO),
                   ==, "하늘");
  g_assert_cmpstr (atlas_text_peek (atlas_source_get_section_title_text (source, "2.1"),
                                    ATLAS_LANGUAGE_KO),
                   ==, "관계（關係）");
  g_assert_null (atlas_source_text_create_sections (bare));
}

static void
test_encodings (gconstpointer data)
{
  g_autoptr (AtlasSource) source = make_source ();
  g_autoptr (GError) error = NULL;
  gsize size;
  char *encoded = g_convert (plain, -1, data, "UTF-8", NULL, &size, &error);
  g_autoptr (GBytes) bytes = g_bytes_new_take (encoded, size);
  g_autoptr (AtlasSourceText) text = NULL;

  g_assert_no_error (error);
  text = atlas_source_text_new (bytes, &error);
  g_assert_no_error (error);
  assert_paragraph (text, source, "2.2", 2, "小猫晚上玩。", TRUE);
}

static void
test_byte_order_mark (void)
{
  g_autoptr (AtlasSource) source = make_source ();
  g_autoptr (AtlasSourceText) text = make_text ("\xef\xbb\xbf一、关于天气\n早上下雨。\n下午放晴。\n"
                                                "二、关于小猫\n");

  assert_paragraph (text, source, "1", 1, "早上下雨。", TRUE);
}

/* Paragraphs, cells and line breaks of a page are converted; scripts and later declarations of the
 * encoding are ignored. */
static void
test_web_page (void)
{
  g_autoptr (AtlasSource) source = make_source ();
  const char *page =
    "<?xml version='1.0'?>\n<HTML><head><meta charset='utf-8'><title>一、不是</title>"
    "<style>p { color: red }</style></head>\n<body><script>document.write ('一、也不是');</script>"
    "<p>您好：<b>今天</b>\n来信收到。</p><h2>一、关于天气</h2>早上下雨。<br>下午&amp;放晴。"
    "<h2>二、关于小猫</h2><ul><li>（一）吃饭<li>小猫吃鱼。</ul>"
    "<div>（二）睡觉</div><table><tr><td>小猫白天睡。</td></tr><tr><td>小猫<td>晚上玩。</table>"
    "<p>谢谢来信。</p><p>小明</p><!-- 三、没有 --></body></html>";
  g_autoptr (AtlasSourceText) text = make_text (page);

  assert_paragraph (text, source, "0", 1, "您好：今天 来信收到。", TRUE);
  assert_paragraph (text, source, "1", 1, "早上下雨。", TRUE);
  assert_paragraph (text, source, "1", 2, "下午&放晴。", TRUE);
  assert_paragraph (text, source, "2.1", 1, "小猫吃鱼。", TRUE);
  assert_paragraph (text, source, "2.2", 2, "小猫　晚上玩。", TRUE);
  assert_paragraph (text, source, "end", 1, "谢谢来信。", TRUE);
}

/* Encodings declared by pages, and GB encodings declared as a subset. */
static void
test_declared_encodings (void)
{
  const char *const encodings[][2] = { { "gb2312", "GB18030" },
                                       { "BIG5", "BIG5" },
                                       { "euc-kr", "EUC-KR" } };
  const char *const paragraphs[] = { "镕", "早上", "비" };
  g_autoptr (AtlasSource) source = make_source ();

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autofree char *page = g_strdup_printf (
        "<html><head><meta http-equiv=Content-Type content='text/html; charset=%s'></head>"
        "<p>1 A</p><p>%s</p><p>B</p><p>2 C</p>",
        encodings[i][0], paragraphs[i]);
      gsize size;
      char *encoded = g_convert (page, -1, encodings[i][1], "UTF-8", NULL, &size, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_take (encoded, size);
      g_autoptr (AtlasSourceText) text = atlas_source_text_new (bytes, NULL);

      g_assert_nonnull (text);
      assert_paragraph (text, source, "1", 1, paragraphs[i], TRUE);
    }
}

/* The text contains the number or the title of the source in any language, with any spacing and
 * brackets. */
static void
test_explains (void)
{
  g_autoptr (AtlasText) title =
    atlas_text_new ("关于“天气”的信", "A letter about the weather", NULL);
  g_autoptr (AtlasSource) source =
    g_object_new (ATLAS_TYPE_SOURCE, "id", "s", "title", title, "number", "甲〔2021〕1号", NULL);
  const struct
  {
    const char *words;
    gboolean can_serve;
  } cases[] = {
    { "甲 [2021] 1 号\n一、天\n雨\n", TRUE },
    { "关于天气的信\n一、天\n雨\n", TRUE },
    { "A LETTER\nabout the weather\n1. Sky\nRain\n", TRUE },
    { "甲〔2021〕2号\n一、天\n雨\n", FALSE },
    { "甲〔2021〕1号\n雨\n", FALSE },
    { "甲〔2021〕1号\n1 ¶1 雨\n", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasSourceText) text = make_text (cases[i].words);

      g_test_message ("%s", cases[i].words);
      g_assert_cmpint (atlas_source_text_explain_refusal (text, source) == NULL, ==,
                       cases[i].can_serve);
    }
}

static void
test_refuses (void)
{
  const struct
  {
    const char *data;
    gsize size;
    int code;
  } cases[] = {
    { "", 0, ATLAS_SOURCE_TEXT_ERROR_NOT_TEXT },
    { "%PDF-1.7\n", 9, ATLAS_SOURCE_TEXT_ERROR_PDF },
    { "PK\x03\x04\0\0", 6, ATLAS_SOURCE_TEXT_ERROR_NOT_TEXT },
    { "abc\xff\xff\xff", 6, ATLAS_SOURCE_TEXT_ERROR_NOT_TEXT },
    { "\xff\xfe\x00\xd8", 4, ATLAS_SOURCE_TEXT_ERROR_NOT_TEXT },
  };
  g_autofree char *large = g_malloc0 (ATLAS_SOURCE_TEXT_MAX_BYTES + 1);

  for (gsize i = 0; i <= G_N_ELEMENTS (cases); i++)
    {
      const gboolean is_large = i == G_N_ELEMENTS (cases);
      g_autoptr (GBytes) bytes = is_large
                                   ? g_bytes_new_static (large, ATLAS_SOURCE_TEXT_MAX_BYTES + 1)
                                   : g_bytes_new_static (cases[i].data, cases[i].size);
      const int code = is_large ? ATLAS_SOURCE_TEXT_ERROR_TOO_LARGE : cases[i].code;
      g_autoptr (GError) error = NULL;

      g_assert_null (atlas_source_text_new (bytes, &error));
      g_assert_error (error, ATLAS_SOURCE_TEXT_ERROR, code);
    }
}

static void
find_all (const char *data, gsize size, AtlasSource *source)
{
  static const char *const sections[] = { "0", "1", "2", "2.1", "2.2", "end", "9.9", "" };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (AtlasSourceText) text = atlas_source_text_new (bytes, NULL);

  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (sections); i++)
    for (guint paragraph = 1; paragraph < 4; paragraph++)
      {
        gboolean is_certain;
        g_autofree char *found =
          atlas_source_text_find (text, source, sections[i], paragraph, &is_certain);

        g_assert_true (found == NULL || g_utf8_validate (found, -1, NULL));
      }
}

/* Texts truncated at any position, with a wrong byte at any position, and with only headings:
 * results are always valid text. */
static void
test_hostile (void)
{
  g_autoptr (AtlasSource) source = make_source ();
  g_autoptr (GString) headings = g_string_new (NULL);

  for (gsize size = 0; size < sizeof plain; size++)
    {
      g_autofree char *broken = g_memdup2 (plain, sizeof plain);

      find_all (plain, size, source);
      broken[size] = (char) (size * 37 + 128);
      find_all (broken, sizeof plain - 1, source);
    }
  for (guint i = 0; i < 100000; i++)
    g_string_append (headings, i % 2 == 0 ? "一、\n" : "1 a\n");
  find_all (headings->str, headings->len, source);
  g_string_truncate (headings, 0);
  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (headings, "%u a\n", i % 9 + 1);
  find_all (headings->str, headings->len, source);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AtlasSourceText) text = NULL;

  text = atlas_source_text_read_finish (result, user_data);
  g_assert_null (text);
}

/* Devices, folders and missing files do not block and give an error. */
static void
test_read (void)
{
  static const char *const paths[] = { "/dev/zero", "/", "/no/such/file" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (paths[i]);
      g_autoptr (GError) error = NULL;

      atlas_source_text_read_async (file, NULL, read_cb, &error);
      while (error == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_test_message ("%s: %s", paths[i], error->message);
      g_assert_true (g_error_matches (error, ATLAS_SOURCE_TEXT_ERROR,
                                      ATLAS_SOURCE_TEXT_ERROR_NOT_TEXT) ||
                     g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND));
    }
}

static void
test_headings (void)
{
  const struct
  {
    const char *line;
    AtlasHeadingStyle style;
    guint number; /* or paragraph */
    const char *section;
  } cases[] = {
    { "一、甲", ATLAS_HEADING_STYLE_CHINESE, 1, "" },
    { "十、甲", ATLAS_HEADING_STYLE_CHINESE, 10, "" },
    { "十二、甲", ATLAS_HEADING_STYLE_CHINESE, 12, "" },
    { "九十九．甲", ATLAS_HEADING_STYLE_CHINESE, 99, "" },
    { "（三）甲", ATLAS_HEADING_STYLE_PARENTHESES, 3, "" },
    { "(二十)甲", ATLAS_HEADING_STYLE_PARENTHESES, 20, "" },
    { "　　（四） 甲", ATLAS_HEADING_STYLE_PARENTHESES, 4, "" },
    { "## 3.2 甲", ATLAS_HEADING_STYLE_ARABIC, 0, "3.2" },
    { "3. 甲", ATLAS_HEADING_STYLE_ARABIC, 0, "3" },
    { "**3.2 ¶2** 甲", ATLAS_HEADING_STYLE_MARK, 2, "3.2" },
    { "end ¶1 甲", ATLAS_HEADING_STYLE_MARK, 1, "end" },
    { "一切都好", ATLAS_HEADING_STYLE_NONE, 0, "" },
    { "（一", ATLAS_HEADING_STYLE_NONE, 0, "" },
    { "（甲）", ATLAS_HEADING_STYLE_NONE, 0, "" },
    { "3.5亿元", ATLAS_HEADING_STYLE_NONE, 0, "" },
    { "2021年", ATLAS_HEADING_STYLE_NONE, 0, "" },
    { "3.2 ¶0", ATLAS_HEADING_STYLE_ARABIC, 0, "3.2" },
    { "3..2 甲", ATLAS_HEADING_STYLE_NONE, 0, "" },
    { "¶2", ATLAS_HEADING_STYLE_NONE, 0, "" },
    { "", ATLAS_HEADING_STYLE_NONE, 0, "" },
    { "#", ATLAS_HEADING_STYLE_NONE, 0, "" },
    { "3", ATLAS_HEADING_STYLE_NONE, 0, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasHeading heading;

      g_test_message ("%s", cases[i].line);
      g_assert_cmpint (_atlas_heading_parse (cases[i].line, &heading), ==,
                       cases[i].style != ATLAS_HEADING_STYLE_NONE);
      g_assert_cmpint (heading.style, ==, cases[i].style);
      g_assert_cmpuint (heading.number + heading.paragraph, ==, cases[i].number);
      g_assert_cmpstr (heading.section, ==, cases[i].section);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source-text/headings", test_headings);
  g_test_add_data_func ("/source-text/plain", plain, test_shapes);
  g_test_add_data_func ("/source-text/letter", letter, test_shapes);
  g_test_add_data_func ("/source-text/indented", indented, test_shapes);
  g_test_add_data_func ("/source-text/apart", apart, test_shapes);
  g_test_add_data_func ("/source-text/arabic", arabic, test_shapes);
  g_test_add_data_func ("/source-text/marked", marked, test_shapes);
  g_test_add_data_func ("/source-text/sections/plain", plain, test_sections);
  g_test_add_data_func ("/source-text/sections/letter", letter, test_sections);
  g_test_add_data_func ("/source-text/sections/indented", indented, test_sections);
  g_test_add_data_func ("/source-text/sections/apart", apart, test_sections);
  g_test_add_data_func ("/source-text/sections/arabic", arabic, test_sections);
  g_test_add_data_func ("/source-text/sections/marked", marked, test_sections);
  g_test_add_func ("/source-text/sections/titles", test_section_titles);
  g_test_add_func ("/source-text/uncertain", test_uncertain);
  g_test_add_func ("/source-text/not-headings", test_not_headings);
  g_test_add_func ("/source-text/no-headings", test_no_headings);
  g_test_add_data_func ("/source-text/gb18030", "GB18030", test_encodings);
  g_test_add_data_func ("/source-text/utf-16", "UTF-16", test_encodings);
  g_test_add_data_func ("/source-text/utf-16le", "UTF-16LE", test_encodings);
  g_test_add_data_func ("/source-text/utf-16be", "UTF-16BE", test_encodings);
  g_test_add_func ("/source-text/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/source-text/web-page", test_web_page);
  g_test_add_func ("/source-text/declared-encodings", test_declared_encodings);
  g_test_add_func ("/source-text/explains", test_explains);
  g_test_add_func ("/source-text/refuses", test_refuses);
  g_test_add_func ("/source-text/hostile", test_hostile);
  g_test_add_func ("/source-text/read", test_read);
  return g_test_run ();
}
