import type { ComponentChildren } from 'preact'

/** What was found of a number: it holds, it differs, the register does not have it, or it claims nothing. */
export type Judgement = 'holds' | 'differs' | 'unbound' | 'plain'

const signs: Record<Judgement, string> = { holds: '✓ ', differs: '≠ ', unbound: '? ', plain: '' }

/** A judgement in words, with its sign and its ground: never by colour alone. */
export function Seal({
  judgement,
  sign = signs[judgement],
  children,
}: {
  judgement: Judgement
  sign?: string
  children: ComponentChildren
}) {
  return (
    <span class={judgement === 'holds' ? 'seal' : `seal ${judgement}`}>
      {sign && <span aria-hidden="true">{sign}</span>}
      {children}
    </span>
  )
}
