import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowsSplit2,
  IconArrowUp,
  IconDots,
  IconTrash,
} from '@tabler/icons-react'
import type { CodebookEditRequest } from '../../../../shared/contract/codebooks.ts'

type Props = {
  label: string
  themeId: string
  onEdit: (edit: CodebookEditRequest) => void
  onMove: (by: number) => void
}

export function ThemeMenu({ label, themeId, onEdit, onMove }: Props) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={`More for ${label}`}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {[2, 3, 4].map((parts) => (
          <Menu.Item
            key={parts}
            leftSection={<IconArrowsSplit2 size={14} />}
            onClick={() => onEdit({ type: 'split', themeId, parts })}
          >
            Split into {parts}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconArrowUp size={14} />} onClick={() => onMove(-1)}>
          Move up
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowDown size={14} />} onClick={() => onMove(1)}>
          Move down
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconTrash size={14} />}
          onClick={() => onEdit({ type: 'delete', themeId })}
        >
          Delete; its answers become unclear
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
