/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Jilin Atlas authors */

/*
 * Headers of libraries that clang reads once for all of libatlas (c_pch in src/meson.build).
 * Source files include what they use nevertheless: GCC compiles them without this file.
 */

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <pango/pangocairo.h>
