import type { FigureId } from '../../../numbers/figure/index.ts'

/** What is counted of a unit of its kind. */
export function figuresOf({ hierarchy, rank }: { hierarchy: string; rank: number }): readonly FigureId[] {
  if (hierarchy === 'party') return ['F1', 'F2', 'F5']
  if (hierarchy !== 'territory' || rank === 0) return []
  return rank < 3 ? ['F16', 'F18', 'F21', 'F13', 'F22'] : ['F20', 'F13', 'F22']
}
