export type Choice = readonly [value: string, label: string]

type SelectProps = { name: string; label: string; value: unknown; choices: readonly Choice[] }

/** One of several choices, under its label, as a reader’s form asks it. */
export function Select({ name, label, value, choices }: SelectProps) {
  return (
    <div>
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {choices.map(([choice, said]) => (
          <option key={choice} value={choice} selected={choice === value}>
            {said}
          </option>
        ))}
      </select>
    </div>
  )
}
