import { sayName } from '../../../basis/shared/names-in-english.ts'
import { Frame, type StaffPageProps } from '../../../platform/staff/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import type { Rule, RuleVersion } from '../rule.ts'
import { rule_words } from '../rule-words.ts'
import { Version } from './rule.tsx'

type Shown = { rule: Rule; now: RuleVersion[] }
type RulesProps = StaffPageProps & {
  unit: string
  name: string
  shown: Shown[]
  /** Whose office sets what holds for the whole register. */
  top: { key: string; name: string } | null
  told?: string
}

/** What holds here, each rule with its authority and the way to change it. */
export function RulesPage({ unit, name, shown, top, told, ...staff_page }: RulesProps) {
  const { lang, to } = staff_page.view
  const words = rule_words[lang]
  const of = (whose: Rule['of']) => shown.filter(({ rule }) => rule.of === whose)
  return (
    <Frame {...staff_page} {...{ told }} title={words.title} crumb={name} here={t => t.rules({ unit })}>
      <p>{words.lead}</p>
      {(['register', 'level'] as const).map(
        whose =>
          of(whose).length > 0 && (
            <section key={whose}>
              <h2>{whose === 'register' ? words.of_register : words.of_level}</h2>
              <RuleList {...{ view: staff_page.view, unit }} shown={of(whose)} />
            </section>
          ),
      )}
      {top && top.key !== unit && (
        <p>
          <a href={to.rules({ unit: top.key })}>
            {words.of_register}: {sayName(top.name, lang)}
          </a>
        </p>
      )}
    </Frame>
  )
}

function RuleList({ view, unit, shown }: { view: ViewContext; unit: string; shown: Shown[] }) {
  const { lang, to } = view
  const words = rule_words[lang]
  return (
    <ul class="ways">
      {shown.map(({ rule, now }) => (
        <li key={rule.rule}>
          <a href={to.rule({ unit, rule: rule.rule })}>
            <strong>{rule.title[lang]}</strong>
          </a>
          {now.length === 0 && <p>{words.none}</p>}
          {now.map(version => (
            <Version key={version.recorded_at + version.number} {...{ view, version }} />
          ))}
        </li>
      ))}
    </ul>
  )
}
