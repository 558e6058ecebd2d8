import { atOnce } from '../../src/basis/shared/at-once.ts'
import { canonicalJson, digestOf } from '../../src/basis/shared/canonical-json.ts'
import {
  type Answer,
  type Asked,
  answerFigure,
  catalogue,
  type FigureId,
  type FigureValue,
  tablesOf,
} from '../../src/numbers/figure/index.ts'
import { type Database, type Db, query, resolvedTimestamp } from '../../src/platform/database/index.ts'

const days = ['2019-12-31', '2021-12-31', '2026-11-30']
const now = new Date('2026-12-01T03:00:00Z')

const frozenRuns = query<Record<string, never>, { line: string }>(`
select concat_ws(' ', figure_run_id, figure, version, valid_as_of, digest, chain) as line
  from figure_run
 order by figure_run_id`)

const unitsByKind = query<{ units: number }, { key: string }>(`
select key
  from (select u.key, min(v.unit_kind) as unit_kind, row_number() over (partition by min(v.unit_kind) order by md5(u.key)) as nth
          from unit u
          join unit_version v using (unit_id)
         group by u.key) as of_kind
 order by nth, unit_kind
 limit :units`)

/**
 * What every figure answers, a line for each unit and figure: the digest of its answers (three days, each map that it offers; value, parts and the rows' digest), then the
 * values of its usual map. `units`: how many units are asked, one of each kind before a second of any.
 */
export async function answersOf(database: Database, units: number): Promise<string[]> {
  const { db } = database
  const recorded_as_of = await resolvedTimestamp(database)
  const inTurn = atOnce(4)
  const asked = (await unitsToAsk(db, units)).flatMap(unit =>
    (Object.keys(catalogue) as FigureId[]).map(figure => ({ figure, unit, recorded_as_of })),
  )
  return Promise.all(asked.map(question => inTurn(() => lineOf(db, question))))
}

/** Every frozen run: its figure, day, digest and place in the chain. */
export async function runsOf(db: Db): Promise<string[]> {
  return (await frozenRuns(db, {})).map(({ line }) => line)
}

/** For each figure, the tables whose change drops what was made from its answer. */
export function tablesBehindFigures(): string[] {
  return (Object.keys(catalogue) as FigureId[]).map(figure => `${figure} ${tablesOf(figure).join(' ')}`)
}

async function unitsToAsk(db: Db, units: number): Promise<string[]> {
  return (await unitsByKind(db, { units })).map(({ key }) => key)
}

async function lineOf(
  db: Db,
  { figure, unit, recorded_as_of }: { figure: FigureId; unit: string; recorded_as_of: string },
): Promise<string> {
  const answers: string[] = []
  const usual: string[] = []
  for (const valid_as_of of days)
    for (const map of catalogue[figure].maps) {
      const asked: Asked = { unit, valid_as_of, recorded_as_of, map, ...(map === 'restated' && { map_day: '2026-11-30' }) }
      const answer = await answerFigure(db, figure, asked, now)
      const short = answer.ok ? shortOf(answer.value.value) : answer.problems.map(({ code }) => code).join('+')
      answers.push(answer.ok ? whole(answer.value) : short)
      if (map === catalogue[figure].map) usual.push(short)
    }
  return `${unit} ${figure} ${digestOf(answers).slice(0, 16)} ${usual.join(' ')}`
}

function whole({ value, numerator, denominator, rule, unit_name, digest }: Answer): string {
  return canonicalJson({ value, numerator, denominator, rule, unit_name, digest })
}

function shortOf(value: FigureValue): string {
  const { kind, ...parts } = value
  return `${kind}:${Object.values(parts).join('/')}`.replaceAll(' ', '_')
}
