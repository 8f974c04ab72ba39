# SPDX-License-Identifier: GPL-3.0-or-later
# Headers of Qt and the standard library that nearly every source reads, compiled once for all: a clean
# build takes two thirds of the time. On where a build starts from nothing (the presets check and
# release); daily work goes without, so that a forgotten #include is noticed.
#
#   read_headers_once(app_feeds core)        # or widgets, for what shows something
option(EARMARK_PRECOMPILED "Compile common headers once" OFF)

set(core_headers
    <QByteArray> <QCoreApplication> <QDateTime> <QDir> <QFile> <QFileInfo> <QFuture> <QFutureWatcher>
    <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QObject> <QPointer> <QPromise> <QSet>
    <QString> <QStringList> <QTimer> <QUrl>
    <algorithm> <array> <chrono> <cmath> <functional> <map> <memory> <optional> <span> <string_view>
    <utility> <variant> <vector>)
set(widget_headers
    <QAbstractItemModel> <QAccessible> <QAction> <QApplication> <QBoxLayout> <QComboBox> <QDialog>
    <QKeyEvent> <QLabel> <QLineEdit> <QListView> <QMenu> <QPainter> <QPlainTextEdit> <QPushButton>
    <QStyle> <QToolButton> <QWidget>)

function(_add_precompiled name)
    cmake_parse_arguments(P "" "" "HEADERS;LINKS" ${ARGN})
    set(source "${PROJECT_BINARY_DIR}/precompiled_${name}.cpp")
    file(CONFIGURE OUTPUT "${source}" CONTENT "")
    add_library(precompiled_${name} OBJECT "${source}")
    set_target_properties(precompiled_${name} PROPERTIES AUTOMOC OFF)
    target_link_libraries(precompiled_${name} PRIVATE project_settings ${P_LINKS})
    target_precompile_headers(precompiled_${name} PRIVATE ${P_HEADERS})
endfunction()

if(EARMARK_PRECOMPILED)
    if(CCACHE_PROGRAM)
        # Else it would not keep what was compiled with them.
        set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
            CCACHE_SLOPPINESS=pch_defines,time_macros "${CCACHE_PROGRAM}")
        target_compile_options(project_settings INTERFACE -fpch-preprocess)
    endif()
    _add_precompiled(core HEADERS ${core_headers} LINKS Qt6::Core)
    if(EARMARK_GUI)
        _add_precompiled(widgets HEADERS ${core_headers} ${widget_headers} LINKS Qt6::Widgets)
    endif()
endif()

function(read_headers_once target kind)
    if(EARMARK_PRECOMPILED)
        target_precompile_headers(${target} REUSE_FROM precompiled_${kind})
    endif()
endfunction()
