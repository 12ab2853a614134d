/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-presenter.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "atlas-description.h"
#include "atlas-magnifier.h"
#include "atlas-widget-tools.h"

/*
 * AtlasPresenter: what a presentation shows on top of the map.
 *
 * At the foot there is a card with the caption; a ring follows the pointer; and the presenter can
 * cover everything with black while people talk. The window lets it know captions and the pointer.
 *
 * A projected picture has a fixed size, whatever its resolution, and people sit at some distance.
 * So everything is magnified with the height of the window.
 */
struct _AtlasPresenter
{
  GtkWidget parent_instance;

  /* Template children */
  AtlasMagnifier *magnifier;
  GtkWidget *card;
  GtkLabel *sentence_label;
  GtkLabel *detail_label;
  GtkLabel *progress_label;
  GtkWidget *previous_button;
  GtkWidget *next_button;

  gboolean is_black;
  double factor;
  int foot;
  guint arrange_id;

  /* The ring */
  gboolean has_ring;
  double x;
  double y;
  guint idle_id;
};

G_DEFINE_FINAL_TYPE (AtlasPresenter, atlas_presenter, GTK_TYPE_WIDGET)

enum
{
  ARRANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The height at which nothing is magnified: normal text is then about 1/36 of it, which is legible
 * at a distance of four times the height of the picture. */
#define USUAL_HEIGHT 540.0
#define MAX_FACTOR 6.0

/* The radius and width of the ring before magnification. */
#define RADIUS 17.0
#define RING_WIDTH 3.0f

/* The ring disappears when the pointer has rested for this time. */
#define IDLE_MS 3000

static double
find_factor (int height)
{
  return CLAMP (round (height / USUAL_HEIGHT * 4) / 4, 1, MAX_FACTOR);
}

/* The natural height of the card. Before the first allocation the width is 0; GTK warns when a
 * widget is measured for less than its minimum. */
static int
measure_card (AtlasPresenter *self, int width)
{
  GtkWidget *card = GTK_WIDGET (self->magnifier);
  int minimum = 0, natural = 0;

  gtk_widget_measure (card, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, MAX (width, minimum), NULL, &natural, NULL,
                      NULL);
  return natural;
}

/* Runs before the next frame, because the factor changes sizes. */
static gboolean
arrange_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AtlasPresenter *self = ATLAS_PRESENTER (widget);
  const double factor = find_factor (gtk_widget_get_height (widget));
  int foot;

  self->arrange_id = 0;
  atlas_magnifier_set_factor (self->magnifier, factor);
  foot = (int) ceil (measure_card (self, gtk_widget_get_width (widget)) / factor);
  if (factor == self->factor && foot == self->foot)
    return G_SOURCE_REMOVE;
  self->factor = factor;
  self->foot = foot;
  g_signal_emit (self, signals[ARRANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
queue_arrange (AtlasPresenter *self)
{
  if (self->arrange_id == 0)
    self->arrange_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), arrange_cb, NULL, NULL);
}

/* It lies on top of the map and takes what room there is. GtkOverlay would make it as high as the
 * card is at its smallest width. */
static void
atlas_presenter_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
}

static void
atlas_presenter_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AtlasPresenter *self = ATLAS_PRESENTER (widget);
  const int card = MIN (measure_card (self, width), height);

  gtk_widget_size_allocate (GTK_WIDGET (self->magnifier),
                            &(GtkAllocation) { 0, height - card, width, card }, -1);
  queue_arrange (self);
}

/* A ring with a dark edge is visible on light and on dark ground. */
static void
append_ring (AtlasPresenter *self, GtkSnapshot *snapshot)
{
  static const GdkRGBA colors[] = { { 0, 0, 0, 0.35f }, { 1, 0.72f, 0.1f, 0.95f } };
  const float radius = (float) (RADIUS * self->factor);

  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    {
      const float width = RING_WIDTH * (float) self->factor * (i == 0 ? 1.7f : 1);
      const float widths[] = { width, width, width, width };
      const GdkRGBA sides[] = { colors[i], colors[i], colors[i], colors[i] };
      const float reach = radius + width / 2;
      GskRoundedRect ring;

      gsk_rounded_rect_init_from_rect (&ring,
                                       &GRAPHENE_RECT_INIT ((float) self->x - reach,
                                                            (float) self->y - reach, 2 * reach,
                                                            2 * reach),
                                       reach);
      gtk_snapshot_append_border (snapshot, &ring, widths, sides);
    }
}

static void
atlas_presenter_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasPresenter *self = ATLAS_PRESENTER (widget);

  if (self->is_black)
    {
      gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 0, 0, 0, 1 },
                                 &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                      gtk_widget_get_height (widget)));
      return;
    }
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->magnifier), snapshot);
  if (self->has_ring)
    append_ring (self, snapshot);
}

/* The map below gets the pointer, except while it is black. */
static gboolean
atlas_presenter_contains (GtkWidget *widget, double x, double y)
{
  return ATLAS_PRESENTER (widget)->is_black;
}

static void
atlas_presenter_unmap (GtkWidget *widget)
{
  AtlasPresenter *self = ATLAS_PRESENTER (widget);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  self->has_ring = FALSE;

  GTK_WIDGET_CLASS (atlas_presenter_parent_class)->unmap (widget);
}

