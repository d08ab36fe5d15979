<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>نُسخ</translation>
    </message>
</context>
<context>
    <name>DesktopChecks</name>
    <message>
        <source>Desktop bus</source>
        <translation>ناقل سطح المكتب</translation>
    </message>
    <message>
        <source>The desktop bus is there.</source>
        <translation>ناقل سطح المكتب موجود.</translation>
    </message>
    <message>
        <source>Log in through the desktop, or start the app with %1.</source>
        <translation>سجّل الدخول من سطح المكتب، أو شغّل التطبيق عبر %1.</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>صينية النظام</translation>
    </message>
    <message>
        <source>This desktop shows the tray icon.</source>
        <translation>يعرض سطح المكتب هذا أيقونة الصينية.</translation>
    </message>
    <message>
        <source>On GNOME, install the extension AppIndicator (package %1). Other panels have a tray, or status area, that can be added.</source>
        <translation>في GNOME ثبّت الإضافة AppIndicator (الحزمة %1). وفي اللوحات الأخرى صينية أو منطقة حالة يمكن إضافتها.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>الإشعارات</translation>
    </message>
    <message>
        <source>This desktop shows notifications with buttons.</source>
        <translation>يعرض سطح المكتب هذا إشعارات ذات أزرار.</translation>
    </message>
    <message>
        <source>No notification service. Requests are shown in a window of our own.</source>
        <translation>لا توجد خدمة إشعارات. تظهر الطلبات في نافذة للتطبيق نفسه.</translation>
    </message>
    <message>
        <source>Start a notification service whose notifications have buttons; most desktops bring one.</source>
        <translation>شغّل خدمة إشعارات تُظهر أزرارًا؛ معظم أسطح المكتب تأتي بواحدة.</translation>
    </message>
