/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-link-geometry.h"

#include <math.h>
#include <string.h>

/*
 * AtlasLinkGeometry: the shapes of all links on the map, in the Web Mercator square.
 *
 * Links between the same two cities are spread like a fan, so that the user can see and point at
 * each. Links between parts of two cities, such as zones and enterprises, gather into one arc from
 * city to city while the map is small. They unfold when the map is large, or when the scope is one
 * of these links or one of these zones.
 *
 * A geometry does not change after it is made, so threads may share it.
 */
struct _AtlasLinkGeometry
{
  AtlasDataset *dataset;
  GPtrArray *curves; /* of AtlasLinkCurve */
};

G_DEFINE_BOXED_TYPE (AtlasLinkGeometry,
                     atlas_link_geometry,
                     atlas_link_geometry_ref,
                     atlas_link_geometry_unref)

/* Links that are drawn as one curve between two cities. */
typedef struct
{
  AtlasLinkGroup group;
  AtlasPlace *ends[2]; /* the cities of the pair, or places in them */
  GPtrArray *links;
} Strand;

/* All links between two cities. */
typedef struct
{
  AtlasPlace *cities[2];
  gboolean unfolded;
  GArray *strands;
} Pair;

typedef struct
{
  AtlasDataset *dataset;
  gboolean unfold;
  AtlasRecord *subjects[2]; /* the subjects of the scope; NULL for none */
  Pair subject_pairs[2];    /* the pairs of cities of the subjects that are links between
                             * two */
  GHashTable *pairs;        /* set of Pair */
  GPtrArray *order;         /* the same in order of insertion, so that every drawing is the
                             * same */
  GHashTable *degrees;      /* the number of links of each place */
  GPtrArray *curves;
} Builder;

/* The distance of an outline from its places: 7 km at the latitude of Changchun. */
#define OUTLINE_DISTANCE 0.00024

/* The length from which on arcs do not bend more, in units of the square: 460 km at the latitude of
 * Changchun. */
#define LONG_ARC 0.016

static void
clear_strand (Strand *strand)
{
  g_clear_pointer (&strand->links, g_ptr_array_unref);
}

static void
free_pair (Pair *pair)
{
  g_array_unref (pair->strands);
  g_free (pair);
}

static guint
hash_pair (gconstpointer key)
{
  const Pair *pair = key;

  return g_direct_hash (pair->cities[0]) * 31 + g_direct_hash (pair->cities[1]);
}

static gboolean
equal_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *p = a, *q = b;

  return p->cities[0] == q->cities[0] && p->cities[1] == q->cities[1];
}

/* The place where a gathered link ends. */
static AtlasPlace *
gathering_place (AtlasPlace *place, AtlasDataset *dataset)
{
  AtlasPlaceKind kind = atlas_place_get_kind (place);
  AtlasPlace *city = NULL;

  if (kind == ATLAS_PLACE_KIND_ZONE || kind == ATLAS_PLACE_KIND_STATION)
    city = atlas_place_get_city (place, dataset);
  return city != NULL ? city : place;
}

static gboolean
can_gather (AtlasLinkGroup group)
{
  return group == ATLAS_LINK_GROUP_ZONE || group == ATLAS_LINK_GROUP_ENTERPRISE;
}

/* Sorts the ends of a link, so that the order in the record does not matter. */
static void
order_ends (AtlasPlace *ends[2], AtlasDataset *dataset, AtlasPlace *cities[2])
{
  AtlasPlace *end = ends[0], *city;

  cities[0] = gathering_place (ends[0], dataset);
  cities[1] = gathering_place (ends[1], dataset);
  if (cities[0] == cities[1])
    {
      cities[0] = ends[0];
      cities[1] = ends[1];
    }
  if (strcmp (atlas_record_get_id (ATLAS_RECORD (cities[0])),
              atlas_record_get_id (ATLAS_RECORD (cities[1]))) <= 0)
    return;
  city = cities[0];
  cities[0] = cities[1];
  cities[1] = city;
  ends[0] = ends[1];
  ends[1] = end;
}

static void
count_link (Builder *builder, AtlasPlace *city)
{
  guint degree = GPOINTER_TO_UINT (g_hash_table_lookup (builder->degrees, city));

  g_hash_table_insert (builder->degrees, city, GUINT_TO_POINTER (degree + 1));
}

