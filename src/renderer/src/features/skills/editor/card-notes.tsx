import type { LogicFinding } from '../../../../../shared/contract/skill-logic.ts'
import { toPlainMessage } from '../../../lib/plain-message.ts'
import classes from './editor.module.css'
import type { Fault } from './skill-draft.ts'

const fieldWords: Readonly<Record<string, string>> = {
  text: 'Wording',
  showIf: 'Show only if',
  skipTo: 'Go on to',
  minChoices: 'At least',
  maxChoices: 'At most',
  anchorLast: 'Options that stay at the end',
  referenceShares: 'Known shares',
  references: 'Reference statements',
  min: 'Lowest',
  max: 'Highest',
  setSize: 'Options at a time',
  sets: 'Sets per persona',
  top: 'Places given away',
  tasks: 'Choices per persona',
  alternatives: 'Profiles at a time',
  name: 'Called',
  pattern: 'Regular expression',
}

/** "Options 2 is empty". */
export function toFaultSentence({ field, message }: Fault): string {
  const [first = '', ...rest] = field.split('.')
  const name = fieldWords[first] ?? first.charAt(0).toUpperCase() + first.slice(1)
  const places = rest.map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : part))
  return `${[name, ...places].join(' ')} ${toPlainMessage(message)}.`
}

/** What keeps a question from being saved. */
export function FaultNotes({ faults }: { faults: readonly Fault[] }) {
  if (faults.length === 0) return null
  return (
    <ul className={classes.todo} aria-label="To finish">
      {faults.map((fault) => (
        <li key={fault.field + fault.message}>{toFaultSentence(fault)}</li>
      ))}
    </ul>
  )
}

/** What is wrong with the way questions lead to one another. */
export function LogicNotes({ findings }: { findings: readonly LogicFinding[] }) {
  return findings.map(({ code, path, severity, explanation }) => (
    <p key={`${code} ${path}`} className={classes.todo} data-severity={severity}>
      {explanation}
    </p>
  ))
}
