/**
 * Fields that people work in, by what only somebody of the field says: the places they go to, what
 * they do there, what they call theirs, and their titles. Pattern sources without groups.
 */
export type FieldOfWork = {
  readonly name: string
  readonly places?: string
  /** Where in such a place its people stand: the place of others may be around it. */
  readonly posts?: string
  /** What only they see, whoever acts in the sentence. */
  readonly scenes?: string
  /** What is done, as a gerund. */
  readonly doing?: string
  /** What is "mine" at work in that field and in no other. */
  readonly mine?: string
  /** What the persona alone does, after "I" and in any tense. */
  readonly does?: string
  readonly titles?: string
  /** Its people are found in places of every field: a cleaner in a school. */
  readonly anywhere?: true
  /** Fields that one job may belong to as well. */
  readonly near?: string
}

export const fieldsOfWork: readonly FieldOfWork[] = [
  {
    name: 'teaching',
    posts: 'classrooms?|staff ?room|blackboard|whiteboard|chalkboard|front of a class',
    scenes:
      '(?:pile|stack|mountain|bag|box|load)s? of (?:\\w+ ){0,3}(?:exercise books|essays|homework|coursework|marking|dictations|test papers)|(?:\\d+|[A-Za-z]+ty(?:-\\w+)?|[A-Za-z]+teen|[Tt]en|[Ee]leven|[Tt]welve|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine) (?:pupils|essays|exercise books) (?:to|before|left|in)|(?:last|first) lesson of the (?:day|week|term)',
    places:
      '(?:primary|secondary|high|grammar|elementary|middle|village|infant|comprehensive|boarding) school|kindergarten|nursery school|daycare',
    doing: 'teaching|lecturing',
    mine: 'pupils(?! (?:are|were) (?:dilated|wide|huge|tiny|like))|classroom|lesson plans?|exercise books|form group|sixth-?formers|(?:first|second|third|fourth|fifth|sixth)[- ]graders|kindergartners|reception class|Year (?:\\d+s?|[A-Z]\\w+)(?: class)?|(?:infants|juniors) class|students|marking',
    does: '(?:marked|marking|mark|graded|grading|grade) (?:\\w+ ){0,3}(?:books|essays|papers|homework|scripts|tests|dictations|exercise books|coursework)|(?:teach|teaches|taught) (?:the )?(?:\\w+ )?(?:infants|juniors|Year \\d+|\\w+ grade|maths?|geography|chemistry|physics|history|biology|anatomy|economics|English|French|Latin|PE|phonics|at (?:the|a) \\w+)',
    titles:
      'teacher|schoolteacher|headteacher|headmaster|headmistress|teaching assistant|lecturer|professor|kindergarten teacher|nursery teacher',
    near: 'library science arts church sport childcare',
  },
  {
    name: 'health',
    scenes:
      '(?:\\d+|[A-Za-z]+ty(?:-\\w+)?|[A-Za-z]+teen|[Tt]en|[Ee]leven|[Tt]welve|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine) patients (?:before|today|this|in|since|by|on)|(?:drug|medicine|ward|morning) round on the ward|handover on the ward',
    places:
      'ward|wards|hospital|clinic|surgery|A and E|emergency room|intensive care|operating theatre|maternity|care home|nursing home|hospice|infirmary',
    doing: 'nursing|midwifery|caring for the elderly',
    mine: 'patients|ward|ward round|residency|scrubs|stethoscope|surgery hours|residents',
    does: '(?:delivered|deliver) (?:a|three|two|four|the|my) (?:\\w+ )?bab(?:y|ies)|(?:examined|treated|stitched up|bandaged) (?:a|the|two|three|forty|\\w+) patients?',
    titles:
      'nurse|midwife|doctor|physician|surgeon|paramedic|carer|caregiver|healthcare assistant|anaesthetist|physiotherapist|dentist|paediatrician',
    near: 'science pharmacy',
  },
  {
    name: 'kitchen',
    posts: 'kitchens?|canteen kitchen|dish ?pit|behind the bar',
    places:
      'restaurant|canteen|diner|caf[ée]|pub|bistro|pizzeria|chip shop|takeaway|bar|cafeteria|brasserie',
    doing: 'waiting tables|waitressing|bartending|cooking for a living|washing dishes',
    mine: 'sous-chef|line cooks?|kitchen brigade|regulars|restaurant|caf[ée]|diner|bistro',
    does: '(?:pulled|pull|poured|pour) pints|(?:wait|waited|waiting) (?:on )?tables',
    titles: 'chef|cook|waiter|waitress|barista|bartender|barmaid|barman|publican',
    anywhere: true,
    near: 'hotel bakery shop',
  },
  {
    name: 'bakery',
    places: 'bakery|bakehouse|patisserie',
    doing: 'baking bread|baking for a living',
    mine: 'bakery|ovens|bakehouse|loaves',
    titles: 'baker|pastry cook|confectioner',
    near: 'kitchen shop',
  },
  {
    name: 'shop',
    posts: 'tills?|checkout|counter|shop floor|stockroom',
    places:
      'shop|supermarket|department store|hardware store|grocery store|corner shop|market|stall|cheese stall|butcher|fishmonger|florist|bookshop|bookstore|shoe shop|boutique|newsagent|off-licence',
    doing: 'stacking shelves|serving customers|selling shoes',
    mine: '(?:\\w+ )?stall|till|market stall|boutique',
    does: '(?:stack|stacked|stacking|restocked) (?:the )?shelves',
    titles: 'shop assistant|shopkeeper|cashier|bookseller|greengrocer|grocer|butcher|florist',
    anywhere: true,
    near: 'bakery kitchen pharmacy warehouse garden farm hair',
  },
  {
    name: 'industry',
    places:
      'foundry|factory|plant|steelworks|works|mill|assembly line|production line|shipyard|shipyards|docks|dockyard|cannery|brewery|refinery|slaughterhouse|sawmill|smelter|forge|tannery|line|machine shop|cotton mill|paper mill|steel mill|car plant|power station|brickworks|mines?|pit|colliery|coal face|quarry|lathe|loom|oil rigs?|rigs',
    doing: 'welding|smelting|working a lathe|working the line',
    mine: 'lathe|welding torch|loom|machine tools|shift foreman',
    does: '(?:weld|welded|riveted|smelted)(?= )',
    titles:
      'welder|machinist|miner|coal miner|steelworker|factory worker|assembly worker|machine operator|metalworker|boilermaker|docker|millworker|fitter',
    near: 'mechanic building warehouse engineering',
  },
  {
    name: 'building',
    places: 'building sites?|construction sites?|scaffolding|sites',
    doing: 'bricklaying|plastering|roofing|plumbing|laying bricks|building houses|fitting kitchens',
    mine: 'trowel|building firm|joinery|carpentry (?:shop|workshop|business)|plumbing (?:firm|business)|roofing (?:firm|crew|business)',
    does: '(?:laid bricks|lay bricks|rewired|replumbed|plastered) (?:a|the|\\w+)',
    titles:
      'plumber|electrician|carpenter|joiner|roofer|builder|bricklayer|mason|stonemason|plasterer|tiler|cabinetmaker|construction worker',
    anywhere: true,
    near: 'industry engineering craft garden mechanic',
  },
  {
    name: 'passengers',
    places: 'taxi rank|bus depot|buses|cabs|trams',
    doing: 'driving (?:a |the )?(?:\\w+ )?(?:bus|buses|cab|taxi|tram|trams|coaches)',
    mine: '(?:bus|taxi|tram) (?:route|shift|licence|passengers?|depot)',
    does: 'drives? (?:the|a|my) (?:\\w+ ){0,3}(?:bus|cab|taxi|tram|school bus)\\b(?! (?:past|into|home|to the))|parked (?:the|my) (?:cab|taxi|bus) at',
    titles: 'bus driver|taxi driver|cab driver|tram driver',
    near: 'driving rail mechanic',
  },
  {
    name: 'driving',
    places: 'depot|trucks',
    doing: 'driving (?:a |the )?(?:\\w+ )?(?:truck|trucks|lorry|lorries|long-haul)',
    mine: '(?:lorry|delivery|truck) (?:route|shift|round|licence)|lorry|rig',
    does: 'drives? (?:the|a|my) (?:\\w+ ){0,3}(?:lorry|truck)\\b(?! (?:past|into|home|to the))',
    titles: 'truck driver|lorry driver|courier|trucker',
    anywhere: true,
    near: 'warehouse post rail passengers',
  },
  {
    name: 'office',
    posts:
      'office|reception|accounts|payroll|wages office|typing pool|switchboard|post ?room|parking fines|filing|front office|back office',
    places:
      'council|county council|city council|ministry|town hall|city hall|civil service|insurance (?:company|firm|office|people)|call cent(?:re|er)|tax office|accounts department|headquarters|head office',
    doing: 'data entry|typing letters|answering phones',
    mine: 'in-tray|typewriter|spreadsheets|filing cabinets?|cubicle',
    titles: 'secretary|office clerk|receptionist|typist|administrator|office manager|clerk',
    anywhere: true,
    near: 'finance press software advertising law rail post',
  },
  {
    name: 'finance',
    places: 'bank|building society|stock exchange|accountancy firm|trading floor|credit union',
    doing: 'bookkeeping|accounting|auditing',
    titles: 'accountant|bookkeeper|auditor|bank clerk|bank teller|banker|stockbroker|trader',
    mine: 'ledgers?|clients.? tax returns',
    anywhere: true,
    near: 'office law property software',
  },
  {
    name: 'law',
    places: 'law firm|law office|chambers|courthouse|solicitors',
    doing: 'practising law|practicing law',
    does: 'called to the bar',
    mine: 'chambers|closing argument|legal practice|law firm|barrister.s wig',
    titles: 'lawyer|solicitor|barrister|attorney|judge|paralegal',
    near: 'office finance',
  },
  {
    name: 'software',
    places: 'software (?:company|firm|house)|IT department|startup|tech company',
    doing: 'writing code|coding|programming',
    mine: 'pull requests?|code review|codebase',
    does: '(?:shipped|deployed|refactored|debugged) (?:the|a|my|our) (?:\\w+ )?(?:feature|release|code|app|build|server|service)|(?:write|writes|wrote) (?:code|software)',
    titles:
      'software engineer|software developer|programmer|web developer|developer|coder|data analyst|data scientist',
    anywhere: true,
    near: 'office finance engineering science advertising',
  },
  {
    name: 'farm',
    places: 'farm|dairy farm|orchard|vineyard|ranch|milking parlour|fields|cowshed',
    doing: 'farming|milking cows|growing (?:potatoes|wheat|vegetables)|keeping bees',
    mine: '(?:dairy )?herd|cows|lambing|milking|ewes',
    does: '(?:milked|milk|milking) (?:the|my|forty|sixty|\\w+) cows|(?:ploughed|plowed|harvested|combined) (?:the|my|\\w+)',
    titles: 'farmer|dairy farmer|shepherd|rancher|winemaker|beekeeper',
    near: 'garden shop industry',
  },
  {
    name: 'hair',
    places: "salon|barber ?shop|barber's|hairdresser's",
    doing: 'cutting (?:hair|heads)|hairdressing|barbering',
    mine: 'salon|barber ?shop|hairdressing (?:business|salon)|clippers',
    does: '(?:cut|cuts) hair\\b(?! short)',
    titles: 'hairdresser|barber|stylist|beautician',
    near: 'shop',
  },
  {
    name: 'police',
    places: 'police station|police force|beat|precinct|police|force',
    doing: 'policing|walking the beat',
    mine: 'beat|patrol car|sergeant.s exam|precinct|badge number',
    titles: 'police officer|policeman|policewoman|detective|constable|cop|prison officer',
    near: 'security law',
  },
  {
    name: 'fire',
    places: 'fire station|firehouse|fire brigade|fire department|fire service|engine company',
    doing: 'fighting fires|firefighting',
    mine: 'fire crew|watch at the station|turnout gear|fire engine',
    titles: 'firefighter|fireman',
    near: 'health',
  },
  {
    name: 'rail',
    places: 'railways?|railroad|signal box|ticket office|trains|rail yard|underground railway',
    doing: 'driving trains|inspecting tickets',
    mine: 'signal box|train crew|locomotive',
    titles: 'train driver|railwayman|signalman|train conductor|railway clerk',
    near: 'driving office',
  },
  {
    name: 'post',
    places: 'post office|sorting office|postal service|mail route|post',
    doing: 'delivering (?:letters|mail|the post|post)',
    mine: 'postbag|mailbag|mail route|(?:paper |mail |post )round',
    does: '(?:delivered|deliver) the (?:mail|post|letters)',
    titles: 'postman|postwoman|mail carrier|postal worker|mailman|letter carrier',
    near: 'driving office shop',
  },
  {
    name: 'library',
    places: 'library|archives?|reference desk',
    mine: 'borrowers|date stamp|library trolley',
    titles: 'librarian|archivist',
    near: 'teaching science office museum',
  },
  {
    name: 'garden',
    places: 'garden cent(?:re|er)|plant nursery|parks department|greenhouses|botanical gardens?',
    doing: 'landscaping|mowing lawns',
    mine: 'landscaping (?:crew|business|firm)|lawn crew',
    titles: 'gardener|landscaper|groundskeeper|arborist',
    anywhere: true,
    near: 'farm shop building',
  },
  {
    name: 'hotel',
    posts: 'front desk|hotel reception',
    places: 'hotel|guesthouse|hostel|inn',
    doing: 'making beds in a hotel|hotel work',
    mine: 'guesthouse|hotel guests',
    titles: 'chambermaid|innkeeper|hotel manager|concierge',
    near: 'kitchen cleaning office',
  },
  {
    name: 'cleaning',
    places: "laundry|dry cleaner's|launderette",
    doing: 'cleaning (?:offices|houses|rooms|schools|trains)|mopping floors',
    mine: 'cleaning (?:trolley|jobs?|round|business|firm)|mop and bucket',
    titles: 'cleaner|janitor|caretaker|housekeeper|maid|window cleaner|chambermaid',
    anywhere: true,
    near: 'hotel kitchen',
  },
  {
    name: 'warehouse',
    places:
      'warehouse|distribution cent(?:re|er)|fulfilment cent(?:re|er)|loading dock|loading bay',
    doing: 'packing boxes|picking orders|driving a forklift',
    mine: 'forklift|pallets?|scanner gun',
    titles: 'warehouse worker|forklift driver|picker|warehouse manager',
    anywhere: true,
    near: 'driving shop industry post',
  },
  {
    name: 'security',
    posts: 'security|guard duty',
    titles: 'security guard|night watchman|bouncer|prison guard',
    anywhere: true,
    near: 'police',
  },
  {
    name: 'engineering',
    places: 'drawing office|engineering firm|design office',
    doing: 'drawing bridges|designing bridges',
    titles: 'civil engineer|structural engineer|mechanical engineer|electrical engineer|surveyor',
    anywhere: true,
    near: 'building industry office software science mechanic',
  },
  {
    name: 'craft',
    doing:
      'mending shoes|making shoes|shoemaking|tailoring|repairing watches|sewing for a living|upholstering',
    mine: 'last and hammer|sewing machines|tailor shop|cutting table',
    does: '(?:resoled|heeled|hemmed|upholstered)(?= )',
    titles: 'cobbler|shoemaker|tailor|seamstress|dressmaker|watchmaker|goldsmith|upholsterer',
    near: 'shop industry building',
  },
  {
    name: 'mechanic',
    places: 'garage|repair shop|body shop|workshop',
    doing: 'fixing cars|repairing cars|mending engines',
    mine: 'garage business|spanners|service pit',
    titles: 'mechanic|car mechanic|auto mechanic|bike mechanic',
    near: 'industry building engineering',
  },
  {
    name: 'press',
    places: 'newspaper|newsroom|paper|news desk|radio station|magazine|city desk',
    doing: 'reporting for',
    mine: 'news editor|byline|newsroom|copy deadline',
    titles: 'journalist|reporter|newspaper editor|columnist|correspondent',
    near: 'office arts advertising',
  },
  {
    name: 'church',
    places: 'parish|pulpit',
    mine: 'parish(?:ioners)?|congregation|sermons?|curate|flock of souls',
    titles: 'priest|vicar|pastor|minister|rabbi|imam|chaplain',
    near: 'teaching',
  },
  {
    name: 'sea',
    places: 'trawlers?|fishing boats?|merchant navy|container ships?|ferry|ferries|cruise ships?',
    doing: 'trawling|fishing for a living',
    mine: 'trawler|bosun|fishing boat',
    titles: 'fisherman|sailor|deckhand|skipper|boatman',
    near: 'industry',
  },
  {
    name: 'science',
    places: 'lab|laboratory|research institute|observatory|institute',
    doing: 'running experiments',
    mine: 'experiments|research group|petri dishes|postdoc',
    titles: 'scientist|biologist|physicist|chemist|lab technician|botanist|geologist|researcher',
    anywhere: true,
    near: 'teaching health pharmacy software library engineering',
  },
  {
    name: 'pharmacy',
    places: "pharmacy|chemist's|dispensary",
    mine: 'dispensary|prescriptions counter|pharmacy',
    titles: 'pharmacist',
    near: 'health science shop',
  },
  {
    name: 'advertising',
    places: 'ad agency|advertising agency|marketing department|marketing',
    mine: 'ad campaign|taglines?',
    does: 'writes? (?:adverts|ads|slogans|copy|jingles)',
    titles: 'marketing manager|copywriter|advertising executive|graphic designer',
    anywhere: true,
    near: 'office press software arts',
  },
  {
    name: 'airline',
    places: 'airline|cabin crew|cockpit',
    doing: 'flying planes',
    mine: 'cabin crew|co-pilot|layovers?|first officer',
    titles: 'pilot|flight attendant|steward|stewardess|air hostess',
  },
  {
    name: 'vet',
    places: 'veterinary (?:practice|clinic|surgery)|animal hospital',
    mine: 'veterinary practice',
    titles: 'vet|veterinarian|veterinary nurse|veterinary surgeon',
    near: 'health farm',
  },
]

