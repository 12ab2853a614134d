/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-base-map.h"

G_BEGIN_DECLS

/* The compiled base map is a header, a table of sections and the sections: arrays of the records
 * below, in the byte order of the machine. build-aux/compile-base-map.py writes it; the two must
 * change together. Offsets of strings count from the start of the last section. */

#define ATLAS_BASE_MAP_LEVELS 8
#define ATLAS_BASE_MAP_FIRST_ZOOM 4
#define ATLAS_BASE_MAP_SCALE 1073741824.0 /* units along one side of the Web Mercator square */

typedef enum
{
  ATLAS_LINE_COUNTY,
  ATLAS_LINE_PREFECTURE,
  ATLAS_LINE_PROVINCE,
  ATLAS_LINE_NATIONAL,
  ATLAS_LINE_COAST,
  ATLAS_LINE_FRAME,
  ATLAS_LINE_RIVER,
  ATLAS_LINE_SHORE,
  ATLAS_LINE_DASH, /* a dash of the line in the South China Sea */
  ATLAS_N_LINES,
} AtlasLineKind;

typedef enum
{
  ATLAS_AREA_COUNTY,
  ATLAS_AREA_PREFECTURE,
  ATLAS_AREA_PROVINCE,
  ATLAS_AREA_COUNTRY,
  ATLAS_AREA_SEA,
  ATLAS_AREA_ABROAD,
  ATLAS_N_AREAS,
} AtlasAreaKind;

typedef enum
{
  ATLAS_LINE_INSIDE = 1 << 0,  /* a border between two areas of the province */
  ATLAS_LINE_OUTLINE = 1 << 1, /* a part of the border of the province */
} AtlasLineFlags;

typedef struct
{
  gint32 x;
  gint32 y;
} AtlasMapPoint;

typedef struct
{
  gint32 x0;
  gint32 y0;
  gint32 x1;
  gint32 y1;
} AtlasMapBox;

typedef struct
{
  AtlasMapBox box;
  guint32 kind;
  guint32 flags;
  struct
  {
    guint32 first;
    guint32 n_points;
  } levels[ATLAS_BASE_MAP_LEVELS];
} AtlasMapLine;

typedef struct
{
  guint32 first;
  guint32 n_lines;
} AtlasMapRing;

typedef struct
{
  AtlasMapBox box;
  guint32 kind;
  guint32 key;
  guint32 country;
  guint32 province;
  guint32 prefecture;
  guint32 names[3];
  AtlasMapPoint label;
  guint32 first_ring;
  guint32 n_rings;
} AtlasMapArea;

typedef struct
{
  guint32 line;
  guint32 rank; /* from 1 for a major river to 4 for a brook */
  guint32 names[3];
} AtlasMapRiver;

typedef struct
{
  AtlasMapBox box;
  guint32 approximate;
  guint32 names[3];
  AtlasMapPoint label;
  guint32 first_ring;
  guint32 n_rings;
} AtlasMapLake;

typedef struct
{
  AtlasMapPoint at;
  guint32 is_sea; /* this is the name of a sea, not a town */
  guint32 rank;   /* town: 1 is the capital of the province, 5 a county seat; sea: 0 is the usual
                   * position of its name, 1 another point of that sea */
  guint32 code;
  guint32 names[3];
} AtlasMapSpot;

struct _AtlasBaseMap
{
  GObject parent_instance;

  GBytes *bytes;

  /* Pointers into the bytes. A line reference n >= 0 is an index into lines; ~n means line n in
   * reverse direction. */
  const AtlasMapPoint *points;
  const AtlasMapLine *lines;
  const gint32 *references;
  const AtlasMapRing *rings;
  const AtlasMapArea *areas;
  const AtlasMapRiver *rivers;
  const AtlasMapLake *lakes;
  const AtlasMapSpot *spots;
  const char *strings;

  guint n_points;
  guint n_lines;
  guint n_references;
  guint n_rings;
  guint n_areas;
  guint n_rivers;
  guint n_lakes;
  guint n_spots;
  guint n_strings;
};

static inline const char *
_atlas_base_map_get_string (const AtlasBaseMap *self, guint32 offset)
{
  return self->strings + offset;
}

guint _atlas_base_map_get_level (double pixels_per_unit);
gboolean _atlas_base_map_area_contains (const AtlasBaseMap *self,
                                        const AtlasMapArea *area,
                                        guint level,
                                        double x,
                                        double y);
gboolean _atlas_base_map_lake_contains (const AtlasBaseMap *self,
                                        const AtlasMapLake *lake,
                                        guint level,
                                        double x,
                                        double y);

G_END_DECLS
