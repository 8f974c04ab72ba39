// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/startchild.h"

#include "app/session/session.h"
#include "app/settings/settingsfile.h"
#include "ui/theme/iconset.h"
#include "ui/theme/thememanager.h"
#include "ui/window/languages.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QThread>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <cstring>
#include <functional>

namespace tests {
namespace {

using namespace std::chrono_literals;

constexpr auto settling = 1500ms;
constexpr auto watching = 3000ms;

/// Tells when what is painted has reached the window's surface.
class PaintWatch final : public QApplication
{
public:
    using QApplication::QApplication;

    /// Called once, after the first event from now on that painted something.
    std::function<void()> onPainted;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (QThread::currentThread() != thread()) {
            return QApplication::notify(receiver, event);
        }
        ++m_depth;
        const bool taken = QApplication::notify(receiver, event);
        m_painted = onPainted && (m_painted || event->type() == QEvent::Paint);
        // Paint events come inside the one that also hands the finished frame to the system.
        if (--m_depth == 0 && m_painted) {
            m_painted = false;
            std::exchange(onPainted, nullptr)();
        }
        return taken;
    }

private:
    int m_depth = 0;
    bool m_painted = false;
};

qint64 statusValue(const QString &path, const QByteArray &field)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(field)) {
            return line.mid(field.size()).simplified().split(' ').value(0).toLongLong();
        }
    }
    return 0;
}

/// How often any thread of this process has gone to sleep until now.
qint64 sleeps()
{
    qint64 sum = 0;
    const QString tasks = QStringLiteral("/proc/self/task");
    const QStringList threads = QDir(tasks).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &thread : threads) {
        sum += statusValue(tasks + u'/' + thread + QStringLiteral("/status"),
                           "voluntary_ctxt_switches:");
    }
    return sum;
}

class Recorder final
{
public:
    explicit Recorder(qint64 startedNs)
        : m_startedNs(startedNs)
    {}

    void stage(const QString &name)
    {
        const auto now = std::chrono::steady_clock::now().time_since_epoch();
        const auto ns = std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
        m_found.insert(name, static_cast<double>(ns - m_startedNs) / 1e6);
    }

    void memory()
    {
        const QString path = QStringLiteral("/proc/self/status");
        m_found.insert(QStringLiteral("idleMb"),
                       static_cast<double>(statusValue(path, "VmRSS:")) / 1024);
        m_found.insert(QStringLiteral("peakMb"),
                       static_cast<double>(statusValue(path, "VmHWM:")) / 1024);
    }

    void wakeUps(qint64 count)
    {
        m_found.insert(QStringLiteral("wakeUps"),
                       static_cast<double>(count)
                           / std::chrono::duration<double>(watching).count());
    }

    [[nodiscard]] QByteArray json() const
    {
        return QJsonDocument(m_found).toJson(QJsonDocument::Compact);
    }

private:
    qint64 m_startedNs;
    QJsonObject m_found;
};

void watchIdle(Recorder &recorder)
{
    QTimer::singleShot(settling, qApp, [&recorder] {
        recorder.memory();
        QTimer::singleShot(watching, qApp, [&recorder, before = sleeps()] {
            // One is this timer's own.
            recorder.wakeUps(sleeps() - before - 1);
            QCoreApplication::exit(0);
        });
    });
}

/// Ends the process after the first painted frame that shows the list, or after it was watched.
void recordUsable(Recorder &recorder,
                  const ui::window::MainWindow &window,
                  PaintWatch &application,
                  bool idle)
{
    QObject::connect(
        &window,
        &ui::window::MainWindow::usable,
        &application,
        [&recorder, &application, idle] {
            recorder.stage(QStringLiteral("usable"));
            application.onPainted = [&recorder, idle] {
                recorder.stage(QStringLiteral("painted"));
                idle ? watchIdle(recorder) : QCoreApplication::exit(0);
            };
        },
        Qt::SingleShotConnection);
}

} // namespace

bool isStartChild(int argc, char **argv)
{
    return argc == ArgumentCount && std::strcmp(argv[ChildMark], startChildMark) == 0;
}

int runStartChild(int argc, char **argv)
{
    Recorder recorder(QByteArray(argv[StartedNs]).toLongLong());
    recorder.stage(QStringLiteral("main"));
    PaintWatch application(argc, argv);
    recorder.stage(QStringLiteral("application"));
    ui::window::installTranslations(QLocale());
    QApplication::setWindowIcon(ui::theme::applicationIcon());
    const app::settings::SettingsFile settings(QFile::decodeName(argv[SettingsPath]));
    ui::theme::ThemeManager themes(ui::theme::ThemeManager::Mode::System);
    themes.applyTo(application);
    recorder.stage(QStringLiteral("theme"));
    auto session =
        app::session::Session::open({QFile::decodeName(argv[LibraryFolder]), {}, nullptr});
    if (!session) {
        std::fputs(qPrintable(session.error().detail), stderr);
        return 1;
    }
    recorder.stage(QStringLiteral("session"));
    ui::window::MainWindow window(**session, themes, settings);
    recorder.stage(QStringLiteral("window"));
    recordUsable(recorder, window, application, *argv[WatchIdle] == '1');
    window.show();
    recorder.stage(QStringLiteral("shown"));
    const int status = QApplication::exec();
    (*session)->close();
    std::puts(recorder.json().constData());
    return status;
}

} // namespace tests
