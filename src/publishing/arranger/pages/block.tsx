import { type FieldError, FormFields, FormPage, type StaffPageProps, type Typed } from '../../../platform/staff/index.ts'
import type { Block, Region } from '../../portal/index.ts'
import type { ArrangedBlock } from '../arrangement/arranged-blocks.ts'
import type { Arrangement } from '../arrangement/find-arrangement.ts'
import { arranger_words, page_words, region_words } from '../words.ts'

type BlockProps = StaffPageProps & {
  arrangement: Arrangement
  block: Block
  region: Region
  /** The block that stands already; without it a new one is added. */
  one?: ArrangedBlock
  typed: Typed
  /** The answers that come from the register, by field. */
  options: Record<string, readonly { value: string; label: string }[]>
  field_errors: FieldError[]
  /** The version that was in view. */
  read: number
}

/** One block, set up by the form that it declares. */
export function BlockPage({ arrangement, block, region, one, typed, options, field_errors, read, ...staff_page }: BlockProps) {
  const { lang, to } = staff_page.view
  const words = arranger_words[lang]
  const { form } = block.setup
  const is_plain = Object.keys(form).length === 0
  const at_region = region_words[region][lang]
  return (
    <FormPage
      {...staff_page}
      {...{ field_errors }}
      title={one ? words.set_title(block.name[lang]) : words.add_title(block.name[lang], at_region)}
      crumb={`${words.title} · ${page_words[arrangement.page][lang]}`}
      here={t =>
        one ? t.arrangement_block({ ...arrangement, n: one.n }) : t.arrangement_add({ ...arrangement, type: block.type, region })
      }
      lead={block.about[lang]}
      hidden={[
        ['read', String(read)],
        ...(one
          ? []
          : ([
              ['khoi', block.type],
              ['vung', region],
            ] as [string, string][])),
      ]}
      button={one ? words.set_button : words.add_button}
      cancel={{ href: to.arrangement(arrangement), label: words.back_to_arrangement }}
    >
      {is_plain ? <p class="hint">{words.nothing_to_set}</p> : <FormFields {...{ form, lang, typed, field_errors, options }} />}
    </FormPage>
  )
}
