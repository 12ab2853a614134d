/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-label-layer.h"

#include <math.h>

#include "atlas-map-labels.h"
#include "atlas-picture.h"
#include "atlas-viewport.h"
#include "atlas-work.h"

/*
 * AtlasLabelLayer: the names of the land: rivers, lakes, counties, neighbours.
 *
 * Names are placed for the whole view, so that no name is cut at the edge of a tile. They are
 * painted into one texture with a margin around the view. This takes longer than a frame, so a
 * thread does it; meanwhile the old names stay.
 */
struct _AtlasLabelLayer
{
  ShumateLayer parent_instance;

  AtlasBaseMap *base_map;
  AtlasMapStyle style;
  GArray *occupied; /* of AtlasExtent, in pixels from the corner of the Web Mercator square */
  GStrv without;    /* codes of places that other layers name; NULL until they are known */

  GdkTexture *texture; /* the names, or NULL */
  AtlasExtent extent;  /* the part of the square that the texture covers */
  double magnification;
  gboolean is_stale;
  gboolean is_running;
  double last_scale;
  guint update_id;
  guint rest_id;
};

G_DEFINE_FINAL_TYPE (AtlasLabelLayer, atlas_label_layer, SHUMATE_TYPE_LAYER)

/* The margin of the texture around the view. */
#define SPARE 120

/* Names are placed again after the scale has not changed for this time. */
#define REST_MS 100

/* Provinces and cities have markers with names. */
#define KINDS                                                                                      \
  (ATLAS_LABEL_SEA | ATLAS_LABEL_NEIGHBOUR | ATLAS_LABEL_TOWN | ATLAS_LABEL_COUNTY |               \
   ATLAS_LABEL_RIVER | ATLAS_LABEL_LAKE)

typedef struct
{
  AtlasBaseMap *base_map;
  AtlasMapLabelsRequest request;
  GArray *obstacles; /* of AtlasExtent */
  GStrv without;
  double density; /* pixels of the texture for each pixel of the map */
} Job;

static void queue_update (AtlasLabelLayer *self);

static void
free_job (gpointer data)
{
  Job *job = data;

  g_object_unref (job->base_map);
  g_array_unref (job->obstacles);
  g_strfreev (job->without);
  g_free (job);
}

static GdkTexture *
paint (const Job *job)
{
  g_autoptr (AtlasMapLabels) labels = atlas_map_labels_new (job->base_map, &job->request);
  int width = (int) lround (job->request.width * job->density);
  int height = (int) lround (job->request.height * job->density);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, width / job->request.width, height / job->request.height);
  atlas_map_labels_draw (labels, cr);
  cairo_destroy (cr);
  return atlas_picture_new (surface);
}

static void
run_job (gpointer data, gpointer user_data)
{
  g_autoptr (GTask) task = data;

  g_task_return_pointer (task, paint (g_task_get_task_data (task)), g_object_unref);
  atlas_work_end ();
}

/* All layers share one thread, because it keeps its fonts open. */
static void
push_job (GTask *task, Job *job)
{
  static GThreadPool *thread = NULL;

  if (thread == NULL)
    thread = g_thread_pool_new (run_job, NULL, 1, TRUE, NULL);
  g_task_set_task_data (task, job, free_job);
  atlas_work_begin ();
  g_thread_pool_push (thread, task, NULL);
}

/* Opening the first font takes as long as painting all names, so the thread opens it while the
 * window is being created. */
static void
warm_up (AtlasLabelLayer *self)
{
  GTask *task = g_task_new (NULL, NULL, NULL, NULL);
  Job *job = g_new0 (Job, 1);

  job->base_map = g_object_ref (self->base_map);
  job->obstacles = g_array_new (FALSE, FALSE, sizeof (AtlasExtent));
  job->density = 1;
  job->request = (AtlasMapLabelsRequest) {
    .extent = atlas_base_map_get_extent (self->base_map),
    .width = 300,
    .height = 300,
    .language = atlas_language_get_default (),
    .kinds = KINDS,
  };
  g_task_set_source_tag (task, warm_up);
  push_job (task, job);
}

static void
painted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AtlasLabelLayer) self = user_data;
  const Job *job = g_task_get_task_data (G_TASK (result));

  self->is_running = FALSE;
  g_clear_object (&self->texture);
  self->texture = g_task_propagate_pointer (G_TASK (result), NULL);
  self->extent = job->request.extent;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  queue_update (self);
}

