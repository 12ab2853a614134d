/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-timeline-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "atlas-description.h"
#include "atlas-widget-tools.h"

/*
 * AtlasTimelineView: the timeline of a panel, above its list.
 *
 * It passes width, font and style of the window to the drawing, and handles pointer and keyboard.
 * The item under the pointer, or the one selected with arrow keys, is described in a caption,
 * highlighted in other widgets, and its row is scrolled into view with the action rows.reveal. A
 * click or Enter makes it the scope. The rows contain everything that the drawing shows.
 */
struct _AtlasTimelineView
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkLabel *caption;

  /* Owned references */
  AtlasTimelinePanel *panel;
  AtlasNavigation *navigation;
  AtlasTimeline *timeline;
  int current; /* the index of the item that was chosen last, or -1 */

  int measured_width; /* the width for which the heights were measured, or -1 */
  int least_height;
  int wanted_height;
};

G_DEFINE_FINAL_TYPE (AtlasTimelineView, atlas_timeline_view, GTK_TYPE_WIDGET)

#define CAPTION_GAP 6

/* The largest height of the drawing, so that the list below stays visible. */
#define MAX_HEIGHT 260.0

/* A step large enough to reach the first or last item. */
#define FAR_AWAY 1000000

/* The largest height grows with the resolution of text. */
static double
get_most_height (AtlasTimelineView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  return MAX_HEIGHT * MAX (pango_cairo_context_get_resolution (context) / 96, 1);
}

static const AtlasTimeItem *
get_item (AtlasTimelineView *self, int index)
{
  AtlasTimeSeries *series;

  if (self->timeline == NULL || index < 0)
    return NULL;
  series = atlas_timeline_get_series (self->timeline);
  if ((guint) index >= atlas_time_series_get_length (series))
    return NULL;
  return atlas_time_series_get_item (series, (guint) index);
}

static AtlasRecord *
get_record (AtlasTimelineView *self, int index)
{
  const AtlasTimeItem *item = get_item (self, index);

  return item != NULL ? item->record : NULL;
}

static int
find_item (AtlasTimelineView *self, AtlasRecord *record)
{
  AtlasTimeSeries *series = atlas_timeline_get_series (self->timeline);

  for (guint i = 0; i < atlas_time_series_get_length (series); i++)
    if (atlas_time_series_get_item (series, i)->record == record)
      return (int) i;
  return -1;
}

/* Returns the index of the item of the hovered record, even if it is hovered elsewhere, or -1. A
 * project may have several items. */
static int
get_current (AtlasTimelineView *self)
{
  AtlasRecord *hovered = atlas_navigation_get_hovered (self->navigation);

  if (self->timeline == NULL || hovered == NULL)
    return -1;
  return get_record (self, self->current) == hovered ? self->current : find_item (self, hovered);
}

static AtlasTimelineStyle
get_style (AtlasTimelineView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const AtlasTimeItem *item = get_item (self, self->current);
  const gboolean is_current = item != NULL && get_current (self) == self->current;

  return (AtlasTimelineStyle) {
    .font = pango_context_get_font_description (context),
    .language = atlas_language_get_default (),
    .dark = adw_style_manager_get_dark (manager),
    .strong = adw_style_manager_get_high_contrast (manager),
    .navigation = self->navigation,
    .report = is_current ? item->report : NULL,
  };
}

/* Counts items that are drawn like events but are not events. */
static guint
count_happened_of (AtlasTimeSeries *series, AtlasRecordKind kind)
{
  guint n_items = 0;

  for (guint i = 0; i < atlas_time_series_get_length (series); i++)
    {
      const AtlasTimeItem *item = atlas_time_series_get_item (series, i);

      n_items +=
        item->kind == ATLAS_TIME_ITEM_HAPPENED && atlas_record_get_kind (item->record) == kind;
    }
  return n_items;
}

