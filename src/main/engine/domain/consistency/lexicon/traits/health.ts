import { I, NEVER, NONE, NOT, type Trait } from './trait.ts'

const ILLNESS = 900

type Illness = {
  name: string
  nouns: string
  adjective?: string
  care?: string
  on: string
  fine?: string
}

const illnesses: readonly Illness[] = [
  {
    name: 'diabetes',
    nouns: 'diabetes',
    adjective: 'diabetic',
    care: 'insulin|blood sugar',
    on: 'diabetes diabetic insulin sugar',
  },
  {
    name: 'asthma',
    nouns: 'asthma',
    adjective: 'asthmatic',
    care: 'inhaler',
    on: 'asthma asthmatic inhaler',
  },
  {
    name: 'epilepsy',
    nouns: 'epilepsy|seizures|an epileptic fit',
    adjective: 'epileptic',
    on: 'epilepsy epileptic seizures',
  },
  { name: 'migraines', nouns: 'migraines?', on: 'migraine migraines' },
  { name: 'arthritis', nouns: 'arthritis', adjective: 'arthritic', on: 'arthritis arthritic' },
  {
    name: 'coeliac disease',
    nouns: 'co?eliac disease',
    adjective: 'co?eliac',
    on: 'coeliac celiac',
  },
  {
    name: 'depression',
    nouns: 'depression',
    adjective: 'clinically depressed',
    on: 'depression depressed',
  },
  {
    name: 'insomnia',
    nouns: 'insomnia',
    adjective: 'an insomniac',
    on: 'insomnia insomniac sleep sleeping slept log',
    fine: '(?:sleeps?|slept) like a (?:log|baby|stone)|(?:never|no) (?:had )?trouble sleeping|(?:a )?(?:good|sound|deep|heavy) sleeper',
  },
  {
    name: 'high blood pressure',
    nouns: 'high blood pressure|hypertension',
    on: 'pressure hypertension',
  },
  { name: 'hay fever', nouns: 'hay ?fever', on: 'hay hayfever' },
  { name: 'eczema', nouns: 'eczema', on: 'eczema' },
  {
    name: 'a heart condition',
    nouns: '(?:a )?(?:bad|weak) heart|(?:a )?heart (?:condition|disease|trouble|problems?)|angina',
    care: 'pacemaker',
    on: 'heart pacemaker angina',
  },
  {
    name: 'deafness',
    nouns: 'hearing loss',
    adjective: 'deaf|hard of hearing',
    care: 'hearing aids?',
    on: 'deaf hearing',
  },
  {
    name: 'colour blindness',
    nouns: 'colou?r[- ]?blindness',
    adjective: 'colou?r[- ]?blind',
    on: 'colour color colourblind colorblind',
  },
  { name: 'dyslexia', nouns: 'dyslexia', adjective: 'dyslexic', on: 'dyslexia dyslexic' },
  { name: 'tinnitus', nouns: 'tinnitus', on: 'tinnitus' },
  {
    name: 'cancer',
    nouns: '(?:\\w+ )?cancer',
    care: 'chemo|chemotherapy|tumou?r',
    on: 'cancer chemo chemotherapy tumour tumor',
  },
  {
    name: 'lactose intolerance',
    nouns: 'lactose intolerance',
    adjective: 'lactose[- ]intolerant',
    on: 'lactose',
  },
]

const adjectivesOf = ({ adjective }: Illness): string => adjective ?? '(?!)'
const SUFFERED =
  '(?:suffer|suffers|suffered|suffering|have|has|had|live|lives|lived|living|diagnosed|struggle|struggles|struggled|get|gets|plagued|developed|managing|manage|manages|treated|battled|battling|battle)'
const ADVERB =
  '(?: (?:from|with|as having|by|for|since|severe|mild|chronic|bad|terrible|childhood|frequent|regular|awful|type (?:1|2|one|two)|debilitating|crippling|lifelong))*'
const LONG =
  '\\b(?:chronic (?:illness|illnesses|conditions?|diseases?)|serious illness(?:es)?|(?:medical|health|long-term) (?:conditions?|problems?|issues)|allergies)\\b'

