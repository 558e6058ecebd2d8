import { expect, test } from 'vitest'
import { type Source, sources } from './tree.ts'

/** What speaks to everybody is given answers of the figures that are for everybody, and cannot come by others. */
const rooms = /^src\/(portal|check)\//
const of_the_register = ['Answer', 'FigureRow', 'FigureValue', 'answerFigure', 'answerQuestion', 'asking', 'proveRun', 'freezeFigure']

test('the portal and the number check take no answer of the register, only what was made public', () => {
  expect(sources().flatMap(offences)).toEqual([])
})

test('one that takes it is found', () => {
  const text = `import { type Answer, figure_words } from '../figure/index.ts'\nimport {\n  type Asked,\n  answerFigure,\n} from '../../figure/index.ts'`
  expect(offences({ path: 'src/portal/new-output.ts', text })).toEqual([
    'src/portal/new-output.ts Answer',
    'src/portal/new-output.ts answerFigure',
  ])
  expect(offences({ path: 'src/newsroom/new-output.ts', text })).toEqual([])
})

function offences({ path, text }: Source): string[] {
  if (!rooms.test(path) || /\.test\.tsx?$/.test(path)) return []
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
