import { dayOf, sayDay } from '../../basis/shared/dates.ts'
import type { Db } from '../../platform/database/index.ts'
import { type Asset, assetOf, type NoticeText, type Purgeable, type SiteProps } from '../../platform/web/index.ts'
import { findRegisterProfile, findRoot, type RegisterProfileRow, sayPlace } from '../../register/organisation/index.ts'

/**
 * What every page says of the register as of today: whose it is, what that has become, who keeps it, and what is to be
 * known of its data.
 */
export type Profile = Pick<SiteProps, 'place' | 'ended_on' | 'became' | 'keeper'> & { notice: NoticeText | null; emblem: Asset | null }

/** `memory` hears of changes and reads the profile anew; whoever keeps pages is told when it is another. */
export type KeptProfile = { readonly profile: Profile; memory: Purgeable; whenOther(told: () => void): void }

const touching = /^(?:unit|unit_version|placement|succession|succession_event|register_profile)(?::|$)/

/**
 * Keeps in memory what stands at the head and the foot of every page, until a row behind it changes. A read that fails
 * leaves it as it was, until the next.
 */
export async function keepProfile(db: Db, now: () => Date): Promise<KeptProfile> {
  let profile = await readProfile(db, now())
  let tell = () => {}
  const readAgain = async (): Promise<void> => {
    const before = nameOf(profile)
    profile = await readProfile(db, now()).catch(() => profile)
    if (nameOf(profile) !== before) tell()
  }
  return {
    get profile() {
      return profile
    },
    memory: {
      open: () => void readAgain(),
      close: () => {},
      purge: changed => {
        if (changed.some(tag => touching.test(tag))) void readAgain()
      },
    },
    whenOther: told => {
      tell = told
    },
  }
}

/** All that pages show of it; an emblem by its address, which holds the hash of its bytes. */
function nameOf({ emblem, ...said }: Profile): string {
  return JSON.stringify([said, emblem?.path])
}

/** A register that nobody has named is called by its root. */
async function readProfile(db: Db, now: Date): Promise<Profile> {
  const day = dayOf(now)
  const [named] = await findRegisterProfile(db, { day })
  if (named) return profileOf(named)
  const [root] = await findRoot(db, { hierarchy: 'territory', day })
  return { place: root ? inBoth(root) : null, ended_on: null, became: null, keeper: null, notice: null, emblem: null }
}

function profileOf(named: RegisterProfileRow): Profile {
  const { keeper, contact, notice, ended_on } = named
  const emblem = named.emblem && assetOf('bieu-trung.png', 'image/png', named.emblem)
  const whose = { place: inBoth(named), ended_on, became: becameOf(named) }
  return { ...whose, keeper: { name: keeper, contact }, notice: notice as NoticeText | null, emblem }
}

/** «từ 01/07/2025 là tỉnh Thái Nguyên», or that it has ended. */
function becameOf({ ended_on, became, became_kind }: RegisterProfileRow): Profile['became'] {
  if (ended_on === null) return null
  if (became === null) return { vi: `kết thúc từ ${sayDay(ended_on, 'vi')}`, en: `ended on ${sayDay(ended_on, 'en')}` }
  const heir = inBoth({ name: became, unit_kind: became_kind! })
  return { vi: `từ ${sayDay(ended_on, 'vi')} là ${heir.vi}`, en: `since ${sayDay(ended_on, 'en')} ${heir.en}` }
}

function inBoth(unit: { name: string; unit_kind: string }): { vi: string; en: string } {
  return { vi: sayPlace(unit, 'vi'), en: sayPlace(unit, 'en') }
}
