import { Button, Modal } from '@mantine/core'
import { IconSparkles } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CodebookProposals } from '../../../../shared/contract/codebooks.ts'
import { workspaceQuery } from '../workspace/workspace.queries.ts'
import classes from './themes.module.css'
import { useProposals, type useCodebookChange } from './themes.queries.ts'

type Props = {
  runId: string
  questionId: string
  change: ReturnType<typeof useCodebookChange>
}

/** Names and merges a language model proposes; each is made only when it is accepted. */
export function Proposals({ runId, questionId, change }: Props) {
  const ask = useProposals(runId, questionId)
  const [left, setLeft] = useState<CodebookProposals | null>(null)
  const { data: workspace } = useQuery(workspaceQuery())
  if (!workspace?.models.some(({ rehearsal }) => !rehearsal)) return null
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconSparkles size={14} />}
        loading={ask.isPending}
        onClick={() => ask.mutate(undefined, { onSuccess: setLeft })}
      >
        Ask for proposals
      </Button>
      <Modal opened={left !== null} onClose={() => setLeft(null)} title="Proposals" size="lg">
        {left && (
          <>
            <p className="quiet">
              By {left.modelName}. Nothing is changed until you accept it; every change can be taken
              back.
              {left.unusable > 0 && ` ${left.unusable} more could not be used.`}
            </p>
            {left.proposals.length === 0 && <p>No proposals left.</p>}
            <ul className={classes.proposals}>
              {left.proposals.map((proposal) => {
                const drop = () =>
                  setLeft({
                    ...left,
                    proposals: left.proposals.filter((one) => one !== proposal),
                  })
                return (
                  <li key={proposal.sentence}>
                    <span>
                      {toInfinitive(proposal.sentence)}
                      <span className="quiet small"> {proposal.reason}</span>
                    </span>
                    <Button
                      size="xs"
                      loading={change.isPending}
                      onClick={() => change.mutate({ edit: proposal.edit }, { onSuccess: drop })}
                    >
                      Accept
                    </Button>
                    <Button size="xs" variant="default" onClick={drop}>
                      Leave
                    </Button>
                  </li>
                )
              })}
            </ul>
          </>
        )}
      </Modal>
    </>
  )
}

/** “Renamed …” is what the history says; a proposal is not done yet. */
function toInfinitive(sentence: string): string {
  return sentence.replace(/^Renamed/, 'Rename').replace(/^Merged/, 'Merge')
}
