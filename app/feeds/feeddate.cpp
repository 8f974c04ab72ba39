// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/feeddate.h"

#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app::feeds {

namespace {

using namespace std::string_view_literals;

constexpr qsizetype longestDate = 128;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return c >= 'a' && c <= 'z';
}

// Lower-case ASCII; anything else separates words. The minus sign of typographers counts.
std::string plain(QStringView text)
{
    std::string result;
    bool inComment = false;
    for (const QChar c : text.trimmed().left(longestDate)) {
        inComment = inComment || c == u'(';
        const char16_t code = c.unicode() == 0x2212 || c.unicode() == 0x2010 ? u'-' : c.unicode();
        const bool known = code > 0x20 && code < 0x7F && code != ',' && code != ';' && !inComment;
        char ascii = known ? static_cast<char>(code) : ' ';
        // The one comma that means something, in "04:30:38,123".
        if (code == u',' && result.size() > 2 && result[result.size() - 3] == ':')
            ascii = '.';
        if (ascii >= 'A' && ascii <= 'Z')
            ascii = static_cast<char>(ascii | 0x20);
        result += ascii;
        inComment = inComment && c != u')';
    }
    return result;
}

// A whole run of digits as a number; -1 for anything else.
qint64 number(std::string_view digits)
{
    if (digits.empty() || digits.size() > 18 || !std::all_of(digits.begin(), digits.end(), isDigit))
        return -1;
    qint64 value = 0;
    for (const char c : digits)
        value = value * 10 + (c - '0');
    return value;
}

struct Zone
{
    std::string_view name;
    int minutes;
};

// The names of RFC 2822 and the ones feeds of other places use. Ambiguous ones are left out.
constexpr std::array zones{
    Zone{"ut", 0},     Zone{"utc", 0},    Zone{"gmt", 0},     Zone{"z", 0},       Zone{"wet", 0},
    Zone{"west", 60},  Zone{"bst", 60},   Zone{"cet", 60},    Zone{"mez", 60},    Zone{"cest", 120},
    Zone{"mesz", 120}, Zone{"eet", 120},  Zone{"eest", 180},  Zone{"msk", 180},   Zone{"sast", 120},
    Zone{"hkt", 480},  Zone{"sgt", 480},  Zone{"awst", 480},  Zone{"jst", 540},   Zone{"kst", 540},
    Zone{"acst", 570}, Zone{"aest", 600}, Zone{"acdt", 630},  Zone{"aedt", 660},  Zone{"nzst", 720},
    Zone{"nzdt", 780}, Zone{"brt", -180}, Zone{"adt", -180},  Zone{"ast", -240},  Zone{"edt", -240},
    Zone{"est", -300}, Zone{"cdt", -300}, Zone{"cst", -360},  Zone{"mdt", -360},  Zone{"mst", -420},
    Zone{"pdt", -420}, Zone{"pst", -480}, Zone{"akdt", -480}, Zone{"akst", -540}, Zone{"hst", -600},
};

constexpr std::array months{"january"sv,
                            "february"sv,
                            "march"sv,
                            "april"sv,
                            "may"sv,
                            "june"sv,
                            "july"sv,
                            "august"sv,
                            "september"sv,
                            "october"sv,
                            "november"sv,
                            "december"sv};

int monthNumber(std::string_view word)
{
    if (word.size() < 3)
        return 0;
    // "sept" and the like are beginnings too; "marchish" is not a month.
    const auto *found = std::find_if(months.begin(), months.end(), [word](std::string_view month) {
        return month.starts_with(word);
    });
    return found == months.end() ? 0 : static_cast<int>(found - months.begin()) + 1;
}

// "+0200", "-05:30", "+2", "+530" in minutes.
std::optional<int> numericZone(std::string_view text)
{
    if (text.size() < 2 || (text[0] != '+' && text[0] != '-'))
        return {};
    std::string digits;
    for (const char c : text.substr(1)) {
        if (c != ':')
            digits += c;
    }
    const qint64 value = number(digits);
    if (value < 0 || digits.size() > 4)
        return {};
    const qint64 minutes = digits.size() <= 2 ? value * 60 : value / 100 * 60 + value % 100;
    if (minutes >= 24 * 60)
        return {};
    return static_cast<int>(text[0] == '-' ? -minutes : minutes);
}

