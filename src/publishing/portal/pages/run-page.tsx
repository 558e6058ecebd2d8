import { fill } from '../../../basis/shared/sentences.ts'
import { type FigureId, figure_words, type PublicProof, sentenceOf } from '../../../numbers/figure/index.ts'
import { Layout, type ViewContext } from '../../../platform/web/index.ts'
import type { Headline } from '../../newsroom/index.ts'
import type { Behind } from '../behind-answer.ts'
import { FigureMap } from '../maps/figure-map.tsx'
import { BehindNumber, Inspection } from '../parts/behind-number.tsx'
import { Judged, ThreeValues } from '../parts/figure-in-text.tsx'
import { History } from '../parts/figure-proof.tsx'
import { FigureRows } from '../parts/figure-rows.tsx'
import { UsingNumber } from '../parts/using-number.tsx'
import { sayHow, sayValue } from '../say.ts'
import { sayWhyOf } from '../say-why.ts'
import { words } from '../words.ts'

type Props = { proof: PublicProof; behind: Behind; articles: Headline[] } & ViewContext

/**
 * One frozen run: as it was printed, as that day is known now, and today; with the rows that made the first, and those
 * that made a difference.
 */
export function RunPage({ proof, behind, articles, ...view }: Props) {
  const { lang, to } = view
  const w = words[lang]
  const { run, printed } = proof
  const figure = run.figure as FigureId
  const run_id = run.figure_run_id
  const title = `${figure_words[figure].name[lang]}: ${sayValue(printed.value, lang)}`
  return (
    <Layout {...view} title={title} description={sentenceOf(figure, printed, lang)} section="figures" here={to => to.run({ run_id })}>
      <p class="crumb">
        <a href={to.figures()}>{w.figures}</a> › <a href={to.figure({ figure })}>{figure_words[figure].name[lang]}</a> ›{' '}
        {fill(w.run, { id: run_id })}
      </p>
      <div class="fig">
        <div>
          <h1>{title}</h1>
          <p class="answer">
            <Judged state={proof.state} lang={lang} />
          </p>
          <p class="intro">{sentenceOf(figure, printed, lang)}</p>
          <div class="panel">
            <ThreeValues number={threeOf(proof, lang)} lang={lang} />
            <Why proof={proof} lang={lang} />
          </div>
          <p class="intro">{w.run_frozen}</p>
        </div>
        {behind.map ? <FigureMap map={behind.map} lang={lang} /> : <History {...behind} lang={lang} />}
      </div>
      <Causes proof={proof} names={behind.names} lang={lang} />
      {behind.map && <History {...behind} lang={lang} />}
      <BehindNumber {...behind} lang={lang} />
      <UsingNumber
        {...view}
        {...{ articles }}
        answer={printed}
        address={to.run({ run_id })}
        json={to.run_json({ run_id })}
        csv={to.run_csv({ run_id })}
      />
      <Inspection {...behind} lang={lang} />
    </Layout>
  )
}

function Why({ proof, lang }: { proof: PublicProof } & Pick<ViewContext, 'lang'>) {
  const { run, state, known_now, today, why } = proof
  const said = sayWhyOf({ figure: run.figure as FigureId, valid_as_of: run.parameters.valid_as_of, state, known_now, today, why }, lang)
  return said ? <p class="why">{said}</p> : null
}

function threeOf({ run, printed, known_now, today }: PublicProof, lang: ViewContext['lang']) {
  return {
    valid_as_of: run.parameters.valid_as_of,
    as_printed: { value: sayValue(printed.value, lang), how: '' },
    known_now: { value: sayValue(known_now.value, lang), how: sayHow(known_now, lang) },
    today: today && { value: sayValue(today.value, lang), how: '' },
  }
}

function Causes({ proof, names, lang }: { proof: PublicProof; names: Map<string, string> } & Pick<ViewContext, 'lang'>) {
  const w = words[lang]
  if (proof.causes.length === 0) return null
  return (
    <section class="section" aria-labelledby="vi-sao">
      <h2 class="ruled" id="vi-sao">
        {w.why_changed}
      </h2>
      <FigureRows
        rows={proof.causes.map(({ change, row }) => ({ ...row, name: `${w.changes[change]}: ${row.name}` }))}
        names={names}
        lang={lang}
      />
    </section>
  )
}
