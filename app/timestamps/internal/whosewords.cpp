// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/lexicon.h"

#include <array>

namespace app::timestamps::internal {

namespace {

// Whose time it is, and what people write to a programme about: its sound and its mistakes.
constexpr std::array groups{
    WordGroup{
        Past,
        u"last_week last_week's last_time last_episode previous earlier previously back_in past "
        u"yesterday's promised part_one letzte letzten letzter letztes letztem vorige vorigen "
        u"voriger vergangene vergangenen damals frühere versprochen dernière dernier précédent* "
        u"passée passé promis anterior pasada pasado última último prometí prometimos scorsa "
        u"scorso precedente passata promesso passada passado prometi прошл* предыдущ* "
        u"прошлой обеща* минул* попередн* обіця* vorige vorig eerdere beloofd beloofde zeszł* "
        u"poprzedni* ubiegł* obiecał* förra föregående lovade sidste forrige lovede lovet minul* "
        u"předchoz* slíbil* geçen önceki bölümünde προηγούμεν* περασμέν* قبلی گذشته پیش قبل "
        u"پیشین الماضیة الماضی السابقة السابق الماضیه שעבר שעברה הקודם הקודמת הבטחתי הבטחנו "
        u"पिछले पिछली पिछला पुराने"},
    WordGroup{
        Here,
        u"here this today's this_week this_week's this_episode in_this in_audio recording "
        u"in_the_episode now hier diese dieser dieses heute diesmal ici cette aujourd'hui voici "
        u"aquí "
        u"acá este esta ahora qui questa questo stavolta aqui nesta neste agora здесь тут этот "
        u"этом сейчас цьому тут deze dit nu tutaj tu tym här nu her denne dette tady zde tento "
        u"burada bu şimdi εδώ σήμερα αυτό اینجا این الان هنا هذه هذا الآن כאן פה היום הזה यहाँ "
        u"यहां इस इसमें अब"},
    WordGroup{
        Correction,
        u"correction corrections erratum errata misspoke mispronounce* misquote* mistake "
        u"mistakenly "
        u"wrong wrongly sorry apolog* oops whoops meant i_say i_said i_claim mix_up mixed_up "
        u"slip should_be korrektur korrigier* berichtigung versprecher verspreche versprochen_habe "
        u"fehler falsch natürlich entschuldig* pardon gemeint meine meinte sage_ich ich_sage "
        u"rectification* erreur* lapsus désolé* excus* je_dis faux voulais corrección error "
        u"errata perdón disculp* lo_siento digo confundo quería equivoc* corrige correzione "
        u"errore scusa* dico volevo intendevo sbaglio sbagliato refuso correção correcção erro "
        u"desculp* digo queria enganei engano errado поправк* исправлен* ошиб* оговор* извин* "
        u"прости* говорю сказал имел имела имелось помилк* виправлен* вибач* correctie fout "
        u"foutje sorry excuses zeg verspreek bedoel* sprostowanie poprawka błąd pomylił* "
        u"przejęzycz* przepraszam mówię chodziło rättelse fel säger menade ursäkta förlåt "
        u"rettelse fejl undskyld siger mente feil beklager oprava omyl chyba omlouv* přeřek* "
        u"říkám düzeltme hata yanlış özür dedim kastettim dil_sürçmesi διόρθωση λάθος συγγνώμη "
        u"اصلاح اصلاحیه اشتباه ببخشید گفتم منظورم تصحیح تصویب خطأ عذرا عذراً اعتذر قلت أقول قصدت "
        u"תיקון טעות טעיתי סליחה אמרתי התכוונתי सुधार भूल ग़लती गलती गलत ग़लत माफ़ी माफ़ क्षमा "
        u"कहा मतलब"},
    WordGroup{
        Sound,
        u"sound sounds noise* noisy mic mics microphone* crackl* crackle buzz* hum hums hiss* "
        u"hiccup "
        u"volume loud louder quiet silence silent echo* audio kazoo bark* meow* thump* bang "
        u"siren* squeak* creak* rustl* cough* sneez* sigh* whisper* shout* scream* giggl* chuckl* "
        u"laughter laughing whistle* birdsong jingle theme glitch* dropout static clipping "
        u"unplugged muted doorbell geräusch* mikro* rauscht rauschen knackt knacken brumm* "
        u"piept leise laut lauter stille hall echo bellt klingelt gelächter klopf* lachflash "
        u"quietsch* aussetzer tonaussetzer ton bruit* micro grésill* son volume silence écho "
        u"aboie sonnerie rire rires craque siffle coupure ruido* micrófono volumen silencio eco "
        u"ladra ladrido risa risas suena sonido zumbido timbre chirri* rumore* microfono "
        u"silenzio eco abbaia risata risate suono ronzio campanello fruscio scricchiol* barulho* "
        u"ruído* microfone silêncio late risada* riso risos som zumbido campainha estal* шум* "
        u"микрофон* треск* трещит тишин* эхо лает смех хохот звук* гудит скрип* помех* шурш* "
        u"щелч* мікрофон* тиша сміх гавка* geluid* microfoon kraak* ruis* stilte echo blaft "
        u"gelach zoemt piept bel hałas* mikrofon* trzeszcz* szum* cisza echo szczeka śmiech "
        u"dźwięk* dzwon* słychać ljud* mikrofon* brus* knast* knaster tyst* eko skäll* skratt* "
        u"surr* hörs höres lyd støj mikrofon latter gø* knitr* stille hluk* šum* praská ticho "
        u"ozvěna štěká smích zvuk* slyšet gürültü* mikrofon* cızırtı* ses sesi sessizlik yankı "
        u"havl* kahkaha* gülme çınlama θόρυβ* μικρόφων* ήχος ησυχία γέλι* γαβγίζει ακούγεται "
        u"صدا صدای نویز میکروفون سکوت خنده خش صوت ضجیج ضوضاء المیکروفون میکروفون صمت ضحك "
        u"تشویش رعش* מיקרופון רעש* שקט הד נובח צחוק צליל קול שומעים זמזום שריק* माइक "
        u"आवाज़ आवाज शोर ख़ामोशी सन्नाटा हँसी गूँज भौंक* सुनाई"},
    WordGroup{HourUnit, u"godz hod tim timmes stunden std uurs"},
    WordGroup{
        MinuteUnit,
        u"minucie minutach minutami minutách minutou minutě минутах хвилинах dakikaya "
        u"dakikadan dakikadaki dakikasından dakikasında dakikanın dakikalık dakikada "
        u"dakikalar dakikaları dakikalarda dakikalarında dakikalardan "
        u"מדקה ומדקה ובדקה לדקה מהדקה שבדקה בדקות דקת הדקות minutta minuttet minuten minuternas "
        u"minutu minutul minutei minuuttiin minuutin minuutilla minuutista minuutti minuuttia "
        u"menit phút "
        u"хвилину хвилиною perc percben percnél perctől sendeminute spielminute"},
    WordGroup{
        Length,
        u"prep rest rise rises proof chill steep bloom cure play_time hours_of minutes_of runs "
        u"ruhen ruhezeit gehen ziehen ziehzeit backzeit garzeit kochzeit ziehen_lassen gesamtzeit "
        u"cuisson repos levée dressage infusion temps_de préparation cocción reposo levado "
        u"fermentación cottura riposo lievitazione cozimento descanso fermentação выпека* "
        u"расстойк* варить заварива* отдых bakken rijzen rusten trekken gaartijd pieczenie "
        u"wyrastanie parzenie jäs jäsa jäsning grädda grädd* vila svalna bag bages hæve hæver "
        u"stek hev pečení kynutí odpočinek pişirme mayalan* dinlen* demle* ψήσιμο ζύμωση "
        u"پخت استراحت ورز خبز تخمیر نقع التفحة אפייה התפחה צינון בישול חליטה बेक पकाना भिगो* "
        u"adds length_of half lang langes långt lång długość długi uzun uzunlu*"},
    WordGroup{
        ClockWord,
        u"arrived arrive arriving left leave starts_at dep dep. arr arr. bar shuts shut locks "
        u"lock tram returns return premieres premiere next_one curtain gates gate lands landed "
        u"boards boarded woke_up get_up got_up up_at alarm_for set_for booked reservation hour "
        u"nets high_water low_water recorded taped started_recording rolls kick kicks "
        u"tränen kehrt zurück rückfahrt rückkehr abpfiff aufgestanden weckte weckt klingelte "
        u"schließen öffnen verabredet ausgestrahlt premiere nächster nächste kriegt "
        u"retour départs dernier concierge ferme_la quitte rentre lève levé réveil rendez-vous "
        u"avant-première vuelta regreso última_salida despertador levanté levanta abrimos cerramos "
        u"estreno ritorno rientro sveglia alzato alza chiudiamo apriamo prossimo replica regresso "
        u"volta acordo acordei levanto reabre estreia reprise возвращен* обратно последн* "
        u"встаю встал вернул* закры* откры* премьера повтор terug laatste sluiten opstaan "
        u"première herhaling powrót ostatni wracamy wstaję wstał* otwieramy zamykamy premiera "
        u"powtórka odjazdy retur sista återkomst vaknade upp premiär repris hem tilbage sidste "
        u"premiere genudsendelse návrat poslední vstával* premiéra repríza dönüş son_sefer "
        u"kalktım uyandım kapanıyor açılıyor prömiyer tekrarı tekrar επιστροφή τελευταίο "
        u"πρεμιέρα بازگشت آخرین بیدار افتتاحیه العودة آخر استیقظ* عرض إعادة חזרה האחרון קם "
        u"קמתי שידור_חוזר כניסה הפגנה वापसी आखिरी आख़िरी उठा उठी पैसेंजर एक्सप्रेस मालगाड़ी "
        u"प्रीमियर पुनःप्रसारण"},
};

constexpr std::array ideographs{
    WordGroup{Past,
              u"上期 上集 上周 上次 之前 往期 上週 前期 答应 先週 前回 以前 前の 約束 지난주 "
              u"지난 지난번 전에 이전 약속"},
    WordGroup{Here,
              u"这里 這裡 本期 本集 这期 這集 今天 现在 现场 ここ 今回 今日 本編 この 여기 "
              u"이번 오늘 본편 지금 이 에피소드"},
    WordGroup{Correction,
              u"更正 勘误 口误 说错 错误 抱歉 对不起 不好意思 应该是 更正： 訂正 言い間違 間違 "
              u"誤り すみません ごめん 失礼 正しく 정정 실수 잘못 죄송 오류 말실수 수정"},
    WordGroup{Sound,
              u"声音 聲音 噪音 杂音 雜音 麦克风 麥克風 话筒 回音 静音 笑声 狗叫 音量 电流声 音 "
              u"雑音 ノイズ マイク 無音 笑い声 犬 音飛び 途切れ 音量 聞こえ 소리 소음 잡음 마이크 "
              u"웃음 음량 개가 들려 들리 들립"},
    WordGroup{Length,
              u"静置 发酵 烘烤 焖 泡 萃取 醒发 寝かせ 発酵 焼き 蒸らし 抽出 볶 끓이 굽기 발효 숙성 "
              u"추출 오래"},
    WordGroup{ClockWord,
              u"返回 末班 回程 醒来 起床 约好 首映 重播 晚点 到站 帰り 終発 起き 約束 発車 着 発の "
              u"再放送 초연 귀가 막차 돌아 일어났 일어나 재방 도착해"},
};

} // namespace

std::span<const WordGroup> whoseWords()
{
    return groups;
}

std::span<const WordGroup> whoseIdeographs()
{
    return ideographs;
}

} // namespace app::timestamps::internal
