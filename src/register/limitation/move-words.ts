import type { MoveWords } from '../../platform/workflow/index.ts'
import type { LimitationMaker, LimitationState } from './limitation.ts'

/** What a step has done about a limitation, and who takes it. */
export const move_words: MoveWords<LimitationState, LimitationMaker> = {
  steps: {
    planned: { vi: 'có biện pháp khắc phục', en: 'remedy planned' },
    repaired: { vi: 'báo đã khắc phục', en: 'said to be repaired' },
    verified: { vi: 'xác nhận đã khắc phục', en: 'seen repaired' },
    returned: { vi: 'chưa công nhận đã khắc phục', en: 'not seen repaired' },
    carried: { vi: 'chuyển sang năm sau', en: 'carried over' },
  },
  makers: {
    either: { vi: 'người có hạn chế hoặc chi bộ', en: 'the person or the cell' },
    self: { vi: 'người có hạn chế', en: 'the person' },
    other: { vi: 'người khác trong cấp ủy', en: 'somebody else of the party’s offices' },
    cell: { vi: 'chi bộ', en: 'the cell' },
  },
}
