import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconArrowMoveRight } from '@tabler/icons-react'

type Props = {
  themes: readonly { id: string; label: string }[]
  from: string
  onMove: (themeId: string | null) => void
}

/** Gives one answer to another theme; dragging it there does the same. */
export function MoveMenu({ themes, from, onMove }: Props) {
  const targets = themes.filter(({ id }) => id !== from && id !== 'unclear')
  return (
    <Menu position="bottom-end">
      <Tooltip label="Move to another theme">
        <span>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label="Move to another theme">
              <IconArrowMoveRight size={16} />
            </ActionIcon>
          </Menu.Target>
        </span>
      </Tooltip>
      <Menu.Dropdown>
        <Menu.Label>Move to</Menu.Label>
        {targets.map(({ id, label }) => (
          <Menu.Item key={id} onClick={() => onMove(id)}>
            {label}
          </Menu.Item>
        ))}
        {from !== 'unclear' && <Menu.Item onClick={() => onMove(null)}>Other or unclear</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  )
}
