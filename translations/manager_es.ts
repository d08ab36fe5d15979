<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>DesktopChecks</name>
    <message>
        <source>Desktop bus</source>
        <translation>Bus del escritorio</translation>
    </message>
    <message>
        <source>The desktop bus is there.</source>
        <translation>El bus del escritorio está presente.</translation>
    </message>
    <message>
        <source>Log in through the desktop, or start the app with %1.</source>
        <translation>Inicie sesión desde el escritorio o inicie la aplicación con %1.</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Bandeja</translation>
    </message>
    <message>
        <source>This desktop shows the tray icon.</source>
        <translation>Este escritorio muestra el icono en la bandeja.</translation>
    </message>
    <message>
        <source>On GNOME, install the extension AppIndicator (package %1). Other panels have a tray, or status area, that can be added.</source>
        <translation>En GNOME, instale la extensión AppIndicator (paquete %1). Otros paneles tienen una bandeja que se puede añadir.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>This desktop shows notifications with buttons.</source>
        <translation>Este escritorio muestra notificaciones con botones.</translation>
    </message>
    <message>
        <source>No notification service. Requests are shown in a window of our own.</source>
        <translation>No hay servicio de notificaciones. Las solicitudes se muestran en una ventana de la aplicación.</translation>
    </message>
    <message>
        <source>Start a notification service whose notifications have buttons; most desktops bring one.</source>
        <translation>Inicie un servicio de notificaciones que muestre botones; la mayoría de los escritorios trae uno.</translation>
    </message>
