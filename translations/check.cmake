# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when a text of the sources is missing from a translation, or an entry is not finished.
file(REMOVE_RECURSE "${WORK}")
file(MAKE_DIRECTORY "${WORK}")
foreach(language IN LISTS LANGUAGES)
    set(copy "${WORK}/earmark_${language}.ts")
    file(COPY "${FOLDER}/earmark_${language}.ts" DESTINATION "${WORK}")
    set(plural "")
    if(language STREQUAL en)
        set(plural -pluralonly)
    endif()
    # Guessing a text from a similar one would hide that it is new.
    execute_process(COMMAND "${LUPDATE}" -silent ${plural} -locations none -no-obsolete -I "${SOURCES}/.."
            -disable-heuristic sametext -disable-heuristic similartext -disable-heuristic number
            -source-language en -target-language ${language} "${SOURCES}" -ts "${copy}"
        RESULT_VARIABLE status ERROR_VARIABLE problem)
    if(NOT status EQUAL 0)
        message(FATAL_ERROR "lupdate failed for ${language}: ${problem}")
    endif()
    file(STRINGS "${copy}" unfinished REGEX "type=\"unfinished\"")
    list(LENGTH unfinished count)
    if(count GREATER 0)
        file(READ "${copy}" text)
        string(REGEX MATCHALL "<source>[^<]*</source>[^/]*<translation type=\"unfinished\"" sources "${text}")
        list(JOIN sources "\n" sources)
        message(FATAL_ERROR "${count} unfinished texts in earmark_${language}.ts; "
            "build the target update_translations and translate them:\n${sources}")
    endif()
endforeach()
message(STATUS "every text is translated")
