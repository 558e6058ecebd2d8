import { expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { catalogue, type FigureId } from './catalogue.ts'
import { figuresAt, openFigureMemory, rememberedFigures } from './figures-at.ts'

const world = withDatabase('demo')

test('every figure answers everybody the same from remembered reads as from the register, the first time and again', async () => {
  const now = new Date()
  const memory = openFigureMemory()
  memory.reads.open()
  for (const figure of Object.keys(catalogue) as FigureId[]) {
    for (const valid_as_of of ['2021-02-19', '2026-11-24']) {
      const plain = await figuresAt(world.db, now).ask(figure, { valid_as_of })
      const remembered = () => rememberedFigures(world.db, memory, now).ask(figure, { valid_as_of })
      expect([figure, await remembered(), await remembered()]).toEqual([figure, plain, plain])
    }
  }
})
