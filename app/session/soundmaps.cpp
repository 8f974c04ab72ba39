// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/soundmaps.h"

#include "app/base/logging.h"
#include "app/library/episodestore.h"
#include "app/session/internal/playable.h"
#include "app/work/comeback.h"

#include <cmath>

namespace app::session {
namespace {

using library::Changes;
using library::Connection;
using library::EpisodeStore;
using media::SoundAnalysis;

constexpr int progressSteps = 1000;

/// What the library has of the file that is there now; null when it has nothing that can be read.
base::Result<std::shared_ptr<const SoundAnalysis>> readKept(Connection &connection,
                                                            const QString &filePath)
{
    const auto bytes = EpisodeStore(connection).soundAnalysis(internal::identify(filePath));
    if (!bytes) {
        return base::unexpected(bytes.error());
    }
    if (!bytes->isEmpty()) {
        if (auto kept = SoundAnalysis::fromBytes(*bytes)) {
            return std::make_shared<const SoundAnalysis>(*std::move(kept));
        }
    }
    return std::shared_ptr<const SoundAnalysis>();
}

} // namespace

SoundMaps::SoundMaps(library::Library &library, work::WorkerPool &workers)
    : m_library(library)
    , m_workers(workers)
{}

SoundMaps::~SoundMaps()
{
    forget();
}

void SoundMaps::want(const QString &filePath)
{
    if (filePath == m_wanted) {
        return;
    }
    forget();
    m_wanted = filePath;
    if (filePath.isEmpty()) {
        return;
    }
    auto reading = m_library.read(
        [filePath](Connection &connection) { return readKept(connection, filePath); });
    m_reading = work::Job(reading);
    work::comeBack(
        reading, this, [this, filePath, round = m_round](const base::Result<Analysis> &kept) {
            if (round != m_round) {
                return;
            }
            if (kept && *kept) {
                m_wanted.clear();
                emit ready(filePath, *kept);
                return;
            }
            if (!kept) {
                qCWarning(base::logSession) << "sound analysis not read:" << kept.error().detail;
            }
            make(filePath);
        });
}

void SoundMaps::forget()
{
    ++m_round;
    m_wanted.clear();
    if (m_stop) {
        *m_stop = true;
        m_stop.reset();
    }
    m_reading.cancel();
    m_making.cancel();
}

void SoundMaps::make(const QString &filePath)
{
    m_stop = std::make_shared<std::atomic<bool>>(false);
    const auto making = m_workers.run<Making>([filePath, stop = m_stop](QPromise<Making> &promise) {
        promise.addResult(makeOnWorker(filePath, *stop, promise));
    });
    m_making = work::Job(making);
    showProgress(filePath, making);
    work::comeBack(making, this, [this, filePath, round = m_round](const Making &made) {
        if (round != m_round) {
            return;
        }
        m_wanted.clear();
        if (!made) {
            emit failed(filePath, made.error());
            return;
        }
        keep(*made);
        emit ready(filePath, made->analysis);
    });
}

SoundMaps::Making
SoundMaps::makeOnWorker(const QString &filePath, std::atomic<bool> &stop, QPromise<Making> &promise)
{
    const library::FileIdentity file = internal::identify(filePath);
    const auto source = media::openFileSource(filePath);
    if (!source) {
        return base::unexpected(source.error());
    }
    promise.setProgressRange(0, progressSteps);
    auto analysis = media::analyseSound(*source, stop, [&promise](double part) {
        promise.setProgressValue(static_cast<int>(std::lround(part * progressSteps)));
    });
    if (!analysis) {
        return base::unexpected(analysis.error());
    }
    Made made;
    made.file = file;
    if (file == internal::identify(filePath)) {
        made.bytes = analysis->toBytes();
    }
    made.analysis = std::make_shared<const SoundAnalysis>(*std::move(analysis));
    return made;
}

void SoundMaps::showProgress(const QString &filePath, const QFuture<Making> &making)
{
    auto *const watcher = new QFutureWatcher<Making>(this);
    connect(watcher,
            &QFutureWatcherBase::progressValueChanged,
            this,
            [this, filePath, round = m_round](int step) {
                if (round == m_round) {
                    emit progressed(filePath, static_cast<double>(step) / progressSteps);
                }
            });
    connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(making);
}

void SoundMaps::keep(const Made &made)
{
    if (made.bytes.isEmpty()) {
        return;
    }
    const auto pending =
        m_library.write(library::Durability::Normal,
                        [file = made.file, bytes = made.bytes](Connection &connection, Changes &) {
                            return EpisodeStore(connection).setSoundAnalysis(file, bytes);
                        });
    work::comeBack(pending, this, [](const base::Result<void> &kept) {
        if (!kept) {
            qCWarning(base::logSession) << "sound analysis not kept:" << kept.error().detail;
        }
    });
}

} // namespace app::session
