# telemetry_platform_sources(VARIABLE NAMES...)
#
# What differs between operating systems is in files of their names: for each NAME the variable gets NAME_windows.cpp, or
# NAME_darwin.cpp where macOS needs one of its own, or NAME_posix.cpp. A system without such a file needs none: the linker
# tells otherwise. Headers are listed by the module, as any.
function(telemetry_platform_sources variable)
    if(WIN32)
        set(systems windows)
    elseif(APPLE)
        set(systems darwin posix)
    else()
        set(systems posix)
    endif()
    set(sources "")
    foreach(name IN LISTS ARGN)
        foreach(system IN LISTS systems)
            if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${name}_${system}.cpp)
                list(APPEND sources ${name}_${system}.cpp)
                break()
            endif()
        endforeach()
    endforeach()
    set(${variable} ${sources} PARENT_SCOPE)
endfunction()
