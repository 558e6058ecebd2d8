import { expect, test } from 'vitest'
import { killWhileMailGoesOut } from '../harness/killed-mail.ts'

test('the program is killed while letters go out: nobody gets two, what is called sent has come, and every letter has its last word', async () => {
  const { doubled, missing, unsaid, waiting, letters, received } = await killWhileMailGoesOut(2)
  expect({ doubled, missing, unsaid, waiting }).toEqual({ doubled: 0, missing: 0, unsaid: 0, waiting: 0 })
  expect([letters, received > letters / 2]).toEqual([108, true])
})
