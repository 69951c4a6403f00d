import { I, NEVER, NOT, type Trait } from './trait.ts'

const SKILL = 500
const INSTRUMENTS =
  '(?:piano|violin|guitar|cello|flute|clarinet|trumpet|saxophone|sax|drums|accordion|harp|trombone|viola|banjo|ukulele|organ|bass|double bass|oboe|bagpipes|harmonica|mandolin|fiddle|keyboard)'

export const abilities: readonly Trait[] = [
  {
    name: 'being able to swim',
    on: 'swim swims swam swum swimming swimmer lengths laps',
    slack: SKILL,
    never: [
      `${NEVER} (?:learned|learnt|been taught|able|managed)(?: how)? to swim\\b|${NEVER} (?:did )?(?:got|get|gotten|picked up|mastered)?(?: the hang of)? ?(?:swimming|the knack of swimming)\\b(?! (?:in|with|at|so))|\\b[Nn]obody (?:ever )?taught me (?:how )?to swim\\b`,
    ],
    no: [
      `${NOT} swim(?= ?(?:[.,;!]|$| and| so| at all| a stroke| to save| or| because| properly|, so))`,
      `${I} (?:a )?non-?swimmer\\b|\\bI sink like a (?:stone|rock|brick)\\b|\\b[Ss]wimming is (?:something|a skill) I (?:have )?never (?:learned|learnt|mastered)\\b|${NOT} know how to swim`,
    ],
    yes: [
      `${I} (?:a )?(?:strong|good|keen|confident|competitive|avid|excellent|decent) swimmer\\b|${I} on the swim(?:ming)? team\\b|${I} (?:a )?lifeguard\\b|${I} (?:swims?|go swimming|goes swimming)(?: [a-z'-]+){0,5} (?:every|each|daily|a week|most|before (?:work|breakfast))\\b|\\b[Mm]y (?:usual |daily |morning |weekly |regular )+(?:swim|lengths|laps)\\b`,
    ],
    did: [
      `${I} (?:swam|swum|swimming)(?! in (?:debt|money|paper|work|orders|it|tears|\\w+ ?work)| before my eyes| with (?:ideas|thoughts))\\b|${I} (?:went|go|gone|been) (?:\\w+ )?swimming\\b|${I} (?:went|going|headed|in|out) (?:\\w+ ){0,2}(?:for|on) (?:a|my) (?:\\w+ )?swim\\b|${I} (?:did|finished|completed)(?: \\w+){1,3} (?:lengths|laps)\\b|${I} dived (?:in|into)\\b`,
    ],
  },
  {
    name: 'driving',
    on: 'drive drives drove driven driving driver licence license wheel parked motorway',
    slack: SKILL,
    never: [
      `${NEVER} (?:learned|learnt|been taught|driven|passed|got|held|had|taken|sat|bothered)(?: how)?(?: (?:to drive|a car|behind the wheel|(?:a|my|any) driv\\w+(?:'s)? (?:licence|license|test|lesson))| learning to drive)`,
    ],
    no: [
      `${NOT} (?:drive|driving)(?= ?(?:[.,;!]|$| and| so| at all| because| or| anywhere|, so| a car))`,
      `${I} (?:no|without a|do not have a|do not hold a|not got a|never had a) (?:valid |full )?(?:driving|driver's|drivers) (?:licence|license)\\b|${I} (?:a )?non-?driver\\b`,
      `${NOT} know how to drive\\b|\\b[Nn]either of us drives\\b`,
    ],
    yes: [
      `${I} (?:drives?|commutes? by car)(?: [a-z'-]+){0,5} (?:every|each|daily|to work|for a living|a week|the kids|everywhere)\\b|${I} (?:a )?(?:\\w+ )?(?:taxi|lorry|truck|bus|delivery|van|good|careful|confident) driver\\b|${I} (?:held|had) (?:a|my) (?:\\w+ )?driving licence (?:for|since)`,
    ],
    did: [
      `${I} (?:drove|driven|was driving|am driving)(?! (?:me|him|her|them|home the point|a hard|\\w+ (?:mad|crazy))\\b)(?: [a-z'-]+)\\b|${I} (?:parked|reversed|overtook|pulled over)\\b(?! my bike)|\\b[Oo]n (?:my|the) drive (?:to|home|back|in)\\b|\\bbehind the wheel\\b(?<!never.*)|${I} got (?:a )?speeding (?:ticket|fine)`,
    ],
  },
  {
    name: 'riding a bike',
    on: 'bike bikes bicycle cycle cycles cycled cycling cyclist pedalled',
    slack: SKILL,
    never: [
      `${NEVER} (?:learned|learnt|been taught|ridden|been on|sat on|mastered)(?: how)?(?: to ride)? (?:a|any) (?:bike|bicycle)`,
    ],
    no: [
      `\\b(?:bike|bicycle)s?\\b[^.;]{0,30}\\b(?:can not|never learn(?:ed|t)(?: how)? to) ride (?:one|it)\\b`,
      `${NOT} (?:ride|cycle)(?: (?:a|any) (?:bike|bicycle))?(?= ?(?:[.,;!]|$| and| so| at all| because| or))(?<=bike|bicycle|cycle)`,
    ],
    yes: [
      `${I} (?:cycles?|bikes?|rides? my (?:bike|bicycle))(?: [a-z'-]+){0,4} (?:every|each|daily|to work|everywhere|a week|most)\\b|${I} (?:a )?(?:keen|avid|passionate|\\w+ )?cyclist\\b`,
    ],
    did: [
      `${I} (?:cycled|biked|pedalled|was cycling)\\b|${I} rode (?:my|a|the) (?:\\w+ )?(?:bike|bicycle)\\b|${I} (?:went|out) (?:on a |for a )?(?:long )?(?:bike ride|cycling)\\b`,
    ],
  },
  {
    name: 'cooking',
    on: 'cook cooks cooked cooking chef takeaway takeaways kitchen recipe boil recipes baked bake',
    slack: 400,
    never: [
      `${NEVER} (?:cooked|learned to cook|learnt to cook|cooked a (?:proper |single )?meal)\\b`,
    ],
    no: [
      `${NOT} (?:cook|boil an egg|know how to cook)(?= ?(?:[.,;!]|$| and| so| at all| because| or| anything| to save|, so| ever))`,
      `${I} (?:burns? (?:water|toast|everything))\\b|\\b[Tt]he kitchen is (?:a mystery|foreign|not my)|\\b[Cc]ooking is (?:beyond me|not my)`,
      `${I} (?:hates? cooking|a (?:terrible|hopeless|useless|dreadful|awful) cook|hopeless in the kitchen|lives? on (?:takeaways?|ready meals|microwave))`,
    ],
    yes: [
      `${I} (?:loves? (?:to cook|cooking)|enjoys? cooking|cooks?(?: [a-z'-]+){0,5} (?:every|each|from scratch|most)|a (?:good|great|keen|excellent|passionate|talented|wonderful) cook|the family cook|(?:do|does|did) (?:all|most of) the cooking)\\b`,
    ],
    did: [
      `${I} (?:cooked|made|prepared|whipped up)(?: (?!sure|it|a (?:joke|fuss|call|mess|point|list|plan|decision|mistake)|tea|coffee|toast)[a-z'-]+){1,5} (?:from scratch|course (?:meal|dinner)|curry|lasagne|lasagna|risotto|stew|casserole|roast|feast|paella|meal for|dinner for)\\b|${I} (?:made|cooked|baked|prepared) (?:my|the) (?:famous|special|signature|usual|homemade|own) \\w+|${I} cooking (?:for|dinner|lunch|all)\\b|${I} cooked (?:dinner|lunch|supper|a|the|my|for)\\b`,
    ],
  },
  {
    name: 'playing an instrument',
    on: 'musical music kazoo unmusical instrument instruments piano violin guitar cello flute clarinet trumpet saxophone sax drums accordion harp trombone viola banjo ukulele organ bass oboe bagpipes harmonica mandolin fiddle keyboard',
    slack: SKILL,
    never: [
      `${NEVER} (?:played|learned|learnt|picked up|touched|mastered|been able to play|been taught)(?: (?:to play|how to play))?(?: (?:a|any|single|musical|an))* (?:instruments?)\\b`,
    ],
    no: [
      `\\b[Nn]ot a musical bone in my body|${I} (?:a )?(?:unmusical|not musical|no musical \\w+)\\b|${NOT} (?:read (?:a note of )?music)\\b|${NOT} play (?:a note|a kazoo|anything musical)\\b`,
      `${NOT} (?:play|playing)(?: (?:a|any|an|single|musical))* instruments?\\b`,
    ],
    yes: [
      `${I} (?:plays?|played|playing|practi[sc]es?|teach|teaches|picking at|strumming|strum|strums|learning|learned|learnt)(?: (?:the|my|on|to play))* (?:\\w+ )?${INSTRUMENTS}\\b(?! (?:music|hero|player|concert))`,
      `${I} (?:the |a )?(?:\\w+ )?(?:pianist|violinist|guitarist|cellist|flautist|drummer|trumpeter|saxophonist|bassist|organist|harpist)\\b`,
      `\\b[Mm]y (?:\\w+ )?${INSTRUMENTS}(?: (?:lessons?|practice|teacher))?\\b`,
    ],
    did: [
      `${I} (?:played|practised|practiced|performed|rehearsed)(?: [a-z'-]+){0,5} (?:on )?(?:the|my) (?:\\w+ )?${INSTRUMENTS}\\b`,
    ],
  },
  ...INSTRUMENTS.slice(3, -1)
    .split('|')
    .map((instrument) => ({
      name: `playing the ${instrument}`,
      on: instrument.split(' ').at(-1)!,
      slack: SKILL,
      never: [
        `${NEVER} (?:played|learned|learnt|touched|picked up|had)(?: (?:to play|how to play|a|the|single))* ${instrument}\\b(?! (?:so|like|with|in (?:front|public)|better))`,
      ],
      no: [
        `${NOT} (?:play|know how to play)(?: the| a)? ${instrument}\\b(?! (?:today|very|much|well|as|in|at|on|for|that))`,
      ],
      yes: [
        `${I} (?:plays?|played|playing|teach|teaches)(?: (?:the|my))* (?:\\w+ )?${instrument}\\b|\\b[Mm]y (?:\\w+ )?${instrument} (?:lessons?|practice|teacher|recital)\\b`,
      ],
      did: [
        `${I} (?:practised|practiced|performed|rehearsed)(?: [a-z'-]+){0,5} (?:on )?(?:the|my) (?:\\w+ )?${instrument}\\b`,
      ],
    })),
  {
    name: 'singing',
    on: 'sing sings sang sung singing singer choir karaoke tone solo',
    slack: 400,
    never: [
      `${NEVER} (?:sung|sang|sing)(?: (?:in public|in front of (?:anyone|people|others)|a note|on stage|karaoke))?(?= ?(?:[.,;!]|$|in my life|and))`,
    ],
    no: [
      `${NOT} (?:sing|hold a tune|carry a tune)(?= ?(?:[.,;!]|$| and| so| at all| because| or| to save))|${I} tone-?deaf\\b`,
    ],
    yes: [
      `${I} sings? (?:in|with) (?:a|the|my|our) (?:\\w+ )*(?:choir|band|chorus)\\b|\\b[Mm]y choir\\b|${I} (?:a )?(?:professional |trained |jazz |opera |good |lead )*(?:singer|soprano|alto|tenor|baritone)\\b`,
    ],
    did: [
      `${I} (?:sang|sung)\\b(?! along)|\\b[Mm]y (?:\\w+ )?solo\\b|${I} (?:did|won)(?: \\w+){0,2} karaoke\\b`,
    ],
  },
  {
    name: 'dancing',
    on: 'dance dances danced dancing dancer feet salsa tango ballet',
    slack: 400,
    never: [`${NEVER} (?:danced|dance)(?= ?(?:[.,;!]|$|in my life|and|at|in public))`],
    no: [
      `${NOT} dance(?= ?(?:[.,;!]|$| and| so| at all| because| or|, ever))|${I} (?:two left feet|hates? dancing|hates? to dance|detests? dancing)\\b`,
    ],
    yes: [
      `${I} (?:loves? (?:dancing|to dance)|adores? dancing|loved dancing|enjoys? dancing|goes? dancing every|go (?:salsa )?dancing (?:every|on)|a (?:keen|good|great|professional|trained) dancer)\\b|\\b[Mm]y (?:weekly |usual |\\w+ )?(?:salsa|tango|ballet|dance|ballroom) (?:class|classes|lessons?)\\b`,
    ],
    did: [`${I} (?:danced|was dancing|been dancing)\\b`],
  },
]