const byName = new Map(fieldsOfWork.map((field) => [field.name, field]))
const fieldOfTitle = new Map(
  fieldsOfWork.flatMap(({ name, titles = '' }) =>
    titles.split('|').map((title) => [title, name] as const),
  ),
)

/** The field of a title, by its last words; undefined where it is not known. */
export function fieldOfWorkOf(title: string): string | undefined {
  const known = title.toLowerCase().trim().split(/\s+/)
  for (let from = 0; from < known.length; from++) {
    const name = fieldOfTitle.get(known.slice(from).join(' '))
    if (name) return name
  }
  return undefined
}

/**
 * Whether somebody who works in one cannot at the same time work in the other.
 *
 * @param a  "place teaching", "role cleaning"
 */
export function fieldsExclude(a: string, b: string): boolean {
  const [kindA, nameA = ''] = a.split(' ')
  const [kindB, nameB = ''] = b.split(' ')
  const [fieldA, fieldB] = [byName.get(nameA), byName.get(nameB)]
  if (!fieldA || !fieldB || fieldA === fieldB || isNear(fieldA, fieldB)) return false
  if (kindA === kindB) return true
  return !(kindA === 'role' ? fieldA : fieldB).anywhere
}

function isNear(a: FieldOfWork, b: FieldOfWork): boolean {
  return hasWord(a.near, b.name) || hasWord(b.near, a.name)
}

function hasWord(words: string | undefined, word: string): boolean {
  return words !== undefined && words.split(' ').includes(word)
}
