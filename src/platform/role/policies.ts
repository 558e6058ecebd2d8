import { lookUp } from '../../basis/shared/look-up.ts'

/**
 * What somebody is to the register: by the head post of a party unit (secretary, leader), or by grant. Everybody with
 * an account is a member, and `self` to their own.
 */
export type Role =
  | 'secretary'
  | 'leader'
  | 'unit-office'
  | 'superior-office'
  | 'administrator'
  | 'auditor'
  | 'reporter'
  | 'editor'
  | 'fact-checker'
  | 'publisher'
type Who = Role | 'self'

/**
 * Who may do what to what. A role acts within the units it reaches; `self` acts on one's own. The secretary heads a
 * cell or a base organisation; the office keeps its lists and papers; the superior office calls, extends and approves;
 * a leader heads a unit above and reads; an administrator opens accounts, appoints and reads no commitment; an auditor
 * reads counts and the ledger, and no person. In the newsroom a reporter writes, an editor edits, a fact-checker signs
 * the numbers off and a publisher approves what goes out; an editor arranges pages; they see no person. The database repeats the roles' part in
 * `role_act` and its policies.
 */
export const policies = {
  person: {
    read: ['self', 'secretary', 'leader', 'unit-office', 'superior-office', 'administrator'],
    keep: ['unit-office', 'superior-office'],
  },
  post: {
    appoint: ['unit-office', 'superior-office', 'administrator'],
  },
  roster: {
    import: ['unit-office', 'superior-office'],
    confirm: ['unit-office', 'superior-office'],
  },
  obligation: {
    read: ['self', 'secretary', 'leader', 'unit-office', 'superior-office'],
    keep: ['unit-office', 'superior-office'],
    remind: ['secretary', 'unit-office', 'superior-office'],
  },
  commitment: {
    read: ['self', 'secretary', 'leader', 'unit-office', 'superior-office'],
    write: ['self'],
    submit: ['self'],
    withdraw: ['self'],
    'enter-by-proxy': ['secretary', 'unit-office'],
    return: ['secretary', 'superior-office'],
    endorse: ['secretary', 'superior-office'],
    approve: ['superior-office'],
  },
  plan: {
    read: ['self', 'leader', 'unit-office', 'superior-office'],
    write: ['self'],
    approve: ['superior-office'],
  },
  review: {
    read: ['self', 'secretary', 'leader', 'unit-office', 'superior-office'],
    write: ['self'],
    open: ['superior-office'],
    record: ['secretary', 'unit-office'],
    appraise: ['unit-office', 'superior-office'],
    decide: ['superior-office'],
  },
  limitation: {
    read: ['self', 'secretary', 'leader', 'unit-office', 'superior-office'],
    write: ['self'],
    plan: ['self', 'secretary', 'unit-office'],
    raise: ['secretary', 'unit-office'],
    verify: ['secretary', 'unit-office', 'superior-office'],
  },
  programme: {
    keep: ['superior-office'],
    plan: ['unit-office', 'superior-office'],
  },
  campaign: {
    read: ['secretary', 'leader', 'unit-office', 'superior-office', 'auditor'],
    issue: ['superior-office'],
    extend: ['superior-office'],
    withdraw: ['superior-office'],
    focus: ['unit-office', 'superior-office'],
  },
  indicator: {
    send: ['unit-office', 'superior-office'],
  },
  unit: {
    keep: ['unit-office', 'superior-office'],
    confirm: ['unit-office', 'superior-office'],
  },
  merger: {
    propose: ['superior-office'],
    confirm: ['superior-office'],
  },
  contribution: {
    keep: ['secretary', 'unit-office', 'superior-office'],
    verify: ['unit-office', 'superior-office'],
  },
  standing: {
    read: ['secretary', 'leader', 'unit-office', 'superior-office'],
    assess: ['unit-office', 'superior-office'],
    appraise: ['unit-office', 'superior-office'],
    vote: ['superior-office'],
    decide: ['superior-office'],
  },
  account: {
    read: ['self', 'administrator'],
    invite: ['administrator'],
    confirm: ['superior-office', 'administrator'],
    'end-session': ['self', 'administrator'],
    grant: ['administrator'],
  },
  delegation: {
    give: ['secretary', 'leader', 'unit-office', 'superior-office'],
  },
  article: {
    read: ['reporter', 'editor', 'fact-checker', 'publisher'],
    write: ['reporter', 'editor'],
    edit: ['editor'],
    check: ['fact-checker'],
    approve: ['publisher'],
    withdraw: ['publisher'],
  },
  page: {
    read: ['editor', 'publisher'],
    arrange: ['editor'],
    approve: ['publisher'],
  },
  exemplar: {
    read: ['secretary', 'leader', 'unit-office', 'superior-office'],
    nominate: ['secretary', 'unit-office', 'superior-office'],
    verify: ['unit-office', 'superior-office'],
    vote: ['superior-office'],
    recognise: ['superior-office'],
    consent: ['secretary', 'unit-office', 'superior-office'],
  },
  ledger: {
    read: ['administrator', 'auditor'],
  },
} satisfies Record<string, Record<string, readonly Who[]>>

