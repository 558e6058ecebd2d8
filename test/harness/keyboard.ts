import type { Locator, Page } from 'playwright-core'

/**
 * A person with a keyboard and no mouse. Each place where they stop must be seen, and come in the order of the page; a
 * walk that does not arrive says where it went.
 */
export type Keyboard = {
  open(address: string): Promise<void>
  /** On with Tab until there; back with Shift+Tab. */
  to(where: Locator): Promise<void>
  backTo(where: Locator): Promise<void>
  /** There, and keys: Enter opens a part of the page, Space marks, an arrow chooses. */
  press(where: Locator, ...keys: string[]): Promise<void>
  /** There, and text in the place of what stands there. */
  type(where: Locator, text: string): Promise<void>
  /** There, and Enter; then on the next page. */
  follow(where: Locator): Promise<void>
  /** The next page by other keys. */
  turn(work: () => Promise<unknown>): Promise<void>
  /**
   * From end to end with Tab: every place that can be worked is stopped at, in the order of the page, and the page is
   * left again. Done by itself on the first page of each kind.
   */
  round(): Promise<void>
}

/** Which kind of page stands at a path, and of which kinds one has been walked from end to end. */
type Options = { kindOf: (path: string) => string; walked: Set<string> }

export async function keyboardOf(page: Page, { kindOf, walked }: Options): Promise<Keyboard> {
  await page.addInitScript(watchStops)
  const keyboard: Keyboard = {
    async open(address) {
      await page.goto(address)
      await arrive()
    },
    to: where => walk(where, 'Tab'),
    backTo: where => walk(where, 'Shift+Tab'),
    async press(where, ...keys) {
      await walk(where, 'Tab')
      for (const key of keys) await page.keyboard.press(key)
    },
    async type(where, text) {
      await walk(where, 'Tab')
      await page.keyboard.press('Control+A')
      await page.keyboard.insertText(text)
    },
    follow: where => keyboard.turn(() => keyboard.press(where, 'Enter')),
    async turn(work) {
      await Promise.all([page.waitForEvent('domcontentloaded'), work()])
      await arrive()
    },
    async round() {
      const names = await page.evaluate(() => window.keyboard.names())
      // Once more than there are places: whoever is not held fast leaves the page.
      await tab('Tab', [...names, null])
    },
  }
  return keyboard

  /** A page that comes back with its faults is not walked: the keyboard must stay where it was led. */
  async function arrive(): Promise<void> {
    const leads = page.locator('[autofocus]')
    await page.waitForFunction(() => [null, document.activeElement].includes(document.querySelector('[autofocus]')))
    const kind = kindOf(new URL(page.url()).pathname)
    if (walked.has(kind) || new URL(page.url()).hash !== '' || (await leads.count()) > 0) return
    walked.add(kind)
    await keyboard.round()
  }

  async function walk(where: Locator, key: 'Tab' | 'Shift+Tab'): Promise<void> {
    const target = await where.elementHandle()
    const way = await page.evaluate(({ target, is_back }) => window.keyboard.wayTo(target, is_back), { target, is_back: key !== 'Tab' })
    if (way === null) throw new Error(`${page.url()}: no key leads to ${where}`)
    await tab(key, way)
    if (!(await page.evaluate(element => element === document.activeElement && window.keyboard.isInView(), target)))
      throw new Error(`${page.url()}: came not to ${where}, or out of view`)
  }

  /** The keys go out without waiting for each other; what they came to is compared afterwards. */
  async function tab(key: 'Tab' | 'Shift+Tab', expected: (string | null)[]): Promise<void> {
    await page.evaluate(() => window.keyboard.begin())
    await Promise.all(expected.map(() => page.keyboard.press(key)))
    const stops = await page.evaluate(() => window.keyboard.gone())
    const faults = stops.flatMap(({ name, fault }) => (fault ? [`«${name}» ${fault}`] : []))
    const upward = key === 'Tab' ? stops.flatMap((stop, i) => upwardOf(stop, stops[i - 1])) : []
    if (faults.length + upward.length > 0) throw new Error(`${page.url()}: ${[...faults, ...upward].join('; ')}`)
    const names = stops.map(({ name }) => name)
    const named = expected.filter(name => name !== null)
    if (names.join('\n') !== named.join('\n'))
      throw new Error(`${page.url()}: one stops at ${names.join(' | ')} instead of ${named.join(' | ')}`)
    if (expected.at(-1) === null && (await page.evaluate(() => document.activeElement !== document.body)))
      throw new Error(`${page.url()}: one does not leave the page`)
  }
}

