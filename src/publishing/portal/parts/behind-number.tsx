import { fill } from '../../../basis/shared/sentences.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import type { Behind } from '../behind-answer.ts'
import { sayRules } from '../say.ts'
import { words } from '../words.ts'
import { HowCounted, SqlAndDigest } from './figure-proof.tsx'
import { FigureRows } from './figure-rows.tsx'
import { LineageTable } from './lineage-table.tsx'

type Of = Behind & Pick<ViewContext, 'lang'>

/** The rows behind a number, and what became of each commune across mergers. */
export function BehindNumber({ answer, lineage, courses, standing, names, mergers, lang }: Of) {
  const w = words[lang]
  return (
    <>
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
      {lineage && (
        <LineageTable
          {...{ lineage, courses, standing, lang }}
          rule={sayRules(answer.rule ?? 'all', lang)}
          until={answer.parameters.valid_as_of}
          mergers={mergers.map(({ day }) => day)}
        />
      )}
    </>
  )
}

/** For whoever checks it: the clocks, the map and the rule, the queries and the digest. Folded. */
export function Inspection({ answer, lang }: Pick<Of, 'answer' | 'lang'>) {
  const { parameters } = answer
  const { valid_as_of, unit } = parameters
  return (
    <details class="inspect">
      <summary>{words[lang].for_inspectors}</summary>
      <HowCounted answer={answer} lang={lang} />
      <p>
        <code>{`npx neu-guong figure ${answer.figure} --valid-as-of ${valid_as_of} --unit ${unit}`}</code>
      </p>
      <SqlAndDigest answer={answer} lang={lang} />
    </details>
  )
}
