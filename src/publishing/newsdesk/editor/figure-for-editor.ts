import { dayOf, sayDay, typedDay } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { oneLine } from '../../../basis/shared/vietnamese.ts'
import {
  type Asked,
  catalogue,
  type Definition,
  type FigureId,
  figure_words,
  isFigureId,
  kind_words,
  level_words,
  map_words,
  printValue,
  rule_words,
  sentenceOf,
} from '../../../numbers/figure/index.ts'
import { rolesThatMay } from '../../../platform/role/index.ts'
import { forbid, type StaffContext } from '../../../platform/sign-in/index.ts'
import { sayProblems } from '../../../platform/staff/index.ts'
import { asked_parameters, type Language, type WebContext } from '../../../platform/web/index.ts'
import { draft_problems, type FigureAnswer, type FigureField, type FigureName, offerFigure } from '../../newsroom/index.ts'
import { type DeskOptions, newsroomsWhereMay, numbersFor, standingAt } from '../desk-options.ts'
import { as_the_figure_has_it, parameter_words } from './words.ts'

/** The figures that an article may cite, by their names. */
export function figureNames(lang: Language): FigureName[] {
  return (Object.keys(catalogue) as FigureId[]).map(id => ({ id, name: figure_words[id].name[lang] }))
}

/** A figure with its parameters, as the editor shows it: JSON, for whoever reads in a newsroom. */
export async function figureForEditor(c: WebContext, work: StaffContext, options: DeskOptions): Promise<Response> {
  if (newsroomsWhereMay(await standingAt(work), 'read').length === 0) return forbid(c, work.who, rolesThatMay('article', 'read'))
  c.header('cache-control', 'no-store')
  const figure = c.req.query('figure') ?? ''
  if (!isFigureId(figure)) return c.json({}, 404)
  const { lang, to } = work.staff_page.view
  const { clock } = numbersFor(options, work.now, { publish_at: null })
  const asked = questionIn(c)
  const printed = oneLine(c.req.query('printed') ?? '').slice(0, 200)
  const outcome = await work.look(db => offerFigure(db, figure, asked as Asked, printed, clock))
  const answer: FigureAnswer = {
    ...{ figure, name: figure_words[figure].name[lang], fields: fieldsOf(catalogue[figure], asked, lang) },
    ...{ say: [], value: null, day: sayDay(dayOf(new Date(clock.published_at)), lang), counted: '', printed: [], is_printed_right: null },
    href: to.figure({ figure, asked }),
  }
  if (!outcome.ok) return c.json({ ...answer, say: sayProblems(draft_problems, { lang }, outcome.problems).map(({ say }) => say) })
  const { shown, ...offered } = outcome.value
  const day = sayDay(shown.parameters.valid_as_of, lang)
  return c.json({
    ...answer,
    ...offered,
    day,
    value: printValue(shown.value, lang),
    counted: sentenceOf(figure, shown, lang),
  })
}

/** What was asked of the figure, in the register's spelling: days may be typed as people write them. */
function questionIn(c: WebContext): Record<string, string> {
  const given = asked_parameters.filter(name => name !== 'recorded_as_of').map(name => [name, oneLine(c.req.query(name) ?? '')] as const)
  const days = new Set<string>(['valid_as_of', 'from', 'to', 'map_day'])
  return Object.fromEntries(
    given.filter(([, value]) => value !== '').map(([name, value]) => [name, days.has(name) ? typedDay(value) : value]),
  )
}

/** What means something to a figure, and whatever was asked of it. */
function fieldsOf({ takes, kinds, maps }: Definition, asked: Record<string, string>, lang: Language): FigureField[] {
  const names = ['valid_as_of', ...takes, ...(maps.length > 1 ? ['map'] : [])]
  const all = [...names, ...Object.keys(asked).filter(name => !names.includes(name))]
  const choices: Record<string, [string, string][]> = {
    level: saidOf(level_words, lang),
    rule: saidOf(rule_words, lang),
    kind: saidOf(kind_words, lang).filter(([kind]) => (kinds as readonly string[]).includes(kind)),
    map: saidOf(map_words, lang).filter(([map]) => (maps as readonly string[]).includes(map)),
  }
  return all.map(name => {
    const known = lookUp(choices, name)
    const label = lookUp(parameter_words, name)?.[lang] ?? name
    const value = lookUp(asked, name) ?? ''
    return { name, label, value, choices: known ? [['', as_the_figure_has_it[lang]], ...known] : null }
  })
}

function saidOf(words: Record<string, Record<Language, string>>, lang: Language): [string, string][] {
  return Object.entries(words).map(([value, said]) => [value, said[lang]])
}
