import { font_hrefs } from '../assets.ts'

/** Asks for the type with the page: shown at the first paint or not at all, so that nothing moves (see tokens.css). */
export function FontLinks() {
  return (
    <>
      {font_hrefs.map(href => (
        <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
    </>
  )
}