static char *
count_happened (AtlasTimeSeries *series)
{
  const guint n_events = count_happened_of (series, ATLAS_RECORD_KIND_EVENT);
  const guint n_plans = count_happened_of (series, ATLAS_RECORD_KIND_PLAN);
  const guint n_reports = count_happened_of (series, ATLAS_RECORD_KIND_PROJECT);
  g_autofree char *events =
    g_strdup_printf (ngettext ("%u dated event", "%u dated events", n_events), n_events);
  g_autofree char *plans =
    g_strdup_printf (ngettext ("%u dated plan", "%u dated plans", n_plans), n_plans);
  /* Translators: how many entries the progress of projects has. */
  g_autofree char *reports = g_strdup_printf (
    ngettext ("%u report of progress", "%u reports of progress", n_reports), n_reports);

  return atlas_join_facts (n_events > 0 ? events : "", n_reports > 0 ? reports : "",
                           n_plans > 0 ? plans : "", NULL);
}

static char *
count_items (AtlasTimeSeries *series, AtlasTimeItemKind kind)
{
  const guint n_items = atlas_time_series_count (series, kind);

  if (n_items == 0)
    return g_strdup ("");
  switch (kind)
    {
    case ATLAS_TIME_ITEM_HAPPENED:
      return count_happened (series);
    case ATLAS_TIME_ITEM_EXPECTED:
      /* Translators: how many things are expected to happen. */
      return g_strdup_printf (ngettext ("%u expected", "%u expected", n_items), n_items);
    case ATLAS_TIME_ITEM_PERIOD:
      return g_strdup_printf (ngettext ("%u plan with a period", "%u plans with a period", n_items),
                              n_items);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Returns text such as "22 dated events · 3 expected · 16 events without a date, listed below". */
static char *
describe_series (AtlasTimeSeries *series)
{
  const guint n_undated = atlas_time_series_get_n_undated (series);
  g_autofree char *happened = count_items (series, ATLAS_TIME_ITEM_HAPPENED);
  g_autofree char *expected = count_items (series, ATLAS_TIME_ITEM_EXPECTED);
  g_autofree char *periods = count_items (series, ATLAS_TIME_ITEM_PERIOD);
  g_autofree char *undated = g_strdup ("");

  if (n_undated > 0)
    {
      g_free (undated);
      /* Translators: of events that a timeline cannot show. */
      undated = g_strdup_printf (ngettext ("%u event without a date, listed below",
                                           "%u events without a date, listed below", n_undated),
                                 n_undated);
    }
  return atlas_join_facts (happened, expected, periods, undated, NULL);
}

/* The id that finds the row of an item. */
static const char *
get_id (const AtlasTimeItem *item)
{
  return atlas_record_get_id (item->report != NULL ? item->report : item->record);
}

/* Returns the name, and on a second line the first line of the details of its row. */
static char *
describe_item (AtlasTimelineView *self, const AtlasTimeItem *item)
{
  guint position = 0;
  g_autoptr (AtlasRow) row =
    atlas_panel_find_id (ATLAS_PANEL (self->panel), get_id (item), &position)
      ? g_list_model_get_item (G_LIST_MODEL (self->panel), position)
      : NULL;
  const char *detail = row != NULL ? atlas_row_get_subtitle (row) : NULL;
  g_auto (GStrv) lines = g_strsplit (detail != NULL ? detail : "", "\n", 2);

  return g_strdup_printf ("%s\n%s", atlas_time_item_get_name (item, atlas_language_get_default ()),
                          lines[0] != NULL ? lines[0] : "");
}

static void
show_words (AtlasTimelineView *self)
{
  const AtlasTimeItem *item = get_item (self, get_current (self));
  g_autofree char *words = NULL;

  if (self->timeline == NULL)
    return;
  words = item != NULL ? describe_item (self, item)
                       : describe_series (atlas_timeline_get_series (self->timeline));
  gtk_label_set_text (self->caption, words);
  g_strdelimit (words, "\n", ' ');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
  atlas_set_css_class (GTK_WIDGET (self->caption), "current", item != NULL);
}

static void
hovered_cb (AtlasTimelineView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  show_words (self);
}

static void
set_current (AtlasTimelineView *self, int current)
{
  const AtlasTimeItem *item = get_item (self, current);

  if (current == get_current (self))
    return;
  self->current = current;
  atlas_navigation_set_hovered (self->navigation, item != NULL ? item->record : NULL);
  /* Another item of the same project may have been hovered before. */
  hovered_cb (self);
  if (item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "rows.reveal", "s", get_id (item));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), item != NULL ? "pointer" : NULL);
}

