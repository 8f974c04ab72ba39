// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/lexicon.h"

#include <array>

namespace app::timestamps::internal {

namespace {

// The common meanings in further languages: Czech, Ukrainian, Greek, Hebrew, Hindi, Nordic and
// more.
constexpr std::array groups{
    WordGroup{
        Agenda,
        u"sendefolge programmübersicht sendeschema sendeplan fernsehprogramm tv-programm "
        u"grille_des grille programación parrilla palinsesto programação grade uitzendschema "
        u"tv-gids tv-tablå tablå programtablå sendeskema tv-program ramówka телепрограмма "
        u"телепрограмм* эфирная сетка передач передачі akışı yayın_akışı خریطة البرامج جدول_پخش "
        u"پخش کنداکتور לוח_שידורים שידורים לוח_זמנים πρόγραμμα προγράμματος प्रसारण_सूची line-up "
        u"broadcast_schedule tv_listings listings itinéraire itinerario ablaufplan wochenprogramm "
        u"ordre_du ordre_du_jour orden_del orden_del_día ordine_del ordine_del_giorno pauta "
        u"tagesprogramm stundenplan probenplan festivalprogramm kinoprogramm spielplan "
        u"séances cartelera sesiones kino repertuar repertoár seans seanslar сеансы"},
    WordGroup{
        ClockWord,
        u"sunrise sunset high_tide low_tide tide tides moonrise sonnenaufgang sonnenuntergang "
        u"hochwasser niedrigwasser lever_du coucher_du marée haute basse amanecer atardecer "
        u"anochecer pleamar bajamar marea alba tramonto alvorada nascer_do pôr_do maré "
        u"восход закат прилив отлив схід захід gündoğumu günbatımı شروق غروب الشروق الغروب طلوع "
        u"غروب_آفتاب זריחה שקיעה ανατολή δύση východ_slunce západ_slunce soluppgång solnedgång "
        u"solopgang soloppgang wschód zachód zonsopgang zonsondergang सूर्योदय सूर्यास्त deadline "
        u"due submission abgabe abgabetermin einsendeschluss frist délai rendu entrega plazo "
        u"prazo scadenza consegna teslim son_gün срок сдать сдача дедлайн termin odevzdání "
        u"inlämning aflevering afleveringsfrist التسلیم موعد تحویل مهلت הגשה מועד "
        u"hotline anmeldeschluss redaktionsschluss meal prayer adhan fajr dhuhr asr maghrib "
        u"isha ezan imsak iftar أذان الفجر الظهر العصر المغرب العشاء اذان mass gebet messe_um"},
    WordGroup{
        Place,
        u"between zwischen entre tra fra между між między mezi mellan mellem mellom tussen "
        u"arasında arası بین بین_الدقیقة בין बीच μεταξύ desde_el auf somewhere circa_al dopo_il "
        u"attorno_al vers_les autour"},
    WordGroup{
        Video,
        u"المرئیة المصورة المصور المرئي مصورة تصویری ویدئویی ویدیویی מצולם מצולמת המצולמת הווידאו "
        u"הסרטון filmée filmé filmati filmata filmada wersja_wideo wideo videozapis видеоверсия "
        u"видеоверсии видеозапись відеоверсія відеоверсії görüntülü videosuna videosu "
        u"videoversjon videoversjonen videoversion videoverze videopodcast βιντεοσκοπημένη "
        u"kamera members-only mitglieder abonnenten suscriptores abonnés abbonati assinantes "
        u"подписчиков підписників aboneler مشترکین مشترکان למנויים unzensiert complète integrale "
        u"íntegra uncensored kino_cut theatrical"},
    WordGroup{
        Audio,
        u"الصوتیة صوتی صوتیة نسخه_صوتی האודיו אודיו השמע ήχου ηχητικό ses_kaydı ses ljud lyd "
        u"lydversion lydversjon ljudversion audiofassung audioversion аудиоверсия аудіоверсія "
        u"audioverze dźwięk"},
    WordGroup{Place,
              u"od do v ve kolem okolo minutě minuty minutu z з на від до о у біля близько хвилині "
              u"хвилини хвилину στο στα στη στον από μέχρι ως λεπτό περίπου κατά ב ב- בדקה דקה "
              u"מ מ- מדקה עד החל החל_מ בערך סביב में पर से तक मिनट लगभग करीब के_बाद på ved fra til ca "
              u"omkring cirka runt w od około przy do po na o lege dal circa verso intorno"},
    WordGroup{ClockSuffix,
              u"uur uhr hod hodin hod. godz год годині годину године ώρα π.μ μ.μ πμ μμ בבוקר בערב "
              u"בצהריים בלילה אחר_הצהריים बजे पूर्वाह्न अपराह्न uhr-live klo kl uhrzeit heures horas_da "
              u"h du_matin du_soir ранку вечора ночі дня dopoledne odpoledne večer ráno da_manhã "
              u"da_tarde da_noite del_mattino di_sera di_mattina de_la_tarde de_la_mañana "
              u"de_la_noche صباحا مساء ظهرا بعدازظهر صبح عصر"},
    WordGroup{ClockWord,
              u"otevřeno otevírá zavírá odjezd příjezd vlak začátek_v vysílání denně vstup dveře "
              u"відкрито відчиняє зачиняє відправлення прибуття щодня ефір ефірі початок_о початок "
              u"ανοίγει κλείνει ανοιχτά αναχώρηση άφιξη καθημερινά ώρα ζωντανά πόρτες έναρξη "
              u"פותח נפתח נסגר פתוח סגור יציאה הגעה יומי שעה בשעה שידור דלתות תחילת खुलता खुला बंद "
              u"प्रस्थान आगमन रोज़ाना प्रतिदिन समय प्रसारण साढ़े öppettider afgang ankomst åbner lukker "
              u"daglig dørene åpner stenger avgang ankomst åpent starter dørene lukket otwarcie "
              u"zamknięcie wejście drzwi początek godzinie uur aanvang inloop zaal_open"},
    WordGroup{ClockWord,
              u"wecker feierabend schicht spätschicht frühschicht treffpunkt treffen anstoß "
              u"beginn beginnt startet einlass ladenschluss kasse ouverture fermeture rendez-vous "
              u"coup_d'envoi apertura cierre encuentro quedamos apertura chiusura ritrovo "
              u"appuntamento abertura fechamento encerramento encontro сбор встреча открытие "
              u"закрытие начинается приходите збір зустріч открытие buluşma açılış kapanış "
              u"başlangıç başlar shift deadline standup stand-up call zoom meet meetup arrive "
              u"curfew headliner support doors_open kick-off first_half"},
    WordGroup{WeakClock,
              u"v ve o kl στις ώρα ב בשעה о об godz. около alle ore baje le las dalle dale delle "
              u"às as das les lasse"},
    WordGroup{
        Weekday,
        u"pondělí úterý středa středu čtvrtek pátek sobota sobotu neděle neděli понеділок "
        u"вівторок середа середу четвер п'ятниця п'ятницю субота суботу неділя неділю "
        u"понеділка суботи неділі δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή ראשון "
        u"שני שלישי רביעי חמישי שישי שבת יום_שני सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार "
        u"mon-fri sat-sun mo-fr mo-sa sa-so lun mar mer jeu ven sam dim lun-ven lu-ve mié jue "
        u"vie sáb dom seg ter qua qui sex po út st čt pá so ne pon wt śr czw pt niedz ma di wo "
        u"do vr za zo mån tis ons tors fre lör sön man tir tor lør søn pzt çar per cts paz "
        u"weekend feiertag feiertags sonn- sonn-_und fim-de-semana fine_settimana week-end "
        u"fin_de_semana выходные будни будням будні вихідні sobota-niedziela σαββατοκύριακο "
        u"סופ״ש"},
    WordGroup{
        Month,
        u"ledna února března dubna května června července srpna září října listopadu prosince "
        u"leden únor březen duben květen červen červenec srpen říjen prosinec січня лютого "
        u"березня квітня травня червня липня серпня вересня жовтня листопада грудня "
        u"ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου "
        u"οκτωβρίου νοεμβρίου δεκεμβρίου בינואר ינואר בפברואר פברואר במרץ מרץ באפריל אפריל במאי "
        u"מאי ביוני יוני ביולי יולי באוגוסט אוגוסט בספטמבר ספטמבר באוקטובר אוקטובר בנובמבר נובמבר "
        u"בדצמבר דצמבר जनवरी फ़रवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर "
        u"mrz okt dez ene abr ago dic gen mag giu lug set ott fev out styczeń luty marzec "
        u"kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień marts "
        u"maj juni juli august oktober desember december januar februar янв фев мар апр июн "
        u"июл авг сен окт ноя дек"},
    WordGroup{DayPart,
              u"ráno dopoledne odpoledne večer noc ранку вечора ранок вечір ніч πρωί μεσημέρι "
              u"απόγευμα βράδυ νύχτα בוקר ערב צהריים לילה सुबह दोपहर शाम रात morgenen aften aftenen "
              u"eftermiddag ettermiddag formiddag kveld natt förmiddag rano wieczór wieczorem noc "
              u"popołudniu południe"},
    WordGroup{
        DayAdverb,
        u"dnes zítra včera dnešní сьогодні завтра вчора сьогоднішній σήμερα αύριο χθες απόψε "
        u"היום מחר אתמול הערב आज कल i_dag i_morgen i_aften i_kveld idag ikväll imorgen vanochtend "
        u"vanmiddag gisteren dzisiaj jutro wczoraj buongiorno stamattina ce_soir ce_matin "
        u"esta_noche esta_tarde esta_mañana hoje_à bu_akşam bu_sabah gün her_gün"},
    WordGroup{
        Verse,
        u"1mose 2mose sprüche spr jes jer hes mt mk lk joh apg röm 1kor 2kor gal eph phil kol "
        u"hebr jak petr offb psalmen genèse ex lv dt ps pr is jr ez mt mc lc jn ac rm co ga ep "
        u"ph col hb jc ap gn éx lev sal sl pv hch 1_co mateus mt jo at rm ap sl matteüs johannes "
        u"lucas psalm genesis spreuken hebreeën matteus markus lukas johannes romerne "
        u"apostlenes åpenbaringen salme salmenes ordsprogene fil kol tes ijob rdz wj kpł mt mk "
        u"łk j dz rz kor ga ef flp ap genesis jan matouš marek lukáš skutky římanům žalm přísloví "
        u"zjevení izajáš бут вих пс мт мк лк ів дії рим псалом матвія івана луки марка буття "
        u"євангеліє послання yuhanna matta markos luka romalılar mezmur mezmurlar yaratılış "
        u"γένεσις ψαλμός ψαλμοί ματθαίος ματθαίου μάρκος μάρκου λουκάς λουκά ιωάννης ιωάννη "
        u"κατά_ιωάννη πράξεις ρωμαίους κορινθίους αποκάλυψη ησαΐας παροιμίες"},
    WordGroup{
        Verse,
        u"בראשית שמות ויקרא במדבר דברים יהושע שופטים שמואל מלכים ישעיהו ירמיהו יחזקאל הושע יואל "
        u"עמוס תהלים תהילים משלי איוב קהלת אסתר דניאל רות पैदाइश उत्पत्ति भजन भजन_संहिता नीतिवचन यूहन्ना "
        u"मत्ती मरकुस लूका रोमियों कुरिन्थियों इब्रानियों गीता श्लोक सूरह सूरा कुरान अध्याय बाइबल یوحنا "
        u"پیدایش مزامیر اشعیا رومیان متی لوقا مرقس یوحنا کرنتیان قرآن بقره "
        u"آل‌عمران "
        u"نساء "
        u"البقرة النساء المائدة الأنعام الکهف یوسف مریم طه التوبة آل_عمران کهف تکوین سفر المزامیر "
        u"رومیة کورنثوس bakara kehf yasin nisa bhagavad dhammapada gospel evangelium évangile "
        u"evangelio vangelo evangelho evangelie ewangelia evangelium евангелие bible bibel "
        u"biblia bibbia bíblia bijbel библия біблія kutsal"},
    WordGroup{VerseWord,
              u"verš verše вірш vers verset strofa ayet στίχος στίχοι פסוק פרק_ב वचन आयत श्लोक آیات "
              u"آیه سوره ayat shloka canto sutra bibelstelle bibelvers schriftstelle vv. lesung "
              u"lectionary reading lesungen"},
    WordGroup{
        Score,
        u"zápas vyhráli vyhrál prohráli prohra výhra skóre матч виграли виграв програли рахунок "
        u"перемога поразка рахунком αγώνας νίκησε νίκησαν έχασε έχασαν σκορ νίκη ήττα ניצחו ניצח "
        u"הפסידו הפסיד תוצאה ניצחון הפסד משחק जीते जीता हारे हार जीत स्कोर मैच vandt vant tapte "
        u"tabte kamp kampen sejr seier nederlag vann matchen segrade final set sets tiebreak "
        u"finale satz viertel drittel set punkte handball volleyball basketball tischtennis "
        u"badminton squash siegten mecz wygrana przegrana wynikiem sety gewonnen verloor "
        u"verloren winst gelijk stand uitslag tussenstand résultat résultats résultado "
        u"resultado risultato punteggio marcador placar score_final"},
    WordGroup{
        Length,
        u"délka trvá trval trvalo trvání stopáž тривалість тривав тривало триває довжина "
        u"διάρκεια διαρκεί κράτησε אורך משך נמשך ארך अवधि लंबाई चला चली कुल_समय varighed længde "
        u"varede varer varighet varte lengde spilletid spelade längd pågick tar tog czas "
        u"długość lengte speelduur speeltijd duurde total_time gesamt gesamtzeit gesamtlänge "
        u"gesamtdauer durée_totale durata_totale duración_total tempo_total total running "
        u"walked ran cycled swam finished finish laufe lief gelaufen brauchte gebraucht "
        u"benötigt mis tardó tardé tardamos impiegato corso levou levei corri corrí couru "
        u"пробежал пробежала занял заняло пройшов koştu koştum pobiegł biegł uběhl zaběhl "
        u"sprang löpte timer stoppuhr cronómetro cronometro stopwatch koşusu"},
    WordGroup{
        Recorded,
        u"nahráno zveřejněno vydáno natočeno записано опубліковано оприлюднено ηχογραφήθηκε "
        u"δημοσιεύτηκε δημοσιεύθηκε הוקלט פורסם עלה रिकॉर्ड रिकॉर्डेड प्रकाशित optaget udgivet "
        u"offentliggjort tatt_opp innspilt publisert inspelat spelades utgitt nagrane "
        u"zarejestrowano stand_vom erschienen gesendet opname opgenomen_op updated edited "
        u"bearbeitet aktualisiert geändert actualizado mis_à_jour aggiornato atualizado "
        u"обновлено оновлено güncellendi kayıt kaydı تاریخ التاریخ date datum fecha data дата "
        u"tarih ημερομηνία תאריך दिनांक तारीख written sent posted_at"},
    WordGroup{
        Times,
        u"časy časové kapitoly časová razítka тайм-коди таймкоди таймкод розділи часові мітки "
        u"χρονοσημάνσεις χρονικά κεφάλαια χρονικές σημάνσεις χρονοσφραγίδες חותמות חותמות_זמן "
        u"זמנים פרקים टाइमस्टैम्प टाइमकोड अध्याय tidskoder tidskode tidsstempler tidspunkter "
        u"kapitelmarker sprungmarken sprungmarke zeitcodes shownotes show_notes rozpiska "
        u"horodatages repères_temporels marcas_de_tiempo indicazioni marcações_de_tempo "
        u"spis_treści obsah зміст περιεχόμενα תוכן विषय-सूची indholdsfortegnelse innehåll "
        u"innhold inhoud içindekiler içindekiler: فهرست المحتویات محتویات topics in_this "
        u"highlights minutes dakikalar marcadores minutos breakdown"},
    WordGroup{
        Video,
        u"video videu videa videoverze відео ютубі ютуб βίντεο γιουτιούμπ סרטון וידאו יוטיוב "
        u"वीडियो यूट्यूब videoen videon videoversionen videoutgaven "
        u"videoversie vidéo-podcast director's directors videocast bonus stream-aufzeichnung "
        u"twitch-stream streamu трансляции трансляция стрим стрима стриме стрім canlı_yayın "
        u"livestream-mitschnitt rohfassung langfassung ungekürzt ungekürzte unedited raw "
        u"werbefreie werbefreien sans_pub sin_anuncios senza_pubblicità sem_anúncios bez_reklam "
        u"без_рекламы без_реклами reklamsız reclamevrij patreon-version premium steady "
        u"supporters plus-version member membership nebula rumble odysee"},
    WordGroup{
        Agenda,
        u"program_dne harmonogram rozvrh jízdní otevírací doba programu розклад програма "
        u"графік порядок денний години роботи πρόγραμμα ωράριο δρομολόγια לוח זמנים תוכנית "
        u"סדר_יום שעות_פתיחה פתיחה_: कार्यक्रम समय-सारणी समयसारणी कार्यसूची åbningstider køreplan "
        u"åpningstider rutetider kjøreplan tidsplan dagsorden dagordning dagsprogram "
        u"programma dagindeling openingsuren porządek plan_dnia rozkład_jazdy godziny "
        u"running_order run_of_show order_of_service conference festival stage bühne fest "
        u"konferenz tagung scène escenario palco palcoscenico сцена konferencja konference "
        u"конференция конференція konferans συνέδριο כנס सम्मेलन wochenplan dienstplan "
        u"trainingsplan course_schedule class classes kurs kurse cours clases lezioni aulas "
        u"öffnungszeit sprechstunden tv fernsehen radioprogramm tagesschau messe gottesdienst "
        u"messes misas messe_orari godzina_mszy богослужение"},
    WordGroup{
        AgendaItem,
        u"oběd snídaně večeře registrace přestávka zahájení zakončení obiad сніданок обід "
        u"вечеря реєстрація перерва відкриття закриття γεύμα πρωινό δείπνο διάλειμμα εγγραφή "
        u"έναρξη λήξη ארוחת ארוחה הפסקה התכנסות רישום קבלת נשיא नाश्ता दोपहर_का खाना पंजीकरण "
        u"विराम उद्घाटन समापन frokost morgenmad aftensmad registrering pause velkomst middag "
        u"lunsj kaffepause kaffe avslutning frukost kväll lunch inloop ontvangst borrel pauze "
        u"diner afsluiting networking q&a talk vortrag vorträge mittag kaffee empfang "
        u"führung exkursion abreise anreise treffen aufbau abbau soundcheck umbau yoga "
        u"visite départ groupe atelier conférence plénière taller ponencia charla sesión "
        u"visita laboratorio sessione palestra oficina сессия доклад секция мастер-класс "
        u"кофе-брейк сбор отъезд сесія доповідь кава sesja wykład warsztaty kolacja oturum "
        u"panel atölye konuşma ομιλία συνεδρία εργαστήριο καφές jumu'ah mass service vespers "
        u"bus hike swim departure check"},
    WordGroup{
        Tracks,
        u"tracklist* skladby seznam_skladeb písně треклист композиції пісні сетлист сет-лист "
        u"λίστα_τραγουδιών τραγούδια שירים רשימת_השירים רצועות गाने गीत numre sange sanger låter "
        u"spor låtlista setlista piosenek utworów lista_utworów side_a side_b seite_a seite_b "
        u"face_a face_b cara_a cara_b lato_a lato_b lado_a lado_b сторона disc disque_1 cd1 "
        u"cd2 disc_1 disc_2 pressing plattenseite nummers_: şarkı_listesi parçalar "
        u"ترک‌ها "
        u"قطعات قائمة"},
    WordGroup{
        LengthAfter,
        u"zbývá zbývají залишилось лишилося απομένουν נותרו शेष बाकी tilbage gjenstår återstår "
        u"över zbývající do_konce before halftime nach_spielzeit vor_schluss minutes_later "
        u"later später plus_tard después dopo depois позже пізніше sonra ago geleden sedan "
        u"siden temu zpět hours minuten_lang long in_length total each per_track jeweils "
        u"pro_runde pro_kilometer min/km /km pro par por al"},
    WordGroup{
        To, u"do až до по έως ως μέχρι עד तक til till tot t/m t.e.m و_تا à a aos às au hasta_las"},
    WordGroup{And,
              u"a i та й και ו ו- וגם और एवं og och samt sowie dann puis luego poi depois potom"},
    WordGroup{
        Approx,
        u"asi zhruba přibližně приблизно близько περίπου בערך लगभग करीब cirka omtrent ungefær "
        u"mniej_więcej okolice plus_minus yaklaşık civarı حدودا تقریبا حوالی"},
    WordGroup{Not,
              u"ne není nejsou ikke inte nie не без δεν όχι χωρίς לא אין בלי नहीं बिना değil sin"},
    WordGroup{
        Audio,
        u"zvuk epizody podcastu подкаст подкаста подкасту епізоду podcasten podcastu πόντκαστ "
        u"επεισόδιο הפודקאסט הפרק पॉडकास्ट एपिसोड ausgabe sendung émission programa trasmissione "
        u"uitzending sändning show"},
    WordGroup{
        TimeLabel,
        u"čas kdy začátek час коли ώρα πότε שעה זמן מתי समय कब tidspunkt tid hvornår når wanneer "
        u"tijdstip kiedy o_której saat_: uhrzeit beginn début hora orario"},
    WordGroup{Preposition,
              u"ve v na za o w we з на του της των το ה ב ל की के का को på om i den et"},
};

constexpr std::array ideographs{
    WordGroup{Agenda,
              u"节目单 節目單 节目表 節目表 番組表 編成表 편성표 流程 行程 赛程 賽程 时刻 식순 "
              u"상영시간표"},
    WordGroup{ClockWord,
              u"日出 日落 满潮 退潮 涨潮 日の出 日の入 満潮 干潮 일출 일몰 만조 간조 必着 締め切り "
              u"締切 納期 "
              u"截稿 交稿 截止时间 마감시간 납품 重播 再放送 재방송 首车 末车 첫차 막차 始発 終電 "
              u"热线 더빙"},
    WordGroup{Video,
              u"会员 會員 付费版 完整版时间 メンバー限定 メンバーシップ 멤버십 멤버 무삭제판 유료 "
              u"有料 会員限定"},
    WordGroup{Audio, u"音声版 音频版 音訊版 免费版 無料版 무료판 오디오판 음성"},
    WordGroup{
        Place,
        u"分钟 第 大约 大概 左右 跳到 快进到 请听 見る 約 あたり 頃 ごろ 辺り 付近 쯤 경 분쯤 "
        u"부근 즈음 대략 약 에서는 부터는"},
    WordGroup{Mark,
              u"处开始 这里 那里 时候 附近 あたり あたりから 頃 ごろ 付近 のあたり で 지점 부분 쯤 "
              u"쯤에 쯤부터 경에 秒处 分处 の部分 の箇所 の場面"},
    WordGroup{
        Topic,
        u"开场 开头 片头 片尾 结尾 结语 总结 介绍 嘉宾 采访 访谈 话题 听众 问答 广告 提问 讨论 "
        u"背景 "
        u"回顾 主题 閒聊 闲聊 開場 結尾 介紹 嘉賓 訪談 話題 總結 廣告 問答 オープニング "
        u"エンディング "
        u"はじめに 自己紹介 ゲスト お便り おたより まとめ 本編 告知 近況 雑談 質問 紹介 コーナー "
        u"インタビュー トーク テーマ ニュース 感想 오프닝 클로징 엔딩 소개 인트로 아웃트로 게스트 "
        u"인터뷰 "
        u"질문 마무리 광고 주제 뉴스 정리 사연 근황 토크 본론 결론"},
    WordGroup{Speak,
              u"聊 谈 讲 说 提到 笑 故事 为什么 如何 怎么 讨论 解释 談 講 說 話 語る 話す 話 笑 "
              u"なぜ どう "
              u"理由 について の話 説明 登場 이야기 얘기 말 설명 웃 왜 어떻게 농담"},
    WordGroup{Listen, u"听 聽 跳过 收听 聴 再生 スキップ 飛ば 들 재생 건너뛰"},
    WordGroup{
        Music,
        u"歌曲 单曲 专辑 專輯 曲 首 主题曲 片尾曲 插曲 伴奏 アルバム シングル 楽曲 作曲 作詞 演奏 "
        u"노래 앨범 곡 수록 타이틀곡"},
    WordGroup{Price, u"元 块 价格 价 价钱 美元 人民币 门票 円 価格 料金 値段 원 가격 요금 입장료"},
    WordGroup{Transit,
              u"高铁 动车 地铁 公交 车站 站台 机场 车次 火車 高鐵 地鐵 車站 機場 班次 バス 駅 "
              u"新幹線 空港 "
              u"便 行き 番線 지하철 역 공항 열차 편 고속버스 터미널 KTX"},
    WordGroup{
        Routine,
        u"起床 睡觉 上班 下班 洗澡 上课 放学 闹钟 睡覺 上課 出勤 退勤 就寝 通勤 기상 취침 출근 "
        u"퇴근 수업 알람"},
    WordGroup{ClockSuffix, u"点 點 時に 시 정각 整"},
    WordGroup{
        ClockWord,
        u"开始时间 入场 检票 集合 截止 报到 打烊 关门 打卡 闭店 入場 開始 集合 受付開始 放映 上映 "
        u"終了 出航 締切 시작 마감 집합 상영 공연 입장 도착시간 출발시간 오픈시간 종료"},
    WordGroup{
        Verse,
        u"约翰一书 希伯来书 雅各书 彼得 以弗所书 腓立比书 歌罗西书 加拉太书 申命记 民数记 利未记 "
        u"耶利米书 以西结书 但以理书 约翰 马太 马可 路加 羅馬書 哥林多前书 哥林多后书 詩編 イザヤ "
        u"ヘブル ヘブライ エペソ エフェソ ピリピ ガラテヤ ヤコブ 書簡 聖書 圣经 聖經 节经文 요한 "
        u"마태 "
        u"마가 누가 이사야 히브리서 에베소서 빌립보서 갈라디아서 고린도 요한계시록 잠언 출애굽기 "
        u"성경 "
        u"코란 수라"},
    WordGroup{Score,
              u"比赛 战平 领先 落后 半场 球队 对阵 比賽 領先 試合 勝った 負けた 対 セット 得点差 "
              u"경기 이겼 "
              u"졌 승 패 득점 대결 세트"},
    WordGroup{Sport,
              u"跑步 马拉松 配速 圈 公里 冠军 馬拉松 マラソン 走 ラップ タイム 自己ベスト 完走 "
              u"마라톤 기록 "
              u"달리기 완주 페이스"},
    WordGroup{
        Label,
        u"第几章 章 页 頁 房间 教室 编号 条款 号 室 号室 番 番号 ページ 図表 조 항 쪽 장 호 호실"},
    WordGroup{
        Length,
        u"共计 持续 花了 用了 片长 總長 總時長 かかった かかり 時間は 尺 걸렸 걸린 총 시간은 전체"},
    WordGroup{EpisodeWord,
              u"期 集 上期 上集 往期 第几期 回 前回 次回 화 편 회 지난 에피소드 エピソード"},
    WordGroup{Video,
              u"广告なし 広告なし版 広告抜き 無広告 去广告 视频版 YouTube版 视频版 影片版 哔哩哔哩 "
              u"直播 回放 完整版 無料版 有料版 動画版 配信版 ノーカット "
              u"영상판 풀버전 라이브 유튜브판 ニコニコ ニコ生"},
    WordGroup{Speaker, u"主持人 主播 嘉宾 旁白 記者 司会 聞き手 話し手 진행자 사회자 손님"},
    WordGroup{Cooking, u"烤箱 烘烤 煮 食谱 分钟后 オーブン 焼 煮 レシピ 오븐 굽 끓 레시피"},
    WordGroup{Address, u"路 街 楼 层 号院 丁目 番地 階 로 길 층 번지"},
    WordGroup{MinuteUnit, u"分 分钟 分鐘 분"},
    WordGroup{HourUnit, u"小时 小時 時間 시간"},
    WordGroup{SecondUnit, u"秒 초"},
    WordGroup{Beginning, u"开始 结束 開始 結束 最初 最後 冒頭 終わり 처음 끝 시작 마지막"},
    WordGroup{
        Times,
        u"时间线 時間線 时间标记 时间码 节目大纲 本期内容 收听提示 内容提要 タイムテーブル 内容 "
        u"トピック 見出し 타임 챕터 순서 구성"},
};

} // namespace

std::span<const WordGroup> furtherWords()
{
    return groups;
}

std::span<const WordGroup> furtherIdeographs()
{
    return ideographs;
}

} // namespace app::timestamps::internal
