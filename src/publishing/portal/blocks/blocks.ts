import { newer_news, older_news, related_news } from './around-article.tsx'
import type { Block } from './block.ts'
import { commune_map } from './commune-map.tsx'
import { completeness_map } from './completeness-map.tsx'
import { exemplar_wall } from './exemplar-wall.tsx'
import { figure_board } from './figure-board.tsx'
import { lead_story } from './lead-story.tsx'
import { links } from './links.tsx'
import { merger_note } from './merger-note.tsx'
import { movement_adoptions } from './movement-adoptions.tsx'
import { movement_articles } from './movement-articles.tsx'
import { movement_contributions } from './movement-contributions.tsx'
import { movement_exemplars } from './movement-exemplars.tsx'
import { movement_figures } from './movement-figures.tsx'
import { movement_header } from './movement-header.tsx'
import { news_list } from './news-list.tsx'
import { news_toolbar } from './news-toolbar.tsx'
import { news_view } from './news-view.tsx'
import { notice } from './notice.tsx'
import { number_proof } from './number-proof.tsx'

/** The closed set of blocks that a page can be made of. */
const all = [
  ...[news_toolbar, news_view, number_proof, related_news, newer_news, older_news],
  ...[lead_story, news_list, figure_board, commune_map, completeness_map, merger_note, exemplar_wall, notice, links],
  ...[movement_header, movement_figures, movement_articles, movement_exemplars, movement_adoptions, movement_contributions],
]

export const blocks: ReadonlyMap<string, Block> = new Map(all.map(block => [block.type, block]))