// A name, a number, or both as in "gmt+2".
std::optional<int> zoneMinutes(std::string_view text)
{
    const std::size_t sign = text.find_first_of("+-");
    if (sign != std::string_view::npos)
        return numericZone(text.substr(sign));
    const auto *known = std::find_if(
        zones.begin(), zones.end(), [text](const Zone &zone) { return zone.name == text; });
    return known == zones.end() ? std::nullopt : std::optional(known->minutes);
}

// What has been read so far.
struct Parts
{
    int year = -1;
    int month = 0;
    int day = 0;
    qint64 msOfDay = 0;
    int zoneMinutes = 0;
    bool hasTime = false;

    QDateTime result() const
    {
        const QDate date(year, month, day);
        if (year < 1900 || !date.isValid())
            return {};
        // Adding to midnight lets 24:00 and a leap second mean the next day or minute.
        return QDateTime(date, QTime(0, 0), Qt::UTC).addMSecs(msOfDay - zoneMinutes * 60'000LL);
    }
};

// "4:30", "04:30:38", "04:30:38.123".
bool readTime(std::string_view text, Parts &parts)
{
    std::array<qint64, 3> fields{};
    std::size_t count = 0;
    while (count < fields.size()) {
        const std::size_t end = std::min(text.find_first_of(":.,"), text.size());
        if (end > 2)
            return false;
        fields[count] = number(text.substr(0, end));
        if (fields[count++] < 0)
            return false;
        const char separator = end < text.size() ? text[end] : '\0';
        text.remove_prefix(std::min(end + 1, text.size()));
        if (separator != ':')
            break;
    }
    if (count < 2 || fields[0] > 24 || fields[1] > 59 || fields[2] > 60)
        return false;
    const qint64 fraction =
        text.empty() ? 0 : number(std::string(text.substr(0, 3)).append(3, '0').substr(0, 3));
    if (fraction < 0)
        return false;
    parts.msOfDay = ((fields[0] * 60 + fields[1]) * 60 + fields[2]) * 1000 + fraction;
    parts.hasTime = true;
    return true;
}

std::vector<std::string_view> words(std::string_view text)
{
    std::vector<std::string_view> result;
    while (true) {
        const std::size_t start = text.find_first_not_of(' ');
        if (start == std::string_view::npos)
            return result;
        text.remove_prefix(start);
        const std::size_t end = std::min(text.find(' '), text.size());
        result.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
}

// A time with a zone that may be glued to it: "04:30:38z", "04:30-0600", "4:30pm".
bool readTimeAndZone(std::string_view text, Parts &parts)
{
    const std::size_t end = std::min(text.find_first_not_of("0123456789:.,"), text.size());
    if (!readTime(text.substr(0, end), parts))
        return false;
    const std::string_view rest = text.substr(end);
    constexpr qint64 halfDay = 12 * 3'600'000;
    if (rest == "pm" && parts.msOfDay < halfDay)
        parts.msOfDay += halfDay;
    else if (rest == "am" && parts.msOfDay >= halfDay)
        parts.msOfDay -= halfDay;
    else if (const auto zone = zoneMinutes(rest))
        parts.zoneMinutes = *zone;
    return true;
}

void readAfternoon(std::string_view word, Parts &parts)
{
    constexpr qint64 halfDay = 12 * 3'600'000;
    if (word == "pm" && parts.msOfDay < halfDay)
        parts.msOfDay += halfDay;
    else if (word == "am" && parts.msOfDay >= halfDay)
        parts.msOfDay -= halfDay;
}

// "2020-10-09", "2020/10/9", "2020-10", "20201009".
bool readIsoDay(std::string_view text, Parts &parts)
{
    std::array<std::string_view, 3> fields{"", "1", "1"};
    if (text.size() == 8 && number(text) > 0) {
        fields = {text.substr(0, 4), text.substr(4, 2), text.substr(6, 2)};
    } else {
        for (std::string_view &field : fields) {
            const std::size_t end = std::min(text.find_first_of("-/."), text.size());
            field = text.substr(0, end);
            text.remove_prefix(std::min(end + 1, text.size()));
            if (text.empty())
                break;
        }
    }
    if (fields[0].size() != 4 || fields[1].size() > 2 || fields[2].size() > 2
        || (!text.empty() && text.size() != 8))
        return false;
    parts.year = static_cast<int>(number(fields[0]));
    parts.month = static_cast<int>(number(fields[1]));
    parts.day = static_cast<int>(number(fields[2]));
    return true;
}

QDateTime readIso(std::string_view text)
{
    Parts parts;
    const std::size_t dayEnd = std::min(text.find_first_of("t "), text.size());
    if (!readIsoDay(text.substr(0, dayEnd), parts))
        return {};
    std::string rest(text.substr(std::min(dayEnd + 1, text.size())));
    // The basic form has no colons: 043038 or 0430.
    const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    if (digits == 4 || digits == 6) {
        std::string apart = rest.substr(0, 2) + ':' + rest.substr(2, 2);
        if (digits == 6)
            apart += ':';
        rest = apart + rest.substr(4);
    }
    for (const std::string_view word : words(rest)) {
        if (isDigit(word[0]) && !parts.hasTime)
            readTimeAndZone(word, parts);
        else if (word == "am" || word == "pm")
            readAfternoon(word, parts);
        else if (const auto zone = zoneMinutes(word))
            parts.zoneMinutes = *zone;
    }
    return parts.result();
}

// Two digits as RFC 2822 4.3 wants: 00-49 are after 2000; three count from 1900.
int fullYear(std::string_view digits)
{
    const int year = static_cast<int>(number(digits));
    if (digits.size() >= 4 || year < 0)
        return year;
    return digits.size() == 3 || year >= 50 ? year + 1900 : year + 2000;
}

void readDigits(std::string_view word, Parts &parts)
{
    const std::size_t end = std::min(word.find_first_not_of("0123456789"), word.size());
    const std::string_view digits = word.substr(0, end);
    // "9th", "22nd" and "9." are days.
    if (digits.size() <= 2 && parts.day == 0)
        parts.day = static_cast<int>(number(digits));
    else if (digits.size() <= 4 && end == word.size() && parts.year < 0)
        parts.year = fullYear(digits);
}

QDateTime readRfc(std::string_view text)
{
    // A dash joins day, month and year in "09-oct-2020"; before a digit it may begin a zone.
    std::string spread(text);
    for (std::size_t i = 1; i + 1 < spread.size(); ++i) {
        if (spread[i] == '-'
            && (isLetter(spread[i + 1]) || (i > 2 && monthNumber(spread.substr(i - 3, 3)) > 0)))
            spread[i] = ' ';
    }
    Parts parts;
    for (const std::string_view word : words(spread)) {
        if (isDigit(word[0]) && word.find(':') != std::string_view::npos) {
            if (!parts.hasTime)
                readTimeAndZone(word, parts);
        } else if (isDigit(word[0])) {
            readDigits(word, parts);
        } else if (const int month =
                       parts.month == 0 ? monthNumber(word.substr(0, word.find('.'))) : 0) {
            parts.month = month;
        } else if (word == "am" || word == "pm") {
            readAfternoon(word, parts);
        } else if (const auto zone = parts.hasTime ? zoneMinutes(word) : std::nullopt) {
            parts.zoneMinutes = *zone;
        }
    }
    return parts.result();
}

} // namespace

QDateTime readFeedDate(QStringView text)
{
    std::string all = plain(text);
    while (!all.empty() && all.back() == ' ')
        all.pop_back();
    const std::size_t digits = std::min(all.find_first_not_of("0123456789"), all.size());
    if (digits == all.size() && digits >= 9 && digits <= 13) {
        const qint64 value = number(all);
        return QDateTime::fromMSecsSinceEpoch(digits >= 12 ? value : value * 1000, Qt::UTC);
    }
    if (digits == all.size() && digits == 14)
        all = all.substr(0, 8) + ' ' + all.substr(8);
    const char after = digits < all.size() ? all[digits] : '\0';
    const bool iso =
        (digits == 4 && (after == '-' || after == '/' || after == '.' || after == '\0'))
        || digits == 8 || digits == 14;
    return iso ? readIso(all) : readRfc(all);
}

qint64 readFeedDurationMs(QStringView text)
{
    constexpr double longestSeconds = 1e8;
    const QList<QStringView> fields = text.trimmed().split(u':');
    if (fields.size() > 3)
        return -1;
    double seconds = 0;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const bool last = i == fields.size() - 1;
        const QStringView field = fields[i].trimmed();
        const bool plainDigits = std::all_of(field.begin(), field.end(), [last](QChar c) {
            return (c >= u'0' && c <= u'9') || (last && c == u'.');
        });
        bool ok = false;
        const double value = plainDigits ? field.toDouble(&ok) : 0;
        if (!ok)
            return -1;
        seconds = seconds * 60 + value;
    }
    return seconds <= longestSeconds ? std::llround(seconds * 1000) : -1;
}

} // namespace app::feeds
