import { expect, test } from 'vitest'
import { ingredients } from '../harness/recipe.ts'

test('a template is made of the schema, the seed and what the seed asks of the rooms: their verbs and their SQL, not their pages', () => {
  const files = ingredients()
  const wanted = [
    'src/register/organisation/schema/tables.sql',
    'seed/load-demo.ts',
    'seed/countryside/standings.csv',
    'src/publishing/newsroom/publish-article.ts',
    'src/numbers/figure/catalogue.ts',
    'src/platform/sign-in/means/password.ts',
  ]
  expect(wanted.filter(start => !files.some(file => file.startsWith(start)))).toEqual([])
  expect(files.filter(file => /\.test\.tsx?$|\/pages\/|routes\.tsx$/.test(file))).toEqual([])
})
