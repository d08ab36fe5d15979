<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>DesktopChecks</name>
    <message>
        <source>Desktop bus</source>
        <translation>Bus du bureau</translation>
    </message>
    <message>
        <source>The desktop bus is there.</source>
        <translation>Le bus du bureau est là.</translation>
    </message>
    <message>
        <source>Log in through the desktop, or start the app with %1.</source>
        <translation>Connectez-vous par le bureau ou démarrez l’application avec %1.</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Zone de notification</translation>
    </message>
    <message>
        <source>This desktop shows the tray icon.</source>
        <translation>Ce bureau affiche l’icône dans la zone de notification.</translation>
    </message>
    <message>
        <source>On GNOME, install the extension AppIndicator (package %1). Other panels have a tray, or status area, that can be added.</source>
        <translation>Sous GNOME, installez l’extension AppIndicator (paquet %1). D’autres tableaux de bord ont une zone de notification à ajouter.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>This desktop shows notifications with buttons.</source>
        <translation>Ce bureau affiche des notifications avec des boutons.</translation>
    </message>
    <message>
        <source>No notification service. Requests are shown in a window of our own.</source>
        <translation>Aucun service de notification. Les demandes s’affichent dans une fenêtre de l’application.</translation>
    </message>
    <message>
        <source>Start a notification service whose notifications have buttons; most desktops bring one.</source>
        <translation>Démarrez un service de notification dont les notifications ont des boutons&#xa0;; la plupart des bureaux en ont un.</translation>
    </message>
