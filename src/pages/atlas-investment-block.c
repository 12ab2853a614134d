/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-investment-block.h"

#include "atlas-belonging.h"
#include "atlas-chart-ruler.h"
#include "atlas-description.h"
#include "atlas-format.h"

/*
 * AtlasInvestmentBlock: amounts of money as bars on one axis, one below the other, with parts
 * inside their wholes.
 *
 * Each bar has its name and amount, so colors are not needed: completed amounts are solid and
 * planned ones hatched, as in the window, also in black and white.
 */
typedef struct
{
  AtlasDecimal from;
  AtlasDecimal to;
  AtlasChartTone tone;
  PangoLayout *label;
} Bar;

struct _AtlasInvestmentBlock
{
  AtlasBlock parent_instance;

  AtlasTypesetter *typesetter;
  AtlasChartRuler *ruler;
  GArray *bars; /* of Bar */
};

G_DEFINE_FINAL_TYPE (AtlasInvestmentBlock, atlas_investment_block, ATLAS_TYPE_BLOCK)

/* The largest number of bars; the largest amounts are shown, the table has the others. */
#define MAX_BARS 9

/* As multiples of the font size of a label. */
#define BAR_HEIGHT 1.9
#define LINE_GAP 0.5
#define LABEL_GAP 0.6
#define PLATE_MARGIN 0.3
#define AXIS_HEIGHT 1.6
#define SPACE_BELOW 1.0

static void
clear_bar (gpointer data)
{
  Bar *bar = data;

  g_clear_object (&bar->label);
}

static double
get_unit (AtlasInvestmentBlock *self)
{
  return atlas_typesetter_get_size (self->typesetter, ATLAS_TEXT_ROLE_LABEL);
}

static void
atlas_investment_block_measure (AtlasBlock *block, double width)
{
  AtlasInvestmentBlock *self = ATLAS_INVESTMENT_BLOCK (block);
  const double unit = get_unit (self);

  atlas_block_add_row (
    block, (self->bars->len * (BAR_HEIGHT + LINE_GAP) + AXIS_HEIGHT + SPACE_BELOW) * unit, FALSE);
}

/* Draws a background, because text is hard to read on hatching and lines. */
static void
draw_plate (AtlasInvestmentBlock *self, cairo_t *cr, PangoLayout *label, double x, double y)
{
  const double margin = PLATE_MARGIN * get_unit (self);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, x - margin, y + 1.5, atlas_typesetter_get_width_of (label) + 2 * margin,
                   BAR_HEIGHT * get_unit (self) - 3);
  cairo_fill (cr);
}

/* Draws the label inside the bar if it fits, else after it, or before it if there is no room after
 * it. */
static void
draw_label (AtlasInvestmentBlock *self,
            cairo_t *cr,
            guint index,
            double x0,
            double x1,
            double y,
            double width)
{
  const Bar *bar = &g_array_index (self->bars, Bar, index);
  const double gap = LABEL_GAP * get_unit (self);
  const double needed = atlas_typesetter_get_width_of (bar->label) + 2 * gap;
  const double top =
    y + (BAR_HEIGHT * get_unit (self) - atlas_typesetter_get_height_of (bar->label)) / 2;
  const gboolean inside = x1 - x0 >= needed;
  const double x = inside ? x0 : width - x1 >= needed ? x1 : MAX (x0 - needed, 0);

  if (inside && bar->tone == ATLAS_CHART_TONE_DONE)
    cairo_set_source_rgb (cr, 1, 1, 1);
  else
    {
      draw_plate (self, cr, bar->label, x + gap, y);
      atlas_typesetter_use_ink (self->typesetter, cr, ATLAS_INK_TEXT);
    }
  atlas_typesetter_show (cr, bar->label, x + gap, top);
}

