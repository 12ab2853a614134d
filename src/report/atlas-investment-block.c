/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-investment-block.h"

#include "atlas-axis.h"
#include "atlas-figure.h"
#include "atlas-format.h"
#include "atlas-series.h"

/*
 * AtlasInvestmentBlock: amounts of money as bars on one axis, parts in the line below their whole.
 *
 * Each bar bears its name and amount, so that nothing hangs on colours: what is completed is dark,
 * what is planned is light with an outline, and both survive a copy in black and white.
 */
typedef struct
{
  double       from;
  double       to;
  guint        line;
  gboolean     is_done;
  PangoLayout *label;
} Bar;

struct _AtlasInvestmentBlock
{
  AtlasBlock parent_instance;

  AtlasTypesetter *typesetter;
  AtlasAxis        axis;
  GArray          *bars; /* of Bar */
  guint            n_lines;
};

G_DEFINE_FINAL_TYPE (AtlasInvestmentBlock, atlas_investment_block, ATLAS_TYPE_BLOCK)

/* The largest amounts come first; for more of them there is the table. */
#define MAX_LINES 9

/* As multiples of the size of a label. */
#define BAR_HEIGHT 1.9
#define LINE_GAP 0.5
#define LABEL_GAP 0.6
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
atlas_investment_block_measure (AtlasBlock *block,
                                double      width)
{
  AtlasInvestmentBlock *self = ATLAS_INVESTMENT_BLOCK (block);
  const double unit = get_unit (self);

  atlas_block_add_row (block, (self->n_lines * (BAR_HEIGHT + LINE_GAP) + SPACE_BELOW) * unit,
                       FALSE);
}

/* Where the next bar of the same line begins, or the right edge. */
static double
get_room_after (AtlasInvestmentBlock *self,
                guint                 index,
                double                width)
{
  const Bar *bar = &g_array_index (self->bars, Bar, index);
  double room = width;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *other = &g_array_index (self->bars, Bar, i);

      if (i != index && other->line == bar->line && other->from >= bar->to)
        room = MIN (room, atlas_axis_get_position (&self->axis, other->from) * width);
    }
  return room;
}

/* In the bar if it is long enough, else after it, else not at all: the table below has it too. */
static void
draw_label (AtlasInvestmentBlock *self,
            cairo_t              *cr,
            guint                 index,
            double                x0,
            double                x1,
            double                y,
            double                width)
{
  const Bar *bar = &g_array_index (self->bars, Bar, index);
  const double gap = LABEL_GAP * get_unit (self);
  const double needed = atlas_typesetter_get_width_of (bar->label) + 2 * gap;
  const double top =
    y + (BAR_HEIGHT * get_unit (self) - atlas_typesetter_get_height_of (bar->label)) / 2;
  const gboolean inside = x1 - x0 >= needed;

  if (!inside && get_room_after (self, index, width) - x1 < needed)
    return;
  if (inside && bar->is_done)
    cairo_set_source_rgb (cr, 1, 1, 1);
  else
    atlas_typesetter_use_ink (self->typesetter, cr, ATLAS_INK_TEXT);
  atlas_typesetter_show (cr, bar->label, (inside ? x0 : x1) + gap, top);
}

static void
draw_bar (AtlasInvestmentBlock *self,
          cairo_t              *cr,
          guint                 index,
          double                width)
{
  const Bar *bar = &g_array_index (self->bars, Bar, index);
  const double unit = get_unit (self);
  const double x0 = atlas_axis_get_position (&self->axis, bar->from) * width;
  const double x1 = MAX (atlas_axis_get_position (&self->axis, bar->to) * width, x0 + 1);
  const double y = bar->line * (BAR_HEIGHT + LINE_GAP) * unit;

  cairo_rectangle (cr, x0, y, x1 - x0, BAR_HEIGHT * unit);
  if (bar->is_done)
    atlas_typesetter_use_ink (self->typesetter, cr, ATLAS_INK_ACCENT);
  else
    cairo_set_source_rgb (cr, 0.90, 0.92, 0.94);
  cairo_fill_preserve (cr);
  atlas_typesetter_use_ink (self->typesetter, cr, ATLAS_INK_ACCENT);
  cairo_set_line_width (cr, 0.5);
  cairo_stroke (cr);
  draw_label (self, cr, index, x0, x1, y, width);
}

