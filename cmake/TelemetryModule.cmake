# telemetry_module(NAME SOURCES... [PUBLIC libs...] [PRIVATE libs...])
#
# A step of the data flow: one static library with its declared dependencies, and a link probe that fails when
# the step uses something that it did not declare. PUBLIC and PRIVATE are as in target_link_libraries.
function(telemetry_module name)
    cmake_parse_arguments(arg "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(${name} STATIC ${arg_SOURCES})
    target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
    target_link_libraries(${name} PUBLIC ${arg_PUBLIC} PRIVATE telemetry_settings ${arg_PRIVATE})
    set_property(TARGET ${name} PROPERTY AUTOUIC_SEARCH_PATHS ${PROJECT_SOURCE_DIR}/ui)
    set_property(GLOBAL APPEND PROPERTY TELEMETRY_MODULES ${name})
endfunction()

# telemetry_link_probe(NAME): the whole archive plus its declared dependencies, without undefined symbols.
function(telemetry_link_probe name)
    add_library(probe_${name} SHARED ${PROJECT_SOURCE_DIR}/tests/boundaries/probe.cpp)
    target_link_libraries(probe_${name} PRIVATE
        -Wl,--whole-archive $<TARGET_FILE:${name}> -Wl,--no-whole-archive
        $<TARGET_PROPERTY:${name},LINK_LIBRARIES>)
    add_dependencies(probe_${name} ${name})
    set_target_properties(probe_${name} PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
endfunction()

# telemetry_test(CLASS SUBFOLDER libs...): tests/SUBFOLDER/tst_CLASS.cpp, linked to its module only.
function(telemetry_test class folder)
    set(name tst_${class})
    add_executable(${name} ${PROJECT_SOURCE_DIR}/tests/${folder}/${name}.cpp)
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    target_link_libraries(${name} PRIVATE telemetry_settings Qt6::Test ${ARGN})
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT 120
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LANG=C.UTF-8;TELEMETRY_SOURCE_DIR=${PROJECT_SOURCE_DIR}")
endfunction()