export type Policies = typeof policies
export type Noun = keyof Policies
export type Act<N extends Noun = Noun> = N extends Noun ? keyof Policies[N] & string : never

/**
 * Acts that judge somebody's work or give power: nobody takes them on their own, nor for the one whose power they were
 * lent. Inviting restores a lost account.
 */
const judgements: ReadonlySet<string> = new Set([
  'commitment.return',
  'commitment.endorse',
  'commitment.approve',
  'plan.approve',
  'review.appraise',
  'review.decide',
  'contribution.verify',
  'limitation.verify',
  'standing.appraise',
  'standing.vote',
  'standing.decide',
  'account.invite',
  'account.confirm',
  'account.grant',
  'exemplar.verify',
  'exemplar.vote',
  'exemplar.recognise',
  'post.appoint',
])

/** Acts that nobody can lend: where it takes two, each is one in their own right. `role_act` repeats it. */
export const in_person: ReadonlySet<string> = new Set([
  'account.confirm',
  'article.approve',
  'article.withdraw',
  'exemplar.consent',
  'exemplar.nominate',
  'exemplar.recognise',
  'exemplar.verify',
  'exemplar.vote',
  'merger.confirm',
  'merger.propose',
  'page.approve',
  'review.appraise',
  'review.decide',
  'standing.appraise',
  'standing.decide',
  'standing.vote',
  'unit.confirm',
  'unit.keep',
])

/**
 * What an act presupposes: nobody judges what they may not read, and a commitment is seen through its obligation.
 * Migration 0014 repeats it.
 */
export const presupposed: Readonly<Record<string, string>> = {
  'commitment.read': 'obligation.read',
  'commitment.enter-by-proxy': 'commitment.read',
  'commitment.return': 'commitment.read',
  'commitment.endorse': 'commitment.read',
  'commitment.approve': 'commitment.read',
  'plan.approve': 'plan.read',
  'review.open': 'review.read',
  'review.record': 'review.read',
  'review.appraise': 'review.read',
  'review.decide': 'review.read',
  'obligation.keep': 'obligation.read',
  'person.keep': 'person.read',
  'roster.import': 'person.keep',
  'roster.confirm': 'person.keep',
  'article.write': 'article.read',
  'article.edit': 'article.read',
  'article.check': 'article.read',
  'article.approve': 'article.read',
  'article.withdraw': 'article.read',
  'page.arrange': 'page.read',
  'page.approve': 'page.read',
}

/** The acts with all that they presuppose, which are lent with them. */
export function wholeActs(acts: readonly string[]): string[] {
  const whole = new Set(acts)
  for (const act of whole) {
    const also = lookUp(presupposed, act)
    if (also !== undefined) whole.add(also)
  }
  return [...whole]
}

