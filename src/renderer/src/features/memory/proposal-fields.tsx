import { NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { MemoryType, type NewTimelineEntry } from '../../../../shared/contract/timeline.ts'
import { LimitedTextarea } from '../../components/limited-textarea.tsx'
import { memoryGlyphs } from '../../styles/tokens.ts'
import classes from './proposal-editor.module.css'
import type { Draft } from './proposals.ts'

const dateSources: Record<Draft['dateFrom'], string | undefined> = {
  text: undefined,
  column: undefined,
  heading: 'From the heading above it.',
  neighbour: 'From the passage next to it.',
  assumed: 'Nothing says when: please look.',
}

const proseFields = [
  { field: 'facts', label: 'Facts' },
  { field: 'feelings', label: 'Feelings' },
  { field: 'interpretation', label: 'Interpretation' },
] as const

type Props = { draft: Draft; onChange: (change: Partial<NewTimelineEntry>) => void }

/** One proposal with the passage it was made from. */
export function ProposalFields({ draft, onChange }: Props) {
  const { entry } = draft
  return (
    <div className={classes.fields}>
      <div>
        <p className="quiet small">{draft.where}</p>
        <blockquote className="quiet">{draft.quote}</blockquote>
      </div>
      {draft.notes.map((note) => (
        <p key={note} className="quiet small">
          {note}
        </p>
      ))}
      <TextInput
        label="What happened"
        maxLength={500}
        value={entry.eventLabel}
        onChange={(event) => onChange({ eventLabel: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <TextInput
          label="When"
          type="date"
          description={dateSources[draft.dateFrom]}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={entry.eventAt.slice(0, 10)}
          onChange={(event) => onChange({ eventAt: event.currentTarget.value })}
        />
        <div className={classes.pair}>
          <NativeSelect
            label="Type"
            value={entry.memoryType}
            data={MemoryType.options.map((type) => ({
              value: type,
              label: `${memoryGlyphs[type]} ${type}`,
            }))}
            onChange={(event) =>
              onChange({ memoryType: MemoryType.parse(event.currentTarget.value) })
            }
          />
          <NumberInput
            label="Strength"
            min={0}
            max={100}
            value={entry.memoryStrength}
            onChange={(value) => typeof value === 'number' && onChange({ memoryStrength: value })}
          />
        </div>
      </div>
      {proseFields.map(({ field, label }) => (
        <LimitedTextarea
          key={field}
          label={label}
          limit={5000}
          value={entry[field]}
          onChange={(text) => onChange({ [field]: text })}
        />
      ))}
    </div>
  )
}
