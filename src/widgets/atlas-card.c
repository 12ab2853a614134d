/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-card.h"

#include "atlas-widget-tools.h"

/*
 * AtlasCard: lays out the parts of a row of a panel.
 *
 *     sign  title            value  citation
 *           detail          change
 *           links
 *     chart ----------------------------------
 *
 * The detail goes under the value and the citation too where they are over. Where the value would
 * leave the title too little room, it stands on a line of its own. A chart is as wide as the card,
 * whatever stands above it, so that the charts of several cards share their axis.
 *
 * Boxes within boxes would do, but they ask each label that wraps for its size at dozens of widths,
 * and shaping text is most of what the first frame of a panel costs. A list knows how wide it is:
 * here each label is asked once, for its height at the width that it gets.
 */
struct _AtlasCard
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlasCard, atlas_card, GTK_TYPE_WIDGET)

/* The children in the order of the template. Invisible children take no room. */
enum
{
  SIGN,
  TITLE,
  VALUE,
  CHANGE,
  DETAIL,
  LINKS,
  CHART,
  END,
  CITATION,
  N_PARTS
};

#define SPACING 8
#define LINE_SPACING 2
#define MIN_WIDTH 200
#define USUAL_WIDTH 320
#define MIN_TITLE_WIDTH 88

typedef struct
{
  GtkWidget *parts[N_PARTS];
  GtkAllocation places[N_PARTS];
  int height;
} Layout;

static int
measure (GtkWidget *part, GtkOrientation orientation, int for_size)
{
  int minimum, natural;

  if (part == NULL || !gtk_widget_should_layout (part))
    return 0;
  gtk_widget_measure (part, orientation, for_size, &minimum, &natural, NULL, NULL);
  return orientation == GTK_ORIENTATION_HORIZONTAL ? natural : minimum;
}

/* Allocates @part at the right end of @room, and removes that area and the gap from @room. */
static void
take_end (Layout *layout, int part, GtkAllocation *room)
{
  const int width = measure (layout->parts[part], GTK_ORIENTATION_HORIZONTAL, -1);

  layout->places[part] =
    (GtkAllocation) { room->x + room->width - width, 0, width,
                      measure (layout->parts[part], GTK_ORIENTATION_VERTICAL, width) };
  if (width > 0)
    room->width -= width + SPACING;
}

/* Allocates @part over the width of @room, and moves @room to the next line. */
static void
take_line (Layout *layout, int part, GtkAllocation *room)
{
  const int height = measure (layout->parts[part], GTK_ORIENTATION_VERTICAL, room->width);

  layout->places[part] = (GtkAllocation) { room->x, room->y, room->width, height };
  if (height > 0)
    room->y += height + LINE_SPACING;
}

/* Lines below the citation use the full width of @room, unless a widget at the end of all lines
 * needs its room. */
static void
widen_under_citation (Layout *layout, const GtkAllocation *room, GtkAllocation *words)
{
  const GtkAllocation *citation = &layout->places[CITATION];

  if (words->width == room->width && words->y >= citation->height && citation->width > 0 &&
      layout->places[END].width == 0)
    words->width = citation->x + citation->width - words->x;
}

static void
lay_out_words (Layout *layout, GtkAllocation *room)
{
  const int value = measure (layout->parts[VALUE], GTK_ORIENTATION_HORIZONTAL, -1);
  const int change = measure (layout->parts[CHANGE], GTK_ORIENTATION_HORIZONTAL, -1);
  const int width = MAX (value, change);
  const int wanted = measure (layout->parts[TITLE], GTK_ORIENTATION_HORIZONTAL, -1);
  GtkAllocation words = *room;
  GtkAllocation numbers = { room->x + room->width - width, room->y, width, 0 };

  if (width > 0 && room->width - width - SPACING >= MIN (wanted, MIN_TITLE_WIDTH))
    words.width -= width + SPACING;
  take_line (layout, TITLE, &words);
  if (words.width == room->width)
    numbers.y = words.y;
  take_line (layout, VALUE, &numbers);
  take_line (layout, CHANGE, &numbers);
  if (words.y >= numbers.y)
    words.width = room->width;
  else if (words.width == room->width)
    words.y = numbers.y;
  widen_under_citation (layout, room, &words);
  take_line (layout, DETAIL, &words);
  take_line (layout, LINKS, &words);
  room->y = MAX (words.y, numbers.y);
}

static void
lay_out (GtkWidget *widget, int width, Layout *layout)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  GtkAllocation room = { 0, 0, width, 0 };
  int sign_width;

  for (int i = 0; i < N_PARTS && child != NULL; i++, child = gtk_widget_get_next_sibling (child))
    layout->parts[i] = child;

  sign_width = measure (layout->parts[SIGN], GTK_ORIENTATION_HORIZONTAL, -1);
  layout->places[SIGN] =
    (GtkAllocation) { 0, 0, sign_width,
                      measure (layout->parts[SIGN], GTK_ORIENTATION_VERTICAL, -1) };
  if (sign_width > 0)
    {
      room.x += sign_width + SPACING;
      room.width -= sign_width + SPACING;
    }
  take_end (layout, CITATION, &room);
  take_end (layout, END, &room);
  room.width = MAX (room.width, 1);
  lay_out_words (layout, &room);
  room =
    (GtkAllocation) { 0, MAX (room.y, layout->places[CITATION].height + LINE_SPACING), width, 0 };
  take_line (layout, CHART, &room);
  layout->height = room.y - LINE_SPACING;
}

static void
atlas_card_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  Layout layout = { 0 };

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = USUAL_WIDTH;
      return;
    }
  lay_out (widget, for_size >= 0 ? for_size : USUAL_WIDTH, &layout);
  *minimum = *natural = layout.height;
}

static void
atlas_card_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  const gboolean reversed = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Layout layout = { 0 };

  lay_out (widget, width, &layout);
  layout.places[END].y = (height - layout.places[END].height) / 2;
  for (int i = 0; i < N_PARTS; i++)
    {
      GtkAllocation *place = &layout.places[i];

      if (layout.parts[i] == NULL || !gtk_widget_should_layout (layout.parts[i]))
        continue;
      if (reversed)
        place->x = width - place->x - place->width;
      gtk_widget_size_allocate (layout.parts[i], place, -1);
    }
}

static GtkSizeRequestMode
atlas_card_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
atlas_card_dispose (GObject *object)
{
  atlas_unparent_children (object);

  G_OBJECT_CLASS (atlas_card_parent_class)->dispose (object);
}

static void
atlas_card_class_init (AtlasCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_card_dispose;
  widget_class->measure = atlas_card_measure;
  widget_class->size_allocate = atlas_card_size_allocate;
  widget_class->get_request_mode = atlas_card_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "atlas-card");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
atlas_card_init (AtlasCard *self)
{
}