</context>
<context>
    <name>KeyTexts</name>
    <message>
        <source>Next try possible in %1</source>
        <translation>المحاولة التالية ممكنة بعد %1</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>لا مفتاح</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>Unlocked %1</source>
        <comment>until 14:12</comment>
        <translation>مفتوح %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>8:42</comment>
        <translation>بقي %1</translation>
    </message>
    <message>
        <source>This firmware cannot unlock it</source>
        <translation>لا تستطيع هذه البرمجية فتحه</translation>
    </message>
    <message>
        <source>Locked · opens together with decryption</source>
        <translation>مقفل · يُفتح مع فك التعمية</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>مقفل</translation>
    </message>
    <message>
        <source>Unlock signing…</source>
        <translation>فتح التوقيع…</translation>
    </message>
    <message>
        <source>Unlock decryption…</source>
        <translation>فتح فك التعمية…</translation>
    </message>
    <message>
        <source>Lock signing now</source>
        <translation>قفل التوقيع الآن</translation>
    </message>
    <message>
        <source>Lock decryption now</source>
        <translation>قفل فك التعمية الآن</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>غير متصل</translation>
    </message>
    <message>
        <source>Blue is off</source>
        <translation>الأزرق مطفأ</translation>
    </message>
    <message>
        <source>No subkey unlocked</source>
        <translation>لا مفتاح فرعي مفتوح</translation>
    </message>
    <message>
        <source>Blue is on</source>
        <translation>الأزرق مضاء</translation>
    </message>
    <message>
        <source>Not set up yet</source>
        <translation>غير معدّ بعد</translation>
    </message>
    <message>
        <source>Signing and decryption subkeys unlocked</source>
        <translation>مفتاحا التوقيع وفك التعمية مفتوحان</translation>
    </message>
    <message>
        <source>A subkey is unlocked</source>
        <translation>مفتاح فرعي مفتوح</translation>
    </message>
    <message>
        <source>Signing subkey unlocked</source>
        <translation>مفتاح التوقيع مفتوح</translation>
    </message>
    <message>
        <source>Decryption subkey unlocked</source>
        <translation>مفتاح فك التعمية مفتوح</translation>
    </message>
    <message>
        <source>White is off</source>
        <translation>الأبيض مطفأ</translation>
    </message>
    <message>
        <source>Nothing in progress</source>
        <translation>لا شيء قيد التنفيذ</translation>
    </message>
    <message>
        <source>White blinks</source>
        <translation>الأبيض يومض</translation>
    </message>
    <message>
        <source>White is on</source>
        <translation>الأبيض مضاء</translation>
    </message>
    <message>
        <source>Decrypting</source>
        <translation>فك تعمية</translation>
    </message>
    <message>
        <source>Authenticating</source>
        <translation>استيثاق</translation>
    </message>
    <message>
        <source>The token is working</source>
        <translation>الجهاز يعمل</translation>
    </message>
    <message>
        <source>Signing</source>
        <comment>in progress</comment>
        <translation>التوقيع</translation>
    </message>
    <message>
        <source>Storage damaged</source>
        <translation>التخزين تالف</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>Confirm only if you are signing in right now.</source>
        <translation>لا تؤكد إلا إن كنت تسجّل الدخول الآن.</translation>
    </message>
    <message>
        <source>Confirm within %1 s, and only if you are signing in right now.</source>
        <translation>أكد خلال %1 ث، وفقط إن كنت تسجّل الدخول الآن.</translation>
    </message>
    <message>
        <source>%1: %2 asks for your presence</source>
        <comment>name of a token: a site</comment>
        <translation>%1: يطلب %2 حضورك</translation>
    </message>
    <message>
        <source>Probably asked by %1</source>
        <translation>طلبه على الأرجح %1</translation>
    </message>
    <message>
        <source>Probably asked by %1.</source>
        <translation>طلبه على الأرجح %1.</translation>
    </message>
    <message>
        <source>Confirm within %1 s. Dismiss lets it lapse.</source>
        <translation>أكد خلال %1 ث. يتركه «تجاهل» ينقضي.</translation>
    </message>
    <message>
        <source>%1: a site asks for your presence</source>
        <comment>name of a token</comment>
        <translation>%1: يطلب موقع حضورك</translation>
    </message>
    <message>
        <source>This firmware does not tell which one.</source>
        <translation>لا تخبر هذه البرمجية بأي موقع.</translation>
    </message>
    <message>
        <source>The site is not known here: %1</source>
        <translation>الموقع غير معروف هنا: %1</translation>
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
        <translation>التوقيع وفك التعمية مفتوحان</translation>
    </message>
    <message>
        <source>signing unlocked</source>
        <translation>التوقيع مفتوح</translation>
    </message>
    <message>
        <source>decryption unlocked</source>
        <translation>فك التعمية مفتوح</translation>
    </message>
    <message>
        <source>unlocked</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>Host key changed</source>
        <translation>تغيّر مفتاح المضيف</translation>
    </message>
    <message>
        <source>host key changed</source>
        <translation>تغيّر مفتاح المضيف</translation>
    </message>
    <message>
        <source>No tries left</source>
        <translation>لم تبقَ محاولات</translation>
    </message>
    <message>
        <source>no tries left</source>
        <translation>لم تبقَ محاولات</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>يحتاج إلى انتباه</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>يحتاج إلى انتباه</translation>
    </message>
    <message>
        <source>Signing…</source>
        <translation>توقيع…</translation>
    </message>
    <message>
        <source>signing</source>
        <translation>يوقّع</translation>
    </message>
    <message>
        <source>Decrypting…</source>
        <translation>فك تعمية…</translation>
    </message>
    <message>
        <source>decrypting</source>
        <translation>يفك التعمية</translation>
    </message>
    <message>
        <source>Authenticating…</source>
        <translation>استيثاق…</translation>
    </message>
    <message>
        <source>authenticating</source>
        <translation>يستوثق</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>يتصل…</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>يتصل</translation>
    </message>
    <message>
        <source>Not attached</source>
        <translation>غير موصول</translation>
    </message>
    <message>
        <source>not attached</source>
        <translation>غير موصول</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>لا يجيب</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>لا يجيب</translation>
    </message>
    <message>
        <source>Waiting for firmware</source>
        <translation>ينتظر البرمجية</translation>
    </message>
    <message>
        <source>waiting for firmware</source>
        <translation>ينتظر البرمجية</translation>
    </message>
    <message>
        <source>Not set up yet</source>
        <translation>غير معدّ بعد</translation>
    </message>
    <message>
        <source>not set up yet</source>
        <translation>غير معدّ بعد</translation>
    </message>
    <message>
        <source>Not started yet</source>
        <translation>لم يبدأ بعد</translation>
    </message>
    <message>
        <source>not started yet</source>
        <translation>لم يبدأ بعد</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>مقفل</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>مقفل</translation>
    </message>
    <message>
        <source>presence requested</source>
        <translation>الحضور مطلوب</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>التوقيع</translation>
    </message>
    <message>
        <source>Decryption</source>
        <translation>فك التعمية</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>الاستيثاق</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>كلاهما</translation>
    </message>
    <message numerus="yes">
        <source>%Ln try(s) left</source>
        <translation>
            <numerusform>لم تبقَ محاولات</numerusform>
            <numerusform>بقيت محاولة واحدة</numerusform>
            <numerusform>بقيت محاولتان</numerusform>
            <numerusform>بقيت %Ln محاولات</numerusform>
            <numerusform>بقيت %Ln محاولة</numerusform>
            <numerusform>بقيت %Ln محاولة</numerusform>
        </translation>
    </message>
    <message>
        <source>Signing and decryption unlocked</source>
        <translation>فُتح التوقيع وفك التعمية</translation>
    </message>
    <message>
        <source>Signing unlocked</source>
        <translation>فُتح التوقيع</translation>
    </message>
    <message>
        <source>Decryption unlocked</source>
        <translation>فُتح فك التعمية</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>Signing and decryption locked</source>
        <translation>قُفل التوقيع وفك التعمية</translation>
    </message>
    <message>
        <source>Signing locked</source>
        <translation>قُفل التوقيع</translation>
    </message>
    <message>
        <source>Decryption locked</source>
        <translation>قُفل فك التعمية</translation>
    </message>
    <message>
        <source>the time was over</source>
        <translation>انتهت المدة</translation>
    </message>
    <message>
        <source>the screen was locked</source>
        <translation>قُفلت الشاشة</translation>
    </message>
    <message>
        <source>the computer goes to sleep</source>
        <translation>ينام الحاسوب</translation>
    </message>
    <message>
        <source>nobody used the computer</source>
        <translation>لم يستعمل أحد الحاسوب</translation>
    </message>
    <message>
        <source>it was unplugged</source>
        <translation>فُصل</translation>
    </message>
    <message>
        <source>the token did it by itself</source>
        <translation>فعله الجهاز من نفسه</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>حتى %1</translation>
    </message>
    <message>
        <source>until the screen locks</source>
        <translation>حتى تُقفل الشاشة</translation>
    </message>
    <message>
        <source>until unplugged</source>
        <translation>حتى الفصل</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>unlocked, until when</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Plug in a USB armory with GoKey. It appears here by itself.</source>
        <translation>صِل جهاز USB armory عليه GoKey. يظهر هنا من نفسه.</translation>
    </message>
    <message>
        <source>The token is plugged in, but its console is silent.</source>
        <translation>الجهاز موصول لكن وحدة تحكمه صامتة.</translation>
    </message>
    <message>
        <source>The token is plugged in, but its console is silent. Last seen %1.</source>
        <translation>الجهاز موصول لكن وحدة تحكمه صامتة. شوهد آخر مرة %1.</translation>
    </message>
    <message>
        <source>The token started without firmware (boot ROM). Nothing on it is usable until it is flashed.</source>
        <translation>بدأ الجهاز بلا برمجية (ذاكرة الإقلاع). لا شيء فيه صالح للاستعمال حتى تُكتب.</translation>
    </message>
    <message>
        <source>This token is in factory state. It holds no keys.</source>
        <translation>هذا الجهاز في حالة المصنع. لا مفاتيح فيه.</translation>
    </message>
    <message>
        <source>The card is not initialised. Unlocking does that too.</source>
        <translation>البطاقة غير مهيأة. الفتح يهيئها أيضًا.</translation>
    </message>
    <message>
        <source>Signing and decryption are locked.</source>
        <translation>التوقيع وفك التعمية مقفلان.</translation>
    </message>
    <message>
        <source>The token is working. Leave it plugged in.</source>
        <translation>الجهاز يعمل. أبقِه موصولًا.</translation>
    </message>
    <message>
        <source>Nothing was sent to this token.</source>
        <translation>لم يُرسل شيء إلى هذا الجهاز.</translation>
    </message>
    <message>
        <source>The subkey stays locked until the token restarts.</source>
        <translation>يبقى المفتاح الفرعي مقفلًا حتى يُعاد تشغيل الجهاز.</translation>
    </message>
    <message>
        <source>Restarting the token begins the wait anew.</source>
        <translation>إعادة تشغيل الجهاز تبدأ الانتظار من جديد.</translation>
    </message>
    <message>
        <source>a site</source>
        <translation>موقع</translation>
    </message>
    <message>
        <source>%1 asks for your presence</source>
        <translation>يطلب %1 حضورك</translation>
    </message>
    <message>
        <source>A site asks for your presence</source>
        <translation>يطلب موقع حضورك</translation>
    </message>
    <message>
        <source>Does not let this computer in</source>
        <translation>لا يُدخل هذا الحاسوب</translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>لا إذن</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>مشغول</translation>
    </message>
    <message>
        <source>%1 was unplugged. Nothing is lost: plug it in and try again.</source>
        <translation>فُصل %1. لم يضِع شيء: صِله وحاول مجددًا.</translation>
    </message>
    <message>
        <source>This user may not talk to the token.</source>
        <translation>لا يُسمح لهذا المستخدم بمخاطبة الجهاز.</translation>
    </message>
    <message>
        <source>Another program holds the card reader.</source>
        <translation>يحتكر برنامج آخر قارئ البطاقات.</translation>
    </message>
    <message>
        <source>Another program holds the card reader: %1.</source>
        <translation>يحتكر برنامج آخر قارئ البطاقات: %1.</translation>
    </message>
    <message>
        <source>%1 does not answer. The rest of this window keeps working.</source>
        <translation>‏%1 لا يجيب. يبقى سائر هذه النافذة يعمل.</translation>
    </message>
    <message>
        <source>The token waits for firmware.</source>
        <translation>ينتظر الجهاز البرمجية.</translation>
    </message>
    <message>
        <source>The token does not know this computer&apos;s SSH key.</source>
        <translation>لا يعرف الجهاز مفتاح SSH لهذا الحاسوب.</translation>
    </message>
    <message>
        <source>The host key has changed. This may not be your token. Nothing was sent to it: no passphrase, no request.</source>
        <translation>تغيّر مفتاح المضيف. ربما ليس هذا جهازك. لم يُرسل إليه شيء: لا عبارة مرور ولا طلب.</translation>
    </message>
    <message>
        <source>That is not the passphrase.</source>
        <translation>ليست هذه عبارة المرور.</translation>
    </message>
    <message>
        <source>That is not the passphrase. %1.</source>
        <translation>ليست هذه عبارة المرور. %1.</translation>
    </message>
    <message>
        <source>Signing is locked.</source>
        <translation>التوقيع مقفل.</translation>
    </message>
    <message>
        <source>That was too late. The request had ended. Nothing was approved.</source>
        <translation>فات الأوان. كان الطلب قد انتهى. لم يُوافق على شيء.</translation>
    </message>
    <message>
        <source>Nobody confirmed in time. Nothing was approved. Start again on the site.</source>
        <translation>لم يؤكد أحد في الوقت المحدد. لم يُوافق على شيء. ابدأ من جديد في الموقع.</translation>
    </message>
    <message>
        <source>The token said something this program does not understand.</source>
        <translation>قال الجهاز ما لا يفهمه هذا البرنامج.</translation>
    </message>
    <message>
        <source>This firmware cannot do that.</source>
        <translation>لا تستطيع هذه البرمجية ذلك.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>new</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>Compare its host key before you use it.</source>
        <translation>قارن مفتاح مضيفه قبل استعماله.</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Confirming destroys every key on it.</source>
        <translation>التأكيد يدمّر كل مفاتيحه.</translation>
    </message>
    <message>
        <source>The token is to be emptied</source>
        <translation>طُلب إفراغ الجهاز</translation>
    </message>
    <message>
        <source>No answer in %1 s. What happened is not known; reading the state again.</source>
        <translation>لا جواب خلال %1 ث. لا يُعرف ما حدث؛ تُقرأ الحالة من جديد.</translation>
    </message>
    <message>
        <source>May still be unlocked</source>
        <translation>ربما ما زال مفتوحًا</translation>
    </message>
    <message>
        <source>may still be unlocked</source>
        <translation>ربما ما زال مفتوحًا</translation>
    </message>
    <message>
        <source>%1 did not answer when it was to be locked. Unplug it to be sure; locking is tried again until it answers.</source>
        <translation>لم يُجب %1 حين كان يجب قفله. افصله لتتأكد؛ ويُعاد القفل حتى يُجيب.</translation>
    </message>
    <message>
        <source>Storage damaged</source>
        <translation>التخزين تالف</translation>
    </message>
    <message>
        <source>storage damaged</source>
        <translation>التخزين تالف</translation>
    </message>
    <message>
        <source>What this token stores cannot be opened, so none of its keys can be used. A factory reset makes it new: gokeyctl factory-reset.</source>
        <translation>لا يمكن فتح ما يخزّنه هذا الجهاز، لذلك لا يمكن استعمال أي من مفاتيحه. إعادته إلى حالة المصنع تجعله جديدًا: gokeyctl factory-reset.</translation>
    </message>
    <message>
        <source>Reading its state.</source>
        <translation>تُقرأ حالته.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>غير متصل</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>غير متصل</translation>
    </message>
    <message>
        <source>Connecting was cancelled.</source>
        <translation>أُلغي الاتصال.</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>unlocked</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>working</source>
        <translation>يعمل</translation>
    </message>
    <message>
        <source>presence requested</source>
        <translation>الحضور مطلوب</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>يحتاج إلى انتباه</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a token: its state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>signing and decryption subkeys unlocked</source>
        <translation>مفتاحا التوقيع وفك التعمية مفتوحان</translation>
    </message>
    <message>
        <source>signing subkey unlocked</source>
        <translation>مفتاح التوقيع مفتوح</translation>
    </message>
    <message>
        <source>decryption subkey unlocked</source>
        <translation>مفتاح فك التعمية مفتوح</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what is unlocked, until when</comment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Blue off, white off</source>
        <translation>الأزرق مطفأ، الأبيض مطفأ</translation>
    </message>
    <message>
        <source>Blue on: %1</source>
        <translation>الأزرق مضاء: %1</translation>
    </message>
    <message>
        <source>White on: %1</source>
        <translation>الأبيض مضاء: %1</translation>
    </message>
    <message>
        <source>a site</source>
        <translation>موقع</translation>
    </message>
    <message>
        <source>White blinking: %1 asks</source>
        <translation>الأبيض يومض: يطلب %1</translation>
    </message>
    <message>
        <source>The host key has changed</source>
        <translation>تغيّر مفتاح المضيف</translation>
    </message>
    <message>
        <source>GoKey Manager</source>
        <translation>GoKey Manager</translation>
    </message>
    <message>
        <source>No token attached</source>
        <translation>لا جهاز موصول</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>&amp;Unlock</source>
        <translation>ا&amp;فتح</translation>
    </message>
    <message>
        <source>&amp;Signing…</source>
        <translation>الت&amp;وقيع…</translation>
    </message>
    <message>
        <source>&amp;Decryption…</source>
        <translation>ف&amp;ك التعمية…</translation>
    </message>
    <message>
        <source>&amp;Both…</source>
        <translation>كلا&amp;هما…</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>name of a token – its state</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>ا&amp;قفل الآن</translation>
    </message>
    <message>
        <source>&amp;Copy short ID</source>
        <translation>ا&amp;نسخ المعرّف القصير</translation>
    </message>
    <message>
        <source>De&amp;tails…</source>
        <translation>ال&amp;تفاصيل…</translation>
    </message>
    <message>
        <source>a site</source>
        <translation>موقع</translation>
    </message>
    <message>
        <source>unknown site</source>
        <translation>موقع غير معروف</translation>
    </message>
    <message>
        <source>Con&amp;firm presence – %1</source>
        <translation>أ&amp;كد الحضور – %1</translation>
    </message>
    <message>
        <source>No token attached</source>
        <translation>لا جهاز موصول</translation>
    </message>
    <message>
        <source>All tokens…</source>
        <translation>كل الأجهزة…</translation>
    </message>
    <message>
        <source>Lock &amp;all</source>
        <translation>اقفل ال&amp;كل</translation>
    </message>
    <message>
        <source>Notifications paused until %1</source>
        <translation>الإشعارات موقفة حتى %1</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>است&amp;أنف</translation>
    </message>
    <message>
        <source>&amp;Pause notifications</source>
        <translation>أوقف الإ&amp;شعارات مؤقتًا</translation>
    </message>
    <message>
        <source>Until &amp;tomorrow</source>
        <translation>حتى ال&amp;غد</translation>
    </message>
    <message>
        <source>&amp;Doctor…</source>
        <translation>ف&amp;حص الحاسوب…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>الإ&amp;عدادات…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>ا&amp;خرج</translation>
    </message>
    <message>
        <source>For %1 &amp;hour</source>
        <translation>لمدة %1 &amp;ساعة</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::App</name>
    <message>
        <source>The token</source>
        <translation>الجهاز</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::ConsolePage</name>
    <message>
        <source>Filter</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <source>Kind of entries</source>
        <translation>نوع المدخلات</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>كل شيء</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>الحضور</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>الاتصال</translation>
    </message>
    <message>
        <source>What happened, newest first</source>
        <translation>ما حدث، الأحدث أولًا</translation>
    </message>
    <message>
        <source>Passphrases and message contents are never recorded.</source>
        <translation>لا تُسجَّل عبارات المرور ولا محتويات الرسائل أبدًا.</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>لم يحدث شيء بعد.</translation>
    </message>
    <message>
        <source>No entry matches the filter.</source>
        <translation>لا مدخل يطابق التصفية.</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::DoctorPage</name>
    <message>
        <source>Checking…</source>
        <translation>يُفحص…</translation>
    </message>
    <message>
        <source>Checking… %1 of %2</source>
        <translation>يُفحص… %1 من %2</translation>
    </message>
    <message>
        <source>Everything is fine.</source>
        <translation>كل شيء سليم.</translation>
    </message>
    <message>
        <source>%1 of %2 checks are fine.</source>
        <translation>‏%1 من %2 من الفحوص سليمة.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) you.</source>
        <translation>
            <numerusform>لا شيء يحتاج إليك.</numerusform>
            <numerusform>واحد يحتاج إليك.</numerusform>
            <numerusform>اثنان يحتاجان إليك.</numerusform>
            <numerusform>‏%Ln تحتاج إليك.</numerusform>
            <numerusform>‏%Ln تحتاج إليك.</numerusform>
            <numerusform>‏%Ln تحتاج إليك.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more check(s) that are fine</source>
        <translation>
            <numerusform>أظهر الفحوص السليمة الأخرى (%Ln)</numerusform>
            <numerusform>أظهر الفحوص السليمة الأخرى (%Ln)</numerusform>
            <numerusform>أظهر الفحوص السليمة الأخرى (%Ln)</numerusform>
            <numerusform>أظهر الفحوص السليمة الأخرى (%Ln)</numerusform>
            <numerusform>أظهر الفحوص السليمة الأخرى (%Ln)</numerusform>
            <numerusform>أظهر الفحوص السليمة الأخرى (%Ln)</numerusform>
        </translation>
    </message>
    <message>
        <source>Fix…</source>
        <translation>أصلح…</translation>
    </message>
    <message>
        <source>Fix: %1</source>
        <translation>أصلح: %1</translation>
    </message>
    <message>
        <source>How…</source>
        <translation>كيف…</translation>
    </message>
    <message>
        <source>How: %1</source>
        <translation>كيف: %1</translation>
    </message>
    <message>
        <source>Run these now? You may be asked for your password.</source>
        <translation>هل تُشغَّل الآن؟ قد تُسأل عن كلمة مرورك.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>شغّل</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>انسخ</translation>
    </message>
    <message>
        <source>Copy the commands</source>
        <translation>انسخ الأوامر</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ألغِ</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::FactoryPage</name>
    <message>
        <source>This token is not set up yet.</source>
        <translation>هذا الجهاز غير معدّ بعد.</translation>
    </message>
    <message>
        <source>It is in factory state and holds no keys. Setting it up needs:</source>
        <translation>هو في حالة المصنع ولا مفاتيح فيه. يحتاج إعداده إلى:</translation>
    </message>
    <message>
        <source>An OpenPGP secret key or a backup</source>
        <translation>مفتاح OpenPGP سري أو نسخة احتياطية</translation>
    </message>
    <message>
        <source>An SSH key of yours</source>
        <translation>مفتاح SSH لك</translation>
    </message>
    <message>
        <source>A passphrase you can remember</source>
        <translation>عبارة مرور تستطيع تذكرها</translation>
    </message>
    <message>
        <source>Ten minutes</source>
        <translation>عشر دقائق</translation>
    </message>
    <message>
        <source>Keys are written once. To change them later, the token is emptied first.</source>
        <translation>تُكتب المفاتيح مرة واحدة. لتغييرها لاحقًا يُفرَّغ الجهاز أولًا.</translation>
    </message>
    <message>
        <source>Open the guide</source>
        <translation>افتح الدليل</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::FidoPage</name>
    <message>
        <source>Confirmed</source>
        <translation>أُكد</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>تُجوهل</translation>
    </message>
    <message>
        <source>Nobody confirmed in time</source>
        <translation>لم يؤكد أحد في الوقت المحدد</translation>
    </message>
    <message>
        <source>Unplugged meanwhile</source>
        <translation>فُصل في الأثناء</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>انتهى</translation>
    </message>
    <message>
        <source>Unknown site %1</source>
        <translation>موقع غير معروف %1</translation>
    </message>
    <message>
        <source>A site, this firmware does not tell which</source>
        <translation>موقع، ولا تخبر هذه البرمجية بأي موقع</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>ابدأ</translation>
    </message>
    <message>
        <source>Latest requests</source>
        <translation>آخر الطلبات</translation>
    </message>
    <message>
        <source>No requests yet.</source>
        <translation>لا طلبات بعد.</translation>
    </message>
    <message>
        <source>Start the FIDO side</source>
        <translation>ابدأ جانب FIDO</translation>
    </message>
    <message>
        <source>Ask for my presence</source>
        <translation>اطلب حضوري</translation>
    </message>
    <message>
        <source>Without it, any program on this computer can sign in unnoticed.</source>
        <translation>دونه يستطيع أي برنامج على هذا الحاسوب تسجيل الدخول دون أن يُلحظ.</translation>
    </message>
    <message>
        <source>Stop asking for your presence?</source>
        <translation>هل يتوقف طلب حضورك؟</translation>
    </message>
    <message>
        <source>Stop asking</source>
        <translation>توقف عن الطلب</translation>
    </message>
    <message>
        <source>Keep asking</source>
        <translation>استمر في الطلب</translation>
    </message>
    <message>
        <source>Uses so far</source>
        <translation>مرات الاستعمال حتى الآن</translation>
    </message>
    <message>
        <source>Attestation certificate</source>
        <translation>شهادة التصديق</translation>
    </message>
    <message>
        <source>Sites may see it when you register</source>
        <translation>قد تراها المواقع عند التسجيل</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>انسخ</translation>
    </message>
    <message>
        <source>Copy attestation certificate fingerprint</source>
        <translation>انسخ بصمة شهادة التصديق</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>لم يبدأ</translation>
    </message>
    <message>
        <source>Sites cannot use this token yet.</source>
        <translation>لا تستطيع المواقع استعمال هذا الجهاز بعد.</translation>
    </message>
    <message>
        <source>Ready for sites</source>
        <translation>جاهز للمواقع</translation>
    </message>
    <message>
        <source>Sites can use this token to sign you in. Each time, you are asked here first.</source>
        <translation>تستطيع المواقع استعمال هذا الجهاز لتسجيل دخولك. في كل مرة تُسأل هنا أولًا.</translation>
    </message>
    <message>
        <source>Sites can use this token to sign you in. You are not asked.</source>
        <translation>تستطيع المواقع استعمال هذا الجهاز لتسجيل دخولك. ولا تُسأل.</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::FirstContact</name>
    <message>
        <source>from the SSH agent</source>
        <translation>من وكيل SSH</translation>
    </message>
    <message>
        <source>file with a passphrase</source>
        <translation>ملف بعبارة مرور</translation>
    </message>
    <message>
        <source>file</source>
        <translation>ملف</translation>
    </message>
    <message>
        <source>Welcome a new token</source>
        <translation>الترحيب بجهاز جديد</translation>
    </message>
    <message>
        <source>Meet</source>
        <translation>تعرّف</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>قارن</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>اتصل</translation>
    </message>
    <message>
        <source>A token, its lamps not known yet</source>
        <translation>جهاز لم تُعرف أضواؤه بعد</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>A token you have not used here</source>
        <translation>جهاز لم تستعمله هنا</translation>
    </message>
    <message>
        <source>Not sure which one it is? Unplug it, and this window closes by itself.</source>
        <translation>لست متأكدًا أيها هو؟ افصله، وتُغلق هذه النافذة من نفسها.</translation>
    </message>
    <message>
        <source>It is the same</source>
        <translation>هو نفسه</translation>
    </message>
    <message>
        <source>It is different, or I am not sure</source>
        <translation>هو مختلف، أو لست متأكدًا</translation>
    </message>
    <message>
        <source>Then leave it for now.</source>
        <translation>إذًا اتركه الآن.</translation>
    </message>
    <message>
        <source>No secret was sent to it. Unplug it, and ask whoever set it up.</source>
        <translation>لم يُرسل إليه أي سر. افصله، واسأل من أعدّه.</translation>
    </message>
    <message>
        <source>Is it really yours?</source>
        <translation>هل هو جهازك حقًا؟</translation>
    </message>
    <message>
        <source>Compare with the paper or screen from when it was set up. One form is enough.</source>
        <translation>قارن بالورقة أو الشاشة من وقت إعداده. يكفي شكل واحد.</translation>
    </message>
    <message>
        <source>None of your keys is accepted. Ask whoever set it up, or choose a file.</source>
        <translation>لا يُقبل أي من مفاتيحك. اسأل من أعدّه، أو اختر ملفًا.</translation>
    </message>
    <message>
        <source>Try unlocking…</source>
        <translation>جرّب الفتح…</translation>
    </message>
    <message>
        <source>Optional. Unlocks for one minute, then locks again.</source>
        <translation>اختياري. يفتح لدقيقة واحدة ثم يقفل من جديد.</translation>
    </message>
    <message>
        <source>How this computer signs in</source>
        <translation>كيف يسجّل هذا الحاسوب الدخول</translation>
    </message>
    <message>
        <source>The token lets in only the SSH keys it was set up with.</source>
        <translation>لا يُدخل الجهاز إلا مفاتيح SSH التي أُعدّ بها.</translation>
    </message>
    <message>
        <source>It has not told its short ID yet. Nothing has been sent to it.</source>
        <translation>لم يخبر بمعرّفه القصير بعد. لم يُرسل إليه شيء بعد.</translation>
    </message>
    <message>
        <source>It says its short ID is %1. Nothing has been sent to it yet.</source>
        <translation>يقول إن معرّفه القصير %1. لم يُرسل إليه شيء بعد.</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>لم يُجرَّب</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>مقبول</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>غير مقبول</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>يُقرأ…</translation>
    </message>
    <message>
        <source>A key in another place</source>
        <translation>مفتاح في مكان آخر</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>اختر ملفًا…</translation>
    </message>
    <message>
        <source>A new key</source>
        <translation>مفتاح جديد</translation>
    </message>
    <message>
        <source>Works after the token is set up again with it.</source>
        <translation>يعمل بعد إعداد الجهاز به من جديد.</translation>
    </message>
    <message>
        <source>Create a new key…</source>
        <translation>أنشئ مفتاحًا جديدًا…</translation>
    </message>
    <message>
        <source>Choose an SSH key</source>
        <translation>اختر مفتاح SSH</translation>
    </message>
    <message>
        <source>Create a new key</source>
        <translation>أنشئ مفتاحًا جديدًا</translation>
    </message>
    <message>
        <source>Import receipt…</source>
        <translation>استورد إيصالًا…</translation>
    </message>
    <message>
        <source>Recognised by its receipt.</source>
        <translation>عُرف من إيصاله.</translation>
    </message>
    <message>
        <source>Or do you have its receipt?</source>
        <translation>أو هل لديك إيصاله؟</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::GlobalShortcuts</name>
    <message>
        <source>Lock all tokens</source>
        <translation>اقفل كل الأجهزة</translation>
    </message>
    <message>
        <source>Confirm presence</source>
        <translation>أكد الحضور</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::History</name>
    <message>
        <source>probably %1</source>
        <translation>ربما %1</translation>
    </message>
    <message>
        <source>Presence confirmed</source>
        <translation>أُكد الحضور</translation>
    </message>
    <message>
        <source>Nobody confirmed in time</source>
        <translation>لم يؤكد أحد في الوقت المحدد</translation>
    </message>
    <message>
        <source>Unplugged while a site asked</source>
        <translation>فُصل أثناء طلب موقع</translation>
    </message>
    <message>
        <source>Presence request ended</source>
        <translation>انتهى طلب الحضور</translation>
    </message>
    <message>
        <source>Signature made</source>
        <translation>أُنشئ توقيع</translation>
    </message>
    <message>
        <source>Message decrypted</source>
        <translation>فُكت تعمية رسالة</translation>
    </message>
    <message>
        <source>Authenticated</source>
        <translation>تم الاستيثاق</translation>
    </message>
    <message>
        <source>host key not checked</source>
        <translation>مفتاح المضيف غير مفحوص</translation>
    </message>
    <message>
        <source>host key known</source>
        <translation>مفتاح المضيف معروف</translation>
    </message>
    <message>
        <source>Token attached</source>
        <translation>وُصل جهاز</translation>
    </message>
    <message>
        <source>Token unplugged</source>
        <translation>فُصل جهاز</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>Presence requested</source>
        <translation>طُلب الحضور</translation>
    </message>
    <message>
        <source>number %1</source>
        <translation>رقم %1</translation>
    </message>
    <message>
        <source>Wrong passphrase</source>
        <translation>عبارة مرور خاطئة</translation>
    </message>
    <message>
        <source>Not unlocked</source>
        <translation>لم يُفتح</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::HistoryModel</name>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>التفصيل</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::HostKeyChangedPage</name>
    <message>
        <source>Copy</source>
        <translation>انسخ</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>انسخ الأمر</translation>
    </message>
    <message>
        <source>The host key has changed.</source>
        <translation>تغيّر مفتاح المضيف.</translation>
    </message>
    <message>
        <source>This may not be your token. Nothing was sent to it: no passphrase, no request.</source>
        <translation>ربما ليس هذا جهازك. لم يُرسل إليه شيء: لا عبارة مرور ولا طلب.</translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation>المعروض الآن</translation>
    </message>
    <message>
        <source>What it can mean</source>
        <translation>ما قد يعنيه</translation>
    </message>
    <message>
        <source>Another token is plugged in under this name, or its keys were destroyed and set up anew.</source>
        <translation>جهاز آخر موصول بهذا الاسم، أو أُتلفت مفاتيحه وأُعدّت من جديد.</translation>
    </message>
    <message>
        <source>Another device answers at the token’s address.</source>
        <translation>يجيب جهاز آخر على عنوان هذا الجهاز.</translation>
    </message>
    <message>
        <source>Somebody exchanged the token.</source>
        <translation>بدّل أحدهم الجهاز.</translation>
    </message>
    <message>
        <source>Import receipt…</source>
        <translation>استورد إيصالًا…</translation>
    </message>
    <message>
        <source>Ask whoever set it up for a new receipt, and import it.</source>
        <translation>اطلب إيصالًا جديدًا ممن أعدّه، واستورده.</translation>
    </message>
    <message>
        <source>Did you set it up anew yourself? Then run</source>
        <translation>هل أعددته أنت من جديد؟ إذًا شغّل</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>ما العمل</translation>
    </message>
    <message>
        <source>Unplug it and look at it. Is it yours?</source>
        <translation>افصله وانظر إليه. هل هو جهازك؟</translation>
    </message>
    <message>
        <source>Known since %1</source>
        <translation>معروف منذ %1</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>معروف</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::HostKeyText</name>
    <message>
        <source>The same in words</source>
        <translation>الشيء نفسه بالكلمات</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>البصمة</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::HostKeyView</name>
    <message>
        <source>QR code of the host key</source>
        <translation>رمز QR لمفتاح المضيف</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::InlineMessage</name>
    <message>
        <source>Copy details</source>
        <translation>انسخ التفاصيل</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>أغلق هذه الرسالة</translation>
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
        <translation>فحص الحاسوب</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Changes take effect at once.</source>
        <translation>تسري التغييرات فورًا.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>غير متصل</translation>
    </message>
    <message>
        <source>Saved in %1</source>
        <translation>محفوظ في %1</translation>
    </message>
    <message>
        <source>Checked at %1</source>
        <translation>فُحص %1</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>افحص من جديد</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>حدّث</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>يُقرأ…</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>لم يُقرأ بعد</translation>
    </message>
    <message>
        <source>As of %1 – not answering</source>
        <translation>الحالة عند %1 – لا يجيب</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>الحالة عند %1</translation>
    </message>
    <message>
        <source>Not connected to the service that watches the tokens.</source>
        <translation>لا اتصال بالخدمة التي تراقب الأجهزة.</translation>
    </message>
    <message>
        <source>It is tried again by itself. What is shown may be old.</source>
        <translation>يُعاد تلقائيًا. قد يكون المعروض قديمًا.</translation>
    </message>
    <message>
        <source>Two tokens are named “%1”.</source>
        <translation>جهازان اسمهما «%1».</translation>
    </message>
    <message>
        <source>Their short IDs tell them apart.</source>
        <translation>يميّزهما معرّفاهما القصيران.</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>أعد التسمية…</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>نُسخ</translation>
    </message>
    <message>
        <source>Restore the default settings?</source>
        <translation>هل تُستعاد الإعدادات المبدئية؟</translation>
    </message>
    <message>
        <source>Those of gokeyctl alone stay as they are.</source>
        <translation>تبقى إعدادات gokeyctl وحده كما هي.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>استعد</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>أبقِ</translation>
    </message>
    <message>
        <source>Lock and quit</source>
        <translation>اقفل واخرج</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>اخرج</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ألغِ</translation>
    </message>
    <message>
        <source>&amp;Unlock…</source>
        <translation>ا&amp;فتح…</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>ا&amp;قفل الآن</translation>
    </message>
    <message>
        <source>Run Doctor…</source>
        <translation>شغّل فحص الحاسوب…</translation>
    </message>
    <message>
        <source>What to do…</source>
        <translation>ما العمل…</translation>
    </message>
    <message>
        <source>Look closer…</source>
        <translation>انظر عن قرب…</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>انسخ التفاصيل</translation>
    </message>
    <message>
        <source>Welcome it…</source>
        <translation>رحّب به…</translation>
    </message>
    <message>
        <source>What set-up needs…</source>
        <translation>ما يحتاجه الإعداد…</translation>
    </message>
    <message>
        <source>Restart %1?</source>
        <translation>هل يُعاد تشغيل %1؟</translation>
    </message>
    <message>
        <source>Its subkeys are locked by that.</source>
        <translation>تُقفل مفاتيحه الفرعية بذلك.</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>أعد التشغيل</translation>
    </message>
    <message>
        <source>Forget the host key of %1?</source>
        <translation>هل يُنسى مفتاح مضيف %1؟</translation>
    </message>
    <message>
        <source>The next time you will be asked to compare it again.</source>
        <translation>في المرة التالية يُطلب منك مقارنته من جديد.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>انسَ</translation>
    </message>
    <message>
        <source>The token waits for firmware.</source>
        <translation>ينتظر الجهاز البرمجية.</translation>
    </message>
    <message>
        <source>Unplug it and plug it in again. If it still waits, it has to be flashed by whoever set it up.</source>
        <translation>افصله ثم صِله من جديد. إن بقي ينتظر فيجب أن يكتبه من أعدّه.</translation>
    </message>
    <message>
        <source>No tries left.</source>
        <translation>لم تبقَ محاولات.</translation>
    </message>
    <message>
        <source>Restart the token: unplug it and plug it in again. Then it allows tries again.</source>
        <translation>أعد تشغيل الجهاز: افصله ثم صِله من جديد. يسمح عندئذ بمحاولات جديدة.</translation>
    </message>
    <message>
        <source>Leave the token plugged in until the next try is possible. Restarting it begins the wait anew.</source>
        <translation>أبقِ الجهاز موصولًا حتى تصير المحاولة التالية ممكنة. إعادة تشغيله تبدأ الانتظار من جديد.</translation>
    </message>
    <message>
        <source>%1 is unlocked.</source>
        <translation>‏%1 مفتوح.</translation>
    </message>
    <message>
        <source>%1 is unlocked %2.</source>
        <comment>name, until 14:12</comment>
        <translation>‏%1 مفتوح %2.</translation>
    </message>
    <message>
        <source>Lock before quitting?</source>
        <translation>هل يُقفل قبل الخروج؟</translation>
    </message>
    <message>
        <source>No tray on this desktop.</source>
        <translation>لا صينية على سطح المكتب هذا.</translation>
    </message>
    <message>
        <source>Closing this window quits. Notifications still work.</source>
        <translation>إغلاق هذه النافذة يُنهي البرنامج. تبقى الإشعارات تعمل.</translation>
    </message>
    <message>
        <source>How to get one…</source>
        <translation>كيف أحصل على واحدة…</translation>
    </message>
    <message>
        <source>Token or page</source>
        <translation>جهاز أو صفحة</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>الأجهزة</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>هذا الحاسوب</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>انسخ التقرير</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Pages of the token</source>
        <translation>صفحات الجهاز</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>الصفحة</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
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
        <translation>السجل</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>الثقة</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>أعد التس&amp;مية…</translation>
    </message>
    <message>
        <source>&amp;Identify</source>
        <translation>م&amp;يّزه</translation>
    </message>
    <message>
        <source>&amp;Copy short ID</source>
        <translation>ا&amp;نسخ المعرّف القصير</translation>
    </message>
    <message>
        <source>Re&amp;start token…</source>
        <translation>أعد &amp;تشغيل الجهاز…</translation>
    </message>
    <message>
        <source>&amp;Forget token…</source>
        <translation>ان&amp;سَ الجهاز…</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>انسخ القائمة</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>افتح الملف</translation>
    </message>
    <message>
        <source>Restore defaults…</source>
        <translation>استعد الإعدادات المبدئية…</translation>
    </message>
    <message>
        <source>This desktop has no program that shows the guide.</source>
        <translation>لا برنامج في سطح المكتب هذا يعرض الدليل.</translation>
    </message>
    <message>
        <source>The guide is not installed.</source>
        <translation>الدليل غير مثبّت.</translation>
    </message>
    <message>
        <source>It is the file %1.</source>
        <translation>هو الملف %1.</translation>
    </message>
    <message>
        <source>Recognised by its receipt.</source>
        <translation>عُرف من إيصاله.</translation>
    </message>
    <message>
        <source>Choose a receipt</source>
        <translation>اختر إيصالًا</translation>
    </message>
    <message>
        <source>Receipts (*.receipt);;All files (*)</source>
        <translation>إيصالات (*.receipt);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>No desktop bus.</source>
        <translation>لا يوجد ناقل سطح مكتب.</translation>
    </message>
    <message>
        <source>Notifications, screen-lock detection and single start are off.</source>
        <translation>الإشعارات واكتشاف قفل الشاشة ومنع التشغيل المكرر متوقفة.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>اتصال</translation>
    </message>
    <message>
        <source>Choose a key…</source>
        <translation>اختر مفتاحًا…</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::NoTokenPage</name>
    <message>
        <source>No token attached</source>
        <translation>لا جهاز موصول</translation>
    </message>
    <message>
        <source>Plug in a USB armory with GoKey. It appears here by itself.</source>
        <translation>صِل جهاز USB armory عليه GoKey. يظهر هنا من نفسه.</translation>
    </message>
    <message>
        <source>Run Doctor…</source>
        <translation>شغّل فحص الحاسوب…</translation>
    </message>
    <message>
        <source>Try a simulated token</source>
        <translation>جرّب جهازًا محاكى</translation>
    </message>
    <message>
        <source>No token can be seen now</source>
        <translation>لا يمكن رؤية أي جهاز الآن</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::Notices</name>
    <message>
        <source>A token may still be unlocked</source>
        <translation>قد يكون جهاز ما زال مفتوحًا</translation>
    </message>
    <message>
        <source>%1 was unplugged while unlocked</source>
        <translation>فُصل %1 وهو مفتوح</translation>
    </message>
    <message>
        <source>Without power it forgets, so it is locked now.</source>
        <translation>ينسى بلا كهرباء، لذلك هو مقفل الآن.</translation>
    </message>
    <message>
        <source>Because the time was over.</source>
        <translation>لأن المدة انتهت.</translation>
    </message>
    <message>
        <source>Because the screen was locked.</source>
        <translation>لأن الشاشة قُفلت.</translation>
    </message>
    <message>
        <source>Because the computer goes to sleep.</source>
        <translation>لأن الحاسوب ينام.</translation>
    </message>
    <message numerus="yes">
        <source>Because nobody used the computer for %Ln minute(s).</source>
        <translation>
            <numerusform>لأن أحدًا لم يستعمل الحاسوب (%Ln د).</numerusform>
            <numerusform>لأن أحدًا لم يستعمل الحاسوب لدقيقة.</numerusform>
            <numerusform>لأن أحدًا لم يستعمل الحاسوب لدقيقتين.</numerusform>
            <numerusform>لأن أحدًا لم يستعمل الحاسوب لمدة %Ln دقائق.</numerusform>
            <numerusform>لأن أحدًا لم يستعمل الحاسوب لمدة %Ln دقيقة.</numerusform>
            <numerusform>لأن أحدًا لم يستعمل الحاسوب لمدة %Ln دقيقة.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is locked</source>
        <translation>‏%1 مقفل</translation>
    </message>
    <message>
        <source>%1 needs attention</source>
        <translation>‏%1 يحتاج إلى انتباه</translation>
    </message>
    <message>
        <source>The host key has changed.</source>
        <translation>تغيّر مفتاح المضيف.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>أظهر</translation>
    </message>
    <message>
        <source>Look closer…</source>
        <translation>انظر عن قرب…</translation>
    </message>
    <message>
        <source>A new token: %1</source>
        <translation>جهاز جديد: %1</translation>
    </message>
    <message>
        <source>Welcome it…</source>
        <translation>رحّب به…</translation>
    </message>
    <message>
        <source>%1 locks in one minute</source>
        <translation>يُقفل %1 بعد دقيقة</translation>
    </message>
    <message>
        <source>Keep unlocked…</source>
        <translation>أبقِه مفتوحًا…</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::OpenPgpPage</name>
    <message>
        <source>Copy signing fingerprint</source>
        <translation>انسخ بصمة التوقيع</translation>
    </message>
    <message>
        <source>Copy decryption fingerprint</source>
        <translation>انسخ بصمة فك التعمية</translation>
    </message>
    <message>
        <source>Copy authentication fingerprint</source>
        <translation>انسخ بصمة الاستيثاق</translation>
    </message>
    <message>
        <source>No OpenPGP keys on this token.</source>
        <translation>لا مفاتيح OpenPGP في هذا الجهاز.</translation>
    </message>
    <message>
        <source>gpg still asks for a PIN?</source>
        <translation>هل ما زال gpg يطلب PIN؟</translation>
    </message>
    <message>
        <source>The passphrase you gave here already opened the subkey. Type any six characters into gpg’s window.</source>
        <translation>فتحت عبارة المرور التي أعطيتها هنا المفتاح الفرعي. اكتب أي ستة محارف في نافذة gpg.</translation>
    </message>
    <message>
        <source>Signatures made</source>
        <translation>عدد التواقيع</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>المفتاح العام</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>قارئ البطاقات</translation>
    </message>
    <message>
        <source>Keys protected by</source>
        <translation>المفاتيح محمية بـ</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>انسخ</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>افتح…</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>اقفل الآن</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>يُقرأ…</translation>
    </message>
    <message>
        <source>Card details are from %1.</source>
        <translation>بيانات البطاقة من %1.</translation>
    </message>
    <message>
        <source>Fix…</source>
        <translation>أصلح…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>This chip (secure storage)</source>
        <translation>هذه الشريحة (تخزين آمن)</translation>
    </message>
    <message>
        <source>Their passphrase alone</source>
        <translation>عبارة مرورها وحدها</translation>
    </message>
    <message>
        <source>%1 – no key</source>
        <comment>Decryption</comment>
        <translation>‏%1 – لا مفتاح</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::OverviewPage</name>
    <message>
        <source>Dismiss</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>أكد</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>افتح…</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>اقفل الآن</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>انسخ</translation>
    </message>
    <message>
        <source>Copy short ID</source>
        <translation>انسخ المعرّف القصير</translation>
    </message>
    <message>
        <source>Short ID</source>
        <translation>المعرّف القصير</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>البرمجية</translation>
    </message>
    <message>
        <source>Signatures made</source>
        <translation>عدد التواقيع</translation>
    </message>
    <message>
        <source>Host key</source>
        <translation>مفتاح المضيف</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>Token %1</source>
        <translation>الجهاز %1</translation>
    </message>
    <message>
        <source>This firmware does not tell which one.</source>
        <translation>لا تخبر هذه البرمجية بأي موقع.</translation>
    </message>
    <message>
        <source>The site is not known here: %1</source>
        <translation>الموقع غير معروف هنا: %1</translation>
    </message>
    <message>
        <source>Confirm only if you are signing in right now.</source>
        <translation>لا تؤكد إلا إن كنت تسجّل الدخول الآن.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln s left</source>
        <translation>
            <numerusform>بقي %Ln ث</numerusform>
            <numerusform>بقي %Ln ث</numerusform>
            <numerusform>بقي %Ln ث</numerusform>
            <numerusform>بقي %Ln ث</numerusform>
            <numerusform>بقي %Ln ث</numerusform>
            <numerusform>بقي %Ln ث</numerusform>
        </translation>
    </message>
    <message>
        <source>The next try is possible in %1. Restarting the token begins the wait anew.</source>
        <translation>المحاولة التالية ممكنة بعد %1. إعادة تشغيل الجهاز تبدأ الانتظار من جديد.</translation>
    </message>
    <message>
        <source>GoKey %1</source>
        <translation>GoKey %1</translation>
    </message>
    <message>
        <source>Not compared yet</source>
        <translation>لم يُقارن بعد</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>تغيّر</translation>
    </message>
    <message>
        <source>Not checked: this unit makes a new key at every start</source>
        <translation>غير مفحوص: تصنع هذه الوحدة مفتاحًا جديدًا عند كل تشغيل</translation>
    </message>
    <message>
        <source>Known and unchanged</source>
        <translation>معروف ولم يتغير</translation>
    </message>
    <message>
        <source>Probably asked by %1</source>
        <translation>طلبه على الأرجح %1</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::PasskeyList</name>
    <message>
        <source>That is not the PIN.</source>
        <translation>ليس هذا رمز PIN.</translation>
    </message>
    <message>
        <source>That is not the PIN. %1.</source>
        <translation>ليس هذا رمز PIN. %1.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Plug the token in anew, then try again.</source>
        <translation>محاولات PIN خاطئة كثيرة. افصل الجهاز وأوصله من جديد ثم حاول مجددًا.</translation>
    </message>
    <message>
        <source>No tries left. The PIN stays locked until the FIDO side is reset.</source>
        <translation>لم تبق محاولات. يبقى رمز PIN مقفلًا حتى إعادة ضبط جانب FIDO.</translation>
    </message>
    <message>
        <source>No PIN is set. Without one the token does not list its passkeys.</source>
        <translation>لم يُضبط PIN. من دونه لا يسرد الجهاز مفاتيح مروره.</translation>
    </message>
    <message>
        <source>The token</source>
        <translation>الجهاز</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>اعرض…</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>أخفِ</translation>
    </message>
    <message>
        <source>No passkey is kept on this token.</source>
        <translation>لا مفتاح مرور محفوظ على هذا الجهاز.</translation>
    </message>
    <message>
        <source>Passkeys</source>
        <translation>مفاتيح المرور</translation>
    </message>
    <message>
        <source>Show passkeys…</source>
        <translation>اعرض مفاتيح المرور…</translation>
    </message>
    <message>
        <source>Hide passkeys</source>
        <translation>أخفِ مفاتيح المرور</translation>
    </message>
    <message>
        <source>PIN of the token</source>
        <translation>رمز PIN للجهاز</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>اعرض</translation>
    </message>
    <message>
        <source>Show passkeys</source>
        <translation>اعرض مفاتيح المرور</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ألغِ</translation>
    </message>
    <message>
        <source>Protected by a PIN</source>
        <translation>محمية برمز PIN</translation>
    </message>
    <message>
        <source>No PIN is set</source>
        <translation>لم يُضبط PIN</translation>
    </message>
    <message numerus="yes">
        <source>Room for %Ln more</source>
        <translation>
            <numerusform>لا متسع للمزيد</numerusform>
            <numerusform>متسع لواحد آخر</numerusform>
            <numerusform>متسع لاثنين آخرين</numerusform>
            <numerusform>متسع لـ %Ln أخرى</numerusform>
            <numerusform>متسع لـ %Ln أخرى</numerusform>
            <numerusform>متسع لـ %Ln أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>A PIN has %1 to %2 characters.</source>
        <translation>رمز PIN من %1 إلى %2 محرفًا.</translation>
    </message>
    <message>
        <source>No protected memory is left,</source>
        <translation>لم تبق ذاكرة محمية،</translation>
    </message>
    <message>
        <source>so a PIN cannot be held safely. Close other programs and try again.</source>
        <translation>فلا يمكن حفظ رمز PIN بأمان. أغلق برامج أخرى وحاول مرة أخرى.</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::PinentryUnlock</name>
    <message>
        <source>Unlock signing of %1.</source>
        <translation>فتح التوقيع في %1.</translation>
    </message>
    <message>
        <source>Unlock decryption of %1.</source>
        <translation>فتح فك التعمية في %1.</translation>
    </message>
    <message>
        <source>Unlock signing and decryption of %1.</source>
        <translation>فتح التوقيع وفك التعمية في %1.</translation>
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
        <translation>عبارة المرور:</translation>
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
        <translation>يتركه «تجاهل» ينقضي.</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>&amp;تجاهل</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>أ&amp;كد</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>who asks, name of the token, seconds left</comment>
        <translation>%1، %2، %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s) left</source>
        <translation>
            <numerusform>لم تبقَ ثوانٍ</numerusform>
            <numerusform>بقيت ثانية</numerusform>
            <numerusform>بقيت ثانيتان</numerusform>
            <numerusform>بقيت %Ln ثوانٍ</numerusform>
            <numerusform>بقيت %Ln ثانية</numerusform>
            <numerusform>بقيت %Ln ثانية</numerusform>
        </translation>
    </message>
    <message>
        <source>Confirming…</source>
        <translation>يُؤكد…</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::PresencePresenter</name>
    <message>
        <source>Show</source>
        <translation>أظهر</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>أكد</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>لم يُؤكد</translation>
    </message>
    <message>
        <source>That was too late</source>
        <translation>فات الأوان</translation>
    </message>
    <message>
        <source>The request had ended. Nothing was approved.</source>
        <translation>كان الطلب قد انتهى. لم يُوافق على شيء.</translation>
    </message>
    <message>
        <source>Nobody confirmed in time</source>
        <translation>لم يؤكد أحد في الوقت المحدد</translation>
    </message>
    <message>
        <source>Nothing was approved. Start again on the site.</source>
        <translation>لم يُوافق على شيء. ابدأ من جديد في الموقع.</translation>
    </message>
    <message>
        <source>%1 was unplugged</source>
        <translation>فُصل %1</translation>
    </message>
    <message>
        <source>Nothing was approved.</source>
        <translation>لم يُوافق على شيء.</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::ReceiptDialog</name>
    <message>
        <source>Receipt – GoKey Manager</source>
        <translation>إيصال – GoKey Manager</translation>
    </message>
    <message>
        <source>&amp;Trust this token</source>
        <translation>&amp;ثق بهذا الجهاز</translation>
    </message>
    <message>
        <source>To replace the host key that is known, type the short ID %1:</source>
        <translation>لاستبدال مفتاح المضيف المعروف اكتب المعرّف القصير %1:</translation>
    </message>
    <message>
        <source>Short ID</source>
        <translation>المعرّف القصير</translation>
    </message>
    <message>
        <source>What the receipt says</source>
        <translation>ما يقوله الإيصال</translation>
    </message>
    <message>
        <source>Set up on</source>
        <translation>أُعدّ في</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>غير مذكور</translation>
    </message>
    <message>
        <source>Card holder</source>
        <translation>صاحب البطاقة</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>البرمجية</translation>
    </message>
    <message>
        <source>GoKey %1</source>
        <translation>GoKey %1</translation>
    </message>
    <message>
        <source>OpenPGP key</source>
        <translation>مفتاح OpenPGP</translation>
    </message>
    <message>
        <source>SSH keys let in</source>
        <translation>مفاتيح SSH المسموح لها</translation>
    </message>
    <message>
        <source>The token shows no host key now.</source>
        <translation>لا يُظهر الجهاز مفتاح مضيف الآن.</translation>
    </message>
    <message>
        <source>Plug it in and try again. Nothing was trusted.</source>
        <translation>أوصله وحاول مرة أخرى. لم يوثق بشيء.</translation>
    </message>
    <message>
        <source>It is of another token.</source>
        <translation>إنه لجهاز آخر.</translation>
    </message>
    <message>
        <source>This one has the short ID %1. Nothing was trusted.</source>
        <translation>معرّف هذا الجهاز القصير %1. لم يوثق بشيء.</translation>
    </message>
    <message>
        <source>It names another host key than the token shows.</source>
        <translation>يسمّي مفتاح مضيف غير الذي يُظهره الجهاز.</translation>
    </message>
    <message>
        <source>This may not be the token that it was made for. Nothing was trusted; ask whoever set it up.</source>
        <translation>قد لا يكون هذا الجهازَ الذي صدر له. لم يوثق بشيء؛ اسأل من أعدّه.</translation>
    </message>
    <message>
        <source>It is of this token.</source>
        <translation>إنه لهذا الجهاز.</translation>
    </message>
    <message>
        <source>A receipt is worth as much as the way it came to you: take it from whoever set the token up.</source>
        <translation>قيمة الإيصال من الطريق الذي وصلك به: خذه ممن أعدّ الجهاز.</translation>
    </message>
    <message>
        <source>&amp;Replace the host key</source>
        <translation>ا&amp;ستبدل مفتاح المضيف</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ألغِ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>أغلق</translation>
    </message>
    <message>
        <source>U2F certificate</source>
        <translation>شهادة U2F</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::RenameDialog</name>
    <message>
        <source>A name has no colon and does not begin with a hyphen.</source>
        <translation>لا نقطتين في الاسم ولا يبدأ بواصلة.</translation>
    </message>
    <message>
        <source>Another token has this name. Both keep it; their short IDs tell them apart.</source>
        <translation>لجهاز آخر هذا الاسم. يحتفظ به كلاهما؛ ويميّزهما معرّفاهما القصيران.</translation>
    </message>
    <message>
        <source>Only this computer uses the name. You can change it later.</source>
        <translation>لا يستعمل الاسم إلا هذا الحاسوب. تستطيع تغييره لاحقًا.</translation>
    </message>
    <message>
        <source>Rename – GoKey Manager</source>
        <translation>إعادة التسمية – GoKey Manager</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>أعد التس&amp;مية</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ألغِ</translation>
    </message>
    <message>
        <source>Short ID %1</source>
        <translation>المعرّف القصير %1</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::Ring</name>
    <message numerus="yes">
        <source>%Ln second(s) left</source>
        <translation>
            <numerusform>لم تبقَ ثوانٍ</numerusform>
            <numerusform>بقيت ثانية</numerusform>
            <numerusform>بقيت ثانيتان</numerusform>
            <numerusform>بقيت %Ln ثوانٍ</numerusform>
            <numerusform>بقيت %Ln ثانية</numerusform>
            <numerusform>بقيت %Ln ثانية</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::SecretEdit</name>
    <message>
        <source>&amp;Paste</source>
        <translation>أل&amp;صق</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>ا&amp;مسح</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::Session</name>
    <message>
        <source>Tokens are locked before the computer sleeps</source>
        <translation>تُقفل الأجهزة قبل أن ينام الحاسوب</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::SettingsPage</name>
    <message>
        <source>until the screen locks</source>
        <translation>حتى تُقفل الشاشة</translation>
    </message>
    <message>
        <source>until unplugged</source>
        <translation>حتى الفصل</translation>
    </message>
    <message>
        <source>this app’s window</source>
        <translation>نافذة هذا التطبيق</translation>
    </message>
    <message>
        <source>pinentry</source>
        <translation>pinentry</translation>
    </message>
    <message>
        <source>Lock by itself</source>
        <translation>القفل التلقائي</translation>
    </message>
    <message>
        <source>When the screen locks</source>
        <translation>حين تُقفل الشاشة</translation>
    </message>
    <message>
        <source>Before the computer sleeps</source>
        <translation>قبل أن ينام الحاسوب</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>الفتح</translation>
    </message>
    <message>
        <source>Keep unlocked for</source>
        <translation>البقاء مفتوحًا لمدة</translation>
    </message>
    <message>
        <source>Ask with</source>
        <translation>السؤال عبر</translation>
    </message>
    <message>
        <source>Unlock signing and decryption together</source>
        <translation>فتح التوقيع وفك التعمية معًا</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>الحضور</translation>
    </message>
    <message>
        <source>Show who asks, and for how long</source>
        <translation>إظهار من يسأل وكم بقي</translation>
    </message>
    <message>
        <source>Use our own window even in Do Not Disturb</source>
        <translation>استعمال نافذتنا حتى في وضع عدم الإزعاج</translation>
    </message>
    <message>
        <source>Also while the screen is locked</source>
        <translation>والشاشة مقفلة أيضًا</translation>
    </message>
    <message>
        <source>Play a sound</source>
        <translation>تشغيل صوت</translation>
    </message>
    <message>
        <source>A click on the tray icon confirms</source>
        <translation>نقرة على أيقونة الصينية تؤكد</translation>
    </message>
    <message>
        <source>A slip of the hand would approve a sign-in</source>
        <translation>زلة يد قد توافق على تسجيل دخول</translation>
    </message>
    <message>
        <source>Tell me when</source>
        <translation>أخبرني حين</translation>
    </message>
    <message>
        <source>A token locks by itself</source>
        <translation>يُقفل جهاز من نفسه</translation>
    </message>
    <message>
        <source>A token is unplugged while unlocked</source>
        <translation>يُفصل جهاز وهو مفتوح</translation>
    </message>
    <message>
        <source>Nobody confirmed in time</source>
        <translation>لم يؤكد أحد في الوقت المحدد</translation>
    </message>
    <message>
        <source>Something needs me</source>
        <translation>يحتاج شيء إليّ</translation>
    </message>
    <message>
        <source>A token locks in one minute</source>
        <translation>يُقفل جهاز بعد دقيقة</translation>
    </message>
    <message>
        <source>Keep running in the tray when closed</source>
        <translation>مواصلة العمل في الصينية بعد الإغلاق</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>بدء التشغيل</translation>
    </message>
    <message>
        <source>Keep running in the background when closed</source>
        <translation>مواصلة العمل في الخلفية بعد الإغلاق</translation>
    </message>
    <message>
        <source>Set by your administrator</source>
        <translation>ثبّته مدير النظام</translation>
    </message>
    <message>
        <source>When the token is unplugged</source>
        <translation>حين يُفصل الجهاز</translation>
    </message>
    <message>
        <source>Always on: without power it forgets</source>
        <translation>دائمًا: ينسى بلا كهرباء</translation>
    </message>
    <message>
        <source>After</source>
        <comment>… 15 minutes without input</comment>
        <translation>بعد</translation>
    </message>
    <message>
        <source>Lock after a time without input</source>
        <translation>القفل بعد مدة بلا إدخال</translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln دقيقة</numerusform>
            <numerusform>دقيقة واحدة</numerusform>
            <numerusform>دقيقتان</numerusform>
            <numerusform>%Ln دقائق</numerusform>
            <numerusform>%Ln دقيقة</numerusform>
            <numerusform>%Ln دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>Time without input</source>
        <translation>المدة بلا إدخال</translation>
    </message>
    <message>
        <source>without input</source>
        <comment>After 15 minutes …</comment>
        <translation>بلا إدخال</translation>
    </message>
    <message>
        <source>Start when I log in</source>
        <translation>البدء عند دخولي</translation>
    </message>
    <message>
        <source>Line %1 of the settings file is not readable.</source>
        <translation>السطر %1 من ملف الإعدادات غير مقروء.</translation>
    </message>
    <message>
        <source>Default settings are used until it is corrected.</source>
        <translation>تُستعمل الإعدادات المبدئية حتى يُصحَّح.</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>افتح الملف</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln ساعة</numerusform>
            <numerusform>ساعة واحدة</numerusform>
            <numerusform>ساعتان</numerusform>
            <numerusform>%Ln ساعات</numerusform>
            <numerusform>%Ln ساعة</numerusform>
            <numerusform>%Ln ساعة</numerusform>
        </translation>
    </message>
    <message>
        <source>Offer shortcuts to the desktop</source>
        <translation>إتاحة اختصارات لسطح المكتب</translation>
    </message>
    <message>
        <source>Keys that work everywhere</source>
        <translation>اختصارات تعمل في كل مكان</translation>
    </message>
    <message>
        <source>This desktop has none for programs. Bind %1 and %2 in its keyboard settings.</source>
        <translation>ليس لسطح المكتب هذا اختصارات للبرامج. اربط %1 و%2 في إعدادات لوحة المفاتيح.</translation>
    </message>
    <message>
        <source>To lock all and to confirm; you choose the keys</source>
        <translation>لقفل الكل وللتأكيد؛ وأنت تختار المفاتيح</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::StepBar</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>الخطوة %1 من %2: %3</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::StepDialog</name>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>أغلق</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::TokenDrawing</name>
    <message>
        <source>blue</source>
        <translation>أزرق</translation>
    </message>
    <message>
        <source>white</source>
        <translation>أبيض</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::TokenListModel</name>
    <message>
        <source>%1, %2</source>
        <comment>name, state</comment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>No token</source>
        <translation>لا جهاز</translation>
    </message>
    <message>
        <source>%1, short ID %2, %3</source>
        <translation>‏%1، المعرّف القصير %2، %3</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>غير معروف</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::Tray</name>
    <message>
        <source>Con&amp;firm presence</source>
        <translation>أ&amp;كد الحضور</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::TrustPage</name>
    <message>
        <source>%1.</source>
        <comment>number in a list</comment>
        <translation>‏%1.</translation>
    </message>
    <message>
        <source>To check it, open this page on a second computer, or scan the code there. All three forms say the same; one match is enough.</source>
        <translation>لفحصه افتح هذه الصفحة على حاسوب ثانٍ، أو امسح الرمز هناك. الأشكال الثلاثة تقول الشيء نفسه؛ ويكفي تطابق واحد.</translation>
    </message>
    <message>
        <source>Copy fingerprint</source>
        <translation>انسخ البصمة</translation>
    </message>
    <message>
        <source>Compare with scanned text…</source>
        <translation>قارن بنص ممسوح…</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>انسَ…</translation>
    </message>
    <message>
        <source>Forget the host key…</source>
        <translation>انسَ مفتاح المضيف…</translation>
    </message>
    <message>
        <source>Scanned text</source>
        <translation>النص الممسوح</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>انسَ</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>أبقِ</translation>
    </message>
    <message>
        <source>Forget the host key of %1?</source>
        <translation>هل يُنسى مفتاح مضيف %1؟</translation>
    </message>
    <message>
        <source>The next time you will be asked to compare it again.</source>
        <translation>في المرة التالية يُطلب منك مقارنته من جديد.</translation>
    </message>
    <message>
        <source>This unit makes a new host key at every start,</source>
        <translation>تصنع هذه الوحدة مفتاح مضيف جديدًا عند كل تشغيل،</translation>
    </message>
    <message>
        <source>so it cannot be recognised. Unlocking is off for it.</source>
        <translation>لذلك لا يمكن التعرف عليها. الفتح معطل لها.</translation>
    </message>
    <message>
        <source>This token is new here.</source>
        <translation>هذا الجهاز جديد هنا.</translation>
    </message>
    <message>
        <source>Compare its host key before you use it.</source>
        <translation>قارن مفتاح مضيفه قبل استعماله.</translation>
    </message>
    <message>
        <source>Welcome it…</source>
        <translation>رحّب به…</translation>
    </message>
    <message>
        <source>Its host key is the one pinned on %1, from the provisioning receipt.</source>
        <translation>مفتاح مضيفه هو المثبّت في %1 من إيصال الإعداد.</translation>
    </message>
    <message>
        <source>This is the token you know.</source>
        <translation>هذا هو الجهاز الذي تعرفه.</translation>
    </message>
    <message>
        <source>That is not a host key.</source>
        <translation>ليس هذا مفتاح مضيف.</translation>
    </message>
    <message>
        <source>Paste the whole text of the code, the fingerprint, or the twelve words.</source>
        <translation>الصق نص الرمز كاملًا، أو البصمة، أو الكلمات الاثنتي عشرة.</translation>
    </message>
    <message>
        <source>The same.</source>
        <translation>هو نفسه.</translation>
    </message>
    <message>
        <source>Different:</source>
        <translation>مختلف:</translation>
    </message>
    <message>
        <source>this is not the key that was scanned.</source>
        <translation>ليس هذا المفتاح الذي مُسح.</translation>
    </message>
    <message>
        <source>Import receipt…</source>
        <translation>استورد إيصالًا…</translation>
    </message>
    <message>
        <source>Nobody has compared this host key.</source>
        <translation>لم يقارن أحد مفتاح المضيف هذا.</translation>
    </message>
    <message>
        <source>It is the one seen first, on %1, and has not changed since.</source>
        <translation>هو الذي ظهر أول مرة في %1، ولم يتغير منذئذ.</translation>
    </message>
    <message>
        <source>It has not changed since it was seen first.</source>
        <translation>لم يتغير منذ ظهر أول مرة.</translation>
    </message>
    <message>
        <source>I have compared it</source>
        <translation>قارنته</translation>
    </message>
    <message>
        <source>Its host key was compared on %1.</source>
        <translation>قورن مفتاح مضيفه في %1.</translation>
    </message>
    <message>
        <source>so it cannot be recognised. Unlocking it was allowed all the same.</source>
        <translation>لذلك لا يمكن التعرف عليها. سُمح بفتحها رغم ذلك.</translation>
    </message>
