import { type Db, query } from '../../../platform/database/index.ts'
import type { DraftText } from '../draft/draft.ts'
import type { CommentAct } from './comment-on-draft.ts'
import { type CommentPlace, findAgain, type PlaceNow } from './comment-place.ts'

/** What became of a comment; `at` is an ISO instant. */
export type CommentStep = { act: CommentAct; said: string | null; by_name: string; when: string }
/** A comment with its place in the version that is shown; `place_now` is null where that is no longer there. */
export type DraftComment = CommentPlace & {
  comment_id: number
  version: number
  said: string
  by_name: string
  when: string
  is_open: boolean
  acts: CommentStep[]
  place_now: PlaceNow
}

const comments = query<{ draft_id: number }, Omit<DraftComment, 'place_now' | 'is_open'>>(
  `select c.comment_id, c.version, c.anchor, c.at, c.words, c.said, c.author_name as by_name, c.recorded_at as "when",
          coalesce((select json_agg(json_build_object('act', a.act, 'said', a.said, 'by_name', a.actor_name, 'when', a.recorded_at) order by a.number)
                      from draft_comment_act a where a.comment_id = c.comment_id), '[]') as acts
     from draft_comment c
    where c.draft_id = :draft_id
    order by c.comment_id
    limit 500`,
)

/** What was said of a draft, in order, each at its place in the text that is given. */
export async function listComments(db: Db, draft_id: number, content: Pick<DraftText, 'body' | 'citations'>): Promise<DraftComment[]> {
  const found = await comments(db, { draft_id })
  return found.map(comment => {
    const last = comment.acts.findLast(({ act }) => act !== 'answer')
    return { ...comment, is_open: last?.act !== 'resolve', place_now: findAgain(comment, content) }
  })
}
