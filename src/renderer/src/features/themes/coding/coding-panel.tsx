import { Button, NumberInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconChecklist } from '@tabler/icons-react'
import { useState } from 'react'
import { formatDateTime } from '../../../lib/format.ts'
import { samplesQuery, useStartSample } from '../samples.queries.ts'
import classes from '../themes.module.css'

type Props = {
  runId: string
  questionId: string
  hasCodebook: boolean
  /** Answers there are. */
  n: number
  onOpen: (sampleId: string) => void
}

/** Starts a sample to code by hand, and opens those begun before. */
export function CodingPanel({ runId, questionId, hasCodebook, n, onOpen }: Props) {
  const [size, setSize] = useState<number | string>(Math.min(50, n))
  const start = useStartSample(runId, questionId)
  const { data: samples = [] } = useQuery({
    ...samplesQuery(runId, questionId),
    enabled: hasCodebook,
  })
  const wanted = Number(size)
  return (
    <section className={`${classes.section} card`} aria-label="Check the themes by hand">
      <h2>Check the themes by hand</h2>
      <p className="quiet">
        Code answers drawn at random without seeing how the workbench coded them. Then it says how
        far you agree: Krippendorff’s α, Cohen’s κ and where you differ.
      </p>
      <div className={classes.start}>
        <NumberInput
          size="xs"
          w={120}
          aria-label="Answers to code"
          suffix=" answers"
          min={10}
          max={Math.min(500, Math.max(10, n))}
          value={size}
          onChange={setSize}
        />
        <Button
          size="xs"
          leftSection={<IconChecklist size={14} />}
          loading={start.isPending}
          disabled={!(wanted >= 10 && wanted <= 500)}
          onClick={() =>
            start.mutate(
              // Another sample each time, and the same one on every machine.
              { n: wanted, seed: samples.length + 1 },
              { onSuccess: ({ sample }) => onOpen(sample.id) },
            )
          }
        >
          Code a sample
        </Button>
      </div>
      {samples.length > 0 && (
        <ul className={classes.samples} aria-label="Samples">
          {samples.map(({ id, n: answers, coded, createdAt }) => (
            <li key={id}>
              <span>
                {coded} of {answers} coded
                <span className="quiet small"> · begun {formatDateTime(createdAt)}</span>
              </span>
              <Button size="xs" variant="default" onClick={() => onOpen(id)}>
                {coded < answers ? 'Go on' : 'See the agreement'}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
