# Parsing Qt's headers takes most of the time of a compilation. Here they are parsed once for each way of compiling: fast
# code (the host, tests), small code (the client, see telemetry_compile_small()), and tests. TELEMETRY_PRECOMPILE=OFF notices
# a file that forgets to include one of them; tools/test --full builds that way once.
set(qt_core <QByteArray> <QCoreApplication> <QDateTime> <QDebug> <QDir> <QFile> <QHash> <QJsonArray> <QJsonDocument>
    <QJsonObject> <QList> <QLoggingCategory> <QMap> <QObject> <QSet> <QString> <QStringList> <QTimer>
    <algorithm> <functional> <memory> <optional>)

# telemetry_precompiled(NAME [SMALL] LIBRARIES libs... HEADERS headers...)
function(telemetry_precompiled name)
    cmake_parse_arguments(arg "SMALL" "" "LIBRARIES;HEADERS" ${ARGN})
    file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp "")
    add_library(${name} STATIC ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
    set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
    target_link_libraries(${name} PRIVATE telemetry_settings ${arg_LIBRARIES})
    if(arg_SMALL)
        target_compile_options(${name} PRIVATE ${telemetry_small_options})
    endif()
    target_precompile_headers(${name} PRIVATE ${arg_HEADERS})
endfunction()

if(TELEMETRY_PRECOMPILE)
    if(NOT MSVC)
        add_compile_options(-fpch-preprocess) # for ccache
    endif()
    telemetry_precompiled(precompiled LIBRARIES Qt6::Core HEADERS ${qt_core})
    telemetry_precompiled(precompiled_small SMALL LIBRARIES Qt6::Core HEADERS ${qt_core})
    telemetry_precompiled(precompiled_widgets SMALL LIBRARIES Qt6::Widgets HEADERS ${qt_core} <QtWidgets>)
    if(TELEMETRY_BUILD_TESTS)
        # Qt defines it differently in each folder, so that no two could share the headers. QFINDTESTDATA() wants it.
        get_target_property(definitions Qt6::Test INTERFACE_COMPILE_DEFINITIONS)
        list(FILTER definitions EXCLUDE REGEX "QT_TESTCASE_(BUILD|SOURCE)DIR")
        set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS "${definitions}")
        telemetry_precompiled(precompiled_test LIBRARIES Qt6::Test HEADERS ${qt_core}
            <QSignalSpy> <QTemporaryDir> <QTest>)
        telemetry_precompiled(precompiled_test_widgets LIBRARIES Qt6::Test Qt6::Widgets HEADERS ${qt_core}
            <QSignalSpy> <QTemporaryDir> <QTest> <QtWidgets>)
    endif()
endif()

# telemetry_precompile(TARGET [KIND]): lets the target use them; KIND is test or test_widgets, or widgets where small
# code uses Qt's widgets.
function(telemetry_precompile target)
    if(NOT TELEMETRY_PRECOMPILE)
        return()
    endif()
    if(ARGN)
        set(headers precompiled_${ARGN})
    elseif(TELEMETRY_COMPILE_SMALL)
        set(headers precompiled_small)
    else()
        set(headers precompiled)
    endif()
    target_precompile_headers(${target} REUSE_FROM ${headers})
endfunction()
