import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { QuestionType } from '../../../../../shared/contract/questions.ts'
import { typeGroups, typeWords } from './question-types.ts'

type Props = { onAdd: (type: QuestionType) => void; isFirst: boolean }

/** Picks the type by what its answers tell. */
export function AddQuestion({ onAdd, isFirst }: Props) {
  return (
    <Menu position="bottom-start" width={460}>
      <Menu.Target>
        <Button
          variant={isFirst ? 'filled' : 'default'}
          leftSection={<IconPlus size={16} />}
          style={{ justifySelf: 'start' }}
        >
          {isFirst ? 'Add the first question' : 'Add a question'}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={480} style={{ overflowY: 'auto' }}>
        {typeGroups.map(({ group, items }) => [
          <Menu.Label key={group}>{group}</Menu.Label>,
          ...items.map(({ value, label }) => (
            <Menu.Item key={value} onClick={() => onAdd(value)}>
              {label}
              <span className="quiet small" style={{ display: 'block' }}>
                {typeWords[value].about}
              </span>
            </Menu.Item>
          )),
        ])}
      </Menu.Dropdown>
    </Menu>
  )
}
