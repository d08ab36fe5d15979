<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Copiato</translation>
    </message>
</context>
<context>
    <name>DesktopChecks</name>
    <message>
        <source>Desktop bus</source>
        <translation>Bus del desktop</translation>
    </message>
    <message>
        <source>The desktop bus is there.</source>
        <translation>Il bus del desktop è presente.</translation>
    </message>
    <message>
        <source>Log in through the desktop, or start the app with %1.</source>
        <translation>Accedere dal desktop, o avviare l’app con %1.</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Vassoio</translation>
    </message>
    <message>
        <source>This desktop shows the tray icon.</source>
        <translation>Questo desktop mostra l’icona nel vassoio.</translation>
    </message>
    <message>
        <source>On GNOME, install the extension AppIndicator (package %1). Other panels have a tray, or status area, that can be added.</source>
        <translation>In GNOME, installare l’estensione AppIndicator (pacchetto %1). Gli altri pannelli hanno un vassoio che si può aggiungere.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifiche</translation>
    </message>
    <message>
        <source>This desktop shows notifications with buttons.</source>
        <translation>Questo desktop mostra notifiche con pulsanti.</translation>
    </message>
    <message>
        <source>No notification service. Requests are shown in a window of our own.</source>
        <translation>Nessun servizio di notifica. Le richieste appaiono in una finestra dell’app.</translation>
    </message>
    <message>
        <source>Start a notification service whose notifications have buttons; most desktops bring one.</source>
        <translation>Avviare un servizio di notifica le cui notifiche abbiano pulsanti; la maggior parte dei desktop ne ha uno.</translation>
    </message>
