<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Texts</name>
    <message numerus="yes">
        <source>%n try(s) left</source>
        <translation>
            <numerusform>%n try left</numerusform>
            <numerusform>%n tries left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::DoctorPage</name>
    <message numerus="yes">
        <source>%n need(s) you.</source>
        <translation>
            <numerusform>%n needs you.</numerusform>
            <numerusform>%n need you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more check(s) that are fine</source>
        <translation>
            <numerusform>Show %n more check that is fine</numerusform>
            <numerusform>Show %n more checks that are fine</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::FidoPage</name>
    <message numerus="yes">
        <source>Room for %n more</source>
        <translation>
            <numerusform>Room for %n more</numerusform>
            <numerusform>Room for %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::Notices</name>
    <message numerus="yes">
        <source>Because nobody used the computer for %n minute(s).</source>
        <translation>
            <numerusform>Because nobody used the computer for %n minute.</numerusform>
            <numerusform>Because nobody used the computer for %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::OverviewPage</name>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>%n s left</numerusform>
            <numerusform>%n s left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::PresencePopup</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::Ring</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::SettingsPage</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::UnlockDialog</name>
    <message numerus="yes">
        <source>A passphrase has at most %n byte(s). Nothing of this was taken.</source>
        <translation>
            <numerusform>A passphrase has at most %n byte. Nothing of this was taken.</numerusform>
            <numerusform>A passphrase has at most %n bytes. Nothing of this was taken.</numerusform>
        </translation>
    </message>
</context>
</TS>