/** After what stands lower, nothing comes that stands above it and to the left. */
function upwardOf(after: Stop, before: Stop | undefined): string[] {
  const is_upward = before !== undefined && after.bottom <= before.top && after.left < before.left
  return is_upward ? [`«${after.name}» stands above and to the left of «${before.name}», and comes after it`] : []
}

/** One place where the keyboard stood, in the measures of the whole page. */
type Stop = { name: string; left: number; top: number; bottom: number; fault: string | null }

type Watch = {
  /** Every place of the page. */
  names(): string[]
  /**
   * The places from where one stands to there; null among them where one goes over the end of the page. Null alone: no
   * key leads there.
   */
  wayTo(target: Element | SVGElement | null, is_back: boolean): (string | null)[] | null
  begin(): void
  /** Where one has been since. */
  gone(): Stop[]
  isInView(): boolean
}

declare global {
  interface Window {
    keyboard: Watch
  }
}

/** Runs in the page, before anything of its own: keeps a list of where the keyboard stops. */
function watchStops(): void {
  let stops: Stop[] = []
  /** Tab stops at one tool of a toolbar; arrows lead to the rest. */
  const led_by_arrows = '[role=toolbar] [tabindex="-1"]'
  document.addEventListener('focusin', ({ target }) => stops.push(stopAt(target as HTMLElement)))
  window.keyboard = {
    names: () => places().map(nameOf),
    wayTo(target, is_back) {
      const all = places()
      const at = all.indexOf(target as HTMLElement)
      if (at < 0) return null
      const now = document.activeElement
      const inside = now !== null && now !== document.body
      if (now === target) return []
      if (is_back)
        return all
          .slice(at, inside ? placeBefore(all, now!) + 1 : all.length)
          .reverse()
          .map(nameOf)
      const ahead = inside ? all.findIndex(place => isAfter(place, now!)) : 0
      if (ahead >= 0 && ahead <= at) return all.slice(ahead, at + 1).map(nameOf)
      return [...(ahead < 0 ? [] : all.slice(ahead)).map(nameOf), null, ...all.slice(0, at + 1).map(nameOf)]
    },
    begin() {
      stops = []
    },
    gone: () => stops,
    isInView() {
      const { top, bottom, left, right } = document.activeElement!.getBoundingClientRect()
      return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth
    },
  }

  function isAfter(place: Element, now: Element): boolean {
    return place !== now && (now.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  }

  function placeBefore(all: HTMLElement[], now: Element): number {
    return all.findLastIndex(place => place !== now && !isAfter(place, now))
  }

  /** All that Tab stops at, one of a set of choices or tools, in the order of the text. */
  function places(): HTMLElement[] {
    const native = ['a[href]', 'button', 'input:not([type=hidden])', 'select', 'textarea', 'summary']
    const workable = [...native, '[tabindex="0"]', '[contenteditable="true"]'].join()
    return [...document.querySelectorAll<HTMLElement>(workable)].filter(
      place => place.checkVisibility({ visibilityProperty: true }) && !place.matches(`:disabled, ${led_by_arrows}`) && isChosen(place),
    )
  }

  function isChosen(place: HTMLElement): boolean {
    if (!(place instanceof HTMLInputElement) || place.type !== 'radio') return true
    const named = document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${CSS.escape(place.name)}"]`)
    const set = [...named].filter(({ form }) => form === place.form)
    return place === (set.find(({ checked }) => checked) ?? set[0])
  }

  function stopAt(place: HTMLElement): Stop {
    const { left, top, right, bottom, width, height } = place.getBoundingClientRect()
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(place)
    const is_seen = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !/, 0\)$|transparent/.test(outlineColor)
    const is_on_page = width > 1 && height > 1 && right + scrollX > 0 && bottom + scrollY > 0
    const fault = is_seen ? (is_on_page ? null : 'is out of view') : 'cannot be told from the others'
    return { name: nameOf(place), left, top: top + scrollY, bottom: bottom + scrollY, fault }
  }

  function nameOf(place: HTMLElement): string {
    const label = document.getElementById(place.getAttribute('aria-labelledby') ?? '')
    return (label?.textContent ?? place.getAttribute('aria-label') ?? place.getAttribute('name') ?? place.textContent ?? '')
      .trim()
      .slice(0, 60)
  }
}
