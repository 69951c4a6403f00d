import { ActionIcon, Button, Tooltip } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowsJoin,
  IconHistory,
  IconLock,
  IconLockOpen,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react'
import { useState } from 'react'
import type { Codebook } from '../../../../shared/contract/codebooks.ts'
import type { QuestionThemes } from '../../../../shared/contract/themes.ts'
import { Label } from '../../components/label.tsx'
import { formatDay } from '../../lib/format.ts'
import { AddTheme } from './add-theme.tsx'
import { CarryOver } from './carry-over.tsx'
import { CodebookHistory } from './codebook-history.tsx'
import { Proposals } from './proposals.tsx'
import classes from './themes.module.css'
import type { useCodebookChange } from './themes.queries.ts'

type Props = {
  runId: string
  questionId: string
  codebook: Codebook | null | undefined
  change: ReturnType<typeof useCodebookChange>
  selected: readonly string[]
  found: QuestionThemes
  onMerge: () => void
  onClear: () => void
}

/** What can be done to the themes as a whole. */
export function CodebookBar(props: Props) {
  const { codebook, change, selected, found, onMerge, onClear } = props
  const [open, setOpen] = useState<'add' | 'history' | null>(null)
  const frozenAt = codebook?.frozenAt ?? null
  const step = (name: 'undo' | 'redo' | 'freeze' | 'unfreeze') => change.mutate({ step: name })
  return (
    <div className={classes.bar} role="toolbar" aria-label="Codebook">
      {selected.length > 0 && frozenAt === null ? (
        <>
          <span>{selected.length} selected</span>
          <Button
            size="xs"
            leftSection={<IconArrowsJoin size={14} />}
            disabled={selected.length < 2}
            onClick={onMerge}
          >
            Merge (M)
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconTrash size={14} />}
            onClick={() => {
              for (const themeId of selected) change.mutate({ edit: { type: 'delete', themeId } })
              onClear()
            }}
          >
            Delete
          </Button>
          <Button size="xs" variant="subtle" onClick={onClear}>
            Select none
          </Button>
        </>
      ) : (
        <>
          <State codebook={codebook} />
          {frozenAt === null && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPlus size={14} />}
              onClick={() => setOpen('add')}
            >
              Add theme
            </Button>
          )}
          {frozenAt === null && <Proposals {...props} />}
          {!codebook && <CarryOver {...props} />}
        </>
      )}
      <span className={classes.spring} />
      <Step label="Undo (⌘Z)" disabled={!codebook?.canUndo} onClick={() => step('undo')}>
        <IconArrowBackUp size={16} />
      </Step>
      <Step label="Redo (⇧⌘Z)" disabled={!codebook?.canRedo} onClick={() => step('redo')}>
        <IconArrowForwardUp size={16} />
      </Step>
      <Step label="History" disabled={!codebook} onClick={() => setOpen('history')}>
        <IconHistory size={16} />
      </Step>
      {frozenAt === null ? (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconLock size={14} />}
          disabled={found.themes.length === 0}
          onClick={() => step('freeze')}
        >
          Freeze themes
        </Button>
      ) : (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconLockOpen size={14} />}
          onClick={() => step('unfreeze')}
        >
          Open again
        </Button>
      )}
      <AddTheme opened={open === 'add'} onClose={() => setOpen(null)} change={change} n={found.n} />
      {codebook && (
        <CodebookHistory
          codebook={codebook}
          opened={open === 'history'}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}

function State({ codebook }: { codebook: Codebook | null | undefined }) {
  if (codebook?.frozenAt) return <Label tone="good">Frozen {formatDay(codebook.frozenAt)}</Label>
  if (!codebook) return <Label>As found</Label>
  const from = codebook.startedFrom
  return (
    <Label tone="accent">
      {from.kind === 'run' ? `Taken over from run ${from.number}` : 'Your codebook'}
    </Label>
  )
}

type StepProps = {
  label: string
  disabled: boolean
  onClick: () => void
  children: React.ReactNode
}

function Step({ label, disabled, onClick, children }: StepProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        size={30}
        aria-label={label.replace(/ \(.*/, '')}
        disabled={disabled}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
