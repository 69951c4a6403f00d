import { adultEvents } from './adult-events.ts'
import { childhoodEvents } from './childhood-events.ts'
import { homeMilestones } from './home-milestones.ts'
import type { Life } from './life.ts'
import type { Candidate, LifeEvent } from './memory.ts'
import { schoolMilestones } from './school-milestones.ts'
import { workMilestones } from './work-milestones.ts'
import { youthEvents } from './youth-events.ts'

const sheets: readonly LifeEvent[] = [...childhoodEvents, ...youthEvents, ...adultEvents]

/** Everything this life could tell, in no order; none of it before birth or after the present. */
export function collectMemories(life: Life): Candidate[] {
  const planned = [...schoolMilestones(life), ...workMilestones(life), ...homeMilestones(life)]
    .filter(({ at }) => at >= 0 && at <= life.ageNow)
    .map((memory): Candidate => ({ ...memory, tell: () => memory }))
  return [...planned, ...sheets.flatMap((event) => possible(event, life))]
}

function possible(event: LifeEvent, life: Life): Candidate[] {
  const {
    window,
    needs,
    type = 'normal',
    weight = 1,
    kind,
    emotion,
    label,
    facts,
    triggers,
  } = event
  const [from, to] = [window[0], Math.min(window[1], settled(life.seed.age))]
  if (from >= to || (needs && !needs(life))) return []
  const told = { kind, label, facts, emotion, type, weight, ...(triggers ? { triggers } : {}) }
  const tell = () => ({ ...told, at: life.dice.between(from, to, `event:${kind}`) })
  return [{ kind, emotion, type, weight, tell }]
}

/** What is told has run its course: some of it took a year. Small children tell yesterday. */
function settled(age: number): number {
  return age < 8 ? age : age - 1
}
