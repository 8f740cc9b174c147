# telemetry_compile_small()
#
# What this folder adds from now on is small rather than fast: it is in every napari, seldom runs, and costs the pages that
# the system reads.
if(MSVC)
    set(telemetry_small_options $<$<CONFIG:Release>:/O1> /Gy)
else()
    set(telemetry_small_options $<$<CONFIG:Release>:-Os> -ffunction-sections)
endif()
macro(telemetry_compile_small)
    set(TELEMETRY_COMPILE_SMALL ON)
    add_compile_options(${telemetry_small_options})
endmacro()

# telemetry_module(NAME SOURCES... [UI files...] [PUBLIC libs...] [PRIVATE libs...])
#
# A step of the data flow: one static library with its declared dependencies, and a link probe that fails when
# the step uses something that it did not declare. PUBLIC and PRIVATE are as in target_link_libraries. UI files are named
# relative to ui/, and become headers of the same path: consent/widgets/x.ui is included as "consent/widgets/ui_x.h". (By
# commands of ours: after a change of a .ui file AUTOUIC with Ninja compiles its users only at the build after the next.)
function(telemetry_module name)
    cmake_parse_arguments(arg "" "" "SOURCES;UI;PUBLIC;PRIVATE" ${ARGN})
    set(ui_headers "")
    foreach(ui IN LISTS arg_UI)
        cmake_path(GET ui PARENT_PATH folder)
        cmake_path(GET ui STEM class)
        set(header ${CMAKE_CURRENT_BINARY_DIR}/ui/${folder}/ui_${class}.h)
        add_custom_command(
            OUTPUT ${header}
            COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/ui/${folder}
            COMMAND Qt6::uic -o ${header} ${PROJECT_SOURCE_DIR}/ui/${ui}
            DEPENDS ${PROJECT_SOURCE_DIR}/ui/${ui})
        list(APPEND ui_headers ${header})
    endforeach()
    add_library(${name} STATIC ${arg_SOURCES} ${ui_headers})
    set_source_files_properties(${ui_headers} PROPERTIES SKIP_AUTOGEN ON)
    target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/ui)
    target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
    target_link_libraries(${name} PUBLIC ${arg_PUBLIC} PRIVATE telemetry_settings ${arg_PRIVATE})
    if(TELEMETRY_COMPILE_SMALL AND "Qt6::Widgets" IN_LIST arg_PUBLIC)
        telemetry_precompile(${name} widgets)
    else()
        telemetry_precompile(${name})
    endif()
    set_property(GLOBAL APPEND PROPERTY TELEMETRY_MODULES ${name})
endfunction()

# telemetry_program(NAME libs...): a program of the host. Its main.cpp only wires, as a plugin does.
function(telemetry_program name)
    add_executable(${name} main.cpp)
    target_link_libraries(${name} PRIVATE telemetry_settings ${ARGN})
    telemetry_precompile(${name})
    set_property(GLOBAL APPEND PROPERTY TELEMETRY_ROOTS ${name})
    install(TARGETS ${name} RUNTIME COMPONENT host)
endfunction()

# telemetry_built_on(): tells this folder's main.cpp the day, before which it can't be now. With SOURCE_DATE_EPOCH it is that
# day, so that a build can be repeated.
function(telemetry_built_on)
    string(TIMESTAMP built_on "%Y-%m-%d" UTC)
    set_source_files_properties(main.cpp PROPERTIES COMPILE_DEFINITIONS TELEMETRY_BUILT_ON="${built_on}")
endfunction()

# telemetry_link_probe(NAME): the whole archive plus its declared dependencies, without undefined symbols. By GNU's linker.
function(telemetry_link_probe name)
    add_library(probe_${name} SHARED ${PROJECT_SOURCE_DIR}/tests/boundaries/probe.cpp)
    target_link_libraries(probe_${name} PRIVATE
        -Wl,--whole-archive $<TARGET_FILE:${name}> -Wl,--no-whole-archive
        $<TARGET_PROPERTY:${name},LINK_LIBRARIES>)
    add_dependencies(probe_${name} ${name})
    set_target_properties(probe_${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
endfunction()

# telemetry_test(CLASS SUBFOLDER libs...): tests/SUBFOLDER/tst_CLASS.cpp, linked to its module only.
function(telemetry_test class folder)
    set(name tst_${class})
    add_executable(${name} ${PROJECT_SOURCE_DIR}/tests/${folder}/${name}.cpp)
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    target_link_libraries(${name} PRIVATE telemetry_settings Qt6::Test ${ARGN})
    # QTest's headers are others where widgets, the network or (to draw a page) Qt Gui are linked.
    if("${ARGN}" MATCHES "[Ww]idgets|preview|plugin_classes")
        target_link_libraries(${name} PRIVATE Qt6::Widgets)
        telemetry_precompile(${name} test_widgets)
    elseif(NOT "${ARGN}" MATCHES "[Nn]etwork|_page")
        telemetry_precompile(${name} test)
    endif()
    add_test(NAME ${name} COMMAND ${name})
    set(seconds 120)
    if(TELEMETRY_SANITIZE) # slower, and beside much else
        set(seconds 600)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${seconds}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LANG=C.UTF-8;TELEMETRY_SOURCE_DIR=${PROJECT_SOURCE_DIR}")
endfunction()
