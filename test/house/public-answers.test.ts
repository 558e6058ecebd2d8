import { expect, test } from 'vitest'
import { type Source, sources } from './tree.ts'

/** What speaks to everybody is given answers of the figures that are for everybody, and cannot come by others. */
const rooms = ['src/publishing/portal/', 'src/numbers/check/']
const of_the_register = ['Answer', 'FigureRow', 'FigureValue', 'answerFigure', 'answerQuestion', 'asking', 'proveRun', 'freezeFigure']

test('the portal and the number check take no answer of the register, only what was made public', () => {
  for (const room of rooms) expect([room, sources().some(({ path }) => path.startsWith(room))]).toEqual([room, true])
  expect(sources().flatMap(offences)).toEqual([])
})

test('one that takes it is found', () => {
  const text = `import { type Answer, figure_words } from '../figure/index.ts'\nimport {\n  type Asked,\n  answerFigure,\n} from '../../figure/index.ts'`
  expect(offences({ path: 'src/publishing/portal/new-output.ts', text })).toEqual([
    'src/publishing/portal/new-output.ts Answer',
    'src/publishing/portal/new-output.ts answerFigure',
  ])
  expect(offences({ path: 'src/publishing/newsroom/new-output.ts', text })).toEqual([])
})

function offences({ path, text }: Source): string[] {
  if (!rooms.some(room => path.startsWith(room)) || /\.test\.tsx?$/.test(path)) return []
  const taken = [...text.matchAll(/import (?:type )?\{([^}]*)\} from '[./]*figure\/index\.ts'/g)].flatMap(([, names]) => names!.split(','))
  const names = taken.map(
    name =>
      name
        .trim()
        .replace(/^type /, '')
        .split(' ')[0]!,
  )
  return names.filter(name => of_the_register.includes(name)).map(name => `${path} ${name}`)
}
