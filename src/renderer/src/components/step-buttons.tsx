import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'

type Step = (() => void) | undefined

/** Undo and redo; a step there is none of is greyed. */
export function StepButtons({ undo, redo }: { undo: Step; redo: Step }) {
  return (
    <>
      <StepButton label="Undo" icon={<IconArrowBackUp size={16} />} onClick={undo} />
      <StepButton label="Redo" icon={<IconArrowForwardUp size={16} />} onClick={redo} />
    </>
  )
}

type Props = { label: string; icon: ReactNode; onClick: Step }

function StepButton({ label, icon, onClick }: Props) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        size={32}
        aria-label={label}
        disabled={!onClick}
        onClick={onClick}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  )
}
