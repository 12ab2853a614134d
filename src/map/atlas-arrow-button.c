/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-arrow-button.h"

#include <math.h>

#include "atlas-widget-tools.h"

/*
 * AtlasArrowButton: an arrow at the edge of the map, for pointer, keyboard and screen readers.
 *
 * Its layer assigns the arrow, and another one when the map moves.
 */
struct _AtlasArrowButton
{
  GtkWidget parent_instance;

  GPtrArray *arrows;     /* of AtlasEdgeArrow; NULL while the button is hidden */
  AtlasEdgeArrow *arrow; /* one of @arrows */
  AtlasMapStyle style;
};

G_DEFINE_FINAL_TYPE (AtlasArrowButton, atlas_arrow_button, GTK_TYPE_WIDGET)

enum
{
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
atlas_arrow_button_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasArrowButton *self = ATLAS_ARROW_BUTTON (widget);
  const GtkStateFlags flags = gtk_widget_get_state_flags (widget);
  cairo_t *cr;

  if (self->arrow == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (-2, -2, gtk_widget_get_width (widget) + 4,
                                                       gtk_widget_get_height (widget) + 4));
  cairo_translate (cr, -floor (self->arrow->box.x0), -floor (self->arrow->box.y0));
  atlas_edge_arrow_paint (cr, self->arrow, self->style,
                          (flags & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUS_VISIBLE)) != 0);
  cairo_destroy (cr);
}

static void
atlas_arrow_button_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  gtk_widget_queue_draw (widget);
}

static void
atlas_arrow_button_finalize (GObject *object)
{
  g_clear_pointer (&ATLAS_ARROW_BUTTON (object)->arrows, g_ptr_array_unref);

  G_OBJECT_CLASS (atlas_arrow_button_parent_class)->finalize (object);
}

static void
atlas_arrow_button_class_init (AtlasArrowButtonClass *klass)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_arrow_button_finalize;
  widget_class->snapshot = atlas_arrow_button_snapshot;
  widget_class->state_flags_changed = atlas_arrow_button_state_flags_changed;

  /**
   * AtlasArrowButton::activate:
   * @self: an arrow
   *
   * Emitted when the arrow is activated by keyboard or by assistive technology.
   */
  signals[ACTIVATE] =
    g_signal_new ("activate", ATLAS_TYPE_ARROW_BUTTON, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATE]);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_signal (widget_class, keys[i], 0, "activate", NULL);
  gtk_widget_class_set_css_name (widget_class, "arrowbutton");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
atlas_arrow_button_init (AtlasArrowButton *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
}

/**
 * atlas_arrow_button_new:
 *
 * Returns: (transfer floating): a button without an arrow
 */
AtlasArrowButton *
atlas_arrow_button_new (void)
{
  return g_object_new (ATLAS_TYPE_ARROW_BUTTON, NULL);
}

/**
 * atlas_arrow_button_show:
 * @self: a button
 * @arrows: (nullable) (element-type AtlasEdgeArrow): the arrows of a view
 * @index: the index of the arrow; if it is too large, the button is hidden
 * @style: the map style
 *
 * Sets the arrow and allocates the button. The layer calls this in its own size_allocate().
 */
void
atlas_arrow_button_show (AtlasArrowButton *self,
                         GPtrArray *arrows,
                         guint index,
                         AtlasMapStyle style)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean is_shown = arrows != NULL && index < arrows->len;
  const AtlasExtent *box;

  g_return_if_fail (ATLAS_IS_ARROW_BUTTON (self));

  g_clear_pointer (&self->arrows, g_ptr_array_unref);
  self->arrow = NULL;
  gtk_widget_set_child_visible (widget, is_shown);
  if (!is_shown)
    return;
  self->arrows = g_ptr_array_ref (arrows);
  self->arrow = arrows->pdata[index];
  self->style = style;
  atlas_set_accessible_label (self, self->arrow->spoken);
  box = &self->arrow->box;
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (widget,
                            &(GtkAllocation) { (int) floor (box->x0), (int) floor (box->y0),
                                               (int) ceil (box->x1) - (int) floor (box->x0),
                                               (int) ceil (box->y1) - (int) floor (box->y0) },
                            -1);
  gtk_widget_queue_draw (widget);
}

/**
 * atlas_arrow_button_dup_places:
 * @self: a button
 *
 * Returns: (transfer full) (element-type AtlasPlace): the places to which the arrow points, the
 *   nearest first; empty while the button is hidden
 */
GPtrArray *
atlas_arrow_button_dup_places (AtlasArrowButton *self)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (ATLAS_IS_ARROW_BUTTON (self), places);

  for (guint i = 0; self->arrow != NULL && i < self->arrow->places->len; i++)
    g_ptr_array_add (places, g_object_ref (self->arrow->places->pdata[i]));
  return places;
}
