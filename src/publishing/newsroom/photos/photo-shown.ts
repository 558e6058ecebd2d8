import type { Focus } from '../../media/index.ts'

/**
 * A photo as an edition shows it: `image` is the digest of its files, `width` and `height` of the largest in pixels,
 * `fallback` the format that every browser knows. `alt` is empty where it is decorative.
 */
export type PhotoShown = {
  photo: number
  image: string
  width: number
  height: number
  fallback: 'image/jpeg' | 'image/png'
  alt: string
  credit: string
  focus: Focus
}
