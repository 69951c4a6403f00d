import { Section } from '../../../components/section.tsx'
import answers from './answers/answers.module.css'
import classes from './editor.module.css'
import type { Card } from './skill-draft.ts'
import type { DraftChecks } from './use-findings.ts'

type Props = { checks: DraftChecks; openKey: string | null }

/** What the persona gets: the prompt of the open question, or the context and every prompt in turn. */
export function PreviewPanel({ checks, openKey }: Props) {
  const { cards, instructions } = checks.settled
  const open = cards.filter(({ key }) => key === openKey)
  return (
    <Section title="As the persona gets it">
      {open.length > 0 ? (
        <Prompts cards={open} prompts={checks.prompts} />
      ) : (
        <>
          {instructions.trim() && <pre className={classes.prompt}>{instructions.trim()}</pre>}
          <p className="quiet">Open a question to see its prompt.</p>
          <details className={answers.folded}>
            <summary>All {cards.length} in order</summary>
            <Prompts cards={cards} prompts={checks.prompts} />
          </details>
        </>
      )}
      <p className="quiet small">
        The first prompt, with options as written; a study fills the variables and draws orders.
      </p>
    </Section>
  )
}

function Prompts({ cards, prompts }: { cards: readonly Card[]; prompts: DraftChecks['prompts'] }) {
  return cards.map(({ key, question }) => (
    <pre key={key} className={classes.prompt}>
      {prompts.get(question.id) ?? (
        <span className="quiet">Shown once question {question.id} is finished.</span>
      )}
    </pre>
  ))
}
