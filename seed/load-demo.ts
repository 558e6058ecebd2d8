import type pg from 'pg'
import { makeDemoAccounts } from '../src/platform/sign-in/index.ts'
import { loadArticles } from './articles/load-articles.ts'
import { loadAssessments } from './assessment/load-assessments.ts'
import { loadCampaign } from './campaign/load-campaign.ts'
import { markPlans } from './campaign/mark-plans.ts'
import { loadCountryside } from './countryside/load-countryside.ts'
import { loadCases } from './exemplar/load-cases.ts'
import { loadGifts } from './giving/load-gifts.ts'
import home_page from './portal/home-page.sql?raw'
import { nameRegister } from './portal/name-register.ts'
import { loadProvince } from './province/load-province.ts'
import { loadReviews } from './review/load-reviews.ts'
import { loadTerritory } from './territory/load-territory.ts'

/**
 * `scale`: 1 for the whole province, 1/40 for tests, 0 for its territory alone. `until`: an ISO day, or infinity;
 * leaves out what the register learned later.
 */
export type DemoOptions = { seed: number; scale: number; until: string; say: (line: string) => void }

/** Loads the demo province, all or nothing. The connection is the owner's, its database freshly migrated. */
export async function loadDemo(owner: pg.Client, options: DemoOptions): Promise<void> {
  await owner.query('begin')
  try {
    await owner.query(`set local neu_guong.loading = 'yes'`)
    await load(owner, options)
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}

async function load(owner: pg.Client, { seed, scale, until, say }: DemoOptions): Promise<void> {
  say('đơn vị hành chính · territory')
  await loadTerritory(owner, { until })
  say('nông thôn mới · new countryside')
  await loadCountryside(owner, { until })
  await owner.query(home_page)
  await nameRegister(owner)
  if (scale > 0) await loadProvince(owner, { seed, scale, until, say })
  if (scale > 0) await makeDemoAccounts(owner)
  if (scale > 0) say('đợt cam kết 2027 · the campaign that runs')
  if (scale > 0) await loadCampaign(owner, { seed, until })
  if (scale > 0 && until === 'infinity') await markPlans(owner)
  if (scale > 0) say('kiểm điểm quý III/2026 · reviews')
  if (scale > 0) await loadReviews(owner, { until })
  if (scale > 0) await loadCases(owner, { until })
  // The figures are asked while the load is still one transaction: without statistics its plans would be those of empty
  // tables.
  await owner.query('analyze')
  if (scale === 0) return
  say('đánh giá xã nông thôn mới · assessments of communes')
  await loadAssessments(owner, { until })
  await loadGifts(owner, { until })
  say('bài viết · articles')
  await loadArticles(owner, { until })
}
