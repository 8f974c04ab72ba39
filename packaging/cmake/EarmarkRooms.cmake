# SPDX-License-Identifier: GPL-3.0-or-later
# add_room() makes one folder into one static library and writes down what it may include.
#
#   add_room(feeds RANK 3 USES base timestamps LINKS pugixml::pugixml)
#   add_ui_room(player RANK 4 USES widgets theme app/playback)
#
# The library is every .cpp/.h of the folder (and its internal/). USES are rooms whose headers it may
# include (in ui/, rooms of app/ are written app/NAME); LINKS are outside libraries. Words after PUBLIC
# in either list are also given to those who use this room, because they appear in its headers.
# tests/architecture reads build/rooms.txt and fails on an #include the table does not allow.

define_property(GLOBAL PROPERTY EARMARK_ROOM_TABLE BRIEF_DOCS "one line per room")

function(_earmark_add_room half name)
    cmake_parse_arguments(ROOM "" "RANK" "USES;LINKS;INCLUDES" ${ARGN})
    if(NOT DEFINED ROOM_RANK OR ROOM_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "${half}/${name}: RANK is missing or '${ROOM_UNPARSED_ARGUMENTS}' not understood")
    endif()
    set(folder "${PROJECT_SOURCE_DIR}/${half}/${name}")
    file(GLOB sources CONFIGURE_DEPENDS "${folder}/*.cpp" "${folder}/*.h"
        "${folder}/internal/*.cpp" "${folder}/internal/*.h")
    list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
    set(target "${half}_${name}")
    add_library(${target} STATIC ${sources})
    set_target_properties(${target} PROPERTIES LINKER_LANGUAGE CXX)
    target_link_libraries(${target} PRIVATE project_settings)

    set(visibility PRIVATE)
    set(allowed "")
    foreach(word IN LISTS ROOM_USES)
        if(word STREQUAL "PUBLIC")
            set(visibility PUBLIC)
            continue()
        endif()
        if(word MATCHES "/")
            set(used "${word}")
        else()
            set(used "${half}/${word}")
        endif()
        string(REPLACE "/" "_" usedTarget "${used}")
        get_property(usedRank GLOBAL PROPERTY EARMARK_RANK_${usedTarget})
        if("${usedRank}" STREQUAL "")
            message(FATAL_ERROR "${half}/${name} uses ${used}, which is not a room (yet)")
        endif()
        if(used MATCHES "^${half}/" AND NOT usedRank LESS ROOM_RANK)
            message(FATAL_ERROR "${half}/${name} (rank ${ROOM_RANK}) may not use ${used} (rank ${usedRank})")
        endif()
        target_link_libraries(${target} ${visibility} ${usedTarget})
        list(APPEND allowed "${used}")
    endforeach()
    set(visibility PRIVATE)
    foreach(word IN LISTS ROOM_LINKS)
        if(word STREQUAL "PUBLIC")
            set(visibility PUBLIC)
            continue()
        endif()
        target_link_libraries(${target} ${visibility} ${word})
    endforeach()
    if("Qt6::Widgets" IN_LIST ROOM_LINKS)
        read_headers_once(${target} widgets)
    else()
        read_headers_once(${target} core)
    endif()
    set_property(GLOBAL PROPERTY EARMARK_RANK_${target} ${ROOM_RANK})
    list(JOIN allowed " " allowed)
    list(JOIN ROOM_INCLUDES " " outside)
    set_property(GLOBAL APPEND PROPERTY EARMARK_ROOM_TABLE
        "${half}/${name}|${ROOM_RANK}|${allowed}|${outside}")
endfunction()

# INCLUDES lists patterns of outside headers only this room may include, such as <sqlite3.h>.
function(add_room name)
    _earmark_add_room(app ${name} ${ARGN})
endfunction()

function(add_ui_room name)
    _earmark_add_room(ui ${name} ${ARGN})
endfunction()

function(write_room_table)
    get_property(table GLOBAL PROPERTY EARMARK_ROOM_TABLE)
    list(JOIN table "\n" table)
    file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/rooms.txt" CONTENT "${table}\n" @ONLY)
endfunction()
