import type { Asset } from '../assets.ts'
import favicon from '../styles/favicon.svg?raw'

/** Every page may be found; addresses that ask something in their query are endless, and need no robot. */
const robots = 'User-agent: *\nDisallow: /*?\nDisallow: /*.csv$\n'

/** The files whose addresses others have settled. */
export const plain_files: Asset[] = [
  { path: '/favicon.svg', type: 'image/svg+xml', bytes: Buffer.from(favicon) },
  { path: '/robots.txt', type: 'text/plain; charset=utf-8', bytes: Buffer.from(robots) },
]