/**
 * A role held at a unit. `giver_id` says who lent it, and `acts` which of its acts («commitment.endorse»): null is all
 * of them.
 */
export type Held = { role: Role; unit_id: number; giver_id: number | null; acts: string[] | null }

/** Somebody with all they hold on a day, and the units each role reaches. */
export type Standing = { person_id: number; held: (Held & { reach: ReadonlySet<number> })[] }

/** What an act is done to: the unit it belongs to, and whose it is where it is somebody's. */
export type Subject = { unit_id: number; person_id?: number }

/** Whether an act is allowed; where it is by a lent power, whose it is. */
export type Decision = { allowed: false } | { allowed: true; on_behalf_of: number | null }

/** The one decision. Pure: the standing carries what it needs to know of the tree. */
export function may<N extends Noun>(standing: Standing, noun: N, act: Act<N>, subject: Subject): Decision {
  const allowed: readonly Who[] = (policies[noun] as Record<string, readonly Who[]>)[act]!
  const name = `${noun}.${act}`
  const is_own = subject.person_id === standing.person_id
  if (is_own && judgements.has(name)) return { allowed: false }
  if (is_own && allowed.includes('self')) return { allowed: true, on_behalf_of: null }
  const by = standing.held
    .filter(({ role, acts, reach }) => allowed.includes(role) && (acts === null || acts.includes(name)) && reach.has(subject.unit_id))
    .filter(({ giver_id }) => giver_id === null || (!in_person.has(name) && (giver_id !== subject.person_id || !judgements.has(name))))
    .sort((a, b) => Number(a.giver_id !== null) - Number(b.giver_id !== null))[0]
  return by ? { allowed: true, on_behalf_of: by.giver_id } : { allowed: false }
}

/**
 * Somebody whose account is opened for them, or closed: the unit they belong to, and every unit that their roles and
 * what was lent to them reach.
 */
export type Restored = Required<Subject> & { reached: readonly number[] }

/**
 * Whether somebody may do to an account what gives, or takes, the use of it: only whose reach covers all that the
 * account reaches. The database repeats it (`may_restore`).
 */
export function mayRestore(
  standing: Standing,
  act: 'invite' | 'confirm' | 'end-session',
  { unit_id, person_id, reached }: Restored,
): boolean {
  return (
    [unit_id, ...reached].every(unit => may(standing, 'account', act, { unit_id: unit, person_id }).allowed) &&
    person_id !== standing.person_id
  )
}

/**
 * Whether somebody may see what a unit is called to, and how many have handed in: who follows it by name, and who
 * audits the counts.
 */
export function mayFollow(standing: Standing, unit: Subject): boolean {
  return may(standing, 'obligation', 'read', unit).allowed || may(standing, 'campaign', 'read', unit).allowed
}

/** Whether a role follows a unit, as above: nobody of the newsroom does, and no administrator. */
export function follows(role: string): boolean {
  return rolesThatMay('obligation', 'read').includes(role) || rolesThatMay('campaign', 'read').includes(role)
}

/** The roles that may do an act, for the sentence that says who can. */
export function rolesThatMay<N extends Noun>(noun: N, act: Act<N>): readonly string[] {
  return (policies[noun] as Record<string, readonly Who[]>)[act]!
}

/** The same for what belongs to a unit and is nobody's own. */
export function rolesAt<N extends Noun>(noun: N, act: Act<N>): readonly string[] {
  return rolesThatMay(noun, act).filter(role => role !== 'self')
}

/** The acts of a role that can be lent, as «commitment.endorse». */
export function actsOf(role: Role): string[] {
  return Object.entries(policies as Record<string, Record<string, readonly Who[]>>).flatMap(([noun, acts]) =>
    Object.entries(acts)
      .filter(([act, allowed]) => allowed.includes(role) && !in_person.has(`${noun}.${act}`))
      .map(([act]) => `${noun}.${act}`),
  )
}
