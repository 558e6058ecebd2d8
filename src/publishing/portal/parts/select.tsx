/** `lang`: where it is written in another language than the page. */
export type Choice = readonly [value: string, label: string, lang?: 'vi']

type SelectProps = { name: string; label: string; value: unknown; choices: readonly Choice[] }

/** One of several choices, under its label, as a reader’s form asks it. */
export function Select({ name, label, value, choices }: SelectProps) {
  return (
    <div>
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {choices.map(([choice, said, lang]) => (
          <option key={choice} value={choice} lang={lang} selected={choice === value}>
            {said}
          </option>
        ))}
      </select>
    </div>
  )
}