static void
draw_bar (AtlasInvestmentBlock *self, cairo_t *cr, guint index, double width)
{
  const Bar *bar = &g_array_index (self->bars, Bar, index);
  const double unit = get_unit (self);
  const double x0 = atlas_chart_ruler_locate (self->ruler, bar->from, width);
  const double x1 = MAX (atlas_chart_ruler_locate (self->ruler, bar->to, width), x0 + 1);
  const double y = index * (BAR_HEIGHT + LINE_GAP) * unit;

  atlas_chart_fill_bar (cr, x0, y, x1 - x0, BAR_HEIGHT * unit, bar->tone, FALSE);
  draw_label (self, cr, index, x0, x1, y, width);
}

/* Draws the lines of the axis behind the bars, and its labels below them in the font of the
 * page. */
static void
draw_axis (AtlasInvestmentBlock *self, cairo_t *cr, double width)
{
  const double unit = get_unit (self);
  const double height = self->bars->len * (BAR_HEIGHT + LINE_GAP) * unit;
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (
    atlas_typesetter_get_font (self->typesetter, ATLAS_TEXT_ROLE_LABEL));
  const AtlasChartStyle style = { font, atlas_typesetter_get_language (self->typesetter), FALSE };
  GArray *ticks;

  /* Sizes on a page are points, so set the size without the resolution of the font map. */
  pango_font_description_set_absolute_size (font, unit * PANGO_SCALE);
  atlas_chart_ruler_draw_lines (self->ruler, cr, width, height, &style);
  ticks = atlas_chart_ruler_get_ticks (self->ruler, width, &style);
  atlas_typesetter_use_ink (self->typesetter, cr, ATLAS_INK_QUIET);
  for (guint i = 0; i < ticks->len; i++)
    {
      const AtlasChartTick *tick = &g_array_index (ticks, AtlasChartTick, i);
      g_autoptr (PangoLayout) label =
        atlas_typesetter_set (self->typesetter, ATLAS_TEXT_ROLE_LABEL, tick->label);

      atlas_typesetter_show (cr, label, tick->label_x, height + LABEL_GAP / 2 * unit);
    }
}

static void
atlas_investment_block_draw_row (AtlasBlock *block, cairo_t *cr, guint row)
{
  AtlasInvestmentBlock *self = ATLAS_INVESTMENT_BLOCK (block);

  draw_axis (self, cr, block->width);
  for (guint i = 0; i < self->bars->len; i++)
    draw_bar (self, cr, i, block->width);
}

static void
atlas_investment_block_finalize (GObject *object)
{
  AtlasInvestmentBlock *self = ATLAS_INVESTMENT_BLOCK (object);

  g_array_unref (self->bars);
  g_clear_object (&self->ruler);
  g_clear_object (&self->typesetter);

  G_OBJECT_CLASS (atlas_investment_block_parent_class)->finalize (object);
}

static void
atlas_investment_block_class_init (AtlasInvestmentBlockClass *klass)
{
  AtlasBlockClass *block_class = ATLAS_BLOCK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_investment_block_finalize;
  block_class->measure = atlas_investment_block_measure;
  block_class->draw_row = atlas_investment_block_draw_row;
}

static void
atlas_investment_block_init (AtlasInvestmentBlock *self)
{
  ATLAS_BLOCK (self)->tag = "Figure";
  self->bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  g_array_set_clear_func (self->bars, clear_bar);
}

/* Returns the owner, the amount, the status and the time; a part has the owner of its whole. */
static char *
describe_bar (const AtlasFacts *facts, const AtlasSpan *span)
{
  AtlasFigure *figure = ATLAS_FIGURE (span->record);
  g_autofree char *amount = atlas_format_figure (figure, facts->language);
  g_autofree char *standing = atlas_describe_standing (figure, facts->language);
  g_autofree char *whose = span->depth == 0
                             ? atlas_belonging_describe (facts->scope, figure, facts->language)
                             : g_strdup ("");
  g_autofree char *detail = atlas_join_facts (standing, whose, NULL);

  return g_strdup_printf ("%s  %s  %s", atlas_record_get_name (span->record, facts->language),
                          amount, detail);
}

