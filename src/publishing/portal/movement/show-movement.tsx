import { sayName } from '../../../basis/shared/names-in-english.ts'
import { Layout, nextMidnight, showError, showPage, type ViewContext, type WebContext } from '../../../platform/web/index.ts'
import type { Movement } from '../../../register/programme/index.ts'
import { askingOf, type PortalOptions } from '../asking-of.ts'
import type { Asking } from '../blocks/block.ts'
import { type Arranged, MovementPage } from '../pages/composed-page.tsx'
import { arrangePage } from '../verbs/arrange-page.ts'
import { movement_tables, movementsOf } from './movement.ts'
import { movement_words } from './movement-words.ts'

/** The newest movement; before the first one, a sentence that says so. */
export async function showMovements(c: WebContext, options: PortalOptions): Promise<Response> {
  const { view } = c.var
  const asking = askingOf(options, view)
  const movements = await movementsOf(asking)
  if (movements[0]) return showOne(c, asking, movements[0], movements)
  return showPage(c, <NoMovementPage {...view} />, { tags: movement_tables, until: nextMidnight(asking.now) })
}

/** All of one movement in one place, as it is arranged. */
export async function showMovement(c: WebContext, options: PortalOptions): Promise<Response> {
  const asking = askingOf(options, c.var.view)
  const movements = await movementsOf(asking)
  const movement = movements.find(({ year }) => String(year) === c.req.param('year'))
  return movement ? showOne(c, asking, movement, movements) : showError(c, 404)
}

async function showOne(c: WebContext, asking: Asking, movement: Movement, movements: readonly Movement[]): Promise<Response> {
  const { view, log } = c.var
  const { arranged, tables } = await arrangePage({ ...asking, movement }, 'movement', log)
  const tags = [...new Set([...tables, ...movement_tables])]
  return showPage(c, movementPage(view, { movement, movements, arranged }), { tags, until: nextMidnight(asking.now) })
}

function NoMovementPage(view: ViewContext) {
  const w = movement_words[view.lang]
  return (
    <Layout {...view} title={w.crumb} section="movements" here={to => to.movements()}>
      <h1>{w.crumb}</h1>
      <p>{w.none}</p>
    </Layout>
  )
}

type Parts = { movement: Movement; movements: readonly Movement[]; arranged: Arranged }

export function movementPage(view: ViewContext, { movement: { year, unit_name }, movements, arranged }: Parts) {
  const w = movement_words[view.lang]
  const years = [...new Set(movements.map(one => one.year))]
  return (
    <MovementPage
      {...view}
      {...{ arranged, year, years }}
      title={w.title(year)}
      description={w.described(year, sayName(unit_name, view.lang))}
      here={to => to.movement({ year })}
    />
  )
}