static void
atlas_investment_block_draw_row (AtlasBlock *block,
                                 cairo_t    *cr,
                                 guint       row)
{
  AtlasInvestmentBlock *self = ATLAS_INVESTMENT_BLOCK (block);

  for (guint i = 0; i < self->bars->len; i++)
    draw_bar (self, cr, i, atlas_block_get_width (block));
}

static void
atlas_investment_block_finalize (GObject *object)
{
  AtlasInvestmentBlock *self = ATLAS_INVESTMENT_BLOCK (object);

  g_array_unref (self->bars);
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
  self->bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  g_array_set_clear_func (self->bars, clear_bar);
}

static void
add_bar (AtlasInvestmentBlock *self,
         const AtlasFacts     *facts,
         const AtlasSpan      *span,
         guint                 first_line)
{
  g_autofree char *amount = atlas_format_figure (ATLAS_FIGURE (span->record), facts->language);
  g_autofree char *words =
    g_strdup_printf ("%s  %s", atlas_record_get_name (span->record, facts->language), amount);
  const Bar bar = {
    .from = span->from,
    .to = span->to,
    .line = first_line + span->depth,
    .is_done = span->status == ATLAS_FIGURE_STATUS_COMPLETED,
    .label = atlas_typesetter_set (self->typesetter, ATLAS_TEXT_ROLE_LABEL, words),
  };

  /* Its colour is chosen by where it stands. */
  pango_layout_set_attributes (bar.label, NULL);
  g_array_append_val (self->bars, bar);
  self->n_lines = MAX (self->n_lines, bar.line + 1);
  self->axis.to = MAX (self->axis.to, bar.to);
}

/* A whole and its parts, each part in a line below. */
static void
add_figure (AtlasInvestmentBlock *self,
            const AtlasFacts     *facts,
            AtlasFigure          *figure)
{
  g_autoptr (AtlasSeries) series = atlas_series_new ();
  const guint first_line = self->n_lines;

  atlas_series_add_figure (series, figure);
  for (guint i = 0; i < atlas_series_get_length (series); i++)
    {
      const AtlasSpan *span = atlas_series_get_span (series, i);

      if (atlas_facts_shows (facts, span->record))
        add_bar (self, facts, span, first_line);
    }
}

static gboolean
is_whole (const AtlasFacts *facts,
          AtlasRecord      *figure)
{
  AtlasRecord *whole = atlas_record_get_reference (figure, ATLAS_ROLE_PART_OF);

  return atlas_figure_get_unit (ATLAS_FIGURE (figure)) == ATLAS_UNIT_CNY_100M &&
         atlas_figure_get_value (ATLAS_FIGURE (figure)) != NULL &&
         (whole == NULL || !atlas_facts_shows (facts, whole));
}

static int
compare_amounts (gconstpointer a,
                 gconstpointer b)
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
 * @typesetter: what sets its text
 * @facts: what the page says
 *
 * Returns: (transfer full) (nullable): the chart of all amounts of money, or NULL when there are
 *   fewer than two to compare
 */
AtlasBlock *
atlas_investment_block_new (AtlasTypesetter  *typesetter,
                            const AtlasFacts *facts)
{
  g_autoptr (AtlasInvestmentBlock) self = g_object_new (ATLAS_TYPE_INVESTMENT_BLOCK, NULL);
  g_autoptr (GPtrArray) wholes = list_wholes (facts);

  self->typesetter = g_object_ref (typesetter);
  for (guint i = 0; i < wholes->len && self->n_lines < MAX_LINES; i++)
    add_figure (self, facts, wholes->pdata[i]);
  if (self->bars->len < 2)
    return NULL;
  return ATLAS_BLOCK (g_steal_pointer (&self));
}
