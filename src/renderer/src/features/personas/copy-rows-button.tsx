import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { traitNames, type PersonaListItem } from '../../../../shared/contract/personas.ts'
import { formatCount } from '../../lib/format.ts'
import { toTsv } from '../../lib/to-tsv.ts'

const facts = ['firstName', 'lastName', 'age', 'baseOccupation', 'location', 'gender'] as const

/** The rows read so far, for a spreadsheet. */
export function CopyRowsButton({ personas }: { personas: readonly PersonaListItem[] }) {
  const rows = () => [
    [...facts, ...traitNames, 'timelineLength', 'id'],
    ...personas.map((persona) => [
      ...facts.map((fact) => persona[fact]),
      ...traitNames.map((trait) => persona.traits[trait]),
      persona.timelineLength,
      persona.id,
    ]),
  ]
  const { copied, copy } = useClipboard()
  return (
    <Button variant="subtle" color="gray" onClick={() => copy(toTsv(rows()))}>
      {copied ? 'Copied' : `Copy ${formatCount(personas.length, 'row')}`}
    </Button>
  )
}
