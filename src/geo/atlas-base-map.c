/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-base-map-private.h"

#include <math.h>
#include <string.h>

#include "atlas-base-map-resource.h"

/**
 * AtlasBaseMap:
 *
 * The base map: areas, rivers, lakes and towns with their names in three languages.
 *
 * It points into bytes that were compiled when the program was built, so opening it is cheap. It
 * never changes afterwards, so any number of threads may draw from it at once. It says nothing
 * about style; [func@Atlas.map_painter_paint] and [func@Atlas.map_labels_place] apply that.
 */

#define RESOURCE "/io/github/jilinatlas/JilinAtlas/base-map.bin"
#define MAGIC "ATLASMAP"
#define VERSION 1
#define N_SECTIONS 9

typedef struct
{
  char magic[8];
  guint32 version;
  guint32 size;
  struct
  {
    guint32 offset;
    guint32 n_records;
  } sections[N_SECTIONS];
} Header;

G_DEFINE_FINAL_TYPE (AtlasBaseMap, atlas_base_map, G_TYPE_OBJECT)

G_DEFINE_QUARK (atlas - base - map - error - quark, atlas_base_map_error)

/* Reading ------------------------------------------------------------------------------------- */

static gconstpointer
open_section (const Header *header, guint number, gsize record_size, guint *n_records)
{
  gsize offset = header->sections[number].offset;
  gsize count = header->sections[number].n_records;

  if (offset % sizeof (guint32) != 0 || offset < sizeof (Header) || offset > header->size ||
      count > (header->size - offset) / record_size)
    return NULL;

  *n_records = (guint) count;
  return (const guint8 *) header + offset;
}

static gboolean
open_sections (AtlasBaseMap *self, const Header *header)
{
  return (self->points = open_section (header, 0, sizeof *self->points, &self->n_points)) &&
         (self->lines = open_section (header, 1, sizeof *self->lines, &self->n_lines)) &&
         (self->references =
            open_section (header, 2, sizeof *self->references, &self->n_references)) &&
         (self->rings = open_section (header, 3, sizeof *self->rings, &self->n_rings)) &&
         (self->areas = open_section (header, 4, sizeof *self->areas, &self->n_areas)) &&
         (self->rivers = open_section (header, 5, sizeof *self->rivers, &self->n_rivers)) &&
         (self->lakes = open_section (header, 6, sizeof *self->lakes, &self->n_lakes)) &&
         (self->spots = open_section (header, 7, sizeof *self->spots, &self->n_spots)) &&
         (self->strings = open_section (header, 8, 1, &self->n_strings));
}

static inline gboolean
is_range (guint32 first, guint32 count, guint available)
{
  return first <= available && count <= available - first;
}

static inline gboolean
are_strings (const AtlasBaseMap *self, const guint32 *offsets, guint n_offsets)
{
  for (guint i = 0; i < n_offsets; i++)
    if (offsets[i] >= self->n_strings)
      return FALSE;

  return TRUE;
}

static gboolean
check_lines (const AtlasBaseMap *self)
{
  for (guint i = 0; i < self->n_lines; i++)
    {
      const AtlasMapLine *line = &self->lines[i];

      if (line->kind >= ATLAS_N_LINES)
        return FALSE;
      for (guint level = 0; level < ATLAS_BASE_MAP_LEVELS; level++)
        if (line->levels[level].n_points < 2 ||
            !is_range (line->levels[level].first, line->levels[level].n_points, self->n_points))
          return FALSE;
    }

  return TRUE;
}

