/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-matrix-grid.h"

#include "atlas-widget-tools.h"

/*
 * AtlasMatrixGrid: scrolling cells with fixed heads.
 *
 * All columns share the available width. If this is too little for names of industries in two or
 * three lines, the grid becomes compact: its owner shortens the content of cells, and heads with a
 * word wider than the column are rotated to read upwards. Only if the columns are too narrow even
 * for that, the grid scrolls horizontally. Rows are as high as their highest cell.
 *
 * Arrow keys move between cells and heads, Tab moves into a cell and out of the grid, and the
 * focused widget is scrolled into view. Heads are buttons with a label; cells may be any widgets.
 */
struct _AtlasMatrixGrid
{
  GtkWidget parent_instance;

  GtkAdjustment *adjustments[2]; /* indexed by GtkOrientation */
  GtkScrollablePolicy policies[2];

  GPtrArray *cells;   /* of GtkWidget, row by row; the children, together with the heads */
  GPtrArray *columns; /* the heads above the columns */
  GPtrArray *rows;    /* the heads beside the rows */
  GtkWidget *corner;

  int head_width;
  int head_height;
  int column_width;
  int *row_ends; /* the bottom of each row, relative to the first row */

  gboolean is_compact;
  gboolean is_turned; /* whether the heads of columns are rotated to read upwards */
  guint compact_id;

  /* The last focused cell; -1 means a head. */
  int focus_row;
  int focus_column;

  /* The cell that the next allocation scrolls into view; -1 for none. */
  int target_row;
  int target_column;
};

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasMatrixGrid,
                               atlas_matrix_grid,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
  PROP_COMPACT,
};

/* Pixels at a font size of NOMINAL_FONT_SIZE pixels; they scale with the font. */
#define NOMINAL_FONT_SIZE (11 * 96 / 72.0)
#define WANTED_COLUMN_WIDTH 132
#define MIN_COLUMN_WIDTH 96
#define COMPACT_COLUMN_WIDTH 38
#define MIN_HEAD_WIDTH 52
#define MAX_HEAD_WIDTH 112

/* A compact grid needs this much extra width to become normal again. It is more than a scroll bar,
 * which appears and disappears with the height of the cells, so the grid does not flip back and
 * forth. */
#define RELUCTANCE 24

static int
get_n_rows (AtlasMatrixGrid *self)
{
  return (int) self->rows->len;
}

static int
get_n_columns (AtlasMatrixGrid *self)
{
  return (int) self->columns->len;
}

static int
scale (AtlasMatrixGrid *self, int pixels)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= 96 / 72.0;
  return (int) (pixels * size / NOMINAL_FONT_SIZE);
}

static int
measure_height (GtkWidget *widget, int width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

static int
measure_minimum_width (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
measure_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* The width of the longest word of a head that is not rotated. */
static int
measure_longest_word (GtkWidget *head)
{
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (head));
  g_autoptr (PangoLayout) layout = pango_layout_copy (gtk_label_get_layout (GTK_LABEL (label)));
  int width;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, 0);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return measure_width (head) - measure_width (label) + width;
}

/* The length of a rotated head at which its lines side by side fit into its column. */
static int
find_turned_height (AtlasMatrixGrid *self, GtkWidget *head)
{
  const int most = MIN (scale (self, MAX_HEAD_WIDTH), measure_width (head));
  int height = MIN (measure_longest_word (head), most);

  while (height < most && measure_height (head, height) > self->column_width)
    height = MIN (height + 4, most);
  return height;
}

static void
lay_out_heads (AtlasMatrixGrid *self)
{
  const int n_columns = get_n_columns (self);

  self->is_turned = FALSE;
  for (int column = 0; self->is_compact && column < n_columns; column++)
    self->is_turned |= measure_longest_word (self->columns->pdata[column]) > self->column_width;
  self->head_height = 0;
  for (int column = 0; column < n_columns; column++)
    {
      GtkWidget *head = self->columns->pdata[column];

      self->head_height =
        MAX (self->head_height, self->is_turned ? find_turned_height (self, head)
                                                : measure_height (head, self->column_width));
    }
}