</context>
<context>
    <name>KeyTexts</name>
    <message>
        <source>Next try possible in %1</source>
        <translation>Próximo intento posible en %1</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Sin clave</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Desbloqueado</translation>
    </message>
    <message>
        <source>Unlocked %1</source>
        <comment>until 14:12</comment>
        <translation>Desbloqueado %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>8:42</comment>
        <translation>quedan %1</translation>
    </message>
    <message>
        <source>This firmware cannot unlock it</source>
        <translation>Este firmware no puede desbloquearla</translation>
    </message>
    <message>
        <source>Locked · opens together with decryption</source>
        <translation>Bloqueado · se abre junto con el descifrado</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Unlock signing…</source>
        <translation>Desbloquear la firma…</translation>
    </message>
    <message>
        <source>Unlock decryption…</source>
        <translation>Desbloquear el descifrado…</translation>
    </message>
    <message>
        <source>Lock signing now</source>
        <translation>Bloquear la firma ahora</translation>
    </message>
    <message>
        <source>Lock decryption now</source>
        <translation>Bloquear el descifrado ahora</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>No conectado</translation>
    </message>
    <message>
        <source>Blue is off</source>
        <translation>La azul está apagada</translation>
    </message>
    <message>
        <source>No subkey unlocked</source>
        <translation>Ninguna subclave desbloqueada</translation>
    </message>
    <message>
        <source>Blue is on</source>
        <translation>La azul está encendida</translation>
    </message>
    <message>
        <source>Not set up yet</source>
        <translation>Aún sin configurar</translation>
    </message>
    <message>
        <source>Signing and decryption subkeys unlocked</source>
        <translation>Subclaves de firma y descifrado desbloqueadas</translation>
    </message>
    <message>
        <source>A subkey is unlocked</source>
        <translation>Una subclave está desbloqueada</translation>
    </message>
    <message>
        <source>Signing subkey unlocked</source>
        <translation>Subclave de firma desbloqueada</translation>
    </message>
    <message>
        <source>Decryption subkey unlocked</source>
        <translation>Subclave de descifrado desbloqueada</translation>
    </message>
    <message>
        <source>White is off</source>
        <translation>La blanca está apagada</translation>
    </message>
    <message>
        <source>Nothing in progress</source>
        <translation>Nada en curso</translation>
    </message>
    <message>
        <source>White blinks</source>
        <translation>La blanca parpadea</translation>
    </message>
    <message>
        <source>White is on</source>
        <translation>La blanca está encendida</translation>
    </message>
    <message>
        <source>Decrypting</source>
        <translation>Descifrando</translation>
    </message>
    <message>
        <source>Authenticating</source>
        <translation>Autenticando</translation>
    </message>
    <message>
        <source>The token is working</source>
        <translation>El token está trabajando</translation>
    </message>
    <message>
        <source>Signing</source>
        <comment>in progress</comment>
        <translation>Firmando</translation>
    </message>
    <message>
        <source>Storage damaged</source>
        <translation>Memoria dañada</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>Confirm only if you are signing in right now.</source>
        <translation>Confirme solo si está iniciando sesión ahora mismo.</translation>
    </message>
    <message>
        <source>Confirm within %1 s, and only if you are signing in right now.</source>
        <translation>Confirme en menos de %1 s, y solo si está iniciando sesión ahora mismo.</translation>
    </message>
    <message>
        <source>%1: %2 asks for your presence</source>
        <comment>name of a token: a site</comment>
        <translation>%1: %2 pide su presencia</translation>
    </message>
    <message>
        <source>Probably asked by %1</source>
        <translation>Probablemente lo pide %1</translation>
    </message>
    <message>
        <source>Probably asked by %1.</source>
        <translation>Probablemente lo pide %1.</translation>
    </message>
    <message>
        <source>Confirm within %1 s. Dismiss lets it lapse.</source>
        <translation>Confirme en menos de %1 s. Descartar deja que caduque.</translation>
    </message>
    <message>
        <source>%1: a site asks for your presence</source>
        <comment>name of a token</comment>
        <translation>%1: un sitio pide su presencia</translation>
    </message>
    <message>
        <source>This firmware does not tell which one.</source>
        <translation>Este firmware no dice cuál.</translation>
    </message>
    <message>
        <source>The site is not known here: %1</source>
        <translation>El sitio no se conoce aquí: %1</translation>
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
        <translation>firma y descifrado desbloqueados</translation>
    </message>
    <message>
        <source>signing unlocked</source>
        <translation>firma desbloqueada</translation>
    </message>
    <message>
        <source>decryption unlocked</source>
        <translation>descifrado desbloqueado</translation>
    </message>
    <message>
        <source>unlocked</source>
        <translation>desbloqueado</translation>
    </message>
    <message>
        <source>Host key changed</source>
        <translation>Clave de host cambiada</translation>
    </message>
    <message>
        <source>host key changed</source>
        <translation>clave de host cambiada</translation>
    </message>
    <message>
        <source>No tries left</source>
        <translation>Sin intentos</translation>
    </message>
    <message>
        <source>no tries left</source>
        <translation>sin intentos</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Requiere atención</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>requiere atención</translation>
    </message>
    <message>
        <source>Signing…</source>
        <translation>Firmando…</translation>
    </message>
    <message>
        <source>signing</source>
        <translation>firmando</translation>
    </message>
    <message>
        <source>Decrypting…</source>
        <translation>Descifrando…</translation>
    </message>
    <message>
        <source>decrypting</source>
        <translation>descifrando</translation>
    </message>
    <message>
        <source>Authenticating…</source>
        <translation>Autenticando…</translation>
    </message>
    <message>
        <source>authenticating</source>
        <translation>autenticando</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>conectando</translation>
    </message>
    <message>
        <source>Not attached</source>
        <translation>No conectado</translation>
    </message>
    <message>
        <source>not attached</source>
        <translation>no conectado</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>No responde</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>no responde</translation>
    </message>
    <message>
        <source>Waiting for firmware</source>
        <translation>Espera el firmware</translation>
    </message>
    <message>
        <source>waiting for firmware</source>
        <translation>espera el firmware</translation>
    </message>
    <message>
        <source>Not set up yet</source>
        <translation>Aún sin configurar</translation>
    </message>
    <message>
        <source>not set up yet</source>
        <translation>aún sin configurar</translation>
    </message>
    <message>
        <source>Not started yet</source>
        <translation>Aún sin iniciar</translation>
    </message>
    <message>
        <source>not started yet</source>
        <translation>aún sin iniciar</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>bloqueado</translation>
    </message>
    <message>
        <source>presence requested</source>
        <translation>presencia pedida</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Decryption</source>
        <translation>Descifrado</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Autenticación</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Ambas</translation>
    </message>
    <message numerus="yes">
        <source>%Ln try(s) left</source>
        <translation>
            <numerusform>%Ln intento restante</numerusform>
            <numerusform>%Ln intentos restantes</numerusform>
        </translation>
    </message>
    <message>
        <source>Signing and decryption unlocked</source>
        <translation>Firma y descifrado desbloqueados</translation>
    </message>
    <message>
        <source>Signing unlocked</source>
        <translation>Firma desbloqueada</translation>
    </message>
    <message>
        <source>Decryption unlocked</source>
        <translation>Descifrado desbloqueado</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Desbloqueado</translation>
    </message>
    <message>
        <source>Signing and decryption locked</source>
        <translation>Firma y descifrado bloqueados</translation>
    </message>
    <message>
        <source>Signing locked</source>
        <translation>Firma bloqueada</translation>
    </message>
    <message>
        <source>Decryption locked</source>
        <translation>Descifrado bloqueado</translation>
    </message>
    <message>
        <source>the time was over</source>
        <translation>se acabó el tiempo</translation>
    </message>
    <message>
        <source>the screen was locked</source>
        <translation>se bloqueó la pantalla</translation>
    </message>
    <message>
        <source>the computer goes to sleep</source>
        <translation>el equipo se suspende</translation>
    </message>
    <message>
        <source>nobody used the computer</source>
        <translation>nadie usó el equipo</translation>
    </message>
    <message>
        <source>it was unplugged</source>
        <translation>se desconectó</translation>
    </message>
    <message>
        <source>the token did it by itself</source>
        <translation>el token lo hizo por sí mismo</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hasta las %1</translation>
    </message>
    <message>
        <source>until the screen locks</source>
        <translation>hasta que se bloquee la pantalla</translation>
    </message>
    <message>
        <source>until unplugged</source>
        <translation>hasta que se desconecte</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>unlocked, until when</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Plug in a USB armory with GoKey. It appears here by itself.</source>
        <translation>Conecte una USB armory con GoKey. Aparece aquí por sí sola.</translation>
    </message>
    <message>
        <source>The token is plugged in, but its console is silent.</source>
        <translation>El token está conectado, pero su consola calla.</translation>
    </message>
    <message>
        <source>The token is plugged in, but its console is silent. Last seen %1.</source>
        <translation>El token está conectado, pero su consola calla. Visto por última vez a las %1.</translation>
    </message>
    <message>
        <source>The token started without firmware (boot ROM). Nothing on it is usable until it is flashed.</source>
        <translation>El token arrancó sin firmware (ROM de arranque). Nada de él se puede usar hasta que se grabe.</translation>
    </message>
    <message>
        <source>This token is in factory state. It holds no keys.</source>
        <translation>Este token está en el estado de fábrica. No contiene claves.</translation>
    </message>
    <message>
        <source>The card is not initialised. Unlocking does that too.</source>
        <translation>La tarjeta no está inicializada. Desbloquear también lo hace.</translation>
    </message>
    <message>
        <source>Signing and decryption are locked.</source>
        <translation>La firma y el descifrado están bloqueados.</translation>
    </message>
    <message>
        <source>The token is working. Leave it plugged in.</source>
        <translation>El token está trabajando. Déjelo conectado.</translation>
    </message>
    <message>
        <source>Nothing was sent to this token.</source>
        <translation>No se envió nada a este token.</translation>
    </message>
    <message>
        <source>The subkey stays locked until the token restarts.</source>
        <translation>La subclave sigue bloqueada hasta que el token se reinicie.</translation>
    </message>
    <message>
        <source>Restarting the token begins the wait anew.</source>
        <translation>Reiniciar el token hace empezar la espera de nuevo.</translation>
    </message>
    <message>
        <source>a site</source>
        <translation>un sitio</translation>
    </message>
    <message>
        <source>%1 asks for your presence</source>
        <translation>%1 pide su presencia</translation>
    </message>
    <message>
        <source>A site asks for your presence</source>
        <translation>Un sitio pide su presencia</translation>
    </message>
    <message>
        <source>Does not let this computer in</source>
        <translation>No deja entrar a este equipo</translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>Sin permiso</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Ocupado</translation>
    </message>
    <message>
        <source>%1 was unplugged. Nothing is lost: plug it in and try again.</source>
        <translation>%1 se desconectó. No se ha perdido nada: conéctelo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>This user may not talk to the token.</source>
        <translation>Este usuario no puede hablar con el token.</translation>
    </message>
    <message>
        <source>Another program holds the card reader.</source>
        <translation>Otro programa retiene el lector de tarjetas.</translation>
    </message>
    <message>
        <source>Another program holds the card reader: %1.</source>
        <translation>Otro programa retiene el lector de tarjetas: %1.</translation>
    </message>
    <message>
        <source>%1 does not answer. The rest of this window keeps working.</source>
        <translation>%1 no responde. El resto de esta ventana sigue funcionando.</translation>
    </message>
    <message>
        <source>The token waits for firmware.</source>
        <translation>El token espera el firmware.</translation>
    </message>
    <message>
        <source>The token does not know this computer&apos;s SSH key.</source>
        <translation>El token no conoce la clave SSH de este equipo.</translation>
    </message>
    <message>
        <source>The host key has changed. This may not be your token. Nothing was sent to it: no passphrase, no request.</source>
        <translation>La clave de host ha cambiado. Puede que este no sea su token. No se le envió nada: ni frase de contraseña ni solicitud.</translation>
    </message>
    <message>
        <source>That is not the passphrase.</source>
        <translation>Esa no es la frase de contraseña.</translation>
    </message>
    <message>
        <source>That is not the passphrase. %1.</source>
        <translation>Esa no es la frase de contraseña. %1.</translation>
    </message>
    <message>
        <source>Signing is locked.</source>
        <translation>La firma está bloqueada.</translation>
    </message>
    <message>
        <source>That was too late. The request had ended. Nothing was approved.</source>
        <translation>Era demasiado tarde. La solicitud había terminado. No se aprobó nada.</translation>
    </message>
    <message>
        <source>Nobody confirmed in time. Nothing was approved. Start again on the site.</source>
        <translation>Nadie confirmó a tiempo. No se aprobó nada. Empiece de nuevo en el sitio.</translation>
    </message>
    <message>
        <source>The token said something this program does not understand.</source>
        <translation>El token dijo algo que este programa no entiende.</translation>
    </message>
    <message>
        <source>This firmware cannot do that.</source>
        <translation>Este firmware no puede hacerlo.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nuevo</translation>
    </message>
    <message>
        <source>Compare its host key before you use it.</source>
        <translation>Compare su clave de host antes de usarlo.</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Confirming destroys every key on it.</source>
        <translation>Confirmar destruye todas sus claves.</translation>
    </message>
    <message>
        <source>The token is to be emptied</source>
        <translation>El token va a vaciarse</translation>
    </message>
    <message>
        <source>No answer in %1 s. What happened is not known; reading the state again.</source>
        <translation>Sin respuesta en %1 s. No se sabe qué ocurrió; se lee de nuevo el estado.</translation>
    </message>
    <message>
        <source>May still be unlocked</source>
        <translation>Quizá aún desbloqueado</translation>
    </message>
    <message>
        <source>may still be unlocked</source>
        <translation>quizá aún desbloqueado</translation>
    </message>
    <message>
        <source>%1 did not answer when it was to be locked. Unplug it to be sure; locking is tried again until it answers.</source>
        <translation>%1 no respondió cuando debía bloquearse. Desconéctelo para estar seguro; el bloqueo se reintenta hasta que responda.</translation>
    </message>
    <message>
        <source>Storage damaged</source>
        <translation>Memoria dañada</translation>
    </message>
    <message>
        <source>storage damaged</source>
        <translation>memoria dañada</translation>
    </message>
    <message>
        <source>What this token stores cannot be opened, so none of its keys can be used. A factory reset makes it new: gokeyctl factory-reset.</source>
        <translation>Lo que este token guarda no se puede abrir, así que ninguna de sus claves se puede usar. Restablecer el estado de fábrica lo deja como nuevo: gokeyctl factory-reset.</translation>
    </message>
    <message>
        <source>Reading its state.</source>
        <translation>Se está leyendo su estado.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>No conectado</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>no conectado</translation>
    </message>
    <message>
        <source>Connecting was cancelled.</source>
        <translation>Se canceló la conexión.</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>unlocked</source>
        <translation>desbloqueado</translation>
    </message>
    <message>
        <source>working</source>
        <translation>trabajando</translation>
    </message>
    <message>
        <source>presence requested</source>
        <translation>presencia pedida</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>requiere atención</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a token: its state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>signing and decryption subkeys unlocked</source>
        <translation>subclaves de firma y descifrado desbloqueadas</translation>
    </message>
    <message>
        <source>signing subkey unlocked</source>
        <translation>subclave de firma desbloqueada</translation>
    </message>
    <message>
        <source>decryption subkey unlocked</source>
        <translation>subclave de descifrado desbloqueada</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what is unlocked, until when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Blue off, white off</source>
        <translation>Azul apagada, blanca apagada</translation>
    </message>
    <message>
        <source>Blue on: %1</source>
        <translation>Azul encendida: %1</translation>
    </message>
    <message>
        <source>White on: %1</source>
        <translation>Blanca encendida: %1</translation>
    </message>
    <message>
        <source>a site</source>
        <translation>un sitio</translation>
    </message>
    <message>
        <source>White blinking: %1 asks</source>
        <translation>Blanca parpadea: %1 pide</translation>
    </message>
    <message>
        <source>The host key has changed</source>
        <translation>La clave de host ha cambiado</translation>
    </message>
    <message>
        <source>GoKey Manager</source>
        <translation>GoKey Manager</translation>
    </message>
    <message>
        <source>No token attached</source>
        <translation>Ningún token conectado</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Desbloquear</translation>
    </message>
    <message>
        <source>&amp;Signing…</source>
        <translation>&amp;Firma…</translation>
    </message>
    <message>
        <source>&amp;Decryption…</source>
        <translation>&amp;Descifrado…</translation>
    </message>
    <message>
        <source>&amp;Both…</source>
        <translation>&amp;Ambas…</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>name of a token – its state</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>&amp;Bloquear ahora</translation>
    </message>
    <message>
        <source>&amp;Copy short ID</source>
        <translation>&amp;Copiar el identificador corto</translation>
    </message>
    <message>
        <source>De&amp;tails…</source>
        <translation>Deta&amp;lles…</translation>
    </message>
    <message>
        <source>a site</source>
        <translation>un sitio</translation>
    </message>
    <message>
        <source>unknown site</source>
        <translation>sitio desconocido</translation>
    </message>
    <message>
        <source>Con&amp;firm presence – %1</source>
        <translation>Con&amp;firmar la presencia – %1</translation>
    </message>
    <message>
        <source>No token attached</source>
        <translation>Ningún token conectado</translation>
    </message>
    <message>
        <source>All tokens…</source>
        <translation>Todos los tokens…</translation>
    </message>
    <message>
        <source>Lock &amp;all</source>
        <translation>Bloquear &amp;todo</translation>
    </message>
    <message>
        <source>Notifications paused until %1</source>
        <translation>Notificaciones en pausa hasta las %1</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reanudar</translation>
    </message>
    <message>
        <source>&amp;Pause notifications</source>
        <translation>&amp;Pausar las notificaciones</translation>
    </message>
    <message>
        <source>Until &amp;tomorrow</source>
        <translation>Hasta &amp;mañana</translation>
    </message>
    <message>
        <source>&amp;Doctor…</source>
        <translation>Dia&amp;gnóstico…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>A&amp;justes…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>For %1 &amp;hour</source>
        <translation>Durante %1 &amp;hora</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::App</name>
    <message>
        <source>The token</source>
        <translation>El token</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::ConsolePage</name>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Kind of entries</source>
        <translation>Tipo de entradas</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Claves</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>Presencia</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>What happened, newest first</source>
        <translation>Lo ocurrido, lo más nuevo primero</translation>
    </message>
    <message>
        <source>Passphrases and message contents are never recorded.</source>
        <translation>Nunca se registran frases de contraseña ni contenidos de mensajes.</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Aún no ha ocurrido nada.</translation>
    </message>
    <message>
        <source>No entry matches the filter.</source>
        <translation>Ninguna entrada coincide con el filtro.</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::DoctorPage</name>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>Checking… %1 of %2</source>
        <translation>Comprobando… %1 de %2</translation>
    </message>
    <message>
        <source>Everything is fine.</source>
        <translation>Todo está bien.</translation>
    </message>
    <message>
        <source>%1 of %2 checks are fine.</source>
        <translation>%1 de %2 comprobaciones están bien.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) you.</source>
        <translation>
            <numerusform>%Ln le necesita.</numerusform>
            <numerusform>%Ln le necesitan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more check(s) that are fine</source>
        <translation>
            <numerusform>Mostrar %Ln comprobación más que está bien</numerusform>
            <numerusform>Mostrar %Ln comprobaciones más que están bien</numerusform>
        </translation>
    </message>
    <message>
        <source>Fix…</source>
        <translation>Arreglar…</translation>
    </message>
    <message>
        <source>Fix: %1</source>
        <translation>Arreglar: %1</translation>
    </message>
    <message>
        <source>How…</source>
        <translation>Cómo…</translation>
    </message>
    <message>
        <source>How: %1</source>
        <translation>Cómo: %1</translation>
    </message>
    <message>
        <source>Run these now? You may be asked for your password.</source>
        <translation>¿Ejecutarlo ahora? Puede que se le pida su contraseña.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecutar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the commands</source>
        <translation>Copiar las órdenes</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::FactoryPage</name>
    <message>
        <source>This token is not set up yet.</source>
        <translation>Este token aún no está configurado.</translation>
    </message>
    <message>
        <source>It is in factory state and holds no keys. Setting it up needs:</source>
        <translation>Está en el estado de fábrica y no contiene claves. Configurarlo requiere:</translation>
    </message>
    <message>
        <source>An OpenPGP secret key or a backup</source>
        <translation>Una clave secreta OpenPGP o una copia de seguridad</translation>
    </message>
    <message>
        <source>An SSH key of yours</source>
        <translation>Una clave SSH suya</translation>
    </message>
    <message>
        <source>A passphrase you can remember</source>
        <translation>Una frase de contraseña que pueda recordar</translation>
    </message>
    <message>
        <source>Ten minutes</source>
        <translation>Diez minutos</translation>
    </message>
    <message>
        <source>Keys are written once. To change them later, the token is emptied first.</source>
        <translation>Las claves se escriben una vez. Para cambiarlas más tarde, primero se vacía el token.</translation>
    </message>
    <message>
        <source>Open the guide</source>
        <translation>Abrir la guía</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::FidoPage</name>
    <message>
        <source>Confirmed</source>
        <translation>Confirmado</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Descartado</translation>
    </message>
    <message>
        <source>Nobody confirmed in time</source>
        <translation>Nadie confirmó a tiempo</translation>
    </message>
    <message>
        <source>Unplugged meanwhile</source>
        <translation>Desconectado entretanto</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>Unknown site %1</source>
        <translation>Sitio desconocido %1</translation>
    </message>
    <message>
        <source>A site, this firmware does not tell which</source>
        <translation>Un sitio; este firmware no dice cuál</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Latest requests</source>
        <translation>Últimas solicitudes</translation>
    </message>
    <message>
        <source>No requests yet.</source>
        <translation>Aún no hay solicitudes.</translation>
    </message>
    <message>
        <source>Start the FIDO side</source>
        <translation>Iniciar la parte FIDO</translation>
    </message>
    <message>
        <source>Ask for my presence</source>
        <translation>Pedir mi presencia</translation>
    </message>
    <message>
        <source>Without it, any program on this computer can sign in unnoticed.</source>
        <translation>Sin esto, cualquier programa de este equipo puede iniciar sesión sin que se note.</translation>
    </message>
    <message>
        <source>Stop asking for your presence?</source>
        <translation>¿Dejar de pedir su presencia?</translation>
    </message>
    <message>
        <source>Stop asking</source>
        <translation>Dejar de pedirla</translation>
    </message>
    <message>
        <source>Keep asking</source>
        <translation>Seguir pidiéndola</translation>
    </message>
    <message>
        <source>Uses so far</source>
        <translation>Usos hasta ahora</translation>
    </message>
    <message>
        <source>Attestation certificate</source>
        <translation>Certificado de atestación</translation>
    </message>
    <message>
        <source>Sites may see it when you register</source>
        <translation>Los sitios pueden verlo al registrarse</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy attestation certificate fingerprint</source>
        <translation>Copiar la huella del certificado de atestación</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Sin iniciar</translation>
    </message>
    <message>
        <source>Sites cannot use this token yet.</source>
        <translation>Los sitios aún no pueden usar este token.</translation>
    </message>
    <message>
        <source>Ready for sites</source>
        <translation>Listo para sitios</translation>
    </message>
    <message>
        <source>Sites can use this token to sign you in. Each time, you are asked here first.</source>
        <translation>Los sitios pueden usar este token para iniciar su sesión. Cada vez se le pregunta primero aquí.</translation>
    </message>
    <message>
        <source>Sites can use this token to sign you in. You are not asked.</source>
        <translation>Los sitios pueden usar este token para iniciar su sesión. No se le pregunta.</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::FirstContact</name>
    <message>
        <source>from the SSH agent</source>
        <translation>del agente SSH</translation>
    </message>
    <message>
        <source>file with a passphrase</source>
        <translation>archivo con frase de contraseña</translation>
    </message>
    <message>
        <source>file</source>
        <translation>archivo</translation>
    </message>
    <message>
        <source>Welcome a new token</source>
        <translation>Dar la bienvenida a un token nuevo</translation>
    </message>
    <message>
        <source>Meet</source>
        <translation>Conocer</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>A token, its lamps not known yet</source>
        <translation>Un token cuyas luces aún no se conocen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>A token you have not used here</source>
        <translation>Un token que no ha usado aquí</translation>
    </message>
    <message>
        <source>Not sure which one it is? Unplug it, and this window closes by itself.</source>
        <translation>¿No sabe cuál es? Desconéctelo, y esta ventana se cierra sola.</translation>
    </message>
    <message>
        <source>It is the same</source>
        <translation>Es la misma</translation>
    </message>
    <message>
        <source>It is different, or I am not sure</source>
        <translation>Es distinto, o no estoy seguro</translation>
    </message>
    <message>
        <source>Then leave it for now.</source>
        <translation>Entonces déjelo por ahora.</translation>
    </message>
    <message>
        <source>No secret was sent to it. Unplug it, and ask whoever set it up.</source>
        <translation>No se le envió ningún secreto. Desconéctelo, y pregunte a quien lo configuró.</translation>
    </message>
    <message>
        <source>Is it really yours?</source>
        <translation>¿Es realmente el suyo?</translation>
    </message>
    <message>
        <source>Compare with the paper or screen from when it was set up. One form is enough.</source>
        <translation>Compare con el papel o la pantalla de cuando se configuró. Basta una forma.</translation>
    </message>
    <message>
        <source>None of your keys is accepted. Ask whoever set it up, or choose a file.</source>
        <translation>No se admite ninguna de sus claves. Pregunte a quien lo configuró, o elija un archivo.</translation>
    </message>
    <message>
        <source>Try unlocking…</source>
        <translation>Probar a desbloquear…</translation>
    </message>
    <message>
        <source>Optional. Unlocks for one minute, then locks again.</source>
        <translation>Opcional. Desbloquea durante un minuto y vuelve a bloquear.</translation>
    </message>
    <message>
        <source>How this computer signs in</source>
        <translation>Cómo inicia sesión este equipo</translation>
    </message>
    <message>
        <source>The token lets in only the SSH keys it was set up with.</source>
        <translation>El token solo deja entrar las claves SSH con las que se configuró.</translation>
    </message>
    <message>
        <source>It has not told its short ID yet. Nothing has been sent to it.</source>
        <translation>Aún no ha dicho su identificador corto. Aún no se le ha enviado nada.</translation>
    </message>
    <message>
        <source>It says its short ID is %1. Nothing has been sent to it yet.</source>
        <translation>Dice que su identificador corto es %1. Aún no se le ha enviado nada.</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>Sin probar</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Admitida</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>No admitida</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>A key in another place</source>
        <translation>Una clave en otro lugar</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>A new key</source>
        <translation>Una clave nueva</translation>
    </message>
    <message>
        <source>Works after the token is set up again with it.</source>
        <translation>Funciona después de configurar de nuevo el token con ella.</translation>
    </message>
    <message>
        <source>Create a new key…</source>
        <translation>Crear una clave nueva…</translation>
    </message>
    <message>
        <source>Choose an SSH key</source>
        <translation>Elegir una clave SSH</translation>
    </message>
    <message>
        <source>Create a new key</source>
        <translation>Crear una clave nueva</translation>
    </message>
    <message>
        <source>Import receipt…</source>
        <translation>Importar un recibo…</translation>
    </message>
    <message>
        <source>Recognised by its receipt.</source>
        <translation>Reconocido por su recibo.</translation>
    </message>
    <message>
        <source>Or do you have its receipt?</source>
        <translation>¿O tiene su recibo?</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::GlobalShortcuts</name>
    <message>
        <source>Lock all tokens</source>
        <translation>Bloquear todos los tokens</translation>
    </message>
    <message>
        <source>Confirm presence</source>
        <translation>Confirmar la presencia</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::History</name>
    <message>
        <source>probably %1</source>
        <translation>probablemente %1</translation>
    </message>
    <message>
        <source>Presence confirmed</source>
        <translation>Presencia confirmada</translation>
    </message>
    <message>
        <source>Nobody confirmed in time</source>
        <translation>Nadie confirmó a tiempo</translation>
    </message>
    <message>
        <source>Unplugged while a site asked</source>
        <translation>Desconectado mientras un sitio preguntaba</translation>
    </message>
    <message>
        <source>Presence request ended</source>
        <translation>Solicitud de presencia terminada</translation>
    </message>
    <message>
        <source>Signature made</source>
        <translation>Firma hecha</translation>
    </message>
    <message>
        <source>Message decrypted</source>
        <translation>Mensaje descifrado</translation>
    </message>
    <message>
        <source>Authenticated</source>
        <translation>Autenticado</translation>
    </message>
    <message>
        <source>host key not checked</source>
        <translation>clave de host sin comprobar</translation>
    </message>
    <message>
        <source>host key known</source>
        <translation>clave de host conocida</translation>
    </message>
    <message>
        <source>Token attached</source>
        <translation>Token conectado</translation>
    </message>
    <message>
        <source>Token unplugged</source>
        <translation>Token desconectado</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Presence requested</source>
        <translation>Presencia pedida</translation>
    </message>
    <message>
        <source>number %1</source>
        <translation>número %1</translation>
    </message>
    <message>
        <source>Wrong passphrase</source>
        <translation>Frase de contraseña incorrecta</translation>
    </message>
    <message>
        <source>Not unlocked</source>
        <translation>No desbloqueado</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::HistoryModel</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detalle</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::HostKeyChangedPage</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Copiar la orden</translation>
    </message>
    <message>
        <source>The host key has changed.</source>
        <translation>La clave de host ha cambiado.</translation>
    </message>
    <message>
        <source>This may not be your token. Nothing was sent to it: no passphrase, no request.</source>
        <translation>Puede que este no sea su token. No se le envió nada: ni frase de contraseña ni solicitud.</translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation>Mostrada ahora</translation>
    </message>
    <message>
        <source>What it can mean</source>
        <translation>Qué puede significar</translation>
    </message>
    <message>
        <source>Another token is plugged in under this name, or its keys were destroyed and set up anew.</source>
        <translation>Hay otro token conectado con este nombre, o sus claves se destruyeron y se crearon de nuevo.</translation>
    </message>
    <message>
        <source>Another device answers at the token’s address.</source>
        <translation>Otro dispositivo responde en la dirección del token.</translation>
    </message>
    <message>
        <source>Somebody exchanged the token.</source>
        <translation>Alguien cambió el token por otro.</translation>
    </message>
    <message>
        <source>Import receipt…</source>
        <translation>Importar un recibo…</translation>
    </message>
    <message>
        <source>Ask whoever set it up for a new receipt, and import it.</source>
        <translation>Pida un recibo nuevo a quien lo configuró, e impórtelo.</translation>
    </message>
    <message>
        <source>Did you set it up anew yourself? Then run</source>
        <translation>¿Lo configuró usted de nuevo? Entonces ejecute</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>Unplug it and look at it. Is it yours?</source>
        <translation>Desconéctelo y mírelo. ¿Es el suyo?</translation>
    </message>
    <message>
        <source>Known since %1</source>
        <translation>Conocida desde el %1</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Conocida</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::HostKeyText</name>
    <message>
        <source>The same in words</source>
        <translation>Lo mismo en palabras</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Huella</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::HostKeyView</name>
    <message>
        <source>QR code of the host key</source>
        <translation>Código QR de la clave de host</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::InlineMessage</name>
    <message>
        <source>Copy details</source>
        <translation>Copiar los detalles</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
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
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Changes take effect at once.</source>
        <translation>Los cambios tienen efecto enseguida.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>No conectado</translation>
    </message>
    <message>
        <source>Saved in %1</source>
        <translation>Guardado en %1</translation>
    </message>
    <message>
        <source>Checked at %1</source>
        <translation>Comprobado a las %1</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Aún sin leer</translation>
    </message>
    <message>
        <source>As of %1 – not answering</source>
        <translation>A las %1 – no responde</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>A las %1</translation>
    </message>
    <message>
        <source>Not connected to the service that watches the tokens.</source>
        <translation>Sin conexión con el servicio que vigila los tokens.</translation>
    </message>
    <message>
        <source>It is tried again by itself. What is shown may be old.</source>
        <translation>Se vuelve a intentar solo. Lo que se muestra puede ser antiguo.</translation>
    </message>
    <message>
        <source>Two tokens are named “%1”.</source>
        <translation>Dos tokens se llaman «%1».</translation>
    </message>
    <message>
        <source>Their short IDs tell them apart.</source>
        <translation>Sus identificadores cortos los distinguen.</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar el nombre…</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Restore the default settings?</source>
        <translation>¿Restaurar los ajustes predeterminados?</translation>
    </message>
    <message>
        <source>Those of gokeyctl alone stay as they are.</source>
        <translation>Los que son solo de gokeyctl quedan como están.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Lock and quit</source>
        <translation>Bloquear y salir</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>&amp;Unlock…</source>
        <translation>&amp;Desbloquear…</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>&amp;Bloquear ahora</translation>
    </message>
    <message>
        <source>Run Doctor…</source>
        <translation>Ejecutar el diagnóstico…</translation>
    </message>
    <message>
        <source>What to do…</source>
        <translation>Qué hacer…</translation>
    </message>
    <message>
        <source>Look closer…</source>
        <translation>Mirar de cerca…</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar los detalles</translation>
    </message>
    <message>
        <source>Welcome it…</source>
        <translation>Darle la bienvenida…</translation>
    </message>
    <message>
        <source>What set-up needs…</source>
        <translation>Qué requiere la configuración…</translation>
    </message>
    <message>
        <source>Restart %1?</source>
        <translation>¿Reiniciar %1?</translation>
    </message>
    <message>
        <source>Its subkeys are locked by that.</source>
        <translation>Sus subclaves quedan bloqueadas con ello.</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Reiniciar</translation>
    </message>
    <message>
        <source>Forget the host key of %1?</source>
        <translation>¿Olvidar la clave de host de %1?</translation>
    </message>
    <message>
        <source>The next time you will be asked to compare it again.</source>
        <translation>La próxima vez se le pedirá que la compare de nuevo.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <source>The token waits for firmware.</source>
        <translation>El token espera el firmware.</translation>
    </message>
    <message>
        <source>Unplug it and plug it in again. If it still waits, it has to be flashed by whoever set it up.</source>
        <translation>Desconéctelo y vuelva a conectarlo. Si sigue esperando, tiene que grabarlo quien lo configuró.</translation>
    </message>
    <message>
        <source>No tries left.</source>
        <translation>Sin intentos.</translation>
    </message>
    <message>
        <source>Restart the token: unplug it and plug it in again. Then it allows tries again.</source>
        <translation>Reinicie el token: desconéctelo y vuelva a conectarlo. Entonces permite intentos de nuevo.</translation>
    </message>
    <message>
        <source>Leave the token plugged in until the next try is possible. Restarting it begins the wait anew.</source>
        <translation>Deje el token conectado hasta que sea posible el próximo intento. Reiniciarlo hace empezar la espera de nuevo.</translation>
    </message>
    <message>
        <source>%1 is unlocked.</source>
        <translation>%1 está desbloqueado.</translation>
    </message>
    <message>
        <source>%1 is unlocked %2.</source>
        <comment>name, until 14:12</comment>
        <translation>%1 está desbloqueado %2.</translation>
    </message>
    <message>
        <source>Lock before quitting?</source>
        <translation>¿Bloquear antes de salir?</translation>
    </message>
    <message>
        <source>No tray on this desktop.</source>
        <translation>No hay bandeja en este escritorio.</translation>
    </message>
    <message>
        <source>Closing this window quits. Notifications still work.</source>
        <translation>Al cerrar esta ventana se sale. Las notificaciones siguen funcionando.</translation>
    </message>
    <message>
        <source>How to get one…</source>
        <translation>Cómo conseguir una…</translation>
    </message>
    <message>
        <source>Token or page</source>
        <translation>Token o página</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copiar el informe</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Pages of the token</source>
        <translation>Páginas del token</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
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
        <translation>Consola</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Confianza</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>Cambiar el &amp;nombre…</translation>
    </message>
    <message>
        <source>&amp;Identify</source>
        <translation>&amp;Identificar</translation>
    </message>
    <message>
        <source>&amp;Copy short ID</source>
        <translation>&amp;Copiar el identificador corto</translation>
    </message>
    <message>
        <source>Re&amp;start token…</source>
        <translation>Reiniciar el &amp;token…</translation>
    </message>
    <message>
        <source>&amp;Forget token…</source>
        <translation>&amp;Olvidar el token…</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>Copiar la lista</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Abrir el archivo</translation>
    </message>
    <message>
        <source>Restore defaults…</source>
        <translation>Restaurar los valores predeterminados…</translation>
    </message>
    <message>
        <source>This desktop has no program that shows the guide.</source>
        <translation>Este escritorio no tiene un programa que muestre la guía.</translation>
    </message>
    <message>
        <source>The guide is not installed.</source>
        <translation>La guía no está instalada.</translation>
    </message>
    <message>
        <source>It is the file %1.</source>
        <translation>Es el archivo %1.</translation>
    </message>
    <message>
        <source>Recognised by its receipt.</source>
        <translation>Reconocido por su recibo.</translation>
    </message>
    <message>
        <source>Choose a receipt</source>
        <translation>Elegir un recibo</translation>
    </message>
    <message>
        <source>Receipts (*.receipt);;All files (*)</source>
        <translation>Recibos (*.receipt);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>No desktop bus.</source>
        <translation>No hay bus del escritorio.</translation>
    </message>
    <message>
        <source>Notifications, screen-lock detection and single start are off.</source>
        <translation>Las notificaciones, la detección del bloqueo de pantalla y el inicio único están desactivados.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Choose a key…</source>
        <translation>Elegir una clave…</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::NoTokenPage</name>
    <message>
        <source>No token attached</source>
        <translation>Ningún token conectado</translation>
    </message>
    <message>
        <source>Plug in a USB armory with GoKey. It appears here by itself.</source>
        <translation>Conecte una USB armory con GoKey. Aparece aquí por sí sola.</translation>
    </message>
    <message>
        <source>Run Doctor…</source>
        <translation>Ejecutar el diagnóstico…</translation>
    </message>
    <message>
        <source>Try a simulated token</source>
        <translation>Probar un token simulado</translation>
    </message>
    <message>
        <source>No token can be seen now</source>
        <translation>Ahora no se ve ningún token</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::Notices</name>
    <message>
        <source>A token may still be unlocked</source>
        <translation>Puede que un token siga desbloqueado</translation>
    </message>
    <message>
        <source>%1 was unplugged while unlocked</source>
        <translation>%1 se desconectó mientras estaba desbloqueado</translation>
    </message>
    <message>
        <source>Without power it forgets, so it is locked now.</source>
        <translation>Sin corriente olvida, así que ahora está bloqueado.</translation>
    </message>
    <message>
        <source>Because the time was over.</source>
        <translation>Porque se acabó el tiempo.</translation>
    </message>
    <message>
        <source>Because the screen was locked.</source>
        <translation>Porque se bloqueó la pantalla.</translation>
    </message>
    <message>
        <source>Because the computer goes to sleep.</source>
        <translation>Porque el equipo se suspende.</translation>
    </message>
    <message numerus="yes">
        <source>Because nobody used the computer for %Ln minute(s).</source>
        <translation>
            <numerusform>Porque nadie usó el equipo durante %Ln minuto.</numerusform>
            <numerusform>Porque nadie usó el equipo durante %Ln minutos.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is locked</source>
        <translation>%1 está bloqueado</translation>
    </message>
    <message>
        <source>%1 needs attention</source>
        <translation>%1 requiere atención</translation>
    </message>
    <message>
        <source>The host key has changed.</source>
        <translation>La clave de host ha cambiado.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Look closer…</source>
        <translation>Mirar de cerca…</translation>
    </message>
    <message>
        <source>A new token: %1</source>
        <translation>Un token nuevo: %1</translation>
    </message>
    <message>
        <source>Welcome it…</source>
        <translation>Darle la bienvenida…</translation>
    </message>
    <message>
        <source>%1 locks in one minute</source>
        <translation>%1 se bloquea en un minuto</translation>
    </message>
    <message>
        <source>Keep unlocked…</source>
        <translation>Mantener desbloqueado…</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::OpenPgpPage</name>
    <message>
        <source>Copy signing fingerprint</source>
        <translation>Copiar la huella de firma</translation>
    </message>
    <message>
        <source>Copy decryption fingerprint</source>
        <translation>Copiar la huella de descifrado</translation>
    </message>
    <message>
        <source>Copy authentication fingerprint</source>
        <translation>Copiar la huella de autenticación</translation>
    </message>
    <message>
        <source>No OpenPGP keys on this token.</source>
        <translation>No hay claves OpenPGP en este token.</translation>
    </message>
    <message>
        <source>gpg still asks for a PIN?</source>
        <translation>¿gpg sigue pidiendo un PIN?</translation>
    </message>
    <message>
        <source>The passphrase you gave here already opened the subkey. Type any six characters into gpg’s window.</source>
        <translation>La frase de contraseña que dio aquí ya abrió la subclave. Escriba seis caracteres cualesquiera en la ventana de gpg.</translation>
    </message>
    <message>
        <source>Signatures made</source>
        <translation>Firmas hechas</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Clave pública</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>Lector de tarjetas</translation>
    </message>
    <message>
        <source>Keys protected by</source>
        <translation>Claves protegidas por</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Desbloquear…</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Bloquear ahora</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Card details are from %1.</source>
        <translation>Los datos de la tarjeta son de las %1.</translation>
    </message>
    <message>
        <source>Fix…</source>
        <translation>Arreglar…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>This chip (secure storage)</source>
        <translation>Este chip (almacén seguro)</translation>
    </message>
    <message>
        <source>Their passphrase alone</source>
        <translation>Solo su frase de contraseña</translation>
    </message>
    <message>
        <source>%1 – no key</source>
        <comment>Decryption</comment>
        <translation>%1 – sin clave</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::OverviewPage</name>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmar</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Desbloquear…</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Bloquear ahora</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy short ID</source>
        <translation>Copiar el identificador corto</translation>
    </message>
    <message>
        <source>Short ID</source>
        <translation>Identificador corto</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Signatures made</source>
        <translation>Firmas hechas</translation>
    </message>
    <message>
        <source>Host key</source>
        <translation>Clave de host</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>Token %1</source>
        <translation>Token %1</translation>
    </message>
    <message>
        <source>This firmware does not tell which one.</source>
        <translation>Este firmware no dice cuál.</translation>
    </message>
    <message>
        <source>The site is not known here: %1</source>
        <translation>El sitio no se conoce aquí: %1</translation>
    </message>
    <message>
        <source>Confirm only if you are signing in right now.</source>
        <translation>Confirme solo si está iniciando sesión ahora mismo.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln s left</source>
        <translation>
            <numerusform>queda %Ln s</numerusform>
            <numerusform>quedan %Ln s</numerusform>
        </translation>
    </message>
    <message>
        <source>The next try is possible in %1. Restarting the token begins the wait anew.</source>
        <translation>El próximo intento es posible en %1. Reiniciar el token hace empezar la espera de nuevo.</translation>
    </message>
    <message>
        <source>GoKey %1</source>
        <translation>GoKey %1</translation>
    </message>
    <message>
        <source>Not compared yet</source>
        <translation>Aún sin comparar</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiada</translation>
    </message>
    <message>
        <source>Not checked: this unit makes a new key at every start</source>
        <translation>Sin comprobar: esta unidad crea una clave nueva en cada arranque</translation>
    </message>
    <message>
        <source>Known and unchanged</source>
        <translation>Conocida y sin cambios</translation>
    </message>
    <message>
        <source>Probably asked by %1</source>
        <translation>Probablemente lo pide %1</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::PasskeyList</name>
    <message>
        <source>That is not the PIN.</source>
        <translation>Ese no es el PIN.</translation>
    </message>
    <message>
        <source>That is not the PIN. %1.</source>
        <translation>Ese no es el PIN. %1.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Plug the token in anew, then try again.</source>
        <translation>Demasiados PIN incorrectos. Vuelva a conectar el token e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>No tries left. The PIN stays locked until the FIDO side is reset.</source>
        <translation>No quedan intentos. El PIN queda bloqueado hasta que se restablezca la parte FIDO.</translation>
    </message>
    <message>
        <source>No PIN is set. Without one the token does not list its passkeys.</source>
        <translation>Ningún PIN definido. Sin él, el token no enumera sus passkeys.</translation>
    </message>
    <message>
        <source>The token</source>
        <translation>El token</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Mostrar…</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>No passkey is kept on this token.</source>
        <translation>En este token no se guarda ninguna passkey.</translation>
    </message>
    <message>
        <source>Passkeys</source>
        <translation>Passkeys</translation>
    </message>
    <message>
        <source>Show passkeys…</source>
        <translation>Mostrar las passkeys…</translation>
    </message>
    <message>
        <source>Hide passkeys</source>
        <translation>Ocultar las passkeys</translation>
    </message>
    <message>
        <source>PIN of the token</source>
        <translation>PIN del token</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show passkeys</source>
        <translation>Mostrar las passkeys</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Protected by a PIN</source>
        <translation>Protegido por un PIN</translation>
    </message>
    <message>
        <source>No PIN is set</source>
        <translation>Ningún PIN definido</translation>
    </message>
    <message numerus="yes">
        <source>Room for %Ln more</source>
        <translation>
            <numerusform>Espacio para %Ln más</numerusform>
            <numerusform>Espacio para %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>A PIN has %1 to %2 characters.</source>
        <translation>Un PIN tiene de %1 a %2 caracteres.</translation>
    </message>
    <message>
        <source>No protected memory is left,</source>
        <translation>No queda memoria protegida,</translation>
    </message>
    <message>
        <source>so a PIN cannot be held safely. Close other programs and try again.</source>
        <translation>así que un PIN no puede guardarse con seguridad. Cierre otros programas e inténtelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::PinentryUnlock</name>
    <message>
        <source>Unlock signing of %1.</source>
        <translation>Desbloquear la firma de %1.</translation>
    </message>
    <message>
        <source>Unlock decryption of %1.</source>
        <translation>Desbloquear el descifrado de %1.</translation>
    </message>
    <message>
        <source>Unlock signing and decryption of %1.</source>
        <translation>Desbloquear la firma y el descifrado de %1.</translation>
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
        <translation>Frase de contraseña:</translation>
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
        <translation>Descartar deja que caduque.</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>&amp;Descartar</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>&amp;Confirmar</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>who asks, name of the token, seconds left</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s) left</source>
        <translation>
            <numerusform>queda %Ln segundo</numerusform>
            <numerusform>quedan %Ln segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>Confirming…</source>
        <translation>Confirmando…</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::PresencePresenter</name>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmar</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>No confirmado</translation>
    </message>
    <message>
        <source>That was too late</source>
        <translation>Era demasiado tarde</translation>
    </message>
    <message>
        <source>The request had ended. Nothing was approved.</source>
        <translation>La solicitud había terminado. No se aprobó nada.</translation>
    </message>
    <message>
        <source>Nobody confirmed in time</source>
        <translation>Nadie confirmó a tiempo</translation>
    </message>
    <message>
        <source>Nothing was approved. Start again on the site.</source>
        <translation>No se aprobó nada. Empiece de nuevo en el sitio.</translation>
    </message>
    <message>
        <source>%1 was unplugged</source>
        <translation>%1 se desconectó</translation>
    </message>
    <message>
        <source>Nothing was approved.</source>
        <translation>No se aprobó nada.</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::ReceiptDialog</name>
    <message>
        <source>Receipt – GoKey Manager</source>
        <translation>Recibo – GoKey Manager</translation>
    </message>
    <message>
        <source>&amp;Trust this token</source>
        <translation>C&amp;onfiar en este token</translation>
    </message>
    <message>
        <source>To replace the host key that is known, type the short ID %1:</source>
        <translation>Para reemplazar la clave de host conocida, escriba el identificador corto %1:</translation>
    </message>
    <message>
        <source>Short ID</source>
        <translation>Identificador corto</translation>
    </message>
    <message>
        <source>What the receipt says</source>
        <translation>Lo que dice el recibo</translation>
    </message>
    <message>
        <source>Set up on</source>
        <translation>Configurado el</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>no indicado</translation>
    </message>
    <message>
        <source>Card holder</source>
        <translation>Titular de la tarjeta</translation>
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
        <translation>Clave OpenPGP</translation>
    </message>
    <message>
        <source>SSH keys let in</source>
        <translation>Claves SSH admitidas</translation>
    </message>
    <message>
        <source>The token shows no host key now.</source>
        <translation>El token no muestra ahora ninguna clave de host.</translation>
    </message>
    <message>
        <source>Plug it in and try again. Nothing was trusted.</source>
        <translation>Conéctelo e inténtelo de nuevo. No se ha confiado en nada.</translation>
    </message>
    <message>
        <source>It is of another token.</source>
        <translation>Es de otro token.</translation>
    </message>
    <message>
        <source>This one has the short ID %1. Nothing was trusted.</source>
        <translation>Este tiene el identificador corto %1. No se ha confiado en nada.</translation>
    </message>
    <message>
        <source>It names another host key than the token shows.</source>
        <translation>Nombra otra clave de host que la que muestra el token.</translation>
    </message>
    <message>
        <source>This may not be the token that it was made for. Nothing was trusted; ask whoever set it up.</source>
        <translation>Puede que este no sea el token para el que se hizo. No se ha confiado en nada; pregunte a quien lo configuró.</translation>
    </message>
    <message>
        <source>It is of this token.</source>
        <translation>Es de este token.</translation>
    </message>
    <message>
        <source>A receipt is worth as much as the way it came to you: take it from whoever set the token up.</source>
        <translation>Un recibo vale tanto como el camino por el que le llegó: tómelo de quien configuró el token.</translation>
    </message>
    <message>
        <source>&amp;Replace the host key</source>
        <translation>&amp;Reemplazar la clave de host</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>U2F certificate</source>
        <translation>Certificado U2F</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::RenameDialog</name>
    <message>
        <source>A name has no colon and does not begin with a hyphen.</source>
        <translation>Un nombre no tiene dos puntos ni empieza por un guion.</translation>
    </message>
    <message>
        <source>Another token has this name. Both keep it; their short IDs tell them apart.</source>
        <translation>Otro token tiene este nombre. Ambos lo conservan; sus identificadores cortos los distinguen.</translation>
    </message>
    <message>
        <source>Only this computer uses the name. You can change it later.</source>
        <translation>Solo este equipo usa el nombre. Puede cambiarlo más tarde.</translation>
    </message>
    <message>
        <source>Rename – GoKey Manager</source>
        <translation>Cambiar el nombre – GoKey Manager</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Cambiar el &amp;nombre</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Short ID %1</source>
        <translation>Identificador corto %1</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::Ring</name>
    <message numerus="yes">
        <source>%Ln second(s) left</source>
        <translation>
            <numerusform>queda %Ln segundo</numerusform>
            <numerusform>quedan %Ln segundos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::SecretEdit</name>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Pegar</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Limpiar</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::Session</name>
    <message>
        <source>Tokens are locked before the computer sleeps</source>
        <translation>Los tokens se bloquean antes de que el equipo se suspenda</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::SettingsPage</name>
    <message>
        <source>until the screen locks</source>
        <translation>hasta que se bloquee la pantalla</translation>
    </message>
    <message>
        <source>until unplugged</source>
        <translation>hasta que se desconecte</translation>
    </message>
    <message>
        <source>this app’s window</source>
        <translation>la ventana de esta aplicación</translation>
    </message>
    <message>
        <source>pinentry</source>
        <translation>pinentry</translation>
    </message>
    <message>
        <source>Lock by itself</source>
        <translation>Bloquear por sí solo</translation>
    </message>
    <message>
        <source>When the screen locks</source>
        <translation>Cuando se bloquea la pantalla</translation>
    </message>
    <message>
        <source>Before the computer sleeps</source>
        <translation>Antes de que el equipo se suspenda</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Keep unlocked for</source>
        <translation>Mantener desbloqueado durante</translation>
    </message>
    <message>
        <source>Ask with</source>
        <translation>Preguntar con</translation>
    </message>
    <message>
        <source>Unlock signing and decryption together</source>
        <translation>Desbloquear juntos la firma y el descifrado</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>Presencia</translation>
    </message>
    <message>
        <source>Show who asks, and for how long</source>
        <translation>Mostrar quién pide, y por cuánto tiempo</translation>
    </message>
    <message>
        <source>Use our own window even in Do Not Disturb</source>
        <translation>Usar nuestra ventana incluso en No molestar</translation>
    </message>
    <message>
        <source>Also while the screen is locked</source>
        <translation>También con la pantalla bloqueada</translation>
    </message>
    <message>
        <source>Play a sound</source>
        <translation>Reproducir un sonido</translation>
    </message>
    <message>
        <source>A click on the tray icon confirms</source>
        <translation>Un clic en el icono de la bandeja confirma</translation>
    </message>
    <message>
        <source>A slip of the hand would approve a sign-in</source>
        <translation>Un descuido de la mano aprobaría un inicio de sesión</translation>
    </message>
    <message>
        <source>Tell me when</source>
        <translation>Avisarme cuando</translation>
    </message>
    <message>
        <source>A token locks by itself</source>
        <translation>Un token se bloquea por sí solo</translation>
    </message>
    <message>
        <source>A token is unplugged while unlocked</source>
        <translation>Un token se desconecta estando desbloqueado</translation>
    </message>
    <message>
        <source>Nobody confirmed in time</source>
        <translation>Nadie confirmó a tiempo</translation>
    </message>
    <message>
        <source>Something needs me</source>
        <translation>Algo me necesita</translation>
    </message>
    <message>
        <source>A token locks in one minute</source>
        <translation>Un token se bloquea en un minuto</translation>
    </message>
    <message>
        <source>Keep running in the tray when closed</source>
        <translation>Seguir en la bandeja al cerrar</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Keep running in the background when closed</source>
        <translation>Seguir en segundo plano al cerrar</translation>
    </message>
    <message>
        <source>Set by your administrator</source>
        <translation>Fijado por su administrador</translation>
    </message>
    <message>
        <source>When the token is unplugged</source>
        <translation>Cuando se desconecta el token</translation>
    </message>
    <message>
        <source>Always on: without power it forgets</source>
        <translation>Siempre activo: sin corriente olvida</translation>
    </message>
    <message>
        <source>After</source>
        <comment>… 15 minutes without input</comment>
        <translation>Tras</translation>
    </message>
    <message>
        <source>Lock after a time without input</source>
        <translation>Bloquear tras un tiempo sin actividad</translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minuto</numerusform>
            <numerusform>%Ln minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>Time without input</source>
        <translation>Tiempo sin actividad</translation>
    </message>
    <message>
        <source>without input</source>
        <comment>After 15 minutes …</comment>
        <translation>sin actividad</translation>
    </message>
    <message>
        <source>Start when I log in</source>
        <translation>Iniciar al iniciar sesión</translation>
    </message>
    <message>
        <source>Line %1 of the settings file is not readable.</source>
        <translation>La línea %1 del archivo de ajustes no se puede leer.</translation>
    </message>
    <message>
        <source>Default settings are used until it is corrected.</source>
        <translation>Se usan los ajustes predeterminados hasta que se corrija.</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Abrir el archivo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln hora</numerusform>
            <numerusform>%Ln horas</numerusform>
        </translation>
    </message>
    <message>
        <source>Offer shortcuts to the desktop</source>
        <translation>Ofrecer atajos al escritorio</translation>
    </message>
    <message>
        <source>Keys that work everywhere</source>
        <translation>Teclas que funcionan en todas partes</translation>
    </message>
    <message>
        <source>This desktop has none for programs. Bind %1 and %2 in its keyboard settings.</source>
        <translation>Este escritorio no los tiene para programas. Asigne %1 y %2 en sus ajustes de teclado.</translation>
    </message>
    <message>
        <source>To lock all and to confirm; you choose the keys</source>
        <translation>Para bloquear y confirmar; teclas a su elección</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::StepBar</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Paso %1 de %2: %3</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::StepDialog</name>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::TokenDrawing</name>
    <message>
        <source>blue</source>
        <translation>azul</translation>
    </message>
    <message>
        <source>white</source>
        <translation>blanca</translation>
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
        <translation>Sin token</translation>
    </message>
    <message>
        <source>%1, short ID %2, %3</source>
        <translation>%1, identificador corto %2, %3</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::Tray</name>
    <message>
        <source>Con&amp;firm presence</source>
        <translation>Con&amp;firmar la presencia</translation>
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
        <translation>Para comprobarla, abra esta página en un segundo equipo, o escanee allí el código. Las tres formas dicen lo mismo; basta una coincidencia.</translation>
    </message>
    <message>
        <source>Copy fingerprint</source>
        <translation>Copiar la huella</translation>
    </message>
    <message>
        <source>Compare with scanned text…</source>
        <translation>Comparar con texto escaneado…</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>Olvidar…</translation>
    </message>
    <message>
        <source>Forget the host key…</source>
        <translation>Olvidar la clave de host…</translation>
    </message>
    <message>
        <source>Scanned text</source>
        <translation>Texto escaneado</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Forget the host key of %1?</source>
        <translation>¿Olvidar la clave de host de %1?</translation>
    </message>
    <message>
        <source>The next time you will be asked to compare it again.</source>
        <translation>La próxima vez se le pedirá que la compare de nuevo.</translation>
    </message>
    <message>
        <source>This unit makes a new host key at every start,</source>
        <translation>Esta unidad crea una clave de host nueva en cada arranque,</translation>
    </message>
    <message>
        <source>so it cannot be recognised. Unlocking is off for it.</source>
        <translation>así que no se puede reconocer. El desbloqueo está desactivado para ella.</translation>
    </message>
    <message>
        <source>This token is new here.</source>
        <translation>Este token es nuevo aquí.</translation>
    </message>
    <message>
        <source>Compare its host key before you use it.</source>
        <translation>Compare su clave de host antes de usarlo.</translation>
    </message>
    <message>
        <source>Welcome it…</source>
        <translation>Darle la bienvenida…</translation>
    </message>
    <message>
        <source>Its host key is the one pinned on %1, from the provisioning receipt.</source>
        <translation>Su clave de host es la fijada el %1, del recibo de configuración.</translation>
    </message>
    <message>
        <source>This is the token you know.</source>
        <translation>Este es el token que conoce.</translation>
    </message>
    <message>
        <source>That is not a host key.</source>
        <translation>Eso no es una clave de host.</translation>
    </message>
    <message>
        <source>Paste the whole text of the code, the fingerprint, or the twelve words.</source>
        <translation>Pegue el texto completo del código, la huella, o las doce palabras.</translation>
    </message>
    <message>
        <source>The same.</source>
        <translation>La misma.</translation>
    </message>
    <message>
        <source>Different:</source>
        <translation>Distinta:</translation>
    </message>
    <message>
        <source>this is not the key that was scanned.</source>
        <translation>esta no es la clave que se escaneó.</translation>
    </message>
    <message>
        <source>Import receipt…</source>
        <translation>Importar un recibo…</translation>
    </message>
    <message>
        <source>Nobody has compared this host key.</source>
        <translation>Nadie ha comparado esta clave de host.</translation>
    </message>
    <message>
        <source>It is the one seen first, on %1, and has not changed since.</source>
        <translation>Es la que se vio primero, el %1, y no ha cambiado desde entonces.</translation>
    </message>
    <message>
        <source>It has not changed since it was seen first.</source>
        <translation>No ha cambiado desde que se vio por primera vez.</translation>
    </message>
    <message>
        <source>I have compared it</source>
        <translation>La he comparado</translation>
    </message>
    <message>
        <source>Its host key was compared on %1.</source>
        <translation>Su clave de host se comparó el %1.</translation>
    </message>
    <message>
        <source>so it cannot be recognised. Unlocking it was allowed all the same.</source>
        <translation>así que no se puede reconocer. Aun así, se ha permitido desbloquearla.</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::UnlockDialog</name>
    <message>
        <source>until the screen locks</source>
        <translation>hasta que se bloquee la pantalla</translation>
    </message>
    <message>
        <source>until unplugged</source>
        <translation>hasta que se desconecte</translation>
    </message>
    <message>
        <source>Subkey</source>
        <translation>Subclave</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>What to do…</source>
        <translation>Qué hacer…</translation>
    </message>
    <message>
        <source>Unlock – GoKey Manager</source>
        <translation>Desbloquear – GoKey Manager</translation>
    </message>
    <message>
        <source>Keep unlocked</source>
        <translation>Mantener desbloqueado</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Desbloquear</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Signing is unlocked. Decryption has another passphrase.</source>
        <translation>La firma está desbloqueada. El descifrado tiene otra frase de contraseña.</translation>
    </message>
    <message>
        <source>Decryption is unlocked. Signing has another passphrase.</source>
        <translation>El descifrado está desbloqueado. La firma tiene otra frase de contraseña.</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>3 tries left</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>That is not the passphrase.</source>
        <translation>Esa no es la frase de contraseña.</translation>
    </message>
    <message>
        <source>Tries left: not known, the card reader is taken. A wrong passphrase counts.</source>
        <translation>Intentos restantes: no se sabe, el lector de tarjetas está ocupado. Una frase de contraseña incorrecta cuenta.</translation>
    </message>
    <message>
        <source>%1. After that this subkey stays locked.</source>
        <comment>1 try left</comment>
        <translation>%1. Después esta subclave sigue bloqueada.</translation>
    </message>
    <message>
        <source>No protected memory is left, so a passphrase cannot be held safely. Close other programs and try again.</source>
        <translation>No queda memoria protegida, así que una frase de contraseña no se puede guardar con seguridad. Cierre otros programas e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>%1 was unplugged. Nothing is lost.</source>
        <translation>%1 se desconectó. No se ha perdido nada.</translation>
    </message>
    <message>
        <source>The token has not answered yet.</source>
        <translation>El token aún no ha respondido.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>Waiting: a site asks for your presence first.</source>
        <translation>Esperando: primero un sitio pide su presencia.</translation>
    </message>
    <message>
        <source>No tries left now. Next try possible in %1.</source>
        <translation>Ahora no quedan intentos. Próximo intento posible en %1.</translation>
    </message>
    <message>
        <source>No tries left. The subkey stays locked until the token restarts.</source>
        <translation>Sin intentos. La subclave sigue bloqueada hasta que el token se reinicie.</translation>
    </message>
    <message numerus="yes">
        <source>A passphrase has at most %Ln byte(s). Nothing of this was taken.</source>
        <translation>
            <numerusform>Una frase de contraseña tiene %Ln byte como máximo. No se tomó nada de esto.</numerusform>
            <numerusform>Una frase de contraseña tiene %Ln bytes como máximo. No se tomó nada de esto.</numerusform>
        </translation>
    </message>
    <message>
        <source>A shorter time needs no passphrase.</source>
        <translation>Un tiempo más corto no requiere frase de contraseña.</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>El bloqueo de mayúsculas está activado.</translation>
    </message>
    <message>
        <source>Keep %1 unlocked</source>
        <translation>Mantener %1 desbloqueado</translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation>Desbloquear %1</translation>
    </message>
    <message>
        <source>Short ID %1</source>
        <translation>Identificador corto %1</translation>
    </message>
    <message>
        <source>Passphrase for signing</source>
        <translation>Frase de contraseña para la firma</translation>
    </message>
    <message>
        <source>Passphrase for decryption</source>
        <translation>Frase de contraseña para el descifrado</translation>
    </message>
    <message>
        <source>Passphrase for signing and decryption</source>
        <translation>Frase de contraseña para la firma y el descifrado</translation>
    </message>
    <message numerus="yes">
        <source>for %Ln minute(s)</source>
        <translation>
            <numerusform>durante %Ln minuto</numerusform>
            <numerusform>durante %Ln minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>for %Ln hour(s)</source>
        <translation>
            <numerusform>durante %Ln hora</numerusform>
            <numerusform>durante %Ln horas</numerusform>
        </translation>
    </message>
</context>
</TS>
