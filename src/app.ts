import { CompiledQuery } from 'kysely'
import type { Config } from './config.ts'
import {
  calendar,
  emblemFormRoutes,
  emblemRoutes,
  keepProfile,
  profile,
  rating,
  type SetupDoor,
  setupRoutes,
  untilBegun,
} from './home/founding/index.ts'
import { mergerRoutes, mergersWaiting, standing_carry } from './home/merger/index.ts'
import { helpRoutes, homeRoutes } from './home/start/index.ts'
import { type CheckText, openCheck } from './numbers/check/index.ts'
import { openFigureMemory, rememberedFigures } from './numbers/figure/index.ts'
import { ledgerRoutes } from './platform/audit/index.ts'
import { backupNotices, backupRoutes } from './platform/backup/index.ts'
import {
  clockBehind,
  type Database,
  type Db,
  hasRoomInDatabase,
  hasRoomInFolder,
  isCurrent,
  type Landed,
  OtherRole,
} from './platform/database/index.ts'
import { autosave_script } from './platform/draft/index.ts'
import type { Mail } from './platform/jobs/index.ts'
import { findLastHead, holdsKeyOf, type Outside } from './platform/ledger/index.ts'
import { clockTrouble, holdsSampleData, mailTrouble, openAccess } from './platform/sign-in/index.ts'
import { type Log, openSite, printStyleOf, type Site } from './platform/web/index.ts'
import { arrange_script, arrangerRoutes, pagesWaiting } from './publishing/arranger/index.ts'
import { draftsWaiting, newsdeskRoutes } from './publishing/newsdesk/index.ts'
import { editor_script } from './publishing/newsroom/index.ts'
import { noticeRoutes, portal_assets, portalRoutes } from './publishing/portal/index.ts'
import { commitment_assets, commitment_form, commitmentRoutes } from './register/commitment/index.ts'
import {
  assessingRoutes,
  assessmentsWaiting,
  contributionsWaiting,
  criteria_sets,
  givingRoutes,
  standing_rule,
} from './register/countryside/index.ts'
import { awardListsWaiting, exemplar_rule, exemplarRoutes, nominationsWaiting, resultsWaiting } from './register/exemplar/index.ts'
import { indicatorApiRoutes, indicatorRoutes, indicators } from './register/indicator/index.ts'
import { limitationRoutes, limitationsWaiting } from './register/limitation/index.ts'
import { instrumentRoutes } from './register/organisation/index.ts'
import { peopleRoutes } from './register/people/index.ts'
import { planRoutes } from './register/plan/index.ts'
import {
  campaignRoutes,
  conclusions,
  deed_bounds,
  exemption_reasons,
  level_plans,
  programmeRoutes,
  themes,
} from './register/programme/index.ts'
import { letter_rules, reminder_days, reminderRoutes } from './register/reminder/index.ts'
import { reviewRoutes, reviewsWaiting } from './register/review/index.ts'
import { requestsWaiting, rightsRoutes } from './register/rights/index.ts'
import { newCellsRoutes, rosterRoutes, rostersWaiting } from './register/roster/index.ts'
import { ruleRoutes, rulesWaiting } from './register/rule/index.ts'
import { changesWaiting, treeRoutes } from './register/tree/index.ts'

type AppOptions = {
  config: Pick<Config, 'port' | 'host' | 'is_behind_tls' | 'sign_on'> &
    Partial<
      Pick<Config, 'trust_proxy' | 'mail' | 'site_address' | 'requests_at_once' | 'data_dir' | 'backup' | 'writes_access' | 'metrics_token'>
    >
  database: Database
  /** Seals what the database must not read (access/): 32 bytes. */
  key: Buffer
  log: Log
  /** What of the register is measured for `/metrics`. */
  gauges?: () => Promise<Record<string, number | null>>
  /** Remembers when heads of the ledger last left this machine. */
  outside?: Outside
  keeps_pages?: boolean
  /** Ends what is being asked of servers that are not ours. */
  stopping?: AbortSignal
  mail?: Pick<Mail, 'trouble'> | null
  /** Checks what strangers paste. */
  check?: CheckText
  /** The way to set up a register that is empty, where it is. */
  setup?: SetupDoor | null
}

