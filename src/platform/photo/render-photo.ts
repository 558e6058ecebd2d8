import { JsColorType, ResizeFit, Transformer } from '@napi-rs/image'
import { atOnce } from '../../basis/shared/at-once.ts'
import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'
import { runInChild } from '../child-process/index.ts'
import { photoSize } from './photo-size.ts'
import { uprightWithin } from './upright-within.ts'

/** A photo as pages show it: one file of a width and a format. */
export type Rendering = { width: number; media_type: RenderedType; bytes: Uint8Array }
export type RenderedType = 'image/avif' | 'image/webp' | 'image/jpeg' | 'image/png'
/** A photo made anew in every width and format; `width` and `height` are of the largest, in pixels. */
export type Rendered = { width: number; height: number; renderings: Rendering[] }

/** The widths that pages choose from, in pixels; the last is the longer side of the largest. */
export const photo_widths = [480, 800, 1600] as const
const [, , side] = photo_widths

/** The widths that there are of a photo, from the least; `width` is that of its largest file. */
export function widthsOf({ width }: { width: number }): number[] {
  return [...photo_widths.filter(one => one < width), width]
}

/** One photo at a time, for what it takes. */
const inTurn = atOnce(1)

/** What a photo of 53 megapixels takes on a busy machine. */
const usual = { time: 120_000, heap: 256 }

/**
 * Makes a photo anew in three widths, as AVIF, WebP and JPEG (PNG where it lets the ground through): in a process of its
 * own, one after the other. Its size must have been judged before. Refusals: unreadable-photo, too-hard.
 */
export function renderPhoto(bytes: Uint8Array): Promise<Outcome<Rendered, 'unreadable-photo' | 'too-hard'>> {
  return inTurn(async () => {
    const made = await runInChild<Rendered | null>('photo-worker', { bytes }, usual)
    if (made === null) return refused({ code: 'unreadable-photo' })
    return 'ok' in made ? made : done(made)
  })
}

/** The same where it stands. Null where it cannot be unpacked. */
export async function renderHere(bytes: Buffer): Promise<Rendered | null> {
  try {
    return await renderAll(await uprightWithin(bytes, photoSize(bytes)!, side).png())
  } catch {
    return null
  }
}

async function renderAll(largest: Buffer): Promise<Rendered> {
  const { width, height } = photoSize(largest)!
  const formats = (await isOpaque(largest)) ? opaque : transparent
  const renderings: Rendering[] = []
  for (const narrower of widthsOf({ width }))
    for (const [media_type, write] of Object.entries(formats))
      renderings.push({ width: narrower, media_type: media_type as RenderedType, bytes: await write(scaled(largest, narrower, width)) })
  return { width, height, renderings }
}

function scaled(largest: Buffer, to: number, from: number): Transformer {
  const photo = new Transformer(largest)
  return to === from ? photo : photo.resize({ width: to, height: 10 * side, fit: ResizeFit.Inside })
}

/** Programs write photos with opacity that let nothing through. */
async function isOpaque(png: Buffer): Promise<boolean> {
  const photo = new Transformer(png)
  if ((await photo.metadata()).colorType !== JsColorType.Rgba8) return true
  const pixels = await photo.rawPixels()
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return false
  return true
}

const modern = {
  'image/avif': (photo: Transformer) => photo.avif({ quality: 60, speed: 6 }),
  'image/webp': (photo: Transformer) => photo.webp(78),
}
const opaque = { ...modern, 'image/jpeg': (photo: Transformer) => photo.jpeg(80) }
const transparent = { ...modern, 'image/png': (photo: Transformer) => photo.png() }