static int
find_row_height (AtlasMatrixGrid *self, int row)
{
  int height = measure_height (self->rows->pdata[row], self->head_width);

  for (int column = 0; column < get_n_columns (self); column++)
    height = MAX (height, measure_height (self->cells->pdata[row * get_n_columns (self) + column],
                                          self->column_width));
  return height;
}

/* The width that no cell undercuts. Chips of an industry have a minimum of their own, which may be
 * larger than that of a compact column if the font is small. */
static int
measure_widest_cell (AtlasMatrixGrid *self)
{
  int widest = 0;

  for (guint i = 0; i < self->cells->len; i++)
    widest = MAX (widest, measure_minimum_width (self->cells->pdata[i]));
  return widest;
}

/* Computes all positions for a matrix of @width. */
static void
lay_out (AtlasMatrixGrid *self, int width)
{
  const int least = self->is_compact ? COMPACT_COLUMN_WIDTH : MIN_COLUMN_WIDTH;
  int end = 0;

  self->head_width = scale (self, MIN_HEAD_WIDTH);
  for (int row = 0; row < get_n_rows (self); row++)
    self->head_width = MAX (self->head_width, measure_width (self->rows->pdata[row]));
  self->head_width = MIN (self->head_width, scale (self, MAX_HEAD_WIDTH));
  self->column_width = MAX (MAX (scale (self, least), measure_widest_cell (self)),
                            (width - self->head_width) / MAX (get_n_columns (self), 1));
  lay_out_heads (self);
  for (int row = 0; row < get_n_rows (self); row++)
    {
      end += find_row_height (self, row);
      self->row_ends[row] = end;
    }
}

static int
get_row_start (AtlasMatrixGrid *self, int row)
{
  return row > 0 ? self->row_ends[row - 1] : 0;
}

static int
get_cells_height (AtlasMatrixGrid *self)
{
  return get_row_start (self, get_n_rows (self));
}

static int
get_offset (AtlasMatrixGrid *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? (int) gtk_adjustment_get_value (adjustment) : 0;
}

static void
configure (AtlasMatrixGrid *self, GtkOrientation orientation, int size, int room, int step)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, gtk_adjustment_get_value (adjustment), 0,
                              MAX (size, room), step, room * 0.9, room);
}

static void
allocate (GtkWidget *child, int x, int y, int width, int height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

static void
scroll_to (AtlasMatrixGrid *self, int row, int column)
{
  GtkAdjustment *across = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  GtkAdjustment *down = self->adjustments[GTK_ORIENTATION_VERTICAL];

  if (column >= 0 && across != NULL)
    gtk_adjustment_clamp_page (across, column * self->column_width,
                               (column + 1) * self->column_width);
  if (row >= 0 && down != NULL && row < get_n_rows (self))
    gtk_adjustment_clamp_page (down, get_row_start (self, row), self->row_ends[row]);
}

static gboolean
wants_compact (AtlasMatrixGrid *self, int width)
{
  const int needed = self->head_width + get_n_columns (self) * scale (self, MIN_COLUMN_WIDTH);

  return width < needed + (self->is_compact ? RELUCTANCE : 0);
}

static void
set_compact (AtlasMatrixGrid *self, gboolean is_compact)
{
  if (is_compact == self->is_compact)
    return;
  self->is_compact = is_compact;
  atlas_set_css_class (GTK_WIDGET (self), "compact", is_compact);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), "compact");
}

static gboolean
compact_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AtlasMatrixGrid *self = ATLAS_MATRIX_GRID (widget);

  self->compact_id = 0;
  set_compact (self, wants_compact (self, gtk_widget_get_width (widget)));
  return G_SOURCE_REMOVE;
}

/* Allocates a head from left to right, or rotated by a quarter turn to read upwards. */
static void
allocate_head (AtlasMatrixGrid *self, GtkWidget *head, int x)
{
  GskTransform *transform;

  if (!self->is_turned)
    {
      allocate (head, x, 0, self->column_width, self->head_height);
      return;
    }
  transform =
    gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, (float) self->head_height));
  transform = gsk_transform_rotate (transform, -90);
  gtk_widget_allocate (head, self->head_height, self->column_width, -1, transform);
}

