import { ActionIcon, Textarea, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState, type ClipboardEvent } from 'react'
import { useBuilderStore } from './builder.store.ts'
import type { ConditionDraft } from './draft.ts'
import { conditionsFrom } from './paste-conditions.ts'
import classes from './step.module.css'

/** Conditions as rows, variables as columns. Cells pasted from a spreadsheet fill all of it. */
export function ConditionTable({ variables }: { variables: readonly string[] }) {
  const { draft, change } = useBuilderStore()
  const { conditions } = draft
  // A field that was not reached yet is not at fault.
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const errorOf = (field: string, value: string | undefined, message: string) =>
    left.has(field) && !value?.trim() ? message : undefined
  const replace = (index: number, part: Partial<ConditionDraft>, what: string) =>
    change(
      {
        conditions: conditions.map((condition, place) =>
          place === index ? { ...condition, ...part } : condition,
        ),
      },
      `condition ${index} ${what}`,
    )
  const onPaste = (event: ClipboardEvent) => {
    const pasted = conditionsFrom(event.clipboardData.getData('text'), variables)
    if (!pasted) return
    event.preventDefault()
    change({ conditions: pasted })
  }
  return (
    <>
      <div className={classes.scroll}>
        <table
          className={classes.grid}
          aria-label="Conditions and variables"
          onPaste={onPaste}
          onBlur={({ target }) => {
            const field = target.getAttribute('aria-label')
            if (field) setLeft((before) => new Set(before).add(field))
          }}
        >
          <thead>
            <tr>
              <th scope="col">Condition</th>
              {variables.map((name) => (
                <th key={name} scope="col" className="mono">
                  {`{{${name}}}`}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {conditions.map((condition, index) => (
              <tr key={condition.id}>
                <td>
                  <TextInput
                    aria-label={`Name of condition ${index + 1}`}
                    placeholder="Told early"
                    maxLength={200}
                    error={errorOf(
                      `Name of condition ${index + 1}`,
                      condition.name,
                      'Needs a name',
                    )}
                    value={condition.name}
                    onChange={({ currentTarget: { value } }) =>
                      replace(index, { name: value }, 'name')
                    }
                  />
                </td>
                {variables.map((name) => (
                  <td key={name}>
                    <Textarea
                      aria-label={`${name} in condition ${index + 1}`}
                      autosize
                      minRows={1}
                      error={errorOf(
                        `${name} in condition ${index + 1}`,
                        condition.variables[name],
                        'Needs a value',
                      )}
                      value={condition.variables[name] ?? ''}
                      onChange={({ currentTarget: { value } }) =>
                        replace(
                          index,
                          { variables: { ...condition.variables, [name]: value } },
                          name,
                        )
                      }
                    />
                  </td>
                ))}
                <td>
                  <ActionIcon
                    aria-label={`Remove condition ${index + 1}`}
                    mt={4}
                    onClick={() =>
                      change({ conditions: conditions.filter((other) => other !== condition) })
                    }
                  >
                    <IconX size={16} />
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet small">
        Paste cells from a spreadsheet into any field: a row for each condition, its name first.
      </p>
    </>
  )
}
