<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
</context>
<context>
    <name>DesktopChecks</name>
    <message>
        <source>Desktop bus</source>
        <translation>デスクトップバス</translation>
    </message>
    <message>
        <source>The desktop bus is there.</source>
        <translation>デスクトップバスがあります。</translation>
    </message>
    <message>
        <source>Log in through the desktop, or start the app with %1.</source>
        <translation>デスクトップからログインするか、%1 でアプリを起動してください。</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>トレイ</translation>
    </message>
    <message>
        <source>This desktop shows the tray icon.</source>
        <translation>このデスクトップはトレイアイコンを表示します。</translation>
    </message>
    <message>
        <source>On GNOME, install the extension AppIndicator (package %1). Other panels have a tray, or status area, that can be added.</source>
        <translation>GNOME では拡張機能 AppIndicator (パッケージ %1) をインストールしてください。ほかのパネルでは、トレイ (ステータス領域) を追加できます。</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>This desktop shows notifications with buttons.</source>
        <translation>このデスクトップはボタン付きの通知を表示します。</translation>
    </message>
    <message>
        <source>No notification service. Requests are shown in a window of our own.</source>
        <translation>通知サービスがありません。要求はアプリのウィンドウに表示されます。</translation>
    </message>
    <message>
        <source>Start a notification service whose notifications have buttons; most desktops bring one.</source>
        <translation>ボタン付きの通知を出せる通知サービスを起動してください。ほとんどのデスクトップには付属しています。</translation>
    </message>
