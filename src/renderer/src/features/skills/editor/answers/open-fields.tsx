import { MultiSelect } from '@mantine/core'
import { Probe, type QuestionOf } from '../../../../../../shared/contract/questions.ts'
import { put } from '../put.ts'
import type { FieldsProps } from './fields-props.ts'

const probeWords: Readonly<Record<Probe, string>> = {
  why: 'Why',
  'ladder-up': 'Why that matters (laddering up)',
  'ladder-down': 'What exactly (laddering down)',
  example: 'An example',
  contrast: 'Compared with something else',
  silence: 'Silence',
}
const data = Probe.options.map((value) => ({ value, label: probeWords[value] }))

export function OpenFields({ question, onChange }: FieldsProps<QuestionOf<'open'>>) {
  return (
    <MultiSelect
      label="Follow-ups"
      description="Said after the answer, in this order; each is answered in turn."
      placeholder={question.probes?.length ? '' : 'None'}
      maw={560}
      maxValues={8}
      data={data}
      value={question.probes ?? []}
      onChange={(probes) =>
        onChange(put(question, 'probes', probes.length > 0 ? (probes as Probe[]) : undefined))
      }
    />
  )
}
