import { dayOf } from '../../basis/shared/dates.ts'
import type { Db } from '../../platform/database/index.ts'
import type { Purgeable, SiteProps } from '../../platform/web/index.ts'
import { findRoot, sayPlace } from '../../register/organisation/index.ts'

type Place = NonNullable<SiteProps['place']>
/** What the register is called, from its root of today; null where it has none. `memory` hears of changes and reads it anew; whoever keeps pages is told when it is another. */
export type KeptPlace = { readonly place: Place | null; memory: Purgeable; whenOther(told: () => void): void }

/** Keeps in memory what stands in every masthead: the name of the register's root, until units change. A read that fails leaves it as it was, until the next. */
export async function keepPlace(db: Db, now: () => Date): Promise<KeptPlace> {
  let place = await readPlace(db, now())
  let tell = () => {}
  const readAgain = async (): Promise<void> => {
    const found = await readPlace(db, now()).catch(() => place)
    const is_other = found?.vi !== place?.vi
    place = found
    if (is_other) tell()
  }
  return {
    get place() {
      return place
    },
    memory: {
      open: () => void readAgain(),
      close: () => {},
      purge: changed => {
        if (changed.some(tag => /^(?:unit|unit_version|placement)(?::|$)/.test(tag))) void readAgain()
      },
    },
    whenOther: told => {
      tell = told
    },
  }
}

async function readPlace(db: Db, now: Date): Promise<Place | null> {
  const [root] = await findRoot(db, { hierarchy: 'territory', day: dayOf(now) })
  return root ? { vi: sayPlace(root, 'vi'), en: sayPlace(root, 'en') } : null
}