static void
rows_changed_cb (AtlasTimelineView *self)
{
  AtlasTimeSeries *series = atlas_timeline_panel_get_series (self->panel);
  AtlasTimeAxis axis;

  g_clear_object (&self->timeline);
  self->current = -1;
  if (series != NULL && atlas_time_series_get_axis (series, &axis))
    self->timeline = atlas_timeline_new (series);
  self->measured_width = -1;
  gtk_widget_set_visible (GTK_WIDGET (self), self->timeline != NULL);
  show_words (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static int
pick (AtlasTimelineView *self, double x, double y)
{
  return self->timeline != NULL ? atlas_timeline_pick (self->timeline, x, y) : -1;
}

static void
motion_cb (AtlasTimelineView *self, double x, double y)
{
  set_current (self, pick (self, x, y));
}

static void
leave_cb (AtlasTimelineView *self)
{
  set_current (self, -1);
}

static void
focus_enter_cb (AtlasTimelineView *self)
{
  if (get_current (self) < 0 &&
      gtk_window_get_focus_visible (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)))))
    set_current (self, 0);
}

static void
released_cb (AtlasTimelineView *self, int n_press, double x, double y)
{
  AtlasRecord *record = get_record (self, pick (self, x, y));

  if (record != NULL && n_press == 1)
    atlas_navigation_visit (self->navigation, record);
}

static void
move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasTimelineView *self = ATLAS_TIMELINE_VIEW (widget);
  const int step = g_variant_get_int32 (parameter);
  int n_items;

  if (self->timeline == NULL)
    return;
  n_items = (int) atlas_time_series_get_length (atlas_timeline_get_series (self->timeline));
  set_current (self, CLAMP (get_current (self) + step, MIN (0, n_items - 1), n_items - 1));
}

static void
activate_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasTimelineView *self = ATLAS_TIMELINE_VIEW (widget);
  AtlasRecord *record = get_record (self, get_current (self));

  if (record != NULL)
    atlas_navigation_visit (self->navigation, record);
}

static GtkSizeRequestMode
atlas_timeline_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Reserves two lines, so that the list below does not move when the text changes. */
static int
measure_caption (AtlasTimelineView *self)
{
  g_autoptr (PangoLayout) layout =
    gtk_widget_create_pango_layout (GTK_WIDGET (self->caption), "年\n年");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

/* Cache the height, because GTK measures several times and each measurement lays out all items. */
static void
measure_drawing (AtlasTimelineView *self, int width)
{
  const AtlasTimelineStyle style = get_style (self);

  if (self->measured_width == width)
    return;
  self->measured_width = width;
  self->least_height = (int) atlas_timeline_lay_out (self->timeline, width, 0, &style);
  self->wanted_height =
    (int) atlas_timeline_lay_out (self->timeline, width, get_most_height (self), &style);
}

static void
atlas_timeline_view_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  AtlasTimelineView *self = ATLAS_TIMELINE_VIEW (widget);
  int caption;

  /* GTK requires that a child is measured before it is allocated. */
  gtk_widget_measure (GTK_WIDGET (self->caption), orientation, -1, NULL, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL || self->timeline == NULL)
    return;
  caption = measure_caption (self) + CAPTION_GAP;
  measure_drawing (self, MAX (for_size, 0));
  *minimum = self->least_height + caption;
  *natural = self->wanted_height + caption;
}

/* Another font changes the heights. */
static void
atlas_timeline_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (atlas_timeline_view_parent_class)->css_changed (widget, change);
  ATLAS_TIMELINE_VIEW (widget)->measured_width = -1;
}

static void
atlas_timeline_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AtlasTimelineView *self = ATLAS_TIMELINE_VIEW (widget);
  const AtlasTimelineStyle style = get_style (self);
  const int caption = measure_caption (self);
  const int room = height - caption - CAPTION_GAP;
  GtkAllocation allocation = { 0, 0, width, caption };

  if (self->timeline != NULL)
    allocation.y = (int) atlas_timeline_lay_out (self->timeline, width, room, &style) + CAPTION_GAP;
  gtk_widget_size_allocate (GTK_WIDGET (self->caption), &allocation, -1);
}