static Pair *
find_pair (Builder *builder, AtlasPlace *const cities[2])
{
  Pair key = { .cities = { cities[0], cities[1] } };
  Pair *pair = g_hash_table_lookup (builder->pairs, &key);

  if (pair == NULL)
    {
      pair = g_memdup2 (&key, sizeof key);
      pair->unfolded = builder->unfold || equal_pairs (pair, &builder->subject_pairs[0]) ||
                       equal_pairs (pair, &builder->subject_pairs[1]);
      pair->strands = g_array_new (FALSE, FALSE, sizeof (Strand));
      g_array_set_clear_func (pair->strands, (GDestroyNotify) clear_strand);
      g_hash_table_add (builder->pairs, pair);
      g_ptr_array_add (builder->order, pair);
    }
  return pair;
}

static gboolean
is_subject (Builder *builder, AtlasPlace *place)
{
  return (gpointer) place == builder->subjects[0] || (gpointer) place == builder->subjects[1];
}

static void
add_link_between (Builder *builder, AtlasLink *link, AtlasPlace *first, AtlasPlace *second)
{
  Strand strand = { .group = atlas_link_get_group (link), .ends = { first, second } };
  AtlasPlace *cities[2];
  Pair *pair;

  order_ends (strand.ends, builder->dataset, cities);
  pair = find_pair (builder, cities);
  for (guint i = 0; i < 2; i++)
    {
      count_link (builder, cities[i]);
      if (is_subject (builder, strand.ends[i]) && strand.ends[i] != cities[i])
        pair->unfolded = TRUE;
    }
  strand.links = g_ptr_array_sized_new (1);
  g_ptr_array_add (strand.links, link);
  g_array_append_val (pair->strands, strand);
}

static void
add_link_around (Builder *builder, AtlasLink *link, GPtrArray *ends)
{
  g_autofree AtlasPoint *places = g_new (AtlasPoint, ends->len);
  GPtrArray *links = g_ptr_array_new ();

  for (guint i = 0; i < ends->len; i++)
    places[i] = atlas_projection_of_place (g_ptr_array_index (ends, i));
  g_ptr_array_add (links, link);
  g_ptr_array_add (builder->curves,
                   atlas_link_curve_new_outline (links, atlas_link_get_group (link), places,
                                                 ends->len, OUTLINE_DISTANCE));
}

static void
add_link (Builder *builder, AtlasLink *link)
{
  g_autoptr (GPtrArray) ends = atlas_link_dup_ends (link, builder->dataset);

  if (ends->len == 2)
    add_link_between (builder, link, g_ptr_array_index (ends, 0), g_ptr_array_index (ends, 1));
  else if (ends->len > 2)
    add_link_around (builder, link, ends);
}

/* Merges the strands that gather into one per group. */
static void
gather_strands (Pair *pair)
{
  int gathered[ATLAS_N_LINK_GROUPS];
  guint n_strands = 0;

  for (guint group = 0; group < ATLAS_N_LINK_GROUPS; group++)
    gathered[group] = -1;
  for (guint i = 0; i < pair->strands->len; i++)
    {
      Strand *strand = &g_array_index (pair->strands, Strand, i);
      int other = can_gather (strand->group) ? gathered[strand->group] : -1;

      if (other >= 0)
        {
          g_ptr_array_extend_and_steal (g_array_index (pair->strands, Strand, other).links,
                                        g_steal_pointer (&strand->links));
          continue;
        }
      gathered[strand->group] = (int) n_strands;
      if (can_gather (strand->group))
        memcpy (strand->ends, pair->cities, sizeof strand->ends);
      if (n_strands != i)
        {
          g_array_index (pair->strands, Strand, n_strands) = *strand;
          strand->links = NULL;
        }
      n_strands++;
    }
  g_array_set_size (pair->strands, n_strands);
}

/* Bus routes come first, because the middle of the fan is straightest. */
static int
compare_strands (gconstpointer a, gconstpointer b)
{
  static const int ranks[ATLAS_N_LINK_GROUPS] = {
    [ATLAS_LINK_GROUP_BUS] = 0,       [ATLAS_LINK_GROUP_INTEGRATION] = 1,
    [ATLAS_LINK_GROUP_PAIR] = 2,      [ATLAS_LINK_GROUP_ZONE] = 3,
    [ATLAS_LINK_GROUP_FRAMEWORK] = 4, [ATLAS_LINK_GROUP_ENTERPRISE] = 5,
  };
  const Strand *s = a, *t = b;

  return ranks[s->group] - ranks[t->group];
}

/* Returns the bulge of the strand at @index: the first in the middle, the others to the right and
 * left in turn. Without a bus route no strand gets the exact middle, so all are arcs. */
static double
find_place_in_fan (guint index, guint n_strands, gboolean has_bus)
{
  double step = n_strands == 1 ? 0.26 : 0.6 / (n_strands + 0.75);
  double place = has_bus ? (index + 1) / 2 : 0.5 + index / 2; /* in whole steps */
  gboolean is_left = has_bus ? index % 2 == 0 : index % 2 == 1;

  return (is_left ? -place : place) * step + (has_bus ? 0.05 : 0);
}

