import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowUp,
  IconBoxMultiple,
  IconCopy,
  IconDots,
  IconTrash,
  IconBoxOff,
} from '@tabler/icons-react'
import {
  duplicateItem,
  moveItem,
  replaceItem,
  unwrapItem,
  wrapItem,
  type CriteriaGroup,
} from './criteria-group.ts'

type Props = {
  group: CriteriaGroup
  index: number
  /** What it is called: "criterion 2", "group 1". */
  name: string
  isGroup: boolean
  canNest: boolean
  onChange: (group: CriteriaGroup) => void
}

/** All that can be done to one line or group, reachable by keyboard. */
export function ItemMenu({ group, index, name, isGroup, canNest, onChange }: Props) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={`Actions for ${name}`} mt={2}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconArrowUp size={14} />}
          disabled={index === 0}
          onClick={() => onChange(moveItem(group, index, -1))}
        >
          Move up
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown size={14} />}
          disabled={index === group.items.length - 1}
          onClick={() => onChange(moveItem(group, index, 1))}
        >
          Move down
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCopy size={14} />}
          onClick={() => onChange(duplicateItem(group, index))}
        >
          Duplicate
        </Menu.Item>
        {isGroup ? (
          <Menu.Item
            leftSection={<IconBoxOff size={14} />}
            onClick={() => onChange(unwrapItem(group, index))}
          >
            Take out of its group
          </Menu.Item>
        ) : (
          canNest && (
            <Menu.Item
              leftSection={<IconBoxMultiple size={14} />}
              onClick={() => onChange(wrapItem(group, index))}
            >
              Put in a group
            </Menu.Item>
          )
        )}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconTrash size={14} />}
          onClick={() => onChange(replaceItem(group, index, null))}
        >
          Remove
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
