import { Button } from '@mantine/core'
import { IconHistory, IconPlus } from '@tabler/icons-react'
import { EmptyState } from '../../components/empty-state.tsx'
import { MemoryMark } from '../../components/memory-mark.tsx'
import { memoryTypes } from './life.ts'
import classes from './timeline-empty.module.css'
import { typeMeanings } from './type-meanings.ts'

/** Teaches what a memory is, and what its type will do. */
export function TimelineEmpty({ onAdd }: { onAdd: () => void }) {
  return (
    <div className={classes.empty}>
      <EmptyState
        icon={<IconHistory size={28} stroke={1.5} />}
        title="Nothing remembered yet"
        actions={
          <Button leftSection={<IconPlus size={16} />} onClick={onAdd}>
            Add the first memory
          </Button>
        }
      >
        A memory is one dated event with its facts, the feelings it left and what the persona made
        of it.
      </EmptyState>
      <h3 className={classes.heading}>Its type decides how it is told</h3>
      <dl className={classes.types}>
        {memoryTypes.map((type) => (
          <div key={type}>
            <dt>
              <MemoryMark type={type} word />
            </dt>
            <dd className="quiet">{typeMeanings[type]}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
