/** Forms of a verb: base, third person, past, participle, -ing. */
const verbForms = `
ride rides rode ridden riding|drive drives drove driven driving|fly flies flew flown flying|see sees saw seen seeing
taste tastes tasted tasted tasting|play plays played played playing
read reads read read reading|write writes wrote written writing|win wins won won winning
climb climbs climbed climbed climbing|run runs ran run running|sail sails sailed sailed sailing
ski skis skied skied skiing|skate skates skated skated skating|surf surfs surfed surfed surfing
dive dives dived dived diving|camp camps camped camped camping|vote votes voted voted voting
steal steals stole stolen stealing|gamble gambles gambled gambled gambling|bake bakes baked baked baking
paint paints painted painted painting|sing sings sang sung singing|dance dances danced danced dancing
fish fishes fished fished fishing|hunt hunts hunted hunted hunting|wear wears wore worn wearing
buy buys bought bought buying|sell sells sold sold selling
build builds built built building|plant plants planted planted planting|milk milks milked milked milking
donate donates donated donated donating|fail fails failed failed failing|miss misses missed missed missing
cheat cheats cheated cheated cheating|fight fights fought fought fighting
attend attends attended attended attending|join joins joined joined joining|take takes took taken taking
kill kills killed killed killing|crash crashes crashed crashed crashing|swim swims swam swum swimming
gamble gambles gambled gambled gambling|bet bets bet bet betting|hitchhike hitchhikes hitchhiked hitchhiked hitchhiking
cook cooks cooked cooked cooking|knit knits knitted knitted knitting|sew sews sewed sewn sewing
perform performs performed performed performing|publish publishes published published publishing
faint faints fainted fainted fainting|cry cries cried cried crying|pray prays prayed prayed praying
march marches marched marched marching|shoot shoots shot shot shooting
smoke smokes smoked smoked smoking|
cycle cycles cycled cycled cycling|row rows rowed rowed rowing|box boxes boxed boxed boxing
bungee bungees bungeed bungeed bungeeing|parachute parachutes parachuted parachuted parachuting
skydive skydives skydived skydived skydiving|snorkel snorkels snorkelled snorkelled snorkelling
juggle juggles juggled juggled juggling|



borrow borrows borrowed borrowed borrowing
visit visits visited visited visiting`

type Form = {
  readonly base: string
  readonly finite: boolean
  readonly past: boolean
  readonly participle: boolean
}

const forms = new Map<string, Form>()
for (const verb of verbForms.trim().split(/[|\n]/)) {
  const [base = '', third = '', past = '', participle = '', progressive = ''] = verb
    .trim()
    .split(' ')
  for (const word of [base, third, past, participle, progressive])
    forms.set(word, {
      base,
      finite: word !== participle || word === past,
      past: word === past,
      participle: word === participle,
    })
}

/** Any form of a verb whose deeds are counted, as the source of a pattern without groups. */
export const DEED = `(?:${[...forms.keys()].toSorted((a, b) => b.length - a.length).join('|')})`

export const deedCues: readonly string[] = [...forms.keys()]

export function deedOf(word: string): Form | undefined {
  return forms.get(word)
}

/** What is whole without an object. */
export const intransitive = new Set(
  'ski skate surf dive camp vote gamble sail swim hitchhike fly bungee parachute skydive snorkel sing dance faint cry smoke fish hunt juggle cook drive ride cheat box'.split(
    ' ',
  ),
)
