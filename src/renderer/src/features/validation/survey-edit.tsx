import { Button, Checkbox, MultiSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  SurveySource,
  type HumanSurveyAnswer,
  type ItemUse,
  type SurveyItem,
} from '../../../../shared/contract/human-surveys.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { Section } from '../../components/section.tsx'
import { itemUses } from './item-uses.ts'
import { SurveyAbout } from './survey-about.tsx'
import { changeSurvey, surveyQuery } from './validation.queries.ts'
import classes from './validation.module.css'

type Props = { surveyId: string; onDone: () => void }
type Said = Pick<SurveyItem, 'id' | 'text' | 'ordered' | 'usedFor'>

/** What is said about a survey and its questions: dates, what items served for. */
export function SurveyEdit({ surveyId, onDone }: Props) {
  const query = useQuery(surveyQuery(surveyId))
  return (
    <QueryView query={query}>{(answer) => <Fields answer={answer} onDone={onDone} />}</QueryView>
  )
}

function Fields({
  answer: { survey, items },
  onDone,
}: {
  answer: HumanSurveyAnswer
  onDone: () => void
}) {
  const client = useQueryClient()
  const [about, setAbout] = useState(() => SurveySource.strip().parse(survey))
  const [changed, setChanged] = useState<Readonly<Record<string, Said>>>({})
  const saving = useMutation({
    mutationFn: () => changeSurvey(client, survey.id, { about, items: Object.values(changed) }),
    onSuccess: onDone,
  })
  return (
    <div className={classes.form}>
      <Section title="Where it comes from">
        <SurveyAbout about={about} people={survey.people} onChange={setAbout} />
      </Section>
      <Section title="Questions">
        <p className="quiet small">
          An item that served to tune the wording, as a reference or as a margin cannot validate: it
          is shown in reports, never tested.
        </p>
        <div className={classes.scroll}>
          <table className={classes.numbers}>
            <thead>
              <tr>
                <th scope="col">Column</th>
                <th scope="col">Question as it was put</th>
                <th scope="col">Ordered</th>
                <th scope="col">Served for</th>
              </tr>
            </thead>
            <tbody>
              {items
                .filter(({ kind }) => kind === 'question')
                .map((item) => (
                  <ItemRow
                    key={item.id}
                    item={changed[item.id] ?? item}
                    onChange={(next) => setChanged((now) => ({ ...now, [item.id]: next }))}
                  />
                ))}
            </tbody>
          </table>
        </div>
      </Section>
      {saving.error && <ErrorPanel error={saving.error} />}
      <div className={classes.actions}>
        <Button
          disabled={about.name.trim() === ''}
          loading={saving.isPending}
          onClick={() => saving.mutate()}
        >
          Save
        </Button>
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </div>
  )
}

function ItemRow({ item, onChange }: { item: Said; onChange: (item: Said) => void }) {
  const { id, text, ordered, usedFor } = item
  const next = (change: Partial<Said>) => onChange({ id, text, ordered, usedFor, ...change })
  return (
    <tr>
      <th scope="row">{id}</th>
      <td>
        <TextInput
          size="xs"
          miw={260}
          aria-label={`Text of ${id}`}
          defaultValue={text}
          onBlur={({ currentTarget: { value } }) =>
            value.trim() !== '' && value.trim() !== text && next({ text: value.trim() })
          }
        />
      </td>
      <td>
        <Checkbox
          aria-label={`Answers to ${id} have an order`}
          checked={ordered}
          onChange={({ currentTarget }) => next({ ordered: currentTarget.checked })}
        />
      </td>
      <td>
        <MultiSelect
          size="xs"
          w={240}
          aria-label={`What ${id} served for`}
          placeholder={usedFor.length > 0 ? '' : 'Nothing else'}
          value={usedFor}
          data={itemUses}
          onChange={(uses) => next({ usedFor: uses as ItemUse[] })}
        />
      </td>
    </tr>
  )
}