static gboolean
check_rings (const AtlasBaseMap *self)
{
  for (guint i = 0; i < self->n_rings; i++)
    if (!is_range (self->rings[i].first, self->rings[i].n_lines, self->n_references))
      return FALSE;

  for (guint i = 0; i < self->n_references; i++)
    {
      gint32 reference = self->references[i];

      if ((guint) (reference < 0 ? ~reference : reference) >= self->n_lines)
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_names (const AtlasBaseMap *self)
{
  if (self->n_strings == 0 || self->strings[self->n_strings - 1] != '\0')
    return FALSE;

  for (guint i = 0; i < self->n_areas; i++)
    {
      const AtlasMapArea *area = &self->areas[i];
      guint32 strings[] = { area->key, area->country, area->province, area->prefecture };

      if (area->kind >= ATLAS_N_AREAS ||
          !is_range (area->first_ring, area->n_rings, self->n_rings) ||
          !are_strings (self, strings, G_N_ELEMENTS (strings)) ||
          !are_strings (self, area->names, G_N_ELEMENTS (area->names)))
        return FALSE;
    }

  for (guint i = 0; i < self->n_rivers; i++)
    if (self->rivers[i].line >= self->n_lines || self->rivers[i].rank < 1 ||
        self->rivers[i].rank > 4 ||
        !are_strings (self, self->rivers[i].names, G_N_ELEMENTS (self->rivers[i].names)))
      return FALSE;

  for (guint i = 0; i < self->n_lakes; i++)
    if (!is_range (self->lakes[i].first_ring, self->lakes[i].n_rings, self->n_rings) ||
        !are_strings (self, self->lakes[i].names, G_N_ELEMENTS (self->lakes[i].names)))
      return FALSE;

  for (guint i = 0; i < self->n_spots; i++)
    if (!are_strings (self, &self->spots[i].code, 1) ||
        !are_strings (self, self->spots[i].names, G_N_ELEMENTS (self->spots[i].names)))
      return FALSE;

  return TRUE;
}

/* Finding what lies at a point ---------------------------------------------------------------- */

static inline gboolean
box_contains (const AtlasMapBox *box, double x, double y)
{
  return x >= box->x0 && x < box->x1 && y >= box->y0 && y < box->y1;
}

/* Counts how many times a ray from the point to the east crosses the line. */
static guint
count_crossings (const AtlasBaseMap *self,
                 const AtlasMapLine *line,
                 guint level,
                 double x,
                 double y)
{
  const AtlasMapPoint *points = self->points + line->levels[level].first;
  guint n_points = line->levels[level].n_points;
  guint crossings = 0;

  if (y < line->box.y0 || y > line->box.y1 || x > line->box.x1)
    return 0;

  for (guint i = 1; i < n_points; i++)
    {
      const AtlasMapPoint *a = &points[i - 1];
      const AtlasMapPoint *b = &points[i];

      if ((a->y > y) != (b->y > y) &&
          x < a->x + (y - a->y) / ((double) b->y - a->y) * ((double) b->x - a->x))
        crossings++;
    }

  return crossings;
}

static gboolean
rings_contain (const AtlasBaseMap *self,
               guint first_ring,
               guint n_rings,
               guint level,
               double x,
               double y)
{
  guint crossings = 0;

  for (guint i = first_ring; i < first_ring + n_rings; i++)
    {
      const AtlasMapRing *ring = &self->rings[i];

      for (guint j = ring->first; j < ring->first + ring->n_lines; j++)
        {
          gint32 reference = self->references[j];

          crossings += count_crossings (self, &self->lines[reference < 0 ? ~reference : reference],
                                        level, x, y);
        }
    }

  return crossings % 2 == 1;
}

/* The code of a province may have two digits or, as in datasets, six. */
static const AtlasMapArea *
find_area (const AtlasBaseMap *self, const char *code)
{
  char province[3] = { 0 };

  if (strlen (code) == 6 && g_str_has_suffix (code, "0000"))
    {
      memcpy (province, code, 2);
      code = province;
    }

  for (guint i = 0; i < self->n_areas; i++)
    if (g_str_equal (_atlas_base_map_get_string (self, self->areas[i].key), code))
      return &self->areas[i];

  return NULL;
}

static AtlasExtent
extent_of_box (const AtlasMapBox *box)
{
  return (AtlasExtent) {
    box->x0 / ATLAS_BASE_MAP_SCALE,
    box->y0 / ATLAS_BASE_MAP_SCALE,
    box->x1 / ATLAS_BASE_MAP_SCALE,
    box->y1 / ATLAS_BASE_MAP_SCALE,
  };
}

/* Finds the county of the province that contains the point. */
static const AtlasMapArea *
find_county (const AtlasBaseMap *self, double x, double y)
{
  x *= ATLAS_BASE_MAP_SCALE;
  y *= ATLAS_BASE_MAP_SCALE;

  for (guint i = 0; i < self->n_areas; i++)
    {
      const AtlasMapArea *area = &self->areas[i];

      if (area->kind == ATLAS_AREA_COUNTY &&
          g_str_equal (_atlas_base_map_get_string (self, area->province), "22") &&
          _atlas_base_map_area_contains (self, area, ATLAS_BASE_MAP_LEVELS - 1, x, y))
        return area;
    }

  return NULL;
}

static void
atlas_base_map_finalize (GObject *object)
{
  AtlasBaseMap *self = ATLAS_BASE_MAP (object);

  g_clear_pointer (&self->bytes, g_bytes_unref);

  G_OBJECT_CLASS (atlas_base_map_parent_class)->finalize (object);
}

static void
atlas_base_map_class_init (AtlasBaseMapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_base_map_finalize;
}

static void
atlas_base_map_init (AtlasBaseMap *self)
{
}

/*< private >
 * _atlas_base_map_get_level:
 * @pixels_per_unit: the side of the Web Mercator square in device pixels
 *
 * Returns: the coarsest level of detail that looks the same as the finest at this scale
 */
guint
_atlas_base_map_get_level (double pixels_per_unit)
{
  double zoom = ceil (log2 (pixels_per_unit / 256.0) - 0.1);

  return (guint) CLAMP (zoom - ATLAS_BASE_MAP_FIRST_ZOOM, 0, ATLAS_BASE_MAP_LEVELS - 1);
}

/*< private >
 * _atlas_base_map_area_contains:
 * @self: a base map
 * @area: one of its areas
 * @level: the level of detail
 * @x: a point, in units of the base map
 * @y: a point, in units of the base map
 *
 * Returns: whether the point lies in the area
 */
gboolean
_atlas_base_map_area_contains (const AtlasBaseMap *self,
                               const AtlasMapArea *area,
                               guint level,
                               double x,
                               double y)
{
  return box_contains (&area->box, x, y) &&
         rings_contain (self, area->first_ring, area->n_rings, level, x, y);
}

/*< private >
 * _atlas_base_map_lake_contains:
 * @self: a base map
 * @lake: one of its lakes
 * @level: the level of detail
 * @x: a point, in units of the base map
 * @y: a point, in units of the base map
 *
 * Returns: whether the point lies in the water of the lake; islands do not count
 */
gboolean
_atlas_base_map_lake_contains (const AtlasBaseMap *self,
                               const AtlasMapLake *lake,
                               guint level,
                               double x,
                               double y)
{
  return box_contains (&lake->box, x, y) &&
         rings_contain (self, lake->first_ring, lake->n_rings, level, x, y);
}

/**
 * atlas_base_map_get_default:
 *
 * Returns the base map that is built into the program. The first call opens it. Any thread may call
 * this function.
 *
 * Returns: (transfer none): the base map
 */
AtlasBaseMap *
atlas_base_map_get_default (void)
{
  static AtlasBaseMap *base_map;

  if (g_once_init_enter (&base_map))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      AtlasBaseMap *loaded = NULL;

      atlas_base_map_register_resource ();
      bytes = g_resource_lookup_data (atlas_base_map_get_resource (), RESOURCE,
                                      G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
      if (bytes != NULL)
        loaded = atlas_base_map_new_from_bytes (bytes, &error);
      if (loaded == NULL)
        g_error ("The built-in base map is broken: %s", error->message);
      g_once_init_leave (&base_map, loaded);
    }

  return base_map;
}

/**
 * atlas_base_map_new_from_bytes:
 * @bytes: a compiled base map; the base map keeps a reference; unaligned bytes are copied to an
 *   address aligned to four bytes
 * @error: return location for an error from `ATLAS_BASE_MAP_ERROR`
 *
 * Opens a base map and checks that all offsets and indices in it lie within @bytes, so later
 * functions need no checks and cannot fail.
 *
 * Returns: (transfer full) (nullable): the base map, or %NULL with @error set
 */
AtlasBaseMap *
atlas_base_map_new_from_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (AtlasBaseMap) self = NULL;
  const Header *header;
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_BASE_MAP, NULL);
  header = g_bytes_get_data (bytes, &size);
  if (GPOINTER_TO_SIZE (header) % sizeof (guint32) == 0)
    self->bytes = g_bytes_ref (bytes);
  else
    self->bytes = g_bytes_new (header, size);
  header = g_bytes_get_data (self->bytes, NULL);

  if (size < sizeof *header || memcmp (header->magic, MAGIC, sizeof header->magic) != 0 ||
      header->version != VERSION)
    {
      g_set_error (error, ATLAS_BASE_MAP_ERROR, ATLAS_BASE_MAP_ERROR_FORMAT,
                   "This is no base map of version %d", VERSION);
      return NULL;
    }

  if (header->size != size || !open_sections (self, header) || !check_lines (self) ||
      !check_rings (self) || !check_names (self))
    {
      g_set_error_literal (error, ATLAS_BASE_MAP_ERROR, ATLAS_BASE_MAP_ERROR_CORRUPT,
                           "The base map refers to something outside of it");
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * atlas_base_map_get_extent:
 * @self: a base map
 *
 * The part of the Web Mercator square for which the base map has data. A view inside this extent
 * has no empty corner.
 *
 * Returns: the extent
 */
AtlasExtent
atlas_base_map_get_extent (AtlasBaseMap *self)
{
  AtlasMapBox all = { G_MAXINT32, G_MAXINT32, 0, 0 };

  g_return_val_if_fail (ATLAS_IS_BASE_MAP (self), ((AtlasExtent) { 0, 0, 1, 1 }));

  for (guint i = 0; i < self->n_areas; i++)
    {
      const AtlasMapBox *box = &self->areas[i].box;

      all.x0 = MIN (all.x0, box->x0);
      all.y0 = MIN (all.y0, box->y0);
      all.x1 = MAX (all.x1, box->x1);
      all.y1 = MAX (all.y1, box->y1);
    }

  return extent_of_box (&all);
}

/**
 * atlas_base_map_get_area_extent:
 * @self: a base map
 * @code: a GB/T 2260 code of six digits, such as "220000" for the province
 * @extent: (out): return location for the area's extent
 *
 * Returns: whether the base map has an area with that code; if not, @extent does not change
 */
gboolean
atlas_base_map_get_area_extent (AtlasBaseMap *self, const char *code, AtlasExtent *extent)
{
  const AtlasMapArea *area;

  g_return_val_if_fail (ATLAS_IS_BASE_MAP (self), FALSE);
  g_return_val_if_fail (code != NULL && extent != NULL, FALSE);

  area = find_area (self, code);
  if (area != NULL)
    *extent = extent_of_box (&area->box);

  return area != NULL;
}

/* Finds the innermost province that contains the point, or the country when it has no provinces. */
static const AtlasMapArea *
find_province (const AtlasBaseMap *self, double x, double y)
{
  for (guint i = 0; i < self->n_areas; i++)
    if (self->areas[i].kind == ATLAS_AREA_PROVINCE &&
        _atlas_base_map_area_contains (self, &self->areas[i], ATLAS_BASE_MAP_LEVELS - 1,
                                       x * ATLAS_BASE_MAP_SCALE, y * ATLAS_BASE_MAP_SCALE))
      return &self->areas[i];

  return NULL;
}

/**
 * atlas_base_map_get_province_extent_at:
 * @self: a base map
 * @x: a point in the Web Mercator square
 * @y: a point in the Web Mercator square
 * @extent: (out): return location for the extent of the province that contains the point, or of the
 *   country when the base map has no provinces for it
 *
 * Returns: whether the point lies in one; if not, @extent does not change
 */
gboolean
atlas_base_map_get_province_extent_at (AtlasBaseMap *self, double x, double y, AtlasExtent *extent)
{
  const AtlasMapArea *area;

  g_return_val_if_fail (ATLAS_IS_BASE_MAP (self), FALSE);
  g_return_val_if_fail (extent != NULL, FALSE);

  area = find_province (self, x, y);
  if (area != NULL)
    *extent = extent_of_box (&area->box);

  return area != NULL;
}

/**
 * atlas_base_map_covers:
 * @self: a base map
 * @x: a point in the Web Mercator square
 * @y: a point in the Web Mercator square
 *
 * Returns: whether the base map has data at the point, land or sea
 */
gboolean
atlas_base_map_covers (AtlasBaseMap *self, double x, double y)
{
  AtlasExtent all;

  g_return_val_if_fail (ATLAS_IS_BASE_MAP (self), FALSE);

  all = atlas_base_map_get_extent (self);

  return x >= all.x0 && x < all.x1 && y >= all.y0 && y < all.y1;
}

/* Far from Jilin the coast is simplified by some kilometres, so a port may lie outside the land. */
#define COAST_DEGREES 0.1

/**
 * atlas_base_map_is_on_land:
 * @self: a base map
 * @latitude: degrees north, WGS 84
 * @longitude: degrees east, WGS 84
 *
 * Islands too small for the base map count as sea.
 *
 * Returns: whether the base map has land at the point or within about ten kilometres of it
 */
gboolean
atlas_base_map_is_on_land (AtlasBaseMap *self, double latitude, double longitude)
{
  g_return_val_if_fail (ATLAS_IS_BASE_MAP (self), FALSE);

  for (int north = -1; north <= 1; north++)
    for (int east = -1; east <= 1; east++)
      {
        const double x = atlas_projection_x (longitude + east * COAST_DEGREES);
        const double y = atlas_projection_y (latitude + north * COAST_DEGREES);
        gboolean at_sea = !atlas_base_map_covers (self, x, y);

        for (guint i = 0; i < self->n_areas && !at_sea; i++)
          at_sea =
            self->areas[i].kind == ATLAS_AREA_SEA &&
            _atlas_base_map_area_contains (self, &self->areas[i], ATLAS_BASE_MAP_LEVELS - 1,
                                           x * ATLAS_BASE_MAP_SCALE, y * ATLAS_BASE_MAP_SCALE);
        if (!at_sea)
          return TRUE;
      }

  return FALSE;
}

/**
 * atlas_base_map_is_fine_at:
 * @self: a base map
 * @x: a point in the Web Mercator square
 * @y: a point in the Web Mercator square
 *
 * Returns: whether the base map is detailed at the point (counties or prefectures): in Jilin and in
 *   the provinces around it
 */
gboolean
atlas_base_map_is_fine_at (AtlasBaseMap *self, double x, double y)
{
  g_return_val_if_fail (ATLAS_IS_BASE_MAP (self), FALSE);

  for (guint i = 0; i < self->n_areas; i++)
    if (self->areas[i].kind <= ATLAS_AREA_PREFECTURE &&
        _atlas_base_map_area_contains (self, &self->areas[i], ATLAS_BASE_MAP_LEVELS - 1,
                                       x * ATLAS_BASE_MAP_SCALE, y * ATLAS_BASE_MAP_SCALE))
      return TRUE;

  return FALSE;
}

/* The largest distance between the centres that two sources give for one city: about 16 km at 35°
 * north. */
#define SAME_TOWN (0.18 / 360.0)

/**
 * atlas_base_map_get_town_code:
 * @self: a base map
 * @x: a point in the Web Mercator square
 * @y: a point in the Web Mercator square
 *
 * Identifies a city for which the dataset states no code.
 *
 * Returns: (nullable): the GB/T 2260 code of the nearest town that has a code, or %NULL when none
 *   is near
 */
const char *
atlas_base_map_get_town_code (AtlasBaseMap *self, double x, double y)
{
  const char *nearest = NULL;
  double least = SAME_TOWN;

  g_return_val_if_fail (ATLAS_IS_BASE_MAP (self), NULL);

  for (guint i = 0; i < self->n_spots; i++)
    {
      const AtlasMapSpot *spot = &self->spots[i];
      const char *code = _atlas_base_map_get_string (self, spot->code);
      const double distance =
        hypot (spot->at.x / ATLAS_BASE_MAP_SCALE - x, spot->at.y / ATLAS_BASE_MAP_SCALE - y);

      if (*code != '\0' && distance < least)
        {
          least = distance;
          nearest = code;
        }
    }

  return nearest;
}

/**
 * atlas_base_map_get_area_name:
 * @self: a base map
 * @code: a GB/T 2260 code of six digits, such as "220000" for the province
 * @language: in which language
 *
 * Returns: (nullable): the name of the area as the map shows it, or %NULL when there is no area
 *   with that code
 */
const char *
atlas_base_map_get_area_name (AtlasBaseMap *self, const char *code, AtlasLanguage language)
{
  const AtlasMapArea *area;

  g_return_val_if_fail (ATLAS_IS_BASE_MAP (self), NULL);
  g_return_val_if_fail (code != NULL && language < ATLAS_N_LANGUAGES, NULL);

  area = find_area (self, code);

  return area != NULL ? _atlas_base_map_get_string (self, area->names[language]) : NULL;
}

/**
 * atlas_base_map_prefecture_at:
 * @self: a base map
 * @x: a point in the Web Mercator square
 * @y: a point in the Web Mercator square
 *
 * Returns: (nullable): the GB/T 2260 code of the prefecture of Jilin in which the point lies, such
 *   as "220100", or %NULL outside of the province
 */
const char *
atlas_base_map_prefecture_at (AtlasBaseMap *self, double x, double y)
{
  const AtlasMapArea *county;

  g_return_val_if_fail (ATLAS_IS_BASE_MAP (self), NULL);

  county = find_county (self, x, y);

  return county != NULL ? _atlas_base_map_get_string (self, county->prefecture) : NULL;
}

/**
 * atlas_base_map_county_at:
 * @self: a base map
 * @x: a point in the Web Mercator square
 * @y: a point in the Web Mercator square
 *
 * Returns: (nullable): the GB/T 2260 code of the county or district of Jilin in which the point
 *   lies, such as "220112", or %NULL outside of the province
 */
const char *
atlas_base_map_county_at (AtlasBaseMap *self, double x, double y)
{
  const AtlasMapArea *county;

  g_return_val_if_fail (ATLAS_IS_BASE_MAP (self), NULL);

  county = find_county (self, x, y);

  return county != NULL ? _atlas_base_map_get_string (self, county->key) : NULL;
}
