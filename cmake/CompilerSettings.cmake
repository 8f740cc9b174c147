# Settings of every target: C++20, position independent, hidden symbols, no RPATH (the binding's Qt is
# already mapped when our plugins are loaded; a path of our own could only find a wrong one).
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_SKIP_RPATH ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
# Not every Qt can unpack Zstandard, and one that can't does not load the plugin: that of PyQt6 6.5 and PySide6 6.7, for two.
set(TELEMETRY_RCC_OPTIONS --compress-algo zlib)
set(CMAKE_AUTORCC_OPTIONS ${TELEMETRY_RCC_OPTIONS})

# ccache, where it was there when this build folder was made: later it would only compile everything once more. It shall see
# the same command from every folder, and asks for the last two words to keep a file that uses precompiled headers.
if(NOT DEFINED TELEMETRY_CCACHE)
    find_program(TELEMETRY_CCACHE ccache DOC "Keeps what was compiled; not needed")
endif()
if(TELEMETRY_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros ${TELEMETRY_CCACHE})
endif()

add_library(telemetry_settings INTERFACE)
if(MSVC)
    target_compile_options(telemetry_settings INTERFACE
        /W4 /permissive- /utf-8 /Zc:__cplusplus $<$<BOOL:${TELEMETRY_WERROR}>:/WX>)
else()
    target_compile_options(telemetry_settings INTERFACE
        -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor
        $<$<BOOL:${TELEMETRY_WERROR}>:-Werror>)
endif()
if(WIN32)
    # Windows 10, whose names are in UTF-16; its headers without macros that hide the standard library's names.
    target_compile_definitions(telemetry_settings INTERFACE
        UNICODE _UNICODE _WIN32_WINNT=0x0A00 NOMINMAX WIN32_LEAN_AND_MEAN)
endif()
target_compile_definitions(telemetry_settings INTERFACE
    QT_NO_KEYWORDS
    QT_NO_FOREACH
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_JAVA_STYLE_ITERATORS
    QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    TELEMETRY_VERSION="${PROJECT_VERSION}")

if(TELEMETRY_SANITIZE)
    # -fno-sanitize=vptr: Qt ships without type information for its private classes.
    add_compile_options(-fsanitize=${TELEMETRY_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all -fno-sanitize=vptr)
    # GCC 12 warns of std::variant's unused alternative once the sanitizer's calls are in between.
    add_compile_options(-Wno-maybe-uninitialized)
    add_link_options(-fsanitize=${TELEMETRY_SANITIZE})
    if(TELEMETRY_SANITIZE MATCHES "thread")
        add_compile_options(-Wno-tsan) # Boost.Asio has fences, which ThreadSanitizer does not see
    endif()
elseif(LINUX)
    # A plugin with a missing symbol would link and fail only inside napari; other systems' linkers refuse it anyway.
    # (Sanitizer runtimes are undefined on purpose.)
    add_link_options(-Wl,--no-undefined -Wl,--as-needed)
endif()
