import { useQuery } from '@tanstack/react-query'
import type { Skill } from '../../../../shared/contract/skills.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { FindingList } from './finding-list.tsx'
import { countWords, findingsAt } from './lint-words.ts'
import { MarkedText } from './marked-text.tsx'
import { QuestionCard } from './question-card.tsx'
import { RuleList } from './rule-list.tsx'
import classes from './skill-page.module.css'
import { useApply } from './skills.commands.ts'
import { lintQuery } from './skills.queries.ts'

type Props = {
  skill: Skill
  /** An older version is read, not changed. */
  isNewest: boolean
}

/** What a skill asks, with findings in place. */
export function SkillContent({ skill, isNewest }: Props) {
  const { data: all = [], error, isSuccess, refetch } = useQuery(lintQuery(skill))
  const standing = all.filter(({ dismissed }) => dismissed === null)
  const applying = useApply(skill)
  const actions = {
    apply: isNewest ? applying.mutate : undefined,
    isApplying: applying.isPending,
  }
  return (
    <div className={classes.content}>
      {isSuccess && (
        <p className="quiet" role="status">
          {standing.length === 0
            ? 'Nothing found that may spoil the answers.'
            : `${countWords(standing)}: what may spoil the answers, beside the words it is about.`}
        </p>
      )}
      <Titled
        title="Objective"
        path="objective"
        text={skill.objective}
        findings={all}
        actions={actions}
      />
      {skill.instructions && (
        <Titled
          title="Context for the persona"
          path="instructions"
          text={skill.instructions}
          findings={all}
          actions={actions}
        />
      )}
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      <ol className={classes.cards}>
        {skill.questions.map((question, index) => (
          <QuestionCard key={question.id} {...{ question, index, findings: all, ...actions }} />
        ))}
      </ol>
      <RuleList rules={skill.evaluation ?? []} />
    </div>
  )
}

type TitledProps = {
  title: string
  path: string
  text: string
  findings: Parameters<typeof findingsAt>[0]
  actions: Omit<Parameters<typeof FindingList>[0], 'findings'>
}

function Titled({ title, path, text, findings, actions }: TitledProps) {
  const own = findingsAt(findings, path)
  return (
    <section className={classes.titled} aria-label={title}>
      <div>
        <h3 className="eyebrow">{title}</h3>
        <p className="reading">
          <MarkedText text={text} path={path} findings={own} />
        </p>
      </div>
      <FindingList findings={own} {...actions} />
    </section>
  )
}
