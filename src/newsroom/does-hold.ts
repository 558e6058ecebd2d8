import type { FigureValue, Lang } from '../figure/index.ts'
export function doesHold(_printed: string, _value: FigureValue, _lang: Lang): boolean {
  return true
}
