/** What a form carries along unseen. */
export function HiddenFields({ fields }: { fields: readonly (readonly [name: string, value: string | undefined])[] }) {
  return fields
    .filter(([, value]) => value !== undefined)
    .map(([name, value], i) => <input key={`${name} ${i}`} type="hidden" name={name} value={value} />)
}
