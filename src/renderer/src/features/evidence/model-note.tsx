import { IconAlertTriangle } from '@tabler/icons-react'
import type { EvidenceModel } from '../../../../shared/contract/evidence-models.ts'
import classes from './model-note.module.css'

/** What a model comes to in words, what to know before using it, and how it was made. */
export function ModelNote({ model }: { model: EvidenceModel }) {
  return (
    <div className={classes.note}>
      <p className={classes.sentence}>{model.sentence}</p>
      {model.warnings.length > 0 && (
        <ul className={classes.warnings} aria-label="About this model">
          {model.warnings.map((warning) => (
            <li key={warning}>
              <IconAlertTriangle size={15} aria-label="warning" />
              <span>{warning}</span>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary className="quiet small">How this is worked out</summary>
        <p className="quiet small">{model.methodText}</p>
      </details>
    </div>
  )
}
