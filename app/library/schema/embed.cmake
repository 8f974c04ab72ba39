# SPDX-License-Identifier: GPL-3.0-or-later
# Puts the schema files of this folder into app_library as text, in the order of their numbers.
file(GLOB schemaFiles CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/[0-9][0-9][0-9][0-9]_*.sql")
list(SORT schemaFiles)
set(schemaRows "")
foreach(file IN LISTS schemaFiles)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
    get_filename_component(name "${file}" NAME)
    string(REGEX MATCH "^0*([1-9][0-9]*)_" number "${name}")
    set(number "${CMAKE_MATCH_1}")
    file(READ "${file}" text)
    string(APPEND schemaRows "        {${number}, R\"schema(${text})schema\"},\n")
endforeach()
file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/library/schemafiles.cpp" @ONLY CONTENT [[
// SPDX-License-Identifier: GPL-3.0-or-later
// Made from app/library/schema by embed.cmake.
#include "app/library/migrations.h"

namespace app::library {

const std::vector<Migration> &allMigrations()
{
    static const std::vector<Migration> migrations = {
@schemaRows@    };
    return migrations;
}

} // namespace app::library
]])
target_sources(app_library PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/library/schemafiles.cpp")
