import { I, NEVER, NEVER_HAD, NONE, NOT, type Trait } from './trait.ts'

const OWNED = 250

type Thing = { name: string; nouns: string; used: readonly string[]; on?: string }

const things: readonly Thing[] = [
  {
    name: 'a car',
    nouns:
      '(?:car|automobile|vehicle|hatchback|Volvo|Ford|Toyota|Honda|Renault|Peugeot|Fiat|Skoda|BMW|Audi|Mercedes|Mazda|Nissan|Subaru|Tesla|Volkswagen|Golf|Polo|Jeep|Corsa|Fiesta|Corolla|Civic|Prius|Kia|Hyundai|pickup|pickup truck|truck|SUV|sedan|station wagon|estate|Chevy|Lexus|Volvo|Beetle|Mini)s?',
    on: 'car cars vehicle volvo ford toyota honda renault peugeot fiat skoda bmw audi mercedes mazda nissan subaru tesla volkswagen golf polo jeep corsa fiesta corolla civic prius kia hyundai carless pickup truck suv sedan wagon chevy lexus beetle mini',
    used: [],
  },
  { name: 'a bicycle', nouns: '(?:bike|bicycle)s?', on: 'bike bicycle bikes', used: [] },
  {
    name: 'a motorcycle',
    nouns: '(?:motorbike|motorcycle|scooter|moped|Harley|Vespa|Triumph)s?',
    on: 'motorbike motorcycle scooter moped harley vespa',
    used: [],
  },
  {
    name: 'a television',
    nouns: '(?:TV|tv|television|telly|televisions|TVs)',
    on: 'tv television telly tvs televisions',
    used: [
      `\\b(?:TV|tv|television|telly) in my (?:living room|bedroom|kitchen|house|flat|front room|lounge)\\b`,
      `${I} (?:watched|fell asleep (?:in front of|to|watching)|turned on|switched on|turned off|sat in front of)(?: (?!in|at|on)[a-z]+){0,3} (?:on )?(?:the |my )?(?:TV|tv|television|telly)\\b(?! (?:in the|at (?:the|mum|my|her|his)|shop))`,
    ],
  },
  {
    name: 'a mobile phone',
    nouns: '(?:mobile phone|mobile|smartphone|cell ?phone|phone|iPhone)s?',
    on: 'mobile smartphone cellphone phone iphone texted',
    used: [`${I} (?:texted|was texting)\\b`],
  },
  {
    name: 'a computer',
    nouns: '(?:computer|laptop|PC|MacBook)s?',
    on: 'computer laptop macbook pc',
    used: [],
  },
  { name: 'a garden', nouns: '(?:garden|allotment)s?', on: 'garden allotment', used: [] },
  { name: 'a dishwasher', nouns: 'dishwashers?', used: [] },
  { name: 'a microwave', nouns: 'microwaves?', used: [] },
  { name: 'a piano', nouns: '(?:piano|upright|baby grand)s?', on: 'piano', used: [] },
  {
    name: 'a boat',
    nouns: '(?:boat|sailboat|yacht|dinghy|narrowboat)s?',
    on: 'boat sailboat yacht dinghy narrowboat',
    used: [],
  },
  { name: 'a passport', nouns: 'passports?', used: [] },
  {
    name: 'a watch',
    nouns: '(?:watch|wristwatch)',
    on: 'watch wristwatch',
    used: [`${I} (?:looked at|checked|glanced at) my (?:\\w+ )?watch\\b`],
  },
  {
    name: 'a gun',
    nouns: '(?:gun|rifle|shotgun|pistol)s?',
    on: 'gun rifle shotgun pistol',
    used: [],
  },
  {
    name: 'plants at home',
    nouns: '(?:house ?plants?|plants?|pot plants?)',
    on: 'plant plants houseplant houseplants ferns monstera succulents',
    used: [
      `\\b[Mm]y (?:apartment|flat|house|home|windowsill|living room|balcony|kitchen)(?: \\w+)? (?:is|was) (?:full of|a jungle of|crowded with|filled with|covered in)(?: \\w+)? (?:house ?plants|plants|ferns|succulents)\\b`,
      `${I} (?:watered|repotted|talk to|talks to|mist|misted) (?:my|the|all|all of)(?: [\\w-]+){0,3} (?:house ?plants?|plants|ferns?|monstera|succulents|orchids?)\\b|\\b[Mm]y (?:\\w+ ){0,2}(?:house ?plants|ferns?|monstera|succulents|orchids?|fiddle leaf)\\b`,
    ],
  },
]

