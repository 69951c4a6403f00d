import { Button, Modal, Radio, Stack, TagsInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { useCodebookChange } from './themes.queries.ts'

type Props = {
  opened: boolean
  onClose: () => void
  change: ReturnType<typeof useCodebookChange>
  n: number
}

/** A theme by hand: a name, and the words that answers about it use. */
export function AddTheme({ opened, onClose, change, n }: Props) {
  const [label, setLabel] = useState('')
  const [keywords, setKeywords] = useState<string[]>([])
  const [from, setFrom] = useState<'unclear' | 'all'>('unclear')
  const add = () => {
    if (label.trim() === '') return
    change.mutate(
      { edit: { type: 'add', label: label.trim(), keywords, from } },
      {
        onSuccess: () => {
          setLabel('')
          setKeywords([])
          onClose()
        },
      },
    )
  }
  return (
    <Modal opened={opened} onClose={onClose} title="Add a theme">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <Stack gap="sm">
          <TextInput
            label="Name"
            data-autofocus
            value={label}
            maxLength={120}
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
          <TagsInput
            label="Keywords"
            description="Answers that use one of them belong to the theme. Enter after each; phrases are fine."
            value={keywords}
            onChange={setKeywords}
            maxTags={30}
          />
          <Radio.Group
            label="Take answers from"
            value={from}
            onChange={(value) => setFrom(value as 'unclear' | 'all')}
          >
            <Stack gap={4} mt={4}>
              <Radio value="unclear" label="Other or unclear only" />
              <Radio value="all" label={`All ${n} answers, also from other themes`} />
            </Stack>
          </Radio.Group>
          <Button type="submit" disabled={label.trim() === ''} loading={change.isPending}>
            Add theme
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
