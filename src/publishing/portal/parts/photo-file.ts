import { lookUp } from '../../../basis/shared/look-up.ts'
import { type RenderedType, widthsOf } from '../../../platform/photo/index.ts'
import type { PhotoShown } from '../../newsroom/index.ts'

const endings = { 'image/avif': 'avif', 'image/webp': 'webp', 'image/jpeg': 'jpg', 'image/png': 'png' } as const satisfies Record<
  RenderedType,
  string
>
const types: Record<string, RenderedType> = Object.fromEntries(
  Object.entries(endings).map(([type, ending]) => [ending, type as RenderedType]),
)

/** Which file of a photo an address names: `800.avif`. Null where it names none. */
export function photoFileIn(file: string): { width: number; media_type: RenderedType } | null {
  const [, width = '', ending] = /^([1-9]\d{0,3})\.([a-z]{3,4})$/.exec(file) ?? []
  const media_type = lookUp(types, ending)
  return media_type ? { width: Number(width), media_type } : null
}

/** The name of a file of a photo. */
export function photoFile(width: number, media_type: RenderedType): string {
  return `${width}.${endings[media_type]}`
}

/** The file of a photo that is at least so wide, or the widest, in the format that every browser knows. */
export function plainFile(photo: Pick<PhotoShown, 'width' | 'fallback'>, wanted: number): string {
  const widths = widthsOf(photo)
  return photoFile(widths.find(width => width >= wanted) ?? widths.at(-1)!, photo.fallback)
}