/** Composes the rooms and puts them on the air. The only file that knows them all. */
export async function openApp({
  config,
  database,
  key,
  log,
  outside,
  keeps_pages,
  gauges,
  stopping,
  mail,
  check = openCheck(),
  setup = null,
}: AppOptions): Promise<Site> {
  const { db, public_db } = database
  const { data_dir } = config
  const memory = openFigureMemory()
  const is_sample = await holdsSampleData(db)
  const notices = [
    reviewsWaiting,
    limitationsWaiting,
    requestsWaiting,
    contributionsWaiting,
    assessmentsWaiting,
    draftsWaiting,
    pagesWaiting,
    mergersWaiting,
    rulesWaiting,
    changesWaiting,
    rostersWaiting,
    nominationsWaiting,
    awardListsWaiting,
    resultsWaiting,
    mailTrouble(() => mail?.trouble() ?? null),
    clockTrouble(() => clockBehind(db)),
    backupNotices({ set_plan: config.backup ?? {}, is_sample }),
  ]
  const sign_on = config.sign_on && { ...config.sign_on, stopping, say: (line: string) => log.warn(line) }
  const access = openAccess({ ...config, sign_on, database, key, now: database.clock, can_mail: Boolean(config.mail) })
  const portal = { db: public_db, clock: database.clock, check, figuresAt: (now: Date) => rememberedFigures(public_db, memory, now) }
  const kept = await keepProfile(public_db, database.clock)
  const { notice } = kept.profile
  const print_style = notice && printStyleOf(notice)
  const site = await openSite({
    ...config,
    site: {
      ...{ site_address: config.site_address, notice: notice && { ...notice, print_style_href: print_style!.path } },
      get place() {
        return kept.profile.place
      },
      get ended_on() {
        return kept.profile.ended_on
      },
      get became() {
        return kept.profile.became
      },
      get keeper() {
        return kept.profile.keeper
      },
      get emblem_href() {
        return kept.profile.emblem?.path
      },
    },
    rooms: [
      ...access.routes,
      ledgerRoutes({ database, access, now: database.clock, outside }),
      campaignRoutes({ database, access, now: database.clock }),
      peopleRoutes({ database, access, now: database.clock }),
      helpRoutes(),
      homeRoutes({ database, access, now: database.clock, notices }),
      ...commitmentRoutes({ database, access, now: database.clock }),
      rightsRoutes({ database, access, now: database.clock }),
      ...givingRoutes({ database, access, now: database.clock }),
      ...assessingRoutes({ database, access, now: database.clock }),
      ...exemplarRoutes({ database, access, now: database.clock }),
      planRoutes({ database, access, now: database.clock }),
      limitationRoutes({ database, access, now: database.clock }),
      reviewRoutes({ database, access, now: database.clock }),
      reminderRoutes({ database, access, now: database.clock, can_mail: Boolean(config.mail) }),
      programmeRoutes({ database, access, now: database.clock }),
      ruleRoutes({
        database,
        access,
        now: database.clock,
        rules: [
          conclusions,
          deed_bounds,
          commitment_form,
          exemption_reasons,
          reminder_days,
          rating,
          standing_carry,
          calendar,
          profile,
          themes,
          level_plans,
          indicators,
          exemplar_rule,
          criteria_sets,
          standing_rule,
          ...letter_rules,
        ],
      }),
      backupRoutes({ database, access, now: database.clock, set_plan: config.backup ?? {} }),
      mergerRoutes({ database, access, now: database.clock }),
      rosterRoutes({ database, access, now: database.clock }),
      newCellsRoutes({ database, access, now: database.clock }),
      // Before the news desk, whose address of a draft would take theirs.
      arrangerRoutes({ database, access, now: database.clock, portal }),
      newsdeskRoutes({ ...{ database, access, now: database.clock, check }, figuresAt: portal.figuresAt, can_mail: Boolean(config.mail) }),
      indicatorRoutes({ database, access, now: database.clock }),
      indicatorApiRoutes({ database, access, now: database.clock }),
      treeRoutes({ database, access, now: database.clock }),
      instrumentRoutes({ database, access, now: database.clock }),
      emblemRoutes(kept),
      emblemFormRoutes({ database, access, now: database.clock, kept }),
      ...(setup ? [setupRoutes({ database, access, door: setup, is_behind_tls: config.is_behind_tls })] : []),
      untilBegun(public_db, { has_setup: setup !== null }, noticeRoutes({ ...portal, database })),
      untilBegun(public_db, { has_setup: setup !== null }, portalRoutes(portal)),
    ],
    assets: [
      ...portal_assets,
      ...access.assets,
      autosave_script,
      arrange_script,
      editor_script,
      ...commitment_assets,
      ...(print_style ? [print_style] : []),
    ],
    memories: [...Object.values(memory), kept.memory],
    now: database.clock,
    keeps_pages,
    gauges,
    connect: () => database.connect('neu_guong_app'),
    never_left,
    readiness: {
      database: () => isThere(db),
      ...(data_dir && { ledger_key: async () => holdsKeyOf(data_dir, (await findLastHead(db))?.key_id ?? null) }),
      migrations: () => isCurrent(async sql => (await db.executeQuery<Landed>(CompiledQuery.raw(sql))).rows),
      room_in_database: async () => (await hasRoomInDatabase(database)) || disk_is_full,
      ...(data_dir && { room_in_data_folder: async () => (await hasRoomInFolder(data_dir)) || disk_is_full }),
    },
    conditions: { clock_behind_s: () => clockBehind(db) },
    log,
  })
  // The name stands on every page, whatever else the page was made from.
  kept.whenOther(() => site.pages.is_open && site.pages.open())
  return site
}

/** While the database is away nobody sees what might have been taken back meanwhile. */
const never_left = ['consent', 'exemplar_profile', 'exemplar_story', 'person', 'person_version']
const disk_is_full = 'Ổ đĩa đã đầy · The disk is full.'

async function isThere(db: Db): Promise<boolean | string> {
  try {
    return await asked(db)
  } catch (error) {
    if (error instanceof OtherRole) return error.message
    throw error
  }
}

async function asked(db: Db): Promise<boolean> {
  return (await db.executeQuery(CompiledQuery.raw('select 1'))).rows.length === 1
}
