import { ActionIcon, Button, Select } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import classes from './criteria-editor.module.css'
import {
  addItem,
  emptyCriterion,
  isGroup,
  replaceItem,
  type CriteriaGroup,
} from './criteria-group.ts'
import { CriterionRow } from './criterion-row.tsx'

type Props = {
  group: CriteriaGroup
  onChange: (group: CriteriaGroup) => void
  /** Keys seen on personas of the workspace. */
  attributeKeys: readonly string[]
  /** 0 for the outermost; groups nest once. */
  depth?: number
  onRemove?: () => void
}

const kinds: { value: CriteriaGroup['kind']; label: string }[] = [
  { value: 'all', label: 'all of these' },
  { value: 'any', label: 'any of these' },
  { value: 'none', label: 'none of these' },
]

export function CriteriaEditor({ group, onChange, attributeKeys, depth = 0, onRemove }: Props) {
  return (
    <fieldset className={classes.group} data-depth={depth}>
      <legend className={classes.legend}>
        <span>{depth === 0 ? 'People who match' : 'and'}</span>
        <Select
          aria-label="How the criteria combine"
          w={150}
          data={kinds}
          value={group.kind}
          allowDeselect={false}
          onChange={(kind) => kind && onChange({ ...group, kind })}
        />
        {onRemove && (
          <ActionIcon aria-label="Remove the group" onClick={onRemove}>
            <IconX size={16} />
          </ActionIcon>
        )}
      </legend>
      {group.items.length === 0 && (
        <p className="quiet">No criteria: everyone in the workspace is in.</p>
      )}
      {group.items.map((item, index) =>
        isGroup(item) ? (
          <CriteriaEditor
            key={index}
            group={item}
            onChange={(changed) => onChange(replaceItem(group, index, changed))}
            onRemove={() => onChange(replaceItem(group, index, null))}
            attributeKeys={attributeKeys}
            depth={depth + 1}
          />
        ) : (
          <CriterionRow
            key={index}
            criterion={item}
            number={index + 1}
            attributeKeys={attributeKeys}
            onChange={(changed) => onChange(replaceItem(group, index, changed))}
            onRemove={() => onChange(replaceItem(group, index, null))}
          />
        ),
      )}
      <div className={classes.actions}>
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange(addItem(group, emptyCriterion))}
        >
          Add a criterion
        </Button>
        {depth < 2 && (
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            onClick={() => onChange(addItem(group, { kind: 'any', items: [emptyCriterion] }))}
          >
            Add a group
          </Button>
        )}
      </div>
    </fieldset>
  )
}
