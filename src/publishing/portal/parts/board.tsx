import type { ComponentChildren } from 'preact'

/** A cell of a board: the number large, and what it is, with the way to its page; below that what else is said of it. */
export function BoardCell({ said, name, href, children }: { said: string; name: string; href: string; children?: ComponentChildren }) {
  return (
    <li>
      <p class="numeral">
        <Numeral said={said} />
      </p>
      <a href={href}>{name}</a>
      {children}
    </li>
  )
}

/** «19.342 m²»: the number large, its measure small. */
export function Numeral({ said }: { said: string }) {
  const [, number, measure] = /^([\d.,]+) (\p{L}.*)$/u.exec(said) ?? []
  if (number === undefined) return <>{said}</>
  return (
    <>
      {number} <small>{measure}</small>
    </>
  )
}
