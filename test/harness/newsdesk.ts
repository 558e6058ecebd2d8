import { openCheck } from '../../src/numbers/check/index.ts'
import { figuresAt } from '../../src/numbers/figure/index.ts'
import { asOwner } from '../../src/platform/database/index.ts'
import { addGrant, addMember, addPerson, addUnit } from '../../src/platform/sign-in/invented-commune.ts'
import { newsdeskRoutes } from '../../src/publishing/newsdesk/index.ts'
import { publishDue, type TypedSubjects } from '../../src/publishing/newsroom/index.ts'
import { portalRoutes } from '../../src/publishing/portal/index.ts'
import type { withDatabase } from './database.ts'
import { openPages } from './pages.ts'
import type { Browser } from './test-browser.ts'

type Subjects = Partial<TypedSubjects>

/** Four of a newsroom, a publisher of it more, and a member without any role. */
const roles = { lieu: 'reporter', hoa: 'editor', lan: 'fact-checker', sinh: 'publisher', thu: 'publisher', far: null } as const
export type Who = keyof typeof roles
type World = ReturnType<typeof withDatabase>

/** A newsroom at its desk: everybody signed in, over a province with its real territory. */
export async function openNewsdesk(world: World): Promise<Desk> {
  const { owner } = world
  await owner.query('begin')
  await owner.query(`set local neu_guong.loading = 'yes'`)
  const unit_id = await addUnit(owner, 'tinh-uy', 'province-committee', null)
  const people = {} as Record<Who, number>
  for (const [who, role] of Object.entries(roles) as [Who, string | null][]) {
    people[who] = await addPerson(owner, who)
    await addMember(owner, people[who], unit_id)
    if (role) await addGrant(owner, people[who], role, unit_id)
  }
  await owner.query('commit')
  const signedIn = await openPages(world, people, ({ database, access }) => [
    newsdeskRoutes({
      ...{ database: world.database, access, check: openCheck(), can_mail: true },
      figuresAt: now => figuresAt(database.kysely, now),
    }),
    portalRoutes({ db: world.db }),
  ])
  const browsers = new Map<Who, Browser>()
  for (const who of Object.keys(people) as Who[]) browsers.set(who, await signedIn(who))
  return new Desk(world, { people, unit_id, browsers })
}

/** What people press at the desk; each press has a key of its own. */
export class Desk {
  #presses = 0

  readonly world: World
  readonly people: Readonly<Record<Who, number>>
  readonly unit_id: number
  readonly browsers: ReadonlyMap<Who, Browser>

  constructor(world: World, { people, unit_id, browsers }: Pick<Desk, 'people' | 'unit_id' | 'browsers'>) {
    this.world = world
    this.people = people
    this.unit_id = unit_id
    this.browsers = browsers
  }

  as(who: Who): Browser {
    return this.browsers.get(who)!
  }

  async see(path: string, who: Who = 'far'): Promise<string> {
    return (await this.as(who).get(path)).text
  }

  key(): string {
    return `press-${String(++this.#presses).padStart(16, '0')}`
  }

  /** The address of a draft that Liễu begins. */
  async begin(changed: Partial<typeof text_of_a_draft> & Subjects = {}): Promise<string> {
    const { location, text } = await this.as('lieu').post('/ban-tin/viet', { ...text_of_a_draft, ...changed, key: this.key() })
    if (!location) throw new Error(text)
    return location.split('?')[0]!
  }

  press(who: Who, draft: string, move: string, fields: Record<string, string> = {}) {
    return this.as(who).post(`${draft}/${move}`, { key: this.key(), read: '1', ...fields })
  }

  async bringToApprover(draft: string, read = '1'): Promise<void> {
    for (const [who, move] of [
      ['lieu', 'submit'],
      ['hoa', 'pass'],
      ['lan', 'sign-off'],
    ] as const) {
      const { status, text } = await this.press(who, draft, `buoc/${move}`, { read })
      if (status !== 303) throw new Error(text)
    }
  }

  /** Published at once; the address that readers have. */
  async publish(changed: Partial<typeof text_of_a_draft> & Subjects & { title: string }): Promise<string> {
    const draft = await this.begin(changed)
    await this.bringToApprover(draft)
    await this.press('sinh', draft, 'duyet', { when: 'now' })
    return this.addressOf(changed.title)
  }

  async addressOf(title: string): Promise<string> {
    const { rows } = await this.world.owner.query(
      'select a.article_id, a.slug from article a join edition e using (article_id) where e.title = $1',
      [title],
    )
    return `/bai/${rows[0].article_id}-${rows[0].slug}`
  }

  /** All that is due at an instant goes out, and what was to be taken back goes. */
  publishAt(now: Date, say: (line: string) => void = () => {}) {
    return asOwner(this.world.database, owned => publishDue(this.world.database, owned, { now, say }))
  }
}

export const text_of_a_draft = {
  ...{ title: 'Con đường của một vùng', lead: 'Chuyện kể từ thôn bản.', byline: 'Bàn Thị Liễu', topic: 'countryside' },
  ...{ scene: 'road', alt: 'Con đường qua đồi.', caption: 'đường vào thôn', body: '{F16 valid_as_of=2021-02-19} xã đang đạt chuẩn.' },
}