static void
add_bar (AtlasInvestmentBlock *self, const AtlasFacts *facts, const AtlasSpan *span)
{
  g_autofree char *words = describe_bar (facts, span);
  const Bar bar = {
    .from = span->from,
    .to = span->to,
    .tone = atlas_chart_tone_for_span (span),
    .label = atlas_typesetter_set (self->typesetter, ATLAS_TEXT_ROLE_LABEL, words),
  };

  /* The color depends on the position of the label. */
  pango_layout_set_attributes (bar.label, NULL);
  g_array_append_val (self->bars, bar);
}

/* Adds a whole with its parts, if there is room for all of them, because a sum must not be shown
 * with only some of its parts. */
static void
add_figure (AtlasInvestmentBlock *self, const AtlasFacts *facts, AtlasFigure *figure)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (facts->scope);
  g_autoptr (AtlasSeries) series = atlas_series_new ();

  atlas_series_add_figure (series, dataset, figure);
  if (self->bars->len + atlas_series_get_length (series) > MAX_BARS)
    return;
  for (guint i = 0; i < atlas_series_get_length (series); i++)
    {
      const AtlasSpan *span = atlas_series_get_span (series, i);

      if (atlas_facts_shows (facts, span->record))
        add_bar (self, facts, span);
    }
}

/* Creates the ruler for all bars. */
static AtlasChartRuler *
make_ruler (AtlasInvestmentBlock *self)
{
  AtlasDecimal end = 0;

  for (guint i = 0; i < self->bars->len; i++)
    end = MAX (end, g_array_index (self->bars, Bar, i).to);
  return atlas_chart_ruler_new ((AtlasAxis) { 0, atlas_decimal_to_double (end) },
                                ATLAS_UNIT_CNY_100M);
}

static gboolean
is_whole (const AtlasFacts *facts, AtlasRecord *figure)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (facts->scope);
  AtlasRecord *whole = atlas_dataset_get_reference (dataset, figure, ATLAS_ROLE_PART_OF);

  return atlas_figure_get_unit (ATLAS_FIGURE (figure)) == ATLAS_UNIT_CNY_100M &&
         atlas_figure_get_value (ATLAS_FIGURE (figure)) != NULL &&
         (whole == NULL || !atlas_facts_shows (facts, whole));
}

static int
compare_amounts (gconstpointer a, gconstpointer b)
{
  const AtlasDecimal amount_a = *atlas_figure_get_value (*(AtlasFigure **) a);
  const AtlasDecimal amount_b = *atlas_figure_get_value (*(AtlasFigure **) b);

  return amount_a > amount_b ? -1 : amount_a < amount_b;
}

static GPtrArray *
list_wholes (const AtlasFacts *facts)
{
  g_autoptr (GPtrArray) figures = atlas_facts_list (facts, ATLAS_RECORD_KIND_FIGURE);
  GPtrArray *wholes = g_ptr_array_new ();

  for (guint i = 0; i < figures->len; i++)
    if (is_whole (facts, figures->pdata[i]))
      g_ptr_array_add (wholes, figures->pdata[i]);
  g_ptr_array_sort (wholes, compare_amounts);
  return wholes;
}

/**
 * atlas_investment_block_new:
 * @typesetter: the typesetter
 * @facts: the facts of the page
 *
 * Returns: (transfer full) (nullable): the chart of all amounts of money, or %NULL if there are
 *   fewer than two
 */
AtlasBlock *
atlas_investment_block_new (AtlasTypesetter *typesetter, const AtlasFacts *facts)
{
  g_autoptr (AtlasInvestmentBlock) self = g_object_new (ATLAS_TYPE_INVESTMENT_BLOCK, NULL);
  g_autoptr (GPtrArray) wholes = list_wholes (facts);

  self->typesetter = g_object_ref (typesetter);
  for (guint i = 0; i < wholes->len; i++)
    add_figure (self, facts, wholes->pdata[i]);
  if (self->bars->len < 2)
    return NULL;
  self->ruler = make_ruler (self);
  return ATLAS_BLOCK (g_steal_pointer (&self));
}
