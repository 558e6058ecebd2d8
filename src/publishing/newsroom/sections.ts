import { type Topic, topics } from './article.ts'

/** How sections are called in addresses. */
export const section_names: Record<Topic, string> = {
  programme: 'hoc-tap-lam-theo',
  exemplar: 'dien-hinh',
  countryside: 'nong-thon-moi',
  contribution: 'nhan-dan-dong-gop',
  territory: 'dia-gioi',
  register: 'so-va-so-lieu',
}

/** The section that is called so in an address; null where none is. */
export function sectionIn(name: string): Topic | null {
  return topics.find(topic => section_names[topic] === name) ?? null
}
