import type { ComponentChildren } from 'preact'

/** What is wider than the page scrolls in itself, from the keyboard too; `label` says what is in it. */
export function Scroll({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it only a pointer could scroll
    <section class="scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
