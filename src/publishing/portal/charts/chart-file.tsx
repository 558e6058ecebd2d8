import { renderToString } from 'preact-render-to-string'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { figure_words } from '../../../numbers/figure/index.ts'
import type { Language } from '../../../platform/web/index.ts'
import type { Behind } from '../behind-answer.ts'
import { lineThrough, placed, within, written } from './points.ts'

const [ink, line] = ['#1d3557', '#8a8f98']
/** In units of the drawing: the least room of a value, and a letter of one. */
const type = { width: 640, broad: 40, letter: 8 }

/** The course of a figure over the years or months as a file: it brings its own colours, for where none of our sheets is. */
export function chartFile({ answer, points }: Pick<Behind, 'answer' | 'points'>, lang: Language): string {
  const drawn = placed(points, { left: 44, right: 596, top: 82, ground: 220 }, true)
  const isWritten = written(drawn, type)
  const title = `${lookUp(figure_words, answer.figure)!.name[lang]}, ${answer.unit_name}`
  return renderToString(
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 270" width="1280" height="540" font-family="sans-serif" font-size="14">
      <title>{title}</title>
      <rect width="640" height="270" fill="#fff" />
      <text x="16" y="32" font-size="20" font-weight="700" fill={ink}>
        {title}
      </text>
      <path d="M16 220.500h608" stroke={line} />
      <path d={lineThrough(drawn)} fill="none" stroke={ink} stroke-width="2.500" />
      {drawn.map(point => (
        <g key={point.label} text-anchor="middle" fill={ink}>
          <circle cx={point.x} cy={point.y} r="4" />
          {isWritten(point) && (
            <>
              <text x={within(point.x, point.said, type)} y={point.y - 14} font-weight="700">
                {point.said}
              </text>
              <text x={within(point.x, point.label, type)} y="246">
                {point.label}
              </text>
            </>
          )}
        </g>
      ))}
    </svg>,
  )
}
