/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <glib.h>

/* Defined where memory is not from the allocator of glibc. Other C libraries have their own, and so
 * has the address sanitizer, which keeps what is freed; how much memory a process has says nothing
 * there. */
#ifndef __GLIBC__
#define HAS_OTHER_ALLOCATOR 1
#elif defined(__SANITIZE_ADDRESS__)
#define HAS_OTHER_ALLOCATOR 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_OTHER_ALLOCATOR 1
#endif
#endif