static void
atlas_presenter_dispose (GObject *object)
{
  AtlasPresenter *self = ATLAS_PRESENTER (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  atlas_unparent_children (self);

  G_OBJECT_CLASS (atlas_presenter_parent_class)->dispose (object);
}

static void
atlas_presenter_class_init (AtlasPresenterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_presenter_dispose;
  widget_class->measure = atlas_presenter_measure;
  widget_class->size_allocate = atlas_presenter_size_allocate;
  widget_class->snapshot = atlas_presenter_snapshot;
  widget_class->contains = atlas_presenter_contains;
  widget_class->unmap = atlas_presenter_unmap;

  /**
   * AtlasPresenter::arranged:
   * @self: a presenter
   *
   * Emitted when the magnification or the height of the card has changed.
   */
  signals[ARRANGED] = g_signal_new ("arranged", ATLAS_TYPE_PRESENTER, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ATLAS_TYPE_MAGNIFIER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-presenter.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasPresenter, magnifier);
  gtk_widget_class_bind_template_child (widget_class, AtlasPresenter, card);
  gtk_widget_class_bind_template_child (widget_class, AtlasPresenter, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, AtlasPresenter, detail_label);
  gtk_widget_class_bind_template_child (widget_class, AtlasPresenter, progress_label);
  gtk_widget_class_bind_template_child (widget_class, AtlasPresenter, previous_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasPresenter, next_button);
  gtk_widget_class_set_css_name (widget_class, "presenter");
}

static void
atlas_presenter_init (AtlasPresenter *self)
{
  self->factor = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/**
 * atlas_presenter_set_caption:
 * @self: a presenter
 * @caption: the caption of the view
 */
void
atlas_presenter_set_caption (AtlasPresenter *self, const AtlasCaption *caption)
{
  const gboolean repeats = g_str_equal (caption->sentence, caption->subject);
  g_autofree char *detail = NULL;

  g_return_if_fail (ATLAS_IS_PRESENTER (self));

  detail =
    atlas_join_facts (repeats ? "" : caption->subject, caption->moment, caption->citation, NULL);
  set_label (self->sentence_label, caption->sentence);
  set_label (self->detail_label, detail);
  atlas_set_accessible_label (self->card, caption->sentence);
  queue_arrange (self);
}

/**
 * atlas_presenter_set_progress:
 * @self: a presenter
 * @position: the number of the view in its tour, from 1; 0 for a view before the tour
 * @n_steps: the number of views of the tour; 0 without a tour
 */
void
atlas_presenter_set_progress (AtlasPresenter *self, guint position, guint n_steps)
{
  g_autofree char *text = NULL;

  g_return_if_fail (ATLAS_IS_PRESENTER (self));

  /* Translators: the number of a view in a tour, and of all its views, such as “3 / 12”. */
  text = position > 0 ? g_strdup_printf (_("%u / %u"), position, n_steps) : g_strdup ("");
  set_label (self->progress_label, text);
  gtk_widget_set_visible (self->previous_button, n_steps > 0);
  gtk_widget_set_visible (self->next_button, n_steps > 0);
  gtk_widget_set_sensitive (self->previous_button, position > 0);
  gtk_widget_set_sensitive (self->next_button, position < n_steps);
  queue_arrange (self);
}

/**
 * atlas_presenter_set_black:
 * @self: a presenter
 * @is_black: whether to cover everything
 */
void
atlas_presenter_set_black (AtlasPresenter *self, gboolean is_black)
{
  g_return_if_fail (ATLAS_IS_PRESENTER (self));

  self->is_black = is_black;
  gtk_widget_set_child_visible (GTK_WIDGET (self->magnifier), !is_black);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atlas_presenter_get_black:
 * @self: a presenter
 *
 * Returns: whether it covers everything
 */
gboolean
atlas_presenter_get_black (AtlasPresenter *self)
{
  g_return_val_if_fail (ATLAS_IS_PRESENTER (self), FALSE);

  return self->is_black;
}

static gboolean
idle_cb (gpointer user_data)
{
  AtlasPresenter *self = user_data;

  self->idle_id = 0;
  self->has_ring = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/**
 * atlas_presenter_move_pointer:
 * @self: a presenter
 * @x: where the pointer is, in pixels from the corner of @self
 * @y: the same, downward
 *
 * Moves the ring to the pointer and shows it, until the pointer has rested for some seconds.
 */
void
atlas_presenter_move_pointer (AtlasPresenter *self, double x, double y)
{
  g_return_if_fail (ATLAS_IS_PRESENTER (self));

  /* GTK also reports motion when something moves below the pointer. */
  if (x == self->x && y == self->y)
    return;
  self->x = x;
  self->y = y;
  self->has_ring = TRUE;
  g_clear_handle_id (&self->idle_id, g_source_remove);
  self->idle_id = g_timeout_add (IDLE_MS, idle_cb, self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atlas_presenter_get_factor:
 * @self: a presenter
 *
 * Returns: how many times larger than usual the presentation is shown, at least 1
 */
double
atlas_presenter_get_factor (AtlasPresenter *self)
{
  g_return_val_if_fail (ATLAS_IS_PRESENTER (self), 1);

  return self->factor;
}

/**
 * atlas_presenter_get_foot:
 * @self: a presenter
 *
 * Returns: the height of the card with its margins, in pixels before magnification
 */
int
atlas_presenter_get_foot (AtlasPresenter *self)
{
  g_return_val_if_fail (ATLAS_IS_PRESENTER (self), 0);

  return self->foot;
}
