import { type FiguresAt, type PublicProof, printValue } from '../../../numbers/figure/index.ts'
import type { Citation, PrintingArticle } from '../../newsroom/index.ts'

/** A row behind a number that came, went or is another since it was printed. */
export type Cause = { name: string; change: string }
/** A number that the register no longer answers as it was printed; `now` is null where that may not be told. */
export type DriftedNumber = { mark: string; run_id: number; printed: string; now: string | null; causes: Cause[] }
/** An article with how many of its numbers hold, and those that have changed since. */
export type ProvenArticle = Omit<PrintingArticle, 'citations'> & { cited: number; held: number; drifted: DriftedNumber[] }

/** So many rows say enough; all of them stand on the page of the run. */
const most_causes = 5

/** Articles with what has become of their numbers: each is proved once. */
export function proveAll({ prove }: Pick<FiguresAt, 'prove'>, articles: readonly PrintingArticle[]): Promise<ProvenArticle[]> {
  return Promise.all(
    articles.map(async ({ citations, ...article }) => {
      const proofs = await Promise.all(citations.map(({ run }) => prove(run)))
      const held = proofs.filter(({ state }) => state === 'holds').length
      const drifted = citations.flatMap((citation, i) => driftedNumber(citation, proofs[i]!) ?? [])
      return { ...article, cited: citations.length, held, drifted }
    }),
  )
}

function driftedNumber({ mark, printed, run }: Citation, { state, known_now, causes }: PublicProof): DriftedNumber | null {
  if (state === 'holds' || state === 'withheld') return null
  const now = known_now.value.kind === 'withheld' ? null : printValue(known_now.value)
  const rows = causes.slice(0, most_causes).map(({ change, row }) => ({ name: row.name, change }))
  return { mark, run_id: run.figure_run_id, printed, now, causes: rows }
}

/** What a drafted correction prints in the place of each number, and what it says of that to readers. */
export function correctionOf(drifted: readonly DriftedNumber[]): { printed: Record<string, string>; note: string } {
  const known = drifted.filter(({ now, printed }) => now !== null && now !== printed)
  const changed = known.map(({ printed, now }) => `«${printed}» nay là «${now}»`)
  return {
    printed: Object.fromEntries(known.map(({ mark, now }) => [mark, now!])),
    note: changed.length > 0 ? `Sổ đã ghi thêm sau khi đăng: ${changed.join(', ')}.` : 'Sổ đã ghi thêm sau khi đăng.',
  }
}
