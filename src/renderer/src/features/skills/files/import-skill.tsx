import { Button, Modal, TextInput } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { SkillFilePreview } from '../../../../../shared/contract/skill-files.ts'
import type { Question } from '../../../../../shared/contract/skills.ts'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { FileDrop } from '../../../components/file-drop.tsx'
import { formatCount } from '../../../lib/format.ts'
import { answerLists, describeAnswers } from '../describe-answers.ts'
import { useSaveSkill } from '../skills.commands.ts'
import classes from './files.module.css'
import { LossList } from './loss-list.tsx'
import { previewFile } from './skill-files.commands.ts'

/** A file becomes a skill once what is lost has been seen. */
export function ImportSkillButton() {
  const [isOpen, setIsOpen] = useState(false)
  const [preview, setPreview] = useState<SkillFilePreview | null>(null)
  const close = () => {
    setIsOpen(false)
    setPreview(null)
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileUpload size={16} />}
        onClick={() => setIsOpen(true)}
      >
        Import
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={preview ? 'Keep this skill?' : 'Import a skill'}
        size={preview ? 'min(960px, 92vw)' : 'lg'}
      >
        {preview ? (
          <Proposal preview={preview} onDone={close} onCancel={close} />
        ) : (
          <Choose onRead={setPreview} />
        )}
      </Modal>
    </>
  )
}

function Choose({ onRead }: { onRead: (preview: SkillFilePreview) => void }) {
  const reading = useMutation({ mutationFn: previewFile, onSuccess: onRead })
  return (
    <div className={classes.body}>
      <p className="quiet">
        A skill that was exported as JSON, or a survey of Qualtrics (QSF). You see what comes
        through and what does not before anything is kept. Up to 9 MiB.
      </p>
      <FileDrop
        label="File with a skill"
        accept=".qsf,.json"
        busy={reading.isPending}
        onFile={(file) => reading.mutate(file)}
      />
      {reading.error && <ErrorPanel error={reading.error} />}
    </div>
  )
}

function answersInWords(question: Question): string {
  const listed = answerLists(question).map(({ texts }) => texts.join(', '))
  return [question.type, ...listed, describeAnswers(question)].filter(Boolean).join(' · ')
}

type ProposalProps = { preview: SkillFilePreview; onDone: () => void; onCancel: () => void }

function Proposal({ preview, onDone, onCancel }: ProposalProps) {
  const { skill, losses, found, taken } = preview
  const [name, setName] = useState(skill.name)
  const navigate = useNavigate()
  const saving = useSaveSkill(null)
  const keep = () =>
    saving.mutate(
      { ...skill, name },
      {
        onSuccess: async ({ skill: { id: skillId } }) => {
          onDone()
          await navigate({ to: '/skills/$skillId', params: { skillId } })
        },
      },
    )
  const known = new Set(skill.questions.map(({ id }) => id))
  const general = losses.filter(({ questionId }) => !questionId || !known.has(questionId))
  return (
    <form
      className={classes.body}
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <p role="status">
        {taken} of {formatCount(found, 'question', 'questions')} come through.{' '}
        {losses.length === 0
          ? 'Nothing is lost.'
          : `${formatCount(losses.length, 'thing', 'things')} left out or changed.`}
      </p>
      <TextInput
        label="Name"
        value={name}
        maxLength={200}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {general.length > 0 && (
        <section className={classes.general} aria-label="Of the survey">
          <LossList losses={general} places />
        </section>
      )}
      <ol className={classes.questions} tabIndex={0} aria-label="Questions that come through">
        {skill.questions.map((question) => (
          <li key={question.id}>
            <p>
              {question.text} <span className="quiet small">{answersInWords(question)}</span>
            </p>
            <LossList
              losses={losses.filter((it) => it.questionId === question.id)}
              places={false}
            />
          </li>
        ))}
      </ol>
      {saving.error && <ErrorPanel error={saving.error} />}
      <div className={classes.actions}>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" loading={saving.isPending} disabled={name.trim() === ''}>
          Keep the skill
        </Button>
      </div>
    </form>
  )
}
