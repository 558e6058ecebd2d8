import { sayDay } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Problem } from '../../../basis/shared/outcome.ts'
import { fill } from '../../../basis/shared/sentences.ts'
import {
  type Asked,
  catalogue,
  type FigureId,
  figure_words,
  type Lineage,
  type PublicAnswer,
  sentenceOf,
} from '../../../numbers/figure/index.ts'
import { type AskedInAddress, Layout, type ViewContext } from '../../../platform/web/index.ts'
import { Numeral } from '../blocks/figure-board.tsx'
import type { HistoryPoint } from '../charts/points.ts'
import { History, HowCounted, SqlAndDigest, sayRules } from '../parts/figure-proof.tsx'
import { FigureRows } from '../parts/figure-rows.tsx'
import { LineageTable } from '../parts/lineage-table.tsx'
import { sayHow, sayProblem, sayValue } from '../say.ts'
import { words } from '../words.ts'
import { FigureForm } from './figure-form.tsx'

/** What is behind an answer, ready to be shown. */
export type Behind = {
  answer: PublicAnswer
  points: HistoryPoint[]
  lineage: Lineage[] | null
  standing: number
  names: Map<string, string>
}

type Props = { figure: FigureId; asked: Asked; behind: Behind | null; problems: Problem[] } & ViewContext

/** One definition: what it counts, its answer for the day asked, and everything behind that answer. */
export function FigurePage({ figure, asked, behind, problems, ...view }: Props) {
  const { lang, to } = view
  const w = words[lang]
  const name = figure_words[figure].name[lang]
  const in_address = asked as AskedInAddress
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
      </p>
      <h1>{name}</h1>
      {behind && <Answered answer={behind.answer} lang={lang} />}
      {!behind && problems.length === 0 && <p class="intro">{w.yet_to_come}</p>}
      {problems.length > 0 && <Problems problems={problems} lang={lang} />}
      <section class="section" aria-labelledby="hoi">
        <h2 class="ruled" id="hoi">
          {w.ask}
        </h2>
        <FigureForm definition={catalogue[figure]} asked={asked} wrong={problems.map(({ field }) => field)} {...view} />
      </section>
      {behind && <AllBehind {...behind} lang={lang} />}
      {behind && (
        <DataLinks
          json={to.figure_json({ figure, asked: in_address })}
          csv={to.figure_csv({ figure, asked: in_address })}
          answer={behind.answer}
          lang={lang}
        />
      )}
    </Layout>
  )
}

function sentenceOfAnswer({ figure, parameters, unit_name }: PublicAnswer, lang: ViewContext['lang']): string {
  return sentenceOf(figure as FigureId, parameters, unit_name, lang)
}

function Answered({ answer, lang }: { answer: PublicAnswer } & Pick<ViewContext, 'lang'>) {
  const w = words[lang]
  const how = sayHow(answer, lang)
  return (
    <>
      <p class="answer">
        <strong class="numeral">
          <Numeral said={sayValue(answer.value, lang)} />
        </strong>
        {how && <span>{how}</span>}
      </p>
      {answer.value.kind === 'withheld' && <p class="kept-back">{w.value_withheld}</p>}
      {answer.is_of_month_end && <p class="kept-back">{fill(w.of_month_end, { day: sayDay(answer.parameters.valid_as_of, lang) })}</p>}
      <p class="intro">{sentenceOfAnswer(answer, lang)}</p>
      <div class="panel">
        <HowCounted answer={answer} lang={lang} />
      </div>
    </>
  )
}

/** History, lineage, rows, SQL and digest: shared with the page of a run. */
export function AllBehind({ answer, points, lineage, standing, names, lang }: Behind & Pick<ViewContext, 'lang'>) {
  const w = words[lang]
  return (
    <>
      <History points={points} lang={lang} />
      {lineage && <LineageTable lineage={lineage} standing={standing} rule={sayRules(answer.rule ?? 'all', lang)} lang={lang} />}
      <section class="section" aria-labelledby="danh-sach">
        <h2 class="ruled" id="danh-sach">
          {w.rows}
        </h2>
        {/* Where all rows are kept back, «no rows» would say that there are none. */}
        {answer.is_partial && <p class="kept-back">{w.rows_withheld}</p>}
        {(answer.rows.length > 0 || !answer.is_partial) && (
          <>
            <p class="meta">{fill(w.rows_count, { n: answer.rows.length })}</p>
            <FigureRows rows={answer.rows} names={names} lang={lang} />
          </>
        )}
      </section>
      <SqlAndDigest answer={answer} lang={lang} />
    </>
  )
}

type DataProps = { json: string; csv: string; answer: PublicAnswer } & Pick<ViewContext, 'lang'>

/** The rows as files, said in the markup to be a data set (schema.org). */
export function DataLinks({ json, csv, answer, lang }: DataProps) {
  return (
    <p class="more" itemScope itemType="https://schema.org/Dataset">
      <meta itemProp="name" content={lookUp(figure_words, answer.figure)!.name[lang]} />
      <meta itemProp="description" content={sentenceOfAnswer(answer, lang)} />
      {words[lang].data_of}: <DataFile href={csv} name="CSV" type="text/csv" /> ·{' '}
      <DataFile href={json} name="JSON" type="application/json" />
    </p>
  )
}

function DataFile({ href, name, type }: { href: string; name: string; type: string }) {
  return (
    <span itemProp="distribution" itemScope itemType="https://schema.org/DataDownload">
      <meta itemProp="encodingFormat" content={type} />
      <a itemProp="contentUrl" href={href} type={type}>
        {name}
      </a>
    </span>
  )
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