static void
atlas_matrix_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AtlasMatrixGrid *self = ATLAS_MATRIX_GRID (widget);
  const int n_columns = get_n_columns (self);
  int left, top;

  lay_out (self, width);
  /* Change it in the next frame, because cells must not change during allocation. */
  if (n_columns > 0 && self->compact_id == 0 && wants_compact (self, width) != self->is_compact)
    self->compact_id = gtk_widget_add_tick_callback (widget, compact_cb, NULL, NULL);
  configure (self, GTK_ORIENTATION_HORIZONTAL, n_columns * self->column_width,
             MAX (width - self->head_width, 1), self->column_width / 4);
  configure (self, GTK_ORIENTATION_VERTICAL, get_cells_height (self),
             MAX (height - self->head_height, 1), 32);
  scroll_to (self, self->target_row, self->target_column);
  self->target_row = self->target_column = -1;
  left = self->head_width - get_offset (self, GTK_ORIENTATION_HORIZONTAL);
  top = self->head_height - get_offset (self, GTK_ORIENTATION_VERTICAL);

  for (int row = 0; row < get_n_rows (self); row++)
    {
      const int y = top + get_row_start (self, row);
      const int row_height = self->row_ends[row] - get_row_start (self, row);

      for (int column = 0; column < n_columns; column++)
        allocate (self->cells->pdata[row * n_columns + column], left + column * self->column_width,
                  y, self->column_width, row_height);
      allocate (self->rows->pdata[row], 0, y, self->head_width, row_height);
    }
  for (int column = 0; column < n_columns; column++)
    allocate_head (self, self->columns->pdata[column], left + column * self->column_width);
  allocate (self->corner, 0, 0, self->head_width, self->head_height);
}

static void
atlas_matrix_grid_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  AtlasMatrixGrid *self = ATLAS_MATRIX_GRID (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = scale (self, MIN_HEAD_WIDTH + MIN_COLUMN_WIDTH);
      *natural = scale (self, MAX_HEAD_WIDTH + MAX (get_n_columns (self), 1) * WANTED_COLUMN_WIDTH);
      return;
    }
  lay_out (self, for_size >= 0 ? for_size : 0);
  *minimum = self->head_height;
  *natural = self->head_height + get_cells_height (self);
}

static void
snapshot_clipped (AtlasMatrixGrid *self, GtkSnapshot *snapshot, GPtrArray *children, int x, int y)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) x, (float) y,
                                                         (float) gtk_widget_get_width (widget),
                                                         (float) gtk_widget_get_height (widget)));
  for (guint i = 0; i < children->len; i++)
    gtk_widget_snapshot_child (widget, children->pdata[i], snapshot);
  gtk_snapshot_pop (snapshot);
}

/* Cells are clipped at the heads, so the heads need no background. */
static void
atlas_matrix_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasMatrixGrid *self = ATLAS_MATRIX_GRID (widget);

  snapshot_clipped (self, snapshot, self->cells, self->head_width, self->head_height);
  snapshot_clipped (self, snapshot, self->columns, self->head_width, 0);
  snapshot_clipped (self, snapshot, self->rows, 0, self->head_height);
  gtk_widget_snapshot_child (widget, self->corner, snapshot);
}

/* Finds the position of a child; -1 for a head. */
static gboolean
find_child (AtlasMatrixGrid *self, GtkWidget *child, int *row, int *column)
{
  guint index;

  *row = *column = -1;
  if (g_ptr_array_find (self->cells, child, &index))
    {
      *row = (int) index / get_n_columns (self);
      *column = (int) index % get_n_columns (self);
      return TRUE;
    }
  if (g_ptr_array_find (self->rows, child, &index))
    *row = (int) index;
  else if (g_ptr_array_find (self->columns, child, &index))
    *column = (int) index;
  else
    return FALSE;
  return TRUE;
}

static void
atlas_matrix_grid_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  AtlasMatrixGrid *self = ATLAS_MATRIX_GRID (widget);
  int row, column;

  GTK_WIDGET_CLASS (atlas_matrix_grid_parent_class)->set_focus_child (widget, child);
  if (child == NULL || !find_child (self, child, &row, &column))
    return;
  self->focus_row = row;
  self->focus_column = column;
  scroll_to (self, row, column);
}

