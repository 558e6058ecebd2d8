import { types } from '../assets.ts'
import type { Display } from '../display.ts'

/**
 * Asks for the type with the page: the ordinary one is shown at the first paint or not at all, so that nothing moves
 * (see tokens.css). The easy one brings the sheet that sets the page in it.
 */
export function FontLinks({ face }: Pick<Display, 'face'>) {
  const { latin, vietnamese, style } = types[face]
  return (
    <>
      {[latin, vietnamese].map(({ path }) => (
        <link key={path} rel="preload" href={path} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      {style && <link rel="stylesheet" href={style.path} />}
    </>
  )
}