/* Long arcs bend more than short ones. */
static double
bend_for_length (AtlasPoint from, AtlasPoint to)
{
  return 0.85 + 0.35 * MIN (hypot (to.x - from.x, to.y - from.y) / LONG_ARC, 1);
}

static void
add_curves (Builder *builder, Pair *pair)
{
  /* All fans turn the same way as seen from the place with more links, so they do not cross. */
  gboolean is_turned = g_hash_table_lookup (builder->degrees, pair->cities[1]) >
                       g_hash_table_lookup (builder->degrees, pair->cities[0]);
  gboolean has_bus;

  if (!pair->unfolded)
    gather_strands (pair);
  g_array_sort (pair->strands, compare_strands);
  has_bus = g_array_index (pair->strands, Strand, 0).group == ATLAS_LINK_GROUP_BUS;
  for (guint i = 0; i < pair->strands->len; i++)
    {
      Strand *strand = &g_array_index (pair->strands, Strand, i);
      AtlasPoint from = atlas_projection_of_place (strand->ends[is_turned ? 1 : 0]);
      AtlasPoint to = atlas_projection_of_place (strand->ends[is_turned ? 0 : 1]);
      double bulge =
        find_place_in_fan (i, pair->strands->len, has_bus) * bend_for_length (from, to);

      g_ptr_array_add (builder->curves, atlas_link_curve_new_arc (g_steal_pointer (&strand->links),
                                                                  strand->group, from, to, bulge));
    }
}

static void
find_subject_pair (AtlasRecord *subject, AtlasDataset *dataset, Pair *pair)
{
  g_autoptr (GPtrArray) ends = NULL;

  if (!ATLAS_IS_LINK (subject))
    return;
  ends = atlas_link_dup_ends (ATLAS_LINK (subject), dataset);
  if (ends->len == 2)
    order_ends ((AtlasPlace **) ends->pdata, dataset, pair->cities);
}

/* A comparison has two subjects. */
static void
find_subjects (Builder *builder, AtlasScope *scope)
{
  if (scope == NULL)
    return;
  builder->subjects[0] = atlas_scope_get_subject (scope);
  builder->subjects[1] = atlas_scope_get_other (scope);
  for (guint i = 0; i < G_N_ELEMENTS (builder->subjects); i++)
    find_subject_pair (builder->subjects[i], builder->dataset, &builder->subject_pairs[i]);
}

/**
 * atlas_link_geometry_get_unfolder:
 * @subject: (nullable): the subject of the scope
 * @dataset: its dataset
 *
 * Returns: (transfer none) (nullable): @subject if it unfolds gathered links, else %NULL; two
 *   subjects with the same result have the same geometry
 */
AtlasRecord *
atlas_link_geometry_get_unfolder (AtlasRecord *subject, AtlasDataset *dataset)
{
  if (ATLAS_IS_LINK (subject))
    return subject;
  if (ATLAS_IS_PLACE (subject) &&
      gathering_place (ATLAS_PLACE (subject), dataset) != (gpointer) subject)
    return subject;
  return NULL;
}

/* A curve for several links is pale only when all of them are undated. */
static void
pale_curve (AtlasLinkCurve *curve, AtlasDataset *dataset, AtlasFilter *filter)
{
  curve->is_pale = TRUE;
  for (guint i = 0; curve->is_pale && i < curve->links->len; i++)
    curve->is_pale =
      atlas_filter_is_in_doubt (filter, dataset, g_ptr_array_index (curve->links, i));
}

/**
 * atlas_link_geometry_new:
 * @dataset: a complete dataset
 * @links: (element-type AtlasLink): links of @dataset
 * @filter: (nullable): the filter that selects links
 * @scope: (nullable): the current scope, which unfolds gathered links
 * @unfold: whether to draw each link separately, as on a large map
 *
 * Returns: (transfer full): the shapes of @links; a link with fewer than two places has none
 */
AtlasLinkGeometry *
atlas_link_geometry_new (AtlasDataset *dataset,
                         GPtrArray *links,
                         AtlasFilter *filter,
                         AtlasScope *scope,
                         gboolean unfold)
{
  AtlasLinkGeometry *self = g_atomic_rc_box_new0 (AtlasLinkGeometry);
  g_autoptr (GHashTable) pairs =
    g_hash_table_new_full (hash_pair, equal_pairs, (GDestroyNotify) free_pair, NULL);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (GHashTable) degrees = g_hash_table_new (NULL, NULL);
  Builder builder = {
    .dataset = dataset,
    .unfold = unfold,
    .pairs = pairs,
    .order = order,
    .degrees = degrees,
  };

  self->dataset = g_object_ref (dataset);
  self->curves = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_link_curve_free);
  builder.curves = self->curves;
  find_subjects (&builder, scope);
  for (guint i = 0; i < links->len; i++)
    if (filter == NULL || atlas_filter_matches (filter, dataset, g_ptr_array_index (links, i)))
      add_link (&builder, g_ptr_array_index (links, i));
  for (guint i = 0; i < order->len; i++)
    add_curves (&builder, g_ptr_array_index (order, i));
  for (guint i = 0; filter != NULL && i < self->curves->len; i++)
    pale_curve (self->curves->pdata[i], dataset, filter);
  return self;
}

