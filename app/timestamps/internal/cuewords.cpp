// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/lexicon.h"

#include <array>

namespace app::timestamps::internal {

namespace {

/// Words separated by spaces; '_' stands for the space inside a pair.
// Lower case as the normaliser leaves it: ё is е, Arabic ي and ك are Persian.
constexpr std::array groups{
    WordGroup{Place,
              u"at from @ see timestamp timestamps timecode timecodes starting_at skip_to jump_to "
              u"listen_from until till before after past near mark minute min minutes into"},
    WordGroup{Place, u"ab bei nach seit vor bis zeitmarke minute sprungmarke zu"},
    WordGroup{Place, u"partir_de dès jusqu'à depuis vers vers_la minute à minutage aux"},
    WordGroup{Place, u"desde hasta minuto minutos en_el hacia sobre_el el del"},
    WordGroup{Place, u"dal dalle da minuto al minutaggio fino_a a_partire"},
    WordGroup{Place, u"desde até minuto aos no do"},
    WordGroup{Place, u"с на от до минута минуте минуты минуту после около к"},
    WordGroup{Place, u"vanaf minuut op rond bij tot naar"},
    WordGroup{Place, u"od do w minuta minucie minuty około"},
    WordGroup{Place, u"från vid minut minuten fra ved minuttet"},
    WordGroup{Place, u"dakika dakikada itibaren"},
    WordGroup{Place, u"دقیقه از تا در دقیقة من عند الی منذ"},
    WordGroup{Approx,
              u"about around approx approximately circa ca roughly ~ ungefähr etwa rund gegen "
              u"environ unos alrededor cerca примерно около ongeveer około ungefär حدود حوالی "
              u"the der die das le la los les"},
    WordGroup{Place, u"ca circa gegen environ rund"},
    WordGroup{Article, u"in a an another every per each ein eine einen une un una um_tempo"},
    WordGroup{Mark, u"mark marks markierung into"},
    WordGroup{
        ClockSuffix,
        u"am pm a.m p.m uhr o'clock oclock часов hrs hs local_time "
        u"ortszeit eastern_time pacific_time central_time утра вечера дня ночи heures_du godz "
        u"saat'te"},
    WordGroup{Zone,
              u"gmt utc cet cest est edt cst cdt mst mdt pst pdt et pt ct mt bst ist jst kst aest "
              u"aedt awst nzst wet west eet eest msk мск mez mesz eastern pacific central brt hkt "
              u"sgt trt irst z"},
    WordGroup{ClockWord,
              u"doors door opens open opening closes closed closing kickoff kick-off curtain "
              u"tipoff departs departure departures departing arrives arrival arrivals train "
              u"trains bus buses flight flights ferry ferries boards boarding leaves alarm "
              u"appointment meeting breakfast lunch dinner clock o'clock bedtime daily live "
              u"weekdays weekends weekday weekend hours showtime showtimes screening "
              u"screenings woke wake wakes checkin check-in checkout check-out sunrise sunset "
              u"webinar airs tune_in office_hours"},
    WordGroup{ClockWord,
              u"einlass beginn geöffnet öffnet schließt geschlossen abfahrt ankunft zug züge "
              u"bus flug fähre abflug täglich werktags anpfiff wecker termin sprechzeiten "
              u"sprechstunde öffnungszeiten sendetermin live uhrzeit sendung_um"},
    WordGroup{ClockWord,
              u"portes ouvert ouverte ouverts ouvre ferme fermé départ départs arrivée "
              u"arrivées train trains vol bus quotidien horaires direct séance rendez-vous "
              u"heure"},
    WordGroup{ClockWord,
              u"puertas abierto abre cierra cerrado salida salidas llegada llegadas tren "
              u"trenes vuelo autobús diario horario horarios directo cita función hora"},
    WordGroup{ClockWord,
              u"porte aperto apre chiude chiuso partenza partenze arrivo arrivi treno treni "
              u"volo autobus orario orari diretta appuntamento ore"},
    WordGroup{ClockWord,
              u"portas aberto abre fecha fechado partida partidas chegada chegadas trem "
              u"comboio voo ônibus autocarro diariamente horário ao_vivo hora"},
    WordGroup{ClockWord,
              u"двери открыто открыт открывается закрывается отправление прибытие поезд "
              u"поезда рейс автобус ежедневно эфир эфире расписание сеанс начало_в вылет "
              u"отходит"},
    WordGroup{ClockWord,
              u"deuren open opent sluit gesloten vertrek aankomst trein treinen vlucht "
              u"dagelijks rechtstreeks otwarte otwiera zamyka odjazd przyjazd pociąg "
              u"codziennie öppet öppnar stänger avgång ankomst tåg dagligen åpent kapı "
              u"açılış kapanış kalkış varış tren otobüs uçuş yayın canlı"},
    WordGroup{ClockWord,
              u"الساعة الساعه ساعت قطار پرواز حرکت افتتاح یفتح یغلق مفتوح رحلة القطار یومیا "
              u"روزانه بلیت"},
    WordGroup{WeakClock,
              u"um gegen alle kl klo klokken klockan om saat godz godzinie o às as_las a_las "
              u"la_las las ساعت الساعة الساعه ore h"},
    WordGroup{Weekday,
              u"monday tuesday wednesday thursday friday saturday sunday mondays tuesdays "
              u"wednesdays thursdays fridays saturdays sundays mon tue tues wed thu thur thurs "
              u"fri sat sun"},
    WordGroup{Weekday,
              u"montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag montags "
              u"dienstags mittwochs donnerstags freitags samstags sonntags mo mi fr"},
    WordGroup{Weekday,
              u"lundi mardi mercredi jeudi vendredi samedi dimanche lundis mardis mercredis "
              u"jeudis vendredis samedis dimanches lunes martes miércoles jueves viernes sábado "
              u"sábados domingo domingos lunedì martedì mercoledì giovedì venerdì sabato "
              u"domenica segunda-feira terça-feira quarta-feira quinta-feira sexta-feira "
              u"segunda terça quarta quinta sexta"},
    WordGroup{Weekday,
              u"понедельник понедельникам вторник вторникам среда среду средам четверг "
              u"четвергам пятница пятницу пятницам суббота субботу субботам воскресенье "
              u"воскресеньям пн вт ср чт пт сб вс maandag dinsdag woensdag donderdag vrijdag "
              u"zaterdag zondag poniedziałek wtorek środa środę czwartek piątek sobota sobotę "
              u"niedziela niedzielę måndag tisdag onsdag torsdag fredag lördag söndag mandag "
              u"tirsdag lørdag søndag pazartesi salı çarşamba perşembe cuma cumartesi pazar"},
    WordGroup{Weekday,
              u"دوشنبه سه‌شنبه سهشنبه چهارشنبه پنجشنبه جمعه "
              u"شنبه "
              u"یکشنبه "
              u"الاثنین "
              u"الإثنین "
              u"الثلاثاء الأربعاء الخمیس الجمعة السبت الأحد"},
    WordGroup{Month,
              u"january february march april may june july august september october november "
              u"december jan feb mar apr jun jul aug sep sept oct nov dec januar februar märz mai "
              u"juni juli oktober dezember janvier février mars avril juin juillet août septembre "
              u"octobre novembre décembre enero febrero marzo abril mayo junio julio agosto "
              u"septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno "
              u"luglio settembre ottobre dicembre janeiro fevereiro março maio junho julho "
              u"setembro outubro novembro dezembro января февраля марта апреля мая июня июля "
              u"августа сентября октября ноября декабря januari februari maart mei augustus "
              u"stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października "
              u"listopada grudnia maj augusti ocak şubat nisan mayıs haziran temmuz ağustos eylül "
              u"ekim kasım aralık فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن "
              u"اسفند ینایر فبرایر مارس أبریل مایو یونیو یولیو أغسطس سبتمبر أکتوبر نوفمبر دیسمبر"},
    WordGroup{DayPart,
              u"morning mornings evening evenings afternoon afternoons night nights noon matin "
              u"matinée soir soirée après-midi nuit mañana tarde noche mattina mattino sera "
              u"pomeriggio notte manhã noite morgen abend nachmittag vormittag morgon kväll "
              u"ochtend avond middag sabah akşam öğleden gece صباح مساء صباحا مساء ظهرا"},
    WordGroup{DayAdverb,
              u"tonight noon midnight sharp tomorrow today yesterday morgens abends nachmittags "
              u"vormittags mittags "
              u"nachts früh heute gestern aujourd'hui demain hoy ayer oggi domani stasera hoje "
              u"amanhã сегодня завтра утром вечером днем утра вечера ночи vandaag morgen "
              u"vanavond rano wieczorem dziś jutro idag imorgon bugün yarın صبح عصر شب ظهر "
              u"امروز فردا امشب صباحا مساء مساءً صباحًا ظهرا الیوم غدا"},
    WordGroup{Preposition,
              u"in on at in_the this every of du de da di del della de_la am des le el la il "
              u"в по på op w des of_the the"},
    WordGroup{Verse,
              u"genesis gen exodus exod leviticus lev numbers deuteronomy deut joshua josh judges "
              u"ruth samuel sam kings chronicles chron ezra nehemiah neh esther job psalm psalms "
              u"ps proverbs prov ecclesiastes eccl isaiah isa jeremiah jer lamentations lam "
              u"ezekiel ezek daniel dan hosea joel amos obadiah jonah micah nahum habakkuk "
              u"zephaniah haggai zechariah zech malachi mal matthew matt mt mark luke lk john jn "
              u"acts romans rom corinthians cor galatians gal ephesians eph philippians phil "
              u"colossians col thessalonians thess timothy tim titus philemon hebrews heb james "
              u"jas peter pet jude revelation rev verse verses vv scripture surah sura surat "
              u"quran qur'an koran ayah gita sirach wisdom maccabees"},
    WordGroup{Verse,
              u"mose könige chronik hiob psalmen sprüche prediger jesaja jeremia hesekiel hosea "
              u"sacharja maleachi matthäus mt markus mk lukas johannes joh apostelgeschichte apg "
              u"römer röm korinther kor galater epheser philipper kolosser hebräer jakobus "
              u"petrus offenbarung offb vers verse sure"},
    WordGroup{Verse,
              u"genèse exode lévitique nombres deutéronome juges rois psaume psaumes proverbes "
              u"isaïe ésaïe jérémie ézéchiel matthieu marc luc jean actes romains corinthiens "
              u"galates éphésiens hébreux jacques pierre apocalypse verset versets sourate"},
    WordGroup{Verse,
              u"génesis éxodo levítico números deuteronomio jueces reyes salmo salmos proverbios "
              u"isaías jeremías ezequiel mateo marcos lucas juan hechos romanos corintios gálatas "
              u"efesios hebreos santiago pedro apocalipsis versículo versículos sura genesi esodo "
              u"levitico numeri giudici salmi proverbi isaia geremia matteo marco luca giovanni "
              u"atti romani corinzi galati efesini ebrei giacomo pietro apocalisse versetto "
              u"gênesis êxodo juízes provérbios mateus joão atos coríntios gálatas efésios "
              u"hebreus tiago apocalipse versículos surata"},
    WordGroup{Verse,
              u"бытие исход левит псалом псалма псалтирь притчи исаия иеремия матфея мф марка мк "
              u"луки лк иоанна ин деяния рим римлянам коринфянам кор галатам откровение стих "
              u"стихи сура суре psalmen spreuken jesaja mattheüs marcus handelingen romeinen "
              u"korintiërs openbaring psalm księga rodzaju mateusza marka łukasza jana rzymian "
              u"koryntian werset matteus lukas johannes romarbrevet vers ayet suresi yuhanna "
              u"سوره آیه سورة الآیة آیة انجیل مزمور یوحنا متی لوقا مرقس"},
    WordGroup{VerseWord,
              u"verse verses vv vers versets verset versículo versículos versetto стих стихи "
              u"surah sura surat sure sourate surata сура суре ayah ayat ayet scripture psalm "
              u"psalms ps werset"},
    WordGroup{Ratio,
              u"ratio ratios odds aspect scale proportion proportions verhältnis maßstab quote "
              u"quoten seitenverhältnis rapport échelle cote ratio_de proporción relación escala "
              u"rapporto proporzione scala proporção escala соотношение соотношении "
              u"соотношением пропорция пропорции пропорцией масштаб масштабе verhouding schaal "
              u"stosunek stosunku proporcja skali förhållande skala oran oranı oranında ölçek "
              u"نسبت نسبة مقیاس"},
    WordGroup{
        WeakRatio,
        u"coffee water map maps brew brewed brewing brews dilute diluted dilution mix mixed parts "
        u"part grams beans espresso grounds gear gearing slope gradient model resin "
        u"concentrate kaffee wasser verdünnt verdünnen mischen mischung brühen brüht "
        u"teile modell café eau dilué dilution agua diluir mezcla caffè acqua diluire "
        u"miscela água mistura кофе вода воды воде развести смешать koffie verdund kawa "
        u"wody kaffe vatten kahve su آب قهوه ماء القهوة tea tee thé syrup flour soil"},
    WordGroup{RatioNoun,
              u"ratio aspect monitor monitors picture screen screens display displays "
              u"widescreen resolution format odds scale panel crop bildschirm bild format "
              u"écran image pantalla schermo tela экран монитор scherm ekran skärm 画面 "
              u"verhältnis leverage compression"},
    WordGroup{Score,
              u"ended endete acabó terminó match game spiel partido partita won win wins lost lose "
              u"loses beat beats score scored scoreline led lead leads "
              u"trailed trailing tied defeated victory defeat gewann gewannen gewinnt verlor "
              u"verloren verliert sieg siegte siegten niederlage führte spielstand endstand "
              u"gagné gagne perdu battu victoire défaite ganó ganaron perdió perdieron venció "
              u"marcador vinto perso vittoria sconfitta batte venceu perdeu venceram placar "
              u"выиграл выиграли проиграл проиграли победил победили счет счетом won_by gewonnen "
              u"verloren wygrał wygrali przegrał wynik vann förlorade kazandı kaybetti skor "
              u"skorla برد باخت نتیجه فاز خسر بنتیجة halftime half-time halbzeit"},
    WordGroup{Length,
              u"took takes take lasted lasts last duration length runtime running_time run_time "
              u"playtime total walk long dauer dauert dauerte länge laufzeit spielzeit durée "
              u"dure dura duró duración durata durato duração durou длительность "
              u"продолжительность длится длился хронометраж duur duurt czas_trwania trwa trwał "
              u"längd speltid süre süresi sürdü مدت طول المدة مدة زمان_کل finished_in ran_in "
              u"time_of personal_best pb pace record_of completed clocked"},
    WordGroup{LengthAfter,
              u"mile miles km kilometer kilometre left remaining pace per marathon long "
              u"to_go split splits lap of min minutes mins mi pb finish übrig verbleibend "
              u"lang verbleiben restant restantes restante restantes rimanenti rimasti "
              u"осталось оставшихся duration länge hours stunden over under resterend "
              u"pozostało kvar kaldı باقی مانده متبقیة on_the total"},
    WordGroup{Label,
              u"table figure fig tab section sec § rule room exercise ex article art paragraph "
              u"para page pages pp item nr number eq equation version v ver release build "
              u"episode ep vol volume season chapter part psalm listing appendix gate platform "
              u"tabelle abb abbildung abschnitt regel raum aufgabe artikel absatz seite gleichung "
              u"tableau figure règle salle exercice paragraphe équation tabla figura sección "
              u"regla sala ejercicio artículo tabella figura sezione regola articolo tabela "
              u"seção regra таблица таблице рис рисунок раздел правило комната статья пункт tabel "
              u"figuur regel zaal rysunek sekcja tabell figur tablo şekil جدول شکل بخش الجدول "
              u"الشکل"},
    WordGroup{Recorded,
              u"recorded published posted uploaded aired updated filmed taped created released "
              u"broadcast aufgenommen veröffentlicht hochgeladen aufzeichnung ausgestrahlt "
              u"stand enregistré publié diffusé grabado publicado emitido registrato pubblicato "
              u"gravado publicado записано опубликовано запись_от opgenomen gepubliceerd nagrano "
              u"opublikowano inspelad publicerad kaydedildi yayınlandı ضبط منتشر سجلت نشر"},
    WordGroup{
        Times,
        u"timestamp timestamps timecode timecodes times timings timing chapter chapters marks "
        u"markers zeitmarke zeitmarken zeitstempel zeiten kapitelmarken kapitel zeitangaben "
        u"horodatage horodatages minutage minutages chapitres repères tiempos marcas "
        u"capítulos minutaje minutos tempi capitoli minutaggio marcações tempos capítulos "
        u"таймкоды таймкод таймкоды: тайминги главы tijdstempels tijden hoofdstukken "
        u"tijdcodes znaczniki rozdziały czasy tidsstämplar tider kapitler zaman damgaları "
        u"bölümler زمان‌ها زمانها زمانبندی زمان‌بندی "
        u"الأوقات "
        u"الفصول "
        u"التوقیت "
        u"التوقیتات "
        u"outline rundown inhalt sommaire índice indice содержание"},
    WordGroup{Video,
              u"youtube video videos vimeo twitch stream livestream ad-free ad_free adfree "
              u"werbefrei werbefreie werbefreien patreon videofassung videoversion videoausgabe "
              u"vidéo vidéos vídeo vídeos видео ютуб ютуба ютубе youtube-video "
              u"yt uncut extended full_conversation filmversion "
              u"ویدیو ویدئو یوتیوب فیدیو فیدیوهات الفیدیو یوتیوب wideo bilibili"},
    WordGroup{Audio,
              u"audio podcast this_episode this_version mp3 diese_folge dieser_folge folge "
              u"episode épisode episodio episódio выпуск выпуске выпуска аудио aflevering odcinek "
              u"avsnitt bölüm قسمت الحلقة"},
    WordGroup{Not,
              u"not no n't isn't don't aren't without except nicht kein keine ohne pas sans non no "
              u"sin não sem не без niet geen nie bez inte değil نه لیس بدون"},
    WordGroup{Differ,
              u"differ differs vary varies different may_vary off abweichen abweichend "
              u"unterscheiden différer diffèrent varier variar difieren variare differire "
              u"отличаться отличаются verschillen różnić skilja farklı متفاوت"},
    WordGroup{Version,
              u"version cut full edition recording conversation fassung ausgabe version "
              u"completa complète integral integrale completa версия полная versie wersja "
              u"timestamps times"},
    WordGroup{Watch,
              u"watch watching available see subscribe ansehen anschauen schauen sehen abonnieren "
              u"regarder voir disponible ver mira guarda guardare assista смотреть смотрите "
              u"bekijk kijk obejrzyj titta izle تماشا شاهد"},
    WordGroup{Agenda,
              u"schedule agenda timetable opening_hours business_hours office_hours hours "
              u"program programme itinerary departures arrivals line-up lineup showtimes "
              u"tagesordnung zeitplan fahrplan öffnungszeiten programm ablauf tagesplan "
              u"stundenplan abfahrten horaires horaire programme d'ouverture planning emploi "
              u"horario horarios programa orario orari programma horário horários programação "
              u"расписание программа распорядок dienstregeling openingstijden programma "
              u"harmonogram rozkład godziny_otwarcia program öppettider schema tidtabell "
              u"program takvim saatleri çizelge برنامه ساعات_کاری ساعت_کاری جدول المواعید مواعید "
              u"برنامج ساعات_العمل"},
    WordGroup{
        AgendaItem,
        u"registration breakfast lunch dinner coffee break keynote welcome arrival "
        u"check-in doors departure closing workshop panel session reception drinks "
        u"bedtime wake school gym frühstück mittagessen mittagspause abendessen "
        u"kaffeepause begrüßung anmeldung einlass pause déjeuner dîner accueil "
        u"inscription clôture café desayuno almuerzo comida cena registro bienvenida "
        u"descanso clausura colazione pranzo cena registrazione pausa benvenuto almoço "
        u"jantar inscrição abertura encerramento завтрак обед ужин регистрация перерыв "
        u"открытие закрытие ontbijt koffie lunchpauze registratie śniadanie obiad "
        u"kolacja rejestracja przerwa frukost middag fika kahvaltı öğle kayıt mola "
        u"صبحانه ناهار شام ثبت‌نام ثبتنام الإفطار الغداء "
        u"العشاء "
        u"التسجیل "
        u"استراحة"},
    WordGroup{
        Tracks,
        u"tracklist tracklisting track_list track_listing tracks songs setlist set_list "
        u"playlist titelliste trackliste lieder songliste titres chansons canciones temas "
        u"brani canzoni tracce faixas músicas músicas треклист песни трек-лист nummers "
        u"utwory piosenki låtar låtlista şarkılar آهنگ‌ها آهنگها الأغانی"},
    WordGroup{And,
              u"and & or then und oder et ou y o e или и en of lub i och eller ve veya و یا أو "
              u"again again_at at or_at and_at"},
    WordGroup{To,
              u"to until till through bis à jusqu'à hasta a al até fino_a до по tot do till til تا "
              u"إلی الی حتی"},
    WordGroup{TimeLabel,
              u"time when start starts uhrzeit zeit wann heure quand hora cuándo ora quando "
              u"время когда tijd godzina czas tid saat زمان الوقت"},
};

// Chinese, Japanese, Korean; also Thai. Longest first where one starts another.
constexpr std::array ideographicGroups{
    WordGroup{Place, u"从 從 在 第 约 約 到 至 于 於 自 分から 에서 부터 の"},
    WordGroup{
        Mark,
        u"处 處 から 頃から 부터 에서 开始 開始 左右 起 分钟处 位置 的地方 のところ 地点 지점"},
    WordGroup{
        ClockWord,
        u"直播 开门 開門 营业 營業 营业时间 營業時間 开放 開放 发车 發車 出发 出發 列车 火车 "
        u"航班 到达 抵达 起飞 首播 播出 闭馆 开馆 開館 閉館 開場 開演 開店 閉店 営業 営業時間 "
        u"発 出発 到着 電車 放送 配信 生放送 毎日 每天 每日 每晚 每周 毎週 개장 개점 영업 출발 "
        u"도착 기차 버스 방송 생방송 매일 매주 오픈 입장 시작시간 列車"},
    WordGroup{
        Weekday,
        u"周一 周二 周三 周四 周五 周六 周日 週一 週二 週三 週四 週五 週六 週日 星期一 星期二 "
        u"星期三 星期四 星期五 星期六 星期日 星期天 礼拜 周末 週末 月曜 火曜 水曜 木曜 金曜 "
        u"土曜 日曜 평일 주말 월요일 화요일 수요일 목요일 금요일 토요일 일요일 平日"},
    WordGroup{
        DayAdverb,
        u"上午 下午 早上 晚上 今晚 明天 今天 昨天 凌晨 中午 傍晚 清晨 午前 午後 朝 夜 今夜 明日 "
        u"今日 오전 오후 아침 저녁 오늘 내일 어제 밤 새벽 北京时间 当地时间 现地时间 "
        u"日本時間 現地時間"},
    WordGroup{Month, u"月 年"},
    WordGroup{
        Verse,
        u"创世记 出埃及记 诗篇 詩篇 箴言 以赛亚书 马太福音 馬太福音 马可福音 路加福音 约翰福音 "
        u"約翰福音 使徒行传 罗马书 哥林多 启示录 创世記 創世記 出エジプト記 マタイ マルコ ルカ "
        u"ヨハネ ローマ コリント 黙示録 福音書 福音 章节 经文 古兰经 コーラン 시편 창세기 마태복음 "
        u"마가복음 누가복음 요한복음 로마서 복음 구절"},
    WordGroup{
        Ratio,
        u"比例 比率 比值 宽高比 長寬比 缩尺 縮尺 赔率 割合 アスペクト 비율 축척 粉水比 水粉比"},
    WordGroup{WeakRatio, u"咖啡 水 稀释 兑 混合 コーヒー 水で 希釈 薄め 커피 희석 冲煮"},
    WordGroup{RatioNoun, u"画面 屏幕 显示器 螢幕 モニター 화면 모니터 比例 画幅"},
    WordGroup{
        Score,
        u"比分 获胜 战胜 击败 輸 赢 贏 胜 负 勝利 勝 敗 スコア 승리 패배 점수 스코어 取胜 得点"},
    WordGroup{Length,
              u"时长 時長 片长 总长 長さ 再生時間 収録時間 所要時間 时间长度 耗时 用时 历时 길이 "
              u"재생시간 "
              u"재생 소요 소요시간 总时长"},
    WordGroup{LengthAfter, u"剩余 残り 남은 公里 キロ"},
    WordGroup{Label, u"表 图 圖 図 节 節 规则 房间 号楼 表格 표 그림"},
    WordGroup{Recorded, u"录制 录制于 發布 发布 发布于 收録 収録 公開 投稿 녹음 게시 업로드 録音"},
    WordGroup{Times,
              u"时间戳 時間戳 时间轴 時間軸 时间点 章节 目录 時間碼 タイムスタンプ タイムコード "
              u"チャプター "
              u"目次 타임스탬프 타임라인 목차 时间码"},
    WordGroup{Video, u"视频 視頻 影片 油管 動画 ビデオ 映像 유튜브 영상 동영상 直播版 B站 无广告"},
    WordGroup{Audio, u"音频 音頻 本期 本集 音声 今回 오디오 이번"},
    WordGroup{Not, u"不是 不 非 ではな ない 아니 아닌"},
    WordGroup{Differ, u"不同 差异 偏差 异なる 異なる ずれ 다를"},
    WordGroup{Watch, u"观看 收看 視聴 시청 ご覧"},
    WordGroup{
        Agenda,
        u"日程 议程 議程 时间表 時間表 时刻表 時刻表 营业时间 營業時間 営業時間 課程表 日程表 "
        u"スケジュール タイムテーブル プログラム 일정 시간표 영업시간 开放时间"},
    WordGroup{
        AgendaItem,
        u"签到 午餐 晚餐 早餐 茶歇 休息 开幕 闭幕 受付 昼食 朝食 夕食 休憩 開会 閉会 등록 점심 "
        u"저녁식사 휴식"},
    WordGroup{Tracks,
              u"曲目 歌单 歌單 トラックリスト 曲目リスト 収録曲 セットリスト 트랙리스트 수록곡"},
    WordGroup{And, u"和 以及 与 及 と 과 와"},
    WordGroup{To, u"到 至 から まで 부터"},
    WordGroup{TimeLabel, u"时间 時間 日時 시간 일시"},
};

} // namespace

std::span<const WordGroup> commonWords()
{
    return groups;
}

std::span<const WordGroup> commonIdeographs()
{
    return ideographicGroups;
}

} // namespace app::timestamps::internal
