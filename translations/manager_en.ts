<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Texts</name>
    <message numerus="yes">
        <source>%Ln try(s) left</source>
        <translation>
            <numerusform>%Ln try left</numerusform>
            <numerusform>%Ln tries left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::DoctorPage</name>
    <message numerus="yes">
        <source>%Ln need(s) you.</source>
        <translation>
            <numerusform>%Ln needs you.</numerusform>
            <numerusform>%Ln need you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more check(s) that are fine</source>
        <translation>
            <numerusform>Show %Ln more check that is fine</numerusform>
            <numerusform>Show %Ln more checks that are fine</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::Notices</name>
    <message numerus="yes">
        <source>Because nobody used the computer for %Ln minute(s).</source>
        <translation>
            <numerusform>Because nobody used the computer for %Ln minute.</numerusform>
            <numerusform>Because nobody used the computer for %Ln minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::OverviewPage</name>
    <message numerus="yes">
        <source>%Ln s left</source>
        <translation>
            <numerusform>%Ln s left</numerusform>
            <numerusform>%Ln s left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::PasskeyList</name>
    <message numerus="yes">
        <source>Room for %Ln more</source>
        <translation>
            <numerusform>Room for %Ln more</numerusform>
            <numerusform>Room for %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::PresencePopup</name>
    <message numerus="yes">
        <source>%Ln second(s) left</source>
        <translation>
            <numerusform>%Ln second left</numerusform>
            <numerusform>%Ln seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::Ring</name>
    <message numerus="yes">
        <source>%Ln second(s) left</source>
        <translation>
            <numerusform>%Ln second left</numerusform>
            <numerusform>%Ln seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::SettingsPage</name>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::UnlockDialog</name>
    <message numerus="yes">
        <source>A passphrase has at most %Ln byte(s). Nothing of this was taken.</source>
        <translation>
            <numerusform>A passphrase has at most %Ln byte. Nothing of this was taken.</numerusform>
            <numerusform>A passphrase has at most %Ln bytes. Nothing of this was taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>for %Ln minute(s)</source>
        <translation>
            <numerusform>for %Ln minute</numerusform>
            <numerusform>for %Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>for %Ln hour(s)</source>
        <translation>
            <numerusform>for %Ln hour</numerusform>
            <numerusform>for %Ln hours</numerusform>
        </translation>
    </message>
</context>
</TS>
