// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/lexicon.h"

#include <array>

namespace app::timestamps::internal {

namespace {

// What a text is about: programmes, music, prices, addresses, sport, travel, a day's routine.
constexpr std::array groups{
    WordGroup{Price,
              u"price prices priced cost costs usd eur gbp dollar* euro euros cents preis* kostet "
              u"kosten prix coûte precio* cuesta cuestan prezzo prezzi costa preço preços custa "
              u"prijs prijzen pris kostar koster koster cena ceny kosztuje zł kč stojí цена цены "
              u"стоит руб рублей грн ціна коштує fiyat* lira tl τιμή ευρώ قیمت تومان سعر ریال "
              u"مחיר מחיר שקל שקלים ₪ क़ीमत कीमत रुपये शुल्क entry fee ticket tickets eintritt "
              u"entrée entrada ingresso biglietto билет билеты bilet bilety kr sek nok dkk pln czk "
              u"chf stock share shares market"},
    WordGroup{Topic,
              u"intro introduction* introducing outro interview* sponsor* ad ads advert* question* "
              u"q&a closing opening welcome recap summary discussion topic* segment* part news "
              u"mailbag feedback conclusion* wrap-up wrapup teaser preview background history "
              u"overview trailer prologue epilogue credits final thoughts takeaways takeaway "
              u"followup follow-up listener rant review lightning rapid bonus break"},
    WordGroup{Topic,
              u"einleitung einführung begrüßung vorstellung vorgeplänkel anmoderation abmoderation "
              u"verabschiedung werbung fazit fragen frage thema themen teil ausblick rückblick "
              u"nachrichten hörerpost feedback gast schluss schlusswort abschied hausmeisterei "
              u"geschichte gespräch interview rubrik zusammenfassung ende"},
    WordGroup{Topic,
              u"introduction générique sommaire présentation entretien chronique question* "
              u"conclusion partie pub publicité débat invité invitée actualité* rubrique bilan "
              u"accueil générale introducción presentación bienvenida entrevista pregunta* "
              u"despedida conclusión conclusiones sección noticias publicidad invitado invitada "
              u"tema temas cierre parte resumen debate patrocinador* introduzione presentazione "
              u"benvenuto intervista domande conclusioni sigla ospite saluti notizie pubblicità "
              u"sponsor riassunto"},
    WordGroup{Topic,
              u"introdução abertura apresentação boas-vindas perguntas encerramento convidado "
              u"convidada notícias recado* patrocínio conclusão considerações inleiding welkom "
              u"gesprek gast nieuws vraag vragen afsluiting conclusie reclame rubriek tot slot "
              u"inledning välkommen gäst intervju frågor avslutning reklam nyheter sammanfattning "
              u"introduktion velkommen gæst gjest interview spørgsmål spørsmål afslutning "
              u"avslutning nyheder nyheter reklame innledning indledning opsamling oppsummering"},
    WordGroup{
        Topic,
        u"wstęp wprowadzenie powitanie wywiad rozmowa pytania zakończenie podsumowanie "
        u"reklama gość wiadomości temat tematy część úvod uvítání představení rozhovor "
        u"otázky závěr reklama host hosté novinky téma shrnutí rozloučení вступление введение "
        u"приветствие представление интервью вопрос* заключение реклама новости тема темы "
        u"итог итоги гость гостья прощание финал история начало вступ знайомство інтерв'ю "
        u"питання висновки реклама новини тема підсумки гість привітання завершення"},
    WordGroup{
        Topic,
        u"giriş tanıtım röportaj söyleşi soru sorular kapanış reklam konuk haberler konu "
        u"özet hoş_geldiniz εισαγωγή καλωσόρισμα συνέντευξη ερωτήσεις κλείσιμο διαφήμιση "
        u"καλεσμέν* νέα θέμα επίλογος συμπεράσματα مقدمه معرفی مصاحبه گفتگو سوال پرسش* "
        u"جمع‌بندی جمعبندی پایان تبلیغ مهمان اخبار موضوع "
        u"بخش "
        u"مقدمة "
        u"مقابلة "
        u"حوار "
        u"اسئلة "
        u"أسئلة "
        u"خاتمة الخاتمة المقدمة ضیف الضیف اعلان إعلان اخبار فتיح פתיחה הקדמה מבוא ראיון "
        u"שאלות שאלה סיכום סיום פרסומת אורח אורחת חדשות נושא परिचय स्वागत शुरुआत साक्षात्कार "
        u"बातचीत सवाल प्रश्न विज्ञापन समापन निष्कर्ष मेहमान समाचार विषय भूमिका"},
    WordGroup{
        Speak,
        u"talk talks talking says said explain* discuss* mention* joke* laugh* story stories "
        u"quote* describe* tells told argue* answer* ask* comes came moment bit section scene "
        u"sound hilarious favourite favorite best funny brilliant where he she they who why "
        u"how what reveal* admit* react* break* point breaks"},
    WordGroup{Speak,
              u"sagt erklärt erzählt spricht sprechen redet lacht lachen geht erwähnt witz stelle "
              u"zitat moment beschreibt diskutiert warum wie wo wann beginnt fängt dit explique "
              u"raconte parle parlent évoque passage blague rire moment citation pourquoi comment "
              u"commence dice explica cuenta habla hablan menciona risa chiste momento cita parte "
              u"pasaje cómo empieza comienza racconta spiega parla parlano ride battuta momento "
              u"inizia perché diz explica conta fala falam menciona piada trecho começa momento"},
    WordGroup{Speak,
              u"zegt vertelt legt praat lacht moment stuk fragment grap begint säger berättar "
              u"förklarar pratar skrattar ögonblick skämt stycke börjar siger fortæller forklarer "
              u"taler griner sier forteller snakker ler vits mówi opowiada wyjaśnia śmieje moment "
              u"fragment żart zaczyna říká vypráví vysvětluje mluví směje vtip pasáž začíná "
              u"говорит говорят рассказывает объясняет обсужда* смеется шутка шутит момент место "
              u"цитата начинается почему как говорить розповідає пояснює говорить жарт момент "
              u"сміється починається anlatıyor söylüyor diyor konuşuyor açıklıyor gülüyor espri an "
              u"başlıyor bölüm"},
    WordGroup{Speak,
              u"λέει εξηγεί μιλάει μιλά διηγείται γελάει αστείο στιγμή σημείο ξεκινά αρχίζει "
              u"میگوید می‌گوید میگه توضیح تعریف صحبت میخندد "
              u"شوخی "
              u"لحظه "
              u"داستان "
              u"شروع "
              u"یقول "
              u"یشرح "
              u"یتحدث "
              u"یحکی یضحک نکتة لحظة قصة یبدأ אומר אומרת מסביר מסבירה מספר מספרת מדבר מדברים צוחק "
              u"בדיחה רגע קטע סיפור מתחיל कहते कहता कहती बताते बताती समझाते चर्चा हँसते मज़ाक कहानी पल "
              u"बात बात_करते"},
    WordGroup{
        Listen,
        u"listen hear heard skip jump rewind forward replay clip playback fast-forward start "
        u"starts play back hören hör hört anhören spring springen vorspulen zurückspulen "
        u"reinhören écouter écoutez entend sauter aller écoute escucha escuchar oír salta "
        u"saltar ascolta ascoltate salta vai senti escute ouvir ouça pule pular luister "
        u"luisteren spoel skip lyssna hoppa spola lytt lyt hop spol posłuchaj słuchaj przewiń "
        u"przeskocz poslechněte přeskočte přetočte слушай слушайте послушайте перемотайте "
        u"промотайте переходите слухайте перемотайте dinle dinleyin atla atlayın geç άκου "
        u"ακούστε πηγαίνετε گوش بشنوید بروید استمع استمعوا انتقل האזינו תקשיבו דלגו קפצו सुनें "
        u"सुनिए सुनो जाएं"},
    WordGroup{
        Music,
        u"song songs track tracks album albums ep lp vinyl feat ft remix remaster* live band "
        u"side disc cd single instrumental acoustic demo overture movement allegro adagio "
        u"andante presto symphony sonata concerto suite opus op lied lieder stück satz "
        u"platte seite chanson morceau disque canción canciones disco tema pista cara brano "
        u"brani canzone lato música faixa disco canção nummer plaat låt låtar skiva sang "
        u"plate piosenka utwór utwory płyta skladba písnička deska песня песни трек альбом "
        u"пісня пісні трек альбом şarkı şarkılar albüm parça τραγούδι δίσκος آهنگ آلبوم ترانه "
        u"أغنیة اغنیة البوم שיר שירים אלבום गाना गीत एल्बम"},
    WordGroup{Address,
              u"street st avenue ave road rd lane boulevard blvd square floor suite building zip "
              u"straße strasse str platz weg allee etage stock hausnummer rue place étage calle "
              u"plaza avenida piso via piazza viale rua andar straat laan plein gata gatan vej "
              u"gate ulica ul aleja ulice náměstí улица ул проспект дом этаж вулиця sokak cadde* "
              u"mahalle οδός πλατεία خیابان کوچه شارع רחוב सड़क गली मंज़िल"},
    WordGroup{MinuteUnit,
              u"minute minutes min mins minuten minuto minutos minuti minuut minuta minuty minut "
              u"minuter minutter minutt minuttet minuten мин минута минуты минут минуте минуту "
              u"хвилина хвилині хвилини хвилин хв dakika dakikada dk dakikası λεπτό λεπτά λεπτού "
              u"دقیقه دقیقة دقائق الدقیقة بالدقیقة דקה דקות בדקה הדקה मिनट"},
    WordGroup{
        HourUnit,
        u"hour hours hr hrs stunde stunden std heure heures hora horas ora ore uur uren timme "
        u"timmar time timer godzina godziny godzin hodina hodiny hodin час часа часов година "
        u"години годин saat ώρα ώρες ساعت ساعات ساعة שעה שעות घंटा घंटे"},
    WordGroup{SecondUnit,
              u"second seconds sec secs sekunde sekunden seconde secondes segundo segundos secondo "
              u"secondi seconden sekund sekunder sekunda sekundy секунд* saniye δευτερόλεπτ* ثانیه "
              u"ثانیة שנייה שניות सेकंड"},
    WordGroup{EpisodeWord,
              u"episode episodes ep folge folgen épisode épisodes episodio episodios puntata "
              u"puntate episodi episódio episódios aflevering avsnitt afsnit odcinek odcinku "
              u"epizoda díl dílu выпуск выпуске эпизод эпизоде випуск випуску епізод bölüm "
              u"επεισόδι* قسمت الحلقة حلقة פרק פרקים एपिसोड last_week previous letzte vorige "
              u"précédent anterior precedente podcast"},
    WordGroup{
        Sport,
        u"marathon run ran race* lap laps split splits runner* pace 5k 10k mile miles sprint "
        u"swim bike record pb quarter overtime goal goals scored team teams league cup season "
        u"lauf läufer rennen runde runden tor tore liga mannschaft halbzeit bestzeit "
        u"course tour but buts équipe mi-temps carrera vuelta gol goles equipo liga gara giro "
        u"gol squadra corrida volta time campeonato wedstrijd doelpunt lopp varv mål lag løb "
        u"løp bieg okrążenie bramka gole drużyna běh kolo gól tým забег марафон круг гол голы "
        u"команда матч матча чемпионат забіг гол команда матч koşu tur gol takım maç lig "
        u"αγώνας γκολ ομάδα مسابقه گل تیم دور سباق هدف فریق ריצה מרוץ גול קבוצה दौड़ मैच गोल टीम"},
    WordGroup{
        Transit,
        u"train trains bus tram ferry flight flights platform gate terminal station airport "
        u"stop departs arrive* depart* zug gleis bahnhof haltestelle flughafen flug bahn s-bahn "
        u"u-bahn ice hbf quai gare vol aéroport train andén estación vuelo aeropuerto binario "
        u"stazione volo aeroporto fermata plataforma estação voo aeroporto spoor perron "
        u"vlucht luchthaven tåg spår flyg tog spor fly pociąg peron lotnisko vlak nástupiště "
        u"nádraží letiště поезд электричка платформа вокзал аэропорт рейс поїзд потяг вокзал "
        u"tren peron istasyon havaalanı uçak τρένο λεωφορείο πλοίο αεροδρόμιο قطار ایستگاه "
        u"فرودگاه قطار محطة مطار רכבת אוטובוס רציף טיסה תחנה ट्रेन गाड़ी स्टेशन बस प्लेटफ़ॉर्म"},
    WordGroup{Routine,
              u"sleep slept woke wake alarm shower breakfast bed bedtime commute shift work school "
              u"office appointment dentist walk dog coffee nap feed naptime aufstehen schlafen "
              u"wecker dusche arbeit büro schule feierabend lever coucher réveil douche travail "
              u"école despertar dormir ducha trabajo escuela oficina sveglia letto doccia lavoro "
              u"scuola acordar dormir banho trabalho escola opstaan slapen werk school vakna sova "
              u"jobb skola vågne sove arbejde skole pobudka spać praca szkoła budík vstávání práce "
              u"škola подъем сон душ работа школа будильник підйом робота школа uyan* uyku iş okul "
              u"ξύπνημα ύπνος δουλειά σχολείο بیدار خواب کار مدرسه استیقاظ نوم عمل مدرسة השכמה "
              u"שינה עבודה סोना उठना काम स्कूल ऑफिस"},
    WordGroup{
        Beginning,
        u"start beginning end opening anfang ende beginn début fin principio inicio final "
        u"inizio fine início fim begin einde början slut slutet starten slutten początek koniec "
        u"konec začátek начало начале конец конце початок кінець baş başı son sonu αρχή τέλος "
        u"ابتدا انتها شروع پایان بدایة نهایة התחלה סוף शुरू अंत"},
    WordGroup{Format, u"hh h mm ss mm:ss h:mm hh:mm hhmm hms"},
    WordGroup{Cooking,
              u"oven bake baking simmer boil cook recipe minutes ofen backen kochen rezept four "
              u"cuire recette horno hornear receta forno cuocere ricetta assar receita oven bakken "
              u"recept ugn baka ovn bage bake piekarnik piec przepis trouba péct духовка печь "
              u"рецепт fırın pişir tarif φούρνος συνταγή فر پخت فرن وصفة תנור מתכון ओवन पकाएं"},
    WordGroup{
        Speaker,
        u"host guest interviewer speaker moderator narrator announcer caller sprecher "
        u"sprecherin moderatorin interviewerin gast animateur invité locuteur voix presentador "
        u"invitado conductor relatore ospite apresentador entrevistador spreker presentator "
        u"talare programledare vært gæst prowadzący gość moderátor host ведущий ведущая "
        u"гость спикер диктор ведучий konuşmacı sunucu konuk παρουσιαστής ομιλητής مجری "
        u"گوینده مهمان مذیع المذیع ضیف מנחה דובר מגיש वक्ता मेज़बान"},
    WordGroup{
        Measure,
        u"percent degrees celsius kg grams gram ml liter litre prozent grad gramm pour_cent "
        u"degrés grammes grados por_ciento gramos gradi grammi graus procent grader stopni "
        u"procent stupňů градусов процент* грамм yüzde derece gram βαθμούς τοις درجه درصد "
        u"درجة מעלות אחוז डिग्री प्रतिशत version versión firmware kernel python qt gb mb ghz hz "
        u"khz px mm cm km km/h mph m² m kwh bpm iso f"},
    WordGroup{Label,
              u"table tables figure chapter ch sect clause verse item no nr lot room flat apt seat "
              u"row bay dock exam problem proof theorem lemma slide folie tabelle kapitel kap "
              u"§§ abs satz nummer übung chap chapitre numéro capítulo cap número lección aula "
              u"capitolo numero aula tabel kapittel kapitel rum lokale pokój sala rozdział tabulka "
              u"místnost kapitola глава рис табл аудитория кабинет пункт таблиця рисунок розділ "
              u"кімната πίνακας σχήμα κεφάλαιο اتاق جدول فصل غرفة الجدول طبلة טבלה חדר סעיף איור "
              u"तालिका कमरा अध्याय खंड"},
    WordGroup{Ratio,
              u"ratio* odds vs versus scale 1:1 gear seitenverhältnis* maßstab* übersetzung quote "
              u"wettquote* cuota cuotas proporci* quota quote quotas odds kurs kursy poměr měřítko "
              u"співвідношення масштаб коефіцієнт αναλογία κλίμακα نسبت نسبة יחס קנה_מידה अनुपात "
              u"blandningsförhållande blandingsforhold målestok målestokk"},
    WordGroup{WeakRatio,
              u"coffee pour-over pourover v60 aeropress chemex french_press espresso ristretto "
              u"filterkaffee handfilter sirup mörtel beton cement cement café café_filtre kaffe "
              u"bryg brygg kávy káva vody voda кави вода настой καφέ καφές νερό νερού قهوه آب قهوة "
              u"ماء קפה מים कॉफ़ी कॉफी पानी sourdough starter hydration vinaigrette dressing bleach "
              u"solution rice"},
};

} // namespace

std::span<const WordGroup> kindWords()
{
    return groups;
}

} // namespace app::timestamps::internal
