import type { Problem } from '../../../basis/shared/outcome.ts'
import {
  type Asked,
  catalogue,
  type Definition,
  type FigureId,
  type FigureParameters,
  figure_words,
  type PublicAnswer,
} from '../../../numbers/figure/index.ts'
import { type AskedInAddress, Layout, type ViewContext } from '../../../platform/web/index.ts'
import type { Headline } from '../../newsroom/index.ts'
import type { BehindFigure } from '../behind-answer.ts'
import { FigureMap } from '../maps/figure-map.tsx'
import { BehindNumber, Inspection } from '../parts/behind-number.tsx'
import { History } from '../parts/figure-proof.tsx'
import { FigureDays, FigureSaid } from '../parts/figure-said.tsx'
import type { Choice } from '../parts/select.tsx'
import { nameOfAnswer, sentenceOfAnswer, UsingNumber } from '../parts/using-number.tsx'
import type { Root } from '../reads/newest-known.ts'
import { sayProblem } from '../say.ts'
import type { Series } from '../series/series-of.ts'
import { SeriesNotes, TrendSaid } from '../series/series-parts.tsx'
import { words } from '../words.ts'
import { FigureForm } from './figure-form.tsx'

type Props = {
  figure: FigureId
  kinds?: readonly Choice[]
  asked: Asked
  behind: BehindFigure | null
  /** The newest articles that print it. */
  articles?: Headline[]
  /** Of a monthly series: the year before, and what was revised. */
  series?: Series | null
  problems: Problem[]
  today: string
  /** The register's root, where what it has become is shown though nobody asked for that. */
  before?: Root | null
} & ViewContext

/**
 * One definition: its answer, what it counts and why at left, the map of the day or its course over the years at right;
 * then the rows, what it can be used for, and what whoever checks it needs.
 */
export function FigurePage({ figure, kinds, asked, behind, articles = [], series, problems, today, before = null, ...view }: Props) {
  const { lang, to } = view
  const w = words[lang]
  const name = behind ? nameOfAnswer(behind.answer, lang) : figure_words[figure].name[lang]
  const in_address = asked as AskedInAddress
  const again = behind && askedAgain(catalogue[figure], behind.answer)
  return (
    <Layout
      {...view}
      title={name}
      description={behind ? sentenceOfAnswer(behind.answer, lang) : undefined}
      section="figures"
      here={to => to.figure({ figure, asked: in_address })}
    >
      <p class="crumb">
        <a href={to.figures()}>{w.figures}</a>
        {behind?.answer.kind_name && ` › ${figure_words[figure].name[lang]}`}
      </p>
      <div class="fig">
        <div>
          <h1>{name}</h1>
          {behind && <FigureSaid {...view} {...behind} />}
          {behind && series?.trend && <TrendSaid trend={series.trend} measure={measureOf(behind.answer)} lang={lang} />}
          {!behind && problems.length === 0 && <p class="intro">{w.yet_to_come}</p>}
          {problems.length > 0 && <Problems problems={problems} lang={lang} />}
          <section aria-label={w.ask}>
            <FigureForm
              definition={catalogue[figure]}
              kinds={kinds}
              asked={behind ? ({ ...behind.answer.parameters, ...asked } as Asked) : asked}
              wrong={problems.map(({ field }) => field)}
              {...view}
            />
            {behind && <FigureDays {...view} {...{ figure, today, before }} {...behind} asked={in_address} />}
          </section>
        </div>
        {behind && <Drawing {...behind} lang={lang} />}
      </div>
      {behind?.map && <History {...behind} lang={lang} />}
      {behind && <BehindNumber {...behind} lang={lang} />}
      {series && <SeriesNotes notes={series.notes} lang={lang} />}
      {behind && again && (
        <UsingNumber
          {...view}
          {...{ articles }}
          answer={behind.answer}
          address={to.figure({ figure, asked: again })}
          embed={to.figure_embed({ figure, asked: again })}
          json={to.figure_json({ figure, asked: in_address })}
          csv={to.figure_csv({ figure, asked: in_address })}
          svg={behind.points.length > 1 ? to.figure_svg({ figure, asked: in_address }) : undefined}
        />
      )}
      {behind && <Inspection {...behind} lang={lang} />}
    </Layout>
  )
}

/**
 * The question of an answer as an address that has the same number on any later day. What the definition fills in by
 * itself is left out.
 */
function askedAgain({ takes, map, defaults }: Definition, { parameters }: PublicAnswer): AskedInAddress {
  const usual: Partial<FigureParameters> = { ...defaults, to: parameters.valid_as_of }
  const own = takes.filter(name => parameters[name] !== null && parameters[name] !== usual[name])
  const of_map = parameters.map === map ? [] : (['map', 'map_day'] as const)
  return Object.fromEntries((['unit', 'valid_as_of', ...own, ...of_map] as const).map(name => [name, String(parameters[name])]))
}

function measureOf({ value }: PublicAnswer): string | null {
  return value.kind === 'quantity' ? value.measure : null
}

/** At right: the map of the day where there is one, else the course over the years. */
function Drawing({ map, ...behind }: BehindFigure & Pick<ViewContext, 'lang'>) {
  return map ? <FigureMap map={map} lang={behind.lang} /> : <History {...behind} />
}

export function Problems({ problems, lang }: { problems: Problem[] } & Pick<ViewContext, 'lang'>) {
  return (
    <div class="problems" role="alert" aria-labelledby="can-sua">
      <h2 id="can-sua">{words[lang].problem}</h2>
      <ul>
        {problems.map(problem => (
          <li key={problem.code + problem.field}>
            {isInForm(problem.field) ? <a href={`#${problem.field}`}>{sayProblem(problem, lang)}</a> : sayProblem(problem, lang)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Whether the form asks for it: some of a question stands in the address alone. */
function isInForm(field: string | undefined): boolean {
  return field !== undefined && field !== 'unit' && field !== 'recorded_as_of' && field !== 'map_day'
}