/* The boxes to avoid, in pixels from the corner of the texture. */
static GArray *
find_obstacles (AtlasLabelLayer *self, AtlasPoint corner)
{
  GArray *obstacles = g_array_new (FALSE, FALSE, sizeof (AtlasExtent));

  for (guint i = 0; i < self->occupied->len; i++)
    {
      const AtlasExtent *box = &g_array_index (self->occupied, AtlasExtent, i);
      const AtlasExtent moved = { box->x0 - corner.x, box->y0 - corner.y, box->x1 - corner.x,
                                  box->y1 - corner.y };

      g_array_append_val (obstacles, moved);
    }
  return obstacles;
}

/* Adds boxes along the edges of the view, so that no name is cut there until the map is panned. */
static void
add_edges (GArray *obstacles, double width, double height)
{
  const AtlasExtent edges[] = {
    { SPARE, SPARE - 1, SPARE + width, SPARE + 1 },
    { SPARE, SPARE + height - 1, SPARE + width, SPARE + height + 1 },
    { SPARE - 1, SPARE, SPARE + 1, SPARE + height },
    { SPARE + width - 1, SPARE, SPARE + width + 1, SPARE + height },
  };

  g_array_append_vals (obstacles, edges, G_N_ELEMENTS (edges));
}

static void
start (AtlasLabelLayer *self, double scale)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  AtlasPoint origin = atlas_viewport_get_origin (viewport, GTK_WIDGET (self));
  AtlasPoint corner = { origin.x - SPARE, origin.y - SPARE };
  double width = gtk_widget_get_width (GTK_WIDGET (self)) + 2 * SPARE;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) + 2 * SPARE;
  /* The layer is not the source object of the task, because a thread must not drop its last
   * reference. */
  GTask *task = g_task_new (NULL, NULL, painted_cb, g_object_ref (self));
  Job *job = g_new0 (Job, 1);

  job->base_map = g_object_ref (self->base_map);
  job->obstacles = find_obstacles (self, corner);
  add_edges (job->obstacles, width - 2 * SPARE, height - 2 * SPARE);
  job->without = g_strdupv (self->without);
  job->density = gtk_widget_get_scale_factor (GTK_WIDGET (self)) * self->magnification;
  job->request = (AtlasMapLabelsRequest) {
    .extent = { corner.x / scale, corner.y / scale, (corner.x + width) / scale,
                (corner.y + height) / scale },
    .width = width,
    .height = height,
    .style = self->style,
    .language = atlas_language_get_default (),
    .kinds = KINDS,
    .obstacles = (const void *) job->obstacles->data,
    .n_obstacles = job->obstacles->len,
    .without = (const char *const *) job->without,
  };
  g_task_set_source_tag (task, start);
  self->is_stale = FALSE;
  self->is_running = TRUE;
  push_job (task, job);
}

static gboolean
rest_cb (gpointer user_data)
{
  AtlasLabelLayer *self = user_data;

  self->rest_id = 0;
  self->is_stale = TRUE;
  queue_update (self);
  return G_SOURCE_REMOVE;
}

static gboolean
covers_view (AtlasLabelLayer *self)
{
  AtlasExtent visible = atlas_viewport_get_extent (
    shumate_layer_get_viewport (SHUMATE_LAYER (self)), GTK_WIDGET (self));

  return self->texture != NULL && self->extent.x0 <= visible.x0 && self->extent.x1 >= visible.x1 &&
         self->extent.y0 <= visible.y0 && self->extent.y1 >= visible.y1;
}

static void
update (AtlasLabelLayer *self)
{
  double scale =
    atlas_viewport_get_pixels_per_unit (shumate_layer_get_viewport (SHUMATE_LAYER (self)));

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (scale != self->last_scale && self->texture != NULL)
    {
      g_clear_handle_id (&self->rest_id, g_source_remove);
      self->rest_id = g_timeout_add (REST_MS, rest_cb, self);
    }
  else if (self->without != NULL && !self->is_running && self->rest_id == 0 &&
           gtk_widget_get_width (GTK_WIDGET (self)) > 0 && (self->is_stale || !covers_view (self)))
    start (self, scale);
  self->last_scale = scale;
}

static gboolean
update_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AtlasLabelLayer *self = ATLAS_LABEL_LAYER (widget);

  self->update_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Before the map is mapped there is no frame clock, so update at once. */
static void
queue_update (AtlasLabelLayer *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  else if (self->update_id == 0)
    self->update_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), update_cb, NULL, NULL);
}