</context>
<context>
    <name>KeyTexts</name>
    <message>
        <source>Next try possible in %1</source>
        <translation>次に試せるのは %1 後</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>鍵なし</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>ロック解除中</translation>
    </message>
    <message>
        <source>Unlocked %1</source>
        <comment>until 14:12</comment>
        <translation>ロック解除中 (%1)</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>8:42</comment>
        <translation>残り %1</translation>
    </message>
    <message>
        <source>This firmware cannot unlock it</source>
        <translation>このファームウェアではロック解除できません</translation>
    </message>
    <message>
        <source>Locked · opens together with decryption</source>
        <translation>ロック中 · 復号と一緒に開きます</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>ロック中</translation>
    </message>
    <message>
        <source>Unlock signing…</source>
        <translation>署名をロック解除…</translation>
    </message>
    <message>
        <source>Unlock decryption…</source>
        <translation>復号をロック解除…</translation>
    </message>
    <message>
        <source>Lock signing now</source>
        <translation>署名を今すぐロック</translation>
    </message>
    <message>
        <source>Lock decryption now</source>
        <translation>復号を今すぐロック</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>接続されていません</translation>
    </message>
    <message>
        <source>Blue is off</source>
        <translation>青は消灯</translation>
    </message>
    <message>
        <source>No subkey unlocked</source>
        <translation>ロック解除された副鍵はありません</translation>
    </message>
    <message>
        <source>Blue is on</source>
        <translation>青は点灯</translation>
    </message>
    <message>
        <source>Not set up yet</source>
        <translation>まだ設定されていません</translation>
    </message>
    <message>
        <source>Signing and decryption subkeys unlocked</source>
        <translation>署名と復号の副鍵がロック解除中</translation>
    </message>
    <message>
        <source>A subkey is unlocked</source>
        <translation>副鍵がロック解除中</translation>
    </message>
    <message>
        <source>Signing subkey unlocked</source>
        <translation>署名の副鍵がロック解除中</translation>
    </message>
    <message>
        <source>Decryption subkey unlocked</source>
        <translation>復号の副鍵がロック解除中</translation>
    </message>
    <message>
        <source>White is off</source>
        <translation>白は消灯</translation>
    </message>
    <message>
        <source>Nothing in progress</source>
        <translation>実行中の処理はありません</translation>
    </message>
    <message>
        <source>White blinks</source>
        <translation>白は点滅</translation>
    </message>
    <message>
        <source>White is on</source>
        <translation>白は点灯</translation>
    </message>
    <message>
        <source>Decrypting</source>
        <translation>復号中</translation>
    </message>
    <message>
        <source>Authenticating</source>
        <translation>認証中</translation>
    </message>
    <message>
        <source>The token is working</source>
        <translation>トークンは処理中です</translation>
    </message>
    <message>
        <source>Signing</source>
        <comment>in progress</comment>
        <translation>署名中</translation>
    </message>
    <message>
        <source>Storage damaged</source>
        <translation>保存領域が破損しています</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>Confirm only if you are signing in right now.</source>
        <translation>今まさにサインインしているときだけ確認してください。</translation>
    </message>
    <message>
        <source>Confirm within %1 s, and only if you are signing in right now.</source>
        <translation>今まさにサインインしているときだけ、%1 秒以内に確認してください。</translation>
    </message>
    <message>
        <source>%1: %2 asks for your presence</source>
        <comment>name of a token: a site</comment>
        <translation>%1: %2 が在席の確認を求めています</translation>
    </message>
    <message>
        <source>Probably asked by %1</source>
        <translation>要求元はおそらく %1</translation>
    </message>
    <message>
        <source>Probably asked by %1.</source>
        <translation>要求元はおそらく %1 です。</translation>
    </message>
    <message>
        <source>Confirm within %1 s. Dismiss lets it lapse.</source>
        <translation>%1 秒以内に確認してください。閉じると要求は期限切れになります。</translation>
    </message>
    <message>
        <source>%1: a site asks for your presence</source>
        <comment>name of a token</comment>
        <translation>%1: サイトが在席の確認を求めています</translation>
    </message>
    <message>
        <source>This firmware does not tell which one.</source>
        <translation>このファームウェアはサイト名を伝えません。</translation>
    </message>
    <message>
        <source>The site is not known here: %1</source>
        <translation>未知のサイトです: %1</translation>
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
        <translation>署名と復号がロック解除中</translation>
    </message>
    <message>
        <source>signing unlocked</source>
        <translation>署名がロック解除中</translation>
    </message>
    <message>
        <source>decryption unlocked</source>
        <translation>復号がロック解除中</translation>
    </message>
    <message>
        <source>unlocked</source>
        <translation>ロック解除中</translation>
    </message>
    <message>
        <source>Host key changed</source>
        <translation>ホスト鍵が変わりました</translation>
    </message>
    <message>
        <source>host key changed</source>
        <translation>ホスト鍵が変わりました</translation>
    </message>
    <message>
        <source>No tries left</source>
        <translation>もう試せません</translation>
    </message>
    <message>
        <source>no tries left</source>
        <translation>もう試せません</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>対応が必要です</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>対応が必要です</translation>
    </message>
    <message>
        <source>Signing…</source>
        <translation>署名中…</translation>
    </message>
    <message>
        <source>signing</source>
        <translation>署名中</translation>
    </message>
    <message>
        <source>Decrypting…</source>
        <translation>復号中…</translation>
    </message>
    <message>
        <source>decrypting</source>
        <translation>復号中</translation>
    </message>
    <message>
        <source>Authenticating…</source>
        <translation>認証中…</translation>
    </message>
    <message>
        <source>authenticating</source>
        <translation>認証中</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>接続中…</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>接続中</translation>
    </message>
    <message>
        <source>Not attached</source>
        <translation>未接続</translation>
    </message>
    <message>
        <source>not attached</source>
        <translation>未接続</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>応答なし</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>応答なし</translation>
    </message>
    <message>
        <source>Waiting for firmware</source>
        <translation>ファームウェアを待っています</translation>
    </message>
    <message>
        <source>waiting for firmware</source>
        <translation>ファームウェア待ち</translation>
    </message>
    <message>
        <source>Not set up yet</source>
        <translation>まだ設定されていません</translation>
    </message>
    <message>
        <source>not set up yet</source>
        <translation>未設定</translation>
    </message>
    <message>
        <source>Not started yet</source>
        <translation>まだ始まっていません</translation>
    </message>
    <message>
        <source>not started yet</source>
        <translation>未開始</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>ロック中</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>ロック中</translation>
    </message>
    <message>
        <source>presence requested</source>
        <translation>在席の確認待ち</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Decryption</source>
        <translation>復号</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>認証</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>両方</translation>
    </message>
    <message numerus="yes">
        <source>%Ln try(s) left</source>
        <translation>
            <numerusform>あと %Ln 回試せます</numerusform>
        </translation>
    </message>
    <message>
        <source>Signing and decryption unlocked</source>
        <translation>署名と復号をロック解除</translation>
    </message>
    <message>
        <source>Signing unlocked</source>
        <translation>署名をロック解除</translation>
    </message>
    <message>
        <source>Decryption unlocked</source>
        <translation>復号をロック解除</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>ロック解除中</translation>
    </message>
    <message>
        <source>Signing and decryption locked</source>
        <translation>署名と復号をロックしました</translation>
    </message>
    <message>
        <source>Signing locked</source>
        <translation>署名をロックしました</translation>
    </message>
    <message>
        <source>Decryption locked</source>
        <translation>復号をロックしました</translation>
    </message>
    <message>
        <source>the time was over</source>
        <translation>時間が来ました</translation>
    </message>
    <message>
        <source>the screen was locked</source>
        <translation>画面がロックされました</translation>
    </message>
    <message>
        <source>the computer goes to sleep</source>
        <translation>コンピューターがスリープします</translation>
    </message>
    <message>
        <source>nobody used the computer</source>
        <translation>コンピューターが使われませんでした</translation>
    </message>
    <message>
        <source>it was unplugged</source>
        <translation>抜かれました</translation>
    </message>
    <message>
        <source>the token did it by itself</source>
        <translation>トークンが自らロックしました</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>%1 まで</translation>
    </message>
    <message>
        <source>until the screen locks</source>
        <translation>画面がロックされるまで</translation>
    </message>
    <message>
        <source>until unplugged</source>
        <translation>抜くまで</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>unlocked, until when</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Plug in a USB armory with GoKey. It appears here by itself.</source>
        <translation>GoKey の入った USB armory を挿してください。自動的にここに現れます。</translation>
    </message>
    <message>
        <source>The token is plugged in, but its console is silent.</source>
        <translation>トークンは挿さっていますが、コンソールが応答しません。</translation>
    </message>
    <message>
        <source>The token is plugged in, but its console is silent. Last seen %1.</source>
        <translation>トークンは挿さっていますが、コンソールが応答しません。最終確認 %1。</translation>
    </message>
    <message>
        <source>The token started without firmware (boot ROM). Nothing on it is usable until it is flashed.</source>
        <translation>トークンはファームウェアなし (ブート ROM) で起動しました。書き込むまで何も使えません。</translation>
    </message>
    <message>
        <source>This token is in factory state. It holds no keys.</source>
        <translation>このトークンは工場出荷状態です。鍵はありません。</translation>
    </message>
    <message>
        <source>The card is not initialised. Unlocking does that too.</source>
        <translation>カードが初期化されていません。ロック解除すると初期化も行います。</translation>
    </message>
    <message>
        <source>Signing and decryption are locked.</source>
        <translation>署名と復号はロックされています。</translation>
    </message>
    <message>
        <source>The token is working. Leave it plugged in.</source>
        <translation>トークンは処理中です。挿したままにしてください。</translation>
    </message>
    <message>
        <source>Nothing was sent to this token.</source>
        <translation>このトークンには何も送っていません。</translation>
    </message>
    <message>
        <source>The subkey stays locked until the token restarts.</source>
        <translation>この副鍵はトークンが再起動するまでロックされたままです。</translation>
    </message>
    <message>
        <source>Restarting the token begins the wait anew.</source>
        <translation>トークンを再起動すると待ち時間が最初からになります。</translation>
    </message>
    <message>
        <source>a site</source>
        <translation>あるサイト</translation>
    </message>
    <message>
        <source>%1 asks for your presence</source>
        <translation>%1 が在席の確認を求めています</translation>
    </message>
    <message>
        <source>A site asks for your presence</source>
        <translation>サイトが在席の確認を求めています</translation>
    </message>
    <message>
        <source>Does not let this computer in</source>
        <translation>このコンピューターを受け付けません</translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>権限なし</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>%1 was unplugged. Nothing is lost: plug it in and try again.</source>
        <translation>%1 が抜かれました。何も失われていません: 挿してもう一度試してください。</translation>
    </message>
    <message>
        <source>This user may not talk to the token.</source>
        <translation>このユーザーはトークンと通信できません。</translation>
    </message>
    <message>
        <source>Another program holds the card reader.</source>
        <translation>別のプログラムがカードリーダーを占有しています。</translation>
    </message>
    <message>
        <source>Another program holds the card reader: %1.</source>
        <translation>別のプログラムがカードリーダーを占有しています: %1。</translation>
    </message>
    <message>
        <source>%1 does not answer. The rest of this window keeps working.</source>
        <translation>%1 が応答しません。このウィンドウのほかの部分は使えます。</translation>
    </message>
    <message>
        <source>The token waits for firmware.</source>
        <translation>トークンはファームウェアを待っています。</translation>
    </message>
    <message>
        <source>The token does not know this computer&apos;s SSH key.</source>
        <translation>トークンはこのコンピューターの SSH 鍵を知りません。</translation>
    </message>
    <message>
        <source>The host key has changed. This may not be your token. Nothing was sent to it: no passphrase, no request.</source>
        <translation>ホスト鍵が変わりました。お使いのトークンではないかもしれません。パスフレーズも要求も、何も送っていません。</translation>
    </message>
    <message>
        <source>That is not the passphrase.</source>
        <translation>パスフレーズが違います。</translation>
    </message>
    <message>
        <source>That is not the passphrase. %1.</source>
        <translation>パスフレーズが違います。%1。</translation>
    </message>
    <message>
        <source>Signing is locked.</source>
        <translation>署名はロックされています。</translation>
    </message>
    <message>
        <source>That was too late. The request had ended. Nothing was approved.</source>
        <translation>間に合いませんでした。要求は終了していました。何も承認していません。</translation>
    </message>
    <message>
        <source>Nobody confirmed in time. Nothing was approved. Start again on the site.</source>
        <translation>時間内に確認されませんでした。何も承認していません。サイトでやり直してください。</translation>
    </message>
    <message>
        <source>The token said something this program does not understand.</source>
        <translation>トークンの応答をこのプログラムは解釈できません。</translation>
    </message>
    <message>
        <source>This firmware cannot do that.</source>
        <translation>このファームウェアではできません。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>Compare its host key before you use it.</source>
        <translation>使う前にホスト鍵を照合してください。</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>Confirming destroys every key on it.</source>
        <translation>確認すると中のすべての鍵が破棄されます。</translation>
    </message>
    <message>
        <source>The token is to be emptied</source>
        <translation>トークンを空にする要求です</translation>
    </message>
    <message>
        <source>No answer in %1 s. What happened is not known; reading the state again.</source>
        <translation>%1 秒間応答がありません。結果は不明です。状態を読み直しています。</translation>
    </message>
    <message>
        <source>May still be unlocked</source>
        <translation>まだロック解除中の可能性</translation>
    </message>
    <message>
        <source>may still be unlocked</source>
        <translation>まだロック解除中の可能性</translation>
    </message>
    <message>
        <source>%1 did not answer when it was to be locked. Unplug it to be sure; locking is tried again until it answers.</source>
        <translation>%1 はロックするときに応答しませんでした。確実にするには取り外してください。応答するまでロックを繰り返します。</translation>
    </message>
    <message>
        <source>Storage damaged</source>
        <translation>保存領域が破損しています</translation>
    </message>
    <message>
        <source>storage damaged</source>
        <translation>保存領域の破損</translation>
    </message>
    <message>
        <source>What this token stores cannot be opened, so none of its keys can be used. A factory reset makes it new: gokeyctl factory-reset.</source>
        <translation>このトークンに保存された内容を開けないため、鍵はどれも使えません。工場出荷状態に戻すと新しく使えます: gokeyctl factory-reset</translation>
    </message>
    <message>
        <source>Reading its state.</source>
        <translation>状態を読み取っています。</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>接続されていません</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>接続されていません</translation>
    </message>
    <message>
        <source>Connecting was cancelled.</source>
        <translation>接続を取り消しました。</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>unlocked</source>
        <translation>ロック解除中</translation>
    </message>
    <message>
        <source>working</source>
        <translation>処理中</translation>
    </message>
    <message>
        <source>presence requested</source>
        <translation>在席の確認待ち</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>対応が必要です</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a token: its state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>signing and decryption subkeys unlocked</source>
        <translation>署名と復号の副鍵がロック解除中</translation>
    </message>
    <message>
        <source>signing subkey unlocked</source>
        <translation>署名の副鍵がロック解除中</translation>
    </message>
    <message>
        <source>decryption subkey unlocked</source>
        <translation>復号の副鍵がロック解除中</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what is unlocked, until when</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Blue off, white off</source>
        <translation>青 消灯、白 消灯</translation>
    </message>
    <message>
        <source>Blue on: %1</source>
        <translation>青 点灯: %1</translation>
    </message>
    <message>
        <source>White on: %1</source>
        <translation>白 点灯: %1</translation>
    </message>
    <message>
        <source>a site</source>
        <translation>あるサイト</translation>
    </message>
    <message>
        <source>White blinking: %1 asks</source>
        <translation>白 点滅: %1 が要求中</translation>
    </message>
    <message>
        <source>The host key has changed</source>
        <translation>ホスト鍵が変わりました</translation>
    </message>
    <message>
        <source>GoKey Manager</source>
        <translation>GoKey Manager</translation>
    </message>
    <message>
        <source>No token attached</source>
        <translation>トークンが接続されていません</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>&amp;Unlock</source>
        <translation>ロック解除(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Signing…</source>
        <translation>署名(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Decryption…</source>
        <translation>復号(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Both…</source>
        <translation>両方(&amp;B)…</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>name of a token – its state</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>今すぐロック(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Copy short ID</source>
        <translation>短い ID をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>De&amp;tails…</source>
        <translation>詳細(&amp;T)…</translation>
    </message>
    <message>
        <source>a site</source>
        <translation>あるサイト</translation>
    </message>
    <message>
        <source>unknown site</source>
        <translation>不明なサイト</translation>
    </message>
    <message>
        <source>Con&amp;firm presence – %1</source>
        <translation>在席を確認(&amp;F) – %1</translation>
    </message>
    <message>
        <source>No token attached</source>
        <translation>トークンが接続されていません</translation>
    </message>
    <message>
        <source>All tokens…</source>
        <translation>すべてのトークン…</translation>
    </message>
    <message>
        <source>Lock &amp;all</source>
        <translation>すべてロック(&amp;A)</translation>
    </message>
    <message>
        <source>Notifications paused until %1</source>
        <translation>%1 まで通知を停止中</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>再開(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Pause notifications</source>
        <translation>通知を一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>Until &amp;tomorrow</source>
        <translation>明日まで(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Doctor…</source>
        <translation>診断(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>設定(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>For %1 &amp;hour</source>
        <translation>%1 時間(&amp;H)</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::App</name>
    <message>
        <source>The token</source>
        <translation>トークン</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::ConsolePage</name>
    <message>
        <source>Filter</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>Kind of entries</source>
        <translation>項目の種類</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>鍵</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>在席の確認</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>What happened, newest first</source>
        <translation>出来事 (新しい順)</translation>
    </message>
    <message>
        <source>Passphrases and message contents are never recorded.</source>
        <translation>パスフレーズやメッセージの内容は決して記録しません。</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>まだ何も起きていません。</translation>
    </message>
    <message>
        <source>No entry matches the filter.</source>
        <translation>絞り込みに当てはまる項目がありません。</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::DoctorPage</name>
    <message>
        <source>Checking…</source>
        <translation>検査中…</translation>
    </message>
    <message>
        <source>Checking… %1 of %2</source>
        <translation>検査中… %1/%2</translation>
    </message>
    <message>
        <source>Everything is fine.</source>
        <translation>すべて正常です。</translation>
    </message>
    <message>
        <source>%1 of %2 checks are fine.</source>
        <translation>%2 件中 %1 件の検査は正常です。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) you.</source>
        <translation>
            <numerusform>%Ln 件に対応が必要です。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more check(s) that are fine</source>
        <translation>
            <numerusform>正常な検査をあと %Ln 件表示</numerusform>
        </translation>
    </message>
    <message>
        <source>Fix…</source>
        <translation>修正…</translation>
    </message>
    <message>
        <source>Fix: %1</source>
        <translation>修正: %1</translation>
    </message>
    <message>
        <source>How…</source>
        <translation>方法…</translation>
    </message>
    <message>
        <source>How: %1</source>
        <translation>方法: %1</translation>
    </message>
    <message>
        <source>Run these now? You may be asked for your password.</source>
        <translation>今すぐ実行しますか? パスワードを求められることがあります。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy the commands</source>
        <translation>コマンドをコピー</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::FactoryPage</name>
    <message>
        <source>This token is not set up yet.</source>
        <translation>このトークンはまだ設定されていません。</translation>
    </message>
    <message>
        <source>It is in factory state and holds no keys. Setting it up needs:</source>
        <translation>工場出荷状態で、鍵がありません。設定に必要なもの:</translation>
    </message>
    <message>
        <source>An OpenPGP secret key or a backup</source>
        <translation>OpenPGP 秘密鍵またはバックアップ</translation>
    </message>
    <message>
        <source>An SSH key of yours</source>
        <translation>自分の SSH 鍵</translation>
    </message>
    <message>
        <source>A passphrase you can remember</source>
        <translation>覚えておけるパスフレーズ</translation>
    </message>
    <message>
        <source>Ten minutes</source>
        <translation>10 分間</translation>
    </message>
    <message>
        <source>Keys are written once. To change them later, the token is emptied first.</source>
        <translation>鍵の書き込みは一度きりです。後で変えるには、先にトークンを空にします。</translation>
    </message>
    <message>
        <source>Open the guide</source>
        <translation>手引きを開く</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::FidoPage</name>
    <message>
        <source>Confirmed</source>
        <translation>確認しました</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>閉じました</translation>
    </message>
    <message>
        <source>Nobody confirmed in time</source>
        <translation>時間内に確認されませんでした</translation>
    </message>
    <message>
        <source>Unplugged meanwhile</source>
        <translation>途中で抜かれました</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終了しました</translation>
    </message>
    <message>
        <source>Unknown site %1</source>
        <translation>不明なサイト %1</translation>
    </message>
    <message>
        <source>A site, this firmware does not tell which</source>
        <translation>サイト (このファームウェアは名前を伝えません)</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Latest requests</source>
        <translation>最近の要求</translation>
    </message>
    <message>
        <source>No requests yet.</source>
        <translation>まだ要求はありません。</translation>
    </message>
    <message>
        <source>Start the FIDO side</source>
        <translation>FIDO 側を開始</translation>
    </message>
    <message>
        <source>Ask for my presence</source>
        <translation>在席の確認を求める</translation>
    </message>
    <message>
        <source>Without it, any program on this computer can sign in unnoticed.</source>
        <translation>オフにすると、このコンピューターのどのプログラムも気づかれずにサインインできます。</translation>
    </message>
    <message>
        <source>Stop asking for your presence?</source>
        <translation>在席の確認をやめますか?</translation>
    </message>
    <message>
        <source>Stop asking</source>
        <translation>確認をやめる</translation>
    </message>
    <message>
        <source>Keep asking</source>
        <translation>確認を続ける</translation>
    </message>
    <message>
        <source>Uses so far</source>
        <translation>これまでの使用回数</translation>
    </message>
    <message>
        <source>Attestation certificate</source>
        <translation>アテステーション証明書</translation>
    </message>
    <message>
        <source>Sites may see it when you register</source>
        <translation>登録時にサイトに見えることがあります</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy attestation certificate fingerprint</source>
        <translation>アテステーション証明書のフィンガープリントをコピー</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>未開始</translation>
    </message>
    <message>
        <source>Sites cannot use this token yet.</source>
        <translation>サイトはまだこのトークンを使えません。</translation>
    </message>
    <message>
        <source>Ready for sites</source>
        <translation>サイトで使えます</translation>
    </message>
    <message>
        <source>Sites can use this token to sign you in. Each time, you are asked here first.</source>
        <translation>サイトはこのトークンでサインインできます。そのつど、まずここで尋ねます。</translation>
    </message>
    <message>
        <source>Sites can use this token to sign you in. You are not asked.</source>
        <translation>サイトはこのトークンでサインインできます。確認は求められません。</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::FirstContact</name>
    <message>
        <source>from the SSH agent</source>
        <translation>SSH エージェントから</translation>
    </message>
    <message>
        <source>file with a passphrase</source>
        <translation>パスフレーズ付きのファイル</translation>
    </message>
    <message>
        <source>file</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Welcome a new token</source>
        <translation>新しいトークンを迎える</translation>
    </message>
    <message>
        <source>Meet</source>
        <translation>出会う</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>照合する</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>つなぐ</translation>
    </message>
    <message>
        <source>A token, its lamps not known yet</source>
        <translation>ランプの状態がまだ分からないトークン</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>A token you have not used here</source>
        <translation>ここで初めて使うトークンです</translation>
    </message>
    <message>
        <source>Not sure which one it is? Unplug it, and this window closes by itself.</source>
        <translation>どれか分からないときは、抜いてください。このウィンドウは自動的に閉じます。</translation>
    </message>
    <message>
        <source>It is the same</source>
        <translation>同じです</translation>
    </message>
    <message>
        <source>It is different, or I am not sure</source>
        <translation>違う、または確信がない</translation>
    </message>
    <message>
        <source>Then leave it for now.</source>
        <translation>それでは、今はやめておきましょう。</translation>
    </message>
    <message>
        <source>No secret was sent to it. Unplug it, and ask whoever set it up.</source>
        <translation>秘密は何も送っていません。トークンを抜いて、設定した人に尋ねてください。</translation>
    </message>
    <message>
        <source>Is it really yours?</source>
        <translation>本当にあなたのものですか?</translation>
    </message>
    <message>
        <source>Compare with the paper or screen from when it was set up. One form is enough.</source>
        <translation>設定したときの紙や画面と照合してください。1 つの形で十分です。</translation>
    </message>
    <message>
        <source>None of your keys is accepted. Ask whoever set it up, or choose a file.</source>
        <translation>受け付けられる鍵がありません。設定した人に尋ねるか、ファイルを選んでください。</translation>
    </message>
    <message>
        <source>Try unlocking…</source>
        <translation>ロック解除を試す…</translation>
    </message>
    <message>
        <source>Optional. Unlocks for one minute, then locks again.</source>
        <translation>任意。1 分間ロック解除し、再びロックします。</translation>
    </message>
    <message>
        <source>How this computer signs in</source>
        <translation>このコンピューターのサインイン方法</translation>
    </message>
    <message>
        <source>The token lets in only the SSH keys it was set up with.</source>
        <translation>トークンは、設定時に登録された SSH 鍵だけを受け付けます。</translation>
    </message>
    <message>
        <source>It has not told its short ID yet. Nothing has been sent to it.</source>
        <translation>短い ID はまだ分かりません。まだ何も送っていません。</translation>
    </message>
    <message>
        <source>It says its short ID is %1. Nothing has been sent to it yet.</source>
        <translation>短い ID は %1 だと名乗っています。まだ何も送っていません。</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>未試行</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>受け付け済み</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>受け付けられません</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>読み取り中…</translation>
    </message>
    <message>
        <source>A key in another place</source>
        <translation>別の場所にある鍵</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>ファイルを選ぶ…</translation>
    </message>
    <message>
        <source>A new key</source>
        <translation>新しい鍵</translation>
    </message>
    <message>
        <source>Works after the token is set up again with it.</source>
        <translation>この鍵でトークンを設定し直した後に使えます。</translation>
    </message>
    <message>
        <source>Create a new key…</source>
        <translation>新しい鍵を作る…</translation>
    </message>
    <message>
        <source>Choose an SSH key</source>
        <translation>SSH 鍵を選ぶ</translation>
    </message>
    <message>
        <source>Create a new key</source>
        <translation>新しい鍵を作る</translation>
    </message>
    <message>
        <source>Import receipt…</source>
        <translation>受領証を取り込む…</translation>
    </message>
    <message>
        <source>Recognised by its receipt.</source>
        <translation>受領証で確認されました。</translation>
    </message>
    <message>
        <source>Or do you have its receipt?</source>
        <translation>または、受領証がありますか?</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::GlobalShortcuts</name>
    <message>
        <source>Lock all tokens</source>
        <translation>すべてのトークンをロック</translation>
    </message>
    <message>
        <source>Confirm presence</source>
        <translation>在席を確認</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::History</name>
    <message>
        <source>probably %1</source>
        <translation>おそらく %1</translation>
    </message>
    <message>
        <source>Presence confirmed</source>
        <translation>在席を確認しました</translation>
    </message>
    <message>
        <source>Nobody confirmed in time</source>
        <translation>時間内に確認されませんでした</translation>
    </message>
    <message>
        <source>Unplugged while a site asked</source>
        <translation>サイトの要求中に抜かれました</translation>
    </message>
    <message>
        <source>Presence request ended</source>
        <translation>在席の確認の要求が終了しました</translation>
    </message>
    <message>
        <source>Signature made</source>
        <translation>署名しました</translation>
    </message>
    <message>
        <source>Message decrypted</source>
        <translation>メッセージを復号しました</translation>
    </message>
    <message>
        <source>Authenticated</source>
        <translation>認証しました</translation>
    </message>
    <message>
        <source>host key not checked</source>
        <translation>ホスト鍵は未確認</translation>
    </message>
    <message>
        <source>host key known</source>
        <translation>ホスト鍵は既知</translation>
    </message>
    <message>
        <source>Token attached</source>
        <translation>トークンが接続されました</translation>
    </message>
    <message>
        <source>Token unplugged</source>
        <translation>トークンが抜かれました</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>接続しました</translation>
    </message>
    <message>
        <source>Presence requested</source>
        <translation>在席の確認の要求</translation>
    </message>
    <message>
        <source>number %1</source>
        <translation>番号 %1</translation>
    </message>
    <message>
        <source>Wrong passphrase</source>
        <translation>パスフレーズの誤り</translation>
    </message>
    <message>
        <source>Not unlocked</source>
        <translation>ロック解除されませんでした</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::HistoryModel</name>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>詳細</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::HostKeyChangedPage</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>コマンドをコピー</translation>
    </message>
    <message>
        <source>The host key has changed.</source>
        <translation>ホスト鍵が変わりました。</translation>
    </message>
    <message>
        <source>This may not be your token. Nothing was sent to it: no passphrase, no request.</source>
        <translation>お使いのトークンではないかもしれません。パスフレーズも要求も、何も送っていません。</translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation>今の鍵</translation>
    </message>
    <message>
        <source>What it can mean</source>
        <translation>考えられること</translation>
    </message>
    <message>
        <source>Another token is plugged in under this name, or its keys were destroyed and set up anew.</source>
        <translation>この名前で別のトークンが挿さっているか、鍵が破棄されて作り直されました。</translation>
    </message>
    <message>
        <source>Another device answers at the token’s address.</source>
        <translation>トークンのアドレスで別の機器が応答しています。</translation>
    </message>
    <message>
        <source>Somebody exchanged the token.</source>
        <translation>誰かがトークンを取り替えました。</translation>
    </message>
    <message>
        <source>Import receipt…</source>
        <translation>受領証を取り込む…</translation>
    </message>
    <message>
        <source>Ask whoever set it up for a new receipt, and import it.</source>
        <translation>設定した人に新しい受領証をもらい、取り込んでください。</translation>
    </message>
    <message>
        <source>Did you set it up anew yourself? Then run</source>
        <translation>自分で設定し直しましたか? その場合は次を実行してください</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>どうすればよいか</translation>
    </message>
    <message>
        <source>Unplug it and look at it. Is it yours?</source>
        <translation>抜いて確かめてください。あなたのものですか?</translation>
    </message>
    <message>
        <source>Known since %1</source>
        <translation>%1 から既知</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>既知</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::HostKeyText</name>
    <message>
        <source>The same in words</source>
        <translation>単語で表したもの</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>フィンガープリント</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::HostKeyView</name>
    <message>
        <source>QR code of the host key</source>
        <translation>ホスト鍵の QR コード</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::InlineMessage</name>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>このメッセージを閉じる</translation>
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
        <translation>診断</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Changes take effect at once.</source>
        <translation>変更はすぐに有効になります。</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>接続されていません</translation>
    </message>
    <message>
        <source>Saved in %1</source>
        <translation>%1 に保存</translation>
    </message>
    <message>
        <source>Checked at %1</source>
        <translation>%1 に検査</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>再検査</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>読み取り中…</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>未取得</translation>
    </message>
    <message>
        <source>As of %1 – not answering</source>
        <translation>%1 現在 – 応答なし</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>%1 現在</translation>
    </message>
    <message>
        <source>Not connected to the service that watches the tokens.</source>
        <translation>トークンを監視するサービスに接続していません。</translation>
    </message>
    <message>
        <source>It is tried again by itself. What is shown may be old.</source>
        <translation>自動的に再試行します。表示が古いことがあります。</translation>
    </message>
    <message>
        <source>Two tokens are named “%1”.</source>
        <translation>「%1」という名前のトークンが 2 つあります。</translation>
    </message>
    <message>
        <source>Their short IDs tell them apart.</source>
        <translation>短い ID で見分けられます。</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>名前を変更…</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>Restore the default settings?</source>
        <translation>既定の設定に戻しますか?</translation>
    </message>
    <message>
        <source>Those of gokeyctl alone stay as they are.</source>
        <translation>gokeyctl だけの設定はそのまま残ります。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>戻す</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>そのままにする</translation>
    </message>
    <message>
        <source>Lock and quit</source>
        <translation>ロックして終了</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>&amp;Unlock…</source>
        <translation>ロック解除(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>今すぐロック(&amp;L)</translation>
    </message>
    <message>
        <source>Run Doctor…</source>
        <translation>診断を実行…</translation>
    </message>
    <message>
        <source>What to do…</source>
        <translation>どうすればよいか…</translation>
    </message>
    <message>
        <source>Look closer…</source>
        <translation>詳しく見る…</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Welcome it…</source>
        <translation>迎える…</translation>
    </message>
    <message>
        <source>What set-up needs…</source>
        <translation>設定に必要なもの…</translation>
    </message>
    <message>
        <source>Restart %1?</source>
        <translation>%1 を再起動しますか?</translation>
    </message>
    <message>
        <source>Its subkeys are locked by that.</source>
        <translation>副鍵はロックされます。</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>再起動</translation>
    </message>
    <message>
        <source>Forget the host key of %1?</source>
        <translation>%1 のホスト鍵を忘れますか?</translation>
    </message>
    <message>
        <source>The next time you will be asked to compare it again.</source>
        <translation>次回、もう一度照合を求められます。</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘れる</translation>
    </message>
    <message>
        <source>The token waits for firmware.</source>
        <translation>トークンはファームウェアを待っています。</translation>
    </message>
    <message>
        <source>Unplug it and plug it in again. If it still waits, it has to be flashed by whoever set it up.</source>
        <translation>抜いてから挿し直してください。それでも待っている場合は、設定した人が書き込む必要があります。</translation>
    </message>
    <message>
        <source>No tries left.</source>
        <translation>もう試せません。</translation>
    </message>
    <message>
        <source>Restart the token: unplug it and plug it in again. Then it allows tries again.</source>
        <translation>トークンを再起動してください: 抜いてから挿し直します。そうすれば再び試せます。</translation>
    </message>
    <message>
        <source>Leave the token plugged in until the next try is possible. Restarting it begins the wait anew.</source>
        <translation>次に試せるようになるまでトークンを挿したままにしてください。再起動すると待ち時間が最初からになります。</translation>
    </message>
    <message>
        <source>%1 is unlocked.</source>
        <translation>%1 はロック解除中です。</translation>
    </message>
    <message>
        <source>%1 is unlocked %2.</source>
        <comment>name, until 14:12</comment>
        <translation>%1 は %2 ロック解除中です。</translation>
    </message>
    <message>
        <source>Lock before quitting?</source>
        <translation>終了前にロックしますか?</translation>
    </message>
    <message>
        <source>No tray on this desktop.</source>
        <translation>このデスクトップにはトレイがありません。</translation>
    </message>
    <message>
        <source>Closing this window quits. Notifications still work.</source>
        <translation>このウィンドウを閉じると終了します。通知は使えます。</translation>
    </message>
    <message>
        <source>How to get one…</source>
        <translation>トレイを使うには…</translation>
    </message>
    <message>
        <source>Token or page</source>
        <translation>トークンまたはページ</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>このコンピューター</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>報告をコピー</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Pages of the token</source>
        <translation>トークンのページ</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
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
        <translation>コンソール</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>信頼</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>名前を変更(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Identify</source>
        <translation>見分ける(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Copy short ID</source>
        <translation>短い ID をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Re&amp;start token…</source>
        <translation>トークンを再起動(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Forget token…</source>
        <translation>トークンを忘れる(&amp;F)…</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>一覧をコピー</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>ファイルを開く</translation>
    </message>
    <message>
        <source>Restore defaults…</source>
        <translation>既定に戻す…</translation>
    </message>
    <message>
        <source>This desktop has no program that shows the guide.</source>
        <translation>このデスクトップには手引きを表示するプログラムがありません。</translation>
    </message>
    <message>
        <source>The guide is not installed.</source>
        <translation>手引きがインストールされていません。</translation>
    </message>
    <message>
        <source>It is the file %1.</source>
        <translation>ファイルは %1 です。</translation>
    </message>
    <message>
        <source>Recognised by its receipt.</source>
        <translation>受領証で確認されました。</translation>
    </message>
    <message>
        <source>Choose a receipt</source>
        <translation>受領証を選ぶ</translation>
    </message>
    <message>
        <source>Receipts (*.receipt);;All files (*)</source>
        <translation>受領証 (*.receipt);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>No desktop bus.</source>
        <translation>デスクトップバスがありません。</translation>
    </message>
    <message>
        <source>Notifications, screen-lock detection and single start are off.</source>
        <translation>通知、画面ロックの検出、二重起動の防止は無効です。</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Choose a key…</source>
        <translation>鍵を選ぶ…</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::NoTokenPage</name>
    <message>
        <source>No token attached</source>
        <translation>トークンが接続されていません</translation>
    </message>
    <message>
        <source>Plug in a USB armory with GoKey. It appears here by itself.</source>
        <translation>GoKey の入った USB armory を挿してください。自動的にここに現れます。</translation>
    </message>
    <message>
        <source>Run Doctor…</source>
        <translation>診断を実行…</translation>
    </message>
    <message>
        <source>Try a simulated token</source>
        <translation>模擬トークンを試す</translation>
    </message>
    <message>
        <source>No token can be seen now</source>
        <translation>現在トークンを確認できません</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::Notices</name>
    <message>
        <source>A token may still be unlocked</source>
        <translation>トークンがまだロック解除中かもしれません</translation>
    </message>
    <message>
        <source>%1 was unplugged while unlocked</source>
        <translation>%1 がロック解除中に抜かれました</translation>
    </message>
    <message>
        <source>Without power it forgets, so it is locked now.</source>
        <translation>電源がなくなると忘れるため、今はロックされています。</translation>
    </message>
    <message>
        <source>Because the time was over.</source>
        <translation>時間が来たため。</translation>
    </message>
    <message>
        <source>Because the screen was locked.</source>
        <translation>画面がロックされたため。</translation>
    </message>
    <message>
        <source>Because the computer goes to sleep.</source>
        <translation>コンピューターがスリープするため。</translation>
    </message>
    <message numerus="yes">
        <source>Because nobody used the computer for %Ln minute(s).</source>
        <translation>
            <numerusform>コンピューターが %Ln 分間使われなかったため。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is locked</source>
        <translation>%1 はロックされました</translation>
    </message>
    <message>
        <source>%1 needs attention</source>
        <translation>%1 は対応が必要です</translation>
    </message>
    <message>
        <source>The host key has changed.</source>
        <translation>ホスト鍵が変わりました。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Look closer…</source>
        <translation>詳しく見る…</translation>
    </message>
    <message>
        <source>A new token: %1</source>
        <translation>新しいトークン: %1</translation>
    </message>
    <message>
        <source>Welcome it…</source>
        <translation>迎える…</translation>
    </message>
    <message>
        <source>%1 locks in one minute</source>
        <translation>%1 は 1 分後にロックされます</translation>
    </message>
    <message>
        <source>Keep unlocked…</source>
        <translation>ロック解除を続ける…</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::OpenPgpPage</name>
    <message>
        <source>Copy signing fingerprint</source>
        <translation>署名のフィンガープリントをコピー</translation>
    </message>
    <message>
        <source>Copy decryption fingerprint</source>
        <translation>復号のフィンガープリントをコピー</translation>
    </message>
    <message>
        <source>Copy authentication fingerprint</source>
        <translation>認証のフィンガープリントをコピー</translation>
    </message>
    <message>
        <source>No OpenPGP keys on this token.</source>
        <translation>このトークンに OpenPGP 鍵はありません。</translation>
    </message>
    <message>
        <source>gpg still asks for a PIN?</source>
        <translation>gpg がまだ PIN を求めますか?</translation>
    </message>
    <message>
        <source>The passphrase you gave here already opened the subkey. Type any six characters into gpg’s window.</source>
        <translation>ここで入力したパスフレーズで副鍵は既に開いています。gpg のウィンドウには任意の 6 文字を入力してください。</translation>
    </message>
    <message>
        <source>Signatures made</source>
        <translation>署名回数</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>公開鍵</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>カードリーダー</translation>
    </message>
    <message>
        <source>Keys protected by</source>
        <translation>鍵の保護</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>ロック解除…</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>今すぐロック</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>読み取り中…</translation>
    </message>
    <message>
        <source>Card details are from %1.</source>
        <translation>カード情報は %1 のものです。</translation>
    </message>
    <message>
        <source>Fix…</source>
        <translation>修正…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>This chip (secure storage)</source>
        <translation>このチップ (安全な記憶域)</translation>
    </message>
    <message>
        <source>Their passphrase alone</source>
        <translation>パスフレーズのみ</translation>
    </message>
    <message>
        <source>%1 – no key</source>
        <comment>Decryption</comment>
        <translation>%1 – 鍵なし</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::OverviewPage</name>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>ロック解除…</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>今すぐロック</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy short ID</source>
        <translation>短い ID をコピー</translation>
    </message>
    <message>
        <source>Short ID</source>
        <translation>短い ID</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>ファームウェア</translation>
    </message>
    <message>
        <source>Signatures made</source>
        <translation>署名回数</translation>
    </message>
    <message>
        <source>Host key</source>
        <translation>ホスト鍵</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Token %1</source>
        <translation>トークン %1</translation>
    </message>
    <message>
        <source>This firmware does not tell which one.</source>
        <translation>このファームウェアはサイト名を伝えません。</translation>
    </message>
    <message>
        <source>The site is not known here: %1</source>
        <translation>未知のサイトです: %1</translation>
    </message>
    <message>
        <source>Confirm only if you are signing in right now.</source>
        <translation>今まさにサインインしているときだけ確認してください。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln s left</source>
        <translation>
            <numerusform>残り %Ln 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>The next try is possible in %1. Restarting the token begins the wait anew.</source>
        <translation>次に試せるのは %1 後です。トークンを再起動すると待ち時間が最初からになります。</translation>
    </message>
    <message>
        <source>GoKey %1</source>
        <translation>GoKey %1</translation>
    </message>
    <message>
        <source>Not compared yet</source>
        <translation>未照合</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変わりました</translation>
    </message>
    <message>
        <source>Not checked: this unit makes a new key at every start</source>
        <translation>未確認: この機器は起動のたびに鍵が新しくなります</translation>
    </message>
    <message>
        <source>Known and unchanged</source>
        <translation>既知で変更なし</translation>
    </message>
    <message>
        <source>Probably asked by %1</source>
        <translation>要求元はおそらく %1</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::PasskeyList</name>
    <message>
        <source>That is not the PIN.</source>
        <translation>PIN が違います。</translation>
    </message>
    <message>
        <source>That is not the PIN. %1.</source>
        <translation>PIN が違います。%1。</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Plug the token in anew, then try again.</source>
        <translation>PIN を間違えすぎました。トークンを挿し直してからもう一度試してください。</translation>
    </message>
    <message>
        <source>No tries left. The PIN stays locked until the FIDO side is reset.</source>
        <translation>もう試せません。FIDO 側を初期化するまで PIN はロックされたままです。</translation>
    </message>
    <message>
        <source>No PIN is set. Without one the token does not list its passkeys.</source>
        <translation>PIN が設定されていません。PIN がないとトークンはパスキーの一覧を出しません。</translation>
    </message>
    <message>
        <source>The token</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>表示…</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隠す</translation>
    </message>
    <message>
        <source>No passkey is kept on this token.</source>
        <translation>このトークンにはパスキーがありません。</translation>
    </message>
    <message>
        <source>Passkeys</source>
        <translation>パスキー</translation>
    </message>
    <message>
        <source>Show passkeys…</source>
        <translation>パスキーを表示…</translation>
    </message>
    <message>
        <source>Hide passkeys</source>
        <translation>パスキーを隠す</translation>
    </message>
    <message>
        <source>PIN of the token</source>
        <translation>トークンの PIN</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Show passkeys</source>
        <translation>パスキーを表示</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Protected by a PIN</source>
        <translation>PIN で保護されています</translation>
    </message>
    <message>
        <source>No PIN is set</source>
        <translation>PIN が設定されていません</translation>
    </message>
    <message numerus="yes">
        <source>Room for %Ln more</source>
        <translation>
            <numerusform>あと %Ln 件保存できます</numerusform>
        </translation>
    </message>
    <message>
        <source>A PIN has %1 to %2 characters.</source>
        <translation>PIN は %1 文字以上 %2 文字以下です。</translation>
    </message>
    <message>
        <source>No protected memory is left,</source>
        <translation>保護されたメモリの空きがないため、</translation>
    </message>
    <message>
        <source>so a PIN cannot be held safely. Close other programs and try again.</source>
        <translation>PIN を安全に保持できません。ほかのプログラムを閉じてもう一度試してください。</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::PinentryUnlock</name>
    <message>
        <source>Unlock signing of %1.</source>
        <translation>%1 の署名をロック解除します。</translation>
    </message>
    <message>
        <source>Unlock decryption of %1.</source>
        <translation>%1 の復号をロック解除します。</translation>
    </message>
    <message>
        <source>Unlock signing and decryption of %1.</source>
        <translation>%1 の署名と復号をロック解除します。</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>3 tries left</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>GoKey Manager</source>
        <translation>GoKey Manager</translation>
    </message>
    <message>
        <source>Passphrase:</source>
        <translation>パスフレーズ:</translation>
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
        <translation>閉じると要求は期限切れになります。</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>閉じる(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>確認(&amp;C)</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>who asks, name of the token, seconds left</comment>
        <translation>%1、%2、%3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s) left</source>
        <translation>
            <numerusform>残り %Ln 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Confirming…</source>
        <translation>確認中…</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::PresencePresenter</name>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>確認されませんでした</translation>
    </message>
    <message>
        <source>That was too late</source>
        <translation>間に合いませんでした</translation>
    </message>
    <message>
        <source>The request had ended. Nothing was approved.</source>
        <translation>要求は終了していました。何も承認していません。</translation>
    </message>
    <message>
        <source>Nobody confirmed in time</source>
        <translation>時間内に確認されませんでした</translation>
    </message>
    <message>
        <source>Nothing was approved. Start again on the site.</source>
        <translation>何も承認していません。サイトでやり直してください。</translation>
    </message>
    <message>
        <source>%1 was unplugged</source>
        <translation>%1 が抜かれました</translation>
    </message>
    <message>
        <source>Nothing was approved.</source>
        <translation>何も承認していません。</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::ReceiptDialog</name>
    <message>
        <source>Receipt – GoKey Manager</source>
        <translation>受領証 – GoKey Manager</translation>
    </message>
    <message>
        <source>&amp;Trust this token</source>
        <translation>このトークンを信頼する(&amp;T)</translation>
    </message>
    <message>
        <source>To replace the host key that is known, type the short ID %1:</source>
        <translation>既知のホスト鍵を置き換えるには、短い ID %1 を入力してください:</translation>
    </message>
    <message>
        <source>Short ID</source>
        <translation>短い ID</translation>
    </message>
    <message>
        <source>What the receipt says</source>
        <translation>受領証の内容</translation>
    </message>
    <message>
        <source>Set up on</source>
        <translation>設定日</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>記載なし</translation>
    </message>
    <message>
        <source>Card holder</source>
        <translation>カード所有者</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>ファームウェア</translation>
    </message>
    <message>
        <source>GoKey %1</source>
        <translation>GoKey %1</translation>
    </message>
    <message>
        <source>OpenPGP key</source>
        <translation>OpenPGP 鍵</translation>
    </message>
    <message>
        <source>SSH keys let in</source>
        <translation>許可された SSH 鍵</translation>
    </message>
    <message>
        <source>The token shows no host key now.</source>
        <translation>トークンは今ホスト鍵を示していません。</translation>
    </message>
    <message>
        <source>Plug it in and try again. Nothing was trusted.</source>
        <translation>接続してもう一度試してください。何も信頼されていません。</translation>
    </message>
    <message>
        <source>It is of another token.</source>
        <translation>別のトークンのものです。</translation>
    </message>
    <message>
        <source>This one has the short ID %1. Nothing was trusted.</source>
        <translation>このトークンの短い ID は %1 です。何も信頼されていません。</translation>
    </message>
    <message>
        <source>It names another host key than the token shows.</source>
        <translation>トークンが示すものとは別のホスト鍵が記載されています。</translation>
    </message>
    <message>
        <source>This may not be the token that it was made for. Nothing was trusted; ask whoever set it up.</source>
        <translation>受領証の対象のトークンではない可能性があります。何も信頼されていません。設定した人に確認してください。</translation>
    </message>
    <message>
        <source>It is of this token.</source>
        <translation>このトークンのものです。</translation>
    </message>
    <message>
        <source>A receipt is worth as much as the way it came to you: take it from whoever set the token up.</source>
        <translation>受領証の確かさは、受け取った経路次第です。トークンを設定した人から受け取ってください。</translation>
    </message>
    <message>
        <source>&amp;Replace the host key</source>
        <translation>ホスト鍵を置き換える(&amp;R)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>U2F certificate</source>
        <translation>U2F 証明書</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::RenameDialog</name>
    <message>
        <source>A name has no colon and does not begin with a hyphen.</source>
        <translation>名前にコロンは使えず、ハイフンで始めることもできません。</translation>
    </message>
    <message>
        <source>Another token has this name. Both keep it; their short IDs tell them apart.</source>
        <translation>同じ名前のトークンがあります。両方ともそのまま使え、短い ID で見分けられます。</translation>
    </message>
    <message>
        <source>Only this computer uses the name. You can change it later.</source>
        <translation>この名前はこのコンピューターだけで使います。後で変えられます。</translation>
    </message>
    <message>
        <source>Rename – GoKey Manager</source>
        <translation>名前の変更 – GoKey Manager</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>名前を変更(&amp;R)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Short ID %1</source>
        <translation>短い ID %1</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::Ring</name>
    <message numerus="yes">
        <source>%Ln second(s) left</source>
        <translation>
            <numerusform>残り %Ln 秒</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::SecretEdit</name>
    <message>
        <source>&amp;Paste</source>
        <translation>貼り付け(&amp;P)</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>消去(&amp;L)</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::Session</name>
    <message>
        <source>Tokens are locked before the computer sleeps</source>
        <translation>コンピューターのスリープ前にトークンをロックします</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::SettingsPage</name>
    <message>
        <source>until the screen locks</source>
        <translation>画面がロックされるまで</translation>
    </message>
    <message>
        <source>until unplugged</source>
        <translation>抜くまで</translation>
    </message>
    <message>
        <source>this app’s window</source>
        <translation>このアプリのウィンドウ</translation>
    </message>
    <message>
        <source>pinentry</source>
        <translation>pinentry</translation>
    </message>
    <message>
        <source>Lock by itself</source>
        <translation>自動ロック</translation>
    </message>
    <message>
        <source>When the screen locks</source>
        <translation>画面がロックされたとき</translation>
    </message>
    <message>
        <source>Before the computer sleeps</source>
        <translation>コンピューターのスリープ前</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>ロック解除</translation>
    </message>
    <message>
        <source>Keep unlocked for</source>
        <translation>ロック解除の時間</translation>
    </message>
    <message>
        <source>Ask with</source>
        <translation>入力方法</translation>
    </message>
    <message>
        <source>Unlock signing and decryption together</source>
        <translation>署名と復号をまとめてロック解除する</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>在席の確認</translation>
    </message>
    <message>
        <source>Show who asks, and for how long</source>
        <translation>要求元と残り時間を表示する</translation>
    </message>
    <message>
        <source>Use our own window even in Do Not Disturb</source>
        <translation>おやすみモード中も独自のウィンドウを使う</translation>
    </message>
    <message>
        <source>Also while the screen is locked</source>
        <translation>画面のロック中も</translation>
    </message>
    <message>
        <source>Play a sound</source>
        <translation>音を鳴らす</translation>
    </message>
    <message>
        <source>A click on the tray icon confirms</source>
        <translation>トレイアイコンのクリックで確認する</translation>
    </message>
    <message>
        <source>A slip of the hand would approve a sign-in</source>
        <translation>うっかりクリックするとサインインを承認してしまいます</translation>
    </message>
    <message>
        <source>Tell me when</source>
        <translation>知らせるとき</translation>
    </message>
    <message>
        <source>A token locks by itself</source>
        <translation>トークンが自動的にロックされた</translation>
    </message>
    <message>
        <source>A token is unplugged while unlocked</source>
        <translation>トークンがロック解除中に抜かれた</translation>
    </message>
    <message>
        <source>Nobody confirmed in time</source>
        <translation>時間内に確認されませんでした</translation>
    </message>
    <message>
        <source>Something needs me</source>
        <translation>対応が必要になった</translation>
    </message>
    <message>
        <source>A token locks in one minute</source>
        <translation>トークンが 1 分後にロックされる</translation>
    </message>
    <message>
        <source>Keep running in the tray when closed</source>
        <translation>閉じてもトレイで動作を続ける</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起動</translation>
    </message>
    <message>
        <source>Keep running in the background when closed</source>
        <translation>閉じても背後で動作を続ける</translation>
    </message>
    <message>
        <source>Set by your administrator</source>
        <translation>管理者が設定しました</translation>
    </message>
    <message>
        <source>When the token is unplugged</source>
        <translation>トークンが抜かれたとき</translation>
    </message>
    <message>
        <source>Always on: without power it forgets</source>
        <translation>常にオン: 電源がなくなると忘れます</translation>
    </message>
    <message>
        <source>After</source>
        <comment>… 15 minutes without input</comment>
        <translation>経過後</translation>
    </message>
    <message>
        <source>Lock after a time without input</source>
        <translation>入力のない時間が続いたらロックする</translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln 分</numerusform>
        </translation>
    </message>
    <message>
        <source>Time without input</source>
        <translation>入力のない時間</translation>
    </message>
    <message>
        <source>without input</source>
        <comment>After 15 minutes …</comment>
        <translation>入力なしで</translation>
    </message>
    <message>
        <source>Start when I log in</source>
        <translation>ログイン時に起動する</translation>
    </message>
    <message>
        <source>Line %1 of the settings file is not readable.</source>
        <translation>設定ファイルの %1 行目を読み取れません。</translation>
    </message>
    <message>
        <source>Default settings are used until it is corrected.</source>
        <translation>直すまで既定の設定を使います。</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>ファイルを開く</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln 時間</numerusform>
        </translation>
    </message>
    <message>
        <source>Offer shortcuts to the desktop</source>
        <translation>デスクトップにショートカットを提供する</translation>
    </message>
    <message>
        <source>Keys that work everywhere</source>
        <translation>どこでも使えるキー</translation>
    </message>
    <message>
        <source>This desktop has none for programs. Bind %1 and %2 in its keyboard settings.</source>
        <translation>このデスクトップにはプログラム用のものがありません。キーボード設定で %1 と %2 を割り当ててください。</translation>
    </message>
    <message>
        <source>To lock all and to confirm; you choose the keys</source>
        <translation>ロックと確認用。キーは自分で選びます</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::StepBar</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>手順 %1/%2: %3</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::StepDialog</name>
    <message>
        <source>Not now</source>
        <translation>今はしない</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::TokenDrawing</name>
    <message>
        <source>blue</source>
        <translation>青</translation>
    </message>
    <message>
        <source>white</source>
        <translation>白</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::TokenListModel</name>
    <message>
        <source>%1, %2</source>
        <comment>name, state</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>No token</source>
        <translation>トークンなし</translation>
    </message>
    <message>
        <source>%1, short ID %2, %3</source>
        <translation>%1、短い ID %2、%3</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不明</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::Tray</name>
    <message>
        <source>Con&amp;firm presence</source>
        <translation>在席を確認(&amp;F)</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::TrustPage</name>
    <message>
        <source>%1.</source>
        <comment>number in a list</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>To check it, open this page on a second computer, or scan the code there. All three forms say the same; one match is enough.</source>
        <translation>確かめるには、別のコンピューターでこのページを開くか、そこでコードを読み取ってください。3 つの形はどれも同じ内容で、1 つ一致すれば十分です。</translation>
    </message>
    <message>
        <source>Copy fingerprint</source>
        <translation>フィンガープリントをコピー</translation>
    </message>
    <message>
        <source>Compare with scanned text…</source>
        <translation>読み取ったテキストと照合…</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>忘れる…</translation>
    </message>
    <message>
        <source>Forget the host key…</source>
        <translation>ホスト鍵を忘れる…</translation>
    </message>
    <message>
        <source>Scanned text</source>
        <translation>読み取ったテキスト</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘れる</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>そのままにする</translation>
    </message>
    <message>
        <source>Forget the host key of %1?</source>
        <translation>%1 のホスト鍵を忘れますか?</translation>
    </message>
    <message>
        <source>The next time you will be asked to compare it again.</source>
        <translation>次回、もう一度照合を求められます。</translation>
    </message>
    <message>
        <source>This unit makes a new host key at every start,</source>
        <translation>この機器は起動のたびにホスト鍵が新しくなるため、</translation>
    </message>
    <message>
        <source>so it cannot be recognised. Unlocking is off for it.</source>
        <translation>見分けられません。ロック解除は無効です。</translation>
    </message>
    <message>
        <source>This token is new here.</source>
        <translation>このトークンは初めてです。</translation>
    </message>
    <message>
        <source>Compare its host key before you use it.</source>
        <translation>使う前にホスト鍵を照合してください。</translation>
    </message>
    <message>
        <source>Welcome it…</source>
        <translation>迎える…</translation>
    </message>
    <message>
        <source>Its host key is the one pinned on %1, from the provisioning receipt.</source>
        <translation>ホスト鍵は %1 に設定の受領証から登録されたものです。</translation>
    </message>
    <message>
        <source>This is the token you know.</source>
        <translation>これは既知のトークンです。</translation>
    </message>
    <message>
        <source>That is not a host key.</source>
        <translation>ホスト鍵ではありません。</translation>
    </message>
    <message>
        <source>Paste the whole text of the code, the fingerprint, or the twelve words.</source>
        <translation>コードのテキスト全体、フィンガープリント、または 12 個の単語を貼り付けてください。</translation>
    </message>
    <message>
        <source>The same.</source>
        <translation>一致します。</translation>
    </message>
    <message>
        <source>Different:</source>
        <translation>一致しません:</translation>
    </message>
    <message>
        <source>this is not the key that was scanned.</source>
        <translation>読み取った鍵とは違います。</translation>
    </message>
    <message>
        <source>Import receipt…</source>
        <translation>受領証を取り込む…</translation>
    </message>
    <message>
        <source>Nobody has compared this host key.</source>
        <translation>このホスト鍵はまだ照合されていません。</translation>
    </message>
    <message>
        <source>It is the one seen first, on %1, and has not changed since.</source>
        <translation>%1 に最初に確認したもので、それ以降変わっていません。</translation>
    </message>
    <message>
        <source>It has not changed since it was seen first.</source>
        <translation>最初に確認したときから変わっていません。</translation>
    </message>
    <message>
        <source>I have compared it</source>
        <translation>照合しました</translation>
    </message>
    <message>
        <source>Its host key was compared on %1.</source>
        <translation>ホスト鍵は %1 に照合されました。</translation>
    </message>
    <message>
        <source>so it cannot be recognised. Unlocking it was allowed all the same.</source>
        <translation>見分けられません。それでもロック解除が許可されています。</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::UnlockDialog</name>
    <message>
        <source>until the screen locks</source>
        <translation>画面がロックされるまで</translation>
    </message>
    <message>
        <source>until unplugged</source>
        <translation>抜くまで</translation>
    </message>
    <message>
        <source>Subkey</source>
        <translation>副鍵</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>パスフレーズ</translation>
    </message>
    <message>
        <source>What to do…</source>
        <translation>どうすればよいか…</translation>
    </message>
    <message>
        <source>Unlock – GoKey Manager</source>
        <translation>ロック解除 – GoKey Manager</translation>
    </message>
    <message>
        <source>Keep unlocked</source>
        <translation>ロック解除の時間</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>ロック解除(&amp;U)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Signing is unlocked. Decryption has another passphrase.</source>
        <translation>署名はロック解除しました。復号のパスフレーズは別です。</translation>
    </message>
    <message>
        <source>Decryption is unlocked. Signing has another passphrase.</source>
        <translation>復号はロック解除しました。署名のパスフレーズは別です。</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>3 tries left</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>That is not the passphrase.</source>
        <translation>パスフレーズが違います。</translation>
    </message>
    <message>
        <source>Tries left: not known, the card reader is taken. A wrong passphrase counts.</source>
        <translation>残り回数: 不明 (カードリーダーが使用中)。間違えると 1 回と数えます。</translation>
    </message>
    <message>
        <source>%1. After that this subkey stays locked.</source>
        <comment>1 try left</comment>
        <translation>%1。その後、この副鍵はロックされたままになります。</translation>
    </message>
    <message>
        <source>No protected memory is left, so a passphrase cannot be held safely. Close other programs and try again.</source>
        <translation>保護されたメモリーが足りないため、パスフレーズを安全に保持できません。ほかのプログラムを閉じてもう一度試してください。</translation>
    </message>
    <message>
        <source>%1 was unplugged. Nothing is lost.</source>
        <translation>%1 が抜かれました。何も失われていません。</translation>
    </message>
    <message>
        <source>The token has not answered yet.</source>
        <translation>トークンがまだ応答していません。</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>検査中…</translation>
    </message>
    <message>
        <source>Waiting: a site asks for your presence first.</source>
        <translation>待機中: サイトが先に在席の確認を求めています。</translation>
    </message>
    <message>
        <source>No tries left now. Next try possible in %1.</source>
        <translation>今は試せません。次に試せるのは %1 後です。</translation>
    </message>
    <message>
        <source>No tries left. The subkey stays locked until the token restarts.</source>
        <translation>もう試せません。この副鍵はトークンが再起動するまでロックされたままです。</translation>
    </message>
    <message numerus="yes">
        <source>A passphrase has at most %Ln byte(s). Nothing of this was taken.</source>
        <translation>
            <numerusform>パスフレーズは最大 %Ln バイトです。何も取り込みませんでした。</numerusform>
        </translation>
    </message>
    <message>
        <source>A shorter time needs no passphrase.</source>
        <translation>時間を短くするならパスフレーズは不要です。</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Caps Lock がオンです。</translation>
    </message>
    <message>
        <source>Keep %1 unlocked</source>
        <translation>%1 のロック解除を続ける</translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation>%1 をロック解除</translation>
    </message>
    <message>
        <source>Short ID %1</source>
        <translation>短い ID %1</translation>
    </message>
    <message>
        <source>Passphrase for signing</source>
        <translation>署名のパスフレーズ</translation>
    </message>
    <message>
        <source>Passphrase for decryption</source>
        <translation>復号のパスフレーズ</translation>
    </message>
    <message>
        <source>Passphrase for signing and decryption</source>
        <translation>署名と復号のパスフレーズ</translation>
    </message>
    <message numerus="yes">
        <source>for %Ln minute(s)</source>
        <translation>
            <numerusform>%Ln 分間</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>for %Ln hour(s)</source>
        <translation>
            <numerusform>%Ln 時間</numerusform>
        </translation>
    </message>
</context>
</TS>