const possessions: readonly Trait[] = things.map(({ name, nouns, used, on }) => ({
  name: `having ${name}`,
  on: on ?? nouns.replaceAll(/[^a-z ]/g, ''),
  slack: OWNED,
  never: [
    `${NEVER_HAD.replace('|used', '')} (?:\\w+ )?${nouns}\\b(?! (?:like|as|that|so|accident|crash|ride))(?<=(?:owned|had|kept|possessed|bought|got|wanted).*)`,
  ],
  no: [
    `${NONE}(?: [a-z]+,| [a-z]+ or| [a-z]+ and no){0,3}(?: (?:working|own|smart|single|colou?r|such thing as a))? ${nouns}\\b(?! (?:accident|crash|reception|signal|numbers?|calls?|licen[cs]e|programmes?|shows?|battery|crime|ride|left))`,
    `${I} (?:sold|gave away|got rid of) (?:my|the) ${nouns}\\b(?= (?:years ago|in (?:19|20)))`,
    `\\b[Nn]o ${nouns}(?= ?(?:[.,;!]|$| and no| or| in (?:my|the|this) (?:house|flat|home)| at home))(?<!(?:with|was|is|had) no .*)`,
    `${I} refuses? to (?:own|have|buy|get|use) (?:a|an|any) (?:\\w+ )?${nouns}\\b`,
    `${NOT} (?:own|owned) (?:a|an|any)(?: \\w+)? ${nouns}\\b`,
  ],
  yes: [
    `\\b[Mm]y (?:(?!first|late|dream|next|future|former|last|mother|father|mum|dad|mom|sister|brother|boss|friend|neighbou?r|uncle|aunt|cousin|toy|favou?rite|ideal|parents|grandmother|grandfather|husband|wife|company)[a-z-]+ ){0,3}${nouns}\\b(?! (?:dealer|days|insurance salesman|crash years|ride|license|licence))(?!'s (?:fault))`,
    `${I} (?:owns?|drives?|keeps?|has|have|got) (?:a|an|two|three|my)(?: (?:own|little|old|new|trusty|battered|red|blue|black|white|silver|green|grey|family|second|electric|big|small|decent|nice|secondhand|used|[0-9]{4}|[a-z]+ed|vintage|sports|huge|tiny|lovely)){0,3}(?: [A-Z]\\w+)? ${nouns}\\b(?! (?:accident|crash|journey|ride|problem|crash))`,
  ],
  did: used,
}))

type Animal = { name: string; nouns: string }
const animals: readonly Animal[] = [
  {
    name: 'dog',
    nouns:
      '(?:dogs?|pupp(?:y|ies)|terriers?|labradors?|beagles?|spaniels?|collies?|poodles?|dachshunds?|greyhounds?|retrievers?|sheepdogs?|hounds?|pugs?|whippets?|corgis?|bloodhounds?|mastiffs?|shepherds?|setters?|boxers?|rottweilers?|dobermans?|chihuahuas?|Great Dane|schnauzers?|shih tzu|malteses?|pointers?|mongrels?|bulldogs?|husk(?:y|ies)|German shepherds?|mutt|lab|Labrador|labradoodle|cockapoo)',
  },
  { name: 'cat', nouns: '(?:cats?|kittens?|tabb(?:y|ies)|tomcat|Siamese|moggy)' },
  {
    name: 'bird',
    nouns: '(?:parrots?|budgies?|budgerigars?|canar(?:y|ies)|cockatiels?|parakeets?)',
  },
  { name: 'horse', nouns: '(?:horses?|pon(?:y|ies)|mares?|geldings?)' },
  {
    name: 'small pet',
    nouns:
      '(?:hamsters?|rabbits?|guinea pigs?|gerbils?|goldfish|tortoises?|turtles?|bunn(?:y|ies)|ferrets?|snakes?|lizards?|geckos?)',
  },
]
const ANY = `(?:${animals.map(({ nouns }) => nouns).join('|')}|pets?|animals?|cats or dogs|dogs or cats)`
const PET_WORDS =
  'pet pets animal animals dog dogs puppy puppies terrier terriers labrador labradors beagle beagles spaniel spaniels collie collies poodle poodles dachshund dachshunds greyhound greyhounds retriever retrievers sheepdog hound pug pugs whippet corgi bloodhound mastiff shepherd setter boxer rottweiler doberman chihuahua dane schnauzer shih maltese pointer mongrel bulldog husky mutt lab labradoodle cockapoo cat cats kitten kittens tabby tomcat siamese moggy parrot parrots budgie budgies canary canaries cockatiel parakeet horse horses pony ponies mare gelding hamster hamsters rabbit rabbits gerbil goldfish tortoise turtle bunny ferret snake lizard gecko guinea petless'