static void
atlas_timeline_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasTimelineView *self = ATLAS_TIMELINE_VIEW (widget);
  const AtlasTimelineStyle style = get_style (self);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget));
  cairo_t *cr;

  GTK_WIDGET_CLASS (atlas_timeline_view_parent_class)->snapshot (widget, snapshot);
  if (self->timeline == NULL || bounds.size.width <= 0 || bounds.size.height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  atlas_timeline_draw (self->timeline, cr, &style);
  cairo_destroy (cr);
}

static void
atlas_timeline_view_dispose (GObject *object)
{
  AtlasTimelineView *self = ATLAS_TIMELINE_VIEW (object);

  atlas_unparent_children (self);
  g_clear_object (&self->timeline);
  g_clear_object (&self->panel);
  g_clear_object (&self->navigation);

  G_OBJECT_CLASS (atlas_timeline_view_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  const struct
  {
    guint key;
    int step;
  } moves[] = {
    { GDK_KEY_Left, -1 },      { GDK_KEY_KP_Left, -1 },      { GDK_KEY_Right, 1 },
    { GDK_KEY_KP_Right, 1 },   { GDK_KEY_Home, -FAR_AWAY },  { GDK_KEY_KP_Home, -FAR_AWAY },
    { GDK_KEY_End, FAR_AWAY }, { GDK_KEY_KP_End, FAR_AWAY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_add_binding_action (widget_class, moves[i].key, 0, "timeline.move", "i",
                                         moves[i].step);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "timeline.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "timeline.activate",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "timeline.activate", NULL);
}

static void
atlas_timeline_view_class_init (AtlasTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_timeline_view_dispose;
  widget_class->get_request_mode = atlas_timeline_view_get_request_mode;
  widget_class->measure = atlas_timeline_view_measure;
  widget_class->size_allocate = atlas_timeline_view_size_allocate;
  widget_class->css_changed = atlas_timeline_view_css_changed;
  widget_class->snapshot = atlas_timeline_view_snapshot;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasTimelineView, caption);
  gtk_widget_class_bind_template_callback (widget_class, motion_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
  gtk_widget_class_install_action (widget_class, "timeline.move", "i", move_cb);
  gtk_widget_class_install_action (widget_class, "timeline.activate", NULL, activate_cb);
  add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "atlas-timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
atlas_timeline_view_init (AtlasTimelineView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->measured_width = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  atlas_set_accessible_label (self, _("Timeline"));
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

/**
 * atlas_timeline_view_new:
 * @panel: the panel whose series it draws
 *
 * Returns: (transfer floating): a timeline view
 */
GtkWidget *
atlas_timeline_view_new (AtlasTimelinePanel *panel)
{
  AtlasTimelineView *self = g_object_new (ATLAS_TYPE_TIMELINE_VIEW, NULL);

  self->panel = g_object_ref (panel);
  self->navigation = g_object_ref (atlas_panel_get_navigation (ATLAS_PANEL (panel)));
  g_signal_connect_object (self->navigation, "notify::hovered", G_CALLBACK (hovered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (atlas_navigation_get_filter (self->navigation), "changed",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "items-changed", G_CALLBACK (rows_changed_cb), self,
                           G_CONNECT_SWAPPED);
  rows_changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * atlas_timeline_view_get_timeline:
 * @self: a timeline view
 *
 * Returns: (transfer none) (nullable): its timeline, or %NULL if there is nothing to draw
 */
AtlasTimeline *
atlas_timeline_view_get_timeline (AtlasTimelineView *self)
{
  g_return_val_if_fail (ATLAS_IS_TIMELINE_VIEW (self), NULL);

  return self->timeline;
}

/**
 * atlas_timeline_view_get_current:
 * @self: a timeline view
 *
 * Returns: (transfer none) (nullable): the record whose item is under the pointer or selected with
 *   arrow keys
 */
AtlasRecord *
atlas_timeline_view_get_current (AtlasTimelineView *self)
{
  g_return_val_if_fail (ATLAS_IS_TIMELINE_VIEW (self), NULL);

  return get_record (self, get_current (self));
}