export const healthTraits: readonly Trait[] = [
  ...illnesses.map((illness) => ({
    name: `having ${illness.name}`,
    on: illness.on,
    slack: ILLNESS,
    never: [
      `${NEVER} (?:had|suffered|experienced|been|known)?(?: (?:from|a|any|single|an))*(?: (?:\\w+ ){1,3}(?:or|and))?(?: (?:sign|trace|attack|hint) of)? ?(?:${illness.nouns}|${adjectivesOf(illness)})\\b(?! (?:this|so|like|as|again))`,
    ],
    no: [
      `${NOT} (?:have|suffer from|suffer with|got)(?: (?:any|a))? (?:${illness.nouns})\\b|${NOT} (?:a |an )?(?:${adjectivesOf(illness)})\\b|${I} no (?:\\w+ )?(?:${illness.nouns})\\b(?! (?:this|today))`,
      `${I} (?:${illness.fine ?? '(?!)'})\\b`,
    ],
    yes: [
      `${I} ${SUFFERED}${ADVERB} (?:${illness.nouns})\\b(?! (?:drug|medicine|clinic|charity|research|ward|nurse|patients?|scare|test|in the family|survivor group))`,
      `${I} (?:a |an |type (?:1|2|one|two) |severely |mildly |profoundly |partly )*(?:${adjectivesOf(illness)})\\b(?! (?:to|aunt|mother|father|brother|dog|cat|child|patient))`,
      `\\b[Mm]y (?:own |chronic |mild |severe |childhood |type (?:1|2|one|two) )*(?:${illness.nouns}${illness.care ? `|${illness.care}` : ''})\\b(?! (?:drug|clinic|charity|research|scare|patients?|club|test))`,
    ],
  })),
  {
    name: 'having a chronic condition',
    on: 'chronic illness illnesses condition conditions disease diabetes diabetic asthma asthmatic epilepsy epileptic arthritis insulin inhaler healthy coeliac medical',
    slack: ILLNESS,
    never: [`${NEVER} (?:had|suffered)(?: (?:from|any|a|single|kind of))* ${LONG}(?<!allergies)`],
    no: [
      `${NONE} (?:known )?${LONG}(?<!allergies)|\\b[Nn]o (?:known )?${LONG}(?<!allergies)|${I} (?:perfectly|completely|entirely) healthy\\b`,
    ],
    yes: [
      `${I} ${SUFFERED}${ADVERB} (?:diabetes|asthma|epilepsy|arthritis|co?eliac disease|Crohn's|multiple sclerosis|lupus)\\b(?! (?:drug|clinic|charity|research|patients?))|${I} (?:a |an |type (?:1|2|one|two) )*(?:diabetic|asthmatic|epileptic)\\b|\\b[Mm]y (?:\\w+ )?(?:insulin|diabetes|asthma|epilepsy|arthritis|inhaler)\\b`,
    ],
  },
  {
    name: 'wearing glasses',
    on: 'glasses spectacles specs eyesight vision lenses sighted contacts bifocals varifocals eyes optician',
    slack: 500,
    never: [
      `${NEVER} (?:needed|worn|had|wear|wore)(?: (?:to wear|a pair of|any|reading))* (?:glasses|spectacles|specs)\\b`,
    ],
    no: [
      `${NOT} (?:wear|need|own|have|use)(?: (?:to wear|a pair of|any|reading))* (?:glasses|spectacles|specs)\\b(?! (?:to|for|when|at|today|on))|${I} (?:perfect|excellent|twenty-twenty|20/20|flawless) (?:eyesight|vision|sight)\\b|\\b[Mm]y (?:eyesight|vision|sight) (?:is|has always been|was) (?:still )?(?:perfect|excellent|twenty-twenty|20/20|flawless)|\\b[Mm]y eyes are (?:still )?(?:perfect|excellent|sharp|like a hawk|fine)\\b`,
    ],
    yes: [
      `(?<!(?:raised|clinked|filled|refilled|drained|emptied|topped up|lifted) )\\b[Mm]y (?:\\w+ )?(?:glasses|spectacles|specs|contact lenses|bifocals|varifocals|reading glasses)\\b(?! (?:of|were full|clinked|are empty))|${I} (?:wear|wears|wore|worn|wearing|needed|need)(?: (?:thick|reading|my|strong|the same|round|a pair of|prescription))* (?:glasses|spectacles|specs|contact lenses|contacts)\\b|${I} (?:blind|helpless) without my (?:glasses|spectacles)|${I} (?:very |extremely |terribly |badly )?(?:short|near|long|far)-?sighted\\b`,
    ],
  },
  {
    name: 'needing a hearing aid',
    on: 'hearing deaf',
    slack: 700,
    no: [
      `\\b[Mm]y hearing (?:is|has always been) (?:perfect|excellent|sharp)|${I} (?:perfect|excellent) hearing\\b`,
    ],
    yes: [
      `\\b[Mm]y hearing aids?\\b|${I} (?:deaf|hard of hearing)\\b|${I} wears? (?:a |two )?hearing aids?\\b`,
    ],
  },
  {
    name: 'being allergic to nuts',
    on: 'nut nuts peanut peanuts almonds almond walnuts cashews hazelnut pistachios satay praline nutella',
    slack: 2000,
    no: [`${NOT} allergic to (?:nuts|peanuts)\\b`],
    yes: [
      `${I} (?:\\w+ )?(?:allergic|intolerant) to (?:all |tree )?(?:nuts?|peanuts?)\\b|\\b[Mm]y (?:\\w+ )?(?:pea)?nut allergy\\b|${I} (?:a |an )?(?:\\w+ )?(?:pea)?nut allergy\\b|\\b[Pp]eanuts (?:would|could|will|can) kill me\\b`,
    ],
  },
  {
    name: 'having allergies',
    on: 'allergy allergies allergic sting peanuts peanut shellfish epipen',
    slack: 1500,
    never: [
      `${NEVER} (?:had|been|suffered from)(?: (?:any|an|a|single))* (?:allergies|allergy|allergic to anything)\\b`,
    ],
    no: [
      `${NONE} (?:known |food )?allergies\\b|\\b[Nn]o (?:known |food )?allergies\\b|${NOT} allergic to anything\\b`,
    ],
    yes: [
      `${I} (?:\\w+ )?allergic to (?!work|mornings|mess|boredom|nonsense|people|exercise|it|him|her|them)[a-z]+\\b|\\b[Mm]y (?:[a-z]+ )?allerg(?:y|ies)\\b|\\b(?:[Pp]eanuts?|[Nn]uts|[Ss]hellfish|bee sting|wasp sting|prawns?|eggs|[Mm]ilk) (?:could|would|can|will) kill me\\b|\\b[Mm]y EpiPen\\b`,
    ],
  },
]
