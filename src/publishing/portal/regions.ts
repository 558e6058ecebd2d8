/** The places of a page that blocks can be put in. */
export const regions = ['lead', 'main', 'side'] as const
export type Region = (typeof regions)[number]

/** The pages that are arranged, with the regions that each has, in the order in which they are read. */
export const page_regions = {
  home: ['lead', 'main'],
  article: ['main', 'side'],
  movement: ['lead', 'main'],
} as const satisfies Record<string, readonly Region[]>
export type PageName = keyof typeof page_regions

export function isPage(name: string): name is PageName {
  return Object.hasOwn(page_regions, name)
}