</context>
<context>
    <name>KeyTexts</name>
    <message>
        <source>Next try possible in %1</source>
        <translation>Prochain essai possible dans %1</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Pas de clé</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Déverrouillé</translation>
    </message>
    <message>
        <source>Unlocked %1</source>
        <comment>until 14:12</comment>
        <translation>Déverrouillé %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>8:42</comment>
        <translation>encore %1</translation>
    </message>
    <message>
        <source>This firmware cannot unlock it</source>
        <translation>Ce micrologiciel ne peut pas la déverrouiller</translation>
    </message>
    <message>
        <source>Locked · opens together with decryption</source>
        <translation>Verrouillé · s’ouvre avec le déchiffrement</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Verrouillé</translation>
    </message>
    <message>
        <source>Unlock signing…</source>
        <translation>Déverrouiller la signature…</translation>
    </message>
    <message>
        <source>Unlock decryption…</source>
        <translation>Déverrouiller le déchiffrement…</translation>
    </message>
    <message>
        <source>Lock signing now</source>
        <translation>Verrouiller la signature maintenant</translation>
    </message>
    <message>
        <source>Lock decryption now</source>
        <translation>Verrouiller le déchiffrement maintenant</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Non connecté</translation>
    </message>
    <message>
        <source>Blue is off</source>
        <translation>La bleue est éteinte</translation>
    </message>
    <message>
        <source>No subkey unlocked</source>
        <translation>Aucune sous-clé déverrouillée</translation>
    </message>
    <message>
        <source>Blue is on</source>
        <translation>La bleue est allumée</translation>
    </message>
    <message>
        <source>Not set up yet</source>
        <translation>Pas encore configuré</translation>
    </message>
    <message>
        <source>Signing and decryption subkeys unlocked</source>
        <translation>Sous-clés de signature et de déchiffrement déverrouillées</translation>
    </message>
    <message>
        <source>A subkey is unlocked</source>
        <translation>Une sous-clé est déverrouillée</translation>
    </message>
    <message>
        <source>Signing subkey unlocked</source>
        <translation>Sous-clé de signature déverrouillée</translation>
    </message>
    <message>
        <source>Decryption subkey unlocked</source>
        <translation>Sous-clé de déchiffrement déverrouillée</translation>
    </message>
    <message>
        <source>White is off</source>
        <translation>La blanche est éteinte</translation>
    </message>
    <message>
        <source>Nothing in progress</source>
        <translation>Rien en cours</translation>
    </message>
    <message>
        <source>White blinks</source>
        <translation>La blanche clignote</translation>
    </message>
    <message>
        <source>White is on</source>
        <translation>La blanche est allumée</translation>
    </message>
    <message>
        <source>Decrypting</source>
        <translation>Déchiffrement</translation>
    </message>
    <message>
        <source>Authenticating</source>
        <translation>Authentification</translation>
    </message>
    <message>
        <source>The token is working</source>
        <translation>Le jeton travaille</translation>
    </message>
    <message>
        <source>Signing</source>
        <comment>in progress</comment>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Storage damaged</source>
        <translation>Mémoire endommagée</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>Confirm only if you are signing in right now.</source>
        <translation>Confirmez seulement si vous êtes en train de vous connecter.</translation>
    </message>
    <message>
        <source>Confirm within %1 s, and only if you are signing in right now.</source>
        <translation>Confirmez dans les %1 s, et seulement si vous êtes en train de vous connecter.</translation>
    </message>
    <message>
        <source>%1: %2 asks for your presence</source>
        <comment>name of a token: a site</comment>
        <translation>%1&#xa0;: %2 demande votre présence</translation>
    </message>
    <message>
        <source>Probably asked by %1</source>
        <translation>Probablement demandé par %1</translation>
    </message>
    <message>
        <source>Probably asked by %1.</source>
        <translation>Probablement demandé par %1.</translation>
    </message>
    <message>
        <source>Confirm within %1 s. Dismiss lets it lapse.</source>
        <translation>Confirmez dans les %1 s. Ignorer laisse la demande expirer.</translation>
    </message>
    <message>
        <source>%1: a site asks for your presence</source>
        <comment>name of a token</comment>
        <translation>%1&#xa0;: un site demande votre présence</translation>
    </message>
    <message>
        <source>This firmware does not tell which one.</source>
        <translation>Ce micrologiciel ne dit pas lequel.</translation>
    </message>
    <message>
        <source>The site is not known here: %1</source>
        <translation>Le site n’est pas connu ici&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a token: what is asked</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>signing and decryption unlocked</source>
        <translation>signature et déchiffrement déverrouillés</translation>
    </message>
    <message>
        <source>signing unlocked</source>
        <translation>signature déverrouillée</translation>
    </message>
    <message>
        <source>decryption unlocked</source>
        <translation>déchiffrement déverrouillé</translation>
    </message>
    <message>
        <source>unlocked</source>
        <translation>déverrouillé</translation>
    </message>
    <message>
        <source>Host key changed</source>
        <translation>Clé d’hôte changée</translation>
    </message>
    <message>
        <source>host key changed</source>
        <translation>clé d’hôte changée</translation>
    </message>
    <message>
        <source>No tries left</source>
        <translation>Plus d’essai</translation>
    </message>
    <message>
        <source>no tries left</source>
        <translation>plus d’essai</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Demande votre attention</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>demande votre attention</translation>
    </message>
    <message>
        <source>Signing…</source>
        <translation>Signature…</translation>
    </message>
    <message>
        <source>signing</source>
        <translation>signature en cours</translation>
    </message>
    <message>
        <source>Decrypting…</source>
        <translation>Déchiffrement…</translation>
    </message>
    <message>
        <source>decrypting</source>
        <translation>déchiffrement en cours</translation>
    </message>
    <message>
        <source>Authenticating…</source>
        <translation>Authentification…</translation>
    </message>
    <message>
        <source>authenticating</source>
        <translation>authentification en cours</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>connexion</translation>
    </message>
    <message>
        <source>Not attached</source>
        <translation>Non branché</translation>
    </message>
    <message>
        <source>not attached</source>
        <translation>non branché</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>Ne répond pas</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>ne répond pas</translation>
    </message>
    <message>
        <source>Waiting for firmware</source>
        <translation>Attend un micrologiciel</translation>
    </message>
    <message>
        <source>waiting for firmware</source>
        <translation>attend un micrologiciel</translation>
    </message>
    <message>
        <source>Not set up yet</source>
        <translation>Pas encore configuré</translation>
    </message>
    <message>
        <source>not set up yet</source>
        <translation>pas encore configuré</translation>
    </message>
    <message>
        <source>Not started yet</source>
        <translation>Pas encore démarré</translation>
    </message>
    <message>
        <source>not started yet</source>
        <translation>pas encore démarré</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Verrouillé</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>verrouillé</translation>
    </message>
    <message>
        <source>presence requested</source>
        <translation>présence demandée</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Decryption</source>
        <translation>Déchiffrement</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Authentification</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Les deux</translation>
    </message>
    <message numerus="yes">
        <source>%Ln try(s) left</source>
        <translation>
            <numerusform>%Ln essai restant</numerusform>
            <numerusform>%Ln essais restants</numerusform>
        </translation>
    </message>
    <message>
        <source>Signing and decryption unlocked</source>
        <translation>Signature et déchiffrement déverrouillés</translation>
    </message>
    <message>
        <source>Signing unlocked</source>
        <translation>Signature déverrouillée</translation>
    </message>
    <message>
        <source>Decryption unlocked</source>
        <translation>Déchiffrement déverrouillé</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Déverrouillé</translation>
    </message>
    <message>
        <source>Signing and decryption locked</source>
        <translation>Signature et déchiffrement verrouillés</translation>
    </message>
    <message>
        <source>Signing locked</source>
        <translation>Signature verrouillée</translation>
    </message>
    <message>
        <source>Decryption locked</source>
        <translation>Déchiffrement verrouillé</translation>
    </message>
    <message>
        <source>the time was over</source>
        <translation>le temps était écoulé</translation>
    </message>
    <message>
        <source>the screen was locked</source>
        <translation>l’écran a été verrouillé</translation>
    </message>
    <message>
        <source>the computer goes to sleep</source>
        <translation>l’ordinateur se met en veille</translation>
    </message>
    <message>
        <source>nobody used the computer</source>
        <translation>personne n’a utilisé l’ordinateur</translation>
    </message>
    <message>
        <source>it was unplugged</source>
        <translation>il a été débranché</translation>
    </message>
    <message>
        <source>the token did it by itself</source>
        <translation>le jeton l’a fait de lui-même</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>jusqu’à %1</translation>
    </message>
    <message>
        <source>until the screen locks</source>
        <translation>jusqu’au verrouillage de l’écran</translation>
    </message>
    <message>
        <source>until unplugged</source>
        <translation>jusqu’au débranchement</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>unlocked, until when</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Plug in a USB armory with GoKey. It appears here by itself.</source>
        <translation>Branchez une USB armory avec GoKey. Elle apparaît ici d’elle-même.</translation>
    </message>
    <message>
        <source>The token is plugged in, but its console is silent.</source>
        <translation>Le jeton est branché, mais sa console se tait.</translation>
    </message>
    <message>
        <source>The token is plugged in, but its console is silent. Last seen %1.</source>
        <translation>Le jeton est branché, mais sa console se tait. Vu pour la dernière fois à %1.</translation>
    </message>
    <message>
        <source>The token started without firmware (boot ROM). Nothing on it is usable until it is flashed.</source>
        <translation>Le jeton a démarré sans micrologiciel (ROM d’amorçage). Rien n’y est utilisable tant qu’il n’est pas flashé.</translation>
    </message>
    <message>
        <source>This token is in factory state. It holds no keys.</source>
        <translation>Ce jeton est dans son état d’usine. Il ne contient aucune clé.</translation>
    </message>
    <message>
        <source>The card is not initialised. Unlocking does that too.</source>
        <translation>La carte n’est pas initialisée. Déverrouiller le fait aussi.</translation>
    </message>
    <message>
        <source>Signing and decryption are locked.</source>
        <translation>Signature et déchiffrement sont verrouillés.</translation>
    </message>
    <message>
        <source>The token is working. Leave it plugged in.</source>
        <translation>Le jeton travaille. Laissez-le branché.</translation>
    </message>
    <message>
        <source>Nothing was sent to this token.</source>
        <translation>Rien n’a été envoyé à ce jeton.</translation>
    </message>
    <message>
        <source>The subkey stays locked until the token restarts.</source>
        <translation>La sous-clé reste verrouillée jusqu’au redémarrage du jeton.</translation>
    </message>
    <message>
        <source>Restarting the token begins the wait anew.</source>
        <translation>Redémarrer le jeton fait recommencer l’attente.</translation>
    </message>
    <message>
        <source>a site</source>
        <translation>un site</translation>
    </message>
    <message>
        <source>%1 asks for your presence</source>
        <translation>%1 demande votre présence</translation>
    </message>
    <message>
        <source>A site asks for your presence</source>
        <translation>Un site demande votre présence</translation>
    </message>
    <message>
        <source>Does not let this computer in</source>
        <translation>Refuse cet ordinateur</translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>Pas d’autorisation</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Occupé</translation>
    </message>
    <message>
        <source>%1 was unplugged. Nothing is lost: plug it in and try again.</source>
        <translation>%1 a été débranché. Rien n’est perdu&#xa0;: branchez-le et réessayez.</translation>
    </message>
    <message>
        <source>This user may not talk to the token.</source>
        <translation>Cet utilisateur ne peut pas parler au jeton.</translation>
    </message>
    <message>
        <source>Another program holds the card reader.</source>
        <translation>Un autre programme retient le lecteur de cartes.</translation>
    </message>
    <message>
        <source>Another program holds the card reader: %1.</source>
        <translation>Un autre programme retient le lecteur de cartes&#xa0;: %1.</translation>
    </message>
    <message>
        <source>%1 does not answer. The rest of this window keeps working.</source>
        <translation>%1 ne répond pas. Le reste de cette fenêtre continue de fonctionner.</translation>
    </message>
    <message>
        <source>The token waits for firmware.</source>
        <translation>Le jeton attend un micrologiciel.</translation>
    </message>
    <message>
        <source>The token does not know this computer&apos;s SSH key.</source>
        <translation>Le jeton ne connaît pas la clé SSH de cet ordinateur.</translation>
    </message>
    <message>
        <source>The host key has changed. This may not be your token. Nothing was sent to it: no passphrase, no request.</source>
        <translation>La clé d’hôte a changé. Ce n’est peut-être pas votre jeton. Rien ne lui a été envoyé&#xa0;: ni phrase secrète, ni demande.</translation>
    </message>
    <message>
        <source>That is not the passphrase.</source>
        <translation>Ce n’est pas la phrase secrète.</translation>
    </message>
    <message>
        <source>That is not the passphrase. %1.</source>
        <translation>Ce n’est pas la phrase secrète. %1.</translation>
    </message>
    <message>
        <source>Signing is locked.</source>
        <translation>La signature est verrouillée.</translation>
    </message>
    <message>
        <source>That was too late. The request had ended. Nothing was approved.</source>
        <translation>C’était trop tard. La demande était terminée. Rien n’a été approuvé.</translation>
    </message>
    <message>
        <source>Nobody confirmed in time. Nothing was approved. Start again on the site.</source>
        <translation>Personne n’a confirmé à temps. Rien n’a été approuvé. Recommencez sur le site.</translation>
    </message>
    <message>
        <source>The token said something this program does not understand.</source>
        <translation>Le jeton a dit quelque chose que ce programme ne comprend pas.</translation>
    </message>
    <message>
        <source>This firmware cannot do that.</source>
        <translation>Ce micrologiciel ne sait pas le faire.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>Compare its host key before you use it.</source>
        <translation>Comparez sa clé d’hôte avant de l’utiliser.</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Confirming destroys every key on it.</source>
        <translation>Confirmer détruit toutes les clés qu’il contient.</translation>
    </message>
    <message>
        <source>The token is to be emptied</source>
        <translation>Le jeton va être vidé</translation>
    </message>
    <message>
        <source>No answer in %1 s. What happened is not known; reading the state again.</source>
        <translation>Pas de réponse en %1 s. Ce qui s’est passé est inconnu&#xa0;; l’état est relu.</translation>
    </message>
    <message>
        <source>May still be unlocked</source>
        <translation>Peut-être encore déverrouillé</translation>
    </message>
    <message>
        <source>may still be unlocked</source>
        <translation>peut-être encore déverrouillé</translation>
    </message>
    <message>
        <source>%1 did not answer when it was to be locked. Unplug it to be sure; locking is tried again until it answers.</source>
        <translation>%1 n’a pas répondu au moment d’être verrouillé. Débranchez-le pour être sûr&#xa0;; le verrouillage est retenté jusqu’à ce qu’il réponde.</translation>
    </message>
    <message>
        <source>Storage damaged</source>
        <translation>Mémoire endommagée</translation>
    </message>
    <message>
        <source>storage damaged</source>
        <translation>mémoire endommagée</translation>
    </message>
    <message>
        <source>What this token stores cannot be opened, so none of its keys can be used. A factory reset makes it new: gokeyctl factory-reset.</source>
        <translation>Ce que ce jeton enregistre ne peut pas être ouvert&#xa0;; aucune de ses clés n’est donc utilisable. Le retour à l’état d’usine le remet à neuf&#xa0;: gokeyctl factory-reset.</translation>
    </message>
    <message>
        <source>Reading its state.</source>
        <translation>Lecture de son état.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Non connecté</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>non connecté</translation>
    </message>
    <message>
        <source>Connecting was cancelled.</source>
        <translation>La connexion a été annulée.</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>unlocked</source>
        <translation>déverrouillé</translation>
    </message>
    <message>
        <source>working</source>
        <translation>travaille</translation>
    </message>
    <message>
        <source>presence requested</source>
        <translation>présence demandée</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>demande votre attention</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a token: its state</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>signing and decryption subkeys unlocked</source>
        <translation>sous-clés de signature et de déchiffrement déverrouillées</translation>
    </message>
    <message>
        <source>signing subkey unlocked</source>
        <translation>sous-clé de signature déverrouillée</translation>
    </message>
    <message>
        <source>decryption subkey unlocked</source>
        <translation>sous-clé de déchiffrement déverrouillée</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what is unlocked, until when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Blue off, white off</source>
        <translation>Bleue éteinte, blanche éteinte</translation>
    </message>
    <message>
        <source>Blue on: %1</source>
        <translation>Bleue allumée&#xa0;: %1</translation>
    </message>
    <message>
        <source>White on: %1</source>
        <translation>Blanche allumée&#xa0;: %1</translation>
    </message>
    <message>
        <source>a site</source>
        <translation>un site</translation>
    </message>
    <message>
        <source>White blinking: %1 asks</source>
        <translation>Blanche clignote&#xa0;: %1 demande</translation>
    </message>
    <message>
        <source>The host key has changed</source>
        <translation>La clé d’hôte a changé</translation>
    </message>
    <message>
        <source>GoKey Manager</source>
        <translation>GoKey Manager</translation>
    </message>
    <message>
        <source>No token attached</source>
        <translation>Aucun jeton branché</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Déverrouiller</translation>
    </message>
    <message>
        <source>&amp;Signing…</source>
        <translation>&amp;Signature…</translation>
    </message>
    <message>
        <source>&amp;Decryption…</source>
        <translation>&amp;Déchiffrement…</translation>
    </message>
    <message>
        <source>&amp;Both…</source>
        <translation>&amp;Les deux…</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>name of a token – its state</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>&amp;Verrouiller maintenant</translation>
    </message>
    <message>
        <source>&amp;Copy short ID</source>
        <translation>&amp;Copier l’identifiant court</translation>
    </message>
    <message>
        <source>De&amp;tails…</source>
        <translation>Dé&amp;tails…</translation>
    </message>
    <message>
        <source>a site</source>
        <translation>un site</translation>
    </message>
    <message>
        <source>unknown site</source>
        <translation>site inconnu</translation>
    </message>
    <message>
        <source>Con&amp;firm presence – %1</source>
        <translation>Con&amp;firmer la présence – %1</translation>
    </message>
    <message>
        <source>No token attached</source>
        <translation>Aucun jeton branché</translation>
    </message>
    <message>
        <source>All tokens…</source>
        <translation>Tous les jetons…</translation>
    </message>
    <message>
        <source>Lock &amp;all</source>
        <translation>Tout verr&amp;ouiller</translation>
    </message>
    <message>
        <source>Notifications paused until %1</source>
        <translation>Notifications suspendues jusqu’à %1</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reprendre</translation>
    </message>
    <message>
        <source>&amp;Pause notifications</source>
        <translation>Suspendre les &amp;notifications</translation>
    </message>
    <message>
        <source>Until &amp;tomorrow</source>
        <translation>Jusqu’à &amp;demain</translation>
    </message>
    <message>
        <source>&amp;Doctor…</source>
        <translation>Dia&amp;gnostic…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Paramètres…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>For %1 &amp;hour</source>
        <translation>Pendant %1 &amp;heure</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::App</name>
    <message>
        <source>The token</source>
        <translation>Le jeton</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::ConsolePage</name>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Kind of entries</source>
        <translation>Type d’entrées</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Clés</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>Présence</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>What happened, newest first</source>
        <translation>Ce qui s’est passé, le plus récent d’abord</translation>
    </message>
    <message>
        <source>Passphrases and message contents are never recorded.</source>
        <translation>Les phrases secrètes et le contenu des messages ne sont jamais enregistrés.</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Rien ne s’est encore passé.</translation>
    </message>
    <message>
        <source>No entry matches the filter.</source>
        <translation>Aucune entrée ne correspond au filtre.</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::DoctorPage</name>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>Checking… %1 of %2</source>
        <translation>Vérification… %1 sur %2</translation>
    </message>
    <message>
        <source>Everything is fine.</source>
        <translation>Tout va bien.</translation>
    </message>
    <message>
        <source>%1 of %2 checks are fine.</source>
        <translation>%1 vérifications sur %2 sont bonnes.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) you.</source>
        <translation>
            <numerusform>%Ln a besoin de vous.</numerusform>
            <numerusform>%Ln ont besoin de vous.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more check(s) that are fine</source>
        <translation>
            <numerusform>Montrer %Ln autre vérification bonne</numerusform>
            <numerusform>Montrer %Ln autres vérifications bonnes</numerusform>
        </translation>
    </message>
    <message>
        <source>Fix…</source>
        <translation>Réparer…</translation>
    </message>
    <message>
        <source>Fix: %1</source>
        <translation>Réparer&#xa0;: %1</translation>
    </message>
    <message>
        <source>How…</source>
        <translation>Comment…</translation>
    </message>
    <message>
        <source>How: %1</source>
        <translation>Comment&#xa0;: %1</translation>
    </message>
    <message>
        <source>Run these now? You may be asked for your password.</source>
        <translation>Les lancer maintenant&#xa0;? Votre mot de passe vous sera peut-être demandé.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lancer</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the commands</source>
        <translation>Copier les commandes</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::FactoryPage</name>
    <message>
        <source>This token is not set up yet.</source>
        <translation>Ce jeton n’est pas encore configuré.</translation>
    </message>
    <message>
        <source>It is in factory state and holds no keys. Setting it up needs:</source>
        <translation>Il est dans son état d’usine et ne contient aucune clé. Le configurer demande&#xa0;:</translation>
    </message>
    <message>
        <source>An OpenPGP secret key or a backup</source>
        <translation>Une clé secrète OpenPGP ou une sauvegarde</translation>
    </message>
    <message>
        <source>An SSH key of yours</source>
        <translation>Une clé SSH à vous</translation>
    </message>
    <message>
        <source>A passphrase you can remember</source>
        <translation>Une phrase secrète que vous pouvez retenir</translation>
    </message>
    <message>
        <source>Ten minutes</source>
        <translation>Dix minutes</translation>
    </message>
    <message>
        <source>Keys are written once. To change them later, the token is emptied first.</source>
        <translation>Les clés ne sont écrites qu’une fois. Pour les changer plus tard, le jeton est d’abord vidé.</translation>
    </message>
    <message>
        <source>Open the guide</source>
        <translation>Ouvrir le guide</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::FidoPage</name>
    <message>
        <source>Confirmed</source>
        <translation>Confirmé</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Ignoré</translation>
    </message>
    <message>
        <source>Nobody confirmed in time</source>
        <translation>Personne n’a confirmé à temps</translation>
    </message>
    <message>
        <source>Unplugged meanwhile</source>
        <translation>Débranché entre-temps</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Unknown site %1</source>
        <translation>Site inconnu %1</translation>
    </message>
    <message>
        <source>A site, this firmware does not tell which</source>
        <translation>Un site, ce micrologiciel ne dit pas lequel</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Latest requests</source>
        <translation>Dernières demandes</translation>
    </message>
    <message>
        <source>No requests yet.</source>
        <translation>Pas encore de demande.</translation>
    </message>
    <message>
        <source>Start the FIDO side</source>
        <translation>Démarrer la partie FIDO</translation>
    </message>
    <message>
        <source>Ask for my presence</source>
        <translation>Demander ma présence</translation>
    </message>
    <message>
        <source>Without it, any program on this computer can sign in unnoticed.</source>
        <translation>Sans cela, tout programme de cet ordinateur peut se connecter à votre insu.</translation>
    </message>
    <message>
        <source>Stop asking for your presence?</source>
        <translation>Ne plus demander votre présence&#xa0;?</translation>
    </message>
    <message>
        <source>Stop asking</source>
        <translation>Ne plus demander</translation>
    </message>
    <message>
        <source>Keep asking</source>
        <translation>Continuer à demander</translation>
    </message>
    <message>
        <source>Uses so far</source>
        <translation>Utilisations jusqu’ici</translation>
    </message>
    <message>
        <source>Attestation certificate</source>
        <translation>Certificat d’attestation</translation>
    </message>
    <message>
        <source>Sites may see it when you register</source>
        <translation>Les sites peuvent le voir à l’inscription</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy attestation certificate fingerprint</source>
        <translation>Copier l’empreinte du certificat d’attestation</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Non démarré</translation>
    </message>
    <message>
        <source>Sites cannot use this token yet.</source>
        <translation>Les sites ne peuvent pas encore utiliser ce jeton.</translation>
    </message>
    <message>
        <source>Ready for sites</source>
        <translation>Prêt pour les sites</translation>
    </message>
    <message>
        <source>Sites can use this token to sign you in. Each time, you are asked here first.</source>
        <translation>Les sites peuvent vous connecter avec ce jeton. Chaque fois, on vous le demande d’abord ici.</translation>
    </message>
    <message>
        <source>Sites can use this token to sign you in. You are not asked.</source>
        <translation>Les sites peuvent vous connecter avec ce jeton. On ne vous demande rien.</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::FirstContact</name>
    <message>
        <source>from the SSH agent</source>
        <translation>de l’agent SSH</translation>
    </message>
    <message>
        <source>file with a passphrase</source>
        <translation>fichier avec phrase secrète</translation>
    </message>
    <message>
        <source>file</source>
        <translation>fichier</translation>
    </message>
    <message>
        <source>Welcome a new token</source>
        <translation>Accueillir un nouveau jeton</translation>
    </message>
    <message>
        <source>Meet</source>
        <translation>Rencontrer</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connecter</translation>
    </message>
    <message>
        <source>A token, its lamps not known yet</source>
        <translation>Un jeton dont les lumières ne sont pas encore connues</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>A token you have not used here</source>
        <translation>Un jeton que vous n’avez pas encore utilisé ici</translation>
    </message>
    <message>
        <source>Not sure which one it is? Unplug it, and this window closes by itself.</source>
        <translation>Vous ne savez pas lequel c’est&#xa0;? Débranchez-le, et cette fenêtre se ferme d’elle-même.</translation>
    </message>
    <message>
        <source>It is the same</source>
        <translation>C’est la même</translation>
    </message>
    <message>
        <source>It is different, or I am not sure</source>
        <translation>C’est différent, ou je ne suis pas sûr</translation>
    </message>
    <message>
        <source>Then leave it for now.</source>
        <translation>Alors laissez-le pour l’instant.</translation>
    </message>
    <message>
        <source>No secret was sent to it. Unplug it, and ask whoever set it up.</source>
        <translation>Aucun secret ne lui a été envoyé. Débranchez-le, et demandez à la personne qui l’a configuré.</translation>
    </message>
    <message>
        <source>Is it really yours?</source>
        <translation>Est-ce vraiment le vôtre&#xa0;?</translation>
    </message>
    <message>
        <source>Compare with the paper or screen from when it was set up. One form is enough.</source>
        <translation>Comparez avec le papier ou l’écran du moment de sa configuration. Une seule forme suffit.</translation>
    </message>
    <message>
        <source>None of your keys is accepted. Ask whoever set it up, or choose a file.</source>
        <translation>Aucune de vos clés n’est acceptée. Demandez à la personne qui l’a configuré, ou choisissez un fichier.</translation>
    </message>
    <message>
        <source>Try unlocking…</source>
        <translation>Essayer de déverrouiller…</translation>
    </message>
    <message>
        <source>Optional. Unlocks for one minute, then locks again.</source>
        <translation>Facultatif. Déverrouille pendant une minute, puis verrouille de nouveau.</translation>
    </message>
    <message>
        <source>How this computer signs in</source>
        <translation>Comment cet ordinateur se connecte</translation>
    </message>
    <message>
        <source>The token lets in only the SSH keys it was set up with.</source>
        <translation>Le jeton n’admet que les clés SSH avec lesquelles il a été configuré.</translation>
    </message>
    <message>
        <source>It has not told its short ID yet. Nothing has been sent to it.</source>
        <translation>Il n’a pas encore dit son identifiant court. Rien ne lui a encore été envoyé.</translation>
    </message>
    <message>
        <source>It says its short ID is %1. Nothing has been sent to it yet.</source>
        <translation>Il dit que son identifiant court est %1. Rien ne lui a encore été envoyé.</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>Non essayée</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Acceptée</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Non acceptée</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>A key in another place</source>
        <translation>Une clé à un autre endroit</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>A new key</source>
        <translation>Une nouvelle clé</translation>
    </message>
    <message>
        <source>Works after the token is set up again with it.</source>
        <translation>Fonctionne une fois le jeton reconfiguré avec elle.</translation>
    </message>
    <message>
        <source>Create a new key…</source>
        <translation>Créer une nouvelle clé…</translation>
    </message>
    <message>
        <source>Choose an SSH key</source>
        <translation>Choisir une clé SSH</translation>
    </message>
    <message>
        <source>Create a new key</source>
        <translation>Créer une nouvelle clé</translation>
    </message>
    <message>
        <source>Import receipt…</source>
        <translation>Importer un reçu…</translation>
    </message>
    <message>
        <source>Recognised by its receipt.</source>
        <translation>Reconnu à son reçu.</translation>
    </message>
    <message>
        <source>Or do you have its receipt?</source>
        <translation>Ou avez-vous son reçu&#xa0;?</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::GlobalShortcuts</name>
    <message>
        <source>Lock all tokens</source>
        <translation>Verrouiller tous les jetons</translation>
    </message>
    <message>
        <source>Confirm presence</source>
        <translation>Confirmer la présence</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::History</name>
    <message>
        <source>probably %1</source>
        <translation>probablement %1</translation>
    </message>
    <message>
        <source>Presence confirmed</source>
        <translation>Présence confirmée</translation>
    </message>
    <message>
        <source>Nobody confirmed in time</source>
        <translation>Personne n’a confirmé à temps</translation>
    </message>
    <message>
        <source>Unplugged while a site asked</source>
        <translation>Débranché pendant qu’un site demandait</translation>
    </message>
    <message>
        <source>Presence request ended</source>
        <translation>Demande de présence terminée</translation>
    </message>
    <message>
        <source>Signature made</source>
        <translation>Signature faite</translation>
    </message>
    <message>
        <source>Message decrypted</source>
        <translation>Message déchiffré</translation>
    </message>
    <message>
        <source>Authenticated</source>
        <translation>Authentifié</translation>
    </message>
    <message>
        <source>host key not checked</source>
        <translation>clé d’hôte non vérifiée</translation>
    </message>
    <message>
        <source>host key known</source>
        <translation>clé d’hôte connue</translation>
    </message>
    <message>
        <source>Token attached</source>
        <translation>Jeton branché</translation>
    </message>
    <message>
        <source>Token unplugged</source>
        <translation>Jeton débranché</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Presence requested</source>
        <translation>Présence demandée</translation>
    </message>
    <message>
        <source>number %1</source>
        <translation>numéro %1</translation>
    </message>
    <message>
        <source>Wrong passphrase</source>
        <translation>Phrase secrète incorrecte</translation>
    </message>
    <message>
        <source>Not unlocked</source>
        <translation>Non déverrouillé</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::HistoryModel</name>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Détail</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::HostKeyChangedPage</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Copier la commande</translation>
    </message>
    <message>
        <source>The host key has changed.</source>
        <translation>La clé d’hôte a changé.</translation>
    </message>
    <message>
        <source>This may not be your token. Nothing was sent to it: no passphrase, no request.</source>
        <translation>Ce n’est peut-être pas votre jeton. Rien ne lui a été envoyé&#xa0;: ni phrase secrète, ni demande.</translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation>Présentée maintenant</translation>
    </message>
    <message>
        <source>What it can mean</source>
        <translation>Ce que cela peut signifier</translation>
    </message>
    <message>
        <source>Another token is plugged in under this name, or its keys were destroyed and set up anew.</source>
        <translation>Un autre jeton est branché sous ce nom, ou ses clés ont été détruites et recréées.</translation>
    </message>
    <message>
        <source>Another device answers at the token’s address.</source>
        <translation>Un autre appareil répond à l’adresse du jeton.</translation>
    </message>
    <message>
        <source>Somebody exchanged the token.</source>
        <translation>Quelqu’un a échangé le jeton.</translation>
    </message>
    <message>
        <source>Import receipt…</source>
        <translation>Importer un reçu…</translation>
    </message>
    <message>
        <source>Ask whoever set it up for a new receipt, and import it.</source>
        <translation>Demandez un nouveau reçu à la personne qui l’a configuré, et importez-le.</translation>
    </message>
    <message>
        <source>Did you set it up anew yourself? Then run</source>
        <translation>L’avez-vous reconfiguré vous-même&#xa0;? Alors lancez</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Que faire</translation>
    </message>
    <message>
        <source>Unplug it and look at it. Is it yours?</source>
        <translation>Débranchez-le et regardez-le. Est-ce le vôtre&#xa0;?</translation>
    </message>
    <message>
        <source>Known since %1</source>
        <translation>Connue depuis le %1</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Connue</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::HostKeyText</name>
    <message>
        <source>The same in words</source>
        <translation>La même en mots</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Empreinte</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::HostKeyView</name>
    <message>
        <source>QR code of the host key</source>
        <translation>Code QR de la clé d’hôte</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::InlineMessage</name>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
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
        <translation>Diagnostic</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Changes take effect at once.</source>
        <translation>Les changements prennent effet aussitôt.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Non connecté</translation>
    </message>
    <message>
        <source>Saved in %1</source>
        <translation>Enregistré dans %1</translation>
    </message>
    <message>
        <source>Checked at %1</source>
        <translation>Vérifié à %1</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Vérifier de nouveau</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Pas encore lu</translation>
    </message>
    <message>
        <source>As of %1 – not answering</source>
        <translation>État à %1 – ne répond pas</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>État à %1</translation>
    </message>
    <message>
        <source>Not connected to the service that watches the tokens.</source>
        <translation>Pas de connexion au service qui surveille les jetons.</translation>
    </message>
    <message>
        <source>It is tried again by itself. What is shown may be old.</source>
        <translation>Un nouvel essai se fait tout seul. Ce qui est affiché peut être ancien.</translation>
    </message>
    <message>
        <source>Two tokens are named “%1”.</source>
        <translation>Deux jetons s’appellent «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Their short IDs tell them apart.</source>
        <translation>Leurs identifiants courts les distinguent.</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Restore the default settings?</source>
        <translation>Rétablir les paramètres par défaut&#xa0;?</translation>
    </message>
    <message>
        <source>Those of gokeyctl alone stay as they are.</source>
        <translation>Ceux de gokeyctl seul restent tels quels.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Lock and quit</source>
        <translation>Verrouiller et quitter</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>&amp;Unlock…</source>
        <translation>&amp;Déverrouiller…</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>&amp;Verrouiller maintenant</translation>
    </message>
    <message>
        <source>Run Doctor…</source>
        <translation>Lancer le diagnostic…</translation>
    </message>
    <message>
        <source>What to do…</source>
        <translation>Que faire…</translation>
    </message>
    <message>
        <source>Look closer…</source>
        <translation>Regarder de plus près…</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Welcome it…</source>
        <translation>L’accueillir…</translation>
    </message>
    <message>
        <source>What set-up needs…</source>
        <translation>Ce que demande la configuration…</translation>
    </message>
    <message>
        <source>Restart %1?</source>
        <translation>Redémarrer %1&#xa0;?</translation>
    </message>
    <message>
        <source>Its subkeys are locked by that.</source>
        <translation>Cela verrouille ses sous-clés.</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Redémarrer</translation>
    </message>
    <message>
        <source>Forget the host key of %1?</source>
        <translation>Oublier la clé d’hôte de %1&#xa0;?</translation>
    </message>
    <message>
        <source>The next time you will be asked to compare it again.</source>
        <translation>La prochaine fois, on vous demandera de la comparer de nouveau.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>The token waits for firmware.</source>
        <translation>Le jeton attend un micrologiciel.</translation>
    </message>
    <message>
        <source>Unplug it and plug it in again. If it still waits, it has to be flashed by whoever set it up.</source>
        <translation>Débranchez-le et rebranchez-le. S’il attend encore, la personne qui l’a configuré doit le flasher.</translation>
    </message>
    <message>
        <source>No tries left.</source>
        <translation>Plus d’essai.</translation>
    </message>
    <message>
        <source>Restart the token: unplug it and plug it in again. Then it allows tries again.</source>
        <translation>Redémarrez le jeton&#xa0;: débranchez-le et rebranchez-le. Il permettra de nouveau des essais.</translation>
    </message>
    <message>
        <source>Leave the token plugged in until the next try is possible. Restarting it begins the wait anew.</source>
        <translation>Laissez le jeton branché jusqu’au prochain essai possible. Le redémarrer fait recommencer l’attente.</translation>
    </message>
    <message>
        <source>%1 is unlocked.</source>
        <translation>%1 est déverrouillé.</translation>
    </message>
    <message>
        <source>%1 is unlocked %2.</source>
        <comment>name, until 14:12</comment>
        <translation>%1 est déverrouillé %2.</translation>
    </message>
    <message>
        <source>Lock before quitting?</source>
        <translation>Verrouiller avant de quitter&#xa0;?</translation>
    </message>
    <message>
        <source>No tray on this desktop.</source>
        <translation>Pas de zone de notification sur ce bureau.</translation>
    </message>
    <message>
        <source>Closing this window quits. Notifications still work.</source>
        <translation>Fermer cette fenêtre quitte. Les notifications fonctionnent quand même.</translation>
    </message>
    <message>
        <source>How to get one…</source>
        <translation>Comment en obtenir une…</translation>
    </message>
    <message>
        <source>Token or page</source>
        <translation>Jeton ou page</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Jetons</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Pages of the token</source>
        <translation>Pages du jeton</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Aperçu</translation>
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
        <translation>Confiance</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Renommer…</translation>
    </message>
    <message>
        <source>&amp;Identify</source>
        <translation>&amp;Identifier</translation>
    </message>
    <message>
        <source>&amp;Copy short ID</source>
        <translation>&amp;Copier l’identifiant court</translation>
    </message>
    <message>
        <source>Re&amp;start token…</source>
        <translation>Redé&amp;marrer le jeton…</translation>
    </message>
    <message>
        <source>&amp;Forget token…</source>
        <translation>&amp;Oublier le jeton…</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>Copier la liste</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Ouvrir le fichier</translation>
    </message>
    <message>
        <source>Restore defaults…</source>
        <translation>Rétablir les valeurs par défaut…</translation>
    </message>
    <message>
        <source>This desktop has no program that shows the guide.</source>
        <translation>Ce bureau n’a pas de programme qui affiche le guide.</translation>
    </message>
    <message>
        <source>The guide is not installed.</source>
        <translation>Le guide n’est pas installé.</translation>
    </message>
    <message>
        <source>It is the file %1.</source>
        <translation>C’est le fichier %1.</translation>
    </message>
    <message>
        <source>Recognised by its receipt.</source>
        <translation>Reconnu à son reçu.</translation>
    </message>
    <message>
        <source>Choose a receipt</source>
        <translation>Choisir un reçu</translation>
    </message>
    <message>
        <source>Receipts (*.receipt);;All files (*)</source>
        <translation>Reçus (*.receipt);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>No desktop bus.</source>
        <translation>Aucun bus du bureau.</translation>
    </message>
    <message>
        <source>Notifications, screen-lock detection and single start are off.</source>
        <translation>Les notifications, la détection du verrouillage de l’écran et le démarrage unique sont désactivés.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Choose a key…</source>
        <translation>Choisir une clé…</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::NoTokenPage</name>
    <message>
        <source>No token attached</source>
        <translation>Aucun jeton branché</translation>
    </message>
    <message>
        <source>Plug in a USB armory with GoKey. It appears here by itself.</source>
        <translation>Branchez une USB armory avec GoKey. Elle apparaît ici d’elle-même.</translation>
    </message>
    <message>
        <source>Run Doctor…</source>
        <translation>Lancer le diagnostic…</translation>
    </message>
    <message>
        <source>Try a simulated token</source>
        <translation>Essayer un jeton simulé</translation>
    </message>
    <message>
        <source>No token can be seen now</source>
        <translation>Aucun jeton n’est visible pour l’instant</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::Notices</name>
    <message>
        <source>A token may still be unlocked</source>
        <translation>Un jeton est peut-être encore déverrouillé</translation>
    </message>
    <message>
        <source>%1 was unplugged while unlocked</source>
        <translation>%1 a été débranché alors qu’il était déverrouillé</translation>
    </message>
    <message>
        <source>Without power it forgets, so it is locked now.</source>
        <translation>Sans courant il oublie, il est donc verrouillé maintenant.</translation>
    </message>
    <message>
        <source>Because the time was over.</source>
        <translation>Parce que le temps était écoulé.</translation>
    </message>
    <message>
        <source>Because the screen was locked.</source>
        <translation>Parce que l’écran a été verrouillé.</translation>
    </message>
    <message>
        <source>Because the computer goes to sleep.</source>
        <translation>Parce que l’ordinateur se met en veille.</translation>
    </message>
    <message numerus="yes">
        <source>Because nobody used the computer for %Ln minute(s).</source>
        <translation>
            <numerusform>Parce que personne n’a utilisé l’ordinateur pendant %Ln minute.</numerusform>
            <numerusform>Parce que personne n’a utilisé l’ordinateur pendant %Ln minutes.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is locked</source>
        <translation>%1 est verrouillé</translation>
    </message>
    <message>
        <source>%1 needs attention</source>
        <translation>%1 demande votre attention</translation>
    </message>
    <message>
        <source>The host key has changed.</source>
        <translation>La clé d’hôte a changé.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>Look closer…</source>
        <translation>Regarder de plus près…</translation>
    </message>
    <message>
        <source>A new token: %1</source>
        <translation>Un nouveau jeton&#xa0;: %1</translation>
    </message>
    <message>
        <source>Welcome it…</source>
        <translation>L’accueillir…</translation>
    </message>
    <message>
        <source>%1 locks in one minute</source>
        <translation>%1 se verrouille dans une minute</translation>
    </message>
    <message>
        <source>Keep unlocked…</source>
        <translation>Laisser déverrouillé…</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::OpenPgpPage</name>
    <message>
        <source>Copy signing fingerprint</source>
        <translation>Copier l’empreinte de signature</translation>
    </message>
    <message>
        <source>Copy decryption fingerprint</source>
        <translation>Copier l’empreinte de déchiffrement</translation>
    </message>
    <message>
        <source>Copy authentication fingerprint</source>
        <translation>Copier l’empreinte d’authentification</translation>
    </message>
    <message>
        <source>No OpenPGP keys on this token.</source>
        <translation>Aucune clé OpenPGP sur ce jeton.</translation>
    </message>
    <message>
        <source>gpg still asks for a PIN?</source>
        <translation>gpg demande tout de même un code PIN&#xa0;?</translation>
    </message>
    <message>
        <source>The passphrase you gave here already opened the subkey. Type any six characters into gpg’s window.</source>
        <translation>La phrase secrète donnée ici a déjà ouvert la sous-clé. Tapez six caractères quelconques dans la fenêtre de gpg.</translation>
    </message>
    <message>
        <source>Signatures made</source>
        <translation>Signatures faites</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Clé publique</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>Lecteur de cartes</translation>
    </message>
    <message>
        <source>Keys protected by</source>
        <translation>Clés protégées par</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Déverrouiller…</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Verrouiller maintenant</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>Card details are from %1.</source>
        <translation>Les données de la carte datent de %1.</translation>
    </message>
    <message>
        <source>Fix…</source>
        <translation>Réparer…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>This chip (secure storage)</source>
        <translation>Cette puce (stockage sécurisé)</translation>
    </message>
    <message>
        <source>Their passphrase alone</source>
        <translation>Leur phrase secrète seule</translation>
    </message>
    <message>
        <source>%1 – no key</source>
        <comment>Decryption</comment>
        <translation>%1 – pas de clé</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::OverviewPage</name>
    <message>
        <source>Dismiss</source>
        <translation>Ignorer</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Déverrouiller…</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Verrouiller maintenant</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy short ID</source>
        <translation>Copier l’identifiant court</translation>
    </message>
    <message>
        <source>Short ID</source>
        <translation>Identifiant court</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Micrologiciel</translation>
    </message>
    <message>
        <source>Signatures made</source>
        <translation>Signatures faites</translation>
    </message>
    <message>
        <source>Host key</source>
        <translation>Clé d’hôte</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Token %1</source>
        <translation>Jeton %1</translation>
    </message>
    <message>
        <source>This firmware does not tell which one.</source>
        <translation>Ce micrologiciel ne dit pas lequel.</translation>
    </message>
    <message>
        <source>The site is not known here: %1</source>
        <translation>Le site n’est pas connu ici&#xa0;: %1</translation>
    </message>
    <message>
        <source>Confirm only if you are signing in right now.</source>
        <translation>Confirmez seulement si vous êtes en train de vous connecter.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln s left</source>
        <translation>
            <numerusform>encore %Ln s</numerusform>
            <numerusform>encore %Ln s</numerusform>
        </translation>
    </message>
    <message>
        <source>The next try is possible in %1. Restarting the token begins the wait anew.</source>
        <translation>Le prochain essai est possible dans %1. Redémarrer le jeton fait recommencer l’attente.</translation>
    </message>
    <message>
        <source>GoKey %1</source>
        <translation>GoKey %1</translation>
    </message>
    <message>
        <source>Not compared yet</source>
        <translation>Pas encore comparée</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Changée</translation>
    </message>
    <message>
        <source>Not checked: this unit makes a new key at every start</source>
        <translation>Non vérifiée&#xa0;: cet appareil crée une nouvelle clé à chaque démarrage</translation>
    </message>
    <message>
        <source>Known and unchanged</source>
        <translation>Connue et inchangée</translation>
    </message>
    <message>
        <source>Probably asked by %1</source>
        <translation>Probablement demandé par %1</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::PasskeyList</name>
    <message>
        <source>That is not the PIN.</source>
        <translation>Ce n’est pas le code PIN.</translation>
    </message>
    <message>
        <source>That is not the PIN. %1.</source>
        <translation>Ce n’est pas le code PIN. %1.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Plug the token in anew, then try again.</source>
        <translation>Trop de codes PIN erronés. Rebranchez le jeton, puis réessayez.</translation>
    </message>
    <message>
        <source>No tries left. The PIN stays locked until the FIDO side is reset.</source>
        <translation>Plus aucun essai. Le code PIN reste bloqué jusqu’à la réinitialisation de la partie FIDO.</translation>
    </message>
    <message>
        <source>No PIN is set. Without one the token does not list its passkeys.</source>
        <translation>Aucun code PIN défini. Sans lui, le jeton ne donne pas la liste de ses passkeys.</translation>
    </message>
    <message>
        <source>The token</source>
        <translation>Le jeton</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Afficher…</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>No passkey is kept on this token.</source>
        <translation>Aucune passkey n’est gardée sur ce jeton.</translation>
    </message>
    <message>
        <source>Passkeys</source>
        <translation>Passkeys</translation>
    </message>
    <message>
        <source>Show passkeys…</source>
        <translation>Afficher les passkeys…</translation>
    </message>
    <message>
        <source>Hide passkeys</source>
        <translation>Masquer les passkeys</translation>
    </message>
    <message>
        <source>PIN of the token</source>
        <translation>Code PIN du jeton</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Show passkeys</source>
        <translation>Afficher les passkeys</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Protected by a PIN</source>
        <translation>Protégé par un code PIN</translation>
    </message>
    <message>
        <source>No PIN is set</source>
        <translation>Aucun code PIN défini</translation>
    </message>
    <message numerus="yes">
        <source>Room for %Ln more</source>
        <translation>
            <numerusform>Place pour %Ln de plus</numerusform>
            <numerusform>Place pour %Ln de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>A PIN has %1 to %2 characters.</source>
        <translation>Un code PIN a de %1 à %2 caractères.</translation>
    </message>
    <message>
        <source>No protected memory is left,</source>
        <translation>Il ne reste plus de mémoire protégée,</translation>
    </message>
    <message>
        <source>so a PIN cannot be held safely. Close other programs and try again.</source>
        <translation>un code PIN ne peut donc pas être gardé en sécurité. Fermez d’autres programmes et réessayez.</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::PinentryUnlock</name>
    <message>
        <source>Unlock signing of %1.</source>
        <translation>Déverrouiller la signature de %1.</translation>
    </message>
    <message>
        <source>Unlock decryption of %1.</source>
        <translation>Déverrouiller le déchiffrement de %1.</translation>
    </message>
    <message>
        <source>Unlock signing and decryption of %1.</source>
        <translation>Déverrouiller la signature et le déchiffrement de %1.</translation>
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
        <translation>Phrase secrète&#xa0;:</translation>
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
        <translation>Ignorer laisse la demande expirer.</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>&amp;Ignorer</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>&amp;Confirmer</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>who asks, name of the token, seconds left</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s) left</source>
        <translation>
            <numerusform>encore %Ln seconde</numerusform>
            <numerusform>encore %Ln secondes</numerusform>
        </translation>
    </message>
    <message>
        <source>Confirming…</source>
        <translation>Confirmation…</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::PresencePresenter</name>
    <message>
        <source>Show</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ignorer</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Non confirmé</translation>
    </message>
    <message>
        <source>That was too late</source>
        <translation>C’était trop tard</translation>
    </message>
    <message>
        <source>The request had ended. Nothing was approved.</source>
        <translation>La demande était terminée. Rien n’a été approuvé.</translation>
    </message>
    <message>
        <source>Nobody confirmed in time</source>
        <translation>Personne n’a confirmé à temps</translation>
    </message>
    <message>
        <source>Nothing was approved. Start again on the site.</source>
        <translation>Rien n’a été approuvé. Recommencez sur le site.</translation>
    </message>
    <message>
        <source>%1 was unplugged</source>
        <translation>%1 a été débranché</translation>
    </message>
    <message>
        <source>Nothing was approved.</source>
        <translation>Rien n’a été approuvé.</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::ReceiptDialog</name>
    <message>
        <source>Receipt – GoKey Manager</source>
        <translation>Reçu – GoKey Manager</translation>
    </message>
    <message>
        <source>&amp;Trust this token</source>
        <translation>&amp;Faire confiance à ce jeton</translation>
    </message>
    <message>
        <source>To replace the host key that is known, type the short ID %1:</source>
        <translation>Pour remplacer la clé d’hôte connue, saisissez l’identifiant court %1&#xa0;:</translation>
    </message>
    <message>
        <source>Short ID</source>
        <translation>Identifiant court</translation>
    </message>
    <message>
        <source>What the receipt says</source>
        <translation>Ce que dit le reçu</translation>
    </message>
    <message>
        <source>Set up on</source>
        <translation>Configuré le</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>non précisé</translation>
    </message>
    <message>
        <source>Card holder</source>
        <translation>Titulaire de la carte</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Micrologiciel</translation>
    </message>
    <message>
        <source>GoKey %1</source>
        <translation>GoKey %1</translation>
    </message>
    <message>
        <source>OpenPGP key</source>
        <translation>Clé OpenPGP</translation>
    </message>
    <message>
        <source>SSH keys let in</source>
        <translation>Clés SSH admises</translation>
    </message>
    <message>
        <source>The token shows no host key now.</source>
        <translation>Le jeton ne montre pas de clé d’hôte pour l’instant.</translation>
    </message>
    <message>
        <source>Plug it in and try again. Nothing was trusted.</source>
        <translation>Branchez-le et réessayez. Rien n’a été approuvé.</translation>
    </message>
    <message>
        <source>It is of another token.</source>
        <translation>Il est d’un autre jeton.</translation>
    </message>
    <message>
        <source>This one has the short ID %1. Nothing was trusted.</source>
        <translation>Celui-ci a l’identifiant court %1. Rien n’a été approuvé.</translation>
    </message>
    <message>
        <source>It names another host key than the token shows.</source>
        <translation>Il nomme une autre clé d’hôte que celle que montre le jeton.</translation>
    </message>
    <message>
        <source>This may not be the token that it was made for. Nothing was trusted; ask whoever set it up.</source>
        <translation>Ce n’est peut-être pas le jeton pour lequel il a été établi. Rien n’a été approuvé&#xa0;; demandez à la personne qui l’a configuré.</translation>
    </message>
    <message>
        <source>It is of this token.</source>
        <translation>Il est de ce jeton.</translation>
    </message>
    <message>
        <source>A receipt is worth as much as the way it came to you: take it from whoever set the token up.</source>
        <translation>Un reçu vaut ce que vaut le chemin par lequel il vous est parvenu&#xa0;: prenez-le de la personne qui a configuré le jeton.</translation>
    </message>
    <message>
        <source>&amp;Replace the host key</source>
        <translation>&amp;Remplacer la clé d’hôte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>U2F certificate</source>
        <translation>Certificat U2F</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::RenameDialog</name>
    <message>
        <source>A name has no colon and does not begin with a hyphen.</source>
        <translation>Un nom n’a pas de deux-points et ne commence pas par un trait d’union.</translation>
    </message>
    <message>
        <source>Another token has this name. Both keep it; their short IDs tell them apart.</source>
        <translation>Un autre jeton a ce nom. Tous deux le gardent&#xa0;; leurs identifiants courts les distinguent.</translation>
    </message>
    <message>
        <source>Only this computer uses the name. You can change it later.</source>
        <translation>Seul cet ordinateur utilise ce nom. Vous pourrez le changer plus tard.</translation>
    </message>
    <message>
        <source>Rename – GoKey Manager</source>
        <translation>Renommer – GoKey Manager</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Renommer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Short ID %1</source>
        <translation>Identifiant court %1</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::Ring</name>
    <message numerus="yes">
        <source>%Ln second(s) left</source>
        <translation>
            <numerusform>encore %Ln seconde</numerusform>
            <numerusform>encore %Ln secondes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::SecretEdit</name>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Coller</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Effacer</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::Session</name>
    <message>
        <source>Tokens are locked before the computer sleeps</source>
        <translation>Les jetons sont verrouillés avant la mise en veille de l’ordinateur</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::SettingsPage</name>
    <message>
        <source>until the screen locks</source>
        <translation>jusqu’au verrouillage de l’écran</translation>
    </message>
    <message>
        <source>until unplugged</source>
        <translation>jusqu’au débranchement</translation>
    </message>
    <message>
        <source>this app’s window</source>
        <translation>la fenêtre de cette application</translation>
    </message>
    <message>
        <source>pinentry</source>
        <translation>pinentry</translation>
    </message>
    <message>
        <source>Lock by itself</source>
        <translation>Verrouiller tout seul</translation>
    </message>
    <message>
        <source>When the screen locks</source>
        <translation>Quand l’écran se verrouille</translation>
    </message>
    <message>
        <source>Before the computer sleeps</source>
        <translation>Avant la mise en veille de l’ordinateur</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Keep unlocked for</source>
        <translation>Laisser déverrouillé pendant</translation>
    </message>
    <message>
        <source>Ask with</source>
        <translation>Demander avec</translation>
    </message>
    <message>
        <source>Unlock signing and decryption together</source>
        <translation>Déverrouiller ensemble signature et déchiffrement</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>Présence</translation>
    </message>
    <message>
        <source>Show who asks, and for how long</source>
        <translation>Montrer qui demande, et pour combien de temps</translation>
    </message>
    <message>
        <source>Use our own window even in Do Not Disturb</source>
        <translation>Utiliser notre fenêtre même en mode Ne pas déranger</translation>
    </message>
    <message>
        <source>Also while the screen is locked</source>
        <translation>Aussi quand l’écran est verrouillé</translation>
    </message>
    <message>
        <source>Play a sound</source>
        <translation>Jouer un son</translation>
    </message>
    <message>
        <source>A click on the tray icon confirms</source>
        <translation>Un clic sur l’icône de notification confirme</translation>
    </message>
    <message>
        <source>A slip of the hand would approve a sign-in</source>
        <translation>Un faux mouvement approuverait une connexion</translation>
    </message>
    <message>
        <source>Tell me when</source>
        <translation>Me prévenir quand</translation>
    </message>
    <message>
        <source>A token locks by itself</source>
        <translation>Un jeton se verrouille tout seul</translation>
    </message>
    <message>
        <source>A token is unplugged while unlocked</source>
        <translation>Un jeton est débranché alors qu’il est déverrouillé</translation>
    </message>
    <message>
        <source>Nobody confirmed in time</source>
        <translation>Personne n’a confirmé à temps</translation>
    </message>
    <message>
        <source>Something needs me</source>
        <translation>Quelque chose a besoin de moi</translation>
    </message>
    <message>
        <source>A token locks in one minute</source>
        <translation>Un jeton se verrouille dans une minute</translation>
    </message>
    <message>
        <source>Keep running in the tray when closed</source>
        <translation>Rester dans la zone de notification après la fermeture</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrage</translation>
    </message>
    <message>
        <source>Keep running in the background when closed</source>
        <translation>Rester en arrière-plan après la fermeture</translation>
    </message>
    <message>
        <source>Set by your administrator</source>
        <translation>Imposé par votre administrateur</translation>
    </message>
    <message>
        <source>When the token is unplugged</source>
        <translation>Quand le jeton est débranché</translation>
    </message>
    <message>
        <source>Always on: without power it forgets</source>
        <translation>Toujours actif&#xa0;: sans courant il oublie</translation>
    </message>
    <message>
        <source>After</source>
        <comment>… 15 minutes without input</comment>
        <translation>Après</translation>
    </message>
    <message>
        <source>Lock after a time without input</source>
        <translation>Verrouiller après un temps sans saisie</translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Time without input</source>
        <translation>Temps sans saisie</translation>
    </message>
    <message>
        <source>without input</source>
        <comment>After 15 minutes …</comment>
        <translation>sans saisie</translation>
    </message>
    <message>
        <source>Start when I log in</source>
        <translation>Démarrer à l’ouverture de session</translation>
    </message>
    <message>
        <source>Line %1 of the settings file is not readable.</source>
        <translation>La ligne %1 du fichier de paramètres n’est pas lisible.</translation>
    </message>
    <message>
        <source>Default settings are used until it is corrected.</source>
        <translation>Les paramètres par défaut s’appliquent tant qu’elle n’est pas corrigée.</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Ouvrir le fichier</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln heure</numerusform>
            <numerusform>%Ln heures</numerusform>
        </translation>
    </message>
    <message>
        <source>Offer shortcuts to the desktop</source>
        <translation>Proposer des raccourcis au bureau</translation>
    </message>
    <message>
        <source>Keys that work everywhere</source>
        <translation>Touches actives partout</translation>
    </message>
    <message>
        <source>This desktop has none for programs. Bind %1 and %2 in its keyboard settings.</source>
        <translation>Ce bureau n’en a pas pour les programmes. Associez %1 et %2 dans ses paramètres de clavier.</translation>
    </message>
    <message>
        <source>To lock all and to confirm; you choose the keys</source>
        <translation>Pour verrouiller et confirmer&#xa0;; touches à votre choix</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::StepBar</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Étape %1 sur %2&#xa0;: %3</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::StepDialog</name>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::TokenDrawing</name>
    <message>
        <source>blue</source>
        <translation>bleue</translation>
    </message>
    <message>
        <source>white</source>
        <translation>blanche</translation>
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
        <translation>Pas de jeton</translation>
    </message>
    <message>
        <source>%1, short ID %2, %3</source>
        <translation>%1, identifiant court %2, %3</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inconnu</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::Tray</name>
    <message>
        <source>Con&amp;firm presence</source>
        <translation>Con&amp;firmer la présence</translation>
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
        <translation>Pour la vérifier, ouvrez cette page sur un deuxième ordinateur, ou scannez-y le code. Les trois formes disent la même chose&#xa0;; une concordance suffit.</translation>
    </message>
    <message>
        <source>Copy fingerprint</source>
        <translation>Copier l’empreinte</translation>
    </message>
    <message>
        <source>Compare with scanned text…</source>
        <translation>Comparer avec un texte scanné…</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>Oublier…</translation>
    </message>
    <message>
        <source>Forget the host key…</source>
        <translation>Oublier la clé d’hôte…</translation>
    </message>
    <message>
        <source>Scanned text</source>
        <translation>Texte scanné</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Forget the host key of %1?</source>
        <translation>Oublier la clé d’hôte de %1&#xa0;?</translation>
    </message>
    <message>
        <source>The next time you will be asked to compare it again.</source>
        <translation>La prochaine fois, on vous demandera de la comparer de nouveau.</translation>
    </message>
    <message>
        <source>This unit makes a new host key at every start,</source>
        <translation>Cet appareil crée une nouvelle clé d’hôte à chaque démarrage,</translation>
    </message>
    <message>
        <source>so it cannot be recognised. Unlocking is off for it.</source>
        <translation>il ne peut donc pas être reconnu. Le déverrouillage est désactivé pour lui.</translation>
    </message>
    <message>
        <source>This token is new here.</source>
        <translation>Ce jeton est nouveau ici.</translation>
    </message>
    <message>
        <source>Compare its host key before you use it.</source>
        <translation>Comparez sa clé d’hôte avant de l’utiliser.</translation>
    </message>
    <message>
        <source>Welcome it…</source>
        <translation>L’accueillir…</translation>
    </message>
    <message>
        <source>Its host key is the one pinned on %1, from the provisioning receipt.</source>
        <translation>Sa clé d’hôte est celle épinglée le %1, d’après le reçu de configuration.</translation>
    </message>
    <message>
        <source>This is the token you know.</source>
        <translation>C’est le jeton que vous connaissez.</translation>
    </message>
    <message>
        <source>That is not a host key.</source>
        <translation>Ce n’est pas une clé d’hôte.</translation>
    </message>
    <message>
        <source>Paste the whole text of the code, the fingerprint, or the twelve words.</source>
        <translation>Collez tout le texte du code, l’empreinte, ou les douze mots.</translation>
    </message>
    <message>
        <source>The same.</source>
        <translation>La même.</translation>
    </message>
    <message>
        <source>Different:</source>
        <translation>Différente&#xa0;:</translation>
    </message>
    <message>
        <source>this is not the key that was scanned.</source>
        <translation>ce n’est pas la clé qui a été scannée.</translation>
    </message>
    <message>
        <source>Import receipt…</source>
        <translation>Importer un reçu…</translation>
    </message>
    <message>
        <source>Nobody has compared this host key.</source>
        <translation>Personne n’a comparé cette clé d’hôte.</translation>
    </message>
    <message>
        <source>It is the one seen first, on %1, and has not changed since.</source>
        <translation>C’est celle vue en premier, le %1, et elle n’a pas changé depuis.</translation>
    </message>
    <message>
        <source>It has not changed since it was seen first.</source>
        <translation>Elle n’a pas changé depuis qu’elle a été vue en premier.</translation>
    </message>
    <message>
        <source>I have compared it</source>
        <translation>Je l’ai comparée</translation>
    </message>
    <message>
        <source>Its host key was compared on %1.</source>
        <translation>Sa clé d’hôte a été comparée le %1.</translation>
    </message>
    <message>
        <source>so it cannot be recognised. Unlocking it was allowed all the same.</source>
        <translation>il ne peut donc pas être reconnu. Le déverrouillage a tout de même été autorisé.</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::UnlockDialog</name>
    <message>
        <source>until the screen locks</source>
        <translation>jusqu’au verrouillage de l’écran</translation>
    </message>
    <message>
        <source>until unplugged</source>
        <translation>jusqu’au débranchement</translation>
    </message>
    <message>
        <source>Subkey</source>
        <translation>Sous-clé</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>What to do…</source>
        <translation>Que faire…</translation>
    </message>
    <message>
        <source>Unlock – GoKey Manager</source>
        <translation>Déverrouiller – GoKey Manager</translation>
    </message>
    <message>
        <source>Keep unlocked</source>
        <translation>Laisser déverrouillé</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Déverrouiller</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Signing is unlocked. Decryption has another passphrase.</source>
        <translation>La signature est déverrouillée. Le déchiffrement a une autre phrase secrète.</translation>
    </message>
    <message>
        <source>Decryption is unlocked. Signing has another passphrase.</source>
        <translation>Le déchiffrement est déverrouillé. La signature a une autre phrase secrète.</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>3 tries left</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>That is not the passphrase.</source>
        <translation>Ce n’est pas la phrase secrète.</translation>
    </message>
    <message>
        <source>Tries left: not known, the card reader is taken. A wrong passphrase counts.</source>
        <translation>Essais restants&#xa0;: inconnus, le lecteur de cartes est pris. Une phrase secrète incorrecte compte.</translation>
    </message>
    <message>
        <source>%1. After that this subkey stays locked.</source>
        <comment>1 try left</comment>
        <translation>%1. Ensuite cette sous-clé reste verrouillée.</translation>
    </message>
    <message>
        <source>No protected memory is left, so a passphrase cannot be held safely. Close other programs and try again.</source>
        <translation>Il ne reste plus de mémoire protégée, une phrase secrète ne peut donc pas être conservée en sûreté. Fermez d’autres programmes et réessayez.</translation>
    </message>
    <message>
        <source>%1 was unplugged. Nothing is lost.</source>
        <translation>%1 a été débranché. Rien n’est perdu.</translation>
    </message>
    <message>
        <source>The token has not answered yet.</source>
        <translation>Le jeton n’a pas encore répondu.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>Waiting: a site asks for your presence first.</source>
        <translation>En attente&#xa0;: un site demande d’abord votre présence.</translation>
    </message>
    <message>
        <source>No tries left now. Next try possible in %1.</source>
        <translation>Plus d’essai maintenant. Prochain essai possible dans %1.</translation>
    </message>
    <message>
        <source>No tries left. The subkey stays locked until the token restarts.</source>
        <translation>Plus d’essai. La sous-clé reste verrouillée jusqu’au redémarrage du jeton.</translation>
    </message>
    <message numerus="yes">
        <source>A passphrase has at most %Ln byte(s). Nothing of this was taken.</source>
        <translation>
            <numerusform>Une phrase secrète compte au plus %Ln octet. Rien n’en a été pris.</numerusform>
            <numerusform>Une phrase secrète compte au plus %Ln octets. Rien n’en a été pris.</numerusform>
        </translation>
    </message>
    <message>
        <source>A shorter time needs no passphrase.</source>
        <translation>Une durée plus courte ne demande pas de phrase secrète.</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Le verrouillage majuscule est actif.</translation>
    </message>
    <message>
        <source>Keep %1 unlocked</source>
        <translation>Laisser %1 déverrouillé</translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation>Déverrouiller %1</translation>
    </message>
    <message>
        <source>Short ID %1</source>
        <translation>Identifiant court %1</translation>
    </message>
    <message>
        <source>Passphrase for signing</source>
        <translation>Phrase secrète de signature</translation>
    </message>
    <message>
        <source>Passphrase for decryption</source>
        <translation>Phrase secrète de déchiffrement</translation>
    </message>
    <message>
        <source>Passphrase for signing and decryption</source>
        <translation>Phrase secrète de signature et de déchiffrement</translation>
    </message>
    <message numerus="yes">
        <source>for %Ln minute(s)</source>
        <translation>
            <numerusform>pendant %Ln minute</numerusform>
            <numerusform>pendant %Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>for %Ln hour(s)</source>
        <translation>
            <numerusform>pendant %Ln heure</numerusform>
            <numerusform>pendant %Ln heures</numerusform>
        </translation>
    </message>
</context>
</TS>
