// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/lexicon.h"

#include <array>

namespace app::timestamps::internal {

namespace {

// A day that is told by its hours, what things cost, and what is measured by the clock.
constexpr std::array groups{
    WordGroup{Goods,
              u"coffee beer bread milk butter eggs cheese cake bagel sandwich pint book books "
              u"ebook paperback hardback hoodie shirt t-shirt mug sticker* poster vinyl "
              u"cassette petrol diesel rent subscription membership merch tier patron "
              u"supporters donate donation shipping discount bargain auction wage salary fare "
              u"invoice tip bill"},
    WordGroup{Goods,
              u"kaffee bier brot brötchen brezel milch eier käse kuchen buch taschenbuch "
              u"benzin super diesel miete strom abo abonnement mitgliedschaft versand "
              u"trinkgeld rechnung lohn mindestlohn gehalt fahrkarte eintrittskarte karten "
              u"flohmarkt café bière pain baguette croissant lait fromage gâteau livre essence "
              u"gazole loyer adhésion livraison salaire addition facture place places enchères"},
    WordGroup{Goods,
              u"cerveza pan leche huevos queso libro gasolina alquiler suscripción entradas "
              u"envío salario propina factura tostada café birra pane latte uova formaggio "
              u"cornetto benzina affitto abbonamento biglietti spedizione stipendio conto "
              u"cerveja pão leite ovos queijo pastel livro renda aluguel assinatura ingressos "
              u"envio salário conta fatura"},
    WordGroup{Goods,
              u"koffie bier brood melk kaas eieren taart boek benzine huur abonnement kaartje "
              u"kaartjes verzending loon fooi rekening friet kroket kaffe öl bröd bulle mjölk "
              u"ost bok pocket bensin hyra prenumeration biljett biljetter frakt lön nota kawa "
              u"piwo chleb masło mleko ser jajka książka paliwo czynsz prenumerata wysyłka "
              u"pensja rachunek bułka"},
    WordGroup{Goods,
              u"кофе пиво хлеб молоко сыр яйца масло книга книгу бензин аренда подписка "
              u"доставка зарплата счёт чек доллар евро kahve çay ekmek simit süt peynir "
              u"yumurta kitap benzin kira abonelik kargo maaş hesap dolar avro قهوة خبز حليب "
              u"كتاب وقود إيجار اشتراك راتب فاتورة دولار يورو كعكة قهوه نان شیر کتاب بنزین "
              u"اجاره اشتراک حقوق دلار چای لحم"},
    WordGroup{Goods,
              u"קפה לחם חלב ביצים גבינה ספר דלק שכירות מנוי משכורת חשבון דולר יורו בירה चाय "
              u"कॉफ़ी रोटी दूध किताब पेट्रोल किराया वेतन बिल डॉलर यूरो समोसा टिकट"},
    WordGroup{Price,
              u"pay pays paid charge charged worth cheap cheaper expensive bezahlt bezahle "
              u"zahlt zahlen teuer billiger günstig verkauft payé payer vaut cher moins_cher "
              u"vendu adjugé pagar pagó pagué vale caro barato vendió pagato pagare costoso "
              u"venduto pagou vendeu betaald betalen duur goedkoop verkocht betalade betala "
              u"dyrt billigt sålde zapłacił zapłaciłem płaci drogo tanio sprzedał заплатил "
              u"заплатила платит дорого дешево продал ödedi ödedim pahalı ucuz satıldı zam دفع "
              u"دفعت غالي رخيص پرداخت گران ارزان שילם שילמתי יקר זול महँगा महंगा सस्ता दिया"},
    WordGroup{Doings,
              u"woke left leave leaves set_off arrived arrive reached rang rings phoned called "
              u"heard saw seen met meet ambulance police cctv neighbour neighbor witness* log "
              u"diary tide sunrise sunset dawn dusk midnight noon rain raining fog clock alarm "
              u"stroke overnight blackout drove landed boarded waited queue queued"},
    WordGroup{Doings,
              u"aufgestanden aufgewacht losgefahren losgegangen aufgebrochen angekommen ankam "
              u"kam klingelte klingelt rief gehört gesehen traf polizei nachbar nachbarin "
              u"zeuge zeugin wecker sonnenaufgang sonnenuntergang morgengrauen mitternacht "
              u"regnete regen nebel läuten glocken übergabe gewartet warteten stand standen "
              u"parti partis partie sommes_partis arrivé arrivés réveillé entendu vu police "
              u"voisin voisine gardien témoin aube minuit pluie brouillard sonné levé lever "
              u"attendu"},
    WordGroup{Doings,
              u"salimos salió salí llegamos llegó llegué despertó sonó oyó vio policía vecino "
              u"vecina portero testigo amanecer medianoche lluvia niebla esperamos partiti "
              u"partimmo usciti arrivati arrivammo arrivò svegliato suonò sentì vide polizia "
              u"vicino vicina custode testimone alba mezzanotte pioggia nebbia aspettato "
              u"saímos saiu chegámos chegamos chegou acordou tocou ouviu viu polícia vizinho "
              u"vizinha testemunha amanhecer meia-noite chuva nevoeiro esperámos"},
    WordGroup{Doings,
              u"vertrokken vertrok aangekomen kwam wakker ging belde hoorde zag politie "
              u"buurvrouw buurman getuige zonsopkomst middernacht regen mist stonden wachtten "
              u"åkte gick_upp kom fram ringde hörde såg polisen grannen vittne soluppgång "
              u"midnatt regnade regn dimma väntade wyjechaliśmy wyszliśmy wyszła wyszedł "
              u"przyjechał przyjechała dotarliśmy obudził zadzwonił usłyszała usłyszał "
              u"widziała policja sąsiad sąsiadka świadek świt północ deszcz mgła czekaliśmy "
              u"byliśmy"},
    WordGroup{Doings,
              u"вышли вышел вышла выехали приехал приехала приехали проснулся проснулась "
              u"просыпается позвонил позвонили услышал услышала слышали видел видела полиция "
              u"скорая сосед соседка свидетель рассвет закат полночь дождь туман ждали были "
              u"çıktık çıktı vardık vardı geldi gelmiş uyandım uyandı çaldı duydu duymuş gördü "
              u"polis komşu tanık şafak yağmur sis bekledik başladı خرجنا خرج وصلنا وصلت وصل "
              u"استيقظ رن سمعت سمع رأى الشرطة الجارة الجار شاهد الفجر المطر انتظرنا رجعنا"},
    WordGroup{Doings,
              u"رفتیم افتادیم رسیدیم رسید بیدار زنگ شنید دید پلیس همسایه شاهد سحر باران "
              u"برگشتیم منتظر יצאנו יצא יצאה הגענו הגיע הגיעה התעורר צלצל שמע שמעה ראה ראתה "
              u"המשטרה שכן השכנה עד_ראייה זריחה חצות גשם חזרנו חיכינו निकले निकला पहुँचे "
              u"पहुँची जागा उठा बजा सुना सुनी देखा पुलिस पड़ोसी पड़ोसन गवाह सूर्योदय बारिश "
              u"लौटे आई"},
    WordGroup{Length,
              u"lengths runtimes timings runs running side side_a side_b spans whole trimmed "
              u"cut_down minutes_long längen längenangaben satzdauern rohmaterial gekürzt "
              u"geschnitten seite_a seite_b lang durées face_a face_b dure fait conducteur "
              u"cara_a cara_b dura escaleta lato_a lato_b scaletta lado_a lado_b blocos kant_a "
              u"kant_b draaiboek duurt långt lång sida_a sida_b körschema strona_a strona_b "
              u"трва длится идёт идет хронометраж длиной сторона sürüyor sürer uzunluk "
              u"uzunluğu yüzü akış مدتها مدته طوله طولها مدت زمان اندازه באורך אורך משך "
              u"ארך צד लंबाई अवधि साइड"},
    WordGroup{Label,
              u"sheet handout locker seats slides act articles rulebook norm norm_ handbook "
              u"sheet* blatt beiheft regal signatur paragraf satzung folien zimmer sitzplatz "
              u"planche feuille guichet bureau diapo lámina hoja aula despacho ventanilla "
              u"problema diapositiva foglio sportello comma stanza tavola folha guiché "
              u"gabinete diapositivo blad lokaal dia loket bijlage wetboek bilaga lokal bild "
              u"załącznik pokój okienko art slajd приложение слайд кабинет окно аудитория "
              u"madde ek oda salon slayt ekran الشكل القاعة المادة البند الملحق شریحة ماده بند "
              u"پیوست اسلاید איור סעיף נספח שקף चित्र धारा परिशिष्ट स्लाइड"},
    WordGroup{Sport,
              u"parkrun interval* tempo threshold jog negative halfway finish chip erg stroke "
              u"freestyle warm-up 10km 5km intervalle schwelle kraul brust zielzeit zeitfahren "
              u"rückstand bestzeit kilometer allure séries récup fractionné échauffement kilo "
              u"parciales ritmo series sprint parziali passo ripetute recupero treino parcial "
              u"kilometers interval halve_marathon milen fart intervaller kilometrze kilometry "
              u"dycha przerwa километры темп отрезки интервалы полумарафон kilometreler "
              u"dinlenme yavaş hızlı الكيلومترات كيلومتر وتيرة کیلومتر کیلومترها ריצת קילומטר "
              u"קילומטרים קצב किलोमीटर रफ़्तार"},
    WordGroup{Tracks,
              u"setlist played_today tracks side_one side_two gespielte_titel titel spielliste "
              u"titres morceaux sonaron canciones temas_musicales in_onda brani canzoni "
              u"tocámos tocamos músicas faixas gedraaid nummers plaatjes låtar vi_spelade "
              u"utwory zagraliśmy звучали песни треки şarkılar çaldıklarımız أغاني الأغاني "
              u"ترانه ترانه‌ها שירים שירי गाने"},
};

constexpr std::array ideographs{
    WordGroup{Goods,
              u"咖啡 啤酒 面包 牛奶 鸡蛋 书 门票 汽油 房租 会员 订阅 运费 工资 结账 汇率 贝果 "
              u"コーヒー ビール パン 牛乳 本代 ガソリン 家賃 会費 送料 "
              u"時給 ドル ユーロ 会計 커피 맥주 빵 우유 책값 기름값 월세 구독료 배송비 시급 달러 "
              u"유로 물가"},
    WordGroup{Doings,
              u"出发 起来 到达 听到 看到 响了 下雨 日出 日落 半夜 凌晨 警察 邻居 证人 救护车 放弃 "
              u"等到 出発 到着 目が覚 鳴っ 悲鳴 隣人 救急車 日の出 "
              u"日の入り 真夜中 雨 霧 待っ 출발 도착 깼 울렸 비명 경찰 이웃 구급차 일출 일몰 "
              u"한밤중 새벽 비가 안개 기다"},
    WordGroup{
        Length,
        u"全长 全長 片长 体感 A面 B面 流程 構成 全部で 合計 のうち 本編時間 총 그중 전체길이 면"},
    WordGroup{Tracks, u"歌单 本期歌单 播放曲目 曲目 今日の曲 かけた曲 選曲 오늘의 노래 선곡 곡목"},
    WordGroup{Label,
              u"教室 条款 第几条 附录 幻灯片 課題 会場 スライド 条 付録 강의실 슬라이드 부록 별표"},
    WordGroup{Sport,
              u"冲线 慢跑 快跑 间歇 公里 十公里 ゴール ラップ キロ クロール 平泳ぎ インターバル "
              u"결승선 랩 인터벌 천천히"},
};

} // namespace

std::span<const WordGroup> dayWords()
{
    return groups;
}

std::span<const WordGroup> dayIdeographs()
{
    return ideographs;
}

} // namespace app::timestamps::internal
