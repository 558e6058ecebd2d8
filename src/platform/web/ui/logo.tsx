/** The emblem of the register; where it has none, the mark of the portal: a lozenge of the cloth. */
export function Logo({ href }: { href?: string | null }) {
  if (href) return <img src={href} width="48" height="48" alt="" />
  return (
    <svg width="48" height="48" viewBox="0 0 44 44" aria-hidden="true">
      <path d="M22 2 42 22 22 42 2 22Z" fill="none" stroke="#e9c46a" stroke-width="2" />
      <path d="M22 10 34 22 22 34 10 22Z" fill="#9b1c1f" stroke="#e9c46a" stroke-width="1.5" />
      <path d="M22 17 27 22 22 27 17 22Z" fill="#e9c46a" />
    </svg>
  )
}

/** The band of cloth below the masthead, woven of one small pattern; the only ornament of a page. */
export function Ornament() {
  return (
    <svg class="cloth" width="100%" height="14" aria-hidden="true">
      <pattern id="cloth" width="28" height="14" patternUnits="userSpaceOnUse">
        <path fill="#9b1c1f" d="M0 0h28v14H0z" />
        <path fill="#12233d" d="M0 0h28L14 6zM0 14h28L14 8z" />
        <path fill="none" stroke="#e9c46a" stroke-width="1.500" d="M-2 7 0 9l2-2-2-2zM26 7l2 2 2-2-2-2z" />
        <path fill="#e9c46a" d="M14 3.500 17.500 7 14 10.500 10.500 7z" />
        <path fill="#9b1c1f" d="M14 5.500 15.500 7 14 8.500 12.500 7z" />
      </pattern>
      <path fill="#e9c46a" d="M0 0h9999v14H0z" />
      <rect width="100%" y="1" height="12" fill="url(#cloth)" />
    </svg>
  )
}