</context>
<context>
    <name>KeyTexts</name>
    <message>
        <source>Next try possible in %1</source>
        <translation>Prossimo tentativo possibile tra %1</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Non noto</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Nessuna chiave</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Sbloccato</translation>
    </message>
    <message>
        <source>Unlocked %1</source>
        <comment>until 14:12</comment>
        <translation>Sbloccato %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>8:42</comment>
        <translation>ancora %1</translation>
    </message>
    <message>
        <source>This firmware cannot unlock it</source>
        <translation>Questo firmware non può sbloccarla</translation>
    </message>
    <message>
        <source>Locked · opens together with decryption</source>
        <translation>Bloccato · si apre insieme alla decifratura</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloccato</translation>
    </message>
    <message>
        <source>Unlock signing…</source>
        <translation>Sblocca la firma…</translation>
    </message>
    <message>
        <source>Unlock decryption…</source>
        <translation>Sblocca la decifratura…</translation>
    </message>
    <message>
        <source>Lock signing now</source>
        <translation>Blocca ora la firma</translation>
    </message>
    <message>
        <source>Lock decryption now</source>
        <translation>Blocca ora la decifratura</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Non connesso</translation>
    </message>
    <message>
        <source>Blue is off</source>
        <translation>La blu è spenta</translation>
    </message>
    <message>
        <source>No subkey unlocked</source>
        <translation>Nessuna sottochiave sbloccata</translation>
    </message>
    <message>
        <source>Blue is on</source>
        <translation>La blu è accesa</translation>
    </message>
    <message>
        <source>Not set up yet</source>
        <translation>Non ancora configurato</translation>
    </message>
    <message>
        <source>Signing and decryption subkeys unlocked</source>
        <translation>Sottochiavi di firma e decifratura sbloccate</translation>
    </message>
    <message>
        <source>A subkey is unlocked</source>
        <translation>Una sottochiave è sbloccata</translation>
    </message>
    <message>
        <source>Signing subkey unlocked</source>
        <translation>Sottochiave di firma sbloccata</translation>
    </message>
    <message>
        <source>Decryption subkey unlocked</source>
        <translation>Sottochiave di decifratura sbloccata</translation>
    </message>
    <message>
        <source>White is off</source>
        <translation>La bianca è spenta</translation>
    </message>
    <message>
        <source>Nothing in progress</source>
        <translation>Nulla in corso</translation>
    </message>
    <message>
        <source>White blinks</source>
        <translation>La bianca lampeggia</translation>
    </message>
    <message>
        <source>White is on</source>
        <translation>La bianca è accesa</translation>
    </message>
    <message>
        <source>Decrypting</source>
        <translation>Decifratura</translation>
    </message>
    <message>
        <source>Authenticating</source>
        <translation>Autenticazione</translation>
    </message>
    <message>
        <source>The token is working</source>
        <translation>Il token è al lavoro</translation>
    </message>
    <message>
        <source>Signing</source>
        <comment>in progress</comment>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Storage damaged</source>
        <translation>Memoria danneggiata</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>Confirm only if you are signing in right now.</source>
        <translation>Confermare solo se si sta accedendo proprio ora.</translation>
    </message>
    <message>
        <source>Confirm within %1 s, and only if you are signing in right now.</source>
        <translation>Confermare entro %1 s, e solo se si sta accedendo proprio ora.</translation>
    </message>
    <message>
        <source>%1: %2 asks for your presence</source>
        <comment>name of a token: a site</comment>
        <translation>%1: %2 chiede la presenza</translation>
    </message>
    <message>
        <source>Probably asked by %1</source>
        <translation>Probabilmente chiesto da %1</translation>
    </message>
    <message>
        <source>Probably asked by %1.</source>
        <translation>Probabilmente chiesto da %1.</translation>
    </message>
    <message>
        <source>Confirm within %1 s. Dismiss lets it lapse.</source>
        <translation>Confermare entro %1 s. Ignora la lascia scadere.</translation>
    </message>
    <message>
        <source>%1: a site asks for your presence</source>
        <comment>name of a token</comment>
        <translation>%1: un sito chiede la presenza</translation>
    </message>
    <message>
        <source>This firmware does not tell which one.</source>
        <translation>Questo firmware non dice quale.</translation>
    </message>
    <message>
        <source>The site is not known here: %1</source>
        <translation>Il sito non è noto qui: %1</translation>
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
        <translation>firma e decifratura sbloccate</translation>
    </message>
    <message>
        <source>signing unlocked</source>
        <translation>firma sbloccata</translation>
    </message>
    <message>
        <source>decryption unlocked</source>
        <translation>decifratura sbloccata</translation>
    </message>
    <message>
        <source>unlocked</source>
        <translation>sbloccato</translation>
    </message>
    <message>
        <source>Host key changed</source>
        <translation>Chiave host cambiata</translation>
    </message>
    <message>
        <source>host key changed</source>
        <translation>chiave host cambiata</translation>
    </message>
    <message>
        <source>No tries left</source>
        <translation>Nessun tentativo rimasto</translation>
    </message>
    <message>
        <source>no tries left</source>
        <translation>nessun tentativo rimasto</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Richiede attenzione</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>richiede attenzione</translation>
    </message>
    <message>
        <source>Signing…</source>
        <translation>Firma…</translation>
    </message>
    <message>
        <source>signing</source>
        <translation>firma in corso</translation>
    </message>
    <message>
        <source>Decrypting…</source>
        <translation>Decifratura…</translation>
    </message>
    <message>
        <source>decrypting</source>
        <translation>decifratura in corso</translation>
    </message>
    <message>
        <source>Authenticating…</source>
        <translation>Autenticazione…</translation>
    </message>
    <message>
        <source>authenticating</source>
        <translation>autenticazione in corso</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connessione…</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>in connessione</translation>
    </message>
    <message>
        <source>Not attached</source>
        <translation>Non collegato</translation>
    </message>
    <message>
        <source>not attached</source>
        <translation>non collegato</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>Non risponde</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>non risponde</translation>
    </message>
    <message>
        <source>Waiting for firmware</source>
        <translation>Attende il firmware</translation>
    </message>
    <message>
        <source>waiting for firmware</source>
        <translation>attende il firmware</translation>
    </message>
    <message>
        <source>Not set up yet</source>
        <translation>Non ancora configurato</translation>
    </message>
    <message>
        <source>not set up yet</source>
        <translation>non ancora configurato</translation>
    </message>
    <message>
        <source>Not started yet</source>
        <translation>Non ancora avviato</translation>
    </message>
    <message>
        <source>not started yet</source>
        <translation>non ancora avviato</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloccato</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>bloccato</translation>
    </message>
    <message>
        <source>presence requested</source>
        <translation>presenza richiesta</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Decryption</source>
        <translation>Decifratura</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Autenticazione</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Entrambe</translation>
    </message>
    <message numerus="yes">
        <source>%Ln try(s) left</source>
        <translation>
            <numerusform>%Ln tentativo rimasto</numerusform>
            <numerusform>%Ln tentativi rimasti</numerusform>
        </translation>
    </message>
    <message>
        <source>Signing and decryption unlocked</source>
        <translation>Firma e decifratura sbloccate</translation>
    </message>
    <message>
        <source>Signing unlocked</source>
        <translation>Firma sbloccata</translation>
    </message>
    <message>
        <source>Decryption unlocked</source>
        <translation>Decifratura sbloccata</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Sbloccato</translation>
    </message>
    <message>
        <source>Signing and decryption locked</source>
        <translation>Firma e decifratura bloccate</translation>
    </message>
    <message>
        <source>Signing locked</source>
        <translation>Firma bloccata</translation>
    </message>
    <message>
        <source>Decryption locked</source>
        <translation>Decifratura bloccata</translation>
    </message>
    <message>
        <source>the time was over</source>
        <translation>il tempo era scaduto</translation>
    </message>
    <message>
        <source>the screen was locked</source>
        <translation>lo schermo è stato bloccato</translation>
    </message>
    <message>
        <source>the computer goes to sleep</source>
        <translation>il computer va in sospensione</translation>
    </message>
    <message>
        <source>nobody used the computer</source>
        <translation>nessuno ha usato il computer</translation>
    </message>
    <message>
        <source>it was unplugged</source>
        <translation>è stato scollegato</translation>
    </message>
    <message>
        <source>the token did it by itself</source>
        <translation>il token lo ha fatto da sé</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>fino alle %1</translation>
    </message>
    <message>
        <source>until the screen locks</source>
        <translation>finché lo schermo non si blocca</translation>
    </message>
    <message>
        <source>until unplugged</source>
        <translation>finché non viene scollegato</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>unlocked, until when</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Plug in a USB armory with GoKey. It appears here by itself.</source>
        <translation>Collegare una USB armory con GoKey. Compare qui da sola.</translation>
    </message>
    <message>
        <source>The token is plugged in, but its console is silent.</source>
        <translation>Il token è collegato, ma la sua console tace.</translation>
    </message>
    <message>
        <source>The token is plugged in, but its console is silent. Last seen %1.</source>
        <translation>Il token è collegato, ma la sua console tace. Visto l’ultima volta alle %1.</translation>
    </message>
    <message>
        <source>The token started without firmware (boot ROM). Nothing on it is usable until it is flashed.</source>
        <translation>Il token si è avviato senza firmware (ROM di avvio). Nulla è utilizzabile finché non viene programmato.</translation>
    </message>
    <message>
        <source>This token is in factory state. It holds no keys.</source>
        <translation>Questo token è nello stato di fabbrica. Non contiene chiavi.</translation>
    </message>
    <message>
        <source>The card is not initialised. Unlocking does that too.</source>
        <translation>La carta non è inizializzata. Lo sblocco fa anche questo.</translation>
    </message>
    <message>
        <source>Signing and decryption are locked.</source>
        <translation>Firma e decifratura sono bloccate.</translation>
    </message>
    <message>
        <source>The token is working. Leave it plugged in.</source>
        <translation>Il token è al lavoro. Lasciarlo collegato.</translation>
    </message>
    <message>
        <source>Nothing was sent to this token.</source>
        <translation>Nulla è stato inviato a questo token.</translation>
    </message>
    <message>
        <source>The subkey stays locked until the token restarts.</source>
        <translation>La sottochiave resta bloccata finché il token non si riavvia.</translation>
    </message>
    <message>
        <source>Restarting the token begins the wait anew.</source>
        <translation>Riavviando il token l’attesa ricomincia.</translation>
    </message>
    <message>
        <source>a site</source>
        <translation>un sito</translation>
    </message>
    <message>
        <source>%1 asks for your presence</source>
        <translation>%1 chiede la presenza</translation>
    </message>
    <message>
        <source>A site asks for your presence</source>
        <translation>Un sito chiede la presenza</translation>
    </message>
    <message>
        <source>Does not let this computer in</source>
        <translation>Non fa entrare questo computer</translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>Nessun permesso</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Occupato</translation>
    </message>
    <message>
        <source>%1 was unplugged. Nothing is lost: plug it in and try again.</source>
        <translation>%1 è stato scollegato. Nulla è perduto: collegarlo e riprovare.</translation>
    </message>
    <message>
        <source>This user may not talk to the token.</source>
        <translation>Questo utente non può parlare con il token.</translation>
    </message>
    <message>
        <source>Another program holds the card reader.</source>
        <translation>Un altro programma tiene il lettore di carte.</translation>
    </message>
    <message>
        <source>Another program holds the card reader: %1.</source>
        <translation>Un altro programma tiene il lettore di carte: %1.</translation>
    </message>
    <message>
        <source>%1 does not answer. The rest of this window keeps working.</source>
        <translation>%1 non risponde. Il resto di questa finestra continua a funzionare.</translation>
    </message>
    <message>
        <source>The token waits for firmware.</source>
        <translation>Il token attende il firmware.</translation>
    </message>
    <message>
        <source>The token does not know this computer&apos;s SSH key.</source>
        <translation>Il token non conosce la chiave SSH di questo computer.</translation>
    </message>
    <message>
        <source>The host key has changed. This may not be your token. Nothing was sent to it: no passphrase, no request.</source>
        <translation>La chiave host è cambiata. Questo potrebbe non essere il Suo token. Nulla gli è stato inviato: né passphrase né richieste.</translation>
    </message>
    <message>
        <source>That is not the passphrase.</source>
        <translation>Non è la passphrase.</translation>
    </message>
    <message>
        <source>That is not the passphrase. %1.</source>
        <translation>Non è la passphrase. %1.</translation>
    </message>
    <message>
        <source>Signing is locked.</source>
        <translation>La firma è bloccata.</translation>
    </message>
    <message>
        <source>That was too late. The request had ended. Nothing was approved.</source>
        <translation>Era troppo tardi. La richiesta era terminata. Nulla è stato approvato.</translation>
    </message>
    <message>
        <source>Nobody confirmed in time. Nothing was approved. Start again on the site.</source>
        <translation>Nessuno ha confermato in tempo. Nulla è stato approvato. Ricominciare sul sito.</translation>
    </message>
    <message>
        <source>The token said something this program does not understand.</source>
        <translation>Il token ha detto qualcosa che questo programma non capisce.</translation>
    </message>
    <message>
        <source>This firmware cannot do that.</source>
        <translation>Questo firmware non può farlo.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuovo</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nuovo</translation>
    </message>
    <message>
        <source>Compare its host key before you use it.</source>
        <translation>Confrontare la sua chiave host prima di usarlo.</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Confirming destroys every key on it.</source>
        <translation>Confermando si distruggono tutte le sue chiavi.</translation>
    </message>
    <message>
        <source>The token is to be emptied</source>
        <translation>Il token sta per essere svuotato</translation>
    </message>
    <message>
        <source>No answer in %1 s. What happened is not known; reading the state again.</source>
        <translation>Nessuna risposta in %1 s. Non si sa che cosa sia accaduto; lo stato viene riletto.</translation>
    </message>
    <message>
        <source>May still be unlocked</source>
        <translation>Forse ancora sbloccato</translation>
    </message>
    <message>
        <source>may still be unlocked</source>
        <translation>forse ancora sbloccato</translation>
    </message>
    <message>
        <source>%1 did not answer when it was to be locked. Unplug it to be sure; locking is tried again until it answers.</source>
        <translation>%1 non ha risposto quando doveva essere bloccato. Scollegarlo per sicurezza; il blocco viene ritentato finché risponde.</translation>
    </message>
    <message>
        <source>Storage damaged</source>
        <translation>Memoria danneggiata</translation>
    </message>
    <message>
        <source>storage damaged</source>
        <translation>memoria danneggiata</translation>
    </message>
    <message>
        <source>What this token stores cannot be opened, so none of its keys can be used. A factory reset makes it new: gokeyctl factory-reset.</source>
        <translation>Ciò che questo token conserva non si può aprire, quindi nessuna delle sue chiavi è utilizzabile. Il ripristino dello stato di fabbrica lo rende nuovo: gokeyctl factory-reset.</translation>
    </message>
    <message>
        <source>Reading its state.</source>
        <translation>Lettura dello stato.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Non connesso</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>non connesso</translation>
    </message>
    <message>
        <source>Connecting was cancelled.</source>
        <translation>La connessione è stata annullata.</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>unlocked</source>
        <translation>sbloccato</translation>
    </message>
    <message>
        <source>working</source>
        <translation>al lavoro</translation>
    </message>
    <message>
        <source>presence requested</source>
        <translation>presenza richiesta</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>richiede attenzione</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a token: its state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>signing and decryption subkeys unlocked</source>
        <translation>sottochiavi di firma e decifratura sbloccate</translation>
    </message>
    <message>
        <source>signing subkey unlocked</source>
        <translation>sottochiave di firma sbloccata</translation>
    </message>
    <message>
        <source>decryption subkey unlocked</source>
        <translation>sottochiave di decifratura sbloccata</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what is unlocked, until when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Blue off, white off</source>
        <translation>Blu spenta, bianca spenta</translation>
    </message>
    <message>
        <source>Blue on: %1</source>
        <translation>Blu accesa: %1</translation>
    </message>
    <message>
        <source>White on: %1</source>
        <translation>Bianca accesa: %1</translation>
    </message>
    <message>
        <source>a site</source>
        <translation>un sito</translation>
    </message>
    <message>
        <source>White blinking: %1 asks</source>
        <translation>Bianca lampeggia: %1 chiede</translation>
    </message>
    <message>
        <source>The host key has changed</source>
        <translation>La chiave host è cambiata</translation>
    </message>
    <message>
        <source>GoKey Manager</source>
        <translation>GoKey Manager</translation>
    </message>
    <message>
        <source>No token attached</source>
        <translation>Nessun token collegato</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Sblocca</translation>
    </message>
    <message>
        <source>&amp;Signing…</source>
        <translation>&amp;Firma…</translation>
    </message>
    <message>
        <source>&amp;Decryption…</source>
        <translation>&amp;Decifratura…</translation>
    </message>
    <message>
        <source>&amp;Both…</source>
        <translation>&amp;Entrambe…</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>name of a token – its state</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>&amp;Blocca ora</translation>
    </message>
    <message>
        <source>&amp;Copy short ID</source>
        <translation>&amp;Copia l’ID breve</translation>
    </message>
    <message>
        <source>De&amp;tails…</source>
        <translation>&amp;Dettagli…</translation>
    </message>
    <message>
        <source>a site</source>
        <translation>un sito</translation>
    </message>
    <message>
        <source>unknown site</source>
        <translation>sito sconosciuto</translation>
    </message>
    <message>
        <source>Con&amp;firm presence – %1</source>
        <translation>Con&amp;ferma la presenza – %1</translation>
    </message>
    <message>
        <source>No token attached</source>
        <translation>Nessun token collegato</translation>
    </message>
    <message>
        <source>All tokens…</source>
        <translation>Tutti i token…</translation>
    </message>
    <message>
        <source>Lock &amp;all</source>
        <translation>Blocca &amp;tutto</translation>
    </message>
    <message>
        <source>Notifications paused until %1</source>
        <translation>Notifiche in pausa fino alle %1</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Riprendi</translation>
    </message>
    <message>
        <source>&amp;Pause notifications</source>
        <translation>Sospendi le &amp;notifiche</translation>
    </message>
    <message>
        <source>Until &amp;tomorrow</source>
        <translation>Fino a &amp;domani</translation>
    </message>
    <message>
        <source>&amp;Doctor…</source>
        <translation>Dia&amp;gnosi…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Impostazioni…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Esci</translation>
    </message>
    <message>
        <source>For %1 &amp;hour</source>
        <translation>Per %1 &amp;ora</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::App</name>
    <message>
        <source>The token</source>
        <translation>Il token</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::ConsolePage</name>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Kind of entries</source>
        <translation>Tipo di voci</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tutto</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Chiavi</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>Presenza</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connessione</translation>
    </message>
    <message>
        <source>What happened, newest first</source>
        <translation>Che cosa è accaduto, dal più recente</translation>
    </message>
    <message>
        <source>Passphrases and message contents are never recorded.</source>
        <translation>Passphrase e contenuti dei messaggi non vengono mai registrati.</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Non è ancora accaduto nulla.</translation>
    </message>
    <message>
        <source>No entry matches the filter.</source>
        <translation>Nessuna voce corrisponde al filtro.</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::DoctorPage</name>
    <message>
        <source>Checking…</source>
        <translation>Controllo…</translation>
    </message>
    <message>
        <source>Checking… %1 of %2</source>
        <translation>Controllo… %1 di %2</translation>
    </message>
    <message>
        <source>Everything is fine.</source>
        <translation>Tutto è a posto.</translation>
    </message>
    <message>
        <source>%1 of %2 checks are fine.</source>
        <translation>%1 controlli su %2 sono a posto.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) you.</source>
        <translation>
            <numerusform>%Ln richiede attenzione.</numerusform>
            <numerusform>%Ln richiedono attenzione.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more check(s) that are fine</source>
        <translation>
            <numerusform>Mostra un altro controllo a posto (%Ln)</numerusform>
            <numerusform>Mostra altri %Ln controlli a posto</numerusform>
        </translation>
    </message>
    <message>
        <source>Fix…</source>
        <translation>Sistema…</translation>
    </message>
    <message>
        <source>Fix: %1</source>
        <translation>Sistema: %1</translation>
    </message>
    <message>
        <source>How…</source>
        <translation>Come…</translation>
    </message>
    <message>
        <source>How: %1</source>
        <translation>Come: %1</translation>
    </message>
    <message>
        <source>Run these now? You may be asked for your password.</source>
        <translation>Eseguirli ora? Potrebbe essere chiesta la password.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Esegui</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>Copy the commands</source>
        <translation>Copia i comandi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::FactoryPage</name>
    <message>
        <source>This token is not set up yet.</source>
        <translation>Questo token non è ancora configurato.</translation>
    </message>
    <message>
        <source>It is in factory state and holds no keys. Setting it up needs:</source>
        <translation>È nello stato di fabbrica e non contiene chiavi. Per configurarlo servono:</translation>
    </message>
    <message>
        <source>An OpenPGP secret key or a backup</source>
        <translation>Una chiave segreta OpenPGP o una copia di riserva</translation>
    </message>
    <message>
        <source>An SSH key of yours</source>
        <translation>Una propria chiave SSH</translation>
    </message>
    <message>
        <source>A passphrase you can remember</source>
        <translation>Una passphrase che si possa ricordare</translation>
    </message>
    <message>
        <source>Ten minutes</source>
        <translation>Dieci minuti</translation>
    </message>
    <message>
        <source>Keys are written once. To change them later, the token is emptied first.</source>
        <translation>Le chiavi si scrivono una volta. Per cambiarle in seguito, il token viene prima svuotato.</translation>
    </message>
    <message>
        <source>Open the guide</source>
        <translation>Apri la guida</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::FidoPage</name>
    <message>
        <source>Confirmed</source>
        <translation>Confermata</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Ignorata</translation>
    </message>
    <message>
        <source>Nobody confirmed in time</source>
        <translation>Nessuno ha confermato in tempo</translation>
    </message>
    <message>
        <source>Unplugged meanwhile</source>
        <translation>Scollegato nel frattempo</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminata</translation>
    </message>
    <message>
        <source>Unknown site %1</source>
        <translation>Sito sconosciuto %1</translation>
    </message>
    <message>
        <source>A site, this firmware does not tell which</source>
        <translation>Un sito; questo firmware non dice quale</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Avvia</translation>
    </message>
    <message>
        <source>Latest requests</source>
        <translation>Ultime richieste</translation>
    </message>
    <message>
        <source>No requests yet.</source>
        <translation>Ancora nessuna richiesta.</translation>
    </message>
    <message>
        <source>Start the FIDO side</source>
        <translation>Avvia la parte FIDO</translation>
    </message>
    <message>
        <source>Ask for my presence</source>
        <translation>Chiedi la mia presenza</translation>
    </message>
    <message>
        <source>Without it, any program on this computer can sign in unnoticed.</source>
        <translation>Senza, qualsiasi programma su questo computer può accedere di nascosto.</translation>
    </message>
    <message>
        <source>Stop asking for your presence?</source>
        <translation>Non chiedere più la presenza?</translation>
    </message>
    <message>
        <source>Stop asking</source>
        <translation>Non chiedere più</translation>
    </message>
    <message>
        <source>Keep asking</source>
        <translation>Continua a chiedere</translation>
    </message>
    <message>
        <source>Uses so far</source>
        <translation>Usi finora</translation>
    </message>
    <message>
        <source>Attestation certificate</source>
        <translation>Certificato di attestazione</translation>
    </message>
    <message>
        <source>Sites may see it when you register</source>
        <translation>I siti possono vederlo alla registrazione</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>Copy attestation certificate fingerprint</source>
        <translation>Copia l’impronta del certificato di attestazione</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Non noto</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Non avviato</translation>
    </message>
    <message>
        <source>Sites cannot use this token yet.</source>
        <translation>I siti non possono ancora usare questo token.</translation>
    </message>
    <message>
        <source>Ready for sites</source>
        <translation>Pronto per i siti</translation>
    </message>
    <message>
        <source>Sites can use this token to sign you in. Each time, you are asked here first.</source>
        <translation>I siti possono usare questo token per l’accesso. Ogni volta si chiede prima qui.</translation>
    </message>
    <message>
        <source>Sites can use this token to sign you in. You are not asked.</source>
        <translation>I siti possono usare questo token per l’accesso. Non viene chiesto nulla.</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::FirstContact</name>
    <message>
        <source>from the SSH agent</source>
        <translation>dall’agente SSH</translation>
    </message>
    <message>
        <source>file with a passphrase</source>
        <translation>file con passphrase</translation>
    </message>
    <message>
        <source>file</source>
        <translation>file</translation>
    </message>
    <message>
        <source>Welcome a new token</source>
        <translation>Accogliere un nuovo token</translation>
    </message>
    <message>
        <source>Meet</source>
        <translation>Conoscere</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Confrontare</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connettere</translation>
    </message>
    <message>
        <source>A token, its lamps not known yet</source>
        <translation>Un token le cui luci non sono ancora note</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>A token you have not used here</source>
        <translation>Un token mai usato qui</translation>
    </message>
    <message>
        <source>Not sure which one it is? Unplug it, and this window closes by itself.</source>
        <translation>Non si sa quale sia? Scollegarlo, e questa finestra si chiude da sé.</translation>
    </message>
    <message>
        <source>It is the same</source>
        <translation>È la stessa</translation>
    </message>
    <message>
        <source>It is different, or I am not sure</source>
        <translation>È diverso, o non sono sicuro</translation>
    </message>
    <message>
        <source>Then leave it for now.</source>
        <translation>Allora lasciarlo per ora.</translation>
    </message>
    <message>
        <source>No secret was sent to it. Unplug it, and ask whoever set it up.</source>
        <translation>Nessun segreto gli è stato inviato. Scollegarlo, e chiedere a chi lo ha configurato.</translation>
    </message>
    <message>
        <source>Is it really yours?</source>
        <translation>È davvero il Suo?</translation>
    </message>
    <message>
        <source>Compare with the paper or screen from when it was set up. One form is enough.</source>
        <translation>Confrontare con il foglio o lo schermo di quando è stato configurato. Basta una forma.</translation>
    </message>
    <message>
        <source>None of your keys is accepted. Ask whoever set it up, or choose a file.</source>
        <translation>Nessuna delle chiavi è accettata. Chiedere a chi lo ha configurato, o scegliere un file.</translation>
    </message>
    <message>
        <source>Try unlocking…</source>
        <translation>Prova a sbloccare…</translation>
    </message>
    <message>
        <source>Optional. Unlocks for one minute, then locks again.</source>
        <translation>Facoltativo. Sblocca per un minuto, poi blocca di nuovo.</translation>
    </message>
    <message>
        <source>How this computer signs in</source>
        <translation>Come accede questo computer</translation>
    </message>
    <message>
        <source>The token lets in only the SSH keys it was set up with.</source>
        <translation>Il token lascia entrare solo le chiavi SSH con cui è stato configurato.</translation>
    </message>
    <message>
        <source>It has not told its short ID yet. Nothing has been sent to it.</source>
        <translation>Non ha ancora detto il suo ID breve. Nulla gli è stato ancora inviato.</translation>
    </message>
    <message>
        <source>It says its short ID is %1. Nothing has been sent to it yet.</source>
        <translation>Dice che il suo ID breve è %1. Nulla gli è stato ancora inviato.</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>Non provata</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Accettata</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Non accettata</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lettura…</translation>
    </message>
    <message>
        <source>A key in another place</source>
        <translation>Una chiave in un altro posto</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Scegli un file…</translation>
    </message>
    <message>
        <source>A new key</source>
        <translation>Una nuova chiave</translation>
    </message>
    <message>
        <source>Works after the token is set up again with it.</source>
        <translation>Funziona dopo aver configurato di nuovo il token con essa.</translation>
    </message>
    <message>
        <source>Create a new key…</source>
        <translation>Crea una nuova chiave…</translation>
    </message>
    <message>
        <source>Choose an SSH key</source>
        <translation>Scegli una chiave SSH</translation>
    </message>
    <message>
        <source>Create a new key</source>
        <translation>Crea una nuova chiave</translation>
    </message>
    <message>
        <source>Import receipt…</source>
        <translation>Importa una ricevuta…</translation>
    </message>
    <message>
        <source>Recognised by its receipt.</source>
        <translation>Riconosciuto dalla sua ricevuta.</translation>
    </message>
    <message>
        <source>Or do you have its receipt?</source>
        <translation>Oppure si ha la sua ricevuta?</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::GlobalShortcuts</name>
    <message>
        <source>Lock all tokens</source>
        <translation>Blocca tutti i token</translation>
    </message>
    <message>
        <source>Confirm presence</source>
        <translation>Conferma la presenza</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::History</name>
    <message>
        <source>probably %1</source>
        <translation>probabilmente %1</translation>
    </message>
    <message>
        <source>Presence confirmed</source>
        <translation>Presenza confermata</translation>
    </message>
    <message>
        <source>Nobody confirmed in time</source>
        <translation>Nessuno ha confermato in tempo</translation>
    </message>
    <message>
        <source>Unplugged while a site asked</source>
        <translation>Scollegato mentre un sito chiedeva</translation>
    </message>
    <message>
        <source>Presence request ended</source>
        <translation>Richiesta di presenza terminata</translation>
    </message>
    <message>
        <source>Signature made</source>
        <translation>Firma fatta</translation>
    </message>
    <message>
        <source>Message decrypted</source>
        <translation>Messaggio decifrato</translation>
    </message>
    <message>
        <source>Authenticated</source>
        <translation>Autenticato</translation>
    </message>
    <message>
        <source>host key not checked</source>
        <translation>chiave host non controllata</translation>
    </message>
    <message>
        <source>host key known</source>
        <translation>chiave host nota</translation>
    </message>
    <message>
        <source>Token attached</source>
        <translation>Token collegato</translation>
    </message>
    <message>
        <source>Token unplugged</source>
        <translation>Token scollegato</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connesso</translation>
    </message>
    <message>
        <source>Presence requested</source>
        <translation>Presenza richiesta</translation>
    </message>
    <message>
        <source>number %1</source>
        <translation>numero %1</translation>
    </message>
    <message>
        <source>Wrong passphrase</source>
        <translation>Passphrase errata</translation>
    </message>
    <message>
        <source>Not unlocked</source>
        <translation>Non sbloccato</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::HistoryModel</name>
    <message>
        <source>Time</source>
        <translation>Ora</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Che cosa</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Dettaglio</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::HostKeyChangedPage</name>
    <message>
        <source>Copy</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Copia il comando</translation>
    </message>
    <message>
        <source>The host key has changed.</source>
        <translation>La chiave host è cambiata.</translation>
    </message>
    <message>
        <source>This may not be your token. Nothing was sent to it: no passphrase, no request.</source>
        <translation>Questo potrebbe non essere il Suo token. Nulla gli è stato inviato: né passphrase né richieste.</translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation>Mostrata ora</translation>
    </message>
    <message>
        <source>What it can mean</source>
        <translation>Che cosa può significare</translation>
    </message>
    <message>
        <source>Another token is plugged in under this name, or its keys were destroyed and set up anew.</source>
        <translation>Un altro token è collegato con questo nome, o le sue chiavi sono state distrutte e create di nuovo.</translation>
    </message>
    <message>
        <source>Another device answers at the token’s address.</source>
        <translation>Un altro dispositivo risponde all’indirizzo del token.</translation>
    </message>
    <message>
        <source>Somebody exchanged the token.</source>
        <translation>Qualcuno ha scambiato il token.</translation>
    </message>
    <message>
        <source>Import receipt…</source>
        <translation>Importa una ricevuta…</translation>
    </message>
    <message>
        <source>Ask whoever set it up for a new receipt, and import it.</source>
        <translation>Chiedere una nuova ricevuta a chi lo ha configurato, e importarla.</translation>
    </message>
    <message>
        <source>Did you set it up anew yourself? Then run</source>
        <translation>È stato configurato di nuovo da Lei? Allora eseguire</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Che cosa fare</translation>
    </message>
    <message>
        <source>Unplug it and look at it. Is it yours?</source>
        <translation>Scollegarlo e guardarlo. È il Suo?</translation>
    </message>
    <message>
        <source>Known since %1</source>
        <translation>Nota dal %1</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Nota</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::HostKeyText</name>
    <message>
        <source>The same in words</source>
        <translation>La stessa in parole</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Impronta</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::HostKeyView</name>
    <message>
        <source>QR code of the host key</source>
        <translation>Codice QR della chiave host</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::InlineMessage</name>
    <message>
        <source>Copy details</source>
        <translation>Copia i dettagli</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Chiudi questo messaggio</translation>
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
        <translation>Diagnosi</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Impostazioni</translation>
    </message>
    <message>
        <source>Changes take effect at once.</source>
        <translation>Le modifiche hanno effetto subito.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Non connesso</translation>
    </message>
    <message>
        <source>Saved in %1</source>
        <translation>Salvato in %1</translation>
    </message>
    <message>
        <source>Checked at %1</source>
        <translation>Controllato alle %1</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Controlla di nuovo</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aggiorna</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lettura…</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Non ancora letto</translation>
    </message>
    <message>
        <source>As of %1 – not answering</source>
        <translation>Alle %1 – non risponde</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>Not connected to the service that watches the tokens.</source>
        <translation>Non connesso al servizio che osserva i token.</translation>
    </message>
    <message>
        <source>It is tried again by itself. What is shown may be old.</source>
        <translation>Si riprova da sé. Quanto mostrato può essere vecchio.</translation>
    </message>
    <message>
        <source>Two tokens are named “%1”.</source>
        <translation>Due token si chiamano «%1».</translation>
    </message>
    <message>
        <source>Their short IDs tell them apart.</source>
        <translation>I loro ID brevi li distinguono.</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Rinomina…</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiato</translation>
    </message>
    <message>
        <source>Restore the default settings?</source>
        <translation>Ripristinare le impostazioni predefinite?</translation>
    </message>
    <message>
        <source>Those of gokeyctl alone stay as they are.</source>
        <translation>Quelle solo di gokeyctl restano come sono.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Ripristina</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Mantieni</translation>
    </message>
    <message>
        <source>Lock and quit</source>
        <translation>Blocca ed esci</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Esci</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>&amp;Unlock…</source>
        <translation>&amp;Sblocca…</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>&amp;Blocca ora</translation>
    </message>
    <message>
        <source>Run Doctor…</source>
        <translation>Avvia la diagnosi…</translation>
    </message>
    <message>
        <source>What to do…</source>
        <translation>Che cosa fare…</translation>
    </message>
    <message>
        <source>Look closer…</source>
        <translation>Guarda meglio…</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copia i dettagli</translation>
    </message>
    <message>
        <source>Welcome it…</source>
        <translation>Accoglilo…</translation>
    </message>
    <message>
        <source>What set-up needs…</source>
        <translation>Che cosa serve per configurarlo…</translation>
    </message>
    <message>
        <source>Restart %1?</source>
        <translation>Riavviare %1?</translation>
    </message>
    <message>
        <source>Its subkeys are locked by that.</source>
        <translation>Le sue sottochiavi vengono così bloccate.</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Riavvia</translation>
    </message>
    <message>
        <source>Forget the host key of %1?</source>
        <translation>Dimenticare la chiave host di %1?</translation>
    </message>
    <message>
        <source>The next time you will be asked to compare it again.</source>
        <translation>La prossima volta verrà chiesto di confrontarla di nuovo.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Dimentica</translation>
    </message>
    <message>
        <source>The token waits for firmware.</source>
        <translation>Il token attende il firmware.</translation>
    </message>
    <message>
        <source>Unplug it and plug it in again. If it still waits, it has to be flashed by whoever set it up.</source>
        <translation>Scollegarlo e ricollegarlo. Se attende ancora, deve programmarlo chi lo ha configurato.</translation>
    </message>
    <message>
        <source>No tries left.</source>
        <translation>Nessun tentativo rimasto.</translation>
    </message>
    <message>
        <source>Restart the token: unplug it and plug it in again. Then it allows tries again.</source>
        <translation>Riavviare il token: scollegarlo e ricollegarlo. Allora consente di nuovo tentativi.</translation>
    </message>
    <message>
        <source>Leave the token plugged in until the next try is possible. Restarting it begins the wait anew.</source>
        <translation>Lasciare il token collegato finché il prossimo tentativo non è possibile. Riavviandolo l’attesa ricomincia.</translation>
    </message>
    <message>
        <source>%1 is unlocked.</source>
        <translation>%1 è sbloccato.</translation>
    </message>
    <message>
        <source>%1 is unlocked %2.</source>
        <comment>name, until 14:12</comment>
        <translation>%1 è sbloccato %2.</translation>
    </message>
    <message>
        <source>Lock before quitting?</source>
        <translation>Bloccare prima di uscire?</translation>
    </message>
    <message>
        <source>No tray on this desktop.</source>
        <translation>Nessun vassoio su questo desktop.</translation>
    </message>
    <message>
        <source>Closing this window quits. Notifications still work.</source>
        <translation>Chiudendo questa finestra si esce. Le notifiche funzionano comunque.</translation>
    </message>
    <message>
        <source>How to get one…</source>
        <translation>Come averne uno…</translation>
    </message>
    <message>
        <source>Token or page</source>
        <translation>Token o pagina</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Questo computer</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copia il rapporto</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Altro</translation>
    </message>
    <message>
        <source>Pages of the token</source>
        <translation>Pagine del token</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Pagina</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Panoramica</translation>
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
        <translation>Console</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Fiducia</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Rinomina…</translation>
    </message>
    <message>
        <source>&amp;Identify</source>
        <translation>&amp;Identifica</translation>
    </message>
    <message>
        <source>&amp;Copy short ID</source>
        <translation>&amp;Copia l’ID breve</translation>
    </message>
    <message>
        <source>Re&amp;start token…</source>
        <translation>Ria&amp;vvia il token…</translation>
    </message>
    <message>
        <source>&amp;Forget token…</source>
        <translation>&amp;Dimentica il token…</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>Copia l’elenco</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Apri il file</translation>
    </message>
    <message>
        <source>Restore defaults…</source>
        <translation>Ripristina i valori predefiniti…</translation>
    </message>
    <message>
        <source>This desktop has no program that shows the guide.</source>
        <translation>Questo desktop non ha un programma che mostri la guida.</translation>
    </message>
    <message>
        <source>The guide is not installed.</source>
        <translation>La guida non è installata.</translation>
    </message>
    <message>
        <source>It is the file %1.</source>
        <translation>È il file %1.</translation>
    </message>
    <message>
        <source>Recognised by its receipt.</source>
        <translation>Riconosciuto dalla sua ricevuta.</translation>
    </message>
    <message>
        <source>Choose a receipt</source>
        <translation>Scegli una ricevuta</translation>
    </message>
    <message>
        <source>Receipts (*.receipt);;All files (*)</source>
        <translation>Ricevute (*.receipt);;Tutti i file (*)</translation>
    </message>
    <message>
        <source>No desktop bus.</source>
        <translation>Nessun bus del desktop.</translation>
    </message>
    <message>
        <source>Notifications, screen-lock detection and single start are off.</source>
        <translation>Le notifiche, il rilevamento del blocco dello schermo e l’avvio singolo sono disattivati.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connetti</translation>
    </message>
    <message>
        <source>Choose a key…</source>
        <translation>Scegli una chiave…</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::NoTokenPage</name>
    <message>
        <source>No token attached</source>
        <translation>Nessun token collegato</translation>
    </message>
    <message>
        <source>Plug in a USB armory with GoKey. It appears here by itself.</source>
        <translation>Collegare una USB armory con GoKey. Compare qui da sola.</translation>
    </message>
    <message>
        <source>Run Doctor…</source>
        <translation>Avvia la diagnosi…</translation>
    </message>
    <message>
        <source>Try a simulated token</source>
        <translation>Prova un token simulato</translation>
    </message>
    <message>
        <source>No token can be seen now</source>
        <translation>Nessun token è visibile in questo momento</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::Notices</name>
    <message>
        <source>A token may still be unlocked</source>
        <translation>Un token potrebbe essere ancora sbloccato</translation>
    </message>
    <message>
        <source>%1 was unplugged while unlocked</source>
        <translation>%1 è stato scollegato mentre era sbloccato</translation>
    </message>
    <message>
        <source>Without power it forgets, so it is locked now.</source>
        <translation>Senza corrente dimentica, quindi ora è bloccato.</translation>
    </message>
    <message>
        <source>Because the time was over.</source>
        <translation>Perché il tempo era scaduto.</translation>
    </message>
    <message>
        <source>Because the screen was locked.</source>
        <translation>Perché lo schermo è stato bloccato.</translation>
    </message>
    <message>
        <source>Because the computer goes to sleep.</source>
        <translation>Perché il computer va in sospensione.</translation>
    </message>
    <message numerus="yes">
        <source>Because nobody used the computer for %Ln minute(s).</source>
        <translation>
            <numerusform>Perché nessuno ha usato il computer per %Ln minuto.</numerusform>
            <numerusform>Perché nessuno ha usato il computer per %Ln minuti.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is locked</source>
        <translation>%1 è bloccato</translation>
    </message>
    <message>
        <source>%1 needs attention</source>
        <translation>%1 richiede attenzione</translation>
    </message>
    <message>
        <source>The host key has changed.</source>
        <translation>La chiave host è cambiata.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostra</translation>
    </message>
    <message>
        <source>Look closer…</source>
        <translation>Guarda meglio…</translation>
    </message>
    <message>
        <source>A new token: %1</source>
        <translation>Un nuovo token: %1</translation>
    </message>
    <message>
        <source>Welcome it…</source>
        <translation>Accoglilo…</translation>
    </message>
    <message>
        <source>%1 locks in one minute</source>
        <translation>%1 si blocca tra un minuto</translation>
    </message>
    <message>
        <source>Keep unlocked…</source>
        <translation>Mantieni sbloccato…</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::OpenPgpPage</name>
    <message>
        <source>Copy signing fingerprint</source>
        <translation>Copia l’impronta di firma</translation>
    </message>
    <message>
        <source>Copy decryption fingerprint</source>
        <translation>Copia l’impronta di decifratura</translation>
    </message>
    <message>
        <source>Copy authentication fingerprint</source>
        <translation>Copia l’impronta di autenticazione</translation>
    </message>
    <message>
        <source>No OpenPGP keys on this token.</source>
        <translation>Nessuna chiave OpenPGP su questo token.</translation>
    </message>
    <message>
        <source>gpg still asks for a PIN?</source>
        <translation>gpg chiede ancora un PIN?</translation>
    </message>
    <message>
        <source>The passphrase you gave here already opened the subkey. Type any six characters into gpg’s window.</source>
        <translation>La passphrase inserita qui ha già aperto la sottochiave. Digitare sei caratteri qualsiasi nella finestra di gpg.</translation>
    </message>
    <message>
        <source>Signatures made</source>
        <translation>Firme fatte</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Chiave pubblica</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>Lettore di carte</translation>
    </message>
    <message>
        <source>Keys protected by</source>
        <translation>Chiavi protette da</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Sblocca…</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Blocca ora</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lettura…</translation>
    </message>
    <message>
        <source>Card details are from %1.</source>
        <translation>I dati della carta sono delle %1.</translation>
    </message>
    <message>
        <source>Fix…</source>
        <translation>Sistema…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nessuna</translation>
    </message>
    <message>
        <source>This chip (secure storage)</source>
        <translation>Questo chip (memoria sicura)</translation>
    </message>
    <message>
        <source>Their passphrase alone</source>
        <translation>Solo la loro passphrase</translation>
    </message>
    <message>
        <source>%1 – no key</source>
        <comment>Decryption</comment>
        <translation>%1 – nessuna chiave</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::OverviewPage</name>
    <message>
        <source>Dismiss</source>
        <translation>Ignora</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Conferma</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Sblocca…</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Blocca ora</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>Copy short ID</source>
        <translation>Copia l’ID breve</translation>
    </message>
    <message>
        <source>Short ID</source>
        <translation>ID breve</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Signatures made</source>
        <translation>Firme fatte</translation>
    </message>
    <message>
        <source>Host key</source>
        <translation>Chiave host</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Non noto</translation>
    </message>
    <message>
        <source>Token %1</source>
        <translation>Token %1</translation>
    </message>
    <message>
        <source>This firmware does not tell which one.</source>
        <translation>Questo firmware non dice quale.</translation>
    </message>
    <message>
        <source>The site is not known here: %1</source>
        <translation>Il sito non è noto qui: %1</translation>
    </message>
    <message>
        <source>Confirm only if you are signing in right now.</source>
        <translation>Confermare solo se si sta accedendo proprio ora.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln s left</source>
        <translation>
            <numerusform>ancora %Ln s</numerusform>
            <numerusform>ancora %Ln s</numerusform>
        </translation>
    </message>
    <message>
        <source>The next try is possible in %1. Restarting the token begins the wait anew.</source>
        <translation>Il prossimo tentativo è possibile tra %1. Riavviando il token l’attesa ricomincia.</translation>
    </message>
    <message>
        <source>GoKey %1</source>
        <translation>GoKey %1</translation>
    </message>
    <message>
        <source>Not compared yet</source>
        <translation>Non ancora confrontata</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiata</translation>
    </message>
    <message>
        <source>Not checked: this unit makes a new key at every start</source>
        <translation>Non controllata: questa unità crea una chiave nuova a ogni avvio</translation>
    </message>
    <message>
        <source>Known and unchanged</source>
        <translation>Nota e invariata</translation>
    </message>
    <message>
        <source>Probably asked by %1</source>
        <translation>Probabilmente chiesto da %1</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::PasskeyList</name>
    <message>
        <source>That is not the PIN.</source>
        <translation>Non è il PIN.</translation>
    </message>
    <message>
        <source>That is not the PIN. %1.</source>
        <translation>Non è il PIN. %1.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Plug the token in anew, then try again.</source>
        <translation>Troppi PIN errati. Scollegare e ricollegare il token, poi riprovare.</translation>
    </message>
    <message>
        <source>No tries left. The PIN stays locked until the FIDO side is reset.</source>
        <translation>Nessun tentativo rimasto. Il PIN resta bloccato finché la parte FIDO non viene reimpostata.</translation>
    </message>
    <message>
        <source>No PIN is set. Without one the token does not list its passkeys.</source>
        <translation>Nessun PIN impostato. Senza, il token non elenca le sue passkey.</translation>
    </message>
    <message>
        <source>The token</source>
        <translation>Il token</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Mostra…</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Nascondi</translation>
    </message>
    <message>
        <source>No passkey is kept on this token.</source>
        <translation>Nessuna passkey è conservata su questo token.</translation>
    </message>
    <message>
        <source>Passkeys</source>
        <translation>Passkey</translation>
    </message>
    <message>
        <source>Show passkeys…</source>
        <translation>Mostra le passkey…</translation>
    </message>
    <message>
        <source>Hide passkeys</source>
        <translation>Nascondi le passkey</translation>
    </message>
    <message>
        <source>PIN of the token</source>
        <translation>PIN del token</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostra</translation>
    </message>
    <message>
        <source>Show passkeys</source>
        <translation>Mostra le passkey</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Protected by a PIN</source>
        <translation>Protetto da un PIN</translation>
    </message>
    <message>
        <source>No PIN is set</source>
        <translation>Nessun PIN impostato</translation>
    </message>
    <message numerus="yes">
        <source>Room for %Ln more</source>
        <translation>
            <numerusform>Spazio per %Ln altra</numerusform>
            <numerusform>Spazio per altre %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>A PIN has %1 to %2 characters.</source>
        <translation>Un PIN ha da %1 a %2 caratteri.</translation>
    </message>
    <message>
        <source>No protected memory is left,</source>
        <translation>Non resta memoria protetta,</translation>
    </message>
    <message>
        <source>so a PIN cannot be held safely. Close other programs and try again.</source>
        <translation>quindi un PIN non può essere custodito in sicurezza. Chiudere altri programmi e riprovare.</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::PinentryUnlock</name>
    <message>
        <source>Unlock signing of %1.</source>
        <translation>Sbloccare la firma di %1.</translation>
    </message>
    <message>
        <source>Unlock decryption of %1.</source>
        <translation>Sbloccare la decifratura di %1.</translation>
    </message>
    <message>
        <source>Unlock signing and decryption of %1.</source>
        <translation>Sbloccare firma e decifratura di %1.</translation>
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
        <translation>Ignora la lascia scadere.</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>&amp;Ignora</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>&amp;Conferma</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>who asks, name of the token, seconds left</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s) left</source>
        <translation>
            <numerusform>ancora %Ln secondo</numerusform>
            <numerusform>ancora %Ln secondi</numerusform>
        </translation>
    </message>
    <message>
        <source>Confirming…</source>
        <translation>Conferma…</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::PresencePresenter</name>
    <message>
        <source>Show</source>
        <translation>Mostra</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ignora</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Conferma</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Non confermata</translation>
    </message>
    <message>
        <source>That was too late</source>
        <translation>Era troppo tardi</translation>
    </message>
    <message>
        <source>The request had ended. Nothing was approved.</source>
        <translation>La richiesta era terminata. Nulla è stato approvato.</translation>
    </message>
    <message>
        <source>Nobody confirmed in time</source>
        <translation>Nessuno ha confermato in tempo</translation>
    </message>
    <message>
        <source>Nothing was approved. Start again on the site.</source>
        <translation>Nulla è stato approvato. Ricominciare sul sito.</translation>
    </message>
    <message>
        <source>%1 was unplugged</source>
        <translation>%1 è stato scollegato</translation>
    </message>
    <message>
        <source>Nothing was approved.</source>
        <translation>Nulla è stato approvato.</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::ReceiptDialog</name>
    <message>
        <source>Receipt – GoKey Manager</source>
        <translation>Ricevuta – GoKey Manager</translation>
    </message>
    <message>
        <source>&amp;Trust this token</source>
        <translation>&amp;Considera fidato questo token</translation>
    </message>
    <message>
        <source>To replace the host key that is known, type the short ID %1:</source>
        <translation>Per sostituire la chiave host conosciuta, digitare l’ID breve %1:</translation>
    </message>
    <message>
        <source>Short ID</source>
        <translation>ID breve</translation>
    </message>
    <message>
        <source>What the receipt says</source>
        <translation>Che cosa dice la ricevuta</translation>
    </message>
    <message>
        <source>Set up on</source>
        <translation>Configurato il</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>non indicato</translation>
    </message>
    <message>
        <source>Card holder</source>
        <translation>Titolare della carta</translation>
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
        <translation>Chiave OpenPGP</translation>
    </message>
    <message>
        <source>SSH keys let in</source>
        <translation>Chiavi SSH ammesse</translation>
    </message>
    <message>
        <source>The token shows no host key now.</source>
        <translation>Il token ora non mostra alcuna chiave host.</translation>
    </message>
    <message>
        <source>Plug it in and try again. Nothing was trusted.</source>
        <translation>Collegarlo e riprovare. Nulla è stato considerato fidato.</translation>
    </message>
    <message>
        <source>It is of another token.</source>
        <translation>È di un altro token.</translation>
    </message>
    <message>
        <source>This one has the short ID %1. Nothing was trusted.</source>
        <translation>Questo ha l’ID breve %1. Nulla è stato considerato fidato.</translation>
    </message>
    <message>
        <source>It names another host key than the token shows.</source>
        <translation>Indica una chiave host diversa da quella che il token mostra.</translation>
    </message>
    <message>
        <source>This may not be the token that it was made for. Nothing was trusted; ask whoever set it up.</source>
        <translation>Forse questo non è il token per cui è stata fatta. Nulla è stato considerato fidato; chiedere a chi lo ha configurato.</translation>
    </message>
    <message>
        <source>It is of this token.</source>
        <translation>È di questo token.</translation>
    </message>
    <message>
        <source>A receipt is worth as much as the way it came to you: take it from whoever set the token up.</source>
        <translation>Una ricevuta vale quanto la via per cui è arrivata: prenderla da chi ha configurato il token.</translation>
    </message>
    <message>
        <source>&amp;Replace the host key</source>
        <translation>&amp;Sostituisci la chiave host</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>U2F certificate</source>
        <translation>Certificato U2F</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::RenameDialog</name>
    <message>
        <source>A name has no colon and does not begin with a hyphen.</source>
        <translation>Un nome non ha due punti e non inizia con un trattino.</translation>
    </message>
    <message>
        <source>Another token has this name. Both keep it; their short IDs tell them apart.</source>
        <translation>Un altro token ha questo nome. Entrambi lo mantengono; i loro ID brevi li distinguono.</translation>
    </message>
    <message>
        <source>Only this computer uses the name. You can change it later.</source>
        <translation>Solo questo computer usa il nome. Si può cambiare in seguito.</translation>
    </message>
    <message>
        <source>Rename – GoKey Manager</source>
        <translation>Rinomina – GoKey Manager</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Rinomina</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Short ID %1</source>
        <translation>ID breve %1</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::Ring</name>
    <message numerus="yes">
        <source>%Ln second(s) left</source>
        <translation>
            <numerusform>ancora %Ln secondo</numerusform>
            <numerusform>ancora %Ln secondi</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::SecretEdit</name>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Incolla</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Cancella</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::Session</name>
    <message>
        <source>Tokens are locked before the computer sleeps</source>
        <translation>I token vengono bloccati prima che il computer vada in sospensione</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::SettingsPage</name>
    <message>
        <source>until the screen locks</source>
        <translation>finché lo schermo non si blocca</translation>
    </message>
    <message>
        <source>until unplugged</source>
        <translation>finché non viene scollegato</translation>
    </message>
    <message>
        <source>this app’s window</source>
        <translation>la finestra di questa applicazione</translation>
    </message>
    <message>
        <source>pinentry</source>
        <translation>pinentry</translation>
    </message>
    <message>
        <source>Lock by itself</source>
        <translation>Blocca da sé</translation>
    </message>
    <message>
        <source>When the screen locks</source>
        <translation>Quando lo schermo si blocca</translation>
    </message>
    <message>
        <source>Before the computer sleeps</source>
        <translation>Prima che il computer vada in sospensione</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Sblocco</translation>
    </message>
    <message>
        <source>Keep unlocked for</source>
        <translation>Mantieni sbloccato per</translation>
    </message>
    <message>
        <source>Ask with</source>
        <translation>Chiedi con</translation>
    </message>
    <message>
        <source>Unlock signing and decryption together</source>
        <translation>Sblocca insieme firma e decifratura</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>Presenza</translation>
    </message>
    <message>
        <source>Show who asks, and for how long</source>
        <translation>Mostra chi chiede, e per quanto tempo</translation>
    </message>
    <message>
        <source>Use our own window even in Do Not Disturb</source>
        <translation>Usa la nostra finestra anche in Non disturbare</translation>
    </message>
    <message>
        <source>Also while the screen is locked</source>
        <translation>Anche con lo schermo bloccato</translation>
    </message>
    <message>
        <source>Play a sound</source>
        <translation>Riproduci un suono</translation>
    </message>
    <message>
        <source>A click on the tray icon confirms</source>
        <translation>Un clic sull’icona nel vassoio conferma</translation>
    </message>
    <message>
        <source>A slip of the hand would approve a sign-in</source>
        <translation>Una svista approverebbe un accesso</translation>
    </message>
    <message>
        <source>Tell me when</source>
        <translation>Avvisami quando</translation>
    </message>
    <message>
        <source>A token locks by itself</source>
        <translation>Un token si blocca da sé</translation>
    </message>
    <message>
        <source>A token is unplugged while unlocked</source>
        <translation>Un token viene scollegato mentre è sbloccato</translation>
    </message>
    <message>
        <source>Nobody confirmed in time</source>
        <translation>Nessuno ha confermato in tempo</translation>
    </message>
    <message>
        <source>Something needs me</source>
        <translation>Qualcosa richiede me</translation>
    </message>
    <message>
        <source>A token locks in one minute</source>
        <translation>Un token si blocca tra un minuto</translation>
    </message>
    <message>
        <source>Keep running in the tray when closed</source>
        <translation>Resta nel vassoio alla chiusura</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Avvio</translation>
    </message>
    <message>
        <source>Keep running in the background when closed</source>
        <translation>Resta in secondo piano alla chiusura</translation>
    </message>
    <message>
        <source>Set by your administrator</source>
        <translation>Fissato dall’amministratore</translation>
    </message>
    <message>
        <source>When the token is unplugged</source>
        <translation>Quando il token viene scollegato</translation>
    </message>
    <message>
        <source>Always on: without power it forgets</source>
        <translation>Sempre attivo: senza corrente dimentica</translation>
    </message>
    <message>
        <source>After</source>
        <comment>… 15 minutes without input</comment>
        <translation>Dopo</translation>
    </message>
    <message>
        <source>Lock after a time without input</source>
        <translation>Blocca dopo un tempo senza attività</translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minuto</numerusform>
            <numerusform>%Ln minuti</numerusform>
        </translation>
    </message>
    <message>
        <source>Time without input</source>
        <translation>Tempo senza attività</translation>
    </message>
    <message>
        <source>without input</source>
        <comment>After 15 minutes …</comment>
        <translation>senza attività</translation>
    </message>
    <message>
        <source>Start when I log in</source>
        <translation>Avvia all’accesso</translation>
    </message>
    <message>
        <source>Line %1 of the settings file is not readable.</source>
        <translation>La riga %1 del file delle impostazioni non è leggibile.</translation>
    </message>
    <message>
        <source>Default settings are used until it is corrected.</source>
        <translation>Finché non viene corretta valgono le impostazioni predefinite.</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Apri il file</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln ora</numerusform>
            <numerusform>%Ln ore</numerusform>
        </translation>
    </message>
    <message>
        <source>Offer shortcuts to the desktop</source>
        <translation>Offri scorciatoie al desktop</translation>
    </message>
    <message>
        <source>Keys that work everywhere</source>
        <translation>Tasti validi ovunque</translation>
    </message>
    <message>
        <source>This desktop has none for programs. Bind %1 and %2 in its keyboard settings.</source>
        <translation>Questo desktop non ne ha per i programmi. Associare %1 e %2 nelle sue impostazioni della tastiera.</translation>
    </message>
    <message>
        <source>To lock all and to confirm; you choose the keys</source>
        <translation>Per bloccare e confermare; i tasti a scelta</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::StepBar</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Passo %1 di %2: %3</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::StepDialog</name>
    <message>
        <source>Not now</source>
        <translation>Non ora</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Indietro</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Avanti</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fatto</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::TokenDrawing</name>
    <message>
        <source>blue</source>
        <translation>blu</translation>
    </message>
    <message>
        <source>white</source>
        <translation>bianca</translation>
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
        <translation>Nessun token</translation>
    </message>
    <message>
        <source>%1, short ID %2, %3</source>
        <translation>%1, ID breve %2, %3</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Non noto</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::Tray</name>
    <message>
        <source>Con&amp;firm presence</source>
        <translation>Con&amp;ferma la presenza</translation>
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
        <translation>Per controllarla, aprire questa pagina su un secondo computer, o scansionare lì il codice. Tutte e tre le forme dicono lo stesso; basta una corrispondenza.</translation>
    </message>
    <message>
        <source>Copy fingerprint</source>
        <translation>Copia l’impronta</translation>
    </message>
    <message>
        <source>Compare with scanned text…</source>
        <translation>Confronta con un testo scansionato…</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>Dimentica…</translation>
    </message>
    <message>
        <source>Forget the host key…</source>
        <translation>Dimentica la chiave host…</translation>
    </message>
    <message>
        <source>Scanned text</source>
        <translation>Testo scansionato</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Dimentica</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Mantieni</translation>
    </message>
    <message>
        <source>Forget the host key of %1?</source>
        <translation>Dimenticare la chiave host di %1?</translation>
    </message>
    <message>
        <source>The next time you will be asked to compare it again.</source>
        <translation>La prossima volta verrà chiesto di confrontarla di nuovo.</translation>
    </message>
    <message>
        <source>This unit makes a new host key at every start,</source>
        <translation>Questa unità crea una nuova chiave host a ogni avvio,</translation>
    </message>
    <message>
        <source>so it cannot be recognised. Unlocking is off for it.</source>
        <translation>quindi non può essere riconosciuta. Lo sblocco è disattivato.</translation>
    </message>
    <message>
        <source>This token is new here.</source>
        <translation>Questo token è nuovo qui.</translation>
    </message>
    <message>
        <source>Compare its host key before you use it.</source>
        <translation>Confrontare la sua chiave host prima di usarlo.</translation>
    </message>
    <message>
        <source>Welcome it…</source>
        <translation>Accoglilo…</translation>
    </message>
    <message>
        <source>Its host key is the one pinned on %1, from the provisioning receipt.</source>
        <translation>La sua chiave host è quella fissata il %1, dalla ricevuta di configurazione.</translation>
    </message>
    <message>
        <source>This is the token you know.</source>
        <translation>Questo è il token già conosciuto.</translation>
    </message>
    <message>
        <source>That is not a host key.</source>
        <translation>Non è una chiave host.</translation>
    </message>
    <message>
        <source>Paste the whole text of the code, the fingerprint, or the twelve words.</source>
        <translation>Incollare l’intero testo del codice, l’impronta o le dodici parole.</translation>
    </message>
    <message>
        <source>The same.</source>
        <translation>La stessa.</translation>
    </message>
    <message>
        <source>Different:</source>
        <translation>Diversa:</translation>
    </message>
    <message>
        <source>this is not the key that was scanned.</source>
        <translation>non è la chiave che è stata scansionata.</translation>
    </message>
    <message>
        <source>Import receipt…</source>
        <translation>Importa una ricevuta…</translation>
    </message>
    <message>
        <source>Nobody has compared this host key.</source>
        <translation>Nessuno ha confrontato questa chiave host.</translation>
    </message>
    <message>
        <source>It is the one seen first, on %1, and has not changed since.</source>
        <translation>È quella vista per prima, il %1, e da allora non è cambiata.</translation>
    </message>
    <message>
        <source>It has not changed since it was seen first.</source>
        <translation>Non è cambiata da quando è stata vista per prima.</translation>
    </message>
    <message>
        <source>I have compared it</source>
        <translation>L’ho confrontata</translation>
    </message>
    <message>
        <source>Its host key was compared on %1.</source>
        <translation>La sua chiave host è stata confrontata il %1.</translation>
    </message>
    <message>
        <source>so it cannot be recognised. Unlocking it was allowed all the same.</source>
        <translation>quindi non può essere riconosciuta. Lo sblocco è stato comunque consentito.</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::UnlockDialog</name>
    <message>
        <source>until the screen locks</source>
        <translation>finché lo schermo non si blocca</translation>
    </message>
    <message>
        <source>until unplugged</source>
        <translation>finché non viene scollegato</translation>
    </message>
    <message>
        <source>Subkey</source>
        <translation>Sottochiave</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>What to do…</source>
        <translation>Che cosa fare…</translation>
    </message>
    <message>
        <source>Unlock – GoKey Manager</source>
        <translation>Sblocca – GoKey Manager</translation>
    </message>
    <message>
        <source>Keep unlocked</source>
        <translation>Mantieni sbloccato</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Sblocca</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Signing is unlocked. Decryption has another passphrase.</source>
        <translation>La firma è sbloccata. La decifratura ha un’altra passphrase.</translation>
    </message>
    <message>
        <source>Decryption is unlocked. Signing has another passphrase.</source>
        <translation>La decifratura è sbloccata. La firma ha un’altra passphrase.</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>3 tries left</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>That is not the passphrase.</source>
        <translation>Non è la passphrase.</translation>
    </message>
    <message>
        <source>Tries left: not known, the card reader is taken. A wrong passphrase counts.</source>
        <translation>Tentativi rimasti: non noti, il lettore di carte è occupato. Una passphrase errata conta.</translation>
    </message>
    <message>
        <source>%1. After that this subkey stays locked.</source>
        <comment>1 try left</comment>
        <translation>%1. Dopo, questa sottochiave resta bloccata.</translation>
    </message>
    <message>
        <source>No protected memory is left, so a passphrase cannot be held safely. Close other programs and try again.</source>
        <translation>Non resta memoria protetta, quindi una passphrase non può essere tenuta al sicuro. Chiudere altri programmi e riprovare.</translation>
    </message>
    <message>
        <source>%1 was unplugged. Nothing is lost.</source>
        <translation>%1 è stato scollegato. Nulla è perduto.</translation>
    </message>
    <message>
        <source>The token has not answered yet.</source>
        <translation>Il token non ha ancora risposto.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Controllo…</translation>
    </message>
    <message>
        <source>Waiting: a site asks for your presence first.</source>
        <translation>In attesa: prima un sito chiede la presenza.</translation>
    </message>
    <message>
        <source>No tries left now. Next try possible in %1.</source>
        <translation>Nessun tentativo ora. Prossimo tentativo possibile tra %1.</translation>
    </message>
    <message>
        <source>No tries left. The subkey stays locked until the token restarts.</source>
        <translation>Nessun tentativo rimasto. La sottochiave resta bloccata finché il token non si riavvia.</translation>
    </message>
    <message numerus="yes">
        <source>A passphrase has at most %Ln byte(s). Nothing of this was taken.</source>
        <translation>
            <numerusform>Una passphrase ha al massimo %Ln byte. Nulla è stato preso.</numerusform>
            <numerusform>Una passphrase ha al massimo %Ln byte. Nulla è stato preso.</numerusform>
        </translation>
    </message>
    <message>
        <source>A shorter time needs no passphrase.</source>
        <translation>Un tempo più breve non richiede passphrase.</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Il blocco maiuscole è attivo.</translation>
    </message>
    <message>
        <source>Keep %1 unlocked</source>
        <translation>Mantieni sbloccato %1</translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation>Sblocca %1</translation>
    </message>
    <message>
        <source>Short ID %1</source>
        <translation>ID breve %1</translation>
    </message>
    <message>
        <source>Passphrase for signing</source>
        <translation>Passphrase per la firma</translation>
    </message>
    <message>
        <source>Passphrase for decryption</source>
        <translation>Passphrase per la decifratura</translation>
    </message>
    <message>
        <source>Passphrase for signing and decryption</source>
        <translation>Passphrase per firma e decifratura</translation>
    </message>
    <message numerus="yes">
        <source>for %Ln minute(s)</source>
        <translation>
            <numerusform>per %Ln minuto</numerusform>
            <numerusform>per %Ln minuti</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>for %Ln hour(s)</source>
        <translation>
            <numerusform>per %Ln ora</numerusform>
            <numerusform>per %Ln ore</numerusform>
        </translation>
    </message>
</context>
</TS>
