import type { Life, Partnership } from './life.ts'
import type { Memory } from './memory.ts'

const ALWAYS = Number.POSITIVE_INFINITY

/** Moves, partners and children, as they were planned. */
export function homeMilestones(life: Life): Memory[] {
  return [
    ...moves(life),
    ...leavingHome(life),
    ...life.partnerships.flatMap((one) => partnership(one, life)),
    ...children(life),
  ]
}

function moves({ residences }: Life): Memory[] {
  return residences.slice(1).map((home, i): Memory => {
    const from = residences[i]!.place
    const child = home.from < 17
    return {
      kind: `move:${i}`,
      at: home.from,
      label: 'Moved to {place}',
      facts: child
        ? 'We moved from {from} to {place} in {month} {year}, because {father} [had found work there|could not stand the neighbours|had been transferred]. I [sat between the lamp and the cat|carried the clock on my lap|waved until the corner], and my new room [looked onto a car park|had blue wallpaper|had an echo].'
        : 'I moved from {from} to {place} in {month} {year}, with [everything I owned in a borrowed van|two trunks|eleven boxes, nine of them books|a bicycle and a pan]. The first evening I [got lost going for bread|ate standing at the window|knew the name of one person], and [it rained for a week|the light was different|I slept badly and woke glad].',
      emotion: child ? 'loneliness' : 'excitement',
      type: 'normal',
      // The move to where somebody lives now is the one they will be asked about.
      weight: i === residences.length - 2 ? ALWAYS : 1.2,
      slots: { place: home.place, from },
      metadata: { move: { from, to: home.place } },
    }
  })
}

/** Those who never left their town have moved too: out of their parents' home. */
function leavingHome({ residences, seed, dice, city }: Life): Memory[] {
  const everMoved = residences.some(({ from }) => from > 17)
  if (everMoved || seed.age < 21) return []
  const at = dice.between(18.5, Math.min(28, seed.age - 0.2), 'move:out')
  return [
    {
      kind: 'leaving-home',
      at,
      label: "Moved out of my parents' home",
      facts:
        'I moved out in {month} {year}, [four streets away|to the other side of {place}|two tram stops down], into [a room above a bakery|a flat with {flatmate}|a basement with one good window]. {^mother} [gave me the second-best pot|cried at the bus stop, though I could see it from my window]; {father} [fixed the lock|carried the bed alone].',
      emotion: 'resolve',
      type: 'normal',
      weight: residences.length === 1 ? ALWAYS : 1,
      slots: { place: city },
      metadata: { move: { from: 'parents', to: city } },
    },
  ]
}

function partnership(one: Partnership, life: Life): Memory[] {
  const main = one === life.partnerships.at(-1)
  const young = one.metAt < 18
  const slots = { partner: one.name }
  const metadata = { partner: one.name }
  const met: Memory = {
    kind: `met:${one.name}`,
    at: one.metAt,
    label: young ? 'First love: {partner}' : 'Met {partner}',
    facts: young
      ? 'I fell in love with {partner} in {place} when I was {n}. We [wrote notes in maths|shared one pair of headphones|met at the bicycle shed|danced once and talked for weeks]. [Nobody at home was told|{^friend} carried the letters|I wore the same jumper every day].'
      : "I met {partner} in {month} {year} in {place}, [in a queue|at {friend}'s birthday|on a delayed train|over a wrong order|in a language course|at a bus stop in the rain]. {^partner} [laughed at something I had not meant as a joke|was reading the same book|lent me an umbrella I still have], and we [walked until the trams stopped|met again on the Thursday|did not see each other for a month, and then every day].",
    emotion: 'love',
    type: 'normal',
    weight: main ? ALWAYS : 1.3,
    slots,
    metadata,
  }
  return [met, ...wedding(one, slots), ...parting(one, slots)]
}

function wedding({ marriedAt, name }: Partnership, slots: Record<string, string>): Memory[] {
  if (marriedAt === undefined) return []
  return [
    {
      kind: 'wedding',
      at: marriedAt,
      label: 'Married {partner}',
      facts:
        "{^partner} and I married in {place} in {month} {year}, [with nineteen guests|with far too many cousins|at the registry office between two showers|in my aunt's garden]. [The cake slid|{^granny_or_friend} danced with everyone|My shoes hurt|{^friend} forgot the rings and drove back for them]; we [left before the last song|stayed to fold the chairs].",
      emotion: 'joy',
      type: 'normal',
      weight: 2.5,
      slots,
      metadata: { partner: name, married: true },
    },
  ]
}

function parting(
  { ending, endedAt, name, metAt }: Partnership,
  slots: Record<string, string>,
): Memory[] {
  if (ending === undefined || endedAt === undefined) return []
  if (ending === 'drift' && metAt < 18) return []
  const died = ending === 'death'
  return [
    {
      kind: 'parting',
      at: endedAt,
      label: died ? '{partner} dies' : '{partner} and I separate',
      facts: died
        ? '{^partner} died in {month} {year}. [It was quick|There had been a year to prepare, and it was no use]. For weeks I [laid two places|did not move the glasses on the shelf|talked to the radio], and {friend} came [every Sunday|with soup and no advice].'
        : '{^partner} and I separated in {month} {year}. There was [no great scene|one great scene and then silence]; we [divided the books by who had read them|sold the sofa neither of us liked]. {^friend} [helped me carry the boxes|let me sleep in the hall].',
      emotion: 'grief',
      type: 'normal',
      // What somebody is asked about before all else: why they live alone.
      weight: ALWAYS,
      slots,
      metadata: { partner: name, ended: ending },
    },
  ]
}

function children({ children: all, partnerships }: Life): Memory[] {
  const parent = partnerships.find(({ metAt }) => metAt >= 18)
  return all.map(({ name, bornAt }, i): Memory => {
    const beside = parent ? '{^partner}' : '{^friend}'
    return {
      kind: `child:${i}`,
      at: bornAt,
      label: '{child} is born',
      facts: `{^child}, my ${ordinals[i] ?? 'youngest'}, was born in {place} in {month} {year}, [after nineteen hours|at ten past four|faster than the taxi|on a Sunday]. ${beside} [fainted, briefly|counted the toes twice|fell asleep in the chair]. [I had not known I could be so tired|I remember the weight on my arm|Outside a street-sweeper went by].`,
      emotion: 'love',
      type: 'normal',
      weight: i === 0 ? 8 : 1.2,
      slots: { child: name, ...(parent ? { partner: parent.name } : {}) },
      metadata: { child: name, ...(parent ? { with: parent.name } : {}) },
    }
  })
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth']
