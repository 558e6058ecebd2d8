import type { Row } from '../read/lexicon.ts'
import { topicLexicon } from './topic.ts'

const completing = ['hoàn tất', 'hoàn thiện', 'hoàn thành', 'hoàn tất nốt'].flatMap(verb =>
  ['các', 'những', 'mọi', 'đầy đủ', ''].flatMap(all =>
    ['điều kiện', 'thủ tục', 'hồ sơ', 'tiêu chí'].map(thing => `${verb} ${all} ${thing}`),
  ),
)

const rows: readonly Row[] = [
  ['state', 'completing', completing.flatMap(said => ['', 'đang ', 'tiếp tục '].flatMap(now => [now + said, `${now}${said} để`])).join('|')],
  ['state', 'recognised', 'được công nhận | đã được công nhận | vừa được công nhận | chính thức được công nhận | được chính phủ công nhận | được thủ tướng chính phủ công nhận | được trung ương công nhận | được xét công nhận'],
  ['state', 'theme', 'đạt chuẩn | đạt chuẩn nông thôn mới | hoàn thành nhiệm vụ xây dựng nông thôn mới | hoàn thành xây dựng nông thôn mới | về đích nông thôn mới | nông thôn mới | xây dựng nông thôn mới | là'],
] // biome-ignore format: a table reads by its columns

/** The words of a claim without a number: a city or a district completes the conditions, or was recognised (F20). */
export const status_lexicon = topicLexicon(rows)
