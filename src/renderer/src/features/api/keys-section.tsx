import { Button, CopyButton, Modal, Select, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { KeyProfile, type ApiKey } from '../../../../shared/contract/tenancy.ts'
import { DataList, type Column } from '../../components/data-list.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Label } from '../../components/label.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { showFailure } from '../../components/undo-notification.tsx'
import { createKey, keysKey, keysQuery, revokeKey, type NewKey } from './api.queries.ts'
import classes from './keys-section.module.css'

const profiles: Record<KeyProfile, string> = {
  read: 'read: look, change nothing',
  prompt: 'prompt: read and interview',
  research: 'research: design and run studies',
  admin: 'admin: everything, keys too',
}

const columns: Column<ApiKey>[] = [
  { label: 'Name', cell: ({ name }) => name },
  { label: 'Key', cell: ({ prefix }) => <span className="mono">{prefix}…</span> },
  { label: 'Profile', cell: ({ profile }) => profile },
  {
    label: 'Last used',
    cell: ({ lastUsedAt }) => (lastUsedAt ? <RelativeTime iso={lastUsedAt} /> : 'never'),
  },
  {
    label: 'Expires',
    cell: ({ expiresAt }) => (expiresAt ? <RelativeTime iso={expiresAt} /> : 'never'),
  },
  {
    label: '',
    cell: (key) =>
      key.revokedAt ? <Label tone="bad">revoked</Label> : <RevokeButton apiKey={key} />,
  },
]

export function KeysSection() {
  const query = useQuery(keysQuery())
  const [opened, setOpened] = useState(false)
  return (
    <section aria-label="Keys" className={classes.stack}>
      <div className={classes.head}>
        <h2>Keys</h2>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => setOpened(true)}
        >
          New key
        </Button>
      </div>
      <QueryView query={query}>
        {(keys) =>
          keys.length === 0 ? (
            <p className="quiet">No keys yet. A key lets a script in; its profile says how far.</p>
          ) : (
            <DataList label="Keys" items={keys} keyOf={({ id }) => id} columns={columns} />
          )
        }
      </QueryView>
      <Modal opened={opened} onClose={() => setOpened(false)} title="New key" size="md">
        <NewKeyForm onClose={() => setOpened(false)} />
      </Modal>
    </section>
  )
}

function RevokeButton({ apiKey }: { apiKey: ApiKey }) {
  const client = useQueryClient()
  const revoking = useMutation({
    mutationFn: () => revokeKey(apiKey.id),
    onSuccess: () => client.invalidateQueries({ queryKey: keysKey }),
    onError: showFailure,
  })
  return (
    <Button
      size="xs"
      variant="subtle"
      color="red"
      aria-label={`Revoke ${apiKey.name}`}
      loading={revoking.isPending}
      onClick={() => revoking.mutate()}
    >
      Revoke
    </Button>
  )
}

function NewKeyForm({ onClose }: { onClose: () => void }) {
  const client = useQueryClient()
  const [body, setBody] = useState<NewKey>({ name: '', profile: 'research' })
  const creating = useMutation({
    mutationFn: createKey,
    onSuccess: () => client.invalidateQueries({ queryKey: keysKey }),
  })
  if (creating.data) return <ShownOnce secret={creating.data.key} onClose={onClose} />
  return (
    <form
      className={classes.stack}
      onSubmit={(event) => {
        event.preventDefault()
        creating.mutate({ ...body, name: body.name.trim() || 'unnamed' })
      }}
    >
      <TextInput
        label="Name"
        placeholder="notebook"
        data-autofocus
        value={body.name}
        onChange={({ currentTarget: { value } }) => setBody({ ...body, name: value })}
      />
      <Select
        label="Profile"
        data={KeyProfile.options.map((value) => ({ value, label: profiles[value] }))}
        value={body.profile}
        allowDeselect={false}
        onChange={(profile) => profile && setBody({ ...body, profile })}
      />
      {creating.error && <ErrorPanel error={creating.error} />}
      <div className={classes.actions}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={creating.isPending}>
          Create key
        </Button>
      </div>
    </form>
  )
}

function ShownOnce({ secret, onClose }: { secret: string; onClose: () => void }) {
  return (
    <div className={classes.stack}>
      <p>Copy it now: the workbench keeps only a hash and cannot show it again.</p>
      <output className={`${classes.secret} mono`} aria-label="The new key">
        {secret}
      </output>
      <div className={classes.actions}>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>Done</Button>
      </div>
    </div>
  )
}
