import type { ComponentChildren } from 'preact'
import { findQuantities } from '../../../basis/quantity/index.ts'
import type { Block, Inline } from '../../newsroom/index.ts'

type Props = {
  part: Extract<Block, { type: 'chart' }>
  inline(content: Inline[]): ComponentChildren
  printedOf(mark: string): string
}

/**
 * Numbers as bars beside each other, by what is printed. It reads as a list, each line with its number; where one is
 * printed in words that name no amount («hàng trăm»), its line has no bar.
 */
export function ChartInText({ part: { items, caption }, inline, printedOf }: Props) {
  const amounts = items.map(item => amountIn(item, printedOf))
  const most = Math.max(...amounts.map(amount => amount ?? 0))
  return (
    <figure class="chart-of-text">
      <ul>
        {items.map((item, i) => (
          <li key={i}>
            <span>{inline(item)}</span>
            <svg width="100%" height="12" aria-hidden="true">
              <rect width={`${widthOf(amounts[i]!, most)}%`} height="12" />
            </svg>
          </li>
        ))}
      </ul>
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  )
}

function amountIn(item: readonly Inline[], printedOf: Props['printedOf']): number | null {
  const [cited] = item.flatMap(piece => ('cite' in piece ? [printedOf(piece.cite)] : []))
  const { least, most } = findQuantities(cited ?? '')[0]?.value ?? { least: null, most: null }
  return least === most ? least : null
}

function widthOf(amount: number | null, most: number): number {
  return amount === null || amount <= 0 || most <= 0 ? 0 : Math.round((amount / most) * 1000) / 10
}
