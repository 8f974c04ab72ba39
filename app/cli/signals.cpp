// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/signals.h"

#include <QCoreApplication>
#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <QSocketNotifier>

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#endif

namespace app::cli {

#ifdef Q_OS_UNIX
namespace {

// A signal handler may do next to nothing; it writes to a pipe that the event loop reads.
int writeEnd = -1;

void noteSignal(int signal)
{
    const char number = static_cast<char>(signal);
    [[maybe_unused]] const auto written = ::write(writeEnd, &number, 1);
}

void endAtOnce(int signal)
{
    ::_exit(128 + signal);
}

void handleSignals(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

} // namespace

void endOnSignals()
{
    handleSignals(endAtOnce);
}

void catchSignals(std::function<void(int signal)> interrupted)
{
    int ends[2] = {-1, -1};
    if (::pipe(ends) != 0) {
        return;
    }
    for (const int end : ends) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
    }
    writeEnd = ends[1];
    auto *const notifier =
        new QSocketNotifier(ends[0], QSocketNotifier::Read, QCoreApplication::instance());
    QObject::connect(notifier,
                     &QSocketNotifier::activated,
                     notifier,
                     [readEnd = ends[0], interrupted = std::move(interrupted)] {
                         char number = 0;
                         if (::read(readEnd, &number, 1) == 1) {
                             interrupted(number);
                         }
                     });
    handleSignals(noteSignal);
}
#else
void endOnSignals() {}

void catchSignals(std::function<void(int signal)>) {}
#endif

} // namespace app::cli
