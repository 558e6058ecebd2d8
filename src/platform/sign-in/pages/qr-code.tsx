import qrcode from 'qrcode-generator'

/** A square that a telephone reads, as one path: the dark stretches of its rows. */
export type Square = { size: number; path: string }

/** The square of a text. It takes some milliseconds: whoever draws hundreds lets others in between. */
export function squareOf(text: string): Square {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const size = code.getModuleCount()
  const rows = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => (code.isDark(row, column) ? 'x' : ' ')).join(''),
  )
  const stretches = rows.flatMap((line, row) => [...line.matchAll(/x+/g)].map(({ index, 0: dark }) => ({ row, index, n: dark.length })))
  // Four modules of white around it, as readers want.
  return { size, path: stretches.map(({ row, index, n }) => `M${index + 4} ${row + 4}h${n}v1h-${n}z`).join('') }
}

/** A square that a telephone reads. */
export function QrCode({ text, label, square = squareOf(text) }: { text: string; label: string; square?: Square }) {
  const { size, path } = square
  return (
    <svg class="square" viewBox={`0 0 ${size + 8} ${size + 8}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path d={path} fill="#000" />
    </svg>
  )
}
