import { expect, test } from 'vitest'
import { type Source, sources } from './tree.ts'

/** Lists of staff pages that are no workbook, each with why. */
const without: Record<string, string> = {
  'src/platform/sign-in/pages/invite.tsx Found': 'names found for one press, gone with the next search',
  'src/platform/sign-in/pages/proof.tsx ProofPage': 'ways to prove who one is',
  'src/platform/sign-in/pages/sign-in.tsx SignInPage': 'ways to sign in',
  'src/platform/sign-in/pages/sign-in.tsx Forbidden': 'who may open the page instead',
  'src/register/commitment/pages/deed.tsx Deeds': 'one’s own deeds, each with its button',
  'src/register/commitment/pages/deed.tsx Reports': 'what one said of one deed, with its photos',
  'src/register/exemplar/pages/consents.tsx MyExemplarsPage': 'what one lets be told, item by item, each with its link',
  'src/register/exemplar/pages/case-parts.tsx Consents': 'what may be told of one exemplar',
  'src/register/organisation/instrument/pages/files.tsx Files': 'the files of one instrument, each to be saved',
  'src/home/start/pages/home.tsx Plans': 'one’s own plans, a link each',
  'src/platform/draft/pages/parts.tsx PartList': 'the parts of one form',
  'src/register/countryside/assessing/pages/criteria.tsx Criteria': 'a part of two pages that have their workbook',
  'src/register/indicator/pages/keys.tsx KeyList': 'keys in force, each with the button that revokes it',
  'src/home/merger/pages/meaning.tsx Recognitions': 'what one merger would mean, read before it is confirmed',
  'src/home/merger/wizard/pages/draft.tsx Units': 'what one person is still writing',
  'src/home/merger/wizard/pages/from-list.tsx Left': 'what one person is still writing',
  'src/home/merger/wizard/pages/others.tsx OthersPage': 'what one person is still writing',
  'src/register/roster/pages/doubts.tsx ResemblingTable': 'choices that are made on the page',
  'src/register/roster/pages/lists.tsx Changed':
    'what is written once a second person has read it on the page, where each reading is noted',
  'src/register/roster/pages/lists.tsx PeopleTable':
    'lines of the workbook that was sent: the office has them in it; who has left stands in the list of people afterwards',
  'src/register/roster/pages/lists.tsx Posts': 'what is written once a second person has read it on the page',
  'src/register/roster/pages/preview.tsx Units': 'counts of the lines above',
  'src/register/roster/pages/states.tsx FaultyPage': 'it has a workbook of its own: the one that was sent, with each fault marked',
  'src/register/roster/pages/states.tsx PostsKept': 'what is left to do after one roster',
  'src/register/tree/pages/list-came-to.tsx ListFaultyPage': 'it has a workbook of its own: the one that was sent, with each fault marked',
  'src/register/tree/pages/list-came-to.tsx ListCameToPage': 'what is left to do after one list: the office has it in its own file',
  'src/register/people/pages/file.tsx FilePage': 'the file of one person',
  'src/register/people/pages/file.tsx Acts': 'what may be done with one file',
  'src/register/limitation/pages/ages.tsx Ages': 'the numbers of a chart; the workbook of the list has each age',
  'src/register/review/pages/distribution.tsx Distribution': 'the numbers of a chart; the workbook of the round has who they are',
  'src/register/review/pages/headroom.tsx Headroom': 'a sheet of the workbook of the round',
  'src/register/review/pages/meeting.tsx MeetingPage': 'rows to be filled in',
  'src/register/review/pages/meeting.tsx Proposals': 'a paper; the workbook of the round has the same',
  'src/register/review/pages/rated-units.tsx RatedUnits': 'a sheet of the workbook of the round',
  'src/register/rights/pages/my-data.tsx HeldList': 'counts of one person',
  'src/register/rights/pages/my-data.tsx RequestList': 'what one person has asked',
  'src/register/people/pages/file.tsx Tenures': 'the posts of one person',
  'src/register/programme/pages/campaigns.tsx Focuses': 'the words of one campaign',
  'src/register/programme/pages/campaigns.tsx Withdrawn': 'a line for each campaign that was called by mistake',
  'src/register/programme/pages/campaigns.tsx Acts': 'links',
  'src/register/programme/pages/campaigns.tsx Line': 'the instruments above one campaign',
  'src/register/programme/pages/programme.tsx Authority': 'the instruments of one programme',
  'src/register/programme/pages/programme.tsx Themes': 'a line for each level above one unit',
  'src/register/rule/pages/rule.tsx Versions': 'how one rule was set',
  'src/register/rule/pages/rules.tsx RuleList': 'links, each with what it leads to',
}

test('each list of a page where people work can be had as a workbook, or it is said why not', () => {
  expect(listsWithout(sources())).toEqual(Object.keys(without).sort())
})

test('a table and a list of people in a page without a workbook are found; one that has it is not', () => {
  const page = (path: string, text: string): Source => ({ path: `src/register/people/pages/${path}`, text })
  const bare = 'export function Names() {\n  return <Table />\n}\nfunction Ways() {\n  return <ul class="ways" />\n}\n'
  const found = listsWithout([page('bare.tsx', bare), page('kept.tsx', `${bare}<Frame has_workbook />`), page('words.ts', bare)])
  expect(found).toEqual(['src/register/people/pages/bare.tsx Names', 'src/register/people/pages/bare.tsx Ways'])
})

/** The functions of pages that draw a table or a list, in files whose page offers no workbook. */
function listsWithout(files: readonly Source[]): string[] {
  const bare = files.filter(({ path, text }) => isStaffPage(path) && !/\bhas_workbook\b/.test(text))
  return bare
    .flatMap(({ path, text }) => {
      const functions = text.split(/^(?=(?:export )?(?:async )?function \w)/m)
      const drawing = functions.filter(one => /<[Tt]able\b|<[uo]l class="(?:ways|people)\b/.test(one))
      return drawing.map(one => `${path} ${/function (\w+)/.exec(one)?.[1]}`)
    })
    .sort()
}

/** The portal and the newsroom print for readers: their figures are CSV and JSON. */
function isStaffPage(path: string): boolean {
  return /\/pages\/[^/]+\.tsx$/.test(path) && !/^src\/(?:publishing|platform\/web)\//.test(path)
}
