import type { LogicFinding } from '../../../../../shared/contract/skill-logic.ts'
import type { Question } from '../../../../../shared/contract/questions.ts'
import { testsOf } from './answers-so-far.ts'
import type { LogicSkill } from './check-logic.ts'
import { pipedIds } from './piping.ts'

/** Questions that change places must not depend on each other's order. */
export function findRotationFaults({ questions, rotation }: LogicSkill): LogicFinding[] {
  if (!rotation) return []
  const blockOf = new Map(questions.map(({ id, block }) => [id, block]))
  const moves = (a: Question, to: string) => {
    const [own, other] = [a.block, blockOf.get(to)]
    if (own !== undefined && own === other) return rotation.within.includes(own)
    return rotation.blocks && other !== undefined
  }
  return questions.flatMap((question) => {
    const { id, showIf, skipTo = [], block } = question
    const needed = [
      ...(showIf ? testsOf(showIf).map((test) => test.questionId) : []),
      ...pipedIds(question),
    ]
    const isMoved = block !== undefined && (rotation.blocks || rotation.within.includes(block))
    return [
      ...[...new Set(needed)]
        .filter((other) => moves(question, other))
        .map((other) =>
          fault(id, `${id} depends on ${other}, which may come after it: their order is drawn.`),
        ),
      ...(isMoved && skipTo.length > 0
        ? [fault(id, `${id} jumps, but its place is drawn: a jump needs a fixed order.`)]
        : []),
    ]
  })
}

function fault(questionId: string, explanation: string): LogicFinding {
  return { code: 'rotated_dependency', severity: 'error', questionId, path: null, explanation }
}
