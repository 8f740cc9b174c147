# Parsing Qt's headers takes most of the time of a compilation. Here they are parsed once for all modules and tests, when
# TELEMETRY_PRECOMPILE is on: in the sanitizers' builds, which ship nothing, beside a release build that notices a missing
# include.
if(TELEMETRY_PRECOMPILE)
    add_compile_options(-fpch-preprocess) # for ccache
    file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/precompiled.cpp "")
    add_library(precompiled STATIC ${CMAKE_CURRENT_BINARY_DIR}/precompiled.cpp)
    set_target_properties(precompiled PROPERTIES AUTOMOC OFF AUTORCC OFF)
    target_link_libraries(precompiled PRIVATE telemetry_settings Qt6::Core)
    target_precompile_headers(precompiled PRIVATE
        <QByteArray> <QCoreApplication> <QDateTime> <QDebug> <QDir> <QFile> <QHash> <QJsonArray> <QJsonDocument>
        <QJsonObject> <QList> <QLoggingCategory> <QMap> <QObject> <QSet> <QString> <QStringList> <QTimer>
        <algorithm> <functional> <memory> <optional>)
endif()

# telemetry_precompile(TARGET): lets the target use them.
function(telemetry_precompile target)
    if(TELEMETRY_PRECOMPILE)
        target_precompile_headers(${target} REUSE_FROM precompiled)
    endif()
endfunction()
