/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-text-painter.h"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include <pango/pangofc-font.h>
#include <string.h>

#include "atlas-svg-canvas.h"

/*
 * Draws text so that all of its glyphs are embedded in a PDF.
 *
 * To embed a CFF font, such as the Chinese fonts of Noto, cairo copies the outlines that the text
 * needs and searches for the subroutines that they call. When outlines share a subroutine that
 * declares hints, cairo (1.16 and 1.18) counts the hints wrongly. Then some characters, such as 如,
 * come out empty, or cairo embeds all subroutines of the font, almost a megabyte. For fonts that it
 * treats as synthetic, cairo writes each outline by itself, which is correct. So for a PDF this
 * file draws text in such fonts with a font face that is flagged as synthetic. The flag below means
 * neither bold nor oblique, so it does not change the drawing.
 */
#define MARK (1u << 16)

/* A face and its FreeType library. It does not use cairo's library, because cairo may close that at
 * any time. */
typedef struct
{
  FT_Library library;
  FT_Face face;
} File;

typedef struct
{
  PangoRenderer parent_instance;

  cairo_t *cr;
} TextRenderer;

typedef struct
{
  PangoRendererClass parent_class;
} TextRendererClass;

static GType text_renderer_get_type (void);

G_DEFINE_TYPE (TextRenderer, text_renderer, PANGO_TYPE_RENDERER)

static G_DEFINE_QUARK (atlas - marked - font, marked_font)

  static const cairo_user_data_key_t file_key;

static void
close_file (void *data)
{
  File *file = data;

  if (file->face != NULL)
    FT_Done_Face (file->face);
  if (file->library != NULL)
    FT_Done_FreeType (file->library);
  g_free (file);
}

/* Returns NULL when the file cannot be opened. */
static cairo_font_face_t *
open_face (const char *path, int index)
{
  File *file = g_new0 (File, 1);
  cairo_font_face_t *face;

  if (FT_Init_FreeType (&file->library) != 0 ||
      FT_New_Face (file->library, path, index, &file->face) != 0)
    {
      close_file (file);
      return NULL;
    }
  face = cairo_ft_font_face_create_for_ft_face (file->face, FT_LOAD_NO_HINTING);
  cairo_font_face_set_user_data (face, &file_key, file, close_file);
  cairo_ft_font_face_set_synthesize (face, MARK);
  return face;
}

/* Returns the face of a font file, one for all sizes, so that it is embedded once. Returns NULL
 * when the font does not need this. */
static cairo_font_face_t *
get_face (FcPattern *pattern)
{
  static GMutex mutex;
  static GHashTable *faces; /* few, kept until the program ends */
  FcChar8 *format, *path;
  FcBool embolden = FcFalse;
  cairo_font_face_t *face;
  char *key;
  int index = 0;

  FcPatternGetBool (pattern, FC_EMBOLDEN, 0, &embolden);
  if (FcPatternGetString (pattern, FC_FONTFORMAT, 0, &format) != FcResultMatch ||
      strcmp ((const char *) format, "CFF") != 0 || embolden ||
      FcPatternGetString (pattern, FC_FILE, 0, &path) != FcResultMatch)
    return NULL;
  FcPatternGetInteger (pattern, FC_INDEX, 0, &index);
  key = g_strdup_printf ("%s %d", (const char *) path, index);
  g_mutex_lock (&mutex);
  if (faces == NULL)
    faces = g_hash_table_new (g_str_hash, g_str_equal);
  face = g_hash_table_lookup (faces, key);
  if (face == NULL)
    {
      face = open_face ((const char *) path, index);
      if (face != NULL)
        g_hash_table_insert (faces, g_steal_pointer (&key), face);
    }
  g_mutex_unlock (&mutex);
  g_free (key);
  return face;
}

static cairo_scaled_font_t *
make_marked_font (PangoFont *font)
{
  cairo_scaled_font_t *original = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));
  cairo_font_face_t *face = get_face (pango_fc_font_get_pattern (PANGO_FC_FONT (font)));
  cairo_font_options_t *options;
  cairo_matrix_t matrix, ctm;
  cairo_scaled_font_t *marked;

  if (face == NULL)
    return cairo_scaled_font_reference (original);
  options = cairo_font_options_create ();
  cairo_scaled_font_get_font_matrix (original, &matrix);
  cairo_scaled_font_get_ctm (original, &ctm);
  cairo_scaled_font_get_font_options (original, options);
  marked = cairo_scaled_font_create (face, &matrix, &ctm, options);
  cairo_font_options_destroy (options);
  return marked;
}

/* The marked font is cached on the Pango font and freed with it. */
static cairo_scaled_font_t *
get_marked_font (PangoFont *font)
{
  cairo_scaled_font_t *marked = g_object_get_qdata (G_OBJECT (font), marked_font_quark ());

  if (marked == NULL)
    {
      marked = make_marked_font (font);
      g_object_set_qdata_full (G_OBJECT (font), marked_font_quark (), marked,
                               (GDestroyNotify) cairo_scaled_font_destroy);
    }
  return marked;
}

