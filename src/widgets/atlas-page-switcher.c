/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-page-switcher.h"

#include "atlas-widget-tools.h"

/*
 * AtlasPageSwitcher: a button for each page of a stack, with full labels.
 *
 * Short labels, as in Chinese, are below their icons on one line. Long labels are beside their
 * icons, on two lines if there is no room for one. Labels are never shortened or hidden.
 */
struct _AtlasPageSwitcher
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkSelectionModel *pages;
};

G_DEFINE_FINAL_TYPE (AtlasPageSwitcher, atlas_page_switcher, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_STACK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

#define SPACING 3

/* The width available in the narrowest panel, in pixels. */
#define MIN_WIDTH 298

static guint
count_children (GtkWidget *widget, int *width, int *height)
{
  guint n_children = 0;

  *width = *height = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition minimum;

      gtk_widget_get_preferred_size (child, &minimum, NULL);
      *width = MAX (*width, minimum.width);
      *height = MAX (*height, minimum.height);
      n_children++;
    }
  return n_children;
}

static int
get_width (guint n_columns, int child_width)
{
  return (int) n_columns * (child_width + SPACING) - SPACING;
}

static guint
choose_columns (guint n_children, int child_width, int width)
{
  return width < 0 || get_width (n_children, child_width) <= width ? n_children
                                                                   : (n_children + 1) / 2;
}

static void
atlas_page_switcher_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  int width, height;
  guint n_children = count_children (widget, &width, &height);
  guint n_columns, n_lines;

  if (n_children == 0)
    return;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = get_width ((n_children + 1) / 2, width);
      *natural = get_width (n_children, width);
      return;
    }
  n_columns = choose_columns (n_children, width, for_size);
  n_lines = (n_children + n_columns - 1) / n_columns;
  *minimum = *natural = (int) n_lines * (height + SPACING) - SPACING;
}

static void
atlas_page_switcher_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  const gboolean reversed = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int child_width, child_height;
  guint n_children = count_children (widget, &child_width, &child_height);
  guint n_columns = choose_columns (n_children, child_width, width);
  GtkWidget *child = gtk_widget_get_first_child (widget);

  for (guint i = 0; i < n_children; i++, child = gtk_widget_get_next_sibling (child))
    {
      const int column = (int) (i % n_columns);
      const int left = column * (width + SPACING) / (int) n_columns;
      const int right = (column + 1) * (width + SPACING) / (int) n_columns - SPACING;

      gtk_widget_size_allocate (child,
                                &(GtkAllocation) { reversed ? width - right : left,
                                                   (int) (i / n_columns) * (child_height + SPACING),
                                                   right - left, child_height },
                                -1);
    }
}

static void
set_orientation (GtkWidget *widget, GtkOrientation orientation)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_button_get_child (GTK_BUTTON (child))),
                                    orientation);
}

/* Fonts and styles are known only when the widget has a root. */
static void
atlas_page_switcher_root (GtkWidget *widget)
{
  int width, height;
  guint n_children;

  GTK_WIDGET_CLASS (atlas_page_switcher_parent_class)->root (widget);
  set_orientation (widget, GTK_ORIENTATION_VERTICAL);
  n_children = count_children (widget, &width, &height);
  if (get_width (n_children, width) > MIN_WIDTH)
    set_orientation (widget, GTK_ORIENTATION_HORIZONTAL);
}

static GtkSizeRequestMode
atlas_page_switcher_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
toggled_cb (GtkToggleButton *button, GtkStackPage *page)
{
  GtkWidget *child = gtk_stack_page_get_child (page);
  const gboolean active = gtk_toggle_button_get_active (button);

  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_SELECTED, active, -1);
  if (active)
    gtk_stack_set_visible_child (GTK_STACK (gtk_widget_get_parent (child)), child);
}

static GtkWidget *
make_button (GtkStackPage *page)
{
  GtkWidget *button =
    g_object_new (GTK_TYPE_TOGGLE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_TAB, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *image =
    g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                  gtk_stack_page_get_icon_name (page), NULL);
  GtkWidget *label = gtk_label_new (gtk_stack_page_get_title (page));

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  atlas_set_accessible_label (button, gtk_stack_page_get_title (page));
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), page);
  return button;
}

static void
selection_changed_cb (AtlasPageSwitcher *self)
{
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    if (gtk_selection_model_is_selected (self->pages, i))
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), TRUE);
}

static void
remove_buttons (AtlasPageSwitcher *self)
{
  atlas_unparent_children (self);
}

static void
add_buttons (AtlasPageSwitcher *self)
{
  const guint n_pages = g_list_model_get_n_items (G_LIST_MODEL (self->pages));
  GtkWidget *first = NULL;

  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (GObject) page = g_list_model_get_item (G_LIST_MODEL (self->pages), i);
      GtkWidget *button = make_button (GTK_STACK_PAGE (page));

      if (first == NULL)
        first = button;
      else
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
      gtk_widget_set_parent (button, GTK_WIDGET (self));
    }
}

static void
set_stack (AtlasPageSwitcher *self, GtkStack *stack)
{
  if (self->stack == stack)
    return;
  if (self->stack != NULL)
    {
      remove_buttons (self);
      g_signal_handlers_disconnect_by_data (self->pages, self);
      g_clear_object (&self->pages);
    }
  g_set_object (&self->stack, stack);
  if (stack != NULL)
    {
      self->pages = gtk_stack_get_pages (stack);
      g_signal_connect_swapped (self->pages, "selection-changed", G_CALLBACK (selection_changed_cb),
                                self);
      add_buttons (self);
      selection_changed_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STACK]);
}

static void
atlas_page_switcher_dispose (GObject *object)
{
  set_stack (ATLAS_PAGE_SWITCHER (object), NULL);

  G_OBJECT_CLASS (atlas_page_switcher_parent_class)->dispose (object);
}

static void
atlas_page_switcher_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_STACK:
      g_value_set_object (value, ATLAS_PAGE_SWITCHER (object)->stack);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_page_switcher_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_STACK:
      set_stack (ATLAS_PAGE_SWITCHER (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_page_switcher_class_init (AtlasPageSwitcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_page_switcher_dispose;
  object_class->get_property = atlas_page_switcher_get_property;
  object_class->set_property = atlas_page_switcher_set_property;
  widget_class->root = atlas_page_switcher_root;
  widget_class->measure = atlas_page_switcher_measure;
  widget_class->size_allocate = atlas_page_switcher_size_allocate;
  widget_class->get_request_mode = atlas_page_switcher_get_request_mode;

  properties[PROP_STACK] =
    g_param_spec_object ("stack", NULL, NULL, GTK_TYPE_STACK,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "atlas-page-switcher");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TAB_LIST);
}

static void
atlas_page_switcher_init (AtlasPageSwitcher *self)
{
}