const WALKED =
  '(?:walked|fed|brushed|groomed|bathed|walk|walks|feed|feeds|brush|cuddled|cuddle|took|take|takes)'

function keeping(nouns: string): readonly string[] {
  return [
    `\\b[Mm]y (?:(?!first|late|childhood|dream|neighbou?r|friend|sister|brother|mum|dad|mother|father|parents|aunt|uncle|cousin)[a-z-]+,? ){0,3}${nouns}\\b(?! (?:allergy|phobia|person|days|sitter|walking (?:client|round|job|business)))`,
    `${I} (?:owns?|keeps?|has|have|had|live with|lives with|living with|share \\w+ \\w+ with|adopted|rescued|raise|raises|bought|got|came home with|brought home)(?: (?:a|an|the|two|three|four|five|six|my|both|another|one|several|rescue|old|little|small|big|black|white|ginger|brown|grey|young|golden|border|elderly|lazy|fat|rescued|[a-z]+-year-old|called|named|[0-9]+)){1,4} ${nouns}\\b(?! (?:allergy|phobia|person|bite|show|food|sitter|sanctuary|in the (?:book|film)))`,
    `${I} ${WALKED} the ${nouns}\\b(?! (?:next|of))`,
  ]
}

const pets: readonly Trait[] = [
  {
    name: 'having a pet',
    on: PET_WORDS,
    slack: OWNED,
    never: [
      `${NEVER} (?:had|owned|kept|lived with|shared \\w+ \\w+ with|wanted|looked after)(?: (?:a|an|any|my own|single|kind of|sort of|so much as a))* ?(?:pets?|animals?|cats? or (?:a )?dogs?|dogs? or (?:a )?cats?)\\b(?! (?:like|as|who|that|so|before|again))`,
      '\\b[Tt]here (?:has|have) never been (?:a |an |any )?(?:pets?|animals?)(?: of any kind)? in (?:my|this|the) (?:house|home|flat|family|household)\\b',
    ],
    no: [
      `\\b[Pp]ets\\b[^.;]{0,25}\\b(?:do not|never) (?:have|had) any\\b|${NONE}(?: (?:kind of|sort of))? (?:pets?|animals?)\\b|\\b[Nn]o pets(?= ?(?:[.,;!]|$| and| or| in (?:my|the|this)| at home))|${NOT} (?:keep|own|have) (?:any )?pets\\b|${I} petless\\b`,
    ],
    yes: keeping(ANY.replace('|animals?', '')),
  },
  ...animals.map(({ name, nouns }) => ({
    name: `having a ${name}`,
    on: PET_WORDS,
    slack: OWNED,
    never: [
      `${NEVER} (?:had|owned|kept|lived with|wanted)(?: (?:a|an|any|my own|single|pet|so much as a))* ${nouns}\\b(?! (?:like|as|who|that|so|before|again|allergy))`,
      `\\b${nouns.replace('(?:', '(?:[Aa] |[A-Z][a-z]+ )?(?:')}\\b[^.;]{0,50}\\b(?:[Nn]ever (?:had|owned|kept|lived with) one)\\b`,
    ],
    no: [
      `${NONE}(?: (?:kind of|sort of|pet))? ${nouns}\\b|${NOT} (?:keep|own|have) (?:a|any) ${nouns}\\b`,
      `${I} (?:badly |severely |terribly |deathly |very |so |highly )?allergic to ${nouns}\\b|\\b[Mm]y (?:\\w+ )?allergy to ${nouns}\\b|\\b[Mm]y ${nouns.replace(/\?:/, '?:')} allergy\\b|${NOT} (?:be|stay|live) (?:around|near|in (?:a|the same) (?:room|house) with|with) (?:a )?${nouns}\\b|\\b(?:${nouns}|${name[0]!.toUpperCase()}${name.slice(1)}s) make (?:me (?:sneeze|wheeze|itch|ill)|my (?:eyes|throat|skin))`,
      `${I} (?:hates?|detests?|loathes?|can not stand|afraid of|scared of|terrified of|dislikes?) (?:all )?${nouns}\\b`,
    ],
    yes: keeping(nouns),
  })),
]

export const belongings: readonly Trait[] = [...possessions, ...pets]
