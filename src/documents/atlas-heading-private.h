/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasHeadingStyle:
 * @ATLAS_HEADING_STYLE_NONE: not a heading
 * @ATLAS_HEADING_STYLE_CHINESE: 一、 二、 三、 and so on: the first level of Chinese documents
 * @ATLAS_HEADING_STYLE_PARENTHESES: （一）（二）（三）: the second level
 * @ATLAS_HEADING_STYLE_ARABIC: 3, 3.2 or 3.2.1
 * @ATLAS_HEADING_STYLE_MARK: 3.2 ¶2: the label of a paragraph
 *
 * The numbering styles of headings.
 */
typedef enum
{
  ATLAS_HEADING_STYLE_NONE,
  ATLAS_HEADING_STYLE_CHINESE,
  ATLAS_HEADING_STYLE_PARENTHESES,
  ATLAS_HEADING_STYLE_ARABIC,
  ATLAS_HEADING_STYLE_MARK,
} AtlasHeadingStyle;

/**
 * AtlasHeading:
 * @style: the numbering style
 * @number: the number within its level, for Chinese styles
 * @section: the section id, for the other styles
 * @paragraph: the paragraph number, for a paragraph label
 * @text: the text after the number
 *
 * The number at the beginning of a line.
 */
typedef struct
{
  AtlasHeadingStyle style;
  guint number;
  char section[16];
  guint paragraph;
  const char *text;
} AtlasHeading;

gboolean _atlas_heading_parse (const char *line, AtlasHeading *heading);

G_END_DECLS
