<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>DesktopChecks</name>
    <message>
        <source>Desktop bus</source>
        <translation>Desktop-Bus</translation>
    </message>
    <message>
        <source>The desktop bus is there.</source>
        <translation>Der Desktop-Bus ist da.</translation>
    </message>
    <message>
        <source>Log in through the desktop, or start the app with %1.</source>
        <translation>Melden Sie sich über den Desktop an oder starten Sie die App mit %1.</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Benachrichtigungsfeld</translation>
    </message>
    <message>
        <source>This desktop shows the tray icon.</source>
        <translation>Dieser Desktop zeigt das Symbol im Benachrichtigungsfeld.</translation>
    </message>
    <message>
        <source>On GNOME, install the extension AppIndicator (package %1). Other panels have a tray, or status area, that can be added.</source>
        <translation>Installieren Sie unter GNOME die Erweiterung AppIndicator (Paket %1). Andere Leisten haben ein Benachrichtigungsfeld, das sich hinzufügen lässt.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>This desktop shows notifications with buttons.</source>
        <translation>Dieser Desktop zeigt Benachrichtigungen mit Schaltflächen.</translation>
    </message>
    <message>
        <source>No notification service. Requests are shown in a window of our own.</source>
        <translation>Kein Benachrichtigungsdienst. Anfragen erscheinen in einem eigenen Fenster.</translation>
    </message>
    <message>
        <source>Start a notification service whose notifications have buttons; most desktops bring one.</source>
        <translation>Starten Sie einen Benachrichtigungsdienst, dessen Meldungen Schaltflächen haben; die meisten Desktops bringen einen mit.</translation>
    </message>
