import { Button, SegmentedControl } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import classes from './criteria-editor.module.css'
import {
  addItem,
  emptyCriterion,
  isGroup,
  replaceItem,
  type CriteriaGroup,
} from './criteria-group.ts'
import { CriterionRow } from './criterion-row.tsx'
import type { FieldValues } from './field-values.ts'
import { ItemMenu } from './item-menu.tsx'

type Props = {
  group: CriteriaGroup
  onChange: (group: CriteriaGroup) => void
  /** Fields and values met on personas of the workspace. */
  known: FieldValues
  /** 0 for the outermost. */
  depth?: number
}

const DEEPEST = 3
const kinds: { value: CriteriaGroup['kind']; label: string }[] = [
  { value: 'all', label: 'all of these' },
  { value: 'any', label: 'any of these' },
  { value: 'none', label: 'none of these' },
]

/** Blocks of criteria, nested as they are combined. */
export function CriteriaEditor({ group, onChange, known, depth = 0 }: Props) {
  const canNest = depth < DEEPEST
  return (
    <fieldset className={classes.group} data-depth={depth} data-kind={group.kind}>
      <legend className={classes.legend}>
        <span>{depth === 0 ? 'People who match' : 'and who match'}</span>
        <SegmentedControl
          size="xs"
          aria-label="How the criteria combine"
          data={kinds}
          value={group.kind}
          onChange={(kind) => onChange({ ...group, kind: kind as CriteriaGroup['kind'] })}
        />
      </legend>
      {group.items.length === 0 && (
        <p className="quiet">
          {depth === 0
            ? 'No criteria: everyone in the workspace is in.'
            : 'An empty group changes nothing.'}
        </p>
      )}
      <ul className={classes.items}>
        {group.items.map((item, index) => {
          const menu = {
            group,
            index,
            onChange,
            canNest,
            isGroup: isGroup(item),
            name: `${isGroup(item) ? 'group' : 'criterion'} ${index + 1}`,
          }
          return (
            <li key={index} className={classes.item}>
              {isGroup(item) ? (
                <CriteriaEditor
                  group={item}
                  onChange={(changed) => onChange(replaceItem(group, index, changed))}
                  known={known}
                  depth={depth + 1}
                />
              ) : (
                <CriterionRow
                  criterion={item}
                  number={index + 1}
                  known={known}
                  onChange={(changed) => onChange(replaceItem(group, index, changed))}
                />
              )}
              <ItemMenu {...menu} />
            </li>
          )
        })}
      </ul>
      <div className={classes.actions}>
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange(addItem(group, emptyCriterion))}
        >
          Add a criterion
        </Button>
        {canNest && (
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
