import { escapePattern } from '../../text/escape-pattern.ts'

/**
 * Occupations by kind: two words of one line are taken for one job, so that a surgeon may call
 * herself a doctor. Kinds, not a classification: only jobs of different lines exclude each other.
 */
const lines = `
nurse|midwife|ward sister|carer|caregiver|healthcare assistant|nursing assistant|paramedic
doctor|physician|surgeon|gp|general practitioner|paediatrician|pediatrician|anaesthetist|cardiologist|psychiatrist|consultant surgeon
dentist|orthodontist|dental hygienist
vet|veterinarian|veterinary nurse|veterinary surgeon
pharmacist|chemist
teacher|schoolteacher|school teacher|primary teacher|headteacher|headmaster|headmistress|principal|tutor|lecturer|professor|teaching assistant|language teacher|maths teacher|music teacher|kindergarten teacher|nursery teacher|educator|instructor
librarian|archivist
lawyer|solicitor|barrister|attorney|judge|paralegal|legal clerk|notary|advocate
accountant|bookkeeper|auditor|tax adviser|tax advisor
software engineer|software developer|programmer|web developer|developer|coder|data scientist|data analyst|system administrator|sysadmin|it technician|devops engineer
civil engineer|structural engineer|mechanical engineer|electrical engineer|engineer|surveyor
architect|landscape architect
electrician
plumber|pipefitter
carpenter|joiner|cabinetmaker|cabinet maker|woodworker|furniture maker|roofer|builder|bricklayer|mason|stonemason|construction worker|plasterer|tiler|labourer|laborer|foreman
welder|metalworker|fitter|boilermaker|machinist|locksmith|blacksmith
mechanic|car mechanic|auto mechanic|bike mechanic
bus driver|truck driver|lorry driver|taxi driver|cab driver|driver|trucker|coach driver|delivery driver|courier|tram driver|chauffeur
train driver|railwayman|railway clerk|conductor|train conductor|signalman
pilot|flight attendant|steward|stewardess|air hostess|cabin crew
sailor|ship's captain|deckhand|fisherman|ferry captain|boatman|skipper
farmer|farm hand|farmhand|farm worker|shepherd|dairy farmer|rancher|winemaker|vintner|beekeeper
gardener|landscaper|florist|groundskeeper|arborist|forester|park ranger
chef|cook|sous-chef|sous chef|line cook|pastry chef|caterer
baker|pastry cook|confectioner|pâtissier
butcher|fishmonger|greengrocer|grocer
waiter|waitress|barista|bartender|barman|barmaid|server|dishwasher|publican|innkeeper
shop assistant|salesman|saleswoman|salesperson|cashier|shopkeeper|sales assistant|retail assistant|bookseller|store clerk
hairdresser|barber|stylist|beautician|nail technician|make-up artist
police officer|policeman|policewoman|detective|constable|cop|prison officer|security guard|prison guard
firefighter|fireman
soldier|army officer|naval officer|sergeant
postman|postwoman|mail carrier|postal worker|mailman|letter carrier
journalist|reporter|editor|newspaper editor|columnist|correspondent
writer|novelist|author|poet|copywriter|screenwriter|playwright
translator|interpreter
photographer|photojournalist|cameraman|filmmaker|film director
painter|sculptor|illustrator|artist|potter|ceramicist|graphic designer|designer|animator
actor|actress|stage manager|dancer|choreographer
musician|violinist|pianist|cellist|guitarist|composer|singer|drummer|organist|conductor of an orchestra|piano tuner|luthier
tailor|seamstress|dressmaker|cobbler|shoemaker|weaver|upholsterer
cleaner|janitor|caretaker|housekeeper|maid|window cleaner|chambermaid
receptionist|secretary|office clerk|clerk|administrator|office manager|personal assistant|typist|courthouse clerk
banker|bank clerk|bank teller|investment banker|stockbroker|trader|actuary|financial adviser|financial advisor
estate agent|real estate agent|realtor|letting agent
social worker|youth worker|probation officer|counsellor|counselor|therapist|psychologist|psychotherapist
physiotherapist|physical therapist|occupational therapist|osteopath|masseur|masseuse
scientist|biologist|physicist|researcher|geologist|astronomer|marine biologist|lab technician|laboratory technician|botanist|zoologist|chemistry researcher
priest|vicar|pastor|minister|rabbi|imam|nun|monk|chaplain
miner|coal miner|steelworker|factory worker|assembly worker|machine operator|factory foreman|millworker
warehouse worker|forklift driver|warehouse manager|docker|dockworker|longshoreman|picker
politician|mayor|councillor|diplomat|ambassador
nanny|au pair|childminder|nursery nurse|childcare worker|babysitter
marine welder
tile restorer|art restorer|conservator|curator|museum guide
undertaker|funeral director|gravedigger
optician|optometrist
tour guide|travel agent
lifeguard|swimming instructor|personal trainer|yoga teacher|fitness instructor|football coach|coach
watchmaker|jeweller|jeweler|goldsmith|clockmaker
plumbing engineer|heating engineer
call centre agent|call center agent|telephone operator|customer service agent
marketing manager|marketing director|advertising executive|brand manager
recruiter|hr manager|personnel manager
undertaker's assistant
`
const generic =
  'consultant|manager|specialist|freelancer|freelance|assistant|contractor|civil servant|entrepreneur|supervisor|director|trainee|apprentice|intern|volunteer|temp|employee|boss|team leader|owner|partner|leader|adviser|advisor|technician|operator|worker|professional|expert|coordinator|officer|agent|representative|student|analyst|associate|executive|founder'

const lineOf = new Map<string, number>()
lines
  .trim()
  .split('\n')
  .forEach((line, i) => {
    for (const title of line.split('|')) if (!lineOf.has(title)) lineOf.set(title, i)
  })
const genericTitles = new Set(generic.split('|'))

const longestFirst = [...lineOf.keys()].toSorted((a, b) => b.length - a.length)

/** One of the occupations that are known, as the source of a pattern without groups. */
export const OCCUPATION = `(?:${longestFirst.map(escapePattern).join('|')})`

/** Words that sentences about known occupations hold. */
export const occupationCues: readonly string[] = [
  ...new Set(longestFirst.map((title) => title.split(/[^a-z]+/).at(-1)!)),
]

/** A number for the kind of work; undefined where it is not known or says nothing. */
export function occupationLine(title: string): number | undefined {
  const lower = title.toLowerCase().trim()
  const direct = lineOf.get(lower) ?? lineOf.get(lower.replace(/s$/, ''))
  if (direct !== undefined) return direct
  const words = lower.split(/\s+/)
  for (let from = 1; from < words.length; from++) {
    const line = lineOf.get(words.slice(from).join(' '))
    if (line !== undefined) return line
  }
  return undefined
}

/** Whether somebody who is `a` by trade is surely not `b`. */
export function occupationsExclude(a: string, b: string): boolean {
  if (a === b || sharesWord(a, b)) return false
  const [lineA, lineB] = [occupationLine(a), occupationLine(b)]
  if (lineA !== undefined && lineB !== undefined) return lineA !== lineB
  return !isGeneric(a) && !isGeneric(b)
}

function sharesWord(a: string, b: string): boolean {
  const words = new Set(a.split(/[\s-]+/))
  return b
    .split(/[\s-]+/)
    .some((word) => word.length > 3 && words.has(word) && !genericTitles.has(word))
}

function isGeneric(title: string): boolean {
  return genericTitles.has(title) || genericTitles.has(title.split(' ').at(-1)!)
}
