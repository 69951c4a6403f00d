import { adultEvents } from './adult-events.ts'
import { childhoodEvents } from './childhood-events.ts'
import { homeMilestones } from './home-milestones.ts'
import type { Life } from './life.ts'
import type { LifeEvent, Memory } from './memory.ts'
import { schoolMilestones } from './school-milestones.ts'
import { workMilestones } from './work-milestones.ts'
import { youthEvents } from './youth-events.ts'

const sheets: readonly LifeEvent[] = [...childhoodEvents, ...youthEvents, ...adultEvents]

/** Everything this life could tell, in no order; none of it before birth or after the present. */
export function collectMemories(life: Life): Memory[] {
  const planned = [...schoolMilestones(life), ...workMilestones(life), ...homeMilestones(life)]
  const drawn = sheets.flatMap((event) => drawEvent(event, life))
  return [...planned, ...drawn].filter(({ at }) => at >= 0 && at <= life.ageNow)
}

function drawEvent(event: LifeEvent, life: Life): Memory[] {
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
  const [from, to] = [window[0], Math.min(window[1], life.seed.age)]
  if (from >= to || (needs && !needs(life))) return []
  const at = life.dice.between(from, to, `event:${kind}`)
  return [{ kind, at, label, facts, emotion, type, weight, ...(triggers ? { triggers } : {}) }]
}