</context>
<context>
    <name>KeyTexts</name>
    <message>
        <source>Next try possible in %1</source>
        <translation>Nächster Versuch möglich in %1</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Kein Schlüssel</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Entsperrt</translation>
    </message>
    <message>
        <source>Unlocked %1</source>
        <comment>until 14:12</comment>
        <translation>Entsperrt %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>8:42</comment>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>This firmware cannot unlock it</source>
        <translation>Diese Firmware kann ihn nicht entsperren</translation>
    </message>
    <message>
        <source>Locked · opens together with decryption</source>
        <translation>Gesperrt · öffnet sich mit der Entschlüsselung</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Unlock signing…</source>
        <translation>Signatur entsperren…</translation>
    </message>
    <message>
        <source>Unlock decryption…</source>
        <translation>Entschlüsselung entsperren…</translation>
    </message>
    <message>
        <source>Lock signing now</source>
        <translation>Signatur jetzt sperren</translation>
    </message>
    <message>
        <source>Lock decryption now</source>
        <translation>Entschlüsselung jetzt sperren</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Blue is off</source>
        <translation>Blau ist aus</translation>
    </message>
    <message>
        <source>No subkey unlocked</source>
        <translation>Kein Unterschlüssel entsperrt</translation>
    </message>
    <message>
        <source>Blue is on</source>
        <translation>Blau ist an</translation>
    </message>
    <message>
        <source>Not set up yet</source>
        <translation>Noch nicht eingerichtet</translation>
    </message>
    <message>
        <source>Signing and decryption subkeys unlocked</source>
        <translation>Unterschlüssel für Signatur und Entschlüsselung entsperrt</translation>
    </message>
    <message>
        <source>A subkey is unlocked</source>
        <translation>Ein Unterschlüssel ist entsperrt</translation>
    </message>
    <message>
        <source>Signing subkey unlocked</source>
        <translation>Unterschlüssel für Signatur entsperrt</translation>
    </message>
    <message>
        <source>Decryption subkey unlocked</source>
        <translation>Unterschlüssel für Entschlüsselung entsperrt</translation>
    </message>
    <message>
        <source>White is off</source>
        <translation>Weiß ist aus</translation>
    </message>
    <message>
        <source>Nothing in progress</source>
        <translation>Kein Vorgang läuft</translation>
    </message>
    <message>
        <source>White blinks</source>
        <translation>Weiß blinkt</translation>
    </message>
    <message>
        <source>White is on</source>
        <translation>Weiß ist an</translation>
    </message>
    <message>
        <source>Decrypting</source>
        <translation>Entschlüsselt</translation>
    </message>
    <message>
        <source>Authenticating</source>
        <translation>Authentifiziert</translation>
    </message>
    <message>
        <source>The token is working</source>
        <translation>Das Token arbeitet</translation>
    </message>
    <message>
        <source>Signing</source>
        <comment>in progress</comment>
        <translation>Signiert</translation>
    </message>
    <message>
        <source>Storage damaged</source>
        <translation>Speicher beschädigt</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>Confirm only if you are signing in right now.</source>
        <translation>Bestätigen Sie nur, wenn Sie sich gerade anmelden.</translation>
    </message>
    <message>
        <source>Confirm within %1 s, and only if you are signing in right now.</source>
        <translation>Bestätigen Sie innerhalb von %1 s, und nur, wenn Sie sich gerade anmelden.</translation>
    </message>
    <message>
        <source>%1: %2 asks for your presence</source>
        <comment>name of a token: a site</comment>
        <translation>%1: %2 fragt nach Ihrer Anwesenheit</translation>
    </message>
    <message>
        <source>Probably asked by %1</source>
        <translation>Wahrscheinlich gefragt von %1</translation>
    </message>
    <message>
        <source>Probably asked by %1.</source>
        <translation>Wahrscheinlich gefragt von %1.</translation>
    </message>
    <message>
        <source>Confirm within %1 s. Dismiss lets it lapse.</source>
        <translation>Bestätigen Sie innerhalb von %1 s. „Verwerfen“ lässt die Anfrage verfallen.</translation>
    </message>
    <message>
        <source>%1: a site asks for your presence</source>
        <comment>name of a token</comment>
        <translation>%1: Eine Website fragt nach Ihrer Anwesenheit</translation>
    </message>
    <message>
        <source>This firmware does not tell which one.</source>
        <translation>Diese Firmware verrät nicht, welche.</translation>
    </message>
    <message>
        <source>The site is not known here: %1</source>
        <translation>Die Website ist hier nicht bekannt: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a token: what is asked</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>signing and decryption unlocked</source>
        <translation>Signatur und Entschlüsselung entsperrt</translation>
    </message>
    <message>
        <source>signing unlocked</source>
        <translation>Signatur entsperrt</translation>
    </message>
    <message>
        <source>decryption unlocked</source>
        <translation>Entschlüsselung entsperrt</translation>
    </message>
    <message>
        <source>unlocked</source>
        <translation>entsperrt</translation>
    </message>
    <message>
        <source>Host key changed</source>
        <translation>Hostschlüssel geändert</translation>
    </message>
    <message>
        <source>host key changed</source>
        <translation>Hostschlüssel geändert</translation>
    </message>
    <message>
        <source>No tries left</source>
        <translation>Keine Versuche übrig</translation>
    </message>
    <message>
        <source>no tries left</source>
        <translation>keine Versuche übrig</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Signing…</source>
        <translation>Signiert…</translation>
    </message>
    <message>
        <source>signing</source>
        <translation>signiert</translation>
    </message>
    <message>
        <source>Decrypting…</source>
        <translation>Entschlüsselt…</translation>
    </message>
    <message>
        <source>decrypting</source>
        <translation>entschlüsselt</translation>
    </message>
    <message>
        <source>Authenticating…</source>
        <translation>Authentifiziert…</translation>
    </message>
    <message>
        <source>authenticating</source>
        <translation>authentifiziert</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird hergestellt…</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>wird verbunden</translation>
    </message>
    <message>
        <source>Not attached</source>
        <translation>Nicht angesteckt</translation>
    </message>
    <message>
        <source>not attached</source>
        <translation>nicht angesteckt</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>Antwortet nicht</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>antwortet nicht</translation>
    </message>
    <message>
        <source>Waiting for firmware</source>
        <translation>Wartet auf Firmware</translation>
    </message>
    <message>
        <source>waiting for firmware</source>
        <translation>wartet auf Firmware</translation>
    </message>
    <message>
        <source>Not set up yet</source>
        <translation>Noch nicht eingerichtet</translation>
    </message>
    <message>
        <source>not set up yet</source>
        <translation>noch nicht eingerichtet</translation>
    </message>
    <message>
        <source>Not started yet</source>
        <translation>Noch nicht gestartet</translation>
    </message>
    <message>
        <source>not started yet</source>
        <translation>noch nicht gestartet</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>presence requested</source>
        <translation>Anwesenheit gefragt</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Decryption</source>
        <translation>Entschlüsselung</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Authentifizierung</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beides</translation>
    </message>
    <message numerus="yes">
        <source>%Ln try(s) left</source>
        <translation>
            <numerusform>%Ln Versuch übrig</numerusform>
            <numerusform>%Ln Versuche übrig</numerusform>
        </translation>
    </message>
    <message>
        <source>Signing and decryption unlocked</source>
        <translation>Signatur und Entschlüsselung entsperrt</translation>
    </message>
    <message>
        <source>Signing unlocked</source>
        <translation>Signatur entsperrt</translation>
    </message>
    <message>
        <source>Decryption unlocked</source>
        <translation>Entschlüsselung entsperrt</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Entsperrt</translation>
    </message>
    <message>
        <source>Signing and decryption locked</source>
        <translation>Signatur und Entschlüsselung gesperrt</translation>
    </message>
    <message>
        <source>Signing locked</source>
        <translation>Signatur gesperrt</translation>
    </message>
    <message>
        <source>Decryption locked</source>
        <translation>Entschlüsselung gesperrt</translation>
    </message>
    <message>
        <source>the time was over</source>
        <translation>die Zeit war um</translation>
    </message>
    <message>
        <source>the screen was locked</source>
        <translation>der Bildschirm wurde gesperrt</translation>
    </message>
    <message>
        <source>the computer goes to sleep</source>
        <translation>der Computer geht in den Ruhezustand</translation>
    </message>
    <message>
        <source>nobody used the computer</source>
        <translation>niemand hat den Computer benutzt</translation>
    </message>
    <message>
        <source>it was unplugged</source>
        <translation>es wurde abgezogen</translation>
    </message>
    <message>
        <source>the token did it by itself</source>
        <translation>das Token tat es von selbst</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>until the screen locks</source>
        <translation>bis der Bildschirm gesperrt wird</translation>
    </message>
    <message>
        <source>until unplugged</source>
        <translation>bis zum Abziehen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>unlocked, until when</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Plug in a USB armory with GoKey. It appears here by itself.</source>
        <translation>Stecken Sie eine USB armory mit GoKey an. Sie erscheint hier von selbst.</translation>
    </message>
    <message>
        <source>The token is plugged in, but its console is silent.</source>
        <translation>Das Token ist angesteckt, aber seine Konsole schweigt.</translation>
    </message>
    <message>
        <source>The token is plugged in, but its console is silent. Last seen %1.</source>
        <translation>Das Token ist angesteckt, aber seine Konsole schweigt. Zuletzt gesehen: %1.</translation>
    </message>
    <message>
        <source>The token started without firmware (boot ROM). Nothing on it is usable until it is flashed.</source>
        <translation>Das Token ist ohne Firmware gestartet (Boot-ROM). Nichts darauf ist benutzbar, bis es geflasht wird.</translation>
    </message>
    <message>
        <source>This token is in factory state. It holds no keys.</source>
        <translation>Dieses Token ist im Auslieferungszustand. Es enthält keine Schlüssel.</translation>
    </message>
    <message>
        <source>The card is not initialised. Unlocking does that too.</source>
        <translation>Die Karte ist nicht initialisiert. Das Entsperren erledigt das mit.</translation>
    </message>
    <message>
        <source>Signing and decryption are locked.</source>
        <translation>Signatur und Entschlüsselung sind gesperrt.</translation>
    </message>
    <message>
        <source>The token is working. Leave it plugged in.</source>
        <translation>Das Token arbeitet. Lassen Sie es angesteckt.</translation>
    </message>
    <message>
        <source>Nothing was sent to this token.</source>
        <translation>An dieses Token wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The subkey stays locked until the token restarts.</source>
        <translation>Der Unterschlüssel bleibt gesperrt, bis das Token neu startet.</translation>
    </message>
    <message>
        <source>Restarting the token begins the wait anew.</source>
        <translation>Ein Neustart des Tokens beginnt die Wartezeit von vorn.</translation>
    </message>
    <message>
        <source>a site</source>
        <translation>eine Website</translation>
    </message>
    <message>
        <source>%1 asks for your presence</source>
        <translation>%1 fragt nach Ihrer Anwesenheit</translation>
    </message>
    <message>
        <source>A site asks for your presence</source>
        <translation>Eine Website fragt nach Ihrer Anwesenheit</translation>
    </message>
    <message>
        <source>Does not let this computer in</source>
        <translation>Lässt diesen Computer nicht ein</translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>Keine Berechtigung</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Beschäftigt</translation>
    </message>
    <message>
        <source>%1 was unplugged. Nothing is lost: plug it in and try again.</source>
        <translation>%1 wurde abgezogen. Nichts ist verloren: Stecken Sie es an und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This user may not talk to the token.</source>
        <translation>Sie dürfen nicht auf das Token zugreifen.</translation>
    </message>
    <message>
        <source>Another program holds the card reader.</source>
        <translation>Ein anderes Programm hält den Kartenleser.</translation>
    </message>
    <message>
        <source>Another program holds the card reader: %1.</source>
        <translation>Ein anderes Programm hält den Kartenleser: %1.</translation>
    </message>
    <message>
        <source>%1 does not answer. The rest of this window keeps working.</source>
        <translation>%1 antwortet nicht. Der Rest dieses Fensters funktioniert weiter.</translation>
    </message>
    <message>
        <source>The token waits for firmware.</source>
        <translation>Das Token wartet auf Firmware.</translation>
    </message>
    <message>
        <source>The token does not know this computer&apos;s SSH key.</source>
        <translation>Das Token kennt den SSH-Schlüssel dieses Computers nicht.</translation>
    </message>
    <message>
        <source>The host key has changed. This may not be your token. Nothing was sent to it: no passphrase, no request.</source>
        <translation>Der Hostschlüssel hat sich geändert. Vielleicht ist das nicht Ihr Token. Nichts wurde ihm gesendet: keine Passphrase, keine Anfrage.</translation>
    </message>
    <message>
        <source>That is not the passphrase.</source>
        <translation>Das ist nicht die Passphrase.</translation>
    </message>
    <message>
        <source>That is not the passphrase. %1.</source>
        <translation>Das ist nicht die Passphrase. %1.</translation>
    </message>
    <message>
        <source>Signing is locked.</source>
        <translation>Die Signatur ist gesperrt.</translation>
    </message>
    <message>
        <source>That was too late. The request had ended. Nothing was approved.</source>
        <translation>Das war zu spät. Die Anfrage war beendet. Nichts wurde genehmigt.</translation>
    </message>
    <message>
        <source>Nobody confirmed in time. Nothing was approved. Start again on the site.</source>
        <translation>Niemand hat rechtzeitig bestätigt. Nichts wurde genehmigt. Beginnen Sie auf der Website von vorn.</translation>
    </message>
    <message>
        <source>The token said something this program does not understand.</source>
        <translation>Das Token hat etwas gesagt, das dieses Programm nicht versteht.</translation>
    </message>
    <message>
        <source>This firmware cannot do that.</source>
        <translation>Diese Firmware kann das nicht.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>Compare its host key before you use it.</source>
        <translation>Vergleichen Sie seinen Hostschlüssel, bevor Sie es benutzen.</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Confirming destroys every key on it.</source>
        <translation>Bestätigen vernichtet jeden Schlüssel darauf.</translation>
    </message>
    <message>
        <source>The token is to be emptied</source>
        <translation>Das Token soll geleert werden</translation>
    </message>
    <message>
        <source>No answer in %1 s. What happened is not known; reading the state again.</source>
        <translation>Keine Antwort in %1 s. Was geschah, ist nicht bekannt; der Zustand wird neu gelesen.</translation>
    </message>
    <message>
        <source>May still be unlocked</source>
        <translation>Vielleicht noch entsperrt</translation>
    </message>
    <message>
        <source>may still be unlocked</source>
        <translation>vielleicht noch entsperrt</translation>
    </message>
    <message>
        <source>%1 did not answer when it was to be locked. Unplug it to be sure; locking is tried again until it answers.</source>
        <translation>%1 antwortete nicht, als es gesperrt werden sollte. Ziehen Sie es ab, um sicher zu sein; das Sperren wird versucht, bis es antwortet.</translation>
    </message>
    <message>
        <source>Storage damaged</source>
        <translation>Speicher beschädigt</translation>
    </message>
    <message>
        <source>storage damaged</source>
        <translation>Speicher beschädigt</translation>
    </message>
    <message>
        <source>What this token stores cannot be opened, so none of its keys can be used. A factory reset makes it new: gokeyctl factory-reset.</source>
        <translation>Was dieses Token speichert, lässt sich nicht öffnen; deshalb ist keiner seiner Schlüssel benutzbar. Das Zurücksetzen in den Auslieferungszustand macht es neu: gokeyctl factory-reset.</translation>
    </message>
    <message>
        <source>Reading its state.</source>
        <translation>Der Zustand wird gelesen.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>Connecting was cancelled.</source>
        <translation>Das Verbinden wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>unlocked</source>
        <translation>entsperrt</translation>
    </message>
    <message>
        <source>working</source>
        <translation>arbeitet</translation>
    </message>
    <message>
        <source>presence requested</source>
        <translation>Anwesenheit gefragt</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a token: its state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>signing and decryption subkeys unlocked</source>
        <translation>Unterschlüssel für Signatur und Entschlüsselung entsperrt</translation>
    </message>
    <message>
        <source>signing subkey unlocked</source>
        <translation>Unterschlüssel für Signatur entsperrt</translation>
    </message>
    <message>
        <source>decryption subkey unlocked</source>
        <translation>Unterschlüssel für Entschlüsselung entsperrt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what is unlocked, until when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Blue off, white off</source>
        <translation>Blau aus, Weiß aus</translation>
    </message>
    <message>
        <source>Blue on: %1</source>
        <translation>Blau an: %1</translation>
    </message>
    <message>
        <source>White on: %1</source>
        <translation>Weiß an: %1</translation>
    </message>
    <message>
        <source>a site</source>
        <translation>eine Website</translation>
    </message>
    <message>
        <source>White blinking: %1 asks</source>
        <translation>Weiß blinkt: %1 fragt</translation>
    </message>
    <message>
        <source>The host key has changed</source>
        <translation>Der Hostschlüssel hat sich geändert</translation>
    </message>
    <message>
        <source>GoKey Manager</source>
        <translation>GoKey Manager</translation>
    </message>
    <message>
        <source>No token attached</source>
        <translation>Kein Token angesteckt</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Entsperren</translation>
    </message>
    <message>
        <source>&amp;Signing…</source>
        <translation>&amp;Signatur…</translation>
    </message>
    <message>
        <source>&amp;Decryption…</source>
        <translation>&amp;Entschlüsselung…</translation>
    </message>
    <message>
        <source>&amp;Both…</source>
        <translation>&amp;Beides…</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>name of a token – its state</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>&amp;Jetzt sperren</translation>
    </message>
    <message>
        <source>&amp;Copy short ID</source>
        <translation>Kurz&amp;kennung kopieren</translation>
    </message>
    <message>
        <source>De&amp;tails…</source>
        <translation>&amp;Details…</translation>
    </message>
    <message>
        <source>a site</source>
        <translation>eine Website</translation>
    </message>
    <message>
        <source>unknown site</source>
        <translation>unbekannte Website</translation>
    </message>
    <message>
        <source>Con&amp;firm presence – %1</source>
        <translation>Anwesenheit bes&amp;tätigen – %1</translation>
    </message>
    <message>
        <source>No token attached</source>
        <translation>Kein Token angesteckt</translation>
    </message>
    <message>
        <source>All tokens…</source>
        <translation>Alle Token…</translation>
    </message>
    <message>
        <source>Lock &amp;all</source>
        <translation>&amp;Alle sperren</translation>
    </message>
    <message>
        <source>Notifications paused until %1</source>
        <translation>Benachrichtigungen pausiert bis %1</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause notifications</source>
        <translation>Benachrichtigungen &amp;pausieren</translation>
    </message>
    <message>
        <source>Until &amp;tomorrow</source>
        <translation>Bis &amp;morgen</translation>
    </message>
    <message>
        <source>&amp;Doctor…</source>
        <translation>Dia&amp;gnose…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>E&amp;instellungen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>For %1 &amp;hour</source>
        <translation>Für %1 &amp;Stunde</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::App</name>
    <message>
        <source>The token</source>
        <translation>Das Token</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::ConsolePage</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Kind of entries</source>
        <translation>Art der Einträge</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>Anwesenheit</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>What happened, newest first</source>
        <translation>Was geschah, Neuestes zuerst</translation>
    </message>
    <message>
        <source>Passphrases and message contents are never recorded.</source>
        <translation>Passphrasen und Nachrichteninhalte werden nie aufgezeichnet.</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Noch ist nichts geschehen.</translation>
    </message>
    <message>
        <source>No entry matches the filter.</source>
        <translation>Kein Eintrag passt zum Filter.</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::DoctorPage</name>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Checking… %1 of %2</source>
        <translation>Geprüft werden… %1 von %2</translation>
    </message>
    <message>
        <source>Everything is fine.</source>
        <translation>Alles ist in Ordnung.</translation>
    </message>
    <message>
        <source>%1 of %2 checks are fine.</source>
        <translation>%1 von %2 Prüfungen sind in Ordnung.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) you.</source>
        <translation>
            <numerusform>%Ln braucht Sie.</numerusform>
            <numerusform>%Ln brauchen Sie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more check(s) that are fine</source>
        <translation>
            <numerusform>Noch %Ln gute Prüfung zeigen</numerusform>
            <numerusform>Noch %Ln gute Prüfungen zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Fix…</source>
        <translation>Beheben…</translation>
    </message>
    <message>
        <source>Fix: %1</source>
        <translation>Beheben: %1</translation>
    </message>
    <message>
        <source>How…</source>
        <translation>Wie…</translation>
    </message>
    <message>
        <source>How: %1</source>
        <translation>Wie: %1</translation>
    </message>
    <message>
        <source>Run these now? You may be asked for your password.</source>
        <translation>Jetzt ausführen? Vielleicht werden Sie nach Ihrem Passwort gefragt.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the commands</source>
        <translation>Die Befehle kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::FactoryPage</name>
    <message>
        <source>This token is not set up yet.</source>
        <translation>Dieses Token ist noch nicht eingerichtet.</translation>
    </message>
    <message>
        <source>It is in factory state and holds no keys. Setting it up needs:</source>
        <translation>Es ist im Auslieferungszustand und enthält keine Schlüssel. Zum Einrichten braucht es:</translation>
    </message>
    <message>
        <source>An OpenPGP secret key or a backup</source>
        <translation>Einen geheimen OpenPGP-Schlüssel oder eine Sicherung</translation>
    </message>
    <message>
        <source>An SSH key of yours</source>
        <translation>Einen SSH-Schlüssel von Ihnen</translation>
    </message>
    <message>
        <source>A passphrase you can remember</source>
        <translation>Eine Passphrase, die Sie sich merken können</translation>
    </message>
    <message>
        <source>Ten minutes</source>
        <translation>Zehn Minuten</translation>
    </message>
    <message>
        <source>Keys are written once. To change them later, the token is emptied first.</source>
        <translation>Schlüssel werden einmal geschrieben. Um sie später zu ändern, wird das Token zuerst geleert.</translation>
    </message>
    <message>
        <source>Open the guide</source>
        <translation>Die Anleitung öffnen</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::FidoPage</name>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Nobody confirmed in time</source>
        <translation>Niemand hat rechtzeitig bestätigt</translation>
    </message>
    <message>
        <source>Unplugged meanwhile</source>
        <translation>Inzwischen abgezogen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Unknown site %1</source>
        <translation>Unbekannte Website %1</translation>
    </message>
    <message>
        <source>A site, this firmware does not tell which</source>
        <translation>Eine Website; diese Firmware verrät nicht, welche</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Latest requests</source>
        <translation>Letzte Anfragen</translation>
    </message>
    <message>
        <source>No requests yet.</source>
        <translation>Noch keine Anfragen.</translation>
    </message>
    <message>
        <source>Start the FIDO side</source>
        <translation>Die FIDO-Seite starten</translation>
    </message>
    <message>
        <source>Ask for my presence</source>
        <translation>Nach meiner Anwesenheit fragen</translation>
    </message>
    <message>
        <source>Without it, any program on this computer can sign in unnoticed.</source>
        <translation>Ohne dies kann sich jedes Programm auf diesem Computer unbemerkt anmelden.</translation>
    </message>
    <message>
        <source>Stop asking for your presence?</source>
        <translation>Nicht mehr nach Ihrer Anwesenheit fragen?</translation>
    </message>
    <message>
        <source>Stop asking</source>
        <translation>Nicht mehr fragen</translation>
    </message>
    <message>
        <source>Keep asking</source>
        <translation>Weiter fragen</translation>
    </message>
    <message>
        <source>Uses so far</source>
        <translation>Bisher benutzt</translation>
    </message>
    <message>
        <source>Attestation certificate</source>
        <translation>Attestierungszertifikat</translation>
    </message>
    <message>
        <source>Sites may see it when you register</source>
        <translation>Websites können es bei der Registrierung sehen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy attestation certificate fingerprint</source>
        <translation>Fingerabdruck des Attestierungszertifikats kopieren</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Nicht gestartet</translation>
    </message>
    <message>
        <source>Sites cannot use this token yet.</source>
        <translation>Websites können dieses Token noch nicht benutzen.</translation>
    </message>
    <message>
        <source>Ready for sites</source>
        <translation>Bereit für Websites</translation>
    </message>
    <message>
        <source>Sites can use this token to sign you in. Each time, you are asked here first.</source>
        <translation>Websites können Sie mit diesem Token anmelden. Jedes Mal werden Sie zuerst hier gefragt.</translation>
    </message>
    <message>
        <source>Sites can use this token to sign you in. You are not asked.</source>
        <translation>Websites können Sie mit diesem Token anmelden. Sie werden nicht gefragt.</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::FirstContact</name>
    <message>
        <source>from the SSH agent</source>
        <translation>aus dem SSH-Agenten</translation>
    </message>
    <message>
        <source>file with a passphrase</source>
        <translation>Datei mit Passphrase</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Welcome a new token</source>
        <translation>Ein neues Token begrüßen</translation>
    </message>
    <message>
        <source>Meet</source>
        <translation>Kennenlernen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>A token, its lamps not known yet</source>
        <translation>Ein Token, dessen Lichter noch nicht bekannt sind</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>A token you have not used here</source>
        <translation>Ein Token, das Sie hier noch nicht benutzt haben</translation>
    </message>
    <message>
        <source>Not sure which one it is? Unplug it, and this window closes by itself.</source>
        <translation>Nicht sicher, welches es ist? Ziehen Sie es ab, und dieses Fenster schließt sich von selbst.</translation>
    </message>
    <message>
        <source>It is the same</source>
        <translation>Es ist dasselbe</translation>
    </message>
    <message>
        <source>It is different, or I am not sure</source>
        <translation>Es ist anders, oder ich bin nicht sicher</translation>
    </message>
    <message>
        <source>Then leave it for now.</source>
        <translation>Dann lassen Sie es fürs Erste.</translation>
    </message>
    <message>
        <source>No secret was sent to it. Unplug it, and ask whoever set it up.</source>
        <translation>Kein Geheimnis wurde ihm gesendet. Ziehen Sie es ab, und fragen Sie, wer es eingerichtet hat.</translation>
    </message>
    <message>
        <source>Is it really yours?</source>
        <translation>Ist es wirklich Ihres?</translation>
    </message>
    <message>
        <source>Compare with the paper or screen from when it was set up. One form is enough.</source>
        <translation>Vergleichen Sie mit dem Papier oder Bildschirm von der Einrichtung. Eine Form genügt.</translation>
    </message>
    <message>
        <source>None of your keys is accepted. Ask whoever set it up, or choose a file.</source>
        <translation>Keiner Ihrer Schlüssel wird angenommen. Fragen Sie, wer es eingerichtet hat, oder wählen Sie eine Datei.</translation>
    </message>
    <message>
        <source>Try unlocking…</source>
        <translation>Entsperren versuchen…</translation>
    </message>
    <message>
        <source>Optional. Unlocks for one minute, then locks again.</source>
        <translation>Freiwillig. Entsperrt für eine Minute und sperrt dann wieder.</translation>
    </message>
    <message>
        <source>How this computer signs in</source>
        <translation>Wie sich dieser Computer anmeldet</translation>
    </message>
    <message>
        <source>The token lets in only the SSH keys it was set up with.</source>
        <translation>Das Token lässt nur die SSH-Schlüssel ein, mit denen es eingerichtet wurde.</translation>
    </message>
    <message>
        <source>It has not told its short ID yet. Nothing has been sent to it.</source>
        <translation>Es hat seine Kurzkennung noch nicht genannt. Noch wurde ihm nichts gesendet.</translation>
    </message>
    <message>
        <source>It says its short ID is %1. Nothing has been sent to it yet.</source>
        <translation>Es nennt als Kurzkennung %1. Noch wurde ihm nichts gesendet.</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>Nicht versucht</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Nicht angenommen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>A key in another place</source>
        <translation>Ein Schlüssel an einem anderen Ort</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Eine Datei wählen…</translation>
    </message>
    <message>
        <source>A new key</source>
        <translation>Ein neuer Schlüssel</translation>
    </message>
    <message>
        <source>Works after the token is set up again with it.</source>
        <translation>Funktioniert, nachdem das Token damit neu eingerichtet wurde.</translation>
    </message>
    <message>
        <source>Create a new key…</source>
        <translation>Einen neuen Schlüssel erzeugen…</translation>
    </message>
    <message>
        <source>Choose an SSH key</source>
        <translation>Einen SSH-Schlüssel wählen</translation>
    </message>
    <message>
        <source>Create a new key</source>
        <translation>Einen neuen Schlüssel erzeugen</translation>
    </message>
    <message>
        <source>Import receipt…</source>
        <translation>Beleg importieren…</translation>
    </message>
    <message>
        <source>Recognised by its receipt.</source>
        <translation>An seinem Beleg erkannt.</translation>
    </message>
    <message>
        <source>Or do you have its receipt?</source>
        <translation>Oder haben Sie seinen Beleg?</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::GlobalShortcuts</name>
    <message>
        <source>Lock all tokens</source>
        <translation>Alle Token sperren</translation>
    </message>
    <message>
        <source>Confirm presence</source>
        <translation>Anwesenheit bestätigen</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::History</name>
    <message>
        <source>probably %1</source>
        <translation>wahrscheinlich %1</translation>
    </message>
    <message>
        <source>Presence confirmed</source>
        <translation>Anwesenheit bestätigt</translation>
    </message>
    <message>
        <source>Nobody confirmed in time</source>
        <translation>Niemand hat rechtzeitig bestätigt</translation>
    </message>
    <message>
        <source>Unplugged while a site asked</source>
        <translation>Abgezogen, während eine Website fragte</translation>
    </message>
    <message>
        <source>Presence request ended</source>
        <translation>Anwesenheitsanfrage beendet</translation>
    </message>
    <message>
        <source>Signature made</source>
        <translation>Signatur erzeugt</translation>
    </message>
    <message>
        <source>Message decrypted</source>
        <translation>Nachricht entschlüsselt</translation>
    </message>
    <message>
        <source>Authenticated</source>
        <translation>Authentifiziert</translation>
    </message>
    <message>
        <source>host key not checked</source>
        <translation>Hostschlüssel nicht geprüft</translation>
    </message>
    <message>
        <source>host key known</source>
        <translation>Hostschlüssel bekannt</translation>
    </message>
    <message>
        <source>Token attached</source>
        <translation>Token angesteckt</translation>
    </message>
    <message>
        <source>Token unplugged</source>
        <translation>Token abgezogen</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Presence requested</source>
        <translation>Anwesenheit gefragt</translation>
    </message>
    <message>
        <source>number %1</source>
        <translation>Nummer %1</translation>
    </message>
    <message>
        <source>Wrong passphrase</source>
        <translation>Falsche Passphrase</translation>
    </message>
    <message>
        <source>Not unlocked</source>
        <translation>Nicht entsperrt</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::HistoryModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::HostKeyChangedPage</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Den Befehl kopieren</translation>
    </message>
    <message>
        <source>The host key has changed.</source>
        <translation>Der Hostschlüssel hat sich geändert.</translation>
    </message>
    <message>
        <source>This may not be your token. Nothing was sent to it: no passphrase, no request.</source>
        <translation>Vielleicht ist das nicht Ihr Token. Nichts wurde ihm gesendet: keine Passphrase, keine Anfrage.</translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation>Jetzt gezeigt</translation>
    </message>
    <message>
        <source>What it can mean</source>
        <translation>Was es bedeuten kann</translation>
    </message>
    <message>
        <source>Another token is plugged in under this name, or its keys were destroyed and set up anew.</source>
        <translation>Ein anderes Token steckt unter diesem Namen, oder seine Schlüssel wurden vernichtet und neu eingerichtet.</translation>
    </message>
    <message>
        <source>Another device answers at the token’s address.</source>
        <translation>Ein anderes Gerät antwortet an der Adresse des Tokens.</translation>
    </message>
    <message>
        <source>Somebody exchanged the token.</source>
        <translation>Jemand hat das Token ausgetauscht.</translation>
    </message>
    <message>
        <source>Import receipt…</source>
        <translation>Beleg importieren…</translation>
    </message>
    <message>
        <source>Ask whoever set it up for a new receipt, and import it.</source>
        <translation>Bitten Sie die Person, die es eingerichtet hat, um einen neuen Beleg, und importieren Sie ihn.</translation>
    </message>
    <message>
        <source>Did you set it up anew yourself? Then run</source>
        <translation>Haben Sie es selbst neu eingerichtet? Dann führen Sie aus:</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Unplug it and look at it. Is it yours?</source>
        <translation>Ziehen Sie es ab und sehen Sie es an. Ist es Ihres?</translation>
    </message>
    <message>
        <source>Known since %1</source>
        <translation>Bekannt seit %1</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Bekannt</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::HostKeyText</name>
    <message>
        <source>The same in words</source>
        <translation>Dasselbe in Wörtern</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::HostKeyView</name>
    <message>
        <source>QR code of the host key</source>
        <translation>QR-Code des Hostschlüssels</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::InlineMessage</name>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::MainWindow</name>
    <message>
        <source>GoKey Manager</source>
        <translation>GoKey Manager</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Changes take effect at once.</source>
        <translation>Änderungen gelten sofort.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Saved in %1</source>
        <translation>Gespeichert in %1</translation>
    </message>
    <message>
        <source>Checked at %1</source>
        <translation>Geprüft um %1</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message>
        <source>As of %1 – not answering</source>
        <translation>Stand %1 – antwortet nicht</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>Not connected to the service that watches the tokens.</source>
        <translation>Keine Verbindung zum Dienst, der die Token überwacht.</translation>
    </message>
    <message>
        <source>It is tried again by itself. What is shown may be old.</source>
        <translation>Es wird von selbst wieder versucht. Was Sie sehen, kann veraltet sein.</translation>
    </message>
    <message>
        <source>Two tokens are named “%1”.</source>
        <translation>Zwei Token heißen „%1“.</translation>
    </message>
    <message>
        <source>Their short IDs tell them apart.</source>
        <translation>Ihre Kurzkennungen unterscheiden sie.</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Restore the default settings?</source>
        <translation>Die Standardeinstellungen wiederherstellen?</translation>
    </message>
    <message>
        <source>Those of gokeyctl alone stay as they are.</source>
        <translation>Die nur für gokeyctl bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Lock and quit</source>
        <translation>Sperren und beenden</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Unlock…</source>
        <translation>&amp;Entsperren…</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>&amp;Jetzt sperren</translation>
    </message>
    <message>
        <source>Run Doctor…</source>
        <translation>Diagnose starten…</translation>
    </message>
    <message>
        <source>What to do…</source>
        <translation>Was zu tun ist…</translation>
    </message>
    <message>
        <source>Look closer…</source>
        <translation>Genauer ansehen…</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Welcome it…</source>
        <translation>Begrüßen…</translation>
    </message>
    <message>
        <source>What set-up needs…</source>
        <translation>Was zum Einrichten nötig ist…</translation>
    </message>
    <message>
        <source>Restart %1?</source>
        <translation>%1 neu starten?</translation>
    </message>
    <message>
        <source>Its subkeys are locked by that.</source>
        <translation>Seine Unterschlüssel werden dabei gesperrt.</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Forget the host key of %1?</source>
        <translation>Den Hostschlüssel von %1 vergessen?</translation>
    </message>
    <message>
        <source>The next time you will be asked to compare it again.</source>
        <translation>Beim nächsten Mal werden Sie wieder gebeten, ihn zu vergleichen.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>The token waits for firmware.</source>
        <translation>Das Token wartet auf Firmware.</translation>
    </message>
    <message>
        <source>Unplug it and plug it in again. If it still waits, it has to be flashed by whoever set it up.</source>
        <translation>Ziehen Sie es ab und stecken Sie es wieder an. Wartet es weiter, muss es von der Person geflasht werden, die es eingerichtet hat.</translation>
    </message>
    <message>
        <source>No tries left.</source>
        <translation>Keine Versuche übrig.</translation>
    </message>
    <message>
        <source>Restart the token: unplug it and plug it in again. Then it allows tries again.</source>
        <translation>Starten Sie das Token neu: Ziehen Sie es ab und stecken Sie es wieder an. Dann erlaubt es wieder Versuche.</translation>
    </message>
    <message>
        <source>Leave the token plugged in until the next try is possible. Restarting it begins the wait anew.</source>
        <translation>Lassen Sie das Token angesteckt, bis der nächste Versuch möglich ist. Ein Neustart beginnt die Wartezeit von vorn.</translation>
    </message>
    <message>
        <source>%1 is unlocked.</source>
        <translation>%1 ist entsperrt.</translation>
    </message>
    <message>
        <source>%1 is unlocked %2.</source>
        <comment>name, until 14:12</comment>
        <translation>%1 ist entsperrt %2.</translation>
    </message>
    <message>
        <source>Lock before quitting?</source>
        <translation>Vor dem Beenden sperren?</translation>
    </message>
    <message>
        <source>No tray on this desktop.</source>
        <translation>Kein Benachrichtigungsfeld auf diesem Desktop.</translation>
    </message>
    <message>
        <source>Closing this window quits. Notifications still work.</source>
        <translation>Schließen dieses Fensters beendet das Programm. Benachrichtigungen funktionieren trotzdem.</translation>
    </message>
    <message>
        <source>How to get one…</source>
        <translation>Wie man eines bekommt…</translation>
    </message>
    <message>
        <source>Token or page</source>
        <translation>Token oder Seite</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Pages of the token</source>
        <translation>Seiten des Tokens</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>OpenPGP</source>
        <translation>OpenPGP</translation>
    </message>
    <message>
        <source>FIDO</source>
        <translation>FIDO</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>&amp;Identify</source>
        <translation>&amp;Zeigen lassen</translation>
    </message>
    <message>
        <source>&amp;Copy short ID</source>
        <translation>Kurz&amp;kennung kopieren</translation>
    </message>
    <message>
        <source>Re&amp;start token…</source>
        <translation>Token neu &amp;starten…</translation>
    </message>
    <message>
        <source>&amp;Forget token…</source>
        <translation>Token &amp;vergessen…</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>Liste kopieren</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Restore defaults…</source>
        <translation>Standard wiederherstellen…</translation>
    </message>
    <message>
        <source>This desktop has no program that shows the guide.</source>
        <translation>Dieser Desktop hat kein Programm, das die Anleitung zeigt.</translation>
    </message>
    <message>
        <source>The guide is not installed.</source>
        <translation>Die Anleitung ist nicht installiert.</translation>
    </message>
    <message>
        <source>It is the file %1.</source>
        <translation>Es ist die Datei %1.</translation>
    </message>
    <message>
        <source>Recognised by its receipt.</source>
        <translation>An seinem Beleg erkannt.</translation>
    </message>
    <message>
        <source>Choose a receipt</source>
        <translation>Einen Beleg wählen</translation>
    </message>
    <message>
        <source>Receipts (*.receipt);;All files (*)</source>
        <translation>Belege (*.receipt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>No desktop bus.</source>
        <translation>Kein Desktop-Bus.</translation>
    </message>
    <message>
        <source>Notifications, screen-lock detection and single start are off.</source>
        <translation>Benachrichtigungen, das Erkennen der Bildschirmsperre und der einmalige Start sind aus.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Choose a key…</source>
        <translation>Einen Schlüssel wählen…</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::NoTokenPage</name>
    <message>
        <source>No token attached</source>
        <translation>Kein Token angesteckt</translation>
    </message>
    <message>
        <source>Plug in a USB armory with GoKey. It appears here by itself.</source>
        <translation>Stecken Sie eine USB armory mit GoKey an. Sie erscheint hier von selbst.</translation>
    </message>
    <message>
        <source>Run Doctor…</source>
        <translation>Diagnose starten…</translation>
    </message>
    <message>
        <source>Try a simulated token</source>
        <translation>Ein simuliertes Token ausprobieren</translation>
    </message>
    <message>
        <source>No token can be seen now</source>
        <translation>Zurzeit ist kein Token zu sehen</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::Notices</name>
    <message>
        <source>A token may still be unlocked</source>
        <translation>Vielleicht ist noch ein Token entsperrt</translation>
    </message>
    <message>
        <source>%1 was unplugged while unlocked</source>
        <translation>%1 wurde entsperrt abgezogen</translation>
    </message>
    <message>
        <source>Without power it forgets, so it is locked now.</source>
        <translation>Ohne Strom vergisst es, deshalb ist es jetzt gesperrt.</translation>
    </message>
    <message>
        <source>Because the time was over.</source>
        <translation>Weil die Zeit um war.</translation>
    </message>
    <message>
        <source>Because the screen was locked.</source>
        <translation>Weil der Bildschirm gesperrt wurde.</translation>
    </message>
    <message>
        <source>Because the computer goes to sleep.</source>
        <translation>Weil der Computer in den Ruhezustand geht.</translation>
    </message>
    <message numerus="yes">
        <source>Because nobody used the computer for %Ln minute(s).</source>
        <translation>
            <numerusform>Weil %Ln Minute lang niemand den Computer benutzt hat.</numerusform>
            <numerusform>Weil %Ln Minuten lang niemand den Computer benutzt hat.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is locked</source>
        <translation>%1 ist gesperrt</translation>
    </message>
    <message>
        <source>%1 needs attention</source>
        <translation>%1 braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>The host key has changed.</source>
        <translation>Der Hostschlüssel hat sich geändert.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Look closer…</source>
        <translation>Genauer ansehen…</translation>
    </message>
    <message>
        <source>A new token: %1</source>
        <translation>Ein neues Token: %1</translation>
    </message>
    <message>
        <source>Welcome it…</source>
        <translation>Begrüßen…</translation>
    </message>
    <message>
        <source>%1 locks in one minute</source>
        <translation>%1 sperrt sich in einer Minute</translation>
    </message>
    <message>
        <source>Keep unlocked…</source>
        <translation>Entsperrt lassen…</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::OpenPgpPage</name>
    <message>
        <source>Copy signing fingerprint</source>
        <translation>Fingerabdruck der Signatur kopieren</translation>
    </message>
    <message>
        <source>Copy decryption fingerprint</source>
        <translation>Fingerabdruck der Entschlüsselung kopieren</translation>
    </message>
    <message>
        <source>Copy authentication fingerprint</source>
        <translation>Fingerabdruck der Authentifizierung kopieren</translation>
    </message>
    <message>
        <source>No OpenPGP keys on this token.</source>
        <translation>Keine OpenPGP-Schlüssel auf diesem Token.</translation>
    </message>
    <message>
        <source>gpg still asks for a PIN?</source>
        <translation>gpg fragt trotzdem nach einer PIN?</translation>
    </message>
    <message>
        <source>The passphrase you gave here already opened the subkey. Type any six characters into gpg’s window.</source>
        <translation>Die Passphrase, die Sie hier eingegeben haben, hat den Unterschlüssel schon geöffnet. Geben Sie in das Fenster von gpg beliebige sechs Zeichen ein.</translation>
    </message>
    <message>
        <source>Signatures made</source>
        <translation>Signaturen bisher</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Öffentlicher Schlüssel</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>Kartenleser</translation>
    </message>
    <message>
        <source>Keys protected by</source>
        <translation>Schlüssel geschützt durch</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Entsperren…</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Jetzt sperren</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Card details are from %1.</source>
        <translation>Kartendaten von %1.</translation>
    </message>
    <message>
        <source>Fix…</source>
        <translation>Beheben…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>This chip (secure storage)</source>
        <translation>Diesen Chip (sicherer Speicher)</translation>
    </message>
    <message>
        <source>Their passphrase alone</source>
        <translation>Allein ihre Passphrase</translation>
    </message>
    <message>
        <source>%1 – no key</source>
        <comment>Decryption</comment>
        <translation>%1 – kein Schlüssel</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::OverviewPage</name>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Entsperren…</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Jetzt sperren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy short ID</source>
        <translation>Kurzkennung kopieren</translation>
    </message>
    <message>
        <source>Short ID</source>
        <translation>Kurzkennung</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Signatures made</source>
        <translation>Signaturen bisher</translation>
    </message>
    <message>
        <source>Host key</source>
        <translation>Hostschlüssel</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Token %1</source>
        <translation>Token %1</translation>
    </message>
    <message>
        <source>This firmware does not tell which one.</source>
        <translation>Diese Firmware verrät nicht, welche.</translation>
    </message>
    <message>
        <source>The site is not known here: %1</source>
        <translation>Die Website ist hier nicht bekannt: %1</translation>
    </message>
    <message>
        <source>Confirm only if you are signing in right now.</source>
        <translation>Bestätigen Sie nur, wenn Sie sich gerade anmelden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln s left</source>
        <translation>
            <numerusform>noch %Ln s</numerusform>
            <numerusform>noch %Ln s</numerusform>
        </translation>
    </message>
    <message>
        <source>The next try is possible in %1. Restarting the token begins the wait anew.</source>
        <translation>Der nächste Versuch ist in %1 möglich. Ein Neustart des Tokens beginnt die Wartezeit von vorn.</translation>
    </message>
    <message>
        <source>GoKey %1</source>
        <translation>GoKey %1</translation>
    </message>
    <message>
        <source>Not compared yet</source>
        <translation>Noch nicht verglichen</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Not checked: this unit makes a new key at every start</source>
        <translation>Nicht geprüft: Dieses Gerät macht bei jedem Start einen neuen Schlüssel</translation>
    </message>
    <message>
        <source>Known and unchanged</source>
        <translation>Bekannt und unverändert</translation>
    </message>
    <message>
        <source>Probably asked by %1</source>
        <translation>Wahrscheinlich gefragt von %1</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::PasskeyList</name>
    <message>
        <source>That is not the PIN.</source>
        <translation>Das ist nicht die PIN.</translation>
    </message>
    <message>
        <source>That is not the PIN. %1.</source>
        <translation>Das ist nicht die PIN. %1.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Plug the token in anew, then try again.</source>
        <translation>Zu viele falsche PINs. Stecken Sie das Token neu an und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>No tries left. The PIN stays locked until the FIDO side is reset.</source>
        <translation>Keine Versuche übrig. Die PIN bleibt gesperrt, bis die FIDO-Seite zurückgesetzt wird.</translation>
    </message>
    <message>
        <source>No PIN is set. Without one the token does not list its passkeys.</source>
        <translation>Keine PIN gesetzt. Ohne sie nennt das Token seine Passkeys nicht.</translation>
    </message>
    <message>
        <source>The token</source>
        <translation>Das Token</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Anzeigen…</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>No passkey is kept on this token.</source>
        <translation>Auf diesem Token liegt kein Passkey.</translation>
    </message>
    <message>
        <source>Passkeys</source>
        <translation>Passkeys</translation>
    </message>
    <message>
        <source>Show passkeys…</source>
        <translation>Passkeys anzeigen…</translation>
    </message>
    <message>
        <source>Hide passkeys</source>
        <translation>Passkeys ausblenden</translation>
    </message>
    <message>
        <source>PIN of the token</source>
        <translation>PIN des Tokens</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Show passkeys</source>
        <translation>Passkeys anzeigen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Protected by a PIN</source>
        <translation>Durch eine PIN geschützt</translation>
    </message>
    <message>
        <source>No PIN is set</source>
        <translation>Keine PIN gesetzt</translation>
    </message>
    <message numerus="yes">
        <source>Room for %Ln more</source>
        <translation>
            <numerusform>Platz für %Ln weiteren</numerusform>
            <numerusform>Platz für %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>A PIN has %1 to %2 characters.</source>
        <translation>Eine PIN hat %1 bis %2 Zeichen.</translation>
    </message>
    <message>
        <source>No protected memory is left,</source>
        <translation>Es ist kein geschützter Speicher mehr frei,</translation>
    </message>
    <message>
        <source>so a PIN cannot be held safely. Close other programs and try again.</source>
        <translation>also lässt sich eine PIN nicht sicher aufbewahren. Schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::PinentryUnlock</name>
    <message>
        <source>Unlock signing of %1.</source>
        <translation>Signatur von %1 entsperren.</translation>
    </message>
    <message>
        <source>Unlock decryption of %1.</source>
        <translation>Entschlüsselung von %1 entsperren.</translation>
    </message>
    <message>
        <source>Unlock signing and decryption of %1.</source>
        <translation>Signatur und Entschlüsselung von %1 entsperren.</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>3 tries left</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>GoKey Manager</source>
        <translation>GoKey Manager</translation>
    </message>
    <message>
        <source>Passphrase:</source>
        <translation>Passphrase:</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::PresencePopup</name>
    <message>
        <source>GoKey Manager</source>
        <translation>GoKey Manager</translation>
    </message>
    <message>
        <source>Dismiss lets it lapse.</source>
        <translation>„Verwerfen“ lässt die Anfrage verfallen.</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>&amp;Bestätigen</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>who asks, name of the token, seconds left</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s) left</source>
        <translation>
            <numerusform>noch %Ln Sekunde</numerusform>
            <numerusform>noch %Ln Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Confirming…</source>
        <translation>Wird bestätigt…</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::PresencePresenter</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Nicht bestätigt</translation>
    </message>
    <message>
        <source>That was too late</source>
        <translation>Das war zu spät</translation>
    </message>
    <message>
        <source>The request had ended. Nothing was approved.</source>
        <translation>Die Anfrage war beendet. Nichts wurde genehmigt.</translation>
    </message>
    <message>
        <source>Nobody confirmed in time</source>
        <translation>Niemand hat rechtzeitig bestätigt</translation>
    </message>
    <message>
        <source>Nothing was approved. Start again on the site.</source>
        <translation>Nichts wurde genehmigt. Beginnen Sie auf der Website von vorn.</translation>
    </message>
    <message>
        <source>%1 was unplugged</source>
        <translation>%1 wurde abgezogen</translation>
    </message>
    <message>
        <source>Nothing was approved.</source>
        <translation>Nichts wurde genehmigt.</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::ReceiptDialog</name>
    <message>
        <source>Receipt – GoKey Manager</source>
        <translation>Beleg – GoKey Manager</translation>
    </message>
    <message>
        <source>&amp;Trust this token</source>
        <translation>Diesem Token &amp;vertrauen</translation>
    </message>
    <message>
        <source>To replace the host key that is known, type the short ID %1:</source>
        <translation>Um den bekannten Hostschlüssel zu ersetzen, geben Sie die Kurzkennung %1 ein:</translation>
    </message>
    <message>
        <source>Short ID</source>
        <translation>Kurzkennung</translation>
    </message>
    <message>
        <source>What the receipt says</source>
        <translation>Was der Beleg sagt</translation>
    </message>
    <message>
        <source>Set up on</source>
        <translation>Eingerichtet am</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Card holder</source>
        <translation>Karteninhaber</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>GoKey %1</source>
        <translation>GoKey %1</translation>
    </message>
    <message>
        <source>OpenPGP key</source>
        <translation>OpenPGP-Schlüssel</translation>
    </message>
    <message>
        <source>SSH keys let in</source>
        <translation>Zugelassene SSH-Schlüssel</translation>
    </message>
    <message>
        <source>The token shows no host key now.</source>
        <translation>Das Token zeigt jetzt keinen Hostschlüssel.</translation>
    </message>
    <message>
        <source>Plug it in and try again. Nothing was trusted.</source>
        <translation>Stecken Sie es ein und versuchen Sie es noch einmal. Es wurde nichts als vertraut gespeichert.</translation>
    </message>
    <message>
        <source>It is of another token.</source>
        <translation>Er gehört zu einem anderen Token.</translation>
    </message>
    <message>
        <source>This one has the short ID %1. Nothing was trusted.</source>
        <translation>Dieses hat die Kurzkennung %1. Es wurde nichts als vertraut gespeichert.</translation>
    </message>
    <message>
        <source>It names another host key than the token shows.</source>
        <translation>Er nennt einen anderen Hostschlüssel, als das Token zeigt.</translation>
    </message>
    <message>
        <source>This may not be the token that it was made for. Nothing was trusted; ask whoever set it up.</source>
        <translation>Das ist vielleicht nicht das Token, für das er ausgestellt wurde. Es wurde nichts als vertraut gespeichert; fragen Sie die Person, die es eingerichtet hat.</translation>
    </message>
    <message>
        <source>It is of this token.</source>
        <translation>Er gehört zu diesem Token.</translation>
    </message>
    <message>
        <source>A receipt is worth as much as the way it came to you: take it from whoever set the token up.</source>
        <translation>Ein Beleg ist so viel wert wie der Weg, auf dem er zu Ihnen kam: Nehmen Sie ihn von der Person, die das Token eingerichtet hat.</translation>
    </message>
    <message>
        <source>&amp;Replace the host key</source>
        <translation>Den Hostschlüssel &amp;ersetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>U2F certificate</source>
        <translation>U2F-Zertifikat</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::RenameDialog</name>
    <message>
        <source>A name has no colon and does not begin with a hyphen.</source>
        <translation>Ein Name hat keinen Doppelpunkt und beginnt nicht mit einem Bindestrich.</translation>
    </message>
    <message>
        <source>Another token has this name. Both keep it; their short IDs tell them apart.</source>
        <translation>Ein anderes Token hat diesen Namen. Beide behalten ihn; ihre Kurzkennungen unterscheiden sie.</translation>
    </message>
    <message>
        <source>Only this computer uses the name. You can change it later.</source>
        <translation>Nur dieser Computer benutzt den Namen. Sie können ihn später ändern.</translation>
    </message>
    <message>
        <source>Rename – GoKey Manager</source>
        <translation>Umbenennen – GoKey Manager</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Short ID %1</source>
        <translation>Kurzkennung %1</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::Ring</name>
    <message numerus="yes">
        <source>%Ln second(s) left</source>
        <translation>
            <numerusform>noch %Ln Sekunde</numerusform>
            <numerusform>noch %Ln Sekunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::SecretEdit</name>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Leeren</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::Session</name>
    <message>
        <source>Tokens are locked before the computer sleeps</source>
        <translation>Token werden gesperrt, bevor der Computer in den Ruhezustand geht</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::SettingsPage</name>
    <message>
        <source>until the screen locks</source>
        <translation>bis der Bildschirm gesperrt wird</translation>
    </message>
    <message>
        <source>until unplugged</source>
        <translation>bis zum Abziehen</translation>
    </message>
    <message>
        <source>this app’s window</source>
        <translation>Fenster dieser Anwendung</translation>
    </message>
    <message>
        <source>pinentry</source>
        <translation>pinentry</translation>
    </message>
    <message>
        <source>Lock by itself</source>
        <translation>Von selbst sperren</translation>
    </message>
    <message>
        <source>When the screen locks</source>
        <translation>Wenn der Bildschirm gesperrt wird</translation>
    </message>
    <message>
        <source>Before the computer sleeps</source>
        <translation>Bevor der Computer in den Ruhezustand geht</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Keep unlocked for</source>
        <translation>Entsperrt lassen für</translation>
    </message>
    <message>
        <source>Ask with</source>
        <translation>Fragen mit</translation>
    </message>
    <message>
        <source>Unlock signing and decryption together</source>
        <translation>Signatur und Entschlüsselung zusammen entsperren</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>Anwesenheit</translation>
    </message>
    <message>
        <source>Show who asks, and for how long</source>
        <translation>Zeigen, wer fragt und wie lange noch</translation>
    </message>
    <message>
        <source>Use our own window even in Do Not Disturb</source>
        <translation>Das eigene Fenster auch bei „Nicht stören“ benutzen</translation>
    </message>
    <message>
        <source>Also while the screen is locked</source>
        <translation>Auch bei gesperrtem Bildschirm</translation>
    </message>
    <message>
        <source>Play a sound</source>
        <translation>Einen Ton abspielen</translation>
    </message>
    <message>
        <source>A click on the tray icon confirms</source>
        <translation>Ein Klick auf das Symbol im Benachrichtigungsfeld bestätigt</translation>
    </message>
    <message>
        <source>A slip of the hand would approve a sign-in</source>
        <translation>Ein versehentlicher Klick würde eine Anmeldung genehmigen</translation>
    </message>
    <message>
        <source>Tell me when</source>
        <translation>Benachrichtigen, wenn</translation>
    </message>
    <message>
        <source>A token locks by itself</source>
        <translation>Ein Token sich von selbst sperrt</translation>
    </message>
    <message>
        <source>A token is unplugged while unlocked</source>
        <translation>Ein Token entsperrt abgezogen wird</translation>
    </message>
    <message>
        <source>Nobody confirmed in time</source>
        <translation>Niemand hat rechtzeitig bestätigt</translation>
    </message>
    <message>
        <source>Something needs me</source>
        <translation>Etwas mich braucht</translation>
    </message>
    <message>
        <source>A token locks in one minute</source>
        <translation>Ein Token sich in einer Minute sperrt</translation>
    </message>
    <message>
        <source>Keep running in the tray when closed</source>
        <translation>Nach dem Schließen im Benachrichtigungsfeld weiterlaufen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Keep running in the background when closed</source>
        <translation>Nach dem Schließen im Hintergrund weiterlaufen</translation>
    </message>
    <message>
        <source>Set by your administrator</source>
        <translation>Von Ihrer Systemverwaltung festgelegt</translation>
    </message>
    <message>
        <source>When the token is unplugged</source>
        <translation>Wenn das Token abgezogen wird</translation>
    </message>
    <message>
        <source>Always on: without power it forgets</source>
        <translation>Immer an: Ohne Strom vergisst es</translation>
    </message>
    <message>
        <source>After</source>
        <comment>… 15 minutes without input</comment>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Lock after a time without input</source>
        <translation>Nach einer Zeit ohne Eingabe sperren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln Minute</numerusform>
            <numerusform>%Ln Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Time without input</source>
        <translation>Zeit ohne Eingabe</translation>
    </message>
    <message>
        <source>without input</source>
        <comment>After 15 minutes …</comment>
        <translation>ohne Eingabe</translation>
    </message>
    <message>
        <source>Start when I log in</source>
        <translation>Beim Anmelden starten</translation>
    </message>
    <message>
        <source>Line %1 of the settings file is not readable.</source>
        <translation>Zeile %1 der Einstellungsdatei ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Default settings are used until it is corrected.</source>
        <translation>Bis sie berichtigt ist, gelten die Standardeinstellungen.</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln Stunde</numerusform>
            <numerusform>%Ln Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Offer shortcuts to the desktop</source>
        <translation>Dem Desktop Tastenkürzel anbieten</translation>
    </message>
    <message>
        <source>Keys that work everywhere</source>
        <translation>Tasten, die überall gelten</translation>
    </message>
    <message>
        <source>This desktop has none for programs. Bind %1 and %2 in its keyboard settings.</source>
        <translation>Dieser Desktop hat keine für Programme. Belegen Sie %1 und %2 in seinen Tastatureinstellungen.</translation>
    </message>
    <message>
        <source>To lock all and to confirm; you choose the keys</source>
        <translation>Für Sperren und Bestätigen; die Tasten wählen Sie</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::StepBar</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::StepDialog</name>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::TokenDrawing</name>
    <message>
        <source>blue</source>
        <translation>blau</translation>
    </message>
    <message>
        <source>white</source>
        <translation>weiß</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::TokenListModel</name>
    <message>
        <source>%1, %2</source>
        <comment>name, state</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No token</source>
        <translation>Kein Token</translation>
    </message>
    <message>
        <source>%1, short ID %2, %3</source>
        <translation>%1, Kurzkennung %2, %3</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::Tray</name>
    <message>
        <source>Con&amp;firm presence</source>
        <translation>Anwesenheit bes&amp;tätigen</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::TrustPage</name>
    <message>
        <source>%1.</source>
        <comment>number in a list</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>To check it, open this page on a second computer, or scan the code there. All three forms say the same; one match is enough.</source>
        <translation>Öffnen Sie zum Prüfen diese Seite auf einem zweiten Computer, oder scannen Sie den Code dort. Alle drei Formen sagen dasselbe; eine Übereinstimmung genügt.</translation>
    </message>
    <message>
        <source>Copy fingerprint</source>
        <translation>Fingerabdruck kopieren</translation>
    </message>
    <message>
        <source>Compare with scanned text…</source>
        <translation>Mit gescanntem Text vergleichen…</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>Vergessen…</translation>
    </message>
    <message>
        <source>Forget the host key…</source>
        <translation>Den Hostschlüssel vergessen…</translation>
    </message>
    <message>
        <source>Scanned text</source>
        <translation>Gescannter Text</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Forget the host key of %1?</source>
        <translation>Den Hostschlüssel von %1 vergessen?</translation>
    </message>
    <message>
        <source>The next time you will be asked to compare it again.</source>
        <translation>Beim nächsten Mal werden Sie wieder gebeten, ihn zu vergleichen.</translation>
    </message>
    <message>
        <source>This unit makes a new host key at every start,</source>
        <translation>Dieses Gerät macht bei jedem Start einen neuen Hostschlüssel,</translation>
    </message>
    <message>
        <source>so it cannot be recognised. Unlocking is off for it.</source>
        <translation>deshalb kann es nicht wiedererkannt werden. Entsperren ist dafür ausgeschaltet.</translation>
    </message>
    <message>
        <source>This token is new here.</source>
        <translation>Dieses Token ist hier neu.</translation>
    </message>
    <message>
        <source>Compare its host key before you use it.</source>
        <translation>Vergleichen Sie seinen Hostschlüssel, bevor Sie es benutzen.</translation>
    </message>
    <message>
        <source>Welcome it…</source>
        <translation>Begrüßen…</translation>
    </message>
    <message>
        <source>Its host key is the one pinned on %1, from the provisioning receipt.</source>
        <translation>Sein Hostschlüssel ist der am %1 aus dem Einrichtungsbeleg hinterlegte.</translation>
    </message>
    <message>
        <source>This is the token you know.</source>
        <translation>Das ist das Token, das Sie kennen.</translation>
    </message>
    <message>
        <source>That is not a host key.</source>
        <translation>Das ist kein Hostschlüssel.</translation>
    </message>
    <message>
        <source>Paste the whole text of the code, the fingerprint, or the twelve words.</source>
        <translation>Fügen Sie den ganzen Text des Codes, den Fingerabdruck oder die zwölf Wörter ein.</translation>
    </message>
    <message>
        <source>The same.</source>
        <translation>Derselbe.</translation>
    </message>
    <message>
        <source>Different:</source>
        <translation>Anders:</translation>
    </message>
    <message>
        <source>this is not the key that was scanned.</source>
        <translation>Das ist nicht der Schlüssel, der gescannt wurde.</translation>
    </message>
    <message>
        <source>Import receipt…</source>
        <translation>Beleg importieren…</translation>
    </message>
    <message>
        <source>Nobody has compared this host key.</source>
        <translation>Niemand hat diesen Hostschlüssel verglichen.</translation>
    </message>
    <message>
        <source>It is the one seen first, on %1, and has not changed since.</source>
        <translation>Es ist der zuerst gesehene, vom %1, und hat sich seitdem nicht geändert.</translation>
    </message>
    <message>
        <source>It has not changed since it was seen first.</source>
        <translation>Er hat sich nicht geändert, seit er zuerst gesehen wurde.</translation>
    </message>
    <message>
        <source>I have compared it</source>
        <translation>Ich habe ihn verglichen</translation>
    </message>
    <message>
        <source>Its host key was compared on %1.</source>
        <translation>Sein Hostschlüssel wurde am %1 verglichen.</translation>
    </message>
    <message>
        <source>so it cannot be recognised. Unlocking it was allowed all the same.</source>
        <translation>deshalb kann es nicht wiedererkannt werden. Entsperren wurde dafür trotzdem erlaubt.</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::UnlockDialog</name>
    <message>
        <source>until the screen locks</source>
        <translation>bis der Bildschirm gesperrt wird</translation>
    </message>
    <message>
        <source>until unplugged</source>
        <translation>bis zum Abziehen</translation>
    </message>
    <message>
        <source>Subkey</source>
        <translation>Unterschlüssel</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>What to do…</source>
        <translation>Was zu tun ist…</translation>
    </message>
    <message>
        <source>Unlock – GoKey Manager</source>
        <translation>Entsperren – GoKey Manager</translation>
    </message>
    <message>
        <source>Keep unlocked</source>
        <translation>Entsperrt lassen</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Entsperren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Signing is unlocked. Decryption has another passphrase.</source>
        <translation>Die Signatur ist entsperrt. Die Entschlüsselung hat eine andere Passphrase.</translation>
    </message>
    <message>
        <source>Decryption is unlocked. Signing has another passphrase.</source>
        <translation>Die Entschlüsselung ist entsperrt. Die Signatur hat eine andere Passphrase.</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>3 tries left</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>That is not the passphrase.</source>
        <translation>Das ist nicht die Passphrase.</translation>
    </message>
    <message>
        <source>Tries left: not known, the card reader is taken. A wrong passphrase counts.</source>
        <translation>Übrige Versuche: nicht bekannt, der Kartenleser ist belegt. Eine falsche Passphrase zählt.</translation>
    </message>
    <message>
        <source>%1. After that this subkey stays locked.</source>
        <comment>1 try left</comment>
        <translation>%1. Danach bleibt dieser Unterschlüssel gesperrt.</translation>
    </message>
    <message>
        <source>No protected memory is left, so a passphrase cannot be held safely. Close other programs and try again.</source>
        <translation>Es ist kein geschützter Speicher mehr frei, deshalb kann eine Passphrase nicht sicher aufbewahrt werden. Schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 was unplugged. Nothing is lost.</source>
        <translation>%1 wurde abgezogen. Nichts ist verloren.</translation>
    </message>
    <message>
        <source>The token has not answered yet.</source>
        <translation>Das Token hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Waiting: a site asks for your presence first.</source>
        <translation>Warten: Erst fragt eine Website nach Ihrer Anwesenheit.</translation>
    </message>
    <message>
        <source>No tries left now. Next try possible in %1.</source>
        <translation>Jetzt keine Versuche übrig. Nächster Versuch möglich in %1.</translation>
    </message>
    <message>
        <source>No tries left. The subkey stays locked until the token restarts.</source>
        <translation>Keine Versuche übrig. Der Unterschlüssel bleibt gesperrt, bis das Token neu startet.</translation>
    </message>
    <message numerus="yes">
        <source>A passphrase has at most %Ln byte(s). Nothing of this was taken.</source>
        <translation>
            <numerusform>Eine Passphrase hat höchstens %Ln Byte. Nichts davon wurde übernommen.</numerusform>
            <numerusform>Eine Passphrase hat höchstens %Ln Byte. Nichts davon wurde übernommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>A shorter time needs no passphrase.</source>
        <translation>Eine kürzere Zeit braucht keine Passphrase.</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Die Feststelltaste ist an.</translation>
    </message>
    <message>
        <source>Keep %1 unlocked</source>
        <translation>%1 entsperrt lassen</translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation>%1 entsperren</translation>
    </message>
    <message>
        <source>Short ID %1</source>
        <translation>Kurzkennung %1</translation>
    </message>
    <message>
        <source>Passphrase for signing</source>
        <translation>Passphrase für die Signatur</translation>
    </message>
    <message>
        <source>Passphrase for decryption</source>
        <translation>Passphrase für die Entschlüsselung</translation>
    </message>
    <message>
        <source>Passphrase for signing and decryption</source>
        <translation>Passphrase für Signatur und Entschlüsselung</translation>
    </message>
    <message numerus="yes">
        <source>for %Ln minute(s)</source>
        <translation>
            <numerusform>für %Ln Minute</numerusform>
            <numerusform>für %Ln Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>for %Ln hour(s)</source>
        <translation>
            <numerusform>für %Ln Stunde</numerusform>
            <numerusform>für %Ln Stunden</numerusform>
        </translation>
    </message>
</context>
</TS>