static gboolean
has_unknown_glyph (const PangoGlyphString *glyphs)
{
  for (int i = 0; i < glyphs->num_glyphs; i++)
    if (glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG &&
        glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY)
      return TRUE;
  return FALSE;
}

/* Passes the position of each glyph and the text of each cluster to cairo, so that the PDF can be
 * searched. */
static void
show_glyphs (cairo_t *cr, const char *text, PangoGlyphItem *item, double x, double y)
{
  PangoGlyphString *string = item->glyphs;
  g_autofree cairo_glyph_t *glyphs = g_new (cairo_glyph_t, string->num_glyphs);
  g_autofree cairo_text_cluster_t *clusters = g_new (cairo_text_cluster_t, string->num_glyphs);
  const gboolean backward = item->item->analysis.level & 1;
  int n_glyphs = 0;
  int n_clusters = 0;
  PangoGlyphItemIter iter;

  for (int i = 0; i < string->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &string->glyphs[i];

      if (info->glyph != PANGO_GLYPH_EMPTY)
        glyphs[n_glyphs++] = (cairo_glyph_t) {
          info->glyph,
          x + (double) info->geometry.x_offset / PANGO_SCALE,
          y + (double) info->geometry.y_offset / PANGO_SCALE,
        };
      x += (double) info->geometry.width / PANGO_SCALE;
    }
  for (gboolean more = pango_glyph_item_iter_init_start (&iter, item, text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      cairo_text_cluster_t *cluster = &clusters[n_clusters++];
      const int step = backward ? -1 : 1;

      cluster->num_bytes = iter.end_index - iter.start_index;
      cluster->num_glyphs = 0;
      for (int i = iter.start_glyph; i != iter.end_glyph; i += step)
        if (string->glyphs[i].glyph != PANGO_GLYPH_EMPTY)
          cluster->num_glyphs++;
    }
  cairo_show_text_glyphs (
    cr, text + item->item->offset, item->item->length, glyphs, n_glyphs, clusters, n_clusters,
    backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : (cairo_text_cluster_flags_t) 0);
}

static void
text_renderer_draw_glyph_item (PangoRenderer *renderer,
                               const char *text,
                               PangoGlyphItem *item,
                               int x,
                               int y)
{
  cairo_t *cr = ((TextRenderer *) renderer)->cr;
  const PangoColor *color = pango_renderer_get_color (renderer, PANGO_RENDER_PART_FOREGROUND);
  PangoFont *font = item->item->analysis.font;
  const double left = (double) x / PANGO_SCALE;
  const double baseline = (double) y / PANGO_SCALE;

  cairo_save (cr);
  if (color != NULL)
    cairo_set_source_rgb (cr, (double) color->red / G_MAXUINT16,
                          (double) color->green / G_MAXUINT16, (double) color->blue / G_MAXUINT16);
  /* For a character without a font, let Pango draw its box with the code of the character. */
  if (!PANGO_IS_FC_FONT (font) || has_unknown_glyph (item->glyphs))
    {
      cairo_move_to (cr, left, baseline);
      pango_cairo_show_glyph_item (cr, text, item);
    }
  else
    {
      cairo_set_scaled_font (cr, get_marked_font (font));
      show_glyphs (cr, text, item, left, baseline);
    }
  cairo_restore (cr);
}

static void
text_renderer_class_init (TextRendererClass *klass)
{
  PANGO_RENDERER_CLASS (klass)->draw_glyph_item = text_renderer_draw_glyph_item;
}

static void
text_renderer_init (TextRenderer *self)
{
}

/**
 * atlas_text_painter_show:
 * @cr: a cairo context, with its current point at the upper left corner of the text
 * @layout: a text without underlines, backgrounds and shapes
 *
 * Draws @layout as pango_cairo_show_layout() does. In a PDF all glyphs are embedded completely. In
 * an SVG it stays text, unless outlines are wanted.
 */
void
atlas_text_painter_show (cairo_t *cr, PangoLayout *layout)
{
  g_autoptr (GObject) renderer = NULL;
  double x, y;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (PANGO_IS_LAYOUT (layout));

  if (atlas_svg_canvas_show_text (cr, layout, 0, 0))
    return;
  if (cairo_surface_get_type (cairo_get_target (cr)) != CAIRO_SURFACE_TYPE_PDF)
    {
      pango_cairo_show_layout (cr, layout);
      return;
    }
  renderer = g_object_new (text_renderer_get_type (), NULL);
  ((TextRenderer *) (gpointer) renderer)->cr = cr;
  cairo_get_current_point (cr, &x, &y);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  pango_renderer_draw_layout (PANGO_RENDERER (renderer), layout, 0, 0);
  cairo_restore (cr);
  cairo_move_to (cr, x, y);
}
