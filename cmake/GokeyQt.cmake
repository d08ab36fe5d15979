# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: Apache-2.0
# The desktop app's Qt: 5.15, what Debian 12's desktops run, or 6.4 with -DGOKEY_QT=6. Everything links Qt's versionless
# targets, so that nothing but this file knows which.
set(GOKEY_QT 5 CACHE STRING "Major version of Qt for the desktop app: 5 or 6")
set_property(CACHE GOKEY_QT PROPERTY STRINGS 5 6)
if(GOKEY_QT EQUAL 5)
  find_package(Qt5 5.15 REQUIRED COMPONENTS Core Gui Widgets DBus Network Svg Test)
else()
  find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets DBus Network Svg Test)
endif()

add_library(gokey_gui_options INTERFACE)
target_link_libraries(gokey_gui_options INTERFACE gokey_options)
target_compile_definitions(gokey_gui_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH QT_STRICT_ITERATORS
  QT_DISABLE_DEPRECATED_BEFORE=0x050F00)

# A room of the desktop app: gokey_room with moc, and Qt Widgets for everybody.
function(gokey_gui_room target)
  cmake_parse_arguments(ROOM "" "AS" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  gokey_room(${target} AS ${ROOM_AS} SOURCES ${ROOM_SOURCES}
    PUBLIC Qt::Widgets ${ROOM_PUBLIC} PRIVATE ${ROOM_PRIVATE} OPTIONS gokey_gui_options)
  set_target_properties(${target} PROPERTIES AUTOMOC ON)
endfunction()
