# SPDX-License-Identifier: GPL-3.0-or-later
# Language, warnings and Qt's strict modes for every target of this project.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()

add_library(project_settings INTERFACE)
target_include_directories(project_settings INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_definitions(project_settings INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_FOREACH
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_URL_CAST_FROM_STRING
    QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    EARMARK_VERSION="${PROJECT_VERSION}")
target_compile_options(project_settings INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wold-style-cast
    -Wnon-virtual-dtor -Woverloaded-virtual)
if(EARMARK_SANITIZE)
    # GCC 12 sees uninitialized values in the code that sanitizers add.
    target_compile_options(project_settings INTERFACE -Wno-maybe-uninitialized
        -fsanitize=${EARMARK_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(project_settings INTERFACE -fsanitize=${EARMARK_SANITIZE})
endif()
if(EARMARK_FUZZ)
    target_compile_options(project_settings INTERFACE -fsanitize=fuzzer-no-link,address,undefined)
    target_link_options(project_settings INTERFACE -fsanitize=address,undefined)
endif()
if(EARMARK_COVERAGE)
    target_compile_options(project_settings INTERFACE --coverage)
    target_link_options(project_settings INTERFACE --coverage)
endif()
