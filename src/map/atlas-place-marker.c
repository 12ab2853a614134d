/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-place-marker.h"

#include <glib/gi18n.h>
#include <math.h>

#include "atlas-enum-types.h"
#include "atlas-labels.h"
#include "atlas-widget-tools.h"

/*
 * AtlasPlaceMarker: a place on the map: a dot, and its name on one side.
 *
 * libshumate centres a marker on its location. The place layer allocates this one so that its dot
 * is on the place, not the centre of dot and name.
 */
struct _AtlasPlaceMarker
{
  ShumateMarker parent_instance;

  GtkWidget *dot;
  GtkWidget *label;
  AtlasMarkerSide side;
};

G_DEFINE_FINAL_TYPE (AtlasPlaceMarker, atlas_place_marker, SHUMATE_TYPE_MARKER)

enum
{
  ACTIVATE,
  COMPARE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const state_classes[] = {
  [ATLAS_PLACE_STATE_PLAIN] = "plain",
  [ATLAS_PLACE_STATE_LIT] = "lit",
  [ATLAS_PLACE_STATE_SUBJECT] = "subject",
  [ATLAS_PLACE_STATE_DIMMED] = "dimmed",
};

static double
get_natural_width (GtkWidget *widget)
{
  int natural = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static double
get_natural_height (GtkWidget *widget)
{
  int natural = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* Computes the box around dot and name, and the box of the name, in pixels from the place. */
static AtlasExtent
find_bounds (AtlasPlaceMarker *self, AtlasMarkerSide side, AtlasExtent *label)
{
  AtlasMarkerBox box = { 0 };
  double half;

  atlas_place_marker_measure (self, &box);
  half = box.size / 2;
  *label = atlas_marker_place_label (&box, side);
  return (AtlasExtent) { floor (MIN (-half, label->x0)), floor (MIN (-half, label->y0)),
                         ceil (MAX (half, label->x1)), ceil (MAX (half, label->y1)) };
}

static void
atlas_place_marker_measure_widget (GtkWidget *widget,
                                   GtkOrientation orientation,
                                   int for_size,
                                   int *minimum,
                                   int *natural,
                                   int *minimum_baseline,
                                   int *natural_baseline)
{
  AtlasPlaceMarker *self = ATLAS_PLACE_MARKER (widget);
  AtlasExtent label;
  AtlasExtent bounds = find_bounds (self, self->side, &label);

  *minimum = *natural = (int) (orientation == GTK_ORIENTATION_HORIZONTAL ? bounds.x1 - bounds.x0
                                                                         : bounds.y1 - bounds.y0);
}

static void
allocate_at (GtkWidget *child, double x, double y)
{
  GtkAllocation allocation = { (int) round (x), (int) round (y), (int) get_natural_width (child),
                               (int) get_natural_height (child) };

  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
atlas_place_marker_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AtlasPlaceMarker *self = ATLAS_PLACE_MARKER (widget);
  double half = get_natural_width (self->dot) / 2;
  AtlasExtent label;
  AtlasExtent bounds = find_bounds (self, self->side, &label);

  allocate_at (self->dot, -half - bounds.x0, -half - bounds.y0);
  if (gtk_widget_get_child_visible (self->label))
    allocate_at (self->label, label.x0 - bounds.x0, label.y0 - bounds.y0);
}

static void
atlas_place_marker_dispose (GObject *object)
{
  AtlasPlaceMarker *self = ATLAS_PLACE_MARKER (object);

  g_clear_pointer (&self->dot, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (atlas_place_marker_parent_class)->dispose (object);
}

static void
add_activating_key (GtkWidgetClass *widget_class, guint key)
{
  gtk_widget_class_add_binding_signal (widget_class, key, 0, "activate", NULL);
}

static void
atlas_place_marker_class_init (AtlasPlaceMarkerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_place_marker_dispose;
  widget_class->measure = atlas_place_marker_measure_widget;
  widget_class->size_allocate = atlas_place_marker_size_allocate;

  /**
   * AtlasPlaceMarker::activate:
   * @self: a marker
   *
   * Emitted when the marker is activated by keyboard or by assistive technology.
   */
  signals[ACTIVATE] =
    g_signal_new ("activate", ATLAS_TYPE_PLACE_MARKER, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATE]);

  /**
   * AtlasPlaceMarker::compare:
   * @self: a marker
   *
   * Emitted when the user asks to compare its place with the scope, as a click with Ctrl does.
   */
  signals[COMPARE] =
    g_signal_new ("compare", ATLAS_TYPE_PLACE_MARKER, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "compare",
                                       NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "compare",
                                       NULL);
  add_activating_key (widget_class, GDK_KEY_Return);
  add_activating_key (widget_class, GDK_KEY_KP_Enter);
  add_activating_key (widget_class, GDK_KEY_space);

  gtk_widget_class_set_css_name (widget_class, "placemarker");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
atlas_place_marker_init (AtlasPlaceMarker *self)
{
  self->side = ATLAS_MARKER_SIDE_NONE;
  /* The layout manager of the parent class supports only one child. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  self->dot = g_object_new (GTK_TYPE_BOX, "css-name", "dot", "accessible-role",
                            GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                              "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", 36, NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_parent (self->dot, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
}

/* In a code, digits 3 and 4 are the prefecture and digits 5 and 6 the county. Prefecture 01 is the
 * capital of the province. */
static gboolean
is_capital (AtlasPlace *place)
{
  const char *code = atlas_place_get_code (place);

  return code != NULL && g_str_has_suffix (code, "0100");
}

static void
set_place (AtlasPlaceMarker *self, AtlasPlace *place)
{
  AtlasLanguage language = atlas_language_get_default ();
  AtlasPlaceKind kind = atlas_place_get_kind (place);
  const char *name = atlas_record_get_name (ATLAS_RECORD (place), language);
  g_autoptr (GEnumClass) kinds = g_type_class_ref (ATLAS_TYPE_PLACE_KIND);
  /* Translators: what a screen reader says of a mark on the map: name, kind ("Siping, city") */
  g_autofree char *spoken = g_strdup_printf (
    C_("mark on the map", "%s, %s"), name, atlas_label_for (ATLAS_TYPE_PLACE_KIND, kind, language));

  shumate_location_set_location (SHUMATE_LOCATION (self), atlas_place_get_latitude (place),
                                 atlas_place_get_longitude (place));
  gtk_label_set_text (GTK_LABEL (self->label), name);
  gtk_widget_add_css_class (GTK_WIDGET (self), g_enum_get_value (kinds, kind)->value_nick);
  if (is_capital (place))
    gtk_widget_add_css_class (GTK_WIDGET (self), "capital");
  atlas_set_accessible_label (self, spoken);
}

/**
 * atlas_place_marker_new:
 * @place: a place
 *
 * Returns: (transfer floating): a marker of @place
 */
AtlasPlaceMarker *
atlas_place_marker_new (AtlasPlace *place)
{
  AtlasPlaceMarker *self = g_object_new (ATLAS_TYPE_PLACE_MARKER, NULL);

  set_place (self, place);
  return self;
}

/**
 * atlas_place_marker_set_state:
 * @self: a marker
 * @state: the state of its place
 */
void
atlas_place_marker_set_state (AtlasPlaceMarker *self, AtlasPlaceState state)
{
  g_return_if_fail (ATLAS_IS_PLACE_MARKER (self));

  for (guint i = 0; i < G_N_ELEMENTS (state_classes); i++)
    if (i != state)
      gtk_widget_remove_css_class (GTK_WIDGET (self), state_classes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self), state_classes[state]);
}

/**
 * atlas_place_marker_set_hovered:
 * @self: a marker
 * @hovered: whether its place is under the pointer, on the map or in another widget
 */
void
atlas_place_marker_set_hovered (AtlasPlaceMarker *self, gboolean hovered)
{
  g_return_if_fail (ATLAS_IS_PLACE_MARKER (self));

  atlas_set_css_class (GTK_WIDGET (self), "hovered", hovered);
}

/**
 * atlas_place_marker_measure:
 * @self: a marker
 * @box: (inout): the box whose sizes are set
 */
void
atlas_place_marker_measure (AtlasPlaceMarker *self, AtlasMarkerBox *box)
{
  g_return_if_fail (ATLAS_IS_PLACE_MARKER (self));

  box->size = get_natural_width (self->dot);
  box->label_width = get_natural_width (self->label);
  box->label_height = get_natural_height (self->label);
}

/**
 * atlas_place_marker_allocate:
 * @self: a marker
 * @at: the position of its place, in pixels from the corner of its parent
 * @side: the side of its name
 *
 * Allocates the marker. The layer calls this in its own size_allocate().
 */
void
atlas_place_marker_allocate (AtlasPlaceMarker *self, AtlasPoint at, AtlasMarkerSide side)
{
  AtlasExtent label, bounds;

  g_return_if_fail (ATLAS_IS_PLACE_MARKER (self));

  gtk_widget_set_child_visible (self->label, side < ATLAS_MARKER_SIDE_NONE);
  /* With the name on the other side the size is the same, and GTK would skip allocating the
   * children. */
  if (side != self->side)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  self->side = side;
  bounds = find_bounds (self, side, &label);
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (
    GTK_WIDGET (self),
    &(GtkAllocation) { (int) round (at.x + bounds.x0), (int) round (at.y + bounds.y0),
                       (int) (bounds.x1 - bounds.x0), (int) (bounds.y1 - bounds.y0) },
    -1);
}