static gboolean
focus_at (AtlasMatrixGrid *self, int row, int column, GtkDirectionType direction)
{
  GtkWidget *child = atlas_matrix_grid_get_child (self, row, column);

  return child != NULL && gtk_widget_child_focus (child, direction);
}

/* Moves to the next non-empty cell in a direction, or to the head at the end. */
static gboolean
step (AtlasMatrixGrid *self, GtkDirectionType direction)
{
  const int across = (direction == GTK_DIR_RIGHT) - (direction == GTK_DIR_LEFT);
  const int down = (direction == GTK_DIR_DOWN) - (direction == GTK_DIR_UP);
  int row = self->focus_row + down, column = self->focus_column + across;

  for (; row >= -1 && column >= -1 && row < get_n_rows (self) && column < get_n_columns (self);
       row += down, column += across)
    if (focus_at (self, row, column, direction))
      return TRUE;
  return FALSE;
}

/* Moves the focus from outside to the last focused cell, or else to the first head. */
static gboolean
enter (AtlasMatrixGrid *self, GtkDirectionType direction)
{
  return focus_at (self, self->focus_row, self->focus_column, direction) ||
         focus_at (self, -1, 0, direction);
}

static gboolean
atlas_matrix_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  AtlasMatrixGrid *self = ATLAS_MATRIX_GRID (widget);
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child == NULL)
    return enter (self, direction);
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return gtk_widget_child_focus (child, direction);
  return step (self, direction);
}

static void
unparent_all (GPtrArray *children)
{
  for (guint i = 0; i < children->len; i++)
    gtk_widget_unparent (children->pdata[i]);
  g_ptr_array_set_size (children, 0);
}

static void
remove_children (AtlasMatrixGrid *self)
{
  unparent_all (self->cells);
  unparent_all (self->columns);
  unparent_all (self->rows);
}

static void
set_adjustment (AtlasMatrixGrid *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustments[orientation], self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment != NULL)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate),
                              self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
atlas_matrix_grid_dispose (GObject *object)
{
  AtlasMatrixGrid *self = ATLAS_MATRIX_GRID (object);

  remove_children (self);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  g_clear_pointer (&self->corner, gtk_widget_unparent);

  G_OBJECT_CLASS (atlas_matrix_grid_parent_class)->dispose (object);
}

static void
atlas_matrix_grid_finalize (GObject *object)
{
  AtlasMatrixGrid *self = ATLAS_MATRIX_GRID (object);

  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->columns);
  g_free (self->row_ends);

  G_OBJECT_CLASS (atlas_matrix_grid_parent_class)->finalize (object);
}

