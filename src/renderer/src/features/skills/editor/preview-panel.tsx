import { Section } from '../../../components/section.tsx'
import classes from './editor.module.css'
import type { DraftChecks } from './use-findings.ts'

type Props = { checks: DraftChecks; openKey: string | null }

/** What the persona gets: the context, then the open question, or every question. */
export function PreviewPanel({ checks: { settled, prompts }, openKey }: Props) {
  const open = settled.cards.filter(({ key }) => key === openKey)
  const shown = open.length > 0 ? open : settled.cards
  return (
    <Section title="As the persona gets it">
      {settled.instructions.trim() && openKey === null && (
        <pre className={classes.prompt}>{settled.instructions.trim()}</pre>
      )}
      {shown.map(({ key, question }) => (
        <pre key={key} className={classes.prompt}>
          {prompts.get(question.id) ?? (
            <span className="quiet">Shown once question {question.id} is finished.</span>
          )}
        </pre>
      ))}
      <p className="quiet small">
        The first prompt, with options as written; a study fills the variables and draws orders.
      </p>
    </Section>
  )
}