/**
 * atlas_link_geometry_ref:
 * @self: a geometry
 *
 * Returns: (transfer full): @self
 */
AtlasLinkGeometry *
atlas_link_geometry_ref (AtlasLinkGeometry *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * atlas_link_geometry_get_dataset:
 * @self: a geometry
 *
 * Returns: (transfer none): the dataset of its links
 */
AtlasDataset *
atlas_link_geometry_get_dataset (AtlasLinkGeometry *self)
{
  return self->dataset;
}

static void
clear_geometry (AtlasLinkGeometry *self)
{
  g_ptr_array_unref (self->curves);
  g_object_unref (self->dataset);
}

/**
 * atlas_link_geometry_unref:
 * @self: (transfer full): a geometry
 */
void
atlas_link_geometry_unref (AtlasLinkGeometry *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear_geometry);
}

/**
 * atlas_link_geometry_get_n_curves:
 * @self: a geometry
 *
 * Returns: the number of its curves
 */
guint
atlas_link_geometry_get_n_curves (AtlasLinkGeometry *self)
{
  return self->curves->len;
}

/**
 * atlas_link_geometry_get_curve:
 * @self: a geometry
 * @index: the index of a curve
 *
 * Returns: (transfer none): that curve
 */
const AtlasLinkCurve *
atlas_link_geometry_get_curve (AtlasLinkGeometry *self, guint index)
{
  g_return_val_if_fail (index < self->curves->len, NULL);

  return g_ptr_array_index (self->curves, index);
}

/* The curve nearest to @point, within @reach of it, or NULL. */
static const AtlasLinkCurve *
find_nearest (AtlasLinkGeometry *self, AtlasPoint point, double reach)
{
  const AtlasLinkCurve *nearest = NULL;

  for (guint i = 0; i < self->curves->len; i++)
    {
      const AtlasLinkCurve *curve = g_ptr_array_index (self->curves, i);
      double distance;

      if (point.x < curve->bounds.x0 - reach || point.x > curve->bounds.x1 + reach ||
          point.y < curve->bounds.y0 - reach || point.y > curve->bounds.y1 + reach)
        continue;
      distance = atlas_link_curve_get_distance (curve, point);
      if (distance <= reach)
        {
          nearest = curve;
          reach = distance;
        }
    }
  return nearest;
}

static int
compare_distances (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const AtlasPoint *point = user_data;
  double p = atlas_link_curve_get_distance (*(AtlasLinkCurve *const *) a, *point);
  double q = atlas_link_curve_get_distance (*(AtlasLinkCurve *const *) b, *point);

  return p < q ? -1 : p > q;
}

/**
 * atlas_link_geometry_find_all:
 * @self: a geometry
 * @point: a point of the Web Mercator square
 * @reach: the largest distance from @point, in units of the square
 * @spread: how much further away than the nearest curve others may be, in units of the square
 *
 * Returns: (transfer container) (element-type AtlasLinkCurve): the nearest curve first, then those
 *   within @spread of it; empty when no curve is within @reach
 */
GPtrArray *
atlas_link_geometry_find_all (AtlasLinkGeometry *self,
                              AtlasPoint point,
                              double reach,
                              double spread)
{
  const AtlasLinkCurve *nearest = find_nearest (self, point, reach);
  GPtrArray *found = g_ptr_array_new ();
  double limit;

  if (nearest == NULL)
    return found;
  limit = MIN (atlas_link_curve_get_distance (nearest, point) + spread, reach);
  for (guint i = 0; i < self->curves->len; i++)
    {
      AtlasLinkCurve *curve = g_ptr_array_index (self->curves, i);

      if (point.x >= curve->bounds.x0 - limit && point.x <= curve->bounds.x1 + limit &&
          point.y >= curve->bounds.y0 - limit && point.y <= curve->bounds.y1 + limit &&
          atlas_link_curve_get_distance (curve, point) <= limit)
        g_ptr_array_add (found, curve);
    }
  g_ptr_array_sort_with_data (found, compare_distances, &point);
  return found;
}
