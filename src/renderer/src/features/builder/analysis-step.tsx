import { NumberInput, Textarea, TextInput } from '@mantine/core'
import { ComparisonsInput } from '../studies/comparisons-input.tsx'
import { useBuilderStore } from './builder.store.ts'
import classes from './step.module.css'
import { useAsked } from './use-asked.ts'

const meanTypes = new Set(['likert', 'numeric', 'nps'])

/** What will be compared, and of whom: named before anybody is asked. */
export function AnalysisStep() {
  const { draft, change } = useBuilderStore()
  const { asked } = useAsked()
  const closed = asked.questions.filter(({ type }) => type !== 'open')
  const compared = new Set(draft.comparisons.map(({ questionId }) => questionId))
  const means = closed.filter(({ id, type }) => meanTypes.has(type) && compared.has(id))
  return (
    <div className={classes.step}>
      <div className={classes.fields}>
        <div>
          <h2>Comparisons and exclusions</h2>
          <p className="quiet">
            Differences you expect, named before launch, are tested; all others are labelled
            exploratory. Each further one of the same question makes every one harder to see (Holm).
          </p>
        </div>
        {closed.length === 0 ? (
          <p>Only questions with answers to choose from can be compared. There is none yet.</p>
        ) : (
          <ComparisonsInput
            questions={closed}
            hasConditions={draft.conditions.length > 1}
            value={draft.comparisons}
            onChange={(comparisons) =>
              change({ comparisons }, typed(draft.comparisons, comparisons))
            }
          />
        )}
      </div>
      {means.map(({ id, text }) => (
        <HumanSdFields key={id} questionId={id} text={text} />
      ))}
      <div className={classes.fields}>
        <Textarea
          label="Exclusions"
          description="Whose answers are left out of the analysis, and why; or “none”. A registration needs it."
          autosize
          maxLength={2000}
          value={draft.exclusions}
          onChange={(event) => change({ exclusions: event.currentTarget.value })}
        />
      </div>
    </div>
  )
}

/** Adding and taking out are steps of their own. */
const typed = (before: readonly unknown[], after: readonly unknown[]) =>
  before.length === after.length ? 'comparisons' : ''

/** How much people differ: without it, power rests on a rule of thumb or on personas. */
function HumanSdFields({ questionId, text }: { questionId: string; text: string }) {
  const { draft, change } = useBuilderStore()
  const known = draft.humanSds.find((one) => one.questionId === questionId)
  const set = (part: { sd?: number; source?: string }) => {
    const next = { questionId, sd: 0, source: '', ...known, ...part }
    const others = draft.humanSds.filter((one) => one.questionId !== questionId)
    const isEmpty = next.sd === 0 && next.source === ''
    change({ humanSds: isEmpty ? others : [...others, next] }, `sd ${questionId}`)
  }
  const isHalf = known !== undefined && known.sd > 0 !== (known.source.trim() !== '')
  return (
    <fieldset className={classes.sd}>
      <legend>How much people differ on {questionId} (optional)</legend>
      <p className="quiet">“{text}” Personas differ less than people do: power needs theirs.</p>
      <NumberInput
        label="Standard deviation among people"
        w={280}
        min={0}
        value={known?.sd || ''}
        error={isHalf && known.sd === 0 && 'Needs a number above 0'}
        onChange={(sd) => set({ sd: Number(sd) || 0 })}
      />
      <TextInput
        label="Where it was read"
        placeholder="Survey, year, table"
        w={320}
        maxLength={500}
        value={known?.source ?? ''}
        error={isHalf && known.sd > 0 && 'Needs its source'}
        onChange={(event) => set({ source: event.currentTarget.value })}
      />
    </fieldset>
  )
}
