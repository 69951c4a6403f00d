import { ActionIcon, Button } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Skill } from '../../../../../shared/contract/skills.ts'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Page } from '../../../components/page.tsx'
import { QueryView } from '../../../components/query-view.tsx'
import { useSaveSkill } from '../skills.commands.ts'
import { skillQuery } from '../skills.queries.ts'
import { toFaultSentence } from './card-notes.tsx'
import classes from './editor.module.css'
import { emptySkillDraft, faultsOf, toBody, toDraft, type Faults } from './skill-draft.ts'
import { SkillEditor } from './skill-editor.tsx'
import { DraftBoundary, UnreadableDraft } from './unreadable-draft.tsx'
import { useSkillEditor } from './use-skill-editor.ts'

const route = getRouteApi('/skills/$skillId/edit')
const list = { label: 'Skills', to: '/skills' }

export function NewSkillPage() {
  return <Editing skill={null} />
}

export function EditSkillPage() {
  const { skillId } = route.useParams()
  const query = useQuery(skillQuery(skillId))
  if (query.data) return <Editing key={skillId} skill={query.data} />
  return (
    <Page title="Skill" crumbs={[list]}>
      <QueryView query={query}>{() => null}</QueryView>
    </Page>
  )
}

/** A draft of a skill; null: one that is not there yet. */
function Editing({ skill }: { skill: Skill | null }) {
  const saved = useMemo(() => (skill ? toDraft(skill) : emptySkillDraft), [skill])
  const editor = useSkillEditor({
    place: skill?.id ?? 'new',
    saved,
    base: skill?.versionId ?? null,
  })
  const { draft } = editor
  const faults = useMemo(() => faultsOf(draft), [draft])
  const navigate = useNavigate()
  const saving = useSaveSkill(skill?.id ?? null)
  const save = () =>
    saving.mutate(toBody(draft), {
      onSuccess: ({ skill: { id } }) => {
        editor.forget()
        void navigate({ to: '/skills/$skillId', params: { skillId: id }, search: {} })
      },
    })
  const isFinished = faults.own.length + faults.byCard.size + faults.byRule.size === 0
  return (
    <Page
      title={skill ? 'Edit' : draft.name || 'New skill'}
      crumbs={skill ? [list, { label: skill.name, to: `/skills/${skill.id}` }] : [list]}
      actions={
        <>
          <StepButtons undo={editor.undo} redo={editor.redo} />
          <Button variant="default" disabled={!editor.isChanged} onClick={editor.discard}>
            Discard changes
          </Button>
          <Button
            disabled={!isFinished || !editor.isChanged}
            loading={saving.isPending}
            onClick={save}
          >
            {skill ? `Save as version ${skill.version + 1}` : 'Save'}
          </Button>
        </>
      }
    >
      <div className={classes.main}>
        <Standing
          text={toStanding({ isChanged: editor.isChanged, isNew: skill === null, faults })}
          isOutdated={editor.isOutdated && skill !== null}
        />
        {editor.unreadable !== undefined && (
          <UnreadableDraft text={editor.unreadable} onForget={editor.forgetUnreadable} />
        )}
        {saving.error && <ErrorPanel error={saving.error} />}
        <DraftBoundary key={editor.generation} onFailure={editor.setAside}>
          <SkillEditor draft={draft} edit={editor.edit} faults={faults} />
        </DraftBoundary>
      </div>
    </Page>
  )
}

function StepButtons({ undo, redo }: Pick<ReturnType<typeof useSkillEditor>, 'undo' | 'redo'>) {
  return (
    <>
      <ActionIcon size="lg" aria-label="Undo" title="Undo (Ctrl Z)" disabled={!undo} onClick={undo}>
        <IconArrowBackUp size={18} />
      </ActionIcon>
      <ActionIcon
        size="lg"
        aria-label="Redo"
        title="Redo (Ctrl Shift Z)"
        disabled={!redo}
        onClick={redo}
      >
        <IconArrowForwardUp size={18} />
      </ActionIcon>
    </>
  )
}

function Standing({ text, isOutdated }: { text: string; isOutdated: boolean }) {
  return (
    <div className={classes.notice} role="status">
      <span>{text}</span>
      {isOutdated && (
        <span>
          Another version was saved since this draft began. Saving makes a version of what stands
          here; discarding goes to what was saved.
        </span>
      )}
    </div>
  )
}

type Standings = { isChanged: boolean; isNew: boolean; faults: Faults }

/** Where the draft is, and what is missing for it to be saved. */
function toStanding({ isChanged, isNew, faults }: Standings): string {
  if (!isChanged)
    return isNew ? 'Nothing written yet.' : 'As it was saved. What you change makes a new version.'
  const kept = 'Kept in this browser, not saved yet.'
  const first = faults.own[0]
  if (first?.field === 'questions') return `${kept} To save it: add a question.`
  if (first) return `${kept} To save it: ${toFaultSentence(first)}`
  if (faults.byCard.size > 0)
    return `${kept} To save it: finish ${faults.byCard.size === 1 ? 'the question' : `the ${faults.byCard.size} questions`} marked “To finish”.`
  if (faults.byRule.size > 0) return `${kept} To save it: finish how answers are scored.`
  return kept
}
