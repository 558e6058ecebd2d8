import { choice } from '../../staff/index.ts'
import { whoms } from './batch.ts'
import { batch_words } from './batch-words.ts'

/** The one question of a press. */
export const batch_form = {
  whom: choice({
    label: { vi: batch_words.vi.whom, en: batch_words.en.whom },
    options: whoms.map(value => ({ value, label: { vi: batch_words.vi.whoms[value], en: batch_words.en.whoms[value] } })),
    wrong: 'nobody-to-invite',
  }),
}
