import type { ComponentChildren } from 'preact'

/**
 * What was found of a number: it holds, it differs, more is said than was understood, the register does not have it, or
 * it claims nothing.
 */
export type Judgement = 'holds' | 'differs' | 'unsure' | 'unbound' | 'plain'

const signs: Record<Judgement, string> = { holds: '', differs: '≠ ', unsure: '? ', unbound: '– ', plain: '' }

/** A judgement in words, with its sign and its ground: never by colour alone. */
export function VerdictBadge({
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
      {judgement === 'holds' && <Tick />}
      {sign && <span aria-hidden="true">{sign}</span>}
      {children}
    </span>
  )
}

/** Drawn, because no font that the page brings has the sign. */
function Tick() {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true">
      <path d="M1.500 6.500 4.500 10l6-8" />
    </svg>
  )
}