</context>
<context>
    <name>gokeyctl::gui::UnlockDialog</name>
    <message>
        <source>until the screen locks</source>
        <translation>حتى تُقفل الشاشة</translation>
    </message>
    <message>
        <source>until unplugged</source>
        <translation>حتى الفصل</translation>
    </message>
    <message>
        <source>Subkey</source>
        <translation>المفتاح الفرعي</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>عبارة المرور</translation>
    </message>
    <message>
        <source>What to do…</source>
        <translation>ما العمل…</translation>
    </message>
    <message>
        <source>Unlock – GoKey Manager</source>
        <translation>الفتح – GoKey Manager</translation>
    </message>
    <message>
        <source>Keep unlocked</source>
        <translation>البقاء مفتوحًا</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>ا&amp;فتح</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ألغِ</translation>
    </message>
    <message>
        <source>Signing is unlocked. Decryption has another passphrase.</source>
        <translation>فُتح التوقيع. لفك التعمية عبارة مرور أخرى.</translation>
    </message>
    <message>
        <source>Decryption is unlocked. Signing has another passphrase.</source>
        <translation>فُتح فك التعمية. للتوقيع عبارة مرور أخرى.</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>3 tries left</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>That is not the passphrase.</source>
        <translation>ليست هذه عبارة المرور.</translation>
    </message>
    <message>
        <source>Tries left: not known, the card reader is taken. A wrong passphrase counts.</source>
        <translation>المحاولات الباقية: غير معروفة، قارئ البطاقات مشغول. تُحسب عبارة خاطئة.</translation>
    </message>
    <message>
        <source>%1. After that this subkey stays locked.</source>
        <comment>1 try left</comment>
        <translation>‏%1. بعدها يبقى هذا المفتاح الفرعي مقفلًا.</translation>
    </message>
    <message>
        <source>No protected memory is left, so a passphrase cannot be held safely. Close other programs and try again.</source>
        <translation>لم تبقَ ذاكرة محمية، لذلك لا يمكن حفظ عبارة مرور بأمان. أغلق برامج أخرى وحاول مجددًا.</translation>
    </message>
    <message>
        <source>%1 was unplugged. Nothing is lost.</source>
        <translation>فُصل %1. لم يضِع شيء.</translation>
    </message>
    <message>
        <source>The token has not answered yet.</source>
        <translation>لم يُجب الجهاز بعد.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>يُفحص…</translation>
    </message>
    <message>
        <source>Waiting: a site asks for your presence first.</source>
        <translation>انتظار: يطلب موقع حضورك أولًا.</translation>
    </message>
    <message>
        <source>No tries left now. Next try possible in %1.</source>
        <translation>لا محاولات الآن. المحاولة التالية ممكنة بعد %1.</translation>
    </message>
    <message>
        <source>No tries left. The subkey stays locked until the token restarts.</source>
        <translation>لم تبقَ محاولات. يبقى المفتاح الفرعي مقفلًا حتى يُعاد تشغيل الجهاز.</translation>
    </message>
    <message numerus="yes">
        <source>A passphrase has at most %Ln byte(s). Nothing of this was taken.</source>
        <translation>
            <numerusform>أقصى طول لعبارة المرور %Ln بايت. لم يؤخذ شيء.</numerusform>
            <numerusform>أقصى طول لعبارة المرور %Ln بايت. لم يؤخذ شيء.</numerusform>
            <numerusform>أقصى طول لعبارة المرور %Ln بايت. لم يؤخذ شيء.</numerusform>
            <numerusform>أقصى طول لعبارة المرور %Ln بايت. لم يؤخذ شيء.</numerusform>
            <numerusform>أقصى طول لعبارة المرور %Ln بايت. لم يؤخذ شيء.</numerusform>
            <numerusform>أقصى طول لعبارة المرور %Ln بايت. لم يؤخذ شيء.</numerusform>
        </translation>
    </message>
    <message>
        <source>A shorter time needs no passphrase.</source>
        <translation>لا تحتاج مدة أقصر إلى عبارة مرور.</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>‏Caps Lock مفعّل.</translation>
    </message>
    <message>
        <source>Keep %1 unlocked</source>
        <translation>إبقاء %1 مفتوحًا</translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation>فتح %1</translation>
    </message>
    <message>
        <source>Short ID %1</source>
        <translation>المعرّف القصير %1</translation>
    </message>
    <message>
        <source>Passphrase for signing</source>
        <translation>عبارة المرور للتوقيع</translation>
    </message>
    <message>
        <source>Passphrase for decryption</source>
        <translation>عبارة المرور لفك التعمية</translation>
    </message>
    <message>
        <source>Passphrase for signing and decryption</source>
        <translation>عبارة المرور للتوقيع وفك التعمية</translation>
    </message>
    <message numerus="yes">
        <source>for %Ln minute(s)</source>
        <translation>
            <numerusform>لمدة %Ln دقيقة</numerusform>
            <numerusform>لمدة دقيقة واحدة</numerusform>
            <numerusform>لمدة دقيقتين</numerusform>
            <numerusform>لمدة %Ln دقائق</numerusform>
            <numerusform>لمدة %Ln دقيقة</numerusform>
            <numerusform>لمدة %Ln دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>for %Ln hour(s)</source>
        <translation>
            <numerusform>لمدة %Ln ساعة</numerusform>
            <numerusform>لمدة ساعة واحدة</numerusform>
            <numerusform>لمدة ساعتين</numerusform>
            <numerusform>لمدة %Ln ساعات</numerusform>
            <numerusform>لمدة %Ln ساعة</numerusform>
            <numerusform>لمدة %Ln ساعة</numerusform>
        </translation>
    </message>
</context>
</TS>