static void
atlas_label_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasLabelLayer *self = ATLAS_LABEL_LAYER (widget);
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  AtlasPoint origin = atlas_viewport_get_origin (viewport, widget);
  double scale = atlas_viewport_get_pixels_per_unit (viewport);
  double x0, y0, x1, y1;

  if (self->texture == NULL)
    return;
  x0 = round (self->extent.x0 * scale - origin.x);
  y0 = round (self->extent.y0 * scale - origin.y);
  x1 = round (self->extent.x1 * scale - origin.x);
  y1 = round (self->extent.y1 * scale - origin.y);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                         gtk_widget_get_height (widget)));
  atlas_picture_append (snapshot, widget, GDK_PAINTABLE (self->texture),
                        &GRAPHENE_RECT_INIT ((float) x0, (float) y0, (float) (x1 - x0),
                                             (float) (y1 - y0)));
  gtk_snapshot_pop (snapshot);
}

static void
atlas_label_layer_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  queue_update (ATLAS_LABEL_LAYER (widget));
}

static void
atlas_label_layer_constructed (GObject *object)
{
  G_OBJECT_CLASS (atlas_label_layer_parent_class)->constructed (object);

  g_signal_connect_object (shumate_layer_get_viewport (SHUMATE_LAYER (object)), "notify",
                           G_CALLBACK (queue_update), object, G_CONNECT_SWAPPED);
}

static void
atlas_label_layer_dispose (GObject *object)
{
  AtlasLabelLayer *self = ATLAS_LABEL_LAYER (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_pointer (&self->occupied, g_array_unref);
  g_clear_pointer (&self->without, g_strfreev);
  g_clear_object (&self->texture);
  g_clear_object (&self->base_map);

  G_OBJECT_CLASS (atlas_label_layer_parent_class)->dispose (object);
}

static void
atlas_label_layer_class_init (AtlasLabelLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = atlas_label_layer_constructed;
  object_class->dispose = atlas_label_layer_dispose;
  widget_class->size_allocate = atlas_label_layer_size_allocate;
  widget_class->snapshot = atlas_label_layer_snapshot;
  gtk_widget_class_set_css_name (widget_class, "labellayer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
atlas_label_layer_init (AtlasLabelLayer *self)
{
  self->magnification = 1;
  self->occupied = g_array_new (FALSE, FALSE, sizeof (AtlasExtent));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * atlas_label_layer_new:
 * @viewport: the viewport of a map, with a reference map source
 * @base_map: the base map with the names
 *
 * Returns: (transfer floating): a layer of names in the language of the interface
 */
AtlasLabelLayer *
atlas_label_layer_new (ShumateViewport *viewport, AtlasBaseMap *base_map)
{
  AtlasLabelLayer *self = g_object_new (ATLAS_TYPE_LABEL_LAYER, "viewport", viewport, NULL);

  self->base_map = g_object_ref (base_map);
  warm_up (self);
  return self;
}

/**
 * atlas_label_layer_set_style:
 * @self: a layer
 * @style: the map style
 */
void
atlas_label_layer_set_style (AtlasLabelLayer *self, AtlasMapStyle style)
{
  g_return_if_fail (ATLAS_IS_LABEL_LAYER (self));

  self->style = style;
  self->is_stale = TRUE;
  queue_update (self);
}

/**
 * atlas_label_layer_set_magnification:
 * @self: a layer
 * @magnification: how many times larger the map is shown, at least 1
 */
void
atlas_label_layer_set_magnification (AtlasLabelLayer *self, double magnification)
{
  g_return_if_fail (ATLAS_IS_LABEL_LAYER (self));

  self->magnification = magnification;
  self->is_stale = TRUE;
  queue_update (self);
}

/**
 * atlas_label_layer_set_occupied:
 * @self: a layer
 * @occupied: (element-type AtlasExtent): boxes that no name may cover, in pixels at the current
 *   zoom level from the corner of the Web Mercator square
 * @without: GB/T 2260 codes of places that other layers name
 */
void
atlas_label_layer_set_occupied (AtlasLabelLayer *self, GArray *occupied, GStrv without)
{
  g_return_if_fail (ATLAS_IS_LABEL_LAYER (self));

  g_array_unref (self->occupied);
  self->occupied = g_array_ref (occupied);
  g_strfreev (self->without);
  self->without = g_strdupv (without);
  self->is_stale = TRUE;
  update (self);
}

/**
 * atlas_label_layer_is_loading:
 * @self: a layer
 *
 * Returns: whether the names of the view are not complete yet
 */
gboolean
atlas_label_layer_is_loading (AtlasLabelLayer *self)
{
  g_return_val_if_fail (ATLAS_IS_LABEL_LAYER (self), FALSE);

  return self->is_stale || self->is_running || !covers_view (self);
}
