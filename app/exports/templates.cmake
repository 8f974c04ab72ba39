# SPDX-License-Identifier: GPL-3.0-or-later
# Puts resources/templates into app_exports as text, so that the command line has them too.
set(templateFolder "${PROJECT_SOURCE_DIR}/resources/templates")
file(GLOB templateFiles CONFIGURE_DEPENDS "${templateFolder}/*.mustache")
list(SORT templateFiles)
set(templateRows "")
foreach(file IN LISTS templateFiles)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
    get_filename_component(name "${file}" NAME_WE)
    file(READ "${file}" text)
    string(APPEND templateRows "        {u\"${name}\", R\"template(${text})template\"},\n")
endforeach()
file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/exports/templatefiles.cpp" @ONLY CONTENT [[
// SPDX-License-Identifier: GPL-3.0-or-later
// Made from resources/templates by templates.cmake.
#include "app/exports/internal/templatefiles.h"

namespace app::exports::internal {

std::string_view templateFile(QStringView format)
{
    struct Row { QStringView format; std::string_view text; };
    static constexpr Row rows[] = {
@templateRows@    };
    for (const Row &row : rows) {
        if (row.format == format)
            return row.text;
    }
    return {};
}

} // namespace app::exports::internal
]])
target_sources(app_exports PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/exports/templatefiles.cpp")
