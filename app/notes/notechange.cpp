// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/notechange.h"

namespace app::notes {

NoteChange inverse(const NoteChange &change)
{
    return {change.id, change.after, change.before};
}

} // namespace app::notes