static void
atlas_matrix_grid_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AtlasMatrixGrid *self = ATLAS_MATRIX_GRID (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->is_compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_matrix_grid_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  AtlasMatrixGrid *self = ATLAS_MATRIX_GRID (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    /* Required by GtkScrollable; the policies have no effect, because columns adapt to the
     * width. */
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_matrix_grid_class_init (AtlasMatrixGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_matrix_grid_dispose;
  object_class->finalize = atlas_matrix_grid_finalize;
  object_class->get_property = atlas_matrix_grid_get_property;
  object_class->set_property = atlas_matrix_grid_set_property;
  widget_class->focus = atlas_matrix_grid_focus;
  widget_class->set_focus_child = atlas_matrix_grid_set_focus_child;
  widget_class->measure = atlas_matrix_grid_measure;
  widget_class->size_allocate = atlas_matrix_grid_size_allocate;
  widget_class->snapshot = atlas_matrix_grid_snapshot;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  /**
   * AtlasMatrixGrid:compact:
   *
   * Whether the columns are too narrow for full content.
   */
  g_object_class_install_property (
    object_class, PROP_COMPACT,
    g_param_spec_boolean ("compact", NULL, NULL, TRUE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_css_name (widget_class, "atlas-matrix");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
atlas_matrix_grid_init (AtlasMatrixGrid *self)
{
  self->target_row = self->target_column = -1;
  self->is_compact = TRUE;
  gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
  self->cells = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  self->columns = g_ptr_array_new ();
  self->corner = g_object_new (GTK_TYPE_BOX, "css-name", "corner", "accessible-role",
                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (self->corner, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * atlas_matrix_grid_new:
 *
 * Returns: (transfer floating): a grid without cells, for a scrolled window
 */
GtkWidget *
atlas_matrix_grid_new (void)
{
  return g_object_new (ATLAS_TYPE_MATRIX_GRID, NULL);
}

static void
adopt (AtlasMatrixGrid *self, GPtrArray **place, GPtrArray *children)
{
  g_ptr_array_unref (*place);
  *place = g_ptr_array_ref (children);
  for (guint i = 0; i < children->len; i++)
    gtk_widget_insert_before (children->pdata[i], GTK_WIDGET (self), self->corner);
}

/**
 * atlas_matrix_grid_set_children:
 * @self: a grid
 * @rows: (element-type GtkWidget): the heads of the rows, each a button with a label
 * @columns: (element-type GtkWidget): the heads of the columns, each a button with a label
 * @cells: (element-type GtkWidget): the cells, row by row; their number is rows times columns
 *
 * Replaces all children. The grid becomes the parent of the new ones.
 */
void
atlas_matrix_grid_set_children (AtlasMatrixGrid *self,
                                GPtrArray *rows,
                                GPtrArray *columns,
                                GPtrArray *cells)
{
  g_return_if_fail (ATLAS_IS_MATRIX_GRID (self));
  g_return_if_fail (cells->len == rows->len * columns->len);

  remove_children (self);
  /* Cells first and the corner last, so that a click is handled by the topmost widget. */
  adopt (self, &self->cells, cells);
  adopt (self, &self->columns, columns);
  adopt (self, &self->rows, rows);
  g_free (self->row_ends);
  self->row_ends = g_new0 (int, MAX (rows->len, 1));
  self->focus_row = self->focus_column = 0;
  self->target_row = self->target_column = -1;
}

/**
 * atlas_matrix_grid_get_child:
 * @self: a grid
 * @row: a row, or -1 for the heads of columns
 * @column: a column, or -1 for the heads of rows
 *
 * Returns: (transfer none) (nullable): the widget at that position, or %NULL
 */
GtkWidget *
atlas_matrix_grid_get_child (AtlasMatrixGrid *self, int row, int column)
{
  g_return_val_if_fail (ATLAS_IS_MATRIX_GRID (self), NULL);

  if (row >= get_n_rows (self) || column >= get_n_columns (self))
    return NULL;
  if (row < 0)
    return column < 0 ? NULL : self->columns->pdata[column];
  return column < 0 ? self->rows->pdata[row]
                    : self->cells->pdata[row * get_n_columns (self) + column];
}

/**
 * atlas_matrix_grid_scroll_to:
 * @self: a grid
 * @row: a row, or -1 for no vertical scrolling
 * @column: a column, or -1 for no horizontal scrolling
 *
 * Scrolls a cell into view as little as possible. This happens in the next allocation, because the
 * size of the grid may change first.
 */
void
atlas_matrix_grid_scroll_to (AtlasMatrixGrid *self, int row, int column)
{
  g_return_if_fail (ATLAS_IS_MATRIX_GRID (self));
  g_return_if_fail (row < get_n_rows (self) && column < get_n_columns (self));

  self->target_row = row;
  self->target_column = column;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * atlas_matrix_grid_get_compact:
 * @self: a grid
 *
 * Returns: whether the columns are too narrow for full content
 */
gboolean
atlas_matrix_grid_get_compact (AtlasMatrixGrid *self)
{
  g_return_val_if_fail (ATLAS_IS_MATRIX_GRID (self), FALSE);

  return self->is_compact;
}

/**
 * atlas_matrix_grid_prepare:
 * @self: a grid with its children
 * @width: its expected width, in pixels
 *
 * Measures the grid and decides whether it is compact, before it is on screen.
 *
 * Returns: its natural height at @width, in pixels
 */
int
atlas_matrix_grid_prepare (AtlasMatrixGrid *self, int width)
{
  int height;

  g_return_val_if_fail (ATLAS_IS_MATRIX_GRID (self), 0);

  lay_out (self, width);
  set_compact (self, wants_compact (self, width));
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL,
                      NULL);
  return height;
}
